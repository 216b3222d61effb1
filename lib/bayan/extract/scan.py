"""One sentence at a time: its readings from left to right, attributions and quotations before their cue included."""

from __future__ import annotations

from dataclasses import replace

from bayan.extract.attributions import scan_attribution
from bayan.extract.before import subject_before
from bayan.extract.contents import find_end
from bayan.extract.cues import is_quoted_cue, read_cue
from bayan.extract.driven import read_driven
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.headlines import is_headline, is_line_of_dialogue, scan_headline, scan_second_colon, scan_state
from bayan.extract.nouns import phrase_name, read_phrase
from bayan.extract.phrase_cues import phrase_at
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Reading
from bayan.extract.scans import ReadCue, Scan
from bayan.extract.trailing import QUOTING, dateline_end, quotes_others
from bayan.extract.words import OWNED, Words
from bayan.lexicon import CueForm

PLAIN = frozenset({"say", "add", "clarify", "write", "comment"})
"""Verbs that say and no more."""
_SO = ("كما", "هكذا", "بهذا")
"""What may stand between a quotation and the verb that tells who said it."""
_REPORTS = "تقارير"
SHORTEST_ASIDE = 6
"""Quoted words inside a clause that are fewer are its own (باسم «…»، ويتابع المركز)."""
_ALREADY = ("قد", "وقد", "لقد")


def scan_link(grammar: Grammar, words: Words, low: int, high: int) -> Scan:
    """The readings of another article's headline between paragraphs, of somebody whom it names."""
    scan = scan_sentence(grammar, replace(words, field="title"), low, high, title=True)
    told = (reading for reading in scan.readings if reading.subject is not None)
    scan.link = True
    scan.readings = [reading for reading in told if not _follows_verb(grammar, words, low, reading)]
    return scan


def scan_sentence(grammar: Grammar, words: Words, low: int, high: int, title: bool = False) -> Scan:
    """All readings of a sentence, in order; none lies in the content of another."""
    scan = Scan(low, high)
    inner = not title and is_headline(words, low, high)
    known: dict[int, Reading | None] = {}

    def read(at: int) -> Reading | None:
        if at not in known:
            known[at] = read_cue(grammar, words, at, low, high, title or inner)
        return known[at]

    at = low
    if title or inner or is_line_of_dialogue(grammar, words, low, high):
        at = scan_headline(grammar, words, scan)
    if title:
        _scan_title(grammar, words, scan, at, read)
        scan_state(grammar, words, scan)
    else:
        starters, word, quote = grammar.starters, words.word, words.quote
        for k in [k for k in range(at, high) if word[k] in starters or quote[k] >= 0]:
            if k >= at:
                at = _scan_token(grammar, words, scan, k, read)
    if inner:
        scan.readings = [reading for reading in scan.readings if not _follows_verb(grammar, words, low, reading)]
    return scan


def find_link(grammar: Grammar, words: Words, low: int, high: int) -> tuple[int, int]:
    """Where a sentence leads to another article (للمزيد: …) at its beginning, and where the headline begins
    that it names, but where that is the article's own; both are the end of a sentence that does not."""
    leads, own = grammar.sequences["links"], grammar.sequences["own-links"]
    for k in (k for k in range(low, high) if words.word[k] in leads or words.word[k] in own):
        if grammar.starts_sequence("own-links", words, k, high):
            return k, high
        size = grammar.starts_sequence("links", words, k, high)
        if size and all(map(is_break, words.word[low:k])):
            start = next((j for j in range(k + size, high) if not is_break(words.word[j])), high)
            return k, start
    return high, high


def _scan_title(grammar: Grammar, words: Words, scan: Scan, at: int, read: ReadCue) -> None:
    """The readings of a title from a token on; after a colon its speaker may go on."""
    while at < scan.high:
        if words.word[at] in grammar.starters or words.quote[at] >= 0:
            at = _scan_token(grammar, words, scan, at, read)
        else:
            at += 1
        if at < scan.high and words.word[at] == ":":
            at = scan_second_colon(scan, at)


def _follows_verb(grammar: Grammar, words: Words, low: int, reading: Reading) -> bool:
    """Whether the cue of a headline between paragraphs stands in a relative clause (يتظاهرون ضد لجنة تقترح)."""
    low = max((k for k in range(low, reading.cue[0]) if words.word[k] in ("/", ":")), default=low)
    before = (words.word[k] for k in range(low, reading.cue[0]) if words.mention[k] < 0)
    return any(word[0] == "ي" and len(word) > 3 and not grammar.is_common(word) for word in before)


def _scan_token(grammar: Grammar, words: Words, scan: Scan, at: int, read: ReadCue) -> int:
    if words.quote[at] >= 0 and not is_quoted_cue(words, at):
        return words.quote_end(at)
    found = phrase_at(grammar, words, at, scan.high)
    if found is not None:
        after = scan_attribution(grammar, words, scan, at, *found, read)
        if after is not None:
            return after
    if words.word[at] in grammar.forms:
        reading = read(at) or _quote_before(grammar, words, scan, at) or _clause_before(grammar, words, scan, at)
    else:
        reading = read_driven(grammar, words, at, scan.low, scan.high)
    if reading is None:
        return at + 1
    if _hands_on(grammar, words, scan, reading, read):
        return reading.content + 1
    if reading.content_end < 0:
        end = find_end(grammar, words, reading, scan.low, scan.high, read)
        if end <= reading.content + (reading.frame == "an"):
            return at + 1
        reading = reading.changed(content_end=end)
    if reading.subject is None:
        reading = reading.changed(subject=_fronted(grammar, words, scan, reading, at))
    scan.readings.append(_of_its_source(grammar, words, scan, reading))
    return max(reading.content_end, at + 1)


def _of_its_source(grammar: Grammar, words: Words, scan: Scan, reading: Reading) -> Reading:
    """‹ذكرت الصحيفة نقلا عن مسؤول أن، وأضافت نقلا عن مسؤول أن›: a medium that quotes somebody relays him."""
    subject = reading.subject
    if subject is not None and not quotes_others(grammar, words, subject):
        return reading
    low, last = reading.cue[1], reading.content - 1
    near = range(low, min(low + 1, last)) if subject is None else range(max(subject.high, low), last)
    for k in near:
        found = phrase_at(grammar, words, k, reading.content)
        if found is not None and found[0].id == QUOTING:
            start = found[1] + is_comma(words.word[found[1]])  # ‹نقلا عن، المتحدثة باسم المطار›
            source = _quoted_source(grammar, words, start, reading.content)
            if source is not None:
                if subject is not None:
                    scan.relays.append((reading.cue[0] - 1, "media", phrase_name(words, subject)))
                return reading.changed(subject=source)
    return reading


def _quoted_source(grammar: Grammar, words: Words, start: int, high: int) -> NounPhrase | None:
    """Whom a medium quotes, also one told of before (نقلا عن تلك المصادر) or its own (نقلا عن مصادرها)."""
    if start >= high:
        return None
    start += words.word[start] in grammar.classes["demonstratives"] and start + 1 < high
    word = words.word[start]
    if word.endswith(OWNED) and not words.is_feminine(start) and grammar.has_stem("sources", word):
        return NounPhrase(start, start + 1, "source")
    return read_phrase(grammar, words, start, high)


def _hands_on(grammar: Grammar, words: Words, scan: Scan, reading: Reading, read: ReadCue) -> bool:
    """‹قالت الوزارة إن الوزير وصف …›: a medium, body or spokesman that tells what somebody has said only relays it."""
    if reading.frame != "an" or reading.subject is None or not grammar.is_complementizer(words.word[reading.content]):
        return False
    subject = reading.subject
    spokesman = subject.post is not None and grammar.is_in("bare-posts", words.word[subject.post[0]])
    reports = words.word[subject.low] == _REPORTS  # ‹أفادت تقارير بأن الرئيس قال إن›
    if subject.head not in ("media", "body") and not (spokesman or reports):
        return False
    inner = read_phrase(grammar, words, reading.content + 1, scan.high)
    if (
        inner is None
        or inner.head == "state"
        or (inner.name is None and inner.head != "post" and subject.head != "media")
    ):
        return False
    at = inner.high
    while at < scan.high and _leads_to_verb(grammar, words, at):
        at += 1
    said = read(at) if at < scan.high and words.word[at] in grammar.forms else None
    if said is None or said.form is None or said.shape not in ("past", "present") or said.form.form.number == "d":
        return False
    scan.relays.append((reading.cue[0], subject.head, phrase_name(words, subject)))
    return True


def _leads_to_verb(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a token may stand between a name and its verb: a comma, قد or an adjective of the name; with كان it is
    told of what had been said before."""
    word = words.word[at]
    return is_comma(word) or word in _ALREADY or word.startswith("ال")


def _clause_before(grammar: Grammar, words: Words, scan: Scan, at: int) -> Reading | None:
    """‹…، تقول الصحيفة.›: a clause right before a verb of saying and its subject alone; a comma stands between them
    unless it is the press that speaks."""
    comma = is_comma(words.word[at - 1])
    if at - scan.low < SHORTEST_ASIDE or any(other.content_end >= at - 2 for other in scan.readings):
        return None
    form = next((one for one in grammar.readings(words.word[at]) if _says_plainly(one)), None)
    subject = read_phrase(grammar, words, at + 1, scan.high) if form is not None and at + 1 < scan.high else None
    if form is None or subject is None or not _stands_alone(grammar, words, scan, subject):
        return None
    if not comma and (subject.head != "media" or words.word[at - 1] in grammar.classes["subordinate"]):
        return None
    taken = max((other.content_end for other in scan.readings), default=dateline_end(words, scan.low, at))
    start = next((k for k in range(taken, at) if not is_break(words.word[k])), at)
    if at - comma - start < SHORTEST_ASIDE:
        return None
    return Reading((at, at + 1), form, "clause-first", form.cue.id, form.cue.act, "clause", start, at - comma, subject)


def _stands_alone(grammar: Grammar, words: Words, scan: Scan, subject: NounPhrase) -> bool:
    """Whether nothing but a medium follows a subject in its clause, or another clause (تقول الصحيفة وتنقل عن)."""
    k = subject.high
    if k < scan.high and words.word[k] == "في" and k + 1 < scan.high and grammar.is_in("media", words.word[k + 1]):
        medium = read_phrase(grammar, words, k + 1, scan.high)
        k = medium.high if medium is not None else k
    return k >= scan.high or is_break(words.word[k]) or words.word[k] in grammar.finite


def _says_plainly(form: CueForm) -> bool:
    """Whether a form is that of a verb that says and no more (تقول)."""
    return form.cue.id in PLAIN and form.form.shape in ("past", "present") and not form.conjunction and not form.future


def _fronted(grammar: Grammar, words: Words, scan: Scan, reading: Reading, at: int) -> NounPhrase | None:
    if reading.form is None or reading.form.conjunction == "و" or reading.shape not in ("past", "present"):
        return None
    low = max([scan.low, *(other.content_end for other in scan.readings if other.content_end <= at)])
    return subject_before(grammar, words, at, low)


def _quote_before(grammar: Grammar, words: Words, scan: Scan, at: int) -> Reading | None:
    """‹«…»، قال الرئيس، «…»، هكذا علق الرئيس›: a quotation that ends right before a cue without content of its own."""
    k = at - 1
    while k > scan.low and words.quote[k] < 0 and (is_break(words.word[k]) or words.word[k] in _SO):
        k -= 1
    if k < scan.low or words.quote[k] < 0 or words.word[k] in grammar.forms:
        return None
    start = k
    while start > scan.low and words.quote[start - 1] == words.quote[k]:
        start -= 1
    taken = max((other.content_end for other in scan.readings), default=scan.low)
    for form in grammar.readings(words.word[at]):
        if (
            "quote" in form.cue.frames
            and form.form.shape in ("past", "present")
            and not form.future
            and k - start >= 2
            and start >= taken
            and (k - start >= SHORTEST_ASIDE or start == scan.low or is_break(words.word[start - 1]))
        ):
            subject = read_phrase(grammar, words, at + 1, scan.high) if at + 1 < scan.high else None
            return Reading((at, at + 1), form, "quote-first", form.cue.id, form.cue.act, "quote", start, k + 1, subject)
    return None
