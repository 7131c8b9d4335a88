"""How two journeys feel, and what is to be reached: the rows of a comparison below the cards."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from journeykit.drawing import marks, metrics, parts
from journeykit.drawing.geometry import Chain, line, monotone, pieces, split
from journeykit.drawing.lines import arrow
from journeykit.drawing.palette import Theme, mix
from journeykit.drawing.parts import Placed
from journeykit.drawing.scene import (
    LEADING,
    Curve,
    Ellipse,
    Point,
    Polygon,
    Shape,
    TextBlock,
    moved,
)
from journeykit.drawing.views import _sentences
from journeykit.drawing.views.comparison.pairs import Column
from journeykit.drawing.views.comparison.sheet import GAP, PAD, Sheet, row
from journeykit.goal import Goal
from journeykit.text import Text

__all__ = ["DASH", "curves", "goals"]

DASH: Final = (5.5, 3.0)
"""The dashes of what is no longer, or not yet."""
_CURVE: Final = 116.0
_SAMPLES: Final = 24  # of a curve, in a column of the usual width
_COLUMN: Final = 172.0
_WORTH_SAYING: Final = 0.25
_GAIN_SIZE: Final = 9.0
_GAIN_HIGH: Final = 15.0
_ASIDE: Final = 8.0  # from the middle of a phase to what it gains
_AWAY: Final = 11.0  # from a curve to the middle of that
_PARTS: Final = 4  # of the room for that, between which curves are taken to be straight
_NAME_SIZE: Final = 8.5
_INDENT: Final = 12.0  # from the sides of a cell to a goal
_KPIS: Final = Text({"en": "KPIs", "nl": "KPI's"})

Sample: TypeAlias = tuple[float, float, float]
"""A place, and how high each curve is there."""


# --- emotions ---------------------------------------------------------------------------


def curves(sheet: Sheet, band: Sequence[Column], y: float) -> Placed:
    """Return both emotion curves of a band, and what lies between them."""
    felt = [[column.now for column in band], [column.later for column in band]]
    if not any(score is not None for scores in felt for score in scores):
        return Placed((), sheet.x(len(band)), y)
    colours = sheet.colours
    name = Text({"en": "Emotion", "nl": "Emotie"}).pick(sheet.lang)
    items = row(sheet, y, _CURVE, count=len(band), name=name, icon="heart")
    zero, step = y + _CURVE / 2, (_CURVE - 28) / 4
    left, right = sheet.x(0), sheet.x(len(band))
    for score in (2, 0, -2):
        height = zero - score * step
        items.append(
            parts.text(
                _sentences.signed(score, sheet.lang),
                left - 8,
                height,
                size=8,
                anchor="end",
                valign="middle",
                colour=colours.muted,
                background=colours.panel,
            )
        )
    items.append(Curve(line((left, zero), (right, zero)), stroke=colours.rule, stroke_width=1))
    chains = [_chain(sheet, scores, zero, step) for scores in felt]
    if all(chains):
        items += _gains(chains[0], chains[1], colours)
    styles = ((colours.muted, DASH), (colours.positive, None))
    for chain, (colour, dash) in zip(chains, styles, strict=True):
        if chain:
            items.append(Curve(chain, stroke=colour, stroke_width=2.2, dash=dash))
    for place, column in enumerate(band):
        x = sheet.x(place) + sheet.column / 2
        items += _points(sheet, column, x, zero, step)
        items += _gain(sheet, column, x, chains, (y, y + _CURVE))
    return Placed(tuple(items), right, y + _CURVE + 8)


def _chain(sheet: Sheet, scores: Sequence[float | None], zero: float, step: float) -> Chain:
    """Return a curve through the phases of which it is known how they feel, and no others."""
    known = [
        (place, zero - score * step) for place, score in enumerate(scores) if score is not None
    ]
    if not known:
        return ()
    middles = [(sheet.x(place) + sheet.column / 2, y) for place, y in known]
    (first, start), (last, end) = known[0], known[-1]
    return monotone([(sheet.x(first), start), *middles, (sheet.x(last + 1), end)])


def _gains(now: Sequence[Point], later: Sequence[Point], colours: Theme) -> Iterator[Shape]:
    """Give the areas between two curves: gains in one tint, losses in another."""
    left, right = max(now[0][0], later[0][0]), min(now[-1][0], later[-1][0])
    if left >= right:
        return
    count = max(2, round(_SAMPLES * (right - left) / _COLUMN))
    xs = [left + (right - left) * step / count for step in range(count + 1)]
    pairs = [(x, _height(now, x), _height(later, x)) for x in xs]
    for gains, run in itertools.groupby(itertools.pairwise(pairs), key=_is_gain):
        slices = list(run)
        corners = [slices[0][0], *(end for _, end in slices)]
        outline = [(x, low) for x, low, _ in corners]
        outline += [(x, high) for x, _, high in reversed(corners)]
        tint = colours.positive if gains else colours.negative
        yield Polygon(outline, fill=mix(colours.panel, tint, share=0.28))


def _is_gain(slice_: tuple[Sample, Sample]) -> bool:
    return sum(low - high for _, low, high in slice_) >= 0


def _height(chain: Sequence[Point], x: float) -> float:
    all_pieces = pieces(tuple(chain))
    piece = next((piece for piece in all_pieces if x <= piece[3][0]), all_pieces[-1])
    start, end = piece[0][0], piece[3][0]
    # The controls stand at the thirds, so that x runs evenly along the piece.
    share = min(max((x - start) / (end - start), 0.0), 1.0)
    return split(piece, share)[0][3][1]


def _points(sheet: Sheet, column: Column, x: float, zero: float, step: float) -> Iterator[Shape]:
    colours = sheet.colours
    if column.now is not None:
        y = zero - column.now * step
        yield Ellipse(x, y, 4.5, fill=colours.paper, stroke=colours.muted, stroke_width=1.6)
    if column.later is not None:
        y = zero - column.later * step
        yield Ellipse(x, y, 4.5, fill=colours.positive, stroke=colours.paper, stroke_width=1)


def _gain(
    sheet: Sheet, column: Column, x: float, chains: Sequence[Chain], sides: tuple[float, float]
) -> tuple[Shape, ...]:
    """Return what a phase gains or loses, beside its point, where it hides no curve.

    Args:
        sheet: What is drawn.
        column: The phase.
        x: Its middle.
        chains: Both curves.
        sides: Top and bottom of the row.
    """
    if column.now is None or column.later is None:
        return ()
    gain = column.later - column.now
    if abs(gain) < _WORTH_SAYING:
        return ()
    words = _sentences.signed(round(gain, 1), sheet.lang)
    wide = marks.pill_width(words, size=_GAIN_SIZE)
    between: list[Point] = []
    beside: list[Point] = []
    for left in (x + _ASIDE, x - _ASIDE - wide):
        heights = [
            sorted(_height(chain, left + wide * part / _PARTS) for chain in chains)
            for part in range(_PARTS + 1)
        ]
        upper, lower = [high for high, _ in heights], [low for _, low in heights]
        if min(lower) - max(upper) >= _GAIN_HIGH + 4:
            between.append((left, (min(lower) + max(upper)) / 2))
        beside += [(left, min(upper) - _AWAY), (left, max(lower) + _AWAY)]
    top, bottom = sides[0] + _GAIN_HIGH / 2, sides[1] - _GAIN_HIGH / 2
    free = [*between, *(place for place in beside if top <= place[1] <= bottom)]
    middle = sum(_height(chain, x) for chain in chains) / 2
    left, middle = next(iter(free), (x + _ASIDE, middle))
    colours = sheet.colours
    return marks.pill(
        left,
        middle,
        words,
        colour=colours.positive if gain > 0 else colours.negative,
        fill=colours.paper,
        size=_GAIN_SIZE,
        height=_GAIN_HIGH,
        anchor="start",
    )


# --- goals ------------------------------------------------------------------------------


def goals(sheet: Sheet, band: Sequence[Column], y: float) -> Placed:
    """Return what should be reached in each phase: where it stands, and where it should."""
    most = max(len(column.goals) for column in band)
    if most == 0:
        return Placed((), sheet.x(len(band)), y)
    names = [[_goal_name(sheet, goal) for goal in column.goals] for column in band]
    above = 2.8 + _NAME_SIZE * LEADING * max(len(name.lines) for cell in names for name in cell)
    high = above + 21
    height = most * high + 2 * PAD
    items = row(sheet, y, height, count=len(band), name=_KPIS.pick(sheet.lang), icon="chart")
    for place, column in enumerate(band):
        for number, (goal, name) in enumerate(zip(column.goals, names[place], strict=True)):
            x, top = sheet.x(place) + _INDENT, y + PAD + number * high
            items += moved([name], x, top)
            items += _goal(sheet, goal, x, top + above)
    return Placed(tuple(items), sheet.x(len(band)), y + height + 8)


def _goal_name(sheet: Sheet, goal: Goal) -> TextBlock:
    """Return what is measured, at the top left corner of the picture."""
    return parts.text(
        (goal.metric or goal.label).pick(sheet.lang),
        0,
        0,
        size=_NAME_SIZE,
        width=sheet.column - GAP - 2 * _INDENT,
        colour=sheet.colours.muted,
        background=sheet.colours.panel,
        max_lines=3,
        lang=sheet.lang,
    )


def _goal(sheet: Sheet, goal: Goal, x: float, y: float) -> Iterator[Shape]:
    """Give where a goal stands, and where it should."""
    colours, width = sheet.colours, sheet.column - GAP - 2 * _INDENT
    ends = [
        "" if end is None else f"{_sentences.figure(end, sheet.lang)} {goal.unit}".strip()
        for end in (goal.baseline, goal.target)
    ]
    if ends[0]:
        block = parts.text(
            ends[0],
            x,
            y,
            size=10,
            width=width * 0.42,
            colour=colours.muted,
            background=colours.panel,
            max_lines=1,
        )
        yield block
        x += metrics.width(block.lines[0], 10) + 8
        width -= metrics.width(block.lines[0], 10) + 8
    if ends[1]:
        yield from arrow(((x, y + 6), (x + 20, y + 6)), colour=colours.muted, width=1.3)
        yield parts.text(
            ends[1],
            x + 27,
            y,
            size=10,
            bold=True,
            width=width - 27,
            colour=colours.positive,
            background=colours.panel,
            max_lines=1,
        )
