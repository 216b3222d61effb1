"""bayan export and demo: what the filters select, in the form that was asked for."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bayan.cli import main

ARTICLES = [
    {
        "outlet": f"outlet-{number % 2}",
        "url": f"https://news.example/{number}",
        "title": title,
        "published": f"2020-07-{number + 1:02}",
        "body": f"قال وزير الخارجية الروسي سيرغي لافروف إن الحل سياسي.\nوقال {name} إن الهدنة رقم {number} ضرورية.",
    }
    for number, (title, name) in enumerate(
        [("=1+1", "إبراهيم كالين"), ("خبر ثان", "خلوصي أكار"), ("خبر، ثالث", "إبراهيم كالين")]
    )
]
Bayan = Callable[..., bytes]


@pytest.fixture
def bayan(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Bayan:
    """The command over a store of three articles: its standard output, or its error where it is not done."""

    def run(*words: str, code: int = 0) -> bytes:
        with pytest.raises(SystemExit) as ended:
            main(["--db", str(tmp_path / "a.db"), *words])
        out, error = capfdbinary.readouterr()
        assert ended.value.code == code, error
        return out if code == 0 else error

    lines = "\n".join(json.dumps(article, ensure_ascii=False) for article in ARTICLES)
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    run("ingest", str(tmp_path / "a.jsonl"))
    return run


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_articles_come_back_as_they_went_in(bayan: Bayan) -> None:
    found = [json.loads(line) for line in bayan("export", "articles", "--format", "jsonl").splitlines()]
    assert [{name: row[name] for name in ARTICLES[0]} for row in reversed(found)] == ARTICLES


def test_exported_articles_can_be_ingested(bayan: Bayan, tmp_path: Path) -> None:
    """Export then ingest is the identity: every article is known."""
    bayan("export", "articles", "--format", "jsonl", "--out", str(tmp_path / "b.jsonl"))
    bayan("ingest", str(tmp_path / "b.jsonl"))
    assert len(rows(bayan("export", "articles"))) == len(ARTICLES)


def test_excel_gets_its_mark_and_no_formula(bayan: Bayan) -> None:
    plain, excel = bayan("export", "articles"), bayan("export", "articles", "--excel")
    assert not plain.startswith(b"\xef\xbb\xbf") and excel.startswith(b"\xef\xbb\xbf")
    assert rows(plain)[-1]["title"] == "=1+1"
    assert rows(excel)[-1]["title"] == "'=1+1"


def test_filters_select(bayan: Bayan) -> None:
    everything = rows(bayan("export", "statements"))
    russian = rows(bayan("export", "statements", "--for", "russia"))
    assert 0 < len(russian) < len(everything)
    day = ["--from", "2020-07-02", "--to", "2020-07-02"]
    assert {row["article_id"] for row in rows(bayan("export", "statements", *day))} < {
        row["article_id"] for row in everything
    }
    assert len(rows(bayan("export", "articles", "--outlet", "outlet-1"))) == 1
    assert len(rows(bayan("export", "articles", "--outlet", "outlet-1,outlet-0", "--q", "الهدنه"))) == 3
    assert rows(bayan("export", "mentions", "--actor", "sergei-lavrov"))


@pytest.mark.parametrize(
    "words",
    [
        ["--act", "sing"],
        ["--from", "yesterday"],
        ["--from", "2020-08-01", "--to", "2020-07-01"],
        ["--excel", "--format", "jsonl"],
        ["--out", "/nowhere/at/all.csv"],
    ],
)
def test_what_cannot_be_selected_or_written_is_said(bayan: Bayan, words: list[str]) -> None:
    error = bayan("export", "statements", *words, code=2).decode()
    assert error.startswith("bayan: ") and error.count("\n") == 1


def test_a_file_gets_its_name_when_it_is_whole(bayan: Bayan, tmp_path: Path) -> None:
    bayan("export", "statements", "--out", str(tmp_path / "out.csv"))
    assert rows((tmp_path / "out.csv").read_bytes()) == rows(bayan("export", "statements"))
    assert sorted(path.name for path in tmp_path.glob("*out*")) == ["out.csv"]


def test_the_demo_corpus_fills_a_store(bayan: Bayan) -> None:
    bayan("demo")
    found = rows(bayan("export", "articles", "--from", "2020-01-01"))
    assert len(found) >= 150 + len(ARTICLES)
    assert len({row["outlet"] for row in found if row["outlet"].startswith("demo")}) >= 6
    assert all(row["published"] for row in found)
    assert b"sound" in bayan("verify")


def test_annotating_leaves_the_extract_as_it_is(bayan: Bayan) -> None:
    before = bayan("export", "statements")
    bayan("annotate")
    assert bayan("export", "statements") == before
