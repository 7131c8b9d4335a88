"""Answers as tables that read well in a terminal."""

import itertools
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Protocol, TypeVar

__all__ = ["as_printed", "number", "share", "span", "table"]

_T = TypeVar("_T")
_THOUSAND = 1000
_EXACT = 1e15  # larger floats are not whole numbers to be read digit by digit
_MOST_ROWS = 20
_WIDEST = 40
_ON_TOP = ("Mn", "Me", "Cf")  # marks that stand on a letter, and what cannot be seen


class _Printer(Protocol):
    def text(self, words: str, /) -> object: ...
    def break_(self) -> object: ...


def as_printed(answer: object, printer: _Printer, _cycle: bool) -> None:  # noqa: FBT001 - IPython's
    """Show an answer in a notebook as `print` shows it.

    Each class has it among its own names, as ``_repr_pretty_``: IPython goes through a class and
    then its bases, and takes the first of this and ``__repr__`` that it finds.
    """
    for position, line in enumerate(str(answer).split("\n")):
        if position:
            printer.break_()
        printer.text(line)


def number(value: float | None) -> str:
    """Return a number with three digits, or with all of its thousands; None as a dash."""
    if value is None:
        return "–"
    digits = f"{value or 0:.3g}"
    # Compared as it is shown, because 999.7 has four digits before the point once it is rounded.
    return f"{value:,.0f}" if abs(float(digits)) >= _THOUSAND and abs(value) < _EXACT else digits


def share(value: float | None) -> str:
    """Return a share as a percentage with three digits; None as a dash."""
    return "–" if value is None else f"{number(100 * value)} %"


def span(value: timedelta | None) -> str:
    """Return a length of time in its largest units; None as a dash."""
    if value is None:
        return "–"
    seconds = value.total_seconds()
    units = (("day", 86_400), ("hour", 3600), ("minute", 60))
    unit, length = next((each for each in units if seconds >= each[1]), ("second", 1))
    figure = number(seconds / length)
    return f"{figure} {unit}" if figure == "1" else f"{figure} {unit}s"


def table(
    rows: Sequence[_T],
    cells: Callable[[_T], Mapping[str, str]],
    *,
    words: Collection[str] = (),
    most: int = _MOST_ROWS,
) -> Iterator[str]:
    """Give the lines of a table: the first column to the left, the others to the right.

    Args:
        rows: What stands in it, a line each.
        cells: What a line shows, by the name of the column.
        words: Further columns that stand to the left.
        most: How many lines to show.
    """
    shown = [cells(row) for row in rows[:most]]
    columns = list(shown[0]) if shown else []
    lines = [columns, *([_tidy(row[column]) for column in columns] for row in shown)]
    widths = [max(_width(line[place]) for line in lines) for place in range(len(columns))]
    for line in lines if shown else ():
        padded = []
        for column, cell, wide in zip(columns, line, widths, strict=True):
            space = " " * (wide - _width(cell))
            padded.append(cell + space if column in (columns[0], *words) else space + cell)
        yield "  ".join(padded).rstrip()
    if len(rows) > most:
        yield f"… and {len(rows) - most:,} more"


def _tidy(words: str) -> str:
    line = " ".join(words.split())
    if _width(line) <= _WIDEST:
        return line
    wide = itertools.accumulate(map(_places, line))
    return f"{line[: sum(so_far < _WIDEST for so_far in wide)]}…"


def _width(words: str) -> int:
    """Return how many places words take in a terminal."""
    return len(words) if words.isascii() else sum(map(_places, words))


def _places(character: str) -> int:
    if unicodedata.category(character) in _ON_TOP:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
