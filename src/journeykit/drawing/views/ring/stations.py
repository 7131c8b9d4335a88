"""The discs of a ring, their names, and the ways in from the start and out to the ends."""

import math
from typing import Final

from attrs import evolve

from journeykit.drawing import lines, parts
from journeykit.drawing.geometry import line
from journeykit.drawing.scene import (
    Anchor,
    Card,
    Ellipse,
    Point,
    Polyline,
    Shape,
    moved,
)
from journeykit.drawing.views._moves import Move
from journeykit.drawing.views._phase_layout import FIGURE, as_card, dash_of, move_line, move_width
from journeykit.drawing.views.ring.circle import angle, on_circle
from journeykit.drawing.views.ring.layout import Plan, is_upright
from journeykit.drawing.views.ring.words import disc_words, label, said_at_end, ways_out

__all__ = ["disc_at", "name_at", "ways_at"]

_GAP: Final = 2.0  # from a disc to the end of a line
_STUB: Final = 30.0  # from a disc to a drop-off mark
_WAY: Final = 46.0  # from a disc to the start or to an end
_MARKS: Final = {"entry": 8.0, "exit": 5.5, "end": 11.0}
_END_NAME: Final = 84.0
_SPREAD: Final = {0: (), 1: (0.0,), 2: (-26.0, 26.0), 3: (-48.0, 0.0, 48.0)}
"""Directions of the ways at a disc, by how many there are, in degrees from straight out."""
_LEFT: Final = -0.3  # cos of a direction from which on words stand at the left
_NUMBER: Final = {"beside": 13.0, "listed": 9.0}
"""Size of the numbers in discs without a name."""


def disc_at(plan: Plan, place: int) -> Card:
    """Return a disc with its number, and its name where that stands in it.

    Args:
        plan: How the ring is laid out.
        place: The place of the step.
    """
    wheel, (x, y) = plan.wheel, on_circle(plan.radius, angle(place, plan.count))
    fill = wheel.fills[place]
    if plan.manner == "inside":
        words = disc_words(wheel, place, size=plan.size, disc=plan.disc)
    else:
        number = parts.text(
            str(place + 1),
            0,
            0,
            size=_NUMBER[plan.manner],
            bold=True,
            anchor="middle",
            valign="middle",
            colour=wheel.colours.on_brand,
            background=fill,
        )
        words = (number,)
    half = plan.disc / math.sqrt(2)
    items = (Ellipse(x, y, plan.disc, fill=fill), *moved(words, x, y))
    box = (x - half, y - half, 2 * half, 2 * half)
    return Card(*box, items=items, tooltip=wheel.road.steps[place].tooltip)


def name_at(plan: Plan, place: int) -> list[Card]:
    """Return the name beside a disc, with its ways in and out, if there is anything to say.

    Args:
        plan: How the ring is laid out.
        place: The place of the step.
    """
    here = angle(place, plan.count)
    x, y = on_circle(plan.radius, here)
    right, low = (side > 0 for side in on_circle(1, here))
    upright = is_upright(place, plan.count)
    anchor: Anchor = "middle" if upright else "start" if right else "end"
    said = label(plan.wheel, place, anchor=anchor, width=plan.block)
    aside = plan.disc + (5 if upright else 9)
    if upright:
        y += aside if low else -aside - said.height
    else:
        x += aside if right else -aside
        y -= said.height / 2
    return [as_card(moved(said.items, x, y), "", role="name")] if said.items else []


def ways_at(plan: Plan, place: int) -> list[Card]:
    """Return the ways in from the start and out to the ends, away from the middle.

    Args:
        plan: How the ring is laid out.
        place: The place of the step.
    """
    ways = ways_out(plan.wheel, place)
    here = angle(place, plan.count)
    return [
        _way(plan, place, kind, move, here + turn)
        for (kind, move), turn in zip(ways, _SPREAD[len(ways)], strict=True)
    ]


def _way(plan: Plan, place: int, kind: str, move: Move, degrees: float) -> Card:
    wheel, colours = plan.wheel, plan.wheel.colours
    middle_x, middle_y = on_circle(plan.radius, angle(place, plan.count))
    cos, sin = on_circle(1, degrees)

    def along(distance: float) -> Point:
        return (middle_x + (plan.disc + distance) * cos, middle_y + (plan.disc + distance) * sin)

    mark = _MARKS[kind]
    x, y = along(_STUB if kind == "exit" else _WAY)
    items: list[Shape] = []
    if kind == "exit":
        width = move_width(move)
        stub = [along(_GAP), along(_STUB - mark)]
        dash = dash_of(lines.DASH_EXIT, width)
        items.append(Polyline(stub, stroke=colours.muted, stroke_width=width, dash=dash))
        items += lines.drop_mark(x, y, colour=colours.muted, paper=colours.paper, radius=mark)
    elif kind == "end":
        chain = line(along(1), along(_WAY - mark - _GAP))
        items += [move_line(move, chain, colours)]
        items += lines.bullseye(x, y, colour=colours.positive, paper=colours.paper, radius=mark)
    else:
        # The share of the only way in tells nothing.
        shown = move if said_at_end(wheel, kind, move).count("\n") else evolve(move, share=None)
        items += [move_line(shown, line(along(_WAY - mark - 1), along(_GAP)), colours)]
        items.append(lines.start_disc(x, y, colour=colours.ink, radius=mark))
    words = parts.text(
        said_at_end(wheel, kind, move),
        0,
        0,
        size=FIGURE,
        bold=True,
        width=_END_NAME,
        max_lines=3,
        colour=colours.muted if kind == "exit" else colours.ink,
        background=colours.paper,
        lang=wheel.lang,
    )
    left = cos < _LEFT
    side = x + (mark + 4) * (-1 if left else 1)
    placed = evolve(words, x=side, y=y - words.height / 2, anchor="end" if left else "start")
    items += [placed] if words.lines else []
    return as_card(items, move.tooltip)
