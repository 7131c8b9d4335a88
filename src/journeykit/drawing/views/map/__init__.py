"""The journey map: lanes by phases, with the emotion curve running through the phases."""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import field, frozen

from journeykit.drawing import parts
from journeykit.drawing.geometry import Chain
from journeykit.drawing.options import Options
from journeykit.drawing.palette import phase_colours
from journeykit.drawing.parts import MARGIN, Placed
from journeykit.drawing.scene import Card, Rect, Scene, Shape
from journeykit.drawing.views._cells import Pen, Style, entries, headline, style
from journeykit.drawing.views._chips import chips, signs
from journeykit.drawing.views._emotion import Feeling, Strongest, feelings, strongest
from journeykit.drawing.views._frame import footer, headers, lane_line, lane_name
from journeykit.drawing.views._layout import Band, Layout, layout_of
from journeykit.drawing.views._sheet import Entry, Sheet, sheet_of
from journeykit.drawing.views.map.curve import curve, drawn
from journeykit.drawing.views.map.description import described
from journeykit.grid import Lane

__all__ = ["scene"]

_ROW_GAP: Final = 7.0
_HEADER_GAP: Final = 11.0
_BAND_GAP: Final = 26.0
_GUTTER: Final = 2.0  # between columns, in place of lines
_TOP: Final = 13.0  # from the top of a row to its words
_RISE: Final = 3.0
_BETWEEN: Final = 9.0  # between the words and the touchpoints of one cell
_LOWEST: Final = 38.0  # height of a row with one line in it


def scene(subject: object, options: Options) -> Scene:
    """Return the map of a journey, or the empty map of a journey model.

    Args:
        subject: A journey that has a model, or a journey model.
        options: What is wanted of the picture.

    Raises:
        RenderError: There is no map of such a thing.
        UnknownKeyError: The options ask for a lane that is not there.

    Example:
        >>> from journeykit.presets import SALON
        >>> picture = scene(SALON, Options(lang="nl"))
        >>> picture.title
        'Op zoek naar een krullenkapper'
    """
    sheet = sheet_of(subject, options)
    layout = layout_of(sheet, options)
    colours = options.theme
    pen = Pen(colours, options.lang, colours.panel)
    rows = _rows(sheet, layout, pen)
    fills = phase_colours(len(sheet.phases), colours)
    title = parts.title_block(
        sheet.title,
        sheet.subtitle,
        x=MARGIN,
        y=MARGIN,
        width=layout.span,
        colours=colours,
        state=sheet.state,
        lang=options.lang,
    )
    items = list(title.items)
    y = title.bottom + 18
    for band in layout.bands:
        header = headers(band, y, fills=fills, sheet=sheet, pen=pen)
        items += header.items
        y = header.bottom + _HEADER_GAP
        for row in rows:
            placed = _drawn(row, band, y, sheet=sheet, pen=pen)
            items += placed.items
            y = placed.bottom + _ROW_GAP
        y += _BAND_GAP
    below = footer(layout, y - _BAND_GAP + 5, sheet=sheet, pen=pen)
    return Scene(
        layout.span + 2 * MARGIN,
        below.bottom + MARGIN,
        background=colours.paper,
        title=sheet.title,
        description=described(sheet),
        lang=options.lang,
        items=(*items, *below.items),
    )


# --- rows -------------------------------------------------------------------------------


@frozen
class _Row:
    """A lane, made ready to be drawn in one band after the other."""

    lane: Lane
    cells: tuple[Sequence[Entry], ...]
    style: Style
    felt: tuple[Feeling, ...] = ()
    faces: Mapping[int, Strongest] = field(factory=dict)
    chain: Chain = ()

    def first_number(self, column: int) -> int:
        """Return the number of the first entry of a cell, counted from the first column."""
        return 1 + sum(len(cell) for cell in self.cells[:column])


def _rows(sheet: Sheet, layout: Layout, pen: Pen) -> list[_Row]:
    rows: list[_Row] = []
    for lane in sheet.lanes:
        cells: list[Sequence[Entry]] = [sheet.entries(lane, phase) for phase in sheet.phases]
        felt: tuple[Feeling, ...] = ()
        faces: dict[int, Strongest] = {}
        if lane.kind == "emotion":
            felt = feelings(sheet)
            faces = strongest(cells, felt, layout.column)
            cells = [
                faces[column].rest if column in faces else cell for column, cell in enumerate(cells)
            ]
        bold = lane.kind == "text" and not rows and headline(cells)
        several = any(len(cell) > 1 for cell in cells)
        how = style(lane.kind, pen.colours, several=several, bold=bold)
        rows.append(_Row(lane, tuple(cells), how, felt, faces, curve(felt, layout.column)))
    return rows


def _drawn(row: _Row, band: Band, y: float, *, sheet: Sheet, pen: Pen) -> Placed:
    """Return a row of a band: its panel, its name, its cells, and the line under it."""
    curved: tuple[Shape, ...] = ()
    top = y
    if row.felt:
        line = drawn(row.felt, row.faces, y, chain=row.chain, band=band, pen=pen, sheet=sheet)
        curved, top = line.items, line.bottom - _TOP
    cells = [_cell(row, column, band, top, sheet=sheet, pen=pen) for column in band.numbers]
    name = lane_name(row.lane, band, y, pen)
    bottom = max(y + _LOWEST, name.bottom + _TOP - 2, *(cell.bottom + _TOP for cell in cells))
    height = bottom - y
    items: list[Shape] = [
        parts.panel(MARGIN, y, band.right - MARGIN, height, fill=pen.ground),
        *(
            Rect(band.x(column) - _GUTTER / 2, y, _GUTTER, height, fill=pen.colours.paper)
            for column in band.numbers
        ),
        *curved,
    ]
    tooltip = row.lane.description.pick(pen.lang)
    box = (MARGIN, y, band.left - _GUTTER / 2 - MARGIN, height)
    items.append(Card(*box, items=name.items, tooltip=tooltip))
    for column, cell in zip(band.numbers, cells, strict=True):
        box = (band.x(column) + _GUTTER / 2, y, band.column - _GUTTER, height)
        items += [Card(*box, items=cell.items)] if cell.items else []
    if not row.lane.line:
        return Placed(tuple(items), band.right, bottom)
    line_below = lane_line(row.lane, band, bottom + _ROW_GAP, pen)
    return Placed((*items, *line_below.items), band.right, line_below.bottom)


def _cell(row: _Row, column: int, band: Band, y: float, *, sheet: Sheet, pen: Pen) -> Placed:
    """Return what stands in a cell: words and touchpoints, touchpoints first in their own lane."""
    x, said = band.x(column), row.cells[column]
    spots = sheet.touchpoints.get((row.lane.key, sheet.phases[column].key), ())
    items: list[Shape] = []
    bottom = y
    turns = ("spots", "words") if row.lane.kind == "touchpoints" else ("words", "spots")
    for turn in turns:
        top = y + _TOP if bottom == y else bottom + _BETWEEN
        if turn == "words" and said:
            first = row.first_number(column) if row.style.numbered else 1
            width = band.column
            placed = entries(said, x, top, width=width, style=row.style, pen=pen, first=first)
        elif turn == "spots" and spots:
            draw_spots = signs if sheet.dense else chips
            # Chips have room within them, and so stand nearer to the sides than words.
            rise = 0 if sheet.dense else _RISE
            placed = draw_spots(spots, x, top - rise, width=band.column, sheet=sheet, pen=pen)
            placed = Placed(placed.items, placed.right, placed.bottom - rise)
        else:
            continue
        items += placed.items
        bottom = placed.bottom
    return Placed(tuple(items), x + band.column, bottom)
