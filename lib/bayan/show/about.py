"""The method in short: what counts as a statement, what the acts mean, where the limits are."""

from __future__ import annotations

import streamlit as st

from bayan.records import Act
from bayan.show.safe import safe
from bayan.show.view import View

_TOLD = ("statement", "kinds", "dates", "speakers", "selection", "limits")


def draw_about(view: View) -> None:
    """Draw the definitions and the table of acts."""
    told = "".join(
        f"<h2>{safe(view.say(f'about.{name}.title'))}</h2><p>{safe(view.say(f'about.{name}'))}</p>" for name in _TOLD
    )
    acts = "".join(
        f'<tr><td><i class="mark act-{act}"></i> {safe(view.say(f"act.{act}"))}</td>'
        f"<td>{safe(view.say(f'about.act.{act}'))}</td></tr>"
        for act in Act
    )
    table = f"<h2>{safe(view.say('about.acts'))}</h2><table class=acts><tbody>{acts}</tbody></table>"
    lead = f"<h1>{safe(view.say('about.title'))}</h1><p class=lead>{safe(view.say('about.lead'))}</p>"
    st.html(f'<article class="prose">{lead}{table}{told}</article>')
