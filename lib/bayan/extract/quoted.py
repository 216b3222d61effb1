"""Quoted words after a cue: speech, or a name or scare quote inside its clause."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.verbs import is_of_another
from bayan.extract.words import Words
from bayan.lexicon import CueForm
from bayan.records import Act

SHORTEST_TURN = 5
"""Tokens of a quotation after a preposition that may be speech."""
_LONGEST_CALLED = 4
"""Tokens of a name in quotation marks before other quoted words."""
_WHO_IS = ("وهو", "وهي")
_LONGEST_NAME = 3
"""Tokens of a quotation that may be a name."""


def is_speech(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> bool:
    """A quotation after a cue is speech, unless it is a name or a scare quote inside the subject."""
    end = words.quote_end(j)
    before = words.word[j - 1]
    if form.form.pronoun and form.cue.takes_object:
        return True
    if before in grammar.classes["called"]:
        return False  # ‹حذر الكتيب، المسمى "حياة بلا ألم"، القراء من›
    if j - 1 > at and _is_inside(grammar, words, j, end, high):
        return False
    if end - j >= 9:
        return True
    if end - j <= _LONGEST_CALLED and any(word[0].isalpha() and word[-1].isdigit() for word in words.word[j:end]):
        return False  # ‹طائرة الركاب «إيه تي آر72»›
    if is_actor(words, j) and form.cue.act is Act.INFORM:
        return False  # ‹أعلنت «قوات سوريا الديمقراطية»، الخميس، القبض على›
    if j - 1 > at and (before == "ل" or names_body(grammar, words, j, end, high)):
        return False
    if end - j <= 5 and before[:1] == "ل" and grammar.is_in("media", before[1:]):
        return False
    if _clause_follows(grammar, words, form, end, high):
        return False
    if j == at + 1 and end < high and _governs(grammar, form, words.word[end]):
        return False  # ‹تشير «أطباء بلا حدود» إلى أن›
    if j == at + 1 and (_is_called_so(grammar, words, j, end, high) or _is_described(words, j, end, high)):
        return False
    if end - j >= 5 or _is_clause(grammar, words, j, end):
        return True
    if form.cue.takes_object and end < high and not is_break(words.word[end]):
        return False
    glued = words.folded.text[words.start[j] - 2 : words.start[j] - 1]
    if glued in ("ل", "ب", "و") and words.end[j - 1] > words.start[j] - 4:
        return False
    if grammar.starts_sequence("media-names", words, j, end):
        return False
    if j == at + 1 and "np" in form.cue.frames and end < high and not is_break(words.word[end]):
        return words.word[end] in grammar.stops  # ‹أعلنت «أرض الصومال» موافقتها›: a quoted name speaks
    if end == j + 1 and words.word[j] in grammar.classes["answers"]:
        return end >= high or is_break(words.word[end])  # ‹أجابت "نعم".›
    return end - j >= 3 or (end - j >= 2 and (end >= high or words.word[end] in ".،,؛!؟?" or j == at + 1))


def is_actor(words: Words, j: int) -> bool:
    """Whether a quotation is the name of an actor of the registry and nothing more."""
    return words.mention[j] >= 0 and words.mention_end(j) >= words.quote_end(j)


def is_name(grammar: Grammar, words: Words, j: int) -> bool:
    """Whether a quotation is what something is called and no words of anybody: a short one behind a noun of what has
    names (عملية «غصن الزيتون»), a known name («داعش»), one of foreign letters or digits, or one in a row of them."""
    end = words.quote_end(j)
    if end - j > _LONGEST_NAME or _is_clause(grammar, words, j, end):
        return False
    if is_actor(words, j):
        return True
    if any(word[0].isascii() and word[0].isalnum() for word in words.word[j:end]):
        return True
    if j == 0:
        return False
    before = words.word[j - 1]
    if before in ("و", "او") and j > 1 and words.quote[j - 2] >= 0:
        return is_name(grammar, words, words.quote.index(words.quote[j - 2]))
    if _is_so_called(grammar, words, j, end) or grammar.starts_sequence("media-names", words, j, end):
        return True
    describes = words.word[j].endswith(("ي", "يه")) and not words.word[j].startswith("ال")  # ‹منظمة «إرهابية»›
    return not describes and any(_has_names(grammar, word) for word in (before, before[1:]))


def _is_so_called(grammar: Grammar, words: Words, j: int, end: int) -> bool:
    """Whether others call something what is quoted (ما يسمى «فواصل محددة»)."""
    return j > 1 and grammar.starts_sequence("so-called", words, j - 2, end) > 0


def _has_names(grammar: Grammar, word: str) -> bool:
    """Whether a noun is one of what has names, which stand behind it in quotation marks."""
    return grammar.is_any(("named-nouns", "title-nouns", "bodies", "media"), word)


def _is_clause(grammar: Grammar, words: Words, j: int, end: int) -> bool:
    """Whether a short quotation opens as no name does: with a future or a clause («سنواصل التعاون» مع التحقيق)."""
    first = words.word[j]
    future = first.startswith("س") and grammar.is_imperfect("ي" + first[2:])  # of any person
    return end - j > 1 and (future or grammar.is_complementizer(first))


def _is_inside(grammar: Grammar, words: Words, j: int, end: int, high: int) -> bool:
    """Whether a quotation is the name of what a noun or preposition before it leads to (محلل لدى «دويتشه بنك»، دراسة
    بعنوان «…»، قائد «اللواء 102 خاصة»)."""
    before = words.word[j - 1]
    if not grammar.classes["title-nouns"].isdisjoint((before, before[1:])):
        return True  # ‹لبرنامج «صباح الخير بريطانيا»›
    if _is_so_called(grammar, words, j, end):
        return True
    goes_on = end < high and (words.word[end] in grammar.classes["relatives"] or not is_break(words.word[end]))
    adjective = before.startswith("ال") or before.endswith("ي")  # ‹في مؤتمر صحافي «إنه إعصار»›
    headed = grammar.is_post(before) and not adjective and not _is_clause(grammar, words, j, end)
    led = headed or before in grammar.classes["noun-governors"]
    return led and (end - j < SHORTEST_TURN or (goes_on and words.word[end] in grammar.classes["relatives"]))


def names_body(grammar: Grammar, words: Words, j: int, end: int, high: int) -> bool:
    """Whether a quotation names the body or medium before it (حركة «فتح»); after the article it does not, nor where the
    sentence ends with it."""
    before = words.word[j - 1]
    if not (grammar.is_in("media", before) or grammar.is_in("bodies", before)):
        return False
    if end - j >= SHORTEST_TURN and any(grammar.is_imperfect(word) for word in words.word[j:end]):
        return False  # ‹قال رئيس المالية «الطروحات تعني المزيد من السيولة»›
    return not before.startswith("ال") or (end < high and words.word[end] not in ".!؟…")


def _is_called_so(grammar: Grammar, words: Words, j: int, end: int, high: int) -> bool:
    """Whether other quoted words follow behind a colon, so that these say who speaks (قالت «كارفور» في بيان: «…»)."""
    colon = skip_adverbials(grammar, words, end, high)
    quoted = colon + 1 < high and words.word[colon] == ":" and words.opens_quote(colon + 1)
    return quoted and end - j <= _LONGEST_CALLED


def _is_described(words: Words, j: int, end: int, high: int) -> bool:
    """Whether it is told who that is whom quotation marks name (قال «كيم مين سيوك» وهو متحدث باسم الوزارة «…»)."""
    return end < high and words.word[end] in _WHO_IS and end - j <= _LONGEST_CALLED


def _clause_follows(grammar: Grammar, words: Words, form: CueForm, end: int, high: int) -> bool:
    """Whether a clause or preposition that the cue governs comes soon after a quoted name."""
    for k in range(end, min(high, end + 12)):
        word = words.word[k]
        if words.opens_quote(k) or word in (".", "؟"):
            return False
        if word.startswith("لان") or (is_comma(words.word[k - 1]) and _reports_anew(grammar, word)):
            return False  # ‹«…»، لأنها …›, ‹«…»، وقال إن›
        if grammar.is_complementizer(word) and k > end and is_of_another(grammar, words, k - 1):
            return False
        if (
            grammar.is_complementizer(word)
            and "an" in form.cue.frames
            and words.word[k - 1] not in grammar.classes["binding"]
        ):
            return k == end or is_comma(words.word[k - 1]) or word.startswith("بان") or k - end <= 6
        if _governs(grammar, form, word) and is_comma(words.word[k - 1]):
            return True
    return False


def _reports_anew(grammar: Grammar, word: str) -> bool:
    """Whether a word behind a comma is a verb or participle that reports something further."""
    shapes = {reading.form.shape for reading in grammar.readings(word)}
    return "participle" in shapes or (word.startswith("و") and not shapes.isdisjoint(("past", "present")))


def _governs(grammar: Grammar, form: CueForm, word: str) -> bool:
    return word in grammar.classes["prepositions"] and word in form.cue.frames
