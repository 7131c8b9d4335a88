"""What is lost of the conversions when steps are taken out of a journey."""

import math
from collections.abc import Collection, Mapping, Sequence

from journeykit._chain import Absorption, absorption
from journeykit.analysis._solving import expected, visits
from journeykit.analysis._subject import walk_of
from journeykit.errors import AnalysisError
from journeykit.journey import Journey, steps_of
from journeykit.transition import CONVERSION, DROP_OFF, START, probabilities

__all__ = ["Removal"]

_MOST_SOLUTIONS = 200


class Removal:
    """A journey from which steps can be taken out.

    Attributes:
        steps: The steps that can be reached, in the order of the journey.
        conversions: How many convert: a count, or a share where the journey has no counts.
        at_once: How many of them convert without any step.
    """

    def __init__(self, journey: Journey) -> None:
        walk = walk_of(journey)
        self.name = walk.name
        self.likely = probabilities(walk.moves)
        numbers = {state: number for number, state in enumerate(walk.states)}
        self.steps = [step.key for step in steps_of(journey) if step.key in numbers]
        converts = [float(state == CONVERSION) for state in walk.states]
        answer = expected(walk.rows, [converts], name=walk.name)
        self.share = answer.outlooks[0][0]
        self.converts = {step: answer.outlooks[0][numbers[step]] for step in self.steps}
        self.reach: dict[str, float] | None = None
        if answer.returns is not None:
            self.reach = {
                step: answer.visits[numbers[step]] / answer.returns[numbers[step]]
                for step in self.steps
            }
        self.conversions, self.at_once = self.share, self.likely.get((START, CONVERSION), 0.0)
        exits = [move for move in walk.moves if move.target == CONVERSION]
        if all(move.count is not None for move in exits):
            self.conversions = float(sum(move.count or 0 for move in exits))
            self.at_once = float(sum(move.count or 0 for move in exits if move.source == START))

    def effects(self, groups: Mapping[str, Sequence[str]]) -> dict[str, float]:
        """Return what part of the conversions is lost without each group of steps.

        Raises:
            AnalysisError: There are too many groups for a solution of each.
        """
        if self.reach is None and len(groups) > _MOST_SOLUTIONS:
            raise AnalysisError(
                f"{self.name}: what is lost without each of {len(groups):,} among thousands of "
                "steps in no order takes a solution for each; ask by channel or by phase"
            )
        if not self.share:
            return dict.fromkeys(groups, 0.0)
        return {group: self._passing(steps) / self.share for group, steps in groups.items()}

    def _passing(self, steps: Sequence[str]) -> float:
        """Return the share of customers who pass any of some steps, and convert."""
        if len(steps) == 1 and self.reach is not None:
            return self.reach[steps[0]] * self.converts[steps[0]]
        without = self._without(steps)
        return math.fsum(without.into(step) * self.converts[step] for step in steps)

    def share_of(self, kept: Collection[str]) -> float:
        """Return the share of customers who convert where only some steps are left."""
        return self._without([step for step in self.steps if step not in kept]).into(CONVERSION)

    def _without(self, steps: Collection[str]) -> Absorption:
        """Return what happens to customers who are lost when they come to some steps."""
        lost = {*steps}
        return absorption(
            {ends: likely for ends, likely in self.likely.items() if ends[0] not in lost},
            start=START,
            ends=(CONVERSION, DROP_OFF, *steps),
            name=self.name,
            solve=lambda rows: visits(rows, name=self.name),
        )
