"""Numbers that people hand in, looked at before they are worked with."""

import math
from collections.abc import Iterable, Mapping
from fractions import Fraction
from numbers import Real
from typing import Final, TypeGuard, cast

from journeykit._noun import own_number
from journeykit.errors import AnalysisError, shown

__all__ = ["count", "exactly", "is_between", "number_given", "whole_answers"]

_MOST: Final = 2**63 - 1


def exactly(value: float) -> Fraction:
    """Return a number as it is written: 0.1 is one tenth, and not the float next to it."""
    return Fraction(str(value))


def is_between(value: object, low: float, high: float) -> TypeGuard[float]:
    """Tell whether a value is a number between two bounds, also as numpy and pandas count."""
    real = isinstance(value, Real) and not isinstance(value, bool)
    return real and low <= cast("float", value) <= high


def number_given(name: str, value: object, low: float, high: float) -> float:
    """Return a number, once it is known to be one between two bounds.

    Raises:
        AnalysisError: It is none.
    """
    given = own_number(value)
    if is_between(given, low, high) and math.isfinite(given):
        return float(given)
    raise AnalysisError(f"{name} must be a number{_bounds(low, high)}, not {shown(value)}")


def count(name: str, value: object, *, least: int = 0, most: int | None = None) -> int:
    """Return a number of things, once it is known to be one.

    Raises:
        AnalysisError: It is no whole number, or too small or too large.
    """
    if _is_whole(value, least, most):
        return int(value)
    raise AnalysisError(f"{name} must be a whole number{_bounds(least, most)}, not {shown(value)}")


def whole_answers(
    answers: Iterable[float],
    low: int,
    high: int | None = None,
    *,
    name: str = "answers",
    hint: str = "leave out those who did not answer",
) -> list[int]:
    """Return answers as whole numbers, once they are known to be on the scale.

    Raises:
        AnalysisError: One is not; it is told which.
    """
    if isinstance(answers, (str, bytes, Mapping)) or not isinstance(answers, Iterable):
        raise AnalysisError(f"{name} must be a list of numbers, not {shown(answers)}")
    found = []
    for position, answer in enumerate(answers):
        if not _is_whole(answer, low, high):
            raise AnalysisError(
                f"{name}[{position}] must be a whole number{_bounds(low, high)}, "
                f"not {shown(answer)}; {hint}"
            )
        found.append(int(answer))
    return found


def _is_whole(value: object, low: int, high: int | None) -> TypeGuard[float]:
    return is_between(value, low, _MOST if high is None else high) and value == int(value)


def _bounds(low: float, high: float | None) -> str:
    if low == -math.inf:
        return ", and finite"
    return f", {low} or more" if high in (None, math.inf) else f" from {low} to {high}"
