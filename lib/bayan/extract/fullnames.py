"""Full names: whom an article calls by a surname alone, found where it names the same person in full without a title
(وعمد ناصيف البياوي مدرب الفريق إلى تغيير الخطة … وقال البياوي)."""

from __future__ import annotations

from bayan.extract.appositions import with_apposition
from bayan.extract.grammar import Grammar
from bayan.extract.name_words import is_fence, is_name_word
from bayan.extract.names import name_end
from bayan.extract.phrases import NounPhrase
from bayan.extract.words import ALI, ON, SONS, Words

_LETTERS = "يتولبف"
"""With these an unknown word may be a verb, or have something attached."""
LONGEST = 6
"""Words of a full name."""


def find_full_name(grammar: Grammar, words: Words, name: str) -> NounPhrase | None:
    """The first full name of a field that ends in a surname, else the one that begins with a first name, with the post
    that follows it."""
    return _with_surname(grammar, words, name) or _with_first_name(grammar, words, name)


def _with_first_name(grammar: Grammar, words: Words, name: str) -> NounPhrase | None:
    """‹كتبت ساندي بلامبيد، ابنة لويز، … وقالت ساندي›: the only full name that begins so and ends before a fence."""
    found: dict[str, NounPhrase] = {}
    for at, word in enumerate(words.word):
        if word != name or words.mention[at] >= 0 or not _is_name(grammar, name):
            continue
        end = name_end(grammar, words, at, len(words.word))
        if end > at + 1 and words.word[at + 1] in grammar.classes["homographs"]:
            continue  # ‹فرد بشار قول من سأله›
        if end > at + 1 and is_fence(grammar, words, end) and words.quote[at] == words.quote[end - 1]:
            found.setdefault(words.text(at, end), NounPhrase(at, end, "name", name=(at, end)))
    only = next(iter(found.values())) if len(found) == 1 else None
    return with_apposition(grammar, words, only, len(words.word), tight=True) if only else None


def _is_name(grammar: Grammar, word: str) -> bool:
    other = grammar.is_common(word) or grammar.is_post(word) or word in grammar.finite
    return not (other or word.startswith("ال") or word in grammar.classes["networks"])


def _with_surname(grammar: Grammar, words: Words, surname: str) -> NounPhrase | None:
    if not _is_surname(grammar, surname):
        return None
    for at, word in enumerate(words.word):
        if word != surname or at == 0 or words.quote[at] != words.quote[at - 1]:
            continue
        start = _name_start(grammar, words, at)
        if start < at:
            name = NounPhrase(start, at + 1, "name", name=(start, at + 1))
            return with_apposition(grammar, words, name, len(words.word), tight=True)
    return None


def _is_surname(grammar: Grammar, word: str) -> bool:
    """Whether nobody else can be meant by a word: no relative (الأب), no native (الإسباني), no rank (أكبر)."""
    bare = word.removeprefix("ال")
    other = grammar.is_common(bare) or grammar.is_in("kin", bare) or grammar.is_in("ranked", word)
    return not other and word not in grammar.nationalities and word not in grammar.kin and word[0] not in "ول"


def _name_start(grammar: Grammar, words: Words, at: int) -> int:
    """The first word of the name that ends at a token: a given name, or a word that is nothing else."""
    start = at
    while start > 0 and at - start < LONGEST - 1 and _may_precede(grammar, words, start - 1):
        start -= 1
    while start < at and words.word[start] in SONS:
        start += 1
    return start


def _may_precede(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a word belongs to the name that goes on after it; before a given name only another one does."""
    word, following = words.word[k], words.word[k + 1]
    given = grammar.given_names
    if word in grammar.classes["post-prepositions"] and any(
        grammar.is_in("bare-posts", other) for other in words.word[max(0, k - 2) : k]
    ):
        return False  # ‹كريس فيليرز المتحدث باسم بوينغ›
    barred = word == ON or word in grammar.finite or word in grammar.classes["clause-openers"]
    if barred or words.mention[k] >= 0:
        return False
    if word in SONS or word in given or word == ALI:
        return True
    if following in SONS or following in given or len(word) < 3 or word[0] in _LETTERS:
        return False
    other = ("posts", "honorifics", "sources", "media", "bodies")
    if word.startswith("ال") or grammar.is_post(word) or grammar.is_in_any(other, word):
        return False
    return is_name_word(grammar, words, k, first=True)
