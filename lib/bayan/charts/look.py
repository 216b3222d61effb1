"""What charts share: the colour and mark of each act, and how a reader sees a chart."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count as count_from
from typing import Any, Literal

from bayan.records import Act

Figure = dict[str, Any]
Step = Literal["day", "week", "month"]

INK, MUTED, LINE, CARD, DEEP, ACCENT = "#1C2024", "#5B6770", "#E6E1D5", "#FFFFFF", "#12343B", "#E0A458"
EDGE = "#A9711E"
"""The accent where it alone has a meaning: seen beside paper and card (3 to 1), as the colour of every act is."""
SERIES = ("#12343B", "#C2452D", "#0E7C7B", "#B7791F", "#7A4E9C", "#64748B", "#3F8F4F", "#8C2F45")
"""Colours of lines that stand for actors; the first is the deep tone of the page."""

FONT = "'Noto Sans', 'Noto Sans Arabic', sans-serif"
_EDGE, _DAYS = 8, 41
"""Pixels around a chart, and below it where days stand there."""
_STANDOFF, _LETTER = 14, 7
"""Pixels between a chart and the names beside it, and of most of their letters."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How an act is drawn: colour, plotly symbol."""

    colour: str
    symbol: str


MARKS: dict[Act, Mark] = {
    Act.INFORM: Mark("#64748B", "circle"),
    Act.PLEDGE: Mark("#0E7C7B", "square"),
    Act.APPEAL: Mark("#B7791F", "diamond"),
    Act.SUPPORT: Mark("#3F8F4F", "triangle-up"),
    Act.CRITICISE: Mark("#C2452D", "triangle-down"),
    Act.DENY: Mark("#7A4E9C", "x"),
    Act.REJECT: Mark("#8C2F45", "octagon"),
    Act.WARN: Mark("#D9730D", "star"),
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at a chart: ``say`` gives the words of a key, ``tell`` a bucket of time, ``tick`` the same without
    its year, ``name`` an actor's name, ``number`` a count, ``write`` a text in the reader's digits. ``narrow`` is a
    screen as wide as a phone's.

    Time runs from left to right for everyone; names stand on the reading side.
    """

    rtl: bool
    say: Callable[..., str]
    tell: Callable[[date, Step], str]
    tick: Callable[[date, Step], str]
    name: Callable[[str, str | None], str]
    number: Callable[[int], str] = "{:,}".format
    write: Callable[[str], str] = str
    narrow: bool = False

    def line(self, text: str) -> str:
        """A line of a hover box that keeps its own direction among others."""
        return f"\u2067{text}\u2069" if self.rtl else f"\u2066{text}\u2069"


def tell_basis(count: int, assumed: int, months: int, bucket: date, step: Step, reader: Reader) -> str:
    """When the statements of a mark were said, and how that is known; where it is a month alone, this month."""
    whole = reader.tell(month_of(bucket, step), "month") if months else ""
    if months == count:
        return reader.say("day.month", month=whole)
    others = [reader.say("count.assumed", n=assumed)] if assumed else []
    others += [reader.say("count.months", n=months, month=whole)] if months else []
    return " · ".join((reader.tell(bucket, step), *(others or [reader.say("basis.stated")])))


def month_of(bucket: date, step: Step) -> date:
    """The month whose first day lies in a bucket: there stands what is known by the month alone."""
    return (bucket + timedelta(days=6) if step == "week" else bucket).replace(day=1)


def lay_out(reader: Reader, height: int, **more: Any) -> dict[str, Any]:
    """The layout that every chart shares; ``more`` adds to it or overrides."""
    return {
        "height": height,
        "margin": dict.fromkeys("lrtb", _EDGE),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": INK},
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": CARD,
            "bordercolor": LINE,
            "font": {"family": FONT, "size": 13, "color": INK},
            "align": "right" if reader.rtl else "left",
        },
        "dragmode": False,
        **more,
    }


def count_axis(counts: Iterable[int], reader: Reader, most_ticks: int = 5) -> dict[str, Any]:
    """An axis of counts on the reading side, in the reader's digits."""
    most = max(counts, default=0)
    powers = (10**power for power in count_from(0))
    gap = next(gap for power in powers for gap in (power, 2 * power, 5 * power) if most <= gap * most_ticks)
    ticks = list(range(0, most + 1, gap))
    return {
        "side": "right" if reader.rtl else "left",
        "gridcolor": LINE,
        "zeroline": False,
        "tickfont": {"size": 12, "color": MUTED},
        "rangemode": "tozero",
        "tickvals": ticks,
        "ticktext": [reader.number(tick) for tick in ticks],
        "ticklabelstandoff": 6,
        "automargin": True,
        "fixedrange": True,
    }


def lane_axis(names: Sequence[str], reader: Reader) -> dict[str, Any]:
    """An axis of lanes, the first on top, with their names on the reading side."""
    places = {float(at): wrapped(name) for at, name in enumerate(names)}
    return {**names_axis(places, reader), "range": [max(len(names), 1) - 0.4, -0.6], "gridcolor": LINE}


def names_axis(names: Mapping[float, str], reader: Reader) -> dict[str, Any]:
    """An axis with a name at each place, on the reading side; range and grid are the caller's."""
    return {
        "tickvals": list(names),
        "ticktext": list(names.values()),
        "side": "right" if reader.rtl else "left",
        "automargin": True,
        "tickfont": {"size": 13, "color": INK},
        "ticklabelstandoff": 10,
        "zeroline": False,
        "fixedrange": True,
    }


def leave_room(names: Sequence[str], reader: Reader) -> dict[str, int]:
    """The margins of a chart with names beside it and days below it.

    The chart library would find them itself; where it finds what it needs, it draws once and not twice. So they may be
    guessed: too small ones grow.
    """
    longest = max((len(line) for name in names for line in name.split("<br>")), default=0)
    beside = round(_STANDOFF + longest * _LETTER)
    left, right = (_EDGE, beside) if reader.rtl else (beside, _EDGE)
    return {"l": left, "r": right, "t": _EDGE, "b": _DAYS}


def wrapped(name: str, most: int = 18) -> str:
    """A name beside a chart on one line or, where it is long, on two that are about as long; what is left is cut."""
    words = name.split()
    if len(name) <= most or len(words) < 2:
        return short(name)
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    first, second = min(breaks, key=lambda lines: max(map(len, lines)))
    return f"{short(first)}<br>{short(second)}"


def short(name: str, most: int = 26) -> str:
    """A name that fits beside a chart; markup of the chart library is made harmless."""
    if len(name) > most:
        name = f"{name[: most - 1].rstrip()}…"
        if unicodedata.bidirectional(name[0]) == "AL":  # else the sign of the cut stands before the first word
            name = f"\u2067{name}\u2069"
    return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
