"""Models made from models: a phase less, renamed, reordered, merged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import (
    DROP_OFF,
    START,
    DefinitionError,
    JourneyModel,
    Note,
    Phase,
    Text,
    Transition,
    UnknownKeyError,
    presets,
)
from journeykit.presets import AIDA, BUYGRID, FIVE_PHASE_SALON
from journeykit.testing import models

MODELS = st.one_of(models(), st.sampled_from([presets.get(name) for name in presets.names()]))


@given(MODELS, st.data())
def test_renaming_there_and_back(model: JourneyModel, data: st.DataObject) -> None:
    """New keys and then the old ones give the model back."""
    keys = [phase.key for phase in model.phases]
    chosen = data.draw(st.lists(st.sampled_from(keys), unique=True))
    there = {key: f"new {number}" for number, key in enumerate(chosen)}
    new = model.with_phases_renamed(there)
    assert [phase.key for phase in new.phases] == [there.get(key, key) for key in keys]
    assert len(new.transitions) == len(model.transitions)
    assert [move.kind for move in new.transitions] == [move.kind for move in model.transitions]
    back = new.with_phases_renamed({new: old for old, new in there.items()})
    assert back == model


@given(MODELS, st.data())
def test_reordering_there_and_back(model: JourneyModel, data: st.DataObject) -> None:
    """Another order and then the old one keep every phase, note and way that is no road."""
    keys = [phase.key for phase in model.phases]
    order = data.draw(st.permutations(keys))
    turned = model.with_phases_in_order(order)
    assert [phase.key for phase in turned.phases] == order
    assert turned.notes == model.notes
    back = turned.with_phases_in_order(keys)
    assert back.phases == model.phases
    # What turns out to be the straight road of the other order is one from then on.
    if turned.transitions != JourneyModel("road", phases=turned.phases).transitions:
        assert {move.ends for move in back.transitions} == {move.ends for move in model.transitions}


@given(MODELS, st.data())
def test_a_phase_less(model: JourneyModel, data: st.DataObject) -> None:
    """Nothing speaks of a phase that has gone, and nothing else goes."""
    key = data.draw(st.sampled_from([phase.key for phase in model.phases]))
    if len(model.phases) == 1:
        with pytest.raises(DefinitionError, match="needs at least one"):
            model.without_phase(key)
        return
    less = model.without_phase(key)
    assert [phase.key for phase in less.phases] == [
        phase.key for phase in model.phases if phase.key != key
    ]
    assert less.notes == tuple(note for note in model.notes if note.phase != key)
    kept = {move.ends for move in model.transitions if key not in move.ends}
    assert kept <= {move.ends for move in less.transitions}


@given(MODELS, st.data())
def test_merging(model: JourneyModel, data: st.DataObject) -> None:
    """One phase in place of several holds all their notes, and all ways in and out."""
    keys = [phase.key for phase in model.phases]
    chosen = data.draw(st.lists(st.sampled_from(keys), unique=True, min_size=1))
    merged = model.with_phases_merged(chosen, "the merged one")
    assert len(merged.phases) == len(keys) - len(chosen) + 1
    assert merged.phases[min(map(keys.index, chosen))].key == "the merged one"
    assert len(merged.notes) == len(model.notes)
    place = {**{end: end for end in keys}, **dict.fromkeys(chosen, "the merged one")}
    expected = {
        (place.get(move.source, move.source), place.get(move.target, move.target))
        for move in model.transitions
        if move.source == move.target or not {move.source, move.target} <= set(chosen)
    }
    assert {move.ends for move in merged.transitions} == expected


def test_road_closes_over_a_gap() -> None:
    """The straight road leads on, at the ends it only grows shorter."""
    assert [move.ends for move in AIDA.without_phase("interest").transitions] == [
        ("attention", "desire"),
        ("desire", "action"),
    ]
    for key, ends in (("attention", ("interest", "desire")), ("action", ("attention", "interest"))):
        assert AIDA.without_phase(key).transitions[0].ends == ends
    weighted = JourneyModel(
        "m",
        phases=["a", "b", "c"],
        transitions=[
            Transition(START, "b"),
            Transition("a", "b", 0.7, reason="They go on"),
            Transition("b", "c", 0.2),
            Transition("b", DROP_OFF),
            Transition("c", "b", kind="repeat"),
        ],
    )
    assert weighted.without_phase("b").transitions == (
        Transition("a", "c", 0.7, reason="They go on", kind="next"),
    )


def test_no_second_road_where_there_is_one() -> None:
    """A way that is there already is not built again."""
    model = JourneyModel(
        "m",
        phases=["a", "b", "c"],
        transitions=[Transition("a", "b"), Transition("b", "c"), Transition("a", "c")],
    )
    (road,) = model.without_phase("b").transitions
    assert (road.ends, road.kind) == (("a", "c"), "next")


def test_labels_follow_keys_only_where_they_were_made_of_them() -> None:
    """A label that somebody wrote stays."""
    model = JourneyModel("m", phases=["first_look", Phase("pay", "Betalen")])
    new = model.with_phases_renamed({"first_look": "second_look", "pay": "settle"})
    assert [phase.label for phase in new.phases] == [Text("Second look"), Text("Betalen")]


def test_notes_follow_their_phase() -> None:
    """The cells of the buying grid stay in their columns under new keys."""
    new = BUYGRID.with_phases_renamed({"supplier_search": "search"})
    assert len(new.notes_in(phase="search")) == len(BUYGRID.notes_in(phase="supplier_search")) == 3


def test_merged_weights_and_counts_are_summed() -> None:
    """What comes to share its ends is added up; what nobody weighed stays unweighed."""
    model = JourneyModel(
        "m",
        phases=["a", "b", "c"],
        lanes=["notes"],
        notes=[Note("notes", "a", "x")],
        transitions=[
            Transition(START, "a", 3, count=3),
            Transition(START, "b", 1, count=1),
            Transition("a", "b", 2),
            Transition("a", "c"),
            Transition("b", "c"),
        ],
    )
    merged = model.with_phases_merged(["a", "b"], Phase("ab", "A and B"))
    assert merged.transitions == (
        Transition(START, "ab", 4, count=4, kind="entry"),
        Transition("ab", "c", kind="next"),
    )
    assert merged.notes[0].phase == "ab"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda m: m.without_phase("actin"), "unknown phase 'actin' .* did you mean 'action'"),
        (lambda m: m.with_phases_renamed({"x": "y"}), "unknown phase 'x'"),
        (lambda m: m.with_phases_in_order(["actin"]), "unknown phase 'actin'"),
        (lambda m: m.with_phases_merged(["x"], "y"), "unknown phase 'x'"),
        (lambda m: m.with_phases_merged([], "y"), "there are no phases to merge"),
        (lambda m: m.with_phases_in_order(["action"]), "the new order leaves out 'attention'"),
        (lambda m: m.with_phases_in_order("action"), "the new order leaves out 'attention'"),
        (lambda m: m.with_phases_in_order(7), "keys must be a list, not 7"),
        (lambda m: m.with_phases_merged([None], "x"), r"keys\[0\] must be a string, not None"),
        (lambda m: m.with_phases_renamed(None), "keys must be a mapping .*, not None"),
        (lambda m: m.with_lanes("says"), "lanes must be a list, not 'says'"),
        (lambda m: m.with_lanes(7), "lanes must be a list, not 7"),
        (lambda m: m.with_lanes([7]), r"lanes\[0\] must be a Lane, not 7"),
        (
            lambda m: m.with_phase("x", after="interest", before="action"),
            "a phase comes after or before one, not both",
        ),
        (
            lambda m: m.with_phases_merged(["interest"], "action"),
            "another phase has the key 'action'",
        ),
        (
            lambda m: m.with_phases_renamed({"interest": "action"}),
            "two phases have the key 'action'",
        ),
    ],
)
def test_what_does_not_go(change: object, message: str) -> None:
    """What cannot be done is refused in one line that names the phase."""
    assert callable(change)
    with pytest.raises((DefinitionError, UnknownKeyError), match=message):
        change(AIDA)


def test_repeats_stay_repeats() -> None:
    """Coming back is no step back, wherever the phases stand."""
    turned = FIVE_PHASE_SALON.with_phases_in_order(
        ["evaluatie", "actie", "beslissing", "overweging", "bewustwording"]
    )
    kinds = {move.ends: move.kind for move in turned.transitions}
    assert kinds["evaluatie", "beslissing"] == "repeat"
