"""Headlines: ‹speaker: words›, and words after a second colon."""

from __future__ import annotations

import re

from bayan.extract.grammar import Grammar
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.qualities import is_adjective
from bayan.extract.readings import Reading
from bayan.extract.scans import Scan
from bayan.extract.starts import names_speaker
from bayan.extract.stems import without_li
from bayan.extract.verbs import is_of_first_person
from bayan.extract.words import Words
from bayan.records import Act, SpeakerKind
from bayan.text import fold_text

STATE = "headline+state"
"""The rule of a headline that begins with a state and a colon."""
SHORTEST = 5
LONGEST = 14
LONGEST_QUOTED = 8
"""Tokens of a headline between paragraphs, and of one that ends inside a quotation."""
SHORTEST_WITH_AND = 4
"""Letters of a noun with ‹and› before it."""
SHORTEST_VERB = 3
"""Letters that a verb or noun of ours must have more than."""
_BEFORE_VERBS = ("لن", "لا", "لم", "سوف", "ولن", "ولا")
"""Behind these a verb stands, which shows who does what it says."""
_NEAR = 3
"""Tokens behind a colon that tell whether somebody speaks of himself."""
_WATCH, _EYE = "شاهد", "عيان"
"""‹شاهد اعتراض الصواريخ: …› asks to watch; a witness is a ‹شاهد عيان›."""
_LINE_ENDS = re.compile(r'[ "»”]*\n')


def is_headline(words: Words, low: int, high: int) -> bool:
    """A short paragraph of the body without a full stop: a subheading or the headline of another article."""
    if high - low > LONGEST or words.word[high - 1] in (".", "؟", "!", "…", ":", "،", "؛"):
        return False
    if words.quote[high - 1] >= 0 and high - low > LONGEST_QUOTED:
        return False
    text, start, end = words.folded.text, words.start[low], words.end[high - 1]
    while text[start - 1 : start] == " ":
        start -= 1
    return text[start - 1 : start] == "\n" and _LINE_ENDS.match(text, end) is not None


def is_line_of_dialogue(grammar: Grammar, words: Words, low: int, high: int) -> bool:
    """‹أردوغان: «…»› in the body: a colon and a quotation after the first words, and no cue among them."""
    for at in range(low, min(low + 7, high - 1)):
        if words.word[at] == ":" and words.quote[at] < 0:
            return words.opens_quote(at + 1)
        if words.word[at] in grammar.starters:
            return False
    return False


def scan_headline(grammar: Grammar, words: Words, scan: Scan) -> int:
    """‹speaker: words›; the left side must be able to speak."""
    low = scan.low + 2 * (words.word[scan.low + 1 : scan.low + 2] == ("/",))  # ‹عام / مدير التعليم: …›
    for at in range(low, min(low + 9, scan.high - 1)):
        if words.word[at] != ":" or words.quote[at] >= 0:
            continue
        phrase = _speaker_before(grammar, words, low, at) or _another_before(grammar, words, low, at)
        if phrase is None or (_is_nameless(phrase) and _is_name(grammar, words, at + 1, scan.high)):
            return scan.low
        reading = Reading((at, at + 1), None, "headline+colon", "colon", Act.INFORM, "colon", at + 1, subject=phrase)
        scan.readings.append(reading.changed(content_end=scan.high))
        return scan.high
    return scan.low


def _is_name(grammar: Grammar, words: Words, low: int, high: int) -> bool:
    """Whether nothing but somebody's full name follows a colon (محررة الصحة: فيليبا روكسبي)."""
    phrase = read_phrase(grammar, words, low, high)
    ours = low < high and _is_first_person(grammar, words, low - 1)  # ‹أنا معتقل، كمياتنا كافية›
    return phrase is not None and phrase.head == "name" and phrase.high == high > low + 1 and not ours


def _is_nameless(phrase: NounPhrase) -> bool:
    """Whether a post has no name of its own."""
    return phrase.post is not None and phrase.name is None


def _speaker_before(grammar: Grammar, words: Words, low: int, colon: int) -> NounPhrase | None:
    """The phrase before a colon, where it can speak."""
    phrase = read_phrase(grammar, words, low, colon) if colon > low else None
    if phrase is None or not _speaks_in_headline(grammar, words, phrase, colon):
        return None
    phrase = _before_addressee(grammar, words, phrase)
    reports = phrase.high == colon and grammar.is_in("reporting-documents", words.word[low])  # ‹دراسة بريطانية: …›
    return phrase if reports or phrase.head != "document" else None


def _before_addressee(grammar: Grammar, words: Words, phrase: NounPhrase) -> NounPhrase:
    """A description without whom its bearers speak to (سكان المدينة لوزارة التجارة: …)."""
    near = range(phrase.low + 1, phrase.high if phrase.head == "source" else phrase.low)
    at = next((k for k in near if _is_addressed(grammar, words.word[k])), phrase.high)
    return phrase.changed(high=at)


def _is_addressed(grammar: Grammar, word: str) -> bool:
    noun = without_li(word) if word[0] == "ل" and len(word) > SHORTEST_WITH_AND else ""
    return names_speaker(grammar, noun)


def _another_before(grammar: Grammar, words: Words, low: int, colon: int) -> NounPhrase | None:
    """‹… تغلق أبوابها.. وناشطون: …›: another speaker, after و."""
    word, start = words.word[low], words.start[low] + 1
    if len(word) < SHORTEST_WITH_AND or not word.startswith("و") or words.mention[low] >= 0:
        return None
    phrase = _speaker_before(grammar, words.reread(low, word[1:], start), low, colon)
    return phrase.changed(own=(low, start)) if phrase is not None else None


def scan_state(grammar: Grammar, words: Words, scan: Scan) -> None:
    """‹روسيا: الدفاعات اعترضت الصواريخ›: a state before a colon speaks or is the topic. What it may say is kept where
    the headline holds nothing else; settling drops it unless the body says it too."""
    if scan.readings or scan.high - scan.low < SHORTEST:
        return
    for at in range(scan.low + 1, min(scan.low + 3, scan.high - 1)):
        if words.word[at] == ":":
            phrase = read_phrase(grammar, words, scan.low, at)
            other = grammar.actor(words, at + 1)
            somebody = grammar.is_post(words.word[at + 1]) or (other is not None and other.kind is SpeakerKind.PERSON)
            event = somebody or grammar.is_common(words.word[at + 1])  # ‹بريطانيا: تعيين هانت›, ‹فرنسا: ماكرون يقرر›
            if phrase is not None and phrase.head == "state" and phrase.high == at and not event:
                scan.readings.append(
                    Reading((at, at + 1), None, STATE, "colon", Act.INFORM, "colon", at + 1, scan.high, subject=phrase)
                )
            return


def _speaks_in_headline(grammar: Grammar, words: Words, phrase: NounPhrase, colon: int) -> bool:
    if words.word[phrase.low] == _WATCH and words.word[phrase.low + 1] != _EYE:
        return False
    actor = grammar.actor(words, phrase.low) if phrase.head == "state" else None
    if phrase.high < colon and words.has_clitic(phrase.high) and words.word[phrase.high].startswith("ل"):
        return True  # ‹كوريا الشمالية للصين: …›
    if actor is not None and fold_text(actor.name_ar) == " ".join(words.word[phrase.low : phrase.high]):
        return _is_quoted(words, colon + 1) or (phrase.high == colon and _is_first_person(grammar, words, colon))
    if phrase.head == "name" and words.word[phrase.low] not in grammar.name_words and phrase.actor_id is None:
        ends = phrase.high == colon or grammar.addresses_medium(words.word[phrase.high])
        if phrase.high == colon == phrase.low + 1 and words.word[phrase.low] not in words.names:
            return _tells_of_me(grammar, words, colon)  # ‹داسيلفا: لن نتأثر بالغيابات›
        topic = all(_is_topic(grammar, words, k) for k in range(phrase.low, phrase.high))
        if topic and words.mention[colon + 1] >= 0:
            return False  # ‹النووي الإيراني: بوتين وماكرون يؤيدان الاتفاق›
        return ends and colon - phrase.low <= 4
    rest = words.word[phrase.high : colon]
    if rest and rest[0].startswith("ل") and phrase.head in ("body", "post", "name"):
        return True  # ‹الخارجية الأمريكية لموظفيها في الصين: …›
    return not rest or rest[0] in grammar.classes["headline-places"] or len(rest) <= 2


def _is_topic(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a word with its article is an adjective and no word of a name."""
    word = words.word[k]
    return word.startswith("ال") and is_adjective(grammar, word) and word not in words.names


def _is_first_person(grammar: Grammar, words: Words, colon: int) -> bool:
    """Whether ‹we› speak after a colon, by a pronoun or verb (قطر: لا صلة لنا بالتحقيقات، تركيا: سنوقف الأنشطة)."""
    near = range(colon + 1, min(colon + LONGEST_QUOTED, len(words.word)))
    if not grammar.classes["first-person"].isdisjoint(words.word[k] for k in near):
        return True
    if any(_is_ours(grammar, words.word[k]) for k in near):
        return True
    verbs = (k for k in near if k == colon + 1 or words.word[k - 1] in _BEFORE_VERBS)
    return any(_is_done_by_me(grammar, words, k) for k in verbs)


def _tells_of_me(grammar: Grammar, words: Words, colon: int) -> bool:
    """Whether a verb of ‹me› or ‹us› stands right after a colon, or near it behind its negation (جاهزون ولن نتأثر)."""
    near = range(colon + 1, min(colon + 1 + _NEAR, len(words.word)))
    return any(k == colon + 1 or words.word[k - 1] in _BEFORE_VERBS for k in near if _is_done_by_me(grammar, words, k))


def _is_done_by_me(grammar: Grammar, words: Words, k: int) -> bool:
    word = words.word[k]
    return len(word) > SHORTEST_VERB and (is_of_first_person(grammar, word) or _is_mine(grammar, words, k))


def _is_mine(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a present of ‹me› stands here, with its hamza (أعتذر), which the past has not (اعتذر, but أعلن)."""
    word = words.word[k]
    if any(form.form.shape == "past" and form.form.text.startswith("أ") for form in grammar.readings(word)):
        return False
    verb = word[0] == "ا" and "ي" + word[1:] in grammar.finite and not grammar.is_common(word)
    return verb and words.text(k, k + 1)[0] == "أ"


def _is_ours(grammar: Grammar, word: str) -> bool:
    """Whether a noun has the pronoun of ‹us› (محادثاتنا، مسؤوليتنا)."""
    stem = word.removesuffix("نا")
    known = grammar.is_common(stem) or (stem.endswith("ت") and grammar.is_common(stem[:-1] + "ه"))
    return stem != word and len(stem) > SHORTEST_VERB and known and word not in grammar.name_words


def _is_quoted(words: Words, at: int) -> bool:
    """Whether words after a colon are quoted, and not only a name among them (تايلاند: «أطفال الكهف» خارج المستشفى)."""
    if not words.opens_quote(at):
        return False
    end = words.quote_end(at)
    return end - at >= SHORTEST or end >= words.sentences[-1][1] - 1


def scan_second_colon(scan: Scan, at: int) -> int:
    """‹X تعلن …: …›: words after a colon go on with the speaker of the headline."""
    if not scan.readings or scan.readings[-1].content_end != at or scan.high - at < 3:
        return at + 1
    reading = Reading((at, at + 1), None, "headline+second-colon", "colon", Act.INFORM, "colon", at + 1, scan.high)
    scan.readings.append(reading)
    return scan.high
