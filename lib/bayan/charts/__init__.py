"""Charts: rows of the queries go in, plotly figures as plain dicts come out. Knows no Streamlit and no SQL.

Every chart takes a ``Reader`` (direction, words, dates, names). Time runs from left to right for everyone, names
stand on the reading side, and no chart carries the words of statements. ``MARKS`` is how each act is drawn
everywhere: colour and mark go together.
"""

import bayan.charts.draw as draw
from bayan.charts.look import MARKS, SERIES, Reader
from bayan.charts.timeline import is_dense

__all__ = ["MARKS", "SERIES", "Reader", "draw", "is_dense"]
