"""A selection in the store's own numbers, and the conditions that follow from it.

- A statement is selected by every filter; words must stand in its content.
- An article is selected by outlet and words (anywhere in it) and, where a filter speaks of statements, by holding one
  that is selected (its words aside); else by its day of publication.
- ``originals`` and ``arrived`` select articles, with all that was found in them.
- A mention is selected by its article, and by ``actor`` and ``behalf`` as the actor that is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, false, or_, select

from bayan.queries.selection import EXTRACTED, REVIEWS, Dated, Review, Selection
from bayan.queries.words import Words, read_words
from bayan.records import Act, Kind, Verdict
from bayan.store import Store, codes, dialects, keys, tables

SECONDS = 1.0
"""How long a question with words may take: a few searches would else keep a server busy."""
PATIENCE = 0.5
"""Seconds that a page waits for a number that it can do without."""
Conditions = list[ColumnElement[bool]]
Numbers = tuple[int, ...] | None
"""The chosen values of a filter; None where it is not set."""
_article, _statement, _named = tables.article, tables.statement, tables.actor_article


@dataclass(frozen=True, slots=True)
class Filters:
    """A selection in numbers. ``days`` are the first and the last day, both included.

    Of words some hits may be all that is looked at, the articles ``texts`` and the statements ``hits``; where there may
    be more, they are the ``newest``. The words are ``common`` where more articles than are counted surely hold them.
    """

    actors: Numbers = None
    acts: Numbers = None
    kinds: Numbers = None
    topics: Numbers = None
    outlets: Numbers = None
    days: tuple[int, int] | None = None
    dated: Dated = "said"
    words: Words | None = None
    diplomatic: bool = False
    reviewed: tuple[Review, ...] | None = None
    originals: bool = False
    arrived: str | None = None
    texts: tuple[int, ...] | None = None
    hits: tuple[int, ...] | None = None
    newest: bool = False
    common: bool = False

    @property
    def by_publication(self) -> bool:
        """Whether articles are selected by their outlets and days alone, and as no near copies: rollups know these."""
        return self.words is None and not self.speaking and self.arrived is None

    @property
    def by_article(self) -> bool:
        """Whether a filter speaks of how articles came in: few rollups know that."""
        return self.originals or self.arrived is not None

    @property
    def speaking(self) -> bool:
        """Whether a filter speaks of statements."""
        chosen = (self.actors, self.acts, self.kinds, self.topics, self.reviewed)
        return self.diplomatic or any(values is not None for values in chosen)

    @property
    def speakers_alone(self) -> bool:
        """Whether speakers are all that is chosen of statements: the texts of articles have tokens for these."""
        return self.actors is not None and self.days is None and not self.without("actors").speaking

    @property
    def in_texts(self) -> bool:
        """Whether articles are found in their full text index."""
        return (self.words is not None and self.texts is None) or self.speakers_alone

    def without(self, *names: str) -> Filters:
        """The same without some filters."""
        empty: dict[str, Any] = dict.fromkeys(names)
        return replace(self, **empty)

    @property
    def less_copies(self) -> bool:
        """Whether what near copies hold is taken away from what rollups know; what few speakers said is sooner looked
        up without them."""
        return self.originals and self.actors is None

    @property
    def with_copies(self) -> Filters:
        """The same without leaving near copies out."""
        return replace(self, originals=False)

    def of(self, actors: Sequence[int]) -> Filters:
        """The same for some actors in place of those chosen."""
        return replace(self, actors=tuple(actors))


_ONE_ACTOR = select(tables.actor.c.id).where(tables.actor.c.key == bindparam("key"))


@contextmanager
def asking(store: Store, selection: Selection) -> Iterator[tuple[Connection, Filters]]:
    """A view of the store and the selection in its numbers. Raises BadSelection, StoreError, TooSlow."""
    with store.read(seconds=SECONDS if selection.q else None) as connection:
        yield connection, read_filters(connection, selection)


def read_filters(connection: Connection, selection: Selection) -> Filters:
    """Turn names into the store's numbers; what it does not know has none, and so selects nothing."""
    return Filters(
        actors=_actors(connection, selection),
        acts=tuple(codes.ACTS.number(Act(act)) for act in selection.act) or None,
        kinds=tuple(codes.KINDS.number(Kind(kind)) for kind in selection.kind) or None,
        topics=_numbers(connection, tables.topic, selection.topic),
        outlets=_numbers(connection, tables.outlet, selection.outlet),
        days=_days(selection),
        dated=selection.dated,
        words=read_words(selection.q) if selection.q else None,
        diplomatic=selection.diplomatic,
        reviewed=tuple(state for state in REVIEWS if state in selection.reviewed) or None,
        originals=selection.originals,
        arrived=selection.arrived,
    )


def _numbers(connection: Connection, table: Table, names: Sequence[str]) -> Numbers:
    if not names:
        return None
    return tuple(connection.execute(select(table.c.id).where(table.c.name.in_(names))).scalars())


def _actors(connection: Connection, selection: Selection) -> Numbers:
    """The chosen actors, and of those in ``behalf`` everyone who speaks for them too: one query for all."""
    if not selection.actor and not selection.behalf:
        return None
    actor, served = tables.actor, tables.speaks_for
    if len(selection.actor) == 1 and not selection.behalf:
        return tuple(connection.execute(_ONE_ACTOR, {"key": selection.actor[0]}).scalars())
    chosen = select(actor.c.id).where(actor.c.key.in_((*selection.actor, *selection.behalf)))
    if not selection.behalf:
        return tuple(connection.execute(chosen).scalars())
    principals = select(actor.c.id).where(actor.c.key.in_(selection.behalf))
    speakers = select(served.c.actor_id).where(served.c.principal_id.in_(principals))
    return tuple(connection.execute(chosen.union(speakers)).scalars())


def _days(selection: Selection) -> tuple[int, int] | None:
    if not selection.since and not selection.until:
        return None
    first, last = (text and date.fromisoformat(text).toordinal() for text in (selection.since, selection.until))
    return first or date.min.toordinal(), last or date.max.toordinal()


def statement_day(filters: Filters) -> ColumnElement[int]:
    """The day that the selection means by a statement's day; for undated ones it is no day of the calendar."""
    if filters.dated == "said":
        return _statement.c.day
    return _statement.c.id.op(">>")(dialects.constant(keys.SEQUENCE_BITS + keys.SERIAL_BITS))


def is_dated(filters: Filters) -> ColumnElement[bool]:
    """Whether a statement has a day."""
    return _statement.c.day != keys.NO_DAY if filters.dated == "said" else _statement.c.id > 0


def statements_where(filters: Filters, *, by_key: bool = False) -> Conditions:
    """The conditions on a row of ``statement``; ``by_key`` rows are found by other conditions on their keys.

    Then they are few, and no index of what a filter says shall be used: sums have none.
    """
    chosen: Conditions = []
    more = dialects.constant(0)
    for column, numbers in (
        (_statement.c.actor_id, filters.actors),
        (_statement.c.act, filters.acts),
        (_statement.c.kind, filters.kinds),
        (_statement.c.outlet_id, filters.outlets),
    ):
        chosen += one_of(column + more if by_key else column, numbers)
    if filters.days and filters.dated == "said":
        chosen.append((_statement.c.day + more if by_key else _statement.c.day).between(*filters.days))
    elif filters.days:
        chosen.append(_statement.c.id.between(*keys.statement_keys(*keys.article_keys(*filters.days))))
    if filters.topics is not None:
        held = tables.statement_topic.c
        # A list of what holds the topics: to ask of each statement whether it does is to look at all of them.
        found = select(held.statement_id).where(*one_of(held.topic_id, filters.topics))
        chosen.append(_statement.c.id.in_(found))
    if filters.diplomatic:
        chosen.append(_statement.c.diplomatic)
    if filters.reviewed is not None:
        chosen.append(_of_review(filters.reviewed))
    chosen += of_arrival(filters, _statement.c.id.op(">>")(dialects.constant(keys.SEQUENCE_BITS)))
    if filters.hits is not None:
        chosen.append(dialects.listed(_statement.c.id, filters.hits))
    elif filters.words:
        chosen.append(_statement.c.id.in_(hits_of(filters.words, "st_fts")))
    return chosen


def articles_where(filters: Filters) -> tuple[ColumnElement[int], Conditions]:
    """The column that holds the keys of articles, and the conditions on its rows.

    With words, or speakers alone, it is that of the full text index: outlets and speakers are tokens there, days a
    range of keys.
    """
    chosen: Conditions = []
    key: ColumnElement[int] = _article.c.id
    if filters.in_texts:
        key = dialects.text_key("fts")
        chosen.append(_of_texts(filters))
    else:
        chosen += one_of(_article.c.outlet_id, filters.outlets)
    if filters.texts is not None:
        chosen.append(dialects.listed(key, filters.texts))
    chosen += of_arrival(filters, key)
    if filters.speaking and not filters.speakers_alone:
        holding = statements_where(filters.without("words"))
        # The sum keeps the database from walking the index once for every statement found.
        found = select(_statement.c.id.op(">>")(dialects.constant(keys.SEQUENCE_BITS))).where(*holding).correlate(None)
        chosen.append((key + 0).in_(found) if filters.in_texts else key.in_(found))
    elif filters.days:
        chosen.append(key.between(*keys.article_keys(*filters.days)))
    return key, chosen


def _of_texts(filters: Filters) -> ColumnElement[bool]:
    """The condition on a text: its words, and the tokens of its outlet and of those who speak in it."""
    if filters.outlets == () or filters.actors == ():
        return false()
    groups = (("o", filters.outlets), ("s", filters.actors))
    tokens = tuple(tuple(f"{sign}{number}" for number in numbers) for sign, numbers in groups if numbers)
    words = filters.words
    return words.found_in("fts", tokens=tokens) if words else dialects.matches("fts", (), tokens=tokens)


def hits_of(words: Words, name: str, first: int | None = None) -> Select[int]:
    """The keys of the texts that hold the words, from one on."""
    key = dialects.text_key(name)
    found = select(key).where(words.found_in(name))
    return found if first is None else found.where(key >= first)


def named_where(filters: Filters) -> Conditions:
    """The conditions on a row of ``actor_article``."""
    chosen = one_of(_named.c.actor_id, filters.actors)
    return chosen + of_articles(filters.without("actors"), _named.c.article_id, _named.c.outlet_id)


def of_articles(filters: Filters, article_key: ColumnElement[int], outlet: ColumnElement[int]) -> Conditions:
    """The conditions that a row with these two columns belongs to a selected article."""
    if filters.words or filters.speaking:
        key, chosen = articles_where(filters)
        return [article_key.in_(select(key).where(*chosen).correlate(None))]
    chosen = one_of(outlet, filters.outlets)
    chosen += of_arrival(filters, article_key)
    return chosen + ([article_key.between(*keys.article_keys(*filters.days))] if filters.days else [])


def of_arrival(filters: Filters, article_key: ColumnElement[int]) -> Conditions:
    """The conditions on how an article came in: not as a near copy of one published before, not before a time."""
    chosen: Conditions = []
    if filters.originals:
        copies = select(tables.wire.c.article_id).where(tables.is_copy).correlate(None)
        chosen.append(article_key.not_in(copies))
    if filters.arrived is not None:
        text = tables.article_text
        chosen.append(article_key.in_(select(text.c.id).where(text.c.ingested_at >= filters.arrived).correlate(None)))
    return chosen


def _of_review(states: Sequence[Review]) -> ColumnElement[bool]:
    """Reviewed statements have the number of a verdict, the others none."""
    column = _statement.c.reviewed
    numbers = [codes.VERDICTS.number(Verdict(state)) for state in states if state != EXTRACTED]
    reviewed = one_of(column, tuple(numbers)) if numbers else []
    return or_(*reviewed, *([column.is_(None)] if EXTRACTED in states else []))


def one_of(column: ColumnElement[Any], numbers: Numbers) -> Conditions:
    """No condition where the filter is not set. One value is asked by equality, so that an index keeps its order."""
    if numbers is None:
        return []
    return [column == numbers[0]] if len(numbers) == 1 else [column.in_(numbers)]


def of_article(article_key: ColumnElement[int], statement_key: ColumnElement[int]) -> ColumnElement[bool]:
    """The condition that a statement belongs to an article: its key lies in one range."""
    first = article_key.op("<<")(dialects.constant(keys.SEQUENCE_BITS))
    return statement_key.between(first, first.op("|")(keys.STATEMENTS_AN_ARTICLE - 1))
