"""Who said what, when: lanes by speaker; the statements below, narrowed to the mark that was clicked."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
said = view.narrowed.ask(questions.statements, after=view.place, limit=20, fold=not view.unfolded)
if view.halves:
    draw.mirror(view, view.look_up(questions.mirror, view.halves, view.room), view.volume())
else:
    lanes = view.in_focus.ask(questions.timeline, by=view.by, lanes=10, room=view.room)
    draw.timeline(view, lanes, view.volume())
draw.cards(view, said, title="timeline.list")
