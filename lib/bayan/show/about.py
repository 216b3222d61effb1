"""The method in short: what is counted as a statement, how well it is found, what the columns mean, how to cite it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import streamlit as st
import yaml

from bayan.data import data_path
from bayan.records import Act
from bayan.show.codebook import tell_codebook
from bayan.show.safe import safe
from bayan.show.view import View

_DEFINED = ("kinds", "dates", "speakers", "copies", "selection")
_LIMITS = ("acts", "relays", "addressees")
_FIGURES = ("detection", "strict", "attributed", "act", "record")
_PIECE = re.compile(r"\[(\w+)\|([^]]+)\]")
"""A marked piece of the example: ``[cue|words]``."""
_LOOKS = {"speaker": "name", "cue": "cue", "content": "said act-appeal", "day": "when"}
"""How the pieces of the example are shown: as the reader shows them."""


def draw_about(view: View) -> None:
    """Draw the parts, with a list of them beside."""
    defined = {name: _paragraph(view, f"about.{name}") for name in _DEFINED}
    parts = {
        "statement": _paragraph(view, "about.statement") + _example(view),
        **defined,
        "acts": _acts(view),
        "accuracy": _accuracy(view),
        "limits": _paragraph(view, "about.limits") + _limits(view),
        "codebook": _paragraph(view, "about.codebook") + tell_codebook(view),
        "cite": _paragraph(view, "about.cite"),
        "licence": _paragraph(view, "about.licence"),
    }
    titles = {name: safe(view.say(f"about.{name}.title")) for name in parts}
    listed = "".join(f'<li><a href="#about-{name}">{title}</a></li>' for name, title in titles.items())
    told = "".join(f'<h2 id="about-{name}">{titles[name]}</h2>{part}' for name, part in parts.items())
    lead = f'<h1>{safe(view.say("about.title"))}</h1><p class="lead">{safe(view.say("about.lead"))}</p>'
    contents = safe(view.say("about.contents"))
    st.html(
        f'<div class="method"><nav class="contents" aria-label="{contents}"><h2>{contents}</h2><ol>{listed}</ol></nav>'
        f'<article class="prose">{lead}{told}</article></div>'
    )


def _paragraph(view: View, key: str) -> str:
    return f"<p>{safe(view.say(key))}</p>"


def _example(view: View) -> str:
    """A sentence with its parts marked as the reader marks them, and what each is."""
    sentence = view.say("about.sample")
    pieces = _PIECE.sub(lambda found: f'<span class="{_LOOKS[found[1]]}">{safe(found[2])}</span>', sentence)
    names = dict.fromkeys(found[1] for found in _PIECE.finditer(sentence))
    legend = "".join(
        f'<span><b class="{_LOOKS[name]}">{safe(view.say(f"about.sample.{name}"))}</b></span>' for name in names
    )
    return (
        f'<figure class="sample sheet"><p lang="ar" dir="rtl">{pieces}</p>'
        f'<figcaption class="legend">{legend}</figcaption></figure>'
    )


def _acts(view: View) -> str:
    acts = "".join(
        f'<tr><td><i class="mark act-{act}"></i> {safe(view.say(f"act.{act}"))}</td>'
        f"<td>{safe(view.say(f'about.act.{act}'))}"
        f'<p class="example" lang="ar" dir="rtl">{safe(view.say(f"about.example.{act}"))}</p></td></tr>'
        for act in Act
    )
    return f"<table class=acts><tbody>{acts}</tbody></table>"


def _limits(view: View) -> str:
    told = [safe(view.say(f"about.limits.{name}")) for name in _LIMITS]
    return f"<ul>{''.join(f'<li>{one}</li>' for one in told)}</ul>"


def _accuracy(view: View) -> str:
    """The figures of the last measurement."""
    measured = _measured()
    heads = "".join(f"<th>{safe(view.say(f'figure.{name}'))}</th>" for name in ("set", *_FIGURES))
    lines = "".join(_line(view, row) for row in measured["sets"])
    table = f'<table class="numbers"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'
    told = view.say("about.accuracy", day=view.words.day(measured["measured"]), engine=measured["engine"])
    return f'<p>{safe(told)}</p><div class="scroll" tabindex="0">{table}</div>'


def _line(view: View, row: dict[str, Any]) -> str:
    name = view.say(f"figure.set.{str(row['name']).replace('-', '_')}", press=str(row["press"]))
    size = " · ".join(view.say(f"count.{what}", n=row[what]) for what in ("articles", "statements"))
    cells = "".join(f"<td>{view.words.write(f'{row[figure]:.2f}')}</td>" for figure in _FIGURES)
    return f'<tr><td>{safe(name)}<br /><span class="muted">{safe(size)}</span></td>{cells}</tr>'


@cache
def _measured() -> dict[str, Any]:
    measured: dict[str, Any] = yaml.safe_load(data_path("accuracy.yaml").read_text(encoding="utf-8"))
    return measured
