"""RACI: exactly one answers for each phase, and at least one does the work."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import AnalysisError, Journey, JourneyModel, Lane, Note, Text
from journeykit.analysis.raci import matrix, problems
from journeykit.drawing.views.matrix.grades import duties_of
from journeykit.presets import AIDA, RACI
from journeykit.testing import journeys

PHASES = [phase.key for phase in AIDA.phases]
PARTIES = ["Marketing", "Sales", "Service"]
DUTIES = st.fixed_dictionaries(
    {phase: st.dictionaries(st.sampled_from(PARTIES), st.sampled_from("RACI")) for phase in PHASES}
)
DUTIES = DUTIES.filter(lambda duties: any(duties.values()))
WORDS = st.lists(st.sampled_from(["R", "A", "C", "I", "consulted", "Informed", "x", " "]))


def told_by_name(duties: dict[str, dict[str, str]]) -> Journey:
    """Return a journey in which parties are named in the lanes of RACI."""
    notes = [
        Note(duty, phase, party)
        for phase, parties in duties.items()
        for party, duty in parties.items()
    ]
    return Journey("shop", model=AIDA.with_lanes(RACI), notes=notes)


def told_by_letter(duties: dict[str, dict[str, str]]) -> Journey:
    """Return a journey in which letters stand in the lanes of the parties."""
    notes = [
        Note(party, phase, duty)
        for phase, parties in duties.items()
        for party, duty in parties.items()
    ]
    return Journey("shop", model=AIDA.with_lanes([Lane(party) for party in PARTIES]), notes=notes)


@given(DUTIES)
def test_counting(duties: dict[str, dict[str, str]]) -> None:
    """A phase is a problem without exactly one A, and without an R; whichever way it is told."""
    expected = []
    for phase in PHASES:
        letters = [*duties[phase].values()]
        if letters.count("A") != 1:
            kind = "several_accountable" if "A" in letters else "no_accountable"
            expected.append((phase, kind))
        if "R" not in letters:
            expected.append((phase, "no_responsible"))
    for journey in (told_by_name(duties), told_by_letter(duties)):
        assert [(problem.phase, problem.kind) for problem in problems(journey)] == expected
        assert [row.phase for row in matrix(journey)] == PHASES


@given(DUTIES)
def test_both_ways_tell_the_same(duties: dict[str, dict[str, str]]) -> None:
    """Names in the lanes of RACI and letters in those of the parties make the same matrix."""

    def sets(journey: Journey) -> list[tuple[set[Text], ...]]:
        return [
            (
                {*row.responsible},
                {*row.accountable},
                {*row.consulted},
                {*row.informed},
            )
            for row in matrix(journey)
        ]

    assert sets(told_by_name(duties)) == sets(told_by_letter(duties))


@given(DUTIES, st.permutations(PARTIES))
def test_renaming(duties: dict[str, dict[str, str]], names: list[str]) -> None:
    """Other names for the parties give the same problems."""
    other = dict(zip(PARTIES, names, strict=True))
    renamed = {
        phase: {other[party]: duty for party, duty in parties.items()}
        for phase, parties in duties.items()
    }
    before = [(problem.phase, problem.kind) for problem in problems(told_by_name(duties))]
    assert [(found.phase, found.kind) for found in problems(told_by_name(renamed))] == before


@given(journeys())
def test_any_journey(journey: Journey) -> None:
    """Every journey can be asked; what it finds stands in phases that are there."""
    found = matrix(journey)
    phases = () if journey.model is None else journey.model.phases
    assert {row.phase for row in found} <= {phase.key for phase in phases}
    for problem in found.problems:
        assert (len(problem.parties) > 1) == (problem.kind == "several_accountable")


@given(WORDS.map("/".join))
def test_letters_are_read_as_pictures_read_them(words: str) -> None:
    """The matrix view and the analysis see the same duties in a cell."""
    model = JourneyModel("m", phases=["a"], lanes=["sales"])
    journey = Journey("j", model=model, notes=[Note("sales", "a", words)])
    read = "".join(
        letter
        for row in matrix(journey)
        for letter, parties in zip(
            "RACI", (row.responsible, row.accountable, row.consulted, row.informed), strict=True
        )
        if parties
    )
    assert read == duties_of(Text(words))


def test_several_names_in_a_cell() -> None:
    """Commas part names; the same name twice is one, and a dash is none."""
    notes = [
        Note("A", "attention", {"en": "Sales, Care", "nl": "Verkoop, Zorg"}),
        Note("A", "interest", "Sales"),
        Note("A", "interest", " sales ;"),
        Note("A", "desire", "–"),
        Note("A", "action", {"en": "Sales, Care", "nl": "Verkoop"}),
        Note("thoughts", "desire", "Sales?"),
    ]
    model = AIDA.with_lanes([*RACI, Lane("thoughts")])
    rows = matrix(Journey("shop", model=model, notes=notes)).rows
    assert [row.accountable for row in rows] == [
        (Text({"en": "Sales", "nl": "Verkoop"}), Text({"en": "Care", "nl": "Zorg"})),
        (Text("Sales"),),
        (),
        (Text("Sales"), Text("Care")),
    ]
    problem = rows[0].problems[0]
    assert problem.words == Text(
        {
            "en": "more than one is accountable: Sales, Care",
            "nl": "meer dan één is eindverantwoordelijk: Verkoop, Zorg",
        }
    )
    assert str(problem) == "attention: more than one is accountable: Sales, Care"


def test_touchpoints_have_rows_of_their_own() -> None:
    """Two touchpoints of a phase may each have someone accountable; the rest is the phase's."""
    notes = [
        Note("A", "attention", "Marketing", touchpoint="ad"),
        Note("A", "attention", "Sales", touchpoint="stand"),
        Note("R", "attention", "Studio"),
        Note("R", "interest", "Web team", touchpoint="site"),
    ]
    spots = ["ad", "stand", "site"]
    model = AIDA.without_phase("desire").without_phase("action").with_lanes(RACI)
    found = matrix(Journey("shop", model=model, touchpoints=spots, notes=notes))
    assert str(found).splitlines() == [
        "shop: 2 left open",
        "row                responsible  accountable  C  I",
        "attention          Studio       –            –  –",
        "attention · ad     Studio       Marketing    –  –",
        "attention · stand  Studio       Sales        –  –",
        "interest · site    Web team     –            –  –",
        "attention: nobody is accountable",
        "interest · site: nobody is accountable",
    ]


def test_duties_of_a_touchpoint_come_first() -> None:
    """What a touchpoint has of its own takes the place of what its phase has."""
    notes = [
        Note("A", "attention", "Marketing"),
        Note("R", "attention", "Studio"),
        Note("A", "attention", "Sales", touchpoint="stand"),
    ]
    journey = Journey("shop", model=AIDA.with_lanes(RACI), touchpoints=["stand"], notes=notes)
    phase, stand = matrix(journey).rows[:2]
    assert (phase.accountable, phase.problems) == ((Text("Marketing"),), ())
    assert (stand.accountable, stand.responsible) == ((Text("Sales"),), (Text("Studio"),))


def test_nothing_told() -> None:
    """Without lanes for it nothing is asked; with empty ones all is open."""
    assert problems(Journey("visit", touchpoints=["door"])) == ()
    assert str(matrix(Journey("shop", model=AIDA))) == "shop: no duties are told"
    said = Journey(
        "shop",
        model=AIDA.with_lanes([Lane("thoughts")]),
        notes=[Note("thoughts", "desire", "A"), Note("thoughts", "action", "I want it")],
    )
    assert matrix(said).rows == ()
    assert len(problems(Journey("shop", model=AIDA.with_lanes(RACI)))) == 2 * len(PHASES)


def test_models() -> None:
    """What a model prescribes counts, in the model itself and in its journeys."""
    model = AIDA.with_lanes(RACI).evolve(notes=[Note("A", phase, "Marketing") for phase in PHASES])
    notes = [Note("R", phase, "Studio") for phase in PHASES]
    assert {problem.kind for problem in problems(model)} == {"no_responsible"}
    answer = matrix(Journey("shop", model=model, notes=notes))
    assert answer.problems == ()
    assert str(answer).startswith("shop: nothing left open\n")


def test_rows_and_dict() -> None:
    """The answer goes into a data frame, and into JSON."""
    notes = [Note("A", phase, "Sales; Care") for phase in PHASES]
    answer = matrix(Journey("shop", model=AIDA.with_lanes(RACI), notes=notes))
    told = json.loads(json.dumps(answer.to_dict()))
    assert (told["journey"], told["rows"]) == ("shop", answer.to_rows())
    assert told["rows"][0] == {
        "phase": "attention",
        "touchpoint": None,
        "responsible": [],
        "accountable": ["Sales", "Care"],
        "consulted": [],
        "informed": [],
    }
    assert told["problems"][0] == {
        "phase": "attention",
        "touchpoint": None,
        "kind": "several_accountable",
        "parties": ["Sales", "Care"],
        "words": {
            "en": "more than one is accountable: Sales, Care",
            "nl": "meer dan één is eindverantwoordelijk: Sales, Care",
        },
    }
    assert len(answer) == len(PHASES)
    assert hash(answer)


def test_messages() -> None:
    """What has no cells is refused in one line."""
    wrong: Any = "shop"
    with pytest.raises(AnalysisError, match="journey must be a Journey, not 'shop'"):
        problems(wrong)
