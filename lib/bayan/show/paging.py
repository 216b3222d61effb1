"""The way on in a long list. The place is part of the address, so that the way back is the browser's."""

from __future__ import annotations

import streamlit as st

from bayan.show.safe import safe
from bayan.show.view import View


def draw_paging(view: View, following: str | None) -> None:
    """Links to the start and to the following page, where there are such."""
    point = str(view.point) if view.point else None
    links = []
    if view.place:
        links.append((view.link(point=point), "paging.first"))
    if following:
        links.append((view.link(point=point, place=following), "paging.next"))
    if links:
        told = "".join(f'<a class="button" href="{safe(href)}">{safe(view.say(key))}</a>' for href, key in links)
        st.html(f'<nav class="paging" aria-label="{safe(view.say("paging.label"))}">{told}</nav>')
