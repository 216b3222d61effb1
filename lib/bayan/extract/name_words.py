"""Words of names: whether a word can belong to a personal name, as its first or a later one."""

from __future__ import annotations

from bayan.extract.cases import are_theirs
from bayan.extract.descriptions import is_their_act
from bayan.extract.grammar import Grammar, is_break
from bayan.extract.name_starts import SPEAKING, is_particle, may_begin
from bayan.extract.nouns_as_names import intensifies, is_behind_rank, is_of_several, is_superlative
from bayan.extract.verbs import follows_a_verb, had_demanded, is_of_first_person, is_spelt, says_so
from bayan.extract.words import ONE_OF, Words

_SHADDA = "\u0651"
_BOTH_OF = ("كلا", "من")
"""‹دعا الأمين العام كلا من تركيا والسعودية›"""
_SON = "ابن"
_LI = "لي"
"""A foreign name, and ‹to me›."""
_BARE = ("ا", "ي", "و")
"""Letters that begin few Arabic names: behind و they rather belong to a foreign surname (واطسون، ويلسون)."""


def is_known_name(grammar: Grammar, words: Words, word: str) -> bool:
    """Whether names of the registry or of the article have a word."""
    return word in grammar.name_words or word in words.names


def is_name_word(grammar: Grammar, words: Words, k: int, first: bool) -> bool:
    """Whether a word can belong to a personal name, as its ``first`` word or a later one."""
    word = words.word[k]
    if not first and (word in grammar.classes["behind-names"] or _is_god(words, k)):
        return False
    if not first and words.word[k - 1] in grammar.classes["patronymics"]:
        return not is_break(word)
    if not first and (word == "ال" + words.word[k - 1] or _is_son(grammar, words, k)):
        return True  # ‹مقبل المقبل›
    if first and opens_name(grammar, words, k):
        return True
    if not first and _is_of_father(grammar, words, k):
        return True
    if not first and word == _LI and words.word[k - 1] in grammar.given_names and k + 1 < len(words.word):
        return is_name_word(grammar, words, k + 1, first=False)  # ‹ليزا لي ساج›
    if not first and is_superlative(grammar, words, k):
        return False
    if not first and word in grammar.classes["surnames-too"]:
        return words.word[k - 1] in grammar.given_names  # ‹عبدالعزيز الماضي›
    if is_known_name(grammar, words, word) and word not in grammar.stops and not _leads_post(grammar, words, k, first):
        other = is_of_several(grammar, words, k) or intensifies(grammar, words, k)
        return not (words.opens_quote(k) or other or had_demanded(grammar, words, k))
    if words.has_tanwin(k) or is_break(word) or words.opens_quote(k) or (words.mention[k] >= 0 and not first):
        return False
    if _is_particle_or_verb(grammar, words, k, first) or _is_noun(grammar, words, k, first):
        return False
    return may_begin(grammar, words, k) if first else _may_go_on(grammar, words, k)


def _is_son(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether ‹son of› stands before a name (محمد أحمد ابن عوف, but خالد السالم ابن عم القتيل)."""
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    return words.word[k] == _SON and following in grammar.name_words and not following.startswith("ال")


def _is_of_father(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a surname begins with بو, as in the Maghreb, and not ب with a noun in و (توفيق بوعشرين, but بوصول)."""
    word = words.word[k]
    maghrebi = word.startswith("بو") and len(word) > 4 and words.word[k - 1] in grammar.given_names
    noun = word[1:]
    joined = grammar.is_common(noun[1:]) or noun[1:] in grammar.classes["numerals"]  # ‹وعشرين›, but ‹وصول›
    listed = (grammar.is_common(noun) and not joined) or grammar.is_act_noun(noun) or grammar.is_in_any(SPEAKING, noun)
    return maghrebi and not (listed or grammar.is_post(noun) or noun in grammar.places or noun in grammar.name_words)


def _is_god(words: Words, k: int) -> bool:
    """Whether ‹الله› is no part of a name, as behind an article (دعا خالد السالم الله, but نصر الله، العبد الله)."""
    before = words.word[k - 1]
    return words.word[k] == "الله" and before.startswith("ال") and before != "العبد"


def _is_particle_or_verb(grammar: Grammar, words: Words, k: int, first: bool) -> bool:
    word, classes = words.word[k], grammar.classes
    if grammar.is_complementizer(word) or word in grammar.stops or word in classes["relatives"]:
        return True
    if words.opens_main(k, named=True):
        return True
    if is_verb(grammar, words, k) and not (first and follows_a_verb(grammar, words, k)):
        return True
    if is_of_first_person(grammar, word):
        return True  # ‹وأضاف نأمل أن›
    if grammar.is_imperfect(word) or (word.startswith(("سي", "ست")) and grammar.is_imperfect(word[1:])):
        return True
    return (grammar.is_past(word) and not words.has_madda(k)) or _is_doubled(words, k)


def _is_doubled(words: Words, k: int) -> bool:
    """Whether a word of three letters has its second doubled in writing, as verbs have and few names (قوّض، نفّذ)."""
    written = words.text(k, k + 1)
    return len(words.word[k]) == 3 and written[2:3] == _SHADDA


def _is_noun(grammar: Grammar, words: Words, k: int, first: bool) -> bool:
    """Whether a word is a known noun, number or time and no name."""
    word, classes = words.word[k], grammar.classes
    circumstance = word.endswith("ا") or (word.endswith("ه") and not first)  # ‹وأضافت أونيل قائلة إن›
    barred = ("masdar", "participle") if circumstance else ("masdar",)
    if any(form.form.shape in barred for form in grammar.readings(word)) or grammar.has_stem("stance-nouns", word):
        return True
    if word in classes["al-words"] or word in classes["disclosing"] or words.word[k : k + 2] == _BOTH_OF:
        return True
    if word.startswith("ال") and (grammar.is_common(word[2:]) if first else _is_of_things(grammar, words, k)):
        return True
    if word.isdigit() or "ال" + word in classes["ordinals"]:
        return True
    if grammar.is_any(("months", "adverbials", "counters"), word):
        return True
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    if word in classes["directions"] and (first or not following.startswith("ال")):
        return True  # ‹جنوبي البلاد، غرينسبورغ غربي بنسلفانيا›, but ‹مقبل غربي العنزي›
    if len(word) > 3 and word.endswith("ا"):
        accusative = grammar.is_common(word[:-1]) or grammar.is_act_noun(word[:-1])  # ‹ينفي نفيا قاطعا›
        if accusative or _is_described(words, k, first):
            return True
    owned = word.endswith("ه") and not words.is_feminine(k)
    if owned and (grammar.is_common(word[:-1]) or (word[-2:-1] == "ت" and grammar.is_common(word[:-2] + "ه"))):
        return True  # ‹عزمه، كلمته›
    if is_their_act(grammar, words, k):
        return True  # ‹أكد خالد السالم سماعه الخبر›
    if word.startswith("ال"):
        return False
    if are_theirs(grammar, words, k) or _are_of_place(grammar, words, k):
        return True  # ‹اتهم الرئيس معارضيه بـ›
    if grammar.is_post(word) or not grammar.is_common(word):
        return grammar.is_post(word)
    clear = _ends_clearly(grammar, words, k + 1) and not _has_holder(grammar, words, k)
    if first:
        return not is_behind_rank(grammar, words, k)
    return not (clear or _is_middle(grammar, words, k))


def _are_of_place(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a plural of people governs a definite noun (دعا المقدم القرني أهالي الحي إلى)."""
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    behind = k > 0 and words.word[k - 1].startswith("ال")  # but ‹خالد مرضي العنزي›
    return behind and following.startswith("ال") and grammar.is_in("sources", words.word[k])


def _has_holder(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a definite post follows a noun, which is then its holder's (انتحل جون شخصية السيناتور)."""
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    return following.startswith("ال") and grammar.is_post(following)


def _is_middle(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether what is spelt like a noun stands between a given name and a surname at its end (محمد جهاد اللحام،)."""
    if words.word[k - 1] not in grammar.given_names or k + 2 >= len(words.word):
        return False
    surname = words.word[k + 1]
    if surname in grammar.classes["patronymics"]:
        return True  # ‹أحمد عبيد بن دغر›
    tribal = surname.startswith("ال") and not grammar.is_common(surname[2:])
    return tribal and _ends_clearly(grammar, words, k + 2)


def _may_go_on(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a later word of a name is no post or body, and has nothing attached."""
    word = words.word[k]
    other = grammar.is_post(word) or grammar.is_in_any(("bodies", "documents", "media"), word)
    named = word.startswith("ال") and words.word[k - 1] in grammar.given_names and _ends_clearly(grammar, words, k + 1)
    if (other and not named) or grammar.addresses_medium(word) or word in grammar.classes["manners"]:
        return False
    if word.startswith("و") and len(word) > 4 and not _is_surname_in_waw(grammar, words, k):
        return False
    noun = grammar.is_common(word[1:]) or word[1:] in grammar.classes["other-nouns"]  # ‹تقدم المحامي نبيل بودي بشكوى›
    if word[0] in "بل" and len(word) > 3 and noun:
        return False
    if word[0] == "ك" and len(word) > 4 and grammar.is_post(word[1:]):
        return False  # ‹تعيين هيام عباس كرئيسة للجنة›
    if word[0] == "ل" and len(word) > 4 and word[1:] in grammar.name_words:
        return False  # ‹وقال وودورد لترامب›
    return not (_has_noun_after_preposition(grammar, word) or _leads_on(grammar, words, k) or word.startswith("وال"))


def _is_of_things(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a definite noun tells an act (رفض سليم جريصاتي الاعتذار), or behind a known name or a surname several
    things (رفض سلطان فيضي الشائعات), as no surname does."""
    noun, before = words.word[k][2:], words.word[k - 1]
    things = noun.endswith("ات") and (before.endswith("ي") or is_known_name(grammar, words, before))
    return len(noun) > 4 and (grammar.is_act_noun(noun) or (things and grammar.is_common(noun)))


def _is_described(words: Words, k: int, first: bool) -> bool:
    """Whether an accusative after a name has an adjective after it (وجه بنيادي نقدا لاذعا)."""
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    return not first and len(following) > 3 and following.endswith("ا")


def _leads_post(grammar: Grammar, words: Words, k: int, first: bool) -> bool:
    """Whether a word that is a name elsewhere begins a post after a name (فيليب فيروني قائد وحدة المكافحة)."""
    if first or not grammar.is_post(words.word[k]) or k + 1 >= len(words.word):
        return False
    following = words.word[k + 1]
    return following.startswith("ال") or grammar.is_in("bodies", following) or grammar.is_common(following)


def opens_name(grammar: Grammar, words: Words, at: int) -> bool:
    """Right after a verb of saying a particle of names begins one (قال فان دورن إن)."""
    return words.word[at] in grammar.classes["opening-links"] and follows_a_verb(grammar, words, at)


def is_adverb(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a word in ا is an accusative (قائلا، مجددا) rather than a name (ماريانا)."""
    word = words.word[at]
    if not word.endswith("ا") or words.mention[at] >= 0 or word in grammar.name_words:
        return False
    participle = any(form.form.shape == "participle" for form in grammar.readings(word))
    return words.has_tanwin(at) or participle or grammar.is_common(word[:-1])


def is_verb(grammar: Grammar, words: Words, at: int) -> bool:
    """A finite form of a cue ends a title or a name, but for names that are spelt like one."""
    word, following = words.word[at], words.word[at + 1] if at + 1 < len(words.word) else ""
    if word not in grammar.finite or word.startswith("ال"):
        return False
    if is_known_name(grammar, words, word):
        present = (form for form in grammar.readings(word) if form.form.shape == "present")
        told = any(following in form.cue.frames for form in present)  # ‹الوزير يعرب عن›
        return at > 0 and (told or had_demanded(grammar, words, at))
    spelt = (form for form in grammar.readings(word) if is_spelt(words, form, at))  # ‹نادي الاتحاد›, not ‹نادى›
    readings = [form for form in spelt if form.form.shape in ("past", "present")]
    if any(form.conjunction != "ف" for form in readings):
        return True
    if at > 1 and follows_a_verb(grammar, words, at - 1):
        return False  # ‹تزعم سلمى فايد أن›
    return bool(readings) and (grammar.is_complementizer(following) or says_so(grammar, words, at))  # ‹رضوان فايد›


def _is_surname_in_waw(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether و is the first letter of a surname and no ‹and›: a given name stands before it, it ends the name,
    and the rest is no word known."""
    rest = words.word[k][1:]
    if rest in grammar.stops:
        return False  # ‹الأمير فهد بن خالد ولم يتبق غير›
    links = grammar.classes["name-links"]
    ends = _closes(grammar, words, k + 1) or words.word[k + 1] in grammar.forms
    known = is_known_name(grammar, words, words.word[k - 1]) or (k > 1 and words.word[k - 2] in links)
    known = known or (ends and k > 1 and words.word[k - 2] in grammar.given_names)  # ‹سارة ليا ويتسن مديرة القسم›
    verb = rest in grammar.forms or grammar.is_past(rest) or grammar.is_imperfect(rest)
    bare = words.text(k, k + 1)[1:2] in _BARE and not verb
    known = known or (ends and bare)  # ‹قالت كايتي واطسون مراسلة القناة›
    if not known or is_known_name(grammar, words, rest) or grammar.is_common(rest) or rest.startswith("ال"):
        return False
    return ends or not (verb or grammar.is_act_noun(rest) or rest in grammar.nationalities)


def _leads_on(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a word with ب or ل is followed by more of its phrase (طالب الحزب بعقد جلسة); surnames end theirs."""
    word = words.word[k]
    if word[0] not in "بل" or word in grammar.classes["b-words"] or word in grammar.classes["l-words"]:
        return False
    if len(word) < 4 or _closes(grammar, words, k + 1):
        return False
    following = words.word[k + 1]
    rest = word[1:]
    noun = grammar.is_common(rest) or grammar.is_act_noun(rest) or grammar.has_stem("stance-nouns", rest)
    noun = noun or rest in grammar.nationalities or is_particle(grammar, rest)
    return noun and (following.startswith("ال") or grammar.is_common(following) or following in grammar.nationalities)


def _closes(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a name that ends before a token can end there: at a fence or a word that is no part of a subject."""
    return is_fence(grammar, words, k) or words.word[k] in grammar.stops


def is_fence(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a name that ends before a token ends there for sure: at a comma, a clause, a quotation, a post."""
    if k >= len(words.word) or words.opens_quote(k):
        return True
    word = words.word[k]
    return is_break(word) or grammar.is_complementizer(word) or grammar.is_post(word)


def _ends_clearly(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether what is spelt like a noun can only be the end of a name before a token (صرح هوراس أنغدال لقناة)."""
    day = k < len(words.word) and words.word[k] in grammar.classes["weekdays"]
    return is_fence(grammar, words, k) or day or grammar.addresses_medium(words.word[k])


def _has_noun_after_preposition(grammar: Grammar, word: str) -> bool:
    """Whether a word inside a name is rather a noun with ب or ل (بقصر، لوكالة، لإحدى)."""
    if len(word) < 4 or word[0] not in "بل":
        return False
    noun = word[1:]
    classes = ("bodies", "venues", "documents", "media", "posts")
    definite = noun.startswith("ال" if word[0] == "ب" else ("ال", "ل"))
    return definite or noun in ONE_OF or grammar.is_in_any(classes, noun)
