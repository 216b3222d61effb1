"""Narrated subjects: whoever does what the sentence before a dropped subject tells (التقى الوزير نظيره. وقال)."""

from __future__ import annotations

from bisect import bisect_right

from bayan.extract.agreement import disagrees_with_things
from bayan.extract.attributing import attribute
from bayan.extract.cast import agrees, place_of
from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.names import name_end
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Reading
from bayan.extract.scans import Scan
from bayan.extract.scenes import Attribution, Scene
from bayan.extract.words import Words
from bayan.records import SpeakerKind

LONGEST_CHAIN = 3
"""Sentences in a row that tell of the same person."""
LONGEST_OBJECT = 8
"""Tokens between the first verb of a sentence and one behind its object."""
LONGEST_FRONT = 12
"""Tokens of an adverbial before the verb of its sentence."""


def find_narrated(scene: Scene, scan: Scan, reading: Reading) -> Attribution | None:
    """The subject of the sentence before, where nobody has spoken in it (أيد ديمبسي الاتفاق. وقال)."""
    words = scene.words
    inside = reading.cue[0] > scan.low + 1 and (reading.form is None or reading.form.conjunction != "و")
    inside = inside and not _is_of_first_verb(scene, scan.low, reading)
    if reading.shape not in ("past", "present") or inside or scan.low == 0:
        return None
    phrase = _narrated_subject(scene, scan.low)
    if phrase is None or (phrase.head in ("body", "state") and not _may_be_body(scene, reading, phrase.low)):
        return None
    found = attribute(scene, phrase, place_of(words, phrase.low), "narrated")
    if found.member is None or not agrees(found.member, reading.form):
        return None
    return found._replace(surface=None)


def _is_of_first_verb(scene: Scene, low: int, reading: Reading) -> bool:
    """Whether a verb has the subject of the first one of its sentence, which leaves it out: it follows that one's
    object (وأصدرت بيانا ذكرت فيه أن، وقدم وثائق قال إنها)."""
    grammar, verb, noun = scene.grammar, *scene.words.word[low : low + 2]
    first = verb.removeprefix("و")
    past = grammar.is_past(first) or first in grammar.finite
    bare = noun.removesuffix("ا")
    accusative = bare != noun and (grammar.is_common(bare) or grammar.is_in("documents", bare))
    thing = accusative or disagrees_with_things(grammar, noun, reading.form)
    return past and thing and reading.cue[0] - low <= LONGEST_OBJECT


def _narrated_subject(scene: Scene, low: int) -> NounPhrase | None:
    """The subject of the sentence that ends before a token, or of those before it while they leave theirs out (ولد
    السالم في العاصمة. وكان في شبابه جنديا. وقال)."""
    words, grammar = scene.words, scene.grammar
    index = bisect_right(words.sentences, (low, -1)) - 1
    for start, end in reversed(words.sentences[max(0, index + 1 - LONGEST_CHAIN) : index + 1]):
        if end > low or any(start <= at < end for at in scene.heard):
            return None
        phrase = _one_of_them(grammar, words, start, end) or _subject_of(grammar, words, start, end)
        if phrase is not None or not _leaves_out(grammar, words, start, end):
            return phrase
    return None


def _one_of_them(grammar: Grammar, words: Words, low: int, high: int) -> NounPhrase | None:
    """Whom a sentence picks from several to tell of (تحدثنا إلى شهود، من بينهم خالد السالم، الذي كان هناك)."""
    for k in range(low, high - 2):
        if words.word[k].removeprefix("و") in grammar.classes["among-them"]:
            start = k + 1 + words.word[k + 1].startswith("ال")  # ‹ومن هؤلاء الضحايا خالد السالم، الذي›
            end = name_end(grammar, words, start, high)
            told = end + 1 < high and is_comma(words.word[end])
            if end > start and told and words.word[end + 1] in grammar.classes["relatives"]:
                return NounPhrase(start, end, "name", name=(start, end))
    return None


def _leaves_out(grammar: Grammar, words: Words, low: int, high: int) -> bool:
    """Whether a sentence begins with a past that a preposition follows."""
    verb = words.word[low].removeprefix("و")
    past = grammar.is_past(verb) or verb in grammar.classes["being"]
    return past and low + 1 < high and words.word[low + 1] in grammar.classes["prepositions"]


def _subject_of(grammar: Grammar, words: Words, low: int, high: int) -> NounPhrase | None:
    """The person who does what a sentence tells: after its first verb or before it."""
    classes = grammar.classes
    low = past_front(grammar, words, low, high)
    while low < high and (words.word[low] in classes["auxiliaries"] or words.word[low] in classes["subordinators"]):
        low += 1
    word = words.word[low]
    verb = word in grammar.finite or grammar.is_past(word.removeprefix("و"))  # ‹والتقى الوزير، تحدث السالم›
    noun = grammar.is_post(word) or (not verb and (grammar.is_definite(word) or grammar.is_common(word)))
    at = low if noun or words.mention[low] >= 0 or word in words.names else low + 1
    if word in classes["prepositions"] or word.removeprefix("و") in classes["prepositions"]:
        at = _past_verb(grammar, words, low + 1, high)  # ‹ومن زنزانته في السجن يحاول السالم خوض حملته›
    elif word in grammar.stops:
        return None
    if at >= high or words.quote[low] >= 0:
        return None
    phrase = read_phrase(grammar, words, at, high, tight=True)
    if phrase is not None and phrase.head in ("body", "state") and at > low:
        return phrase  # ‹نفذت وزارة الداخلية الحكم. وذكرت في بيان›
    if phrase is None or (phrase.name is None and phrase.head != "post"):
        return None
    full = phrase.high > phrase.low + 1 and words.word[phrase.low] in grammar.given_names
    known = full or phrase.actor_id or phrase.post or words.word[phrase.low] in words.names
    return phrase if known else None


def _may_be_body(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether a body at ``at`` issues something (نشر المركز الإعلامي صورا. وأوضح أن), or a feminine verb has no woman
    or medium to speak who has spoken before."""
    last, issues = scene.last(reading), scene.grammar.classes["issues"]
    feminine = reading.form is not None and reading.form.form.gender == "f"
    alone = last is None or last.kind not in (SpeakerKind.PERSON, SpeakerKind.MEDIA)
    return scene.words.word[at - 1].lstrip("وف") in issues or (feminine and alone)


def _past_verb(grammar: Grammar, words: Words, low: int, high: int) -> int:
    """The token after the verb that a sentence has behind an adverbial, or after what parts the two; else its end."""
    for k in range(low, min(high - 1, low + LONGEST_FRONT)):
        if is_comma(words.word[k]) or grammar.is_complementizer(words.word[k]):
            return k + 1
        if grammar.is_past(words.word[k]) or grammar.is_imperfect(words.word[k]):
            return k + 1
    return high


def past_front(grammar: Grammar, words: Words, low: int, end: int) -> int:
    """The token after an adverbial that a comma parts from its sentence (من جهته، وفي سياق متصل،)."""
    opener = words.word[low].removeprefix("و")
    if opener not in grammar.classes["fenced"]:
        return low
    return next((k + 1 for k in range(low + 1, min(end, low + LONGEST_FRONT)) if is_comma(words.word[k])), low)
