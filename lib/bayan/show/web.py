"""What the server needs to know of the dashboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bayan.errors import BayanError
from bayan.show.asking import shown_store
from bayan.show.lost import tell_lost
from bayan.show.notices import draw_failure, tell_fault
from bayan.show.picker import suggest
from bayan.show.receiving import RECEIVES, may_receive
from bayan.show.typed import retype
from bayan.show.words import DIRECTIONS, language_of, read_words
from bayan.store import Store

STYLES = ("bayan", "reading", "actors", "review", "dark")
SCRIPTS = (
    "bayan",
    "bringing",
    "picker",
    "copying",
    "typing",
    "keys",
    "views",
    "visits",
    "phone",
    "writing",
    "staying",
    "opening",
    "returning",
)
_ROOM = Path(__file__).parent
_INSTALLED = _ROOM.parent / "_app"
_CHECKOUT = _ROOM.parents[2]


@dataclass(frozen=True, slots=True)
class Web:
    """``script`` runs for each visit; ``head`` belongs into the HTML page; ``app`` is the folder of app.py and pages/.

    ``language_of`` reads the words of an address; ``store`` opens what is shown; ``draw_failure`` shows an error's id;
    ``suggest`` offers actors for what is typed on the page at an address, ``retype`` says where other typing leads.
    ``receives`` is the variable that lets files be handed in, ``may_receive`` tells whether they may; ``tell_fault``
    words an error, ``tell_lost`` is the page for an address at which there can be none.
    """

    script: Path
    app: Path
    head: str
    directions: Mapping[str, str]
    language_of: Callable[[Mapping[str, Sequence[str]]], str]
    store: Callable[[], Store]
    draw_failure: Callable[[str], None]
    suggest: Callable[[str, str, str, str], Sequence[Mapping[str, str]]]
    retype: Callable[[str, str, str], str]
    receives: str
    may_receive: Callable[[], bool]
    tell_fault: Callable[[Mapping[str, Sequence[str]], BayanError], str]
    tell_lost: Callable[[Mapping[str, Sequence[str]]], str]


def _tell_fault(address: Mapping[str, Sequence[str]], error: BayanError) -> str:
    """An error in the language that an address names."""
    return tell_fault(read_words(address), error)


WEB = Web(
    script=_ROOM / "main.py",
    app=_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT,
    head="".join(
        [
            *(f'<link rel="stylesheet" href="./app/static/{name}.css" />' for name in STYLES),
            '<script src="./app/static/place.js"></script>',
            *(f'<script type="module" src="./app/static/{name}.js"></script>' for name in SCRIPTS),
        ]
    ),
    directions=DIRECTIONS,
    language_of=language_of,
    store=shown_store,
    draw_failure=draw_failure,
    suggest=suggest,
    retype=retype,
    receives=RECEIVES,
    may_receive=may_receive,
    tell_fault=_tell_fault,
    tell_lost=tell_lost,
)
