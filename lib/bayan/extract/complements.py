"""Complements: the first thing after a cue that its frames allow, a clause, preposition, colon or quotation."""

from __future__ import annotations

from bayan.extract.adverbials import aside_end, skip_bracket, withheld_end
from bayan.extract.bare_clauses import LONGEST_LEAD, bare_clause
from bayan.extract.between import is_told_by
from bayan.extract.colons import after_colon
from bayan.extract.duties import names_holder
from bayan.extract.governed import governs, governs_clitic
from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.letters import is_letter
from bayan.extract.nouns import read_phrase
from bayan.extract.others_clauses import takes_clause
from bayan.extract.prepositional import is_participles, is_taken
from bayan.extract.quoted import is_speech, names_body
from bayan.extract.readings import Frame
from bayan.extract.stray import is_stray
from bayan.extract.verbs import is_joined_act, is_of_first_person, is_spelt
from bayan.extract.words import Words
from bayan.lexicon import CueForm

LONGEST_GAP = 45
LONGEST_OBJECT = 6
"""Tokens of a quotation within which whom a verb is done to ends."""
LONGEST_TITLE = 4
"""Tokens of a name in quotation marks (إن بي سي نيوز)."""
_ADVERBS = (("فيما", "بعد"), ("ما", "بعد"), ("من", "قبل"))
_BECAUSE = ("لان", "كان")
_BEFORE_NOW = "سبق"
_ASIDE = 8
"""Tokens within which a bracket that a verb stands in opens."""
_AS = ("كما", "حسبما")


def find_complement(grammar: Grammar, words: Words, form: CueForm, at: int, high: int) -> tuple[Frame, int] | None:
    """The first complementizer, preposition, colon or quotation after a cue that its frames allow; of a verb that may
    go without them the clause after its subject."""
    marked = _find_marked(grammar, words, form, at, high)
    told = "an" in form.cue.frames and marked is not None and marked[0] == "prep"
    if told and words.word[at + 1] in grammar.classes["that-told"]:
        marked = None  # ‹ذكر ذلك سعد العلي، مدير الإعلام بالأمانة›, but ‹مبررا ذلك بالظروف›
    if "bare" not in form.cue.frames:
        return marked
    bare = bare_clause(grammar, words, form, at, high)
    if marked is None or bare is None:
        return marked or bare
    leads = bare[1] < marked[1] and is_of_first_person(grammar, words.word[bare[1]])
    return bare if leads else marked  # ‹وأضاف نأمل أن ننجح›


def _find_marked(grammar: Grammar, words: Words, form: CueForm, at: int, high: int) -> tuple[Frame, int] | None:
    """The first complementizer, preposition, colon or quotation."""
    frames = form.cue.frames
    j = at + 1
    near = form.cue.adjacent and form.form.gender != "f" and not is_told_by(grammar, words, at, high)
    stop = min(high, at + (3 if near else LONGEST_GAP))
    relative = taken = False
    aside = at
    marks, told, quote = grammar.complement_marks, words.word, words.quote
    while j < stop:
        word = told[j]
        if word not in marks and quote[j] < 0 and word[0] not in "بل":
            j += 1
            continue
        if is_comma(words.word[j - 1]) and j > aside and j > at + 1:
            aside = aside_end(grammar, words, form, j, stop)
        if words.opens_quote(j):
            if taken:
                j = words.quote_end(j)  # ‹رد على الاتهام الذي وصفه بأنه يعرقل "الحصول على السلع"›
                continue
            opened = _opens(grammar, words, form, at, j, high)
            if opened is not None:
                return opened, j
            j = words.quote_end(j)
            continue
        if (withheld := withheld_end(grammar, words, j, stop)) > j:
            j = withheld
            continue
        if word == ")" and _is_bracketed(words, at):
            return None  # ‹(كما يقولون)›
        if word == ":":
            return after_colon(grammar, words, form, at, j, high)
        if word == "(":
            j = skip_bracket(words, j, stop)
            continue
        if word == "؛" and j + 1 < stop and words.opens_quote(j + 1) and "quote" in frames:
            return "colon", j + 1  # ‹قائلا؛ «…»›
        if word in ".!?؟…" or (word == "؛" and not _is_comma_here(grammar, words, at, j)):
            return None
        if grammar.is_complementizer(word) and not (words.is_inside_mention(j) or is_letter(grammar, words, j)):
            marked = _clause(grammar, words, form, at, j)
            if marked is not None:
                return marked
            others = relative and takes_clause(grammar, words, at, j)
            if not (others or _is_bound(grammar, words, j)):
                return None
            taken = others and j + 1 < stop and not words.opens_quote(j + 1)
        elif j >= aside and _governs_here(grammar, words, form, at, j, high):
            return "prep", j
        elif word in grammar.classes["relatives"]:
            relative = True
        elif j > at + 1 and not relative and _is_second_verb(grammar, words, j):
            return None
        elif form.form.shape.startswith("masdar") and _has_clause(grammar, words, j, stop):
            return None  # ‹سارعت دمشق إلى نفيه، في وقت قال المرصد إنه›
        elif relative and is_comma(word):
            relative = taken = False
        j += 1
    return None


def _is_bracketed(words: Words, at: int) -> bool:
    """Whether a bracket that is open stands shortly before a verb."""
    near = (word for word in reversed(words.word[max(0, at - _ASIDE) : at]) if word in ("(", ")"))
    return next(near, "") == "("


def _governs_here(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> bool:
    """Whether the verb governs a preposition, free or attached, and no participle behind a comma does before it."""
    free = words.word[j] in grammar.classes["prepositions"] and words.word[j] in form.cue.frames
    if "np" not in form.cue.frames:  # what is barred for those that have it is an object without a preposition
        free = free and form.cue.blocked.isdisjoint(words.word[j + 1 : j + 2])  # ‹دافع المهاجم عن ألوان ناديه›
    governed = (free and governs(grammar, words, form, at, j, high)) or governs_clitic(
        grammar, words, form, at, j, high
    )
    return governed and not (is_taken(grammar, words, at, j) or names_holder(grammar, words, at, j, high))


def _opens(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> Frame | None:
    """How a quotation is what the verb reports: what it governs, speech, or a clause (أصر «أن بلاده لا تريد»)."""
    word, frames = words.word[j], form.cue.frames
    inside = word in grammar.classes["prepositions"] and word in frames
    inside = inside or _begins_with_object(grammar, words, form, j)
    end = words.quote_end(j)
    named = j > at + 1 and names_body(grammar, words, j, end, high)  # ‹أخبرت مجلة "برايتون" أن›
    named = named or (end == j + 1 and not (grammar.is_common(word) or grammar.is_definite(word)))  # ‹"بيونغيانغ" بزرع›
    if inside or (not named and governs_clitic(grammar, words, form, at, j, high)):
        return "prep"
    before_colon = end < high and words.word[end] == ":"  # ‹قال التقرير، الذي أعدته «شركة آسيا»: …›
    if "quote" in frames and not before_colon and is_speech(grammar, words, form, at, j, high):
        return None if _is_of_participle(grammar, words, at, j) else "quote"
    clause = grammar.is_complementizer(word) and end - j > LONGEST_TITLE
    return "an" if clause and "an" in frames else None


def _is_of_participle(grammar: Grammar, words: Words, at: int, j: int) -> bool:
    """Whether quoted words belong to what a participle behind a comma governs (هاجم روحاني ترامب، محذرا إدارته من سياسة
    ستكون «خطأ»), which no comma closes before them (قال، مشيرا إلى البيان، «لن نقبل»)."""
    if is_comma(words.word[j - 1]):
        return False
    commas = (k for k in range(at + 1, j - 2) if is_comma(words.word[k]))
    return any(
        reading.form.shape == "participle" and not reading.cue.frames.isdisjoint(words.word[k + 2 : k + LONGEST_OBJECT])
        for k in commas
        for reading in grammar.readings(words.word[k + 1])
    )


def _has_clause(grammar: Grammar, words: Words, j: int, stop: int) -> bool:
    """Whether a past of saying stands here, with its own clause soon behind it."""
    if words.word[j] not in grammar.finite or words.word[j] in grammar.classes["homographs"]:
        return False
    says = any(form.form.shape == "past" and "an" in form.cue.frames for form in grammar.readings(words.word[j]))
    return says and any(grammar.is_complementizer(words.word[k]) for k in range(j + 1, min(stop, j + LONGEST_LEAD)))


def _begins_with_object(grammar: Grammar, words: Words, form: CueForm, j: int) -> bool:
    """Whether a quotation begins with whom the verb is done to, and goes on with what (حض «جميع الأطراف على وقف
    القتال»)."""
    if not form.cue.needs_object or form.form.pronoun or is_comma(words.word[j]):
        return False
    near = range(j + 1, min(words.quote_end(j) - 1, j + LONGEST_OBJECT))
    return any(words.word[k] in form.cue.frames and words.word[k] in grammar.classes["prepositions"] for k in near)


def _is_comma_here(grammar: Grammar, words: Words, at: int, j: int) -> bool:
    """Whether a semicolon stands for the comma behind a subject, or before a post, a description or a clause (وقال
    دانيال؛ ممثل المنظمة؛ إن)."""
    following = words.word[j + 1] if j + 1 < len(words.word) else ""
    describes = following in ("من", "حيث") or following in grammar.classes["relatives"]
    subject = read_phrase(grammar, words, at + 1, j) if at + 1 < j else None
    describes = describes or (subject is not None and subject.high == j and subject.head in ("name", "post"))
    return describes or grammar.is_post(following) or grammar.is_complementizer(following)


def _clause(grammar: Grammar, words: Words, form: CueForm, at: int, j: int) -> tuple[Frame, int] | None:
    """A complementizer as content: bare, with ب, or after a preposition that the cue governs."""
    before, frames = words.word[j - 1], form.cue.frames
    if _tells_past(grammar, words, j):
        return None
    if words.word[j].startswith(_BECAUSE[0]) and "ل" not in frames:
        return None  # ‹ترفض زواج امرأة لأنه فنان›, but ‹تأسفت لأن الاتفاق تأجل›
    if (words.quote[j - 1] >= 0 and words.quote[j] < 0) or is_letter(grammar, words, j - 1):
        return ("an", j) if "an" in frames else None  # ‹لمحطة «بي إف إم في» إن›, without marks too
    late = _is_later(words, j - 1)
    if j - 1 > at and before in grammar.classes["prepositions"] and not late:
        told = before in frames or is_stray(grammar, words, form, at, j - 1)
        return ("prep", j - 1) if told else None
    binds = before in grammar.classes["binding"] and not late
    binds = binds or (words.word[j].startswith("بان") and before in grammar.classes["deemed"])
    if j - 1 > at and (binds or _is_unwilling(grammar, words, j)):
        return None
    back = before in grammar.classes["pointing-back"]
    if j - 1 - back > at and takes_clause(grammar, words, at, j):
        return None
    if before in grammar.classes["that-nouns"] and j - 1 > at:
        return ("an", j - 1)
    if words.word[j].startswith("بان"):
        told = ("an" in frames or "ب" in frames) and not is_participles(grammar, words, at, j)
        return ("an", j) if told else None
    return ("an", j) if "an" in frames else None


def _is_later(words: Words, j: int) -> bool:
    """Whether a preposition is an adverb of time (قال فيما بعد إن، قال من قبل إن)."""
    return words.word[j - 1 : j + 1] in _ADVERBS


def _is_bound(grammar: Grammar, words: Words, j: int) -> bool:
    return (
        _is_unwilling(grammar, words, j)
        or _tells_past(grammar, words, j)
        or words.word[j - 1] in grammar.classes["binding"]
        or (words.word[j].startswith("بان") and words.word[j - 1] in grammar.classes["deemed"])
        or words.word[j].startswith(_BECAUSE)
    )


def _tells_past(grammar: Grammar, words: Words, j: int) -> bool:
    """Whether a clause tells what was once (وأضاف … وسبق أن شاركوا، الوزير الذي سبق أن شغل المنصب), and سبق is no
    medium (أكد لموقع سبق أن)."""
    led = words.word[j - 2] if j > 1 else ""
    behind = led in grammar.classes["relatives"] or is_comma(led)
    return words.word[j - 1] == "و" + _BEFORE_NOW or (words.word[j - 1] == _BEFORE_NOW and behind)


def _is_unwilling(grammar: Grammar, words: Words, j: int) -> bool:
    """Whether a clause is what a source does not want (قال طالبا ألا ينشر اسمه إن)."""
    return grammar.starts_sequence("unwilling", words, j - 1, len(words.word)) > 1


def _is_second_verb(grammar: Grammar, words: Words, j: int) -> bool:
    """A further finite cue with a conjunction or after a comma closes the search."""
    if words.word[j] not in grammar.finite or words.word[j] in grammar.phrases or words.mention[j] >= 0:
        return False  # ‹ذكرت الصحيفة، نقلا عن مصدر، أن›, spelt like a dual; ‹المتحدثة، دانا وايت،›
    if grammar.starts_sequence("unwilling", words, j, len(words.word)):
        return False  # ‹قال مسؤول، اشترط عدم كشف اسمه، إن›
    for reading in grammar.readings(words.word[j]):
        if not is_spelt(words, reading, j):
            continue  # ‹أحد الموقعين، يدعى إيريك لاي، إن›
        if words.word[j] in grammar.classes["publishing"] and is_comma(words.word[j - 1]):
            continue  # ‹وأضاف في تصريحات صحفية، نشرت أمس: …›
        if is_joined_act(grammar, words, j):
            continue  # ‹مركز التدريب ونقل التكنولوجيا›
        if reading.conjunction == "ف" and words.quote[j - 1] < 0 and not is_comma(words.word[j - 1]):
            continue  # ‹كريستين بلاسي فورد›
        before = words.word[j - 1]
        following = words.word[j + 1] if j + 1 < len(words.word) else ""
        if reading.form.shape == "participle" and is_comma(before) and _is_told(grammar, words, j + 1, following):
            return True
        led = before in grammar.classes["subordinators"]
        if reading.form.shape in ("past", "present") and (reading.conjunction or led or is_comma(before)):
            return len(words.word[j]) > 3 or _is_short_past(grammar, reading, words.word[j], before)
    return False


def _is_told(grammar: Grammar, words: Words, j: int, word: str) -> bool:
    """Whether a clause or quotation begins right behind a participle."""
    return grammar.is_complementizer(word) or (j < len(words.word) and words.opens_quote(j))


def _is_short_past(grammar: Grammar, reading: CueForm, word: str, before: str) -> bool:
    """Whether three letters are a verb and no noun or preposition: few are both (قال), and behind what opens a clause
    (بينما عبر النادي عن غضبه) no noun stands."""
    if reading.conjunction or reading.form.number == "d":
        return False  # ‹وقال، ردا على سؤال، إن›
    opens = not is_comma(before) and before not in _AS
    return opens or not (reading.cue.adjacent or word in grammar.classes["homographs"])
