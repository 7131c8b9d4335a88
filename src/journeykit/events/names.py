"""Names: which phase or channel stands beside each touchpoint in a log."""

from collections.abc import Mapping
from typing import Generic, TypeVar

import narwhals as nw
from attrs import frozen

from journeykit.errors import EventWarning
from journeykit.events.engines import rows
from journeykit.events.folding import Folding
from journeykit.events.log import Log

__all__ = ["Names", "names_of"]

_T = TypeVar("_T")


@frozen
class Names(Generic[_T]):
    """The phase or channel of each touchpoint, by what it is called in the log.

    Args:
        of: The phase or channel of each.
        notices: What has to be said about them.
    """

    of: Mapping[str, _T]
    notices: tuple[EventWarning, ...] = ()

    def by_key(self, keys: Mapping[str, str]) -> dict[str, _T]:
        """Return the phase or channel of each touchpoint by its key.

        Args:
            keys: The key of each touchpoint, by what it is called in the log.
        """
        # Touchpoints that are numbers in the log may be numbers here as well.
        values = {str(value): name for value, name in self.of.items()}
        return {keys.get(value, value): name for value, name in values.items()}


def names_of(log: Log, what: str, folding: Folding) -> Names[str]:
    """Return for each step the phase or channel that most of its events have.

    Args:
        log: The events.
        what: ``"phases"`` or ``"channels"``.
        folding: What each touchpoint counts as.
    """
    named = log.frame.select("touchpoint", name=nw.col(what).cast(nw.String))
    named = named.filter(~nw.col("name").is_null())
    counts: dict[tuple[str, str], int] = {}
    for touchpoint, name, number in rows(
        named.group_by("touchpoint", "name").agg(nw.len().alias("number"))
    ):
        pair = (folding.step(touchpoint), name)
        counts[pair] = counts.get(pair, 0) + number
    most: dict[str, str] = {}
    others = 0
    for (step, name), number in sorted(counts.items(), key=_most_first):
        if most.setdefault(step, name) != name:
            others += number
    return Names(most, _differing(log.names[what], what.removesuffix("s"), others))


def _differing(column: str, what: str, others: int) -> tuple[EventWarning, ...]:
    if not others:
        return ()
    return (
        EventWarning(
            f"{others:,} events have another {what} in column {column!r} than most at the same "
            f"touchpoint; each touchpoint gets the {what} of most of its events"
        ),
    )


def _most_first(counted: tuple[tuple[str, str], int]) -> tuple[int, tuple[str, str]]:
    pair, number = counted
    return (-number, pair)
