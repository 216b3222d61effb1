"""Saved views: named addresses, in the store of who has signed in where it takes changes, else in the browser."""

from __future__ import annotations

import streamlit as st

from bayan.show.notices import draw_notice, tell_fault
from bayan.show.permission import change, is_read_only, owner_name, take_refusal
from bayan.show.safe import apart, safe, unmarked
from bayan.show.view import View

_NAME = "view_name"
_LONGEST = 60


def draw_views(view: View) -> None:
    """Draw the views of the visitor, with a box to save this one."""
    owner = owner_name()
    if owner is None or is_read_only():
        st.html(_in_browser(view))
        return
    with st.container(key="kept_views", gap="xsmall"):
        st.html(f'<section class="views"><h2>{safe(view.say("views"))}</h2></section>')
        for at, (name, address) in enumerate(view.look_now(lambda store: store.views(owner)).items()):
            words, way = st.columns([5, 1], vertical_alignment="center")
            words.html(f'<p class="kept"><a href="{safe(address)}">{apart(name)}</a></p>')
            told = view.say("views.remove", name=unmarked(name))
            way.button(told, key=f"away_{at}", type="tertiary", on_click=_drop, args=(owner, name))
        st.text_input(
            view.say("views.name"),
            key=_NAME,
            max_chars=_LONGEST,
            placeholder=view.say("views.name"),
            label_visibility="collapsed",
        )
        st.button(view.say("views.save"), key="keep_view", on_click=_keep, args=(owner, view.here(view.words.lang)))
        if refusal := take_refusal():
            draw_notice(view.say("review.refused"), tell_fault(view.words, refusal))


def _keep(owner: str, address: str) -> None:
    name = " ".join(st.session_state[_NAME].split())
    if name and change(lambda store: store.keep_view(owner, name, address)):
        st.session_state[_NAME] = ""


def _drop(owner: str, name: str) -> None:
    change(lambda store: store.drop_view(owner, name))


def _in_browser(view: View) -> str:
    """The list that the script of the page fills, and the box whose name it keeps."""
    remove, name = safe(view.words.entries["views.remove"]), safe(view.say("views.name"))
    return (
        f'<section class="views"><h2>{safe(view.say("views"))}</h2><ul data-remove="{remove}"></ul>'
        f'<div><input type="text" aria-label="{name}" placeholder="{name}" dir="auto" maxlength="{_LONGEST}" />'
        f'<button type="button" class="save">{safe(view.say("views.save"))}</button></div></section>'
    )
