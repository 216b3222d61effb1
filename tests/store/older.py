"""Stores of older versions: today's brought back, a step of the tables at a time."""

from __future__ import annotations

from collections.abc import Iterator

from tests.store.rows import change

LATER = (
    *("article_source", "sketch", "band", "said", "wire", "quote", "rejection"),
    *("correction", "decision", "st_by", "men_span"),
)
OLD_INDEXES = {
    "statement_outlet_day": "statement (outlet_id, day, act)",
    "actor_article_article": "actor_article (article_id, actor_id)",
}
OUTLET, KIND, TOPIC, SIDE, ACT_OF_SPAN, NAMED = 2, 4, 5, 8, 9, 10


def make_older(address: str, schema: int = 1) -> None:
    """Bring a store back to a version of its tables: 1, 6, 7, 8 or 9."""
    statements = [*_before_sets()]
    if schema < 9:
        statements += _before_spans()
    if schema < 8:
        statements += _before_levels()
    if schema < 7:
        statements.append("DROP TABLE saved_view")
    if schema < 6:
        statements += _first()
    change(address, *statements, f"DELETE FROM migration WHERE number > {schema}")


def _before_sets() -> Iterator[str]:
    """No sets of topics, and what was not counted then."""
    yield "DROP TABLE st_topics"
    yield f"DELETE FROM st_by WHERE facet IN ({SIDE}, {ACT_OF_SPAN}) OR by_id = {NAMED}"
    yield "UPDATE state SET value = 3 WHERE name = 'counts'"


def _before_spans() -> Iterator[str]:
    """Actors before time, and the counts of speakers by day."""
    for name, keys, rest in (
        ("st_day", "actor_id, day, act", "n, assumed"),
        ("men_day", "actor_id, day", "articles, mentions"),
    ):
        yield f"CREATE TABLE kept AS SELECT {keys}, {rest} FROM {name}"
        yield f"DROP TABLE {name}"
        columns = ", ".join(f"{column} BIGINT NOT NULL" for column in f"{keys}, {rest}".split(", "))
        yield f"CREATE TABLE {name} ({columns}, PRIMARY KEY ({keys}))"
        yield f"INSERT INTO {name} SELECT * FROM kept"
        yield "DROP TABLE kept"
    assumed = "sum(CASE WHEN basis = 2 THEN 1 ELSE 0 END)"
    topic = "JOIN statement_topic ON statement_id = id"
    for facet, column, joined in ((OUTLET, "outlet_id", ""), (KIND, "kind", ""), (TOPIC, "topic_id", topic)):
        counted = f"SELECT 1, actor_id, {facet}, day, {column}, count(*), {assumed} FROM statement {joined}"
        yield f"INSERT INTO st_by {counted} WHERE actor_id IS NOT NULL GROUP BY actor_id, day, {column}"
    yield from ("DROP TABLE st_span", "DROP INDEX statement_uid", "CREATE INDEX statement_uid ON statement (uid)")
    yield "DROP INDEX actor_statements"


def _before_levels() -> Iterator[str]:
    """Marks in one tree."""
    for name, member in (("band", "article_id"), ("said", "statement_id")):
        yield f"CREATE TABLE kept AS SELECT mark, {member} FROM {name}"
        yield f"DROP TABLE {name}"
        columns = f"mark BIGINT NOT NULL, {member} BIGINT NOT NULL, PRIMARY KEY (mark, {member})"
        yield f"CREATE TABLE {name} ({columns})"
        yield f"INSERT INTO {name} SELECT * FROM kept"
        yield "DROP TABLE kept"


def _first() -> Iterator[str]:
    """The first version."""
    yield from (f"DROP TABLE {name}" for name in LATER)
    yield from (f"ALTER TABLE run DROP COLUMN {name}" for name in ("sources", "resumed"))
    yield from ("DROP INDEX statement_reviewed", "ALTER TABLE statement DROP COLUMN reviewed")
    yield from ("DROP INDEX article_text_arrived", "DELETE FROM state WHERE name IN ('sketch', 'counts')")
    yield "DELETE FROM men_day WHERE actor_id = 0"
    for name, wanted in OLD_INDEXES.items():
        yield f"DROP INDEX {name}"
        yield f"CREATE INDEX {name} ON {wanted}"
