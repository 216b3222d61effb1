"""The article, whole: statements tinted where they stand, cues underlined, names heavier, cards in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

import streamlit as st

from bayan.queries import mark_words, rows
from bayan.records import SUMMARY, Act, Field, Span
from bayan.show.cards import quote, tell_act, tell_chain, tell_confidence, tell_days, tell_speaker
from bayan.show.citing import draw_citations
from bayan.show.names import name_outlet
from bayan.show.notices import draw_notice
from bayan.show.panels import tell_button
from bayan.show.reasons import tell_reasons
from bayan.show.review.marks import tell_review, tell_way
from bayan.show.safe import apart, isolated, safe
from bayan.show.variants import tell_variants
from bayan.show.view import View


@dataclass(frozen=True, slots=True)
class Related:
    """What stands around an article and its statement: near copies, what the statement may deny, the same words."""

    copies: Sequence[rows.Copy] = ()
    claims: Sequence[rows.StatementRow] = ()
    variants: Sequence[rows.StatementRow] = ()


def draw_reader(
    view: View,
    article: rows.ArticleView | None,
    beside: rows.Neighbours,
    related: Related,
) -> None:
    """Draw an article with its margin; the statement that the address names is marked, with what is ``related`` to it.

    ``beside`` are the articles before and after it in the list.
    """
    if article is None:
        back = tell_button(view.link("articles"), view.say("reader.back"))
        named = view.article or ""
        why = view.say("reader.gone", id=isolated(named)) if named else view.say("reader.choose")
        draw_notice(view.say("reader.missing" if named else "reader.nameless"), why, f"<p>{back}</p>", alone=True)
        return
    ordered = sorted(article.statements, key=lambda row: (row.field != "title", row.content))
    numbers = {row.id: at for at, row in enumerate(ordered, start=1)}
    sought = view.selection.q
    headed = mark_words(article.title, sought)
    title = "".join(annotate(article, "title", Span(0, len(article.title)), numbers, view.statement, headed))
    found = mark_words(article.body, sought)
    body = "".join(
        f"<p>{''.join(annotate(article, 'body', paragraph, numbers, view.statement, found))}</p>"
        for paragraph in paragraphs(article.body)
    )
    notes = "".join(_note(view, row, numbers[row.id], related) for row in ordered)
    gone = view.statement and view.statement not in numbers
    unknown = f'<p class="muted unknown">{safe(view.say("reader.unknown"))}</p>' if gone else ""
    margin = f"<ol class=notes>{notes}</ol>" if notes else f"<p class=muted>{safe(view.say('reader.none'))}</p>"
    st.html(
        f'{_ways(view, beside)}<div class="reading"><article class="sheet" lang="ar" dir="rtl">{_head(view, article)}'
        f'<h1 class="headline">{title}</h1>{body}{_foot(view, article)}</article>'
        f'<aside class="margin" aria-label="{safe(view.say("reader.margin"))}">'
        f"<h2>{safe(view.say('count.statements', n=len(ordered)))}</h2>{unknown}{margin}{_copies(view, related.copies)}"
        "</aside></div>"
    )


def _ways(view: View, beside: rows.Neighbours) -> str:
    """Back to the list, to the articles beside this one, what is marked, and the keys that do the same."""
    links = [(view.link("articles"), "back", "")]
    links += [(view.link(id=beside.newer), "newer", "p")] if beside.newer else []
    links += [(view.link(id=beside.older), "older", "n")] if beside.older else []
    told = "".join(
        f'<a data-key="{key}" href="{safe(href)}">{safe(view.say(f"reader.{name}"))}</a>' for href, name, key in links
    )
    names = f'<label><input type="checkbox" class="show-names" checked />{safe(view.say("reader.names"))}</label>'
    return f'<nav class="ways">{told}{names}<span class="keys">{safe(view.say("reader.keys"))}</span></nav>'


def _head(view: View, article: rows.ArticleView) -> str:
    outlet, day = apart(name_outlet(view.words, article.outlet)), apart(view.words.day(article.published))
    told = f" · {safe(view.say('reader.summary'))}" if article.source.endswith(SUMMARY) else ""
    return f'<p class="source" dir="{"rtl" if view.words.rtl else "ltr"}">{outlet} · {day}{told}</p>'


def _foot(view: View, article: rows.ArticleView) -> str:
    """Who wrote it (for the demo corpus: from which facts) and where it was read."""
    lines = [apart(article.author)] if article.author else []
    parts = urlsplit(article.url or "")
    if parts.scheme in ("http", "https") and not (parts.hostname or "").endswith(".example"):
        href, told = safe(article.url), safe(view.say("reader.original"))
        lines.append(f'<a href="{href}" target="_blank">{told}</a>')
    return f"<footer>{' · '.join(lines)}</footer>" if lines else ""


def paragraphs(body: str) -> Iterator[Span]:
    """The ranges of the paragraphs of a text."""
    start = 0
    for line in body.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def annotate(
    article: rows.ArticleView,
    field: Field,
    within: Span,
    numbers: dict[str, int],
    current: str | None,
    sought: Sequence[Span] = (),
) -> Iterator[str]:
    """The text of a range, cut wherever an annotation begins or ends; words that were ``sought`` are highlighted."""
    statements = [row for row in article.statements if row.field == field]
    names = [mention.span for mention in article.mentions if mention.field == field]
    marks = [span for span in sought if span.start < within.end and within.start < span.end]
    spans = [span for row in statements for span in (row.content, row.cue)] + names + marks
    edges = {edge for span in spans for edge in span if within.start < edge < within.end}
    cuts = [within.start, *sorted(edges), within.end]
    for start, end in pairwise(cuts):
        covering = [row for row in statements if row.content.start <= start and end <= row.content.end]
        piece = safe(getattr(article, field)[start:end])
        if any(_inside(start, end, mark) for mark in marks):
            piece = f"<mark>{piece}</mark>"
        if any(_inside(start, end, row.cue) for row in statements):
            piece = f'<span class="cue">{piece}</span>'
        if any(_inside(start, end, name) for name in names):
            piece = f'<b class="name">{piece}</b>'
        yield _tint(piece, start, covering, current)
        for row in statements:
            if row.content.end == end:
                yield f'<a class="ref act-{row.act}" href="#note-{safe(row.id)}">{numbers[row.id]}</a>'


def _tint(piece: str, start: int, covering: Sequence[rows.StatementRow], current: str | None) -> str:
    """The words of the innermost statement in the colour of its act; its first piece is the place to jump to."""
    if not covering:
        return piece
    row = min(covering, key=lambda row: row.content.end - row.content.start)
    marked = " current" if any(row.id == current for row in covering) else ""
    places = [row.id for row in covering if row.content.start == start]
    anchors = "".join(f'<a id="said-{safe(place)}" class="anchor"></a>' for place in places)
    return f'{anchors}<span class="said act-{row.act}{marked}">{piece}</span>'


def _inside(start: int, end: int, span: Span) -> bool:
    return span.start <= start and end <= span.end


def _note(view: View, row: rows.StatementRow, number: int, related: Related) -> str:
    current = " current" if row.id == view.statement else ""
    via = f'<p class="meta">{safe(view.say("card.via"))} {apart(row.via)}</p>' if row.via else ""
    permalink = view.link(id=row.article_id, statement=row.id)
    denied = _denied(view, related.claims) if current and row.act is Act.DENY else ""
    told = view.words.number(number)
    more = tell_reasons(view, row) + denied + tell_variants(view, row, related.variants) if current else ""
    return (
        f'<li id="note-{safe(row.id)}" class="note act-{row.act}{current}">'
        f'<p class="meta"><a class="number" href="#said-{safe(row.id)}">{told}</a>{tell_act(view, row)}'
        f'{tell_review(view, row)}<a class="go" href="{safe(permalink)}">{safe(view.say("reader.permalink"))}</a></p>'
        f'<p class="speaker">{tell_speaker(view, row)}</p>{via}'
        f'<p class="meta">{tell_days(view, row)}{tell_confidence(view, row)}</p>'
        f'<div class="tools">{draw_citations(view, row)}{tell_way(view, row)}</div>{more}</li>'
    )


def _copies(view: View, copies: Sequence[rows.Copy]) -> str:
    """The near copies of an article, the first published marked."""
    if not copies:
        return ""
    first = f" · {safe(view.say('reader.first'))}"
    told = "".join(
        f'<li><a href="{safe(view.link(id=copy.id))}">{apart(name_outlet(view.words, copy.outlet))}</a>'
        f" · {safe(view.words.day(copy.published))}{first if copy.first else ''}</li>"
        for copy in copies
    )
    title = safe(view.say("reader.copies", n=len(copies)))
    return f'<section class="copies"><h2>{title}</h2><ul class="plain">{told}</ul></section>'


def _denied(view: View, claims: Sequence[rows.StatementRow]) -> str:
    """What a denial may answer: found by shared words, so it is offered and not claimed."""
    title = safe(view.say("reader.denied"))
    if not claims:
        return f'<section class="more denied"><p class="muted">{safe(view.say("reader.denied.none"))}</p></section>'
    told = "".join(
        f'<li>{quote(view, row)}<p class="meta">{tell_act(view, row)}{tell_speaker(view, row)}{tell_chain(view, row)}'
        f'<a class="go" href="{safe(view.link(id=row.article_id, statement=row.id))}">'
        f"{safe(view.say('card.article'))}</a></p></li>"
        for row in claims
    )
    return f'<section class="more denied"><h3>{title}</h3><ul>{told}</ul></section>'
