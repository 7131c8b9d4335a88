"""Translation: a journey, told in the phases of another journey model."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from attrs import frozen

from journeykit.analysis._subject import journey_given
from journeykit.analysis._tables import as_printed
from journeykit.analysis.crosswalk import Match, crosswalk
from journeykit.errors import AnalysisError, shown
from journeykit.graph.lift import lifted
from journeykit.grid import Lane, Stage
from journeykit.journey import Journey, order_of
from journeykit.model import JourneyModel
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint
from journeykit.transition import ENDS, Transition, without_derived_kinds

__all__ = ["Leftover", "translate"]

What: TypeAlias = Literal["touchpoint", "note", "goal", "transition", "route"]


@frozen
class Leftover:
    """Something that a translated journey could not take along.

    Attributes:
        what: The kind of thing: ``"touchpoint"``, ``"note"``, ``"goal"``, ``"transition"`` or
            ``"route"``.
        name: Which one: its key, its words, or its two ends.
        reason: Why, in English and Dutch.
    """

    what: What
    name: str
    reason: Text

    def to_dict(self) -> dict[str, object]:
        """Return it in plain types, as JSON and data frames know them."""
        return {"what": self.what, "name": self.name, "reason": dict(self.reason)}

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return f"{self.what} {self.name!r}: {self.reason}"


def translate(journey: Journey, model: JourneyModel) -> tuple[Journey, tuple[Leftover, ...]]:
    """Tell a journey in the phases of another journey model.

    Each phase becomes the phase of the other model that it fits best (see `crosswalk`), and
    what stands in it moves along: touchpoints, notes, goals, the route. Rows that hold
    something, and those for touchpoints and emotions, are added to the model where it lacks
    them. Moves between touchpoints stay; where moves between phases come together in one
    pair, their weight becomes the flow between them, as in `by_phase`.

    Nothing is folded into a phase that it does not belong to: what has no place in the other
    model is left out of the journey, and returned with the reason.

    Args:
        journey: What to translate; it needs a model.
        model: The model to tell it in.

    Returns:
        The journey, and what could not be carried over.

    Raises:
        AnalysisError: The journey has no model, or one of the two is something else.

    Example:
        >>> from journeykit.presets import AIDA, FIVE_PHASE_SALON
        >>> salon = Journey(
        ...     "salon",
        ...     model=FIVE_PHASE_SALON,
        ...     touchpoints=[
        ...         Touchpoint("post", phase="bewustwording"),
        ...         Touchpoint("haircut", phase="actie"),
        ...     ],
        ... )
        >>> told, left = translate(salon, AIDA)
        >>> told.touchpoint("post").phase
        'attention'
        >>> for leftover in left:
        ...     print(leftover)
        touchpoint 'haircut': no phase of AIDA fits the phase Action (use of the solution)
        route 'haircut': it passes a touchpoint that is left out
    """
    if not isinstance(model, JourneyModel):
        message = f"model must be a JourneyModel, not {shown(model)}"
        raise AnalysisError(message)
    source = journey_given(journey).model
    if source is None:
        message = f"journey {journey.key!r} has no model to translate from; give it one"
        raise AnalysisError(message)
    return _Translation(journey, source, model).result()


class _Translation:
    """One translation while it is made: where phases go, and what is left behind."""

    def __init__(self, journey: Journey, source: JourneyModel, target: JourneyModel) -> None:
        self.journey = journey
        self.source = source
        self.target = target
        walk = crosswalk(source, target)
        self.place = {
            match.source: match.target
            for match in reversed(walk.matches)
            if not _folds(source, match)
        }
        self.left: list[Leftover] = []

    def result(self) -> tuple[Journey, tuple[Leftover, ...]]:
        journey = self.journey
        touchpoints = list(self.touchpoints())
        self.kept = {spot.key for spot in touchpoints}
        told = journey.evolve(
            model=self.target.with_lanes(self.lanes()),
            touchpoints=touchpoints,
            route=list(self.route()),
            notes=[
                note.evolve(phase=self.place[note.phase])
                for note in journey.notes
                if self.stands("note", str(note.text), note.phase, note.touchpoint)
            ],
            goals=[
                goal if goal.phase is None else goal.evolve(phase=self.place[goal.phase])
                for goal in journey.goals
                if self.stands("goal", goal.key, goal.phase, goal.touchpoint)
            ],
            transitions=self.transitions(),
        )
        return told, tuple(self.left)

    def leave(self, what: What, name: str, english: str, dutch: str) -> None:
        self.left.append(Leftover(what, name, Text({"en": english, "nl": dutch})))

    def stands(self, what: What, name: str, phase: str | None, touchpoint: str | None) -> bool:
        """Tell whether something keeps its place, and note the reason where it does not."""
        if phase is not None and phase not in self.place:
            label, model = self.source.phase(phase).label, self.target.label
            self.leave(
                what,
                name,
                f"no phase of {model.pick('en')} fits the phase {label.pick('en')}",
                f"geen fase van {model.pick('nl')} past bij de fase {label.pick('nl')}",
            )
            return False
        if touchpoint is not None and touchpoint not in self.kept:
            self.leave(
                what,
                name,
                f"it is about the touchpoint {touchpoint!r}, which is left out",
                f"het gaat over het contactmoment {touchpoint!r}, dat is weggelaten",
            )
            return False
        return True

    def touchpoints(self) -> Iterator[Touchpoint]:
        for spot in self.journey.touchpoints:
            if self.target.has_phase(spot.key):
                model = self.target.label
                self.leave(
                    "touchpoint",
                    spot.key,
                    f"a phase of {model.pick('en')} has the same key; give it another",
                    f"een fase van {model.pick('nl')} heeft dezelfde sleutel; kies een andere",
                )
            elif self.stands("touchpoint", spot.key, spot.phase, None):
                yield spot if spot.phase is None else spot.evolve(phase=self.place[spot.phase])

    def lanes(self) -> list[Lane]:
        journey = self.journey
        used = {note.lane for note in journey.notes} | {spot.lane for spot in journey.touchpoints}
        return [
            lane
            for lane in self.source.lanes
            if not self.target.has_lane(lane.key)
            and (lane.key in used or lane.kind in ("touchpoints", "emotion"))
        ]

    def route(self) -> Iterator[str]:
        for key in self.journey.route:
            if key in self.kept:
                yield key
            else:
                self.leave(
                    "route",
                    key,
                    "it passes a touchpoint that is left out",
                    "ze komt langs een contactmoment dat is weggelaten",
                )

    def transitions(self) -> list[Transition]:
        # A kind that follows from the old order follows from the new one; any other stays.
        moves = without_derived_kinds(self.journey.transitions, order_of(self.journey))
        between = {end for move in moves for end in move.ends} - set(ENDS)
        if between & {spot.key for spot in self.journey.touchpoints}:
            place = {key: key for key in self.kept}
        else:
            place = self.place
        place = {**place, **{end: end for end in ENDS}}
        carried = [move for move in moves if self.moves_on(move, place)]
        pairs = [(place[move.source], place[move.target]) for move in carried]
        if len(set(pairs)) == len(pairs):
            return [
                move.evolve(source=pair[0], target=pair[1])
                for move, pair in zip(carried, pairs, strict=True)
            ]
        return self.joined(carried, place)

    def moves_on(self, move: Transition, place: dict[str, str]) -> bool:
        lost = [end for end in move.ends if end not in place]
        if lost:
            self.leave(
                "transition",
                f"{move.source} → {move.target}",
                f"{lost[0]!r} has no place in {self.target.label.pick('en')}",
                f"{lost[0]!r} heeft geen plaats in {self.target.label.pick('nl')}",
            )
        return not lost

    def joined(self, carried: list[Transition], place: dict[str, str]) -> list[Transition]:
        """Join the moves that have come to share their ends."""
        moves = self.journey.transitions
        if any(move.weight is not None for move in moves):
            try:
                return list(lifted(moves, place, name=f"journey {self.journey.key!r}"))
            except AnalysisError as error:
                self.leave(
                    "transition",
                    "weights",
                    f"they cannot be joined: {error}",
                    f"ze kunnen niet worden samengevoegd: {error}",
                )
        pairs = dict.fromkeys((place[move.source], place[move.target]) for move in carried)
        return [Transition(*pair) for pair in pairs if pair[0] != pair[1]]


_AFTER_PURCHASE = (Stage.SERVICE, Stage.LOYALTY)


def _folds(source: JourneyModel, match: Match) -> bool:
    """Tell whether a match would put what comes after a purchase into what comes before it."""
    stage = source.phase(match.source).stage
    return stage in _AFTER_PURCHASE and match.stage not in _AFTER_PURCHASE
