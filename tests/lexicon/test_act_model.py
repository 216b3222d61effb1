"""The learned part of telling acts gives the same answer whatever the order of features."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.gold.models import fit_with_vectors
from tests.gold.vectors import Vectors

from bayan.errors import BadData
from bayan.lexicon.act_model import load_act_model
from bayan.records import Act

EVEN = {"one": ".1\t0", "two": ".2\t0", "three": "0\t.3"}
"""Two acts with the same sum, which floating point would not call the same."""


def _write(folder: Path, header: str, rows: dict[str, str]) -> Path:
    lines = [f"feature\t{header}", *(f"{name}\t{weights}" for name, weights in rows.items())]
    (folder / "act-weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("header", ["warn\tdeny", "deny\twarn"])
def test_the_first_of_two_even_acts_is_chosen(tmp_path: Path, header: str) -> None:
    rows = {"(bias)": "0\t0"} | EVEN
    if header.startswith("deny"):
        rows = {name: "\t".join(reversed(weights.split("\t"))) for name, weights in rows.items()}
    model = load_act_model(_write(tmp_path, header, rows))
    for features in (["one", "two", "three"], ["three", "two", "one"]):
        assert model.choose(features, set(), set(), set()) is Act(header.split("\t", maxsplit=1)[0])


def test_a_stem_among_the_first_counts_with_both_its_weights(tmp_path: Path) -> None:
    rows = {"(bias)": "0\t0", "w:crime": ".1\t.3", "n:crime": ".4\t0"}
    model = load_act_model(_write(tmp_path, "warn\tdeny", rows))
    assert model.choose([], {"crime"}, set(), set()) is Act.WARN
    assert model.choose([], set(), {"crime"}, set()) is Act.DENY


def test_a_pair_counts_in_its_order_only(tmp_path: Path) -> None:
    rows = {"(bias)": "0\t.1", "b:war_crime": ".4\t0"}
    model = load_act_model(_write(tmp_path, "warn\tdeny", rows))
    assert model.choose([], set(), set(), {("war", "crime")}) is Act.WARN
    assert model.choose([], set(), set(), {("crime", "war")}) is Act.DENY


def test_a_file_without_a_bias_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"act-weights\.tsv: a row has not one weight an act"):
        load_act_model(_write(tmp_path, "warn\tdeny", EVEN))


def test_what_is_learned_of_a_word_holds_for_words_like_it() -> None:
    blame, praise = frozenset({"w:crime"}), frozenset({"w:success"})
    vectors = Vectors(("crime", "atrocity", "success"), np.array([[1.0, 0.1], [0.9, 0.2], [-1.0, 0.1]]))
    fitted = fit_with_vectors([(blame, "criticise"), (praise, "support")] * 5, 1.0, 2, vectors, ("w:",), 1.0)
    column = fitted.features.index("w:atrocity")  # no example holds it
    assert abs(fitted.weights[0][column]) > 0.1
    assert fitted.weights[0][column] * fitted.weights[0][fitted.features.index("w:crime")] > 0
