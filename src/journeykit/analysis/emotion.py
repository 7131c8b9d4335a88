"""Emotion: how a journey feels along its route, and which of its touchpoints matter most.

Touchpoints whose emotion is not known are left out and named; they do not count as neutral.
"""

import itertools
from collections.abc import Iterator, Mapping
from typing import Any, Final, overload

from attrs import frozen

from journeykit.analysis._figures import exactly
from journeykit.analysis._subject import journey_given
from journeykit.analysis._tables import as_printed, number, table
from journeykit.journey import Journey
from journeykit.touchpoint import MomentOfTruth, Touchpoint

__all__ = ["Moment", "Moments", "Point", "Summary", "moments_of_truth", "summary"]

_BEST: Final = 2


@frozen
class Point:
    """A point of the emotion curve.

    Attributes:
        place: How many touchpoints of the route come before it.
        touchpoint: The key of the touchpoint.
        phase: The key of its phase, if it has one.
        emotion: How it feels, from -2 to +2.
    """

    place: int
    touchpoint: str
    phase: str | None
    emotion: float

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, as JSON and data frames know them."""
        return {
            "place": self.place,
            "touchpoint": self.touchpoint,
            "phase": self.phase,
            "emotion": self.emotion,
        }


@frozen
class Summary:
    """How a journey feels along its route, from -2 (very bad) to +2 (very good).

    A touchpoint that the route passes twice is in the curve twice. What cannot be told, because
    too few emotions are known, is None.

    Attributes:
        journey: The key of the journey.
        curve: A point for each touchpoint on the route whose emotion is known.
        unknown: The touchpoints on the route whose emotion is not known.
    """

    journey: str
    curve: tuple[Point, ...]
    unknown: tuple[str, ...]

    @property
    def n(self) -> int:
        """How many points the curve has."""
        return len(self.curve)

    @property
    def lowest(self) -> Point | None:
        """The first of the points that feel worst."""
        return min(self.curve, key=_emotion, default=None)

    @property
    def highest(self) -> Point | None:
        """The first of the points that feel best."""
        return max(self.curve, key=_emotion, default=None)

    @property
    def min(self) -> float | None:
        """How the worst point feels."""
        return None if self.lowest is None else self.lowest.emotion

    @property
    def max(self) -> float | None:
        """How the best point feels."""
        return None if self.highest is None else self.highest.emotion

    @property
    def mean(self) -> float | None:
        """How the points feel on average."""
        return _mean(point.emotion for point in self.curve)

    @property
    def end(self) -> float | None:
        """How the last point feels: that of the last touchpoint whose emotion is known."""
        return self.curve[-1].emotion if self.curve else None

    @property
    def largest_fall(self) -> float | None:
        """How much the emotion falls where it falls most, from one point to the next.

        It is 0 where it never falls, and None where there are no two points.
        """
        falls = [before.emotion - after.emotion for before, after in self._pairs()]
        return max(0.0, *falls) if falls else None

    @property
    def largest_fall_at(self) -> tuple[str, str] | None:
        """From which touchpoint to which it falls most; None where it never falls."""
        fall, where = 0.0, None
        for before, after in self._pairs():
            if before.emotion - after.emotion > fall:
                fall = before.emotion - after.emotion
                where = (before.touchpoint, after.touchpoint)
        return where

    @property
    def peak(self) -> Point | None:
        """The strongest point, good or bad; of equally strong ones the last."""
        return max(reversed(self.curve), key=_strength, default=None)

    @property
    def peak_end(self) -> float | None:
        """How the journey may be remembered: the mean of its peak and its end.

        A heuristic, no measurement. After Kahneman, Fredrickson, Schreiber and Redelmeier, "When
        more pain is preferred to less: adding a better end", Psychological Science 4 (1993),
        401-405, who studied single short experiences. For long and varied ones it did no better
        than the mean: Strijbosch and others, "From experience to memory: on the robustness of the
        peak-and-end-rule for complex, heterogeneous experiences", Frontiers in Psychology 10
        (2019), 1705.
        """
        if self.peak is None:
            return None
        return (self.peak.emotion + self.curve[-1].emotion) / 2

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row for each point of the curve, for a table or a data frame."""
        return [point.to_dict() for point in self.curve]

    def to_dict(self) -> dict[str, Any]:
        """Return all of it in plain types, as JSON knows them."""
        where = self.largest_fall_at
        return {
            "journey": self.journey,
            "n": self.n,
            "min": self.min,
            "max": self.max,
            "mean": self.mean,
            "end": self.end,
            "largest_fall": self.largest_fall,
            "largest_fall_at": None if where is None else list(where),
            "peak_end": self.peak_end,
            "unknown": list(self.unknown),
            "curve": self.to_rows(),
        }

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _pairs(self) -> Iterator[tuple[Point, Point]]:
        return itertools.pairwise(self.curve)

    def _lines(self) -> Iterator[str]:
        without = f", {len(self.unknown):,} without" if self.unknown else ""
        points = "touchpoint" if self.n == 1 else "touchpoints"
        yield f"{self.journey}: {self.n:,} {points} with an emotion{without}"
        if self.lowest is None or self.highest is None:
            return
        yield f"lowest        {_signed(self.min)} at {self.lowest.touchpoint}"
        yield f"highest       {_signed(self.max)} at {self.highest.touchpoint}"
        yield f"mean          {_signed(self.mean)}"
        yield f"end           {_signed(self.end)} at {self.curve[-1].touchpoint}"
        if self.largest_fall_at is not None:
            source, target = self.largest_fall_at
            yield f"largest fall   {number(self.largest_fall)} from {source} to {target}"
        yield f"peak and end  {_signed(self.peak_end)} (a rule of thumb)"


def summary(journey: Journey) -> Summary:
    """Return how a journey feels along its route: lowest, highest, mean, end and largest fall.

    Args:
        journey: What has touchpoints with emotions. It is told along its route; where that is
            empty, in the order of its touchpoints.

    Raises:
        AnalysisError: It is no journey.

    Example:
        >>> from journeykit.presets import SALON
        >>> feels = summary(SALON)
        >>> feels.min, feels.end, feels.largest_fall_at
        (-1.7, 1, ('friends_tip', 'google_search'))
        >>> print(feels)
        curly_hair_salon: 12 touchpoints with an emotion
        lowest        -1.7 at booking_page
        highest       +2 at stylist_talk
        mean          +0.358
        end           +1 at loyalty_offer
        largest fall   1.2 from friends_tip to google_search
        peak and end  +1.5 (a rule of thumb)
    """
    route = [journey.touchpoint(key) for key in journey_given(journey).route]
    points = [
        Point(place, spot.key, spot.phase, spot.emotion)
        for place, spot in enumerate(route or journey.touchpoints)
        if spot.emotion is not None
    ]
    unknown = [spot.key for spot in route or journey.touchpoints if spot.emotion is None]
    return Summary(journey.key, tuple(points), tuple(dict.fromkeys(unknown)))


# --- moments of truth -------------------------------------------------------------------


@frozen
class Moment:
    """A touchpoint, and how much it asks for attention.

    Attributes:
        touchpoint: The key of the touchpoint.
        phase: The key of its phase, if it has one.
        moment_of_truth: Which moment of truth it is said to be, if any.
        importance: How much it matters to the customer, from 1 to 5.
        emotion: How it feels, from -2 to +2.
    """

    touchpoint: str
    phase: str | None
    moment_of_truth: MomentOfTruth | None
    importance: float
    emotion: float

    @property
    def priority(self) -> float:
        """Its importance times its dissatisfaction, from 0 to 20.

        The dissatisfaction is how far the emotion is from very good: 0 to 4.
        """
        return self.importance * (_BEST - self.emotion)

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, as JSON and data frames know them."""
        return {
            "touchpoint": self.touchpoint,
            "phase": self.phase,
            "moment_of_truth": self.moment_of_truth,
            "importance": self.importance,
            "emotion": self.emotion,
            "priority": self.priority,
        }


@frozen
class Moments:
    """The touchpoints of a journey, those first that ask most for attention.

    Attributes:
        journey: The key of the journey.
        items: The touchpoints; it is these that a loop gives.
        unknown: The touchpoints that have no place among them, because their importance or their
            emotion is not known.
    """

    journey: str
    items: tuple[Moment, ...]
    unknown: tuple[str, ...]

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row for each touchpoint, for a table or a data frame."""
        return [moment.to_dict() for moment in self.items]

    def to_dict(self) -> dict[str, Any]:
        """Return all of it in plain types, as JSON knows them."""
        return {"journey": self.journey, "moments": self.to_rows(), "unknown": list(self.unknown)}

    def __iter__(self) -> Iterator[Moment]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, place: int) -> Moment: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Moment, ...]: ...
    def __getitem__(self, place: int | slice) -> Moment | tuple[Moment, ...]:
        return self.items[place]

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        without = f", {len(self.unknown):,} without importance or emotion" if self.unknown else ""
        spots = "touchpoint" if len(self) == 1 else "touchpoints"
        yield f"{self.journey}: {len(self):,} {spots} by importance × dissatisfaction{without}"
        yield from table(self.items, _cells)


def _cells(moment: Moment) -> Mapping[str, str]:
    return {
        "touchpoint": moment.touchpoint,
        "moment": moment.moment_of_truth or "–",
        "importance": number(moment.importance),
        "emotion": _signed(moment.emotion),
        "priority": number(moment.priority),
    }


def moments_of_truth(journey: Journey) -> Moments:
    """Return the touchpoints of a journey by importance × dissatisfaction, the largest first.

    Dissatisfaction is how far an emotion is from very good, from 0 to 4, so that the product goes
    from 0 to 20. What matters much and feels bad comes first; of touchpoints with the same
    product, the one that matters more; and then the one that is listed first. The touchpoints
    that are said to be moments of truth are not favoured, and told as such. The idea is that of
    importance-performance analysis: Martilla and James, Journal of Marketing 41 (1977), 77-79.

    Args:
        journey: What has touchpoints with importance and emotion.

    Raises:
        AnalysisError: It is no journey.

    Example:
        >>> from journeykit.presets import SALON
        >>> for moment in moments_of_truth(SALON)[:3]:
        ...     print(moment.touchpoint, moment.moment_of_truth, round(moment.priority, 1))
        booking_page fmot 18.5
        salon_website None 15.5
        google_search zmot 9.2
    """
    items: list[Moment] = []
    unknown: list[str] = []
    for spot in journey_given(journey).touchpoints:
        moment = _moment(spot)
        if moment is None:
            unknown.append(spot.key)
        else:
            items.append(moment)
    items.sort(key=_urgency)
    return Moments(journey.key, tuple(items), tuple(unknown))


def _moment(spot: Touchpoint) -> Moment | None:
    if spot.importance is None or spot.emotion is None:
        return None
    return Moment(spot.key, spot.phase, spot.moment_of_truth, spot.importance, spot.emotion)


def _urgency(moment: Moment) -> tuple[float, float]:
    return (-moment.priority, -moment.importance)


def _emotion(point: Point) -> float:
    return point.emotion


def _strength(point: Point) -> float:
    return abs(point.emotion)


def _mean(emotions: Iterator[float]) -> float | None:
    several = [exactly(emotion) for emotion in emotions]  # so that -0.3, 0.1 and 0.2 make zero
    return float(sum(several) / len(several)) if several else None


def _signed(emotion: float | None) -> str:
    """Return an emotion with its sign."""
    sign = "+" if emotion is not None and emotion > 0 else ""
    return f"{sign}{number(emotion)}"
