"""Engines: where events are counted, and what each has to be told in its own words."""

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import Any, Final, TypeAlias, cast

import narwhals as nw
from narwhals import Implementation as Engine
from narwhals.dependencies import get_pandas, is_dask_dataframe, is_pandas_dataframe

from journeykit._optional import optional_module
from journeykit.errors import (
    EventError,
    JourneykitError,
    MissingDependencyError,
    UnknownKeyError,
    list_problems,
    shown,
)

__all__ = [
    "SPARK",
    "Lazy",
    "engine_of",
    "failures_told",
    "in_engine",
    "own_duckdb",
    "rows",
    "with_duckdb",
    "with_micros",
]

Lazy: TypeAlias = nw.LazyFrame[Any]

SPARK: Final = (Engine.PYSPARK, Engine.PYSPARK_CONNECT)
# What follows the first paragraph is the engine's plan, or advice for its own users.
_ADVICE: Final = re.compile(r"\n\n|\nPossible ")
# DuckDB repeats a whole row of a CSV file, however long, before it says what is wrong with it.
_ROW: Final = re.compile(r"\nOriginal Line: .*?\n([^\n]+)\n+Possible ", re.DOTALL)
_MOST: Final = 200  # characters of what an engine says
_INTERRUPTED: Final = RuntimeError, "Query interrupted"
_HOUR: Final = 3_600_000_000


@contextmanager
def in_engine(events: object, columns: Mapping[str, str]) -> Iterator[Lazy]:
    """Give columns of the events in an engine that counts well, for as long as that is needed.

    Each is called what it is, whatever it was called.

    What is lazy stays where it is, and so does polars. Other frames in memory are lent to DuckDB
    or else to polars, which order events many times faster; so are those of Dask, which cannot
    order them, by way of files.

    Args:
        events: Any frame that narwhals knows.
        columns: What each column is, and its name in the events.

    Raises:
        EventError: It is no frame, or lacks a column.
        MissingDependencyError: Neither DuckDB nor polars is installed to count for another.
    """
    native = nw.to_native(events, pass_through=True)
    # Names that DuckDB can tell apart, to which "T" and "t" are the same.
    plain = {name: what for what, name in columns.items()}
    plainly = {what: nw.col(plain[name]) for what, name in columns.items()}
    with ExitStack() as stack:
        if is_dask_dataframe(native):
            _refuse_missing(native.columns, columns)
            yield _written_out(native[[*plain]].rename(columns=plain), stack).select(**plainly)
            return
        frame = _known(native)
        _refuse_missing(frame.collect_schema().names(), columns)
        if isinstance(frame, nw.LazyFrame) or frame.implementation is Engine.POLARS:
            yield frame.lazy().select(**{what: nw.col(name) for what, name in columns.items()})
        else:
            frame = frame.select([*plain]).rename(plain)
            yield _lent(frame, columns, stack).select(**plainly)


def _known(native: Any) -> "nw.DataFrame[Any] | Lazy":  # noqa: ANN401 - that is the question
    try:
        return cast("nw.DataFrame[Any] | Lazy", nw.from_native(native))
    except TypeError:
        raise EventError(
            f"events must be a data frame, not {shown(native)}; "
            "make one of it, for instance with polars.DataFrame or polars.scan_csv"
        ) from None


def _refuse_missing(names: Any, columns: Mapping[str, str]) -> None:  # noqa: ANN401 - or an Index
    known = [name for name in names if isinstance(name, str)]
    problems = [
        f"{UnknownKeyError('column', name, known, 'the events')} ({what}=)"
        for what, name in columns.items()
        if name not in known
    ]
    if problems:
        raise EventError(list_problems(problems))


def _lent(frame: nw.DataFrame[Any], columns: Mapping[str, str], stack: ExitStack) -> Lazy:
    native = frame.to_native()
    lent = native if is_pandas_dataframe(native) else frame.to_arrow()
    purpose = f"counting the events of a frame of {frame.implementation}"
    try:
        connection = stack.enter_context(own_duckdb(purpose))
    except MissingDependencyError:
        return _lent_to_polars(frame, purpose)
    if is_pandas_dataframe(native):
        _look_at_all_objects(native, connection)
    try:
        connection.register("events", lent)
        return cast("Lazy", nw.from_native(connection.table("events")))
    except Exception as error:
        # Of a type that no other engine has, such as periods.
        strange = [
            f"column {columns[what]!r} ({what}=) cannot be read: {error}; "
            f"make {'times' if what == 'time' else 'text'} of it first"
            for what, dtype in frame.schema.items()
            if dtype == nw.Unknown
        ]
        raise EventError(
            list_problems(strange or [f"the events cannot be read: {error}"])
        ) from error


def _look_at_all_objects(native: Any, connection: Any) -> None:  # noqa: ANN401
    """Have DuckDB look at all values of columns that may hold anything, unless that is text.

    It looks at a thousand, and makes of the others what those are: 2 of 1.5, a day of a moment.
    """
    infer = get_pandas().api.types.infer_dtype
    mixed = [name for name, dtype in native.dtypes.items() if str(dtype) == "object"]
    if any(infer(native[name]) not in ("string", "empty") for name in mixed):
        connection.execute(f"set pandas_analyze_sample = {max(1, len(native))}")


def _lent_to_polars(frame: nw.DataFrame[Any], purpose: str) -> Lazy:
    try:
        optional_module("polars", extra="polars", purpose=purpose)
    except MissingDependencyError:
        raise MissingDependencyError("duckdb", "duckdb", purpose) from None
    return frame.lazy("polars")


def _written_out(native: Any, stack: ExitStack) -> Lazy:  # noqa: ANN401 - Dask has no types
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="journeykit-"))
    native.to_parquet(folder, write_index=False)
    purpose = "counting the events of a frame of Dask"
    connection = stack.enter_context(own_duckdb(purpose))
    return cast("Lazy", nw.from_native(connection.read_parquet(f"{folder}/*.parquet")))


@contextmanager
def own_duckdb(purpose: str) -> Iterator[Any]:
    """Give a connection to DuckDB that nobody else uses: one is not for several threads at once.

    Args:
        purpose: What it is for, in messages.

    Raises:
        MissingDependencyError: DuckDB is not installed.
    """
    duckdb = optional_module("duckdb", extra="duckdb", purpose=purpose)
    # What does not fit into memory would go to the folder in which the program runs, else.
    with (
        tempfile.TemporaryDirectory(prefix="journeykit-") as folder,
        duckdb.connect(config={"temp_directory": folder}) as connection,
    ):
        yield connection


def engine_of(frame: Lazy) -> Engine:
    """Return what counts the events of a frame.

    Args:
        frame: The events.
    """
    return frame.implementation


def with_micros(frame: Lazy, name: str) -> Lazy:
    """Put whole microseconds since 1970 in the place of a column of moments.

    Args:
        frame: The events.
        name: The column: no text, and no days.
    """
    dtype = cast("nw.Datetime", frame.collect_schema()[name])
    engine = engine_of(frame)
    if engine in SPARK:
        return _spark_micros(frame, name, aware=dtype.time_zone is not None)
    if engine is Engine.IBIS:
        native = frame.to_native()
        epoch = datetime(1970, 1, 1)  # noqa: DTZ001 - Ibis adds the zone
        micros = native[name].delta(epoch, unit="microsecond")
        return cast("Lazy", nw.from_native(native.mutate(**{name: micros})))
    if engine is Engine.DUCKDB:
        return with_duckdb(frame, f"epoch_us({name})", name)
    return frame.with_columns(nw.col(name).dt.timestamp("us"))


def with_duckdb(frame: Lazy, expression: str, name: str) -> Lazy:
    """Put an expression in DuckDB's own words in the place of a column.

    Args:
        frame: The events, in DuckDB.
        expression: The words, in SQL.
        name: The column.
    """
    return cast(
        "Lazy", nw.from_native(frame.to_native().project(f"* replace ({expression} as {name})"))
    )


def _spark_micros(frame: Lazy, name: str, *, aware: bool) -> Lazy:
    # A clock on the wall is taken apart, because Spark would hang it in the session's zone first.
    micros = (
        f"unix_micros({name})"
        if aware
        else f"unix_date(cast({name} as date)) * {24 * _HOUR}L + hour({name}) * {_HOUR}L"
        f" + minute({name}) * 60000000L + cast(extract(second from {name}) * 1000000 as bigint)"
    )
    native = frame.to_native()
    others = [f"`{other}`" for other in native.columns if other != name]
    return cast("Lazy", nw.from_native(native.selectExpr(*others, f"{micros} as {name}")))


def rows(frame: Lazy) -> list[tuple[Any, ...]]:
    """Fetch what has been counted.

    Args:
        frame: The counts: as few rows as there are different things.
    """
    native = frame.to_native()
    if engine_of(frame) is Engine.DUCKDB:
        return cast("list[tuple[Any, ...]]", native.fetchall())
    if engine_of(frame) in SPARK:
        return [tuple(row) for row in native.collect()]
    return frame.collect().rows()


@contextmanager
def failures_told() -> Iterator[None]:
    """Say in one line why an engine failed on the events.

    Raises:
        EventError: It did.
        KeyboardInterrupt: The user stopped it.
    """
    try:
        yield
    except (JourneykitError, MemoryError):
        raise
    except Exception as error:
        # All that DuckDB leaves of a KeyboardInterrupt.
        if (type(error), str(error)) == _INTERRUPTED:
            raise KeyboardInterrupt from None
        words = _ROW.sub(r": \1\n\n", str(error).strip())
        reason = " ".join(_ADVICE.split(words)[0].split()) or type(error).__name__
        raise EventError(f"the events could not be counted: {reason[:_MOST]}") from error
