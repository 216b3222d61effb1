"""Extracts: what the filters select, all of it: which table, as which file, with which columns."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from bayan.errors import BadSelection
from bayan.export import COLUMNS, FORMS, TABLES, Table
from bayan.queries import print_selection, rows
from bayan.show.codebook import tell_column
from bayan.show.notices import draw_empty
from bayan.show.safe import safe
from bayan.show.view import View

_WEIGHT = "body"
"""The column that makes an extract heavy: articles are offered with and without it."""
_FIRST_FORM = "xlsx"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the address says of an extract. ``without`` are the columns that are left out."""

    table: Table
    form: str
    without: frozenset[str]

    @property
    def kind(self) -> str:
        """The table; articles with their texts are a kind of their own."""
        return "texts" if self.table == "articles" and _WEIGHT not in self.without else self.table

    @property
    def has_columns(self) -> bool:
        """Whether there are columns to choose: a network has none."""
        return self.form != "gexf"


def read_choice(view: View) -> Choice:
    """What the address says of the extract. Raises BadSelection."""
    kept = dict(view.kept)
    table = next((name for name in TABLES if name == kept.get("table", TABLES[0])), None)
    form = kept.get("form", _FIRST_FORM)
    if table is None or form not in FORMS or table not in FORMS[form].tables:
        raise BadSelection("no_extract", text=kept.get("table", TABLES[0]), form=form)
    left_out = frozenset(kept.get("without", "").split(",")) & {column.name for column in COLUMNS[table]}
    if len(left_out) == len(COLUMNS[table]):
        raise BadSelection("no_columns")
    return Choice(table, form, left_out)


def draw_extracts(view: View, found: rows.Totals, actors: int | None, pairs: int | None) -> None:
    """Draw the kinds of record with their numbers under the selection, the forms of file, and the columns."""
    choice = read_choice(view)
    if not found.articles:
        draw_empty(view)
    counts = {
        "statements": found.statements,
        "mentions": found.mentions,
        "articles": found.articles,
        "texts": found.articles,
        "actors": actors,
        "pairs": pairs,
    }
    kinds = "".join(_kind(view, choice, name, count) for name, count in counts.items())
    st.html(
        f'<div class="extracts"><h2>{safe(view.say("extracts.choose"))}</h2><ul class="kinds">{kinds}</ul>'
        f"{_forms(view, choice)}{_buttons(view, choice)}{_columns(view, choice)}</div>"
    )


def _kind(view: View, choice: Choice, name: str, count: int | None) -> str:
    table = "articles" if name == "texts" else name
    form = choice.form if table in FORMS[choice.form].tables else ""
    href = view.link(None, None, table=table, form=form, without=_WEIGHT if name == "articles" else "")
    if count is None:
        number = f'<span class="muted">{safe(view.say("extracts.uncounted"))}</span>'
    else:
        number = f'<span class="n">{view.words.number(count)}</span>'
    return (
        f'<li><a href="{safe(href)}"{_current(name == choice.kind)}><b>{safe(view.say(f"extracts.{name}"))}</b>'
        f'{number}<span class="what">{safe(view.say(f"extracts.{name}.what"))}</span></a></li>'
    )


def _forms(view: View, choice: Choice) -> str:
    links = "".join(
        f'<a href="{safe(view.link(None, None, form=name))}"{_current(name == choice.form)}>'
        f"{safe(view.say(f'extracts.form.{name}'))}</a>"
        for name, form in FORMS.items()
        if choice.table in form.tables
    )
    return (
        f'<h2>{safe(view.say("extracts.form"))}</h2><div class="choices" role="group">{links}</div>'
        f'<p class="muted">{safe(view.say(f"extracts.form.{choice.form}.what"))}</p>'
    )


def _buttons(view: View, choice: Choice) -> str:
    left_out = ",".join(column.name for column in COLUMNS[choice.table] if column.name in choice.without)
    words = {**print_selection(view.selection), "lang": view.words.lang}
    both = words | ({"without": left_out} if left_out else {})
    alone = both if choice.has_columns else words
    told = view.say("extracts.download", form=view.say(f"extracts.form.{choice.form}"))
    return (
        f'<p class="buttons"><a class="button primary" download href="'
        f'{safe(f"/download/{choice.table}/{choice.form}?{urlencode(alone)}")}">{safe(told)}</a>'
        f'<a class="button" download href="{safe(f"/download/{choice.table}/package?{urlencode(both)}")}">'
        f'{safe(view.say("extracts.package"))}</a></p><p class="muted">{safe(view.say("extracts.package.what"))}</p>'
    )


def _columns(view: View, choice: Choice) -> str:
    """The columns with their meanings; a link adds one or takes it away."""
    if not choice.has_columns:
        return ""
    names = [column.name for column in COLUMNS[choice.table]]
    chosen = len(names) - len(choice.without)
    listed = "".join(_column(view, choice, name, last=chosen == 1 and name not in choice.without) for name in names)
    back = f' · <a href="{safe(view.link(None, None, without=""))}">{safe(view.say("extracts.columns.all"))}</a>'
    told = safe(view.say("extracts.columns.chosen", chosen=chosen, known=len(names)))
    return (
        f'<h2>{safe(view.say("extracts.columns"))}</h2><p class="muted">{told}{back if choice.without else ""}</p>'
        f'<ul class="columns facet">{listed}</ul>'
    )


def _column(view: View, choice: Choice, name: str, *, last: bool) -> str:
    taken = name not in choice.without
    without = choice.without ^ {name} if not last else choice.without
    href = view.link(None, None, without=",".join(sorted(without)))
    return (
        f'<li><a href="{safe(href)}"{_current(taken)}><span class="box"></span><code dir="ltr">{safe(name)}</code>'
        f"<span>{tell_column(view, choice.table, name)}</span></a></li>"
    )


def _current(on: bool) -> str:
    return " aria-current=true" if on else ""
