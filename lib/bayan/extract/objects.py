"""Objects: what is said as a bare noun phrase (رفض الاتهامات، أكد ضرورة الحوار)."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.before import subject_before
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.names import name_end
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Reading
from bayan.extract.subjects import nominative, past_openers
from bayan.extract.words import Words
from bayan.lexicon import CueForm
from bayan.records import Act

RULED = (Act.CRITICISE, Act.REJECT, Act.SUPPORT)
"""What a court does by such a verb is a ruling and no statement."""
LONGEST_ADVERBIAL = 14
_ADDITION = "اضافه"
"""A verbal noun (إضافة أسماء), but for ‹إضافة إلى›."""


def read_object(
    grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int, title: bool
) -> Reading | None:
    """A bare object: after the subject where one stands, else right after the cue."""
    if form.form.shape.startswith("masdar") or (form.form.pronoun and form.cue.needs_object and "ب" in form.cue.frames):
        return None
    k = at + 1 if title else skip_adverbials(grammar, words, at + 1, high)
    if title and k < high and words.mention[k] >= 0 and words.word[k][0] == "ل" and words.has_clitic(k):
        k = words.mention_end(k)  # ‹العاهل الأردني يؤكد لنتانياهو حل الدولتين›
    subject: NounPhrase | None = None
    if k < high and form.form.shape in ("past", "present") and _expects_subject(grammar, words, form, at, low):
        start = past_openers(grammar, words, k, high)
        subject = nominative(grammar, words, start, high) or read_phrase(grammar, words, start, high, tight=True)
        if subject is None:
            return None
        described = not form.cue.takes_object and subject.head in ("body", "source", "media", "state", "name")
        named = subject.name is not None and subject.post is not None and subject.post[1] > subject.post[0] + 1
        k = _after_subject(grammar, words, subject.high, high, described, named)
    if subject is None and k < high and not _is_object(grammar, words, k):
        if subject_before(grammar, words, at, low) is None:
            return None
        k = _next_stance(grammar, words, k, high)
    if k >= high and form.cue.needs and subject is not None:
        k = _past_receiver(form, words, subject.high, high)
    if k >= high or not _is_object(grammar, words, k) or not _fits(form, words.word[k]):
        return None
    ruler = (subject or subject_before(grammar, words, at, low)) if form.cue.act in RULED else None
    if ruler is not None and is_court(grammar, words, ruler):
        return None  # ‹أدانت محكمة أمريكية ضابطا بالتجسس›
    alone = subject is None and subject_before(grammar, words, at, low) is None
    if alone and title and form.form.shape == "past":
        return None
    if alone and (needs_subject(form) or _is_passive(form, title)):
        return None
    if form.form.number == "d" and _is_predicate(words, k):
        return None  # ‹نفيا قاطعا›: a verbal noun that is spelt like a dual
    ranked = words.word[k] in grammar.lexicon.classes["ranked"]  # ‹يعتبر توران أحد أفضل اللاعبين›
    if form.cue.explicit and form.form.shape != "participle" and (ranked or _is_predicate(words, k)):
        return None
    return Reading((at, at + 1), form, f"{form.form.shape}+np", form.cue.id, form.cue.act, "np", k, subject=subject)


def is_court(grammar: Grammar, words: Words, subject: NounPhrase) -> bool:
    """Whether those rule who do what a verb says (محكمة، هيئة المحلفين)."""
    return any(grammar.is_in("courts", word) for word in words.word[subject.low : min(subject.high, subject.low + 2)])


def read_announcement(grammar: Grammar, words: Words, form: CueForm, at: int, marked: int, high: int) -> Reading | None:
    """‹بعد إعلان ترامب انسحاب بلاده›: a verbal noun with whoever announces in the genitive and a verbal noun as its
    object, before whatever else could be the content."""
    subject = read_phrase(grammar, words, at + 1, high, tight=True) if at + 1 < high else None
    if subject is None or not (subject.actor_id or subject.head in ("body", "post")):
        return None
    k = skip_adverbials(grammar, words, subject.high, high)
    if k < high and words.word[k] in grammar.lexicon.classes["demonstratives"]:
        k = skip_adverbials(grammar, words, k + 1, high)  # ‹هذا الأسبوع›
    about = k + 1 < high and words.word[k] == "عن" and "عن" in form.cue.frames  # ‹إعلان الشركة عن فتح›
    noun = k + about
    if k > marked or noun >= high - 1 or not is_verbal_noun(grammar, words.word[noun]) or _is_predicate(words, noun):
        return None
    if (k == marked and not about) or grammar.has_preposition(words, noun):
        return None
    rule = f"{form.form.shape}+np"
    return Reading((at, at + 1), form, rule, form.cue.id, form.cue.act, "np", k, subject=subject)


def is_verbal_noun(grammar: Grammar, word: str) -> bool:
    """Whether a noun tells an act (الاعتراف، قطع، دعمه): by its pattern, or one that people voice."""
    return grammar.is_act_noun(word.removeprefix("ال")) or grammar.has_stem("stance-nouns", word)


def _is_passive(form: CueForm, title: bool) -> bool:
    """A present that must have an object, with one noun only, is a passive (يتهم برانسون بالقيام بنشاطات)."""
    return form.cue.needs_object and form.form.shape == "present" and not form.form.pronoun and not title


def _is_predicate(words: Words, k: int) -> bool:
    """An indefinite accusative in the place of the object: the verb is a passive (تعتبر تونس نموذجا)."""
    return words.has_tanwin(k) or (words.word[k].endswith("ا") and len(words.word[k]) > 3 and words.mention[k] < 0)


def needs_subject(form: CueForm) -> bool:
    """Without a subject such a present is a passive (يعتقد، يعتبر), of some verbs the masculine alone (يتوقع وصوله)."""
    impersonal = form.cue.impersonal and form.form.gender == "m" and form.form.number == "s"
    return form.form.shape == "present" and (form.cue.explicit or impersonal)


def _fits(form: CueForm, word: str) -> bool:
    needed = form.cue.needs_for.get("np")
    return (not needed or word in needed) and word not in form.cue.blocked


def _after_subject(grammar: Grammar, words: Words, k: int, high: int, described: bool, named: bool) -> int:
    """Where the object begins: past adverbials between commas and where the subject may be ``described`` what describes
    it, or at the next noun of stance; ``high`` for nowhere. After a post with its name a further post is the object."""
    start = k
    k = skip_adverbials(grammar, words, k, high)
    while k < high and k > start and is_comma(words.word[k - 1]) and words.word[k] in grammar.lexicon.classes["fenced"]:
        end = next((e for e in range(k, min(high, k + LONGEST_ADVERBIAL)) if is_comma(words.word[e])), high)
        k = skip_adverbials(grammar, words, end, high)
    while k < high and words.word[k].startswith("و") and (joint := _joint_end(grammar, words, k, high)) > k:
        k = skip_adverbials(grammar, words, joint, high)
    classes = grammar.lexicon.classes
    purpose = _past_purpose(grammar, words, k, high)
    if purpose is not None:
        return purpose
    opens = k < high and (words.word[k] in classes["relatives"] or words.word[k] in classes["asides"])
    if opens or (k < high and _is_purpose(grammar, words, k)):
        k = skip_adverbials(grammar, words, _past_relative(words, k, high), high)
    if described and k == start + 1 and k < high and is_comma(words.word[start]):
        k = _past_apposition(grammar, words, k, high)
    if described and k == start and k + 2 < high and words.word[k] == "في":
        k = _past_place(grammar, words, k, high)
    if k >= high or (not named and k > start and is_comma(words.word[k - 1]) and grammar.is_post(words.word[k])):
        return high
    if _is_object(grammar, words, k):
        return k
    return _next_stance(grammar, words, k, high)


def _past_receiver(form: CueForm, words: Words, k: int, high: int) -> int:
    """The noun that a verb needs, after the one whom it is sent to (وجهت المحكمة إلى الصحافيين اتهاما), or ``high``."""
    near = range(k + 1, min(high, k + LONGEST_ADVERBIAL))
    near = range(k + 1, next((e for e in near if is_break(words.word[e])), near.stop))
    return next((e for e in near if words.word[e] in form.cue.needs), high)


def _next_stance(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The next noun of stance in the clause (أعلنت بعد مرور سنة عزمها), or ``high``."""
    near = range(k, min(high, k + LONGEST_ADVERBIAL))
    near = range(k, next((e for e in near if is_break(words.word[e]) and not is_comma(words.word[e])), near.stop))
    return next((e for e in near if _is_stance(grammar, words, e)), high)


def _past_purpose(grammar: Grammar, words: Words, k: int, high: int) -> int | None:
    """The verbal noun after what a body is for (أعلنت المؤسسة العامة للتدريب التقني استمرار القبول)."""
    if k >= high or not words.word[k].startswith("لل") or not _is_purpose(grammar, words, k):
        return None
    after = next((e for e in range(k + 1, high) if not words.word[e].startswith(("ال", "وال"))), high)
    return after if after < high and is_verbal_noun(grammar, words.word[after]) else None


def _is_purpose(grammar: Grammar, words: Words, k: int) -> bool:
    """‹التحالف العربي لدعم الشرعية، تدمير …›: what a body is for is no object."""
    word = words.word[k]
    known = word[0] == "ل" and words.mention[k] < 0 and word not in grammar.lexicon.classes["l-words"]
    return known and len(word) > 3 and (grammar.is_common(word[1:]) or grammar.has_preposition(words, k))


def _joint_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after a second subject with و (اعتبرت واشنطن ولندن الاتفاق), or the same token."""
    if words.mention[k] >= 0:
        return min(words.mention_end(k), high) if words.has_clitic(k) else k
    if not grammar.is_post(words.word[k][1:]):
        return k
    phrase = read_phrase(grammar, words.reread(k, words.word[k][1:], words.start[k] + 1), k, high, tight=True)
    return phrase.high if phrase is not None else k


def _past_relative(words: Words, k: int, high: int) -> int:
    """The token after a relative clause that a comma closes (استنكرت الحركة التي تدير القطاع، الخطوة)."""
    return next((e + 1 for e in range(k, min(high, k + LONGEST_ADVERBIAL)) if is_comma(words.word[e])), high)


def _past_apposition(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The object after a second description of the subject between two commas (قوات الحزب، الجناح العسكري له، مقتل)."""
    end = next((e for e in range(k + 1, min(high, k + LONGEST_ADVERBIAL)) if is_break(words.word[e])), high)
    if end >= high or not is_comma(words.word[end]):
        return k
    describes = words.word[k].startswith("ال") or name_end(grammar, words, k, end) == end
    after = skip_adverbials(grammar, words, end, high)
    goes_on = after < high and not _governs_noun(grammar, words.word[after])
    goes_on = goes_on and words.word[after][0] != "و" and words.quote[after] < 0
    return after if describes and goes_on and _is_object(grammar, words, after) else k


def _governs_noun(grammar: Grammar, word: str) -> bool:
    classes = grammar.lexicon.classes
    return word in classes["noun-governors"] and word not in classes["determiners"]


def _past_place(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The noun after the place of a source (أكدت مصادر طبية في عدن ارتفاع)."""
    place = words.word[k + 1]
    if grammar.is_common(place) or place in grammar.stops:
        return k
    end = words.mention_end(k + 1) if words.mention[k + 1] >= 0 else k + 2
    if end >= high or words.word[end].startswith(("ب", "ل")) or not grammar.is_common(words.word[end]):
        return k
    joined = words.word[end].startswith("و") and grammar.is_common(words.word[end][1:])
    return k if joined else end


def _is_stance(grammar: Grammar, words: Words, at: int) -> bool:
    word = words.word[at]
    if words.quote[at] >= 0 or word[0] in "بلو" or not grammar.has_stem("stance-nouns", word):
        return False
    before = words.word[at - 1]
    return not (before in grammar.stops or grammar.is_in("venues", before))


def _expects_subject(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """A verb has its subject after it unless a subject stands before it or a clause continues."""
    if form.form.pronoun:
        named = at + 1 < len(words.word) and words.mention[at + 1] >= 0
        return named and not words.has_clitic(at + 1)  # ‹الجماعة التي تحملها أنقرة المسؤولية›
    return subject_before(grammar, words, at, low) is None and not _is_dropped(grammar, words, form, at, low)


def _is_dropped(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """Right before something that cannot be a subject, a verb has dropped it."""
    near = min(len(words.word), at + 20)
    k = past_openers(grammar, words, skip_adverbials(grammar, words, at + 1, near), near)
    following = words.word[k] if k < len(words.word) else "."
    if is_break(following) or words.opens_quote(k):
        return True
    if nominative(grammar, words, k, len(words.word)) is not None:
        return False
    phrase = read_phrase(grammar, words, k, min(len(words.word), k + 20), tight=True)
    if phrase is None:
        return True
    if phrase.high < len(words.word) and words.word[phrase.high] in grammar.lexicon.classes["asides"]:
        return False  # ‹أعلنت إلهان وهي عضو في المجلس، فوزها›
    if form.cue.needs_object and phrase.high < len(words.word) and words.opens_quote(phrase.high):
        return False  # ‹اتهم الناظوري «الخلايا» بالوقوف›
    back = words.word[at + 1] in grammar.lexicon.classes["pointing-back"]
    if back and phrase.head == "name" and phrase.actor_id is None and words.word[phrase.high - 1] not in words.surnames:
        return True  # ‹بيان أكد فيه خلو …›: the issuer stands before
    return (
        phrase.head == "name"
        and phrase.actor_id is None
        and words.word[phrase.high - 1] not in words.surnames
        and (following.startswith("ال") or _looks_common(grammar, following))
    )


def _looks_common(grammar: Grammar, word: str) -> bool:
    if word in grammar.given_names:
        return False  # ‹ونفت فاطمة تهمة الاختلاس›
    return word.endswith(("ه", "ها", "هم", "ات")) or grammar.is_common(word)


def _is_object(grammar: Grammar, words: Words, k: int) -> bool:
    word = words.word[k]
    if is_break(word) or grammar.is_complementizer(word) or word in grammar.lexicon.classes["prepositions"]:
        return False
    if word in grammar.lexicon.classes["relatives"]:
        return False
    if word == _ADDITION and words.word[k + 1 : k + 2] != ("الي",):
        return True
    return word not in grammar.stops or word in grammar.lexicon.classes["determiners"]
