"""Charts on the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from bayan import charts
from bayan.queries import actor_rows, questions
from bayan.show.safe import safe
from bayan.show.view import View

_CONFIG = {"displayModeBar": False, "responsive": True}


def draw_figure(
    figure: dict[str, Any],
    key: str,
    alt: str,
    on_click: Callable[[], None] | None = None,
    on_span: Callable[[], None] | None = None,
) -> None:
    """Draw a figure; ``alt`` says what it shows to those who cannot see it.

    ``on_click`` is called after a click on a mark, ``on_span`` after a span was drawn with the mouse: one of the two.
    """
    st.plotly_chart(
        charts.draw.as_made(figure),
        key=key,
        theme=None,
        config=_CONFIG,
        alt=alt,
        on_select=on_click or on_span or "ignore",
        selection_mode="box" if on_span else "points",
    )


def tell_focus(view: View) -> str:
    """What a chart leaves out because it lies far away in time, and a link that selects what it shows."""
    focus = view.in_focus
    if focus is view:
        return ""
    since, until = (date.fromisoformat(day) for day in (focus.selection.since or "", focus.selection.until or ""))
    left = view.ask(questions.statement_totals).statements - sum(point.statements for point in view.volume().points)
    if not left:
        return ""
    told = safe(view.say("focus.left", n=left, span=view.words.span(since, until)))
    return f'<p class="muted focus">{told} <a href="{safe(focus.link())}">{safe(view.say("focus.pick"))}</a></p>'


def tell_when(view: View, bucket: date, step: actor_rows.Step, *, of_month: bool) -> str:
    """A bucket of time in a table; or the month that begins in it, where nothing else is known of the days."""
    if of_month:
        return view.say("day.month", month=view.words.month(charts.month_of(bucket, step)))
    return view.words.bucket(bucket, step)


def listen(key: str) -> list[list[Any]]:
    """What the marks that were clicked on a chart stand for: their ``customdata``."""
    event = st.session_state.get(key) or {}
    points = event.get("selection", {}).get("points", [])
    return [list(point["customdata"]) for point in points if point.get("customdata")]


def listen_span(key: str) -> tuple[date, date] | None:
    """The first and the last day of the span that was drawn over a chart of time."""
    event = st.session_state.get(key) or {}
    for box in event.get("selection", {}).get("box", []):
        first, last = sorted(date.fromisoformat(str(edge)[: len("2020-07-08")]) for edge in box["x"])
        return first, last
    return None
