"""Speakers: who stands behind a cue, by its subject, by agreement with those named before, or by role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bayan.extract.bodies import is_adjective
from bayan.extract.cast import WITHOUT_NAME, Cast, Member, agrees, clean_role, latest, member_of, place_of
from bayan.extract.grammar import Grammar
from bayan.extract.names import clean_name
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Reading
from bayan.extract.scans import Scan
from bayan.extract.subjects import unknown_subject
from bayan.extract.words import Words
from bayan.records import SpeakerKind
from bayan.text import fold_text

_RECENT = 6


@dataclass(frozen=True, slots=True)
class Attribution:
    """A resolved speaker with the words at the cue and the rule that found it."""

    member: Member | None
    surface: str | None
    rule: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What resolving a speaker looks at: the field, everybody in the article, and who has spoken, the last one last."""

    grammar: Grammar
    words: Words
    cast: Cast
    spoken: list[Member]
    day: date | None

    def last(self, reading: Reading) -> Member | None:
        """The last speaker that agrees with the form."""
        return next((m for m in reversed(self.spoken[-_RECENT:]) if agrees(m, reading.form)), None)


def find_speaker(scene: Scene, scan: Scan, reading: Reading) -> Attribution:
    """Resolve the speaker of one reading. The order of the rules is that of their reliability."""
    phrase = _spokesman(scene, reading) or reading.subject
    place = place_of(scene.words, reading.cue[0])
    if phrase is not None and _governs_phrase(reading):
        antecedent = _antecedent(scene, scan, reading)
        if antecedent is not None:
            return antecedent
    if phrase is not None and not _is_doubtful(scene, phrase):
        return _attribute(scene, phrase, place)
    if reading.shape == "masdar":
        relayed = _relayed(scene, scan, reading, place)
        if relayed is not None:
            return relayed
    unknown = unknown_subject(scene.grammar, scene.words, reading)
    if unknown is not None:
        return _attribute(scene, unknown, place)
    same_sentence = _in_sentence(scene, scan, reading)
    if same_sentence is not None:
        return same_sentence
    last = scene.last(reading) or (scene.spoken[-1] if scene.spoken else _nearest(scene.cast, place))
    if last is None and phrase is not None and reading.form is None:
        return _attribute(scene, phrase, place)
    return Attribution(last, None, "dropped", last.role if last else None)


def _governs_phrase(reading: Reading) -> bool:
    """Whether what follows the verb can be its object (ميركل التي دعت الحكومة إلى). Behind a relative pronoun it is, as
    the verb would else point back with a pronoun of its own (التي دعتها الحكومة)."""
    form = reading.form
    return form is not None and form.cue.takes_object and not form.form.pronoun and reading.frame in ("prep", "np")


def _attribute(scene: Scene, phrase: NounPhrase, place: int, rule: str | None = None) -> Attribution:
    member, found_by = _from_phrase(scene, phrase, place)
    surface = clean_name(scene.words.text(phrase.low, phrase.high))
    return Attribution(member, surface, rule or found_by, _role(scene, phrase, member))


def _spokesman(scene: Scene, reading: Reading) -> NounPhrase | None:
    """‹أكدت مدريد على لسان المتحدثة … أن›: who lends the body a tongue speaks."""
    words = scene.words
    for k in range(reading.cue[1], reading.content - 2):
        if words.word[k] in scene.grammar.lexicon.classes["tongues"] and words.quote[k] < 0:
            return read_phrase(scene.grammar, words, k + 1, reading.content)
    return None


def _is_doubtful(scene: Scene, phrase: NounPhrase) -> bool:
    """A single unknown word is a name only where the article has a longer one with it, or names use the word."""
    if phrase.head != "name" or phrase.actor_id or phrase.high - phrase.low > 1 or phrase.post:
        return False
    word = scene.words.word[phrase.low]
    if word in scene.grammar.name_words:
        return False
    known = scene.cast.named(scene.words.named(phrase.low, phrase.high), SpeakerKind.PERSON)
    return (known is None or len(known.keys) < 2) and word.endswith(("ا", "ه"))


def _role(scene: Scene, phrase: NounPhrase, member: Member | None) -> str | None:
    own = clean_role(scene.grammar, scene.words, phrase) if phrase.post and phrase.name else None
    known = member.role if member else None
    return own if own and len(own) >= len(known or "") else known


def _from_phrase(scene: Scene, phrase: NounPhrase, place: int) -> tuple[Member, str]:
    found = member_of(scene.grammar, scene.words, phrase)
    if phrase.name is not None or found.kind is SpeakerKind.STATE:
        return scene.cast.named(found.name, found.kind) or scene.cast.add(found, place), "subject"
    if found.kind is SpeakerKind.PERSON:
        return _holder(scene, phrase, found, place)
    back = _points_back(scene, phrase, place)
    if back is not None:
        return back
    return scene.cast.named(found.name, found.kind) or scene.cast.add(found, place), "subject"


def _points_back(scene: Scene, phrase: NounPhrase, place: int) -> tuple[Member, str] | None:
    """A document without its issuer, and a short definite description, stand for somebody before."""
    first = scene.words.word[phrase.low]
    if phrase.head == "document" and scene.spoken and (first.startswith("ال") or phrase.high == phrase.low + 1):
        return scene.spoken[-1], "issuer"
    if phrase.actor_id is not None or not first.startswith("ال") or not _is_brief(scene, phrase):
        return None
    head = scene.cast.with_head(first, WITHOUT_NAME, place, scene.spoken)
    if head is not None:
        return head, "anaphora"
    if scene.grammar.is_in("bare-sources", first) and scene.spoken:
        return scene.spoken[-1], "anaphora"
    return None


def _is_brief(scene: Scene, phrase: NounPhrase) -> bool:
    """Two words, or a noun with its adjectives (المنظمة الحقوقية الماليزية)."""
    rest = scene.words.word[phrase.low + 1 : phrase.high]
    return len(rest) < 2 or all(word.startswith("ال") and is_adjective(scene.grammar, word) for word in rest)


def _holder(scene: Scene, phrase: NounPhrase, found: Member, place: int) -> tuple[Member, str]:
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
    holder = scene.grammar.registry.holder(role, scene.day) if scene.day else None
    if holder is not None:
        member = next((m for m in scene.cast.members if m.actor_id == holder.id), None)
        if member is not None:
            member.role = member.role or role
            return member, "holder"
        found.actor_id = holder.id
    return scene.cast.add(found, place), "post"


def _without_same(scene: Scene, role: str) -> str:
    """A role without the word that says it is the same person (المصدر ذاته)."""
    *words, last = role.split()
    return " ".join(words) if words and fold_text(last) in scene.grammar.lexicon.classes["same"] else role


def _compatriot(scene: Scene, phrase: NounPhrase, place: int) -> Member | None:
    """‹المسؤول الأمريكي، الرئيس الكوري الجنوبي›: the person of that country and, where it can be told, of that post."""
    state = scene.grammar.state_of(scene.words, phrase.low + 1, phrase.high)
    if state is None:
        return None
    head = scene.words.word[phrase.low].removeprefix("ال")
    from_there = [m for m in scene.cast.members if m.kind is SpeakerKind.PERSON and m.state == state and m.role]
    same = [m for m in from_there if m.heads & {head, "نظيره", "نظيرته"}]
    if not same and scene.grammar.is_in("vague-posts", head):
        same = [m for m in from_there if any(m is other for other in scene.spoken)] or from_there
    return latest(same, place)


def _relayed(scene: Scene, scan: Scan, reading: Reading, place: int) -> Attribution | None:
    """‹نقلت وكالة … عن وزير … قوله›: the source after the nearest عن before the verbal noun speaks."""
    at = reading.cue[0]
    for k in range(at - 1, max(scan.low, at - 30), -1):
        if scene.words.word[k] == "عن" and k + 1 < at:
            phrase = read_phrase(scene.grammar, scene.words, k + 1, at)
            if phrase is not None:
                return _attribute(scene, phrase, place, "relay")
    return None


def _in_sentence(scene: Scene, scan: Scan, reading: Reading) -> Attribution | None:
    """A dropped subject inside a sentence: the speaker of the cue before it, else the subject of the main clause."""
    at = reading.cue[0]
    antecedent = _antecedent(scene, scan, reading)
    if antecedent is not None:
        return antecedent
    if any(other.cue[0] < at for other in scan.readings):
        count = sum(other.cue[0] < at for other in scan.readings)
        return _carried(scene, reading, count) if scene.spoken else None
    if at <= scan.low + 1 and reading.shape != "participle":
        return None
    return _sentence_subject(scene, scan, reading)


def _antecedent(scene: Scene, scan: Scan, reading: Reading) -> Attribution | None:
    """‹ميركل التي دعت›: right after a relative pronoun the noun before it speaks."""
    words, at = scene.words, reading.cue[0]
    classes = scene.grammar.lexicon.classes
    k = at - 1
    while k > scan.low and words.word[k] in classes["auxiliaries"]:
        k -= 1
    if reading.shape not in ("past", "present") or words.word[k] not in classes["relatives"]:
        return None
    low, high = place_of(words, max(scan.low, k - 12)), place_of(words, k)
    near = [m for m in scene.cast.members if agrees(m, reading.form) and (m.last_before(high) or low - 1) >= low]
    member = latest(near, high)
    if member is None:
        return None
    return Attribution(member, None, "antecedent", member.role)


def _sentence_subject(scene: Scene, scan: Scan, reading: Reading) -> Attribution | None:
    """The first person that the sentence names, or the last one where the verb points back (كلمة أكد فيها)."""
    words, at = scene.words, reading.cue[0]
    low, high = place_of(words, scan.low), place_of(words, at)
    named = [
        (place, -k, member)
        for k, member in enumerate(scene.cast.members)
        if member.kind in (SpeakerKind.PERSON, SpeakerKind.BODY)
        and agrees(member, reading.form)
        and (place := member.first_between(low, high)) is not None
    ]
    persons = [found for found in named if found[2].kind is SpeakerKind.PERSON] or named
    if not persons:
        return None
    following = words.word[reading.cue[1] : reading.cue[1] + 1]
    points_back = bool(following) and following[0] in scene.grammar.lexicon.classes["pointing-back"]
    received = points_back and "من" in words.word[scan.low : at]
    place = (max if received else min)(found[0] for found in persons)
    chosen = max((found for found in persons if found[0] == place), key=lambda found: found[1])[2]
    return Attribution(chosen, None, "sentence-subject", chosen.role)


def _carried(scene: Scene, reading: Reading, count: int) -> Attribution:
    """The last of the ``count`` speakers of this sentence that agrees with the form, else the very last."""
    here = scene.spoken[-count:]
    member = next((m for m in reversed(here) if agrees(m, reading.form)), here[-1])
    return Attribution(member, None, "carried", member.role)


def _nearest(cast: Cast, place: int) -> Member | None:
    """The last person named before a place."""
    return latest([m for m in cast.members if m.kind is SpeakerKind.PERSON], place)
