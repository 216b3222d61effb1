"""What the reader looks at: everything that the address says, and the way to ask for it and to link to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, get_args
from urllib.parse import urlencode

from bayan.charts import Reader
from bayan.queries import Selection, print_selection, questions, rows
from bayan.show.asking import answer, shown_store
from bayan.show.names import actors_by_key, name_value
from bayan.show.safe import isolated
from bayan.show.window import find_period, find_window, period_before
from bayan.show.words import Words
from bayan.store import Store

Answer = TypeVar("Answer")
LANES: tuple[rows.By, ...] = get_args(rows.By)
SORTS: tuple[rows.Sort, ...] = get_args(rows.Sort)
UNFOLDED = "all"
"""The word of an address that lists copies each on its own."""
KEPT = ("table", "form", "without", "tab", "order", "name", "speaker", "into", "whose")
"""Words of a page that stay when its filters change: what an extract holds, and what is reviewed in which order."""

MOST_SIDES = 5
"""As many actors as can be told apart side by side."""
PREVIOUS, DATES = "previous", "dates"
MIRRORS = ("actors", PREVIOUS, DATES)
"""What the timeline can mirror: two actors, the days and those before, or the days of saying and of publication."""
_NARROW_ROOM = 0.2
_FEW_TOGETHER, _MOST_TOGETHER = 8, 14
NOBODY = "~"
"""The key of no actor."""


@dataclass(frozen=True, slots=True)
class Point:
    """A mark on the timeline that was clicked: it narrows the list below the lanes, not the lanes."""

    since: date
    until: date
    act: str
    lane: str

    def __str__(self) -> str:
        return f"{self.since}_{self.until}_{self.act}_{self.lane}"


@dataclass(frozen=True, slots=True)
class View:
    """One page under one selection in one language; ``link`` is its inverse.

    The page of an actor names it by ``id``: there it is the actor of the selection, so that every count and every link
    to another page is its own. ``against`` compares the days of one actor with those before. ``narrow`` is a screen as
    wide as a phone's, on which charts show less; it is no part of the address. Lists are folded unless ``unfolded``.
    """

    page: str
    words: Words
    selection: Selection
    by: rows.By = LANES[0]
    place: str | None = None
    point: Point | None = None
    article: str | None = None
    statement: str | None = None
    kept: tuple[tuple[str, str], ...] = ()
    actor: str | None = None
    against: bool = False
    mirror: str | None = None
    sort: rows.Sort = SORTS[0]
    unfolded: bool = False
    narrow: bool = False

    def say(self, key: str, **values: Any) -> str:
        """The words of a catalogue entry."""
        return self.words.say(key, **values)

    def word(self, name: str) -> str:
        """A word that this page keeps, empty where it is not in the address."""
        return dict(self.kept).get(name, "")

    def ask(self, query: Callable[..., Answer], *args: Any, **options: Any) -> Answer:
        """What a query answers under the selection; the same question of the same data is asked once."""
        return answer(query, self.selection, *args, **options)

    def look_up(self, query: Callable[..., Answer], *args: Any) -> Answer:
        """What a query answers about one thing, whatever the selection is."""
        return answer(query, None, *args)

    def look_now(self, query: Callable[[Store], Answer]) -> Answer:
        """What a query answers now: runs begin and end without any article changing, which memory would not notice."""
        return query(shown_store())

    @property
    def narrowed(self) -> View:
        """The view of the list: the selection, narrowed to the mark that was clicked."""
        point = self.point
        if point is None:
            return self
        if self.halves:
            half = self.halves[point.lane == "1"]
            since, until = max(half.since or "", f"{point.since}"), min(half.until or "9", f"{point.until}")
            return replace(self, selection=replace(half, act=(point.act,), since=since, until=until))
        since = max(filter(None, (self.selection.since, point.since.isoformat())))
        until = min(filter(None, (self.selection.until, point.until.isoformat())))
        chosen = replace(self.on_lane(point.lane), since=since, until=until)
        return replace(self, selection=replace(chosen, act=(point.act,)))

    @property
    def in_focus(self) -> View:
        """The view of charts: without the few days that lie far from all others and would press these together."""
        window = None if self.against else find_window(self.ask(questions.statement_volume))
        if window is None:
            return self
        since, until = (day.isoformat() for day in window)
        chosen = self.selection
        days = max(since, chosen.since or since), min(until, chosen.until or until)
        return self if days == (chosen.since, chosen.until) else self.within(*map(date.fromisoformat, days))

    def volume(self, question: Callable[..., rows.Volume] = questions.statement_volume) -> rows.Volume:
        """The volume of the selection in the days that charts show; articles too where that is the ``question``."""
        whole, shown = self.ask(question), self.in_focus.selection
        if shown == self.selection:
            return whole
        return whole.within(date.fromisoformat(shown.since or ""), date.fromisoformat(shown.until or ""))

    def within(self, since: date, until: date) -> View:
        """The view of some days, whatever days are selected."""
        return replace(self, selection=replace(self.selection, since=since.isoformat(), until=until.isoformat()))

    @property
    def anytime(self) -> View:
        """The view without the choice of days."""
        return replace(self, selection=replace(self.selection, since=None, until=None))

    @property
    def anyone(self) -> View:
        """The view without the choice of actors."""
        return replace(self, selection=replace(self.selection, actor=(), behalf=()))

    def among(self, actors: Sequence[rows.ActorRow]) -> View:
        """The view with some actors in place of those chosen; with none it shows nothing."""
        keys = tuple(row.key for row in actors) or (NOBODY,)
        return replace(self, selection=replace(self.selection, actor=keys, behalf=()))

    @property
    def served(self) -> View:
        """The view of everyone who speaks for the actor of the page, and of itself."""
        return replace(self, selection=self.behind(self.actor or ""))

    @property
    def periods(self) -> tuple[View, View]:
        """The view of the days selected, or else of the last thirty that hold articles, and of as many days before."""
        newest = self.ask(questions.articles, limit=1).rows
        chosen = self.selection
        since, until = find_period(
            date.fromisoformat(chosen.since) if chosen.since else None,
            date.fromisoformat(chosen.until) if chosen.until else None,
            newest[0].published if newest else None,
        )
        return self.within(since, until), self.within(*period_before(since, until))

    @property
    def sides(self) -> tuple[Selection, ...]:
        """What is compared: each of the first five actors chosen, or the days of one and those before."""
        chosen = self.selection
        if self.against:
            return tuple(period.selection for period in self.periods)
        alone = [self.of(key) for key in chosen.actor]
        return (*alone, *map(self.behind, chosen.behalf))[:MOST_SIDES]

    @property
    def halves(self) -> tuple[Selection, ...]:
        """What the timeline mirrors: the first two actors chosen, the days and those before, or both days of each."""
        if self.mirror == PREVIOUS:
            return tuple(period.selection for period in self.periods)
        if self.mirror == DATES:
            shown = self.in_focus.selection
            return (replace(shown, dated="said"), replace(shown, dated="published"))
        return self.in_focus.sides[:2] if self.mirror and len(self.sides) > 1 else ()

    def link(self, page: str | None = None, selection: Selection | None = None, /, **words: str | None) -> str:
        """The address of a page (this one, unless named) under a selection (this one, unless given).

        Words that this page keeps stay on it, unless they are given anew: an empty one takes a word away.
        """
        to = self.page if page is None else page
        chosen = self._print(to, self.selection if selection is None else selection)
        written = {"digits": self.words.digits, "calendar": self.words.calendar}
        lang = words.pop("lang", None) or self.words.lang
        own = {**written, **(dict(self.kept) if to == self.page else {}), **words}
        asked = {**chosen, "lang": lang, **{name: word for name, word in own.items() if word}}
        return f"/{to}?{urlencode(asked)}"

    def _print(self, page: str, selection: Selection) -> dict[str, str]:
        """The words of a selection in the address of a page; an actor's page takes one actor, the one newly chosen."""
        printed = print_selection(selection)
        chosen = (*selection.actor, *selection.behalf)
        if page == "actor":
            key = next((key for key in reversed(chosen) if key != self.actor), self.actor)
            printed = {word: text for word, text in printed.items() if word not in ("actor", "for")}
            printed |= {"id": key} if key else {}
            printed |= {"for": key} if key in selection.behalf and key else {}
        elif page == self.page == "compare" and self.against and len(chosen) == 1:
            printed["against"] = PREVIOUS
        elif page == "timeline":
            printed |= {"lanes": self.by} if self.by != LANES[0] else {}
            printed |= {"mirror": self.mirror} if self.mirror else {}
        elif page in ("articles", "article") and self.sort != SORTS[0] and selection.q:
            printed["sort"] = self.sort
        return printed | ({"copies": UNFOLDED} if self.unfolded else {})

    def here(self, lang: str) -> str:
        """The address of exactly this view in another language."""
        point = str(self.point) if self.point else None
        return self.link(
            None, None, lang=lang, place=self.place, point=point, id=self.article, statement=self.statement
        )

    def doing(self, *acts: str) -> View:
        """The view of some acts alone."""
        return replace(self, selection=replace(self.selection, act=acts))

    def on_lane(self, lane: str) -> Selection:
        """The selection, with one lane of the timeline in place of those chosen."""
        if self.by == "speaker":
            return self.of(lane)
        if self.by == "side":
            return self.behind(lane)
        return changed(self.selection, self.by, (lane,))

    def of(self, speaker: str) -> Selection:
        """The selection, with one speaker in place of those chosen."""
        return replace(self.selection, actor=(speaker,), behalf=())

    def behind(self, principal: str) -> Selection:
        """The selection, with an actor and everyone who speaks for it in place of those chosen."""
        return replace(self.selection, actor=(), behalf=(principal,))

    @property
    def address(self) -> dict[str, str]:
        """The words of the selection, the language and what the page keeps, as the address bar holds them."""
        printed = {**self._print(self.page, self.selection), "lang": self.words.lang, **dict(self.kept)}
        written = {"digits": self.words.digits, "calendar": self.words.calendar}
        return printed | {name: word for name, word in written.items() if word}

    def actor_name(self, key: str) -> str:
        """The name of an actor by its key; where the store does not know it, that it is unknown and the key."""
        option = self.actors.get(key)
        if option is None:
            profile = self.look_up(questions.actor, key)
            return self.words.either(profile.name.name_ar, profile.name.name_en) if profile else self._unknown(key)
        return self.words.either(option.name_ar, option.name_en)

    def _unknown(self, key: str) -> str:
        return key.removeprefix("~") if key.startswith("~") else self.say("actor.unknown", id=isolated(key))

    @property
    def actors(self) -> Mapping[str, rows.ActorOption]:
        """Every actor that can be chosen, by key."""
        return answer(actors_by_key)

    def lane_name(self, lane: str) -> str:
        """The name of a lane of the timeline."""
        return self.actor_name(lane) if self.by in ("speaker", "side") else name_value(self.words, self.by, lane)

    @property
    def reader(self) -> Reader:
        """This reader, for charts."""
        return Reader(
            rtl=self.words.rtl,
            say=self.say,
            tell=self.words.bucket,
            tick=self.words.tick,
            name=self.words.either,
            number=self.words.number,
            write=self.words.write,
            narrow=self.narrow,
        )

    @property
    def together(self) -> int:
        """How many actors a grid of pairs has room for, with their names."""
        return _FEW_TOGETHER if self.narrow else _MOST_TOGETHER

    @property
    def room(self) -> float:
        """How much of a wide screen there is to draw on."""
        return _NARROW_ROOM if self.narrow else 1


def changed(selection: Selection, field: str, value: object) -> Selection:
    """A selection with another value of one filter."""
    fields: dict[str, Any] = {field: value}
    return replace(selection, **fields)
