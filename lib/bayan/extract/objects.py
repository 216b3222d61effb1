"""Objects: what is said as a bare noun phrase (رفض الاتهامات، أكد ضرورة الحوار)."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break
from bayan.extract.nouns import NounPhrase, read_phrase
from bayan.extract.readings import Reading
from bayan.extract.subjects import skip_adverbials, subject_before
from bayan.extract.words import COMMAS, Words
from bayan.lexicon import CueForm


def read_object(
    grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int, title: bool
) -> Reading | None:
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
            apposition = (
                start > subject.high
                and words.word[start - 1] in COMMAS
                and grammar.is_post(words.word[min(start, high - 1)])
            )
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
    return (
        phrase.head == "name"
        and phrase.actor_id is None
        and (following.startswith("ال") or phrase.high - phrase.low == 1 or _looks_common(following))
    )


def _looks_common(word: str) -> bool:
    return word.endswith(("ه", "ها", "هم", "ات")) or (word.startswith(("ت", "ا", "م")) and len(word) > 5)


def _is_object(grammar: Grammar, words: Words, k: int) -> bool:
    word = words.word[k]
    if is_break(word) or grammar.is_complementizer(word) or word in grammar.lexicon.classes["prepositions"]:
        return False
    return word not in grammar.stops or word in grammar.lexicon.classes["determiners"]
