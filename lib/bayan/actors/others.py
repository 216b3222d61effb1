"""Names that are somebody or something else's: told by the words right before and after."""

from __future__ import annotations

import re
from functools import lru_cache

from bayan.actors.automaton import Hit
from bayan.actors.registry import Registry
from bayan.actors.rules import without_article
from bayan.records import SpeakerKind

_JOINTS = " _#"
_JOINT = re.compile(f"[{_JOINTS}]+")
_PUNCTUATION = re.compile(r"[^\w #]")
_WORD_AFTER = re.compile(r"[ _]([^\W_]+)")
_CLITICS = re.compile(r"^[وف]?[بلك]?(?=..)")
_NO_NAMES = frozenset({"الذي", "التي", "الي", "الان", "اليوم"})
_NISBA = re.compile(r"ال\w+ي(?:ين|ون)?")
_QUOTES = tuple('"«“”')
_PREPOSITIONS = frozenset({"الي", "والي"})
_ON_BEHALF = "باسم"
"""A given name (باسم يوسف), and what a spokesman says for whom he speaks (المتحدث باسم جنتيلوني)."""
_REACH = 60
_WORD_OF_TWO = 6
"""The shortest given name that begins with عبد."""
_WORD = 20
_LONGEST_WORD = 40
"""Letters within which the space before a word is looked for."""


def is_other(registry: Registry, text: str, hit: Hit) -> bool:
    """Whether the words around a hit make it another name: another person's, a place's, an adjective."""
    if not hit.entries:
        return False
    kind = hit.entries[0].kind
    if kind is SpeakerKind.MEDIA:
        return False
    if kind is SpeakerKind.PERSON:
        return _is_other_person(registry, text, hit)
    if hit.clitics:
        return False
    if kind is SpeakerKind.BODY:
        return (
            _is_policy(registry, text, hit) or _is_nisba(registry, text, hit) or _is_one_of_a_group(registry, text, hit)
        )
    before = word_before(text, hit.start)
    if _is_adjective(registry, before, hit) or _is_listed(before, registry.rules.context.brands):
        return True  # ‹الأندية السعودية, طيران الإمارات, كأس فرنسا›
    return _is_surname(registry, text, hit)


def is_namesake(registry: Registry, text: str, hit: Hit) -> bool:
    """Whether a single name that is not its actor's here is the surname of another person (سليمان الأسد)."""
    if hit.clitics or " " in hit.key or not hit.entries:
        return False
    if hit.entries[0].strength == "contextual":
        return _is_given_name(registry, *_last_words(text, hit.start))
    return _is_surname(registry, text, hit)


def is_titled(registry: Registry, text: str, hit: Hit) -> bool:
    """Whether a given name may stand alone: before no further name, as a ruler's after a title (الشيخ تميم)."""
    if " " in hit.key or hit.key not in registry.rules.context.given_names:
        return True
    after = _WORD_AFTER.match(text[hit.end : hit.end + _WORD])
    follower = after.group(1) if after else ""
    further = follower.startswith("ال") and follower not in _NO_NAMES
    if further or follower in registry.rules.context.given_names or follower in registry.rules.context.patronymics:
        return False
    if hit.key in registry.rules.context.lone_given_names:
        return True
    return not hit.clitics and word_before(text, hit.start) in registry.rules.context.royal_titles


def words_before(text: str, start: int) -> list[str]:
    """The words of the same clause before a place, about eight, in order."""
    if text[start - 1 : start] not in _JOINTS:
        return []
    clause = _PUNCTUATION.split(text[max(0, start - _REACH) : start])[-1]
    return _JOINT.sub(" ", clause).split()


def words_after(text: str, end: int) -> list[str]:
    """The words of the same clause, or of an apposition, after a place, about eight, in order."""
    return _JOINT.sub(" ", _PUNCTUATION.split(text[end : end + _REACH].lstrip(" ،,"))[0]).split()


def word_before(text: str, start: int) -> str:
    """The word right before a place, empty where punctuation stands between."""
    end = start - 1
    if text[end:start] == " ":  # nearly always one space and a word of letters alone: found without walking
        at = text.rfind(" ", max(0, end - _LONGEST_WORD), end) + 1
        if at and text[at:end].isalnum():
            return text[at:end]
    end = start
    while end and text[end - 1] in _JOINTS:
        end -= 1
    first = end
    while first and text[first - 1].isalnum():
        first -= 1
    return text[first:end] if end < start else ""


def _last_words(text: str, start: int) -> tuple[str, str]:
    """The word right before a place and the one before that in the same clause."""
    last = word_before(text, start)
    return last, word_before(text, text.rindex(last, 0, start)) if last else ""


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    """A word without clitics. Words come again and again."""
    return _CLITICS.sub("", word)


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, ...]:
    """A word with and without clitics; of وكأس only the first letter is one."""
    return word, _bare(word), word.lstrip("وف")


def _is_policy(registry: Registry, text: str, hit: Hit) -> bool:
    """السياسة الخارجية التركية is no ministry, nor is وزيرة الخارجية التركية."""
    if hit.entries[0].strength != "short":
        return False
    before = word_before(text, hit.start)
    return before.startswith("ال") or before in registry.rules.offices.ministers


def _is_nisba(registry: Registry, text: str, hit: Hit) -> bool:
    """Whether a surname is an adjective of the noun before it: التمرد الحوثي."""
    if hit.entries[0].strength != "contextual" or not (hit.key.startswith("ال") and hit.key.endswith("ي")):
        return False
    before = word_before(text, hit.start)
    if not before and hit.entries[0].kind is SpeakerKind.BODY and text[hit.start - 1 : hit.start] in _QUOTES:
        before = word_before(text, hit.start - 1)
    bare = f"ال{before[2:]}" if before.startswith("لل") else _bare(before)
    return _is_definite(before) and registry.rules.context.titles.isdisjoint((before, bare))


def _is_one_of_a_group(registry: Registry, text: str, hit: Hit) -> bool:
    """Whether a group's name tells where somebody belongs (القيادي الحوثي, القادة الحوثيين) or is a surname."""
    if " " in hit.key or not _NISBA.fullmatch(hit.key):
        return False
    before = word_before(text, hit.start)
    return _is_listed(before, registry.rules.context.individuals) or _is_given_name(registry, before)


def _is_listed(word: str, listed: frozenset[str]) -> bool:
    """Whether a list has a word, with or without clitics."""
    return not listed.isdisjoint(_forms(word))


def _is_adjective(registry: Registry, before: str, hit: Hit) -> bool:
    """Whether a state's name is the adjective of the word before it: الأندية السعودية, تنظيمات سورية, 13 روسيا.

    A feminine is none of a masculine plural (ويتهم الحوثيون السعودية).
    """
    if hit.key in registry.states_by_nationality:
        agrees = not (before.endswith("ون") and hit.key.endswith("ه"))
        return (
            (_is_definite(before) and agrees)
            or before.endswith("ات")
            or (not hit.key.startswith("ال") and _is_listed(before, registry.rules.context.described))
        )
    if hit.key.removesuffix("ا") not in registry.states_by_nationality:
        return False
    is_noun = before not in registry.rules.context.no_nouns and before not in registry.names  # ‹حثت تركيا ألمانيا›
    return before.isdigit() or (before.endswith("ا") and is_noun)


def _is_surname(registry: Registry, text: str, hit: Hit) -> bool:
    """Whether a state's name is a person's (الدكتور عبدالله السويد): after a given name that has a title or عبد."""
    if not hit.key.startswith("ال") or " " in hit.key:
        return False
    given, title = _last_words(text, hit.start)
    rules = registry.rules
    if any(_bare(given).startswith(first) and len(given) > _WORD_OF_TWO for first in rules.spelling.joined):
        return True
    return title in rules.context.titles and given in rules.context.given_names


def _is_definite(word: str) -> bool:
    if word in _PREPOSITIONS:
        return False
    bare = _bare(word)
    return word.startswith(("ال", "لل", "ولل")) or without_article(bare) != bare


def _is_other_person(registry: Registry, text: str, hit: Hit) -> bool:
    rules = registry.rules.context
    after = _WORD_AFTER.match(text[hit.end : hit.end + _WORD])
    follower = after.group(1) if after else ""
    if follower in rules.others or follower in ("بن", "ابن"):
        return True
    if hit.clitics:
        return False
    last, before = _last_words(text, hit.start)
    if last in rules.patronymics or _is_given_name(registry, last, before):
        return True
    is_given = " " not in hit.key and not hit.key.startswith("ال") and follower in rules.given_names
    if (is_given and hit.entries[0].strength == "contextual") or _is_nisba(registry, text, hit):
        return True
    named_after = last
    if last in rules.titles:
        named_after = next((word for word in reversed(words_before(text, hit.start)) if word not in rules.titles), "")
    return _is_listed(named_after, rules.eponyms)


def _is_given_name(registry: Registry, last: str, before: str = "") -> bool:
    """Whether a word is a given name, with the word before it a compound one too (عبدالخالق, عبد الخالق)."""
    if not last:
        return False
    joined = registry.rules.spelling.joined
    if last == _ON_BEHALF and before and not _is_given_name(registry, before):
        return False
    bare = _bare(last)
    if before in joined or bare.startswith(tuple(joined)):
        return True
    return not registry.rules.context.given_names.isdisjoint((last, bare))
