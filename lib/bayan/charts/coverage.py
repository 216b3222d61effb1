"""A calendar of coverage: outlets by months, so that gaps are seen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from bayan.charts.look import DEEP, INK, MUTED, Figure, Reader, lay_out, short, wrapped
from bayan.charts.times import find_room, tell_ticks
from bayan.queries import rows

_ROW = 34
_LEAST = "#789590"
"""One article: as far from a blank as marks are (3 to 1)."""
_ONE_YEAR, _TICKS = 18, 5
_LONG = 4
"""So many months in which no outlet has anything become one column: else they are most of what is seen."""
_GAP = "⋯"
_YEAR, _SIGN = 34, 16
"""Pixels of a year and of the sign of a gap below the columns, with what keeps them apart."""
_WIDE, _MANY = 2, 36
"""Pixels between cells, and the columns from which on there is one."""


def draw_coverage(coverage: rows.Coverage, names: Mapping[str, str], reader: Reader) -> Figure:
    """Articles of each of ``names`` (outlets by id, in this order) in each month; a month without any is blank, and of
    many such months in which nobody has any there is one."""
    counts = {(cell.outlet, cell.month): cell.articles for cell in coverage.cells}
    months = _columns(sorted({cell.month for cell in coverage.cells}))
    outlets = list(names)
    axis = {
        "fixedrange": True,
        "automargin": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "ticklabelstandoff": 6,
    }
    return {
        "data": [
            {
                "type": "heatmap",
                "x": months,
                "z": [[_strength(counts.get((outlet, month))) for month in months] for outlet in outlets],
                "hovertext": [
                    [_tell(names[outlet], month, counts.get((outlet, month), 0), reader) for month in months]
                    for outlet in outlets
                ],
                "hoverinfo": "text",
                "hoverongaps": False,
                "colorscale": [[0, _LEAST], [1, DEEP]],
                "showscale": False,
                "xgap": _WIDE if len(months) <= _MANY else 1,
                "ygap": 2,
            }
        ],
        "layout": lay_out(
            reader,
            _ROW * max(len(outlets), 2) + 60,
            xaxis={
                **axis,
                "type": "category",
                **_ticks(months, names, reader),
                "tickfont": {"size": 12, "color": MUTED},
            },
            yaxis={
                **axis,
                "tickvals": list(range(len(outlets))),
                "ticktext": [wrapped(name) for name in names.values()],
                "autorange": "reversed",
                "side": "right" if reader.rtl else "left",
                "tickfont": {"size": 13, "color": INK},
            },
        ),
    }


def _strength(articles: int | None) -> float | None:
    """Darker by orders of magnitude, so that a small outlet is seen beside a large one."""
    return round(articles**0.4, 3) if articles else None


def _columns(found: list[str]) -> list[str]:
    """Every month from the first to the last; many that are missing as one, of which both ends are named."""
    columns = found[:1]
    for before, month in pairwise(found):
        missing = [_name(at) for at in range(_number(before) + 1, _number(month))]
        columns += [f"{missing[0]}{_GAP}{missing[-1]}"] if len(missing) >= _LONG else missing
        columns.append(month)
    return columns


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _ticks(columns: list[str], names: Mapping[str, str], reader: Reader) -> dict[str, object]:
    """The years where they begin, or some months where there is little more than one year; and what was left out.

    Of years and gaps those that have room beside the ones before them: years first.
    """
    months, gaps = ([one for one in columns if (_GAP in one) == gap] for gap in (False, True))
    few = len(columns) <= _ONE_YEAR
    years = {month[:4]: month for month in reversed(months)}
    shown = months[:: -(-len(months) // _TICKS)] if few else sorted(years.values())
    days = [_day(month) for month in shown]
    told = tell_ticks(days, "month", reader) if few else [reader.write(str(day.year)) for day in days]
    wide = find_room(names.values(), reader) / max(len(columns), 1)
    free = dict(zip(shown, told, strict=True)) if few else {}
    sized = [] if few else [(month, text, _YEAR) for month, text in zip(shown, told, strict=True)]
    places = {column: at * wide for at, column in enumerate(columns)}
    taken = [(places[month], _YEAR) for month in free]
    for column, text, size in [*sized, *((gap, _GAP, _SIGN) for gap in gaps)]:
        if all(abs(places[column] - at) >= (size + other) / 2 for at, other in taken):
            taken.append((places[column], size))
            free[column] = text
    return {"tickvals": list(free), "ticktext": list(free.values()), "tickangle": 0}


def _day(month: str) -> date:
    return date(int(month[:4]), int(month[5:]), 1)


def _tell(name: str, column: str, articles: int, reader: Reader) -> str:
    when = " – ".join(dict.fromkeys(reader.tell(_day(month), "month") for month in column.split(_GAP)))
    lines = (f"<b>{short(name, 60)}</b>", when, reader.say("count.articles", n=articles))
    return "<br>".join(reader.line(line) for line in lines)
