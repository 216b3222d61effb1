"""A reader of charts whose words are the keys."""

from __future__ import annotations

from bayan.charts import Reader


def reader(rtl: bool = False) -> Reader:
    return Reader(
        rtl=rtl,
        say=lambda key, **values: f"{key} {values.get('n', '')}".strip(),
        tell=lambda day, step: day.isoformat(),
        tick=lambda day, step: day.strftime("%d %b" if step == "day" else "%b"),
        name=lambda arabic, english: arabic if rtl or not english else english,
    )
