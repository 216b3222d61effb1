"""The tables. Days are ordinals, 0 for none; words of fixed sets are numbers (``codes``); keys tell time (``keys``).

Articles and statements are narrow, their wide texts lie apart. ``fts`` and ``st_fts`` are full text indexes over the
folded texts of articles and the folded contents of statements; ``dialects`` makes them. ``st_day``, ``st_span``,
``st_by``, ``st_topics``, ``men_day``, ``men_span`` and the counts of ``actor`` are rollups: kept in step in the
transaction that saves the rows, checked by ``verify``. Those of many actors begin with a span of time: an actor has a
page of its own in a tree that begins with actors, and a batch would change them all.
So are the groups of texts that are alike (``wire``, ``quote``), found by marks that these share (``band``, ``said``).
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Float,
    Index,
    Integer,
    LargeBinary,
    Select,
    Subquery,
    Text,
    func,
    literal_column,
    select,
    union_all,
)

import bayan.store.columns as columns
import bayan.store.keys as keys
from bayan.records import SpeakerKind
from bayan.store.codes import SPEAKER_KINDS
from bayan.store.columns import Key, Words
from bayan.store.columns import new_count as _count
from bayan.store.columns import new_id as _id
from bayan.store.columns import new_number as _number
from bayan.store.columns import new_small as _small
from bayan.store.columns import new_table as _table
from bayan.store.columns import new_text as _text

metadata = columns.metadata

outlet = _table("outlet", _id(), _text("name", unique=True))
topic = _table("topic", _id(), _text("name", unique=True))
extractor = _table("extractor", _id(), _text("name", unique=True))

actor = _table(
    "actor",
    _id(),
    _text("key", unique=True),
    _number("kind"),
    _text("name_ar"),
    _text("name_en", null=True),
    _text("principal", null=True),
    _text("search"),
    _count("statements"),
    _count("mentions"),
)
Index("actor_statements", actor.c.statements.desc(), actor.c.id)
speaks_for = _table("speaks_for", _id("principal_id"), _id("actor_id"), clustered=True)


def sides() -> Subquery:
    """Actors with the state that they are (``lane``), and actors with the state that they speak for."""
    state, is_state = actor.alias("state"), SPEAKER_KINDS.number(SpeakerKind.STATE)
    serving = (
        select(speaks_for.c.actor_id.label("actor_id"), func.min(speaks_for.c.principal_id).label("lane"))
        .join(state, state.c.id == speaks_for.c.principal_id)
        .where(state.c.kind == is_state)
        .group_by(speaks_for.c.actor_id)
    )
    return union_all(serving, select(actor.c.id, actor.c.id).where(actor.c.kind == is_state)).subquery("side")


tenure = _table(
    "tenure",
    _id("actor_id"),
    _id("seq"),
    _number("since"),
    _number("until"),
    _text("role_ar"),
    _text("role_en"),
    clustered=True,
)

article = _table(
    "article",
    _id(),
    Column("hash", LargeBinary(32), nullable=False, unique=True),
    _number("outlet_id"),
    _number("day"),
    _text("title"),
    _text("url", null=True),
    _number("extractor_id", null=True),
)
Index("article_outlet_day", article.c.outlet_id, article.c.day)
article_text = _table(
    "article_text",
    _id(),
    _text("body"),
    _text("author", null=True),
    _text("published_at", null=True),
    _text("published_basis", null=True),
    _text("language"),
    _text("source"),
    _text("ingested_at"),
)
Index("article_text_arrived", article_text.c.ingested_at)

mention = _table(
    "mention", _id("article_id"), _small("field"), _small("start"), _id("actor_id"), _number("stop"), clustered=True
)
actor_article = _table(
    "actor_article", _id("actor_id"), _id("article_id"), _number("outlet_id"), _number("n"), clustered=True
)
Index("actor_article_article", *(actor_article.c[name] for name in ("article_id", "actor_id", "outlet_id", "n")))

statement = _table(
    "statement",
    _id(),
    Column("uid", LargeBinary(8), nullable=False),
    Column("actor_id", Key, nullable=True),
    Column("addressee_id", Key, nullable=True),
    _number("outlet_id"),
    _number("day"),
    _number("basis"),
    _number("act"),
    _number("kind"),
    _number("speaker_kind"),
    _number("field"),
    _number("cue_start"),
    _number("cue_end"),
    _number("content_start"),
    _number("content_end"),
    Column("diplomatic", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    _number("reviewed", null=True),
)
_BLOCK_BITS = literal_column(str(keys.BLOCK_BITS), Integer)
BLOCK: ColumnElement[int] = statement.c.id.op(">>")(_BLOCK_BITS)
"""The part of time in which a statement was published: ``keys`` tells how long it is."""
Index("statement_uid", BLOCK, statement.c.uid)
"""An uid is a hash: by uid alone, each statement of a batch would change another page."""


def blocks_in_use() -> Select[int]:
    """The blocks that hold statements, each found by the key of the first statement after the one before."""

    def first(*where: ColumnElement[bool]) -> ColumnElement[int]:
        other = statement.alias("first_of_block")
        begins = [other.c.id >= condition for condition in where]
        return select(func.min(other.c.id).op(">>")(_BLOCK_BITS)).where(*begins).scalar_subquery()

    found = select(first().label("block")).cte("blocks", recursive=True)
    begin = (found.c.block + 1).op("<<")(_BLOCK_BITS)
    return select(found.union_all(select(first(begin)).where(found.c.block.is_not(None))).c.block)


Index("statement_actor_day", *(statement.c[name] for name in ("actor_id", "day", "act", "kind", "basis", "outlet_id")))
Index("statement_outlet_day", *(statement.c[name] for name in ("outlet_id", "day", "act", "actor_id")))
Index(
    "statement_day",
    *(statement.c[name] for name in ("day", "act", "kind", "basis", "outlet_id", "actor_id")),
)
_seen = statement.c.reviewed.is_not(None)
Index("statement_reviewed", statement.c.reviewed, statement.c.day, sqlite_where=_seen, postgresql_where=_seen)
"""Of millions of statements people review some thousands: the index holds only these."""
statement_text = _table(
    "statement_text",
    _id(),
    _text("speaker", null=True),
    _text("surface", null=True),
    _text("role", null=True),
    _text("via", null=True),
    _text("addressee", null=True),
    _text("topics"),
    _text("evidence"),
)
statement_topic = _table("statement_topic", _id("statement_id"), _id("topic_id"), clustered=True)
Index("statement_topic_topic", statement_topic.c.topic_id, statement_topic.c.statement_id)

correction = _table(
    "correction",
    Column("hash", LargeBinary(32), primary_key=True),
    _small("field"),
    _small("content_start"),
    _small("content_end"),
    _number("verdict"),
    _text("statement"),
    _text("found", null=True),
    _text("made_by"),
    _text("made_at"),
)
"""What people decided about statements, as JSON with what the engine last found there. Saving an article applies it."""
decision = _table("decision", _id("number"), _text("told"))
"""What people decided about actors, as JSON, in the order in which it is replayed."""

saved_view = _table(
    "saved_view",
    Column("owner", Words, primary_key=True),
    Column("name", Words, primary_key=True),
    _text("address"),
    clustered=True,
)
"""Addresses of the dashboard that people who have signed in keep under a name."""

article_source = _table(
    "article_source", _id("article_id"), Column("source", Words, primary_key=True), _text("url", null=True)
)
"""Where an article was read from besides the first time."""
sketch = _table("sketch", _id("article_id"), Column("marks", LargeBinary, nullable=False))
band = _table("band", _small("level"), _id("mark"), _id("article_id"), clustered=True)
"""Marks are spread evenly over their tree, so those of a batch would change a page each. New ones wait in a small tree
(level 0) until those of their part are moved together (level 1)."""
wire = _table("wire", _id("article_id"), Column("first_id", Key, nullable=False), clustered=True)
Index("wire_first", wire.c.first_id, wire.c.article_id)
"""Articles that have near copies, each with the one of them that was published first."""
is_copy = wire.c.article_id != wire.c.first_id
"""Whether an article is a near copy of one published before."""
said = _table("said", _small("level"), _id("mark"), _id("statement_id"), clustered=True)
quote = _table("quote", _id("statement_id"), Column("first_id", Key, nullable=False), clustered=True)
Index("quote_first", quote.c.first_id, quote.c.statement_id)
"""Statements whose words others report too, each with the first of them."""

calendar = _table("calendar", _id("day"), _number("month"))
"""The months of the days in use, as year * 12 + month - 1: no database agrees with another on dates."""

st_day = _table(
    "st_day", *map(_small, ("quarter", "actor_id", "day", "act")), _number("n"), _number("assumed"), clustered=True
)
"""Statements by speaker (0: all, the nameless too), day and act; of them those whose day is that of publication."""
st_span = _table(
    "st_span", *map(_small, ("span", "actor_id", "facet", "value")), _number("n"), _number("assumed"), clustered=True
)
"""Statements by speaker and the value of a facet, by month and year."""
st_by = _table(
    "st_by",
    *map(_small, ("by_id", "of_id", "facet", "span", "value")),
    _number("n"),
    _number("assumed"),
    clustered=True,
)
"""Statements that one filter selects, by the values of another and by time: ``cells`` tells which and how."""
st_topics = _table("st_topics", _small("span"), Column("topics", Words, primary_key=True), _number("n"), clustered=True)
"""Statements by all the topics that they have, by month and year: one may stand on several lanes, and counts once."""
men_day = _table(
    "men_day", *map(_small, ("quarter", "actor_id", "day")), _number("articles"), _number("mentions"), clustered=True
)
"""Mentions, and articles that hold one, by actor and day of publication; of all actors (0) the articles published, and
of these those that are no near copies (-1)."""
men_span = _table(
    "men_span",
    *map(_small, ("outlet_id", "span", "actor_id")),
    _number("articles"),
    _number("mentions"),
    clustered=True,
)
"""The same by outlet (0: all), and by month and year in place of the day (``cells`` tells how a span is written)."""

state = _table("state", Column("name", Words, primary_key=True), _number("value"), clustered=True)
"""``version`` grows with every change of the rows. ``fold``, ``sketch`` and ``counts`` are the versions of the rules
behind the full text, the groups of texts that are alike, and the rollups."""
migration = _table("migration", _id("number"), _text("name"), _text("applied_at"))
checkpoint = _table("checkpoint", Column("source", Words, primary_key=True), _number("record"), clustered=True)
run = _table(
    "run",
    _id(),
    _text("command"),
    _text("extractor", null=True),
    _text("started_at"),
    _text("ended_at", null=True),
    _count("read"),
    _count("stored"),
    _count("known"),
    Column("rejected", Text, nullable=False, server_default="{}"),
    Column("sources", Text, nullable=False, server_default="[]"),
    _count("resumed"),
)
rejection = _table(
    "rejection",
    _id("run_id"),
    _id("number"),
    *map(_text, ("reason", "detail", "place", "record")),
    Column("told", Text),
)
"""What a run did not take, with the record itself as JSON, null where it was no single one. ``told`` holds the code and
the values of its sentence as JSON, null where an older Bayan stored it."""
