"""Drop-off: added up by hand, by step and by phase, and never a share of nothing."""

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    AnalysisError,
    Journey,
    Path,
    Touchpoint,
    Transition,
    UnknownKeyError,
    fit_paths,
    sequence,
)
from journeykit.analysis import drop_off, markov
from journeykit.analysis.drop_off import DropOff, Row, by_phase, by_step
from journeykit.journey import steps_of
from journeykit.presets import AIDA
from journeykit.testing import journeys, models, paths
from journeykit.transition import probabilities

FLAT = settings(max_examples=60)


def passages(several: Any) -> dict[tuple[str, str], int]:  # noqa: ANN401 - Paths
    """Return how often customers passed from one step to another, repeats at once left out."""
    found: dict[tuple[str, str], int] = {}
    for path in several:
        for source, target in path.moves():
            if source != target:
                found[source, target] = found.get((source, target), 0) + path.count
    return found


@given(paths())
def test_counts(several: Any) -> None:  # noqa: ANN401 - Paths
    """Of a fitted journey, everyone who entered or left a step is counted, in whole numbers."""
    answer = by_step(fit_paths(several))
    passed = passages(several)
    assert answer.counted
    for row in answer:
        assert row.entered == sum(n for (_, target), n in passed.items() if target == row.step)
        assert row.left == passed.get((row.step, DROP_OFF), 0)
        assert isinstance(row.entered, int)
        assert "more_out_than_in" not in row.flags
        assert row.left_rate == row.left / row.entered
    at_once = passed.get((START, DROP_OFF), 0)
    assert sum(row.left for row in answer) + at_once == several.total - several.conversions


@FLAT
@given(journeys(walkable=True, weighted=True))
def test_flows(journey: Journey) -> None:
    """Without counts, it is what the chain expects; all who drop off do so somewhere."""
    answer, chain = by_step(journey), markov.chain(journey)
    likely = probabilities(journey.transitions)
    if answer.counted:
        return
    for row in answer:
        visits = chain.visits[row.step]
        again = visits * likely.get((row.step, row.step), 0)
        assert row.entered == pytest.approx(visits - again, rel=1e-9)
        assert row.left == pytest.approx(visits * likely.get((row.step, DROP_OFF), 0), rel=1e-9)
    at_once = likely.get((START, DROP_OFF), 0)
    assert math.fsum(row.left for row in answer) + at_once == pytest.approx(chain.drop_off)


@FLAT
@given(journeys(walkable=True) | paths().map(fit_paths))
def test_rates(journey: Journey) -> None:
    """Rates are shares of the step before and of the first; of nothing there is no share."""
    answer = by_step(journey)
    assert [row.step for row in answer] == [step.key for step in steps_of(journey)]
    for place, row in enumerate(answer):
        before = answer[place - 1] if place else None
        assert row.flagged == bool(row.flags)
        if before is None or before.entered == 0:
            assert row.to_previous is None
        else:
            assert row.to_previous == row.entered / before.entered
            assert ("more_than_previous" in row.flags) == (row.to_previous > 1 + 1e-9)
        assert (row.to_first is None) == (answer[0].entered == 0)
        assert (row.left_rate is None) == (row.entered == 0)
        assert (row.left_rate or 0) <= 1 + 1e-9


@FLAT
@given(paths(touchpoints="abcde"), st.permutations("abcde"))
def test_renaming(several: Any, names: list[str]) -> None:  # noqa: ANN401 - Paths
    """Other names give the same numbers."""
    other = dict(zip("abcde", names, strict=True))
    renamed = [Path([other[step] for step in p.steps], p.converted, p.count) for p in several]
    before = {
        row.step: (row.entered, row.left, row.left_rate) for row in by_step(fit_paths(several))
    }
    after = {
        row.step: (row.entered, row.left, row.left_rate) for row in by_step(fit_paths(renamed))
    }
    assert after == {other[step]: numbers for step, numbers in before.items()}


@FLAT
@given(paths(touchpoints=["a", "b", "c", "d"]), st.data())
def test_phases(several: Any, data: st.DataObject) -> None:  # noqa: ANN401 - Paths
    """By phase it is by step, had the steps of a phase been one; moves within it are left out."""
    phases = [phase.key for phase in AIDA.phases]
    place = {key: data.draw(st.sampled_from(phases)) for key in several.touchpoints}
    told = Path  # the same walks, in phases
    lifted = [told([f"x{place[s]}" for s in p.steps], p.converted, p.count) for p in several]
    by_name = {row.step: row for row in by_step(fit_paths(lifted))}
    answer = by_phase(fit_paths(several, model=AIDA, phases=place))
    assert [row.step for row in answer] == phases
    for row in answer:
        same = by_name.get(f"x{row.step}")
        assert (row.entered, row.left) == ((same.entered, same.left) if same else (0, 0))


@FLAT
@given(journeys(model=models(max_lanes=0), between="phases", walkable=True))
def test_journeys_between_phases(journey: Journey) -> None:
    """Where it is phases that are joined, both questions are the same."""
    assert by_phase(journey) == by_step(journey)


# --- what stands out --------------------------------------------------------------------


def counted(**moves: int) -> Journey:
    """Return a journey of counted moves, written ``a_b=5``; s is START, c and d are the ends."""
    ends = {"s": START, "c": CONVERSION, "d": DROP_OFF}
    transitions = []
    for name, count in moves.items():
        source, target = name.split("_")
        transitions.append(
            Transition(ends.get(source, source), ends.get(target, target), count=count)
        )
    return Journey("j", touchpoints=["a", "b", "e"], transitions=transitions)


def test_more_out_than_in() -> None:
    """More on the way out than on the way in is flagged, and not cut to fit."""
    answer = by_step(counted(s_a=100, a_b=80, a_d=30, b_e=90, e_c=90, b_b=5))
    assert [(row.entered, row.left, row.flags) for row in answer] == [
        (100, 30, ("more_out_than_in",)),
        (80, 0, ("more_out_than_in",)),
        (90, 0, ("more_than_previous",)),
    ]
    assert [row.to_previous for row in answer] == [None, 0.8, 1.125]


def test_shares_of_nothing() -> None:
    """A step that nobody enters has no rate, nor has what is compared with it."""
    answer = by_step(counted(s_b=4, b_d=4, a_e=0))
    assert [(row.entered, row.left_rate, row.to_previous, row.to_first) for row in answer] == [
        (0, None, None, None),
        (4, 1.0, None, None),
        (0, None, 0.0, None),
    ]
    lost = Journey("j", touchpoints=["a", "b"], transitions=[*sequence(START, "a", DROP_OFF)])
    assert by_step(lost)[1] == Row("b", 0.0, 0.0, None, 0.0, 0.0)


def test_counts_without_a_start() -> None:
    """Counts can be read without a start; then the first step has more out than in."""
    answer = by_step(counted(a_b=5, b_d=5))
    assert answer.row("a").flags == ("more_out_than_in",)
    assert answer.row("b").left == 5


# --- how it is said ---------------------------------------------------------------------

SHOP = Journey(
    "shop",
    model=AIDA,
    touchpoints=[
        Touchpoint("ad", phase="attention"),
        Touchpoint("post", phase="attention"),
        Touchpoint("site", phase="interest"),
        "poster",
    ],
    transitions=[
        Transition(START, "ad"),
        Transition("ad", "post", 0.5),
        Transition("ad", DROP_OFF, 0.5),
        Transition("post", "site", 0.5),
        Transition("post", DROP_OFF, 0.5),
        Transition("site", CONVERSION),
    ],
)


def test_printing() -> None:
    """The answer reads well in a terminal; flags only take room where there are any."""
    assert str(by_phase(SHOP)).splitlines() == [
        "shop: expected for each customer who starts",
        "step       entered  left  of entered  to previous  to first",
        "attention        1  0.75        75 %            –     100 %",
        "interest      0.25     0         0 %         25 %      25 %",
        "desire           0     0           –          0 %       0 %",
        "action           0     0           –            –       0 %",
    ]
    assert str(by_step(counted(s_a=1000, a_b=1200, b_c=1200))).splitlines() == [
        "j: customers counted",
        "step  entered  left  of entered  to previous  to first  look",
        "a       1,000     0         0 %            –     100 %  more out than in",
        "b       1,200     0         0 %        120 %     120 %  more than before it",
        "e           0     0           –          0 %       0 %",
    ]


def test_rows_and_dict() -> None:
    """The answer goes into a data frame, and into JSON; it has a row for each step."""
    answer = by_step(counted(s_a=10, a_b=12, b_c=12))
    assert len(answer) == 3
    told = json.loads(json.dumps(answer.to_dict()))
    assert told["rows"] == answer.to_rows()
    assert told["rows"][1] == {
        "step": "b",
        "entered": 12,
        "left": 0,
        "left_rate": 0.0,
        "to_previous": 1.2,
        "to_first": 1.2,
        "flags": ["more_than_previous"],
    }
    assert (told["journey"], told["counted"]) == ("j", True)
    assert hash(answer) == hash(DropOff("j", counted=True, rows=answer.rows))
    with pytest.raises(
        UnknownKeyError, match="unknown step 'z' in journey 'j'; known are 'a', 'b'"
    ):
        answer.row("z")


@pytest.mark.parametrize(
    ("ask", "subject", "message"),
    [
        (
            by_step,
            Journey("visit", touchpoints=["a", "b"], transitions=sequence("a", "b")),
            (
                "journey 'visit': no transition leaves START, so nobody comes in; "
                "add one from START to the first step"
            ),
        ),
        (
            by_phase,
            Journey("visit", touchpoints=["a", "b"], transitions=sequence("a", "b")),
            "journey 'visit': no phase holds 'a', 'b'; give the journey a model, and each a phase",
        ),
        (
            by_phase,
            SHOP.evolve(transitions=[Transition(START, "poster"), Transition("poster", DROP_OFF)]),
            "journey 'shop': no phase holds 'poster'; give each a phase",
        ),
        (by_step, "shop", "journey must be a Journey, not 'shop'"),
        (by_phase, None, "journey must be a Journey, not None"),
    ],
)
def test_messages(ask: Any, subject: Any, message: str) -> None:  # noqa: ANN401 - wrong on purpose
    """What has no answer is said in one line, with the way out."""
    with pytest.raises(AnalysisError) as caught:
        ask(subject)
    assert str(caught.value) == message


def test_models() -> None:
    """A journey model that has a start and ends may be asked as well."""
    model = AIDA.evolve(
        transitions=sequence(START, *(phase.key for phase in AIDA.phases), CONVERSION)
    )
    assert drop_off.by_phase(model) == by_step(model)  # type: ignore[arg-type]
    assert by_phase(Journey("j", model=model))[3].to_first == 1
