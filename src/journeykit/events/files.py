"""Files of events: CSV and Parquet, read piece by piece, so that they may be larger than memory."""

import csv
import gzip
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from glob import escape, glob
from pathlib import Path
from typing import IO, Any, Final, cast

from journeykit._optional import optional_module
from journeykit.errors import EventError, FileError, reason_of, shown
from journeykit.events.engines import own_duckdb
from journeykit.events.keys import free_key

__all__ = ["reading"]

_CSV: Final = (".csv", ".tsv", ".txt")
_PARQUET: Final = (".parquet", ".pq")
_SEPARATORS: Final = (",", ";", "\t", "|")
_FILE: Final = re.compile(r"^\s*file = (.+)$", re.MULTILINE)


@contextmanager
def reading(
    names: Sequence[str],
    columns: Sequence[str],
    *,
    order: str | None = None,
    spared: Sequence[str] = (),
) -> Iterator[tuple[Any, Callable[[], float]]]:
    """Give files as events in DuckDB, and how much of them has been read, in percent.

    All of a CSV file is text, so that nothing is guessed: the case ``007`` stays what it is. Only
    in the column that says which comes first, numbers are numbers, or 10 would come before 9. It
    is separated by whichever of comma, semicolon, tab and bar gives the columns asked for.

    Args:
        names: The files, in which ``*`` stands for anything; all CSV, or all Parquet. What is
            named twice is read once.
        columns: The columns that are asked for.
        order: The one of them that says which comes first.
        spared: Files that must not be among them, because they will be written.

    Raises:
        FileError: A file is not there, cannot be read, is of no known kind, or will be written.
        MissingDependencyError: DuckDB is not installed.
    """
    # Each once, also where several names stand for it.
    places = {Path(path).resolve(): path for name in names for path in _found(name)}
    for path in spared:
        if Path(path).resolve() in places:
            raise FileError(path, "is a file of events, which would be lost; write to another")
    paths = [*places.values()]
    options = _csv_options(paths, columns) if _are_csv(paths) else None
    literally = [escape(path) for path in paths]  # else "[1].csv" is 1.csv to DuckDB
    purpose = "reading files of events"
    duckdb = optional_module("duckdb", extra="duckdb", purpose=purpose)
    with own_duckdb(purpose) as files:
        files.execute("set enable_progress_bar = true; set enable_progress_bar_print = false")
        try:
            if options is None:
                yield files.read_parquet(literally, union_by_name=True), files.query_progress
            else:
                events = files.read_csv(literally, **options)
                # Not where it is something else as well, of which it would make a number.
                if order is not None and order in events.columns and columns.count(order) == 1:
                    events = events.project(_numbers_first(order))
                yield events, files.query_progress
        except duckdb.Error as error:
            raise FileError(paths[0], str(error).splitlines()[0]) from None
        except EventError as error:
            named = _FILE.search(str(error.__cause__))
            if named is None:
                raise
            raise FileError(named[1], str(error)) from None


def _numbers_first(column: str) -> str:
    """Return the SQL by which numbers in a column of text come in their order, before words."""
    name = '"' + column.replace('"', '""') + '"'
    number = f"try_cast({name} as decimal(38, 9))"
    parts = (
        f"'is_text': {number} is null",
        f"'number': coalesce({number}, 0)",
        f"'text': if({number} is null, {name}, '')",
    )
    return f"* replace (if({name} is null, null, {{{', '.join(parts)}}}) as {name})"


def _found(name: str) -> list[str]:
    """Return the files that a name stands for, in alphabetical order."""
    several = [name] if Path(name).exists() else sorted(glob(name, recursive=True))  # noqa: PTH207
    if not several:
        raise FileError(name, "there is no such file")
    return several


def _are_csv(paths: Sequence[str]) -> bool:
    suffixes = {Path(path.lower().removesuffix(".gz")).suffix for path in paths}
    if suffixes <= {*_CSV}:
        return True
    if suffixes <= {*_PARQUET}:
        return False
    strange = sorted(suffixes - {*_CSV, *_PARQUET})
    if strange:
        known = ", ".join((*_CSV, *_PARQUET))
        path = next(path for path in paths if strange[0] in path.lower())
        problem = f"events are not read from files like {shown(strange[0])}; use {known}"
        raise FileError(path, problem)
    raise FileError(paths[0], "events are read from CSV or from Parquet, not from both at once")


def _csv_options(paths: Sequence[str], columns: Sequence[str]) -> Mapping[str, Any]:
    separator, header = _header(paths[0], columns)
    for path in paths[1:]:
        if _header(path, columns) != (separator, header):
            raise FileError(path, f"its columns are not those of {shown(paths[0])}")
    for name in columns:
        if header.count(name) > 1:
            raise FileError(
                paths[0], f"has {header.count(name)} columns {shown(name)}; rename them"
            )
    return {
        "auto_detect": False,
        "columns": dict.fromkeys(_told_apart(paths[0], header, columns), "VARCHAR"),
        "header": True,
        "sep": separator,
        "quotechar": '"',
        "escapechar": '"',
    }


def _told_apart(path: str, header: Sequence[str], columns: Sequence[str]) -> Iterator[str]:
    """Yield a name for each column: its own for those asked for, and for others if DuckDB can.

    To that, names that differ in upper and lower case only are the same, and an empty one is none.
    """
    asked = {name.casefold(): name for name in columns}
    for name in columns:
        if asked[name.casefold()] != name:
            both = f"{shown(name)} and {shown(asked[name.casefold()])}"
            raise FileError(path, f"columns {both} differ in nothing but case; rename one")
    used = {*asked}
    for name in header:
        if name in columns:
            yield name
            continue
        key = free_key(name.casefold() or "column", used)
        used.add(key)
        yield name if key == name.casefold() else key


def _header(path: str, columns: Sequence[str]) -> tuple[str, list[str]]:
    """Return the separator of a CSV file, and the names of its columns."""
    separator, header, most = "", list[str](), (-1, 0)
    try:
        for one in _SEPARATORS:
            with _text(path) as file:
                names = next(csv.reader(file, delimiter=one), [])
            # Most of those asked for, or else most at all, from which the nearest can be told.
            found = (len({*columns} & {*names}), len(names))
            if found > most:
                separator, header, most = one, names, found
    except OSError as error:
        raise FileError(path, f"cannot be read: {reason_of(error)}") from None
    except (UnicodeDecodeError, csv.Error):
        raise FileError(path, "is no text in UTF-8; save it as CSV in UTF-8") from None
    if not any(header):
        raise FileError(path, "is empty")
    return separator, header


def _text(path: str) -> IO[str]:
    if path.lower().endswith(".gz"):
        return cast("IO[str]", gzip.open(path, "rt", encoding="utf-8-sig", newline=""))
    return Path(path).open(encoding="utf-8-sig", newline="")
