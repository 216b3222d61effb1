"""The report: figures, a confusion table of acts, and errors by cause, as Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bayan.evaluation.scores import Scores
from bayan.records import Act

_RATES = {"detection": "statements found", "strict": "… with exact ranges", "attributed": "… with the right speaker"}
_SHARES = {"speaker": "speaker", "act": "act", "kind": "kind"}
_FIELDS = {"role": "the role", "via": "the relay"}
_SHOWN = 5


def figure_lines(name: str, scores: Scores) -> Iterator[str]:
    """The figures of one gold file as a table."""
    yield f"### {name}"
    yield ""
    yield f"{scores.articles} articles, {scores.gold} statements annotated, {scores.found} found."
    yield ""
    yield "| figure | precision | recall | F1 |"
    yield "|---|---|---|---|"
    for figure, words in {**_RATES, "record": "… and act and day right"}.items():
        rates = scores.rates(figure)
        yield f"| {words} | {rates.precision:.3f} | {rates.recall:.3f} | {rates.f1:.3f} |"
    yield ""
    shares = ", ".join(f"{words} {scores.share(figure):.3f}" for figure, words in _SHARES.items())
    fields = ", ".join(f"{words} {scores.field_rates(name).f1:.3f}" for name, words in _FIELDS.items())
    yield f"Right on statements found: {shares}, day where one is stated {scores.dated():.3f}; F1 of {fields}."


def act_lines(scores: Scores) -> Iterator[str]:
    """Annotated acts by row, found acts by column."""
    yield f"| annotated ↓ found → | {' | '.join(Act)} |"
    yield "|---|" + "---|" * len(Act)
    for wanted in Act:
        counts = " | ".join(str(scores.acts[wanted, got] or "·") for got in Act)
        yield f"| {wanted} | {counts} |"


def confidence_lines(counts: Counter[tuple[int, bool]]) -> Iterator[str]:
    """How many found statements of a given confidence are right, with their speaker (Scores.confidence)."""
    yield "| confidence | statements | right |"
    yield "|---|---|---|"
    for tenth in sorted({tenth for tenth, _ in counts}):
        right, wrong = counts[tenth, True], counts[tenth, False]
        yield f"| {tenth / 10:.1f}–{tenth / 10 + 0.1:.1f} | {right + wrong} | {right / (right + wrong):.2f} |"


def fault_lines(scores: Scores) -> Iterator[str]:
    """Errors grouped by cause and rule, the most frequent first, with their words."""
    groups = Counter((fault.cause, fault.rule) for fault in scores.faults)
    for (cause, rule), count in groups.most_common():
        yield f"{cause} by {rule}: {count}"
        shown = [fault for fault in scores.faults if (fault.cause, fault.rule) == (cause, rule)][:_SHOWN]
        for fault in shown:
            yield f"    {fault.article}: {fault.text}".replace("\n", " ")
