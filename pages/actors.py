"""Actors compared: statements and mentions, shares, mentions over time, who is named with whom."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
named = view.ask(questions.mentions, limit=12)
draw.actors(
    view,
    view.ask(questions.ranking, limit=12),
    named,
    view.in_focus.ask(questions.mentions_over_time, tuple(row.key for row in named[:5])),
    view.ask(questions.comentions, limit=12),
)
