"""What the corpus covers, what has no day, and how it came in."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
draw.corpus(
    view,
    view.ask(questions.coverage),
    view.look_up(questions.undated),
    view.look_up(questions.runs),
)
