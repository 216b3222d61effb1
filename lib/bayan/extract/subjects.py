"""Subjects: the noun phrase after or before a verb of saying, and the adverbials between."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.agreement import agrees
from bayan.extract.before import subject_before
from bayan.extract.descriptions import source_end
from bayan.extract.far_names import between_dashes, with_far_name
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.lone_names import has_particle, is_accusative_noun
from bayan.extract.name_starts import is_foreign
from bayan.extract.name_words import is_adverb
from bayan.extract.nouns import read_phrase
from bayan.extract.openers import EACH_OF, past_matter
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Reading
from bayan.extract.relay_verbs import whose_words
from bayan.extract.taken_in import before_object
from bayan.extract.whom import is_addressee
from bayan.extract.words import ALREADY, OWNED, Words
from bayan.lexicon import CueForm

SHORTEST_PLURAL = 6
LONGEST_UNKNOWN = 4
"""Words that a subject of unknown kind may have."""
_ACCUSATIVE = ("اءه", "اءها", "اءهم")
"""‹ونبهت أعضاءها›: in the nominative the hamza sits on و."""


def subject_after(grammar: Grammar, words: Words, form: CueForm, at: int, content: int, low: int) -> NounPhrase | None:
    """The noun phrase right after the cue, past light adverbials; after a verb of relaying the one after عن."""
    if form.form.shape in ("participle", "masdar"):
        return None
    if "relay" in form.cue.frames:
        return whose_words(grammar, words, form, at, content)
    if form.cue.next and words.word[at + 1] == "في" and at + 2 < content:
        stated = read_phrase(grammar, words, at + 2, content)  # ‹جاء في البيان أن›: what it stands in speaks
        issued = stated is not None and (stated.head in ("document", "media", "body") or stated.own is not None)
        return stated if issued else None
    if form.cue.takes_object and at > low and words.word[at - 1] in grammar.classes["asides"]:
        return None  # ‹وهي تعزو الازدياد إلى›
    dual = form.form.number == "d"
    if form.cue.takes_object and (dual or (form.form.shape == "past" and form.form.number == "p")):
        return None  # ‹وطالبوا الأمم المتحدة بالتدخل، حملتا روسيا المسؤولية›: the ending is the subject
    content = next((j for j in range(at + 1, content) if words.word[j] in form.cue.needs), content)  # ‹لفت النظر›
    k = past_matter(grammar, words, form, at, content)
    if k < content and words.word[k] in grammar.classes["rank-pronouns"]:
        return None
    phrase = read_phrase(grammar, words, k, content, tight=form.cue.takes_object) if k < content else None
    if phrase is not None and phrase.name is not None and words.word[k - 2 : k] == EACH_OF:
        phrase = _first_of_several(grammar, words, phrase, content)
    if form.form.pronoun and k < content and _are_theirs(grammar, words, k, phrase):
        phrase = NounPhrase(k, source_end(grammar, words, k + 1, content), "source")
    if phrase is not None and form.cue.takes_object:
        after = skip_adverbials(grammar, words, phrase.high, content)
        if after == content or words.word[after] in grammar.classes["prepositions"]:
            phrase = before_object(grammar, words, phrase, form.cue.needs_object)
    if phrase is not None and words.has_clitic(phrase.low) and words.word[phrase.low][0] in "بل":
        return None  # ‹وأضاف لهيئة الإذاعة البريطانية «…»›
    if phrase is not None and phrase.head == "media" and form.cue.needs_object and "an" in form.cue.frames:
        told = _teller(grammar, words, form, phrase, content)
        if told is not None:
            return told
    leads = form.cue.takes_object and at <= low + 1 and grammar.is_definite(words.word[k])
    if phrase is None and k < content and (leads or not _may_have_object(grammar, words, form, k, content)):
        fronted = subject_before(grammar, words, at, low) is not None
        phrase = None if fronted else _described(grammar, words, form, at, k, content, tight=leads)
    if phrase is None or not agrees(grammar, words, form, phrase) or words.word[phrase.low].endswith(_ACCUSATIVE):
        return None
    if form.cue.takes_object and not form.form.pronoun and is_addressee(grammar, words, form, phrase, at, content, low):
        return None
    if form.cue.takes_object:
        return between_dashes(grammar, words, phrase, content) or phrase
    return with_far_name(grammar, words, phrase, content)


def _are_theirs(grammar: Grammar, words: Words, k: int, phrase: NounPhrase | None) -> bool:
    """Whether people who belong to somebody follow a verb that has its object already (ووصفه أساتذته بأنه مهذب)."""
    word = words.word[k]
    if not word.endswith(OWNED) or len(word) < SHORTEST_PLURAL or word in words.names or word in grammar.name_words:
        return False
    alone = phrase is None or (phrase.head == "name" and phrase.high == phrase.low + 1)
    return alone and not grammar.is_act_noun(word)


def _teller(grammar: Grammar, words: Words, form: CueForm, medium: NounPhrase, content: int) -> NounPhrase | None:
    """Who tells a medium something and stands after it (أبلغت «عكاظ» مصادر أمنية أن)."""
    k = skip_adverbials(grammar, words, medium.high, content)
    told = read_phrase(grammar, words, k, content, tight=True) if k < content else None
    if told is None or told.head not in ("source", "post", "name"):
        return None
    return told if agrees(grammar, words, form, told) else None


def _first_of_several(grammar: Grammar, words: Words, phrase: NounPhrase, content: int) -> NounPhrase:
    """The first of several who are listed by name, up to the next (كل من عايض عوضة ومحمد جبار)."""
    for k in range(phrase.high, min(content, phrase.high + LONGEST_UNKNOWN)):
        word = words.word[k]
        if word[0] == "و" and word[1:] in grammar.given_names:
            return phrase.changed(high=k, name=(phrase.name[0] if phrase.name else phrase.low, k))
        if is_break(word) or word in grammar.stops or words.mention[k] >= 0:
            break
    return phrase


def _may_have_object(grammar: Grammar, words: Words, form: CueForm, k: int, content: int) -> bool:
    """Such a verb may stand right before its object (تعتبر الاتفاق «خطأ»، أكدت تصميم الدولة على). No object are a
    plural in ون, and before ‹عن› a feminine after a feminine verb (أعلنت البحرية الليبية عن)."""
    if nominative(grammar, words, k, content) is not None:
        return False
    if form.cue.takes_object:
        return True
    if words.word[content] == "عن" and form.form.gender == "f" and words.is_feminine(k):
        return grammar.has_stem("stance-nouns", words.word[k])
    clause = grammar.is_complementizer(words.word[content]) or words.word[content - 1] == ":"
    clause = clause or (content - k <= LONGEST_UNKNOWN and _leads_to_clause(grammar, words, content))
    return "np" in form.cue.frames and (form.cue.explicit or not clause)


def _leads_to_clause(grammar: Grammar, words: Words, content: int) -> bool:
    """Whether a complement is a clause behind its preposition (وكشف الزوج عن أنه)."""
    follows = content + 1 < len(words.word) and grammar.is_complementizer(words.word[content + 1])
    return follows and words.word[content] in grammar.classes["prepositions"]


def _described(
    grammar: Grammar, words: Words, form: CueForm, at: int, k: int, content: int, tight: bool = False
) -> NounPhrase | None:
    """A speaker whom the lexicon does not know: whatever noun stands between the verb and its clause (معدة البرنامج),
    but not what goes on with a venue (في تصريح نشرته الوكالة)."""
    word = words.word[k]
    if k > at + 1 and not is_comma(words.word[k - 1]) and words.word[k - 1] not in grammar.classes["adverbials"]:
        return None
    if _follows_subject(grammar, words, at):
        return None
    barred = is_break(word) or word in grammar.stops or grammar.is_complementizer(word) or words.opens_quote(k)
    barred = barred or grammar.is_any(("fenced", "never-names"), word)  # ‹قال عشية إن›
    barred = barred or (word[0] in "بل" and has_particle(grammar, word))  # ‹تحدث بشرط عدم الكشف عن اسمه›
    oblique = form.cue.takes_object and word.startswith("ال") and word.endswith("ين")  # ‹دعت المشجعين إلى›
    oblique = oblique or word.endswith("تين")  # ‹كتب رسالتين: الأولى …›
    barred = barred or oblique or (word.startswith("ل") and word.endswith(OWNED) and not words.is_feminine(k))
    if barred or _tells_how(grammar, words, k) or word.startswith("و") or grammar.has_preposition(words, k):
        return None
    if words.word[at] in grammar.classes["homographs"] and word.endswith(OWNED) and grammar.is_common(word):
        return None  # ‹عبر تعاملها مع البلدين›
    verb = (word in grammar.forms and not words.is_feminine(k)) or _is_told(grammar, word)
    if verb or word in grammar.classes["relatives"] or word in grammar.classes["determiners"]:
        return None
    published = form.cue.needs_for.get("quote", frozenset())  # ‹نشر الحساب تغريدة جاء فيها: …›
    end = next((j for j in range(k + 1, content) if words.word[j] in published), content)
    return NounPhrase(k, source_end(grammar, words, k + 1, end, tight), "source")


def _follows_subject(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a subject, whoever that is, stands between ‹كان› and its verb (كانت مطارات عديدة قد نبهت ركابها)."""
    if at < 2 or words.word[at - 1] != ALREADY:
        return False
    before = words.word[at - 2]
    return not (is_break(before) or before.removeprefix("و") in grammar.classes["auxiliaries"])


def nominative(grammar: Grammar, words: Words, k: int, high: int) -> NounPhrase | None:
    """A subject that shows by its ending that it is no object (انتقد المغتربون القانون)."""
    word = words.word[k]
    if not word.endswith("ون") or len(word) < SHORTEST_PLURAL or word in grammar.forms:
        return None
    if not word.startswith("ال") or word in grammar.classes["no-plurals"]:
        return None  # ‹وصف التلفزيون الهجوم بأنه عدوان›
    if grammar.is_post(word) or grammar.is_in("sources", word) or words.mention[k] >= 0:
        return None
    return NounPhrase(k, source_end(grammar, words, k + 1, high, tight=True), "source")


def disagrees(grammar: Grammar, words: Words, form: CueForm, at: int, content: int) -> bool:
    """Whether the noun right after a verb cannot be its subject by gender."""
    phrase = read_phrase(grammar, words, at + 1, content) if at + 1 < content else None
    return phrase is not None and not agrees(grammar, words, form, phrase)


def unknown_subject(grammar: Grammar, words: Words, reading: Reading) -> NounPhrase | None:
    """Words between a verb without object and its clause or quotation are its subject, whoever that is: a name where
    they are no known nouns (قال زانداميلا إن، تقول صديقاتها إن)."""
    form = reading.form
    if form is None or form.cue.takes_object or reading.shape not in ("past", "present"):
        return None
    if reading.frame not in ("an", "quote", "colon"):
        return None
    low = skip_adverbials(grammar, words, reading.cue[1], reading.content)
    if not 0 < reading.content - low <= LONGEST_UNKNOWN:
        return None
    told = range(low, reading.content)
    feminine = form.form.gender == "f"  # but ‹قال وكالة «معا» إن›, as some write
    if words.word[low] in form.cue.needs or (feminine and disagrees(grammar, words, form, low - 1, reading.content)):
        return None  # ‹وسأل الله أن يحفظ البلاد، واعتبرت السفير "غير مرغوب فيه"›
    if "في" in words.word[reading.cue[1] : low] or not _is_bare_noun(grammar, words, low):
        return None
    if any(is_break(words.word[k]) or words.word[k] in grammar.stops for k in told):
        return None
    first = words.word[low]
    addressed = (k for k in told if k > low and words.word[k][0] == "ل" and words.word[k][1:] in grammar.name_words)
    high = next(addressed, reading.content)  # ‹وقال وودورد لترامب «…»›
    known = grammar.is_definite(first) or grammar.is_common(first) or first.endswith(("ه", "ها", "هم", "نا", "ي"))
    name = None if known else (low, high)
    return NounPhrase(low, high, "source" if known else "name", name=name)


def _is_bare_noun(grammar: Grammar, words: Words, at: int) -> bool:
    """Neither an adverb in the accusative, nor a preposition with its noun or pronoun, nor a title that means the last
    speaker (معاليه)."""
    word = words.word[at]
    stem = word.removesuffix("ها").removesuffix("ه")
    attached = grammar.has_preposition(words, at) or word.startswith(("ب", "ل"))
    if words.quote[at] >= 0 or (attached and not is_foreign(grammar, words, at)):
        return False
    if word in grammar.classes["bare-openers"] or word in grammar.classes["never-names"]:
        return False  # ‹وأضاف قائلا نحن مستمرون›
    if word in grammar.forms or word in grammar.classes["relatives"] or _is_told(grammar, word):
        return False
    return not _tells_how(grammar, words, at) and stem not in grammar.stops and not grammar.is_in("honorifics", stem)


def _tells_how(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a word tells how something is said (وأضافت مجددا، وتابع متوجها إلى الرئيس)."""
    known = words.mention[at] >= 0 or words.word[at] in grammar.name_words or words.word[at] in words.names
    return is_adverb(grammar, words, at) or (not known and is_accusative_noun(grammar, words.word[at]))


def _is_told(grammar: Grammar, word: str) -> bool:
    """Whether a verb begins what is said without anything to mark it (وأضاف تمت مناقشة الآلية)."""
    return word in grammar.classes["finite-verbs"] and word not in grammar.name_words
