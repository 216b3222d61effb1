"""Pieces that pages about actors share: lists with bars, tables beside charts, small columns over time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bayan.queries import actor_rows
from bayan.show.opening import tell_closed
from bayan.show.safe import apart, safe
from bayan.show.view import View


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: its words, where they lead, its number, and the act whose mark stands before it."""

    told: str
    href: str
    count: int
    act: str = ""


def tell_bars(view: View, items: Sequence[Item], whole: int = 0) -> str:
    """A list with a bar below each number, which is told as a part of a ``whole`` where one is given."""
    most = max((item.count for item in items), default=1)

    def number(count: int) -> str:
        return view.words.share(count / whole) if whole else view.words.number(count)

    lines = "".join(
        f'<li>{_lead(item)}<span class="n">{safe(number(item.count))}</span><span class="bar">'
        f'<i class="{_kind(item)}" style="width:{max(1, round(100 * item.count / most))}%"></i></span></li>'
        for item in items
    )
    return f'<ol class="bars">{lines}</ol>'


def _kind(item: Item) -> str:
    return f"act-{safe(item.act)}" if item.act else ""


def _lead(item: Item) -> str:
    mark = f'<i class="mark act-{safe(item.act)}"></i>' if item.act else ""
    told = f"{mark}{apart(item.told)}"
    return f'<a href="{safe(item.href)}">{told}</a>' if item.href else f"<span>{told}</span>"


def tell_button(href: str, told: str) -> str:
    """A link that looks like a button."""
    return f'<a class="button" href="{safe(href)}">{safe(told)}</a>'


def tell_panel(view: View, name: str, items: Sequence[Item], note: str = "") -> str:
    """A list under its heading, with a word on what was counted; nothing where there are no items."""
    if not items:
        return ""
    told = f'<p class="muted">{safe(note)}</p>' if note else ""
    return f'<section class="panel"><h2>{safe(view.say(name))}</h2>{told}{tell_bars(view, items)}</section>'


def tell_panels(panels: Sequence[str]) -> str:
    """Panels side by side, three or four in a row, so that none is left alone in the last one."""
    shown = [panel for panel in panels if panel]
    in_row = 4 if len(shown) in (4, 7, 8) else 3
    return f'<div class="panels" style="--in-row:{in_row}">{"".join(shown)}</div>'


def list_actors(view: View, found: Iterable[actor_rows.CountedActor]) -> list[Item]:
    """Actors with their numbers, each leading to its page under the other filters."""
    return [Item(name_of(view, one.actor), view.link("actor", view.of(one.actor.key)), one.count) for one in found]


def name_of(view: View, actor: actor_rows.ActorName) -> str:
    """An actor's name in the reader's language."""
    return view.words.either(actor.name_ar, actor.name_en)


def tell_twin(view: View, heads: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """The numbers of a chart as a table, folded away."""
    table = {"heads": list(heads), "lines": [[_written(view, cell) for cell in line] for line in lines]}
    return tell_closed("twin", view.say("twin.table"), table)


def tell_table(view: View, heads: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """A table that scrolls by itself where it is too wide."""
    head = "".join(f"<th>{apart(told)}</th>" for told in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{apart(_written(view, cell))}</td>" for cell in line) + "</tr>" for line in lines
    )
    table = f'<table class="numbers"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div class="scroll" tabindex="0">{table}</div>'


def _written(view: View, cell: object) -> str:
    return view.words.number(cell) if isinstance(cell, int) else str(cell)


def tell_columns(view: View, counts: Sequence[tuple[date, int]], step: actor_rows.Step) -> str:
    """Numbers over time as small columns, from left to right for everyone; the highest fills the height."""
    most = max((count for _, count in counts), default=0) or 1
    columns = "".join(_column(view, day, count, step, most) for day, count in counts)
    return f'<span class="spark" aria-hidden="true">{columns}</span>'


def _column(view: View, day: date, count: int, step: actor_rows.Step, most: int) -> str:
    told = f"{view.words.bucket(day, step)}: {view.words.number(count)}"
    return f'<i style="height:{round(100 * count / most)}%" title="{safe(told)}"></i>'
