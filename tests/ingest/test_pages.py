"""Plain text pages: title, day and body without the site's furniture."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import pytest

from bayan.errors import Rejected
from bayan.ingest import Notes, read
from bayan.records import Article

LEAD = "أعلنت وزارة الاقتصاد خطة جديدة لدعم صغار المزارعين في المحافظات الشمالية بعد موسم جفاف طويل."
MORE = "وقال المتحدث باسم الوزارة إن الخطة تشمل قروضا ميسرة ومعدات ري حديثة."


def read_one(folder: Path, text: str | bytes, name: str = "page.txt") -> Article:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    (article,) = read(file)
    assert isinstance(article, Article), article
    return article


def test_the_seed_page_is_read_exactly(shared: Path) -> None:
    expected = json.loads((shared / "seed" / "expected.jsonl").read_text(encoding="utf-8"))
    (article,) = read(shared / "seed" / "page-2020-07-08.txt")
    assert isinstance(article, Article)
    assert article.title == expected["title"]
    assert article.body == expected["body"]
    assert article.published == date(2020, 7, 8)
    assert article.published_basis == "text"
    assert article.language == "ar"


def test_furniture_is_left_out(tmp_path: Path) -> None:
    head, middle = "الرئيسية\n\nعنوان الخبر\nشارك على فيسبوك تويتر", "اقرأ أيضاً:\nخبر آخر عن شيء آخر"
    article = read_one(tmp_path, f"{head}\n{LEAD}\n\n{middle}\n{MORE}\n\nمقالات ذات صلة\n{LEAD}")
    assert article.title == "عنوان الخبر"
    assert article.body == f"{LEAD}\n{MORE}"


@pytest.mark.parametrize("after", ["", "\nجميع الحقوق محفوظة لشبكة الأخبار © 2023"])
@pytest.mark.parametrize(
    "credit",
    [
        "المصدر: وكالات",
        "المصدر: الجزيرة + وكالات",
        "المصدر : رويترز والأناضول",
        "المصادر: رويترز، الأناضول، مواقع إلكترونية",
        "(المصدر: وكالة الأنباء السعودية)",
    ],
)
def test_the_sources_below_a_text_are_left_out(tmp_path: Path, credit: str, after: str) -> None:
    assert read_one(tmp_path, f"عنوان الخبر\n{LEAD}\n{MORE}\n{credit}{after}").body == f"{LEAD}\n{MORE}"
    page = f"<html><body><article><h1>عنوان الخبر</h1><p>{LEAD}</p><p>{MORE}</p><p>{credit}</p></article></body></html>"
    assert read_one(tmp_path, page, "page.html").body == f"{LEAD}\n{MORE}"


@pytest.mark.parametrize(
    "line", ["المصدر: لا أستطيع أن أقول أكثر من ذلك.", "المصدر الوزاري: الاتفاق جاهز", "المصدر: هل انتهى كل شيء؟"]
)
def test_what_a_source_says_stays(tmp_path: Path, line: str) -> None:
    assert read_one(tmp_path, f"عنوان الخبر\n{LEAD}\n{line}").body == f"{LEAD}\n{line}"
    told = f"عنوان الخبر\n{LEAD}\nالمصدر: وزير سابق\n{MORE}"
    assert "المصدر: وزير سابق" in read_one(tmp_path, told).body


def test_words_of_furniture_inside_a_sentence_stay(tmp_path: Path) -> None:
    sentence = "نقل المصدر عن شارك في اللقاء أن مقالات ذات صلة نشرت على تويتر."
    assert read_one(tmp_path, f"عنوان\n{LEAD}\n{sentence}").body == f"{LEAD}\n{sentence}"


@pytest.mark.parametrize(
    "line",
    [
        "الأربعاء 8 يوليو/تموز 2020",
        "نشر في: ٨ يوليو ٢٠٢٠ - 12:09 م",
        "آخر تحديث 2020-07-08",
        "17 ذو القعدة 1441 هـ",
        "الأربعاء 17 ذو القعدة 1441هـ الموافق 8 يوليو 2020م",
        "الرياض - واس - 17 ذو القعدة 1441هـ الموافق 8 يوليو 2020م",
        "القاهرة (رويترز) 8-7-2020",
        "الرياض 17 ذو القعدة 1441 هـ",
    ],
)
def test_a_date_line_gives_the_day_and_leaves_the_body(tmp_path: Path, line: str) -> None:
    article = read_one(tmp_path, f"عنوان الخبر\n{line}\n{LEAD}\n{MORE}")
    assert article.published == date(2020, 7, 8)
    assert article.published_basis == "dateline"
    assert article.body == f"{LEAD}\n{MORE}"


def test_a_byline_with_the_day_gives_both(tmp_path: Path) -> None:
    article = read_one(tmp_path, f"عنوان الخبر\nكتب: أحمد علي | 08 يوليو 2020 - 10:30 م\n{LEAD}\n{MORE}")
    assert (article.published, article.author, article.body) == (date(2020, 7, 8), "أحمد علي", f"{LEAD}\n{MORE}")


@pytest.mark.parametrize(
    "told",
    [
        "في 4 أبريل 2019",
        "في يوليو 2020",
        "أمس الثلاثاء",
        "عام 2020",
        "، الثلاثاء 8 يوليو 2020،",
        "يوم الأحد 26 يوليو 2015",
    ],
)
def test_a_day_that_is_only_told_of_dates_nothing(tmp_path: Path, told: str) -> None:
    """A day without its weekday, or with a wrong one, or inside a clause, is not the day of publication."""
    article = read_one(tmp_path, f"عنوان الخبر\nبدأت المعركة {told} في ضواحي المدينة.\n{MORE}")
    assert article.published is None
    assert article.published_basis is None


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("موسكو، 8 يوليو 2020 (رويترز) -", date(2020, 7, 8)),
        ("القاهرة 8 يوليو 2020 / أ ش أ / -", date(2020, 7, 8)),
        ("دمشق (سانا) 8 تموز 2020 –", date(2020, 7, 8)),
        ("الرياض 21 رمضان 1436 هـ الموافق 8 يوليو 2015 م واس -", date(2015, 7, 8)),
        ("موسكو، 8 يوليو (رويترز) -", None),
        ("انتخابات 8 يوليو 2020 في بلاد كثيرة -", None),
        ("من 8 يوليو 2020 - 10 يوليو 2020", None),
    ],
)
def test_a_dateline_gives_the_day_and_stays(tmp_path: Path, dateline: str, day: date | None) -> None:
    """On pages as in records that tell no day themselves."""
    body = f"{dateline} {LEAD}"
    page = read_one(tmp_path, f"عنوان الخبر\n{body}\n{MORE}")
    record = read_one(tmp_path, json.dumps({"title": "خبر", "body": body}), "a.jsonl")
    dated = read_one(tmp_path, json.dumps({"title": "خبر", "body": body, "published": "2019-01-02"}), "b.jsonl")
    basis = "dateline" if day else None
    assert [(one.published, one.published_basis) for one in (page, record)] == [(day, basis)] * 2
    assert page.body.startswith(body)
    assert (dated.published, dated.published_basis) == (date(2019, 1, 2), "metadata")


def test_the_author_line_is_taken(tmp_path: Path) -> None:
    article = read_one(tmp_path, f"عنوان الخبر\nبقلم: ليلى حداد\n{LEAD}")
    assert article.author == "ليلى حداد"
    assert article.body == LEAD


def test_a_title_told_twice_stands_once(tmp_path: Path) -> None:
    assert read_one(tmp_path, f"عنوان الخبر\nعنوان الخبر\n{LEAD}").body == LEAD


def test_a_title_told_half_a_million_times_stands_once_and_soon(tmp_path: Path) -> None:
    start = time.process_time()
    assert read_one(tmp_path, "عنوان\n" * 500_000 + LEAD).body == LEAD
    assert time.process_time() - start < 8


def test_every_line_end_parts_paragraphs(tmp_path: Path) -> None:
    article = read_one(tmp_path, "عنوان\r\n\r\nأولى\rثانية\u2028ثالثة\u0085رابعة\n \nخامسة")
    assert article.body == "أولى\nثانية\nثالثة\nرابعة\nخامسة"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6"]
)
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    article = read_one(tmp_path, f"عنوان الخبر\n{LEAD}\n{MORE}".encode(encoding))
    assert (article.title, article.body) == ("عنوان الخبر", f"{LEAD}\n{MORE}")


def test_one_bad_byte_spoils_one_letter(tmp_path: Path) -> None:
    data = f"عنوان\n{LEAD}".encode()
    middle = data.index("خطة".encode())
    article = read_one(tmp_path, data[:middle] + b"\xff" + data[middle:])
    assert article.body.replace("\ufffd", "") == LEAD


def spoil(text: str, wrong: str) -> str:
    """A text whose UTF-8 was read as another encoding; a browser reads bytes that windows-1252 lacks as controls."""
    if wrong != "browser":
        return text.encode().decode(wrong, "replace")
    letters = (bytes([byte]).decode("windows-1252", "ignore") or chr(byte) for byte in text.encode())
    return "".join(letters)


def read_noting(folder: Path, text: str, name: str) -> tuple[Article, set[str]]:
    (folder / name).write_text(text, encoding="utf-8")
    notes = Notes()
    (article,) = read(folder / name, notes=notes)
    assert isinstance(article, Article), article
    return article, {repair.code for repair in notes.repairs}


@pytest.mark.parametrize("wrong", ["windows-1256", "latin-1", "windows-1252", "browser"])
def test_mojibake_is_undone_and_told(tmp_path: Path, wrong: str) -> None:
    """Also where a byte of every ف was lost: windows-1252 has no letter for it."""
    body = f"{LEAD}\nوأضاف أن الملف سيناقش في الرياض — «قريبا»، وفق تعبيره."
    wanted = {"mojibake", "lost_byte"} if wrong == "windows-1252" else {"mojibake"}
    article, told = read_noting(tmp_path, spoil(f"عنوان الخبر\n{body}", wrong), "a.txt")
    assert (article.title, article.body, article.language, told) == ("عنوان الخبر", body, "ar", wanted)
    paragraphs = "".join(f"<p>{spoil(line, wrong)}</p>" for line in body.split("\n"))
    page = f"<html><body><article><h1>{spoil('عنوان الخبر', wrong)}</h1>{paragraphs}</article></body></html>"
    article, told = read_noting(tmp_path, page, "a.html")
    assert (article.title, article.body, told) == ("عنوان الخبر", body, wanted)
    record = {"title": spoil("عنوان", wrong), "body": spoil(body, wrong)}
    article, told = read_noting(tmp_path, json.dumps(record), "a.jsonl")
    assert (article.title, article.body, told) == ("عنوان", body, wanted)


def test_a_lost_byte_is_no_letter_where_vowels_are_written(tmp_path: Path) -> None:
    """Then it may have been a vowel as well as ف."""
    article, told = read_noting(tmp_path, spoil(f"عنوان\n{LEAD} فَقُتِلَ", "windows-1252"), "a.txt")
    assert article.body.startswith(LEAD[:20]) and "\ufffd" in article.body and "\u064e" in article.body
    assert told == {"mojibake", "byte"}


@pytest.mark.parametrize(
    "line",
    [
        "حظ؟ غلط، ثم خط؛ شروط: ظک",
        "Ærø, Øresund – «Øvrige»: Ù",
        "Ã‰tÃ© Ã  la plage franÃ§aise",
        "Ø§ Été où, à Ñandú « ici »",
    ],
)
def test_what_is_no_mojibake_of_arabic_stays(tmp_path: Path, line: str) -> None:
    article, told = read_noting(tmp_path, f"{line}\n{line} 2", "a.txt")
    assert (article.title, article.body, told) == (line, f"{line} 2", set())


def test_characters_that_no_store_takes_go_and_the_others_stay(tmp_path: Path) -> None:
    article = read_one(tmp_path, f"عنوان \u202egpj\u202c\n{LEAD[:20]}\0{LEAD[20:]}")
    assert article.title == "عنوان \u202egpj\u202c"
    assert article.body == LEAD


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\r\n ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        (bytes(range(256)) * 4, "binary"),
        ("Президент России заявил, что страна готова к переговорам".encode("cp1251"), "encoding"),
        (b"http://127.0.0.1/fetched-by-parser", "no-text"),
        ("اترك تعليقاً\n***".encode(), "no-text"),
        (b"<?xml version='1.0'?><svg></svg>", "format"),
        (b"%PDF-1.7 ...", "format"),
    ],
)
def test_what_is_no_page_is_rejected_by_name(tmp_path: Path, data: bytes, reason: str) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(data)
    (rejected,) = read(file)
    assert isinstance(rejected, Rejected)
    assert rejected.reason == reason
    assert str(rejected).startswith("page.txt: ")
    assert "\n" not in str(rejected)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LEAD, "ar"),
        ("رئیس جمهور ایران گفت که این کشور با پیشنهاد آمریکا برای گفتگو موافقت نخواهد کرد", "fa"),
        ("وزیر اعظم نے کہا ہے کہ حکومت عوام کی بہتری کے لیے کام کر رہی ہے اور یہ سلسلہ جاری رہے گا", "ur"),
        ("The minister said that talks would go on", "other"),
    ],
)
def test_the_language_is_marked(tmp_path: Path, text: str, language: str) -> None:
    assert read_one(tmp_path, f"{text}\n{text}").language == language
