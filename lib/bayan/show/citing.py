"""How a statement is cited: where it stands, who said it, in the forms that authors and their programs read."""

from __future__ import annotations

import re

from babel.dates import format_date

from bayan.queries import rows
from bayan.show.names import name_outlet
from bayan.show.opening import tell_closed
from bayan.show.view import View
from bayan.show.words import load_words

_BRACES = str.maketrans({"{": "(", "}": ")", "\\": "/"})
_KEY = re.compile(r"[^a-z0-9]+")


def draw_citations(view: View, row: rows.StatementRow) -> str:
    """The citation in each form, behind one word, each with a way to copy it; and the statement's address."""
    forms = (("Chicago", chicago(view, row)), ("APA", apa(view, row)), ("BibTeX", bibtex(view, row)))
    told = {"forms": forms, "copy": view.say("cite.copy"), "done": view.say("cite.done")}
    return tell_closed("cite", view.say("cite"), told)


def chicago(view: View, row: rows.StatementRow) -> str:
    """Outlet, title, day, address, and the statement with its place; the day as bibliographies have it."""
    day = load_words(view.words.lang).day(row.published)
    title = view.say("cite.title", title=row.title.strip())
    parts = (_outlet(view, row), title, day, row.url, _where(view, row))
    return f"{view.say('cite.stop').join(filter(None, parts))}."


def apa(view: View, row: rows.StatementRow) -> str:
    """Outlet, day in parentheses, title, the statement with its place, address."""
    form = "y, MMMM d" if view.words.lang == "en" else "d MMMM y"
    day = format_date(row.published, form, locale=view.words.lang) if row.published else view.say("day.unknown")
    parts = (f"{_outlet(view, row)} ({day}).", f"\u2068{row.title.strip()}\u2069.", f"[{_where(view, row)}].", row.url)
    return " ".join(filter(None, parts))


def bibtex(view: View, row: rows.StatementRow) -> str:
    """An entry for reference managers; its key is the outlet, the day and the statement's id."""
    day = row.published.isoformat() if row.published else ""
    fields = {
        "author": f"{{{_plain(_outlet(view, row))}}}",
        "title": _plain(row.title.strip()),
        "date": day,
        "url": _plain(row.url or ""),
        "note": _plain(_where(view, row)),
        "langid": "arabic",
    }
    key = "-".join(filter(None, (_KEY.sub("-", row.outlet.lower()).strip("-"), day, row.id[:6])))
    lines = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items() if text)
    return f"@online{{{key},\n{lines}\n}}"


def _plain(text: str) -> str:
    return text.translate(_BRACES)


def _where(view: View, row: rows.StatementRow) -> str:
    start, end = str(row.content.start), str(row.content.end)
    key = "cite.headline" if row.field == "title" else "cite.where"
    return view.say(key, speaker=_speaker(view, row), start=start, end=end, id=row.id)


def _outlet(view: View, row: rows.StatementRow) -> str:
    return name_outlet(view.words, row.outlet)


def _speaker(view: View, row: rows.StatementRow) -> str:
    return view.words.either(row.speaker or "", row.speaker_en) or view.say("speaker.unknown")
