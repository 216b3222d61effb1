"""The lexicon: data/lexicon as one frozen value, folded and inflected, ready for matching."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from bayan.data import data_path
from bayan.errors import BadData
from bayan.lexicon.act_model import BIAS
from bayan.lexicon.entries import Cue, CueForm, Phrase
from bayan.lexicon.inflect import Form, Shape, masdar_forms, participle_forms, past_forms, present_forms
from bayan.records import Act
from bayan.text import fold_text

COUNTED = ("common-nouns", "imperfect-stems", "finite-verbs")
"""Word classes that were counted in text, a file each."""
_THAT_NOT = "ألا"
ONLY_PRONOUN = "pronoun"
"""The object of a verb that reports only with it (اعتبرته)."""
ALL_SHAPES: tuple[Shape, ...] = ("past", "present", "participle", "masdar")


@dataclass(frozen=True)
class Lexicon:
    """Everything the engine knows about words. ``classes`` are the word classes of words.yaml, folded; ``confidence``
    are the learned weights of how far what is found can be trusted, ``ends`` those of commas at which contents end."""

    cues: tuple[Cue, ...]
    forms: Mapping[str, tuple[CueForm, ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    classes: Mapping[str, frozenset[str]]
    confidence: Mapping[str, float]
    ends: Mapping[str, float]
    version: str

    def sequences(self, name: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """The entries of a class as word sequences by their first word, longest first."""
        return self._sequences[name]

    @cached_property
    def _sequences(self) -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
        return {name: _by_first(entries) for name, entries in self.classes.items()}

    @cached_property
    def infinitives(self) -> Mapping[str, CueForm]:
        """Definite verbal nouns to which a verb may lead, without and with ب or ل (إلى الدعوة، بالإعلان، للمطالبة)."""
        nouns = {
            text: form
            for text, readings in self.forms.items()
            for form in readings
            if (form.form.shape, form.form.number, form.conjunction) == ("masdar-noun", "s", "")
        }
        return {article + text: form for text, form in nouns.items() for article in ("ال", "بال", "لل")}

    @cached_property
    def with_al(self) -> frozenset[str]:
        """The words, counted ones apart, that begin with ا and ل once they are folded, with an article or without."""
        classes = (entries for name, entries in self.classes.items() if name not in COUNTED)
        words = {word for entries in classes for entry in entries for word in entry.split()}
        words |= self.forms.keys() | self.phrases.keys() | self.posts
        return frozenset(word for word in words if word.startswith("ال"))

    @cached_property
    def posts(self) -> frozenset[str]:
        """Every form of a post: with and without article, feminine, dual and plural (وزير، الوزيرة، وزيران), but for
        those that name a body (مؤسسة)."""
        bodies = self.classes["bodies"]
        return _post_forms(self.classes["posts"]) - bodies - {f"ال{word}" for word in bodies}


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Read and check data/lexicon. Raises BadData that names file, entry and reason."""
    root = folder or data_path("lexicon")
    cues = _read(root / "cues.yaml", "cues")["cues"]
    phrases = _read(root / "phrases.yaml", "phrases")["phrases"]
    classes = _read(root / "words.yaml", "words") | {name: _read_list(root / f"{name}.txt") for name in COUNTED}
    confidence = _read_weights(root / "confidence-weights.tsv")
    ends = _read_weights(root / "end-weights.tsv")
    _check_ids(root, [*cues, *phrases])
    parsed = [(_cue(row), row) for row in cues]
    return Lexicon(
        cues=tuple(cue for cue, _ in parsed),
        forms=_all_forms(parsed),
        phrases=_all_phrases(phrases),
        classes={name: frozenset(map(_entry, words)) for name, words in classes.items()},
        confidence=confidence,
        ends=ends,
        version=_digest([cues, phrases, classes, confidence, ends]),
    )


def _entry(words: str) -> str:
    """The words of a class as they stand in a text that was read: ‹ألا› (that not) is told from ‹إلا› (but)."""
    if _THAT_NOT not in words:
        return fold_text(words)
    return " ".join(f"{fold_text(word)}'" if word == _THAT_NOT else fold_text(word) for word in words.split())


def _read(path: Path, schema: str) -> dict[str, Any]:
    try:
        found, names = _parse(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise BadData(f"{path}: cannot be read ({' '.join(str(error).split())}); mend or restore the file.") from None
    if twice := [name for name, count in names.items() if count > 1]:
        raise BadData(f"{path}: {twice[0]} stands twice, and YAML keeps the last alone; join the two.")
    rules = json.loads(data_path("schema", "lexicon.json").read_text(encoding="utf-8"))
    for fault in Draft202012Validator({**rules, "$ref": f"#/$defs/{schema}"}).iter_errors(found):
        where = "/".join(str(part) for part in fault.absolute_path)
        raise BadData(f"{path}: {where}: {fault.message}.")
    return dict(found)


def _parse(text: str) -> tuple[Any, Counter[str]]:
    """What YAML says, and how often each name stands at its top."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    node = loader.get_single_node()
    if node is None:
        return None, Counter()
    found = loader.construct_document(node)
    return found, Counter(key.value for key, _ in node.value) if isinstance(found, dict) else Counter()


def _read_list(path: Path) -> list[str]:
    """A word a line; lines that begin with # tell where the words come from."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise BadData(f"{path}: cannot be read ({error.strerror}); restore the file.") from None
    return [line for line in lines if line and not line.startswith("#")]


def _read_weights(path: Path) -> dict[str, float]:
    """A feature and its weight a line, with a tab between."""
    try:
        weights = {name: float(weight) for name, weight in (line.split("\t") for line in _read_list(path))}
    except ValueError as error:
        raise BadData(f"{path}: {error}; restore the file or run `make learn`.") from None
    if BIAS not in weights:
        raise BadData(f"{path}: {BIAS} has no weight; restore the file or run `make learn`.")
    return weights


def _check_ids(root: Path, rows: Iterable[dict[str, Any]]) -> None:
    seen: set[str] = set()
    for row in rows:
        if row["id"] in seen:
            raise BadData(f"{root}: the id {row['id']} stands twice; give each entry its own.")
        seen.add(row["id"])


def _cue(row: dict[str, Any]) -> Cue:
    return Cue(
        id=row["id"],
        act=Act(row["act"]),
        frames=frozenset(fold_text(frame) for frame in row["frames"]),
        takes_object=bool(row.get("object", False)),
        needs_object=row.get("object") in ("must", "told", ONLY_PRONOUN),
        adjacent=row.get("adjacent", False),
        explicit=row.get("explicit", False),
        impersonal=row.get("impersonal", False),
        blocked=_folded(row.get("not", ())),
        needs=_folded(row.get("needs", ())),
        needs_for={fold_text(frame): _folded(words) for frame, words in row.get("needs-for", {}).items()},
        next=_folded(row.get("next", ())),
        tellers=row.get("tellers", False),
        people=row.get("people", False),
        predicates=row.get("object") == ONLY_PRONOUN,
        told=row.get("object") == "told",
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold_text(word) for word in words)


def _inflected(row: dict[str, Any]) -> Iterable[Form]:
    only = row.get("only", ALL_SHAPES)
    objects = bool(row.get("object", False))
    if "past" in only:
        yield from past_forms(row["past"], objects)
    if "present" in only:
        yield from present_forms(row["present"], objects)
    if "participle" in only and "participle" in row:
        yield from participle_forms(row["participle"])
    for text in row.get("adverbs", ()):
        yield Form(text, "participle", None, "s")
    if "masdar" in only and "masdar" in row:
        yield from masdar_forms(row["masdar"])


def _all_forms(parsed: list[tuple[Cue, dict[str, Any]]]) -> dict[str, tuple[CueForm, ...]]:
    """Every spelling with its readings; plain spellings before those with an attached conjunction."""
    plain: dict[str, list[CueForm]] = {}
    attached: dict[str, list[CueForm]] = {}
    for cue, row in parsed:
        for form in _inflected(row):
            if row.get("object") == ONLY_PRONOUN and not form.pronoun:
                continue
            text = fold_text(form.text)
            _add(plain, text, CueForm(cue, form, "", False))
            for conjunction in ("و",) if form.shape == "participle" else ("و", "ف"):
                _add(attached, conjunction + text, CueForm(cue, form, conjunction, False))
            if form.shape == "masdar-noun":
                _add(attached, f"ب{text}", CueForm(cue, form, "ب", False))
            if form.shape == "present":
                _add(attached, f"ل{text}", CueForm(cue, form, "ل", False))
                for conjunction in ("", "و", "ف"):
                    _add(attached, conjunction + "س" + text, CueForm(cue, form, conjunction, True))
    for text, readings in attached.items():
        for reading in readings:
            _add(plain, text, reading)
    return {text: tuple(readings) for text, readings in plain.items()}


def _add(forms: dict[str, list[CueForm]], text: str, reading: CueForm) -> None:
    readings = forms.setdefault(text, [])
    if all(other.cue is not reading.cue or other.form.shape != reading.form.shape for other in readings):
        readings.append(reading)


def _all_phrases(rows: list[dict[str, Any]]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for row in rows:
        for text in row["words"]:
            words = tuple(fold_text(text).split())
            clitic = len(words) > 1 and len(words[-1]) == 1
            phrase = Phrase(row["id"], words, row["takes"], row.get("trailing", False), clitic)
            found.setdefault(words[0], []).append(phrase)
    return {first: tuple(sorted(group, key=lambda p: -len(p.words))) for first, group in found.items()}


def _by_first(entries: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        words = tuple(entry.split())
        if words:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()}


def _post_forms(posts: Iterable[str]) -> frozenset[str]:
    endings = ("", "ه", "ان", "ين", "ون", "ا")
    return frozenset(f"{article}{post}{ending}" for post in posts for article in ("", "ال") for ending in endings)


def _digest(data: object) -> str:
    return hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]
