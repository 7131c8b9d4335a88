"""The scene: the shapes that every picture is made of, before any writer paints them.

Coordinates are points (1/72 inch), x to the right and y downwards from the top left corner.
Colours are ``"#RRGGBB"``, or ``"#RRGGBBAA"`` with an alpha. Later shapes lie over earlier ones,
and text lies over all shapes. Only what both SVG and Graphviz can paint has a place here.

Example:
    >>> from journeykit.drawing.scene import Rect, Scene, TextBlock
    >>> scene = Scene(
    ...     200, 80, title="Hello",
    ...     items=[
    ...         Rect(10, 10, 180, 60, fill="#E9EDF2", radius=6),
    ...         TextBlock(100, 30, ["Hello"], anchor="middle", background="#E9EDF2"),
    ...     ],
    ... )
    >>> len(scene.items)
    2
"""

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from attrs import field, fields, frozen

from journeykit.drawing.values import (
    Anchor,
    Point,
    as_anchor,
    as_chain,
    as_colour,
    as_dash,
    as_lines,
    as_number,
    as_optional_colour,
    as_optional_size,
    as_points,
    as_size,
)

__all__ = [
    "BASELINE",
    "LEADING",
    "Anchor",
    "Box",
    "Card",
    "Curve",
    "Ellipse",
    "Leaf",
    "Point",
    "Polygon",
    "Polyline",
    "Rect",
    "Scene",
    "Shape",
    "TextBlock",
    "cards",
    "leaves",
    "moved",
]

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

LEADING = 1.2
"""Height of a line of text, in sizes; Graphviz paints plain labels with it."""
BASELINE = 0.95
"""From the top of a line to its baseline, in sizes; capitals then stand in its middle."""


def _shapes(values: "Iterable[Shape]") -> "tuple[Shape, ...]":
    return tuple(values)


@frozen
class Rect:
    """A rectangle, with round corners if asked.

    Args:
        x: Left side.
        y: Top.
        width: Width.
        height: Height.
        radius: Radius of the corners; at most half the shorter side is painted.
        fill: Colour inside, or None.
        stroke: Colour of the outline, or None.
        stroke_width: Width of the outline.
        dash: Lengths on and off for a dashed outline.
    """

    x: float = field(converter=as_number)
    y: float = field(converter=as_number)
    width: float = field(converter=as_size)
    height: float = field(converter=as_size)
    radius: float = field(default=0.0, converter=as_size, kw_only=True)
    fill: str | None = field(default=None, converter=as_optional_colour, kw_only=True)
    stroke: str | None = field(default=None, converter=as_optional_colour, kw_only=True)
    stroke_width: float = field(default=1.0, converter=as_size, kw_only=True)
    dash: tuple[float, ...] | None = field(default=None, converter=as_dash, kw_only=True)

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        return (self.x, self.y, self.x + self.width, self.y + self.height)


@frozen
class Polygon:
    """A closed shape with straight sides."""

    points: tuple[Point, ...] = field(converter=as_points)
    fill: str | None = field(default=None, converter=as_optional_colour, kw_only=True)
    stroke: str | None = field(default=None, converter=as_optional_colour, kw_only=True)
    stroke_width: float = field(default=1.0, converter=as_size, kw_only=True)
    dash: tuple[float, ...] | None = field(default=None, converter=as_dash, kw_only=True)

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        return _around(self.points)


@frozen
class Polyline:
    """A line of straight pieces."""

    points: tuple[Point, ...] = field(converter=as_points)
    stroke: str = field(converter=as_colour, kw_only=True)
    stroke_width: float = field(default=1.0, converter=as_size, kw_only=True)
    dash: tuple[float, ...] | None = field(default=None, converter=as_dash, kw_only=True)

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        return _around(self.points)


@frozen
class Curve:
    """A chain of cubic Bézier curves: a point, then two controls and a point for each piece.

    Args:
        points: 3k + 1 points.
        closed: Whether the outline returns to the first point.
        fill: Colour inside, or None.
        stroke: Colour of the line, or None.
        stroke_width: Width of the line.
        dash: Lengths on and off for a dashed line.
    """

    points: tuple[Point, ...] = field(converter=as_chain)
    closed: bool = field(default=False, kw_only=True)
    fill: str | None = field(default=None, converter=as_optional_colour, kw_only=True)
    stroke: str | None = field(default=None, converter=as_optional_colour, kw_only=True)
    stroke_width: float = field(default=1.0, converter=as_size, kw_only=True)
    dash: tuple[float, ...] | None = field(default=None, converter=as_dash, kw_only=True)

    @property
    def box(self) -> Box:
        """Left, top, right and bottom of the points, which hold the curve."""
        return _around(self.points)


@frozen
class Ellipse:
    """An ellipse around a middle; without ``ry`` a circle."""

    x: float = field(converter=as_number)
    y: float = field(converter=as_number)
    rx: float = field(converter=as_size)
    ry: float | None = field(default=None, converter=as_optional_size)
    fill: str | None = field(default=None, converter=as_optional_colour, kw_only=True)
    stroke: str | None = field(default=None, converter=as_optional_colour, kw_only=True)
    stroke_width: float = field(default=1.0, converter=as_size, kw_only=True)

    @property
    def radii(self) -> Point:
        """Half the width and half the height."""
        return (self.rx, self.rx if self.ry is None else self.ry)

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        rx, ry = self.radii
        return (self.x - rx, self.y - ry, self.x + rx, self.y + ry)


@frozen
class TextBlock:
    """Lines of text, wrapped already.

    Args:
        x: The side or middle that ``anchor`` names.
        y: Top of the block; each line is 1.2 sizes high.
        lines: The lines, top down.
        size: Size of the type in points.
        anchor: ``"start"``, ``"middle"`` or ``"end"``.
        bold: Bold type.
        italic: Italic type.
        colour: Colour of the type.
        background: The colour that lies under the text, for checking the contrast.
        width: The room that the text was given, or None where it has all it needs.
        strike: Whether the words are struck through.
        body: Whether this is running text, whose lines are better not too long.
    """

    x: float = field(converter=as_number)
    y: float = field(converter=as_number)
    lines: tuple[str, ...] = field(converter=as_lines)
    size: float = field(default=9.5, converter=as_size, kw_only=True)
    anchor: Anchor = field(default="start", converter=as_anchor, kw_only=True)
    bold: bool = field(default=False, kw_only=True)
    italic: bool = field(default=False, kw_only=True)
    colour: str = field(default="#1B2733", converter=as_colour, kw_only=True)
    background: str = field(default="#FFFFFF", converter=as_colour, kw_only=True)
    width: float | None = field(default=None, converter=as_optional_size, kw_only=True)
    strike: bool = field(default=False, kw_only=True)
    body: bool = field(default=False, kw_only=True)

    @property
    def height(self) -> float:
        """Height of all lines together."""
        return len(self.lines) * self.size * LEADING

    @property
    def bottom(self) -> float:
        """The y under the last line."""
        return self.y + self.height

    def baseline(self, line: int) -> float:
        """Return the y on which a line stands.

        Args:
            line: Number of the line, from 0.
        """
        return self.y + self.size * (BASELINE + LEADING * line)


@frozen
class Card:
    """Shapes that belong together: what a reader points at.

    A card of the role ``"card"`` is an area of its own, and two of them should not overlap. Any
    other role (``"transition"``, ``"mark"``, …) only ties a tooltip to its shapes.

    Args:
        x: Left side.
        y: Top.
        width: Width.
        height: Height.
        items: The shapes, cards among them.
        tooltip: What it is, in words; empty for none.
        href: Where a click leads: http, https, mailto or a relative address. Anything else is
            left out by the writers.
        role: What kind of thing it is; a name such as ``"card"``.
    """

    x: float = field(converter=as_number)
    y: float = field(converter=as_number)
    width: float = field(converter=as_size)
    height: float = field(converter=as_size)
    items: "tuple[Shape, ...]" = field(converter=_shapes, kw_only=True)
    tooltip: str = field(default="", kw_only=True)
    href: str | None = field(default=None, kw_only=True)
    role: str = field(default="card", kw_only=True)

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        return (self.x, self.y, self.x + self.width, self.y + self.height)


Leaf: TypeAlias = Rect | Polygon | Polyline | Curve | Ellipse | TextBlock
"""A shape that is painted itself."""
Shape: TypeAlias = Leaf | Card


@frozen
class Scene:
    """A whole picture.

    Args:
        width: Width of the canvas.
        height: Height of the canvas.
        background: Colour of the paper.
        title: What the picture is called.
        description: What there is to see, in a sentence or two, for those who cannot see it.
        lang: Language tag of the words in the picture.
        items: The shapes, from the bottom up.
    """

    width: float = field(converter=as_size)
    height: float = field(converter=as_size)
    background: str = field(default="#FFFFFF", converter=as_colour, kw_only=True)
    title: str = field(default="", kw_only=True)
    description: str = field(default="", kw_only=True)
    lang: str = field(default="en", kw_only=True)
    items: tuple[Shape, ...] = field(default=(), converter=_shapes, kw_only=True)


def leaves(
    items: Iterable[Shape],
) -> Iterator[Rect | Polygon | Polyline | Curve | Ellipse | TextBlock]:
    """Give all shapes that are painted, those inside cards among them, from the bottom up."""
    waiting = [iter(items)]
    while waiting:
        for item in waiting[-1]:
            if isinstance(item, Card):
                waiting.append(iter(item.items))
                break
            yield item
        else:
            waiting.pop()


def cards(items: Iterable[Shape]) -> Iterator[Card]:
    """Give all cards, those inside other cards too."""
    waiting = [iter(items)]
    while waiting:
        for item in waiting[-1]:
            if isinstance(item, Card):
                waiting.append(iter(item.items))
                yield item
                break
        else:
            waiting.pop()


def moved(items: Iterable[Shape], dx: float, dy: float) -> tuple[Shape, ...]:
    """Return shapes at another place.

    Args:
        items: The shapes.
        dx: How far to the right.
        dy: How far down.

    Example:
        >>> [shape.box for shape in moved([Rect(0, 0, 5, 5)], 10, 20)]
        [(10.0, 20.0, 15.0, 25.0)]
    """
    return tuple([_moved(item, dx, dy) for item in items])


def _moved(item: Shape, dx: float, dy: float) -> Shape:
    shape = _copied(item)
    if isinstance(item, (Polygon, Polyline, Curve)):
        points = tuple([(x + dx, y + dy) for x, y in item.points])
        for side in _around(points):
            as_number(side)
        _put(shape, "points", points)
        return shape
    _put(shape, "x", as_number(item.x + dx))
    _put(shape, "y", as_number(item.y + dy))
    if isinstance(item, Card):
        _put(shape, "items", moved(item.items, dx, dy))
    return shape


_put = object.__setattr__


def _copied(item: Shape) -> Shape:
    """Return a shape of its own, whose values are checked already.

    `attrs.evolve` would check everything again, and pictures move hundreds of shapes.
    """
    kind: Any = type(item)
    shape: Shape = object.__new__(kind)
    for get, put in _slots(kind):
        put(shape, get(item))
    return shape


@functools.lru_cache(maxsize=16)
def _slots(kind: type) -> tuple[tuple[Callable[..., Any], Callable[..., None]], ...]:
    slots = [getattr(kind, one.name) for one in fields(kind)]
    return tuple((slot.__get__, slot.__set__) for slot in slots)


def _around(points: tuple[Point, ...]) -> Box:
    if not points:
        return (0.0, 0.0, 0.0, 0.0)
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))
