"""The selection in words: as a sentence, and as single filters that can be taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bayan.queries import WORDS, Selection
from bayan.show.names import name_value
from bayan.show.view import View, changed


def tell_title(view: View) -> str:
    """What a page is about: an actor by name, else the selection."""
    return view.actor_name(view.actor) if view.actor else tell_selection(view)


def tell_selection(view: View) -> str:
    """The selection as one sentence."""
    chosen = view.selection
    lead = _tell_speakers(view)
    if chosen.act:
        acts = view.words.listed([view.say(f"acts.{act}") for act in chosen.act])
        lead = view.say("sentence.acts", speakers=lead, acts=acts)
    parts = [lead]
    if chosen.kind:
        parts.append(_listed(view, "kind", chosen.kind))
    if chosen.topic:
        parts.append(view.say("sentence.topics", names=_listed(view, "topic", chosen.topic)))
    if chosen.outlet:
        parts.append(view.say("sentence.outlets", names=_listed(view, "outlet", chosen.outlet)))
    if chosen.q:
        parts.append(view.say("sentence.words", words=chosen.q))
    if chosen.diplomatic:
        parts.append(view.say("sentence.diplomatic"))
    if chosen.reviewed:
        parts.append(_listed(view, "reviewed", chosen.reviewed))
    if chosen.originals:
        parts.append(view.say("sentence.originals"))
    if chosen.arrived:
        parts.append(tell_arrival(view, chosen.arrived))
    if chosen.since or chosen.until:
        parts.append(tell_dates(view, chosen))
    return view.say("list.comma").join(parts)


def _tell_speakers(view: View) -> str:
    chosen = view.selection
    alone = [view.actor_name(key) for key in chosen.actor]
    served = [view.actor_name(key) for key in chosen.behalf]
    if not alone and not served:
        return view.say("sentence.all")
    if not served:
        return view.say("sentence.by", names=view.words.listed(alone))
    both = view.say("sentence.served", names=view.words.listed(served), n=len(served))
    return view.say("sentence.by", names=view.words.listed([*alone, both]))


def tell_dates(view: View, selection: Selection) -> str:
    """The span of a selection, with which date counts where it is that of publication."""
    since, until = (date.fromisoformat(day) if day else None for day in (selection.since, selection.until))
    span = view.words.span(since, until)
    return view.say("sentence.published", span=span) if selection.dated == "published" else span


def tell_arrival(view: View, arrived: str) -> str:
    """Since when articles came in, in UTC."""
    day, _, clock = arrived.partition("T")
    told = view.words.day(date.fromisoformat(day))
    return view.say("sentence.arrived", moment=f"{told} {clock}".strip())


def list_filters(view: View) -> Iterator[tuple[str, Selection]]:
    """Each active filter in words, with the selection that is left without it; an actor's page is about its actor."""
    chosen = view.selection
    for word in WORDS:
        value = getattr(chosen, word.field)
        if word.many and not (view.actor and word.field in ("actor", "behalf")):
            for part in value:
                left = tuple(other for other in value if other != part)
                yield _tell_filter(view, word.field, part), changed(chosen, word.field, left)
    if chosen.since or chosen.until:
        yield tell_dates(view, chosen), replace(chosen, since=None, until=None)
    if chosen.q:
        yield view.say("chip.words", words=chosen.q), replace(chosen, q=None)
    if chosen.diplomatic:
        yield view.say("sentence.diplomatic"), replace(chosen, diplomatic=False)
    if chosen.originals:
        yield view.say("sentence.originals"), replace(chosen, originals=False)
    if chosen.arrived:
        yield tell_arrival(view, chosen.arrived), replace(chosen, arrived=None)


def _tell_filter(view: View, field: str, value: str) -> str:
    if field == "actor":
        return view.actor_name(value)
    if field == "behalf":
        return view.say("sentence.served", names=view.actor_name(value), n=1)
    return name_value(view.words, field, value)


def _listed(view: View, field: str, values: tuple[str, ...]) -> str:
    return view.words.listed([name_value(view.words, field, value) for value in values])
