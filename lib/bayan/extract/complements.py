"""Complements: the first thing after a cue that its frames allow, a clause, preposition, colon or quotation."""

from __future__ import annotations

import re

from bayan.extract.adverbials import skip_bracket
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.readings import Frame
from bayan.extract.words import Words
from bayan.lexicon import CueForm

LONGEST_GAP = 45
LONGEST_ASIDE = 18
_U = "\u064f"
"""The vowel that marks the passive of a past."""
_PARTICIPLE = re.compile("م..?.?.?ا")
_BARE = frozenset({"an", "np"})
"""Frames without a preposition: of cues that have none of them, what follows ب is the content (رحب بقرار)."""


def find_complement(grammar: Grammar, words: Words, form: CueForm, at: int, high: int) -> tuple[Frame, int] | None:
    """The first complementizer, preposition, colon or quotation after a cue that its frames allow."""
    frames = form.cue.frames
    j = at + 1
    stop = min(high, at + (3 if form.cue.adjacent and form.form.gender != "f" else LONGEST_GAP))
    relative = False
    aside = at
    while j < stop:
        word = words.word[j]
        if is_comma(words.word[j - 1]) and j > aside and j > at + 1:
            aside = _aside_end(grammar, words, form, j, stop)
        if words.opens_quote(j):
            inside = word in grammar.lexicon.classes["prepositions"] and word in frames
            if inside or _governs_clitic(grammar, words, form, at, j, high):
                return "prep", j
            if "quote" in frames and _is_speech(grammar, words, form, at, j, high):
                return "quote", j
            j = words.quote_end(j)
            continue
        if word == ":":
            return _after_colon(grammar, words, form, at, j, high)
        if word == "(":
            j = skip_bracket(words, j, stop)
            continue
        if word in ".!?؟؛…":
            return None
        if grammar.is_complementizer(word):
            marked = _clause(grammar, words, frames, at, j)
            if marked is not None:
                return marked
            if not _is_bound(grammar, words, j) and not (relative and _is_of_another(grammar, words, j - 1)):
                return None
        elif j >= aside and (
            (
                word in grammar.lexicon.classes["prepositions"]
                and word in frames
                and _governs(grammar, words, form, at, j, high)
            )
            or _governs_clitic(grammar, words, form, at, j, high)
        ):
            return "prep", j
        elif word in grammar.lexicon.classes["relatives"]:
            relative = True
        elif j > at + 1 and not relative and _is_second_verb(grammar, words, j):
            return None
        elif relative and is_comma(word):
            relative = False
        j += 1
    return None


def _aside_end(grammar: Grammar, words: Words, form: CueForm, j: int, stop: int) -> int:
    """The comma that closes an adverbial opened by a comma (وأكد الوزير، لدى تسلمه الرد على خطابه، عدم وجود مانع)."""
    word = words.word[j]
    if word not in grammar.lexicon.classes["fenced"] or word in form.cue.frames:
        return j
    end = next((k for k in range(j + 1, min(stop, j + LONGEST_ASIDE)) if is_comma(words.word[k])), j)
    goes_on = any(words.word[k] in form.cue.frames for k in range(end + 1, min(stop, end + 3)))
    return end if "np" in form.cue.frames or goes_on else j


def _clause(grammar: Grammar, words: Words, frames: frozenset[str], at: int, j: int) -> tuple[Frame, int] | None:
    """A complementizer as content: bare, with ب, or after a preposition that the cue governs."""
    before = words.word[j - 1]
    if j - 1 > at and before in grammar.lexicon.classes["prepositions"]:
        return ("prep", j - 1) if before in frames else None
    if before in grammar.lexicon.classes["binding"] and j - 1 > at:
        return None
    if j - 1 > at and _is_of_another(grammar, words, j - 1):
        return None
    if before in grammar.lexicon.classes["that-nouns"] and j - 1 > at:
        return ("an", j - 1)
    if words.word[j].startswith("بان"):
        return ("an", j) if "an" in frames or "ب" in frames else None
    return ("an", j) if "an" in frames else None


def _is_of_another(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether the verb right before a clause is another one that takes it (تصريح الوزير الذي قال إن)."""
    return any(
        form.form.shape in ("past", "present", "participle")
        and "an" in form.cue.frames
        and not form.form.pronoun
        and is_spelt(words, form, k)
        for form in grammar.readings(words.word[k])
    )


def _is_bound(grammar: Grammar, words: Words, j: int) -> bool:
    return words.word[j - 1] in grammar.lexicon.classes["binding"] or words.word[j].startswith(("لان", "كان"))


def _after_colon(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> tuple[Frame, int] | None:
    if j + 1 >= high or not ({"quote", "an"} & form.cue.frames):
        return None
    following = words.word[j + 1]
    if grammar.is_complementizer(following) and not words.opens_quote(j + 1):
        return "an", j + 1
    return "colon", j + 1


def _governs(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> bool:
    """Whether a free preposition introduces the content and is no part of an adverbial."""
    word = words.word[j]
    if j + 1 >= high or is_break(words.word[j + 1]):
        return False
    needed = form.cue.needs_for.get(word)
    if needed and not any(part in needed for part in words.word[j + 1 : j + 3]):
        return False
    following = words.word[j + 1]
    if word == "من" and words.word[j - 1] in grammar.lexicon.classes["source-links"]:
        return False
    if following in grammar.lexicon.classes["no-content"] or _repeats(grammar, words, j, high):
        return False
    if word == "في" and (grammar.is_in("venues", following) or grammar.is_in("documents", following)):
        return False
    if word in ("علي", "من", "عن") and grammar.is_in("networks", following):
        return False
    return not (word == "علي" and following in grammar.lexicon.classes["own-channels"])


def _repeats(grammar: Grammar, words: Words, j: int, high: int) -> bool:
    """The first of two like prepositions around a place belongs to the subject (مبعوث الأمم المتحدة إلى العراق إلى)."""
    actor = grammar.actor(words, j + 1)
    end = words.mention_end(j + 1) if actor is not None else high
    return end < high and words.word[end] == words.word[j]


def _governs_clitic(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> bool:
    """Whether ب or ل attached to this word introduces the content."""
    word = words.word[j]
    if word == "ب" and word in form.cue.frames and j + 1 < high and words.opens_quote(j + 1):
        needed = form.cue.needs_for.get(word)
        return not needed or words.word[j + 1] in needed
    for letter in ("ب", "ل"):
        if letter not in form.cue.frames or not word.startswith(letter) or len(word) < 3:
            continue
        if word in words.names or (words.mention[j] >= 0 and not _has_clitic(words, j)):
            return False
        if letter == "ل":
            return _is_to(grammar, words, form, at, j)
        only = form.cue.frames.isdisjoint(_BARE)
        if word[1:] in grammar.lexicon.classes["no-content"]:
            return False
        needed = form.cue.needs_for.get("ب")
        if needed:
            return word[1:] in needed or word[1:].removeprefix("ال") in needed
        if word in grammar.lexicon.classes["b-words"]:
            return only and word in grammar.lexicon.classes["b-objects"]
        return only or not grammar.is_in("utterances", word[1:])
    return False


def _is_to(grammar: Grammar, words: Words, form: CueForm, at: int, j: int) -> bool:
    """Whether ل attached to a word leads to what is called for: right after the cue any noun will do (دعا لموقف); of a
    verb that may take إلى instead, ل inside the subject is no content (دعت منظمة لحقوق الإنسان إلى)."""
    word = words.word[j]
    if grammar.addresses_medium(word) or word in grammar.stops or word in grammar.lexicon.classes["l-words"]:
        return False
    if j == at + 1:
        return True
    subject = read_phrase(grammar, words, at + 1, j + 1, tight=True) if "الي" in form.cue.frames else None
    return grammar.has_preposition(words, j) and (subject is None or subject.high <= j)


def _has_clitic(words: Words, j: int) -> bool:
    """Whether a mention begins inside this token, after a clitic."""
    mention = words.mentions[words.mention[j]]
    return words.folded.place(mention.span.start) > words.start[j]


def _is_second_verb(grammar: Grammar, words: Words, j: int) -> bool:
    """A further finite cue with a conjunction or after a comma closes the search."""
    for reading in grammar.readings(words.word[j]):
        if reading.form.shape in ("past", "present") and (reading.conjunction or is_comma(words.word[j - 1])):
            return len(words.word[j]) > 3
    return False


def _is_speech(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> bool:
    """A quotation after a cue is speech, unless it is a name or a scare quote inside the subject."""
    end = words.quote_end(j)
    before = words.word[j - 1]
    if form.form.pronoun and form.cue.takes_object:
        return True
    if end - j >= 9:
        return True
    if j - 1 > at and (grammar.is_in("media", before) or before == "ل" or grammar.is_in("bodies", before)):
        return False
    if end - j <= 5 and before[:1] == "ل" and grammar.is_in("media", before[1:]):
        return False
    if _clause_follows(grammar, words, form, end, high):
        return False
    if end - j >= 5:
        return True
    if form.cue.takes_object and end < high and not is_break(words.word[end]):
        return False
    glued = words.folded.text[words.start[j] - 2 : words.start[j] - 1]
    if glued in ("ل", "ب", "و") and words.end[j - 1] > words.start[j] - 4:
        return False
    if grammar.starts_sequence("media-names", words, j, end):
        return False
    if j == at + 1 and "np" in form.cue.frames and end < high and not is_break(words.word[end]):
        return words.word[end] in grammar.stops  # ‹أعلنت «أرض الصومال» موافقتها›: a quoted name speaks
    return end - j >= 3 or (end - j >= 2 and (end >= high or words.word[end] in ".،,؛!؟?" or j == at + 1))


def _clause_follows(grammar: Grammar, words: Words, form: CueForm, end: int, high: int) -> bool:
    """Whether a clause or preposition that the cue governs comes soon after a quoted name."""
    for k in range(end, min(high, end + 12)):
        word = words.word[k]
        if words.opens_quote(k) or word in (".", "؟"):
            return False
        if grammar.is_complementizer(word) and k > end and _is_of_another(grammar, words, k - 1):
            return False
        if (
            grammar.is_complementizer(word)
            and "an" in form.cue.frames
            and words.word[k - 1] not in grammar.lexicon.classes["binding"]
        ):
            return k == end or is_comma(words.word[k - 1]) or word.startswith("بان") or k - end <= 6
        if word in grammar.lexicon.classes["prepositions"] and word in form.cue.frames and is_comma(words.word[k - 1]):
            return True
    return False


def is_spelt(words: Words, form: CueForm, at: int) -> bool:
    """Folding joins ة with ه, ى with ي, and drops the vowel of a passive (اعتُبر): where the text tells them apart, the
    reading does too."""
    last = words.folded.original[words.folded.origin(words.end[at] - 1)]
    if form.form.shape == "past" and "relay" not in form.cue.frames and _U in words.text(at, at + 1):
        return False
    if form.form.text.endswith("أ"):
        return last == "أ"
    if words.word[at].endswith("ي") and form.form.shape == "past":
        return last == "ى"
    return not words.word[at].endswith("ه") or (last == "ة") == form.form.text.endswith("ة")
