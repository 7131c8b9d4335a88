"""Journeys and models as flowcharts and state diagrams of Mermaid, which many code hosts draw."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from attrs import frozen

from journeykit._dot import MAX_LABEL, clean_text
from journeykit.errors import DefinitionError, shown
from journeykit.graph.convert import to_networkx
from journeykit.graph.dot import Direction, percentage
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.transition import CONVERSION, DROP_OFF, START

if TYPE_CHECKING:
    from networkx import DiGraph

__all__ = ["MermaidKind", "to_mermaid"]

MermaidKind: TypeAlias = Literal["flowchart", "state"]

_SHAPES: Final = {
    START: ("((", "))"),
    CONVERSION: ("(((", ")))"),
    DROP_OFF: ("{{", "}}"),
}
_LAST: Final = (CONVERSION, DROP_OFF)
_STEP: Final = ("(", ")")
_ARROWS: Final = {
    "next": "-->",
    "skip": "-.->",
    "back": "-.->",
    "repeat": "-->",
    "entry": "==>",
    "exit": "-.->",
}
# What Mermaid, or the Markdown and the HTML that it looks for in labels, takes for a mark.
_MARKS: Final = re.compile(
    r"""["#$&*:;<=>@\[\\\]^_`{|}~]"""
    r"|%(?=%)|\ufb02(?=\xb0)|\xb6(?=\xdf)"
    r"|(?<![^\n ])(?:[-+]|(?<=[0-9])[.)])"
    r"|(?<=[0-9])[.)](?![^\n ])"
    r"|(?<=www)\."
    r"|d(?=irection\s)",
    re.IGNORECASE,
)


def to_mermaid(
    subject: Journey | JourneyModel,
    *,
    kind: MermaidKind = "flowchart",
    lang: str = "en",
    direction: Direction = "LR",
) -> str:
    """Return the moves of a journey or a model as a diagram of Mermaid.

    Many code hosts and wikis draw it, where it stands in a fenced block of a Markdown page that
    has the language ``mermaid``. Touchpoints stand together by phase. What leaves a step shows
    how likely it is where any of it has a weight.

    In a flowchart, `START` is a circle, `CONVERSION` a double circle and `DROP_OFF` a hexagon;
    skips, ways back and exits are dotted, and entries are thick. In a state diagram, `START` is
    the black dot, and `CONVERSION` and `DROP_OFF` lead to the end.

    All words come out as they went in: Mermaid reads nothing in them as an instruction. Only
    control characters are replaced, and words beyond 2,000 characters cut.

    Args:
        subject: What moves. A journey without transitions moves as its model does.
        kind: ``"flowchart"`` or ``"state"``.
        lang: The language of the words.
        direction: Where it runs to: ``"LR"``, ``"RL"``, ``"TB"`` or ``"BT"``.

    Raises:
        DefinitionError: There is no such kind or no such direction.

    Example:
        >>> from journeykit.presets import AIDA
        >>> print(to_mermaid(AIDA, lang="nl"))
        flowchart LR
            n0("Aandacht")
            n1("Interesse")
            n2("Verlangen")
            n3("Actie")
            n0 --> n1
            n1 --> n2
            n2 --> n3
        <BLANKLINE>
    """
    problems = [
        f"{name} must be one of {', '.join(map(repr, choices))}, not {shown(value)}"
        for name, value, choices in (
            ("kind", kind, get_args(MermaidKind)),
            ("direction", direction, get_args(Direction)),
        )
        if value not in choices
    ]
    if problems:
        raise DefinitionError(f"diagram of {subject.key!r}", problems)
    diagram = _Diagram.of(subject, lang)
    if kind == "flowchart":
        lines = [f"flowchart {direction}", *diagram.flowchart()]
    else:
        lines = ["stateDiagram-v2", f"    direction {direction}", *diagram.states()]
    return "".join(f"{line}\n" for line in lines)


@frozen
class _Diagram:
    """What stands in a diagram, whatever its kind.

    Args:
        ids: What each node is called.
        labels: The words of each node, ready to stand between quotes.
        groups: The words of each phase, and the nodes that stand in it.
        free: The nodes that stand in none.
        moves: The nodes that each move joins, its kind and its words.
    """

    ids: Mapping[str, str]
    labels: Mapping[str, str]
    groups: Sequence[tuple[str, Sequence[str]]]
    free: Sequence[str]
    moves: Sequence[tuple[str, str, str, str]]

    @classmethod
    def of(cls, subject: Journey | JourneyModel, lang: str) -> "_Diagram":
        """Return what a diagram of a journey or a model holds."""
        graph = to_networkx(subject)
        members: dict[str | None, list[str]] = {}
        for node, attributes in graph.nodes(data=True):
            phase = attributes["phase"] if "touchpoint" in attributes else None
            members.setdefault(phase, []).append(node)
        model = subject if isinstance(subject, JourneyModel) else subject.model
        return cls(
            {node: f"n{number}" for number, node in enumerate(graph)},
            {node: _escaped(graph.nodes[node]["label"].pick(lang)) for node in graph},
            [
                (_escaped(phase.label.pick(lang)), members[phase.key])
                for phase in (model.phases if model is not None else ())
                if phase.key in members
            ],
            members.get(None, []),
            list(_moves(graph, lang)),
        )

    def flowchart(self) -> Iterator[str]:
        """Write the lines of a flowchart."""
        for node in self.free:
            begin, end = _SHAPES.get(node, _STEP)
            yield f'    {self.ids[node]}{begin}"{self.labels[node]}"{end}'
        for number, (label, nodes) in enumerate(self.groups):
            yield f'    subgraph p{number}["{label}"]'
            yield from (f'        {self.ids[node]}("{self.labels[node]}")' for node in nodes)
            yield "    end"
        for source, target, kind, words in self.moves:
            label = f'|"{words}"|' if words else ""
            yield f"    {self.ids[source]} {_ARROWS[kind]}{label} {self.ids[target]}"

    def states(self) -> Iterator[str]:
        """Write the lines of a state diagram."""
        for node in self.free:
            if node != START:
                yield f'    state "{self.labels[node]}" as {self.ids[node]}'
        for number, (label, nodes) in enumerate(self.groups):
            yield f'    state "{label}" as p{number} {{'
            yield from (
                f'        state "{self.labels[node]}" as {self.ids[node]}' for node in nodes
            )
            yield "    }"
        for source, target, _, words in self.moves:
            begin = "[*]" if source == START else self.ids[source]
            yield f"    {begin} --> {self.ids[target]}{f': {words}' if words else ''}"
        yield from (f"    {self.ids[end]} --> [*]" for end in _LAST if end in self.ids)


def _moves(graph: "DiGraph[str]", lang: str) -> Iterator[tuple[str, str, str, str]]:
    weighted = {source for source, _, edge in graph.edges(data=True) if "weight" in edge}
    for source, target, edge in graph.edges(data=True):
        lines = [_escaped(edge["transition"].label.pick(lang))]
        if source in weighted:
            lines.append(_escaped(percentage(edge["probability"])))
        yield source, target, edge["kind"], "<br/>".join(filter(None, lines))


def _escaped(text: str) -> str:
    """Return words that mean nothing but themselves in a diagram."""
    text = clean_text(text)
    if len(text) > MAX_LABEL:
        text = text[: MAX_LABEL - 1] + "…"
    escaped = _MARKS.sub(lambda mark: f"#{ord(mark[0])};", text)
    return escaped.replace("\n", "<br/>")
