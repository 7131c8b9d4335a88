"""Rows of a service blueprint: headers, panels, lines between them, and what is not on cards."""

from typing import Final, TypeAlias

from attrs import evolve

from journeykit.drawing import marks, parts
from journeykit.drawing.parts import MARGIN, Placed
from journeykit.drawing.scene import Card, Polyline, Rect, Shape, moved
from journeykit.drawing.views._cells import PAD as CELL_PAD
from journeykit.drawing.views._cells import Pen, entries, mood, style
from journeykit.drawing.views._frame import lane_name, line_stroke
from journeykit.drawing.views._layout import Band
from journeykit.drawing.views._sentences import of_phase
from journeykit.drawing.views.blueprint.cards import ghost
from journeykit.drawing.views.blueprint.draft import CARD, PAD, Draft
from journeykit.drawing.views.blueprint.grid import CARD_KINDS, Row
from journeykit.drawing.views.blueprint.painting import Box, gutter_height, tracks_of

__all__ = ["Gutters", "gutter_of", "headers", "line_under", "row_of"]

_LINE: Final = 12.0
_STACK: Final = 16.0
_BETWEEN: Final = 8.0
_DISC: Final = 11.0
_NAME: Final = 28.0  # from the left of a header to its name
_STUB: Final = 10.0  # what a line shows before its words
_FACE: Final = 9.0

Gutters: TypeAlias = dict[float, tuple[float, ...]]
"""The middle of each track of each gutter, by the place of the gutter."""


def headers(draft: Draft, band: int, y: float) -> Placed:
    """Return the names of the phases of a band, each with its number.

    Args:
        draft: The blueprint.
        band: The number of the band.
        y: Top.
    """
    colours, lang, sheet = draft.options.theme, draft.options.lang, draft.blueprint.sheet
    found = []
    for number, span in enumerate(draft.columns.spans):
        if span.band != band:
            continue
        phase, x = sheet.phases[number], draft.x(span.first)
        width = span.count * draft.pitch - draft.gap
        name = parts.fitted_text(
            phase.label.pick(lang),
            x + _NAME,
            0,
            width=width - _NAME,
            sizes=(12.5, 11.5, 10.5, 9.5),
            max_lines=4,
            anchor="start",
            valign="top",
            colour=colours.ink,
            background=colours.paper,
            lang=lang,
        )
        duration = parts.text(
            sheet.durations.get(phase.key, ""),
            x + _NAME,
            0,
            size=8.5,
            width=width - _NAME,
            max_lines=2,
            colour=colours.muted,
            background=colours.paper,
            lang=lang,
        )
        found.append((number, span.count, x, width, (name, duration)))
    high = max(2 * _DISC, *(sum(one.height for one in blocks) for *_, blocks in found))
    items: list[Shape] = []
    for number, count, x, width, blocks in found:
        top = y + (high - sum(one.height for one in blocks)) / 2
        said: list[Shape] = list(
            marks.number(
                x + _DISC,
                y + high / 2,
                str(number + 1),
                colour=colours.on_brand,
                fill=colours.brand,
                radius=_DISC,
                size=10.5,
            )
        )
        for block in blocks:
            said += [evolve(block, y=top)] if block.lines else []
            top += block.height
        if count > 1:
            said.append(Rect(x, y + high + 5, width, 1.6, fill=colours.hairline))
        phase = sheet.phases[number]
        tooltip = of_phase(phase, lang) or phase.label.pick(lang)
        items.append(Card(x, y, width, high + 7, items=said, tooltip=tooltip))
    return Placed(tuple(items), draft.right, y + high + 7)


def gutter_of(
    draft: Draft,
    gutter: float,
    y: float,
    gutters: Gutters,
    *,
    lined: bool,
    words: float = 0.0,
) -> float:
    """Give the tracks of a gutter their places, and return its height.

    Args:
        draft: The blueprint.
        gutter: The place of the gutter, as ways know it.
        y: Top.
        gutters: Where the places are noted down.
        lined: Whether a line runs in it.
        words: Height of the words at the line.
    """
    count = draft.count(gutter)
    high = gutter_height(count, lined=lined, words=words)
    gutters[gutter] = tracks_of(y, high, count, lined=lined)
    return high


def line_under(draft: Draft, row: Row, y: float, gutters: Gutters, gutter: float) -> Placed:
    """Return the gutter under a row, with the line that runs in it, if any.

    Args:
        draft: The blueprint.
        row: The row.
        y: Top.
        gutters: Where the places of tracks are noted down.
        gutter: The place of the gutter, as ways know it.
    """
    if not row.lane.line:
        high = gutter_of(draft, gutter, y, gutters, lined=False)
        return Placed((), draft.right, y + high)
    colours = draft.options.theme
    stroke, width, dash = line_stroke(row.lane, colours)
    words = parts.text(
        row.lane.line.pick(draft.options.lang),
        MARGIN + _STUB + 6,
        0,
        size=8.5,
        bold=True,
        width=draft.aside - MARGIN - _STUB - 8,
        max_lines=3,
        colour=colours.ink if stroke == colours.ink else colours.muted,
        background=colours.paper,
        lang=draft.options.lang,
    )
    high = gutter_of(draft, gutter, y, gutters, lined=True, words=words.height)
    level = y + high / 2
    words = evolve(words, y=level - words.height / 2)
    after = parts.text_box(words)[2] + 6
    ends = ([(MARGIN, level), (MARGIN + _STUB, level)], [(after, level), (draft.right, level)])
    strokes = (Polyline(points, stroke=stroke, stroke_width=width, dash=dash) for points in ends)
    return Placed((*strokes, words), draft.right, y + high)


# --- rows -------------------------------------------------------------------------------


def row_of(draft: Draft, row: Row, number: int, y: float, boxes: dict[int, Box]) -> Placed:
    """Return the panel of a row and what stands in it other than cards; give these a place.

    Args:
        draft: The blueprint.
        row: The row.
        number: Its number, counted through all bands.
        y: Top.
        boxes: Where the places of cards are noted down.
    """
    colours = draft.options.theme
    ground = colours.panel2 if row.hidden else colours.panel
    pen = Pen(colours, draft.options.lang, ground)
    band = number // len(draft.blueprint.rows)
    cells = [
        _words(draft, row, phase, y + PAD, pen)
        for phase, span in enumerate(draft.columns.spans)
        if span.band == band and row.is_headed(phase)
    ]
    top = max((cell.bottom for cell in cells), default=y + PAD - _BETWEEN)
    bottom, heights = _levels(draft, number, top + _BETWEEN)
    name = lane_name(row.lane, Band(draft.aside, draft.pitch, 0, 1), 0, pen)
    lowest = CARD if row.lane.kind in CARD_KINDS else _LINE
    bottom = max(bottom if heights else top, y + name.bottom, y + lowest + PAD) + PAD
    items: list[Shape] = [
        parts.panel(MARGIN, y, draft.right - MARGIN, bottom - y, fill=ground),
        Card(
            MARGIN,
            y,
            draft.aside - MARGIN,
            bottom - y,
            items=moved(name.items, 0, y + (bottom - y - name.bottom - 9) / 2),
            tooltip=row.lane.description.pick(draft.options.lang),
        ),
    ]
    items += (shape for cell in cells for shape in cell.items)
    for at, place in enumerate(draft.columns.places):
        if place.row == number:
            level, high = heights[place.level]
            boxes[at] = Box(draft.x(place.column), level, draft.card, high)
    if draft.blueprint.is_empty and row.lane.kind in CARD_KINDS:
        items += _ghosts(draft, number, band, y + PAD, bottom - y - 2 * PAD)
    return Placed(tuple(items), draft.right, bottom)


def _levels(draft: Draft, row: int, y: float) -> tuple[float, list[tuple[float, float]]]:
    """Return where the cards of a row end, and top and height of each level of them."""
    high: dict[int, float] = {}
    for face, place in zip(draft.faces, draft.columns.places, strict=True):
        if place.row == row:
            high[place.level] = max(high.get(place.level, CARD), face.height)
    found = []
    for level in sorted(high):
        found.append((y, high[level]))
        y += high[level] + _STACK
    return y - _STACK, found


def _ghosts(draft: Draft, row: int, band: int, y: float, height: float) -> list[Shape]:
    taken = {(place.row, place.column) for place in draft.columns.places}
    columns = (
        column
        for span in draft.columns.spans
        if span.band == band
        for column in range(span.first, span.first + span.count)
    )
    return [
        ghost(draft.x(column), y, width=draft.card, height=height, colours=draft.options.theme)
        for column in columns
        if (row, column) not in taken
    ]


def _words(draft: Draft, row: Row, phase: int, y: float, pen: Pen) -> Placed:
    """Return what stands in a cell other than on cards, as it stands on the map."""
    span = draft.columns.spans[phase]
    said = row.words.get(phase, ())
    several = any(len(cell) > 1 for cell in row.words.values())
    how = style(row.lane.kind, pen.colours, several=several, bold=False)
    x, width = draft.x(span.first), span.count * draft.pitch - draft.gap
    felt, items = row.felt.get(phase), list[Shape]()
    if felt is not None:
        colour, _ = mood(felt.score, pen.colours)
        shapes = marks.face(
            x + _FACE, y + _FACE, felt.score, colour=colour, fill=pen.colours.paper, radius=_FACE
        )
        tooltip = felt.touchpoint.label.pick(pen.lang)
        items.append(Card(x, y, 2 * _FACE, 2 * _FACE, items=shapes, tooltip=tooltip, role="mark"))
        x, width = x + 2 * _FACE + 6, width - 2 * _FACE - 6
    words = entries(
        said, x - CELL_PAD, y + 3 * bool(items), width=width + 2 * CELL_PAD, style=how, pen=pen
    )
    bottom = max(words.bottom, y + 2 * _FACE * bool(items))
    return Placed((*items, *words.items), x + width, bottom)
