"""Subjects before their verb: الخارجية القطرية أكدت، كان الرئيس قد أعلن."""

from __future__ import annotations

from bayan.extract.adverbials import is_dash, skip_adverbials
from bayan.extract.continuations import is_continuation
from bayan.extract.far_names import with_far_name
from bayan.extract.fronted import news_before, speak_together
from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.name_words import is_verb
from bayan.extract.names import name_end
from bayan.extract.nouns import read_phrase, without_preposition
from bayan.extract.phrases import NounPhrase
from bayan.extract.starts import names_speaker
from bayan.extract.words import OWNED, Words

_BEFORE_NOW = "سبق"
_EVERY = "كل"
"""Behind a verb it is an object as often (شكر كل الحاضرين), and so in no class with the others."""
_FOR_HIS_PART = (("من", "جهته"), ("من", "جهتها"), ("من", "جانبه"), ("من", "جانبها"))
"""Between a subject and its verb (خالد السالم، من جهته حث الجميع على)."""
LONGEST_APPOSITION = 16
LONGEST_RELATIVE = 20
LONGEST_CLAUSE = 16
LONGEST_UNKNOWN = 4
"""Words that a subject of unknown kind may have."""


def subject_before(grammar: Grammar, words: Words, at: int, low: int) -> NounPhrase | None:
    """A subject between the beginning of the clause and the verb: الخارجية القطرية أكدت، كان الرئيس قد أعلن."""
    if is_continuation(grammar, words.word[at]):
        return None  # ‹وعاد الوزير ليؤكد›: the subject of another verb
    k = at
    k -= 2 * (words.word[max(low, k - 2) : k] in _FOR_HIS_PART)
    while k > low and words.word[k - 1] in grammar.classes["auxiliaries"]:
        k -= 1
    end = k
    if end < at and words.word[k] in grammar.classes["being"] and not _had_been(grammar, words, k, low):
        return None
    if words.word[max(low, k - 1) : k] == ("ان",) and (had := _had_before(grammar, words, k - 1, low)) is not None:
        return had
    news = news_before(grammar, words, end, at, low)
    if news is not None:
        return news
    if end > low and is_comma(words.word[end - 1]):
        return _before_apposition(grammar, words, end - 1, low)
    start = clause_start(grammar, words, end, low)
    if start >= end or end - start > LONGEST_RELATIVE:
        return None
    start += _is_quantity(grammar, words, start, end)
    opened = _somebodys_before(grammar, words, start, end) or _behind_and(grammar, words, start, end)
    if opened is not None:
        return opened
    phrase = read_phrase(grammar, words, start, end)
    second = _joined_before(grammar, words, start, end)
    if second is not None:
        return second
    if phrase is not None and phrase.high < end - 2 and _is_described(grammar, words, phrase):
        return phrase
    if end - start > LONGEST_CLAUSE:
        return None
    if phrase is None:
        return _described_before(grammar, words, start, end)
    if phrase.high < end - 3 and not speak_together(grammar, words, phrase, at):
        return None
    back = grammar.classes["pointing-back"]
    if phrase.head == "document" and not back.isdisjoint(words.word[at + 1 : at + 2]):
        return None  # ‹ألقى المدير، بحضور الضيوف، كلمة أوضح فيها›
    if phrase.head == "name" and phrase.actor_id is None:
        joined = phrase.high == start + 1 and words.word[start].startswith("و") and words.word[start] not in words.names
        if phrase.high < end or joined:
            return None  # ‹وأدى كشف الفضيحة إلى›
    return _whose_kin(grammar, words, phrase, low) or phrase


def _had_before(grammar: Grammar, words: Words, that: int, low: int) -> NounPhrase | None:
    """‹سبق للهيئة الوطنية أن تعهدت›: who did before what follows ‹that› stands behind ل."""
    near = range(that - 1, max(low, that - LONGEST_APPOSITION), -1)
    k = next((k for k in near if words.word[k].removeprefix("و") == _BEFORE_NOW), None)
    if k is None or k + 1 >= that:
        return None
    bare = without_preposition(words, k + 1)
    phrase = read_phrase(grammar, bare, k + 1, that) if bare is not words else None
    return None if phrase is None or phrase.high != that else phrase.changed(own=(k + 1, bare.start[k + 1]))


def _had_been(grammar: Grammar, words: Words, k: int, low: int) -> bool:
    """Whether ‹كان› stands behind its subject in a clause (إلا أن سكوت كان قد أعلن معارضته)."""
    near = range(k - 1, max(low, k - LONGEST_UNKNOWN) - 1, -1)
    return not words.word[k].startswith("و") and any(grammar.is_complementizer(words.word[j]) for j in near)


def _is_quantity(grammar: Grammar, words: Words, start: int, end: int) -> bool:
    """Whether ‹all› stands before the noun of a subject (لكن كل الصحف ذكرت)."""
    word = words.word[start].removeprefix("و")
    whole = word == _EVERY or word in grammar.classes["all"]
    return whole and start + 1 < end and words.word[start + 1].startswith("ال")


def _joined_before(grammar: Grammar, words: Words, start: int, end: int) -> NounPhrase | None:
    """The subject that و joins to another clause of a headline (قتلى في الغوطة ودمشق تنفي), not to another subject."""
    if words.field != "title" or words.word[end].endswith("ان"):
        return None
    for k in range(end - 1, start, -1):
        if not (words.word[k].startswith("وال") or words.has_clitic(k)) or words.word[k][0] != "و":
            continue
        if words.quote[k] >= 0 or not _is_clause(grammar, words, start, k):
            return None
        phrase = read_phrase(grammar, words, k, end)
        noun = words.word[k].removeprefix("و")
        if phrase is None and names_speaker(grammar, noun):
            phrase = _described_before(grammar, words, k, end)
        if phrase is not None and phrase.high == end and (phrase.head != "name" or phrase.actor_id):
            return phrase
    return None


def _is_clause(grammar: Grammar, words: Words, low: int, high: int) -> bool:
    """Whether some words of a headline say something by themselves: with a preposition or a verb among them."""
    return any(
        words.word[k] in grammar.classes["prepositions"]
        or grammar.has_preposition(words, k)
        or _is_present(grammar, words, k)
        for k in range(low, high)
    )


def _is_present(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a word of a headline looks like a verb in the present; more are taken for one than ``is_verb`` takes."""
    word = words.word[at]
    return words.mention[at] < 0 and len(word) > 3 and word[0] in "يت" and not grammar.is_common(word)


def _is_described(grammar: Grammar, words: Words, phrase: NounPhrase) -> bool:
    """Whether a relative clause without commas follows whoever can speak (لكن رمضان الذي يعيش في باريس ينفي)."""
    known = phrase.head != "name" or phrase.actor_id is not None or words.word[phrase.low] in words.names
    return known and words.word[phrase.high] in grammar.classes["relatives"]


def _is_somebodys(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a body with a pronoun stands here (لكن مكتبها قال إن)."""
    word = words.word[at]
    known = grammar.has_stem("bodies", word) or grammar.has_stem("families", word)
    return word.endswith(OWNED) and not words.is_feminine(at) and known


def _somebodys_before(grammar: Grammar, words: Words, start: int, end: int) -> NounPhrase | None:
    """Somebody's relative, with a name or without, or body (لكن زوجته قالت، شقيقه خالد قال، مكتبها قال)."""
    if words.word[start] in grammar.kin and not words.is_feminine(start):
        if end > start + 1 and name_end(grammar, words, start + 1, end) < end:
            return None
        name = (start + 1, end) if end > start + 1 else None
        return NounPhrase(start, end, "post", name=name, post=(start, start + 1))
    alone = end == start + 1 and _is_somebodys(grammar, words, start)
    return NounPhrase(start, end, "source") if alone else None


def _whose_kin(grammar: Grammar, words: Words, kin: NounPhrase, low: int) -> NounPhrase | None:
    """The name before a comma behind which only whose relative he is stands (كان طارق، نجل الممثل العالمي قد صرح)."""
    comma = kin.low - 1
    related = words.word[kin.low] in grammar.classes["kinship"] and kin.name is None
    if comma <= low or not (related and is_comma(words.word[comma])):
        return None
    start = clause_start(grammar, words, comma, low)
    named = read_phrase(grammar, words, start, comma) if start < comma else None
    return named if named is not None and named.name is not None and named.high == comma else None


def _behind_and(grammar: Grammar, words: Words, start: int, end: int) -> NounPhrase | None:
    """A body or post with its name behind the و that opens the clause (ووزارة الداخلية تؤكد)."""
    noun = words.word[start][1:]
    known = grammar.is_post(noun) or grammar.is_in("bodies", noun) or grammar.is_in("media", noun)
    if not (words.word[start].startswith("و") and known) or grammar.is_post(words.word[start]):
        return None
    bare = words.reread(start, noun, words.start[start] + 1)
    phrase = read_phrase(grammar, bare, start, end)
    if phrase is None or phrase.high != end or (phrase.head == "post" and phrase.name is None):
        return None  # ‹جعفر سعد، مستشار الرئيس، وقائد العمليات قد أعلن›
    return phrase.changed(own=phrase.own or (start, words.start[start] + 1))


def _described_before(grammar: Grammar, words: Words, start: int, end: int) -> NounPhrase | None:
    """A speaker whom the lexicon does not know, before the verb: a noun with the article and what belongs to it
    (النقاد يقولون، الأبحاث الجديدة تؤكد)."""
    if end - start > LONGEST_UNKNOWN:
        return None
    day = words.word[start].removeprefix("و") in grammar.classes["weekdays"]
    nominal = not day and all(
        grammar.is_definite(words.word[k]) and not grammar.has_preposition(words, k) and words.quote[k] < 0
        for k in range(start, end)
    )
    barred = any(
        words.word[k] in grammar.stops or words.word[k] in grammar.classes["relatives"] for k in range(start, end)
    )
    own = (start, words.start[start] + 1) if words.word[start].startswith(("وال", "فال")) else None
    return NounPhrase(start, end, "source", own=own) if nominal and not barred else None


def _before_apposition(grammar: Grammar, words: Words, comma: int, low: int) -> NounPhrase | None:
    """‹روسيا، الحليف الأكبر لسوريا، أكدت›: the subject before what stands between two commas and describes it."""
    first = next(
        (k for k in range(comma - 1, max(low, comma - LONGEST_APPOSITION), -1) if is_comma(words.word[k])), low
    )
    fenced = (
        _fenced_off(grammar, words, comma, low)
        or _behind_being(grammar, words, comma, low)
        or _with_relative(grammar, words, comma, low)
    )
    if fenced is not None or first == low or comma - first < 2:
        return fenced
    word = words.word[first + 1]
    start = clause_start(grammar, words, first, low)
    if first - start <= 2 and not grammar.has_preposition(words, start):
        name = read_phrase(grammar, words, first + 1, comma)
        if name is not None and name.head == "name" and name.low + 1 < name.high == comma:
            return name  # ‹لكن منظمته، فاطمة خلف، قالت›
    phrase = read_phrase(grammar, words, start, first) if start < first else None
    if phrase is not None and phrase.high < first:
        phrase = with_far_name(grammar, words, phrase, comma)
        return phrase if phrase.name is not None and phrase.high == comma else None
    if phrase is None or phrase.high != first:
        return None
    describes = word in grammar.classes["relatives"] or word.startswith("ال") or grammar.is_post(word)
    describes = describes or (phrase.head == "source" and is_verb(grammar, words, first + 1))
    named = phrase.head == "post" and phrase.name is None and words.mention[first + 1] >= 0
    if named:
        return read_phrase(grammar, words, start, comma)
    return phrase if describes else None


def _with_relative(grammar: Grammar, words: Words, comma: int, low: int) -> NounPhrase | None:
    """‹وكان النائب الذي …، أبدى أسفه›: the subject before a relative clause that a comma closes."""
    start = clause_start(grammar, words, comma, low)
    barred = words.word[start].removeprefix("و") in grammar.stops or grammar.has_preposition(words, start)
    if comma - start > LONGEST_RELATIVE or barred:
        return None
    phrase = read_phrase(grammar, words, start, comma)
    if phrase is None or phrase.high >= comma:
        return None
    return phrase if words.word[phrase.high] in grammar.classes["relatives"] else None


def _behind_being(grammar: Grammar, words: Words, comma: int, low: int) -> NounPhrase | None:
    """‹وكان مسؤول كبير، أعلن يوم أمس أن›: all that stands between ‹كان› and an idle comma, days apart."""
    start = clause_start(grammar, words, comma, low)
    if not (low < start < comma and words.word[start - 1] in grammar.classes["being"]):
        return None
    phrase = read_phrase(grammar, words, start, comma)
    return phrase if phrase is not None and skip_adverbials(grammar, words, phrase.high, comma) == comma else None


def _fenced_off(grammar: Grammar, words: Words, comma: int, low: int) -> NounPhrase | None:
    """‹قالت الوكالة إن المرصد، أفاد …›: the subject of a reported clause, before a comma that stands there idly."""
    start = clause_start(grammar, words, comma, low)
    if not (low < start < comma and grammar.is_complementizer(words.word[start - 1])):
        return None
    phrase = read_phrase(grammar, words, start, comma)
    return phrase if phrase is not None and phrase.high == comma else None


def clause_start(grammar: Grammar, words: Words, end: int, low: int) -> int:
    """The first token of the clause that goes on before a token."""
    k = end
    while k > low:
        word = words.word[k - 1]
        if word in grammar.clause_ends:
            break
        if word == "-" and is_dash(words, k - 1):
            break
        if is_comma(word) and not _comma_inside(grammar, words, k - 1, end, low):
            break
        k -= 1
    return k


def _comma_inside(grammar: Grammar, words: Words, comma: int, end: int, low: int) -> bool:
    """The comma of an apposition: ‹الرئيس الأميركي، دونالد ترامب، قال›."""
    return comma > low and end - comma <= 6 and grammar.is_post(words.word[max(low, comma - 3)])
