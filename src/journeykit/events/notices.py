"""Notices: what a log leaves open, and what was decided about it."""

from collections.abc import Collection, Iterator

from journeykit.errors import DroppedRowsWarning, EventWarning, shown, suggestion
from journeykit.events.log import Log
from journeykit.events.rules import Rules

__all__ = ["notices"]


def notices(log: Log, rules: Rules, *, tied: int, met: Collection[str]) -> Iterator[Warning]:
    """Yield what the user has to know about the events.

    Args:
        log: The events.
        rules: What was asked for.
        tied: How many events only their touchpoints put in order.
        met: What touchpoints are called.
    """
    if log.faults:
        yield DroppedRowsWarning(log.faults)
    if tied:
        yield EventWarning(_about_ties(log, tied))
    for goal in rules.goals:
        if goal not in met:
            yield EventWarning(
                f"nothing converts at the goal {shown(goal)}: there is no such touchpoint"
                f"{suggestion(goal, met)}"
            )


def _about_ties(log: Log, tied: int) -> str:
    if "order" in log.names:
        same, way = "case, time and order", "let no two of a case have the same order"
    else:
        same, way = "case and time", "name a column that says which came first with order="
    return (
        f"{tied:,} events stand in ties: others have the same {same}; those are taken in the "
        f"alphabetical order of their touchpoints; {way}"
    )
