"""The rules of the house that import-linter cannot see."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "lib" / "bayan"
MODULES = sorted(PACKAGE.rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 60


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_knows_only_the_doors_it_needs(path: Path) -> None:
    allowed = {"__future__", "streamlit", "bayan.show", "bayan.queries", "bayan.export", "bayan.charts"}
    assert set(imports(path)) <= allowed


def test_the_app_knows_only_the_shell_and_the_guard() -> None:
    app = ROOT / "app.py"
    if not app.exists():
        pytest.skip("app.py is not there")
    assert set(imports(app)) <= {"__future__", "streamlit", "bayan.show", "bayan.serve"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_goes_round_its_own_door(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0]
    assert f"bayan.{room}" not in set(imports(path)) or path.parent == PACKAGE


@pytest.mark.parametrize("path", MODULES + PAGES, ids=name_of)
def test_files_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_is_narrow_and_says_what_it_is(room: str) -> None:
    door = importlib.import_module(f"bayan.{room}")
    assert door.__doc__
    assert len(door.__all__) <= 10
    assert all(hasattr(door, name) for name in door.__all__)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_pattern_has_a_possessive_group(path: Path) -> None:
    """Python before 3.11.5 reads them wrongly (python/cpython#106052): Debian 12 has 3.11.2."""
    assert not re.search(r"\)[*+?]\+", path.read_text(encoding="utf-8"))
