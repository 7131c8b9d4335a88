"""The stops of a journey: each visit of its route and each touchpoint left aside, by phase."""

from collections.abc import Sequence

from attrs import evolve, frozen

from journeykit.channels import Realm
from journeykit.errors import RenderError
from journeykit.journey import Journey
from journeykit.touchpoint import Touchpoint

__all__ = ["Band", "Stop", "bands_of", "has_phases", "journey_of", "realm_of", "rows_of"]

_ROOM_FOR_NAME = 2


@frozen
class Stop:
    """A touchpoint at one place of the picture.

    Args:
        spot: The touchpoint.
        realm: Where it takes place, or None where that is not known.
        number: The how-manieth stop of the route it is, from 1; None if it is not on it.
        used: Whether no route leaves it aside.
    """

    spot: Touchpoint
    realm: Realm | None
    number: int | None
    used: bool = True


@frozen
class Band:
    """A phase with its stops, or a part of one.

    Args:
        label: What the phase is called; None for stops without a phase.
        place: The number of the phase, from 0.
        stops: The stops, from left to right.
    """

    label: str | None
    place: int
    stops: tuple[Stop, ...]

    @property
    def slots(self) -> int:
        """How many stops side by side it takes the room of; its name needs that of two."""
        return max(_ROOM_FOR_NAME, len(self.stops))


def journey_of(subject: object) -> Journey:
    """Return a subject that is a journey with touchpoints.

    Raises:
        RenderError: It is something else.
    """
    if not isinstance(subject, Journey):
        raise RenderError(
            f"the view 'touchpoints' draws a Journey, not a {type(subject).__name__}; "
            "build a Journey with touchpoints, or choose another view"
        )
    if not subject.touchpoints:
        raise RenderError(
            f"journey {subject.key!r} has no touchpoints to draw; give it some, "
            "or choose another view"
        )
    return subject


def realm_of(journey: Journey, spot: Touchpoint) -> Realm | None:
    """Return where a touchpoint takes place, or None where that is not known."""
    return None if spot.channel is None else journey.channel(spot.channel).realm


def has_phases(journey: Journey) -> bool:
    """Tell whether any touchpoint stands in a phase."""
    return any(spot.phase is not None for spot in journey.touchpoints)


def bands_of(journey: Journey, lang: str) -> tuple[Band, ...]:
    """Return the phases of a journey with their stops; what has no phase comes first.

    Within a phase stops stand in the order of the route; what the route leaves aside stands
    behind the touchpoint that it follows in the journey.

    Args:
        journey: The journey.
        lang: Language of the labels.
    """
    visits: dict[str, list[int]] = {}
    for number, key in enumerate(journey.route, 1):
        visits.setdefault(key, []).append(number)
    found: dict[str | None, list[tuple[float, int, Stop]]] = {}
    for order, spot in enumerate(journey.touchpoints):
        stops = found.setdefault(spot.phase, [])
        realm = realm_of(journey, spot)
        before = stops[-1][0] if stops else 0.0
        stops += ((number, order, Stop(spot, realm, number)) for number in visits.get(spot.key, ()))
        if spot.key not in visits:
            stops.append((before, order, Stop(spot, realm, None, used=not journey.route)))
    bands = []
    if None in found:
        bands.append(Band(None, 0, _in_order(found[None])))
    if journey.model is not None and has_phases(journey):
        bands += (
            Band(phase.label.pick(lang), place, _in_order(found.get(phase.key, [])))
            for place, phase in enumerate(journey.model.phases)
        )
    return tuple(bands)


def _in_order(stops: Sequence[tuple[float, int, Stop]]) -> tuple[Stop, ...]:
    return tuple(stop for _, _, stop in sorted(stops, key=_place))


def _place(entry: tuple[float, int, Stop]) -> tuple[float, bool, int]:
    number, order, stop = entry
    return (number, stop.number is None, order)


def rows_of(bands: Sequence[Band], *, most: int, phases: int) -> tuple[tuple[Band, ...], ...]:
    """Return the bands in rows that are about equally full.

    Args:
        bands: The bands.
        most: How many stops stand side by side at most.
        phases: How many phases stand side by side at most, where there is more than one row.
    """
    if sum(band.slots for band in bands) <= most and len(bands) <= phases + 1:
        return (tuple(bands),)
    rows = _packed(bands, most, phases)
    for fewer in range(most - 1, _ROOM_FOR_NAME - 1, -1):
        tried = _packed(bands, fewer, phases)
        if len(tried) > len(rows):
            break
        rows = tried
    return rows


def _packed(bands: Sequence[Band], most: int, phases: int) -> tuple[tuple[Band, ...], ...]:
    rows: list[list[Band]] = []
    free = 0
    for band in bands:
        for part in _parts(band, most):
            if not rows or part.slots > free or len(rows[-1]) == phases:
                rows.append([])
                free = most
            rows[-1].append(part)
            free -= part.slots
    return tuple(map(tuple, rows))


def _parts(band: Band, most: int) -> list[Band]:
    """Divide a band that is too wide for a row."""
    if band.slots <= most:
        return [band]
    starts = range(0, len(band.stops), most)
    return [evolve(band, stops=band.stops[start : start + most]) for start in starts]
