"""Governed prepositions: whether one after a cue introduces its content and is no part of an adverbial or a name."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.name_words import is_fence
from bayan.extract.names import name_end
from bayan.extract.nouns import read_phrase
from bayan.extract.verbs import is_told_by_form
from bayan.extract.words import ONE_OF, OWNED, Words
from bayan.lexicon import CueForm
from bayan.records import Act

_THAT = ("ان", "بان")
_PLACES = ("areas", "bodies", "places")
_THROUGH = ("خلاله", "خلالها", "خلالهم")
LONGEST_NAME = 9
"""Tokens of a place and a name between ب and the clause."""
SHORTEST_UNKNOWN = 4
"""Letters of a foreign name without its first one."""
_OF_NOUNS = ("ه", "ها", "هم", "ي", "ات", "ا")
"""Endings of nouns, with a pronoun and without, which few foreign names have (بتقوى، بإخلائها)."""
_BARE = frozenset({"an", "np"})
"""Frames without a preposition: of cues that have none of them, what follows ب is the content (رحب بقرار)."""


def governs(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> bool:
    """Whether a free preposition introduces the content and is no part of an adverbial."""
    word = words.word[j]
    if j + 1 >= high or (is_break(words.word[j + 1]) and words.word[j + 1] != "("):
        return False
    needed = form.cue.needs_for.get(word)
    if needed and not any(part in needed for part in words.word[j + 1 : j + 3]):
        return False
    following, issuing = words.word[j + 1], grammar.classes["issuing"]
    if word == "من" and words.word[j - 1] in grammar.classes["source-links"]:
        return False
    before = words.word[j - 1]
    if word == "علي" and j > at + 1 and "np" in form.cue.frames and grammar.is_in("upon-governing", before):
        return False  # ‹أكد الجيش السيطرة على المدينة›
    if word == "عن" and (before in grammar.phrases or before.removeprefix("ال") in issuing):
        return False  # ‹نقلا عن›, ‹بيان صدر عن الوزارة›
    if word == "عن" and before in grammar.classes["besides"]:
        return False  # ‹عبر البحر فضلا عن›
    if word == "علي" and before in grammar.classes["answering"]:
        return False  # ‹ردا على سؤال›
    if following in _THROUGH:
        return False  # ‹تصريحات حذر من خلالها حزبه من›
    called = word == "الي" and form.cue.act is Act.APPEAL and form.cue.takes_object  # ‹دعا إلى حضور الحفل›
    if (following in grammar.classes["no-content"] and not called) or _repeats(grammar, words, j, high):
        return False
    if word == "في" and "an" in form.cue.frames and _before_clause(grammar, words, j, high):
        return False  # ‹يرى الخبير في برلين أن›
    here = following in grammar.classes["demonstratives"] and j == at + 1  # ‹التي ترى في هذا القرار توجها›
    if word == "في" and not here and (grammar.is_in("venues", following) or grammar.is_in("documents", following)):
        return False
    if word in ("علي", "من", "عن") and grammar.is_in("networks", following):
        return False
    if word == "علي" and following in grammar.classes["own-channels"]:
        return False
    aside = before in grammar.classes["time-tails"] or before in grammar.classes["publishing"]
    if j > at + 1 and not aside and before not in words.names and is_told_by_form(grammar, before):
        return False  # ‹أعلن انتهاء الهجوم الذي استمر ساعات وأسفر عن›
    return not _belongs_to_holder(grammar, words, at, j, high)


def _before_clause(grammar: Grammar, words: Words, j: int, high: int) -> bool:
    """Whether a place between a verb and its clause follows a preposition."""
    return any(grammar.is_complementizer(words.word[k]) for k in range(j + 2, min(j + 4, high)))


def _belongs_to_holder(grammar: Grammar, words: Words, at: int, j: int, high: int) -> bool:
    """Whether a preposition leads to more of a post, whose name follows (أكد عضو هيئة الرقابة على تنفيذ مخرجات
    الحوار، صلاح باتيس، استمرار), or of a body (أعلنت هيئة الدفاع عن المتهمة أن)."""
    if j < at + 3:
        return False
    post, body = grammar.is_post(words.word[at + 1]), grammar.is_in("bodies", words.word[at + 1])
    subject = read_phrase(grammar, words, at + 1, high) if post or body else None
    return subject is not None and subject.high > j and (subject.name is not None or subject.head == "body")


def _repeats(grammar: Grammar, words: Words, j: int, high: int) -> bool:
    """The first of two like prepositions around a place belongs to the subject (مبعوث الأمم المتحدة إلى العراق إلى);
    before one that leads to a clause the first belongs to an adverbial (لدى وصوله إلى باريس إلى أن)."""
    adverbial = words.word[j + 1] in grammar.classes["adverbials"] or not grammar.is_common(words.word[j + 1])
    for end in range(j + 2, min(j + 4, high - 1)) if adverbial else ():
        if words.word[end] == words.word[j] and grammar.is_complementizer(words.word[end + 1]):
            return True
    actor = grammar.actor(words, j + 1)
    end = words.mention_end(j + 1) if actor is not None else high
    return end < high and words.word[end] == words.word[j]


def governs_clitic(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> bool:
    """Whether ب or ل attached to this word introduces the content."""
    word = words.word[j]
    if word[0] not in "بل" or _quotes_by_itself(grammar, words, j) or _stands_before_clause(grammar, words, form, j):
        return False
    if word.endswith(OWNED) and grammar.is_in("documents", word.removesuffix("ها").removesuffix("ه")):
        return False  # ‹طالبت الوزارة في بيانها المجتمع الدولي بـ›
    if word in form.cue.blocked or word in grammar.classes["addressees"]:
        return False  # ‹لوح البعض بأعلام، دعا الوزير، للصحافيين إلى›
    if words.word[j - 1] in grammar.classes["areas"] and not word.startswith(("بال", "لل")):
        return False  # ‹سكان منطقة بروكسايد بالبقاء›
    if words.word[j - 1] in grammar.classes["b-governing"] and not _is_asked_for(grammar, words, form, j):
        return False  # ‹طالبت المنظمات المهتمة بحقوق الإنسان بزيارة›
    if grammar.starts_sequence("fixed-with-b", words, j - 1, high):
        return False  # ‹ندد رئيس هيئة الأمر بالمعروف والنهي عن المنكر بالتفجير›
    if word in ("ب", "ل") and word in form.cue.frames and j + 1 < high and words.opens_quote(j + 1):
        if word == "ل" and words.quote_end(j + 1) == j + 2:
            return False  # ‹داعية لـ«داعش»›, but ‹دعت لـ«تحقيق عاجل»›
        needed = form.cue.needs_for.get(word)
        return not needed or words.word[j + 1] in needed
    if word == "بما" and "ب" in form.cue.frames and form.cue.act is not Act.INFORM:
        return (
            j + 1 < high and not grammar.is_complementizer(words.word[j + 1]) and words.word[j + 1] not in ("في", "يلي")
        )
    for letter in ("ب", "ل"):
        if letter not in form.cue.frames or not word.startswith(letter) or len(word) < 3:
            continue
        if word in words.names or word in grammar.nationalities or (words.mention[j] >= 0 and not words.has_clitic(j)):
            return False
        if letter == "ل":
            return _is_to(grammar, words, form, at, j)
        if j == at + 1 and _is_name(grammar, words, j, high):
            return False  # ‹ووصف بروك لونغ، رئيس الوكالة، مدينة›
        if _belongs_to_post(grammar, words, at, j) or _leads_to_that(grammar, words, form, j, high):
            return False
        if form.cue.takes_object and _places_object(grammar, words, j, high):
            return False
        only = form.cue.frames.isdisjoint(_BARE)
        if word[1:] in grammar.classes["no-content"]:
            return False
        needed = form.cue.needs_for.get("ب")
        if needed:
            return word[1:] in needed or word[1:].removeprefix("ال") in needed
        if word in grammar.classes["b-claims"] and form.cue.act is Act.APPEAL:
            return j <= at + 3
        if word in grammar.classes["b-words"] and not _is_asked_for(grammar, words, form, j):
            return only and word in grammar.classes["b-objects"]
        return only or not grammar.is_in("utterances", word[1:])
    return False


def _is_asked_for(grammar: Grammar, words: Words, form: CueForm, j: int) -> bool:
    """Whether what is an adverb elsewhere governs a noun that is called for (طالب الشركة بسرعة التجاوب)."""
    following = words.word[j + 1] if j + 1 < len(words.word) else ""
    noun = following.startswith("ال") or (grammar.is_common(following) and not following.startswith("و"))
    return noun and form.cue.act is Act.APPEAL and words.word[j] in grammar.classes["b-asked"]


def _places_object(grammar: Grammar, words: Words, j: int, high: int) -> bool:
    """Whether ب tells where an object is, before another ب that leads to an act (اتهم طبيبا بمشفى المدينة بالإهمال)."""
    place = words.word[j][1:].removeprefix("ال")
    placed = grammar.is_any(("areas", "bodies", "places"), place) or place in ONE_OF or _is_unknown(grammar, words, j)
    if (not placed and place not in grammar.places) or j + 2 >= high:
        return False
    if grammar.has_stem("leaderships", place) and not (grammar.is_post(words.word[j + 1]) or words.mention[j + 1] >= 0):
        return False  # ‹اتهمه بقيادة مركبة بسرعة›, but ‹طالب حزب بقيادة رئيس الوزراء بإعادة الفرز›
    near = range(j + 1, min(high, j + LONGEST_NAME))
    ended = (k for k in near if is_break(words.word[k]) and not is_comma(words.word[k]))
    told = [words.word[k] for k in range(j + 1, next(ended, near.stop)) if words.word[k].startswith("ب")]
    if any(map(grammar.is_complementizer, told)):
        return True
    nouns = [word[1:].removeprefix("ال") for word in told if word not in grammar.classes["b-words"]]
    return any(grammar.is_act_noun(noun) or grammar.is_common(noun) for noun in nouns)


def _is_unknown(grammar: Grammar, words: Words, j: int) -> bool:
    """Whether a word in ب is rather a name that begins with it (يتهم القضاء بورزاكو بدفع رشاوى)."""
    rest = words.word[j][1:]
    known = grammar.is_common(rest) or grammar.is_act_noun(rest) or rest in grammar.stops or rest.startswith("ال")
    known = known or rest.endswith(_OF_NOUNS) or words.mention[j] >= 0
    return len(rest) >= SHORTEST_UNKNOWN and not known


def _leads_to_that(grammar: Grammar, words: Words, form: CueForm, j: int, high: int) -> bool:
    """Whether ب tells where a subject is whose name stands before ‹بأن› (أفاد المدير بمدينة جدة خالد السالم بأن)."""
    if "an" not in form.cue.frames:
        return False
    near = range(j + 1, min(high, j + LONGEST_NAME))
    that = next((k for k in near if words.word[k].startswith(_THAT[1]) and grammar.is_complementizer(words.word[k])), 0)
    return that > 0 and not any(is_break(word) or word in grammar.finite for word in words.word[j:that])


def _stands_before_clause(grammar: Grammar, words: Words, form: CueForm, j: int) -> bool:
    """Whether ب leads to a place right before the clause that is the content (أفاد مسؤولون بالصحة أنه)."""
    word = words.word[j]
    if "an" not in form.cue.frames or not word.startswith("بال") or j + 1 >= len(words.word):
        return False
    place = not grammar.is_act_noun(word[3:]) and not grammar.readings(word)
    return place and grammar.is_complementizer(words.word[j + 1]) and words.word[j + 1].startswith(_THAT)


def _is_name(grammar: Grammar, words: Words, j: int, high: int) -> bool:
    """Whether a name in ب stands here before a fence or post, and no preposition with a noun."""
    end = name_end(grammar, words, j, high) if not grammar.has_preposition(words, j) else j
    if end < j + 2 or grammar.is_act_noun(words.word[j][1:]):
        return False
    return is_fence(grammar, words, end) or grammar.is_post(words.word[end])


def _quotes_by_itself(grammar: Grammar, words: Words, j: int) -> bool:
    """Whether ‹بالقول› stands right before a quotation or clause, which it leads to (علق على الحكم بالقول «…»)."""
    if j + 1 >= len(words.word) or not (words.opens_quote(j + 1) or words.word[j + 1] == ":"):
        return False
    return any(form.form.shape == "participle" and form.form.gender is None for form in grammar.readings(words.word[j]))


def _belongs_to_post(grammar: Grammar, words: Words, at: int, j: int) -> bool:
    """Whether ب leads to the body or place of a post between verb and content (أفاد قائد القوات بالجيش اليمني أن، ندد
    مدير الصحة بمنطقة عسير بالعمل)."""
    inside = grammar.is_in_any(_PLACES, words.word[j][1:])
    if j < at + 3 or not (inside and grammar.is_post(words.word[at + 1])):
        return False
    subject = read_phrase(grammar, words, at + 1, j + 1)
    return subject is not None and subject.high > j and _leads_on(grammar, words, j + 1)


def _leads_on(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether something else is reported near by, a clause, or before the next break what ب leads to (but طالب الوزير
    التركي بمنطقة آمنة)."""
    end = next((j for j in range(k, len(words.word)) if is_break(words.word[j])), len(words.word))
    clause = any(map(grammar.is_complementizer, words.word[k : k + LONGEST_NAME]))
    return clause or any(word.startswith("ب") for word in words.word[k:end])


def _is_to(grammar: Grammar, words: Words, form: CueForm, at: int, j: int) -> bool:
    """Whether ل attached to a word leads to what is called for: right after the cue any noun will do (دعا لموقف); of a
    verb that may take إلى instead, ل inside the subject is no content (دعت منظمة لحقوق الإنسان إلى)."""
    word = words.word[j]
    if word in grammar.classes["reporters"] and not _is_attended(grammar, words, at, j):
        return False  # ‹دعا للصحافيين إلى›
    if grammar.addresses_medium(word) or word in grammar.stops or word in grammar.classes["l-words"]:
        return False
    if j == at + 1:
        return True
    before = words.word[j - 1]
    if before.startswith("ك") and grammar.is_post(before[1:]):
        return False  # ‹دعا في آخر خطاب له كرئيس للحزب أعضاءه إلى›
    subject = read_phrase(grammar, words, at + 1, j + 1, tight=True) if "الي" in form.cue.frames else None
    leads = grammar.has_preposition(words, j) or grammar.is_act_noun(word[1:])  # ‹دعت قطر لوقف دعمها›
    leads = leads or (grammar.is_common(word[1:]) and word not in words.names and words.mention[j] < 0)  # ‹لعقد›
    return leads and (subject is None or subject.high <= j)


def _is_attended(grammar: Grammar, words: Words, at: int, j: int) -> bool:
    """Whether those who are called stand before an audience, which is then what they are called to (دعا الوزير الجميع
    للحضور)."""
    subject = read_phrase(grammar, words, at + 1, j, tight=True) if at + 1 < j else None
    return subject is not None and subject.high < j
