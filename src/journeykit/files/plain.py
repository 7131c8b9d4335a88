"""Plain data: mappings, lists, strings, numbers, truth values, None, and in some places dates.

It stands between the nouns and the texts. Two things are asked of it here: where in it
something stands, and whether files can hold all of it.
"""

import math
import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from journeykit.errors import shown
from journeykit.text import has_lone_surrogate

__all__ = ["DEEPEST", "Unfit", "finite_number", "place_in", "unfit", "whole_number"]

DEEPEST: Final = 64
_LARGEST_INTEGER: Final = 2**63 - 1
_LONGEST_INTEGER: Final = 20
# Python can be told to write no more than 640 digits, which are some more bits than these.
_MOST_BITS: Final = 2000
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


@frozen
class Unfit:
    """Stands, in data that was read, where a value was that no file may hold."""

    reason: str


def whole_number(digits: str) -> int | Unfit:
    """Return the whole number that digits stand for, if it fits in 64 bits.

    Args:
        digits: A sign, and digits as Python writes them; ``0x`` and ``0o`` may stand before.
    """
    # Python takes long over many digits, and refuses some thousands of them.
    if len(digits) <= _LONGEST_INTEGER + len("0o"):
        number = int(digits, 0)
        if abs(number) <= _LARGEST_INTEGER:
            return number
    return Unfit(_too_large(digits))


def _too_large(digits: str) -> str:
    return f"a whole number must fit in 64 bits, not {_cut(digits)}; write it as a string"


def _cut(digits: str) -> str:
    return digits if len(digits) <= _LONGEST_INTEGER else f"{digits[:_LONGEST_INTEGER]}…"


def finite_number(digits: str) -> float | Unfit:
    """Return the number that digits stand for, if it is finite."""
    number = float(digits)
    if math.isfinite(number):
        return number
    return Unfit(f"a number must be finite, not {_cut(digits)}")


def place_in(place: str, step: object) -> str:
    """Return the place of what a mapping holds under a key, or a list at a position."""
    if isinstance(step, str) and _NAME.fullmatch(step):
        return f"{place}.{step}"
    return f"{place}[{shown(step)}]"


def unfit(data: object, *, no_none: str = "") -> list[str]:
    """Find what a file cannot hold, each with its place.

    Args:
        data: Mappings and lists, and what they hold.
        no_none: What to say of None, in a format that has nothing to write for it.
    """
    return [] if _surely_fit(data, no_none) else _problems(data, no_none)


def _surely_fit(data: object, no_none: str) -> bool:
    """Tell whether data is what nearly all of it is: fit, and of the usual types.

    This takes a tenth of the time that it takes to know the places of all that there is.
    """
    level = [data]
    for _ in range(DEEPEST):
        inner: list[object] = []
        for value in level:
            if type(value) is dict:
                inner += value.values()
                if not all(map(_is_sound_string, value)):
                    return False
            elif type(value) is list:
                inner += value
            elif not _is_sound_string(value) and not _is_sound_leaf(value, no_none):
                return False
        level = inner
    return not level


def _is_sound_string(value: object) -> bool:
    return type(value) is str and (value.isascii() or not has_lone_surrogate(value))


def _is_sound_leaf(value: object, no_none: str) -> bool:
    if type(value) is float:
        return math.isfinite(value)
    if type(value) is int:
        return -_LARGEST_INTEGER <= value <= _LARGEST_INTEGER
    return type(value) is bool or (value is None and not no_none)


def _problems(data: object, no_none: str) -> list[str]:
    problems: list[str] = []
    # A stack of our own, since it is depth that may be wrong.
    waiting: list[tuple[str, int, object]] = [("$", 0, data)]
    while waiting:
        place, depth, value = waiting.pop()
        if not isinstance(value, (dict, list)):
            problems += (f"{reason} @ {place}" for reason in _reasons(value, no_none))
            continue
        if depth == DEEPEST:
            problems.append(f"nested more than {DEEPEST} deep @ {place}")
            continue
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        inner = [(place_in(place, step), depth + 1, part) for step, part in steps]
        waiting += reversed(inner)
        if isinstance(value, dict):
            problems += (
                f"the key {shown(key)} must be a string without half characters @ {place}"
                for key in value
                if not isinstance(key, str) or has_lone_surrogate(key)
            )
    return problems


def _reasons(value: object, no_none: str) -> Iterator[str]:
    if isinstance(value, Unfit):
        yield value.reason
    elif isinstance(value, (int, float)):
        yield from _number_reasons(value)
    elif isinstance(value, str):
        if has_lone_surrogate(value):
            yield f"{shown(value)} holds half a character (a lone surrogate)"
    elif value is None:
        if no_none:
            yield no_none
    elif not isinstance(value, date):
        yield (
            "must be a string, a number, True, False, None, "
            f"or a list or mapping of these, not {shown(value)}"
        )


def _number_reasons(value: float) -> Iterator[str]:
    if isinstance(value, int):
        if abs(value) > _LARGEST_INTEGER:
            yield _too_large(str(value) if value.bit_length() <= _MOST_BITS else hex(value))
    elif not math.isfinite(value):
        yield f"a number must be finite, not {value}"
