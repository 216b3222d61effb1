"""Charts: rows of the queries go in, plotly figures as plain dicts come out. Knows no Streamlit and no SQL.

Every chart takes a ``Reader`` (direction, words, dates, names). Time runs from left to right for everyone, names
stand on the reading side, and no chart carries the words of statements. ``MARKS`` is how each act is drawn
everywhere: colour and mark go together. ``Side`` names a line of several, ``Measure`` says what it counts.
``find_days`` are those of a volume; ``list_buckets`` and ``order_by_nearness`` are the order of time and of a grid;
``month_of`` a bucket is the month that begins in it.
"""

import bayan.charts.draw as draw
from bayan.charts.look import MARKS, Reader, month_of
from bayan.charts.marks import is_dense
from bayan.charts.nearness import order_by_nearness
from bayan.charts.sides import Measure, Side
from bayan.charts.timeline import find_days
from bayan.charts.times import list_buckets

__all__ = [
    "MARKS",
    "Measure",
    "Reader",
    "Side",
    "draw",
    "find_days",
    "is_dense",
    "list_buckets",
    "month_of",
    "order_by_nearness",
]
