"""The mirrored timeline: halves over one axis, bars that grow away from it, and what a click on one means."""

from __future__ import annotations

import json
from datetime import date

import pytest
from tests.charts.readers import reader

from bayan.charts import MARKS, Side, draw
from bayan.queries import actor_rows
from bayan.records import Act

DAY = date(2020, 7, 1)
ACTS = [Act.SUPPORT, Act.DENY]
ABOVE, BELOW = Side("Hulusi Akar"), Side("سامح شكري")


def point(act: Act = Act.DENY, count: int = 1, assumed: int = 0, day: date = DAY) -> actor_rows.ActPoint:
    return actor_rows.ActPoint(day, act, count, assumed)


def mirror(*sides: tuple[actor_rows.ActPoint, ...]) -> actor_rows.Mirror:
    return actor_rows.Mirror("day", sides)


def test_bars_grow_away_from_the_axis_on_one_scale_for_each_act() -> None:
    found = mirror((point(count=4), point(Act.SUPPORT)), (point(count=2), point(Act.SUPPORT)))
    above, below = draw.mirror(found, (ABOVE, BELOW), ACTS, reader())["data"]
    assert [height > 0 for height in above["y"]] == [False, False]
    assert above["y"][0] == -2 * below["y"][0]
    middle = draw.mirror(found, (ABOVE, BELOW), ACTS, reader())["layout"]["yaxis"]["range"][0] / 2
    for one, other in zip(above["base"], below["base"], strict=True):
        assert middle - one == other - middle
    assert above["base"][1] < above["base"][0] < middle
    assert above["y"][1] == above["y"][0]
    names = draw.mirror(found, (ABOVE, BELOW), ACTS, reader())["layout"]["yaxis"]["ticktext"]
    assert [name.strip("\u2066\u2069") for name in names[:2]] == ["act.support · 1", "act.deny · 4"]


def test_assumed_days_stand_fainter_beyond_the_stated_ones() -> None:
    figure = draw.mirror(mirror((point(count=3, assumed=1),), ()), (ABOVE, BELOW), ACTS, reader())
    [above, _] = figure["data"]
    stated, assumed = above["marker"]["color"]
    assert stated == MARKS[Act.DENY].colour
    assert assumed == "rgba(122, 78, 156, 0.3)"
    assert above["marker"]["line"]["color"][1] == stated
    assert above["marker"]["line"]["width"] == [0, 1]
    assert above["base"][1] == pytest.approx(above["base"][0] + above["y"][0], abs=0.2)


def test_a_click_says_side_bucket_and_act() -> None:
    above, below = draw.mirror(mirror((point(),), (point(Act.SUPPORT),)), (ABOVE, BELOW), ACTS, reader())["data"]
    assert above["customdata"] == [["0", "2020-07-01", "deny"]]
    assert below["customdata"] == [["1", "2020-07-01", "support"]]


def test_periods_lie_upon_each_other_and_tell_their_own_days() -> None:
    sides = Side("July", (DAY, date(2020, 7, 31))), Side("June", (date(2020, 5, 31), date(2020, 6, 30)))
    found = mirror((point(day=date(2020, 7, 3)),), (point(day=date(2020, 6, 2)),))
    above, below = draw.mirror(found, sides, ACTS, reader())["data"]
    assert above["x"] == below["x"] == ["2020-07-03T12:00:00"]
    assert "2020-06-02" in below["hovertext"][0]
    assert below["customdata"][0][1] == "2020-06-02"


def test_there_are_never_more_bars_than_a_screen_shows() -> None:
    days = [date.fromordinal(DAY.toordinal() + at) for at in range(600)]
    many = tuple(point(count=2, assumed=1, day=day) for day in days)
    figure = draw.mirror(mirror(many, many), (ABOVE, BELOW), ACTS, reader())
    assert sum(len(half["x"]) for half in figure["data"]) <= 2_000


@pytest.mark.parametrize(("rtl", "at"), [(False, 0), (True, 1)])
def test_names_stand_on_the_reading_side(rtl: bool, at: int) -> None:
    layout = draw.mirror(mirror((point(),), (point(),)), (ABOVE, BELOW), ACTS, reader(rtl))["layout"]
    assert [note["x"] for note in layout["annotations"]] == [at, at]
    assert layout["yaxis"]["side"] == ("right" if rtl else "left")
    assert json.dumps(layout)


def test_what_is_known_by_its_month_alone_is_fainter_and_told_as_the_month() -> None:
    of_month = actor_rows.ActPoint(DAY, Act.DENY, 2, 0, 2)
    [above, _] = draw.mirror(mirror((of_month,), ()), (ABOVE, BELOW), ACTS, reader())["data"]
    assert above["marker"]["color"] == ["rgba(122, 78, 156, 0.3)"]
    assert "day.month" in above["hovertext"][0] and "basis.stated" not in above["hovertext"][0]
