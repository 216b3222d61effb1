"""Attributions: phrases such as بحسب that name a source before or after its words."""

from __future__ import annotations

from dataclasses import replace

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.bodies import tells_of_source
from bayan.extract.contents import find_end
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.nouns import phrase_name, read_phrase, without_preposition
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import DENIAL, Frame, Reading
from bayan.extract.scans import ReadCue, Scan
from bayan.extract.sources import THEN, opens_main, read_source
from bayan.extract.words import Words
from bayan.lexicon import CueForm, Phrase
from bayan.records import Act

QUOTING = "quoting"
"""The phrase that says whom a medium relays (نقلا عن)."""
LONGEST_RELATIVE = 20
LONGEST_DATELINE = 12
LONGEST_LEAD = 8
LONGEST_TAIL = 4


def scan_attribution(
    grammar: Grammar, words: Words, scan: Scan, at: int, phrase: Phrase, after: int, read: ReadCue
) -> int | None:
    """Read the attribution phrase [at, after): its content stands before it, or after it where it opens its clause.

    Returns the token to go on with, or None where the phrase attributes nothing.
    """
    cue = Reading((at, after), None, "attribution+trailing", phrase.id, Act.INFORM, "clause", at)
    if phrase.takes == "pronoun":
        return _append_before(grammar, words, scan, at, cue, after)
    if phrase.takes == "denial":
        return _scan_denial(grammar, words, scan, at, phrase, after)
    if phrase.takes == "clause":
        return _scan_clause(grammar, words, scan, at, phrase, after, read)
    source = read_source(grammar, words, after, scan.high, phrase.clitic)
    if source is None:
        return None
    same = source.high < scan.high and words.word[source.high] in grammar.lexicon.classes["same"]  # ‹الصحيفة ذاتها›
    end = _past_unwilling(grammar, words, source.high + same, scan.high)
    following = words.word[end : end + 2]
    clause = len(following) > 1 and is_comma(following[0]) and grammar.is_complementizer(following[1])
    if _opens_clause(grammar, words, scan, at) or following[:1] == (THEN,) or clause:
        leading = replace(cue, rule="attribution+leading", frame="source", subject=source)
        return _scan_leading(grammar, words, scan, leading, source, read, end)
    return _append_before(grammar, words, scan, at, replace(cue, subject=source), end)


def _past_unwilling(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The comma after what a source does not want (بحسب مسؤول طلب عدم كشف اسمه، فإن)."""
    if k >= high or not grammar.starts_sequence("unwilling", words, k, high):
        return k
    return next((end for end in range(k, high) if is_break(words.word[end])), high)


def source_of(grammar: Grammar, words: Words, phrase: Phrase, after: int, high: int) -> NounPhrase | None:
    """Who an attribution phrase names: its source, or the subject of its verb of saying."""
    if phrase.takes == "source":
        return read_source(grammar, words, after, high, phrase.clitic)
    if phrase.takes != "clause" or after >= high:
        return None
    form = next((form for form in grammar.relative_readings(words.word[after]) if _is_plain_verb(form)), None)
    return _subject_of(grammar, words, after, high, stated=bool(form.cue.next))[0] if form is not None else None


def _opens_clause(grammar: Grammar, words: Words, scan: Scan, at: int) -> bool:
    if at == scan.low or words.word[at - 1] in ("(", ":"):
        return True
    if at > scan.low and words.word[at - 1] in grammar.lexicon.classes["adversatives"]:
        return True  # ‹… لكن بحسب خبراء، لا يزال›
    fresh = not any(reading.content_end > scan.low for reading in scan.readings)
    return fresh and at - scan.low <= 3 and words.word[at].startswith("و")


def _clause_close(words: Words, end: int, high: int) -> int | None:
    """The comma or ‹فإن› that closes an attribution before its content, a few words after its subject at most (وبحسب ما
    اعترفت بولار أمام المحكمة فإنها)."""
    near = range(end, min(high, end + LONGEST_TAIL))
    return next((k for k in near if is_comma(words.word[k]) or opens_main(words.word[k])), None)


def _scan_leading(
    grammar: Grammar, words: Words, scan: Scan, cue: Reading, source: NounPhrase, read: ReadCue, start: int
) -> int:
    """Before a cue of its own the source only relays; else the rest of the sentence from ``start`` is its content."""
    fillers = grammar.lexicon.classes["leading-fillers"]
    if start < scan.high and _describes(grammar, source, words.word[start]):
        near = range(start, min(scan.high, start + LONGEST_RELATIVE))
        start = next((k for k in near if is_comma(words.word[k]) or opens_main(words.word[k])), start)
    while start < scan.high and (is_comma(words.word[start]) or words.word[start] in fillers):
        start += 1
    for k in range(start, min(start + 3, scan.high)):
        if words.word[k] in grammar.lexicon.forms and words.quote[k] < 0 and read(k) is not None:
            _relay(words, scan, cue.cue[0], source)
            return start
    if start >= scan.high - 1:
        return source.high
    reading = replace(cue, content=start)
    end = find_end(grammar, words, reading, scan.low, scan.high, read)
    scan.readings.append(replace(reading, content_end=end))
    return max(end, start + 1)


def _describes(grammar: Grammar, source: NounPhrase, word: str) -> bool:
    """Whether a clause that describes the source begins, with ‹الذي› or without (قادة تحدثوا)."""
    people = source.head == "source" and tells_of_source(grammar, word)
    return people or word in grammar.lexicon.classes["relatives"]


def _scan_clause(
    grammar: Grammar, words: Words, scan: Scan, at: int, phrase: Phrase, after: int, read: ReadCue
) -> int | None:
    """‹…، وفق ما أعلن الرئيس›: a verb of saying inside the attribution is the cue."""
    if after >= scan.high:
        return None
    form = next((form for form in grammar.relative_readings(words.word[after]) if _is_plain_verb(form)), None)
    if form is None or (phrase.trailing and (form.cue.act is not Act.INFORM or "an" not in form.cue.frames)):
        return None
    cue = (after, after + 1)
    subject, end = _subject_of(grammar, words, after, scan.high, stated=bool(form.cue.next))
    if _opens_clause(grammar, words, scan, at):
        own = read(after) if phrase.trailing else None
        if own is not None and own.frame == "an":
            return None  # ‹كما قالت الناشطة، في شهادة لها، إن›
        close = _clause_close(words, end, scan.high)
        if subject is None or close is None:
            return None
        leading = Reading(cue, form, "attribution+leading", phrase.id, form.cue.act, "source", at, subject=subject)
        return _scan_leading(grammar, words, scan, leading, subject, read, close)
    if end < scan.high and _goes_on(grammar, words, phrase, form, end):
        return None
    reading = Reading(cue, form, "attribution+trailing", phrase.id, form.cue.act, "clause", at, subject=subject)
    handed = _handed_on(grammar, words, form, end, scan.high)
    if handed is None or subject is None or any(known.content_end >= at - 2 for known in scan.readings):
        return _append_before(grammar, words, scan, at, reading, end)
    _relay(words, scan, at, subject)
    return _append_before(grammar, words, scan, at, replace(reading, subject=handed), handed.high)


def _handed_on(grammar: Grammar, words: Words, form: CueForm, end: int, high: int) -> NounPhrase | None:
    """‹بحسب ما نقلت الوكالة عن الوزارة›: whose words a medium relays."""
    if "relay" not in form.cue.frames or end + 1 >= high or words.word[end] != "عن":
        return None
    return read_phrase(grammar, words, end + 1, high)


def _scan_denial(grammar: Grammar, words: Words, scan: Scan, at: int, phrase: Phrase, after: int) -> int | None:
    """‹…، وهو ما نفاه الوزير›: what was said or told before is what is denied."""
    if after >= scan.high or at - scan.low < 2:
        return None
    form = next((form for form in grammar.pointing_readings(words.word[after]) if _is_about_it(form)), None)
    if form is None:
        return None
    subject, end = _subject_of(grammar, words, after, scan.high, tight=form.cue.act is Act.INFORM)
    closed = end >= scan.high or is_break(words.word[end]) or words.word[end] in grammar.stops
    if form.cue.act is Act.INFORM and not (closed and subject):
        return None  # ‹وهو ما يراه مراقبون محاولة للإيحاء›
    cue = (after, after + 1)
    reading = Reading(cue, form, DENIAL, phrase.id, form.cue.act, "np", at, subject=subject)
    said = next((one for one in reversed(scan.readings) if one.content_end >= at - 2), None)
    if said is None:
        return _append_before(grammar, words, scan, at, reading, end)
    scan.readings.append(replace(reading, content=said.content, content_end=said.content_end))
    return end


def _subject_of(
    grammar: Grammar, words: Words, verb: int, high: int, *, stated: bool = False, tight: bool = False
) -> tuple[NounPhrase | None, int]:
    """The subject right after a verb, and the token after both; of a verb that says where something is ``stated`` that
    place (وفقا لما ورد في البيان)."""
    if verb + 1 >= high:
        return None, high
    spoken_of = words.word[verb + 1] in grammar.lexicon.classes["spoken-of"]
    start = skip_adverbials(grammar, words, verb + 2 if spoken_of else verb + 1, high)
    subject = read_phrase(grammar, words, start, high, tight) if start < high else None
    if stated and subject is None and words.word[verb + 1] in ("في", "عبر", "علي") and verb + 2 < high:
        place = read_phrase(grammar, words, verb + 2, high)
        subject = place if place is not None and place.head in ("document", "media") else None
    return subject, subject.high if subject else verb + 1


def _is_about_it(form: CueForm) -> bool:
    """Whether a verb with a pronoun denies or affirms what stands before (وهو ما نفاه الوزير، وهو ما أكدته الوزارة)."""
    told = form.cue.act is Act.INFORM and "an" in form.cue.frames and not form.cue.explicit
    return (told or form.cue.act in (Act.DENY, Act.REJECT)) and _is_plain_verb(form)


def _is_plain_verb(form: CueForm) -> bool:
    return form.form.shape in ("past", "present") and not form.conjunction and not form.future


def _goes_on(grammar: Grammar, words: Words, phrase: Phrase, form: CueForm, end: int) -> bool:
    """Whether the verb has a content of its own after it, so that the phrase is no attribution of what precedes."""
    late = skip_adverbials(grammar, words, end, len(words.word))
    following = words.word[late] if late < len(words.word) else "."
    issued = words.word[late - 1].removeprefix("ال") in grammar.lexicon.classes["issuing"]  # ‹بيان صادر عن الوزارة›
    governed = following in grammar.lexicon.classes["prepositions"] and following in form.cue.frames and not issued
    if grammar.is_complementizer(following) or (phrase.trailing and governed):
        return True
    if words.opens_quote(end):
        return True
    goes_on = not is_break(words.word[end]) and words.word[end] not in grammar.stops
    return phrase.trailing and goes_on and not (is_break(following) and words.word[end].startswith("لل"))


def _append_before(grammar: Grammar, words: Words, scan: Scan, at: int, cue: Reading, after: int) -> int:
    """Content before an attribution: from the beginning of the sentence, without its conjunction. Where a cue has
    taken those words already, or a medium follows any cue, the source only relays them."""
    is_medium = cue.subject is not None and cue.subject.head == "media"
    if any(is_medium or reading.content_end >= at - 2 for reading in scan.readings):
        if cue.subject is not None:
            _pass_on(grammar, words, scan, at, cue, cue.subject)
        return after
    start = max((reading.content_end for reading in scan.readings), default=dateline_end(words, scan.low, at))
    while start < at and (is_break(words.word[start]) or words.word[start] in grammar.lexicon.classes["trailing"]):
        start += 1
    end = at
    while end > start and is_break(words.word[end - 1]) and words.word[end - 1] != ")":
        end -= 1
    if end - start >= 2:
        end = _past_aside(grammar, words, scan, start, end, after)
        quoted = words.opens_quote(start) and words.quote_end(start) == end
        frame: Frame = "quote" if quoted else "clause"
        scan.readings.append(replace(cue, frame=frame, content=start, content_end=end))
    return after


def _past_aside(grammar: Grammar, words: Words, scan: Scan, start: int, end: int, after: int) -> int:
    """The end of a content that goes on behind an attribution between commas (وأسفرت، بحسب الموقع، عن مقتل), the
    second of which may be missing (ينتظر غرب البلاد، حسب الأرصاد مرور إعصار)."""
    if end - start > LONGEST_LEAD or after + 2 >= scan.high:
        return end
    fenced = is_comma(words.word[after])
    act = is_comma(words.word[end]) and grammar.is_act_noun(words.word[after])
    if not (fenced or act or words.word[after][0].isdigit()):
        return end
    following, classes = words.word[after + fenced], grammar.lexicon.classes
    opens = following in classes["subordinators"] or following in classes["relatives"] or following[0] in "وف"
    if opens or following in grammar.lexicon.forms or words.quote[after + fenced] >= 0:
        return end
    stop = next((k for k in range(after + 1, scan.high - 1) if _turns(grammar, words, k)), scan.high)
    while stop > end and is_break(words.word[stop - 1]):
        stop -= 1
    return stop


def _turns(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a comma is followed by ‹and› or by a cue."""
    following = words.word[k + 1]
    return is_comma(words.word[k]) and (following[0] == "و" or following in grammar.lexicon.forms)


def _pass_on(grammar: Grammar, words: Words, scan: Scan, at: int, cue: Reading, source: NounPhrase) -> None:
    """The source relays what was said before it, or says it where a medium quotes it (قالت الصحيفة إن …، نقلا عن)."""
    said = scan.readings[-1]
    if cue.entry != QUOTING or said.subject is None or not quotes_others(grammar, words, said.subject):
        return _relay(words, scan, at, source)
    _relay(words, scan, at, said.subject)
    scan.readings[-1] = replace(said, subject=source)
    return None


def quotes_others(grammar: Grammar, words: Words, phrase: NounPhrase) -> bool:
    """Whether a phrase is a medium or news of nobody in particular."""
    return phrase.head == "media" or words.word[phrase.low] in grammar.lexicon.classes["news"]


def dateline_end(words: Words, low: int, high: int) -> int:
    """The token after the place and medium with which a dispatch begins: ‹دبي، الإمارات (CNN)-- ›."""
    for k in range(low, min(high, low + LONGEST_DATELINE) - 1):
        if words.word[k] == ")" and words.word[k + 1] in ("-", "–", "—", "--", "ـ"):
            return k + 1
    return low


def _relay(words: Words, scan: Scan, at: int, source: NounPhrase) -> None:
    scan.relays.append((at, source.head, phrase_name(without_preposition(words, source.low), source)))
