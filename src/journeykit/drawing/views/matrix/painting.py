"""A table of words, painted: heads of columns and rows, and the cells."""

from typing import Final

from attrs import evolve, frozen

from journeykit.drawing import icons, marks, metrics, parts
from journeykit.drawing.options import Options
from journeykit.drawing.palette import Theme, phase_colours
from journeykit.drawing.parts import MARGIN, Placed
from journeykit.drawing.scene import Card, Shape, TextBlock, moved
from journeykit.drawing.views._cells import Pen, entries, style
from journeykit.drawing.views.matrix.grades import Grade, duty_badge, glyph, tint_of
from journeykit.drawing.views.matrix.table import Cell, Head, Table

__all__ = ["Grid", "grid_of", "header", "line_of"]

_WIDEST: Final = 1190.0  # A3 across
_TERSE: Final = 60.0  # the least width of a column
_WIDEST_TERSE: Final = 180.0
_WORDY: Final = (110.0, 200.0)  # the least width of a column, and what looks best
_AROUND: Final = 12.0  # from the sides of a head to its words
_BELOWS: Final = 3
_FEW: Final = 300.0  # a table with one or two columns of sentences
_GAP: Final = 4.0
_ROW_GAP: Final = 3.0
_LOWEST: Final = 33.0
_TOP: Final = 9.0
_NAME: Final = 10.5
_BELOW: Final = 8.5
_SIGN: Final = 30.0  # from the left side to the name of a row
_NAMES: Final = tuple(range(80, 185, 8))
_WORD: Final = 10.0
_GLYPH: Final = 18.0  # a sign before a word, with the room between
_PAD: Final = 8.0
_BADGE: Final = 9.0
_SHARE: Final = 0.45  # of the picture, for the names of the rows
_LEAST: Final = 400.0  # for the title


@frozen
class Grid:
    """Where rows and columns stand.

    Args:
        table: What stands in them.
        colours: The theme.
        label: Width of the heads of the rows.
        column: Width of a column.
        beside: How many columns stand beside each other.
        fills: Colour of the head of each column.
        graded: Width of the widest sign and word of each column, so that signs stand in line.
        lowest: The least height of a row.
    """

    table: Table
    colours: Theme
    label: float
    column: float
    beside: int
    fills: tuple[str, ...]
    graded: tuple[float, ...]
    lowest: float

    @property
    def width(self) -> float:
        """From the left margin to the right."""
        return self.label + self.beside * self.column - _GAP

    def left(self, column: int) -> float:
        """Return the left side of a column."""
        return MARGIN + self.label + column % self.beside * self.column

    @property
    def bands(self) -> tuple[range, ...]:
        """The numbers of the columns, those beside each other together."""
        count = len(self.table.columns)
        return tuple(
            range(first, min(first + self.beside, count)) for first in range(0, count, self.beside)
        )


def grid_of(table: Table, options: Options) -> Grid:
    """Return how wide the columns are, and how many stand beside each other.

    Args:
        table: What stands in them.
        options: What is wanted of the picture.
    """
    count, free = len(table.columns), (options.width or _WIDEST) - 2 * MARGIN
    label = min(_label_width(table), max(_SHARE * free, _SIGN + _NAMES[0] + 8))
    least, best = _column_widths(table)
    room = free - label + _GAP
    bands = -(-count // max(1, int(room // least)))
    beside = -(-count // bands)
    column = room / beside
    if options.width is None:
        column = min(column, max(best, (_LEAST - label) / beside) + _GAP)
    of_phases = table.columns[0].phase is not None
    fills = phase_colours(count, options.theme) if of_phases else (options.theme.brand,) * count
    room = column - _GAP - 2 * _PAD
    graded = tuple(
        min(room, max(_graded_width(row[number]) for row in table.cells)) for number in range(count)
    )
    grid = Grid(table, options.theme, label, column, beside, fills, graded, _LOWEST)
    if not table.terse:
        return grid
    # Rows of single words are equally high, so that the eye follows the words alone.
    return evolve(grid, lowest=max(_height(grid, row) for row in range(len(table.rows))))


def _height(grid: Grid, row: int) -> float:
    """Return how high a row is."""
    _, name = _row_head(grid, grid.table.rows[row])
    cells = grid.table.cells[row]
    said = (_said(grid, cell, number).height for number, cell in enumerate(cells))
    return max(grid.lowest, name + 12, *(height + 2 * _TOP for height in said))


def _column_widths(table: Table) -> tuple[float, float]:
    """Return the least width of a column, and the one that looks best."""
    if not table.terse:
        few = len(table.columns) <= 2  # noqa: PLR2004 - a pair of columns
        return _WORDY[0], _FEW if few else _WORDY[1]
    needed = _TERSE
    for cell in (cell for row in table.cells for cell in row):
        wide = max(_graded_width(cell), 2.7 * _BADGE * len(cell.duties))
        needed = max(needed, min(wide + 2 * _PAD, _WIDEST_TERSE))
    return needed + _GAP, max(needed, _column_for_heads(table))


def _graded_width(cell: Cell) -> float:
    if cell.grade is None:
        return 0.0
    return _GLYPH + metrics.width(cell.grade.words, _WORD, bold=True) * metrics.SAFETY


def _column_for_heads(table: Table) -> float:
    """Return a width at which what stands under the names of columns is not cut short."""
    widths = (128.0, 144.0, 160.0)
    return next(
        (
            width
            for width in widths
            if all(
                len(metrics.wrap(head.below, width - _AROUND, _BELOW, lang=table.lang)) <= _BELOWS
                for head in table.columns
            )
        ),
        widths[-1],
    )


def _label_width(table: Table) -> float:
    """Return the least width at which each name of a row takes one line, or else two."""
    rooms = (room for lines in (1, 2) for room in _NAMES if _names_fit(table, room, lines))
    return _SIGN + next(rooms, _NAMES[-1]) + 8


def _names_fit(table: Table, room: float, lines: int) -> bool:
    """Tell whether the names of all rows fit some lines of a width, with no word broken."""
    for head in table.rows:
        said = metrics.wrap(head.name, room, _NAME, bold=True)
        if len(said) > lines or " ".join(said).split() != head.name.replace("\u00ad", "").split():
            return False
    return True


# --- heads ------------------------------------------------------------------------------


def header(grid: Grid, columns: range, y: float) -> Placed:
    """Return the heads of some columns that stand beside each other.

    Args:
        grid: Where they stand.
        columns: Their numbers.
        y: Top.
    """
    words = {number: _column_words(grid, number) for number in columns}
    names = max(name.height for name, _ in words.values())
    belows = max(below.height for _, below in words.values())
    high = max(names + belows + 16, 30.0)
    middle = y + (high - belows + names) / 2
    items: list[Shape] = []
    for number, (name, below) in words.items():
        box = (grid.left(number), y, grid.column - _GAP, high)
        top = middle - name.height if below.lines else y + (high - name.height) / 2
        blocks = (evolve(name, y=top), evolve(below, y=middle))
        placed: list[Shape] = [parts.panel(*box, fill=grid.fills[number], radius=5)]
        placed += [block for block in blocks if block.lines]
        items.append(Card(*box, items=placed, tooltip=_told(grid.table.columns[number])))
    return Placed(tuple(items), MARGIN + grid.width, y + high)


def _column_words(grid: Grid, number: int) -> tuple[TextBlock, TextBlock]:
    head, fill = grid.table.columns[number], grid.fills[number]
    middle, inner = grid.left(number) + (grid.column - _GAP) / 2, grid.column - _GAP - _AROUND
    name = parts.fitted_text(
        head.name,
        middle,
        0,
        width=inner,
        sizes=(11.5, 10.5, 9.5, 9),
        max_lines=4,
        colour=grid.colours.on_brand,
        background=fill,
        valign="top",
        lang=grid.table.lang,
    )
    below = parts.text(
        head.below,
        middle,
        0,
        size=_BELOW,
        width=inner,
        anchor="middle",
        max_lines=_BELOWS,
        balanced=True,
        colour=grid.colours.on_brand,
        background=fill,
        lang=grid.table.lang,
    )
    return name, below


def _told(head: Head) -> str:
    return (
        head.tooltip
        if head.tooltip.startswith(head.name)
        else "\n".join(filter(None, (head.name, head.tooltip)))
    )


def _row_head(grid: Grid, head: Head) -> tuple[list[Shape], float]:
    """Return the head of a row around y = 0, and its height."""
    colours, room = grid.colours, grid.label - _SIGN - 8
    name = parts.text(
        head.name,
        MARGIN + _SIGN,
        0,
        size=_NAME,
        width=room,
        bold=True,
        max_lines=5,
        colour=colours.ink,
        background=colours.paper,
        lang=grid.table.lang,
    )
    below = parts.text(
        head.below if head.phase is not None or grid.table.terse else "",
        MARGIN + _SIGN,
        0,
        size=_BELOW,
        width=room,
        max_lines=3,
        colour=colours.muted,
        background=colours.paper,
        lang=grid.table.lang,
    )
    high = name.height + below.height
    blocks = (evolve(name, y=-high / 2), evolve(below, y=-high / 2 + name.height))
    items: list[Shape] = [block for block in blocks if block.lines]
    if head.phase is not None:
        items += marks.number(
            MARGIN + 11,
            0,
            f"{head.phase + 1}",
            colour=colours.ink,
            fill=colours.panel2,
            radius=10,
            size=9.5,
        )
    else:
        items += icons.icon(head.icon, MARGIN + 2, -8.5, 17, colours.accent, stroke=1.35)
    return items, high


# --- cells ------------------------------------------------------------------------------


def line_of(grid: Grid, row: int, columns: range, y: float) -> Placed:
    """Return a row: its head, and the cells in some columns that stand beside each other.

    Args:
        grid: Where they stand.
        row: The number of the row.
        columns: The numbers of the columns.
        y: Top.
    """
    head, cells = grid.table.rows[row], grid.table.cells[row]
    name, _ = _row_head(grid, head)
    said = {number: _said(grid, cells[number], number) for number in columns}
    high = _height(grid, row)
    label = Card(
        MARGIN,
        y,
        grid.label - 8,
        high,
        items=moved(name, 0, y + high / 2),
        tooltip=_told(head),
    )
    items: list[Shape] = [label]
    for number, words in said.items():
        box = (grid.left(number), y, grid.column - _GAP, high)
        ground = parts.panel(*box, fill=words.fill, stroke=words.edge, radius=4, dash=words.dash)
        top = y + (high - words.height) / 2
        shapes = (ground, *moved(words.items, 0, top))
        tooltip = _cell_told(head, grid.table.columns[number], cells[number])
        items.append(Card(*box, items=shapes, tooltip=tooltip))
    return Placed(tuple(items), MARGIN + grid.width, y + high)


@frozen
class _Said:
    """What stands in a cell, from y = 0 downwards, and its ground."""

    items: tuple[Shape, ...]
    height: float
    fill: str
    edge: str | None = None
    dash: tuple[float, ...] | None = None


def _said(grid: Grid, cell: Cell, number: int) -> _Said:
    colours, x, width = grid.colours, grid.left(number), grid.column - _GAP
    if cell.grade is not None:
        return _graded(grid, cell.grade, number)
    if cell.duties:
        step = 2.7 * _BADGE
        first = x + width / 2 - step * (len(cell.duties) - 1) / 2
        badges = [
            shape
            for at, letter in enumerate(cell.duties)
            for shape in duty_badge(letter, first + step * at, _BADGE, colours=colours)
        ]
        return _Said(tuple(badges), 2 * _BADGE, colours.panel)
    pen = Pen(colours, grid.table.lang, colours.panel)
    how = style(cell.kind, colours, several=len(cell.entries) > 1, bold=False)
    placed = entries(cell.entries, x, 0, width=width, style=how, pen=pen)
    return _Said(placed.items, placed.bottom, colours.panel)


def _graded(grid: Grid, grade: Grade, number: int) -> _Said:
    """Return a sign and a word, in line with the others of the column."""
    tint, strong = tint_of(grade.degree, grid.colours), grade.degree not in ("none", "unknown")
    wide = grid.graded[number]
    left = grid.left(number) + (grid.column - _GAP - wide) / 2
    words = parts.text(
        grade.words,
        left + _GLYPH,
        0,
        size=_WORD,
        width=wide - _GLYPH + 1,
        bold=strong,
        max_lines=3,
        colour=tint.ink,
        background=tint.fill,
        lang=grid.table.lang,
    )
    sign = glyph(grade.degree, left + 5.4, words.height / 2, colour=tint.ink, ground=tint.fill)
    dash = (3.0, 2.5) if tint.edge else None
    return _Said((*sign, words), words.height, tint.fill, tint.edge, dash)


def _cell_told(row: Head, column: Head, cell: Cell) -> str:
    if not cell.words:
        return ""
    more = [entry.tooltip for entry in cell.entries if entry.tooltip]
    return "\n".join((f"{row.name} × {column.name}: {cell.words}", *more))
