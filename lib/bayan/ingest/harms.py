"""What libraries say of a damaged file → how it is damaged, in one of the words of ``HARMS``."""

from __future__ import annotations

import tarfile
import zipfile
import zlib

_SIGNS = {
    "sum": ("crc", "data check", "length check"),
    "cut": ("not a zip file", "end of data", "truncated", "unexpected end"),
}
"""What an error of several meanings says of each; a zip file that is cut has lost its list of files, and its end."""
_MEANINGS: tuple[tuple[type[Exception], str], ...] = (
    (EOFError, "cut"),
    (NotImplementedError, "method"),
    (zlib.error, "packed"),
    (zipfile.BadZipFile, "names"),
    (tarfile.TarError, "names"),
    (KeyError, "parts"),
    (SyntaxError, "parts"),  # of which errors of XML are
)


def find_harm(error: Exception) -> str:
    """How a file is damaged that a library could not read."""
    told = str(error).lower()
    for harm, signs in _SIGNS.items():
        if any(sign in told for sign in signs):
            return harm
    return next((harm for kind, harm in _MEANINGS if isinstance(error, kind)), "other")
