"""A service blueprint whose columns have their places, and whose rows do not yet."""

from typing import Final

from attrs import frozen

from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.views._cells import Pen
from journeykit.drawing.views._layout import layout_of
from journeykit.drawing.views.blueprint.cards import Face, face_of
from journeykit.drawing.views.blueprint.columns import WIDEST, Columns, columns_of
from journeykit.drawing.views.blueprint.grid import Blueprint, Joint
from journeykit.drawing.views.blueprint.ways import Track, Way, tracks, way

__all__ = ["CARD", "PAD", "Draft", "draft_of"]

CARD: Final = 36.0
"""The least height of a card."""
PAD: Final = 13.0
"""From the sides of a row to its cards."""
_GAP: Final = 25.0
_WIDEST_GAP: Final = 80.0
_ROAD: Final = 8.0  # what a track takes of a gap
_COLUMN: Final = 176.0
_FEW: Final = 250.0  # a column where there are no more than three
_NARROWEST: Final = 60.0
_LEAST: Final = 420.0


@frozen
class Draft:
    """A service blueprint, laid out from left to right.

    Args:
        blueprint: What it shows.
        columns: Where all cards stand, in rows and columns.
        options: What is wanted of the picture.
        ways: The way of each joint.
        tracks: The track of each leg of each way.
        aside: Right side of the names of the lanes.
        left: Left side of the cards in the first column.
        pitch: From one column to the next.
        gap: From the cards of one column to those of the next.
        right: Right side of the rows.
        faces: The cards.
    """

    blueprint: Blueprint
    columns: Columns
    options: Options
    ways: tuple[Way, ...]
    tracks: tuple[tuple[Track, ...], ...]
    aside: float
    left: float
    pitch: float
    gap: float
    right: float
    faces: tuple[Face, ...]

    @property
    def card(self) -> float:
        """Width of a card."""
        return self.pitch - self.gap

    def x(self, column: int) -> float:
        """Return the left side of the cards of a column."""
        return self.left + column * self.pitch

    def marked(self) -> dict[int, float]:
        """Return how much of their upper sides the marks on the cards of each column take."""
        found: dict[int, float] = {}
        for face, place in zip(self.faces, self.columns.places, strict=True):
            found[place.column] = max(found.get(place.column, 0), face.marked)
        return found

    def is_along(self, one: Joint) -> bool:
        """Tell whether both cards that are joined stand in the same lane."""
        tiles = self.blueprint.tiles
        return tiles[one.source].row == tiles[one.target].row

    def count(self, gutter: float) -> int:
        """Return how many tracks there are in a gutter."""
        return max(
            (
                track[1]
                for path, laid in zip(self.ways, self.tracks, strict=True)
                for leg, track in zip(path.legs, laid, strict=True)
                if leg.room == ("gutter", gutter, 0)
            ),
            default=0,
        )


def draft_of(blueprint: Blueprint, options: Options) -> Draft:
    """Return where the columns of a blueprint lie, and how what it joins runs.

    Args:
        blueprint: What it shows.
        options: What is wanted of the picture.
    """
    label = layout_of(blueprint.sheet, options).label
    columns = columns_of(blueprint, options, label=label)
    ways = tuple(
        way(columns.places[one.source], columns.places[one.target], columns.grid)
        for one in blueprint.joints
    )
    laid = tracks(ways)
    gaps: dict[float, int] = {}
    for path, numbers in zip(ways, laid, strict=True):
        for leg, (_, count) in zip(path.legs, numbers, strict=True):
            if leg.room[0] == "gap":
                gaps[leg.room[1]] = max(gaps.get(leg.room[1], 0), count)
    gap = min(_WIDEST_GAP, max(_GAP, _ROAD * max(gaps.values(), default=0) + 18))
    aside = MARGIN + label
    left = aside + (gap if 0 in gaps else PAD)
    after = gap if columns.across in gaps else PAD
    room = (options.width or WIDEST) - MARGIN - after - left
    pitch = max(_NARROWEST + gap, (room + gap) / columns.across)
    widest = _FEW if columns.across <= 3 or options.width is not None else _COLUMN  # noqa: PLR2004
    pitch = min(pitch, widest + gap - _GAP)
    right = left + columns.across * pitch - gap + after
    least = MARGIN + _LEAST if options.width is None else options.width - MARGIN
    pen = Pen(options.theme, options.lang, options.theme.paper)
    faces = tuple(
        face_of(tile, blueprint.rows[tile.row].tone, pitch - gap, pen) for tile in blueprint.tiles
    )
    return Draft(
        blueprint, columns, options, ways, laid, aside, left, pitch, gap, max(right, least), faces
    )
