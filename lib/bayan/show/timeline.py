"""The lanes: who spoke when, by act; a click on a mark narrows the list below."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any
from zlib import crc32

import streamlit as st

from bayan import charts
from bayan.queries import rows
from bayan.records import Act
from bayan.show.figures import draw_figure, listen, tell_focus
from bayan.show.safe import apart, safe
from bayan.show.view import Point, View
from bayan.show.window import end_of


def draw_timeline(view: View, timeline: rows.Timeline) -> None:
    """Draw the lanes with their legend, and the mark that was clicked; nothing where there are no marks."""
    if not timeline.points:
        return
    with st.container(key="lanes", border=True):
        st.html(_legend(view, timeline) + tell_focus(view))
        figure = charts.draw.timeline(timeline, view.reader)
        if view.point:
            _fade_others(figure, view.point)
        key = f"lanes_{crc32(view.link(point=str(view.point)).encode())}"
        names = view.words.listed([view.words.either(lane.name_ar, lane.name_en) for lane in timeline.lanes])
        draw_figure(figure, key, view.say("timeline.alt", names=names), on_click=lambda: _narrow(view, timeline, key))
    if view.point:
        st.html(_narrowed(view, view.point))


def _legend(view: View, timeline: rows.Timeline) -> str:
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
    if any(point.assumed for point in timeline.points):
        marks.append(f'<span class=muted><i class="mark hollow"></i>{safe(view.say("timeline.hollow"))}</span>')
    left = safe(view.say("timeline.left", n=timeline.left_out)) if timeline.left_out else ""
    return f'<div class="legend">{"".join(marks)}</div>' + (f"<p class=muted>{left}</p>" if left else "")


def _fade_others(figure: dict[str, Any], point: Point) -> None:
    trace = figure["data"][0]
    trace["marker"]["opacity"] = [
        1.0 if (speaker, act, bucket) == (point.speaker, point.act, point.since.isoformat()) else 0.3
        for speaker, bucket, act in trace["customdata"]
    ]


def _narrow(view: View, timeline: rows.Timeline, key: str) -> None:
    """Write the clicked mark into the address."""
    for speaker, bucket, act in listen(key):
        since = date.fromisoformat(bucket)
        point = Point(since, end_of(since, timeline.step), act, speaker)
        st.query_params.from_dict({**view.address, "point": str(point)})
        return


def _narrowed(view: View, point: Point) -> str:
    told = " · ".join(
        (
            apart(view.actor_name(point.speaker)),
            safe(view.say(f"act.{point.act}")),
            safe(view.words.span(point.since, point.until)),
        )
    )
    href = replace(view, point=None, place=None).link()
    label = safe(view.say("timeline.shown"))
    chip = f'<a class="chip" href="{safe(href)}">{told}<span class="x">×</span></a>'
    return f'<p class="chips narrowed">{label} {chip}</p>'
