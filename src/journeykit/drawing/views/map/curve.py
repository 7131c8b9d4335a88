"""The emotion curve of a map: the line, the areas under it, the faces and their words."""

import bisect
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from journeykit.drawing import lines, marks, metrics, parts
from journeykit.drawing.geometry import Chain, monotone, pieces, split
from journeykit.drawing.palette import mix
from journeykit.drawing.parts import Placed
from journeykit.drawing.scene import (
    LEADING,
    Box,
    Card,
    Curve,
    Ellipse,
    Point,
    Polyline,
    Shape,
    TextBlock,
    moved,
)
from journeykit.drawing.views import _sentences
from journeykit.drawing.views._cells import Pen, mood, ring
from journeykit.drawing.views._emotion import WORDS_SIZE, Feeling, Strongest, lines_of
from journeykit.drawing.views._layout import Band
from journeykit.drawing.views._sheet import Entry, Sheet

__all__ = ["curve", "drawn", "is_free"]

_UNIT: Final = 26.0  # points a step of the scale
_ENDS: Final = (2, 0, -2)
_INSET: Final = 14.0  # from the sides of a column to the outermost points
_FACE: Final = 10.0
_CLEAR: Final = 3.0  # free room around words
_RING: Final = 9.0  # what the mark of an assumption takes
_ROOM: Final = 11.0  # free room above and below everything
_CLOSEST: Final = 5.0  # points that are nearer to each other are not marked
_DASH: Final = (4.0, 3.0)
_TINT: Final = 0.2


# --- the line ---------------------------------------------------------------------------


def curve(felt: Sequence[Feeling], column: float) -> Chain:
    """Return the line through all feelings: x from the first column, y from zero downwards.

    It begins where the room of the first touchpoint begins, and ends where that of the last
    one ends; nothing when there are none.

    Args:
        felt: The feelings.
        column: Width of a column.
    """
    if not felt:
        return ()
    points = [(_across(feeling, column), -feeling.score * _UNIT) for feeling in felt]
    first, last = felt[0], felt[-1]
    half = (column - 2 * _INSET) / 2
    left = points[0][0] - (half / first.count if first.place else half / first.count + _INSET)
    at_end = last.place == last.count - 1
    right = points[-1][0] + (half / last.count + _INSET if at_end else half / last.count)
    return monotone([(left, points[0][1]), *points, (right, points[-1][1])])


def _across(feeling: Feeling, column: float) -> float:
    share = (feeling.place + 0.5) / feeling.count
    return feeling.column * column + _INSET + share * (column - 2 * _INSET)


def _cut(chain: Chain, left: float, right: float) -> Chain:
    """Return the part of a curve between two places; x grows evenly along each piece of it."""
    kept: list[Point] = []
    for whole in pieces(chain):
        start, end = whole[0][0], whole[3][0]
        if end <= left or start >= right:
            continue
        piece = split(whole, (right - start) / (end - start))[0] if end > right else whole
        if start < left:
            piece = split(piece, (left - start) / (piece[3][0] - start))[1]
        kept += piece[1:] if kept else piece
    return tuple(kept)


def _height(chain: Chain, x: float) -> float | None:
    """Return the y of a curve at an x, or None where it does not reach."""
    if not chain or not chain[0][0] <= x <= chain[-1][0]:
        return None
    at = bisect.bisect_left(chain[3::3], x, key=lambda point: point[0])
    (x0, a), (_, b), (_, c), (x1, d) = chain[3 * at : 3 * at + 4]
    t = (x - x0) / (x1 - x0)
    return (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d


def is_free(chain: Chain, box: Box) -> bool:
    """Tell whether neither the curve nor the zero line runs through a box."""
    left, top, right, bottom = box
    if top < 0 < bottom:
        return False
    # Between the points that it goes through, the curve only rises or only falls.
    turns = [y for x, y in chain[::3] if left < x < right]
    ends = [y for y in (_height(chain, left), _height(chain, right)) if y is not None]
    heights = turns + ends
    over = all(y <= top - _CLEAR for y in heights)
    under = all(y >= bottom + _CLEAR for y in heights)
    return over or under


# --- the picture of it ------------------------------------------------------------------


def drawn(
    felt: Sequence[Feeling],
    faces: Mapping[int, Strongest],
    y: float,
    *,
    chain: Chain,
    band: Band,
    pen: Pen,
    sheet: Sheet,
) -> Placed:
    """Return the curve of a band, with the scale at its left.

    Args:
        felt: All feelings.
        faces: The strongest of each phase, by its number.
        y: Top.
        chain: The curve through all columns, as `curve` returns it.
        band: The columns.
        pen: What it is drawn with.
        sheet: What the map shows.
    """
    start = band.first * band.column
    end = start + band.count * band.column
    own = tuple((x + band.left - start, y) for x, y in _cut(chain, start, end))
    here = [faces[number] for number in band.numbers if number in faces]
    labels = [_label(face, face.said, own, band, pen) for face in here if face.said is not None]
    reach = _ENDS[0] * _UNIT + _FACE
    taken = [label.box for label in labels]
    above = max([reach, *(-top for _, top, _, _ in taken)]) + _ROOM
    below = max([reach, *(low for _, _, _, low in taken)]) + _ROOM
    zero = y + above
    boxes = [(left, top + zero, right, low + zero) for left, top, right, low in taken]
    own = tuple((x, height + zero) for x, height in own)
    shown = {(face.feeling.column, face.feeling.place) for face in here}
    points = [
        feeling
        for feeling in felt
        if feeling.column in band.numbers
        and (feeling.column, feeling.place) not in shown
        and band.column / feeling.count >= _CLOSEST
    ]
    items: list[Shape] = [
        *lines.areas_at(own, zero, above=_tint(1, pen), below=_tint(-1, pen)),
        *_scale(band, boxes, zero, pen),
        *([Curve(own, stroke=pen.colours.ink, stroke_width=2.2)] if own else []),
        *(_mark(feeling, band, zero, pen=pen, sheet=sheet, is_face=False) for feeling in points),
        *(_mark(face.feeling, band, zero, pen=pen, sheet=sheet, is_face=True) for face in here),
        *moved(labels, 0, zero),
    ]
    return Placed(tuple(items), band.right, zero + below)


def _scale(band: Band, boxes: Sequence[Box], zero: float, pen: Pen) -> Iterator[Shape]:
    """Give the lines at both ends and in the middle of the scale, which leave words free."""
    for score in _ENDS:
        y = zero - score * _UNIT
        yield parts.text(
            _sentences.signed(score, pen.lang),
            band.left - 9,
            y,
            size=8.5,
            anchor="end",
            valign="middle",
            colour=pen.colours.muted,
            background=pen.ground,
        )
        colour, dash = (pen.colours.hairline, _DASH) if score else (pen.colours.rule, None)
        left = band.left
        for box in sorted(box for box in boxes if box[1] - 1 < y < box[3] + 1):
            yield Polyline([(left, y), (box[0] - _CLEAR, y)], stroke=colour, dash=dash)
            left = box[2] + _CLEAR
        yield Polyline([(left, y), (band.right, y)], stroke=colour, dash=dash)


def _place(feeling: Feeling, band: Band) -> Point:
    x = _across(feeling, band.column) + band.left - band.first * band.column
    return x, -feeling.score * _UNIT


def _mark(
    feeling: Feeling, band: Band, zero: float, *, pen: Pen, sheet: Sheet, is_face: bool
) -> Card:
    (x, height), colours = _place(feeling, band), pen.colours
    y = height + zero
    if is_face:
        radius = _FACE
        colour, _ = mood(feeling.score, colours)
        items = marks.face(x, y, feeling.score, colour=colour, fill=colours.paper)
    else:
        radius = 2.3
        dot = Ellipse(x, y, radius, fill=colours.paper, stroke=colours.ink, stroke_width=1.3)
        items = (dot,)
    return Card(
        x - radius,
        y - radius,
        2 * radius,
        2 * radius,
        items=items,
        tooltip=sheet.tooltips[feeling.touchpoint.key],
        role="mark",
    )


def _label(face: Strongest, entry: Entry, chain: Chain, band: Band, pen: Pen) -> Card:
    """Return words above or below a face, where no line runs through them if there is room."""
    said = lines_of(entry, band.column)
    wide = max((metrics.width(one, WORDS_SIZE, bold=True) for one in said), default=0.0)
    wide += _RING if entry.assumed else 0.0
    high = len(said) * WORDS_SIZE * LEADING
    x, y = _place(face.feeling, band)
    least = band.x(face.feeling.column) + _CLEAR
    most = least + band.column - 2 * _CLEAR - wide
    above, below = y - _FACE - _CLEAR - high, y + _FACE + _CLEAR
    places = [
        (min(max(x - wide / 2 + aside * wide, least), most), top)
        for top in ((above, below) if face.feeling.score >= 0 else (below, above))
        for aside in (0, -0.25, 0.25, -0.5, 0.5)
    ]
    boxes = [(left, top, left + wide, top + high) for left, top in places]
    box = next((box for box in boxes if is_free(chain, box)), boxes[0])
    left, top, right, _ = box
    words = TextBlock(
        left + (right - left - (_RING if entry.assumed else 0)) / 2,
        top,
        said,
        size=WORDS_SIZE,
        bold=True,
        anchor="middle",
        colour=pen.colours.ink,
        background=_under(chain, box, pen),
    )
    items: list[Shape] = [words]
    if entry.assumed:
        items.append(ring(right - 3, top + WORDS_SIZE * LEADING / 2, pen.colours))
    return Card(left, top, wide, high, items=items, tooltip=entry.tooltip, role="note")


def _under(chain: Chain, box: Box, pen: Pen) -> str:
    """Return the colour under the middle of a box: that of an area, or the ground."""
    middle = (box[1] + box[3]) / 2
    height = _height(chain, (box[0] + box[2]) / 2)
    if height is None or not min(height, 0) < middle < max(height, 0):
        return pen.ground
    return _tint(-height, pen)


def _tint(score: float, pen: Pen) -> str:
    colours = pen.colours
    if score > 0:
        return mix(colours.positive_tint, colours.positive, share=_TINT)
    return mix(colours.negative_tint, colours.negative, share=_TINT)
