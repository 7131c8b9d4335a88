"""Who goes where: the flows of a journey, from the start to the ends, in numbers."""

import itertools
import math
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from journeykit._chain import Absorption, absorption
from journeykit.drawing.options import Options
from journeykit.drawing.views._phrases import percent
from journeykit.drawing.views._sentences import figure
from journeykit.drawing.words import say
from journeykit.errors import RenderError
from journeykit.graph.lift import by_phase
from journeykit.grid import Phase
from journeykit.journey import Journey, steps_of, transitions_of
from journeykit.model import JourneyModel
from journeykit.text import Text
from journeykit.transition import CONVERSION, DROP_OFF, START, Transition, probabilities

_Flow: TypeAlias = dict[tuple[str, str], float]

__all__ = [
    "Flows",
    "Ribbon",
    "Station",
    "conversion_name",
    "flows_of",
    "without_rounds",
]

_WIDEST: Final = 1190.0  # A3 across
_BAR: Final = 84.0  # room that a bar needs
_BESIDE: Final = 170.0  # room beside all bars
_FEWEST: Final = 2
_OTHERS: Final = ""  # the key of what is taken together; no step has it
_NEGLIGIBLE: Final = 1e-12
_MOST_BACKS: Final = 6  # ribbons that lead back; of more, or of wider ones, only the net is drawn
_WIDEST_BACK: Final = 1.0
_MOST_RETURNS: Final = 1e9  # of more, sums of floating-point numbers do not leave enough
_CROWD: Final = 24  # ways that skip steps
_SLIGHT: Final = 0.02
_STEPS: Final = 25
_MANY: Final = 300
_OTHER_WORDS: Final = Text({"en": "{count} others", "nl": "{count} andere"})
_SUBJECTS: Final = "draws a Journey or a JourneyModel"


@frozen
class Station:
    """A place that customers pass: the start, a step, what is taken together, or the conversion.

    Args:
        key: Its key; empty for what is taken together.
        label: What it is called.
        passed: How often a customer is expected to pass it; in net flows, how much more often
            customers come than they go back.
        left: How likely a customer is to drop off there.
    """

    key: str
    label: str
    passed: float
    left: float


@frozen
class Ribbon:
    """What flows from one station to another.

    Args:
        source: The number of the station that it leaves.
        target: The number of the station that it reaches.
        flow: How often a customer is expected to go this way.
    """

    source: int
    target: int
    flow: float

    @property
    def kind(self) -> str:
        """``"next"``, ``"skip"``, or ``"back"`` for ways that lead to no later station."""
        if self.target <= self.source:
            return "back"
        return "next" if self.target == self.source + 1 else "skip"


@frozen
class Flows:
    """All flows of a journey.

    Args:
        label: What the journey is called.
        is_future: Whether it is as it should be, and not as it is.
        stations: What is passed, in order.
        ribbons: What flows between them.
        returning: How often a customer is expected to go back.
        is_net: Whether ways there and ways back were taken off against each other.
        customers: How many customers there were, or None where they were not counted.
        of_phases: Whether the steps are phases.
        lifted: Whether moves between touchpoints were taken together by phase.
        missed: How many steps nobody reaches.
        least: Below which share steps were taken together, or None where none were.
    """

    label: Text
    is_future: bool
    stations: tuple[Station, ...]
    ribbons: tuple[Ribbon, ...]
    returning: float
    is_net: bool
    customers: int | None
    of_phases: bool
    lifted: bool
    missed: int
    least: float | None

    @property
    def told_from(self) -> float:
        """From which flow on ways that skip steps have a figure: few have to say it for many."""
        skips = sum(ribbon.kind == "skip" for ribbon in self.ribbons)
        return _SLIGHT if skips > _CROWD else 0.0

    def said(self, flow: float, lang: str) -> str:
        """Return a flow as it is told: a number of customers, or a share of them."""
        if self.customers is None:
            return percent(flow)
        return figure(round(flow * self.customers), lang)


def flows_of(subject: object, options: Options) -> Flows:
    """Return how customers flow through a journey or a journey model.

    Args:
        subject: A `Journey` or a `JourneyModel` with transitions that leave `START`.
        options: Language, and the share below which steps are taken together.

    Raises:
        RenderError: It is something else, has no steps, or hardly anybody ever leaves a loop.
        AnalysisError: No transition leaves `START`, or some step leads to no end.
    """
    if not isinstance(subject, (Journey, JourneyModel)):
        raise RenderError(f"the view 'flow' {_SUBJECTS}, not a {type(subject).__name__}")
    lifted = _is_crowded(subject, options)
    moving = by_phase(subject) if lifted and isinstance(subject, Journey) else subject
    steps = steps_of(moving)
    if not steps:
        raise RenderError(
            f"journey {subject.key!r} has nothing to draw; give it a model or touchpoints"
        )
    what = "journey model" if isinstance(subject, JourneyModel) else "journey"
    what = f"{what} {subject.key!r}"
    moves = transitions_of(moving)
    found = absorption(
        probabilities(moves),
        start=START,
        ends=(CONVERSION, DROP_OFF),
        name=what,
    )
    names = {step.key: step.label.pick(options.lang) for step in steps}
    reached = {key: name for key, name in names.items() if key in found.visits}
    few = _taken_together(reached, found.visits, options)
    _refuse_endless_rounds(list(reached), few, found, what)
    return Flows(
        subject.label,
        isinstance(subject, Journey) and subject.state == "future",
        *_drawn(reached, few, found, moves, options.lang),
        customers=_customers(moves),
        of_phases=isinstance(steps[0], Phase),
        lifted=lifted,
        missed=len(names) - len(reached),
        least=max(found.visits[key] for key in few) if few else None,
    )


def _is_crowded(subject: Journey | JourneyModel, options: Options) -> bool:
    """Tell whether there are too many touchpoints, which have phases to take them together by."""
    if not isinstance(subject, Journey) or subject.model is None or options.min_share is not None:
        return False
    moved = {end for move in subject.transitions for end in move.ends}
    spots = [spot for spot in subject.touchpoints if spot.key in moved]
    phases = {spot.phase for spot in spots}
    return len(spots) > _most(options) and None not in phases and len(phases) > 1


def _most(options: Options) -> int:
    """Return how many steps have bars of their own; those passed least are taken together."""
    room = (options.width or _WIDEST) - _BESIDE
    return max(_FEWEST, int(room // _BAR) - 1)


def _customers(moves: Sequence[Transition]) -> int | None:
    """Return how many customers were counted at the start."""
    counts = [move.count for move in moves if move.source == START]
    if not all(count is not None for count in counts):
        return None
    return sum(count for count in counts if count is not None) or None


def _taken_together(
    names: Mapping[str, str], visits: Mapping[str, float], options: Options
) -> set[str]:
    """Return the steps that are passed too seldom for a bar of their own, if several are."""
    ranked = sorted(names, key=lambda key: -visits[key])
    most = _most(options)
    few = set(ranked[most - 1 :]) if len(ranked) > most else set[str]()
    if options.min_share is not None:
        few = {key for key in names if visits[key] < options.min_share - _NEGLIGIBLE}
    return few if len(few) > 1 else set()


def _refuse_endless_rounds(
    steps: Sequence[str], few: set[str], found: Absorption, name: str
) -> None:
    """Refuse ways back that are so great that rounding hides what else there is.

    Ways within one bar are no matter: they are taken off whole, however great they are.
    """
    numbers = {key: number for number, key in enumerate(steps)}
    back = math.fsum(
        flow
        for (source, target), flow in found.flows.items()
        if numbers.get(source, -1) > numbers.get(target, len(steps))
        and not (source in few and target in few)
    )
    if back > _MOST_RETURNS:
        raise RenderError(
            f"{name}: a customer is expected to go back {back:.0e} times, and nothing else can be "
            "seen beside that; give the transitions that leave the loop more weight, or choose "
            "the view 'network'"
        )


def _drawn(
    names: Mapping[str, str],
    few: set[str],
    found: Absorption,
    moves: Sequence[Transition],
    lang: str,
) -> tuple[tuple[Station, ...], tuple[Ribbon, ...], float, bool]:
    """Return stations and ribbons, how much flows back, and whether that was taken off."""
    flows: _Flow = {}
    for (source, target), flow in found.flows.items():
        ends = (_OTHERS if source in few else source, _OTHERS if target in few else target)
        # Moves among what is taken together stay within one bar.
        if flow > 0 and ends != (_OTHERS, _OTHERS):
            flows[ends] = flows.get(ends, 0.0) + flow
    order = _order(names, few, found.visits, lang)
    numbers = {key: number for number, key in enumerate(order)}
    backs = [
        flow
        for (source, target), flow in flows.items()
        if numbers.get(source, -1) >= numbers.get(target, len(order))
    ]
    returning = math.fsum(backs)
    net = len(backs) > _MOST_BACKS or returning > _WIDEST_BACK
    if net:
        flows = without_rounds(flows)
    entries = [target for source, target in flows if source == START]
    # Where all begin with the first step, that is the start.
    if entries != [next(iter(order), None)]:
        order = {START: say("start", lang), **order}
    if any(target == CONVERSION for _, target in flows):
        order[CONVERSION] = conversion_name(moves, lang)
    numbers = {key: number for number, key in enumerate(order)}
    stations = tuple(
        Station(
            key,
            name,
            1.0 if key == START else _passed(flows, key),
            flows.get((key, DROP_OFF), 0.0),
        )
        for key, name in order.items()
    )
    ribbons = tuple(
        Ribbon(numbers[source], numbers[target], flow)
        for (source, target), flow in flows.items()
        if source in numbers and target in numbers
    )
    return stations, ribbons, returning, net


def _passed(flows: _Flow, key: str) -> float:
    """Return how much flows through a station: what comes in, or what leaves, which is as much.

    Of slight flows in great rounds, rounding may have taken one of the two.
    """
    return max(
        math.fsum(flow for ends, flow in flows.items() if ends[end] == key) for end in (0, 1)
    )


def _order(
    names: Mapping[str, str], few: set[str], visits: Mapping[str, float], lang: str
) -> dict[str, str]:
    """Return the steps; what is taken together stands where the most passed of it would."""
    most = max(few, key=lambda key: (visits[key], key), default=None)
    order: dict[str, str] = {}
    for key, name in names.items():
        if key == most:
            order[_OTHERS] = _OTHER_WORDS.pick(lang).format(count=len(few))
        elif key not in few:
            order[key] = name
    return order


def without_rounds(flows: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """Return what is left of flows when nobody goes round: as much less each way of each round.

    What comes in and what leaves stays as it is, at each station. Short rounds go first, and of
    equally short ones those that have most left of what they had, in small steps, so that ways
    beside each other give way alike.

    Args:
        flows: What flows from where to where.
    """
    left = dict(flows)
    leaving: dict[str, list[str]] = {}
    for source, target in left:
        leaving.setdefault(source, []).append(target)
    step = 1 / _STEPS if len(flows) <= _MANY else 1.0
    waiting = list(flows)
    while waiting:
        still = []
        for source, target in waiting:
            way = _way_round(leaving, left, flows, target, source)
            if (source, target) in left and way is not None:
                around = [(source, target), *itertools.pairwise(way)]
                least = min(flows[source, target] * step, *(left[one] for one in around))
                for one in around:
                    left[one] -= least
                    if left[one] <= _NEGLIGIBLE:
                        del left[one]
                still.append((source, target))
        waiting = still
    return left


def _way_round(
    leaving: Mapping[str, Sequence[str]],
    left: Mapping[tuple[str, str], float],
    flows: Mapping[tuple[str, str], float],
    start: str,
    end: str,
) -> list[str] | None:
    """Return the shortest way along flows that are left, or None where there is none.

    Of equally short ones it is the one whose scarcest flow has most left.
    """
    best = {start: (-1.0, start)}
    level = [start]
    while level and end not in best:
        found: dict[str, tuple[float, str]] = {}
        for here in level:
            for there in leaving.get(here, ()):
                if (here, there) in left and there not in best:
                    spent = max(best[here][0], -left[here, there] / flows[here, there])
                    if there not in found or spent < found[there][0]:
                        found[there] = (spent, here)
        best |= found
        level = list(found)
    if end not in best:
        return None
    way = [end]
    while way[-1] != start:
        way.append(best[way[-1]][1])
    return way[::-1]


def conversion_name(moves: Sequence[Transition], lang: str) -> str:
    """Return what the ways to the conversion call it, if they agree.

    Args:
        moves: All transitions.
        lang: Language of the name.
    """
    labels = {move.label.pick(lang) for move in moves if move.target == CONVERSION}
    return labels.pop() if len(labels) == 1 and "" not in labels else say("conversion", lang)
