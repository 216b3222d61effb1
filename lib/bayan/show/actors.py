"""Actors compared: who speaks more than before, who is new, whom outlets quote, and who is named with whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import sqrt

import streamlit as st

from bayan import charts
from bayan.queries import actor_rows, questions, rows
from bayan.show.figures import draw_figure
from bayan.show.names import name_outlet
from bayan.show.notices import draw_empty, tell_undated
from bayan.show.panels import list_actors, tell_bars, tell_columns, tell_panels, tell_twin
from bayan.show.safe import apart, safe
from bayan.show.view import View
from bayan.show.window import DAYS, end_of

_PRESETS = (7, DAYS, 90)


def draw_ranking(
    view: View,
    now: View,
    before: View,
    speakers: Sequence[rows.ActorRow],
    earlier: Sequence[rows.ActorRow],
    new: Sequence[actor_rows.Newcomer],
) -> None:
    """Draw who speaks most in a period, with the change against the one before (``earlier``), and who is new in it."""
    found = view.ask(questions.statement_totals)
    if not found.statements:
        draw_empty(view)
        return
    if found.since is None:
        st.html(tell_undated(view))
        return
    counts = [period.ask(questions.statement_totals).statements for period in (now, before)]
    compared = bool(counts[1])
    st.html(_tell_periods(view, now, before, counts))
    if not speakers:
        st.html(f'<p class="muted">{safe(view.say("actors.nothing"))}</p>')
        return
    heard = {row.key: row.statements for row in earlier}
    bars, table = st.columns([4, 5], gap="small")
    with bars, st.container(key="panel_ranking", border=True):
        st.html(f"<h2>{safe(view.say('actors.ranking'))}</h2>{_key(view)}")
        draw_figure(charts.draw.ranking(speakers, view.reader), "ranking_figure", view.say("actors.ranking.alt"))
    with table, st.container(key="panel_changes", border=True):
        st.html(f"<h2>{safe(view.say('actors.change'))}</h2>{_table(view, speakers, heard if compared else None)}")
    if compared and new:
        st.html(_tell_new(view, new))


def _tell_periods(view: View, now: View, before: View, counts: Sequence[int]) -> str:
    """Which days are compared with which, how much was said in all of both, why these, and others to choose."""
    spans = {"span": view.words.span(*_days(now)), "before": view.words.span(*_days(before))}
    assumed = not (view.selection.since or view.selection.until)
    told = {"now": view.say("count.statements", n=counts[0]), "before": view.words.number(counts[1])}
    notes = [view.say("actors.period.counts", **told) if counts[1] else view.say("actors.period.alone")]
    notes += [view.say("actors.period.assumed", n=DAYS)] if assumed else []
    last = _days(view.anytime.periods[0])[1]
    links = "".join(_preset(view, days, last, now) for days in _PRESETS)
    return (
        f'<section class="period"><h2>{safe(view.say("actors.period", **spans))}</h2>'
        f'<p class="muted">{safe(" ".join(notes))}</p><div class="choices" role="group">{links}</div></section>'
    )


def _preset(view: View, days: int, last: date, now: View) -> str:
    chosen = view.within(last - timedelta(days=days - 1), last).selection
    current = " aria-current=true" if chosen == now.selection else ""
    told = safe(view.say("actors.period.last", n=days))
    return f'<a href="{safe(view.link(None, chosen))}"{current}>{told}</a>'


def _days(period: View) -> tuple[date, date]:
    chosen = period.selection
    return date.fromisoformat(chosen.since or ""), date.fromisoformat(chosen.until or "")


def _key(view: View) -> str:
    """What the two colours of the bars mean."""
    told = "".join(
        f'<span><i class="mark {name}"></i>{safe(view.say(f"actors.{name}"))}</span>'
        for name in ("statements", "mentions")
    )
    return f'<div class="legend">{told}</div>'


def _table(view: View, actors: Sequence[rows.ActorRow], heard: dict[str, int] | None) -> str:
    heads = ["actor", "statements", *(["difference"] if heard is not None else []), "part", "mentions"]
    head = "".join(f"<th>{safe(view.say(f'actors.{name}'))}</th>" for name in heads)
    lines = "".join(_line(view, row, None if heard is None else heard.get(row.key, 0)) for row in actors)
    table = f'<table class="numbers"><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>'
    return f'<div class="scroll" tabindex="0">{table}</div>'


def _line(view: View, row: rows.ActorRow, before: int | None) -> str:
    change = "" if before is None else f"<td>{_tell_change(view, row.statements, before)}</td>"
    return (
        f"<tr><td>{_name(view, row)}</td><td>{view.words.number(row.statements)}</td>{change}"
        f"<td>{safe(view.words.share(row.share))}</td><td>{view.words.number(row.mentions)}</td></tr>"
    )


def _name(view: View, row: rows.ActorRow) -> str:
    name = apart(view.words.either(row.name_ar, row.name_en))
    return f'<a href="{safe(view.link("actor", view.of(row.key)))}">{name}</a>'


def _tell_change(view: View, now: int, before: int) -> str:
    """More or fewer than before: an arrow, a number and a word."""
    if not before:
        return f'<span class="change fresh">{safe(view.say("actors.difference.new"))}</span>'
    kind = "more" if now > before else "fewer" if now < before else "same"
    return f'<span class="change {kind}">{safe(view.say(f"actors.difference.{kind}", n=abs(now - before)))}</span>'


def _tell_new(view: View, new: Sequence[actor_rows.Newcomer]) -> str:
    lines = "".join(
        f"<li>{_name(view, one.actor)}<b>{safe(view.say('count.statements', n=one.actor.statements))}</b>"
        f"<span>{safe(_tell_last(view, one.last))}</span></li>"
        for one in new
    )
    head = f"<h2>{safe(view.say('actors.new'))}</h2><p class=muted>{safe(view.say('actors.new.how'))}</p>"
    return f'<section class="panel">{head}<ol class="newcomers">{lines}</ol></section>'


def _tell_last(view: View, last: date | None) -> str:
    return view.say("actors.new.last", day=view.words.day(last)) if last else view.say("actors.new.first")


def draw_voices(view: View, found: Sequence[actor_rows.Voices]) -> None:
    """Draw whom each outlet quotes most, as parts of its statements."""
    if not found:
        return
    panels = [
        f'<section class="panel"><h3>{apart(name_outlet(view.words, one.outlet))}</h3>'
        f'<p class="muted">{safe(view.say("count.statements", n=one.statements))}</p>'
        f"{tell_bars(view, list_actors(view, one.speakers), whole=one.statements)}</section>"
        for one in found
    ]
    how = f'<p class="muted">{safe(view.say("actors.voices.how"))}</p>'
    st.html(f'<h2 class="part">{safe(view.say("actors.voices"))}</h2>{how}{tell_panels(panels)}')


def draw_multiples(view: View, actors: Sequence[rows.ActorRow], series: actor_rows.SpeakerSeries) -> None:
    """Draw the statements of each of some actors over time, small, on the same days; each with its own height."""
    buckets = [point.bucket for points in series.speakers for point in points]
    if not buckets:
        return
    days = charts.list_buckets(buckets, series.step)
    found = [{point.bucket: point.count for point in points} for points in series.speakers]
    most = [view.say(f"actors.most.{series.step}", n=max(counts.values(), default=0)) for counts in found]
    lines = "".join(
        f'<li><p>{_name(view, row)}<span class="n">{view.words.number(row.statements)}</span></p>'
        f"{tell_columns(view, [(day, counts.get(day, 0)) for day in days], series.step)}"
        f'<span class="muted">{safe(told)}</span></li>'
        for row, counts, told in zip(actors, found, most, strict=True)
    )
    heads = [view.say("twin.when"), *(view.words.either(row.name_ar, row.name_en) for row in actors)]
    twin = tell_twin(
        view, heads, [(view.words.bucket(day, series.step), *(counts.get(day, 0) for counts in found)) for day in days]
    )
    span = view.words.span(days[0], end_of(days[-1], series.step))
    st.html(
        f'<h2 class="part">{safe(view.say("actors.multiples"))}</h2>'
        f'<p class="muted">{safe(view.say("actors.multiples.how", span=span))}</p>'
        f'<ol class="multiples">{lines}</ol>{twin}'
    )


def draw_pairs(view: View, named: Sequence[rows.ActorRow], together: rows.Together) -> None:
    """Draw who is named with whom; those who are named together stand beside each other."""
    pairs = together.pairs
    if not pairs:
        return
    how = view.say("actors.pairs.how")
    if not together.whole:
        how = f"{how} {view.say('actor.newest.articles', n=together.looked)}"
    articles = {row.key: row.articles for row in named}
    keys = sorted({key for pair in pairs for key in (pair.first, pair.second)})
    nearness = {
        (pair.first, pair.second): pair.articles
        / sqrt(articles.get(pair.first, pair.articles) * articles.get(pair.second, pair.articles))
        for pair in pairs
    }
    names = {row.key: view.words.either(row.name_ar, row.name_en) for row in named}
    drawn = {key: names.get(key) or view.actor_name(key) for key in charts.order_by_nearness(keys, nearness)}
    with st.container(key="panel_pairs", border=True):
        st.html(f"<h2>{safe(view.say('actors.pairs'))}</h2><p class=muted>{safe(how)}</p>")
        draw_figure(charts.draw.pairs(pairs, drawn, view.reader), "pairs_figure", view.say("actors.pairs.alt"))
        heads = [view.say("actors.actor"), view.say("actors.actor"), view.say("actors.articles")]
        st.html(tell_twin(view, heads, [(drawn[one.first], drawn[one.second], one.articles) for one in pairs]))
