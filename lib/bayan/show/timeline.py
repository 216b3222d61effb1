"""The lanes: who spoke when, by act. A click on a mark narrows the list, a span drawn below the lanes the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from zlib import crc32

import streamlit as st

from bayan import charts
from bayan.queries import questions, rows
from bayan.records import Act
from bayan.show.figures import draw_figure, tell_focus, tell_when
from bayan.show.lanes import draw_strip, listen_point, tell_lanes, tell_narrowed
from bayan.show.notices import tell_undated
from bayan.show.panels import tell_twin
from bayan.show.safe import safe
from bayan.show.turns import ACTS_BY_STANCE, Turn, find_turns
from bayan.show.view import Point, View
from bayan.show.window import end_of


def draw_timeline(view: View, timeline: rows.Timeline, volume: rows.Volume) -> None:
    """Draw the lanes with their legend, and the mark that was clicked; why not, where there are no marks."""
    if not timeline.points:
        if view.ask(questions.statement_totals).statements:
            st.html(tell_undated(view))
        return
    turns = find_turns(timeline) if view.by == "act" else []
    names = _names(view, timeline)
    dense = charts.is_dense(timeline, names, view.reader)
    days = charts.find_days(volume)
    if charts.is_dense(timeline, names, view.reader, days) != dense:
        days = ()  # what has no lane lies so far away that the marks would have no room
    with st.container(key="lanes", border=True):
        st.html(
            tell_lanes(view)
            + _legend(view, timeline, dense=dense)
            + tell_focus(view)
            + _tell_turns(view, timeline, turns)
        )
        figure = charts.draw.timeline(timeline, names, view.reader, [turn.bucket for turn in turns], days)
        if view.point:
            _fade_others(figure, view.point)
        key = f"lanes_{crc32(view.link(point=str(view.point)).encode())}"
        alt = view.say("timeline.alt", names=view.words.listed(list(names.values())))
        draw_figure(figure, key, alt, on_click=lambda: listen_point(view, timeline.step, key))
        st.html(tell_twin(view, [view.say("twin.when"), *names.values()], _lines(view, timeline, list(names))))
        draw_strip(view, volume, figure, same_days=bool(days))
    if view.point:
        st.html(tell_narrowed(view, view.point, view.lane_name(view.point.lane)))


def _names(view: View, timeline: rows.Timeline) -> dict[str, str]:
    """The names of the lanes in their order; acts from the favourable to the hostile."""
    if view.by == "act":
        found = {lane.key for lane in timeline.lanes}
        return {act.value: view.lane_name(act) for act in ACTS_BY_STANCE if act in found}
    if view.by in ("speaker", "side"):
        return {lane.key: view.words.either(lane.name_ar, lane.name_en) for lane in timeline.lanes}
    return {lane.key: view.lane_name(lane.key) for lane in timeline.lanes}


def _legend(view: View, timeline: rows.Timeline, *, dense: bool) -> str:
    """Every act on the chart with its mark and number, and what hollow marks mean."""
    counts: Counter[Act] = Counter()
    for point in timeline.points:
        counts[point.act] += point.count
    marks = [
        f'<span><i class="mark act-{act}"></i>{safe(view.say(f"act.{act}"))}'
        f" <b>{view.words.number(counts[act])}</b></span>"
        for act in Act
        if counts[act]
    ]
    months = any(point.month for point in timeline.points)
    hollow = months or any(point.assumed for point in timeline.points)
    if hollow and not dense:
        told = view.say("timeline.unstated" if months else "timeline.hollow")
        marks.append(f'<span class=muted><i class="mark hollow"></i>{safe(told)}</span>')
    others = "timeline.left" if view.by == "speaker" else "timeline.others"  # without a topic, or for no state
    left = safe(view.say(others, n=timeline.left_out)) if timeline.left_out else ""
    return f'<div class="legend">{"".join(marks)}</div>' + (f"<p class=muted>{left}</p>" if left else "")


def _lines(view: View, timeline: rows.Timeline, lanes: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """A row for each bucket, and for each month whose days are not known: how many statements of each act every lane
    has in it; where acts are lanes, how many."""
    counts: Counter[tuple[date, bool, str, Act]] = Counter()
    for point in timeline.points:
        counts[point.bucket, not point.month, point.lane, point.act] += point.count
    for bucket, is_bucket in sorted({cell[:2] for cell in counts}):
        cells = ({act: counts[bucket, is_bucket, lane, act] for act in Act} for lane in lanes)
        found = [{act: count for act, count in acts.items() if count} for acts in cells]
        told = [
            sum(acts.values())
            if view.by == "act"
            else " · ".join(f"{view.say(f'act.{act}')} {view.words.number(count)}" for act, count in acts.items())
            for acts in found
        ]
        yield tell_when(view, bucket, timeline.step, of_month=not is_bucket), *told


def _tell_turns(view: View, timeline: rows.Timeline, turns: list[Turn]) -> str:
    """Turning points in words; each leads to the statements of its bucket."""
    if view.by != "act":
        return ""
    if not turns:
        return f"<p class=muted>{safe(view.say('turns.none'))}</p>"
    told = "".join(f"<li>{_tell_turn(view, timeline, turn)}</li>" for turn in turns)
    return f"<section class=turns><h2>{safe(view.say('turns', n=len(turns)))}</h2><ol>{told}</ol></section>"


def _tell_turn(view: View, timeline: rows.Timeline, turn: Turn) -> str:
    since, until = turn.bucket.isoformat(), end_of(turn.bucket, timeline.step).isoformat()
    selection = replace(view.selection, since=since, until=until)
    before, after = (
        f'<i class="mark act-{act}"></i> {safe(view.say(f"act.{act}"))}' for act in (turn.before, turn.after)
    )
    day = safe(view.words.bucket(turn.bucket, timeline.step))
    arrow, told = "←" if view.words.rtl else "→", safe(view.say("count.statements", n=turn.count))
    turned = f'{before} <span>{arrow}</span> {after} <span class="muted">{told}</span>'
    return f'<a href="{safe(view.link(None, selection))}">{day}</a> {turned}'


def _fade_others(figure: dict[str, Any], point: Point) -> None:
    for trace in figure["data"]:
        trace["marker"]["opacity"] = [
            1.0 if (lane, act, bucket) == (point.lane, point.act, point.since.isoformat()) else 0.3
            for lane, bucket, act in trace["customdata"]
        ]
