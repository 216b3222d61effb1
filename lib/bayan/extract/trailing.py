"""Trailing attributions: the content that stands before the phrase, and media that only relay it."""

from __future__ import annotations

from bayan.extract.contents import AND_THAT
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.nouns import phrase_name, without_preposition
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Frame, Reading
from bayan.extract.scans import Scan
from bayan.extract.words import ONE_OF, Words

QUOTING = "quoting"
"""The phrase that says whom a medium relays (نقلا عن)."""
LONGEST_DATELINE = 12
_DASHES = frozenset({"-", "–", "—", "--", "ـ"})
LONGEST_LEAD = 8


def append_before(grammar: Grammar, words: Words, scan: Scan, at: int, cue: Reading, after: int) -> int:
    """Content before an attribution: from the beginning of the sentence, without its conjunction. Where a cue has
    taken those words already, or a medium follows any cue, the source only relays them."""
    is_medium = cue.subject is not None and cue.subject.head == "media"
    if cue.subject is not None and _stands_inside(words, scan, at):
        scan.readings.pop()
    if any(is_medium or reading.content_end >= at - 2 for reading in scan.readings):
        if cue.subject is not None:
            _pass_on(grammar, words, scan, at, cue, cue.subject)
        return after
    start = max((reading.content_end for reading in scan.readings), default=dateline_end(words, scan.low, at))
    trailing = grammar.classes["trailing"]
    while (
        start < at and not words.opens_quote(start) and (is_break(words.word[start]) or words.word[start] in trailing)
    ):
        start += 1  # but ‹«حين يصيبنا الشر نقاومه»، على حد تعبيره›
    end = at
    while end > start and (words.word[end - 1] == AND_THAT or _is_stop(words.word[end - 1])):
        end -= 1
    if end - start >= 2:
        end = _past_aside(grammar, words, scan, start, end, after)
        quoted = words.opens_quote(start) and words.quote_end(start) == end
        frame: Frame = "quote" if quoted else "clause"
        scan.readings.append(cue.changed(frame=frame, content=start, content_end=end))
    return after


def _stands_inside(words: Words, scan: Scan, at: int) -> bool:
    """Whether the one reading of a sentence so far is a verbal noun in its middle, which only tells of something in
    what is attributed behind it (أخلى الجيش مطارات على خلفية تهديدات واشنطن بضربة، وفق ما أفاد المرصد)."""
    if len(scan.readings) != 1 or at == scan.low or not is_comma(words.word[at - 1]):
        return False
    inner = scan.readings[0]
    nested = inner.shape == "masdar-noun" and inner.cue[0] > scan.low + LONGEST_LEAD
    return nested and inner.content_end >= at - 2


def _is_stop(word: str) -> bool:
    """Whether a mark before an attribution is no part of what it attributes; a closing bracket is."""
    return is_break(word) and word != ")"


def _past_aside(grammar: Grammar, words: Words, scan: Scan, start: int, end: int, after: int) -> int:
    """The end of a content that goes on behind an attribution between commas (وأسفرت، بحسب الموقع، عن مقتل), the
    second of which may be missing (ينتظر غرب البلاد، حسب الأرصاد مرور إعصار)."""
    if after + 2 < scan.high and words.word[end] in _DASHES and words.word[after] in _DASHES:
        return _clause_end(grammar, words, scan, end, after)  # ‹قتل عشرون كانوا - بحسب تقارير - يحضرون حفلا›
    if end - start > LONGEST_LEAD or after + 2 >= scan.high:
        return end
    fenced = is_comma(words.word[after])
    act = is_comma(words.word[end]) and grammar.is_act_noun(words.word[after])
    if not (fenced or act or words.word[after][0].isdigit()):
        return end
    following, classes = words.word[after + fenced], grammar.classes
    opens = following in classes["subordinators"] or following in classes["relatives"] or following[0] in "وف"
    opens = opens or following in ONE_OF or grammar.is_post(following)  # ‹حسبما قال علي عشال، أحد أعضاء الوفد›
    if opens or following in grammar.forms or words.quote[after + fenced] >= 0:
        return end
    return _clause_end(grammar, words, scan, end, after)


def _clause_end(grammar: Grammar, words: Words, scan: Scan, end: int, after: int) -> int:
    """Where a clause ends that goes on behind an attribution: before the next cue or ‹and› behind a comma."""
    stop = next((k for k in range(after + 1, scan.high - 1) if _turns(grammar, words, k)), scan.high)
    while stop > end and is_break(words.word[stop - 1]):
        stop -= 1
    return stop


def _turns(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a comma is followed by ‹and› or by a cue."""
    following = words.word[k + 1]
    return is_comma(words.word[k]) and (following[0] == "و" or following in grammar.forms)


def _pass_on(grammar: Grammar, words: Words, scan: Scan, at: int, cue: Reading, source: NounPhrase) -> None:
    """The source relays what was said before it, or says it where a medium quotes it (قالت الصحيفة إن …، نقلا عن)."""
    said = scan.readings[-1]
    if cue.entry != QUOTING or said.subject is None or not quotes_others(grammar, words, said.subject):
        return relay(words, scan, at, source)
    relay(words, scan, at, said.subject)
    scan.readings[-1] = said.changed(subject=source)
    return None


def quotes_others(grammar: Grammar, words: Words, phrase: NounPhrase) -> bool:
    """Whether a phrase is a medium or news of nobody in particular."""
    return phrase.head == "media" or words.word[phrase.low] in grammar.classes["news"]


def dateline_end(words: Words, low: int, high: int) -> int:
    """The token after the place and medium with which a dispatch begins (دبي، الإمارات (CNN)-- ), or after who wrote it
    and where (سالم العلي- سبق- الطائف: )."""
    dashed = False
    for k in range(low, min(high, low + LONGEST_DATELINE) - 1):
        if words.word[k] == ")" and words.word[k + 1] in _DASHES:
            return k + 1
        if dashed and words.word[k] == ":" and low == 0:
            return k + 1
        dashed = dashed or words.word[k] in _DASHES
    return low


def relay(words: Words, scan: Scan, at: int, source: NounPhrase) -> None:
    scan.relays.append((at, source.head, phrase_name(without_preposition(words, source.low), source)))
