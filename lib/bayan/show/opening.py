"""What is closed at first and becomes elements when a reader opens it: a page has a quarter fewer."""

from __future__ import annotations

import json
from typing import Literal

from bayan.show.safe import safe


def tell_closed(kind: Literal["cite", "twin"], summary: str, data: object) -> str:
    """The data of a closed part of the page; opening.js has the form of each kind."""
    # Sanitizers take what looks like the end of a comment or of an element for an attack.
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<details class="{kind}" data-closed="{safe(told)}"><summary>{safe(summary)}</summary></details>'
