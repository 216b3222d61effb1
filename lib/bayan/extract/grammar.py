"""Small questions about words that every stage asks, answered from the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bayan.actors import Registry
from bayan.extract.memo import Memo
from bayan.extract.stems import PAST, VERBAL_NOUN, noun_stems, without_li
from bayan.extract.word_classes import WordClasses
from bayan.extract.words import COMMAS, IMAM, IN_FRONT, MUNA, PUNCTUATION, Words, with_hamza
from bayan.lexicon import Lexicon
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


class Grammar(WordClasses):
    """The lexicon with the registry, as questions."""

    def __init__(self, lexicon: Lexicon, registry: Registry) -> None:
        super().__init__(lexicon)
        self.registry = registry
        classes = lexicon.classes
        self.stops = classes["stops"]
        self.nationalities = _nationalities(registry)
        self.given_names = registry.rules.context.given_names | {MUNA}
        """First names that the registry lists, folded, and the one that is told from a particle."""
        self.name_words = _name_words(registry, self.given_names)
        self.introducers = lexicon.posts | classes["bodies"] | {f"ال{word}" for word in classes["bodies"]}
        """Words that may begin a phrase which introduces somebody: posts and bodies, with and without article."""
        self.attached_posts = _attached_posts(lexicon, self.introducers | self.name_words)
        self.introducing = self.introducers.union(self.name_words, self.attached_posts)
        """Words that may begin a phrase or a name that introduces somebody."""
        self.kin = _kin(classes["kin"])
        self.starters = frozenset(lexicon.forms).union(lexicon.phrases, lexicon.infinitives)
        """Words at which a statement may begin: cues, infinitives, the first words of attributions."""
        sequences = (
            "narration",
            "untold",
            "nominal-ends",
            "glosses",
            "adversatives",
            "contrasts",
            "turning",
            "weekdays",
        )
        self.enders = self.starters.union(*(self.sequences[name] for name in sequences))
        """Words at which a content may end."""
        self.finite = _finite_forms(lexicon)
        self.fences = PUNCTUATION | _COMPLEMENTIZERS | classes["relatives"]
        """Punctuation, complementizers and relatives: no noun phrase begins or goes on there."""
        adverbs = frozenset(word for word in classes["adverbials"] if not word.startswith("ال"))
        named = classes["addressees"] | classes["naming"] | classes["entourage"]
        self.post_ends = self.fences | self.stops | named | adverbs
        """Words that end a post wherever they stand."""
        self.complement_marks = self.fences | classes["prepositions"] | classes["fenced"] | self.finite
        """Words that may begin, bar or fence off what follows a cue, but for those with ب or ل attached."""
        self.clause_ends = _ENDS | classes["subordinators"] | classes["clause-openers"]
        """Words and marks before which no subject of the clause stands."""
        self.places = _places(registry)
        self._nouns = classes["common-nouns"] | classes["other-nouns"]
        """The nouns that were counted, and those that are too rare with the article to be."""
        self.is_post: Callable[[str], bool] = (lexicon.posts - {IN_FRONT} | {IMAM}).__contains__
        self.is_complementizer: Callable[[str], bool] = _COMPLEMENTIZERS.__contains__
        self.is_imperfect = _remembered(self._is_imperfect)
        self.is_past = _remembered(self._is_past)
        self.is_common = _remembered(self._is_common)
        self.is_act_noun = _remembered(self._is_act_noun)
        self.is_definite = _remembered(self._is_definite)

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
        if word in self.classes["b-words"] or word in self.classes["l-words"] or self.is_post(word):
            return False
        if word.startswith(("بال", "لل")) or self.is_in_any(_NOUNS, word[1:]):
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
        return self.is_in("media", medium) or medium in self.classes["media-names"]

    def medium_end(self, words: Words, at: int, high: int) -> int:
        """The token after a medium's name that carries ل in its first word (لرويترز، لبي بي سي), or ``at``."""
        word = words.word[at]
        if word[0] != "ل":
            return at
        named = without_li(word)
        entries = self.sequences["media-names"]
        for entry in entries.get(named) or entries.get(named.removeprefix("ال"), ()):  # ‹للواشنطن بوست›
            common = len(entry) == 1 and entry[0] in self.classes["common-media"]
            if not common and at + len(entry) <= high and words.word[at + 1 : at + len(entry)] == entry[1:]:
                return at + len(entry)
        other = at + 1 < high and words.word[at + 1] in self.classes["agency-fields"]
        if not self.addresses_medium(word) or other:
            return at
        return words.mention_end(at + 1) if self._is_of_state(words, at, high) else at + 1

    def _is_of_state(self, words: Words, at: int, high: int) -> bool:
        """Whether a medium is called by its state alone (لراديو إسرائيل)."""
        actor = self.actor(words, at + 1) if at + 1 < high and not words.has_clitic(at + 1) else None
        return actor is not None and actor.kind is SpeakerKind.STATE and not words.word[at].startswith("لل")

    def _is_imperfect(self, word: str) -> bool:
        """Whether a word is a verb of the kind يمكن، تشهد, with or without ‹نا›, and no word of a known name."""
        stems = self.classes["imperfect-stems"]
        if word[:1] not in ("ي", "ت") or word in self.name_words:
            return False
        own, told = word[1:].removesuffix("نا"), word in self.classes["finite-verbs"]
        return told or own in stems or (len(own) > 3 and own.removesuffix("ن") in stems)  # ‹يحملن›

    def _is_past(self, word: str) -> bool:
        """Whether a word is a past of four letters or more whose stem the imperfect has too (حاول، استقبلت), or one
        that was counted (أسست، ظلت)."""
        if word in self.name_words:
            return False
        if word[:1] not in ("ي", "ت") and word in self.classes["finite-verbs"]:
            return True
        if word.endswith("وا") and len(word) > 5:
            return word[:-2] in self.finite or self.is_past(word[:-2])  # ‹تحدثوا›
        if PAST.fullmatch(word):
            return True
        stems = self.classes["imperfect-stems"]
        stem = word.removesuffix("ت")
        return len(stem) > 3 and (stem in stems or (stem[0] == "ا" and stem[1:] in stems))

    def _is_common(self, word: str) -> bool:
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

    def _is_act_noun(self, word: str) -> bool:
        """Whether a noun without article has the pattern of a verbal noun (استقبال), with or without a pronoun, or is
        listed among the short ones (قطع)."""
        return any(
            VERBAL_NOUN.fullmatch(stem) is not None or stem in self.classes["act-nouns"] for stem in noun_stems(word)
        )

    def actor(self, words: Words, at: int) -> Actor | None:
        """The registry actor whose mention covers a token."""
        index = words.mention[at]
        return self.registry.get(words.mentions[index].actor_id) if index >= 0 else None

    def _is_definite(self, word: str) -> bool:
        definite = word.startswith("ال") and word not in self.classes["al-words"]
        return definite or word.startswith(_CLITICS)


is_break = PUNCTUATION.__contains__
"""Whether a token is punctuation."""
is_comma = COMMAS.__contains__


def _remembered(answer: Callable[[str], bool]) -> Callable[[str], bool]:
    """A question about one word whose answers are kept."""
    return Memo(answer).__getitem__


def _nationalities(registry: Registry) -> frozenset[str]:
    """Nationality adjectives, masculine and feminine, with and without the article."""
    stems = {fold_text(adjective) for adjective in registry.states_by_nationality}
    return frozenset(article + stem + ending for stem in stems for article in ("", "ال") for ending in _ENDINGS)


def _name_words(registry: Registry, given_names: frozenset[str]) -> frozenset[str]:
    """Every word of the names of the registry's persons, and the given names that it knows."""
    persons = (actor for actor in registry.actors if actor.kind is SpeakerKind.PERSON)
    names = given_names.union(word for actor in persons for word in fold_text(actor.name_ar).split())
    return names | {with_hamza(name) for name in names if name.startswith("ال")}


def _attached_posts(lexicon: Lexicon, known: frozenset[str]) -> Mapping[str, str]:
    """Posts with a conjunction or preposition attached, with the post (مقال للكاتب توماس فريدمان)."""
    single = {post for post in lexicon.posts if not post.endswith(("ون", "ين", "ات"))}
    posts = {letter + post: post for post in single for letter in "وبل"}
    posts |= {"لل" + post[2:]: post for post in single if post.startswith("ال")}
    return {word: post for word, post in posts.items() if word not in known}


def _kin(nouns: frozenset[str]) -> frozenset[str]:
    """Relatives, friends and lawyers with the pronoun of whom they belong to; ه is ت before it (والدتها)."""
    stems = nouns | {noun[:-1] + "ت" for noun in nouns if noun.endswith("ه")}
    return frozenset(stem + pronoun for stem in stems for pronoun in ("ه", "ها", "هم", "هما"))


def _finite_forms(lexicon: Lexicon) -> frozenset[str]:
    """Forms of cues that are a past or a present, or may be one."""
    forms = lexicon.forms.items()
    return frozenset(word for word, found in forms if any(one.form.shape in ("past", "present") for one in found))


def _places(registry: Registry) -> Mapping[str, str]:
    """Names of states and capitals in one word, with the id of the state."""
    return {
        name: entry.actor_id
        for name, entries in registry.names.items()
        for entry in entries
        if " " not in name and entry.kind is SpeakerKind.STATE
    }
