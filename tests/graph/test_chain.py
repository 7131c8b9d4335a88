"""Expected visits and flows: against exact fractions, and what has no answer is refused."""

import re
from collections.abc import Mapping
from fractions import Fraction

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import _chain
from journeykit._chain import Absorption, Rows, absorption, eliminate, listed
from journeykit.errors import AnalysisError

Edges = Mapping[tuple[str, str], float]

IN, GOOD, BAD = "in", "good", "bad"
WEIGHTS = st.one_of(
    st.integers(1, 100),
    st.floats(1e-3, 1),
    st.integers(1, 14).map(lambda digits: 10.0**-digits),
)


@st.composite
def edges(draw: st.DrawFn, *, escaping: bool) -> dict[tuple[str, str], float]:
    """Make the edges of a chain: loops, cycles and all; escaping ones can leave every state."""
    size = draw(st.integers(1, 7))
    states = [f"s{number}" for number in range(size)]
    pairs = st.tuples(st.sampled_from([IN, *states]), st.sampled_from(states))
    chain: dict[tuple[str, str], float] = {(IN, "s0"): 1.0}
    chain |= draw(st.dictionaries(pairs, WEIGHTS, max_size=20))
    if escaping:
        # Each state leads to a later one or to an end, so that none is a trap.
        for number, state in enumerate(states):
            onwards = st.sampled_from([*states[number + 1 :], GOOD, BAD])
            chain |= {(state, draw(onwards)): draw(WEIGHTS)}
    return chain


def followed(chain: Edges) -> Absorption:
    """Return the answer that is under test."""
    return absorption(chain, start=IN, ends=(GOOD, BAD), name="journey 'j'")


def exactly(chain: Edges, states: list[str]) -> dict[str, Fraction]:
    """Return the expected visits by elimination in fractions: v = start + v P."""
    total = {
        state: sum(Fraction(w) for (s, _), w in chain.items() if s == state) for state in states
    }
    rows = [
        [
            Fraction(int(into == out)) - Fraction(chain.get((out, into), 0)) / total[out]
            for out in states
        ]
        + [Fraction(int(into == IN))]
        for into in states
    ]
    for pivot in range(len(rows)):
        chosen = next(r for r in range(pivot, len(rows)) if rows[r][pivot])
        rows[pivot], rows[chosen] = rows[chosen], rows[pivot]
        rows[pivot] = [value / rows[pivot][pivot] for value in rows[pivot]]
        for other in range(len(rows)):
            if other != pivot and (factor := rows[other][pivot]):
                rows[other] = [
                    value - factor * top
                    for value, top in zip(rows[other], rows[pivot], strict=True)
                ]
    return {state: row[-1] for state, row in zip(states, rows, strict=True)}


def off(value: float, exact: Fraction) -> float:
    """Return the relative error."""
    return float(abs(Fraction(value) - exact) / exact)


@given(edges(escaping=True))
def test_equals_fractions(chain: Edges) -> None:
    """Visits, flows and ends agree with exact fractions to twelve digits, in tiny ones as well."""
    answer = followed(chain)
    reached = nx.descendants(nx.DiGraph(chain.keys()), IN) | {IN}
    states = [state for state in dict.fromkeys(s for s, _ in chain) if state in reached]
    exact = exactly(chain, states)
    assert set(answer.visits) == set(states)
    assert max(off(answer.visits[state], exact[state]) for state in states) < 1e-12
    ends = dict.fromkeys((GOOD, BAD), Fraction(0))
    assert set(answer.flows) == {ends for ends in chain if ends[0] in states}
    for (source, target), flow in answer.flows.items():
        total = sum(Fraction(w) for (s, _), w in chain.items() if s == source)
        passed = exact[source] * Fraction(chain[source, target]) / total
        assert off(flow, passed) < 1e-12
        if target in ends:
            ends[target] += passed
    assert sum(ends.values()) == 1
    for end, chance in ends.items():
        assert answer.into(end) == pytest.approx(float(chance), rel=1e-12, abs=0)


@pytest.mark.parametrize("mass", [1e-6, 1e-9, 1e-12, 1e-14, 1e-17, 1e-200])
def test_tiny_exit(mass: float) -> None:
    """Two states that keep customers between them nearly for ever are left exactly as often."""
    chain = {(IN, "a"): 1.0, ("a", "b"): 1.0, ("b", "a"): 1.0, ("b", GOOD): mass, ("b", BAD): mass}
    answer = followed(chain)
    assert off(answer.visits["b"], (1 + 2 * Fraction(mass)) / (2 * Fraction(mass))) < 1e-15
    assert (answer.into(GOOD), answer.into(BAD)) == (0.5, 0.5)


@given(edges(escaping=True), st.permutations([f"s{number}" for number in range(7)]))
def test_renaming(chain: Edges, names: list[str]) -> None:
    """Other names give the same numbers, to the last digit."""
    other = dict(zip(sorted(names), names, strict=True))
    renamed = {
        (other.get(source, source), other.get(target, target)): weight
        for (source, target), weight in chain.items()
    }
    assert followed(renamed).visits == {
        other.get(state, state): visits for state, visits in followed(chain).visits.items()
    }


@given(edges(escaping=True), st.sampled_from([0.25, 3.0, 1e6]))
def test_scale_of_a_state(chain: Edges, factor: float) -> None:
    """Only the ratios among the edges of one state count."""
    scaled = {(s, t): weight * factor if s == "s0" else weight for (s, t), weight in chain.items()}
    assert followed(scaled).visits == pytest.approx(followed(chain).visits, rel=1e-12)


@given(edges(escaping=False))
def test_no_exit(chain: Edges) -> None:
    """A chain without an exit has no answer, whatever its weights."""
    with pytest.raises(AnalysisError, match=r"^journey 'j': no way leads from 's0'.* to good or"):
        followed(chain)


@given(edges(escaping=False), edges(escaping=True))
def test_traps_are_named(chain: Edges, good: Edges) -> None:
    """Exactly those states are named that can be reached and have no way out."""
    mixed = {**chain, **dict(list(good.items())[::2])}
    graph = nx.DiGraph(mixed.keys())
    graph.add_nodes_from([GOOD, BAD])
    reached = nx.descendants(graph, IN)
    trapped = {
        s for s in reached if s not in (GOOD, BAD) and not nx.descendants(graph, s) & {GOOD, BAD}
    }
    if not trapped:
        assert followed(mixed).into(GOOD) + followed(mixed).into(BAD) == pytest.approx(1, abs=1e-12)
        return
    with pytest.raises(AnalysisError) as caught:
        followed(mixed)
    assert set(re.findall(r"'(s\d)'", str(caught.value))) == trapped


def test_unreached_trap() -> None:
    """A trap that nobody comes to does no harm, and is not visited."""
    chain = {(IN, "a"): 1.0, (IN, "b"): 0.0, ("a", GOOD): 1.0, ("b", "b"): 1.0}
    assert followed(chain) == Absorption({IN: 1.0, "a": 1.0}, {(IN, "a"): 1.0, ("a", GOOD): 1.0})


IDLE = "all transitions that leave {!r} have weight 0"
WAY_OUT = "add a transition that leaves, with a weight above 0"


@pytest.mark.parametrize(
    ("chain", "message"),
    [
        (
            {("a", GOOD): 1.0},
            "no transition leaves in, so nobody comes in; add one from in to the first step",
        ),
        (
            {(IN, "a"): 0.0, ("a", GOOD): 1.0},
            f"no way leads from 'in' to good or bad; {IDLE.format('in')}; {WAY_OUT}",
        ),
        (
            {(IN, "a"): 1.0, (IN, GOOD): 1.0, ("a", GOOD): 0.0, ("a", BAD): 0.0},
            f"no way leads from 'a' to good or bad; {IDLE.format('a')}; {WAY_OUT}",
        ),
        (
            {(IN, "a"): 1.0, ("a", "b"): 1.0},
            f"no way leads from 'a', 'b' to good or bad; {WAY_OUT}",
        ),
    ],
)
def test_messages(chain: Edges, message: str) -> None:
    """What has no answer is said in one line, with the place and the way out."""
    with pytest.raises(AnalysisError) as caught:
        followed(chain)
    assert str(caught.value) == f"journey 'j': {message}"


@pytest.mark.parametrize("tiny", [1e-200, 1e-310])
def test_beyond_numbers(tiny: float) -> None:
    """Loops in loops that are hardly ever left are refused, not answered by infinity."""
    chain = {
        (IN, "a"): 1.0,
        ("a", "a"): 1.0,
        ("a", "b"): tiny,
        ("b", "a"): 1.0,
        ("b", GOOD): tiny,
    }
    with pytest.raises(AnalysisError, match="loop for longer than numbers can say"):
        followed(chain)


def test_loss_of_digits() -> None:
    """A chance so small that numbers lose their last digits is refused, not answered roughly."""
    chain = {(IN, "a"): 1e-20, (IN, GOOD): 1.0, ("a", "a"): 1.0}
    for twin in ("b", "c"):
        chain |= {("a", twin): 1e-155, (twin, "a"): 1.0, (twin, GOOD): 1e-160}
    with pytest.raises(AnalysisError, match="loop for longer than numbers can say"):
        followed(chain)


def test_own_solver() -> None:
    """Another solver may take the place of the elimination, and is held to finite answers."""
    chain = {(IN, "a"): 1.0, ("a", "a"): 1.0, ("a", GOOD): 1.0}
    seen: list[Rows] = []

    def solver(rows: Rows) -> list[float]:
        seen.append(rows)
        return eliminate(rows)

    answer = absorption(chain, start=IN, ends=(GOOD, BAD), name="x", solve=solver)
    assert answer.visits == {IN: 1.0, "a": 2.0}
    assert seen == [[{1: 1.0}, {1: 0.5, 2: 0.5}, {}]]
    with pytest.raises(AnalysisError, match="loop for longer"):
        absorption(
            chain,
            start=IN,
            ends=(GOOD, BAD),
            name="x",
            solve=lambda rows: [float("nan")] * len(rows),
        )


def test_lines_stay_sparse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand states nearly in a line need a few ways past each, also with a hub."""
    ways = 0
    bypass = _chain._bypass  # noqa: SLF001 - its work is what is counted

    def counting(
        left: list[dict[int, float]], before: list[dict[int, None]], *, state: int, leaves: float
    ) -> object:
        nonlocal ways
        ways += len(before[state]) * len(left[state])
        return bypass(left, before, state=state, leaves=leaves)

    monkeypatch.setattr(_chain, "_bypass", counting)
    size = 10_000
    chain: dict[tuple[str, str], float] = {(IN, "0"): 1.0}
    for state in range(size):
        chain[str(state), str(state + 1) if state + 1 < size else GOOD] = 0.9
        chain[str(state), str(max(0, state - 1 - state % 5))] = 0.05
        chain[str(state), "0" if state % 2 else BAD] = 0.05
    answer = followed(chain)
    assert answer.into(GOOD) + answer.into(BAD) == pytest.approx(1, abs=1e-12)
    assert ways < 20 * size


def test_listed() -> None:
    """Many states are cut after the first twelve."""
    assert listed(["a", "b"]) == "'a', 'b'"
    assert listed([str(number) for number in range(14)]).endswith("'11' and 2 more")
