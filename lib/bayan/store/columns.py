"""Parts that tables are made of: keys, numbers and texts as both databases keep them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Integer, MetaData, Table, Text

metadata = MetaData()
Key = BigInteger().with_variant(Integer, "sqlite")
"""A plain BIGINT key would be no alias of SQLite's rowid."""
Words = Text().with_variant(Text(collation="C"), "postgresql")
"""Texts are compared by code point, as SQLite does, whatever the language of a server."""


def new_table(name: str, *parts: Any, clustered: bool = False) -> Table:
    """A table; a clustered one is stored in the order of its primary key."""
    return Table(name, metadata, *parts, sqlite_with_rowid=not clustered)


def new_id(name: str = "id") -> Column[int]:
    """A number that is a primary key, or a part of one."""
    return Column(name, Key, primary_key=True, autoincrement=False)


def new_small(name: str) -> Column[int]:
    """A part of a primary key that PostgreSQL takes for a place in a text."""
    return Column(name, Integer, primary_key=True, autoincrement=False)


def new_number(name: str, *, null: bool = False) -> Column[int]:
    """A number."""
    return Column(name, Integer, nullable=null)


def new_count(name: str) -> Column[int]:
    """A number that begins with nothing."""
    return Column(name, Integer, nullable=False, server_default="0")


def new_text(name: str, *, null: bool = False, unique: bool = False) -> Column[str]:
    """A text."""
    return Column(name, Words, nullable=null, unique=unique)
