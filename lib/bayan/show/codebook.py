"""What the columns of the extracts mean, on pages."""

from __future__ import annotations

from bayan.export import COLUMNS, Table, tell_meaning
from bayan.show.safe import safe
from bayan.show.view import View


def tell_column(view: View, table: Table, name: str) -> str:
    """The meaning of a column; its words between backticks are shown as words of programs, from left to right."""
    parts = [safe(part) for part in tell_meaning(table, name, view.words.lang).split("`")]
    return "".join(f'<code dir="ltr">{part}</code>' if at % 2 else part for at, part in enumerate(parts))


def tell_codebook(view: View) -> str:
    """Every column of every table, each table folded under its name."""
    return "".join(_tell_table(view, table) for table in COLUMNS)


def _tell_table(view: View, table: Table) -> str:
    names = [column.name for column in COLUMNS[table]]
    lines = "".join(
        f'<div><dt><code dir="ltr">{safe(name)}</code></dt><dd>{tell_column(view, table, name)}</dd></div>'
        for name in names
    )
    count = safe(view.say("about.columns", n=len(names)))
    summary = f'{safe(view.say(f"extracts.{table}"))} <span class="muted">{count}</span>'
    return f'<details class="book"><summary>{summary}</summary><dl>{lines}</dl></details>'
