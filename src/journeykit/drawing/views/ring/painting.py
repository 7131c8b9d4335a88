"""A ring, painted around (0, 0): the circle, the chords across it, and what stands on both."""

import math
from collections.abc import Sequence
from typing import Final

from journeykit.drawing import icons, lines, parts
from journeykit.drawing.geometry import Chain, Ruler
from journeykit.drawing.palette import contrast
from journeykit.drawing.scene import (
    Box,
    Card,
    Curve,
    Ellipse,
    Point,
    Rect,
    Shape,
)
from journeykit.drawing.views._arcs import figure_place, trail
from journeykit.drawing.views._moves import Move
from journeykit.drawing.views._phase_layout import (
    FIGURE,
    as_card,
    dash_of,
    figure,
    figure_size,
    move_line,
    move_width,
)
from journeykit.drawing.views._phase_rows import loop_height, loop_top
from journeykit.drawing.views._phrases import percent
from journeykit.drawing.views.ring.circle import Circle, angle, around, bends, on_circle
from journeykit.drawing.views.ring.clearance import meet
from journeykit.drawing.views.ring.layout import Plan
from journeykit.drawing.views.ring.stations import disc_at, name_at, ways_at
from journeykit.drawing.views.ring.wheel import Wheel

__all__ = ["badge", "ring_shapes"]

_CLEAR: Final = 5.0  # from a disc to the arc along the circle
_GAP: Final = 2.0  # from a disc to the end of a line
_PLAIN: Final = 5.0  # width of the circle where there are no shares
_BAND: Final = 12.5
_BADGE: Final = 10.5
_FIRST_TURN, _LOOP_TURN = 10.0, 32.0  # degrees from the line to the middle to the first chord
_VISIBLE: Final = 3.0  # contrast of a line with the paper


def ring_shapes(plan: Plan) -> tuple[Shape, ...]:
    """Return the shapes of a ring around (0, 0), from the bottom up.

    Args:
        plan: How it is laid out.
    """
    colours = plan.wheel.colours
    rim, rim_marks = _rim(plan)
    loops = [move_line(move, _loop(plan, move), colours) for move in plan.loops()]
    turns = [_loop_figure(plan, move) for move in plan.loops() if move.share is not None]
    discs = [disc_at(plan, place) for place in range(plan.count)]
    centre = as_card(plan.centre, "", role="centre") if plan.centre else None
    taken = [card.box for card in (*rim_marks, *turns, *discs)]
    taken += [centre.box] if centre is not None else []
    circle = Circle(
        plan.count, plan.radius, plan.disc, plan.hollow, _LOOP_TURN if loops else _FIRST_TURN
    )
    across = bends(plan.chords, plan.levels, circle)
    behind = [
        move_line(chord.move, chain, colours)
        for chord, chain in zip(plan.chords, across, strict=True)
    ]
    figures = _chord_figures(plan, across, taken)
    outside: list[Card] = []
    for place in range(plan.count):
        if plan.manner == "inside":
            outside += ways_at(plan, place)
        elif plan.manner == "beside":
            outside += name_at(plan, place)
    middle = () if centre is None else (centre,)
    return (*rim, *behind, *loops, *outside, *discs, *rim_marks, *turns, *figures, *middle)


# --- along the circle -------------------------------------------------------------------


def _rim(plan: Plan) -> tuple[list[Shape], list[Card]]:
    """Return the arcs along the circle, and what stands at them."""
    wheel, colours = plan.wheel, plan.wheel.colours
    bands: list[Shape] = [
        Curve(
            around(plan.radius, plan.disc, place, plan.count, clear=_CLEAR),
            stroke=colours.hairline,
            stroke_width=1.2,
        )
        for place in range(plan.count if plan.closed else plan.count - 1)
    ]
    arcs: list[Shape] = []
    signs: list[Card] = []
    seen = all(contrast(fill, colours.paper) >= _VISIBLE for fill in wheel.fills)
    for move in plan.rim():
        place = move.source
        width = _PLAIN if move.share is None else lines.line_width(move.share)
        stroke = lines.transition_stroke(move.kind, colours)
        chain = around(plan.radius, plan.disc, place, plan.count, clear=_CLEAR)
        if wheel.road.weighted:
            wide = around(plan.radius, plan.disc, place, plan.count, clear=_CLEAR - 2)
            bands.append(Curve(wide, stroke=colours.panel2, stroke_width=_BAND))
        shapes = lines.arrow(
            chain,
            colour=wheel.fills[place] if seen and move.kind == "next" else stroke.colour,
            width=width,
            head=stroke.head,
            dash=stroke.dash and dash_of(stroke.dash, width),
            paper=colours.paper,
        )
        arcs.append(as_card(shapes, move.tooltip))
        middle = angle(place, plan.count) + 180 / plan.count
        if wheel.crosses(move):
            at = on_circle(plan.radius, middle)
            signs.append(as_card(badge(*at, wheel=wheel, colour=stroke.colour), move.tooltip))
        if move.share is not None:
            signs.append(_rim_figure(plan, move, middle))
    return [*bands, *arcs], signs


def _rim_figure(plan: Plan, move: Move, degrees: float) -> Card:
    """Return the share at an arc, outside the circle or inside."""
    half, high = (side / 2 for side in figure_size(move))
    cos, sin = on_circle(1, degrees)
    crossing = plan.wheel.crosses(move)
    away = (_BADGE if crossing else _BAND / 2) + 2 + half * abs(cos) + high * abs(sin)
    away = away if plan.figures_outside else -away
    return figure(move, on_circle(plan.radius + away, degrees), plan.wheel.colours)


def badge(
    x: float, y: float, *, wheel: Wheel, colour: str, radius: float = _BADGE
) -> tuple[Shape, ...]:
    """Return the sign of a move from one customer to another.

    Args:
        x: The middle.
        y: The middle.
        wheel: What it stands on.
        colour: Colour of the line that it stands on.
        radius: Its radius.
    """
    disc = Ellipse(x, y, radius, fill=wheel.colours.paper, stroke=colour, stroke_width=1.4)
    half = radius * 2 / 3
    return (disc, *icons.icon("people", x - half, y - half, 2 * half, colour, stroke=1.2))


# --- across -----------------------------------------------------------------------------


def _chord_figures(plan: Plan, chains: Sequence[Chain], taken: Sequence[Box]) -> list[Card]:
    """Return what stands on the chords, each where it hides no other line."""
    wheel = plan.wheel
    rulers = [Ruler(chain) for chain in chains]
    trails = [trail(ruler) for ruler in rulers]
    occupied, found = list(taken), list[Card]()
    for number, chord in enumerate(plan.chords):
        crossing = wheel.crosses(chord.move)
        if chord.move.share is None and not crossing:
            continue
        size = (2 * _BADGE, 2 * _BADGE) if crossing else figure_size(chord.move)
        if crossing and chord.move.share is not None:
            size = (size[0] + figure_size(chord.move)[0] - 4, size[1])
        others = [points for other, points in enumerate(trails) if other != number]
        x, y = figure_place(rulers[number], size, trails=others, taken=occupied)
        card = _chord_figure(wheel, chord.move, (x, y), size)
        # In a crowd the tooltip has to say it: words over words say nothing.
        if not any(meet(card.box, box) for box in occupied):
            occupied.append(card.box)
            found.append(card)
    return found


def _chord_figure(wheel: Wheel, move: Move, at: Point, size: Point) -> Card:
    if not wheel.crosses(move):
        return figure(move, at, wheel.colours)
    (x, y), (width, high) = at, size
    colour = lines.transition_stroke(move.kind, wheel.colours).colour
    left = x - width / 2
    ground = Rect(
        left,
        y - high / 2,
        width,
        high,
        radius=high / 2,
        fill=wheel.colours.paper,
        stroke=colour,
        stroke_width=1.4,
    )
    items: list[Shape] = [ground, *icons.icon("people", left + 3.5, y - 7, 14, colour, stroke=1.2)]
    if move.share is not None:
        said = parts.text(
            percent(move.share),
            left + 2 * _BADGE - 1,
            y,
            size=FIGURE,
            bold=True,
            valign="middle",
            colour=colour,
            background=wheel.colours.paper,
        )
        items.append(said)
    return as_card(items, move.tooltip)


def _loop(plan: Plan, move: Move) -> Chain:
    """Return the line of a step that repeats itself, in towards the middle and out again."""
    half, high = 5.5 + move_width(move) / 2, loop_height(move) * 4 / 3
    foot = math.sqrt(max(0.0, plan.disc**2 - half**2))
    wide = half * 3.2 + 3
    points = (
        (foot, half),
        (plan.disc + high, wide),
        (plan.disc + high, -wide),
        (foot + _GAP, -half),
    )
    return tuple(_inwards(plan, move.source, inward, aside) for inward, aside in points)


def _inwards(plan: Plan, place: int, deep: float, aside: float) -> Point:
    """Return a point from the middle of a disc towards the middle of the circle."""
    here = angle(place, plan.count)
    x, y = on_circle(plan.radius - deep, here)
    dx, dy = on_circle(aside, here + 90)
    return (x + dx, y + dy)


def _loop_figure(plan: Plan, move: Move) -> Card:
    at = _inwards(plan, move.source, plan.disc + loop_top(move) - 8, 0)
    return figure(move, at, plan.wheel.colours)
