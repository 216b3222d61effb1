"""Every question that can be asked of a store. Each takes the store and a Selection and returns rows.

- ``totals(store, selection) -> Totals``; ``statement_totals(store, selection) -> StatementTotals``: sooner, without the
  articles and mentions
- ``statements(store, selection, *, after=None, limit=50, oldest=False, fold=False) -> Page[StatementRow]``
- ``statement(store, statement_id) -> StatementRow | None``
- ``timeline(store, selection, *, by="speaker", lanes=12, room=1) -> Timeline``: by speaker, side, outlet, topic or act
- ``volume(store, selection) -> Volume``, ``statement_volume`` without articles
- ``ranking(store, selection, *, limit=20) -> tuple[ActorRow, ...]``: who speaks most
- ``mentions(store, selection, *, limit=20) -> tuple[ActorRow, ...]``: who is named in most articles
- ``comentions(store, selection, *, limit=12) -> Together``: pairs among the most named
- ``newcomers(store, selection, before, *, limit=12) -> tuple[Newcomer, ...]``: who is silent in the period before
- ``voices(store, selection, *, outlets=6, limit=5) -> tuple[Voices, ...]``: whom each outlet quotes most
- ``actor(store, key) -> Profile | None``: names, offices, principals
- ``speakers_over_time(store, selection, keys) -> SpeakerSeries``: the statements of each, by bucket
- ``acts_over_time(store, selection, *, room=1) -> ActSeries``
- ``spoken_about(store, selection, *, limit=12) -> Around``: who is named inside the words of the statements
- ``addressees(store, selection, *, limit=12) -> Around``: to whom they are said
- ``relays(store, selection, *, limit=12) -> Relays``: through whom they came
- ``named_with(store, selection, *, limit=12) -> Around``: who is named in the articles that name the chosen actors
- ``series(store, selections) -> Series``, ``shares(store, selections) -> tuple[Shares, ...]``: several side by side
- ``mirror(store, selections, room=1) -> Mirror``: their acts over time
- ``articles(store, selection, *, after=None, limit=20, sort="date", fold=False) -> Page[ArticleRow]``: with snippets
- ``neighbours(store, selection, article_id) -> Neighbours``: the articles beside one in the list of a selection
- ``changes(store, selection, *, days=7, limit=5) -> Changes | None``: the last days against those before
- ``gaps(store, selection, *, days=7) -> tuple[Gap, ...]``: outlets that fell silent
- ``coverage(store, selection) -> Coverage``, ``undated(store) -> tuple[ArticleRow, ...]``, ``runs(store)``: the corpus
- ``left_out(store) -> tuple[LeftOutRow, ...]``: what the runs did not take
- ``unknown_names(store, selection) -> tuple[tuple[str, str], ...]``: what it names that the store has never met
- ``claims(store, statement_id, *, limit=5) -> tuple[StatementRow, ...]``: what a denial may answer;
  ``count_claims(store, statement_ids) -> dict[str, int]``: how many these are
- ``article(store, article_id) -> ArticleView | None``
- ``copies(store, article_id) -> tuple[Copy, ...]``: its near copies, the first published before the others
- ``count_folded(store, selection, kind) -> int | None``: how many articles or statements stand under others in a list
  with ``fold``, if that is known soon
- ``variants(store, statement_id) -> tuple[StatementRow, ...]``: the same words of the speaker elsewhere
- ``facets(store, selection, *, limit=100) -> dict[str, tuple[FacetValue, ...]]``: by filter
- ``actor_options(store, text="", *, limit=2000) -> tuple[ActorOption, ...]``: most often found first
- ``review_queue(store, selection, *, order="unsure", after=None) -> Page[StatementRow]``: the one to review next
- ``review_progress(store) -> ReviewProgress``: how much has been, and how often the engine was right
- ``unlisted_speakers(store, *, limit) -> tuple[UnlistedSpeaker, ...]``: persons quoted whom no actor stands for, most
  quoted first; ``count_unlisted(store) -> int``: how many there are
- ``articles_naming(store, names) -> frozenset[str]``: content hashes of articles that may hold one of these names
- ``iter_statements(store, selection) -> Iterator[StatementRow]``, ``iter_mentions(…) -> Iterator[FoundMention]``,
  ``iter_articles(…) -> Iterator[ArticleRecord]``: all of the selection, streamed, newest first
- ``iter_actors(store, selection) -> Iterator[ActorRecord]``: all who speak or are named, with their numbers
- ``iter_pairs(store, selection) -> Iterator[PairRecord]``: who is named with whom, month by month
- ``count_actors(store, selection) -> int | None``, ``count_pairs(…)``: how many these two give, if that is known soon
- ``corpus_state(store) -> CorpusState``: articles, their hash, and by which engine they were annotated
"""

from bayan.queries.actor import actor
from bayan.queries.actor_options import actor_options
from bayan.queries.actor_records import count_actors, iter_actors
from bayan.queries.acts import acts_over_time
from bayan.queries.around import addressees, named_with, relays, spoken_about
from bayan.queries.article import article
from bayan.queries.articles import articles
from bayan.queries.changes import changes, gaps
from bayan.queries.claims import claims, count_claims
from bayan.queries.copies import copies, variants
from bayan.queries.coverage import coverage, left_out, runs, undated
from bayan.queries.facets import facets
from bayan.queries.folding import count_folded
from bayan.queries.mentions import comentions, mentions
from bayan.queries.mirror import mirror
from bayan.queries.moments import corpus_state
from bayan.queries.neighbours import neighbours
from bayan.queries.newcomers import newcomers
from bayan.queries.pair_records import count_pairs, iter_pairs
from bayan.queries.ranking import ranking
from bayan.queries.reviewing import review_progress, review_queue
from bayan.queries.sides import series, shares
from bayan.queries.speakers import speakers_over_time
from bayan.queries.statements import statement, statements
from bayan.queries.streams import iter_articles, iter_mentions, iter_statements
from bayan.queries.timeline import timeline
from bayan.queries.totals import statement_totals, totals
from bayan.queries.unknown import unknown_names
from bayan.queries.unlisted import articles_naming, count_unlisted, unlisted_speakers
from bayan.queries.voices import voices
from bayan.queries.volume import statement_volume, volume

__all__ = [
    "actor",
    "actor_options",
    "acts_over_time",
    "addressees",
    "article",
    "articles",
    "articles_naming",
    "changes",
    "claims",
    "comentions",
    "copies",
    "corpus_state",
    "count_actors",
    "count_claims",
    "count_folded",
    "count_pairs",
    "count_unlisted",
    "coverage",
    "facets",
    "gaps",
    "iter_actors",
    "iter_articles",
    "iter_mentions",
    "iter_pairs",
    "iter_statements",
    "left_out",
    "mentions",
    "mirror",
    "named_with",
    "neighbours",
    "newcomers",
    "ranking",
    "relays",
    "review_progress",
    "review_queue",
    "runs",
    "series",
    "shares",
    "speakers_over_time",
    "spoken_about",
    "statement",
    "statement_totals",
    "statement_volume",
    "statements",
    "timeline",
    "totals",
    "undated",
    "unknown_names",
    "unlisted_speakers",
    "variants",
    "voices",
    "volume",
]
