"""Where words turn from favourable to hostile."""

from __future__ import annotations

from datetime import date

from bayan.queries import rows
from bayan.records import Act
from bayan.show.turns import Turn, find_turns


def timeline(*told: tuple[int, Act, int]) -> rows.Timeline:
    points = tuple(rows.TimelinePoint(act, date(2020, 7, day), act, False, count) for day, act, count in told)
    return rows.Timeline("day", (), points, 0)


def test_another_act_in_the_lead_is_a_turning_point() -> None:
    found = find_turns(timeline((1, Act.SUPPORT, 2), (3, Act.INFORM, 9), (5, Act.WARN, 1), (5, Act.REJECT, 2)))
    assert found == [Turn(date(2020, 7, 5), Act.SUPPORT, Act.REJECT, 2)]


def test_more_of_the_same_and_a_draw_are_none() -> None:
    assert find_turns(timeline((1, Act.DENY, 1), (2, Act.DENY, 3), (3, Act.DENY, 1), (3, Act.WARN, 1))) == []


def test_of_new_acts_that_are_even_the_more_hostile_leads() -> None:
    found = find_turns(timeline((1, Act.APPEAL, 1), (2, Act.SUPPORT, 1), (2, Act.CRITICISE, 1)))
    assert found == [Turn(date(2020, 7, 2), Act.APPEAL, Act.CRITICISE, 1)]


def test_what_is_known_by_its_month_alone_turns_nothing() -> None:
    of_month = rows.TimelinePoint(Act.WARN, date(2020, 7, 1), Act.WARN, False, 3, month=True)
    found = timeline((1, Act.SUPPORT, 1), (5, Act.SUPPORT, 1))
    assert find_turns(rows.Timeline("day", (), (*found.points, of_month), 0)) == []
