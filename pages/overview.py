"""What is in the corpus: counts, volume over time, who speaks most, the latest statements."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
draw.overview(
    view,
    view.ask(questions.totals),
    view.in_focus.ask(questions.volume),
    view.ask(questions.ranking, limit=8),
)
draw.cards(view, view.ask(questions.statements, limit=6), title="overview.latest", paged=False)
