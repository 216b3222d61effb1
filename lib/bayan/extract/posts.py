"""Posts: a title with its complements and the name that follows it (وزير الخارجية الروسي سيرغي لافروف)."""

from __future__ import annotations

from bayan.extract.bodies import is_adjective, is_time_noun
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.names import is_verb, name_end
from bayan.extract.phrases import NounPhrase
from bayan.extract.words import Words
from bayan.records import SpeakerKind


def read_post(grammar: Grammar, words: Words, at: int, high: int, tight: bool = False) -> NounPhrase:
    """A post with its complement, then a name: the first bare word after a definite one begins the name."""
    closed = words.word[at].startswith("ال")
    k = at + 1
    while k < high:
        actor = grammar.actor(words, k)
        word = words.word[k]
        if actor is not None and actor.kind is SpeakerKind.PERSON:
            if k == at + 1 and words.word[at] in grammar.lexicon.classes["relational-posts"]:
                k, closed = words.mention_end(k), True  # ‹محامي ترامب›: whose lawyer it is
                continue
            return _named_actor(grammar, words, at, k, high, actor.id)
        if grammar.medium_end(words, k, high) > k and not _is_named_after(grammar, words, at, k, high):
            break
        if actor is not None:
            k, closed = words.mention_end(k), True
        elif words.opens_quote(k) and words.quote_end(k) - k <= 5 and not (closed and k > at + 1):
            k, closed = words.quote_end(k), True
        elif _links(grammar, words, at, k, high):
            k, closed = k + 1, False
        elif not closed and _points(grammar, words, k, high):
            k, closed = k + 2, True
        elif _ends_post(grammar, words, at, k, tight) or (closed and _is_place(grammar, words, at, k)):
            break
        elif grammar.is_definite(word) or word in grammar.nationalities:
            k, closed = k + 1, True
        elif word[0] == "ب" and grammar.is_in("places", word[1:]):
            k, closed = k + 1, True  # ‹مدير الجمعية بجدة عمر الجاسر›
        elif _complements(grammar, words, at, k):
            k, closed = k + 1, False
        elif _describes_further(grammar, words, k, high):
            k += 1
        elif word in grammar.lexicon.classes["grades"] and _is_title(grammar, words.word[k - 1]):
            k += 1  # ‹قائد القيادة الفريق أول سعيد القحطاني›
        elif not closed or grammar.is_in("honorifics", word) or _doubles(grammar, words, at, k):
            k, closed = k + 1, closed or words.word[k - 1] in grammar.lexicon.classes["areas"]
        elif grammar.is_post(word) and not words.word[at].startswith("ال"):
            k, closed = k + 1, False
        else:
            return _named(grammar, words, at, k, name_end(grammar, words, k, high), None)
    return NounPhrase(at, k, "post", post=(at, k))


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
    pointing = words.word[k] in grammar.lexicon.classes["demonstratives"]
    return pointing and k + 1 < high and words.word[k + 1].startswith("ال")


def _is_named_after(grammar: Grammar, words: Words, at: int, k: int, high: int) -> bool:
    """Whether what is spelt like a medium belongs to a post: a name follows it (المدير العام للموقع مارك زوكربرغ), or
    somebody is sent there (مبعوث الأمم المتحدة للشرق الأوسط)."""
    if not words.word[k].startswith("لل"):
        return False
    return grammar.is_in("envoys", words.word[at]) or name_end(grammar, words, k + 1, high) > k + 2


def _is_place(grammar: Grammar, words: Words, at: int, k: int) -> bool:
    """A capital after a closed post is the object of the verb (اتهم المسؤولون الأميركيون موسكو), but no adjective of a
    woman's post (الناشطة السعودية)."""
    if words.is_feminine(at) and words.word[k] in grammar.nationalities:
        return False
    return words.word[k] in grammar.places and words.word[k] not in words.names


def _ends_post(grammar: Grammar, words: Words, at: int, k: int, tight: bool) -> bool:
    """Punctuation, stop words, verbs, clauses and media end a post; with ``tight`` a further definite noun too."""
    word = words.word[k]
    if word in grammar.post_ends or is_verb(grammar, words, k):
        return True  # ‹انتقد خادم أواخر الشهر› too
    if (k > at + 1 and word in grammar.lexicon.classes["agencies"]) or is_time_noun(grammar, words, k):
        return True
    linked = words.word[k - 1] in grammar.lexicon.classes["post-prepositions"]
    both_definite = words.word[at].startswith("ال") and word.startswith("ال") and not linked
    return tight and both_definite and not (is_adjective(grammar, word) or grammar.is_in("ordinals", word))


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
    area = word[0] == "ب" and word[1:] in grammar.lexicon.classes["areas"]
    return area or grammar.is_in("bodies", word[1:]) or (definite and not grammar.is_in("addressees", word))


def _doubles(grammar: Grammar, words: Words, at: int, k: int) -> bool:
    """A second post right after the first (نائب وزير); نظيره begins another person."""
    return k == at + 1 and grammar.is_post(words.word[k]) and not words.word[k].startswith("نظير")


def _named_actor(grammar: Grammar, words: Words, at: int, k: int, high: int, actor_id: str) -> NounPhrase:
    """A post with a known name; a given name that the text continues (عمر هلال) is somebody else."""
    end = words.mention_end(k)
    longer = name_end(grammar, words, end, min(high, end + 2)) if end - k == 1 and end < high else end
    return _named(grammar, words, at, k, longer, actor_id if longer == end else None)


def _named(grammar: Grammar, words: Words, at: int, start: int, end: int, actor_id: str | None) -> NounPhrase:
    stop = start
    while stop > at + 1 and _is_title(grammar, words.word[stop - 1]):
        stop -= 1
    if end <= start:
        return NounPhrase(at, start, "post", post=(at, stop))
    return NounPhrase(at, end, "post", name=(start, end), post=(at, stop), actor_id=actor_id)


def _is_title(grammar: Grammar, word: str) -> bool:
    """Whether a word before a name tells a rank and belongs to no office."""
    return grammar.is_in("honorifics", word) or word in grammar.lexicon.classes["grades"]


def _links(grammar: Grammar, words: Words, at: int, k: int, high: int) -> bool:
    """Whether a preposition at k belongs to the post at ``at`` (المتحدث باسم، السفير لدى، مسؤول في)."""
    word = words.word[k]
    if k + 1 >= high or is_break(words.word[k + 1]):
        return False
    if word in grammar.lexicon.classes["post-prepositions"]:
        return True
    following = words.word[k + 1]
    if (
        grammar.is_in("documents", following)
        or grammar.is_in("venues", following)
        or is_time_noun(grammar, words, k + 1)
    ):
        return False
    if (
        word in grammar.lexicon.classes["prepositions"]
        and words.word[k - 1] in grammar.lexicon.classes["post-complements"]
    ):
        return True
    if word == "عن" and grammar.is_in("delegates", words.word[at]):
        return True
    if word == "الي" and grammar.actor(words, k + 1) is not None:
        return grammar.is_in("envoys", words.word[at])
    if word not in ("في", "من"):
        return False
    known = grammar.is_in("bodies", following) or grammar.actor(words, k + 1) is not None
    known = known or (word == "في" and (following in grammar.places or _leads_to_name(grammar, words, k + 1, high)))
    return known or (word == "في" and following.startswith("ال") and not grammar.actor(words, k - 1))


def _leads_to_name(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a place that nobody knows stands before the comma of a name (قائد الشرطة في باندا، علي حسن،)."""
    comma = next((j for j in range(k + 1, min(k + 4, high)) if is_comma(words.word[j])), high)
    if comma + 1 >= high or any(words.word[j] in grammar.stops for j in range(k, comma)):
        return False
    end = name_end(grammar, words, comma + 1, high)
    return end > comma + 1 and end < len(words.word) and is_comma(words.word[end])
