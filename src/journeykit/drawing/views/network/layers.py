"""Graphs in layers from left to right: who comes before whom, and in which order from the top.

After K. Sugiyama, S. Tagawa and M. Toda (1981), "Methods for Visual Understanding of Hierarchical
System Structures", IEEE Transactions on Systems, Man, and Cybernetics 11(2), 109-125: links that
would lead back are turned round, each node gets the first layer behind those before it, long links
get a bend in each layer that they pass, and sweeps put each node near its neighbours.

Nothing is left to chance: the same graph always gets the same layers.
"""

import itertools
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from attrs import frozen

__all__ = ["Layered", "Link", "layered"]

Link: TypeAlias = tuple[int, int, float]
"""Source, target, and how much it weighs; never from a node to itself."""

_SWEEPS: Final = 24
_PASSES: Final = 12
_LARGE: Final = 600  # nodes and bends; of more, fewer sweeps are made


@frozen
class Layered:
    """A graph in layers.

    Args:
        layers: The nodes of each layer from top to bottom; those from the number of nodes on are
            bends of links.
        chains: For each link, the nodes and bends that it runs through, from left to right.
        turned: For each link, whether it leads to the left.
    """

    layers: tuple[tuple[int, ...], ...]
    chains: tuple[tuple[int, ...], ...]
    turned: tuple[bool, ...]


def layered(
    count: int, links: Sequence[Link], order: Sequence[int], *, first: int | None, last: int | None
) -> Layered:
    """Return the layers of a graph.

    Args:
        count: How many nodes there are.
        links: What joins them; no two have the same ends.
        order: All nodes; links that lead to an earlier one are turned round.
        first: The node that stands alone in the first layer, if any.
        last: The node that stands in the last layer, if any.
    """
    rank = {node: place for place, node in enumerate(order)}
    turned = tuple(rank[source] > rank[target] for source, target, _ in links)
    forward = [
        (target, source, weight) if back else (source, target, weight)
        for (source, target, weight), back in zip(links, turned, strict=True)
    ]
    level = _levels(count, forward, order, (first, last))
    chains: list[tuple[int, ...]] = []
    bends = itertools.count(count)
    for source, target, _ in forward:
        between = [next(bends) for _ in range(level[source] + 1, level[target])]
        level += range(level[source] + 1, level[target])
        chains.append((source, *between, target))
    rows: list[list[int]] = [[] for _ in range(max(level, default=-1) + 1)]
    for node in _started(chains, order):
        rows[level[node]].append(node)
    return Layered(_least_crossed(rows, chains), tuple(chains), turned)


# --- layers -----------------------------------------------------------------------------


def _levels(
    count: int, forward: Sequence[Link], order: Sequence[int], ends: tuple[int | None, int | None]
) -> list[int]:
    before: list[dict[int, float]] = [{} for _ in range(count)]
    after: list[dict[int, float]] = [{} for _ in range(count)]
    for source, target, weight in forward:
        before[target][source] = before[target].get(source, 0.0) + weight
        after[source][target] = after[source].get(target, 0.0) + weight
    first, last = ends
    least = 0 if first is None else 1
    level = [0] * count
    for node in order:
        if node != first:
            level[node] = max((level[other] + 1 for other in before[node]), default=least)
    # Nodes move towards those that they are tied to most, where their neighbours leave room.
    for _ in range(_PASSES):
        for node in reversed(order):
            low = max((level[other] + 1 for other in before[node]), default=least)
            high = min((level[other] - 1 for other in after[node]), default=low)
            pull = sum(after[node].values()) - sum(before[node].values())
            if node != first and high > low:
                level[node] = high if pull > 0 else low
    if last is not None:
        level[last] = max(level)
    lowest = min(level, default=0)
    return [one - lowest for one in level]


def _started(chains: Sequence[Sequence[int]], order: Sequence[int]) -> list[int]:
    """Return nodes and bends in the order in which a walk along the links meets them."""
    along: dict[int, list[Sequence[int]]] = {}
    for chain in chains:
        along.setdefault(chain[0], []).append(chain)
    met: dict[int, None] = {}
    for node in order:
        met.setdefault(node)
        for chain in along.get(node, ()):
            met.update(dict.fromkeys(chain[1:-1]))
    return list(met)


# --- order from the top -----------------------------------------------------------------


def _least_crossed(
    rows: list[list[int]], chains: Sequence[Sequence[int]]
) -> tuple[tuple[int, ...], ...]:
    """Return the layers in an order in which links cross as little as sweeps can find."""
    before: dict[int, list[int]] = {}
    after: dict[int, list[int]] = {}
    for chain in chains:
        for one, other in itertools.pairwise(chain):
            after.setdefault(one, []).append(other)
            before.setdefault(other, []).append(one)
    large = sum(map(len, rows)) > _LARGE
    best, fewest = [list(row) for row in rows], _crossings(rows, after)
    for sweep in range(4 if large else _SWEEPS):
        onwards = sweep % 2 == 0
        near = before if onwards else after
        places = _places(rows)
        numbers = range(1, len(rows)) if onwards else range(len(rows) - 2, -1, -1)
        for number in numbers:
            _sort(rows[number], near, places)
        if not large:
            _swap(rows, before, after)
        crossed = _crossings(rows, after)
        if crossed < fewest:
            best, fewest = [list(row) for row in rows], crossed
        if not fewest:
            break
    return tuple(map(tuple, best))


def _places(rows: Sequence[Sequence[int]]) -> dict[int, float]:
    """Return the place of each node within its layer, from 0 to 1."""
    return {node: (place + 0.5) / len(row) for row in rows for place, node in enumerate(row)}


def _sort(row: list[int], near: Mapping[int, Sequence[int]], places: dict[int, float]) -> None:
    """Sort a layer by the middles of the neighbours; nodes without any keep their place."""

    def middle(node: int) -> float:
        others = near.get(node)
        return sum(places[other] for other in others) / len(others) if others else places[node]

    row.sort(key=middle)
    places.update({node: (place + 0.5) / len(row) for place, node in enumerate(row)})


def _swap(
    rows: Sequence[list[int]],
    before: Mapping[int, Sequence[int]],
    after: Mapping[int, Sequence[int]],
) -> None:
    """Swap neighbours in a layer wherever fewer links cross by that."""
    places = {node: place for row in rows for place, node in enumerate(row)}
    improved = True
    while improved:
        improved = False
        for row in rows:
            for place in range(len(row) - 1):
                one, other = row[place], row[place + 1]
                change = 0
                for near in (before, after):
                    mine = [places[node] for node in near.get(one, ())]
                    theirs = [places[node] for node in near.get(other, ())]
                    change += sum((a > b) - (a < b) for a in mine for b in theirs)
                if change > 0:
                    row[place], row[place + 1] = other, one
                    places[one], places[other] = place + 1, place
                    improved = True


def _crossings(rows: Sequence[Sequence[int]], after: Mapping[int, Sequence[int]]) -> int:
    """Count how many pairs of links cross between neighbouring layers."""
    places = {node: place for row in rows for place, node in enumerate(row)}
    total = 0
    for row in rows:
        ends = [places[end] for node in row for end in sorted(after.get(node, ()), key=places.get)]  # type: ignore[arg-type]
        size = 1
        while size <= max(ends, default=0) + 1:
            size *= 2
        # Ends that were met already and lie lower are crossed: counted in a tree of sums.
        tree = [0] * (2 * size)
        for end in ends:
            node = end + size
            while node > 1:
                if node % 2 == 0:
                    total += tree[node + 1]
                node //= 2
            node = end + size
            while node:
                tree[node] += 1
                node //= 2
    return total
