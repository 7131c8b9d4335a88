"""Journeys, and who and what is in them."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    Channel,
    DefinitionError,
    Goal,
    Journey,
    JourneyModel,
    Lane,
    Note,
    Origin,
    Persona,
    Text,
    Touchpoint,
    Trait,
    Transition,
    UnknownKeyError,
    sequence,
    testing,
)
from journeykit.channels import CATALOGUE
from journeykit.journey import steps_of, transitions_of

GRID = JourneyModel(
    "grid",
    phases=["before", "during", "after"],
    lanes=["thinks", Lane("meets", kind="touchpoints"), Lane("calls", kind="touchpoints")],
    notes=[Note("thinks", "before", "prescribed")],
)
VISIT = Journey(
    "visit",
    model=GRID,
    touchpoints=[
        Touchpoint("ad", phase="before", channel="social_media"),
        Touchpoint("door", phase="during"),
        Touchpoint("desk", phase="during", lane="calls", channel="counter"),
    ],
    channels=[Channel("counter", realm="offline")],
    notes=[Note("thinks", "before", "own"), Note("thinks", "during", "own", touchpoint="desk")],
)


MIXED = (
    "transitions join phases ('during') and touchpoints ('door'); they must join one or the other"
)


def kinds(journey: Journey) -> list[str | None]:
    """Return the kinds of the transitions."""
    return [move.kind for move in journey.transitions]


def test_bare_keys_stand_for_elements() -> None:
    """A key alone becomes a touchpoint, a goal, a channel or a persona."""
    journey = Journey("j", persona="anna", touchpoints=["a"], goals=["g"], channels=["c"])
    assert journey.persona == Persona("anna")
    assert journey.touchpoints == (Touchpoint("a"),)
    assert journey.goals == (Goal("g"),)
    assert journey.channels == (Channel("c"),)


@given(journey=testing.journeys())
def test_everything_is_found_by_its_key(journey: Journey) -> None:
    """Touchpoints and own channels are found, and the catalogue's behind them."""
    for spot in journey.touchpoints:
        assert journey.touchpoint(spot.key) is spot
        assert journey.has_touchpoint(spot.key)
        if spot.channel is not None:
            assert journey.channel(spot.channel).key == spot.channel
    for channel in journey.channels:
        assert journey.channel(channel.key) is channel
    assert not journey.has_touchpoint("nowhere")
    assert not journey.has_touchpoint(None)


def test_own_channels_take_the_place_of_the_catalogue() -> None:
    """The same key means one's own channel."""
    own = Channel("website", realm="hybrid")
    assert Journey("j", channels=[own]).channel("website") is own
    assert Journey("j").channel("website") is CATALOGUE["website"]


@given(journey=testing.journeys(), data=st.data())
def test_touchpoints_in_phases(journey: Journey, data: st.DataObject) -> None:
    """Each touchpoint with a phase stands in that column and in no other."""
    assert journey.touchpoints_in() == journey.touchpoints
    if journey.model is not None:
        phase = data.draw(st.sampled_from(journey.model.phases)).key
        expected = [spot for spot in journey.touchpoints if spot.phase == phase]
        assert list(journey.touchpoints_in(phase=phase)) == expected


def test_touchpoints_in_lanes() -> None:
    """Without a lane a touchpoint stands in the first that is for touchpoints."""
    assert [spot.key for spot in VISIT.touchpoints_in(lane="meets")] == ["ad", "door"]
    assert [spot.key for spot in VISIT.touchpoints_in(lane="calls")] == ["desk"]
    assert [spot.key for spot in VISIT.touchpoints_in(phase="during", lane="meets")] == ["door"]
    assert VISIT.touchpoints_in(lane="thinks") == ()
    rows = VISIT.evolve(model=GRID.evolve(lanes=["thinks", "calls"]))
    assert [spot.key for spot in rows.touchpoints_in(lane="calls")] == ["desk"]


def test_notes_in_cells() -> None:
    """A journey's own notes come before those of its model."""
    texts = [str(note.text) for note in VISIT.notes_in(phase="before", lane="thinks")]
    assert texts == ["own", "prescribed"]
    assert len(VISIT.notes_in(lane="thinks")) == len(VISIT.notes_in()) == 3
    assert len(VISIT.notes_in(phase="during")) == 1
    assert Journey("j").notes_in() == ()


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda: VISIT.touchpoint("dor"),
            "unknown touchpoint 'dor' in journey 'visit', did you mean 'door'?",
        ),
        (
            lambda: VISIT.channel("web_site"),
            "unknown channel 'web_site' in journey 'visit', did you mean 'website'?",
        ),
        (
            lambda: VISIT.channel("counte"),
            "unknown channel 'counte' in journey 'visit', did you mean 'counter'?",
        ),
        (
            lambda: VISIT.notes_in(phase="x"),
            "unknown phase 'x' in journey model 'grid'; known are 'before', 'during', 'after'",
        ),
        (
            lambda: VISIT.touchpoints_in(lane="x"),
            "unknown lane 'x' in journey model 'grid'; known are 'thinks', 'meets', 'calls'",
        ),
        (
            lambda: Journey("j").touchpoints_in(phase="x"),
            "unknown phase 'x' in journey 'j'; there are none",
        ),
        (
            lambda: Journey("j").notes_in(lane="x"),
            "unknown lane 'x' in journey 'j'; there are none",
        ),
    ],
)
def test_unknown_keys_are_told(ask: Any, message: str) -> None:  # noqa: ANN401
    """Who asks for what is not there is told what is, and what comes near."""
    with pytest.raises(UnknownKeyError) as caught:
        ask()
    assert str(caught.value) == message


@given(journey=testing.journeys())
def test_every_transition_has_a_kind(journey: Journey) -> None:
    """Kinds are filled in, with or without a model."""
    assert None not in kinds(journey)


def test_kinds_between_touchpoints() -> None:
    """Phases count first, then the order in which touchpoints are listed."""
    ends = [
        (START, "ad"),
        ("ad", "door"),
        ("door", "desk"),
        ("desk", "door"),
        ("desk", "ad"),
        ("door", "door"),
        ("door", DROP_OFF),
        ("desk", CONVERSION),
    ]
    journey = VISIT.evolve(transitions=[Transition(*pair) for pair in ends])
    assert kinds(journey) == [
        "entry",
        "next",
        "next",
        "back",
        "back",
        "repeat",
        "exit",
        "exit",
    ]
    far = [spot.evolve(phase="after") if spot.key == "desk" else spot for spot in VISIT.touchpoints]
    assert kinds(VISIT.evolve(touchpoints=far, transitions=sequence("ad", "desk"))) == ["skip"]


def test_touchpoints_without_a_phase_are_no_skip() -> None:
    """They stand where they are listed, so that a step to one goes on and one back goes back."""
    spots = [Touchpoint("ad", phase="before"), Touchpoint("loose")]
    spots.append(Touchpoint("door", phase="during"))
    moves = [*sequence("ad", "loose", "door", "loose"), Transition("loose", "ad")]
    journey = Journey("j", model=GRID, touchpoints=spots, transitions=moves)
    assert kinds(journey) == ["next", "next", "back", "back"]


def test_a_new_order_brings_new_kinds() -> None:
    """Kinds and a route that nobody gave follow the touchpoints; what was given stays."""
    steps = ["a", "b", "c"]
    given_kind = Transition("c", "a", kind="repeat")
    journey = Journey("j", touchpoints=steps, transitions=[*sequence(*steps), given_kind])
    turned = journey.evolve(touchpoints=steps[::-1])
    assert kinds(turned) == ["back", "back", "repeat"]
    assert turned.route == ("c", "b", "a")
    routed = Journey("j", touchpoints=steps, route=["a", "b", "a"])
    assert routed.evolve(touchpoints=["b", "a"]).route == ("a", "b", "a")
    states = VISIT.evolve(transitions=sequence("ad", "door"))
    assert kinds(states.evolve(model=GRID.evolve(phases=["before", "then", "during"]))) == ["skip"]


def test_route_defaults_to_all_touchpoints() -> None:
    """Without a route the persona meets everything in order; it may repeat, or be empty."""
    assert VISIT.route == ("ad", "door", "desk")
    assert VISIT.evolve(route=["desk", "door", "desk"]).route == ("desk", "door", "desk")
    assert VISIT.evolve(route=[]).route == ()


def test_message_of_a_journey_with_many_problems() -> None:
    """Everything that refers to nothing is told, with the key that comes near."""
    with pytest.raises(DefinitionError) as caught:
        Journey(
            "j",
            model=GRID,
            state="now",  # type: ignore[arg-type]
            touchpoints=[
                Touchpoint("door", phase="befor", lane="meet", channel="web"),
                "door",
                "after",
            ],
            transitions=[Transition("door", "during"), Transition("door", "dor")],
            route=["desk"],
            notes=[Note("think", "during", "word", touchpoint="doors")],
            goals=[Goal("g", touchpoint="x", phase="y"), "g"],
        )
    assert list(caught.value.problems) == [
        "state must be one of 'current', 'future', not 'now'",
        "two touchpoints have the key 'door'",
        "two goals have the key 'g'",
        "touchpoint 'door' stands in the unknown phase 'befor', did you mean 'before'?",
        "touchpoint 'door' stands in the unknown lane 'meet', did you mean 'meets'?",
        "touchpoint 'door' has the unknown channel 'web', did you mean 'website'?",
        "touchpoint 'after' has the key of a phase; give it another",
        MIXED,
        "transitions[1] has the unknown phase or touchpoint 'dor', did you mean 'door'?",
        "route[0] is the unknown touchpoint 'desk'",
        "notes[0] stands in the unknown lane 'think', did you mean 'thinks'?",
        "notes[0] is about the unknown touchpoint 'doors', did you mean 'door'?",
        "goal 'g' is about the unknown touchpoint 'x'",
        "goal 'g' is about the unknown phase 'y'",
    ]


def test_message_of_a_journey_without_a_model() -> None:
    """Where there is no grid, nothing can stand in it."""
    with pytest.raises(DefinitionError) as caught:
        Journey(
            "j",
            touchpoints=[Touchpoint("door", phase="before", lane="meets")],
            notes=[Note("thinks", "during", "word")],
            goals=[Goal("g", phase="before")],
        )
    assert list(caught.value.problems) == [
        "touchpoint 'door' stands in the unknown phase 'before': the journey has no model",
        "touchpoint 'door' stands in the unknown lane 'meets': the journey has no model",
        "notes[0] has no cell to stand in: the journey has no model",
        "goal 'g' is about the unknown phase 'before': the journey has no model",
    ]


def test_only_what_is_read_is_compared_with_what_is_known() -> None:
    """Looking for near keys takes long, so that a log with thousands of slips is not searched."""
    with pytest.raises(DefinitionError) as caught:
        Journey(
            "visit",
            model=GRID,
            touchpoints=[Touchpoint(f"desk {n}", phase="befor") for n in range(15)],
            transitions=[Transition(f"dsk {n}", "desk 1") for n in range(15)],
        )
    assert len(caught.value.problems) == 30
    hinted = ["did you mean" in problem for problem in caught.value.problems]
    assert hinted == [True] * 20 + [False] * 10


def test_parts_of_the_wrong_kind() -> None:
    """Parts that are none are told first, for nothing can be said of how they fit."""
    with pytest.raises(DefinitionError) as caught:
        Journey("j", model="aida", touchpoints=["a", 7, ""], persona=7)  # type: ignore[arg-type, list-item]
    assert list(caught.value.problems) == [
        "model must be a JourneyModel (a preset's comes from presets.get), not 'aida'",
        "touchpoints[1] must be a Touchpoint, not 7",
        "touchpoints[2] must be a Touchpoint, not ''",
        "persona must be a Persona, not 7",
    ]


@given(journey=testing.journeys())
def test_moves_and_what_they_join(journey: Journey) -> None:
    """All moves join steps and ends; a journey without moves moves as its model does."""
    moves = transitions_of(journey)
    steps = {step.key for step in steps_of(journey)}
    joined = {end for move in moves for end in move.ends}
    assert joined <= steps | {START, CONVERSION, DROP_OFF}
    if journey.transitions or journey.model is None:
        assert moves == journey.transitions
    else:
        assert moves == journey.model.transitions


def test_steps_without_moves() -> None:
    """Touchpoints are the steps where nothing says otherwise; without any, phases are."""
    loose = GRID.evolve(transitions=[])
    assert steps_of(GRID) == GRID.phases
    assert steps_of(Journey("j", touchpoints=["a"])) == (Touchpoint("a"),)
    assert steps_of(Journey("j", model=loose)) == GRID.phases
    assert steps_of(Journey("j", model=loose, touchpoints=["a"])) == (Touchpoint("a"),)
    assert steps_of(Journey("j", model=GRID, touchpoints=["a"])) == GRID.phases


@given(goal=testing.goals())
def test_missing_letters_of_goals(goal: Goal) -> None:
    """Letters are missing in the order of SMART, and none is when all is given."""
    assert "".join(goal.missing) in "SMAT" or list(goal.missing) == sorted(
        goal.missing, key="SMAT".index
    )
    whole = goal.evolve(
        phase="a", metric="NPS", baseline=0, target=0.0, owner="Eva", due=dt.date.max
    )
    assert whole.missing == ()


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, "SMAT"),
        ({"metric": "NPS"}, "SMAT"),
        ({"metric": "NPS", "touchpoint": "desk"}, "MAT"),
        ({"metric": "NPS", "phase": "visit", "baseline": 0, "target": 10}, "AT"),
        ({"owner": "Eva"}, "SMT"),
        ({"due": dt.date(2026, 5, 1)}, "SMA"),
    ],
)
def test_what_each_letter_asks_for(fields: dict[str, Any], missing: str) -> None:
    """Specific, measurable, assignable and time-bound are told apart."""
    assert "".join(Goal("g", **fields).missing) == missing


def test_days_of_goals() -> None:
    """A goal may end on the day it starts, not before; moments are no days."""
    day = dt.date(2026, 5, 1)
    assert Goal("g", start=day, due=day).due == day
    with pytest.raises(DefinitionError) as caught:
        Goal("g", start=day, due=dt.date(2026, 4, 1))
    assert str(caught.value) == (
        "Goal 'g': due must not come before start, but 2026-04-01 does before 2026-05-01"
    )
    with pytest.raises(DefinitionError, match=r"not datetime\.datetime.*; take its \.date\(\)$"):
        Goal("g", start=day, due=dt.datetime(2026, 4, 1, tzinfo=dt.UTC))
    with pytest.raises(DefinitionError, match=r"'2026-05-01'; write date\(2026, 5, 31\)$"):
        Goal("g", start="2026-05-01")  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [-2, 2, 0, 1.5, -0.0])
def test_emotions_that_fit(value: float) -> None:
    """The scale includes its ends and everything between."""
    assert Touchpoint("desk", emotion=value).emotion == value


@pytest.mark.parametrize(
    "value", [2.0000001, -3, float("nan"), float("inf"), 10**400, True, "1", [1]]
)
def test_emotions_that_do_not_fit(value: Any) -> None:  # noqa: ANN401
    """Anything else is no emotion."""
    with pytest.raises(DefinitionError, match="emotion must be a number from -2 to 2, not "):
        Touchpoint("desk", emotion=value)


@pytest.mark.parametrize("kind", [np.int64, np.int32, np.float64, np.float32, Fraction, Decimal])
def test_numbers_of_other_libraries_become_python_s_own(kind: Callable[[int], Any]) -> None:
    """What comes out of an array or a database is taken, and prints as it is typed."""
    one = kind(1)
    nouns: list[object] = [
        Touchpoint("desk", emotion=one, importance=one, data={"seen": [one]}),
        Transition("a", "b", one),
        Goal("g", baseline=one, target=one),
        Persona("anna", channel_shares={"shop": one}, traits=Trait("calm", "hasty", one)),
    ]
    if kind in (np.int64, np.int32):
        nouns += [
            Transition("a", "b", count=one),
            Note("says", "visit", "hello", scores={"severity": one}),
            Origin(year=one),
        ]
    for noun in nouns:
        assert eval(repr(noun)) == noun  # noqa: S307 - what was printed here
        assert kind.__name__ not in repr(noun)


@pytest.mark.parametrize(
    "value",
    [np.bool_(1), np.float32("nan"), Decimal("sNaN"), Decimal("1E400"), Fraction(10**400, 3)],
)
def test_numbers_of_other_libraries_that_do_not_fit(value: Any) -> None:  # noqa: ANN401
    """They are as good as the number that they stand for."""
    with pytest.raises(DefinitionError, match="weight must be a finite number, zero or more, not "):
        Transition("a", "b", value)


def test_numbers_must_fit_in_a_float() -> None:
    """A target may be any finite number, but none that overflows later."""
    assert Goal("g", target=10**300).target == 10**300
    for value in (10**400, -(10**400), 10**5000):
        with pytest.raises(DefinitionError, match="target must be a finite number, not "):
            Goal("g", target=value)


def test_persona_takes_one_or_several() -> None:
    """A single goal, trait, channel or source may stand for a list of one."""
    persona = Persona("anna", goals="rest", traits="calm", channels="shop", sources="interview")
    assert persona.goals == (Text("rest"),)
    assert persona.traits == (Text("calm"),)
    assert persona.channels == ("shop",)
    assert persona.sources == ("interview",)
    pole = Trait("calm", "hasty", 0.2)
    assert Persona("anna", traits=pole).traits == (pole,)
    assert Persona("anna", traits=[pole, {"en": "calm"}]).traits == (pole, Text({"en": "calm"}))


def test_message_of_a_persona() -> None:
    """Shares and traits are told by name and place."""
    with pytest.raises(DefinitionError) as caught:
        Persona(
            "anna",
            traits=["calm", 7],  # type: ignore[list-item]
            channel_shares={"shop": 2, "app": None},
        )
    assert str(caught.value) == (
        "Persona 'anna': channel_shares 'shop' must be a number from 0 to 1, not 2; "
        "channel_shares 'app' must be given; "
        "traits[1]: must be words or a mapping of language to words, not 7"
    )
