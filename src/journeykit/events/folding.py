"""Folding: rare touchpoints as one."""

from collections.abc import Mapping
from typing import Final

import narwhals as nw
from attrs import Factory, frozen

from journeykit.events.engines import rows
from journeykit.events.keys import free_key
from journeykit.events.log import Log
from journeykit.events.rules import Rules
from journeykit.text import Text

__all__ = ["Folding", "folding_of"]

_SHOWN: Final = 12


@frozen
class Folding:
    """Which touchpoints count as one.

    Args:
        key: The key of the one.
        kept: The touchpoints that stand for themselves; all when None.
        rare: How many events each of the others has.
        min_share: The share of all events that they do not reach.
    """

    key: str = ""
    kept: tuple[str, ...] | None = None
    rare: Mapping[str, int] = Factory(dict)
    min_share: float = 0.0

    def step(self, touchpoint: str) -> str:
        """Return what a touchpoint counts as.

        Args:
            touchpoint: What it is called.
        """
        return self.key if touchpoint in self.rare else touchpoint

    @property
    def description(self) -> Text:
        """What has been folded, the most frequent first."""
        several = sorted(self.rare, key=lambda name: (-self.rare[name], name))
        names = ", ".join(several[:_SHOWN])
        rest = len(several) - _SHOWN
        share = f"{100 * self.min_share:g} %"
        return Text(
            {
                "en": f"Each less than {share} of all events: {names}"
                + (f", and {rest:,} more" if rest > 0 else ""),
                "nl": f"Elk minder dan {share} van alle gebeurtenissen: {names}"
                + (f", en nog {rest} andere" if rest > 0 else ""),
            }
        )


def folding_of(log: Log, rules: Rules) -> Folding:
    """Return which touchpoints are too rare to stand for themselves; goals never are.

    Args:
        log: The events; when nothing is to be folded, they are not looked at.
        rules: What the user asked for.
    """
    if not rules.min_share:
        return Folding()
    counted = log.frame.group_by("touchpoint").agg(nw.len().alias("number"))
    counts = {name: number for name, number in rows(counted) if name is not None}
    least = rules.min_share * sum(counts.values())
    rare = {name: n for name, n in counts.items() if n < least and name not in rules.goals}
    if not rare:
        return Folding()
    kept = tuple(sorted(counts.keys() - rare.keys()))
    return Folding(free_key("other", kept), kept, rare, rules.min_share)
