"""What all rows of the phases share, and how one move is painted."""

import math
from collections.abc import Sequence

from attrs import frozen

from journeykit.drawing import lines, marks, metrics
from journeykit.drawing.geometry import Chain
from journeykit.drawing.options import Options
from journeykit.drawing.palette import Theme, phase_colours
from journeykit.drawing.parts import MARGIN, text_box
from journeykit.drawing.scene import LEADING, Card, Point, Shape, TextBlock, leaves
from journeykit.drawing.views._moves import Move, Road
from journeykit.drawing.views._phrases import percent
from journeykit.drawing.words import say

__all__ = [
    "END_NAME",
    "END_RADIUS",
    "FIGURE",
    "SMALL",
    "START_RADIUS",
    "Layout",
    "as_card",
    "dash_of",
    "figure",
    "figure_size",
    "has_figure",
    "layout_of",
    "move_line",
    "move_width",
]

START_RADIUS = 8.0
END_RADIUS = 11.0
END_NAME = 84.0
"""Room for the names of the start and the conversion."""
FIGURE = 9.5
"""Size of the figures on lines."""
SMALL = 8.5
"""Size of the smaller words, in boxes and at jumps."""
_PLAIN = 1.6  # width of a line without a share
_THIN = 3.5  # from this width on dashes grow with the line
_PAD, _PILL = 4.0, 15.0

_WIDEST = 1190.0  # A3 landscape
_NARROWEST = 420.0
_GAPS = (64.0, 56.0, 48.0)  # wide enough for a share over an arrow
_PLAIN_GAPS = (46.0,)
_WIDEST_GAP = 120.0
_BOX, _WIDEST_BOX, _NARROWEST_BOX = 127.0, 176.0, 92.0
_LOWEST_BOX = 55.0
_MOST_IN_ROW = 7
_SIZES = (13.0, 12.0, 11.0, 10.0)
_FEW_LINES = 3
_CHANNEL = 34.0  # room beside the rows where the road runs on to the next


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


# --- laying out -------------------------------------------------------------------------


@frozen
class _Frame:
    """What stands beside the boxes, and how many of them stand in a row."""

    left: float
    right: float
    gap: float
    per_row: int


def layout_of(road: Road, options: Options) -> Layout:
    """Return how wide and how high boxes are, and how many stand in a row.

    Args:
        road: The steps and moves.
        options: What is wanted of the picture.
    """
    count, lang = len(road.steps), options.lang
    frames = [_frame(road, options, gap) for gap in (_GAPS if road.weighted else _PLAIN_GAPS)]
    frame = next((one for one in frames if one.per_row == count), frames[0])
    gap, per_row = frame.gap, frame.per_row
    free = (options.width or _WIDEST) - 2 * MARGIN - frame.left - frame.right
    widest = _BOX if options.width is None else _WIDEST_BOX
    box = min(widest, (free + gap) / per_row - gap)
    if options.width is not None and per_row > 1:
        gap = min(_WIDEST_GAP, (free - box * per_row) / (per_row - 1))
    taken = frame.left + frame.right + per_row * box + (per_row - 1) * gap
    size, high = _name_size(road, box, lang)
    return Layout(
        road=road,
        colours=options.theme,
        lang=lang,
        fills=phase_colours(count, options.theme),
        per_row=per_row,
        width=options.width or max(_NARROWEST, taken + 2 * MARGIN),
        start_x=MARGIN + _half_name(say("start", lang)),
        left=MARGIN + frame.left,
        end_gap=frame.gap,
        box_width=box,
        box_height=high + (9 if per_row < count else 0),
        gap=gap,
        size=size,
        end_name=_end_name(road, lang),
    )


def _frame(road: Road, options: Options, gap: float) -> _Frame:
    count, lang = len(road.steps), options.lang
    left = right = 0.0
    if -1 in road.drops or any(move.source == -1 for move in road.moves):
        left = _half_name(say("start", lang)) + START_RADIUS + gap * 0.75
    if any(move.target == count for move in road.moves):
        right = gap + END_RADIUS + max(END_RADIUS, _half_name(_end_name(road, lang)))
    free = (options.width or _WIDEST) - 2 * MARGIN
    per_row = _fitting(free - left - right, gap)
    if per_row >= count <= _MOST_IN_ROW:
        return _Frame(left, right, gap, count)
    left, right = max(left, _CHANNEL), max(right, _right_channel(road))
    per_row = min(_fitting(free - left - right, gap), _MOST_IN_ROW)
    return _Frame(left, right, gap, math.ceil(count / math.ceil(count / per_row)))


def _fitting(room: float, gap: float) -> int:
    return max(1, int((room + gap) // (_NARROWEST_BOX + gap)))


def _right_channel(road: Road) -> float:
    """Return the room beside the rows, in which jumps from a last box name their targets."""
    jumps = any(move.target - move.source not in (0, 1) for move in road.moves)
    return 3 * _CHANNEL if jumps else _CHANNEL


def _end_name(road: Road, lang: str) -> str:
    """Return what the ways to the conversion call it, if they agree."""
    labels = {move.label for move in road.moves if move.target == road.end}
    return labels.pop() if len(labels) == 1 and "" not in labels else say("conversion", lang)


def _half_name(name: str) -> float:
    words = metrics.wrap(name, END_NAME, FIGURE, bold=True, max_lines=2)
    return max((metrics.width(one, FIGURE, bold=True) for one in words), default=0.0) / 2 + 2


def _name_size(road: Road, box: float, lang: str) -> tuple[float, float]:
    """Return one size for all names, at which none is broken if that can be, and a height."""
    size, wrapped = _SIZES[-1], list[tuple[str, ...]]()
    for tried in _SIZES:
        size = tried
        wrapped = [
            metrics.wrap(step.label, box - 14, tried, bold=True, max_lines=5, lang=lang)
            for step in road.steps
        ]
        whole = all(
            " ".join(said).split() == step.label.split()
            for said, step in zip(wrapped, road.steps, strict=True)
        )
        if whole and max(map(len, wrapped)) <= _FEW_LINES:
            break
    highest = 0.0
    for said, step in zip(wrapped, road.steps, strict=True):
        below = metrics.wrap(step.below, box - 14, SMALL, max_lines=2, lang=lang)
        highest = max(highest, (len(said) * size + len(below) * SMALL) * LEADING)
    return size, max(_LOWEST_BOX, highest + 22)
