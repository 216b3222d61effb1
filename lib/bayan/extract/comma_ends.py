"""Commas at which a content has ended, though no rule says so: weighed by learned weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.readings import Reading
from bayan.extract.words import Words
from bayan.lexicon import BIAS

_LENGTHS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 70)
_CLASSES = (
    "prepositions", "relatives", "weekdays", "months", "time-nouns", "adverbials", "fenced", "auxiliaries", "being",
    "adversatives", "negations", "spans", "asides", "ordinals",
)  # fmt: skip
_TELLING = frozenset({
    "that", "past", "and-past", "imperfect", "relatives", "mention", "weekdays", "digit", "months", "cue-past",
    "cue-present", "cue-participle",
})  # fmt: skip
"""Kinds of words that tell something wherever they stand in the rest."""
_REST = 11
"""Words of the rest behind its first that are looked at."""
_BEFORE = 4
"""Kinds of the last word before a comma that are looked at."""
SHORTEST = 5
"""Tokens of a content: the press seldom says less, and a comma in it is rather a list."""


def end_at_comma(weights: Mapping[str, float], grammar: Grammar, words: Words, reading: Reading, end: int) -> int:
    """The token after a content that the rules end at ``end``: a comma inside it where it has more likely ended than
    not, after annotated articles (data/lexicon/end-weights.tsv), or the same token."""
    likely, at = 0.0, end
    most = sum(max(0.0, weights.get(f"rest={kind}", 0.0)) for kind in _TELLING)
    for k in commas(grammar, words, reading, end):
        odds = weights[BIAS] + _weigh(weights, near_features(grammar, words, reading, k, end))
        if odds + most > likely:  # else no words of the rest can tell
            odds += _weigh(weights, rest_features(grammar, words, k, end))
        if odds > likely:
            likely, at = odds, k - 1
    return at


def _weigh(weights: Mapping[str, float], features: set[str]) -> float:
    """Their sum, always in the same order: sums of fractions depend on it."""
    return sum(weights.get(feature, 0.0) for feature in sorted(features))


def commas(grammar: Grammar, words: Words, reading: Reading, end: int) -> Iterator[int]:
    """The tokens behind the commas of a content at which it may have ended: not inside brackets, nor before a relative
    or what goes on with ‹that› (كما أن)."""
    opened = 0
    for k in range(reading.content + 1, end):
        opened += (words.word[k - 1] == "(") - (words.word[k - 1] == ")")
        if k < reading.content + SHORTEST or opened > 0 or not is_comma(words.word[k - 1]):
            continue
        word, following = words.word[k], words.word[k + 1] if k + 1 < end else ""
        goes_on = word.removeprefix("و") in grammar.classes["relatives"] or grammar.is_complementizer(following)
        if not (goes_on or is_break(word) or grammar.is_complementizer(word)):
            yield k


def near_features(grammar: Grammar, words: Words, reading: Reading, k: int, end: int) -> set[str]:
    """What tells whether a content has ended before the comma in front of a token: the words behind and before it, how
    the statement was found, lengths and quotation marks."""
    found = {f"frame={reading.frame}", f"rule={reading.rule}", f"act={reading.act}", f"field={words.field}"}
    found |= {f"word={words.word[k]}", f"length={_bucket(k - 1 - reading.content)}", f"rest-length={_bucket(end - k)}"}
    found.update(f"kind={kind}" for kind in _kinds(grammar, words, k))
    if k + 1 < end:
        found.add(f"second={words.word[k + 1]}")
        found.update(f"second-kind={kind}" for kind in _kinds(grammar, words, k + 1))
    found.update(f"before={kind}" for kind in _kinds(grammar, words, k - 2)[:_BEFORE])
    found.update(_marks(words, reading, k, end))
    return found


def rest_features(grammar: Grammar, words: Words, k: int, end: int) -> set[str]:
    """The kinds of words behind the first of what would follow a content."""
    kinds = {kind for j in range(k + 1, min(end, k + 1 + _REST)) for kind in _kinds(grammar, words, j)}
    return {f"rest={kind}" for kind in kinds & _TELLING}


def _bucket(size: int) -> int:
    return next((most for most in _LENGTHS if size <= most), 99)


def _marks(words: Words, reading: Reading, k: int, end: int) -> Iterator[str]:
    """Quotation marks and further commas around a comma."""
    quote = words.quote
    if quote[k - 2] >= 0:
        yield "inside" if quote[k] == quote[k - 2] else "behind-quotation"
    if any(quote[j] >= 0 for j in range(k, end)):
        yield "before-quotation"
    if any(quote[j] >= 0 for j in range(reading.content, k - 1)):
        yield "quotation-in-it"
    if quote[reading.content] >= 0:
        yield "quotation-first"
    if any(is_comma(word) for word in words.word[k:end]):
        yield "more-commas"
    if end < len(words.word):
        yield f"end={words.word[end] if is_break(words.word[end]) else 'word'}"


def _kinds(grammar: Grammar, words: Words, k: int) -> list[str]:
    """What kinds of word a token is, without and with ‹and›."""
    word, classes = words.word[k], grammar.classes
    bare = word.removeprefix("و")
    joined = "and-" if bare != word else ""
    kinds = [name for name in _CLASSES if word in classes[name]]
    kinds += [f"and-{name}" for name in _CLASSES if joined and bare in classes[name]]
    readings = {(form.form.shape, form.conjunction == "و") for form in grammar.readings(word)}
    kinds += sorted(f"cue-{shape}{'-and' if both else ''}" for shape, both in readings)
    told = (
        ("that", grammar.is_complementizer(word)),
        (f"{joined}past", grammar.is_past(bare)),
        (f"{joined}imperfect", grammar.is_imperfect(bare)),
        (f"{joined}act", grammar.is_act_noun(bare)),
        (f"{joined}common", grammar.is_common(bare)),
        ("definite", word.startswith(("ال", "وال", "لل"))),
        ("digit", word.isdigit()),
        ("mention", words.mention[k] >= 0),
        ("accusative", word.endswith("ا") and not word.startswith("ال")),
    )
    return kinds + [name for name, holds in told if holds]
