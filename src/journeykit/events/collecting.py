"""Collecting: the paths in a log of events."""

import warnings
from collections.abc import Iterable
from datetime import timedelta
from typing import cast

import narwhals as nw
from narwhals import Implementation as Engine

from journeykit.events.engines import SPARK, Lazy, engine_of, rows
from journeykit.events.folding import folding_of
from journeykit.events.keys import keys_for
from journeykit.events.log import opened
from journeykit.events.notices import notices
from journeykit.events.rules import AfterGoal, GoalLike, OnBad, Rules, rules_of
from journeykit.events.walk import Walk, walk_of
from journeykit.paths.observed import Path, Paths

__all__ = ["collect_paths"]

# What is known of each path beside its steps, as SQL.
_TOTALS = "max(goal) as goal, sum(tied) as tied, sum(bad) as bad"


def collect_paths(
    events: object,
    *,
    case: str,
    touchpoint: str,
    time: str,
    order: str | None = None,
    goal: GoalLike | None = None,
    after_goal: AfterGoal = "end",
    gap: timedelta | None = None,
    min_share: float | None = None,
    on_bad: OnBad = "raise",
) -> Paths:
    """Return the paths in a log of events: equal ones together, the most frequent first.

    Args:
        events: A data frame of polars, DuckDB, pandas, PyArrow, PySpark, Dask or Ibis, lazy or
            not, with a row for each event.
        case: The column that says which events belong together, such as those of one customer.
        touchpoint: The column of text or whole numbers that says what was met.
        time: The column of moments, of days, or of text such as ``"2026-01-31 14:05:00"``.
        order: The column that says which comes first of events of a case at the same time.
        goal: The touchpoint that means conversion, or several.
        after_goal: What becomes of what comes after a goal: ``"end"``, ``"continue"`` or
            ``"restart"``, as for `fit`.
        gap: The silence, above zero, after which further events of a case are a path of their own.
        min_share: The share of all events, from 0 to 1, below which touchpoints become one,
            called ``"other"``.
        on_bad: What becomes of rows without a case, a touchpoint or a readable time:
            ``"raise"`` an error, or ``"drop"`` them with a `DroppedRowsWarning`.

    Raises:
        EventError: The events cannot be read as paths.
        MissingDependencyError: The engine that counts is not installed.

    Example:
        >>> import polars as pl
        >>> events = pl.DataFrame(
        ...     {
        ...         "customer": ["ann", "ann", "bob"],
        ...         "page": ["ad", "purchase", "ad"],
        ...         "at": ["2026-01-31 14:05", "2026-01-31 14:15", "2026-02-01 09:00"],
        ...     }
        ... )
        >>> print(collect_paths(events, case="customer", touchpoint="page", time="at"))
        2 customers on 2 paths, 0 % convert
             1  ad → DROP_OFF
             1  ad → purchase → DROP_OFF
    """
    rules = rules_of(goal=goal, after_goal=after_goal, gap=gap, min_share=min_share, on_bad=on_bad)
    columns = {"case": case, "touchpoint": touchpoint, "time": time}
    columns |= {} if order is None else {"order": order}
    with opened(events, columns, drop=rules.drop) as log:
        folding = folding_of(log, rules)
        groups = rows(_grouped(_numbered(walk_of(log, rules, folding), rules)))
        if any(bad for *_, bad in groups):
            log.refuse()
    if not groups:
        raise log.empty()
    met = {step for steps, *_ in groups for step in steps or ()}
    reached = rules.goals if any(goal for _, goal, *_ in groups) else ()
    tied = sum(tied for *_, tied, _ in groups)
    for notice in notices(log, rules, tied=tied, met={*met, *reached}):
        warnings.warn(notice, stacklevel=2)
    keys = keys_for(met)
    paths = [
        Path([keys[step] for step in steps or ()], bool(goal), number)
        for steps, goal, number, *_ in groups
    ]
    return Paths(sorted(paths, key=_most_first))


def _most_first(path: Path) -> tuple[int, tuple[str, ...], bool]:
    return (-path.count, path.steps, path.converted)


def _numbered(walk: Walk, rules: Rules) -> Walk:
    """Return the walk with the number of each path, and the step that each event has on it."""
    col, words = walk.col, walk.words
    walk = walk.with_columns(number=walk.sum_to("begins"))
    if not rules.goals:
        return walk.with_columns(place=col("step"), goal=words.lit(0))
    if rules.after_goal == "continue":
        return walk.with_columns(place=col("step"))
    is_step = col("goal") == 0
    if rules.after_goal == "end":
        return walk.with_columns(
            place=words.when(is_step & (col("reached") == 0)).then(col("step"))
        )
    # Both grow from path to path, and never shrink.
    number = col("number") + col("goals")
    return walk.with_columns(place=words.when(is_step).then(col("step")), number=number)


def _grouped(walk: Walk) -> Lazy:
    """Return how often there is each path, as its steps and whether it came to a goal."""
    paths = _listed(walk)
    return paths.group_by("steps", "goal").agg(
        nw.len().alias("number"), nw.col("tied").sum(), nw.col("bad").sum()
    )


def _listed(walk: Walk) -> Lazy:
    """Return each path with the list of its steps, for which every engine has its own words."""
    if walk.is_sorted:
        steps = walk.col("place").drop_nulls().alias("steps")
        totals = (walk.col("goal").max(), walk.col("tied").sum(), walk.col("bad").sum())
        return walk.lazy(walk.frame.group_by("number").agg(steps, *totals))
    engine, native = engine_of(walk.frame), walk.frame.to_native()
    if engine is Engine.DUCKDB:
        # Said of each column, because a connection may have another direction as its default.
        order = ", ".join(f'"{name}" asc' for name in walk.order)
        steps = f"list(place order by {order}) filter (place is not null) as steps"
        listed = native.aggregate(f"{steps}, {_TOTALS}", '"case", number')
    elif engine in SPARK:
        listed = native.sparkSession.sql(_spark_sql(walk.order), events=native)
    else:
        ordered = [native[name] for name in walk.order]
        listed = native.group_by("case", "number").agg(
            steps=native.place.collect(where=native.place.notnull(), order_by=ordered),
            goal=native.goal.max(),
            tied=native.tied.sum(),
            bad=native.bad.sum(),
        )
    return cast("Lazy", nw.from_native(listed))


def _spark_sql(order: Iterable[str]) -> str:
    # Structs are sorted by their fields, one after the other.
    fields = ", ".join(f"`{name}`" for name in (*order, "place"))
    events = f"array_sort(collect_list(struct({fields})) filter (where place is not null))"
    steps = f"transform({events}, event -> event.place) as steps"
    return f"select {steps}, {_TOTALS} from {{events}} group by `case`, number"  # noqa: S608 - own names
