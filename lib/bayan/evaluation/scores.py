"""Scores: how the engine's statements stand against annotated ones, and what goes wrong where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bayan.evaluation.gold import GoldArticle
from bayan.evaluation.matching import OVERLAP, STRICT_OVERLAP, match, same_name
from bayan.extract import Extractor
from bayan.records import Act, Statement


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean, 0–1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: what is wrong, the rule that is to blame, and the words."""

    cause: str
    rule: str
    article: str
    text: str


@dataclass(slots=True)
class Scores:
    """Counts over articles. ``acts`` counts (annotated, found) acts of matched statements."""

    articles: int = 0
    gold: int = 0
    found: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    acts: Counter[tuple[Act, Act]] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def rates(self, figure: str) -> Rates:
        """Precision, recall and F1 of a figure: detection, strict, attributed or record."""
        hits = self.hits[figure]
        precision = hits / self.found if self.found else 0.0
        recall = hits / self.gold if self.gold else 0.0
        return Rates(precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0)

    def share(self, figure: str) -> float:
        """The share of matched statements on which a field is right: speaker, act or kind."""
        return self.hits[figure] / self.hits["detection"] if self.hits["detection"] else 0.0


def evaluate(extractor: Extractor, articles: Iterable[GoldArticle]) -> Scores:
    """Extract from every gold article and compare."""
    scores = Scores()
    for gold in articles:
        _add(scores, gold, extractor.extract(gold.article).statements)
    return scores


def _add(scores: Scores, gold: GoldArticle, found: tuple[Statement, ...]) -> None:
    pairs = match(gold.article, gold.statements, found, OVERLAP)
    scores.articles += 1
    scores.gold += len(gold.statements)
    scores.found += len(found)
    scores.hits["detection"] += len(pairs)
    scores.hits["strict"] += len(match(gold.article, gold.statements, found, STRICT_OVERLAP))
    for wanted, got in pairs:
        _compare(scores, gold, wanted, got)
    answered = {id(statement) for pair in pairs for statement in pair}
    for statement in gold.statements:
        if id(statement) not in answered:
            scores.faults.append(_fault(gold, "missed", str(statement.kind), statement))
    for statement in found:
        if id(statement) not in answered:
            scores.faults.append(_fault(gold, "false", _rule(statement, "frame"), statement))


def _compare(scores: Scores, gold: GoldArticle, wanted: Statement, got: Statement) -> None:
    speaker, act = same_name(wanted.speaker, got.speaker), wanted.act == got.act
    day = (wanted.said_on or None) == got.said_on
    scores.acts[wanted.act, got.act] += 1
    scores.hits["speaker"] += speaker
    scores.hits["attributed"] += speaker
    scores.hits["act"] += act
    scores.hits["kind"] += wanted.kind == got.kind
    scores.hits["record"] += speaker and act and day
    if not speaker:
        told = f"{got.speaker} for {wanted.speaker}"
        scores.faults.append(_fault(gold, "speaker", _rule(got, "speaker"), got, told))
    if not act:
        scores.faults.append(_fault(gold, "act", _rule(got, "act"), got, f"{got.act} for {wanted.act}"))
    if not day:
        scores.faults.append(_fault(gold, "said_on", _rule(got, "frame"), got, f"{got.said_on} for {wanted.said_on}"))


def _rule(statement: Statement, kind: str) -> str:
    return next((rule for rule in statement.evidence if rule.startswith(f"{kind}:")), kind)


def _fault(gold: GoldArticle, cause: str, rule: str, statement: Statement, told: str = "") -> Fault:
    text = gold.article.title if statement.field == "title" else gold.article.body
    words = f"[{text[slice(*statement.cue)]}] {text[slice(*statement.content)][:100]}"
    return Fault(cause, rule, gold.id, f"{told} | {words}" if told else words)
