"""What the benchmark of the store asks: the questions of pages, each in several variants drawn from the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from random import Random
from typing import Any

from sqlalchemy import select
from tests.bench.synthetic import OUTLETS, Press

from bayan.queries import Selection, questions
from bayan.store import Store, tables
from bayan.text import fold_text

Ask = Callable[[Store], object]
_PAGE = 50
_RANKS = (1, 2, 5, 10, 20, 50, 100, 300, 1_000, 2_500)
_PAIRS = 20_000


@dataclass(frozen=True)
class Question:
    """A question with its variants. ``goals`` are milliseconds at p95, on SQLite and on PostgreSQL."""

    name: str
    goals: tuple[float, float]
    asks: Sequence[Ask]


@dataclass(frozen=True)
class Drawn:
    """What the variants speak of. ``words`` and ``phrases`` go from the most common to the rarest."""

    actors: tuple[str, ...]
    principals: tuple[str, ...]
    articles: tuple[str, ...]
    common: tuple[str, ...]
    medium: tuple[str, ...]
    rare: tuple[str, ...]
    phrases: tuple[str, ...]


def draw(store: Store, press: Press) -> Drawn:
    """Choose actors by rank, principals with most speakers, articles by chance, words by how common they are."""
    options = [one for one in questions.actor_options(store, limit=5_000) if not one.key.startswith("~")]
    served = Counter(above for actor in press.registry.actors for above in press.registry.principals(actor.id))
    with store.read() as connection:
        wanted = select(tables.article.c.hash).order_by(tables.article.c.hash).limit(20)
        ids = tuple(row.hex()[:12] for row in connection.execute(wanted).scalars())
    words = Counter(map(fold_text, islice(press.words, 300_000)))
    ordered = [word for word, _ in words.most_common() if len(word) > 1 and word.isalpha()]
    pairs = [" ".join(pair) for pair, _ in Counter(pairwise(islice(press.words, 300_000))).most_common(_PAIRS)]
    return Drawn(
        actors=tuple(options[rank - 1].key for rank in _RANKS if rank <= len(options)),
        principals=tuple(key for key, _ in served.most_common(5)),
        articles=ids,
        common=tuple(ordered[rank] for rank in (0, 1, 3, 10, 30, 60, 100, 200)),
        medium=tuple(ordered[rank] for rank in (1_000, 2_000, 3_000, 5_000)),
        rare=(*ordered[-8:], "لاتوجدهذهالكلمه"),
        phrases=tuple(f'"{pairs[rank]}"' for rank in (0, 5, 20, 100, 500, 2_000, 10_000) if rank < len(pairs)),
    )


def list_questions(drawn: Drawn) -> Iterator[Question]:
    """Those of the goals first, then what else pages ask."""
    yield from _of_actors(drawn)
    yield from _of_lists(drawn)
    yield from _of_words(drawn)
    yield from _of_pages(drawn)


def _each(question: Callable[..., Any], selections: Sequence[Selection], **options: Any) -> list[Ask]:
    return [lambda store, one=one: question(store, one, **options) for one in selections]


def _periods(count: int, days: int) -> list[tuple[str, str]]:
    """Some periods of a length within the years of the press."""
    dice = Random(days)
    firsts = [dice.randrange(2015, 2024) for _ in range(count)]
    months = max(1, days // 30)
    found = []
    for year in firsts:
        month = dice.randrange(1, 13)
        end = year * 12 + month - 1 + months
        found.append((f"{year}-{month:02}-05", f"{end // 12}-{end % 12 + 1:02}-04"))
    return found


def _of_actors(drawn: Drawn) -> Iterator[Question]:
    periods = _periods(len(drawn.actors), 600)
    dated = [
        Selection(actor=(key,), since=since, until=until)
        for key, (since, until) in zip(drawn.actors, periods, strict=False)
    ]
    yield Question("timeline of one actor by week and act", (25, 50), _each(questions.timeline, dated))
    served = [Selection(behalf=(key,)) for key in drawn.principals]
    served += [
        Selection(behalf=(key,), since=since, until=until)
        for key, (since, until) in zip(drawn.principals, periods, strict=False)
    ]
    yield Question("timeline of an actor and all who speak for it", (100, 100), _each(questions.timeline, served))
    dice = Random(5)
    narrowed = [
        Selection(since=since, until=until, outlet=tuple(dice.sample(OUTLETS, count)))
        for count, (since, until) in zip((0, 0, 0, 1, 1, 2, 3, 5, 5, 5), _periods(10, 900), strict=False)
    ]
    yield Question("top 20 speakers by dates and outlets", (60, 100), _each(questions.ranking, narrowed))
    yield Question("top 20 named by dates and outlets", (60, 100), _each(questions.mentions, narrowed))
    fives = [[Selection(actor=(key,)) for key in dice.sample(drawn.actors, 5)] for _ in range(8)]
    yield Question(
        "mentions by month, five actors",
        (15, 20),
        [lambda store, one=one: questions.series(store, one) for one in fives],
    )
    years = [
        Selection(actor=(key,), since=since, until=until)
        for key, (since, until) in zip(drawn.actors, _periods(len(drawn.actors), 365), strict=False)
    ]
    yield Question("co-mention pairs of an actor, a year", (20, 20), _each(questions.comentions, years))
    yield Question(
        "facets of one actor", (50, 100), _each(questions.facets, [Selection(actor=(key,)) for key in drawn.actors])
    )
    yield Question("facets of everything", (100, 100), _each(questions.facets, [Selection()]))


def _of_lists(drawn: Drawn) -> Iterator[Question]:
    periods = _periods(len(drawn.actors), 900)
    narrowed = [
        Selection(actor=(key,), act=("inform",), since=since, until=until)
        for key, (since, until) in zip(drawn.actors, periods, strict=False)
    ]
    yield Question("newest 50 by actor, act, dates", (5, 10), _each(questions.statements, narrowed))
    yield Question(
        "… their page 200",
        (5, 10),
        [lambda store, key=key: _far(store, Selection(actor=(key,))) for key in drawn.actors[:3]],
    )
    several = [Selection(actor=drawn.actors[:5]), Selection(outlet=OUTLETS[:5]), Selection(behalf=drawn.principals[:1])]
    yield Question("newest 50 of several actors or outlets", (50, 50), _each(questions.statements, several))
    yield Question(
        "article with its statements and mentions",
        (1, 3),
        [lambda store, one=one: questions.article(store, one) for one in drawn.articles],
    )


_places: dict[tuple[str, Selection], str | None] = {}


def _far(store: Store, selection: Selection) -> object:
    """Page 200 of a list; the way there is gone once."""
    asked = store.address, selection
    if asked not in _places:
        page = questions.statements(store, selection, limit=199 * _PAGE)
        _places[asked] = page.next
    return questions.statements(store, selection, after=_places[asked])


def _of_words(drawn: Drawn) -> Iterator[Question]:
    kinds = (
        ("common word", drawn.common, 50),
        ("medium word", drawn.medium, 20),
        ("rare word", drawn.rare, 2),
        ("phrase", drawn.phrases, 80),
    )
    for name, words, goal in kinds:
        asked = [Selection(q=word) for word in words]
        yield Question(f"search, newest 20 articles: {name}", (goal, 50), _each(questions.articles, asked))
        yield Question(f"search, newest 50 statements: {name}", (goal, 50), _each(questions.statements, asked))
        yield Question(f"search, totals: {name}", (300, 300), _each(questions.totals, asked))
    both = [Selection(q=word, actor=(key,)) for word, key in zip(drawn.common, drawn.actors, strict=False)]
    yield Question("search of an actor's articles, common word", (50, 50), _each(questions.articles, both))
    yield Question(
        "facets of a search, common word",
        (100, 500),
        _each(questions.facets, [Selection(q=word) for word in drawn.common]),
    )


def _of_pages(drawn: Drawn) -> Iterator[Question]:
    whole = [Selection(), Selection(originals=True)]
    actors = [Selection(actor=(key,)) for key in drawn.actors]
    for name, asked in (("everything", whole[:1]), ("originals alone", whole[1:]), ("one actor", actors)):
        yield Question(f"totals of {name}", (100, 100), _each(questions.totals, asked))
        yield Question(f"volume of {name}", (100, 100), _each(questions.volume, asked))
        yield Question(f"newest 20 articles of {name}", (100, 100), _each(questions.articles, asked))
    for side in ("speaker", "side", "outlet", "topic", "act"):
        yield Question(f"timeline of everything by {side}", (100, 100), _each(questions.timeline, whole[:1], by=side))
    for question in (
        questions.ranking,
        questions.mentions,
        questions.comentions,
        questions.voices,
        questions.changes,
        questions.gaps,
        questions.coverage,
        questions.acts_over_time,
    ):
        yield Question(f"{question.__name__} of everything", (100, 100), _each(question, whole[:1]))
    for question in (
        questions.ranking,
        questions.spoken_about,
        questions.addressees,
        questions.relays,
        questions.named_with,
        questions.voices,
    ):
        yield Question(f"{question.__name__} of one actor", (100, 100), _each(question, actors))
    yield Question("actors to choose from", (100, 100), [lambda store: questions.actor_options(store, limit=200)])
    yield Question("actors found by a name", (100, 100), [lambda store: questions.actor_options(store, "لافروف")])
