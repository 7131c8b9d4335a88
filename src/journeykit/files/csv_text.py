"""Tables as text with commas, semicolons or tabs, as spreadsheet programs write and read them."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from journeykit.errors import FileError, shown
from journeykit.files.tables import (
    FORMULA,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Sheet,
    Value,
    filled,
    in_words,
)

__all__ = ["COMMA", "SEMICOLON", "TAB", "parse", "write"]

COMMA, SEMICOLON, TAB = ",", ";", "\t"
_LARGEST: Final = 20_000_000
_MOST_LINES: Final = 1_000_000
_MOST_CELLS: Final = 1_000_000
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The first line by which Excel is told what stands between cells.
_TOLD: Final = re.compile(r"sep=(?P<between>[^\r\n])(?:\r\n|\r|\n)", re.IGNORECASE)
# What spreadsheet programs may run where it stands first, also after the mark that we put there.
_TO_MARK: Final = re.compile(f"'*[{FORMULA}]")
_MARKED: Final = re.compile(f"'+[{FORMULA}]")


def parse(
    content: bytes,
    file: str,
    *,
    known: Callable[[Sequence[str]], int],
    encoding: str | None = None,
    usual: str = COMMA,
) -> Sheet:
    """Return the table that a text holds.

    Args:
        content: The bytes of the text.
        file: The name of the file, for messages.
        known: Counts the headings in a row that are known, by which the mark between cells is
            found.
        encoding: The encoding, where it is neither UTF-8 nor UTF-16 with a byte order mark.
        usual: What stands between cells where any would do.

    Raises:
        FileError: It is no such text, or too large.
    """
    text = _decoded(content, file, encoding)
    first_line = 1
    between = ""
    if told := _TOLD.match(text):
        between, first_line, text = told["between"], 2, text[told.end() :]
    if text.count("\n") + text.count("\r") > 2 * _MOST_LINES:
        raise FileError(file, f"has more than {_MOST_LINES:,} lines")
    between = between or _between(text, known, usual)
    rows = tuple(_rows(text, file, between, first_line))
    if not rows:
        raise FileError(file, "is empty")
    return Sheet(file, "", rows)


def _decoded(content: bytes, file: str, encoding: str | None) -> str:
    if len(content) > _LARGEST:
        raise FileError(file, f"is larger than {_LARGEST // 1_000_000} MB")
    used = encoding or next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(used).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        words = f"line {line}: byte {error.start}: not valid {used.removesuffix('-sig').upper()}"
        way_out = "save it as 'CSV UTF-8', or tell its encoding, such as encoding='cp1252'"
        raise FileError(file, f"{words}; {way_out}") from None
    except (LookupError, TypeError, ValueError):
        raise FileError(file, f"there is no encoding {shown(encoding)} for text") from None
    if "\0" in text[:2]:
        # Every other byte of UTF-16 is null, and no heading begins so.
        words = "line 1: holds null characters, as UTF-16 without a mark does"
        raise FileError(file, f"{words}; save it as 'CSV UTF-8', or tell its encoding")
    return text


def _between(text: str, known: Callable[[Sequence[str]], int], usual: str) -> str:
    """Return what stands between cells: that by which most headings are known."""
    marks = sorted((COMMA, SEMICOLON, TAB), key=lambda mark: mark != usual)
    return max(marks, key=lambda mark: known(_first_row(text, mark)))


def _first_row(text: str, between: str) -> Sequence[str]:
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True):
            if any(row):
                return [_restored(cell) for cell in row[:MOST_COLUMNS]]
    except csv.Error:
        pass
    return ()


def _rows(text: str, file: str, between: str, first_line: int) -> Iterable[Row]:
    lines = io.StringIO(text, newline="")
    number, cells, rows = first_line, 0, 0
    try:
        reader = csv.reader(lines, delimiter=between, strict=True)
        for values in reader:
            row = filled(number, map(_restored, values))
            number = first_line + reader.line_num
            cells += len(row.cells)
            if cells > _MOST_CELLS:
                raise FileError(file, f"has more than {_MOST_CELLS:,} cells")
            if row.cells:
                rows += 1
                if rows > MOST_ROWS + 1:
                    words = f"a table has at most {MOST_ROWS:,} rows"
                    raise FileError(file, f"line {row.number}: {words}")
                yield row
    except csv.Error as error:
        # It tells the mark between cells as it is, which may be a tab.
        words = str(error).replace(between, shown(between)[1:-1])
        raise FileError(file, f"line {number}: {words}") from None


def _restored(cell: str) -> str:
    return cell[1:] if _MARKED.match(cell) else cell


def write(rows: Iterable[Sequence[Value]], *, between: str, decimal_comma: bool) -> bytes:
    """Return rows as the bytes of a text.

    Words that a spreadsheet program could take for a formula have an apostrophe before them,
    which is taken away when they are read. A byte order mark stands before what is not ASCII,
    because Excel would read it in another encoding.

    Args:
        rows: What stands in the rows.
        between: What stands between cells.
        decimal_comma: Whether numbers have a comma before their decimals.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=between)
    for row in rows:
        writer.writerow([_written(value, decimal_comma=decimal_comma) for value in row])
    text = lines.getvalue()
    return text.encode("ascii" if text.isascii() else "utf-8-sig")


def _written(value: Value, *, decimal_comma: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value).replace(".", ",") if decimal_comma else repr(value)
    words = in_words(value)
    return f"'{words}" if isinstance(value, str) and _TO_MARK.match(words) else words
