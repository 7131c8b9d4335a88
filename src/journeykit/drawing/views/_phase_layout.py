"""What all rows of the phases share, and how one move is painted."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.drawing import lines, marks
from journeykit.drawing.geometry import Chain
from journeykit.drawing.palette import Theme
from journeykit.drawing.parts import text_box
from journeykit.drawing.scene import Card, Point, Shape, TextBlock, leaves
from journeykit.drawing.views._moves import Move, Road
from journeykit.drawing.views._phrases import percent

__all__ = [
    "FIGURE",
    "SMALL",
    "Layout",
    "as_card",
    "dash_of",
    "figure",
    "figure_size",
    "has_figure",
    "move_line",
    "move_width",
]

FIGURE = 9.5
"""Size of the figures on lines."""
SMALL = 8.5
"""Size of the smaller words, in boxes and at jumps."""
_PLAIN = 1.6  # width of a line without a share
_THIN = 3.5  # from this width on dashes grow with the line
_PAD, _PILL = 4.0, 15.0


@frozen(kw_only=True)
class Layout:
    """What all rows share.

    Args:
        road: The steps and moves.
        colours: The theme.
        lang: Language of the words.
        fills: Colour of each box.
        per_row: How many boxes stand in a row.
        width: Width of the picture.
        start_x: The middle of the start.
        left: Left side of the first box.
        end_gap: From a box to the ring of the conversion.
        box_width: Width of a box.
        box_height: Height of a box.
        gap: From one box to the next.
        size: Size of the names.
        end_name: What the conversion is called.
    """

    road: Road
    colours: Theme
    lang: str
    fills: tuple[str, ...]
    per_row: int
    width: float
    start_x: float
    left: float
    end_gap: float
    box_width: float
    box_height: float
    gap: float
    size: float
    end_name: str

    @property
    def pitch(self) -> float:
        """From one column to the next."""
        return self.box_width + self.gap

    @property
    def folded(self) -> bool:
        """Whether there is more than one row; boxes then show their numbers."""
        return len(self.road.steps) > self.per_row


def move_width(move: Move) -> float:
    """Return how wide the line of a move is."""
    return _PLAIN if move.share is None else lines.line_width(move.share)


def as_card(items: Sequence[Shape], tooltip: str, *, role: str = "transition") -> Card:
    """Return shapes tied to a tooltip, in a card that just holds them."""
    boxes = [text_box(one) if isinstance(one, TextBlock) else one.box for one in leaves(items)]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return Card(left, top, right - left, bottom - top, items=items, tooltip=tooltip, role=role)


def move_line(move: Move, chain: Chain, colours: Theme) -> Card:
    """Return the line of a move, with its head."""
    stroke, width = lines.transition_stroke(move.kind, colours), move_width(move)
    shapes = lines.arrow(
        chain,
        colour=stroke.colour,
        head=stroke.head,
        dash=stroke.dash and dash_of(stroke.dash, width),
        width=width,
        paper=colours.paper,
    )
    return as_card(shapes, move.tooltip)


def dash_of(dash: tuple[float, ...], width: float) -> tuple[float, ...]:
    """Return dashes that are still longer than wide on a wide line."""
    return tuple(length * max(1.0, width / _THIN) for length in dash)


def has_figure(move: Move, layout: Layout) -> bool:
    """Tell whether the share of a move is written at it: that of the only way in is not."""
    road = layout.road
    if move.source >= 0:
        return move.share is not None
    ways_in = sum(other.source == -1 for other in road.moves) + (-1 in road.drops)
    return move.share is not None and ways_in > 1


def figure_size(move: Move) -> Point:
    """Return width and height of the share of a move as it stands on its line."""
    return marks.pill_width(percent(move.share or 0), size=FIGURE, pad=_PAD), _PILL


def figure(move: Move, at: Point, colours: Theme) -> Card:
    """Return the share of a move as it stands on its line."""
    shapes = marks.pill(
        *at,
        percent(move.share or 0),
        colour=lines.transition_stroke(move.kind, colours).colour,
        fill=colours.paper,
        size=FIGURE,
        pad=_PAD,
        height=_PILL,
    )
    return as_card(shapes, move.tooltip)
