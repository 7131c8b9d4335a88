"""Models from installed packages: found, checked, and reported when they cannot be used."""

import subprocess
import sys
import warnings
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from journeykit import UnknownKeyError, presets

Install = Callable[..., None]

CLINIC = """
from journeykit import JourneyModel

CLINIC = JourneyModel(
    "clinic",
    {"en": "Clinic visit", "nl": "Polibezoek"},
    phases=["referral", "visit", "aftercare"],
    aliases=["poli", "AIDA-model"],
)
NOT_A_MODEL = "clinic"
TAKEN = CLINIC.evolve(key="AIDA")
TWIN = CLINIC.evolve(key="Clinic")
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Return a function that puts a package with entry points where Python looks for them."""
    monkeypatch.syspath_prepend(tmp_path)

    def put(name: str, code: str, *entries: str) -> None:
        module = name.replace("-", "_")
        (tmp_path / f"{module}.py").write_text(code, encoding="utf-8")
        info = tmp_path / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8"
        )
        lines = "\n".join(entries)
        (info / "entry_points.txt").write_text(f"[journeykit.models]\n{lines}\n", encoding="utf-8")
        monkeypatch.delitem(sys.modules, module, raising=False)

    return put


def test_plugin(install: Install) -> None:
    """A model of an installed package is there like a built-in one, after these."""
    install("clinic-models", CLINIC, "clinic = clinic_models:CLINIC")
    assert presets.names()[-1] == "clinic"
    assert presets.get("Clinic") is presets.get("poli")
    assert [model.key for model in presets.search("polibezoek")] == ["clinic"]


def test_alias_of_a_built_in_stays(install: Install) -> None:
    """A plug-in that claims a built-in model's alias does not get it."""
    install("clinic-models", CLINIC, "clinic = clinic_models:CLINIC")
    assert presets.get("AIDA-model") is presets.AIDA


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("bad = clinic_models:MISSING", "AttributeError: .*MISSING"),
        ("bad = no_such_module_at_all:MODEL", "ModuleNotFoundError: .*no_such_module_at_all"),
        ("bad = clinic_models:NOT_A_MODEL", "it must be a JourneyModel, not 'clinic'"),
        ("bad = clinic_models:TAKEN", "its key 'AIDA' is taken by another model"),
        ("twin = clinic_models:TWIN", "its key 'Clinic' is taken by another model"),
    ],
)
def test_broken_plugin(install: Install, entry: str, reason: str) -> None:
    """What cannot be used is named with its package, and everything else is there."""
    install("clinic-models", CLINIC, "clinic = clinic_models:CLINIC", entry)
    name = entry.partition(" ")[0]
    with pytest.warns(
        RuntimeWarning, match=f"'{name}'.*'clinic-models' is left out: {reason}"
    ) as seen:
        names = presets.names()
    assert len(seen) == 1
    assert names[-1] == "clinic"
    assert seen[0].filename == __file__


@pytest.mark.parametrize(
    "code",
    ["raise ValueError('two\\nlines')", "raise SystemExit(3)", "def (", "import nothing_here"],
)
def test_plugin_that_fails_to_import(install: Install, code: str) -> None:
    """Whatever a plug-in does when it is imported, it does not take the others down."""
    install("broken", code, "broken = broken:MODEL")
    install("clinic-models", CLINIC, "clinic = clinic_models:CLINIC")
    with pytest.warns(RuntimeWarning, match="'broken' is left out: ") as seen:
        assert presets.get("poli").key == "clinic"
    assert len(seen) == 1
    assert "\n" not in str(seen[0].message)
    with pytest.warns(RuntimeWarning, match="broken"):
        assert presets.search("polibezoek")


def test_built_in_models_do_not_wait_for_plugins(install: Install) -> None:
    """A built-in model, and a family, is found without a look at plug-ins."""
    install("broken", "raise ValueError", "broken = broken:MODEL")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert presets.get("aida") is presets.AIDA
        assert presets.family("intents") == (presets.SEE_THINK_DO_CARE,)


def test_error_knows_plugins(install: Install) -> None:
    """A wrong name may be near to that of a plug-in."""
    install("clinic-models", CLINIC, "clinic = clinic_models:CLINIC")
    with pytest.raises(UnknownKeyError, match="did you mean 'clinic'"):
        presets.get("clinik")


def test_package_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry point that belongs to no package is reported as well."""
    stray = metadata.EntryPoint("stray", "no_such_module_at_all:MODEL", "journeykit.models")
    monkeypatch.setattr(metadata, "entry_points", lambda *, group: [stray][: bool(group)])
    with pytest.warns(RuntimeWarning, match="'stray'.*of the package 'unknown'"):
        presets.names()


def test_shell_says_what_is_left_out(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command line says it in one line, once, and does what it was asked for."""
    install(
        "clinic-models", CLINIC, "bad = clinic_models:NOT_A_MODEL", "clinic = clinic_models:CLINIC"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-m", "journeykit", "models", "--search", "poli"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    assert done.stdout == "clinic  Clinic visit\n"
    assert done.stderr == (
        "journeykit: warning: journey model 'bad' (clinic_models:NOT_A_MODEL) of the package "
        "'clinic-models' is left out: it must be a JourneyModel, not 'clinic'\n"
    )
