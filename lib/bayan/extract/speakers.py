"""Speakers: who stands behind a cue, by its subject, by agreement with those named before, or by role."""

from __future__ import annotations

from bayan.extract.accused import find_accused
from bayan.extract.antecedents import find_antecedent, governs_phrase
from bayan.extract.attributing import attribute
from bayan.extract.cast import place_of
from bayan.extract.dropped import find_in_sentence, nearest
from bayan.extract.joint import with_others
from bayan.extract.lead_ins import is_tongue
from bayan.extract.name_words import is_adverb
from bayan.extract.names import clean_name
from bayan.extract.narrated import find_narrated
from bayan.extract.nouns import LATTER, read_phrase
from bayan.extract.people import find_people_before
from bayan.extract.phrases import NounPhrase
from bayan.extract.postposed import role_behind
from bayan.extract.ranks import with_rank
from bayan.extract.readings import Reading
from bayan.extract.scans import Scan
from bayan.extract.scenes import Attribution, Scene
from bayan.extract.subjects import unknown_subject
from bayan.records import SpeakerKind


def find_speaker(scene: Scene, scan: Scan, reading: Reading) -> Attribution:
    """Resolve the speaker of one reading. The order of the rules is that of their reliability."""
    phrase = _spokesman(scene, reading) or reading.subject
    place = place_of(scene.words, reading.cue[0])
    if phrase is not None and governs_phrase(reading) and not scene.words.word[phrase.low].endswith("ون"):
        antecedent = find_antecedent(scene, scan, reading)
        if antecedent is not None:
            return antecedent
    if phrase is not None and phrase.high == phrase.low + 1 and scene.words.word[phrase.low] in LATTER:
        latter = nearest(scene.cast, place)
        if latter is not None:
            return Attribution(latter, scene.words.text(phrase.low, phrase.high), "latter", latter.role)
    if phrase is not None and not _is_doubtful(scene, reading, phrase):
        found = _with_role_behind(scene, scan, reading, phrase, attribute(scene, phrase, place))
        return with_others(scene, reading, phrase, found)
    if reading.shape == "masdar":
        relayed = _relayed(scene, scan, reading, place)
        if relayed is not None:
            return relayed
    unknown = unknown_subject(scene.grammar, scene.words, reading)
    if unknown is not None:
        return attribute(scene, unknown, place)
    accused = find_accused(scene, scan, reading)
    if accused is not None:
        return accused
    told = find_in_sentence(scene, scan, reading) or find_narrated(scene, scan, reading)
    return with_rank(scene, reading, told or _last_speaker(scene, scan, reading))


def _last_speaker(scene: Scene, scan: Scan, reading: Reading) -> Attribution:
    """Who goes on where the sentence tells nobody: the last speaker who agrees, several before it, the nearest name."""
    phrase, place = reading.subject, place_of(scene.words, reading.cue[0])
    last = scene.last(reading)
    people = find_people_before(scene, scan, reading) if last is None else None
    if people is not None:
        return people
    last = last or nearest(scene.cast, place, reading.form) or (scene.spoken[-1] if scene.spoken else None)
    if last is None and reading.shape == "masdar":
        last = nearest(scene.cast, place)  # ‹جدد فلان تأكيدهم على›
    if last is None and phrase is not None and reading.form is None:
        return attribute(scene, phrase, place)
    return Attribution(last, None, "dropped", last.role if last else None)


def _with_role_behind(
    scene: Scene, scan: Scan, reading: Reading, phrase: NounPhrase, found: Attribution
) -> Attribution:
    """Somebody named at the cue with no title so far, or one of a word, and the title that stands behind the name."""
    member = found.member
    if member is None or member.kind is not SpeakerKind.PERSON or " " in (found.role or "") or phrase.name is None:
        return found
    behind = role_behind(scene.grammar, scene.words, reading, phrase, scan.high)
    if behind is None:
        return found
    member.role = clean_name(scene.words.text(*behind))
    return found._replace(role=member.role)


def _spokesman(scene: Scene, reading: Reading) -> NounPhrase | None:
    """‹أكدت مدريد على لسان المتحدثة … أن›: who lends the body a tongue speaks."""
    words = scene.words
    for k in range(reading.cue[1], reading.content - 2):
        if is_tongue(scene.grammar, words, k) and words.quote[k] < 0:
            return read_phrase(scene.grammar, words, k + 1, reading.content)
    return None


def _is_doubtful(scene: Scene, reading: Reading, phrase: NounPhrase) -> bool:
    """A single unknown word is a name only where the article has a longer one with it, or names use the word, or where
    it stands right after a verb without object."""
    if phrase.head != "name" or phrase.actor_id or phrase.high - phrase.low > 1 or phrase.post:
        return False
    word = scene.words.word[phrase.low]
    if word in scene.grammar.name_words:
        return False
    known = scene.cast.named(scene.words.named(phrase.low, phrase.high), SpeakerKind.PERSON)
    if known is not None and len(known.keys) > 1:
        return False
    bare = phrase.low == reading.cue[1] and reading.shape in ("past", "present")
    if reading.form is None or reading.form.cue.takes_object or not bare:
        return word.endswith(("ا", "ه"))
    return is_adverb(scene.grammar, scene.words, phrase.low)


def _relayed(scene: Scene, scan: Scan, reading: Reading, place: int) -> Attribution | None:
    """‹نقلت وكالة … عن وزير … قوله›: the source after the nearest عن before the verbal noun speaks."""
    at = reading.cue[0]
    for k in range(at - 1, max(scan.low, at - 30), -1):
        if scene.words.word[k] == "عن" and k + 1 < at:
            phrase = read_phrase(scene.grammar, scene.words, k + 1, at)
            if phrase is not None:
                return attribute(scene, phrase, place, "relay")
    return None
