"""What goes on about a subject before the object of its verb: its purpose, place, a further post or description, a
relative clause."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.names import name_end
from bayan.extract.nouns import read_phrase
from bayan.extract.object_nouns import is_object, is_verbal_noun
from bayan.extract.qualities import is_adjective, is_thing
from bayan.extract.words import Words

LONGEST_TAIL = 14
"""Tokens of what goes on about a subject."""
_OWN = ("ه", "ها", "هم", "هما")


def past_comma(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The thing behind the comma that closes where, when or how something is said (أعلنت اللجان في محافظة البصرة جنوبي
    العراق، الانتهاء من التحضيرات), or ``high``."""
    if words.word[k] not in grammar.classes["fenced"]:
        return high
    near = range(k + 1, min(high, k + LONGEST_TAIL))
    comma = next((e for e in near if is_break(words.word[e])), high)
    if comma >= high - 2 or not is_comma(words.word[comma]):
        return high
    inside = words.word[k:comma]
    if any(word in grammar.fences or word in grammar.finite for word in inside):
        return high
    after = skip_adverbials(grammar, words, comma, high)
    if after >= high - 1 or words.mention[after] >= 0 or words.quote[after] >= 0 or words.word[after][0] in "بلو":
        return high
    word = words.word[after]
    thing = is_thing(grammar, word) or is_verbal_noun(grammar, word) or grammar.is_common(word)
    thing = thing and word not in grammar.forms  # ‹متهمين قوات النظام بقتلهم›
    return after if thing and is_object(grammar, words, after) and not grammar.is_post(word) else high


def past_post(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The object after a post between two commas (نفى القاضي فلان، مرشح الرئيس للمحكمة، اتهامات), or ``high``."""
    near = range(k + 1, min(high, k + LONGEST_TAIL))
    comma = next((e for e in near if is_break(words.word[e])), high)
    if comma >= high or not is_comma(words.word[comma]):
        return high
    after = skip_adverbials(grammar, words, comma, high)
    if after >= high:
        return high
    word = words.word[after]
    noun = is_verbal_noun(grammar, word) or grammar.is_in("documents", word)
    return after if noun else high


def past_purpose(grammar: Grammar, words: Words, k: int, high: int) -> int | None:
    """The verbal noun after what a body is for (أعلنت المؤسسة العامة للتدريب التقني استمرار القبول), or the definite
    noun after whose it is (أدان المجلس المركزي للمسلمين في ألمانيا الهجمات)."""
    construct = k + 1 < high and words.word[k + 1].startswith("ال")  # ‹لحقوق الإنسان›
    purpose = k < high and words.word[k].startswith("ل" if construct else "لل")
    if not purpose or not is_purpose(grammar, words, k):
        return None
    after = k + (1 if words.word[k].startswith("لل") else 2)
    while after < high and _goes_on_with_purpose(grammar, words.word[after]):
        after += 1
    if after + 2 < high and words.word[after] == "في" and words.mention[after + 1] >= 0:
        after = words.mention_end(after + 1)
    after = skip_adverbials(grammar, words, after, high)
    if after >= high:
        return None
    act = is_verbal_noun(grammar, words.word[after])
    return after if act or (words.mention[after] < 0 and is_thing(grammar, words.word[after])) else None


def _goes_on_with_purpose(grammar: Grammar, word: str) -> bool:
    return word.startswith("وال") or (word.startswith("ال") and not is_thing(grammar, word))


def past_leader(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The object after whoever leads a subject (أعلن الجيش الليبي بقيادة المشير خليفة حفتر القبض على), or ``k``."""
    word = words.word[k]
    if word[0] != "ب" or word[1:] not in grammar.classes["leaderships"] or k + 1 >= high:
        return k
    leader = read_phrase(grammar, words, k + 1, high, tight=True)
    if leader is None or leader.name is None or leader.high >= high:
        return k
    return leader.high if is_object(grammar, words, leader.high) else k


def is_purpose(grammar: Grammar, words: Words, k: int) -> bool:
    """‹التحالف العربي لدعم الشرعية، تدمير …›: what a body is for is no object."""
    word = words.word[k]
    known = word[0] == "ل" and words.mention[k] < 0 and word not in grammar.classes["l-words"]
    return known and len(word) > 3 and (grammar.is_common(word[1:]) or grammar.has_preposition(words, k))


def inside_relative(grammar: Grammar, words: Words, k: int, high: int) -> int | None:
    """The definite verbal noun after a relative clause that no comma closes (ينفي غولن الذي يعيش في ولاية بنسلفانيا
    الضلوع في الانقلاب), or the noun behind one that its subject closes (نفى التحالف الذي تقوده الرياض عقد محادثات)."""
    if (led := _led_end(grammar, words, k + 1, high)) > k:
        return led
    for e in range(k + 2, min(high, k + LONGEST_TAIL)):
        if is_break(words.word[e]):
            return None
        if _is_pointed_at(grammar, words, e, high):
            return e  # ‹وينفي رجل الأعمال الذي يحمل الجنسية السويسرية هذه المزاعم›
        definite = words.word[e].startswith("ال") and words.mention[e] < 0
        if definite and words.word[e - 1] not in grammar.stops and grammar.is_act_noun(words.word[e][2:]):
            return e if _leads_on_by_preposition(grammar, words, e + 1, high) else None
    return None


def _is_pointed_at(grammar: Grammar, words: Words, e: int, high: int) -> bool:
    """Whether a demonstrative with its noun stands behind a definite noun, and nothing that governs it."""
    points = e + 1 < high and words.word[e] in grammar.classes["demonstratives"]
    return points and words.word[e - 1].startswith("ال") and words.word[e + 1].startswith("ال")


def _led_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The noun behind a verb with the pronoun of what it describes and its subject (تقوده السعودية | عقد), or 0."""
    if k + 2 >= high or not words.word[k].endswith(_OWN) or not grammar.is_imperfect(words.word[k].rstrip("اه")):
        return 0
    by = read_phrase(grammar, words, k + 1, high, tight=True)
    if by is None or by.high >= high or by.head not in ("state", "body"):
        return 0
    word = words.word[by.high]
    return by.high if word[0] not in "بلو" and (is_verbal_noun(grammar, word) or grammar.is_common(word)) else 0


def _leads_on_by_preposition(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    return k < high and (words.word[k] in grammar.classes["prepositions"] or words.word[k][0] in "بل")


def past_relative(words: Words, k: int, stop: int) -> int:
    """The token after a relative clause that a comma closes (استنكرت الحركة التي تدير القطاع، الخطوة), or ``stop``."""
    return next((e + 1 for e in range(k, stop) if is_comma(words.word[e])), stop)


def past_apposition(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The object after a second description of the subject between two commas (قوات الحزب، الجناح العسكري له، مقتل)."""
    end = next((e for e in range(k + 1, min(high, k + LONGEST_TAIL)) if is_break(words.word[e])), high)
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
    classes = grammar.classes
    return word in classes["noun-governors"] and word not in classes["determiners"]


def is_area(grammar: Grammar, word: str) -> bool:
    """‹السلطات بمقاطعة سانت لويس›"""
    return word.startswith("ب") and word[1:] in grammar.classes["areas"]


def past_place(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The noun after the place of a source (أكدت مصادر طبية في عدن ارتفاع، أعلنت الحركة في قطاع غزة وقف)."""
    at = k + 1 + (words.word[k] == "في" and words.word[k + 1] in grammar.classes["areas"])
    place = words.word[at] if at + 1 < high else "."
    if is_break(place) or grammar.is_common(place) or place in grammar.stops:
        return k
    end = words.mention_end(at) if words.mention[at] >= 0 else at + 1
    if words.opens_quote(at):
        end = words.quote_end(at)  # ‹بمقاطعة "سانت لويس" الأمريكية›
        end += end < high and is_adjective(grammar, words.word[end])
    end += end < high and words.word[end] in grammar.classes["epithets"]  # ‹بمنطقة المدينة المنورة›
    end += end + 1 < high and is_comma(words.word[end])  # ‹توقعت مصادر في العاصمة صنعاء، حدوث انشقاقات›
    if end >= high or words.word[end].startswith(("ب", "ل")):
        return k
    pointed = words.word[end] in grammar.classes["demonstratives"]  # ‹يعتبر السكان في غزة هذه البالونات›
    if not (pointed or grammar.is_common(words.word[end]) or is_verbal_noun(grammar, words.word[end])):
        return k
    joined = words.word[end].startswith("و") and grammar.is_common(words.word[end][1:])
    return k if joined else end
