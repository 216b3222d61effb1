"""Bodies: how far the name of an institution reaches."""

from __future__ import annotations

from bayan.extract.body_bars import LONGEST_QUOTED, bars_body
from bayan.extract.body_tails import ends_in_pronoun, has_father, is_aim, is_charged, is_for, is_proper
from bayan.extract.cases import is_oblique
from bayan.extract.descriptions import bracket_end, is_time_noun
from bayan.extract.grammar import Grammar, is_break
from bayan.extract.letters import letters_end
from bayan.extract.name_words import is_name_word, is_verb
from bayan.extract.qualities import denies_quality, is_adjective, is_thing
from bayan.extract.titled import bears_name
from bayan.extract.words import ANOTHER, OWNED, Words
from bayan.records import Actor, SpeakerKind

LONGEST_DAY = 3
"""Tokens of a day or medium between who speaks and the clause, with what leads to it."""
_SEATED = ("في", "لدي")
"""Before the place of a body (السفارة الروسية لدى لندن)."""


def body_end(grammar: Grammar, words: Words, k: int, high: int, tight: bool) -> int:
    """Bare nouns lead to a definite one; after that only adjectives, complements with ل and brackets belong."""
    head = words.word[k - 1]
    if k < high and grammar.is_in("media", head) and (named := _medium_name_end(grammar, words, k, high)) > k + 1:
        return named
    if k < high and grammar.is_in("media", head) and not words.opens_quote(k):
        k = letters_end(grammar, words, k, high)
    closed, first, complement, quoted, seated = head.startswith("ال"), k, False, False, False
    after = 0 if head in grammar.classes["named-bodies"] else 3
    while k < high:
        word = words.word[k]
        actor = grammar.actor(words, k)
        owned = word[0] == "ل" and _leads_to(grammar, words.word[k - 1])  # ‹التابع لوكالة الفضاء الأمريكية›
        if (grammar.medium_end(words, k, high) > k and not owned) or bars_body(grammar, words, k, closed):
            break
        if words.opens_quote(k) and words.quote_end(k) - k <= LONGEST_QUOTED and not closed:
            k, closed, quoted = _past_second(words, head, words.quote_end(k), high), True, True
        elif actor is not None and actor.kind is not SpeakerKind.PERSON:
            if closed and _is_another(grammar, words, first, k, actor, tight or seated):
                break
            k, closed = min(words.mention_end(k), high), True
        elif actor is not None and any(grammar.is_post(words.word[j]) for j in range(first, k)):
            k = min(words.mention_end(k), high)  # ‹إدارة الرئيس الأمريكي دونالد ترامب›
        elif not closed and denies_quality(grammar, words, k, high):
            k += 2  # ‹منظمة غير حكومية›
        elif word in grammar.stops or is_time_noun(grammar, words, k):
            if _is_seated(grammar, words, k, high):
                k, seated = min(words.mention_end(k + 1), high), True
            elif _goes_on(grammar, words, head, k, high, inside=k > first):
                k, closed = k + 1, ends_in_pronoun(grammar, words, k)
            else:
                break
        elif word in grammar.classes["expired"] and k + 1 < high:
            k, closed = k + 2, True  # ‹البرلمان المنتهية ولايته›
        elif grammar.is_definite(word):
            complement = complement or _opens_complements(words, k)
            joined = complement and word.startswith(("لل", "وال"))  # ‹المكتب الفرنسي للدراسات والتحليلات›
            others = closed and _is_others(grammar, words, first - 1, k, joined, tight or quoted)
            if others or (not closed and _is_sealed(grammar, words, first, k)):
                break
            k, closed = k + 1, True
        elif word[0] == "ل" and _governs_definite(grammar, words, k, high) and word not in grammar.stops:
            if (grammar.is_in("addressees", word) and not owned) or (closed and k == first):
                break  # ‹الحكومة لتحسين الرعاية›
            k, closed, complement = k + 1, False, True
        elif closed and not tight and k > first and is_aim(grammar, words, k, high):
            k += 2
        elif closed and (seat := _seat_end(grammar, words, k, high)) > k:
            return bracket_end(grammar, words, seat, high)
        elif owned:  # ‹وزارة الصحة التابعة لحماس›
            k, closed = (words.mention_end(k), True) if words.mention[k] >= 0 else (k + 1, False)
        elif (not closed and _is_object(grammar, words, k)) or (k > first and _is_relayed(grammar, head, word)):
            break
        elif _belongs(grammar, words, k, closed) or has_father(grammar, words, head, k):
            k += 1
        elif not tight and after < 3 and _names_on(grammar, words, k, closed):
            k, after = k + 1, after + 1
        else:
            break
    return bracket_end(grammar, words, _past_own_name(grammar, words, head, k, high) if closed else k, high)


def _goes_on(grammar: Grammar, words: Words, head: str, k: int, high: int, *, inside: bool) -> bool:
    """Whether a stop word belongs to the name of a body (اللجنة المسؤولة عن الانتخابات، وسائل إعلام مقربة من
    السلطات)."""
    ended = ends_in_pronoun(grammar, words, k) or is_charged(grammar, words, k)
    return ended or (inside and is_for(grammar, words, head, k, high))


def _is_relayed(grammar: Grammar, head: str, word: str) -> bool:
    """Whether what a medium relays stands behind its name (نقلت صحيفة آس تصريحات)."""
    return grammar.is_in("media", head) and grammar.is_in("utterances", word)


def _past_second(words: Words, head: str, k: int, high: int) -> int:
    """The token after the second of two names in quotation marks (صحيفتا "مايل" و"تلغراف"), else the same one."""
    second = head.endswith(("تا", "تي")) and k + 1 < high and words.word[k] == "و" and words.opens_quote(k + 1)
    return min(words.quote_end(k + 1), high) if second else k


def _past_own_name(grammar: Grammar, words: Words, head: str, k: int, high: int) -> int:
    """The token after the short name of an agency, or after the own name of a company or club in quotation marks where
    what it says follows (شركة الأدوية الأمريكية "إيلي ليلي" أمس أن); else the same one."""
    if grammar.is_in("media", head):
        return short_name_end(grammar, words, k, high)
    if k >= high or head not in grammar.classes["named-bodies"]:
        return k
    if not words.opens_quote(k) or words.quote_end(k) - k > LONGEST_QUOTED:
        return k
    end = words.quote_end(k)
    said = any(grammar.is_complementizer(word) for word in words.word[end : end + LONGEST_DAY])
    return end if said else k


def _governs_definite(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a definite noun follows, or a body before one (المكتب الإعلامي لرئيس مجلس الوزراء)."""
    following, last = (*words.word[k + 1 : min(high, k + 3)], "", "")[:2]
    if k + 1 < high and words.opens_quote(k + 1) and grammar.is_in("bodies", words.word[k][1:]):
        return words.quote_end(k + 1) - k <= LONGEST_QUOTED  # ‹المكتب الإعلامي لحزب "أرض الآباء"›
    return following.startswith("ال") or (grammar.is_in("bodies", following) and last.startswith("ال"))


def _medium_name_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after the known name of a medium, or after the quotation marks in which a longer one stands that begins
    like it (صحيفة "ذا تايمز أوف إنديا"); else the same one."""
    named = grammar.starts_sequence("media-names", words, k, high)
    whole = named > 1 and words.opens_quote(k) and words.quote_end(k) - k <= LONGEST_QUOTED
    return min(words.quote_end(k), high) if whole else k + named


def _is_another(grammar: Grammar, words: Words, first: int, k: int, actor: Actor, tight: bool) -> bool:
    """Whether an actor behind a closed name is no part of it (اتهم الجانب الفلسطيني إسرائيل، يتهم التحالف الحوثيين)."""
    word, head = words.word[k], words.word[first - 1]
    if word[0] == "ل" and words.has_clitic(k):
        return False  # ‹أدانت الأمانة العامة لجامعة الدول العربية›
    other = actor.kind is SpeakerKind.STATE and words.word[k - 1] in grammar.nationalities
    bare = k == first and not words.has_clitic(k)
    second = head.startswith("ال") and (word.startswith("ال") or bare)  # ‹دعا الصندوق الحكومة إلى›
    return tight or other or second or _tells_people(word)


def _is_others(grammar: Grammar, words: Words, head: int, k: int, joined: bool, tight: bool) -> bool:
    """Whether a definite noun after a closed name begins another phrase: people, what follows the name of a state (وصفت
    حكومة إثيوبيا الاجتماع بأنه), and where the name is ``tight`` or cannot govern it all that is no adjective."""
    word, before = words.word[k], grammar.actor(words, k - 1)
    if k == head + 1 and word.endswith("ي") and words.word[head].startswith("ال") and words.is_feminine(head):
        return True  # ‹موقع الوزارة الإلكتروني›
    joined = joined or is_adjective(grammar, word) or (word[0] == "ل" and _leads_to(grammar, words.word[k - 1]))
    people = word.endswith(("يين", "يون")) and not words.word[head].endswith(("ون", "ين", "ات"))
    people = people or (k == head + 1 and _are_people(grammar, words, k))
    if people or joined:
        return people
    last = words.word[k - 1]
    described = last.startswith("ال") and (words.word[head].startswith("ال") or is_adjective(grammar, last))
    if described and is_thing(grammar, word):
        return True  # ‹أدان المجلس الأعلى الهجوم›
    follows = words.word[head].startswith("ال") and k == head + 1 and not words.is_feminine(k)
    if follows and grammar.is_act_noun(word.removeprefix("ال")):
        return True  # ‹تحاول السلطات الترويج للشبكات›, but ‹الدول المشاركة›
    if before is not None and grammar.is_post(word):
        return True  # ‹دعا حزب فارك الرئيس الجديد إلى›
    if words.word[head].startswith("ال") and word in grammar.classes["sole-bodies"]:
        return True  # ‹نبهت المنظمة الحكومة إلى›
    if word.startswith("لل") and grammar.is_act_noun(word[2:]) and _has_complement(words, head + 1, k):
        return True  # ‹تعرضت شركة فيرجين للطيران للانتقاد›
    several = word.endswith("ات") and not any(words.word[j].endswith("ات") for j in range(head, k))
    if several and word.startswith("ال") and words.word[head].startswith("ال"):
        return True  # ‹نفت الشرطة المحلية الاتهامات›
    acts = word.endswith("ات") or grammar.is_act_noun(word.removeprefix("ال"))
    if before is not None and before.kind is SpeakerKind.BODY and acts:
        return True  # ‹استنكرت منظمة التعاون الإسلامي التصريحات›
    after_state = before is not None and before.kind is SpeakerKind.STATE and not words.word[k - 1].startswith("ال")
    return tight or after_state or _disagrees(words, head, k)


def _is_sealed(grammar: Grammar, words: Words, first: int, k: int) -> bool:
    """Whether the adjective of an indefinite medium stands before a definite noun (اتهمت صحيفة محلية الوزير بـ), or a
    proper name before an act or another body (رفضت شركة جوجل الامتثال، طالبت شركة سامسونج الحكومة بـ)."""
    word = words.word[k]
    another = words.word[k - 1] in ANOTHER and word.startswith("ال")
    if k > first and (another or _follows_person(grammar, words, k)):
        return True  # ‹حضت شركة أخرى الناس على، وصف مكتب نتنياهو الاتفاق بأنه›
    if k > first and (word in grammar.classes["sole-bodies"] or _is_act(grammar, word)):
        return is_proper(grammar, words.word[k - 1]) and not grammar.has_preposition(words, k - 1)
    described = k > first and words.word[k - 1] in grammar.classes["media-adjectives"]
    return described and words.word[k].startswith("ال") and grammar.is_in("media", words.word[first - 1])


def _follows_person(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a noun stands behind a known person after whom a body is called (مكتب نتنياهو)."""
    actor, word = grammar.actor(words, k - 1), words.word[k]
    described = is_adjective(grammar, word) and not is_oblique(word)  # ‹أبلغت إدارة ترامب الفلسطينيين›
    return actor is not None and actor.kind is SpeakerKind.PERSON and not described


def _is_act(grammar: Grammar, word: str) -> bool:
    return word.startswith("ال") and grammar.is_act_noun(word[2:]) and not is_adjective(grammar, word)


def _tells_people(word: str) -> bool:
    """Whether a word is the plural of people, with the article."""
    return word.startswith("ال") and word.endswith(("ين", "ون")) and len(word) > 5


def _are_people(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether people stand right behind a definite noun that no plural of theirs can describe (حثت السلطات المواطنين،
    دعت الوزارة السكان)."""
    word, before = words.word[k], words.word[k - 1]
    if not (word.startswith("ال") and before.startswith("ال")) or word in grammar.places:
        return False
    things = before.endswith("ات") or words.is_feminine(k - 1)
    return word[2:] in grammar.classes["men"] or (things and _tells_people(word) and word.endswith("ين"))


def _seat_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The end of the place of a body, which has ب before it (بجدة، بمكة المكرمة، بمنطقة عسير), or the same token."""
    classes, noun = grammar.classes, words.word[k][1:]
    if words.word[k][0] != "ب" or words.mention[k] >= 0:
        return k
    is_area = noun in classes["areas"] or noun in classes["seat-areas"]
    place = k + is_area
    name, further = (*words.word[place : min(place + 2, high)], "", "")[:2]
    if not (noun in classes["places"] or (is_area and (name in classes["places"] or name.startswith("ال")))):
        return k
    described = further in classes["epithets"] or (further.startswith("ال") and further.endswith("يه"))
    return place + 2 if described else place + 1


def _has_complement(words: Words, low: int, high: int) -> bool:
    """Whether what a body is for stands in a range."""
    return any(words.word[j].startswith("لل") for j in range(low, high))


def _belongs(grammar: Grammar, words: Words, k: int, closed: bool) -> bool:
    """Whether a word without article goes on with the name of a body."""
    bare = not closed and not _is_finite(grammar, words, k)
    return bare or words.word[k] in grammar.nationalities or bears_name(grammar, words, k)


def _names_on(grammar: Grammar, words: Words, k: int, closed: bool) -> bool:
    """Whether a word goes on with the name of a body, and does not begin somebody's after it (نادي الاتحاد محمد
    الجهني)."""
    if not is_name_word(grammar, words, k, first=False) or (closed and grammar.is_act_noun(words.word[k])):
        return False  # ‹مؤسسة النقد العربي السعودي فتح الباب›
    return not closed or words.word[k] not in grammar.given_names


def _leads_to(grammar: Grammar, word: str) -> bool:
    """Whether ل after an adjective leads to whom a body belongs to or whom it supports."""
    return word in grammar.classes["belonging"] or word in grammar.classes["governing"]


def _opens_complements(words: Words, k: int) -> bool:
    """Whether several complements begin that say what a body is for (للدراسات والتحليلات)."""
    return words.word[k].startswith("لل") and k + 1 < len(words.word) and words.word[k + 1].startswith("وال")


def _is_object(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether an accusative follows a name (أصدرت محكمة مغربية حكما، كتبت صحيفة بوسطن غلوب مقالا)."""
    word = words.word[k]
    if word.endswith(OWNED) and not words.is_feminine(k) and grammar.is_act_noun(word):
        return True  # ‹أعلن برلمان كتالونيا استقلاله›
    if not word.endswith("ا"):
        return False
    known = word in grammar.name_words or words.mention[k] >= 0
    return words.word[k - 1] in grammar.nationalities or (not known and grammar.is_common(word[:-1]))


def short_name_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after the short name of an agency in quotation marks (وكالة الأنباء السعودية «واس»)."""
    if k >= high or not words.opens_quote(k):
        return k
    end = words.quote_end(k)
    single = end == k + 1 < len(words.word) and not is_break(words.word[end])  # ‹وكالة الأنباء الإسبانية «إيفي» أن›
    if not single and not grammar.starts_sequence("media-names", words, k, high):
        return k
    return min(words.quote_end(k), high)


def _disagrees(words: Words, head: int, k: int) -> bool:
    """Whether a definite noun cannot belong to a feminine head with the article (السفارة الروسية | الأمر)."""
    attributes = words.word[k].endswith(("ه", "ا", "ات")) or not words.word[k].startswith("ال")
    return words.word[head].startswith("ال") and words.is_feminine(head) and not attributes


def _is_finite(grammar: Grammar, words: Words, k: int) -> bool:
    word = words.word[k]
    if is_verb(grammar, words, k) or (grammar.is_past(word) and not grammar.is_post(word)):
        return True
    return grammar.is_imperfect(word) and not grammar.is_common(word)


def _is_seated(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    actor = grammar.actor(words, k + 1) if words.word[k] in _SEATED and k + 1 < high else None
    return actor is not None and actor.kind is SpeakerKind.STATE
