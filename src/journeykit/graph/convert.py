"""Journeys and models as networkx graphs, and back."""

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from journeykit.errors import DefinitionError, shown
from journeykit.grid import Phase
from journeykit.journey import Journey, steps_of, transitions_of
from journeykit.model import JourneyModel
from journeykit.text import Text, TextLike
from journeykit.touchpoint import Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, START, Transition, probabilities

if TYPE_CHECKING:
    from networkx import DiGraph

__all__ = ["END_LABELS", "from_networkx", "to_networkx"]

END_LABELS: Final = {
    START: Text({"en": "Start", "nl": "Start"}),
    CONVERSION: Text({"en": "Conversion", "nl": "Conversie"}),
    DROP_OFF: Text({"en": "Drop-off", "nl": "Afhaken"}),
}
"""What shows the ends of transitions."""


def to_networkx(subject: Journey | JourneyModel) -> "DiGraph[str]":
    """Return the moves of a journey or a model as a `networkx.DiGraph`.

    The nodes are the keys of what the moves join: all touchpoints or all phases, in their
    order, with `START` before and `CONVERSION` and `DROP_OFF` behind them where these are used.

    - The graph has ``key`` and ``label`` (a `Text`).
    - A node has ``label`` (a `Text`) and ``phase`` (its key, or None). A touchpoint has
      ``touchpoint`` as well (the `Touchpoint`), a phase ``phase_object`` (the `Phase`).
    - An edge has ``weight`` (not there when it has none), ``probability`` (among the edges that
      leave the same node), ``kind``, ``transition`` (the `Transition`) and ``position`` (its
      place among the transitions, from 0).

    Args:
        subject: What moves. A journey without transitions moves as its model does.

    Raises:
        DefinitionError: The subject is neither of these.

    Example:
        >>> from journeykit.presets import AIDA
        >>> graph = to_networkx(AIDA)
        >>> list(graph)
        ['attention', 'interest', 'desire', 'action']
        >>> graph["attention"]["interest"]["probability"]
        1.0
    """
    import networkx as nx

    if not isinstance(subject, (Journey, JourneyModel)):
        problem = f"subject must be a Journey or a JourneyModel, not {shown(subject)}"
        raise DefinitionError("graph", [problem])
    graph: DiGraph[str] = nx.DiGraph(key=subject.key, label=subject.label)
    moves = transitions_of(subject)
    used = {end for move in moves for end in move.ends}
    steps = steps_of(subject)
    if START in used:
        graph.add_node(START, label=END_LABELS[START], phase=None)
    for step in steps:
        if isinstance(step, Phase):
            graph.add_node(step.key, label=step.label, phase=step.key, phase_object=step)
        else:
            graph.add_node(step.key, label=step.label, phase=step.phase, touchpoint=step)
    for end in (CONVERSION, DROP_OFF):
        if end in used:
            graph.add_node(end, label=END_LABELS[end], phase=None)
    likely = probabilities(moves)
    for position, move in enumerate(moves):
        attributes: dict[str, Any] = {} if move.weight is None else {"weight": move.weight}
        attributes["probability"] = likely[move.ends]
        attributes["kind"] = move.kind
        graph.add_edge(*move.ends, **attributes, transition=move, position=position)
    return graph


def from_networkx(
    graph: "DiGraph[str]",
    key: str,
    *,
    label: TextLike | None = None,
    model: JourneyModel | None = None,
    **fields: Any,  # noqa: ANN401 - any field of a journey, each with its type
) -> Journey:
    """Return the journey that a `networkx.DiGraph` describes: the inverse of `to_networkx`.

    The graph may be one that `to_networkx` made, changed since or not, or any other whose nodes
    are strings. Nodes that are phases of the model stay phases, all others but `START`,
    `CONVERSION` and `DROP_OFF` become touchpoints. Nodes may have the attributes ``label``,
    ``phase``, ``channel`` and ``emotion``, which go before what ``touchpoint`` holds. Edges may
    have ``weight`` and ``kind``, which go before what ``transition`` holds: an edge without
    ``weight`` has none. Other attributes are left alone.

    Args:
        graph: What to read.
        key: The key of the journey.
        label: Its label; that of the graph when not given.
        model: The journey model whose phases the graph speaks of.
        **fields: Further fields of the journey, which a graph cannot hold; ``touchpoints`` and
            ``transitions`` given here take the place of the graph's.

    Raises:
        DefinitionError: The graph is no `networkx.DiGraph`, or what it holds is no journey.

    Example:
        >>> import networkx as nx
        >>> visit = from_networkx(nx.DiGraph([("door", "desk"), ("desk", "exit")]), "visit")
        >>> [touchpoint.key for touchpoint in visit.touchpoints]
        ['door', 'desk', 'exit']
    """
    _refuse_other_graphs(graph, key)
    problems: list[str] = []
    touchpoints = list(_touchpoints(graph, model, problems))
    transitions = list(_transitions(graph, problems))
    if problems:
        raise DefinitionError(f"Journey {shown(key)}", problems)
    title = graph.graph.get("label") if label is None else label
    parts = {"touchpoints": touchpoints, "transitions": transitions, **fields}
    return Journey(key, title, model=model, **parts)


def _refuse_other_graphs(graph: object, key: str) -> None:
    import networkx as nx

    if isinstance(graph, nx.DiGraph) and not graph.is_multigraph():
        return
    if not isinstance(graph, nx.Graph):
        way_out = "make one with networkx.DiGraph(edges)"
    elif graph.is_directed():
        way_out = "networkx.DiGraph(graph) keeps one of several edges"
    else:
        way_out = "networkx.DiGraph(graph) lets each edge lead both ways"
    problem = f"graph must be a networkx.DiGraph, not a {type(graph).__name__}; {way_out}"
    raise DefinitionError(f"Journey {shown(key)}", [problem])


def _touchpoints(
    graph: "DiGraph[str]", model: JourneyModel | None, problems: list[str]
) -> Iterator[Touchpoint]:
    """Read the nodes that are touchpoints, and add the problems that are met."""
    for node, attributes in graph.nodes(data=True):
        if not isinstance(node, str):
            way_out = "networkx.relabel_nodes(graph, str) makes strings of all"
            problems.append(f"node {shown(node)} must be a string; {way_out}")
        elif node in END_LABELS or (isinstance(model, JourneyModel) and model.has_phase(node)):
            continue
        elif isinstance(attributes.get("phase_object"), Phase):
            problems.append(f"node {shown(node)} is a phase; hand its journey model to model=")
        else:
            changes = {
                name: attributes[name]
                for name in ("label", "phase", "channel", "emotion")
                if name in attributes
            }
            known = attributes.get("touchpoint")
            try:
                if isinstance(known, Touchpoint):
                    yield known.evolve(key=node, **changes)
                else:
                    yield Touchpoint(node, **changes)
            except DefinitionError as error:
                problems.append(str(error))


def _transitions(graph: "DiGraph[str]", problems: list[str]) -> Iterator[Transition]:
    """Read the edges in the order of their transitions, and add the problems that are met."""
    for source, target, attributes in sorted(graph.edges(data=True), key=_position):
        if not isinstance(source, str) or not isinstance(target, str):
            continue  # the nodes are a problem already
        weight, kind = attributes.get("weight"), attributes.get("kind")
        known = attributes.get("transition")
        try:
            if isinstance(known, Transition):
                yield known.evolve(source=source, target=target, weight=weight, kind=kind)
            else:
                yield Transition(source, target, weight, kind=kind)
        except DefinitionError as error:
            problems.append(str(error))


def _position(edge: tuple[str, str, Mapping[str, Any]]) -> float:
    """Return where an edge's transition stood; new edges come last."""
    position = edge[2].get("position")
    return position if isinstance(position, int) else math.inf
