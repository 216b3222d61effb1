"""Where somebody holds a post: the area, city or country that stands between the post and the name."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.name_words import is_fence
from bayan.extract.names import name_end
from bayan.extract.words import ALI, OWNED, Words


def is_area(grammar: Grammar, word: str) -> bool:
    """Whether a place is named after a word, which may have ب or ل attached (مدير التعليم بمنطقة نجران ناصر العلي)."""
    areas = grammar.classes["areas"]
    return word in areas or (word.startswith(("ب", "ل")) and word[1:] in areas)


def leads_past_area(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether an area with its name stands before the name of a person (رئيس الغرفة في منطقة الباحة أحمد العويفي)."""
    end = words.mention_end(k + 1) if k + 1 < high and words.mention[k + 1] >= 0 else k + 2
    if end >= high:
        return False
    return name_end(grammar, words, end, high) > end + 1 or leads_to_name(grammar, words, k, high)


def leads_to_name(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a place that nobody knows stands before the comma of a name (قائد الشرطة في باندا، علي حسن،)."""
    comma = next((j for j in range(k + 1, min(k + 4, high)) if is_comma(words.word[j])), high)
    if comma + 1 >= high or any(words.word[j] in grammar.stops for j in range(k, comma)):
        return False
    end = name_end(grammar, words, comma + 1, high)
    return end > comma + 1 and end < len(words.word) and is_comma(words.word[end])


def precedes_name(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a place in one word, whatever it is, has the name of whoever sits there behind it (القنصل السعودي في
    اسطنبول محمد العتيبي), with a rank or without; an unknown name ends at a fence (في جنوى أليساندرا بوتشي:)."""
    if k + 1 >= high or words.word[k] in grammar.stops or words.word[k].startswith("ال"):
        return False
    ranked = grammar.is_in("honorifics", words.word[k + 1])
    start = k + 1 + ranked
    end = name_end(grammar, words, start, high) if start < high else start
    first = words.word[start] if start < high else ""
    known = first in grammar.given_names or first == ALI or (start < high and words.has_father(start))
    foreign = end == start + 2 and not grammar.is_common(words.word[k]) and is_fence(grammar, words, end)
    return foreign or (known and end > start + 1)


def closes_post(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a word closes a post that goes on without articles: the name of an area (منطقة عسير), or a body with the
    pronoun of whose it is (الناطق باسم وزارة خارجيتها)."""
    word, owned = words.word[k], words.word[k].endswith(OWNED) and not words.is_feminine(k)
    named = is_area(grammar, words.word[k - 1]) and not is_area(grammar, word)
    return named or (owned and grammar.has_stem("bodies", word))
