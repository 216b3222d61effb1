"""Figures: what is on them, on which side, and what a click on them means."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from tests.charts.readers import reader

from bayan.charts import MARKS, draw, is_dense
from bayan.charts.look import Step
from bayan.queries import rows
from bayan.records import Act, SpeakerKind


def point(lane: str, day: date, act: Act = Act.DENY, count: int = 1) -> rows.TimelinePoint:
    return rows.TimelinePoint(lane, day, act, False, count)


def lane(key: str, name: str = "خلوصي أكار", english: str | None = "Hulusi Akar") -> rows.Lane:
    return rows.Lane(key, name, english, 1)


DAY = date(2020, 7, 13)
NAMES = {"akar": "Hulusi Akar", "kalin": "إبراهيم قالن"}


def timeline(*points: rows.TimelinePoint) -> rows.Timeline:
    return rows.Timeline("day", (lane("akar"), lane("kalin", "إبراهيم قالن", None)), points, 0)


def test_a_click_says_speaker_day_and_act() -> None:
    trace = draw.timeline(timeline(point("akar", DAY)), NAMES, reader())["data"][0]
    assert trace["customdata"] == [["akar", "2020-07-13", "deny"]]


def test_statements_of_one_act_share_a_mark() -> None:
    figure = draw.timeline(timeline(point("akar", DAY), point("akar", DAY, count=2)), NAMES, reader())
    assert len(figure["data"][0]["x"]) == 1
    assert "count.statements 3" in figure["data"][0]["hovertext"][0]


def test_an_assumed_day_is_hollow() -> None:
    assumed = rows.TimelinePoint("akar", DAY, Act.WARN, True, 1)
    trace = draw.timeline(timeline(assumed, point("akar", DAY)), NAMES, reader())["data"][0]
    assert trace["marker"]["symbol"] == ["x", "star-open"]
    assert trace["marker"]["color"] == [MARKS[Act.DENY].colour, MARKS[Act.WARN].colour]


def test_marks_of_many_acts_hold_stated_and_assumed_days_together() -> None:
    points = [rows.TimelinePoint("kalin", DAY, act, hollow, 2) for act in Act for hollow in (False, True)]
    points.append(rows.TimelinePoint("akar", DAY, Act.DENY, True, 1))
    trace = draw.timeline(timeline(*points), NAMES, reader())["data"][0]
    assert [symbol for symbol in trace["marker"]["symbol"] if symbol.endswith("-open")] == ["x-open"]
    assert sum("count.statements 4" in text and "count.assumed 2" in text for text in trace["hovertext"]) == 8


def test_marks_of_one_day_stand_apart_and_within_their_lane() -> None:
    points = [rows.TimelinePoint("kalin", DAY, act, hollow, 1) for act in Act for hollow in (False, True)]
    points += [point("akar", DAY, count=40), point("akar", DAY, Act.WARN, count=40)]
    figure = draw.timeline(timeline(*points), NAMES, reader())
    [trace], axis = figure["data"], figure["layout"]["yaxis"]
    marks = list(zip(trace["customdata"], trace["y"], trace["marker"]["size"], strict=True))
    for name, top, end in (("akar", 0, edge := 2 * axis["tickvals"][0]), ("kalin", edge, axis["range"][0])):
        sides = sorted((at - size / 2, at + size / 2) for data, at, size in marks if data[0] == name)
        assert top < sides[0][0] and sides[-1][1] < end
        assert all(before[1] < after[0] for before, after in pairwise(sides))


def test_a_narrow_screen_has_smaller_marks_and_fewer_ticks() -> None:
    found = timeline(point("akar", DAY), point("akar", DAY + timedelta(55)))
    wide, narrow = (draw.timeline(found, NAMES, replace(reader(), narrow=on)) for on in (False, True))
    assert narrow["data"][0]["marker"]["size"] < wide["data"][0]["marker"]["size"]
    assert len(narrow["layout"]["xaxis"]["tickvals"]) <= 5


@pytest.mark.parametrize(("narrow", "drawn"), [(False, "scatter"), (True, "bar")])
def test_marks_that_would_cover_the_next_ones_in_time_are_bars(narrow: bool, drawn: str) -> None:
    months = [date(2015 + at // 12, at % 12 + 1, 1) for at in (0, 1, 2, 36, 70)]
    found = replace(timeline(*(point("akar", month, count=30) for month in months)), step="month")
    figure = draw.timeline(found, NAMES, replace(reader(), narrow=narrow))
    assert {trace["type"] for trace in figure["data"]} == {drawn}
    assert is_dense(found, NAMES, replace(reader(), narrow=narrow)) == narrow


def test_marks_are_no_wider_than_it_is_to_the_next() -> None:
    months = [date(2018 + at // 12, at % 12 + 1, 1) for at in (0, 1, 2, 20)]
    found = replace(timeline(*(point("akar", month, count=30) for month in months)), step="month")
    figure = draw.timeline(found, NAMES, replace(reader(), narrow=True))
    first, last = map(datetime.fromisoformat, figure["layout"]["xaxis"]["range"])
    pitch = 28 / (last - first).days * 240  # pixels beside names of such a length
    assert 7 <= max(figure["data"][0]["marker"]["size"]) <= pitch


@pytest.mark.parametrize(
    ("step", "bucket", "middle", "days"),
    [
        ("day", date(2020, 6, 5), "2020-06-05T12:00:00", 1),
        ("week", date(2020, 6, 8), "2020-06-11T12:00:00", 7),
        ("month", date(2020, 2, 1), "2020-02-15T12:00:00", 29),
    ],
)
def test_a_bar_stands_over_the_days_that_it_counts(step: Step, bucket: date, middle: str, days: int) -> None:
    far = bucket + timedelta(days=7 * 26) if step != "month" else date(2021, 2, 1)
    found = rows.Volume(step, (rows.VolumePoint(bucket, 3, 1), rows.VolumePoint(far, 1, 1)))
    for figure in (draw.volume(found, reader()), draw.strip(found, reader())):
        [trace], axis = figure["data"], figure["layout"]["xaxis"]
        assert trace["x"][0] == middle
        assert 0.7 < trace["width"][0] / (days * 86_400_000) < 1
        start, end = map(datetime.fromisoformat, axis["range"])
        assert start <= datetime.combine(bucket, time()) and (end - start).days < 1.2 * (far - bucket).days + days


def test_below_bars_of_weeks_only_weeks_are_named() -> None:
    weeks = [date(2020, 6, 1), date(2020, 6, 15), date(2020, 6, 22)]
    found = rows.Volume("week", tuple(rows.VolumePoint(week, 1, 1) for week in weeks))
    axis = draw.volume(found, reader())["layout"]["xaxis"]
    assert axis["ticktext"] == ["01 Jun<br>2020", "08 Jun", "15 Jun", "22 Jun"]
    assert axis["tickvals"][0] == "2020-06-04T12:00:00"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Defence ministry of Türkiye", "Defence ministry<br>of Türkiye"),
        ("غرفة عمليات سرت والجفرة", "غرفة عمليات<br>سرت والجفرة"),
        ("Mevlüt Çavuşoğlu", "Mevlüt Çavuşoğlu"),
        ("<b>" * 20, f"{'&lt;b&gt;' * 8}&lt;…"),
    ],
)
def test_a_long_name_stands_on_two_lines(name: str, told: str) -> None:
    found = rows.Timeline("day", (rows.Lane("x", name, None, 1),), (point("x", DAY),), 0)
    assert draw.timeline(found, {"x": name}, reader())["layout"]["yaxis"]["ticktext"] == [told]


@pytest.mark.parametrize(("rtl", "side"), [(False, "left"), (True, "right")])
def test_names_stand_on_the_reading_side_and_time_runs_from_the_left(rtl: bool, side: str) -> None:
    found = timeline(point("akar", DAY), point("akar", DAY + timedelta(9)))
    layout = draw.timeline(found, NAMES, reader(rtl))["layout"]
    assert layout["yaxis"]["side"] == side
    assert layout["yaxis"]["ticktext"] == list(NAMES.values())
    start, end = layout["xaxis"]["range"]
    assert start < end


@pytest.mark.parametrize("days", [1, 3, 10, 30, 60, 200, 400, 1500, 9000])
def test_an_axis_has_few_ticks_whatever_its_span(days: int) -> None:
    volume = rows.Volume("day", (rows.VolumePoint(DAY, 1, 1), rows.VolumePoint(DAY + timedelta(days), 2, 1)))
    axis = draw.volume(volume, reader())["layout"]["xaxis"]
    assert 1 <= len(axis["ticktext"]) <= 9
    assert sum("<br>" in text for text in axis["ticktext"]) <= len({day[:4] for day in axis["tickvals"]})


def test_a_name_cannot_become_markup_of_a_chart() -> None:
    lanes = (rows.Lane("x", "<b>خبر</b>", None, 1),)
    figure = draw.timeline(rows.Timeline("day", lanes, (point("x", DAY),), 0), {"x": "<b>خبر</b>"}, reader())
    assert "&lt;b&gt;" in figure["layout"]["yaxis"]["ticktext"][0]


def actor(key: str, statements: int) -> rows.ActorRow:
    return rows.ActorRow(key, key, None, SpeakerKind.PERSON, statements, 2 * statements, 1, 0.5)


def test_ranking_shows_statements_and_mentions() -> None:
    figure = draw.ranking([actor("a", 5), actor("b", 3)], reader())
    assert [bar["x"] for bar in figure["data"]] == [[5, 3], [10, 6]]
    assert figure["layout"]["yaxis"]["ticktext"] == ["a", "b"]


def test_pairs_are_symmetric_with_a_blank_diagonal() -> None:
    figure = draw.pairs([rows.Pair("a", "b", 3)], {"b": "B", "a": "A", "c": "C"}, reader())
    assert figure["data"][0]["z"] == [[None, 3, 0], [3, None, 0], [0, 0, None]]


def figures() -> list[dict[str, Any]]:
    empty: tuple[()] = ()
    return [
        draw.timeline(rows.Timeline("day", empty, empty, 0), {}, reader()),
        draw.volume(rows.Volume("day", empty), reader()),
        draw.ranking(empty, reader()),
        draw.pairs(empty, {}, reader()),
    ]


def test_figures_are_plain_json_even_where_there_is_nothing() -> None:
    assert all(json.dumps(figure) for figure in figures())


def test_a_turning_point_is_a_line() -> None:
    shapes = draw.timeline(timeline(point("akar", DAY)), NAMES, reader(), [DAY])["layout"]["shapes"]
    assert [(shape["x0"], shape["x1"]) for shape in shapes] == [("2020-07-13", "2020-07-13")]


def test_what_is_known_by_its_month_alone_is_hollow_and_told_as_the_month() -> None:
    first = date(2020, 6, 1)
    of_month = rows.TimelinePoint("akar", first, Act.DENY, False, 2, month=True)
    found = timeline(of_month, point("akar", first), point("akar", DAY))
    trace = draw.timeline(found, NAMES, reader())["data"][0]
    assert trace["marker"]["symbol"] == ["x", "x-open", "x"]
    assert ["day.month" in text for text in trace["hovertext"]] == [False, True, False]
    assert "basis.stated" not in trace["hovertext"][1]


def test_a_month_that_begins_within_a_week_is_told_as_itself() -> None:
    told = replace(reader(), say=lambda key, **values: f"{key} {values.get('month', '')}")
    week = rows.TimelinePoint("akar", date(2020, 6, 29), Act.DENY, False, 1, month=True)
    trace = draw.timeline(replace(timeline(week), step="week"), NAMES, told)["data"][0]
    assert "day.month 2020-07-01" in trace["hovertext"][0]


def test_marks_of_many_acts_and_bars_tell_how_many_are_of_a_month_alone() -> None:
    parts = ((False, False), (True, False), (False, True))
    stacked = [rows.TimelinePoint("akar", DAY, act, *part[:1], 1, month=part[1]) for act in Act for part in parts]
    marks = draw.timeline(timeline(*stacked), NAMES, reader())["data"][0]
    assert all("count.months 1" in text and "count.assumed 1" in text for text in marks["hovertext"])
    many = [point("akar", DAY + timedelta(at), act) for at in range(1, 90) for act in Act]
    bars = draw.timeline(timeline(*stacked, *many), NAMES, reader())["data"]
    assert [sum("count.months 1" in text for text in bar["hovertext"]) for bar in bars] == [1] * len(Act)


def test_a_chart_of_one_lane_has_room_for_the_words_below_it() -> None:
    layout = draw.timeline(timeline(point("akar", DAY)), {"akar": "Hulusi Akar"}, reader())["layout"]
    assert layout["height"] >= 64 + 42  # plotly leaves 64 pixels to what is drawn, whatever the words need
