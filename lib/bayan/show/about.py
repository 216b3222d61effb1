"""The method: what counts as a statement, what the acts mean, how well it works, where the limits are, how to cite."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st
import yaml

from bayan.data import data_path
from bayan.records import Act
from bayan.show.safe import safe
from bayan.show.view import View

_TOLD = ("statement", "kinds", "dates", "speakers", "copies", "selection")
_FIGURES = ("detection", "strict", "attributed", "act", "record")


def draw_about(view: View) -> None:
    """Draw the definitions, the acts with examples, the measured figures, the limits, and how to cite."""
    told = "".join(_part(view, name) for name in _TOLD)
    lead = f"<h1>{safe(view.say('about.title'))}</h1><p class=lead>{safe(view.say('about.lead'))}</p>"
    end = "".join(_part(view, name) for name in ("limits", "cite", "licence"))
    st.html(f'<article class="prose">{lead}{told}{_acts(view)}{_accuracy(view)}{end}</article>')


def _part(view: View, name: str) -> str:
    return f"<h2>{safe(view.say(f'about.{name}.title'))}</h2><p>{safe(view.say(f'about.{name}'))}</p>"


def _acts(view: View) -> str:
    acts = "".join(
        f'<tr><td><i class="mark act-{act}"></i> {safe(view.say(f"act.{act}"))}</td>'
        f"<td>{safe(view.say(f'about.act.{act}'))}"
        f'<p class="example" lang="ar" dir="rtl">{safe(view.say(f"about.example.{act}"))}</p></td></tr>'
        for act in Act
    )
    return f"<h2>{safe(view.say('about.acts'))}</h2><table class=acts><tbody>{acts}</tbody></table>"


def _accuracy(view: View) -> str:
    """The figures of the last measurement; nothing where none has been printed."""
    measured = _measured()
    heads = "".join(f"<th>{safe(view.say(f'figure.{name}'))}</th>" for name in ("set", *_FIGURES))
    lines = "".join(_line(view, row) for row in measured["sets"])
    table = f'<table class="numbers"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'
    told = view.say("about.accuracy", day=view.words.day(measured["measured"]), engine=measured["engine"])
    return f'<h2>{safe(view.say("about.accuracy.title"))}</h2><p>{safe(told)}</p><div class="scroll">{table}</div>'


def _line(view: View, row: dict[str, Any]) -> str:
    name = view.say(f"figure.set.{str(row['name']).replace('-', '_')}", press=str(row["press"]))
    size = f"{view.say('count.articles', n=row['articles'])}, {view.say('count.statements', n=row['statements'])}"
    cells = "".join(f"<td>{row[figure]:.2f}</td>" for figure in _FIGURES)
    return f'<tr><td>{safe(name)}<br /><span class="muted">{safe(size)}</span></td>{cells}</tr>'


@cache
def _measured() -> dict[str, Any]:
    measured: dict[str, Any] = yaml.safe_load(data_path("accuracy.yaml").read_text(encoding="utf-8"))
    return measured
