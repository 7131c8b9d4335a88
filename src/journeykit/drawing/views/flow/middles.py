"""The middles of wide ribbons: which ribbons cross, and where a figure is on no other one."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from journeykit.drawing.boxes import overlap
from journeykit.drawing.geometry import Chain, Ruler
from journeykit.drawing.scene import Box, Point
from journeykit.drawing.views._arcs import trail
from journeykit.drawing.views.flow.ribbons import Band

__all__ = ["Middles", "middle_of"]

_At: TypeAlias = tuple[int, float, float, float]
"""A point in the middle of a ribbon: the number of that, x, y, and half the width there."""

_WIDE: Final = 5.0  # what crosses a ribbon as wide as this, or wider, has to be told from it
_BIN: Final = 10.0  # points are sought in columns as wide as this
_PACE: Final = 4.0  # half of what is between the points of a trail, and a little more
_TRIES: Final = (0.72, 0.5, 0.86, 0.3, 0.62, 0.4, 0.94, 0.15)


def middle_of(band: Band, scale: float) -> Chain:
    """Return the line along the middle of a ribbon.

    Args:
        band: The ribbon.
        scale: Points a customer.
    """
    half = band.ribbon.flow * scale / 2
    return tuple((x, y + half) for x, y in band.top)


@frozen
class Middles:
    """Where the middles of the ribbons run that are wide."""

    _trails: Mapping[int, Sequence[Point]]
    _columns: Mapping[float, Sequence[_At]]

    @classmethod
    def of(cls, bands: Sequence[Band], scale: float) -> "Middles":
        """Return those of some ribbons, which go by their numbers.

        Args:
            bands: The ribbons.
            scale: Points a customer.
        """
        wide = {number: band.ribbon.flow * scale for number, band in enumerate(bands)}
        trails = {
            number: trail(Ruler(middle_of(bands[number], scale)))
            for number, width in wide.items()
            if width >= _WIDE
        }
        columns: dict[float, list[_At]] = {}
        for number, points in trails.items():
            for x, y in points:
                columns.setdefault(x // _BIN, []).append((number, x, y, wide[number] / 2))
        return cls(trails, columns)

    def lies_on(self, number: int, others: Container[int]) -> bool:
        """Tell whether a wide ribbon has a point well within one of some others."""
        return any(
            other in others and abs(y - v) < half - 1
            for x, y in self._trails.get(number, ())
            for other, _, v, half in self._between(x - _PACE, x + _PACE)
        )

    def free_place(
        self, number: int, ruler: Ruler, size: Point, taken: Iterable[Box]
    ) -> Point | None:
        """Return where on a ribbon a figure hides no other, if there is such a place.

        Args:
            number: The number of the ribbon; on other wide ones nobody looks for its figure.
            ruler: Its middle.
            size: Width and height of the figure.
            taken: Where figures stand.
        """
        half_x, half_y = size[0] / 2 + 2, size[1] / 2 + 2
        found: Point | None = None
        for share in _TRIES:
            x, y = ruler.at(ruler.length * share)
            box = (x - half_x, y - half_y, x + half_x, y + half_y)
            if any(overlap(box, other) for other in taken):
                continue
            others = self._between(x - half_x, x + half_x)
            if not any(other != number and abs(y - v) < half for other, _, v, half in others):
                return (x, y)
            found = found or (x, y)
        return found

    def _between(self, left: float, right: float) -> Iterator[_At]:
        """Give the points between two x."""
        for place in range(int(left // _BIN), int(right // _BIN) + 1):
            yield from (one for one in self._columns.get(place, ()) if left < one[1] < right)
