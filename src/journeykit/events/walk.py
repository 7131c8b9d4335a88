"""Walks: events in the order of each case, each beside the one before it and the one after it."""

from functools import reduce
from operator import and_, or_
from types import ModuleType
from typing import Any, cast

import narwhals as nw
from attrs import evolve, frozen
from narwhals import Implementation as Engine

from journeykit.events.engines import Lazy, engine_of
from journeykit.events.folding import Folding
from journeykit.events.log import Log
from journeykit.events.rules import Rules
from journeykit.events.sorting import sorted_events

__all__ = ["Walk", "walk_of"]


@frozen
class Walk:
    """Events in order, seen through the engine that orders them.

    Most engines look from one row to another through windows. polars sorts faster than it makes
    windows, so there all rows are sorted and the neighbours looked at. The words are the same.

    Args:
        frame: The events, of narwhals, or of polars where they are sorted.
        words: The module whose expressions the frame understands.
        order: The columns that say which event of a case comes first.
        is_sorted: Whether the rows are sorted by case and order.
    """

    frame: Any
    words: ModuleType
    order: tuple[str, ...]
    is_sorted: bool

    def col(self, name: str) -> Any:  # noqa: ANN401 - of polars or of narwhals
        """Return the value of a column."""
        return self.words.col(name)

    def flag(self, condition: Any) -> Any:  # noqa: ANN401
        """Return 1 where something is so, and 0 where it is not or cannot be told."""
        return self.words.when(condition).then(self.words.lit(1)).otherwise(self.words.lit(0))

    def after(self, name: str) -> Any:  # noqa: ANN401
        """Return the value of the next event of the case; null for its last."""
        return self._neighbour(name, -1)

    def before(self, name: str) -> Any:  # noqa: ANN401
        """Return the value of the event of the case before this; null for its first."""
        return self._neighbour(name, 1)

    def sum_to(self, name: str) -> Any:  # noqa: ANN401
        """Return the sum up to here: of the case, or of all events where they are sorted."""
        return self._over(self.col(name).cum_sum())

    def most_to(self, name: str) -> Any:  # noqa: ANN401
        """Return the highest value up to here: of the case, or of all where they are sorted."""
        return self._over(self.col(name).cum_max())

    def with_columns(self, **columns: Any) -> "Walk":  # noqa: ANN401
        """Return the walk with further columns."""
        return evolve(self, frame=self.frame.with_columns(**columns))

    def lazy(self, counted: Any) -> Lazy:  # noqa: ANN401
        """Return what has been counted as a frame of narwhals, whichever the walk is made of."""
        return cast(
            "Lazy", nw.from_native(counted, pass_through=False) if self.is_sorted else counted
        )

    def _neighbour(self, name: str, steps: int) -> Any:  # noqa: ANN401
        value = self._over(self.col(name).shift(steps))
        if not self.is_sorted:
            return value
        same = self.col("case").eq_missing(self.col("case").shift(steps))
        return self.words.when(same).then(value)

    def _over(self, value: Any) -> Any:  # noqa: ANN401
        return value if self.is_sorted else value.over("case", order_by=self.order)


def walk_of(log: Log, rules: Rules, folding: Folding) -> Walk:
    """Return the events of a log in order, each beside its neighbours.

    It has the columns of the log and ``step``, what the touchpoint counts as; of the neighbours,
    ``next_step``, ``next_time`` and ``last_time``; and, 1 where it is so: ``begins`` and ``ends``,
    where nothing or silence comes before or after; ``tied``, where only the touchpoint says which
    of two events comes first; ``bad``, where something is missing. With goals, it also has
    ``goal`` and ``next_goal``, ``goals``, how many came before, and ``reached``, how many of those
    since the path began.

    Args:
        log: The events.
        rules: What the user asked for.
        folding: What each touchpoint counts as.
    """
    if engine_of(log.frame) is Engine.POLARS:
        walk = Walk(*sorted_events(log, rules, folding.key), log.order, is_sorted=True)
    else:
        walk = Walk(log.frame, nw, log.order, is_sorted=False)
    if rules.goals:
        walk = walk.with_columns(goal=_goal(walk, rules, "touchpoint"))
    walk = _with_neighbours(walk, rules)
    time, next_time, last_time = (walk.col(name) for name in ("time", "next_time", "last_time"))
    begins, ends = last_time.is_null(), next_time.is_null()
    if rules.gap is not None:
        begins, ends = (
            begins | (time - last_time > rules.gap),
            ends | (next_time - time > rules.gap),
        )
    missing = reduce(or_, (walk.col(name).is_null() for name in ("case", *log.order)))
    walk = walk.with_columns(
        step=_folded(walk, folding, "touchpoint"),
        next_step=_folded(walk, folding, "next_touchpoint"),
        begins=walk.flag(begins),
        ends=walk.flag(ends),
        tied=walk.flag(_tied(walk)),
        bad=walk.flag(missing),
    )
    return _with_goals(walk, rules) if rules.goals else walk


def _with_neighbours(walk: Walk, rules: Rules) -> Walk:
    # All at once, because an engine orders the events anew each time that it is asked.
    names = [name for name in walk.order if name != "touchpoint"]
    return walk.with_columns(
        next_touchpoint=walk.after("touchpoint"),
        **{f"next_{name}": walk.after(name) for name in names},
        **{f"last_{name}": walk.before(name) for name in names},
        **({"goals": walk.sum_to("goal")} if rules.goals else {}),
    )


def _with_goals(walk: Walk, rules: Rules) -> Walk:
    """Return the walk with the goals before each event, since its path began."""
    walk = walk.with_columns(
        next_goal=_goal(walk, rules, "next_touchpoint"),
        goals=walk.col("goals") - walk.col("goal"),
    )
    if not walk.is_sorted and rules.gap is None:
        return walk.with_columns(reached=walk.col("goals"))
    at_start = walk.words.when(walk.col("begins") == 1).then(walk.col("goals"))
    walk = walk.with_columns(at_start=at_start.otherwise(walk.words.lit(0)))
    walk = walk.with_columns(at_start=walk.most_to("at_start"))
    return walk.with_columns(reached=walk.col("goals") - walk.col("at_start"))


def _goal(walk: Walk, rules: Rules, name: str) -> Any:  # noqa: ANN401
    return walk.flag(reduce(or_, (walk.col(name) == goal for goal in rules.goals)))


def _folded(walk: Walk, folding: Folding, name: str) -> Any:  # noqa: ANN401
    touchpoint = walk.col(name)
    if folding.kept is None:
        return touchpoint
    kept = touchpoint.is_in(list(folding.kept)) | touchpoint.is_null()
    return walk.words.when(kept).then(touchpoint).otherwise(walk.words.lit(folding.key))


def _tied(walk: Walk) -> Any:  # noqa: ANN401
    names = [name for name in walk.order if name != "touchpoint"]
    after, before = (
        reduce(and_, (walk.col(name) == walk.col(f"{side}_{name}") for name in names))
        for side in ("next", "last")
    )
    return after | before
