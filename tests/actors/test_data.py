"""The files of data/actors keep their form, and a bad row is named."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from bayan.actors import Registry, load_registry
from bayan.data import data_path
from bayan.errors import BadData

ACTOR_HEADER = "id\tkind\tname_ar\taliases\tname_en\tprincipal\n"
Edit = Callable[[str], str]


def validator(part: str) -> jsonschema.Draft202012Validator:
    schema = json.loads(data_path("schema", "actors.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator({**schema, "$ref": f"#/$defs/{part}"})


@pytest.mark.parametrize("name", ["actors.tsv", "tenures.tsv", "nationalities.tsv", "surroundings.tsv"])
def test_every_row_keeps_the_schema(name: str) -> None:
    header, *lines = data_path("actors", name).read_text(encoding="utf-8").rstrip("\n").split("\n")
    check = validator(name)
    for number, line in enumerate(lines, start=2):
        row = dict(zip(header.split("\t"), line.split("\t"), strict=True))
        assert not [error.message for error in check.iter_errors(row)], f"{name}, line {number}"


@pytest.mark.parametrize("name", ["context.yaml", "ministries.yaml", "offices.yaml", "spelling.yaml"])
def test_every_rule_file_keeps_the_schema(name: str) -> None:
    content = yaml.load(data_path("actors", name).read_bytes(), Loader=yaml.BaseLoader)
    assert not [error.message for error in validator(name).iter_errors(content)]


def test_ids_are_unique_and_every_row_has_a_source(registry: Registry) -> None:
    assert len({actor.id for actor in registry.actors}) == len(registry.actors)
    assert all(tenure.source for actor in registry.actors for tenure in actor.tenures)
    listed = data_path("actors", "actors.tsv").read_text(encoding="utf-8").count("\n") - 1
    assert listed >= 1500
    assert sum(len(actor.tenures) for actor in registry.actors) >= 2000


def test_a_wikidata_id_belongs_to_one_actor(registry: Registry) -> None:
    ids = [actor.wikidata for actor in registry.actors if actor.wikidata]
    assert len(ids) == len(set(ids)) > 1500


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(data_path("actors"), tmp_path / "actors")
    return tmp_path / "actors"


def append(line: str) -> Edit:
    return lambda text: text + line + "\n"


@pytest.mark.parametrize(
    ("name", "edit", "message"),
    [
        (
            "actors.tsv",
            append("russia\tstate\tروسيا\t\t\t\tRussia\t\t\tmine"),
            r"line \d+: the id russia is already taken",
        ),
        ("actors.tsv", append("a b\tstate\tا\t\t\t\tA\t\t\tmine"), r"'a b' is no id; write lower-case"),
        (
            "actors.tsv",
            append("new\tplanet\tا\t\t\t\tA\t\t\tmine"),
            r"'planet' is no kind of actor; write one of person",
        ),
        (
            "actors.tsv",
            append("new\tbody\tهيئة ما\t\t\t\tA\tatlantis\t\tmine"),
            r"principal 'atlantis' of new is no actor",
        ),
        ("actors.tsv", append("new\tbody"), r"2 cells instead of 10; separate cells by one tab"),
        ("tenures.tsv", append("nobody\tوزير\tMinister\t\t2020\t\tmine"), r"no actor has the id 'nobody'"),
        ("tenures.tsv", append("john-kerry\tوزير\tMinister\t\t8.7.2020\t\tmine"), r"since '8.7.2020' is no date"),
        ("tenures.tsv", append("john-kerry\tوزير\tMinister\t\t2020-07\t2019\tmine"), r"ends \(2019\) before it begins"),
        (
            "tenures.tsv",
            append("john-kerry\tوزير الخارجية المصري\tMinister\t\t2015-01-01\t2016-01-01\tmine"),
            r"tenures\.tsv, line \d+: sameh-shoukry .* and john-kerry .* overlap as",
        ),
        ("tenures.tsv", lambda text: text.replace("role_ar", "role", 1), r"line 1: unknown column 'role'"),
        ("context.yaml", lambda text: text.replace("eponyms", "eponym"), r"lacks or misuses 'eponyms'"),
        ("offices.yaml", lambda text: text + "\n: [", r"no valid YAML"),
    ],
)
def test_a_bad_row_of_the_folder_is_named(folder: Path, name: str, edit: Edit, message: str) -> None:
    path = folder / name
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(BadData, match=message):
        load_registry(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "tenures.tsv").unlink()
    with pytest.raises(BadData, match=r"tenures\.tsv: the file is missing"):
        load_registry(folder)


def test_the_version_follows_the_data(folder: Path, registry: Registry) -> None:
    assert load_registry(folder).version == registry.version
    path = folder / "actors.tsv"
    path.write_text(path.read_text(encoding="utf-8") + "new\tbody\tهيئة ما\t\t\t\tA\t\t\tmine\n", encoding="utf-8")
    assert load_registry(folder).version != registry.version


def test_bad_rows_of_a_users_file_are_told_and_the_rest_loads(tmp_path: Path) -> None:
    mine = tmp_path / "mine.tsv"
    mine.write_text(
        ACTOR_HEADER
        + "fatima-test\tperson\tفاطمة التجريبية\tالتجريبية\tFatima Test\tlibya\n"
        + "broken\tplanet\tكوكب\t\tPlanet\t\n"
        + "lost\tbody\tهيئة ضائعة\t\tLost\tatlantis\n",
        encoding="utf-8",
    )
    registry = load_registry(extra=mine)
    assert [actor.id for actor in registry.find("فاطمة التجريبية")] == ["fatima-test"]
    assert registry.principals("fatima-test") == ("libya",)
    assert registry.get("broken") is registry.get("lost") is None
    assert [problem.split(":")[0] for problem in registry.problems] == ["mine.tsv, line 3", "mine.tsv, line 4"]


def test_a_users_file_of_tenures(tmp_path: Path) -> None:
    mine = tmp_path / "mine.tsv"
    mine.write_text(
        "actor_id\trole_ar\trole_en\tsince\tuntil\n"
        "john-kerry\tالمبعوث الرئاسي الأمريكي للمناخ\tClimate envoy\t2021-01-20\t2024-03-06\n"
        "nobody\tوزير\tMinister\t2020\t\n",
        encoding="utf-8",
    )
    registry = load_registry(extra=mine)
    tenure = registry.role_on("john-kerry", date(2022, 1, 1))
    assert tenure is not None
    assert tenure.role_en == "Climate envoy"
    assert registry.problems == ("mine.tsv, line 3: no actor has the id 'nobody'; add it to actors.tsv or correct it.",)


def test_an_overlap_that_a_users_file_makes_is_told_and_left_out(tmp_path: Path) -> None:
    mine = tmp_path / "mine.tsv"
    mine.write_text(
        "actor_id\trole_ar\tsince\tuntil\njohn-kerry\tوزير الخارجية المصري\t2015-01-01\t2016-01-01\n", encoding="utf-8"
    )
    registry = load_registry(extra=mine)
    assert len(registry.problems) == 1
    assert registry.problems[0].startswith("mine.tsv, line 2: sameh-shoukry (until 2024-07-03) and john-kerry")
    holder = registry.holder("وزير الخارجية المصري", date(2015, 7, 8))
    assert holder is not None
    assert holder.id == "sameh-shoukry"


def test_a_users_file_that_is_no_table(tmp_path: Path) -> None:
    empty = tmp_path / "empty.tsv"
    empty.touch()
    with pytest.raises(BadData, match=r"empty\.tsv: the file is empty; its first line must name the columns"):
        load_registry(extra=empty)
    image = tmp_path / "image.tsv"
    image.write_bytes(b"\x89PNG\xff\xfe")
    with pytest.raises(BadData, match=r"cannot be read as UTF-8"):
        load_registry(extra=image)


def test_no_tenure_rests_on_general_knowledge_alone() -> None:
    """Whoever takes a day from the table finds a page, a table or the press of that time beside it."""
    with (data_path("actors") / "tenures.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    bare = [row["actor_id"] for row in rows if re.fullmatch(r"general knowledge( as of [\d-]+)?", row["source"])]
    assert len(rows) > 2000
    assert bare == []
