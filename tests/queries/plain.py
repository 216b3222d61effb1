"""The questions once more, in plain Python over the records: what the store's answers are compared with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from bayan.queries import Selection
from bayan.records import Actor, Article, Extraction, Mention, SpeakerKind, Statement, statement_id
from bayan.text import fold_text

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Said:
    """A statement with its article and its place in the store's order."""

    article: Article
    made: Statement
    order: tuple[int, ...]

    @property
    def id(self) -> str:
        return statement_id(self.article.content_hash, self.made.field, self.made.content)

    @property
    def key(self) -> str | None:
        return self.made.speaker_id or (f"~{self.made.speaker}" if self.made.speaker else None)

    def day(self, dated: str) -> date | None:
        if dated == "published" or self.made.said_on is None:
            return self.article.published
        return date.fromisoformat(self.made.said_on if len(self.made.said_on) > 7 else f"{self.made.said_on}-01")

    @property
    def assumed(self) -> bool:
        return self.made.said_on is None and self.article.published is not None

    def of_month(self, selection: Selection, step: str) -> bool:
        """Whether its month is known, no day, and buckets are shorter."""
        return selection.dated == "said" and step != "month" and len(self.made.said_on or "") == len("2020-07")

    @property
    def text(self) -> str:
        return getattr(self.article, self.made.field)[slice(*self.made.content)]


class Plain:
    """A corpus as a list, oldest first as the store keeps it."""

    def __init__(self, batch: Sequence[tuple[Article, Extraction]], actors: Sequence[Actor]) -> None:
        self.principals = {actor.id: chain(actor, {other.id: other for other in actors}) for actor in actors}
        self.states = {actor.id for actor in actors if actor.kind is SpeakerKind.STATE}
        kept: dict[str, tuple[Article, Extraction]] = {}
        for article, found in batch:
            kept.setdefault(article.content_hash, (article, found))
        serials: Counter[date | None] = Counter()
        self.items: list[tuple[tuple[int, int], Article, Extraction]] = []
        for article, found in kept.values():
            serials[article.published] += 1
            serial = serials[article.published]
            order = (article.published.toordinal(), serial) if article.published else (0, -serial)
            self.items.append((order, article, found))
        self.items.sort(key=lambda item: item[0])
        self.reviewed: dict[str, str] = {}

    def statements(self, selection: Selection) -> list[Said]:
        """The selected statements in reading order of their articles."""
        return [said for said in self._said() if self._is_selected(said, selection)]

    def newest(self, selection: Selection) -> list[Said]:
        """The same, newest first."""

        def order(said: Said) -> tuple[object, ...]:
            day = said.day(selection.dated)
            first = (day.toordinal() if day else 0,) if selection.dated == "said" else ()
            return (*first, *said.order)

        return sorted(self.statements(selection), key=order, reverse=True)

    def articles(self, selection: Selection) -> list[Article]:
        """The selected articles, newest first."""
        silent = replace(selection, q=None)
        speaking = replace(silent, outlet=(), since=None, until=None) != Selection(dated=selection.dated)
        holding = {said.article.id for said in self.statements(silent)}
        found = []
        for _, article, _ in reversed(self.items):
            if selection.outlet and article.outlet not in selection.outlet:
                continue
            if not (article.id in holding if speaking else in_days(article.published, selection)):
                continue
            if selection.q and not matches([article.title, article.body], selection.q):
                continue
            found.append(article)
        return found

    def mentions(self, selection: Selection) -> list[tuple[Article, Mention]]:
        """The selected mentions: those of the chosen actors in the articles selected by the other filters."""
        chosen, numbers = self.chosen(selection), list(self.principals)
        ids = {article.id for article in self.articles(replace(selection, actor=(), behalf=()))}
        return [
            (article, mention)
            for _, article, found in reversed(self.items)
            if article.id in ids
            for mention in sorted(
                set(found.mentions), key=lambda one: (one.field == "body", one.span.start, numbers.index(one.actor_id))
            )
            if chosen is None or mention.actor_id in chosen
        ]

    def pairs(self, selection: Selection, top: Sequence[str]) -> Counter[tuple[str, str]]:
        """Pairs among some actors in the articles that name a chosen one."""
        ids = {article.id for article, _ in self.mentions(selection)}
        counted: Counter[tuple[str, str]] = Counter()
        for _, article, found in self.items:
            if article.id in ids:
                counted.update(combinations(sorted({one.actor_id for one in found.mentions} & set(top)), 2))
        return counted

    def chosen(self, selection: Selection) -> set[str] | None:
        """The keys of the chosen actors, with those who speak for them."""
        if not selection.actor and not selection.behalf:
            return None
        served = {key for key, above in self.principals.items() if set(above) & set(selection.behalf)}
        return {*selection.actor, *selection.behalf, *served}

    def side(self, said: Said) -> list[str]:
        """The state that the speaker is or speaks for."""
        if said.key is None:
            return []
        own = {said.key} if said.key in self.states else set()
        return list(own | set(self.principals.get(said.key, ())) & self.states)

    def review(self, said: Said) -> str:
        """What was done with a statement: the corpora of tests hold reviewed ones."""
        return self.reviewed.get(said.id, "extracted")

    def _said(self) -> Iterator[Said]:
        for order, article, found in self.items:
            unique = {(made.field == "body", made.content): made for made in reversed(found.statements)}
            for at, place in enumerate(sorted(unique)):
                yield Said(article, unique[place], (*order, at))

    def _is_selected(self, said: Said, selection: Selection) -> bool:
        made, chosen = said.made, self.chosen(selection)
        return (
            (chosen is None or said.key in chosen)
            and (not selection.act or made.act in selection.act)
            and (not selection.kind or made.kind in selection.kind)
            and (not selection.topic or bool(set(made.topics) & set(selection.topic)))
            and (not selection.outlet or said.article.outlet in selection.outlet)
            and (not selection.diplomatic or made.diplomatic)
            and (not selection.reviewed or self.review(said) in selection.reviewed)
            and in_days(said.day(selection.dated), selection)
            and (not selection.q or matches([said.text], selection.q))
        )


def chain(actor: Actor, by_id: dict[str, Actor]) -> tuple[str, ...]:
    """For whom an actor speaks, nearest first."""
    above = actor.principal
    return (above, *chain(by_id[above], by_id)) if above else ()


def in_days(day: date | None, selection: Selection) -> bool:
    """Whether a day lies in the selection's."""
    if not selection.since and not selection.until:
        return True
    return day is not None and (selection.since or "0") <= day.isoformat() <= (selection.until or "9")


def matches(texts: Sequence[str], q: str) -> bool:
    """Whether texts hold every word and phrase of a search and none of those with a minus."""
    for minus, phrase, word in re.findall(r'(-?)(?:"([^"]*)"|([^\s"]+))', q):
        words = WORD.findall(fold_text(phrase or word).lower())
        alone = bool(word) and len(words) == 1
        here = any(holds(WORD.findall(fold_text(text).lower()), words, alone=alone) for text in texts)
        if here == bool(minus):
            return False
    return True


def holds(text: list[str], words: list[str], *, alone: bool) -> bool:
    """Whether words stand in a text one after the other; a word alone also behind small words written with it, and with
    the article."""
    if alone and re.fullmatch("[\u0621-\u064a]{3,}", words[0]):
        small = "[وفبل]" if len(words[0]) == 3 else "[وفبلك]|وب|ول|فل"
        forms = [f"(?:{small})?{words[0]}", f"(?:[وفبك]|وب)?ال{words[0]}", f"و?لل{words[0]}"]
        if len(words[0]) > 4 and words[0].startswith("ال"):
            forms.append(f"و?لل{words[0][2:]}")
        whole = re.compile("|".join(forms)).fullmatch
        return any(whole(one) for one in set(text))
    return any(text[at : at + len(words)] == words for at in range(len(text) - len(words) + 1))
