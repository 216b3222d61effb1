"""How a statement was found: the entry of the lexicon, the construction, and what told its speaker and its act."""

from __future__ import annotations

from bayan.queries import rows
from bayan.show.safe import safe
from bayan.show.view import View


def tell_reasons(view: View, row: rows.StatementRow) -> str:
    """The evidence of a statement, in words where the catalogue has some; unfolds. Nothing where it has none."""
    lines = "".join(_reason(view, *rule.split(":", 1)) for rule in row.evidence if ":" in rule)
    return f'<details class="why"><summary>{safe(view.say("why"))}</summary><dl>{lines}</dl></details>' if lines else ""


def _reason(view: View, part: str, rule: str) -> str:
    if not view.words.has(f"why.{part}"):
        return ""
    told = " + ".join(_told(view, f"why.{part}.{piece.replace('-', '_')}", piece) for piece in rule.split("+"))
    return f"<div><dt>{safe(view.say(f'why.{part}'))}</dt><dd>{told}</dd></div>"


def _told(view: View, key: str, code: str) -> str:
    """Entries of the lexicon have names, and so has a rule of an engine that this dashboard does not know."""
    return safe(view.say(key)) if view.words.has(key) else f'<code dir="ltr">{safe(code)}</code>'
