"""Sources: who can stand after an attribution phrase (بحسب، وفقا ل), and no rule or measure."""

from __future__ import annotations

from bayan.extract.descriptions import source_end
from bayan.extract.grammar import Grammar, is_break
from bayan.extract.names import name_end
from bayan.extract.nouns import read_phrase, without_preposition
from bayan.extract.phrases import NounPhrase
from bayan.extract.starts import is_selfsame
from bayan.extract.stems import noun_stems, without_li
from bayan.extract.words import OWNED, Words

_TO = "ل"
"""Apart from what it leads to, before a quotation or letters of another script."""
_KNOWN = ("bodies", "proper-bodies", "media", "sources", "documents", "honorifics")


def read_source(grammar: Grammar, words: Words, at: int, high: int, clitic: bool) -> NounPhrase | None:
    """A source after بحسب or وفقا ل: somebody who can speak, not a rule or a measure."""
    if at >= high:
        return None
    if clitic and words.word[at] == _TO and at + 1 < high:
        return read_source(grammar, words, at + 1, high, clitic=False)  # ‹وفقا لـ"فرانس برس"›
    bare = without_preposition(words, at) if clitic else words
    if at + 1 < high and is_selfsame(grammar, bare, at):
        return read_source(grammar, words, at + 1, high, clitic=False)  # ‹وفقا لنفس المصدر›
    if bare.word[at] in grammar.classes["tellings"] and at + 1 < high:
        return _read_teller(grammar, words, at, high)
    if not is_source(grammar, words, at, high, clitic):
        return None
    if words.mention[at] < 0 and bare.word[at] in grammar.places:
        return NounPhrase(at, at + 1, "state", actor_id=grammar.places[bare.word[at]])
    phrase = read_phrase(grammar, bare, at, high)
    if phrase is None and grammar.has_stem("bodies", bare.word[at]):
        phrase = NounPhrase(at, at + 1, "body")  # ‹حسب مكتبه›
    if phrase is None and bare.word[at].endswith(("ون", "ين")):
        phrase = NounPhrase(at, source_end(grammar, bare, at + 1, high), "source")  # ‹بحسب المحققين›
    if phrase is None or phrase.own is not None or bare is words:
        return phrase
    return phrase.changed(own=(at, bare.start[at]))


def _read_teller(grammar: Grammar, words: Words, at: int, high: int) -> NounPhrase | None:
    """Whose telling or reckoning begins at a token (رواية الشهود): nobody's with an adjective (تقديرات حقوقية)."""
    if words.word[at].endswith("ات") and words.word[at + 1].endswith("يه"):
        return NounPhrase(at, at + 2, "source")
    teller = read_source(grammar, words, at + 1, high, clitic=False)
    return teller.changed(low=at, own=teller.own or (at + 1, words.start[at + 1])) if teller else None


def is_source(grammar: Grammar, words: Words, at: int, high: int, clitic: bool) -> bool:
    """Whether the word after بحسب or وفقا ل can name a source and no rule or measure."""
    if clitic and words.word[at] == _TO and at + 1 < high:
        return is_source(grammar, words, at + 1, high, clitic=False)
    bare = without_li(words.word[at]) if clitic else words.word[at]
    if is_break(bare):
        return False
    measures = not grammar.classes["measures"].isdisjoint(noun_stems(bare))
    if measures and bare not in grammar.given_names:
        return False
    known = grammar.is_in_any(_KNOWN, bare) or grammar.is_post(bare)
    latest = bare in grammar.classes["superlatives"] and at + 1 < high
    known = known or (latest and grammar.is_in("documents", words.word[at + 1]))  # ‹بحسب أحدث تقرير للمنظمة›
    known = known or grammar.has_stem("bodies", bare) or bare.endswith(("ون", "ين"))
    known = known or words.mention[at] >= 0 or words.opens_quote(at) or bare in grammar.places or bare in words.names
    if known and not measures:
        return True
    told = without_preposition(words, at) if clitic else words
    return _is_named(grammar, told, at, high) or _is_surname(grammar, told, at, high)


def _is_named(grammar: Grammar, words: Words, at: int, high: int) -> bool:
    """Whether a personal name of two words or more stands after the phrase and ends there (وفقا لسانجيف غوبتا، …)."""
    end = name_end(grammar, words, at, high)
    if end < at + 2:
        return False
    following = words.word[end] if end < len(words.word) else "."
    return is_break(following) or grammar.is_post(following) or following in grammar.stops


def _is_surname(grammar: Grammar, words: Words, at: int, high: int) -> bool:
    """Whether a single word that nobody knows stands after the phrase and closes it (بحسب القديمي فإن)."""
    following = words.word[at + 1 : min(high, at + 3)]
    main = any(map(words.opens_main, range(at + 1, at + 1 + len(following))))
    word = words.word[at]
    ends = is_break(following[0]) or following[0] in grammar.classes["relatives"] if following else True
    closed = main or not following or (ends and not word.startswith("ال"))  # ‹حسب أوفكوم التي قالت إن›
    owned = word.endswith(OWNED) and not words.is_feminine(at)  # ‹كل حسب قناعته›
    return closed and not owned and name_end(grammar, words, at, high) == at + 1
