"""Attributing: whom a noun phrase at a cue stands for, by name, by role, or by what was named before."""

from __future__ import annotations

from dataclasses import replace

from bayan.extract.cast import PAPERS, WITHOUT_NAME, Member, latest, place_of
from bayan.extract.fullnames import find_full_name
from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.holders import find_holder
from bayan.extract.introduced import find_introduced
from bayan.extract.members import clean_role, member_of
from bayan.extract.names import clean_name
from bayan.extract.nouns import own_words, read_phrase
from bayan.extract.pairs import find_pair
from bayan.extract.phrases import NounPhrase
from bayan.extract.qualities import is_adjective
from bayan.extract.scenes import Attribution, Scene
from bayan.extract.starts import names_speaker
from bayan.records import SpeakerKind
from bayan.text import fold_text

_OWNERS = {"ها": "f", "ه": "m"}
"""Pronouns of possession, with the gender of whoever they mean."""
_PEOPLE = ("وه", "وها")
_FARTHEST = 200
"""Tokens before a document within which it is named first."""
_NO_THINGS = ("documents", "occasions", "utterances", "venues", "spans")
_ISSUING = ("body", "state", "post", "media")
"""Heads of phrases that may issue a document."""
_GOING_ON = frozenset({"add", "continue"})
"""Cues with which whoever spoke last goes on."""
_NEAREST = 10
"""Tokens between the verb of issuing and the document."""


def attribute(scene: Scene, phrase: NounPhrase, place: int, rule: str | None = None) -> Attribution:
    words = own_words(scene.grammar, scene.words, phrase)
    scene = scene if words is scene.words else replace(scene, words=words)
    member, found_by = _from_phrase(scene, phrase, place)
    surface = clean_name(scene.words.named(phrase.low, phrase.high, scene.words.start[phrase.low]))
    return Attribution(member, surface, rule or found_by, _role(scene, phrase, member))


def _role(scene: Scene, phrase: NounPhrase, member: Member) -> str | None:
    """The fuller of the title at the cue and that known before. Who had none so far has it from now on."""
    own = clean_role(scene.grammar, scene.words, phrase) if phrase.post and phrase.name else None
    if own and member.role is None and member.kind is SpeakerKind.PERSON:
        member.role = own
    return own if own and len(own) >= len(member.role or "") else member.role


def _from_phrase(scene: Scene, phrase: NounPhrase, place: int) -> tuple[Member, str]:
    found = member_of(scene.grammar, scene.words, phrase)
    if phrase.name is not None or found.kind is SpeakerKind.STATE:
        known = scene.cast.named(found.name, found.kind, found.actor_id) or _called_by(scene, phrase, place)
        known = known or find_introduced(scene, phrase, found.gender, place)  # ‹المرأة›, which could be a surname
        return known or scene.cast.add(_in_full(scene, phrase, found), place), "subject"
    if found.kind is SpeakerKind.PERSON:
        owned = _of_its_owner(scene, phrase, found, place)
        if owned is not found:
            return scene.cast.named(owned.name, owned.kind) or scene.cast.add(owned, place), "owner"
        return find_holder(scene, phrase, found, place)
    pair = find_pair(scene, phrase, place)
    if pair is not None:
        return scene.cast.add(pair, place), "pair"
    back = _points_back(scene, phrase, found.gender, place)
    if back is not None:
        return back
    found = _of_its_owner(scene, phrase, found, place)
    by_name = _by_its_name(scene, found)
    if by_name is not None:
        return by_name, "anaphora"
    return scene.cast.named(found.name, found.kind, found.actor_id) or scene.cast.add(found, place), "subject"


def _in_full(scene: Scene, phrase: NounPhrase, found: Member) -> Member:
    """Somebody called by a surname, under the full name that the article has elsewhere."""
    if phrase.name is None or phrase.actor_id is not None or phrase.name[1] - phrase.name[0] > 1:
        return found
    full = find_full_name(scene.grammar, scene.words, scene.words.word[phrase.name[0]])
    if full is None:
        return found
    named = member_of(scene.grammar, scene.words, full)
    named.role = found.role if len(found.role or "") > len(named.role or "") else named.role
    return named


def _by_its_name(scene: Scene, found: Member) -> Member | None:
    """A body that is called by a name which it shares with others (المنظمة الدولية), as the article calls it by its own
    (الأمم المتحدة)."""
    actor = scene.grammar.registry.get(found.actor_id or "")
    shared = set(map(fold_text, actor.contextual)) if actor is not None else set()
    if found.kind is not SpeakerKind.BODY or fold_text(found.name) not in shared:
        return None
    same = (m for m in scene.cast.members if m.actor_id == found.actor_id and m.kind is found.kind and len(m.keys) > 1)
    return next((m for m in same if fold_text(m.name) not in shared), None)


def _points_back(scene: Scene, phrase: NounPhrase, gender: str | None, place: int) -> tuple[Member, str] | None:
    """A document without its issuer, and a short definite description, stand for somebody before."""
    first = scene.words.word[phrase.low]
    issuer = _issuer(scene, phrase) if phrase.head == "document" else None
    if issuer is not None:
        return issuer, "issuer"
    pointed = scene.words.word[phrase.low + 1 : phrase.low + 2]
    if pointed and pointed[0] in scene.grammar.classes["demonstratives"] and phrase.head == "source":
        head = scene.cast.with_head(first, (SpeakerKind.UNNAMED,), place, scene.spoken)  # ‹زعماء هذه الدول›
        return (head, "anaphora") if head is not None else None
    if phrase.actor_id is not None or not first.startswith("ال") or not _is_brief(scene, phrase):
        return None
    paper = _paper_before(scene, phrase.low, first.removeprefix("ال"))
    if paper is not None and phrase.high == phrase.low + 1:
        return paper, "anaphora"
    called = _called_by(scene, phrase, place)
    if called is not None:
        return called, "anaphora"
    rest = " ".join(scene.words.word[phrase.low + 1 : phrase.high])
    head = scene.cast.with_head(first, WITHOUT_NAME, place, scene.spoken, rest)
    if head is not None:
        return head, "anaphora"
    introduced = find_introduced(scene, phrase, gender, place)
    if introduced is not None:
        return scene.cast.add(introduced, place), "anaphora"
    if scene.spoken and all(scene.grammar.is_in(name, first) for name in ("bare-sources", "single-sources")):
        return scene.spoken[-1], "anaphora"
    return None


def _called_by(scene: Scene, phrase: NounPhrase, place: int) -> Member | None:
    """The last person with a surname, or the last body that an adjective is short for (البنك المركزي … المركزي)."""
    word = scene.words.word[phrase.low]
    if phrase.high > phrase.low + 1 or not (word.startswith("ال") and word.endswith("ي")):
        return None
    named = [(m, fold_text(m.name).split()) for m in scene.cast.members]
    persons = [m for m, words in named if m.kind is SpeakerKind.PERSON and word in words[1:]]
    described = (m for m, words in named if words[1:2] == [word] and words[0].startswith("ال"))
    bodies = [m for m in described if m.kind is SpeakerKind.BODY]
    return latest(persons, place) or latest(bodies, place)


def _paper_before(scene: Scene, at: int, paper: str) -> Member | None:
    """The paper that the text has named last, with or without words of its own (على غلاف صحيفة ليبرو. … الصحيفة)."""
    words = scene.words
    named = (k for k in range(at - 1, max(0, at - _FARTHEST), -1) if words.word[k] in (paper, "ل" + paper, "و" + paper))
    k = next(named, None) if paper in PAPERS else None
    if k is None:
        return None
    read = words if words.word[k] == paper else words.reread(k, paper, words.start[k] + 1)
    phrase = read_phrase(scene.grammar, read, k, at, tight=True)
    if phrase is None or phrase.head != "media" or phrase.high == k + 1:
        return None
    return attribute(replace(scene, words=read), phrase, place_of(words, k)).member


def _issuer(scene: Scene, phrase: NounPhrase) -> Member | None:
    """Whose document it is that stands without its issuer: of whoever has spoken in one or issued it, else the last
    speaker's."""
    first, *rest = scene.words.word[phrase.low : phrase.high]
    noun = first.removeprefix("ال")
    definite, uttered = noun != first, scene.grammar.is_in("utterances", noun)
    issued = any(word.startswith("لل") for word in rest)
    following = scene.words.word[phrase.high : phrase.high + 1]
    rest += [word for word in following if is_adjective(scene.grammar, word) and word not in scene.grammar.stops]
    if issued or scene.grammar.is_in("own-documents", noun) or not (definite or (uttered and not rest)):
        return None
    known = [member for member in scene.spoken if not _is_thing(scene.grammar, member)]
    last = known[-1] if known else None  # ‹ذكر بيان الوزارة أن … كما أظهر الفحص أن … وأضاف البيان›
    if definite and last is not None and last.kind is SpeakerKind.BODY and _goes_on(scene, phrase.low - 1):
        return last  # ‹أكدت الوزارة أن … وأضاف البيان›
    if definite:
        theirs = any(word in scene.grammar.nationalities for word in rest)  # ‹البيان القطري›
        if scene.issuers:
            return scene.issuers[-1]
        issuer = None if theirs else _issuer_before(scene, phrase.low, noun) or _maker_before(scene, phrase.low)
        if issuer is not None:
            return issuer
    return last if last is not None and (uttered or last.kind is SpeakerKind.BODY) else None


def _is_thing(grammar: Grammar, member: Member) -> bool:
    """Whether what shows something is nobody who speaks (الفحص، النتيجة)."""
    first = fold_text(member.name).split()[0]
    return member.kind is SpeakerKind.UNNAMED and not (member.plural or names_speaker(grammar, first))


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a verb tells that whoever spoke last goes on (وأضاف البيان)."""
    return any(form.cue.id in _GOING_ON for form in scene.grammar.readings(scene.words.word[at]))


def _issuer_before(scene: Scene, at: int, document: str) -> Member | None:
    """Who has issued a document that the text has named last, or whose it is (أصدرت الوزارة بيانا، لم يذكر بيان الوزارة
    السبب. … وقال البيان)."""
    words, grammar = scene.words, scene.grammar
    forms = {document, document + "ا", f"ال{document}"}
    named = (k for k in range(at - 1, max(0, at - _FARTHEST), -1) if words.word[k] in forms)
    k = next((k for k in named if words.word[k] != f"ال{document}" or words.word[k + 1] in grammar.nationalities), None)
    if k is None or words.word[k].startswith("ال"):
        return None  # ‹البيان القطري … وقال البيان›: another one
    issues = grammar.classes["issues"]
    verb = next((j for j in range(k - 1, max(-1, k - _NEAREST), -1) if words.word[j].lstrip("وف") in issues), k)
    phrase = read_phrase(grammar, words, verb + 1, k, tight=True) if verb < k else None
    addressed = document in grammar.classes["letters"] and words.word[k + 1].startswith("ل")  # ‹رسالة للوزير›
    if phrase is None and not (addressed or words.opens_quote(k + 1)):  # but ‹تقرير "شامل" عن›
        phrase = read_phrase(grammar, words, k, at, tight=True)
    if phrase is None or not (phrase.actor_id or phrase.head in _ISSUING or words.word[phrase.low] in words.names):
        return None
    issuer = attribute(scene, phrase, place_of(words, phrase.low)).member
    return None if issuer is None or issuer.kind is SpeakerKind.MEDIA else issuer


def _maker_before(scene: Scene, at: int) -> Member | None:
    """Who has made the last document of which a relative clause tells that (الإحصاء الذي أعده المجلس. وقال التقرير)."""
    words, grammar = scene.words, scene.grammar
    for k in range(at - 1, max(0, at - _FARTHEST), -1):
        if words.word[k] not in grammar.classes["relatives"]:
            continue
        made = k + 1 + grammar.starts_sequence("issuing", words, k + 1, at)
        document = words.word[k - 1 - is_comma(words.word[k - 1])]
        if made == k + 1 or not grammar.has_stem("documents", document):
            continue
        phrase = read_phrase(grammar, words, made, at, tight=True)
        if phrase is not None and phrase.head in _ISSUING and phrase.head != "media":  # ‹الدراسة التي نشرتها الصحيفة›
            return attribute(scene, phrase, place_of(words, phrase.low)).member
    return None


def _of_its_owner(scene: Scene, phrase: NounPhrase, found: Member, place: int) -> Member:
    """‹عائلته، محاموه، حكومته›: those who belong to somebody, called by his name."""
    word = scene.words.word[phrase.low]
    pronoun = next((ending for ending in _OWNERS if word.endswith(ending)), None)
    if pronoun is None or phrase.high > phrase.low + 1 or phrase.actor_id is not None:
        return found
    body = scene.grammar.has_stem("bodies", word) and not scene.words.is_feminine(phrase.low)
    people = phrase.head == "source" and word.endswith(_PEOPLE)
    if not (body or people or word in scene.grammar.kin):
        return found
    thing = _thing_before(scene, phrase.low) if people else None
    if thing is not None:
        return Member(f"{found.name.removesuffix(pronoun)} {thing}", SpeakerKind.UNNAMED, plural=found.plural)
    persons = [m for m in scene.cast.members if m.kind is SpeakerKind.PERSON and not m.nameless and not m.several]
    owner = _first_in_sentence(scene, [m for m in persons if m.gender in (None, _OWNERS[pronoun])], phrase.low, place)
    if owner is None:
        return found
    noun = found.name.removesuffix(pronoun)
    if noun.endswith("ت") and scene.grammar.is_common(fold_text(noun[:-1] + "ة")):
        noun = noun[:-1] + "ة"
    noun = noun[:-1] + "ء" if noun.endswith(("ؤ", "ئ")) else noun
    kind = SpeakerKind.BODY if body else SpeakerKind.UNNAMED
    return Member(f"{noun} {owner.name}", kind, gender=found.gender, plural=found.plural)


def _thing_before(scene: Scene, at: int) -> str | None:
    """The noun without article before a verb whose subject has its pronoun, with one (مظاهرات قال منظموها)."""
    words, noun = scene.words, at - 2
    if noun < 0 or not scene.grammar.is_common(words.word[noun]) or words.word[noun].startswith("ال"):
        return None
    if not scene.grammar.readings(words.word[at - 1]) or scene.grammar.is_in_any(_NO_THINGS, words.word[noun]):
        return None  # ‹وفي بيان قال محاموه›
    her = words.word[at].endswith("ها")
    attached = scene.grammar.has_preposition(words, noun) or words.word[noun] in scene.grammar.stops
    if attached or her != (words.is_feminine(noun) or words.word[noun].endswith("ات")):
        return None
    return f"ال{words.text(noun, noun + 1)}"


def _first_in_sentence(scene: Scene, members: list[Member], at: int, place: int) -> Member | None:
    """The member whom a sentence names first, before a place, or else the last before it."""
    low = next(low for low, high in reversed(scene.words.sentences) if low <= at)
    start = place_of(scene.words, low)
    named = [(first, k) for k, m in enumerate(members) if (first := m.first_between(start, place)) is not None]
    return members[min(named)[1]] if named else latest(members, place)


def _is_brief(scene: Scene, phrase: NounPhrase) -> bool:
    """Two words, or a noun with its adjectives (المنظمة الحقوقية الماليزية)."""
    rest = scene.words.word[phrase.low + 1 : phrase.high]
    return len(rest) < 2 or all(word.startswith("ال") and is_adjective(scene.grammar, word) for word in rest)
