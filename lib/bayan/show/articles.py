"""Articles as a list of results."""

from __future__ import annotations

import streamlit as st

from bayan.queries import rows
from bayan.show.names import name_outlet
from bayan.show.notices import draw_empty
from bayan.show.paging import draw_paging
from bayan.show.safe import apart, marked, safe
from bayan.show.view import View


def draw_articles(view: View, page: rows.Page[rows.ArticleRow]) -> None:
    """Draw a page of articles: title and a passage of each, with the words that were searched for."""
    if not page.rows:
        draw_empty(view)
        return
    st.html(f'<ol class="results">{"".join(_result(view, row) for row in page.rows)}</ol>')
    draw_paging(view, page.next)


def _result(view: View, row: rows.ArticleRow) -> str:
    href = view.link("article", id=row.id)
    facts = (
        apart(name_outlet(view.words, row.outlet)),
        apart(view.words.day(row.published)),
        apart(view.say("count.statements", n=row.statements)),
    )
    return (
        f'<li class="result"><h2 lang="ar" dir="rtl"><a href="{safe(href)}">{marked(row.title, row.title_marks)}</a>'
        f'</h2><p class="passage" lang="ar" dir="rtl">{marked(row.snippet, row.snippet_marks)}</p>'
        f'<p class="meta">{" · ".join(facts)}</p></li>'
    )
