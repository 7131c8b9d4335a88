"""A table of words: phases by lanes, such as the buying grid, or who does what in each phase."""

from collections.abc import Iterator
from typing import Final

from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN, LegendEntry, legend, title_block
from journeykit.drawing.scene import Scene, Shape, moved
from journeykit.drawing.views import _sentences
from journeykit.drawing.views._phrases import listed
from journeykit.drawing.views.matrix.grades import DUTIES, DUTY_NAMES, duty_badge
from journeykit.drawing.views.matrix.painting import Grid, grid_of, header, line_of
from journeykit.drawing.views.matrix.table import Cell, Head, Table, table_of
from journeykit.text import Text

__all__ = ["scene"]

_ROW_GAP: Final = 3.0
_HEADER_GAP: Final = 7.0
_BAND_GAP: Final = 22.0
_BADGE: Final = 8.0
_MOST_ROWS: Final = 24


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


_TABLE: Final = _word(
    "Table “{title}”: {rows} by {columns}.", "Tabel “{title}”: {rows} bij {columns}."
)
_ROWS: Final = (_word("row", "rij"), _word("rows", "rijen"))
_COLUMNS: Final = (_word("column", "kolom"), _word("columns", "kolommen"))
_NAMED: Final = _word("Columns: {names}.", "Kolommen: {names}.")
_LISTED: Final = _word("Rows: {names}.", "Rijen: {names}.")


def scene(subject: object, options: Options) -> Scene:
    """Draw the cells of a journey or of a journey model as a table of words.

    Words such as yes, maybe and no, or lead and involved, are told apart by tint and by a sign;
    the letters R, A, C and I stand on grounds of their own shape. Where the lanes are those of
    RACI and the notes name departments, the departments become the columns. What there is more
    of, phases or lanes, makes the rows.

    Args:
        subject: A journey that has a model, or a journey model, with lanes.
        options: What is wanted of the picture; without lanes asked for, those with values are
            drawn, or else all that have words, but for emotions and touchpoints.

    Raises:
        RenderError: There is no table of such a thing.
        UnknownKeyError: The options ask for a lane that is not there.

    Example:
        >>> from journeykit.presets import BUYGRID
        >>> scene(BUYGRID, Options(lang="nl")).title
        'Buying grid (koopraster)'
    """
    table = table_of(subject, options)
    grid = grid_of(table, options)
    head = title_block(
        table.title,
        table.subtitle,
        x=MARGIN,
        y=MARGIN,
        width=grid.width,
        colours=options.theme,
        state=table.state,
        lang=options.lang,
    )
    items, y = list(head.items), head.bottom + 18
    for columns in grid.bands:
        top = header(grid, columns, y)
        items += top.items
        y = top.bottom + _HEADER_GAP
        for row in range(len(table.rows)):
            line = line_of(grid, row, columns, y)
            items += line.items
            y = line.bottom + _ROW_GAP
        y += _BAND_GAP
    y -= _BAND_GAP + _ROW_GAP
    if table.duties:
        signs = legend(_legend(grid), x=MARGIN, y=y + 14, width=grid.width, colours=options.theme)
        items += signs.items
        y = signs.bottom - 6
    return Scene(
        grid.width + 2 * MARGIN,
        y + MARGIN,
        background=options.theme.paper,
        title=table.title,
        description=_described(table),
        lang=options.lang,
        items=items,
    )


def _legend(grid: Grid) -> Iterator[LegendEntry]:
    """Give the letters of RACI with their meaning."""
    for letter in DUTIES:
        badge: tuple[Shape, ...] = duty_badge(letter, 0, 0, colours=grid.colours, radius=_BADGE)
        yield LegendEntry(DUTY_NAMES[letter].pick(grid.table.lang), moved(badge, 10, 0), 20)


# --- words ------------------------------------------------------------------------------


def _described(table: Table) -> str:
    lang = table.lang
    said = [
        _TABLE.pick(lang).format(
            title=table.title,
            rows=_sentences.counted(len(table.rows), *_ROWS, lang),
            columns=_sentences.counted(len(table.columns), *_COLUMNS, lang),
        )
    ]
    if table.terse:
        said += [_row_described(table, row) for row in range(min(len(table.rows), _MOST_ROWS))]
    else:
        said.append(_NAMED.pick(lang).format(names=listed(_names(table.columns), lang)))
        said.append(_LISTED.pick(lang).format(names=listed(_names(table.rows), lang)))
    return " ".join(" ".join(said).split())


def _names(heads: tuple[Head, ...]) -> list[str]:
    return [head.name for head in heads]


def _row_described(table: Table, row: int) -> str:
    """Return what a row says, each column by its name; nothing if it is empty."""
    pairs = zip(table.columns, table.cells[row], strict=True)
    told = [f"{head.name} ({_spelled(cell, table.lang)})" for head, cell in pairs if cell.words]
    return f"{table.rows[row].name}: {listed(told, table.lang)}." if told else ""


def _spelled(cell: Cell, lang: str) -> str:
    if not cell.duties:
        return cell.words.lower()
    return ", ".join(DUTY_NAMES[letter].pick(lang).lower() for letter in cell.duties)
