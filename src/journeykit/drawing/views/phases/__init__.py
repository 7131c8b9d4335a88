"""Phases or touchpoints in a row, with all the ways between them, in and out: an arc diagram."""

from collections.abc import Sequence

from journeykit.drawing.geometry import elbow
from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN, legend, title_block, transition_entry
from journeykit.drawing.scene import Scene, Shape
from journeykit.drawing.views._moves import Move, road_of
from journeykit.drawing.views._phase_layout import (
    Layout,
    figure,
    has_figure,
    layout_of,
    move_line,
)
from journeykit.drawing.views._phase_rows import Row, is_road, lay_row
from journeykit.drawing.views._road_words import described, legend_kinds, state, subtitle
from journeykit.drawing.views.phases.painting import row_shapes
from journeykit.drawing.words import say
from journeykit.errors import RenderError
from journeykit.journey import Journey
from journeykit.model import JourneyModel

__all__ = ["scene"]


def scene(subject: object, options: Options) -> Scene:
    """Draw the phases of a journey or a journey model, and the moves between them.

    Forward is straight, skips are dashed arcs above; back is dashed with an open head and repeat
    solid with a double head, both below; who drops off leaves downwards. More than seven steps
    are folded into rows.

    Args:
        subject: A `Journey` or a `JourneyModel`.
        options: What is wanted of the picture.

    Raises:
        RenderError: It is something else, or there is nothing to draw.
    """
    if not isinstance(subject, (Journey, JourneyModel)):
        raise RenderError(
            f"the view 'phases' draws a Journey or a JourneyModel, not a {type(subject).__name__}"
        )
    road = road_of(subject, options)
    layout = layout_of(road, options)
    title = options.title if options.title is not None else subject.label
    colours = options.theme
    head = title_block(
        title.pick(options.lang),
        subtitle(subject, road, options.lang),
        x=MARGIN,
        y=MARGIN,
        width=layout.width - 2 * MARGIN,
        colours=colours,
        state=state(subject, options.lang),
        lang=options.lang,
    )
    items, y = list(head.items), head.bottom + 20
    count, per_row = len(road.steps), layout.per_row
    rows = [lay_row(layout, at, min(at + per_row, count) - 1) for at in range(0, count, per_row)]
    middles: list[float] = []
    for row in rows:
        middles.append(y + row.room(above=True))
        y = middles[-1] + row.room(above=False) + _between(row, rows)
    items += _links(layout, rows, middles)
    for row, middle in zip(rows, middles, strict=True):
        items += row_shapes(row, middle)
    signs = legend(
        [
            transition_entry(kind, say(word, options.lang), colours=colours)
            for kind, word in legend_kinds(road)
        ],
        x=MARGIN,
        y=y + 18,
        width=layout.width - 2 * MARGIN,
        colours=colours,
    )
    bottom = signs.bottom if signs.items else y
    return Scene(
        layout.width,
        bottom + MARGIN - 6,
        background=colours.paper,
        title=title.pick(options.lang),
        description=described(road, options.lang),
        lang=options.lang,
        items=[*items, *signs.items],
    )


# --- from row to row --------------------------------------------------------------------


def _link(row: Row) -> Move | None:
    """Return the move from the last box of a row to the first of the next, if there is one."""
    last = row.places[-1]
    for move in row.layout.road.moves:
        if move.source == last and is_road(move):
            return move
    return None


def _between(row: Row, rows: Sequence[Row]) -> float:
    if row is rows[-1]:
        return 0.0
    return 40.0 if _link(row) is not None else 26.0


def _links(layout: Layout, rows: Sequence[Row], middles: Sequence[float]) -> list[Shape]:
    """Return the road where it runs on from the end of a row to the beginning of the next."""
    items: list[Shape] = []
    far_left, far_right = MARGIN + 10, layout.width - MARGIN - 10
    for number, row in enumerate(rows[:-1]):
        move = _link(row)
        if move is None:
            continue
        column = row.columns[move.source]
        start = (column.x + column.half + 1, middles[number])
        level = middles[number] + row.room(above=False) + 20
        end = (layout.left - 2, middles[number + 1])
        corners = [
            start,
            (far_right, start[1]),
            (far_right, level),
            (far_left, level),
            (far_left, end[1]),
            end,
        ]
        items.append(move_line(move, elbow(corners, radius=12), layout.colours))
        if has_figure(move, layout):
            items.append(figure(move, ((far_left + far_right) / 2, level), layout.colours))
    return items
