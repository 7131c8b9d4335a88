"""The lines of a network: level at their ends, and apart from each other where they are steep."""

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from journeykit.drawing.geometry import Chain, monotone
from journeykit.drawing.scene import Point
from journeykit.drawing.views.network.layers import Layered
from journeykit.drawing.views.network.places import Port

__all__ = ["LEAD", "Turn", "line_of", "turns_of"]

Turn: TypeAlias = tuple[int, int]
"""The how-manieth of those that turn beside each other, from 0, and how many these are."""
LEAD: Final = 7.0
"""How far a line is level at its ends."""

_STEEP: Final = 14.0  # legs that rise or fall less need no room beside them
_TURN: Final = 14.0  # the least width that a line turns in
_APART: Final = 7.0  # from the turn of one line to that of the next


def turns_of(
    graph: Layered,
    layer: Mapping[int, int],
    places: Mapping[int, float],
    ports: Mapping[Port, float],
) -> list[list[Turn]]:
    """Return which of those beside each other each leg of each link is, between two layers.

    Legs that run up side by side turn one after the other, the uppermost first, and those that
    run down the lowest first, so that room is left between them where they are steep.
    """
    legs: dict[tuple[int, bool], list[tuple[float, float, int, int]]] = {}
    for number, chain in enumerate(graph.chains):
        for place, (one, other) in enumerate(itertools.pairwise(chain)):
            start = places[one] + ports.get((number, one, True), 0.0)
            end = places[other] + ports.get((number, other, False), 0.0)
            if abs(end - start) > _STEEP:
                down = end > start
                # Seen in a mirror, what runs down is as what runs up.
                ends = (-start, -end) if down else (start, end)
                legs.setdefault((layer[one], down), []).append((*ends, number, place))
    turns: list[list[Turn]] = [[(0, 1)] * (len(chain) - 1) for chain in graph.chains]
    for found in legs.values():
        for group in _beside(sorted(found)):
            for rank, (number, place) in enumerate(group):
                turns[number][place] = (rank, len(group))
    return turns


def _beside(legs: Iterable[tuple[float, float, int, int]]) -> list[list[tuple[int, int]]]:
    """Return legs in groups, in each of which every leg begins before those above it end."""
    groups: list[list[tuple[int, int]]] = []
    lowest = -math.inf
    for start, end, number, place in legs:
        if end >= lowest:
            groups.append([])
        lowest = max(lowest, start) if groups[-1] else start
        groups[-1].append((number, place))
    return groups


def line_of(
    start: Point,
    end: Point,
    bends: Sequence[Point],
    turns: Sequence[Turn],
    *,
    flat: float,
    lead: float = LEAD,
) -> Chain:
    """Return the line of a link from left to right: level at its ends, and beside nodes.

    Args:
        start: Where it begins.
        end: Where it ends.
        bends: The middles of the nodes that it runs beside.
        turns: Which of those beside each other each of its legs is.
        flat: How far it is level to either side of a bend.
        lead: How far it is level at its beginning.
    """
    levels = [(start[0], start[0] + lead, start[1])]
    levels += [(x - flat, x + flat, y) for x, y in bends]
    levels.append((end[0] - LEAD, end[0], end[1]))
    points = [start]
    for (_, away, y), (until, _, other), (rank, count) in zip(
        levels, levels[1:], turns, strict=False
    ):
        step = min(_APART, max(0.0, until - away - _TURN) / max(1, count - 1))
        points += [(away + step * rank, y), (until - step * (count - 1 - rank), other)]
    points.append(end)
    return monotone([point for point, _ in itertools.groupby(points)])
