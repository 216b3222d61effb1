"""The engine against annotated articles, those of ../shared and our own, with floors under its quality."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.gold.readings import article_of
from tests.gold.texts import join_gold

from bayan.extract import Extractor
from bayan.records import Article

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


def _predict(extractor: Extractor, gold: Path, out: Path) -> Path:
    with out.open("w", encoding="utf-8") as stream:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found = [
                {
                    "field": s.field, "cue": s.cue, "content": s.content, "kind": s.kind, "speaker": s.speaker,
                    "speaker_kind": s.speaker_kind, "role": s.role, "via": s.via, "said_on": s.said_on, "act": s.act,
                }
                for s in extractor.extract(article_of(row)).statements
            ]  # fmt: skip
            stream.write(json.dumps({"id": row["id"], "statements": found}) + "\n")
    return out


def _score(shared: Path, gold: Path, predicted: Path) -> dict[str, dict[str, float]]:
    scorer = shared / "tools" / "score_statements.py"
    done = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(predicted), "--json"], capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


def _gold(shared: Path, name: str, tmp_path: Path) -> Path:
    return shared / name if "/" in name else join_gold(name, tmp_path / "gold.jsonl")


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_quality_stays_above_its_floor(shared: Path, tmp_path: Path, extractor: Extractor, name: str) -> None:
    gold = _gold(shared, name, tmp_path)
    scores = _score(shared, gold, _predict(extractor, gold, tmp_path / "predicted.jsonl"))
    measured = {figure: scores[figure]["F1"] for figure in FLOORS[name]}
    low = {figure: value for figure, value in measured.items() if value < FLOORS[name][figure]}
    assert not low, f"{name}: below the floor: {low}"


def test_written_patterns(shared: Path, extractor: Extractor) -> None:
    rows = [json.loads(line) for line in (shared / "gold" / "pattern-examples.jsonl").read_text("utf-8").splitlines()]
    right = sum(_is_right(extractor, row) for row in rows)
    assert right >= 66, f"{right} of {len(rows)} patterns"


def _is_right(extractor: Extractor, row: dict[str, str]) -> bool:
    headline = row["pattern"].startswith(("P19", "P20"))
    title, body = (row["text"], "") if headline else ("", row["text"])
    article = Article(outlet="test", title=title, body=body, published=date(2020, 7, 8))
    found = extractor.extract(article).statements
    if row["speaker"] == "-":
        return not found
    if row["speaker"] == "=":
        return bool(found) and found[0].speaker_surface is None
    names = [statement.speaker or "" for statement in found]
    return all(any(set(name.split()) & set(wanted.split()) for name in names) for wanted in row["speaker"].split("; "))
