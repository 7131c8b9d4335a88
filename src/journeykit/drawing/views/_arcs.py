"""Arcs over and under a row of boxes: where they attach, how high they rise, where figures stand.

Heights are measured away from the boxes, so that one way of laying out serves both sides.
"""

import itertools
from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from journeykit.drawing.geometry import Chain, Ruler
from journeykit.drawing.scene import Box, Point
from journeykit.drawing.views._moves import Move

__all__ = ["Arc", "Column", "arcs", "bow", "figure_place", "trail"]

_APART = 14.0  # from one end of an arc to the next along a box
_CORNER = 9.0  # no arc ends nearer to the corner of a box
_TRIES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8)
_TRAIL = 7.0  # from one point of a trail to the next


@frozen
class Column:
    """Where arcs may end at a place.

    Args:
        x: The middle.
        half: Half the width; 0 where all arcs end in one point.
        inner: Room left free on either side of the middle.
    """

    x: float
    half: float = 0.0
    inner: float = 16.0


@frozen
class Arc:
    """An arc between two places of a row.

    Args:
        move: What it stands for.
        start: The x where it leaves.
        end: The x where it arrives.
        corner: How wide its corners are.
        level: 0 for the nearest to the boxes; no two arcs share a level where they would meet.
    """

    move: Move
    start: float
    end: float
    corner: float
    level: int

    @property
    def span(self) -> tuple[float, float]:
        """The left and the right end."""
        return (min(self.start, self.end), max(self.start, self.end))

    @property
    def top(self) -> tuple[float, float]:
        """From where to where it runs level."""
        left, right = self.span
        return (left + self.corner, right - self.corner)


def arcs(moves: Sequence[Move], columns: Mapping[int, Column], *, pitch: float) -> tuple[Arc, ...]:
    """Return the arcs of one side of a row, inner ones first.

    Args:
        moves: What to draw, between places that are all in the row.
        columns: The places of the row.
        pitch: From one column to the next.
    """
    ends = _ends(moves, columns)
    spans = [(ends[number, True], ends[number, False]) for number in range(len(moves))]
    order = sorted(range(len(moves)), key=lambda number: abs(spans[number][1] - spans[number][0]))
    laid: list[Arc] = []
    for number in order:
        laid.append(_laid(moves[number], spans[number], laid, pitch))
    return tuple(laid)


def _ends(moves: Sequence[Move], columns: Mapping[int, Column]) -> dict[tuple[int, bool], float]:
    """Return the x of both ends of all moves, so that arcs cross no more than they must.

    An end stands on the side of its box where the arc goes; the farther the arc, the nearer to
    the middle, for it runs around the others.
    """
    zones: dict[tuple[int, int], list[tuple[int, int, int, bool]]] = {}
    for number, move in enumerate(moves):
        for here, there, leaves in (
            (move.source, move.target, True),
            (move.target, move.source, False),
        ):
            side = 1 if there > here else -1
            zones.setdefault((here, side), []).append((-there, side * number, number, leaves))
    ends: dict[tuple[int, bool], float] = {}
    for (place, side), found in zones.items():
        column = columns[place]
        room = max(0.0, column.half - _CORNER - column.inner)
        step = min(_APART, room / len(found))
        middle = column.x + side * (column.inner + room / 2) if column.half else column.x
        first = middle - step * (len(found) - 1) / 2
        for rank, (_, _, number, leaves) in enumerate(sorted(found)):
            ends[number, leaves] = first + step * rank if column.half else column.x
    return ends


def _laid(move: Move, ends: tuple[float, float], laid: Sequence[Arc], pitch: float) -> Arc:
    """Put an arc around those inside it, and clear of those it crosses."""
    left, right = min(ends), max(ends)
    corner = min(pitch, (right - left) / 2)
    inside, crossed = [], []
    for other in laid:
        other_left, other_right = other.span
        if left <= other_left and other_right <= right:
            inside.append(other)
            # With the same corner it runs around the other; with a wider one, through it.
            if min(other_left - left, right - other_right) < pitch:
                corner = min(corner, other.corner)
        elif left < other_right and other_left < right:
            crossed.append(other)
    arc = Arc(move, *ends, corner, max((other.level + 1 for other in inside), default=0))
    taken = {other.level for other in crossed if _meet(arc, other, pitch)}
    level = next(level for level in itertools.count(arc.level) if level not in taken)
    return evolve(arc, level=level)


def _meet(one: Arc, other: Arc, pitch: float) -> bool:
    """Tell whether two arcs would run along each other if they were equally high."""
    return max(one.top[0], other.top[0]) - min(one.top[1], other.top[1]) < 0.8 * pitch


def bow(start: Point, end: Point, level: float, *, corner: float, lean: float = 0.0) -> Chain:
    """Return the line of an arc: up around a corner, level, and down again.

    Args:
        start: Where it leaves.
        end: Where it arrives.
        level: The y that it runs level at.
        corner: How wide its corners are.
        lean: How far it leans inwards from the beginning, from 0 to 1.
    """
    (x0, y0), (x1, y1) = start, end
    corner = corner if x1 > x0 else -corner
    out, flat = corner * 0.13 * lean, corner * 0.45
    rise = 0.56
    left, right = x0 + corner, x1 - corner
    third = (right - left) / 3
    return (
        (x0, y0),
        (x0 + out, y0 + (level - y0) * rise),
        (left - corner + flat, level),
        (left, level),
        (left + third, level),
        (right - third, level),
        (right, level),
        (right + corner - flat, level),
        (x1 - out, y1 + (level - y1) * rise),
        (x1, y1),
    )


def trail(ruler: Ruler) -> tuple[Point, ...]:
    """Return points along a line, close enough for telling whether it runs through a figure."""
    count = max(2, int(ruler.length / _TRAIL))
    return tuple(ruler.at(ruler.length * step / count) for step in range(count + 1))


def figure_place(
    ruler: Ruler,
    size: Point,
    *,
    trails: Sequence[Sequence[Point]],
    taken: Sequence[Box],
) -> Point:
    """Return where the figure of a line stands best: on it, near its middle, in nobody's way.

    Args:
        ruler: The line.
        size: Width and height of the figure.
        trails: Points along the other lines.
        taken: Where figures stand already.
    """
    half_x, half_y = size[0] / 2 + 1, size[1] / 2 + 1
    best, fewest = ruler.at(ruler.length / 2), float("inf")
    for share in _TRIES:
        x, y = ruler.at(ruler.length * share)
        left, top, right, bottom = x - half_x, y - half_y, x + half_x, y + half_y
        hidden = sum(
            left < px < right and top < py < bottom for points in trails for px, py in points
        )
        # A figure over a figure cannot be read; over a line it only interrupts it.
        hidden += 1000 * sum(
            left < box[2] and box[0] < right and top < box[3] and box[1] < bottom for box in taken
        )
        if hidden < fewest:
            best, fewest = (x, y), hidden
        if not hidden:
            break
    return best
