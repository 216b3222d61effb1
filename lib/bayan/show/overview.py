"""What is in the corpus at a glance."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bayan import charts
from bayan.queries import rows
from bayan.show.figures import draw_figure, tell_focus
from bayan.show.notices import draw_empty, tell_undated
from bayan.show.panels import tell_twin
from bayan.show.safe import apart, safe
from bayan.show.view import View


def draw_overview(view: View, numbers: rows.Totals, volume: rows.Volume, speakers: Sequence[rows.ActorRow]) -> None:
    """Draw the counts, the volume over time and who speaks most."""
    if not numbers.articles:
        draw_empty(view)
        return
    st.html(_numbers(view, numbers))
    if not numbers.statements:
        draw_empty(view)
        return
    wide, narrow = st.columns([5, 3], gap="small")
    with wide, st.container(key="volume", border=True):
        st.html(f"<h2>{safe(view.say(f'overview.volume.{volume.step}'))}</h2>{tell_focus(view)}")
        if not volume.points:
            st.html(tell_undated(view))
        else:
            _draw_volume(view, volume)
    with narrow, st.container(key="speakers", border=True):
        st.html(f"<h2>{safe(view.say('overview.speakers_most'))}</h2>{_speakers(view, speakers)}")


def _draw_volume(view: View, volume: rows.Volume) -> None:
    """Draw the statements over time, with their table."""
    draw_figure(charts.draw.volume(volume, view.reader), "volume_figure", view.say("overview.volume.alt"))
    heads = [view.say(key) for key in ("twin.when", "extracts.statements", "extracts.articles")]
    lines = [(view.words.bucket(one.bucket, volume.step), one.statements, one.articles) for one in volume.points]
    st.html(tell_twin(view, heads, lines))


def _numbers(view: View, numbers: rows.Totals) -> str:
    tiles = "".join(
        f"<div><b>{view.words.number(count)}</b><span>{safe(view.say(f'overview.{name}', n=count))}</span></div>"
        for name, count in (
            ("statements", numbers.statements),
            ("articles", numbers.articles),
            ("speakers", numbers.speakers),
            ("outlets", numbers.outlets),
        )
    )
    return f'<div class="tiles">{tiles}</div>'


def _speakers(view: View, speakers: Sequence[rows.ActorRow]) -> str:
    """The speakers as rows with a bar; each leads to the page of that speaker."""
    most = max((row.statements for row in speakers), default=1)
    return f'<ol class="bars">{"".join(_speaker(view, row, most) for row in speakers)}</ol>'


def _speaker(view: View, row: rows.ActorRow, most: int) -> str:
    name = apart(view.words.either(row.name_ar, row.name_en))
    width = max(1, round(100 * row.statements / most))
    return (
        f'<li><a href="{safe(view.link("actor", view.of(row.key)))}">{name}</a><span class="n">'
        f'{view.words.number(row.statements)}</span><span class="bar"><i style="width:{width}%"></i></span></li>'
    )
