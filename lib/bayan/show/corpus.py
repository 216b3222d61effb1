"""What the corpus holds and how it came in: coverage by outlet and month, articles without a day, files, runs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bayan import charts
from bayan.queries import rows
from bayan.show.figures import draw_figure
from bayan.show.intake import draw_intake
from bayan.show.names import name_outlet
from bayan.show.notices import draw_empty
from bayan.show.panels import tell_twin
from bayan.show.runs import tell_left_out, tell_runs
from bayan.show.safe import apart, safe
from bayan.show.view import View


def draw_corpus(
    view: View,
    coverage: rows.Coverage,
    undated: Sequence[rows.ArticleRow],
    runs: Sequence[rows.RunRow],
    left_out: Sequence[rows.LeftOutRow],
) -> None:
    """Draw the calendar of coverage with its table, what has no day, where files are handed in, the latest runs, and
    what they left out."""
    st.html(f'<section class="heading alone"><h1>{safe(view.say("page.corpus"))}</h1></section>')
    names = {outlet: name_outlet(view.words, outlet) for outlet in coverage.outlets}
    if coverage.cells:
        with st.container(key="panel_coverage", border=True):
            st.html(f"<h2>{safe(view.say('corpus.coverage'))}</h2><p class=muted>{safe(view.say('corpus.how'))}</p>")
            alt = view.say("corpus.coverage.alt", names=view.words.listed(list(names.values())))
            draw_figure(charts.draw.coverage(coverage, names, view.reader), "coverage_figure", alt)
            st.html(_twin(view, coverage, names))
    if coverage.cells or coverage.undated:
        st.html(_undated(view, coverage.undated, undated))
    else:
        draw_empty(view)
    draw_intake(view)
    if runs:
        st.html(f'<div class="stacked">{tell_runs(view, runs)}{tell_left_out(view, left_out, runs)}</div>')


def _twin(view: View, coverage: rows.Coverage, names: dict[str, str]) -> str:
    """The same as numbers: articles of each outlet, the span, and the months without any inside it."""
    heads = [view.say(f"corpus.{name}") for name in ("outlet", "articles", "span", "gaps")]
    return tell_twin(view, heads, (_line(coverage, outlet, name) for outlet, name in names.items()))


def _line(coverage: rows.Coverage, outlet: str, name: str) -> tuple[object, ...]:
    cells = [cell for cell in coverage.cells if cell.outlet == outlet]
    months = sorted(cell.month for cell in cells)
    if not months:
        return name, 0, "", 0
    first, last = (int(month[:4]) * 12 + int(month[5:]) for month in (months[0], months[-1]))
    span = f"\u2066{months[0]} – {months[-1]}\u2069"
    return name, sum(cell.articles for cell in cells), span, last - first + 1 - len(months)


def _undated(view: View, count: int, articles: Sequence[rows.ArticleRow]) -> str:
    if not count:
        return f"<p class=muted>{safe(view.say('corpus.dated'))}</p>"
    listed = "".join(
        f'<li><a href="{safe(view.link("article", id=row.id))}" lang="ar" dir="rtl">{safe(row.title)}</a>'
        f' <span class="muted">{apart(name_outlet(view.words, row.outlet))}</span></li>'
        for row in articles
    )
    title = safe(view.say("corpus.undated", n=count))
    return f'<section class="panel"><h2>{title}</h2><ul class="plain">{listed}</ul></section>'
