"""The head of the review page: its two parts, how much has been reviewed, and what that says of the engine."""

from __future__ import annotations

import streamlit as st

from bayan.queries import questions, rows
from bayan.records import Correction, Verdict
from bayan.show.panels import tell_table
from bayan.show.permission import change
from bayan.show.safe import apart, safe
from bayan.show.view import View
from bayan.store import Store

TABS = ("statements", "actors", "names")
_LATEST = 10
_ID = 12
_LONG = 120


def tab_of(view: View) -> str:
    """The part of the page that the address names."""
    return next((tab for tab in TABS if tab == view.word("tab")), TABS[0])


def draw_progress(view: View) -> None:
    """Draw the parts and, of statements, the progress."""
    links = "".join(
        f'<a href="{safe(view.link(None, None, tab=tab))}"{" aria-current=page" if tab == tab_of(view) else ""}>'
        f"{safe(view.say(f'review.tab.{tab}'))}</a>"
        for tab in TABS
    )
    st.html(f'<nav class="tabs" aria-label="{safe(view.say("review.tabs"))}">{links}</nav>')
    if tab_of(view) != TABS[0]:
        return
    found: rows.ReviewProgress = view.look_up(questions.review_progress)
    parts = ("confirmed", "corrected", "wrong")
    told = " · ".join(view.say(f"review.count.{part}", n=getattr(found, part)) for part in parts)
    reviewed = view.say("review.progress", n=found.reviewed, all=found.statements)
    bars = "".join(
        f'<i class="{part}" style="width:{100 * getattr(found, part) / max(found.statements, 1):.2f}%"></i>'
        for part in parts
    )
    st.html(
        f'<div class="progress"><p><b>{safe(reviewed)}</b> <span class="muted">{safe(told)}</span></p>'
        f'<span class="bar">{bars}</span></div>'
    )


def draw_precision(view: View) -> None:
    """Draw how often the engine was right by band of confidence, and what was reviewed last."""
    found: rows.ReviewProgress = view.look_up(questions.review_progress)
    if not found.bands:
        return
    heads = [view.say(f"review.band.{name}") for name in ("confidence", "reviewed", "right", "interval")]
    lines = [
        (
            view.words.shares(band.since, band.until),
            band.reviewed,
            view.words.share(band.right / band.reviewed),
            view.words.shares(band.low, band.high),
        )
        for band in found.bands
    ]
    st.html(
        f'<section class="panel precision"><h2>{safe(view.say("review.band"))}</h2>'
        f'<p class="muted">{safe(view.say("review.band.how"))}</p>{tell_table(view, heads, lines)}</section>'
    )


def draw_latest(view: View) -> None:
    """Draw what was reviewed last, each to be taken back."""
    latest: list[Correction] = view.look_up(Store.latest_corrections, _LATEST)
    if not latest:
        return
    with st.container(key="review_latest"), st.expander(view.say("review.latest")):
        for one in latest:
            words, way = st.columns([6, 1])
            words.html(_told(view, one))
            way.button(view.say("review.undo"), key=f"undo_{one.id}", on_click=_withdraw, args=(one,))


def _told(view: View, one: Correction) -> str:
    """A verdict with the beginning of the words, who gave it and when."""
    verdict = view.say("review.wrong" if one.verdict is Verdict.WRONG else f"reviewed.{one.verdict}")
    article = view.look_up(questions.article, one.content_hash[:_ID])
    field, content = one.place
    text = getattr(article, field)[slice(*content)] if article else ""
    words = text if len(text) <= _LONG else f"{text[:_LONG]}…"
    said = one.statement
    known = view.actors.get(said.speaker_id or "")
    name = view.words.either(known.name_ar, known.name_en) if known else said.speaker
    return (
        f'<p class="meta latest"><b>{safe(verdict)}</b>{apart(name or view.say("speaker.unknown"))}'
        f"<span>{safe(view.say(f'act.{said.act}'))}</span>{apart(one.by)}"
        f"<span>{safe(view.words.moment(one.at))}</span></p>"
        f'<p class="words" lang="ar" dir="rtl">{safe(words)}</p>'
    )


def _withdraw(one: Correction) -> None:
    change(lambda store: store.withdraw(one))
