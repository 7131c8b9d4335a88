"""What a picture of a comparison is drawn on: its columns, their places, and its rows."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from journeykit.drawing import icons, parts
from journeykit.drawing.options import Options
from journeykit.drawing.palette import Theme
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.scene import Rect, Shape
from journeykit.drawing.views.comparison.pairs import Column

__all__ = ["GAP", "LABEL", "PAD", "Sheet", "row"]

LABEL: Final = 112.0
"""Room for the names of the rows."""
GAP: Final = 2.0
"""Between two columns."""
PAD: Final = 8.0
"""From the sides of a cell to what stands in it."""
_MOST: Final = 7  # columns in a band


@frozen
class Sheet:
    """What is drawn, with what, and where."""

    columns: tuple[Column, ...]
    names: tuple[str, str]
    options: Options
    column: float

    @property
    def colours(self) -> Theme:
        """The theme."""
        return self.options.theme

    @property
    def lang(self) -> str:
        """Language of the words."""
        return self.options.lang

    def bands(self) -> Iterator[tuple[int, Sequence[Column]]]:
        """Give the columns that stand side by side, with the number of the first."""
        count = len(self.columns)
        rows = -(-count // _MOST)
        size = -(-count // rows)
        for first in range(0, count, size):
            yield first, self.columns[first : first + size]

    def x(self, place: int) -> float:
        """Return the left side of a column, by its place in the band."""
        return MARGIN + LABEL + place * self.column

    @property
    def width(self) -> float:
        """How wide everything is, without the margins."""
        widest = max(len(band) for _, band in self.bands())
        return LABEL + widest * self.column


def row(sheet: Sheet, y: float, height: float, *, count: int, name: str, icon: str) -> list[Shape]:
    """Return the ground of a row, with its name at the left.

    Args:
        sheet: What is drawn.
        y: Top.
        height: Height.
        count: Number of columns.
        name: What the row is called.
        icon: The icon beside the name.
    """
    colours = sheet.colours
    items: list[Shape] = [
        parts.panel(MARGIN, y, LABEL + count * sheet.column, height, fill=colours.panel),
        *(Rect(sheet.x(place) - GAP, y, GAP, height, fill=colours.paper) for place in range(count)),
    ]
    items += icons.icon(icon, MARGIN + 10, y + 10, 15, colours.accent)
    items.append(
        parts.text(
            name,
            MARGIN + 32,
            y + 12,
            size=10,
            bold=True,
            width=LABEL - GAP - 40,
            colour=colours.ink,
            background=colours.panel,
            lang=sheet.lang,
        )
    )
    return items
