"""Names of posts: the phrase of a post with its holder, told from whomever a place is called after."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.names import name_end
from bayan.extract.phrases import NounPhrase
from bayan.extract.post_ends import is_title
from bayan.extract.served import serves
from bayan.extract.words import Words


def with_last_name(grammar: Grammar, words: Words, phrase: NounPhrase) -> NounPhrase:
    """A post with the full name in which it ends, where an unknown name of a place or body stands before that (مدير
    مطار عدن طارق عبده): not the name of whomever a place is called after (مركز محمد بن راشد)."""
    at, end = phrase.low, phrase.high
    if words.word[at] in grammar.lexicon.classes["kinship"]:
        return phrase  # ‹خطيبة الإعلامي السعودي جمال خاشقجي، خديجة›
    for start in range(at + 2, end - 1):
        given = words.word[start] in grammar.given_names and not grammar.is_in("honorifics", words.word[start])
        if not given or words.mention[start] >= 0:
            continue
        title = start
        while title > at + 1 and is_title(grammar, words.word[title - 1]):
            title -= 1
        before = words.word[title - 1]
        noun = before[1:] if before[0] in "بل" else before
        named_after = noun in grammar.lexicon.classes["dedicated"] or before in grammar.lexicon.classes["patronymics"]
        governs = grammar.is_in("bodies", noun) or grammar.is_post(before) or before in grammar.given_names
        governs = governs or (before[0] == "ل" and grammar.is_act_noun(before[1:]))  # ‹لترشيح المطرب هاني شاكر›
        if not (named_after or governs) and name_end(grammar, words, start, end) == end:
            return named(grammar, words, at, start, end, None)
    return phrase


def named_actor(grammar: Grammar, words: Words, at: int, k: int, high: int, actor_id: str) -> NounPhrase:
    """A post with a known name, which several in the plural have not (وحث المستشارون ترامب على); a given name that the
    text continues (عمر هلال) is somebody else."""
    if k == at + 1 and words.word[at].startswith("ال") and words.word[at].endswith("ون"):
        return NounPhrase(at, k, "post", post=(at, k))
    end = words.mention_end(k)
    longer = name_end(grammar, words, end, min(high, end + 2)) if end - k == 1 and end < high else end
    return named(grammar, words, at, k, longer, actor_id if longer == end else None)


def named(grammar: Grammar, words: Words, at: int, start: int, end: int, actor_id: str | None) -> NounPhrase:
    """The phrase of a post at ``at`` with the name from ``start`` to ``end``; its role is without titles before the
    name."""
    stop = start
    while stop > at + 1 and is_title(grammar, words.word[stop - 1]):
        stop -= 1
    if end <= start:
        return NounPhrase(at, start, "post", post=(at, stop))
    if serves(grammar, words, at, start):
        return NounPhrase(at, end, "post", post=(at, end))
    return NounPhrase(at, end, "post", name=(start, end), post=(at, stop), actor_id=actor_id)
