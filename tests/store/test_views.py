"""Named addresses are kept for each person apart, also in a store that an older Bayan made."""

from __future__ import annotations

from tests.store.older import make_older

from bayan.store import open_store, verify


def test_a_view_is_kept_changed_and_forgotten_for_its_owner_alone(place: str) -> None:
    with open_store(place, write=True, create=True) as store:
        store.keep_view("nadia", "هدنة", "/timeline?topic=ceasefire&lang=ar")
        store.keep_view("nadia", "Denials", "/?act=deny&lang=en")
        store.keep_view("omar", "Denials", "/timeline?act=deny&lang=en")
        store.keep_view("nadia", "Denials", "/articles?act=deny&lang=en")
        assert list(store.views("nadia").items()) == [
            ("Denials", "/articles?act=deny&lang=en"),
            ("هدنة", "/timeline?topic=ceasefire&lang=ar"),
        ]
        store.drop_view("nadia", "Denials")
        assert list(store.views("nadia")) == ["هدنة"]
        assert store.views("omar") == {"Denials": "/timeline?act=deny&lang=en"}
        assert store.views("nobody") == {}


def test_a_store_of_an_older_version_takes_views(place: str) -> None:
    with open_store(place, write=True, create=True):
        pass
    make_older(place, 6)
    with open_store(place, write=True) as store:
        store.keep_view("nadia", "Denials", "/?act=deny")
        assert store.views("nadia") == {"Denials": "/?act=deny"}
        assert list(verify(store)) == []
