"""First words of names: none begins with a preposition or conjunction, a noun of somebody's, a verb and its object."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.verbs import follows_a_verb, tells_purpose
from bayan.extract.words import OWNED, Words

_ATTACHED = "وفبل"
_THEIRS = ("ها", "هم")
_THEM = ("تها", "تهم")
"""Objects of a feminine past (سألتها كاري)."""
_IT = "ته"
SHORTEST_OWNED = 5
SPEAKING = ("bodies", "media", "sources", "documents")
SHORTEST_FOREIGN = 3
"""Letters of a foreign given name without its first one."""


def may_begin(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether nothing is attached to the first word of a name, and it is no particle with its conjunction (فإنه)."""
    word = words.word[k]
    if word in grammar.classes["never-names"] or _has_hamza_behind_lam(words, k):
        return False  # ‹المدير الفني لآرسنال›
    if word[0] in _ATTACHED and len(word) > 2 and is_particle(grammar, word[1:]):
        return False
    if word[0] in "بل" and word not in grammar.classes["l-words"] and grammar.is_act_noun(word[1:]):
        return False  # ‹قامت بسحب جملتها، في اجتماع لتدارس القضية›
    if word[0] == "ل" and word.endswith(OWNED) and len(word) > 5 and not words.is_feminine(k):
        return False  # ‹قالت لمتابعيها إن›
    if _leads_to_somebody(grammar, word) or _has_owner_or_object(words, k):
        return False
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    beside_verb = follows_a_verb(grammar, words, k) or following in grammar.finite
    if tells_purpose(grammar, words, k) and not beside_verb:
        return False  # ‹عاد السفير ليجلس›, but ‹وأوضح ليجري أن، إلا أن ليجري قال›
    closed = k > 0 and words.quote[k - 1] >= 0 > words.quote[k]  # ‹وصف السفير الأمر "بالمهزلة" وترك القاعة›
    joined = word.startswith("و") and (len(word) > 4 or closed or grammar.is_common(word[1:]))
    return not (grammar.has_preposition(words, k) or joined)


def _has_hamza_behind_lam(words: Words, k: int) -> bool:
    """Whether ل stands before a hamza (لآرسنال، لأرامكو): it is attached, in names an alef follows it (لافروف)."""
    first = words.folded.origin(words.start[k])
    return words.word[k].startswith("لا") and words.folded.original[first + 1 : first + 2] in ("آ", "أ", "إ")


def _leads_to_somebody(grammar: Grammar, word: str) -> bool:
    """Whether ل or ب stands before a given name (لباولو), or ف before somebody who speaks (فبعض الأشخاص، فطالب)."""
    rest = word[1:]
    if word[0] in "بل":
        return len(rest) > 2 and rest in grammar.given_names and word not in grammar.classes["l-words"]
    return word[0] == "ف" and (grammar.is_in("sources", rest) or grammar.is_post(rest))


def _has_owner_or_object(words: Words, k: int) -> bool:
    """Whether a noun with a pronoun has its adjective behind it (عدوها اللدود), or a verb its subject (أتاحته فيزا)."""
    word = words.word[k]
    if len(word) < SHORTEST_OWNED or words.is_feminine(k):
        return False
    if word.endswith(_THEM) or (word.endswith(_IT) and word[0] == "ا"):
        return True
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    return word.endswith(_THEIRS) and following.startswith("ال")


def is_particle(grammar: Grammar, word: str) -> bool:
    """Whether a word is one of a closed class: a particle, auxiliary, demonstrative or complementizer."""
    classes = grammar.classes
    listed = (
        word in grammar.stops
        or word in classes["never-names"]
        or word in classes["auxiliaries"]
        or word in classes["demonstratives"]
    )
    return listed or grammar.is_complementizer(word)


def is_foreign(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether what begins like a preposition is a name: a surname stands behind it, and without its first letter it is
    no word of the language (لورين العيسى, but لوزارة الداخلية)."""
    rest, surname = words.word[at][1:], words.word[at + 1] if at + 1 < len(words.word) else ""
    known = grammar.is_common(rest) or grammar.is_act_noun(rest) or grammar.is_post(rest) or rest in grammar.name_words
    known = known or rest.startswith(("ال", "ل")) or rest.endswith(OWNED) or grammar.is_in_any(SPEAKING, rest)
    return not known and len(rest) > SHORTEST_FOREIGN and surname.startswith("ال") and surname.endswith("ي")
