"""A row of the phases, painted: lines behind, then boxes, then the figures on the lines."""

from collections.abc import Sequence

from attrs import evolve

from journeykit.drawing import lines
from journeykit.drawing.geometry import Chain, Ruler, line
from journeykit.drawing.parts import panel, text
from journeykit.drawing.scene import Box, Card, Point, Polyline, Shape, TextBlock
from journeykit.drawing.views._arcs import Arc, bow, figure_place, trail
from journeykit.drawing.views._jumps import jumps_shapes
from journeykit.drawing.views._moves import Move
from journeykit.drawing.views._phase_layout import (
    END_NAME,
    END_RADIUS,
    FIGURE,
    SMALL,
    START_RADIUS,
    Layout,
    as_card,
    dash_of,
    figure,
    figure_size,
    has_figure,
    move_line,
    move_width,
)
from journeykit.drawing.views._phase_rows import (
    DROP_RADIUS,
    STUB,
    Row,
    loop_height,
    loop_top,
)
from journeykit.drawing.views._phrases import percent
from journeykit.drawing.words import say

__all__ = ["row_shapes"]

_CLEAR = 2.0  # from a box to the end of a line


def row_shapes(row: Row, y: float) -> tuple[Shape, ...]:
    """Return the shapes of a row.

    Args:
        row: The row.
        y: The middle line of its boxes.
    """
    colours, top = row.layout.colours, y - row.layout.box_height / 2
    roads = [
        move_line(_measured(row, move), _straight(row, move, y), colours) for move in row.straight
    ]
    shares = [shape for move in row.straight for shape in _straight_figure(row, move, y)]
    loops = [
        move_line(move, _loop(move, row.columns[move.source].x, top), colours) for move in row.loops
    ]
    turns = [
        figure(move, (row.columns[move.source].x, top - loop_top(move) + 7.5), colours)
        for move in row.loops
        if move.share is not None
    ]
    drops = [_drop(row, place, move, y) for place, move in row.drops.items()]
    over, over_figures = _side(row, y, above=True, taken=[card.box for card in turns])
    under, under_figures = _side(row, y, above=False, taken=[card.box for card in drops])
    lines_behind = (*roads, *loops, *drops, *over, *under)
    return (*lines_behind, *_stations(row, y), *shares, *turns, *over_figures, *under_figures)


def _side(
    row: Row, y: float, *, above: bool, taken: Sequence[Box]
) -> tuple[list[Shape], list[Shape]]:
    """Return the arcs and jumps above or below the boxes, and the figures on the arcs."""
    layout, away = row.layout, -1 if above else 1
    half = layout.box_height / 2
    side, jumps = (row.over, row.jumps_over) if above else (row.under, row.jumps_under)
    near = y + away * (half + row.reach(above=above))
    chains = [_bow(row, arc, y, above=above) for arc in side]
    ends = {
        place: y + away * ((half if column.half else END_RADIUS) + _CLEAR)
        for place, column in row.columns.items()
    }
    stems = [line((x, y), (x, near)) for x in jumps.stems(row.columns)]
    behind: list[Shape] = [
        move_line(_measured(row, arc.move), chain, layout.colours)
        for arc, chain in zip(side, chains, strict=True)
    ]
    behind += jumps_shapes(
        jumps, layout, row.rooms(above=above), columns=row.columns, ends=ends, near=near, away=away
    )
    return behind, _figures(row, side, chains, stems=stems, taken=taken)


def _measured(row: Row, move: Move) -> Move:
    """Return a move as wide as its figure: all who start take the only way in, which is plain."""
    return move if has_figure(move, row.layout) else evolve(move, share=None)


def _straight(row: Row, move: Move, y: float) -> Chain:
    here, there = row.columns[move.source], row.columns[move.target]
    left = here.x + (here.half or START_RADIUS) + 1
    return line((left, y), (there.x - (there.half or END_RADIUS) - _CLEAR, y))


def _straight_figure(row: Row, move: Move, y: float) -> tuple[Shape, ...]:
    """Return the share above a straight line, unless it is the only way in."""
    if not has_figure(move, row.layout):
        return ()
    chain = _straight(row, move, y)
    said = text(
        percent(move.share or 0),
        (chain[0][0] + chain[-1][0]) / 2 - 2,
        y - move_width(move) / 2 - 4,
        size=FIGURE,
        bold=True,
        anchor="middle",
        valign="bottom",
        colour=row.layout.colours.ink,
        background=row.layout.colours.paper,
    )
    return (said,)


def _loop(move: Move, x: float, top: float) -> Chain:
    """Return the line of a step that repeats itself, up to the box and around to it again."""
    half, high = 5.5 + move_width(move) / 2, loop_height(move) * 4 / 3
    return (
        (x + half, top),
        (x + half * 3.2 + 3, top - high),
        (x - half * 3.2 - 3, top - high),
        (x - half, top - _CLEAR),
    )


def _bow(row: Row, arc: Arc, y: float, *, above: bool) -> Chain:
    away, half = -1 if above else 1, row.layout.box_height / 2

    def end(place: int, x: float, clear: float) -> Point:
        edge = half if row.columns[place].half else START_RADIUS if place < 0 else END_RADIUS
        return (x, y + away * (edge + clear))

    return bow(
        end(arc.move.source, arc.start, 0),
        end(arc.move.target, arc.end, _CLEAR),
        y + away * (half + row.level(arc.level, above=above)),
        corner=arc.corner,
        lean=1.0 if above else 0.0,
    )


def _figures(
    row: Row,
    side: Sequence[Arc],
    chains: Sequence[Chain],
    *,
    stems: Sequence[Chain],
    taken: Sequence[Box],
) -> list[Shape]:
    """Return the shares on the arcs of one side, each where it hides no other line."""
    rulers = [Ruler(chain) for chain in chains]
    trails = [trail(ruler) for ruler in (*rulers, *map(Ruler, stems))]
    occupied, found = list(taken), list[Shape]()
    for number, arc in enumerate(side):
        if not has_figure(arc.move, row.layout):
            continue
        others = [points for other, points in enumerate(trails) if other != number]
        at = figure_place(rulers[number], figure_size(arc.move), trails=others, taken=occupied)
        card = figure(arc.move, at, row.layout.colours)
        occupied.append(card.box)
        found.append(card)
    return found


def _drop(row: Row, place: int, move: Move, y: float) -> Card:
    """Return the way out below a box, or below the name of the start."""
    colours, x = row.layout.colours, row.columns[place].x
    top = y + (row.layout.box_height / 2 if place >= 0 else 30)
    width, end = move_width(move), top + _CLEAR + STUB
    dash = dash_of(lines.DASH_EXIT, width)
    items: list[Shape] = [
        Polyline(
            [(x, top + _CLEAR), (x, end - DROP_RADIUS)],
            stroke=colours.muted,
            stroke_width=width,
            dash=dash,
        ),
        *lines.drop_mark(x, end, colour=colours.muted, paper=colours.paper, radius=DROP_RADIUS),
    ]
    if move.share is not None:
        items.append(
            text(
                percent(move.share),
                x,
                end + DROP_RADIUS + 1,
                size=FIGURE,
                bold=True,
                anchor="middle",
                colour=colours.muted,
                background=colours.paper,
            )
        )
    return as_card(items, move.tooltip)


def _stations(row: Row, y: float) -> list[Shape]:
    layout, colours = row.layout, row.layout.colours
    items: list[Shape] = []
    for place, column in row.columns.items():
        if place < 0:
            items.append(lines.start_disc(column.x, y, colour=colours.ink, radius=START_RADIUS))
            items.append(_end_name(layout, say("start", layout.lang), column.x, y + 13))
        elif place == layout.road.end:
            items += lines.bullseye(
                column.x, y, colour=colours.positive, paper=colours.paper, radius=END_RADIUS
            )
            items.append(_end_name(layout, layout.end_name, column.x, y + 15))
        else:
            items.append(_box(layout, place, column.x, y))
    return items


def _end_name(layout: Layout, name: str, x: float, y: float) -> TextBlock:
    return text(
        name,
        x,
        y,
        size=FIGURE,
        bold=True,
        anchor="middle",
        width=END_NAME,
        max_lines=2,
        colour=layout.colours.ink,
        background=layout.colours.paper,
        lang=layout.lang,
    )


def _box(layout: Layout, place: int, x: float, y: float) -> Card:
    """Return a step: its name, and a smaller line below it."""
    step, fill = layout.road.steps[place], layout.fills[place]
    wide, high = layout.box_width, layout.box_height
    left, top, colour = x - wide / 2, y - high / 2, layout.colours.on_brand
    name = text(
        step.label,
        x,
        0,
        size=layout.size,
        width=wide - 14,
        anchor="middle",
        bold=True,
        colour=colour,
        background=fill,
        max_lines=5,
        balanced=True,
        lang=layout.lang,
    )
    below = text(
        step.below,
        x,
        0,
        size=SMALL,
        width=wide - 14,
        anchor="middle",
        colour=colour,
        background=fill,
        max_lines=2,
        lang=layout.lang,
    )
    room = 9.0 if layout.folded else 0.0
    start = top + room + (high - room - name.height - below.height) / 2
    items: list[Shape] = [panel(left, top, wide, high, fill=fill, radius=8)]
    if layout.folded:
        number = text(str(place + 1), left + 8, top + 4, size=SMALL, colour=colour, background=fill)
        items.append(number)
    items += [
        TextBlock(
            block.x,
            at,
            block.lines,
            size=block.size,
            anchor=block.anchor,
            bold=block.bold,
            colour=block.colour,
            background=block.background,
            width=block.width,
        )
        for block, at in ((name, start), (below, start + name.height))
        if block.lines
    ]
    return Card(left, top, wide, high, items=items, tooltip=step.tooltip)
