"""The names of an actor: how it is called, and names that are not its own taken away."""

from __future__ import annotations

import streamlit as st

from bayan.actors import Registry, load_registry
from bayan.records import Actor
from bayan.review import registry_of
from bayan.show.notices import draw_notice
from bayan.show.review.choosing import draw_choosing
from bayan.show.review.deciding import decide, draw_outcome
from bayan.show.safe import apart, safe
from bayan.show.view import View


def draw_bearing(view: View) -> None:
    """Draw the box that finds an actor, and what can be decided about the names of the one that the address names."""
    draw_outcome(view)
    whose = view.word("whose")
    registry: Registry = view.look_up(registry_of)
    actor = registry.get(whose)
    with st.container(key="review_whose"):
        st.html(draw_choosing(view, "whose"))
    if actor is None:
        draw_notice(view.say("actor.missing" if whose else "named.choose"), "" if whose else view.say("named.how"))
        return
    names, says = st.columns([2, 3], gap="medium")
    with names:
        st.html(_list(view, actor))
    with says, st.container(key="review_says"):
        with st.container(key="review_split"):
            _draw_splitting(view, actor)
        _draw_renaming(view, actor)
        if load_registry().get(actor.id) is None:
            told = {"actor": actor.id}
            st.button(view.say("named.no_actor"), key="no_actor", on_click=decide, args=("split",), kwargs=told)


def _list(view: View, actor: Actor) -> str:
    """Every name, with where it counts; each but the one that the actor is shown by leads to taking it away."""
    groups = (actor.aliases, actor.contextual, actor.capitals)
    told = ("", view.say("named.contextual"), view.say("named.capitals"))
    further = [(name, how) for how, names in zip(told, groups, strict=True) for name in names]
    lines = "".join(_line(view, name, how) for name, how in further)
    href, shown = safe(view.link("actor", view.of(actor.id))), view.words.either(actor.name_ar, actor.name_en)
    return (
        f'<section class="panel suggested"><h2><a href="{href}">{apart(shown)}</a></h2>'
        f'<p class="muted">{safe(view.say("named", n=len(further)))}</p><ul>{lines}</ul></section>'
    )


def _line(view: View, name: str, how: str) -> str:
    current = " aria-current=true" if name == view.word("name") else ""
    return (
        f'<li><a href="{safe(view.link(None, None, name=name))}"{current}><span class="name">{apart(name)}</span>'
        f"{apart(how, 'role') if how else ''}</a></li>"
    )


def _draw_renaming(view: View, actor: Actor) -> None:
    with st.form(key=f"rename_{actor.id}"):
        name_ar = st.text_input(view.say("named.name_ar"), actor.name_ar, max_chars=120).strip()
        name_en = st.text_input(view.say("suggested.name_en"), actor.name_en, max_chars=120).strip()
        if st.form_submit_button(view.say("named.rename"), type="primary"):
            told = {"name_ar": name_ar, "name_en": name_en}
            new = {field: name for field, name in told.items() if name and name != getattr(actor, field)}
            if not new:
                st.error(view.say("named.same"))
                return
            decide("rename", actor=actor.id, **new)
            st.rerun()


def _draw_splitting(view: View, actor: Actor) -> None:
    """Taking away the name that the address proposes. The label of a button would read it as Markdown."""
    name = view.word("name")
    if name not in (*actor.aliases, *actor.contextual, *actor.capitals):
        return
    href, told = view.link(None, None, name=""), view.say("chip.remove", name=name)
    away = f'<a class="x" aria-label="{safe(told)}" href="{safe(href)}">×</a>'
    st.html(f'<p class="said-of"><strong>{apart(name)}</strong> {away}</p>')
    split = {"actor": actor.id, "names": (name,)}
    st.button(view.say("named.split"), key="split", type="primary", on_click=decide, args=("split",), kwargs=split)
