"""Everything that the filters select, as files."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
draw.extracts(
    view,
    view.ask(questions.totals),
    view.ask(questions.count_actors),
    view.ask(questions.count_pairs),
)
