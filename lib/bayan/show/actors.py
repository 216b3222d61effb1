"""Actors compared: statements and mentions, over time, and who is named with whom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle

import streamlit as st

from bayan import charts
from bayan.queries import rows
from bayan.show.figures import draw_figure
from bayan.show.notices import draw_empty
from bayan.show.safe import apart, safe
from bayan.show.view import View


def draw_actors(
    view: View,
    speakers: Sequence[rows.ActorRow],
    named: Sequence[rows.ActorRow],
    series: rows.MentionSeries,
    pairs: Sequence[rows.Pair],
) -> None:
    """Draw who speaks most with a table of shares, the mentions of those ``named`` over time, and the pairs."""
    if not speakers and not named:
        draw_empty(view)
        return
    bars, table = st.columns([1, 1], gap="medium")
    with bars, st.container(key="ranking", border=True):
        st.html(f"<h2>{safe(view.say('actors.ranking'))}</h2>{_key(view)}")
        draw_figure(charts.draw.ranking(speakers, view.reader), "ranking_figure", view.say("actors.ranking.alt"))
    with table, st.container(key="shares", border=True):
        st.html(f"<h2>{safe(view.say('actors.share'))}</h2>{_table(view, speakers)}")
    names = {row.key: view.words.either(row.name_ar, row.name_en) for row in named}
    if series.points:
        _draw_lines(view, names, series)
    if pairs:
        _draw_pairs(view, names, pairs)


def _key(view: View) -> str:
    """What the two colours of the bars mean."""
    told = "".join(
        f'<span><i class="mark {name}"></i>{safe(view.say(f"actors.{name}"))}</span>'
        for name in ("statements", "mentions")
    )
    return f'<div class="legend">{told}</div>'


def _table(view: View, actors: Sequence[rows.ActorRow]) -> str:
    head = "".join(
        f"<th>{safe(view.say(f'actors.{name}'))}</th>"
        for name in ("actor", "statements", "part", "mentions", "articles")
    )
    lines = "".join(
        f'<tr><td><a href="{safe(view.link("timeline", view.of(row.key)))}">'
        f"{apart(view.words.either(row.name_ar, row.name_en))}</a></td><td>{view.words.number(row.statements)}</td>"
        f"<td>{safe(view.words.share(row.share))}</td><td>{view.words.number(row.mentions)}</td>"
        f"<td>{view.words.number(row.articles)}</td></tr>"
        for row in actors
    )
    table = f'<table class="numbers"><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>'
    return f'<div class="scroll">{table}</div>'


def _draw_lines(view: View, names: dict[str, str], series: rows.MentionSeries) -> None:
    found = {point.key for point in series.points}
    drawn = {key: name for key, name in names.items() if key in found}
    with st.container(key="lines", border=True):
        colours = cycle(charts.SERIES)
        key = "".join(
            f'<span><i class="mark" style="background:{colour}"></i>{apart(name)}</span>'
            for colour, name in zip(colours, drawn.values(), strict=False)
        )
        st.html(f'<h2>{safe(view.say("actors.lines"))}</h2><div class="legend">{key}</div>')
        figure = charts.draw.mentions(series, drawn, view.reader)
        draw_figure(figure, "lines_figure", view.say("actors.lines.alt", names=view.words.listed(list(drawn.values()))))


def _draw_pairs(view: View, names: dict[str, str], pairs: Sequence[rows.Pair]) -> None:
    keys = {key for pair in pairs for key in (pair.first, pair.second)}
    ordered = [*(key for key in names if key in keys), *sorted(keys - names.keys())]
    drawn = {key: names.get(key) or view.actor_name(key) for key in ordered}
    with st.container(key="pairs", border=True):
        st.html(f"<h2>{safe(view.say('actors.pairs'))}</h2><p class=muted>{safe(view.say('actors.pairs.how'))}</p>")
        draw_figure(charts.draw.pairs(pairs, drawn, view.reader), "pairs_figure", view.say("actors.pairs.alt"))
