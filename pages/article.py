"""One article, whole, with what was found in it; `?id=` names it and `&statement=` what to show in it."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
draw.reader(
    view,
    view.look_up(questions.article, view.article or ""),
    view.ask(questions.neighbours, view.article or ""),
    draw.Related(
        copies=view.look_up(questions.copies, view.article or ""),
        claims=view.look_up(questions.claims, view.statement or ""),
        variants=view.look_up(questions.variants, view.statement or ""),
    ),
)
