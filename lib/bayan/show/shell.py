"""The frame of every page: top bar, selection bar, heading; and what stands in the place of a page that cannot come."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from bayan.errors import BadSelection, BayanError, StoreError
from bayan.queries import Selection, questions, rows
from bayan.show.addresses import read_view
from bayan.show.bar import draw_bar
from bayan.show.notices import (
    draw_bad_address,
    draw_bad_place,
    draw_fault,
    draw_no_page,
    draw_notice,
    draw_unusable_store,
)
from bayan.show.permission import is_read_only, may_write
from bayan.show.safe import safe
from bayan.show.sentence import list_filters, tell_title
from bayan.show.view import View
from bayan.show.web import WEB
from bayan.show.words import DIRECTIONS, Words, read_words

_VIEW = "view"
SIDE = 290
"""Width of the selection bar in pixels."""
NARROW = "bayan_narrow"
"""The cookie by which a browser says that its screen is as wide as a phone's; place.js writes it."""
_NAMELESS = "-"
"""The first page needs a name of its own beside its address, which is empty."""
_COUNTED = ("statements", "speakers", "outlets")
_ICON = "data:image/png;base64," + b64encode((Path(__file__).parent / "static" / "icon.png").read_bytes()).decode()
"""The icon itself: as a file it has an address that is gone when a run of the page is broken off by the next one."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its word in the address, its file, whether the top bar leads to it and whether it lists a selection.

    One that ``writes`` is for those who may change the store. Articles take longest to count: only the ``totals`` of
    pages that tell them hold these.
    """

    path: str
    file: str
    linked: bool = True
    lists: bool = True
    writes: bool = False
    totals: Callable[..., rows.StatementTotals] = questions.statement_totals

    @property
    def name(self) -> str:
        """Its key in the catalogues."""
        return self.path or "overview"


PLACES = (
    Place("", "overview.py", totals=questions.totals),
    Place("timeline", "timeline.py"),
    Place("actors", "actors.py"),
    Place("actor", "actor.py", linked=False),
    Place("compare", "compare.py"),
    Place("articles", "articles.py", totals=questions.totals),
    Place("article", "article.py", linked=False, lists=False),
    Place("extracts", "extracts.py", totals=questions.totals),
    Place("review", "review.py", writes=True),
    Place("corpus", "corpus.py", lists=False),
    Place("about", "about.py", lists=False),
)


def current_view() -> View:
    """What the address of this run says."""
    view: View = st.session_state[_VIEW]
    return view


def draw_shell() -> None:
    """Draw the frame and run the page that the address names."""
    address = {name: st.query_params.get_all(name) for name in st.query_params}
    words = read_words(address)
    pages = [*(_page(place, words) for place in PLACES), *_no_pages(st.context.url, words)]
    page = st.navigation(pages, position="hidden")
    title = f"{page.title} · {words.say('brand')}"
    st.set_page_config(page_title=title, page_icon=_ICON, layout="wide", initial_sidebar_state=SIDE)
    place = next((place for place in PLACES if place.path == page.url_path), None)
    if place is None:
        _draw_top(View("", words, Selection()), None)
        page.run()
        return
    try:
        view = replace(read_view(place.path, address), narrow=NARROW in st.context.cookies)
    except BadSelection as error:
        _draw_top(View(place.path, words, Selection()), place)
        draw_bad_address(words, place.path, error)
        return
    _draw_top(view, place)
    st.session_state[_VIEW] = view
    headed = False
    try:
        headed = _draw_head(view, place)
        if may_write() or not place.writes:
            page.run()
    except BadSelection as error:
        draw_bad_place(view, error, alone=not headed)
    except StoreError as error:
        draw_unusable_store(words, error)
    except BayanError as error:
        draw_fault(words, error)


def _no_pages(url: str | None, words: Words) -> list[StreamlitPage]:
    """A page that says that there is none, where an address names none: Streamlit would show the first one."""
    name = unquote(urlsplit(url or "").path).rstrip("/").rpartition("/")[2]
    if not name.strip(" -") or any(name == place.path for place in PLACES):
        return []
    title = words.say("bad.page")
    return [st.Page(partial(draw_no_page, words), title=title, url_path=name, visibility="hidden")]


def _page(place: Place, words: Words) -> StreamlitPage:
    return st.Page(
        WEB.app / "pages" / place.file,
        title=words.say(f"page.{place.name}"),
        url_path=place.path or _NAMELESS,
        default=not place.path,
        visibility="hidden",
    )


def _draw_head(view: View, place: Place) -> bool:
    """Draw the filters and the selection as a title where the page lists one, and say whether there is such a title."""
    if place.writes and not may_write():
        why = ("closed", "closed.more") if is_read_only() else ("review.closed", "review.closed.more")
        draw_notice(*map(view.say, why), alone=True)
        return False
    if place.lists:
        draw_bar(view)
        _draw_heading(view, place)
    return place.lists


def _draw_top(view: View, place: Place | None) -> None:
    """The bar with the name, the pages (which keep the filters) and the other language."""
    links = "".join(
        f'<a href="{safe(view.link(other.path))}"{" aria-current=page" if other == place else ""}>'
        f"{safe(view.say(f'page.{other.name}'))}</a>"
        for other in PLACES
        if other.linked and (not other.writes or may_write())
    )
    lang = next(lang for lang in DIRECTIONS if lang != view.words.lang)
    brand = f'<a class="brand" href="{safe(view.link(""))}"><b lang="ar">بيان</b><span lang="en">Bayan</span></a>'
    switch = f'<a class="language" lang="{lang}" href="{safe(view.here(lang))}">{safe(view.say("top.other"))}</a>'
    label = safe(view.say("top.label"))
    here = safe(view.say(f"page.{place.name}")) if place else label
    menu = (
        f'<button type="button" class="menu" aria-expanded="false" aria-controls="pages" aria-label="{label}">'
        f'<i></i><span aria-hidden="true">{here}</span></button>'
    )
    nav = f'<nav id="pages" aria-label="{label}">{links}</nav>'
    closed = f'<a class="closed" href="{safe(view.link("corpus"))}">{safe(view.say("closed.short"))}</a>'
    st.html(f'<header class="top">{brand}{menu}{nav}{closed if is_read_only() else ""}{switch}</header>')


def _draw_heading(view: View, place: Place) -> None:
    """The selection as a sentence, how much it holds (the first page has tiles for it), and its filters."""
    found = view.ask(place.totals)
    span = view.words.span(found.since, found.until)
    counted = {"": (), "articles": ("articles", "outlets", "statements")}.get(place.path, _COUNTED)
    facts = [view.say(f"count.{name}", n=getattr(found, name)) for name in counted]
    facts += [view.say("count.floor")] if found.floor else []
    facts += [span] if span else []
    facts += [view.say("count.assumed", n=found.assumed)] if found.assumed else []
    facts += [view.say("count.undated", n=found.undated)] if found.undated else []
    told = "".join(f"<span>{safe(fact)}</span>" for fact in facts)
    where = f'<p class="facts">{safe(view.say("count.words"))}</p>' if view.selection.q else ""
    st.html(
        f'<section class="heading"><p class="eyebrow">{safe(view.say(f"page.{place.name}"))}</p>'
        f"<h1 id='heading'>{safe(tell_title(view))}</h1><p class='facts row'>{told}</p>{where}{_chips(view)}</section>"
    )


def _chips(view: View) -> str:
    filters = list(list_filters(view))
    if not filters:
        return ""
    chips = "".join(
        f'<a class="chip" href="{safe(view.link(None, left))}"'
        f' aria-label="{safe(view.say("chip.remove", name=told))}">'
        f'<bdi dir="{DIRECTIONS[view.words.lang]}">{safe(told)}</bdi><span class="x">×</span></a>'
        for told, left in filters
    )
    clear = f'<a class="clear" href="{safe(view.link(None, Selection()))}">{safe(view.say("chip.clear"))}</a>'
    return f'<p class="chips"><span>{safe(view.say("chip.count", n=len(filters)))}</span>{chips}{clear}</p>'
