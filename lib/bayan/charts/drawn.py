"""Figures on their way to the browser."""

from __future__ import annotations

from typing import Any

from plotly.basedatatypes import BaseFigure

from bayan.charts.look import Figure


def as_made(figure: Figure) -> BaseFigure:
    """A figure that Streamlit sends as it was made. Plain ones it checks attribute by attribute, which takes a third of
    the time of a page; tests/charts/test_schema.py checks every chart instead."""
    return _Made(figure)


class _Made(BaseFigure):  # type: ignore[misc]  # plotly tells no types
    def __init__(self, figure: Figure) -> None:
        self._made = figure

    def to_dict(self) -> dict[str, Any]:
        """What is sent to the browser."""
        return self._made
