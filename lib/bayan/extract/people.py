"""People: several who act in a text before a plural verb that leaves them out (تظاهر سائقون. وأكدوا أن)."""

from __future__ import annotations

from collections.abc import Iterator

from bayan.extract.attributing import attribute
from bayan.extract.cast import place_of
from bayan.extract.descriptions import source_end
from bayan.extract.grammar import Grammar
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Reading
from bayan.extract.scans import Scan
from bayan.extract.scenes import Attribution, Scene
from bayan.extract.words import Words

LONGEST_PLACARD = 4
"""Tokens between what people hold up and what is written on it."""
_WAY_BACK = 60
"""Tokens before a sentence in which people are looked for."""


def several_before(scene: Scene, scan: Scan, reading: Reading) -> NounPhrase | None:
    """The first people that a sentence speaks of, where a plural follows (اجتمع الخبراء في ندوة، محذرين من)."""
    if reading.form is None or reading.form.form.number != "p":
        return None
    return next(_people(scene, scan.low, reading.cue[0]), None)


def bearers_before(scene: Scene, scan: Scan, reading: Reading) -> NounPhrase | None:
    """The people who hold up what speaks for them (رفع المتظاهرون لافتات تطالب بالإفراج عنهم)."""
    grammar, words, at = scene.grammar, scene.words, reading.cue[0]
    reach = LONGEST_PLACARD if reading.form is not None and reading.form.cue.next else 1  # ‹لافتات كبيرة كتب عليها›
    near = words.word[max(scan.low + 2, at - reach) : at]
    if grammar.classes["placards"].isdisjoint(word.removeprefix("و") for word in near):
        return None
    k = scan.low + 1
    several = words.word[k].startswith("ال") and words.word[k].endswith(("ون", "ات"))  # ‹رفع المشاركون›
    named = NounPhrase(k, source_end(grammar, words, k + 1, at), "source") if several else None
    return next(_people(scene, scan.low, at), named)


def find_people_before(scene: Scene, scan: Scan, reading: Reading) -> Attribution | None:
    """The people of the sentences before, where a plural has nobody else to speak (تظاهر سائقون. وأكدوا أن)."""
    if reading.form is None or reading.form.form.number != "p":
        return None
    phrase = next(_people(scene, max(0, scan.low - _WAY_BACK), scan.low), None)
    if phrase is None:
        return None
    return attribute(scene, phrase, place_of(scene.words, phrase.low), "people")._replace(surface=None)


def _people(scene: Scene, low: int, high: int) -> Iterator[NounPhrase]:
    """The phrases of several people in a range."""
    grammar, words = scene.grammar, scene.words
    for k in range(low, high):
        word = words.word[k]
        plural = grammar.is_in("sources", word) or (grammar.is_post(word) and word.endswith("ون")) or word.isdigit()
        behind_but = word.endswith("ا") and k > 0 and words.word[k - 1] in grammar.classes["adversatives"]
        plural = plural or (behind_but and grammar.is_in("sources", word[:-1]))  # ‹لكن سكانا تحدثوا هاتفيا قالوا›
        if plural and words.quote[k] < 0 and _are_people(grammar, words, k) and not _are_led(grammar, words, k):
            phrase = read_phrase(grammar, words, k, high, tight=True)
            if phrase is not None and phrase.head in ("source", "post") and phrase.name is None:
                yield phrase


def _are_led(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether people belong to the post or body of one before them (رئيس الوزراء، مجلس النواب)."""
    leads = words.word[k - 1] if k > 0 and words.word[k].startswith("ال") else ""
    single = grammar.is_post(leads) and not grammar.is_in("sources", leads)
    return single or grammar.is_in("bodies", leads)


def _are_people(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a noun of sources means several people; one that counts needs people after it (عدة مسؤولين)."""
    word = words.word[k]
    if grammar.is_in("single-sources", word):
        return False
    if word not in grammar.classes["counters"]:
        return True
    following = words.word[k + 2 if words.word[k + 1] == "من" else k + 1]
    return grammar.is_in("sources", following) or grammar.is_post(following) or following.endswith(("ين", "ون"))
