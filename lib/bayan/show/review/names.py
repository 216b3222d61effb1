"""Names that articles quote and no actor bears: accepted, merged into an actor, or dismissed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import streamlit as st

from bayan.actors import Suggestion
from bayan.queries import questions, rows
from bayan.records import SpeakerKind
from bayan.review import MOST_NAMES, suggest_actors
from bayan.show.cards import quote, tell_chain
from bayan.show.notices import draw_notice
from bayan.show.review.choosing import draw_choosing
from bayan.show.review.deciding import decide, draw_outcome
from bayan.show.safe import apart, safe
from bayan.show.view import View

_LISTED = 40
"""Names on a page of the list."""
_QUOTED = 3
_KINDS = [kind for kind in SpeakerKind if kind is not SpeakerKind.UNNAMED]
_LEADS = (SpeakerKind.STATE, SpeakerKind.BODY)
_WHOLE = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "'": "", "’": ""})
"""Letters that are not made of a plain one and a mark, and signs inside names."""


def draw_names(view: View) -> None:
    """Draw the names, most quoted first, and beside them what can be decided about one of them.

    The one that the address names says which page of the list is shown.
    """
    found = view.look_up(suggest_actors)
    if not found:
        draw_outcome(view)
        draw_notice(view.say("suggested.none"), view.say("suggested.none.more"))
        return
    one = next((one for one in found if one.name == view.word("name")), found[0])
    names, says = st.columns([2, 3], gap="medium")
    with names:
        st.html(_list(view, found, one))
    with says, st.container(key="review_says"):
        draw_outcome(view)  # beside the list, however far down in it somebody works
        st.html(_told(view, one))
        at = found.index(one)
        then = found[at + 1 if at + 1 < len(found) else at - 1].name
        _draw_form(view, one, then)
        _draw_merging(view, one, then)


def _list(view: View, found: list[Suggestion], chosen: Suggestion) -> str:
    """The page of the list on which a name stands, with the ways to the others."""
    first = found.index(chosen) // _LISTED * _LISTED
    lines = "".join(
        f'<li><a href="{safe(_link(view, one))}"'
        f'{" aria-current=true" if one is chosen else ""}><span class="name">{apart(one.name)}</span>'
        f'<span class="n">{view.words.number(one.articles)}</span>{apart(one.role, "role")}</a></li>'
        for one in found[first : first + _LISTED]
    )
    known = view.look_up(questions.count_unlisted)
    among = view.say("suggested.among", n=MOST_NAMES, all=known) if known > MOST_NAMES else ""
    told = f'<p class="muted">{safe(among)}</p>' if among else ""
    title = safe(view.say("suggested", n=len(found)))
    pages = tell_pages(view, found, first)
    return f'<section class="panel suggested"><h2>{title}</h2>{told}<ul>{lines}</ul>{pages}</section>'


def tell_pages(view: View, found: list[Suggestion], first: int) -> str:
    """Which names of how many are shown, and the ways to those before and after them."""
    if len(found) <= _LISTED:
        return ""
    shown = view.say("suggested.shown", first=first + 1, last=min(first + _LISTED, len(found)), n=len(found))
    ways = [("paging.previous", first - _LISTED), ("paging.next", first + _LISTED)]
    links = "".join(
        f'<a class="button" href="{safe(_link(view, found[at]))}">{safe(view.say(key))}</a>'
        for key, at in ways
        if 0 <= at < len(found)
    )
    label = safe(view.say("paging.label"))
    return f'<nav class="paging" aria-label="{label}"><span class="muted">{safe(shown)}</span>{links}</nav>'


def _link(view: View, one: Suggestion) -> str:
    return view.link(None, None, name=one.name, into="")


def _told(view: View, one: Suggestion) -> str:
    """The name with its spellings, and what is reported of who bears it."""
    keys = tuple("~" + " ".join(name.replace(",", " ").split()) for name in (one.name, *one.spellings))
    said = replace(view, selection=replace(view.anyone.selection, actor=keys))
    shown = said.ask(questions.statements, limit=_QUOTED).rows
    quotes = "".join(f'<li>{quote(view, row)}<p class="meta">{_way(view, row)}</p></li>' for row in shown)
    also = f'<p class="muted">{safe(view.say("suggested.also"))} {apart("، ".join(one.spellings))}</p>'
    return (
        f'<section class="said-of"><h2 class="suggestion">{apart(one.name)}</h2>{apart(one.role, "role")}'
        f'{also if one.spellings else ""}<ul class="plain quotes">{quotes}</ul></section>'
    )


def _way(view: View, row: rows.StatementRow) -> str:
    href = view.link("article", id=row.article_id, statement=row.id)
    return f'{tell_chain(view, row)}<a class="go" href="{safe(href)}">{safe(view.say("card.article"))}</a>'


def _draw_form(view: View, one: Suggestion, then: str) -> None:
    """Accepting: what the actor is."""
    leads = ["", *(key for key, option in view.actors.items() if option.kind in _LEADS)]
    with st.form(key=f"accept_{one.name}"):
        name_en = st.text_input(view.say("suggested.name_en"), max_chars=120)
        kind = st.selectbox(view.say("suggested.kind"), _KINDS, format_func=lambda kind: view.say(f"who.{kind}"))
        principal = st.selectbox(
            view.say("suggested.principal"), leads, format_func=lambda key: view.actor_name(key) if key else "–"
        )
        role = st.text_input(view.say("suggested.role"), one.role, max_chars=200)
        if st.form_submit_button(view.say("suggested.accept"), type="primary", shortcut="Y"):
            if not (actor := make_id(name_en)):
                st.error(view.say("suggested.name_en.missing"))
                return
            told = {"kind": str(kind), "name_ar": one.name, "name_en": name_en.strip(), "names": one.spellings}
            decide("accept", then=then, actor=actor, principal=principal or "", role_ar=role.strip(), **told)
            st.rerun()


def _draw_merging(view: View, one: Suggestion, then: str) -> None:
    """Merging into the actor that the address proposes, or dismissing."""
    into = view.word("into")
    st.html(draw_choosing(view, "into") + (_chosen(view, into) if into else ""))
    names = (one.name, *one.spellings)
    with st.container(key="review_verdicts", horizontal=True):
        if into:
            told, merge = view.say("suggested.merge"), {"then": then, "actor": into, "names": names}
            st.button(told, key="merge", type="primary", shortcut="M", on_click=decide, args=("merge",), kwargs=merge)
        told, dismiss = view.say("suggested.dismiss"), {"then": then, "names": names}
        st.button(told, key="dismiss", shortcut="X", on_click=decide, args=("dismiss",), kwargs=dismiss)


def _chosen(view: View, into: str) -> str:
    """Who was chosen, with a way back. The label of a button would read a name as Markdown."""
    href, told = view.link(None, None, into=""), view.say("chip.remove", name=view.actor_name(into))
    away = f'<a class="x" aria-label="{safe(told)}" href="{safe(href)}">×</a>'
    return f'<p class="said-of"><strong>{apart(view.actor_name(into))}</strong> {away}</p>'


def make_id(name_en: str) -> str:
    """The id of an actor: its English name in lower-case letters without marks, words parted by hyphens."""
    plain = unicodedata.normalize("NFKD", name_en.translate(_WHOLE)).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))
