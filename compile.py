"""Compiles the modules that read articles beside their sources (`make compiled`): mypyc, the compiler of mypy, makes C
of what mypy checks. Its own command puts all into one C file, which takes the C compiler twice as long."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mypyc.build import mypycify
from setuptools import setup

LIB = Path(__file__).parent / "lib"
ROOMS = ("text", "lexicon", "actors", "extract")
UNFIT = "cached_property"
"""Compiled, a cached property is computed anew at each use: modules with one stay as they are."""


def fit_modules() -> list[str]:
    """The modules that are compiled, relative to ``lib``. Doors only import."""
    sources = [path for room in ROOMS for path in sorted((LIB / "bayan" / room).glob("*.py"))]
    fit = [path for path in sources if path.name != "__init__.py" and UNFIT not in path.read_text(encoding="utf-8")]
    return [str(path.relative_to(LIB)) for path in fit]


def main(optimise: str = "2") -> None:
    """Compile, with gcc's level of optimisation."""
    os.chdir(LIB)
    options = ["--config-file=../pyproject.toml", *fit_modules()]
    modules = mypycify(options, opt_level=optimise, multi_file=True, group_name="bayan")
    setup(name="bayan", packages=[], ext_modules=modules, script_args=["--quiet", "build_ext", "--inplace"])


if __name__ == "__main__":
    main(*sys.argv[1:])
