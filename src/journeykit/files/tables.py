"""What tables are made of, whether they came from a text or from a workbook."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping
from datetime import date
from typing import Final, TypeAlias

from attrs import evolve, field, frozen

from journeykit.errors import FileError, shown

__all__ = [
    "FORMULA",
    "MOST_COLUMNS",
    "MOST_ROWS",
    "Merged",
    "Problems",
    "Row",
    "Sheet",
    "Value",
    "filled",
    "in_words",
    "is_blank",
    "letters",
]

Value: TypeAlias = str | int | float | bool | date | None
"""What stands in a cell."""

MOST_COLUMNS: Final = 500
MOST_ROWS: Final = 50_000
FORMULA: Final = "=+\\-@\t\r\uff1d\uff0b\uff0d\uff20"
"""The characters with which a formula may begin, ready to stand in brackets."""

_MOST_PROBLEMS: Final = 20
_MOST_MERGED: Final = 200_000
_ALPHABET: Final = 26


@frozen
class Row:
    """Cells beside each other.

    Args:
        number: The line of the text, or the row of the sheet, from 1.
        cells: What stands in it, by column, from 0; what is empty is left out.
    """

    number: int
    cells: Mapping[int, Value]


@frozen
class Merged:
    """Cells that are shown as one, in which the first of them is read.

    Args:
        top: The first row, from 1.
        left: The first column, from 0.
        bottom: The last row.
        right: The last column.
    """

    top: int
    left: int
    bottom: int
    right: int


@frozen
class Sheet:
    """A table.

    Args:
        file: The name of the file, for messages.
        title: The name of the sheet; nothing where the file is the table.
        rows: The rows that are not empty.
        merged: The cells that are shown as one.
        faults: What is wrong with cells, which matters where the sheet is read.
    """

    file: str
    title: str
    rows: tuple[Row, ...]
    merged: tuple[Merged, ...] = ()
    faults: tuple[str, ...] = ()

    def place(self, row: int, column: int | None = None, heading: str = "") -> str:
        """Return where a row or a cell stands, in words."""
        if not self.title:
            cell = "" if column is None else f", column {shown(heading) if heading else column + 1}"
            return f"line {row}{cell}"
        cell = str(row) if column is None else f"{letters(column)}{row}"
        return f"{self.title if self.title.isprintable() else shown(self.title)}!{cell}"

    def filled_down(self, columns: Container[int]) -> "Sheet":
        """Return the table with what stands in merged cells in all rows that they cover.

        Args:
            columns: The columns in which that is meant.

        Raises:
            FileError: More is merged than people would.
        """
        rows = {row.number: row for row in self.rows}
        numbers = [*rows]
        left = _MOST_MERGED
        for merged in self.merged:
            top = rows.get(merged.top)
            if merged.left not in columns or top is None or merged.left not in top.cells:
                continue
            first = bisect_right(numbers, merged.top)
            last = max(first, bisect_right(numbers, merged.bottom))
            left -= last - first
            if left < 0:
                words = f"{shown(self.title)} has more than {_MOST_MERGED:,} merged cells"
                raise FileError(self.file, words)
            for number in numbers[first:last]:
                cells = {merged.left: top.cells[merged.left], **rows[number].cells}
                rows[number] = Row(number, cells)
        return evolve(self, rows=tuple(rows.values()))


def letters(column: int) -> str:
    """Return the letters by which spreadsheets know a column, from 0."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _ALPHABET)
        name = chr(ord("A") + rest) + name
    return name


def filled(number: int, values: Iterable[Value]) -> Row:
    """Return a row of values, without those that are empty."""
    return Row(
        number,
        {place: value for place, value in enumerate(values) if value is not None and value != ""},
    )


def is_blank(value: Value) -> bool:
    """Tell whether a cell shows nothing, because blanks alone stand in it."""
    return isinstance(value, str) and not value.strip()


def in_words(value: Value) -> str:
    """Return what a cell shows."""
    if isinstance(value, bool):
        return str(value).upper()
    return value.isoformat() if isinstance(value, date) else str(value)


@frozen
class Problems:
    """What is wrong with a file, as far as it has been read.

    Args:
        file: The name of the file.
    """

    file: str
    found: list[str] = field(factory=list)

    def add(self, place: str, words: str) -> None:
        """Add a problem; once there are twenty, nobody would read more.

        Raises:
            FileError: There are twenty.
        """
        self.found.append(f"{place}: {words}" if place else words)
        if len(self.found) == _MOST_PROBLEMS:
            self.check()

    def check(self) -> None:
        """Raise all that was found, if anything was.

        Raises:
            FileError: Something is wrong.
        """
        if self.found:
            raise FileError(self.file, self.found)
