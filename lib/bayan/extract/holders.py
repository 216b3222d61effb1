"""Holders: whom a post without a name stands for, by role, country or description, or who held it on that day."""

from __future__ import annotations

from bayan.extract.cast import WITHOUT_NAME, Member, latest
from bayan.extract.introduced import find_introduced
from bayan.extract.members import state_of
from bayan.extract.phrases import NounPhrase
from bayan.extract.scenes import Scene
from bayan.records import SpeakerKind
from bayan.text import fold_text


def find_holder(scene: Scene, phrase: NounPhrase, found: Member, place: int) -> tuple[Member, str]:
    """A post without a name: the person of the article with that role, or who held it on that day."""
    role = _without_same(scene, found.name)
    known = scene.cast.with_role(role, place)
    if known is not None:
        return known, "role"
    first = scene.words.word[phrase.low]
    if first.startswith("ال"):
        head = scene.cast.with_head(first, WITHOUT_NAME[:2], place, scene.spoken)
        if head is not None:
            return head, "anaphora"
        compatriot = _compatriot(scene, phrase, place)
        if compatriot is not None:
            return compatriot, "nationality"
        described = _described(scene, phrase, found)
        if described is not None:
            return described, "description"
        introduced = find_introduced(scene, phrase, found.gender, place)
        if introduced is not None:
            return scene.cast.add(introduced, place), "anaphora"
        bare = phrase.high - phrase.low == 1 and scene.grammar.is_in("bare-posts", first)
        official = _is_official(scene, phrase) and scene.spoken[-1:] and scene.spoken[-1].kind is SpeakerKind.PERSON
        if scene.spoken and (bare or official):
            return scene.spoken[-1], "anaphora"
    holder = scene.grammar.registry.holder(role, scene.day) if scene.day else None
    if holder is not None:
        member = next((m for m in scene.cast.members if m.actor_id == holder.id), None)
        if member is not None:
            member.role = member.role or role
            return member, "holder"
        found.actor_id = holder.id
    return scene.cast.add(found, place), "post"


def _described(scene: Scene, phrase: NounPhrase, found: Member) -> Member | None:
    """‹الكاتب، المفكر المغربي›: who does what tells no office is the last speaker, or the only person with a name whom
    nobody knows, where nothing speaks against it."""
    head = scene.words.word[phrase.low].removeprefix("ال")
    if phrase.high - phrase.low > 2 or head not in scene.grammar.classes["describing-posts"]:
        return None
    persons = [m for m in scene.cast.members if m.kind is SpeakerKind.PERSON and not m.nameless and not m.several]
    fitting = [m for m in persons if _fits(m, found, head)]
    last = scene.spoken[-1] if scene.spoken else None
    if last is not None and any(m is last for m in fitting):
        return last
    only = fitting[0] if len(persons) == len(fitting) == 1 else None
    return None if only is None or only.actor_id else only


def _fits(person: Member, found: Member, head: str) -> bool:
    """Whether a person may be described by a noun: of its gender and country, and of no other post."""
    if person.gender and found.gender and person.gender != found.gender:
        return False
    if person.state and found.state and person.state != found.state:
        return False
    return person.role is None or head in person.heads


def _is_official(scene: Scene, phrase: NounPhrase) -> bool:
    """‹المسؤول الأممي، القيادي الحوثي›: whoever spoke last, called by what he does in general."""
    if phrase.high - phrase.low != 2 or not scene.grammar.is_in("officials", scene.words.word[phrase.low]):
        return False
    second = scene.words.word[phrase.low + 1]
    return second.startswith("ال") and second.endswith("ي") and not scene.grammar.is_in("ordinals", second)


def _without_same(scene: Scene, role: str) -> str:
    """A role without the word that says it is the same person (المصدر ذاته)."""
    *words, last = role.split()
    return " ".join(words) if words and fold_text(last) in scene.grammar.classes["same"] else role


def _compatriot(scene: Scene, phrase: NounPhrase, place: int) -> Member | None:
    """‹المسؤول الأمريكي، الرئيس الكوري الجنوبي›: the person of that country and, where it can be told, of that post."""
    state = state_of(scene.grammar, scene.words, phrase.low + 1, phrase.high)
    if state is None:
        return None
    head = scene.words.word[phrase.low].removeprefix("ال")
    from_there = [m for m in scene.cast.members if m.kind is SpeakerKind.PERSON and m.state == state and m.role]
    same = [m for m in from_there if m.heads & {head, "نظيره", "نظيرته"}]
    if not same and scene.grammar.is_in("vague-posts", head):
        same = [m for m in from_there if any(m is other for other in scene.spoken)] or from_there
    return latest(same, place)
