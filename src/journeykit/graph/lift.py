"""Journeys between touchpoints, lifted to journeys between phases."""

import math
from collections.abc import Iterable, Mapping, Sequence

from journeykit._chain import absorption, listed
from journeykit.errors import AnalysisError, shown
from journeykit.grid import Phase
from journeykit.journey import Journey, steps_of, transitions_of
from journeykit.model import JourneyModel
from journeykit.transition import CONVERSION, DROP_OFF, START, Transition, probabilities

__all__ = ["by_phase", "lifted"]


def by_phase(journey: Journey) -> Journey:
    """Return a journey that moves between the phases of its touchpoints.

    The weight from one phase to another is the flow between them: how often a customer who
    starts is expected to pass from a touchpoint of the one to a touchpoint of the other::

        weight(A, B) = Σ visits(i) · p(i, j)    for each touchpoint i of A and j of B

    where *visits(i)* is how often touchpoint *i* is expected to be visited, and *p(i, j)* how
    likely *j* is to come next. A plain sum of probabilities would count a touchpoint that
    hardly anyone sees for as much as one that all pass. `START`, `CONVERSION` and `DROP_OFF`
    stay as they are.

    Moves within a phase are left out; what flows into a phase still flows out of it, and what
    flows into the ends sums to 1. Moves that nobody comes to make stay, with weight 0. Counts
    are summed over the transitions that have one. Labels, reasons and waits belong to single
    moves between touchpoints and are left out. The touchpoints stay in their phases.

    It is quick where touchpoints are nearly in a line (10,000 in well under a second); where a
    thousand of them lead to each other in no order, it takes seconds.

    Args:
        journey: What moves between touchpoints. One that moves between phases is returned as
            it is.

    Raises:
        AnalysisError: It is no journey; or a touchpoint that is moved to or from has no phase,
            no transition leaves `START`, a touchpoint that can be reached does not lead to an
            end, or a loop is left so seldom that its visits are beyond the range of numbers.

    Example:
        >>> from journeykit import Touchpoint
        >>> from journeykit.presets import AIDA
        >>> visit = Journey(
        ...     "visit",
        ...     model=AIDA,
        ...     touchpoints=[
        ...         Touchpoint("ad", phase="attention"),
        ...         Touchpoint("post", phase="attention"),
        ...         Touchpoint("desk", phase="action"),
        ...     ],
        ...     transitions=[
        ...         Transition(START, "ad", 3),
        ...         Transition(START, "post", 1),
        ...         Transition("ad", "post", 1),
        ...         Transition("ad", DROP_OFF, 2),
        ...         Transition("post", "desk"),
        ...         Transition("desk", CONVERSION),
        ...     ],
        ... )
        >>> [(*move.ends, move.weight) for move in by_phase(visit).transitions]
        [('START', 'attention', 1.0), ('attention', 'DROP_OFF', 0.5), \
('attention', 'action', 0.5), ('action', 'CONVERSION', 0.5)]
    """
    if not isinstance(journey, (Journey, JourneyModel)):
        raise AnalysisError(f"journey must be a Journey, not {shown(journey)}")
    if any(isinstance(step, Phase) for step in steps_of(journey)):
        return journey
    name = f"journey {journey.key!r}"
    moves = transitions_of(journey)
    place = {START: START, CONVERSION: CONVERSION, DROP_OFF: DROP_OFF}
    place |= {spot.key: spot.phase for spot in journey.touchpoints if spot.phase is not None}
    lost = dict.fromkeys(end for move in moves for end in move.ends if end not in place)
    if lost:
        first = "" if journey.model is not None else "the journey a model, and "
        raise AnalysisError(f"{name}: no phase holds {listed([*lost])}; give {first}each a phase")
    return journey.evolve(transitions=lifted(moves, place, name=name))


def lifted(
    moves: Sequence[Transition], place: Mapping[str, str], *, name: str
) -> tuple[Transition, ...]:
    """Return the moves between places, weighted by the flow between them.

    Args:
        moves: The moves to lift.
        place: Where each of their ends stands; moves with an end that stands nowhere are
            followed, but not lifted.
        name: What moves, as messages name it.

    Raises:
        AnalysisError: The moves do not lead from `START` to an end.
    """
    flows = absorption(
        probabilities(moves), start=START, ends=(CONVERSION, DROP_OFF), name=name
    ).flows
    together: dict[tuple[str, str], list[Transition]] = {}
    for move in moves:
        ends = (place.get(move.source), place.get(move.target))
        if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
            together.setdefault((ends[0], ends[1]), []).append(move)
    return tuple(
        Transition(
            *ends,
            math.fsum(flows.get(move.ends, 0.0) for move in fellows),
            count=_count(fellows),
        )
        for ends, fellows in together.items()
    )


def _count(moves: Iterable[Transition]) -> int | None:
    """Return how many were seen to take any of some moves; None where nobody looked."""
    counts = [move.count for move in moves if move.count is not None]
    return sum(counts) if counts else None
