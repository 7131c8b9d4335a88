"""How large the nodes of a network are, and how much room they and their links take."""

from collections.abc import Mapping, Sequence
from typing import Final

from journeykit.drawing import metrics
from journeykit.drawing.scene import LEADING
from journeykit.drawing.views.network.layers import Layered
from journeykit.drawing.views.network.nodes import Network, Node, Way
from journeykit.transition import CONVERSION, START

__all__ = [
    "ASIDE",
    "BELOW",
    "BULGE",
    "DISC",
    "END",
    "FIGURE",
    "ICON",
    "MARK",
    "NAME",
    "PAD",
    "RING",
    "SIDE",
    "STUB",
    "is_whole",
    "links_of",
    "room_across",
    "room_down",
    "sizes_of",
    "width_across",
    "wrapped",
]

NAME: Final = 9.0
"""Size of the names of nodes."""
BELOW: Final = 8.5
"""Size of the figures under them."""
DISC: Final = 8.0
"""Radius of the start."""
RING: Final = 11.0
"""Radius of the conversion."""
ICON: Final = 27.0
"""From the left side of a box to its words, where there is an icon."""
SIDE: Final = 7.0
"""From the right side of a box to its words."""
FIGURE: Final = 8.0
"""Size of the figures on lines."""
PAD: Final = 2.0
"""Room at either side of a figure."""
END: Final = 74.0
"""Room for the name of the conversion."""
STUB: Final = 17.0
"""From a box to the mark of those who leave there."""
MARK: Final = 5.0
"""Radius of that mark."""
ASIDE: Final = 5.0
"""From a mark to its name or figure at its side."""
BULGE: Final = 18.0
"""How far the way of a node to itself leads away from it."""

_LOWEST: Final = 34.0
_LINES: Final = 3
_NAMES: Final = (NAME, 8.5, 8.0)
_CORNERS: Final = 6.0  # what of a side no link touches
_CLEAR: Final = 9.0  # free room over and under a node
_LOOP: Final = 27.0  # what a way of a node to itself takes over it
_DROP: Final = 25.0  # what those who leave take under it
_UNDER: Final = 24.0  # the name of an end


def wrapped(node: Node, width: float, lang: str) -> tuple[float, tuple[str, ...]]:
    """Return the name of a node as it stands in its box: its size, and its lines.

    Args:
        node: The node.
        width: Width of the box.
        lang: Language of the name.
    """
    room = width - SIDE - (ICON if node.channel else SIDE + 4)
    size, lines = NAME, tuple[str, ...]()
    for size in _NAMES:
        lines = metrics.wrap(node.label, room, size, bold=True, max_lines=_LINES, lang=lang)
        if is_whole(node, lines):
            break
    return size, lines


def is_whole(node: Node, lines: Sequence[str]) -> bool:
    """Return whether lines hold the name of a node, with no word broken or cut."""
    return " ".join(lines).split() == node.label.replace("\u00ad", "").split()


def width_across(node: Node, box: float) -> float:
    """Return the width that a node takes of a layer, where layers go from left to right."""
    if node.key not in (START, CONVERSION):
        return box
    words = _name_width(node)
    return max(2 * RING, 2 * words + 4 if node.key == START else words)


def _name_width(end: Node) -> float:
    """Return the width of the name of the start or the conversion."""
    return min(END, metrics.width(end.label, NAME, bold=True) * metrics.SAFETY)


def sizes_of(
    nodes: Sequence[Node], links: Mapping[int, float], box: float, lang: str
) -> list[tuple[float, float]]:
    """Return width and height of each node: high enough for its words and for its links.

    Args:
        nodes: The nodes.
        links: How much of the height links need, by the number of the node.
        box: Width of a box.
        lang: Language of the names.
    """
    sizes = []
    for number, node in enumerate(nodes):
        if node.key in (START, CONVERSION):
            radius = DISC if node.key == START else RING
            sizes.append((2 * radius, 2 * radius))
            continue
        size, said = wrapped(node, box, lang)
        lines = len(said) * size + (BELOW if node.below else 0)
        high = max(_LOWEST, lines * LEADING + 12, links.get(number, 0.0))
        sizes.append((box, high))
    return sizes


def links_of(graph: Layered, taken: Sequence[float]) -> dict[int, float]:
    """Return how long a side of each node must be for its links: those to it, or those from it."""
    sides: dict[tuple[int, bool], float] = {}
    for chain, room in zip(graph.chains, taken, strict=True):
        for end in ((chain[0], True), (chain[-1], False)):
            sides[end] = sides.get(end, 0.0) + room
    links: dict[int, float] = {}
    for (node, _), room in sides.items():
        links[node] = max(links.get(node, 0.0), room + _CORNERS)
    return links


def room_across(
    network: Network, graph: Layered, sizes: Sequence[tuple[float, float]], taken: Sequence[float]
) -> dict[int, tuple[float, float]]:
    """Return how much room each node and bend takes above and below its middle."""
    looped = network.loops
    room: dict[int, tuple[float, float]] = {}
    for number, (node, (_, high)) in enumerate(zip(network.nodes, sizes, strict=True)):
        above = below = high / 2 + _CLEAR
        above += _LOOP if node.key in looped else 0
        below += _DROP if node.key in network.drops else 0
        below += _UNDER if node.key in (START, CONVERSION) else 0
        room[number] = (above, below)
    return room | _bends(graph, taken)


def room_down(
    network: Network, graph: Layered, sizes: Sequence[tuple[float, float]], taken: Sequence[float]
) -> dict[int, tuple[float, float]]:
    """Return how much room each node and bend takes left and right of its middle."""
    looped = network.loops
    room: dict[int, tuple[float, float]] = {}
    for number, (node, (wide, _)) in enumerate(zip(network.nodes, sizes, strict=True)):
        left = right = wide / 2 + _CLEAR
        drop, loop = network.drops.get(node.key), looped.get(node.key)
        if loop is not None:
            left += BULGE + _beside(loop)
        if node.key in (START, CONVERSION):
            right += ASIDE + _name_width(node)
            left += STUB + MARK + _beside(drop) if drop is not None else 0
        elif drop is not None:
            right += STUB + MARK + _beside(drop)
        room[number] = (left, right)
    return room | _bends(graph, taken)


def _bends(graph: Layered, taken: Sequence[float]) -> dict[int, tuple[float, float]]:
    return {
        bend: (wide / 2, wide / 2)
        for chain, wide in zip(graph.chains, taken, strict=True)
        for bend in chain[1:-1]
    }


def _beside(way: Way) -> float:
    """Return how much room the figure at the side of a mark takes."""
    return ASIDE + metrics.width(way.said, FIGURE, bold=True) * metrics.SAFETY if way.said else 0
