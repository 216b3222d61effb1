"""One actor; `?id=` names it, the filters narrow what is counted."""

from bayan.queries import questions
from bayan.show import current_view, draw

view = current_view()
profile = view.look_up(questions.actor, view.actor or "")
draw.profile(view, profile)
if profile:
    focus = view.in_focus
    facets = view.ask(questions.facets)
    draw.presence(view, view.look_up(questions.series, (focus.selection,)))
    draw.acts(view, facets.get("act", ()), focus.ask(questions.acts_over_time, room=view.room))
    draw.around(
        view,
        facets,
        speakers=view.served.ask(questions.ranking, limit=9) if profile.served else (),
        about=view.ask(questions.spoken_about),
        to=view.ask(questions.addressees),
        together=view.ask(questions.named_with),
        relays=view.ask(questions.relays),
    )
    draw.latest(view, view.ask(questions.statements, limit=6, fold=not view.unfolded))
