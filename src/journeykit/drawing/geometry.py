"""Curves as numbers: arcs, smooth lines through points, lengths along a line, and pieces of it.

A *chain* is a line of cubic Bézier pieces: a point, then two controls and a point for each piece.
"""

import bisect
import functools
import itertools
import math
from collections.abc import Sequence
from typing import TypeAlias

from attrs import Factory, field, frozen

from journeykit.drawing.scene import Point

__all__ = [
    "Chain",
    "Piece",
    "Ruler",
    "arc",
    "elbow",
    "line",
    "monotone",
    "pieces",
    "rounded_rectangle",
    "split",
]

Chain: TypeAlias = tuple[Point, ...]

_SAMPLES = 24  # points a piece is measured at; errors stay under 0.1 % of its length
_MOST_DASHES = 10_000
_KAPPA = 0.5522847498307936  # a quarter of a circle as a cubic curve
Piece: TypeAlias = tuple[Point, Point, Point, Point]


def line(*points: Point) -> Chain:
    """Return a line of straight pieces as a chain.

    Example:
        >>> line((0, 0), (30, 60))
        ((0, 0), (10.0, 20.0), (20.0, 40.0), (30, 60))
    """
    chain = [points[0]]
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        dx, dy = (x1 - x0) / 3, (y1 - y0) / 3
        chain += [(x0 + dx, y0 + dy), (x1 - dx, y1 - dy), (x1, y1)]
    return tuple(chain)


def arc(x: float, y: float, rx: float, ry: float, *, start: float, end: float) -> Chain:
    """Return a part of an ellipse as a chain.

    Args:
        x: The middle.
        y: The middle.
        rx: Half the width.
        ry: Half the height.
        start: Where it begins, in degrees: 0 is right, 90 is down.
        end: Where it ends; less than ``start`` runs against the clock.

    Example:
        >>> [(round(x), round(y)) for x, y in arc(0, 0, 10, 10, start=0, end=90)]
        [(10, 0), (10, 6), (6, 10), (0, 10)]
    """
    pieces = max(1, math.ceil(abs(end - start) / 90 - 1e-9))
    step = math.radians((end - start) / pieces)
    k = 4 / 3 * math.tan(step / 4)
    angle = math.radians(start)
    chain: list[Point] = [(x + rx * math.cos(angle), y + ry * math.sin(angle))]
    for _ in range(pieces):
        cos0, sin0 = math.cos(angle), math.sin(angle)
        angle += step
        cos1, sin1 = math.cos(angle), math.sin(angle)
        chain += [
            (x + rx * (cos0 - k * sin0), y + ry * (sin0 + k * cos0)),
            (x + rx * (cos1 + k * sin1), y + ry * (sin1 - k * cos1)),
            (x + rx * cos1, y + ry * sin1),
        ]
    return tuple(chain)


def rounded_rectangle(x: float, y: float, width: float, height: float, *, radius: float) -> Chain:
    """Return the outline of a rectangle with round corners, clockwise from the top left.

    Args:
        x: Left side.
        y: Top.
        width: Width.
        height: Height.
        radius: Radius of the corners; more than half the shorter side makes round ends.

    Example:
        >>> rounded_rectangle(0, 0, 40, 20, radius=5)[0]
        (5, 0)
    """
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _KAPPA)
    right, bottom = x + width, y + height
    corners: tuple[tuple[Point, Point, Point, Point], ...] = (
        ((right - r, y), (right - k, y), (right, y + k), (right, y + r)),
        ((right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom)),
        ((x + r, bottom), (x + k, bottom), (x, bottom - k), (x, bottom - r)),
        ((x, y + r), (x, y + k), (x + k, y), (x + r, y)),
    )
    chain: Chain = ((x + r, y),)
    for corner in corners:
        chain += line(chain[-1], corner[0])[1:] + corner[1:]
    return chain


def elbow(points: Sequence[Point], *, radius: float) -> Chain:
    """Return a line of straight pieces whose corners are rounded.

    Args:
        points: The ends and the corners.
        radius: Radius of the corners, where there is room for it.

    Example:
        >>> chain = elbow([(0, 0), (20, 0), (20, 20)], radius=4)
        >>> chain[3], chain[6]
        ((16.0, 0.0), (20.0, 4.0))
    """
    chain: Chain = (points[0],)
    for (x0, y0), (x1, y1), (x2, y2) in zip(points, points[1:], points[2:], strict=False):
        before, after = math.hypot(x1 - x0, y1 - y0), math.hypot(x2 - x1, y2 - y1)
        r = min(radius, before / 2, after / 2)
        if r <= 0:
            continue
        ax, ay = (x0 - x1) / before, (y0 - y1) / before
        bx, by = (x2 - x1) / after, (y2 - y1) / after
        k = r * (1 - _KAPPA)
        chain += line(chain[-1], (x1 + ax * r, y1 + ay * r))[1:]
        chain += (
            (x1 + ax * k, y1 + ay * k),
            (x1 + bx * k, y1 + by * k),
            (x1 + bx * r, y1 + by * r),
        )
    return chain + line(chain[-1], points[-1])[1:]


def monotone(points: Sequence[Point]) -> Chain:
    """Return a smooth chain through points that never swings beyond them.

    Between two points the line only rises or only falls, so that it shows no high or low that
    was not measured. Source: F. N. Fritsch and R. E. Carlson (1980), "Monotone Piecewise Cubic
    Interpolation", SIAM Journal on Numerical Analysis 17(2).

    Args:
        points: At least one, from left to right, no two above each other.

    Example:
        >>> max(y for x, y in monotone([(0, 0), (10, 5), (20, 5), (30, 1)]))
        5.0
    """
    pairs = list(itertools.pairwise(points))
    slopes = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairs]
    if not slopes:
        return tuple(points)
    tangents = [slopes[0], *map(_tangent, slopes, slopes[1:]), slopes[-1]]
    for index, slope in enumerate(slopes):
        steep = math.hypot(tangents[index], tangents[index + 1])
        if steep > 3 * abs(slope):
            shrink = 3 * abs(slope) / steep
            tangents[index] *= shrink
            tangents[index + 1] *= shrink
    chain: Chain = (points[0],)
    for ((x0, y0), (x1, y1)), m0, m1 in zip(pairs, tangents, tangents[1:], strict=False):
        third = (x1 - x0) / 3
        chain += ((x0 + third, y0 + m0 * third), (x1 - third, y1 - m1 * third), (x1, y1))
    return chain


def _tangent(before: float, after: float) -> float:
    return 0.0 if before * after <= 0 else (before + after) / 2


def split(piece: Piece, t: float) -> tuple[Piece, Piece]:
    """Divide one cubic curve in two at a parameter from 0 to 1 (de Casteljau)."""
    p0, (x1, y1), (x2, y2), p3 = piece
    ax, ay = p0[0] + (x1 - p0[0]) * t, p0[1] + (y1 - p0[1]) * t
    bx, by = x1 + (x2 - x1) * t, y1 + (y2 - y1) * t
    cx, cy = x2 + (p3[0] - x2) * t, y2 + (p3[1] - y2) * t
    dx, dy = ax + (bx - ax) * t, ay + (by - ay) * t
    ex, ey = bx + (cx - bx) * t, by + (cy - by) * t
    middle = (dx + (ex - dx) * t, dy + (ey - dy) * t)
    return (p0, (ax, ay), (dx, dy), middle), (middle, (ex, ey), (cx, cy), p3)


def pieces(chain: Chain) -> list[Piece]:
    """Return the single cubic curves of a chain."""
    return [
        (chain[at], chain[at + 1], chain[at + 2], chain[at + 3])
        for at in range(0, len(chain) - 1, 3)
    ]


def _point(piece: Piece, t: float) -> Point:
    """Return a point of a curve, as `split` finds it: a large picture asks for many thousands."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = piece
    bx, by = x1 + (x2 - x1) * t, y1 + (y2 - y1) * t
    dx, dy = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
    dx, dy = dx + (bx - dx) * t, dy + (by - dy) * t
    ex, ey = x2 + (x3 - x2) * t, y2 + (y3 - y2) * t
    ex, ey = bx + (ex - bx) * t, by + (ey - by) * t
    return (dx + (ex - dx) * t, dy + (ey - dy) * t)


def _lengths(ruler: "Ruler") -> tuple[float, ...]:
    return _measured(ruler.chain)


@functools.lru_cache(maxsize=1024)  # a line is measured for its head, its dashes and its figure
def _measured(chain: Chain) -> tuple[float, ...]:
    total, here = 0.0, chain[0]
    lengths = [0.0]
    for piece in pieces(chain):
        for step in range(1, _SAMPLES + 1):
            there = _point(piece, step / _SAMPLES)
            total += math.dist(here, there)
            lengths.append(total)
            here = there
    return tuple(lengths)


def _own_pieces(ruler: "Ruler") -> list[Piece]:
    return pieces(ruler.chain)


@frozen
class Ruler:
    """A chain that can be measured along its length.

    Args:
        chain: 3k + 1 points.

    Example:
        >>> ruler = Ruler(line((0, 0), (30, 40)))
        >>> round(ruler.length), [round(value) for value in ruler.at(25)]
        (50, [15, 20])
    """

    chain: Chain
    _pieces: list[Piece] = field(
        init=False, repr=False, eq=False, default=Factory(_own_pieces, takes_self=True)
    )
    _lengths: tuple[float, ...] = field(
        init=False, repr=False, eq=False, default=Factory(_lengths, takes_self=True)
    )

    @property
    def length(self) -> float:
        """How long the chain is."""
        return self._lengths[-1]

    def at(self, distance: float) -> Point:
        """Return the point at a distance from the start."""
        index, t = self._place(distance)
        return _point(self._pieces[index], t) if self._pieces else self.chain[0]

    def direction(self, distance: float) -> float:
        """Return which way the chain runs at a distance: radians, 0 is right, π/2 is down."""
        reach = min(0.5, self.length / 100)
        x0, y0 = self.at(distance - reach)
        x1, y1 = self.at(distance + reach)
        return math.atan2(y1 - y0, x1 - x0)

    def part(self, start: float, end: float) -> Chain:
        """Return the piece of the chain between two distances from its start."""
        first, t0 = self._place(start)
        last, t1 = self._place(max(start, end))
        all_pieces = self._pieces[first : last + 1]
        if not all_pieces:
            return self.chain
        all_pieces[-1] = split(all_pieces[-1], t1)[0]
        if first == last:
            t0 = t0 / t1 if t1 > 0 else 0.0
        all_pieces[0] = split(all_pieces[0], t0)[1]
        return (all_pieces[0][0], *(point for piece in all_pieces for point in piece[1:]))

    def dashes(self, pattern: Sequence[float]) -> tuple[Chain, ...]:
        """Return the pieces that a dashed line paints.

        Args:
            pattern: Lengths, in turn painted and left out.
        """
        if self.length > _MOST_DASHES * sum(pattern):
            return (self.chain,)
        found: list[Chain] = []
        at, turn = 0.0, 0
        while at < self.length:
            step = pattern[turn % len(pattern)]
            if turn % 2 == 0:
                found.append(self.part(at, min(at + step, self.length)))
            at += step
            turn += 1
        return tuple(found)

    def _place(self, distance: float) -> tuple[int, float]:
        """Return the number of the piece at a distance, and the parameter in it."""
        last = len(self._lengths) - 1
        if last == 0:
            return 0, 0.0
        at = min(max(bisect.bisect_right(self._lengths, distance), 1), last)
        before, after = self._lengths[at - 1], self._lengths[at]
        within = (distance - before) / (after - before) if after > before else 0.0
        sample = at - 1 + min(max(within, 0.0), 1.0)
        index = min(int(sample // _SAMPLES), last // _SAMPLES - 1)
        return index, sample / _SAMPLES - index
