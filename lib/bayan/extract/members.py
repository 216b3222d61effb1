"""Members: the possible speaker that a noun phrase introduces by itself."""

from __future__ import annotations

from functools import lru_cache

from bayan.extract.cast import Member
from bayan.extract.grammar import Grammar
from bayan.extract.name_keys import name_keys
from bayan.extract.names import clean_name
from bayan.extract.nouns import phrase_name
from bayan.extract.phrases import NounPhrase
from bayan.extract.posts import holds_several
from bayan.extract.stems import without_li
from bayan.extract.words import Words
from bayan.records import SpeakerKind
from bayan.text import fold_text

_KINDS = {
    "name": SpeakerKind.PERSON,
    "post": SpeakerKind.PERSON,
    "body": SpeakerKind.BODY,
    "state": SpeakerKind.STATE,
    "media": SpeakerKind.MEDIA,
    "source": SpeakerKind.UNNAMED,
    "document": SpeakerKind.MEDIA,
}


def member_of(grammar: Grammar, words: Words, phrase: NounPhrase) -> Member:
    """The member that a noun phrase introduces by itself."""
    name, gender = phrase_name(words, phrase), _gender(grammar, words, phrase)
    if phrase.name is not None:
        state = state_of(grammar, words, *phrase.post) if phrase.post else None
        role, several = clean_role(grammar, words, phrase), _names_several(words, phrase)
        if grammar.classes["scripture"].issuperset(fold_text(name).split()):
            return Member(name, SpeakerKind.UNNAMED)
        person = Member(name, SpeakerKind.PERSON, role, phrase.actor_id, gender, state=state, several=several)
        actor = grammar.registry.get(phrase.actor_id or "")
        if actor is not None:
            person.givens = _words_of((actor.name_ar, *actor.aliases)) - person.keys
        person.namesake = words.word[phrase.name[1] - 1] in grammar.classes["namesakes"]
        if phrase.low < phrase.name[0]:
            person.titles.add(name_keys(words.text(phrase.low, phrase.name[0])))  # ‹الأميرة غيداء، رئيسة الهيئة›
        return person
    kind = _KINDS[phrase.head]
    first = words.word[phrase.post[0] if phrase.head == "post" and phrase.post else phrase.low]
    several = phrase.head == "post" and holds_several(grammar, first)
    if several or (
        phrase.head == "post" and grammar.is_in("sources", first) and not _is_definite(grammar, words, phrase)
    ):
        kind = SpeakerKind.UNNAMED
    state = state_of(grammar, words, phrase.low, phrase.high) if kind is SpeakerKind.PERSON else None
    plural = _is_plural(grammar, first)
    return Member(name, kind, None, phrase.actor_id, gender, plural, state, nameless=kind is SpeakerKind.PERSON)


@lru_cache(maxsize=4096)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    """All words of an actor's names, who is mentioned again and again."""
    return frozenset(key for name in names for key in name_keys(name))


def state_of(grammar: Grammar, words: Words, low: int, high: int) -> str | None:
    """The state that the words of a post name, by its name or by the adjective of nationality."""
    for k in range(low, high):
        actor = grammar.actor(words, k)
        if actor is not None and actor.kind is SpeakerKind.STATE:
            return actor.id
        plain = words.word[k].removeprefix("ال")
        pair = f"{plain} {words.word[k + 1].removeprefix('ال')}" if k + 1 < high else plain
        state = grammar.registry.states_by_nationality.get(pair) or grammar.registry.states_by_nationality.get(plain)
        if state is not None:
            return state
    return None


def _names_several(words: Words, phrase: NounPhrase) -> bool:
    """Whether a name goes on with ‹and› and somebody known (غينغريتش وجولياني)."""
    low, high = phrase.name or (phrase.high, phrase.high)
    return any(words.word[k].startswith("و") and words.has_clitic(k) for k in range(low + 1, high))


def _is_definite(grammar: Grammar, words: Words, phrase: NounPhrase) -> bool:
    """A post is definite with an article or a definite complement (وزير الخارجية), not with ‹مسؤول أميركي›."""
    if words.word[phrase.low].startswith("ال"):
        return True
    second = words.word[phrase.low + 1] if phrase.low + 1 < phrase.high else ""
    return second.startswith(("ال", "لل")) or (
        phrase.low + 1 < phrase.high and words.mention[phrase.low + 1] >= 0 and second not in grammar.nationalities
    )


def clean_role(grammar: Grammar, words: Words, phrase: NounPhrase) -> str | None:
    """The title of a phrase, unless it is a mere honorific."""
    if phrase.post is None:
        return None
    low, high = phrase.post
    while high > low + 1 and grammar.is_in("honorifics", words.word[high - 1]):
        high -= 1  # ‹رئيس المجلس الشيخ، طاهر الأشرفي›
    if high > low + 2 and words.word[high - 2] in grammar.classes["expired"]:
        high -= 2  # ‹رئيس البرلمان المنتهية ولايته›
    if high - low == 1 and grammar.is_in("honorifics", words.word[low]):
        return None
    start = phrase.own[1] if phrase.own is not None and phrase.own[0] == low else None
    role = clean_name(words.text(low, high) if start is None else words.named(low, high, start))
    return without_li(role) if words.word[low].startswith("ال") and role.startswith("لل") else role  # ‹للكاتب›


def _gender(grammar: Grammar, words: Words, phrase: NounPhrase) -> str | None:
    first = phrase.post[0] if phrase.post else phrase.low
    word = words.word[first]
    if phrase.head == "post" or phrase.post:
        if grammar.is_in("masculine", word):
            return None  # ‹عمدة لندن صادق خان، عمدة باريس آن هيدالغو›
        return "f" if words.is_feminine(first) else "m"
    if word in grammar.classes["numerals"] or word in grammar.classes["proper-bodies"]:
        return None
    if phrase.head in ("body", "document", "source"):
        feminine = words.is_feminine(first) or word.endswith("ات") or _is_plural(grammar, word)
        broken = phrase.actor_id is not None or grammar.is_in("bodies", word)
        return "f" if feminine or (broken and _agrees_with_feminine(words, first, phrase.high)) else "m"
    return None


def _agrees_with_feminine(words: Words, first: int, high: int) -> bool:
    """Whether a definite noun has a feminine adjective, as broken plurals do (الأمم المتحدة)."""
    both = words.word[first].startswith("ال") and first + 1 < high and words.word[first + 1].startswith("ال")
    return both and words.is_feminine(first + 1)


def _is_plural(grammar: Grammar, word: str) -> bool:
    if word.removeprefix("ال") in grammar.classes["singulars"]:
        return False  # ‹الكرملين، التلفزيون›
    single = word.removesuffix("ان")
    dual = single != word and (grammar.is_post(single) or grammar.is_in("sources", single))
    return dual or word.endswith(("ون", "ين", "ات")) or word.removeprefix("ال") in grammar.classes["plurals"]
