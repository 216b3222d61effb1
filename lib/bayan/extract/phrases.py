"""A noun phrase that can speak, as token ranges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Head = Literal["name", "post", "body", "state", "media", "source", "document"]
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Token ranges of a noun phrase: the whole, the personal name and the post, where it has them.

    ``own`` is the token and folded place where its own words begin, where a document or a preposition stands before.
    """

    low: int
    high: int
    head: Head
    name: Range | None = None
    post: Range | None = None
    actor_id: str | None = None
    own: tuple[int, int] | None = None
