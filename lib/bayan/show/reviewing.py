"""The review page: progress, then statements or names, then what the review has shown."""

from __future__ import annotations

from bayan.show.progress import draw_latest, draw_precision, draw_progress, tab_of
from bayan.show.review import draw_review
from bayan.show.suggestions import draw_suggestions
from bayan.show.view import View


def draw_reviewing(view: View) -> None:
    """Draw the part of the page that the address names."""
    draw_progress(view)
    if tab_of(view) == "actors":
        draw_suggestions(view)
        return
    draw_review(view)
    draw_latest(view)
    draw_precision(view)
