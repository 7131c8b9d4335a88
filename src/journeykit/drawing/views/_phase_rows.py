"""A row of the phases, laid out: what stands in it, and how much room it takes."""

from attrs import frozen

from journeykit.drawing.parts import MARGIN
from journeykit.drawing.views._arcs import Arc, Column, arcs
from journeykit.drawing.views._jumps import STEM_ASIDE, Jumps, aside, jumps_height
from journeykit.drawing.views._moves import Move
from journeykit.drawing.views._phase_layout import END_RADIUS, Layout, move_width

__all__ = [
    "DROP_RADIUS",
    "STUB",
    "Row",
    "is_road",
    "lay_row",
    "loop_height",
    "loop_top",
]

DROP_RADIUS = 5.5
STUB = 30.0
"""From a box to the middle of a drop-off mark."""

_FIGURE = 16.0  # height of a share with some air
_STEM = 14.0  # the least height of a jump's stem
_FURTHEST = 240.0  # from the stem of a jump to the end of its words
_CHANNEL = 20.0  # room at the right for the road to the next row
_NARROWEST = 24.0


@frozen
class Row:
    """A row of steps, laid out: its heights are known before it gets its place.

    Args:
        layout: What all rows share.
        places: The places that stand in it, the start (-1) and the conversion among them.
        columns: Where they stand.
        straight: Moves to the next step.
        loops: Moves from a step to itself.
        drops: Moves out of the journey, by the place they leave.
        over: Arcs above the boxes.
        under: Arcs below the boxes.
        jumps_over: Jumps above the boxes.
        jumps_under: Jumps below the boxes.
    """

    layout: Layout
    places: range
    columns: dict[int, Column]
    straight: tuple[Move, ...]
    loops: tuple[Move, ...]
    drops: dict[int, Move]
    over: tuple[Arc, ...]
    under: tuple[Arc, ...]
    jumps_over: Jumps
    jumps_under: Jumps

    def room(self, *, above: bool) -> float:
        """Return how much room is taken above or below the middle of the boxes."""
        jumps = self.jumps_over if above else self.jumps_under
        taken = jumps_height(jumps, self.layout, self.rooms(above=above))
        return self.layout.box_height / 2 + self.reach(above=above) + taken

    def reach(self, *, above: bool) -> float:
        """Return how far lines, and the names of the ends, reach above or below the boxes."""
        arcs = self.over if above else self.under
        jumps = self.jumps_over if above else self.jumps_under
        found = [self.level(arc.level, above=above) + 8 for arc in arcs]
        if above:
            found += (loop_top(move) + 8 for move in self.loops)
        else:
            found += (_drop_height(place, move) for place, move in self.drops.items())
            if any(not column.half for column in self.columns.values()):
                found.append(42 - self.layout.box_height / 2)
        return max([_STEM if jumps else 0.0, *found])

    def level(self, number: int, *, above: bool) -> float:
        """Return how far above or below the boxes an arc of a level runs."""
        weighted = self.layout.road.weighted
        if above:
            loops = [loop_top(move) + 14 for move in self.loops]
            base = max([50.0 if weighted else 40.0, *loops])
        elif self.drops:
            base = 80.0 if weighted else 60.0
        else:
            base = 52.0 if weighted else 46.0
        return base + number * (24 if weighted else 15)

    def rooms(self, *, above: bool) -> dict[int, tuple[float, float]]:
        """Return how far words of jumps may reach from their stems to the left and the right."""
        jumps = self.jumps_over if above else self.jumps_under
        stems = {place: column.x + aside(column) for place, column in self.columns.items()}
        # Below, the road to the next row runs down at the right.
        follows = not above and self.places[-1] < self.layout.road.end - 1
        edge = self.layout.width - MARGIN - (_CHANNEL if follows else 0)
        rooms = {}
        for place, column in self.columns.items():
            left = column.x - aside(column) - stems.get(place - 1, MARGIN + 6)
            right = stems.get(place + 1, edge) - stems[place]
            # Beside a place without jumps there is room for more.
            next_stem = min(
                (stems[other] for other in jumps.leaving if other > place), default=edge
            )
            right = max(right, min(next_stem - stems[place], _FURTHEST))
            rooms[place] = (max(left - 10, _NARROWEST), max(right - 6, _NARROWEST))
        return rooms


def loop_height(move: Move) -> float:
    """Return how high a step's way back to itself reaches."""
    return 24 + move_width(move) * 1.5


def loop_top(move: Move) -> float:
    """Return how high a step's way back to itself reaches, its share included."""
    return loop_height(move) + move_width(move) / 2 + (0 if move.share is None else _FIGURE)


def _drop_height(place: int, move: Move) -> float:
    figure = 1 if move.share is None else _FIGURE
    return STUB + DROP_RADIUS + figure + (20 if place < 0 else 0)


def is_road(move: Move) -> bool:
    """Tell whether a move leads straight on to the next step or to the conversion."""
    return move.over and move.target == move.source + 1


def lay_row(layout: Layout, first: int, last: int) -> Row:
    """Lay out the boxes from one step to another, with all that leaves or reaches them.

    Args:
        layout: What all rows share.
        first: The first step.
        last: The last step.
    """
    road = layout.road
    starts = first == 0 and (-1 in road.drops or any(move.source == -1 for move in road.moves))
    ends = last + 1 == road.end and any(move.target == road.end for move in road.moves)
    places = range(-1 if starts else first, last + 2 if ends else last + 1)
    columns = {place: _column(layout, place, first, last) for place in places}
    within = [move for move in road.moves if move.source in places and move.target in places]
    bows = [move for move in within if not is_road(move) and move.source != move.target]
    return Row(
        layout,
        places,
        columns,
        straight=tuple(move for move in within if is_road(move)),
        loops=tuple(move for move in within if move.source == move.target),
        drops={place: road.drops[place] for place in places if place in road.drops},
        over=arcs([move for move in bows if move.over], columns, pitch=layout.pitch),
        under=arcs([move for move in bows if not move.over], columns, pitch=layout.pitch),
        jumps_over=_jumps(layout, places, above=True),
        jumps_under=_jumps(layout, places, above=False),
    )


def _column(layout: Layout, place: int, first: int, last: int) -> Column:
    if place < 0:
        return Column(layout.start_x)
    right = layout.left + (min(place, last) - first) * layout.pitch + layout.box_width
    if place > last:
        return Column(right + layout.end_gap + END_RADIUS)
    inner = STEM_ASIDE + 6 if layout.folded else 16.0
    return Column(right - layout.box_width / 2, layout.box_width / 2, inner)


def _jumps(layout: Layout, places: range, *, above: bool) -> Jumps:
    leaving: dict[int, list[Move]] = {}
    arriving: dict[int, list[Move]] = {}
    for move in layout.road.moves:
        # The road itself runs on from row to row as a line.
        if move.over is not above or (is_road(move) and move.source >= 0):
            continue
        if move.source in places and move.target not in places:
            leaving.setdefault(move.source, []).append(move)
        elif move.target in places and move.source not in places:
            arriving.setdefault(move.target, []).append(move)
    return Jumps(
        {place: tuple(sorted(moves, key=_target)) for place, moves in leaving.items()},
        {place: tuple(moves) for place, moves in arriving.items()},
    )


def _target(move: Move) -> int:
    return move.target
