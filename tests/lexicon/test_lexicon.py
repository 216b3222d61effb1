"""Every lexicon entry finds its own example and keeps away from its counter-example."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bayan.data import data_path
from bayan.errors import BadData
from bayan.extract import Extractor
from bayan.lexicon import load_lexicon
from bayan.records import Article
from bayan.text import fold_text


def _entries(name: str) -> list[dict[str, Any]]:
    rows = yaml.safe_load(data_path("lexicon", f"{name}.yaml").read_text(encoding="utf-8"))[name]
    return list(rows)


CUES = _entries("cues")
PHRASES = _entries("phrases")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


def _found(extractor: Extractor, text: str) -> set[str]:
    """The entries that found something in a sentence which follows one with a named speaker."""
    body = f"وصل الوزير سامح شكري إلى المدينة.\n{text}"
    article = Article(outlet="test", title="", body=body, published=date(2020, 7, 8))
    return {evidence for statement in extractor.extract(article).statements for evidence in statement.evidence}


@pytest.mark.parametrize("entry", [*CUES, *PHRASES], ids=lambda entry: entry["id"])
def test_an_entry_finds_its_example(extractor: Extractor, entry: dict[str, Any]) -> None:
    assert f"cue:{entry['id']}" in _found(extractor, entry["example"])


@pytest.mark.parametrize("entry", [e for e in [*CUES, *PHRASES] if "counter" in e], ids=lambda entry: entry["id"])
def test_an_entry_leaves_its_counter_example_alone(extractor: Extractor, entry: dict[str, Any]) -> None:
    assert f"cue:{entry['id']}" not in _found(extractor, entry["counter"])


@pytest.mark.parametrize(
    ("word", "entry", "shape"),
    [
        ("وأكدت", "affirm", "past"),
        ("نفوا", "deny", "past"),
        ("دعت", "call", "past"),
        ("دعيا", "call", None),
        ("يدعون", "call", "present"),
        ("مشيرةً", "point", "participle"),
        ("قولها", "say", "masdar"),
        ("فأعلنا", "announce", "past"),
        ("قالتا", "say", "past"),
    ],
)
def test_forms_are_generated(word: str, entry: str, shape: str | None) -> None:
    readings = load_lexicon().forms.get(fold_text(word), ())
    assert (shape is None) == (not readings)
    assert not readings or (entry, shape) in {(r.cue.id, r.form.shape) for r in readings}


def test_a_broken_entry_is_named(tmp_path: Path) -> None:
    for name in ("phrases", "words"):
        text = data_path("lexicon", f"{name}.yaml").read_text(encoding="utf-8")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "cues.yaml").write_text("cues: [{id: say, past: قال}]", encoding="utf-8")
    with pytest.raises(BadData, match=r"cues\.yaml: cues/0: 'present' is a required property"):
        load_lexicon(tmp_path)


def test_a_class_that_stands_twice_is_named(tmp_path: Path) -> None:
    for file in data_path("lexicon").iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with (tmp_path / "words.yaml").open("a", encoding="utf-8") as words:
        words.write("courts: [ديوان]\n")
    with pytest.raises(BadData, match=r"words\.yaml: courts stands twice"):
        load_lexicon(tmp_path)


def test_confidence_without_a_bias_is_named(tmp_path: Path) -> None:
    for file in data_path("lexicon").iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "confidence-weights.tsv").write_text("frame=np\t0.5\n", encoding="utf-8")
    with pytest.raises(BadData, match=r"confidence-weights\.tsv: \(bias\) has no weight"):
        load_lexicon(tmp_path)
