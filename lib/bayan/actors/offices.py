"""Offices: the name of an office is read to a key, so that its wordings fall together, and has holders over time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from bayan.actors.rules import OfficeWords, without_article
from bayan.actors.spelling import name_key
from bayan.records import Actor, Tenure, first_day, last_day

_WORD = re.compile(r"[^\W_]+")
_LONGEST_NAME = 7
_LONG_AGO = "0001"


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its words in reading order and the states and bodies that they name."""

    words: tuple[str, ...]
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Term:
    """A tenure on the calendar. It surely covers ``sure`` and possibly ``possible`` days, both ends included."""

    actor_id: str
    tenure: Tenure
    possible: tuple[date, date]
    sure: tuple[date, date]


class OfficeBook:
    """All tenures by office and by actor.

    ``name_of`` gives the state or body that a key of names stands for, ``nationality`` that of a folded adjective,
    ``states`` the ids of states.
    """

    def __init__(
        self,
        actors: Iterable[Actor],
        words: OfficeWords,
        name_of: Callable[[str], str | None],
        nationality: Mapping[str, str],
        states: frozenset[str],
    ) -> None:
        self._words = words
        self._same: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for wording, first in words.same:
            self._same.setdefault(wording[0], []).append((wording, first))
        self._name_of = name_of
        self._nationality = nationality
        self._states = states
        self.read = lru_cache(maxsize=4096)(self._read)
        self._by_office: dict[Office, list[Term]] = {}
        self._by_actor: dict[str, list[Term]] = {}
        self._fill(actors)

    def holder(self, role: str, day: date) -> str | None:
        """The id of the one person in the office on the day, or None where the tenures do not tell."""
        terms = self._by_office.get(self.read(role), [])
        sure = _in_office(terms, day, lambda term: term.sure)
        found = sure or _in_office(terms, day, lambda term: term.possible)
        if len(found) > 1 and not self._is_shared(self.read(role)):
            latest = max(term.possible[0] for term in found)
            found = [term for term in found if term.possible[0] == latest]
        ids = {term.actor_id for term in found}
        return ids.pop() if len(ids) == 1 else None

    def role_on(self, actor_id: str, day: date) -> Tenure | None:
        """The actor's office on the day: of several the last taken."""
        terms = self._by_actor.get(actor_id, [])
        found = _in_office(terms, day, lambda term: term.sure) or _in_office(terms, day, lambda term: term.possible)
        return max(found, key=lambda term: term.possible[0]).tenure if found else None

    def offices_of(self, actor_id: str) -> tuple[Office, ...]:
        """The offices that an actor ever held, undated ones too."""
        return self._offices.get(actor_id, ())

    def overlaps(self) -> Iterator[tuple[Term, Term]]:
        """Pairs of terms that surely share days in an office of one holder at a time."""
        for office, terms in self._by_office.items():
            if self._is_shared(office):
                continue
            for earlier, later in pairwise(terms):
                if earlier.actor_id != later.actor_id and later.sure[0] < earlier.sure[1]:
                    yield earlier, later

    def _is_shared(self, office: Office) -> bool:
        return not self._words.shared.isdisjoint(office.words)

    def _fill(self, actors: Iterable[Actor]) -> None:
        dated: dict[Office, list[tuple[str, Tenure]]] = {}
        self._offices: dict[str, tuple[Office, ...]] = {}
        for actor in actors:
            for tenure in actor.tenures:
                office = self.read(tenure.role_ar)
                self._offices[actor.id] = (*self._offices.get(actor.id, ()), office)
                if tenure.since:
                    dated.setdefault(office, []).append((actor.id, tenure))
        for office, held in dated.items():
            held.sort(key=lambda pair: (first_day(pair[1].since or _LONG_AGO), pair[0]))
            self._by_office[office] = [
                self._term(actor_id, tenure, held[at + 1 :]) for at, (actor_id, tenure) in enumerate(held)
            ]
            for term in self._by_office[office]:
                self._by_actor.setdefault(term.actor_id, []).append(term)

    def _term(self, actor_id: str, tenure: Tenure, later: list[tuple[str, Tenure]]) -> Term:
        """An open tenure ends where the successor's begins, or where its source ends; it covers its first day."""
        since = tenure.since or ""
        if tenure.until:
            ends = first_day(tenure.until), last_day(tenure.until)
        else:
            successor = next((other.since for other_id, other in later if other_id != actor_id), None)
            ends = (max(self._words.last_day(tenure.source), last_day(since)),) * 2
            if successor:
                ends = first_day(successor) - timedelta(1), last_day(successor) - timedelta(1)
        return Term(actor_id, tenure, (first_day(since), ends[1]), (last_day(since), ends[0]))

    def _read(self, role: str) -> Office:
        """Read an office from its name: names of states and bodies and adjectives of nationality become ids."""
        tokens = self._replace_wordings(_WORD.findall(name_key(role)))
        words: list[str] = []
        of: set[str] = set()
        at = 0
        while at < len(tokens):
            length, actor_id = self._entity(tokens, at)
            if actor_id:
                of.add(actor_id)
            else:
                word = without_article(tokens[at])
                if word not in self._words.noise:
                    words.append(word)
            at += length
        return Office(tuple(words), frozenset(of))

    def _replace_wordings(self, tokens: list[str]) -> list[str]:
        bare = [without_article(token) for token in tokens]
        out: list[str] = []
        at = 0
        while at < len(tokens):
            for wording, first in self._same.get(bare[at], ()):
                end = at + len(wording)
                if tuple(bare[at:end]) == wording and not self._body_starts(tokens, at + 1, end):
                    out.extend(first)
                    at = end
                    break
            else:
                out.append(tokens[at])
                at += 1
        return out

    def _body_starts(self, tokens: list[str], start: int, end: int) -> bool:
        """Whether a body's name that begins inside a wording runs on past it (رئيس حكومة الوفاق)."""
        for at in range(start, end):
            length, actor_id = self._entity(tokens, at)
            if actor_id and actor_id not in self._states and at + length > end:
                return True
        return False

    def _entity(self, tokens: list[str], at: int) -> tuple[int, str | None]:
        """How many tokens the state or body named at a place takes, and its id."""
        after_minister = at > 0 and tokens[at - 1] in self._words.ministers
        for length in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
            phrase = " ".join(tokens[at : at + length])
            for spelling in _unprefixed(phrase):
                actor_id = self._nationality.get(spelling)
                if actor_id is None and not (after_minister and length > 1):
                    actor_id = self._name_of(spelling)
                if actor_id:
                    return length, actor_id
        return 1, None


def overlap_problem(where: str, earlier: Term, later: Term) -> str:
    """One sentence for two people who surely hold one office at a time."""
    return (
        f"{where}: {earlier.actor_id} (until {earlier.tenure.until}) and {later.actor_id} (since "
        f"{later.tenure.since}) overlap as {later.tenure.role_ar}; correct a date, or add the office's word to "
        "`shared` in offices.yaml."
    )


def _in_office(terms: Iterable[Term], day: date, days: Callable[[Term], tuple[date, date]]) -> list[Term]:
    return [term for term in terms if days(term)[0] <= day <= days(term)[1]]


def _unprefixed(phrase: str) -> Iterator[str]:
    yield phrase
    if phrase.startswith("لل"):
        yield "ال" + phrase[2:]
    elif phrase.startswith(("ل", "ب", "و")):
        yield phrase[1:]
