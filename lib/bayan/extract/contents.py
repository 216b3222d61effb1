"""Contents: where reported speech ends, and contents that stand before their cue."""

from __future__ import annotations

from bayan.extract.adverbials import withheld_end
from bayan.extract.comma_ends import end_at_comma
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.phrase_cues import phrase_at
from bayan.extract.pluperfects import past_had, told_before
from bayan.extract.readings import Reading
from bayan.extract.resuming import resumes
from bayan.extract.scans import ReadCue
from bayan.extract.second_cues import has_no_predicate, is_nominal, is_second_cue
from bayan.extract.sources import is_source
from bayan.extract.subordinates import fences_day, is_subordinate, stands_aside, turns_to_main
from bayan.extract.turns import LONGEST_TURN, turns, turns_away
from bayan.extract.words import ON, Words
from bayan.records import Act

AND_THAT = "وذلك"
_WHEREAS = ("فيما", "بينما", "عندما", "حين", "حينما")
_IN_WHILE = ("في", "حين")
_NOT = ("ولم", "ولن")
_DID_NOT = "لم"
_SO_LONG_AS = ("ما", _DID_NOT)
_AND = "و"
_TOMORROW = "غدا"
"""Before a weekday: nobody has said it then."""
_AND_HAD = ("وكان", "وكانت")
_AND_WHO = ("والذي", "والتي", "والذين")
_AFTER_THAT = ("بعد", "ان")
_REPLY = ("ردا", "علي")
_QUESTIONS = ("سوال", "اسيله", "اتهامات", "اتهام", "انتقادات")
SHORTEST_WITH_AND = 5
"""Letters of a verb with ‹and› before it."""


def find_end(grammar: Grammar, words: Words, reading: Reading, low: int, high: int, read: ReadCue) -> int:
    """The token after the content: before a second cue, an attribution, narration, or with the sentence; at a comma
    before that where it has likely ended."""
    end = _end_by_rule(grammar, words, reading, low, high, read)
    return end_at_comma(grammar.lexicon.ends, grammar, words, reading, end)


def _end_by_rule(grammar: Grammar, words: Words, reading: Reading, low: int, high: int, read: ReadCue) -> int:
    start = reading.content
    if reading.frame in ("quote", "colon") and words.quote[start] >= 0:
        return _past_joined(words, words.quote_end(start), high)
    subordinate, aside = is_subordinate(grammar, words, reading, low), stands_aside(words, reading, low)
    title, enders = words.field == "title", grammar.enders
    j = words.quote_end(start) if words.quote[start] >= 0 else start + 1
    while j < high:
        word = words.word[j]
        if words.quote[j] >= 0:
            j = words.quote_end(j)
            continue
        if aside and is_comma(word) and j + 1 < high and turns_to_main(grammar, words.word[j + 1]):
            return _trim(grammar, words, j, start)
        if subordinate and is_comma(word):
            if fences_day(grammar, words, j, high):
                j += 3  # ‹باتت، الثلاثاء، خالية›
                continue
            return _trim(grammar, words, j, start)
        can_end = (
            title
            or word in _NOT
            or word in _AND_WHO
            or word in _AND_HAD
            or word in (_AFTER_THAT[0], _REPLY[0])
            or word in enders
            or (word[0] in "فو" and (word.startswith("فال") or _may_narrate(grammar, words, j)))
            or word in grammar.sequences["background"]
        )
        if can_end and _ends_here(grammar, words, reading, j, high, read):
            return _trim(grammar, words, j, start)
        j += 1
    return _trim(grammar, words, high, start)


def _past_joined(words: Words, end: int, high: int) -> int:
    """The end of a quotation with those that ‹and› joins to it («لم نخطئ» و«لم نشعر بالصدمة»)."""
    while end + 1 < high and words.word[end] == _AND and words.opens_quote(end + 1):
        end = words.quote_end(end + 1)
    return end


def _ends_here(grammar: Grammar, words: Words, reading: Reading, j: int, high: int, read: ReadCue) -> bool:
    word = words.word[j]
    if is_comma(words.word[j - 1]) and j - 2 == reading.content and grammar.is_complementizer(words.word[j - 2]):
        return False  # ‹أنها، على الرغم من صور كاميرات المراقبة، لا تستبعد›
    before = word in _WHEREAS or words.word[j : j + 2] == _AFTER_THAT
    if before and is_comma(words.word[j - 1]) and has_no_predicate(grammar, words, reading, j - 1):
        return False  # ‹أن جماعة الحوثي، بعد أن باتت الهزائم تحاصرها، ستجد›
    first = reading.content + 1 + (words.word[reading.content + 1 : reading.content + 3] == _IN_WHILE)
    opens = grammar.is_complementizer(words.word[reading.content]) and words.word[first] in _WHEREAS
    if j in (first, first + 1) and opens:
        return False  # ‹قال إنه فيما يصر الدائنون على ذلك، فإن›
    if words.field == "title" and (word == ":" or _opens_clause(grammar, words, j, high)):
        return True
    if word == _SO_LONG_AS[0] and words.word[j : j + 2] == _SO_LONG_AS:
        return False  # ‹بإعدامهم، ما لم يطلق›
    if grammar.starts_sequence("glosses", words, j, high):
        return True
    if (word == AND_THAT or words.word[j : j + 2] == _AFTER_THAT) and is_nominal(grammar, words, reading):
        return True  # ‹تعافيها من المرض بعد أن كان›
    if word in _NOT and j > reading.content + 1 and is_nominal(grammar, words, reading):
        return True  # ‹طلبت تأجيله ولم تحدث تحركات›
    if word[0] == "و" and is_nominal(grammar, words, reading) and grammar.starts_sequence("background", words, j, high):
        return True  # ‹طلبت معلومات عن المخطوفين ويعتقد أنهم في الخارج›
    if word == _REPLY[0] and is_nominal(grammar, words, reading) and _answers(grammar, words, j):
        return True  # ‹دعا إلى الحذر ردا على تغريدة لنظيره›
    if _narrates(grammar, words, reading, j) or withheld_end(grammar, words, j, high) > j:
        return True
    if word in _AND_HAD and (is_comma(words.word[j - 1]) or words.quote[j - 1] >= 0):
        told = told_before(grammar, words, j, high)
        return told is not None and read(told) is not None  # ‹… ، وكان الرئيس قد أعلن أن›
    if word in _AND_WHO:
        return j + 1 < high and words.word[j + 1] in grammar.finite and read(j + 1) is not None  # ‹… والذي اتهم›
    if word not in grammar.enders and not word.startswith("فال"):
        return False
    if word == AND_THAT and j + 1 < high and words.word[j + 1] in grammar.classes["noun-governors"]:
        return True  # ‹… وذلك بعد أن›
    withholds = _DID_NOT in words.word[j + 1 : j + 3] and _leaves_untold(grammar, words, j, high)
    if (is_comma(words.word[j - 1]) or withholds) and _opens_narration(grammar, words, reading, j, high):
        return True
    if _tells_where(grammar, words, j, high) and _is_published(grammar, words, j + 2, high):
        return True  # ‹عن شعوره بالخزي في تصريحات أدلى بها›
    if words.quote[j - 1] >= 0 and is_nominal(grammar, words, reading) and _tells_where(grammar, words, j, high):
        return True  # ‹عن «أسفها العميق» في بيان›
    if turns(grammar, words, reading, j, high, read) or _is_late_day(grammar, words, reading, j, high):
        return True
    if is_break(words.word[j - 1]) and turns_away(grammar, words, j, high, read):
        return True
    if starts_attribution(grammar, words, j, high):
        return not resumes(grammar, words, reading, j, high)
    return word in grammar.forms and is_second_cue(grammar, words, reading, j, read)


def _answers(grammar: Grammar, words: Words, j: int) -> bool:
    """Whether something that was said is answered here (ردا على سؤال، ردا على تصريحاته)."""
    if words.word[j : j + 2] != _REPLY or j + 2 >= len(words.word):
        return False
    asked = words.word[j + 2] in _QUESTIONS
    return asked or any(grammar.has_stem(name, words.word[j + 2]) for name in ("utterances", "documents"))


def _may_narrate(grammar: Grammar, words: Words, j: int) -> bool:
    """Whether a word behind a comma is spelt like ‹and› with a verb: a feminine past, with or without its object
    (ووقعت، وأمهلتهم), or another one (ووافق، ويأتي)."""
    word = words.word[j]
    if not word.startswith("و") or len(word) < SHORTEST_WITH_AND or not is_comma(words.word[j - 1]):
        return False
    return _has_feminine_past(grammar, word) or _has_other_verb(grammar, word)


def _has_other_verb(grammar: Grammar, word: str) -> bool:
    """Whether ‹and› has a past after it that does not begin with ت, as verbal nouns do too (وتجنب الاستفزازات), or a
    present with which a narrator goes on (ويأتي, but not ويبدأ التقديم)."""
    told = word[1] not in "تيس" and grammar.is_past(word[1:])
    return told or word[1:] in grammar.classes["narrating"]


def _has_feminine_past(grammar: Grammar, word: str) -> bool:
    verb = next((word.removesuffix(ending) for ending in ("هم", "ها", "ه") if word.endswith("ت" + ending)), "")
    return (word.endswith("ت") and not word.endswith("ات")) or (verb != "" and grammar.is_past(verb[1:]))


def _narrates(grammar: Grammar, words: Words, reading: Reading, j: int) -> bool:
    """Whether a verb behind a comma goes on with the story where a noun is what was said, and not with a clause inside
    the content (الهجوم الذي استهدف المسجد، وأسفر عن مقتل)."""
    word = words.word[j]
    if not _may_narrate(grammar, words, j) or words.mention[j] >= 0 or grammar.is_common(word[1:]):
        return False
    if not is_nominal(grammar, words, reading):
        return False
    clauses = grammar.classes["relatives"]
    told = (words.word[k] for k in range(reading.content, j))
    return _has_feminine_past(grammar, word) or not any(
        one in clauses or grammar.is_complementizer(one) for one in told
    )


def _opens_clause(grammar: Grammar, words: Words, j: int, high: int) -> bool:
    """In a headline و with an actor and a present verb begins another clause (… وبوتين يرى)."""
    if not words.word[j].startswith("و") or (words.mention[j] < 0 and words.word[j][1:] not in grammar.places):
        return False
    k = words.mention_end(j) if words.mention[j] >= 0 else j + 1
    return k < high and any(form.form.shape == "present" for form in grammar.readings(words.word[k]))


def _opens_narration(grammar: Grammar, words: Words, reading: Reading, j: int, high: int) -> bool:
    if grammar.starts_sequence("narration", words, j, high) > grammar.starts_sequence("topical", words, j, high):
        return True
    if _leaves_untold(grammar, words, j, high):
        return True
    if words.word[j].startswith("فال") and len(words.word[j]) > 5:
        return True
    told = _tells_where(grammar, words, j, high)
    ends = is_nominal(grammar, words, reading) and grammar.starts_sequence("nominal-ends", words, j, high) > 0
    return told or (ends and not _is_inside(grammar, words, reading, j, high))


def _leaves_untold(grammar: Grammar, words: Words, j: int, high: int) -> bool:
    """Whether the reporter tells what somebody did not say (لكنه لم يوضح الأسباب، دون أن يذكر موعدا)."""
    verb = j + grammar.starts_sequence("untold", words, j, high)
    return j < verb < high and words.word[verb] in grammar.classes["untold-verbs"]


def _tells_where(grammar: Grammar, words: Words, j: int, high: int) -> bool:
    """Whether an occasion of speech follows (في بيان)."""
    return words.word[j] == "في" and j + 1 < high and grammar.is_in("occasions", words.word[j + 1])


def _is_published(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    return k < high and words.word[k] in grammar.classes["issued"]


def _is_inside(grammar: Grammar, words: Words, reading: Reading, j: int, high: int) -> bool:
    """Whether a relative clause stands inside the content: its clause goes on after it (وصف التحقيق، الذي سيستغرق عاما،
    بأنه)."""
    if words.word[j] not in grammar.classes["relatives"]:
        return False
    if j + 1 < high and words.opens_quote(j + 1):
        return True
    if any(grammar.is_complementizer(words.word[k]) for k in range(reading.content, j)):
        return True
    close = next((k + 1 for k in range(j, min(high - 1, j + LONGEST_TURN)) if is_comma(words.word[k])), high)
    return close < high and grammar.is_complementizer(words.word[close])


def _is_late_day(grammar: Grammar, words: Words, reading: Reading, j: int, high: int) -> bool:
    """A day at the end of the sentence, after a comma or a noun, dates the saying (…، الجمعة.)."""
    last = (j + 1 >= high or words.word[j + 1] in (".", "؛", "!")) and words.word[j - 1] != _TOMORROW
    fits = is_comma(words.word[j - 1]) or is_nominal(grammar, words, reading)
    return last and fits and words.word[j] in grammar.classes["weekdays"]


def starts_attribution(grammar: Grammar, words: Words, j: int, high: int) -> bool:
    """Whether an attribution phrase begins here, with a source or a verb of saying after it."""
    found = phrase_at(grammar, words, j, high)
    if found is None:
        return False
    phrase, after = found
    if phrase.takes == "pronoun":
        return True
    if after >= high:
        return False
    if phrase.takes in ("clause", "denial"):
        after = past_had(grammar, words, after, high)
        verbs = (form for form in grammar.relative_readings(words.word[after]) if not form.cue.tellers)
        governed = words.word[j] == ON  # ‹القضاء على ما وصفوه بـ، يوافقون على ما تطلبه›, but ‹على ما أفاد›
        told = (form for form in verbs if not (governed and (form.cue.needs_object or form.cue.act is not Act.INFORM)))
        return any(form.form.shape in ("past", "present") for form in told)
    return is_source(grammar, words, after, high, phrase.clitic)


def _trim(grammar: Grammar, words: Words, end: int, start: int) -> int:
    """Leave out commas, conjunctions and full stops before the end."""
    after = words.word[end : end + 1]
    if after and after[0].startswith(("بالقول", "بقول")) and end > start + 2 and is_comma(words.word[end - 2]):
        end -= 1  # ‹…، مكتفية | بالقول›
    while end > start + 1:
        word = words.word[end - 1]
        if (is_break(word) and word not in ")]؟!") or _hangs(grammar, words, end):
            end -= 1
        elif end > start + 2 and word in grammar.classes["weekdays"] and is_comma(words.word[end - 2]):
            end -= 1  # ‹…، الجمعة، في رد مباشر›
        else:
            break
    return end


def _hangs(grammar: Grammar, words: Words, end: int) -> bool:
    """Whether the last word leads to what follows (… كما | أعلن، … في | حين، … يوم | الجمعة)."""
    word, after = words.word[end - 1], words.word[end : end + 1]
    if after and after[0] in grammar.classes["weekdays"] and word in grammar.classes["day-parts"]:
        return True
    if word == "في":
        return after == ("حين",)
    return word in grammar.classes["trailing"] or word in grammar.classes["relatives"]
