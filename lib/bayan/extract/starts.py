"""Where a noun phrase that can speak may begin."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.verbs import follows_a_verb
from bayan.extract.words import GOD, Words

_SELFSAME = frozenset({"نفس", "ذات"})
_SPEAKERS = ("bodies", "media", "sources")
_SAYING = (*_SPEAKERS, "documents")


def names_speaker(grammar: Grammar, noun: str) -> bool:
    """Whether a noun begins the name of somebody who can speak (وزير الدفاع، حزب القوات)."""
    return grammar.is_post(noun) or grammar.is_in_any(_SPEAKERS, noun)


def can_start(grammar: Grammar, words: Words, at: int) -> bool:
    word = words.word[at]
    if word in grammar.fences or word == GOD:
        return False
    if words.mention[at] >= 0 or (words.opens_quote(at) and words.quote_end(at) - at > 1):
        return True
    if word.startswith("و") and (grammar.is_post(word[1:]) or grammar.is_in("bodies", word[1:])):
        return False
    if is_kin(grammar, words, at):
        return True
    if word.endswith("ا") and not word.endswith("ها") and grammar.is_in("bare-posts", word[:-1]):
        return _is_made_accusative(grammar, words, at)  # ‹لكن متحدثا رسميا قال›, but ‹قال متحدثا بالعربية›
    if (
        word in grammar.stops
        or word.removeprefix("و") in grammar.classes["prepositions"]
        or word in grammar.classes["adverbials"]
        or (word.startswith("وال") and not grammar.is_post(word))
        or (word.startswith("فال") and _is_noun(grammar, word[1:]))
        or (word.endswith("ا") and _tells_how(grammar, words, at))
        or grammar.has_preposition(words, at)
    ):
        return False
    if not word.startswith(("سي", "ست")):
        return True
    known = grammar.is_in("sources", word) or grammar.is_post(word)  # ‹سياسيون، سيناتور›
    named = word in words.names or word in grammar.name_words or not grammar.is_imperfect(word[1:])
    return known or named or follows_a_verb(grammar, words, at)


def _tells_how(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a participle in the accusative tells how something is said (كتب مغردا «…»), and no post stands here after
    what makes it an accusative (لكن مغردا سعوديا قال)."""
    says = any(form.form.shape == "participle" for form in grammar.readings(words.word[at]))
    return says and not _is_made_accusative(grammar, words, at)


def _is_made_accusative(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether ‹لكن› or ‹إن› stands before a noun, which is its subject then."""
    before = words.word[at - 1] if at else ""
    return before in grammar.classes["adversatives"] or grammar.is_complementizer(before)


def _is_noun(grammar: Grammar, word: str) -> bool:
    """Whether a definite word is a known noun (فالإحصائيات) and no name that is spelt like one (فالح)."""
    return names_speaker(grammar, word) or grammar.is_in("documents", word) or grammar.is_common(word[2:])


def is_kin(grammar: Grammar, words: Words, at: int) -> bool:
    """Right after a verb of saying: somebody's relative, friend or lawyer (قالت والدتها، قال محاميه)."""
    if words.word[at] not in grammar.kin or words.is_feminine(at):
        return False
    before = words.word[at - 1] if at else ""
    attributed = before.removeprefix("و") in grammar.classes["attribution-words"] or before == "ووفق"  # ‹بحسب محاميه›
    pointing = bool(grammar.pointing_readings(before)) or attributed  # ‹وفق ما قالته خطيبته›
    return pointing or follows_a_verb(grammar, words, at)


def is_selfsame(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether ‹the same› stands before somebody or something that speaks (نفس المصدر، ذات التقرير)."""
    if at + 1 >= len(words.word) or words.word[at] not in _SELFSAME:
        return False
    return grammar.is_in_any(_SAYING, words.word[at + 1])
