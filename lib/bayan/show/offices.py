"""The roles of an actor over time, as a band."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bayan.queries import Selection, actor_rows, questions, rows
from bayan.show.asking import answer
from bayan.show.safe import apart, safe
from bayan.show.view import View

_OPEN_YEARS = 1
"""How far a role without a known end reaches beyond the corpus."""


def tell_offices(view: View, offices: Sequence[actor_rows.Office]) -> str:
    """A line a role: its words, its bar between its days, and its days in words; the time of the corpus is shaded."""
    if not offices:
        return ""
    corpus: rows.Totals = answer(questions.totals, Selection(dated="published"))
    first = min(office.since for office in offices)
    last = max(office.until or _after(office.since, corpus.until) for office in offices)
    lines = "".join(_line(view, office, first, last, corpus) for office in offices)
    return (
        f'<div class="offices"><h2>{safe(view.say("actor.offices"))}</h2>'
        f'<p class="muted">{safe(view.say("actor.offices.how"))}</p><ol>{lines}</ol></div>'
    )


def _after(since: date, end: date | None) -> date:
    """Where a role without a known end is cut: behind the corpus."""
    last = max(since, end or since)
    return date(last.year + _OPEN_YEARS, 12, 31)


def _line(view: View, office: actor_rows.Office, first: date, last: date, corpus: rows.Totals) -> str:
    whole = max((last - first).days, 1)

    def part(since: date, until: date, kind: str) -> str:
        start, end = ((min(max(day, first), last) - first).days for day in (since, until))
        if since > last or until < first:
            return ""
        return (
            f'<i class="{kind}" style="left:{100 * start / whole:.1f}%;width:{100 * (end - start) / whole:.1f}%"></i>'
        )

    shade = part(corpus.since, corpus.until, "corpus") if corpus.since and corpus.until else ""
    held = part(office.since, office.until or last, "held" if office.until else "held open")
    role = office.role_ar if view.words.rtl or not office.role_en else office.role_en
    return (
        f'<li><span class="role">{apart(role)}</span><span class="when">{safe(_tell_days(view, office))}</span>'
        f'<span class="band" aria-hidden="true">{shade}{held}</span></li>'
    )


def _tell_days(view: View, office: actor_rows.Office) -> str:
    """The days of a role, no finer than they are known: a first of January stands for a year."""
    since = _tell_day(view, office.since, (1, 1))
    if office.until is None:
        return view.say("span.from", day=since)
    until = _tell_day(view, office.until, (12, 31))
    return since if since == until else view.say("span.both", since=since, until=until)


def _tell_day(view: View, day: date, edge: tuple[int, int]) -> str:
    return view.words.write(str(day.year)) if (day.month, day.day) == edge else view.words.month(day)
