"""What stands on a map: its columns, rows and cells, before anything has a place on paper."""

import functools
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from attrs import Factory, field, frozen

from journeykit.channels import Realm
from journeykit.drawing.options import Options
from journeykit.drawing.views import _sentences
from journeykit.drawing.words import WORDS, say
from journeykit.errors import RenderError
from journeykit.grid import Lane, Note, Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint

__all__ = ["Entry", "Sheet", "journey_and_model", "sheet_of"]

_DURATION: Final = "duration"
_DENSE: Final = 60
_EMOTIONS: Final = Text({"en": "Emotions", "nl": "Emoties"})
_CUSTOMER_GOAL: Final = Text({"en": "Customer goal", "nl": "Klantdoel"})
_BUSINESS_GOAL: Final = Text({"en": "Business goal", "nl": "Doel van de organisatie"})

Cell: TypeAlias = tuple[str, str]
"""The keys of a lane and of a phase."""


@frozen
class Entry:
    """One thing that is said in a cell.

    Args:
        words: What it says.
        tooltip: What more there is to know, or nothing.
        assumed: Whether it is marked as an assumption.
        about: The key of the touchpoint that it is about, if any.
    """

    words: str
    tooltip: str = ""
    assumed: bool = False
    about: str | None = None


def _met(sheet: "Sheet") -> tuple[Touchpoint, ...]:
    cells = ((lane.key, phase.key) for lane in sheet.lanes for phase in sheet.phases)
    return tuple(spot for cell in cells for spot in sheet.touchpoints.get(cell, ()))


def _is_dense(sheet: "Sheet") -> bool:
    return len(sheet.met) > _DENSE


def _has_other_evidence(sheet: "Sheet") -> bool:
    notes = {note.evidence for note in sheet.shown()}
    spots = {spot.evidence for spot in sheet.met}
    # Signs are too small to carry a mark.
    marked = notes if sheet.dense else notes | spots
    return "assumption" in marked and len((notes | spots) - {None}) > 1


def _route(sheet: "Sheet") -> frozenset[str]:
    return frozenset(sheet.journey.route)


def _has_emotions(sheet: "Sheet") -> bool:
    return any(spot.emotion is not None for spot in sheet.met)


@frozen
class Sheet:
    """All that a map shows, in one language.

    Args:
        journey: The journey; for a journey model, an empty one.
        phases: The columns.
        lanes: The rows.
        lang: Language of the words.
        title: The title.
        subtitle: Whose journey it is, or nothing.
        state: ``"Current state"`` or the like; nothing for a model.
        durations: How long each phase takes, by key, where that is known.
        notes: The notes of each cell.
        touchpoints: The touchpoints of each cell.
        apart: Touchpoints that stand in no phase.
    """

    journey: Journey
    phases: tuple[Phase, ...]
    lanes: tuple[Lane, ...]
    lang: str
    title: str
    subtitle: str
    state: str
    durations: dict[str, str]
    notes: dict[Cell, list[Note]]
    touchpoints: dict[Cell, list[Touchpoint]]
    apart: tuple[Touchpoint, ...]
    met: tuple[Touchpoint, ...] = field(init=False, default=Factory(_met, takes_self=True))
    """The touchpoints in all rows."""
    dense: bool = field(init=False, default=Factory(_is_dense, takes_self=True))
    """Whether there are too many touchpoints to name them all."""
    marks_assumptions: bool = field(
        init=False, default=Factory(_has_other_evidence, takes_self=True)
    )
    """Whether what is assumed carries a mark: only beside what is known in another way."""
    feels: bool = field(init=False, default=Factory(_has_emotions, takes_self=True))
    """Whether any touchpoint has an emotion."""
    _route: frozenset[str] = field(init=False, default=Factory(_route, takes_self=True))

    @functools.cached_property
    def tooltips(self) -> dict[str, str]:
        """What there is to know of each touchpoint, by its key."""
        return {
            spot.key: _sentences.of_touchpoint(
                spot, self.journey, self.lang, used=self.on_route(spot)
            )
            for spot in self.journey.touchpoints
        }

    def shown(self, *kinds: str) -> list[Note]:
        """Return the notes in all rows, or in those of some kinds."""
        lanes = [lane for lane in self.lanes if not kinds or lane.kind in kinds]
        return [note for cell in self._cells(lanes) for note in self.notes.get(cell, ())]

    def on_route(self, spot: Touchpoint) -> bool:
        """Tell whether the persona meets a touchpoint."""
        return not self._route or spot.key in self._route

    def realm(self, spot: Touchpoint) -> Realm | None:
        """Return where a touchpoint takes place, or None where that is not known."""
        return None if spot.channel is None else self.journey.channel(spot.channel).realm

    def is_marked(self, thing: Note | Touchpoint) -> bool:
        """Tell whether something carries the mark of an assumption."""
        return self.marks_assumptions and thing.evidence == "assumption"

    def entries(self, lane: Lane, phase: Phase) -> list[Entry]:
        """Return what is said in a cell: its notes, or what stands in for them."""
        said = [
            Entry(
                words,
                _sentences.of_note(note, self.journey, self.lang),
                self.is_marked(note),
                note.touchpoint,
            )
            for note in self.notes.get((lane.key, phase.key), ())
            if (words := note.text.pick(self.lang)).strip()
        ]
        if said:
            return said
        if lane.kind == "owners":
            spots = [spot for spot in self.journey.touchpoints if spot.phase == phase.key]
            owners = dict.fromkeys(spot.owner.pick(self.lang) for spot in spots if spot.owner)
            return [Entry(owner) for owner in owners]
        if lane == next((one for one in self.lanes if one.kind == "measures"), None):
            return [
                Entry(_sentences.goal_words(goal, self.lang), _sentences.of_goal(goal, self.lang))
                for goal in self.journey.goals
                if phase.key in (goal.phase, self._phase_of(goal.touchpoint))
            ]
        return []

    def _phase_of(self, touchpoint: str | None) -> str | None:
        return None if touchpoint is None else self.journey.touchpoint(touchpoint).phase

    def _cells(self, lanes: Iterable[Lane]) -> list[Cell]:
        return [(lane.key, phase.key) for lane in lanes for phase in self.phases]


def sheet_of(subject: object, options: Options, *, felt: bool = True) -> Sheet:
    """Return what a map of a journey or of a journey model shows.

    Args:
        subject: What it shows.
        options: What is wanted of the picture.
        felt: Whether emotions get a row where the model has none for them.

    Raises:
        RenderError: There is no map of such a thing.
        UnknownKeyError: The options ask for a lane that is not there.
    """
    journey, model = journey_and_model(subject, view="map")
    grid = _with_rows(model, journey, template=subject is model, felt=felt)
    notes = _gathered_notes(journey, grid)
    lanes = [grid.lane(key) for key in dict.fromkeys(options.lanes)] if options.lanes else []
    if options.lanes is None:
        lanes = list(grid.lanes)
    usual = next((lane.key for lane in grid.lanes if lane.kind == "touchpoints"), "")
    touchpoints: dict[Cell, list[Touchpoint]] = {}
    for spot in journey.touchpoints:
        if spot.phase is not None:
            touchpoints.setdefault((spot.lane or usual, spot.phase), []).append(spot)
    durations: dict[str, str] = {}
    if any(lane.key == _DURATION for lane in lanes):
        for phase in grid.phases:
            said = [note.text.pick(options.lang) for note in notes.get((_DURATION, phase.key), ())]
            durations[phase.key] = " · ".join(said)
        if not any(lane == _DURATION for lane, _ in touchpoints):
            lanes = [lane for lane in lanes if lane.key != _DURATION]
    return Sheet(
        journey=journey,
        phases=grid.phases,
        lanes=tuple(lanes),
        lang=options.lang,
        title=(options.title or journey.label).pick(options.lang),
        subtitle=_subtitle(journey, options.lang),
        state="" if subject is model else say(journey.state, options.lang),
        durations=durations,
        notes=notes,
        touchpoints=touchpoints,
        apart=tuple(spot for spot in journey.touchpoints if spot.phase is None),
    )


def journey_and_model(subject: object, *, view: str) -> tuple[Journey, JourneyModel]:
    """Return a journey and its model; of a model alone, an empty journey along it.

    Args:
        subject: What is to be drawn.
        view: The name of the view that asks, for messages.

    Raises:
        RenderError: It is neither, or a journey without a model.
    """
    if isinstance(subject, JourneyModel):
        return Journey(subject.key, subject.label, model=subject), subject
    if not isinstance(subject, Journey):
        raise RenderError(
            f"the view {view!r} draws a Journey or a JourneyModel, not a {type(subject).__name__}"
        )
    if subject.model is None:
        raise RenderError(
            f"journey {subject.key!r} has no model, so that a {view} of it has no columns; "
            "give it one with journey.evolve(model=…), or choose the view 'touchpoints'"
        )
    return subject, subject.model


def _with_rows(
    model: JourneyModel, journey: Journey, *, template: bool, felt: bool
) -> JourneyModel:
    """Return the grid with rows for what would otherwise have no place in it."""
    kinds = {lane.kind for lane in model.lanes}
    lanes = list(model.lanes)
    notes: list[Note] = []
    if template and not model.lanes:
        goals = {
            Lane("customer_goal", _CUSTOMER_GOAL): {p.key: p.customer_goal for p in model.phases},
            Lane("business_goal", _BUSINESS_GOAL): {p.key: p.business_goal for p in model.phases},
        }
        for lane, said in goals.items():
            new = [Note(lane.key, phase, words) for phase, words in said.items() if words]
            lanes += [lane] if new else []
            notes += new
    placed = [spot for spot in journey.touchpoints if spot.phase is not None]
    if felt and "emotion" not in kinds and any(spot.emotion is not None for spot in placed):
        feelings = Lane(_free_key(model, "emotions"), _EMOTIONS, kind="emotion")
        lanes.insert(_place_of_feelings(lanes), feelings)
    homeless = any(spot.lane is None for spot in placed)
    if not model.lanes or ("touchpoints" not in kinds and homeless):
        key = _free_key(model, "touchpoints")
        lanes.append(Lane(key, WORDS["touchpoints"], kind="touchpoints"))
    if len(lanes) == len(model.lanes):
        return model
    return model.evolve(lanes=lanes, notes=(*model.notes, *notes))


def _place_of_feelings(lanes: Sequence[Lane]) -> int:
    """Return where emotions stand: over the touchpoints, and on the customer's side of a line."""
    below = (place for place, lane in enumerate(lanes) if lane.kind == "touchpoints" or lane.line)
    return next(below, len(lanes))


def _free_key(model: JourneyModel, key: str) -> str:
    while model.has_lane(key):
        key += "_"
    return key


def _gathered_notes(journey: Journey, grid: JourneyModel) -> dict[Cell, list[Note]]:
    notes: dict[Cell, list[Note]] = {}
    for note in (*journey.notes, *grid.notes):
        notes.setdefault((note.lane, note.phase), []).append(note)
    return notes


def _subtitle(journey: Journey, lang: str) -> str:
    persona = journey.persona
    if persona is None:
        return ""
    name, segment, quote = (
        text.pick(lang) for text in (persona.label, persona.segment, persona.quote)
    )
    who = ", ".join(filter(None, (name, segment)))
    return "   ·   ".join(filter(None, (who, _sentences.quoted(quote))))
