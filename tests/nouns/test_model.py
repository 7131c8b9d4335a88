"""Journey models: phases by lanes, joined by transitions."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    DefinitionError,
    JourneyModel,
    Lane,
    Note,
    Origin,
    Phase,
    Stage,
    Text,
    Transition,
    UnknownKeyError,
    sequence,
    testing,
)

ROAD = JourneyModel("road", phases=["a", "b", "c"], lanes=["does", "feels"])


def keys(model: JourneyModel) -> list[str]:
    """Return the keys of the phases, in order."""
    return [phase.key for phase in model.phases]


def moves(model: JourneyModel) -> list[tuple[str, str, str | None]]:
    """Return the transitions as source, target and kind."""
    return [(move.source, move.target, move.kind) for move in model.transitions]


def test_bare_keys_stand_for_phases_and_lanes() -> None:
    """A key alone becomes a phase or a lane with that key."""
    assert ROAD.phases == (Phase("a"), Phase("b"), Phase("c"))
    assert ROAD.lanes == (Lane("does"), Lane("feels"))


def test_transitions_default_to_the_straight_road() -> None:
    """Without transitions each phase leads to the next; with none on purpose, nowhere."""
    assert moves(ROAD) == [("a", "b", "next"), ("b", "c", "next")]
    assert moves(JourneyModel("road", phases=["a", "b"], transitions=[])) == []
    assert moves(JourneyModel("one", phases=["a"])) == []


def test_kinds_are_filled_in_from_the_order() -> None:
    """A kind that was not given follows from where the phases stand."""
    ends = [(START, "b"), ("a", "c"), ("c", "b"), ("b", "b"), ("b", DROP_OFF), ("c", CONVERSION)]
    model = ROAD.evolve(transitions=[Transition(*pair) for pair in ends])
    kinds = ["entry", "skip", "back", "repeat", "exit", "exit"]
    assert [move.kind for move in model.transitions] == kinds


def test_cyclic_when_the_last_phase_leads_to_the_first() -> None:
    """A model comes round when a transition says so, or when the author does."""
    ring = [*sequence("a", "b", "c"), Transition("c", "a")]
    assert not ROAD.cyclic
    assert JourneyModel("ring", phases=["a", "b", "c"], transitions=ring).cyclic
    assert ROAD.evolve(transitions=ring).cyclic
    assert not ROAD.evolve(transitions=ring).evolve(transitions=None).cyclic
    assert ROAD.evolve(cyclic=True).cyclic
    assert ROAD.evolve(cyclic=True).evolve(phases=["a", "b"]).cyclic
    assert not JourneyModel("one", phases=["a"], transitions=[Transition("a", "a")]).cyclic


def test_stages_come_as_words() -> None:
    """A stage may be given by name, several stages one by one."""
    phase = Phase("use", stage="service", also="loyalty")
    assert phase.stage is Stage.SERVICE
    assert phase.also == (Stage.LOYALTY,)
    assert Phase("use", also=iter(["service", Stage.LOYALTY])).also == (
        Stage.SERVICE,
        Stage.LOYALTY,
    )
    assert [stage.value for stage in Stage] == [
        "awareness",
        "consideration",
        "purchase",
        "service",
        "loyalty",
    ]


@given(model=testing.models())
def test_everything_is_found_by_its_key(model: JourneyModel) -> None:
    """Each phase and lane is found, knows its place, and nothing else is."""
    for place, phase in enumerate(model.phases):
        assert model.phase(phase.key) is phase
        assert model.has_phase(phase.key)
        assert model.position(phase.key) == place
    for lane in model.lanes:
        assert model.lane(lane.key) is lane
        assert model.has_lane(lane.key)
    assert not model.has_phase("nowhere")
    assert not model.has_lane("nowhere")
    assert not model.has_phase(None)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda: ROAD.phase("d"),
            "unknown phase 'd' in journey model 'road'; known are 'a', 'b', 'c'",
        ),
        (
            lambda: ROAD.lane("doe"),
            "unknown lane 'doe' in journey model 'road', did you mean 'does'?",
        ),
        (
            lambda: JourneyModel("m", phases=["a"]).lane("does"),
            "unknown lane 'does' in journey model 'm'; there are none",
        ),
        (
            lambda: ROAD.phase(["a"]),  # type: ignore[arg-type]
            "unknown phase ['a'] in journey model 'road'; known are 'a', 'b', 'c'",
        ),
        (
            lambda: ROAD.position("d"),
            "unknown phase 'd' in journey model 'road'; known are 'a', 'b', 'c'",
        ),
        (
            lambda: ROAD.notes_in(phase="d"),
            "unknown phase 'd' in journey model 'road'; known are 'a', 'b', 'c'",
        ),
        (
            lambda: ROAD.notes_in(lane="d"),
            "unknown lane 'd' in journey model 'road'; known are 'does', 'feels'",
        ),
        (
            lambda: ROAD.with_phase("x", after="d"),
            "unknown phase 'd' in journey model 'road'; known are 'a', 'b', 'c'",
        ),
    ],
)
def test_unknown_keys_are_told(ask: Any, message: str) -> None:  # noqa: ANN401
    """Who asks for what is not there is told what is, and what comes near."""
    with pytest.raises(UnknownKeyError) as caught:
        ask()
    assert str(caught.value) == message


@given(model=testing.models(), data=st.data())
def test_notes_in_cells(model: JourneyModel, data: st.DataObject) -> None:
    """Notes are found by their row, their column, or both; every note in one cell."""
    assert model.notes_in() == model.notes
    phase = data.draw(st.sampled_from(keys(model)))
    assert model.notes_in(phase=phase) == tuple(n for n in model.notes if n.phase == phase)
    for lane in model.lanes:
        row = model.notes_in(lane=lane.key)
        assert row == tuple(note for note in model.notes if note.lane == lane.key)
        cells = [model.notes_in(phase=key, lane=lane.key) for key in keys(model)]
        assert sorted(map(repr, row)) == sorted(repr(note) for cell in cells for note in cell)


@given(model=testing.models(), data=st.data())
def test_with_phase_puts_it_in_its_place(model: JourneyModel, data: st.DataObject) -> None:
    """The new phase stands where it was asked to stand, and the others keep their order."""
    near = data.draw(st.sampled_from(keys(model)))
    place = model.position(near)
    for longer, where in [
        (model.with_phase("new", after=near), place + 1),
        (model.with_phase(Phase("new"), before=near), place),
        (model.with_phase("new"), len(model.phases)),
    ]:
        assert longer.position("new") == where
        assert [key for key in keys(longer) if key != "new"] == keys(model)
        assert longer.notes == model.notes
        assert longer.lanes == model.lanes


@given(
    several=st.lists(testing.keys(plain=True), min_size=1, max_size=5, unique=True), data=st.data()
)
def test_with_phase_leads_the_straight_road_through(
    several: list[str], data: st.DataObject
) -> None:
    """A straight road stays one, wherever the new phase is put."""
    model = JourneyModel("road", phases=several)
    place = data.draw(st.integers(0, len(several)))
    expected = [*several[:place], "new", *several[place:]]
    if place < len(several):
        longer = model.with_phase("new", before=several[place])
    else:
        longer = model.with_phase("new", after=several[-1])
    assert longer == JourneyModel("road", phases=expected)


@given(model=testing.models(), data=st.data())
def test_with_phase_keeps_the_other_ways(model: JourneyModel, data: st.DataObject) -> None:
    """All that is not a step to the neighbour leads where it led before."""
    near = data.draw(st.sampled_from(keys(model)))
    longer = model.with_phase("new", after=near)
    ring = model.cyclic and len(model.phases) > 1
    after = [*keys(model), keys(model)[0] if ring else "nothing"][model.position(near) + 1]
    kept = [move.ends for move in model.transitions if move.ends != (near, after)]
    assert [move.ends for move in longer.transitions if "new" not in move.ends] == kept


def test_with_phase_keeps_what_is_known_of_the_road() -> None:
    """The first half of a divided step keeps its words; kinds follow the new order."""
    model = ROAD.evolve(
        transitions=[
            Transition("a", "b", 0.5, label="goes on"),
            Transition("a", "c"),
            Transition("c", "b", kind="repeat"),
        ]
    )
    longer = model.with_phase("x", after="a")
    assert longer.transitions == (
        Transition("a", "x", 0.5, label="goes on", kind="next"),
        Transition("x", "b", kind="next"),
        Transition("a", "c", kind="skip"),
        Transition("c", "b", kind="repeat"),
    )


def test_with_phase_makes_a_step_a_skip() -> None:
    """A transition that jumps over the new phase only now is a skip from now on."""
    steps = [Transition("a", "b", kind="next"), Transition("b", "c")]
    branches = JourneyModel(
        "m", phases=["a", "b", "c"], transitions=[Transition("a", "b"), *steps[1:]]
    )
    longer = branches.with_phase("x", before="c")
    assert moves(longer) == [("a", "b", "next"), ("b", "x", "next"), ("x", "c", "next")]
    states = JourneyModel("m", phases=["a", "b", "c"], transitions=[Transition("b", "a")])
    assert moves(states.with_phase("x", after="a")) == [("b", "a", "back")]


def test_with_phase_leads_the_ring_through() -> None:
    """A model that comes round goes on to do so, with the words of its way back."""
    back = Transition("c", "a", label="again", kind="repeat")
    ring = ROAD.evolve(transitions=[*ROAD.transitions, back])
    steps = [("a", "b", "next"), ("b", "c", "next")]
    for longer, closing in [
        (ring.with_phase("x"), [("c", "x", "next"), ("x", "a", "repeat")]),
        (ring.with_phase("x", before="a"), [("c", "x", "repeat"), ("x", "a", "next")]),
    ]:
        assert longer.cyclic
        assert moves(longer) == [*steps, *closing]
        assert [str(move.label) for move in longer.transitions if move.kind == "repeat"] == [
            "again"
        ]
    open_ended = ring.evolve(cyclic=False).with_phase("x")
    assert not open_ended.cyclic
    assert moves(open_ended) == [*steps, ("c", "a", "repeat"), ("c", "x", "next")]


def test_with_phase_refuses_a_key_that_is_there() -> None:
    """Two phases with one key do not go together."""
    with pytest.raises(DefinitionError, match="two phases have the key 'b'"):
        ROAD.with_phase("b")


@given(model=testing.models(), other=testing.models())
def test_with_lanes_adds_rows(model: JourneyModel, other: JourneyModel) -> None:
    """Rows that are there stay in place; those of the other come below, or take their place."""
    both = model.with_lanes(other)
    own = [lane.key for lane in model.lanes]
    new = [lane.key for lane in other.lanes if lane.key not in own]
    assert [lane.key for lane in both.lanes] == own + new
    assert all(both.lane(lane.key) is lane for lane in other.lanes)
    assert both.evolve(lanes=model.lanes) == model
    assert model.with_lanes(iter(other.lanes)) == both


def test_with_lanes_takes_bare_keys() -> None:
    """A key alone becomes a lane."""
    assert ROAD.with_lanes(["says", "does"]).lanes == (Lane("does"), Lane("feels"), Lane("says"))


@given(model=testing.models(), data=st.data())
def test_a_new_order_brings_new_kinds(model: JourneyModel, data: st.DataObject) -> None:
    """What followed from the order follows from the new one, and comes back with the old."""
    phases = data.draw(st.permutations(model.phases))
    other = model.evolve(phases=phases)
    assert other.transitions == other.evolve(phases=phases).transitions
    assert {move.ends for move in other.transitions} == {
        move.ends for move in model.transitions
    } or moves(model) == moves(JourneyModel("road", phases=model.phases))


def test_a_straight_road_follows_the_new_order() -> None:
    """The road that nobody drew is drawn anew; the kinds that nobody gave are given anew."""
    assert moves(ROAD.evolve(phases=["c", "a"])) == [("c", "a", "next")]
    shortcut = ROAD.evolve(transitions=[Transition("a", "c"), Transition("c", "b", kind="repeat")])
    turned = shortcut.evolve(phases=["c", "b", "a"])
    assert moves(turned) == [("a", "c", "back"), ("c", "b", "repeat")]
    assert not ROAD.evolve(phases=["b", "a", "c"], transitions=ROAD.transitions).cyclic


def test_origin_tells_where_it_comes_from() -> None:
    """One author or source may be given as it is."""
    origin = Origin(authors="Lewis", year=1898, sources=["Strong (1925)"], note="disputed")
    assert origin.authors == ("Lewis",)
    assert ROAD.evolve(origin=origin).origin.note == Text("disputed")
    with pytest.raises(DefinitionError) as caught:
        Origin(year=0, authors=[7])  # type: ignore[list-item]
    assert str(caught.value) == (
        "Origin: authors[0] must be a string, not 7; "
        "year must be a whole number from 1 to 9999, not 0"
    )


def test_one_end_or_several() -> None:
    """A single text may stand for a list of one, and an empty one for none."""
    assert ROAD.evolve(ends_with="bought").ends_with == (Text("bought"),)
    assert ROAD.evolve(ends_with={"en": "bought"}).ends_with == (Text({"en": "bought"}),)
    assert ROAD.evolve(ends_with="").ends_with == ()
    assert ROAD.evolve(aliases="street").aliases == ("street",)


def test_message_of_a_model_with_many_problems() -> None:
    """What contradicts is told together with what is wrong in itself."""
    with pytest.raises(DefinitionError) as caught:
        JourneyModel(
            "m",
            7,  # type: ignore[arg-type]
            phases=["visit", "START", "visit"],
            lanes=["staff"],
            transitions=[Transition("visit", "vist")],
            notes=[
                Note("staf", "visit", "word"),
                Note("staff", "visit", "word", touchpoint="desk"),
            ],
        )
    assert str(caught.value) == (
        "JourneyModel 'm': label: must be words or a mapping of language to words, not 7; "
        "two phases have the key 'visit'; "
        "phase 'START': this key is reserved for transitions; "
        "transitions[0] has the unknown phase 'vist', did you mean 'visit'?; "
        "notes[0] stands in the unknown lane 'staf', did you mean 'staff'?; "
        "notes[1] is about a touchpoint; a journey model has none"
    )


def test_reserved_keys_are_told_of_the_model() -> None:
    """The straight road does not stumble over a phase that may not be there."""
    with pytest.raises(DefinitionError) as caught:
        JourneyModel("m", phases=["CONVERSION", "a", "DROP_OFF"])
    assert caught.value.subject == "JourneyModel 'm'"
    assert len(caught.value.problems) == 2


def test_note_names_its_cell() -> None:
    """A note has no key, so that its message names the row and the column."""
    with pytest.raises(DefinitionError) as caught:
        Note("pains", "visit", "word", scores={"severity": 6, "": 1})
    assert str(caught.value) == (
        "Note in 'pains' × 'visit': "
        "score 'severity' must be a whole number from 1 to 5, not 6; "
        "the name of a score must not be empty"
    )


def test_phases_must_be_there() -> None:
    """A model without a phase is no model; one phase and many lanes are fine."""
    with pytest.raises(DefinitionError, match=re.escape("a journey model needs at least one")):
        JourneyModel("m")
    assert JourneyModel("m", phases=["a"], lanes=["x", "y"]).phases == (Phase("a"),)
