"""Building the rows of one article from its record and what was found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bayan.errors import StoreError
from bayan.records import Article, Extraction, Mention, Statement, statement_id
from bayan.store.article_rows import ArticleRows, Row
from bayan.store.codes import ACTS, BASES, FIELDS, KINDS, SPEAKER_KINDS, VERDICTS
from bayan.store.corrections import NOTHING_SETTLED, Settled
from bayan.store.keys import SEQUENCE_BITS, STATEMENTS_AN_ARTICLE, day_number
from bayan.store.naming import speaker_key


@dataclass(slots=True)
class Entry:
    """An article on its way into the store. ``old`` is the key under which it is known.

    ``settled`` is what its corrections make of the statements that were found.
    """

    article: Article
    extraction: Extraction | None
    hash: bytes
    old: int | None = None
    key: int = 0
    settled: Settled = NOTHING_SETTLED

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names that were found in it, none where nobody has looked yet."""
        return self.extraction.mentions if self.extraction else ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of the names in a batch."""

    outlets: Mapping[str, int]
    topics: Mapping[str, int]
    actors: Mapping[str, int]
    extractor: int | None


def build_rows(entry: Entry, numbers: Numbers, now: str) -> ArticleRows:
    """The rows of one article, in the order of the columns."""
    article, key = entry.article, entry.key
    outlet, day = numbers.outlets[article.outlet], day_number(article.published)
    stamp = numbers.extractor if entry.extraction is not None else None
    built = ArticleRows()
    rows = built.rows
    rows["article"].append((key, entry.hash, outlet, day, article.title, article.url, stamp))
    at = article.published_at.isoformat() if article.published_at else None
    rows["article_text"].append(
        (key, article.body, article.author, at, article.published_basis, article.language, article.source, now)
    )
    mentions = {
        (key, FIELDS.number(found.field), found.span.start, numbers.actors[found.actor_id], found.span.end)
        for found in entry.mentions
    }
    rows["mention"] = sorted(mentions)
    times = Counter(row[3] for row in rows["mention"])
    rows["actor_article"] = [(actor, key, outlet, n) for actor, n in sorted(times.items())]
    for number, made in enumerate(_in_order(entry), key << SEQUENCE_BITS):
        verdict = entry.settled.reviewed.get((made.field, made.content))
        told = _statement_row(number, made, entry.hash.hex(), outlet, day, numbers.actors)
        rows["statement"].append((*told, VERDICTS.number(verdict) if verdict else None))
        rows["statement_text"].append(_statement_text_row(number, made))
        rows["statement_topic"] += [(number, topic) for topic in sorted({numbers.topics[name] for name in made.topics})]
    return built


def _in_order(entry: Entry) -> list[Statement]:
    """The statements of an article in reading order. Of two with one content, that is one id, the first counts."""
    found = {(FIELDS.number(made.field), made.content): made for made in reversed(entry.settled.statements)}
    if len(found) > STATEMENTS_AN_ARTICLE:
        raise StoreError(
            f"{entry.article.source or entry.article.id}: a store holds {STATEMENTS_AN_ARTICLE:,} statements of one "
            f"article and this has {len(found):,}; check whether it is one article."
        )
    return [found[place] for place in sorted(found)]


def _statement_row(
    number: int, made: Statement, content_hash: str, outlet: int, published: int, actors: Mapping[str, int]
) -> Row:
    key = speaker_key(made)
    day, basis = _day(made, published)
    return (
        number,
        bytes.fromhex(statement_id(content_hash, made.field, made.content)),
        actors[key] if key else None,
        actors[made.addressee_id] if made.addressee_id else None,
        outlet,
        day,
        basis,
        ACTS.number(made.act),
        KINDS.number(made.kind),
        SPEAKER_KINDS.number(made.speaker_kind),
        FIELDS.number(made.field),
        *made.cue,
        *made.content,
        made.diplomatic,
        made.confidence,
    )


def _statement_text_row(number: int, made: Statement) -> Row:
    return (
        number,
        made.speaker,
        made.speaker_surface,
        made.role,
        made.via,
        made.addressee,
        "\n".join(made.topics),
        "\n".join(made.evidence),
    )


def _day(made: Statement, published: int) -> tuple[int, int]:
    """The day of a statement and where it comes from. A month stands under its first day."""
    if made.said_on is None:
        return published, BASES.number("assumed" if published else "none")
    year, month, day = (*map(int, made.said_on.split("-")), 1)[:3]
    basis = BASES.number("month" if made.said_precision == "month" else "day")
    return date(year, month, day).toordinal(), basis
