"""Descriptions: how far the words reach that describe a source without naming it."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break
from bayan.extract.qualities import denies_quality, is_adjective, is_thing, tells_no_office
from bayan.extract.stems import without_li
from bayan.extract.verbs import tells_purpose
from bayan.extract.whose import is_of_medium, past_whose
from bayan.extract.words import ONE_OF, Words
from bayan.records import SpeakerKind

_NO_PLACES = ("channel-tails", "no-content", "months")
_PRONOUNS = ("ه", "ها", "هم", "هما")
_THEN_THE = "فال"
"""What begins the clause behind a leading attribution."""
_ONE_OF = frozenset({"احد", "احدي", "واحد", "واحده", "عضو"})
"""Singulars with their plural behind them (أحد ممثلي الشركة), of which ي is the ending."""


def source_end(grammar: Grammar, words: Words, k: int, high: int, tight: bool = False) -> int:
    """A description of a source runs to the next verb, preposition of time or place apart, comma or clause. A definite
    noun (المصدر) has only adjectives after it, and an indefinite one nothing definite once its adjectives have begun
    (مسؤولون أكراد) or its plural has its ن (ناشطون), a number stands before it (22 نائبا)."""
    definite = words.word[k - 1].startswith("ال")
    counted = k > 1 and words.word[k - 2].isdigit()
    sealed = words.word[k - 1].endswith("ون") or counted
    if k < high and _is_told(grammar, words, k):
        return k
    while k < high:
        word = words.word[k]
        if is_of_medium(grammar, words, k):
            return words.quote_end(k)
        if (after := past_whose(grammar, words, k, high)) > k:
            k, sealed, definite = after, False, True
            continue
        if words.word[k - 1] in grammar.classes["post-prepositions"] and word == "(":
            end = bracket_end(grammar, words, k, high)
            if end > k:
                k, sealed, definite = end, False, True  # ‹متحدث باسم (فوت ليف)›
                continue
        quality = 2 * denies_quality(grammar, words, k, high)  # ‹مصادر غير رسمية، مسؤول سعودي رفيع المستوى›
        if quality or (quality := grammar.starts_sequence("high-ranks", words, k, high)):
            k, sealed = k + quality, True
            continue
        if _ends_source(grammar, words, k, high):
            break
        if word in grammar.stops or grammar.medium_end(words, k, high) > k:
            if not _goes_on(grammar, words, k, high):
                break
            if (end := bracket_end(grammar, words, k + 1, high)) > k + 1:
                return end  # ‹مصدر مقرب من (ويكيليكس)›
            k, sealed, definite = k + 2, False, False
            continue
        if word in grammar.classes["post-prepositions"] and k + 1 < high:
            k, sealed, definite = k + 1, False, False  # ‹متحدث آخر باسم الرئاسة›
            continue
        if tight and grammar.is_in("media", word) and k + 1 < high and _is_medium(grammar, words, k + 1):
            break  # ‹أبلغ مسؤول أمني وكالة رويترز أن›
        if is_time_noun(grammar, words, k) or (definite and _leaves(grammar, words, k, tight)):
            break
        if (tight and _begins_object(grammar, words, k, sealed)) or _follows_genitive(grammar, words, k, tight):
            break
        if grammar.is_definite(word):
            both = definite and word.endswith("ون") and words.word[k - 1].endswith("ون")  # ‹السياسيون العلمانيون›
            if sealed and not both and (counted or not word.startswith("لل")):
                break
        elif _seals(grammar, words, k):
            sealed = True
        elif not tight and word.startswith("و") and grammar.is_in("sources", word[1:]):
            sealed = word.endswith("ون")  # ‹مسؤول محلي ومصادر بالشرطة›
        elif _is_placed(grammar, words, k):
            sealed = False  # ‹مسؤولون بسلطات إنفاذ القانون، منظمات معنية بحقوق الإنسان›
        elif sealed and words.word[k - 1].endswith("يه") and _is_noun(grammar, word) and not word.endswith(("ه", "ات")):
            break  # ‹مصادر عسكرية مصرع …›
        elif sealed and tight and _begins_noun(grammar, words, k):
            break
        k += 1
    return k


def _begins_noun(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a noun of its own stands behind adjectives, and none that tells where a source is."""
    word = words.word[k]
    noun = (_is_noun(grammar, word) or word.endswith("ا")) and word not in grammar.classes["body-adjectives"]
    return noun and not _is_placed(grammar, words, k)


def _begins_object(grammar: Grammar, words: Words, k: int, sealed: bool) -> bool:
    """Whether what a verb is done to begins here: a thing behind joined sources or a definite noun (ودانت دول ومنظمات
    التفجير، أدان عدد من دول العالم التفجير), an actor behind adjectives (اتهم مسؤولون حقوقيون إسرائيل بـ), or an act
    behind a name."""
    before = words.word[k - 1]
    joined = before.startswith("و") and not before.endswith("ي") and grammar.is_in("sources", before[1:])
    joined = joined or (before.startswith("و") and grammar.is_in("bodies", before[1:]))
    several = before.startswith("ال") and before.endswith(("ين", "ون"))
    if several and before not in grammar.classes["no-plurals"] and words.is_feminine(k):
        return True  # ‹اعتبر بعض البرازيليين الكارثة تعبيرا›
    people = words.word[k].endswith(("ين", "ون"))  # ‹عدد من المسافرين القادمين إلى المطار›
    thing = (joined or before.startswith("ال")) and not people and is_thing(grammar, words.word[k])
    actor = sealed and words.mention[k] >= 0 and words.mention[k] != words.mention[k - 1]
    return thing or actor or _follows_name(grammar, words, k)


def _ends_source(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether what stands here is never part of a description: a break, a clause, a verb, what somebody is called."""
    word, classes = words.word[k], grammar.classes
    if is_break(word) or grammar.is_complementizer(word) or words.opens_quote(k) or word.startswith(_THEN_THE):
        return True  # ‹وبحسب الخبراء فالمرض ينتقل› too
    if word in ONE_OF and not (
        grammar.is_in("sources", words.word[k - 1]) or words.word[k - 1] in classes["post-prepositions"]
    ):
        return True  # ‹أفاد فيران كورنيلا أحد منظمي المسيرة بأنه›, but ‹متحدث باسم إحدى الجماعات›
    if grammar.is_any(("relatives", "auxiliaries", "reporters", "naming"), word):
        return True
    if word[0] == "و" and word[1:] in classes["prepositions"]:
        return True  # ‹أفادت مصادر محلية وفي السياق نفسه›
    if any(form.form.shape == "masdar" for form in grammar.readings(word)):
        return True  # ‹عن شهود عيان قولهم›
    told = (
        tells_of_source(grammar, word)
        or tells_purpose(grammar, words, k)
        or _is_dual_verb(grammar, words, k)
        or is_their_act(grammar, words, k)
    )
    return told or bool(grammar.starts_sequence("unwilling", words, k, high))


def _is_told(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether ل leads from somebody with an article and no office to the body that he tells (قالت المرأة للشرطة)."""
    teller, told = words.word[k - 1], words.word[k]
    lone = teller.startswith("ال") and tells_no_office(grammar, teller[2:])
    return lone and told.startswith("لل") and grammar.is_in("bodies", without_li(told))


def is_their_act(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a verbal noun has the pronoun of whoever does it, and so is no part of his name or description (أكد شهود
    عيان سماعهم دوي انفجار)."""
    word = words.word[k]
    return word.endswith(_PRONOUNS) and not words.is_feminine(k) and grammar.is_act_noun(word)


def _seals(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether an adjective stands here, which no noun with the article follows."""
    word = words.word[k]
    listed = word in grammar.nationalities or word in grammar.classes["others"]
    plain = word.endswith(("ون", "ين")) or _is_feminine_adjective(grammar, words, k)
    return listed or plain or _tells_which(grammar, words, k)


def _follows_name(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether an act, or several things, stands behind somebody's name or a place (محامو ترامب نقل …، مصدر مقرب من هادي
    التأكيد، مصدر في الخارجية التركية الضربات، متحدث باسم الشرطة في باريس اعتقال)."""
    placed = words.word[k - 2] == "في" and words.word[k - 1] in grammar.places
    if (words.mention[k - 1] < 0 and not placed) or words.mention[k] >= 0:
        return False
    word, bare = words.word[k], words.word[k].removeprefix("ال")
    things = bare.endswith("ات") and grammar.is_common(bare)
    things = things or (word.endswith("ا") and grammar.is_common(word[:-1]))  # ‹طلب محامو ترامب تعويضا›
    return grammar.is_common(word) or grammar.is_act_noun(bare) or things


def bracket_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """Take in a short bracket after a name: منظمة الأمم المتحدة للطفولة (يونيسيف)."""
    if k < high and words.word[k] == "(":
        end = next((end for end in range(k + 1, min(k + 6, high)) if words.word[end] == ")"), k)
        if end > k and words.word[k + 1] not in grammar.classes["weekdays"]:  # ‹الأمم المتحدة (الاثنين)›
            return end + 1
    return k


def _is_dual_verb(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a past in the dual follows its subject (البلدان أصدرا بيانا)."""
    word = words.word[k]
    return words.word[k - 1].endswith("ان") and word.endswith("ا") and grammar.is_past(word[:-1])


def _is_medium(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether the name of a medium stands here, or a quotation that may be one."""
    actor = grammar.actor(words, k)
    return words.opens_quote(k) or (actor is not None and actor.kind is SpeakerKind.MEDIA)


def _is_noun(grammar: Grammar, word: str) -> bool:
    return grammar.is_common(word) or grammar.has_stem("stance-nouns", word) or grammar.is_act_noun(word)


def tells_of_source(grammar: Grammar, word: str) -> bool:
    """Whether a verb that is spelt like no noun tells what those who speak did (مصادر تحدثت، مسؤول يدعى)."""
    if word.endswith(("ي", "يه")) or grammar.is_common(word):
        return False
    past = word.endswith(("وا", "ت", "ها")) and not word.startswith("ال") and grammar.is_past(word)
    return past or grammar.is_imperfect(word)


def _follows_genitive(grammar: Grammar, words: Words, k: int, tight: bool) -> bool:
    """Whether an indefinite noun stands after a definite one, and so outside the description: an accusative (نظم أعضاء
    البرلمان اعتصاما), or where it is ``tight`` any act (نفت تقارير الصحيفة وجود)."""
    word = words.word[k]
    if not words.word[k - 1].removeprefix("و").startswith("ال") or word.startswith("ال") or word in grammar.name_words:
        return False
    accusative = word.endswith("ا") and grammar.is_common(word[:-1])
    plural = words.word[k - 1].endswith("ون") and grammar.is_common(word)  # ‹ردد المحتجون شعارات›
    return accusative or plural or (tight and _is_noun(grammar, word))


def _is_feminine_adjective(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a feminine word describes sources and is no noun (مصادر أمنية، مصادر مطلعة، مصادر مستقلة)."""
    word = words.word[k]
    if word.endswith("يه"):
        return not grammar.is_in("bodies", word)
    if not (word.startswith("م") and word.endswith("ه")) or grammar.is_act_noun(word) or grammar.is_post(word):
        return False
    several = words.word[k - 1] in grammar.classes["plural-sources"]
    noun = grammar.is_in_any(("bodies", "areas"), word)
    return not noun and (several or not grammar.is_common(word))


def _is_placed(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether ب leads to where a source is (مصدر طبي بمستشفى الملك فهد، مصدر أمني بشمال سيناء), or to what it is
    concerned with (منظمات معنية بحقوق الإنسان)."""
    word, place = words.word[k], words.word[k][1:]
    concerned = words.word[k - 1] in grammar.classes["source-links"]
    placed = concerned or grammar.is_in_any(("areas", "bodies", "places"), place)
    return word.startswith("ب") and placed


def _tells_which(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether an adjective tells which single source speaks (مصدر أمني), which no noun with the article follows."""
    word, before = words.word[k], words.word[k - 1]
    relational = word.endswith("ي") and len(word) > 3 and not grammar.has_preposition(words, k)
    return relational and before in grammar.classes["single-sources"] and before not in _ONE_OF


def _goes_on(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a stop word inside the description of a source is a preposition that belongs to it (عدد من السكان)."""
    if words.word[k] not in grammar.classes["prepositions"] or k + 1 >= high:
        return False
    before, word, following = words.word[k - 1].removesuffix("ا"), words.word[k], words.word[k + 1]
    if word == "في" and (grammar.is_in("venues", following) or grammar.is_in("documents", following)):
        return False
    known = grammar.is_in("bodies", following) or grammar.actor(words, k + 1) is not None
    placed = word == "في" and (following in grammar.places or _is_source_inside(grammar, words, k, high))
    informed = word == "علي" and following in grammar.classes["knowledge"]
    return known or placed or informed or before in grammar.classes["source-links"]


def _is_source_inside(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a preposition right after a source says what it belongs to (مصدر في التحقيق، مسؤولون في الأمن), or leads
    to an unknown place before what is said (قال مسؤولون في هلمند إن)."""
    source, following = words.word[k - 1], words.word[k + 1]
    if is_time_noun(grammar, words, k + 1):
        return False
    if following.startswith("ال"):
        return grammar.is_in("sources", source) and not source.startswith("ال")
    unknown = not (grammar.is_common(following) or following in grammar.stops or following.isdigit())
    unknown = unknown and not grammar.is_any(_NO_PLACES, following)
    return unknown and source.endswith("ون") and k + 2 == high


def _leaves(grammar: Grammar, words: Words, k: int, tight: bool) -> bool:
    """Whether a word after a definite noun is no adjective of it (وطالب المصدر المجتمع الدولي)."""
    word = words.word[k]
    if word.startswith("ال"):
        return tight and not is_adjective(grammar, word)
    return tight and not grammar.has_preposition(words, k)


def is_time_noun(grammar: Grammar, words: Words, k: int) -> bool:
    """‹العام الماضي› after a noun is no adjective of it."""
    if words.word[k] not in grammar.classes["time-nouns"]:
        return False
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    return following in grammar.classes["time-tails"]
