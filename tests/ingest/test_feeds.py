"""RSS and Atom: entries with their full text or their summary, and nothing fetched or expanded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bayan.errors import Rejected
from bayan.ingest import Notes, read
from bayan.ingest.limits import Repair
from bayan.records import Article

BODY = "قال الوزير إن الخطة تشمل قروضا ميسرة."
ITEM = f"<item><title>عنوان</title><link>https://a.example/1</link><description>{BODY}</description></item>"


def rss(items: str, head: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{head}<rss version="2.0" '
        f'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>مصدر</title>{items}</channel></rss>"
    )


def found(folder: Path, text: str | bytes, notes: Notes | None = None) -> list[Article | Rejected]:
    file = folder / "feed.txt"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(read(file, notes=notes))


def one(folder: Path, text: str | bytes) -> Article:
    (article,) = found(folder, text)
    assert isinstance(article, Article), article
    return article


def test_the_full_text_is_taken_where_the_feed_carries_it(tmp_path: Path) -> None:
    item = (
        "<item><title>عنوان &amp;quot;الخبر&amp;quot;</title><link>https://www.a.example/1</link><dc:creator>ليلى حداد"
        "</dc:creator><pubDate>Wed, 08 Jul 2020 10:30:00 +0300</pubDate><description>ملخص قصير</description>"
        f"<content:encoded><![CDATA[<p>{BODY}</p><script>x()</script><p>وأضاف&nbsp;أنه راض.</p>]]></content:encoded>"
        "</item>"
    )
    article = one(tmp_path, rss(item))
    assert (article.title, article.body) == ('عنوان "الخبر"', f"{BODY}\nوأضاف أنه راض.")
    assert (article.outlet, article.url, article.author) == ("a", "https://www.a.example/1", "ليلى حداد")
    assert (article.published, article.published_basis) == (date(2020, 7, 8), "metadata")
    assert article.source == "feed.txt:1"


def test_a_summary_that_stands_for_the_text_is_marked(tmp_path: Path) -> None:
    notes = Notes()
    (article,) = found(tmp_path, rss(ITEM), notes)
    assert isinstance(article, Article)
    assert (article.body, article.source) == (BODY, "feed.txt:1 (summary)")
    assert notes.repairs == {Repair("summary"): 1}


def test_atom(tmp_path: Path) -> None:
    article = one(
        tmp_path,
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>مصدر</title><entry><title type="html">'
        'عنوان &lt;b&gt;مهم&lt;/b&gt;</title><link href="https://a.example/2"/><updated>2020-07-08T01:00:00Z</updated>'
        '<content type="html">&lt;p&gt;'
        f"{BODY}&lt;/p&gt;</content></entry></feed>",
    )
    assert (article.title, article.body, article.published) == ("عنوان مهم", BODY, date(2020, 7, 8))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1256"])
def test_the_bytes_tell_the_encoding_whatever_is_declared(tmp_path: Path, encoding: str) -> None:
    assert one(tmp_path, rss(ITEM).encode(encoding)).body == BODY


@pytest.mark.parametrize(
    "head",
    ['<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'],
)
def test_entities_of_its_own_are_refused(tmp_path: Path, head: str) -> None:
    (rejected,) = found(tmp_path, rss(ITEM.replace("عنوان", "&x;"), head))
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "entities"


def test_entities_declared_late_are_refused_too(tmp_path: Path) -> None:
    head = f"<!DOCTYPE rss [<!-- {'x' * 20_000} --><!ENTITY x 'y'>]>"
    (rejected,) = found(tmp_path, rss(ITEM, head))
    assert isinstance(rejected, Rejected)
    assert rejected.reason in ("entities", "format")


def test_a_cut_feed_gives_what_came_before_the_cut(tmp_path: Path) -> None:
    text = rss(ITEM + ITEM.replace("عنوان", "آخر"))
    article, *rest = found(tmp_path, text[: text.index("آخر")])
    assert isinstance(article, Article)
    assert [item.reason for item in rest if isinstance(item, Rejected)][-1] == "truncated"


def test_a_feed_with_a_slip_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    notes = Notes()
    (article,) = found(tmp_path, rss(ITEM.replace("عنوان", "عنوان & آخر")), notes)
    assert isinstance(article, Article)
    assert article.title == "عنوان & آخر"
    assert notes.repairs[Repair("broken_feed")] == 1


def test_a_feed_without_entries_is_noted(tmp_path: Path) -> None:
    notes = Notes()
    assert found(tmp_path, rss(""), notes) == []
    assert notes.repairs == {Repair("no_entries"): 1}


def test_an_entry_whose_day_is_blank_is_undated(tmp_path: Path) -> None:
    assert one(tmp_path, rss(ITEM.replace("</item>", "<pubDate></pubDate></item>"))).published is None


def test_only_web_addresses_are_kept(tmp_path: Path) -> None:
    assert one(tmp_path, rss(ITEM.replace("https://a.example/1", "javascript:alert(1)"))).url is None
