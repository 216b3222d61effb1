"""The day of publication: read from a record, a date line, an address or the lead; never invented."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, NamedTuple

from bayan.ingest.furniture import line_key, load_furniture
from bayan.ingest.limits import Notes, Repair
from bayan.records import Span
from bayan.text import find_dates, read_date

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LONGEST_LINE = 90
_LONGEST_FIELD = 120
_LEAD = 3
_ISO_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d")
_ADDRESS_DAY = re.compile(r"[/\-](20\d\d|19\d\d)[/\-](\d\d?)[/\-](\d\d?)(?=[/\-]|$)")
_DAY_OR_MONTH = re.compile(r"\D*(\d\d?)[/.\-](\d\d?)[/.\-]\d{4}")
_NUMBER = re.compile(r"[\d،,(]")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_DATELINE = re.compile(r"([^.:؛!؟\n]{8,100}?)\s*[-–—]+\s*(?=[^\W\d_]|[\"“«])")
_BRACKETED = re.compile(r"\([^()]{1,30}\)|/[^/]{1,30}/")
_MOST_PLACES = 2
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?")


class Published(NamedTuple):
    """A day, the moment where the source gives one with its zone, and what the day rests on."""

    day: date | None
    moment: datetime | None
    basis: str | None


BASES = frozenset({"metadata", "url", "dateline", "text"})
"""What a day may rest on: a field of the record, the address, a date line, or the lead."""
UNREAD = Repair("unread_day")
_UNDATED = Published(None, None, None)


def read_published(value: Any, notes: Notes) -> Published:
    """The day in a record's field; what cannot be read as one day is left out and counted."""
    if value is None or value == "":
        return _UNDATED
    text = value.translate(_DIGITS).strip() if isinstance(value, str) else ""
    moment = _moment(text)
    day = moment.date() if moment else _read_day(text)
    if day is None:
        notes.repairs[UNREAD] += 1
        return _UNDATED
    if _is_ambiguous(text):
        notes.repairs[Repair("numeric_day")] += 1
    return Published(day, moment if moment and moment.tzinfo else None, "metadata")


def first_published(values: list[str]) -> Published:
    """The first of several values that gives a day; those that give none are passed over."""
    notes = Notes()
    found = (read_published(value, notes) for value in values)
    return next((published for published in found if published.day), _UNDATED)


def day_of_address(url: str) -> date | None:
    """The day in an address such as ``/2020/07/08/``."""
    found = _ADDRESS_DAY.search(url)
    return _day(*map(int, found.groups())) if found else None


def day_of_line(line: str) -> date | None:
    """The day of a date line: a short line that holds a day and else only words such as نشر في, towns and agencies."""
    if len(line) > _LONGEST_LINE or not any(letter.isdigit() for letter in line):
        return None
    dates = [found for found in find_dates(line, None) if found.precision == "day"]
    if not dates:
        return None
    rest = _BRACKETED.sub(" ", _TIME.sub(" ", line))
    for found in dates:
        rest = rest.replace(line[found.span.start : found.span.end], " ")
    words = [word for word in line_key(rest).split() if not word.isdigit()]
    known = load_furniture()
    return _checked(dates[0].value) if (known.date | known.places).issuperset(words) else None


def day_of_dateline(text: str) -> date | None:
    """The day in front of a report's first sentence: place, day with its year, often an agency, then a dash."""
    found = _DATELINE.match(text)
    if found is None:
        return None
    head = _BRACKETED.sub(lambda agency: " " * len(agency[0]), found[1])
    dates = [one for one in find_dates(head, None) if one.precision == "day"]
    if len({one.value for one in dates}) != 1:
        return None
    around = line_key(f"{head[: dates[0].span.start]} {head[dates[-1].span.end :]}").split()
    places = [word for word in around if word not in load_furniture().date]
    return (
        _checked(dates[0].value)
        if around and len(places) <= _MOST_PLACES and not any(map(str.isdigit, places))
        else None
    )


def day_of_text(paragraphs: list[str]) -> date | None:
    """The latest day of the lead that is printed whole, weekday and year, between commas: news dates itself so.

    Any other date may be a day that the news tells of, past or to come, so it dates nothing.
    """
    days = [
        day
        for paragraph in paragraphs[:_LEAD]
        for found in find_dates(paragraph, None)
        if found.precision == "day" and (day := _checked(found.value)) and _stands_alone(paragraph, found.span, day)
    ]
    return max(days, default=None)


def _stands_alone(text: str, span: Span, day: date) -> bool:
    """Whether a date stands between commas and is printed with its own weekday in front."""
    before, after = text[: span.start].rstrip(), text[span.end :].lstrip()
    if (before and before[-1] not in "،,(") or (after and after[0] not in "،,)"):
        return False
    words = _NUMBER.split(text[span.start : span.end])[0].split()[:2]
    found = read_date(" ".join(words), reference=day)
    return found is not None and found.rule == "weekday" and found.value == day.isoformat()


def _moment(text: str) -> datetime | None:
    if not _ISO_MOMENT.match(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None


def _read_day(text: str) -> date | None:
    if not text or len(text) > _LONGEST_FIELD or _ISO_MOMENT.match(text):
        return None
    try:
        return _checked(date.fromisoformat(text).isoformat())
    except ValueError:
        found = read_date(text)
    return _checked(found.value) if found and found.precision == "day" else None


def _checked(iso: str) -> date | None:
    """A day of the years in which there is news."""
    day = date.fromisoformat(iso)
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_ambiguous(text: str) -> bool:
    found = _DAY_OR_MONTH.fullmatch(text.strip())
    return found is not None and found[1] != found[2] and max(int(found[1]), int(found[2])) <= 12
