"""Cues: where a sentence reports speech, and what follows the reporting words.

A reading names the cue, the stretch between it and the content (where a subject may stand) and the place and frame of
the content. It is exact about ranges and says nothing yet about who speaks.
"""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.asked import thing_asked
from bayan.extract.before import subject_before
from bayan.extract.blocking import LONGEST_LEAD, is_blocked
from bayan.extract.cases import is_oblique
from bayan.extract.complements import find_complement
from bayan.extract.continuations import CLAUSAL, LAM, is_purpose
from bayan.extract.demands import read_demand
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.homographs import hangs_in_the_air, is_noun
from bayan.extract.objects import RULED, is_claim, is_court, needs_subject, only_tells, read_object
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Frame, Reading, read_by
from bayan.extract.speech_nouns import leads_to_clause, read_noun, read_own_object, read_relayed_object
from bayan.extract.subjects import disagrees, nominative, subject_after
from bayan.extract.things import is_told_by_thing
from bayan.extract.verbs import is_first_person, is_spelt
from bayan.extract.words import Words
from bayan.lexicon import CueForm
from bayan.records import Act

SHORTEST_SPEECH = 5
_OWN = ("ه", "ها", "هم", "هما")
SHORTEST_TURN = 8
"""Quoted words that are speech wherever they stand."""


def read_cue(grammar: Grammar, words: Words, at: int, low: int, high: int, title: bool = False) -> Reading | None:
    """The reading of a cue at a token of the sentence [low, high), or None where it reports nothing."""
    if words.quote[at] >= 0 and not is_quoted_cue(words, at):
        return None
    for form in grammar.readings(words.word[at]):
        if not is_spelt(words, form, at) or is_blocked(grammar, words, form, at, low, high):
            continue
        if is_purpose(grammar, words, form, at, low):
            continue
        reading = _read_frames(grammar, words, form, at, low, high, title)
        if reading is not None and (form.conjunction != LAM or reading.frame in CLAUSAL):
            return reading
    return None


def is_quoted_cue(words: Words, at: int) -> bool:
    """A headline may set the verb itself in quotation marks (إسرائيل "تثمن" القرار)."""
    return words.field == "title" and words.opens_quote(at) and words.quote_end(at) == at + 1


def _read_frames(
    grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int, title: bool
) -> Reading | None:
    found = find_complement(grammar, words, form, at, high)
    if is_told_by_thing(grammar, words, form, at, low, found):
        return None
    if form.form.shape == "masdar-noun":
        noun = read_noun(grammar, words, form, at, found, high, title)
        if noun is not None or found is None or not leads_to_clause(grammar, words, form, at, found):
            return noun
    if found is None:
        return _read_unmarked(grammar, words, form, at, low, high, title)
    frame, content = found
    if title and frame == "quote" and "np" in form.cue.frames and content == at + 1 and _goes_on(words, content, high):
        frame = "np"  # ‹روما ترفض «تلقي الدروس» من فرنسا›
    if title and "np" in form.cue.frames and _has_words_between(grammar, words, at, low, found):
        told = read_object(grammar, words, form, at, low, high, title)
        if frame == "quote" or (told is not None and told.content < content - 1):
            return told
    if frame == "quote" and form.form.pronoun and words.quote_end(content) - content < SHORTEST_SPEECH:
        frame = "np"  # a predicate that goes on after its quoted words (اعتبرته «تدخلا سافرا» في شؤونها)
    speech = "quote" if frame in ("quote", "colon") else "an"
    needed = form.cue.needs_for.get(speech) if frame in ("quote", "colon", "an") else None
    if needed and not any(word in needed for word in words.word[at + 1 : content]):
        return None
    direct_object = None
    if "np" in form.cue.frames and frame in ("an", "prep", "quote", "colon"):
        direct_object = read_object(grammar, words, form, at, low, high, title)
        if direct_object is not None and _precedes(grammar, words, form, direct_object, content):
            return direct_object
    subject = subject_after(grammar, words, form, at, content, low)
    if title and at == low and subject is None and form.form.shape == "past":
        return None  # a headline begins with a noun (كشف، رفض) rather than with a verb whose subject it leaves out
    if subject is not None and form.cue.act in RULED and is_court(grammar, words, subject):
        return None  # ‹أدانت محكمة أمريكية ضابطا بالتجسس›
    if form.cue.told and not _has_receiver(grammar, words, form, subject, at, content, low):
        return None
    bearer = subject if subject is not None else subject_before(grammar, words, at, low)
    claims = is_claim(grammar, words, at, found) and (bearer is not None or form.form.shape == "past")
    if form.cue.tellers and not (claims or only_tells(grammar, words, bearer)):
        return None  # ‹الفيلم الذي يتحدث عن مصريين›
    alone = bearer is None
    explicit = form.cue.explicit and not form.cue.impersonal
    idiom = explicit and frame == "an" and content == at + 1  # ‹ويعتبر أن›, which no passive is
    if alone and content == at + 1 and _opens_text(words, form, at):
        return None  # ‹كُشف عن أن›
    if alone and needs_subject(form) and not idiom and not _goes_on_from(grammar, words, form, at, low):
        return None
    if subject is None and (is_first_person(words, form, at) or _is_passive(grammar, words, form, at, content, low)):
        return None
    if subject is None and frame in ("prep", "quote") and hangs_in_the_air(grammar, words, form, at, low, content):
        return None
    if frame == "quote" and not _leads_to_speech(grammar, words, form, subject, at, content):
        return None if form.cue.explicit else direct_object
    if frame == "prep" and not alone:
        after = subject.high if subject is not None else at + 1
        if _has_object(grammar, words, form, after, content):
            return direct_object
    frame = "np" if frame == "quote" and _is_judged(words, form, content, high) else frame
    return read_by(form, at, frame, thing_asked(grammar, words, form, content, high), subject)


def _read_unmarked(
    grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int, title: bool
) -> Reading | None:
    """What a cue says by its object, where no clause, preposition, colon or quotation follows."""
    if form.form.shape == "masdar":
        own = read_own_object(grammar, words, form, at, high)
        return own or read_relayed_object(grammar, words, form, at, low, high)
    if "np" not in form.cue.frames:
        return read_demand(grammar, words, form, at, low, high)
    reading = read_object(grammar, words, form, at, low, high, title)
    alone = reading is not None and reading.subject is None and not title and form.form.shape == "past"
    return None if alone and is_noun(grammar, words, form, at, low) else reading


def _opens_text(words: Words, form: CueForm, at: int) -> bool:
    """Whether an article begins with a past: nobody has been named whom it could leave out, so it is a passive."""
    return at == 0 and words.field == "body" and form.form.shape == "past" and not form.conjunction


def _goes_on_from(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """Whether a present with و goes on from another one like it, whose subject it shares (ينفي التهم ويعتبر أن)."""
    if form.conjunction != "و":
        return False
    return any(
        other.form.shape == "present" and other.form.gender == form.form.gender and other.cue is not form.cue
        for k in range(low, at)
        if words.word[k] in grammar.finite and words.quote[k] < 0
        for other in grammar.readings(words.word[k])
    )


def _has_words_between(grammar: Grammar, words: Words, at: int, low: int, found: tuple[Frame, int]) -> bool:
    """Whether a noun may stand between the verb of a headline and a colon or quotation (هولندا تكشف هويته: دوافعه؛
    روسيا تعلن نجاح تجربة «زيركون»)."""
    frame, content = found
    if frame == "colon":
        return content > at + 2
    if frame != "quote" or content <= at + 1 or words.word[content - 1] == ":" or words.opens_quote(at + 1):
        return False
    return subject_before(grammar, words, at, low) is not None


def _is_judged(words: Words, form: CueForm, content: int, high: int) -> bool:
    """Whether a few quoted words that the sentence goes on with are what somebody judges, and not what he says (أدان
    «المغامرات» في الشرق الأوسط)."""
    judges = "np" in form.cue.frames and form.cue.act is not Act.INFORM and words.word[content - 1] != ":"
    return judges and words.quote_end(content) - content < SHORTEST_SPEECH and _goes_on(words, content, high)


def _goes_on(words: Words, content: int, high: int) -> bool:
    """Whether the sentence goes on right after a quotation."""
    end = words.quote_end(content)
    return end < high and not is_break(words.word[end])


def _leads_to_speech(
    grammar: Grammar, words: Words, form: CueForm, subject: NounPhrase | None, at: int, content: int
) -> bool:
    """Whether a few quoted words without a colon are speech and no part of a noun phrase (أدانت المحكمة رجلا بهدف
    «شن هجمات»): right after the cue, its subject, a comma or an adverbial."""
    objects = form.cue.takes_object or "np" in form.cue.frames
    if not objects or words.quote_end(content) - content >= SHORTEST_TURN or words.word[content - 1] in ("ب", "ل"):
        return True
    if form.form.shape not in ("past", "present"):
        return True
    start = subject.high if subject is not None else at + 1
    gap = words.word[start:content]
    if is_comma(words.word[content - 1]) or skip_adverbials(grammar, words, start, content) >= content:
        return True
    last = max((k for k in range(start, content) if is_comma(words.word[k])), default=content)
    if last < content and skip_adverbials(grammar, words, last, content) >= content:
        return True  # ‹أكدت رجاء الشريف، والدة الرجل الذي قتل، لوكالة فرانس برس «…»›
    if is_oblique(words.word[content]) and words.word[content + 1] in form.cue.frames:
        return True  # ‹دعا خلال جلسة للمجلس «الغربيين إلى التخلي عن خطاب الحرب»›
    return len(gap) <= LONGEST_LEAD and not any(words.word[k][:1] in "بل" for k in range(content - 1, content))


def _is_passive(grammar: Grammar, words: Words, form: CueForm, at: int, content: int, low: int) -> bool:
    """Without its object, or before a noun that does not agree, the form is another verb or a passive (وصفت بأنها)."""
    if form.form.shape in ("participle", "masdar"):
        return form.cue.needs_object and content == at + 1 and words.word[content].startswith("ب")
    if form.form.shape not in ("past", "present") or form.form.pronoun:
        return False
    if _is_accused(grammar, words, form, at, content):
        return True
    if form.conjunction:
        return False
    if form.cue.needs_object:
        if content == at + 1 and words.word[content].startswith("ب") and form.form.shape == "past":
            return True  # ‹وكان النائب أبلغ بنقل الدعوى›
        bare = content == at + 1 or _is_lone_nominative(grammar, words, at, content)
        return bare and subject_before(grammar, words, at, low) is None
    return not form.cue.takes_object and form.form.number == "s" and disagrees(grammar, words, form, at, content)


def _is_accused(grammar: Grammar, words: Words, form: CueForm, at: int, content: int) -> bool:
    """Whether a verb that must have somebody as its object stands right before the act (يتهم أيضا بقتل المدنيين)."""
    word = words.word[content]
    act = word.startswith("ب") and not grammar.is_complementizer(word) and form.cue.act is not Act.INFORM
    return act and form.cue.needs_object and skip_adverbials(grammar, words, at + 1, content) == content


def _has_receiver(
    grammar: Grammar, words: Words, form: CueForm, subject: NounPhrase | None, at: int, content: int, low: int
) -> bool:
    """Whether a verb has whom it is told beside who tells it (أطلع الوزير المجلس على)."""
    if form.form.pronoun:
        return True
    after = at + 1 if subject is None else subject.high
    teller = subject is not None or subject_before(grammar, words, at, low) is not None
    return teller and skip_adverbials(grammar, words, after, content) < content


def _is_lone_nominative(grammar: Grammar, words: Words, at: int, content: int) -> bool:
    """Whether all that stands between a verb and its content is a subject by its ending (اتهم المعتقلون بأنهم)."""
    k = skip_adverbials(grammar, words, at + 1, content)
    phrase = nominative(grammar, words, k, content) if k < content else None
    return phrase is not None and skip_adverbials(grammar, words, phrase.high, content) == content


def _precedes(grammar: Grammar, words: Words, form: CueForm, reading: Reading, marked: int) -> bool:
    """Whether a bare object is the content and not the marked clause after it."""
    if form.cue.explicit and words.opens_quote(marked) and reading.content < marked:
        return True  # ‹تعتبر أنقرة الوحدات «منظمة إرهابية»›
    word = words.word[reading.content]
    own = word.endswith(_OWN) and not words.is_feminine(reading.content)
    if reading.content + 1 == marked and own:
        known = any(grammar.is_common(word.removesuffix(ending)) for ending in _OWN if word.endswith(ending))
        if known or grammar.has_stem("stance-nouns", word):
            return True
    if reading.content + 1 >= marked:
        one_word = form.cue.needs_object and reading.content < marked
        return one_word and (form.cue.act is Act.INFORM or (not form.form.pronoun and _is_sure(reading.subject)))
    if form.cue.needs_object and form.cue.act is Act.INFORM:
        return True
    if form.cue.act is not Act.INFORM or grammar.has_stem("stance-nouns", words.word[reading.content]):
        return True
    return marked - reading.content > 2 and _follows_a_closed_subject(grammar, words, reading)


def _is_sure(subject: NounPhrase | None) -> bool:
    """Whether the end of a subject is sure."""
    return subject is not None and (subject.actor_id is not None or subject.head in ("body", "state", "media"))


def _follows_a_closed_subject(grammar: Grammar, words: Words, reading: Reading) -> bool:
    """An indefinite noun right after a subject whose end is sure is the object (أعلنت وزارة الداخلية انتشال جثث)."""
    subject, word = reading.subject, words.word[reading.content]
    fenced = subject is not None and is_comma(words.word[subject.high])
    if subject is None or not (fenced or (subject.name is None and _is_sure(subject))):
        return False
    other = grammar.is_definite(word) or grammar.is_post(word) or grammar.is_in("honorifics", word)
    near = words.word[subject.high : reading.content]
    dated = any(grammar.is_any(("weekdays", "adverbials"), word) for word in near)
    bare = dated or (reading.content == subject.high + fenced and grammar.is_common(word))
    return bare and not other and word not in grammar.name_words


def _has_object(grammar: Grammar, words: Words, form: CueForm, at: int, content: int) -> bool:
    """A noun of its own before the preposition shows another sense of the verb (أقرت المفوضية مساعدات بقيمة …، أقر
    البرلمان أمس قانونا يسمح بحمل السلاح)."""
    if words.word[content][0] == "ب" and not form.cue.blocked.isdisjoint(words.word[at:content]):
        return True
    if at < content and words.opens_quote(at):
        at = words.quote_end(at)  # ‹أفادت مصادر ميدانية «سكاي نيوز عربية» بسقوط قتلى›
    if form.cue.takes_object or at >= content or not words.word[content].startswith(("ب", "علي")):
        return False
    word = words.word[at]
    if word in grammar.classes["demonstratives"] and at + 1 < content:
        return words.word[at + 1].startswith("ال")
    passed = is_break(word) or word in grammar.stops or word in grammar.classes["adverbials"]
    return not (passed or grammar.is_definite(word) or word[0] in "بلو")
