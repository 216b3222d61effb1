"""A calendar of coverage: outlets by months, so that gaps are seen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bayan.charts.look import DEEP, INK, MUTED, Figure, Reader, lay_out, short, tell_ticks, wrapped
from bayan.queries import rows

_ROW = 34
_LEAST = "#789590"
"""One article: as far from a blank as marks are (3 to 1)."""
_ONE_YEAR, _TICKS = 18, 5


def draw_coverage(coverage: rows.Coverage, names: Mapping[str, str], reader: Reader) -> Figure:
    """Articles of each of ``names`` (outlets by id, in this order) in each month; a month without any is blank."""
    counts = {(cell.outlet, cell.month): cell.articles for cell in coverage.cells}
    months = _months(sorted(cell.month for cell in coverage.cells))
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
                "xgap": 2,
                "ygap": 2,
            }
        ],
        "layout": lay_out(
            reader,
            _ROW * max(len(outlets), 2) + 60,
            xaxis={**axis, "type": "category", **_ticks(months, reader), "tickfont": {"size": 12, "color": MUTED}},
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


def _months(found: list[str]) -> list[str]:
    """Every month from the first to the last, gaps too."""
    if not found:
        return []
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (found[0], found[-1]))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(first, last + 1)]


def _ticks(months: list[str], reader: Reader) -> dict[str, object]:
    """The years, or some months where there is little more than one year."""
    few = len(months) <= _ONE_YEAR
    shown = months[:: -(-len(months) // _TICKS)] if few else [month for month in months if month.endswith("-01")]
    days = [date(int(month[:4]), int(month[5:]), 1) for month in shown]
    told = tell_ticks(days, "month", reader) if few else [reader.write(str(day.year)) for day in days]
    return {"tickvals": shown, "ticktext": told, "tickangle": 0}


def _tell(name: str, month: str, articles: int, reader: Reader) -> str:
    when = reader.tell(date(int(month[:4]), int(month[5:]), 1), "month")
    lines = (f"<b>{short(name, 60)}</b>", when, reader.say("count.articles", n=articles))
    return "<br>".join(reader.line(line) for line in lines)
