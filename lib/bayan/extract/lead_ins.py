"""Lead-ins: clauses that only tell that somebody speaks, before the cue with the words (رد عليه الوزير قائلا، جاء ذلك
على لسان المتحدث، حيث قال)."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.attributing import attribute
from bayan.extract.cast import agrees, place_of
from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Reading
from bayan.extract.scans import Scan
from bayan.extract.scenes import Attribution, Scene
from bayan.extract.words import ON, Words

LONGEST_LEAD_IN = 10
"""Tokens between whoever speaks and a participle."""
LONGEST_TONGUE = 16
"""Tokens between whoever lends a tongue and a verb."""
_ABOUT = ("عن", "حول", "بشان", "بخصوص", "حيال")


def find_lead_in(scene: Scene, scan: Scan, reading: Reading) -> Attribution | None:
    """Whoever speaks by the clause before a cue, where that has no words of its own."""
    phrase = (
        _whose_tongue(scene, scan, reading) or _answering(scene, scan, reading) or _headline_state(scene, scan, reading)
    )
    if phrase is None:
        return None
    found = attribute(scene, phrase, place_of(scene.words, phrase.low), "sentence-subject")._replace(surface=None)
    return found if found.member is not None and agrees(found.member, reading.form) else None


def _answering(scene: Scene, scan: Scan, reading: Reading) -> NounPhrase | None:
    """Whoever stands between a verb of saying without content of its own and a participle (رد عليه الوزير قائلا،
    تتحدث الكاتبة قائلة), whomever he speaks to (تحدث المدرب لـ«الحياة»، قائلا)."""
    words, grammar, end = scene.words, scene.grammar, reading.cue[0]
    if reading.shape != "participle" or end - 2 < scan.low:
        return None
    end -= is_comma(words.word[end - 1])
    for k in range(end - 1, max(scan.low, end - LONGEST_LEAD_IN), -1):
        verb = k - 1 - (words.word[k - 1] in grammar.classes["spoken-of"])
        told = verb >= scan.low and words.word[verb].lstrip("وفل") in grammar.classes["replying"]
        cut = words.word[k - 1].removesuffix("ها").removesuffix("ه")
        cuts = cut != words.word[k - 1] and cut in grammar.classes["interrupting"]
        told = told or (verb >= scan.low and cuts)  # ‹قاطعه المذيع نافيا›
        if not told or verb in scene.heard:
            continue
        phrase = read_phrase(grammar, words, k, end)
        return phrase if phrase is not None and skip_adverbials(grammar, words, phrase.high, end) == end else None
    return None


def is_tongue(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether somebody lends another a tongue here (على لسان المتحدث، بلسان الوزير, but للموقع الرسمي لسان جيرمان)."""
    tongue = words.word[k] in grammar.classes["tongues"]
    return tongue and (words.word[k].startswith("ب") or (k > 0 and words.word[k - 1] == ON))


def _whose_tongue(scene: Scene, scan: Scan, reading: Reading) -> NounPhrase | None:
    """Whoever lends a tongue before a verb, which nobody has used yet (جاء ذلك على لسان إريك باهون، حيث قال)."""
    words, end = scene.words, reading.cue[0]
    near = range(max(scan.low, end - LONGEST_TONGUE), end - 1)
    k = next((k for k in near if is_tongue(scene.grammar, words, k)), None)
    if k is None or any(scan.low <= at < end for at in scene.heard):
        return None
    return read_phrase(scene.grammar, words, k + 1, end)


def _headline_state(scene: Scene, scan: Scan, reading: Reading) -> NounPhrase | None:
    """The state with which a headline begins that goes on with a second verb (روسيا تنسحب من المعاهدة وتتهم واشنطن)."""
    joined = reading.form is not None and reading.form.conjunction == "و"
    if scene.words.field != "title" or not joined or reading.cue[0] <= scan.low + 1 or scene.heard:
        return None
    phrase = read_phrase(scene.grammar, scene.words, scan.low, reading.cue[0], tight=True)
    return phrase if phrase is not None and phrase.head == "state" else None


def past_topic(words: Words, low: int, at: int) -> int:
    """The token after what a sentence says first that it is about (وحول هيكلة المستشفى، قال), or its first one."""
    if words.word[low].removeprefix("و") not in _ABOUT:
        return low
    return next((k + 1 for k in range(at - 1, low, -1) if is_comma(words.word[k])), low)
