"""Scores: how the engine's statements stand against annotated ones, and what goes wrong where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bayan.evaluation.gold import GoldArticle
from bayan.evaluation.matching import OVERLAP, STRICT_OVERLAP, match, same_name, same_role
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
    """Counts over articles. ``acts`` counts (annotated, found) acts of matched statements; ``stated`` the role, relay
    and day as (field, annotated or found); ``confidence`` the found statements by (tenth of confidence, right)."""

    articles: int = 0
    gold: int = 0
    found: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    acts: Counter[tuple[Act, Act]] = field(default_factory=Counter)
    stated: Counter[tuple[str, str]] = field(default_factory=Counter)
    confidence: Counter[tuple[int, bool]] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def rates(self, figure: str) -> Rates:
        """Precision, recall and F1 of a figure: detection, strict, attributed or record."""
        return _rates(self.hits[figure], self.found, self.gold)

    def field_rates(self, name: str) -> Rates:
        """Precision, recall and F1 of a field that not every statement has, on matched statements: role or via."""
        return _rates(self.hits[name], self.stated[name, "found"], self.stated[name, "annotated"])

    def share(self, figure: str) -> float:
        """The share of matched statements on which a field is right: speaker, act or kind."""
        return self.hits[figure] / self.hits["detection"] if self.hits["detection"] else 0.0

    def dated(self) -> float:
        """The share of matched statements with an annotated day on which the day is right."""
        stated = self.stated["said_on", "annotated"]
        return self.hits["said_on"] / stated if stated else 0.0


def _rates(hits: int, found: int, gold: int) -> Rates:
    precision = hits / found if found else 0.0
    recall = hits / gold if gold else 0.0
    return Rates(precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0)


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
    right = {id(got) for wanted, got in pairs if same_name(wanted.speaker, got.speaker)}
    for statement in found:
        scores.confidence[int(10 * statement.confidence), id(statement) in right] += 1
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
    for name, same in (("role", same_role), ("via", same_name)):
        _compare_stated(scores, name, getattr(wanted, name), getattr(got, name), same)
    _compare_stated(scores, "said_on", wanted.said_on, got.said_on, str.__eq__)
    if not speaker:
        told = f"{got.speaker} for {wanted.speaker}"
        scores.faults.append(_fault(gold, "speaker", _rule(got, "speaker"), got, told))
    if not act:
        scores.faults.append(_fault(gold, "act", _rule(got, "act"), got, f"{got.act} for {wanted.act}"))
    if not day:
        scores.faults.append(_fault(gold, "said_on", _rule(got, "frame"), got, f"{got.said_on} for {wanted.said_on}"))


def _compare_stated(
    scores: Scores, name: str, wanted: str | None, got: str | None, same: Callable[[str, str], bool]
) -> None:
    scores.stated[name, "annotated"] += bool(wanted)
    scores.stated[name, "found"] += bool(got)
    scores.hits[name] += bool(wanted and got and same(wanted, got))


def _rule(statement: Statement, kind: str) -> str:
    return next((rule for rule in statement.evidence if rule.startswith(f"{kind}:")), kind)


def _fault(gold: GoldArticle, cause: str, rule: str, statement: Statement, told: str = "") -> Fault:
    text = gold.article.title if statement.field == "title" else gold.article.body
    words = f"[{text[slice(*statement.cue)]}] {text[slice(*statement.content)][:100]}"
    return Fault(cause, rule, gold.id, f"{told} | {words}" if told else words)
