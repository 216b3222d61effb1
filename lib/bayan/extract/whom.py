"""Whom: of the noun phrases behind a verb that has an object, whether the first is the object or the subject (حث الأمين
العام الأطراف على)."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.before import subject_before
from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.object_starts import joint_end
from bayan.extract.phrases import NounPhrase
from bayan.extract.prepositional import prepositional_end
from bayan.extract.words import OWNED, Words
from bayan.lexicon import CueForm

_SELVES = frozenset({"نفسه", "نفسها", "انفسهم"})
"""Behind a subject: what a verb is done to (تصف الجماعة نفسها بأنها محايدة)."""


def is_addressee(
    grammar: Grammar, words: Words, form: CueForm, phrase: NounPhrase, at: int, content: int, low: int
) -> bool:
    """Of two noun phrases the first is the subject; a lone one is the object where the verb must have one, where a
    subject stands before it, or where the sentence already has a speaker."""
    if subject_before(grammar, words, at, low) is not None:
        return True
    if words.word[phrase.high] in _SELVES:
        return False
    first = words.word[content]
    if words.opens_quote(content) and first[0] not in "بل" and first not in grammar.classes["prepositions"]:
        return False  # ‹وحض الأمين العام "جميع الأطراف على وقف القتال"›
    if _has_another(grammar, words, phrase.high, content):
        return False
    if _shows_subject(grammar, words, phrase.low):
        return form.cue.needs_object and words.word[content].startswith("ب")  # ‹واتهم المسؤولون بارتكاب›: a passive
    called = words.word[phrase.low] in grammar.classes["called-upon"]  # ‹ودعا المجتمع الدولي إلى›
    holder = phrase.post is not None and phrase.name is not None  # ‹حثت السفيرة، نيكي هالي، على تبنيه›
    if holder and not form.conjunction and form.form.shape == "past" and not words.word[content].startswith("ب"):
        return False
    return (form.cue.needs_object or called) and words.word[content] != ":"


def is_whom(grammar: Grammar, words: Words, form: CueForm, subject: NounPhrase, k: int) -> bool:
    """Whether the one noun before what a verb needs is its object (قال إن الخطة فشلت، وحمّل المعارضة المسؤولية)."""
    alone = all(is_comma(word) for word in words.word[subject.high : k])
    needs = form.cue.needs_object and not form.form.pronoun and not _shows_subject(grammar, words, subject.low)
    return needs and alone and k < len(words.word) and words.word[k] in form.cue.needs


def _shows_subject(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a plural of people shows by its ending that it is a subject (مسؤولون أوروبيون، ممثلو الادعاء)."""
    word = words.word[k]
    people = word.removesuffix("ن") + "ن" if word.endswith(("و", "ون")) else ""
    return people != "" and words.mention[k] < 0 and grammar.is_in("sources", people)


def _has_another(grammar: Grammar, words: Words, k: int, content: int) -> bool:
    """Whether another noun phrase stands between the one that ends here and what is said."""
    k = skip_adverbials(grammar, words, k, content)
    if k < content and words.word[k].startswith("و"):
        k = skip_adverbials(grammar, words, joint_end(grammar, words, k, content), content)
    if k < content and words.word[k] in grammar.classes["prepositions"]:  # ‹عشرات المواطنين من المدينة، الشركة›
        comma = next((j for j in range(k, content) if is_comma(words.word[j])), None)
        k = prepositional_end(grammar, words, k, content) if comma is None else comma
        k += words.word[k - 1] in grammar.classes["demonstratives"]  # ‹في هذه الجلسة›
        k = skip_adverbials(grammar, words, k, content)
    while k < content and words.word[k].startswith("لل") and words.mention[k] < 0:
        k += 1  # ‹شركة الإمارات للاتصالات شبكة›
    if k >= content or words.word[k] in grammar.classes["prepositions"] or grammar.has_preposition(words, k):
        return False
    return _is_noun(grammar, words, k) or read_phrase(grammar, words, k, content) is not None


def _is_noun(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a noun begins here that nobody knows: with an article, a quantity, number or demonstrative before it, a
    pronoun after it (حث الرئيس أنصاره), or a definite noun (وصف الباحث باب العقوبات بأنه)."""
    word = words.word[k]
    quantity = word in grammar.classes["determiners"] or word in grammar.classes["numerals"] or word.isdigit()
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    governs = word in grammar.classes["common-nouns"] and following.startswith("ال")
    return word.startswith("ال") or quantity or governs or (word.endswith(OWNED) and grammar.is_common(word))
