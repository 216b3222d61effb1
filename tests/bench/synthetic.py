"""A press made for measuring: words, neighbours of words and lengths of real articles, speakers by Zipf's law.

A text is put together from short runs of a real text, so that words and phrases are as common as they are in the press
while no two articles are alike by chance; some are printed again by another outlet, as agencies' are.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path
from random import Random

from bayan.actors import Registry, load_registry
from bayan.data import data_path
from bayan.records import Act, Actor, Article, Extraction, Kind, Mention, Span, SpeakerKind, Statement
from bayan.store import Store

CORPUS = sorted((Path(__file__).resolve().parents[3] / "shared" / "corpus").glob("*.jsonl.gz"))
BATCH = 1_000
FIRST, DAYS = date(2015, 1, 1), 3_650
OUTLETS = tuple(f"outlet{number:02}.example" for number in range(1, 26))
TOPICS = tuple(f"topic{number:02}" for number in range(1, 31))
_STEP = 5
"""Of so many real articles one lends its words: two million are enough."""
_RUN = 14
_STATEMENTS, _MENTIONS = 9, 12
_COPIED, _STATED, _UNDATED = 0.08, 0.3, 0.005
_TAIL = 200_000
_SIGNS = {SpeakerKind.STATE: 0.15, SpeakerKind.BODY: 0.5}
Found = tuple[Article, Extraction]


class Press:
    """Where articles are drawn from. The same number and size of batches gives the same articles."""

    def __init__(self) -> None:
        self.registry = load_registry()
        self.words, self._lengths = _read_words()
        self._actors = _by_fame(self.registry)
        self._fame = _zipf(len(self._actors))
        self._tail = _zipf(_TAIL)
        self._topics, self._outlets = _zipf(len(TOPICS)), _zipf(len(OUTLETS))

    def batches(self, articles: int) -> Iterator[list[Found]]:
        """So many articles in batches, the oldest first."""
        for number in range(articles // BATCH):
            day = FIRST + timedelta(number * BATCH * DAYS // articles)
            yield self.batch(number, day, max(1, BATCH * DAYS // articles))

    def batch(self, number: int, day: date, days: int = 1) -> list[Found]:
        """One batch of articles published on some days."""
        dice = Random(number)
        made: list[Found] = []
        for at in range(BATCH):
            if made and dice.random() < _COPIED:
                article, found = made[dice.randrange(len(made))]
                made.append((replace(article, outlet=dice.choice(OUTLETS), source=f"copy{number}"), found))
                continue
            published = None if dice.random() < _UNDATED else day + timedelta(at * days // BATCH)
            made.append(self._article(dice, f"{number}#{at}", published))
        return made

    def _article(self, dice: Random, source: str, published: date | None) -> Found:
        title = " ".join(self._run(dice, 9))
        runs = [self._run(dice, _RUN) for _ in range(max(2, dice.choice(self._lengths) // _RUN))]
        starts = list(accumulate((len(" ".join(run)) + 1 for run in runs), initial=0))
        body = "".join(" ".join(run) + ("\n" if at % 4 == 3 else " ") for at, run in enumerate(runs))
        outlet = dice.choices(OUTLETS, cum_weights=self._outlets)[0]
        url = f"https://{outlet}/{source.replace('#', '/')}"
        places = list(zip(starts, runs, strict=False))
        found = Extraction(
            tuple(self._statements(dice, places, published)), tuple(dict.fromkeys(self._mentions(dice, places)))
        )
        return Article(outlet, title, body, published, url=url, source=source), found

    def _run(self, dice: Random, length: int) -> list[str]:
        at = dice.randrange(len(self.words) - length)
        return self.words[at : at + length]

    def _statements(
        self, dice: Random, places: Sequence[tuple[int, list[str]]], published: date | None
    ) -> Iterator[Statement]:
        count = min(len(places), dice.randint(0, 2 * _STATEMENTS))
        for start, run in sorted(dice.sample(places, count)):
            cue = Span(start, start + len(run[0]))
            actor = self._speaker(dice)
            yield Statement(
                field="body",
                cue=cue,
                content=Span(cue.end + 1, start + len(" ".join(run))),
                kind=dice.choice(tuple(Kind)),
                speaker=actor.name_ar if actor else None,
                speaker_kind=actor.kind if actor else SpeakerKind.UNNAMED,
                act=dice.choices(tuple(Act), (40, 8, 8, 8, 12, 6, 6, 6))[0],
                speaker_id=actor.id if actor and actor.id else None,
                speaker_surface=run[1],
                role=run[2] if dice.random() < 0.4 else None,
                via=run[3] if dice.random() < 0.15 else None,
                said_on=_said_on(dice, published),
                topics=tuple(sorted(set(dice.choices(TOPICS, cum_weights=self._topics, k=dice.randint(0, 2))))),
                diplomatic=dice.random() < 0.3,
                confidence=round(dice.random(), 2),
                evidence=("cue.say", "rule.vso"),
            )

    def _speaker(self, dice: Random) -> Actor | None:
        """One of the registry, one of the many whom it does not know, or nobody by name."""
        die = dice.random()
        if die < 0.6:
            return dice.choices(self._actors, cum_weights=self._fame)[0]
        if die < 0.75:
            number = dice.choices(range(_TAIL), cum_weights=self._tail)[0]
            return Actor("", SpeakerKind.PERSON, f"{self.words[number]} {self.words[number + _TAIL]}", "")
        return None

    def _mentions(self, dice: Random, places: Sequence[tuple[int, list[str]]]) -> Iterator[Mention]:
        count = dice.randint(0, 2 * _MENTIONS)
        for actor in dice.choices(self._actors, cum_weights=self._fame, k=count):
            start, run = dice.choice(places)
            at = start + len(run[0]) + 1
            yield Mention("body", Span(at, at + len(run[1])), actor.id, actor.name_ar)


def fill(store: Store, press: Press, articles: int) -> Iterator[int]:
    """Save so many articles, and tell after each batch how many the store has."""
    actors = press.registry.actors
    store.sync_actors(actors, {actor.id: press.registry.principals(actor.id) for actor in actors})
    for number, batch in enumerate(press.batches(articles), 1):
        store.save(batch, extractor="synthetic")
        yield number * BATCH


def _said_on(dice: Random, published: date | None) -> str | None:
    if published is None or dice.random() > _STATED:
        return None
    return (published - timedelta(dice.randrange(4))).isoformat()


def _by_fame(registry: Registry) -> list[Actor]:
    """The actors, most famous first: states and bodies are named more often than persons."""
    dice = Random(1)
    return sorted(registry.actors, key=lambda actor: dice.random() * _SIGNS.get(actor.kind, 1))


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


def _read_words() -> tuple[list[str], list[int]]:
    """The words of real articles in their order, or of the demo corpus, and how many each article has."""
    words: list[str] = []
    lengths: list[int] = []
    known: dict[str, str] = {}
    for line in _lines():
        found = json.loads(line)["body"].split()
        lengths.append(len(found))
        words += [known.setdefault(word, word) for word in found]
    return words if len(words) > 2 * _TAIL else words * (2 * _TAIL // len(words) + 2), lengths


def _lines() -> Iterator[str]:
    for path in CORPUS:
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            yield from islice(stream, 0, None, _STEP)
    if not CORPUS:
        yield from data_path("demo", "gold.jsonl").read_text(encoding="utf-8").splitlines()
