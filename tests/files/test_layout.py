"""What stands in files: as much as is needed, the way a person would write it."""

from datetime import date, timedelta

import pytest

from journeykit import (
    CONVERSION,
    START,
    Goal,
    Journey,
    JourneyModel,
    Lane,
    Persona,
    Phase,
    Touchpoint,
    Transition,
    dumps,
    loads,
    presets,
    sequence,
)
from journeykit.files.native import to_plain
from journeykit.presets import AIDA

VISIT = Journey(
    "visit",
    {"en": "A visit", "nl": "Een bezoek"},
    model=AIDA,
    persona="sanne",
    touchpoints=[
        Touchpoint("ad", {"en": "Advert", "nl": "Advertentie"}, phase="attention"),
        Touchpoint("site", phase="interest", emotion=0.5, data={"on": [], "opened": {"by": "Ada"}}),
    ],
    transitions=[Transition(START, "ad"), Transition("ad", "site", 0.4)],
    goals=[Goal("nps", due=date(2026, 5, 31))],
)
TOML = """\
journeykit = 1
key = "visit"
label = { en = "A visit", nl = "Een bezoek" }
model = "aida"
persona = "sanne"
transitions = [
    { source = "START", target = "ad" },
    { source = "ad", target = "site", weight = 0.4 },
]
goals = [
    { key = "nps", due = 2026-05-31 },
]

[[touchpoints]]
key = "ad"
label = { en = "Advert", nl = "Advertentie" }
phase = "attention"

[[touchpoints]]
key = "site"
phase = "interest"
emotion = 0.5

[touchpoints.data]
on = []
opened = { by = "Ada" }
"""
YAML = """\
journeykit: 1
key: "visit"
label:
  en: "A visit"
  nl: "Een bezoek"
model: "aida"
persona: "sanne"
touchpoints:
- key: "ad"
  label:
    en: "Advert"
    nl: "Advertentie"
  phase: "attention"
- key: "site"
  data:
    "on": []
    opened:
      by: "Ada"
  phase: "interest"
  emotion: 0.5
transitions:
- source: "START"
  target: "ad"
- source: "ad"
  target: "site"
  weight: 0.4
goals:
- key: "nps"
  due: "2026-05-31"
"""
JSON = """\
{
  "journeykit": 1,
  "kind": "persona",
  "key": "sanne",
  "label": "Sanne é",
  "goals": [
    "Curls"
  ]
}
"""


def plain(noun: Journey | JourneyModel | Persona) -> dict[str, object]:
    """Return the document of a noun without its version."""
    document = to_plain(noun, "<text>")
    assert next(iter(document.items())) == ("journeykit", 1)
    del document["journeykit"]
    return document


def test_toml() -> None:
    """TOML has one line for what is short, and a section for the rest."""
    assert dumps(VISIT, "toml") == TOML


def test_yaml() -> None:
    """YAML stands in blocks, with every string in quotes."""
    assert dumps(VISIT, "yaml") == YAML
    assert dumps(VISIT, "yml") == YAML


def test_json() -> None:
    """JSON is indented and keeps its letters."""
    assert dumps(Persona("sanne", "Sanne é", goals="Curls"), "json") == JSON


def test_long_lines_of_toml() -> None:
    """What is too long for one line gets a section; a long list gets a line for each item."""
    words = "x" * 44
    persona = Persona("p", {"en": words, "nl": words}, goals=[words, words], needs=[{"en": words}])
    assert dumps(persona, "toml") == (
        'journeykit = 1\nkind = "persona"\nkey = "p"\n'
        f'goals = [\n    "{words}",\n    "{words}",\n]\n'
        f'needs = [\n    {{ en = "{words}" }},\n]\n'
        f'\n[label]\nen = "{words}"\nnl = "{words}"\n'
    )


def test_widest_line_of_toml() -> None:
    """A line may have a hundred characters."""
    for spare, lines in ((0, 4), (1, 6)):
        words = "x" * (100 - len('label = { en = "" }') + spare)
        assert len(dumps(Persona("p", {"en": words}), "toml").splitlines()) == lines


def test_awkward_keys_of_toml() -> None:
    """Keys that TOML would take for something else stand in quotes."""
    data = {
        "a.b": 1,
        "": {"é": "x"},
        "long one": {"x" * 60: "y" * 60},
        "tables": [{"z": ["w" * 99]}],
    }
    text = dumps(Persona("p", data=data), "toml")
    assert text.splitlines()[3:] == [
        "",
        "[data]",
        '"a.b" = 1',
        '"" = { "é" = "x" }',
        "",
        '[data."long one"]',
        f'{"x" * 60} = "{"y" * 60}"',
        "",
        "[[data.tables]]",
        "z = [",
        f'    "{"w" * 99}",',
        "]",
    ]


def test_only_what_is_needed() -> None:
    """What has nothing but a key is written as its key."""
    visit = Journey("visit", touchpoints=["door", "desk"], persona="p", channels=["x"])
    assert plain(visit) == {
        "key": "visit",
        "persona": "p",
        "touchpoints": ["door", "desk"],
        "channels": ["x"],
    }
    mixed = visit.evolve(touchpoints=["door", Touchpoint("desk", emotion=1)])
    assert plain(mixed)["touchpoints"] == [{"key": "door"}, {"key": "desk", "emotion": 1}]


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ("", None),
        ("Repeat visit", None),
        ({"und": "Repeat visit"}, None),
        ("repeat_visit", "repeat_visit"),
        ({"en": "Repeat visit"}, {"en": "Repeat visit"}),
        ({"nl": "Weer", "en": "Again"}, {"nl": "Weer", "en": "Again"}),
        ({"und": "Again", "nl": "Weer"}, {"und": "Again", "nl": "Weer"}),
    ],
)
def test_labels(label: str, written: object) -> None:
    """A label that is made of the key is left out; words in one language stay in it."""
    assert plain(Persona("repeat_visit", label)).get("label") == written


@pytest.mark.parametrize(
    ("route", "written"),
    [(None, None), (["a", "b"], None), (["b", "a"], ["b", "a"]), ([], [])],
)
def test_routes(route: list[str] | None, written: object) -> None:
    """The route along all touchpoints is left out; one along none is not."""
    visit = Journey("visit", touchpoints=["a", "b"], route=route)
    assert plain(visit).get("route") == written
    assert loads(dumps(visit, "toml"), "toml") == visit


@pytest.mark.parametrize(
    ("source", "target", "kind", "written"),
    [
        ("a", "b", "next", None),
        ("a", "b", "skip", "skip"),
        ("a", "c", "skip", None),
        ("c", "a", "back", None),
        ("c", "a", "repeat", "repeat"),
        ("a", "a", "repeat", None),
        (START, "a", "entry", None),
        ("a", CONVERSION, "exit", None),
        (START, CONVERSION, "exit", "exit"),
        (START, CONVERSION, "entry", None),
    ],
)
def test_kinds(source: str, target: str, kind: str, written: object) -> None:
    """A kind that follows from the order of the phases is left out, any other is not."""
    move = Transition(source, target, kind=kind)  # type: ignore[arg-type]
    model = JourneyModel("m", phases=["a", "b", "c"], transitions=[move])
    for noun in (model, Journey("j", model=model.evolve(transitions=None), transitions=[move])):
        moves = plain(noun)["transitions"]
        assert moves == [
            {"source": source, "target": target} | ({"kind": written} if written else {})
        ]


@pytest.mark.parametrize(
    ("changes", "written"),
    [
        ({}, {}),
        ({"transitions": sequence("a", "b")}, {}),
        ({"transitions": []}, {"transitions": []}),
        (
            {"transitions": [Transition("a", "b", 1)]},
            {"transitions": [{"source": "a", "target": "b", "weight": 1}]},
        ),
        ({"cyclic": True}, {"cyclic": True}),
        ({"cyclic": False}, {}),
        (
            {"transitions": [Transition("b", "a")]},
            {"transitions": [{"source": "b", "target": "a"}]},
        ),
        (
            {"transitions": [Transition("b", "a")], "cyclic": False},
            {"transitions": [{"source": "b", "target": "a"}], "cyclic": False},
        ),
    ],
)
def test_roads(changes: dict[str, object], written: dict[str, object]) -> None:
    """The straight road of a model is left out, and whether it comes round if that follows."""
    model = JourneyModel("m", phases=["a", "b"], **changes)  # type: ignore[arg-type]
    assert plain(model) == {"kind": "model", "key": "m", "phases": ["a", "b"], **written}


@pytest.mark.parametrize("name", presets.names())
def test_built_in_models(name: str) -> None:
    """A built-in model goes by its key."""
    assert plain(Journey("j", model=presets.get(name)))["model"] == name


@pytest.mark.parametrize(
    "model",
    [
        AIDA.evolve(label="Mine"),
        AIDA.evolve(key="Aida"),
        AIDA.evolve(key="get"),
        AIDA.evolve(key="salon"),
        AIDA.evolve(description=dict(reversed([*AIDA.description.items()]))),
        AIDA.evolve(data={**AIDA.data, "has_purchase": 1}),
    ],
)
def test_changed_models(model: JourneyModel) -> None:
    """A model that is not the built-in one to the letter is written whole."""
    written = plain(Journey("j", model=model))["model"]
    assert isinstance(written, dict)
    assert written["key"] == model.key
    again = loads(dumps(Journey("j", model=model), "json"), "json")
    assert isinstance(again, Journey)
    assert repr(again.model) == repr(model)


def test_equal_models() -> None:
    """A model that was built again, and is the built-in one to the letter, goes by its key."""
    assert plain(Journey("j", model=AIDA.evolve(key="x").evolve(key="aida")))["model"] == "aida"


@pytest.mark.parametrize(
    ("wait", "written"),
    [
        (timedelta(0), "PT0S"),
        (timedelta(days=3), "P3D"),
        (timedelta(hours=36, minutes=30), "PT36H30M"),
        (timedelta(seconds=5), "PT5S"),
        (timedelta(minutes=5), "PT5M"),
        (timedelta(microseconds=1), "PT0.000001S"),
        (timedelta(seconds=90, milliseconds=250), "PT1M30.25S"),
        (timedelta(days=1, seconds=1), "PT24H1S"),
        (timedelta.max, "PT23999999999H59M59.999999S"),
    ],
)
def test_waits(wait: timedelta, written: str) -> None:
    """Waiting times are ISO 8601 durations."""
    visit = Journey("v", touchpoints=["a"], transitions=[Transition("a", "a", median_wait=wait)])
    assert plain(visit)["transitions"] == [{"source": "a", "target": "a", "median_wait": written}]


@pytest.mark.parametrize(
    ("written", "wait"),
    [
        ("P2W", timedelta(weeks=2)),
        ("P1W1DT1H1M1,5S", timedelta(weeks=1, days=1, hours=1, minutes=1, seconds=1.5)),
        ("P1DT12H30M", timedelta(hours=36, minutes=30)),
        ("PT90M", timedelta(minutes=90)),
    ],
)
def test_other_waits(written: str, wait: timedelta) -> None:
    """Durations that were written by others are read as well."""
    text = (
        'journeykit = 1\nkey = "v"\ntouchpoints = ["a"]\n'
        f'transitions = [{{ source = "a", target = "a", median_wait = "{written}" }}]'
    )
    visit = loads(text, "toml")
    assert isinstance(visit, Journey)
    assert visit.transitions[0].median_wait == wait


def test_by_hand() -> None:
    """A person may leave out the kind of a journey, or give it, and write keys for elements."""
    text = """
        journeykit = 1
        kind = "journey"
        key = "clinic_visit"
        touchpoints = ["desk"]
        goals = ["calm"]

        [model]
        key = "clinic"
        phases = ["referral", { key = "visit", stage = "service" }]
        lanes = ["patient", { key = "staff", kind = "steps" }]
    """
    assert loads(text, "toml") == Journey(
        "clinic_visit",
        touchpoints=["desk"],
        goals=[Goal("calm")],
        model=JourneyModel(
            "clinic",
            phases=["referral", Phase("visit", stage="service")],
            lanes=["patient", Lane("staff", kind="steps")],
        ),
    )


def test_models_by_other_names() -> None:
    """A model may be asked for as people type it, as everywhere."""
    text = '{"journeykit": 1, "key": "j", "model": "See-Think-Do-Care"}'
    assert loads(text, "json") == Journey("j", model=presets.SEE_THINK_DO_CARE)


@pytest.mark.parametrize("day", ["2026-05-31", "'2026-05-31'"])
@pytest.mark.parametrize("kind", ["yaml", "toml"])
def test_days(day: str, kind: str) -> None:
    """A day is read with quotes and without."""
    text = {
        "yaml": f"journeykit: 1\nkey: j\ngoals:\n- key: g\n  due: {day}",
        "toml": f"journeykit = 1\nkey = 'j'\ngoals = [{{ key = 'g', due = {day} }}]",
    }
    assert loads(text[kind], kind) == Journey("j", goals=[Goal("g", due=date(2026, 5, 31))])
