"""Names far behind: a post whose description goes on at length, with the name of its holder at the end."""

from __future__ import annotations

from bayan.extract.adverbials import LONGEST_ASIDE, is_dash, skip_adverbials
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.names import name_end
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.post_ends import is_title
from bayan.extract.posts import holds_several
from bayan.extract.titled import role_end
from bayan.extract.words import Words

_WITHIN = frozenset({"في", "علي", "من", "لدي", "و"})
"""Stop words that a long description may have in it."""
LONGEST_GAP = 4
"""Tokens between somebody and the pronoun that leads to his name."""
_SHORTEST = 2
"""Words of a name that is told from what describes its bearer."""


def with_far_name(grammar: Grammar, words: Words, post: NounPhrase, content: int) -> NounPhrase:
    """A post with the full name that stands right before what its holder says (قال المدير العام والمشرف العام على برامج
    المجتمع في البنك خالد السالم إن), or the same one."""
    if post.head in ("post", "source") and post.name is None:
        told = _with_told_name(grammar, words, post, content)
        if told is not None:
            return told
    if post.head != "post" or post.name is not None or holds_several(grammar, words.word[post.low]):
        return post
    if (named := between_dashes(grammar, words, post, content)) is not None:
        return named
    for k in range(post.high, content - 1):
        titled = k > post.high and is_title(grammar, words.word[k - 1]) and not is_title(grammar, words.word[k])
        if titled or (k > post.high and words.word[k] in grammar.given_names and _is_free(grammar, words, k)):
            end = name_end(grammar, words, k, content)
            if end >= k + _SHORTEST and skip_adverbials(grammar, words, end, content) == content:
                return post.changed(high=end, name=(k, end), post=(post.low, role_end(grammar, words, post.high, k)))
        if _bars(grammar, words, k):
            return post
    return post


def between_dashes(grammar: Grammar, words: Words, post: NounPhrase, content: int) -> NounPhrase | None:
    """A post with the name that stands between two dashes behind it (دعا رئيس المجلس - السفير خالد السالم - إلى)."""
    if post.head != "post" or post.name is not None or post.high + 1 >= content or not is_dash(words, post.high):
        return None
    near = range(post.high + 1, min(content, post.high + LONGEST_ASIDE))
    close = next((k for k in near if is_dash(words, k)), post.high)
    inner = read_phrase(grammar, words, post.high + 1, close) if close > post.high + 1 else None
    named = inner is not None and inner.high == close
    return post.changed(high=close + 1, name=inner.name) if inner is not None and inner.name and named else None


def _with_told_name(grammar: Grammar, words: Words, person: NounPhrase, content: int) -> NounPhrase | None:
    """Somebody with the name that his own description goes on to (قال زميل آخر له، هو خالد السالم، إن)."""
    for k in range(person.high, min(person.high + LONGEST_GAP, content - _SHORTEST)):
        if words.word[k] in grammar.classes["is-called"]:
            end = name_end(grammar, words, k + 1, content)
            named = end > k + _SHORTEST and skip_adverbials(grammar, words, end, content) == content
            called = NounPhrase(person.low, end, "post", name=(k + 1, end), post=(person.low, person.high))
            return called if named else None
    return None


def _is_free(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a given name begins anew behind a comma, a title or what ends a description."""
    before = words.word[k - 1]
    if words.word[k] in grammar.classes["post-prepositions"]:
        return False  # ‹المتحدث … باسم الجيش›
    ends = before.startswith("ال") or words.mention[k - 1] >= 0 or grammar.is_in("honorifics", before)
    ends = ends or (words.is_feminine(k - 1) and words.is_feminine(k - 2))  # ‹المكلف بتشكيل حكومة جديدة عمر الرزاز›
    return is_comma(before) or (ends and words.quote[k] < 0)


def _bars(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether no description of a post goes on over a token: a verb, clause, occasion or channel."""
    word = words.word[k]
    if is_comma(word) or words.mention[k] >= 0:
        return False
    led = words.word[k - 1] in grammar.stops  # ‹في المؤتمر›, but ‹تنفيذ مخرجات الحوار›
    occasion = led and grammar.is_in_any(("venues", "documents"), word)
    occasion = occasion or grammar.is_in("media", word)
    clause = grammar.is_complementizer(word) or word in grammar.classes["relatives"]
    verb = word in grammar.finite and not (word.startswith("ال") or grammar.is_common(word) or grammar.is_post(word))
    occasion = occasion or (grammar.addresses_medium(word) and word[1] != "ل")  # ‹الناشطة لمراسل بي بي سي محمد عثمان›
    return is_break(word) or occasion or clause or verb or (word in grammar.stops and word not in _WITHIN)
