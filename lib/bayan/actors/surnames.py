"""The surnames of a person: they stand for the person in an article that names them in full."""

from __future__ import annotations

from bayan.actors.rules import Context
from bayan.actors.spelling import name_key
from bayan.records import Actor, SpeakerKind

_SHORTEST = 4
_SON, _SON_AND_FATHER = "بن", 3


def surnames_of(actor: Actor, rules: Context) -> tuple[str, ...]:
    """The surname of a person of whom no single name is listed; none where the last word does not tell who is meant.

    Given names and ordinary words (نبيل العربي) tell nobody; a particle belongs to the surname (أبو الغيط, دي ميستورا),
    as does the بن of a name of two (بن سلمان or ابن سلمان of محمد بن سلمان).
    """
    words = name_key(actor.name_ar).split()
    if actor.kind is not SpeakerKind.PERSON or len(words) < 2 or _has_single_name(actor):
        return ()
    before, last = words[-2], words[-1]
    if before in rules.surname_particles and len(words) > 2:
        surname = f"{before} {last}"
        return () if surname in map(name_key, actor.aliases) else (surname,)
    if before == _SON:
        return (f"بن {last}", f"ابن {last}") if len(words) == _SON_AND_FATHER else ()
    is_word = last in rules.no_surnames or last in rules.given_names or len(last) < _SHORTEST
    return () if is_word or before in rules.patronymics else (last,)


def _has_single_name(actor: Actor) -> bool:
    return any(" " not in name_key(name) for name in (*actor.aliases, *actor.contextual))
