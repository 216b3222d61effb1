"""What came into the store since a moment, whenever it was published."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import update
from tests.browser.corpus import ACTORS, CORPUS, PRINCIPALS
from tests.places import Places

from bayan.errors import BadSelection
from bayan.queries import Selection, parse_selection, print_selection, questions
from bayan.store import Store, open_store, tables


@pytest.fixture
def store(places: Places) -> Iterator[Store]:
    """Three articles came in on one day, the oldest on another."""
    address = places.new()
    with open_store(address, write=True, create=True) as opened:
        opened.sync_actors(ACTORS, PRINCIPALS)
        opened.save(CORPUS, extractor="tests")
        text, article = tables.article_text, tables.article
        with opened.write() as connection:
            connection.execute(update(text).values(ingested_at="2026-11-20T08:00:00+00:00"))
            oldest = article.select().order_by(article.c.day).limit(1)
            key = connection.execute(oldest).one().id
            connection.execute(update(text).where(text.c.id == key).values(ingested_at="2026-11-25T06:10:00+00:00"))
        yield opened
    places.free(address)


@pytest.mark.parametrize(
    ("arrived", "articles"), [("2026-11-20", 4), ("2026-11-21", 1), ("2026-11-25T06:10", 1), ("2026-11-25T06:11", 0)]
)
def test_everything_of_later_arrivals_is_selected(store: Store, arrived: str, articles: int) -> None:
    selection = Selection(arrived=arrived)
    found = questions.totals(store, selection)
    assert found.articles == len(list(questions.iter_articles(store, selection))) == articles
    assert found.statements == len(list(questions.iter_statements(store, selection)))
    assert found.mentions == len(list(questions.iter_mentions(store, selection)))
    assert sum(lane.count for lane in questions.timeline(store, selection, by="act").lanes) == found.statements


def test_it_is_a_word_of_addresses() -> None:
    for text in ("2026-11-20", "2026-11-20T06:30"):
        assert parse_selection({"arrived": [text]}) == Selection(arrived=text)
        assert print_selection(Selection(arrived=text)) == {"arrived": text}
    with pytest.raises(BadSelection, match="no minute"):
        parse_selection({"arrived": ["yesterday"]})
