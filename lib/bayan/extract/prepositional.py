"""Prepositional phrases: how far an adverbial reaches that stands between a verb or subject and what is said."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.qualities import is_adjective
from bayan.extract.stems import noun_stems
from bayan.extract.words import Words

_OWN = ("ه", "ها", "هم", "هما")
_NESTED = ("مع", "الي", "في", "من", "علي", "عن", "حول", "بشان", "امام")
_COMPANY = ("مع", "امام")
_ABOUT = ("ردا", "تعليقا")
_NAMED = ("media", "body", "state", "post")


def prepositional_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after the prepositional phrase that begins here and those inside it (لدى وصوله إلى عمان، بعد اجتماع مع
    الرئيس), or ``k`` where none begins that its noun closes."""
    if words.word[k] in _ABOUT:
        return _question_end(grammar, words, k + 2, high)
    start = k + 1
    end, closed = _noun_end(grammar, words, start, high)
    while start < end < high:
        own = end if is_met(grammar, words, end) or _is_whose(grammar, words, end) else end + 1
        if (own > end and words.word[end] not in _NESTED) or _begins_date(grammar, words, own, high):
            break
        inner, closes = _noun_end(grammar, words, own, high)
        if inner == own:
            break
        end, closed = inner, closed or closes
    return end if closed else k


def _is_whose(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether ل leads to whose or what for a body or meeting is (في المركز العربي لحقوق الإنسان)."""
    word = words.word[k]
    leads = word[0] == "ل" and grammar.has_preposition(words, k) and word not in grammar.classes["l-words"]
    return leads and words.mention[k] < 0 and not grammar.addresses_medium(word)


def _begins_date(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a day or month stands behind a nested preposition (في غزة في الثلاثين من مارس)."""
    classes = grammar.classes
    return k < high and (words.word[k] in classes["ordinals"] or words.word[k] in classes["months"])


def is_met(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a word with ب is whom somebody met (عقب لقائه بالرئيس الفرنسي)."""
    word, before = words.word[k], words.word[k - 1] if k else ""
    person = grammar.is_post(word[1:]) or words.mention[k] >= 0
    owned = before.endswith(_OWN) and not words.is_feminine(k - 1)
    return word.startswith("ب") and person and owned and grammar.has_stem("meetings", before)


def leads_to_place(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether ‹إلى› leads to where somebody went (خلال زيارته إلى القاهرة) and not to what a verb governs."""
    if words.word[k] != "الي" or not 0 < k < len(words.word) - 1 or not grammar.has_stem("journeys", words.word[k - 1]):
        return False
    place = words.word[k + 1]
    named = words.mention[k + 1] >= 0 or place in grammar.places
    return named or (place.startswith("ال") and not grammar.is_act_noun(place[2:]) and not grammar.is_common(place[2:]))


def _question_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after what is answered (ردا على سؤال صحفي، تعليقا على القرار)."""
    k += 1
    while k < high and is_adjective(grammar, words.word[k]) and words.mention[k] < 0:
        k += 1
    return k


def relative_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after a clause that tells where or by whom something was held or published (عقده في برلين، نشر على
    موقعها، أجرتها معه شبكة سي إن إن), or ``k``."""
    verb = words.word[k]
    bare = verb.removesuffix("ها").removesuffix("ه")
    told = grammar.is_past(verb) or grammar.is_past(bare) or verb in grammar.classes["publishing"]
    told = told or verb in grammar.classes["issuing"]  # ‹في بيان صادر عن مكتبه›
    if not told or words.mention[k] >= 0:
        return k
    at = k + 1
    while at < high and words.word[at] in grammar.classes["pointing-back"]:
        at += 1
    if at < high and words.word[at] in _NESTED:
        end, _ = _noun_end(grammar, words, at + 1, high)
        return end if end > at + 1 else k
    by = read_phrase(grammar, words, at, high) if at < high else None
    if by is not None and by.head == "media":
        return by.high
    return at if verb in grammar.classes["publishing"] else k  # ‹بيان أصدرته الوزارة›: who issues it speaks


def past_company(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after those with whom or before whom something was said (مقابلة مع شبكة سي إن إن), or ``k``."""
    if k + 1 >= high or words.word[k] not in _COMPANY:
        return k
    end, closed = _noun_end(grammar, words, k + 1, high)
    return end if closed else k


def _noun_end(grammar: Grammar, words: Words, k: int, high: int) -> tuple[int, bool]:
    """The token after a noun with its genitive and adjectives, and whether they close it: with an article, a pronoun, a
    name or a mention."""
    if k >= high or is_break(words.word[k]) or words.quote[k] >= 0 or grammar.is_complementizer(words.word[k]):
        return k, False
    tight = not grammar.is_in("media", words.word[k])  # ‹قناة إيه بي سي نيوز›
    phrase = read_phrase(grammar, words, k, high, tight=tight) if words.mention[k] < 0 else None
    if phrase is not None and phrase.head in _NAMED:
        return phrase.high, True
    if words.mention[k] >= 0:
        end, closed = min(words.mention_end(k), high), True
    else:
        end, closed = k + 1, _closes(grammar, words, k) or _is_unknown(grammar, words, k)
    while end < high:
        word = words.word[end]
        adjective = is_adjective(grammar, word) and words.mention[end] < 0
        if closed and not (adjective and grammar.is_definite(word)):
            break
        if not closed and not adjective and not _is_genitive(grammar, words, end):
            break
        closed = closed or (_closes(grammar, words, end) and not (adjective and not grammar.is_definite(word)))
        end = max(end + 1, min(words.mention_end(end), high) if words.mention[end] >= 0 else 0)
    return end, closed


def _is_unknown(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a word is no noun that the lexicon has, and governs none: a place (في جنيف)."""
    known = grammar.is_common(words.word[k]) or grammar.is_act_noun(words.word[k])
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    return not known and not following.startswith("ال")


def _closes(grammar: Grammar, words: Words, k: int) -> bool:
    word = words.word[k]
    owned = word.endswith(_OWN) and not words.is_feminine(k)
    return words.mention[k] >= 0 or grammar.is_definite(word) or owned or word in grammar.places


def _is_genitive(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a word can follow an indefinite noun in the genitive: a noun without anything attached, or a place."""
    word = words.word[k]
    if is_break(word) or words.quote[k] >= 0 or word in grammar.stops or word in _NESTED:
        return False
    if words.mention[k] >= 0 or grammar.is_definite(word) or word in grammar.places or grammar.is_common(word):
        return True
    return word.endswith("ه") and any(map(grammar.is_common, noun_stems(word)))  # ‹في إطار زيارته›


def is_taken(grammar: Grammar, words: Words, at: int, j: int) -> bool:
    """Whether a preposition belongs to a noun (عقب لقائه بالرئيس), or to a participle behind the last comma, which has
    its object before it (تطالب المعارضة باستقالته، متهمة الرئيس بالفساد)."""
    return is_met(grammar, words, j) or leads_to_place(grammar, words, j) or is_participles(grammar, words, at, j)


def is_participles(grammar: Grammar, words: Words, at: int, j: int) -> bool:
    """Whether a participle behind the last comma has its object before a token, which belongs to it (وأعلن الرئيس سحب
    تأييده، واصفا الوزير بأنه)."""
    comma = next((k for k in range(j - 1, at, -1) if is_comma(words.word[k])), j)
    if comma + 2 >= j:
        return False
    return any(
        reading.form.shape == "participle" and reading.cue.takes_object
        for reading in grammar.readings(words.word[comma + 1])
    )
