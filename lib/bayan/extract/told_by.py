"""Whose words an attribution with a verb gives (وفق ما أعلن الوزير، وفقا لما جاء على صفحته): the subject of the verb,
whose page it stands on, or who announces it."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.grammar import Grammar, is_break
from bayan.extract.nouns import read_phrase, without_preposition
from bayan.extract.phrases import NounPhrase
from bayan.extract.qualities import is_adjective
from bayan.extract.words import Words
from bayan.lexicon import CueForm

_WHERE = ("في", "عبر", "علي")
_LONGEST_NOUN = 4
"""Tokens of a plain noun behind its verb."""


def subject_of(
    grammar: Grammar, words: Words, verb: int, high: int, *, stated: bool = False, tight: bool = False
) -> tuple[NounPhrase | None, int]:
    """The subject right after a verb, and the token after both; of a verb that says where something is ``stated`` that
    place (وفقا لما ورد في البيان)."""
    if verb + 1 >= high:
        return None, high
    spoken_of = words.word[verb + 1] in grammar.classes["spoken-of"]
    start = skip_adverbials(grammar, words, verb + 2 if spoken_of else verb + 1, high)
    subject = read_phrase(grammar, words, start, high, tight) if start < high else None
    if subject is None and verb + 2 < high:
        subject = _stated_in(grammar, words, verb + 2, high) if stated else _announced_by(grammar, words, verb, high)
    return subject, subject.high if subject else verb + 1


def _stated_in(grammar: Grammar, words: Words, k: int, high: int) -> NounPhrase | None:
    """Where something stands written: a document or medium, or whose page it is (على الصفحة الرسمية للمتحدث)."""
    if words.word[k - 1] not in _WHERE:
        return None
    place = read_phrase(grammar, words, k, high)
    if place is not None and place.head in ("document", "media"):
        return place
    if grammar.is_in("pages", words.word[k]):
        k += 1
        k += k < high and words.word[k].startswith("ال") and is_adjective(grammar, words.word[k])
        bare = without_preposition(words, k) if k < high else words
        owner = read_phrase(grammar, bare, k, high) if k < high else None
        return None if owner is None else owner.changed(own=(k, bare.start[k]))
    return None


def _announced_by(grammar: Grammar, words: Words, verb: int, high: int) -> NounPhrase | None:
    """Who announces what a passive tells (وفق ما أعلن عن المرصد)."""
    source = read_phrase(grammar, words, verb + 2, high) if words.word[verb + 1] == "عن" else None
    return source if source is not None and source.head in ("body", "media", "post") else None


def only_says(form: CueForm) -> bool:
    """Whether a verb of one says and has no bare object, so that the noun behind it is its subject."""
    return form.form.number == "s" and "np" not in form.cue.frames and not (form.cue.next or form.cue.takes_object)


def plain_noun(grammar: Grammar, words: Words, start: int, high: int) -> NounPhrase | None:
    """A plain noun of nobody known between a verb of saying and the next mark (كما قالت فرق الإطفاء)."""
    near = range(start, min(high, start + _LONGEST_NOUN))
    end = next((k for k in near if is_break(words.word[k]) or grammar.addresses_medium(words.word[k])), high)
    told = words.word[start:end]
    if not 0 < end - start < _LONGEST_NOUN or not grammar.is_common(told[0]) or grammar.has_preposition(words, start):
        return None
    known = any(word in grammar.stops or word in grammar.fences or word in grammar.finite for word in told)
    return None if known or any(words.quote[k] >= 0 for k in range(start, end)) else NounPhrase(start, end, "source")
