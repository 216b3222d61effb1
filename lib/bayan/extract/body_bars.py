"""Bars: what cannot belong to the name of a body and so ends it."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break
from bayan.extract.words import GOD, Words

_OTHERS = ("احد", "احدي", "قول")
"""Words that begin another phrase (صحيفة ملييت أحد محرريها، نقلت الوكالة قول الوزير)."""
_KINDS = ("bodies", "media")
_ADJECTIVE = ("ي", "يه")
LONGEST_QUOTED = 5
"""Tokens of a body's name in quotation marks."""


def bars_body(grammar: Grammar, words: Words, k: int, closed: bool) -> bool:
    """Whether a token cannot belong to the name of a body; one that a mention or a short quotation covers may."""
    if closed and words.opens_quote(k) and words.quote_end(k) - k > LONGEST_QUOTED:
        return True  # ‹قالت هيئة الأرصاد الجوية "القوات ستنسحب من المدينة"›
    word, classes = words.word[k], grammar.classes
    complete = not closed and words.word[k - 1] in grammar.nationalities
    if words.opens_quote(k) or words.mention[k] >= 0:
        return complete and words.mention[k] >= 0 and not words.has_clitic(k)  # ‹حظرت محكمة مصرية حركة حسم›
    if is_break(word) or grammar.is_complementizer(word) or word in classes["relatives"] or word in _OTHERS:
        return True
    if complete and (grammar.is_definite(word) or grammar.is_in("bodies", word)):
        return True  # ‹قدمت محكمة برازيلية الالتماس›
    if not closed and _is_described(grammar, words, k) and _begins_other(grammar, word):
        return True  # ‹أعلن لقناة تلفزيونية مقتل شخص›
    if word.startswith("بال") and grammar.is_common(word[3:]) and not _is_place(grammar, word[3:]):
        return words.word[k - 1] not in classes["purposes-by"]  # ‹جامعة فلوريدا بالجهة الأخرى›, but ‹الرفق بالحيوان›
    if word in classes["entourage"] or _tells_act(grammar, words, k) or _leads_to_clause(grammar, words, k):
        return True
    main = words.opens_main(k, named=True)  # ‹وبحسب استطلاع مؤسسة إيفوب فإنه›
    counted = word.startswith("ال") and grammar.is_in("counters", word)  # ‹ونصحت السلطات المئات ممن›
    barred = closed and (word in classes["decided"] or counted or _prays(words, k))
    barred = barred or (word in classes["holders"] and not grammar.is_in("bodies", words.word[k - 1]))
    return main or barred or _governs(grammar, words, k)


def _tells_act(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether ب leads to what a body does, not to what it is for (اتهام الشرطة بإجراء تحقيقات, but المعنية بتنظيم)."""
    act, before, classes = words.word[k][1:], words.word[k - 1], grammar.classes
    if words.word[k][0] == "ب" and grammar.is_complementizer(act):
        return True  # ‹تعهدت شرطة نيويورك بألا›
    by = words.word[k][0] == "ب" and act not in classes["leaderships"] and not grammar.is_in("bodies", act)
    return by and grammar.is_act_noun(act) and not act.startswith("ال") and before not in classes["purposes-by"]


def _leads_to_clause(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether ل leads to what a body says, with its clause soon behind (اضطرت الحكومة للإعلان صراحة أنه)."""
    if not words.word[k].startswith("لل") or words.word[k] not in grammar.infinitives:
        return False
    told = words.word[k + 1 : k + 3]
    return any(grammar.is_complementizer(word) for word in told)


def _is_described(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a noun of bodies has an indefinite adjective behind it, which ends right before a token."""
    noun, before = k - 2, words.word[k - 1]
    noun -= before.startswith("و") and words.word[noun].endswith(_ADJECTIVE)  # ‹وسائل إعلام مصرية وعربية نبأ›
    return noun >= 0 and before.endswith(_ADJECTIVE) and grammar.is_in_any(_KINDS, words.word[noun])


def _begins_other(grammar: Grammar, word: str) -> bool:
    """Whether an indefinite noun is somebody or an act, which belongs to no indefinite body before it."""
    other = grammar.is_in("sources", word) or grammar.is_post(word) or grammar.is_act_noun(word)
    other = other or word in grammar.classes["news-of"]
    return other and not word.startswith("ال")


def _prays(words: Words, k: int) -> bool:
    """Whether God is named here and not a servant of his (هيئة كبار العلماء: الله نسأل …, but محمد العبد الله)."""
    return words.word[k] == GOD and not words.word[k - 1].endswith("عبد")


def _governs(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether an adjective leads to a free preposition or a pronoun, and so no longer belongs to a name."""
    if words.word[k] not in grammar.classes["governing"] or k + 1 >= len(words.word):
        return False
    following = words.word[k + 1]
    return following in grammar.classes["prepositions"] or following in grammar.stops


def _is_place(grammar: Grammar, word: str) -> bool:
    return word in grammar.classes["areas"] or grammar.is_in("bodies", word)
