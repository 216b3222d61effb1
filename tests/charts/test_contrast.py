"""What has a meaning by its colour stands out from its ground: 3 to 1 (WCAG 1.4.11), in the light and the dark look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.charts.readers import reader

from bayan.charts import MARKS, Side, draw
from bayan.charts.look import SERIES
from bayan.queries import actor_rows, coverage_rows, rows
from bayan.records import Act, SpeakerKind

STATIC = Path(__file__).resolve().parents[2] / "lib" / "bayan" / "show" / "static"
LIGHT, DARK = ((STATIC / name).read_text(encoding="utf-8") for name in ("bayan.css", "dark.css"))
OTHERS = "".join((STATIC / name).read_text(encoding="utf-8") for name in ("actors.css", "reading.css", "review.css"))
LEAST = 3.0
DAY = date(2020, 7, 13)
Colour = tuple[float, float, float]


def read_colour(told: str) -> tuple[Colour, float]:
    """Red, green and blue between 0 and 1, and how much of the ground is covered."""
    if told.startswith("#"):
        digits = told[1:] if len(told) == 7 else "".join(digit * 2 for digit in told[1:])
        return (int(digits[:2], 16) / 255, int(digits[2:4], 16) / 255, int(digits[4:], 16) / 255), 1
    red, green, blue, *cover = (float(part) for part in re.findall(r"[\d.]+", told))
    return (red / 255, green / 255, blue / 255), (cover or [1.0])[0]


def contrast(told: str, ground: str, cover: float = 1) -> float:
    (colour, own), (below, _) = read_colour(told), read_colour(ground)
    cover *= own
    seen = [cover * one + (1 - cover) * other for one, other in zip(colour, below, strict=True)]
    first, second = sorted((luminance(seen), luminance(below)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def luminance(colour: Any) -> float:
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def token(sheet: str, name: str) -> str:
    found = re.search(rf"--{name}: (#[0-9a-f]+);", sheet)
    assert found, name
    return found[1]


def grounds(sheet: str) -> list[str]:
    return [token(sheet, "card"), token(sheet, "paper")]


@pytest.mark.parametrize("sheet", [LIGHT, DARK], ids=["light", "dark"])
def test_every_act_stands_out_from_card_and_paper(sheet: str) -> None:
    for act in Act:
        found = re.search(rf"\.act-{act} {{ --act: (#[0-9a-f]+);", sheet)
        assert found, act
        for ground in grounds(sheet):
            assert contrast(found[1], ground) >= LEAST, (act, ground)


@pytest.mark.parametrize("sheet", [LIGHT, DARK], ids=["light", "dark"])
def test_the_accent_that_stands_for_something_does(sheet: str) -> None:
    for ground in (*grounds(sheet), token(sheet, "wash")):
        assert contrast(token(sheet, "accent-edge"), ground) >= LEAST, ground
    # A border or an outline is what is seen of a lighter filling.
    for rule in re.findall(r"[^{}]*{[^}]*background: var\(--accent\)[^}]*}", LIGHT + OTHERS):
        assert "--accent-edge" in rule or "animation" in rule, rule


def test_charts_and_pages_have_the_same_colours() -> None:
    for act, mark in MARKS.items():
        assert f".act-{act} {{ --act: {mark.colour.lower()};" in LIGHT


def actor(key: str, english: str) -> rows.ActorRow:
    return rows.ActorRow(key, "خلوصي أكار", english, SpeakerKind.PERSON, 5, 7, 6, 0.5)


def figures() -> Iterator[dict[str, Any]]:
    """Charts that hold every act with stated and with assumed days, and both measures."""
    days = [DAY + timedelta(days=at) for at in range(3)]
    lanes = (rows.Lane("akar", "خلوصي أكار", "Hulusi Akar", 1),)
    few = tuple(rows.TimelinePoint("akar", day, act, bool(day > DAY), 2) for day in days for act in Act)
    many = tuple(rows.TimelinePoint("akar", DAY + timedelta(days=at), act, False, 2) for at in range(90) for act in Act)
    names = {"akar": "Hulusi Akar"}
    for points in (few, many):
        yield draw.timeline(rows.Timeline("day", lanes, points, 0), names, reader(), turns=(DAY,))
    said = tuple(actor_rows.ActPoint(day, act, 3, 1) for day in days for act in Act)
    sides = Side("Hulusi Akar"), Side("سامح شكري")
    yield draw.mirror(actor_rows.Mirror("day", (said, said)), sides, list(Act), reader())
    yield draw.acts(actor_rows.ActSeries("day", said), reader())
    yield draw.ranking([actor("akar", "Hulusi Akar"), actor("kalin", "İbrahim Kalın")], reader())
    cells = (coverage_rows.CoverageCell("daily", "2020-06", 1), coverage_rows.CoverageCell("daily", "2020-07", 900))
    yield draw.coverage(coverage_rows.Coverage(("daily",), cells, 0), {"daily": "Daily"}, reader())


def colours(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def drawn(figure: dict[str, Any]) -> Iterator[list[tuple[str, float]]]:
    """Of each mark, bar, cell and line what may be seen of it: fillings and edges, with how much they cover."""
    for trace in figure["data"]:
        if trace["type"] == "heatmap":
            yield from ([(colour, 1.0)] for _, colour in trace["colorscale"])
            continue
        marker = trace["marker"]
        edge = marker.get("line", {})
        fills, edges = colours(marker["color"]), colours(edge.get("color", "#FFFFFF"))
        covers, widths = colours(marker.get("opacity", 1)), colours(edge.get("width", 0))
        for at, fill in enumerate(fills):
            cover, width = covers[at % len(covers)], widths[at % len(widths)]
            yield [(fill, cover), *([(edges[at % len(edges)], cover)] if width else [])]
    for shape in figure["layout"].get("shapes", ()):
        if shape["line"]["color"] != "#E6E1D5":  # hairlines between lanes
            yield [(shape["line"]["color"], shape.get("opacity", 1))]


@pytest.mark.parametrize("figure", list(figures()), ids=lambda figure: figure["data"][0]["type"])
def test_whatever_is_drawn_stands_out(figure: dict[str, Any]) -> None:
    seen = list(drawn(figure))
    assert seen
    for parts in seen:
        assert max(contrast(colour, "#FFFFFF", cover) for colour, cover in parts) >= LEAST, parts


def test_every_colour_of_a_chart_is_exchanged_for_one_that_stands_out_in_the_dark() -> None:
    for colour in {*(mark.colour for mark in MARKS.values()), *SERIES, "#A9711E"}:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        found = re.search(rf'stroke: rgb\({red}, {green}, {blue}\)"\] {{ stroke: (#[0-9a-f]+)', DARK)
        assert found, colour
        assert contrast(found[1], token(DARK, "card")) >= LEAST, colour
