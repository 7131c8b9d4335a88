"""Jumps: moves between rows, told by the number and the name of where they lead.

Lines across rows would run through everything in between. A jump leaves its box by a stem with a
branch for each target, and where jumps arrive an arrow says which steps they come from.
"""

from collections.abc import Mapping

from attrs import frozen

from journeykit.drawing import lines, metrics
from journeykit.drawing.geometry import line
from journeykit.drawing.parts import text
from journeykit.drawing.scene import LEADING, Polyline, Shape, TextBlock
from journeykit.drawing.views._arcs import Column
from journeykit.drawing.views._moves import Move
from journeykit.drawing.views._phase_layout import Layout, as_card
from journeykit.drawing.views._phrases import percent, phrase
from journeykit.drawing.words import say

__all__ = ["STEM_ASIDE", "Jumps", "aside", "jumps_height", "jumps_shapes"]

STEM_ASIDE = 19.0
"""From the middle of a box to a stem."""

_SIZE = 8.5
_LINE = _SIZE * LEADING + 2.4
_BRANCH = 15.0
_CLEAR = 5.0
_MOST_LINES = 2


@frozen
class Jumps:
    """The jumps of one side of a row.

    Args:
        leaving: The moves that leave, by the place they leave.
        arriving: The moves that arrive, by the place they reach.
    """

    leaving: dict[int, tuple[Move, ...]]
    arriving: dict[int, tuple[Move, ...]]

    def __bool__(self) -> bool:
        return bool(self.leaving or self.arriving)

    def stems(self, columns: Mapping[int, Column]) -> tuple[float, ...]:
        """Return where the stems stand.

        Args:
            columns: The places of the row.
        """
        return (
            *(columns[place].x + aside(columns[place]) for place in self.leaving),
            *(columns[place].x - aside(columns[place]) for place in self.arriving),
        )


def aside(column: Column) -> float:
    """Return how far from the middle of a place stems stand."""
    return STEM_ASIDE if column.half else 0.0


def jumps_height(jumps: Jumps, layout: Layout, rooms: Mapping[int, tuple[float, float]]) -> float:
    """Return how much room the jumps of one side of a row take.

    Args:
        jumps: The jumps.
        layout: What all rows share.
        rooms: How far words may reach from their stems to the left and the right.
    """
    return _arriving_height(jumps, layout, rooms) + _LINE * max(
        map(len, jumps.leaving.values()), default=0
    )


def _arriving_height(
    jumps: Jumps, layout: Layout, rooms: Mapping[int, tuple[float, float]]
) -> float:
    said = [_sources(jumps, place, layout, rooms[place][0]) for place in jumps.arriving]
    return max((len(words) * _SIZE * LEADING + _CLEAR for words in said), default=0.0)


def _sources(jumps: Jumps, place: int, layout: Layout, room: float) -> tuple[str, ...]:
    numbers = sorted(move.source for move in jumps.arriving[place])
    names = [say("start", layout.lang) if one < 0 else str(one + 1) for one in numbers]
    words = phrase("from", layout.lang, places=", ".join(names))
    return metrics.wrap(words, room, _SIZE, max_lines=_MOST_LINES)


def jumps_shapes(
    jumps: Jumps,
    layout: Layout,
    rooms: Mapping[int, tuple[float, float]],
    *,
    columns: Mapping[int, Column],
    ends: Mapping[int, float],
    near: float,
    away: int,
) -> tuple[Shape, ...]:
    """Return the jumps of one side of a row.

    Args:
        jumps: The jumps.
        layout: What all rows share.
        rooms: How far words may reach from their stems to the left and the right.
        columns: The places of the row.
        ends: The y at which the box of each place ends on this side.
        near: The y at which the words begin, behind all arcs.
        away: -1 above the boxes, 1 below.
    """
    items: list[Shape] = []
    height = _arriving_height(jumps, layout, rooms)
    for place, moves in jumps.arriving.items():
        x = columns[place].x - aside(columns[place])
        words = _sources(jumps, place, layout, rooms[place][0])
        high = len(words) * _SIZE * LEADING
        top = near if away > 0 else near - high
        middle = near + away * _SIZE * LEADING / 2
        stem = lines.arrow(
            line((x, middle), (x, ends[place])), colour=layout.colours.muted, width=1.4
        )
        said = TextBlock(
            x - 5,
            top,
            words,
            size=_SIZE,
            anchor="end",
            colour=layout.colours.muted,
            background=layout.colours.paper,
            width=rooms[place][0],
        )
        tooltip = "\n".join(move.tooltip for move in moves)
        items.append(as_card((*stem, said), tooltip))
    for place, moves in jumps.leaving.items():
        x = columns[place].x + aside(columns[place])
        first = near + away * (height + _LINE / 2)
        last = first + away * _LINE * (len(moves) - 1)
        stem_line = Polyline(
            [(x, ends[place]), (x, last)], stroke=layout.colours.rule, stroke_width=1.4
        )
        items.append(stem_line)
        items += (
            _branch(move, layout, x, first + away * _LINE * rank, rooms[place][1])
            for rank, move in enumerate(moves)
        )
    return tuple(items)


def _branch(move: Move, layout: Layout, x: float, y: float, room: float) -> Shape:
    colours = layout.colours
    stroke = lines.transition_stroke(move.kind, colours)
    branch = lines.arrow(
        line((x, y), (x + _BRANCH, y)),
        colour=stroke.colour,
        head=stroke.head,
        dash=(3.0, 2.0) if stroke.dash else None,
        width=1.4,
        half=3.6,
        paper=colours.paper,
    )
    share = percent(move.share) if move.share is not None else ""
    share_width = metrics.width(share, _SIZE, bold=True) * metrics.SAFETY + 4 if share else 0.0
    left = x + _BRANCH + 3
    target = move.target
    name = (
        layout.end_name
        if target == layout.road.end
        else f"{target + 1}\u00a0{layout.road.steps[target].label}"
    )
    said = text(
        name,
        left,
        y,
        size=_SIZE,
        width=max(_SIZE * 2, room - _BRANCH - 3 - share_width),
        max_lines=1,
        valign="middle",
        colour=colours.ink,
        background=colours.paper,
    )
    items: list[Shape] = [*branch, said]
    if share:
        wide = metrics.width(said.lines[0], _SIZE) if said.lines else 0.0
        items.append(
            text(
                share,
                left + wide + 4,
                y,
                size=_SIZE,
                bold=True,
                valign="middle",
                colour=stroke.colour,
                background=colours.paper,
            )
        )
    return as_card(items, move.tooltip)
