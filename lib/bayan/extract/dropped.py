"""Dropped subjects: who speaks where a verb or participle leaves it out, found in its own sentence."""

from __future__ import annotations

from collections.abc import Sequence

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.agreement import disagrees_with_things
from bayan.extract.antecedents import find_antecedent
from bayan.extract.attributing import attribute
from bayan.extract.cast import Cast, Member, agrees, latest, place_of
from bayan.extract.delivered import find_deliverer
from bayan.extract.governed_names import is_governed, is_quoted
from bayan.extract.grammar import Grammar
from bayan.extract.lead_ins import find_lead_in, past_topic
from bayan.extract.main_verbs import subject_between
from bayan.extract.narrated import past_front
from bayan.extract.nouns import read_phrase
from bayan.extract.pairs import find_both
from bayan.extract.passed_on import issuer_before
from bayan.extract.people import bearers_before, several_before
from bayan.extract.phrases import NounPhrase
from bayan.extract.qualities import is_adjective
from bayan.extract.readings import Reading
from bayan.extract.scans import Scan
from bayan.extract.scenes import Attribution, Scene
from bayan.extract.taken_in import before_object
from bayan.extract.trailing import dateline_end
from bayan.extract.words import Words
from bayan.lexicon import CueForm
from bayan.records import SpeakerKind
from bayan.text import fold_text

SHORTEST_VERB = 3
"""Letters of a past that many verbal nouns are spelt like (بحث، عرض)."""
_BEFORE_THIS, _BUT = "سبق", "لكن"


def find_in_sentence(scene: Scene, scan: Scan, reading: Reading) -> Attribution | None:
    """A dropped subject inside a sentence: the speaker of the cue before it, else the subject of the main clause."""
    at = reading.cue[0]
    antecedent = find_antecedent(scene, scan, reading) or find_lead_in(scene, scan, reading)
    if antecedent is not None:
        return antecedent
    bearers = bearers_before(scene, scan, reading)
    if bearers is not None:
        return attribute(scene, bearers, place_of(scene.words, at), "sentence-subject")._replace(surface=None)
    if scene.points_back(reading):
        received = find_deliverer(scene, reading, scan.low) or _sentence_subject(scene, scan, reading)
        issuer = issuer_before(scene, scan.low, at, received.member if received is not None else None)
        if issuer is not None:
            return attribute(scene, issuer, place_of(scene.words, at), "issuer")._replace(surface=None)
        if received is not None:
            return received
    before = [other for other in scan.readings if other.cue[0] < at and not _is_passed_on(scene, reading, other)]
    if before:
        here = [scene.heard[other.cue[0]] for other in before if other.cue[0] in scene.heard]
        if not any(agrees(member, reading.form) for member in here):
            several = several_before(scene, scan, reading)
            if several is not None:
                place = place_of(scene.words, at)
                return attribute(scene, several, place, "sentence-subject")._replace(surface=None)
            if here and here[-1].kind is SpeakerKind.PERSON and _is_singular(reading):
                other = _sentence_subject(scene, scan, reading)
                if other is not None and other.member is not None and other.member.gender is not None:
                    return other
        accused = _other_man(scene, before[-1], reading, here)
        if accused is not None:
            return Attribution(accused, None, "sentence-subject")
        if reading.shape == "participle":
            between = subject_between(scene.grammar, scene.words, max(other.cue[1] for other in before), at)
            if between is not None:
                place = place_of(scene.words, between.low)
                return attribute(scene, between, place, "sentence-subject")._replace(surface=None)
        return _carried(scene, reading, here) if scene.spoken else None
    if at <= scan.low + 1 and reading.shape != "participle":
        return None
    return _sentence_subject(scene, scan, reading)


def _other_man(scene: Scene, last: Reading, reading: Reading, here: list[Member]) -> Member | None:
    """The man whom a state or body has spoken of with a feminine verb, where a masculine one goes on (تتهم أنقرة
    الداعية فتح الله غولن بالانقلاب، غير أنه ينفي)."""
    if last.form is None or reading.form is None or not here or here[-1].kind is SpeakerKind.PERSON:
        return None
    turned = last.subject is not None and last.form.form.gender == "f" and reading.form.form.gender == "m"
    if not (turned and _is_singular(reading)):
        return None
    low, high = place_of(scene.words, last.cue[1]), place_of(scene.words, reading.cue[0])
    men = [m for m in scene.cast.members if m.kind is SpeakerKind.PERSON and agrees(m, reading.form) and not m.plural]
    return latest([m for m in men if m.first_between(low, high) is not None], high)


def _is_singular(reading: Reading) -> bool:
    """Whether a verb tells of one who says something himself (but ونقلت عنه وكالة الأنباء قوله)."""
    form = reading.form
    if form is None or reading.shape not in ("past", "present"):
        return False
    return form.form.number == "s" and "relay" not in form.cue.frames


def _is_passed_on(scene: Scene, reading: Reading, other: Reading) -> bool:
    """Whether a medium is only given as the source of what stands before a man's verb (زار الوزير القرية، وفقا لرويترز،
    وأشار إلى أن)."""
    member = scene.heard.get(other.cue[0])
    masculine = reading.form is not None and reading.form.form.gender == "m"
    return other.form is None and masculine and member is not None and member.kind is SpeakerKind.MEDIA


def _sentence_subject(scene: Scene, scan: Scan, reading: Reading) -> Attribution | None:
    """The first person that the sentence names, or the last one where the verb points back (كلمة أكد فيها)."""
    words, at = scene.words, reading.cue[0]
    several = several_before(scene, scan, reading)
    if several is not None:
        return attribute(scene, several, place_of(words, at), "sentence-subject")._replace(surface=None)
    both = find_both(scene, scan.low, reading)
    if both is not None:
        return Attribution(scene.cast.add(both, place_of(words, at)), None, "pair")
    low, high = place_of(words, past_topic(words, dateline_end(words, scan.low, at), at)), place_of(words, at)
    issued = at > scan.low and scene.grammar.has_stem("documents", words.word[at - 1].removesuffix("ا"))
    named = [
        (place, -k, member)
        for k, member in enumerate(scene.cast.members)
        if member.kind in (SpeakerKind.PERSON, SpeakerKind.BODY, SpeakerKind.MEDIA)
        and (issued or agrees(member, reading.form))
        and (place := member.first_between(low, high)) is not None
        and not (member.kind is SpeakerKind.MEDIA and is_governed(scene, place))
        and not (is_quoted(scene, place) and words.quote[at] < 0)
    ]
    persons = [found for found in named if found[2].kind is SpeakerKind.PERSON] or named
    if reading.form is not None and reading.form.form.gender == "f":
        persons = [found for found in named if found[2].gender == "f"] or persons
    received = scene.points_back(reading) and "من" in words.word[scan.low : at]
    opening = None if received else _opening_post(scene, scan, reading)
    if opening is not None or not persons:
        return opening
    if not received:
        persons = [found for found in persons if not is_governed(scene, found[0])] or persons
    place = (max if received else min)(found[0] for found in persons)
    chosen = max((found for found in persons if found[0] == place), key=lambda found: found[1])[2]
    chosen = _fuller(scene, chosen, place)
    return Attribution(chosen, None, "sentence-subject", chosen.role)


def _opening_post(scene: Scene, scan: Scan, reading: Reading) -> Attribution | None:
    """Who stands after the first verb of a sentence, or the post that it begins with (نقل نائب الملك تعازيه، داعيا)."""
    grammar, words, end = scene.grammar, scene.words, reading.cue[0]
    opening = past_front(grammar, words, dateline_end(words, scan.low, end), end)
    opening = _past_particles(grammar, words, opening, end)
    if opening >= end:
        return None
    if words.word[opening].removeprefix("و") in grammar.classes["negations"]:
        opening += 1  # ‹ولم يشر المصدر إلى ذلك لكنه قال›
    first = words.word[opening].removeprefix("و")
    low = opening if grammar.is_post(words.word[opening]) else opening + 1
    if low < end and words.word[low] in grammar.classes["that-told"]:
        low = skip_adverbials(grammar, words, low + 1, end)
    known = low < len(words.word) and words.mention[low] >= 0  # ‹وقطع المغرب علاقاته، متهما›
    noun = grammar.is_common(first) and first not in grammar.forms and not known
    verb = words.word[opening] in grammar.finite or grammar.is_past(first)  # ‹وألقى، التقى›
    definite = first.startswith("ال") and not verb
    noun = definite or (noun and not _may_be_past(scene, reading, first, low))
    being = first in grammar.classes["being"]  # ‹وكان النائب، رئيس اللجنة، قد زار الموقع وقال›
    nominal = low > opening and not being and (noun or first in grammar.stops)
    if low >= end:
        return None
    phrase = read_phrase(grammar, words, low, end, tight=True)
    told_at_once = reading.shape == "participle" and phrase is not None and phrase.name and phrase.high == end
    if phrase is None:
        return None
    issues = _issues(scene, reading, phrase)
    if not issues and ((nominal and not told_at_once) or not _may_open(scene, scan, reading, phrase)):
        return None  # but ‹وعقب خالد العلي قائلا›
    phrase = before_object(grammar, words, phrase, needed=False) if phrase.high < end else phrase
    found = attribute(scene, phrase, place_of(words, low), "sentence-subject")
    return found._replace(surface=None) if found.member is not None and agrees(found.member, reading.form) else None


def _past_particles(grammar: Grammar, words: Words, k: int, end: int) -> int:
    """The token after what stands before the verb or subject of a sentence (ولكن الشركة رفضت، وسبق أن قطع المغرب)."""
    while k < end:
        word = words.word[k].removeprefix("و")
        if word == _BEFORE_THIS and words.word[k + 1] == "ان":
            k += 2
        elif word == _BUT or words.word[k] in grammar.classes["adversatives"]:
            k += 1
        else:
            break
    return k


def _may_be_past(scene: Scene, reading: Reading, word: str, low: int) -> bool:
    """Whether a word that is a noun too begins a sentence as its verb: where the finite verbs have it, or before a post
    where another past goes on from it (بحث الرئيس الوضع مع نظيره، وأكد)."""
    if scene.grammar.is_past(word):
        return True
    goes_on = reading.shape == "past" and reading.form is not None and reading.form.conjunction == "و"
    following = scene.words.word[low] if low < len(scene.words.word) else ""
    post = following.startswith("ال") and scene.grammar.is_post(following)
    return goes_on and len(word) == SHORTEST_VERB and post


def _may_open(scene: Scene, scan: Scan, reading: Reading, phrase: NounPhrase) -> bool:
    """A post without a name, or after the first verb a medium (انضمت الصحيفة إلى الحملة، وقالت), a full name or a known
    body, but where the verb points back (نشر التنظيم تسجيلا لزعيمه يحث فيه)."""
    if phrase.head == "post":
        return phrase.name is None
    if phrase.low == scan.low:
        return False
    first = scene.words.word[phrase.low]
    single = first in scene.grammar.classes["single-sources"]  # ‹وصل مسؤول كبير إلى المدينة، مضيفا›
    single = single and not disagrees_with_things(scene.grammar, first, reading.form)
    several = first.endswith("ات") and reading.form is not None and reading.form.form.gender == "f"
    known = phrase.head == "source" and (first.startswith("ال") or single or several)
    known = known or phrase.head == "state"  # ‹سلمت الولايات المتحدة مصر أبراجا، وقالت›
    known = known or (phrase.head == "body" and phrase.actor_id is not None and not scene.points_back(reading))
    return known or (phrase.head in ("media", "name") and phrase.high > phrase.low + 1)


def _issues(scene: Scene, reading: Reading, phrase: NounPhrase) -> bool:
    """Whether who stands after the first verb issues or holds what the verb points back to (ألقى عباس خطابا دعا فيه),
    and it is nobody else's (مقالا لكاتب قال فيه)."""
    following, *rest = scene.words.word[phrase.high : phrase.high + 3]
    issued = any(scene.grammar.has_stem(name, following.removesuffix("ا")) for name in ("documents", "occasions"))
    anothers = following.startswith("ال") or any(word.startswith("ل") for word in rest)
    return issued and not anothers and scene.points_back(reading)


def _fuller(scene: Scene, member: Member, place: int) -> Member:
    """The body that a short description means (المنظمة الحقوقية), where the article names it."""
    first, *rest = fold_text(member.name).split()
    brief = all(word.startswith("ال") and is_adjective(scene.grammar, word) for word in rest)
    if member.kind is not SpeakerKind.BODY or not first.startswith("ال") or not brief:
        return member
    return scene.cast.with_head(first, (SpeakerKind.BODY,), place, scene.spoken) or member


def _carried(scene: Scene, reading: Reading, here: Sequence[Member]) -> Attribution:
    """The last of the speakers of this sentence that agrees with the form, else the very last."""
    here = here or scene.spoken[-1:]
    member = next((m for m in reversed(here) if agrees(m, reading.form)), here[-1])
    return Attribution(member, None, "carried", member.role)


def nearest(cast: Cast, place: int, form: CueForm | None = None) -> Member | None:
    """The last person named before a place, of those who agree with a form: a woman is known to be one. A verb of
    relaying agrees with those who relay."""
    form = None if form is not None and "relay" in form.cue.frames else form
    woman = form is not None and form.form.gender == "f"
    people = (m for m in cast.members if m.kind is SpeakerKind.PERSON and agrees(m, form))
    return latest([m for m in people if m.gender == "f" or not woman], place)
