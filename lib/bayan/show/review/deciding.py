"""Decisions about actors as the page makes them: kept, told with what came of them, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from bayan.actors import Decision, load_registry
from bayan.review import decide_actors
from bayan.show.notices import draw_notice, tell_fault
from bayan.show.permission import change, take_refusal, writer_name
from bayan.show.safe import apart, safe
from bayan.show.view import View
from bayan.store import Store

_LATEST = 10
_OUTCOME, _MADE = "outcome", "last_decision"


def decide(decision: Any, *, then: str = "", **told: Any) -> None:
    """Keep a decision, and turn to the name that comes ``then``."""
    made = Decision(decision, writer_name(), _now(), **told)

    def write(store: Store) -> None:
        st.session_state[_OUTCOME] = decide_actors(store, [made])
        st.session_state[_MADE] = made

    _change(write, then)


def draw_outcome(view: View) -> None:
    """Say once what came of the last decision, or why it was not kept, and offer to take it back.

    All of it has one place, empty or not: otherwise what stands below would be drawn anew somewhere else.
    """
    with st.container(key="review_outcome"):
        if refusal := take_refusal():
            draw_notice(view.say("review.refused"), tell_fault(view.words, refusal))
        outcome = st.session_state.pop(_OUTCOME, None)
        if outcome is not None:
            told = view.say("suggested.annotated", n=outcome.annotated)
            waiting = f" {view.say('suggested.waiting', n=outcome.waiting)}" if outcome.waiting else ""
            st.html(f'<p class="muted outcome" role="status">{safe(told + waiting)}</p>')
        made: Decision | None = st.session_state.get(_MADE)
        if made:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.button(view.say("review.undo"), key="undo_decision", shortcut="U", on_click=_undo, args=(made,))
                st.html(_told(view, made, leads=True))


def draw_decided(view: View) -> None:
    """Draw what was decided last, each to be taken back."""
    decisions: tuple[Decision, ...] = view.look_up(Store.decisions)
    if not decisions:
        return
    with st.container(key="review_decided"), st.expander(view.say("decided")):
        for at in range(len(decisions) - 1, max(-1, len(decisions) - 1 - _LATEST), -1):
            words, way = st.columns([6, 1])
            words.html(_told(view, decisions[at]))
            if _is_back(decisions, at):
                way.html(f'<p class="muted">{safe(view.say("decided.back"))}</p>')
            else:
                way.button(view.say("review.undo"), key=f"undo_{at}", on_click=_undo, args=(decisions[at],))


def _told(view: View, made: Decision, *, leads: bool = False) -> str:
    """What was decided of whom, who did and when; ``leads`` makes the actor the way to its page."""
    actor = view.actor_name(made.actor) if made.actor else ""
    who = apart(actor)
    if leads and made.actor in view.actors:
        who = f'<a href="{safe(view.link("actor", view.of(made.actor)))}">{who}</a>'
    told = dict.fromkeys((made.name_ar, made.name_en, *made.names))
    names = safe(view.say("list.comma")).join(apart(name) for name in told if name and name != actor)
    when = view.words.moment(made.at)
    return (
        f'<p class="meta latest"><b>{safe(view.say(f"decided.{made.decision}"))}</b>{who}'
        f'<span>{names}</span><span class="muted">{apart(made.by)} <span>{safe(when)}</span></span></p>'
    )


def _is_back(decisions: Sequence[Decision], at: int) -> bool:
    """Whether a later decision took this one back."""
    made = decisions[at]
    back = made.taken_back(load_registry(), decisions[:at], by="", at="")[0]
    return any(replace(later, by="", at="") == back for later in decisions[at + 1 :])


def _undo(made: Decision) -> None:
    """Take a decision back by others."""

    def write(store: Store) -> None:
        known = store.decisions()
        back = made.taken_back(load_registry(), known[: known.index(made)], by=writer_name(), at=_now())
        st.session_state[_OUTCOME] = decide_actors(store, back)
        st.session_state.pop(_MADE, None)

    _change(write, made.name_ar or next(iter(made.names), ""))


def _change(write: Callable[[Store], None], then: str) -> None:
    if change(write):
        st.query_params.pop("into", None)
        st.query_params.pop("name", None)
        if then:
            st.query_params["name"] = then


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
