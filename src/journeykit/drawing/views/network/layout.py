"""A network on paper: how large its nodes are, where they stand, and how its links run."""

import itertools
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from journeykit.drawing import marks
from journeykit.drawing.geometry import Chain
from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.views._flows import without_rounds
from journeykit.drawing.views.network.layers import Layered, Link, layered
from journeykit.drawing.views.network.lines import LEAD, line_of, turns_of
from journeykit.drawing.views.network.nodes import Network, Node, Way
from journeykit.drawing.views.network.places import Port, Tie, ports_of, settled, straightened
from journeykit.drawing.views.network.sizes import (
    DISC,
    FIGURE,
    PAD,
    is_whole,
    links_of,
    room_across,
    room_down,
    sizes_of,
    width_across,
    wrapped,
)
from journeykit.transition import CONVERSION, START

__all__ = ["Plan", "Spot", "plan_of"]

_WIDEST: Final = 1190.0
_TOO_WIDE: Final = 1.2  # of the width that there is: of a wider network, layers go downwards
_NARROWEST: Final = 440.0
_BOXES: Final = (112.0, 104.0, 96.0, 88.0, 84.0)
_GAP: Final = (40.0, 84.0)
_PORT: Final = 7.5  # from the side of one line to the next, where they touch a node
_THICKEST: Final = 5.4
_PLAIN: Final = 1.6
_FLAT: Final = 0.4  # how much of a box a link that passes one runs level for, at either side
_SETTLINGS: Final = 2
_BESIDE: Final = 24.0  # what a line needs beside its figure: a beginning, and its head
_PULLS: Final = (1.0, 2.0, 8.0)  # between nodes, between a node and a bend, between bends
_DOWN_GAP: Final = 46.0  # between layers that go downwards
_DOWN_PORT: Final = 13.0  # lines side by side leave room for their figures, which are level
_DOWN_FLAT: Final = 0.45  # how much of a layer a line that passes it runs straight down, each way
_UNDER_NAME: Final = 4.0
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
        down: Whether its layers go from top to bottom, and not from left to right.
    """

    spots: Mapping[str, Spot]
    lines: tuple[tuple[Way, Chain, bool], ...]
    loops: tuple[Way, ...]
    widths: Mapping[tuple[str, str], float]
    width: float
    height: float
    down: bool = False


def plan_of(network: Network, options: Options) -> Plan:
    """Return a network with a place for everything; its top is at 0.

    Layers go from left to right; where that is much wider than a page and going downwards is
    not, they go from top to bottom. So they do where a narrower picture was asked for than
    either gives, and going downwards takes half the width or less.

    Args:
        network: What is drawn.
        options: What is wanted of the picture.
    """
    ways = tuple(way for way in network.ways if way.source != way.target)
    numbers = {node.key: number for number, node in enumerate(network.nodes)}
    widths = _line_widths(network)
    links = [(numbers[way.source], numbers[way.target], 1 + widths[way.ends]) for way in ways]
    graph = _graph(network, links)
    columns = _columns(graph, network, options)
    sketch = _Sketch(network, ways, widths, links, graph, options)
    most = _TOO_WIDE * (options.width or _WIDEST)
    if columns.end > most:
        down = _downwards(sketch)
        # Where neither is as narrow as was asked, a page is better than a strip.
        if down.width <= max(most, min(columns.end / 2, _TOO_WIDE * _WIDEST)):
            return down
    taken = [widths[way.ends] + _PORT for way in ways]
    sizes = sizes_of(network.nodes, links_of(graph, taken), columns.box, options.lang)
    return _laid(
        sketch, columns, sizes, taken, room_across(network, graph, sizes, taken), down=False
    )


@frozen
class _Sketch:
    """What is known of a network before anything has its place."""

    network: Network
    ways: tuple[Way, ...]
    widths: Mapping[tuple[str, str], float]
    links: Sequence[Link]
    graph: Layered
    options: Options


def _laid(
    sketch: _Sketch,
    columns: "_Columns",
    sizes: Sequence[tuple[float, float]],
    taken: Sequence[float],
    room: Mapping[int, tuple[float, float]],
    *,
    down: bool,
) -> Plan:
    """Return a network whose layers stand where they are wanted.

    Args:
        sketch: The network.
        columns: Where the layers stand, one behind the other.
        sizes: Width and height of each node.
        taken: The room that each link takes at the side of a node.
        room: How much room each node and bend takes within its layer, before and behind its
            middle.
        down: Whether layers go from top to bottom.
    """
    network, graph = sketch.network, sketch.graph
    ties = _ties(graph, sketch.links, len(network.nodes))
    places = settled(graph.layers, ties, room)
    for _ in range(_SETTLINGS):
        ports = _ports(network.nodes, graph, places, taken)
        places = settled(graph.layers, _at_ports(ties, graph, ports), room, start=places)
    places = straightened(graph.layers, [chain[1:-1] for chain in graph.chains], places, room)
    ports = _ports(network.nodes, graph, places, taken)
    first = min(places[node] - room[node][0] for node in places)
    span = max(places[node] + room[node][1] for node in places) - first
    width = max(sketch.options.width or _NARROWEST, span + 2 * MARGIN) if down else columns.end
    first -= (width - span) / 2 if down else 0
    turns = turns_of(graph, columns.layer, places, ports)
    middles = [columns.middles[columns.layer[node]] for node in range(len(places))]
    # Where layers go down, the name of the start stands beside it, and lines turn under that.
    begins = DISC + _UNDER_NAME if down else 0.0
    lines = []
    for number, (way, chain) in enumerate(zip(sketch.ways, graph.chains, strict=True)):
        one, other = chain[0], chain[-1]
        starts = network.nodes[one].key == START
        away, until = (sizes[node][down] / 2 + 1 for node in (one, other))
        line = line_of(
            (
                middles[one] + (0.0 if starts else away),
                places[one] - first + ports[number, one, True],
            ),
            (middles[other] - until, places[other] - first + ports[number, other, False]),
            [(middles[bend], places[bend] - first) for bend in chain[1:-1]],
            turns[number],
            flat=columns.flat,
            lead=begins if starts else LEAD,
        )
        if down:
            line = tuple((x, y) for y, x in line)
        back = graph.turned[number]
        lines.append((way, line[::-1] if back else line, back))
    spots = []
    for number, node in enumerate(network.nodes):
        along, aside = middles[number], places[number] - first
        spots.append(Spot(node, *((aside, along) if down else (along, aside)), *sizes[number]))
    return Plan(
        {spot.node.key: spot for spot in spots},
        tuple(lines),
        tuple(network.loops.values()),
        sketch.widths,
        width,
        columns.end if down else span,
        down,
    )


def _downwards(sketch: _Sketch) -> Plan:
    """Return a network whose layers go from top to bottom."""
    nodes, graph = sketch.network.nodes, sketch.graph
    taken = [sketch.widths[way.ends] + _DOWN_PORT for way in sketch.ways]
    links = links_of(graph, taken)
    box = _BOXES[0]
    sizes = []
    for number, (wide, high) in enumerate(sizes_of(nodes, {}, box, sketch.options.lang)):
        is_end = nodes[number].key in (START, CONVERSION)
        sizes.append((wide if is_end else max(wide, links.get(number, 0.0)), high))
    middles, end = [], 0.0
    for row in graph.layers:
        high = max((sizes[node][1] for node in row if node < len(nodes)), default=0.0)
        middles.append(end + high / 2)
        end += high + _DOWN_GAP
    high = max(high for _, high in sizes)
    columns = _Columns(box, _layer_of(graph), tuple(middles), end - _DOWN_GAP, high * _DOWN_FLAT)
    return _laid(
        sketch, columns, sizes, taken, room_down(sketch.network, graph, sizes, taken), down=True
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
    """Where the layers stand, one behind the other.

    Args:
        box: Width of a box.
        layer: The number of the layer of each node and bend.
        middles: The middles of the layers.
        end: Where they end.
        flat: How far a line that passes a layer runs straight, to either side of its middle.
    """

    box: float
    layer: Mapping[int, int]
    middles: tuple[float, ...]
    end: float
    flat: float


def _layer_of(graph: Layered) -> dict[int, int]:
    return {node: number for number, row in enumerate(graph.layers) for node in row}


def _columns(graph: Layered, network: Network, options: Options) -> _Columns:
    count = len(network.nodes)
    room = (options.width or _WIDEST) - 2 * MARGIN
    gaps = max(1, len(graph.layers) - 1)
    figures = (marks.pill_width(way.said, size=FIGURE, pad=PAD) for way in network.ways)
    least = max(_GAP[0], max(figures, default=0.0) + _BESIDE)

    def across(box: float) -> list[float]:
        return [
            max((width_across(network.nodes[node], box) for node in row if node < count), default=0)
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
    return _Columns(box, _layer_of(graph), tuple(middles), width, box * _FLAT)


def _wider_than_a_page(nodes: Sequence[Node], options: Options) -> float:
    """Return the narrowest box in which fewest names are broken, unless a width is asked for."""
    if options.width is not None:
        return _BOXES[-1]

    def broken(box: float) -> int:
        return sum(not is_whole(node, wrapped(node, box, options.lang)[1]) for node in nodes)

    return min(reversed(_BOXES), key=broken)


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
