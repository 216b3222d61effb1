"""Choosing actors: a box that suggests names while they are typed, and those that are chosen.

The box finds names in either script, however they are spelled; the server answers it, so that tens of thousands of
names cost a page nothing. Each suggestion is the address that it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bayan.queries import Selection, questions, rows
from bayan.show.addresses import view_at
from bayan.show.asking import shown_store
from bayan.show.review.choosing import WORDS, offer_choice
from bayan.show.safe import apart, safe
from bayan.show.view import View

_OFFERED = 8
_SIGNS = 80
"""A name of more letters is looked for by its first ones."""


def draw_picker(view: View) -> str:
    """The box, and under it the chosen actors: each can be taken away, or taken with those who speak for it."""
    chosen = "".join(_chosen(view, key) for key in (*view.selection.actor, *view.selection.behalf))
    return (
        f'<section class="picker"><h2 id="picker-label">{safe(view.say("bar.actor"))}</h2>'
        f'<input type="text" class="pick" role="combobox" aria-labelledby="picker-label" aria-expanded="false"'
        f' aria-controls="picker-list" aria-autocomplete="list" autocomplete="off" spellcheck="false"'
        f' placeholder="{safe(view.say("bar.actor.hint"))}" data-none="{safe(view.say("bar.actor.none"))}" />'
        f'<ul id="picker-list" class="offers" role="listbox" tabindex="-1" aria-labelledby="picker-label" hidden></ul>'
        f'<ul class="picked">{chosen}</ul></section>'
    )


def tell_name(view: View, key: str) -> str:
    """The name of an actor as an element of its own direction; where the store does not know it, that is a sentence of
    the interface, and would take the direction of the key."""
    mark = "" if key in view.actors or key.startswith("~") else view.words.mark
    return apart(f"{mark}{view.actor_name(key)}")


def _chosen(view: View, key: str) -> str:
    selection = view.selection
    without = _without(selection, key)
    remove = safe(view.say("chip.remove", name=view.actor_name(key)))
    served = ""
    option = view.actors.get(key)
    if key in selection.behalf or (option and option.has_speakers):
        on = key in selection.behalf
        other = _with(without, key, behalf=not on)
        served = (
            f'<a class="served"{" aria-current=true" if on else ""} href="{safe(view.link(None, other))}">'
            f'<span class="box"></span>{safe(view.say("bar.served"))}</a>'
        )
    return (
        f'<li><span class="name">{tell_name(view, key)}</span><a class="x" aria-label="{remove}"'
        f' href="{safe(view.link(None, without))}">×</a>{served}</li>'
    )


def _without(selection: Selection, key: str) -> Selection:
    actor = tuple(other for other in selection.actor if other != key)
    return replace(selection, actor=actor, behalf=tuple(other for other in selection.behalf if other != key))


def _with(selection: Selection, key: str, *, behalf: bool) -> Selection:
    bare = _without(selection, key)
    return replace(bare, behalf=(*bare.behalf, key)) if behalf else replace(bare, actor=(*bare.actor, key))


def suggest(here: str, text: str, word: str = "", subject: str = "") -> list[dict[str, str]]:
    """Names for what was typed on the page at the address ``here``; each is where choosing it leads.

    Choosing adds a filter, or proposes an actor for a ``word`` of the address and the statement ``subject``.
    Raises BadSelection, StoreError.
    """
    view = view_at(here)
    found = questions.actor_options(shown_store(), " ".join(text[:_SIGNS].split()), limit=_OFFERED)
    if word in WORDS:
        # Names are borne by actors: a speaker may be somebody who is none.
        listed = [option for option in found if word == "speaker" or not option.key.startswith("~")]
        return [offer_choice(view, option, word, subject) for option in listed]
    return [offer for option in found for offer in _offers(view, option)]


def _offers(view: View, option: rows.ActorOption) -> Iterator[dict[str, str]]:
    """An actor alone and, where others speak for it, with them."""
    names = [option.name_ar, option.name_en or ""]
    shown, other = names if view.words.lang == "ar" or not option.name_en else names[::-1]
    told = view.say("count.statements", n=option.statements)
    for behalf in (False, True) if option.has_speakers else (False,):
        yield {
            "name": shown,
            "other": view.say("bar.served") if behalf else other,
            "told": "" if behalf else told,
            "href": view.link(None, _with(view.selection, option.key, behalf=behalf)),
        }
