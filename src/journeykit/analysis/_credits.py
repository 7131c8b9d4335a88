"""What attribution returns, and to whom a touch counts."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

from journeykit._chain import listed
from journeykit.analysis._subject import name_of
from journeykit.analysis._tables import as_printed, number, share, table
from journeykit.errors import AnalysisError, shown, suggestion
from journeykit.grid import Phase
from journeykit.journey import Journey, steps_of
from journeykit.paths import Paths

__all__ = ["By", "Credits", "credited", "group_of", "touches"]

By: TypeAlias = Literal["touchpoint", "channel", "phase"] | Mapping[str, str]
_BY: Final = ("touchpoint", "channel", "phase")


@frozen(eq=False)
class Credits(Mapping[str, float]):
    """How much of the conversions each touchpoint, channel or phase is given credit for.

    It is a mapping from keys to credits, in the order in which they are first met.

    Attributes:
        method: How the credit was shared out.
        credits: The credit of each key.
        unattributed: The conversions of customers who had no touchpoint at all.
        errors: For each key, how far the credit may be off, where it was estimated: with a
            probability of 95 % none is further off. None where the credits are exact.
    """

    method: str
    credits: dict[str, float]
    unattributed: float = 0.0
    errors: dict[str, float] | None = None

    @property
    def total(self) -> float:
        """The sum of the credits: all conversions but those that are `unattributed`."""
        return math.fsum(self.credits.values())

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row for each key, for a table or a data frame."""
        total = self.total
        return [
            {
                "key": key,
                "credit": credit,
                "share": credit / total if total else None,
                "error": None if self.errors is None else self.errors[key],
            }
            for key, credit in self.credits.items()
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return all of it in plain types, as JSON knows them."""
        return {
            "method": self.method,
            "unattributed": self.unattributed,
            "credits": self.to_rows(),
        }

    def __getitem__(self, key: str) -> float:
        return self.credits[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.credits)

    def __len__(self) -> int:
        return len(self.credits)

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        without = f", {number(self.unattributed)} without a touch" if self.unattributed else ""
        conversions = "conversion" if self.total == 1 else "conversions"
        yield f"{self.method}: {number(self.total)} {conversions}{without}"
        yield from table(sorted(self.to_rows(), key=_less), self._cells)

    def _cells(self, row: Mapping[str, Any]) -> Mapping[str, str]:
        cells = {"key": row["key"], "credit": number(row["credit"]), "share": share(row["share"])}
        if self.errors is not None:
            cells["±"] = number(row["error"])
        return cells


def _less(row: Mapping[str, Any]) -> float:
    return -float(row["credit"])


def credited(
    method: str, portions: Iterable[tuple[str, float]], keys: Iterable[str], *, unattributed: float
) -> Credits:
    """Return the sum of all portions for each key.

    Args:
        method: How the credit was shared out.
        portions: Keys, and what each of them gets.
        keys: All keys, also those that get nothing.
        unattributed: The conversions that nothing gets credit for.
    """
    parts: dict[str, list[float]] = {key: [] for key in keys}
    for key, portion in portions:
        parts[key].append(portion)
    return Credits(
        method, {key: math.fsum(each) for key, each in parts.items()}, float(unattributed)
    )


def group_of(steps: Sequence[str], by: By, journey: Journey | None) -> dict[str, str]:
    """Return to whom a touch of each step counts.

    Args:
        steps: The keys of the steps.
        by: What gets the credit.
        journey: The journey that says which channel or phase a touchpoint has.

    Raises:
        AnalysisError: That is not known of all steps.
    """
    if journey is not None:
        name_of(journey)
    if isinstance(by, Mapping):
        known: Mapping[str, str | None] = by
        what = "group"
    elif not isinstance(by, str) or by not in _BY:
        hint = suggestion(by, _BY) if isinstance(by, str) else ""
        raise AnalysisError(
            "by must be 'touchpoint', 'channel', 'phase' or a mapping of touchpoints, "
            f"not {shown(by)}{hint}"
        )
    elif by == "touchpoint":
        return {step: step for step in steps}
    elif journey is None:
        raise AnalysisError(
            f"credit by {by} needs to know the {by} of each touchpoint; give journey=, or a "
            "mapping of touchpoints in place of the word"
        )
    else:
        known = {step.key: _place(step, by) for step in steps_of(journey)}
        what = by
    lost = [step for step in steps if _is_missing(known.get(step))]
    if lost:
        raise AnalysisError(f"no {what} is known of {listed(lost)}; give each a {what}")
    return {step: str(known[step]) for step in steps}


def _is_missing(group: object) -> bool:
    """Tell whether a value is none, as tables of pandas have it where a cell is empty."""
    try:
        return group is None or bool(group != group)  # noqa: PLR0124 - what is not a number is not
    except (TypeError, ValueError):
        return True


def _place(step: Any, by: str) -> str | None:  # noqa: ANN401 - a touchpoint or a phase
    if isinstance(step, Phase):
        return step.key if by == "phase" else None
    place: str | None = step.channel if by == "channel" else step.phase
    return place


def touches(paths: Paths, group: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Give the touches of each path that converted, by whom they count to, and how many made it."""
    for path in paths:
        if path.converted:
            yield tuple(group[step] for step in path.steps), path.count
