"""What a page says when there is nothing to show, or when it cannot show it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bayan.errors import BadSelection, BayanError, MissingStore, StoreError, TooSlow
from bayan.queries import Selection, questions
from bayan.show.asking import answer
from bayan.show.panels import tell_button
from bayan.show.permission import may_hand_in
from bayan.show.safe import isolated, safe
from bayan.show.sentence import list_filters
from bayan.show.view import View
from bayan.show.words import Words, read_words

_DEMO = "bayan --db bayan.db demo"
_FINDING = ("timeline", "articles", "actors")
"""The pages on which things are found."""
_OWN = "bayan --db bayan.db ingest articles.jsonl"


def draw_empty(view: View) -> None:
    """Say that nothing fits the selection and which filter to relax, or what a store without statements wants."""
    articles = answer(questions.totals, Selection()).articles
    if not articles or not any(list_filters(view)):
        _draw_bare(view, articles)
        return
    links = "".join(
        f'<a class="chip" href="{safe(view.link(None, left))}">{safe(told)}<span class="x">×</span></a>'
        for told, left in list_filters(view)
    )
    relax = f"<p>{safe(view.say('empty.relax'))}</p><p class=chips>{links}</p>"
    draw_notice(view.say("empty.title"), "", relax)


def _draw_bare(view: View, articles: int) -> None:
    """Say how articles come into the store; where there are some, how statements are found in them."""
    if articles:
        way = tell_button(view.link("articles"), view.say("page.articles"))
        command = _ways(view.words, (("empty.annotate", "bayan --db bayan.db annotate"),))
        draw_notice(view.say("empty.silent"), view.say("empty.silent.more"), f"{command}<p>{way}</p>")
        return
    here = view.page == "corpus" or not may_hand_in()
    way = "" if here else f"<p>{tell_button(view.link('corpus'), view.say('empty.hand_in'))}</p>"
    draw_notice(view.say("empty.store"), "", way + _ways(view.words, (("empty.demo", _DEMO), ("missing.own", _OWN))))


def tell_undated(view: View) -> str:
    """Instead of a chart of time: that nothing has a day on it."""
    return f'<p class="muted">{safe(view.say("empty.undated"))}</p>'


def tell_fault(words: Words, error: BayanError) -> str:
    """An error in the reader's language; what only commands meet stays as it is."""
    if isinstance(error, TooSlow):
        return words.say("error.slow")
    told = {name: value if isinstance(value, int) else isolated(value) for name, value in error.values.items()}
    if isinstance(error, BadSelection):
        return words.say(f"wrong.{error.code}", **told)
    return words.say(f"fault.{error.code}", **told) if error.code else str(error)


def draw_bad_address(words: Words, page: str, error: BadSelection) -> None:
    """Say which part of the address cannot be read, and offer the page without it."""
    href = View(page, words, Selection()).link()
    way = f'<p><a class="button" href="{safe(href)}">{safe(words.say("bad.clear"))}</a></p>'
    draw_notice(words.say("bad.title"), "", _fault(words, error) + way, alone=True)


def draw_bad_place(view: View, error: BadSelection, *, alone: bool) -> None:
    """Say what the page itself cannot read of its address, and lead to its beginning under the same filters."""
    way = f'<p><a class="button" href="{safe(view.link())}">{safe(view.say("paging.first"))}</a></p>'
    draw_notice(view.say("bad.title"), "", _fault(view.words, error) + way, alone=alone)


def draw_fault(words: Words, error: BayanError) -> None:
    """Say why a page cannot be shown."""
    draw_notice(words.say("error.title"), "", _fault(words, error))


def _fault(words: Words, error: BayanError) -> str:
    # In the direction of the page, for the word that it begins with may be of the other; English stays English.
    worded = error.code or isinstance(error, TooSlow)
    return f"<p{'' if worded else ' dir=auto'}>{safe(tell_fault(words, error))}</p>"


def draw_no_page(words: Words) -> None:
    """Say that the address names no page, and lead to those where its thing may be found."""
    st.html(tell_no_page(words))


def tell_no_page(words: Words) -> str:
    """That the address names no page and why that may be, with the ways on."""
    view = View("", words, Selection())
    ways = tell_button(view.link(), words.say("bad.first"))
    ways += "".join(tell_button(view.link(page), words.say(f"page.{page}")) for page in _FINDING)
    return _notice(words.say("bad.page"), words.say("bad.why"), f'<p class="chips">{ways}</p>', "h1")


def draw_unusable_store(words: Words, error: StoreError) -> None:
    """Say why there is nothing to look at; where there is no store, how to make one."""
    reason = tell_fault(words, error)
    if not isinstance(error, MissingStore):
        draw_notice(words.say("missing.broken"), reason, alone=True)
        return
    ways = (("missing.demo", _DEMO), ("missing.own", _OWN), ("missing.serve", "bayan --db bayan.db serve"))
    draw_notice(words.say("missing.title"), reason, f"<div class=missing>{_ways(words, ways)}</div>", alone=True)


def _ways(words: Words, ways: Sequence[tuple[str, str]]) -> str:
    """Commands, each with what it is for."""
    told = "".join(
        f"<li>{safe(words.say(key))}<pre tabindex=0><code>{command}</code></pre></li>" for key, command in ways
    )
    return f'<ol class="plain">{told}</ol>'


def draw_failure(code: str) -> None:
    """Say that something went wrong here, and under which id the log tells what."""
    words = read_words({name: st.query_params.get_all(name) for name in st.query_params})
    draw_notice(words.say("failure.title"), words.say("failure.text", code=code))


def draw_notice(title: str, text: str, more: str = "", *, alone: bool = False) -> None:
    """One quiet box; ``more`` is HTML that the caller made safe. Its title is that of a page on which it is alone."""
    st.html(_notice(title, text, more, "h1" if alone else "h2"))


def _notice(title: str, text: str, more: str, head: str) -> str:
    told = f"<p dir=auto>{safe(text)}</p>" if text else ""
    return f'<section class="notice" role="status"><{head}>{safe(title)}</{head}>{told}{more}</section>'
