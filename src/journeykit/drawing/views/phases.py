"""Phases or touchpoints in a row, with all the ways between them, in and out: an arc diagram."""

import math
from collections.abc import Sequence

from journeykit.drawing import metrics
from journeykit.drawing.geometry import elbow
from journeykit.drawing.options import Options
from journeykit.drawing.palette import phase_colours
from journeykit.drawing.parts import MARGIN, legend, title_block, transition_entry
from journeykit.drawing.scene import LEADING, Scene, Shape
from journeykit.drawing.views._moves import Move, Road, road_of
from journeykit.drawing.views._phase_layout import (
    FIGURE,
    SMALL,
    Layout,
    figure,
    has_figure,
    move_line,
)
from journeykit.drawing.views._phase_painting import row_shapes
from journeykit.drawing.views._phase_rows import (
    END_RADIUS,
    START_RADIUS,
    Row,
    is_road,
    lay_row,
)
from journeykit.drawing.views._phrases import listed, percent, phrase
from journeykit.drawing.words import say
from journeykit.errors import RenderError
from journeykit.journey import Journey
from journeykit.model import JourneyModel

__all__ = ["scene"]

_WIDEST = 1190.0  # A3 landscape
_NARROWEST = 420.0
_BOX = 127.0
_LEAST_BOX = 92.0
_MOST_BOX = 176.0
_MOST_IN_ROW = 7
_SIZES = (13.0, 12.0, 11.0, 10.0)
_CHANNEL = 34.0  # room beside the rows where the road runs on to the next
_FEW_LINES = 3
_KINDS = {"next": "forward", "skip": "skip", "back": "back", "repeat": "repeat"}


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
    layout = _layout(road, options)
    title = options.title if options.title is not None else subject.label
    colours = options.theme
    head = title_block(
        title.pick(options.lang),
        _subtitle(subject, road, options.lang),
        x=MARGIN,
        y=MARGIN,
        width=layout.width - 2 * MARGIN,
        colours=colours,
        state=_state(subject, options.lang),
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
            for kind, word in _legend_kinds(road)
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
        description=_description(road, options.lang),
        lang=options.lang,
        items=[*items, *signs.items],
    )


# --- laying out -------------------------------------------------------------------------


def _layout(road: Road, options: Options) -> Layout:
    count, lang = len(road.steps), options.lang
    gap = 64.0 if road.weighted else 46.0
    ends = [move.source == -1 for move in road.moves]
    named = [move.label for move in road.moves if move.target == count]
    end_name = named[0] if named and len(set(named)) == 1 and named[0] else say("conversion", lang)
    start_half = _half_name(say("start", lang))
    left = start_half + START_RADIUS + gap * 0.75 if any(ends) or -1 in road.drops else 0.0
    right = gap + END_RADIUS + max(END_RADIUS, _half_name(end_name)) if named else 0.0
    total = options.width or _WIDEST
    free = total - 2 * MARGIN
    per_row = min(_fitting(free - left - right, gap), _MOST_IN_ROW, count)
    if per_row < count:
        left, right = max(left, _CHANNEL), max(right, _right_channel(road))
        per_row = min(_fitting(free - left - right, gap), _MOST_IN_ROW)
        per_row = math.ceil(count / math.ceil(count / per_row))
    free -= left + right
    widest = _BOX if options.width is None else _MOST_BOX
    box = max(24.0, min(widest, (free + gap) / per_row - gap))
    if options.width is not None and per_row > 1:
        gap = min(120.0, max(gap, (free - box * per_row) / (per_row - 1)))
    taken = left + right + per_row * box + (per_row - 1) * gap
    size, high = _name_size(road, box, lang)
    if per_row < count:
        high += 9
    return Layout(
        road=road,
        colours=options.theme,
        lang=lang,
        fills=phase_colours(count, options.theme),
        per_row=per_row,
        width=options.width or max(_NARROWEST, taken + 2 * MARGIN),
        start_x=MARGIN + start_half,
        left=MARGIN + left,
        end_gap=gap,
        box_width=box,
        box_height=high,
        gap=gap,
        size=size,
        end_name=end_name,
    )


def _right_channel(road: Road) -> float:
    """Return the room beside the rows, in which jumps from a last box name their targets."""
    jumps = any(move.target - move.source not in (0, 1) for move in road.moves)
    return 3 * _CHANNEL if jumps else _CHANNEL


def _half_name(name: str) -> float:
    words = metrics.wrap(name, 84, FIGURE, bold=True, max_lines=2)
    return max((metrics.width(one, FIGURE, bold=True) for one in words), default=0) / 2 + 2


def _fitting(room: float, gap: float) -> int:
    return max(1, int((room + gap) // (_LEAST_BOX + gap)))


def _name_size(road: Road, box: float, lang: str) -> tuple[float, float]:
    """Return one size for all names, at which none is broken if that can be, and a height."""
    size = _SIZES[-1]
    wrapped: list[tuple[str, ...]] = []
    for tried in _SIZES:
        size = tried
        wrapped = [
            metrics.wrap(step.label, box - 14, tried, bold=True, max_lines=5, lang=lang)
            for step in road.steps
        ]
        whole = all(
            " ".join(said).split() == step.label.split()
            for said, step in zip(wrapped, road.steps, strict=True)
        )
        if whole and max(map(len, wrapped)) <= _FEW_LINES:
            break
    highest = 0.0
    for said, step in zip(wrapped, road.steps, strict=True):
        below = metrics.wrap(step.below, box - 14, SMALL, max_lines=2, lang=lang)
        highest = max(highest, (len(said) * size + len(below) * SMALL) * LEADING)
    return size, max(55.0, highest + 22)


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


# --- words ------------------------------------------------------------------------------


def _subtitle(subject: Journey | JourneyModel, road: Road, lang: str) -> str:
    if road.weighted:
        said = [phrase("share_of_phase" if road.of_phases else "share_of_touchpoint", lang)]
    elif isinstance(subject, JourneyModel):
        said = [subject.description.pick(lang)]
    else:
        nouns = (subject.model, subject.persona)
        said = [noun.label.pick(lang) for noun in nouns if noun is not None]
    if road.hidden is not None:
        said.append(phrase("hidden", lang, share=percent(road.hidden)))
    return " · ".join(part for part in said if part)


def _state(subject: Journey | JourneyModel, lang: str) -> str:
    future = isinstance(subject, Journey) and subject.state == "future"
    return say("future", lang) if future else ""


def _legend_kinds(road: Road) -> list[tuple[str, str]]:
    kinds = {move.kind for move in road.moves}
    found = [(kind, word) for kind, word in _KINDS.items() if kind in kinds]
    if road.drops:
        found.append(("exit", "drop_off"))
    # Nobody needs to be told what a plain arrow means.
    return [] if found == [("next", "forward")] else found


def _description(road: Road, lang: str) -> str:
    names = [step.label for step in road.steps]
    key = "phases_are" if road.of_phases else "touchpoints_are"
    said = [phrase(key, lang, names=listed(names, lang))]

    def name(place: int) -> str:
        return say("start", lang) if place < 0 else [*names, say("conversion", lang)][place]

    for kind in ("skip", "back", "repeat"):
        pairs = [
            f"{name(move.source)} → {name(move.target)}" for move in road.moves if move.kind == kind
        ]
        if pairs:
            word = say(_KINDS[kind], lang)
            said.append(phrase("moves_are", lang, kind=word, moves=listed(pairs, lang)))
    leaving = [name(place) for place in sorted(road.drops)]
    shared = [move for move in road.moves if move.share is not None and move.source >= 0]
    if shared:
        strongest = max(shared, key=_share)
        weakest = min(shared, key=_share)
        for key, move in (("strongest", strongest), ("weakest", weakest)):
            said.append(
                phrase(
                    key,
                    lang,
                    source=name(move.source),
                    target=name(move.target),
                    share=percent(_share(move)),
                )
            )
            if strongest is weakest:
                break
    lost = [move for move in road.drops.values() if move.share is not None]
    if lost:
        most = max(lost, key=_share)
        said.append(
            phrase("most_leave", lang, source=name(most.source), share=percent(_share(most)))
        )
    elif leaving:
        said.append(
            phrase("moves_are", lang, kind=say("drop_off", lang), moves=listed(leaving, lang))
        )
    return " ".join(said)


def _share(move: Move) -> float:
    return move.share or 0.0
