"""Absorbing chains in numbers: how often each state is visited, and how much flows along an edge.

The elimination below never subtracts, so nothing cancels: results are right to the last digits
even where customers leave a loop once in 10^14 times, and where a plain solve of linear equations
gives nonsense without saying so. After Grassmann, Taksar and Heyman, "Regenerative analysis and
steady state distributions for Markov chains", Operations Research 33 (1985), 1107-1116.
"""

import heapq
import math
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from journeykit.errors import AnalysisError

__all__ = [
    "Absorption",
    "Elimination",
    "Pivot",
    "Rows",
    "Solver",
    "absorption",
    "closed",
    "eliminate",
    "endless",
    "listed",
    "reached_rows",
    "taken_out",
]

Rows: TypeAlias = Sequence[Mapping[int, float]]
"""For each state, by number, how likely each next state is; 0 is the start, empty rows are ends."""
Solver: TypeAlias = Callable[[Rows], Sequence[float]]
"""Finds the expected visits of each state; those of the ends are not looked at."""

_SHOWN = 12
_SMALLEST = sys.float_info.min
# States with more ways through them than this are in no order that helps. Of many states it shows
# earlier: the edges that are left grow again in number.
_CROWDED = 400
_CROWDED_EARLY = 16
_MANY = 10_000
_GROWTH = 1.5
_NOTHING: Final[Mapping[int, float]] = {}


@dataclass(frozen=True, slots=True)
class Absorption:
    """What is expected to happen, once, between the start and an end.

    Attributes:
        visits: The expected visits of each state that can be reached; the start has one.
        flows: The expected passages along each edge that can be reached. What flows into the
            ends sums to 1.
    """

    visits: dict[str, float]
    flows: dict[tuple[str, str], float]

    def into(self, end: str) -> float:
        """Return the probability to finish at an end."""
        return math.fsum(flow for (_, target), flow in self.flows.items() if target == end)


def absorption(
    edges: Mapping[tuple[str, str], float],
    *,
    start: str,
    ends: Collection[str],
    name: str,
    solve: Solver | None = None,
) -> Absorption:
    """Follow what leaves the start until it comes to an end.

    Args:
        edges: The probability of each edge among those that leave the same state; nothing
            leads to the start, nothing leaves an end.
        start: Where everything comes from.
        ends: Where it finishes.
        name: What is asked about, for messages.
        solve: What finds the expected visits; `eliminate` when not given. That one is exact
            and, where states are nearly in a line, quick at any size; where they have no order
            it takes seconds from a thousand states on, and a sparse solver may take its place.

    Raises:
        AnalysisError: Nothing leaves the start, a state that can be reached leads to no end, or
            the visits are beyond the range of floating-point numbers.
    """
    reached, rows = reached_rows(edges, start=start, ends=ends, name=name)
    number = {state: position for position, state in enumerate(reached)}
    try:
        visits = (solve or eliminate)(rows)
    except ArithmeticError:
        visits = [math.inf]
    if not all(map(math.isfinite, visits)):
        raise endless(name)
    return Absorption(
        visits={state: visits[at] for state, at in number.items() if rows[at]},
        flows={
            (reached[at], reached[following]): visits[at] * share
            for at, row in enumerate(rows)
            for following, share in row.items()
        },
    )


def closed(name: str, start: str) -> AnalysisError:
    """Return the error for a start that nothing leaves."""
    return AnalysisError(
        f"{name}: no transition leaves {start}, so nobody comes in; "
        f"add one from {start} to the first step"
    )


def endless(name: str) -> AnalysisError:
    """Return the error for a loop that is left too seldom."""
    return AnalysisError(
        f"{name}: customers stay in a loop for longer than numbers can say; "
        "give the transitions that leave it more weight"
    )


def reached_rows(
    edges: Mapping[tuple[str, str], float], *, start: str, ends: Collection[str], name: str
) -> tuple[list[str], list[dict[int, float]]]:
    """Return the states that can be reached, the start first, and what may follow each.

    Args:
        edges: The probability of each edge among those that leave the same state; nothing
            leads to the start, nothing leaves an end.
        start: Where everything comes from.
        ends: Where it finishes.
        name: What is asked about, for messages.

    Raises:
        AnalysisError: Nothing leaves the start, or a state that can be reached leads to no end.
    """
    leaving: dict[str, dict[str, float]] = {}
    for (source, target), probability in edges.items():
        leaving.setdefault(source, {})[target] = probability
    if start not in leaving:
        raise closed(name, start)
    reached = _reachable([start], _positive(leaving))
    _refuse_traps(reached, leaving, ends=ends, name=name)
    number = {state: position for position, state in enumerate(reached)}
    return reached, [_normalised(leaving.get(state, {}), number) for state in reached]


def _positive(leaving: Mapping[str, Mapping[str, float]]) -> dict[str, list[str]]:
    return {
        source: [target for target, probability in row.items() if probability > 0]
        for source, row in leaving.items()
    }


def _reachable(origins: Iterable[str], nexts: Mapping[str, Iterable[str]]) -> list[str]:
    """Return what can be reached from some states, these included and first."""
    found = dict.fromkeys(origins)
    waiting = list(found)
    for state in waiting:
        for following in nexts.get(state, ()):
            if following not in found:
                found[following] = None
                waiting.append(following)
    return waiting


def _refuse_traps(
    reached: Sequence[str],
    leaving: Mapping[str, Mapping[str, float]],
    *,
    ends: Collection[str],
    name: str,
) -> None:
    """Raise an error that names the states which can be reached and lead to no end."""
    before: dict[str, list[str]] = {}
    for source, targets in _positive(leaving).items():
        for target in targets:
            before.setdefault(target, []).append(source)
    escaping = {*_reachable(ends, before)}
    trapped = [state for state in reached if state not in escaping]
    if not trapped:
        return
    idle = [state for state in trapped if leaving.get(state) and not any(leaving[state].values())]
    # Where the start is trapped, so is all that follows it, and that says more.
    steps = [state for state in trapped if state != reached[0]] or trapped
    problems = [f"no way leads from {listed(steps)} to {' or '.join(ends)}"]
    if idle:
        problems.append(f"all transitions that leave {listed(idle)} have weight 0")
    raise AnalysisError(
        f"{name}: {'; '.join(problems)}; add a transition that leaves, with a weight above 0"
    )


def listed(states: Sequence[str]) -> str:
    """Return some states as they stand in a message: the first twelve, and how many more."""
    rest = len(states) - _SHOWN
    more = f" and {rest} more" if rest > 0 else ""
    return ", ".join(map(repr, states[:_SHOWN])) + more


def _normalised(row: Mapping[str, float], number: Mapping[str, int]) -> dict[int, float]:
    """Return a row by number, without what cannot happen, with a sum of 1."""
    total = math.fsum(row.values())
    return {number[target]: share / total for target, share in row.items() if share > 0}


def eliminate(rows: Rows) -> list[float]:
    """Return the expected visits of each state, by taking out one state after the other.

    Args:
        rows: For each state the probability of each next state; all lead to an end.

    Raises:
        ArithmeticError: A number is beyond the range of floating-point numbers.
    """
    return taken_out(rows).visits()


@dataclass(frozen=True, slots=True)
class Pivot:
    """A state that has been taken out, and the ways that led through it.

    Attributes:
        state: Which one.
        leaves: How likely it was left for another state at each visit.
        comes: The states before it, and how likely each led to it.
        goes: The states and ends behind it, and how likely each came next, once it was left.
    """

    state: int
    leaves: float
    comes: Sequence[tuple[int, float]]
    goes: Sequence[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Elimination:
    """A chain without the states that have been taken out, and the way back to them.

    What is asked of it is found for the core first, by whom it may concern, then for the states
    that were taken out, in the opposite order. Nothing is ever subtracted.

    Attributes:
        left: For each state that stays, how likely each other one that stays comes next.
        pivots: The states taken out, in order.
        core: The states that stay, without the start and the ends.
    """

    left: Rows
    pivots: Sequence[Pivot]
    core: Sequence[int]

    def visits(self, core: Mapping[int, float] = _NOTHING) -> list[float]:
        """Return the expected visits of each state; the start has one.

        Args:
            core: Those of the states that stay.
        """
        visits = [0.0] * len(self.left)
        visits[0] = 1.0
        for state, expected in core.items():
            visits[state] = expected
        for pivot in reversed(self.pivots):
            arrivals = math.fsum(visits[previous] * share for previous, share in pivot.comes)
            visits[pivot.state] = arrivals / pivot.leaves
        return visits

    def lifted(self, gains: Sequence[float]) -> list[float]:
        """Return what a visit gains where each state that was taken out is part of the way to it.

        Args:
            gains: What each visit of a state gains.
        """
        lifted = list(gains)
        for pivot in self.pivots:
            gain = lifted[pivot.state] / pivot.leaves
            for previous, share in pivot.comes:
                lifted[previous] += share * gain
        return lifted

    def outlook(
        self,
        gains: Sequence[float],
        core: Mapping[int, float] = _NOTHING,
    ) -> list[float]:
        """Return what is expected to be gained from each state on, until the end.

        Args:
            gains: What a visit of each state gains, as `lifted` returns it; at an end, what it
                is worth to come there.
            core: The answer for the states that stay.
        """
        outlook = [0.0 if row else gain for row, gain in zip(self.left, gains, strict=True)]
        for state, expected in core.items():
            outlook[state] = expected
        for pivot in reversed(self.pivots):
            behind = math.fsum(share * outlook[following] for following, share in pivot.goes)
            outlook[pivot.state] = gains[pivot.state] / pivot.leaves + behind
        behind = math.fsum(share * outlook[following] for following, share in self.left[0].items())
        outlook[0] = gains[0] + behind
        return outlook

    def returns(self, core: Callable[[int, int], float] | None = None) -> list[float]:
        """Return how often each state is expected to be visited once it is reached.

        Those are the numbers on the diagonal of the fundamental matrix. Of the others only the
        ones that they are made of are worked out, after Takahashi, Fagan and Chen, "Formation of
        a sparse bus impedance matrix", Proceedings of the 8th PICA Conference (1973), 63-69.

        Args:
            core: Of two states that stay, the expected visits of the second from the first on.
        """
        known = {} if core is None else _Known(core)
        known[0, 0] = 1.0
        for pivot in reversed(self.pivots):
            state = pivot.state
            goes = [(after, share) for after, share in pivot.goes if self.left[after]]
            comes = [(before, share / pivot.leaves) for before, share in pivot.comes if before]
            for after, _ in goes:
                known[after, state] = math.fsum(
                    known[after, before] * share for before, share in comes
                )
            for before, _ in comes:
                known[state, before] = math.fsum(
                    share * known[after, before] for after, share in goes
                )
            round_trips = math.fsum(share * known[after, state] for after, share in goes)
            known[state, state] = 1 / pivot.leaves + round_trips
        return [known[state, state] if row else 0.0 for state, row in enumerate(self.left)]


class _Known(dict[tuple[int, int], float]):
    """Expected visits of one state from another on; those in the core are looked up there."""

    def __init__(self, core: Callable[[int, int], float]) -> None:
        super().__init__()
        self.core = core

    def __missing__(self, pair: tuple[int, int]) -> float:
        return self.core(*pair)


def taken_out(rows: Rows, *, core: int | None = None) -> Elimination:
    """Take out one state after the other: the ways through it become ways past it.

    They lead from each state before it to each state behind it. The state with the fewest such
    pairs is next, which keeps journeys that are nearly a line sparse to the end.

    Args:
        rows: For each state the probability of each next state; all lead to an end.
        core: How many states may stay, where those that are left lead to each other in no
            order, so that taking them out one by one would last; None takes out all.

    Raises:
        ArithmeticError: A number is beyond the range of floating-point numbers.
    """
    # Loops of a state to itself are left out: what leaves it is summed, not taken from 1.
    left = [
        {following: share for following, share in row.items() if following != state}
        for state, row in enumerate(rows)
    ]
    # Dictionaries in place of sets, because their order is the same in every run.
    before: list[dict[int, None]] = [{} for _ in rows]
    for state, row in enumerate(left):
        for following in row:
            before[following][state] = None
    pivots: list[Pivot] = []
    ready = [bool(row) for row in left]
    ready[0] = False
    staying = sum(ready)
    crowded, least = (_CROWDED_EARLY if staying > _MANY else _CROWDED), sys.maxsize
    waiting = [(len(before[state]) * len(left[state]), state) for state in range(len(left))]
    heapq.heapify(waiting)
    while waiting:
        pairs, state = heapq.heappop(waiting)
        row = left[state]
        if not ready[state] or pairs != len(before[state]) * len(row):
            continue
        if core is not None and staying > core and pairs > crowded:
            edges = sum(len(onwards) for onwards, stays in zip(left, ready, strict=True) if stays)
            if pairs > _CROWDED or edges > _GROWTH * least:
                break
            least, crowded = min(edges, least), 3 * pairs // 2
        ready[state] = False
        staying -= 1
        leaves = math.fsum(row.values())
        if leaves < _SMALLEST:
            raise ZeroDivisionError
        pivots.append(_bypass(left, before, state=state, leaves=leaves))
        for touched in (*before[state], *row):
            if ready[touched]:
                heapq.heappush(waiting, (len(before[touched]) * len(left[touched]), touched))
    return Elimination(left, pivots, [state for state, stays in enumerate(ready) if stays])


def _bypass(
    left: Sequence[dict[int, float]],
    before: Sequence[dict[int, None]],
    *,
    state: int,
    leaves: float,
) -> Pivot:
    """Lead all ways through a state past it, and return what they were."""
    goes = [(following, share / leaves) for following, share in left[state].items()]
    comes = [(previous, left[previous].pop(state)) for previous in before[state]]
    for following, _ in goes:
        del before[following][state]
    for previous, share in comes:
        row = left[previous]
        for following, fraction in goes:
            if following in row:
                row[following] += share * fraction
            elif following != previous:
                row[following] = share * fraction
                before[following][previous] = None
    return Pivot(state, leaves, comes, goes)
