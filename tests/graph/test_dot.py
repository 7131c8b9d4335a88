"""Graphs for Graphviz: read back, all words are those that went in."""

import itertools
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from attrs import Factory, frozen
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    DefinitionError,
    Journey,
    JourneyModel,
    Phase,
    Text,
    Touchpoint,
    Transition,
    sequence,
    to_graphviz,
    to_networkx,
)
from journeykit._dot import clean_text
from journeykit.journey import steps_of, transitions_of
from journeykit.presets import AIDA
from journeykit.testing import journeys, models, texts
from journeykit.transition import probabilities

ATTRIBUTES = {
    "label",
    "shape",
    "style",
    "arrowhead",
    "constraint",
    "weight",
    "rankdir",
    "fontname",
}
HOSTILE = [
    "a:b:c -> d",
    'n1"]; evil -> n2 [label="',
    '<x>, URL="javascript:alert(1)", xlabel=<y>',
    "<b>bold</b>",
    "<not closed",
    "\\N \\G \\E \\l \\r \\",
    '\\"',
    "&eacute; &#65; &amp; & &lt;",
    "// no comment /* at */ all",
    "x\n}\ndigraph {",
    "\n",
    "one\n\nthree\r\nfour\u2028five",
    "tab\tand \x00\x07\x1b\x7f\uffff",
    "👩‍👩‍👧‍👦 旅程 שלום cafe\u0301",
    'charset="latin-1"',
    "charset=x",
    "graph",
    "3.14",
    "%s %d {x}",
    "x" * 2000,
    "y" * 2001,
]


def expected(words: str) -> str:
    """Return words as Graphviz shall show them: clean, not too long, with no line empty."""
    words = clean_text(words)
    if len(words) > 2000:
        words = words[:1999] + "…"
    return "\n".join(line or " " for line in words.split("\n"))


# --- a strict reader of the DOT that we write ---------------------------------------------


@frozen
class Dot:
    """What stands in a DOT graph or in a cluster of one."""

    defaults: dict[str, dict[str, str]] = Factory(dict)
    nodes: dict[str, dict[str, str]] = Factory(dict)
    edges: dict[tuple[str, str], dict[str, str]] = Factory(dict)
    clusters: dict[str, "Dot"] = Factory(dict)


TOKEN = re.compile(
    r'\s*(?:(?P<quoted>"(?:[^"\\]|\\.)*")'
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*|-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?))"
    r"|(?P<mark>->|[{}\[\]=]))",
    re.DOTALL,
)


def tokens(source: str) -> Iterator[str]:
    """Cut DOT into words and marks, and fail at anything that is neither."""
    place = 0
    while source[place:].strip():
        found = TOKEN.match(source, place)
        assert found, f"no DOT: {source[place : place + 40]!r}"
        yield found["quoted"] or found["name"] or found["mark"]
        place = found.end()


class Reader:
    """Reads the part of DOT that a plain digraph needs, and nothing more."""

    def __init__(self, source: str) -> None:
        self.left = list(tokens(source))[::-1]

    def take(self, *marks: str) -> None:
        """Go past some marks."""
        for mark in marks:
            assert self.left.pop() == mark

    def value(self) -> str:
        """Go past a word, and return it without its quotes."""
        token = self.left.pop()
        assert token not in ("->", "{", "}", "[", "]", "=")
        return token[1:-1].replace('\\"', '"') if token.startswith('"') else token

    def attributes(self) -> dict[str, str]:
        """Go past a list of attributes, if one stands here."""
        several: dict[str, str] = {}
        if self.left[-1] == "[":
            self.take("[")
            while self.left[-1] != "]":
                name = self.value()
                self.take("=")
                assert name not in several
                several[name] = self.value()
            self.take("]")
        assert set(several) <= ATTRIBUTES
        return several

    def block(self) -> Dot:
        """Go past a block in braces."""
        dot = Dot()
        self.take("{")
        while self.left[-1] != "}":
            name = self.value()
            if name == "subgraph":
                title = self.value()
                dot.clusters[title] = self.block()
            elif name in ("graph", "node", "edge"):
                dot.defaults[name] = self.attributes()
            elif self.left[-1] == "->":
                self.take("->")
                target = self.value()
                assert (name, target) not in dot.edges
                dot.edges[name, target] = self.attributes()
            else:
                assert name not in dot.nodes
                dot.nodes[name] = self.attributes()
        self.take("}")
        return dot


def read(source: str) -> Dot:
    """Read a whole digraph."""
    reader = Reader(source)
    reader.take("digraph")
    dot = reader.block()
    assert not reader.left
    return dot


def shown(label: str) -> str:
    """Return what Graphviz shows for a label; fail where it would do more than show it."""

    def escape(found: re.Match[str]) -> str:
        return {"n": "\n", "\\": "\\"}[found[1]]

    def entity(found: re.Match[str]) -> str:
        named = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}
        return chr(int(found[1][1:])) if found[1].startswith("#") else named[found[1]]

    assert "<" not in label
    assert re.sub("&(#[0-9]+|[a-z]+);", "", label).count("&") == 0
    return re.sub("&(#[0-9]+|[a-z]+);", entity, re.sub(r"\\(.)", escape, label))


# --- read back by our own reader --------------------------------------------------------


@given(journeys() | models(), st.sampled_from(["en", "nl", "fr"]))
def test_nodes(subject: Journey | JourneyModel, lang: str) -> None:
    """Each node has a made-up name and its own words; touchpoints stand with their phase."""
    dot = read(to_graphviz(subject, lang=lang).source)
    graph = to_networkx(subject)
    name = {node: f"n{number}" for number, node in enumerate(graph)}
    nodes = dict(dot.nodes)
    for cluster in dot.clusters.values():
        assert cluster.nodes
        assert not cluster.edges
        assert not cluster.clusters
        nodes |= cluster.nodes
    assert {node: shown(attributes["label"]) for node, attributes in nodes.items()} == {
        name[node]: expected(attributes["label"].pick(lang))
        for node, attributes in graph.nodes(data=True)
    }
    phases: dict[str, list[str]] = {}
    for step in steps_of(subject):
        if isinstance(step, Touchpoint) and step.phase is not None:
            phases.setdefault(step.phase, []).append(name[step.key])
    model = subject if isinstance(subject, JourneyModel) else subject.model
    assert [
        (list(c.nodes), shown(c.defaults["graph"]["label"])) for c in dot.clusters.values()
    ] == [
        (phases[phase.key], expected(phase.label.pick(lang)))
        for phase in (model.phases if model else ())
        if phase.key in phases
    ]


@given(journeys() | models())
def test_edges(subject: Journey | JourneyModel) -> None:
    """Each transition is an edge with its words, and with its share where any is weighted."""
    dot = read(to_graphviz(subject).source)
    name = {node: f"n{number}" for number, node in enumerate(to_networkx(subject))}
    moves = transitions_of(subject)
    likely = probabilities(moves)
    assert set(dot.edges) == {(name[move.source], name[move.target]) for move in moves}
    for move in moves:
        label = shown(dot.edges[name[move.source], name[move.target]].get("label", ""))
        words = expected(str(move.label)) if move.label else ""
        if any(other.weight is not None for other in moves if other.source == move.source):
            words, _, share = label.rpartition("\n") if words else ("", "", label)
            percent = re.fullmatch(r"[<>]? ?(\d+) %", share)
            assert percent
            assert float(percent[1]) == pytest.approx(100 * likely[move.ends], abs=1)
            assert words == (expected(str(move.label)) if move.label else "")
        else:
            assert label == words


def test_own_looks() -> None:
    """The ends have shapes of their own, and each kind of transition a style of its own."""
    kinds = JourneyModel(
        "kinds",
        phases=["a", "b", "c"],
        transitions=[
            *sequence(START, "a", "b", "c", CONVERSION),
            Transition("a", "c"),
            Transition("c", "a"),
            Transition("b", "b"),
            Transition("b", DROP_OFF),
        ],
    )
    dot = read(to_graphviz(kinds).source)
    looks: dict[object, set[tuple[tuple[str, str], ...]]] = {}
    for edge, (_, _, attributes) in zip(
        dot.edges.values(), to_networkx(kinds).edges(data=True), strict=True
    ):
        looks.setdefault(attributes["kind"], set()).add(tuple(sorted(edge.items())))
    assert len(looks) == 6
    assert len(set.union(*looks.values())) == 6
    shapes = [dot.nodes[node].get("shape", "box") for node in ("n0", "n1", "n4", "n5")]
    assert shapes == ["circle", "box", "doublecircle", "octagon"]


@pytest.mark.parametrize(
    ("weight", "share"),
    [(0, "0 %"), (4, "< 1 %"), (6, "1 %"), (500, "50 %"), (994, "99 %"), (996, "> 99 %")],
)
def test_shares(weight: int, share: str) -> None:
    """Shares are whole percents; only what is certain says so."""
    visit = Journey(
        "visit",
        touchpoints=["door"],
        transitions=[
            Transition(START, "door", 3),
            Transition("door", CONVERSION, weight),
            Transition("door", DROP_OFF, 1000 - weight, label="Bored"),
        ],
    )
    edges = read(to_graphviz(visit).source).edges
    assert shown(edges["n0", "n1"]["label"]) == "100 %"
    assert shown(edges["n1", "n2"]["label"]) == share
    assert shown(edges["n1", "n3"]["label"]).startswith("Bored\n")


def test_language_and_direction() -> None:
    """Words come in the language that is asked for, and the graph runs where it is told."""
    dot = to_graphviz(AIDA, lang="nl", rankdir="TB")
    assert read(dot.source).defaults["graph"]["rankdir"] == "TB"
    assert [shown(node["label"]) for node in read(dot.source).nodes.values()] == [
        phase.label.pick("nl") for phase in AIDA.phases
    ]
    with pytest.raises(DefinitionError) as caught:
        to_graphviz(AIDA, rankdir="left")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "graph of 'aida': rankdir must be one of 'LR', 'RL', 'TB', 'BT', not 'left'"
    )


def test_styled_further() -> None:
    """What comes back is a plain Digraph, to which more can be added."""
    dot = to_graphviz(AIDA)
    dot.node("n0", color="red")
    assert dot.source.endswith("\tn0 [color=red]\n}\n")


# --- read back by Graphviz itself -------------------------------------------------------

PYGRAPHVIZ = """
import sys, pygraphviz
graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode("utf-8"))
graph.layout("dot")
sys.stdout.buffer.write(graph.draw(format="svg"))
"""
WORDS = st.lists(texts() | st.sampled_from(HOSTILE).map(Text), min_size=1, max_size=6)
SVG = "{http://www.w3.org/2000/svg}"


def worded(words: list[Text]) -> Journey:
    """Return a journey that has some words in all places: phase, touchpoint and transition."""
    steps = [f"t{number}" for number in range(len(words))]
    return Journey(
        "worded",
        model=JourneyModel("m", phases=[Phase(f"p{at}", text) for at, text in enumerate(words)]),
        touchpoints=[
            Touchpoint(step, text, phase=f"p{at}")
            for at, (step, text) in enumerate(zip(steps, words, strict=True))
        ],
        transitions=[
            Transition(source, target, label=text)
            for (source, target), text in zip(itertools.pairwise(steps), words, strict=False)
        ],
    )


def painted(svg: bytes) -> dict[str, str]:
    """Return the words that Graphviz painted, by what they belong to."""
    return {
        group.findtext(f"{SVG}title", ""): "\n".join(
            # Of several spaces, Graphviz writes all but the first as hard ones.
            (text.text or "").replace("\xa0", " ")
            for text in group.iter(f"{SVG}text")
        )
        for group in ET.fromstring(svg).iter(f"{SVG}g")  # noqa: S314 - we know who wrote it
        if group.get("class") in ("node", "edge", "cluster")
    }


def check_painted(words: list[Text], command: list[str]) -> None:
    """Let a program paint some words in all places, and find exactly these in its picture."""
    source = to_graphviz(worded(words)).source.encode()
    svg = subprocess.run(command, input=source, capture_output=True, check=True).stdout
    said = [expected(str(text)).replace("\xa0", " ") for text in words]
    assert painted(svg) == {
        **{f"n{number}": text for number, text in enumerate(said)},
        **{f"cluster_{number}": text for number, text in enumerate(said)},
        **{f"n{number}->n{number + 1}": text for number, text in enumerate(said[:-1])},
    }


@pytest.mark.dot
@settings(max_examples=25)
@given(WORDS)
@example([Text(words) for words in HOSTILE])
def test_dot_program(words: list[Text]) -> None:
    """The dot program paints the words that went in."""
    check_painted(words, ["dot", "-Tsvg"])


@pytest.mark.dot
def test_dot_program_many_exits() -> None:
    """However many leave from everywhere, dot draws all touchpoints, and in their order."""
    steps = [f"t{number}" for number in range(39)]
    leaky = Journey(
        "leaky",
        model=JourneyModel("m", phases=[f"p{number}" for number in range(3)]),
        touchpoints=[
            Touchpoint(step, phase=f"p{number // 13}") for number, step in enumerate(steps)
        ],
        transitions=[
            *(Transition(*ends, 8) for ends in itertools.pairwise([START, *steps])),
            *(Transition(step, end, 1) for step in steps for end in (CONVERSION, DROP_OFF)),
        ],
    )
    command = ["dot", "-Tplain"]
    source = to_graphviz(leaky).source
    drawn = subprocess.run(command, input=source, capture_output=True, check=True, text=True)
    lines = [line.split() for line in drawn.stdout.splitlines()]
    across = {line[1]: float(line[2]) for line in lines if line[0] == "node"}
    *places, conversion, drop_off = (across[f"n{number}"] for number in range(len(across)))
    assert places == sorted(set(places))
    assert places[-1] < min(conversion, drop_off)


@pytest.mark.skipif(find_spec("pygraphviz") is None, reason="pygraphviz is not installed")
@settings(max_examples=10)
@given(WORDS)
@example([Text(words) for words in HOSTILE])
def test_pygraphviz(words: list[Text]) -> None:
    """The Graphviz of pygraphviz paints the words that went in."""
    check_painted(words, [sys.executable, "-c", PYGRAPHVIZ])
