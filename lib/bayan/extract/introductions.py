"""Introductions: whom the mentions and titles of an article introduce, and the words of their names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bayan.extract.cast import Cast, Member, place_of
from bayan.extract.grammar import Grammar
from bayan.extract.members import member_of
from bayan.extract.name_words import is_fence
from bayan.extract.names import name_end
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.uses import Uses
from bayan.extract.words import Words, with_hamza
from bayan.text import fold_text

SHORTEST_SURNAME = 4
"""Letters of an unknown word that is taken for a surname."""
SHORTEST_STORY = 2
"""Times that a surname must come again alone to show that somebody has been named."""
_CLITICS = ("", "و", "ف", "ب", "ل", "ك")


def find_cast(grammar: Grammar, fields: Sequence[Words]) -> Cast:
    """Everybody that the mentions and the titles of an article introduce."""
    cast = Cast()
    uses = Uses(fields)
    for words in fields:
        for at, phrase, own in _introductions(grammar, words):
            cast.add(member_of(grammar, own, uses.without_next(grammar, words, phrase)), place_of(words, at))
    return cast


def with_names(fields: Sequence[Words], cast: Cast) -> list[Words]:
    """The fields with the names that the article introduces; the places of their surnames are noted in the cast."""
    parts = [(member, fold_text(member.name).split()) for member in cast.introduced()]
    parts += [(member, [with_hamza(word) if word[:2] == "ال" else word for word in words]) for member, words in parts]
    names = frozenset(word for _, words in parts for word in words)
    bearers = {words[-1]: member for member, words in parts}
    told = [replace(words, names=names, surnames=frozenset(bearers)) for words in fields]
    for words in told:
        _note_surnames(words, bearers)
    return told


def _note_surnames(words: Words, bearers: Mapping[str, Member]) -> None:
    spelt = {clitic + name: member for name, member in bearers.items() for clitic in _CLITICS}
    for at in [at for at, word in enumerate(words.word) if word in spelt]:
        if words.mention[at] < 0:
            spelt[words.word[at]].note(place_of(words, at))


def _describes(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a word that is also a post is the adjective of an occasion (مؤتمر صحفي عقده الجبير، المؤتمر الصحفي) or of
    an object (حرجا دبلوماسيا لإدارة ترامب)."""
    noun, word = words.word[at - 1] if at else "", words.word[at]
    is_object = noun.endswith("ا") and word.endswith("ا") and words.mention[at - 1] < 0
    return is_object or (grammar.is_in("venues", noun) and noun.startswith("ال") >= word.startswith("ال"))


def _names(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a full name stands between a verb of saying and its clause (قال وليد المحال إن), or a name of two words
    of which the second comes again alone (وضع حسن القنطار … وكان القنطار)."""
    said = at > 0 and bool(grammar.readings(words.word[at - 1]))
    given = at > 0 and words.word[at] in grammar.given_names
    if not (said or given):
        return False
    end = name_end(grammar, words, at, len(words.word))
    if given and end == at + 2 and _comes_again(grammar, words, at):
        return True
    return said and at + 1 < end < len(words.word) and is_fence(grammar, words, end)


def _comes_again(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether an unknown word behind a given name stands at least twice without it further on."""
    given, surname = words.word[at : at + 2]
    known = grammar.is_common(surname.removeprefix("ال")) or surname in grammar.given_names
    known = (
        known
        or surname in grammar.finite
        or surname in grammar.places
        or surname in grammar.nationalities
        or len(surname) < SHORTEST_SURNAME
    )
    classes, before = grammar.classes, words.word[at - 1]
    known = known or surname in classes["scripture"] or given in classes["post-prepositions"]  # ‹معاذ الله، باسم ناسا›
    if known or before in grammar.given_names or before in classes["name-links"]:
        return False  # ‹عبدالله محمد المبارك›: the name began before
    again = (k for k in range(at + 2, len(words.word)) if words.word[k] == surname)
    return sum(words.word[k - 1] != given and words.mention[k] < 0 for k in again) >= SHORTEST_STORY


def _names_fully(phrase: NounPhrase) -> bool:
    """Whether a phrase has a name that is known or has two words."""
    return phrase.name is not None and (phrase.actor_id is not None or phrase.name[1] > phrase.name[0] + 1)


def _introductions(grammar: Grammar, words: Words) -> Iterator[tuple[int, NounPhrase, Words]]:
    introducers, names = grammar.introducers, grammar.name_words
    attached = grammar.attached_posts
    present = grammar.introducing.intersection(words.word)
    begun = [
        k
        for k, (word, mention) in enumerate(zip(words.word, words.mention, strict=True))
        if mention >= 0
        or (
            word in present
            and (
                (word in introducers and not _describes(grammar, words, k))
                or (word in names and _names(grammar, words, k))
                or word in attached
            )
        )
    ]
    ends = sorted(high for _, high in words.sentences)
    free = 0
    for at in begun:
        if at < free:
            continue
        following = bisect_right(ends, at)
        end = ends[following] if following < len(ends) else len(words.word)
        post = attached.get(words.word[at]) if words.mention[at] < 0 else None
        own = words if post is None else words.reread(at, post, words.start[at] + (words.word[at][:2] != "لل"))
        phrase = read_phrase(grammar, own, at, end)
        if phrase is None or (post is not None and not _names_fully(phrase)):
            continue
        if phrase.high > at and (phrase.name or phrase.head in ("body", "state", "media")):
            yield at, phrase, own
            free = phrase.high if phrase.name or phrase.actor_id else at + 1
