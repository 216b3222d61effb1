"""Small questions about words that every stage asks, answered from the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bayan.actors import Registry
from bayan.extract.memo import Memo, remembered
from bayan.extract.stems import PAST, VERBAL_NOUN, noun_stems, without_li
from bayan.extract.words import COMMAS, IMAM, IN_FRONT, MUNA, PUNCTUATION, Words, with_hamza
from bayan.lexicon import CueForm, Lexicon
from bayan.records import Actor, SpeakerKind
from bayan.text import fold_text

_ENDS = frozenset(":.؛!؟…–—/")
_NOUNS = ("bodies", "venues", "documents", "media", "posts", "sources", "stance-nouns", "no-content", "places")
_PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم")
_COMPLEMENTIZERS = frozenset(
    {f"{clitic}ان{pronoun}" for clitic in ("", "ب", "ل") for pronoun in _PRONOUNS}
    | {"اني", "باني", "الا'", "بالا'", "لالا'"}
)
_ENDINGS = ("", "ه", "ين", "ون", "ان")
_PROCLITICS = ("و", "ب", "ل")
_CLITICS = ("وال", "فال", "بال", "كال", "ولل", "لل")


@dataclass(frozen=True)
class Grammar:
    """The lexicon with the registry, as questions."""

    lexicon: Lexicon
    registry: Registry

    @cached_property
    def stops(self) -> frozenset[str]:
        return self.lexicon.classes["stops"]

    @cached_property
    def nationalities(self) -> frozenset[str]:
        """Nationality adjectives, masculine and feminine, with and without the article."""
        stems = {fold_text(adjective) for adjective in self.registry.states_by_nationality}
        return frozenset(article + stem + ending for stem in stems for article in ("", "ال") for ending in _ENDINGS)

    def is_in(self, name: str, word: str) -> bool:
        """Whether a word belongs to a class, with or without the article."""
        return word in self._with_articles[name]

    @cached_property
    def _with_articles(self) -> Mapping[str, frozenset[str]]:
        """The classes with the article before each word besides."""
        return {name: words | {f"ال{word}" for word in words} for name, words in self.lexicon.classes.items()}

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Every word of the names of the registry's persons, and the given names that it knows."""
        persons = (actor for actor in self.registry.actors if actor.kind is SpeakerKind.PERSON)
        words = frozenset(word for actor in persons for word in fold_text(actor.name_ar).split())
        names = words | self.given_names
        return names | {with_hamza(name) for name in names if name.startswith("ال")}

    @cached_property
    def introducers(self) -> frozenset[str]:
        """Words that may begin a phrase which introduces somebody: posts and bodies, with and without article."""
        bodies = self.lexicon.classes["bodies"]
        return self.lexicon.posts | bodies | {f"ال{word}" for word in bodies}

    @cached_property
    def given_names(self) -> frozenset[str]:
        """First names that the registry lists, folded, and the one that is told from a particle."""
        return self.registry.rules.context.given_names | {MUNA}

    @cached_property
    def attached_posts(self) -> Mapping[str, str]:
        """Posts with a conjunction or preposition attached, with the post (مقال للكاتب توماس فريدمان)."""
        single = {post for post in self.lexicon.posts if not post.endswith(("ون", "ين", "ات"))}
        posts = {letter + post: post for post in single for letter in "وبل"}
        posts |= {"لل" + post[2:]: post for post in single if post.startswith("ال")}
        known = self.introducers | self.name_words
        return {word: post for word, post in posts.items() if word not in known}

    @cached_property
    def introducing(self) -> frozenset[str]:
        """Words that may begin a phrase or a name that introduces somebody."""
        return self.introducers.union(self.name_words, self.attached_posts)

    @cached_property
    def kin(self) -> frozenset[str]:
        """Relatives, friends and lawyers with the pronoun of whom they belong to; ه is ت before it (والدتها)."""
        nouns = self.lexicon.classes["kin"]
        stems = nouns | {noun[:-1] + "ت" for noun in nouns if noun.endswith("ه")}
        return frozenset(stem + pronoun for stem in stems for pronoun in ("ه", "ها", "هم", "هما"))

    @cached_property
    def starters(self) -> frozenset[str]:
        """Words at which a statement may begin: cues, infinitives, the first words of attributions."""
        return frozenset(self.lexicon.forms).union(self.lexicon.phrases, self.lexicon.infinitives)

    @cached_property
    def enders(self) -> frozenset[str]:
        """Words at which a content may end."""
        sequences = ("narration", "nominal-ends", "glosses", "adversatives", "contrasts", "weekdays")
        return self.starters | frozenset(first for name in sequences for first in self.lexicon.sequences(name))

    @cached_property
    def finite(self) -> frozenset[str]:
        """Forms of cues that are a past or a present, or may be one."""
        forms = self.lexicon.forms.items()
        return frozenset(word for word, found in forms if any(one.form.shape in ("past", "present") for one in found))

    @cached_property
    def fences(self) -> frozenset[str]:
        """Punctuation, complementizers and relatives: no noun phrase begins or goes on there."""
        return PUNCTUATION | _COMPLEMENTIZERS | self.lexicon.classes["relatives"]

    @cached_property
    def post_ends(self) -> frozenset[str]:
        """Words that end a post wherever they stand."""
        classes = self.lexicon.classes
        adverbs = frozenset(word for word in classes["adverbials"] if not word.startswith("ال"))
        named = classes["addressees"] | classes["naming"] | classes["entourage"]
        return self.fences | self.stops | named | adverbs

    @cached_property
    def complement_marks(self) -> frozenset[str]:
        """Words that may begin, bar or fence off what follows a cue, but for those with ب or ل attached."""
        classes = self.lexicon.classes
        return self.fences | classes["prepositions"] | classes["fenced"] | self.finite

    @cached_property
    def clause_ends(self) -> frozenset[str]:
        """Words and marks before which no subject of the clause stands."""
        return _ENDS | self.lexicon.classes["subordinators"] | self.lexicon.classes["clause-openers"]

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Names of states and capitals in one word, with the id of the state."""
        return {
            name: entry.actor_id
            for name, entries in self.registry.names.items()
            for entry in entries
            if " " not in name and entry.kind is SpeakerKind.STATE
        }

    def has_preposition(self, words: Words, at: int) -> bool:
        """Whether ب or ل is attached to a word that no mention begins: what follows it is a known noun or definite."""
        word = words.word[at]
        if word[0] in "بل" and word[1:2].isascii() and len(word) > 1:
            return True  # ‹لـCNN›
        named = words.mention[at] >= 0 or word in self.name_words or word in words.names
        if named or len(word) < 4 or word[0] not in "بل":
            return False
        if word[1:] in self.places or self.is_in("places", word[1:]):
            return True
        if word in self.lexicon.classes["b-words"] or word in self.lexicon.classes["l-words"] or self.is_post(word):
            return False
        if word.startswith(("بال", "لل")) or any(self.is_in(name, word[1:]) for name in _NOUNS):
            return True
        if len(word) > 4 and self.is_common(word[1:]):
            return True
        following = words.word[at + 1] if at + 1 < len(words.word) else ""
        titled = at > 0 and self.is_in("honorifics", words.word[at - 1])  # ‹الدكتور بدران العمر›
        return following.startswith(("ال", "لل")) and not titled

    def addresses_medium(self, word: str) -> bool:
        """Whether a word is a medium with an attached ل (لوكالة، للصحيفة، لرويترز)."""
        if not word.startswith("ل") or len(word) < 4:
            return False
        medium = without_li(word).lower()
        return self.is_in("media", medium) or medium in self.lexicon.classes["media-names"]

    def medium_end(self, words: Words, at: int, high: int) -> int:
        """The token after a medium's name that carries ل in its first word (لرويترز، لبي بي سي), or ``at``."""
        word = words.word[at]
        if word[0] != "ل":
            return at
        named = without_li(word)
        entries = self.lexicon.sequences("media-names")
        for entry in entries.get(named) or entries.get(named.removeprefix("ال"), ()):  # ‹للواشنطن بوست›
            common = len(entry) == 1 and entry[0] in self.lexicon.classes["common-media"]
            if not common and at + len(entry) <= high and words.word[at + 1 : at + len(entry)] == entry[1:]:
                return at + len(entry)
        other = at + 1 < high and words.word[at + 1] in self.lexicon.classes["agency-fields"]
        if not self.addresses_medium(word) or other:
            return at
        return words.mention_end(at + 1) if self._is_of_state(words, at, high) else at + 1

    def _is_of_state(self, words: Words, at: int, high: int) -> bool:
        """Whether a medium is called by its state alone (لراديو إسرائيل)."""
        actor = self.actor(words, at + 1) if at + 1 < high and not words.has_clitic(at + 1) else None
        return actor is not None and actor.kind is SpeakerKind.STATE and not words.word[at].startswith("لل")

    def has_stem(self, name: str, word: str) -> bool:
        """Whether a noun belongs to a class, with or without article and pronoun."""
        return self._with_stems[name][word]

    @cached_property
    def _with_stems(self) -> Memo[str, Memo[str, bool]]:
        classes = self.lexicon.classes
        return Memo(lambda name: Memo(lambda word: not classes[name].isdisjoint(noun_stems(word))))

    @remembered
    def is_imperfect(self, word: str) -> bool:
        """Whether a word is a verb of the kind يمكن، تشهد, with or without ‹نا›, and no word of a known name."""
        stems = self.lexicon.classes["imperfect-stems"]
        if word[:1] not in ("ي", "ت") or word in self.name_words:
            return False
        own, told = word[1:].removesuffix("نا"), word in self.lexicon.classes["finite-verbs"]
        return told or own in stems or (len(own) > 3 and own.removesuffix("ن") in stems)  # ‹يحملن›

    @remembered
    def is_past(self, word: str) -> bool:
        """Whether a word is a past of four letters or more whose stem the imperfect has too (حاول، استقبلت), or one
        that was counted (أسست، ظلت)."""
        if word in self.name_words:
            return False
        if word[:1] not in ("ي", "ت") and word in self.lexicon.classes["finite-verbs"]:
            return True
        if word.endswith("وا") and len(word) > 5:
            return word[:-2] in self.finite or self.is_past(word[:-2])  # ‹تحدثوا›
        if PAST.fullmatch(word):
            return True
        stems = self.lexicon.classes["imperfect-stems"]
        stem = word.removesuffix("ت")
        return len(stem) > 3 and (stem in stems or (stem[0] == "ا" and stem[1:] in stems))

    @remembered
    def is_common(self, word: str) -> bool:
        """Whether a word without article is an ordinary noun or adjective, with or without a pronoun, و, ب or ل, and no
        word of a known name. Words in ي are surnames as often as adjectives (فهمي): they are not told."""
        if word in self.name_words or word.endswith("ي"):
            return False
        if VERBAL_NOUN.fullmatch(word):
            return True
        word = word.replace("أ", "ا")
        nouns = self._nouns
        if word in nouns or (word[:1] in _PROCLITICS and len(word) > 4 and word[1:] in nouns):
            return True
        stem = next((word.removesuffix(suffix) for suffix in ("هما", "هم", "ها") if word.endswith(suffix)), "")
        return len(stem) > 3 and (stem in nouns or (stem.endswith("ت") and stem[:-1] + "ه" in nouns))

    @cached_property
    def _nouns(self) -> frozenset[str]:
        """The nouns that were counted, and those that are too rare with the article to be."""
        return self.lexicon.classes["common-nouns"] | self.lexicon.classes["other-nouns"]

    @remembered
    def is_act_noun(self, word: str) -> bool:
        """Whether a noun without article has the pattern of a verbal noun (استقبال), with or without a pronoun, or is
        listed among the short ones (قطع)."""
        return any(
            VERBAL_NOUN.fullmatch(stem) is not None or stem in self.lexicon.classes["act-nouns"]
            for stem in noun_stems(word)
        )

    def actor(self, words: Words, at: int) -> Actor | None:
        """The registry actor whose mention covers a token."""
        index = words.mention[at]
        return self.registry.get(words.mentions[index].actor_id) if index >= 0 else None

    @cached_property
    def is_post(self) -> Callable[[str], bool]:
        return (self.lexicon.posts - {IN_FRONT} | {IMAM}).__contains__

    is_complementizer = staticmethod(_COMPLEMENTIZERS.__contains__)

    @remembered
    def is_definite(self, word: str) -> bool:
        definite = word.startswith("ال") and word not in self.lexicon.classes["al-words"]
        return definite or word.startswith(_CLITICS)

    def readings(self, word: str) -> tuple[CueForm, ...]:
        return self.lexicon.forms.get(word, ())

    def relative_readings(self, word: str) -> tuple[CueForm, ...]:
        """The readings of a verb after ما, with or without the pronoun that points back to it (ما أعلن، ما أعلنه)."""
        return self.readings(word) + self.pointing_readings(word)

    def pointing_readings(self, word: str) -> tuple[CueForm, ...]:
        """The readings of a verb under the pronoun that points back to ما (ما ذكرته، ما ينفيه، التي نفاها)."""
        pronoun = next((ending for ending in ("ها", "ه") if word.endswith(ending)), None)
        if pronoun is None:
            return ()
        verb = word.removesuffix(pronoun)
        return self.readings(verb[:-1] + "ي" if verb.endswith("ا") else verb)

    def starts_sequence(self, name: str, words: Words, at: int, high: int) -> int:
        """The number of tokens of the longest entry of a class that begins here, or 0."""
        first = words.word[at]
        for entry in self.lexicon.sequences(name).get(first, ()):
            if at + len(entry) <= high and words.word[at : at + len(entry)] == entry:
                return len(entry)
        return 0


is_break = PUNCTUATION.__contains__
"""Whether a token is punctuation."""
is_comma = COMMAS.__contains__
