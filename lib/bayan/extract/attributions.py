"""Attributions: phrases such as بحسب that name a source before or after its words."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.answered import LONGEST_RELATIVE, answered_source, is_answered, main_clause, tells_more
from bayan.extract.contents import find_end
from bayan.extract.descriptions import tells_of_source
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.pluperfects import past_had, told_before
from bayan.extract.readings import DENIAL, Reading
from bayan.extract.scans import ReadCue, Scan
from bayan.extract.sources import read_source
from bayan.extract.told_by import only_says, plain_noun, subject_of
from bayan.extract.trailing import append_before, relay
from bayan.extract.words import ALREADY, THEN, Words
from bayan.lexicon import CueForm, Phrase
from bayan.records import Act

LONGEST_TAIL = 4
_SO = ("فب", "فو", "فط")
"""Attributions with ف (فبحسب، فوفقا، فطبقا)."""


def scan_attribution(
    grammar: Grammar, words: Words, scan: Scan, at: int, phrase: Phrase, after: int, read: ReadCue
) -> int | None:
    """Read the attribution phrase [at, after): its content stands before it, or after it where it opens its clause.

    Returns the token to go on with, or None where the phrase attributes nothing.
    """
    cue = Reading((at, after), None, "attribution+trailing", phrase.id, Act.INFORM, "clause", at)
    if phrase.takes == "pronoun":
        return append_before(grammar, words, scan, at, cue, after)
    if phrase.takes == "denial":
        return _scan_denial(grammar, words, scan, at, phrase, after)
    if phrase.takes == "clause":
        return _scan_clause(grammar, words, scan, at, phrase, past_had(grammar, words, after, scan.high), read)
    source = read_source(grammar, words, after, scan.high, phrase.clitic)
    if source is None and _opens_clause(grammar, words, scan, at):
        source = answered_source(grammar, words, after, scan.high, phrase.clitic)
    if source is None:
        return None
    same = source.high < scan.high and words.word[source.high] in grammar.classes["same"]  # ‹الصحيفة ذاتها›
    end = _past_unwilling(grammar, words, source.high + same, scan.high)
    following = words.word[end : end + 2]
    clause = len(following) > 1 and is_comma(following[0]) and grammar.is_complementizer(following[1])
    if _opens_clause(grammar, words, scan, at) or following[:1] == (THEN,) or clause:
        leading = cue.changed(rule="attribution+leading", frame="source", subject=source)
        return _scan_leading(grammar, words, scan, leading, source, read, end)
    return append_before(grammar, words, scan, at, cue.changed(subject=source), end)


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
    return subject_of(grammar, words, after, high, stated=bool(form.cue.next))[0] if form is not None else None


def _opens_clause(grammar: Grammar, words: Words, scan: Scan, at: int) -> bool:
    if at == scan.low or words.word[at - 1] in ("(", ":") or words.word[at].startswith(_SO):
        return True  # ‹أما المرأة، فوفقا لدراسة حديثة›
    if at > scan.low and words.word[at - 1] in grammar.classes["adversatives"]:
        return True  # ‹… لكن بحسب خبراء، لا يزال›
    fresh = not any(reading.content_end > scan.low for reading in scan.readings)
    return fresh and at - scan.low <= 3 and words.word[at].startswith("و")


def _clause_close(words: Words, end: int, high: int) -> int | None:
    """The comma or ‹فإن› that closes an attribution before its content, a few words after its subject at most (وبحسب ما
    اعترفت بولار أمام المحكمة فإنها)."""
    near = range(end, min(high, end + LONGEST_TAIL))
    return next((k for k in near if is_comma(words.word[k]) or words.opens_main(k)), None)


def _scan_leading(
    grammar: Grammar, words: Words, scan: Scan, cue: Reading, source: NounPhrase, read: ReadCue, start: int
) -> int:
    """Before a cue of its own the source only relays; else the rest of the sentence from ``start`` is its content."""
    fillers = grammar.classes["leading-fillers"]
    start = _past_description(grammar, words, source, start, scan.high)
    while start < scan.high and (is_comma(words.word[start]) or words.word[start] in fillers):
        start += 1
    told = told_before(grammar, words, start, scan.high)
    near = range(start, min(start + 3, scan.high))
    for k in (*near, *_behind_subject(grammar, words, start, scan.high)) if told is None else (told,):
        if words.word[k] in grammar.forms and words.quote[k] < 0 and read(k) is not None:
            relay(words, scan, cue.cue[0], source)
            return start
    if start >= scan.high - 1:
        return source.high
    reading = cue.changed(content=start)
    end = find_end(grammar, words, reading, scan.low, scan.high, read)
    scan.readings.append(reading.changed(content_end=end))
    return max(end, start + 1)


def _behind_subject(grammar: Grammar, words: Words, start: int, high: int) -> list[int]:
    """The verb behind somebody named who begins a content (بحسب موقع كلمة، فإن حسين كروبي قد صرح: «…»)."""
    subject = read_phrase(grammar, words, start, high) if start < high else None
    if subject is None or subject.name is None:
        return []
    k = subject.high + (words.word[subject.high : subject.high + 1] == (ALREADY,))
    return [k] if k < high else []


def _past_description(grammar: Grammar, words: Words, source: NounPhrase, start: int, high: int) -> int:
    """What goes on about a source: a relative clause to its comma, and all that stands before a ‹فإن› without a comma
    between (وبحسب بيان لمكتب النائب العام في إزمير، جنوبي تركيا، فإن)."""
    if start >= high:
        return start
    near = range(start, min(high, start + LONGEST_RELATIVE))
    if is_comma(words.word[start]):  # ‹ووفقا للمرصد، الذي يتخذ من بريطانيا مقرا له، فإن›
        relative = start + 1 < high and words.word[start + 1] in grammar.classes["relatives"]
        close = next((k for k in near if k > start + 1 and is_comma(words.word[k])), high) if relative else high
        if close + 1 < high and words.opens_main(close + 1):
            return close
        return main_clause(words, near, lambda k: tells_more(grammar, words, k))
    if _describes(grammar, words, source, start, high):
        comma = next((k for k in near if is_comma(words.word[k])), start)
        main = main_clause(words, near, lambda k: is_answered(grammar, words, k))
        return main if main > start else comma
    return main_clause(words, near, lambda k: tells_more(grammar, words, k))


def _describes(grammar: Grammar, words: Words, source: NounPhrase, k: int, high: int) -> bool:
    """Whether a clause that describes the source begins, with ‹الذي› or without (قادة تحدثوا، استطلاع أجراه معهد)."""
    word = words.word[k]
    people = source.head == "source" and tells_of_source(grammar, word)
    past = any(word.endswith(own) and grammar.is_past(word.removesuffix(own)) for own in ("ه", "ها"))
    made = source.head == "document" and (past or word in grammar.classes["publishing"])
    made = made or grammar.starts_sequence("issuing", words, k, high) > 1  # ‹وثيقة للوزارة كشفت عنها صحيفة›
    return people or made or word in grammar.classes["relatives"]


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
    subject, end = subject_of(grammar, words, after, scan.high, stated=bool(form.cue.next))
    if subject is None and phrase.trailing and only_says(form):
        subject = plain_noun(grammar, words, after + 1, scan.high)
        end = subject.high if subject is not None else end
    if form.cue.tellers and subject is None:
        return None  # ‹والتصويت على ما تضمنته من مبادئ›
    if _opens_clause(grammar, words, scan, at):
        own = read(after) if phrase.trailing else None
        if own is not None and (own.frame == "an" or _tells_all(words, own, scan.high)):
            return None  # ‹كما قالت الناشطة، في شهادة لها، إن›
        handed = _handed_on(grammar, words, form, end, scan.high) if subject is not None else None
        close = _clause_close(words, handed.high if handed is not None else end, scan.high)
        if subject is None or close is None:
            return None
        if handed is not None:
            relay(words, scan, at, subject)  # ‹ووفق ما نقلت رويترز عن دبلوماسيين، فإن›
            subject = handed
        leading = Reading(cue, form, "attribution+leading", phrase.id, form.cue.act, "source", at, subject=subject)
        return _scan_leading(grammar, words, scan, leading, subject, read, close)
    if end < scan.high and _goes_on(grammar, words, phrase, form, end):
        return None
    reading = Reading(cue, form, "attribution+trailing", phrase.id, form.cue.act, "clause", at, subject=subject)
    handed = _handed_on(grammar, words, form, end, scan.high)
    if handed is None or subject is None or any(known.content_end >= at - 2 for known in scan.readings):
        return append_before(grammar, words, scan, at, reading, end)
    relay(words, scan, at, subject)
    return append_before(grammar, words, scan, at, reading.changed(subject=handed), handed.high)


def _tells_all(words: Words, own: Reading, high: int) -> bool:
    """Whether what a verb reports is a quotation up to the end of the sentence (كما تابع العلي، عبر حسابه، «…».), or
    what it governs, where no main clause answers (كما أفادت مصادر بوقوع إصابات)."""
    if own.frame == "prep":
        return not any(words.opens_main(k) for k in range(own.content, high))
    return (
        own.frame in ("quote", "colon") and words.quote[own.content] >= 0 and words.quote_end(own.content) >= high - 1
    )


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
    subject, end = subject_of(grammar, words, after, scan.high, tight=form.cue.act is Act.INFORM)
    closed = end >= scan.high or is_break(words.word[end]) or words.word[end] in grammar.stops
    if form.cue.act not in (Act.DENY, Act.REJECT) and not (closed and subject):
        return None  # ‹وهو ما يراه مراقبون محاولة للإيحاء›
    cue = (after, after + 1)
    reading = Reading(cue, form, DENIAL, phrase.id, form.cue.act, "np", at, subject=subject)
    said = next((one for one in reversed(scan.readings) if one.content_end >= at - 2), None)
    if said is None:
        return append_before(grammar, words, scan, at, reading, end)
    scan.readings.append(reading.changed(content=said.content, content_end=said.content_end))
    return end


def _is_about_it(form: CueForm) -> bool:
    """Whether a verb with a pronoun denies, affirms, condemns or welcomes what stands before (وهو ما نفاه الوزير،
    وهو ما أكدته الوزارة، وهو ما استنكرته المنظمة)."""
    told = form.cue.act is Act.INFORM and "an" in form.cue.frames and not form.cue.explicit
    judged = form.cue.act in (Act.CRITICISE, Act.SUPPORT) and "np" in form.cue.frames
    judged = judged and not (form.cue.explicit or form.cue.needs_object)  # but ‹وهو ما اعتبره المغرب تصعيدا›
    return (told or judged or form.cue.act in (Act.DENY, Act.REJECT)) and _is_plain_verb(form)


def _is_plain_verb(form: CueForm) -> bool:
    return form.form.shape in ("past", "present") and not form.conjunction and not form.future


def _goes_on(grammar: Grammar, words: Words, phrase: Phrase, form: CueForm, end: int) -> bool:
    """Whether the verb has a content of its own after it, so that the phrase is no attribution of what precedes."""
    late = skip_adverbials(grammar, words, end, len(words.word))
    following = words.word[late] if late < len(words.word) else "."
    issued = words.word[late - 1].removeprefix("ال") in grammar.classes["issuing"]  # ‹بيان صادر عن الوزارة›
    governed = following in grammar.classes["prepositions"] and following in form.cue.frames and not issued
    if grammar.is_complementizer(following) or (phrase.trailing and governed):
        return True
    if words.opens_quote(end) or (phrase.trailing and words.word[end] == ":"):
        return True
    goes_on = not is_break(words.word[end]) and words.word[end] not in grammar.stops
    goes_on = goes_on and not any(
        other.conjunction and other.form.pronoun for other in grammar.readings(words.word[end])
    )
    told = words.word[end].startswith("لل") or grammar.addresses_medium(words.word[end])
    told = told and is_break(following) and following != ":"
    return phrase.trailing and goes_on and not told and not _only_describes(grammar, words, end)


def _only_describes(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a relative clause stands here and nothing that is said before the next mark (كما أعلنت الوزارة التي تشتبه
    في انتهاك)."""
    if words.word[k] not in grammar.classes["relatives"]:
        return False
    near = range(k + 1, min(len(words.word), k + LONGEST_RELATIVE))
    stop = next((j for j in near if is_break(words.word[j])), near.stop)
    return not any(map(grammar.is_complementizer, words.word[k:stop]))
