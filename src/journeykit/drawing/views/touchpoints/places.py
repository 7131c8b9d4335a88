"""Places of stops on the map of touchpoints, and their names, wrapped so that none collide.

Within a row y is counted from its time line, upwards below zero.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final, Literal, TypeAlias

from attrs import evolve, frozen

from journeykit.drawing import metrics
from journeykit.drawing.boxes import grown, holds, overlap
from journeykit.drawing.scene import LEADING, Box, Point
from journeykit.drawing.views._stops import Stop

__all__ = ["LABEL_SIZE", "Place", "Zone", "named", "zone_of"]

Zone: TypeAlias = Literal["online", "middle", "offline"]

LABEL_SIZE: Final = 9.0

_ABOVE, _BELOW = 22.0, 17.5  # from the middle of a stop to its name, clear of its face
_AROUND: Final = (18.0, 20.0, 20.0, 16.0)  # what a stop takes to the left, up, right, down
_WIDTHS: Final = (96.0, 84.0, 74.0, 66.0)
_MOST_LINES: Final = 4
_MOST_SHIFT: Final = 18.0
_NEAR: Final = 140.0


@frozen
class Place:
    """A stop that has been given its place.

    Args:
        stop: The stop.
        zone: Where it stands: online is above the time line, offline below, the rest on it.
        x: Its middle.
        y: Its middle.
        spacing: Room from one stop to the next.
        sides: Left and right side of its phase.
        up: Whether its name stands above it.
        lines: Its name, wrapped.
        shift: How far its name stands beside its middle, to stay within bounds.
    """

    stop: Stop
    zone: Zone
    x: float
    y: float
    spacing: float
    sides: tuple[float, float]
    up: bool
    lines: tuple[str, ...] = ()
    shift: float = 0.0

    @property
    def box(self) -> Box:
        """What the badge takes, with its number and its face."""
        left, up, right, down = _AROUND
        return (self.x - left, self.y - up, self.x + right, self.y + down)

    @property
    def top(self) -> float:
        """Top of the name."""
        if self.up:
            return self.y - _ABOVE - len(self.lines) * LABEL_SIZE * LEADING
        return self.y + _BELOW

    @property
    def name_box(self) -> Box:
        """What the name takes."""
        wide = max((metrics.width(one, LABEL_SIZE, bold=True) for one in self.lines), default=0.0)
        bottom = self.top + len(self.lines) * LABEL_SIZE * LEADING
        middle = self.x + self.shift
        return (middle - wide / 2, self.top, middle + wide / 2, bottom)


def zone_of(stop: Stop) -> Zone:
    """Return the zone that a stop belongs to."""
    return stop.realm if stop.realm in ("online", "offline") else "middle"


def named(
    places: Sequence[Place],
    ends: tuple[float, float],
    *,
    zones: Collection[Zone],
    lang: str,
    dots: Sequence[Point] = (),
    taken: Sequence[Box] = (),
) -> list[Place]:
    """Return the places of a row with names, each as wide as its neighbours let it be.

    A name that finds no room beyond its own slot keeps to it; as no two stops share a slot,
    names never overlap.

    Args:
        places: The places.
        ends: Left and right side of the row.
        zones: The zones whose stops get their names; others keep what they have.
        lang: Language of the names.
        dots: The dots of the route.
        taken: What else stands in the way.
    """
    done = [
        _wrapped(place, place.spacing - 4, lang) if place.zone in zones else place
        for place in places
    ]
    for number, place in enumerate(places):
        words = place.stop.spot.label.pick(lang)
        slot = place.spacing - 4
        fits = metrics.width(words, LABEL_SIZE, bold=True) * metrics.SAFETY <= slot
        if place.zone not in zones or fits:
            continue
        others = [*taken]
        for other, there in enumerate(done):
            if other != number and abs(there.x - place.x) < _NEAR:
                others += (there.box, there.name_box)
        close = [dot for dot in dots if abs(dot[0] - place.x) < _NEAR / 2]
        for tried in _tries(done[number], ends, lang):
            box = grown(tried.name_box, 2)
            if not any(overlap(box, other) for other in others) and not any(
                holds(box, dot) for dot in close
            ):
                done[number] = tried
                break
    return done


def _tries(place: Place, ends: tuple[float, float], lang: str) -> Iterator[Place]:
    """Give a place with its name at different widths, the best first."""
    whole = _is_whole(place, lang)
    # Beyond its phase a name reaches only lest a word of it be broken.
    for sides in (place.sides,) if whole else (place.sides, ends):
        for width in _WIDTHS:
            if width > place.spacing:
                tried = _within(_wrapped(place, width, lang), sides)
                if abs(tried.shift) <= _MOST_SHIFT and (sides == ends or _is_whole(tried, lang)):
                    yield tried


def _is_whole(place: Place, lang: str) -> bool:
    """Tell whether no word of a name is broken."""
    return " ".join(place.lines).split() == place.stop.spot.label.pick(lang).split()


def _within(place: Place, sides: tuple[float, float]) -> Place:
    """Move a name aside as far as it needs to stay between two sides."""
    left, _, right, _ = place.name_box
    return evolve(place, shift=max(sides[0] + 3 - left, 0.0) - max(right - sides[1] + 3, 0.0))


def _wrapped(place: Place, width: float, lang: str) -> Place:
    words = place.stop.spot.label.pick(lang)
    return evolve(
        place,
        lines=metrics.wrap(
            words, width, LABEL_SIZE, bold=True, max_lines=_MOST_LINES, balanced=True, lang=lang
        ),
    )
