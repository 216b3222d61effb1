"""Ids that people and addresses use, and the keys of the rows behind them."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from bayan.store import dialects, keys, tables

_REST = 26
"""Bytes of a content hash that the public id of an article leaves open."""
_STATEMENT_DIGITS = 16
_article, _statement = tables.article.c, tables.statement.c
_ARTICLE = select(_article.id).where(_article.hash.between(bindparam("first"), bindparam("last")))
_ARTICLE = _ARTICLE.order_by(_article.hash).limit(1)
_OF_UID = dialects.among(tables.BLOCK, tables.blocks_in_use()), _statement.uid == bindparam("uid")
_STATEMENT = select(_statement.id).where(*_OF_UID).order_by(_statement.id).limit(1)


def public_id(content_hash: bytes) -> str:
    """The id of an article."""
    return content_hash[: keys.PUBLIC_ID_BYTES].hex()


def article_key(connection: Connection, article_id: str) -> int | None:
    """The key of the article with this id, None where there is none."""
    start = _bytes_of(article_id)
    if len(start) != keys.PUBLIC_ID_BYTES:
        return None
    return connection.execute(_ARTICLE, {"first": start + bytes(_REST), "last": start + b"\xff" * _REST}).scalar()


def statement_key(connection: Connection, statement_id: str) -> int | None:
    """The key of the statement with this id, None where there is none."""
    uid = _bytes_of(statement_id) if len(statement_id) == _STATEMENT_DIGITS else b""
    return connection.execute(_STATEMENT, {"uid": uid}).scalar()


def _bytes_of(digits: str) -> bytes:
    try:
        return bytes.fromhex(digits)
    except ValueError:
        return b""
