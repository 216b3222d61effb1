"""The cast of an article: everybody who can speak in it, under the fullest name that it gives them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import pairwise

from bayan.extract.name_keys import head_of, is_first_of_joined, is_of_other_field, name_keys, skeleton, split_name
from bayan.extract.words import SONS, Words
from bayan.lexicon import CueForm
from bayan.records import SpeakerKind
from bayan.text import fold_text

WITHOUT_NAME = (SpeakerKind.BODY, SpeakerKind.UNNAMED, SpeakerKind.MEDIA)
"""Kinds whose later mention may be the bare noun that their name begins with."""
_SHORTEST_SKELETON = 3
PAPERS = ("صحيفه", "جريده", "مجله")
_SHORTEST_PLURAL = 5
_ALIKE = 0.75
"""How alike two spellings of a given name are at least (ميلوس، ميلوش)."""
_TITLE_OFFSET = -1_000_000


class Member:
    """One possible speaker. ``places`` are where it is named or speaks, sorted (title before body); ``nameless`` is a
    person whom the article has called by a post only; ``titles`` are the words of each role that it gives; ``several``
    are two persons under one phrase (غينغريتش وجولياني), who are neither of the two; ``namesake`` is another's son or
    father of the same name (ترامب جونيور). ``givens`` are the other words of an actor's names; ``parts`` are those who
    speak together as this member."""

    __slots__ = (
        "actor_id", "gender", "givens", "keys", "kind", "name", "nameless", "namesake", "parts", "places", "plural",
        "role", "several", "state", "titles",
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        kind: SpeakerKind,
        role: str | None = None,
        actor_id: str | None = None,
        gender: str | None = None,
        plural: bool = False,
        state: str | None = None,
        nameless: bool = False,
        several: bool = False,
        parts: tuple[Member, ...] = (),
    ) -> None:
        self.name = name
        self.kind = kind
        self.role = role
        self.actor_id = actor_id
        self.gender = gender
        self.plural = plural
        self.state = state
        self.nameless = nameless
        self.several = several
        self.parts = parts
        self.namesake = False
        self.givens: frozenset[str] = frozenset()
        self.places: list[int] = []
        self.keys = name_keys(name)
        self.titles: set[frozenset[str]] = {name_keys(role)} if role else set()

    def rename(self, name: str) -> None:
        """Give the member a fuller name, under which it is no longer nameless."""
        self.name, self.nameless, self.keys = name, False, name_keys(name)

    def note(self, place: int) -> None:
        """Remember one more place."""
        insort(self.places, place)

    def last_before(self, place: int) -> int | None:
        """The last place before another."""
        at = bisect_left(self.places, place)
        return self.places[at - 1] if at else None

    def first_between(self, low: int, high: int) -> int | None:
        """The first place in [low, high)."""
        at = bisect_left(self.places, low)
        return self.places[at] if at < len(self.places) and self.places[at] < high else None

    @property
    def heads(self) -> frozenset[str]:
        """The first nouns of the role, without article (وزير الخارجية → وزير)."""
        words = fold_text(self.role or "").split()
        return frozenset(word.removeprefix("ال") for word in words[:2])


@dataclass(slots=True)
class Cast:
    """The members, and the questions that resolving a speaker asks of them."""

    members: list[Member] = field(default_factory=list)

    def add(self, member: Member, place: int) -> Member:
        """Add a member or join it to the one that it names again; the fuller name and role win."""
        known = self._same(member)
        if known is None:
            member.note(place)
            self.members.append(member)
            return member
        named = member.kind is not SpeakerKind.UNNAMED and not member.nameless
        plainer = "_" in known.name and "_" not in member.name and len(member.keys) == len(known.keys)
        if named and (plainer or len(member.keys) > len(known.keys)):
            known.rename(member.name)
            if member.gender is not None and known.gender != member.gender:
                known.gender = None  # ‹الصليب الأحمر، اللجنة الدولية للصليب الأحمر›: verbs agree with either
        known.titles |= member.titles
        if member.role and len(member.role) > len(known.role or ""):
            known.role = member.role
            known.state = member.state or known.state
        known.actor_id = known.actor_id or member.actor_id
        known.gender = known.gender or member.gender
        known.note(place)
        return known

    def _same(self, member: Member) -> Member | None:
        keys = member.keys
        for known in self.members:
            if known.kind is not member.kind or known.namesake is not member.namesake:
                continue
            if member.several or known.several:
                if keys == known.keys:
                    return known
                continue
            if member.actor_id and known.actor_id:
                if member.actor_id == known.actor_id and (
                    member.kind is SpeakerKind.PERSON or keys <= known.keys or known.keys <= keys
                ):
                    return known
                continue
            if _is_namesake(member, known) or _are_one_and_joined(member, known):
                continue
            if member.kind is SpeakerKind.UNNAMED and _without_cases(keys) == _without_cases(known.keys):
                return known  # ‹مسؤولون، مسؤولين›
            longer = not member.nameless and known.keys <= keys and _leads(known.name, member)
            shorter = keys <= known.keys and _leads(member.name, known)
            if keys == known.keys or (keys and not known.nameless and (shorter or longer)):
                return known
        return None

    def introduced(self) -> list[Member]:
        """The persons whom the article names with two words or more."""
        return [m for m in self.members if m.kind is SpeakerKind.PERSON and len(split_name(m.name)) > 1]

    def named(self, name: str, kind: SpeakerKind, actor_id: str | None = None) -> Member | None:
        """The member that a full or short name stands for, the most recent first; the actor ``actor_id`` before others
        of a longer name (ترامب، ميلانيا ترامب), and no other state or body (السودان، جنوب السودان)."""
        keys = name_keys(name)
        fitting = [
            m
            for m in self.members
            if m.kind is kind
            and keys
            and not (actor_id and m.actor_id and m.actor_id != actor_id and kind is not SpeakerKind.PERSON)
            and (keys == m.keys or (keys < m.keys and not m.several and not m.namesake and _leads(name, m)))
            and not (kind is SpeakerKind.UNNAMED and is_first_of_joined(name, m.name))
        ]
        if kind is SpeakerKind.PERSON:
            fitting = [m for m in fitting if actor_id and m.actor_id == actor_id] or fitting or self._spelt_like(name)
        last = split_name(name)[-1:]
        return max(fitting, key=lambda m: (split_name(m.name)[-1:] == last, len(m.keys)), default=None)

    def _spelt_like(self, name: str) -> list[Member]:
        """The one person whose surname differs from a single name by long vowels only (بوتن، بوتين)."""
        bones = skeleton(name)
        if " " in name or len(bones) < _SHORTEST_SKELETON:
            return []
        persons = self.introduced()
        alike = [m for m in persons if skeleton(m.name.split()[-1]) == bones]
        return alike if len(alike) == 1 else []

    def with_role(self, role: str, before: int, *, named: bool = False) -> Member | None:
        """The person whose role holds these words, the last named before a place; ``named``: only one with a name. A
        role of fewer words will do, but ‹the president› is no president of something (رئيس المكتب السابق)."""
        keys, head = name_keys(role), name_keys(role.split()[0])
        persons = [m for m in self.members if m.kind is SpeakerKind.PERSON and m.role and not (named and m.nameless)]
        held = [(m, own) for m in persons for own in (*m.titles, name_keys(m.role or ""))]
        exactly = [m for m, own in held if own == keys and len(keys) > 1]  # ‹وزير الخارجية›, no ‹وزير خارجية روسيا›
        fuller = [m for m, own in held if keys <= own]
        brief = [(m, own) for m, own in held if len(own) > 1 and head <= own <= keys]
        shorter = [m for m, _ in brief if (m.role or "").startswith("ال") == role.startswith("ال")]
        return _latest_or_first(exactly or fuller or shorter, before)

    def only_holder(self, nameless: Member, *, served: bool) -> Member | None:
        """The one person with a name whose role begins like that of a nameless one, and of no other country;
        ``served``: the nameless one's post has a name after it (سفير روسيا، محامي ترامب)."""
        head = head_of(nameless.name)
        persons = [m for m in self.members if m.kind is SpeakerKind.PERSON and m.role and not m.nameless]
        fitting = [m for m in persons if head_of(m.role or "") == head]
        fitting = [m for m in fitting if not (m.state and nameless.state and m.state != nameless.state)]
        fitting = [m for m in fitting if not is_of_other_field(nameless.name, m.role or "", served)]
        return fitting[0] if len(fitting) == 1 else None

    def with_head(
        self, head: str, kinds: Iterable[SpeakerKind], before: int, spoken: Sequence[Member], rest: str = ""
    ) -> Member | None:
        """The body or source whose name begins with a noun (النقابة → نقابة الصحفيين): one that the ``rest`` of the
        words describes too (المصدر الحقوقي), one that has spoken rather than one only named, the last before."""
        stem = head.removeprefix("ال")
        wanted = frozenset(kinds)
        fitting = [m for m in self.members if m.kind in wanted and _head_matches(m, stem) and len(m.keys) > 1]
        fitting = [m for m in fitting if not (rest and is_first_of_joined(f"{head} {rest}", m.name))]
        unnamed = [m for m in fitting if m.kind is SpeakerKind.UNNAMED]
        described = [m for m in unnamed if name_keys(rest) <= m.keys] if rest else []
        fitting = described or fitting
        heard = [m for m in fitting if any(m is other for other in spoken)]
        if stem in PAPERS:
            heard = []  # a press review speaks of the paper named last
        return _latest_or_first(heard or fitting, before)


def _is_namesake(member: Member, known: Member) -> bool:
    """Whether a person of whom nobody knows bears the surname of an actor whom the article has named by it, and another
    given name (ترامب … ميلانيا ترامب, but ميلوس زيمان is ميلوش زيمان)."""
    if member.actor_id or not known.givens or not known.keys < member.keys:
        return False
    others = member.keys - known.keys
    return not any(get_close_matches(word, known.givens, 1, _ALIKE) for word in others)


def _are_one_and_joined(one: Member, other: Member) -> bool:
    """Whether of two descriptions one is the first part of the other (مسؤولون، مسؤولون وشهود عيان)."""
    unnamed = one.kind is SpeakerKind.UNNAMED
    return unnamed and (is_first_of_joined(one.name, other.name) or is_first_of_joined(other.name, one.name))


def _leads(short: str, member: Member) -> bool:
    """Whether the short name of a body begins a longer one, follows its first noun (الخارجية in وزارة الخارجية) or
    stands in its bracket, and is no part of what it does (الشرطة in حملة ضد عنف الشرطة)."""
    if member.kind is SpeakerKind.PERSON:
        return not _begins_with_father(short, member)
    if member.kind is not SpeakerKind.BODY:
        return True
    first = split_name(short)[0].removeprefix("ال")
    *words, last = split_name(member.name)
    heads = [*words[:2], last] if last.endswith(")") or len(words) < 2 else words[:2]
    return first in [word.strip("()").removeprefix("ال") for word in heads]


def _begins_with_father(short: str, member: Member) -> bool:
    """Whether a name of several words begins with the name of a person's father, and so is another's (سلمان بن
    عبدالعزيز is no عبدالعزيز بن سعود)."""
    first, *more = split_name(short)
    return bool(more) and any(link in SONS and name == first for link, name in pairwise(split_name(member.name)))


def _head_matches(member: Member, stem: str) -> bool:
    first = split_name(member.name)[0].removeprefix("ال")
    return first == stem or (member.plural and _without_case(first) == _without_case(stem))


def _without_cases(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_without_case, keys))


def _without_case(noun: str) -> str:
    """A plural of people without the ending of its case (مسؤولون، مسؤولين، محامو)."""
    if noun.endswith(("ون", "ين")) and len(noun) >= _SHORTEST_PLURAL:
        return noun[:-2] + "و"
    return noun


def latest(members: Sequence[Member], before: int) -> Member | None:
    """The member named last before a place; of two at one place the first."""
    earlier = [(place, -k) for k, member in enumerate(members) if (place := member.last_before(before)) is not None]
    return members[-max(earlier)[1]] if earlier else None


def _latest_or_first(members: Sequence[Member], before: int) -> Member | None:
    return latest(members, before) or min(members, key=lambda member: member.places[0], default=None)


def joined_name(members: Sequence[Member]) -> str:
    """The names of several who speak together."""
    return " و".join(member.name for member in members)


def agrees(member: Member, form: CueForm | None) -> bool:
    """Whether a member can be the dropped subject of a form, by gender and number as far as they are known."""
    if form is None:
        return True
    gender, number = form.form.gender, form.form.number
    if number == "p":
        return member.plural or member.kind in (SpeakerKind.BODY, SpeakerKind.UNNAMED)
    if number == "d":
        return True
    if member.plural and form.form.shape != "participle":
        return gender == "f" and not split_name(member.name)[0].endswith(("ون", "ان"))
    return member.gender is None or gender is None or member.gender == gender


def place_of(words: Words, at: int) -> int:
    """A place in reading order over both fields."""
    return words.start[at] + (_TITLE_OFFSET if words.field == "title" else 0)
