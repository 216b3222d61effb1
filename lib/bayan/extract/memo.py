"""Answers that are kept: the same words come in article after article."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

Key = TypeVar("Key")
Answer = TypeVar("Answer")

MOST = 16_384
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


class remembered(Generic[Answer]):
    """A method with one word for its argument whose answers each object keeps for itself."""

    def __init__(self, method: Callable[[Any, str], Answer]) -> None:
        self._method = method
        self.__doc__ = method.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type) -> Callable[[str], Answer]:
        kept = Memo(partial(self._method, instance)).__getitem__
        instance.__dict__[self._name] = kept
        return kept
