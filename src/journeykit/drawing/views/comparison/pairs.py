"""What a comparison shows: the touchpoints of two journeys side by side, phase by phase."""

from collections.abc import Sequence
from typing import Any, Final, Literal, Protocol, TypeAlias

from attrs import frozen

from journeykit.errors import RenderError
from journeykit.goal import Goal
from journeykit.grid import Phase
from journeykit.journey import Journey
from journeykit.touchpoint import Touchpoint

__all__ = ["Column", "Difference", "Fate", "Slot", "columns_of", "difference_of"]

Fate: TypeAlias = Literal["kept", "changed", "added", "removed"]


class Difference(Protocol):
    """What a comparison of two journeys knows."""

    @property
    def before(self) -> Journey:
        """The first journey."""
        ...

    @property
    def after(self) -> Journey:
        """The second journey."""
        ...

    @property
    def added(self) -> Sequence[Any]:
        """What only the second has."""
        ...

    @property
    def removed(self) -> Sequence[Any]:
        """What only the first has."""
        ...

    @property
    def changed(self) -> Sequence[Any]:
        """What is different in both."""
        ...


@frozen
class Slot:
    """A place in a column: what stands there in each journey.

    Args:
        before: The touchpoint of the first journey, if it is here.
        after: The touchpoint of the second journey, if it is here.
        fate: What happened to it.
        told: What happened to it, in words.
    """

    before: Touchpoint | None
    after: Touchpoint | None
    fate: Fate
    told: str = ""


@frozen
class Column:
    """A phase in both journeys.

    Args:
        phase: The phase; None for touchpoints without one.
        slots: Its touchpoints, in an order that suits both.
        now: How it feels in the first journey: the mean of its emotions, if there are any.
        later: How it feels in the second journey.
        goals: What should be reached in it.
    """

    phase: Phase | None
    slots: tuple[Slot, ...]
    now: float | None
    later: float | None
    goals: tuple[Goal, ...]


_NEEDED: Final = ("before", "after", "added", "removed", "changed")


def difference_of(subject: object) -> Difference:
    """Return a subject as a difference.

    Raises:
        RenderError: It is none.
    """
    if not all(hasattr(subject, name) for name in _NEEDED):
        raise RenderError(
            f"the view 'comparison' draws what compare returns, not a {type(subject).__name__}"
        )
    return subject  # type: ignore[return-value]


def columns_of(difference: Difference) -> tuple[Column, ...]:
    """Return the phases of both journeys, with what stands in each."""
    now, later = difference.before, difference.after
    phases: dict[str | None, Phase | None] = {}
    for journey in (later, now):
        for phase in () if journey.model is None else journey.model.phases:
            phases.setdefault(phase.key, phase)
    if any(spot.phase is None for journey in (now, later) for spot in journey.touchpoints):
        phases[None] = None
    told = {change.key: str(change) for change in difference.changed if change.what == "touchpoint"}
    return tuple(_column(difference, key, phase, told) for key, phase in phases.items())


def _column(
    difference: Difference, key: str | None, phase: Phase | None, told: dict[str, str]
) -> Column:
    now, later = difference.before, difference.after
    here = [spot for spot in now.touchpoints if spot.phase == key]
    there = [spot for spot in later.touchpoints if spot.phase == key]
    goals = {goal.key: goal for goal in (*now.goals, *later.goals) if _place(goal, later) == key}
    return Column(
        phase,
        tuple(
            _slot(spot, difference, told, here=here, there=there) for spot in _merged(here, there)
        ),
        _mean(here),
        _mean(there),
        tuple(goal for goal in goals.values() if key is not None),
    )


def _place(goal: Goal, journey: Journey) -> str | None:
    if goal.touchpoint is not None and journey.has_touchpoint(goal.touchpoint):
        return journey.touchpoint(goal.touchpoint).phase
    return goal.phase


def _mean(spots: Sequence[Touchpoint]) -> float | None:
    felt = [spot.emotion for spot in spots if spot.emotion is not None]
    return sum(felt) / len(felt) if felt else None


def _merged(here: Sequence[Touchpoint], there: Sequence[Touchpoint]) -> list[str]:
    """Return the keys of both, so that what is new comes behind what it follows."""
    keys = [spot.key for spot in here]
    previous = -1
    for spot in there:
        if spot.key in keys:
            previous = keys.index(spot.key)
        else:
            previous += 1
            keys.insert(previous, spot.key)
    return keys


def _slot(
    key: str,
    difference: Difference,
    told: dict[str, str],
    *,
    here: Sequence[Touchpoint],
    there: Sequence[Touchpoint],
) -> Slot:
    before = next((spot for spot in here if spot.key == key), None)
    after = next((spot for spot in there if spot.key == key), None)
    if not difference.before.has_touchpoint(key):
        return Slot(None, after, "added")
    if not difference.after.has_touchpoint(key):
        return Slot(before, None, "removed")
    fate: Fate = "changed" if key in told else "kept"
    return Slot(before, after, fate, told.get(key, ""))
