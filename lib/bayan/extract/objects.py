"""Objects: what is said as a bare noun phrase (رفض الاتهامات، أكد ضرورة الحوار)."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.agreement import are_doers
from bayan.extract.before import subject_before
from bayan.extract.grammar import Grammar, is_break
from bayan.extract.nouns import read_phrase
from bayan.extract.object_nouns import is_object, is_verbal_noun
from bayan.extract.object_starts import (
    after_subject,
    has_its_object,
    needed_noun,
    next_stance,
    past_adverbial,
    past_one_of,
    past_receiver,
)
from bayan.extract.openers import past_openers
from bayan.extract.phrases import NounPhrase
from bayan.extract.post_ends import LONGEST_QUOTED
from bayan.extract.qualities import is_thing
from bayan.extract.quoted import is_actor
from bayan.extract.readings import Frame, Reading, read_by
from bayan.extract.subjects import nominative
from bayan.extract.taken_in import before_object
from bayan.extract.whom import is_whom
from bayan.extract.words import Words
from bayan.lexicon import CueForm
from bayan.records import Act

_ABOUT = "حول"
"""What somebody speaks about without عن."""
RULED = (Act.CRITICISE, Act.REJECT, Act.SUPPORT)
"""What a court does by such a verb is a ruling and no statement."""
_LIKEWISE = "كما"
_THAT, _WHO = ("ذلك",), ("الذين",)
_FROM_WHOM = frozenset({"منه", "منها", "منهم", "منا"})
_HIM = ("اياه", "اياها", "اياهم")
_SPEAKERS = ("bodies", "sources")


def read_object(
    grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int, title: bool
) -> Reading | None:
    """A bare object: after the subject where one stands, else right after the cue."""
    if form.form.shape.startswith("masdar") or has_its_object(grammar, words, form, at, low):
        return None
    k = _first_after(grammar, words, form, at, high, title)
    subject: NounPhrase | None = None
    whom = False
    if k < high and _is_his_rank(grammar, words.word[k]):
        k = after_subject(grammar, words, form, k + 1, high, False, True)  # ‹وشكر سموه خلال استقباله الأهالي›
    elif k < high and form.form.shape in ("past", "present") and _expects_subject(grammar, words, form, at, low):
        start = past_openers(grammar, words, k, high)
        subject = nominative(grammar, words, start, high) or read_phrase(grammar, words, start, high, tight=True)
        if subject is not None and (end := needed_noun(words, form, subject)) < subject.high:
            subject = read_phrase(grammar, words, start, end, tight=True)
        if subject is None or words.word[subject.high - 1] in form.cue.blocked:
            return None
        if form.cue.explicit and words.word[subject.low] in grammar.classes["ranked"]:
            return None  # ‹وهو ما اعتبر أكبر نزوح›
        if form.cue.takes_object and not is_predicate(words, subject.high):  # ‹طلب محامو ترامب تعويضا›
            subject = before_object(grammar, words, subject, form.cue.needs_object)
        ranks = subject.high < high and words.word[subject.high] in grammar.classes["ranked"]
        if ranks and form.cue.explicit and form.form.shape == "present":
            return None  # ‹ويعتبر راخوي من أقدم النواب›
        described = not form.cue.takes_object and subject.head in ("body", "source", "media", "state", "name")
        named = subject.name is not None and subject.post is not None and subject.post[1] > subject.post[0] + 1
        end = past_one_of(grammar, words, subject.high, high) if subject.name else subject.high
        k = after_subject(grammar, words, form, end, high, described, named)
        whom = is_whom(grammar, words, form, subject, k)
        if _is_thanked(grammar, words, form, subject, at) and _fits(grammar, words, form, subject.low):
            return _as_read(form, at, subject.low, None)
        subject = None if whom else subject
    if subject is None and k < high and not _may_be_object(grammar, words, form, k):
        goes_on = form.conjunction == "و" or (at > low and words.word[at - 1] == _LIKEWISE)
        if subject_before(grammar, words, at, low) is None and (title or not goes_on):
            return None
        past = None if form.cue.explicit else past_adverbial(grammar, words, k, high)
        k = past or next_stance(grammar, words, form, k, high)
    if k >= high and form.cue.needs and subject is not None:
        k = past_receiver(form, words, subject.high, high)
    if k >= high or not _may_be_object(grammar, words, form, k) or not _fits(grammar, words, form, k):
        return None
    ruler = (subject or subject_before(grammar, words, at, low)) if form.cue.act in RULED else None
    if ruler is not None and is_court(grammar, words, ruler):
        return None  # ‹أدانت محكمة أمريكية ضابطا بالتجسس›
    before = subject_before(grammar, words, at, low) if subject is None else None
    if not _may_report(grammar, words, form, subject or before):
        return None
    alone = subject is None and before is None
    if alone and title and form.form.shape == "past":
        return None
    if alone and (needs_subject(form) or (_is_passive(form, title) and not whom)):
        return None
    if form.form.number == "d" and is_predicate(words, k):
        return None  # ‹نفيا قاطعا›: a verbal noun that is spelt like a dual
    ranked = words.word[k] in grammar.classes["ranked"]  # ‹يعتبر توران أحد أفضل اللاعبين›
    if form.cue.explicit and form.form.shape != "participle" and (ranked or is_predicate(words, k)):
        return None
    return _as_read(form, at, k, subject)


def _as_read(form: CueForm, at: int, k: int, subject: NounPhrase | None) -> Reading:
    return read_by(form, at, "np", k, subject)


def _first_after(grammar: Grammar, words: Words, form: CueForm, at: int, high: int, title: bool) -> int:
    """The token after a verb, what may stand right behind it, and whom it is said to."""
    k = at + 1 if title else skip_adverbials(grammar, words, at + 1, high)
    k = _past_asked(grammar, words, form, k, high)
    addressed = title and k < high and words.mention[k] >= 0 and words.word[k][0] == "ل" and words.has_clitic(k)
    return words.mention_end(k) if addressed else k  # ‹العاهل الأردني يؤكد لنتانياهو حل الدولتين›


def _is_his_rank(grammar: Grammar, word: str) -> bool:
    """Whether somebody is called by his rank (سموه), and no feeling of his is meant (سعادته)."""
    return word in grammar.classes["rank-pronouns"] and not grammar.has_stem("stance-nouns", word)


def _is_thanked(grammar: Grammar, words: Words, form: CueForm, subject: NounPhrase, at: int) -> bool:
    """Whether the one noun behind a verb that goes on from what was said, or tells what a speech holds, is thanked for
    something (كما شكر الجامعة على دعوتها، كلمة شكر فيها القيادة على دعمها)."""
    back = words.word[at + 1] in grammar.classes["pointing-back"]
    goes_on = back or form.conjunction == "و" or (at > 0 and words.word[at - 1] == _LIKEWISE)
    if not goes_on or form.cue.act is not Act.SUPPORT or form.cue.takes_object or subject.name is not None:
        return False
    k = subject.high
    while k < len(words.word) and words.word[k].startswith("ال") and not is_thing(grammar, words.word[k]):
        k += 1
    k += words.word[k : k + 1] == ("؛",)  # ‹شكر المحافظ؛ على دعمه›
    return k < len(words.word) and words.word[k] == "علي"


def _past_asked(grammar: Grammar, words: Words, form: CueForm, k: int, high: int) -> int:
    """The token after whom something is asked of, where a pronoun means him (وطلبت منهم الحضور)."""
    asked = k < high and words.word[k] in _FROM_WHOM and "من" in form.cue.frames
    if not asked or form.form.pronoun:  # but ‹الوساطة التي طلبها منها الليبيون›
        return k
    k = skip_adverbials(grammar, words, k + 1, high)
    return high if words.word[k : k + 1] == _THAT else k  # ‹إذا طلب منها ذلك›


def _is_person(words: Words, subject: NounPhrase | None) -> bool:
    """Whether a subject is a person with a post, or of whom the article or the registry knows the name."""
    if subject is None or subject.head not in ("name", "post"):
        return False
    return subject.post is not None or subject.actor_id is not None or words.word[subject.low] in words.names


def _may_report(grammar: Grammar, words: Words, form: CueForm, subject: NounPhrase | None) -> bool:
    """Whether a cue that reports of persons alone, or of the press and sources alone, has such a subject."""
    if form.cue.people and not _is_person(words, subject):
        return False
    return not form.cue.tellers or only_tells(grammar, words, subject)


def only_tells(grammar: Grammar, words: Words, subject: NounPhrase | None) -> bool:
    """Whether a subject is one that only tells what others do."""
    if subject is None:
        return False
    return subject.head in ("media", "document", "source") or grammar.has_stem("documents", words.word[subject.low])


def is_claim(grammar: Grammar, words: Words, cue: int, found: tuple[Frame, int]) -> bool:
    """Whether what somebody speaks of is an act or a thing with its adjective, which he says there is (تحدث عن رغبته في
    الانتقال، عن قنابل ضخمة; any indefinite pair will do), and no topic (عن القضية، عن أموال الدولة)."""
    frame, content = found
    at = content + 1
    if frame != "prep" or at + 1 >= len(words.word) or words.word[at].startswith("ال"):
        return False
    if any(form.form.shape == "participle" for form in grammar.readings(words.word[content - 1])):
        return False  # ‹تحدث للصحيفة، كاشفا عن خلافات كبيرة›
    between = words.word[cue + 1 : content]
    if _ABOUT in between or any(map(grammar.is_complementizer, between)):
        return False  # ‹تتحدث إلى صخرة أمامها بعد أن تغيبت عن منزل أسرتها›
    noun, adjective = words.word[at : at + 2]
    if is_verbal_noun(grammar, noun):
        return not adjective.startswith(("هذ", "تلك", "ذلك"))
    places = adjective in grammar.places or words.mention[at] >= 0 or words.mention[at + 1] >= 0
    other = is_break(adjective) or adjective in grammar.stops or adjective.startswith(("ال", "و", "ب"))
    return not (places or other)


def is_court(grammar: Grammar, words: Words, subject: NounPhrase) -> bool:
    """Whether those rule who do what a verb says (محكمة، هيئة المحلفين)."""
    return any(grammar.is_in("courts", word) for word in words.word[subject.low : min(subject.high, subject.low + 2)])


def _may_be_object(grammar: Grammar, words: Words, form: CueForm, k: int) -> bool:
    """Whether an object begins here; what is deemed something may be a pronoun of its own (معتبرا إياه خطوة مهمة)."""
    return is_object(grammar, words, k) or (form.cue.explicit and words.word[k] in _HIM)


def _is_passive(form: CueForm, title: bool) -> bool:
    """A present that must have an object, with one noun only, is a passive (يتهم برانسون بالقيام بنشاطات)."""
    return form.cue.needs_object and form.form.shape == "present" and not form.form.pronoun and not title


def is_predicate(words: Words, k: int) -> bool:
    """An indefinite accusative in the place of the object: the verb is a passive (تعتبر تونس نموذجا)."""
    if k >= len(words.word):
        return False
    return words.has_tanwin(k) or (words.word[k].endswith("ا") and len(words.word[k]) > 3 and words.mention[k] < 0)


def needs_subject(form: CueForm) -> bool:
    """Without a subject such a present is a passive (يعتقد، يعتبر), of some verbs the masculine alone (يتوقع وصوله)."""
    impersonal = form.cue.impersonal and form.form.gender == "m" and form.form.number == "s"
    return form.form.shape == "present" and (form.cue.explicit or impersonal)


def _fits(grammar: Grammar, words: Words, form: CueForm, k: int) -> bool:
    needed, word = form.cue.needs_for.get("np"), words.word[k]
    if word.removeprefix("ل") in grammar.classes["determiners"] and word[0] == "ل":
        return False  # ‹تنكر لكل من وقف معه›
    if form.cue.predicates and grammar.is_definite(word):
        return False  # ‹خيمة يراها الضيف من بعيد›
    if form.form.number == "s" and words.word[max(0, k - 2) : k - 1] == _WHO and word.endswith("هم"):
        return False  # ‹المهاجرين الذين رفضت طلباتهم›: a passive
    pointed = word in grammar.classes["demonstratives"] and k + 1 < len(words.word)  # ‹تبنت هذا الهجوم›
    return (not needed or (words.word[k + 1] if pointed else word) in needed) and word not in form.cue.blocked


def _expects_subject(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """A verb has its subject after it unless a subject stands before it or a clause continues."""
    if form.form.pronoun:
        return at + 1 < len(words.word) and _can_be_subject(grammar, words, at + 1)
    if form.form.number == "d":
        return False  # ‹أصدرتا بيانا حملتا روسيا به المسؤولية›
    return subject_before(grammar, words, at, low) is None and not _is_dropped(grammar, words, form, at, low)


def _can_be_subject(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a subject stands between a verb with its pronoun and what it says (الجماعة التي تحملها أنقرة المسؤولية،
    مظهر اعتبره كثيرون دليلا)."""
    if words.mention[k] >= 0:
        return not words.has_clitic(k)
    word = words.word[k]
    plural = word.endswith("ون") and grammar.is_in("sources", word)
    known = grammar.is_post(word) or grammar.is_in_any(_SPEAKERS, word)
    return plural or word in grammar.places or (known and word.startswith("ال") and not words.has_tanwin(k))


def _is_dropped(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """Right before something that cannot be a subject, a verb has dropped it."""
    near = min(len(words.word), at + 20)
    k = _past_asked(grammar, words, form, skip_adverbials(grammar, words, at + 1, near), near)
    k = past_openers(grammar, words, k, near)
    following = words.word[k] if k < len(words.word) else "."
    quoted = k < len(words.word) and words.opens_quote(k) and not _names_speaker(grammar, words, form, k)
    if is_break(following) or quoted or are_doers(grammar, words, k):
        return True
    if nominative(grammar, words, k, len(words.word)) is not None:
        return False
    phrase = read_phrase(grammar, words, k, min(len(words.word), k + 20), tight=True)
    if phrase is None:
        return True
    if phrase.high < len(words.word) and words.word[phrase.high] in grammar.classes["asides"]:
        return False  # ‹أعلنت إلهان وهي عضو في المجلس، فوزها›
    if form.cue.needs_object and phrase.high < len(words.word) and words.opens_quote(phrase.high):
        return False  # ‹اتهم الناظوري «الخلايا» بالوقوف›
    unknown = phrase.head == "name" and phrase.actor_id is None and words.word[phrase.high - 1] not in words.surnames
    if words.word[at + 1] in grammar.classes["pointing-back"]:  # the issuer stands before
        last = phrase.high >= len(words.word) or is_break(words.word[phrase.high])
        told = grammar.is_in("documents", following) or (last and phrase.head in ("body", "state"))
        passive = words.word[at - 1] in grammar.classes["relatives"]  # ‹الذي أعلنت فيه النتيجة›
        if unknown or (told and not passive):
            return True  # ‹بيان أكد فيه خلو …، أيد فيه قرار الحكومة›
    return unknown and (following.startswith("ال") or _looks_common(grammar, following))


def _names_speaker(grammar: Grammar, words: Words, form: CueForm, k: int) -> bool:
    """Whether a quotation is the name of a body, with what it says behind it (أعلنت «قوات سوريا»، الخميس، القبض)."""
    if form.cue.takes_object or form.cue.explicit:
        return False
    end = words.quote_end(k)
    named = grammar.is_in("bodies", words.word[k]) and end - k <= LONGEST_QUOTED and form.cue.act is Act.INFORM
    after = skip_adverbials(grammar, words, end, len(words.word))
    if (
        not (is_actor(words, k) or named)
        or after >= len(words.word)
        or words.word[after] in grammar.classes["governing"]
    ):
        return False
    return is_object(grammar, words, after) or words.word[after] in grammar.classes["relatives"]


def _looks_common(grammar: Grammar, word: str) -> bool:
    if word in grammar.given_names:
        return False  # ‹ونفت فاطمة تهمة الاختلاس›
    return word.endswith(("ه", "ها", "هم", "ات")) or grammar.is_common(word)
