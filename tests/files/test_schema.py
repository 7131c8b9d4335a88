"""The schema takes what the reader takes, and marks what the reader refuses."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from journeykit import (
    Channel,
    FileError,
    Goal,
    Journey,
    JourneyModel,
    Lane,
    Note,
    Origin,
    Persona,
    Phase,
    Touchpoint,
    Trait,
    Transition,
    dumps,
    loads,
    presets,
    schema,
    testing,
)
from journeykit._noun import Noun
from journeykit.cli import main
from journeykit.presets import SALON

SCHEMA = schema()
FILES = Draft202012Validator(SCHEMA)
# The smallest document of each noun.
LEAST: dict[type[Noun], dict[str, Any]] = {
    Channel: {"key": "k"},
    Goal: {"key": "k"},
    Journey: {"key": "k"},
    JourneyModel: {"key": "k", "phases": ["p"]},
    Lane: {"key": "k"},
    Note: {"lane": "l", "phase": "p", "text": "t"},
    Origin: {},
    Persona: {"key": "k"},
    Phase: {"key": "k"},
    Touchpoint: {"key": "k"},
    Trait: {"low": "l", "high": "h", "value": 0},
    Transition: {"source": "s", "target": "t"},
}
VALUES: list[Any] = [
    *(None, True, False, 0, 1, -1, 0.5, 1.5, -2, -2.5, 2, 2.5, 4.5, 5, 6, -0.5, 9999, 10_000),
    *("", " ", "\n", "x", "X y", "START", "CONVERSION", "DROP_OFF", "2026-05-31", "2026-5-31"),
    *("2026-05-31T10:00:00", "P3D", "P1W2DT3H4M5.678S", "P", "PT", "p3d", "-P3D", "3 days"),
    *([], ["x"], ["x", "y"], [1], [None], [""], [" "], [[]], [{}], ["service"], [{"en": "x"}]),
    *([{"key": "x"}], [{"key": " "}], [{"key": "x", "nr": 1}], [{"label": "x"}]),
    *([{"source": "START", "target": "x"}], [{"source": "x"}], [{"low": "x", "high": "y"}]),
    *([{"low": "x", "high": "y", "value": 1}], [{"low": "x"}], [{"value": 1}]),
    *({}, {"key": "x"}, {"key": "x", "phases": ["y"]}, {"key": "x", "phases": []}, {"year": 0}),
    *({"en": "x"}, {"nl-BE": "x", "und": "y"}, {"en": 1}, {"english": "x"}, {"": "x"}, {"x": 1}),
    *({"x": 0}, {"x": 6}, {"x": 0.5}, {" ": 1}, {"x": True}, {"x": None}, {"x": [{"y": None}]}),
]
# What has to fit together is the reader's business alone.
TOGETHER = re.compile(
    r"the unknown (touchpoint|phase)|unknown journey model|an entry must come|an exit must lead"
    r"|transitions\[0\] has the unknown"
)


def with_days(value: Any) -> Any:  # noqa: ANN401 - whatever stands in it
    """Return plain data with days in words, as editors hand them to the schema."""
    if isinstance(value, dict):
        return {key: with_days(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [with_days(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def check_valid(noun: Journey | JourneyModel | Persona) -> None:
    """Hold that what is written of a noun is good by the schema."""
    document = json.loads(dumps(noun, "json"))
    assert [error.message for error in FILES.iter_errors(document)] == []


def words() -> list[str]:
    """Return every word that the schema offers."""
    found: dict[str, None] = {}
    waiting: list[Any] = [SCHEMA]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            found |= dict.fromkeys(word for word in value.get("enum", []) if isinstance(word, str))
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return list(found)


def properties(noun: type[Noun]) -> dict[str, Any]:
    """Return what the schema says of the fields of a noun."""
    if noun is Journey:
        made = SCHEMA["oneOf"][0]["properties"]
        return {name: made[name] for name in made if name not in ("$schema", "journeykit", "kind")}
    fields: dict[str, Any] = SCHEMA["$defs"][noun.__name__]["properties"]
    return fields


def refusal(noun: type[Noun], fields: dict[str, Any]) -> str:
    """Return what the reader says against the fields of a noun, or nothing."""
    if noun in (Journey, JourneyModel, Persona):
        kind = {Journey: "journey", JourneyModel: "model"}.get(noun, "persona")
        document = {"journeykit": 1, "kind": kind, **fields}
    else:
        from journeykit.files.conversion import converter

        try:
            converter().structure(fields, noun)
        except Exception as error:  # noqa: BLE001 - that there is one is what counts
            return repr(error.exceptions) if isinstance(error, ExceptionGroup) else repr(error)
        return ""
    try:
        loads(json.dumps(document), "json")
    except FileError as error:
        return str(error)
    return ""


def validator(noun: type[Noun]) -> Draft202012Validator:
    """Return what checks the fields of a noun by the schema."""
    if noun is Journey:
        root = {**SCHEMA["oneOf"][0], "required": ["key"]}  # without the header
    else:
        root = {"$ref": f"#/$defs/{noun.__name__}"}
    return Draft202012Validator({**root, "$defs": SCHEMA["$defs"]})


def test_sound() -> None:
    """The schema is a schema, made of parts that all are used, and made anew on each call."""
    Draft202012Validator.check_schema(SCHEMA)
    used = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(SCHEMA)))
    assert used == set(SCHEMA["$defs"])
    assert schema() == SCHEMA
    assert schema() is not SCHEMA


def test_all_fields_are_described() -> None:
    """Every field of every noun is there, and is told in the words of its docstring."""
    assert {noun.__name__ for noun in LEAST} == {*SCHEMA["$defs"], "Journey"} - {"Text"}
    for noun in LEAST:
        made = properties(noun)
        assert list(made) == [field.name for field in attrs.fields(noun) if field.init]
        for name, field in made.items():
            assert field["title"][0].isupper(), name
            assert field["description"].endswith("."), f"{noun.__name__}.{name}"
            assert "`" not in field["description"], name
            assert "  " not in field["description"], name


@pytest.mark.parametrize("name", presets.names())
def test_presets(name: str) -> None:
    """Each ready-made model is good, also by its name in a journey."""
    check_valid(presets.get(name))
    check_valid(Journey("mine", model=presets.get(name)))


def test_salon() -> None:
    """A whole journey is good, with its days as TOML writes them."""
    document = tomllib.loads(dumps(SALON, "toml"))
    assert isinstance(document["goals"][0]["due"], date)
    assert FILES.is_valid(with_days(document))


@given(testing.journeys())
def test_journeys(journey: Journey) -> None:
    """Every journey that can be made is written well."""
    check_valid(journey)


@given(testing.models())
def test_models(model: JourneyModel) -> None:
    """Every model that can be made is written well."""
    check_valid(model)


@given(testing.personas())
def test_personas(persona: Persona) -> None:
    """Every persona that can be made is written well."""
    check_valid(persona)


@pytest.mark.parametrize("noun", LEAST)
def test_agreement(noun: type[Noun]) -> None:
    """Whatever stands in a field, the schema and the reader say the same of it."""
    checks = validator(noun)
    assert checks.is_valid(LEAST[noun])
    assert refusal(noun, LEAST[noun]) == ""
    for name in properties(noun):
        for value in [*VALUES, *words()]:
            fields = {**LEAST[noun], name: value}
            refused = refusal(noun, fields)
            if checks.is_valid(fields):
                assert refused == "" or TOGETHER.search(refused), (name, value)
            else:
                assert refused, (name, value)


@pytest.mark.parametrize("noun", LEAST)
def test_missing_and_misspelt_fields(noun: type[Noun]) -> None:
    """A field that must be there is missed, and one that there is not is marked."""
    checks = validator(noun)
    for name in LEAST[noun]:
        fields = {**LEAST[noun]}
        del fields[name]
        assert not checks.is_valid(fields), name
        assert refusal(noun, fields), name
    for name in [*(f"{name}s" for name in properties(noun)), "nr", "Key", ""]:
        fields = {**LEAST[noun], name: "x"}
        assert checks.is_valid(fields) == (name in properties(noun)), name
        assert bool(refusal(noun, fields)) == (name not in properties(noun)), name


def cut(value: Any) -> Any:  # noqa: ANN401 - whatever stands in it
    """Return a document with the first item of each list."""
    if isinstance(value, dict):
        return {name: cut(inner) for name, inner in value.items()}
    return [cut(value[0])] if isinstance(value, list) else value


def renamed(value: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever stands in it
    """Give copies of a document in each of which one name is misspelt."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("data", "scores", "channel_shares"):
                yield {f"{key}x" if key == name else key: part for key, part in value.items()}
                yield from ({**value, name: changed} for changed in renamed(inner))
    elif isinstance(value, list):
        yield from ([changed] for changed in renamed(value[0]))


def test_misspelt_anywhere() -> None:
    """A misspelt name is marked wherever it stands in a journey."""
    journey = SALON.evolve(model=SALON.model and SALON.model.evolve(key="own"))
    document = cut(json.loads(dumps(journey, "json")))
    assert FILES.is_valid(document)
    wrong: list[Any] = []
    right: list[Any] = []
    journeys = validator(Journey)
    fields = {name: document[name] for name in document if name != "journeykit"}
    for changed in renamed(fields):
        (right if journeys.is_valid(changed) else wrong).append(changed)
    assert len(wrong) > 50
    # What is left are the names of languages, for which "enx" would do as well.
    assert all(re.search(r'"(en|nl)x": ', json.dumps(changed)) for changed in right)


@pytest.mark.parametrize(
    "header",
    [
        {},
        {"journeykit": 2},
        {"journeykit": "1"},
        {"journeykit": True},
        {"journeykit": 1, "kind": "modl"},
        {"journeykit": 1, "kind": None},
        {"journeykit": 1, "$schema": 5},
        {"journeykit": 1, "$schema": None},
    ],
)
def test_wrong_headers(header: dict[str, Any]) -> None:
    """A file of no version and of no kind that there is is marked, as it is by the reader."""
    document = {**header, "key": "k"}
    assert not FILES.is_valid(document)
    with pytest.raises(FileError):
        loads(json.dumps(document), "json")


@pytest.mark.parametrize("noun", [Journey("k"), JourneyModel("k", phases=["p"]), Persona("k")])
def test_address_of_the_schema(noun: Journey | JourneyModel | Persona) -> None:
    """A file may say where its schema is; the reader passes over it, and it is not written."""
    document = {"$schema": "./journeykit.schema.json", **json.loads(dumps(noun, "json"))}
    assert FILES.is_valid(document)
    assert loads(json.dumps(document), "json") == noun


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command line prints the schema, or writes it."""
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA
    path = tmp_path / "journeykit.schema.json"
    assert main(["schema", "-o", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert json.loads(path.read_text("utf-8")) == SCHEMA
    assert main(["schema", "-o", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"journeykit: {tmp_path}: cannot be written: it is a folder\n"


def test_without_docstrings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python runs without docstrings, the schema has no descriptions and is the same else."""
    monkeypatch.setattr(Trait, "__doc__", None)
    made = schema()["$defs"]["Trait"]
    assert "description" not in made
    assert made["properties"]["value"] == {
        "title": "Value",
        "type": "number",
        "minimum": 0,
        "maximum": 1,
    }
