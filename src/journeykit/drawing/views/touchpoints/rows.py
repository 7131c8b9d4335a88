"""Rows of the map of touchpoints, laid out: where stops stand and where the route runs.

Within a row y is counted from its time line, upwards below zero.
"""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import evolve, frozen

from journeykit.drawing import lines
from journeykit.drawing.boxes import grown, holds
from journeykit.drawing.scene import Point
from journeykit.drawing.views._stops import Band
from journeykit.drawing.views.touchpoints.places import Place, Zone, named, zone_of
from journeykit.drawing.views.touchpoints.ways import Tag, chains, tags, ways_of

__all__ = ["Row", "lay_rows"]

_Sides: TypeAlias = tuple[Band, float, float]

_GAP: Final = 8.0  # from the time line to the zones beside it, where nothing stands on it
_LEVELS: Final = (40.0, 80.0)  # from a zone's inner edge to its stops
_UNUSED: Final = 121.0  # to those that the route leaves aside
_PAD: Final = 7.0
_STRETCH: Final = 1.6


@frozen
class Row:
    """A row of phases, laid out.

    Args:
        bands: The phases, each with its left and its right side.
        places: The stops.
        dots: The dots of the route.
        tags: What is said where the route goes on in another row.
        edge: From the time line to the zones beside it.
    """

    bands: tuple[_Sides, ...]
    places: tuple[Place, ...]
    dots: tuple[Point, ...]
    tags: tuple[Tag, ...]
    edge: float

    @property
    def left(self) -> float:
        """Left side of the first phase."""
        return self.bands[0][1]

    @property
    def right(self) -> float:
        """Right side of the last phase."""
        return self.bands[-1][2]

    def extent(self, zone: Zone) -> tuple[float, float] | None:
        """Return from where to where the stops of a zone reach, or None where there are none."""
        here = [place for place in self.places if place.zone == zone]
        boxes = [box for place in here for box in (place.box, place.name_box)]
        if not boxes:
            return None
        return min(box[1] for box in boxes), max(box[3] for box in boxes)


def lay_rows(
    rows: Sequence[Sequence[Band]], *, left: float, width: float, slot: float, lang: str
) -> tuple[Row, ...]:
    """Lay out all rows.

    Args:
        rows: The phases of each row.
        left: Left side of the first phase of each row.
        width: Room for all phases of a row.
        slot: Room for a stop in the fullest row.
        lang: Language of the words.
    """
    sides = [_side_by_side(row, left, width, slot) for row in rows]
    ends = [(row[0][1], row[-1][2]) for row in sides]
    middle: tuple[Zone, ...] = ("middle",)
    stood = [_stood(row) for row in sides]
    ways = ways_of(stood)
    zones: set[Zone] = {place.zone for places in stood for place in places}
    stood = [
        named(
            places,
            side,
            zones=middle,
            lang=lang,
            taken=[tag.box for tag in tags(places, ways) if tag.zone == "middle"],
        )
        for places, side in zip(stood, ends, strict=True)
    ]
    edges = [_edge(places) for places in stood]
    stood = [
        [_beside(place, edge) for place in places]
        for places, edge in zip(stood, edges, strict=True)
    ]
    laid = []
    for bands, side, places, edge in zip(sides, ends, stood, edges, strict=True):
        dots = [
            (dot.x, dot.y)
            for chain, (start, end) in chains(places, side, ways, edge=edge, zones=zones)
            for dot in lines.dots(chain, colour="#000000", start=start, end=end)
        ]
        said = tuple(tags(places, ways))
        boxes = [tag.box for tag in said]
        known = named(places, side, zones=("online", "offline"), lang=lang, dots=dots, taken=boxes)
        covered = [*boxes, *(grown(place.name_box, 1.5) for place in known)]
        free = tuple(dot for dot in dots if not any(holds(box, dot) for box in covered))
        laid.append(Row(tuple(bands), tuple(known), free, said, edge))
    return tuple(laid)


def _side_by_side(row: Sequence[Band], left: float, width: float, slot: float) -> list[_Sides]:
    """Return the sides of the phases of a row, as wide as the row can be stretched."""
    slots = sum(band.slots for band in row)
    step = min(width / slots, slot * _STRETCH)
    found = []
    for band in row:
        found.append((band, left, left + band.slots * step))
        left += band.slots * step
    return found


def _stood(row: Sequence[_Sides]) -> list[Place]:
    """Return the stops of a row, each in a slot of its own, neighbours at different heights."""
    stops = [stop for band, _, _ in row for stop in band.stops]
    used = {zone_of(stop) for stop in stops if stop.number is not None}
    turns: defaultdict[Zone, itertools.count[int]] = defaultdict(itertools.count)
    places = []
    for band, left, right in row:
        step = (right - left) / max(1, len(band.stops))
        for rank, stop in enumerate(band.stops):
            zone = zone_of(stop)
            aside = stop.number is None and zone in used
            turn = 0 if aside and zone != "middle" else next(turns[zone]) % 2
            away = _UNUSED if aside else _LEVELS[turn]
            y = {"online": -away, "middle": 0.0, "offline": away}[zone]
            up = turn == 0 if zone == "middle" else zone == "online"
            x = left + (rank + 0.5) * step
            places.append(Place(stop, zone, x, y, step, (left, right), up))
    return places


def _edge(places: Sequence[Place]) -> float:
    """Return how far from the time line the zones beside it begin."""
    heights = [
        max(abs(side) for side in (place.name_box[1], place.name_box[3], *place.box[1::2]))
        for place in places
        if place.zone == "middle"
    ]
    return max(heights) + _PAD + 6 if heights else _GAP


def _beside(place: Place, edge: float) -> Place:
    shift = {"online": -edge, "middle": 0.0, "offline": edge}[place.zone]
    return evolve(place, y=place.y + shift)
