"""Everything that pages draw: each function takes the view and the rows of its questions, and puts them on the page."""

from bayan.show.about import draw_about as about
from bayan.show.actor import draw_acts as acts
from bayan.show.actor import draw_around as around
from bayan.show.actor import draw_latest as latest
from bayan.show.actor import draw_presence as presence
from bayan.show.actor import draw_profile as profile
from bayan.show.actors import draw_multiples as multiples
from bayan.show.actors import draw_pairs as pairs
from bayan.show.actors import draw_ranking as ranking
from bayan.show.actors import draw_voices as voices
from bayan.show.articles import draw_articles as articles
from bayan.show.cards import draw_cards as cards
from bayan.show.compare import draw_compare as compare
from bayan.show.corpus import draw_corpus as corpus
from bayan.show.extracts import draw_extracts as extracts
from bayan.show.mirror import draw_mirror as mirror
from bayan.show.overview import draw_overview as overview
from bayan.show.reader import Related as Related
from bayan.show.reader import draw_reader as reader
from bayan.show.recent import draw_recent as recent
from bayan.show.review.page import draw_review as review
from bayan.show.timeline import draw_timeline as timeline

__all__ = [
    "Related",
    "about",
    "acts",
    "around",
    "articles",
    "cards",
    "compare",
    "corpus",
    "extracts",
    "latest",
    "mirror",
    "multiples",
    "overview",
    "pairs",
    "presence",
    "profile",
    "ranking",
    "reader",
    "recent",
    "review",
    "timeline",
    "voices",
]
