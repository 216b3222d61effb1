"""Reviewing statements, one at a time: its words in their place, and what to say of it by a click or a key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from bayan.queries import questions, rows
from bayan.records import Act, Correction, Span, Verdict
from bayan.show.cards import tell_act, tell_chain, tell_confidence, tell_days, tell_speaker
from bayan.show.names import name_outlet
from bayan.show.notices import draw_empty, draw_notice, tell_fault
from bayan.show.permission import change, take_refusal, writer_name
from bayan.show.reader import annotate, paragraphs
from bayan.show.reasons import tell_reasons
from bayan.show.review.choosing import draw_choosing
from bayan.show.review.fields import draw_fields
from bayan.show.review.marks import tell_review
from bayan.show.safe import apart, safe
from bayan.show.view import View

_AROUND = 1
"""Paragraphs that are shown before and after the one that holds the words."""
_LAST = "last_correction"
ORDERS = ("unsure", "chance")


@dataclass(frozen=True, slots=True)
class Subject:
    """The statement under review in its article, and whether another can be turned to."""

    row: rows.StatementRow
    article: rows.ArticleView
    last: bool


def find_subject(view: View) -> Subject | None:
    """The statement that the address names, else the next of the queue."""
    named = view.look_up(questions.statement, view.statement) if view.statement else None
    page = view.ask(questions.review_queue, order=order_of(view), after=view.place)
    row = named or next(iter(page.rows), None)
    article = view.look_up(questions.article, row.article_id) if row else None
    return Subject(row, article, last=not (named or page.next)) if row and article else None


def order_of(view: View) -> str:
    """The order of the queue that the address names."""
    return next((order for order in ORDERS if order == view.word("order")), ORDERS[0])


def draw_statement(view: View) -> None:
    """Draw the statement to review beside what can be said of it."""
    with st.container(key="review_outcome"):
        if refusal := take_refusal():
            draw_notice(view.say("review.refused"), tell_fault(view.words, refusal))
    subject = find_subject(view)
    st.html(_orders(view))
    if subject is None:
        _draw_undo(view)
        if view.ask(questions.statement_totals).statements:
            draw_notice(view.say("review.done"), view.say("review.done.more"))
        else:
            draw_empty(view)
        return
    words, says = st.columns([5, 3], gap="medium")
    with words:
        st.html(_sheet(view, subject))
    with says, st.container(key="review_says"):
        chosen = chosen_speaker(view, subject.row)
        st.html(_told(view, subject.row, chosen))
        _draw_verdicts(view, subject, chosen)
        _draw_acts(view, subject.row, chosen)
        st.html(draw_choosing(view, "speaker", subject.row.id))
        draw_fields(view, subject.row, lambda changes: _say(view, subject.row, {**chosen, **changes}))


def _orders(view: View) -> str:
    """The two orders of the queue."""
    now = order_of(view)
    links = "".join(
        f'<a href="{safe(view.link(None, None, order=order))}"{" aria-current=true" if order == now else ""}>'
        f"{safe(view.say(f'review.order.{order}'))}</a>"
        for order in ORDERS
    )
    return f'<div class="choices" role="group"><span>{safe(view.say("review.order"))}</span>{links}</div>'


def _sheet(view: View, subject: Subject) -> str:
    """The words where they stand, with what is around them."""
    row, article = subject.row, subject.article
    numbers = {one.id: at for at, one in enumerate(article.statements, start=1)}
    title = "".join(annotate(article, "title", Span(0, len(article.title)), numbers, row.id))
    spans = list(paragraphs(article.body))
    at = next((at for at, span in enumerate(spans) if row.field == "body" and row.content.start < span.end), 0)
    end = next((end for end, span in enumerate(spans) if row.field == "body" and row.content.end <= span.end), at)
    shown = spans[max(0, at - _AROUND) : end + _AROUND + 1]
    body = "".join(f"<p>{''.join(annotate(article, 'body', span, numbers, row.id))}</p>" for span in shown)
    source = f"{apart(name_outlet(view.words, article.outlet))} · {apart(view.words.day(article.published))}"
    direction = "rtl" if view.words.rtl else "ltr"
    whole = f'<a href="{safe(view.link("article", id=row.article_id, statement=row.id))}">'
    return (
        f'<article class="sheet passage" data-statement="{safe(row.id)}" lang="ar" dir="rtl">'
        f'<p class="source" dir="{direction}">{source}</p>'
        f'<h2 class="headline">{title}</h2>{body}<footer dir="{direction}">{whole}'
        f"{safe(view.say('card.article'))}</a></footer></article>"
    )


def _told(view: View, row: rows.StatementRow, chosen: Mapping[str, Any]) -> str:
    """What the engine made of the words; a speaker who was chosen stands in place of the one found."""
    speaker = f"<strong>{apart(view.actor_name(view.word('speaker')))}</strong>" if chosen else tell_speaker(view, row)
    away = ""
    if chosen:
        href = view.link(None, None, speaker="", statement=row.id, place=view.place)
        away = f' <a class="x" aria-label="{safe(view.say("review.speaker.away"))}" href="{safe(href)}">×</a>'
    return (
        f'<section class="said-of"><p class="speaker">{speaker}{away}</p>'
        f'<p class="meta">{tell_act(view, row)}{tell_review(view, row)}</p>'
        f'<p class="meta">{tell_days(view, row)}</p>'
        f'<p class="meta">{tell_chain(view, row)}{tell_confidence(view, row)}</p>{tell_reasons(view, row)}</section>'
    )


def chosen_speaker(view: View, row: rows.StatementRow) -> dict[str, Any]:
    """The fields of the speaker whom the address proposes for this statement; none where it proposes nobody."""
    proposed = view.word("speaker") if view.statement == row.id else ""
    profile = view.look_up(questions.actor, proposed) if proposed else None
    if profile is None or profile.name.key == row.speaker_key:
        return {}
    name = profile.name
    return {
        "speaker": name.name_ar,
        "speaker_id": None if name.key.startswith("~") else name.key,
        "speaker_kind": name.kind,
        "speaker_surface": None,
        "role": None,
    }


def _draw_verdicts(view: View, subject: Subject, chosen: Mapping[str, Any]) -> None:
    row = subject.row
    with st.container(key="review_verdicts", horizontal=True):
        told = view.say("review.save" if chosen else "review.confirm")
        st.button(told, key="confirm", type="primary", shortcut="Y", on_click=_say, args=(view, row, chosen))
        st.button(view.say("review.wrong"), key="wrong", shortcut="X", on_click=_reject, args=(view, row))
        st.button(
            view.say("review.skip"),
            key="skip",
            shortcut="N",
            on_click=_turn,
            args=(row,),
            disabled=subject.last,
        )
        _draw_undo(view)


def _draw_undo(view: View) -> None:
    last: Correction | None = st.session_state.get(_LAST)
    if last:
        st.button(view.say("review.undo"), key="undo", shortcut="U", on_click=_undo, args=(last,))


def _draw_acts(view: View, row: rows.StatementRow, chosen: Mapping[str, Any]) -> None:
    """The acts, each by a click or its number; the one found is marked."""
    st.html(f'<h2 id="acts-label">{safe(view.say("review.act"))}</h2>')
    with st.container(key="review_acts", horizontal=True):
        for number, act in enumerate(Act, start=1):
            st.button(
                view.say(f"act.{act}"),
                key=f"act_{act}",
                type="primary" if act is row.act else "secondary",
                shortcut=str(number),
                on_click=_say,
                args=(view, row, {**chosen, "act": act}),
            )


def _say(view: View, row: rows.StatementRow, fields: Mapping[str, Any]) -> None:
    """Confirm a statement, or correct the fields in which it differs from what should be there."""
    changes = {name: value for name, value in fields.items() if getattr(row, name) != value}
    _review(row, Verdict.CORRECTED if changes else Verdict.CONFIRMED, changes)


def _reject(view: View, row: rows.StatementRow) -> None:
    _review(row, Verdict.WRONG, {})


def _review(row: rows.StatementRow, verdict: Verdict, changes: Mapping[str, Any]) -> None:
    """Keep a verdict, and turn to the next statement."""

    def write(store: Any) -> None:
        st.session_state[_LAST] = store.review(row.id, verdict, by=writer_name(), **changes)

    if change(write):
        _leave()


def _turn(row: rows.StatementRow) -> None:
    """Pass over a statement."""
    _leave()
    st.query_params["place"] = row.id


def _leave() -> None:
    """Let the queue say what comes next."""
    for word in ("speaker", "statement"):
        st.query_params.pop(word, None)


def _undo(correction: Correction) -> None:
    """Take the last verdict back, and return to its statement."""
    if change(lambda store: store.withdraw(correction)):
        st.session_state.pop(_LAST)
        st.query_params["statement"] = correction.id
