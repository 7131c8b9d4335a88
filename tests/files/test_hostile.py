"""Files that were made to do harm: each is refused in one line, soon, and within little memory."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
PROGRAMS = {
    **dict.fromkeys(["json", "yaml", "toml", "mmd", "md", "graphml"], FOLDER / "attacks.py"),
    **dict.fromkeys(["csv", "tsv", "xlsx"], FOLDER / "attacks_tables.py"),
}
SECONDS = 2.0
MOST_CHARACTERS = 10_000


def names(suffix: str) -> list[str]:
    """Return the names of the attacks on one format."""
    spec = importlib.util.spec_from_file_location("attacks", PROGRAMS[suffix])
    assert spec is not None
    assert spec.loader is not None
    attacks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(attacks)
    return list(attacks.names(suffix))


def unmeasured() -> dict[str, str]:
    """Return an environment in which no coverage is measured, for that takes most of the time."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


@pytest.mark.parametrize("suffix", PROGRAMS)
def test_attacks(suffix: str, tmp_path: Path) -> None:
    """No attack crashes, runs wild, loads, or leaves anything behind."""
    done = subprocess.run(
        [sys.executable, str(PROGRAMS[suffix]), str(tmp_path), suffix],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
        env=unmeasured(),
        stdin=subprocess.DEVNULL,
    )
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, ""), f"in {rows[-1:]}"
    assert [row[0] for row in rows] == names(suffix)
    for name, seconds, message in rows:
        assert float(seconds) < SECONDS, name
        assert len(message) < MOST_CHARACTERS, name
        assert f"attack.{suffix}: " in message, name
    assert [path.name for path in tmp_path.iterdir()] == [f"attack.{suffix}"]
