"""Places on a circle, arcs from one to the next, and chords that bend around the middle.

Angles are in degrees, 0 is right and 90 is down; all coordinates are from the middle of the circle.
"""

import itertools
import math
from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from journeykit.drawing.geometry import Chain, arc
from journeykit.drawing.scene import Point
from journeykit.drawing.views._moves import Move

__all__ = ["Chord", "Circle", "angle", "around", "bends", "chords", "is_rim", "on_circle"]

_MOST_TURN: Final = 66.0  # degrees from the line to the middle to where a chord leaves a disc
_APART: Final = 16.0
_LEAST_HANDLE: Final = 0.3  # of the straight way
_EASY: Final = 0.5
_MOST_HANDLE: Final = 0.8
_BEFORE_MEETING: Final = 0.72
_FLAT: Final = 0.05
_TIP: Final = 2.0  # from the tip of an arrow to its disc


def on_circle(radius: float, degrees: float) -> Point:
    """Return a point at a distance from the middle."""
    radians = math.radians(degrees)
    return (radius * math.cos(radians), radius * math.sin(radians))


def angle(place: int, count: int) -> float:
    """Return where a place lies on the circle: from the top, clockwise.

    Example:
        >>> [angle(place, 4) for place in range(4)]
        [-90.0, 0.0, 90.0, 180.0]
    """
    return 360 * place / count - 90


def is_rim(move: Move, count: int) -> bool:
    """Tell whether a move leads to the next place on the circle, or from the last to the first."""
    return move.source >= 0 and move.target < count and move.target == (move.source + 1) % count


def around(radius: float, disc: float, place: int, count: int, *, clear: float) -> Chain:
    """Return the arc along the circle from one disc to the next.

    Args:
        radius: Radius of the circle.
        disc: Radius of the discs.
        place: The place that it leaves.
        count: How many places there are.
        clear: Free room before and after it.
    """
    own = math.degrees(2 * math.asin(min(1.0, (disc + clear) / (2 * radius))))
    start = angle(place, count) + own
    return arc(0, 0, radius, radius, start=start, end=angle(place + 1, count) - own)


# --- chords -----------------------------------------------------------------------------


@frozen
class Chord:
    """A move across the inside of the circle.

    Args:
        move: What it stands for.
        clockwise: Which way around the middle it runs: the shorter one.
        passed: The stretches from one place to the next that it runs along, one bit each.
        level: 0 for the nearest to the circle; no two share a level where they would meet.
    """

    move: Move
    clockwise: bool
    passed: int
    level: int = 0

    @property
    def steps(self) -> int:
        """From how many places on the one end is to the other."""
        return self.passed.bit_count()


def chords(moves: Sequence[Move], count: int) -> tuple[Chord, ...]:
    """Return moves as chords, those nearest to the circle first.

    Args:
        moves: Moves between different places.
        count: How many places there are.
    """
    found = sorted((_chord(move, count) for move in moves), key=lambda chord: chord.steps)
    laid: list[Chord] = []
    for chord in found:
        taken = {one.level for one in laid if one.passed & chord.passed}
        level = next(level for level in itertools.count() if level not in taken)
        laid.append(evolve(chord, level=level))
    return tuple(laid)


def _chord(move: Move, count: int) -> Chord:
    ahead = (move.target - move.source) % count
    # Of two ways that are equally long, what leads on runs with the clock.
    clockwise = ahead < count - ahead or (2 * ahead == count and move.over)
    first, steps = (move.source, ahead) if clockwise else (move.target, count - ahead)
    passed = sum(1 << (first + step) % count for step in range(steps))
    return Chord(move, clockwise, passed)


@frozen
class Circle:
    """What chords run in.

    Args:
        count: How many places there are.
        radius: Radius of the circle.
        disc: Radius of the discs.
        hollow: How near to the middle a chord may come.
        least_turn: How far from the line to the middle the first chord leaves a disc.
    """

    count: int
    radius: float
    disc: float
    hollow: float
    least_turn: float = 10.0


def bends(laid: Sequence[Chord], levels: Sequence[float], circle: Circle) -> tuple[Chain, ...]:
    """Return the lines of chords: each leaves its disc inwards, and bends around the middle.

    Args:
        laid: The chords.
        levels: How far from the middle the chords of each level run, where they can.
        circle: What they run in.
    """
    turns = _turns(laid, levels, circle)
    return tuple(
        _bend(chord, (turns[number, True], turns[number, False]), levels[chord.level], circle)
        for number, chord in enumerate(laid)
    )


def _turns(
    laid: Sequence[Chord], levels: Sequence[float], circle: Circle
) -> dict[tuple[int, bool], float]:
    """Return how far from the line to the middle each end of each chord leaves its disc.

    What runs deeper leaves nearer to that line, so that chords of one disc do not cross.
    """
    sides: dict[tuple[int, bool], list[tuple[int, int, int, bool]]] = {}
    for number, chord in enumerate(laid):
        depth = (-chord.steps, -chord.level, number)
        move, clockwise = chord.move, chord.clockwise
        sides.setdefault((move.source, clockwise), []).append((*depth, True))
        sides.setdefault((move.target, not clockwise), []).append((*depth, False))
    turns: dict[tuple[int, bool], float] = {}
    for ends in sides.values():
        step = min(_APART, (_MOST_TURN - circle.least_turn) / len(ends))
        before = circle.least_turn - step
        for rank, (_, _, number, leaves) in enumerate(sorted(ends)):
            chord = laid[number]
            best = _best_turn(chord, levels[chord.level], circle)
            most = _MOST_TURN - step * (len(ends) - 1 - rank)
            before = turns[number, leaves] = min(max(best, before + step), most)
    return turns


def _best_turn(chord: Chord, level: float, circle: Circle) -> float:
    """Return the turn at which a chord reaches its level in an easy curve."""
    half = math.pi * chord.steps / circle.count
    straight = 2 * (circle.radius - circle.disc) * math.sin(half)
    best = 0.0
    for depth, handle in ((level, _EASY), (circle.hollow, _MOST_HANDLE)):
        arm = circle.disc + 0.75 * handle * straight
        cos = (circle.radius * math.cos(half) - depth) / arm
        turn = math.degrees(math.acos(min(1.0, max(-1.0, cos))) - half)
        best = max(best, turn)
    return best


def _bend(chord: Chord, turns: tuple[float, float], level: float, circle: Circle) -> Chain:
    sign = 1 if chord.clockwise else -1
    half = math.pi * chord.steps / circle.count
    places = (chord.move.source, chord.move.target)
    # Both headings lead inwards, and towards each other.
    headings = [
        angle(place, circle.count) + 180 - side * turn
        for place, side, turn in zip(places, (sign, -sign), turns, strict=True)
    ]
    start, end = (
        _from(place, circle, heading, circle.disc + clear)
        for place, heading, clear in zip(places, headings, (0.0, _TIP), strict=True)
    )
    straight = math.dist(start, end)
    inward = sum(math.cos(half + math.radians(turn)) for turn in turns) / 2
    # The middle of a cubic curve lies at 3/4 of its handles from its ends.
    handle = _EASY * straight
    if abs(inward) > _FLAT:
        handle = ((circle.radius * math.cos(half) - level) / inward - circle.disc) / 0.75
    handle = min(max(handle, _LEAST_HANDLE * straight), _MOST_HANDLE * straight)
    # Handles that reach beyond where the headings meet would make a kink.
    across = max(math.sin(half + math.radians(turn)) for turn in turns)
    meeting = circle.radius * math.sin(half) / max(across, _FLAT) - circle.disc
    handle = min(handle, _BEFORE_MEETING * meeting)
    controls = [
        _from(place, circle, heading, circle.disc + clear + handle)
        for place, heading, clear in zip(places, headings, (0.0, _TIP), strict=True)
    ]
    return (start, controls[0], controls[1], end)


def _from(place: int, circle: Circle, heading: float, distance: float) -> Point:
    """Return a point at a distance from the middle of a disc."""
    x, y = on_circle(circle.radius, angle(place, circle.count))
    dx, dy = on_circle(distance, heading)
    return (x + dx, y + dy)
