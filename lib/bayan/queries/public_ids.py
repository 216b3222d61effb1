"""Ids that people and addresses use, and the keys of the rows behind them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from bayan.store import keys, tables

_REST = 26
"""Bytes of a content hash that the public id of an article leaves open."""
_STATEMENT_DIGITS = 16


def public_id(content_hash: bytes) -> str:
    """The id of an article."""
    return content_hash[: keys.PUBLIC_ID_BYTES].hex()


def article_key(connection: Connection, article_id: str) -> int | None:
    """The key of the article with this id, None where there is none."""
    start = _bytes_of(article_id)
    if len(start) != keys.PUBLIC_ID_BYTES:
        return None
    column = tables.article.c
    wanted = select(column.id).where(column.hash.between(start + bytes(_REST), start + b"\xff" * _REST))
    return connection.execute(wanted.order_by(column.hash).limit(1)).scalar()


def statement_key(connection: Connection, statement_id: str) -> int | None:
    """The key of the statement with this id, None where there is none."""
    uid = _bytes_of(statement_id) if len(statement_id) == _STATEMENT_DIGITS else b""
    column = tables.statement.c
    return connection.execute(select(column.id).where(column.uid == uid).order_by(column.id).limit(1)).scalar()


def _bytes_of(digits: str) -> bytes:
    try:
        return bytes.fromhex(digits)
    except ValueError:
        return b""
