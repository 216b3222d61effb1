"""The compiled engine reads as its sources do, and is refused when these have changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "data" / "demo" / "gold.jsonl"
UNUSED = shutil.ignore_patterns("__pycache__", "build", "*.so")


def copy_checkout(folder: Path) -> Path:
    shutil.copytree(ROOT / "lib", folder / "lib", ignore=UNUSED)
    (folder / "data").symlink_to(ROOT / "data")
    for name in ("compile.py", "pyproject.toml"):
        shutil.copy2(ROOT / name, folder / name)
    return folder / "lib"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``lib`` of a copy of this checkout as it is written."""
    return copy_checkout(tmp_path_factory.mktemp("sources"))


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``lib`` of a copy whose engine is compiled, without gcc's optimisation: that takes longest."""
    if shutil.which("cc") is None or not Path(sysconfig.get_path("include"), "Python.h").exists():
        pytest.skip("no C compiler or no headers of Python: `make compiled` is not tested")
    lib = copy_checkout(tmp_path_factory.mktemp("compiled"))
    subprocess.run([sys.executable, "compile.py", "0"], cwd=lib.parent, check=True)
    return lib


def bayan(lib: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What a command of a checkout says."""
    command = [sys.executable, "-m", "bayan", *arguments]
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": str(lib)}, capture_output=True, text=True)


def test_the_compiled_engine_finds_the_same(compiled: Path, sources: Path) -> None:
    found, expected = (bayan(lib, "extract", "--explain", str(DEMO)) for lib in (compiled, sources))
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout == expected.stdout != ""


def test_a_module_that_was_changed_since_is_named_and_nothing_runs(compiled: Path) -> None:
    source = compiled / "bayan" / "extract" / "cast.py"
    kept = source.stat()
    os.utime(source)
    said = bayan(compiled, "extract", str(DEMO))
    os.utime(source, ns=(kept.st_atime_ns, kept.st_mtime_ns))
    assert (said.returncode, said.stdout) == (2, "")
    assert str(source) in said.stderr and "make compiled" in said.stderr
    assert said.stderr.count("\n") == 1
