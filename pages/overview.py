"""What is in the corpus and what has changed: counts, volume, bursts, who speaks most, denials, the latest words."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
draw.overview(
    view,
    view.ask(questions.totals),
    view.volume(questions.volume),
    view.ask(questions.ranking, limit=8),
)
if view.ask(questions.totals).statements:
    draw.recent(view, view.ask(questions.changes), view.ask(questions.gaps))
    if not view.selection.act:
        sharp = view.doing("deny", "warn")
        denied = sharp.ask(questions.statements, limit=3, fold=not view.unfolded)
        if denied.rows:
            draw.cards(sharp, denied, title="overview.sharp", paged=False)
    latest = view.ask(questions.statements, limit=6, fold=not view.unfolded)
    draw.cards(view, latest, title="overview.latest", paged=False)
