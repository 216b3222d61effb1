"""Presents with ل that go on with a story (ثم عاد ليؤكد أن؛ سئل عن ذلك، ليرد:), where others tell a purpose."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break
from bayan.extract.words import Words
from bayan.lexicon import CueForm

LAM = "ل"
CLAUSAL = ("an", "colon", "quote")
"""What follows a saying; before an object (لتؤكد رسالة طهران) nobody speaks."""
LONGEST_WAY = 25
"""Tokens within which what somebody did who then speaks must stand."""


def is_purpose(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """Whether a present with ل tells what for, and not what somebody said next."""
    if form.conjunction != LAM:
        return False
    if at == low or form.form.pronoun:
        return True
    if is_break(words.word[at - 1]) or words.quote[at - 1] >= 0:
        return False
    way = words.word[max(low, at - LONGEST_WAY) : at]
    return not any(word.removeprefix("و") in grammar.classes["comes-to-speak"] for word in way)


def is_continuation(grammar: Grammar, word: str) -> bool:
    """Whether a word is a present of saying with ل."""
    return word.startswith(LAM) and any(form.conjunction == LAM for form in grammar.readings(word))
