"""Whose words a verb of relaying hands on (نقلت الوكالة عن الوزير، نقلت الوكالة قول الوزير)."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.nouns import read_phrase, without_preposition
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import source_link
from bayan.extract.words import Words
from bayan.lexicon import CueForm

_SAYING = "قول"
_LONGEST_ASIDE = 8
"""Tokens between two commas behind a medium."""


def whose_words(grammar: Grammar, words: Words, form: CueForm, at: int, content: int) -> NounPhrase | None:
    """Those whose words stand between the verb at ``at`` and the content: behind its preposition, behind ‹قول›, else
    the medium itself, which tells them (نقلت الوكالة أن)."""
    link = source_link(form)
    source = next((k for k in range(at + 1, content - 1) if words.word[k] == link), None)
    if source is not None:
        return read_phrase(grammar, words, source + 1, content)
    if "ascribe" in form.cue.frames and (told := _ascribed(grammar, words, at + 1, content)) is not None:
        return told
    if words.word[at + 1] in grammar.classes["spoken-of"]:
        return None
    medium = read_phrase(grammar, words, at + 1, content) if at + 1 < content else None
    saying = _past_aside(words, medium.high, content) if medium is not None else content
    if saying + 1 < content and words.word[saying] == _SAYING:
        return read_phrase(grammar, words, saying + 1, content)  # ‹نقلت الوكالة قول الوزير إن›
    if medium is None or words.word[medium.high] in grammar.classes["spoken-of"]:
        return None  # ‹ونقل التلفزيون عنه قوله إن›
    tells = medium.head == "media" and grammar.is_complementizer(words.word[content])
    return medium if tells else None


def _ascribed(grammar: Grammar, words: Words, low: int, high: int) -> NounPhrase | None:
    """Whom words are ascribed to behind an attached ل (نسبت الوكالة لأكرم القول إن)."""
    for k in range(low, high):
        bare = without_preposition(words, k)
        if bare is not words and not grammar.is_in("media", bare.word[k]):
            told = read_phrase(grammar, bare, k, high)
            return told.changed(own=(k, bare.start[k])) if told is not None and told.own is None else told
    return None


def _past_aside(words: Words, k: int, high: int) -> int:
    """The token after what stands between two commas behind a medium (نقلت الوكالة، التابعة للدولة، قول الوزير)."""
    if k >= high or not is_comma(words.word[k]):
        return k
    return next((end + 1 for end in range(k + 1, min(high, k + _LONGEST_ASIDE)) if is_comma(words.word[end])), k)
