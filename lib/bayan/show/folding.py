"""What is folded in a list: told above it, and under each row the outlets that repeat it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bayan.queries import questions, rows
from bayan.show.names import name_outlet
from bayan.show.safe import apart, safe
from bayan.show.view import View


def tell_folding(view: View, page: rows.Page[Any], kind: rows.FoldedKind) -> str:
    """How many rows of a list stand under others, and the way to see each on its own; or back."""
    told = view.say("folded.none") if view.unfolded else _tell_count(view, page, kind)
    if not told:
        return ""
    other = safe(replace(view, unfolded=not view.unfolded, place=None).here(view.words.lang))
    way = safe(view.say("folded.fold" if view.unfolded else "folded.all"))
    return f'<p class="muted folding">{safe(told)} <a href="{other}">{way}</a></p>'


def _tell_count(view: View, page: rows.Page[Any], kind: rows.FoldedKind) -> str:
    """How many are folded in the whole list; on this page, where the list is too long to tell."""
    whole = view.narrowed.ask(questions.count_folded, kind)
    if whole is not None:
        return view.say(f"folded.{kind}", n=whole) if whole else ""
    here = sum(map(len, page.folded.values()))
    return view.say("folded.page", n=here) if here else ""


def tell_repeats(view: View, outlet: str, repeats: Sequence[rows.Folded], *, statements: bool, more: str = "") -> str:
    """In how many outlets a row stands; unfolded, where and when each repeats it. ``more`` is a further line."""
    if not repeats:
        return ""
    outlets = len({outlet, *(repeat.outlet for repeat in repeats)})
    told = view.say("card.repeated", n=outlets) if outlets > 1 else view.say("folded.times", n=len(repeats) + 1)
    lines = "".join(f"<li>{_tell_repeat(view, repeat, statements=statements)}</li>" for repeat in repeats)
    return f'<details class="repeats"><summary>{safe(told)}</summary><ul class="plain">{lines}{more}</ul></details>'


def _tell_repeat(view: View, repeat: rows.Folded, *, statements: bool) -> str:
    statement = repeat.id if statements else None
    href = safe(view.link("article", id=repeat.article_id, statement=statement))
    name = apart(name_outlet(view.words, repeat.outlet))
    return f'<a href="{href}">{name}</a> · {safe(view.words.day(repeat.published))}'
