"""Transitions: their ends, their kinds, and how likely they are."""

import itertools
import math
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    DefinitionError,
    Journey,
    JourneyModel,
    Touchpoint,
    Transition,
    sequence,
    testing,
)
from journeykit.errors import Hints
from journeykit.transition import (
    ENDS,
    kind_from_order,
    probabilities,
    transition_problems,
    with_kinds,
    without_derived_kinds,
)

ORDER = {"a": (0,), "b": (1,), "c": (2,), "d": (2, 1)}


@given(move=testing.transitions())
def test_ends(move: Transition) -> None:
    """The ends are the source and the target."""
    assert move.ends == (move.source, move.target)


@pytest.mark.parametrize(
    ("ends", "kind"),
    [
        ((START, "a"), "entry"),
        ((START, CONVERSION), "entry"),
        (("a", CONVERSION), "exit"),
        (("a", DROP_OFF), "exit"),
        (("a", "a"), "repeat"),
        (("a", "b"), "next"),
        (("b", "d"), "next"),
        (("c", "d"), "next"),
        (("a", "c"), "skip"),
        (("b", "a"), "back"),
        (("d", "c"), "back"),
    ],
)
def test_kind_follows_from_the_order(ends: tuple[str, str], kind: str) -> None:
    """A step to the next column is next, a longer one skips, one to the left goes back."""
    assert kind_from_order(Transition(*ends), ORDER) == kind


def test_kinds_that_are_given_stay() -> None:
    """Only what is missing is filled in, and only what was filled in is emptied."""
    moves = (Transition("a", "b"), Transition("b", "a", kind="repeat"))
    kinds = with_kinds(moves, ORDER)
    assert [move.kind for move in kinds] == ["next", "repeat"]
    assert without_derived_kinds(kinds, ORDER) == moves


def test_kinds_are_filled_in_on_copies() -> None:
    """The transition that was given stays as it was, and shares nothing with the one inside."""
    move = Transition("a", "b", data={"by": ["hand"]})
    journey = Journey("j", touchpoints=["a", "b"], transitions=[move])
    journey.transitions[0].data["by"].append("machine")
    assert move == Transition("a", "b", data={"by": ["hand"]})


def test_kind_must_suit_the_ends() -> None:
    """Entries come from the start, exits lead to an end, nothing else touches either."""
    for source, target, kind, problem in [
        ("a", "b", "entry", "an entry must come from START"),
        ("a", "b", "exit", "an exit must lead to CONVERSION or DROP_OFF"),
        (START, "b", "next", "kind 'next' cannot stand at START, CONVERSION or DROP_OFF"),
        ("a", DROP_OFF, "back", "kind 'back' cannot stand at START, CONVERSION or DROP_OFF"),
        ("a", "b", "jump", "kind must be one of 'next', 'skip', 'back', 'repeat', 'entry', "),
    ]:
        with pytest.raises(DefinitionError, match=problem):
            Transition(source, target, kind=kind)  # type: ignore[arg-type]


def test_message_lists_everything() -> None:
    """The message names the transition by its ends and says the way out of each problem."""
    with pytest.raises(DefinitionError) as caught:
        Transition(CONVERSION, START, -1, count=1.5, median_wait=timedelta(days=-1))  # type: ignore[arg-type]
    assert str(caught.value) == (
        "Transition 'CONVERSION' → 'START': "
        "source must not be CONVERSION: nothing leaves an end; "
        "target must not be START: nothing leads back before the start; "
        "weight must be a finite number, zero or more, not -1; "
        "count must be a whole number, 0 or more, not 1.5; "
        "median_wait must not be negative, but is -1 day, 0:00:00"
    )


def test_object_in_place_of_its_key() -> None:
    """Who passes the phase itself is told what to write."""
    phase = JourneyModel("m", phases=["visit"]).phases[0]
    with pytest.raises(DefinitionError) as caught:
        Transition("a", phase)  # type: ignore[arg-type]
    assert caught.value.problems == ("target must be a key; write 'visit', not the Phase itself",)


@given(keys=st.lists(testing.keys(), max_size=6))
def test_sequence_joins_neighbours(keys: list[str]) -> None:
    """Each key leads to the one after it; a pair that comes twice gives one transition."""
    road = sequence(*keys)
    assert [move.ends for move in road] == list(dict.fromkeys(itertools.pairwise(keys)))
    assert all(move == Transition(*move.ends) for move in road)


def test_sequence_may_run_from_start_to_end() -> None:
    """The reserved ends may stand at the ends, and nowhere else."""
    assert sequence(START, "a", CONVERSION) == (Transition(START, "a"), Transition("a", CONVERSION))
    with pytest.raises(DefinitionError, match="nothing leaves an end"):
        sequence("a", CONVERSION, "b")


def test_sequence_wants_keys_one_by_one() -> None:
    """A list of keys would be a road of one step, so it is told how to spread it."""
    with pytest.raises(DefinitionError) as caught:
        sequence(["a", "b"])  # type: ignore[arg-type]
    assert str(caught.value) == (
        "sequence: keys[0] must be a string, not ['a', 'b']; write sequence(*keys)"
    )
    with pytest.raises(DefinitionError) as caught:
        sequence("a", Touchpoint("b"), 7)  # type: ignore[arg-type]
    assert caught.value.problems == (
        "keys[1] must be a key; write 'b', not the Touchpoint itself",
        "keys[2] must be a string, not 7",
    )


def by_source(transitions: tuple[Transition, ...]) -> list[list[Transition]]:
    """Return the transitions that leave each source."""
    sources = {move.source for move in transitions}
    return [[move for move in transitions if move.source == source] for source in sources]


@given(journey=testing.journeys())
def test_probabilities_sum_to_one(journey: Journey) -> None:
    """They do so for each source, unless nothing ever leaves it."""
    share = probabilities(journey.transitions)
    assert list(share) == [move.ends for move in journey.transitions]
    assert all(0 <= value <= 1 for value in share.values())
    for fellows in by_source(journey.transitions):
        total = math.fsum(share[move.ends] for move in fellows)
        if all(move.weight == 0 for move in fellows):
            assert total == 0
        else:
            assert total == pytest.approx(1)


@given(journey=testing.journeys(weighted=True), factor=st.sampled_from([0.5, 2, 3, 1000]))
def test_probabilities_do_not_depend_on_the_scale(journey: Journey, factor: float) -> None:
    """Counts and shares of the same thing give the same probabilities."""
    moves = [move for move in journey.transitions if 1e-300 < (move.weight or 0) < 1e300]
    larger = [move.evolve(weight=(move.weight or 0) * factor) for move in moves]
    assert probabilities(larger) == pytest.approx(probabilities(moves))


def shares(*weights: float | None) -> list[float]:
    """Return the probabilities of transitions with some weights, out of one source."""
    moves = [Transition("a", f"to {place}", weight) for place, weight in enumerate(weights)]
    return list(probabilities(moves).values())


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ([None, None], [0.5, 0.5]),
        ([3, 1], [0.75, 0.25]),
        ([0.5, None, None], [0.5, 0.25, 0.25]),
        ([0, None], [0, 1]),
        ([0, 0], [0, 0]),
        ([3, None], [1, 0]),
        ([1, None], [1, 0]),
        ([0.75, 0.75, None], [0.5, 0.5, 0]),
        ([1e308, 1e308], [0.5, 0.5]),
        ([1e308, 1e308, None], [0.5, 0.5, 0]),
        ([5e-324, 5e-324], [0.5, 0.5]),
        ([0.1] * 10, [0.1] * 10),
        ([0.1, 0], [1, 0]),
    ],
)
def test_probabilities_by_example(weights: list[float | None], expected: list[float]) -> None:
    """Missing weights share what is left; no weight is too large or too small."""
    assert shares(*weights) == pytest.approx(expected)


def test_no_transitions_have_no_probabilities() -> None:
    """Nothing comes of nothing."""
    assert probabilities([]) == {}


def test_problems_of_several_transitions() -> None:
    """Unknown ends are told with their place and the nearest key, equal ends once."""
    moves = [
        Transition("basket", "pay"),
        Transition("baskt", "pay"),
        Transition("x", "x"),
        *[Transition("basket", "pay", weight) for weight in (1, 2)],
        Transition(START, "basket"),
    ]
    assert list(transition_problems(moves, ["basket", "pay"], "phase", Hints())) == [
        "transitions[1] has the unknown phase 'baskt', did you mean 'basket'?",
        "transitions[2] has the unknown phase 'x'",
        "two transitions lead from 'basket' to 'pay'; make them one, with the sum of their weights",
    ]


def test_reserved_ends() -> None:
    """The reserved words are what users read in pictures and files."""
    assert ENDS == ("START", "CONVERSION", "DROP_OFF")
