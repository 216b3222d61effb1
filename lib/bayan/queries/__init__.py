"""Queries: a store and a Selection go in; small frozen rows come out. With ``store`` the data-access library.

- ``Selection``, ``WORDS``, ``parse_selection``, ``print_selection``: what is looked at, and its words in addresses;
  ``REVIEWS`` are the values of the filter by review.
- ``questions``: one function a question, ``questions.timeline(store, selection) -> rows.Timeline``; its docstring
  lists them all. ``rows``: what they return; ``actor_rows``: what those about single actors and periods return.
- ``snapshot(store)``: the store at one moment, for several questions whose answers must agree.
- ``mark_words(text, q)``: where the words of a search stand in a text.

Under one selection the numbers agree: ``totals`` counts what ``iter_statements``, ``iter_articles`` and
``iter_mentions`` give. An unknown actor, outlet or topic selects nothing; BadSelection is raised for a search that
cannot be read, TooSlow for one that takes longer than a second, StoreError where the store fails.
"""

import bayan.queries.actor_rows as actor_rows
import bayan.queries.questions as questions
import bayan.queries.rows as rows
from bayan.queries.moments import snapshot
from bayan.queries.selection import REVIEWS, WORDS, Selection, parse_selection, print_selection
from bayan.queries.words import mark_words

__all__ = [
    "REVIEWS",
    "WORDS",
    "Selection",
    "actor_rows",
    "mark_words",
    "parse_selection",
    "print_selection",
    "questions",
    "rows",
    "snapshot",
]
