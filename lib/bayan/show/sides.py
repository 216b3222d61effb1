"""What is compared, by name: actors, or periods."""

from __future__ import annotations

from datetime import date

from bayan import charts
from bayan.queries import Selection
from bayan.show.view import View


def tell_side(view: View, selection: Selection, *, period: bool) -> charts.Side:
    """A side by its name: an actor, with those who speak for it where they count, or a period."""
    if period:
        since, until = (date.fromisoformat(day or "") for day in (selection.since, selection.until))
        return charts.Side(view.words.span(since, until), (since, until))
    if selection.behalf:
        return charts.Side(view.say("sentence.served", names=view.actor_name(selection.behalf[0]), n=1))
    return charts.Side(view.actor_name(selection.actor[0]))
