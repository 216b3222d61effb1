"""What is refused before a server starts."""

from __future__ import annotations

import pytest

from bayan.errors import UsageError
from bayan.serve import serve


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "::", "bayan.example.org"])
def test_an_address_that_others_reach_needs_leave(host: str) -> None:
    with pytest.raises(UsageError, match="--allow-host"):
        serve("bayan.db", host)
