"""Nouns of speech: a verbal noun with whoever speaks in the genitive or after من (تحذير موسكو من، دعوات من باريس)."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.complements import find_complement
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.object_nouns import is_verbal_noun
from bayan.extract.objects import is_predicate
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Frame, Reading, read_by
from bayan.extract.verbs import is_finite
from bayan.extract.words import OWNED, Words
from bayan.lexicon import CueForm
from bayan.records import Act
from bayan.text import fold_text

LONGEST_GENITIVE = 8
LONGEST_WAY = 20
"""Tokens between a verbal noun and its clause, without and with a relative clause that describes who speaks."""
LONGEST_ADJECTIVES = 2
"""Tokens between a verbal noun and the verb that tells who voiced it."""
_VOICED = (Act.INFORM, Act.DENY, Act.APPEAL)
"""Acts whose verbal noun may have a further one as its object (نفي الشرطة وجود خلافات)."""
_AIMED = (Act.CRITICISE, Act.DENY)
"""Acts whose verbal noun tells of words: a position can be held without them."""
_FROM = "عن"
_LACKING = ("عدم", "دون", "بدون")
_TOLD = ("علي", "عن")
"""With these what is told follows a verbal noun; with ب or إلى it may be something else (إعلان الحكومة بالصحف)."""


def read_noun(
    grammar: Grammar, words: Words, form: CueForm, at: int, found: tuple[Frame, int] | None, high: int, title: bool
) -> Reading | None:
    """A verbal noun that somebody voices; ``found`` is the first thing after it that the cue takes, ``title`` tells a
    headline."""
    if "np" in form.cue.frames and form.cue.act in _VOICED:
        announced = _read_announcement(grammar, words, form, at, found[1] if found else high, high)
        if announced is not None:
            return announced
    issued = _read_issued(grammar, words, form, at, high)
    if issued is not None:
        return issued
    if found is not None and words.word[at + 1] == "من" and at + 2 < high:
        voiced = _read_speaker(grammar, words, at + 2, high)
        if voiced is None or grammar.actor(words, at + 2) is None:
            return None
        found = find_complement(grammar, words, form, voiced.high - 1, high)
        return _right_after(grammar, words, form, at, voiced, found)
    of_nation = _of_nation(grammar, words, form, at, found) if title else None
    return of_nation or _on_object(grammar, words, form, at, high) or _of_somebody(grammar, words, form, at, found)


def _of_nation(
    grammar: Grammar, words: Words, form: CueForm, at: int, found: tuple[Frame, int] | None
) -> Reading | None:
    """‹تنديد دولي بالقصف، ترحيب باكستاني بالاتفاق›: a headline tells by an adjective whose people speak, whom the body
    names."""
    if found is None or found[0] != "prep" or words.quote[at + 1] >= 0:
        return None
    if at > 0 and is_finite(grammar, words, at - 1):
        return None  # ‹الرئيس الإيراني يتلقى دعوة رسمية لزيارة إيطاليا›
    adjective = fold_text(words.word[at + 1])
    told = adjective in grammar.nationalities or adjective in grammar.classes["of-nations"]
    return read_by(form, at, "prep", found[1], None) if told and at + 2 <= found[1] <= at + 3 else None


def _read_issued(grammar: Grammar, words: Words, form: CueForm, at: int, high: int) -> Reading | None:
    """‹انتقادات شديدة وجهتها الأمم المتحدة للإدارة›: a verb with the noun's pronoun tells who voiced it; behind its
    subject stands at whom, or what."""
    near = range(at + 1, min(high - 2, at + LONGEST_ADJECTIVES + 2))
    verb = next((k for k in near if words.word[k] in grammar.classes["issuing-it"]), None)
    if verb is None or words.has_clitic(verb + 1) or any(is_break(word) for word in words.word[at + 1 : verb]):
        return None
    subject = read_phrase(grammar, words, verb + 1, high, tight=True)
    if subject is None or subject.high >= high:
        return None
    k = skip_adverbials(grammar, words, subject.high, high)
    if k >= high or words.quote[k] >= 0:
        return None
    if words.word[k] == "الي" or ("np" in form.cue.frames and _is_at(grammar, words, k)):
        return read_by(form, at, "np", k, subject)
    found = find_complement(grammar, words, form, subject.high - 1, high)
    return read_by(form, at, found[0], k, subject) if found is not None and found[1] == k else None


def _on_object(grammar: Grammar, words: Words, form: CueForm, at: int, high: int) -> Reading | None:
    """‹بعد انتقاد كندا لسجل الرياض›: the object of a verb without a preposition stands behind ل where whoever speaks is
    in the genitive."""
    if "np" not in form.cue.frames or form.cue.takes_object or form.cue.act not in _AIMED:
        return None
    if form.conjunction == "و" or at == 0 or is_break(words.word[at - 1]):
        return None  # ‹ورفض حزب المجلس للدفاع عن الديمقراطية الانتقادات›: the verb
    subject = _read_speaker(grammar, words, at + 1, high)
    aimed = subject is not None and subject.high < high and _is_at(grammar, words, subject.high)
    return read_by(form, at, "np", subject.high, subject) if subject is not None and aimed else None


def read_own_object(grammar: Grammar, words: Words, form: CueForm, at: int, high: int) -> Reading | None:
    """‹بعد انتقاده لسياسة بلاده›: the object behind ل of a verbal noun with the pronoun of whoever speaks."""
    if "np" not in form.cue.frames or form.cue.act not in _AIMED or at + 1 >= high:
        return None  # ‹معارضته للمشروع›: held, if never voiced
    if at > 0 and words.word[at - 1] in _LACKING:
        return None  # ‹بسبب عدم إدانته للتظاهرات›
    described = words.word[at + 1].startswith("ال") and at + 2 < high and _is_at(grammar, words, at + 2)
    content = at + 1 + described  # ‹نفيه القاطع لهذه الأنباء›
    return read_by(form, at, "np", content, None) if _is_at(grammar, words, content) else None


def read_relayed_object(grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int) -> Reading | None:
    """‹ونقلت الوكالة عن الوزير تأكيده أهمية الحوار›: the object of a verbal noun behind whose words these are."""
    if "np" not in form.cue.frames or at + 1 >= high or not _is_thing(grammar, words, at + 1):
        return None
    relays = [k for k in range(low, at) if any("relay" in one.cue.frames for one in grammar.readings(words.word[k]))]
    link = next((k for k in range(at - 2, relays[-1], -1) if words.word[k] == _FROM), None) if relays else None
    source = read_phrase(grammar, words, link + 1, at) if link is not None else None
    if source is None or skip_adverbials(grammar, words, source.high, at) < at:
        return None
    return read_by(form, at, "np", at + 1, None)


def _is_thing(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a noun stands here that can be what is said (ضرورة الحوار، التزام بلاده، استقالته)."""
    word = words.word[k]
    if grammar.is_any(("that-nouns", "determiners"), word):
        return True
    if is_break(word) or word in grammar.stops or grammar.has_preposition(words, k):
        return False
    owned = word.endswith(OWNED) and grammar.is_act_noun(word)
    return owned or any(_is_noun(grammar, noun) for noun in (word, word.removeprefix("ال")))


def _is_noun(grammar: Grammar, word: str) -> bool:
    return grammar.is_common(word) or grammar.is_act_noun(word) or grammar.has_stem("stance-nouns", word)


def _is_at(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether ل leads to what a verbal noun is aimed at (للسياسة، للسعودية)."""
    attached = words.has_clitic(k) if words.mention[k] >= 0 else grammar.has_preposition(words, k)
    return words.word[k].startswith("ل") and attached


def leads_to_clause(grammar: Grammar, words: Words, form: CueForm, at: int, found: tuple[Frame, int]) -> bool:
    """Whether a clause follows a verbal noun soon enough to be what it says; later where a relative clause describes
    who speaks. A plural or one with ب needs whoever speaks right behind it (واجه اتهامات بأنه، بتوصية من المدرب)."""
    hangs = form.form.number == "p" or form.conjunction == "ب"
    if hangs and _read_speaker(grammar, words, at + 1, found[1]) is None:
        return False
    near = range(at + 1, min(len(words.word), at + LONGEST_GENITIVE))
    described = any(is_comma(words.word[k - 1]) and words.word[k] in grammar.classes["relatives"] for k in near)
    frame, content = found
    return frame == "an" and content - at <= (LONGEST_WAY if described else LONGEST_GENITIVE)


def _read_speaker(grammar: Grammar, words: Words, at: int, high: int) -> NounPhrase | None:
    """Who stands in the genitive: an actor, a body or somebody with a post."""
    subject = read_phrase(grammar, words, at, high, tight=True) if at < high else None
    known = subject is not None and (subject.actor_id or subject.head in ("body", "post"))
    return subject if known else None


def _read_announcement(
    grammar: Grammar, words: Words, form: CueForm, at: int, marked: int, high: int
) -> Reading | None:
    """‹بعد إعلان ترامب انسحاب بلاده›: a verbal noun with whoever announces in the genitive and a verbal noun as its
    object, before whatever else could be the content, which is ``marked``."""
    subject = _read_speaker(grammar, words, at + 1, high)
    if subject is None:
        return None
    k = skip_adverbials(grammar, words, subject.high, high)
    if k < high and words.word[k] in grammar.classes["demonstratives"]:
        k = skip_adverbials(grammar, words, k + 1, high)  # ‹هذا الأسبوع›
    about = k + 1 < high and words.word[k] == "عن" and "عن" in form.cue.frames  # ‹إعلان الشركة عن فتح›
    noun = k + about
    if k > marked or noun >= high - 1 or not is_verbal_noun(grammar, words.word[noun]) or is_predicate(words, noun):
        return None
    if (k == marked and not about) or grammar.has_preposition(words, noun):
        return None
    return read_by(form, at, "np", k, subject)


def _of_somebody(
    grammar: Grammar, words: Words, form: CueForm, at: int, found: tuple[Frame, int] | None
) -> Reading | None:
    """‹بعد ترحيب واشنطن بالقرار›: a verbal noun with whoever speaks in the genitive and its preposition right after; of
    verbs with an object the genitive may be that."""
    bars = form.cue.takes_object and form.cue.act is not Act.WARN  # ‹تهديد واشنطن بضرب›: hers, not to her
    subject = _read_speaker(grammar, words, at + 1, found[1]) if found is not None and not bars else None
    if subject is None or (form.cue.takes_object and words.word[subject.low].endswith("ين")):
        return None  # ‹تحذير المواطنين من الخطر›
    return _right_after(grammar, words, form, at, subject, found)


def _right_after(
    grammar: Grammar, words: Words, form: CueForm, at: int, subject: NounPhrase, found: tuple[Frame, int] | None
) -> Reading | None:
    """The reading where what is said begins with its preposition right after the speaker."""
    if found is None or found[0] != "prep" or skip_adverbials(grammar, words, subject.high, found[1]) < found[1]:
        return None
    if form.cue.act is Act.INFORM and words.word[found[1]] not in _TOLD:
        return None
    return read_by(form, at, found[0], found[1], subject)
