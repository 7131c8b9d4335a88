"""Places for graphs in layers: each node near its neighbours, long links as straight as can be."""

import itertools
import math
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from journeykit.drawing.views.network.layers import Layered

__all__ = ["Port", "Tie", "ports_of", "settled", "straightened"]

_ROUNDS: Final = 24
_FEW_ROUNDS: Final = 6
_LARGE: Final = 2000
_TOGETHER: Final = 8  # rounds at the end in which both sides pull at once

Port: TypeAlias = tuple[int, int, bool]
"""Where a link touches a node: the number of the link, the node, and whether at its right side."""
_Block: TypeAlias = tuple[float, float, int]
"""Nodes that move together: their weight, where they want to be, and how many they are."""


@frozen
class Tie:
    """A piece of a link between neighbouring layers.

    Args:
        left: The node or bend at its left end.
        right: The one at its right end.
        weight: How strongly it pulls its ends to one height.
        rise: From the middle of the left one to where the piece touches that, downwards.
        fall: The same at the right one.
    """

    left: int
    right: int
    weight: float
    rise: float = 0.0
    fall: float = 0.0


def settled(
    layers: Sequence[Sequence[int]],
    ties: Sequence[Tie],
    room: Mapping[int, tuple[float, float]],
    *,
    start: Mapping[int, float] | None = None,
) -> dict[int, float]:
    """Return the height of each node and bend: the order in layers is kept, and so is the room.

    Args:
        layers: The nodes and bends of each layer, from top to bottom.
        ties: What pulls them to each other.
        room: How much room each takes above and below its middle.
        start: Where they were before, if anywhere.
    """
    before: dict[int, list[tuple[int, float, float]]] = {}
    after: dict[int, list[tuple[int, float, float]]] = {}
    for tie in ties:
        shift = tie.rise - tie.fall
        after.setdefault(tie.left, []).append((tie.right, tie.weight, -shift))
        before.setdefault(tie.right, []).append((tie.left, tie.weight, shift))
    places = dict(start) if start is not None else _stacked(layers, room)
    rounds = _ROUNDS if len(places) <= _LARGE else _FEW_ROUNDS
    for turn in range(rounds):
        onwards = turn % 2 == 0
        together = turn >= rounds - _TOGETHER
        for layer in layers if onwards else reversed(layers):
            near = [
                [
                    *(before.get(node, ()) if onwards or together else ()),
                    *(after.get(node, ()) if together or not onwards else ()),
                ]
                for node in layer
            ]
            _settle(layer, near, places, room)
    return places


def _stacked(
    layers: Sequence[Sequence[int]], room: Mapping[int, tuple[float, float]]
) -> dict[int, float]:
    places: dict[int, float] = {}
    for layer in layers:
        y = -sum(sum(room[node]) for node in layer) / 2
        for node in layer:
            places[node] = y + room[node][0]
            y += sum(room[node])
    return places


def _settle(
    layer: Sequence[int],
    near: Sequence[Sequence[tuple[int, float, float]]],
    places: dict[int, float],
    room: Mapping[int, tuple[float, float]],
) -> None:
    """Move the nodes of a layer as near to where they are pulled as their order and room allow.

    That is isotonic regression: nodes that would pass each other are taken together, and move to
    the mean of what they want, until none would.
    """
    offset, offsets = 0.0, list[float]()
    blocks: list[_Block] = []
    for place, (node, pulls) in enumerate(zip(layer, near, strict=True)):
        if place:
            offset += room[layer[place - 1]][1] + room[node][0]
        offsets.append(offset)
        weight = sum(pull for _, pull, _ in pulls)
        wanted = places[node]
        if weight > 0:
            wanted = sum((places[other] + shift) * pull for other, pull, shift in pulls) / weight
        blocks.append((max(weight, 0.01), wanted - offset, 1))
        while len(blocks) > 1 and blocks[-2][1] > blocks[-1][1]:
            (w1, y1, n1), (w2, y2, n2) = blocks[-2:]
            blocks[-2:] = [(w1 + w2, (w1 * y1 + w2 * y2) / (w1 + w2), n1 + n2)]
    heights = itertools.chain.from_iterable([y] * count for _, y, count in blocks)
    for node, height, aside in zip(layer, heights, offsets, strict=True):
        places[node] = height + aside


def straightened(
    layers: Sequence[Sequence[int]],
    chains: Sequence[Sequence[int]],
    places: Mapping[int, float],
    room: Mapping[int, tuple[float, float]],
) -> dict[int, float]:
    """Return places at which bends of one link are level where their neighbours leave room.

    Args:
        layers: The nodes and bends of each layer, from top to bottom.
        chains: The bends of each link, from left to right.
        places: Where everything is.
        room: How much room each takes above and below its middle.
    """
    found = dict(places)
    beside = {
        node: (layer[place - 1] if place else None, layer[place + 1 : place + 2])
        for layer in layers
        for place, node in enumerate(layer)
    }
    for chain in sorted(chains, key=len, reverse=True):
        run: list[int] = []
        low, high = -math.inf, math.inf
        for bend in chain:
            above, below = beside[bend]
            least, most = -math.inf, math.inf
            if above is not None:
                least = found[above] + room[above][1] + room[bend][0]
            for other in below:
                most = found[other] - room[other][0] - room[bend][1]
            if max(low, least) > min(high, most):
                _level(run, (low, high), found)
                run, low, high = [], -math.inf, math.inf
            run.append(bend)
            low, high = max(low, least), min(high, most)
        _level(run, (low, high), found)
    return found


def _level(run: Sequence[int], limits: tuple[float, float], places: dict[int, float]) -> None:
    if len(run) > 1:
        mean = sum(places[bend] for bend in run) / len(run)
        places.update(dict.fromkeys(run, min(max(mean, limits[0]), limits[1])))


def ports_of(
    graph: Layered, places: Mapping[int, float], widths: Sequence[float]
) -> dict[Port, float]:
    """Return where links touch the sides of their nodes, from the middle downwards.

    Those that lead up touch above those that lead down, so that none crosses another there.

    Args:
        graph: The graph.
        places: The height of each node and bend.
        widths: The room that each link takes at a side.
    """
    sides: dict[tuple[int, bool], list[tuple[float, int]]] = {}
    for number, chain in enumerate(graph.chains):
        sides.setdefault((chain[0], True), []).append((places[chain[1]], number))
        sides.setdefault((chain[-1], False), []).append((places[chain[-2]], number))
    found: dict[Port, float] = {}
    for (node, right), ends in sides.items():
        y = -sum(widths[number] for _, number in ends) / 2
        for _, number in sorted(ends):
            found[number, node, right] = y + widths[number] / 2
            y += widths[number]
    return found
