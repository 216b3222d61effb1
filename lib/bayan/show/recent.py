"""What has changed: the last days against what is usual, in words and with the way to the statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from bayan.queries import Selection, rows
from bayan.show.names import name_outlet, name_topic
from bayan.show.safe import apart, safe
from bayan.show.view import View, changed

_GAPS = 5


def draw_recent(view: View, found: rows.Changes | None, gaps: Sequence[rows.Gap]) -> None:
    """Draw how much was said, who and what more than usual, and which outlets fell silent."""
    if found is None:
        return
    say = view.say
    speakers = [_speaker(view, found, change) for change in found.speakers]
    topics = [_topic(view, found, change) for change in found.topics]
    parts = (
        _part(say("changes.speakers"), say("changes.speakers.none"), speakers),
        _part(say("changes.topics"), say("changes.topics.none"), topics),
        _part(say("changes.gaps"), say("changes.gaps.none"), tell_gaps(view, gaps)),
    )
    with st.container(key="changes", border=True):
        st.html(
            f"<h2>{safe(view.say('changes', span=view.words.span(found.since, found.until)))}</h2>"
            f'<p class="volume">{_tell_volume(view, found)}</p><div class="changes">{"".join(parts)}</div>'
        )


def _tell_volume(view: View, found: rows.Changes) -> str:
    href = view.link("timeline", _last_days(view, found))
    told = f'<a href="{safe(href)}">{safe(view.say("count.statements", n=found.now))}</a>'
    if found.usual is None:
        return f"{told} · {safe(view.say('changes.first'))}"
    usual = round(found.usual)
    key = "more" if found.now > 1.25 * found.usual else "less" if found.now < 0.8 * found.usual else "same"
    return f"{told} · {safe(view.say(f'changes.{key}', usual=usual))}"


def _part(title: str, none: str, lines: Sequence[str]) -> str:
    told = "".join(f"<li>{line}</li>" for line in lines)
    listed = f"<ul>{told}</ul>" if lines else f"<p class=muted>{safe(none)}</p>"
    return f"<section><h3>{safe(title)}</h3>{listed}</section>"


def _speaker(view: View, found: rows.Changes, change: rows.Change) -> str:
    selection = replace(_last_days(view, found), actor=(change.key,), behalf=())
    return _line(view, view.words.either(change.name_ar, change.name_en), selection, change)


def _topic(view: View, found: rows.Changes, change: rows.Change) -> str:
    selection = changed(_last_days(view, found), "topic", (change.key,))
    return _line(view, name_topic(view.words, change.key), selection, change)


def _line(view: View, name: str, selection: Selection, change: rows.Change) -> str:
    usual = round(change.usual)
    told = (
        view.say("changes.usual", usual=usual) if usual else view.say("changes.rare" if change.usual else "changes.new")
    )
    return (
        f'<a href="{safe(view.link("timeline", selection))}">{apart(name)}</a>'
        f'<span class="n">{view.words.number(change.now)}</span><span class="muted">{safe(told)}</span>'
    )


def tell_gaps(view: View, gaps: Sequence[rows.Gap]) -> list[str]:
    """The first of the silent outlets; the corpus page has them all."""
    left = len(gaps) - _GAPS
    more = f'<a href="{safe(view.link("corpus"))}">{safe(view.say("bar.more", n=left))}</a>'
    return [*(_gap(view, gap) for gap in gaps[:_GAPS]), *([more] if left > 0 else [])]


def _gap(view: View, gap: rows.Gap) -> str:
    href = view.link("articles", changed(view.selection, "outlet", (gap.outlet,)))
    return (
        f'<a href="{safe(href)}">{apart(name_outlet(view.words, gap.outlet))}</a>'
        f'<span class="muted">{safe(view.say("changes.since", day=view.words.day(gap.last)))}</span>'
    )


def _last_days(view: View, found: rows.Changes) -> Selection:
    return replace(view.selection, since=found.since.isoformat(), until=found.until.isoformat())
