"""Handing in files on the corpus page: the form, how far they are, and the report."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from bayan.ingest import Notes
from bayan.load import Progress, Report
from bayan.show.notices import draw_notice, tell_fault
from bayan.show.permission import is_read_only, may_hand_in
from bayan.show.receiving import DESK, Handed, Intake
from bayan.show.runs import tell_places, tell_reasons, tell_taking
from bayan.show.safe import apart, isolated, safe
from bayan.show.view import View

_EVERY = 1.0
"""Seconds between two looks at how far the files are."""
_MOST = 20
"""Megabytes a file; the server's own limit is the same."""
_NAMED = 3
_WAITING = "intake_waiting"


def draw_intake(view: View) -> None:
    """Draw the form, and the files that are being read or were read last; why there is none where nobody may write."""
    if is_read_only():
        draw_notice(view.say("closed"), view.say("closed.more"))
    if not may_hand_in():
        return
    with st.container(key="panel_intake", border=True):
        st.html(
            f'<h2 id="intake">{safe(view.say("intake"))}</h2><p class="muted">{safe(view.say("intake.how"))}</p>'
            f'<p class="muted">{safe(view.say("intake.limits", most=_MOST))}</p>'
            f"<style>.stApp {{ --choose: '{safe(view.say('intake.choose'))}'; }}</style>"
        )
        _draw_form(view)
        running = DESK.last and not DESK.last.over
        st.fragment(_draw_state, run_every=_EVERY if running else None)(view)


def _draw_form(view: View) -> None:
    with st.form("intake", clear_on_submit=True, border=False):
        files = st.file_uploader(
            view.say("intake.files"), accept_multiple_files=True, max_upload_size=_MOST, key="intake_files"
        )
        outlet = st.text_input(view.say("intake.outlet"), key="intake_outlet", max_chars=100)
        if st.form_submit_button(view.say("intake.read"), type="primary"):
            _hand_in(view, files, outlet.strip())


def _hand_in(view: View, files: list[UploadedFile], outlet: str) -> None:
    if not files:
        st.html(f'<p class="muted" role="status">{safe(view.say("intake.none"))}</p>')
    elif DESK.receive([Handed(file.name, file) for file in files], outlet or None):
        st.session_state[_WAITING] = True
    else:
        st.html(f'<p class="muted" role="status">{safe(view.say("intake.busy"))}</p>')


def _draw_state(view: View) -> None:
    """How far the files are. When they have been read, the whole page is drawn anew: it holds more."""
    intake = DESK.last
    if intake is None:
        return
    if not intake.over:
        st.session_state[_WAITING] = True
    elif st.session_state.pop(_WAITING, False):
        st.rerun()
    names = ", ".join(_as_written(name) for name in intake.names[:_NAMED])
    more = view.say("intake.more", n=len(intake.names) - _NAMED) if len(intake.names) > _NAMED else ""
    told = partial(_tell_report, view, intake, intake.report) if intake.report else partial(_tell_rest, view, intake)
    st.html(f'<section class="intake" role="status"><h3>{names} {safe(more)}</h3>{told()}</section>')


def _tell_rest(view: View, intake: Intake) -> str:
    """A fault in one sentence, or how far it has come."""
    if intake.failure:
        return f"<p>{safe(view.say('failure.text', code=intake.failure))}</p>"
    if intake.fault:
        return f"<p><b>{safe(view.say('intake.stopped'))}</b> {apart(tell_fault(view.words, intake.fault))}</p>"
    if intake.progress is None:
        return f"<progress></progress><p class=muted>{safe(view.say('intake.begins'))}</p>"
    return _tell_progress(view, intake.progress)


def _tell_progress(view: View, progress: Progress) -> str:
    told = view.say("intake.progress", n=progress.done, rate=round(progress.rate))
    if progress.left is None:
        return f"<progress></progress><p class=muted>{safe(told)}</p>"
    passed = progress.done / max(progress.rate, 0.001)
    left = view.say("intake.left", n=max(1, round(progress.left)))
    bar = f'<progress max="{passed + progress.left:.1f}" value="{passed:.1f}"></progress>'
    return f"{bar}<p class=muted>{safe(told)} {safe(left)}</p>"


def _tell_report(view: View, intake: Intake, report: Report) -> str:
    counts = {"read": report.read, "stored": report.stored, "known": report.known, "left": report.rejected.total()}
    tiles = "".join(
        f"<div><dt>{safe(view.say(f'runs.{name}'))}</dt><dd>{view.words.number(count)}</dd></div>"
        for name, count in counts.items()
    )
    left = ""
    if report.rejected:
        first = tell_places(view, intake.rejected)
        counted = tell_reasons(view, report.rejected) if report.rejected.total() > len(intake.rejected) else ""
        left = f"{counted}{first}<p>{tell_taking(view, report.run)}</p>"
    return f"<dl>{tiles}</dl>{left}{_tell_notes(view, report.notes)}"


def _tell_notes(view: View, notes: Notes) -> str:
    """Which columns were taken for what, what was repaired, and what was not read."""
    repairs = sorted(view.say(f"repair.{one.code}", value=isolated(one.value)) for one in notes.repairs)
    told = {
        "columns": [_as_written(name) for name in sorted(notes.columns)],
        "repairs": [safe(repair) for repair in repairs],
        "fields": [_as_written(name) for name in sorted(notes.fields)],
    }
    comma = view.say("list.comma")
    lines = "".join(
        f"<li>{safe(view.say(f'intake.{name}'))} {safe(comma).join(found)}</li>"
        for name, found in told.items()
        if found
    )
    return f'<ul class="plain muted">{lines}</ul>' if lines else ""


def _as_written(name: str) -> str:
    """A name with Latin parts, as of a file, from left to right for everyone."""
    return f'<bdi dir="ltr">{safe(name)}</bdi>'
