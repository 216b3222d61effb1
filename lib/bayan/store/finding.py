"""How actors are found by what people type: names as written, and their consonants alone where spellings differ.

The press writes one name in many ways (قالن, كالين; لافروف, لافرف; Çavuşoğlu, Cavusoglu). A name is kept in folded
letters without Latin marks, and as a skeleton: its consonants, with those letters as one by which a foreign sound is
written. A skeleton finds only whole beginnings of words, and only where three consonants or more were typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from bayan.text import fold_text

_SIGN = "|"
"""Stands before each skeleton, so that only beginnings of words are found."""
_SHORTEST = 3
_DOTLESS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ß": "s", "æ": "a", "œ": "o"})
_FAMILIES = str.maketrans(
    {**dict.fromkeys("جغقكgqkcj", "k"), **dict.fromkeys("تطt", "t"), **dict.fromkeys("سصشsz", "s")}
    | {**dict.fromkeys("دضdظذز", "d"), **dict.fromkeys("فvfڤ", "f"), **dict.fromkeys("بpb", "b")}
    | {"ل": "l", "م": "m", "ن": "n", "ر": "r", "ح": "h", "ه": "h", "خ": "h", "ث": "t"}
)
_SILENT = re.compile("[اويءعaeiouwy'’]")
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLE = re.compile(r"^(?:ال|al(?=.{4}))")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sought:
    """A word that was typed: as it stands in the index, and its skeleton there; None where that says too little."""

    plain: str
    skeleton: str | None


def index_names(names: Iterable[str]) -> str:
    """What an actor is found by."""
    words = [word for name in names for word in _words(name)]
    skeletons = dict.fromkeys(_SIGN + _skeleton(word) for word in words)
    return " ".join([" ".join(words), *skeletons])


def read_sought(text: str) -> tuple[Sought, ...]:
    """The words of a search for a name; all of them must be found."""
    return tuple(Sought(word, _as_beginning(_skeleton(word))) for word in _words(text))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", fold_text(name.replace("İ", "I")).lower().translate(_DOTLESS))
    return _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


def _skeleton(word: str) -> str:
    bare = _ARTICLE.sub("", word)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", bare).translate(_FAMILIES).removesuffix("h"))


def _as_beginning(skeleton: str) -> str | None:
    return _SIGN + skeleton if len(skeleton) >= _SHORTEST else None
