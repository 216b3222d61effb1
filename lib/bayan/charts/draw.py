"""Every chart: rows and a ``Reader`` go in, a figure comes out; ``as_made`` sends one to the browser."""

from bayan.charts.actors import draw_pairs as pairs
from bayan.charts.actors import draw_ranking as ranking
from bayan.charts.acts import draw_acts as acts
from bayan.charts.coverage import draw_coverage as coverage
from bayan.charts.drawn import as_made
from bayan.charts.mirror import draw_mirror as mirror
from bayan.charts.sides import draw_presence as presence
from bayan.charts.sides import draw_sides as sides
from bayan.charts.timeline import draw_strip as strip
from bayan.charts.timeline import draw_timeline as timeline
from bayan.charts.timeline import draw_volume as volume

__all__ = [
    "acts",
    "as_made",
    "coverage",
    "mirror",
    "pairs",
    "presence",
    "ranking",
    "sides",
    "strip",
    "timeline",
    "volume",
]
