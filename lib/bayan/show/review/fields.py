"""The fields of a statement that are written, not chosen: a speaker without an actor, relay and day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from bayan.queries import rows
from bayan.show.view import View

_MONTH = len("2020-07")


def draw_fields(view: View, row: rows.StatementRow, save: Callable[[Mapping[str, Any]], None]) -> None:
    """Draw the form; what was written differently is handed to ``save``."""
    with st.expander(view.say("review.more")), st.form(key=f"fields_{row.id}", border=False):
        speaker = st.text_input(view.say("review.field.speaker"), row.speaker or "", max_chars=200)
        via = st.text_input(view.say("review.field.via"), row.via or "", max_chars=200)
        day = st.text_input(view.say("review.field.said_on"), row.said_on or "", placeholder="2020-07-08")
        st.caption(view.say("review.field.ranges"))
        if st.form_submit_button(view.say("review.field.save")):
            if day.strip() and not is_day(day.strip()):
                st.error(view.say("review.field.bad_day"))
                return
            save(read_fields(row, speaker.strip(), via.strip(), day.strip()))
            st.rerun()


def read_fields(row: rows.StatementRow, speaker: str, via: str, day: str) -> dict[str, Any]:
    """The fields of a statement as they were written; another name is that of somebody who is no actor."""
    changes: dict[str, Any] = {"via": via or None, "said_on": day or None}
    if speaker != (row.speaker or ""):
        changes |= {"speaker": speaker or None, "speaker_id": None, "speaker_surface": None, "role": None}
    return changes


def is_day(text: str) -> bool:
    """Whether a text is a day or a month as statements have them: 2020-07-08, 2020-07."""
    try:
        return date.fromisoformat(f"{text}-01" if len(text) == _MONTH else text).isoformat().startswith(text)
    except ValueError:
        return False
