"""Packages: whole, valid for programs, and the same when they are made again."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from tests.store.made import make_batch

from bayan.errors import UsageError
from bayan.export import COLUMNS, TABLES, compare_packages, package_blocks, remade_blocks
from bayan.queries import Selection, questions
from bayan.records import Verdict
from bayan.store import Store

PROFILE = json.loads((Path(__file__).parent / "profiles" / "tabular-data-package.json").read_text(encoding="utf-8"))
FIRST, LATER = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), datetime(2026, 2, 3, tzinfo=UTC)
LAVROV = Selection(actor=("sergey-lavrov",), q="القتال")
DATED = {"README.md", "datapackage.json", "manifest.json"}


def pack(
    store: Store, path: Path, selection: Selection = LAVROV, created: datetime = FIRST, **options: object
) -> zipfile.ZipFile:
    made = {"tables": ["statements", "articles"], "made_by": "Bayan 0.0", "created": created, **options}
    path.write_bytes(b"".join(package_blocks(store, selection, **made)))  # type: ignore[arg-type]
    return zipfile.ZipFile(path)


def test_a_package_holds_data_for_programs_and_for_excel(store: Store, tmp_path: Path) -> None:
    with pack(store, tmp_path / "a.zip") as package:
        assert package.testzip() is None
        data = package.read("data/statements.csv").decode()
        found = [row["id"] for row in csv.DictReader(io.StringIO(data, newline=""))]
        assert found == [row.id for row in questions.iter_statements(store, LAVROV)]
        sheet = openpyxl.load_workbook(io.BytesIO(package.read("excel/statements.xlsx"))).worksheets[0]
        assert [cell.value for cell in sheet["A"][1:]] == found
        assert "`content_text`" in package.read("codebook.md").decode()
        assert "`content_text`" in package.read("codebook-ar.md").decode()


def test_a_manifest_tells_what_the_package_was_made_from(store: Store, tmp_path: Path) -> None:
    with pack(store, tmp_path / "a.zip", without=["evidence"], tables=["statements"]) as package:
        manifest = json.loads(package.read("manifest.json"))
        for path, file in manifest["files"].items():
            data = package.read(path)
            assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        readme = package.read("README.md").decode()
    state = questions.corpus_state(store)
    assert manifest["selection"] == {"actor": "sergey-lavrov", "q": "القتال"}
    assert manifest["corpus"] == {"articles": state.articles, "sha256": state.sha256}
    assert manifest["extractors"] == {"1": state.articles}
    assert manifest["tables"] == {"statements": [c.name for c in COLUMNS["statements"] if c.name != "evidence"]}
    rows = manifest["files"]["data/statements.csv"]["rows"]
    assert rows == questions.totals(store, LAVROV).statements
    assert f"{rows} statements" in manifest["cite"] and "2026-01-02" in manifest["cite"]
    assert manifest["command"] == "bayan package FILE.zip --table statements --actor sergey-lavrov --q القتال"
    assert manifest["cite"] in readme and state.sha256 in readme
    assert manifest["reviewed"] == {"corrections": 0, "decisions": 0}


def test_the_command_of_a_manifest_is_one_that_can_be_given(store: Store, tmp_path: Path) -> None:
    selection = Selection(diplomatic=True, originals=True, reviewed=("confirmed", "corrected"))
    with pack(store, tmp_path / "a.zip", selection, tables=["statements"]) as package:
        command = json.loads(package.read("manifest.json"))["command"]
    assert command.endswith("--table statements --diplomatic --reviewed confirmed,corrected --originals")


def test_a_manifest_tells_what_people_decided(store: Store, tmp_path: Path) -> None:
    store.review(questions.statements(store, Selection()).rows[0].id, Verdict.CONFIRMED, by="nadia")
    with pack(store, tmp_path / "a.zip") as package:
        manifest = json.loads(package.read("manifest.json"))
    assert manifest["reviewed"] == {"corrections": 1, "decisions": 0}
    assert "1 corrections of statements" in manifest["cite"]


@pytest.mark.parametrize("selection", [LAVROV, Selection(outlet=("nobody.example",))])
def test_the_descriptor_is_a_valid_data_package(store: Store, tmp_path: Path, selection: Selection) -> None:
    with pack(store, tmp_path / "a.zip", selection, tables=list(TABLES)) as package:
        descriptor = json.loads(package.read("datapackage.json"))
        jsonschema.Draft4Validator(PROFILE).validate(descriptor)
        assert [resource["name"] for resource in descriptor["resources"]] == list(TABLES)
        for resource in descriptor["resources"]:
            data = package.read(resource["path"])
            assert resource["bytes"] == len(data)
            assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
            heading = next(csv.reader(io.StringIO(data.decode(), newline="")))
            assert [field["name"] for field in resource["schema"]["fields"]] == heading


def test_a_package_made_again_is_the_same_but_for_its_date(store: Store, tmp_path: Path) -> None:
    one, same = pack(store, tmp_path / "a.zip"), pack(store, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    later = pack(store, tmp_path / "c.zip", created=LATER)
    assert {name for name in one.namelist() if one.read(name) != later.read(name)} == DATED
    assert compare_packages(tmp_path / "a.zip", tmp_path / "c.zip") == []
    for package in (one, same, later):
        package.close()


def test_a_package_is_made_again_from_its_manifest(store: Store, tmp_path: Path) -> None:
    made, again = tmp_path / "a.zip", tmp_path / "again.zip"
    pack(store, made, Selection(q="القتال"), without=["url"], lang="en").close()
    again.write_bytes(b"".join(remade_blocks(store, made, made_by="Bayan 0.0", created=LATER)))
    assert compare_packages(made, again) == []
    store.save(make_batch(1, first=50), extractor="2")
    again.write_bytes(b"".join(remade_blocks(store, made, made_by="Bayan 0.1", created=LATER)))
    told = "\n".join(compare_packages(made, again))
    for what in ("made_by: ", "corpus: ", "extractors: ", "data/statements.csv: other bytes ("):
        assert what in told


def test_what_is_no_package_is_said(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    for content in (b"", b"no zip", _zip({}), _zip({"manifest.json": "{"}), _zip({"manifest.json": "{}"})):
        path.write_bytes(content)
        with pytest.raises(UsageError, match=r"no package of Bayan|manifest cannot be read"):
            list(remade_blocks(store, path, made_by="Bayan 0.0", created=LATER))


def _zip(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()
