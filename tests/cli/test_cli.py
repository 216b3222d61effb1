"""The command line: one-line errors, exit codes, and help that shows how."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.cli.running import Bayan, one_line
from tests.places import Server

BAYAN = [sys.executable, "-m", "bayan"]
ACTORS = [
    *("list", "show", "check", "suggest"),
    *("accept", "merge", "split", "rename", "dismiss", "restore", "export", "import"),
]
COMMANDS = ["demo", "ingest", "annotate", "extract", "evaluate", "export", "stats", "verify", "runs", "actors", "serve"]
ARTICLE = {
    "id": "a-1",
    "outlet": "صحيفة",
    "published": "2020-07-08",
    "title": "لافروف: روسيا وتركيا تعملان من أجل الهدنة",
    "body": "قال وزير الخارجية الروسي سيرغي لافروف إن روسيا وتركيا تعملان من أجل وقف إطلاق النار في ليبيا.",
}
LINE = json.dumps(ARTICLE, ensure_ascii=False).encode() + b"\n"


@pytest.fixture
def db(tmp_path: Path, bayan: Bayan) -> Path:
    """A store with one article."""
    (tmp_path / "a.jsonl").write_bytes(LINE)
    assert bayan("--db", tmp_path / "a.db", "ingest", tmp_path / "a.jsonl").returncode == 0
    return tmp_path / "a.db"


def test_the_first_date_that_cannot_be_read_is_named_by_its_place(bayan: Bayan, tmp_path: Path) -> None:
    bad = [json.dumps({**ARTICLE, "id": at, "title": f"خبر {at}", "published": "31/02/2020"}) for at in (1, 2)]
    (tmp_path / "b.jsonl").write_bytes(LINE + "\n".join(bad).encode())
    told = bayan("--db", tmp_path / "b.db", "ingest", tmp_path / "b.jsonl").stderr.decode().splitlines()
    [noted] = [line for line in told if line.startswith("noted first at")]
    assert "b.jsonl:2: a publication date that cannot be read" in noted


@pytest.mark.parametrize(
    "words",
    [
        [],
        *([command] for command in COMMANDS),
        *(["actors", word] for word in ACTORS),
        *(["corrections", word] for word in ("export", "import")),
    ],
)
def test_every_help_shows_an_example(bayan: Bayan, words: list[str]) -> None:
    run = bayan(*words, "--help")
    assert run.returncode == 0
    assert b"Example: bayan " in run.stdout or not words


@pytest.mark.parametrize("command", [["stats"], ["verify"], ["runs"], ["annotate"], ["export", "articles"]])
def test_a_missing_store_is_said_and_not_made(bayan: Bayan, tmp_path: Path, command: list[str]) -> None:
    run = bayan("--db", tmp_path / "none.db", *command)
    assert run.returncode == 2
    assert "none.db: there is no store" in one_line(run.stderr)
    assert not (tmp_path / "none.db").exists()


def test_no_store_is_made_in_a_folder_that_is_not_there(bayan: Bayan, tmp_path: Path) -> None:
    run = bayan("--db", tmp_path / "no" / "a.db", "demo")
    assert run.returncode == 2
    assert "a.db" in one_line(run.stderr)


@pytest.mark.parametrize(
    "words",
    [["nothing"], ["ingest"], ["stats", "--nothing"], ["extract", "nowhere.jsonl"], ["extract", "--workers", "0"]],
)
def test_a_command_that_cannot_be_read_is_not_done(bayan: Bayan, words: list[str]) -> None:
    run = bayan(*words)
    assert run.returncode == 2
    assert b"Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "empty.txt: the file is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0", "picture.txt: this is a PNG picture"),
        ("page.html", b"<!doctype html><html></html>", "page.html: there is no article text in the page"),
        ("a.jsonl", b"[1, 2]\n", "a.jsonl:1: the line is JSON but no object"),
    ],
)
def test_bad_input_is_named_and_nothing_is_stored(
    bayan: Bayan, tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(data)
    run = bayan("--db", tmp_path / "a.db", "ingest", tmp_path / name)
    assert run.returncode == 1
    rejected, report = run.stderr.decode().splitlines()
    assert rejected.startswith(f"rejected {told}")
    assert report.startswith("read 1, stored 0, known 0, rejected 1 (")


def test_every_format_of_a_folder_is_read(bayan: Bayan, tmp_path: Path) -> None:
    title, body = ARTICLE["title"], ARTICLE["body"]
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "page").write_text(f"<!doctype html><title>{title} 1</title><p>{body}</p>", encoding="utf-8")
    item = f"<item><title>{title} 2</title><description>{body}</description></item>"
    (folder / "feed").write_text(f"<rss><channel>{item}</channel></rss>", encoding="utf-8")
    (folder / "table").write_text(f"العنوان;النص\n{title} 3;{body}\n", encoding="utf-8")
    with zipfile.ZipFile(folder / "archive", "w") as archive:
        archive.writestr("array.json", json.dumps([ARTICLE | {"title": f"{title} 4"}]))
    run = bayan("--db", tmp_path / "a.db", "ingest", folder)
    assert (run.returncode, run.stderr.decode().split(";")[0]) == (0, "read 4, stored 4, known 0")
    assert "tables read as: 1 title = العنوان, body = النص" in run.stderr.decode()
    assert bayan("--db", tmp_path / "a.db", "ingest", folder).stderr.startswith(b"read 4, stored 0, known 4")


def test_columns_are_named_by_hand(bayan: Bayan, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{ARTICLE['title']},{ARTICLE['body']}\n", encoding="utf-8")
    ingest = ["--db", tmp_path / "a.db", "ingest", tmp_path / "a.csv"]
    assert b"--map title=NAME" in bayan(*ingest).stderr
    assert bayan(*ingest, "--map", "title=1", "--map", "body=2").returncode == 0
    for wrong in ("heading=1", "title", "title="):
        run = bayan(*ingest, "--map", wrong)
        assert run.returncode == 2
        assert "FIELD is one of title, body" in one_line(run.stderr)


def test_limits_are_changed_by_options(bayan: Bayan, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("1.txt", "2.txt"):
            archive.writestr(name, f"{ARTICLE['title']} {name}\n{ARTICLE['body']}")
    ingest = ["--db", tmp_path / "a.db", "ingest", tmp_path / "a.zip"]
    assert b"more files than the limit of 1" in bayan(*ingest, "--max-members", "1").stderr
    assert bayan(*ingest).stderr.startswith(b"read 2, stored 2")


def test_windows_1256_is_read(bayan: Bayan, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(f"{ARTICLE['title']}\n{ARTICLE['body']}".encode("windows-1256"))
    assert bayan("--db", tmp_path / "a.db", "ingest", tmp_path / "page.txt").returncode == 0
    run = bayan("--db", tmp_path / "a.db", "export", "articles", "--format", "jsonl")
    assert json.loads(run.stdout)["body"] == ARTICLE["body"]


def test_good_records_beside_a_bad_one_are_stored(bayan: Bayan, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(LINE + b"[1]\n")
    run = bayan("--db", tmp_path / "a.db", "ingest", tmp_path / "a.jsonl")
    assert run.returncode == 1
    assert run.stderr.decode().splitlines()[1].startswith("read 2, stored 1, known 0, rejected 1 (1 not-object)")


def test_standard_input_is_read(bayan: Bayan, tmp_path: Path) -> None:
    run = bayan("--db", tmp_path / "a.db", "ingest", "-", given=LINE)
    assert run.returncode == 0
    assert run.stderr.startswith(b"read 1, stored 1, known 0;")


def test_names_that_steer_terminals_are_spelled_out(bayan: Bayan, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\u202eb.txt").touch()
    run = bayan("--db", tmp_path / "a.db", "ingest", tmp_path)
    assert "\\x1b[2J\\u202eb.txt" in run.stderr.decode()
    assert b"\x1b" not in run.stderr


def test_a_foreign_file_stays_as_it_is(bayan: Bayan, tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(LINE)
    for command in (["ingest", tmp_path / "a.db"], ["stats"], ["demo"]):
        run = bayan("--db", tmp_path / "a.db", *command)
        assert run.returncode == 2
        assert "a.db" in one_line(run.stderr)
    assert (tmp_path / "a.db").read_bytes() == LINE


def test_the_store_tells_what_it_holds(bayan: Bayan, db: Path) -> None:
    assert b"articles" in bayan("--db", db, "stats").stdout
    assert bayan("--db", db, "verify").stdout.decode() == f"{db}: sound.\n"
    assert b"ingest" in bayan("--db", db, "runs").stdout


def test_what_a_run_left_out_is_listed_and_written(bayan: Bayan, tmp_path: Path) -> None:
    db, mend = tmp_path / "a.db", tmp_path / "mend.jsonl"
    (tmp_path / "a.jsonl").write_bytes(LINE + b'{"title": 7}\n')
    run = bayan("--db", db, "ingest", tmp_path / "a.jsonl", "--rejects", mend)
    assert run.returncode == 1
    (row,) = map(json.loads, mend.read_text(encoding="utf-8").splitlines())
    assert (row["title"], row["rejected"]["reason"]) == (7, "wrong-type")
    told = bayan("--db", db, "runs", "1").stdout.decode()
    assert f"read from {tmp_path / 'a.jsonl'}" in told
    assert "rejected (wrong-type) a.jsonl:2: " in told
    again = tmp_path / "again.jsonl"
    assert bayan("--db", db, "runs", "1", "--rejects", again).returncode == 0
    assert again.read_bytes() == mend.read_bytes()
    for words in (("runs", "7"), ("runs", "--rejects", again), ("runs", "1", "--rejects", tmp_path / "no" / "x")):
        failed = bayan("--db", db, *words)
        assert failed.returncode == 2
        one_line(failed.stderr)


def test_a_store_is_copied_and_brought_up_to_date(bayan: Bayan, db: Path) -> None:
    copy = db.with_name("copy.db")
    assert one_line(bayan("--db", db, "backup", copy).stderr) == f"{copy}: copied and sound.\n"
    again = bayan("--db", db, "backup", copy)
    assert again.returncode == 2
    assert "--replace" in one_line(again.stderr)
    assert bayan("--db", db, "backup", copy, "--replace").returncode == 0
    assert bayan("--db", copy, "stats").stdout.splitlines()[:7] == bayan("--db", db, "stats").stdout.splitlines()[:7]
    assert "up to date" in one_line(bayan("--db", copy, "migrate").stderr)


def test_the_environment_names_the_store(bayan: Bayan, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAYAN_DB", str(db))
    assert bayan("stats").returncode == 0


def test_a_database_of_a_server_is_a_store_and_its_password_is_not_told(
    bayan: Bayan, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jsonl").write_bytes(LINE)
    monkeypatch.setenv("BAYAN_DB", server.new())
    runs = [bayan(*words) for words in (("stats",), ("ingest", tmp_path / "a.jsonl"), ("stats",), ("verify",))]
    assert [run.returncode for run in runs] == [2, 0, 0, 0]
    assert "empty" in one_line(runs[0].stderr)
    assert runs[3].stdout.endswith(b": sound.\n")
    assert not any(b"not-told" in run.stdout + run.stderr for run in runs)
    assert len(bayan("export", "articles", "--format", "jsonl").stdout.splitlines()) == 1


def test_extract_answers_line_by_line_in_order(bayan: Bayan) -> None:
    given = LINE + b'{"bad\n\n[1]\n' + LINE.replace(b"a-1", b"a-2")
    run = bayan("extract", given=given)
    assert run.returncode == 1
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a-1", "a-2"]
    assert [line.split(": ")[0] for line in run.stderr.decode().splitlines()] == [
        "rejected standard input:2",
        "rejected standard input:4",
    ]
    assert rows[0]["statements"] == rows[1]["statements"]
    said = next(one for one in rows[0]["statements"] if one["field"] == "body")
    assert ARTICLE["body"][slice(*said["cue"])] == "قال"
    assert said["speaker"] == "سيرغي لافروف"
    assert "evidence" not in said
    named = rows[0]["mentions"][-1]
    assert ARTICLE[named["field"]][slice(*named["span"])] in ARTICLE["body"]


def test_extract_counts_in_the_text_as_given(bayan: Bayan) -> None:
    """NUL, blank lines and spaces stay where they are: ranges count in the caller's strings."""
    article = ARTICLE | {"body": f"\n\n  \0{ARTICLE['body']}"}
    (row,) = bayan("extract", given=json.dumps(article).encode()).stdout.splitlines()
    said = next(one for one in json.loads(row)["statements"] if one["field"] == "body")
    assert article["body"][slice(*said["cue"])] == "قال"


def test_extract_is_the_same_with_workers_and_explains(bayan: Bayan, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(LINE * 150)
    one, two = (bayan("extract", tmp_path / "a.jsonl", "--explain", "--workers", count).stdout for count in ("1", "2"))
    assert one == two
    assert json.loads(one.splitlines()[0])["statements"][0]["evidence"]


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(LINE * 1_000)
    command = [*BAYAN, "extract", tmp_path / "a.jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout and run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait(timeout=60) == 141


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_quietly(tmp_path: Path, workers: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(LINE * 5_000)
    command = [*BAYAN, "extract", tmp_path / "a.jsonl", "--workers", workers]
    # A background job starts with Ctrl-C ignored and hands that on: the command must start as in a terminal.
    run = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert run.stdout
    run.stdout.read(1)
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert (run.returncode, told.strip()) == (130, b"")


def test_other_machines_are_kept_out(bayan: Bayan, db: Path) -> None:
    run = bayan("--db", db, "serve", "--host", "0.0.0.0", "--port", "18599")
    assert run.returncode == 2
    assert "sign-in" in run.stderr.decode().splitlines()[-1]


def test_a_name_that_the_store_has_never_met_is_noted(bayan: Bayan, db: Path) -> None:
    run = bayan("--db", db, "export", "statements", "--for", "turkye", "--topic", "zzz", "--actor", "sergei-lavrov")
    assert run.returncode == 0
    noted = run.stderr.decode().splitlines()
    assert [line.split(":")[1].strip() for line in noted] == ["--for turkye", "--topic zzz"]
    known = bayan("--db", db, "export", "statements", "--for", "russia")
    assert (known.returncode, known.stderr) == (0, b"")
