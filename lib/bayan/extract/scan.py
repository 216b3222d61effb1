"""One sentence at a time: its readings from left to right, attributions and quotations before their cue included."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

from bayan.extract.contents import find_end, is_source, phrase_at
from bayan.extract.cues import Frame, Reading, read_cue, subject_before
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.nouns import Head, NounPhrase, phrase_name, read_phrase, without_preposition
from bayan.extract.words import Words
from bayan.records import Act
from bayan.text import fold_text

_SOURCE_HEADS = ("post", "body", "state", "media", "source", "document")


@dataclass(slots=True)
class Scan:
    """The readings of one sentence. ``relays`` are the place, head and name of sources that an attribution gives
    beside a cue of its own: they pass the words on and do not speak."""

    low: int
    high: int
    readings: list[Reading] = field(default_factory=list)
    relays: list[tuple[int, Head, str]] = field(default_factory=list)


def scan_sentence(grammar: Grammar, words: Words, low: int, high: int, title: bool = False) -> Scan:
    """All readings of a sentence, in order; none lies in the content of another."""
    scan = Scan(low, high)
    known: dict[int, Reading | None] = {}

    def read(at: int) -> Reading | None:
        if at not in known:
            known[at] = read_cue(grammar, words, at, low, high, title)
        return known[at]

    at = low
    if title or _is_headline(words, low, high):
        at = _scan_headline(grammar, words, scan)
        if not title:
            return scan
    while at < high:
        at = _scan_token(grammar, words, scan, at, partial(read))
        if title and at < high and words.word[at] == ":":
            at = _scan_second_colon(scan, at)
    return scan


def _scan_second_colon(scan: Scan, at: int) -> int:
    """‹X تعلن …: …›: words after a colon go on with the speaker of the headline."""
    if not scan.readings or scan.readings[-1].content_end != at or scan.high - at < 3:
        return at + 1
    reading = Reading((at, at + 1), None, "headline+second-colon", "colon", Act.INFORM, "colon", at + 1, scan.high)
    scan.readings.append(reading)
    return scan.high


def _is_headline(words: Words, low: int, high: int) -> bool:
    """A short paragraph of the body without a full stop: a subheading or the headline of another article."""
    text = words.folded.text
    before = text[: words.start[low]].rstrip(" ")
    after = text[words.end[high - 1] :].lstrip(" \"»”")
    closed = words.word[high - 1] in (".", "؟", "!", "…", ":") or words.quote[high - 1] >= 0 and high - low > 8
    return high - low <= 14 and before.endswith("\n") and after.startswith("\n") and not closed


def _scan_headline(grammar: Grammar, words: Words, scan: Scan) -> int:
    """‹speaker: words›; the left side must be able to speak."""
    for at in range(scan.low, min(scan.low + 9, scan.high - 1)):
        if words.word[at] != ":" or words.quote[at] >= 0:
            continue
        phrase = read_phrase(grammar, words, scan.low, at) if at > scan.low else None
        if phrase is None or phrase.head in ("other", "document") or not _speaks_in_headline(grammar, words, phrase, at):
            return scan.low
        reading = Reading((at, at + 1), None, "headline+colon", "colon", Act.INFORM, "colon", at + 1, subject=phrase)
        scan.readings.append(replace(reading, content_end=scan.high))
        return scan.high
    return scan.low


def _speaks_in_headline(grammar: Grammar, words: Words, phrase: NounPhrase, colon: int) -> bool:
    actor = grammar.actor(words, phrase.low) if phrase.head == "state" else None
    if actor is not None and fold_text(actor.name_ar) == " ".join(words.word[phrase.low : phrase.high]):
        return words.opens_quote(colon + 1)
    if phrase.head == "name" and words.word[phrase.low] not in grammar.name_words and phrase.actor_id is None:
        return phrase.high == colon and colon - phrase.low <= 3
    rest = words.word[phrase.high : colon]
    return not rest or rest[0] in ("من", "في", "ل", "عن", "بعد", "خلال", "عبر") or len(rest) <= 2


def _scan_token(grammar: Grammar, words: Words, scan: Scan, at: int, read) -> int:  # type: ignore[no-untyped-def]
    if words.quote[at] >= 0:
        return words.quote_end(at)
    found = phrase_at(grammar, words, at, scan.high)
    if found is not None:
        after = _scan_phrase(grammar, words, scan, at, *found, read)
        if after is not None:
            return after
    if words.word[at] not in grammar.lexicon.forms:
        return at + 1
    reading = read(at) or _quote_before(grammar, words, scan, at)
    if reading is None:
        return at + 1
    if reading.content_end < 0:
        end = find_end(grammar, words, reading, scan.low, scan.high, read)
        if end <= reading.content:
            return at + 1
        reading = replace(reading, content_end=end)
    if reading.subject is None:
        reading = replace(reading, subject=_fronted(grammar, words, scan, reading, at))
    scan.readings.append(reading)
    return max(reading.content_end, at + 1)


def _fronted(grammar: Grammar, words: Words, scan: Scan, reading: Reading, at: int) -> NounPhrase | None:
    if reading.form is None or reading.form.conjunction or reading.shape not in ("past", "present"):
        return None
    low = max([scan.low, *(other.content_end for other in scan.readings if other.content_end <= at)])
    return subject_before(grammar, words, at, low)


def _quote_before(grammar: Grammar, words: Words, scan: Scan, at: int) -> Reading | None:
    """‹«…»، قال الرئيس›: a quotation that ends right before a cue without content of its own."""
    k = at - 1
    while k > scan.low and (is_comma(words.word[k]) or words.word[k] == "كما"):
        k -= 1
    if k < scan.low or words.quote[k] < 0 or words.word[k] in grammar.lexicon.forms:
        return None
    start = k
    while start > scan.low and words.quote[start - 1] == words.quote[k]:
        start -= 1
    taken = max((other.content_end for other in scan.readings), default=scan.low)
    for form in grammar.readings(words.word[at]):
        if "quote" in form.cue.frames and form.form.shape in ("past", "present") and not form.future and k - start >= 2 and start >= taken:
            subject = read_phrase(grammar, words, at + 1, scan.high) if at + 1 < scan.high else None
            return Reading((at, at + 1), form, "quote-first", form.cue.id, form.cue.act, "quote", start, k + 1, subject)
    return None


def _scan_phrase(grammar: Grammar, words: Words, scan: Scan, at: int, phrase, after: int, read) -> int | None:  # type: ignore[no-untyped-def]
    """An attribution phrase: the content stands before it, or after it where it opens its clause."""
    if phrase.takes == "pronoun":
        return _append_before(grammar, words, scan, at, (at, after), phrase.id, None, Act.INFORM, after, None)
    if phrase.takes == "clause":
        return _scan_clause(grammar, words, scan, at, phrase, after)
    source = _read_source(grammar, words, after, scan.high, phrase.clitic)
    if source is None:
        return None
    if _opens_clause(grammar, words, scan, at):
        return _scan_leading(grammar, words, scan, at, after + (0 if not phrase.clitic else 0), phrase, source, read)
    return _append_before(grammar, words, scan, at, (at, after if not phrase.clitic else after), phrase.id, source, Act.INFORM, source.high, None)


def _read_source(grammar: Grammar, words: Words, at: int, high: int, clitic: bool) -> NounPhrase | None:
    """A source after بحسب or وفقا ل: somebody who can speak, not a rule or a measure."""
    if at >= high:
        return None
    if not is_source(grammar, words, at, high, clitic):
        return None
    return read_phrase(grammar, without_preposition(grammar, words, at) if clitic else words, at, high)


def source_name(grammar: Grammar, words: Words, source: NounPhrase) -> str:
    """The name of a source after a preposition, which may be attached to it."""
    return phrase_name(without_preposition(grammar, words, source.low), source)


def _opens_clause(grammar: Grammar, words: Words, scan: Scan, at: int) -> bool:
    if at == scan.low or (is_break(words.word[at - 1]) and words.word[at - 1] in "(:"):
        return True
    return at - scan.low <= 3 and not any(reading.content_end > scan.low for reading in scan.readings) and words.word[at].startswith("و")


def _scan_leading(grammar: Grammar, words: Words, scan: Scan, at: int, after: int, phrase, source: NounPhrase, read) -> int:  # type: ignore[no-untyped-def]
    """Before a cue of its own the source only relays; else the rest of the sentence is its content."""
    start = source.high
    while start < scan.high and (is_comma(words.word[start]) or words.word[start] in ("فان", "امس", "اليوم")):
        start += 1
    for k in range(start, min(start + 3, scan.high)):
        if words.word[k] in grammar.lexicon.forms and words.quote[k] < 0 and read(k) is not None:
            scan.relays.append((at, source.head, source_name(grammar, words, source)))
            return start
    if start >= scan.high - 1:
        return source.high
    reading = Reading((at, after), None, "attribution+leading", phrase.id, Act.INFORM, "source", start, subject=source)
    end = find_end(grammar, words, reading, scan.low, scan.high, read)
    scan.readings.append(replace(reading, content_end=end))
    return max(end, start + 1)


def _scan_clause(grammar: Grammar, words: Words, scan: Scan, at: int, phrase, after: int) -> int | None:  # type: ignore[no-untyped-def]
    """‹…، وفق ما أعلن الرئيس›: a verb of saying inside the attribution is the cue."""
    if after >= scan.high:
        return None
    for form in grammar.readings(words.word[after]):
        if form.form.shape not in ("past", "present") or form.conjunction or form.future:
            continue
        subject = read_phrase(grammar, words, after + 1, scan.high) if after + 1 < scan.high else None
        if _opens_clause(grammar, words, scan, at):
            return None
        end = subject.high if subject else after + 1
        if phrase.trailing and end < scan.high and not is_break(words.word[end]) and words.word[end] not in grammar.stops:
            return None
        if end < scan.high and (grammar.is_complementizer(words.word[end]) or words.opens_quote(end)):
            return None
        return _append_before(grammar, words, scan, at, (after, after + 1), phrase.id, subject, form.cue.act, end, form)
    return None


def _append_before(grammar: Grammar, words: Words, scan: Scan, at: int, cue: tuple[int, int], entry: str, source: NounPhrase | None, act: Act, after: int, form) -> int:  # type: ignore[no-untyped-def]
    """Content before an attribution: from the beginning of the sentence, without its conjunction."""
    taken = [reading for reading in scan.readings if reading.content_end >= at - 2]
    if taken:
        if source is not None:
            scan.relays.append((at, source.head, source_name(grammar, words, source)))
        return after
    start = max((reading.content_end for reading in scan.readings), default=scan.low)
    while start < at and (is_break(words.word[start]) or not can_start_content(words, start)):
        start += 1
    end = at
    while end > start and is_break(words.word[end - 1]) and words.word[end - 1] != ")":
        end -= 1
    if end - start < 2:
        return after
    frame: Frame = "quote" if words.opens_quote(start) and words.quote_end(start) == end else "clause"
    scan.readings.append(Reading(cue, form, "attribution+trailing", entry, act, frame, start, end, source))
    return after


def can_start_content(words: Words, at: int) -> bool:
    return words.word[at] not in ("و", "كما")



