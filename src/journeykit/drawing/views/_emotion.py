"""How a journey feels: which touchpoints the emotion curve of a map runs through."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from journeykit.drawing import metrics
from journeykit.drawing.views._sheet import Entry, Sheet
from journeykit.touchpoint import Touchpoint

__all__ = ["WORDS_SIZE", "Feeling", "Strongest", "feelings", "lines_of", "peaks", "strongest"]

WORDS_SIZE: Final = 9.5
_SIDE: Final = 5.0  # from the sides of a column to the words
_LINES: Final = 2  # longer words do not stand at a face


@frozen
class Feeling:
    """How a touchpoint feels, and where it stands.

    Args:
        touchpoint: The touchpoint.
        score: The emotion.
        column: The number of its phase.
        place: Its place among the touchpoints of its phase, from 0.
        count: How many of these the persona meets.
    """

    touchpoint: Touchpoint
    score: float
    column: int
    place: int
    count: int


@frozen
class Strongest:
    """The strongest feeling of a phase.

    Args:
        feeling: The feeling.
        said: The words that stand at the face, or None.
        rest: What else is said.
    """

    feeling: Feeling
    said: Entry | None
    rest: tuple[Entry, ...]


def feelings(sheet: Sheet) -> tuple[Feeling, ...]:
    """Return the touchpoints on the route that have an emotion, in the order of the map.

    A touchpoint that is met more than once stands where it is met first.
    """
    journey = sheet.journey
    route = dict.fromkeys(journey.route or (spot.key for spot in journey.touchpoints))
    met = [journey.touchpoint(key) for key in route]
    found: list[Feeling] = []
    for column, phase in enumerate(sheet.phases):
        here = [spot for spot in met if spot.phase == phase.key]
        found += [
            Feeling(spot, spot.emotion, column, place, len(here))
            for place, spot in enumerate(here)
            if spot.emotion is not None
        ]
    return tuple(found)


def peaks(felt: Sequence[Feeling]) -> dict[int, Feeling]:
    """Return the strongest feeling of each phase that has any, by the number of the phase."""
    found: dict[int, Feeling] = {}
    for feeling in felt:
        most = found.setdefault(feeling.column, feeling)
        if abs(feeling.score) > abs(most.score):
            found[feeling.column] = feeling
    return found


def strongest(
    cells: Sequence[Sequence[Entry]], felt: Sequence[Feeling], column: float
) -> dict[int, Strongest]:
    """Return the strongest feeling of each phase that has any, by the number of the phase.

    The words at it are those about its touchpoint, or else those about none.

    Args:
        cells: What is said of each phase in the lane of the curve.
        felt: All feelings.
        column: Width of a column.
    """
    found: dict[int, Strongest] = {}
    for number, most in peaks(felt).items():
        said = cells[number]
        chosen = _chosen(said, most.touchpoint, column)
        rest = (entry for place, entry in enumerate(said) if place != chosen)
        found[number] = Strongest(most, None if chosen is None else said[chosen], tuple(rest))
    return found


def _chosen(said: Sequence[Entry], spot: Touchpoint, column: float) -> int | None:
    fitting = (
        place
        for key in (spot.key, None)
        for place, entry in enumerate(said)
        if entry.about == key and _fits(entry, column)
    )
    return next(fitting, None)


def _fits(entry: Entry, column: float) -> bool:
    """Tell whether words stand well at a face: not on many lines, and no word broken."""
    said = lines_of(entry, column)
    whole = entry.words.replace("\u00ad", "").split()
    return 0 < len(said) <= _LINES and " ".join(said).split() == whole


def lines_of(entry: Entry, column: float) -> tuple[str, ...]:
    """Return words as they are broken at a face.

    Args:
        entry: The words.
        column: Width of a column.
    """
    room = column - 2 * _SIDE
    return metrics.wrap(entry.words, room, WORDS_SIZE, bold=True, balanced=True)
