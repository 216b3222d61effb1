"""A reading: one cue with its content and subject, in token positions, before anybody is resolved."""

from __future__ import annotations

from typing import Final, Literal

from bayan.extract.phrases import NounPhrase
from bayan.lexicon import CueForm
from bayan.records import Act

DENIAL = "attribution+denial"
"""The rule of a denial of what was said before (وهو ما نفاه): the words are not those of who denies them."""
Frame = Literal["an", "prep", "quote", "colon", "np", "source", "clause", "pronoun"]


class Reading:
    """One cue with its content, in token positions; ``content_end`` is filled in when the range is known."""

    __slots__ = ("act", "content", "content_end", "cue", "entry", "form", "frame", "rule", "subject")

    def __init__(
        self,
        cue: tuple[int, int],
        form: CueForm | None,
        rule: str,
        entry: str,
        act: Act,
        frame: Frame,
        content: int,
        content_end: int = -1,
        subject: NounPhrase | None = None,
    ) -> None:
        self.cue: Final = cue
        self.form: Final = form
        self.rule: Final = rule
        self.entry: Final = entry
        self.act: Final = act
        self.frame: Final = frame
        self.content: Final = content
        self.content_end: Final = content_end
        self.subject: Final = subject

    def changed(
        self,
        *,
        rule: str | None = None,
        frame: Frame | None = None,
        content: int | None = None,
        content_end: int | None = None,
        subject: NounPhrase | None = None,
    ) -> Reading:
        """The reading with what is given; the rest stays as it is."""
        return Reading(
            self.cue,
            self.form,
            rule or self.rule,
            self.entry,
            self.act,
            frame or self.frame,
            self.content if content is None else content,
            self.content_end if content_end is None else content_end,
            subject or self.subject,
        )

    @property
    def shape(self) -> str:
        return self.form.form.shape if self.form else "phrase"


def read_by(form: CueForm, at: int, frame: Frame, content: int, subject: NounPhrase | None) -> Reading:
    """The reading of a cue of one token by its form and what follows it."""
    rule = f"{form.form.shape}+{frame}"
    return Reading((at, at + 1), form, rule, form.cue.id, form.cue.act, frame, content, subject=subject)


def source_link(form: CueForm) -> str:
    """The preposition behind which those stand whose words a verb relays (نقلت عن، نسبت إلى، علمت من)."""
    if "learn" in form.cue.frames:
        return "من"
    return "الي" if "ascribe" in form.cue.frames else "عن"
