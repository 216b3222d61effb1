"""Names that are somebody or something else's: told by the words right before and after."""

from __future__ import annotations

import re

from bayan.actors.automaton import Hit
from bayan.actors.registry import Registry
from bayan.actors.rules import without_article
from bayan.records import SpeakerKind

_WORDS_BEFORE = re.compile(r"(?:[^\W_]+[ _#]+){1,8}$")
_WORD_BEFORE = re.compile(r"([^\W_]+)[ _]#?$")
_WORD_AFTER = re.compile(r"[ _]([^\W_]+)")
_CLITICS = re.compile(r"^[وف]?[بلك]?(?=..)")
_REACH = 80
_WORD = 20


def is_other(registry: Registry, text: str, hit: Hit) -> bool:
    """Whether the words around a hit make it another name: another person's, a place's, an adjective."""
    if not hit.entries:
        return False
    actor = registry.get(hit.entries[0].actor_id)
    if actor is None or actor.kind is SpeakerKind.MEDIA:
        return False
    if actor.kind is SpeakerKind.BODY:
        return hit.entries[0].strength == "short" and not hit.clitics and _is_policy(registry, text, hit)
    if actor.kind is SpeakerKind.STATE:
        return not hit.clitics and _is_adjective(registry, text, hit)
    return _is_other_person(registry, text, hit)


def words_before(text: str, start: int) -> list[str]:
    """The words of the same clause before a place, up to eight, in order."""
    match = _WORDS_BEFORE.search(text[max(0, start - _REACH) : start])
    return re.split("[ _#]+", match.group())[:-1] if match else []


def word_before(text: str, start: int) -> str:
    """The word right before a place, empty where punctuation stands between."""
    match = _WORD_BEFORE.search(text[max(0, start - _WORD) : start])
    return match.group(1) if match else ""


def _is_policy(registry: Registry, text: str, hit: Hit) -> bool:
    """السياسة الخارجية التركية is no ministry, nor is وزيرة الخارجية التركية."""
    before = word_before(text, hit.start)
    return before.startswith("ال") or before in registry.rules.offices.ministers


def _is_adjective(registry: Registry, text: str, hit: Hit) -> bool:
    """Whether a state's name is the adjective of the word before: الأندية السعودية, مواطنا تركيا, 13 روسيا."""
    before = word_before(text, hit.start)
    if hit.key in registry.states_by_nationality:
        return _is_definite(before)
    if hit.key.removesuffix("ا") not in registry.states_by_nationality:
        return False
    return before.isdigit() or (before.endswith("ا") and before not in registry.rules.context.no_nouns)


def _is_definite(word: str) -> bool:
    bare = _CLITICS.sub("", word)
    return word.startswith(("ال", "لل", "ولل")) or without_article(bare) != bare


def _is_other_person(registry: Registry, text: str, hit: Hit) -> bool:
    rules = registry.rules.context
    after = _WORD_AFTER.match(text[hit.end : hit.end + _WORD])
    follower = after.group(1) if after else ""
    if follower in rules.others or follower in ("بن", "ابن"):
        return True
    if hit.clitics:
        return False
    before = words_before(text, hit.start)
    last = before[-1] if before else ""
    if last in rules.patronymics or last in rules.given_names:
        return True
    if hit.entries[0].strength == "contextual":
        is_given = " " not in hit.key and not hit.key.startswith("ال") and follower in rules.given_names
        is_nisba = hit.key.startswith("ال") and hit.key.endswith("ي") and last.startswith("ال")
        if is_given or (is_nisba and last not in rules.titles):
            return True
    named_after = next((word for word in reversed(before) if word not in rules.titles), "")
    return without_article(_CLITICS.sub("", named_after)) in rules.eponyms or named_after in rules.eponyms
