"""Names of posts: the phrase of a post with its holder, told from whomever a place is called after."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.lone_names import is_unknown_verb
from bayan.extract.names import SERVANT, name_end, past_fathers
from bayan.extract.phrases import NounPhrase
from bayan.extract.post_ends import is_title
from bayan.extract.qualities import is_adjective
from bayan.extract.served import serves
from bayan.extract.titled import bears_name
from bayan.extract.words import Words


def with_last_name(grammar: Grammar, words: Words, phrase: NounPhrase) -> NounPhrase:
    """A post with the full name in which it ends, where an unknown name of a place or body stands before that (مدير
    مطار عدن طارق عبده): not the name of whomever a place is called after (مركز محمد بن راشد)."""
    at, end = phrase.low, phrase.high
    if words.word[at] in grammar.classes["kinship"]:
        return phrase  # ‹خطيبة الإعلامي السعودي جمال خاشقجي، خديجة›
    for start in range(at + 2, end - 1):
        given = words.word[start] in grammar.given_names and not grammar.is_in("honorifics", words.word[start])
        behind = words.word[start] in grammar.classes["post-prepositions"]
        given = given and not (behind and words.word[start + 1].startswith("ال"))  # ‹المتحدثة باسم المطار›
        if not given or words.mention[start] >= 0:
            continue
        title = start
        while title > at + 1 and is_title(grammar, words.word[title - 1]):
            title -= 1
        before = words.word[title - 1]
        noun = before[1:] if before[0] in "بل" else before
        named_after = noun in grammar.classes["dedicated"] or before in grammar.classes["patronymics"]
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
    full = past_fathers(grammar, words, end, high)
    return named(grammar, words, at, k, max(longer, full), actor_id if longer == end else None)


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


def past_namesake(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after whom something is named after, with the adjectives behind that (مدير مستشفى الملك فيصل التخصصي،
    مدير جامعة الأمير سطام بن عبدالعزيز); else the same one."""
    noun = words.word[k - 2].removeprefix("ل")  # ‹الأمين العام لمؤسسة الأمير سلطان›
    if noun not in grammar.classes["dedicated"] or not bears_name(grammar, words, k):
        return k
    known = words.mention[k] >= 0
    end = past_fathers(grammar, words, words.mention_end(k) if known else k + 1 + (words.word[k] == SERVANT), high)
    while end < high and _describes_place(grammar, words, end):
        end += 1
    return min(end, high)


def _describes_place(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether an adjective with its article stands here that is no surname (الدولي، الأمنية)."""
    word = words.word[k]
    known = word[2:] in grammar.classes["common-nouns"] or word in grammar.nationalities
    return word.startswith("ال") and known and is_adjective(grammar, word) and words.mention[k] < 0


def is_no_holder(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a single word behind a post is a document (رفعت الممثلة دعوى) or, where no known name has it, a noun with
    ب (صاحب محل لبيع الهواتف بأسى), a verb in the dual behind two, or another verb (البابا يستذكر المعاناة)."""
    word = words.word[k]
    if grammar.is_in("documents", word):
        return True  # ‹رفعت الممثلة دعوى›
    known = word in grammar.name_words or word in words.names
    two = word.endswith("ا") and words.word[k - 1].endswith("ان") and not known  # ‹قال مسؤولان أفغانيان حضرا الاجتماع›
    return two or (word[0] == "ب" and not known) or is_unknown_verb(grammar, words, k)


def given_name_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after a name behind a post that a given name opens, or a post that is a given name too and stands
    before a surname of a tribe or place (رئيس النادي الأهلي مساعد الزويهري); else the same one."""
    word = words.word[k]
    if word in grammar.given_names:
        return name_end(grammar, words, k, high)
    surname = words.word[k + 1] if k + 1 < high else ""
    if not (grammar.is_post(word) and word in grammar.name_words and words.mention[k] < 0):
        return k
    known = (
        surname[2:] in grammar.classes["common-nouns"] or surname in grammar.nationalities or grammar.is_post(surname)
    )
    return k + 2 if surname.startswith("ال") and surname.endswith("ي") and not known else k
