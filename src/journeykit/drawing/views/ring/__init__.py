"""Phases on a circle, for models whose end leads back to their beginning: rings and flywheels."""

from typing import Final

from journeykit.drawing import lines, marks
from journeykit.drawing.geometry import line
from journeykit.drawing.options import Options
from journeykit.drawing.parts import (
    MARGIN,
    LegendEntry,
    Placed,
    legend,
    title_block,
    transition_entry,
)
from journeykit.drawing.scene import Scene, Shape, moved
from journeykit.drawing.views._phase_layout import as_card
from journeykit.drawing.views._phrases import listed, percent, phrase
from journeykit.drawing.views._road_words import described, legend_kinds, state, subtitle
from journeykit.drawing.views.ring.clearance import collide
from journeykit.drawing.views.ring.layout import WIDEST, Plan, plans
from journeykit.drawing.views.ring.painting import badge, ring_shapes
from journeykit.drawing.views.ring.wheel import Wheel, wheel_of
from journeykit.drawing.views.ring.words import label
from journeykit.drawing.words import say
from journeykit.text import Text

__all__ = ["scene"]

_LEAST: Final = 480.0
_EVEN: Final = 860.0  # up to this width the circle stands in the middle
_ABOVE: Final = 18.0
_LIST_GAP: Final = 26.0
_COLUMN: Final = 186.0
_BETWEEN: Final = 22.0
_NUMBER: Final = 26.0  # from the number of a step in the list to its name
_ENTRY_GAP: Final = 9.0
_CROSSING: Final = Text({"en": "On to other customers", "nl": "Door naar andere klanten"})
_ON_CIRCLE: Final = Text(
    {
        "en": "On a circle, clockwise from the top.",
        "nl": "Op een cirkel, met de klok mee vanaf boven.",
    }
)


def scene(subject: object, options: Options) -> Scene:
    """Draw the phases of a journey or a journey model on a circle.

    Time runs with the clock from the top. The next phase is reached along the circle, all others
    across it; who starts, converts or drops off does so outside it. A journey between
    touchpoints is drawn between their phases. Names stand in the discs, beside them, or in a
    list below, as they fit.

    Args:
        subject: A `Journey` or a `JourneyModel`; it need not be cyclic.
        options: What is wanted of the picture. Under the names stand the words of the lanes
            that are asked for, or else who owns each phase.

    Raises:
        RenderError: It is something else, or there is nothing to draw.
        UnknownKeyError: The options ask for a lane that is not there.

    Example:
        >>> from journeykit.presets import HUBSPOT_FLYWHEEL
        >>> scene(HUBSPOT_FLYWHEEL, Options(lang="nl")).title
        'Vliegwiel (HubSpot)'
    """
    wheel = wheel_of(subject, options)
    plan, shapes = _fitting(wheel, options)
    left, top, right, bottom = as_card(shapes, "").box
    width = _width(left, right, options)
    title = (options.title or wheel.subject.label).pick(options.lang)
    head = title_block(
        title,
        subtitle(wheel.subject, wheel.road, options.lang),
        x=MARGIN,
        y=MARGIN,
        width=width - 2 * MARGIN,
        colours=options.theme,
        state=state(wheel.subject, options.lang),
        lang=options.lang,
    )
    x = max(MARGIN - left, min(width / 2, width - MARGIN - right))
    y = head.bottom + _ABOVE - top
    items = [*head.items, *moved(shapes, x, y)]
    below = y + bottom
    if plan.manner == "listed":
        names = _list(wheel, below + _LIST_GAP, width)
        items += names.items
        below = names.bottom
    past = _past(wheel, below + 16, width)
    items += past.items
    signs = legend(
        _legend(wheel),
        x=MARGIN,
        y=past.bottom + 18,
        width=width - 2 * MARGIN,
        colours=options.theme,
    )
    items += signs.items
    return Scene(
        width,
        (signs.bottom - 6 if signs.items else past.bottom) + MARGIN,
        background=options.theme.paper,
        title=title,
        description=_described(wheel),
        lang=options.lang,
        items=items,
    )


def _fitting(wheel: Wheel, options: Options) -> tuple[Plan, tuple[Shape, ...]]:
    """Return the first way to lay the ring out in which nothing meets, or else the last."""
    room = (options.width or WIDEST) - 2 * MARGIN
    laid = plans(wheel, options)
    while True:
        plan = next(laid)
        shapes = ring_shapes(plan)
        left, _, right, _ = as_card(shapes, "").box
        if plan.manner == "listed" or (right - left <= room and not collide(plan, shapes)):
            return plan, shapes


def _width(left: float, right: float, options: Options) -> float:
    """Return the width of the picture, with the circle in the middle unless that wastes room."""
    even = 2 * max(-left, right)
    least = right - left + 2 * MARGIN
    if options.width is not None:
        return max(options.width, least)
    return max(_LEAST, even + 2 * MARGIN if even <= _EVEN else least)


# --- below the ring ---------------------------------------------------------------------


def _list(wheel: Wheel, y: float, width: float) -> Placed:
    """Return the names of all steps by number, in columns."""
    free = width - 2 * MARGIN + _BETWEEN
    columns = max(1, min(int(free // (_COLUMN + _BETWEEN)), wheel.count))
    rows = -(-wheel.count // columns)
    column = free / -(-wheel.count // rows)
    items: list[Shape] = []
    top = bottom = y
    for place in range(wheel.count):
        x = MARGIN + column * (place // rows)
        top = y if place % rows == 0 else top
        said = label(wheel, place, anchor="start", width=column - _BETWEEN - _NUMBER)
        number = marks.number(
            x + 9,
            top + 7,
            str(place + 1),
            colour=wheel.colours.on_brand,
            fill=wheel.fills[place],
            radius=9,
            size=9,
        )
        tooltip = wheel.road.steps[place].tooltip
        shapes = (*number, *moved(said.items, x + _NUMBER, top))
        items.append(as_card(shapes, tooltip, role="name"))
        top += max(said.height, 18) + _ENTRY_GAP
        bottom = max(bottom, top)
    return Placed(tuple(items), width, bottom - _ENTRY_GAP)


def _past(wheel: Wheel, y: float, width: float) -> Placed:
    """Return the ways from the start that pass all steps by."""
    road, colours, lang = wheel.road, wheel.colours, wheel.lang
    moves = [move for move in road.moves if (move.source, move.target) == (-1, road.end)]
    moves += [road.drops[-1]] if -1 in road.drops else []
    entries = []
    for move in moves:
        lost = move.kind == "exit"
        sign: list[Shape] = [lines.start_disc(6, 0, colour=colours.ink, radius=5)]
        if lost:
            sign += lines.drop_out(
                13, 0, length=27, angle=0, colour=colours.muted, paper=colours.paper
            )
        else:
            sign += lines.arrow(line((13, 0), (32, 0)), colour=colours.accent, width=2)
            sign += lines.bullseye(40, 0, colour=colours.positive, paper=colours.paper, radius=6.5)
        ends = say("drop_off", lang) if lost else move.label or say("conversion", lang)
        share = "" if move.share is None else percent(move.share)
        words = " ".join(filter(None, (f"{say('start', lang)} → {ends}", share)))
        entries.append(LegendEntry(words, (as_card(sign, move.tooltip),), 47))
    return legend(entries, x=MARGIN, y=y, width=width - 2 * MARGIN, colours=colours)


def _legend(wheel: Wheel) -> list[LegendEntry]:
    colours, lang = wheel.colours, wheel.lang
    found = [
        transition_entry(kind, say(word, lang), colours=colours)
        for kind, word in legend_kinds(wheel.road)
    ]
    if any(map(wheel.crosses, wheel.road.moves)):
        sign = badge(9, 0, wheel=wheel, colour=colours.muted, radius=8.5)
        found.append(LegendEntry(_CROSSING.pick(lang), sign, 18))
    return found


def _described(wheel: Wheel) -> str:
    lang, names = wheel.lang, [step.label for step in wheel.road.steps]
    said = [_ON_CIRCLE.pick(lang), described(wheel.road, lang)]
    pairs = [
        f"{names[move.source]} → {names[move.target]}"
        for move in wheel.road.moves
        if wheel.crosses(move)
    ]
    if pairs:
        kind = _CROSSING.pick(lang)
        said.append(phrase("moves_are", lang, kind=kind, moves=listed(pairs, lang)))
    if wheel.centre.figure:
        said.append(f"{wheel.centre.head} {wheel.centre.below}.")
    return " ".join(" ".join(said).split())
