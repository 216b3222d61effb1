"""Suggestions: persons whom articles quote and the registry lacks."""

from __future__ import annotations

import json

from bayan.actors import Registry, Sighting, Suggestion, read_sightings, suggest
from bayan.errors import Rejected


def line(article: str, *speakers: tuple[str, str, str | None]) -> bytes:
    statements = [
        {"speaker": name, "role": role, "speaker_kind": "person", "speaker_id": actor_id}
        for name, role, actor_id in speakers
    ]
    return json.dumps({"id": article, "statements": statements}).encode()


def test_spellings_stand_together_and_the_most_quoted_come_first(registry: Registry) -> None:
    sightings = [
        Sighting("غيورغي زفياغين", "مدير المركز", "a"),
        Sighting("جيورجي زفياجين", "", "b"),
        Sighting("غيورغي زفياغين", "مدير المركز", "c"),
        Sighting("سمية القرقاحي", "", "a"),
        Sighting("سمية القرقاحي", "", "b"),
        Sighting("سمية_القرقاحي", "", "b"),
    ]
    assert suggest(registry, sightings) == [
        Suggestion("غيورغي زفياغين", ("جيورجي زفياجين",), "مدير المركز", 3),
        Suggestion("سمية القرقاحي", (), "", 2),
    ]


def test_actors_descriptions_and_single_names_are_no_suggestions(registry: Registry) -> None:
    names = ["سيرغي لافروف", "المسؤولون الأميركيون", "المتحدثة باسم البيت الأبيض", "قرقاح", "عادل بن أحمد الجبير"]
    assert suggest(registry, [Sighting(name, "", "a") for name in names], least=1) == []


def test_only_persons_without_an_actor_are_read() -> None:
    lines = [line("a", ("سيرغي لافروف", "", "sergei-lavrov"), ("سمية القرقاحي", "الطبيبة", None)), b"", b"{}", b"x"]
    found = list(read_sightings(lines, "s.jsonl"))
    assert found[0] == Sighting("سمية القرقاحي", "الطبيبة", "a")
    assert [str(one) for one in found[1:] if isinstance(one, Rejected)] == [
        "s.jsonl:3: this is no line of `bayan extract`; give its output.",
        "s.jsonl:4: this is no line of `bayan extract`; give its output.",
    ]
