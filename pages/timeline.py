"""Who said what, when: lanes by speaker; the statements below, narrowed to the mark that was clicked."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
draw.timeline(view, view.in_focus.ask(questions.timeline, lanes=10))
draw.cards(view, view.narrowed.ask(questions.statements, after=view.place, limit=20), title="timeline.list")
