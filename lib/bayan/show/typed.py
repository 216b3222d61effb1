"""What is typed into the filter bar: words, "phrases", -words; ``outlet:`` and ``actor:`` become filters; and days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace

from bayan.queries import Selection, parse_selection, questions
from bayan.show.addresses import view_at
from bayan.show.asking import answer, shown_store
from bayan.show.names import find_outlet

_FILTER = re.compile(r'(?<!\S)(outlet|actor):(?:"([^"]+)"|(\S+))')

_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_MONTHS = 12


def retype(here: str, word: str, text: str) -> str:
    """Where typing a text for a word of the address (q, from, to) leads from the page at the address ``here``.

    A first day after the last one, or a last before the first, moves the other. Raises BadSelection, StoreError.
    """
    view = view_at(here)
    if word == "q":
        return view.link(None, read_typed(view.selection, text))
    typed = parse_selection({word: [_whole_day(text.strip(), last=word == "to")]})
    since, until = (typed.since, view.selection.until) if word == "from" else (view.selection.since, typed.until)
    if since and until and since > until:
        since = until = typed.since or typed.until
    return view.link(None, replace(view.selection, since=since, until=until))


def _whole_day(text: str, *, last: bool) -> str:
    """The day of a text that has the year first, in any digits; of a month or a year its first or ``last`` one.

    Whatever is none stays as it is, to be refused.
    """
    if not (match := _DAY.fullmatch(text)):
        return text
    year, month, day = (int(number) if number else None for number in match.groups())
    if month is None:
        month = 12 if last else 1
    if day is None:
        day = monthrange(year or 1, month)[1] if last and 1 <= month <= _MONTHS else 1
    return f"{year:04}-{month:02}-{day:02}"


def read_typed(selection: Selection, text: str) -> Selection:
    """The selection with what was typed in place of its words.

    A name that nothing bears stays among the words, so that what is looked for is not silently more. Raises StoreError.
    """
    outlets, actors, left = list(selection.outlet), list(selection.actor), text

    def take(match: re.Match[str]) -> str:
        name = match[2] or match[3]
        found = _find_outlet(name) if match[1] == "outlet" else _find_actor(name)
        if found is None:
            return f'"{name}"'
        chosen = outlets if match[1] == "outlet" else actors
        if found not in chosen:
            chosen.append(found)
        return " "

    left = " ".join(_FILTER.sub(take, text).split())
    return replace(selection, outlet=tuple(outlets), actor=tuple(actors), q=left or None)


def _find_outlet(name: str) -> str | None:
    known = answer(questions.facets, Selection()).get("outlet", ())
    return find_outlet(name, [value.value for value in known])


def _find_actor(name: str) -> str | None:
    found = questions.actor_options(shown_store(), name, limit=1)
    return found[0].key if found else None
