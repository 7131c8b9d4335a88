"""A scene as DOT: everything pinned, so that Graphviz paints it and places nothing.

Shapes are drawing operations in the attribute ``_background``, each line of text is a node, and so
is each card, for its tooltip and link. Paint it with the layout program ``nop2``, or with
``neato -n2``.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from journeykit._dot import clean_text, escape_label
from journeykit.drawing import metrics
from journeykit.drawing.geometry import Chain, Ruler, line, rounded_rectangle
from journeykit.drawing.links import safe_href
from journeykit.drawing.scene import (
    LEADING,
    Curve,
    Ellipse,
    Leaf,
    Point,
    Polygon,
    Polyline,
    Rect,
    Scene,
    TextBlock,
    cards,
    leaves,
)
from journeykit.errors import DefinitionError, shown

__all__ = ["FONTS", "to_dot"]

FONTS = "Arial,Liberation Sans,Helvetica,sans-serif"
"""Families that share the widths the picture was measured with, the surest first."""

# Graphviz refuses a string of more than 16,384 characters, unless it is joined of shorter ones.
_LONGEST_STRING = 12_000
_INCH = 72.0
_CLEAR = "#00000000"
_LAST_LATIN = "\u024f"
_SIDES = {"start": "\\l", "middle": "", "end": "\\r"}


def to_dot(
    scene: Scene, *, scale: float = 1.0, dpi: float | None = None, paged: bool = False
) -> str:
    """Return a scene as a DOT graph in which everything has its place.

    Args:
        scene: What to paint.
        scale: What all lengths and type sizes are multiplied by. Graphviz spaces letters evenly
            only in large type, so that PNG and PDF are best painted from a scale of 4.
        dpi: Pixels an inch of the scaled drawing, for PNG: 36 with a scale of 4 gives 144.
        paged: Whether a page of the scene's own size is asked for, whatever the scale, for PDF.

    Example:
        >>> to_dot(Scene(100, 50, title="Empty")).splitlines()[0]
        'digraph journey {'
    """
    if not (math.isfinite(scale) and scale > 0):
        raise DefinitionError("DOT", [f"scale must be a number above zero, not {shown(scale)}"])
    height = scene.height
    canvas = Rect(0, 0, scene.width, height, fill=scene.background)
    shapes = itertools.chain([canvas], leaves(scene.items))
    graph = [f'bgcolor="{scene.background}"', "pad=0", "margin=0", "outputorder=edgesfirst"]
    if dpi is not None:
        graph.append(f"dpi={_n(dpi)}")
    if paged:
        graph.append(f'size="{scene.width / _INCH:.4f},{height / _INCH:.4f}"')
    return "\n".join(
        [
            "digraph journey {",
            f" graph [{' '.join(graph)}",
            f"  _background={_joined(_operations(shapes, height, scale))}];",
            f' node [shape=box style=filled penwidth=0 fillcolor="{_CLEAR}" fixedsize=true',
            f'  margin=0 label="\\N" fontname="{FONTS}"];',
            *_text_nodes(scene, scale),
            *_card_nodes(scene, scale),
            "}",
            "",
        ]
    )


# --- shapes -----------------------------------------------------------------------------


@frozen
class _Stroke:
    """One drawing operation: a letter of xdot, its points or radii, and what it is painted with."""

    letter: str
    points: Sequence[Point]
    pen: str | None = None
    fill: str | None = None
    width: float = 1.0


def _operations(shapes: Iterable[Leaf], height: float, scale: float) -> Iterator[str]:
    """Give the operations of shapes; colours and widths are said only where they change."""
    pen = fill = width = ""
    for stroke in itertools.chain.from_iterable(map(_strokes, shapes)):
        wanted = stroke.pen or _CLEAR
        if wanted != pen:
            pen = wanted
            yield f"c {len(pen)} -{pen}"
        if stroke.fill is not None and stroke.fill != fill:
            fill = stroke.fill
            yield f"C {len(fill)} -{fill}"
        style = f"setlinewidth({_n(stroke.width * scale)})"
        if stroke.pen is not None and style != width:
            width = style
            yield f"S {len(style)} -{style}"
        if stroke.letter in "eE":
            (x, y), radii = stroke.points
            numbers = [x * scale, (height - y) * scale, *(radius * scale for radius in radii)]
            yield f"{stroke.letter} {' '.join(map(_n, numbers))}"
        else:
            places = " ".join(
                f"{_n(x * scale)} {_n((height - y) * scale)}" for x, y in stroke.points
            )
            yield f"{stroke.letter} {len(stroke.points)} {places}"


def _strokes(shape: Leaf) -> Iterator[_Stroke]:
    match shape:
        case Rect(radius=0):
            x0, y0, x1, y1 = shape.box
            corners = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
            yield from _straight(corners, shape, closed=True, fill=shape.fill)
        case Rect():
            outline = rounded_rectangle(
                shape.x, shape.y, shape.width, shape.height, radius=shape.radius
            )
            yield from _bent(outline, shape, closed=True)
        case Polygon():
            yield from _straight(shape.points, shape, closed=True, fill=shape.fill)
        case Polyline():
            yield from _straight(shape.points, shape, closed=False, fill=None)
        case Curve():
            outline = shape.points
            if shape.closed and outline[0] != outline[-1]:
                outline += line(outline[-1], outline[0])[1:]
            yield from _bent(outline, shape, closed=shape.closed)
        case Ellipse():
            letter = "e" if shape.fill is None else "E"
            if shape.fill is not None or _pen(shape) is not None:
                at = ((shape.x, shape.y), shape.radii)
                yield _Stroke(letter, at, _pen(shape), shape.fill, shape.stroke_width)
        case _:
            # The words are nodes; only the line through them is painted here.
            yield from _struck(shape)


def _pen(shape: Rect | Polygon | Polyline | Curve | Ellipse) -> str | None:
    return shape.stroke if shape.stroke_width > 0 else None


def _straight(
    points: tuple[Point, ...], shape: Rect | Polygon | Polyline, *, closed: bool, fill: str | None
) -> Iterator[_Stroke]:
    if len(points) < 2:  # noqa: PLR2004 - no line
        return
    pen, width = _pen(shape), shape.stroke_width
    solid = pen if shape.dash is None else None
    if fill is not None:
        yield _Stroke("P", points, solid, fill, width)
    elif solid is not None:
        yield _Stroke("p" if closed else "L", points, solid, None, width)
    if shape.dash is not None and pen is not None:
        outline = line(*points, points[0]) if closed else line(*points)
        for dash in Ruler(outline).dashes(shape.dash):
            yield _Stroke("L", dash[::3], pen, None, width)


def _bent(outline: Chain, shape: Rect | Curve, *, closed: bool) -> Iterator[_Stroke]:
    if len(outline) < 2:  # noqa: PLR2004 - no line
        return
    pen, width = _pen(shape), shape.stroke_width
    solid = pen if shape.dash is None else None
    if shape.fill is not None:
        yield _Stroke("b", outline, solid if closed else None, shape.fill, width)
    if solid is not None and (shape.fill is None or not closed):
        yield _Stroke("B", outline, solid, None, width)
    if shape.dash is not None and pen is not None:
        for dash in Ruler(outline).dashes(shape.dash):
            yield _Stroke("B", dash, pen, None, width)


def _struck(block: TextBlock) -> Iterator[_Stroke]:
    if not block.strike:
        return
    for number, words in enumerate(block.lines):
        wide = metrics.width(words, block.size, bold=block.bold)
        left = block.x - {"start": 0.0, "middle": wide / 2, "end": wide}[block.anchor]
        level = block.baseline(number) - block.size * 0.29
        yield _Stroke(
            "L", ((left, level), (left + wide, level)), block.colour, None, block.size / 14
        )


def _joined(operations: Iterable[str]) -> str:
    """Return operations as strings short enough for Graphviz, joined by its plus sign."""
    strings: list[list[str]] = [[]]
    length = 0
    for operation in operations:
        # One line through hundreds of points is longer than a string by itself.
        parts = operation.split(" ") if len(operation) >= _LONGEST_STRING else [operation]
        for part in parts:
            if length + len(part) >= _LONGEST_STRING:
                strings.append([])
                length = 0
            strings[-1].append(part)
            length += len(part) + 1
    return " +\n   ".join('"' + "".join(f"{one} " for one in string) + '"' for string in strings)


# --- nodes ------------------------------------------------------------------------------


def _card_nodes(scene: Scene, scale: float) -> Iterator[str]:
    areas = (card for card in cards(scene.items) if card.role == "card")
    for number, card in enumerate(areas):
        href = safe_href(card.href)
        if not card.tooltip and href is None:
            continue
        left, top, right, bottom = card.box
        attributes = [
            *_place(
                (left + right) / 2 * scale,
                (scene.height - (top + bottom) / 2) * scale,
                _whole(card.width * scale),
                _whole(card.height * scale),
            ),
            'class="card"',
            'label=""',
            f'tooltip="{_tooltip(card.tooltip)}"',
        ]
        if href is not None:
            attributes.append(f'URL="{escape_label(href)}"')
        yield f" c{number} [{' '.join(attributes)}];"


def _tooltip(words: str) -> str:
    # Graphviz expands a backslash in a tooltip twice; this sign looks like one and is none.
    return escape_label(" ".join(clean_text(words).split()).replace("\\", "\u2216"))


def _text_nodes(scene: Scene, scale: float) -> Iterator[str]:
    # A node for each line: in a label of several, the line spacing is that of the font at hand.
    blocks = (one for one in leaves(scene.items) if isinstance(one, TextBlock))
    lines = ((block, index, words) for block in blocks for index, words in enumerate(block.lines))
    number = 0
    for block, index, raw in lines:
        words = clean_text(raw).replace("\n", " ")
        if words.strip():
            yield f" t{number} [{' '.join(_text(scene, scale, block, index, words))}];"
            number += 1


def _text(scene: Scene, scale: float, block: TextBlock, index: int, words: str) -> Iterator[str]:
    # Graphviz measures in whole pixels: some room more on the free sides spares its warnings.
    room = metrics.width(words, block.size, bold=block.bold) * 1.16 + 4
    # Characters that another font has to lend may be far wider than ours would be.
    room += sum(one > _LAST_LATIN for one in words) * 0.7 * block.size
    sides = {"start": scene.width - block.x, "end": block.x}
    wide = _whole(min(room, sides.get(block.anchor, 2 * min(sides.values()))) * scale)
    x = block.x * scale + {"start": 0.5, "middle": 0.0, "end": -0.5}[block.anchor] * wide
    middle = block.y + block.size * LEADING * (index + 0.5)
    high = min(block.size * LEADING + 6, 2 * middle, 2 * (scene.height - middle)) * scale
    style = " bold" * block.bold + " italic" * block.italic
    yield from _place(x, (scene.height - middle) * scale, wide, _whole(high))
    if style:
        yield f'fontname="{FONTS}{style}"'
    yield f"fontsize={_n(block.size * scale)}"
    yield f'fontcolor="{block.colour}"'
    yield f'label="{escape_label(words)}{_SIDES[block.anchor]}"'


def _place(x: float, y: float, width: int, height: int) -> Iterator[str]:
    yield f'pos="{_n(x)},{_n(y)}"'
    yield f"width={width / _INCH:.4f}"
    yield f"height={height / _INCH:.4f}"


def _whole(length: float) -> int:
    # Graphviz rounds the sides of a node to points, which would move what is in it.
    return max(1, math.floor(length))


def _n(number: float) -> str:
    """Write a number with at most two decimals, always in the same way."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
