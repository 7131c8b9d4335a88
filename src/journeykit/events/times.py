"""Times: moments as whole microseconds since 1970, whichever way an engine holds them."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

import narwhals as nw

__all__ = ["DUCKDB_MICROS", "EXAMPLE", "has_zone", "moment_of", "readable", "with_micros_of_text"]

EXAMPLE: Final = "2026-01-31 14:05:00"
"""How times that are written as text look: ISO 8601."""

# All of the calendar, because engines fail, each in its own way, on days that never were.
_YEAR = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_LONG_MONTH = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
_SHORT_MONTH = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
_FEBRUARY = "02-(?:0[1-9]|1[0-9]|2[0-8])"
_DATE = f"(?:{_YEAR}-(?:{_LONG_MONTH}|{_SHORT_MONTH}|{_FEBRUARY})|{_LEAP_YEAR}-02-29)"
_CLOCK = "[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,9})?)?"
_ZONE = " ?(?:Z|UTC|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)"
_WHOLE = f"^{_DATE}(?:{_CLOCK}(?:{_ZONE})?)?$"
_ZONED = f"^{_DATE}{_CLOCK}{_ZONE}$"

DUCKDB_MICROS: Final = (
    f"case when regexp_matches({{0}}, '{_WHOLE.replace('{', '{{').replace('}', '}}')}')"
    " then epoch_us(cast({0} as timestamp)) end"
)
"""What `readable` and `with_micros_of_text` do to times without a zone, several times faster."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = 1_000_000
_MINUTE = 60 * _SECOND
_DAY = 1440 * _MINUTE
_ZERO = nw.lit("0")


def moment_of(micros: int, *, aware: bool) -> datetime:
    """Return the moment so many microseconds after 1970 began.

    Args:
        micros: Microseconds.
        aware: Whether the events say where on earth their clocks hang.

    Raises:
        OverflowError: It lies outside of the years 1 to 9999.
    """
    moment = _EPOCH + timedelta(microseconds=micros)
    return moment if aware else moment.replace(tzinfo=None)


def has_zone(text: nw.Expr) -> nw.Expr:
    """Return whether a text is a time with its distance from UTC."""
    return text.str.contains(_ZONED)


def readable(text: nw.Expr) -> nw.Expr:
    """Return a text where it looks like ISO 8601, and null where it does not."""
    return nw.when(text.str.contains(_WHOLE)).then(text)


def with_micros_of_text(frame: nw.LazyFrame[Any], name: str, *, aware: bool) -> nw.LazyFrame[Any]:
    """Put microseconds in the place of a column of readable text.

    Digits and arithmetic, because each engine has its own opinion of what looks like a time. In
    several steps, because what an expression uses twice is worked out twice.

    Args:
        frame: The events.
        name: The column.
        aware: Whether all texts have their distance from UTC behind them.
    """
    col, text = nw.col, nw.col(name)
    clock = text.str.slice(11)
    frame = frame.with_columns(
        year=_number(text.str.slice(0, 4)),
        month=_number(text.str.slice(5, 2)),
        day=_number(text.str.slice(8, 2)),
        clock=clock.str.replace_all(f"{_ZONE}$", "") if aware else clock,
        ahead=_ahead_of_utc(text) if aware else nw.lit(0),
    )
    # In a year that begins in March, the leap day is the last.
    frame = frame.with_columns(
        march_year=col("year") - nw.when(col("month") > 2).then(0).otherwise(1),  # noqa: PLR2004
        march_month=(col("month") + 9) % 12,
        fraction=nw.concat_str(col("clock").str.slice(9), nw.lit("000000")).str.slice(0, 6),
    )
    since_midnight = (
        _number(col("clock").str.slice(0, 2)) * 60 + _number(col("clock").str.slice(3, 2))
    ) * _MINUTE + _number(col("clock").str.slice(6, 2)) * _SECOND
    micros = _days() * _DAY + since_midnight + col("fraction").cast(nw.Int64) - col("ahead")
    return frame.with_columns(micros.alias(name))


def _number(digits: nw.Expr) -> nw.Expr:
    # Where the text is too short for a part, the zero in front of it is all there is.
    return nw.concat_str(_ZERO, digits).cast(nw.Int64)


def _days() -> nw.Expr:
    """Return the days since 1970 began."""
    year = nw.col("march_year")
    leaps = year // 4 - year // 100 + year // 400
    return year * 365 + leaps + (nw.col("march_month") * 153 + 2) // 5 + nw.col("day") - 719_469


def _ahead_of_utc(text: nw.Expr) -> nw.Expr:
    """Return how many microseconds the clock of a text with a zone is ahead of UTC."""
    ending = text.str.replace_all(":", "", literal=True)
    with_minutes = ending.str.contains("[+-][0-9]{4}$")
    without = ending.str.contains("[+-][0-9]{2}$")
    # Chosen while they are text, because all branches are made numbers, whichever is chosen.
    short = nw.when(without).then(ending.str.tail(2)).otherwise(_ZERO)
    hours = nw.when(with_minutes).then(ending.str.tail(4).str.slice(0, 2)).otherwise(short)
    minutes = nw.when(with_minutes).then(ending.str.tail(2)).otherwise(_ZERO)
    size = (hours.cast(nw.Int64) * 60 + minutes.cast(nw.Int64)) * _MINUTE
    return nw.when(ending.str.contains("-[0-9]{2,4}$")).then(-size).otherwise(size)
