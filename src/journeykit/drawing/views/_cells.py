"""The words in the cells of a map: lists, quotes, figures, and the marks before them."""

import functools
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from journeykit.drawing import marks, metrics, parts
from journeykit.drawing.checks import LONGEST_LINE
from journeykit.drawing.palette import Theme
from journeykit.drawing.parts import Placed
from journeykit.drawing.scene import LEADING, Anchor, Card, Ellipse, Shape, TextBlock
from journeykit.drawing.views import _sentences
from journeykit.drawing.views._sheet import Entry

__all__ = ["PAD", "Pen", "Style", "entries", "headline", "mood", "ring", "style"]

PAD: Final = 13.0
"""From the sides of a cell to its words."""
_SIZE: Final = 9.5
_GAP: Final = 3.5
_INDENT: Final = 13.0
_RING: Final = 12.0  # what the mark of an assumption takes of a line
_WIDEST: Final = 200.0  # longer lines are hard to read
_SHORT: Final = 64  # characters of words that may be set in bold


@frozen
class Pen:
    """What everything on a map is drawn with.

    Args:
        colours: The theme.
        lang: Language of the words.
        ground: What lies under the words.
    """

    colours: Theme
    lang: str
    ground: str


@frozen
class Style:
    """How the entries of a row are drawn.

    Args:
        colour: Colour of the words.
        bold: Bold type.
        quoted: Whether the words stand between quotation marks.
        centred: Whether they stand in the middle of the cell.
        mark: The sign before each, or None.
        mark_colour: Its colour.
        numbered: Whether each has a number instead.
        balanced: Whether the lines of an entry are about equally long.
    """

    colour: str
    bold: bool = False
    quoted: bool = False
    centred: bool = False
    mark: marks.Mark | None = None
    mark_colour: str = ""
    numbered: bool = False
    balanced: bool = False


def headline(cells: Sequence[Sequence[Entry]]) -> bool:
    """Tell whether a row says one short thing a phase."""
    return all(
        len(cell) <= 1 and all(len(entry.words) <= _SHORT for entry in cell) for cell in cells
    )


@functools.lru_cache(maxsize=64)
def style(kind: str, colours: Theme, *, several: bool, bold: bool) -> Style:
    """Return how the entries of a lane are drawn.

    Args:
        kind: The kind of the lane.
        colours: The theme.
        several: Whether any cell of the lane holds more than one entry.
        bold: Whether plain words are set in bold.
    """
    bullet: marks.Mark | None = "dot" if several else None
    plain = Style(colours.ink, bold=bold, mark=bullet, mark_colour=colours.rule)
    return {
        "quotes": Style(colours.muted, quoted=True),
        "pains": Style(colours.ink, mark="triangle", mark_colour=colours.negative),
        "opportunities": Style(colours.ink, mark="plus", mark_colour=colours.positive),
        "measures": Style(colours.accent, bold=True),
        "owners": Style(colours.muted),
        "steps": Style(colours.ink, numbered=True),
        "values": Style(colours.ink, bold=True, centred=True),
    }.get(kind, plain)


def entries(
    said: Sequence[Entry],
    x: float,
    y: float,
    *,
    width: float,
    style: Style,
    pen: Pen,
    first: int = 1,
) -> Placed:
    """Return what is said in a cell, one entry under the other.

    Args:
        said: The entries.
        x: Left side of the cell.
        y: Top of the words.
        width: Width of the cell.
        style: How they are drawn.
        pen: What they are drawn with.
        first: The number of the first, if they are numbered.
    """
    items: list[Shape] = []
    top = y
    for number, entry in enumerate(said, first):
        placed = _entry(entry, x, top, width=width, style=style, pen=pen, number=number)
        if entry.tooltip:
            box = (x + PAD, top, width - 2 * PAD, placed.bottom - top)
            items.append(Card(*box, items=placed.items, tooltip=entry.tooltip, role="note"))
        else:
            items += placed.items
        top = placed.bottom + _GAP
    return Placed(tuple(items), x + width, max(y, top - _GAP))


def _entry(
    entry: Entry, x: float, y: float, *, width: float, style: Style, pen: Pen, number: int
) -> Placed:
    anchor: Anchor = "middle" if style.centred else "start"
    indent = _INDENT if style.mark or style.numbered else 0.0
    room = width - 2 * PAD - indent - (_RING if entry.assumed else 0)
    said = _sentences.quoted(entry.words) if style.quoted else entry.words

    def wrapped(room: float) -> TextBlock:
        return parts.text(
            said,
            x + width / 2 if style.centred else x + PAD + indent,
            y,
            size=_SIZE,
            width=room,
            anchor=anchor,
            bold=style.bold,
            body=True,
            balanced=style.balanced,
            colour=style.colour,
            background=pen.ground,
            lang=pen.lang,
        )

    words = wrapped(min(room, _WIDEST))
    longest = max(words.lines, key=metrics.letters, default="")
    while (count := metrics.letters(longest)) > LONGEST_LINE:
        # Narrow letters get less room than this line takes.
        taken = metrics.width(longest, _SIZE, bold=style.bold) * metrics.SAFETY
        words = wrapped(taken * (LONGEST_LINE - 1) / count)
        longest = max(words.lines, key=metrics.letters)
    items: list[Shape] = [words]
    level = words.baseline(0) - 0.345 * _SIZE  # the middle of a capital
    if style.mark:
        size = 7.4 if style.mark == "triangle" else 6.4
        items += marks.mark(style.mark, x + PAD + 3.2, level, colour=style.mark_colour, size=size)
    elif style.numbered:
        label = parts.text(
            f"{number}",
            x + PAD + 3.2,
            level,
            size=8.5,
            anchor="middle",
            valign="middle",
            bold=True,
            colour=pen.colours.accent,
            background=pen.ground,
        )
        items.append(label)
    if entry.assumed:
        items.append(ring(x + width - PAD - 2.6, level, pen.colours))
    # Words without any letters take a line as well, so that marks never lie over each other.
    return Placed(tuple(items), x + width, max(words.bottom, y + _SIZE * LEADING))


def ring(x: float, y: float, colours: Theme) -> Ellipse:
    """Return the mark of an assumption: a small ring, as something that is not filled in yet."""
    return Ellipse(x, y, 2.3, stroke=colours.rule, stroke_width=1.0)


def mood(emotion: float, colours: Theme) -> tuple[str, marks.Mark | None]:
    """Return the colour and the mark of an emotion."""
    if emotion == 0:
        return colours.neutral, None
    return (colours.positive, "plus") if emotion > 0 else (colours.negative, "minus")
