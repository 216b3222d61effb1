"""Answers that are kept: the same words come in article after article."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Answer = TypeVar("Answer")

MOST = 4_096
"""Answers that are kept of one question. Where there are more all are forgotten: the common words are soon back, and
nothing needs to be noted when an answer is used again."""


class Memo(dict[Key, Answer]):
    """The answers of a function by what it was asked. A known answer costs one look into a dictionary, a fraction of a
    call."""

    __slots__ = ("_answer", "_most")

    def __init__(self, answer: Callable[[Key], Answer], most: int = MOST) -> None:
        super().__init__()
        self._answer = answer
        self._most = most

    def __missing__(self, key: Key) -> Answer:
        if len(self) >= self._most:
            self.clear()
        found = self[key] = self._answer(key)
        return found
