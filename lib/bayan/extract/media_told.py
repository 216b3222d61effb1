"""Media to which somebody talks (قال لـ«الشرق الأوسط»، في مقابلة مع قناة) or which hold his words (في مقاله بصحيفة)."""

from __future__ import annotations

from bayan.extract.descriptions import bracket_end
from bayan.extract.grammar import Grammar, is_break
from bayan.extract.names import clean_name
from bayan.extract.nouns import read_phrase
from bayan.extract.stems import without_li
from bayan.extract.words import Words

_TO_ONE = ("لاحدي", "لاحد")
_TO = ("ل", "لل")
_LEADING = (*_TO, "مع", "عبر")
LONGEST_QUOTED = 4
"""Tokens in quotation marks behind ل that are the name of a medium to whom somebody talks."""
LONGEST_PLACE = 8
"""Tokens between an article and the medium that it stands in."""


def addressed_medium(grammar: Grammar, words: Words, low: int, end: int) -> str | None:
    """‹قال لـ«الشرق الأوسط»، لوكالة رويترز، في مقابلة مع قناة›."""
    for k in range(low, end):
        if words.word[k - 1] in grammar.classes["belonging"]:
            continue
        if words.word[k] in _TO_ONE and k + 1 < end and grammar.is_in("media", words.word[k + 1]):
            return clean_name(without_li(words.text(k, _medium_end(grammar, words, k + 1, end))))
        named = grammar.medium_end(words, k, end)
        if named > k + 1:
            return clean_name(without_li(words.text(k, named)))
        if named > k and without_li(words.word[k]) not in grammar.classes["press-at-large"]:
            return _attached_medium(grammar, words, k, end)
        on_air = words.word[k] == "علي" and k + 1 < end and not _is_online(grammar, words, k + 1)
        leads = words.word[k] in _LEADING or on_air or _is_talk_to(grammar, words, k)
        if leads and k + 1 < end:
            closed = bracket_end(grammar, words, k + 1, end)
            if closed > k + 1 and grammar.starts_sequence("media-names", words, k + 2, closed):
                return clean_name(words.text(k + 2, closed - 1))  # ‹لـ (اليوم)›
            free = _free_medium_end(grammar, words, k + 1, end)
            if free is not None:
                return clean_name(words.text(k + 1, free))
    return None


def _is_talk_to(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether ‹إلى› leads from what somebody says to whom he says it (في حديثه إلى صحيفة الحياة)."""
    return words.word[k] == "الي" and k > 0 and grammar.has_stem("venues", words.word[k - 1])


def published_in(grammar: Grammar, words: Words, low: int, end: int) -> str | None:
    """‹في مقال نشر أمس في صحيفة الوطن، في مقاله بصحيفة الوطن›: where an article stands that somebody says it in."""
    article = next((k for k in range(low, end) if grammar.has_stem("articles", words.word[k])), end)
    for k in range(article + 1, min(article + LONGEST_PLACE, end)):
        if words.word[k] in ("في", "عبر") and k + 1 < end and grammar.is_in("media", words.word[k + 1]):
            return clean_name(words.text(k + 1, _medium_end(grammar, words, k + 1, end)))
        if words.word[k][0] == "ب" and grammar.is_in("media", words.word[k][1:]):
            return clean_name(words.text(k, _medium_end(grammar, words, k, end))[1:])
    return None


def _is_online(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether ‹على› leads to a site or network, on which one speaks for oneself (على شبكة الإنترنت)."""
    networks = grammar.classes["networks"]
    return words.word[at] in ("موقع", "مواقع") or any(word in networks for word in words.word[at : at + 3])


def _attached_medium(grammar: Grammar, words: Words, k: int, end: int) -> str:
    """The medium whose first word carries the preposition (للصحيفة، لوكالة رويترز)."""
    following = k + 1 < end and grammar.is_in("media", without_li(words.word[k]))
    phrase = read_phrase(grammar, words, k + 1, end) if following else None
    text = words.text(k, _medium_end(grammar, words, k, end) if phrase is None else min(phrase.high, end))
    return clean_name(without_li(text))


def _free_medium_end(grammar: Grammar, words: Words, k: int, end: int) -> int | None:
    """The end of the medium that a preposition of its own leads to, or None where none stands there."""
    known = grammar.starts_sequence("media-names", words, k, end) > 0
    if words.opens_quote(k) and (known or _is_told_by_name(grammar, words, k)):
        return words.quote_end(k)
    if grammar.is_in("media", words.word[k]):
        return _medium_end(grammar, words, k, end)
    named = grammar.starts_sequence("media-names", words, k, end)  # ‹مع بي بي سي›
    common = named == 1 and words.word[k] in grammar.classes["common-media"] and words.word[k - 1] != "ل"
    return k + named if named and not common else None


def _is_told_by_name(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether ل and a quotation, of a few words, follow a verb, a name or a source of a text (قالت ساتكليف لـ"كيه أي أي
    أي" إن), and no post is meant."""
    if words.field == "title" or words.word[k - 1] not in _TO or words.quote_end(k) - k > LONGEST_QUOTED:
        return False
    if k < 2 or grammar.is_post(words.word[k]):
        return False
    before = words.word[k - 2]
    return before in grammar.finite or before in words.names or grammar.is_in("sources", before)


def _medium_end(grammar: Grammar, words: Words, k: int, end: int) -> int:
    """A medium's name: the quoted name after the noun, or up to four words."""
    if k + 1 < end and words.opens_quote(k + 1):
        return min(words.quote_end(k + 1), end)
    high = k + 1
    while high < min(end, k + 5) and not is_break(words.word[high]) and words.word[high] not in grammar.stops:
        if words.opens_main(high):
            break  # ‹ووفقا لما نقلت وكالة الأنباء فقد›
        high += 1
    return high
