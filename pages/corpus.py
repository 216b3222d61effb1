"""What the corpus covers, what has no day, how it came in, and what was left out; files can be handed in."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
draw.corpus(
    view,
    view.ask(questions.coverage),
    view.look_up(questions.undated),
    view.look_now(questions.runs),
    view.look_now(questions.left_out),
)
