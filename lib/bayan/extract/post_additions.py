"""Additions to a post: what stands between it and the name of its holder (رفيع المستوى، المنتهية ولايته)."""

from __future__ import annotations

from bayan.extract.descriptions import bracket_end
from bayan.extract.duties import holder_at_end
from bayan.extract.grammar import Grammar
from bayan.extract.names import name_end
from bayan.extract.post_ends import is_title
from bayan.extract.words import Words
from bayan.records import SpeakerKind

_DASHES = ("-", "–")
_FORMERLY = ("سابقا", "حاليا")


def past_addition(grammar: Grammar, words: Words, k: int, high: int, closed: bool) -> int:
    """The token after a rank (رفيع المستوى), a term that is over (المنتهية ولايته), a seat or duty, or after a body's
    other name in brackets or marks where a name follows (وزارة الدفاع (البنتاغون) جيف ديفيس); else the same one."""
    if rank := grammar.starts_sequence("high-ranks", words, k, high):
        return k + rank
    if (holder := holder_at_end(grammar, words, k, high)) > k:
        return holder
    if words.word[k] in grammar.classes["expired"] and k + 1 < high:
        return k + 2  # ‹رئيس البرلمان المنتهية ولايته سليم الجبوري›
    if closed and _is_adverb(grammar, words, k, high):
        return k + 1
    if closed and _is_between_states(grammar, words, k, high):
        return k + 2  # ‹رئيس جمعية الصداقة السعودية - المصرية خالد السالم›
    end = bracket_end(grammar, words, k, high) if closed else k
    if closed and words.opens_quote(k) and words.quote_end(k) == k + 1:
        end = k + 1  # ‹رئيس هيئة مكافحة الفساد "نزاهة" الدكتور خالد المحيسن›
    if closed and (seat := _past_seat(grammar, words, k, high)) > k:
        return seat
    actor = grammar.actor(words, end) if k < end < high else None
    titled = k < end < high - 1 and is_title(grammar, words.word[end])
    leads = k < end < high and (titled or name_end(grammar, words, end, high) > end)
    return end if leads and (actor is None or actor.kind is SpeakerKind.PERSON) else k


def _is_adverb(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether an adverb belongs to a post (رئيس الوزراء المنتخب حديثا، عضو مجلس الشورى سابقا نجيب الزامل)."""
    if words.word[k] in _FORMERLY and k + 1 < high and name_end(grammar, words, k + 1, high) > k + 2:
        return True
    return words.word[k] in grammar.classes["lately"] and words.word[k - 1].startswith("الم")


def _is_between_states(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a dash stands between two nationalities of one body or relation."""
    known = grammar.nationalities
    return words.word[k] in _DASHES and k + 1 < high and words.word[k - 1] in known and words.word[k + 1] in known


def _past_seat(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after ب with an unknown place or company before a full name (مدير العلاقات بسامسونج قصي مختار), or
    with another noun and what it belongs to before a title and one; else the same one."""
    word = words.word[k]
    known = word in grammar.name_words or word in words.names
    seat = word[0] == "ب" and not known and grammar.is_common(word[1:]) and not grammar.is_act_noun(word[1:])
    if seat and _leads_to_holder(grammar, words, k + 1, high):
        return k + 2  # but ‹أفاد المراسل بمقتل العميد الركن خالد السالم›
    unknown = word[0] == "ب" and not (known or grammar.is_common(word))
    if not unknown or len(word) < 4 or k + 2 >= high or words.word[k + 1] not in grammar.given_names:
        return k
    return k + 1 if name_end(grammar, words, k + 1, high) > k + 2 else k


def _leads_to_holder(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a definite noun or place stands before a title and a full name (مدير الإعلام بسجون القصيم الملازم تركي
    الحربي)."""
    if k + 2 >= high or is_title(grammar, words.word[k]) or grammar.is_post(words.word[k]):
        return False
    if not (words.word[k].startswith("ال") or words.word[k] in grammar.places):
        return False
    start = k + 1
    while start < high and is_title(grammar, words.word[start]):
        start += 1
    return start > k + 1 and name_end(grammar, words, start, high) > start + 1
