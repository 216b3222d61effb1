"""Agreement: whether a verb and the noun phrase at it can be verb and subject, as far as the noun shows its gender."""

from __future__ import annotations

import re

from bayan.extract.cases import are_theirs, is_oblique
from bayan.extract.grammar import Grammar
from bayan.extract.name_words import is_known_name
from bayan.extract.phrases import NounPhrase
from bayan.extract.starts import is_kin
from bayan.extract.words import Words
from bayan.lexicon import CueForm
from bayan.text import fold_text

_DOERS = re.compile("م...+ي|.ا..ي")
"""Plurals of people in the genitive or accusative, before whose they are (منسوبي الوزارة، سائقي السيارات)."""


def agrees(grammar: Grammar, words: Words, form: CueForm, phrase: NounPhrase) -> bool:
    """A verb right before its subject agrees in gender as far as the noun shows it."""
    if form.form.shape not in ("past", "present") or form.form.number != "s":
        return True
    first = phrase.post[0] if phrase.post else phrase.low
    if form.cue.takes_object and _shows_its_case(grammar, words, phrase.low):
        return False
    judges = form.cue.takes_object or form.cue.explicit
    is_object = judges and form.form.gender == "m" and words.word[first - 2 : first] != ("كل", "من")
    if is_object and _is_feminine_noun(grammar, words, phrase, first):
        return False
    noun_too = judges or grammar.is_common(fold_text(form.form.text))  # ‹أمل مصر في نهضة›
    if phrase.head == "state" and form.form.gender == "m" and words.mention[first] >= 0 and noun_too:
        return _is_masculine_state(grammar, words, first, judges=judges)
    if phrase.post and form.form.gender == "f" and phrase.name is None and not words.is_feminine(first):
        return is_kin(grammar, words, first)
    if form.form.gender == "f" and phrase.head == "source" and _are_men(grammar, words.word[first]):
        return False  # ‹ونصحت سكان المدينة بالبقاء›: they are told
    surname = phrase.head == "name" and words.word[first] in words.surnames  # ‹أكد الربيعة›
    feminine = words.is_feminine(first) and not grammar.is_in("masculine", words.word[first])
    if phrase.actor_id is None and feminine and not surname:
        return form.form.gender == "f" or _is_mans_name(grammar, words, phrase)
    return True


def _is_masculine_state(grammar: Grammar, words: Words, k: int, *, judges: bool) -> bool:
    """Whether a state takes a masculine verb: by its own name or by a noun that stands for it (دعا النظام السوري, but
    دعا الهند إلى); before a verb that ``judges`` nobody some write it before a feminine noun too (أمل الحكومة في)."""
    named = words.word[k]
    noun = named.startswith("ال") and grammar.is_common(named[2:]) and not named.endswith("ات")
    masculine = noun and not (judges and words.is_feminine(k))
    return masculine or named in grammar.classes["masculine-states"]


def disagrees_with_things(grammar: Grammar, noun: str, form: CueForm | None) -> bool:
    """Whether a plural of things is no subject of a masculine verb (قدم وثائق قال إنها)."""
    return form is not None and form.form.gender == "m" and noun in grammar.classes["feminine-plurals"]


def _shows_its_case(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether people are no subject by their ending (وطالب الحوثيين بإلغائه، اتهم معارضيه، هنأ منسوبي الوزارة)."""
    return is_oblique(words.word[k]) or are_theirs(grammar, words, k) or are_doers(grammar, words, k)


def are_doers(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a plural of people before whose they are shows by its ending that it is no subject."""
    word = words.word[k]
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    if _DOERS.fullmatch(word) is None or not following.startswith("ال") or words.mention[k] >= 0:
        return False
    known = grammar.is_post(word) or grammar.is_in("sources", word) or is_known_name(grammar, words, word)
    return grammar.is_common(word[:-1]) and not known and word not in grammar.kin


def _is_mans_name(grammar: Grammar, words: Words, phrase: NounPhrase) -> bool:
    """Whether a verb stands at a name in ة, as some men's end, with an adverbial or its clause right behind (أكد عكاشة
    أن، قال حمودة أمس إن, but ‹يؤكد متانة وضع الشركة، رفض بحجة أنه›)."""
    word = words.word[phrase.low]
    if phrase.head != "name" or word[0] in "بل" or phrase.high >= len(words.word):
        return False
    following = words.word[phrase.high]
    later = not word.startswith("ال") and following in grammar.classes["fenced"]
    return later or grammar.is_complementizer(following)


def _is_feminine_noun(grammar: Grammar, words: Words, phrase: NounPhrase, at: int) -> bool:
    """Whether the noun that a body or government begins with is feminine (الحكومة العراقية, دول الاتحاد)."""
    word = words.word[at]
    is_bare = not (words.has_clitic(at) or grammar.has_preposition(words, at))
    if not is_bare or phrase.head not in ("body", "state", "media", "source"):
        return False
    if words.is_feminine(at):
        return phrase.head != "source" and not grammar.is_in("masculine", word)
    return word.removeprefix("ال") in grammar.classes["feminine-plurals"]


def _are_men(grammar: Grammar, word: str) -> bool:
    """Whether a plural of people takes a masculine verb (سكان، مسؤولون، خبراء)."""
    return word.endswith(("ون", "ين")) or word in grammar.classes["men"]
