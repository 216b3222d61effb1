"""An address read into a view: what ``View.link`` prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

from bayan.errors import BadSelection
from bayan.queries import Selection, parse_selection
from bayan.show.view import KEPT, LANES, MIRRORS, PREVIOUS, SORTS, UNFOLDED, Point, View
from bayan.show.words import read_words


def read_view(page: str, address: Mapping[str, Sequence[str]]) -> View:
    """Read an address. Raises BadSelection."""
    last = {name: texts[-1] for name, texts in address.items() if texts and texts[-1].strip()}
    selection, key = parse_selection(address), last.get("id")
    actor = key if page == "actor" else None
    if actor:
        served = actor in selection.behalf
        selection = replace(selection, actor=() if served else (actor,), behalf=(actor,) if served else ())
    return View(
        page=page,
        words=read_words(address),
        selection=selection,
        by=LANES[_read_one("no_lanes", last.get("lanes"), LANES)],
        place=last.get("place"),
        point=_read_point(last["point"]) if "point" in last else None,
        article=None if actor else key,
        statement=last.get("statement"),
        actor=actor,
        against=_read_against(last, selection),
        mirror=(None, *MIRRORS)[_read_one("no_mirror", last.get("mirror"), ("", *MIRRORS))],
        sort=SORTS[_read_one("no_sort", last.get("sort"), SORTS)],
        unfolded=bool(_read_one("no_copies", last.get("copies"), ("", UNFOLDED))),
        kept=tuple((name, last[name]) for name in KEPT if name in last),
    )


def view_at(here: str) -> View:
    """The view of a page by its path and query, as a browser tells it. Raises BadSelection."""
    parts = urlsplit(here)
    return read_view(parts.path.strip("/"), parse_qs(parts.query))


def _read_one(fault: str, text: str | None, allowed: Sequence[str]) -> int:
    """Which of the allowed words a text is; the first where there is none. Raises BadSelection."""
    if text is None:
        return 0
    if text not in allowed:
        raise BadSelection(fault, text=text, allowed=", ".join(filter(None, allowed)))
    return allowed.index(text)


def _read_against(last: Mapping[str, str], selection: Selection) -> bool:
    """Whether one actor is compared with itself. Raises BadSelection."""
    text = last.get("against", PREVIOUS)
    if text != PREVIOUS:
        raise BadSelection("no_against", text=text, allowed=PREVIOUS)
    return "against" in last and len((*selection.actor, *selection.behalf)) == 1


def _read_point(text: str) -> Point:
    try:
        since, until, act, lane = text.split("_", 3)
        parse_selection({"act": [act]})
        return Point(date.fromisoformat(since), date.fromisoformat(until), act, lane)
    except ValueError:
        raise BadSelection("no_point", text=text) from None
