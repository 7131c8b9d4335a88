"""Rules: where a path begins and where it ends, as the user asked for it."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final, Literal, TypeAlias, get_args

from attrs import field, frozen

from journeykit.errors import EventError, shown, suggestion

__all__ = ["AfterGoal", "GoalLike", "OnBad", "Rules", "rules_of"]

AfterGoal: TypeAlias = Literal["end", "continue", "restart"]
OnBad: TypeAlias = Literal["raise", "drop"]
GoalLike: TypeAlias = str | int | Iterable[str | int]

_AFTER_GOAL: Final = get_args(AfterGoal)
_ON_BAD: Final = get_args(OnBad)
_MICROSECOND: Final = timedelta(microseconds=1)


@frozen
class Rules:
    """What the user asked for, once it is known to make sense.

    Args:
        goals: The touchpoints that mean conversion.
        after_goal: What becomes of the events after a goal.
        gap: The microseconds of silence after which a path ends.
        min_share: The share of events below which touchpoints are folded.
        drop: Whether rows that cannot be counted are left out.
    """

    goals: tuple[str, ...] = ()
    after_goal: AfterGoal = "end"
    gap: int | None = None
    min_share: float = 0.0
    drop: bool = field(default=False, kw_only=True)

    @property
    def goal_is_end(self) -> bool:
        """Whether a goal is the conversion itself, and no touchpoint."""
        return bool(self.goals) and self.after_goal != "continue"


def rules_of(
    *,
    goal: GoalLike | None,
    after_goal: str,
    gap: timedelta | None,
    min_share: float | None,
    on_bad: str,
) -> Rules:
    """Return rules, once each is known to make sense.

    Raises:
        EventError: One of them does not.
    """
    _refuse_unknown("after_goal", after_goal, _AFTER_GOAL)
    _refuse_unknown("on_bad", on_bad, _ON_BAD)
    if gap is not None and not (isinstance(gap, timedelta) and gap > timedelta(0)):
        raise EventError(f"gap must be a timedelta above zero, not {shown(gap)}")
    if min_share is not None and (
        isinstance(min_share, bool)
        or not isinstance(min_share, (int, float))
        or not 0 <= min_share <= 1
    ):
        raise EventError(f"min_share must be a number from 0 to 1, not {shown(min_share)}")
    return Rules(
        _goals(goal),
        after_goal,  # type: ignore[arg-type] # it is one of the three
        None if gap is None else gap // _MICROSECOND,
        min_share or 0.0,
        drop=on_bad == "drop",
    )


def _refuse_unknown(name: str, value: object, known: tuple[str, ...]) -> None:
    if value not in known:
        hint = suggestion(value, known) if isinstance(value, str) else ""
        listed = ", ".join(map(repr, known))
        raise EventError(f"{name} must be one of {listed}, not {shown(value)}{hint}")


def _goals(goal: object) -> tuple[str, ...]:
    if goal is None:
        return ()
    several = goal if isinstance(goal, Iterable) and not isinstance(goal, (str, bytes)) else [goal]
    goals = []
    for one in several:
        if not isinstance(one, (str, int)) or isinstance(one, bool):
            raise EventError(f"goal must be a value of a touchpoint, or several, not {shown(goal)}")
        goals.append(str(one))
    return tuple(dict.fromkeys(goals))
