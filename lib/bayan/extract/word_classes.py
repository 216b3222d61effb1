"""Word classes: the lists of the lexicon as questions that are asked of every word."""

from __future__ import annotations

from collections.abc import Mapping

from bayan.extract.memo import Memo
from bayan.extract.stems import noun_stems
from bayan.extract.words import Words
from bayan.lexicon import COUNTED, CueForm, Lexicon

_NOTHING: frozenset[str] = frozenset()


class WordClasses:
    """The classes and the forms of cues of a lexicon. What is derived from them is made once, here: these are the
    questions that the engine asks most."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.classes = lexicon.classes
        self.forms = lexicon.forms
        self.phrases = lexicon.phrases
        self.infinitives = lexicon.infinitives
        self.sequences = {name: lexicon.sequences(name) for name in lexicon.classes}
        self._with_articles = {name: words | {f"ال{word}" for word in words} for name, words in lexicon.classes.items()}
        self._any = _unions(self.classes)
        self._any_with_article = _unions(self._with_articles)
        self._by_noun = _invert({name: words for name, words in self.classes.items() if name not in COUNTED})
        self._of_stems: Memo[str, frozenset[str]] = Memo(self._classes_of_stems)

    def is_in(self, name: str, word: str) -> bool:
        """Whether a word belongs to a class, with or without the article."""
        return word in self._with_articles[name]

    def is_any(self, names: tuple[str, ...], word: str) -> bool:
        """Whether a word, as it is, belongs to one of several classes."""
        return word in self._any[names]

    def is_in_any(self, names: tuple[str, ...], word: str) -> bool:
        """Whether a word belongs to one of several classes, with or without the article."""
        return word in self._any_with_article[names]

    def has_stem(self, name: str, word: str) -> bool:
        """Whether a noun belongs to a class, none of the counted ones, with or without article and pronoun."""
        return name in self._of_stems[word]

    def starts_sequence(self, name: str, words: Words, at: int, high: int) -> int:
        """The number of tokens of the longest entry of a class that begins here, or 0."""
        entries = self.sequences[name].get(words.word[at])
        if entries is None:
            return 0
        for entry in entries:
            if at + len(entry) <= high and words.word[at : at + len(entry)] == entry:
                return len(entry)
        return 0

    def readings(self, word: str) -> tuple[CueForm, ...]:
        """The forms of cues that a word can be."""
        return self.forms.get(word, ())

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

    def _classes_of_stems(self, word: str) -> frozenset[str]:
        """The classes, counted ones apart, to which a word belongs with or without article and pronoun."""
        found = _NOTHING
        for stem in noun_stems(word):
            found = found.union(self._by_noun.get(stem, _NOTHING))
        return found


def _unions(classes: Mapping[str, frozenset[str]]) -> Memo[tuple[str, ...], frozenset[str]]:
    """The words of several classes together, by the names of these."""
    return Memo(lambda names: _NOTHING.union(*(classes[name] for name in names)))


def _invert(classes: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """For each word the classes that hold it."""
    found: dict[str, frozenset[str]] = {}
    for name, words in classes.items():
        for word in words:
            found[word] = found.get(word, _NOTHING) | {name}
    return found
