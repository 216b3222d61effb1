"""The timeline mirrored: one actor, or some days, above the axis of time; below it the other, or other days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from zlib import crc32

import streamlit as st

from bayan import charts
from bayan.queries import Selection, actor_rows, questions, rows
from bayan.records import Act
from bayan.show.figures import draw_figure, tell_focus, tell_when
from bayan.show.lanes import draw_strip, listen_point, tell_lanes, tell_narrowed
from bayan.show.notices import tell_undated
from bayan.show.panels import tell_twin
from bayan.show.safe import apart, safe
from bayan.show.sides import tell_side
from bayan.show.turns import ACTS_BY_STANCE
from bayan.show.view import DATES, PREVIOUS, View
from bayan.show.window import DAYS

_Cell = tuple[date, bool, Act]
"""A bucket (or the month that begins in it, of which no day is known) and an act."""


def draw_mirror(view: View, mirror: actor_rows.Mirror, volume: rows.Volume) -> None:
    """Draw both halves with their legend and the numbers as a table, and the bar that was clicked."""
    sides = [_side(view, selection) for selection in view.halves]
    acts = [act for act in ACTS_BY_STANCE if any(point.act == act for points in mirror.sides for point in points)]
    if not acts:
        # The list below says what is missing where nothing was said at all.
        st.html(tell_lanes(view) + (tell_undated(view) if view.ask(questions.statement_totals).statements else ""))
        return
    with st.container(key="lanes", border=True):
        st.html(tell_lanes(view) + _legend(view, mirror, sides) + tell_focus(view))
        key = f"mirror_{crc32(view.link(point=str(view.point)).encode())}"
        alt = view.say("mirror.alt", above=sides[0].name, below=sides[1].name)
        same_days = view.mirror != PREVIOUS
        days = charts.find_days(volume) if same_days else ()
        figure = charts.draw.mirror(mirror, sides, acts, view.reader, days)
        draw_figure(figure, key, alt, on_click=lambda: listen_point(view, mirror.step, key))
        st.html(tell_twin(view, *_twin(view, mirror, sides)))
        draw_strip(view, volume, figure, same_days=same_days)
    if view.point:
        st.html(tell_narrowed(view, view.point, sides[view.point.lane == "1"].name))


def _side(view: View, selection: Selection) -> charts.Side:
    if view.mirror == DATES:
        return charts.Side(view.say(f"dated.{selection.dated}"))
    return tell_side(view, selection, period=view.mirror == PREVIOUS)


def _legend(view: View, mirror: actor_rows.Mirror, sides: Sequence[charts.Side]) -> str:
    """Who stands where with how many statements, and what faint bars mean."""
    lines = "".join(
        f"<li>{safe(view.say(f'mirror.{place}'))} <strong>{apart(side.name)}</strong>"
        f"<span>{safe(view.say('count.statements', n=sum(point.count for point in points)))}</span></li>"
        for place, side, points in zip(("above", "below"), sides, mirror.sides, strict=True)
    )
    notes = [view.say("mirror.how")]
    if view.mirror == PREVIOUS:
        notes.append(view.say("compare.periods"))
        if not (view.selection.since or view.selection.until):
            notes.append(view.say("actors.period.assumed", n=DAYS))
    elif view.mirror == DATES:
        notes.append(view.say("mirror.dates.how"))
    elif len(view.sides) > len(sides):
        notes.append(view.say("mirror.left"))
    return f'<ul class="halves">{lines}</ul><p class="muted">{safe(" ".join(notes))}</p>'


def _twin(
    view: View, mirror: actor_rows.Mirror, sides: Sequence[charts.Side]
) -> tuple[list[str], Iterator[tuple[object, ...]]]:
    """A row for each act in a bucket: when (for periods in each), what, and how many on either side."""
    heads = [view.say("twin.when"), view.say("facet.act"), *(side.name for side in sides)]
    return heads, _lines(view, mirror, sides)


def _lines(view: View, mirror: actor_rows.Mirror, sides: Sequence[charts.Side]) -> Iterator[tuple[object, ...]]:
    shifts = [_shift(side, sides[0]) for side in sides]
    counts = [Counter(dict(_cells(points, shift))) for points, shift in zip(mirror.sides, shifts, strict=True)]
    for day, is_bucket, act in sorted({cell for side in counts for cell in side}, key=_by_time):
        whens = dict.fromkeys(tell_when(view, day - shift, mirror.step, of_month=not is_bucket) for shift in shifts)
        yield " · ".join(whens), view.say(f"act.{act}"), *(side[day, is_bucket, act] for side in counts)


def _cells(points: Sequence[actor_rows.ActPoint], shift: timedelta) -> Iterator[tuple[_Cell, int]]:
    """The statements of buckets, and those of months whose days are not known."""
    for point in points:
        for count, is_bucket in ((point.months, False), (point.count - point.months, True)):
            if count:
                yield (point.bucket + shift, is_bucket, point.act), count


def _by_time(cell: _Cell) -> tuple[date, bool, int]:
    return cell[0], cell[1], ACTS_BY_STANCE.index(cell[2])


def _shift(side: charts.Side, first: charts.Side) -> timedelta:
    return first.period[0] - side.period[0] if first.period and side.period else timedelta()
