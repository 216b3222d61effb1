"""Errors of addresses and filters, and what was not taken, are told in the reader's language, each in full."""

from __future__ import annotations

import ast
import errno
import os
import pickle
import sqlite3
from pathlib import Path
from string import Formatter

import pytest

from bayan.errors import DETAILS, FAULTS, HARMS, REASONS, THINGS, BadSelection, Rejected, StoreError, TooSlow
from bayan.ingest.limits import REPAIRS
from bayan.queries import Selection, parse_selection
from bayan.show.notices import tell_fault
from bayan.show.runs import tell_why
from bayan.show.view import View
from bayan.show.words import DIRECTIONS, load_words
from bayan.store import file, server

LIBRARY = Path(__file__).resolve().parents[2] / "lib" / "bayan"
ERRORS = {"StoreError", "MissingStore", "UsageError", "BadData"}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", DIRECTIONS)
def test_every_fault_has_its_words_in_every_language(lang: str) -> None:
    entries = load_words(lang).entries
    assert {code: places(entries[f"wrong.{code}"]) for code in FAULTS} == {
        code: places(sentence) for code, sentence in FAULTS.items()
    }


@pytest.mark.parametrize(
    ("words", "english", "arabic"),
    [
        ({"act": ["shout"]}, "“shout” is no act", "«shout» ليس فعلًا معروفًا"),
        ({"from": ["2020-13-01"]}, "“2020-13-01” is no day", "«2020-13-01» ليس يومًا"),
        ({"from": ["2020-07-02"], "to": ["2020-07-01"]}, "before it begins (2020-07-02)", "قبل أن يبدأ (2020-07-02)"),
    ],
)
def test_a_fault_names_what_cannot_be_read(words: dict[str, list[str]], english: str, arabic: str) -> None:
    with pytest.raises(BadSelection) as caught:
        parse_selection(words)
    for lang, told in (("en", english), ("ar", arabic)):
        plain = tell_fault(load_words(lang), caught.value).replace("\u2068", "").replace("\u2069", "")
        assert told in plain


def test_slowness_is_told_in_the_readers_language_and_what_has_no_code_in_its_own() -> None:
    arabic = load_words("ar")
    assert tell_fault(arabic, TooSlow("too long")) == arabic.say("error.slow")
    assert tell_fault(arabic, StoreError("x.db: locked")) == "x.db: locked"


def raised_codes() -> dict[str, set[str]]:
    """The codes of errors that the library raises or returns, with the names of their values."""
    found: dict[str, set[str]] = {}
    for path in LIBRARY.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS and len(node.args) > 1:
                values = {word.arg for word in node.keywords if word.arg}
                if isinstance(node.args[1], ast.Constant):
                    found.setdefault(str(node.args[1].value), set()).update(values)
    meanings = [code for code, _ in (*file._MEANINGS.values(), *server._MEANINGS.values())]
    return found | {code: found.get(code, set()) for code in meanings}


@pytest.mark.parametrize("lang", DIRECTIONS)
def test_every_error_that_a_page_may_meet_has_its_words_in_every_language(lang: str) -> None:
    entries, codes = load_words(lang).entries, raised_codes()
    assert {"locked", "damaged", "taken_id", "not_kept"} <= set(codes)
    assert {name.removeprefix("fault.") for name in entries if name.startswith("fault.")} == set(codes)
    for code, values in codes.items():
        assert places(entries[f"fault.{code}"]) <= values, code


@pytest.mark.parametrize(
    ("sign", "told"),
    [
        ("database is locked", "عملية أخرى تكتب"),
        ("database or disk is full", "لم تبق مساحة"),
        ("attempt to write a readonly database", "لا يقبل التغيير"),
        ("database disk image is malformed", "تالف"),
        ("unable to open database file", "تعذر فتح"),
        ("never heard of", "رفضت قاعدة البيانات"),
    ],
)
def test_what_a_database_refuses_is_told_in_the_readers_language(sign: str, told: str) -> None:
    error = file.File("/somewhere/x.db").explain(sqlite3.OperationalError(sign))
    assert told in tell_fault(load_words("ar"), error)
    assert str(error).startswith("/somewhere/x.db: ")


def test_an_error_keeps_its_code_on_its_way_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(StoreError("x.db: locked", "locked", cause="x")))
    assert (str(error), error.code, error.values) == ("x.db: locked", "locked", {"cause": "x"})


@pytest.mark.parametrize(("lang", "told"), [("en", "permission denied"), ("ar", "غير مسموح")])
def test_why_a_file_could_not_be_read_is_told_in_the_readers_language(lang: str, told: str) -> None:
    view = View("corpus", load_words(lang), Selection())
    assert told in tell_why(view, Rejected("unopened", "a.txt", cause=os.strerror(errno.EACCES)))
    assert "Odd thing" in tell_why(view, Rejected("unopened", "a.txt", cause="Odd thing"))


@pytest.mark.parametrize("lang", DIRECTIONS)
def test_everything_that_is_not_taken_has_its_words_in_every_language(lang: str) -> None:
    """What the command line says in English is told by the pages with the same values."""
    words = load_words(lang)
    sentences = {code: sentence for code, (_, sentence) in DETAILS.items()}
    for kind, told in (("rejected", sentences), ("repair", REPAIRS)):
        assert {code: places(words.entries[f"{kind}.{code}"]) for code in told} == {
            code: places(sentence) for code, sentence in told.items()
        }
    reasons = {reason for reason, _ in DETAILS.values() if reason}
    assert reasons == set(REASONS)
    assert all(words.has(f"reason.{reason.replace('-', '_')}") for reason in REASONS)
    for kind, told in (("thing", THINGS), ("harm", HARMS)):
        assert {name.removeprefix(f"{kind}.") for name in words.entries if name.startswith(f"{kind}.")} == set(told)


@pytest.mark.parametrize(
    ("rejected", "english", "arabic"),
    [
        (Rejected("large_page", "a.html", limit=10_000_000), "over the limit of 10 MB.", "فوق الحد، وهو 10 ميغابايت."),
        (Rejected("not_text", "a:3", field="body", what="array"), "field body is an array", "الحقل body هو مصفوفة"),
        (Rejected("uneven_row", "a:7", cells=6, columns=3), "has 6 cells where", "عدد خلايا الصف 6"),
        (Rejected("damaged_zip", "a.zip", harm="cut"), "cut or damaged: it ends too early.", "ينتهي قبل أوانه."),
        (Rejected("cut_record", "a:2", missing=1_200), "1,200 bytes are missing", "البايتات الناقصة 1,200"),
    ],
)
def test_what_is_not_taken_is_told_in_the_readers_language(rejected: Rejected, english: str, arabic: str) -> None:
    assert english in str(rejected)
    for lang, told in (("en", english), ("ar", arabic)):
        shown = tell_why(View("corpus", load_words(lang), Selection()), rejected)
        assert told in shown.replace("\u2068", "").replace("\u2069", "")
