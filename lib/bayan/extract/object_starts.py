"""Where a bare object begins: past the subject and all that may stand before what is said."""

from __future__ import annotations

from bayan.extract.adverbials import past_phrases, skip_adverbials
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.object_nouns import is_object, is_verbal_noun
from bayan.extract.phrases import NounPhrase
from bayan.extract.prepositional import prepositional_end
from bayan.extract.qualities import is_adjective
from bayan.extract.starts import names_speaker
from bayan.extract.subject_tails import (
    inside_relative,
    is_area,
    is_purpose,
    past_apposition,
    past_comma,
    past_leader,
    past_place,
    past_post,
    past_purpose,
    past_relative,
)
from bayan.extract.words import ONE_OF, THEIRS, Words
from bayan.lexicon import CueForm
from bayan.records import Act

LONGEST_ADVERBIAL = 14
LONGEST_RELATIVE = 24
_OWN = ("ه", "ها", "هم", "هما")
_GOVERNED = ("علي", "من")


def after_subject(
    grammar: Grammar, words: Words, form: CueForm, k: int, high: int, described: bool, named: bool
) -> int:
    """Where the object begins: past adverbials between commas and where the subject may be ``described`` what describes
    it, or at the next noun of stance; ``high`` for nowhere. After a post with its name a further post is the object."""
    start = k
    k = skip_adverbials(grammar, words, k, high)
    if k < high and grammar.is_complementizer(words.word[k]):
        return high  # ‹وزعم كلاين أنه في حال وصول الدعم›
    while k < high and k > start and is_comma(words.word[k - 1]) and words.word[k] in grammar.classes["fenced"]:
        end = next((e for e in range(k, min(high, k + LONGEST_ADVERBIAL)) if is_comma(words.word[e])), high)
        if end == high:
            break
        k = skip_adverbials(grammar, words, end, high)
    while k < high and words.word[k].startswith("و") and (joint := joint_end(grammar, words, k, high)) > k:
        k = skip_adverbials(grammar, words, joint, high)
    if described and k == start and k < high:
        k = past_leader(grammar, words, k, high)
    classes = grammar.classes
    purpose = past_purpose(grammar, words, k, high)
    if purpose is not None:
        return purpose
    opens = k < high and (words.word[k] in classes["relatives"] or words.word[k] in classes["asides"])
    if opens and (told := inside_relative(grammar, words, k, high)) is not None:
        return told
    if opens or (k < high and is_purpose(grammar, words, k)):
        longest = LONGEST_RELATIVE if words.word[k] in classes["relatives"] else LONGEST_ADVERBIAL
        k = skip_adverbials(grammar, words, past_relative(words, k, min(high, k + longest)), high)
    if described and k == start + 1 and k < high and is_comma(words.word[start]):
        k = past_apposition(grammar, words, k, high)
    placed = described or form.cue.explicit  # ‹وهو ما اعتبرته السلطات في روما أمرا غير مقبول›
    if placed and k == start and k + 2 < high and (words.word[k] == "في" or is_area(grammar, words.word[k])):
        k = past_place(grammar, words, k, high)
    if k < high and not named and k > start and is_comma(words.word[k - 1]) and grammar.is_post(words.word[k]):
        k = past_post(grammar, words, k, high)
    if k >= high:
        return high
    if is_object(grammar, words, k):
        return k
    past = None if form.cue.explicit else past_adverbial(grammar, words, k, high)
    past = past or next_stance(grammar, words, form, k, high)
    return past if past < high or form.cue.explicit else past_comma(grammar, words, k, high)


def past_one_of(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after what tells of whom somebody is one, with no comma (انتقد سالم العلي أحد أعضاء المجلس القرار)."""
    if k >= high or words.word[k] not in ONE_OF:
        return k
    phrase = read_phrase(grammar, words, k, high, tight=True)
    goes_on = phrase is not None and phrase.high < high and is_object(grammar, words, phrase.high)
    return phrase.high if phrase is not None and goes_on else k


def past_adverbial(grammar: Grammar, words: Words, k: int, high: int) -> int | None:
    """The noun after an adverbial that its own noun closes (انتقد الحزب بعد اجتماع مع الرئيس قرار الحكومة); على and من
    lead to what the verb governs rather (وشكر الرئيس على الاستقبال الحار)."""
    placed = words.word[k] == "من" and k + 1 < high and words.mention[k + 1] >= 0  # ‹نفى من تركيا الخبر›
    if words.word[k] not in grammar.classes["fenced"] or (words.word[k] in _GOVERNED and not placed):
        return None
    after = past_phrases(grammar, words, prepositional_end(grammar, words, k, high), high)
    if not k < after < high - 1 or words.mention[after] >= 0 or words.quote[after] >= 0:
        return None
    word = words.word[after]
    noun = grammar.is_definite(word) or grammar.is_common(word) or is_verbal_noun(grammar, word)
    noun = noun and word not in grammar.classes["spans"]
    joined = word[0] == "و" and not (grammar.is_common(word) or is_verbal_noun(grammar, word))  # but ‹وقف›
    attached = grammar.has_preposition(words, after) or joined
    return after if noun and not attached and is_object(grammar, words, after) else None


def past_receiver(form: CueForm, words: Words, k: int, high: int) -> int:
    """The noun that a verb needs, after the one whom it is sent to (وجهت المحكمة إلى الصحافيين اتهاما), or ``high``."""
    near = range(k + 1, min(high, k + LONGEST_ADVERBIAL))
    near = range(k + 1, next((e for e in near if is_break(words.word[e])), near.stop))
    return next((e for e in near if words.word[e] in form.cue.needs), high)


def next_stance(grammar: Grammar, words: Words, form: CueForm, k: int, high: int) -> int:
    """The next noun of stance in the clause (أعلنت بعد مرور سنة عزمها), after an adverbial the next verbal noun (توقع
    خلال لقائه نمو الطلب), or ``high``."""
    near = range(k, min(high, k + LONGEST_ADVERBIAL))
    near = range(k, next((e for e in near if is_break(words.word[e]) and not is_comma(words.word[e])), near.stop))
    adverbial = k < high and words.word[k] in grammar.classes["fenced"]
    inform = form.cue.act is Act.INFORM
    return next(
        (
            e
            for e in near
            if _is_stance(grammar, words, e)
            or (adverbial and _follows_adverbial(grammar, words, k, e))
            or (adverbial and not inform and _is_definite_object(grammar, words, k, e))
        ),
        high,
    )


def needed_noun(words: Words, form: CueForm, subject: NounPhrase) -> int:
    """The noun that a verb needs, before which its subject ends (قدم الوزير تعازيه), or the end of the subject."""
    needed = form.cue.needs_for.get("np") or form.cue.needs
    return next((k for k in range(subject.low + 1, subject.high) if words.word[k] in needed), subject.high)


def has_its_object(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """Whether the pronoun of a verb is all its object: where ب leads to more (طالبته بالرحيل), or where it stands for
    the noun before its relative (الإصلاحات التي يطلبها المقرضون, but التي اعتبرتها تهديدا)."""
    if not form.form.pronoun:
        return False
    if form.cue.needs_object and "ب" in form.cue.frames:
        return True
    judged = form.cue.explicit or form.cue.needs_object
    return at > low and words.word[at - 1] in grammar.classes["relatives"] and not judged


def _is_definite_object(grammar: Grammar, words: Words, low: int, at: int) -> bool:
    """Whether a definite noun follows an adverbial whose noun has its pronoun or a comma behind it (ثمن الوزيران خلال
    مشاوراتهما المستوى المتميز للعلاقات)."""
    before, word = words.word[at - 1], words.word[at]
    closed = is_comma(before) or (before.endswith(_OWN) and not words.is_feminine(at - 1))
    noun = word.startswith("ال") and not is_adjective(grammar, word) and words.quote[at] < 0
    return at > low + 1 and closed and noun and words.mention[at] < 0


def _follows_adverbial(grammar: Grammar, words: Words, low: int, at: int) -> bool:
    """Whether a verbal noun stands after an adverbial that a comma, an article or a pronoun closes."""
    word, before = words.word[at], words.word[at - 1]
    if at < low + 2 or words.quote[at] >= 0 or words.mention[at] >= 0 or word[0] in "بلو" or word.startswith("ال"):
        return False
    if any(grammar.is_complementizer(other) for other in words.word[low:at]):
        return False  # ‹قال في بيان إن القتال توقف›
    closed = is_comma(before) or "ال" in before[:3] or before.endswith(_OWN)
    return closed and grammar.is_act_noun(word) and not words.has_tanwin(at)


def joint_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after a second subject with و (اعتبرت واشنطن ولندن الاتفاق), or the same token."""
    if words.mention[k] >= 0:
        return min(words.mention_end(k), high) if words.has_clitic(k) else k
    if words.word[k].endswith(THEIRS):
        return k + 1  # ‹ينفي خالد السالم ومؤيدوه ضلوعهم›
    if not names_speaker(grammar, words.word[k][1:]):
        return k
    phrase = read_phrase(grammar, words.reread(k, words.word[k][1:], words.start[k] + 1), k, high, tight=True)
    return phrase.high if phrase is not None else k


def _is_stance(grammar: Grammar, words: Words, at: int) -> bool:
    word = words.word[at]
    if words.quote[at] >= 0 or word[0] in "بلو" or not grammar.has_stem("stance-nouns", word):
        return False
    before = words.word[at - 1]
    return not (before in grammar.stops or grammar.is_in("venues", before))
