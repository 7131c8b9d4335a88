"""Fitting: the journey that follows from a log of events."""

import warnings
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from journeykit.channels import Channel
from journeykit.errors import EventError, shown
from journeykit.events.folding import Folding, folding_of
from journeykit.events.log import Log, opened
from journeykit.events.moves import Counts, Seen, count_moves
from journeykit.events.names import Names, names_of
from journeykit.events.notices import notices
from journeykit.events.rules import AfterGoal, GoalLike, OnBad, Rules, rules_of
from journeykit.events.times import moment_of
from journeykit.events.walk import walk_of
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.paths.fitting import journey_of_counts
from journeykit.text import Text, TextLike
from journeykit.touchpoint import Touchpoint
from journeykit.transition import START

__all__ = ["fit"]


def fit(
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
    model: JourneyModel | None = None,
    phases: Mapping[str, str] | str | None = None,
    channels: Mapping[str, str | Channel] | str | None = None,
    on_bad: OnBad = "raise",
    key: str = "observed",
    label: TextLike | None = None,
) -> Journey:
    """Return the journey that a log of events makes: who went where, how often, how fast.

    Args:
        events: A data frame of polars, DuckDB, pandas, PyArrow, PySpark, Dask or Ibis, lazy or
            not, with a row for each event.
        case: The column that says which events belong together, such as those of one customer.
        touchpoint: The column of text or whole numbers that says what was met.
        time: The column of moments, of days, or of text such as ``"2026-01-31 14:05:00"``.
        order: The column that says which comes first of events of a case at the same time.
        goal: The touchpoint that means conversion, or several.
        after_goal: ``"end"``: a path ends at its first goal, which is the conversion itself;
            later events of the path are left out. ``"continue"``: goals are touchpoints, and
            paths end in a conversion that came to one. ``"restart"``: as ``"end"``, but what
            comes after a goal is a path of its own.
        gap: The silence, above zero, after which further events of a case are a path of their own.
        min_share: The share of all events, from 0 to 1, below which touchpoints become one,
            called ``"other"``.
        model: The journey model in whose phases the touchpoints fall.
        phases: The phase of each touchpoint, or the column that says it.
        channels: The channel of each touchpoint, or the column that says its key.
        on_bad: What becomes of rows without a case, a touchpoint or a readable time:
            ``"raise"`` an error, or ``"drop"`` them with a `DroppedRowsWarning`.
        key: The key of the journey.
        label: Its label; made of the key when missing.

    Returns:
        A journey whose transitions have the number of times that they were seen as weight and
        count, and the median wait. Its ``data`` say how many events were counted, and when the
        first and the last were seen, of each touchpoint and in all.

    Raises:
        EventError: The events cannot be read as journeys.
        DefinitionError: The phases or channels do not exist, or the key or label is not valid.
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
        >>> journey = fit(events, case="customer", touchpoint="page", time="at", goal="purchase")
        >>> for move in journey.transitions:
        ...     print(move.source, move.target, move.count, move.median_wait)
        START ad 2 None
        ad CONVERSION 1 0:10:00
        ad DROP_OFF 1 None
    """
    rules = rules_of(goal=goal, after_goal=after_goal, gap=gap, min_share=min_share, on_bad=on_bad)
    columns = {"case": case, "touchpoint": touchpoint, "time": time}
    columns |= {} if order is None else {"order": order}
    for what, given in (("phases", phases), ("channels", channels)):
        if isinstance(given, str):
            columns[what] = given
        elif not isinstance(given, Mapping | None):
            known = "a mapping from touchpoints, or the name of a column"
            raise EventError(f"{what} must be {known}, not {shown(given)}")
    with opened(events, columns, drop=rules.drop) as log:
        folding = folding_of(log, rules)
        taken = _phase_keys(model)
        counts = count_moves(walk_of(log, rules, folding), rules, taken=taken)
        if counts.bad:
            log.refuse()
        phase_of: Names[str] = (
            names_of(log, "phases", folding) if isinstance(phases, str) else Names(phases or {})
        )
        channel_of: Names[str] | Names[str | Channel] = (
            names_of(log, "channels", folding)
            if isinstance(channels, str)
            else Names(channels or {})
        )
    if not counts.all_seen.count:
        raise log.empty()
    said = notices(log, rules, tied=counts.tied, met=counts.met)
    for notice in (*said, *phase_of.notices, *channel_of.notices):
        warnings.warn(notice, stacklevel=2)
    journey = journey_of_counts(
        counts.moves,
        key=key,
        label=label,
        model=model,
        # What is called as a phase stands in it, unless something else was said.
        phases={counts.keys[phase]: phase for phase in taken if phase in counts.keys}
        | phase_of.by_key(counts.keys),
        channels=channel_of.by_key(counts.keys),
        waits=counts.waits,
    )
    values = {key: value for value, key in counts.keys.items()}
    return journey.evolve(
        touchpoints=[_told(spot, values[spot.key], folding) for spot in journey.touchpoints],
        data=_data(journey, counts, log, rules),
    )


def _phase_keys(model: object) -> list[str]:
    return [phase.key for phase in model.phases] if isinstance(model, JourneyModel) else []


def _told(spot: Touchpoint, value: str, folding: Folding) -> Touchpoint:
    """Return a touchpoint that says what it was called, or what it is made of."""
    if folding.rare and value == folding.key:
        folded = {"folded": len(folding.rare)}
        return spot.evolve(description=folding.description, data=folded)
    if value == spot.key:
        return spot
    label = Text(value) if value.strip() else Text({"en": "(blank)", "nl": "(leeg)"})
    return spot.evolve(label=label, data={"value": value})


def _data(journey: Journey, counts: Counts, log: Log, rules: Rules) -> dict[str, Any]:
    """Return what became of all rows: events, after_goal and dropped together are all of them."""
    paths = sum(move.count or 0 for move in journey.transitions if move.source == START)
    try:
        spans = {
            spot.key: _span(counts.seen[spot.key], aware=log.aware) for spot in journey.touchpoints
        }
        span = _span(counts.all_seen, aware=log.aware)
    except OverflowError:
        raise EventError(
            f"in column {log.names['time']!r}, events lie outside of the years 1 to 9999; "
            "leave those out"
        ) from None
    return span | {
        "after_goal": counts.left_out,
        "dropped": log.dropped,
        "tied": counts.tied,
        "cases": counts.cases,
        "paths": paths,
        "goal": list(rules.goals),
        # Not at the touchpoints, where a comparison would find all of them changed.
        "touchpoints": spans,
    }


def _span(seen: Seen, *, aware: bool) -> dict[str, Any]:
    first, last = (moment_of(micros, aware=aware) for micros in (seen.first, seen.last))
    return {"events": seen.count, "first_seen": first.isoformat(), "last_seen": last.isoformat()}
