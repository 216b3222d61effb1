"""Articles and findings for the tests of the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bayan.records import Act, Actor, Article, Extraction, Kind, Mention, Span, SpeakerKind, Statement, Tenure

LAVROV = Actor(
    "sergey-lavrov",
    SpeakerKind.PERSON,
    "سيرغي لافروف",
    "Sergey Lavrov",
    aliases=("لافروف",),
    principal="russia",
    tenures=(
        Tenure("مندوب روسيا", "Representative to the United Nations", "russia", "1994", "2004-03", "a source"),
        Tenure("وزير الخارجية", "Foreign Minister", "russia", "2004-03-09", None, "a source"),
    ),
)
RUSSIA = Actor("russia", SpeakerKind.STATE, "روسيا", "Russia")
ACTORS = (LAVROV, RUSSIA)
PRINCIPALS = {"sergey-lavrov": ("russia",)}
DAYS = (None, *(date(2019, 11, 20) + timedelta(17 * number) for number in range(12)))


def make_article(number: int, day: date | None = date(2020, 7, 8), outlet: str = "a.example") -> Article:
    return Article(
        outlet,
        f"لافروف: خبر {number}",
        f"قال لافروف إن القتال توقف {number}\nوأضاف أن الهدنة قائمة",
        day,
        url=f"https://{outlet}/{number}",
        source=f"news.jsonl:{number}",
    )


def find(article: Article, **changed: object) -> Extraction:
    """One statement by Lavrov, one by somebody whom the registry does not know, one mention."""
    end = article.body.index("\n")
    values: dict[str, object] = {
        "field": "body",
        "cue": Span(0, 3),
        "content": Span(14, end),
        "kind": Kind.INDIRECT,
        "speaker": "سيرغي لافروف",
        "speaker_kind": SpeakerKind.PERSON,
        "act": Act.INFORM,
        "speaker_id": "sergey-lavrov",
    }
    first = Statement(**{**values, **changed})  # type: ignore[arg-type]
    second = Statement(
        "body",
        Span(end + 1, end + 6),
        Span(end + 10, len(article.body)),
        Kind.DIRECT,
        "مصدر, مطلع",
        SpeakerKind.UNNAMED,
        Act.PLEDGE,
        topics=("ceasefire",),
    )
    return Extraction((first, second), (Mention("body", Span(4, 10), "sergey-lavrov", "لافروف"),))


def make_batch(count: int, first: int = 0) -> list[tuple[Article, Extraction]]:
    articles = [make_article(number) for number in range(first, first + count)]
    return [(article, find(article)) for article in articles]


def make_press() -> Iterator[tuple[Article, Extraction]]:
    """Articles of several quarters and one without a day, of two speakers and outlets, on several topics."""
    for number, day in enumerate(DAYS):
        article = make_article(number, day, f"{'ab'[number % 2]}.example")
        found = find(article, topics=("oil", "ceasefire")[: number % 3])
        if number % 4 == 0:
            first, *rest = found.statements
            other = replace(
                first, speaker="قالن", speaker_id=None, speaker_kind=SpeakerKind.PERSON, said_on="2019-12-24"
            )
            found = replace(found, statements=(other, *rest))
        yield article, found
