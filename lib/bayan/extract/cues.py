"""Cues: where a sentence reports speech, and what follows the reporting words.

A reading names the cue, the stretch between it and the content (where a subject may stand) and the place and frame of
the content. It is exact about ranges and says nothing yet about who speaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.nouns import NounPhrase, read_phrase
from bayan.extract.words import COMMAS, Words
from bayan.lexicon import CueForm
from bayan.records import Act

Frame = Literal["an", "prep", "quote", "colon", "np", "source", "clause", "pronoun"]
LONGEST_GAP = 45
_PREPOSITIONS = frozenset(["الي", "علي", "عن", "من", "في"])
_BINDING = frozenset(
    ["بعد", "قبل", "دون", "رغم", "منذ", "حتي", "غير", "الا", "كما", "بيد", "علي", "من", "الي", "عن", "في", "مع", "يمكن", "ينبغي", "يجب", "لولا"]
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One cue with its content, in token positions; ``content_end`` is filled in when the range is known."""

    cue: tuple[int, int]
    form: CueForm | None
    rule: str
    entry: str
    act: Act
    frame: Frame
    content: int
    content_end: int = -1
    subject: NounPhrase | None = None

    @property
    def shape(self) -> str:
        return self.form.form.shape if self.form else "phrase"


def read_cue(grammar: Grammar, words: Words, at: int, low: int, high: int, title: bool = False) -> Reading | None:
    """The reading of a cue at a token of the sentence [low, high), or None where it reports nothing."""
    if words.quote[at] >= 0:
        return None
    for form in grammar.readings(words.word[at]):
        if not _is_spelt(words, form, at) or _is_blocked(grammar, words, form, at, low, high):
            continue
        reading = _read_frames(grammar, words, form, at, low, high, title)
        if reading is not None:
            return reading
    return None


def _is_spelt(words: Words, form: CueForm, at: int) -> bool:
    """Folding joins taa marbuta and the pronoun ه: where the text tells them apart, so does the reading."""
    if not words.word[at].endswith("ه"):
        return True
    last = words.folded.original[words.folded.origin(words.end[at] - 1)]
    return (last == "ة") == form.form.text.endswith("ة")


def _is_blocked(grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int) -> bool:
    """Negation, future, modality, questions and background formulas report nothing."""
    before = words.word[at - 1] if at > low else ""
    after = words.word[at + 1] if at + 1 < high else ""
    classes = grammar.lexicon.classes
    if form.future or before in classes["futures"] or after in form.cue.blocked:
        return True
    if form.form.shape in ("past", "present"):
        if before in classes["negations"] or (before in classes["modals"] and form.form.shape == "present"):
            return True
        if before in ("هل", "ما") and not (before == "ما" and at - 1 > low and _is_attribution(words.word[at - 2])):
            return before == "هل"
        if grammar.starts_sequence("background", words, at, high):
            return True
    if form.form.shape == "participle" and not _is_circumstance(words, form, at, low):
        return True
    return bool(form.cue.needs) and not any(word in form.cue.needs for word in words.word[at + 1 : min(high, at + 14)])


def _is_circumstance(words: Words, form: CueForm, at: int, low: int) -> bool:
    """A participle that reports is an accusative; forms that are also nouns or adjectives need a comma before them."""
    if form.form.gender == "m" and form.form.number == "s":
        return at == low or words.word[at - 1] not in _PREPOSITIONS
    return at == low or is_comma(words.word[at - 1]) or words.quote[at - 1] >= 0 or bool(form.conjunction)


def _is_attribution(word: str) -> bool:
    return word.removeprefix("و") in ("بحسب", "حسب", "وفق", "كما", "علي", "وفقا", "طبقا")


def _read_frames(
    grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int, title: bool
) -> Reading | None:
    found = _find_marked(grammar, words, form, at, high)
    if found is None:
        return _read_object(grammar, words, form, at, low, high, title) if "np" in form.cue.frames else None
    frame, content = found
    if form.form.shape == "masdar-noun" and (frame != "an" or content - at > 8):
        return None
    if "np" in form.cue.frames and frame in ("an", "prep", "quote", "colon"):
        direct_object = _read_object(grammar, words, form, at, low, high, title)
        if direct_object is not None and _precedes(grammar, words, form, direct_object, content):
            return direct_object
    subject = _subject_after(grammar, words, form, at, content, low)
    if form.cue.explicit and subject is None and subject_before(grammar, words, at, low) is None:
        return None
    rule = f"{form.form.shape}+{frame}"
    return Reading((at, at + 1), form, rule, form.cue.id, form.cue.act, frame, content, subject=subject)


def _precedes(grammar: Grammar, words: Words, form: CueForm, reading: Reading, marked: int) -> bool:
    """Whether a bare object is the content and not the marked clause after it."""
    if reading.content + 1 >= marked:
        return False
    return form.cue.act is not Act.INFORM or grammar.has_stem("stance-nouns", words.word[reading.content])


def _find_marked(grammar: Grammar, words: Words, form: CueForm, at: int, high: int) -> tuple[Frame, int] | None:
    """The first complementizer, preposition, colon or quotation after a cue that its frames allow."""
    frames = form.cue.frames
    j = at + 1
    stop = min(high, at + (3 if form.cue.adjacent else LONGEST_GAP))
    relative = False
    while j < stop:
        word = words.word[j]
        if words.opens_quote(j):
            if "quote" in frames and _is_speech(grammar, words, form, at, j, high):
                return "quote", j
            j = words.quote_end(j)
            continue
        if word == ":":
            return _after_colon(grammar, words, form, at, j, high)
        if word == "(":
            j = _skip_bracket(words, j, stop)
            continue
        if word in ".!?؟؛…":
            return None
        if grammar.is_complementizer(word):
            marked = _clause(grammar, words, frames, at, j)
            if marked is not None:
                return marked
            if not _is_bound(words, j):
                return None
        elif word in _PREPOSITIONS and word in frames and _governs(grammar, words, form, at, j, high):
            return "prep", j
        elif _governs_clitic(grammar, words, form, at, j, high):
            return "prep", j
        elif word in grammar.lexicon.classes["relatives"]:
            relative = True
        elif j > at + 1 and not relative and _is_second_verb(grammar, words, j):
            return None
        elif relative and is_comma(word):
            relative = False
        j += 1
    return None


def _clause(grammar: Grammar, words: Words, frames: frozenset[str], at: int, j: int) -> tuple[Frame, int] | None:
    """A complementizer as content: bare, with ب, or after a preposition that the cue governs."""
    before = words.word[j - 1]
    if j - 1 > at and before in _PREPOSITIONS:
        return ("prep", j - 1) if before in frames else None
    if before in _BINDING and j - 1 > at:
        return None
    if before in grammar.lexicon.classes["that-nouns"] and j - 1 > at:
        return ("an", j - 1)
    if words.word[j].startswith("بان"):
        return ("an", j) if "an" in frames or "ب" in frames else None
    return ("an", j) if "an" in frames else None


def _is_bound(words: Words, j: int) -> bool:
    return words.word[j - 1] in _BINDING or words.word[j].startswith(("لان", "كان"))


def _after_colon(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> tuple[Frame, int] | None:
    if j + 1 >= high or not ({"quote", "an"} & form.cue.frames):
        return None
    following = words.word[j + 1]
    if grammar.is_complementizer(following) and not words.opens_quote(j + 1):
        return "an", j + 1
    return "colon", j + 1


def _skip_bracket(words: Words, j: int, stop: int) -> int:
    for k in range(j + 1, min(stop, j + 20)):
        if words.word[k] == ")":
            return k + 1
    return j + 1


def _governs(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> bool:
    """Whether a free preposition introduces the content and is no part of an adverbial."""
    word = words.word[j]
    if j + 1 >= high or is_break(words.word[j + 1]):
        return False
    needed = form.cue.needs_for.get(word)
    if needed and not any(part in needed for part in words.word[j + 1 : j + 3]):
        return False
    following = words.word[j + 1]
    if word == "في" and (grammar.is_in("venues", following) or grammar.is_in("documents", following)):
        return False
    if word in ("علي", "من", "عن") and grammar.is_in("networks", following):
        return False
    return not (word == "علي" and following in ("حسابه", "حسابها", "هامش", "موقع", "صفحته", "صفحتها", "لسان"))


def _governs_clitic(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> bool:
    """Whether ب or ل attached to this word introduces the content."""
    word = words.word[j]
    for letter in ("ب", "ل"):
        if letter not in form.cue.frames or not word.startswith(letter) or len(word) < 3:
            continue
        if letter == "ل":
            return j > at + 1 and grammar.has_preposition(words, j) and not grammar.addresses_medium(word)
        if word in grammar.lexicon.classes["b-words"] or (words.mention[j] >= 0 and not _has_clitic(words, j)):
            return False
        needed = form.cue.needs_for.get("ب")
        if needed:
            return word[1:] in needed or word[1:].removeprefix("ال") in needed
        return not (grammar.is_in("documents", word[1:]) or word[1:] in ("تويتر", "حضور", "مناسبه"))
    return False


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
    if j - 1 > at and (grammar.is_in("media", before) or before in ("ل", "لـ") or grammar.is_in("bodies", before)):
        return False
    if end - j >= 9:
        return True
    if _clause_follows(grammar, words, form, end, high):
        return False
    if end - j >= 5:
        return True
    glued = words.folded.text[words.start[j] - 2 : words.start[j] - 1]
    if glued in ("ل", "ب", "و") and words.end[j - 1] > words.start[j] - 4:
        return False
    if grammar.starts_sequence("media-names", words, j, end):
        return False
    return end - j >= 3 or (end - j >= 2 and (end >= high or words.word[end] in ".،,؛!؟?" or j == at + 1))


def _clause_follows(grammar: Grammar, words: Words, form: CueForm, end: int, high: int) -> bool:
    """Whether a clause or preposition that the cue governs comes soon after a quoted name."""
    for k in range(end, min(high, end + 12)):
        word = words.word[k]
        if words.opens_quote(k) or word in (".", "؟"):
            return False
        if grammar.is_complementizer(word) and "an" in form.cue.frames and words.word[k - 1] not in _BINDING:
            return k == end or is_comma(words.word[k - 1]) or word.startswith("بان") or k - end <= 6
        if word in _PREPOSITIONS and word in form.cue.frames and is_comma(words.word[k - 1]):
            return True
    return False


def _subject_after(
    grammar: Grammar, words: Words, form: CueForm, at: int, content: int, low: int
) -> NounPhrase | None:
    """The noun phrase right after the cue, past light adverbials; after a verb of relaying the one after عن."""
    if form.form.shape in ("participle", "masdar") or (form.form.pronoun and form.cue.takes_object):
        return None
    if "relay" in form.cue.frames:
        source = next((k for k in range(at + 1, content - 1) if words.word[k] == "عن"), None)
        return read_phrase(grammar, words, source + 1, content) if source is not None else None
    k = skip_adverbials(grammar, words, at + 1, content)
    phrase = read_phrase(grammar, words, k, content) if k < content else None
    if phrase is None or not _agrees(grammar, words, form, phrase):
        return None
    if form.cue.takes_object and _is_addressee(grammar, words, form, phrase, at, content, low):
        return None
    return phrase


def _agrees(grammar: Grammar, words: Words, form: CueForm, phrase: NounPhrase) -> bool:
    """A verb right before its subject agrees in gender as far as the noun shows it."""
    if form.form.shape not in ("past", "present") or form.form.number != "s":
        return True
    first = phrase.post[0] if phrase.post else phrase.low
    if phrase.head in ("post", "body") and words.is_feminine(first):
        return form.form.gender == "f"
    return True


def _is_addressee(
    grammar: Grammar, words: Words, form: CueForm, phrase: NounPhrase, at: int, content: int, low: int
) -> bool:
    """Of two noun phrases the first is the subject; a lone one is the object where the verb must have one, where a
    subject stands before it, or where the sentence already has a speaker."""
    if subject_before(grammar, words, at, low) is not None:
        return True
    k = skip_adverbials(grammar, words, phrase.high, content)
    if k < content and not words.opens_quote(content) and read_phrase(grammar, words, k, content) is not None:
        return False
    return form.cue.needs_object and words.word[content] != ":"


def skip_adverbials(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The first token after days, short venue phrases and commas that may stand before a subject."""
    while k < high:
        word = words.word[k]
        if is_comma(word) or word in ("ايضا", "امس", "اليوم", "كذلك", "مجددا", "لاحقا", "بدوره", "بدورها", "مساء", "صباح", "يوم", "قد"):
            k += 1
        elif word in grammar.lexicon.classes["weekdays"]:
            k += 1
        elif word == "في" and k + 1 < high and grammar.is_in("documents", words.word[k + 1]):
            k += 2
            while k < high and (words.word[k] in ("له", "لها", "لهم", "صحفي", "صحافي", "صحفيه", "صحافيه", "رسمي", "مشترك", "عقب", "صدر") or words.word[k] in grammar.lexicon.classes["weekdays"]):
                k += 1
        elif word in ("من", "الي") and k + 1 < high and words.word[k + 1] in ("جانبه", "جهته", "جهتها", "جانبها", "ذلك"):
            k += 2
        elif word == "(":
            k = _skip_bracket(words, k, high)
        elif grammar.addresses_medium(word):
            k = words.quote_end(k + 1) if k + 1 < high and words.opens_quote(k + 1) else k + 1
        else:
            return k
    return k


def _read_object(grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int, title: bool) -> Reading | None:
    """A bare object: after the subject where one stands, else right after the cue."""
    k = skip_adverbials(grammar, words, at + 1, high) if not title else at + 1
    if k >= high or form.form.shape.startswith("masdar"):
        return None
    subject: NounPhrase | None = None
    start = k
    if form.form.shape in ("past", "present") and _expects_subject(grammar, words, form, at, low):
        subject = read_phrase(grammar, words, k, high, tight=True)
        if subject is not None and subject.head != "other":
            start = skip_adverbials(grammar, words, subject.high, high)
            apposition = start > subject.high and words.word[start - 1] in COMMAS and grammar.is_post(words.word[min(start, high - 1)])
            if apposition or start >= high or not _is_object(grammar, words, start):
                return None
        else:
            return None
    if not _is_object(grammar, words, start):
        return None
    needed = form.cue.needs_for.get("np")
    if (needed and words.word[start] not in needed) or words.word[start] in form.cue.blocked:
        return None
    if form.cue.explicit and subject is None and subject_before(grammar, words, at, low) is None:
        return None
    return Reading((at, at + 1), form, f"{form.form.shape}+np", form.cue.id, form.cue.act, "np", start, subject=subject)


def _expects_subject(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """A verb has its subject after it unless a subject stands before it or a clause continues."""
    if form.form.pronoun:
        return False
    return subject_before(grammar, words, at, low) is None and not _is_dropped(grammar, words, form, at, low)


def _is_dropped(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """Right before something that cannot be a subject, a verb has dropped it."""
    following = words.word[at + 1] if at + 1 < len(words.word) else "."
    if is_break(following) or words.opens_quote(at + 1):
        return True
    phrase = read_phrase(grammar, words, at + 1, min(len(words.word), at + 20), tight=True)
    if phrase is None:
        return True
    return phrase.head == "name" and phrase.actor_id is None and (following.startswith("ال") or phrase.high - phrase.low == 1 or _looks_common(following))


def _looks_common(word: str) -> bool:
    return word.endswith(("ه", "ها", "هم", "ات")) or word.startswith(("ت", "ا", "م")) and len(word) > 5


def _is_object(grammar: Grammar, words: Words, k: int) -> bool:
    word = words.word[k]
    if is_break(word) or grammar.is_complementizer(word) or word in _PREPOSITIONS:
        return False
    return word not in grammar.stops or word in ("كل", "اي", "جميع", "كافه", "ضروره", "اهميه", "هذا", "هذه", "ذلك", "ما", "بعض")


def subject_before(grammar: Grammar, words: Words, at: int, low: int) -> NounPhrase | None:
    """A subject between the beginning of the clause and the verb: الخارجية القطرية أكدت، كان الرئيس قد أعلن."""
    k = at
    while k > low and words.word[k - 1] in ("قد", "كان", "كانت", "وكان", "وكانت", "سبق", "تزال", "يزال"):
        k -= 1
    end = k
    if end < at and words.word[k].endswith(("كان", "كانت")):
        return None
    start = _clause_start(grammar, words, end, low)
    if start >= end or end - start > 16:
        return None
    phrase = read_phrase(grammar, words, start, end)
    if phrase is None or phrase.high < end - 3 or phrase.head == "other":
        return None
    if phrase.head == "name" and phrase.actor_id is None and phrase.high < end:
        return None
    return phrase


def _clause_start(grammar: Grammar, words: Words, end: int, low: int) -> int:
    k = end
    while k > low:
        word = words.word[k - 1]
        if word in (":", ".", "؛", "!", "؟", "…", "–", "—", "/") or _is_dash(words, k - 1):
            break
        if is_comma(word) and not _comma_inside(grammar, words, k - 1, end, low):
            break
        if word in grammar.lexicon.classes["subordinators"] or word in ("ان", "وكان", "وكانت", "كان", "كانت", "بان", "فيما", "و", "وقد", "فقد", "اذ", "تزال", "يزال"):
            break
        k -= 1
    return k


def _is_dash(words: Words, at: int) -> bool:
    """A hyphen with white space beside it, as after a dateline."""
    text = words.folded.text
    return words.word[at] == "-" and text[words.start[at] - 1 : words.end[at] + 1].strip() != text[words.start[at] - 1 : words.end[at] + 1]


def _comma_inside(grammar: Grammar, words: Words, comma: int, end: int, low: int) -> bool:
    """The comma of an apposition: ‹الرئيس الأميركي، دونالد ترامب، قال›."""
    return comma > low and end - comma <= 6 and grammar.is_post(words.word[max(low, comma - 3)])
