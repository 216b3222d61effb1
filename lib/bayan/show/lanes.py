"""What stands around the timeline, mirrored or not: the choice of lanes, the strip below, the mark that was clicked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from zlib import crc32

import streamlit as st

from bayan import charts
from bayan.queries import actor_rows, rows
from bayan.show.figures import draw_figure, listen, listen_span
from bayan.show.safe import apart, safe
from bayan.show.view import LANES, MIRRORS, Point, View
from bayan.show.window import end_of


def tell_lanes(view: View) -> str:
    """What has a lane, and what can be mirrored, as links."""
    lanes = [(replace(view, by=by, mirror=None), f"lanes.{by}", not view.halves and by == view.by) for by in LANES]
    mirrors = [
        (replace(view, mirror=name), f"mirror.{name}", bool(view.halves) and name == view.mirror)
        for name in MIRRORS
        if name != MIRRORS[0] or len(view.sides) > 1
    ]
    hint = "" if len(view.sides) > 1 else f'<span class="hint">{safe(view.say("mirror.choose"))}</span>'
    return _choices(view, "lanes.label", lanes) + _choices(view, "mirror", mirrors, hint)


def _choices(view: View, label: str, ways: list[tuple[View, str, bool]], more: str = "") -> str:
    links = "".join(
        f'<a href="{safe(replace(way, point=None, place=None).link())}"{" aria-current=true" if on else ""}>'
        f"{safe(view.say(key))}</a>"
        for way, key, on in ways
    )
    told = safe(view.say(label))
    return f'<div class="choices" role="group" aria-label="{told}"><span>{told}</span>{links}{more}</div>'


def listen_point(view: View, step: actor_rows.Step, key: str) -> None:
    """Write the mark that was clicked on a chart into the address."""
    for lane, bucket, act in listen(key):
        since = date.fromisoformat(bucket)
        point = Point(since, end_of(since, step), act, lane)
        st.query_params.from_dict({**view.address, "point": str(point)})
        return


def draw_strip(view: View, volume: rows.Volume, lanes: dict[str, Any], *, same_days: bool = True) -> None:
    """The volume below the lanes, flush with them; a span drawn over it becomes the selection's."""
    key = f"strip_{crc32(view.link().encode())}"

    def select() -> None:
        span = listen_span(key)
        if span:
            chosen = replace(view.selection, since=span[0].isoformat(), until=span[1].isoformat())
            st.query_params.from_dict(replace(view, selection=chosen).address)

    with st.container(key="strip"):
        st.html(f"<p class=muted>{safe(view.say('timeline.strip'))}</p>")
        figure = charts.draw.strip(volume, view.reader, lanes, same_days=same_days)
        draw_figure(figure, key, view.say("overview.volume.alt"), on_span=select)


def tell_narrowed(view: View, point: Point, lane: str) -> str:
    """What the list below is narrowed to, and the way back."""
    told = " · ".join(
        (
            apart(lane),
            safe(view.say(f"act.{point.act}")),
            safe(view.words.span(point.since, point.until)),
        )
    )
    href = replace(view, point=None, place=None).link()
    label = safe(view.say("timeline.shown"))
    chip = f'<a class="chip" href="{safe(href)}">{told}<span class="x">×</span></a>'
    return f'<p class="chips narrowed">{label} {chip}</p>'
