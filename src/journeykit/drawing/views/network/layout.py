"""A network on paper: how large its nodes are, where they stand, and how its links run."""

import itertools
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from journeykit.drawing import marks, metrics
from journeykit.drawing.geometry import Chain
from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.scene import LEADING
from journeykit.drawing.views._flows import without_rounds
from journeykit.drawing.views.network.layers import Layered, Link, layered
from journeykit.drawing.views.network.lines import line_of, turns_of
from journeykit.drawing.views.network.nodes import Network, Node, Way
from journeykit.drawing.views.network.places import Port, Tie, ports_of, settled, straightened
from journeykit.transition import CONVERSION, START

__all__ = [
    "BELOW",
    "DISC",
    "END",
    "ICON",
    "NAME",
    "RING",
    "SIDE",
    "Plan",
    "Spot",
    "plan_of",
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

_WIDEST: Final = 1190.0
_NARROWEST: Final = 440.0
_BOXES: Final = (112.0, 104.0, 96.0, 88.0, 84.0)
_GAP: Final = (40.0, 84.0)
_LOWEST: Final = 34.0
_LINES: Final = 3
_NAMES: Final = (NAME, 8.5, 8.0)
_CLEAR: Final = 9.0  # free room over and under a node
_LOOP: Final = 27.0  # what a way of a node to itself takes over it
_DROP: Final = 25.0  # what those who leave take under it
_UNDER: Final = 24.0  # the name of an end
_PORT: Final = 7.5  # from the side of one line to the next, where they touch a node
_THICKEST: Final = 5.4
_PLAIN: Final = 1.6
_FLAT: Final = 0.4  # how much of a box a link that passes one runs level for, at either side
_SETTLINGS: Final = 2
_BESIDE: Final = 24.0  # what a line needs beside its figure: a beginning, and its head
_PULLS: Final = (1.0, 2.0, 8.0)  # between nodes, between a node and a bend, between bends
_CLOSE: Final = 0.5
_NEAR: Final = 5.0


@frozen
class Spot:
    """Where a node stands.

    Args:
        node: The node.
        x: Its middle.
        y: Its middle.
        width: Its width.
        height: Its height.
    """

    node: Node
    x: float
    y: float
    width: float
    height: float

    @property
    def is_end(self) -> bool:
        """Whether it is the start or the conversion, which have no box."""
        return self.node.key in (START, CONVERSION)


@frozen
class Plan:
    """A network, laid out.

    Args:
        spots: The nodes, by key.
        lines: The transitions between different nodes, each with its line and whether that
            leads to the left.
        loops: The transitions of nodes to themselves.
        widths: How wide the line of each transition is.
        width: Width of the picture.
        height: Height of the network.
    """

    spots: Mapping[str, Spot]
    lines: tuple[tuple[Way, Chain, bool], ...]
    loops: tuple[Way, ...]
    widths: Mapping[tuple[str, str], float]
    width: float
    height: float


def plan_of(network: Network, options: Options) -> Plan:
    """Return a network with a place for everything; its top is at 0.

    Args:
        network: What is drawn.
        options: What is wanted of the picture.
    """
    ways = tuple(way for way in network.ways if way.source != way.target)
    loops = tuple(way for way in network.ways if way.source == way.target)
    numbers = {node.key: number for number, node in enumerate(network.nodes)}
    widths = _line_widths(network)
    links = [(numbers[way.source], numbers[way.target], 1 + widths[way.ends]) for way in ways]
    graph = _graph(network, links)
    columns = _columns(graph, network, options)
    taken = [widths[way.ends] + _PORT for way in ways]
    sizes = _sizes(network.nodes, graph, taken, columns.box, options.lang)
    room = _room(network, graph, sizes, taken, {way.source for way in loops})
    ties = _ties(graph, links, len(network.nodes))
    places = settled(graph.layers, ties, room)
    for _ in range(_SETTLINGS):
        ports = _ports(network.nodes, graph, places, taken)
        places = settled(graph.layers, _at_ports(ties, graph, ports), room, start=places)
    places = straightened(graph.layers, [chain[1:-1] for chain in graph.chains], places, room)
    ports = _ports(network.nodes, graph, places, taken)
    top = min(places[node] - room[node][0] for node in places)
    spots = [
        Spot(node, columns.middles[columns.layer[number]], places[number] - top, *sizes[number])
        for number, node in enumerate(network.nodes)
    ]
    turns = turns_of(graph, columns.layer, places, ports)
    lines = []
    for number, (way, chain) in enumerate(zip(ways, graph.chains, strict=True)):
        left, right = spots[chain[0]], spots[chain[-1]]
        starts = left.node.key == START
        side = 0.0 if starts else left.width / 2 + 1
        line = line_of(
            (left.x + side, left.y + ports[number, chain[0], True]),
            (right.x - right.width / 2 - 1, right.y + ports[number, chain[-1], False]),
            [(columns.middles[columns.layer[bend]], places[bend] - top) for bend in chain[1:-1]],
            turns[number],
            flat=columns.box * _FLAT,
            leads=not starts,
        )
        back = graph.turned[number]
        lines.append((way, line[::-1] if back else line, back))
    return Plan(
        {spot.node.key: spot for spot in spots},
        tuple(lines),
        loops,
        widths,
        columns.width,
        max(places[node] + room[node][1] for node in places) - top,
    )


def _line_widths(network: Network) -> dict[tuple[str, str], float]:
    """Return how wide the line of each transition is."""
    every = (*network.ways, *network.drops.values())
    most = max((way.amount or 0.0 for way in every), default=0.0)
    scale = most if network.is_counted and most > 0 else 1.0
    return {
        way.ends: _PLAIN if way.amount is None else 1.1 + _THICKEST * way.amount / scale
        for way in every
    }


def _graph(network: Network, links: Sequence[Link]) -> Layered:
    """Return the layers: nodes come after those from which more come to them than go back.

    Phases, and touchpoints that all have one, keep the order of the phases.
    """
    nodes = network.nodes
    first = 0 if nodes[0].key == START else None
    last = len(nodes) - 1 if nodes[-1].key == CONVERSION else None
    ways = {way.ends: way.flow for way in network.ways if way.source != way.target}
    depths = _depths(without_rounds({ends: flow for ends, flow in ways.items() if flow > 0}))
    phases = [node.phase for node in nodes if node.key not in (START, CONVERSION)]
    kept = None not in phases

    def place(number: int) -> tuple[bool, bool, int, int, int]:
        node = nodes[number]
        phase = (node.phase or 0) if kept else 0
        depth = depths.get(node.key, 0)
        return (node.key != START, node.key == CONVERSION, phase, depth, number)

    order = sorted(range(len(nodes)), key=place)
    return layered(len(nodes), links, order, first=first, last=last)


def _depths(flows: Mapping[tuple[str, str], float]) -> dict[str, int]:
    """Return how many steps come before each, at most, along flows that never come round."""
    after: dict[str, list[str]] = {}
    waits: dict[str, int] = {}
    for source, target in flows:
        after.setdefault(source, []).append(target)
        waits[target] = waits.get(target, 0) + 1
    depths = {source: 0 for source, _ in flows if source not in waits}
    ready = list(depths)
    for source in ready:
        for target in after.get(source, ()):
            depths[target] = max(depths.get(target, 0), depths[source] + 1)
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    return depths


# --- columns ----------------------------------------------------------------------------


@frozen
class _Columns:
    """Where the layers stand, from left to right."""

    box: float
    layer: Mapping[int, int]
    middles: tuple[float, ...]
    width: float


def _columns(graph: Layered, network: Network, options: Options) -> _Columns:
    layer = {node: number for number, row in enumerate(graph.layers) for node in row}
    count = len(network.nodes)
    room = (options.width or _WIDEST) - 2 * MARGIN
    gaps = max(1, len(graph.layers) - 1)
    figures = (marks.pill_width(way.said, size=FIGURE, pad=PAD) for way in network.ways)
    least = max(_GAP[0], max(figures, default=0.0) + _BESIDE)

    def across(box: float) -> list[float]:
        return [
            max((_node_width(network.nodes[node], box) for node in row if node < count), default=0)
            for row in graph.layers
        ]

    fitting = (box for box in _BOXES if (room - sum(across(box))) / gaps >= least)
    box = next(fitting, None) or _wider_than_a_page(network.nodes, options)
    widths = across(box)
    gap = (room - sum(widths)) / gaps
    gap = max(least, gap if options.width is not None else min(gap, _GAP[1]))
    taken = sum(widths) + gap * gaps
    width = max(options.width or _NARROWEST, taken + 2 * MARGIN)
    left = MARGIN if len(widths) > 1 else (width - taken + gap) / 2
    middles = []
    for one in widths:
        middles.append(left + one / 2)
        left += one + gap
    return _Columns(box, layer, tuple(middles), width)


def _wider_than_a_page(nodes: Sequence[Node], options: Options) -> float:
    """Return the narrowest box in which fewest names are broken, unless a width is asked for."""
    if options.width is not None:
        return _BOXES[-1]

    def broken(box: float) -> int:
        return sum(not _is_whole(node, wrapped(node, box, options.lang)[1]) for node in nodes)

    return min(reversed(_BOXES), key=broken)


def _is_whole(node: Node, lines: Sequence[str]) -> bool:
    return " ".join(lines).split() == node.label.replace("\u00ad", "").split()


def _node_width(node: Node, box: float) -> float:
    if node.key not in (START, CONVERSION):
        return box
    words = min(END, metrics.width(node.label, NAME, bold=True) * metrics.SAFETY)
    return max(2 * RING, 2 * words + 4 if node.key == START else words)


# --- rows -------------------------------------------------------------------------------


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
        if _is_whole(node, lines):
            break
    return size, lines


def _sizes(
    nodes: Sequence[Node], graph: Layered, taken: Sequence[float], box: float, lang: str
) -> list[tuple[float, float]]:
    """Return width and height of each node: high enough for its words and for its links."""
    sides: dict[tuple[int, bool], float] = {}
    for chain, room in zip(graph.chains, taken, strict=True):
        for end in ((chain[0], True), (chain[-1], False)):
            sides[end] = sides.get(end, 0.0) + room
    sizes = []
    for number, node in enumerate(nodes):
        if node.key in (START, CONVERSION):
            radius = DISC if node.key == START else RING
            sizes.append((2 * radius, 2 * radius))
            continue
        size, said = wrapped(node, box, lang)
        lines = len(said) * size + (BELOW if node.below else 0)
        links = max(sides.get((number, True), 0.0), sides.get((number, False), 0.0))
        sizes.append((box, max(_LOWEST, lines * LEADING + 12, links + 6)))
    return sizes


def _room(
    network: Network,
    graph: Layered,
    sizes: Sequence[tuple[float, float]],
    taken: Sequence[float],
    looped: Collection[str],
) -> dict[int, tuple[float, float]]:
    """Return how much room each node and bend takes above and below its middle."""
    room: dict[int, tuple[float, float]] = {}
    for number, (node, (_, high)) in enumerate(zip(network.nodes, sizes, strict=True)):
        above = below = high / 2 + _CLEAR
        above += _LOOP if node.key in looped else 0
        below += _DROP if node.key in network.drops else 0
        below += _UNDER if node.key in (START, CONVERSION) else 0
        room[number] = (above, below)
    for chain, wide in zip(graph.chains, taken, strict=True):
        room |= dict.fromkeys(chain[1:-1], (wide / 2, wide / 2))
    return room


def _ties(graph: Layered, links: Sequence[Link], count: int) -> list[Tie]:
    """Return what pulls nodes and bends to each other: bends most, so that links are straight."""
    ties = []
    for chain, (_, _, weight) in zip(graph.chains, links, strict=True):
        for one, other in itertools.pairwise(chain):
            bends = (one >= count) + (other >= count)
            ties.append(Tie(one, other, weight * _PULLS[bends]))
    return ties


def _ports(
    nodes: Sequence[Node],
    graph: Layered,
    places: Mapping[int, float],
    taken: Sequence[float],
) -> dict[Port, float]:
    """Return where links touch their nodes; at the start and the end, close to each other."""
    found = ports_of(graph, places, taken)
    ends = {at for at, node in enumerate(nodes) if node.key in (START, CONVERSION)}
    return {
        port: min(max(y * _CLOSE, -_NEAR), _NEAR) if port[1] in ends else y
        for port, y in found.items()
    }


def _at_ports(ties: Sequence[Tie], graph: Layered, ports: Mapping[Port, float]) -> list[Tie]:
    """Return ties that pull where links touch their nodes, and not at the middles of these."""
    shifted: list[Tie] = []
    waiting = iter(ties)
    for number, chain in enumerate(graph.chains):
        for tie in itertools.islice(waiting, len(chain) - 1):
            rise = ports.get((number, tie.left, True), 0.0)
            fall = ports.get((number, tie.right, False), 0.0)
            shifted.append(evolve(tie, rise=rise, fall=fall))
    return shifted
