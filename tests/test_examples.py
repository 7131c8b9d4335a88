"""The scripts in ``examples`` run as they stand."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = sorted((Path(__file__).parent.parent / "examples").glob("*.py"))


@pytest.mark.parametrize("script", [pytest.param(path, id=path.stem) for path in SCRIPTS])
def test_example(script: Path, tmp_path: Path) -> None:
    """A script ends well, without warnings, says something, and writes only where it is started."""
    done = subprocess.run(
        [sys.executable, "-W", "error", script],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()
