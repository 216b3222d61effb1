"""Actors side by side: `?actor=a,b,c` (and `for=`); one actor with `&against=previous` beside its own past."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
draw.compare(
    view,
    view.look_up(questions.shares, view.sides),
    view.look_up(questions.series, view.in_focus.sides),
    view.anyone.ask(questions.ranking, limit=15),
)
