"""A service blueprint on paper: where its rows, columns and gutters lie, and what joins cards."""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from journeykit.drawing import lines
from journeykit.drawing.geometry import Chain, elbow
from journeykit.drawing.palette import Theme
from journeykit.drawing.scene import Card, Ellipse, Point, Shape
from journeykit.drawing.views._phase_layout import as_card
from journeykit.drawing.views.blueprint.grid import Joint
from journeykit.drawing.views.blueprint.ways import Leg, Track, Way

__all__ = ["Box", "Paper", "gutter_height", "joint", "tracks_of"]

_PORT: Final = 19.0  # from one way to the next along a card
_SIDE_PORT: Final = 11.0
_CORNER: Final = 12.0  # no way arrives nearer to the corner of a card
_TRACK: Final = 7.0
_LINED: Final = 28.0  # height of a gutter with a line in it
_PLAIN: Final = 7.0
_HEAD: Final = 24.0  # room at both sides of a gap for the heads of ways that arrive there
_CLEAR: Final = 2.0
_ROUND: Final = 6.0
_ALONG: Final = 2.0  # width of what leads from step to step
_ACROSS: Final = 1.5
_DOT: Final = 2.4
_LOOP: Final = 3.2  # half the width of the head where a card leads to itself


@frozen
class Box:
    """A card on paper."""

    x: float
    y: float
    width: float
    height: float


@frozen
class Paper:
    """Where everything lies.

    Args:
        left: Left side of the cards in the first column.
        pitch: From one column to the next.
        gap: From the cards of one column to those of the next.
        marked: How much of the upper sides of its cards the marks of a column take.
        gutters: The middle of each track of each gutter, by the place of the gutter.
        boxes: The cards.
    """

    left: float
    pitch: float
    gap: float
    marked: Mapping[int, float]
    gutters: Mapping[float, Sequence[float]]
    boxes: Sequence[Box]

    def chain(self, way: Way, laid: Sequence[Track], source: int, target: int) -> Chain:
        """Return the line of a way.

        Args:
            way: The way.
            laid: The track of each of its legs.
            source: The number of the card that it leaves.
            target: The number of the card that it reaches.
        """
        last = len(way.legs) - 1
        ends = [source if number < last else target for number in range(last + 1)]
        levels = [
            self._level(leg, track, self.boxes[end])
            for leg, track, end in zip(way.legs, laid, ends, strict=True)
        ]
        start = _edge(self.boxes[source], way.leaves, levels[0], clear=0)
        end = _edge(self.boxes[target], way.arrives, levels[-1], clear=_CLEAR)
        corners = [
            (one, other) if leg.is_upright else (other, one)
            for leg, one, other in zip(way.legs, levels, levels[1:], strict=False)
        ]
        return elbow([start, *corners, end], radius=_ROUND)

    def _level(self, leg: Leg, track: Track, box: Box) -> float:
        """Return the x of an upright leg, or the y of a level one."""
        kind, number, _ = leg.room
        at, count = track
        turn = at - (count - 1) / 2
        if kind == "gutter":
            return self.gutters[number][at]
        if kind == "side":
            return box.y + box.height / 2 + turn * min(_SIDE_PORT, (box.height - 10) / count)
        if kind == "gap":
            middle = self.left + number * self.pitch - self.gap / 2
            return middle + turn * min(_TRACK + 1, (self.gap - _HEAD) / max(1, count - 1))
        width = self.pitch - self.gap
        most = width - self.marked.get(int(number), 0)
        step = min(_PORT, (most - 2 * _CORNER) / max(1, count - 1))
        half = step * (count - 1) / 2
        middle = min(width / 2, most - _CORNER - half)
        return self.left + number * self.pitch + middle + turn * step


def _edge(box: Box, side: str, level: float, *, clear: float) -> Point:
    if side in ("top", "bottom"):
        return (level, box.y - clear if side == "top" else box.y + box.height + clear)
    return (box.x - clear if side == "left" else box.x + box.width + clear, level)


# --- gutters ----------------------------------------------------------------------------


def gutter_height(count: int, *, lined: bool, words: float = 0.0) -> float:
    """Return how high a gutter is.

    Args:
        count: How many tracks there are in it.
        lined: Whether a line runs in its middle.
        words: Height of the words at the line.
    """
    if not lined:
        return _PLAIN + count * _TRACK
    return max(_LINED, words + 6, 2 * _TRACK * ((count + 1) // 2) + 14)


def tracks_of(top: float, height: float, count: int, *, lined: bool) -> tuple[float, ...]:
    """Return the middle of each track of a gutter; in turn over and under its line."""
    if not lined:
        return tuple(top + _TRACK * (number + 1) for number in range(count))
    middle = top + height / 2
    return tuple(
        middle + (1 if number % 2 else -1) * (_TRACK * (number // 2) + _TRACK)
        for number in range(count)
    )


# --- what joins cards -------------------------------------------------------------------


def joint(one: Joint, chain: Chain, *, along: bool, colours: Theme) -> Card:
    """Return what joins two cards: an arrow, or a line with round ends.

    Args:
        one: What it stands for.
        chain: Its line.
        along: Whether both cards stand in the same lane.
        colours: The theme.
    """
    shapes: list[Shape]
    if one.kind == "contact":
        shapes = list(lines.arrow(chain, colour=colours.neutral, width=_ACROSS, head="none"))
        shapes += (Ellipse(x, y, _DOT, fill=colours.neutral) for x, y in (chain[0], chain[-1]))
    elif along:
        stroke = lines.transition_stroke(one.kind, colours)
        shapes = list(
            lines.arrow(
                chain,
                colour=stroke.colour,
                width=_ALONG,
                head=stroke.head,
                dash=stroke.dash,
                paper=colours.paper,
                half=_LOOP if one.source == one.target else None,
            )
        )
    else:
        shapes = list(lines.arrow(chain, colour=colours.ink, width=_ACROSS, half=4.2))
    return as_card(shapes, one.tooltip)
