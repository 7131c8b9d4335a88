"""The words of a ring: in the discs, beside them or in a list, and in the middle."""

import math
from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from journeykit.drawing import icons, lines, metrics, parts
from journeykit.drawing.scene import Anchor, Shape, TextBlock, moved
from journeykit.drawing.views._moves import Move
from journeykit.drawing.views._phase_layout import FIGURE, SMALL
from journeykit.drawing.views._phrases import percent
from journeykit.drawing.views.ring.wheel import Wheel
from journeykit.drawing.words import say

__all__ = ["Label", "centre_words", "disc_words", "label", "reach", "said_at_end", "ways_out"]

_RIM: Final = 6.0  # from the words in a disc to its edge
_NUMBER: Final = 15.0
_ROOMS: Final = (1.84, 1.64, 1.44)  # widths to try, in radii
_NAME: Final = 11.0
_MOST_LINES: Final = 4
_SIGN: Final = 19.0  # what a sign takes of a line
_MIDDLE: Final = 116.0
_LEAST_HEAD, _WIDEST_HEAD = 11.0, 170.0
_ICON: Final = 26.0


def _stacked(blocks: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    """Put blocks under each other, around the middle."""
    said = [block for block in blocks if block.lines]
    top = -sum(block.height for block in said) / 2
    placed = []
    for block in said:
        placed.append(evolve(block, y=top))
        top += block.height
    return tuple(placed)


def reach(blocks: Sequence[TextBlock]) -> float:
    """Return how far from the middle the corners of centred lines are.

    Args:
        blocks: Words around (0, 0).
    """
    far = 0.0
    for block in blocks:
        for number, words in enumerate(block.lines):
            line = evolve(block, lines=[words])
            half = parts.text_box(line)[2]
            base = block.baseline(number)
            tall = max(abs(base - 0.74 * block.size), abs(base + 0.2 * block.size))
            far = max(far, math.hypot(half, tall))
    return far


def disc_words(wheel: Wheel, place: int, *, size: float, disc: float) -> tuple[TextBlock, ...]:
    """Return the words in a disc around (0, 0), or none where they do not fit without a break.

    Args:
        wheel: What the ring shows.
        place: The place of the step.
        size: Size of its name.
        disc: Radius of the disc.
    """
    step, fill, colour = wheel.road.steps[place], wheel.fills[place], wheel.colours.on_brand

    def block(words: str, type_size: float, *, bold: bool, width: float) -> TextBlock:
        return parts.text(
            words,
            0,
            0,
            size=type_size,
            width=width,
            anchor="middle",
            bold=bold,
            balanced=True,
            colour=colour,
            background=fill,
        )

    number = block(str(place + 1), _NUMBER, bold=True, width=2 * disc)
    for room in _ROOMS:
        width = room * (disc - _RIM)
        name = block(step.label, size, bold=True, width=width)
        below = block(wheel.notes[place], SMALL, bold=False, width=width * 0.94)
        whole = all(
            " ".join(said.lines).split() == words.replace("\u00ad", "").split()
            for said, words in ((name, step.label), (below, wheel.notes[place]))
        )
        stack = _stacked((number, name, below))
        if whole and reach(stack) <= disc - _RIM + 2:
            return stack
    return ()


# --- labels -----------------------------------------------------------------------------


def ways_out(wheel: Wheel, place: int) -> list[tuple[str, Move]]:
    """Return the ways in from the start and out to the ends at a place, with the clock."""
    road = wheel.road
    found = [("entry", one) for one in road.moves if (one.source, one.target) == (-1, place)]
    found += [("exit", road.drops[place])] if place in road.drops else []
    found += [("end", one) for one in road.moves if (one.source, one.target) == (place, road.end)]
    return found


def said_at_end(wheel: Wheel, kind: str, move: Move) -> str:
    """Return what stands at a way in or out: its name and its share, where there is one."""
    names = {"entry": say("start", wheel.lang), "end": move.label or say("conversion", wheel.lang)}
    ways_in = sum(one.source == -1 for one in wheel.road.moves) + (-1 in wheel.road.drops)
    shown = move.share is not None and (kind != "entry" or ways_in > 1)
    share = percent(move.share or 0) if shown else ""
    return "\n".join(filter(None, (names.get(kind, ""), share)))


@frozen
class Label:
    """The name of a step, what stands under it, and its ways in and out, from (0, 0) down.

    Args:
        items: The shapes.
        width: Their width.
        height: Their height.
    """

    items: tuple[Shape, ...]
    width: float
    height: float


def label(wheel: Wheel, place: int, *, anchor: Anchor, width: float) -> Label:
    """Return the words beside a disc.

    Args:
        wheel: What the ring shows.
        place: The place of the step.
        anchor: The side of the words that is at x = 0.
        width: Room for them.
    """
    colours, step = wheel.colours, wheel.road.steps[place]
    name = parts.text(
        step.label,
        0,
        0,
        size=_NAME,
        width=width,
        anchor=anchor,
        bold=True,
        max_lines=_MOST_LINES,
        colour=colours.ink,
        background=colours.paper,
        lang=wheel.lang,
    )
    below = parts.text(
        wheel.notes[place],
        0,
        name.bottom,
        size=SMALL,
        width=width,
        anchor=anchor,
        max_lines=2,
        colour=colours.muted,
        background=colours.paper,
        lang=wheel.lang,
    )
    items: list[Shape] = [block for block in (name, below) if block.lines]
    right = max(parts.text_box(block)[2] - parts.text_box(block)[0] for block in (name, below))
    bottom = below.bottom
    for kind, move in ways_out(wheel, place):
        words = parts.text(
            said_at_end(wheel, kind, move).replace("\n", " "),
            _SIGN,
            0,
            size=SMALL,
            width=width - _SIGN,
            bold=True,
            max_lines=2,
            colour=colours.muted if kind == "exit" else colours.ink,
            background=colours.paper,
            lang=wheel.lang,
        )
        high = max(words.height, 13.0) + 2
        taken = max(_SIGN - 5, parts.text_box(words)[2])
        left = {"start": 0.0, "middle": -taken / 2, "end": -taken}[anchor]
        shapes: list[Shape] = list(_sign(wheel, kind))
        shapes += [evolve(words, y=-words.height / 2)] if words.lines else []
        items += moved(shapes, left, bottom + high / 2 + 1)
        right = max(right, taken)
        bottom += high
    return Label(tuple(items), right, bottom)


def _sign(wheel: Wheel, kind: str) -> tuple[Shape, ...]:
    """Return a small sign of a way in or out, around y = 0."""
    colours = wheel.colours
    if kind == "exit":
        return lines.drop_mark(7, 0, colour=colours.muted, paper=colours.paper, radius=5)
    if kind == "end":
        return lines.bullseye(7, 0, colour=colours.positive, paper=colours.paper, radius=6.5)
    return (lines.start_disc(7, 0, colour=colours.ink, radius=4.5),)


# --- the middle -------------------------------------------------------------------------


def centre_words(wheel: Wheel) -> tuple[Shape, ...]:
    """Return what stands in the middle, around (0, 0): text blocks, and an icon over them."""
    centre, colours = wheel.centre, wheel.colours
    longest = max(
        (metrics.width(word, _LEAST_HEAD, bold=True) for word in centre.head.split()), default=0.0
    )
    head = parts.fitted_text(
        centre.head,
        0,
        0,
        width=min(max(_MIDDLE, longest * metrics.SAFETY + 1), _WIDEST_HEAD),
        sizes=(30,) if centre.figure else (14, 13, 12, _LEAST_HEAD),
        max_lines=_MOST_LINES,
        colour=colours.ink,
        background=colours.paper,
        lang=wheel.lang,
    )
    below = parts.text(
        centre.below,
        0,
        0,
        size=FIGURE + 0.5,
        width=_MIDDLE,
        anchor="middle",
        balanced=True,
        max_lines=3,
        colour=colours.muted,
        background=colours.paper,
        lang=wheel.lang,
    )
    words = _stacked((head, below))
    if not centre.icon or not words:
        return words
    top = words[0].y - _ICON / 2
    sign = icons.icon(centre.icon, -_ICON / 2, top - 2, _ICON, colours.accent, stroke=1.6)
    return (*sign, *moved(words, 0, _ICON / 2))
