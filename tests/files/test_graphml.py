"""Journeys and models as GraphML and as DOT: what graphs can hold comes back, nothing unfolds."""

import io
import warnings
from datetime import timedelta
from pathlib import Path
from typing import cast

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    START,
    Channel,
    FileError,
    Journey,
    JourneyModel,
    Lane,
    LossyFormatWarning,
    Persona,
    Phase,
    Text,
    Touchpoint,
    Transition,
    UnknownKeyError,
    dumps,
    from_networkx,
    load,
    loads,
    presets,
    save,
    sequence,
    testing,
    to_graphviz,
    to_networkx,
)
from journeykit.files import losses
from journeykit.files.graph_files import read, write
from journeykit.files.loss import lost_between
from journeykit.presets import AIDA, SALON

WORDS = st.text().filter(bool)
FEWER = settings(max_examples=max(settings().max_examples // 4, 10))
NODES = '<node id="a"/><node id="b"/>'
HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'


def graphml(*parts: str, direction: str = "directed", keys: str = "") -> str:
    """Return GraphML as another program may write it."""
    return f'{HEAD}{keys}<graph edgedefault="{direction}">{"".join(parts)}</graph></graphml>'


def key(name: str, kind: str = "string", of: str = "node") -> str:
    """Return the declaration of an attribute."""
    return f'<key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>'


def journey_of(text: str) -> Journey:
    """Return the journey that GraphML tells of."""
    return cast("Journey", loads(text, "graphml"))


def problem(text: str) -> str:
    """Return what is said of GraphML."""
    with pytest.raises(FileError) as caught:
        loads(text, "graphml")
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix("<text>: ")


@FEWER
@given(testing.journeys(), st.sampled_from(["en", "nl"]))
def test_journeys(journey: Journey, lang: str) -> None:
    """All that networkx can hold of a journey comes back."""
    again = cast("Journey", read(write(journey, "x", lang), "x"))
    graph = to_networkx(journey)
    expected = from_networkx(
        graph, journey.key, label=journey.label, model=journey.model, channels=journey.channels
    )
    assert (again.key, again.label) == (expected.key, expected.label)
    assert again.transitions == expected.transitions
    if not any(spot.phase for spot in expected.touchpoints):
        # Lanes are rows beside no columns then.
        expected = expected.evolve(
            touchpoints=[spot.evolve(lane=None) for spot in expected.touchpoints]
        )
        again = again.evolve(touchpoints=[spot.evolve(lane=None) for spot in again.touchpoints])
    assert again.touchpoints == expected.touchpoints
    assert read(write(again, "x", lang), "x") == again


@FEWER
@given(testing.models())
def test_models(model: JourneyModel) -> None:
    """The phases of a model and its moves come back with all their fields."""
    again = cast("JourneyModel", read(write(model, "x", "en"), "x"))
    assert (again.key, again.label) == (model.key, model.label)
    assert (again.phases, again.transitions) == (model.phases, model.transitions)


@FEWER
@given(words=WORDS, name=WORDS)
def test_any_words(words: str, name: str) -> None:
    """Any words come back to the character, as a key, a label, own data and its key."""
    start = name if name.strip() else f"k{name}"
    journey = Journey(
        start,
        {"en": words, "nl": words},
        touchpoints=[Touchpoint(start, words, owner=words, data={words: words}), f"{start}."],
        transitions=[Transition(start, f"{start}.", label={"nl": words}, data={words: [words]})],
    )
    assert read(write(journey, "x", "en"), "x") == journey


def test_everything(tmp_path: Path) -> None:
    """Every field of touchpoints, phases and transitions comes back, numbers as numbers."""
    data: dict[str, object] = {
        "n": 1,
        "f": 1.5,
        "b": True,
        "none": None,
        "l": [1, {"x": None}],
        "d": {},
    }
    journey = Journey(
        "mine",
        {"en": "Mine", "nl": "Van mij", "und": "Mine"},
        model=JourneyModel("clinic", phases=["b", "a"], lanes=["row"]),
        touchpoints=[
            Touchpoint(
                *("desk", Text({"und": "Desk", "en": "Desk", "nl-BE": "Balie"})),
                phase="b",
                lane="row",
                channel="kiosk",
                emotion=-1,
                importance=2.5,
                moment_of_truth="zmot",
                owner={"nl": "Ada"},
                evidence="assumption",
                description="Words",
                data=data,
            ),
            Touchpoint("door", phase="a", channel="shop"),
            Touchpoint("exit", channel="website"),
        ],
        transitions=[
            Transition("desk", "door", 3, count=3, reason={"nl": "x"}, data=data),
            Transition(START, "desk", 0.1 + 0.2, median_wait=timedelta(days=1, microseconds=1)),
            Transition("door", "desk", kind="skip"),
            Transition("door", CONVERSION),
        ],
        channels=[
            Channel("kiosk", realm="hybrid", media="owned"),
            presets.channels.get("shop").evolve(realm="online", media=None),
        ],
    )
    save(journey, tmp_path / "mine.graphml")
    assert load(tmp_path / "mine.graphml") == journey
    assert losses(journey, "graphml", lang="nl") == ()


def test_salon() -> None:
    """What a graph cannot hold of a whole journey is told."""
    assert [loss.field for loss in losses(SALON, "graphml")] == [
        *("description", "model.lanes", "persona", "touchpoints", "route", "notes", "goals"),
        *("channels", "starts_with", "ends_with"),
    ]
    assert [loss.field for loss in losses(AIDA, "graphml")] == [
        *("description", "data", "origin.authors", "origin.year", "origin.sources"),
        *("origin.note", "aliases"),
    ]


def test_for_other_programs() -> None:
    """Other programs find a label in the language that is asked for, and numbers of one type."""
    graph = nx.read_graphml(io.BytesIO(write(SALON, "x", "nl")))
    assert graph.graph["key"] == "curly_hair_salon"
    labels = {node: fields["label"] for node, fields in graph.nodes(data=True)}
    assert labels["overweging"] == "Overweging"
    journey = Journey(
        "j",
        touchpoints=["a", "b"],
        transitions=[Transition("a", "b", 1), Transition("b", "a", 0.5)],
    )
    text = dumps(journey, "graphml")
    assert text.count('attr.name="weight"') == 1
    assert 'attr.name="probability" attr.type="double"' in text


def test_presets() -> None:
    """A journey of a ready-made model goes by its name, unless that would be another one."""
    ad = Touchpoint("ad", phase="attention")
    journey = Journey("j", model=AIDA, touchpoints=[ad], transitions=sequence("ad", CONVERSION))
    assert losses(journey, "graphml") == ()
    board = journey.evolve(model=AIDA.with_lanes(["row"]))
    assert cast("Journey", read(write(board, "x", "en"), "x")).model == AIDA
    in_row = board.evolve(touchpoints=[ad.evolve(lane="row")])
    again = cast("Journey", read(write(in_row, "x", "en"), "x"))
    assert again.model == JourneyModel("j", phases=["attention"], lanes=["row"])
    longer = journey.evolve(model=AIDA.with_phase("loyalty"))
    again = cast("Journey", read(write(longer, "x", "en"), "x"))
    assert again.model == JourneyModel("j", phases=["attention"])


def test_lanes_without_phases() -> None:
    """A lane without a phase is kept where the model is known, and left out else."""
    model = presets.CURRENT_STATE
    spot = Touchpoint("a", lane=model.lanes[0].key)
    moves = sequence("a", CONVERSION)
    journey = Journey("j", model=model, touchpoints=[spot], transitions=moves)
    assert losses(journey, "graphml") == ()
    own = journey.evolve(model=JourneyModel("own", phases=["p"], lanes=[Lane(spot.lane or "")]))
    assert cast("Journey", read(write(own, "x", "en"), "x")).touchpoints == (Touchpoint("a"),)


def test_model_that_is_given() -> None:
    """Phases are those of the model that is given, as an object or by its name."""
    text = graphml('<node id="a"><data key="phase">action</data></node>', keys=key("phase"))
    assert journey_of(text).model == JourneyModel("journey", phases=["action"], transitions=[])
    for model in (AIDA, "aida"):
        assert cast("Journey", loads(text, "graphml", model=model)).model == AIDA
    with pytest.raises(FileError, match="touchpoint 'a' stands in the unknown phase 'action'"):
        loads(text, "graphml", model="backbone")
    with pytest.raises(UnknownKeyError):
        loads(text, "graphml", model="nope")


def test_graphs_of_others(tmp_path: Path) -> None:
    """Graphs of other programs are read: what is no field of ours is own data."""
    keys = "".join(
        [
            *(key("label"), key("x", "double"), key("kind"), key("emotion"), key("d", "boolean")),
            *(key("weight", of="edge"), key("json.broken"), key("median_wait_seconds", of="edge")),
            *(key("probability", "double", of="edge"), key("colour", of="edge")),
        ]
    )
    text = graphml(
        '<node id="n1"><data key="label">Door</data><data key="x">1.5</data>'
        '<data key="kind">box</data><data key="emotion"> -.5 </data><data key="d">true</data>'
        '<data key="json.broken">{</data></node>',
        '<node id="n2"/>',
        '<edge source="n1" target="n2"><data key="weight">2e0</data>'
        '<data key="median_wait_seconds">60</data><data key="probability">1</data>'
        '<data key="colour">red</data></edge>',
        keys=keys,
    )
    path = tmp_path / "My graph.graphml"
    path.write_text(text, encoding="utf-8")
    data = {"x": 1.5, "kind": "box", "d": True, "json.broken": "{"}
    assert load(path) == Journey(
        "my_graph",
        touchpoints=[Touchpoint("n1", "Door", emotion=-0.5, data=data), "n2"],
        transitions=[
            Transition("n1", "n2", 2, median_wait=timedelta(minutes=1), data={"colour": "red"})
        ],
    )
    assert journey_of(text).key == "journey"


def test_groups_of_others() -> None:
    """What other programs draw around nodes is no touchpoint, unless an edge touches it."""
    group = (
        '<node id="{}" yfiles.foldertype="group"><graph edgedefault="directed"><node id="{}"/>'
        "{}</graph></node>"
    )
    text = graphml(
        group.format("a", "b", ""), group.format("c", "d", ""), '<edge source="d" target="c"/>'
    )
    assert {spot.key for spot in journey_of(text).touchpoints} == {"b", "c", "d"}
    inner = '<edge source="b" target="b"/>'
    assert journey_of(graphml(group.format("a", "b", inner))).transitions[0].ends == ("b", "b")
    said = "not all that stands in a group can be read; ungroup it first"
    unknown = group.replace(' yfiles.foldertype="group"', "")
    assert problem(graphml(unknown.format("a", "b", ""))) == said
    lonely = '<node id="a"><graph><edge source="a" target="a"/></graph></node>'
    assert problem(graphml(lonely)) == said


def test_any_names() -> None:
    """Attributes may have the names of arguments of networkx, and no type."""
    name = "incoming_graph_data"
    keys = key(name, of="graph") + key("label").replace('attr.type="string"', "")
    parts = ('<node id="a"><data key="label">Ad</data></node>', f'<data key="{name}">x</data>')
    with warnings.catch_warnings(record=True) as warned:
        assert journey_of(graphml(*parts, keys=keys)) == Journey(
            "journey", touchpoints=[Touchpoint("a", "Ad")]
        )
    assert not warned


def test_phases_of_others() -> None:
    """Nodes may be phases of a model that the graph brings along."""
    text = graphml(
        '<node id="a"><data key="kind">phase</data><data key="stage">service</data>'
        '<data key="also">loyalty,purchase</data></node><node id="b"/>'
        '<edge source="START" target="a"/>',
        keys=key("kind") + key("stage") + key("also"),
    )
    assert journey_of(text) == Journey(
        "journey",
        model=JourneyModel(
            "journey", phases=[Phase("a", stage="service", also=["loyalty", "purchase"])]
        ),
        touchpoints=["b"],
        transitions=[Transition(START, "a")],
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1, column 1: no element found"),
        ("journey\n", "line 1, column 1: syntax error"),
        ("<graphml", "line 1, column 1: unclosed token"),
        ("\ud800", "line 1, column 1: not well-formed (invalid token)"),
        (
            "<!DOCTYPE a [<!ENTITY b 'c'>]><graphml>&b;</graphml>",
            "line 1, column 13: a DOCTYPE is not allowed",
        ),
        ("<a>" * 100, "line 1, column 193: nested more than 64 deep"),
        (
            "<gexf xmlns='http://www.gexf.net/1.2draft'><graph/></gexf>",
            "begins with an element 'gexf', not with 'graphml'; export it as GraphML",
        ),
        ("<graphml/>", "cannot be read: file not successfully read as graphml"),
        (graphml("<node/>"), "an element 'node' has no 'id'"),
        (graphml('<edge source="a"/>'), "an element 'edge' has no 'target'"),
        (
            graphml('<node id="a"><data key="x">1</data></node>'),
            "cannot be read: Bad GraphML data: no key x",
        ),
        (
            graphml('<node id="a"><data key="x">y</data></node>', keys=key("x", "int")),
            "cannot be read: invalid literal for int() with base 10: 'y'",
        ),
        (
            graphml(f'<node id="a"><data key="x">{"y" * 9999}</data></node>', keys=key("x", "int")),
            f'cannot be read: "invalid literal for int() with base 10: \'{"y" * 36}…"',
        ),
        (
            graphml('<node id="a"><data key="\u202e">1</data></node>'),
            r"cannot be read: 'Bad GraphML data: no key \u202e'",
        ),
        (graphml(NODES, '<node id="a"/>'), "two nodes have the id 'a'"),
        (
            graphml(
                NODES, '<edge source="a" target="c"/>', '<edge source="d" target="CONVERSION"/>'
            ),
            "an edge has the unknown node 'c'; an edge has the unknown node 'd'",
        ),
        (
            graphml("<hyperedge/>"),
            "cannot be read: GraphML reader doesn't support hyperedges",
        ),
        (
            graphml(NODES, '<edge source="a" target="b"/>', direction="undirected"),
            'its edges have no direction; it must say edgedefault="directed"',
        ),
        (
            graphml(NODES, '<edge source="a" target="b"/>' * 2),
            "several edges lead from 'a' to 'b'; make them one",
        ),
        (
            graphml(
                '<node id="a"><data key="emotion">7</data><data key="evidence">x</data></node>'
                '<edge source="a" target="START"/>',
                keys=key("emotion", "double") + key("evidence"),
            ),
            (
                "node 'a': emotion must be a number from -2 to 2, not 7.0; node 'a': evidence "
                "must be one of 'assumption', 'anecdotal', 'qualitative', 'quantitative', "
                "'triangulated', not 'x'; edge from 'a' to 'START': target must not be START: "
                "nothing leads back before the start"
            ),
        ),
        (
            graphml(
                NODES,
                '<edge source="a" target="b"><data key="median_wait_seconds">x</data></edge>'
                '<edge source="b" target="a"><data key="median_wait_seconds">1e300</data></edge>',
                keys=key("median_wait_seconds", of="edge"),
            ),
            (
                "edge from 'a' to 'b': median_wait must be a timedelta, not 'x'; "
                "edge from 'b' to 'a': median_wait must be a timedelta, not '1e300'"
            ),
        ),
        (
            graphml(
                '<node id="a"><data key="channel">kiosk</data></node>',
                keys=key("channel"),
            ),
            "touchpoint 'a' has the unknown channel 'kiosk'",
        ),
        (
            graphml(
                '<node id="a"><data key="channel">kiosk</data>'
                '<data key="channel_realm">x</data></node>',
                keys=key("channel") + key("channel_realm"),
            ),
            "node 'a': realm must be one of 'online', 'offline', 'hybrid', not 'x'",
        ),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_problems(text: str, said: str) -> None:
    """What is no GraphML, or no journey, is refused in one line."""
    assert problem(text) == said


@pytest.mark.parametrize("kind", ["graphml", "dot"])
def test_personas_do_not_move(kind: str) -> None:
    """A persona is no graph."""
    with pytest.raises(FileError, match="a graph holds a journey or a model, which move; save a p"):
        dumps(Persona("sanne"), kind)


# --- DOT ------------------------------------------------------------------------------------


def test_dot(tmp_path: Path) -> None:
    """A journey becomes the DOT that Graphviz draws, and what is not in it is told."""
    path = tmp_path / "salon.gv"
    with pytest.warns(LossyFormatWarning) as caught:
        save(SALON, path, lang="nl")
    assert len(caught) == 1
    assert str(caught[0].message).startswith(f"{path}: DOT cannot hold label, description, model (")
    assert path.read_text("utf-8") == to_graphviz(SALON, lang="nl").source
    assert dumps(Journey("j", touchpoints=["a", "b"]), "dot").startswith("digraph {")
    way_out = "DOT cannot be read; keep the journey as .toml, .yaml or .json, or save it as .graph"
    with pytest.raises(FileError, match=way_out):
        load(path)
    with pytest.raises(FileError, match=way_out):
        loads("digraph {}", "dot")


def test_losses_of_dot() -> None:
    """DOT has the labels, the phases and the moves of a journey, and nothing else."""
    spots = [Touchpoint("ad", "Advert", phase="attention"), Touchpoint("exit")]
    moves = sequence("ad", "exit")
    plain = Journey("j", model=AIDA, touchpoints=spots, transitions=moves)
    assert [loss.field for loss in losses(plain, "dot")] == ["model"]
    assert losses(JourneyModel("m", phases=["a", "b"]), "dot") == ()
    rich = plain.evolve(
        model=None,
        touchpoints=[Touchpoint("ad", {"en": "Ad", "nl": "Advertentie"}, emotion=1), "exit"],
        transitions=[Transition("ad", "exit", 0.5, label="x")],
    )
    assert [str(loss) for loss in losses(rich, "dot")] == [
        "touchpoints.label of 'ad' (one language fits)",
        "touchpoints.emotion of 'ad'",
        "transitions.weight of 'ad → exit'",
    ]
    assert lost_between(rich, rich) == ()
