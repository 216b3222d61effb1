"""Mentions: every name of the registry in an article, with exact ranges, each for the actor that is meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import itemgetter

from bayan.actors.automaton import Automaton, Hit
from bayan.actors.context import Scene
from bayan.actors.fathers import find_long_forms
from bayan.actors.others import is_other
from bayan.actors.registry import Registry
from bayan.records import Field, Mention
from bayan.text import Folded

_ON = "علي "
_NO_NAME = "عند "
_MAQSURA = "ى"


class Matcher:
    """Finds the mentions of a registry's actors. The automaton is built at the first search and kept."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._built: Automaton | None = None

    def find(self, title: Folded, body: Folded, day: date | None = None) -> tuple[Mention, ...]:
        """All mentions of an article in reading order, the title's first; ranges are in the original texts.

        The longest name at a place counts. A name that several actors bear, a surname and a capital count only where
        the article makes clear who is meant; ``day`` is the day of the article. Clitics stay outside the range.
        """
        fields: tuple[tuple[Field, Folded], ...] = (("title", title), ("body", body))
        found = {name: self._longest(text) for name, text in fields}
        hits = {name: own for name, (own, _) in found.items()}
        scene = Scene(self.registry, (title.text, body.text), (*hits["title"], *hits["body"]), day)
        mentions: list[Mention] = []
        for name, text in fields:
            own, others = found[name]
            for hit, actor_id in scene.identify(text.text, own, others, is_title=name == "title"):
                span = text.span(hit.start, hit.end)
                mentions.append(Mention(name, span, actor_id, text.original[span.start : span.end]))
        return tuple(mentions)

    def _automaton(self) -> Automaton:
        if self._built is None:
            self._built = Automaton(self.registry)
        return self._built

    def _longest(self, text: Folded) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
        """Hits that do not overlap, in order, the longer before the shorter; and the names of others beside them."""
        own: list[Hit] = []
        others: list[Hit] = []
        folded, end = text.text, -1
        has_on = _ON in folded
        found = [*self._automaton().find(folded), *find_long_forms(self.registry, folded)]
        found.sort(key=itemgetter(1), reverse=True)
        found.sort(key=itemgetter(0))  # keeps the longer before the shorter where both begin at one place
        for hit in found:
            if hit.start < end:
                continue
            is_beside_on = has_on and (folded.startswith(_ON, hit.end + 1) or folded.endswith(_ON, 0, hit.start))
            read = _without_on(text, hit) if is_beside_on else folded
            if is_other(self.registry, read, hit):
                others.append(hit)
            else:
                own.append(hit)
                end = hit.end
        return tuple(own), tuple(_beside(others, own))


def _without_on(text: Folded, hit: Hit) -> str:
    """The folded text; على beside a name, which folding makes one with the given name علي, is another word in it."""
    folded = text.text
    for start in (hit.start - len(_ON), hit.end + 1):
        end = start + len(_ON)
        if folded.startswith(_ON, start) and text.original[text.span(start, end - 1).end - 1] == _MAQSURA:
            folded = f"{folded[:start]}{_NO_NAME}{folded[end:]}"
    return folded


def _beside(hits: Iterable[Hit], longest: Sequence[Hit]) -> Iterator[Hit]:
    """The hits that lie in none of the longest."""
    starts = [hit.start for hit in longest]
    for hit in hits:
        at = bisect_right(starts, hit.start) - 1
        if at < 0 or longest[at].end <= hit.start:
            yield hit
