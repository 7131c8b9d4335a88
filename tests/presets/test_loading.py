"""Presets cost nothing until they are asked for, and read no files."""

import subprocess
import sys
from pathlib import Path

LAZY = """
import sys
import journeykit.presets as presets
loaded = {name for name in sys.modules if name.startswith("journeykit.presets.")}
assert loaded == {"journeykit.presets._lookup"}, loaded
assert "importlib.metadata" not in sys.modules
presets.AIDA
assert "journeykit.presets.funnels" in sys.modules
assert "journeykit.presets.buying" not in sys.modules
assert "importlib.metadata" not in sys.modules
"""

# Python asks its hooks before it opens a file; importing a module opens the module.
FILES = """
import sys
import journeykit.journey

opened = []
def watch(event, arguments):
    if event == "open" and not str(arguments[0]).endswith((".py", ".pyc")):
        opened.append(arguments[0])
sys.addaudithook(watch)

from journeykit import presets
for family in presets.families():
    presets.family(family)
presets.SALON, presets.RACI, presets.BUYING_CENTER
presets.audit.QUESTIONS, presets.channels.names(), presets.homonyms.names(), presets.lanes.names()
assert opened == [], opened
open(sys.argv[1]).close()
assert opened == [sys.argv[1]], opened
"""


def run(code: str, *arguments: str) -> str:
    """Run code in a fresh interpreter that writes no bytecode, and return its complaints."""
    return subprocess.run(
        [sys.executable, "-B", "-c", code, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
    ).stderr


def test_families_are_loaded_when_asked_for() -> None:
    """Importing the presets builds no model; a constant loads its family alone."""
    assert run(LAZY) == ""


def test_no_files_are_read(tmp_path: Path) -> None:
    """Loading every preset opens nothing but modules."""
    file = tmp_path / "file.txt"
    file.touch()
    assert run(FILES, str(file)) == ""
