"""What a network shows: its nodes and links, and how many little-used ones it leaves out."""

import heapq
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from journeykit._chain import absorption
from journeykit.drawing.options import Options
from journeykit.drawing.views._flows import conversion_name
from journeykit.drawing.views._moves import road_of
from journeykit.drawing.views._phrases import percent, phrase
from journeykit.drawing.views._sentences import figure, of_phase, of_touchpoint
from journeykit.drawing.views._stops import realm_of
from journeykit.drawing.views._waits import wait_words
from journeykit.drawing.words import say
from journeykit.errors import AnalysisError, RenderError
from journeykit.grid import Phase
from journeykit.journey import Journey, steps_of, transitions_of
from journeykit.model import JourneyModel
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, ENDS, START, Transition, probabilities

__all__ = ["Hidden", "Network", "Node", "Way", "network_of"]

_RARE: Final = 0.02
_MOST: Final = 30  # links, where nobody says which share they should have
_UTMOST: Final = 400  # links, whatever anybody says
_ROUNDING: Final = 1e-9
_WAIT: Final = Text({"en": "median wait {wait}", "nl": "mediane wachttijd {wait}"})


@frozen
class Node:
    """A place of a network: a step, the start or the conversion.

    Args:
        key: Its key.
        label: What it is called.
        phase: The number of its phase, or None.
        channel: The key of its channel, or None.
        realm: Where it takes place, or None.
        visits: How often it is passed; 0 where that is not known.
        below: What stands under its name.
        tooltip: What there is to say about it.
    """

    key: str
    label: str
    phase: int | None
    channel: str | None
    realm: str | None
    visits: float
    below: str
    tooltip: str


@frozen
class Way:
    """A transition.

    Args:
        source: The key that it leaves.
        target: The key that it reaches.
        kind: The kind of the transition.
        flow: How often it is taken, in all or by a customer.
        amount: The same, or its share of those who leave its source, for its width; None where
            nothing says so.
        said: The figure that stands at it, or nothing.
        tooltip: What there is to say about it.
    """

    source: str
    target: str
    kind: str
    flow: float
    amount: float | None
    said: str
    tooltip: str

    @property
    def ends(self) -> tuple[str, str]:
        """The source and the target."""
        return (self.source, self.target)


@frozen
class Hidden:
    """What is left out.

    Args:
        ways: How many transitions.
        nodes: How many steps.
        below: The share of customers that fewer than take the transitions that are left out.
        traffic: Their share of everything that was counted or is expected; None where unknown.
    """

    ways: int
    nodes: int
    below: float
    traffic: float | None


@frozen
class Network:
    """All that a network shows.

    Args:
        label: What the journey is called.
        is_future: Whether it is as it should be, and not as it is.
        nodes: The nodes, in the order of the journey; the start first, the conversion last.
        ways: The transitions between them.
        drops: The transitions that break the journey off, by the key that they leave.
        of_phases: Whether the steps are phases.
        is_counted: Whether figures are numbers and not shares.
        customers: How many customers there were, or None where they were not counted.
        hidden: What is left out, or None where nothing is.
    """

    label: Text
    is_future: bool
    nodes: tuple[Node, ...]
    ways: tuple[Way, ...]
    drops: dict[str, Way]
    of_phases: bool
    is_counted: bool
    customers: int | None
    hidden: Hidden | None

    @property
    def loops(self) -> dict[str, Way]:
        """The transitions of nodes to themselves, by their keys."""
        return {way.source: way for way in self.ways if way.source == way.target}


def network_of(subject: object, options: Options) -> Network:
    """Return what a network of a journey or a journey model shows.

    Raises:
        RenderError: There is no network of such a thing.
    """
    if not isinstance(subject, (Journey, JourneyModel)):
        raise RenderError(
            f"the view 'network' draws a Journey or a JourneyModel, not a {type(subject).__name__}"
        )
    moves = transitions_of(subject)
    if not moves:
        raise RenderError(
            f"{_name(subject)} has no transitions to draw; give it some with evolve(transitions=…)"
        )
    lang, steps = options.lang, steps_of(subject)
    flows, passed = _flows(moves, _name(subject))
    kept, below = _kept(moves, flows, options)
    if not kept:
        raise RenderError(
            f"{_name(subject)} has no transition that {below:g} of all customers take; "
            "draw it with a lower min_share"
        )
    counted = _is_counted(moves)
    ways = list(_ways(subject, kept, flows, options, counted=counted))
    met = {end for way in ways for end in (way.source, way.target)}
    visits: dict[str, float] = {}
    for (_, target), flow in flows.items() if passed else ():
        visits[target] = visits.get(target, 0.0) + flow
    nodes = [
        _node(subject, step, visits.get(step.key), lang, counted=counted)
        for step in steps
        if step.key in met
    ]
    if START in met:
        nodes.insert(0, _end(START, say("start", lang)))
    if CONVERSION in met:
        nodes.append(_end(CONVERSION, conversion_name(kept, lang)))
    start = sum(move.count or 0 for move in moves if move.source == START)
    lost = len(steps) - sum(node.key not in ENDS for node in nodes)
    return Network(
        subject.label,
        isinstance(subject, Journey) and subject.state == "future",
        tuple(nodes),
        tuple(way for way in ways if way.target != DROP_OFF),
        {way.source: way for way in ways if way.target == DROP_OFF},
        of_phases=isinstance(steps[0], Phase),
        is_counted=counted,
        customers=(start or None) if counted else None,
        hidden=_hidden(moves, kept, flows, below=below, lost=lost),
    )


def _hidden(
    moves: Sequence[Transition],
    kept: Sequence[Transition],
    flows: Mapping[tuple[str, str], float],
    *,
    below: float,
    lost: int,
) -> Hidden | None:
    """Return what is left out, or None where nothing is."""
    if len(kept) == len(moves) and not lost:
        return None
    total, shown = math.fsum(flows.values()), math.fsum(flows[move.ends] for move in kept)
    traffic = 1 - shown / total if _is_weighted(moves) and total > 0 else None
    return Hidden(len(moves) - len(kept), lost, below, traffic)


def _name(subject: Journey | JourneyModel) -> str:
    what = "journey model" if isinstance(subject, JourneyModel) else "journey"
    return f"{what} {subject.key!r}"


# --- how much ---------------------------------------------------------------------------


def _is_counted(moves: Sequence[Transition]) -> bool:
    """Tell whether all moves were counted; where only some were, numbers would mislead."""
    return all(move.count is not None for move in moves)


def _is_weighted(moves: Sequence[Transition]) -> bool:
    return _is_counted(moves) or any(move.weight is not None for move in moves)


def _flows(moves: Sequence[Transition], name: str) -> tuple[dict[tuple[str, str], float], bool]:
    """Return how often each transition was taken, or how often a customer is expected to.

    Also tell whether that says how often each step is passed.
    """
    if _is_counted(moves):
        return {move.ends: float(move.count or 0) for move in moves}, True
    shares = probabilities(moves)
    try:
        found = absorption(shares, start=START, ends=(CONVERSION, DROP_OFF), name=name).flows
    except AnalysisError:
        # Without a beginning or an end, what is known is where customers of a step go next.
        return shares, False
    return {move.ends: found.get(move.ends, 0.0) for move in moves}, _is_weighted(moves)


def _kept(
    moves: Sequence[Transition], flows: Mapping[tuple[str, str], float], options: Options
) -> tuple[list[Transition], float]:
    """Return the transitions that are drawn, and the share below which others are not."""
    entries = math.fsum(flow for (source, _), flow in flows.items() if source == START)
    customers = entries or max(flows.values()) or 1.0
    least = _RARE if options.min_share is None else options.min_share
    if options.min_share is None and not _is_weighted(moves):
        least = 0.0
    kept = [move for move in moves if flows[move.ends] / customers >= least - _ROUNDING]
    between = [move for move in kept if move.target != DROP_OFF]
    most = _MOST if options.min_share is None else _UTMOST
    if len(between) > most:
        ranked = sorted(between, key=lambda move: -flows[move.ends])[:most]
        least = flows[ranked[-1].ends] / customers
        chosen = {move.ends for move in ranked}
        kept = [
            move
            for move in kept
            if move.ends in chosen
            or (move.target == DROP_OFF and flows[move.ends] / customers >= least)
        ]
    if options.min_share is None:
        # However few convert: what customers came for is not left out.
        shown = {move.ends for move in kept} | _widest_road(flows)
        kept = [move for move in moves if move.ends in shown]
    joined = {end for move in kept if move.target != DROP_OFF for end in move.ends}
    # Who leaves a step that nothing leads to is left out with it, unless nothing else is there.
    if joined:
        kept = [move for move in kept if move.source in joined]
    return kept, least


def _widest_road(flows: Mapping[tuple[str, str], float]) -> set[tuple[str, str]]:
    """Return the road from the start to the conversion whose narrowest place is widest."""
    leaving: dict[str, list[tuple[str, float]]] = {}
    for (source, target), flow in flows.items():
        if flow > 0:
            leaving.setdefault(source, []).append((target, flow))
    waiting = [(-math.inf, START, "")]
    before: dict[str, str] = {}
    while waiting and CONVERSION not in before:
        width, step, came_from = heapq.heappop(waiting)
        if step not in before:
            before[step] = came_from
            for target, flow in leaving.get(step, ()):
                heapq.heappush(waiting, (max(width, -flow), target, step))
    road, step = set(), CONVERSION
    while before.get(step):
        road.add((before[step], step))
        step = before[step]
    return road


# --- nodes and ways ---------------------------------------------------------------------


def _ways(
    subject: Journey | JourneyModel,
    kept: Sequence[Transition],
    flows: Mapping[tuple[str, str], float],
    options: Options,
    *,
    counted: bool,
) -> Iterator[Way]:
    """Give the transitions that are drawn, with what the other pictures say of them."""
    road = road_of(subject, evolve(options, min_share=0.0))
    keys = [*(step.key for step in steps_of(subject)), CONVERSION, START]
    known = {(keys[move.source], keys[move.target]): move for move in road.moves}
    known |= {(keys[source], DROP_OFF): move for source, move in road.drops.items()}
    for move in kept:
        told = known[move.ends]
        words, amount = "", told.share
        if counted:
            words, amount = figure(move.count or 0, options.lang), float(move.count or 0)
        elif told.share is not None:
            words = percent(told.share)
        tooltip = told.tooltip
        if move.median_wait:
            wait = wait_words(move.median_wait, options.lang)
            tooltip += f"\n{_WAIT.pick(options.lang).format(wait=wait)}"
        yield Way(*move.ends, move.kind or "next", flows[move.ends], amount, words, tooltip)


def _node(
    subject: Journey | JourneyModel,
    step: Touchpoint | Phase,
    visits: float | None,
    lang: str,
    *,
    counted: bool,
) -> Node:
    label = step.label.pick(lang)
    below = figure(visits, lang) if counted and visits is not None else ""
    reached = phrase("reached", lang, count=below) if below else ""
    if isinstance(step, Phase) or isinstance(subject, JourneyModel):
        told = of_phase(step, lang) if isinstance(step, Phase) else ""
        column, channel, realm = _column(subject, step.key), None, None
    else:
        told, column = of_touchpoint(step, subject, lang), _column(subject, step.phase)
        channel, realm = step.channel, realm_of(subject, step)
    tooltip = "\n".join(filter(None, (told or label, reached)))
    return Node(step.key, label, column, channel, realm, visits or 0.0, below, tooltip)


def _column(subject: Journey | JourneyModel, phase: str | None) -> int | None:
    """Return the number of a phase, if there is one."""
    model = subject if isinstance(subject, JourneyModel) else subject.model
    return None if model is None or phase is None else model.position(phase)


def _end(key: str, label: str) -> Node:
    return Node(key, label, None, None, None, 0.0, "", label)
