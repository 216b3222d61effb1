"""Whom a post serves: whether a name after it is that of its holder, or of another whom the holder works for."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.stems import without_li
from bayan.extract.words import GOD, Words
from bayan.records import Actor
from bayan.text import fold_text

_SIGN = ("ايه", GOD)
_PLURALS = ("ون", "ين", "ات")


def serves(grammar: Grammar, words: Words, at: int, k: int) -> bool:
    """Whether a post without the article is that of somebody who serves or supports the holder of another, whom the
    name after it names (مستشار للرئيس السوري بشار الأسد)."""
    if words.word[at].startswith("ال"):
        return False
    inner = (without_li(words.word[j]) for j in range(at + 1, k) if words.word[j].startswith("لل"))
    return any(grammar.is_post(word) and not word.endswith(_PLURALS) for word in inner)


def is_anothers(grammar: Grammar, words: Words, at: int, k: int, person: Actor) -> bool:
    """Whether a known name belongs to whom a post serves (محامي ترامب، المتحدثة باسم المستشارة الألمانية أنغيلا ميركل),
    who has held the inner post and not the outer one."""
    before, served = words.word[k - 1], words.has_clitic(k) and words.word[k][0] == "ل"  # ‹المستشار القانوني لترامب›
    body = before in grammar.classes["bodies"] and words.mention[k - 1] < 0
    if served or before in grammar.classes["post-prepositions"] or body:
        return True  # ‹الوزير السابق في حكومة فرانسوا هولاند›
    if k == at + 1 or all(grammar.is_in("honorifics", word) or word in _SIGN for word in words.word[at + 1 : k]):
        return words.word[at] in grammar.classes["relational-posts"]  # ‹ممثل آية الله علي خامنئي›
    if serves(grammar, words, at, k):
        return True
    if not grammar.is_in("relational-posts", words.word[at]) and words.word[at + 1] != "مكتب":
        return False
    if any(words.word[j] in grammar.classes["families"] for j in range(at + 1, k)):
        return True
    held = {fold_text(tenure.role_ar).split()[0].removeprefix("ال") for tenure in person.tenures}
    inner = (
        words.word[j].removeprefix("ال").removeprefix("ل") for j in range(at + 1, k) if grammar.is_post(words.word[j])
    )
    return words.word[at].removeprefix("ال") not in held and any(post in held for post in inner)
