"""A scene as SVG: plain text, written without any other package.

Nothing that a label says can become markup: all words are cleaned and escaped, and links lead
only to http, https, mailto and relative addresses.
"""

import functools
import hashlib
import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from journeykit._dot import clean_text
from journeykit.drawing import metrics
from journeykit.drawing.links import safe_href
from journeykit.drawing.scene import (
    Card,
    Curve,
    Ellipse,
    Point,
    Polygon,
    Polyline,
    Rect,
    Scene,
    Shape,
    TextBlock,
)
from journeykit.errors import DefinitionError, shown

__all__ = ["FONTS", "to_svg"]

FONTS = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
"""Families that share the widths the picture was measured with."""

_PREFIX = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_ROLE = re.compile(r"[^A-Za-z0-9_-]+")
_SHORTEST_STRETCHED = 2


def to_svg(scene: Scene, *, prefix: str | None = None) -> str:
    """Return a scene as the text of an SVG picture.

    The picture can stand in a page of HTML or in a file of its own; it has a title and a
    description for screen readers, and shrinks with the room it is given.

    Args:
        scene: What to paint.
        prefix: What all ids begin with; made of the content if not given, so that several
            pictures fit on one page.

    Raises:
        DefinitionError: The prefix is no name.

    Example:
        >>> print(to_svg(Scene(100, 50, title="Empty"), prefix="p")[:61])
        <svg xmlns="http://www.w3.org/2000/svg" width="100pt" height=
    """
    lines: list[str] = []
    _paint_all(scene.items, lines)
    body = "\n".join(lines)
    if prefix is None:
        content = f"{scene.title}\n{scene.description}\n{body}"
        prefix = "jk" + hashlib.sha256(content.encode(errors="replace")).hexdigest()[:10]
    elif _PREFIX.fullmatch(prefix) is None:
        raise DefinitionError(
            "SVG", [f"prefix must be letters, digits, '-' and '_', not {shown(prefix)}"]
        )
    linked = "<a href=" in body  # no words say this: theirs is escaped
    width, height = _n(scene.width), _n(scene.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" role="{"graphics-document" if linked else "img"}" '
        f'lang={_attribute(scene.lang)} aria-labelledby="{prefix}-title {prefix}-desc" '
        f'font-family="{FONTS}" xml:space="preserve" style="max-width:100%;height:auto">\n'
        f'<title id="{prefix}-title">{_words(scene.title)}</title>\n'
        f'<desc id="{prefix}-desc">{_words(scene.description)}</desc>\n'
        f'<rect width="{width}" height="{height}"{_fill(scene.background)}/>\n'
        f"{body}\n</svg>\n"
    )


def _paint_all(items: Iterable[Shape], lines: list[str]) -> None:
    """Write shapes, one line each, at the end of what is written already."""
    for item in items:
        if isinstance(item, Card):
            _paint_card(item, lines)
        elif isinstance(item, TextBlock):
            _paint_text(item, lines)
        else:
            lines.append(_shape(item))


def _paint_card(card: Card, lines: list[str]) -> None:
    href = safe_href(card.href)
    if href is not None:
        lines.append(f"<a href={_attribute(href)}>")
    lines.append(f'<g class="{_class(card.role)}">')
    if card.tooltip:
        lines.append(f"<title>{_words(card.tooltip)}</title>")
    if card.role == "card" and (card.tooltip or href):
        # The whole area answers to the pointer, and not its words alone.
        lines.append(
            f'<rect x="{_n(card.x)}" y="{_n(card.y)}" width="{_n(card.width)}" '
            f'height="{_n(card.height)}" fill="none" pointer-events="all"/>'
        )
    _paint_all(card.items, lines)
    lines.append("</g>")
    if href is not None:
        lines.append("</a>")


@functools.lru_cache(maxsize=256)
def _class(role: str) -> str:
    return _ROLE.sub("-", role)


def _paint_text(block: TextBlock, lines: list[str]) -> None:
    style = _style(
        block.size,
        block.colour,
        block.anchor,
        bold=block.bold,
        italic=block.italic,
        strike=block.strike,
    )
    x = _n(block.x)
    for number, line in enumerate(block.lines):
        words, length = _run(line, block.size, block.bold)
        if words:
            y = _n(block.baseline(number))
            lines.append(f'<text x="{x}" y="{y}"{style}{length}>{words}</text>')


@functools.lru_cache(maxsize=4096)  # the same words stand in many pictures, and in many views
def _run(line: str, size: float, bold: bool) -> tuple[str, str]:  # noqa: FBT001 - private
    """Return a line of text as it is written, and the attributes that hold it to its width."""
    words = clean_text(line).replace("\n", " ")
    length = ""
    if len(words) >= _SHORTEST_STRETCHED:
        wide = metrics.width(words, size, bold=bold)
        length = f' textLength="{_n(wide)}" lengthAdjust="spacingAndGlyphs"' if wide else ""
    return escape(words), length


@functools.lru_cache(maxsize=1024)
def _style(size: float, colour: str, anchor: str, *, bold: bool, italic: bool, strike: bool) -> str:
    style = f' font-size="{_n(size)}"{_fill(colour)}'
    if anchor != "start":
        style += f' text-anchor="{anchor}"'
    if bold:
        style += ' font-weight="bold"'
    if italic:
        style += ' font-style="italic"'
    return style + (' text-decoration="line-through"' if strike else "")


def _shape(shape: Rect | Polygon | Polyline | Curve | Ellipse) -> str:
    stroke, thick = shape.stroke, shape.stroke_width
    match shape:
        case Rect():
            radius = min(shape.radius, shape.width / 2, shape.height / 2)
            corner = f' rx="{_n(radius)}"' if radius else ""
            return (
                f'<rect x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" '
                f'height="{_n(shape.height)}"{corner}'
                f"{_paint(shape.fill, stroke, thick, shape.dash)}/>"
            )
        case Curve():
            close = "Z" if shape.closed else ""
            curves = f"C{_points(shape.points[1:])}" if len(shape.points) > 1 else ""
            paint = _paint(shape.fill, stroke, thick, shape.dash)
            return f'<path d="M{_points(shape.points[:1])}{curves}{close}"{paint}/>'
        case Ellipse():
            rx, ry = shape.radii
            at, paint = f'cx="{_n(shape.x)}" cy="{_n(shape.y)}"', _paint(shape.fill, stroke, thick)
            if rx == ry:
                return f'<circle {at} r="{_n(rx)}"{paint}/>'
            return f'<ellipse {at} rx="{_n(rx)}" ry="{_n(ry)}"{paint}/>'
        case Polygon():
            paint = _paint(shape.fill, stroke, thick, shape.dash)
            return f'<polygon points="{_points(shape.points)}"{paint}/>'
        case _:
            paint = _paint(None, stroke, thick, shape.dash)
            return f'<polyline points="{_points(shape.points)}"{paint}/>'


@functools.lru_cache(maxsize=1024)  # a picture has few styles, each on many shapes
def _paint(
    fill: str | None, stroke: str | None, width: float, dash: tuple[float, ...] | None = None
) -> str:
    text = _fill(fill)
    if stroke is not None and width > 0:
        text += _colour("stroke", stroke)
        if width != 1:
            text += f' stroke-width="{_n(width)}"'
        if dash is not None:
            text += f' stroke-dasharray="{" ".join(map(_n, dash))}"'
    return text


def _fill(colour: str | None) -> str:
    return ' fill="none"' if colour is None else _colour("fill", colour)


@functools.lru_cache(maxsize=1024)
def _colour(name: str, colour: str) -> str:
    solid, alpha = colour[:7], colour[7:]
    return f' {name}="{solid}"' + (f' {name}-opacity="{_n(int(alpha, 16) / 255)}"' if alpha else "")


@functools.lru_cache(maxsize=4096)  # icons are drawn again and again
def _points(points: tuple[Point, ...]) -> str:
    return " ".join([f"{_n(x)},{_n(y)}" for x, y in points])


@functools.lru_cache(maxsize=16_384)
def _n(number: float) -> str:
    """Write a number with at most two decimals, always in the same way."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@functools.lru_cache(maxsize=1024)  # tooltips, which are the same in both themes
def _words(text: str) -> str:
    return escape(clean_text(text))


def _attribute(text: str) -> str:
    return quoteattr(clean_text(text))
