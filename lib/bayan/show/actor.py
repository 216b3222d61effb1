"""One actor: who it is, what it does over time, and what stands around its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from bayan import charts
from bayan.queries import actor_rows, rows
from bayan.records import Act
from bayan.show.cards import draw_cards
from bayan.show.figures import draw_figure, tell_focus, tell_when
from bayan.show.names import name_outlet, name_topic
from bayan.show.notices import draw_notice, tell_undated
from bayan.show.offices import tell_offices
from bayan.show.panels import Item, list_actors, name_of, tell_bars, tell_button, tell_panel, tell_panels, tell_twin
from bayan.show.permission import may_write
from bayan.show.safe import apart, isolated, safe
from bayan.show.view import View, changed

_WAYS = ("timeline", "articles", "compare", "extracts")
_OTHERS = 8


def draw_profile(view: View, profile: actor_rows.Profile | None) -> None:
    """Draw who an actor is, whom it speaks for, its roles over time, and the ways to its statements."""
    if profile is None:
        more = f"<p>{tell_button(view.link('actors'), view.say('actor.list'))}</p>"
        why = view.say("actor.gone", id=isolated(view.actor)) if view.actor else view.say("actor.choose")
        draw_notice(view.say("actor.missing" if view.actor else "actor.none"), why, more)
        return
    name = profile.name
    other = (name.name_en or "") if view.words.rtl else name.name_ar if name.name_en else ""
    lang = "en" if view.words.rtl else "ar"
    facts = [f"<bdi lang={lang}>{safe(other)}</bdi>"] if other else []
    facts.append(safe(view.say(f"who.{name.kind}")))
    if profile.principals:
        chain = f" {safe(view.say('actor.chain'))} ".join(
            f'<a href="{safe(view.link("actor", view.of(one.key)))}">{apart(name_of(view, one))}</a>'
            for one in profile.principals
        )
        facts.append(f"{safe(view.say('actor.speaks_for'))} {chain}")
    ways = "".join(tell_button(view.link(page), view.say(f"page.{page}")) for page in _WAYS)
    if may_write() and not name.key.startswith("~"):
        ways += tell_button(view.link("review", tab="names", whose=name.key), view.say("actor.names"))
    told = "".join(f"<span>{fact}</span>" for fact in facts)
    st.html(
        f'<section class="identity"><p class="who-is">{told}</p><p class="ways-on">{ways}{_toggle(view, profile)}</p>'
        f"{tell_offices(view, profile.offices)}</section>"
    )


def _toggle(view: View, profile: actor_rows.Profile) -> str:
    """Whether those who speak for an actor count with it."""
    if not profile.served:
        return ""
    key = profile.name.key
    whole = replace(view.selection, actor=(), behalf=(key,))
    choices = ((view.of(key), "actor.alone"), (whole, "actor.served"))
    links = "".join(
        f'<a href="{safe(view.link(None, chosen))}"{" aria-current=true" if chosen == view.selection else ""}>'
        f"{safe(view.say(told))}</a>"
        for chosen, told in choices
    )
    return f'<span class="choices" role="group">{links}</span>'


def draw_presence(view: View, series: actor_rows.Series) -> None:
    """Draw the statements by and the mentions of the actor over time."""
    points = series.sides[0]
    if not points:
        return
    counts = {
        "statements": sum(point.statements for point in points),
        "mentions": sum(point.mentions for point in points),
    }
    key = "".join(
        f'<span><i class="mark {name}"></i>{safe(view.say(f"actors.{name}"))} <b>{view.words.number(count)}</b></span>'
        for name, count in counts.items()
        if count
    )
    with st.container(key="panel_presence", border=True):
        st.html(f'<h2>{safe(view.say("actor.presence"))}</h2><div class="legend">{key}</div>{tell_focus(view)}')
        draw_figure(charts.draw.presence(series, view.reader), "presence_figure", view.say("actor.presence.alt"))
        heads = [view.say("twin.when"), view.say("actors.statements"), view.say("actors.mentions")]
        lines = [(view.words.bucket(one.bucket, series.step), one.statements, one.mentions) for one in points]
        st.html(tell_twin(view, heads, lines))


def draw_acts(view: View, acts: Sequence[rows.FacetValue], series: actor_rows.ActSeries) -> None:
    """Draw what the statements do: in numbers, and over time."""
    shown = _chosen(acts, view.selection.act)
    if not shown:
        return
    counts = {value.value: value.count for value in shown}
    items = [
        Item(view.say(f"act.{act}"), view.link(None, changed(view.selection, "act", (act.value,))), counts[act], act)
        for act in Act
        if act in counts
    ]
    narrow, wide = st.columns([2, 5], gap="small")
    with narrow, st.container(key="panel_acts", border=True):
        st.html(f"<h2>{safe(view.say('actor.acts'))}</h2>{tell_bars(view, items)}")
    with wide, st.container(key="panel_acts_time", border=True):
        st.html(f"<h2>{safe(view.say('actor.acts.time'))}</h2><p class=muted>{safe(view.say('actor.acts.how'))}</p>")
        if not series.points:
            st.html(tell_undated(view))
            return
        draw_figure(charts.draw.acts(series, view.reader), "acts_figure", view.say("actor.acts.alt"))
        present = [act for act in Act if any(point.act == act for point in series.points)]
        heads = [view.say("twin.when"), *(view.say(f"act.{act}") for act in present)]
        st.html(tell_twin(view, heads, _lines(view, series, present)))


def _lines(view: View, series: actor_rows.ActSeries, acts: Sequence[Act]) -> Iterator[tuple[object, ...]]:
    """A row for each bucket, and for each month whose days are not known: how many statements each act has in it."""
    counts: Counter[tuple[date, bool, Act]] = Counter()
    for point in series.points:
        counts[point.bucket, False, point.act] += point.months
        counts[point.bucket, True, point.act] += point.count - point.months
    for day, is_bucket in sorted({cell[:2] for cell, count in counts.items() if count}):
        when = tell_when(view, day, series.step, of_month=not is_bucket)
        yield when, *(counts[day, is_bucket, act] for act in acts)


def draw_around(
    view: View,
    facets: dict[str, tuple[rows.FacetValue, ...]],
    *,
    speakers: Sequence[rows.ActorRow],
    about: actor_rows.Around,
    to: actor_rows.Around,
    together: actor_rows.Around,
    relays: actor_rows.Relays,
) -> None:
    """Draw whom the actor speaks about and to, who is named with it, who quotes it and through whom, its topics."""
    statements = "" if about.whole else view.say("actor.newest.statements", n=about.looked)
    articles = "" if together.whole else view.say("actor.newest.articles", n=together.looked)
    chosen = view.selection
    outlets = [
        Item(name_outlet(view.words, one.value), view.link(None, changed(chosen, "outlet", (one.value,))), one.count)
        for one in _chosen(facets.get("outlet", ()), chosen.outlet)[:_OTHERS]
    ]
    topics = [
        Item(name_topic(view.words, one.value), view.link(None, changed(chosen, "topic", (one.value,))), one.count)
        for one in _chosen(facets.get("topic", ()), chosen.topic)[:_OTHERS]
    ]
    through = [Item(one.value, "", one.count) for one in relays.names[:_OTHERS]]
    panels = (
        tell_panel(view, "actor.speakers", _list_speakers(view, speakers), view.say("actor.speakers.how")),
        tell_panel(view, "actor.about", list_actors(view, about.actors[:_OTHERS]), _join(view, "about", statements)),
        tell_panel(view, "actor.to", list_actors(view, to.actors[:_OTHERS]), statements),
        tell_panel(view, "actor.with", list_actors(view, together.actors[:_OTHERS]), _join(view, "with", articles)),
        tell_panel(view, "actor.outlets", outlets),
        tell_panel(view, "actor.relays", through, _join(view, "relays", statements)),
        tell_panel(view, "actor.topics", topics),
    )
    st.html(tell_panels(panels))


def _list_speakers(view: View, speakers: Sequence[rows.ActorRow]) -> list[Item]:
    """Who speaks for the actor, with their statements."""
    return [
        Item(view.words.either(row.name_ar, row.name_en), view.link("actor", view.of(row.key)), row.statements)
        for row in speakers
        if row.key != view.actor
    ][:_OTHERS]


def _join(view: View, name: str, more: str) -> str:
    return " ".join(filter(None, (view.say(f"actor.{name}.how"), more)))


def _chosen(values: Sequence[rows.FacetValue], chosen: tuple[str, ...]) -> list[rows.FacetValue]:
    """Facets count under the other filters; of their own filter the chosen values remain."""
    return [value for value in values if not chosen or value.value in chosen]


def draw_latest(view: View, page: rows.Page[rows.StatementRow]) -> None:
    """Draw the latest statements, with the way to all of them."""
    if not page.rows:
        return
    draw_cards(view, page, title="actor.latest", paged=False)
    if page.next:
        st.html(f'<p class="paging">{tell_button(view.link("timeline"), view.say("actor.more"))}</p>')
