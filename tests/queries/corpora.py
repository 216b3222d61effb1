"""Small random corpora in which everything happens: shared names, undated articles, one text in two outlets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.places import Places
from tests.queries.plain import Plain, chain

from bayan.queries import REVIEWS, Selection
from bayan.records import (
    FIELDS,
    Act,
    Actor,
    Article,
    Correction,
    Extraction,
    Kind,
    Mention,
    Span,
    SpeakerKind,
    Statement,
    Tenure,
    Verdict,
)
from bayan.store import Store, open_store

Batch = Sequence[tuple[Article, Extraction]]
MINISTER = Tenure("وزير الخارجية", "Foreign minister", "russia-mfa", "2004-03", None, "a source")
ACTORS = (
    Actor("russia", SpeakerKind.STATE, "روسيا", "Russia"),
    Actor("russia-mfa", SpeakerKind.BODY, "الخارجية الروسية", "Russian foreign ministry", principal="russia"),
    Actor("lavrov", SpeakerKind.PERSON, "لافروف", "Lavrov", principal="russia-mfa", tenures=(MINISTER,)),
    Actor("turkey", SpeakerKind.STATE, "تركيا", "Türkiye", aliases=("انقرة",)),
    Actor("erdogan", SpeakerKind.PERSON, "أردوغان", "Erdoğan", principal="turkey"),
)
OUTLETS = ("a.example", "b.example", "c.example")
TOPICS = ("oil", "ceasefire")
WORDS = ("القتال", "أنقرة", "انقره", "ليبيا", "لِيبيا", "النفط", "هدنة", "هدنه", "على", "علي", "Paris", "x_y", "١٢")
DAYS = (date(2019, 12, 31), date(2020, 6, 1), date(2020, 6, 2), date(2020, 7, 8), date(2022, 1, 1), date(2024, 2, 29))
SAID = (None, "2020-05-30", "2020-06-01", "2020-06", "2020-07-08")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def statements(draw: st.DrawFn, article: Article) -> Statement:
    field = draw(st.sampled_from(FIELDS))
    text = getattr(article, field)
    actor = draw(st.sampled_from((*ACTORS, None, "مصدر", "أحمد علي")))
    known = isinstance(actor, Actor)
    return Statement(
        field=field,
        cue=draw(spans(text)),
        content=draw(spans(text)),
        kind=draw(st.sampled_from(Kind)),
        speaker=actor.name_ar if known else actor,
        speaker_kind=actor.kind if known else SpeakerKind.UNNAMED,
        speaker_id=actor.id if known else None,
        act=draw(st.sampled_from(Act)),
        said_on=draw(st.sampled_from(SAID)),
        topics=tuple(draw(st.sets(st.sampled_from(TOPICS)).map(sorted))),
        diplomatic=draw(st.booleans()),
        confidence=draw(st.sampled_from((0.25, 0.5, 1.0))),
        evidence=draw(st.sampled_from(((), ("cue.say",), ("cue.say", "rule.vso")))),
    )


@st.composite
def mentions(draw: st.DrawFn, article: Article) -> Mention:
    field = draw(st.sampled_from(FIELDS))
    span = draw(spans(getattr(article, field)))
    return Mention(field, span, draw(st.sampled_from(ACTORS)).id, "name")


days = st.none() | st.sampled_from(DAYS)
articles = st.builds(Article, st.sampled_from(OUTLETS), texts, texts, days, source=st.just("s"))


def findings(article: Article) -> st.SearchStrategy[Extraction]:
    said = st.lists(statements(article), min_size=1, max_size=4).map(tuple)
    return st.builds(Extraction, said, st.lists(mentions(article), max_size=4).map(unique))


def unique(found: Sequence[Mention]) -> tuple[Mention, ...]:
    """At one place an actor is named once."""
    return tuple({(one.field, one.span.start, one.actor_id): one for one in found}.values())


corpora = st.lists(articles.flatmap(lambda one: st.tuples(st.just(one), findings(one))), min_size=4, max_size=9)
CORPORA = 12


@cache
def draw_corpora() -> list[Batch]:
    """The corpora that all tests ask: to make a store takes longer than to ask it a dozen questions."""
    found: list[Batch] = []

    @settings(max_examples=CORPORA, database=None, derandomize=True, phases=[Phase.generate])
    @given(corpora)
    def keep(batch: Batch) -> None:
        found.append(batch)

    keep()
    return found


Twice = tuple[Article, Extraction, Extraction, date | None]
again: st.SearchStrategy[list[Twice]] = st.lists(
    articles.flatmap(lambda one: st.tuples(st.just(one), findings(one), findings(one), days)), min_size=1, max_size=7
)
which = st.integers(0, CORPORA - 1)
SEARCHES = ("هدنة", "انقرة", '"على القتال"', "ليبيا -النفط", "paris", '"x y"', "12", "نفط")


def some(choices: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Mostly no filter: several at once leave nothing to compare."""
    chosen = st.lists(st.sampled_from(choices), min_size=1, max_size=2, unique=True).map(tuple)
    return rarely((), chosen)


def rarely(default: Any, strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.integers(0, 3).flatmap(lambda die: strategy if die == 3 else st.just(default))


selections = st.builds(
    Selection,
    actor=some(("lavrov", "turkey", "~مصدر", "nobody")),
    behalf=some(("russia", "turkey")),
    act=some(tuple(Act)),
    kind=some(tuple(Kind)),
    topic=some((*TOPICS, "none")),
    outlet=some((*OUTLETS, "none.example")),
    since=rarely(None, st.sampled_from(("2020-06-01", "2020-06-02"))),
    until=rarely(None, st.sampled_from(("2020-06-30", "2022-01-01"))),
    dated=st.sampled_from(("said", "published")),
    q=rarely(None, st.sampled_from(SEARCHES)),
    diplomatic=rarely(False, st.just(True)),
    reviewed=some(REVIEWS),
)


@contextmanager
def stored(places: Places, batch: Batch) -> Iterator[tuple[Store, Plain]]:
    """A store that holds a corpus, and the same corpus in plain Python."""
    address = places.new()
    principals = {actor.id: chain(actor, {other.id: other for other in ACTORS}) for actor in ACTORS}
    with open_store(address, write=True, create=True) as store:
        store.sync_actors(ACTORS, principals)
        store.save(batch, extractor="1")
        yield store, Plain(batch, ACTORS)
    places.free(address)


def review_some(store: Store, plain: Plain) -> None:
    """Let people confirm or correct about half of the statements, without changing anything else of them."""
    verdicts = {"0": Verdict.CONFIRMED, "1": Verdict.CORRECTED}
    corrections = [
        Correction(one.article.content_hash, one.made, verdicts[str(int(one.id[0], 16) % 4)], "nadia", "2020-07-08")
        for one in plain.statements(Selection())
        if str(int(one.id[0], 16) % 4) in verdicts
    ]
    store.take_corrections(corrections)
    plain.reviewed = {one.id: str(one.verdict) for one in corrections}
