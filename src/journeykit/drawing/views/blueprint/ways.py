"""Ways between the cards of a grid, along free rooms, so that none lies on a card or on another.

Three kinds of rooms are free: the *gutters* between rows, the *gaps* between columns, and the
cells of a *column* in which nothing stands. A way is a run of legs, in turn up or down and
across; each leg lies in one such room. Where legs in one room would lie on each other, each gets
a track of its own. Everything here is counted in hundreds a row and a column, because how high a
gutter is follows from its tracks, and how wide a column is from the picture.
"""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from attrs import frozen

__all__ = ["Grid", "Leg", "Place", "Room", "Track", "Way", "over", "tracks", "under", "way"]

_CELL = 100.0
_EDGE = 10.0  # from the side of a cell to its cards
_APART = 2.0  # two gutters between the same rows, with headers between them
_NEAR = 0.1

Kind: TypeAlias = Literal["column", "gap", "gutter", "side"]
Room: TypeAlias = tuple[Kind, float, float]
"""Where a leg lies: the kind of room, its number or place, and for a side the card's middle.

A ``"side"`` is where ways leave or reach the left or right side of a card."""


@frozen
class Place:
    """Where a card stands.

    Args:
        row: The number of its row.
        column: The number of its column.
        level: Its place among the cards of its cell, from the top.
        depth: How many levels there are in the row.
        is_first: Whether nothing stands over it in its cell.
        is_last: Whether nothing stands under it in its cell.
    """

    row: int
    column: int
    level: int = 0
    depth: int = 1
    is_first: bool = True
    is_last: bool = True

    @property
    def middle(self) -> float:
        """Its middle, from top to bottom."""
        return self.row * _CELL + _EDGE + (self.level + 0.5) * self._height

    @property
    def _height(self) -> float:
        return (_CELL - 2 * _EDGE) / self.depth

    def side(self, name: str) -> float:
        """Return where its ``"left"``, ``"right"``, ``"top"`` or ``"bottom"`` is."""
        half = self._height / 2 - 1 / self.depth
        return {
            "left": self.column * _CELL + _EDGE,
            "right": (self.column + 1) * _CELL - _EDGE,
            "top": self.middle - half,
            "bottom": self.middle + half,
        }[name]


@frozen
class Grid:
    """What stands in the way.

    Args:
        taken: The cells in which something stands, each by row and column.
        walls: The rows over which there are headers, that no way runs through.
    """

    taken: frozenset[tuple[int, int]] = frozenset()
    walls: frozenset[int] = frozenset()

    def is_open(self, column: int, above: int, below: int) -> bool:
        """Tell whether a column is free between two rows."""
        between = range(above + 1, below)
        cells = ((row, column) in self.taken for row in between)
        return not any(cells) and not any(row in self.walls for row in range(above + 1, below + 1))


def over(row: int, grid: Grid) -> float:
    """Return the place of the gutter over a row."""
    return row * _CELL + (_APART if row in grid.walls else 0)


def under(row: int, grid: Grid) -> float:
    """Return the place of the gutter under a row."""
    return (row + 1) * _CELL - (_APART if row + 1 in grid.walls else 0)


@frozen
class Leg:
    """A straight part of a way.

    Args:
        room: Where it lies.
        low: Where it begins, from the left or from the top.
        high: Where it ends.
        lean: To which side the way turns at its ends, which decides its place among others.
    """

    room: Room
    low: float
    high: float
    lean: float

    @property
    def is_upright(self) -> bool:
        """Whether it runs up or down."""
        return self.room[0] in ("column", "gap")


@frozen
class Way:
    """A way from one card to another.

    Args:
        legs: Its legs, in turn upright and level.
        leaves: The side at which it leaves.
        arrives: The side at which it arrives.
    """

    legs: tuple[Leg, ...]
    leaves: str
    arrives: str


Track: TypeAlias = tuple[int, int]
"""Which of the tracks that lie side by side, from 0, and how many these are."""
_Numbered: TypeAlias = tuple[Leg, tuple[int, int]]


def way(source: Place, target: Place, grid: Grid) -> Way:
    """Return the way from one card to another.

    Cards side by side, or above each other with nothing between them, are joined by a straight
    line. Other ways turn in the gutters beside their cards. Where the cells between are taken, or
    other cards of the same cell are in the way, they run through the gap beside a column.

    Args:
        source: Where it leaves; may be the target as well.
        target: Where it arrives.
        grid: What stands in the way.
    """
    if source.column == target.column:
        return _within_column(source, target, grid)
    onwards = target.column > source.column
    out, into = ("right", "left") if onwards else ("left", "right")
    beside = source.column + 1 if onwards else source.column
    before = target.column if onwards else target.column + 1
    if source.row == target.row and beside == before:
        return _built(source, out, _across_gap(source, beside, target), target, into)
    leave, arrive = _facing(source, target, onwards=onwards)
    own = _gutter(source, leave, grid)
    far = _gutter(target, arrive, grid)
    first: list[Room] = [("column", source.column, 0)]
    last: list[Room] = [("column", target.column, 0)]
    reaches = grid.is_open(source.column, *sorted((source.row, target.row)))
    reached = grid.is_open(target.column, *sorted((source.row, target.row)))
    if not _is_free(source, leave):
        leave, first, reaches = out, [("side", beside, source.middle), ("gap", beside, 0)], True
    if not _is_free(target, arrive):
        arrive, last, reached = into, [("gap", before, 0), ("side", before, target.middle)], True
    middle: list[Room] = [("gutter", own, 0), ("gap", before, 0), ("gutter", far, 0)]
    if (leave, arrive) == (out, into) and beside == before:
        first, middle, last = [], _across_gap(source, beside, target), []
    elif reaches or own == far:
        middle = [("gutter", far, 0)]
    elif reached:
        middle = [("gutter", own, 0)]
    return _built(source, leave, [*first, *middle, *last], target, arrive)


def _within_column(source: Place, target: Place, grid: Grid) -> Way:
    down = (target.row, target.level) > (source.row, source.level)
    upper, lower = (source, target) if down else (target, source)
    touching = source.row == target.row and lower.level == upper.level + 1
    facing = upper.is_last and lower.is_first and upper.row < lower.row
    if touching or (facing and grid.is_open(source.column, upper.row, lower.row)):
        leave, arrive = ("bottom", "top") if down else ("top", "bottom")
        return _built(source, leave, [("column", source.column, 0)], target, arrive)
    side = "left" if upper is not lower and not down else "right"
    gap = source.column + (side == "right")
    rooms: list[Room] = [("side", gap, source.middle), ("gap", gap, 0)]
    return _built(source, side, [*rooms, ("side", gap, target.middle)], target, side)


def _across_gap(source: Place, gap: int, target: Place) -> list[Room]:
    if source.row == target.row and source.middle == target.middle:
        return [("side", gap, source.middle)]
    return [("side", gap, source.middle), ("gap", gap, 0), ("side", gap, target.middle)]


def _facing(source: Place, target: Place, *, onwards: bool) -> tuple[str, str]:
    """Return the sides that two cards turn to each other; in one row, on above and back below."""
    if source.row == target.row:
        return ("top", "top") if onwards else ("bottom", "bottom")
    return ("bottom", "top") if target.row > source.row else ("top", "bottom")


def _is_free(place: Place, side: str) -> bool:
    return place.is_first if side == "top" else place.is_last


def _gutter(place: Place, side: str, grid: Grid) -> float:
    return over(place.row, grid) if side == "top" else under(place.row, grid)


# --- legs -------------------------------------------------------------------------------


def _built(source: Place, leave: str, rooms: Sequence[Room], target: Place, arrive: str) -> Way:
    """Return a way through some rooms, each leg from the room before it to the one after it."""
    ends = [source.side(leave), *map(_place_of, rooms), target.side(arrive)]
    legs = []
    for number, room in enumerate(rooms):
        start, here, end = ends[number], ends[number + 1], ends[number + 2]
        # The legs before and after it lie across, and lead to one side or the other.
        turns = [ends[at] - here for at in (number - 1, number + 3) if 0 <= at < len(ends)]
        lean = sum((turn > 0) - (turn < 0) for turn in turns) + (_NEAR if start > end else 0)
        legs.append(Leg(room, min(start, end), max(start, end), lean))
    return Way(tuple(legs), leave, arrive)


def _place_of(room: Room) -> float:
    kind, place, middle = room
    if kind == "side":
        return middle
    return place * _CELL + (_CELL / 2 if kind == "column" else 0) if kind != "gutter" else place


# --- tracks -----------------------------------------------------------------------------


def tracks(ways: Sequence[Way]) -> tuple[tuple[Track, ...], ...]:
    """Return the track of each leg of each way.

    Args:
        ways: All ways.
    """
    rooms: dict[Room, list[_Numbered]] = {}
    for number, one in enumerate(ways):
        for place, leg in enumerate(one.legs):
            rooms.setdefault(leg.room, []).append((leg, (number, place)))
    found: dict[tuple[int, int], Track] = {}
    for room, legs in rooms.items():
        found |= _layered(legs) if room[0] == "gutter" else _fanned(legs)
    return tuple(
        tuple(found[number, place] for place in range(len(one.legs)))
        for number, one in enumerate(ways)
    )


def _layered(legs: Sequence[_Numbered]) -> dict[tuple[int, int], Track]:
    """Give each leg the first track on which it lies on no other, the short ones first."""
    laid: list[list[Leg]] = []
    found: dict[tuple[int, int], int] = {}
    for leg, name in sorted(legs, key=_length):
        number = next(
            (at for at, track in enumerate(laid) if not any(_meet(leg, one) for one in track)),
            len(laid),
        )
        if number == len(laid):
            laid.append([])
        laid[number].append(leg)
        found[name] = number
    return {name: (number, len(laid)) for name, number in found.items()}


def _fanned(legs: Sequence[_Numbered]) -> dict[tuple[int, int], Track]:
    """Put legs that lie beside each other next to each other, each on the side it turns to."""
    found: dict[tuple[int, int], Track] = {}
    group: list[_Numbered] = []
    reach = 0.0
    for leg, name in sorted(legs, key=_begin):
        if group and leg.low > reach:
            found |= _side_by_side(group)
            group = []
        reach = max(reach, leg.high) if group else leg.high
        group.append((leg, name))
    return found | _side_by_side(group)


def _side_by_side(group: Sequence[_Numbered]) -> dict[tuple[int, int], Track]:
    ranked = sorted(group, key=_lean)
    return {name: (number, len(ranked)) for number, (_, name) in enumerate(ranked)}


def _meet(one: Leg, other: Leg) -> bool:
    return one.low <= other.high and other.low <= one.high


def _length(numbered: _Numbered) -> tuple[float, float]:
    leg, _ = numbered
    return (leg.high - leg.low, leg.low)


def _begin(numbered: _Numbered) -> float:
    return numbered[0].low


def _lean(numbered: _Numbered) -> float:
    return numbered[0].lean
