"""Second cues: where a verb or participle inside the content reports speech of its own and so ends it."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.readings import Reading
from bayan.extract.scans import ReadCue
from bayan.extract.verbs import is_finite
from bayan.extract.words import ALREADY, Words

_WHO = "الذين"
PARENTHESIS = 2
"""Commas around what interrupts a clause."""


def is_second_cue(grammar: Grammar, words: Words, reading: Reading, j: int, read: ReadCue) -> bool:
    """A cue that is coordinated with the first one or hangs on it as a participle ends the content."""
    other = read(j)
    if other is None or other.form is None:
        return False
    before = words.word[j - 1]
    if is_comma(before) and has_no_predicate(grammar, words, reading, j - 1):
        return False
    if other.shape == "participle":
        stance = grammar.has_stem("stance-nouns", words.word[other.content])
        judged = other.frame == "np" and (other.form.cue.explicit or other.form.cue.needs_object)
        # ‹نفى وجود أي علاقة بين الحادثين معتبرا الخبر شائعة›
        return stance or judged or is_comma(before) or other.frame in ("an", "prep", "colon", "quote")
    if other.shape.startswith("masdar") or _describes_occasion(grammar, words, other, j):
        return False
    fresh = is_comma(words.word[j - 2]) or words.word[j - 2] in grammar.classes["being"]
    if before == ALREADY and not fresh:
        return False  # ‹نفى أن يكون الرئيس قد طلب من›
    if before in grammar.classes["relatives"]:
        if before == _WHO and not words.word[j].endswith("هم"):
            return False  # ‹قال إن الذين يتهمونه يريدون الانتقام منه›
        alone = reading.frame == "an" and j == reading.content + 3
        if alone or has_no_predicate(grammar, words, reading, j - 1):
            return False  # ‹أكدت أن كيم الذي تتهمه منظمات سيتسلم الجائزة›
        back = words.word[j + 1] in grammar.classes["pointing-back"]
        return bool(other.form.form.pronoun) or (other.subject is not None and other.frame == "an" and not back)
    if other.shape == "past" and other.frame == "an" and other.content == j + 1 and is_nominal(grammar, words, reading):
        return not before.endswith("ما")
    if other.subject is None and _is_of_another(grammar, reading, other, words.word[j]):
        return False
    behind = words.word[j - 2] if before == ALREADY else before
    bound = before == ALREADY or other.form.form.number == "d"  # ‹أن الرئيس، دونالد ترامب، والزعيم، طلبا منه›
    if is_comma(behind) and not other.form.conjunction and _is_predicate(grammar, words, reading, j, bound):
        return False
    if before == ALREADY and other.subject is None and _had_been(grammar, words, reading, j):
        return False
    return bool(other.form.conjunction) or is_comma(before) or before in grammar.classes["subordinators"]


def has_no_predicate(grammar: Grammar, words: Words, reading: Reading, comma: int) -> bool:
    """Whether a clause has come to no predicate before its first comma or relative: its subject stands there alone (أن
    الولايات المتحدة، متمسكة بعقوباتها، أن الأمير خالد الفيصل، أكد), or an adverbial that و puts in front (أنه وفي
    محاولته للتستر، ينكر)."""
    low, first = reading.content, reading.content + 1
    if reading.frame != "an" or first >= comma or not grammar.is_complementizer(words.word[low]):
        return False
    subject = read_phrase(grammar, words, first, comma)
    if words.mention[first] >= 0 or (subject is not None and subject.post is not None):
        return (subject.high if subject is not None else words.mention_end(first)) == comma
    fronted = words.word[first].removeprefix("و") in grammar.classes["fenced"]
    return fronted and words.word[first].startswith("و") and not any(map(is_comma, words.word[first:comma]))


def _is_of_another(grammar: Grammar, reading: Reading, other: Reading, word: str) -> bool:
    """Whether a verb without a subject goes with a noun of the content: it agrees with the first cue in no way (قال
    التقرير إن المنظمة حققت ووجدت أن), or it stands in the present without a conjunction (معلومات، تفيد بوجود)."""
    if other.form is None or other.shape not in ("past", "present") or "relay" in other.form.cue.frames:
        return False
    if other.shape == "present" and not other.form.conjunction:
        return True
    own = reading.form.form if reading.form is not None and reading.shape in ("past", "present") else None
    if own is None or own.number != "s":
        return False
    verbs = [form.form for form in grammar.readings(word) if form.form.shape in ("past", "present")]
    subject = reading.subject
    person = subject is not None and (subject.head == "name" or (subject.head == "post" and subject.name is not None))
    if person and verbs and all(verb.number == "p" for verb in verbs):
        return True  # ‹قال الأب إنهم هاجموا بيته ورفضوا الصلح›
    return all(verb.number == "s" and verb.gender not in (None, own.gender) for verb in verbs)


def _is_predicate(grammar: Grammar, words: Words, reading: Reading, j: int, bound: bool) -> bool:
    """Whether a verb after a comma is the first one of a clause whose subject something interrupts (أن القادة، بينهم
    الوزير، حذروا) or describes (أن روسيا الحليف الأكبر للحكومة، قد أبلغت)."""
    low = reading.content + 1
    if reading.frame != "an" or not grammar.is_complementizer(words.word[reading.content]):
        return False
    commas = sum(is_comma(words.word[k]) for k in range(low, j))
    known = words.mention[low] >= 0 or grammar.is_post(words.word[low])
    known = known and words.word[low - 1].endswith("ان")  # ‹أنها مدونة، اتهمت الشركة›: the predicate stands there
    if commas != PARENTHESIS and not (known and bound):  # ‹أن روسيا مستعدة للحوار، أكدت الوزارة أن›
        return False
    return not any(_is_finite_or_future(grammar, words, k) for k in range(low, j))


def _is_finite_or_future(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a token is a verb by its form, in the future too."""
    word = words.word[k]
    return word != ALREADY and (is_finite(grammar, words, k) or (word[0] == "س" and grammar.is_imperfect(word[1:])))


def _had_been(grammar: Grammar, words: Words, reading: Reading, j: int) -> bool:
    """Whether a verb behind ‹كان قد› is the first one of its clause (وأضافت أنها كانت قد نصحت)."""
    clause = grammar.is_complementizer(words.word[reading.content])
    first = not any(_is_finite_or_future(grammar, words, k) for k in range(reading.content + 1, j - 2))
    return clause and first and words.word[j - 2] in grammar.classes["being"]


def _describes_occasion(grammar: Grammar, words: Words, other: Reading, j: int) -> bool:
    """‹اتصال مع الأمير، أخبره خلاله بأن›: without a conjunction, a verb with a pronoun tells what the occasion was."""
    if other.form is None or other.form.conjunction or not other.form.form.pronoun:
        return False
    return words.word[j + 1 : j + 2] != () and words.word[j + 1] in grammar.classes["pointing-back"]


def is_nominal(grammar: Grammar, words: Words, reading: Reading) -> bool:
    """Whether the content is a noun and no clause, with or without its preposition."""
    if reading.frame not in ("prep", "np"):
        return False
    first = words.word[reading.content : reading.content + 2]
    return not any(grammar.is_complementizer(word) for word in first)
