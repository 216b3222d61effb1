"""Antecedents: who stands before a relative pronoun, and so speaks in the clause behind it."""

from __future__ import annotations

from bayan.extract.attributing import attribute
from bayan.extract.cast import agrees, latest, place_of
from bayan.extract.described import find_described
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.members import member_of
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Reading
from bayan.extract.scans import Scan
from bayan.extract.scenes import Attribution, Scene
from bayan.extract.words import Words
from bayan.lexicon import CueForm

_WHO = "الذين"
_WHEN = ("الوقت", "اليوم", "اللحظه")
_PLURALS = ("ون", "ين")
_MANY_OF = ("عدد", "من")
_LONGEST_ANTECEDENT = 6
_LONGEST_BRACKET = 8
_TELLING = ("documents", "utterances", "stance-nouns", "news", "bodies", "media", "sources", "leaderships")
"""Classes of nouns that tell or speak."""
_RELATIVE_GENDER = {"الذي": "m", "التي": "f"}


def find_antecedent(scene: Scene, scan: Scan, reading: Reading) -> Attribution | None:
    """‹ميركل التي دعت›: right after a relative pronoun the noun before it speaks."""
    words, at = scene.words, reading.cue[0]
    classes = scene.grammar.classes
    k = at - 1
    while k > scan.low and words.word[k] in classes["auxiliaries"]:
        k -= 1
    joined = reading.form is not None and reading.form.conjunction == "و"
    if joined and k > scan.low and words.word[k - 1] in classes["relatives"]:
        k -= 1  # ‹التي استقبلته وأثنت على›
    if reading.shape not in ("past", "present") or words.word[k] not in classes["relatives"]:
        described = find_described(scene, reading, scan.low)
        if described is None:
            return None
        return attribute(scene, described, place_of(words, described.low), "antecedent")._replace(surface=None)
    if reading.form is not None and (reading.form.form.pronoun or not _may_follow(words.word[k], reading.form)):
        return None  # the noun is the object (الذين اتهمتهم), or spoken of (الاتفاق الذي قالت إنه)
    if k > scan.low and words.word[k - 1] in _WHEN and reading.subject is not None:
        return None  # ‹في الوقت الذي يطالب فيه أعضاء بالانسحاب›
    before = _phrase_before(scene, reading, scan.low, k)
    if before is not None:
        return attribute(scene, before, place_of(words, before.low), "antecedent")._replace(surface=None)
    low, high = place_of(words, max(scan.low, k - 12)), place_of(words, k)
    near = [m for m in scene.cast.members if agrees(m, reading.form) and (m.last_before(high) or low - 1) >= low]
    member = latest(near, high)
    if member is None:
        named = read_phrase(scene.grammar, words, k - 1, k) if k - 1 >= scan.low else None
        unknown = words.word[k - 1].startswith("ال") and words.word[k - 1] not in words.names
        if named is not None and named.head == "name" and not unknown:  # but ‹الكهرباء الذي تعهد بتوصيله›
            return attribute(scene, named, high, "antecedent")
        return Attribution(None, None, "antecedent") if governs_phrase(reading) and reading.subject else None
    return Attribution(member, None, "antecedent", member.role)


def _may_follow(relative: str, form: CueForm) -> bool:
    """Whether the subject of a verb can be the noun that a relative pronoun stands for."""
    relative = relative.removeprefix("و")
    if relative in _RELATIVE_GENDER:  # but ‹الرسائل التي قالوا إنها منه›
        return form.form.number == "s" and form.form.gender in (None, _RELATIVE_GENDER[relative])
    return relative != "الذين" or form.form.number == "p"


def _phrase_before(scene: Scene, reading: Reading, low: int, relative: int) -> NounPhrase | None:
    """Whoever stands right before a relative pronoun: the longest phrase that ends there, or a noun with its article
    and adjectives, of things too (المزاعم التي تقول إن)."""
    grammar, words = scene.grammar, scene.words
    relative -= relative - 1 > low and is_comma(words.word[relative - 1])  # ‹إدوارد سعيد، الذي وصف›
    relative = _before_bracket(words, relative, low)
    found = None
    for start in range(relative - 1, max(low, relative - _LONGEST_ANTECEDENT) - 1, -1):
        if is_break(words.word[start]) or words.word[start] in grammar.stops or words.quote[start] >= 0:
            break
        phrase = read_phrase(grammar, words, start, relative)
        bare = phrase is not None and phrase.head == "post" and phrase.name is None and start == relative - 1
        if phrase is not None and phrase.high == relative and not bare and _is_known(grammar, words, phrase):
            found = phrase
        if grammar.has_preposition(words, start) or (words.mention[start] >= 0 and words.has_clitic(start)):
            break
    if found is not None:
        counted = grammar.is_in("counters", words.word[found.low])
        if counted and _is_spoken_of(grammar, words, found.low + 1, reading):
            return None  # ‹عشرات الأهداف التي قالت إنها عسكرية›
        return found if agrees(member_of(grammar, words, found), reading.form) else None
    if words.word[relative].removeprefix("و") == _WHO:
        several = _people_before(grammar, words, low, relative)
        if several is not None:
            return several
    start = relative
    while start > low and words.word[start - 1].startswith("ال") and words.mention[start - 1] < 0:
        start -= 1
    people = _WHO in words.word[relative : relative + 2]  # ‹الحاضرين الذين أصروا على التصوير›
    told = people or grammar.is_complementizer(words.word[reading.content])
    if not told or start == relative or any(words.quote[k] >= 0 for k in range(start, relative)):
        return None
    return None if _is_spoken_of(grammar, words, start, reading) else NounPhrase(start, relative, "source")


def _is_spoken_of(grammar: Grammar, words: Words, noun: int, reading: Reading) -> bool:
    """Whether the clause is of the things before a relative pronoun (الأهداف العسكرية التي قالت إنها إيرانية), which
    cannot speak as claims or reports can (المزاعم التي تقول إنها)."""
    thing = words.word[noun].removeprefix("ال")
    speaks = any(grammar.has_stem(name, thing) for name in _TELLING) or thing.endswith(_PLURALS)
    clause = words.word[reading.content]
    back = grammar.is_complementizer(clause) and clause.endswith("نها")
    return back and grammar.is_common(thing) and not speaks


def _before_bracket(words: Words, end: int, low: int) -> int:
    """The token of the bracket that closes before a token (هنري فالكون (56 عاما) الذي ندد), else the same one."""
    if words.word[end - 1] != ")":
        return end
    return next((k for k in range(end - 2, max(low, end - _LONGEST_BRACKET), -1) if words.word[k] == "("), end)


def _people_before(grammar: Grammar, words: Words, low: int, relative: int) -> NounPhrase | None:
    """The people before things in the plural, who alone can do what follows (العاملين في هذه المخيمات الذين أكدوا)."""
    things = words.word[relative - 1].endswith("ات") and not grammar.is_in("sources", words.word[relative - 1])
    near = range(relative - 2, max(low, relative - _LONGEST_ANTECEDENT) - 1, -1) if things else ()
    k = next((k for k in near if words.word[k].startswith("ال") and words.word[k].endswith(_PLURALS)), None)
    if k is None or any(is_break(word) for word in words.word[k:relative]):
        return None
    counted = k - 2 >= low and words.word[k - 2 : k] == _MANY_OF
    return NounPhrase(k - 2 * counted, relative, "source")


def _is_known(grammar: Grammar, words: Words, phrase: NounPhrase) -> bool:
    """Whether a phrase is no name, or one that the article or the registry has elsewhere."""
    first = words.word[phrase.low]
    return phrase.head != "name" or phrase.actor_id is not None or first in words.names or first in grammar.name_words


def governs_phrase(reading: Reading) -> bool:
    """Whether what follows the verb can be its object (ميركل التي دعت الحكومة إلى). Behind a relative pronoun it is, as
    the verb would else point back with a pronoun of its own (التي دعتها الحكومة)."""
    form = reading.form
    return form is not None and form.cue.takes_object and not form.form.pronoun and reading.frame in ("prep", "np")
