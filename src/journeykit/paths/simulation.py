"""Simulation: walks that customers of a journey might make, as paths or as rows of a log."""

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import TypeAlias

from journeykit._chain import reached_rows
from journeykit._noun import key_problems, own_number, required_problems, whole_problems
from journeykit.errors import AnalysisError, shown
from journeykit.journey import Journey, transitions_of
from journeykit.paths.observed import Path, Paths
from journeykit.transition import CONVERSION, DROP_OFF, START, probabilities

__all__ = ["Event", "simulate", "simulate_events"]

Event: TypeAlias = dict[str, str | datetime]
"""A row of a log: ``case``, ``touchpoint`` and ``time``."""

_MOST_WALKS = 2**63 - 1
_MOST_STEPS = 100_000
_START = datetime(2026, 1, 1)  # noqa: DTZ001 - the clock on the wall, wherever that hangs
_HOUR = timedelta(hours=1)
_TEN_MINUTES = timedelta(minutes=10)
_LEAST_WAIT = timedelta(milliseconds=1)


def simulate(journey: Journey, n: int, *, seed: int) -> Paths:
    """Let customers walk through a journey at random, each step as likely as its transition.

    The same seed gives the same paths on every machine. With many customers, the journey that
    `fit_paths` makes of them comes near to the one that they walked through.

    Args:
        journey: What to walk through: transitions lead from `START` to `CONVERSION` or
            `DROP_OFF`.
        n: How many customers, 1 or more.
        seed: Any whole number; another one gives other customers.

    Returns:
        The paths, equal ones put together.

    Raises:
        AnalysisError: No transition leaves `START`, a step leads to no end, or only after more
            than 100,000 steps; or a number is not valid.

    Example:
        >>> from journeykit import Transition
        >>> visit = Journey(
        ...     "visit",
        ...     touchpoints=["door", "desk"],
        ...     transitions=[
        ...         Transition(START, "door"),
        ...         Transition("door", "desk", 0.75),
        ...         Transition("door", DROP_OFF, 0.25),
        ...         Transition("desk", CONVERSION),
        ...     ],
        ... )
        >>> print(simulate(visit, 1000, seed=7))
        1,000 customers on 2 paths, 74.4 % convert
           744  door → desk → CONVERSION
           256  door → DROP_OFF
    """
    walks: dict[tuple[str, ...], int] = {}
    for walk in _walks(journey, n, seed):
        walks[walk] = walks.get(walk, 0) + 1
    return Paths(Path(walk[1:-1], walk[-1] == CONVERSION, count) for walk, count in walks.items())


def simulate_events(
    journey: Journey,
    n: int,
    *,
    seed: int,
    start: datetime = _START,
    every: timedelta = _TEN_MINUTES,
    wait: timedelta = _HOUR,
    goal: str = "conversion",
) -> Iterator[Event]:
    """Let customers walk through a journey, and write down what they do as a log would.

    The walks are those that `simulate` takes with the same seed. Waits are spread around the
    median of each transition: half are shorter, none is longer than four times as long. Each
    row of a case is later than the one before it, by a millisecond at least; where the
    customers of different cases meet in time, the rows still come case by case.

    Args:
        journey: What to walk through: transitions lead from `START` to `CONVERSION` or
            `DROP_OFF`.
        n: How many customers, 1 or more. One who converts or leaves at once has no touchpoint,
            and so no row but that of the conversion.
        seed: Any whole number; another one gives other customers.
        start: When the first customer comes.
        every: How long until the next one comes, at the median.
        wait: How long a transition takes at the median, where it does not say.
        goal: What stands for a conversion in the column ``touchpoint``.

    Returns:
        The rows one by one, as dicts of ``case``, ``touchpoint`` and ``time``.

    Raises:
        AnalysisError: No transition leaves `START`, a step leads to no end, or only after more
            than 100,000 steps; the goal is a touchpoint; or an argument is not valid.

    Example:
        >>> from journeykit import sequence
        >>> visit = Journey(
        ...     "visit",
        ...     touchpoints=["door", "desk"],
        ...     transitions=sequence(START, "door", "desk", CONVERSION),
        ... )
        >>> for event in simulate_events(visit, 1, seed=7):
        ...     print(event["case"], event["touchpoint"])
        case-1 door
        case-1 desk
        case-1 conversion
    """
    walks = _walks(journey, n, seed)
    _refuse_times(start=start, every=every, wait=wait)
    for problem in key_problems("goal", goal):
        raise AnalysisError(problem)
    moves = transitions_of(journey)
    if any(goal in move.ends for move in moves):
        raise AnalysisError(
            f"goal {shown(goal)} is a step of journey {shown(journey.key)}; choose another name"
        )
    waits = {move.ends: wait if move.median_wait is None else move.median_wait for move in moves}
    chance = Random(f"waits {seed}")  # noqa: S311 - no secret
    events = _events(walks, waits, chance, start=start, every=every, goal=goal, wide=len(str(n)))
    return _within_time(events, name=f"journey {journey.key!r}")


def _refuse_times(*, start: datetime, every: timedelta, wait: timedelta) -> None:
    if not isinstance(start, datetime):
        raise AnalysisError(f"start must be a datetime, not {shown(start)}")
    for name, length in (("every", every), ("wait", wait)):
        if not isinstance(length, timedelta) or length < timedelta(0):
            raise AnalysisError(f"{name} must be a timedelta of zero or more, not {shown(length)}")


def _walks(journey: Journey, n: int, seed: int) -> Iterator[tuple[str, ...]]:
    """Return walks from `START` to an end, both included; what is wrong is said at once."""
    if not isinstance(journey, Journey):
        raise AnalysisError(f"journey must be a Journey, not {shown(journey)}")
    # Also as numpy counts.
    n, seed = own_number(n), own_number(seed)
    for problem in required_problems("n", n, whole_problems, 1, _MOST_WALKS):
        raise AnalysisError(problem)
    if not isinstance(seed, int):
        raise AnalysisError(f"seed must be a whole number, not {shown(seed)}")
    name = f"journey {journey.key!r}"
    states, rows = reached_rows(
        probabilities(transitions_of(journey)),
        start=START,
        ends=(CONVERSION, DROP_OFF),
        name=name,
    )
    # Without the last threshold, which rounding may leave a little below 1, all chances fit.
    thresholds = [list(itertools.accumulate(row.values()))[:-1] for row in rows]
    nexts = [list(row) for row in rows]
    chance = Random(seed)  # noqa: S311 - no secret
    return (_walk(states, thresholds, nexts, chance, name=name) for _ in range(n))


def _walk(
    states: Sequence[str],
    thresholds: Sequence[list[float]],
    nexts: Sequence[list[int]],
    chance: Random,
    *,
    name: str,
) -> tuple[str, ...]:
    walk = [0]
    while nexts[walk[-1]]:
        if len(walk) > _MOST_STEPS:
            raise AnalysisError(
                f"{name}: a customer took more than {_MOST_STEPS:,} steps without coming to an "
                "end; give the transitions that leave loops more weight"
            )
        here = walk[-1]
        walk.append(nexts[here][bisect_right(thresholds[here], chance.random())])
    return tuple(states[step] for step in walk)


def _events(
    walks: Iterator[tuple[str, ...]],
    waits: dict[tuple[str, str], timedelta],
    chance: Random,
    *,
    start: datetime,
    every: timedelta,
    goal: str,
    wide: int,
) -> Iterator[Event]:
    comes = start
    for number, walk in enumerate(walks, 1):
        time = comes
        for position, move in enumerate(itertools.pairwise(walk)):
            if position:
                time += max(_spread(waits[move], chance), _LEAST_WAIT)
            if move[1] != DROP_OFF:
                touchpoint = goal if move[1] == CONVERSION else move[1]
                yield {"case": f"case-{number:0{wide}}", "touchpoint": touchpoint, "time": time}
        comes += _spread(every, chance)


def _within_time(events: Iterator[Event], *, name: str) -> Iterator[Event]:
    try:
        yield from events
    except OverflowError:
        raise AnalysisError(
            f"{name}: its waits lead beyond the year 9999; make them, or every, shorter"
        ) from None


def _spread(median: timedelta, chance: Random) -> timedelta:
    # Half of all squares of a chance are below a quarter. No logarithm, so that the last digits
    # are the same on every machine.
    return median * (4 * chance.random() ** 2)
