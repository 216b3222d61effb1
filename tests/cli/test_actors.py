"""The registry on the command line: shown, checked and added to."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import Bayan, one_line


def test_the_registry_is_shown(bayan: Bayan) -> None:
    listed = bayan("actors", "list", "--kind", "state").stdout.decode()
    assert "russia" in listed and "sergei-lavrov" not in listed
    shown = bayan("actors", "show", "sergei-lavrov").stdout.decode()
    assert "سيرغي لافروف" in shown and "russia" in shown
    run = bayan("actors", "show", "nobody-at-all")
    assert run.returncode == 2
    assert "nobody-at-all" in one_line(run.stderr)


def test_a_table_of_ones_own_is_checked(bayan: Bayan, tmp_path: Path) -> None:
    mine = tmp_path / "mine.tsv"
    mine.write_text(
        "id\tkind\tname_ar\taliases\nmy-lavrov\tperson\tسيرغي لافروف\t\nbad id\tperson\tفلان\t\n", encoding="utf-8"
    )
    run = bayan("actors", "check", mine)
    assert run.returncode == 1
    assert one_line(run.stderr).startswith("rejected mine.tsv, line 3: 'bad id' is no id")
    assert "shared: سيرغي لافروف (sergei-lavrov, my-lavrov)" in run.stdout.decode()
    assert bayan("actors", "check", tmp_path / "none.tsv").returncode == 2


def test_persons_that_the_registry_lacks_are_suggested(bayan: Bayan) -> None:
    body = "قال مدير المستشفى سمير القرقاحي إن المستشفى مكتظ."
    articles = [
        json.dumps({"id": word, "outlet": "صحيفة", "published": "2020-07-08", "title": "المستشفى", "body": body})
        for word in ("a-1", "a-2")
    ]
    extracted = bayan("extract", given="\n".join(articles).encode()).stdout
    run = bayan("actors", "suggest", given=extracted)
    assert run.returncode == 0
    assert run.stdout.decode().split()[:3] == ["2", "سمير", "القرقاحي"]
    assert bayan("actors", "suggest", given=b"{}").returncode == 1
