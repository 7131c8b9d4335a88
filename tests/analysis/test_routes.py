"""Routes: against all simple paths of networkx, and at once where those would take for ever."""

import itertools
import math
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    AnalysisError,
    Journey,
    JourneykitError,
    Transition,
    UnknownKeyError,
    to_networkx,
)
from journeykit.analysis import routes
from journeykit.analysis._ways import Ways
from journeykit.analysis.routes import (
    Route,
    dead_ends,
    likeliest,
    required,
    shortest,
    simple,
    unreachable,
)
from journeykit.journey import steps_of
from journeykit.presets import AIDA
from journeykit.testing import journeys

Moves = Mapping[tuple[str, str], float]

STEPS = tuple(f"s{number}" for number in range(4))
# Those of 7 are left out.
WEIGHTS = st.sampled_from([7.0, 7.0, 7.0, 0.0, 0.1, 1.0, 10.0])
FLAT = settings(max_examples=60)


def journey(moves: Moves) -> Journey:
    """Return the journey that some transitions make."""
    steps = {end for ends in moves for end in ends} - {START, CONVERSION, DROP_OFF}
    transitions = [Transition(*ends, weight) for ends, weight in moves.items()]
    return Journey("j", touchpoints=sorted(steps), transitions=transitions)


PAIRS = tuple(itertools.product((START, *STEPS), (*STEPS, CONVERSION, DROP_OFF)))


@st.composite
def tangles(draw: st.DrawFn) -> Journey:
    """Make journeys with traps, with steps that cannot be reached, and without a conversion."""
    weights = draw(st.lists(WEIGHTS, min_size=len(PAIRS), max_size=len(PAIRS)))
    moves = {ends: weight for ends, weight in zip(PAIRS, weights, strict=True) if weight != 7.0}
    return journey({**moves, (START, "s0"): 1.0})


JOURNEYS = tangles() | journeys(walkable=True)
GOALS = st.sampled_from([CONVERSION, DROP_OFF])


def possible(subject: Journey) -> "nx.DiGraph[str]":
    """Return the graph of what can happen."""
    graph = to_networkx(subject)
    graph.add_nodes_from([START, CONVERSION, DROP_OFF])
    never = [(a, b) for a, b, edge in graph.edges(data=True) if not edge["probability"]]
    graph.remove_edges_from(never)
    return graph


def brute(subject: Journey, goal: str) -> dict[tuple[str, ...], float]:
    """Return the probability of each route, by trying all."""
    graph = possible(subject)
    return {
        tuple(path[1:-1]): math.prod(
            graph[source][target]["probability"] for source, target in itertools.pairwise(path)
        )
        for path in nx.all_simple_paths(graph, START, goal)
    }


def told(found: Iterable[Route]) -> dict[tuple[str, ...], float]:
    """Return the probability of each route that was found."""
    return {route.steps: route.probability for route in found}


@FLAT
@given(JOURNEYS, GOALS)
def test_simple(subject: Journey, goal: str) -> None:
    """All routes are found, each once, with their probability, and as many as were asked for."""
    found = list(simple(subject, None, to=goal))
    assert told(found) == pytest.approx(brute(subject, goal), rel=1e-12)
    assert len(told(found)) == len(found)
    assert {route.end for route in found} <= {goal}
    assert list(simple(subject, limit=3, to=goal)) == found[:3]


@FLAT
@given(JOURNEYS, GOALS, st.integers(0, 12))
def test_likeliest(subject: Journey, goal: str, k: int) -> None:
    """The likeliest routes are the first of all routes sorted, and none stands twice."""
    every = brute(subject, goal)
    found = likeliest(subject, k, to=goal)
    assert [route.probability for route in found] == pytest.approx(
        sorted(every.values(), reverse=True)[:k], rel=1e-9
    )
    assert told(found) == pytest.approx({route.steps: every[route.steps] for route in found})
    assert len(told(found)) == len(found)


@FLAT
@given(JOURNEYS, GOALS)
def test_shortest(subject: Journey, goal: str) -> None:
    """No route has fewer steps, and none that has as few is likelier."""
    every = brute(subject, goal)
    if not every:
        with pytest.raises(AnalysisError, match=f"leads from START to '{goal}'"):
            shortest(subject, to=goal)
        return
    found = shortest(subject, to=goal)
    fewest = min(map(len, every))
    assert len(found.steps) == fewest
    assert found.probability == pytest.approx(
        max(likely for steps, likely in every.items() if len(steps) == fewest)
    )


@FLAT
@given(JOURNEYS, GOALS)
def test_required(subject: Journey, goal: str) -> None:
    """What is required stands in all routes, in this order, and nothing else does."""
    every = brute(subject, goal)
    if not every:
        with pytest.raises(AnalysisError, match=f"leads from START to '{goal}'"):
            required(subject, to=goal)
        return
    found = required(subject, to=goal)
    assert set(found) == set.intersection(*map(set, every))
    for steps in every:
        assert tuple(step for step in steps if step in found) == found


@FLAT
@given(JOURNEYS)
def test_where_nothing_leads(subject: Journey) -> None:
    """Dead ends and steps out of reach are those that a search from either side does not find."""
    graph = possible(subject)
    steps = [step.key for step in steps_of(subject)]
    back = {goal: nx.ancestors(graph, goal) for goal in (CONVERSION, DROP_OFF)}
    escaping = back[CONVERSION] | back[DROP_OFF]
    assert list(dead_ends(subject)) == [step for step in steps if step not in escaping]
    assert list(dead_ends(subject, to=CONVERSION)) == [
        step for step in steps if step not in back[CONVERSION]
    ]
    reached = nx.descendants(graph, START)
    assert list(unreachable(subject)) == [step for step in steps if step not in reached]


@FLAT
@given(journeys(walkable=True), st.data())
def test_to_a_step(subject: Journey, data: st.DataObject) -> None:
    """A step may take the place of the end; the routes are those of the journey that ends there."""
    graph = possible(subject)
    steps = [step.key for step in steps_of(subject) if step.key in nx.descendants(graph, START)]
    goal = data.draw(st.sampled_from(steps))
    every = brute(subject, goal)
    assert told(simple(subject, None, to=goal)) == pytest.approx(every, rel=1e-12)
    assert likeliest(subject, 1, to=goal)[0].probability == pytest.approx(max(every.values()))
    assert len(shortest(subject, to=goal).steps) == min(map(len, every))
    assert set(required(subject, to=goal)) == set.intersection(*map(set, every))


@FLAT
@given(tangles(), st.permutations(STEPS))
def test_renaming(subject: Journey, names: list[str]) -> None:
    """Other names give the same routes under those names."""
    other = dict(zip(STEPS, names, strict=True))
    renamed = Journey(
        "renamed",
        touchpoints=[other[spot.key] for spot in subject.touchpoints],
        transitions=[
            Transition(other.get(m.source, m.source), other.get(m.target, m.target), m.weight)
            for m in subject.transitions
        ],
    )
    for ask in (simple, likeliest):
        assert told(ask(renamed, 10)) == {
            tuple(other[step] for step in steps): likely
            for steps, likely in told(ask(subject, 10)).items()
        }
    assert dead_ends(renamed) == tuple(other[step] for step in dead_ends(subject))


# --- at once ----------------------------------------------------------------------------

CLIQUE = tuple(f"c{number}" for number in range(40))
AROUND = dict.fromkeys(itertools.permutations(CLIQUE, 2), 1.0)


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        # Forty steps that all lead to each other, and never out.
        ({(START, "c0"): 1.0, (START, CONVERSION): 1.0}, [()]),
        # They lead out, but only by the step through which they were entered.
        ({(START, "a"): 1.0, ("a", "c0"): 1.0, ("a", CONVERSION): 1.0, ("c7", "a"): 1.0}, [("a",)]),
    ],
)
def test_trap(moves: Moves, expected: list[tuple[str, ...]]) -> None:
    """What cannot lead to the end is not walked into, however many ways it has."""
    subject = journey({**AROUND, **moves})
    assert [route.steps for route in simple(subject)] == expected
    assert [route.steps for route in likeliest(subject, 5)] == expected
    assert shortest(subject).steps == expected[0]
    assert required(subject) == expected[0]


def test_laziness() -> None:
    """Of more routes than can be counted, the first and the best come at once."""
    subject = journey({**AROUND, (START, "c0"): 1.0, ("c39", CONVERSION): 2.0})
    assert len(list(simple(subject))) == 1000
    first = next(iter(simple(subject, None)))
    assert first.steps[0] == "c0"
    assert [len(route.steps) for route in likeliest(subject, 40)] == [2] + [3] * 38 + [4]


def test_known_ways_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Along a way that is known to lead there, nothing is searched, or long lines would last."""
    searched = []
    rest = Ways.rest

    def counted(ways: Ways, number: int, passed: Collection[int]) -> list[int] | None:
        searched.append(number)
        return rest(ways, number, passed)

    monkeypatch.setattr(Ways, "rest", counted)
    line = [START, *(f"t{step}" for step in range(200)), CONVERSION]
    [route] = simple(journey(dict.fromkeys(itertools.pairwise(line), 1.0)))
    assert [START, *route.steps, CONVERSION] == line
    assert len(searched) == 1


def test_back_to_where_one_was() -> None:
    """Where the likeliest way on leads back, the next best that does not is taken."""
    moves = {(START, "a"): 1.0, ("a", CONVERSION): 1.0, ("a", "b"): 1.0, ("b", CONVERSION): 1.0}
    subject = journey({**moves, ("b", "a"): 3.0, ("a", "c"): 0.3, ("c", CONVERSION): 1.0})
    found = [route.steps for route in likeliest(subject, 4)]
    assert found == [("a",), ("a", "c"), ("a", "b")]
    assert sorted(route.steps for route in simple(subject)) == sorted(found)


def test_long_routes() -> None:
    """Routes of thousands of steps are found, also those too unlikely for floats."""
    size = 3000
    moves = {(START, "t0"): 1.0, (f"t{size}", CONVERSION): 1.0}
    for step in range(size):
        moves[f"t{step}", f"t{step + 1}"] = 1.0
        moves[f"t{step}", f"t{max(0, step - 3)}"] = 1.0
        moves[f"t{step}", f"t{min(size, step + 2)}"] = 0.9
    subject = journey(moves)
    best, second = likeliest(subject, 2)
    assert len(best.steps) == size // 2 + 1 == len(shortest(subject).steps)
    assert len(second.steps) == size // 2 + 2
    assert required(subject) == ("t0", f"t{size}")


# --- how it is said ---------------------------------------------------------------------

SHOP = journey(
    {
        (START, "ad"): 1.0,
        ("ad", "site"): 0.4,
        ("ad", DROP_OFF): 0.6,
        ("site", "pay"): 0.5,
        ("site", "help"): 0.5,
        ("help", "faq"): 1.0,
        ("faq", "help"): 1.0,
        ("pay", CONVERSION): 1.0,
        ("poster", "site"): 1.0,
        ("site", "poster"): 0.0,
    }
)


def test_printing() -> None:
    """A route reads well in a terminal, and goes into a data frame."""
    route = shortest(SHOP)
    assert str(route) == "START → ad → site → pay → CONVERSION (20 %)"
    assert route.to_dict() == {
        "steps": ["ad", "site", "pay"],
        "end": "CONVERSION",
        "probability": pytest.approx(0.2),
    }
    assert dead_ends(SHOP) == ("faq", "help")
    assert unreachable(SHOP) == ("poster",)
    assert required(SHOP) == ("ad", "site", "pay")


@pytest.mark.parametrize(
    ("ask", "kind", "message"),
    [
        (
            lambda: simple(Journey("visit", model=AIDA)),
            AnalysisError,
            (
                "journey 'visit': no transition leaves START, so nobody comes in; "
                "add one from START to the first step"
            ),
        ),
        (
            lambda: shortest(SHOP, to="faqs"),
            UnknownKeyError,
            "unknown step 'faqs' in journey 'j', did you mean 'faq'?",
        ),
        (
            lambda: shortest(SHOP, to="poster"),
            AnalysisError,
            (
                "journey 'j': no way with a weight above 0 leads from START to 'poster'; "
                "add the transitions that are missing"
            ),
        ),
        (
            lambda: shortest(journey({(START, "a"): 0.0, ("a", CONVERSION): 1.0})),
            AnalysisError,
            (
                "journey 'j': no way with a weight above 0 leads from START to 'CONVERSION'; "
                "add the transitions that are missing"
            ),
        ),
        (
            lambda: likeliest(SHOP, -1),
            AnalysisError,
            "k must be a whole number, 0 or more, not -1",
        ),
        (
            lambda: likeliest(SHOP, k=None),  # type: ignore[arg-type]
            AnalysisError,
            "k must be given; simple gives all routes, one after the other",
        ),
        (
            lambda: simple(SHOP, 2.5),  # type: ignore[arg-type]
            AnalysisError,
            "limit must be a whole number, 0 or more, not 2.5",
        ),
        (
            lambda: unreachable("shop"),  # type: ignore[arg-type]
            AnalysisError,
            "journey must be a Journey, not 'shop'",
        ),
        (
            lambda: dead_ends(7),  # type: ignore[arg-type]
            AnalysisError,
            "journey must be a Journey, not 7",
        ),
    ],
)
def test_messages(ask: Callable[[], Any], kind: type[JourneykitError], message: str) -> None:
    """What has no answer is said in one line and at once, with the way out."""
    with pytest.raises(kind) as caught:
        ask()
    assert str(caught.value) == message


def test_nothing_to_find() -> None:
    """Where no way leads, lists are empty."""
    assert list(simple(SHOP, to="poster")) == []
    assert likeliest(SHOP, to="poster") == ()
    assert [route.steps for route in simple(SHOP, to="ad")] == [()]
    assert routes.likeliest(SHOP, 0) == ()
