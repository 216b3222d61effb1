"""What people did with a statement, as a mark beside it, and the way to say so."""

from __future__ import annotations

from bayan.queries import rows
from bayan.show.permission import may_write
from bayan.show.safe import safe
from bayan.show.view import View


def tell_review(view: View, row: rows.StatementRow) -> str:
    """That a statement was confirmed or corrected; nothing where nobody has looked."""
    if row.reviewed == "extracted":
        return ""
    return f'<span class="reviewed {row.reviewed}">{safe(view.say(f"reviewed.{row.reviewed}"))}</span>'


def tell_way(view: View, row: rows.StatementRow) -> str:
    """The way to the review of a statement, for those who may."""
    if not may_write():
        return ""
    return f'<a href="{safe(view.link("review", statement=row.id))}">{safe(view.say("review.this"))}</a>'
