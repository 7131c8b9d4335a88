"""What is saved is what is loaded: the identity, for everything that can be made."""

import json
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    Channel,
    FileError,
    Goal,
    Journey,
    JourneyModel,
    Lane,
    Note,
    Persona,
    Phase,
    Text,
    Touchpoint,
    Trait,
    Transition,
    dumps,
    load,
    loads,
    presets,
    save,
    testing,
)

FORMATS = ("json", "yaml", "toml")
# Keys and words that one format or another reads as something else.
ODD = (
    *("on", "off", "yes", "no", "y", "n", "null", "Null", "~", "true", "False", "", " "),
    *("1", "012", "0x1F", "0o17", "1e3", "1_000", ".5", "1.", ".inf", "-.INF", ".nan", "nan"),
    *("2020-01-01", "12:30", "2020-01-01T00:00:00Z", "<<", "=", "!!str x", "&a", "*a", "|", ">"),
    *("- x", "? x", "a: b", "#x", "%x", "@x", "`x", "[", "]", "{", "}", ",", "'", '"', '"""'),
    *("'''", "\\", "\\n", "\\U0001F600", "\\\\U0001F600", "a.b", "[a]", "[[a]]", "a = 1"),
    *("\n", "\r", "\r\n", "\t", "a\n", "\na", "a\n\nb", " a", "a ", "a\n ", "\x00", "\x1b", "\x7f"),
    *("\x85", "\xa0", "\u2028", "\u2029", "\ufeff", "a\ufeffb", "\ufffe", "\uffff", "\ud7ff"),
    *("😀", "\\😀", "\U0010ffff", "\U0001fffe", "é", "e\u0301", "\u202e", "\u200d", "x" * 10_000),
)
EVERYTHING = Journey(
    "all",
    {"en": "All", "nl": "Alles"},
    model=JourneyModel(
        "own",
        "Own",
        phases=[
            Phase("first", stage="awareness", also=["service", "loyalty"], fit="loose"),
            Phase("second", customer_goal="A goal", business_goal={"en": "Another"}),
        ],
        lanes=[Lane("row", kind="quotes", line="Line"), "other"],
        transitions=[Transition("first", "second"), Transition("second", "first", kind="repeat")],
        notes=[Note("row", "first", "")],
        aliases=["ours"],
        starts_with="A start",
        ends_with=["", {"nl": "Einde"}],
        cyclic=False,
    ),
    persona=Persona(
        "sanne",
        goals=["One", {"en": "Two"}],
        channels=["website"],
        channel_shares={"website": 0.25, "on": 1},
        traits=["Curious", {"low": "A language"}, Trait("Low", {"en": "High"}, 0.5)],
        sources=["12 interviews"],
    ),
    state="future",
    touchpoints=[
        Touchpoint("desk", phase="first", lane="row", channel="kiosk", emotion=-1.5, importance=5),
        Touchpoint("door", moment_of_truth="zmot", owner="Ada", evidence="qualitative"),
    ],
    transitions=[
        Transition(START, "desk", 3, count=3),
        Transition("desk", "door", 0.5, median_wait=timedelta(days=1, hours=12, minutes=30)),
        Transition("door", "door", reason="Again", label="x", description="y"),
        Transition("door", CONVERSION, median_wait=timedelta(days=3)),
        Transition("door", DROP_OFF, median_wait=timedelta(microseconds=1)),
    ],
    route=["door", "desk", "door"],
    notes=[Note("other", "second", "Words", touchpoint="desk", source="?", scores={"severity": 4})],
    goals=[
        Goal(
            "nps",
            phase="first",
            metric="NPS",
            unit="%",
            baseline=1,
            target=2.5,
            start=date(1, 1, 1),
            due=date(2026, 5, 31),
        )
    ],
    channels=[Channel("kiosk", realm="hybrid", media="owned")],
    starts_with="Start",
    ends_with=["End"],
    data={"list": [1, [2.5, {}], {"a": [], "b": {"c": True}}], "on": "off", "": -(2**63 - 1)},
)


def holds_none(value: object) -> bool:
    """Tell whether None stands anywhere in plain data."""
    if isinstance(value, dict):
        return any(map(holds_none, value.values()))
    return any(map(holds_none, value)) if isinstance(value, list) else value is None


def exact(noun: Journey | JourneyModel | Persona) -> str:
    """Return all of a noun as text in which True is not 1; TOML keeps no order of sections."""
    return json.dumps(json.loads(dumps(noun, "json")), sort_keys=True)


def check_identity(noun: Journey | JourneyModel | Persona, kind: str) -> None:
    """Hold that a noun survives a format, to the last True that is not 1."""
    if kind == "toml" and holds_none(json.loads(dumps(noun, "json"))):
        with pytest.raises(FileError, match="TOML has no word for None"):
            dumps(noun, kind)
        return
    text = dumps(noun, kind)
    again = loads(text, kind)
    assert again == noun
    assert exact(again) == exact(noun)
    assert dumps(again, kind) == text


@pytest.fixture(params=[True, False], ids=["C", "Python"])
def _both_yamls(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with PyYAML's reader and writer in C, and with those in Python."""
    assert yaml.__with_libyaml__
    if not request.param:
        monkeypatch.setattr(yaml, "__with_libyaml__", False)
        monkeypatch.delattr(yaml, "CBaseLoader")
        monkeypatch.delattr(yaml, "CBaseDumper")


class Place(StrEnum):
    """Keys that are more than strings."""

    DESK = "desk"


@pytest.mark.parametrize("kind", FORMATS)
def test_strings_that_are_more(kind: str) -> None:
    """Members of an Enum and the strings of arrays are written as the strings that they are."""
    journey = Journey(
        np.str_("visit"),
        touchpoints=[Touchpoint(Place.DESK, data={np.str_("seen"): Place.DESK})],
        route=[Place.DESK],
    )
    again = loads(dumps(journey, kind), kind)
    assert again == journey
    assert isinstance(again, Journey)
    assert type(again.touchpoint("desk").key) is str


@pytest.mark.parametrize("kind", FORMATS)
@given(journey=testing.journeys())
def test_journeys(kind: str, journey: Journey) -> None:
    """A journey comes back as it went, in each format."""
    check_identity(journey, kind)


@pytest.mark.parametrize("kind", FORMATS)
@given(model=testing.models())
def test_models(kind: str, model: JourneyModel) -> None:
    """A model comes back as it went, in each format."""
    check_identity(model, kind)


@pytest.mark.parametrize("kind", FORMATS)
@given(persona=testing.personas())
def test_personas(kind: str, persona: Persona) -> None:
    """A persona comes back as it went, in each format."""
    check_identity(persona, kind)


@pytest.mark.parametrize("kind", FORMATS)
@given(words=st.text())
def test_words(kind: str, words: str) -> None:
    """Any words come back, as a key, as a label, as own data and as a key of own data."""
    key = words if words.strip() else "blank"
    check_identity(Persona(key, words, description={"en": words}, data={words: [words]}), kind)


@pytest.mark.usefixtures("_both_yamls")
@pytest.mark.parametrize("words", ODD, ids=ascii)
def test_odd_words(words: str) -> None:
    """Words that YAML reads as something else come back, whichever reader there is."""
    spot = Touchpoint(f"{words}.", {"en": words, "nl": "x"}, data={words: words, "x": {words: [1]}})
    check_identity(Journey("x", words, touchpoints=[spot], ends_with=[words]), "yaml")


@pytest.mark.parametrize("kind", ["json", "toml"])
@pytest.mark.parametrize("words", ODD, ids=ascii)
def test_odd_words_elsewhere(words: str, kind: str) -> None:
    """Words that might be read as something else come back."""
    spot = Touchpoint(f"{words}.", {"en": words, "nl": "x"}, data={words: words, "x": {words: [1]}})
    check_identity(Journey("x", words, touchpoints=[spot], ends_with=[words]), kind)


@pytest.mark.usefixtures("_both_yamls")
@pytest.mark.parametrize("kind", FORMATS)
def test_everything(kind: str) -> None:
    """Each field of each noun comes back."""
    check_identity(EVERYTHING, kind)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", presets.names())
def test_presets(name: str, kind: str) -> None:
    """Each ready-made model comes back, also as the model of a journey."""
    model = presets.get(name)
    check_identity(model, kind)
    check_identity(Journey("mine", model=model), kind)
    check_identity(Journey("mine", model=model.evolve(key="own")), kind)


@pytest.mark.parametrize("kind", FORMATS)
@given(wait=st.timedeltas(min_value=timedelta(0)))
def test_waits(kind: str, wait: timedelta) -> None:
    """Any waiting time comes back to the microsecond."""
    move = Transition("desk", "desk", median_wait=wait)
    check_identity(Journey("visit", touchpoints=["desk"], transitions=[move]), kind)


@pytest.mark.parametrize("kind", FORMATS)
@given(number=st.floats(0, allow_infinity=False) | st.integers(0, 2**63 - 1))
def test_numbers(kind: str, number: float) -> None:
    """Any number comes back, whole ones as whole ones."""
    move = Transition("desk", "desk", number)
    check_identity(Journey("visit", touchpoints=["desk"], transitions=[move]), kind)


@pytest.mark.parametrize(
    ("suffix", "begin"),
    [
        (".json", '{\n  "journeykit": 1,'),
        (".JSON", '{\n  "journeykit": 1,'),
        (".yaml", "journeykit: 1\n"),
        (".yml", "journeykit: 1\n"),
        (".toml", "journeykit = 1\n"),
    ],
)
@pytest.mark.parametrize("as_text", [True, False])
def test_files(suffix: str, begin: str, as_text: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """The suffix tells the format; strings and path objects are paths."""
    path = tmp_path / f"visit{suffix}"
    save(EVERYTHING, str(path) if as_text else path)
    assert path.read_text(encoding="utf-8").startswith(begin)
    assert load(str(path) if as_text else path) == EVERYTHING
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("change", ["mark", "windows", "mark and windows"])
def test_editors(kind: str, change: str, tmp_path: Path) -> None:
    """What editors add, a byte order mark and other line ends, changes nothing."""
    content = dumps(EVERYTHING, kind)
    if "windows" in change:
        content = content.replace("\n", "\r\n")
    path = tmp_path / f"visit.{kind}"
    path.write_bytes(content.encode("utf-8-sig" if "mark" in change else "utf-8"))
    assert load(path) == EVERYTHING
    assert loads(f"\ufeff{content}" if "mark" in change else content, kind) == EVERYTHING


def test_same_words_of_all_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML writes the same in C and in Python, except for keys that are empty."""
    journey = EVERYTHING.evolve(data={"on": "off", "~": ["😀", "\u2028", []]})
    fast = dumps(journey, "yaml")
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert dumps(journey, "yaml") == fast


def test_words_in_order() -> None:
    """The order of languages is kept: the first is what is shown where nothing fits."""
    text = Text({"nl": "Eén", "de": "Eins"})
    for kind in FORMATS:
        again = loads(dumps(Persona("one", text), kind), kind)
        assert again.label.pick("fr") == "Eén"
