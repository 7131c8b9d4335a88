"""A network painted: lines behind, then nodes, then the figures on the lines."""

import math
from collections.abc import Sequence
from typing import Final

from journeykit.drawing import icons, lines, marks, metrics, parts
from journeykit.drawing.boxes import holds, overlap
from journeykit.drawing.geometry import Chain, Ruler
from journeykit.drawing.palette import Theme, mix
from journeykit.drawing.parts import LegendEntry
from journeykit.drawing.scene import LEADING, Box, Card, Point, Shape, TextBlock
from journeykit.drawing.views._arcs import figure_place, trail
from journeykit.drawing.views._chips import ground, ink
from journeykit.drawing.views._phase_layout import as_card, dash_of
from journeykit.drawing.views.network.layout import Plan, Spot
from journeykit.drawing.views.network.nodes import Network, Way
from journeykit.drawing.views.network.sizes import (
    ASIDE,
    BELOW,
    BULGE,
    DISC,
    END,
    FIGURE,
    ICON,
    MARK,
    NAME,
    PAD,
    RING,
    SIDE,
    STUB,
    wrapped,
)
from journeykit.drawing.words import say
from journeykit.transition import START

__all__ = ["free_place", "legend_entries", "network_shapes"]

_PILL: Final = 11.0
_SHADE: Final = 0.24  # how much of its colour the most visited node takes
_HEAD: Final = 3.6  # from the side of a line to that of its head
_MOST_FIGURES: Final = 80
_ASIDE: Final = (0.0, -10.0, 10.0)
_OVER: Final = 12.0  # how far the number of those who leave may stick out from under its box
_BESIDE: Final = 4.0  # from a line to a figure at its side


def network_shapes(network: Network, plan: Plan, colours: Theme, lang: str) -> list[Shape]:
    """Return a network, its top at 0.

    Args:
        network: What is drawn.
        plan: Where.
        colours: The theme.
        lang: Language of the words.
    """
    behind = [
        _line(way, chain, plan, back=back, colours=colours) for way, chain, back in plan.lines
    ]
    loops = [_loop(way, plan, colours) for way in plan.loops]
    drops = [_drop(way, plan, colours) for way in network.drops.values()]
    most = max((spot.node.visits for spot in plan.spots.values()), default=0.0)
    nodes = [
        _end(spot, plan, colours, lang) if spot.is_end else _box(spot, most, colours, lang)
        for spot in plan.spots.values()
    ]
    taken = [card.box for card in (*loops, *drops, *nodes)]
    return [*behind, *loops, *drops, *nodes, *_figures(plan, taken, colours)]


def _kind(way: Way, *, back: bool) -> str:
    if way.kind == "repeat":
        return "repeat"
    return "back" if back else "next"


def _line(way: Way, chain: Chain, plan: Plan, *, back: bool, colours: Theme) -> Card:
    stroke, width = lines.transition_stroke(_kind(way, back=back), colours), plan.widths[way.ends]
    shapes = lines.arrow(
        chain,
        colour=stroke.colour,
        head=stroke.head,
        dash=stroke.dash and dash_of(stroke.dash, width),
        width=width,
        half=width / 2 + _HEAD,
        paper=colours.paper,
    )
    return as_card(shapes, way.tooltip)


def _loop(way: Way, plan: Plan, colours: Theme) -> Card:
    """Return the way of a node to itself, over its box, with its figure."""
    spot, width = plan.spots[way.source], min(plan.widths[way.ends], 3.0)
    stroke = lines.transition_stroke("repeat", colours)
    x, y = spot.x - spot.width * 0.22, spot.y - spot.height / 2
    reach = BULGE * 4 / 3  # a bezier curve comes three quarters of the way to its handles
    chain: Chain = ((x + 6, y), (x + 22, y - reach), (x - 22, y - reach), (x - 6, y - 1))
    if plan.down:
        x, y = spot.x - spot.width / 2, spot.y
        chain = ((x, y + 6), (x - reach, y + 22), (x - reach, y - 22), (x - 1, y - 6))
    shapes: list[Shape] = list(
        lines.arrow(chain, colour=stroke.colour, width=width, half=3.4, paper=colours.paper)
    )
    if plan.down:
        shapes += _beside(way, x - BULGE - ASIDE, y, stroke.colour, colours, left=True)
    else:
        shapes += _beside(way, x + 15, y - 13, stroke.colour, colours)
    return as_card(shapes, way.tooltip)


def _beside(
    way: Way, x: float, y: float, colour: str, colours: Theme, *, left: bool = False
) -> tuple[Shape, ...]:
    """Return the figure of a transition at the right or left of its sign, if it has one."""
    if not way.said:
        return ()
    said = parts.text(
        way.said,
        x,
        y,
        size=FIGURE,
        bold=True,
        anchor="end" if left else "start",
        valign="middle",
        colour=colour,
        background=colours.paper,
    )
    return (said,)


def _drop(way: Way, plan: Plan, colours: Theme) -> Card:
    """Return those who leave at a node, under its box or beside it, with their number."""
    spot = plan.spots[way.source]
    # Where layers go down, lines take the lower side, and the name of the start its right one.
    left = plan.down and spot.is_end
    if plan.down:
        out = -1 if left else 1
        angle, x, y = 90.0 - 90 * out, spot.x + out * (spot.width / 2 + 1), spot.y
        at = (x + out * (STUB + MARK + 3), y)
    else:
        # A long number gives way to the left, off the lines that pass at the right of its box.
        room = spot.width / 2 + _OVER - MARK - 3 - metrics.width(way.said, FIGURE, bold=True)
        x = spot.x + max(min(spot.width * 0.18, room), MARK - spot.width / 2)
        angle, y = 90.0, spot.y + spot.height / 2
        if spot.is_end:
            x, y = spot.x, y + NAME * LEADING + 3
        y += 1
        at = (x + MARK + 3, y + STUB)
    items: list[Shape] = list(
        lines.drop_out(
            x,
            y,
            length=STUB,
            angle=angle,
            colour=colours.muted,
            paper=colours.paper,
            width=min(plan.widths[way.ends], 3.0),
            radius=MARK,
        )
    )
    items += _beside(way, *at, colours.muted, colours, left=left)
    return as_card(items, way.tooltip)


# --- nodes ------------------------------------------------------------------------------


def _end(spot: Spot, plan: Plan, colours: Theme, lang: str) -> Card:
    start = spot.node.key == START
    shapes: list[Shape] = (
        [lines.start_disc(spot.x, spot.y, colour=colours.ink, radius=DISC)]
        if start
        else [
            *lines.bullseye(
                spot.x, spot.y, colour=colours.positive, paper=colours.paper, radius=RING
            )
        ]
    )
    # Lines leave the start to the right, so that its name gives way to the left.
    x, y = spot.x - (2 if start else 0), spot.y + spot.height / 2 + 3
    if plan.down:
        x, y = spot.x + spot.width / 2 + ASIDE, spot.y
    name = parts.text(
        spot.node.label,
        x,
        y,
        size=NAME,
        width=END,
        max_lines=1 if start else 2,
        bold=True,
        anchor="start" if plan.down else "end" if start else "middle",
        valign="middle" if plan.down else "top",
        colour=colours.ink,
        background=colours.paper,
        lang=lang,
    )
    return as_card([*shapes, name], spot.node.tooltip, role="mark")


def _box(spot: Spot, most: float, colours: Theme, lang: str) -> Card:
    """Return a step: the more often it is passed, the stronger its colour."""
    node = spot.node
    left, top = spot.x - spot.width / 2, spot.y - spot.height / 2
    own = ink(node.realm, colours)
    tints = {"online": colours.online_tint, "offline": colours.offline_tint}
    share = _SHADE * node.visits / most if most > 0 else 0.0
    fill = mix(tints.get(node.realm or "", colours.panel2), own, share=share)
    box = (left, top, spot.width, spot.height)
    items = list(ground(node.realm, box, colours=colours, fill=fill, stroke=own))
    x = left + SIDE + 4
    if node.channel:
        name = icons.channel_icon(node.channel, realm=node.realm or "hybrid")
        items += icons.icon(name, left + 7.5, spot.y - 7.5, 15, own, stroke=1.2)
        x = left + ICON
    size, said = wrapped(node, spot.width, lang)
    high = (len(said) * size + (BELOW if node.below else 0)) * LEADING
    words = TextBlock(
        x,
        spot.y - high / 2,
        said,
        size=size,
        bold=True,
        colour=colours.ink,
        background=fill,
        width=left + spot.width - x,
    )
    items += [words] if said else []
    if node.below:
        items.append(
            parts.text(node.below, x, words.bottom, size=BELOW, colour=colours.ink, background=fill)
        )
    return Card(*box, items=items, tooltip=node.tooltip)


# --- figures ----------------------------------------------------------------------------


def _figures(plan: Plan, taken: Sequence[Box], colours: Theme) -> list[Shape]:
    """Return the figures on the lines, each where it hides nothing; those of wide lines first."""
    told = [(way, Ruler(chain), back) for way, chain, back in plan.lines if way.said]
    told.sort(key=lambda one: -plan.widths[one[0].ends])
    told = told[:_MOST_FIGURES]
    trails = [trail(ruler) for _, ruler, _ in told]
    heads = [_head_points(ruler, plan.widths[way.ends], down=plan.down) for way, ruler, _ in told]
    occupied, found = list(taken), list[Shape]()
    for number, (way, ruler, back) in enumerate(told):
        size = (marks.pill_width(way.said, size=FIGURE, pad=PAD), _PILL)
        others = [points for other, points in enumerate(trails) if other != number]
        place = free_place(ruler, size, [*others, *heads], occupied, room=(0.0, plan.width))
        if place is None:
            continue
        x, y = place
        stroke = lines.transition_stroke(_kind(way, back=back), colours)
        pill = marks.pill(
            x,
            y,
            way.said,
            colour=stroke.colour if back or way.kind == "repeat" else colours.ink,
            fill=colours.paper,
            size=FIGURE,
            pad=PAD,
            height=_PILL,
        )
        card = as_card(pill, way.tooltip)
        occupied.append(card.box)
        found.append(card)
    return found


def _head_points(ruler: Ruler, width: float, *, down: bool) -> list[Point]:
    """Return points all over the head of a line, which a figure had better not hide."""
    half, long = width / 2 + _HEAD, 1.7 * (width / 2 + _HEAD)
    points = []
    for share in (0.0, 0.3, 0.6, 0.9):
        x, y = ruler.at(ruler.length - long * share)
        wide, high = (half * share, 0.0) if down else (0.0, half * share)
        points += [(x, y), (x - wide, y - high), (x + wide, y + high)]
    return points


def free_place(
    ruler: Ruler,
    size: Point,
    trails: Sequence[Sequence[Point]],
    taken: Sequence[Box],
    *,
    room: Point = (-math.inf, math.inf),
) -> Point | None:
    """Return where a figure stands best, on its line or else beside it; None if nowhere.

    Args:
        ruler: The line.
        size: Width and height of the figure.
        trails: Points along the other lines.
        taken: Where other figures and nodes stand.
        room: The left and the right side of the picture.
    """
    beside = size[0] / 2 + _BESIDE
    found: Point | None = None
    for right, down in (*((0.0, aside) for aside in _ASIDE), (-beside, 0.0), (beside, 0.0)):
        chain = tuple((x + right, y + down) for x, y in ruler.chain)
        x, y = figure_place(Ruler(chain), size, trails=trails, taken=taken)
        box = (x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2)
        if box[0] < room[0] or box[2] > room[1] or any(overlap(box, other) for other in taken):
            continue
        # Beside its own line and on another, a figure would be taken for that of the other.
        if not any(holds(box, point) for points in trails for point in points):
            return (x, y)
        found = found or (x, y)
    return found


# --- legend -----------------------------------------------------------------------------


def legend_entries(network: Network, plan: Plan, colours: Theme, lang: str) -> list[LegendEntry]:
    """Return the kinds of lines and nodes that there are.

    Args:
        network: What is drawn.
        plan: How.
        colours: The theme.
        lang: Language of the words.
    """
    kinds = {_kind(way, back=back) for way, _, back in plan.lines} | {"repeat" for _ in plan.loops}
    words = {"next": "forward", "back": "back", "repeat": "repeat", "exit": "drop_off"}
    if network.drops:
        kinds.add("exit")
    found = [
        parts.transition_entry(kind, say(word, lang), colours=colours)
        for kind, word in words.items()
        if kind in kinds
    ]
    realms = {spot.node.realm for spot in plan.spots.values() if not spot.is_end}
    for realm in ("online", "offline", "hybrid"):
        if realm in realms:
            sign = ground(realm, (0, -7, 26, 14), colours=colours, stroke=ink(realm, colours))
            found.append(LegendEntry(say(realm, lang), sign, 26))
    return found
