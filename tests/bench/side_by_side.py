"""The same questions to other tools over the same rows: DuckDB, pandas in memory, Datasette; each where installed.

Each tool has the plain tables of the store (articles, statements, who is named where), as somebody would load them,
with indexes on keys, days and actors for Datasette. None has rollups. `pip install duckdb datasette` brings the two.
"""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import multiprocessing
import resource
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.asked import Drawn

from bayan.queries import Selection, questions
from bayan.store import Store, open_store

SINCE, UNTIL = "2017-02-05", "2018-09-04"
OUTLETS = ("outlet01.example", "outlet02.example", "outlet05.example")
Times = dict[str, float]
PLAIN = """
CREATE TABLE article AS SELECT a.id, o.name AS outlet, a.day, a.title, t.body
  FROM store.article a JOIN store.article_text t ON t.id = a.id JOIN store.outlet o ON o.id = a.outlet_id;
CREATE TABLE statement AS
  SELECT s.id, s.id >> 10 AS article_id, k.key AS speaker, s.act, s.kind, o.name AS outlet, s.day
  FROM store.statement s JOIN store.outlet o ON o.id = s.outlet_id LEFT JOIN store.actor k ON k.id = s.actor_id;
CREATE TABLE named AS SELECT m.article_id, k.key AS actor, a.day, m.n
  FROM store.actor_article m JOIN store.actor k ON k.id = m.actor_id JOIN store.article a ON a.id = m.article_id;
"""
DUCKDB = """
CREATE TABLE article (id BIGINT, outlet VARCHAR, day INTEGER, title VARCHAR, body VARCHAR);
CREATE TABLE statement
  (id BIGINT, article_id BIGINT, speaker VARCHAR, act INTEGER, kind INTEGER, outlet VARCHAR, day INTEGER);
CREATE TABLE named (article_id BIGINT, actor VARCHAR, day INTEGER, n INTEGER);
"""
INDEXES = """
CREATE UNIQUE INDEX article_id ON article (id);
CREATE INDEX article_day ON article (day);
CREATE INDEX statement_article ON statement (article_id);
CREATE INDEX statement_speaker ON statement (speaker);
CREATE INDEX statement_day ON statement (day);
CREATE INDEX named_article ON named (article_id);
CREATE INDEX named_actor ON named (actor);
CREATE VIRTUAL TABLE article_fts USING fts5 (title, body, content=article, content_rowid=id);
INSERT INTO article_fts (rowid, title, body) SELECT id, title, body FROM article;
"""


def list_sql(drawn: Drawn, *, matching: str) -> dict[str, list[str]]:
    """The questions in SQL that DuckDB and SQLite both read; ``matching`` is how a word is looked for."""
    actor, five = drawn.actors[0], ", ".join(f"'{key}'" for key in drawn.actors[:5])
    outlets = ", ".join(f"'{name}'" for name in OUTLETS)
    days = f"day BETWEEN {_ordinal(SINCE)} AND {_ordinal(UNTIL)}"
    one = f"speaker = '{actor}' AND {days}"
    found: dict[str, list[str]] = {
        "timeline of one actor by week and act": [
            f"SELECT (day - 1) / 7 AS week, act, count(*) FROM statement WHERE {one} GROUP BY 1, 2"
        ],
        "top 20 speakers by dates and outlets": [
            f"SELECT speaker, count(*) AS n FROM statement WHERE {days} AND outlet IN ({outlets}) "
            "AND speaker IS NOT NULL GROUP BY 1 ORDER BY n DESC LIMIT 20"
        ],
        "mentions over time, five actors": [
            f"SELECT actor, day, sum(n) FROM named WHERE actor IN ({five}) GROUP BY 1, 2"
        ],
        "newest 50 by actor, act, dates": [
            f"SELECT * FROM statement WHERE {one} AND act = 1 ORDER BY day DESC, id DESC LIMIT 50"
        ],
        "facets of everything": [
            f"SELECT {name}, count(*) AS n FROM statement GROUP BY 1 ORDER BY n DESC LIMIT 100"
            for name in ("act", "kind", "outlet", "speaker")
        ],
    }
    for name, word in (("common", drawn.common[4]), ("rare", drawn.rare[0])):
        where = matching.format(word=word)
        found[f"search, count and newest 20 articles: {name} word"] = [
            f"SELECT count(*) FROM article WHERE {where}",
            f"SELECT id, title FROM article WHERE {where} ORDER BY id DESC LIMIT 20",
        ]
    return found


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def ask_bayan(path: str, drawn: Drawn, _: Path) -> Times:
    """Bayan's own answers to these."""
    dated = Selection(since=SINCE, until=UNTIL)
    one = Selection(actor=drawn.actors[:1], since=SINCE, until=UNTIL)
    asks: dict[str, Callable[[Store], object]] = {
        "timeline of one actor by week and act": lambda store: questions.timeline(store, one),
        "top 20 speakers by dates and outlets": lambda store: questions.ranking(
            store, Selection(since=dated.since, until=dated.until, outlet=OUTLETS)
        ),
        "mentions over time, five actors": lambda store: questions.series(
            store, [Selection(actor=(key,)) for key in drawn.actors[:5]]
        ),
        "newest 50 by actor, act, dates": lambda store: questions.statements(
            store, Selection(actor=one.actor, act=("inform",), since=SINCE, until=UNTIL)
        ),
        "facets of everything": lambda store: questions.facets(store, Selection()),
    }
    for name, word in (("common", drawn.common[4]), ("rare", drawn.rare[0])):
        found = Selection(q=word)
        asks[f"search, count and newest 20 articles: {name} word"] = lambda store, found=found: (  # type: ignore[misc]
            questions.totals(store, found),
            questions.articles(store, found),
        )
    with open_store(path) as store:
        return {name: _time(lambda ask=ask: ask(store)) for name, ask in asks.items()}  # type: ignore[misc]


def ask_duckdb(path: str, drawn: Drawn, folder: Path) -> Times:
    """DuckDB over its own tables of the same rows."""
    duck = importlib.import_module("duckdb").connect(str(folder / "plain.duckdb"))
    duck.execute(DUCKDB)
    for table, frame in _frames(folder):
        duck.execute(f"INSERT INTO {table} SELECT * FROM frame")
        del frame
    asked = list_sql(drawn, matching="contains(body, '{word}') OR contains(title, '{word}')")
    return {
        name: _time(lambda sqls=sqls: [duck.execute(sql).fetchall() for sql in sqls]) for name, sqls in asked.items()
    }  # type: ignore[misc]


def ask_pandas(path: str, drawn: Drawn, folder: Path) -> Times:
    """pandas with every table in memory."""
    import pandas as pd

    parts: dict[str, list[Any]] = {}
    for table, frame in _frames(folder):
        parts.setdefault(table, []).append(frame)
    article, statement, named = (pd.concat(parts.pop(table), ignore_index=True) for table in TABLES)
    first, last = _ordinal(SINCE), _ordinal(UNTIL)
    actor = drawn.actors[0]

    def timeline() -> object:
        rows = statement[(statement.speaker == actor) & statement.day.between(first, last)]
        return rows.groupby([(rows.day - 1) // 7, "act"]).size()

    def top() -> object:
        rows = statement[statement.day.between(first, last) & statement.outlet.isin(OUTLETS)]
        return rows.speaker.value_counts().head(20)

    def newest() -> object:
        chosen = (statement.speaker == actor) & (statement.act == 1) & statement.day.between(first, last)
        return statement[chosen].sort_values(["day", "id"], ascending=False).head(50)

    def search(word: str) -> object:
        hits = article[article.body.str.contains(word, regex=False) | article.title.str.contains(word, regex=False)]
        return len(hits), hits.sort_values("id").tail(20)

    asks: dict[str, Callable[[], object]] = {
        "timeline of one actor by week and act": timeline,
        "top 20 speakers by dates and outlets": top,
        "mentions over time, five actors": lambda: (
            named[named.actor.isin(drawn.actors[:5])].groupby(["actor", "day"]).n.sum()
        ),
        "newest 50 by actor, act, dates": newest,
        "facets of everything": lambda: [
            statement[name].value_counts() for name in ("act", "kind", "outlet", "speaker")
        ],
        "search, count and newest 20 articles: common word": lambda: search(drawn.common[4]),
        "search, count and newest 20 articles: rare word": lambda: search(drawn.rare[0]),
    }
    return {name: _time(ask) for name, ask in asks.items()}


def ask_datasette(path: str, drawn: Drawn, folder: Path) -> Times:
    """Datasette in this process, by its own address for SQL: JSON is made of the rows, nothing goes over a network."""
    with sqlite3.connect(folder / "plain.db") as plain:
        plain.executescript(INDEXES)
    found = "id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH '\"{word}\"')"
    asked = list_sql(drawn, matching=found)

    async def ask_all() -> Times:
        served = importlib.import_module("datasette.app").Datasette(
            [str(folder / "plain.db")], settings={"sql_time_limit_ms": 60_000}
        )
        await served.invoke_startup()
        times = {}
        for name, sqls in asked.items():
            runs = []
            for _ in range(4):
                begun = time.perf_counter()
                for sql in sqls:
                    answer = await served.client.get("/plain.json", params={"sql": sql, "_shape": "array"})
                    assert answer.status_code == 200, answer.text
                runs.append(1000 * (time.perf_counter() - begun))
            times[name] = median(runs[1:])
        return times

    return asyncio.run(ask_all())


TABLES = ("article", "statement", "named")
TOOLS = {"Bayan": ask_bayan, "DuckDB": ask_duckdb, "pandas": ask_pandas, "Datasette": ask_datasette}


def _frames(folder: Path) -> Iterator[tuple[str, Any]]:
    """The plain tables in pieces."""
    import pandas as pd

    with sqlite3.connect(folder / "plain.db") as plain:
        for table in TABLES:
            for frame in pd.read_sql_query(f"SELECT * FROM {table}", plain, chunksize=200_000):
                yield table, frame


def _time(ask: Callable[[], object]) -> float:
    """Milliseconds, the median of three after the first."""
    runs = []
    for _ in range(4):
        begun = time.perf_counter()
        ask()
        runs.append(1000 * (time.perf_counter() - begun))
    return median(runs[1:])


def _measure(ask: Callable[[str, Drawn, Path], Times], path: str, drawn: Drawn, folder: Path) -> tuple[Times, float]:
    times = ask(path, drawn, folder)
    return times, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def compare(path: str, drawn: Drawn, folder: Path, names: Iterable[str] = TOOLS) -> Iterator[str]:
    """A table of Bayan and other tools, each in a process of its own."""
    with sqlite3.connect(folder / "plain.db") as plain:
        plain.execute("ATTACH ? AS store", (path,))
        plain.executescript(PLAIN)
    found: dict[str, tuple[Times, float]] = {}
    for name in names:
        if name != "Bayan" and importlib.util.find_spec(name.lower()) is None:
            yield f"{name} is not installed: not measured."
            continue
        with multiprocessing.get_context("spawn").Pool(1) as process:
            found[name] = process.apply(_measure, (TOOLS[name], path, drawn, folder))
    yield "Milliseconds, hot, the same rows; the tools load them into plain tables of their own, without rollups.\n"
    yield f"| question | {' | '.join(found)} |\n|{'---|' * (len(found) + 1)}"
    for question in found["Bayan"][0]:
        yield f"| {question} | {' | '.join(f'{times[question]:,.1f}' for times, _ in found.values())} |"
    yield f"| peak memory, MB | {' | '.join(f'{memory:,.0f}' for _, memory in found.values())} |"
    yield ""
