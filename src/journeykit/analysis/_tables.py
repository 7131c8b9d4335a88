"""Answers as tables that read well in a terminal."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Protocol, TypeVar

__all__ = ["as_printed", "number", "share", "span", "table"]

_T = TypeVar("_T")
_THOUSAND = 1000
_EXACT = 1e15  # larger floats are not whole numbers to be read digit by digit
_MOST_ROWS = 20
_WIDEST = 40


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
    return f"{value:,.0f}" if _THOUSAND <= abs(value) < _EXACT else f"{value:.3g}"


def share(value: float | None) -> str:
    """Return a share as a percentage with three digits; None as a dash."""
    return "–" if value is None else f"{number(100 * value)} %"


def span(value: timedelta | None) -> str:
    """Return a length of time in its largest units; None as a dash."""
    if value is None:
        return "–"
    seconds = value.total_seconds()
    for unit, length in (("days", 86_400), ("hours", 3600), ("minutes", 60)):
        if seconds >= length:
            return f"{number(seconds / length)} {unit}"
    return f"{number(seconds)} seconds"


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
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    for line in lines if shown else ():
        padded = [
            cell.ljust(wide) if column in (columns[0], *words) else cell.rjust(wide)
            for column, cell, wide in zip(columns, line, widths, strict=True)
        ]
        yield "  ".join(padded).rstrip()
    if len(rows) > most:
        yield f"… and {len(rows) - most:,} more"


def _tidy(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"
