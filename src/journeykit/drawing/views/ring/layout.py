"""How a ring is laid out: where names stand, how large it is, and how deep its chords run."""

import itertools
import math
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from attrs import frozen

from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.scene import Shape, TextBlock
from journeykit.drawing.views._moves import Move
from journeykit.drawing.views._phase_layout import move_width
from journeykit.drawing.views._phase_rows import loop_top
from journeykit.drawing.views.ring.circle import Chord, angle, chords, is_rim
from journeykit.drawing.views.ring.wheel import Wheel
from journeykit.drawing.views.ring.words import centre_words, disc_words, label, reach
from journeykit.model import JourneyModel

__all__ = ["WIDEST", "Manner", "Plan", "is_loop", "is_upright", "plans"]

Manner: TypeAlias = Literal["inside", "beside", "listed"]
"""Where the names stand: in the discs, beside them, or in a list under the ring."""

WIDEST: Final = 1190.0  # A3 across
_LARGEST: Final = 262.0  # a larger ring with names in its discs would be mostly empty
_LARGE: Final = 330.0
_NAMES: Final = ((11.5, 50), (11.0, 54), (10.5, 58), (10.0, 62), (9.5, 66))
"""Sizes of names, each with the largest disc for it."""
_SMALLEST: Final = 44
_BESIDE: Final = 20.0
_LISTED: Final = ((15.0, 28.0), (11.0, 14.0), (9.0, 6.0))  # discs, each with the room between
_BLOCK: Final = 176.0
_LEAST_BLOCK: Final = 84.0
_ASIDE: Final = 9.0  # from a disc to the words beside it
_LEAD: Final = 26.0  # from a disc to the nearest chord
_RIM_FIGURES: Final = 36.0  # from the circle to the nearest chord, past the shares inside it
_OUTER_FIGURES: Final = 50.0  # from the circle to the far end of the shares outside it
_DEEPEST: Final = 34.0  # from one chord to the next
_SHALLOWEST: Final = 4.0
_AROUND: Final = 20.0  # from the words in the middle to the nearest chord
_UPRIGHT: Final = 0.22  # |cos| of an angle that is as good as up or down


@frozen(kw_only=True)
class Plan:
    """How a ring is laid out.

    Args:
        wheel: What it shows.
        manner: Where names stand.
        radius: Radius of the circle.
        disc: Radius of the discs.
        size: Size of the names in the discs.
        block: Room for the words beside a disc.
        chords: The moves across the inside.
        levels: How far from the middle the chords of each level run.
        hollow: How near to the middle they may come.
        centre: The words in the middle.
    """

    wheel: Wheel
    manner: Manner
    radius: float
    disc: float
    size: float = 0.0
    block: float = 0.0
    chords: tuple[Chord, ...]
    levels: tuple[float, ...]
    hollow: float
    centre: tuple[Shape, ...]

    @property
    def count(self) -> int:
        """How many places there are."""
        return self.wheel.count

    @property
    def figures_outside(self) -> bool:
        """Whether shares along the circle stand outside it, where no names are in their way."""
        # Names in a list leave room outside, which lines across the inside need.
        return self.manner == "inside" or (self.manner == "listed" and bool(self.chords))

    @property
    def closed(self) -> bool:
        """Whether the last step leads back to the first."""
        subject = self.wheel.subject
        model = subject if isinstance(subject, JourneyModel) else subject.model
        return model is not None and model.cyclic

    def rim(self) -> list[Move]:
        """Return the moves along the circle."""
        return [move for move in self.wheel.road.moves if is_rim(move, self.count)]

    def loops(self) -> list[Move]:
        """Return the moves from a step to itself."""
        return [move for move in self.wheel.road.moves if is_loop(move, self.count)]


def is_loop(move: Move, count: int) -> bool:
    """Tell whether a move leads from a step to itself; on a circle of one, that is the circle."""
    return move.source == move.target and count > 1


def is_upright(place: int, count: int) -> bool:
    """Tell whether a place is at the top or the bottom, so that words stand above or below it."""
    return abs(math.cos(math.radians(angle(place, count)))) < _UPRIGHT


def plans(wheel: Wheel, options: Options) -> Iterator[Plan]:
    """Give the ways to lay a ring out, the best first; the last one always does.

    Args:
        wheel: What it shows.
        options: What is wanted of the picture.
    """
    room = (options.width or WIDEST) - 2 * MARGIN
    roomy = 62.0 if wheel.road.weighted or wheel.crossing else 46.0
    gap = max(roomy, min(100.0, 150.0 - 14.0 * wheel.count))
    for size, largest in _NAMES:
        for disc in map(float, range(_SMALLEST, largest + 1, 2)):
            if all(disc_words(wheel, at, size=size, disc=disc) for at in range(wheel.count)):
                plan = _plan(wheel, "inside", disc, gap, limit=_LARGEST, size=size)
                if plan.radius <= _LARGEST and 2 * (plan.radius + disc) <= room:
                    yield plan
                break
    gap = roomy * (0.9 if wheel.crossing else 0.75)
    plan = _plan(wheel, "beside", _BESIDE, gap, limit=_LARGE)
    block = min(_BLOCK, room / 2 - plan.radius - _BESIDE - _ASIDE)
    if block >= _LEAST_BLOCK:
        least = max(plan.radius, _apart(plan, block))
        block = min(block, room / 2 - least - _BESIDE - _ASIDE)
        if least <= _LARGE and block >= _LEAST_BLOCK:
            yield _plan(wheel, "beside", _BESIDE, gap, limit=_LARGE, least=least, block=block)
    outer = _OUTER_FIGURES if plan.chords and wheel.road.weighted else 0.0
    listed = [
        _plan(wheel, "listed", disc, between, limit=room / 2 - max(disc, outer))
        for disc, between in _LISTED
    ]
    fitting = (one for one in listed if 2 * (one.radius + max(one.disc, outer)) <= room)
    yield next(fitting, listed[-1])


def _apart(plan: Plan, block: float) -> float:
    """Return the radius at which the words beside the discs of one side do not meet."""
    least, count = 0.0, plan.count
    places = [place for place in range(count) if not is_upright(place, count)]
    high = {at: label(plan.wheel, at, anchor="start", width=block).height for at in places}
    for one, other in itertools.pairwise(places):
        first, second = (math.radians(angle(place, count)) for place in (one, other))
        if math.cos(first) * math.cos(second) > 0:
            needed = (high[one] + high[other]) / 2 + 8
            least = max(least, needed / abs(math.sin(first) - math.sin(second)))
    return least


# --- how large, and how deep ------------------------------------------------------------


def _plan(
    wheel: Wheel,
    manner: Manner,
    disc: float,
    gap: float,
    *,
    limit: float,
    least: float = 0.0,
    size: float = 0.0,
    block: float = 0.0,
) -> Plan:
    """Return a ring that has room for its chords, and for the words in the middle if it can."""
    count, moves = wheel.count, wheel.road.moves
    rim = (disc + gap / 2) / math.sin(math.pi / count) if count > 1 else 0.0
    across = [
        move
        for move in moves
        if 0 <= move.source < count
        and 0 <= move.target < count
        and move.source != move.target
        and not is_rim(move, count)
    ]
    laid = chords(across, count)
    most = max((chord.level for chord in laid), default=-1)
    loops = [loop_top(move) for move in moves if is_loop(move, count)]
    lead = disc + max([_LEAD, *(loop + 8 for loop in loops)])
    if manner != "inside" and wheel.road.weighted:
        lead = max(lead, _RIM_FIGURES)
    pitch = 12 + max((move_width(chord.move) for chord in laid), default=0.0) * 1.2
    centre = centre_words(wheel)
    hollow = reach([one for one in centre if isinstance(one, TextBlock)]) + _AROUND
    depth = max(most, 0) * pitch
    radius = max(rim, least, lead + depth + hollow, 60.0)
    if radius > max(rim, least, limit):
        # The words in the middle are the first to go, then the room between the chords.
        centre, hollow = (), _AROUND
        radius = max(rim, least, limit, lead + max(most, 0) * _SHALLOWEST + hollow)
        if radius - lead - hollow > depth:
            radius = max(rim, least, lead + depth + hollow)
    return Plan(
        wheel=wheel,
        manner=manner,
        radius=radius,
        disc=disc,
        size=size,
        block=block,
        chords=laid,
        levels=_levels(most + 1, radius - lead, hollow),
        hollow=hollow,
        centre=centre,
    )


def _levels(count: int, outer: float, inner: float) -> tuple[float, ...]:
    """Return how far from the middle the chords of each level run, evenly, where there is room."""
    free = outer - inner
    pitch = min(_DEEPEST, free / max(1, count))
    # What is left makes the outermost chords deeper, which is easier on the eye.
    first = outer - max(0.0, free - pitch * max(0, count - 1)) * 0.4
    return tuple(first - pitch * level for level in range(count))
