"""YAML: plain data as text and back, by way of PyYAML's events.

PyYAML's own loaders crash on deep nesting, blow up on aliases, keep the last of two equal keys
and read ``no`` as False. Its events know nothing of all that, so data is made of them here.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import ModuleType
from typing import Any, Final, NoReturn

from attrs import frozen

from journeykit._optional import optional_module
from journeykit.errors import FileError, shown
from journeykit.files.plain import DEEPEST, Unfit, finite_number, unfit, whole_number

__all__ = ["parse", "write"]

# The core schema of YAML 1.2, except that numbers with a leading zero stay text, as everywhere.
_CONSTANTS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
_WHOLE: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)|0o[0-7]+|0x[0-9A-Fa-f]+")
_NUMBER: Final = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_ENDLESS: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_PLAIN_KEY: Final = re.compile(r"(?!(?:null|true|false|yes|no|on|off|y|n)\Z)[a-z_][a-z_0-9]*")
# What PyYAML refuses, in Python and in C, without saying the line.
_FORBIDDEN: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
# The emitter escapes every character beyond the first 65,536, such as emoji.
_ESCAPED: Final = re.compile(r"((?<!\\)(?:\\\\)*)\\U([0-9A-Fa-f]{8})")
_ENDLESS_LINE: Final = 2**31 - 1


def parse(text: str, file: str) -> object:
    """Return what a YAML text holds.

    Args:
        text: The text: one document, without aliases, anchors and tags.
        file: The name of the file, for messages.

    Raises:
        FileError: It is no such YAML, is nested more than 64 deep, names a key twice, or
            holds a number that is infinite or does not fit in 64 bits.
        MissingDependencyError: PyYAML is not installed.
    """
    yaml = optional_module("yaml", extra="yaml", purpose="reading YAML")
    if found := _FORBIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        words = f"the character {found[0]!r} is not allowed; write it as an escape in quotes"
        raise FileError(file, f"line {line}, column {column}: {words}")
    # Both take one event after the other and do not recurse. The one in C is ten times as fast.
    loader = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
    try:
        return _Reader(yaml.parse(text, loader), file).document()
    except yaml.MarkedYAMLError as error:
        raise FileError(file, f"{_place(error.problem_mark)}: {_said(error, text)}") from None


def _said(error: Any, text: str) -> str:  # noqa: ANN401 - PyYAML's error
    """Return what is wrong with a text, with the way out of what people get wrong most."""
    mark = error.problem_mark
    first = text[mark.index : mark.index + 1]
    if first == "\t":
        return "a tab cannot stand here; indent with blanks"
    if "cannot start any token" in error.problem:
        return f"no words begin with {first!r}; put them in quotes"
    words: str = error.problem
    if words.startswith("mapping values"):
        return f"{words}; put words with a ':' in quotes, and indent all keys of a mapping alike"
    if error.context:
        # A quote or a bracket that is never closed is noticed where the file ends.
        begin = error.context_mark
        since = "" if begin is None or begin.line == mark.line else f" from line {begin.line + 1}"
        words = f"{words} ({error.context}{since})"
    return words


def _place(mark: Any) -> str:  # noqa: ANN401 - PyYAML has two kinds of marks
    return f"line {mark.line + 1}, column {mark.column + 1}"


@frozen
class _Reader:
    """Makes data of events, each of which is looked at before anything is made of it."""

    _events: Iterator[Any]
    _file: str

    def document(self) -> object:
        """Read the one document that a text may hold."""
        next(self._events)
        if type(next(self._events)).__name__ != "DocumentStartEvent":
            raise FileError(self._file, "is empty")
        data = self._value(next(self._events), 0)
        next(self._events)
        following = next(self._events)
        if type(following).__name__ != "StreamEndEvent":
            self._refuse(following, "a second document begins; a file holds one")
        return data

    def _value(self, event: Any, depth: int) -> object:  # noqa: ANN401 - PyYAML's events
        kind = type(event).__name__
        if event.anchor is not None:
            alias = f"{'*' if kind == 'AliasEvent' else '&'}{event.anchor}"
            self._refuse(event, f"aliases ({alias}) are not allowed; write the value out")
        if event.tag is not None:
            self._refuse(event, f"tags ({event.tag}) are not allowed")
        if kind == "ScalarEvent":
            return self._scalar(event)
        if depth == DEEPEST:
            self._refuse(event, f"nested more than {DEEPEST} deep")
        return self._sequence(depth) if kind == "SequenceStartEvent" else self._mapping(depth)

    def _sequence(self, depth: int) -> list[object]:
        items = []
        while type(event := next(self._events)).__name__ != "SequenceEndEvent":
            items.append(self._value(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> dict[str, object]:
        items: dict[str, object] = {}
        places: dict[str, Any] = {}
        while type(event := next(self._events)).__name__ != "MappingEndEvent":
            key = self._value(event, depth + 1)
            if not isinstance(key, str):
                self._refuse(event, f"a key must be a string, not {shown(key)}; put it in quotes")
            if key in items:
                first = _place(places[key])
                self._refuse(event, f"the key {shown(key)} stands twice; it stands at {first} too")
            places[key] = event.start_mark
            items[key] = self._value(next(self._events), depth + 1)
        return items

    def _scalar(self, event: Any) -> object:  # noqa: ANN401 - PyYAML's events
        text: str = event.value
        if not event.implicit[0]:
            return text
        value: object = text
        if text in _CONSTANTS:
            value = _CONSTANTS[text]
        elif _WHOLE.fullmatch(text):
            value = whole_number(text)
        elif _NUMBER.fullmatch(text):
            value = finite_number(text)
        elif _ENDLESS.fullmatch(text):
            value = Unfit(f"a number must be finite, not {text}")
        if isinstance(value, Unfit):
            self._refuse(event, value.reason)
        return value

    def _refuse(self, event: Any, words: str) -> NoReturn:  # noqa: ANN401 - PyYAML's events
        raise FileError(self._file, f"{_place(event.start_mark)}: {words}")


def write(data: dict[str, object], file: str) -> str:
    """Return plain data as YAML text, with all strings in quotes.

    Args:
        data: The data.
        file: The name of the file, for messages.

    Raises:
        FileError: It holds what YAML cannot hold.
        MissingDependencyError: PyYAML is not installed.
    """
    yaml = optional_module("yaml", extra="yaml", purpose="writing YAML")
    if problems := unfit(data):
        raise FileError(file, problems)
    text: str = yaml.emit(
        _document(yaml, data),
        Dumper=yaml.CBaseDumper if yaml.__with_libyaml__ else yaml.BaseDumper,
        allow_unicode=True,
        width=_ENDLESS_LINE,
    )
    return _ESCAPED.sub(_unescaped, text)


def _unescaped(found: re.Match[str]) -> str:
    return found[1] + chr(int(found[2], 16))


def _document(yaml: ModuleType, data: dict[str, object]) -> Iterator[Any]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _written(yaml, data)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _written(yaml: ModuleType, value: object) -> Iterator[Any]:
    if isinstance(value, Mapping):
        yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=False)
        for key, inner in value.items():
            plain, text = _PLAIN_KEY.fullmatch(key) is not None, str.__str__(key)
            yield yaml.ScalarEvent(None, None, (plain, True), text, style=None if plain else '"')
            yield from _written(yaml, inner)
        yield yaml.MappingEndEvent()
    elif isinstance(value, list):
        yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=False)
        for inner in value:
            yield from _written(yaml, inner)
        yield yaml.SequenceEndEvent()
    elif isinstance(value, (str, date)):
        # libyaml takes nothing that is more than a string, such as a member of an Enum.
        text = str.__str__(value) if isinstance(value, str) else value.isoformat()
        yield yaml.ScalarEvent(None, None, (False, True), text, style='"')
    else:
        yield yaml.ScalarEvent(None, None, (True, False), json.dumps(value))
