"""Groups of rows that are alike, kept as they come and go: the connected parts of a graph.

Two rows are joined where they share a mark and an exact comparison finds them alike, and in no other case; so neither
the order in which they come nor how they are cut into batches changes the groups. A group is known by the key of its
first member.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Subquery, Table, func, select, union_all

from bayan.store.dialects import constant, delete, insert, looked_up
from bayan.store.likeness import Words

_AT_ONCE = 5_000
_TRIED = 2
"""Rows of a group that are compared with another row before all that share a mark with it."""
NEW, SETTLED = 0, 1
"""Where marks are: those that came last, in a small tree; all others."""
_PARTS = 31
"""In so many parts the new marks are moved to the others, one part with each batch. A prime: the version, by which
batches are numbered, may grow by two with each, and every part shall have its turn."""
_MARK_BITS = 63


@dataclass(frozen=True, slots=True)
class Item:
    """A row that may have its like. ``by`` is who speaks, of an article the outlet; ``marks`` are those by which others
    find it.

    ``sketch`` holds the marks of an article from which these were made.
    """

    key: int
    words: Words
    by: int
    marks: tuple[int, ...]
    sketch: bytes = b""


Read = Callable[[Connection, Sequence[int]], list[Item]]
Pair = tuple[int, int]
Sift = Callable[[Connection, Mapping[int, Item], Mapping[Pair, bool]], set[Pair]]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is grouped: where marks and groups are kept, and how rows are read, sifted, compared and ordered.

    ``read`` gives rows with their marks; ``sift`` the pairs of a known row and one of the store that are worth reading,
    of pairs of which it is told whether they may share every mark.
    """

    marks: Table
    groups: Table
    read: Read
    sift: Sift
    alike: Callable[[Item, Item], bool]
    order: Callable[[Connection, Sequence[int]], Mapping[int, tuple[Any, ...]]]

    @property
    def owner(self) -> Column[int]:
        """The column of the marks that holds the key of a row."""
        column: Column[int] = list(self.marks.columns)[2]
        return column

    @property
    def member(self) -> Column[int]:
        """The column of the groups that holds the key of a member."""
        column: Column[int] = next(iter(self.groups.columns))
        return column


@dataclass(frozen=True, slots=True)
class Found:
    """Rows of one group that bear a mark: the group's first member, itself where it is alone; two members, how many."""

    root: int
    grouped: bool
    members: tuple[int, int]
    count: int


class Forest:
    """Which keys belong together."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def find(self, key: int) -> int:
        """The key that stands for all that belong together with this one."""
        path = []
        while (above := self._above.get(key, key)) != key:
            path.append(key)
            key = above
        if path:
            self._above.update(dict.fromkeys(path, key))
        return key

    def add(self, key: int) -> None:
        """Take in a key, which may stand alone."""
        self._above.setdefault(key, key)

    def all(self) -> list[int]:
        """Every key that was taken in or joined."""
        return sorted(self._above)

    def join(self, one: int, other: int) -> None:
        """Let two keys belong together."""
        one, other = sorted((self.find(one), self.find(other)))
        self._above |= {one: one, other: one}


class Turned(NamedTuple):
    """Rows that stood under the first of their group and do no more, and then those that came to."""

    left: set[int]
    joined: set[int]


def regroup(connection: Connection, kind: Kind, gone: Sequence[Item], come: Sequence[Item], batch: int) -> Turned:
    """Take rows out of their groups and put others in. A row whose text has changed goes and comes.

    The number of the batch tells which part of the new marks is moved with it.
    """
    marks = kind.marks
    levels = (NEW, SETTLED)
    delete(connection, marks, [(level, mark, item.key) for level in levels for item in gone for mark in item.marks])
    keys = [item.key for item in gone]
    stood = _leave(connection, kind, keys)
    items = {item.key: item for item in come}
    _read(connection, kind, stood.keys() - set(keys), items)
    joined: set[int] = set()
    if items:
        forest = Forest()
        _join_each_other(kind, items, forest)
        grouped = _join_stored(connection, kind, items, forest)
        joined = _write(connection, kind, forest, grouped)
    insert(connection, marks, sorted((NEW, mark, item.key) for item in come for mark in item.marks))
    if come:
        _settle_part(connection, marks, batch % _PARTS)
    return Turned({key for key, first in stood.items() if key != first}, joined)


def _settle_part(connection: Connection, marks: Table, part: int) -> None:
    """Move the new marks of a part to all others: many to a page, where one by one each would change a page."""
    first, last = ((number << _MARK_BITS) // _PARTS for number in (part, part + 1))
    chosen = marks.c.level == NEW, marks.c.mark.between(first, last - 1)
    moved = select(constant(SETTLED), *list(marks.columns)[1:]).where(*chosen)
    connection.execute(marks.insert().from_select([column.name for column in marks.columns], moved))
    connection.execute(marks.delete().where(*chosen))


def _read(connection: Connection, kind: Kind, keys: Iterable[int], items: dict[int, Item]) -> None:
    """Read the rows that are not known yet."""
    for part in parts_of(sorted({key for key in keys if key not in items})):
        items.update((item.key, item) for item in kind.read(connection, part))


def _leave(connection: Connection, kind: Kind, keys: Sequence[int]) -> dict[int, int]:
    """Dissolve the groups of rows that go, and give each member with its first: those that stay join anew."""
    firsts: set[int] = set()
    for part in parts_of(keys):
        firsts |= set(connection.execute(select(kind.groups.c.first_id).where(kind.member.in_(part))).scalars())
    stood: dict[int, int] = {}
    for part in parts_of(sorted(firsts)):
        found = connection.execute(select(kind.member, kind.groups.c.first_id).where(kind.groups.c.first_id.in_(part)))
        stood.update((row[0], row[1]) for row in found)
    delete(connection, kind.groups, [(key,) for key in sorted(stood)])
    return stood


def _find_marked(connection: Connection, kind: Kind, marks: set[int]) -> dict[int, list[Found]]:
    """By mark the rows of the store that bear it, in groups: of many that belong together two are enough."""
    groups = kind.groups
    found: dict[int, list[Found]] = defaultdict(list)
    for part in parts_of(sorted(marks)):
        bearing = _bearing(kind, looked_up(kind.marks.c.mark, part))
        root = func.coalesce(groups.c.first_id, bearing.c.owner).label("root")
        members = func.min(bearing.c.owner), func.max(bearing.c.owner)
        wanted = select(bearing.c.mark, root, func.max(groups.c.first_id), *members, func.count())
        wanted = wanted.select_from(bearing.outerjoin(groups, kind.member == bearing.c.owner))
        for row in connection.execute(wanted.group_by(bearing.c.mark, root)):
            found[row[0]].append(Found(row[1], row[2] is not None, (row[3], row[4]), row[5]))
    return found


def _bearing(kind: Kind, wanted: ColumnElement[bool]) -> Subquery:
    """The rows of the store that bear wanted marks. With both levels in one condition SQLite would read all marks."""
    rows = select(kind.marks.c.mark, kind.owner.label("owner")).where(wanted)
    return union_all(*(rows.where(kind.marks.c.level == constant(level)) for level in (NEW, SETTLED))).subquery()


def _join_each_other(kind: Kind, items: Mapping[int, Item], forest: Forest) -> None:
    """Join the rows of a batch that are alike. Of many that belong together two are compared before the rest."""
    times = Counter(chain.from_iterable(item.marks for item in items.values()))
    marked: dict[int, dict[int, list[int]]] = {}
    for key, item in sorted(items.items()):
        near: dict[int, list[list[int]]] = defaultdict(list)
        shared = [mark for mark in item.marks if times[mark] > 1]
        for mark in shared:
            if mark in marked:
                marked[mark] = _by_root(marked[mark], forest)
                for root, members in marked[mark].items():
                    near[root].append(members)
        for root, lists in near.items():
            if forest.find(key) == forest.find(root):
                continue
            first = {other for members in lists for other in members[:_TRIED]}
            rest = (other for members in lists for other in members[_TRIED:])
            if any(kind.alike(item, items[other]) for other in chain(sorted(first), rest)):
                forest.join(key, root)
        forest.add(key)
        root = forest.find(key)
        for mark in shared:
            marked.setdefault(mark, {}).setdefault(root, []).append(key)


def _by_root(groups: dict[int, list[int]], forest: Forest) -> dict[int, list[int]]:
    """The rows that bear a mark by what they belong to now."""
    if all(forest.find(root) == root for root in groups):
        return groups
    found: dict[int, list[int]] = defaultdict(list)
    for root, members in groups.items():
        found[forest.find(root)] += members
    return found


def _join_stored(connection: Connection, kind: Kind, items: dict[int, Item], forest: Forest) -> set[int]:
    """Join rows with those of the store that are alike, and give the first members of the groups that these have."""
    keys = set(items)
    found = _find_marked(connection, kind, {mark for item in items.values() for mark in item.marks})
    near: dict[tuple[int, int], set[int]] = defaultdict(set)
    more: dict[tuple[int, int], int] = defaultdict(int)
    lone: Counter[tuple[int, int]] = Counter()
    for key in keys:
        for one in (one for mark in items[key].marks for one in found.get(mark, ()) if one.root not in keys):
            near[key, one.root] |= set(one.members)
            more[key, one.root] = max(more[key, one.root], one.count)
            lone[key, one.root] += not one.grouped
    pairs = {
        (key, other): lone[key, root] in (0, len(items[key].marks))
        for (key, root), others in near.items()
        for other in others
    }
    likely = kind.sift(connection, items, pairs)
    _read(connection, kind, {other for _, other in likely}, items)
    for key, root in sorted(near):
        close = sorted(other for other in near[key, root] if (key, other) in likely)
        if not (close or more[key, root] > _TRIED) or forest.find(key) == forest.find(root):
            continue
        joined = any(kind.alike(items[key], items[other]) for other in close)
        if joined or (more[key, root] > _TRIED and _is_like_any(connection, kind, items[key], root)):
            forest.join(key, root)
    return {one.root for many in found.values() for one in many if one.grouped}


def _is_like_any(connection: Connection, kind: Kind, item: Item, root: int) -> bool:
    """Whether a row is like any member of a large group that shares a mark with it."""
    bearing = _bearing(kind, kind.marks.c.mark.in_(item.marks))
    wanted = select(bearing.c.owner, func.count()).join(kind.groups, kind.member == bearing.c.owner)
    found = connection.execute(wanted.where(kind.groups.c.first_id == root).group_by(bearing.c.owner))
    likely = kind.sift(connection, {item.key: item}, {(item.key, row[0]): row[1] == len(item.marks) for row in found})
    parts = parts_of(sorted(other for _, other in likely))
    return any(kind.alike(item, other) for part in parts for other in kind.read(connection, part))


def _write(connection: Connection, kind: Kind, forest: Forest, grouped: set[int]) -> set[int]:
    """Write the groups that have come about, each under its first member, and give those that now stand under one."""
    together: dict[int, set[int]] = defaultdict(set)
    for key in forest.all():
        together[forest.find(key)].add(key)
    together = {stands: members for stands, members in together.items() if len(members) > 1}
    order = kind.order(connection, sorted(set().union(*together.values())))
    rows: list[tuple[int, int]] = []
    joined: set[int] = set()
    for members in together.values():
        first = min(members, key=lambda key: order[key])
        for old in sorted(members & grouped - {first}):
            groups = kind.groups
            connection.execute(groups.update().where(groups.c.first_id == old).values(first_id=first))
        rows += [(key, first) for key in members - grouped]
        joined |= members - {first}
    insert(connection, kind.groups, sorted(rows))
    return joined


def parts_of(keys: Iterable[int]) -> Iterator[list[int]]:
    """Keys in parts that a statement takes."""
    rest = iter(keys)
    while part := list(islice(rest, _AT_ONCE)):
        yield part
