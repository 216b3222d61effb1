"""Articles as a list of results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from bayan.queries import rows
from bayan.show.folding import tell_folding, tell_repeats
from bayan.show.names import name_outlet
from bayan.show.notices import draw_empty
from bayan.show.paging import draw_paging
from bayan.show.safe import apart, marked, safe
from bayan.show.view import SORTS, View


def draw_articles(view: View, page: rows.Page[rows.ArticleRow]) -> None:
    """Draw a page of articles: title and a passage of each, with the words that were searched for."""
    if not page.rows:
        draw_empty(view)
        return
    results = "".join(_result(view, row, page.folded.get(row.id, ())) for row in page.rows)
    st.html(f'{_sorts(view)}{tell_folding(view, page, "article")}<ol class="results">{results}</ol>')
    draw_paging(view, page.next)


def _sorts(view: View) -> str:
    """The orders, where there are words to be relevant to."""
    if not view.selection.q:
        return ""
    links = "".join(
        f'<a href="{safe(replace(view, sort=sort).link())}"{" aria-current=true" if sort == view.sort else ""}>'
        f"{safe(view.say(f'sort.{sort}'))}</a>"
        for sort in SORTS
    )
    label = safe(view.say("sort"))
    return f'<div class="choices" role="group" aria-label="{label}"><span>{label}</span>{links}</div>'


def _result(view: View, row: rows.ArticleRow, copies: Sequence[rows.Folded]) -> str:
    href = view.link("article", id=row.id)
    facts = (
        apart(name_outlet(view.words, row.outlet)),
        apart(view.words.day(row.published)),
        apart(view.say("count.statements", n=row.statements)),
    )
    return (
        f'<li class="result"><h2 lang="ar" dir="rtl"><a href="{safe(href)}">{marked(row.title, row.title_marks)}</a>'
        f'</h2><p class="passage" lang="ar" dir="rtl">{marked(row.snippet, row.snippet_marks)}</p>'
        f'<p class="meta">{"".join(facts)}</p>{tell_repeats(view, row.outlet, copies, statements=False)}</li>'
    )
