"""Joint speakers: several who say something together (أكدت باريس وواشنطن أن، فرنسا وبريطانيا تؤكدان)."""

from __future__ import annotations

from collections.abc import Iterator

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.attributing import attribute
from bayan.extract.cast import Member, joined_name, place_of
from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.members import member_of
from bayan.extract.name_keys import name_keys, split_name
from bayan.extract.names import clean_name
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.posts import holds_several
from bayan.extract.readings import Reading
from bayan.extract.scenes import Attribution, Scene
from bayan.extract.starts import names_speaker
from bayan.extract.words import THEIRS, Words
from bayan.records import SpeakerKind

_SHARED = ("d", "p")
"""Numbers of a verb behind several subjects."""
_JOINED_WITHIN = (SpeakerKind.UNNAMED, SpeakerKind.MEDIA)
"""Kinds that are joined inside a description (مصادر أمنية وصحية) or as one name (وسائل إعلام وصحف)."""


def with_others(scene: Scene, reading: Reading, phrase: NounPhrase, found: Attribution) -> Attribution:
    """A speaker with those who are joined to the subject at the cue, or the same one."""
    if found.member is None or found.member.kind in _JOINED_WITHIN or found.rule == "relay":
        return found
    others = list(_others(scene.grammar, scene.words, reading, phrase))
    if not others or not _fit(phrase, others):
        return found
    end = others[-1].high
    if not _closes(scene, reading, end, others[-1]):
        return found
    members = (found.member, *(_speaker_of(scene, other) for other in others))
    named = name_keys(" ".join(word.removeprefix("و") for word in split_name(found.member.name or "")))
    if any(member.keys <= named for member in members[1:]):
        return found  # ‹وزارة الخارجية والمغتربين، جهاز الأمن والمخابرات› under a name that has both
    kind, words = found.member.kind, scene.words
    member = Member(joined_name(members), kind, found.role, plural=True, several=True, parts=members)
    return found._replace(member=member, surface=clean_name(words.named(phrase.low, end, words.start[phrase.low])))


def _others(grammar: Grammar, words: Words, reading: Reading, phrase: NounPhrase) -> Iterator[NounPhrase]:
    """The phrases that و joins to a subject, between it and its verb or content; behind a comma those with a name
    (الرئيس التركي، رجب طيب أردوغان، ونظيره الروسي، فلاديمير بوتين،)."""
    high = reading.cue[0] if phrase.low < reading.cue[0] else reading.content
    k, fenced = _past_comma(words, phrase.high, high)
    while k < high and words.word[k].startswith("و") and words.quote[k] < 0:
        bare = words.word[k][1:]
        if bare.endswith(THEIRS) and not fenced:
            yield NounPhrase(k, k + 1, "source", own=(k, words.start[k] + 1))  # ‹ينفي غولن ومؤيدوه›
            return
        known = words.has_clitic(k) if words.mention[k] >= 0 else _begins_somebody(grammar, words, k)
        start = words.start[k] + 1
        other = read_phrase(grammar, words.reread(k, bare, start), k, high, tight=True) if known else None
        if other is None or (other.head == "name" and other.actor_id is None and other.high == k + 1):
            return  # a given name alone is any word
        if fenced and other.name is None:
            return
        yield other.changed(own=other.own or (k, start))
        k, fenced = _past_comma(words, other.high, high)


def _past_comma(words: Words, k: int, high: int) -> tuple[int, bool]:
    """The token behind a comma that و follows, and whether there is one."""
    fenced = k + 1 < high and is_comma(words.word[k]) and words.word[k + 1].startswith("و")
    return k + fenced, fenced


def _begins_somebody(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a post, body, honorific or given name stands behind و (ومحمد جبار, but وسام), or the nationality of
    somebody with a known name (الرئيس التركي رجب طيب أردوغان والروسي فلاديمير بوتين)."""
    word, bare = words.word[k], words.word[k][1:]
    if bare.startswith("ال") and bare in grammar.nationalities:
        actor = grammar.actor(words, k + 1) if k + 1 < len(words.word) else None
        return actor is not None and actor.kind is SpeakerKind.PERSON
    named = bare in grammar.given_names and word not in grammar.given_names
    return named or names_speaker(grammar, bare) or grammar.is_in("honorifics", bare)


def _fit(phrase: NounPhrase, others: list[NounPhrase]) -> bool:
    """Whether these are several, and not one whose post goes on (وزير الخارجية وشؤون المغتربين أيمن الصفدي)."""
    if phrase.head != "post" or phrase.name is not None:
        return True
    return all(other.actor_id is not None or (other.head == "post" and other.name is None) for other in others)


def _closes(scene: Scene, reading: Reading, end: int, last: NounPhrase) -> bool:
    """Whether the verb or the content stands right behind the last of them, or a comma or day does, unless that is but
    a second post of the first (نعيم الكعود ورئيس المجلس، ...); a verb tells of several."""
    if end <= reading.cue[0]:
        number = reading.form.form.number if reading.form is not None else ""
        return skip_adverbials(scene.grammar, scene.words, end, reading.cue[0]) == reading.cue[0] and number in _SHARED
    classes, after = scene.grammar.classes, scene.words.word[end] if end < reading.content else ""
    led = after in classes["prepositions"]
    known = last.name is not None or last.actor_id is not None
    called = last.head != "post" or known or holds_several(scene.grammar, scene.words.word[last.low].removeprefix("و"))
    led = led or (called and (after in classes["weekdays"] or is_comma(after)))
    return led or skip_adverbials(scene.grammar, scene.words, end, reading.content) == reading.content


def _speaker_of(scene: Scene, phrase: NounPhrase) -> Member:
    """Who a joined phrase means; ‹his supporters› are called by that word."""
    words = scene.words
    if words.word[phrase.low].endswith(THEIRS):
        name = words.named(phrase.low, phrase.high, words.start[phrase.low] + 1)
        return Member(clean_name(name), SpeakerKind.UNNAMED)
    found = attribute(scene, phrase, place_of(words, phrase.low)).member
    return found or member_of(scene.grammar, words, phrase)
