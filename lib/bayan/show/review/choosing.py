"""A box that finds actors while a name is typed, for a word of the page's address instead of its filters."""

from __future__ import annotations

from bayan.queries import rows
from bayan.show.safe import safe
from bayan.show.view import View

WORDS = ("speaker", "into", "whose")
"""The words that name an actor whom somebody proposes; nothing is changed by them."""


def draw_choosing(view: View, word: str, subject: str = "") -> str:
    """The box; choosing leads to the same page with the actor as its ``word``. ``subject`` is the statement there."""
    told = safe(view.say(f"review.choose.{word}"))
    return (
        f'<section class="picker choosing"><h2 id="{word}-label">{told}</h2>'
        f'<input type="text" class="pick" role="combobox" data-word="{word}" data-subject="{safe(subject)}"'
        f' aria-labelledby="{word}-label" aria-expanded="false" aria-controls="{word}-list" aria-autocomplete="list"'
        f' autocomplete="off" spellcheck="false" placeholder="{safe(view.say("bar.actor.hint"))}"'
        f' data-none="{safe(view.say("review.choose.none" if word == "speaker" else "bar.actor.none"))}" />'
        f'<ul id="{word}-list" class="offers" role="listbox" tabindex="-1" aria-labelledby="{word}-label" hidden></ul>'
        "</section>"
    )


def offer_choice(view: View, option: rows.ActorOption, word: str, subject: str) -> dict[str, str]:
    """An actor as it is offered for a word of the address."""
    names = (option.name_ar, option.name_en or "")
    shown, other = names if view.words.lang == "ar" or not option.name_en else names[::-1]
    href = view.link(None, None, **{word: option.key}, statement=subject or None, place=view.place)
    told = view.say("count.statements", n=option.statements)
    return {"name": shown, "other": other, "told": told, "href": href}
