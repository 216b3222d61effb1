"""What a denial may answer: statements of others that say what it denies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import log

from sqlalchemy import Connection, select

from bayan.queries.public_ids import statement_key
from bayan.queries.rows import StatementRow
from bayan.queries.statement_rows import read_statements
from bayan.records import Act
from bayan.store import Store, codes, dialects, keys, tables
from bayan.text import fold_text

_BEFORE, _AFTER = 14, 1
"""Days around the publication of a denial in which what it denies is looked for."""
_LOOKED_AT = 200
_PART, _PART_OF_ACCUSATION = 0.5, 0.34
"""The least part of a denial's weight that a claim shares with it: accusations are what denials answer most."""
_SHARED, _SHARED_ELSEWHERE = 2, 3
"""Words that they must share in one article, and in two, where the same words more often speak of other things."""
_LONG = 4
"""Letters of a word that tells something."""
_MOST_WORDS = 12
_WORDS = 10_000
"""Words whose roots are remembered: a page of denials asks for those of some thousand, most of them again and again."""
_UNKNOWN = 0.3
"""The weight of a word that no other statement holds, as a part of that of the others."""
_CLAIMS = tuple(codes.ACTS.number(act) for act in (Act.CRITICISE, Act.INFORM, Act.WARN))
"""Acts that say something that can be denied."""
_WRITTEN_BEFORE = ("و", "ب", "ل", "ال", "وال", "بال", "لل")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE, _CLITIC = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل))(?=\w{3})"), re.compile(r"^[وفبلك](?=\w{4})")
_ENDINGS = re.compile(r"(?:يات|يين|يون|ات|ين|ون|ان|يه|ها|هم|وا|ه|ي|ا|ت)$")
_AFFIXES = re.compile(r"^(?:است|مست|يست|تست|[ميتان](?=\w{3}))")
_WEAK = str.maketrans(dict.fromkeys("اوي"))
_statement, _text = tables.statement, "st_fts"


def claims(store: Store, statement_id: str, *, limit: int = 5) -> tuple[StatementRow, ...]:
    """Statements of others that share words with a denial, most alike first; nothing for any other statement.

    They are looked for in the same article, and among those published within two weeks that share a word with it.
    Those who speak for the same side do not count as others; of several reports of the same words one is given.
    """
    with store.read() as connection:
        key = statement_key(connection, statement_id)
        denial = next(iter(read_statements(connection, [key])), None) if key is not None else None
        if key is None or denial is None or denial.act != Act.DENY:
            return ()
        enough = _find_alike(denial, read_statements(connection, _candidates(connection, key, denial)))
        speakers = {row.speaker_key for row in (denial, *(row for _, row in enough)) if row.speaker_key}
        served = _read_served(connection, speakers) if enough else {}

    def sides(row: StatementRow) -> set[str]:
        return {row.speaker_key, *served[row.speaker_key]} if row.speaker_key else set()

    others = [pair for pair in enough if not sides(pair[1]) & sides(denial)]
    ordered = sorted(others, key=lambda pair: (-pair[0], pair[1].id))
    different = {row.quote_group or row.id: row for _, row in reversed(ordered)}
    return tuple(row for _, row in ordered if different[row.quote_group or row.id] is row)[:limit]


def count_claims(store: Store, statement_ids: Sequence[str]) -> dict[str, int]:
    """How many statements each of some denials may answer."""
    return {one: len(claims(store, one)) for one in statement_ids}


def _find_alike(denial: StatementRow, found: Sequence[StatementRow]) -> list[tuple[float, StatementRow]]:
    """Those of some statements that share enough with a denial, whoever speaks, with their part of its weight."""
    told = find_roots(denial.content_text)
    others = [frozenset(chain.from_iterable(find_roots(row.content_text))) for row in found]
    held = _weigh(told, others)
    alike = [(*_likeness(told, other, held), row) for other, row in zip(others, found, strict=True)]
    return [(part, row) for count, part, row in alike if _is_enough(count, part, row, denial)]


def _is_enough(count: int, part: float, row: StatementRow, denial: StatementRow) -> bool:
    """Whether so many shared words, and such a part of the denial's weight, make a statement what it may answer."""
    accuses = row.act == Act.CRITICISE
    near = row.article_id == denial.article_id or (accuses and part >= _PART)
    return count >= (_SHARED if near else _SHARED_ELSEWHERE) and part >= (_PART_OF_ACCUSATION if accuses else _PART)


def _candidates(connection: Connection, key: int, denial: StatementRow) -> Sequence[int]:
    """The statements of the article, and those published near it that share most words with the denial."""
    article = key >> keys.SEQUENCE_BITS
    other = _statement.c.act.in_(_CLAIMS)
    inside = _statement.c.id.between(*keys.statement_keys(article, article))
    found = list(connection.execute(select(_statement.c.id).where(inside, other)).scalars())
    wanted = (tuple(dict.fromkeys(form for word in _telling(denial.content_text) for form in _forms(word))),)
    if denial.published and wanted[0]:
        day = denial.published.toordinal()
        near = keys.statement_keys(*keys.article_keys(day - _BEFORE, day + _AFTER))
        hit = dialects.text_key(_text)
        rank = dialects.relevance(connection, _text, wanted)
        alike = select(hit).where(dialects.matches(_text, wanted), hit.between(*near)).order_by(rank.desc(), hit)
        ids = list(connection.execute(alike.limit(_LOOKED_AT)).scalars())
        found += connection.execute(select(_statement.c.id).where(_statement.c.id.in_(ids), other)).scalars()
    return list(dict.fromkeys(found))


def _read_served(connection: Connection, speakers: Collection[str]) -> Mapping[str, set[str]]:
    """Those for whom each of some speakers speaks."""
    actor, principal, served = tables.actor, tables.actor.alias("principal"), tables.speaks_for
    wanted = (
        select(actor.c.key, principal.c.key)
        .join_from(served, actor, actor.c.id == served.c.actor_id)
        .join(principal, principal.c.id == served.c.principal_id)
        .where(actor.c.key.in_(speakers))
    )
    found: dict[str, set[str]] = defaultdict(set)
    for speaker, key in connection.execute(wanted):
        found[speaker].add(key)
    return found


def _telling(text: str) -> list[str]:
    """The longer words of a text without the article."""
    words = (_ARTICLE.sub("", word) for word in _WORD.findall(fold_text(text)))
    return list(dict.fromkeys(word for word in words if len(word) >= _LONG))[:_MOST_WORDS]


def _forms(word: str) -> tuple[str, ...]:
    """The word as it may be written, with the article too."""
    return (word, *(f"{before}{word}" for before in _WRITTEN_BEFORE))


def find_roots(text: str) -> list[frozenset[str]]:
    """Of each telling word what is left without endings, prefixes and weak letters: near its root.

    So the verb and its noun meet (أرسل, إرسال), and one and many (عسكري, العسكريين). A first letter that may be a word
    of its own (بليبيا) gives a second root.
    """
    return [frozenset(filter(None, (_root(word), _root(_CLITIC.sub("", word))))) for word in _telling(text)]


@lru_cache(maxsize=_WORDS)
def _root(word: str) -> str:
    bare = _ENDINGS.sub("", word) if len(word) > _LONG else word
    bare = _AFFIXES.sub("", bare) if len(bare) >= _LONG else bare
    root = bare[:1] + bare[1:].translate(_WEAK)
    return root if len(root) > 1 else ""


def _likeness(told: Sequence[frozenset[str]], other: frozenset[str], held: Sequence[float]) -> tuple[int, float]:
    """How many words of a denial another statement shares, and their part of its weight."""
    shared = [weight for roots, weight in zip(told, held, strict=True) if roots & other]
    return len(shared), sum(shared) / (sum(held) or 1)


def _weigh(told: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> list[float]:
    """What each word of the denial tells: the less, the more of the others hold it; little where none does."""
    counts = [sum(bool(roots & other) for other in others) for roots in told]
    weights = [log(1 + (len(others) + 1) / (count + 1)) for count in counts]
    known = [weight for weight, count in zip(weights, counts, strict=True) if count]
    mean = sum(known) / (len(known) or 1)
    return [weight if count else _UNKNOWN * mean for weight, count in zip(weights, counts, strict=True)]
