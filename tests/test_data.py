"""The data files are found, and a missing one is named."""

from __future__ import annotations

import pytest

from bayan.data import data_path
from bayan.errors import BadData


def test_data_files_are_found_in_a_checkout() -> None:
    assert data_path("calendar", "months.yaml").is_file()


def test_a_missing_file_is_named_with_the_cure() -> None:
    with pytest.raises(BadData, match=r"no-such\.yaml: this data file of Bayan is missing; install Bayan again"):
        data_path("calendar", "no-such.yaml")
