"""Statements as cards: the words first, then who, through whom, when, and the way into the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

import streamlit as st

from bayan.queries import mark_words, questions, rows
from bayan.records import Act, Kind
from bayan.show.citing import draw_citations
from bayan.show.folding import tell_folding, tell_repeats
from bayan.show.names import name_outlet, name_topic
from bayan.show.notices import draw_empty
from bayan.show.paging import draw_paging
from bayan.show.review.marks import tell_review
from bayan.show.safe import apart, marked, safe
from bayan.show.view import View

_SEVERAL = 2


def draw_cards(view: View, page: rows.Page[rows.StatementRow], title: str = "", paged: bool = True) -> None:
    """Draw a page of statements under the days on which they were said, with a way on where it is ``paged``."""
    if not page.rows:
        draw_empty(view)
        return
    if title:
        st.html(f'<h2 class="part">{safe(view.say(title))}</h2>')
    folding = tell_folding(view, page, "statement") if paged else ""
    drawn = st.empty()
    if denials := tuple(row.id for row in page.rows if row.act is Act.DENY):
        # What they may answer takes a moment: the cards come first, then the ways to it.
        drawn.html(folding + _list(view, page, {}))
    drawn.html(folding + _list(view, page, view.look_up(questions.count_claims, denials) if denials else {}))
    if paged:
        draw_paging(view, page.next)


def _list(view: View, page: rows.Page[rows.StatementRow], claims: Mapping[str, int]) -> str:
    """The cards under their days; ``claims`` tells how many statements each denial may answer."""
    days = groupby(page.rows, key=lambda row: row.day)
    ordered = [row for _, found in days for row in sorted(found, key=_is_of_month)]
    parts = groupby(ordered, key=lambda row: (row.day, _is_of_month(row)))
    return "".join(_day(view, day, list(found), page, claims) for (day, _), found in parts)


def _is_of_month(row: rows.StatementRow) -> bool:
    """Whether the article names a month and no day, so that the statement stands under the first of it."""
    return row.said_on is not None and len(row.said_on) == len("2020-07")


def _day(
    view: View,
    day: date | None,
    found: list[rows.StatementRow],
    page: rows.Page[rows.StatementRow],
    claims: Mapping[str, int],
) -> str:
    cards = "".join(_card(view, row, page.folded.get(row.id, ()), claims.get(row.id)) for row in found)
    told = view.say("day.month", month=view.words.month(day)) if day and _is_of_month(found[0]) else view.words.day(day)
    return f'<h3 class="day">{safe(told)}</h3><div class="cards">{cards}</div>'


def _card(view: View, row: rows.StatementRow, reports: Sequence[rows.Folded], claims: int | None) -> str:
    href = view.link("article", id=row.article_id, statement=row.id)
    topics = "".join(f"<span class=topic>{safe(name_topic(view.words, topic))}</span>" for topic in row.topics)
    return (
        f'<article class="card act-{row.act}" id="card-{safe(row.id)}">{quote(view, row)}'
        f'<p class="meta">{tell_act(view, row)}{tell_speaker(view, row)}{tell_chain(view, row)}</p>'
        f'<p class="meta">{tell_days(view, row)}{tell_confidence(view, row)}{tell_review(view, row)}'
        f"{topics}</p>"
        f'<div class="tools">{draw_citations(view, row)}'
        f'<button type="button" class="copy" data-address="{safe(href)}" data-done="{safe(view.say("cite.done"))}">'
        f"{safe(view.say('cite.link'))}</button>{_claimed(view, row, claims)}{_repeated(view, row, reports)}"
        f'<a class="go" href="{safe(href)}">{safe(view.say("card.article"))}</a></div></article>'
    )


def quote(view: View, row: rows.StatementRow) -> str:
    """The words of a statement, with those that were searched for."""
    words = marked(row.content_text, mark_words(row.content_text, view.selection.q))
    quoted = f"«{words}»" if row.kind is Kind.DIRECT else words
    return f'<blockquote lang="ar" dir="rtl">{quoted}</blockquote>'


def _claimed(view: View, row: rows.StatementRow, claims: int | None) -> str:
    """Of a denial, the way to what it may answer, or that there is none; nothing where that is not known."""
    if not claims:
        return "" if claims is None else f'<span class="muted">{safe(view.say("card.unclaimed"))}</span>'
    return f'<a href="{_beside(view, row)}">{safe(view.say("card.claimed", n=claims))}</a>'


def _repeated(view: View, row: rows.StatementRow, reports: Sequence[rows.Folded]) -> str:
    """Of words that several outlets report, those folded here, or the way to the others; and all side by side."""
    href = _beside(view, row)
    if reports:
        beside = f'<li><a href="{href}">{safe(view.say("folded.compare"))}</a></li>'
        return tell_repeats(view, row.outlet, reports, statements=True, more=beside)
    if row.quoted_in < _SEVERAL:
        return ""
    return f'<a href="{href}">{safe(view.say("card.repeated", n=row.quoted_in))}</a>'


def _beside(view: View, row: rows.StatementRow) -> str:
    """The way to what stands beside a statement in the margin of its article, which on a phone is below the text."""
    return safe(f"{view.link('article', id=row.article_id, statement=row.id)}#note-{row.id}")


def tell_act(view: View, row: rows.StatementRow) -> str:
    """The act with its mark, and how the words are reported."""
    act, kind = view.say(f"act.{row.act}"), view.say(f"kind.{row.kind}")
    return (
        f'<span class="act"><i class="mark act-{row.act}"></i>{safe(act)}</span><span class="kind">{safe(kind)}</span>'
    )


def tell_speaker(view: View, row: rows.StatementRow) -> str:
    """The speaker, as the registry names it, and the role at that date."""
    known = view.actors.get(row.speaker_id or "")
    name_ar, name_en = (known.name_ar, known.name_en) if known else (row.speaker or "", row.speaker_en)
    name = view.words.either(name_ar, name_en)
    role = row.role if view.words.lang == "ar" else row.role_en or row.role
    shown = f"<strong>{apart(name or view.say('speaker.unknown'))}</strong>"
    if row.speaker_key:
        shown = f'<a class="who" href="{safe(view.link("actor", view.of(row.speaker_key)))}">{shown}</a>'
    return shown + (apart(role, "role") if role else "") + _tell_principal(view, row)


def _tell_principal(view: View, row: rows.StatementRow) -> str:
    """For whom the speaker speaks."""
    if not row.principal_id:
        return ""
    name = view.actor_name(row.principal_id)
    href = view.link("actor", view.behind(row.principal_id))
    return f'<span class="principal">{safe(view.say("card.for"))} <a href="{safe(href)}">{apart(name)}</a></span>'


def tell_chain(view: View, row: rows.StatementRow) -> str:
    """Who relays the words, and the outlet that prints them, in the order in which they went."""
    via = f'{safe(view.say("card.via"))} {apart(row.via)} <i class="step"></i> ' if row.via else ""
    return f'<span class="chain">{via}{apart(name_outlet(view.words, row.outlet))}</span>'


def tell_confidence(view: View, row: rows.StatementRow) -> str:
    """How sure the engine is, in words for what it is less sure of."""
    told = view.say("card.confidence", share=view.words.share(row.confidence))
    return f'<span class="sure" style="--sure:{row.confidence:.2f}"><i></i>{safe(told)}</span>'


def tell_days(view: View, row: rows.StatementRow) -> str:
    """Both days: of saying, with what it rests on, and of publication."""
    if row.said_on is None:
        said = view.say("basis.assumed") if row.day else view.say("day.unknown")
    elif row.day and _is_of_month(row):
        said = view.say("card.said", day=view.words.month(row.day))
    else:
        said = view.say("card.said", day=view.words.day(row.day))
    published = view.say("card.published", day=view.words.day(row.published)) if row.published else ""
    return "".join(f'<span class="days">{safe(told)}</span>' for told in (said, published) if told)
