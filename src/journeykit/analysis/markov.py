"""Markov: what is expected of customers between the start of a journey and its end.

A journey is looked at as an absorbing Markov chain: where customers go next depends on where
they are, not on how they came there. After Kemeny and Snell, "Finite Markov Chains" (1960),
chapter 3. For the phases of a journey, ask the journey that `by_phase` returns.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from attrs import field, frozen

from journeykit._chain import absorption
from journeykit.analysis._solving import expected, visits
from journeykit.analysis._subject import Walk, name_of, step_named, walk_of
from journeykit.analysis._tables import as_printed, number, share, span, table
from journeykit.errors import AnalysisError
from journeykit.journey import Journey, steps_of, transitions_of
from journeykit.transition import CONVERSION, DROP_OFF, ENDS, START, probabilities

__all__ = ["Chain", "chain", "reach"]


@frozen
class Chain:
    """What is expected of a customer who starts a journey.

    The mappings have the steps (touchpoints or phases) by key, in the order of the journey.

    Attributes:
        journey: The key of the journey.
        conversion: How likely the customer converts.
        drop_off: How likely the customer drops off; with `conversion` it makes 1.
        steps: How many steps the customer is expected to visit, repeats included.
        time: What the median waits on the way add up to, on average; None where a move between
            two steps has none.
        visits: How often the customer is expected to visit each step; 0 for steps that no
            transition joins.
        conversion_from: How likely a customer who is at a step converts.
        steps_from: How many steps a customer who is at a step is expected to visit until the
            end, that one included.
        time_from: What the median waits add up to from a step on, on average; None where
            `time` is.
    """

    journey: str
    conversion: float
    drop_off: float
    steps: float
    time: timedelta | None
    visits: dict[str, float] = field(hash=False)
    conversion_from: dict[str, float] = field(hash=False)
    steps_from: dict[str, float] = field(hash=False)
    time_from: dict[str, timedelta] | None = field(hash=False)
    _reach: dict[str, float] | None = field(alias="reach", hash=False)

    @property
    def reach(self) -> dict[str, float]:
        """How likely the customer ever comes to each step.

        Raises:
            AnalysisError: There are many thousand steps in no order, each of which would take
                a solution of its own; ask `journeykit.analysis.markov.reach` for those that
                matter.
        """
        if self._reach is None:
            raise AnalysisError(
                f"journey {self.journey!r}: how many ever come to each of {len(self.visits):,} "
                "steps in no order takes a solution for each; ask markov.reach for single ones"
            )
        return self._reach

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row for each step, for a table or a data frame; None for what is not known."""
        return [
            {
                "step": step,
                "visits": expected_visits,
                "reach": _known(self._reach, step),
                "conversion_from": self.conversion_from.get(step),
                "steps_from": self.steps_from.get(step),
                "time_from": _known(self.time_from, step),
            }
            for step, expected_visits in self.visits.items()
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return all of it in plain types, as JSON knows them; times in seconds."""
        steps = [row | {"time_from": _seconds(row["time_from"])} for row in self.to_rows()]
        return {
            "journey": self.journey,
            "conversion": self.conversion,
            "drop_off": self.drop_off,
            "steps": self.steps,
            "time": _seconds(self.time),
            "by_step": steps,
        }

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        time = "" if self.time is None else f" in {span(self.time)}"
        yield (
            f"{self.journey}: {share(self.conversion)} convert, {share(self.drop_off)} drop off, "
            f"after {number(self.steps)} steps{time} on average"
        )
        yield from table(list(self.visits), self._cells)

    def _cells(self, step: str) -> Mapping[str, str]:
        cells = {
            "step": step,
            "visits": number(self.visits[step]),
            "reach": share(_known(self._reach, step)),
            "converts from here": share(self.conversion_from.get(step)),
            "steps to go": number(self.steps_from.get(step)),
        }
        if self.time_from is not None:
            cells["time to go"] = span(self.time_from.get(step))
        return cells


def _known(values: Mapping[str, Any] | None, step: str) -> Any:  # noqa: ANN401 - of any mapping
    return None if values is None else values.get(step)


def _seconds(time: timedelta | None) -> float | None:
    return None if time is None else time.total_seconds()


def chain(journey: Journey) -> Chain:
    """Return what is expected of customers between the start of a journey and its end.

    The numbers are those of the chain itself, not of customers made up. Up to some thousand
    steps, and beyond that where the journey is nearly a line, they are found by an elimination
    that never subtracts, and are right to the last digits even where a loop is left once in
    10^14 times. Where there are more steps in no order, they are right to nine digits, or the
    question is refused; this takes scipy (``pip install 'journeykit[analysis]'``).

    Args:
        journey: What moves from `START` to `CONVERSION` or `DROP_OFF`. Transitions that leave
            the same step are as likely as their weights say; where none has a weight, all are
            equally likely.

    Raises:
        AnalysisError: No transition leaves `START`; a step that transitions join cannot be
            reached, or leads to no end; or a loop is left so seldom that numbers cannot say.
        MissingDependencyError: There are more than some hundred steps in no order, and scipy
            is missing.

    Example:
        >>> from journeykit import Transition
        >>> visit = Journey(
        ...     "visit",
        ...     touchpoints=["door", "desk"],
        ...     transitions=[
        ...         Transition(START, "door"),
        ...         Transition("door", "desk", 0.5),
        ...         Transition("door", DROP_OFF, 0.5),
        ...         Transition("desk", "door", 0.2),
        ...         Transition("desk", CONVERSION, 0.8),
        ...     ],
        ... )
        >>> answer = chain(visit)
        >>> round(answer.conversion, 3), round(answer.visits["desk"], 3)
        (0.444, 0.556)
        >>> print(answer)
        visit: 44.4 % convert, 55.6 % drop off, after 1.67 steps on average
        step  visits  reach  converts from here  steps to go
        door    1.11  100 %              44.4 %         1.67
        desk   0.556   50 %              88.9 %         1.33
    """
    walk = walk_of(journey)
    numbers = {state: place for place, state in enumerate(walk.states)}
    steps = [0.0 if not row else 1.0 for row in walk.rows]
    steps[0] = 0.0
    converts = [0.0] * len(steps)
    if CONVERSION in numbers:
        converts[numbers[CONVERSION]] = 1.0
    waits = _waits(walk, numbers)
    gains = [converts, steps] if waits is None else [converts, steps, waits]
    answer = expected(walk.rows, gains, name=walk.name)
    places = {step.key: numbers[step.key] for step in steps_of(journey) if step.key in numbers}
    by_visits = {step.key: 0.0 for step in steps_of(journey)}
    conversion, drop_off = _shares(
        _into(walk, answer.visits, numbers.get(CONVERSION)),
        _into(walk, answer.visits, numbers.get(DROP_OFF)),
    )
    return Chain(
        journey.key,
        conversion=conversion,
        drop_off=drop_off,
        steps=math.fsum(answer.visits[place] for place in places.values()),
        time=None if waits is None else _length(answer.outlooks[2][0], walk),
        visits=by_visits | _of(answer.visits, places),
        conversion_from=_of(answer.outlooks[0], places),
        steps_from=_of(answer.outlooks[1], places),
        time_from=None
        if waits is None
        else {step: _length(answer.outlooks[2][place], walk) for step, place in places.items()},
        reach=None
        if answer.returns is None
        else by_visits
        | {step: answer.visits[place] / answer.returns[place] for step, place in places.items()},
    )


def reach(journey: Journey, step: str) -> float:
    """Return how likely customers ever come to a step.

    `chain` tells it of all steps at once, but for journeys of many thousand steps in no order.

    Args:
        journey: What moves from `START` to `CONVERSION` or `DROP_OFF`.
        step: The key of a touchpoint, or of a phase where it is phases that are joined.

    Raises:
        AnalysisError: As `chain` does.
        UnknownKeyError: There is no such step.

    Example:
        >>> from journeykit.presets import AIDA
        >>> from journeykit import Transition
        >>> moves = [Transition(START, "attention"), Transition("attention", "interest", 0.3)]
        >>> ends = [Transition("attention", DROP_OFF, 0.7), Transition("interest", CONVERSION)]
        >>> reach(Journey("ad", model=AIDA, transitions=moves + ends), "interest")
        0.3
    """
    name = name_of(journey)
    step_named(journey, step)
    moves = probabilities(transitions_of(journey))
    walk_of(journey)
    arrivals = {ends: likely for ends, likely in moves.items() if ends[0] != step}
    return absorption(
        arrivals,
        start=START,
        ends=(CONVERSION, DROP_OFF, step),
        name=name,
        solve=lambda rows: visits(rows, name=name),
    ).into(step)


def _of(values: Sequence[float], places: Mapping[str, int]) -> dict[str, float]:
    return {step: values[place] for step, place in places.items()}


def _into(walk: Walk, visits: Sequence[float], end: int | None) -> float:
    if end is None:
        return 0.0
    return math.fsum(visits[place] * row[end] for place, row in enumerate(walk.rows) if end in row)


def _shares(conversion: float, drop_off: float) -> tuple[float, float]:
    """Return both with a sum of exactly 1: the smaller one, which has more digits, decides."""
    if conversion < drop_off:
        return conversion, 1 - conversion
    return 1 - drop_off, drop_off


def _waits(walk: Walk, numbers: Mapping[str, int]) -> list[float] | None:
    """Return how many seconds each visit waits for the next, or None where that is not known."""
    waits = [0.0] * len(walk.rows)
    known = False
    for move in walk.moves:
        likely = walk.rows[numbers[move.source]].get(numbers.get(move.target, -1), 0.0)
        if not likely:
            continue
        if move.median_wait is not None:
            known = True
            waits[numbers[move.source]] += likely * move.median_wait.total_seconds()
        elif move.source not in ENDS and move.target not in ENDS:
            return None
    return waits if known else None


def _length(seconds: float, walk: Walk) -> timedelta:
    try:
        return timedelta(seconds=seconds)
    except OverflowError:
        raise AnalysisError(
            f"{walk.name}: the waits add up to more than a million years; make them shorter"
        ) from None
