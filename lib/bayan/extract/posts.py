"""Posts: a title with its complements and the name that follows it (وزير الخارجية الروسي سيرغي لافروف)."""

from __future__ import annotations

from bayan.extract.body_tails import ends_in_pronoun
from bayan.extract.descriptions import is_time_noun
from bayan.extract.grammar import Grammar, is_break
from bayan.extract.names import SERVANT, name_end, quoted_name_end, surname_end
from bayan.extract.phrases import NounPhrase
from bayan.extract.post_additions import past_addition
from bayan.extract.post_ends import (
    LINKS,
    LONGEST_QUOTED,
    begins_another,
    ends_post,
    is_object_place,
    is_title,
    opens_speech,
)
from bayan.extract.post_names import given_name_end, is_no_holder, named, named_actor, past_namesake, with_last_name
from bayan.extract.seats import closes_post, leads_past_area, leads_to_name, precedes_name
from bayan.extract.served import is_anothers
from bayan.extract.words import Words
from bayan.records import SpeakerKind

_RECOGNISED = (("المعترف", "بها"), ("بها", "دوليا"))
"""Pairs of what goes on with a body inside a post (رئيس الحكومة المعترف بها دوليا)."""
_LAWYERS = ("محامي", "محاميه")
_PERSONAL = ("الشخصي", "الخاص", "الشخصيه", "الخاصه")
_KIN = "ال"
"""‹آل›, as it is folded: behind a title it begins a name."""
_GENERAL = ("العام", "العامه", "عام")


def read_post(grammar: Grammar, words: Words, at: int, high: int, tight: bool = False) -> NounPhrase:
    """A post with its complement, then a name: the first bare word after a definite one begins the name."""
    closed = words.word[at].startswith("ال")
    k = _past_relative(grammar, words, at, high)
    while k < high:
        actor = grammar.actor(words, k)
        word = words.word[k]
        if (after := _past_anothers(grammar, words, at, k, high)) > k:
            k, closed = after, True
            continue
        if actor is not None and actor.kind is SpeakerKind.PERSON:
            return named_actor(grammar, words, at, k, high, actor.id)
        if begins_another(grammar, words, at, k, high):
            break
        if actor is not None:
            k, closed = words.mention_end(k), True
        elif (quoted := quoted_name_end(grammar, words, k, high, has_post=closed)) > k:
            return named(grammar, words, at, k, quoted, None)
        elif words.opens_quote(k) and words.quote_end(k) - k <= LONGEST_QUOTED and not closed:
            k, closed = words.quote_end(k), True  # ‹رئيس حزب "الشعب"›, but ‹رفض الوزير "التدخل"›
        elif _links(grammar, words, at, k, high):
            k, closed = k + 1, False
        elif word.isdigit() and words.word[k - 1] in grammar.classes["units"]:
            k, closed = k + 1, False  # ‹قائد اللواء 84 مشاة›
        elif _is_last_before_name(grammar, words, k, high):
            k, closed = k + 1, True
        elif not closed and _points(grammar, words, k, high):
            k, closed = k + 2, True
        elif (after := past_addition(grammar, words, k, high, closed)) > k or ends_in_pronoun(grammar, words, k):
            k, closed = max(after, k + 1), True
        elif ends_post(grammar, words, at, k, tight) or (closed and is_object_place(grammar, words, at, k, tight)):
            break
        elif _begins_with_father(grammar, words, k, high) or (not closed and _is_behind_body(grammar, words, k, high)):
            return named(grammar, words, at, k, name_end(grammar, words, k, high), None)  # ‹الشيخ تركي بن عبد الله›
        elif closed and (end := given_name_end(grammar, words, k, high)) > k + 1:
            return named(grammar, words, at, k, end, None)  # ‹المحلل السياسي الطيب بلعيز›
        elif _is_surname(grammar, words, k - 1, k):
            return named(grammar, words, at, k, k + 1, None)  # ‹وعبر الدكتور الربيعة عن›
        elif grammar.is_definite(word) or word in grammar.nationalities:
            k, closed = k + 1, True
        elif word[0] == "ب" and grammar.is_in("places", word[1:]):
            k, closed = k + 1, True  # ‹مدير الجمعية بجدة عمر الجاسر›
        elif _complements(grammar, words, at, k):
            k, closed = k + 1, False
        elif _describes_further(grammar, words, k, high):
            k += 1
        elif word in grammar.classes["grades"] and is_title(grammar, words.word[k - 1]):
            k += 1  # ‹قائد القيادة الفريق أول سعيد القحطاني›
        elif not closed or grammar.is_in("honorifics", word) or _doubles(grammar, words, at, k):
            k, closed = k + 1, closed or closes_post(grammar, words, k)
        elif grammar.is_post(word) and not words.word[at].startswith("ال"):
            k, closed = k + 1, False
        else:
            end = name_end(grammar, words, k, high)
            if end == k + 1 and is_no_holder(grammar, words, k):
                break
            return named(grammar, words, at, k, end if end > k else surname_end(grammar, words, k, high), None)
    return with_last_name(grammar, words, NounPhrase(at, k, "post", post=(at, k)))


def _past_anothers(grammar: Grammar, words: Words, at: int, k: int, high: int) -> int:
    """The token after the name of somebody else: whom something is named after, or whom the post serves; else the same
    one."""
    actor, after = grammar.actor(words, k), past_namesake(grammar, words, k, high)
    if after > k or actor is None or actor.kind is not SpeakerKind.PERSON:
        return after
    return words.mention_end(k) if is_anothers(grammar, words, at, k, actor) else k


def _is_last_before_name(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a post ends with this word and a name may follow it (السفير في عمّان خالد السالم، المتحدث باسمه تركي)."""
    placed = words.word[k - 1] == "في" and precedes_name(grammar, words, k, high)
    recognised = (words.word[k - 1], words.word[k]) in _RECOGNISED
    return placed or recognised or _speaks_for_them(grammar, words, k, high)


def _speaks_for_them(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """‹المتحدث باسمه تركي المالكي، عضو اللجنة والناطقة باسمها منى سالم›, but ‹عارضة معروفة باسمها المستعار›."""
    if words.word[k] not in grammar.classes["in-own-name"] or k + 1 >= high:
        return False
    speaks = grammar.is_in("bare-posts", words.word[k - 1].removeprefix("و"))
    return speaks and name_end(grammar, words, k + 1, high) > k + 1


def _is_behind_body(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a full name stands behind an unknown one of a body (المتحدث باسم روسكوزموس فلاديمير أوتسيمنكو)."""
    before, link = words.word[k - 1], words.word[k - 2]
    if link not in grammar.classes["post-prepositions"] or words.word[k] not in grammar.given_names:
        return False
    unknown = not (before in grammar.given_names or before in grammar.nationalities or grammar.is_common(before))
    return unknown and name_end(grammar, words, k, high) > k + 1


def _is_surname(grammar: Grammar, words: Words, at: int, k: int) -> bool:
    """Whether a title has the surname of a person after it whom the article names."""
    word = words.word[k]
    titled = words.word[at].startswith("ال") and grammar.is_in("honorifics", words.word[at])
    return titled and word in words.surnames and word not in grammar.nationalities


def _begins_with_father(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a given name that is also a nationality has that of a father after it, or a family's name stands behind a
    title; or a name of two behind a place (مدير تعليم جدة عبد الكريم الحمدي)."""
    titled = words.word[k - 1].startswith("ال")  # ‹الشيخ آل عمرة›, but ‹كلية آل مكتوم›
    kin = titled and words.word[k] == _KIN and k + 1 < high
    placed = words.word[k - 1] in grammar.places or grammar.is_in("places", words.word[k - 1])
    servant = placed and words.word[k] == SERVANT and k + 2 < high and words.word[k + 1].startswith("ال")
    return kin or servant or (k + 2 < high and words.has_father(k) and words.word[k] in grammar.given_names)


def _describes_further(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a second adjective in ي stands after an indefinite nationality (مسؤول سعودي رسمي): nobody who is
    introduced so has a name of one word."""
    word, before = words.word[k], words.word[k - 1]
    if not word.endswith(("ي", "يه")) or before not in grammar.nationalities or before.startswith("ال"):
        return False
    known = word in grammar.name_words or word in words.names
    return not known and name_end(grammar, words, k, high) == k + 1


def _points(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a demonstrative with its noun completes a post (قائد هذه القوات)."""
    pointing = words.word[k] in grammar.classes["demonstratives"]
    return pointing and k + 1 < high and words.word[k + 1].startswith("ال")


def _complements(grammar: Grammar, words: Words, at: int, k: int) -> bool:
    """A noun with an attached preposition that belongs to a post (بوزارة، لحقوق الإنسان), or a second post after و."""
    word = words.word[k]
    if word[0] == "و" and grammar.is_post(word[1:]):
        return True
    if word[0] not in "لب" or len(word) < 4:
        return False
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    if grammar.is_in("relational-posts", words.word[at]) and grammar.is_post(word[1:]):
        return True  # ‹النائب الأول لمندوب روسيا›
    bare_head = k == at + 1 and words.word[at].startswith("ال")
    definite = word[0] == "ل" and following.startswith("ال") and not bare_head
    area = word[1:] in grammar.classes["areas"] and (word[0] == "ب" or not bare_head)
    area = area or (word[0] == "ب" and word[1:] in grammar.classes["directions"])
    return area or grammar.is_in("bodies", word[1:]) or (definite and not grammar.is_in("addressees", word))


def _doubles(grammar: Grammar, words: Words, at: int, k: int) -> bool:
    """A second post right after the first (نائب وزير); نظيره begins another person."""
    return k == at + 1 and grammar.is_post(words.word[k]) and not words.word[k].startswith("نظير")


def _links(grammar: Grammar, words: Words, at: int, k: int, high: int) -> bool:
    """Whether a preposition at k belongs to the post at ``at`` (المتحدث باسم، السفير لدى، مسؤول في)."""
    word = words.word[k]
    if k + 1 >= high or is_break(words.word[k + 1]) or opens_speech(words, k + 1):
        return False
    if word in grammar.classes["post-prepositions"]:
        return True
    if word not in grammar.classes["prepositions"] and word not in LINKS:
        return False
    following = words.word[k + 1]
    completes = word in grammar.classes["prepositions"] and _takes_complement(grammar, words, k - 1)
    occasion = grammar.is_in("documents", following) or grammar.is_in("venues", following)
    if is_time_noun(grammar, words, k + 1) or (occasion and not (completes and word == "علي")):
        return False  # ‹المسؤول في المؤتمر›, but ‹المشرف على البرنامج›
    if completes:
        return True
    if word == "عن" and grammar.is_in("delegates", words.word[at]):
        return True
    if word == "الي" and (grammar.actor(words, k + 1) is not None or following.startswith("ال")):
        return grammar.is_in("envoys", words.word[at])  # ‹المبعوث الأممي إلى اليمن، إلى الشرق الأوسط›
    one = words.word[at].startswith("ال") and not words.word[at].endswith(("ون", "ين", "ات"))
    if word not in ("في", "من") or (word == "من" and one):
        return False  # ‹وطلب النائب العام من السلطات إشراك النيابة›, but ‹الباحثون من جامعة كورتين›
    if word == "في" and following in grammar.classes["areas"]:
        return leads_past_area(grammar, words, k + 1, high)
    known = grammar.is_in("bodies", following) or grammar.actor(words, k + 1) is not None
    known = known or following in grammar.classes["post-prepositions"]  # ‹الباحث في شؤون جنوب السودان›
    known = known or (word == "في" and (following in grammar.places or leads_to_name(grammar, words, k + 1, high)))
    placed = grammar.is_in("places", following) or precedes_name(grammar, words, k + 1, high)
    known = known or (word == "في" and placed)
    return known or (word == "في" and following.startswith("ال") and not grammar.actor(words, k - 1))


def _past_relative(grammar: Grammar, words: Words, at: int, high: int) -> int:
    """The token after whose relative or lawyer somebody is (والد السودانية نورا حسين، محامي الوزير السابق إريك فورت),
    else the one after the post."""
    k = at + 1
    if words.word[at] not in grammar.classes["kinship"] or k >= high:
        return k
    if words.word[at] in _LAWYERS and words.word[k].startswith("ال") and grammar.is_post(words.word[k]):
        client = read_post(grammar, words, k, high)
        own = client.name is None or words.word[client.name[0] - 1] in _PERSONAL
        return k if own else client.high
    name = k + (words.word[k] in grammar.nationalities)
    end = name_end(grammar, words, name, high) if name < high and words.mention[name] < 0 else name
    return end if end > name else k


def _takes_complement(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a post has a free preposition after it, also past its adjective (المشرف العام على)."""
    if words.word[k] in _GENERAL and k > 0:
        k -= 1
    return words.word[k] in grammar.classes["post-complements"]


def holds_several(grammar: Grammar, word: str) -> bool:
    """Whether a post is the plural or dual of one (المسؤولون, المراقبين, ممثلو, أستاذان): its holders are no person."""
    return any(
        word.endswith(ending) and grammar.is_post(word.removesuffix(ending)) for ending in ("ون", "ين", "و", "ات", "ان")
    )
