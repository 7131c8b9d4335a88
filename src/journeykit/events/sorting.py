"""Sorting: the events of a polars frame in the order of each case, as fast as polars can."""

from types import ModuleType
from typing import Any, Final

import narwhals as nw

from journeykit._optional import optional_module
from journeykit.events.log import Log
from journeykit.events.rules import Rules

__all__ = ["sorted_events"]

_WORDS: Final = (nw.String, nw.Categorical, nw.Enum)

# A key of 127 bits: 32 of the case, 64 of the time, and 31 of the touchpoint.
_TIME: Final = 2**31
_TIMES: Final = 2**64
_CASE: Final = _TIME * _TIMES
_CASES: Final = 2**32
_EARLY: Final = _TIMES // 2  # what makes times before 1970 no less than zero


def sorted_events(log: Log, rules: Rules, others: str) -> tuple[Any, ModuleType]:
    """Return the events sorted by case and order, and the module whose expressions they know.

    Cases become small numbers where they are words, or numbers that lie close to each other: that
    sorts several times faster, and nobody asks for their order. Touchpoints become an enumeration
    in the order of their names, for which polars is asked first which there are.

    Args:
        log: The events, in polars.
        rules: What the user asked for.
        others: What rare touchpoints are called.
    """
    pl = optional_module("polars", extra="polars", purpose="counting events in polars")
    native, dtype = log.frame.to_native(), log.frame.collect_schema()["case"]
    case, touchpoint = pl.col("case"), pl.col("touchpoint")
    ends = [case.min().alias("first"), case.max().alias("last")] if dtype.is_integer() else []
    met = native.select(touchpoint.unique().implode(), *ends).collect()
    names = pl.Series([*rules.goals, others], dtype=pl.String).append(met["touchpoint"].explode())
    native = native.with_columns(touchpoint.cast(pl.Enum(names.drop_nulls().unique().sort())))
    first, last = (met["first"][0], met["last"][0]) if ends else (None, None)
    if dtype in _WORDS:
        small = case.cast(pl.Categorical()).to_physical()
    elif first is not None and last - first < _CASES:
        small = (case.cast(pl.Int128) - first).cast(pl.UInt32)
    else:
        return native.sort("case", *log.order), pl
    native = native.with_columns(small)
    if "order" in log.names:
        return native.sort("case", *log.order), pl
    return _sorted_by_one_key(native, pl), pl


def _sorted_by_one_key(native: Any, pl: ModuleType) -> Any:  # noqa: ANN401 - of polars
    """Return the events sorted by one large number, made of all that orders them.

    That takes a third of the time, even though it has to be taken apart again.
    """
    touchpoints = native.collect_schema()["touchpoint"]
    place = pl.col("touchpoint").to_physical()
    case, time, place = (value.cast(pl.Int128) for value in (pl.col("case"), pl.col("time"), place))
    key, names = pl.col("key"), pl.lit(touchpoints.categories.cast(touchpoints))
    return (
        native.select(key=case * _CASE + time * _TIME + (place + _EARLY * _TIME))
        .sort("key")
        .select(
            case=(key // _CASE).cast(pl.Int64),
            time=(key // _TIME % _TIMES - _EARLY).cast(pl.Int64),
            touchpoint=names.gather((key % _TIME).cast(pl.UInt32)),
        )
    )
