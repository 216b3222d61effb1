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
- ``copies(store, article_id) -> tuple[Copy, ...]``: its near copies, the first published before the others
- ``variants(store, statement_id) -> tuple[StatementRow, ...]``: the same words of the speaker elsewhere
- ``facets(store, selection, *, limit=100) -> dict[str, tuple[FacetValue, ...]]``: keys act, kind, topic, outlet, actor
- ``actor_options(store, text="", *, limit=2000) -> tuple[ActorOption, ...]``: most often found first
- ``iter_statements(store, selection) -> Iterator[StatementRow]``, ``iter_mentions(…) -> Iterator[FoundMention]``,
  ``iter_articles(…) -> Iterator[ArticleRecord]``: all of the selection, streamed, newest first
"""

from bayan.queries.actor_options import actor_options
from bayan.queries.article import article
from bayan.queries.articles import articles
from bayan.queries.copies import copies, variants
from bayan.queries.facets import facets
from bayan.queries.mentions import comentions, mentions, mentions_over_time
from bayan.queries.ranking import ranking
from bayan.queries.statements import statement, statements
from bayan.queries.streams import iter_articles, iter_mentions, iter_statements
from bayan.queries.timeline import timeline
from bayan.queries.totals import totals
from bayan.queries.volume import volume

__all__ = [
    "actor_options",
    "article",
    "articles",
    "comentions",
    "copies",
    "facets",
    "iter_articles",
    "iter_mentions",
    "iter_statements",
    "mentions",
    "mentions_over_time",
    "ranking",
    "statement",
    "statements",
    "timeline",
    "totals",
    "variants",
    "volume",
]
