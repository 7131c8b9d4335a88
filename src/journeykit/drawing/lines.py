"""Lines that views share: arrows, dashes, dots, ends, and areas under a curve."""

import itertools
import math
from typing import Literal, TypeAlias

from attrs import frozen

from journeykit.drawing.geometry import Chain, Piece, Ruler, line, pieces, split
from journeykit.drawing.palette import Theme
from journeykit.drawing.scene import Curve, Ellipse, Point, Polygon, Polyline, Shape

__all__ = [
    "DASH_BACK",
    "DASH_EXIT",
    "DASH_INTERNAL",
    "DASH_SKIP",
    "DASH_VISIBILITY",
    "DOT_STEP",
    "Head",
    "Stroke",
    "area_between",
    "areas_at",
    "arrow",
    "bullseye",
    "dots",
    "drop_mark",
    "drop_out",
    "head_size",
    "line_width",
    "start_disc",
    "transition_stroke",
]

Head: TypeAlias = Literal["filled", "open", "double", "none"]

DASH_SKIP = (7.0, 3.5)
DASH_BACK = (5.5, 3.5)
DASH_EXIT = (1.6, 2.2)
DASH_VISIBILITY = (8.0, 4.0)
DASH_INTERNAL = (2.0, 3.0)
DOT_STEP = 6.6
"""From the middle of one dot of a route to the next, in points."""

_NOTCH = 0.8  # how far from its tip a filled head is hollowed out, in lengths of the head
_TUCK = 0.74  # the line runs on to here, under the head


@frozen
class Stroke:
    """How transitions of one kind are drawn: never by colour alone."""

    colour: str
    head: Head
    dash: tuple[float, ...] | None = None


def transition_stroke(kind: str, colours: Theme) -> Stroke:
    """Return how a kind of transition is drawn.

    Args:
        kind: ``"next"``, ``"skip"``, ``"back"``, ``"repeat"``, ``"entry"`` or ``"exit"``;
            any other kind is drawn as ``"next"``.
        colours: The theme.

    Example:
        >>> from journeykit.drawing.palette import LIGHT
        >>> transition_stroke("back", LIGHT)
        Stroke(colour='#B23C00', head='open', dash=(5.5, 3.5))
    """
    known = {
        "skip": Stroke(colours.online, "filled", DASH_SKIP),
        "back": Stroke(colours.negative, "open", DASH_BACK),
        "repeat": Stroke(colours.positive, "double"),
        "exit": Stroke(colours.muted, "none", DASH_EXIT),
    }
    return known.get(kind, Stroke(colours.accent, "filled"))


def line_width(share: float) -> float:
    """Return how wide a transition is drawn, from its share of those who could go (0 to 1).

    Example:
        >>> line_width(0.5)
        5.6
    """
    return 1.1 + 9 * min(max(share, 0.0), 1.0)


def head_size(width: float) -> Point:
    """Return half the width and the length of an arrow head for a line of some width.

    Example:
        >>> [round(length, 2) for length in head_size(3)]
        [5.7, 9.69]
    """
    half = width / 2 + 4.2
    return half, 1.7 * half


def arrow(
    chain: Chain,
    *,
    colour: str,
    width: float = 1.3,
    head: Head = "filled",
    dash: tuple[float, ...] | None = None,
    paper: str = "#FFFFFF",
    half: float | None = None,
) -> tuple[Shape, ...]:
    """Return a line with a head at its end, which the tip touches.

    Args:
        chain: The line: 3k + 1 points, or two points for a straight one.
        colour: Colour of line and head.
        width: Width of the line.
        head: ``"filled"``, ``"open"``, ``"double"`` or ``"none"``.
        dash: Lengths on and off for a dashed line.
        paper: What an open head is filled with.
        half: Half the width of the head, where the usual one does not suit.

    Example:
        >>> body, head = arrow(((0, 0), (50, 0)), colour="#14406B", width=2)
        >>> [round(side) for side in head.points[0]]
        [50, 0]
    """
    if len(chain) == 2:  # noqa: PLR2004 - a straight line
        chain = line(*chain)
    ruler = Ruler(chain)
    side, long = head_size(width)
    if half is not None:
        side, long = half, 1.7 * half
    if ruler.length < long:  # no room for a whole head: a smaller one
        side, long = side * ruler.length / long, ruler.length
    tips = {"none": 0, "double": 2}.get(head, 1)
    heads = [
        _head(
            ruler,
            ruler.length - 0.62 * long * turn,
            (side, long),
            colour=colour,
            paper=paper if head == "open" else None,
        )
        for turn in range(tips)
        if ruler.length >= long * (1 + turn)
    ]
    # The line ends under the hindmost head, lest it shows beside the tip.
    kept = long if head == "open" else _TUCK * long
    end = ruler.length - (kept + 0.62 * long * (len(heads) - 1) if heads else 0)
    body = Curve(ruler.part(0, max(0, end)), stroke=colour, stroke_width=width, dash=dash)
    return (body, *heads)


def _head(ruler: Ruler, tip: float, size: Point, *, colour: str, paper: str | None) -> Polygon:
    side, long = size
    x, y = ruler.at(tip)
    back_x, back_y = ruler.at(tip - long * _NOTCH)
    angle = math.atan2(y - back_y, x - back_x)
    cos, sin = math.cos(angle), math.sin(angle)

    def at(along: float, aside: float) -> Point:
        return (x - along * cos - aside * sin, y - along * sin + aside * cos)

    if paper is not None:
        corners = [at(0.12 * long, 0), at(long, side * 0.9), at(long, -side * 0.9)]
        return Polygon(corners, fill=paper, stroke=colour, stroke_width=1.4)
    return Polygon([at(0, 0), at(long, side), at(long * _NOTCH, 0), at(long, -side)], fill=colour)


def dots(
    chain: Chain,
    *,
    colour: str,
    radius: float = 1.5,
    step: float = DOT_STEP,
    start: float = 0.0,
    end: float = 0.0,
) -> tuple[Ellipse, ...]:
    """Return round dots along a line, evenly spaced by the length of the line.

    Args:
        chain: The line.
        colour: Colour of the dots.
        radius: Radius of a dot.
        step: From the middle of one dot to the next.
        start: Room left free at the start.
        end: Room left free at the end.

    Example:
        >>> [round(dot.x, 1) for dot in dots(line((0, 0), (20, 0)), colour="#1B2733")]
        [0.1, 6.7, 13.3, 19.9]
    """
    ruler = Ruler(chain)
    free = ruler.length - start - end
    count = math.floor(free / step) + 1 if free >= 0 else 0
    # What does not divide evenly is shared by both ends.
    first = start + (free - (count - 1) * step) / 2
    places = (ruler.at(first + step * number) for number in range(count))
    return tuple(Ellipse(x, y, radius, fill=colour) for x, y in places)


def drop_mark(
    x: float, y: float, *, colour: str, paper: str, radius: float = 5.5
) -> tuple[Shape, ...]:
    """Return a circle with a cross in it: here somebody leaves.

    Args:
        x: The middle.
        y: The middle.
        colour: Colour of the lines.
        paper: Colour inside.
        radius: Radius of the circle.

    Example:
        >>> len(drop_mark(0, 0, colour="#55626F", paper="#FFFFFF"))
        3
    """
    arm = radius * 0.42
    circle = Ellipse(x, y, radius, fill=paper, stroke=colour, stroke_width=1.4)
    return (
        circle,
        Polyline([(x - arm, y - arm), (x + arm, y + arm)], stroke=colour, stroke_width=1.5),
        Polyline([(x - arm, y + arm), (x + arm, y - arm)], stroke=colour, stroke_width=1.5),
    )


def drop_out(
    x: float,
    y: float,
    *,
    colour: str,
    paper: str,
    length: float = 30.0,
    angle: float = 90.0,
    width: float = 1.4,
    radius: float = 5.5,
) -> tuple[Shape, ...]:
    """Return a short dotted line to a drop-out mark.

    Args:
        x: Where the line begins.
        y: Where the line begins.
        colour: Colour of line and mark.
        paper: What the mark is filled with.
        length: From the beginning to the middle of the mark.
        angle: Which way the line runs, in degrees: 0 is right, 90 is down.
        width: Width of the line.
        radius: Radius of the mark.

    Example:
        >>> stub, circle, *cross = drop_out(0, 0, colour="#55626F", paper="#FFFFFF", length=40)
        >>> round(circle.y)
        40
    """
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    to = length - radius
    stub = Polyline(
        [(x, y), (x + to * cos, y + to * sin)], stroke=colour, stroke_width=width, dash=DASH_EXIT
    )
    end = drop_mark(x + length * cos, y + length * sin, colour=colour, paper=paper, radius=radius)
    return (stub, *end)


def start_disc(x: float, y: float, *, colour: str, radius: float = 8.0) -> Ellipse:
    """Return the filled disc that a journey starts at.

    Example:
        >>> start_disc(20, 20, colour="#1B2733").box
        (12.0, 12.0, 28.0, 28.0)
    """
    return Ellipse(x, y, radius, fill=colour)


def bullseye(
    x: float, y: float, *, colour: str, paper: str, radius: float = 11.0
) -> tuple[Ellipse, ...]:
    """Return the ringed disc that a journey ends at.

    Example:
        >>> ring, disc = bullseye(20, 20, colour="#00705A", paper="#FFFFFF")
        >>> disc.rx < ring.rx
        True
    """
    ring = Ellipse(x, y, radius - 1, fill=paper, stroke=colour, stroke_width=2)
    return (ring, Ellipse(x, y, radius * 0.56, fill=colour))


def areas_at(chain: Chain, zero: float, *, above: str, below: str) -> tuple[Curve, ...]:
    """Return the areas between a curve and a level line, one colour over it and one under it.

    Args:
        chain: A curve from left to right, as `monotone` makes it.
        zero: The y of the level line.
        above: Colour of areas over the line.
        below: Colour of areas under the line.

    Example:
        >>> areas = areas_at(line((0, 0), (20, 10)), 5, above="#00FF00", below="#FF0000")
        >>> [area.fill for area in areas]
        ['#00FF00', '#FF0000']
    """
    halves = (half for piece in pieces(chain) for half in _split_at(piece, zero))
    areas: list[Curve] = []
    for side, group in itertools.groupby(halves, key=lambda half: _side(half, zero)):
        if side:
            run = list(group)
            curve = (run[0][0], *(point for half in run for point in half[1:]))
            outline = line((curve[0][0], zero), curve[0]) + curve[1:]
            outline += line(curve[-1], (curve[-1][0], zero))[1:]
            areas.append(Curve(outline, closed=True, fill=above if side < 0 else below))
    return tuple(areas)


def area_between(first: Chain, second: Chain, *, fill: str) -> Curve:
    """Return the area between two curves that both run from left to right.

    Example:
        >>> area_between(line((0, 0), (9, 0)), line((0, 5), (9, 5)), fill="#DFF4ED").box
        (0.0, 0.0, 9.0, 5.0)
    """
    back = second[::-1]
    return Curve(first + line(first[-1], back[0])[1:] + back[1:], closed=True, fill=fill)


def _split_at(piece: Piece, level: float) -> tuple[Piece, ...]:
    """Divide a curve where it crosses a level; it should only rise or only fall."""
    y0, y1, y2, y3 = (y - level for _, y in piece)
    if y0 * y3 >= 0:
        return (piece,)
    # The height over the level is a polynomial of the parameter.
    once, twice, thrice = 3 * (y1 - y0), 3 * (y2 - 2 * y1 + y0), y3 - 3 * y2 + 3 * y1 - y0
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        if (((thrice * middle + twice) * middle + once) * middle + y0) * y0 > 0:
            low = middle
        else:
            high = middle
    return split(piece, high)


def _side(piece: Piece, level: float) -> int:
    """Tell whether a curve lies over (-1), on (0) or under (1) a level."""
    middle = split(piece, 0.5)[0][3][1] - level
    return 0 if abs(middle) < 1e-6 else int(math.copysign(1, middle))  # noqa: PLR2004 - rounding
