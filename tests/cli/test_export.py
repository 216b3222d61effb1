"""bayan export and demo: what the filters select, in the form that was asked for."""

from __future__ import annotations

import csv
import io
import json
import zipfile
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

    def run(*words: str, code: int = 0, told_on: str = "") -> bytes:
        with pytest.raises(SystemExit) as ended:
            main(["--db", str(tmp_path / "a.db"), *words])
        out, error = capfdbinary.readouterr()
        assert ended.value.code == code, error
        return error if told_on == "err" or (code and told_on != "out") else out

    lines = "\n".join(json.dumps(article, ensure_ascii=False) for article in ARTICLES)
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    run("ingest", str(tmp_path / "a.jsonl"))
    return run


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_articles_come_back_as_they_went_in(bayan: Bayan) -> None:
    found = [json.loads(line) for line in bayan("export", "articles", "--format", "jsonl").splitlines()]
    assert [{name: row[name] for name in ARTICLES[0]} for row in reversed(found)] == ARTICLES


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("words", [("export", "articles", "--out"), ("package",)])
def test_a_full_disk_is_told_with_the_file(bayan: Bayan, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "full.csv").symlink_to("/dev/full")
    told = bayan(*words, str(tmp_path / "full.csv"), code=2).decode()
    assert told == f"bayan: {tmp_path / 'full.csv'}: No space left on device.\n"


def test_exported_articles_can_be_ingested(bayan: Bayan, tmp_path: Path) -> None:
    """Export then ingest is the identity: every article is known."""
    bayan("export", "articles", "--format", "jsonl", "--out", str(tmp_path / "b.jsonl"))
    bayan("ingest", str(tmp_path / "b.jsonl"))
    assert len(rows(bayan("export", "articles"))) == len(ARTICLES)


@pytest.mark.parametrize("format_", ["jsonl", "csv", "xlsx"])
def test_an_extract_fills_a_new_store_with_the_same_articles(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, format_: str
) -> None:
    """Hours and what days rest on come back too; two reports of the same words keep which was first."""
    words = "أعلنت الوزارة أن الأطراف اتفقت على هدنة تبدأ الأحد وتستمر شهرا، ودعت الجميع إلى احترامها في كل مكان. " * 4
    given = [
        {"outlet": "b", "title": "هدنة", "body": words + "وكالات", "published": "2020-07-08T09:00:00+03:00"},
        {"outlet": "a", "title": "الهدنة", "body": words, "published": "2020-07-08T12:30:00+03:00"},
        {"outlet": "c", "title": "خبر آخر", "body": "القاهرة في 9 يوليو 2020 - قال الوزير إن العمل مستمر."},
        {"outlet": "d", "title": "خبر بلا يوم", "body": "قال الوزير إن العمل مستمر."},
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in given)
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    copy = str(tmp_path / f"b.{format_}")
    kept = ("outlet", "title", "published", "published_at", "published_basis", "wire_group", "body")
    told = []
    for name, file in (("one", str(tmp_path / "a.jsonl")), ("two", copy)):
        for words_ in (["ingest", file], ["export", "articles", "--format", "csv"]):
            with pytest.raises(SystemExit) as ended:
                main(["--db", str(tmp_path / f"{name}.db"), *words_])
            out, error = capfdbinary.readouterr()
            assert not ended.value.code, error
        told.append(sorted([row[field] for field in kept] for row in rows(out)))
        with pytest.raises(SystemExit):
            main(["--db", str(tmp_path / "one.db"), "export", "articles", "--format", format_, "--out", copy])
        capfdbinary.readouterr()
    assert told[0] == told[1]
    assert [row[3] for row in told[0]] == ["2020-07-08T12:30:00+03:00", "2020-07-08T09:00:00+03:00", "", ""]
    assert len({row[5] for row in told[0] if row[5]}) == 1


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
        ["--columns", "speakr"],
        ["--format", "gexf"],
        ["--package", "a.zip", "--format", "xlsx"],
    ],
)
def test_what_cannot_be_selected_or_written_is_said(bayan: Bayan, words: list[str]) -> None:
    error = bayan("export", "statements", *words, code=2).decode()
    assert error.startswith("bayan: ") and error.count("\n") == 1


def test_a_file_gets_its_name_when_it_is_whole(bayan: Bayan, tmp_path: Path) -> None:
    bayan("export", "statements", "--out", str(tmp_path / "out.csv"))
    assert rows((tmp_path / "out.csv").read_bytes()) == rows(bayan("export", "statements"))
    assert sorted(path.name for path in tmp_path.glob("*out*")) == ["out.csv"]


def test_columns_are_chosen(bayan: Bayan) -> None:
    assert list(rows(bayan("export", "statements", "--columns", "act, day,id"))[0]) == ["id", "act", "day"]
    assert "body" not in rows(bayan("export", "articles", "--without", "body"))[0]


@pytest.mark.parametrize(("form", "begin"), [("xlsx", b"PK"), ("parquet", b"PAR1"), ("gexf", b"<?xml")])
def test_every_form_goes_to_a_file_and_to_standard_output(
    bayan: Bayan, tmp_path: Path, form: str, begin: bytes
) -> None:
    out = tmp_path / f"pairs.{form}"
    bayan("export", "pairs", "--format", form, "--out", str(out))
    assert out.read_bytes() == bayan("export", "pairs", "--format", form)
    assert out.read_bytes().startswith(begin)


def test_actors_are_those_of_the_statements(bayan: Bayan) -> None:
    found = {row["key"]: int(row["statements"]) for row in rows(bayan("export", "actors"))}
    said = [row["speaker_key"] for row in rows(bayan("export", "statements"))]
    assert {key: count for key, count in found.items() if count} == {key: said.count(key) for key in said if key}


def test_a_package_is_checked_against_the_store(bayan: Bayan, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    bayan("package", str(path), "--table", "statements", "--table", "actors", "--for", "russia")
    with zipfile.ZipFile(path) as package:
        assert package.read("data/statements.csv") == bayan("export", "statements", "--for", "russia")
        assert package.read("excel/actors.xlsx") == bayan("export", "actors", "--for", "russia", "--format", "xlsx")
    assert b"the same package" in bayan("package", str(path), "--check")
    bayan("demo")
    told = bayan("package", str(path), "--check", code=1, told_on="out").decode()
    assert "corpus: " in told and told.endswith("The store gives another package.\n")


def test_a_package_is_said_to_be_written_or_replaced(bayan: Bayan, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    for done in ("wrote", "replaced"):
        assert bayan("package", str(path), told_on="err").decode() == f"{done} {path}\n"


def test_an_export_can_be_packed(bayan: Bayan, tmp_path: Path) -> None:
    bayan("export", "statements", "--package", str(tmp_path / "a.zip"), "--without", "evidence")
    with zipfile.ZipFile(tmp_path / "a.zip") as package:
        assert package.read("data/statements.csv") == bayan("export", "statements", "--without", "evidence")


@pytest.mark.parametrize("words", [["--check"], ["--check", "--for", "russia"], ["--table", "secrets"]])
def test_what_cannot_be_packed_or_checked_is_said(bayan: Bayan, tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "no.zip").write_bytes(b"nothing")
    bayan("package", str(tmp_path / "no.zip"), *words, code=2)
    assert (tmp_path / "no.zip").read_bytes() == b"nothing"


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
