"""Journeys: who goes where, meets what, and feels how."""

from collections import ChainMap
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal, Self, TypeAlias, cast

from attrs import field, frozen

from journeykit._noun import (
    Element,
    Noun,
    as_dict,
    as_element,
    as_elements,
    as_strings,
    as_text,
    as_texts,
    as_tuple,
    choice_problems,
    items_problems,
    key_problems,
    keys_of,
    kind_problems,
    literals,
    number_problems,
    optional_key_problems,
    required_problems,
    string_problems,
    text_problems,
)
from journeykit.channels import CATALOGUE, Channel
from journeykit.errors import shown, suggestion
from journeykit.model import (
    EVIDENCES,
    Evidence,
    JourneyModel,
    Note,
    Phase,
    as_notes,
    found,
    is_a,
    note_problems,
    notes_where,
    reserved_problems,
)
from journeykit.text import Text, TextLike
from journeykit.transition import (
    ENDS,
    Transition,
    transition_problems,
    with_kinds,
    without_derived_kinds,
)

__all__ = [
    "Goal",
    "Journey",
    "MomentOfTruth",
    "Persona",
    "State",
    "Touchpoint",
    "Trait",
    "order_of",
    "steps_of",
    "transitions_of",
]

MomentOfTruth: TypeAlias = Literal["zmot", "fmot", "smot", "tmot", "umot"]
State: TypeAlias = Literal["current", "future"]
_MOMENTS: Final = literals(MomentOfTruth)
_STATES: Final = literals(State)


@frozen(repr=False)
class Touchpoint(Element):
    """A moment of contact between a customer and an organisation, or with others about it.

    Args:
        key: What refers to it.
        label: What shows it; made of the key when missing.
        phase: The key of the phase in which it falls.
        lane: The key of the lane in which it stands, where it is not the usual one.
        channel: The key of the channel where it takes place.
        emotion: How it feels, from -2 (very bad) to +2 (very good).
        importance: How much it matters to the customer, from 1 to 5.
        moment_of_truth: ``"zmot"`` (online research; Lecinski, 2011), ``"fmot"`` (at the
            shelf) or ``"smot"`` (in use; both Lafley, 2005), ``"tmot"`` (feedback;
            Blackshaw), ``"umot"`` (shared experience; Solis, 2013), or None.
        owner: Who is responsible.
        evidence: How this is known: ``"assumption"``, ``"anecdotal"``, ``"qualitative"``,
            ``"quantitative"`` or ``"triangulated"``.
        description: What happens.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.

    Example:
        >>> Touchpoint("site", "Website", phase="interest", channel="website", emotion=0.5)
        Touchpoint('site', 'Website', phase='interest', channel='website', emotion=0.5)
    """

    phase: str | None = field(default=None, kw_only=True)
    lane: str | None = field(default=None, kw_only=True)
    channel: str | None = field(default=None, kw_only=True)
    emotion: float | None = field(default=None, kw_only=True)
    importance: float | None = field(default=None, kw_only=True)
    moment_of_truth: MomentOfTruth | None = field(default=None, kw_only=True)
    owner: Text = field(default=Text(), converter=as_text, kw_only=True)
    evidence: Evidence | None = field(default=None, kw_only=True)

    def _problems(self) -> Iterator[str]:
        yield from super()._problems()
        yield from optional_key_problems("phase", self.phase)
        yield from optional_key_problems("lane", self.lane)
        yield from optional_key_problems("channel", self.channel)
        yield from number_problems("emotion", self.emotion, -2, 2)
        yield from number_problems("importance", self.importance, 1, 5)
        yield from choice_problems("moment_of_truth", self.moment_of_truth, _MOMENTS)
        yield from text_problems("owner", self.owner)
        yield from choice_problems("evidence", self.evidence, EVIDENCES)


@frozen(repr=False)
class Trait(Noun):
    """Where a persona stands between two poles.

    Args:
        low: The words at the pole of 0.
        high: The words at the pole of 1.
        value: The place between them, from 0 to 1.

    Example:
        >>> Trait("Plans ahead", "Spontaneous", 0.25).value
        0.25
    """

    _positional = ("low", "high", "value")

    low: Text = field(converter=as_text)
    high: Text = field(converter=as_text)
    value: float

    def _problems(self) -> Iterator[str]:
        yield from text_problems("low", self.low)
        yield from text_problems("high", self.high)
        yield from required_problems("value", self.value, number_problems, 0, 1)


def _as_traits(
    values: TextLike | Trait | Iterable[TextLike | Trait],
) -> tuple[Text | Trait, ...]:
    if isinstance(values, Trait):
        return (values,)
    if isinstance(values, (str, Mapping)):
        return as_texts(cast("TextLike", values))
    several: object = as_tuple(values)
    if not isinstance(several, tuple):
        return cast("tuple[Text | Trait, ...]", several)
    return tuple(value if isinstance(value, Trait) else as_text(value) for value in several)


@frozen(repr=False)
class Persona(Element):
    """Someone who stands for a segment: the one through whose eyes a map looks.

    Args:
        key: What refers to the persona.
        label: The name; made of the key when missing.
        segment: Whom the persona stands for.
        quote: What the persona would say.
        position: Where in the customer lifecycle, for instance ``"Prospect"``.
        goals: What the persona wants.
        needs: What the persona needs.
        pains: What hinders or hurts.
        questions: What the persona asks.
        channels: The keys of the channels in use, the most used first.
        channel_shares: How much a channel is used, from 0 to 1, by key.
        traits: What the persona is like: words, or a `Trait` between two poles.
        evidence: How this is known: ``"assumption"``, ``"anecdotal"``, ``"qualitative"``,
            ``"quantitative"`` or ``"triangulated"``.
        sources: Where it was found, for instance ``"12 interviews, May 2026"``.
        description: Who this is.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.

    Example:
        >>> Persona("sanne", "Sanne", goals=["Curls I can handle myself"]).goals
        (Text('Curls I can handle myself'),)
    """

    segment: Text = field(default=Text(), converter=as_text, kw_only=True)
    quote: Text = field(default=Text(), converter=as_text, kw_only=True)
    position: Text = field(default=Text(), converter=as_text, kw_only=True)
    goals: tuple[Text, ...] = field(default=(), converter=as_texts, kw_only=True)
    needs: tuple[Text, ...] = field(default=(), converter=as_texts, kw_only=True)
    pains: tuple[Text, ...] = field(default=(), converter=as_texts, kw_only=True)
    questions: tuple[Text, ...] = field(default=(), converter=as_texts, kw_only=True)
    channels: tuple[str, ...] = field(default=(), converter=as_strings, kw_only=True)
    channel_shares: dict[str, float] = field(
        factory=dict, converter=as_dict, hash=False, kw_only=True
    )
    traits: tuple[Text | Trait, ...] = field(default=(), converter=_as_traits, kw_only=True)
    evidence: Evidence | None = field(default=None, kw_only=True)
    sources: tuple[str, ...] = field(default=(), converter=as_strings, kw_only=True)

    def _problems(self) -> Iterator[str]:
        yield from super()._problems()
        for name in ("segment", "quote", "position"):
            yield from text_problems(name, getattr(self, name))
        for name in ("goals", "needs", "pains", "questions"):
            yield from items_problems(name, getattr(self, name), text_problems)
        yield from items_problems("channels", self.channels, key_problems)
        if not isinstance(self.channel_shares, dict):
            yield f"channel_shares must be a mapping, not {shown(self.channel_shares)}"
        else:
            for channel, share in self.channel_shares.items():
                yield from key_problems("a channel of channel_shares", channel)
                name = f"channel_shares {shown(channel)}"
                yield from required_problems(name, share, number_problems, 0, 1)
        yield from items_problems("traits", self.traits, _trait_problems)
        yield from choice_problems("evidence", self.evidence, EVIDENCES)
        yield from items_problems("sources", self.sources, string_problems)


def _trait_problems(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, Trait):
        yield from text_problems(name, value)


@frozen(repr=False)
class Goal(Element):
    """Something to be reached, SMART: specific, measurable, assignable and time-bound.

    Whether it is realistic needs a person to judge; the other four letters are looked at
    (after Doran, Management Review, November 1981).

    Args:
        key: What refers to it.
        label: What shows it; made of the key when missing.
        phase: The key of the phase that it is about.
        touchpoint: The key of the touchpoint that it is about.
        metric: What is measured.
        unit: In what it is measured, for instance ``"%"``.
        baseline: Where it stands now.
        target: Where it should stand.
        owner: Who sees to it.
        start: The first day.
        due: The last day.
        description: What it means.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.

    Example:
        >>> Goal("nps", "Happy clients", phase="evaluatie", metric="NPS", target=70).missing
        ('M', 'A', 'T')
    """

    phase: str | None = field(default=None, kw_only=True)
    touchpoint: str | None = field(default=None, kw_only=True)
    metric: Text = field(default=Text(), converter=as_text, kw_only=True)
    unit: str = field(default="", kw_only=True)
    baseline: float | None = field(default=None, kw_only=True)
    target: float | None = field(default=None, kw_only=True)
    owner: Text = field(default=Text(), converter=as_text, kw_only=True)
    start: date | None = field(default=None, kw_only=True)
    due: date | None = field(default=None, kw_only=True)

    @property
    def missing(self) -> tuple[str, ...]:
        """The SMART letters that are not yet satisfied: of ``S``, ``M``, ``A`` and ``T``.

        S asks for a metric and a phase or touchpoint, M for a metric, a baseline and a
        target, A for an owner, T for a last day.
        """
        placed = self.phase is not None or self.touchpoint is not None
        measured = self.baseline is not None and self.target is not None
        satisfied = {
            "S": bool(self.metric) and placed,
            "M": bool(self.metric) and measured,
            "A": bool(self.owner),
            "T": self.due is not None,
        }
        return tuple(letter for letter, good in satisfied.items() if not good)

    def _problems(self) -> Iterator[str]:
        yield from super()._problems()
        yield from optional_key_problems("phase", self.phase)
        yield from optional_key_problems("touchpoint", self.touchpoint)
        yield from text_problems("metric", self.metric)
        yield from string_problems("unit", self.unit)
        yield from number_problems("baseline", self.baseline)
        yield from number_problems("target", self.target)
        yield from text_problems("owner", self.owner)
        yield from _day_problems("start", self.start)
        yield from _day_problems("due", self.due)
        start, due = self.start, self.due
        if start is not None and due is not None and type(start) is type(due) and due < start:
            yield f"due must not come before start, but {due} does before {start}"


def _day_problems(name: str, value: object) -> Iterator[str]:
    # A datetime is a date as well, but the two do not compare and files keep them apart.
    if value is not None and type(value) is not date:
        yield f"{name} must be a date, not {shown(value)}"


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
    _channel_by_key: dict[str, Channel] = field(factory=dict, init=False, eq=False)

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
        channels = ChainMap(self._channel_by_key, CATALOGUE)
        return cast("Channel", found(channels, key, "channel", self))

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
        self._set("_channel_by_key", {channel.key: channel for channel in self.channels})
        order = order_of(self)
        if all(end in order or end in ENDS for move in self.transitions for end in move.ends):
            self._set("transitions", with_kinds(self.transitions, order))

    def _contradictions(self) -> Iterator[str]:
        yield from reserved_problems("touchpoint", keys_of(self.touchpoints))
        yield from reserved_problems("goal", keys_of(self.goals))
        yield from reserved_problems("channel", keys_of(self.channels))
        yield from self._place_problems()
        yield from self._transition_problems()
        for position, key in enumerate(self.route):
            if key not in self._touchpoint_by_key:
                yield f"route[{position}] is the {self._unknown('touchpoint', key)}"
        for position, note in enumerate(self.notes):
            name = f"notes[{position}]"
            if self.model is None:
                yield f"{name} has no cell to stand in: the journey has no model"
            else:
                yield from note_problems(name, note, self.model)
            yield from self._reference_problems(f"{name} is about", touchpoint=note.touchpoint)
        for goal in self.goals:
            name = f"goal {shown(goal.key)} is about"
            yield from self._reference_problems(name, touchpoint=goal.touchpoint)
            yield from self._reference_problems(name, phase=goal.phase)

    def _place_problems(self) -> Iterator[str]:
        for spot in self.touchpoints:
            name = f"touchpoint {shown(spot.key)}"
            if self.model is not None and self.model.has_phase(spot.key):
                yield f"{name} has the key of a phase; give it another"
            yield from self._reference_problems(f"{name} stands in", phase=spot.phase)
            yield from self._reference_problems(f"{name} stands in", lane=spot.lane)
            yield from self._reference_problems(f"{name} has", channel=spot.channel)

    def _transition_problems(self) -> Iterator[str]:
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
            self.transitions, (*phases, *self._touchpoint_by_key), "phase or touchpoint"
        )

    def _reference_problems(self, name: str, **reference: str | None) -> Iterator[str]:
        for kind, key in reference.items():
            if key is not None and not self._has(kind, key):
                yield f"{name} the {self._unknown(kind, key)}"

    def _has(self, kind: str, key: str) -> bool:
        if kind == "touchpoint":
            return self.has_touchpoint(key)
        if kind == "channel":
            return key in self._channel_by_key or key in CATALOGUE
        if self.model is None:
            return False
        return self.model.has_phase(key) if kind == "phase" else self.model.has_lane(key)

    def _unknown(self, kind: str, key: str) -> str:
        known: Collection[str]
        if kind == "touchpoint":
            known = self._touchpoint_by_key
        elif kind == "channel":
            known = (*self._channel_by_key, *CATALOGUE)
        elif self.model is None:
            return f"unknown {kind} {shown(key)}: the journey has no model"
        else:
            known = keys_of(self.model.phases if kind == "phase" else self.model.lanes)
        return f"unknown {kind} {shown(key)}{suggestion(key, known)}"


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
