"""Journeys and models as plain Graphviz graphs, to be styled further."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from journeykit._dot import escape_label
from journeykit.errors import DefinitionError, shown
from journeykit.graph.convert import to_networkx
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.text import Text
from journeykit.transition import CONVERSION, DROP_OFF, START

if TYPE_CHECKING:
    from graphviz import Digraph

__all__ = ["Direction", "to_graphviz"]

Direction: TypeAlias = Literal["LR", "RL", "TB", "BT"]

_ALL: Final = 100
_FONT: Final = {"fontname": "Arial"}
_ENDS: Final[Mapping[str, Mapping[str, str]]] = {
    START: {"shape": "circle", "style": "solid"},
    CONVERSION: {"shape": "doublecircle", "style": "solid"},
    DROP_OFF: {"shape": "octagon", "style": "solid"},
}
# Ways back do not count in the layout, so that steps stand in their order.
_STYLES: Final[Mapping[str, Mapping[str, str]]] = {
    "next": {},
    "skip": {"style": "dashed"},
    "back": {"style": "dashed", "arrowhead": "empty", "constraint": "false"},
    "repeat": {"arrowhead": "normalnormal", "constraint": "false"},
    "entry": {"style": "bold"},
    "exit": {"style": "dotted"},
}
# The last exit alone holds an end in its place. Where more than ten pull at a phase, Graphviz
# gives up the order of the phases for shorter lines, and then often the whole picture.
_NO_PULL: Final = {"weight": "0"}


def to_graphviz(
    subject: Journey | JourneyModel, *, lang: str = "en", rankdir: Direction = "LR"
) -> "Digraph":
    r"""Return the moves of a journey or a model as a plain `graphviz.Digraph`.

    It is there to be styled further; `draw` makes finished pictures. Nodes are called ``n0``,
    ``n1`` and so on, in the order of the nodes of `to_networkx`. Touchpoints stand in a cluster
    for each phase. Skips are dashed, ways back are dashed with an open head, repeats have a
    double head, entries are bold and exits are dotted. What leaves a node shows how likely it
    is where any of it has a weight.

    All words come out as they went in: Graphviz reads nothing in them as an instruction. Only
    control characters are replaced, and words beyond 2,000 characters cut.

    Args:
        subject: What moves. A journey without transitions moves as its model does.
        lang: The language of the words.
        rankdir: Where it runs to: ``"LR"``, ``"RL"``, ``"TB"`` or ``"BT"``.

    Raises:
        DefinitionError: The direction is none of these.

    Example:
        >>> from journeykit.presets import AIDA
        >>> [line.strip() for line in to_graphviz(AIDA, lang="nl").body][:2]
        ['n0 [label=Aandacht]', 'n1 [label=Interesse]']
    """
    import graphviz

    if rankdir not in get_args(Direction):
        directions = ", ".join(map(repr, get_args(Direction)))
        problem = f"rankdir must be one of {directions}, not {shown(rankdir)}"
        raise DefinitionError(f"graph of {subject.key!r}", [problem])
    graph = to_networkx(subject)
    ids = {node: f"n{number}" for number, node in enumerate(graph)}
    labels = {node: _label(graph.nodes[node]["label"], lang) for node in graph}
    dot: Digraph = graphviz.Digraph(
        graph_attr={"rankdir": rankdir, **_FONT},
        node_attr={"shape": "box", "style": "rounded", **_FONT},
        edge_attr=_FONT,
    )
    members: dict[str, list[str]] = {}
    for node, attributes in graph.nodes(data=True):
        if "touchpoint" in attributes and attributes["phase"] is not None:
            members.setdefault(attributes["phase"], []).append(node)
        else:
            dot.node(ids[node], labels[node], **_ENDS.get(node, {}))
    model = subject if isinstance(subject, JourneyModel) else subject.model
    for column, phase in enumerate(model.phases if model is not None else ()):
        if phase.key in members:
            title = _label(phase.label, lang)
            cluster = graphviz.Digraph(f"cluster_{column}", graph_attr={"label": title})
            for node in members[phase.key]:
                cluster.node(ids[node], labels[node])
            dot.subgraph(cluster)
    weighted = {source for source, _, edge in graph.edges(data=True) if "weight" in edge}
    last = {target: source for source, target in graph.edges}
    for source, target, edge in graph.edges(data=True):
        lines = [_label(edge["transition"].label, lang)]
        if source in weighted:
            lines.append(escape_label(percentage(edge["probability"])))
        shown_lines = "\\n".join(filter(None, lines)) or None
        style = _STYLES[edge["kind"]]
        if edge["kind"] == "exit" and last[target] != source:
            style = {**style, **_NO_PULL}
        dot.edge(ids[source], ids[target], shown_lines, **style)
    return dot


def _label(words: Text, lang: str) -> str:
    return escape_label(words.pick(lang))


def percentage(probability: float) -> str:
    """Return a probability in whole percents; none and all only where that is exact."""
    whole = round(_ALL * probability)
    if whole == 0 and probability > 0:
        return "< 1 %"
    if whole == _ALL and probability < 1:
        return "> 99 %"
    return f"{whole} %"
