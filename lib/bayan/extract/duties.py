"""Holders of posts whose name stands far behind: past what the post is for and where (مسؤول الرقابة عن المنشطات في
الوفد السعودي عبدالعزيز المسعد)."""

from __future__ import annotations

from bayan.extract.descriptions import is_time_noun
from bayan.extract.grammar import Grammar, is_break
from bayan.extract.name_words import is_verb
from bayan.extract.names import name_end
from bayan.extract.words import SONS, Words

LONGEST_DUTY = 10
"""Tokens between the preposition that goes on with a post and its holder's name."""
_OPENS = ("(", "عن", "علي", "في")
"""What goes on with a post without an article, or past its own complement."""
_AND = "و"
_OCCASIONS = ("venues", "documents")
_WITH = ("مع", "بين")


def holder_at_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """Where the full name begins that ends right before ``high`` and has only nouns between itself and the preposition
    or bracket at ``k``, a further duty (للأمن الدولي وحظر الانتشار), or what somebody is charged with (المعنية بالحق في
    الغذاء); else ``k``."""
    word = words.word[k]
    opens = word in _OPENS or (word[0] == _AND and grammar.is_act_noun(word[1:]))
    if not opens and not (word[0] == "ب" and words.word[k - 1] in grammar.classes["charged"]):
        return k
    for start in range(max(k + 2, high - 4), high - 1):
        if words.word[start] in grammar.given_names and name_end(grammar, words, start, high) == high:
            inside = words.word[start - 1] in SONS  # ‹الدكتور عبد الباسط بن سالم صيرفي›
            return start if not inside and _is_duty(grammar, words, k, start) else k
    return k


def names_holder(grammar: Grammar, words: Words, at: int, k: int, high: int) -> bool:
    """Whether the preposition at ``k`` belongs to a post behind the verb at ``at``: the clause that is said stands
    behind the holder's full name (كشف مسؤول الرقابة عن المنشطات عبدالعزيز المسعد أن)."""
    if at + 1 >= k or not grammar.is_post(words.word[at + 1]):
        return False
    near = range(k + 3, min(high, k + LONGEST_DUTY + 4))
    clause = next((j for j in near if grammar.is_complementizer(words.word[j])), k)
    return clause > k and holder_at_end(grammar, words, k, clause) > k


def _is_duty(grammar: Grammar, words: Words, k: int, start: int) -> bool:
    """Whether nothing but nouns and prepositions stands between."""
    between = range(k + 1, start)
    barred = ((is_break(words.word[j]) and words.word[j] != ")") or is_verb(grammar, words, j) for j in between)
    if is_time_noun(grammar, words, k + 1) or grammar.is_in_any(_OCCASIONS, words.word[k + 1]):
        return False  # ‹وقال الرئيس في لقاء مع محمد السالم إن›
    if any(_is_of_another(grammar, words, j) for j in between):
        return False
    relative = any(words.word[j] in grammar.classes["relatives"] or words.word[j] in _WITH for j in between)
    open_end = words.word[start - 1] in grammar.classes["prepositions"]
    return start - k <= LONGEST_DUTY and not (relative or open_end or any(barred))


def _is_of_another(grammar: Grammar, words: Words, j: int) -> bool:
    """Whether a time stands here, or a further post, whose holder the name is (قلد أمير عسير في مكتبه أمس مدير
    الجوازات اللواء سعد السويدي)."""
    word = words.word[j]
    further = grammar.is_post(word) and not (word.startswith("ال") or grammar.is_in("honorifics", word))
    return further or grammar.starts_sequence("times", words, j, len(words.word)) > 0
