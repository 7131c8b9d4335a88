"""The only way to an optional package."""

import json
import sys
from pathlib import Path

import pytest

from journeykit import MissingDependencyError
from journeykit._optional import optional_module


def test_a_package_that_is_there_is_imported() -> None:
    """The module itself comes back, also one inside a package."""
    assert optional_module("json", extra="x", purpose="a test") is json
    assert optional_module("json.decoder", extra="x", purpose="a test") is json.decoder


@pytest.mark.parametrize("name", ["not_there", "not_there.inside"])
def test_a_package_that_is_missing_is_named_with_its_extra(name: str) -> None:
    """The message says what needs it, and how to get it."""
    with pytest.raises(MissingDependencyError) as caught:
        optional_module(name, extra="yaml", purpose="reading YAML")
    assert str(caught.value) == (
        "reading YAML needs the package 'not_there'; "
        "install it with: pip install 'journeykit[yaml]'"
    )
    assert caught.value.package == "not_there"
    assert caught.value.extra == "yaml"


def test_an_import_that_is_blocked_counts_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """So does what an environment hides on purpose."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(MissingDependencyError):
        optional_module("yaml", extra="yaml", purpose="reading YAML")


def test_a_broken_package_is_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a package is there but lacks something itself, that is what is told."""
    (tmp_path / "half_installed.py").write_text("import not_there_either", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="not_there_either"):
        optional_module("half_installed", extra="x", purpose="a test")


def test_an_error_without_a_name_is_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is guessed about errors that do not say what is missing."""
    (tmp_path / "nameless.py").write_text("raise ModuleNotFoundError('why?')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match=r"why\?"):
        optional_module("nameless", extra="x", purpose="a test")
