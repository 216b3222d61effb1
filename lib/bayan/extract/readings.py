"""A reading: one cue with its content and subject, in token positions, before anybody is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bayan.extract.phrases import NounPhrase
from bayan.lexicon import CueForm
from bayan.records import Act

DENIAL = "attribution+denial"
"""The rule of a denial of what was said before (وهو ما نفاه): the words are not those of who denies them."""
Frame = Literal["an", "prep", "quote", "colon", "np", "source", "clause", "pronoun"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One cue with its content, in token positions; ``content_end`` is filled in when the range is known."""

    cue: tuple[int, int]
    form: CueForm | None
    rule: str
    entry: str
    act: Act
    frame: Frame
    content: int
    content_end: int = -1
    subject: NounPhrase | None = None

    @property
    def shape(self) -> str:
        return self.form.form.shape if self.form else "phrase"


def read_by(form: CueForm, at: int, frame: Frame, content: int, subject: NounPhrase | None) -> Reading:
    """The reading of a cue of one token by its form and what follows it."""
    rule = f"{form.form.shape}+{frame}"
    return Reading((at, at + 1), form, rule, form.cue.id, form.cue.act, frame, content, subject=subject)


def source_link(form: CueForm) -> str:
    """The preposition behind which those stand whose words a verb relays (نقلت عن، نسبت إلى)."""
    return "الي" if "ascribe" in form.cue.frames else "عن"
