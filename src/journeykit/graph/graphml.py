"""The moves of a journey or a model as GraphML, which most programs for graphs read and write.

What a graph of networkx holds as objects stands in GraphML as plain attributes of nodes and
edges: the fields of touchpoints, phases and transitions by their names, words in a language as
``label_nl``, own data as ``data.name``.
"""

import io
import json
import math
import re
import warnings
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args, get_origin

import attrs
from attrs import define, field, frozen

from journeykit._noun import Noun
from journeykit._xml import escaped, pieces, unescaped, walk
from journeykit.channels import CATALOGUE, Channel
from journeykit.errors import DefinitionError, shown
from journeykit.graph.convert import END_LABELS, to_networkx
from journeykit.grid import Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.text import LANGUAGE, NEUTRAL, Text
from journeykit.touchpoint import Touchpoint
from journeykit.transition import Transition

if TYPE_CHECKING:
    from networkx import DiGraph, Graph

__all__ = ["Moves", "from_graphml", "moves_in", "text_in", "to_graphml"]

_N = TypeVar("_N", bound=Noun)
_Attributes = dict[str, Any]

_MOST_ELEMENTS: Final = 200_000
_LONGEST_REASON: Final = 200
_DATA: Final = "data."
_JSON: Final = "json."
_WAIT: Final = "median_wait"
_SECONDS: Final = "median_wait_seconds"
_KIND: Final = "kind"
# What stands there for other programs, and follows from the rest.
_DERIVED: Final = frozenset({"probability", "position"})
_ENDS: Final = frozenset({"source", "target", "key"})
_REALM: Final = "channel_realm"
_MEDIA: Final = "channel_media"
_KINDS_OF_NODES: Final = ("touchpoint", "phase", "end")
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {"node": ("id",), "edge": ("source", "target")}
_WITH_TAG: Final = re.compile(rf"(?P<name>[a-z_]+?)_(?P<tag>{LANGUAGE.pattern})")
_NUMBER: Final = re.compile(r"[-+]?(?:[0-9]{1,20}\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")


# --- writing ------------------------------------------------------------------------------


def to_graphml(subject: Journey | JourneyModel, *, lang: str, model: str | None = None) -> bytes:
    """Return the moves of a journey or a model as GraphML.

    Args:
        subject: What moves.
        lang: The language of the attribute ``label``, which other programs show; words in all
            languages stand beside it.
        model: The key of the model to name, if any.
    """
    import networkx as nx

    is_model = isinstance(subject, JourneyModel)
    plain: DiGraph[str] = nx.DiGraph()
    plain.graph |= {_KIND: "model" if is_model else "journey", "key": escaped(subject.key)}
    plain.graph |= _texts("label", subject.label, lang)
    if model is not None:
        plain.graph["model"] = escaped(model)
    graph = to_networkx(subject)
    for node, attributes in graph.nodes(data=True):
        plain.add_node(escaped(node), **_node(attributes, lang))
    own = {} if isinstance(subject, JourneyModel) else {one.key: one for one in subject.channels}
    for node, attributes in graph.nodes(data=True):
        channel = own.get(getattr(attributes.get("touchpoint"), "channel", None) or "")
        if channel is not None:
            plain.nodes[escaped(node)].update(_channel(channel))
    for source, target, attributes in graph.edges(data=True):
        derived = {name: attributes[name] for name in _DERIVED}
        fields = _fields(attributes["transition"], lang)
        plain.add_edge(escaped(source), escaped(target), **fields, **derived)
    content = io.BytesIO()
    nx.write_graphml_xml(plain, content)
    return content.getvalue()


def _node(attributes: Mapping[str, Any], lang: str) -> _Attributes:
    if (spot := attributes.get("touchpoint")) is not None:
        return {_KIND: "touchpoint", **_fields(spot, lang)}
    if (phase := attributes.get("phase_object")) is not None:
        return {_KIND: "phase", **_fields(phase, lang)}
    return {_KIND: "end", **_texts("label", attributes["label"], lang)}


def _channel(channel: Channel) -> _Attributes:
    media = {} if channel.media is None else {_MEDIA: channel.media}
    return {_REALM: channel.realm, **media}


def _fields(noun: Noun, lang: str) -> _Attributes:
    """Return the fields of a noun as attributes of the types that GraphML knows."""
    fields: _Attributes = {}
    for attribute in attrs.fields(type(noun)):
        name, value = attribute.name, getattr(noun, attribute.name)
        if name in _ENDS or value is None:
            continue
        if isinstance(value, Text):
            fields |= _texts(name, value, lang)
        elif isinstance(value, timedelta):
            fields[_SECONDS] = value.total_seconds()
        elif isinstance(value, tuple):
            fields |= {name: ",".join(value)} if value else {}
        elif isinstance(value, dict):
            fields |= dict(map(_own, value.items()))
        elif isinstance(value, str):
            fields[name] = escaped(value)
        else:
            # All of one type, since other programs would take two for two attributes.
            fields[name] = value if name == "count" else float(value)
    return fields


def _texts(name: str, text: Text, lang: str) -> dict[str, str]:
    """Return words: those of a language for all to see, and beside them those of each language."""
    if text.keys() <= {NEUTRAL}:
        return {name: escaped(text[NEUTRAL])} if text else {}
    tagged = {f"{name}_{tag}": escaped(words) for tag, words in text.items()}
    return {name: escaped(text.pick(lang)), **tagged}


def _own(item: tuple[str, Any]) -> tuple[str, Any]:
    name, value = item
    if isinstance(value, str):
        return escaped(f"{_DATA}{name}"), escaped(value)
    if isinstance(value, (int, float)):
        return escaped(f"{_DATA}{name}"), value
    return escaped(f"{_JSON}{name}"), escaped(json.dumps(value, ensure_ascii=False))


# --- reading ------------------------------------------------------------------------------


def from_graphml(content: bytes) -> "DiGraph[str]":
    """Return the graph that GraphML describes, with its attributes as they stand there.

    Args:
        content: The bytes of the GraphML.

    Raises:
        BadXml: It is no XML, or could do harm.
        DefinitionError: It is no GraphML, its edges have no direction or lead to no node, or
            two nodes have the same name.
    """
    import networkx as nx

    names = _Names()
    walk(pieces(content), start=names.start, end=names.end, most=_MOST_ELEMENTS)
    if names.root != "graphml":
        found = f"begins with an element {shown(names.root)}, not with 'graphml'"
        raise DefinitionError("GraphML", [f"{found}; export it as GraphML"])
    try:
        with warnings.catch_warnings():
            # Where no type is told, words are meant.
            warnings.simplefilter("ignore")
            read: nx.Graph[str] = nx.read_graphml(io.BytesIO(content), node_type=str)
    except Exception as error:  # noqa: BLE001 - networkx raises whatever comes along
        reason = " ".join(str(error).split()) or type(error).__name__
        if len(reason) > _LONGEST_REASON or not reason.isprintable():
            reason = shown(reason)  # it may repeat what stands in the file
        raise DefinitionError("GraphML", [f"cannot be read: {reason}"]) from None
    names.check(read)
    if not read.is_directed():
        problem = 'its edges have no direction; it must say edgedefault="directed"'
        raise DefinitionError("GraphML", [problem])
    if read.is_multigraph():
        source, target = next(ends for ends in read.edges() if read.number_of_edges(*ends) > 1)
        problem = f"several edges lead from {shown(source)} to {shown(target)}; make them one"
        raise DefinitionError("GraphML", [problem])
    graph: DiGraph[str] = nx.DiGraph()
    # An attribute may have any name, also that of an argument of networkx.
    graph.graph.update(_unescaped(read.graph))
    graph.add_nodes_from(
        (unescaped(node), _unescaped(attributes))
        for node, attributes in read.nodes(data=True)
        if node not in names.groups or read.degree(node)
    )
    graph.add_edges_from(
        (unescaped(source), unescaped(target), _unescaped(attributes))
        for source, target, attributes in read.edges(data=True)
    )
    return graph


@define
class _Names:
    """The names of nodes and of the ends of edges, with which networkx is not strict."""

    nodes: dict[str, None] = field(factory=dict)
    ends: dict[str, None] = field(factory=dict)
    groups: set[str] = field(factory=set)
    edges: int = 0
    root: str = ""
    _open: list[str] = field(factory=list)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Look at an element, and refuse one that lacks what networkx takes for granted."""
        kind = tag.rpartition(" ")[2]
        self.root = self.root or kind
        for each in _NEEDED.get(kind, ()):
            if each not in attributes:
                raise DefinitionError("GraphML", [f"an element {kind!r} has no {each!r}"])
        if kind == "node":
            name = attributes["id"]
            if name in self.nodes:
                raise DefinitionError("GraphML", [f"two nodes have the id {shown(name)}"])
            self.nodes[name] = None
            self._open.append(name)
        elif kind == "edge":
            self.edges += 1
            self.ends |= dict.fromkeys((attributes["source"], attributes["target"]))
        elif kind == "graph":
            # What is drawn around other nodes is none that anybody comes to.
            self.groups.update(self._open[-1:])

    def end(self, tag: str) -> None:
        """Look at the end of an element."""
        if tag.rpartition(" ")[2] == "node":
            self._open.pop()

    def check(self, read: "Graph[str]") -> None:
        """Refuse edges that lead to no node, and groups that networkx does not look into."""
        unread = [node for node in self.nodes if node not in read]
        if self.groups and (unread or self.edges != read.number_of_edges()):
            problem = "not all that stands in a group can be read; ungroup it first"
            raise DefinitionError("GraphML", [problem])
        lost = [end for end in self.ends if end not in self.nodes and end not in END_LABELS]
        if lost:
            problems = [f"an edge has the unknown node {shown(end)}" for end in lost]
            raise DefinitionError("GraphML", problems)


def _unescaped(attributes: Mapping[str, Any]) -> _Attributes:
    return {
        unescaped(name): unescaped(value) if isinstance(value, str) else value
        for name, value in attributes.items()
    }


@frozen
class Moves:
    """What a graph tells of.

    Args:
        graph: The graph, with the touchpoints, the phases and the transitions as objects.
        phases: The phases among its nodes.
        touchpoints: The touchpoints among its nodes.
        transitions: Its edges, in order.
        channels: The channels that are told to be others than those of the catalogue.
    """

    graph: "DiGraph[str]"
    phases: tuple[Phase, ...]
    touchpoints: tuple[Touchpoint, ...]
    transitions: tuple[Transition, ...]
    channels: tuple[Channel, ...]


def moves_in(plain: "DiGraph[str]") -> Moves:
    """Return what a graph tells of, with objects in the place of plain attributes.

    Args:
        plain: A graph as `from_graphml` returns it.

    Raises:
        DefinitionError: Something does not hold together; all problems are listed.
    """
    import networkx as nx

    graph: DiGraph[str] = nx.DiGraph()
    phases: list[Phase] = []
    touchpoints: list[Touchpoint] = []
    channels: dict[str, Channel] = {}
    problems: list[str] = []
    for node, attributes in plain.nodes(data=True):
        graph.add_node(node)
        kind = attributes.get(_KIND)
        rest = {name: attributes[name] for name in attributes if name not in (_REALM, _MEDIA)}
        if kind in _KINDS_OF_NODES:
            del rest[_KIND]
        try:
            if kind == "phase":
                phases.append(noun_in(Phase, {"key": node}, rest))
                graph.nodes[node]["phase_object"] = phases[-1]
            elif node not in END_LABELS:
                spot = noun_in(Touchpoint, {"key": node}, rest)
                graph.nodes[node]["touchpoint"] = spot
                touchpoints.append(spot)
                channels |= _own_channel(spot.channel, attributes)
        except DefinitionError as error:
            problems += (f"node {shown(node)}: {problem}" for problem in error.problems)
    transitions: list[tuple[float, Transition]] = []
    for source, target, attributes in plain.edges(data=True):
        position = attributes.get("position")
        rest = {name: attributes[name] for name in attributes if name not in _DERIVED}
        try:
            move = noun_in(Transition, {"source": source, "target": target}, rest)
        except DefinitionError as error:
            ends = f"{shown(source)} to {shown(target)}"
            problems += (f"edge from {ends}: {problem}" for problem in error.problems)
        else:
            place = position if isinstance(position, int) else math.inf
            transitions.append((place, move))
            weight = {} if move.weight is None else {"weight": move.weight}
            graph.add_edge(
                source, target, transition=move, kind=move.kind, position=place, **weight
            )
    if problems:
        raise DefinitionError("GraphML", problems)
    transitions.sort(key=_by_place)
    return Moves(
        graph,
        tuple(phases),
        tuple(touchpoints),
        tuple(move for _, move in transitions),
        tuple(channels.values()),
    )


def _own_channel(key: str | None, attributes: Mapping[str, Any]) -> dict[str, Channel]:
    """Return a channel that is told to be another than that of the catalogue, by its key."""
    if key is None or _REALM not in attributes:
        return {}
    usual = CATALOGUE.get(key)
    changes = {"realm": attributes[_REALM], "media": attributes.get(_MEDIA)}
    own = (Channel(key) if usual is None else usual).evolve(**changes)
    return {} if own == usual else {key: own}


def _by_place(move: tuple[float, Transition]) -> float:
    return move[0]


def text_in(attributes: Mapping[str, Any], name: str) -> Text:
    """Return the words that stand under a name, in all their languages."""
    found = {
        parts["tag"]: str(value)
        for each, value in attributes.items()
        if (parts := _WITH_TAG.fullmatch(each)) is not None and parts["name"] == name
    }
    said = attributes.get(name)
    # What is shown to all is not said in no language because of that.
    if said is not None and str(said) not in found.values():
        found = {NEUTRAL: str(said), **found}
    return Text(found)


def noun_in(kind: type[_N], key: _Attributes, attributes: Mapping[str, Any]) -> _N:
    """Return a noun with the fields that attributes tell of; the others are own data.

    Args:
        kind: The noun.
        key: The fields that do not stand among the attributes.
        attributes: The attributes of a node or an edge.

    Raises:
        DefinitionError: They do not hold together.
    """
    known = {field.name: field.type for field in attrs.fields(kind) if field.name not in _ENDS}
    fields: _Attributes = {**key, "data": {}}
    for name, value in attributes.items():
        parts = _WITH_TAG.fullmatch(name)
        field = name if parts is None or parts["name"] not in known else parts["name"]
        if known.get(field) is Text:
            fields[field] = text_in(attributes, field)
        elif name == _SECONDS and _WAIT in known:
            fields[_WAIT] = _wait(value)
        elif name in known and name != "data":
            fields[name] = _value(known[name], value)
        else:
            own, read = _own_data(name, value)
            fields["data"][own] = read
    return kind(**fields)


def _value(kind: Any, value: Any) -> Any:  # noqa: ANN401 - each field has its type
    kinds = get_args(kind) or (kind,)
    if get_origin(kind) is tuple:
        return [part for part in str(value).split(",") if part]
    if {int, float} & set(kinds):
        return _number(value)
    return str(value)


def _number(value: Any) -> Any:  # noqa: ANN401 - whatever stands there
    """Return a number that stands in words; what is none is left to those who ask for one."""
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return float(value)
    return value


def _wait(value: Any) -> Any:  # noqa: ANN401 - whatever stands there
    number = _number(value)
    try:
        return timedelta(seconds=number)
    except (OverflowError, TypeError, ValueError):
        return value


def _own_data(name: str, value: Any) -> tuple[str, Any]:  # noqa: ANN401 - whatever stands there
    if name.startswith(_JSON) and isinstance(value, str):
        try:
            return name.removeprefix(_JSON), json.loads(value)
        except (RecursionError, ValueError):
            return name, value
    return name.removeprefix(_DATA), value
