"""A plan: which walks a planned journey allows, and how a walk that was seen fits in best."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from attrs import frozen

from journeykit.analysis._subject import name_of
from journeykit.analysis._ways import all_from
from journeykit.errors import AnalysisError
from journeykit.journey import Journey, steps_of, transitions_of
from journeykit.model import JourneyModel
from journeykit.paths import Paths
from journeykit.transition import (
    CONVERSION,
    DROP_OFF,
    ENDS,
    START,
    probabilities,
    sequence,
)

__all__ = ["Fit", "Plan", "plan_of"]

_Choice: TypeAlias = tuple[float, int, int]
_Moves: TypeAlias = dict[tuple[str, str], float]
_MOST_KEPT: Final = 4_000_000  # steps with what comes before them: some 300 MiB


@frozen
class Fit:
    """How a walk fits in a plan with the fewest deviations.

    Attributes:
        missing: The steps that the plan asks for where the walk goes past them.
        surplus: The steps of the walk that the plan does not have where they come.
        failed: Whether the walk breaks off where the plan leads on.
    """

    missing: frozenset[str]
    surplus: frozenset[str]
    failed: bool


class Plan:
    """What a planned journey allows: from where to where, and where it may end.

    Attributes:
        steps: The steps that can be reached, in the order of the journey.
        nexts: For each of them and `START`, what may follow and how likely; `CONVERSION` too.
        drops: From where customers may drop off.
    """

    def __init__(self, steps: Sequence[str], moves: _Moves, *, name: str) -> None:
        ends = {end for pair in moves for end in pair}
        joined = [step for step in steps if step in ends]
        inner = [pair for pair in moves if not {*pair} & {*ENDS}]
        moves = moves | _ways_in(joined, inner, moves)
        after: dict[str, list[str]] = {}
        for source, target in moves:
            after.setdefault(source, []).append(target)
        reached = all_from((START,), after)
        self.steps: Final = tuple(step for step in joined if step in reached)
        moves |= _ways_out(self.steps, inner, moves)
        self.drops: Final = {source for source, target in moves if target == DROP_OFF}
        self.nexts: dict[str, dict[str, float]] = {step: {} for step in (START, *self.steps)}
        for (source, target), likely in moves.items():
            if source in self.nexts and target != DROP_OFF:
                self.nexts[source][target] = likely
        self._place: Final = {step: place for place, step in enumerate(self.nexts)}
        self._ways: dict[str, Mapping[str, tuple[int, str]]] = {}
        self._kept = 0
        if CONVERSION not in self._from(START):
            raise AnalysisError(
                f"{name}: no way leads from START to CONVERSION, so a walk cannot be held against "
                "it; lead one there"
            )

    def fit(self, steps: Sequence[str], *, converted: bool) -> Fit:
        """Return how a walk along steps of the plan fits with the fewest deviations.

        Of all ways to leave out steps of the walk (the surplus) and to put in steps of the plan
        (those that are missing), the one that takes the fewest of both; of these, one that leaves
        out the fewest, and then the latest. That the walk breaks off where it should not counts
        as one more; what would have come after it does not count.
        """
        spots = (START, *steps)
        if self._allows(spots, converted=converted):
            return Fit(frozenset(), frozenset(), failed=False)
        choices = self._choices(spots, converted=converted)
        missing: set[str] = set()
        surplus: set[str] = set()
        here = 0
        while (following := choices[here][2]) < len(spots):
            missing.update(self._between(spots[here], spots[following]))
            surplus.update(spots[here + 1 : following])
            here = following
        surplus.update(spots[here + 1 :])
        if converted:
            missing.update(self._between(spots[here], CONVERSION))
        failed = not converted and spots[here] not in self.drops
        return Fit(frozenset(missing), frozenset(surplus), failed)

    def _allows(self, spots: Sequence[str], *, converted: bool) -> bool:
        """Tell whether each move of a walk is in the plan, for then nothing has to be searched."""
        last = spots[-1]
        ended = CONVERSION in self.nexts[last] if converted else last in self.drops
        return ended and all(after in self.nexts[here] for here, after in pairwise(spots))

    def _choices(self, spots: Sequence[str], *, converted: bool) -> list[_Choice]:
        """Return for each place of a walk, if it is kept, what the rest costs and what is next."""
        choices: list[_Choice] = [(0, 0, 0)] * len(spots)
        for here in range(len(spots) - 1, -1, -1):
            ways = self._from(spots[here])
            best = (self._end_cost(spots, here, ways, converted=converted), 0, len(spots))
            for following in range(here + 1, len(spots)):
                left_out = following - here - 1
                if left_out >= best[0]:
                    break
                if spots[following] in ways:
                    cost, kept, _ = choices[following]
                    put_in = ways[spots[following]][0]
                    best = min(best, (left_out + put_in + cost, kept - 1, following))
            choices[here] = best
        return choices

    def _end_cost(
        self,
        spots: Sequence[str],
        here: int,
        ways: Mapping[str, tuple[int, str]],
        *,
        converted: bool,
    ) -> float:
        left_out = len(spots) - 1 - here
        if not converted:
            return left_out + (spots[here] not in self.drops)
        return left_out + ways[CONVERSION][0] if CONVERSION in ways else math.inf

    def _between(self, source: str, target: str) -> list[str]:
        """Return the steps between two, on the shortest way."""
        ways = self._from(source)
        found = []
        while (target := ways[target][1]) != source:
            found.append(target)
        return found

    def _from(self, source: str) -> Mapping[str, tuple[int, str]]:
        """Return for all that can be reached how many steps are between, and what comes before.

        Of ways that are equally short it is the likeliest, and then the one that is listed first.
        """
        if source not in self._ways:
            found: dict[str, tuple[int, str]] = {}
            layer = {source: 1.0}
            between = 0
            while layer:
                nearest: dict[str, tuple[float, int, str]] = {}
                for step, likely in layer.items():
                    for target, share in self.nexts.get(step, {}).items():
                        way = (-likely * share, self._place[step], step)
                        if target not in found and way < nearest.get(target, (1.0, 0, "")):
                            nearest[target] = way
                found |= {target: (between, step) for target, (*_, step) in nearest.items()}
                layer = {target: -unlikely for target, (unlikely, *_) in nearest.items()}
                between += 1
            self._kept += len(found)
            if self._kept > _MOST_KEPT:  # else they would be as many as there are pairs of steps
                self._ways.clear()
                self._kept = len(found)
            self._ways[source] = found
        return self._ways[source]


def _ways_in(steps: Sequence[str], inner: Iterable[tuple[str, str]], moves: _Moves) -> _Moves:
    """Return where to begin, if the moves do not say: where nothing leads to, or else anywhere."""
    if any(source == START for source, _ in moves):
        return {}
    led_to = {target for source, target in inner if source != target}
    first = [step for step in steps if step not in led_to] or steps
    return {(START, step): 1 / len(first) for step in first}


def _ways_out(steps: Sequence[str], inner: Iterable[tuple[str, str]], moves: _Moves) -> _Moves:
    """Return where to end, if the moves do not say: where nothing leads on, or else anywhere.

    There it makes no difference whether customers convert.
    """
    if any(target == CONVERSION for _, target in moves):
        return {}
    leading = {source for source, target in inner if source != target}
    last = [step for step in steps if step not in leading] or steps or [START]
    return {(step, end): 1.0 for step in last for end in (CONVERSION, DROP_OFF)}


def plan_of(journey: Journey | JourneyModel, paths: Paths) -> Plan:
    """Return what a journey plans for walks.

    Args:
        journey: The planned journey.
        paths: The walks, which say whether touchpoints or phases are meant.

    Raises:
        AnalysisError: It is no journey, has nothing that could be walked, or leads to no end.
    """
    name = name_of(journey)
    steps = [step.key for step in steps_of(journey)]
    drawn = transitions_of(journey)
    likely = probabilities(drawn)
    # One without a weight is drawn all the same, also where the others leave no share for it.
    moves = {move.ends: likely[move.ends] for move in drawn if move.weight != 0}
    if isinstance(journey, Journey) and journey.touchpoints:
        spots = {spot.key for spot in journey.touchpoints}
        along_spots = not spots.isdisjoint(paths.touchpoints)
        if not moves or (along_spots and not spots.issuperset(steps)):
            route = journey.route or tuple(spot.key for spot in journey.touchpoints)
            steps = list(dict.fromkeys(route))
            moves = probabilities(sequence(START, *route, CONVERSION))
    if not moves:
        raise AnalysisError(
            f"{name} plans nothing: give it touchpoints, or transitions with a weight other than 0"
        )
    return Plan(steps, moves, name=name)
