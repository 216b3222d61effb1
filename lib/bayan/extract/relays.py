"""Relays: the agency, outlet or document that passes the words on, beside the cue and not in the content."""

from __future__ import annotations

from itertools import pairwise

from bayan.extract.attributions import source_of
from bayan.extract.before import subject_before
from bayan.extract.cast import WITHOUT_NAME, Member, place_of
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.media_told import addressed_medium, published_in
from bayan.extract.name_keys import name_keys
from bayan.extract.names import clean_name
from bayan.extract.nouns import phrase_name, read_phrase, without_preposition
from bayan.extract.phrase_cues import phrase_at
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Reading, source_link
from bayan.extract.scans import Scan
from bayan.extract.scenes import Scene
from bayan.extract.words import Words
from bayan.records import Act, SpeakerKind
from bayan.text import fold_text

_PASSING = ("media", "document", "body", "source")
_CARRYING = ("media", "body", "name", "document", "source")
_QUESTIONS = ("سوال", "اسيله")
_QUOTING = "نقلا"
_REACH = 40


def find_via(grammar: Grammar, words: Words, scan: Scan, reading: Reading) -> str | None:
    """The name of the relay, as the sentence gives it."""
    for at, head, name in scan.relays:
        if head in _PASSING and (at < reading.cue[0] or at >= reading.content_end):
            return name
    if reading.form is None and reading.subject is not None and reading.subject.high < reading.cue[0]:
        return addressed_medium(grammar, words, reading.subject.high, reading.cue[0])  # ‹الجبير لرويترز: …›
    after, end, subject = reading.cue[1], _clause_end(words, scan, reading), reading.subject
    before = subject.low if subject is not None and after <= subject.low < end else end
    return (
        addressed_medium(grammar, words, after, before)  # ‹وقال للتلفزيون الروسي سيرغي لافروف›
        or addressed_medium(grammar, words, _past_envoy(subject, before), end)
        or published_in(grammar, words, after, end)
        or _told_medium(grammar, words, reading)
        or _attributed_medium(grammar, words, reading)
        or _carried_by(grammar, words, scan, reading)
        or _introduced_medium(grammar, words, scan, reading)
        or _carrier(grammar, words, scan, reading)
        or _talked_to(grammar, words, scan, reading)
    )


def _past_envoy(subject: NounPhrase | None, low: int) -> int:
    """The token after the envoy who speaks at a token (مبعوث الأمم المتحدة للشرق الأوسط), or the token."""
    envoy = subject is not None and subject.post is not None and subject.low == low
    return subject.high if envoy and subject is not None else low


def _clause_end(words: Words, scan: Scan, reading: Reading) -> int:
    """Where the clause of a cue ends: before its content, or where the cue trails at the next comma or stop."""
    if reading.content >= reading.cue[1]:
        return reading.content
    return next((k for k in range(reading.cue[1], scan.high) if is_break(words.word[k])), scan.high)


def full_relay(scene: Scene, name: str | None, speaker: Member | None, reading: Reading) -> str | None:
    """The full name of a relay that is called ‹الصحيفة، الوكالة›, or of the body in whose statement somebody else
    speaks (قال الوزير في البيان), or of the last medium that goes on (وأضافت نقلا عن مسؤولين); who speaks for himself
    is no relay."""
    if name is None and _in_the_statement(scene.words, reading):
        issuers = (member for member in reversed(scene.spoken) if member.kind is SpeakerKind.BODY)
        name = next((member.name for member in issuers), None)
    if name is None and _QUOTING in scene.words.word[reading.cue[1] : reading.cue[1] + 1]:
        last = next((member for member in reversed(scene.spoken) if member is not speaker), None)
        name = last.name if last is not None and last.kind is SpeakerKind.MEDIA else None
    same = scene.grammar.classes["same"]  # ‹ووفقا للصحيفة ذاتها›
    named = " ".join(word for word in (name or "").split() if fold_text(word) not in same)
    if name is None or (speaker is not None and _is_meant(named, speaker)):
        return None
    first = fold_text(name).split()[0]
    if not all(word.startswith("ال") for word in fold_text(name).split()):
        return name  # but ‹الصحيفة الأمريكية›
    known = scene.cast.with_head(first, WITHOUT_NAME, place_of(scene.words, reading.cue[0]), scene.spoken)
    return known.name if known is not None else name


def _is_meant(name: str, speaker: Member) -> bool:
    """Whether a name is that of the speaker, as the article has it or called by its kind (الصحيفة)."""
    return frozenset(word.removeprefix("ال") for word in name_keys(name)) <= {
        word.removeprefix("ال") for word in speaker.keys
    }


def _in_the_statement(words: Words, reading: Reading) -> bool:
    """Whether the cue refers to a statement that the article has named before."""
    between = words.word[reading.cue[1] : max(reading.cue[1], reading.content)]
    return ("في", "البيان") in pairwise(between)


def _told_medium(grammar: Grammar, words: Words, reading: Reading) -> str | None:
    """‹أبلغ مسؤول وكالة رويترز أن›, ‹أبلغت «عكاظ» مصادر أن›: a medium as the object of telling."""
    form, subject = reading.form, reading.subject
    if form is None or form.cue.act is not Act.INFORM or subject is None or subject.head == "media":
        return None
    clause = reading.frame in ("an", "quote", "colon") or words.word[reading.content].startswith("بان")
    if "relay" in form.cue.frames or not clause:
        return None  # ‹نقلت الوكالة عن الوزير أن›, ‹أبلغ قناة الجزيرة بقراره›
    comma = subject.high < reading.content and is_comma(words.word[subject.high])
    for k in (subject.high, subject.high + 1 if comma else subject.high, reading.cue[1]):
        if k >= reading.content or words.word[k] in grammar.stops or words.has_clitic(k):
            continue
        told = read_phrase(grammar, words, k, reading.content, tight=True)
        if told is not None and told.head == "media":
            return phrase_name(words, told)
    return None


def _attributed_medium(grammar: Grammar, words: Words, reading: Reading) -> str | None:
    """‹وأضاف، بحسب وكالة رويترز: «…»›, ‹قال الوزير كما نقلت عنه الوكالات «…»›: an attribution before the content."""
    for k in range(reading.cue[1], reading.content):
        found = phrase_at(grammar, words, k, reading.content)
        source = source_of(grammar, words, *found, reading.content) if found is not None else None
        if source is not None and source.head in _PASSING:
            return phrase_name(without_preposition(words, source.low), source)
    return None


def _introduced_medium(grammar: Grammar, words: Words, scan: Scan, reading: Reading) -> str | None:
    """‹وفي حديث لـ«الشرق الأوسط»، قال›: an occasion before the first cue of a sentence names the medium."""
    low = scan.low + 1
    if any(other.cue[0] < reading.cue[0] for other in scan.readings) or low >= reading.cue[0]:
        return None
    asked = next((k for k in range(scan.low, reading.cue[0] - 1) if words.word[k] in _QUESTIONS), None)
    if asked is not None:
        medium = read_phrase(grammar, words, asked + 1, reading.cue[0])
        if medium is not None and medium.head == "media":
            return phrase_name(words, medium)  # ‹وردا على سؤال وكالة فرانس برس، أوضح›
    occasion = any(grammar.has_stem(name, words.word[low]) for name in ("venues", "articles"))
    if words.word[scan.low] not in ("في", "وفي") or not occasion:
        return None
    cue = reading.cue[0]
    return addressed_medium(grammar, words, low, cue) or published_in(grammar, words, low, cue)


def _talked_to(grammar: Grammar, words: Words, scan: Scan, reading: Reading) -> str | None:
    """‹تحدث الوزير لصحيفة …، كاشفا عن›, ‹ظهر على قناة …، وقال›: with whom somebody talks before the cue."""
    talks = grammar.classes["talks"]
    low = next((k for k in range(scan.low, reading.cue[0]) if words.word[k].removeprefix("و") in talks), None)
    return None if low is None else addressed_medium(grammar, words, low + 1, reading.cue[0])


def _carried_by(grammar: Grammar, words: Words, scan: Scan, reading: Reading) -> str | None:
    """‹في تصريح نشرته وكالة سبأ›: who published what was said."""
    classes = grammar.classes
    for k in range(max(scan.low, reading.cue[0] - _REACH), _clause_end(words, scan, reading) - 1):
        if words.word[k] in classes["carrying"] and words.quote[k] < 0 and not _is_matter(grammar, words, k):
            at = k + 1
            while at < scan.high and (words.word[at] in classes["adverbials"] or words.word[at] in classes["weekdays"]):
                at += 1
            phrase = None if _is_governed(grammar, words, k) else read_phrase(grammar, words, at, scan.high)
            if phrase is not None and phrase.head in ("media", "body", "name"):
                return clean_name(words.text(phrase.low, phrase.high))
    return None


def _is_matter(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether what somebody carried is spoken of (نفت الهيئة ما تداولته الصحف، مؤكدة, but بحسب ما نقلته الصحف)."""
    return words.word[at - 1] == "ما" and (at < 2 or words.word[at - 2].removeprefix("و") not in grammar.phrases)


def _is_governed(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether what is spelt like a verb is a verbal noun (اعتذر عن نشره تصريحات)."""
    return at > 0 and words.word[at - 1] in grammar.classes["noun-governors"]


def _publisher(grammar: Grammar, words: Words, k: int, high: int) -> str | None:
    """The medium that has published what a verb behind it points back to (نشرت الصحيفة مقالا للكاتب أشار فيه)."""
    if words.word[k].lstrip("وف") not in grammar.classes["issues"]:
        return None
    medium = read_phrase(grammar, words, k + 1, high, tight=True)
    return phrase_name(words, medium) if medium is not None and medium.head == "media" else None


def _carrier(grammar: Grammar, words: Words, scan: Scan, reading: Reading) -> str | None:
    """‹نقلت وكالة رويترز عن … قوله›: the subject of the verb of relaying, before or after it."""
    relays = reading.form is not None and "relay" in reading.form.cue.frames
    behind = words.word[reading.cue[1] : reading.cue[1] + 1]
    told_in = not grammar.classes["pointing-back"].isdisjoint(behind)  # ‹نقلت إرنا تصريحات للوزير أكد فيها›
    if reading.shape != "masdar" and not (relays or told_in):
        return None
    for k in range(max(scan.low, reading.cue[0] - _REACH), min(reading.cue[1], len(words.word) - 1)):
        form = next((form for form in grammar.readings(words.word[k]) if "relay" in form.cue.frames), None)
        if form is None:
            if told_in and (publisher := _publisher(grammar, words, k, reading.cue[0])) is not None:
                return publisher
            continue
        link = source_link(form)
        high = reading.content if relays else reading.cue[0]
        at = k + 2 if words.word[k + 1] in ("عنه", "عنها", "عنهم") else k + 1
        told = (j for j in range(at + 1, high) if "ascribe" in form.cue.frames and _is_told(words, j))
        high = next((j for j in range(at, high) if words.word[j] == link), next(told, high))
        after = read_phrase(grammar, words, at, high) if words.word[k + 1] != link and at < high else None
        if after is not None and after.head in _CARRYING:
            return clean_name(words.text(after.low, after.high))
        if k > scan.low + 1 and words.word[k - 1] in grammar.classes["relatives"]:
            named = read_phrase(grammar, words, k - 2, k - 1)  # ‹الصحيفة التي نقلت عن مصدر›
            if named is not None and named.head == "media":
                return clean_name(words.text(named.low, named.high))
        before = read_phrase(grammar, words, scan.low, k) if k > scan.low else None
        if before is not None and before.head in _CARRYING and before.high >= k - 1:
            return clean_name(words.text(before.low, before.high))
        before = subject_before(grammar, words, k, scan.low)  # ‹وكانت وكالة رويترز قد نقلت عن مسؤول قوله›
        if before is not None and before.head in ("media", "body"):
            return clean_name(words.text(before.low, before.high))
    return None


def _is_told(words: Words, k: int) -> bool:
    """Whether a word behind a verb of ascribing names with its ل to whom something is ascribed."""
    return words.word[k].startswith("ل") and without_preposition(words, k) is not words
