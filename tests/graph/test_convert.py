"""Journeys and models as networkx graphs: nothing is lost on the way there and back."""

import math
from fractions import Fraction
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

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
    from_networkx,
    sequence,
    to_graphviz,
    to_networkx,
)
from journeykit.journey import steps_of, transitions_of
from journeykit.presets import AIDA
from journeykit.testing import journeys, models

SHOP = Journey(
    "webshop",
    {"en": "Buying in the webshop", "nl": "Kopen in de webwinkel"},
    model=AIDA,
    touchpoints=[
        Touchpoint("ad", {"en": "Advert", "nl": "Advertentie"}, phase="attention"),
        Touchpoint("site", "Website", phase="interest", channel="website", emotion=0.5),
        Touchpoint("basket", phase="desire"),
        Touchpoint("leaflet"),
    ],
    transitions=[
        Transition("site", "basket", 0.5, reason="It fits"),
        Transition(START, "ad"),
        Transition("ad", "site", 0.4),
        Transition("ad", DROP_OFF, 0.6),
        Transition("site", "ad", 0.5),
        Transition("basket", CONVERSION),
    ],
)
NOT_IN_A_GRAPH = (
    "persona",
    "state",
    "route",
    "notes",
    "goals",
    "channels",
    "starts_with",
    "ends_with",
    "description",
    "data",
)


def the_rest(journey: Journey) -> dict[str, Any]:
    """Return the fields of a journey that its graph cannot hold."""
    held = {name: getattr(journey, name) for name in NOT_IN_A_GRAPH}
    if steps_of(journey) == journey.touchpoints:
        return held
    return {**held, "touchpoints": journey.touchpoints}


@given(journeys())
def test_round_trip(journey: Journey) -> None:
    """A journey comes back whole, if only what a graph cannot hold is handed over beside it."""
    graph = to_networkx(journey)
    back = from_networkx(graph, journey.key, model=journey.model, **the_rest(journey))
    assert back == journey.evolve(transitions=transitions_of(journey))


@given(models())
def test_round_trip_of_a_model(model: JourneyModel) -> None:
    """The journey that comes back from a model's graph moves as the model does."""
    back = from_networkx(to_networkx(model), "journey", model=model)
    assert back == Journey("journey", model.label, model=model, transitions=model.transitions)


@given(journeys() | models())
def test_nodes(subject: Journey | JourneyModel) -> None:
    """All steps are nodes, also isolated ones, in their order and between the ends in use."""
    graph = to_networkx(subject)
    steps = [step.key for step in steps_of(subject)]
    used = {end for move in transitions_of(subject) for end in move.ends}
    start = [START] if START in used else []
    assert list(graph) == [*start, *steps, *(end for end in (CONVERSION, DROP_OFF) if end in used)]
    for step in steps_of(subject):
        node = graph.nodes[step.key]
        assert node["label"] == step.label
        if isinstance(step, Phase):
            assert (node["phase"], node["phase_object"]) == (step.key, step)
        else:
            assert (node["phase"], node["touchpoint"]) == (step.phase, step)
    assert graph.graph == {"key": subject.key, "label": subject.label}


@given(journeys() | models())
def test_edges(subject: Journey | JourneyModel) -> None:
    """Each transition is an edge; the probabilities that leave a node sum to 1, or to 0."""
    graph = to_networkx(subject)
    moves = transitions_of(subject)
    assert graph.number_of_edges() == len(moves)
    for position, move in enumerate(moves):
        edge = graph.edges[move.ends]
        assert (edge["transition"], edge["kind"], edge["position"]) == (move, move.kind, position)
        assert edge.get("weight") == move.weight
        assert ("weight" in edge) == (move.weight is not None)
    leaving: dict[str, float] = {}
    for source, _, edge in graph.edges(data=True):
        assert 0 <= edge["probability"] <= 1
        leaving[source] = leaving.get(source, 0) + edge["probability"]
    for source, total in leaving.items():
        idle = all(move.weight == 0 for move in moves if move.source == source)
        assert math.isclose(total, 0 if idle else 1, abs_tol=1e-12)


def test_example() -> None:
    """The attributes are those that the documentation names."""
    graph = to_networkx(SHOP)
    assert graph["ad"]["site"]["probability"] == pytest.approx(0.4)
    assert graph.nodes["ad"]["phase"] == "attention"
    assert graph.nodes["leaflet"]["phase"] is None
    assert graph.nodes[DROP_OFF] == {
        "label": Text({"en": "Drop-off", "nl": "Afhaken"}),
        "phase": None,
    }
    assert from_networkx(graph, "webshop", model=AIDA) == SHOP


def test_changed_graph() -> None:
    """What was changed in a graph is what comes back; what was not stays."""
    graph = to_networkx(SHOP)
    graph["ad"]["site"]["weight"] = 7
    del graph["ad"][DROP_OFF]["weight"]
    graph.nodes["site"]["label"] = "Home page"
    graph.nodes["site"]["emotion"] = -1
    graph.add_node("post", phase="attention")
    graph.add_edge("post", "site", weight=2)
    graph.remove_node("leaflet")
    back = from_networkx(nx.relabel_nodes(graph, {"basket": "cart"}), "webshop", model=AIDA)
    assert back == SHOP.evolve(
        touchpoints=[
            SHOP.touchpoints[0],
            SHOP.touchpoints[1].evolve(label="Home page", emotion=-1),
            SHOP.touchpoints[2].evolve(key="cart"),
            Touchpoint("post", phase="attention"),
        ],
        transitions=[
            Transition("site", "cart", 0.5, reason="It fits"),
            Transition(START, "ad"),
            Transition("ad", "site", 7),
            Transition("ad", DROP_OFF),
            Transition("site", "ad", 0.5),
            Transition("cart", CONVERSION),
            Transition("post", "site", 2),
        ],
    )


def test_plain_graph() -> None:
    """A graph that knows nothing of journeys becomes one: bare edges, or some attributes."""
    graph: nx.DiGraph[str] = nx.DiGraph([(START, "door"), ("door", "desk"), ("desk", DROP_OFF)])
    assert from_networkx(graph, "visit") == Journey(
        "visit",
        touchpoints=["door", "desk"],
        transitions=sequence(START, "door", "desk", DROP_OFF),
    )
    graph.add_node("door", label={"nl": "Deur"}, phase="attention", colour="red")
    graph.add_node("desk", channel="reception", emotion=np.int64(-1))
    graph.add_edge("desk", CONVERSION, weight=np.int64(3), kind="exit")
    graph.add_edge("desk", DROP_OFF, weight=np.float32(0.5))
    graph.add_edge("door", "desk", weight=Fraction(1, 4), probability=0.9)
    journey = from_networkx(graph, "visit", label="A visit", model=AIDA, state="future")
    assert journey == Journey(
        "visit",
        "A visit",
        model=AIDA,
        state="future",
        touchpoints=[
            Touchpoint("door", {"nl": "Deur"}, phase="attention"),
            Touchpoint("desk", channel="reception", emotion=-1),
        ],
        transitions=[
            Transition(START, "door"),
            Transition("door", "desk", 0.25),
            Transition("desk", DROP_OFF, 0.5),
            Transition("desk", CONVERSION, 3),
        ],
    )
    assert [type(move.weight) for move in journey.transitions] == [type(None), float, float, int]


def test_own_touchpoints() -> None:
    """Touchpoints and transitions that are handed over take the place of the graph's."""
    graph: nx.DiGraph[str] = nx.DiGraph([("door", "desk")])
    spots = [Touchpoint("desk"), Touchpoint("door", "Front door")]
    assert from_networkx(graph, "visit", touchpoints=spots).touchpoints == tuple(spots)
    assert from_networkx(graph, "visit", transitions=()).transitions == ()


def test_key_of_a_phase() -> None:
    """A node that is a phase of the model is no touchpoint, with or without attributes."""
    graph: nx.DiGraph[str] = nx.DiGraph([("attention", "action")])
    journey = from_networkx(graph, "visit", model=AIDA)
    assert journey.touchpoints == ()
    assert journey.transitions == (Transition("attention", "action", kind="skip"),)


OTHER = "graph must be a networkx.DiGraph, not a"
BOTH_WAYS = "networkx.DiGraph(graph) lets each edge lead both ways"
STRINGS = "must be a string; networkx.relabel_nodes(graph, str) makes strings of all"
NOTHING_LEAVES = "source must not be CONVERSION: nothing leaves an end"
WEIGHT = "weight must be a finite number, zero or more, not"


@pytest.mark.parametrize(
    ("graph", "problems"),
    [
        (
            nx.MultiDiGraph(),
            [f"{OTHER} MultiDiGraph; networkx.DiGraph(graph) keeps one of several edges"],
        ),
        (nx.Graph(), [f"{OTHER} Graph; {BOTH_WAYS}"]),
        (nx.MultiGraph(), [f"{OTHER} MultiGraph; {BOTH_WAYS}"]),
        ({"door": "desk"}, [f"{OTHER} dict; make one with networkx.DiGraph(edges)"]),
        (
            nx.DiGraph([(1, "door"), ("door", 2), (CONVERSION, "door")]),
            [
                f"node 1 {STRINGS}",
                f"node 2 {STRINGS}",
                f"Transition 'CONVERSION' → 'door': {NOTHING_LEAVES}",
            ],
        ),
        (
            to_networkx(JourneyModel("own", phases=["before", "after"])),
            [
                "node 'before' is a phase; hand its journey model to model=",
                "node 'after' is a phase; hand its journey model to model=",
            ],
        ),
        (
            nx.DiGraph([(" ", "desk", {"weight": math.nan})]),
            [
                "Touchpoint ' ': key must not be empty",
                f"Transition ' ' → 'desk': source must not be empty; {WEIGHT} nan",
            ],
        ),
        (
            nx.DiGraph([("door", "desk", {"weight": Fraction(10) ** 400})]),
            [f"Transition 'door' → 'desk': {WEIGHT} Fraction(1{'0' * 68}…)"],
        ),
        (
            nx.DiGraph([("door", "desk", {"weight": "often"})]),
            [f"Transition 'door' → 'desk': {WEIGHT} 'often'"],
        ),
    ],
)
def test_refused(graph: Any, problems: list[str]) -> None:  # noqa: ANN401 - anything may come in
    """What is no journey is refused in one line that names every problem."""
    with pytest.raises(DefinitionError) as caught:
        from_networkx(graph, "visit")
    assert caught.value.subject == "Journey 'visit'"
    assert list(caught.value.problems) == problems


@pytest.mark.parametrize("subject", [None, "aida", Touchpoint("desk")])
def test_what_does_not_move(subject: Any) -> None:  # noqa: ANN401
    """Only journeys and models have a graph."""
    for verb in (to_networkx, to_graphviz):
        with pytest.raises(DefinitionError) as caught:
            verb(subject)
        assert str(caught.value) == (
            f"graph: subject must be a Journey or a JourneyModel, not {subject!r}"
        )


def test_model_by_its_name() -> None:
    """A name is no model; it is said where models come from."""
    with pytest.raises(DefinitionError, match=r"a preset's comes from presets\.get\), not 'aida'"):
        from_networkx(nx.DiGraph([("door", "desk")]), "visit", model="aida")  # type: ignore[arg-type]


def test_unknown_phase() -> None:
    """A phase that the model does not have is refused as in any journey."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("door", phase="attentoin")
    with pytest.raises(
        DefinitionError, match=r"unknown phase 'attentoin', did you mean 'attention'"
    ):
        from_networkx(graph, "visit", model=AIDA)
