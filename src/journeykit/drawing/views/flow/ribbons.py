"""Ribbons between bars: how wide they are, where they attach, and how they run around others.

Widths are flows times one scale, everywhere: what comes into a bar is as wide as the bar is high,
and so is what leaves it.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from journeykit.drawing.geometry import Chain, arc, line, monotone
from journeykit.drawing.scene import Point
from journeykit.drawing.views._flows import Flows, Ribbon, Station

__all__ = [
    "BAR",
    "Band",
    "Channel",
    "Drop",
    "Laid",
    "Slot",
    "laid_out",
    "room_before",
    "room_beside",
]

BAR: Final = 18.0
"""Width of a bar."""
_ROUND: Final = 8.0  # radius of the inner side of a turn
_LEAD: Final = 5.0  # from a bar to the beginning of a turn
_AWAY: Final = 13.0  # the same for those who drop off
_APART: Final = 3.0  # between ribbons beside each other
_UNDER: Final = 12.0  # from the foot of a bar to what passes under it
_FALL: Final = 26.0  # from the lowest ribbon to where drop-offs end
_TALLEST: Final = 235.0
_DEEPEST: Final = 420.0  # bars with all that passes under them

Slot = tuple[float, float]
"""Where a ribbon touches a bar: from top to bottom."""


@frozen
class Band:
    """A ribbon to a later bar.

    Args:
        ribbon: What it shows.
        top: Its upper side, from left to right.
        bottom: Its lower side.
    """

    ribbon: Ribbon
    top: Chain
    bottom: Chain


@frozen
class Channel:
    """A ribbon that turns back, or falls: two sides of equal length, from source to end.

    Args:
        outer: The outer side.
        inner: The inner side.
        middle: Where its number stands.
        width: How wide it is.
    """

    outer: Chain
    inner: Chain
    middle: Point
    width: float


@frozen
class Drop:
    """Those who leave at a bar.

    Args:
        station: The number of the station.
        channel: The ribbon; its middle is its lower end.
    """

    station: int
    channel: Channel


@frozen
class Laid:
    """All bars and ribbons, each with its place.

    Args:
        scale: Height of the flow of one customer.
        xs: Left sides of the bars.
        top: Upper side of all bars.
        bands: Ribbons that lead on.
        backs: Ribbons that lead back.
        drops: Ribbons of those who leave.
        floor: Where the ribbons of those who leave end.
    """

    scale: float
    xs: tuple[float, ...]
    top: float
    bands: tuple[Band, ...]
    backs: tuple[tuple[Ribbon, Channel], ...]
    drops: tuple[Drop, ...]
    floor: float

    def height(self, station: Station) -> float:
        """Return how high the bar of a station is."""
        return station.passed * self.scale


def room_beside(flows: Flows) -> float:
    """Return the least room between two bars, apart from what ribbons need for their width."""
    return max(
        (_fixed(flows, number) for number in range(len(flows.stations))),
        default=0.0,
    )


def room_before(flows: Flows, laid: "Laid") -> float:
    """Return how far ribbons that lead back to the first bar reach beyond its left side."""
    turning = _returning(flows, target=0)
    grown = math.fsum(one.flow * laid.scale + _APART for one in turning)
    return _LEAD + _ROUND + grown if turning else 0.0


def laid_out(flows: Flows, *, left: float, top: float, pitch: float, last: float) -> Laid:
    """Return bars and ribbons with their places.

    Args:
        flows: What flows.
        left: Left side of the first bar.
        top: Upper side of all bars.
        pitch: From one bar to the next.
        last: Room at the right of the last bar.
    """
    scale = _scale(flows, pitch - BAR, last)
    xs = tuple(left + number * pitch for number in range(len(flows.stations)))
    leaving, arriving = _slots(flows, top, scale)
    levels, feet = _passing(flows, top, scale)
    bands = tuple(
        _band(one, xs, leaving[one], arriving[one], levels)
        for one in flows.ribbons
        if one.kind != "back"
    )
    backs, floor = _backs(flows, xs, (leaving, arriving), feet, scale)
    floor += _FALL
    drops = tuple(
        _drop(flows, number, (xs[number] + BAR, top), scale, floor)
        for number, station in enumerate(flows.stations)
        if station.left > 0
    )
    return Laid(scale, xs, top, bands, backs, drops, floor)


# --- how wide ---------------------------------------------------------------------------


def _returning(flows: Flows, *, source: int = -1, target: int = -1) -> list[Ribbon]:
    """Return the ribbons that turn back at a bar, the outermost first."""
    found = [
        one
        for one in flows.ribbons
        if one.kind == "back" and source in (one.source, -1) and target in (one.target, -1)
    ]
    return sorted(found, key=_span, reverse=True)


def _span(ribbon: Ribbon) -> tuple[int, int]:
    return (ribbon.source - ribbon.target, ribbon.source)


def _fixed(flows: Flows, number: int) -> float:
    """Return the room that turns right of a bar, and left of the next, take at any scale."""
    out, into = _returning(flows, source=number), _returning(flows, target=number + 1)
    room = 0.0
    for turning in (out, into):
        if turning:
            room += _LEAD + _ROUND + _APART * len(turning)
    if number < len(flows.stations) and flows.stations[number].left > 0:
        room += _AWAY + _ROUND + _APART
    return room + 2 * _APART


def _growing(flows: Flows, number: int) -> float:
    """Return the flow of all turns right of a bar, and left of the next."""
    turning = (*_returning(flows, source=number), *_returning(flows, target=number + 1))
    return math.fsum((*(one.flow for one in turning), flows.stations[number].left))


def _scale(flows: Flows, gap: float, last: float) -> float:
    tallest = max(station.passed for station in flows.stations)
    count = len(flows.stations)
    under = max(math.fsum(one.flow for one in _under(flows, number)) for number in range(count))
    back = math.fsum(one.flow for one in _returning(flows))
    found = [_TALLEST / tallest, _DEEPEST / (tallest + under + back)]
    for number in range(count):
        room = (last if number == count - 1 else gap) - _fixed(flows, number)
        growing = _growing(flows, number)
        if growing > 0:
            found.append(max(room, 1.0) / growing)
    return min(found)


def _under(flows: Flows, number: int) -> list[Ribbon]:
    """Return the ribbons that pass under a bar, the uppermost first."""
    passing = [
        one for one in flows.ribbons if one.kind == "skip" and one.source < number < one.target
    ]
    return sorted(passing, key=_depth)


def _depth(ribbon: Ribbon) -> tuple[int, int]:
    return (-ribbon.source, ribbon.target)


# --- where ------------------------------------------------------------------------------


def _slots(flows: Flows, top: float, scale: float) -> tuple[dict[Ribbon, Slot], dict[Ribbon, Slot]]:
    """Return where each ribbon leaves its source and reaches its target."""
    leaving: dict[Ribbon, Slot] = {}
    arriving: dict[Ribbon, Slot] = {}
    for number, station in enumerate(flows.stations):
        y = top
        ahead = [one for one in flows.ribbons if one.source == number and one.kind != "back"]
        for one in sorted(ahead, key=_target):
            leaving[one] = (y, y + one.flow * scale)
            y = leaving[one][1]
        y += station.left * scale
        for one in _returning(flows, source=number):
            leaving[one] = (y, y + one.flow * scale)
            y = leaving[one][1]
        before = [one for one in flows.ribbons if one.target == number and one.kind != "back"]
        turning = _returning(flows, target=number)
        # What comes in from nowhere, at the first bar, stands over the rest.
        y = top + station.passed * scale
        for one in reversed((*sorted(before, key=_source, reverse=True), *turning)):
            arriving[one] = (y - one.flow * scale, y)
            y = arriving[one][0]
    return leaving, arriving


def _target(ribbon: Ribbon) -> int:
    return ribbon.target


def _source(ribbon: Ribbon) -> int:
    return ribbon.source


def _passing(
    flows: Flows, top: float, scale: float
) -> tuple[dict[tuple[Ribbon, int], float], list[float]]:
    """Return the upper side of each ribbon under each bar, and where the lowest of them ends."""
    levels: dict[tuple[Ribbon, int], float] = {}
    feet: list[float] = []
    for number, station in enumerate(flows.stations):
        foot = top + station.passed * scale
        y = foot + _UNDER
        for one in _under(flows, number):
            levels[one, number] = y
            foot = y + one.flow * scale
            y = foot + _APART
        feet.append(foot)
    return levels, feet


def _band(
    ribbon: Ribbon,
    xs: Sequence[float],
    leaving: Slot,
    arriving: Slot,
    levels: Mapping[tuple[Ribbon, int], float],
) -> Band:
    width = leaving[1] - leaving[0]
    points = [(xs[ribbon.source] + BAR, leaving[0])]
    for number in range(ribbon.source + 1, ribbon.target):
        level = levels[ribbon, number]
        points += [(xs[number], level), (xs[number] + BAR, level)]
    points.append((xs[ribbon.target], arriving[0]))
    lower = [(x, y + width) for x, y in points]
    return Band(ribbon, monotone(points), monotone(lower))


# --- turning ----------------------------------------------------------------------------


def _backs(
    flows: Flows,
    xs: Sequence[float],
    slots: tuple[Mapping[Ribbon, Slot], Mapping[Ribbon, Slot]],
    feet: Sequence[float],
    scale: float,
) -> tuple[tuple[tuple[Ribbon, Channel], ...], float]:
    """Return the ribbons that lead back under the bars, short ones nearest to them."""
    leaving, arriving = slots
    laid: list[tuple[Ribbon, float]] = []
    found: list[tuple[Ribbon, Channel]] = []
    for one in reversed(_returning(flows)):
        width = one.flow * scale
        above = [feet[number] for number in range(one.target, one.source + 1)]
        above += [
            foot
            for other, foot in laid
            if other.target <= one.source and one.target <= other.source
        ]
        level = max(above) + 2 * _ROUND
        right = _inner(flows, one, scale, source=one.source)
        left = _inner(flows, one, scale, target=one.target)
        x1 = xs[one.source] + BAR + _LEAD + right
        x0 = xs[one.target] - _LEAD - left
        (a1, a2), (c1, c2) = leaving[one], arriving[one]
        inner = _turned(
            [(xs[one.source] + BAR, a2), (x1, a2), (x1, level), (x0, level), (x0, c2)],
            (xs[one.target], c2),
            (right, right, left, left),
        )
        level += width
        outer = _turned(
            [
                (xs[one.source] + BAR, a1),
                (x1 + width, a1),
                (x1 + width, level),
                (x0 - width, level),
                (x0 - width, c1),
            ],
            (xs[one.target], c1),
            (right + width, right + width, left + width, left + width),
        )
        found.append((one, Channel(outer, inner, ((x0 + x1) / 2, level - width / 2), width)))
        laid.append((one, level))
    return tuple(found), max((*feet, *(foot for _, foot in laid)))


def _inner(flows: Flows, ribbon: Ribbon, scale: float, **side: int) -> float:
    """Return the radius of the inner side of a turn: around those within it."""
    around = _returning(flows, **side)
    within = around[around.index(ribbon) + 1 :]
    return _ROUND + math.fsum(other.flow * scale + _APART for other in within)


def _drop(flows: Flows, number: int, corner: Point, scale: float, floor: float) -> Drop:
    """Return the ribbon of those who leave: a quarter turn around those who go back, and down."""
    station, (x, top) = flows.stations[number], corner
    ahead = (one.flow for one in flows.ribbons if one.source == number and one.kind != "back")
    y1 = top + math.fsum(ahead) * scale
    y2 = y1 + station.left * scale
    turning = _returning(flows, source=number)
    start = x + _AWAY
    if turning:
        start = x + _LEAD + _ROUND + math.fsum(one.flow * scale + _APART for one in turning)
    inner_x, width = start + _ROUND, y2 - y1
    inner = _turned([(x, y2), (inner_x, y2)], (inner_x, floor), (_ROUND,))
    outer_x = inner_x + width
    outer = _turned([(x, y1), (outer_x, y1)], (outer_x, floor), (_ROUND + width,))
    return Drop(number, Channel(outer, inner, (inner_x + width / 2, floor), width))


def _turned(points: Sequence[Point], end: Point, radii: Sequence[float]) -> Chain:
    """Return a line whose corners are quarters of circles, each of its own radius."""
    chain: Chain = (points[0],)
    corners = [*points, end]
    for before, corner, after, radius in zip(
        corners, corners[1:], corners[2:], radii, strict=False
    ):
        out, on = _heading(before, corner), _heading(corner, after)
        middle = (
            corner[0] + (on[0] - out[0]) * radius,
            corner[1] + (on[1] - out[1]) * radius,
        )
        start = math.degrees(math.atan2(-on[1], -on[0]))
        turn = 90 if out[0] * on[1] - out[1] * on[0] > 0 else -90
        bend = arc(*middle, radius, radius, start=start, end=start + turn)
        chain += line(chain[-1], bend[0])[1:] + bend[1:]
    return chain + line(chain[-1], end)[1:]


def _heading(start: Point, end: Point) -> tuple[int, int]:
    """Return which way a level or upright line leads."""
    across, down = end[0] - start[0], end[1] - start[1]
    return ((across > 0) - (across < 0), (down > 0) - (down < 0))
