"""How numbers and days are written: a choice that the browser keeps, and that stands in the address."""

from __future__ import annotations

from dataclasses import replace

from bayan.show.safe import safe
from bayan.show.view import View
from bayan.show.words import ARABIC_DIGITS, BOTH_CALENDARS, Words

_USUAL = "usual"
_CHOICES = (("digits", ("", ARABIC_DIGITS)), ("calendar", ("", BOTH_CALENDARS)))


def tell_writing(view: View) -> str:
    """Digits, which Arabic can write in two ways, and calendars, as links."""
    choices = "".join(
        _tell_choice(view, name, values) for name, values in _CHOICES if name != "digits" or view.words.rtl
    )
    return f'<section class="writing"><h2>{safe(view.say("writing"))}</h2>{choices}</section>'


def _tell_choice(view: View, name: str, values: tuple[str, str]) -> str:
    links = "".join(_tell_value(view, name, value) for value in values)
    label = safe(view.say(f"writing.{name}"))
    return f'<div class="choices" role="group" aria-label="{label}">{links}</div>'


def _tell_value(view: View, name: str, value: str) -> str:
    href = replace(view, words=_with(view.words, name, value)).here(view.words.lang)
    on = " aria-current=true" if getattr(view.words, name) == value else ""
    told = view.say(f"writing.{name}.{value or _USUAL}")
    return f'<a href="{safe(href)}" data-keep="{name}" data-value="{value}"{on}>{safe(told)}</a>'


def _with(words: Words, name: str, value: str) -> Words:
    return replace(words, digits=value) if name == "digits" else replace(words, calendar=value)
