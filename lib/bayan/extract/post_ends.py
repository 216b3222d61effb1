"""Where a post ends: before verbs, clauses, media and speech, and before the object of its verb."""

from __future__ import annotations

from bayan.extract.descriptions import is_their_act, is_time_noun
from bayan.extract.grammar import Grammar
from bayan.extract.name_words import is_verb
from bayan.extract.names import name_end
from bayan.extract.qualities import is_adjective, is_thing, tells_no_office
from bayan.extract.stems import without_li
from bayan.extract.words import Words
from bayan.records import SpeakerKind

LINKS = ("عن", "الي", "في", "من")
"""Prepositions that some posts have after them."""
_PLURAL = ("ين", "ون", "ات", "ان")
LONGEST_QUOTED = 5
"""Tokens of a body's name in quotation marks."""


def begins_another(grammar: Grammar, words: Words, at: int, k: int, high: int) -> bool:
    """Whether a medium stands here, or a state behind a nationality (دعا وزير المال الأمريكي الصين إلى)."""
    actor = grammar.actor(words, k)
    state = actor is not None and actor.kind is SpeakerKind.STATE and not words.has_clitic(k)
    state = state and words.word[k - 1] in grammar.nationalities
    return state or (grammar.medium_end(words, k, high) > k and not _is_named_after(grammar, words, at, k, high))


def _is_named_after(grammar: Grammar, words: Words, at: int, k: int, high: int) -> bool:
    """Whether what is spelt like a medium belongs to a post: a name follows it (المدير العام للموقع مارك زوكربرغ), or
    somebody is sent there (مبعوث الأمم المتحدة للشرق الأوسط)."""
    if not words.word[k].startswith("لل"):
        return False
    return grammar.is_in("envoys", words.word[at]) or name_end(grammar, words, k + 1, high) > k + 2


def is_object_place(grammar: Grammar, words: Words, at: int, k: int, tight: bool) -> bool:
    """A capital after a closed post is the object of the verb (اتهم المسؤولون الأميركيون موسكو), but no adjective of a
    woman's post (الناشطة السعودية), nor of its complement where the verb has no object (أكد مدير الجمارك السعودية)."""
    if words.word[k] in grammar.nationalities and (words.is_feminine(at) or not tight):
        return False
    return words.word[k] in grammar.places and words.word[k] not in words.names


def ends_post(grammar: Grammar, words: Words, at: int, k: int, tight: bool) -> bool:
    """Punctuation, stop words, verbs, clauses and media end a post; with ``tight`` a further definite noun too."""
    word = words.word[k]
    if word in grammar.classes["incumbent"] and not is_time_noun(grammar, words, k - 1):
        return False  # ‹مدير المتحف الحالي، خالد السالم›, but ‹قال مدير في الشهر الحالي›
    if word in grammar.post_ends or is_verb(grammar, words, k) or word in grammar.classes["heading"]:
        return True  # ‹انتقد خادم أواخر الشهر، قيادي باتحاد يرأسه القرضاوي› too
    if word.startswith("و") and _are_sources(grammar, word[1:]):
        return True  # ‹قال رئيس بلدية المدينة ومصدران بالشرطة›
    if k == at + 1 and _is_told(grammar, words, k):
        return True  # ‹قال الضابط للرجل›, but ‹النائب الأول للرئيس›
    if word in LINKS and _is_day(grammar, words, k + 1):
        return True  # ‹المتحدث باسم الوزارة في غزة في الثلاثين من مارس›
    if opens_speech(words, k) and not grammar.is_in("bodies", words.word[k - 1]):
        return True  # ‹قال المدير التنفيذي للشركة «ستبقى الأسعار منخفضة لفترة طويلة»›
    if (k > at + 1 and word in grammar.classes["agencies"]) or is_time_noun(grammar, words, k):
        return True
    return tight and _begins_object(grammar, words, at, k)


def _is_day(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a day of a month stands here (الثلاثين من مارس)."""
    return words.word[k + 1 : k + 2] == ("من",) and words.word[k] in grammar.classes["ordinals"]


def _is_told(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether ل leads from the noun behind a verb to people who are told something (قال الضابط للرجل), or a body that
    somebody without an office tells it (قالت الفتاة للشرطة, but المدير للشركة)."""
    word = words.word[k]
    if k < 2 or word[0] != "ل" or words.word[k - 2] not in grammar.finite:
        return False
    if grammar.is_in("media", word[1:]):
        return True  # ‹أضافت الناشطة لمراسل بي بي سي›
    people = without_li(word)
    one = people.removeprefix("ال")
    teller = words.word[k - 1].removeprefix("ال")
    body = grammar.is_in("bodies", people)
    outside = body and words.word[k - 1] != teller and tells_no_office(grammar, teller)
    barred = grammar.is_in("relational-posts", words.word[k - 1]) or (body and not outside)
    known = outside or grammar.is_post(people)
    known = known or any(grammar.is_in("sources", noun) for noun in (one, one[:-2] + "ون"))
    return word.startswith("لل") and known and not barred


def _are_sources(grammar: Grammar, word: str) -> bool:
    """Whether a word means several sources, who hold no post."""
    several = word in grammar.classes["plural-sources"] or word.endswith(("ون", "ان"))
    return several and word in grammar.classes["sources"]


def _begins_object(grammar: Grammar, words: Words, at: int, k: int) -> bool:
    """Whether a definite noun here belongs to the verb and not to the post before it."""
    word, before, classes = words.word[k], words.word[k - 1], grammar.classes
    if word in grammar.given_names:
        return False  # ‹أكد المهاجم الدولي الكسندر لاكازيت رغبته›
    led = before in classes["post-prepositions"] or before in classes["prepositions"]  # ‹المنسق في المدينة›
    led = led or (k > at + 1 and grammar.has_preposition(words, k - 1))
    led = led or (grammar.is_in("bodies", before) and not before.startswith("ال"))  # ‹النائب السابق عن حزب العمال›
    if before.startswith("ال") and not led and is_their_act(grammar, words, k):
        return True  # ‹أكد زعيما الكوريتين التزامهما بالسلام›
    both_definite = words.word[at].startswith("ال") and word.startswith("ال") and not led
    closed = before in grammar.nationalities and word.startswith("ال")  # ‹دعا الرئيس التركي الدول إلى›
    further = is_adjective(grammar, word) or grammar.is_in("ordinals", word) or is_title(grammar, word)
    further = further or word in classes["qualities"] or word in classes["epithets"]
    further = further and not _are_others(grammar, words, at, k)
    if before.startswith("ال") and not (led or further or grammar.is_post(word)) and is_thing(grammar, word):
        return True  # ‹انتقد وزير الخارجية السياسة الإيرانية›
    return (both_definite or closed) and not (further or (closed and grammar.is_post(word)))


def _are_others(grammar: Grammar, words: Words, at: int, k: int) -> bool:
    """Whether people of a nation or party stand behind a single holder, whom they do not describe (دعا الوزير السوريين
    إلى, دعا الرئيس الأمريكي الجمهوريين إلى)."""
    word, post, before = words.word[k], words.word[at], words.word[k - 1]
    single = post.startswith("ال") and not post.endswith(_PLURAL)
    described = k == at + 1 or (is_adjective(grammar, before) and not before.endswith(_PLURAL))
    return word.endswith("يين") and single and described


def opens_speech(words: Words, k: int) -> bool:
    """Whether a quotation opens that is too long for the name of a body."""
    return words.opens_quote(k) and words.quote_end(k) - k > LONGEST_QUOTED


def is_title(grammar: Grammar, word: str) -> bool:
    """Whether a word before a name tells a rank and belongs to no office."""
    return grammar.is_in("honorifics", word) or word in grammar.classes["grades"]
