"""Verbal nouns to which another verb leads (اضطر إلى الإعلان عن، دفع السلطات إلى الدعوة إلى، حرص على التوضيح أن)."""

from __future__ import annotations

from bayan.extract.before import subject_before
from bayan.extract.complements import find_complement
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Reading, read_by
from bayan.extract.verbs import is_finite
from bayan.extract.words import Words

LONGEST_WAY = 12
"""Tokens between a verb and the verbal noun to which it leads."""
NEAREST = 3
"""Tokens between the verbal noun and what is said."""
SHORTEST_NOUN = 2
"""Letters of a noun, so that what is left of it without ب is one."""
_BARS = ("negations", "noun-governors")
"""Before what is no such verb, but denied or a noun (رغم حمل الناس على المطالبة بإصلاحات)."""
_VERBS = ("driving", "resorting")
_LEADING = ("الي", "علي")


def read_driven(grammar: Grammar, words: Words, at: int, low: int, high: int) -> Reading | None:
    """The reading of a definite verbal noun of saying at a token, where a verb leads to it."""
    form = grammar.infinitives.get(words.word[at])
    if form is None or words.quote[at] >= 0:
        return None
    attached = not words.word[at].startswith("ال")
    if not attached and (at == low or words.word[at - 1] not in _LEADING):
        return None
    end = at if attached else at - 1
    verb = _driving_verb(grammar, words, low, end)
    if verb is None:
        return None
    found = find_complement(grammar, words, form, at, high)
    if found is None or found[0] not in ("an", "prep") or found[1] > at + NEAREST:
        return None
    frame, content = found
    pushed = words.word[verb].removeprefix("و") in grammar.classes["driving"]
    subject = (_last_before if pushed else _right_after)(grammar, words, verb, end)
    if subject is None and pushed:
        return None  # ‹وهو ما دفع إلى الإعلان عن حالة الطوارئ›: whom, it does not tell
    return read_by(form, at, frame, content, subject or subject_before(grammar, words, verb, low))


def _driving_verb(grammar: Grammar, words: Words, low: int, end: int) -> int | None:
    """The verb of the same clause that leads to what begins at ``end``, and is not denied: between them stands no other
    verb that is joined to it, nor a comma but those of an apposition."""
    commas = 0
    for k in range(end - 1, max(low, end - LONGEST_WAY) - 1, -1):
        word = words.word[k]
        if words.mention[k] >= 0:
            continue
        if grammar.is_any(_VERBS, word.removeprefix("و")):
            barred = k > low and grammar.is_any(_BARS, words.word[k - 1])
            return None if barred or commas == 1 else k
        commas += is_comma(word)
        fenced = commas == 0 or is_comma(words.word[end - 1])
        if not fenced or (is_break(word) and not is_comma(word)) or _is_another(grammar, words, k):
            return None
    return None


def _is_another(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether another verb that ‹and› joins stands here (ودفع الرواتب وتطرق إلى الدعوة لمؤتمر)."""
    return words.word[k].startswith("و") and is_finite(grammar, words, k) and words.word[k] not in words.names


def _last_before(grammar: Grammar, words: Words, verb: int, end: int) -> NounPhrase | None:
    """Who is driven: whoever stands last between a verb and what it leads to (دفع الحادث حاكم الولاية إلى)."""
    end -= end > verb + 1 and is_comma(words.word[end - 1])
    for k in range(verb + 1, end):
        word = words.word[k]
        led = k == verb + 1 and word.startswith("ب") and len(word) > SHORTEST_NOUN  # ‹حدا بالحكومة إلى›
        bare = words.reread(k, word[1:], words.start[k] + 1) if led else words
        phrase = read_phrase(grammar, bare, k, end)
        if phrase is not None and phrase.high == end:
            return phrase if bare is words else phrase.changed(own=(k, bare.start[k]))
    return None


def _right_after(grammar: Grammar, words: Words, verb: int, end: int) -> NounPhrase | None:
    """Who resorts to something: whoever stands right behind the verb (لجأ المسؤولون إلى وسائل الإعلام للتحذير من)."""
    return read_phrase(grammar, words, verb + 1, end) if verb + 1 < end else None
