"""Figures of actors: lines of several sides, statements above mentions, lanes of acts, and the order of a grid."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.charts.test_charts import reader

from bayan.charts import MARKS, Side, draw, order_by_nearness
from bayan.queries import actor_rows
from bayan.records import Act

JUNE, JULY = date(2020, 6, 1), date(2020, 7, 1)


def point(day: date, statements: int, mentions: int = 0) -> actor_rows.SidePoint:
    return actor_rows.SidePoint(day, statements, mentions)


def test_lines_cover_the_same_days_and_fall_to_zero() -> None:
    series = actor_rows.Series("day", ((point(JUNE, 4),), (point(date(2020, 6, 3), 2),)))
    figure = draw.sides(series, [Side("A"), Side("B")], "statements", reader())
    assert [line["y"] for line in figure["data"]] == [[4, 0, 0], [0, 0, 2]]
    assert figure["data"][0]["x"] == ["2020-06-01", "2020-06-02", "2020-06-03"]


def test_no_two_lines_are_told_apart_by_colour_alone() -> None:
    series = actor_rows.Series("day", tuple((point(JUNE, 1),) for _ in range(5)))
    lines = draw.sides(series, [Side(name) for name in "ABCDE"], "statements", reader())["data"]
    for part in (lambda line: line["line"]["dash"], lambda line: line["marker"]["symbol"]):
        assert len({part(line) for line in lines}) == 5


@pytest.mark.parametrize(
    ("step", "first", "drawn"),
    [("day", date(2020, 5, 2), ["2020-06-01", "2020-06-30"]), ("month", date(2020, 5, 1), ["2020-06-01"])],
)
def test_a_period_lies_upon_the_later_one(step: actor_rows.Step, first: date, drawn: list[str]) -> None:
    series = actor_rows.Series(step, ((point(JUNE, 1),), (point(first, 3),)))
    periods = [Side("June", (JUNE, date(2020, 6, 30))), Side("May", (date(2020, 5, 2), date(2020, 5, 31)))]
    now, before = draw.sides(series, periods, "statements", reader())["data"]
    assert [now["x"][0], *now["x"][1:][-1:]] == drawn
    assert before["x"] == now["x"]
    assert before["y"][0] == 3
    assert first.isoformat() in before["hovertext"][0]


def test_statements_stand_above_mentions() -> None:
    series = actor_rows.Series("day", ((point(JUNE, 2, 9),),))
    figure = draw.presence(series, reader())
    assert [bars["y"] for bars in figure["data"]] == [[2], [9]]
    assert figure["layout"]["yaxis"]["domain"][0] > figure["layout"]["yaxis2"]["domain"][1]
    alone = draw.presence(actor_rows.Series("day", ((point(JUNE, 0, 9),),)), reader(rtl=True))
    assert [bars["y"] for bars in alone["data"]] == [[9]]
    assert alone["layout"]["yaxis"]["side"] == "right"


def test_an_act_has_its_lane_and_its_mark() -> None:
    found = (actor_rows.ActPoint(JUNE, Act.WARN, 4, 4), actor_rows.ActPoint(JUNE, Act.DENY, 1, 0))
    figure = draw.acts(actor_rows.ActSeries("day", found), reader())
    marks = figure["data"][0]["marker"]
    assert figure["layout"]["yaxis"]["ticktext"] == ["act.deny", "act.warn"]
    assert figure["data"][0]["y"] == [1, 0]
    assert marks["symbol"] == ["star-open", "x"]
    assert marks["color"] == [MARKS[Act.WARN].colour, MARKS[Act.DENY].colour]
    assert marks["size"][0] > marks["size"][1]


def test_figures_are_plain_json_even_where_there_is_nothing() -> None:
    figures: list[dict[str, Any]] = [
        draw.presence(actor_rows.Series("day", ()), reader()),
        draw.sides(actor_rows.Series("day", ((),)), [Side("A")], "mentions", reader()),
        draw.acts(actor_rows.ActSeries("day", ()), reader()),
    ]
    assert all(json.dumps(figure) for figure in figures)


BLOCKS = {("a", "b"): 0.9, ("c", "d"): 0.8, ("b", "c"): 0.2}


@pytest.mark.parametrize("keys", list(permutations("abcd")))
def test_those_that_belong_together_stand_beside_each_other(keys: tuple[str, ...]) -> None:
    assert order_by_nearness(keys, BLOCKS) == ["a", "b", "c", "d"]


@given(
    st.sets(st.sampled_from("abcdefgh")),
    st.dictionaries(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), st.floats(0, 1)),
)
def test_an_order_holds_everyone_once(keys: set[str], nearness: dict[tuple[str, str], float]) -> None:
    assert sorted(order_by_nearness(sorted(keys), nearness)) == sorted(keys)


def acts_of(day: int) -> dict[str, Any]:
    """A chart of three marks, the second on some day after the first."""
    found = ((0, 1), (day, 50), (60, 2))
    points = tuple(actor_rows.ActPoint(JULY + timedelta(at), Act.DENY, count, 0) for at, count in found)
    return draw.acts(actor_rows.ActSeries("day", points), replace(reader(), narrow=True))


def test_marks_of_acts_that_are_close_in_time_grow_less_and_still_tell_how_many() -> None:
    close, far = (acts_of(day)["data"][0]["marker"]["size"] for day in (4, 30))
    assert far[0] == close[0] < close[2] < close[1] < far[1]


def test_acts_whose_marks_would_touch_are_bars_that_tell_the_same() -> None:
    bars, axis = acts_of(1)["data"], acts_of(1)["layout"]["yaxis"]
    assert {trace["type"] for trace in bars} == {"bar"}
    assert ["count.statements 50" in text for text in bars[0]["hovertext"]] == [False, True, False]
    assert axis["ticktext"] == ["act.deny"]


def test_many_sides_over_a_long_time_stand_in_rows_of_one_scale() -> None:
    months = [date(2015 + at // 12, at % 12 + 1, 1) for at in range(40)]
    mosts = (120, 60, 3)
    series = actor_rows.Series("month", tuple(tuple(point(day, most, 1) for day in months) for most in mosts))
    sides = [Side("A"), Side("B"), Side("C")]
    figure = draw.sides(series, sides, "statements", reader())
    highest = [-min(trace["y"]) for trace in figure["data"]]
    assert highest[0] == 2 * highest[1] > 2 * highest[2] > 0
    bases = [trace["base"][0] for trace in figure["data"]]
    heights = [base - most for base, most in zip(bases, highest, strict=True)]
    assert all(before < after for before, after in zip(bases, heights[1:], strict=False))
    names = [one["text"] for one in figure["layout"]["annotations"]]
    assert [name in text for name, text in zip("ABC", names, strict=True)] == [True] * 3
    two = actor_rows.Series("month", series.sides[:2])
    assert {trace["type"] for trace in draw.sides(two, sides[:2], "statements", reader())["data"]} == {"scatter"}


def test_acts_known_by_their_month_alone_are_hollow_and_told_as_the_month() -> None:
    found = (actor_rows.ActPoint(JUNE, Act.WARN, 4, 1, 3), actor_rows.ActPoint(JUNE, Act.DENY, 2, 0, 2))
    trace = draw.acts(actor_rows.ActSeries("day", found), reader())["data"][0]
    assert trace["marker"]["symbol"] == ["star-open", "x-open"]
    assert ["count.months 3" in trace["hovertext"][0], "day.month" in trace["hovertext"][1]] == [True, True]
