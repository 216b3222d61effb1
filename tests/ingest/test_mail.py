"""Saved pages of several parts (MHTML) and mails: one article from the page or text among the parts."""

from __future__ import annotations

import gzip
import io
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from bayan.errors import Rejected
from bayan.ingest import Limits, Notes, read
from bayan.records import Article

LINES = (
    "أعلنت وزارة الاقتصاد خطة جديدة لدعم صغار المزارعين في المحافظات الشمالية بعد موسم جفاف طويل.",
    "وقال المتحدث باسم الوزارة إن الخطة تشمل قروضا ميسرة ومعدات ري حديثة.",
)
BODY = "\n".join(LINES)
PAGE = (
    "<!doctype html><html><head><title>عنوان الخبر</title></head><body><nav><a href='/'>الرئيسية</a></nav>"
    f"<article><h1>عنوان الخبر</h1>{''.join(f'<p>{line}</p>' for line in LINES)}</article></body></html>"
)
ADDRESS = "https://www.akhbar.example/news/14"
Part = tuple[str, bytes]


def part(kind: str, text: str, *, charset: str = "utf-8", encoding: str = "quoted-printable", more: str = "") -> bytes:
    """A part with its headers, lines ended as in mails."""
    message = EmailMessage(policy=SMTP)
    main, sub = kind.split("/")
    message.set_content(text.encode(charset), maintype=main, subtype=sub, cte=encoding)
    if more:
        name, value = more.split(": ", 1)
        message[name] = value
    del message["MIME-Version"]
    return message.as_bytes()


def joined(*parts: bytes, kind: str = "related", boundary: str = "----Multipart--x.y+z----", head: str = "") -> bytes:
    begin = f'MIME-Version: 1.0\r\n{head}Content-Type: multipart/{kind};\r\n\tboundary="{boundary}"\r\n\r\n'
    pieces = b"".join(f"--{boundary}\r\n".encode() + piece + b"\r\n" for piece in parts)
    return begin.encode() + pieces + f"--{boundary}--\r\n".encode()


IMAGE = part("image/png", "\x89PNG" * 40, charset="latin-1", encoding="base64")
STYLE = part("text/css", "body { color: black }")
SAVED = f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: =?utf-8?Q?x?=\r\n"


def found_in(file: Path, data: bytes, limits: Limits | None = None) -> list[Article | Rejected]:
    file.write_bytes(data)
    return list(read(file, limits=limits))


def article_in(file: Path, data: bytes) -> Article:
    (article,) = found_in(file, data)
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.html", "page"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_page_that_a_browser_saved_in_one_file_is_read(tmp_path: Path, name: str, encoding: str) -> None:
    page = part("text/html", PAGE, encoding=encoding, more=f"Content-Location: {ADDRESS}")
    frame = part("text/html", PAGE.replace("الوزارة", "الهيئة"), more="Content-Location: cid:frame-2@mhtml.blink")
    article = article_in(tmp_path / name, joined(page, STYLE, IMAGE, frame, head=SAVED))
    assert (article.title, article.body, article.language) == ("عنوان الخبر", BODY, "ar")
    assert (article.url, article.outlet, article.source) == (ADDRESS, "akhbar", name)


@pytest.mark.parametrize("ends", [b"\r\n", b"\n"])
def test_lines_may_end_as_on_any_system(tmp_path: Path, ends: bytes) -> None:
    data = joined(part("text/html", PAGE), head=SAVED).replace(b"\r\n", ends)
    assert article_in(tmp_path / "a.mht", data).body == BODY


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-6", "iso-8859-1", "unknown-8bit", ""])
def test_the_bytes_tell_the_encoding_of_a_part(tmp_path: Path, charset: str, declared: str) -> None:
    data = part("text/html", PAGE, charset=charset)
    if declared:
        data = data.replace(b"Content-Type: text/html", f"Content-Type: text/html; charset={declared}".encode())
    assert article_in(tmp_path / "a.mht", joined(data)).body == BODY


def test_what_is_declared_counts_for_a_text_too_short_to_tell(tmp_path: Path) -> None:
    data = part("text/plain", "قطر\nزحل", charset="iso-8859-6").replace(b"/plain", b"/plain; charset=ISO-8859-6")
    article = article_in(tmp_path / "a.eml", b"MIME-Version: 1.0\r\n" + data)
    assert (article.title, article.body) == ("قطر", "زحل")


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_mail_of_plain_text_is_read_without_its_head(tmp_path: Path, encoding: str) -> None:
    head = b"From: a@b.example\r\nSubject: =?utf-8?B?2LTZg9ix2Yo=?=\r\nMIME-Version: 1.0\r\n"
    article = article_in(tmp_path / "a.eml", head + part("text/plain", f"عنوان الخبر\n\n{BODY}", encoding=encoding))
    assert (article.title, article.body, article.outlet) == ("عنوان الخبر", BODY, "a")


def test_of_a_mail_in_both_forms_the_page_is_read_and_nothing_that_is_attached(tmp_path: Path) -> None:
    other = PAGE.replace("الوزارة", "الهيئة")
    attached = part("text/html", other, more='Content-Disposition: attachment; filename="x.html"')
    both = joined(part("text/plain", f"نص\n{BODY}"), part("text/html", PAGE), kind="alternative", boundary="inner")
    data = joined(attached, both.removeprefix(b"MIME-Version: 1.0\r\n"), IMAGE, kind="mixed")
    article = article_in(tmp_path / "a.eml", data)
    assert (article.title, article.body) == ("عنوان الخبر", BODY)


def test_mails_lie_in_archives(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("b/1.eml", joined(part("text/plain", f"عنوان\n{BODY}")))
    article = article_in(tmp_path / "x.zip", packed.getvalue())
    assert (article.outlet, article.source, article.body) == ("b", "x.zip:b/1.eml", BODY)
    assert article_in(tmp_path / "x.mht.gz", gzip.compress(joined(part("text/html", PAGE)))).body == BODY
    (rejected,) = found_in(tmp_path / "x.zip", packed.getvalue(), Limits(nesting=1))
    assert isinstance(rejected, Rejected)
    assert (rejected.where, rejected.reason) == ("x.zip:b/1.eml", "too-large")


def nested(depth: int) -> bytes:
    data = part("text/html", PAGE)
    for level in range(depth):
        data = joined(data, boundary=f"b{level}").removeprefix(b"MIME-Version: 1.0\r\n")
    return b"MIME-Version: 1.0\r\n" + data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (joined(IMAGE, STYLE), "no-text"),
        (joined(), "no-text"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx", "no-text"),
        (b"MIME-Version: 1.0\r\n\r\n \r\n", "empty"),
        (joined(part("text/html", PAGE + " " * 8_000)), "too-large"),
        (joined(part("text/html", PAGE), *[IMAGE] * 900), "too-large"),
        (nested(60), "too-large"),
        (joined(*[b"\r\n"] * 6_000, boundary=""), "no-text"),
        (joined(*[b""] * 6_000, boundary="b"), "too-large"),
        (b"From x@y.example Thu Jul  9 10:00:00 2020\r\n" + joined(part("text/plain", BODY)), "format"),
        (joined(part("text/html", "Привет, мир и дружба", charset="cp1251")), "encoding"),
    ],
)
def test_what_gives_no_article_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    (rejected,) = found_in(tmp_path / "a.eml", data, Limits(page=6_000, mail=60_000))
    assert isinstance(rejected, Rejected)
    assert (rejected.where, rejected.reason) == ("a.eml", reason)


def test_a_page_that_is_cut_is_read_so_far_and_named(tmp_path: Path) -> None:
    whole = joined(part("text/html", PAGE, encoding="8bit"), STYLE)
    cut = whole[: whole.index("ومعدات ري".encode())]
    article, rejected = found_in(tmp_path / "a.mht", cut)
    assert isinstance(article, Article) and article.body.startswith(LINES[0])
    assert isinstance(rejected, Rejected)
    assert (rejected.where, rejected.reason) == ("a.mht", "truncated")
    cut = whole[: whole.index(b"body=20")]
    assert article_in(tmp_path / "a.mht", cut).body == BODY


def test_repairs_of_a_part_are_told(tmp_path: Path) -> None:
    spoiled = "".join(chr(byte) for byte in f"عنوان\n{BODY}".encode())
    (tmp_path / "a.eml").write_bytes(joined(part("text/plain", spoiled)))
    notes = Notes()
    (article,) = read(tmp_path / "a.eml", notes=notes)
    assert isinstance(article, Article)
    assert (article.body, [repair.code for repair in notes.repairs]) == (BODY, ["mojibake"])


@pytest.mark.parametrize(
    "text", ["Subject: خبر", "From: الرياض\nTo: جدة", "Content-Type: text/html", "Title: MIME-Version: 1.0"]
)
def test_a_text_that_begins_with_a_label_is_no_mail(tmp_path: Path, text: str) -> None:
    article = article_in(tmp_path / "a.txt", f"{text}\n\n{BODY}".encode())
    assert article.title == text.split("\n")[0]
