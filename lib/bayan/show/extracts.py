"""Extracts: what the filter selects, all of it, as files."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from bayan.queries import print_selection, rows
from bayan.show.safe import safe
from bayan.show.view import View

FORMATS = ("excel", "csv", "jsonl")


def draw_extracts(view: View, found: rows.Totals) -> None:
    """Draw each kind of record with its number under the selection and a download in each format."""
    counts = {"statements": found.statements, "mentions": found.mentions, "articles": found.articles}
    kinds = "".join(_kind(view, name, count) for name, count in counts.items())
    st.html(f'<div class="extracts">{kinds}</div><p class="muted">{safe(view.say("extracts.how"))}</p>')


def _kind(view: View, name: str, count: int) -> str:
    asked = urlencode(print_selection(view.selection))
    links = "".join(
        f'<a class="button" download href="/download/{name}/{form}?{safe(asked)}">'
        f"{safe(view.say(f'format.{form}'))}</a>"
        for form in FORMATS
    )
    return (
        f'<section><h2>{safe(view.say(f"extracts.{name}"))}</h2><p class="n">{view.words.number(count)}</p>'
        f"<p>{safe(view.say(f'extracts.{name}.what'))}</p><p class=buttons>{links}</p></section>"
    )
