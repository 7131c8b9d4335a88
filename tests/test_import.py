"""What an import brings with it, and what the library can do without its extras."""

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

import pytest

import journeykit

HEAVY = ("cattrs", "graphviz", "hypothesis", "narwhals", "networkx", "numpy", "yaml")

# Where each optional package may be asked for.
HOMES = {
    "duckdb": "events",
    "hypothesis": "testing",
    "openpyxl": "files",
    "polars": "events",
    "pygraphviz": "drawing",
    "pyphen": "drawing",
    "scipy": "analysis",
    "tomli_w": "files",
    "yaml": "files",
}
OPTIONAL = tuple(HOMES)
ASKED = re.compile(r'optional_module\(\s*"(?P<name>\w+)[\w.]*",\s*extra="(?P<extra>\w+)"')

# What a user without a single extra does; run as a program of its own, because only a fresh
# interpreter has imported nothing yet.
WITHOUT_EXTRAS = f"""
import sys

for name in {OPTIONAL!r}:
    sys.modules[name] = None  # an import of it fails, as if it were not installed

import journeykit as jk

visit = jk.Journey(
    "visit",
    touchpoints=["door", "desk", "exit"],
    transitions=jk.sequence("door", "desk", "exit"),
)
picture = jk.draw(visit)
picture.save("visit.svg")
jk.save(visit, "visit.json")
assert jk.load("visit.json") == visit
assert jk.to_networkx(visit).number_of_nodes() >= 3
jk.save(visit, "visit.yaml")
"""


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh interpreter, with the folder as its working directory."""
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(
    "code",
    [
        "import journeykit",
        "from journeykit import Journey, JourneyModel, Persona, Touchpoint",
        "from journeykit.presets import AIDA",
    ],
)
def test_import_is_light(code: str, tmp_path: Path) -> None:
    """Nouns and presets load no package but attrs."""
    done = run(f"import sys; {code}; print(*sorted(sys.modules))", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert set(HEAVY).isdisjoint(done.stdout.split())


def test_without_extras(tmp_path: Path) -> None:
    """A plain install models, draws an SVG, saves JSON; for the rest it names the extra."""
    done = run(WITHOUT_EXTRAS, tmp_path)
    assert (tmp_path / "visit.svg").read_text(encoding="utf-8").startswith("<")
    assert (tmp_path / "visit.json").exists()
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("journeykit.errors.MissingDependencyError: ")
    assert "journeykit[yaml]" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("name", OPTIONAL)
def test_front_door_without_extras(name: str, tmp_path: Path) -> None:
    """Every public name is there without the optional package, except the testing kit's."""
    code = f"""
import sys
sys.modules[{name!r}] = None
import journeykit
for public in journeykit.__all__:
    if public != "testing" or {name!r} != "hypothesis":
        getattr(journeykit, public)
"""
    assert run(code, tmp_path).stderr == ""


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("journeykit.Jouney", "Journey"),
        ("journeykit.presets.AIDAA", "AIDA"),
        ("journeykit.testing.jorneys", "journeys"),
    ],
)
def test_near_names_are_suggested(slip: str, meant: str, tmp_path: Path) -> None:
    """Python knows which name was meant, though none is there before it is used."""
    done = run(f"import journeykit; {slip}", tmp_path)
    assert done.stderr.rstrip().endswith(f"Did you mean: '{meant}'?")


def test_questions_are_at_the_front_door(tmp_path: Path) -> None:
    """The modules of questions are found from the front door, each when it is first used."""
    code = "import journeykit as jk; print(jk.analysis.markov.__name__)"
    assert run(code, tmp_path).stdout == "journeykit.analysis.markov\n"


def test_homes() -> None:
    """Optional packages are asked for in their room alone, and under an extra that there is."""
    package = Path(journeykit.__file__).parent
    extras = importlib.metadata.metadata("journeykit").get_all("Provides-Extra", [])
    for path in package.rglob("*.py"):
        room = path.relative_to(package).parts[0].removesuffix(".py")
        for asked in ASKED.finditer(path.read_text(encoding="utf-8")):
            assert (asked["name"], HOMES[asked["name"]]) == (asked["name"], room)
            assert asked["extra"] in extras
