"""Every question that can be asked of a store. Each takes the store and a Selection and returns rows.

- ``totals(store, selection) -> Totals``
- ``statements(store, selection, *, after=None, limit=50, oldest=False) -> Page[StatementRow]``: newest first
- ``statement(store, statement_id) -> StatementRow | None``
- ``timeline(store, selection, *, by="speaker", lanes=12) -> Timeline``: by speaker, side, outlet, topic or act
- ``volume(store, selection) -> Volume``
- ``ranking(store, selection, *, limit=20) -> tuple[ActorRow, ...]``: who speaks most
- ``mentions(store, selection, *, limit=20) -> tuple[ActorRow, ...]``: who is named in most articles
- ``mentions_over_time(store, selection, keys) -> MentionSeries``: the named actors, by bucket
- ``comentions(store, selection, *, limit=12) -> tuple[Pair, ...]``: pairs among the most named
- ``articles(store, selection, *, after=None, limit=20) -> Page[ArticleRow]``: newest first, with marked snippets
- ``neighbours(store, selection, article_id) -> Neighbours``: the articles beside one in the list of a selection
- ``changes(store, selection, *, days=7, limit=5) -> Changes | None``: the last days against those before
- ``gaps(store, selection, *, days=7) -> tuple[Gap, ...]``: outlets that fell silent
- ``claims(store, statement_id, *, limit=5) -> tuple[StatementRow, ...]``: what a denial may answer
- ``article(store, article_id) -> ArticleView | None``
- ``facets(store, selection, *, limit=100) -> dict[str, tuple[FacetValue, ...]]``: keys act, kind, topic, outlet, actor
- ``actor_options(store, text="", *, limit=2000) -> tuple[ActorOption, ...]``: most often found first
- ``iter_statements(store, selection) -> Iterator[StatementRow]``, ``iter_mentions(…) -> Iterator[FoundMention]``,
  ``iter_articles(…) -> Iterator[ArticleRecord]``: all of the selection, streamed, newest first
- ``iter_actors(store, selection) -> Iterator[ActorRecord]``: all who speak or are named, with their numbers
- ``iter_pairs(store, selection) -> Iterator[PairRecord]``: who is named with whom, month by month
- ``count_actors(store, selection) -> int | None``, ``count_pairs(…)``: how many these two give, if that is known soon
- ``corpus_state(store) -> CorpusState``: articles, their hash, and by which engine they were annotated
"""

from bayan.queries.actor_options import actor_options
from bayan.queries.actor_records import count_actors, iter_actors
from bayan.queries.article import article
from bayan.queries.articles import articles
from bayan.queries.changes import changes, gaps
from bayan.queries.claims import claims
from bayan.queries.facets import facets
from bayan.queries.mentions import comentions, mentions, mentions_over_time
from bayan.queries.moments import corpus_state
from bayan.queries.neighbours import neighbours
from bayan.queries.pair_records import count_pairs, iter_pairs
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
    "changes",
    "claims",
    "comentions",
    "corpus_state",
    "count_actors",
    "count_pairs",
    "facets",
    "gaps",
    "iter_actors",
    "iter_articles",
    "iter_mentions",
    "iter_pairs",
    "iter_statements",
    "mentions",
    "mentions_over_time",
    "neighbours",
    "ranking",
    "statement",
    "statements",
    "timeline",
    "totals",
    "volume",
]
