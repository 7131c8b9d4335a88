"""Journey models: ways of looking at a journey, as phases (columns) by lanes (rows)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Self, cast

from attrs import field, frozen

from journeykit._noun import (
    Element,
    Noun,
    as_elements,
    as_strings,
    as_text,
    as_texts,
    as_tuple,
    as_whole,
    found,
    is_a,
    items_problems,
    key_problems,
    keys_of,
    kind_problems,
    label_of,
    string_problems,
    text_problems,
    whole_problems,
)
from journeykit.errors import DefinitionError, Hints, shown
from journeykit.grid import Lane, Note, Phase, as_notes, notes_where
from journeykit.text import Text
from journeykit.transition import (
    ENDS,
    Transition,
    bridged,
    reserved_problems,
    sequence,
    transition_problems,
    with_ends,
    with_kinds,
    without_derived_kinds,
)

__all__ = ["JourneyModel", "Origin"]


@frozen(repr=False)
class Origin(Noun):
    """Where a journey model comes from.

    Args:
        authors: Who made it.
        year: When, if that is known.
        sources: Where it can be read, as citations.
        note: What a reader must know, for instance that the year is disputed.
    """

    authors: tuple[str, ...] = field(default=(), converter=as_strings, kw_only=True)
    year: int | None = field(default=None, converter=as_whole, kw_only=True)
    sources: tuple[str, ...] = field(default=(), converter=as_strings, kw_only=True)
    note: Text = field(default=Text(), converter=as_text, kw_only=True)

    def _problems(self) -> Iterator[str]:
        yield from items_problems("authors", self.authors, string_problems)
        yield from whole_problems("year", self.year, 1, 9999)
        yield from items_problems("sources", self.sources, string_problems)
        yield from text_problems("note", self.note)


def _as_phases(values: Iterable[Phase | str]) -> tuple[Phase, ...]:
    return as_elements(Phase, values)


def _as_lanes(values: Iterable[Lane | str]) -> tuple[Lane, ...]:
    return as_elements(Lane, values)


def _as_transitions(values: Iterable[Transition] | None) -> tuple[Transition, ...]:
    return cast("tuple[Transition, ...]", None) if values is None else as_tuple(values)


@frozen(repr=False)
class JourneyModel(Element):
    """A way of looking at journeys: phases are the columns, lanes are the rows.

    Args:
        key: What refers to it.
        label: What shows it; made of the key when missing.
        phases: The columns, in order: phases, or bare keys. At least one.
        lanes: The rows, from top to bottom: lanes, or bare keys.
        transitions: The moves between phases; the straight road when not given.
        notes: Cells that the model itself prescribes.
        origin: Who made it, when, and where it can be read.
        aliases: Other names it is known by.
        starts_with: The event with which such a journey starts.
        ends_with: The states in which it may end.
        cyclic: Whether its end leads back into it; when not given, whether a transition
            leads from the last phase to the first.
        description: What it means.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid or does not fit; all problems are listed.

    Example:
        >>> clinic = JourneyModel("clinic", phases=["referral", "visit", "aftercare"])
        >>> [move.ends for move in clinic.transitions]
        [('referral', 'visit'), ('visit', 'aftercare')]
    """

    phases: tuple[Phase, ...] = field(default=(), converter=_as_phases, kw_only=True)
    lanes: tuple[Lane, ...] = field(default=(), converter=_as_lanes, kw_only=True)
    transitions: tuple[Transition, ...] = field(
        default=None, converter=_as_transitions, kw_only=True
    )
    notes: tuple[Note, ...] = field(default=(), converter=as_notes, kw_only=True)
    origin: Origin = field(default=Origin(), kw_only=True)
    aliases: tuple[str, ...] = field(default=(), converter=as_strings, kw_only=True)
    starts_with: Text = field(default=Text(), converter=as_text, kw_only=True)
    ends_with: tuple[Text, ...] = field(default=(), converter=as_texts, kw_only=True)
    cyclic: bool = field(default=cast("bool", None), kw_only=True)
    _phase_by_key: dict[str, Phase] = field(factory=dict, init=False, eq=False)
    _lane_by_key: dict[str, Lane] = field(factory=dict, init=False, eq=False)

    def phase(self, key: str) -> Phase:
        """Return the phase with a key.

        Raises:
            UnknownKeyError: There is none.
        """
        return cast("Phase", found(self._phase_by_key, key, "phase", self))

    def lane(self, key: str) -> Lane:
        """Return the lane with a key.

        Raises:
            UnknownKeyError: There is none.
        """
        return cast("Lane", found(self._lane_by_key, key, "lane", self))

    def has_phase(self, key: str | None) -> bool:
        """Tell whether there is a phase with a key."""
        return key in self._phase_by_key

    def has_lane(self, key: str | None) -> bool:
        """Tell whether there is a lane with a key."""
        return key in self._lane_by_key

    def position(self, key: str) -> int:
        """Return the column in which a phase stands, from 0.

        Raises:
            UnknownKeyError: There is no such phase.
        """
        self.phase(key)
        return list(self._phase_by_key).index(key)

    def notes_in(self, *, phase: str | None = None, lane: str | None = None) -> tuple[Note, ...]:
        """Return the prescribed notes of a phase, of a lane, or of one cell.

        Raises:
            UnknownKeyError: There is no such phase or lane.
        """
        if phase is not None:
            self.phase(phase)
        if lane is not None:
            self.lane(lane)
        return notes_where(self.notes, phase=phase, lane=lane)

    def with_phase(
        self, phase: Phase | str, *, after: str | None = None, before: str | None = None
    ) -> Self:
        """Return a copy with one phase more, and the straight road led through it.

        Args:
            phase: The new phase, or its key.
            after: The key of the phase behind which it comes; the last when not given.
            before: The key of the phase before which it comes, in place of ``after``.

        Raises:
            UnknownKeyError: There is no phase to put it after or before.
            DefinitionError: The new phase does not fit, or both places are given.

        Example:
            >>> from journeykit.presets import AIDA
            >>> [phase.key for phase in AIDA.with_phase("loyalty", after="action").phases][-2:]
            ['action', 'loyalty']
        """
        if before is not None and after is not None:
            raise DefinitionError(self._name(), ["a phase comes after or before one, not both"])
        if before is not None:
            place = self.position(before)
        elif after is not None:
            place = self.position(after) + 1
        else:
            place = len(self.phases)
        new = phase if isinstance(phase, Phase) else Phase(phase)
        phases = [*self.phases[:place], new, *self.phases[place:]]
        return self.evolve(phases=phases, transitions=self._through(new.key, place))

    def _through(self, key: str, place: int) -> tuple[Transition, ...]:
        """Lead the straight road through a new phase, where there is a road; so with a ring."""
        keys = keys_of(self.phases)
        ring = self.cyclic and self._comes_round()
        before = keys[place - 1] if place > 0 or ring else ""
        after = keys[place % len(keys)] if place < len(keys) or ring else ""
        moves: list[Transition] = []
        for move in without_derived_kinds(self.transitions, self._order()):
            if move.ends != (before, after):
                moves.append(move)
            elif place == len(keys):
                moves += [Transition(before, key), move.evolve(source=key)]
            else:
                moves += [move.evolve(target=key), Transition(key, after)]
        if len(keys) > 1 and not any(move.kind == "next" for move in self.transitions):
            return tuple(moves)
        if not before:
            moves.insert(0, Transition(key, after))
        elif not after:
            moves.append(Transition(before, key))
        return tuple(moves)

    def without_phase(self, key: str) -> Self:
        """Return a copy with one phase less: its notes go, and the road closes over the gap.

        Args:
            key: The key of the phase.

        Raises:
            UnknownKeyError: There is no such phase.
            DefinitionError: It is the only one.

        Example:
            >>> from journeykit.presets import AIDA
            >>> [move.ends for move in AIDA.without_phase("desire").transitions]
            [('attention', 'interest'), ('interest', 'action')]
        """
        gone = self.phase(key)
        moves = bridged(self.transitions, key)
        return self.evolve(
            phases=[phase for phase in self.phases if phase != gone],
            transitions=without_derived_kinds(moves, self._order()),
            notes=[note for note in self.notes if note.phase != key],
        )

    def with_phases_renamed(self, keys: Mapping[str, str]) -> Self:
        """Return a copy in which phases have other keys, wherever they are spoken of.

        Labels stay, except those that were only made of the key.

        Args:
            keys: The new key of each phase that gets one, by the old key.

        Raises:
            UnknownKeyError: There is no phase with an old key.
            DefinitionError: Two phases would share a key.

        Example:
            >>> from journeykit.presets import AIDA
            >>> AIDA.with_phases_renamed({"attention": "awareness"}).phases[0].key
            'awareness'
        """
        if not isinstance(keys, Mapping):
            problem = f"keys must be a mapping of old keys to new ones, not {shown(keys)}"
            raise DefinitionError(self._name(), [problem])
        for old in keys:
            self.phase(old)
        return self._regrouped([_renamed(phase, keys) for phase in self.phases], keys)

    def with_phases_in_order(self, keys: Iterable[str]) -> Self:
        """Return a copy with its phases in another order; a straight road follows the order.

        Args:
            keys: The keys of all phases, in the new order.

        Raises:
            UnknownKeyError: There is no phase with one of the keys.
            DefinitionError: A phase is missing, or stands twice.

        Example:
            >>> from journeykit.presets import AIDA
            >>> turned = AIDA.with_phases_in_order(["action", "desire", "interest", "attention"])
            >>> turned.transitions[0].ends
            ('action', 'desire')
        """
        order = self._several(keys)
        phases = [self.phase(key) for key in order]
        missing = [key for key in keys_of(self.phases) if key not in order]
        if missing:
            raise DefinitionError(self._name(), [f"the new order leaves out {missing[0]!r}"])
        return self.evolve(phases=phases)

    def with_phases_merged(self, keys: Iterable[str], phase: Phase | str) -> Self:
        """Return a copy in which one phase takes the place of several, with all that they hold.

        Moves between them go; moves that come to share their ends become one, with the sum of
        their weights and counts.

        Args:
            keys: The keys of the phases to merge.
            phase: The phase to make of them, or its key. It stands where the first stood.

        Raises:
            UnknownKeyError: There is no phase with one of the keys.
            DefinitionError: There is nothing to merge, or another phase has the new key.

        Example:
            >>> from journeykit.presets import AIDA
            >>> short = AIDA.with_phases_merged(["interest", "desire"], "wanting")
            >>> [phase.key for phase in short.phases]
            ['attention', 'wanting', 'action']
        """
        old = {key: self.phase(key) for key in self._several(keys)}
        if not old:
            raise DefinitionError(self._name(), ["there are no phases to merge"])
        new = phase if isinstance(phase, Phase) else Phase(phase)
        if self.has_phase(new.key) and new.key not in old:
            raise DefinitionError(self._name(), [f"another phase has the key {new.key!r}"])
        phases = dict.fromkeys(new if one.key in old else one for one in self.phases)
        return self._regrouped(list(phases), dict.fromkeys(old, new.key))

    def _several(self, keys: str | Iterable[str]) -> tuple[str, ...]:
        """Return keys as a tuple; one may stand for several."""
        several = as_strings(keys)
        problems = list(items_problems("keys", several, key_problems))
        if problems:
            raise DefinitionError(self._name(), problems)
        return several

    def _regrouped(self, phases: Sequence[Phase], places: Mapping[str, str]) -> Self:
        """Return a copy with other phases, and what spoke of the old speaking of the new."""
        moves = with_ends(without_derived_kinds(self.transitions, self._order()), places)
        return self.evolve(
            phases=phases,
            transitions=moves,
            notes=[note.evolve(phase=places.get(note.phase, note.phase)) for note in self.notes],
        )

    def with_lanes(self, lanes: "JourneyModel | Iterable[Lane | str]") -> Self:
        """Return a copy with more rows: those of another model, or some lanes.

        Lanes that are there stay where they are; one with the same key takes their place.

        Args:
            lanes: A journey model, or lanes or bare keys.

        Raises:
            DefinitionError: These are no lanes, or they do not fit.

        Example:
            >>> from journeykit.presets import AIDA, CURRENT_STATE
            >>> [lane.key for lane in AIDA.with_lanes(CURRENT_STATE).lanes]
            ['thoughts_feelings', 'actions', 'touchpoints', 'changes']
        """
        new = lanes.lanes if isinstance(lanes, JourneyModel) else _as_lanes(lanes)
        problems = list(items_problems("lanes", new, is_a(Lane)))
        if problems:
            raise DefinitionError(self._name(), problems)
        return self.evolve(lanes=[*{lane.key: lane for lane in (*self.lanes, *new)}.values()])

    def evolve(self, **changes: Any) -> Self:  # noqa: ANN401 - any field, each with its type
        """Return a copy with some fields changed, checked like a new one.

        What followed from the order of the phases (a straight road, the kinds of transitions)
        follows from the new order, and so does whether the model is cyclic.

        Args:
            **changes: The fields to change, by name.

        Raises:
            DefinitionError: The changed model does not hold together.
        """
        moved = changes.keys() & {"phases", "transitions"}
        if moved and "cyclic" not in changes and self.cyclic == self._comes_round():
            changes["cyclic"] = None
        if moved and "transitions" not in changes:
            if self.transitions == self._straight_road():
                changes["transitions"] = None
            else:
                moves = without_derived_kinds(self.transitions, self._order())
                changes["transitions"] = moves
        return super().evolve(**changes)

    def _usual(self) -> dict[str, object]:
        return {
            **super()._usual(),
            "transitions": self._straight_road(),
            "cyclic": self._comes_round(),
        }

    def _order(self) -> dict[str, tuple[float, ...]]:
        return {phase.key: (column,) for column, phase in enumerate(self.phases)}

    def _straight_road(self) -> tuple[Transition, ...]:
        keys = dict.fromkeys(phase.key for phase in self.phases if phase.key not in ENDS)
        return with_kinds(sequence(*keys), self._order())

    def _comes_round(self) -> bool:
        ends = (self.phases[-1].key, self.phases[0].key)
        return len(self.phases) > 1 and any(move.ends == ends for move in self.transitions)

    def _problems(self) -> Iterator[str]:
        yield from super()._problems()
        yield from self._part_problems()
        yield from kind_problems("origin", self.origin, Origin, "an Origin")
        yield from items_problems("aliases", self.aliases, key_problems)
        yield from text_problems("starts_with", self.starts_with)
        yield from items_problems("ends_with", self.ends_with, text_problems)
        if self.cyclic is not None:
            yield from kind_problems("cyclic", self.cyclic, bool, "True or False")

    def _part_problems(self) -> Iterator[str]:
        yield from items_problems("phases", self.phases, is_a(Phase))
        if self.phases == ():
            yield "phases: a journey model needs at least one"
        yield from items_problems("lanes", self.lanes, is_a(Lane))
        if self.transitions is not None:
            yield from items_problems("transitions", self.transitions, is_a(Transition))
        yield from items_problems("notes", self.notes, is_a(Note))

    def _has_sound_parts(self) -> bool:
        return not any(self._part_problems())

    def _complete(self) -> None:
        super()._complete()
        if self.transitions is None:
            self._set("transitions", self._straight_road())
        order = self._order()
        if all(end in order or end in ENDS for move in self.transitions for end in move.ends):
            self._set("transitions", with_kinds(self.transitions, order))
        if self.cyclic is None:
            self._set("cyclic", self._comes_round())
        self._set("_phase_by_key", {phase.key: phase for phase in self.phases})
        self._set("_lane_by_key", {lane.key: lane for lane in self.lanes})

    def _contradictions(self) -> Iterator[str]:
        yield from reserved_problems("phase", keys_of(self.phases))
        yield from reserved_problems("lane", keys_of(self.lanes))
        hints = Hints()
        yield from transition_problems(self.transitions, self._phase_by_key, "phase", hints)
        for position, note in enumerate(self.notes):
            yield from note_problems(f"notes[{position}]", note, self, hints)
            if note.touchpoint is not None:
                yield f"notes[{position}] is about a touchpoint; a journey model has none"


def _renamed(phase: Phase, keys: Mapping[str, str]) -> Phase:
    if phase.key not in keys:
        return phase
    made = phase.label == label_of(phase.key)
    return phase.evolve(key=keys[phase.key], **({"label": None} if made else {}))


def note_problems(name: str, note: Note, model: JourneyModel, hints: Hints) -> Iterator[str]:
    """Find whether a note stands outside the grid of a model."""
    if not model.has_lane(note.lane):
        hint = hints(note.lane, keys_of(model.lanes))
        yield f"{name} stands in the unknown lane {shown(note.lane)}{hint}"
    if not model.has_phase(note.phase):
        hint = hints(note.phase, keys_of(model.phases))
        yield f"{name} stands in the unknown phase {shown(note.phase)}{hint}"
