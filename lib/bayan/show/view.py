"""What the reader looks at: everything that the address says, and the way to ask for it and to link to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, get_args
from urllib.parse import parse_qs, urlencode, urlsplit

from bayan.charts import Reader
from bayan.errors import BadSelection
from bayan.queries import Selection, parse_selection, print_selection, questions, rows
from bayan.show.asking import answer
from bayan.show.names import name_value
from bayan.show.window import find_window
from bayan.show.words import Words, language_of, load_words
from bayan.store import Store

Answer = TypeVar("Answer")
LANES: tuple[rows.By, ...] = get_args(rows.By)
KEPT = ("table", "form", "without")
"""Words of a page that stay when its filters change: what an extract holds and how it is written."""


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
    """One page under one selection in one language; ``link`` is its inverse."""

    page: str
    words: Words
    selection: Selection
    by: rows.By = LANES[0]
    place: str | None = None
    point: Point | None = None
    article: str | None = None
    statement: str | None = None
    kept: tuple[tuple[str, str], ...] = ()

    def say(self, key: str, **values: Any) -> str:
        """The words of a catalogue entry."""
        return self.words.say(key, **values)

    def ask(self, query: Callable[..., Answer], *args: Any, **options: Any) -> Answer:
        """What a query answers under the selection; the same question of the same data is asked once."""
        return answer(query, self.selection, *args, **options)

    def look_up(self, query: Callable[..., Answer], *args: Any) -> Answer:
        """What a query answers about one thing, whatever the selection is."""
        return answer(query, None, *args)

    @property
    def narrowed(self) -> View:
        """The view of the list: the selection, narrowed to the mark that was clicked."""
        point = self.point
        if point is None:
            return self
        since = max(filter(None, (self.selection.since, point.since.isoformat())))
        until = min(filter(None, (self.selection.until, point.until.isoformat())))
        chosen = replace(self.on_lane(point.lane), since=since, until=until)
        return replace(self, selection=replace(chosen, act=(point.act,)))

    @property
    def in_focus(self) -> View:
        """The view of charts: without the few days that lie far from all others and would press these together."""
        window = find_window(self.ask(questions.volume))
        if window is None:
            return self
        since, until = (day.isoformat() for day in window)
        return replace(self, selection=replace(self.selection, since=since, until=until))

    def link(self, page: str | None = None, selection: Selection | None = None, /, **words: str | None) -> str:
        """The address of a page (this one, unless named) under a selection (this one, unless given).

        Words that this page keeps stay on it, unless they are given anew: an empty one takes a word away.
        """
        chosen = print_selection(self.selection if selection is None else selection)
        lang = words.pop("lang", None) or self.words.lang
        by = words.pop("lanes", None) or self.by
        lanes = {} if by == LANES[0] else {"lanes": by}
        own = {**(dict(self.kept) if page in (None, self.page) else {}), **words}
        asked = {**chosen, **lanes, "lang": lang, **{name: word for name, word in own.items() if word}}
        return f"/{self.page if page is None else page}?{urlencode(asked)}"

    def here(self, lang: str) -> str:
        """The address of exactly this view in another language."""
        point = str(self.point) if self.point else None
        own: dict[str, str | None] = {
            "place": self.place,
            "point": point,
            "id": self.article,
            "statement": self.statement,
        }
        return self.link(None, None, lang=lang, **own)

    def doing(self, *acts: str) -> View:
        """The view of some acts alone."""
        return replace(self, selection=replace(self.selection, act=acts))

    def on_lane(self, lane: str) -> Selection:
        """The selection, with one lane of the timeline in place of those chosen."""
        if self.by == "speaker":
            return self.of(lane)
        if self.by == "side":
            return replace(self.selection, actor=(), behalf=(lane,))
        return changed(self.selection, self.by, (lane,))

    def of(self, speaker: str) -> Selection:
        """The selection, with one speaker in place of those chosen."""
        return replace(self.selection, actor=(speaker,), behalf=())

    @property
    def address(self) -> dict[str, str]:
        """The words of the selection, the lanes, the language and what the page keeps, as the address bar has them."""
        return {word: texts[0] for word, texts in parse_qs(urlsplit(self.link()).query).items()}

    def actor_name(self, key: str) -> str:
        """The name of an actor by its key; the key itself where the store does not know it."""
        option = self.actors.get(key)
        return key.removeprefix("~") if option is None else self.words.either(option.name_ar, option.name_en)

    @property
    def actors(self) -> Mapping[str, rows.ActorOption]:
        """Every actor that can be chosen, by key."""
        return answer(_actors_by_key)

    def lane_name(self, lane: str) -> str:
        """The name of a lane of the timeline."""
        return self.actor_name(lane) if self.by in ("speaker", "side") else name_value(self.words, self.by, lane)

    @property
    def reader(self) -> Reader:
        """This reader, for charts."""
        return Reader(
            rtl=self.words.rtl, say=self.say, tell=self.words.bucket, tick=self.words.tick, name=self.words.either
        )


def _actors_by_key(store: Store) -> dict[str, rows.ActorOption]:
    return {option.key: option for option in questions.actor_options(store)}


def changed(selection: Selection, field: str, value: object) -> Selection:
    """A selection with another value of one filter."""
    fields: dict[str, Any] = {field: value}
    return replace(selection, **fields)


def read_view(page: str, address: Mapping[str, Sequence[str]]) -> View:
    """Read an address. Raises BadSelection."""
    last = {name: texts[-1] for name, texts in address.items() if texts and texts[-1].strip()}
    return View(
        page=page,
        words=load_words(language_of(address)),
        selection=parse_selection(address),
        by=_read_by(last.get("lanes", LANES[0])),
        place=last.get("place"),
        point=_read_point(last["point"]) if "point" in last else None,
        article=last.get("id"),
        statement=last.get("statement"),
        kept=tuple((name, last[name]) for name in KEPT if name in last),
    )


def _read_by(text: str) -> rows.By:
    for by in LANES:
        if text == by:
            return by
    raise BadSelection(f"{text!r} are no lanes: choose one of {', '.join(LANES)}.")


def _read_point(text: str) -> Point:
    try:
        since, until, act, lane = text.split("_", 3)
        parse_selection({"act": [act]})
        return Point(date.fromisoformat(since), date.fromisoformat(until), act, lane)
    except ValueError:
        raise BadSelection(f"{text!r} is no mark of the timeline: click a mark again.") from None
