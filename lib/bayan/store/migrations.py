"""What changed between the versions of the tables: a migration leans on nothing that may change later."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, LargeBinary, MetaData, Table, Text

from bayan.store.dialects import insert, set_up_full_text

_KEY = BigInteger().with_variant(Integer, "sqlite")
_WORDS = Text().with_variant(Text(collation="C"), "postgresql")


def copies_and_rejections(connection: Connection) -> None:
    """Near copies, the sources of an article, and what runs did not take. The groups are made when a writer opens."""
    metadata = MetaData()

    def key(name: str, *, primary: bool = True) -> Column[int]:
        return Column(name, _KEY, primary_key=primary, autoincrement=False, nullable=False)

    def text(name: str, *, primary: bool = False, null: bool = False) -> Column[str]:
        return Column(name, _WORDS, primary_key=primary, nullable=null)

    Table("article_source", metadata, key("article_id"), text("source", primary=True), text("url", null=True))
    Table("sketch", metadata, key("article_id"), Column("marks", LargeBinary, nullable=False))
    Table("band", metadata, key("mark"), key("article_id"), sqlite_with_rowid=False)
    Table("said", metadata, key("mark"), key("statement_id"), sqlite_with_rowid=False)
    for name, member in (("wire", "article_id"), ("quote", "statement_id")):
        groups = Table(name, metadata, key(member), key("first_id", primary=False), sqlite_with_rowid=False)
        Index(f"{name}_first", groups.c.first_id, groups.c[member])
    told = [text(name) for name in ("reason", "detail", "place", "record")]
    Table("rejection", metadata, key("run_id"), key("number"), *told)
    metadata.create_all(connection)
    for column in ("sources TEXT DEFAULT '[]' NOT NULL", "resumed INTEGER DEFAULT 0 NOT NULL"):
        connection.exec_driver_sql(f"ALTER TABLE run ADD COLUMN {column}")
    state = Table("state", MetaData(), Column("name", Text, primary_key=True), Column("value", Integer))
    insert(connection, state, [("sketch", 0)])


def arrivals(connection: Connection) -> None:
    """An index over the time at which articles came in."""
    connection.exec_driver_sql("CREATE INDEX article_text_arrived ON article_text (ingested_at)")


def corrections_and_decisions(connection: Connection) -> None:
    """What people decided about statements and actors."""
    metadata = MetaData()

    def text(name: str, *, null: bool = False) -> Column[str]:
        return Column(name, _WORDS, nullable=null)

    def number(name: str, *, primary: bool = True) -> Column[int]:
        return Column(name, Integer, primary_key=primary, autoincrement=False, nullable=False)

    Table(
        "correction",
        metadata,
        Column("hash", LargeBinary(32), primary_key=True),
        *map(number, ("field", "content_start", "content_end")),
        number("verdict", primary=False),
        text("statement"),
        text("found", null=True),
        text("made_by"),
        text("made_at"),
    )
    Table("decision", metadata, Column("number", _KEY, primary_key=True, autoincrement=False), text("told"))
    metadata.create_all(connection)
    connection.exec_driver_sql("ALTER TABLE statement ADD COLUMN reviewed INTEGER")
    connection.exec_driver_sql(
        "CREATE INDEX statement_reviewed ON statement (reviewed, day) WHERE reviewed IS NOT NULL"
    )


def rejections_by_code(connection: Connection) -> None:
    """The code and the values of what a run did not take, so that it can be told in more than one language."""
    connection.exec_driver_sql("ALTER TABLE rejection ADD COLUMN told TEXT")


def counts_by_filter(connection: Connection) -> None:
    """Counts by filter and by span, and indexes that hold what their days need. A writer that opens counts them."""
    metadata = MetaData()

    def numbers(*names: str, key: bool) -> list[Column[int]]:
        return [Column(name, Integer, primary_key=key, autoincrement=False, nullable=False) for name in names]

    cell = numbers("by_id", "of_id", "facet", "span", "value", key=True)
    Table("st_by", metadata, *cell, *numbers("n", "assumed", key=False), sqlite_with_rowid=False)
    named = numbers("outlet_id", "span", "actor_id", key=True)
    Table("men_span", metadata, *named, *numbers("articles", "mentions", key=False), sqlite_with_rowid=False)
    metadata.create_all(connection)
    for name, wanted in (
        ("statement_outlet_day", "statement (outlet_id, day, act, actor_id)"),
        ("actor_article_article", "actor_article (article_id, actor_id, outlet_id, n)"),
    ):
        connection.exec_driver_sql(f"DROP INDEX {name}")
        connection.exec_driver_sql(f"CREATE INDEX {name} ON {wanted}")
    state = Table("state", MetaData(), Column("name", Text, primary_key=True), Column("value", Integer))
    insert(connection, state, [("counts", 0)])


def saved_views(connection: Connection) -> None:
    """Addresses that people keep under a name."""
    metadata = MetaData()
    own = [Column(name, _WORDS, primary_key=True, nullable=False) for name in ("owner", "name")]
    Table("saved_view", metadata, *own, Column("address", _WORDS, nullable=False), sqlite_with_rowid=False)
    metadata.create_all(connection)


def marks_in_two_levels(connection: Connection) -> None:
    """New marks of texts wait in a small tree; a batch is one segment of each full text index of SQLite."""
    for name, member in (("band", "article_id"), ("said", "statement_id")):
        metadata = MetaData()
        keys = [Column(key, _KEY, primary_key=True, autoincrement=False) for key in ("mark", member)]
        level = Column("level", Integer, primary_key=True, autoincrement=False)
        connection.exec_driver_sql(f"CREATE TABLE old_{name} AS SELECT mark, {member} FROM {name}")
        connection.exec_driver_sql(f"DROP TABLE {name}")
        Table(name, metadata, level, *keys, sqlite_with_rowid=False)
        metadata.create_all(connection)
        connection.exec_driver_sql(
            f"INSERT INTO {name} SELECT 1, mark, {member} FROM old_{name} ORDER BY mark, {member}"
        )
        connection.exec_driver_sql(f"DROP TABLE old_{name}")
    set_up_full_text(connection)


def spans_before_actors(connection: Connection) -> None:
    """Rollups of many actors begin with a span of time, and the index of ids with a block of it: what a batch adds is
    together. What speakers said is counted by month and year, no longer by day."""
    metadata = MetaData()

    def table(name: str, keys: str, counts: str) -> None:
        columns = [Column(key, Integer, primary_key=True, autoincrement=False) for key in keys.split()]
        columns += [Column(count, Integer, nullable=False) for count in counts.split()]
        Table(name, metadata, *columns, sqlite_with_rowid=False)

    table("st_day", "quarter actor_id day act", "n assumed")
    table("men_day", "quarter actor_id day", "articles mentions")
    table("st_span", "span actor_id facet value", "n assumed")
    for name in ("st_day", "men_day"):
        # A table that is renamed would keep the name of its primary key on PostgreSQL.
        connection.exec_driver_sql(f"CREATE TABLE old_{name} AS SELECT * FROM {name}")
        connection.exec_driver_sql(f"DROP TABLE {name}")
    metadata.create_all(connection)
    for name, rest in (("st_day", "act, n, assumed"), ("men_day", "articles, mentions")):
        rows = f"SELECT coalesce(month / 3, 0) AS quarter, actor_id, old.day, {rest} FROM old_{name} AS old"
        joined = "LEFT JOIN calendar ON calendar.day = old.day ORDER BY quarter, actor_id, old.day"
        connection.exec_driver_sql(f"INSERT INTO {name} {rows} {joined}")
        connection.exec_driver_sql(f"DROP TABLE old_{name}")
    for span, where in (("coalesce(month, 0)", ""), ("-(month / 12)", "AND month IS NOT NULL")):
        connection.exec_driver_sql(
            f"INSERT INTO st_span SELECT {span} AS span, of_id, facet, value, sum(n), sum(assumed) FROM st_by "
            f"LEFT JOIN calendar ON calendar.day = st_by.span WHERE by_id = 1 {where} GROUP BY 1, 2, 3, 4"
        )
    connection.exec_driver_sql("DELETE FROM st_by WHERE by_id = 1")
    connection.exec_driver_sql("DROP INDEX statement_uid")
    connection.exec_driver_sql("CREATE INDEX statement_uid ON statement ((id >> 32), uid)")
    connection.exec_driver_sql("CREATE INDEX actor_statements ON actor (statements DESC, id)")


def topics_together(connection: Connection) -> None:
    """Statements by all the topics that they have. A writer that opens counts them."""
    metadata = MetaData()
    span = Column("span", Integer, primary_key=True, autoincrement=False, nullable=False)
    topics = Column("topics", _WORDS, primary_key=True, nullable=False)
    Table("st_topics", metadata, span, topics, Column("n", Integer, nullable=False), sqlite_with_rowid=False)
    metadata.create_all(connection)
