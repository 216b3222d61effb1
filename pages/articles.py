"""Articles of the selection, with the words that were searched for."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
draw.articles(view, view.ask(questions.articles, after=view.place, limit=20, sort=view.sort, fold=not view.unfolded))
