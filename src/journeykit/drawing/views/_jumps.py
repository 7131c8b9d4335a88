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
from journeykit.drawing.views._moves import Move
from journeykit.drawing.views._phase_layout import Layout, as_card
from journeykit.drawing.views._phrases import percent, phrase
from journeykit.drawing.words import say

__all__ = ["Jumps", "jumps_height", "jumps_shapes"]

_SIZE = 8.5
_LINE = _SIZE * LEADING + 2.4
_BRANCH = 15.0
_STEM = 19.0  # from the middle of a box to a stem
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

    def stems(self, middles: Mapping[int, float], end: int) -> tuple[float, ...]:
        """Return where the stems stand.

        Args:
            middles: The x of each place.
            end: The place of the conversion.
        """
        return (
            *(middles[place] + _aside(place, end) for place in self.leaving),
            *(middles[place] - _aside(place, end) for place in self.arriving),
        )


def _aside(place: int, end: int) -> float:
    return _STEM if 0 <= place < end else 0.0


def jumps_height(jumps: Jumps, layout: Layout, rooms: Mapping[int, tuple[float, float]]) -> float:
    """Return how much room the jumps of one side of a row take.

    Args:
        jumps: The jumps.
        layout: What all rows share.
        rooms: How far words may reach to the left and to the right of each place.
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
    middles: Mapping[int, float],
    ends: Mapping[int, float],
    near: float,
    away: int,
) -> tuple[Shape, ...]:
    """Return the jumps of one side of a row.

    Args:
        jumps: The jumps.
        layout: What all rows share.
        rooms: How far words may reach to the left and to the right of each place.
        middles: The x of each place.
        ends: The y at which the box of each place ends on this side.
        near: The y at which the words begin, behind all arcs.
        away: -1 above the boxes, 1 below.
    """
    items: list[Shape] = []
    height = _arriving_height(jumps, layout, rooms)
    for place, moves in jumps.arriving.items():
        x = middles[place] - _aside(place, layout.road.end)
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
        x = middles[place] + _aside(place, layout.road.end)
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
