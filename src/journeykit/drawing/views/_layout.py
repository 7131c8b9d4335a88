"""How wide the columns of a map are, and how many of them stand beside each other."""

from typing import Final

from attrs import frozen

from journeykit.drawing import metrics
from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.views._sheet import Sheet
from journeykit.grid import Lane

__all__ = ["LABEL_SIZE", "LABEL_TEXT", "Band", "Layout", "beside", "label_room", "layout_of"]

LABEL_SIZE: Final = 10.5
LABEL_TEXT: Final = 37.0
"""From the left of a lane to its name."""

_WIDEST: Final = 1190.0  # A3 across
_COLUMN: Final = 176.0
_FEW: Final = {1: 320.0, 2: 220.0, 3: 200.0}
_NARROWEST: Final = 96.0
_MOST: Final = 7
_FOLDS: Final = (5, 6)
_LABELS: Final = tuple(range(104, 152, 4))
_LINES: Final = 2
_SCALE: Final = 18.0  # what the scale of the emotion curve takes
_LEAST: Final = 400.0  # for the title and the legend


@frozen
class Band:
    """Columns that stand beside each other.

    Args:
        left: Left side of the first.
        column: Width of each.
        first: Number of the first phase in it.
        count: How many phases there are in it.
    """

    left: float
    column: float
    first: int
    count: int

    @property
    def right(self) -> float:
        """Right side of the last column."""
        return self.left + self.count * self.column

    @property
    def numbers(self) -> range:
        """The numbers of its phases."""
        return range(self.first, self.first + self.count)

    def x(self, number: int) -> float:
        """Return the left side of the column of a phase."""
        return self.left + (number - self.first) * self.column


@frozen
class Layout:
    """Where the columns stand.

    Args:
        label: Width of the column with the names of the lanes.
        column: Width of the other columns.
        bands: The columns, those beside each other together.
        span: Width of the picture within its margins.
    """

    label: float
    column: float
    bands: tuple[Band, ...]
    span: float


def beside(count: int) -> int:
    """Return how many of some columns stand beside each other; the others are folded below."""
    return count if count <= _MOST else min(_FOLDS, key=lambda columns: -(-count // columns))


def layout_of(sheet: Sheet, options: Options) -> Layout:
    """Return how wide the columns are: as wide as is read with ease, or as the options ask."""
    count = len(sheet.phases)
    columns = beside(count)
    label = _label_width(sheet)
    room = (options.width or _WIDEST) - 2 * MARGIN - label
    column = max(_NARROWEST, room / columns)
    if options.width is None:
        column = min(column, _FEW.get(count, _COLUMN))
    bands = tuple(
        Band(MARGIN + label, column, first, min(columns, count - first))
        for first in range(0, count, columns)
    )
    least = _LEAST if options.width is None else options.width - 2 * MARGIN
    return Layout(label, column, bands, max(label + columns * column, least))


def _label_width(sheet: Sheet) -> float:
    """Return the least width at which the names of the lanes take two lines, within limits."""
    return next((width for width in _LABELS if _all_fit(sheet, width)), _LABELS[-1])


def _all_fit(sheet: Sheet, width: float) -> bool:
    return all(_fits(lane, width, sheet.lang) for lane in sheet.lanes)


def _fits(lane: Lane, width: float, lang: str) -> bool:
    words, room = lane.label.pick(lang), label_room(lane, width)
    said = metrics.wrap(words, room, LABEL_SIZE, bold=True)
    return len(said) <= _LINES and " ".join(said).split() == words.replace("\u00ad", "").split()


def label_room(lane: Lane, width: float) -> float:
    """Return how wide the name of a lane may be.

    Args:
        lane: The lane; the emotion curve has its scale beside the name.
        width: Width of the column of the names.
    """
    return width - LABEL_TEXT - 6 - (_SCALE if lane.kind == "emotion" else 0)
