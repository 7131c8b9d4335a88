"""Strategies for what hangs together: models and journeys."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from journeykit._noun import choice_problems, keys_of, kind_problems, literals
from journeykit.channels import CATALOGUE, Channel
from journeykit.errors import DefinitionError
from journeykit.goal import Goal
from journeykit.grid import Lane, Note, Phase
from journeykit.journey import Journey, State
from journeykit.model import JourneyModel
from journeykit.testing._parts import (
    CHANNEL,
    ELEMENT,
    GOAL,
    LANE,
    MOVE,
    NOTE,
    NOTE_TEXTS,
    PHASE,
    TOUCHPOINT,
    fixed,
    in_order,
    kinds_between,
    origins,
    personas,
)
from journeykit.testing._words import KEYS, SEATS, TEXTS, Fields, distinct, made, st
from journeykit.touchpoint import Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, START, Transition

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

__all__ = ["Between", "journeys", "models"]

Between: TypeAlias = Literal["touchpoints", "phases"]
_Drawn: TypeAlias = dict[str, Any]

_KEY: Final = {"key": KEYS}
_MODEL: Final = {
    **ELEMENT,
    "origin": origins(),
    "aliases": st.lists(KEYS, max_size=2),
    "starts_with": TEXTS,
    "ends_with": st.lists(TEXTS, max_size=2),
    "cyclic": st.booleans(),
}
_JOURNEY: Final = {
    **ELEMENT,
    "persona": personas(),
    "state": st.sampled_from(literals(State)),
    "starts_with": TEXTS,
    "ends_with": st.lists(TEXTS, max_size=2),
}

# What is drawn points to phases, lanes and touchpoints by a seat, because they are drawn as well.
_PHASE: Final = made(_KEY, PHASE)
_LANE: Final = made(_KEY, LANE)
_SPOT: Final = made(_KEY, {**TOUCHPOINT, "phase": SEATS, "lane": SEATS, "channel": SEATS})
_CELL: Final = {"lane": SEATS, "phase": SEATS, "text": NOTE_TEXTS}
_MODEL_NOTES: Final = st.lists(made(_CELL, NOTE), max_size=3)
_JOURNEY_NOTES: Final = st.lists(made(_CELL, {**NOTE, "touchpoint": SEATS}), max_size=4)
_GOALS: Final = st.lists(made(_KEY, {**GOAL, "phase": SEATS, "touchpoint": SEATS}), max_size=2)
_CHANNELS: Final = st.lists(
    made({"key": st.sampled_from(("website", "kiosk", "shop")) | KEYS}, CHANNEL), max_size=2
)
_ROUTES: Final = st.none() | st.lists(SEATS, max_size=8)

_WEIGHTS: Final = {"weight": MOVE["weight"]}
# Weights that a computer can divide and add up without losing its way.
_MILD: Final = {"weight": st.integers(1, 10) | st.floats(0.1, 1)}
_MOVE: Final = {name: values for name, values in MOVE.items() if name != "weight"}
_ENDS: Final = {"source": SEATS, "target": SEATS}
_KINDED: Final = {**_MOVE, "kind": SEATS}
_MOVES: Final = {
    None: st.lists(made(_ENDS, {**_KINDED, **_WEIGHTS}), max_size=8),
    True: st.lists(made({**_ENDS, **_WEIGHTS}, _KINDED), max_size=8),
    False: st.lists(made(_ENDS, _KINDED), max_size=8),
}
_MILD_MOVES: Final = {
    True: st.lists(made({**_ENDS, **_MILD}, _KINDED), max_size=4),
    False: st.lists(made(_ENDS, _KINDED), max_size=4),
}
_MILD_STEPS: Final = {True: made({**_ENDS, **_MILD}, _MOVE), False: made(_ENDS, _MOVE)}
_COINS: Final = st.booleans()


def _taken(things: Sequence[str], seat: int) -> str:
    return things[seat % len(things)]


def _seated(fields: _Drawn, **places: Sequence[str]) -> _Drawn:
    """Replace seats by what sits there; where nothing does, leave the field out."""
    seated = dict(fields)
    for name, things in places.items():
        seat = seated.pop(name, None)
        if seat is not None and things:
            seated[name] = _taken(things, seat)
    return seated


def _with_keys(several: list[_Drawn], taken: Collection[str] = ()) -> list[_Drawn]:
    """Give each thing a key of its own."""
    own = distinct((fields["key"] for fields in several), taken)
    return [fields | {"key": key} for fields, key in zip(several, own, strict=True)]


def _transitions(moves: Iterable[_Drawn]) -> tuple[Transition, ...]:
    """Build transitions, the first of those that have the same ends."""
    built: dict[tuple[str, str], Transition] = {}
    for move in moves:
        fields = dict(move)
        source, target = fields.pop("source"), fields.pop("target")
        if "kind" in fields:
            fields["kind"] = _taken(kinds_between(source, target), fields["kind"])
        if (source, target) not in built:
            built[source, target] = Transition(source, target, **fields)
    return tuple(built.values())


def _moves(
    draw: "DrawFn", steps: Sequence[str], *, weighted: bool | None, walkable: bool
) -> tuple[Transition, ...]:
    """Draw transitions between some steps."""
    moves: list[_Drawn] = []
    if walkable:
        heavy = draw(_COINS) if weighted is None else weighted
        # From each step a way leads back to the start, and another on to an end.
        for place, key in enumerate(steps):
            before, after = (START, *steps[:place]), (CONVERSION, DROP_OFF, *steps[place + 1 :])
            moves.append(_seated(draw(_MILD_STEPS[heavy]), source=before) | {"target": key})
            moves.append(_seated(draw(_MILD_STEPS[heavy]), target=after) | {"source": key})
        free = draw(_MILD_MOVES[heavy])
    else:
        free = draw(_MOVES[weighted])
    sources, targets = (START, *steps), (*steps, CONVERSION, DROP_OFF)
    moves += [_seated(move, source=sources, target=targets) for move in free]
    return _transitions(moves)


@st.composite
def _model(
    draw: "DrawFn",
    *,
    columns: st.SearchStrategy[list[_Drawn]],
    rows: st.SearchStrategy[list[_Drawn]],
    rest: st.SearchStrategy[_Drawn],
    weighted: bool | None,
    walkable: bool,
) -> JourneyModel:
    phases = [Phase(**fields) for fields in _with_keys(draw(columns))]
    lanes = [Lane(**fields) for fields in _with_keys(draw(rows))]
    steps, across = keys_of(phases), keys_of(lanes)
    straight = not walkable and not draw(_COINS)
    return JourneyModel(
        **draw(rest),
        phases=phases,
        lanes=lanes,
        transitions=(
            None if straight else _moves(draw, steps, weighted=weighted, walkable=walkable)
        ),
        notes=[
            Note(**_seated(cell, lane=across, phase=steps))
            for cell in (draw(_MODEL_NOTES) if lanes else ())
        ],
    )


def models(
    *,
    min_phases: int = 1,
    max_phases: int | None = None,
    max_lanes: int = 4,
    weighted: bool | None = None,
    walkable: bool = False,
    **fields: object,
) -> st.SearchStrategy[JourneyModel]:
    """Make journey models: straight roads and others, with notes in their cells.

    Args:
        min_phases: The least number of phases, 1 or more.
        max_phases: The largest number of phases; four more than the least when not given.
        max_lanes: The largest number of lanes.
        weighted: Whether all transitions have a weight, or none; when not given, any may.
        walkable: Whether each phase can be reached from `START` and can reach an end, along
            transitions that have weights which computers can divide and add up safely,
            or none.
        **fields: Fields to fix, each as a value or as a strategy; not the phases, the lanes,
            the transitions and the notes, which hang together.

    Example:
        >>> from hypothesis import find
        >>> find(models(), lambda model: len(model.phases) > 1)
        JourneyModel('a', phases=[Phase('a'), Phase('b')])
    """
    most = max(min_phases, 1) + 4 if max_phases is None else max_phases
    return _model(
        columns=st.lists(_PHASE, min_size=max(min_phases, 1), max_size=most),
        rows=st.lists(_LANE, max_size=max_lanes),
        rest=_rest("models", _MODEL, fields),
        weighted=weighted,
        walkable=walkable,
    )


def _rest(name: str, sometimes: Fields, given: Mapping[str, object]) -> st.SearchStrategy[_Drawn]:
    asked = fixed(name, given, {**_KEY, **sometimes})
    left = {field: values for field, values in sometimes.items() if field not in asked}
    return made({**_KEY, **asked}, left)


_ANY_MODEL: Final = st.none() | models()


@st.composite
def _journey(
    draw: "DrawFn",
    *,
    model: st.SearchStrategy[JourneyModel | None],
    spots: st.SearchStrategy[list[_Drawn]],
    rest: st.SearchStrategy[_Drawn],
    between: Between | None,
    weighted: bool | None,
    walkable: bool,
) -> Journey:
    grid = draw(model)
    phases = keys_of(grid.phases) if grid is not None else ()
    lanes = keys_of(grid.lanes) if grid is not None else ()
    own = [Channel(**fields) for fields in _with_keys(draw(_CHANNELS))]
    channels = (*keys_of(own) * 12, *CATALOGUE)  # often enough an own one
    touchpoints = [
        Touchpoint(**_seated(spot, phase=phases, lane=lanes, channel=channels))
        for spot in _with_keys(draw(spots), phases)
    ]
    steps = keys_of(touchpoints)
    by_phase = between == "phases" or (between is None and grid is not None and draw(_COINS))
    transitions = _moves(draw, phases if by_phase else steps, weighted=weighted, walkable=walkable)
    return Journey(
        **draw(rest),
        model=grid,
        touchpoints=touchpoints,
        transitions=transitions,
        route=_route(draw(_ROUTES), steps),
        notes=[
            Note(**_seated(cell, lane=lanes, phase=phases, touchpoint=steps))
            for cell in (draw(_JOURNEY_NOTES) if lanes else ())
        ],
        goals=[
            Goal(**in_order(_seated(goal, phase=phases, touchpoint=steps)))
            for goal in _with_keys(draw(_GOALS))
        ],
        channels=own,
    )


def _route(seats: list[int] | None, steps: Sequence[str]) -> list[str] | None:
    return [_taken(steps, seat) for seat in seats] if seats is not None and steps else None


def journeys(
    *,
    model: JourneyModel | st.SearchStrategy[JourneyModel | None] | None = _ANY_MODEL,
    min_touchpoints: int = 0,
    max_touchpoints: int | None = None,
    between: Between | None = None,
    weighted: bool | None = None,
    walkable: bool = False,
    **fields: object,
) -> st.SearchStrategy[Journey]:
    """Make journeys, with all that may be in them.

    Args:
        model: The journey model, a strategy for it, or None for journeys without one; when
            not given, some have one of their own.
        min_touchpoints: The least number of touchpoints.
        max_touchpoints: The largest number of touchpoints; five more than the least when not
            given.
        between: What the transitions join: ``"touchpoints"`` or ``"phases"``; when not
            given, either.
        weighted: Whether all transitions have a weight, or none; when not given, any may.
        walkable: Whether each step that is joined can be reached from `START` and can reach
            an end, along transitions that have weights which computers can divide and add up
            safely, or none: journeys whose questions all have an answer.
        **fields: Fields to fix, each as a value or as a strategy; not the parts that hang
            together, such as notes and goals.

    Raises:
        DefinitionError: The model is none, transitions join something else, or they should
            join phases without a model.

    Example:
        >>> from hypothesis import find
        >>> find(journeys(walkable=True, model=None), lambda journey: True).transitions
        (Transition('START', 'a', kind='entry'), Transition('a', 'CONVERSION', kind='exit'))
    """
    problems = list(choice_problems("between", between, literals(Between)))
    if model is not None:
        kinds, what = (JourneyModel, st.SearchStrategy), "a JourneyModel or a strategy for it"
        problems += kind_problems("model", model, kinds, what)
    if problems:
        raise DefinitionError("journeys()", problems)
    if between == "phases" and model is _ANY_MODEL:
        model = models()
    elif between == "phases" and model is None:
        raise DefinitionError("journeys()", ["transitions between phases need a model"])
    least = max(min_touchpoints, 1) if walkable and between != "phases" else min_touchpoints
    most = least + 5 if max_touchpoints is None else max_touchpoints
    return _journey(
        model=model if isinstance(model, st.SearchStrategy) else st.just(model),
        spots=st.lists(_SPOT, min_size=least, max_size=most),
        rest=_rest("journeys", _JOURNEY, fields),
        between=between,
        weighted=weighted,
        walkable=walkable,
    )
