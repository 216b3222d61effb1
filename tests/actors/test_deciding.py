"""Decisions about actors: replayed over the listed registry, each telling where it does not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bayan.actors import Decision, Registry, Sighting, decide, read_decision, suggest
from bayan.errors import BadData
from bayan.records import SpeakerKind

WHO = {"by": "nadia", "at": "2026-01-01T00:00:00+00:00"}
ACCEPT = Decision(
    "accept", **WHO, actor="samir-qarqahi", kind="person", name_ar="سمير القرقاحي", name_en="Samir al-Qarqahi",
    names=("سمير القرقاحى",), principal="egypt", role_ar="مدير المستشفى", role_en="Director of the hospital",
)  # fmt: skip


def after(registry: Registry, *decisions: Decision) -> Registry:
    decided = decide(registry, decisions)
    assert decided.problems == registry.problems
    return decided


def test_an_accepted_name_is_an_actor(registry: Registry) -> None:
    decided = after(registry, ACCEPT)
    [actor] = decided.find("سمير القرقاحى")
    assert (actor.id, actor.kind, actor.name_en) == ("samir-qarqahi", SpeakerKind.PERSON, "Samir al-Qarqahi")
    assert decided.principals(actor.id) == ("egypt",)
    assert [(one.role_ar, one.source) for one in actor.tenures] == [("مدير المستشفى", "decision of nadia")]
    assert registry.find("سمير القرقاحي") == ()


def test_a_name_is_given_to_an_actor_and_taken_away(registry: Registry) -> None:
    merge = Decision("merge", **WHO, actor="sergei-lavrov", names=("الثعلب الأحمر",))
    decided = after(registry, merge)
    assert [one.id for one in decided.find("الثعلب الأحمر")] == ["sergei-lavrov"]
    assert after(registry, merge, replace(merge, decision="split")).find("الثعلب الأحمر") == ()


def test_accepting_is_undone(registry: Registry) -> None:
    decided = after(registry, ACCEPT, Decision("split", **WHO, actor="samir-qarqahi"))
    assert decided.actors == registry.actors


def test_a_renamed_actor_keeps_its_former_name(registry: Registry) -> None:
    decided = after(registry, ACCEPT, Decision("rename", **WHO, actor="samir-qarqahi", name_ar="سمير القرقاح"))
    assert [one.name_ar for one in decided.find("سمير القرقاحي")] == ["سمير القرقاح"]
    english = after(registry, ACCEPT, Decision("rename", **WHO, actor="samir-qarqahi", name_en="Samir Qarqah"))
    assert english.find("سمير القرقاحي")[0].name_en == "Samir Qarqah"


def test_a_dismissed_name_is_not_suggested(registry: Registry) -> None:
    seen = [Sighting("سمير القرقاحي", "", article) for article in "ab"]
    assert len(suggest(registry, seen)) == 1
    dismiss = Decision("dismiss", **WHO, names=("سمير قرقاحي",))
    assert suggest(after(registry, dismiss), seen) == []
    assert len(suggest(after(registry, dismiss, replace(dismiss, decision="restore")), seen)) == 1


MERGE = Decision("merge", **WHO, actor="sergei-lavrov", names=("سيرغي لافروف", "الثعلب الأحمر"))


@pytest.mark.parametrize(
    "made",
    [
        (ACCEPT,),
        (MERGE,),
        (MERGE, replace(MERGE, decision="split", names=("الثعلب الأحمر",))),
        (Decision("split", **WHO, actor="saudi-arabia", names=("الرياض",)),),
        (Decision("split", **WHO, actor="russia", names=("موسكو",)),),
        (Decision("rename", **WHO, actor="sergei-lavrov", name_ar="الثعلب الأحمر", name_en="The Red Fox"),),
        (Decision("rename", **WHO, actor="sergei-lavrov", name_ar="لافروف"),),
        (Decision("rename", **WHO, actor="russia", name_ar="موسكو"),),
        (ACCEPT, Decision("split", **WHO, actor=ACCEPT.actor)),
        (Decision("dismiss", **WHO, names=("سمير القرقاحي",)),),
        (Decision("dismiss", **WHO, names=("سمير القرقاحي",)), Decision("restore", **WHO, names=("سمير القرقاحي",))),
    ],
)
def test_what_takes_a_decision_back_leaves_the_registry_as_it_was(
    registry: Registry, made: tuple[Decision, ...]
) -> None:
    *earlier, last = made
    before, changed = after(registry, *earlier), after(registry, *made)
    assert (changed.actors, changed.dismissed) != (before.actors, before.dismissed)
    decided = after(registry, *made, *last.taken_back(registry, earlier, **WHO))
    assert (decided.actors, decided.dismissed) == (before.actors, before.dismissed)


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (replace(ACCEPT, actor="sergei-lavrov"), "id is taken"),
        (replace(ACCEPT, actor="Bad Id"), "is no id"),
        (replace(ACCEPT, kind="ghost"), "no kind of actor"),
        (replace(ACCEPT, name_ar=""), "no Arabic name"),
        (replace(ACCEPT, principal="atlantis"), "no actor atlantis"),
        (Decision("merge", **WHO, actor="nobody", names=("س",)), "no actor has this id"),
        (Decision("merge", **WHO, actor="sergei-lavrov", names=("سيرغي لافروف",)), "bears these names already"),
        (Decision("split", **WHO, actor="sergei-lavrov"), "was not accepted"),
        (Decision("split", **WHO, actor="sergei-lavrov", names=("فلان",)), "none of its further names"),
        (Decision("rename", **WHO, actor="sergei-lavrov"), "give the name"),
    ],
)
def test_what_does_not_fit_is_told_and_the_rest_counts(registry: Registry, decision: Decision, told: str) -> None:
    good = Decision("merge", **WHO, actor="sergei-lavrov", names=("الثعلب الأحمر",))
    decided = decide(registry, [decision, good])
    [problem] = decided.problems
    assert told in problem
    assert decided.find("الثعلب الأحمر")


def test_what_is_told_is_read_again() -> None:
    assert read_decision(ACCEPT.tell()) == ACCEPT
    for bad in ({}, {**ACCEPT.tell(), "decision": "love"}, {**ACCEPT.tell(), "more": 1}, {**ACCEPT.tell(), "by": 1}):
        with pytest.raises(BadData):
            read_decision(bad)
