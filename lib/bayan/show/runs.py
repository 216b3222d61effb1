"""How the corpus came in: the latest runs, and what they left out, by name and reason."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Protocol

from bayan.errors import MEGABYTE, SIZES
from bayan.queries import rows
from bayan.show.safe import isolated, safe
from bayan.show.view import View

_CAUSES = {
    os.strerror(number): name
    for name, numbers in {
        "closed": (errno.EACCES, errno.EPERM),
        "gone": (errno.ENOENT,),
        "full": (errno.ENOSPC,),
        "disk": (errno.EIO,),
    }.items()
    for number in numbers
}
"""What the system tells of a file that cannot be read, in its own words."""
_NAMED = 3
"""Sources of a run that are named; by their last part, since the rest speaks of the machine."""


def tell_runs(view: View, runs: Sequence[rows.RunRow]) -> str:
    """The runs with their counts; what one left out can be taken away, to be mended and read again."""
    names = ("started", "command", "read", "stored", "known", "left")
    head = "".join(f"<th>{safe(view.say(f'runs.{name}'))}</th>" for name in names)
    lines = "".join(_run(view, run) for run in runs)
    return (
        f'<section class="panel"><h2>{safe(view.say("runs"))}</h2><div class="scroll"><table class="numbers runs">'
        f"<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div></section>"
    )


def _run(view: View, run: rows.RunRow) -> str:
    broken = "" if run.ended else f' <span class="muted">{safe(view.say("runs.broken"))}</span>'
    counted = {"read": run.read, "stored": run.stored, "known": run.known}
    counts = "".join(f"{_cell(view, name)}{view.words.number(count)}</td>" for name, count in counted.items())
    names = [PurePath(source).name or source for source in run.sources]
    command = " ".join([run.command, *names[:_NAMED], *(["…"] if len(names) > _NAMED else [])])
    left = tell_reasons(view, run.rejected) + tell_taking(view, run.id) if run.rejected else "0"
    return (
        f"<tr><td>{safe(view.words.moment(run.started.isoformat()))}{broken}</td>"
        f"<td><code dir=ltr>{safe(command)}</code></td>{counts}"
        f"{_cell(view, 'left')}{left}</td></tr>"
    )


def _cell(view: View, name: str) -> str:
    """The beginning of a cell with the name of its column, which a phone shows where there is no room for a head."""
    return f'<td data-name="{safe(view.say(f"runs.{name}"))}">'


def tell_reasons(view: View, rejected: Mapping[str, int]) -> str:
    """How much was left out, by reason."""
    lines = (
        f"<li>{safe(tell_reason(view, reason))} · {view.words.number(count)}</li>" for reason, count in rejected.items()
    )
    return f'<ul class="plain">{"".join(lines)}</ul>'


def tell_reason(view: View, reason: str) -> str:
    """The reason of a rejection in the reader's language."""
    return view.say(f"reason.{reason.replace('-', '_')}")


def tell_taking(view: View, run: int) -> str:
    """A link to what a run left out, as a file."""
    return f'<a href="/rejections/{run}" download>{safe(view.say("left.take"))}</a>'


def tell_left_out(view: View, left: Sequence[rows.LeftOutRow], runs: Sequence[rows.RunRow]) -> str:
    """The latest things that were left out, each with its place and its reason; nothing where there are none."""
    if not left:
        return ""
    count = sum(sum(run.rejected.values()) for run in runs)
    shown = view.say("left.latest", n=len(left)) if count > len(left) else ""
    return (
        f'<section class="panel"><h2>{safe(view.say("left", n=max(count, len(left))))}</h2>'
        f'<p class="muted">{safe(view.say("left.how"))} {safe(shown)}</p>'
        f"{tell_places(view, left)}</section>"
    )


class LeftOut(Protocol):
    """Something that was not taken, as a reader or the store tells it."""

    @property
    def where(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def values(self) -> Mapping[str, str | int]: ...


def tell_places(view: View, left: Iterable[LeftOut]) -> str:
    """File and record, reason, and the sentence that says more."""
    lines = "".join(
        f'<li><bdi class="where" dir="ltr">{safe(one.where)}</bdi> <b>{safe(tell_reason(view, one.reason))}</b>'
        f' <span class="muted">{safe(tell_why(view, one))}</span></li>'
        for one in left
    )
    return f'<ul class="plain left">{lines}</ul>'


def tell_why(view: View, one: LeftOut) -> str:
    """The sentence of something that was not taken, in the reader's language."""
    return view.say(f"rejected.{one.code}", **{name: _shown(view, name, value) for name, value in one.values.items()})


def _shown(view: View, name: str, value: str | int) -> str | int:
    """Bytes as megabytes and things by their names; what was written elsewhere keeps its direction to itself."""
    if name == "cause" and value in _CAUSES:
        return view.say(f"cause.{_CAUSES[str(value)]}")
    if name == "what":
        return view.say(f"thing.{value}")
    if name == "harm":
        return view.say(f"harm.{value}")
    if isinstance(value, str):
        return isolated(value)
    if name not in SIZES:
        return value
    return view.say("size.megabytes", n=value // MEGABYTE) if value >= MEGABYTE else view.say("size.bytes", n=value)
