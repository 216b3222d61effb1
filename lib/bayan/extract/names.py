"""Names: how far a personal name reaches, and names without their marks."""

from __future__ import annotations

import re

from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.name_words import is_fence, is_known_name, is_name_word
from bayan.extract.verbs import says_so
from bayan.extract.words import GOD, HALF, SONS, Words
from bayan.records import SpeakerKind

LONGEST_NAME = 9
LONGEST_QUOTED = 6
SHORTEST_ADJECTIVE = 5
"""Letters of a noun of three with its article (الرأي، الوعي)."""
SERVANT = "عبد"
"""The first word of names of two (عبد العزيز)."""
_OWNING = ("ذو", "ذي", "ذا")
_CHINESE = ("لو", "لي", "هو", "ما", "دو")
"""Surnames that are spelt like particles."""
_FATHERS = ("ابو", "ابي", "ام")
_MARKS = re.compile('[«»“”"]')
_UNCLEAN = re.compile(r'[«»“”"#]|^[،,.:\s]|[،,.:\s]$|[^\S ]|  ')
"""What a name that is clean already has not: marks, hashtag signs, punctuation at its ends, white space but single
spaces."""


def clean_name(name: str) -> str:
    """A name without surrounding marks; hashtag signs go."""
    if _UNCLEAN.search(name) is None:
        return name
    if name.count("«") != name.count("»") or name.count('"') % 2 or name.count("“") != name.count("”"):
        name = _MARKS.sub("", name)
    return " ".join(name.replace("#", "").strip(' "«»“”،,.:').split())


def name_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The end of a personal name: words that are no other part of speech; three at most, but for بن and its like."""
    low = k
    links = grammar.classes["name-links"]
    room = 0 if _speaks_for(grammar, words, k, high) else 3
    while k < min(high, low + LONGEST_NAME) and (room or _is_linked(grammar, words, k)):
        word = words.word[k]
        if k > low and word in grammar.classes["namesakes"]:
            return k + 1  # ‹ترامب جونيور›
        if _is_doubled(words, k, high) and not is_break(word):
            k += 3
            continue
        actor = grammar.actor(words, k)
        if actor is not None and actor.kind is SpeakerKind.PERSON:
            return min(words.mention_end(k), high)
        prayed = grammar.starts_sequence("adverbial-phrases", words, k, high)  # ‹فهد رحمه الله›
        if prayed or not (is_name_word(grammar, words, k, first=k == low) or _is_surname(grammar, words, low, k)):
            break
        if k > low and words.word[k - 1] in words.surnames and not is_known_name(grammar, words, word):
            break
        if k > low and (_tells_belongings(grammar, words, k) or _is_noun_behind_surname(grammar, words, k)):
            break
        if k > low + 1 and _is_object(grammar, words, k):
            break
        room -= room > 0 and word not in links and words.word[k - 1] not in links
        k += 1
    if room == 0 and k < high and _is_fourth(grammar, words, k):
        return k + 1
    if k == low + 2 and is_fence(grammar, words, k) and not _is_linked(grammar, words, k - 1):
        return k  # ‹صوفي بو، مديرة المنظمة›
    while k > low and words.word[k - 1] in links:
        k -= 1
    return k


def _is_doubled(words: Words, k: int, high: int) -> bool:
    """Whether a hyphen joins a second name to a word (هانسون-يونغ، مون جاي- إن)."""
    if k + 2 >= high or words.word[k + 1] != "-":
        return False
    told = words.word[k + 2] == HALF and words.start[k + 1] == words.end[k]
    return words.start[k + 2] - words.end[k] <= 1 + told


def _speaks_for(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether ‹in the name of› stands here, and no man of that name (أعلن باسم قيادة الجيش أن, but باسم يوسف)."""
    if k + 1 >= high or words.word[k] not in grammar.classes["post-prepositions"]:
        return False
    return grammar.is_in("bodies", words.word[k + 1]) or grammar.is_post(words.word[k + 1])


def quoted_name_end(grammar: Grammar, words: Words, k: int, high: int, *, has_post: bool = False) -> int:
    """The end of a quotation that holds somebody's name and no more (كشف المواطن «صالح الحازمي»، وقال «الحازمي»);
    after a post that needs no more the given name may be unknown (رئيس اللجنة «روي بلنت»)."""
    if words.quote[k] < 0:
        return k
    end = words.quote_end(k) if words.opens_quote(k) else k
    if not k < end <= min(high, k + LONGEST_QUOTED):
        return k
    if end == k + 1:
        return end if words.word[k] in words.surnames else k
    foreign = has_post and not any(map(grammar.is_common, words.word[k:end]))
    given = words.word[k] in grammar.given_names or (foreign and is_name_word(grammar, words, k, first=True))
    if end == k + 2 and (words.word[k] in _FATHERS or (has_post and words.word[k + 1] in grammar.given_names)):
        return end  # ‹وشدد "أبو إسلام" على، المتحدث باسم الجماعة «قاري حمزة»›
    return end if given and all(is_name_word(grammar, words, j, first=False) for j in range(k + 1, end)) else k


def past_fathers(grammar: Grammar, words: Words, end: int, high: int) -> int:
    """The token after the fathers that an article adds to a known name (فيصل بن مشعل بن سعود | بن عبدالعزيز)."""
    while end + 1 < high and words.word[end] in SONS and words.word[end + 1] in grammar.name_words:
        end += 2 + (words.word[end + 1] == SERVANT and end + 2 < high)
    return end


def surname_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The end of a name whose first word is spelt like a noun, by its surname and a fence (آمنة الغامدي إلى أن)."""
    if k + 1 >= high or grammar.is_act_noun(words.word[k]) or grammar.has_stem("stance-nouns", words.word[k]):
        return k
    surname = words.word[k + 1]
    if surname == GOD:
        return name_end(grammar, words, k + 2, high) if k + 2 < high else k + 2  # ‹عطاء الله خوجياني›
    tribal = surname.startswith("ال") and surname.endswith("ي") and len(surname) > 4
    if not tribal or surname in grammar.nationalities or surname in grammar.stops:
        return k
    return k + 2 if is_fence(grammar, words, k + 2) or words.word[k + 2] in grammar.stops else k


def _is_surname(grammar: Grammar, words: Words, low: int, k: int) -> bool:
    """Whether what is spelt like a verb ends a name between a given name and the comma of a post (قال عبدالله طلب، مدير
    البرامج، إن), or with ف before its clause (قال كريستوفر فورد إن)."""
    if k != low + 1 or words.word[low] not in grammar.given_names or words.word[k] not in grammar.finite:
        return False
    following, post = (*words.word[k + 1 : k + 3], "", "")[:2]
    foreign = words.word[k].startswith("ف") and grammar.is_complementizer(following) and not says_so(grammar, words, k)
    return foreign or (is_comma(following) and grammar.is_post(post))


def _tells_belongings(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a name is followed by what its bearer has (أحمد حسن ذو التسع سنوات, but حسين ذو الفقاري)."""
    following = words.word[k + 1].removeprefix("ال") if k + 1 < len(words.word) else ""
    counted = following.isdigit() or following in grammar.classes["numerals"]
    return words.word[k] in _OWNING and (counted or grammar.is_common(following))


def _is_noun_behind_surname(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a noun that is a name elsewhere follows a surname in ي (وصف سالم المحمدي باب التعزير بأنه، ثمن العمري
    الدور الذي)."""
    surname, word = words.word[k - 1], words.word[k]
    ended = surname.startswith("ال") and surname.endswith("ي") and surname not in grammar.given_names
    known = surname in words.surnames or words.word[k - 2] in grammar.given_names
    definite = known and word.startswith("ال") and word not in grammar.name_words
    noun = (word.removeprefix("ال") if definite else word) in grammar.classes["common-nouns"]
    return ended and noun and word not in grammar.given_names and word not in grammar.classes["name-links"]


def _is_object(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a definite noun that goes on after a name of two words is no third (أدان صادق خان الهجوم على المدينة)."""
    word = words.word[k]
    bare = word.removeprefix("ال")
    common = grammar.is_common(bare) or (bare in grammar.finite and bare in grammar.classes["common-nouns"])
    noun = bare != word and common and not is_known_name(grammar, words, word)
    adjective = word.endswith(("ي", "يه")) and len(word) > SHORTEST_ADJECTIVE  # but ‹زامل الغامدي الرأي السابق›
    agrees = adjective and words.word[k - 1].startswith("ال")  # ‹منظمو المدينة الشبابية›
    if not noun or agrees or is_fence(grammar, words, k + 1) or words.word[k - 1] in grammar.classes["patronymics"]:
        return False
    following = words.word[k + 1]
    named = not following.startswith("ال") and is_name_word(grammar, words, k + 1, first=False)
    return not named and following not in grammar.finite  # ‹أبو بكر الصديق همايلي›


def _is_fourth(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a name has a fourth word, which ends it clearly (خوسيه مانويل غارثيا مارغايو،)."""
    word = words.word[k]
    if word.startswith("ال") or not is_name_word(grammar, words, k, first=False):
        return False
    fathers = all(name in grammar.given_names for name in words.word[k - 3 : k])  # ‹زهير حسين حسن غنيم›
    return is_fence(grammar, words, k + 1) and (fathers or not grammar.is_common(word))


def _is_linked(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a word goes on with a name however long it is (عوض محمد أحمد ابن عوف)."""
    patronymics = grammar.classes["patronymics"]
    return words.word[k] in patronymics or words.word[k - 1] in patronymics


def _describes_before(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a noun with its definite one describes what stands before it (عدن، جنوبي البلاد، عدن، مقر الحكومة), or
    a second description begins."""
    word, following = words.word[k], words.word[k + 1] if k + 1 < len(words.word) else ""
    placed = k > 1 and (words.mention[k - 2] >= 0 or words.word[k - 2] in grammar.places)
    noun = word in grammar.classes["directions"] or (placed and grammar.is_common(word))
    return (noun and following.startswith("ال")) or (word.startswith("و") and grammar.is_common(word[1:]))


def is_chinese(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a surname that is spelt like a particle stands before an unknown word and a comma (لو كانغ،)."""
    if words.word[k] not in _CHINESE or k + 2 >= high or not is_comma(words.word[k + 2]):
        return False
    given = words.word[k + 1]
    return not (given in grammar.stops or given.startswith("ال") or grammar.is_common(given))


def fenced_name(grammar: Grammar, words: Words, start: int, high: int, spoken: bool) -> int:
    """The end of two or three words between the comma of a post and the next fence: a name, though its first word may
    be a noun (رئيس الوحدة، دين هايدون:); after a verb of saying its last word may have the article (صديق الصور)."""
    for k in range(start, min(start + 3, high)):
        word = words.word[k]
        definite = word.startswith("ال") and (k == start or not spoken)
        particle = word in grammar.stops and not (k == start and is_chinese(grammar, words, k, high))
        barred = particle or definite or word in grammar.forms or grammar.has_preposition(words, k)
        barred = barred or (k == start and _describes_before(grammar, words, k))
        if barred or is_break(word) or words.quote[k] >= 0 or grammar.is_post(word) or words.has_tanwin(k):
            return start
        fence = words.word[k + 1] if k + 1 < len(words.word) else "."
        if k > start and (is_comma(fence) or fence == ":"):
            return k + 1
    return start
