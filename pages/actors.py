"""Actors: who speaks more than before and who is new, whom outlets quote, actors over time and together."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
now, before = view.periods
speakers = now.ask(questions.ranking, limit=12)
draw.ranking(
    view,
    now,
    before,
    speakers,
    before.among(speakers).ask(questions.ranking, limit=12),
    now.ask(questions.newcomers, before.selection),
)
draw.voices(view, now.ask(questions.voices))
top = view.ask(questions.ranking, limit=12)
draw.multiples(view, top, view.in_focus.ask(questions.speakers_over_time, tuple(row.key for row in top)))
draw.pairs(view, view.ask(questions.mentions, limit=view.together), view.ask(questions.comentions, limit=view.together))
