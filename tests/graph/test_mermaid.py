"""Diagrams for Mermaid: read back, all words are those that went in, and nothing else is there."""

import re
from typing import Any

import pytest
from attrs import Factory, frozen
from hypothesis import example, given
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    DefinitionError,
    Journey,
    JourneyModel,
    Phase,
    Touchpoint,
    Transition,
    to_networkx,
)
from journeykit._dot import clean_text
from journeykit.graph import to_mermaid
from journeykit.graph.mermaid import MermaidKind
from journeykit.presets import AIDA
from journeykit.testing import journeys, models

# What Mermaid, Markdown or HTML would take for a mark.
HOSTILE = (
    *('"', '" quoted "', "`code`", "*bold* _it_ ~~x~~", "1. one", "12) twelve", "a\n2. b"),
    *("- item", "+ item", "a\n- b", "---", "===", "# head", "> quote", "<b>bold</b>", "<br/>"),
    *("a | b", "{x}", "[link](http://example.org)", "www.example.org", "a@b.org", "$$x$$"),
    *("https://a.org/?b=c&d", "fa:fa-car", "%%{init: {}}%%", "%% note", "#35;", "#amp;", "&amp;"),
    *("&#35;", "end", "style a", "direction LR", "All Direction  TB", "a\ndirection\trl", "[*]"),
    *("<<fork>>", "[[choice]]", "a --> b", ":::mark", "a; b", "title: x", "\\", "^", "="),
    *("note right of n0", "ﬂ°amp¶ß", "x" * 2000, "x" * 2001, "\0", "a\r\nb", "tab\tx", " a "),
    "\n",
)
# Everything that may stand outside of the words that are shown.
WORDS = r'(?P<words>(?:[^"#$&*:;<=>@\[\\\]^_`{|}~]|#[0-9]+;|<br/>)*)'
LINES = {
    "flowchart": re.compile(
        r"    (?:    )?(?P<node>n[0-9]+)"
        rf'(?P<open>\({{1,3}}|\{{\{{)"{WORDS}"(?P<close>\){{1,3}}|\}}\}})'
        rf'|    subgraph (?P<group>p[0-9]+)\["{WORDS.replace("words", "title")}"\]'
        r"|    (?P<end>end)"
        r"|    (?P<source>n[0-9]+) (?P<arrow>-->|-\.->|==>)"
        rf'(?:\|"{WORDS.replace("words", "said")}"\|)? (?P<target>n[0-9]+)'
    ),
    "state": re.compile(
        rf'    (?:    )?state "{WORDS}" as (?P<node>n[0-9]+)'
        rf'|    state "{WORDS.replace("words", "title")}" as (?P<group>p[0-9]+) \{{'
        r"|    (?P<end>\})"
        r"|    (?P<source>n[0-9]+|\[\*\]) (?P<arrow>-->) (?P<target>n[0-9]+|\[\*\])"
        rf"(?:: {WORDS.replace('words', 'said')})?"
    ),
}


@frozen
class Read:
    """What stands in a diagram."""

    nodes: dict[str, str] = Factory(dict)
    shapes: dict[str, str] = Factory(dict)
    groups: dict[str, list[str]] = Factory(dict)
    moves: dict[tuple[str, str], tuple[str, str]] = Factory(dict)


def shown(words: str | None) -> str:
    """Return what Mermaid shows for escaped words."""
    lines = (words or "").split("<br/>")
    return "\n".join(re.sub("#([0-9]+);", lambda code: chr(int(code[1])), line) for line in lines)


def expected(words: str) -> str:
    """Return words as they shall be shown: clean, and not too long."""
    words = clean_text(words)
    return words if len(words) <= 2000 else words[:1999] + "…"


def read(text: str, kind: MermaidKind) -> Read:
    """Read a diagram, and fail at anything that has no place in one."""
    first, *lines = text.removesuffix("\n").split("\n")
    if kind == "state":
        assert first == "stateDiagram-v2"
        first = lines.pop(0).replace("    direction", "flowchart")
    assert re.fullmatch("flowchart (LR|RL|TB|BT)", first)
    diagram = Read()
    group: list[str] | None = None
    for line in lines:
        found = LINES[kind].fullmatch(line)
        assert found, f"no such line: {line!r}"
        assert line.startswith("        ") == (group is not None and not found["end"])
        if found["node"]:
            assert found["node"] not in diagram.nodes
            diagram.nodes[found["node"]] = shown(found["words"])
            if kind == "flowchart":
                diagram.shapes[found["node"]] = found["open"]
                assert len(found["open"]) == len(found["close"])
            if group is not None:
                group.append(found["node"])
        elif found["group"]:
            group = diagram.groups.setdefault(shown(found["title"]), [])
        elif found["end"]:
            group = None
        else:
            ends = (found["source"], found["target"])
            assert ends not in diagram.moves
            diagram.moves[ends] = (found["arrow"], shown(found["said"]))
    assert group is None
    return diagram


@pytest.mark.parametrize("kind", ["flowchart", "state"])
@given(subject=journeys() | models(), lang=st.sampled_from(["en", "nl", "fr"]))
def test_everything(kind: MermaidKind, subject: Journey | JourneyModel, lang: str) -> None:
    """Each node and each move stands there once, with its words and among its phase."""
    diagram = read(to_mermaid(subject, kind=kind, lang=lang), kind)
    graph = to_networkx(subject)
    ids = {node: f"n{number}" for number, node in enumerate(graph)}
    drawn = [node for node in graph if kind == "flowchart" or node != START]
    assert diagram.nodes == {
        ids[node]: expected(graph.nodes[node]["label"].pick(lang)) for node in drawn
    }
    if kind == "state":
        ids[START] = "[*]"
        ends = {(ids[end], "[*]") for end in (CONVERSION, DROP_OFF) if end in ids}
        assert {move for move in diagram.moves if move[1] == "[*]"} == ends
        for end in ends:
            assert diagram.moves.pop(end) == ("-->", "")
    assert list(diagram.moves) == [(ids[source], ids[target]) for source, target in graph.edges]
    weighted = {source for source, _, edge in graph.edges(data=True) if "weight" in edge}
    for source, target, edge in graph.edges(data=True):
        lines = [expected(edge["transition"].label.pick(lang))]
        said = diagram.moves[ids[source], ids[target]][1]
        if source in weighted:
            before, _, share = said.rpartition("\n")
            percent = re.fullmatch("[<>]? ?([0-9]+) %", share)
            assert percent
            assert float(percent[1]) == pytest.approx(100 * edge["probability"], abs=1)
            said = before
        assert said == lines[0]
    places = {
        node: graph.nodes[node]["phase"] for node in graph if "touchpoint" in graph.nodes[node]
    }
    grouped = [node for nodes in diagram.groups.values() for node in nodes]
    assert sorted(grouped) == sorted(ids[node] for node, phase in places.items() if phase)


@pytest.mark.parametrize("kind", ["flowchart", "state"])
@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_hostile(words: str, kind: MermaidKind) -> None:
    """Words that mean something to Mermaid are only shown, wherever they stand."""
    check_words(words, kind)
    check_words(f"a {words} b", kind)


@given(st.text(min_size=1))
@example("%%%")
def test_words(words: str) -> None:
    """Any words are only shown."""
    check_words(words, "flowchart")
    check_words(words, "state")


def check_words(words: str, kind: MermaidKind) -> None:
    """Hold that words stand as they are at a node, at a phase and at a move, and do nothing."""
    journey = Journey(
        "j",
        model=JourneyModel("m", phases=[Phase("p", words)]),
        touchpoints=[Touchpoint("a", words, phase="p"), Touchpoint("b", words)],
        transitions=[Transition("a", "b", label=words)],
    )
    text = to_mermaid(journey, kind=kind)
    diagram = read(text, kind)
    clean = expected(words)
    assert set(diagram.nodes.values()) == {clean}
    assert list(diagram.groups.items()) == [(clean, ["n0"])]
    assert diagram.moves == {("n0", "n1"): ("-->", clean)}
    for quoted in re.findall(r'"([^"\n]*)"', text):
        for line in quoted.split("<br/>"):
            assert not re.match(r" *([-+]|[0-9]+[.)]( |$))", line)
            assert not re.search(r"%%|www\.|direction\s|ﬂ°|¶ß", line, re.IGNORECASE)


def test_looks() -> None:
    """The ends have shapes of their own, and so have the kinds of moves."""
    journey = Journey(
        "visit",
        model=AIDA,
        touchpoints=[
            Touchpoint("ad", {"en": "Advert", "nl": "Advertentie"}, phase="attention"),
            Touchpoint("desk", phase="action"),
        ],
        transitions=[
            Transition(START, "ad", 1),
            Transition("ad", "desk", 0.25, label="Walk in"),
            Transition("ad", "ad", 0.25),
            Transition("ad", DROP_OFF, 0.5),
            Transition("desk", "ad"),
            Transition("desk", CONVERSION),
        ],
    )
    assert (
        to_mermaid(journey, lang="nl", direction="TB")
        == """\
flowchart TB
    n0(("Start"))
    n3((("Conversie")))
    n4{{"Afhaken"}}
    subgraph p0["Aandacht"]
        n1("Advertentie")
    end
    subgraph p1["Actie"]
        n2("Desk")
    end
    n0 ==>|"100 %"| n1
    n1 -.->|"Walk in<br/>25 %"| n2
    n1 -->|"25 %"| n1
    n1 -.->|"50 %"| n4
    n2 -.-> n1
    n2 -.-> n3
"""
    )
    assert (
        to_mermaid(journey, kind="state")
        == """\
stateDiagram-v2
    direction LR
    state "Conversion" as n3
    state "Drop-off" as n4
    state "Attention" as p0 {
        state "Advert" as n1
    }
    state "Action" as p1 {
        state "Desk" as n2
    }
    [*] --> n1: 100 %
    n1 --> n2: Walk in<br/>25 %
    n1 --> n1: 25 %
    n1 --> n4: 50 %
    n2 --> n1
    n2 --> n3
    n3 --> [*]
    n4 --> [*]
"""
    )


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"kind": "journey"}, "kind must be one of 'flowchart', 'state', not 'journey'"),
        ({"kind": None}, "kind must be one of 'flowchart', 'state', not None"),
        ({"direction": "up"}, "direction must be one of 'LR', 'RL', 'TB', 'BT', not 'up'"),
        ({"direction": ["LR"]}, "direction must be one of 'LR', 'RL', 'TB', 'BT', not ['LR']"),
    ],
)
def test_refused(options: dict[str, Any], problem: str) -> None:
    """What there is not is told, with what there is."""
    with pytest.raises(DefinitionError) as caught:
        to_mermaid(AIDA, **options)
    assert str(caught.value) == f"diagram of 'aida': {problem}"
