"""Moves: how often each step follows each other step, counted where the events are."""

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any, Final

from attrs import define, field

from journeykit.events.engines import Lazy, rows
from journeykit.events.keys import keys_for
from journeykit.events.rules import Rules
from journeykit.events.walk import Walk
from journeykit.transition import CONVERSION, DROP_OFF, START

__all__ = ["Counts", "Seen", "count_moves"]

# What an event is, or where it leads: to the next step, or where there is none, to a drop-off.
_STEP: Final = 0
_CONVERSION: Final = 1
_GOAL: Final = 2
_LEFT_OUT: Final = 3


@define
class Seen:
    """How many events there were of a kind, and when the first and the last.

    Args:
        count: How many.
        first: Microseconds since 1970.
        last: Microseconds since 1970.
    """

    count: int = 0
    first: int = 2**63
    last: int = -(2**63)

    def add(self, count: int, first: int, last: int) -> None:
        """Put further events to those before."""
        self.count += count
        self.first = min(self.first, first)
        self.last = max(self.last, last)


@define
class Counts:
    """What has been counted.

    Args:
        moves: How often each move was seen, from `START` to the ends.
        waits: How long moves took, at the median.
        seen: The events of each step.
        all_seen: The events of all steps, and the goals.
        keys: The key of each step.
        met: What touchpoints are called, whether or not they became steps.
        cases: How many cases there are.
        goals: How many events were themselves a conversion.
        left_out: How many came after the goal that ended their path.
        tied: How many stand in no other order than that of their touchpoints.
        bad: How many rows cannot be counted.
    """

    moves: dict[tuple[str, str], int] = field(factory=dict)
    waits: dict[tuple[str, str], timedelta] = field(factory=dict)
    seen: dict[str, Seen] = field(factory=dict)
    all_seen: Seen = field(factory=Seen)
    keys: dict[str, str] = field(factory=dict)
    met: set[str] = field(factory=set)
    cases: int = 0
    goals: int = 0
    left_out: int = 0
    tied: int = 0
    bad: int = 0


def count_moves(walk: Walk, rules: Rules, *, taken: Collection[str]) -> Counts:
    """Count the moves of all paths, in one query.

    Args:
        walk: The events.
        rules: What the user asked for.
        taken: Keys that steps must not have.
    """
    groups = rows(_grouped(walk, rules))
    if not rules.goals:
        groups = [(step, target, _STEP, *numbers) for step, target, *numbers in groups]
    counts = Counts()
    for *_, cases, tied, bad in groups:
        counts.cases += cases
        counts.tied += tied
        counts.bad += bad
    if not counts.bad:
        counts.met = {step for step, *_ in groups}
        _add_groups(counts, groups, taken)
    return counts


def _add_groups(counts: Counts, groups: Iterable[tuple[Any, ...]], taken: Collection[str]) -> None:
    steps = {step for step, _, kind, *_ in groups if kind in (_STEP, _CONVERSION)}
    keys = counts.keys = keys_for(steps, taken=taken)
    for step, target, kind, number, wait, first, last, *_ in groups:
        if kind == _LEFT_OUT:
            counts.left_out += number
            continue
        counts.all_seen.add(number, first, last)
        if kind == _GOAL:
            counts.goals += number
            continue
        counts.seen.setdefault(keys[step], Seen()).add(number, first, last)
        end = CONVERSION if kind == _CONVERSION else DROP_OFF
        move = (keys[step], end if target is None else keys[target])
        counts.moves[move] = number
        if wait is not None:
            counts.waits[move] = timedelta(microseconds=wait)
    counts.moves |= _entries(counts)


def _entries(counts: Counts) -> dict[tuple[str, str], int]:
    """Return the moves from the start: what leaves a step and came from no other began there."""
    began = {step: seen.count for step, seen in counts.seen.items()}
    began[CONVERSION] = counts.goals
    for (_, target), number in counts.moves.items():
        if target in began:
            began[target] -= number
    return {(START, step): number for step, number in began.items() if number > 0}


def _grouped(walk: Walk, rules: Rules) -> Lazy:
    walk = _with_targets(walk, rules)
    col, words = walk.col, walk.words
    kinds = ("kind",) if rules.goals else ()  # else all are steps
    counted = walk.frame.group_by("step", "target", *kinds).agg(
        words.len().alias("number"),
        col("wait").median(),
        col("time").min().alias("first"),
        col("time").max().alias("last"),
        col("is_last").sum(),
        col("tied").sum(),
        col("bad").sum(),
    )
    return walk.lazy(counted)


def _with_targets(walk: Walk, rules: Rules) -> Walk:
    """Return the walk with what comes after each event, and after how long."""
    words, col = walk.words, walk.col
    goes_on = leads_to_step = col("ends") == 0
    if rules.goals:
        walk = walk.with_columns(kind=_kind(walk, rules))
        leads_to_step = goes_on & (col("kind") == _STEP)
    return walk.with_columns(
        target=words.when(leads_to_step).then(col("next_step")),
        wait=words.when(goes_on).then(col("next_time") - col("time")),
        is_last=walk.flag(col("next_time").is_null()),
    )


def _kind(walk: Walk, rules: Rules) -> Any:  # noqa: ANN401 - of polars or of narwhals
    """Return what each event is, or where it leads."""
    words, col = walk.words, walk.col
    step, conversion, goal, left_out = map(words.lit, (_STEP, _CONVERSION, _GOAL, _LEFT_OUT))
    if not rules.goal_is_end:
        converts = (col("ends") == 1) & (col("reached") + col("goal") > 0)
        return words.when(converts).then(conversion).otherwise(step)
    converts = (col("ends") == 0) & (col("next_goal") == 1)
    kind = words.when(converts).then(conversion).otherwise(step)
    kind = words.when(col("goal") == 1).then(goal).otherwise(kind)
    if rules.after_goal == "end":
        kind = words.when(col("reached") > 0).then(left_out).otherwise(kind)
    return kind
