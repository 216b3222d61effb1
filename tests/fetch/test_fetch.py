"""Feeds and pages are asked for politely; what servers send is kept and stored once, and every fault has its name."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from tests.fetch.servers import (
    Handler,
    Site,
    busy,
    cut,
    dripping,
    feed,
    html,
    leading_to,
    packed,
    say,
    serve,
    with_etag,
)

from bayan.errors import Rejected, UsageError
from bayan.fetch import Polled, Terms, read_addresses
from bayan.fetch.addresses import find_place, read_address
from bayan.load import Report, fetch_feeds
from bayan.store import Store, open_store

ROOT = Path(__file__).parents[2]
QUICK = Terms(pace=0.0, seconds=5.0, patience=1.0, private=True)
PAGE = {"Content_Type": "text/html; charset=utf-8"}


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as started:
        yield started


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db", write=True, create=True) as opened:
        yield opened


def fetch(store: Store, site: Site, *paths: str, terms: Terms = QUICK) -> tuple[Polled, Report]:
    return fetch_feeds(store, [site.address(path) for path in paths], Path(store.address).parent / "got", terms=terms)


def titles(store: Store) -> list[str]:
    return sorted(article.title for batch in store.articles() for article in batch)


def reasons(polled: Polled) -> list[str]:
    return sorted(one.reason for one in polled.rejected)


def test_pages_of_a_feed_are_stored_once(store: Store, site: Site) -> None:
    site.pages |= {
        "/feed": with_etag(feed(site, "/1", "/2"), '"v1"'),
        "/1": say(html("خبر أول"), **PAGE),
        "/2": packed(html("خبر ثان")),
        "/alone": say(html("صفحة"), **PAGE),
    }
    polled, report = fetch(store, site, "/feed", "/alone")
    assert (polled.got, polled.rejected, report.stored) == (4, [], 3)
    assert titles(store) == ["خبر أول", "خبر ثان", "صفحة"]
    (article,) = [one for batch in store.articles() for one in batch if one.title == "خبر أول"]
    assert article.url == site.address("/1")
    polled, report = fetch(store, site, "/feed")
    assert (polled.got, polled.unchanged, report.read) == (0, 1, 0)
    site.pages["/feed"] = with_etag(feed(site, "/3", "/2"), '"v2"')
    site.pages["/3"] = say(html("خبر ثالث"), **PAGE)
    polled, report = fetch(store, site, "/feed")
    assert (polled.got, polled.known, report.stored) == (2, 1, 1)
    assert (site.asked["/1"], site.asked["/2"], site.asked["/feed"]) == (1, 1, 3)
    assert store.runs()[0].command == "fetch"


def test_a_feed_with_full_texts_is_enough(store: Store, site: Site) -> None:
    site.pages["/feed"] = say(feed(site, "/1", "/2", full=True), Content_Type="application/rss+xml")
    assert fetch(store, site, "/feed")[1].stored == 2
    assert set(site.asked) == {"/robots.txt", "/feed"}


def test_every_fault_is_named_and_the_rest_goes_on(store: Store, site: Site) -> None:
    site.pages |= {
        "/cut": cut(html("ناقص")),
        "/slow": dripping(html("بطيء"), 0.05),
        "/slow-head": dripping(b"", 0.05, head=True),
        "/gone": say(b"", 410),
        "/failing": say(b"", 500),
        "/loop": leading_to("/pool"),
        "/pool": leading_to("/loop"),
        "/file": leading_to("file:///etc/passwd"),
        "/large": say(b"x" * 2_000_001),
        "/bomb": packed(b" " * 3_000_000),
        "/damaged": say(b"no gzip at all", Content_Encoding="gzip"),
        "/odd": say(html("غريب"), Content_Encoding="br"),
        "/good": say(html("سليم"), **PAGE),
        "/moved": leading_to("/good"),
    }
    paths = list(site.pages)
    terms = Terms(pace=0.0, seconds=3.0, page=2_000_000, private=True)
    polled, report = fetch(store, site, *paths, terms=terms)
    assert {one.where.rpartition("/")[2]: one.reason for one in polled.rejected} == {
        "cut": "truncated",
        "slow": "slow",
        "slow-head": "slow",
        "gone": "status",
        "failing": "status",
        "loop": "redirects",
        "pool": "redirects",
        "file": "redirects",
        "large": "too-large",
        "bomb": "too-large",
        "damaged": "truncated",
        "odd": "encoding",
    }
    assert titles(store) == ["سليم"]
    assert report.rejected.total() == 12
    assert [one.where for one in store.rejections(report.run)] == [one.where for one in polled.rejected]


def test_a_busy_server_is_asked_again_when_it_says(store: Store, site: Site) -> None:
    site.pages |= {
        "/soon": busy(say(html("قريبا"), **PAGE), 2, after="1"),
        "/late": busy(say(html("لاحقا"), **PAGE), 1, after="3600", status=503),
        "/always": busy(say(html("أبدا"), **PAGE), 9, after=None),
    }
    terms = Terms(pace=0.0, patience=2.0, private=True)
    polled, _ = fetch(store, site, "/soon", "/late", "/always", terms=terms)
    assert titles(store) == ["قريبا"]
    assert reasons(polled) == ["status", "status"]
    assert (site.asked["/soon"], site.asked["/late"], site.asked["/always"]) == (3, 1, 3)
    asked = [moment for path, moment in site.times if path == "/soon"]
    assert all(later - earlier >= 0.99 for earlier, later in pairwise(asked))


def test_robots_are_obeyed(store: Store, site: Site) -> None:
    site.pages |= {
        "/robots.txt": say(b"User-agent: *\nDisallow: /private\nCrawl-delay: 0.3\n"),
        "/feed": say(feed(site, "/1", "/private/2")),
        "/1": say(html("مسموح"), **PAGE),
        "/sent": leading_to("/private/3"),
        "/private/2": say(html("ممنوع"), **PAGE),
        "/private/3": say(html("ممنوع"), **PAGE),
    }
    polled, _ = fetch(store, site, "/feed", "/sent")
    assert titles(store) == ["مسموح"]
    assert reasons(polled) == ["robots", "robots"]
    assert not any(path.startswith("/private") for path in site.asked)
    assert site.asked["/robots.txt"] == 1
    asked = [moment for path, moment in site.times if path != "/robots.txt"]
    assert all(later - earlier >= 0.29 for earlier, later in pairwise(asked[1:]))


def test_a_host_whose_rules_fail_is_left_alone(store: Store, site: Site) -> None:
    site.pages |= {"/robots.txt": say(b"", 500), "/1": say(html("خبر"), **PAGE)}
    assert reasons(fetch(store, site, "/1")[0]) == ["robots"]
    assert site.asked["/1"] == 0


def test_the_pace_is_kept(store: Store, site: Site) -> None:
    site.pages |= {f"/{number}": say(html(f"خبر {number}"), **PAGE) for number in range(3)}
    fetch(store, site, "/0", "/1", "/2", terms=Terms(pace=0.25, private=True))
    asked = [moment for path, moment in site.times if path != "/robots.txt"]
    assert all(later - earlier >= 0.24 for earlier, later in pairwise(asked))


def test_a_slow_host_does_not_delay_the_others(store: Store, site: Site) -> None:
    """The slow one answers only when the other has been asked for all that it has."""
    done = threading.Event()
    with serve() as slow:

        def wait(handler: Handler) -> None:
            done.wait(QUICK.seconds)
            say(html("بطيء"), **PAGE)(handler)

        def tell(handler: Handler) -> None:
            done.set()
            say(html("أخير"), **PAGE)(handler)

        slow.pages["/slow"] = wait
        site.pages |= {"/1": say(html("أول"), **PAGE), "/2": tell}
        wanted = [slow.address("/slow"), site.address("/1"), site.address("/2")]
        polled, _ = fetch_feeds(store, wanted, Path(store.address).parent / "got", terms=QUICK)
    assert (polled.got, reasons(polled)) == (3, [])
    assert titles(store) == ["أخير", "أول", "بطيء"]


def test_of_one_host_one_address_is_asked_at_a_time(store: Store, site: Site) -> None:
    inside: list[int] = []
    at_once = threading.Semaphore(1)

    def alone(handler: Handler) -> None:
        inside.append(at_once.acquire(blocking=False))
        say(html(f"خبر {handler.path}"), **PAGE)(handler)
        at_once.release()

    site.pages |= {f"/{number}": alone for number in range(6)}
    fetch(store, site, *(f"/{number}" for number in range(6)))
    assert inside == [True] * 6


def test_a_run_asks_for_so_many_pages(store: Store, site: Site) -> None:
    site.pages["/feed"] = say(feed(site, "/1", "/2", "/3"))
    site.pages |= {f"/{number}": say(html(f"خبر {number}"), **PAGE) for number in (1, 2, 3)}
    terms = Terms(pace=0.0, pages=2, private=True)
    assert reasons(fetch(store, site, "/feed", terms=terms)[0]) == ["too-large"]
    assert fetch(store, site, "/feed")[1].stored == 1
    assert len(titles(store)) == 3


def test_pages_that_failed_for_a_passing_reason_are_asked_for_again_though_their_feed_stays(
    store: Store, site: Site
) -> None:
    site.pages |= {
        "/feed": with_etag(feed(site, "/1", "/2", "/gone"), '"v1"'),
        "/1": say(html("خبر أول"), **PAGE),
        "/2": busy(say(html("خبر ثان"), **PAGE), 1, status=500),
        "/gone": say(b"", 410),
    }
    assert reasons(fetch(store, site, "/feed")[0]) == ["status", "status"]
    assert fetch(store, site, "/feed")[1].stored == 1
    assert titles(store) == ["خبر أول", "خبر ثان"]
    polled, _ = fetch(store, site, "/feed")
    assert (polled.unchanged, site.asked["/gone"]) == (1, 2)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "[::1]", "[::ffff:127.0.0.1]", "[2002:7f00:1::]", "[fe80::1]", "2130706433", "0x7f.1", "127.1"],
)  # fmt: skip
def test_the_own_network_is_not_asked(host: str) -> None:
    url = read_address(f"http://{host}:9/")
    assert url is not None
    with pytest.raises(Rejected, match=r"no public address|not known"):
        find_place(url, private=False)


def test_nor_where_another_server_leads_there(store: Store, site: Site) -> None:
    """The way leads from an allowed place to itself: each step is looked at, not the first alone."""
    site.pages |= {"/1": say(html("خبر"), **PAGE)}
    polled, _ = fetch(store, site, "/1", terms=Terms(pace=0.0))
    assert reasons(polled) == ["private-address"]
    assert not site.asked


def test_what_a_killed_run_got_is_read_by_the_next(tmp_path: Path, site: Site) -> None:
    """Killed while it asks, and killed again: every page is stored, none twice."""
    site.pages["/feed"] = say(feed(site, *(f"/{number}" for number in range(12))))
    site.pages |= {f"/{number}": say(html(f"خبر {number}"), **PAGE) for number in range(12)}
    (tmp_path / "feeds.txt").write_text(f"# one\n\n{site.address('/feed')}\n")
    command = [sys.executable, "-m", "bayan", "--db", str(tmp_path / "s.db"), "fetch", str(tmp_path / "feeds.txt")]
    command += ["--allow-private", "--pace", "0.05"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "lib")}
    run = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    while site.asked["/6"] == 0 and run.poll() is None:
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    run.wait()
    got = sorted((tmp_path / "s.db.fetched").iterdir())
    assert [path.suffix for path in got] == [".part", ".part"]
    for path in [f"/{number}" for number in range(6)]:
        del site.pages[path]  # what was got is not there any more
    site.pages["/feed"] = say(feed(site, *(f"/{number}" for number in range(6, 12))))
    told = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert told.returncode in (0, 1), told.stderr
    with open_store(tmp_path / "s.db") as store:
        assert titles(store) == sorted(f"خبر {number}" for number in range(12))
    assert not list((tmp_path / "s.db.fetched").glob("*.part"))


def test_the_command_tells_how_it_went(tmp_path: Path, site: Site) -> None:
    site.pages |= {"/1": say(html("خبر"), **PAGE)}
    (tmp_path / "feeds.txt").write_text(f"{site.address('/1')}\n{site.address('/no')}\n")
    words = ["--db", str(tmp_path / "s.db"), "fetch", str(tmp_path / "feeds.txt"), "--allow-private", "--pace", "0"]
    command = [sys.executable, "-m", "bayan", *words, "--rejects", str(tmp_path / "r.jsonl")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "lib")}
    run = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert run.returncode == 1
    lines = run.stderr.splitlines()
    assert lines[0] == f"rejected {site.address('/no')}: the server answered 404 Not Found."
    assert lines[1:3] == ["got 1, unchanged 0, got before 0", lines[2]]
    assert lines[2].startswith("read 2, stored 1, known 0, rejected 1 (1 status)")
    (row,) = map(json.loads, (tmp_path / "r.jsonl").read_text().splitlines())
    assert row["rejected"]["where"] == site.address("/no")


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "ftp://a.example/\n", "http://user:secret@a.example/\n", "no address\n"]
)
def test_a_list_without_addresses_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "feeds.txt").write_text(text)
    with pytest.raises(UsageError) as caught:
        read_addresses(tmp_path / "feeds.txt")
    assert "secret" not in str(caught.value)
    with pytest.raises(UsageError):
        read_addresses(tmp_path / "nowhere.txt")
