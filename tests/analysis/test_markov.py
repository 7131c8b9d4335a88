"""Chains: against exact fractions, under other names, and where there is no answer."""

import itertools
import json
import math
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeykit.analysis
from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    AnalysisError,
    Journey,
    MissingDependencyError,
    Touchpoint,
    Transition,
    UnknownKeyError,
    by_phase,
    sequence,
    simulate,
)
from journeykit.analysis import _solving, markov
from journeykit.analysis.markov import Chain, chain, reach
from journeykit.journey import steps_of
from journeykit.presets import AIDA
from journeykit.testing import journeys, models
from journeykit.transition import probabilities

Moves = Mapping[tuple[str, str], float]

ENDS = (CONVERSION, DROP_OFF)
WALKS = journeys(walkable=True)
FLAT = settings(max_examples=60)
TINY = st.integers(1, 14).map(lambda digits: 10.0**-digits)
WEIGHTS = st.integers(1, 100) | st.floats(1e-3, 1) | TINY


@st.composite
def moves(draw: st.DrawFn, *, escaping: bool) -> dict[tuple[str, str], float]:
    """Make the transitions of a journey, loops and all; escaping ones lead every step out."""
    steps = [f"s{number}" for number in range(draw(st.integers(1, 6)))]
    pairs = st.tuples(st.sampled_from([START, *steps]), st.sampled_from(steps))
    made = {(START, "s0"): 1.0, **dict.fromkeys(itertools.pairwise(steps), 1.0)}
    made |= draw(st.dictionaries(pairs, WEIGHTS, max_size=15))
    if escaping:
        for number, step in enumerate(steps):
            onwards = st.sampled_from([*steps[number + 1 :], *ENDS])
            made |= {(step, draw(onwards)): draw(WEIGHTS)}
    return made


def journey(made: Moves, **fields: Any) -> Journey:  # noqa: ANN401 - any field of a journey
    """Return the journey that some transitions make."""
    steps = dict.fromkeys(end for ends in made for end in ends if end not in (START, *ENDS))
    transitions = [Transition(*ends, weight) for ends, weight in made.items()]
    return Journey("j", touchpoints=list(steps), transitions=transitions, **fields)


def exactly(subject: Journey) -> dict[str, Any]:
    """Return the answer in fractions, from the inverse of the whole matrix."""
    likely = {ends: Fraction(share) for ends, share in probabilities(subject.transitions).items()}
    states = [
        START,
        *dict.fromkeys(end for ends in likely for end in ends if end in named(subject)),
    ]
    left = {
        state: sum(s for (source, _), s in likely.items() if source == state) for state in states
    }
    size = len(states)
    rows = [
        [Fraction(int(a == b)) - likely.get((a, b), Fraction(0)) / left[a] for b in states]
        + [Fraction(int(a == b)) for b in states]
        for a in states
    ]
    for pivot in range(size):
        chosen = next(row for row in range(pivot, size) if rows[row][pivot])
        rows[pivot], rows[chosen] = rows[chosen], rows[pivot]
        rows[pivot] = [value / rows[pivot][pivot] for value in rows[pivot]]
        for other in range(size):
            if other != pivot and (factor := rows[other][pivot]):
                rows[other] = [
                    value - factor * top
                    for value, top in zip(rows[other], rows[pivot], strict=True)
                ]
    inverse = {
        (a, b): rows[i][size + k] for i, a in enumerate(states) for k, b in enumerate(states)
    }
    out = {state: likely.get((state, CONVERSION), Fraction(0)) / left[state] for state in states}
    converts = {a: sum(inverse[a, b] * out[b] for b in states) for a in states}
    steps = [state for state in states if state != START]
    return {
        "conversion": converts[START],
        "visits": {b: inverse[START, b] for b in steps},
        "reach": {b: inverse[START, b] / inverse[b, b] for b in steps},
        "conversion_from": {a: converts[a] for a in steps},
        "steps_from": {a: sum(inverse[a, b] for b in steps) for a in steps},
    }


def named(subject: Journey) -> set[str]:
    """Return the keys of the steps."""
    return {step.key for step in steps_of(subject)}


def near(value: float, exact: Fraction, off: float = 1e-12) -> bool:
    """Tell whether a value is right to twelve digits, or so small that floats have fewer."""
    return abs(Fraction(value) - exact) <= max(Fraction(off) * exact, Fraction(1, 10**300))


def assert_exact(answer: Chain, exact: Mapping[str, Any], off: float = 1e-12) -> None:
    """Hold every number of an answer against the fractions."""
    assert near(answer.conversion, exact["conversion"], off)
    assert near(answer.drop_off, 1 - exact["conversion"], off)
    assert near(answer.steps, sum(exact["visits"].values()), off)
    for name in ("visits", "reach", "conversion_from", "steps_from"):
        values = getattr(answer, name)
        assert all(near(values[step], exact[name][step], off) for step in exact[name])


@given(moves(escaping=True))
def test_fractions(made: Moves) -> None:
    """All numbers agree with exact fractions to twelve digits, with exits of 1e-14 as well."""
    assert_exact(chain(journey(made)), exactly(journey(made)))


@FLAT
@given(WALKS)
def test_any_journey(subject: Journey) -> None:
    """Journeys between touchpoints and between phases, with weights and without, are exact."""
    answer = chain(subject)
    assert_exact(answer, exactly(subject))
    assert list(answer.visits) == [step.key for step in steps_of(subject)]


@pytest.mark.parametrize("digits", range(1, 15))
def test_tiny_exits(digits: int) -> None:
    """A loop that is left once in 10^14 times is left exactly as often."""
    mass = 10.0**-digits
    made = {
        (START, "a"): 1.0,
        ("a", "b"): 1.0,
        ("b", "a"): 1 - mass,
        ("b", CONVERSION): mass / 3,
        ("b", DROP_OFF): 2 * mass / 3,
    }
    assert_exact(chain(journey(made)), exactly(journey(made)))


@given(moves(escaping=True))
def test_conservation(made: Moves) -> None:
    """All customers end; each step is left as often as it is come to; bounds hold."""
    answer = chain(journey(made))
    likely = probabilities(journey(made).transitions)
    assert answer.conversion + answer.drop_off == 1
    assert 0 <= answer.conversion <= 1
    for step, visits in answer.visits.items():
        comes = math.fsum(
            (1.0 if source == START else answer.visits[source]) * share
            for (source, target), share in likely.items()
            if target == step
        )
        assert comes == pytest.approx(visits, rel=1e-9)
        assert -1e-15 <= answer.reach[step] <= 1 + 1e-12
        assert answer.reach[step] <= visits * (1 + 1e-12)
        assert -1e-15 <= answer.conversion_from[step] <= 1 + 1e-12
        assert answer.steps_from[step] >= 1 - 1e-12


@given(moves(escaping=True), st.permutations([f"s{number}" for number in range(6)]))
def test_renaming(made: Moves, names: list[str]) -> None:
    """Other names give the same numbers, to the last digit."""
    other = dict(zip(sorted(names), names, strict=True))
    renamed = {
        (other.get(source, source), other.get(target, target)): weight
        for (source, target), weight in made.items()
    }
    before, after = chain(journey(made)), chain(journey(renamed))
    for name in ("visits", "reach", "conversion_from", "steps_from"):
        assert getattr(after, name) == {
            other[step]: value for step, value in getattr(before, name).items()
        }


@given(moves(escaping=True), st.sampled_from([0.25, 3.0, 1e6]))
def test_scale(made: Moves, factor: float) -> None:
    """Counts and probabilities give the same answer, and labels play no part."""
    scaled = {ends: weight * factor for ends, weight in made.items()}
    before, after = chain(journey(made)), chain(journey(scaled, label="Something else"))
    assert after.conversion == pytest.approx(before.conversion, rel=1e-12)
    assert after.visits == pytest.approx(before.visits, rel=1e-12)


@given(moves(escaping=True))
def test_reach_of_one(made: Moves) -> None:
    """Asked for one step, the answer is that of all steps at once."""
    answer = chain(journey(made))
    for step, likely in answer.reach.items():
        assert reach(journey(made), step) == pytest.approx(likely, rel=1e-12)


def test_customers_do_what_is_expected() -> None:
    """Customers made up convert, and walk as far, as the chain expects."""
    walked = simulate(SHOP, 50_000, seed=3)
    answer = chain(SHOP)
    lengths = sum(len(path.steps) * path.count for path in walked) / walked.total
    came = sum(path.count for path in walked if "site" in path.steps) / walked.total
    assert walked.conversions / walked.total == pytest.approx(answer.conversion, abs=0.008)
    assert lengths == pytest.approx(answer.steps, abs=0.03)
    assert came == pytest.approx(answer.reach["site"], abs=0.01)


@FLAT
@given(journeys(model=models(max_lanes=0), between="touchpoints", walkable=True), st.data())
def test_phases(subject: Journey, data: st.DataObject) -> None:
    """Lifted to phases, as many convert; each phase is entered as often as customers enter it."""
    assert subject.model is not None
    phases = st.sampled_from([phase.key for phase in subject.model.phases])
    subject = subject.evolve(
        touchpoints=[spot.evolve(phase=data.draw(phases)) for spot in subject.touchpoints]
    )
    lifted = by_phase(subject)
    answer = chain(lifted)
    assert answer.conversion == pytest.approx(chain(subject).conversion, rel=1e-9)
    place = {spot.key: spot.phase for spot in subject.touchpoints}
    flows = chain(subject).visits | {START: 1.0}
    for phase, entered in answer.visits.items():
        comes = math.fsum(
            flows[source] * share
            for (source, target), share in probabilities(subject.transitions).items()
            if place.get(target) == phase and place.get(source) != phase
        )
        assert entered == pytest.approx(comes, rel=1e-9)


# --- no answer --------------------------------------------------------------------------


@given(moves(escaping=False))
def test_no_exit(made: Moves) -> None:
    """A chain without an exit is refused, whatever its weights."""
    with pytest.raises(
        AnalysisError, match=r"^journey 'j': no way leads from 's0'.* to CONVERSION"
    ):
        chain(journey(made))


@given(moves(escaping=True), st.data())
def test_unreachable(made: Moves, data: st.DataObject) -> None:
    """Steps that are joined and cannot be reached are named, and only those."""
    weights = st.sampled_from([0.0, 1.0])
    made = {**made, ("lost", "s0"): 1.0, ("lost", "lost2"): 1.0, ("lost2", "lost"): 1.0}
    made |= {("s0", "lost2"): data.draw(weights)}
    if made["s0", "lost2"]:
        assert chain(journey(made)).visits["lost"] > 0
        return
    with pytest.raises(AnalysisError) as caught:
        chain(journey(made))
    assert str(caught.value) == (
        "journey 'j': no way with a weight above 0 leads from START to 'lost', 'lost2'; "
        "lead one there, or leave their transitions out"
    )


LOOSE_TRAP = {(START, "a"): 1.0, ("a", CONVERSION): 1.0, ("a", "b"): 1.0, ("b", "b"): 1.0}


@pytest.mark.parametrize(
    ("subject", "message"),
    [
        (
            Journey("visit", touchpoints=["a", "b"], transitions=sequence("a", "b")),
            ("journey 'visit': no transition leaves START, so nobody comes in; "
            "add one from START to the first step"),
        ),
        (
            journey(LOOSE_TRAP),
            ("journey 'j': no way leads from 'b' to CONVERSION or DROP_OFF; "
            "add a transition that leaves, with a weight above 0"),
        ),
        (
            journey({(START, "a"): 1.0, ("a", CONVERSION): 0.0, ("a", DROP_OFF): 0.0}),
            ("journey 'j': no way leads from 'a' to CONVERSION or DROP_OFF; all transitions that "
            "leave 'a' have weight 0; add a transition that leaves, with a weight above 0"),
        ),
        (
            journey({(START, "a"): 1, ("a", "a"): 1, ("a", "b"): 1e-200, ("b", "a"): 1.0,
                     ("b", CONVERSION): 1e-200}),
            ("journey 'j': customers stay in a loop for longer than numbers can say; "
            "give the transitions that leave it more weight"),
        ),
        (AIDA, ("journey model 'aida': no transition leaves START, so nobody comes in; "
               "add one from START to the first step")),
        ("shop", "journey must be a Journey, not 'shop'"),
    ],
)  # fmt: skip
def test_messages(subject: Any, message: str) -> None:  # noqa: ANN401 - wrong on purpose
    """What has no answer is said in one line, with the place and the way out."""
    with pytest.raises(AnalysisError) as caught:
        chain(subject)
    assert str(caught.value) == message


def test_no_such_step() -> None:
    """A step that is not there is answered with the nearest one."""
    with pytest.raises(UnknownKeyError, match="unknown step 'sit' in journey 'shop', did you mean"):
        reach(SHOP, "sit")


# --- times ------------------------------------------------------------------------------

HOUR = timedelta(hours=1)
SHOP = Journey(
    "shop",
    model=AIDA,
    touchpoints=[
        Touchpoint("ad", phase="attention"),
        Touchpoint("site", phase="interest"),
        Touchpoint("pay", phase="action"),
        "poster",
    ],
    transitions=[
        Transition(START, "ad"),
        Transition("ad", "site", 0.5, median_wait=10 * HOUR),
        Transition("ad", DROP_OFF, 0.5),
        Transition("site", "ad", 0.5, median_wait=2 * HOUR),
        Transition("site", "pay", 0.5, median_wait=1 * HOUR),
        Transition("pay", CONVERSION, median_wait=4 * HOUR),
    ],
)


def test_times() -> None:
    """Waits add up along the way, as often as each is expected; ends need none."""
    answer = chain(SHOP)
    # A quarter of those at the ad comes back to it.
    assert answer.visits == pytest.approx({"ad": 4 / 3, "site": 2 / 3, "pay": 1 / 3, "poster": 0})
    assert answer.time is not None
    assert answer.time / HOUR == pytest.approx((10 * 2 + 2 + 1 + 4) / 3)
    assert answer.time_from is not None
    assert answer.time_from["pay"] == 4 * HOUR
    assert answer.time_from["ad"] == answer.time


def test_unknown_times() -> None:
    """Where the wait between two steps is not known, neither is the time."""
    unknown = [
        move.evolve(median_wait=None) if move.target == "pay" else move for move in SHOP.transitions
    ]
    assert chain(SHOP.evolve(transitions=unknown)).time is None
    unused = [*SHOP.transitions, Transition("pay", "ad", 0)]
    assert chain(SHOP.evolve(transitions=unused)).time == chain(SHOP).time
    assert chain(journey({(START, "a"): 1, ("a", DROP_OFF): 1})).time is None


def test_times_beyond_what_can_be_said() -> None:
    """Waits that no length of time can hold are refused."""
    long = [move.evolve(median_wait=timedelta.max) for move in SHOP.transitions]
    with pytest.raises(AnalysisError, match="the waits add up to more than a million years"):
        chain(SHOP.evolve(transitions=long))


# --- the answer -------------------------------------------------------------------------


def test_printing() -> None:
    """An answer reads well in a terminal."""
    assert str(chain(SHOP)).splitlines() == [
        "shop: 33.3 % convert, 66.7 % drop off, after 2.33 steps in 9 hours on average",
        "step    visits   reach  converts from here  steps to go  time to go",
        "ad        1.33   100 %              33.3 %         2.33     9 hours",
        "site     0.667    50 %              66.7 %         2.67     8 hours",
        "pay      0.333  33.3 %               100 %            1     4 hours",
        "poster       0     0 %                   –            –           –",
    ]


def test_rows_and_dict() -> None:
    """An answer goes into a data frame, and into JSON."""
    answer = chain(SHOP)
    rows = answer.to_rows()
    assert [row["step"] for row in rows] == ["ad", "site", "pay", "poster"]
    assert rows[2]["time_from"] == 4 * HOUR
    assert rows[3] == {
        "step": "poster",
        "visits": 0.0,
        "reach": 0.0,
        "conversion_from": None,
        "steps_from": None,
        "time_from": None,
    }
    told = json.loads(json.dumps(answer.to_dict()))
    assert told["conversion"] == answer.conversion
    assert told["time"] == 9 * 3600
    assert [row["time_from"] for row in told["by_step"]] == [9 * 3600, 8 * 3600, 4 * 3600, None]
    assert chain(journey({(START, "a"): 1, ("a", DROP_OFF): 1})).to_dict()["time"] is None
    assert hash(answer) == hash(chain(SHOP))


# --- many steps -------------------------------------------------------------------------


def tangle(size: int, *, exits: float = 0.05, ways: int = 3, seed: int = 1) -> Journey:
    """Return a journey of many steps in no order."""
    random = Random(seed)  # noqa: S311 - no secret
    made: dict[tuple[str, str], float] = {(START, "0"): 1.0}
    for step in range(size):
        for target in {(step + 1) % size, *(random.randrange(size) for _ in range(ways))}:
            made[str(step), str(target)] = random.uniform(0.5, 1)
        end = CONVERSION if random.random() < 0.5 else DROP_OFF
        made[str(step), end] = exits * ways
    return journey(made)


def by_elimination(subject: Journey, monkeypatch: pytest.MonkeyPatch) -> Chain:
    """Return the answer that taking out all steps one by one gives."""
    with monkeypatch.context() as patch:
        patch.setattr(_solving, "_FEW", 10**9)
        return chain(subject)


def assert_same(answer: Chain, expected: Chain, off: float) -> None:
    """Hold every number of an answer against another answer."""
    assert answer.conversion == pytest.approx(expected.conversion, rel=off)
    assert answer.steps == pytest.approx(expected.steps, rel=off)
    for name in ("visits", "conversion_from", "steps_from"):
        assert getattr(answer, name) == pytest.approx(getattr(expected, name), rel=off)


@pytest.mark.parametrize("exits", [0.05, 1e-6, 1e-14])
def test_full_core(exits: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of steps in no order are as exact, in blocks, with an exit of 1e-14 as well."""
    monkeypatch.setattr(_solving, "_FEW", 20)
    subject = tangle(160, exits=exits, ways=8)
    answer, expected = chain(subject), by_elimination(subject, monkeypatch)
    assert_same(answer, expected, 1e-12)
    assert answer.reach == pytest.approx(expected.reach, rel=1e-12)


@pytest.mark.parametrize("exits", [0.05, 1e-5])
def test_loose_core(exits: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of steps in no order are right to nine digits; single steps can be asked for."""
    expected = by_elimination(subject := tangle(300, exits=exits), monkeypatch)
    monkeypatch.setattr(_solving, "_FEW", 20)
    monkeypatch.setattr(_solving, "_FULL", 0)
    answer = chain(subject)
    assert_same(answer, expected, 1e-8)
    with pytest.raises(AnalysisError, match="300 steps in no order takes a solution for each"):
        _ = answer.reach
    assert answer.to_rows()[0]["reach"] is None
    assert "–" in str(answer)
    assert reach(subject, "7") == pytest.approx(expected.reach["7"], rel=1e-8)


def test_loose_core_without_certainty(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be told with nine digits is refused."""
    monkeypatch.setattr(_solving, "_FEW", 20)
    monkeypatch.setattr(_solving, "_FULL", 0)
    with pytest.raises(AnalysisError, match="for so long that nine digits cannot be told"):
        chain(tangle(300, exits=1e-14))


def test_full_core_beyond_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full core that is left too seldom for numbers is refused."""
    monkeypatch.setattr(_solving, "_FEW", 20)
    for exits in (1e-310, 1e-307):
        with pytest.raises(AnalysisError, match="in a loop for longer than numbers can say"):
            chain(tangle(100, exits=exits, ways=8))


def test_many_steps_nearly_in_a_line() -> None:
    """Five thousand steps nearly in a line are answered without scipy, and exactly."""
    size = 5_000
    made: dict[tuple[str, str], float] = {(START, "0"): 1.0}
    for step in range(size):
        made[str(step), str(step + 1) if step + 1 < size else CONVERSION] = 0.999
        made[str(step), DROP_OFF] = 0.001
    answer = chain(journey(made))
    assert answer.conversion == pytest.approx(0.999**size, rel=1e-10)
    assert answer.reach["2500"] == pytest.approx(0.999**2500, rel=1e-10)
    assert str(answer).endswith("… and 4,980 more")


def test_very_many_steps_in_no_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """That the elimination leads nowhere is seen early, and the rest is solved at once."""
    monkeypatch.setattr("journeykit._chain._MANY", 500)
    subject = tangle(900)
    early = chain(subject)
    monkeypatch.undo()
    assert_same(early, chain(subject), 1e-9)


@pytest.fixture
def _no_scipy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delattr(journeykit.analysis, "_core", raising=False)
    monkeypatch.delitem(sys.modules, "journeykit.analysis._core", raising=False)
    monkeypatch.setitem(sys.modules, "scipy.linalg", None)
    yield
    monkeypatch.delitem(sys.modules, "journeykit.analysis._core", raising=False)


@pytest.mark.usefixtures("_no_scipy")
def test_without_scipy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some hundred steps in no order need nothing; more of them name the extra."""
    monkeypatch.setattr(_solving, "_FEW", 20)
    assert 0 < chain(tangle(150)).conversion < 1
    monkeypatch.setattr(_solving, "_FEW_WITHOUT_SCIPY", 30)
    with pytest.raises(MissingDependencyError, match=re.escape("journeykit[analysis]")):
        chain(tangle(150))


def test_module() -> None:
    """The module can be had from its package."""
    assert journeykit.analysis.markov is markov
    made: Callable[[Journey], Chain] = journeykit.analysis.markov.chain
    assert made is chain
