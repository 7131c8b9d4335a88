"""What stands in the sheets of an Excel workbook.

A workbook is an archive of XML. It is read here piece by piece, within limits, and without
anything that it could bring along: formulas are not computed (the values that stand beside them
are taken), macros are not run, links are not followed.
"""

import math
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Final, NoReturn

from attrs import define, field

from journeykit._xml import unescaped
from journeykit.errors import FileError, shown
from journeykit.files.tables import Merged, Row, Sheet, Value
from journeykit.files.xlsx_archive import Archive, Reading, archive_of, local

__all__ = ["read_sheets"]

_MOST_SHEETS: Final = 100
_MOST_CHARACTERS: Final = 20_000_000
_CELL: Final = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>[1-9][0-9]{0,6})")
_AREA: Final = re.compile(
    r"(?P<left>[A-Z]{1,3})(?P<top>[1-9][0-9]{0,6}):(?P<right>[A-Z]{1,3})(?P<bottom>[1-9][0-9]{0,6})"
)
_MOST_FAULTS: Final = 20
_DIGITS: Final = re.compile(r"[0-9]{1,7}")
_WHOLE: Final = re.compile(r"-?[0-9]{1,18}")
_NUMBER: Final = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?")
_LONGEST_NUMBER: Final = 400
# The numbers that Excel gives to its own formats for days and times.
_DATE_FORMATS: Final = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_DATE_LETTERS: Final = re.compile(r"[dmyhs]", re.IGNORECASE)
_NO_LETTERS: Final = re.compile(r'"[^"]*"|\\.|_.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_FIRST_DAY: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - days in workbooks have no time zone
_FIRST_DAY_ON_MAC: Final = datetime(1904, 1, 1)  # noqa: DTZ001 - days in workbooks have no time zone
_EXACT: Final = 2**53
_NO_DAY: Final = 60
_SECONDS: Final = 86_400
_LAST_DAY: Final = 2_958_465
_WORKBOOK: Final = "officeDocument"


def read_sheets(content: bytes, file: str) -> list[Sheet]:
    """Return the sheets of a workbook that hold cells.

    Args:
        content: The bytes of the workbook.
        file: The name of the file, for messages.

    Raises:
        FileError: It is no workbook, is damaged, or is too large.
    """
    archive = archive_of(content, file)
    book = archive.target_of("", _WORKBOOK)
    if book is None:
        raise FileError(file, "is no Excel workbook; save it as .xlsx")
    reading = _Book(archive)
    return list(reading.sheets(book))


class _Words(Reading):
    """Takes the words of elements, but for how they are spoken."""

    def __init__(self) -> None:
        self._taking = False
        self._spoken = False
        self._words: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        kind = local(name)
        self._spoken = self._spoken or kind == "rPh"
        self._taking = kind in ("t", "v") and not self._spoken
        self.begin(kind, attributes)

    def words(self, words: str) -> None:
        if self._taking:
            self._words.append(words)

    def end(self, name: str) -> None:
        kind = local(name)
        self._spoken = self._spoken and kind != "rPh"
        self._taking = False
        self.finish(kind)

    def take(self) -> str:
        """Return the words that were met since the last time."""
        words = "".join(self._words)
        self._words.clear()
        return words

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element."""

    def finish(self, name: str) -> None:
        """Take the end of an element."""


class _Strings(_Words):
    """Takes the words that cells share."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def finish(self, name: str) -> None:
        if name == "si":
            self.found.append(unescaped(self.take()))


class _Styles(Reading):
    """Takes the styles in which numbers are days."""

    def __init__(self) -> None:
        self.dates: set[int] = set()
        self._formats = set(map(str, _DATE_FORMATS))
        self._styles = 0
        self._counting = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        kind, number = local(name), attributes.get("numFmtId", "")
        if kind == "numFmt":
            code = _NO_LETTERS.sub("", attributes.get("formatCode", ""))
            if _DATE_LETTERS.search(code):
                self._formats.add(number)
        elif kind == "cellXfs":
            self._counting = True
        elif kind == "xf" and self._counting:
            if number in self._formats:
                self.dates.add(self._styles)
            self._styles += 1

    def end(self, name: str) -> None:
        if local(name) == "cellXfs":
            self._counting = False


class _Contents(Reading):
    """Takes the names of the sheets."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.first_day = _FIRST_DAY

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        kind = local(name)
        if kind == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.first_day = _FIRST_DAY_ON_MAC
        elif kind == "sheet":
            key = next((attributes[each] for each in attributes if local(each) == "id"), "")
            self.sheets.append((attributes.get("name", ""), key))


@define
class _Book:
    """Gives the sheets of a workbook."""

    archive: Archive
    strings: list[str] = field(factory=list)
    dates: set[int] = field(factory=set)
    first_day: datetime = _FIRST_DAY
    characters_left: int = _MOST_CHARACTERS

    def count(self, value: Value) -> None:
        """Count the characters of a cell, for many cells may share the same words."""
        if isinstance(value, str):
            self.characters_left -= len(value)
            if self.characters_left < 0:
                words = f"its cells hold more than {_MOST_CHARACTERS // 1_000_000} million"
                raise FileError(self.archive.file, f"{words} characters")

    def sheets(self, book: str) -> Iterator[Sheet]:
        """Give the sheets that hold cells, in their order.

        Args:
            book: The part that names them.
        """
        contents = _Contents()
        self.archive.walk(book, contents)
        self.first_day = contents.first_day
        if len(contents.sheets) > _MOST_SHEETS:
            raise FileError(self.archive.file, f"has more than {_MOST_SHEETS} sheets")
        if part := self.archive.target_of(book, "sharedStrings"):
            strings = _Strings()
            self.archive.walk(part, strings)
            self.strings = strings.found
        if part := self.archive.target_of(book, "styles"):
            styles = _Styles()
            self.archive.walk(part, styles)
            self.dates = styles.dates
        targets = self.archive.targets(book)
        for title, key in contents.sheets:
            kind, part = targets.get(key, ("", ""))
            if kind == "worksheet":
                cells = _Cells(self, title)
                self.archive.walk(part, cells)
                if cells.rows:
                    rows = tuple(cells.in_order())
                    merged, faults = tuple(cells.merged), tuple(cells.faults)
                    yield Sheet(self.archive.file, title, rows, merged, faults)


class _Cells(_Words):
    """Takes the cells of a sheet."""

    def __init__(self, book: _Book, title: str) -> None:
        super().__init__()
        self.rows: dict[int, dict[int, Value]] = {}
        self.merged: list[Merged] = []
        self.faults: list[str] = []
        self._book = book
        self._sheet = Sheet(book.archive.file, title, ())
        self._row = 0
        self._column = -1
        self._kind = "n"
        self._is_day = False
        self._has_formula = False

    def in_order(self) -> Iterator[Row]:
        """Give the rows in their order."""
        for number in sorted(self.rows):
            yield Row(number, dict(sorted(self.rows[number].items())))

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the place and the kind of a cell."""
        if name == "row":
            number = attributes.get("r", "")
            self._row = int(number) if _DIGITS.fullmatch(number) else self._row + 1
            self._column = -1
        elif name == "c":
            self._column += 1
            if place := _CELL.fullmatch(attributes.get("r", "")):
                self._column = _column(place["column"])
                self._row = int(place["row"])
            self._kind = attributes.get("t", "n")
            style = attributes.get("s", "")
            self._is_day = bool(_DIGITS.fullmatch(style)) and int(style) in self._book.dates
            self._has_formula = False
            self.take()
        elif name == "f":
            self._has_formula = True
        elif name == "mergeCell" and (area := _AREA.fullmatch(attributes.get("ref", ""))):
            left, right = _column(area["left"]), _column(area["right"])
            self.merged.append(Merged(int(area["top"]), left, int(area["bottom"]), right))

    def finish(self, name: str) -> None:
        """Take the value of a cell."""
        if name == "c":
            words = self.take()
            value = self._value(words) if words else None
            if value is None and self._has_formula and self._kind != "str":
                way_out = "open it in a spreadsheet program and save it there"
                value = self._fault(f"the formula has no value; {way_out}", "#VALUE!")
            if value is not None and value != "":
                self._book.count(value)
                self.rows.setdefault(self._row, {})[self._column] = value

    def _value(self, words: str) -> Value:
        if self._kind == "s":
            return self._shared(words)
        if self._kind in ("str", "inlineStr"):
            return unescaped(words)
        if self._kind == "b":
            return words.strip() in ("1", "true")
        if self._kind == "e":
            return self._fault(f"holds the error {shown(words)}", words)
        if self._kind == "d":
            return _day_in(words)
        return self._number(words.strip())

    def _shared(self, words: str) -> str:
        position = int(words) if _DIGITS.fullmatch(words.strip()) else -1
        if not 0 <= position < len(self._book.strings):
            self._refuse(f"the words {shown(words)} are missing in the workbook")
        return self._book.strings[position]

    def _number(self, words: str) -> Value:
        number: float
        if _WHOLE.fullmatch(words):
            number = int(words)
        elif len(words) <= _LONGEST_NUMBER and _NUMBER.fullmatch(words):
            number = float(words)
        else:
            number = math.nan
        if not math.isfinite(number):
            self._refuse(f"{shown(words)} is no number")
        if self._is_day and 0 <= number <= _LAST_DAY:
            return _day(self._book.first_day, number)
        return int(number) if abs(number) < _EXACT and number == int(number) else number

    def _fault(self, words: str, value: str) -> str:
        """Remember what is wrong with a cell, and return what stands in it meanwhile."""
        if len(self.faults) < _MOST_FAULTS:
            self.faults.append(f"{self._sheet.place(self._row, self._column)}: {words}")
        return value

    def _refuse(self, words: str) -> NoReturn:
        place = self._sheet.place(self._row, self._column)
        raise FileError(self._book.archive.file, f"{place}: {words}")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _day(first: datetime, number: float) -> Value:
    """Return the day that a number stands for, with its time in words where it has one."""
    if first == _FIRST_DAY and 1 <= number < _NO_DAY:
        number += 1  # for Excel, 1900 was a leap year
    moment = first + timedelta(seconds=round(number * _SECONDS))
    return _told(moment) if number >= 1 or moment.time() == time() else moment.time().isoformat()


def _day_in(words: str) -> Value:
    """Return the day that words stand for, as strict workbooks have them, or the words."""
    try:
        return _told(datetime.fromisoformat(words).replace(tzinfo=None))
    except ValueError:
        return words


def _told(moment: datetime) -> Value:
    return moment.date() if moment.time() == time() else moment.isoformat(sep=" ")
