"""Translating a journey keeps every part of it, or says why it could not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    AnalysisError,
    Goal,
    Journey,
    JourneyModel,
    Note,
    Phase,
    Touchpoint,
    Transition,
    presets,
)
from journeykit.analysis.translate import Leftover, translate
from journeykit.presets import AIDA, BACKBONE, FIVE_PHASE_SALON, REAN, SALON
from journeykit.testing import journeys, models

MODELS = st.sampled_from([presets.get(name) for name in presets.names()])


def names(left: tuple[Leftover, ...], what: str) -> list[str]:
    """Return the names of the leftovers of a kind."""
    return [leftover.name for leftover in left if leftover.what == what]


@given(journeys(model=models()), st.one_of(MODELS, models()))
def test_nothing_is_lost_in_silence(journey: Journey, model: JourneyModel) -> None:
    """Every touchpoint, note, goal and stop is in the new journey or among what is left."""
    told, left = translate(journey, model)
    here = {spot.key for spot in told.touchpoints}
    assert here.isdisjoint(names(left, "touchpoint"))
    assert here | set(names(left, "touchpoint")) == {spot.key for spot in journey.touchpoints}
    assert len(told.notes) + len(names(left, "note")) == len(journey.notes)
    assert len(told.goals) + len(names(left, "goal")) == len(journey.goals)
    assert len(told.route) + len(names(left, "route")) == len(journey.route)
    assert told.persona == journey.persona
    assert all(str(leftover) and leftover.reason.pick("nl") for leftover in left)


@given(journeys(model=MODELS), MODELS)
def test_there_and_back(journey: Journey, model: JourneyModel) -> None:
    """A touchpoint that makes the way there and back is one of the journey's own."""
    assert journey.model is not None
    told, left = translate(journey, model)
    back, lost = translate(told, journey.model)
    kept = {spot.key for spot in back.touchpoints}
    gone = {*names(left, "touchpoint"), *names(lost, "touchpoint")}
    assert kept | gone == {spot.key for spot in journey.touchpoints}


@given(journeys(model=models()))
def test_to_its_own_model(journey: Journey) -> None:
    """A journey told in its own model is itself."""
    assert journey.model is not None
    told, left = translate(journey, journey.model)
    assert told == journey
    assert left == ()


def test_salon_in_the_backbone() -> None:
    """The salon keeps its weights where phases meet one to one, and all its rows."""
    told, left = translate(SALON, BACKBONE)
    assert left == ()
    weights = {move.ends: move.weight for move in told.transitions}
    assert weights["awareness", "consideration"] == 0.62
    assert told.model is not None
    assert {note.lane for note in told.notes} <= {lane.key for lane in told.model.lanes}


def test_nothing_after_the_purchase_is_folded_into_it() -> None:
    """AIDA ends with the purchase: using the service has no place there."""
    told, left = translate(SALON, AIDA)
    assert "salon_visit" in names(left, "touchpoint")
    assert not told.has_touchpoint("salon_visit")
    assert all(spot.phase != "evaluatie" for spot in told.touchpoints)
    reason = next(item.reason for item in left if item.name == "salon_visit")
    assert reason.pick("nl") == "geen fase van AIDA past bij de fase Actie"


def test_phases_that_come_together_carry_their_flow() -> None:
    """Two phases that become one pass on the flow between them and the rest."""
    journey = Journey(
        "visit",
        model=AIDA,
        transitions=[
            Transition(START, "attention"),
            Transition("attention", "interest", 0.5),
            Transition("attention", "desire", 0.25),
            Transition("attention", DROP_OFF, 0.25),
            Transition("interest", "desire"),
            Transition("desire", "action"),
            Transition("action", CONVERSION),
        ],
    )
    told, left = translate(journey, REAN)
    assert left == ()
    assert {move.ends: move.weight for move in told.transitions} == {
        (START, "reach"): 1.0,
        ("reach", "engage"): 0.75,
        ("reach", DROP_OFF): 0.25,
        ("engage", "activate"): 0.75,
        ("activate", CONVERSION): 0.75,
    }


def test_moves_without_weights_are_joined_without() -> None:
    """Where nobody weighed, nothing is made up."""
    journey = Journey(
        "visit",
        model=AIDA,
        transitions=[Transition("attention", "interest"), Transition("attention", "desire")],
    )
    told, _ = translate(journey, REAN)
    assert told.transitions == (Transition("reach", "engage", kind="next"),)


def test_weights_that_cannot_be_joined_are_reported() -> None:
    """Without a start there is no flow to weigh by."""
    journey = Journey(
        "visit",
        model=AIDA,
        transitions=[
            Transition("attention", "interest", 3),
            Transition("attention", "desire", 1),
            Transition("interest", "desire", 1),
        ],
    )
    told, left = translate(journey, REAN)
    assert [move.weight for move in told.transitions] == [None]
    assert names(left, "transition") == ["weights"]


def test_what_belongs_to_a_left_out_touchpoint_is_left_out_with_it() -> None:
    """Notes, goals, stops and moves of a touchpoint that stays behind are named."""
    model = JourneyModel(
        "care",
        phases=[Phase("buy", stage="purchase"), Phase("use", stage="service")],
        lanes=["pains"],
    )
    journey = Journey(
        "visit",
        model=model,
        touchpoints=[Touchpoint("desk", phase="buy"), Touchpoint("help", phase="use")],
        transitions=[Transition("desk", "help"), Transition("desk", CONVERSION)],
        notes=[Note("pains", "buy", "Long wait", touchpoint="help")],
        goals=[Goal("faster", touchpoint="help"), Goal("anything")],
    )
    told, left = translate(journey, AIDA)
    assert [leftover.what for leftover in left] == [
        "touchpoint",
        "route",
        "note",
        "goal",
        "transition",
    ]
    assert [move.ends for move in told.transitions] == [("desk", CONVERSION)]
    assert [goal.key for goal in told.goals] == ["anything"]


def test_key_that_a_phase_has() -> None:
    """A touchpoint whose key is a phase over there is named, with the way out."""
    journey = Journey(
        "visit", model=FIVE_PHASE_SALON, touchpoints=[Touchpoint("reach", phase="bewustwording")]
    )
    _, left = translate(journey, REAN)
    assert str(left[0]) == ("touchpoint 'reach': a phase of REAN has the same key; give it another")
    row = left[0].to_dict()
    assert row == {"what": "touchpoint", "name": "reach", "reason": dict(left[0].reason)}


def test_repeats_stay_repeats_and_other_kinds_follow_the_new_order() -> None:
    """Only what the order says is derived anew."""
    journey = Journey(
        "visit",
        model=FIVE_PHASE_SALON,
        transitions=[
            Transition("overweging", "actie"),
            Transition("evaluatie", "beslissing", kind="repeat"),
        ],
    )
    told, _ = translate(journey, BACKBONE)
    assert [(move.ends, move.kind) for move in told.transitions] == [
        (("consideration", "service"), "skip"),
        (("loyalty", "purchase"), "repeat"),
    ]


def test_without_a_model() -> None:
    """A journey without phases cannot be translated, and the message says what to do."""
    with pytest.raises(AnalysisError, match="'visit' has no model to translate from; give it one"):
        translate(Journey("visit"), AIDA)


@pytest.mark.parametrize(
    ("journey", "model", "message"),
    [
        (None, AIDA, "journey must be a Journey, not None"),
        (AIDA, AIDA, "journey model 'aida' has no touchpoints"),
        (Journey("visit", model=AIDA), "aida", "model must be a JourneyModel, not 'aida'"),
    ],
)
def test_what_cannot_be_translated(journey: Any, model: Any, message: str) -> None:  # noqa: ANN401
    """Only journeys can be translated, and only to models."""
    with pytest.raises(AnalysisError, match=f"^{message}"):
        translate(journey, model)
