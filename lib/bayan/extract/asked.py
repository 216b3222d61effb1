"""What is asked of somebody: it begins behind ‹من› and whom it is asked of (طلبت المنظمة من إسرائيل فتح تحقيق)."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.grammar import Grammar
from bayan.extract.nouns import read_phrase
from bayan.extract.object_nouns import is_verbal_noun
from bayan.extract.phrases import NounPhrase
from bayan.extract.prepositional import prepositional_end
from bayan.extract.qualities import is_adjective
from bayan.extract.starts import names_speaker
from bayan.extract.words import Words
from bayan.lexicon import CueForm
from bayan.records import Act

_OF = "من"
_CONSTRUCT = ("ي", "و")
"""Endings of a plural or dual whose genitive follows (موظفي الدولة); a post has one too (ورئيس المنظمة)."""


def thing_asked(grammar: Grammar, words: Words, form: CueForm, content: int, high: int) -> int:
    """The token at which what is asked begins, or ``content`` where that leads to nothing else."""
    if words.word[content] != _OF or form.cue.act is not Act.APPEAL or content + 2 >= high:
        return content
    whom = read_phrase(grammar, words, content + 1, high, tight=True)
    end = prepositional_end(grammar, words, content, high) if whom is None else _end_of(grammar, words, whom)
    thing = skip_adverbials(grammar, words, end, high)
    if not content + 1 < thing < high or words.word[content + 1] in grammar.classes["determiners"]:
        return content
    return thing if _begins(grammar, words, thing, whom is not None) else content


def _end_of(grammar: Grammar, words: Words, whom: NounPhrase) -> int:
    """The token after somebody who is asked; what is spelt like his name may be the act (من رئيس الحكومة فتح تحقيق)."""
    low, high = whom.name or (whom.high, whom.high)
    act = high == low + 1 and whom.low < low and whom.actor_id is None and is_verbal_noun(grammar, words.word[low])
    return low if act else whom.high


def _begins(grammar: Grammar, words: Words, k: int, known: bool) -> bool:
    """Whether an act, a thing, a clause or a quotation begins here, and nothing that goes on with whom is asked."""
    word, before, classes = words.word[k], words.word[k - 1], grammar.classes
    if grammar.is_complementizer(word):
        return True
    if words.opens_quote(k):
        return words.quote_end(k) > k + 1
    goes_on = words.mention[k] >= 0 or word in classes["relatives"] or word in classes["fenced"]
    goes_on = goes_on or grammar.has_preposition(words, k) or (word[0] == "و" and names_speaker(grammar, word[1:]))
    if goes_on or words.quote[k] >= 0:
        return False
    noun = before.removeprefix("و")
    construct = not noun.startswith("ال") and (noun.endswith(_CONSTRUCT) or grammar.is_post(noun))
    definite = known and not construct and word.startswith("ال") and not is_adjective(grammar, word)
    return definite or is_verbal_noun(grammar, word) or grammar.is_common(word)
