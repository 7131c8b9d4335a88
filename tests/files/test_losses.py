"""What a format cannot hold is known beforehand, and said when something is saved."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from journeykit import (
    DefinitionError,
    FileError,
    Goal,
    Journey,
    JourneyModel,
    LossyFormatWarning,
    Note,
    Persona,
    Touchpoint,
    Transition,
    dumps,
    files,
    load,
    loads,
    save,
    testing,
)
from journeykit.files import losses
from journeykit.files.formats import FORMATS, Format
from journeykit.files.loss import Loss, lost_between

VISIT = Journey("visit", touchpoints=["door", "desk"])


def names_only(content: bytes, file: str, *, shout: bool = False) -> Journey:
    """Read the keys of touchpoints, for a format that holds no more than that."""
    assert file
    words = content.decode().upper() if shout else content.decode()
    return Journey("visit", touchpoints=words.split())


def write_names(subject: Any, file: str, lang: str) -> bytes:  # noqa: ANN401 - as formats do
    """Write the keys of touchpoints."""
    assert file
    assert lang
    return " ".join(spot.key for spot in subject.touchpoints).encode()


def lost_names(subject: Any, file: str, lang: str) -> tuple[Loss, ...]:  # noqa: ANN401 - as formats do
    """Find what is not written."""
    return lost_between(subject, names_only(write_names(subject, file, lang), file))


@pytest.fixture(autouse=True)
def _formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a format that holds little, one only to read, and one only to write."""
    way_out = "copy it into a .names file"
    for name, form in {
        "names": Format("Names", names_only, write_names, lost_names, ("shout",)),
        "read": Format("Read", names_only, None, lost_names, way_out=way_out),
        "written": Format("Written", None, write_names, way_out=way_out),
    }.items():
        monkeypatch.setitem(FORMATS, name, form)


@given(testing.journeys() | testing.models() | testing.personas())
def test_own_formats(noun: Journey | JourneyModel | Persona) -> None:
    """Nothing is lost in the formats that are made for it."""
    assert losses(noun, "json") == losses(noun, "yaml") == ()


def test_toml() -> None:
    """TOML loses nothing either; what it has no word for it refuses to write."""
    assert losses(VISIT.evolve(data={"x": [1.5, True]}), "toml") == ()


@pytest.mark.parametrize(
    ("ask", "problem"),
    [
        (lambda: losses(VISIT, "jsn"), "unknown format 'jsn', did you mean 'json'?; known are "),
        (lambda: losses(5, "json"), "what is saved must be a Journey, "),  # type: ignore[arg-type]
        (lambda: losses(VISIT.evolve(data={"x": None}), "toml"), "TOML has no word for None"),
        (lambda: dumps(VISIT, "read"), "Read cannot be written; copy it into a .names file"),
        (lambda: save(VISIT, "x.read"), "Read cannot be written; copy it into a .names file"),
        (lambda: loads("x", "written"), "Written cannot be read; copy it into a .names file"),
        (lambda: load("x.written"), "Written cannot be read; copy it into a .names file"),
    ],
)
def test_refused(ask: Callable[[], object], problem: str) -> None:
    """What cannot be written at all is refused, as it is when it is saved."""
    with pytest.raises(FileError) as caught:
        ask()
    assert caught.value.problems[0].startswith(problem)


def test_warnings(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    """One warning lists what is lost, points to the caller, and names the file and a way out."""
    path = tmp_path / "x.names"
    save(VISIT, path)
    assert load(path) == VISIT
    assert not recwarn.list
    rich = VISIT.evolve(state="future", transitions=[Transition("door", "desk")])
    assert losses(rich, "names") == (Loss("state"), Loss("transitions"))
    assert not recwarn.list
    save(rich, path)
    dumps(rich, "names")
    said = "Names cannot hold state, transitions; save as .toml, .yaml or .json to keep everything"
    assert [str(each.message) for each in recwarn.list] == [f"{path}: {said}", f"<text>: {said}"]
    for each in recwarn.list:
        assert each.category is LossyFormatWarning
        assert each.filename == __file__


@pytest.mark.filterwarnings("error::journeykit.LossyFormatWarning")
def test_strict_callers(tmp_path: Path) -> None:
    """Where the warning is an error, nothing is written."""
    with pytest.raises(LossyFormatWarning):
        save(VISIT.evolve(state="future"), tmp_path / "x.names")
    assert not list(tmp_path.iterdir())


# --- what is different --------------------------------------------------------------------

LONG = Journey(
    "long",
    {"en": "Long", "nl": "Lang"},
    model=JourneyModel("own", phases=["first", "second"], lanes=["row"]),
    persona=Persona("sanne", segment="Curls"),
    touchpoints=[Touchpoint(key, phase="first", channel="website") for key in "abcde"],
    transitions=[Transition("a", "b", 1), Transition("b", "c", 2)],
    notes=[Note("row", "first", "x"), Note("row", "first", "y"), Note("row", "second", "z")],
    goals=[Goal("nps"), Goal("sales")],
)


def changed(**fields: Any) -> list[str]:  # noqa: ANN401 - any field of a journey
    """Return what is said of a journey that came back with some fields changed."""
    return [str(loss) for loss in lost_between(LONG, LONG.evolve(**fields))]


@given(testing.journeys())
def test_nothing_is_different(journey: Journey) -> None:
    """What is the same has lost nothing."""
    assert lost_between(journey, journey) == ()


def test_fields() -> None:
    """Fields are told by their names, with the parts that have them."""
    assert changed(state="future", persona=None) == ["persona", "state"]
    assert changed(persona=Persona("sanne")) == ["persona.segment"]
    assert changed(label="Long") == ["label (one language fits)"]
    assert changed(label="Short") == ["label"]
    assert changed(transitions=[]) == ["transitions"]
    bare = [Touchpoint(key, phase="first") for key in "abcde"]
    assert changed(touchpoints=bare) == ["touchpoints.channel of 'a', 'b', 'c' and 2 more"]
    two = [*LONG.touchpoints[:3], *bare[3:]]
    assert changed(touchpoints=two) == ["touchpoints.channel of 'd' and 'e'"]
    light = [Transition("a", "b", 1), Transition("b", "c")]
    assert changed(transitions=light) == ["transitions.weight of 'b → c'"]
    other = [Note("row", "first", "x"), Note("row", "first", "q"), Note("row", "second", "z")]
    assert changed(notes=other) == ["notes.text of 'row × first'"]
    assert changed(route=["a"]) == ["route"]


def test_parts() -> None:
    """Parts that went, that came, that moved and that have other keys are told apart."""
    assert changed(goals=["nps"]) == ["goals of 'sales'"]
    assert changed(goals=["nps", "sales", "more"]) == ["goals of 'more' (added)"]
    assert changed(goals=["sales", "nps"]) == ["goals (another order)"]
    assert changed(goals=["nps", "turnover"]) == [
        "goals.key of 'sales'",
        "goals.label of 'sales'",
    ]
    other = Journey("visit", touchpoints=["gate", "desk"])
    assert lost_between(VISIT, other) == (
        Loss("touchpoints.key", ("door",)),
        Loss("touchpoints.label", ("door",)),
    )
    fewer = [Note("row", "first", "x"), Note("row", "second", "z")]
    assert changed(notes=fewer) == ["notes of 'row × first'"]


def test_reasons() -> None:
    """Where it is known what fits, no more is said."""
    other = LONG.evolve(model=JourneyModel("own", phases=["first", "second"], lanes=["row", "x"]))
    assert [str(loss) for loss in lost_between(LONG, other)] == ["model.lanes of 'x' (added)"]
    reasons = {"model": "only the phases fit"}
    assert lost_between(LONG, other, reasons=reasons) == (
        Loss("model", reason="only the phases fit"),
    )


def test_options() -> None:
    """A reader is told what it can be told, and nothing else."""
    content = b"door"
    form = FORMATS["names"]
    given_none = {"shout": True, "scale": None}
    assert files._read(form, content, "x", given_none) == Journey("visit", touchpoints=["DOOR"])  # noqa: SLF001
    with pytest.raises(FileError, match=r"^x: Names is read without scale=; leave it out$"):
        files._read(form, content, "x", {"scale": (1, 5)})  # noqa: SLF001


@pytest.mark.parametrize("kind", ["csv", "tsv", "xlsx", "mermaid", "graphml", "dot"])
def test_languages_that_are_none(kind: str) -> None:
    """What is no language is told in the same way for all formats that hold one."""
    nothing: Any = None
    said = "language must be a language tag such as 'nl', not None"
    with pytest.raises(DefinitionError, match=said):
        losses(VISIT.evolve(label={"en": "Visit", "nl": "Bezoek"}), kind, lang=nothing)
