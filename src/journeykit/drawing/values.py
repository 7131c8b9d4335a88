"""The values of shapes: numbers, colours, points and words, each of which has to be sound."""

import functools
import math
import re
from collections.abc import Iterable
from typing import Literal, TypeAlias

from journeykit.errors import DefinitionError, shown

__all__ = [
    "Anchor",
    "Point",
    "TooFarError",
    "as_anchor",
    "as_chain",
    "as_colour",
    "as_dash",
    "as_lines",
    "as_number",
    "as_optional_colour",
    "as_optional_size",
    "as_points",
    "as_size",
]

Point: TypeAlias = tuple[float, float]
Anchor: TypeAlias = Literal["start", "middle", "end"]

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?")
_ANCHORS = ("start", "middle", "end")
_LIMIT = 1e6


class TooFarError(DefinitionError):
    """Raised when a shape lies, or reaches, further out than any picture does."""


def as_number(value: float) -> float:
    """Return a coordinate as a float."""
    if type(value) is float and -_LIMIT <= value <= _LIMIT:
        return value  # nearly all are such, and a picture has thousands
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not abs(number) <= _LIMIT:
        kind = DefinitionError if math.isnan(number) else TooFarError
        raise kind(
            "shape", [f"{shown(value)} is no coordinate in points; use a number within ±1,000,000"]
        )
    return number


def as_size(value: float) -> float:
    """Return a length as a float, which is not below zero."""
    if type(value) is float and 0 <= value <= _LIMIT:
        return value
    number = as_number(value)
    if number < 0:
        raise DefinitionError("shape", [f"a size cannot be negative, and {shown(value)} is"])
    return number


def as_optional_size(value: float | None) -> float | None:
    """Return a length as a float, or None."""
    return None if value is None else as_size(value)


def as_colour(value: str) -> str:
    """Return a colour in capitals."""
    colour = _known_colour(value) if isinstance(value, str) else ""
    if not colour:
        raise DefinitionError(
            "shape", [f"{shown(value)} is no colour; write '#RRGGBB' or '#RRGGBBAA'"]
        )
    return colour


@functools.lru_cache(maxsize=1024)
def _known_colour(value: str) -> str:
    return value.upper() if _COLOUR.fullmatch(value) else ""


def as_optional_colour(value: str | None) -> str | None:
    """Return a colour in capitals, or None."""
    return None if value is None else as_colour(value)


def as_points(values: Iterable[Point]) -> tuple[Point, ...]:
    """Return points as tuples of floats."""
    points = tuple(values)
    for point in points:
        x, y = point
        if not (
            type(point) is tuple
            and type(x) is float
            and type(y) is float
            and -_LIMIT <= x <= _LIMIT
            and -_LIMIT <= y <= _LIMIT
        ):
            return tuple([(as_number(x), as_number(y)) for x, y in points])
    return points  # nearly all are such


def as_chain(values: Iterable[Point]) -> tuple[Point, ...]:
    """Return the points of a chain of cubic curves."""
    points = as_points(values)
    if len(points) % 3 != 1:
        raise DefinitionError(
            "Curve", [f"a chain of cubic curves has 3k + 1 points, and this has {len(points)}"]
        )
    return points


def as_dash(values: Iterable[float] | None) -> tuple[float, ...] | None:
    """Return lengths on and off, or None."""
    if values is None:
        return None
    pattern = tuple(as_size(value) for value in values)
    if len(pattern) % 2 or not all(pattern):
        raise DefinitionError(
            "shape", [f"a dash is pairs of lengths (on, off) above zero, not {shown(pattern)}"]
        )
    return pattern


def as_lines(values: Iterable[str]) -> tuple[str, ...]:
    """Return lines of text; one alone may stand for itself."""
    lines = (values,) if isinstance(values, str) else tuple(values)
    for words in lines:
        if not isinstance(words, str):
            raise DefinitionError("TextBlock", [f"lines must be strings, not {shown(lines)}"])
    return lines


def as_anchor(value: Anchor) -> Anchor:
    """Return the side or the middle that text stands at."""
    if value not in _ANCHORS:
        raise DefinitionError(
            "TextBlock", [f"anchor must be 'start', 'middle' or 'end', not {shown(value)}"]
        )
    return value
