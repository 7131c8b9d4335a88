"""Journeys: who goes where, meets what, and feels how."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final, Literal, Self, TypeAlias, cast

from attrs import field, frozen

from journeykit._noun import (
    Element,
    as_element,
    as_elements,
    as_text,
    as_texts,
    as_tuple,
    choice_problems,
    found,
    is_a,
    items_problems,
    key_problems,
    keys_of,
    kind_problems,
    literals,
    required_problems,
    text_problems,
)
from journeykit.channels import CATALOGUE, Channel
from journeykit.errors import Hints, shown
from journeykit.goal import Goal
from journeykit.grid import Note, Phase, as_notes, notes_where
from journeykit.model import JourneyModel, note_problems
from journeykit.persona import Persona
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint
from journeykit.transition import (
    ENDS,
    Transition,
    reserved_problems,
    transition_problems,
    with_kinds,
    without_derived_kinds,
)

__all__ = ["Journey", "State", "order_of", "steps_of", "transitions_of"]

State: TypeAlias = Literal["current", "future"]
_STATES: Final = literals(State)


def _as_touchpoints(values: Iterable[Touchpoint | str]) -> tuple[Touchpoint, ...]:
    return as_elements(Touchpoint, values)


def _as_goals(values: Iterable[Goal | str]) -> tuple[Goal, ...]:
    return as_elements(Goal, values)


def _as_channels(values: Iterable[Channel | str]) -> tuple[Channel, ...]:
    return as_elements(Channel, values)


def _as_persona(value: Persona | str | None) -> Persona | None:
    return None if value is None else as_element(Persona, value)


def _as_moves(values: Iterable[Transition]) -> tuple[Transition, ...]:
    return as_tuple(values)


def _as_route(values: Iterable[str] | None) -> tuple[str, ...]:
    return cast("tuple[str, ...]", None) if values is None else as_tuple(values)


@frozen(repr=False)
class Journey(Element):
    """What a customer goes through: touchpoints and notes in the grid of a journey model.

    Args:
        key: What refers to it.
        label: What shows it; made of the key when missing.
        model: The journey model whose grid it stands in; without one it has no phases.
        persona: Whose journey it is: one point of view for each map.
        state: ``"current"`` (as it is) or ``"future"`` (as it should be).
        touchpoints: The moments of contact, in order: touchpoints, or bare keys.
        transitions: The moves between its touchpoints, or between its phases, not both.
            A journey that has none moves as its model does.
        route: The persona's way: keys of touchpoints in order, repeats allowed; all
            touchpoints in order when not given.
        notes: What stands in the cells of the map.
        goals: What should be reached.
        channels: Own channels, beside those of the catalogue; the same key takes the place
            of the catalogue's.
        starts_with: The event with which it starts.
        ends_with: The states in which it may end.
        description: What it is about.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid or does not fit; all problems are listed.

    Example:
        >>> from journeykit import sequence
        >>> visit = Journey(
        ...     "visit",
        ...     touchpoints=["door", "desk", "exit"],
        ...     transitions=sequence("door", "desk", "exit"),
        ... )
        >>> visit.touchpoint("desk")
        Touchpoint('desk')
    """

    model: JourneyModel | None = field(default=None, kw_only=True)
    persona: Persona | None = field(default=None, converter=_as_persona, kw_only=True)
    state: State = field(default="current", kw_only=True)
    touchpoints: tuple[Touchpoint, ...] = field(default=(), converter=_as_touchpoints, kw_only=True)
    transitions: tuple[Transition, ...] = field(default=(), converter=_as_moves, kw_only=True)
    route: tuple[str, ...] = field(default=None, converter=_as_route, kw_only=True)
    notes: tuple[Note, ...] = field(default=(), converter=as_notes, kw_only=True)
    goals: tuple[Goal, ...] = field(default=(), converter=_as_goals, kw_only=True)
    channels: tuple[Channel, ...] = field(default=(), converter=_as_channels, kw_only=True)
    starts_with: Text = field(default=Text(), converter=as_text, kw_only=True)
    ends_with: tuple[Text, ...] = field(default=(), converter=as_texts, kw_only=True)
    _touchpoint_by_key: dict[str, Touchpoint] = field(factory=dict, init=False, eq=False)
    _channel_by_key: Mapping[str, Channel] = field(factory=dict, init=False, eq=False)

    def touchpoint(self, key: str) -> Touchpoint:
        """Return the touchpoint with a key.

        Raises:
            UnknownKeyError: There is none.
        """
        return cast("Touchpoint", found(self._touchpoint_by_key, key, "touchpoint", self))

    def has_touchpoint(self, key: str | None) -> bool:
        """Tell whether there is a touchpoint with a key."""
        return key in self._touchpoint_by_key

    def channel(self, key: str) -> Channel:
        """Return the channel with a key: one of the journey's own, or of the catalogue.

        Raises:
            UnknownKeyError: There is none.
        """
        return cast("Channel", found(self._channel_by_key, key, "channel", self))

    def touchpoints_in(
        self, *, phase: str | None = None, lane: str | None = None
    ) -> tuple[Touchpoint, ...]:
        """Return the touchpoints of a phase, of a lane, or of one cell.

        A touchpoint without a lane stands in the first lane for touchpoints, if there is one.

        Raises:
            UnknownKeyError: There is no such phase or lane.
        """
        self._require(phase=phase, lane=lane)
        return tuple(
            touchpoint
            for touchpoint in self.touchpoints
            if (phase is None or touchpoint.phase == phase)
            and (lane is None or (touchpoint.lane or self._usual_lane()) == lane)
        )

    def notes_in(self, *, phase: str | None = None, lane: str | None = None) -> tuple[Note, ...]:
        """Return the notes of a phase, of a lane, or of one cell: its own, then its model's.

        Raises:
            UnknownKeyError: There is no such phase or lane.
        """
        self._require(phase=phase, lane=lane)
        prescribed = self.model.notes if self.model is not None else ()
        return notes_where((*self.notes, *prescribed), phase=phase, lane=lane)

    def evolve(self, **changes: Any) -> Self:  # noqa: ANN401 - any field, each with its type
        """Return a copy with some fields changed, checked like a new one.

        A route that was not given, but taken from the touchpoints, follows the new ones; so do
        kinds of transitions that followed from the order.

        Args:
            **changes: The fields to change, by name.

        Raises:
            DefinitionError: The changed journey does not hold together.
        """
        if "touchpoints" in changes and self.route == keys_of(self.touchpoints):
            changes.setdefault("route", None)
        if changes.keys() & {"touchpoints", "model"}:
            moves = without_derived_kinds(self.transitions, order_of(self))
            changes.setdefault("transitions", moves)
        return super().evolve(**changes)

    def _usual(self) -> dict[str, object]:
        return {**super()._usual(), "route": keys_of(self.touchpoints)}

    def _require(self, *, phase: str | None, lane: str | None) -> None:
        if self.model is None:
            if phase is not None:
                found({}, phase, "phase", self)
            if lane is not None:
                found({}, lane, "lane", self)
            return
        if phase is not None:
            self.model.phase(phase)
        if lane is not None:
            self.model.lane(lane)

    def _usual_lane(self) -> str | None:
        lanes = self.model.lanes if self.model is not None else ()
        return next((lane.key for lane in lanes if lane.kind == "touchpoints"), None)

    def _problems(self) -> Iterator[str]:
        yield from super()._problems()
        yield from self._part_problems()
        if self.persona is not None:
            yield from kind_problems("persona", self.persona, Persona, "a Persona")
        yield from required_problems("state", self.state, choice_problems, _STATES)
        yield from text_problems("starts_with", self.starts_with)
        yield from items_problems("ends_with", self.ends_with, text_problems)

    def _part_problems(self) -> Iterator[str]:
        if self.model is not None:
            what = "a JourneyModel (a preset's comes from presets.get)"
            yield from kind_problems("model", self.model, JourneyModel, what)
        yield from items_problems("touchpoints", self.touchpoints, is_a(Touchpoint))
        yield from items_problems("transitions", self.transitions, is_a(Transition))
        if self.route is not None:
            yield from items_problems("route", self.route, key_problems)
        yield from items_problems("notes", self.notes, is_a(Note))
        yield from items_problems("goals", self.goals, is_a(Goal))
        yield from items_problems("channels", self.channels, is_a(Channel))

    def _has_sound_parts(self) -> bool:
        return not any(self._part_problems())

    def _complete(self) -> None:
        super()._complete()
        if self.route is None:
            self._set("route", keys_of(self.touchpoints))
        self._set("_touchpoint_by_key", {spot.key: spot for spot in self.touchpoints})
        own = {channel.key: channel for channel in self.channels}
        # Most have none, and need no dictionary of their own.
        self._set("_channel_by_key", {**own, **CATALOGUE, **own} if own else CATALOGUE)
        order = order_of(self)
        if all(end in order or end in ENDS for move in self.transitions for end in move.ends):
            self._set("transitions", with_kinds(self.transitions, order))

    def _contradictions(self) -> Iterator[str]:
        yield from reserved_problems("touchpoint", keys_of(self.touchpoints))
        yield from reserved_problems("goal", keys_of(self.goals))
        yield from reserved_problems("channel", keys_of(self.channels))
        hints = Hints()
        yield from self._place_problems(hints)
        yield from self._transition_problems(hints)
        for position, key in enumerate(self.route):
            yield from self._reference_problems(f"route[{position}] is", hints, touchpoint=key)
        for position, note in enumerate(self.notes):
            name = f"notes[{position}]"
            if self.model is None:
                yield f"{name} has no cell to stand in: the journey has no model"
            else:
                yield from note_problems(name, note, self.model, hints)
            about = f"{name} is about"
            yield from self._reference_problems(about, hints, touchpoint=note.touchpoint)
        for goal in self.goals:
            name = f"goal {shown(goal.key)} is about"
            yield from self._reference_problems(name, hints, touchpoint=goal.touchpoint)
            yield from self._reference_problems(name, hints, phase=goal.phase)

    def _place_problems(self, hints: Hints) -> Iterator[str]:
        for spot in self.touchpoints:
            name = f"touchpoint {shown(spot.key)}"
            if self.model is not None and self.model.has_phase(spot.key):
                yield f"{name} has the key of a phase; give it another"
            stands = f"{name} stands in"
            yield from self._reference_problems(stands, hints, phase=spot.phase, lane=spot.lane)
            yield from self._reference_problems(f"{name} has", hints, channel=spot.channel)

    def _transition_problems(self, hints: Hints) -> Iterator[str]:
        phases = keys_of(self.model.phases) if self.model is not None else ()
        between = dict.fromkeys(end for move in self.transitions for end in move.ends)
        at_phases = [end for end in between if self.model is not None and self.model.has_phase(end)]
        at_touchpoints = [end for end in between if end in self._touchpoint_by_key]
        if at_phases and at_touchpoints:
            yield (
                f"transitions join phases ({shown(at_phases[0])}) and touchpoints "
                f"({shown(at_touchpoints[0])}); they must join one or the other"
            )
        yield from transition_problems(
            self.transitions, (*phases, *self._touchpoint_by_key), "phase or touchpoint", hints
        )

    def _reference_problems(
        self, name: str, hints: Hints, **reference: str | None
    ) -> Iterator[str]:
        for kind, key in reference.items():
            if key is not None and not self._has(kind, key):
                yield f"{name} the {self._unknown(kind, key, hints)}"

    def _has(self, kind: str, key: str) -> bool:
        if kind == "touchpoint":
            return self.has_touchpoint(key)
        if kind == "channel":
            return key in self._channel_by_key
        if self.model is None:
            return False
        return self.model.has_phase(key) if kind == "phase" else self.model.has_lane(key)

    def _unknown(self, kind: str, key: str, hints: Hints) -> str:
        known: Collection[str]
        if kind == "touchpoint":
            known = self._touchpoint_by_key
        elif kind == "channel":
            known = self._channel_by_key
        elif self.model is None:
            return f"unknown {kind} {shown(key)}: the journey has no model"
        else:
            known = keys_of(self.model.phases if kind == "phase" else self.model.lanes)
        return f"unknown {kind} {shown(key)}{hints(key, known)}"


def transitions_of(subject: Journey | JourneyModel) -> tuple[Transition, ...]:
    """Return the moves of a journey or a model; a journey without moves takes its model's.

    Args:
        subject: What moves.

    Example:
        >>> from journeykit.presets import AIDA
        >>> transitions_of(Journey("visit", model=AIDA)) == AIDA.transitions
        True
    """
    if isinstance(subject, Journey) and not subject.transitions and subject.model is not None:
        return subject.model.transitions
    return subject.transitions


def steps_of(subject: Journey | JourneyModel) -> tuple[Touchpoint, ...] | tuple[Phase, ...]:
    """Return what the moves of a journey or a model join: its touchpoints or its phases.

    Args:
        subject: What moves.

    Example:
        >>> from journeykit.presets import AIDA
        >>> [phase.key for phase in steps_of(AIDA)]
        ['attention', 'interest', 'desire', 'action']
    """
    if isinstance(subject, JourneyModel):
        return subject.phases
    if subject.model is None:
        return subject.touchpoints
    ends = {end for move in transitions_of(subject) for end in move.ends} - set(ENDS)
    touched = any(subject.has_touchpoint(end) for end in ends)
    if touched or (not ends and subject.touchpoints):
        return subject.touchpoints
    return subject.model.phases


def order_of(journey: Journey) -> dict[str, tuple[float, ...]]:
    """Return the column of each phase, and of each touchpoint its column and its place there.

    A touchpoint without a phase stands in the column of the one that is listed before it.

    Args:
        journey: What has phases and touchpoints.
    """
    phases = () if journey.model is None else journey.model.phases
    columns = {phase.key: column for column, phase in enumerate(phases)}
    order: dict[str, tuple[float, ...]] = {key: (column,) for key, column in columns.items()}
    column = -1
    for row, spot in enumerate(journey.touchpoints):
        column = columns.get(spot.phase or "", column)
        order[spot.key] = (column, row)
    return order
