"""The engine: one article in, its statements and mentions out. Pure; the stages are the modules beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bayan.actors import Matcher, Registry, load_registry
from bayan.extract.act_context import weigh_acts_together
from bayan.extract.acts import find_act
from bayan.extract.addressees import find_addressee
from bayan.extract.cast import Cast, Member, joined_name
from bayan.extract.confidence import estimate
from bayan.extract.counterparts import name_offices
from bayan.extract.free_speech import join_exclamations
from bayan.extract.grammar import Grammar
from bayan.extract.headline_ends import join_clauses
from bayan.extract.introductions import find_cast, with_names
from bayan.extract.linking import Linker
from bayan.extract.readings import Reading
from bayan.extract.relays import find_via, full_relay
from bayan.extract.sayings import find_said_on
from bayan.extract.scan import find_link, scan_link, scan_sentence
from bayan.extract.scans import Scan
from bayan.extract.scenes import Scene
from bayan.extract.settling import Found, settle_speakers, without_topics
from bayan.extract.spans import content_kind, content_span
from bayan.extract.speakers import find_speaker
from bayan.extract.surname_headlines import read_surname
from bayan.extract.topics import find_topics
from bayan.extract.words import Words, read_words
from bayan.lexicon import ActWords, Lexicon, Topics, load_act_words, load_lexicon, load_topics
from bayan.records import FIELDS, Article, Extraction, Mention, SpeakerKind, Statement
from bayan.text import Dates, fold, fold_text

ENGINE_VERSION = "35"
"""Raised when the code of the engine changes what it finds."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What the statements of one field share."""

    words: Words
    scene: Scene
    dates: Dates
    day: date | None


@dataclass(frozen=True)
class Extractor:
    """The engine with its data. ``version`` stamps what it finds: code and data files."""

    grammar: Grammar
    act_words: ActWords
    topics: Topics
    matcher: Matcher
    version: str

    @classmethod
    def load(cls, registry: Registry | None = None, lexicon: Lexicon | None = None) -> Extractor:
        """Read the data files. Raises BadData."""
        actors = registry or load_registry()
        words = lexicon or load_lexicon()
        act_words = load_act_words()
        topics = load_topics()
        data = "|".join([words.version, act_words.version, actors.version, repr(topics.topics)])
        stamp = f"{ENGINE_VERSION}-{hashlib.sha256(data.encode()).hexdigest()[:10]}"
        return cls(Grammar(words, actors), act_words, topics, Matcher(actors), stamp)

    def extract(self, article: Article) -> Extraction:
        """The statements and mentions of an article, in reading order (title before body)."""
        if article.language != "ar":
            return Extraction((), ())
        folded = {"title": fold(article.title), "body": fold(article.body)}
        mentions = self.matcher.find(folded["title"], folded["body"], article.published)
        lexicon = self.grammar.lexicon
        known, titles = lexicon.with_al, lexicon.classes["honorifics"]
        fields = [read_words(field, folded[field], mentions, known, titles) for field in FIELDS]
        cast = find_cast(self.grammar, fields)
        fields = with_names(fields, cast)
        scans = [self._scan(words) for words in fields]
        day = article.published
        found = [one for words, own in zip(fields, scans, strict=True) for one in self._field(words, own, cast, day)]
        if not scans[0]:
            found = self._surname_headline(fields[0], cast, day, found) + found
        settle_speakers(self.grammar, cast, found)
        name_offices(self.grammar, cast, found)
        found = without_topics(self.grammar.registry, found)
        weigh_acts_together(self.act_words, found)
        texts = (folded["title"].text, folded["body"].text)
        linker = Linker(self.grammar.registry, texts, mentions, day)
        return Extraction(tuple(self._attributed(one, mentions, linker) for one in found), mentions)

    def _scan(self, words: Words) -> list[Scan]:
        """The sentences of a field that report something."""
        title = words.field == "title"
        scans = []
        for low, high in words.sentences:
            link, headline = find_link(self.grammar, words, low, high)
            if low < link:
                scans.append(scan_sentence(self.grammar, words, low, link, title))
            if headline < high:
                scans.append(scan_link(self.grammar, words, headline, high))
        told = join_clauses(self.grammar, words, scans) if title else join_exclamations(words, scans)
        return [scan for scan in told if scan.readings]

    def _field(self, words: Words, scans: list[Scan], cast: Cast, day: date | None) -> list[Found]:
        if not scans:
            return []
        place = _Place(words, Scene(self.grammar, words, cast, [], day), Dates(words.folded, day), day)
        found = []
        for scan in scans:
            scan.readings.sort(key=lambda reading: reading.cue[0])
            before: Found | None = None
            for reading in scan.readings:
                before = self._statement(place, scan, reading, before)
                found.append(before)
        return found

    def _surname_headline(self, words: Words, cast: Cast, day: date | None, body: list[Found]) -> list[Found]:
        """The statement of a headline that begins with the surname of somebody who speaks in the body."""
        read = read_surname(self.grammar, words, body)
        if read is None:
            return []
        reading, bearer = read
        found = self._field(words, [Scan(words.sentences[0][0], reading.content_end, [reading])], cast, day)
        for one in found:
            one.member = bearer
        return found

    def _statement(self, place: _Place, scan: Scan, reading: Reading, before: Found | None) -> Found:
        """One statement; ``before`` is the one before it in the same sentence."""
        words = place.words
        attribution = find_speaker(place.scene, scan, reading)
        member = attribution.member
        if member is not None and not scan.link:
            place.scene.note(member, reading)
        content = content_span(words, reading)
        act, act_rule, sums = find_act(self.act_words, words, reading, self.grammar)
        via = full_relay(place.scene, find_via(self.grammar, words, scan, reading), member, reading)
        said_on = find_said_on(self.grammar, words, scan, reading, content, place.dates, place.day)
        if before is not None and attribution.surface is None and before.member is member:
            via, said_on = via or before.via, said_on or before.said_on
        return Found(
            field=words.field,
            cue=words.span(*reading.cue),
            content=content,
            words=words.folded.original[content.start : content.end],
            kind=content_kind(self.grammar, words, reading),
            act=act,
            sums=sums,
            member=member,
            surface=attribution.surface,
            role=attribution.role,
            via=via,
            said_on=said_on,
            addressee=find_addressee(self.grammar, words, reading),
            topics=find_topics(self.topics, words, reading),
            confidence=estimate(self.grammar.lexicon.confidence, words, reading, attribution),
            evidence=(f"cue:{reading.entry}", f"frame:{reading.rule}", f"speaker:{attribution.rule}", act_rule),
            turns=not self.grammar.classes["turns"].isdisjoint(words.word[scan.low : reading.cue[0]]),
        )

    def _attributed(self, found: Found, mentions: Sequence[Mention], linker: Linker) -> Statement:
        """The statement with its settled speaker: full name, kind, role and actor."""
        member, actor, kind = found.member, None, SpeakerKind.UNNAMED
        role = found.role
        if member is not None:
            actor = linker.actor_of(member.parts[0] if member.parts else member)
            kind = actor.kind if actor else self._kind(member)
            role = (found.role or member.role) if kind is SpeakerKind.PERSON else None
        actor_id = actor.id if actor else None
        addressee = found.addressee if found.addressee and found.addressee.actor_id != actor_id else None
        return Statement(
            field=found.field,
            cue=found.cue,
            content=found.content,
            kind=found.kind,
            speaker=(joined_name(member.parts) or member.name) if member is not None else None,
            speaker_kind=kind,
            act=found.act,
            speaker_id=actor_id,
            speaker_surface=found.surface,
            role=role,
            via=found.via,
            said_on=found.said_on,
            addressee=addressee.name if addressee else None,
            addressee_id=addressee.actor_id if addressee else None,
            topics=found.topics,
            diplomatic=self._is_diplomatic(actor_id, found, mentions),
            confidence=found.confidence,
            evidence=found.evidence,
        )

    def _kind(self, member: Member) -> SpeakerKind:
        """The kind of a speaker whom no actor stands for: a post alone that is no office names nobody (المسؤول), nor
        one of a kind (وزير إسرائيلي), a plural or another noun (المشاركون, الناس)."""
        first, *rest = fold_text(member.name).split()
        if not member.nameless:
            is_noun = member.kind is SpeakerKind.PERSON and not rest and _tells_people(self.grammar, first)
            return SpeakerKind.UNNAMED if is_noun else member.kind
        describes = first.removeprefix("ال") in self.grammar.classes["describing-posts"]
        return SpeakerKind.UNNAMED if describes or _is_anybody(self.grammar, first, rest) else member.kind

    def _is_diplomatic(self, actor_id: str | None, found: Found, mentions: Sequence[Mention]) -> bool:
        """Somebody of the registry speaks for a state or body, or two states are spoken of."""
        registry = self.grammar.registry
        actor = registry.get(actor_id) if actor_id else None
        if actor is not None and actor.kind is not SpeakerKind.MEDIA:
            return True
        content = found.content
        own = (mention for mention in mentions if mention.field == found.field)
        spoken_of = {m.actor_id for m in own if content.start <= m.span.start < content.end}
        kinds = [registry.get(actor_id) for actor_id in spoken_of]
        return sum(actor is not None and actor.kind is SpeakerKind.STATE for actor in kinds) >= 2


def _is_anybody(grammar: Grammar, first: str, rest: Sequence[str]) -> bool:
    """Whether a post alone or one described by an indefinite adjective of nationality tells nobody in particular."""
    return not rest or (not (first.startswith("ال") or rest[0].startswith("ال")) and rest[0] in grammar.nationalities)


def _tells_people(grammar: Grammar, word: str) -> bool:
    """Whether a word tells who people are and names nobody: a plural or dual with the article, a counted noun."""
    is_several = word.startswith("ال") and word.endswith(("ون", "تان"))
    return is_several or grammar.is_common(word.removeprefix("ال"))
