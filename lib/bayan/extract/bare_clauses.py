"""Bare clauses: what is said with no particle, colon or quotation mark before it (قال الوزير لا شك في ذلك)."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.readings import Frame
from bayan.extract.verbs import is_of_first_person, is_told_by_form
from bayan.extract.words import Words
from bayan.lexicon import CueForm

LONGEST_LEAD = 16
"""Tokens between a verb and a clause that nothing marks."""
_DONE = ("تم", "يتم")
"""‹It was done›: what reports nothing of itself and begins no name."""
_FURTHER = ("participle", "masdar")
"""Shapes of a further cue that has what follows it as its own."""


def bare_clause(grammar: Grammar, words: Words, form: CueForm, at: int, high: int) -> tuple[Frame, int] | None:
    """‹قال الوزير في مؤتمر صحفي لا شك في ذلك›: a clause that opens with a particle, with nothing to mark it."""
    if form.form.shape not in ("past", "present", "participle"):
        return None
    openers = grammar.classes["bare-openers"]
    lead = 1 if form.form.shape == "participle" else LONGEST_LEAD  # ‹قائلا نحن مستمرون›
    told = _told_at_once(grammar, words, form, at, high)
    if told is not None:
        return "an", told
    if lead == 1 and at + 2 < high and is_of_first_person(grammar, words.word[at + 1]):
        return "an", at + 1  # ‹قائلا نأمل أن ننجح›
    near = range(at + 1, min(high - 2, at + lead + 1))
    k = next((k for k in near if words.word[k] in openers and words.quote[k] < 0), None)
    if k is None or any(_bars(grammar, words.word[j]) for j in range(at + 1, k)):
        return None
    if any(other.form.shape in _FURTHER for j in range(at + 1, k) for other in grammar.readings(words.word[j])):
        return None  # ‹وأضافت قائلة إن المشكلة لا تنتهي›
    return "an", k


def _bars(grammar: Grammar, word: str) -> bool:
    """Whether no clause that a verb tells begins behind a word or mark."""
    return grammar.is_any(("relatives", "subordinators"), word) or word in ".؟!؛"


def _told_at_once(grammar: Grammar, words: Words, form: CueForm, at: int, high: int) -> int | None:
    """The verb that begins what is said with nothing to mark it, right after the verb of saying, a full name or the
    comma of the subject (وأضاف تمت الاستعانة بالإسعاف، قال خالد السالم ارتفعت الأسعار، وقال المتحدث، تلقت بلاغا), or
    where it speaks of ‹us› (وقال المتحدث نأمل أن ننجح)."""
    if form.form.shape == "participle" or at + 2 >= high:
        return None
    k = at + 1
    if not _may_begin(grammar, words.word[k]):
        subject = read_phrase(grammar, words, k, high)
        k = skip_adverbials(grammar, words, subject.high, high) if subject is not None else k
        if subject is None or k >= high - 1:
            return None
        named = subject.name is not None and words.word[subject.name[0]] in grammar.given_names
        closed = is_comma(words.word[k - 1]) or (named and subject.high > subject.low + 1)
        if not (closed or is_of_first_person(grammar, words.word[k])):
            return None
    word = words.word[k]
    stop = word in grammar.stops and word not in _DONE
    barred = word.startswith("و") or word in grammar.forms or stop
    begins = _may_begin(grammar, word) and not barred and words.quote[k] < 0 and words.mention[k] < 0
    return k if begins else None


def _may_begin(grammar: Grammar, word: str) -> bool:
    """Whether a word is a verb that reports nothing, of the future too (قال سيكون من الواضح)."""
    future = word[0] == "س" and grammar.is_imperfect(word[1:])
    return word in _DONE or future or is_told_by_form(grammar, word) or is_of_first_person(grammar, word)
