"""What stands around the cells of a map: headers, names of lanes, lines, and what is below."""

from collections.abc import Sequence
from typing import Final

from journeykit.drawing import icons, parts
from journeykit.drawing.lines import DASH_INTERNAL, DASH_VISIBILITY
from journeykit.drawing.palette import Theme
from journeykit.drawing.parts import MARGIN, Placed
from journeykit.drawing.scene import Card, Polyline, Shape, TextBlock, moved
from journeykit.drawing.views import _sentences
from journeykit.drawing.views._cells import Pen
from journeykit.drawing.views._layout import LABEL_SIZE, LABEL_TEXT, Band, Layout, label_room
from journeykit.drawing.views._legend import legend_entries
from journeykit.drawing.views._sheet import Sheet
from journeykit.grid import Lane
from journeykit.text import Text

__all__ = ["apart", "footer", "headers", "lane_line", "lane_name", "line_name", "line_stroke"]

_POINT: Final = 8.5
_HEADER: Final = 44.0
_GAP: Final = 2.0
_ICON: Final = 17.0
_ROOMY: Final = 700.0  # narrower maps begin their legend at the left


_APART: Final = Text({"en": "In no phase", "nl": "In geen enkele fase"})


# --- columns ----------------------------------------------------------------------------


def headers(band: Band, y: float, *, fills: Sequence[str], sheet: Sheet, pen: Pen) -> Placed:
    """Return the chevrons of a band: the names of its phases, and how long they take.

    Args:
        band: The columns.
        y: Top.
        fills: One colour a phase.
        sheet: What the map shows.
        pen: What it is drawn with; words lie on the chevrons.
    """
    words = {
        number: _header_words(number, band, fills[number], sheet, pen) for number in band.numbers
    }
    high = max(_HEADER, *(sum(block.height for block in blocks) + 16 for blocks in words.values()))
    items: list[Shape] = []
    for number, blocks in words.items():
        x, last = band.x(number), number == band.numbers[-1]
        shape = parts.chevron(
            x,
            y,
            band.column,
            high,
            fill=fills[number],
            point=_POINT,
            first=number == band.first,
            gap=0 if last else _GAP,
        )
        top = y + (high - sum(block.height for block in blocks)) / 2
        placed: list[Shape] = [shape]
        for block in blocks:
            placed += moved([block], 0, top)
            top += block.height
        phase = sheet.phases[number]
        tooltip = _sentences.of_phase(phase, pen.lang)
        if not tooltip and any(map(_is_cut, blocks)):
            tooltip = phase.label.pick(pen.lang)
        items.append(Card(x, y, band.column, high, items=placed, tooltip=tooltip))
    return Placed(tuple(items), band.right, y + high)


def _header_words(
    number: int, band: Band, fill: str, sheet: Sheet, pen: Pen
) -> tuple[TextBlock, ...]:
    phase = sheet.phases[number]
    middle, inner = band.x(number) + band.column / 2, band.column - 2 * _POINT - 6

    def fitted(most: int) -> TextBlock:
        return parts.fitted_text(
            phase.label.pick(pen.lang),
            middle,
            0,
            width=inner,
            sizes=(12, 11, 10, 9),
            colour=pen.colours.on_brand,
            background=fill,
            max_lines=most,
            valign="top",
            lang=pen.lang,
        )

    # Two lines look best; only a name that is cut short in them takes more.
    name = fitted(2)
    if _is_cut(name):
        name = fitted(4)
    duration = parts.text(
        sheet.durations.get(phase.key, ""),
        middle,
        0,
        size=8.5,
        width=inner,
        anchor="middle",
        colour=pen.colours.on_brand,
        background=fill,
        max_lines=2,
        balanced=True,
        lang=pen.lang,
    )
    return tuple(block for block in (name, duration) if block.lines)


def _is_cut(block: TextBlock) -> bool:
    return block.lines[-1:] != () and block.lines[-1].endswith("…")


# --- rows -------------------------------------------------------------------------------


def lane_name(lane: Lane, band: Band, y: float, pen: Pen) -> Placed:
    """Return the name of a lane with its icon.

    Args:
        lane: The lane.
        band: The columns, which begin at the right of the name.
        y: Top of the row.
        pen: What it is drawn with.
    """
    words = parts.fitted_text(
        lane.label.pick(pen.lang),
        MARGIN + LABEL_TEXT,
        y + 12,
        width=label_room(lane, band.left - MARGIN),
        sizes=(LABEL_SIZE, 10, 9.5),
        max_lines=6,
        colour=pen.colours.ink,
        background=pen.ground,
        anchor="start",
        valign="top",
        lang=pen.lang,
    )
    name = icons.lane_icon(lane.kind, key=lane.key)
    shapes = icons.icon(name, MARGIN + 12, y + 10, _ICON, pen.colours.accent, stroke=1.35)
    return Placed((*shapes, words), band.left, max(words.bottom, y + 10 + _ICON))


def lane_line(lane: Lane, band: Band, y: float, pen: Pen) -> Placed:
    """Return the line under a lane, with its words at the left.

    The line of visibility is the strongest, and that of internal interaction the finest.

    Args:
        lane: The lane, which has such words.
        band: The columns.
        y: Top.
        pen: What the lane is drawn with.
    """
    colours = pen.colours
    words = parts.text(
        lane.line.pick(pen.lang),
        MARGIN,
        y,
        size=8.5,
        bold=True,
        width=band.right - MARGIN - 40,
        colour=colours.muted,
        background=colours.paper,
        lang=pen.lang,
    )
    stroke, width, dash = line_stroke(lane, colours)
    _, _, right, bottom = parts.text_box(words)
    level = (y + bottom) / 2
    ends = [(max(band.left, right + 8), level), (band.right, level)]
    line = Polyline(ends, stroke=stroke, stroke_width=width, dash=dash)
    return Placed((line, words), band.right, bottom)


def line_name(lane: Lane) -> str:
    """Return which of the lines of a service blueprint is drawn under a lane.

    Returns:
        ``"interaction"``, ``"visibility"``, ``"internal"``, or nothing where its words do not say.
    """
    said = " ".join(lane.line.values()).lower()
    signs = {
        "visibility": ("visib", "zicht"),
        "internal": ("intern",),
        "interaction": ("interact",),
    }
    # "Internal interaction" names two of them, of which the first is meant.
    return next((name for name, parts in signs.items() if any(one in said for one in parts)), "")


def line_stroke(lane: Lane, colours: Theme) -> tuple[str, float, tuple[float, float] | None]:
    """Return colour, width and dashes of the line under a lane."""
    known = {
        "visibility": (colours.ink, 2.0, DASH_VISIBILITY),
        "internal": (colours.rule, 1.3, DASH_INTERNAL),
    }
    return known.get(line_name(lane), (colours.rule, 1.3, None))


# --- below ------------------------------------------------------------------------------


def footer(layout: Layout, y: float, *, sheet: Sheet, pen: Pen) -> Placed:
    """Return what stands under a map: its legend, and the touchpoints that are in no phase.

    Args:
        layout: Where the columns stand.
        y: Top.
        sheet: What the map shows.
        pen: What the cells are drawn with.
    """
    x = MARGIN + (layout.label if layout.span >= _ROOMY else 0)
    width = MARGIN + layout.span - x
    below = parts.legend(legend_entries(sheet, pen), x=x, y=y, width=width, colours=pen.colours)
    rest = apart(sheet, x, below.bottom + 4, width=width, pen=pen)
    return Placed((*below.items, *rest.items), x + width, rest.bottom) if rest.items else below


def apart(sheet: Sheet, x: float, y: float, *, width: float, pen: Pen) -> Placed:
    """Return the names of the touchpoints that are in no phase, if there are any.

    Args:
        sheet: What the map shows.
        x: Left side.
        y: Top.
        width: Room for a line.
        pen: What the cells are drawn with.
    """
    if not sheet.apart:
        return Placed((), x, y)
    names = [spot.label.pick(pen.lang) for spot in sheet.apart]
    said = f"{_APART.pick(pen.lang)}: {', '.join(names)}"
    words = parts.text(
        said,
        x,
        y,
        size=9,
        width=width,
        max_lines=4,
        colour=pen.colours.muted,
        background=pen.colours.paper,
        lang=pen.lang,
    )
    card = Card(
        x, words.y, width, words.height, items=[words], tooltip=said if _is_cut(words) else ""
    )
    return Placed((card,), x + width, words.bottom)
