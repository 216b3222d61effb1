"""Every question that can be asked of a store. Each takes the store and a Selection and returns rows.

- ``totals(store, selection) -> Totals``
- ``statements(store, selection, *, after=None, limit=50, oldest=False) -> Page[StatementRow]``: newest first
- ``statement(store, statement_id) -> StatementRow | None``
- ``timeline(store, selection, *, lanes=12) -> Timeline``
- ``volume(store, selection) -> Volume``
- ``ranking(store, selection, *, limit=20) -> tuple[ActorRow, ...]``: who speaks most
- ``mentions(store, selection, *, limit=20) -> tuple[ActorRow, ...]``: who is named in most articles
- ``mentions_over_time(store, selection, keys) -> MentionSeries``: the named actors, by bucket
- ``comentions(store, selection, *, limit=12) -> tuple[Pair, ...]``: pairs among the most named
- ``articles(store, selection, *, after=None, limit=20) -> Page[ArticleRow]``: newest first, with marked snippets
- ``article(store, article_id) -> ArticleView | None``
- ``facets(store, selection, *, limit=100) -> dict[str, tuple[FacetValue, ...]]``: keys act, kind, topic, outlet, actor
- ``actor_options(store, text="", *, limit=2000) -> tuple[ActorOption, ...]``: most often found first
- ``iter_statements(store, selection) -> Iterator[StatementRow]``, ``iter_mentions(…) -> Iterator[FoundMention]``,
  ``iter_articles(…) -> Iterator[ArticleRecord]``: all of the selection, streamed, newest first
"""

from typing import Any



def totals(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def statements(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def statement(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def timeline(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def volume(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def ranking(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def mentions(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def mentions_over_time(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def comentions(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def articles(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def article(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def facets(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def actor_options(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def iter_statements(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def iter_mentions(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError


def iter_articles(store: Any, *args: Any, **options: Any) -> Any:
    raise NotImplementedError
