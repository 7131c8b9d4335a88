"""Transitions: how customers move between phases or touchpoints, and in and out."""

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, ClassVar, Final, Literal, TypeAlias

from attrs import field, frozen

from journeykit._noun import (
    Noun,
    as_dict,
    as_number,
    as_text,
    as_whole,
    choice_problems,
    filled,
    key_problems,
    kind_problems,
    literals,
    number_problems,
    own_data_problems,
    repeated,
    text_problems,
    whole_problems,
)
from journeykit.errors import DefinitionError, Hints, shown
from journeykit.text import Text

__all__ = [
    "CONVERSION",
    "DROP_OFF",
    "ENDS",
    "START",
    "Transition",
    "TransitionKind",
    "probabilities",
    "sequence",
]

START: Final = "START"
"""Where every journey comes from: a reserved source of transitions."""
CONVERSION: Final = "CONVERSION"
"""Where a journey ends well: a reserved target of transitions."""
DROP_OFF: Final = "DROP_OFF"
"""Where a journey breaks off: a reserved target of transitions."""
ENDS: Final = (START, CONVERSION, DROP_OFF)

TransitionKind: TypeAlias = Literal["next", "skip", "back", "repeat", "entry", "exit"]
_KINDS: Final = literals(TransitionKind)
_MOST = 2**63 - 1


@frozen(repr=False)
class Transition(Noun):
    """A move from one phase or touchpoint to another, or into or out of the journey.

    Args:
        source: The key it leaves, or `START`.
        target: The key it reaches, or `CONVERSION` or `DROP_OFF`.
        weight: How often it happens: a finite number, zero or more, a count or a
            probability. Analyses divide by the sum over the same source.
        kind: ``"next"``, ``"skip"``, ``"back"``, ``"repeat"``, ``"entry"`` or ``"exit"``.
            A journey or a model fills it in from the order of its phases when missing.
        label: Words that stand at it.
        reason: Why customers take it.
        count: How many were seen to take it.
        median_wait: How long they took, at the median.
        description: What it means.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.

    Example:
        >>> Transition("basket", "pay", 0.7)
        Transition('basket', 'pay', 0.7)
    """

    _positional: ClassVar[tuple[str, ...]] = ("source", "target", "weight")

    source: str
    target: str
    weight: float | None = field(default=None, converter=as_number)
    kind: TransitionKind | None = field(default=None, kw_only=True)
    label: Text = field(default=Text(), converter=as_text, kw_only=True)
    reason: Text = field(default=Text(), converter=as_text, kw_only=True)
    count: int | None = field(default=None, converter=as_whole, kw_only=True)
    median_wait: timedelta | None = field(default=None, kw_only=True)
    description: Text = field(default=Text(), converter=as_text, kw_only=True)
    data: dict[str, Any] = field(factory=dict, converter=as_dict, hash=False, kw_only=True)

    @property
    def ends(self) -> tuple[str, str]:
        """The source and the target."""
        return (self.source, self.target)

    def _problems(self) -> Iterator[str]:
        yield from key_problems("source", self.source)
        yield from key_problems("target", self.target)
        if self.source in (CONVERSION, DROP_OFF):
            yield f"source must not be {self.source}: nothing leaves an end"
        if self.target == START:
            yield "target must not be START: nothing leads back before the start"
        yield from number_problems("weight", self.weight, 0)
        yield from choice_problems("kind", self.kind, _KINDS)
        if self.kind == "entry" and self.source != START:
            yield "an entry must come from START"
        elif self.kind == "exit" and self.target not in (CONVERSION, DROP_OFF):
            yield "an exit must lead to CONVERSION or DROP_OFF"
        elif self.kind not in (None, "entry", "exit") and (
            self.source == START or self.target in (CONVERSION, DROP_OFF)
        ):
            yield f"kind {self.kind!r} cannot stand at START, CONVERSION or DROP_OFF"
        yield from text_problems("label", self.label)
        yield from text_problems("reason", self.reason)
        yield from whole_problems("count", self.count, 0, _MOST)
        if self.median_wait is not None:
            yield from kind_problems("median_wait", self.median_wait, timedelta, "a timedelta")
            if _is_negative(self.median_wait):
                yield f"median_wait must not be negative, but is {self.median_wait}"
        yield from text_problems("description", self.description)
        yield from own_data_problems(self.data)

    def _name(self) -> str:
        return f"Transition {shown(self.source)} → {shown(self.target)}"


def _is_negative(wait: object) -> bool:
    return isinstance(wait, timedelta) and wait < timedelta(0)


def sequence(*keys: str) -> tuple[Transition, ...]:
    """Return the straight road along some keys: each leads to the one after it.

    Args:
        *keys: Keys of phases or of touchpoints; `START`, `CONVERSION` and `DROP_OFF` may
            stand at the ends. A pair that comes twice gives one transition.

    Raises:
        DefinitionError: A key is not valid, or stands behind an end.

    Example:
        >>> sequence("door", "desk", "exit")
        (Transition('door', 'desk'), Transition('desk', 'exit'))
    """
    problems = [
        problem
        for position, key in enumerate(keys)
        for problem in key_problems(f"keys[{position}]", key)
    ]
    if problems:
        way_out = "; write sequence(*keys)" if isinstance(keys[0], (list, tuple)) else ""
        raise DefinitionError("sequence", [f"{problem}{way_out}" for problem in problems])
    pairs = dict.fromkeys(itertools.pairwise(keys))
    return tuple(Transition(source, target) for source, target in pairs)


def probabilities(transitions: Iterable[Transition]) -> dict[tuple[str, str], float]:
    """Return how likely each transition is among those that leave the same source.

    Where none of a source's transitions has a weight, all are equally likely. Where some
    have one, those without share what is left below 1, if anything is. Where all weights
    are zero, so are the probabilities.

    Args:
        transitions: Transitions with different ends.

    Example:
        >>> probabilities([Transition("a", "b", 3), Transition("a", "c", 1)])
        {('a', 'b'): 0.75, ('a', 'c'): 0.25}
    """
    leaving: dict[str, list[Transition]] = {}
    moves = tuple(transitions)
    for move in moves:
        leaving.setdefault(move.source, []).append(move)
    share: dict[tuple[str, str], float] = {}
    for fellows in leaving.values():
        share |= _shares(fellows)
    return {move.ends: share[move.ends] for move in moves}


def _shares(fellows: Sequence[Transition]) -> dict[tuple[str, str], float]:
    known = [move.weight for move in fellows if move.weight is not None]
    unknown = len(fellows) - len(known)
    if not known:
        return {move.ends: 1 / unknown for move in fellows}
    # A sum of the largest floats overflows, a sum of their shares of the largest does not.
    largest = max(known)
    if unknown and largest < 1 and math.fsum(known) < 1:
        rest = (1 - math.fsum(known)) / unknown
        return {move.ends: rest if move.weight is None else move.weight for move in fellows}
    if largest == 0:
        return dict.fromkeys((move.ends for move in fellows), 0.0)
    total = math.fsum(weight / largest for weight in known)
    return {move.ends: (move.weight or 0) / largest / total for move in fellows}


def kind_from_order(
    transition: Transition, order: Mapping[str, tuple[float, ...]]
) -> TransitionKind:
    """Return the kind that follows from where the ends of a transition stand.

    Args:
        transition: What joins the two.
        order: The place of each key: its column, then its place within the column.
    """
    if transition.source == START:
        return "entry"
    if transition.target in (CONVERSION, DROP_OFF):
        return "exit"
    if transition.source == transition.target:
        return "repeat"
    here, there = order[transition.source], order[transition.target]
    if there < here:
        return "back"
    return "skip" if there[0] - here[0] > 1 else "next"


def with_kinds(
    transitions: Iterable[Transition], order: Mapping[str, tuple[float, ...]]
) -> tuple[Transition, ...]:
    """Return transitions that all have a kind."""
    return tuple(
        move if move.kind is not None else filled(move, kind=kind_from_order(move, order))
        for move in transitions
    )


def without_derived_kinds(
    transitions: Iterable[Transition], order: Mapping[str, tuple[float, ...]]
) -> tuple[Transition, ...]:
    """Return transitions whose kind is left open where it only followed from the order."""
    return tuple(
        filled(move, kind=None) if move.kind == kind_from_order(move, order) else move
        for move in transitions
    )


def with_ends(
    transitions: Iterable[Transition], places: Mapping[str, str]
) -> tuple[Transition, ...]:
    """Return transitions whose ends have other keys; those that come to share both are joined.

    Weights and counts are summed where they are joined, and what was a move inside one place
    is left out.

    Args:
        transitions: What to change.
        places: The new key of each end that gets one.
    """
    together: dict[tuple[str, str], list[Transition]] = {}
    for move in transitions:
        source, target = (places.get(end, end) for end in move.ends)
        if source != target or move.source == move.target:
            together.setdefault((source, target), []).append(move)
    return tuple(_joined(ends, moves) for ends, moves in together.items())


def _joined(ends: tuple[str, str], moves: Sequence[Transition]) -> Transition:
    source, target = ends
    if len(moves) == 1:
        return moves[0].evolve(source=source, target=target)
    weights = [move.weight for move in moves if move.weight is not None]
    counts = [move.count for move in moves if move.count is not None]
    return Transition(
        source,
        target,
        math.fsum(weights) if weights else None,
        count=sum(counts) if counts else None,
    )


def bridged(transitions: Iterable[Transition], key: str) -> tuple[Transition, ...]:
    """Return transitions without those of one place, and with a road over the gap it leaves.

    Args:
        transitions: What to change.
        key: The key of the place that goes.
    """
    moves = tuple(transitions)
    road = [move for move in moves if move.kind == "next"]
    before = [move for move in road if move.target == key and move.source != key]
    after = [move for move in road if move.source == key and move.target != key]
    known = {move.ends for move in moves}
    bridges = {
        (first.source, second.target): first.evolve(target=second.target, kind=None)
        for first in before
        for second in after
        if (first.source, second.target) not in known and first.source != second.target
    }
    bridged_moves: list[Transition] = []
    for move in moves:
        if move in before:
            bridged_moves += [bridge for ends, bridge in bridges.items() if ends[0] == move.source]
        elif key not in move.ends:
            bridged_moves.append(move)
    return tuple(bridged_moves)


def transition_problems(
    transitions: Sequence[Transition], places: Iterable[str], what: str, hints: Hints
) -> Iterator[str]:
    """Find transitions that lead nowhere and pairs that have the same ends.

    Args:
        transitions: What to check.
        places: The keys that may be joined.
        what: What those keys are, in words.
        hints: What suggests keys for those that are unknown.
    """
    known = {*places, *ENDS}
    for position, move in enumerate(transitions):
        for end in dict.fromkeys(move.ends):
            if end not in known:
                hint = hints(end, known)
                yield f"transitions[{position}] has the unknown {what} {shown(end)}{hint}"
    for source, target in _repeated_ends(transitions):
        yield (
            f"two transitions lead from {shown(source)} to {shown(target)}; "
            "make them one, with the sum of their weights"
        )


def _repeated_ends(transitions: Sequence[Transition]) -> list[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    twice: dict[tuple[str, str], None] = {}
    for move in transitions:
        if move.ends in seen:
            twice[move.ends] = None
        seen.add(move.ends)
    return list(twice)


def reserved_problems(name: str, keys: Iterable[str]) -> Iterator[str]:
    """Find keys that stand twice, or that are reserved for the ends of transitions."""
    several = tuple(keys)
    for key in repeated(several):
        yield f"two {name}s have the key {shown(key)}"
    for key in several:
        if key in ENDS:
            yield f"{name} {key!r}: this key is reserved for transitions"
