"""How the corpus came in: the latest runs, and what they left out, by name and reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from bayan.queries import rows
from bayan.show.safe import apart, safe
from bayan.show.view import View

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
    day, clock = view.words.day(run.started.date()), run.started.strftime("%H:%M")
    broken = "" if run.ended else f' <span class="muted">{safe(view.say("runs.broken"))}</span>'
    counts = "".join(f"<td>{view.words.number(count)}</td>" for count in (run.read, run.stored, run.known))
    names = [PurePath(source).name or source for source in run.sources]
    command = " ".join([run.command, *names[:_NAMED], *(["…"] if len(names) > _NAMED else [])])
    left = tell_reasons(view, run.rejected) + tell_taking(view, run.id) if run.rejected else "0"
    return (
        f"<tr><td>{safe(f'{day} {clock}')}{broken}</td><td><code dir=ltr>{safe(command)}</code></td>{counts}"
        f"<td>{left}</td></tr>"
    )


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
        f"{tell_places(view, ((one.where, one.reason, one.detail) for one in left))}</section>"
    )


def tell_places(view: View, left: Iterable[tuple[str, str, str]]) -> str:
    """File and record, reason, and the sentence that says more, which is in English."""
    lines = "".join(
        f'<li><bdi class="where" dir="ltr">{safe(where)}</bdi> <b>{safe(tell_reason(view, reason))}</b>'
        f' <span class="muted" lang="en">{apart(detail)}</span></li>'
        for where, reason, detail in left
    )
    return f'<ul class="plain left">{lines}</ul>'
