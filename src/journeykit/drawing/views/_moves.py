"""What a journey or a journey model says about moving: its steps, and the moves between them."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias, cast

from attrs import frozen

from journeykit.drawing.options import Options
from journeykit.drawing.views._phrases import NBSP, STAGES, percent, phrase
from journeykit.drawing.views._sentences import figure, of_phase, of_touchpoint
from journeykit.drawing.words import say
from journeykit.errors import RenderError
from journeykit.grid import Phase, Stage
from journeykit.journey import Journey, steps_of, transitions_of
from journeykit.model import JourneyModel
from journeykit.touchpoint import Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, START, Transition, probabilities

__all__ = ["Move", "Road", "Step", "road_of"]

_Shares: TypeAlias = Mapping[tuple[str, str], float]

_CROWDED = 40  # transitions; of more, the rare ones are left out unless somebody asks for them
_RARE = 0.02
_ROUNDING = 1e-9  # a share of 5 % that was divided is a little less than 0.05


@frozen
class Step:
    """A phase or a touchpoint that is moved between.

    Args:
        label: What it is called.
        below: What stands under its name, in smaller type.
        tooltip: What there is to say about it.
    """

    label: str
    below: str
    tooltip: str


@frozen
class Move:
    """A transition between places: steps are numbered from 0, the start is -1.

    Args:
        source: The place it leaves.
        target: The place it reaches; the conversion comes after the last step.
        kind: As what it is drawn: ``"next"``, ``"skip"``, ``"back"``, ``"repeat"`` or ``"exit"``.
        share: Its share of those who leave the source, or None where no weight says so.
        label: Words that stand at it.
        tooltip: What there is to say about it.
    """

    source: int
    target: int
    kind: str
    share: float | None
    label: str
    tooltip: str

    @property
    def over(self) -> bool:
        """Whether it is drawn above the steps: what leads on is, what leads back is not."""
        return self.target > self.source and self.kind not in ("back", "repeat")


@frozen
class Road:
    """All steps, and all moves between them.

    Args:
        steps: The steps in order.
        moves: The moves between places.
        drops: The moves that break the journey off, by the place they leave.
        weighted: Whether any move has a share.
        hidden: The share below which moves were left out, or None where none was.
        of_phases: Whether the steps are phases.
    """

    steps: tuple[Step, ...]
    moves: tuple[Move, ...]
    drops: dict[int, Move]
    weighted: bool
    hidden: float | None
    of_phases: bool

    @property
    def end(self) -> int:
        """The place of the conversion."""
        return len(self.steps)


def road_of(subject: Journey | JourneyModel, options: Options) -> Road:
    """Return the steps and moves of a journey or a journey model.

    Args:
        subject: What moves.
        options: Language, and the share below which transitions are left out.

    Raises:
        RenderError: There is no step to draw.
    """
    steps = steps_of(subject)
    if not steps:
        raise RenderError(
            f"journey {subject.key!r} has nothing to draw; give it a model or touchpoints"
        )
    lang = options.lang
    transitions = transitions_of(subject)
    weighed = {move.source for move in transitions if move.weight is not None}
    shares = {
        ends: share for ends, share in probabilities(transitions).items() if ends[0] in weighed
    }
    least = _least(options, transitions)
    kept = [move for move in transitions if shares.get(move.ends, 1.0) >= least - _ROUNDING]
    places = {START: -1, **{step.key: place for place, step in enumerate(steps)}}
    places[CONVERSION] = places[DROP_OFF] = len(steps)
    names = {
        START: say("start", lang),
        CONVERSION: say("conversion", lang),
        DROP_OFF: say("drop_off", lang),
        **{step.key: step.label.pick(lang) for step in steps},
    }
    moves = {move.ends: _move(move, places, names, shares, lang=lang) for move in kept}
    return Road(
        _steps(subject, steps, transitions, lang),
        tuple(move for (_, target), move in moves.items() if target != DROP_OFF),
        {move.source: move for (_, target), move in moves.items() if target == DROP_OFF},
        weighted=bool(weighed),
        hidden=least if len(kept) < len(transitions) else None,
        of_phases=isinstance(steps[0], Phase),
    )


def _least(options: Options, transitions: Sequence[Transition]) -> float:
    if options.min_share is not None:
        return options.min_share
    return _RARE if len(transitions) > _CROWDED else 0.0


def _move(
    move: Transition,
    places: Mapping[str, int],
    names: Mapping[str, str],
    shares: _Shares,
    *,
    lang: str,
) -> Move:
    share = shares.get(move.ends)
    label = move.label.pick(lang)
    said = [
        percent(share) if share is not None else "",
        label,
        move.reason.pick(lang),
        move.description.pick(lang),
        phrase("taken", lang, count=figure(move.count, lang)) if move.count is not None else "",
    ]
    head = f"{names[move.source]} → {names[move.target]}"
    said = [part for part in said if part]
    return Move(
        places[move.source],
        places[move.target],
        _drawn_kind(move),
        share,
        label,
        f"{head}: {' · '.join(said)}" if said else head,
    )


def _drawn_kind(move: Transition) -> str:
    """Return as what a transition is drawn: to come in and to end well are to go forward."""
    if move.target == DROP_OFF:
        return "exit"
    return "next" if move.kind in (None, "entry", "exit") else move.kind


# --- steps ------------------------------------------------------------------------------


def _steps(
    subject: Journey | JourneyModel,
    steps: Sequence[Touchpoint] | Sequence[Phase],
    transitions: Sequence[Transition],
    lang: str,
) -> tuple[Step, ...]:
    reached: dict[str, list[int | None]] = {}
    for move in transitions:
        reached.setdefault(move.target, []).append(move.count)
    counted = [number for step in steps for number in reached.get(step.key, [])]
    # Where only some are counted, a figure under some of the boxes would mislead.
    known = bool(counted) and None not in counted
    drawn = []
    for step in steps:
        below = _place_name(subject, step, lang)
        if known:
            numbers = [number for number in reached.get(step.key, []) if number is not None]
            below = phrase("reached", lang, count=figure(sum(numbers), lang)) if numbers else ""
        label = step.label.pick(lang).replace(" / ", f"{NBSP}/ ")
        drawn.append(Step(label, below, _tooltip(subject, step, lang)))
    return tuple(drawn)


def _place_name(subject: Journey | JourneyModel, step: Touchpoint | Phase, lang: str) -> str:
    """Return the stage of a phase or the phase of a touchpoint, unless its name says it."""
    name = ""
    if isinstance(step, Phase):
        name = _stage_name(step.stage, lang)
    elif isinstance(subject, Journey) and subject.model is not None and step.phase is not None:
        name = subject.model.phase(step.phase).label.pick(lang)
    return "" if name.casefold() == step.label.pick(lang).casefold() else name


def _stage_name(stage: Stage | None, lang: str) -> str:
    """Return what a stage of the backbone is called, or nothing."""
    return STAGES[stage].pick(lang) if stage is not None else ""


def _tooltip(subject: Journey | JourneyModel, step: Touchpoint | Phase, lang: str) -> str:
    if isinstance(step, Phase):
        return of_phase(step, lang) or step.label.pick(lang)
    return of_touchpoint(step, cast("Journey", subject), lang)
