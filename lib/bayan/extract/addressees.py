"""Addressees: to whom words are said, where the sentence names an actor of the registry.

The object of a verb of asking, warning, thanking or telling (دعا الصين إلى), whoever stands behind ل between cue and
content (قال بوتين لعباس) or behind من after a request, and in a headline behind ل before the colon (روحاني لماكرون: …).
"""

from __future__ import annotations

from collections.abc import Iterator

from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.readings import Reading
from bayan.extract.words import Words
from bayan.records import Act, Mention, SpeakerKind

_GOVERNMENTS = ("حكومه", "سلطات", "اداره")
_ASKING = frozenset({Act.APPEAL, Act.WARN, Act.SUPPORT})


def find_addressee(grammar: Grammar, words: Words, reading: Reading) -> Mention | None:
    """The mention of the first actor to whom the words are said, media apart: those only relay."""
    low, high = _between(reading)
    for at in _starts(words, low, high):
        actor = grammar.actor(words, at)
        if actor is None or actor.kind is SpeakerKind.MEDIA:
            continue
        if _is_spoken_to(grammar, words, reading, at, low):
            return words.mentions[words.mention[at]]
    return None


def _between(reading: Reading) -> tuple[int, int]:
    """The tokens between who speaks and what is said."""
    if reading.form is None:
        return (reading.subject.high if reading.subject else reading.cue[0]), reading.cue[0]
    low = reading.cue[1]
    if reading.subject is not None and low <= reading.subject.low < reading.content:
        low = reading.subject.high
    return low, reading.content + (2 if _asks(reading) and reading.frame in ("prep", "np") else 0)


def _starts(words: Words, low: int, high: int) -> Iterator[int]:
    """The tokens at which mentions begin."""
    for at in range(low, min(high, len(words.word))):
        if words.mention[at] >= 0 and words.quote[at] < 0 and (at == 0 or words.mention[at - 1] != words.mention[at]):
            yield at


def _is_spoken_to(grammar: Grammar, words: Words, reading: Reading, at: int, low: int) -> bool:
    if words.has_clitic(at):
        beside = at == low or is_comma(words.word[at - 1])
        return words.word[at].startswith("ل") and beside and at < reading.content and not _ends_in_post(reading)
    before = words.word[at - 1] if at > low else ""
    if before == "ل" or (before == "من" and _asks(reading)):
        return True
    return _is_object(grammar, words, reading, at, low)


def _ends_in_post(reading: Reading) -> bool:
    """‹قائد القوات لليمن›: ل after a post belongs to it."""
    subject = reading.subject
    return subject is not None and subject.post is not None and subject.post[1] == subject.high


def _asks(reading: Reading) -> bool:
    return reading.form is not None and reading.form.cue.act is Act.APPEAL


def _is_object(grammar: Grammar, words: Words, reading: Reading, at: int, low: int) -> bool:
    """Whether the mention is the object of a verb that speaks to its object; verbs of blame speak of it."""
    form = reading.form
    if form is None or not form.cue.takes_object or form.form.pronoun or reading.shape == "masdar-noun":
        return False
    speaks_to = form.cue.act in _ASKING or (form.cue.act is Act.INFORM and "an" in form.cue.frames)
    if not speaks_to or at > reading.content or (at == reading.content and reading.frame != "np"):
        return False
    return _is_head(grammar, words, at) and not any(_parts(grammar, words.word[k]) for k in range(low, at))


def _is_head(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether no noun or preposition before the mention has it in its genitive (أبلغ محامي ترامب)."""
    before = words.word[at - 1]
    if before in grammar.classes["noun-governors"] or words.word[at].startswith("و"):
        return False
    if grammar.has_preposition(words, at - 1):
        return False
    construct = grammar.is_post(before) or grammar.is_common(before) or grammar.is_in("bodies", before)
    return before.startswith("ال") or not construct or before in _GOVERNMENTS


def _parts(grammar: Grammar, word: str) -> bool:
    """Whether a word between cue and mention begins an aside or another subject."""
    aside = word in ("-", "–", "(") or word in grammar.classes["relatives"]
    return aside or word in grammar.classes["noun-governors"] or (word[0] == "و" and grammar.is_post(word[1:]))
