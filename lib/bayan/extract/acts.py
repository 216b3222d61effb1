"""Acts: what the reported words do, from the cue where it names the act, else from the words."""

from __future__ import annotations

from collections.abc import Mapping

from bayan.extract.grammar import noun_stems
from bayan.extract.readings import Reading
from bayan.extract.words import Words
from bayan.lexicon import ActWords, Sequences
from bayan.records import Act

_NEAR = 14
_ORDER = (Act.DENY, Act.REJECT, Act.APPEAL, Act.WARN, Act.CRITICISE, Act.SUPPORT)


def find_act(act_words: ActWords, words: Words, reading: Reading) -> tuple[Act, str]:
    """The act with the rule that found it."""
    if reading.act is not Act.INFORM:
        return reading.act, "act:cue"
    opener = _opener(act_words, words, reading)
    if opener is not None:
        return opener, "act:opener"
    for act in _ORDER:
        if _has_sequence(act_words.phrases.get(act, {}), words, reading):
            return act, "act:words"
    if _is_pledge(act_words, words, reading):
        return Act.PLEDGE, "act:future"
    return Act.INFORM, "act:default"


def _opener(act_words: ActWords, words: Words, reading: Reading) -> Act | None:
    if reading.frame not in ("prep", "np"):
        return None
    at = reading.content
    if reading.frame == "prep" and len(words.word[at]) <= 3 and at + 1 < reading.content_end:
        at += 1
    return next((act_words.openers[stem] for stem in noun_stems(words.word[at]) if stem in act_words.openers), None)


def _has_sequence(index: Mapping[str, Sequences], words: Words, reading: Reading) -> bool:
    for k in range(reading.content, min(reading.content_end, reading.content + _NEAR)):
        word = words.word[k]
        for first in {word, word.removeprefix("و"), word.removeprefix("ف")}:
            for sequence in index.get(first, ()):
                if words.word[k + 1 : k + len(sequence)] == sequence[1:]:
                    return True
    return False


def _is_pledge(act_words: ActWords, words: Words, reading: Reading) -> bool:
    """A future of the first person or of the speaker's own side, or a word of resolve, near the beginning."""
    if _has_sequence(act_words.pledges, words, reading):
        return True
    own = False
    for k in range(reading.content, min(reading.content_end, reading.content + 6)):
        word = words.word[k]
        for entry in act_words.first_person:
            if word.startswith(entry[-1]) and len(word) > 3 and (len(entry) == 1 or words.word[k - 1] == entry[0]):
                return True
        own = own or word in act_words.own_side
        if own and len(word) > 4 and word.startswith(("سي", "ست")):
            return True
    return False
