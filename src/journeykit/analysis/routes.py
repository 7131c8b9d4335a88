"""Routes: the ways that a journey makes possible, and the places where none leads on.

Only transitions with a weight above 0 count. No function walks into what cannot lead to where
it wants to go, and none but `simple` goes through all routes.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from journeykit.analysis import _ways
from journeykit.analysis._figures import count
from journeykit.analysis._tables import as_printed, share
from journeykit.analysis._ways import Ways, all_from, place_named, possible
from journeykit.errors import AnalysisError
from journeykit.journey import Journey, steps_of
from journeykit.transition import CONVERSION, DROP_OFF, START

__all__ = ["Route", "dead_ends", "likeliest", "required", "shortest", "simple", "unreachable"]


@frozen
class Route:
    """A way through a journey that passes no step twice.

    Attributes:
        steps: The keys of the steps, without `START` and the end.
        end: Where it leads: `CONVERSION`, `DROP_OFF` or a step.
        probability: How likely a customer who starts takes exactly this way.
    """

    steps: tuple[str, ...]
    end: str
    probability: float

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, as JSON and data frames know them."""
        return {"steps": list(self.steps), "end": self.end, "probability": self.probability}

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return f"{' → '.join((START, *self.steps, self.end))} ({share(self.probability)})"


def simple(journey: Journey, limit: int | None = 1000, *, to: str = CONVERSION) -> Iterator[Route]:
    """Give the routes one after the other, each as soon as it is found.

    There may be very many: twenty steps that all lead to each other have more than 10^18.

    Args:
        journey: What to walk through.
        limit: How many to give at most; None gives all.
        to: Where they lead: `CONVERSION`, `DROP_OFF` or the key of a step.

    Raises:
        AnalysisError: No transition leaves `START`, or the limit is not valid.
        UnknownKeyError: There is no step with the key.

    Example:
        >>> from journeykit.presets import SALON
        >>> for route in simple(SALON, limit=2):
        ...     print(route.steps)
        ('bewustwording', 'overweging', 'beslissing', 'actie', 'evaluatie')
        ('bewustwording', 'overweging', 'actie', 'evaluatie')
    """
    most = None if limit is None else count("limit", limit)
    ways = Ways(journey, to)
    return (_route(ways, way) for way in itertools.islice(_ways.simple(ways), most))


def shortest(journey: Journey, *, to: str = CONVERSION) -> Route:
    """Return the route with the fewest steps; of those that have as few, the likeliest.

    Args:
        journey: What to walk through.
        to: Where it leads: `CONVERSION`, `DROP_OFF` or the key of a step.

    Raises:
        AnalysisError: No transition leaves `START`, or no way leads there.
        UnknownKeyError: There is no step with the key.

    Example:
        >>> from journeykit.presets import SALON
        >>> print(shortest(SALON))
        START → bewustwording → beslissing → actie → evaluatie → CONVERSION (1.79 %)
    """
    ways = Ways(journey, to)
    return _route(ways, _ways.fewest(ways))


def likeliest(journey: Journey, k: int = 3, *, to: str = CONVERSION) -> tuple[Route, ...]:
    """Return the routes that customers are likeliest to take, the likeliest first.

    The search is led by how likely the rest of the way can be at best, so that it visits little
    more than the routes that it returns (after Yen, "Finding the k shortest loopless paths in a
    network", Management Science 17 (1971), 712-716, and Lawler's remark on it, 18 (1972),
    401-405).

    Args:
        journey: What to walk through.
        k: How many routes; fewer are returned where there are no more.
        to: Where they lead: `CONVERSION`, `DROP_OFF` or the key of a step.

    Raises:
        AnalysisError: No transition leaves `START`, or the number is not valid.
        UnknownKeyError: There is no step with the key.

    Example:
        >>> from journeykit.presets import SALON
        >>> for route in likeliest(SALON, k=2):
        ...     print(round(route.probability, 3), route.steps)
        0.067 ('bewustwording', 'overweging', 'beslissing', 'actie', 'evaluatie')
        0.018 ('bewustwording', 'beslissing', 'actie', 'evaluatie')
    """
    if k is None:  # where all are wanted, `simple` gives them as they are found
        raise AnalysisError("k must be given; simple gives all routes, one after the other")
    k = count("k", k)
    ways = Ways(journey, to)
    return tuple(_route(ways, way) for way in itertools.islice(_ways.likeliest(ways), k))


def required(journey: Journey, *, to: str = CONVERSION) -> tuple[str, ...]:
    """Return the steps that every way passes, in the order in which they are passed.

    In a graph those are the dominators of the end.

    Args:
        journey: What to walk through.
        to: Where the ways lead: `CONVERSION`, `DROP_OFF` or the key of a step.

    Raises:
        AnalysisError: No transition leaves `START`, or no way leads there.
        UnknownKeyError: There is no step with the key.

    Example:
        >>> from journeykit.presets import SALON
        >>> required(SALON)
        ('bewustwording', 'actie', 'evaluatie')
    """
    ways = Ways(journey, to)
    passed = _ways.fewest(ways)
    place = {number: position for position, number in enumerate(passed)}
    seen = {*passed}
    furthest = 0
    found = []
    for position, number in enumerate(passed[:-1]):
        # Nothing that comes before it leads past it.
        if position and furthest == position:
            found.append(ways.keys[number])
        waiting = [number]
        while waiting:
            for following, _ in ways.nexts[waiting.pop()]:
                furthest = max(furthest, place.get(following, 0))
                if following not in seen:
                    seen.add(following)
                    waiting.append(following)
    return tuple(found)


def dead_ends(journey: Journey, *, to: str | None = None) -> tuple[str, ...]:
    """Return the steps from which no way leads to an end, in the order of the journey.

    Args:
        journey: What to walk through.
        to: Where ways should lead: `CONVERSION`, `DROP_OFF` or the key of a step; any of the
            two ends when not given.

    Raises:
        UnknownKeyError: There is no step with the key.

    Example:
        >>> from journeykit import Transition
        >>> moves = [Transition(START, "door"), Transition("door", "desk")]
        >>> dead_ends(Journey("visit", touchpoints=["door", "desk"], transitions=moves))
        ('door', 'desk')
    """
    ends = (CONVERSION, DROP_OFF) if to is None else (place_named(journey, to),)
    before: dict[str, list[str]] = {}
    for source, target in possible(journey):
        before.setdefault(target, []).append(source)
    escaping = all_from(ends, before)
    return tuple(step.key for step in steps_of(journey) if step.key not in escaping)


def unreachable(journey: Journey) -> tuple[str, ...]:
    """Return the steps to which no way leads from `START`, in the order of the journey.

    Args:
        journey: What to walk through.

    Raises:
        AnalysisError: It is no journey.

    Example:
        >>> from journeykit import Transition
        >>> moves = [Transition(START, "door"), Transition("desk", "door")]
        >>> unreachable(Journey("visit", touchpoints=["door", "desk"], transitions=moves))
        ('desk',)
    """
    after: dict[str, list[str]] = {}
    for source, target in possible(journey):
        after.setdefault(source, []).append(target)
    reached = all_from((START,), after)
    return tuple(step.key for step in steps_of(journey) if step.key not in reached)


def _route(ways: Ways, numbers: Sequence[int]) -> Route:
    """Return the route along some numbers, from `START` to the goal."""
    return Route(
        tuple(ways.keys[number] for number in numbers[1:-1]),
        ways.to,
        math.prod(ways.likely(*pair) for pair in itertools.pairwise(numbers)),
    )
