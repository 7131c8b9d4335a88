"""What a ring shows: the steps around it, the moves between them, and what stands in the middle."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from journeykit._chain import absorption
from journeykit.drawing.options import Options
from journeykit.drawing.palette import Theme, phase_colours
from journeykit.drawing.views._moves import Move, Road, Step, road_of
from journeykit.drawing.views._phrases import percent
from journeykit.errors import AnalysisError, RenderError
from journeykit.journey import Journey, steps_of, transitions_of
from journeykit.model import JourneyModel
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, START, Transition, probabilities

__all__ = ["Centre", "Wheel", "wheel_of"]

_CONVERT: Final = Text({"en": "of those who start convert", "nl": "van wie begint, converteert"})


@frozen
class Centre:
    """What stands in the middle.

    Args:
        head: The words that matter most.
        below: What stands under them.
        figure: Whether the head is a figure.
        icon: The name of an icon over the head, or nothing.
    """

    head: str
    below: str = ""
    figure: bool = False
    icon: str = ""


@frozen
class Wheel:
    """All that a ring shows, in one language.

    Args:
        subject: What moves, between phases where that can be told.
        road: The steps, and the moves between them.
        notes: What stands under the name of each step.
        crossing: The ends of the moves from one customer to another.
        centre: What stands in the middle.
        colours: The theme.
        lang: Language of the words.
        fills: Colour of each disc.
    """

    subject: Journey | JourneyModel
    road: Road
    notes: tuple[str, ...]
    crossing: frozenset[tuple[int, int]]
    centre: Centre
    colours: Theme
    lang: str
    fills: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self.road.steps)

    def crosses(self, move: Move) -> bool:
        """Tell whether a move leads from one customer to another."""
        return (move.source, move.target) in self.crossing


def wheel_of(subject: object, options: Options) -> Wheel:
    """Return what a ring of a journey or a journey model shows.

    A journey between touchpoints is shown between their phases, where they have any.

    Args:
        subject: What moves.
        options: What is wanted of the picture; the lanes asked for give the words under names.

    Raises:
        RenderError: It cannot be drawn, or there is nothing to draw.
        UnknownKeyError: The options ask for a lane that is not there.
    """
    if not isinstance(subject, (Journey, JourneyModel)):
        raise RenderError(
            f"the view 'ring' draws a Journey or a JourneyModel, not a {type(subject).__name__}"
        )
    seen = _lifted(subject)
    road = road_of(seen, options)
    notes = _notes(seen, options)
    return Wheel(
        seen,
        road,
        notes if any(notes) else tuple(map(_below, road.steps)),
        _crossing(seen),
        _centre(seen, road, options.lang),
        options.theme,
        options.lang,
        phase_colours(len(road.steps), options.theme),
    )


def _lifted(subject: Journey | JourneyModel) -> Journey | JourneyModel:
    """Return a journey that moves between phases, if it can be told so."""
    if isinstance(subject, JourneyModel) or subject.model is None:
        return subject
    from journeykit.graph import by_phase  # a room that few pictures need

    try:
        return by_phase(subject)
    except AnalysisError:  # its own touchpoints say more than the phases of its model
        return subject


def _below(step: Step) -> str:
    """Return what stands under the name of a step, unless the name says it already."""
    return "" if step.below.casefold() in step.label.casefold() else step.below


def _notes(subject: Journey | JourneyModel, options: Options) -> tuple[str, ...]:
    """Return what the lanes that were asked for say of each step, or who owns it."""
    model = subject if isinstance(subject, JourneyModel) else subject.model
    if model is None:
        return ()
    if options.lanes is None:
        lanes = [lane for lane in model.lanes if lane.kind == "owners"]
    else:
        lanes = [model.lane(key) for key in dict.fromkeys(options.lanes)]
    return tuple(
        _words(subject, step.key, [lane.key for lane in lanes], options.lang)
        if not isinstance(step, Touchpoint)
        else ""
        for step in steps_of(subject)
    )


def _words(subject: Journey | JourneyModel, phase: str, lanes: Sequence[str], lang: str) -> str:
    notes = (note for lane in lanes for note in subject.notes_in(phase=phase, lane=lane))
    said = (note.text.pick(lang).strip() for note in notes)
    return ", ".join(dict.fromkeys(filter(None, said)))


def _crossing(subject: Journey | JourneyModel) -> frozenset[tuple[int, int]]:
    places = {step.key: place for place, step in enumerate(steps_of(subject))}
    model = subject if isinstance(subject, JourneyModel) else subject.model
    moves = (*transitions_of(subject), *(model.transitions if model is not None else ()))
    return frozenset(
        (places[move.source], places[move.target])
        for move in moves
        if move.data.get("crosses") == "customers" and {*move.ends} <= places.keys()
    )


# --- the middle -------------------------------------------------------------------------


def _centre(subject: Journey | JourneyModel, road: Road, lang: str) -> Centre:
    """Return what a person looks for first: the conversion, whose journey it is, or its name."""
    converts = _conversion(subject, road)
    if converts is not None:
        return Centre(percent(converts), _CONVERT.pick(lang), figure=True)
    if isinstance(subject, JourneyModel):
        year = subject.origin.year
        return Centre(subject.label.pick(lang), "" if year is None else str(year))
    if subject.persona is not None:
        persona = subject.persona
        return Centre(persona.label.pick(lang), persona.segment.pick(lang), icon="person")
    return Centre((subject.label if subject.model is None else subject.model.label).pick(lang))


def _conversion(subject: Journey | JourneyModel, road: Road) -> float | None:
    """Return which share of all who start convert, where weights tell that."""
    moves: tuple[Transition, ...] = transitions_of(subject)
    if not road.weighted:
        return None
    try:
        ends = absorption(
            probabilities(moves), start=START, ends=(CONVERSION, DROP_OFF), name=subject.key
        )
    except AnalysisError:
        return None
    share = ends.into(CONVERSION)
    return share if 0 < share < 1 else None
