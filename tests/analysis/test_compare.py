"""Comparisons say what happened to each part, and carry one journey into the other."""

import copy
import json
from datetime import date, timedelta
from time import process_time

import polars as pl
import pytest
from hypothesis import given

import journeykit as jk
from journeykit import (
    CONVERSION,
    AnalysisError,
    Channel,
    Goal,
    Journey,
    Note,
    Persona,
    Touchpoint,
    Transition,
)
from journeykit.analysis.compare import Change, compare
from journeykit.presets import AIDA, CURRENT_STATE, SALON
from journeykit.testing import journeys

BOARD = AIDA.with_lanes(CURRENT_STATE)


@given(journeys())
def test_itself_is_empty(journey: Journey) -> None:
    """Nothing is different between a journey and itself."""
    difference = compare(journey, journey)
    assert difference.is_empty
    assert difference.to_rows() == []
    assert str(difference).endswith(": no differences")
    assert difference.apply(journey) == journey


@given(journeys(), journeys())
def test_applied_it_gives_the_other(one: Journey, other: Journey) -> None:
    """What is different, made to the first, gives the second; and it is empty only if equal."""
    difference = compare(one, other)
    assert difference.apply(one) == other
    assert difference.is_empty == (one == other)
    assert copy.deepcopy(difference) == difference
    json.dumps(difference.to_dict())
    rows = difference.to_rows()
    assert len(pl.DataFrame(rows)) == len(rows)
    assert all(str(change) for change in (*difference.added, *difference.changed))


@given(journeys(model=BOARD), journeys(model=BOARD))
def test_in_one_model(one: Journey, other: Journey) -> None:
    """In one model notes and touchpoints find each other, and nothing is counted twice."""
    difference = compare(one, other)
    assert difference.apply(one) == other
    for name, what in (("notes", "note"), ("touchpoints", "touchpoint")):
        added = sum(change.what == what for change in difference.added)
        removed = sum(change.what == what for change in difference.removed)
        old, new = len(getattr(one, name)), len(getattr(other, name))
        assert old - removed == new - added


@given(journeys(), journeys())
def test_mirrored(one: Journey, other: Journey) -> None:
    """What is added one way is removed the other way."""
    there, back = compare(one, other), compare(other, one)
    assert {(c.what, c.key) for c in there.added} == {(c.what, c.key) for c in back.removed}


def only(now: Journey, later: Journey) -> Change:
    """Return the one change between two journeys."""
    difference = compare(now, later)
    assert difference.apply(now) == later
    (change,) = (*difference.added, *difference.removed, *difference.changed)
    return change


DESK = Touchpoint("desk", {"en": "Desk", "nl": "Balie"}, phase="interest", emotion=-1)
NOW = Journey(
    "visit",
    model=BOARD,
    touchpoints=[DESK, Touchpoint("form", phase="desire"), Touchpoint("mail", phase="action")],
    transitions=[Transition("desk", "form", 0.5), Transition("form", CONVERSION)],
    notes=[Note("actions", "interest", {"en": "Waits in line", "nl": "Wacht op zijn beurt"})],
    goals=[Goal("fast", "Faster", metric="minutes", baseline=9, target=5)],
    channels=[Channel("kiosk")],
)


@pytest.mark.parametrize(
    ("changes", "kinds", "fields"),
    [
        ({"phase": "desire"}, ("moved",), ["phase"]),
        ({"lane": "touchpoints"}, ("moved",), ["lane"]),
        ({"emotion": 1}, ("rescored",), ["emotion"]),
        ({"importance": 4}, ("rescored",), ["importance"]),
        ({"owner": "Service"}, ("reassigned",), ["owner"]),
        ({"channel": "kiosk"}, ("amended",), ["channel"]),
        ({"data": {"room": 2}}, ("amended",), ["data"]),
        ({"emotion": 2, "label": "Counter"}, ("reworded", "rescored"), ["label", "emotion"]),
    ],
)
def test_touchpoint(changes: dict[str, object], kinds: tuple[str, ...], fields: list[str]) -> None:
    """Each field of a touchpoint that is different says what happened to it."""
    later = NOW.evolve(touchpoints=[DESK.evolve(**changes), *NOW.touchpoints[1:]])
    change = only(NOW, later)
    assert (change.what, change.key, change.kinds) == ("touchpoint", "desk", kinds)
    assert list(change.fields) == fields
    assert (change.before, change.after) == (DESK, later.touchpoints[0])


def test_reworded_in_one_language() -> None:
    """A change of words names the languages, and shows them."""
    later = NOW.evolve(
        touchpoints=[DESK.evolve(label={"en": "Desk", "nl": "Loket"}), *NOW.touchpoints[1:]]
    )
    change = only(NOW, later)
    assert change.languages == ("nl",)
    assert str(change) == (
        "~ touchpoint 'desk' reworded in nl (label: Desk / Balie → Desk / Loket)"
    )


def test_reworded_in_no_language() -> None:
    """Words that are in no language are reworded, and not in the tag that stands for none."""
    desk = Touchpoint("desk", "Balie")
    one = Journey("visit", touchpoints=[desk])
    other = Journey("visit", touchpoints=[desk.evolve(label="Loket")])
    assert str(only(one, other)) == "~ touchpoint 'desk' reworded (label: Balie → Loket)"
    other = Journey("visit", touchpoints=[desk.evolve(label={"en": "Desk", "nl": "Loket"})])
    change = only(one, other)
    assert change.languages == ("und", "en", "nl")
    assert str(change) == ("~ touchpoint 'desk' reworded in en, nl (label: Balie → Desk / Loket)")


def test_a_line_for_each_change() -> None:
    """Words of several lines are told on one, so that each change has a line of its own."""
    told = compare(NOW, NOW.evolve(label="A visit\nto the desk")).told()
    assert told.splitlines() == [
        f"{NOW.label} → A visit to the desk",
        f"~ journey 'label' reworded (label: {NOW.label} → A visit to the desk)",
    ]


def test_order_of_touchpoints() -> None:
    """Of touchpoints in another order, the fewest are said to have moved."""
    later = NOW.evolve(touchpoints=[NOW.touchpoints[place] for place in (2, 0, 1)])
    change = only(NOW, later)
    assert (change.key, change.kinds, change.fields) == ("mail", ("moved",), {})
    assert str(change) == "~ touchpoint 'mail' moved"


def test_order_of_transitions() -> None:
    """Transitions in another order are a difference, but no move."""
    change = only(NOW, NOW.evolve(transitions=NOW.transitions[::-1]))
    assert (change.what, change.key, change.kinds) == ("journey", "transitions", ("reordered",))


def test_transition() -> None:
    """A transition is known by its ends."""
    later = NOW.evolve(
        transitions=[
            Transition("desk", "form", 0.75, median_wait=timedelta(minutes=3)),
            NOW.transitions[1],
        ]
    )
    change = only(NOW, later)
    assert (change.key, change.kinds) == ("desk → form", ("reweighted",))
    difference = compare(NOW, later)
    (change,) = difference.to_dict()["changed"]
    assert change["fields"] == {"weight": [0.5, 0.75], "median_wait": [None, 180.0]}
    (row,) = difference.to_rows("nl")
    assert (row["fields"], row["before"], row["after"]) == (
        ["weight", "median_wait"],
        ["0.5", "niets"],
        ["0.75", "180.0"],
    )
    assert "median_wait: nothing → 180.0" in str(difference)
    later = NOW.evolve(transitions=[*NOW.transitions, Transition("desk", "mail")])
    change = only(NOW, later)
    assert (change.kinds, str(change)) == (("added",), "+ transition 'desk → mail'")


@pytest.mark.parametrize(
    ("note", "kinds"),
    [
        (NOW.notes[0].evolve(phase="desire"), ("moved",)),
        (NOW.notes[0].evolve(touchpoint="desk"), ("moved",)),
        (NOW.notes[0].evolve(scores={"severity": 2}), ("rescored",)),
        (NOW.notes[0].evolve(evidence="qualitative"), ("amended",)),
        (NOW.notes[0].evolve(text={"en": "Waits in a line", "nl": "Wacht"}), ("reworded",)),
    ],
)
def test_note(note: Note, kinds: tuple[str, ...]) -> None:
    """A note is known by its words, or by its cell and words that are much alike."""
    change = only(NOW, NOW.evolve(notes=[note]))
    assert (change.what, change.kinds) == ("note", kinds)


def test_other_note() -> None:
    """Other words in the same cell are another note."""
    difference = compare(NOW, NOW.evolve(notes=[Note("actions", "interest", "Sits down")]))
    assert [change.key for change in difference.added] == ["Sits down"]
    assert [str(change) for change in difference.removed] == ["- note 'Waits in line'"]


@pytest.mark.parametrize("length", [300, 800])
def test_long_notes(length: int) -> None:
    """Long notes are known by their words, in a time that does not run away with their length."""
    words = [f"{'waits' if place % 3 else 'asks'} {place % 97}" for place in range(length)]
    mended = ["the"] + [word.replace("asks", "calls") for word in words]
    note = Note("actions", "interest", " ".join(words))
    started = process_time()
    change = only(NOW.evolve(notes=[note]), NOW.evolve(notes=[note.evolve(text=" ".join(mended))]))
    assert change.kinds == ("reworded",)
    other = note.evolve(text="sits down " * length)
    difference = compare(NOW.evolve(notes=[note]), NOW.evolve(notes=[other]))
    assert (len(difference.added), len(difference.removed)) == (1, 1)
    assert process_time() - started < 10


def test_notes_that_stand_twice() -> None:
    """Of two equal notes one may change and the other stay."""
    note = NOW.notes[0]
    now = NOW.evolve(notes=[note, note])
    later = NOW.evolve(notes=[note, note.evolve(scores={"severity": 5})])
    assert compare(now, later).apply(now) == later


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ({"target": 4}, ("retargeted",)),
        ({"due": date(2026, 12, 31)}, ("retargeted",)),
        ({"metric": "seconds"}, ("reworded",)),
        ({"touchpoint": "desk"}, ("moved",)),
        ({"owner": "Sam"}, ("reassigned",)),
    ],
)
def test_goal(changes: dict[str, object], kinds: tuple[str, ...]) -> None:
    """A goal says whether its figures, its words or its owner are different."""
    change = only(NOW, NOW.evolve(goals=[NOW.goals[0].evolve(**changes)]))
    assert (change.what, change.key, change.kinds) == ("goal", "fast", kinds)


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ({"label": "Coming by"}, ("reworded",)),
        ({"state": "future"}, ("amended",)),
        ({"persona": Persona("kim")}, ("reassigned",)),
        ({"route": ["desk", "mail"]}, ("rerouted",)),
        ({"model": BOARD.evolve(label="Mine")}, ("remodelled",)),
        ({"ends_with": ["Served"]}, ("reworded",)),
    ],
)
def test_journey(changes: dict[str, object], kinds: tuple[str, ...]) -> None:
    """The journey's own fields are compared too."""
    change = only(NOW, NOW.evolve(**changes))
    assert (change.what, change.key, change.kinds) == ("journey", *changes, kinds)
    assert str(change).startswith(f"~ journey '{change.key}' ")


def test_channel() -> None:
    """An own channel is known by its key."""
    change = only(NOW, NOW.evolve(channels=[Channel("kiosk", realm="hybrid")]))
    assert (change.what, change.kinds) == ("channel", ("amended",))


def test_elsewhere_it_does_not_fit() -> None:
    """A difference cannot be made to a journey that it does not start from."""
    difference = compare(NOW, NOW.evolve(state="future"))
    with pytest.raises(AnalysisError, match="starts from another journey than 'curly_hair_salon'"):
        difference.apply(SALON)
    with pytest.raises(AnalysisError, match="starts from another journey than 'salon'"):
        difference.apply("salon")  # type: ignore[arg-type]


def test_only_journeys() -> None:
    """Anything but a journey is refused."""
    with pytest.raises(AnalysisError, match="only journeys can be compared, not 'now'"):
        compare("now", NOW)  # type: ignore[arg-type]


def test_at_the_front_door() -> None:
    """Users reach it as ``jk.compare``."""
    assert jk.compare(SALON, SALON).is_empty
