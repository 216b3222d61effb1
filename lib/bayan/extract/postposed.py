"""Postposed roles: the title behind a name at a cue (قال خالد السالم -رئيس الهيئة- إن).

Appositions read a title together with its name, wherever it stands, and only one that surely ends. Here the cue is
known, and so that what stands between its subject and what is said belongs to the subject.
"""

from __future__ import annotations

from bayan.extract.adverbials import LONGEST_ASIDE, is_dash, skip_adverbials
from bayan.extract.descriptions import is_time_noun
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.name_words import is_verb
from bayan.extract.phrases import NounPhrase, Range
from bayan.extract.posts import read_post
from bayan.extract.readings import Reading
from bayan.extract.words import ONE_OF, Words
from bayan.records import Act

_LONGEST = 16
"""Tokens of a title with its complements; of what goes on longer, the post alone is the title."""
_PREPOSITIONS = frozenset({"في", "من", "علي", "الي", "لدي", "عن"})


def role_behind(grammar: Grammar, words: Words, reading: Reading, phrase: NounPhrase, high: int) -> Range | None:
    """The tokens of the title behind the name of a subject; ``high`` is the end of the sentence.

    Between commas or dashes, or behind ‹وهو›, a post is a title. With nothing between it is one only where it fills all
    that stands before the content, and may not be the object of the verb (دعا ترامب الرئيس الروسي إلى).
    """
    start, limit = phrase.high, _limit(reading, phrase, high)
    apart = start < limit and is_comma(words.word[start])
    dashed = start < limit and is_dash(words, start)
    start += apart or dashed
    aside = start < limit and words.word[start] in grammar.classes["asides"]
    start += aside
    if start >= limit:
        return None
    if words.word[start] not in ONE_OF and not _is_title(grammar, words.word[start]):
        return None
    if dashed:
        near = range(start, min(limit + 1, start + LONGEST_ASIDE, len(words.word)))
        end = next((k for k in near if is_dash(words, k)), start)
        return (start, end) if end > start else None
    end = _end(grammar, words, start, limit, apart=apart or aside)
    if apart or aside:
        return start, end
    fills = end > start + 1 and (_leads_on(grammar, words, end) or skip_adverbials(grammar, words, end, limit) == limit)
    return (start, end) if fills and not _may_have_object(reading) else None


def _may_have_object(reading: Reading) -> bool:
    """Whether people may be the object of the cue, who are told, asked, blamed or praised."""
    cue = reading.form.cue if reading.form else None
    return cue is not None and (cue.takes_object or cue.act is not Act.INFORM)


def _limit(reading: Reading, phrase: NounPhrase, high: int) -> int:
    """Where a title ends at the latest: at the cue or the content behind it, or with the sentence."""
    return min((at for at in (reading.cue[0], reading.content, high) if at >= phrase.high), default=high)


def _is_title(grammar: Grammar, word: str) -> bool:
    return grammar.is_post(word) and not grammar.is_in("honorifics", word)


def _end(grammar: Grammar, words: Words, start: int, limit: int, *, apart: bool) -> int:
    """The end of a post with what prepositions and further nouns add to it."""
    post = read_post(grammar, words, start, limit)
    end = post.high if apart or post.name is None or post.post is None else post.post[1]
    closing = (k for k in range(end, min(limit, start + _LONGEST)) if _ends(grammar, words, k, limit))
    return next(closing, limit if limit <= start + _LONGEST else end)


def _ends(grammar: Grammar, words: Words, k: int, limit: int) -> bool:
    word, classes = words.word[k], grammar.classes
    if is_break(word) or words.opens_quote(k) or grammar.is_complementizer(word) or word in classes["relatives"]:
        return True
    if word in classes["asides"] or is_verb(grammar, words, k) or grammar.addresses_medium(word):
        return True
    if word in _PREPOSITIONS and k + 1 < limit:
        following = words.word[k + 1]
        told = grammar.is_in("documents", following) or grammar.is_in("venues", following)
        return told or is_time_noun(grammar, words, k + 1)
    return word in grammar.stops or skip_adverbials(grammar, words, k, limit) > k


def _leads_on(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a comma and a further title follow (المدير التنفيذي للمستشفى، استشاري العيون)."""
    return k + 1 < len(words.word) and is_comma(words.word[k]) and _is_title(grammar, words.word[k + 1])
