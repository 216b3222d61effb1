"""The selection bar. The address is the only state: widgets follow it, and a change is written into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import streamlit as st

from bayan.charts import MARKS
from bayan.queries import REVIEWS, Selection, questions, rows
from bayan.records import Act, Kind
from bayan.show.asking import answer
from bayan.show.names import name_value
from bayan.show.picker import draw_picker, tell_name
from bayan.show.safe import apart, safe
from bayan.show.view import View, changed
from bayan.show.views import draw_views
from bayan.show.writing import tell_writing

_FACETS = ("act", "actor", "topic", "outlet", "kind", "reviewed")
_ORDERS: dict[str, list[str]] = {"act": list(Act), "kind": list(Kind), "reviewed": list(REVIEWS)}
_PRESETS = {"week": 7, "month": 30, "year": 365}
"""Days of the spans that are offered."""
_LONGEST = 12
"""Values of one facet that are listed at once; chosen ones are always among them, the others unfold."""
_SEVERAL = 2
"""Where nobody has reviewed anything there is nothing to choose."""
_FEW = 6
"""Of actors so many: the box above finds the others."""


def draw_bar(view: View) -> None:
    """Draw every filter with its choices and counts in the side column."""
    with st.sidebar:
        st.html(_skip(view) + draw_picker(view) + _words(view))
        st.html(_days(view))
        counted = view.ask(questions.facets)
        for name in _FACETS:
            values = counted.get(name, ())
            if name == "reviewed" and len(values) < _SEVERAL and not view.selection.reviewed:
                continue
            # Beside a state and those who speak for it, the other speakers would widen the selection.
            if values and not (name == "actor" and view.selection.behalf):
                st.html(_facet(view, name, values))
        st.html(_arrivals(view) + _switches(view))
        draw_views(view)
        st.html(tell_writing(view))


def _skip(view: View) -> str:
    """The way past the filters, for those who go by keyboard; it is seen when it has the focus."""
    return f'<a class="skip" href="#heading">{safe(view.say("bar.skip"))}</a>'


def _words(view: View) -> str:
    """The box of words: what is typed becomes words and filters of the address."""
    hint, value = safe(view.say("bar.q.hint")), safe(view.selection.q or "")
    return (
        f'<section class="typing"><h2 id="words-label">{safe(view.say("bar.q"))}</h2>'
        f'<input type="text" class="typed" data-word="q" aria-labelledby="words-label" aria-describedby="words-help"'
        f' autocomplete="off" spellcheck="false" maxlength="200" placeholder="{hint}" value="{value}" />'
        f'<p id="words-help" class="muted">{safe(view.say("bar.q.help"))}</p></section>'
    )


def _days(view: View) -> str:
    """The first and the last day, spans that end with the store, and which day of a statement counts."""
    span: rows.StatementTotals = answer(questions.statement_totals, Selection())
    first, last = span.since or date(2000, 1, 1), span.until or date(2000, 1, 1)
    dated = [(view.say(f"dated.{value}"), replace(view.selection, dated=value)) for value in ("said", "published")]
    fields = _day(view, "from", "since", first, last) + _day(view, "to", "until", first, last)
    counts = f"<h2>{safe(view.say('dated'))}</h2>{_choices(view, dated)}"
    choices = _choices(view, _presets(view, first, last)) + counts
    return f'<section class="days-of"><div class="span">{fields}</div>{choices}</section>'


def _day(view: View, word: str, field: str, first: date, last: date) -> str:
    """A day as it is written everywhere; the calendar of the browser, which writes days its own way, chooses one."""
    value = getattr(view.selection, field) or ""
    least, most = min(first.isoformat(), value or "9"), max(last.isoformat(), value)
    name, choose = safe(view.say(f"bar.{field}")), safe(view.say("bar.choose_day"))
    return (
        f'<div class="day-of"><label><span>{name}</span><input type="text" class="typed" data-word="{word}"'
        f' autocomplete="off" maxlength="20" placeholder="{safe(view.say("bar.day.hint"))}" value="{safe(value)}" />'
        f'</label><input type="date" class="chooser" tabindex="-1" aria-hidden="true" min="{least}" max="{most}"'
        f' value="{safe(value)}" /><button type="button" class="calendar" aria-label="{choose}: {name}"></button></div>'
    )


def _presets(view: View, first: date, last: date) -> list[tuple[str, Selection]]:
    """Spans that end with the last day of the store, and the whole of it."""
    spans = [(view.say(f"bar.last.{name}", n=days), last - timedelta(days=days - 1)) for name, days in _PRESETS.items()]
    chosen = replace(view.selection, until=last.isoformat())
    offered = [(told, replace(chosen, since=since.isoformat())) for told, since in spans if since > first]
    return [*offered, (view.say("bar.all"), replace(view.selection, since=None, until=None))] if offered else []


def _choices(view: View, choices: Iterable[tuple[str, Selection]]) -> str:
    """One of a few, as links."""
    links = [
        f'<a href="{safe(view.link(None, selection))}"{" aria-current=true" if selection == view.selection else ""}>'
        f"{safe(told)}</a>"
        for told, selection in choices
    ]
    return f'<div class="choices" role="group">{"".join(links)}</div>' if links else ""


def _arrivals(view: View) -> str:
    """Since when articles came in. The script of the page knows the last visit and shows the link to it."""
    today = datetime.now(UTC).date()
    spans = (("yesterday", 1), ("week", 7))
    choices = [
        (
            view.say(f"arrived.{name}", n=days),
            replace(view.selection, arrived=(today - timedelta(days=days)).isoformat()),
        )
        for name, days in spans
    ]
    choices.append((view.say("arrived.any"), replace(view.selection, arrived=None)))
    visit = safe(view.link(None, replace(view.selection, arrived="2000-01-01")))
    last = f'<a class="visit" hidden data-href="{visit}" data-then="2000-01-01">{safe(view.say("arrived.visit"))}</a>'
    return (
        f'<section class="arrivals"><h2>{safe(view.say("arrived"))}</h2>{_choices(view, choices)}'
        f'<div class="choices">{last}</div></section>'
    )


def _switches(view: View) -> str:
    """Filters that are on or off."""
    switches = ""
    for name in ("diplomatic", "originals"):
        on = getattr(view.selection, name)
        href = view.link(None, changed(view.selection, name, not on))
        switches += (
            f'<li><a{" aria-current=true" if on else ""} href="{safe(href)}"><span class="box"></span>'
            f'<span class="name">{safe(view.say(f"switch.{name}"))}</span></a></li>'
        )
    return f'<section class="facet"><h2>{safe(view.say("switch"))}</h2><ul>{switches}</ul></section>'


def _facet(view: View, name: str, values: Iterable[rows.FacetValue]) -> str:
    """The values of one filter with their counts; a link adds a value or takes it away."""
    chosen: tuple[str, ...] = getattr(view.selection, name)
    counts = {value.value: value.count for value in values}
    longest = _FEW if name == "actor" else _LONGEST
    listed = [*chosen, *(value for value in counts if value not in chosen)][: max(longest, len(chosen))]
    if name in _ORDERS:
        listed.sort(key=_ORDERS[name].index)
    left = [] if name == "actor" else [value for value in counts if value not in listed]
    more = ""
    if left:
        told = safe(view.say("bar.more", n=len(left)))
        more = f'<details class="more"><summary>{told}</summary>{_facet_rows(view, name, left, counts)}</details>'
    head = safe(view.say(f"facet.{name}"))
    return f'<section class="facet"><h2>{head}</h2>{_facet_rows(view, name, listed, counts)}{more}</section>'


def _facet_rows(view: View, name: str, values: Iterable[str], counts: Mapping[str, int]) -> str:
    chosen: tuple[str, ...] = getattr(view.selection, name)
    rows = (_facet_row(view, name, value, counts.get(value, 0), value in chosen) for value in values)
    return f"<ul>{''.join(rows)}</ul>"


def _facet_row(view: View, name: str, value: str, count: int, on: bool) -> str:
    chosen: tuple[str, ...] = getattr(view.selection, name)
    after = tuple(other for other in chosen if other != value) if on else (*chosen, value)
    href = view.link(None, changed(view.selection, name, after))
    mark = f'<i class="mark act-{safe(value)}"></i>' if name == "act" and value in MARKS else ""
    current = " aria-current=true" if on else ""
    told = tell_name(view, value) if name == "actor" else apart(name_value(view.words, name, value))
    return (
        f'<li><a{current} href="{safe(href)}"><span class="box"></span>{mark}<span class="name">{told}</span>'
        f'<span class="n">{view.words.number(count)}</span></a></li>'
    )
