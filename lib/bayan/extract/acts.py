"""Acts: what the reported words do, told by rules and by weights learned from annotated statements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bayan.extract.act_features import FIRST, find_pairs, find_stems, find_vocabulary, opening, other_features
from bayan.extract.grammar import Grammar
from bayan.extract.readings import DENIAL, Reading
from bayan.extract.stems import noun_stems
from bayan.extract.words import Words
from bayan.lexicon import ActWords
from bayan.records import Act, SpeakerKind

_NEAR = 14
_ORDER = (Act.DENY, Act.REJECT, Act.APPEAL, Act.WARN, Act.CRITICISE, Act.SUPPORT)


class FoundAct(NamedTuple):
    """An act with the rule that found it: ``act:learned`` where the weights overrule the rules. ``sums`` are the
    weights of all acts; None where nothing can overrule it."""

    act: Act
    rule: str
    sums: tuple[int, ...] | None


def find_act(act_words: ActWords, words: Words, reading: Reading, grammar: Grammar) -> FoundAct:
    """What a statement does, told by itself."""
    places = find_vocabulary(act_words, opening(words, reading))
    by_rule = rule_act(act_words, words, reading, places, grammar)
    if reading.rule == DENIAL:
        return FoundAct(*by_rule, None)
    stems = find_stems(words, reading)
    near = frozenset(stems[:FIRST])
    others = other_features(words, reading, by_rule, places, stems)
    sums = act_words.model.weigh(others, near, frozenset(stems[FIRST:]) - near, find_pairs(stems))
    act = act_words.model.best(sums)
    return FoundAct(act, by_rule[1] if act is by_rule[0] else "act:learned", sums)


def rule_act(
    act_words: ActWords, words: Words, reading: Reading, places: Mapping[Act, int], grammar: Grammar
) -> tuple[Act, str]:
    """The act that the cue names, else the first noun, else the words near the beginning of the content."""
    if reading.act is not Act.INFORM:
        return reading.act, "act:cue"
    opener = _opener(act_words, words, reading, grammar)
    if opener is not None:
        return opener, "act:opener"
    for act in _ORDER:
        if places.get(act, _NEAR) < _NEAR:
            return act, "act:words"
    if places.get(Act.PLEDGE, _NEAR) < _NEAR or _promises(act_words, words, reading):
        return Act.PLEDGE, "act:future"
    return Act.INFORM, "act:default"


def _opener(act_words: ActWords, words: Words, reading: Reading, grammar: Grammar) -> Act | None:
    if reading.frame not in ("prep", "np"):
        return None
    at = reading.content
    if reading.frame == "prep" and len(words.word[at]) <= 3 and at + 1 < reading.content_end:
        at += 1
    if words.word[at] in grammar.classes["intensifiers"] and at + 1 < reading.content_end:
        at += 1  # ‹عن كامل إدانته›
    act = next((act_words.openers[stem] for stem in noun_stems(words.word[at]) if stem in act_words.openers), None)
    return None if act is Act.PLEDGE and _is_anothers(grammar, words, at) else act


def _is_anothers(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether what is told is the readiness of somebody named (موسكو تعلن استعداد حفتر): nobody pledges for another."""
    actor = grammar.actor(words, at + 1) if at + 1 < len(words.word) else None
    return actor is not None and actor.kind is SpeakerKind.PERSON and not words.has_clitic(at + 1)


def _promises(act_words: ActWords, words: Words, reading: Reading) -> bool:
    """A future of the first person or of the speaker's own side near the beginning."""
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
