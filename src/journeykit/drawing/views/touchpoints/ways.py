"""Ways along the route: from stop to stop, and from the end of a row to the next."""

import itertools
from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from journeykit.drawing.geometry import Chain, elbow
from journeykit.drawing.scene import Box, Point
from journeykit.drawing.views.touchpoints.places import Place, Zone

__all__ = ["Tag", "Ways", "chains", "tags", "ways_of"]

_CLEAR = 18.0  # from the middle of a stop to the first dot
_OUT = 30.0  # how far a way back runs on before it turns
_LANES = (10.0, 17.0, 24.0)
_INSIDE = 9.0  # from the edge, where there is no zone beside the time line
_TAG = (27.0, 13.0)
_TAG_AWAY = {True: 28.0, False: -31.0}


@frozen
class Tag:
    """Where the route goes on, in another row.

    Args:
        words: What is said.
        x: The middle.
        y: The middle.
        zone: Where it stands.
    """

    words: str
    x: float
    y: float
    zone: Zone

    @property
    def box(self) -> Box:
        """What it takes."""
        return (
            self.x - _TAG[0] / 2,
            self.y - _TAG[1] / 2,
            self.x + _TAG[0] / 2,
            self.y + _TAG[1] / 2,
        )


@frozen
class Ways:
    """Which stops are in which row, and where the route runs on from one row to the next.

    Args:
        row_of: The row of each stop, by its number.
        roads: The stops after which the route leaves its row at the end, to come in at the
            beginning of the next.
    """

    row_of: dict[int, int]
    roads: frozenset[int]


def ways_of(rows: Sequence[Sequence[Place]]) -> Ways:
    """Return how the route runs through some rows.

    Args:
        rows: The places of each row.
    """
    row_of = {
        place.stop.number: row
        for row, places in enumerate(rows)
        for place in places
        if place.stop.number is not None
    }
    roads: dict[int, int] = {}
    for number in sorted(row_of):
        row = row_of[number]
        # The end of a row can be left but once: two ways there could not be told apart.
        if row_of.get(number + 1) == row + 1:
            roads.setdefault(row, number)
    return Ways(row_of, frozenset(roads.values()))


def _numbered(places: Sequence[Place]) -> dict[int, Place]:
    return {place.stop.number: place for place in places if place.stop.number is not None}


def chains(
    places: Sequence[Place],
    ends: tuple[float, float],
    ways: Ways,
    *,
    edge: float,
    zones: Collection[Zone],
) -> Iterator[tuple[Chain, tuple[float, float]]]:
    """Give the lines of the route in a row, each with the room left free at its ends.

    Args:
        places: The places of the row.
        ends: Left and right side of the row.
        ways: How the route runs.
        edge: From the time line to the zones beside it.
        zones: The zones that are in the picture.
    """
    here = _numbered(places)
    backs = itertools.count()
    for number in sorted(here):
        place = here[number]
        if number + 1 in here:
            there = here[number + 1]
            if there.x > place.x:
                yield _onwards((place.x, place.y), (there.x, there.y)), (_CLEAR, _CLEAR)
            else:
                level = _level(place, zones, edge, next(backs))
                yield _back(place, there, level), (_CLEAR, _CLEAR)
        elif number in ways.roads:
            yield _onwards((place.x, place.y), (ends[1], 0.0)), (_CLEAR, 0.0)
        if number - 1 in ways.roads and number - 1 not in here:
            yield _onwards((ends[0], 0.0), (place.x, place.y)), (0.0, _CLEAR)


def _onwards(start: Point, end: Point) -> Chain:
    half = (end[0] - start[0]) / 2
    return (start, (start[0] + half, start[1]), (end[0] - half, end[1]), end)


def _level(place: Place, zones: Collection[Zone], edge: float, turn: int) -> float:
    """Return the y that a way back runs at: in the zone that it leaves, or in one beside it."""
    lane = edge + _LANES[turn % len(_LANES)]
    if place.zone == "online":
        return -lane
    if place.zone == "offline" or "offline" in zones:
        return lane
    return -lane if "online" in zones else edge - _INSIDE


def _back(place: Place, there: Place, level: float) -> Chain:
    """Return the way to a stop further left: on a little, back beside the time line, and in."""
    return elbow(
        [
            (place.x, place.y),
            (place.x + _OUT, place.y),
            (place.x + _OUT, level),
            (there.x - _OUT, level),
            (there.x - _OUT, there.y),
            (there.x, there.y),
        ],
        radius=20,
    )


def tags(places: Sequence[Place], ways: Ways) -> Iterator[Tag]:
    """Give what is said where the route goes on in a row that is not the next."""
    here = _numbered(places)
    for number, place in here.items():
        y = place.y + _TAG_AWAY[place.up]
        for other, leaves in ((number + 1, True), (number - 1, False)):
            road = number if leaves else other
            if other in ways.row_of and other not in here and road not in ways.roads:
                words = f"→{other}" if leaves else f"{other}→"
                yield Tag(words, place.x + (14 if leaves else -14), y, place.zone)
