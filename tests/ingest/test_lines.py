"""JSON Lines: fields, days, addresses, and bad lines by number."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bayan.errors import Rejected
from bayan.ingest import Limits, Notes, read
from bayan.ingest.lines import parse_line
from bayan.records import Article

BODY = "قال الوزير إن الخطة تشمل قروضا ميسرة."


def write(file: Path, *records: Any) -> Path:
    """A JSON Lines file; records that are bytes or strings stand in it as they are."""
    lines = [record if isinstance(record, str) else json.dumps(record, ensure_ascii=False) for record in records]
    data = "\n".join(lines).encode("utf-8", "surrogatepass") + b"\n"
    file.write_bytes(gzip.compress(data) if file.suffix == ".gz" else data)
    return file


def articles(file: Path) -> list[Article]:
    found = list(read(file))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.dat"])
def test_records_become_articles(tmp_path: Path, name: str) -> None:
    record = {
        "id": "a-1", "outlet": "صحيفة", "url": "https://news.example/1", "title": "عنوان", "author": "كاتب",
        "published": "2020-07-08T10:30:00+03:00", "body": f"{BODY}\n{BODY}",
    }  # fmt: skip
    (article,) = articles(write(tmp_path / name, record))
    assert (article.outlet, article.url, article.author) == ("صحيفة", "https://news.example/1", "كاتب")
    assert (article.title, article.body) == ("عنوان", f"{BODY}\n{BODY}")
    assert article.published == date(2020, 7, 8)
    assert article.published_at == datetime(2020, 7, 8, 7, 30, tzinfo=UTC)
    assert article.published_basis == "metadata"
    assert article.source == f"{name}:1"


def test_fields_have_common_other_names(tmp_path: Path) -> None:
    record = {
        "Headline": "عنوان",
        "full_text": BODY,
        "datePublished": "2020-07-08",
        "link": "http://a.example/x",
        "النص": "آخر",
    }
    (article,) = articles(write(tmp_path / "a.jsonl", record))
    assert (article.title, article.body, article.published) == ("عنوان", BODY, date(2020, 7, 8))
    assert article.url == "http://a.example/x"


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2015-07-21T02:16:13", date(2015, 7, 21)),
        ("٢٩ يناير ٢٠٢٥", date(2025, 1, 29)),
        ("29 كانون الثاني 2025", date(2025, 1, 29)),
        ("29 رجب 1446", date(2025, 1, 29)),
        ("Wed, 29 Jan 2025 10:30:00 GMT", date(2025, 1, 29)),
        ("2025-02-31", None),
        ("9999-12-31T23:59:59Z", None),
        ("0000-00-00", None),
        ("1.7e308", None),
        ("أمس", None),
        ("يناير 2025", None),
        ("", None),
        (None, None),
        (1738143000, None),
        (["2025-01-29"], None),
    ],
)
def test_a_day_is_read_or_left_out_never_invented(tmp_path: Path, published: Any, day: date | None) -> None:
    (article,) = articles(write(tmp_path / "a.jsonl", {"title": "عنوان", "body": BODY, "published": published}))
    assert article.published == day
    assert (article.published_basis is None) == (day is None)


def test_the_address_dates_an_article_without_a_date(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path / "a.jsonl", {"title": "عنوان", "url": "https://a.example/2013/12/26/x.html"}))
    assert (article.published, article.published_basis) == (date(2013, 12, 26), "url")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/مقال?x=1", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("https:///no-host", False),
        ("http://[broken", False),
        ("https://a.example/ x", False),
        (7, False),
    ],
)
def test_only_web_addresses_are_kept(tmp_path: Path, url: Any, kept: bool) -> None:
    (article,) = articles(write(tmp_path / "a.jsonl", {"title": "عنوان", "url": url}))
    assert article.url == (url if kept else None)


@pytest.mark.parametrize(
    ("record", "outlet"),
    [
        ({"outlet": "صحيفة", "url": "https://www.aawsat.com/x"}, "صحيفة"),
        ({"url": "https://www.aawsat.com/x"}, "aawsat"),
        ({"url": "https://arabic.rt.com/x"}, "rt"),
        ({"url": "http://www.alweeam.com.sa/1"}, "alweeam"),
        ({}, "given"),
    ],
)
def test_the_outlet_comes_from_record_address_or_option(tmp_path: Path, record: dict[str, str], outlet: str) -> None:
    file = write(tmp_path / "stem.jsonl.gz", record | {"title": "عنوان"})
    (article,) = read(file, outlet="given")
    assert isinstance(article, Article)
    assert article.outlet == outlet


def test_without_any_hint_the_file_names_the_outlet(tmp_path: Path) -> None:
    assert articles(write(tmp_path / "stem.jsonl.gz", {"title": "عنوان"}))[0].outlet == "stem"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{bad json", "not-json"),
        ('{"title": "cut', "not-json"),
        ("[1, 2]", "not-object"),
        ('"x"', "not-object"),
        ("null", "not-object"),
        ('{"title": "", "body": null}', "no-text"),
        ('{"title": "***"}', "no-text"),
        ('{"title": ["x"], "body": "y"}', "wrong-type"),
        ('{"title": "x", "text": 123}', "wrong-type"),
        ('{"title": {"a": 1}, "text": true}', "wrong-type"),
        ('{"title": "x", "y": ' + "[" * 100_000 + "]" * 100_000 + "}", "not-json"),
        ('{"title": "' + "ا" * 3_000 + '"}', "too-large"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: str, reason: str) -> None:
    good = {"title": "عنوان", "body": BODY}
    limits = Limits(record=300_000 if "[[" in line else 5_000)
    first, rejected, last = read(write(tmp_path / "a.jsonl", good, line, good), limits=limits)
    assert isinstance(first, Article) and isinstance(last, Article)
    assert isinstance(rejected, Rejected)
    assert rejected.reason == reason
    assert rejected.where == "a.jsonl:2"
    assert "\n" not in str(rejected)


def test_an_address_with_half_a_character_is_left_out(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path / "a.jsonl", '{"title": "عنوان", "url": "https://a.example/\\ud800"}'))
    assert article.url is None


def test_lines_that_hold_lists_are_lines_all_the_same(tmp_path: Path) -> None:
    records = [{"data": [{"a": 1}], "title": f"عنوان {n}"} for n in range(2)]
    assert [article.title for article in articles(write(tmp_path / "a", *records))] == ["عنوان 0", "عنوان 1"]


def test_a_file_without_any_object_names_each_line(tmp_path: Path) -> None:
    found = list(read(write(tmp_path / "a.jsonl", "[1]", "7")))
    assert [item.reason for item in found if isinstance(item, Rejected)] == ["not-object", "not-object"]


def test_half_characters_and_nul_never_reach_the_store(tmp_path: Path) -> None:
    (article,) = articles(
        write(tmp_path / "a.jsonl", '{"title": "عنوان \\ud800 \\u0000.", "body": "\\ud83d\\ude00 نص"}')
    )
    assert article.title == "عنوان \ufffd ."
    assert article.body == "😀 نص"


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1256", "utf-8-sig"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    text = "\n".join(json.dumps({"title": f"عنوان {n}", "body": BODY}, ensure_ascii=False) for n in range(3))
    (tmp_path / "a.jsonl").write_bytes(text.encode(encoding))
    assert [article.title for article in articles(tmp_path / "a.jsonl")] == ["عنوان 0", "عنوان 1", "عنوان 2"]


@pytest.mark.parametrize("spoiled", [b"\xff", b"\xe9\xe8"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_bad_byte_among_escaped_letters_spoils_its_own_line_alone(
    tmp_path: Path, spoiled: bytes, language: str
) -> None:
    """json.dumps writes ASCII unless told otherwise: there are no letters beside which one bad byte is few."""
    body = BODY if language == "ar" else "The minister said that talks would go on."
    lines = [json.dumps({"title": f"{n}. {body}", "body": body}).encode() for n in range(50)]
    lines[7] = lines[7].replace(b"7. ", b"7. " + spoiled, 1)
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    notes = Notes()
    found = list(read(tmp_path / "a.jsonl", notes=notes))
    good = [item for item in found if isinstance(item, Article)]
    named = [(item.where, item.reason) for item in found if isinstance(item, Rejected)]
    assert [article.title for article in good if "\ufffd" not in article.title] == [
        f"{n}. {body}" for n in range(50) if n != 7
    ]
    assert len(good) + len(named) == 50 and (named or notes.repairs)
    assert named in ([], [("a.jsonl:8", "encoding")])


def test_fields_that_nobody_reads_are_counted(tmp_path: Path) -> None:
    notes = Notes()
    list(read(write(tmp_path / "a.jsonl", *[{"title": "عنوان", "summary": "x", "id": 1}] * 3), notes=notes))
    assert notes.fields == {"summary": 3}


def test_what_came_before_a_cut_is_read(tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.jsonl.gz", *({"title": f"عنوان {n}", "body": f"{BODY} {n * 7919}"} for n in range(3_000))
    )
    file.write_bytes(file.read_bytes()[:-2_000])
    *whole, rejected = read(file)
    assert len(whole) > 100 and all(isinstance(item, Article) for item in whole)
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "truncated"


def test_gzip_members_in_a_row_are_one_file(tmp_path: Path) -> None:
    lines = [json.dumps({"title": f"عنوان {n}"}).encode() + b"\n" for n in range(3)]
    (tmp_path / "a.jsonl.gz").write_bytes(b"".join(map(gzip.compress, lines)))
    assert len(articles(tmp_path / "a.jsonl.gz")) == 3


def test_a_bomb_is_refused_with_its_limit(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"title": "' + b" " * 30_000_000))
    (rejected,) = read(tmp_path / "a.jsonl.gz")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "too-large"
    assert "100 times" in rejected.detail


def test_characters_that_were_escaped_once_too_often_are_read(tmp_path: Path) -> None:
    title = "&quot;الوطن&quot; لـ&amp;quot;سبق&amp;quot;: &#1606;عم &#38;lt;أو&gt; لا"
    (article,) = articles(write(tmp_path / "a.jsonl", {"title": title, "body": f"{BODY} AT&T; R&D&nbsp;و&unknown;"}))
    assert article.title == '"الوطن" لـ"سبق": نعم <أو> لا'
    assert article.body == f"{BODY} AT&T; R&D\u00a0و&unknown;"


def test_where_a_line_is_no_json_is_told() -> None:
    with pytest.raises(Rejected) as caught:
        parse_line('{"title": "هدنة" "body": 1}'.encode(), "a.jsonl:1", Notes())
    assert (caught.value.code, caught.value.values) == ("broken_json", {"at": 18})
    assert str(caught.value) == "a.jsonl:1: the line is not valid JSON from its character 18 on."
