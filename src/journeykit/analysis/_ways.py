"""The ways of a journey as a graph of what leads to one place, and the searches in it."""

import heapq
import itertools
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from journeykit._chain import closed
from journeykit.analysis._subject import name_of, step_named
from journeykit.errors import AnalysisError
from journeykit.journey import Journey, transitions_of
from journeykit.transition import CONVERSION, DROP_OFF, START, probabilities

__all__ = ["Ways", "all_from", "fewest", "likeliest", "place_named", "possible", "simple"]

_Link: TypeAlias = tuple[int, "_Link | None"]


def possible(journey: Journey) -> dict[tuple[str, str], float]:
    """Return the transitions that can happen, and how likely each is."""
    name_of(journey)
    moves = probabilities(transitions_of(journey))
    return {ends: likely for ends, likely in moves.items() if likely > 0}


def place_named(journey: Journey, to: str) -> str:
    """Return an end or the key of a step, once it is known that there is one."""
    return to if to in (CONVERSION, DROP_OFF) else step_named(journey, to)


def all_from(origins: Collection[str], nexts: Mapping[str, Sequence[str]]) -> set[str]:
    """Return what can be come to from somewhere, that included."""
    found = {*origins}
    waiting = [*origins]
    while waiting:
        for following in nexts.get(waiting.pop(), ()):
            if following not in found:
                found.add(following)
                waiting.append(following)
    return found


class Ways:
    """The ways that lead from `START` to where one wants to go; nothing else is in it.

    Attributes:
        name: The journey, as messages name it.
        keys: What each number stands for; 0 is `START`.
        nexts: For each of them, what may follow and how likely.
        goal: The number of where to go; None where no way leads there.
        toward: For each, the next on the likeliest way to the goal.
        cost: For each, the logarithm of how unlikely that way is.
    """

    def __init__(self, journey: Journey, to: str) -> None:
        self.name = name_of(journey)
        self.to = place_named(journey, to)
        if not any(move.source == START for move in transitions_of(journey)):
            raise closed(self.name, START)
        moves = possible(journey)
        numbers: dict[str, int] = {START: 0}
        for ends in moves:
            for end in ends:
                numbers.setdefault(end, len(numbers))
        self.keys = list(numbers)
        self.goal = numbers.get(to)
        before: list[list[tuple[int, float]]] = [[] for _ in numbers]
        for (source, target), likely in moves.items():
            if source != to:
                before[numbers[target]].append((numbers[source], -math.log(likely)))
        self.cost, self.toward = self._costs(before)
        self.nexts: list[list[tuple[int, float]]] = [[] for _ in numbers]
        for (source, target), likely in moves.items():
            if source != to and numbers[target] in self.cost:
                self.nexts[numbers[source]].append((numbers[target], likely))

    def _costs(
        self, before: Sequence[Sequence[tuple[int, float]]]
    ) -> tuple[dict[int, float], dict[int, int]]:
        cost: dict[int, float] = {}
        toward: dict[int, int] = {}
        waiting = [] if self.goal is None else [(0.0, self.goal, self.goal)]
        while waiting:
            so_far, number, following = heapq.heappop(waiting)
            if number not in cost:
                cost[number], toward[number] = so_far, following
                for previous, more in before[number]:
                    if previous not in cost:
                        heapq.heappush(waiting, (so_far + more, previous, number))
        return cost, toward

    def rest(self, number: int, passed: Collection[int]) -> list[int] | None:
        """Return the likeliest way on that passes nothing twice; None where there is none."""
        way = [number]
        while way[-1] != self.goal:
            way.append(self.toward[way[-1]])
            if way[-1] in passed:
                return self._detour(number, passed)
        return way

    def _detour(self, number: int, passed: Collection[int]) -> list[int] | None:
        came: dict[int, int] = {}
        waiting = [(self.cost[number], 0.0, number, number)]
        while waiting:
            _, so_far, here, previous = heapq.heappop(waiting)
            if here in came:
                continue
            came[here] = previous
            if here == self.goal:
                way = [here]
                while way[-1] != number:
                    way.append(came[way[-1]])
                return way[::-1]
            for following, likely in self.nexts[here]:
                if following not in passed and following not in came:
                    cost = so_far - math.log(likely)
                    bound = cost + self.cost[following]
                    heapq.heappush(waiting, (bound, cost, following, here))
        return None

    def likely(self, source: int, target: int) -> float:
        """Return how likely one step follows another."""
        return next(likely for following, likely in self.nexts[source] if following == target)


def simple(ways: Ways) -> Iterator[list[int]]:
    """Walk into the depth, but only where the goal can still be come to."""
    first = ways.rest(0, ()) if 0 in ways.cost else None
    passed = {0: None}
    # With each step a way on to the goal, and how far along it the step is: the next step of that
    # way is known to lead there, and needs no search.
    waiting = [] if first is None else [(iter(ways.nexts[0]), first, 0)]
    while waiting:
        nexts, way, at = waiting[-1]
        for following, _ in nexts:
            if following == ways.goal:
                yield [*passed, following]
            elif following not in passed:
                on, place = way, at + 1
                if following != way[place]:
                    other, place = ways.rest(following, passed), 0
                    if other is None:
                        continue
                    on = other
                passed[following] = None
                waiting.append((iter(ways.nexts[following]), on, place))
                break
        else:
            waiting.pop()
            passed.popitem()


def fewest(ways: Ways) -> list[int]:
    """Return the route with the fewest steps, of several the likeliest.

    Raises:
        AnalysisError: There is none.
    """
    best = {0: 1.0}
    came: dict[int, int] = {}
    here = [0]
    while here and ways.goal not in best:
        ahead: dict[int, float] = {}
        for number in here:
            for following, likely in ways.nexts[number]:
                if following not in best and best[number] * likely > ahead.get(following, -1):
                    ahead[following] = best[number] * likely
                    came[following] = number
        best |= ahead
        here = list(ahead)
    if ways.goal is None or ways.goal not in best:
        raise AnalysisError(
            f"{ways.name}: no way with a weight above 0 leads from START to {ways.to!r}; "
            "add the transitions that are missing"
        )
    way = [ways.goal]
    while way[-1]:
        way.append(came[way[-1]])
    return way[::-1]


def likeliest(ways: Ways) -> Iterator[list[int]]:
    """Give routes, the likeliest first.

    What waits is a beginning, with the least cost that a route with this beginning can have.
    Where the likeliest way on from its last step would pass a step twice, that is less than
    the true cost, which is worked out once it is the beginning's turn.
    """
    order = itertools.count()
    waiting: list[tuple[float, int, float, _Link, list[int] | None]] = []
    if 0 in ways.cost:
        waiting.append((ways.cost[0], next(order), 0.0, (0, None), None))
    while waiting:
        bound, _, so_far, beginning, rest = heapq.heappop(waiting)
        passed = _unlinked(beginning)
        if rest is None:
            rest = ways.rest(passed[-1], {*passed[:-1]})
            if rest is None:
                continue
            cost = so_far + _cost(ways, rest)
            if cost > bound and waiting and waiting[0][0] < cost:
                heapq.heappush(waiting, (cost, next(order), so_far, beginning, rest))
                continue
        yield [*passed, *rest[1:]]
        seen = {*passed}
        for here, following in itertools.pairwise(rest):
            for other, likely in ways.nexts[here]:
                if other != following and other not in seen:
                    cost = so_far - math.log(likely)
                    entry = (cost + ways.cost[other], next(order), cost, (other, beginning), None)
                    heapq.heappush(waiting, entry)
            so_far -= math.log(ways.likely(here, following))
            beginning = (following, beginning)
            seen.add(following)


def _unlinked(link: _Link | None) -> list[int]:
    numbers = []
    while link is not None:
        number, link = link
        numbers.append(number)
    return numbers[::-1]


def _cost(ways: Ways, way: Sequence[int]) -> float:
    return -math.fsum(math.log(ways.likely(*pair)) for pair in itertools.pairwise(way))
