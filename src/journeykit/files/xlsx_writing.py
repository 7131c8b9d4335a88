"""Sheets as an Excel workbook, ready to be read and filled in by people."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from types import ModuleType
from typing import Any, Final

from attrs import field, frozen

from journeykit._optional import optional_module
from journeykit._xml import escaped
from journeykit.errors import FileError
from journeykit.files.tables import FORMULA, MOST_ROWS, Sheet, Value, in_words

__all__ = ["Choice", "Page", "write_pages"]

_PURPOSE: Final = "writing an Excel workbook"
_LONGEST: Final = 32_767
_FIRST_DAY: Final = date(1900, 3, 1)  # before it, days in workbooks are not those of a calendar
_LONGEST_LIST: Final = 255
_FEWEST_ROWS: Final = 200
_WIDTHS: Final = (10, 44)
_WIDE_HEADING: Final = 2
_FORMULA: Final = re.compile(f"[{FORMULA}]")
_SOON: Final = (1980, 1, 1, 0, 0, 0)
_MOMENTS: Final = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


@frozen
class Choice:
    """What may stand in a column.

    Args:
        words: The words that are offered, or the cells in which they stand.
        low: The smallest number.
        high: The largest number.
        strict: Whether nothing else may be typed.
    """

    words: tuple[str, ...] | str = ()
    low: float | None = None
    high: float | None = None
    strict: bool = True


@frozen
class Page:
    """A sheet that is to be written.

    Args:
        title: Its name.
        rows: Its rows, of which the first are the headings.
        choices: What may stand in a column, by its place.
        headings: How many columns on the left are headings.
        hidden: Whether it is there for other sheets alone.
    """

    title: str
    rows: Sequence[Sequence[Value]]
    choices: Mapping[int, Choice] = field(factory=dict)
    headings: int = 0
    hidden: bool = False


def write_pages(pages: Sequence[Page], file: str) -> bytes:
    """Return sheets as the bytes of a workbook: the same for the same sheets.

    All words are words to Excel, also those that begin as a formula does.

    Args:
        pages: What it holds.
        file: The name of the file, for messages.

    Raises:
        FileError: Words are longer than a cell can hold.
        MissingDependencyError: openpyxl is not installed.
    """
    openpyxl = optional_module("openpyxl", extra="excel", purpose=_PURPOSE)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for page in pages:
        _Writer(openpyxl, file, page).write(book.create_sheet(page.title))
    content = io.BytesIO()
    book.save(content)
    return _timeless(content.getvalue())


@frozen
class _Writer:
    openpyxl: ModuleType
    file: str
    page: Page

    def write(self, sheet: Any) -> None:  # noqa: ANN401 - openpyxl's
        """Write a page into a sheet."""
        styles = self.openpyxl.styles
        heading = styles.Font(bold=True)
        shade = styles.PatternFill("solid", fgColor="E7E6E6")
        wrapped = styles.Alignment(wrap_text=True, vertical="top")
        for number, values in enumerate(self.page.rows, 1):
            for place, value in enumerate(values, 1):
                if value is None:
                    continue
                cell = sheet.cell(number, place)
                self._fill(cell, value)
                cell.alignment = wrapped
                if number == 1 or place <= self.page.headings:
                    cell.font, cell.fill = heading, shade
        sheet.freeze_panes = sheet.cell(2, self.page.headings + 1)
        sheet.sheet_state = "hidden" if self.page.hidden else "visible"
        self._widen(sheet)
        for place, choice in self.page.choices.items():
            self._offer(sheet, place, choice)

    def _fill(self, cell: Any, value: Value) -> None:  # noqa: ANN401 - openpyxl's
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            # With all digits, of which openpyxl would leave some out.
            cell.value, cell.data_type = repr(value), "n"
            return
        if isinstance(value, bool) or (isinstance(value, date) and value >= _FIRST_DAY):
            cell.value = value
            return
        words = escaped(in_words(value))
        if len(words.encode("utf-16-le")) > 2 * _LONGEST:
            place = Sheet(self.file, self.page.title, ()).place(cell.row, cell.column - 1)
            limit = f"a cell of a workbook holds at most {_LONGEST:,} characters"
            raise FileError(self.file, f"{place}: {limit}; save as .toml, .yaml or .json")
        cell.value = words
        cell.data_type = "s"
        if _FORMULA.match(in_words(value)):
            # As an apostrophe does, which Excel keeps apart: no formula, not even when edited.
            cell.quotePrefix = True

    def _widen(self, sheet: Any) -> None:  # noqa: ANN401 - openpyxl's
        least, most = _WIDTHS
        for place in range(1, max(map(len, self.page.rows), default=0) + 1):
            longest = max(
                max(map(len, str(row[place - 1]).split("\n")), default=0)
                for row in self.page.rows
                if len(row) >= place
            )
            letter = self.openpyxl.utils.get_column_letter(place)
            sheet.column_dimensions[letter].width = min(max(longest + _WIDE_HEADING, least), most)

    def _offer(self, sheet: Any, place: int, choice: Choice) -> None:  # noqa: ANN401 - openpyxl's
        validation = self.openpyxl.worksheet.datavalidation.DataValidation
        if choice.low is not None:
            rule = validation("decimal", formula1=str(choice.low), formula2=str(choice.high))
        elif isinstance(choice.words, str):
            rule = validation("list", formula1=choice.words)
        else:
            listed = ",".join(choice.words)
            if len(listed) > _LONGEST_LIST:
                return
            rule = validation("list", formula1=f'"{listed}"')
        rule.allow_blank, rule.showErrorMessage = True, choice.strict
        letter = self.openpyxl.utils.get_column_letter(place + 1)
        last = min(max(2 * len(self.page.rows), _FEWEST_ROWS), MOST_ROWS)
        rule.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(rule)


def _timeless(content: bytes) -> bytes:
    """Return a workbook without the time at which it was written."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as archive,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as again,
    ):
        for part in archive.namelist():
            again.writestr(zipfile.ZipInfo(part, _SOON), _MOMENTS.sub(b"", archive.read(part)))
    return packed.getvalue()
