"""The review page: its parts, then statements, names without an actor or names of one, and the work as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import streamlit as st

from bayan.review import write_corrections, write_decisions
from bayan.show.asking import shown_store
from bayan.show.review.bearing import draw_bearing
from bayan.show.review.deciding import draw_decided
from bayan.show.review.names import draw_names
from bayan.show.review.progress import draw_latest, draw_precision, draw_progress, tab_of
from bayan.show.review.statement import draw_statement
from bayan.show.view import View
from bayan.store import Store


def draw_review(view: View) -> None:
    """Draw the part of the page that the address names."""
    draw_progress(view)
    if tab_of(view) != "statements":
        (draw_bearing if tab_of(view) == "names" else draw_names)(view)
        draw_decided(view)
        _draw_file(view, "decisions", write_decisions)
        return
    draw_statement(view)
    draw_latest(view)
    draw_precision(view)
    _draw_file(view, "corrections", write_corrections)


def _draw_file(view: View, name: str, write: Callable[[Store], Iterator[bytes]]) -> None:
    """What people decided, as the file that another store takes; it is made when it is asked for."""
    st.download_button(
        view.say(f"review.file.{name}"),
        lambda: b"".join(write(shown_store())),
        file_name=f"bayan-{name}.jsonl",
        mime="application/jsonl",
        on_click="ignore",
        key=f"file_{name}",
    )
