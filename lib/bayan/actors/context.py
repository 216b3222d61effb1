"""What an article makes of a name that several actors bear, or that needs a context: who is meant here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from bayan.actors.automaton import Hit
from bayan.actors.capitals import acts
from bayan.actors.counting import clear_first
from bayan.actors.others import is_namesake, is_titled, word_before, words_after, words_before
from bayan.actors.registry import Registry
from bayan.actors.resolving import most_likely
from bayan.actors.rules import without_article
from bayan.actors.spelling import name_key
from bayan.actors.weighing import Weights
from bayan.records import SpeakerKind

_QUOTED_AFTER = re.compile(r"([^\W_]+)[\s\"«“”'(]{1,3}$")
_REACH = 24
_NEAR = 96
"""Letters within which the words before and after a name lie."""
_BYLINE = 40
_OPENED = re.compile('["«»“”] ?$')
_CLOSED = re.compile(' ?["«»“”]')
_PLACED = re.compile(r"(?:في|الي|من|شمال|جنوب|شرق|غرب|وسط|جمهوريه|دوله) $")
_AFTER = re.compile(r" ([^\W_]+)")
_COMPLEMENTS = frozenset({"مع", "بين"})
_RELATIVE = frozenset({"الذي", "التي", "الذين"})


class Scene:
    """One article as the setting of its names. ``texts`` are its folded title and body, ``hits`` the names found."""

    def __init__(self, registry: Registry, texts: tuple[str, ...], hits: Iterable[Hit], day: date | None) -> None:
        self._registry = registry
        self._day = day
        self._weights = Weights(registry, texts, hits)

    def identify(
        self, text: str, hits: Sequence[Hit], others: Iterable[Hit], *, is_title: bool
    ) -> Iterator[tuple[Hit, str]]:
        """The hits that name an actor here, in order, each with its id. ``others`` name somebody else."""
        before: tuple[Hit, str] | None = None
        latest: dict[str, int] = {}
        namesakes = [(hit.key, hit.start) for hit in others if is_namesake(self._registry, text, hit)]
        for at, hit in enumerate(hits):
            if not hit.entries or (namesakes and self._is_taken(hit, namesakes)):
                continue
            if len(hit.entries) == 1 and hit.entries[0].strength in ("own", "short"):
                actor_id: str | None = hit.entries[0].actor_id
            else:
                actor_id = self._actor_of(text, hits, at, before, latest, is_title)
            if actor_id:
                before, latest[actor_id] = (hit, actor_id), hit.start
                yield hit, actor_id

    def _is_taken(self, hit: Hit, namesakes: Iterable[tuple[str, int]]) -> bool:
        """Whether a name is that of a namesake, whom the article names and not the actor of this name."""
        return any(key == hit.key and start < hit.start for key, start in namesakes) and all(
            entry.kind is SpeakerKind.STATE
            or (entry.strength == "contextual" and not self._weights.names[entry.actor_id])
            for entry in hit.entries
        )

    def _actor_of(
        self,
        text: str,
        hits: Sequence[Hit],
        at: int,
        before: tuple[Hit, str] | None,
        latest: Mapping[str, int],
        is_title: bool,
    ) -> str | None:
        """The actor of a name that does not stand for one by itself.

        ``before`` is the mention before it, ``latest`` where each actor was last mentioned.
        """
        hit = hits[at]
        own = [entry.actor_id for entry in hit.entries if entry.strength in ("own", "short")]
        if own:
            return self._one_present(own) or most_likely(self._registry, own, self._day)
        bearers = [entry.actor_id for entry in hit.entries if entry.strength == "contextual"]
        if bearers and all(self._kind(actor_id) is SpeakerKind.STATE for actor_id in bearers):
            return self._state(text, hit, bearers, before)
        found = None
        if bearers:
            found = self._bearer(text, hit, bearers, latest) or self._joined_group(text, hits, at, bearers)
        capital_of = [entry.actor_id for entry in hit.entries if entry.strength == "capital"]
        if found or not capital_of:
            return found
        if self._capital_acts(text, hits, at, before, is_title):
            return capital_of[0] if len(capital_of) == 1 else self._one_present(capital_of)
        return None

    def _capital_acts(
        self, text: str, hits: Sequence[Hit], at: int, before: tuple[Hit, str] | None, is_title: bool
    ) -> bool:
        """Whether a capital is its government: by itself, or beside a government (موسكو وواشنطن, تتهم لندن موسكو)."""
        rules, hit = self._registry.rules.context, hits[at]
        end = _row_end(hits, at)
        if before and self._kind(before[1]) is SpeakerKind.STATE:
            beside = before[0]
            is_object = text[beside.end : hit.start] == " "
            if (is_object or _is_joined(beside, hit)) and (
                _is_capital(beside) or acts(rules, text, beside, end, is_title=is_title)
            ):
                return True
        return acts(rules, text, hit, end, is_title=is_title)

    def _bearer(self, text: str, hit: Hit, bearers: list[str], latest: Mapping[str, int]) -> str | None:
        """The person or body of a contextual name: named in full (the last of several), or told by what is before.

        A medium is told each time: صحيفة الشرق الأوسط does not make the region a newspaper.
        """
        if not is_titled(self._registry, text, hit):
            bearers = [actor_id for actor_id in bearers if not self._is_first_name(hit.key, actor_id)]
        named = [actor_id for actor_id in bearers if actor_id in self._weights.names and not self._is_medium(actor_id)]
        if not named:
            named = [actor_id for actor_id in bearers if self._has_speaker(actor_id)]
        if len(named) > 1:
            last = max(named, key=lambda actor_id: latest.get(actor_id, -1))
            return last if last in latest else None
        fitting = named or [actor_id for actor_id in bearers if self._fits(text, hit, actor_id)]
        if len(fitting) > 1:
            fitting = [actor_id for actor_id in fitting if self._is_of_class(text, hit, actor_id)]
            return fitting[0] if len(fitting) == 1 else None
        if fitting:
            return fitting[0]
        found = self._weights.fitting(bearers)
        return None if found is None or self._is_part(text, hit) else found

    def _joined_group(self, text: str, hits: Sequence[Hit], at: int, bearers: list[str]) -> str | None:
        """The movement of a contextual name that و joins to another (داعش والقاعدة), where no surroundings decide."""
        groups = [actor_id for actor_id in bearers if self._is_group(actor_id)]
        groups = [actor_id for actor_id in groups if actor_id not in self._registry.surroundings]
        if len(groups) != 1:
            return None
        pairs = [pair for pair in (hits[max(0, at - 1) : at + 1], hits[at : at + 2]) if len(pair) > 1]
        joined = [other for pair in pairs if _is_joined(*pair) for other in pair if other is not hits[at]]
        sure = any(self._is_group(entry.actor_id) for other in joined for entry in other.entries[:1])
        return groups[0] if sure and not self._is_part(text, hits[at]) else None

    def _state(self, text: str, hit: Hit, bearers: list[str], before: tuple[Hit, str] | None) -> str | None:
        """A state in a row of states (البحرين وعمان), where a place stands, or the one clearly spoken of most."""
        in_a_row = before is not None and _is_joined(before[0], hit) and self._kind(before[1]) is SpeakerKind.STATE
        if in_a_row or (len(hit.entries) == 1 and _is_placed(text, hit)):
            return bearers[0] if len(bearers) == 1 else None
        by_adjective = hit.key not in self._registry.states_by_nationality
        weigh = self._weights.with_speakers if by_adjective else self._weights.names.__getitem__
        first = clear_first(Counter({entry.actor_id: weigh(entry.actor_id) for entry in hit.entries}))
        return first if first in bearers else None

    def _is_part(self, text: str, hit: Hit) -> bool:
        """Whether a name is part of another or an ordinary word: التحالف الوطني, التحالف مع إيران."""
        after = _AFTER.match(text[hit.end : hit.end + _REACH])
        word = after.group(1) if after else ""
        if " " in hit.key:
            return word in self._registry.states_by_nationality
        agrees = word.startswith("ال") and word.endswith("ه") == hit.key.endswith("ه")
        return word in _COMPLEMENTS or (agrees and word not in _RELATIVE)

    def _fits(self, text: str, hit: Hit, actor_id: str) -> bool:
        """Whether the words before a name fit its actor: an office that a person held, the class of a body."""
        kind, rules = self._kind(actor_id), self._registry.rules.context
        if kind is SpeakerKind.PERSON:
            return self._office_beside(text, hit, actor_id)
        word = _word_before(text, hit)
        if kind is SpeakerKind.MEDIA:
            return without_article(word) in rules.media_words or self._is_told(text, hit, word)
        return not rules.body_words.isdisjoint((without_article(word), word[1:]))

    def _is_of_class(self, text: str, hit: Hit, actor_id: str) -> bool:
        """Whether the word before a name begins a full name of the actor: صحيفة «الجزيرة» is not قناة «الجزيرة»."""
        actor, word = self._registry.get(actor_id), _word_before(text, hit)
        names = (actor.name_ar, *actor.aliases) if actor else ()
        return any(name_key(name).startswith(f"{without_article(word)} ") for name in names)

    def _is_told(self, text: str, hit: Hit, word: str) -> bool:
        """Whether a name is that of a medium: لـالوطن, حصلت الشرق الأوسط, or quoted and no title of a work."""
        rules = self._registry.rules.context
        if hit.start < _BYLINE and text.startswith("- ", hit.end):  # ‹سبق- متابعة:›
            return True
        if word in rules.media_verbs or (hit.clitics.endswith("ل") and text.startswith("ال", hit.start)):
            return True
        return _is_quoted(text, hit) and without_article(word) not in rules.works

    def _office_beside(self, text: str, hit: Hit, actor_id: str) -> bool:
        """Whether the words before or after a name tell an office that the actor held, of a state spoken of."""
        near = text[max(0, hit.start - _NEAR) : hit.end + _NEAR]
        offices = [
            office
            for office in self._registry.offices.offices_of(actor_id)
            if all(map(near.__contains__, office.words))  # rules out nearly all of them before words are told apart
            and all(any(map(self._is_present, (owner, *self._registry.principals(owner)))) for owner in office.of)
        ]
        sides = (self._words_before(text, hit.start), words_after(text, hit.end)) if offices else ()
        return any(_bare_words(side).issuperset(office.words) for side in sides for office in offices)

    def _words_before(self, text: str, start: int) -> list[str]:
        """The words before a name, those before a comma too where only titles follow it (قائد الحرس، اللواء)."""
        words, comma = words_before(text, start), text.rfind("،", max(0, start - _REACH), start)
        if comma > 0 and self._registry.rules.context.titles.issuperset(words):
            return [*words_before(f"{text[:comma]} ", comma + 1), *words]
        return words

    def _one_present(self, actor_ids: list[str]) -> str | None:
        present = [actor_id for actor_id in actor_ids if self._is_present(actor_id)]
        return present[0] if len(present) == 1 else None

    def _is_present(self, actor_id: str) -> bool:
        return self._has_speaker(actor_id) or self._weights.with_adjectives(actor_id) > 0

    def _has_speaker(self, actor_id: str) -> bool:
        return not self._registry.speaking_for(actor_id).isdisjoint(self._weights.names)

    def _is_first_name(self, key: str, actor_id: str) -> bool:
        actor = self._registry.get(actor_id)
        return actor is not None and name_key(actor.name_ar).replace("عبد ", "عبد").startswith(f"{key} ")

    def _is_group(self, actor_id: str) -> bool:
        """Whether an actor is a movement or an organisation: a body that speaks for nobody else."""
        return self._kind(actor_id) is SpeakerKind.BODY and not self._registry.principals(actor_id)

    def _is_medium(self, actor_id: str) -> bool:
        return self._kind(actor_id) is SpeakerKind.MEDIA

    def _kind(self, actor_id: str) -> SpeakerKind | None:
        actor = self._registry.get(actor_id)
        return actor.kind if actor else None


def _bare_words(words: Iterable[str]) -> set[str]:
    """Words without article, with and without و before them."""
    return {bare for word in words for bare in (without_article(word), without_article(word.removeprefix("و")))}


def _word_before(text: str, hit: Hit) -> str:
    """The word before a name, past quotation marks."""
    word = word_before(text, hit.start)
    before = None if word else _QUOTED_AFTER.search(text[max(0, hit.start - _REACH) : hit.start])
    return before.group(1) if before else word


def _is_quoted(text: str, hit: Hit) -> bool:
    """Whether a name stands in quotation marks alone; the initials of an agency in brackets too (وام)."""
    if text[hit.start - 1 : hit.start] == "(" and text.startswith(")", hit.end):
        return not hit.key.startswith("ال")
    is_opened = _OPENED.search(text[max(0, hit.start - 2) : hit.start]) is not None
    return is_opened and _CLOSED.match(text, hit.end) is not None


def _is_capital(hit: Hit) -> bool:
    return any(entry.strength == "capital" for entry in hit.entries)


def _row_end(hits: Sequence[Hit], at: int) -> int:
    """Where the names end that و joins to a hit."""
    while at + 1 < len(hits) and _is_joined(hits[at], hits[at + 1]):
        at += 1
    return hits[at].end


def _is_joined(before: Hit, hit: Hit) -> bool:
    """Whether only و and perhaps a comma stand between two hits."""
    return hit.clitics == "و" and hit.start - before.end <= len("، و")


def _is_placed(text: str, hit: Hit) -> bool:
    """Whether a name stands as that of a place: في مالي."""
    return not hit.clitics and _PLACED.search(text[max(0, hit.start - _REACH) : hit.start]) is not None
