"""Goals: each letter that is missed is told with what would satisfy it, and nothing else is."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from journeykit import AnalysisError, Goal, Journey
from journeykit.analysis.goals import Gaps, gaps
from journeykit.presets import AIDA, SALON
from journeykit.testing import journeys

WHOLE = Goal(
    "orders",
    phase="action",
    metric="Orders a day",
    baseline=80,
    target=120,
    owner="Web team",
    due=date(2026, 12, 31),
)
FILL: dict[str, Any] = {
    "metric": "Orders a day",
    "place": "action",
    "baseline": 80,
    "target": 120,
    "owner": "Web team",
    "due": date(9999, 12, 31),
}


@given(journeys())
def test_letters(journey: Journey) -> None:
    """The letters are those that the goals themselves say they miss, each once."""
    found = gaps(journey)
    for goal in journey.goals:
        assert tuple(gap.letter for gap in found.of(goal.key)) == goal.missing
        assert (goal.key in found.complete) == (not goal.missing)
    assert found.goals == tuple(goal.key for goal in journey.goals)
    assert len(found) == sum(len(goal.missing) for goal in journey.goals)


@given(journeys(model=AIDA))
def test_filling_what_is_lacking(journey: Journey) -> None:
    """What is lacking is not there; once it is filled in, nothing is lacking any more."""
    filled = []
    for goal in journey.goals:
        lacking = {part for gap in gaps(journey).of(goal.key) for part in gap.lacks}
        fields = {("phase" if part == "place" else part): FILL[part] for part in lacking}
        assert not any(getattr(goal, name) for name in fields if name not in {"baseline", "target"})
        filled.append(goal.evolve(**fields))
    assert list(gaps(journey.evolve(goals=filled))) == []


@pytest.mark.parametrize(
    ("without", "told"),
    [
        (["metric"], [("S", ("metric",)), ("M", ("metric",))]),
        (["phase"], [("S", ("place",))]),
        (["baseline"], [("M", ("baseline",))]),
        (["baseline", "target"], [("M", ("baseline", "target"))]),
        (["owner"], [("A", ("owner",))]),
        (["due"], [("T", ("due",))]),
        ([], []),
    ],
)
def test_parts(without: list[str], told: list[tuple[str, tuple[str, ...]]]) -> None:
    """Each part that is left out is missed by the letters that ask for it."""
    goal = WHOLE.evolve(**dict.fromkeys(without))
    found = gaps(Journey("shop", model=AIDA, goals=[goal]))
    assert [(gap.letter, gap.lacks) for gap in found] == told


def test_nothing_is_a_number() -> None:
    """A baseline or a target of 0 is one."""
    goal = WHOLE.evolve(baseline=0, target=None)
    assert [gap.lacks for gap in gaps(Journey("shop", model=AIDA, goals=[goal]))] == [("target",)]
    assert list(gaps(Journey("shop", model=AIDA, goals=[goal.evolve(baseline=1, target=0)]))) == []


def test_words() -> None:
    """What is to be added is said in English and Dutch."""
    found = gaps(Journey("shop", goals=["orders"]))
    assert [gap.words.pick("nl") for gap in found] == [
        "specifiek: mist een maatstaf en een fase of contactmoment",
        "meetbaar: mist een maatstaf, een beginwaarde en een streefwaarde",
        "toewijsbaar: mist een eigenaar",
        "tijdgebonden: mist een einddatum",
    ]
    assert str(found[1]) == "orders: measurable: lacks a metric, a baseline and a target"


def test_printing() -> None:
    """The answer reads well in a terminal, whichever number of goals there is."""
    assert str(gaps(Journey("shop"))) == "shop: no goals"
    assert str(gaps(Journey("shop", model=AIDA, goals=[WHOLE]))) == (
        "shop: its goal lacks nothing; whether realistic, people judge"
    )
    assert str(gaps(SALON)) == (
        "curly_hair_salon: its 3 goals lack nothing; whether realistic, people judge"
    )
    several = [WHOLE, WHOLE.evolve(key="b", owner=None), WHOLE.evolve(key="c", phase=None)]
    assert str(gaps(Journey("shop", model=AIDA, goals=several))).splitlines() == [
        "shop: 2 of 3 goals lack something",
        "goal  letter        lacks",
        "b     A assignable  an owner",
        "c     S specific    a phase or touchpoint",
    ]


def test_rows_and_dict() -> None:
    """The answer goes into a data frame, and into JSON."""
    found = gaps(Journey("shop", model=AIDA, goals=[WHOLE.evolve(owner=None)]))
    told = json.loads(json.dumps(found.to_dict()))
    assert told == {"journey": "shop", "goals": ["orders"], "gaps": found.to_rows()}
    assert told["gaps"] == [
        {
            "goal": "orders",
            "letter": "A",
            "lacks": ["owner"],
            "words": {"en": "assignable: lacks an owner", "nl": "toewijsbaar: mist een eigenaar"},
        }
    ]
    assert hash(found) == hash(Gaps("shop", ("orders",), found.items))


@pytest.mark.parametrize(
    ("subject", "message"),
    [
        (
            AIDA,
            (
                "journey model 'aida' has no touchpoints and no goals; "
                "ask a Journey that has it as its model"
            ),
        ),
        (None, "journey must be a Journey, not None"),
    ],
)
def test_messages(subject: Any, message: str) -> None:  # noqa: ANN401 - wrong on purpose
    """What has no goals is refused in one line."""
    with pytest.raises(AnalysisError) as caught:
        gaps(subject)
    assert str(caught.value) == message
