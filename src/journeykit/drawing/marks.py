"""Small signs that views share: faces, badges, numbers, and the marks of a list or a legend."""

from typing import Literal, TypeAlias

from journeykit.drawing import metrics
from journeykit.drawing.scene import (
    LEADING,
    Anchor,
    Curve,
    Ellipse,
    Polygon,
    Polyline,
    Rect,
    Shape,
    TextBlock,
)

__all__ = ["Mark", "badge", "face", "mark", "number", "pill", "pill_width"]

Mark: TypeAlias = Literal["dot", "plus", "minus", "triangle", "up"]


def face(
    x: float,
    y: float,
    score: float,
    *,
    colour: str,
    fill: str | None,
    radius: float = 10.0,
) -> tuple[Shape, ...]:
    """Return a face whose mouth bends with an emotion.

    Args:
        x: The middle.
        y: The middle.
        score: The emotion, from -2 (a deep frown) to 2 (a broad smile).
        colour: Colour of the lines.
        fill: Colour of the face, or None for its lines alone.
        radius: Radius of the face.

    Example:
        >>> circle, left_eye, right_eye, mouth = face(
        ...     0, 0, 2, colour="#00705A", fill="#FFFFFF"
        ... )
        >>> mouth.points[1][1] > mouth.points[0][1]
        True
    """
    bend = min(max(score, -2.0), 2.0) / 2
    half = radius * (0.47 - 0.07 * abs(bend))
    level = y + radius * (0.36 - 0.10 * bend if bend >= 0 else 0.36 - 0.16 * bend)
    depth = radius * 0.46 * bend
    stroke = radius * 0.12
    mouth = [
        (x - half, level),
        (x - half * 0.55, level + depth),
        (x + half * 0.55, level + depth),
        (x + half, level),
    ]
    eyes = (
        Ellipse(x + side * radius * 0.34, y - radius * 0.2, radius * 0.125, fill=colour)
        for side in (-1, 1)
    )
    return (
        Ellipse(x, y, radius, fill=fill, stroke=colour, stroke_width=max(stroke, 1.1)),
        *eyes,
        Curve(mouth, stroke=colour, stroke_width=max(stroke, 1.1)),
    )


def badge(
    x: float,
    y: float,
    *,
    fill: str,
    square: bool = False,
    stroke: str | None = None,
    radius: float = 15.0,
) -> Ellipse | Rect:
    """Return the ground of a touchpoint's icon: round for online, square for offline.

    Args:
        x: The middle.
        y: The middle.
        fill: Colour inside.
        square: Whether it is square.
        stroke: Colour of the outline, or None.
        radius: Half the width of a round one.

    Example:
        >>> badge(20, 20, fill="#0067A5").box
        (5.0, 5.0, 35.0, 35.0)
    """
    if not square:
        return Ellipse(x, y, radius, fill=fill, stroke=stroke, stroke_width=1.2)
    half = radius * 0.94  # as heavy to the eye as the round one
    return Rect(
        x - half,
        y - half,
        2 * half,
        2 * half,
        radius=4,
        fill=fill,
        stroke=stroke,
        stroke_width=1.2,
    )


def number(
    x: float,
    y: float,
    words: str,
    *,
    colour: str,
    fill: str,
    stroke: str | None = None,
    radius: float = 7.5,
    size: float = 8.0,
) -> tuple[Shape, ...]:
    """Return a disc with a number or a letter in it.

    Args:
        x: The middle.
        y: The middle.
        words: The number.
        colour: Colour of the number.
        fill: Colour of the disc.
        stroke: Colour of its outline, or None.
        radius: Radius of the disc, which becomes a pill when the number is too wide for it.
        size: Size of the type.

    Example:
        >>> disc, words = number(10, 10, "7", colour="#1B2733", fill="#FFFFFF")
        >>> disc.width
        15.0
    """
    wide = max(radius, metrics.width(words, size, bold=True) / 2 + 3)
    return (
        Rect(
            x - wide,
            y - radius,
            2 * wide,
            2 * radius,
            radius=radius,
            fill=fill,
            stroke=stroke,
            stroke_width=1.1,
        ),
        TextBlock(
            x,
            y - size * LEADING / 2,
            words,
            size=size,
            bold=True,
            anchor="middle",
            colour=colour,
            background=fill,
        ),
    )


def pill_width(words: str, *, size: float = 9.0, bold: bool = True, pad: float = 8.0) -> float:
    """Return how wide a pill is drawn around some words.

    Args:
        words: One line.
        size: Size of the type.
        bold: Bold type.
        pad: Room at either end.

    Example:
        >>> round(pill_width("46 %"))
        38
    """
    return metrics.width(words, size, bold=bold) * metrics.SAFETY + 2 * pad


def pill(
    x: float,
    y: float,
    words: str,
    *,
    colour: str,
    fill: str,
    stroke: str | None = None,
    size: float = 9.0,
    bold: bool = True,
    anchor: Anchor = "middle",
    pad: float = 8.0,
    height: float | None = None,
) -> tuple[Shape, ...]:
    """Return words on a ground with round ends, for instance the share on a line.

    Args:
        x: The side or middle that ``anchor`` names.
        y: The middle.
        words: One line.
        colour: Colour of the words.
        fill: Colour of the ground.
        stroke: Colour of the outline, or None.
        size: Size of the type.
        bold: Bold type.
        anchor: ``"start"``, ``"middle"`` or ``"end"``.
        pad: Room at either end.
        height: Height of the ground; 1.8 sizes if not given.

    Example:
        >>> ground, words = pill(50, 20, "46 %", colour="#00705A", fill="#FFFFFF")
        >>> words.lines
        ('46 %',)
    """
    wide, high = pill_width(words, size=size, bold=bold, pad=pad), height or 1.8 * size
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return (
        Rect(left, y - high / 2, wide, high, radius=high / 2, fill=fill, stroke=stroke),
        TextBlock(
            left + wide / 2,
            y - size * LEADING / 2,
            words,
            size=size,
            bold=bold,
            anchor="middle",
            colour=colour,
            background=fill,
        ),
    )


def mark(kind: Mark, x: float, y: float, *, colour: str, size: float = 7.0) -> tuple[Shape, ...]:
    """Return a small sign, as it stands before a line of a list.

    Args:
        kind: ``"dot"``, ``"plus"``, ``"minus"``, ``"triangle"`` or ``"up"``.
        x: The middle.
        y: The middle.
        colour: Its colour.
        size: Its width.

    Example:
        >>> len(mark("plus", 0, 0, colour="#00705A"))
        2
    """
    half, thick = size / 2, size / 3.4
    if kind == "dot":
        return (Ellipse(x, y, size * 0.29, fill=colour),)
    if kind == "triangle":
        low = y + half * 0.8
        return (Polygon([(x - half, low), (x, y - half * 0.9), (x + half, low)], fill=colour),)
    if kind == "up":
        up = [(x - half, y + half / 2), (x, y - half / 2), (x + half, y + half / 2)]
        return (Polyline(up, stroke=colour, stroke_width=size / 4.5),)
    across = Polyline([(x - half, y), (x + half, y)], stroke=colour, stroke_width=thick)
    if kind == "minus":
        return (across,)
    return (across, Polyline([(x, y - half), (x, y + half)], stroke=colour, stroke_width=thick))
