"""Where a bare object begins: past the subject and all that may stand before what is said."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.descriptions import is_adjective
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.names import name_end
from bayan.extract.nouns import read_phrase
from bayan.extract.prepositional import prepositional_end
from bayan.extract.starts import names_speaker
from bayan.extract.verbs import tells_purpose
from bayan.extract.words import ONE_OF, THEIRS, Words
from bayan.lexicon import CueForm
from bayan.records import Act

LONGEST_ADVERBIAL = 14
SHORTEST_WITH_AND = 3
"""Letters of a verb with ‹and› before it."""
LONGEST_RELATIVE = 24
_OWN = ("ه", "ها", "هم", "هما")
_GOVERNED = ("علي", "من")
_ADDITION = "اضافه"
"""A verbal noun (إضافة أسماء), but for ‹إضافة إلى›."""


def is_verbal_noun(grammar: Grammar, word: str) -> bool:
    """Whether a noun tells an act (الاعتراف، قطع، دعمه): by its pattern, or one that people voice."""
    return grammar.is_act_noun(word.removeprefix("ال")) or grammar.has_stem("stance-nouns", word)


def after_subject(
    grammar: Grammar, words: Words, form: CueForm, k: int, high: int, described: bool, named: bool
) -> int:
    """Where the object begins: past adverbials between commas and where the subject may be ``described`` what describes
    it, or at the next noun of stance; ``high`` for nowhere. After a post with its name a further post is the object."""
    start = k
    k = skip_adverbials(grammar, words, k, high)
    if k < high and grammar.is_complementizer(words.word[k]):
        return high  # ‹وزعم كلاين أنه في حال وصول الدعم›
    while k < high and k > start and is_comma(words.word[k - 1]) and words.word[k] in grammar.lexicon.classes["fenced"]:
        end = next((e for e in range(k, min(high, k + LONGEST_ADVERBIAL)) if is_comma(words.word[e])), high)
        if end == high:
            break
        k = skip_adverbials(grammar, words, end, high)
    while k < high and words.word[k].startswith("و") and (joint := joint_end(grammar, words, k, high)) > k:
        k = skip_adverbials(grammar, words, joint, high)
    classes = grammar.lexicon.classes
    purpose = _past_purpose(grammar, words, k, high)
    if purpose is not None:
        return purpose
    opens = k < high and (words.word[k] in classes["relatives"] or words.word[k] in classes["asides"])
    if opens and (told := _inside_relative(grammar, words, k, high)) is not None:
        return told
    if opens or (k < high and _is_purpose(grammar, words, k)):
        longest = LONGEST_RELATIVE if words.word[k] in classes["relatives"] else LONGEST_ADVERBIAL
        k = skip_adverbials(grammar, words, _past_relative(words, k, min(high, k + longest)), high)
    if described and k == start + 1 and k < high and is_comma(words.word[start]):
        k = _past_apposition(grammar, words, k, high)
    if described and k == start and k + 2 < high and (words.word[k] == "في" or _is_area(grammar, words.word[k])):
        k = _past_place(grammar, words, k, high)
    if k < high and not named and k > start and is_comma(words.word[k - 1]) and grammar.is_post(words.word[k]):
        k = _past_post(grammar, words, k, high)
    if k >= high:
        return high
    if is_object(grammar, words, k):
        return k
    past = None if form.cue.explicit else past_adverbial(grammar, words, k, high)
    return past or next_stance(grammar, words, form, k, high)


def past_one_of(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after what tells of whom somebody is one, with no comma (انتقد سالم العلي أحد أعضاء المجلس القرار)."""
    if k >= high or words.word[k] not in ONE_OF:
        return k
    phrase = read_phrase(grammar, words, k, high, tight=True)
    goes_on = phrase is not None and phrase.high < high and is_object(grammar, words, phrase.high)
    return phrase.high if phrase is not None and goes_on else k


def past_adverbial(grammar: Grammar, words: Words, k: int, high: int) -> int | None:
    """The noun after an adverbial that its own noun closes (انتقد الحزب بعد اجتماع مع الرئيس قرار الحكومة); على and من
    lead to what the verb governs rather (وشكر الرئيس على الاستقبال الحار)."""
    placed = words.word[k] == "من" and k + 1 < high and words.mention[k + 1] >= 0  # ‹نفى من تركيا الخبر›
    if words.word[k] not in grammar.lexicon.classes["fenced"] or (words.word[k] in _GOVERNED and not placed):
        return None
    after = skip_adverbials(grammar, words, prepositional_end(grammar, words, k, high), high)
    if not k < after < high - 1 or words.mention[after] >= 0 or words.quote[after] >= 0:
        return None
    word = words.word[after]
    noun = grammar.is_definite(word) or grammar.is_common(word) or is_verbal_noun(grammar, word)
    noun = noun and word not in grammar.lexicon.classes["spans"]
    joined = word[0] == "و" and not (grammar.is_common(word) or is_verbal_noun(grammar, word))  # but ‹وقف›
    attached = grammar.has_preposition(words, after) or joined
    return after if noun and not attached and is_object(grammar, words, after) else None


def past_receiver(form: CueForm, words: Words, k: int, high: int) -> int:
    """The noun that a verb needs, after the one whom it is sent to (وجهت المحكمة إلى الصحافيين اتهاما), or ``high``."""
    near = range(k + 1, min(high, k + LONGEST_ADVERBIAL))
    near = range(k + 1, next((e for e in near if is_break(words.word[e])), near.stop))
    return next((e for e in near if words.word[e] in form.cue.needs), high)


def _past_post(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The object after a post between two commas (نفى القاضي فلان، مرشح الرئيس للمحكمة، اتهامات), or ``high``."""
    near = range(k + 1, min(high, k + LONGEST_ADVERBIAL))
    comma = next((e for e in near if is_break(words.word[e])), high)
    if comma >= high or not is_comma(words.word[comma]):
        return high
    after = skip_adverbials(grammar, words, comma, high)
    return after if after < high and is_verbal_noun(grammar, words.word[after]) else high


def next_stance(grammar: Grammar, words: Words, form: CueForm, k: int, high: int) -> int:
    """The next noun of stance in the clause (أعلنت بعد مرور سنة عزمها), after an adverbial the next verbal noun (توقع
    خلال لقائه نمو الطلب), or ``high``."""
    near = range(k, min(high, k + LONGEST_ADVERBIAL))
    near = range(k, next((e for e in near if is_break(words.word[e]) and not is_comma(words.word[e])), near.stop))
    adverbial = k < high and words.word[k] in grammar.lexicon.classes["fenced"]
    inform = form.cue.act is Act.INFORM
    return next(
        (
            e
            for e in near
            if _is_stance(grammar, words, e)
            or (adverbial and _follows_adverbial(grammar, words, k, e))
            or (adverbial and not inform and _is_definite_object(grammar, words, k, e))
        ),
        high,
    )


def _is_definite_object(grammar: Grammar, words: Words, low: int, at: int) -> bool:
    """Whether a definite noun follows an adverbial whose noun has its pronoun or a comma behind it (ثمن الوزيران خلال
    مشاوراتهما المستوى المتميز للعلاقات)."""
    before, word = words.word[at - 1], words.word[at]
    closed = is_comma(before) or (before.endswith(_OWN) and not words.is_feminine(at - 1))
    noun = word.startswith("ال") and not is_adjective(grammar, word) and words.quote[at] < 0
    return at > low + 1 and closed and noun and words.mention[at] < 0


def _follows_adverbial(grammar: Grammar, words: Words, low: int, at: int) -> bool:
    """Whether a verbal noun stands after an adverbial that a comma, an article or a pronoun closes."""
    word, before = words.word[at], words.word[at - 1]
    if at < low + 2 or words.quote[at] >= 0 or words.mention[at] >= 0 or word[0] in "بلو" or word.startswith("ال"):
        return False
    if any(grammar.is_complementizer(other) for other in words.word[low:at]):
        return False  # ‹قال في بيان إن القتال توقف›
    closed = is_comma(before) or "ال" in before[:3] or before.endswith(_OWN)
    return closed and grammar.is_act_noun(word) and not words.has_tanwin(at)


def _past_purpose(grammar: Grammar, words: Words, k: int, high: int) -> int | None:
    """The verbal noun after what a body is for (أعلنت المؤسسة العامة للتدريب التقني استمرار القبول)."""
    if k >= high or not words.word[k].startswith("لل") or not _is_purpose(grammar, words, k):
        return None
    after = next((e for e in range(k + 1, high) if not words.word[e].startswith(("ال", "وال"))), high)
    return after if after < high and is_verbal_noun(grammar, words.word[after]) else None


def _is_purpose(grammar: Grammar, words: Words, k: int) -> bool:
    """‹التحالف العربي لدعم الشرعية، تدمير …›: what a body is for is no object."""
    word = words.word[k]
    known = word[0] == "ل" and words.mention[k] < 0 and word not in grammar.lexicon.classes["l-words"]
    return known and len(word) > 3 and (grammar.is_common(word[1:]) or grammar.has_preposition(words, k))


def joint_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after a second subject with و (اعتبرت واشنطن ولندن الاتفاق), or the same token."""
    if words.mention[k] >= 0:
        return min(words.mention_end(k), high) if words.has_clitic(k) else k
    if words.word[k].endswith(THEIRS):
        return k + 1  # ‹ينفي خالد السالم ومؤيدوه ضلوعهم›
    if not names_speaker(grammar, words.word[k][1:]):
        return k
    phrase = read_phrase(grammar, words.reread(k, words.word[k][1:], words.start[k] + 1), k, high, tight=True)
    return phrase.high if phrase is not None else k


def _inside_relative(grammar: Grammar, words: Words, k: int, high: int) -> int | None:
    """The definite verbal noun after a relative clause that no comma closes (ينفي غولن الذي يعيش في ولاية بنسلفانيا
    الضلوع في الانقلاب)."""
    for e in range(k + 2, min(high, k + LONGEST_ADVERBIAL)):
        if is_break(words.word[e]):
            return None
        definite = words.word[e].startswith("ال") and words.mention[e] < 0
        if definite and words.word[e - 1] not in grammar.stops and grammar.is_act_noun(words.word[e][2:]):
            return e if _leads_on_by_preposition(grammar, words, e + 1, high) else None
    return None


def _leads_on_by_preposition(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    return k < high and (words.word[k] in grammar.lexicon.classes["prepositions"] or words.word[k][0] in "بل")


def _past_relative(words: Words, k: int, stop: int) -> int:
    """The token after a relative clause that a comma closes (استنكرت الحركة التي تدير القطاع، الخطوة), or ``stop``."""
    return next((e + 1 for e in range(k, stop) if is_comma(words.word[e])), stop)


def _past_apposition(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The object after a second description of the subject between two commas (قوات الحزب، الجناح العسكري له، مقتل)."""
    end = next((e for e in range(k + 1, min(high, k + LONGEST_ADVERBIAL)) if is_break(words.word[e])), high)
    if end >= high or not is_comma(words.word[end]):
        return k
    word = words.word[k]
    seated = word.startswith("و") and word.endswith(_OWN)  # ‹جامعة الدول العربية، ومقرها القاهرة، الهجوم›
    describes = word.startswith("ال") or seated or grammar.is_post(word) or name_end(grammar, words, k, end) == end
    after = skip_adverbials(grammar, words, end, high)
    goes_on = after < high and not _governs_noun(grammar, words.word[after])
    goes_on = goes_on and words.word[after][0] != "و" and words.quote[after] < 0
    return after if describes and goes_on and is_object(grammar, words, after) else k


def _governs_noun(grammar: Grammar, word: str) -> bool:
    classes = grammar.lexicon.classes
    return word in classes["noun-governors"] and word not in classes["determiners"]


def _is_area(grammar: Grammar, word: str) -> bool:
    """‹السلطات بمقاطعة سانت لويس›"""
    return word.startswith("ب") and word[1:] in grammar.lexicon.classes["areas"]


def _past_place(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The noun after the place of a source (أكدت مصادر طبية في عدن ارتفاع، أعلنت الحركة في قطاع غزة وقف)."""
    at = k + 1 + (words.word[k] == "في" and words.word[k + 1] in grammar.lexicon.classes["areas"])
    place = words.word[at] if at + 1 < high else "."
    if is_break(place) or grammar.is_common(place) or place in grammar.stops:
        return k
    end = words.mention_end(at) if words.mention[at] >= 0 else at + 1
    if words.opens_quote(at):
        end = words.quote_end(at)  # ‹بمقاطعة "سانت لويس" الأمريكية›
        end += end < high and is_adjective(grammar, words.word[end])
    end += end + 1 < high and is_comma(words.word[end])  # ‹توقعت مصادر في العاصمة صنعاء، حدوث انشقاقات›
    if end >= high or words.word[end].startswith(("ب", "ل")):
        return k
    if not (grammar.is_common(words.word[end]) or is_verbal_noun(grammar, words.word[end])):
        return k
    joined = words.word[end].startswith("و") and grammar.is_common(words.word[end][1:])
    return k if joined else end


def _is_stance(grammar: Grammar, words: Words, at: int) -> bool:
    word = words.word[at]
    if words.quote[at] >= 0 or word[0] in "بلو" or not grammar.has_stem("stance-nouns", word):
        return False
    before = words.word[at - 1]
    return not (before in grammar.stops or grammar.is_in("venues", before))


def _goes_on(grammar: Grammar, word: str) -> bool:
    """Whether a further verb of saying stands here (دان الحزب الهجوم، واعتبر أن), and no act (ورفع العقوبات)."""
    if len(word) < SHORTEST_WITH_AND or grammar.is_act_noun(word[1:]):
        return False
    return any(form.conjunction == "و" and form.form.shape in ("past", "present") for form in grammar.readings(word))


def _is_doing(grammar: Grammar, word: str) -> bool:
    """Whether a verb tells what those do whom ‹من› means."""
    if word in grammar.lexicon.classes["months"]:
        return False  # ‹أعلن في الثلاثين من مارس›
    return grammar.is_imperfect(word) or (grammar.is_past(word) and not grammar.is_common(word))


def is_object(grammar: Grammar, words: Words, k: int) -> bool:
    word = words.word[k]
    if word == "من" and k + 1 < len(words.word) and _is_doing(grammar, words.word[k + 1]):
        return True  # ‹انتقد الوزير من يدعو إلى الحرب›
    if is_break(word) or grammar.is_complementizer(word) or word in grammar.lexicon.classes["prepositions"]:
        return False
    if word in grammar.lexicon.classes["relatives"] or _goes_on(grammar, word) or tells_purpose(grammar, words, k):
        return False
    if word == _ADDITION and words.word[k + 1 : k + 2] != ("الي",):
        return True
    return word not in grammar.stops or word in grammar.lexicon.classes["determiners"]
