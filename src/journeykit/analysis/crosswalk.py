"""Crosswalks: which phases of two journey models speak of the same part of a journey."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from journeykit.analysis._tables import as_printed
from journeykit.errors import AnalysisError, shown
from journeykit.grid import Phase, Stage
from journeykit.model import JourneyModel
from journeykit.text import Text

__all__ = ["Crosswalk", "Gap", "Match", "crosswalk"]

_FIT: Mapping[str, float] = {"exact": 1.0, "close": 0.8, "loose": 0.4}
_ALSO = 0.5

_STAGES: Mapping[Stage, Text] = {
    Stage.AWARENESS: Text({"en": "awareness", "nl": "bewustwording"}),
    Stage.CONSIDERATION: Text({"en": "consideration", "nl": "overweging"}),
    Stage.PURCHASE: Text({"en": "purchase", "nl": "aankoop"}),
    Stage.SERVICE: Text({"en": "service", "nl": "service"}),
    Stage.LOYALTY: Text({"en": "loyalty", "nl": "loyaliteit"}),
}


@frozen
class Match:
    """Two phases that speak of the same part of a journey.

    Attributes:
        source: The key of the phase in the first model.
        target: The key of the phase in the second model.
        score: How well they fit, above 0 and at most 1.
        stage: The stage of the backbone through which they meet; None where they are one and
            the same phase, and that phase has no stage.
    """

    source: str
    target: str
    score: float
    stage: Stage | None


@frozen
class Gap:
    """A phase that has no counterpart in the other model.

    Attributes:
        model: The key of the model that has the phase.
        phase: The key of the phase.
        reason: Why there is no counterpart, in English and Dutch.
    """

    model: str
    phase: str
    reason: Text


@frozen
class Crosswalk:
    """What the phases of one journey model are in another.

    Attributes:
        source: The first model.
        target: The second model.
        matches: The pairs of phases, in the order of the first model, the best first.
        gaps: The phases of either model that have no counterpart.
        warnings: What a reader must know, in English and Dutch.
    """

    source: JourneyModel
    target: JourneyModel
    matches: tuple[Match, ...]
    gaps: tuple[Gap, ...]
    warnings: tuple[Text, ...]

    def of(self, phase: str) -> tuple[Match, ...]:
        """Return the matches of a phase of the first model, the best first.

        Args:
            phase: The key of the phase.

        Raises:
            UnknownKeyError: The first model has no such phase.
        """
        self.source.phase(phase)
        return tuple(match for match in self.matches if match.source == phase)

    def to_rows(self) -> list[dict[str, object]]:
        """Return a row for each match and each gap, for a table or a data frame."""
        rows: list[dict[str, object]] = [
            {
                "source": match.source,
                "target": match.target,
                "score": match.score,
                "stage": None if match.stage is None else str(match.stage),
            }
            for match in self.matches
        ]
        for gap in self.gaps:
            row: dict[str, object] = {"source": None, "target": None, "score": None, "stage": None}
            row["source" if gap.model == self.source.key else "target"] = gap.phase
            rows.append(row)
        return rows

    def to_dict(self) -> dict[str, Any]:
        """Return all of it in plain types, as JSON knows them."""
        return {
            "source": self.source.key,
            "target": self.target.key,
            "matches": self.to_rows()[: len(self.matches)],
            "gaps": [
                {"model": gap.model, "phase": gap.phase, "reason": dict(gap.reason)}
                for gap in self.gaps
            ],
            "warnings": [dict(warning) for warning in self.warnings],
        }

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"{self.source.label} → {self.target.label}"
        wide = max((len(match.source) for match in self.matches), default=0)
        aim = max((len(match.target) for match in self.matches), default=0)
        for match in self.matches:
            via = "" if match.stage is None else f"  {match.stage}"
            yield f"  {match.source:<{wide}} → {match.target:<{aim}}  {match.score:.2f}{via}"
        for gap in self.gaps:
            yield f"  gap: {gap.phase} ({gap.model}): {gap.reason}"
        for warning in self.warnings:
            yield f"  warning: {warning}"


def crosswalk(source: JourneyModel, target: JourneyModel) -> Crosswalk:
    """Find which phases of two journey models speak of the same part of a journey.

    Phases meet through the backbone, never through their names: many names mean different
    things in different models. Where both belong to the same stage, the score is the product
    of how well each fits it: 1 for an exact, 0.8 for a close and 0.4 for a loose fit. Where a
    phase only touches the other's stage (``Phase.also``), its side counts 0.5. A phase that
    both models share as it stands has itself as its only counterpart. The weights are a rule
    of thumb, for ranking and not for measuring.

    Args:
        source: The model to come from.
        target: The model to go to.

    Example:
        >>> from journeykit.presets import AIDA, SEE_THINK_DO_CARE
        >>> walk = crosswalk(AIDA, SEE_THINK_DO_CARE)
        >>> [(match.source, match.target, match.score) for match in walk.of("action")]
        [('action', 'do', 1.0)]
        >>> [gap.phase for gap in walk.gaps]
        ['care']
    """
    for what, model in (("source", source), ("target", target)):
        if not isinstance(model, JourneyModel):
            message = f"{what} must be a JourneyModel, not {shown(model)}"
            raise AnalysisError(message)
    matches = tuple(_matches(source, target))
    gaps = (
        *_gaps(source, {match.source for match in matches}, target),
        *_gaps(target, {match.target for match in matches}, source),
    )
    return Crosswalk(source, target, matches, gaps, tuple(_warnings(source, target)))


def _matches(source: JourneyModel, target: JourneyModel) -> Iterator[Match]:
    shared = {phase.key for phase in source.phases if phase in target.phases}
    for phase in source.phases:
        if phase.key in shared:
            yield Match(phase.key, phase.key, 1.0, phase.stage)
            continue
        met = [
            match
            for other in target.phases
            if other.key not in shared
            for match in _meeting(phase, other)
        ]
        yield from sorted(met, key=lambda match: -match.score)


def _meeting(phase: Phase, other: Phase) -> Iterator[Match]:
    """Give the one match of two phases, if they meet anywhere."""
    if phase.stage is None or other.stage is None:
        return
    here, there = _FIT[phase.fit or "exact"], _FIT[other.fit or "exact"]
    if phase.stage == other.stage:
        yield Match(phase.key, other.key, here * there, phase.stage)
        return
    ways = []
    if other.stage in phase.also:
        ways.append((_ALSO * there, other.stage))
    if phase.stage in other.also:
        ways.append((here * _ALSO, phase.stage))
    if ways:
        score, stage = max(ways, key=lambda way: way[0])
        yield Match(phase.key, other.key, score, stage)


def _gaps(model: JourneyModel, matched: set[str], other: JourneyModel) -> Iterator[Gap]:
    for phase in model.phases:
        if phase.key in matched:
            continue
        if phase.stage is None:
            reason = Text(
                {
                    "en": "it belongs to no stage of the backbone",
                    "nl": "hij hoort bij geen stadium van de ruggengraat",
                }
            )
        else:
            stage = _STAGES[phase.stage]
            reason = Text(
                {
                    "en": f"{other.label.pick('en')} has no phase for {stage.pick('en')}",
                    "nl": f"{other.label.pick('nl')} heeft geen fase voor {stage.pick('nl')}",
                }
            )
        yield Gap(model.key, phase.key, reason)


def _warnings(source: JourneyModel, target: JourneyModel) -> Iterator[Text]:
    if _sells(source) != _sells(target):
        without = target if _sells(source) else source
        yield Text(
            {
                "en": f"{without.label.pick('en')} has no purchase, the other model has",
                "nl": f"{without.label.pick('nl')} kent geen aankoop, het andere model wel",
            }
        )
    for stage in Stage:
        if stage in _stages(source, also=True) and stage not in _stages(target, also=True):
            name = _STAGES[stage]
            yield Text(
                {
                    "en": f"{target.label.pick('en')} lacks the stage {name.pick('en')}",
                    "nl": f"{target.label.pick('nl')} mist het stadium {name.pick('nl')}",
                }
            )
    for model in {model.key: model for model in (source, target)}.values():
        if model.data.get("translation_safe") is False:
            yield Text(
                {
                    "en": f"the stages of {model.label.pick('en')} are only an analogy",
                    "nl": f"de stadia van {model.label.pick('nl')} zijn maar een analogie",
                }
            )


def _sells(model: JourneyModel) -> bool:
    """Tell whether a purchase is part of a model: as its makers say, else by its stages."""
    return bool(model.data.get("has_purchase", Stage.PURCHASE in _stages(model)))


def _stages(model: JourneyModel, *, also: bool = False) -> set[Stage]:
    stages = {phase.stage for phase in model.phases if phase.stage is not None}
    return stages.union(*(phase.also for phase in model.phases)) if also else stages
