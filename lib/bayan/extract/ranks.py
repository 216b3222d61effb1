"""Ranks: who is meant where a verb names its subject by his rank alone (وأكد سموه أن، وقال معاليه)."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.cast import Member, agrees, latest, place_of
from bayan.extract.readings import Reading
from bayan.extract.scenes import Attribution, Scene
from bayan.records import SpeakerKind
from bayan.text import fold_text

_MAJESTY = ("جلالته", "جلالتها")
_THRONES = frozenset({"ملك", "الملك", "ملكه", "الملكه", "عاهل", "العاهل", "خادم", "امبراطور"})


def with_rank(scene: Scene, reading: Reading, found: Attribution) -> Attribution:
    """What was found where it fits the rank that stands right behind a verb, else the last speaker, or the last one
    named, who can bear it: no body has one, a king is no highness, and nobody else His Majesty."""
    rank = _rank_behind(scene, reading)
    if rank is None or found.member is None or _bears(found.member, reading, rank):
        return found
    spoken = next((member for member in reversed(scene.spoken) if _bears(member, reading, rank)), None)
    fitting = [member for member in scene.cast.members if _bears(member, reading, rank)]
    member = spoken or latest(fitting, place_of(scene.words, reading.cue[0]))
    return found if member is None else Attribution(member, None, "anaphora", member.role)


def _rank_behind(scene: Scene, reading: Reading) -> str | None:
    if reading.shape not in ("past", "present"):
        return None
    at = skip_adverbials(scene.grammar, scene.words, reading.cue[1], len(scene.words.word))
    word = scene.words.word[at] if at < len(scene.words.word) else ""
    feeling = scene.grammar.has_stem("stance-nouns", word)  # ‹أبدى سعادته بالفوز›
    return word if word in scene.grammar.classes["rank-pronouns"] and not feeling else None


def _bears(member: Member, reading: Reading, rank: str) -> bool:
    if member.kind is not SpeakerKind.PERSON or not agrees(member, reading.form):
        return False
    first = fold_text(member.role or "").split()[:1]  # ‹مستشار خادم الحرمين› is none
    rules = not _THRONES.isdisjoint([*first, *fold_text(member.name).split()])
    return rules == (rank in _MAJESTY)
