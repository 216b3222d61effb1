"""What the evaluation counts as right, and how it tells errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bayan.cli.commands import commands
from bayan.errors import UsageError
from bayan.evaluation import confidence_lines, evaluate, fault_lines, read_gold
from bayan.extract import Extractor

ARTICLE = {
    "id": "one", "outlet": "test", "published": "2020-07-08", "title": "",
    "body": "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده لن تسحب قواتها. وانتهى اللقاء.",
}  # fmt: skip


def _gold(path: Path, **changes: object) -> Path:
    start = ARTICLE["body"].index("إن بلاده")
    statement = {
        "field": "body", "cue": [0, 3], "content": [start, ARTICLE["body"].index(".")], "kind": "indirect",
        "speaker": "سيرغي لافروف", "speaker_kind": "person", "act": "reject", "said_on": None, **changes,
    }  # fmt: skip
    path.write_text(json.dumps({**ARTICLE, "statements": [statement]}) + "\n", encoding="utf-8")
    return path


def test_a_found_statement_is_a_hit_and_a_wrong_speaker_a_fault(tmp_path: Path) -> None:
    scores = evaluate(Extractor.load(), read_gold(_gold(tmp_path / "gold.jsonl", speaker="سامح شكري")))
    assert scores.rates("detection").f1 == 1.0
    assert scores.rates("attributed").f1 == 0.0
    assert any("سيرغي لافروف for سامح شكري" in line for line in fault_lines(scores))


def test_a_broken_gold_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": 1}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"gold\.jsonl: line 1 is no gold article"):
        list(read_gold(path))


def test_the_command_prints_figures_and_acts(tmp_path: Path) -> None:
    done = CliRunner().invoke(commands, ["evaluate", str(_gold(tmp_path / "gold.jsonl")), "--faults"])
    assert done.exit_code == 0
    assert "1 articles, 1 statements annotated, 1 found." in done.output
    assert "| annotated ↓ found → | inform | pledge |" in done.output


def test_relay_day_and_confidence_are_counted(tmp_path: Path) -> None:
    body = "قال وزير الخارجية الروسي سيرغي لافروف لوكالة رويترز الثلاثاء إن بلاده لن تسحب قواتها."
    path = _gold(tmp_path / "gold.jsonl", via="رويترز", said_on="2020-07-07")
    row = json.loads(path.read_text(encoding="utf-8"))
    row["body"] = body
    row["statements"][0]["content"] = [body.index("إن بلاده"), body.index(".")]
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    scores = evaluate(Extractor.load(), read_gold(path))
    assert scores.field_rates("via").f1 == 1.0
    assert scores.field_rates("role").f1 == 0.0
    assert scores.dated() == 1.0
    assert sum(scores.confidence.values()) == scores.found == 1
    assert any(line.endswith("| 1 | 1.00 |") for line in confidence_lines(scores.confidence))
