"""The page at an address of several parts: whole in itself, for Streamlit's own finds none of its files there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bayan.queries import Selection
from bayan.show.notices import tell_no_page
from bayan.show.safe import safe
from bayan.show.view import View
from bayan.show.words import DIRECTIONS, read_words

_STYLES = ("bayan", "dark")


def tell_lost(address: Mapping[str, Sequence[str]]) -> str:
    """The page in the language of an address, with the ways back."""
    words = read_words(address)
    view = View("", words, Selection())
    other = next(lang for lang in DIRECTIONS if lang != words.lang)
    styles = "".join(f'<link rel="stylesheet" href="/app/static/{name}.css" />' for name in _STYLES)
    brand = f'<a class="brand" href="{safe(view.link(""))}"><b lang="ar">بيان</b><span lang="en">Bayan</span></a>'
    # Read from the address of this page: the path stays, the language is another.
    switch = f'<a class="language" lang="{other}" href="?lang={other}">{safe(words.say("top.other"))}</a>'
    return (
        f'<!DOCTYPE html><html lang="{words.lang}" dir="{DIRECTIONS[words.lang]}"><head><meta charset="utf-8" />'
        '<meta name="viewport" content="width=device-width, initial-scale=1" />'
        f"<title>{safe(words.say('bad.page'))} · {safe(words.say('brand'))}</title>{styles}</head>"
        f'<body class="lost"><div class="stApp stHtml"><header class="top">{brand}{switch}</header>'
        f"<main>{tell_no_page(words)}</main></div></body></html>"
    )
