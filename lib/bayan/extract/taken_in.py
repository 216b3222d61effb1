"""Objects that the phrase of a subject has taken in (اتهم عشرات النواب الحكومة بـ)."""

from __future__ import annotations

from bayan.extract.cases import is_oblique
from bayan.extract.grammar import Grammar
from bayan.extract.name_starts import SPEAKING
from bayan.extract.phrases import NounPhrase
from bayan.extract.qualities import is_adjective
from bayan.extract.words import ANOTHER, Words
from bayan.records import SpeakerKind

_SHORTEST_PROPER = 5
"""Letters of a word that is taken for a name because nothing else is known of it."""


def before_object(grammar: Grammar, words: Words, phrase: NounPhrase, needed: bool) -> NounPhrase:
    """The part of a phrase before the object that it has taken in: a name of the registry after a closed description
    (اتهم المتحدث باسم الوزارة لندن بـ), an agency after any (أبلغ مصدر رويترز أن), or the last of two definite nouns
    (اتهم عشرات النواب الحكومة بـ), a participle only where an object is ``needed`` (طالب عشرات النواب المعارضين بـ)."""
    if needed and phrase.actor_id and phrase.post is not None and _is_somebody(grammar, words, phrase.post):
        return NounPhrase(phrase.low, phrase.post[1], "source")  # ‹نائب فرنسي معارض ديفيد كاميرون›
    if phrase.name is not None or phrase.head not in ("post", "source", "body", "media"):
        return phrase
    for k in range(phrase.low + 1, phrase.high):
        actor = grammar.actor(words, k)
        begins = words.word[k] in grammar.places if actor is None else words.mention[k - 1] != words.mention[k]
        begins = begins and not words.has_clitic(k)  # ‹وصف الأمين العام للأمم المتحدة الأوضاع بأنها›
        agency = words.word[k] in grammar.classes["agencies"]
        if not agency and not (begins and _is_closed(grammar, words, k) and _ends_at(words, k, phrase.high)):
            continue
        if phrase.head == "post" and actor is not None and actor.kind is SpeakerKind.PERSON:
            continue
        return phrase.changed(high=k, post=(phrase.post[0], k) if phrase.post else None)
    k = next((k for k in range(phrase.low + 2, phrase.high) if _begins_another(grammar, words, k)), phrase.high)
    if k < phrase.high:
        return phrase.changed(high=k, post=(phrase.post[0], k) if phrase.post else None)
    k = phrase.high - 1
    several = phrase.head == "source"  # ‹عشرات النواب البريطانيين›, but ‹إدارة ترامب الفلسطينيين›
    while k > phrase.low + 1 and is_adjective(grammar, words.word[k]) and (several or not is_oblique(words.word[k])):
        k -= 1
    sealed = words.mention[k - 1] >= 0 or words.word[k - 1] in ANOTHER  # ‹شركة أخرى الناس›
    sealed = sealed or _is_sealed(grammar, words.word[k - 1]) or _is_proper(grammar, words.word[k - 1])
    second = k > phrase.low + 1 and words.word[k].startswith("ال") and sealed
    participle = words.word[k].startswith("الم") and not grammar.is_in("areas", words.word[k])
    if not second or words.mention[k] >= 0 or (participle and not needed):
        return phrase
    return phrase.changed(high=k, post=(phrase.post[0], k) if phrase.post else None)


def _is_somebody(grammar: Grammar, words: Words, post: tuple[int, int]) -> bool:
    """Whether a post with its adjectives is that of somebody in particular whom nobody names."""
    low, high = post
    told = words.word[low + 1 : high]
    described = any(word in grammar.nationalities or is_adjective(grammar, word) for word in told)
    return described and not any(word.startswith("ال") for word in words.word[low:high])


def _begins_another(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a number begins a further phrase behind a definite noun (اتهم ممثلو الادعاء 11 شخصا بـ), or a name one
    behind a place."""
    number = words.word[k].isdigit() or words.word[k] in grammar.classes["numerals"]
    if words.word[k - 2] == "في" and words.mention[k - 1] >= 0 > words.mention[k]:
        return words.word[k] in grammar.given_names  # ‹اتهم ممثلو الادعاء في بريطانيا ألكسندر بتروف بـ›
    return number and (words.word[k - 1].startswith("ال") or words.mention[k - 1] >= 0)


def _is_proper(grammar: Grammar, word: str) -> bool:
    """Whether a word is hardly anything but somebody's or some place's name (حاكم ولاية فلوريدا السكان)."""
    known = grammar.is_common(word) or grammar.is_act_noun(word) or grammar.is_post(word)
    several = word.endswith("ي")  # ‹مستخدمي السيارات›
    return len(word) >= _SHORTEST_PROPER and not (
        several or known or word in grammar.stops or grammar.is_in_any(SPEAKING, word)
    )


def _ends_at(words: Words, k: int, high: int) -> bool:
    """Whether an actor ends before a token, with those joined to it (دعا الوزير تركيا والسعودية إلى)."""
    end = words.mention_end(k) if words.mention[k] >= 0 else k + 1
    return all(words.word[j].startswith("و") for j in range(end, high))


def _is_closed(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether the noun phrase before a token can end there: with an article, a nationality, a place or a name."""
    word = words.word[k - 1]
    noun = words.word[k - 2] if k > 1 else ""
    people = grammar.is_in("sources", noun) and noun not in grammar.classes["single-sources"]
    adjective = is_adjective(grammar, word) and word not in grammar.stops and not grammar.is_post(word)
    described = people and adjective  # ‹اتهمت دول غربية موسكو›
    return grammar.is_definite(word) or words.mention[k - 1] >= 0 or described or _is_sealed(grammar, word)


def _is_sealed(grammar: Grammar, word: str) -> bool:
    """Whether no further definite noun belongs to a phrase behind a word: with its article, a nationality or a place
    (وناشد سكان صعدة الحكومة)."""
    placed = word in grammar.places or grammar.is_in("places", word)
    return placed or word.startswith("ال") or word in grammar.nationalities
