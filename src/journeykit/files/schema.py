"""The JSON Schema of journeykit's files, so that an editor completes and checks them.

It is made of the nouns themselves: their fields, types and defaults, and the words of their
docstrings. Only what a type cannot tell, such as the bounds of a number, stands in tables here.
"""

import inspect
import json
import re
import types
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final, Literal, TypeAlias, Union, get_args, get_origin

import attrs

from journeykit._noun import Noun, label_of
from journeykit.channels import CATALOGUE
from journeykit.files.conversion import BARE, DAY, WAIT
from journeykit.files.native import KINDS, VERSION
from journeykit.goal import Goal
from journeykit.grid import Note, Stage
from journeykit.journey import Journey
from journeykit.model import JourneyModel, Origin
from journeykit.persona import Persona, Trait
from journeykit.text import LANGUAGE, Text
from journeykit.touchpoint import Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, START, Transition

__all__ = ["schema", "schema_text"]

_Schema: TypeAlias = dict[str, Any]
_Limits: TypeAlias = Mapping[str, object]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NOT_EMPTY: Final[_Limits] = {"pattern": r"\S"}
_NO_END: Final[_Limits] = {**_NOT_EMPTY, "not": {"enum": [CONVERSION, DROP_OFF]}}
_NO_START: Final[_Limits] = {**_NOT_EMPTY, "not": {"enum": [START]}}
# Those of the catalogue are offered; those of the journey itself may stand here as well.
_CHANNEL: Final[_Limits] = {**_NOT_EMPTY, "anyOf": [{"enum": [*CATALOGUE]}, {}]}
_SHARE: Final[_Limits] = {"minimum": 0, "maximum": 1}
# What the nouns ask of strings and numbers beyond their types.
_LIMITS: Final[Mapping[type[Noun], Mapping[str, _Limits]]] = {
    Goal: {"phase": _NOT_EMPTY, "touchpoint": _NOT_EMPTY},
    Journey: {"route": _NOT_EMPTY},
    JourneyModel: {"aliases": _NOT_EMPTY},
    Note: {
        "lane": _NOT_EMPTY,
        "phase": _NOT_EMPTY,
        "touchpoint": _NOT_EMPTY,
        "scores": {"minimum": 1, "maximum": 5},
    },
    Origin: {"year": {"minimum": 1, "maximum": 9999}},
    Persona: {"channels": _CHANNEL, "channel_shares": _SHARE},
    Touchpoint: {
        "phase": _NOT_EMPTY,
        "lane": _NOT_EMPTY,
        "channel": _CHANNEL,
        "emotion": {"minimum": -2, "maximum": 2},
        "importance": {"minimum": 1, "maximum": 5},
    },
    Trait: {"value": _SHARE},
    Transition: {
        "source": _NO_END,
        "target": _NO_START,
        "weight": {"minimum": 0},
        "count": {"minimum": 0},
    },
}
_GROUP_NAME: Final = re.compile(r"\?P<\w+>")
_SIMPLE: Final[Mapping[type, _Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Stage: {"enum": [str(stage) for stage in Stage]},
    date: {"type": "string", "format": "date", "pattern": f"^{DAY.pattern}$"},
    timedelta: {"type": "string", "pattern": f"^{_GROUP_NAME.sub('?:', WAIT.pattern)}$"},
}
_ARGUMENT: Final = re.compile(r"    (?P<name>\w+): (?P<words>.+(?:\n {8}.+)*)")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the files that `save` writes and `load` reads.

    An editor that is shown it completes the names of fields, says what they mean, and marks
    what is misspelt or out of bounds, in JSON, YAML and TOML alike. What has to fit together,
    for instance that a transition leads to a touchpoint that there is, is looked at by `load`
    alone.

    Example:
        >>> from journeykit import schema
        >>> schema()["$defs"]["Touchpoint"]["properties"]["emotion"]["maximum"]
        2
    """
    nouns: dict[str, type[Noun]] = {}
    files = [_file(kind, noun, nouns) for kind, noun in KINDS.items()]
    definitions = {"Text": _text()}
    done: set[str] = set()
    while waiting := nouns.keys() - done:
        for name in sorted(waiting):
            definitions[name] = _object(nouns[name], nouns)
        done |= waiting
    return {
        "$schema": _DIALECT,
        "title": "journeykit file",
        "description": "A customer journey, a journey model or a persona.",
        "oneOf": files,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """Return the schema as JSON text."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _file(kind: str, noun: type[Noun], nouns: dict[str, type[Noun]]) -> _Schema:
    """Describe a file that holds a noun: the header, then the fields."""
    made = _object(noun, nouns)
    header: _Schema = {
        "$schema": {
            "type": "string",
            "description": "Where an editor finds the schema of this file; not read.",
        },
        "journeykit": {
            "enum": list(range(1, VERSION + 1)),
            "description": "The version of the file format.",
        },
        "kind": {"enum": [kind], "description": "What the file holds: a journey if not given."},
    }
    needed = ["journeykit"] if kind == "journey" else ["journeykit", "kind"]
    made["properties"] = {**header, **made["properties"]}
    made["required"] = [*needed, *made["required"]]
    return made


def _text() -> _Schema:
    return {
        "title": "Text",
        "description": "Words in one language, or in several by language.",
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "properties": {"en": {"type": "string"}, "nl": {"type": "string"}},
                "propertyNames": {"pattern": f"^(?:{LANGUAGE.pattern})$"},
                "additionalProperties": {"type": "string"},
            },
        ],
    }


def _object(noun: type[Noun], nouns: dict[str, type[Noun]]) -> _Schema:
    """Describe a noun, and note the nouns that it speaks of."""
    summary, arguments = _words(noun)
    limits = _LIMITS.get(noun, {})
    properties: _Schema = {}
    required = []
    for field in attrs.fields(noun):
        if not field.init:
            continue
        name = field.name
        usual = _NOT_EMPTY if name == "key" else {}
        made = _value(field.type, limits.get(name, usual), nouns)
        properties[name] = {"title": str(label_of(name)), **arguments.get(name, {}), **made}
        if isinstance(field.default, str):
            properties[name]["default"] = field.default
        elif field.default is attrs.NOTHING:
            required.append(name)
    if noun is JourneyModel:
        properties["phases"]["minItems"] = 1
        required.append("phases")
    return {
        "title": str(label_of(_spaced(noun.__name__))),
        **summary,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _value(kind: Any, limits: _Limits, nouns: dict[str, type[Noun]]) -> _Schema:  # noqa: ANN401 - types have many types
    """Describe what may stand where a type is asked."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(parts)}
    if origin is tuple:
        return {"type": "array", "items": _value(parts[0], limits, nouns)}
    if origin is dict:
        return _mapping(parts[1], limits, nouns)
    if origin in (Union, types.UnionType):
        return _choice(parts, limits, nouns)
    return {**_SIMPLE[kind], **limits} if kind in _SIMPLE else _reference(kind, nouns)


def _choice(kinds: tuple[Any, ...], limits: _Limits, nouns: dict[str, type[Noun]]) -> _Schema:
    made = [_value(kind, limits, nouns) for kind in kinds if kind is not types.NoneType]
    if types.NoneType not in kinds:
        return {"anyOf": made}
    match made:
        case [{"enum": [*words]}]:
            return {"enum": [*words, None]}
        case [{"type": str() as name, **rest}]:
            return {"type": [name, "null"], **rest}
    return {"anyOf": [*made[0].get("anyOf", made), {"type": "null"}]}


def _mapping(kind: Any, limits: _Limits, nouns: dict[str, type[Noun]]) -> _Schema:  # noqa: ANN401 - types have many types
    if kind is Any:
        return {"type": "object"}
    values = _value(kind, limits, nouns)
    return {"type": "object", "propertyNames": {**_NOT_EMPTY}, "additionalProperties": values}


def _reference(kind: type, nouns: dict[str, type[Noun]]) -> _Schema:
    """Describe a noun by its name, and what may stand in its place."""
    whole = {"$ref": f"#/$defs/{kind.__name__}"}
    if kind is Text:
        return whole
    nouns[kind.__name__] = kind
    if kind is JourneyModel:
        return {"anyOf": [{"type": "string", "anyOf": [{"enum": _models()}, {}]}, whole]}
    return {"anyOf": [{"type": "string", **_NOT_EMPTY}, whole]} if kind in BARE else whole


def _models() -> list[str]:
    """List the ready-made models, which are offered; other spellings are read as well."""
    from journeykit import presets

    return [model.key for key in presets.families() for model in presets.family(key)]


def _words(noun: type[Noun]) -> tuple[_Schema, dict[str, _Schema]]:
    """Return what a docstring says of a noun and of each field, if there are docstrings."""
    lines = inspect.cleandoc(noun.__doc__ or "")
    if not lines:
        return {}, {}
    summary, _, rest = lines.partition("\n\n")
    section = rest.partition("Args:\n")[2].partition("\n\n")[0]
    return {"description": _prose(summary)}, {
        found["name"]: {"description": _prose(found["words"])}
        for found in _ARGUMENT.finditer(section)
    }


def _prose(words: str) -> str:
    return " ".join(words.replace("`", "").split())
