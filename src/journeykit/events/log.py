"""Logs: events with their columns in place, of which each row is known to count."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, NoReturn

import narwhals as nw
from attrs import evolve, frozen
from narwhals import Implementation as Engine

from journeykit.errors import EventError, shown
from journeykit.events.engines import (
    Lazy,
    engine_of,
    failures_told,
    in_engine,
    rows,
    with_duckdb,
    with_micros,
)
from journeykit.events.times import (
    DUCKDB_MICROS,
    EXAMPLE,
    has_zone,
    readable,
    with_micros_of_text,
)

__all__ = ["Log", "opened"]

# What engines do not name, such as a column of nothing but nulls, has to be text.
_TEXT: Final = (nw.String, nw.Categorical, nw.Enum, nw.Unknown)


@frozen
class Log:
    """Events, ready to be counted.

    Args:
        frame: Columns ``case``, ``touchpoint`` (text), ``time`` (microseconds since 1970) and
            maybe ``order``; what cannot be counted is null.
        names: What each column was called.
        aware: Whether the times are moments, and not what clocks on some wall said.
        written: Whether the times were text, which then stands in a column ``written``.
        dropped: How many rows have been left out.
        faults: Which those were, in words.
    """

    frame: Lazy
    names: Mapping[str, str]
    aware: bool
    written: bool = False
    dropped: int = 0
    faults: str = ""

    @property
    def order(self) -> tuple[str, ...]:
        """The columns that say which event of a case comes first."""
        return ("time", *(["order"] if "order" in self.names else []), "touchpoint")

    def empty(self) -> EventError:
        """Return the error that there is nothing to count, and what has been left out."""
        return EventError(f"there are no events{self.faults and ': '}{self.faults}")

    def refuse(self) -> NoReturn:
        """Say which rows cannot be counted, and why.

        Raises:
            EventError: Always.
        """
        _, faults = _faults(self, "cannot be counted")
        raise EventError(f'{faults}; mend them, or leave them out with on_bad="drop"')


@contextmanager
def opened(events: object, columns: Mapping[str, str], *, drop: bool) -> Iterator[Log]:
    """Give the events as a log, for as long as it is counted.

    Args:
        events: Any frame that narwhals knows.
        columns: The name of the column of each: ``case``, ``touchpoint``, ``time``, and others.
        drop: Whether to look for rows that cannot be counted now, and leave them out.

    Raises:
        EventError: The events are no frame, lack a column, or hold what cannot be read.
    """
    for what, name in columns.items():
        if not isinstance(name, str):
            raise EventError(f"{what} must be the name of a column, not {shown(name)}")
    with failures_told(), in_engine(events, columns) as frame:
        log = _sound(frame, columns)
        yield _without_bad(log) if drop else log


def _sound(frame: Lazy, names: Mapping[str, str]) -> Log:
    dtypes = frame.collect_schema()
    for what, name in names.items():
        if dtypes[what] == nw.Object:
            _refuse_type(
                frame, f"column {name!r} ({what}=) holds Python objects; make text of it first"
            )
    if not (dtypes["touchpoint"] in _TEXT or dtypes["touchpoint"].is_integer()):
        _refuse_type(
            frame,
            f"column {names['touchpoint']!r} (touchpoint=) holds {dtypes['touchpoint']}, "
            "neither text nor whole numbers; make text of it first",
        )
    # All in one step, because each step of a plan takes time, however few the events.
    frame = frame.select(*(_column(what, dtypes) for what in names))
    written = dtypes["time"] in _TEXT
    frame, aware = (_with_written_times if written else _with_times)(frame, names)
    return Log(frame, names, aware, written)


def _column(what: str, dtypes: Mapping[str, Any]) -> nw.Expr:
    column = nw.col(what)
    if what in ("case", "order") and dtypes[what].is_float():
        return nw.when(~column.is_nan()).then(column)
    text = what == "touchpoint" or (what == "time" and dtypes["time"] in _TEXT)
    return column.cast(nw.String) if text else column


def _with_times(frame: Lazy, names: Mapping[str, str]) -> tuple[Lazy, bool]:
    dtype = frame.collect_schema()["time"]
    if dtype == nw.Date:
        frame = frame.with_columns(nw.col("time").cast(nw.Datetime("us")))
        return with_micros(frame, "time"), False
    if not isinstance(dtype, nw.Datetime):
        _refuse_type(
            frame,
            f"column {names['time']!r} (time=) holds {dtype}, no times; make times of it first",
        )
    return with_micros(frame, "time"), dtype.time_zone is not None


def _with_written_times(frame: Lazy, names: Mapping[str, str]) -> tuple[Lazy, bool]:
    time = nw.col("time")
    frame = frame.with_columns(written=time)
    ((with_zone, without),) = rows(
        frame.select(
            zoned=_number_of(has_zone(time)),
            plain=_number_of(~has_zone(time) & ~readable(time).is_null()),
        )
    )
    if with_zone and without:
        raise EventError(
            f"column {names['time']!r} holds {with_zone:,} times that say how far they are from "
            f"UTC, and {without:,} that do not; write all of them in one way"
        )
    if engine_of(frame) is Engine.DUCKDB and not with_zone:
        return with_duckdb(frame, DUCKDB_MICROS.format("time"), "time"), False
    frame = frame.with_columns(readable(time).alias("time"))
    return with_micros_of_text(frame, "time", aware=bool(with_zone)), bool(with_zone)


def _number_of(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0)).sum()


def _refuse_type(frame: Lazy, problem: str) -> NoReturn:
    """Say what is wrong with a column, unless there is nothing in it that could be wrong."""
    ((total,),) = rows(frame.select(nw.len()))
    raise EventError(problem if total else "there are no events")


def _without_bad(log: Log) -> Log:
    """Return the log without the rows that cannot be counted, and say how many there were."""
    dropped, faults = _faults(log, "are left out")
    if not dropped:
        return log
    sound = [~nw.col(name).is_null() for name in ("case", *log.order)]
    frame = log.frame.filter(*sound)
    return evolve(log, frame=frame, dropped=dropped, faults=faults)


def _faults(log: Log, verdict: str) -> tuple[int, str]:
    """Count the rows that cannot be counted, each under the first thing that it lacks."""
    written = "written" if log.written else "time"
    lacks = {"case": "case", "touchpoint": "touchpoint", "time": written, "order": "order"}
    reasons = [(what, nw.col(lacks[what]).is_null()) for what in lacks if what in log.names]
    if log.written:
        reasons.append(("readable time", nw.col("time").is_null()))
    reason = nw.lit(len(reasons))
    for number, (_, condition) in reversed([*enumerate(reasons)]):
        reason = nw.when(condition).then(nw.lit(number)).otherwise(reason)
    frame = log.frame.with_columns(reason=reason, written=nw.col(written).cast(nw.String))
    found = {
        number: (count, example)
        for number, count, example in rows(
            frame.group_by("reason").agg(nw.len().alias("count"), nw.col("written").min())
        )
    }
    total = sum(count for count, _ in found.values())
    bad = total - found.pop(len(reasons), (0, None))[0]
    parts = []
    for number, (count, example) in sorted(found.items()):
        what = reasons[number][0]
        column = f"column {log.names[what.removeprefix('readable ')]!r}"
        such = f", such as {shown(example)} (write {EXAMPLE!r})" if what not in log.names else ""
        parts.append(f"{count:,} with no {what} in {column}{such}")
    return bad, f"{bad:,} of {total:,} events {verdict}: {', '.join(parts)}"
