"""The text of an article stays whole, whatever is marked in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from bayan.queries import rows
from bayan.records import Act, Kind, Span, SpeakerKind
from bayan.show.reader import annotate

BODY = "قال الوزير <إن> الاتفاق قائم\nوأضاف: «لن نقبل» بالتقسيم"


def statement(number: int, cue: Span, content: Span, act: Act = Act.DENY) -> rows.StatementRow:
    return rows.StatementRow(
        id=f"s{number}",
        article_id="a",
        field="body",
        cue=cue,
        content=content,
        cue_text="",
        content_text="",
        kind=Kind.DIRECT,
        act=act,
        speaker="الوزير",
        speaker_key=None,
        speaker_id=None,
        speaker_en=None,
        speaker_surface=None,
        speaker_kind=SpeakerKind.PERSON,
        role=None,
        role_en=None,
        principal_id=None,
        via=None,
        addressee_id=None,
        said_on=None,
        day=None,
        day_basis=None,
        published=None,
        outlet="o",
        title="",
        url=None,
        topics=(),
        diplomatic=False,
        confidence=1,
        evidence=(),
    )


def article(statements: list[rows.StatementRow], names: list[Span]) -> rows.ArticleView:
    mentions = tuple(rows.MentionRow("body", span, "x", "x", "x") for span in names)
    return rows.ArticleView(
        "a", "o", "", BODY, date(2020, 7, 1), None, None, None, "", tuple(statements), mentions
    )  # fmt: skip


def whole(found: rows.ArticleView, current: str | None = None, sought: Sequence[Span] = ()) -> str:
    numbers = {row.id: at for at, row in enumerate(found.statements, start=1)}
    return "".join(annotate(found, "body", Span(0, len(BODY)), numbers, current, sought))


spans = st.tuples(st.integers(0, len(BODY) - 1), st.integers(1, len(BODY))).map(
    lambda ends: Span(min(ends), max(ends) + 1)
)


@given(st.lists(st.tuples(spans, spans), max_size=4), st.lists(spans, max_size=4), st.lists(spans, max_size=2))
def test_no_letter_is_lost_or_added(marked: list[tuple[Span, Span]], names: list[Span], sought: list[Span]) -> None:
    statements = [statement(at, cue, content) for at, (cue, content) in enumerate(marked)]
    shown = re.sub(r'<a class="ref[^>]*>\d+</a>', "", whole(article(statements, names), sought=sought))
    assert unescape(re.sub(r"<[^>]+>", "", shown)) == BODY


def test_a_statement_is_tinted_by_its_act_and_leads_to_its_note() -> None:
    content = Span(BODY.index("لن"), BODY.index("»"))
    shown = whole(article([statement(7, Span(0, 3), content, Act.REJECT)], []), current="s7")
    assert '<span class="said act-reject current">لن نقبل</span>' in shown
    assert '<a class="ref act-reject" href="#note-s7">1</a>' in shown
    assert '<span class="cue">قال</span>' in shown
    assert '<a id="said-s7"' in shown


def test_words_that_were_looked_for_are_highlighted_also_within_a_statement() -> None:
    content = Span(BODY.index("لن"), BODY.index("»"))
    found = Span(BODY.index("نقبل"), content.end)
    shown = whole(article([statement(7, Span(0, 3), content)], []), sought=[found])
    assert '<span class="said act-deny"><mark>نقبل</mark></span>' in shown
