"""What an analysis is asked about, looked at before anything is worked out."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from journeykit._chain import listed, reached_rows
from journeykit.errors import AnalysisError, UnknownKeyError, shown
from journeykit.journey import Journey, steps_of, transitions_of
from journeykit.model import JourneyModel
from journeykit.transition import CONVERSION, DROP_OFF, ENDS, START, Transition, probabilities

__all__ = ["Walk", "journey_given", "name_of", "step_named", "walk_of"]


@frozen
class Walk:
    """How customers walk through a journey.

    Attributes:
        name: The journey, as messages name it.
        moves: Its transitions.
        states: What can be reached, `START` first.
        rows: For each of these by number, how likely each next one is.
    """

    name: str
    moves: Sequence[Transition]
    states: Sequence[str]
    rows: Sequence[Mapping[int, float]]


def name_of(journey: Journey | JourneyModel) -> str:
    """Return a journey as messages name it.

    Raises:
        AnalysisError: It is no journey.
    """
    if isinstance(journey, Journey):
        return f"journey {journey.key!r}"
    if isinstance(journey, JourneyModel):
        return f"journey model {journey.key!r}"
    raise AnalysisError(f"journey must be a Journey, not {shown(journey)}")


def journey_given(journey: Journey) -> Journey:
    """Return a journey, once it is known to be one.

    Raises:
        AnalysisError: It is something else, for instance a journey model.
    """
    if isinstance(journey, JourneyModel):
        raise AnalysisError(
            f"journey model {journey.key!r} has no touchpoints and no goals; "
            "ask a Journey that has it as its model"
        )
    name_of(journey)
    return journey


def walk_of(journey: Journey) -> Walk:
    """Return how customers walk through a journey, once it is known that they all come out.

    Raises:
        AnalysisError: No transition leaves `START`, a step that is moved to or from cannot be
            reached, or one that can be reached leads to no end.
    """
    name = name_of(journey)
    moves = transitions_of(journey)
    states, rows = reached_rows(
        probabilities(moves), start=START, ends=(CONVERSION, DROP_OFF), name=name
    )
    reached = {*states, *ENDS}
    lost = dict.fromkeys(end for move in moves for end in move.ends if end not in reached)
    if lost:
        raise AnalysisError(
            f"{name}: no way with a weight above 0 leads from START to {listed([*lost])}; "
            "lead one there, or leave their transitions out"
        )
    return Walk(name, moves, states, rows)


def step_named(journey: Journey, key: str) -> str:
    """Return the key of a step, once it is known that there is one.

    Raises:
        UnknownKeyError: No step of the journey has the key.
    """
    known = [step.key for step in steps_of(journey)]
    if key not in known:
        raise UnknownKeyError("step", key, known, name_of(journey))
    return key
