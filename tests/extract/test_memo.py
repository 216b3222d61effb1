"""Answers that are kept: right however many are asked, and of each lexicon and registry its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bayan.actors import load_registry
from bayan.extract import Extractor
from bayan.extract.act_features import stem
from bayan.extract.grammar import Grammar
from bayan.extract.memo import Memo
from bayan.lexicon import load_lexicon
from bayan.records import Article, SpeakerKind

ARTICLE = Article(
    "test", "", "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده لن تسحب قواتها من المنطقة.", date(2020, 7, 8)
)


def test_more_questions_than_are_kept_are_answered_all_the_same() -> None:
    memo = Memo(str.upper, most=3)
    for _ in range(2):
        for word in "abcdefgh":
            assert memo[word] == word.upper()
            assert len(memo) <= 3


def test_stems_are_the_same_when_they_are_asked_again() -> None:
    for _ in range(2):
        assert [stem(word) for word in ("والوزراء", "للصحيفه", "تصريحاتهم", "قال")] == [
            "وزراء",
            "صحيف",
            "تصريحات",
            "قال",
        ]


def test_two_lexicons_in_one_process_answer_each_for_itself() -> None:
    registry, lexicon = load_registry(), load_lexicon()
    nouns = lexicon.classes["common-nouns"] | lexicon.classes["other-nouns"]
    noun = next(word for word in sorted(nouns) if len(word) == 5 and Grammar(lexicon, registry).is_common(word))
    classes = {name: words - {noun} for name, words in lexicon.classes.items()}
    classes["stance-nouns"] |= {noun}
    whole, without = Grammar(lexicon, registry), Grammar(replace(lexicon, classes=classes), registry)
    for _ in range(2):
        assert whole.is_common(noun)
        assert not without.is_common(noun)
        assert without.has_stem("stance-nouns", noun)
        assert not whole.has_stem("stance-nouns", noun)


def test_two_registries_in_one_process_answer_each_for_itself() -> None:
    registry = load_registry()
    nobody = replace(registry, actors=tuple(one for one in registry.actors if one.kind is not SpeakerKind.PERSON))
    known, unknown = Extractor.load(registry), Extractor.load(nobody)
    for _ in range(2):
        assert [one.speaker_id for one in known.extract(ARTICLE).statements] == ["sergei-lavrov"]
        assert [one.speaker_id for one in unknown.extract(ARTICLE).statements] == [None]
