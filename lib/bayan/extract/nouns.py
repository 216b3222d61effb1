"""Noun phrases that can speak: a title and a name, a body, a state, a medium, an unnamed source."""

from __future__ import annotations

from itertools import takewhile

from bayan.extract.appositions import with_apposition
from bayan.extract.bodies import body_end, short_name_end
from bayan.extract.descriptions import bracket_end, source_end
from bayan.extract.grammar import Grammar, is_break
from bayan.extract.issuers import is_from_body, is_issued, is_kind
from bayan.extract.lone_names import is_no_name
from bayan.extract.name_words import is_fence, opens_name
from bayan.extract.names import clean_name, name_end, past_fathers, quoted_name_end
from bayan.extract.phrases import Head, NounPhrase
from bayan.extract.posts import read_post
from bayan.extract.starts import can_start, is_kin, is_selfsame, names_speaker
from bayan.extract.stems import begins_with_lam, has_lil, without_li
from bayan.extract.titled import begins_dedicated, titled_name
from bayan.extract.unnamed import read_unnamed
from bayan.extract.verbs import follows_a_verb
from bayan.extract.words import Words
from bayan.records import SpeakerKind

LATTER = ("الاخير", "الاخيره")
"""Behind a verb: whoever was named last."""
LONGEST_PHRASE = 24
LONGEST_QUOTED_NAME = 4
"""Tokens of the name of a medium or body in quotation marks."""
_FROM = "عن"

_HEADS: dict[SpeakerKind, Head] = {
    SpeakerKind.PERSON: "name",
    SpeakerKind.BODY: "body",
    SpeakerKind.STATE: "state",
    SpeakerKind.MEDIA: "media",
    SpeakerKind.UNNAMED: "source",
}


def read_phrase(grammar: Grammar, words: Words, at: int, high: int, tight: bool = False) -> NounPhrase | None:
    """The noun phrase that begins at a token, or None where none can begin.

    ``tight`` ends it as early as the grammar allows, for verbs whose object follows without a preposition.
    """
    high = min(high, at + LONGEST_PHRASE)
    at += is_selfsame(grammar, words, at)
    low = at
    while at < high and (at > low or grammar.is_in("honorifics", words.word[at])):
        if not _is_honorific(grammar, words, at):
            break
        at += 1
    described = at < high - 1 and words.word[at] in grammar.nationalities and not words.opens_quote(at)
    if described and words.word[at].startswith("ال"):  # but ‹قالت «السعودي الفرنسي كابيتال» إن›
        named = name_end(grammar, words, at + 1, high) - at - 1
        known = at > low or words.word[at + 1] in words.surnames  # ‹العميد الإماراتي عبدالسلام، الإسباني مارتينيز›
        at += named > 1 or (named == 1 and known)  # ‹الكويتية سندس القطان›
        if named == 0 and at > low and is_fence(grammar, words, at + 1) and words.word[at] not in words.surnames:
            ranked = NounPhrase(low, at + 1, "post", post=(low, at + 1))  # ‹الأدميرال الأميركي، جيمس فوغو،›
            return with_apposition(grammar, words, ranked, high, tight)
    if at >= high or not (can_start(grammar, words, at) or opens_name(grammar, words, at)):
        return None
    phrase = _read_core(grammar, words, at, high, tight)
    if phrase is None:
        return None
    phrase = with_apposition(grammar, words, phrase, high, tight)
    return phrase if phrase.low == low else phrase.changed(low=low)


def _is_honorific(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a title without office stands here, or goes on (الفريق أول خليفة حفتر)."""
    word = words.word[at]
    if words.word[at + 1 : at + 2] and words.word[at + 1] in grammar.classes["owned-titles"]:
        return grammar.is_in("honorifics", word)  # ‹صاحب السمو›, but ‹صاحب المنزل›
    if grammar.is_in("honorifics", word):
        if grammar.is_in("bodies", word) and _is_described(grammar, words, at):
            return False  # ‹الفريق الطبي›, but ‹الفريق الزهراني، اللواء البحري سالم العلي›
        graded = at + 1 < len(words.word) and words.word[at + 1] in grammar.classes["grades"]
        return graded or not grammar.is_post(word)
    return word in grammar.classes["grades"]


def _is_described(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether an adjective of the language, or one that tells a nationality, and no surname or grade stands behind a
    noun, and no name behind it."""
    word, name = (*words.word[at + 1 : at + 3], "", "")[:2]
    adjective = word.startswith("ال") and word[2:] in grammar.classes["common-nouns"]
    other = word in words.names or word in grammar.classes["grades"] or name in grammar.given_names
    return word.endswith(("ي", "يه")) and (adjective or word in grammar.nationalities) and not other


def phrase_name(words: Words, phrase: NounPhrase) -> str:
    """The words that name a phrase: its personal name, the issuer of a document, a post without the title before it
    (معالي وزير الخارجية), else the whole phrase."""
    if phrase.name is not None:
        low, high = phrase.name
        start = None if phrase.actor_id else words.start[low]
        if phrase.own is not None and phrase.own[0] == low:
            start = phrase.own[1]  # ‹مقالا لجون سميث›
        return clean_name(words.named(low, high, start))
    if phrase.actor_id and words.mention[phrase.low] < 0:
        low = next((k for k in range(phrase.low, phrase.high) if words.mention[k] >= 0), phrase.low)
        return clean_name(words.named(low, phrase.high))
    low, start = phrase.own or (phrase.low if phrase.post is None else phrase.post[0], None)
    return clean_name(words.named(low, phrase.high, start))


def _read_core(grammar: Grammar, words: Words, at: int, high: int, tight: bool) -> NounPhrase | None:
    word = words.word[at]
    actor = grammar.actor(words, at)
    if actor is not None and not (actor.kind is SpeakerKind.STATE and grammar.is_post(word)):
        return _read_mention(grammar, words, at, high, _HEADS[actor.kind], actor.id)
    if words.opens_quote(at):
        person = quoted_name_end(grammar, words, at, high)
        if person > at:
            return NounPhrase(at, person, "name", name=(at, person))
        return _quoted_name(grammar, words, at, high)
    unnamed = read_unnamed(grammar, words, at, high, tight)
    if unnamed is not None:
        return unnamed
    kin = _read_kin(grammar, words, at, high, tight) if is_kin(grammar, words, at) else None
    if kin is not None and kin.name is not None:
        return kin  # ‹قال خالها عمرو الحريري›
    if grammar.is_post(word) and (word.startswith("ال") or not words.has_father(at)):
        return read_post(grammar, words, at, high, tight)  # but ‹رائد بن خالد›
    if kin is not None:
        return kin  # without a name, where no post is read
    titled = titled_name(grammar, words, at, high)
    if titled is not None:
        return titled
    if grammar.is_in("media", word):
        return NounPhrase(at, body_end(grammar, words, at + 1, high, tight), "media")
    if word in grammar.classes["proper-bodies"]:
        return NounPhrase(at, bracket_end(grammar, words, at + 1, high), "body")
    if grammar.is_in("bodies", word) or begins_dedicated(grammar, words, at, high):
        return NounPhrase(at, body_end(grammar, words, at + 1, high, tight), "body")
    if phrasal := grammar.starts_sequence("phrasal-bodies", words, at, high):
        return NounPhrase(at, body_end(grammar, words, at + phrasal, high, tight), "body")
    if word in grammar.classes["superlatives"] and at + 1 < high:
        return _read_latest(grammar, words, at, high, tight)
    if grammar.is_in("documents", word):
        return _read_document(grammar, words, at, high, tight)
    if grammar.is_in("sources", word) or (word.endswith("و") and grammar.is_in("sources", word + "ن")):
        return NounPhrase(at, source_end(grammar, words, at + 1, high, tight), "source")
    if _is_somebodys_body(grammar, words, at):
        return NounPhrase(at, at + 1, "body")
    if word in LATTER and follows_a_verb(grammar, words, at):
        return NounPhrase(at, at + 1, "source")
    end = at + 1 if tight and _is_before_another(grammar, words, at) else name_end(grammar, words, at, high)
    if word in grammar.places and word not in words.names and (end == at + 1 or _is_state(grammar, words, at + 1)):
        return NounPhrase(at, at + 1, "state", actor_id=grammar.places[word])
    if end == at or (end == at + 1 and is_no_name(grammar, words, at)):
        return None
    return NounPhrase(at, end, "name", name=(at, end))


def _read_kin(grammar: Grammar, words: Words, at: int, high: int, tight: bool) -> NounPhrase:
    """Somebody's relative, friend or lawyer, with the name behind it (والدتها سعاد، مدربه الهولندي لويس فان غال)."""
    start = at + 1
    while start < high and not tight and _titles(grammar, words, at, start):
        start += 1
    end = name_end(grammar, words, start, high) if start < high else start
    if end == start:
        return NounPhrase(at, at + 1, "post", post=(at, at + 1))
    return NounPhrase(at, end, "post", name=(start, end), post=(at, start))


def _titles(grammar: Grammar, words: Words, at: int, k: int) -> bool:
    """Whether a definite word of one gender stands between a relative and the name (محاميه الدكتور، مدربه الهولندي)."""
    word = words.word[k]
    title = word in grammar.nationalities or grammar.is_post(word) or grammar.is_in("honorifics", word)
    return title and word.startswith("ال") and words.is_feminine(k) == words.word[at].endswith(("تها", "ته", "تهم"))


def _is_before_another(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a surname of the article stands before a known person who bears another (وحذر صالحي ترامب من)."""
    actor = grammar.actor(words, at + 1) if at + 1 < len(words.word) else None
    person = actor is not None and actor.kind is SpeakerKind.PERSON
    return person and words.word[at] in words.surnames and words.word[at] not in grammar.given_names


def _is_somebodys_body(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a body with a pronoun stands right after a verb of saying (وتعهدت حكومته)."""
    word = words.word[at]
    owned = word.endswith(("ه", "ها")) and word not in words.names and not words.is_feminine(at)
    return owned and grammar.has_stem("bodies", word) and at > 0 and words.word[at - 1] in grammar.finite


def _is_state(grammar: Grammar, words: Words, at: int) -> bool:
    actor = grammar.actor(words, at) if at < len(words.word) else None
    return actor is not None and actor.kind is SpeakerKind.STATE


def _read_document(grammar: Grammar, words: Words, at: int, high: int, tight: bool) -> NounPhrase:
    """A document speaks for whoever issued it, where the phrase names the issuer (بيان لوزارة الدفاع)."""
    k = at + 1
    relatives = grammar.classes["relatives"]
    near = list(takewhile(lambda j: words.word[j] not in relatives, range(k, min(high, k + 4))))
    ends = (j + (grammar.starts_sequence("issuing", words, j, high) or is_issued(grammar, words, j)) for j in near)
    issued = next((end for j, end in zip(near, ends, strict=True) if end > j), None)
    issued = issued or next((j + 1 for j in near if is_from_body(grammar, words, j)), None)
    own = k < high and without_preposition(words, k) is not words
    if not own and k + 1 < high and words.word[k] not in grammar.stops and words.word[k + 1].startswith("لل"):
        k, own = k + 1, True  # ‹تقرير حديث للأمم المتحدة›
    k = k if own else (issued or k)
    while k < high and words.word[k] in grammar.classes["document-links"]:
        k += 1
    if k < high and not is_break(words.word[k]) and (issued or not words.word[at].startswith("ال")):
        bare = without_preposition(words, k)
        issuer = _read_core(grammar, bare, k, high, tight)
        if issuer is not None and not (own or issued) and is_kind(grammar, words, issuer, k):
            issuer = None
        people = issued and words.word[k].endswith("ون") and grammar.is_in("sources", words.word[k])
        people = people or (own and grammar.is_in("sources", bare.word[k]))  # ‹بيان لقادة الأركان›
        if issuer is not None and (issuer.head in ("body", "state", "media", "post") or issuer.actor_id or people):
            return issuer.changed(low=at, own=(k, bare.start[k]))
    if k < high and words.word[k - 1] == _FROM and words.word[k - 2] in grammar.classes["document-links"]:
        # whoever it is: ‹بيان صادر عن أمن البصرة›
        return NounPhrase(at, body_end(grammar, words, k + 1, high, tight), "body", own=(k, words.start[k]))
    if issued is not None and words.word[issued : issued + 1] != ("عن",):
        return NounPhrase(at, at + 1 + own, "document")  # ‹بيان نشرته مساء السبت، استطلاع للرأي أجرته قناة›
    return NounPhrase(at, body_end(grammar, words, at + 1, high, tight), "document")


def _read_latest(grammar: Grammar, words: Words, at: int, high: int, tight: bool) -> NounPhrase | None:
    """‹آخر بيان للجيش›: the document, from its superlative on."""
    if not grammar.is_in("documents", words.word[at + 1]):
        return None
    return _read_document(grammar, words, at + 1, high, tight).changed(low=at)


def without_preposition(words: Words, at: int) -> Words:
    """The same field with one token read without its attached ل; its offset moves with it."""
    word = words.word[at]
    described = words.word[at + 1] if at + 1 < len(words.word) else ""
    if begins_with_lam(word) and described.startswith("ال") and described.endswith(("ي", "يه")):
        return words.reread(at, "ال" + word[1:], words.start[at])  # ‹للجنة الوطنية›
    definite = has_lil(word)
    if not word.startswith("ل") or len(word) < 3 or (words.mention[at] >= 0 and not definite):
        return words
    return words.reread(at, without_li(word), words.start[at] + (0 if definite else 1))


def own_words(grammar: Grammar, words: Words, phrase: NounPhrase) -> Words:
    """The field as a phrase reads it: its first word without the preposition or ‹and› attached to it (وفقا لسالم،
    والصحف الأمريكية تنتقد)."""
    if phrase.own is not None and phrase.own[0] == phrase.low:
        word = words.word[phrase.low]
        return words.reread(phrase.low, without_li(word) if word[0] == "ل" else word[1:], phrase.own[1])
    noun = words.word[phrase.low].removeprefix("و")
    joined = noun != words.word[phrase.low] and noun.startswith("ال") and words.mention[phrase.low] < 0
    if joined and names_speaker(grammar, noun):
        return words.reread(phrase.low, noun, words.start[phrase.low] + 1)
    return words


def _read_mention(grammar: Grammar, words: Words, at: int, high: int, head: Head, actor_id: str) -> NounPhrase:
    end = min(words.mention_end(at), high)
    if head == "name":
        if end < high and words.word[end] in grammar.classes["namesakes"]:
            return NounPhrase(at, end + 1, "name", name=(at, end + 1))  # ‹ترامب جونيور›
        end = past_fathers(grammar, words, end, high)
        return NounPhrase(at, end, "name", name=(at, end), actor_id=actor_id)
    if head == "body" and end < high and words.mention[end] < 0 and words.word[end] in grammar.nationalities:
        end += words.word[end].startswith("ال")  # ‹لحكومة الوفاق الوطني الليبية›, but ‹اتهم حزب الله السعودية›
    if head == "body" and end < high and words.mention[end] >= 0 and not words.has_clitic(end):
        again = grammar.actor(words, end)  # ‹حركة المقاومة الإسلامية #حماس›
        end = words.mention_end(end) if again is not None and again.id == actor_id else end
    if head in ("media", "body") and words.opens_quote(at) and words.quote_end(at) - at <= LONGEST_QUOTED_NAME:
        end = max(end, min(words.quote_end(at), high))  # ‹"حرييت دايلي نيوز"›
    if head == "media":
        while end < high and _describes_medium(grammar, words.word[end]):
            end += 1
        end = short_name_end(grammar, words, end, high)
    closed = end if head == "state" else bracket_end(grammar, words, end, high)  # ‹الإمارات العربية المتحدة (CNN)›
    return NounPhrase(at, closed, head, actor_id=actor_id)


def _describes_medium(grammar: Grammar, word: str) -> bool:
    """What may follow the name of an agency (وكالة إنترفاكس الروسية للأنباء)."""
    return word in grammar.nationalities or word in grammar.classes["agency-tails"]


def _quoted_name(grammar: Grammar, words: Words, at: int, high: int) -> NounPhrase | None:
    """A medium or body named in quotation marks; longer quotations are speech."""
    end = words.quote_end(at)
    titled = at > 0 and words.word[at - 1].removeprefix("ب") in grammar.classes["title-nouns"]
    if end - at > LONGEST_QUOTED_NAME or end > high or titled:
        return None
    return NounPhrase(at, end, "media" if grammar.starts_sequence("media-names", words, at, end) else "body")
