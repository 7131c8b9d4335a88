"""Times: text of ISO 8601 is read alike by every engine, and no other text is."""

import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

import duckdb
import ibis
import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import journeykit as jk
from journeykit import EventError, EventWarning

COLUMNS: dict[str, Any] = {"case": "who", "touchpoint": "what", "time": "when"}
ENGINES: Final[dict[str, Callable[[pl.DataFrame], Any]]] = {
    "polars": pl.DataFrame.lazy,
    "duckdb": lambda frame: duckdb.from_arrow(frame.to_arrow()),
    "ibis": lambda frame: ibis.memtable(frame.to_arrow()),
}
PRECISIONS: Final = {
    "minutes": timedelta(minutes=1),
    "seconds": timedelta(seconds=1),
    "milliseconds": timedelta(milliseconds=1),
    "microseconds": timedelta(microseconds=1),
}
# A day from either end, beyond which some zone is in a year that Python does not have.
MIN_TIME: Final = datetime(1, 1, 2)  # noqa: DTZ001
MAX_TIME: Final = datetime(9999, 12, 30)  # noqa: DTZ001
LEAP_DAYS: Final = [
    ("2000-02-29T23:59:59.999999", datetime(2000, 2, 29, 23, 59, 59, 999_999)),  # noqa: DTZ001
    ("0001-01-01", datetime(1, 1, 1)),  # noqa: DTZ001
    ("2026-03-01 01:30:00 -0130", datetime(2026, 3, 1, 3, tzinfo=UTC)),
]
UNREADABLE: Final = [
    "",
    "soon",
    "0000-01-01",
    "2023-02-29",
    "1900-02-29 10:00",
    "2026-04-31",
    "2026-13-01",
    "2026-1-1",
    "20260101",
    "01/02/2026",
    "2026-01-01 10",
    "2026-01-01 24:00",
    "2026-01-01 10:60",
    "2026-01-01 10:00:60",
    "2026-01-01 10:00:00,5",
    "2026-01-01  10:00",
    "2026-01-01 10:00:00+15:00",
    "2026-01-01+01:00",
    " 2026-01-01",
    "infinity",
]


@st.composite
def written(draw: st.DrawFn) -> tuple[str, datetime]:
    """Make a moment, and one of the ways in which it can be written."""
    moment = draw(st.datetimes(MIN_TIME, MAX_TIME))
    if draw(st.booleans()):
        minutes = draw(st.integers(-14 * 60, 14 * 60) | st.sampled_from([0, 60, -300]))
        moment = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    precision = draw(st.sampled_from(["days", *PRECISIONS]))
    if precision == "days":
        moment = moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
        return moment.date().isoformat(), moment
    least = MIN_TIME.replace(tzinfo=moment.tzinfo)
    moment = least + (moment - least) // PRECISIONS[precision] * PRECISIONS[precision]
    text = moment.isoformat(draw(st.sampled_from(" T")), precision)
    if text.endswith("+00:00"):
        text = text.removesuffix("+00:00") + draw(st.sampled_from(["Z", " UTC", "+00", " +0000"]))
    elif moment.tzinfo is not None and draw(st.booleans()):
        text = text[:-3] + text[-2:]
    return text, moment


def log_of(*texts: str | None) -> pl.DataFrame:
    """Return a log with an event at each time."""
    return pl.DataFrame({"who": [1] * len(texts), "what": "x", "when": texts}).cast(
        {"when": pl.String}
    )


def told(moment: datetime) -> str:
    """Return how a journey tells a moment."""
    return (moment if moment.tzinfo is None else moment.astimezone(UTC)).isoformat()


@pytest.mark.parametrize("engine", ENGINES)
def test_readable(engine: str) -> None:
    """Times are read to the microsecond, whichever way they are written."""

    @settings(max_examples=4)
    @example(LEAP_DAYS)
    @given(st.lists(written(), min_size=1, max_size=40))
    def look(pairs: list[tuple[str, datetime]]) -> None:
        for zoned in (False, True):
            chosen = [pair for pair in pairs if (pair[1].tzinfo is not None) == zoned]
            if chosen:
                log = log_of(*(text for text, _ in chosen))
                log = log.with_columns(what=pl.int_range(pl.len()))
                journey = jk.fit(ENGINES[engine](log), **COLUMNS)
                for number, (_, moment) in enumerate(chosen):
                    found = journey.data["touchpoints"][str(number)]["first_seen"]
                    assert found == told(moment)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", EventWarning)
        look()


@pytest.mark.parametrize("engine", ENGINES)
def test_unreadable(engine: str) -> None:
    """What is no time on every engine is no time on any, and one is shown."""
    texts = [*UNREADABLE, None, "2026-01-01"]
    with pytest.raises(EventError) as caught:
        jk.fit(ENGINES[engine](log_of(*texts)), **COLUMNS)
    assert str(caught.value).startswith(
        f"{len(UNREADABLE) + 1} of {len(texts)} events cannot be counted: "
        f"1 with no time in column 'when', {len(UNREADABLE)} with no readable time in column "
        "'when', such as '' (write '2026-01-31 14:05:00');"
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_zones_or_none(engine: str) -> None:
    """Times with a zone and times without cannot be compared."""
    log = log_of("2026-01-01 10:00Z", "2026-01-01 10:00", "2026-01-01")
    with pytest.raises(EventError) as caught:
        jk.fit(ENGINES[engine](log), **COLUMNS)
    assert str(caught.value) == (
        "column 'when' holds 1 times that say how far they are from UTC, and 2 that do not; "
        "write all of them in one way"
    )


def test_fractions_are_cut() -> None:
    """What is smaller than a microsecond is cut off, not rounded."""
    for engine in ENGINES.values():
        journey = jk.fit(engine(log_of("2026-01-01 10:00:00.123456789")), **COLUMNS)
        assert journey.data["first_seen"] == "2026-01-01T10:00:00.123456"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("unit", ["ms", "us", "ns"])
def test_units_and_days(engine: str, unit: Any) -> None:  # noqa: ANN401
    """Times of any unit are read, and days are midnights."""
    log = log_of("2026-01-01", "2026-01-02").with_columns(pl.col("when").str.to_date())
    times = log.with_columns(pl.col("when").cast(pl.Datetime(unit)))
    days, journey = (jk.fit(ENGINES[engine](frame), **COLUMNS) for frame in (log, times))
    assert days == journey
    assert days.transitions[1].median_wait == timedelta(days=1)
    assert days.data["first_seen"] == "2026-01-01T00:00:00"
