"""Inflection by table: the third-person forms of a verb from its principal parts.

Only what reporting needs: perfect and imperfect in the third person, active participles in the accusative, verbal
nouns with a pronoun. Spelling is that of news text without diacritics; the caller folds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Shape = Literal["past", "present", "participle", "masdar", "masdar-noun"]
Number = Literal["s", "d", "p"]
Gender = Literal["m", "f"]

PRONOUNS: dict[str, tuple[Gender | None, Number]] = {
    "ه": ("m", "s"),
    "ها": ("f", "s"),
    "هما": (None, "d"),
    "هم": ("m", "p"),
    "هن": ("f", "p"),
}
OBJECTS = ("ه", "ها", "هم", "هما")


@dataclass(frozen=True, slots=True)
class Form:
    """One inflected form; ``gender`` and ``number`` are those of the subject, ``pronoun`` an attached object."""

    text: str
    shape: Shape
    gender: Gender | None
    number: Number
    pronoun: str = ""


def past_forms(past: str, objects: bool) -> Iterator[Form]:
    """Perfect: sound and hollow verbs keep their stem, defective ones (final alef or alef maqsura) lose it."""
    if past.endswith(("ى", "ا")):
        stem, long = past[:-1], "ي" if past.endswith("ى") else "و"
        rows = [(past, "m", "s"), (stem + "ت", "f", "s"), (stem + "وا", "m", "p"), (stem + long + "ا", "m", "d")]
        before_object = stem + "ا"
    else:
        rows = [(past, "m", "s"), (past + "ت", "f", "s"), (past + "وا", "m", "p"), (past + "ا", "m", "d")]
        before_object = past
    rows.append((rows[1][0] + "ا", "f", "d"))
    for text, gender, number in rows:
        yield Form(text, "past", gender, number)  # type: ignore[arg-type]
    if objects:
        for pronoun in OBJECTS:
            yield Form(before_object + pronoun, "past", "m", "s", pronoun)
            yield Form(rows[1][0] + pronoun, "past", "f", "s", pronoun)
            yield Form(rows[2][0].removesuffix("ا") + pronoun, "past", "m", "p", pronoun)
            yield Form(rows[3][0] + pronoun, "past", "m", "d", pronoun)
            yield Form(rows[4][0] + pronoun, "past", "f", "d", pronoun)


def present_forms(present: str, objects: bool) -> Iterator[Form]:
    """Imperfect: a final weak letter falls before the plural ending."""
    stem = present[1:]
    plural = stem[:-1] if stem.endswith(("و", "ي", "ى")) else stem
    dual = stem[:-1] + "ي" if stem.endswith("ى") else stem
    yield Form("ي" + stem, "present", "m", "s")
    yield Form("ت" + stem, "present", "f", "s")
    yield Form("ي" + plural + "ون", "present", "m", "p")
    yield Form("ي" + dual + "ان", "present", "m", "d")
    yield Form("ت" + dual + "ان", "present", "f", "d")
    if objects:
        before_object = stem[:-1] + "ا" if stem.endswith("ى") else stem
        for pronoun in OBJECTS:
            yield Form("ي" + before_object + pronoun, "present", "m", "s", pronoun)
            yield Form("ت" + before_object + pronoun, "present", "f", "s", pronoun)
            yield Form("ي" + plural + "ون" + pronoun, "present", "m", "p", pronoun)
            yield Form("ي" + dual + "ان" + pronoun, "present", "m", "d", pronoun)


def participle_forms(participle: str) -> Iterator[Form]:
    """Active participle as a circumstantial accusative."""
    stem = participle[:-1] if participle.endswith("ي") else participle
    yield Form(participle + "ا", "participle", "m", "s")
    yield Form(participle + "ة", "participle", "f", "s")
    yield Form(stem + "ين", "participle", "m", "p")
    yield Form(participle + "تين", "participle", "f", "d")
    yield Form(participle + "ات", "participle", "f", "p")


SHORTEST_PLURAL = 4
"""Letters of a verbal noun that has a plural in ات."""


def masdar_forms(masdar: str) -> Iterator[Form]:
    """Verbal noun with the speaker as a pronoun, also in the plural (تأكيداته، مطالباته), and bare (ending in taa
    marbuta) with the speaker in genitive."""
    plural = (masdar[:-1] if masdar.endswith("ت") else masdar) + "ات"
    for pronoun, (gender, number) in PRONOUNS.items():
        yield Form(masdar + pronoun, "masdar", gender, number)
        if len(masdar) >= SHORTEST_PLURAL:
            yield Form(plural + pronoun, "masdar", gender, number)
    yield Form(masdar[:-1] + "ة" if masdar.endswith("ت") else masdar, "masdar-noun", None, "s")
    if len(masdar) >= SHORTEST_PLURAL:
        yield Form(plural, "masdar-noun", None, "p")
