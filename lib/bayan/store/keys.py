"""Integer keys in time order: an article's key begins with its day, a statement's key with its article.

So the order of keys is the order of publication, a range of days is a range of keys, and the statements of an article
are one range. Days are ordinals of the calendar (``date.toordinal``); ``NO_DAY`` stands for none. Undated articles have
negative keys: they come last where the newest comes first.
"""

from __future__ import annotations

from datetime import date

NO_DAY = 0
SERIAL_BITS = 17
"""Room for 131,072 articles a day."""
SEQUENCE_BITS = 10
"""Room for 1,024 statements an article."""
ARTICLES_A_DAY = 1 << SERIAL_BITS
STATEMENTS_AN_ARTICLE = 1 << SEQUENCE_BITS
BLOCK_BITS = SEQUENCE_BITS + SERIAL_BITS + 5
"""The statements of 32 days of publication are a block."""
MONTHS_A_QUARTER = 3
PUBLIC_ID_BYTES = 6
"""The id of an article in hexadecimal digits is the beginning of its content hash."""
_LAST_KEY = (1 << 52) - 1


def day_number(day: date | None) -> int:
    """The number under which a day is stored."""
    return NO_DAY if day is None else day.toordinal()


def day_of(number: int) -> date | None:
    """The day behind a stored number."""
    return None if number == NO_DAY else date.fromordinal(number)


def article_keys(first: int, last: int) -> tuple[int, int]:
    """The lowest and highest key of articles published from one day to another, both included."""
    if first == last == NO_DAY:
        return -_LAST_KEY, -1
    return first << SERIAL_BITS, (last + 1 << SERIAL_BITS) - 1


def statement_keys(first_article: int, last_article: int) -> tuple[int, int]:
    """The lowest and highest key of statements in the articles from one key to another, both included."""
    return first_article << SEQUENCE_BITS, (last_article + 1 << SEQUENCE_BITS) - 1
