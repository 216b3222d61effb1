"""Everything that pages draw: each function takes the view and the rows of its questions, and puts them on the page."""

from bayan.show.about import draw_about as about
from bayan.show.actors import draw_actors as actors
from bayan.show.articles import draw_articles as articles
from bayan.show.cards import draw_cards as cards
from bayan.show.changes import draw_changes as changes
from bayan.show.extracts import draw_extracts as extracts
from bayan.show.overview import draw_overview as overview
from bayan.show.reader import draw_reader as reader
from bayan.show.timeline import draw_timeline as timeline

__all__ = ["about", "actors", "articles", "cards", "changes", "extracts", "overview", "reader", "timeline"]
