"""The selection bar. The address is the only state: widgets follow it, and a change is written into it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import streamlit as st

from bayan.charts import MARKS
from bayan.queries import Selection, questions, rows
from bayan.records import Act, Kind
from bayan.show.asking import answer
from bayan.show.names import name_value
from bayan.show.safe import apart, safe
from bayan.show.view import View, changed

_FACETS = ("act", "kind", "topic", "outlet")
_ORDERS: dict[str, list[str]] = {"act": list(Act), "kind": list(Kind)}
_LONGEST = 12
"""Values of one facet that are listed; chosen ones are always among them."""


def draw_bar(view: View) -> None:
    """Draw every filter with its choices and counts in the side column."""
    with st.sidebar:
        _draw_actors(view)
        _draw_words(view)
        _draw_days(view)
        counted = view.ask(questions.facets)
        for name in _FACETS:
            values = counted.get(name, ())
            if values:
                st.html(_facet(view, name, values))


def _go(view: View, selection: Selection) -> None:
    """Write a selection into the address; the place in a list is left behind with the old one."""
    st.query_params.from_dict(replace(view, selection=selection).address)


def _draw_actors(view: View) -> None:
    chosen = [*view.selection.actor, *view.selection.behalf]
    known = view.actors
    options = [*known, *(key for key in chosen if key not in known)]
    st.session_state["pick_actors"] = chosen
    st.session_state["pick_served"] = bool(view.selection.behalf)

    def change() -> None:
        keys: list[str] = st.session_state["pick_actors"]
        served: bool = st.session_state["pick_served"]
        behalf = tuple(key for key in keys if served and (key not in known or known[key].has_speakers))
        actor = tuple(key for key in keys if key not in behalf)
        _go(view, replace(view.selection, actor=actor, behalf=behalf))

    def label(key: str) -> str:
        option = known.get(key)
        if option is None:
            return key.removeprefix("~")
        names = (option.name_ar, without_marks(option.name_en or ""))
        shown = names if view.words.lang == "ar" else names[::-1]
        return " · ".join(name for name in shown if name)

    st.multiselect(
        view.say("bar.actor"),
        options,
        format_func=label,
        key="pick_actors",
        on_change=change,
        placeholder=view.say("bar.actor.hint"),
        select_all=False,
        filter_mode="contains",
    )
    st.checkbox(view.say("bar.served"), key="pick_served", on_change=change, disabled=not chosen)


def without_marks(name: str) -> str:
    """A Latin name as people type it (Çavuşoğlu → Cavusoglu): the box finds only the letters that it shows."""
    plain = unicodedata.normalize("NFKD", name.translate({0x131: "i", 0x130: "I"}))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _draw_words(view: View) -> None:
    st.session_state["pick_q"] = view.selection.q or ""

    def change() -> None:
        _go(view, replace(view.selection, q=st.session_state["pick_q"].strip() or None))

    st.text_input(view.say("bar.q"), key="pick_q", on_change=change, placeholder=view.say("bar.q.hint"), max_chars=200)


def _draw_days(view: View) -> None:
    span: rows.Totals = answer(questions.totals, Selection())
    first, last = span.since or date(2000, 1, 1), span.until or date(2000, 1, 1)
    with st.container(key="days", gap="xsmall"):
        _draw_day(view, "since", first, last)
        _draw_day(view, "until", first, last)
    st.html(_choices(view, "dated", (("said", view.say("dated.said")), ("published", view.say("dated.published")))))


def _draw_day(view: View, field: str, first: date, last: date) -> None:
    key = f"pick_{field}"
    text = getattr(view.selection, field)
    day = date.fromisoformat(text) if text else None
    st.session_state[key] = day

    def change() -> None:
        picked: date | None = st.session_state[key]
        chosen = changed(view.selection, field, picked and picked.isoformat())
        if picked and chosen.since and chosen.until and chosen.since > chosen.until:
            chosen = replace(chosen, since=picked.isoformat(), until=picked.isoformat())
        _go(view, chosen)

    st.date_input(
        view.say(f"bar.{field}"),
        key=key,
        value=None,
        on_change=change,
        min_value=min(first, day or first),
        max_value=max(last, day or last),
        format="YYYY-MM-DD",
    )


def _choices(view: View, field: str, choices: Iterable[tuple[str, str]]) -> str:
    """One of a few, as links."""
    current = getattr(view.selection, field)
    links = [
        f'<a href="{safe(view.link(None, changed(view.selection, field, value)))}"'
        f"{' aria-current=true' if value == current else ''}>{safe(told)}</a>"
        for value, told in choices
    ]
    return f'<div class="choices" role="group">{"".join(links)}</div>'


def _facet(view: View, name: str, values: Iterable[rows.FacetValue]) -> str:
    """The values of one filter with their counts; a link adds a value or takes it away."""
    chosen: tuple[str, ...] = getattr(view.selection, name)
    counts = {value.value: value.count for value in values}
    listed = [*chosen, *(value for value in counts if value not in chosen)][: max(_LONGEST, len(chosen))]
    if name in _ORDERS:
        listed.sort(key=_ORDERS[name].index)
    rows = "".join(_facet_row(view, name, value, counts.get(value, 0), value in chosen) for value in listed)
    left = len(counts) - sum(value in counts for value in listed)
    more = f'<p class="more">{safe(view.say("bar.more", n=left))}</p>' if left else ""
    return f'<section class="facet"><h2>{safe(view.say(f"bar.{name}"))}</h2><ul>{rows}</ul>{more}</section>'


def _facet_row(view: View, name: str, value: str, count: int, on: bool) -> str:
    chosen: tuple[str, ...] = getattr(view.selection, name)
    after = tuple(other for other in chosen if other != value) if on else (*chosen, value)
    href = view.link(None, changed(view.selection, name, after))
    mark = f'<i class="mark act-{safe(value)}"></i>' if name == "act" and value in MARKS else ""
    current = " aria-current=true" if on else ""
    told, counted = apart(name_value(view.words, name, value)), view.words.number(count)
    return (
        f'<li><a{current} href="{safe(href)}"><span class="box"></span>{mark}<span class="name">{told}</span>'
        f'<span class="n">{counted}</span></a></li>'
    )
