"""The learned part of telling acts gives the same answer whatever the order of features."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.gold.models import fit_with_vectors
from tests.gold.vectors import Vectors

from bayan.errors import BadData
from bayan.lexicon.act_model import ActModel, load_act_model
from bayan.records import Act

EVEN = {"one": ".1\t0", "two": ".2\t0", "three": "0\t.3"}
"""Two acts with the same sum, which floating point would not call the same."""


ALONE = {"warn": "0\t0", "deny": "0\t0", "(bias)": "0\t0"}


def _write(folder: Path, header: str, rows: dict[str, str], context: dict[str, str] = ALONE) -> Path:
    for file, its in (("act-weights.tsv", rows), ("act-context.tsv", context)):
        lines = [f"feature\t{header}", *(f"{name}\t{weights}" for name, weights in its.items())]
        (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _choose(model: ActModel, features: list[str], near: str = "", far: str = "", *pairs: tuple[str, str]) -> Act:
    return model.best(model.weigh(features, {near}, {far}, set(pairs)))


@pytest.mark.parametrize("header", ["warn\tdeny", "deny\twarn"])
def test_the_first_of_two_even_acts_is_chosen(tmp_path: Path, header: str) -> None:
    rows = {"(bias)": "0\t0"} | EVEN
    if header.startswith("deny"):
        rows = {name: "\t".join(reversed(weights.split("\t"))) for name, weights in rows.items()}
    model = load_act_model(_write(tmp_path, header, rows))
    for features in (["one", "two", "three"], ["three", "two", "one"]):
        assert _choose(model, features) is Act(header.split("\t", maxsplit=1)[0])


def test_a_stem_among_the_first_counts_with_both_its_weights(tmp_path: Path) -> None:
    rows = {"(bias)": "0\t0", "w:crime": ".1\t.3", "n:crime": ".4\t0"}
    model = load_act_model(_write(tmp_path, "warn\tdeny", rows))
    assert _choose(model, [], near="crime") is Act.WARN
    assert _choose(model, [], far="crime") is Act.DENY


def test_a_pair_counts_in_its_order_only(tmp_path: Path) -> None:
    rows = {"(bias)": "0\t.1", "b:war_crime": ".4\t0"}
    model = load_act_model(_write(tmp_path, "warn\tdeny", rows))
    assert _choose(model, [], "", "", ("war", "crime")) is Act.WARN
    assert _choose(model, [], "", "", ("crime", "war")) is Act.DENY


def test_a_file_without_a_bias_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"act-weights\.tsv: a row has not one weight an act"):
        load_act_model(_write(tmp_path, "warn\tdeny", EVEN))


def test_a_context_of_other_acts_is_named(tmp_path: Path) -> None:
    rows = {"(bias)": "0\t0"}
    with pytest.raises(BadData, match=r"act-context\.tsv: has not the acts of act-weights\.tsv"):
        load_act_model(_write(tmp_path, "warn\tdeny", rows, {"(bias)": "0\t0"}))


def test_what_others_do_decides_where_the_words_do_not(tmp_path: Path) -> None:
    context = {"warn": "1\t0", "deny": "0\t1", "(bias)": "0\t.1"}
    model = load_act_model(_write(tmp_path, "warn\tdeny", {"(bias)": "0\t0", "sure": "3\t0"}, context))
    open_to_both, sure = model.weigh([], set(), set(), set()), model.weigh(["sure"], set(), set(), set())
    assert model.best_beside(open_to_both, model.certain(Act.WARN)) is Act.WARN
    assert model.best_beside(open_to_both, model.certain(Act.DENY)) is Act.DENY
    assert model.best_beside(open_to_both, (0.0, 0.0)) is Act.DENY
    assert model.best_beside(sure, model.certain(Act.DENY)) is Act.WARN
    assert sum(model.chances(sure)) == pytest.approx(1)


def test_what_is_learned_of_a_word_holds_for_words_like_it() -> None:
    blame, praise = frozenset({"w:crime"}), frozenset({"w:success"})
    vectors = Vectors(("crime", "atrocity", "success"), np.array([[1.0, 0.1], [0.9, 0.2], [-1.0, 0.1]]))
    fitted = fit_with_vectors([(blame, "criticise"), (praise, "support")] * 5, 1.0, 2, vectors, ("w:",), 1.0)
    column = fitted.features.index("w:atrocity")  # no example holds it
    assert abs(fitted.weights[0][column]) > 0.1
    assert fitted.weights[0][column] * fitted.weights[0][fitted.features.index("w:crime")] > 0
