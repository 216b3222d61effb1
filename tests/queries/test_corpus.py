"""The Python API: a corpus in a script or a notebook."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.made import ACTORS, PRINCIPALS, make_article, make_batch

import bayan
from bayan.errors import StoreError
from bayan.store import open_store


@pytest.fixture
def path(place: str) -> str:
    with open_store(place, write=True, create=True) as store:
        store.sync_actors(ACTORS, PRINCIPALS)
        store.save([*make_batch(3), (make_article(9, day=None), None)], extractor="1")
    return place


def test_rows_can_be_read_again_and_again(path: str) -> None:
    with bayan.open(path) as corpus:
        rows = corpus.statements(bayan.Selection(actor=("sergey-lavrov",), since="2020-06-01"))
        assert [row.speaker_key for row in rows] == [row.speaker_key for row in rows] == ["sergey-lavrov"] * 3
        assert corpus.totals(bayan.Selection(behalf=("russia",))).statements == 3


def test_frames_have_the_columns_of_the_extracts(path: str) -> None:
    with bayan.open(path) as corpus:
        statements, mentions, articles = (
            rows.to_pandas() for rows in (corpus.statements(), corpus.mentions(), corpus.articles())
        )
    assert len(statements) == 6
    assert statements["published"].dt.year.unique().tolist() == [2020]
    assert statements.groupby("speaker_key").size().to_dict() == {"sergey-lavrov": 3, "~مصدر مطلع": 3}
    assert list(mentions["text"]) == ["لافروف"] * 3
    assert articles["published"].isna().tolist() == [False, False, False, True]


def test_an_empty_selection_of_rows_is_an_empty_frame(path: str) -> None:
    with bayan.open(path) as corpus:
        frame = corpus.statements(bayan.Selection(outlet=("nobody.example",))).to_pandas()
    assert frame.empty
    assert "content_text" in frame


def test_actors_and_articles_are_found(path: str) -> None:
    with bayan.open(path) as corpus:
        assert [actor.key for actor in corpus.actors("لافروف")] == ["sergey-lavrov"]
        assert [actor.key for actor in corpus.actors("lavrov")] == ["sergey-lavrov"]
        assert {actor.key: actor.has_speakers for actor in corpus.actors()}["russia"]
        view = corpus.article(make_article(1).id)
    assert view is not None
    assert [row.cue_text for row in view.statements] == ["قال", "وأضاف"]
    assert [view.body[slice(*mention.span)] for mention in view.mentions] == ["لافروف"]


def test_a_missing_store_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        bayan.open(tmp_path / "none.db")


def test_importing_bayan_loads_no_room() -> None:
    assert not hasattr(bayan, "nothing")
    assert {"open", "Selection"} <= set(bayan.__all__)
