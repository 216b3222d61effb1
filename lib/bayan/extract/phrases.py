"""A noun phrase that can speak, as token ranges."""

from __future__ import annotations

from typing import Final, Literal

Head = Literal["name", "post", "body", "state", "media", "source", "document"]
Range = tuple[int, int]


class NounPhrase:
    """Token ranges of a noun phrase: the whole, the personal name and the post, where it has them.

    ``own`` is the token and folded place where its own words begin, where a document or a preposition stands before.
    Some forty are made in each article: no dataclass, whose constructors stay interpreted where the engine is compiled.
    """

    __slots__ = ("actor_id", "head", "high", "low", "name", "own", "post")

    def __init__(
        self,
        low: int,
        high: int,
        head: Head,
        name: Range | None = None,
        post: Range | None = None,
        actor_id: str | None = None,
        own: tuple[int, int] | None = None,
    ) -> None:
        self.low: Final = low
        self.high: Final = high
        self.head: Final = head
        self.name: Final = name
        self.post: Final = post
        self.actor_id: Final = actor_id
        self.own: Final = own

    def changed(
        self,
        *,
        low: int | None = None,
        high: int | None = None,
        head: Head | None = None,
        name: Range | None = None,
        post: Range | None = None,
        actor_id: str | None = None,
        own: tuple[int, int] | None = None,
    ) -> NounPhrase:
        """The phrase with what is given; the rest stays as it is."""
        return NounPhrase(
            self.low if low is None else low,
            self.high if high is None else high,
            head or self.head,
            name or self.name,
            post or self.post,
            actor_id or self.actor_id,
            own or self.own,
        )
