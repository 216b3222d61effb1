"""Show: rows of the queries go in, the pages of the dashboard come out. The only room with Streamlit.

A page takes ``current_view()`` (what the address says; ``view.ask(question)`` answers under its selection) and gives
rows to the ``draw_`` functions. The frame (top bar, selection bar, heading) stands around it. ``WEB`` is what the
server needs to know: the script to run, the folder of app.py, what the HTML page loads, and the languages.
"""

from bayan.show.about import draw_about
from bayan.show.actors import draw_actors
from bayan.show.articles import draw_articles
from bayan.show.cards import draw_cards
from bayan.show.extracts import draw_extracts
from bayan.show.overview import draw_overview
from bayan.show.reader import draw_reader
from bayan.show.shell import current_view
from bayan.show.timeline import draw_timeline
from bayan.show.web import WEB

__all__ = [
    "WEB",
    "current_view",
    "draw_about",
    "draw_actors",
    "draw_articles",
    "draw_cards",
    "draw_extracts",
    "draw_overview",
    "draw_reader",
    "draw_timeline",
]
