"""Actors compared: how often they speak and are named, over time and together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bayan.charts.look import (
    ACCENT,
    CARD,
    DEEP,
    EDGE,
    INK,
    Figure,
    Reader,
    count_axis,
    lay_out,
    short,
    wrapped,
)
from bayan.queries import rows

_ROW = 38


def draw_ranking(actors: Sequence[rows.ActorRow], reader: Reader) -> Figure:
    """Statements and mentions of each actor as two bars, the first actor on top."""
    names = [wrapped(reader.name(actor.name_ar, actor.name_en)) for actor in actors]
    places = list(range(len(actors)))
    statements = [actor.statements for actor in actors]
    mentions = [actor.mentions for actor in actors]
    return {
        "data": [
            _bars(places, statements, DEEP, [reader.say("count.statements", n=count) for count in statements], names),
            _bars(places, mentions, ACCENT, [reader.say("count.mentions", n=count) for count in mentions], names),
        ],
        "layout": lay_out(
            reader,
            _ROW * max(len(actors), 2) + 30,
            barmode="group",
            bargap=0.32,
            bargroupgap=0.1,
            xaxis={
                **count_axis((*statements, *mentions), reader),
                "side": "bottom",
                "autorange": "reversed" if reader.rtl else True,
            },
            yaxis={
                "tickvals": places,
                "ticktext": names,
                "autorange": "reversed",
                "side": "right" if reader.rtl else "left",
                "automargin": True,
                "ticklabelstandoff": 8,
                "tickfont": {"size": 13, "color": INK},
                "fixedrange": True,
            },
        ),
    }


def _bars(places: list[int], counts: list[int], colour: str, told: list[str], names: list[str]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": counts,
        "y": places,
        "marker": {"color": colour, "cornerradius": 2, "line": {"color": EDGE, "width": int(colour == ACCENT)}},
        "hovertext": [f"<b>{name}</b><br>{tell}" for name, tell in zip(names, told, strict=True)],
        "hoverinfo": "text",
    }


def draw_pairs(pairs: Sequence[rows.Pair], names: dict[str, str], reader: Reader) -> Figure:
    """Articles that name both actors: a symmetric grid with a blank diagonal, in the order of ``names``."""
    counts = {(pair.first, pair.second): pair.articles for pair in pairs}
    keys = list(names)
    grid = [
        [None if row == column else counts.get((row, column), counts.get((column, row), 0)) for column in keys]
        for row in keys
    ]
    labels = [short(name, 20) for name in names.values()]
    told = [
        [
            ""
            if count is None
            else f"<b>{labels[row]}</b> · <b>{labels[column]}</b><br>{reader.say('count.articles', n=count)}"
            for column, count in enumerate(cells)
        ]
        for row, cells in enumerate(grid)
    ]
    axis = {"tickvals": list(range(len(keys))), "ticktext": labels, "fixedrange": True, "automargin": True}
    axis |= {
        "ticklabelstandoff": 6,
        "tickfont": {"size": 12, "color": INK},
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
    }
    return {
        "data": [
            {
                "type": "heatmap",
                "z": grid,
                "hovertext": told,
                "hoverinfo": "text",
                "hoverongaps": False,
                "text": [["" if not count else reader.number(count) for count in cells] for cells in grid],
                "texttemplate": "%{text}",
                "textfont": {"size": 11},
                "colorscale": [[0, CARD], [0.001, "#EEF2EF"], [1, DEEP]],
                "showscale": False,
                "xgap": 2,
                "ygap": 2,
            }
        ],
        "layout": lay_out(
            reader,
            36 * max(len(keys), 3) + 120,
            xaxis={**axis, "autorange": "reversed" if reader.rtl else True, "side": "bottom", "tickangle": -40},
            yaxis={**axis, "autorange": "reversed", "side": "right" if reader.rtl else "left"},
        ),
    }
