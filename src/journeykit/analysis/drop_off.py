"""Drop-off: how many come to each step, how many leave there, and how many come further."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from attrs import frozen

from journeykit._chain import absorption, listed
from journeykit.analysis._solving import visits
from journeykit.analysis._subject import name_of
from journeykit.analysis._tables import as_printed, number, share, table
from journeykit.errors import AnalysisError, UnknownKeyError
from journeykit.grid import Phase
from journeykit.journey import Journey, steps_of, transitions_of
from journeykit.model import JourneyModel
from journeykit.transition import CONVERSION, DROP_OFF, ENDS, START, Transition, probabilities

__all__ = ["DropOff", "Flag", "Row", "by_phase", "by_step"]

Flag: TypeAlias = Literal["more_out_than_in", "more_than_previous"]
_WORDS: Mapping[Flag, str] = {
    "more_out_than_in": "more out than in",
    "more_than_previous": "more than before it",
}
_NEARLY = 1e-9


@frozen
class Row:
    """How many come to one step, and where they go.

    Attributes:
        step: The key of the touchpoint or phase.
        entered: How many came in from elsewhere; those who came back count again.
        left: How many of them dropped off from there.
        left_rate: `left` as a share of `entered`.
        to_previous: `entered` as a share of those who entered the step before it.
        to_first: `entered` as a share of those who entered the first step.
        flags: ``"more_out_than_in"`` where more were counted on their way out than on their
            way in, ``"more_than_previous"`` where more enter than entered the step before.

    The shares are None where they would be shares of nothing.
    """

    step: str
    entered: float
    left: float
    left_rate: float | None
    to_previous: float | None
    to_first: float | None
    flags: tuple[Flag, ...] = ()

    @property
    def flagged(self) -> bool:
        """Whether there is something to look at before the shares are read as losses."""
        return bool(self.flags)

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, as JSON and data frames know them."""
        return {
            "step": self.step,
            "entered": self.entered,
            "left": self.left,
            "left_rate": self.left_rate,
            "to_previous": self.to_previous,
            "to_first": self.to_first,
            "flags": list(self.flags),
        }


@frozen
class DropOff:
    """Where customers leave: a row for each step, in the order of the journey.

    Attributes:
        journey: The key of the journey.
        counted: Whether the rows hold customers who were counted; otherwise they hold how
            many are expected for each customer who starts.
        rows: The rows.
    """

    journey: str
    counted: bool
    rows: tuple[Row, ...]

    def row(self, step: str) -> Row:
        """Return the row of a step.

        Raises:
            UnknownKeyError: There is no such step.
        """
        for row in self.rows:
            if row.step == step:
                return row
        raise UnknownKeyError(
            "step", step, [row.step for row in self.rows], f"journey {self.journey!r}"
        )

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row for each step, for a table or a data frame."""
        return [row.to_dict() for row in self.rows]

    def to_dict(self) -> dict[str, Any]:
        """Return all of it in plain types, as JSON knows them."""
        return {"journey": self.journey, "counted": self.counted, "rows": self.to_rows()}

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, place: int) -> Row:
        return self.rows[place]

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        unit = "customers counted" if self.counted else "expected for each customer who starts"
        yield f"{self.journey}: {unit}"
        yield from table(self.rows, self._cells, words=["look"])

    def _cells(self, row: Row) -> Mapping[str, str]:
        cells = {
            "step": row.step,
            "entered": number(row.entered),
            "left": number(row.left),
            "of entered": share(row.left_rate),
            "to previous": share(row.to_previous),
            "to first": share(row.to_first),
        }
        if any(other.flags for other in self.rows):
            cells["look"] = ", ".join(_WORDS[flag] for flag in row.flags)
        return cells


def by_step(journey: Journey) -> DropOff:
    """Return how many come to each step, leave there, and come further.

    Where every transition has a count, those are added up. Otherwise it is how many are
    expected for each customer who starts. Both count visits: a customer who comes back to a
    step enters it again, one who repeats it at once does not. How many customers ever come to
    a step is the ``reach`` that `journeykit.analysis.markov.chain` tells.

    Args:
        journey: What customers walk through.

    Raises:
        AnalysisError: Not every transition has a count, and no transition leaves `START`, or
            a step that can be reached leads to no end.

    Example:
        >>> from journeykit.presets import SALON
        >>> print(by_step(SALON))
        curly_hair_salon: expected for each customer who starts
        step           entered    left  of entered  to previous  to first  look
        bewustwording     1.13   0.338        30 %            –     100 %
        overweging       0.754   0.226        30 %       66.8 %    66.8 %
        beslissing       0.452  0.0768        17 %         60 %    40.1 %
        actie            0.612  0.0612        10 %        135 %    54.2 %  more than before it
        evaluatie        0.551   0.105        19 %         90 %    48.8 %
    """
    places = {step.key: step.key for step in steps_of(_checked(journey))}
    return _drop_off(journey, places, list(places))


def by_phase(journey: Journey) -> DropOff:
    """Return how many come to each phase, leave there, and come further.

    It is counted as in `by_step`; moves between touchpoints of the same phase are left out.

    Args:
        journey: What customers walk through; each touchpoint that is moved to or from has a
            phase.

    Raises:
        AnalysisError: A touchpoint that is moved to or from has no phase; not every transition
            has a count, and no transition leaves `START`, or a step that can be reached leads
            to no end.

    Example:
        >>> from journeykit.presets import SALON
        >>> by_phase(SALON).row("overweging").left_rate
        0.3
    """
    steps = steps_of(_checked(journey))
    model = journey if isinstance(journey, JourneyModel) else journey.model
    phases = [phase.key for phase in model.phases] if model is not None else []
    places = {step.key: step.key if isinstance(step, Phase) else step.phase for step in steps}
    moved = dict.fromkeys(end for move in transitions_of(journey) for end in move.ends)
    lost = [end for end in moved if end not in ENDS and places.get(end) is None]
    if lost:
        first = "" if model is not None else "the journey a model, and "
        raise AnalysisError(
            f"{name_of(journey)}: no phase holds {listed(lost)}; give {first}each a phase"
        )
    return _drop_off(journey, places, phases)


def _checked(journey: Journey) -> Journey:
    name_of(journey)
    return journey


def _drop_off(journey: Journey, places: Mapping[str, str | None], order: Sequence[str]) -> DropOff:
    moves = transitions_of(journey)
    counted = bool(moves) and all(move.count is not None for move in moves)
    amounts = _counts(moves) if counted else _flows(moves, name=name_of(journey))
    comes: dict[str | None, list[float]] = {step: [] for step in order}
    goes: dict[str | None, list[float]] = {step: [] for step in order}
    leaves: dict[str | None, list[float]] = {step: [] for step in order}
    for (source, target), amount in amounts.items():
        here, there = places.get(source), places.get(target)
        if here != there:
            comes.get(there, []).append(amount)
            goes.get(here, []).append(amount)
        if target == DROP_OFF:
            leaves.get(here, []).append(amount)
    total = sum if counted else math.fsum
    entered = [total(comes[step]) for step in order]
    rows = []
    for place, step in enumerate(order):
        before = entered[place - 1] if place else None
        flags: list[Flag] = []
        if counted and total(goes[step]) > entered[place]:
            flags.append("more_out_than_in")
        if before is not None and entered[place] > before * (1 + _NEARLY):
            flags.append("more_than_previous")
        rows.append(
            Row(
                step,
                entered[place],
                total(leaves[step]),
                left_rate=_rate(total(leaves[step]), entered[place]),
                to_previous=_rate(entered[place], before),
                to_first=_rate(entered[place], entered[0]),
                flags=tuple(flags),
            )
        )
    return DropOff(journey.key, counted, tuple(rows))


def _rate(part: float, whole: float | None) -> float | None:
    return part / whole if whole else None


def _counts(moves: Sequence[Transition]) -> dict[tuple[str, str], float]:
    return {move.ends: move.count or 0 for move in moves}


def _flows(moves: Sequence[Transition], *, name: str) -> dict[tuple[str, str], float]:
    return absorption(
        probabilities(moves),
        start=START,
        ends=(CONVERSION, DROP_OFF),
        name=name,
        solve=lambda rows: visits(rows, name=name),
    ).flows
