"""Unnamed sources: people and media who are counted, described or somebody's (ثلاثة مسؤولين، مصدر حكومي، مقربوه)."""

from __future__ import annotations

from bayan.extract.appositions import with_apposition
from bayan.extract.cases import are_subjects, are_theirs
from bayan.extract.descriptions import source_end
from bayan.extract.grammar import Grammar
from bayan.extract.names import name_end
from bayan.extract.phrases import NounPhrase
from bayan.extract.posts import read_post
from bayan.extract.titled import role_end
from bayan.extract.words import ONE_OF, THEIRS, Words

_OF_THEM = (("منهم",), ("منهن",))
_PERCENT = (("في", "المايه"), ("في", "الميه"), ("ب", "المايه"))
_MORE = ("اكثر", "من")
_COUNTED = ("sources", "media", "bodies")


def read_unnamed(grammar: Grammar, words: Words, at: int, high: int, tight: bool) -> NounPhrase | None:
    """The source without a name that begins at a token, or None; a definite one (المصدر) is left to who asks."""
    word = words.word[at]
    is_source = grammar.is_in("sources", word)
    if (is_source and word.endswith(("هم", "هن"))) or _are_somebodys(grammar, words, at):
        return NounPhrase(at, at + 1, "source")  # ‹نفى بعضهم التهمة، نفى مقربوه الخبر›
    if word in grammar.classes["numerals"] and words.word[at + 1 : at + 2] in _OF_THEM:
        return NounPhrase(at, at + 2, "source")
    if (is_source and not word.startswith("ال")) or _is_accusative(grammar, words, at):
        return _read_indefinite(grammar, words, at, high, tight)
    if not (word.startswith("ال") or grammar.is_post(word)) and are_subjects(grammar, words, at):
        return NounPhrase(at, source_end(grammar, words, at + 1, high, tight), "source")
    counted = _past_count(grammar, words, at, high)
    return NounPhrase(at, source_end(grammar, words, counted, high, tight), "source") if counted > at else None


def _are_somebodys(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a plural of people has a pronoun (مقربوه، معارضوها، انتقادات معارضيه)."""
    word = words.word[at]
    known = word.endswith(THEIRS) and grammar.is_in("sources", word[: word.rindex("و") + 1] + "ن")
    return known or are_theirs(grammar, words, at)


def _is_accusative(grammar: Grammar, words: Words, at: int) -> bool:
    """An unnamed source after ‹لكن› or ‹أن› (لكن مسؤولا حكوميا قال)."""
    word, before = words.word[at], words.word[at - 1] if at else ""
    adversative = before in grammar.classes["adversatives"]
    if not (adversative or grammar.is_complementizer(before)):
        return False
    several = adversative and word.endswith("ين") and grammar.is_in("sources", word[:-2] + "ون")  # ‹لكن منتقدين يقولون›
    return several or (word.endswith("ا") and grammar.is_in("sources", word[:-1]))


def _read_indefinite(grammar: Grammar, words: Words, at: int, high: int, tight: bool) -> NounPhrase:
    """A source noun that is also a post is unnamed unless a personal name follows its description."""
    if grammar.is_post(words.word[at]):
        post = with_apposition(grammar, words, read_post(grammar, words, at, high, tight), high)
        if post.name is not None:
            return post
    source = NounPhrase(at, source_end(grammar, words, at + 1, high, tight), "source")
    single = words.word[at] in grammar.classes["members"] or words.word[at] in ONE_OF
    return _named_at_end(grammar, words, source) if single else source


def _named_at_end(grammar: Grammar, words: Words, source: NounPhrase) -> NounPhrase:
    """‹عضو اللجنة في مجلس الغرف محمد الصقر، أحد سكان المدينة خالد السالم›: the description of a member of bodies, or of
    one of many, with the name in which it ends."""
    for k in range(source.low + 2, source.high - 1):
        given = words.word[k] in grammar.given_names and words.word[k - 1].startswith("ال")
        given = given and words.word[k] not in grammar.classes["post-prepositions"]  # ‹المتحدثين باسم ناسا›
        if given and name_end(grammar, words, k, source.high) == source.high:
            role = (source.low, role_end(grammar, words, source.low + 1, k))
            return source.changed(head="name", name=(k, source.high), post=role)
    return source


def _past_count(grammar: Grammar, words: Words, at: int, high: int) -> int:
    """The token after a number and those who are counted (أكثر من 22 نائبا), or after a share's; else the same one."""
    word = words.word[at]
    first = at + 2 if word == _MORE[0] and words.word[at : at + 2] == _MORE else at
    if first < high and _counts_sources(grammar, words, first, high):
        return first + 2
    return _share_end(words, at, high) if word[0].isdigit() else at


def _counts_sources(grammar: Grammar, words: Words, at: int, high: int) -> bool:
    """‹ثلاثة مسؤولين، 5 مصادر، 22 نائبا›: a number before those who speak."""
    counted = words.word[at] in grammar.classes["numerals"] or words.word[at].isdigit()
    if not counted or at + 1 >= high:
        return False
    word = words.word[at + 1]
    people = word.endswith("ا") and (grammar.is_post(word) or grammar.is_in("sources", word[:-1]))
    return people or grammar.is_in_any(_COUNTED, word)


def _share_end(words: Words, at: int, high: int) -> int:
    """The token after ‹83 % من المشاركين›, ‹57 في المائة من الآباء› or ‹44 في المئة ممن شملهم الاستطلاع›, or ``at``."""
    if not words.word[at].replace(".", "").replace(",", "").isdigit():
        return at
    k = at + 3 if words.word[at + 1 : at + 3] in _PERCENT else at + 1
    asked = words.word[k : k + 1] == ("ممن",) and k + 2 < high and words.word[k + 2].startswith("ال")
    known = k + 1 < high and words.word[k] == "من" and words.word[k + 1].startswith("ال")
    return k + 3 if asked else k + 2 if known else at
