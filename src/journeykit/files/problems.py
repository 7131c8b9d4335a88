"""What is wrong with a document, and where: the errors of cattrs and of the nouns as sentences.

A noun names what is wrong in its own words (``transitions[0] has the unknown touchpoint 'pay'``);
the place that this points to is found again in the document (``$.transitions[0].target``).
"""

import functools
import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import attrs
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from journeykit.errors import DefinitionError, JourneykitError, UnknownKeyError, shown
from journeykit.files.plain import place_in

__all__ = ["WrongType", "problems_of"]

# Looking for the nearest known word takes long, and nobody reads this far.
_MOST_HINTS: Final = 20
_QUOTED: Final = r"""(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_FIELD: Final = re.compile(r"(?P<field>[a-z_]+)(?:\[(?P<position>\d+)\])?(?![a-z_])")
_ELEMENT: Final = re.compile(rf"(?P<kind>[a-z_]+) (?P<key>{_QUOTED})")
_TWICE: Final = re.compile(rf"two (?P<field>[a-z]+) have the key (?P<key>{_QUOTED})")
_TWO_MOVES: Final = re.compile(
    rf"two (?P<field>transitions) lead from (?P<key>{_QUOTED} to {_QUOTED})"
)
_UNKNOWN: Final = re.compile(rf"the unknown (?P<kind>[a-z ]+) (?P<key>{_QUOTED})")
_ENDS: Final = ("source", "target")
_NAMES: Final = ("key", *_ENDS)

_Step: TypeAlias = str | int


class WrongType(ValueError):  # noqa: N818 - it never leaves the readers
    """Raised where a value has the wrong type; its words follow the name of the field."""


def problems_of(error: BaseException, data: dict[str, Any]) -> list[str]:
    """Return all that is wrong with a document, each with its place.

    Args:
        error: What cattrs raised.
        data: The document.
    """
    problems: list[str] = []
    _collect(error, data, ("$", "$"), problems)
    return problems


def _collect(
    error: BaseException,
    data: Any,  # noqa: ANN401 - anything may stand in a file
    where: tuple[str, str],
    problems: list[str],
) -> None:
    """Add what is wrong with some data, which has a place and a name."""
    place, name = where
    if not isinstance(error, BaseValidationError):
        problems += _sentences(error, data, where, hint=len(problems) < _MOST_HINTS)
        return
    for part in error.exceptions:
        step = _step(part)
        if step is None:
            _collect(part, data, where, problems)
        else:
            inner_name = step if isinstance(step, str) else f"{name}[{step}]"
            _collect(part, _inner(data, step), (place_in(place, step), inner_name), problems)


def _sentences(
    error: BaseException,
    data: Any,  # noqa: ANN401 - anything may stand in a file
    where: tuple[str, str],
    *,
    hint: bool,
) -> Iterator[str]:
    """Say what is wrong with a noun or with a field of it."""
    place, name = where
    if isinstance(error, ForbiddenExtraKeysError):
        known = [each.name for each in attrs.fields(error.cl) if each.init]
        fields = [each for each in data if each in error.extra_fields]
        for field in fields[: _MOST_HINTS if hint else 0]:
            yield f"{UnknownKeyError('field', field, known)} @ {place}"
        for field in fields[_MOST_HINTS if hint else 0 :]:
            yield f"unknown field {shown(field)} @ {place}"
    elif isinstance(error, KeyError):
        # Raised where a field is looked up that has to be there.
        yield f"the field {name!r} is missing @ {place.removesuffix(f'.{name}')}"
    elif isinstance(error, DefinitionError):
        yield from _definition_sentences(error, data, where)
    elif isinstance(error, WrongType):
        yield f"{name} {error} @ {place}"
    elif isinstance(error, JourneykitError):
        yield f"{error} @ {place}"
    else:
        raise error


def _definition_sentences(
    error: DefinitionError,
    data: Any,  # noqa: ANN401 - anything may stand in a file
    where: tuple[str, str],
) -> Iterator[str]:
    place, name = where
    if error.subject == "Text":
        yield from (f"{name}: {problem} @ {place}" for problem in error.problems)
    else:
        pointer = _Pointer(data)
        yield from (f"{problem} @ {place}{pointer.at(problem)}" for problem in error.problems)


def _inner(data: Any, step: _Step) -> Any:  # noqa: ANN401 - anything may stand in a file
    """Return what stands at a step, or None where a field is missing."""
    return data.get(step) if isinstance(data, dict) else data[step]


def _step(error: BaseException) -> _Step | None:
    """Return the field or the position at which an error arose."""
    note = next(iter(getattr(error, "__notes__", ())), None)
    if isinstance(note, AttributeValidationNote):
        return note.name
    return note.index if isinstance(note, IterableValidationNote) else None


class _Pointer:
    """Finds, in the document of a noun, what a problem of that noun speaks of."""

    def __init__(self, data: object) -> None:
        self._fields: dict[str, Any] = data if isinstance(data, dict) else {}
        self._indices: dict[str, dict[str, list[_Step]]] = {}

    def at(self, problem: str) -> str:
        """Return the way from the noun to what a problem speaks of, as far as it is told."""
        steps, rest = self._subject(problem)
        unknown = _UNKNOWN.search(rest)
        if steps and unknown:
            item: Any = self._fields
            for step in steps:
                item = item[step]
            if isinstance(item, dict):
                ends = [end for end in _ENDS if shown(item.get(end)) == unknown["key"]]
                steps += tuple(ends[:1]) or (unknown["kind"],)
        return functools.reduce(place_in, steps, "")

    def _subject(self, problem: str) -> tuple[tuple[_Step, ...], str]:
        """Return the steps to the subject of a problem, and what is said of it."""
        if two := _TWICE.match(problem) or _TWO_MOVES.match(problem):
            return self._item(two["field"], two["key"], 1), ""
        if element := _ELEMENT.match(problem):
            kind, key = element["kind"], element["key"]
            if steps := self._item(f"{kind}s", key, 0) or self._item(kind, key, 0):
                return steps, problem[element.end() :]
        field = _FIELD.match(problem)
        if field is None or field["field"] not in self._fields:
            return (), ""
        position = () if field["position"] is None else (int(field["position"]),)
        return (field["field"], *position), problem[field.end() :]

    def _item(self, field: str, name: str, nth: int) -> tuple[_Step, ...]:
        """Return the steps to the first or second item of a field with a name."""
        if field not in self._indices:
            self._indices[field] = _index(self._fields.get(field))
        found = self._indices[field].get(name)
        return (field, found[nth]) if found else ()


def _index(items: object) -> dict[str, list[_Step]]:
    """Return where items stand, by their names as they are written in problems."""
    index: dict[str, list[_Step]] = {}
    if isinstance(items, dict):
        return {shown(key): [key] for key in items}
    for position, item in enumerate(items if isinstance(items, list) else ()):
        names = [item] if isinstance(item, str) else [item[part] for part in _NAMES if part in item]
        index.setdefault(" to ".join(map(shown, names)), []).append(position)
    return index
