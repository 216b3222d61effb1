"""Reading records back as they were saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from bayan.records import Article
from bayan.store.keys import day_of
from bayan.store.tables import article, article_text, extractor, outlet, state


def data_version(connection: Connection) -> int:
    """The version of the rows."""
    version: int = connection.execute(select(state.c.value).where(state.c.name == "version")).scalar_one()
    return version


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with its key, the hash under which it was stored, and the version of the engine that read it."""

    key: int
    hash: bytes
    article: Article
    extractor: str | None


def known_hashes(connection: Connection, hashes: Iterable[str]) -> set[str]:
    """Those of some content hashes whose articles the store has."""
    wanted = select(article.c.hash).where(article.c.hash.in_([bytes.fromhex(one) for one in hashes]))
    return {content_hash.hex() for content_hash in connection.execute(wanted).scalars()}


def read_articles(
    connection: Connection, limit: int, *, after: int | None = None, stale: str | None = None
) -> list[StoredArticle]:
    """The articles whose keys follow ``after``, oldest first."""
    wanted = _WHOLE.order_by(article.c.id).limit(limit)
    if after is not None:
        wanted = wanted.where(article.c.id > after)
    if stale is not None:
        wanted = wanted.where(_is_stale(stale))
    return [_stored(row) for row in connection.execute(wanted)]


def read_articles_of(connection: Connection, hashes: Iterable[bytes]) -> list[StoredArticle]:
    """The articles with these content hashes that are stored, oldest first."""
    wanted = _WHOLE.where(article.c.hash.in_(list(hashes))).order_by(article.c.id)
    return [_stored(row) for row in connection.execute(wanted)]


_WHOLE = (
    select(
        article.c.id,
        article.c.hash,
        article.c.day,
        article.c.title,
        article.c.url,
        article_text,
        outlet.c.name.label("outlet"),
        extractor.c.name.label("extractor"),
    )
    .join_from(article, article_text, article_text.c.id == article.c.id)
    .join(outlet, outlet.c.id == article.c.outlet_id)
    .outerjoin(extractor, extractor.c.id == article.c.extractor_id)
)


def _stored(row: Row[Any]) -> StoredArticle:
    return StoredArticle(row.id, bytes(row.hash), _article(row), row.extractor)


def _article(row: Row[Any]) -> Article:
    return Article(
        outlet=row.outlet,
        title=row.title,
        body=row.body,
        published=day_of(row.day),
        published_at=datetime.fromisoformat(row.published_at) if row.published_at else None,
        published_basis=row.published_basis,
        url=row.url,
        author=row.author,
        language=row.language,
        source=row.source,
    )


def count_stale(connection: Connection, version: str) -> int:
    """How many articles were not annotated by a version of the extractor; by any, where it is empty."""
    return connection.execute(select(func.count()).select_from(article).where(_is_stale(version))).scalar_one()


def _is_stale(version: str) -> ColumnElement[bool]:
    if not version:
        return article.c.extractor_id.is_(None)
    current = select(extractor.c.id).where(extractor.c.name == version).scalar_subquery()
    return func.coalesce(article.c.extractor_id, -1) != func.coalesce(current, 0)
