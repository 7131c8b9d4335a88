"""Journeys lifted to their phases: what flows in flows out, whatever the names."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    AnalysisError,
    Journey,
    JourneyModel,
    Touchpoint,
    Transition,
    by_phase,
    sequence,
)
from journeykit._chain import absorption
from journeykit.presets import AIDA
from journeykit.testing import journeys, models
from journeykit.transition import probabilities

WALKS = journeys(model=models(max_lanes=0), between="touchpoints", walkable=True)


@st.composite
def phased(draw: st.DrawFn) -> Journey:
    """Make journeys whose every touchpoint has a phase, and whose every way ends."""
    journey = draw(WALKS)
    assert journey.model is not None
    keys = st.sampled_from([phase.key for phase in journey.model.phases])
    return journey.evolve(
        touchpoints=[spot.evolve(phase=draw(keys)) for spot in journey.touchpoints]
    )


def weights(journey: Journey) -> dict[tuple[str, str], float]:
    """Return the weight of each transition; each has one."""
    return {move.ends: move.weight for move in journey.transitions if move.weight is not None}


def by_powers(journey: Journey) -> dict[tuple[str, str], float]:
    """Return the flow along each transition from the sum of all powers of a dense matrix."""
    places = [START, *(spot.key for spot in journey.touchpoints), CONVERSION, DROP_OFF]
    step = np.zeros((len(places), len(places)))
    for (source, target), probability in probabilities(journey.transitions).items():
        step[places.index(source), places.index(target)] = probability
    visits = np.eye(len(places))
    power = step
    for _ in range(60):
        visits += visits @ power
        power = power @ power
    return {
        (source, target): visits[0, places.index(source)] * probability
        for (source, target), probability in probabilities(journey.transitions).items()
    }


@given(phased())
def test_conservation(journey: Journey) -> None:
    """What flows into a phase flows out of it; one customer comes in, and comes to an end."""
    lifted = by_phase(journey)
    flows = weights(lifted)
    assert len(flows) == len(lifted.transitions)
    assert lifted.model is not None
    for phase in lifted.model.phases:
        comes = sum(flow for (_, target), flow in flows.items() if target == phase.key)
        goes = sum(flow for (source, _), flow in flows.items() if source == phase.key)
        assert comes == pytest.approx(goes, rel=1e-9)
    ends = (CONVERSION, DROP_OFF)
    assert sum(flow for (source, _), flow in flows.items() if source == START) == pytest.approx(1)
    assert sum(flow for (_, target), flow in flows.items() if target in ends) == pytest.approx(1)


@given(phased())
def test_brute_force(journey: Journey) -> None:
    """Each weight is the sum of the flows between two phases, none of them within a phase."""
    place = {spot.key: spot.phase for spot in journey.touchpoints}
    expected: dict[tuple[str, str], float] = {}
    for (source, target), flow in by_powers(journey).items():
        ends = (place.get(source) or source, place.get(target) or target)
        if ends[0] != ends[1]:
            expected[ends] = expected.get(ends, 0) + flow
    assert weights(by_phase(journey)) == pytest.approx(expected, rel=1e-9)


@given(phased())
def test_conversion_stays(journey: Journey) -> None:
    """As many convert between the phases as between the touchpoints."""

    def conversion(walked: Journey) -> float:
        return absorption(
            probabilities(walked.transitions), start=START, ends=(CONVERSION, DROP_OFF), name="x"
        ).into(CONVERSION)

    assert conversion(by_phase(journey)) == pytest.approx(conversion(journey), rel=1e-9)


@given(phased(), st.randoms(use_true_random=False))
def test_renaming(journey: Journey, random: Random) -> None:
    """Other keys for phases and touchpoints give the same numbers, to the last digit."""
    assert journey.model is not None
    old = [part.key for part in (*journey.model.phases, *journey.touchpoints)]
    new = [f"x{number}" for number in range(len(old))]
    random.shuffle(new)
    name = {end: end for end in (START, CONVERSION, DROP_OFF)} | dict(zip(old, new, strict=True))
    renamed = Journey(
        "renamed",
        model=JourneyModel("m", phases=[name[phase.key] for phase in journey.model.phases]),
        touchpoints=[
            Touchpoint(name[spot.key], phase=name[spot.phase or ""]) for spot in journey.touchpoints
        ],
        transitions=[
            Transition(name[move.source], name[move.target], move.weight)
            for move in journey.transitions
        ],
    )
    assert weights(by_phase(renamed)) == {
        (name[source], name[target]): weight
        for (source, target), weight in weights(by_phase(journey)).items()
    }


@given(phased())
def test_only_the_moves_change(journey: Journey) -> None:
    """All but the transitions stays as it was, and lifting twice is lifting once."""
    lifted = by_phase(journey)
    assert lifted.evolve(transitions=journey.transitions) == journey
    assert by_phase(lifted) == lifted


@given(journeys(between="phases"))
def test_phases_stay(journey: Journey) -> None:
    """A journey that moves between phases is returned as it is, with its weights."""
    if any(end not in (START, CONVERSION, DROP_OFF) for m in journey.transitions for end in m.ends):
        assert by_phase(journey) is journey


def test_moves_as_its_model() -> None:
    """A journey without moves of its own moves as its model does: between phases."""
    journey = Journey("visit", model=AIDA, touchpoints=["door"])
    assert by_phase(journey) is journey


def test_flow_is_no_sum_of_probabilities() -> None:
    """A touchpoint that one in ten sees counts for a tenth; loops count as often as walked."""
    journey = Journey(
        "visit",
        model=AIDA,
        touchpoints=[
            Touchpoint("ad", phase="attention"),
            Touchpoint("post", phase="attention"),
            Touchpoint("site", phase="interest"),
            Touchpoint("review", phase="interest"),
            Touchpoint("unused", phase="desire"),
            Touchpoint("isolated"),
        ],
        transitions=[
            Transition(START, "ad", 9, count=90),
            Transition(START, "post", 1, count=10),
            Transition("ad", "post", 1, label="Seen twice", reason="Chance"),
            Transition("ad", DROP_OFF, 1),
            Transition("post", "site", 1, count=0),
            Transition("ad", "review", 2),
            Transition("review", "site"),
            Transition("site", "site", 1),
            Transition("site", "post", 1),
            Transition("site", CONVERSION, 2, count=3),
            Transition("site", DROP_OFF, 0),
            Transition("unused", "site"),
        ],
    )
    # 0.9 see the ad; a quarter of those go on to the post, half to the review. Of all that come
    # to the site, a third goes back to the post.
    once = 0.1 + 0.9 / 4 + 0.9 / 2
    site = once / (1 - 1 / 3)
    lifted = by_phase(journey)
    assert [move.count for move in lifted.transitions] == [100, None, 0, None, 3, None, None]
    assert not any(move.label or move.reason for move in lifted.transitions)
    assert weights(lifted) == pytest.approx(
        {
            (START, "attention"): 1,
            ("attention", DROP_OFF): 0.9 / 4,
            ("attention", "interest"): 0.1 + 0.9 / 4 + site / 3 + 0.9 / 2,
            ("interest", "attention"): site / 3,
            ("interest", CONVERSION): site * 2 / 3,
            ("interest", DROP_OFF): 0,
            ("desire", "interest"): 0,
        },
        rel=1e-12,
    )
    kinds = ["entry", "exit", "next", "back", "exit", "exit", "back"]
    assert [move.kind for move in lifted.transitions] == kinds


def test_past_all_phases() -> None:
    """Customers who leave where they started pass no phase at all."""
    journey = Journey(
        "visit",
        model=AIDA,
        touchpoints=[Touchpoint("ad", phase="attention")],
        transitions=[Transition(START, CONVERSION)],
    )
    assert by_phase(journey).transitions == (Transition(START, CONVERSION, 1.0, kind="entry"),)


AD = Touchpoint("ad", phase="attention")
POST = Touchpoint("post", phase="attention")
WAY_OUT = "add a transition that leaves, with a weight above 0"


@pytest.mark.parametrize(
    ("journey", "message"),
    [
        (
            Journey("visit", touchpoints=["door", "desk"], transitions=sequence("door", "desk")),
            "no phase holds 'door', 'desk'; give the journey a model, and each a phase",
        ),
        (
            Journey(
                "visit",
                model=AIDA,
                touchpoints=["door", AD, "alone"],
                transitions=sequence(START, "ad", "door"),
            ),
            "no phase holds 'door'; give each a phase",
        ),
        (
            Journey("visit"),
            "no transition leaves START, so nobody comes in; add one from START to the first step",
        ),
        (
            Journey("visit", model=AIDA, touchpoints=[AD], transitions=sequence("ad", CONVERSION)),
            "no transition leaves START, so nobody comes in; add one from START to the first step",
        ),
        (
            Journey(
                "visit",
                model=AIDA,
                touchpoints=[AD, POST],
                transitions=[*sequence(START, "ad", CONVERSION), Transition("ad", "post")],
            ),
            f"no way leads from 'post' to CONVERSION or DROP_OFF; {WAY_OUT}",
        ),
    ],
)
def test_no_answer(journey: Journey, message: str) -> None:
    """What has no answer is said in one line that names the touchpoints."""
    with pytest.raises(AnalysisError) as caught:
        by_phase(journey)
    assert str(caught.value) == f"journey 'visit': {message}"


def test_no_journey() -> None:
    """Only journeys can be lifted."""
    with pytest.raises(AnalysisError, match=r"^journey must be a Journey, not 'visit'$"):
        by_phase("visit")  # type: ignore[arg-type]
