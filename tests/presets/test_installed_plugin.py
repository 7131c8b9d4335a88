"""A package with a journey model, built and installed as users would do it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "plugin_package"

SCRIPT = """
import warnings

from journeykit import presets, testing, translate
from journeykit.presets import SALON

with warnings.catch_warnings(record=True) as heard:
    warnings.simplefilter("always")
    assert presets.names()[-1] == "clinic", presets.names()
    clinic = presets.get("Polikliniek")
testing.check_model(clinic)
assert presets.get("aida").key == "aida"
told, _ = translate(SALON, clinic)
assert told.touchpoint("salon_visit").phase == "visit"
print(*sorted({str(warning.message) for warning in heard}), sep="\\n")
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return an environment in which the package is installed."""
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copytree(PACKAGE, folder / "source")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--target", str(folder / "site")]
    subprocess.run([*pip, *options, str(folder / "source")], check=True, capture_output=True)
    return {**os.environ, "PYTHONPATH": str(folder / "site"), "PYTHONIOENCODING": "utf-8"}


def test_installed_package(environment: dict[str, str]) -> None:
    """Its model is there like a built-in one; what is broken is named and harms nothing."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=environment,
    )
    assert (done.returncode, done.stderr) == (0, "")
    (warning,) = done.stdout.splitlines()
    assert "'broken'" in warning
    assert "clinic-models" in warning
    assert "NOT_THERE" in warning


def test_shell_finds_it(environment: dict[str, str], tmp_path: Path) -> None:
    """The command line draws the model."""
    done = subprocess.run(
        [sys.executable, "-m", "journeykit", "draw", "clinic", "-o", "clinic.svg"],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        env=environment,
    )
    assert done.stdout.strip() == b"clinic.svg"
    assert (tmp_path / "clinic.svg").read_bytes().startswith(b"<svg")
