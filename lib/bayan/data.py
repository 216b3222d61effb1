"""Where the data files of Bayan lie: language and world knowledge, kept apart from code."""

from __future__ import annotations

from pathlib import Path

from bayan.errors import BadData

_INSTALLED = Path(__file__).parent / "_data"
_CHECKOUT = Path(__file__).parents[2] / "data"


def data_path(*parts: str) -> Path:
    """The path of a data file or folder, as in ``data_path("calendar", "months.yaml")``.

    An installed Bayan carries its data inside the package, a checkout beside ``lib``. Raises BadData where the file
    is in neither place.
    """
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    path = root.joinpath(*parts)
    if not path.exists():
        raise BadData(f"{path}: this data file of Bayan is missing; install Bayan again or restore the file.")
    return path
