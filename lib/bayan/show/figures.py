"""Charts on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

_CONFIG = {"displayModeBar": False, "responsive": True}


def draw_figure(figure: dict[str, Any], key: str, alt: str, on_click: Callable[[], None] | None = None) -> None:
    """Draw a figure; ``alt`` says what it shows to those who cannot see it."""
    st.plotly_chart(
        figure,
        key=key,
        theme=None,
        config=_CONFIG,
        alt=alt,
        on_select=on_click or "ignore",
        selection_mode="points",
    )


def listen(key: str) -> list[list[Any]]:
    """What the marks that were clicked on a chart stand for: their ``customdata``."""
    event = st.session_state.get(key) or {}
    points = event.get("selection", {}).get("points", [])
    return [list(point["customdata"]) for point in points if point.get("customdata")]
