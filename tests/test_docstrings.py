"""The examples in the docstrings do what they say."""

import doctest
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import journeykit

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def examples() -> Iterator[doctest.DocTest]:
    """Find the docstrings with examples in all modules of the installed library."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    names = [found.name for found in pkgutil.walk_packages(journeykit.__path__, "journeykit.")]
    for name in ["journeykit", *(name for name in names if not name.endswith("__main__"))]:
        for found in finder.find(importlib.import_module(name)):
            if found.examples:
                yield found


@pytest.mark.parametrize("example", [pytest.param(found, id=found.name) for found in examples()])
def test_docstring(
    example: doctest.DocTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each example prints what stands under it; files that it writes land in a scratch folder."""
    monkeypatch.chdir(tmp_path)
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    runner.run(example, out=report.append, clear_globs=False)
    if report:
        pytest.fail("".join(report), pytrace=False)
