"""Crosswalks meet through the backbone, and leave nothing out unsaid."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import AnalysisError, JourneyModel, Phase, presets
from journeykit.analysis.crosswalk import Crosswalk, crosswalk
from journeykit.testing import models

PRESETS = [presets.get(name) for name in presets.names()]
PHASED = [model for model in PRESETS if any(phase.stage for phase in model.phases)]


def scores(walk: Crosswalk) -> dict[tuple[str, str], float]:
    """Return the score of each pair of phases."""
    return {(match.source, match.target): match.score for match in walk.matches}


@pytest.mark.parametrize("model", PRESETS, ids=lambda model: model.key)
def test_itself_is_the_identity(model: JourneyModel) -> None:
    """Each phase of a model is its own counterpart there, and its only one."""
    walk = crosswalk(model, model)
    assert scores(walk) == {(phase.key, phase.key): 1.0 for phase in model.phases}
    assert walk.gaps == ()


@given(models())
def test_any_model_itself_is_the_identity(model: JourneyModel) -> None:
    """What holds for the presets holds for any model."""
    walk = crosswalk(model, model)
    assert scores(walk) == {(phase.key, phase.key): 1.0 for phase in model.phases}


@given(st.one_of(models(), st.sampled_from(PRESETS)), st.one_of(models(), st.sampled_from(PRESETS)))
def test_scores_are_symmetric(one: JourneyModel, other: JourneyModel) -> None:
    """The way back has the same pairs with the same scores, and the same gaps."""
    there, back = crosswalk(one, other), crosswalk(other, one)
    assert scores(there) == {(b, a): score for (a, b), score in scores(back).items()}
    assert sorted((g.model, g.phase) for g in there.gaps) == sorted(
        (g.model, g.phase) for g in back.gaps
    )


@given(st.one_of(models(), st.sampled_from(PRESETS)), st.one_of(models(), st.sampled_from(PRESETS)))
def test_every_phase_is_matched_or_reported(one: JourneyModel, other: JourneyModel) -> None:
    """No phase of either model is passed over in silence, and scores stay in their range."""
    walk = crosswalk(one, other)
    unmatched = {phase.key for phase in one.phases} - {match.source for match in walk.matches}
    assert unmatched == {gap.phase for gap in walk.gaps[: len(unmatched)]}
    missed = {phase.key for phase in other.phases} - {match.target for match in walk.matches}
    assert missed == {gap.phase for gap in walk.gaps[len(unmatched) :]}
    assert all(0 < match.score <= 1 for match in walk.matches)
    for phase in one.phases:
        found = [match.score for match in walk.of(phase.key)]
        assert found == sorted(found, reverse=True)


@pytest.mark.parametrize("model", PHASED, ids=lambda model: model.key)
def test_backbone_is_reached_by_every_stage(model: JourneyModel) -> None:
    """Every phase that has a stage has a counterpart in the backbone."""
    walk = crosswalk(model, presets.BACKBONE)
    assert {match.source for match in walk.matches} >= {
        phase.key for phase in model.phases if phase.stage is not None
    }


def test_names_do_not_count() -> None:
    """Engage comes before the purchase in one model and after it in another."""
    walk = crosswalk(presets.REAN, presets.RACE)
    assert ("engage", "engage") not in scores(walk)
    assert ("engage", "act") in scores(walk)


@pytest.mark.parametrize(
    ("first", "second", "score"),
    [
        ({"fit": "exact"}, {"fit": "exact"}, 1.0),
        ({}, {}, 1.0),
        ({"fit": "close"}, {"fit": "exact"}, 0.8),
        ({"fit": "close"}, {"fit": "close"}, 0.64),
        ({"fit": "loose"}, {"fit": "exact"}, 0.4),
        ({"stage": "purchase", "also": ["service"]}, {}, 0.5),
        ({"stage": "purchase", "also": ["service"]}, {"fit": "close"}, 0.4),
        ({}, {"stage": "loyalty", "also": ["service"]}, 0.5),
        (
            {"stage": "purchase", "also": ["service"], "fit": "loose"},
            {"also": ["purchase"]},
            0.5,
        ),
        ({"stage": "purchase", "also": ["loyalty"]}, {"also": ["loyalty"]}, None),
        ({"stage": None}, {}, None),
    ],
)
def test_score(first: dict[str, object], second: dict[str, object], score: float | None) -> None:
    """The score is the product of both sides: their fit, or a half where a stage is touched."""
    one, other = (
        JourneyModel(key, phases=[Phase(f"{key}_phase", **{"stage": "service", **fields})])  # type: ignore[arg-type]
        for key, fields in (("one", first), ("other", second))
    )
    found = scores(crosswalk(one, other)).get(("one_phase", "other_phase"))
    assert found == (None if score is None else pytest.approx(score, abs=1e-12))


def test_shared_phases_meet_alone() -> None:
    """A model made from another keeps its phases to themselves."""
    aidal = presets.AIDA.with_phase(Phase("loyalty", stage="loyalty"))
    walk = crosswalk(presets.AIDA, aidal)
    assert set(scores(walk)) == {(phase.key, phase.key) for phase in presets.AIDA.phases}
    assert [(gap.model, gap.phase) for gap in walk.gaps] == [("aida", "loyalty")]


def test_warnings() -> None:
    """Models that buy and models that do not, missing stages, and mere analogies are told."""
    walk = crosswalk(presets.FIVE_E, presets.AIDA)
    label = presets.FIVE_E.label.pick("nl")
    assert [warning.pick("nl") for warning in walk.warnings] == [
        f"{label} kent geen aankoop, het andere model wel",
        "AIDA mist het stadium service",
        "AIDA mist het stadium loyaliteit",
        f"de stadia van {label} zijn maar een analogie",
    ]
    lonely = JourneyModel("lonely", phases=[Phase("care", stage="service")])
    texts = [str(warning) for warning in crosswalk(presets.BACKBONE, lonely).warnings]
    assert texts[0] == "Lonely has no purchase, the other model has"
    texts = [str(warning) for warning in crosswalk(lonely, presets.BACKBONE).warnings]
    assert texts == ["Lonely has no purchase, the other model has"]


def test_gap_of_a_phase_without_stage() -> None:
    """A phase that belongs nowhere says so."""
    odd = JourneyModel("odd", phases=["waiting"])
    (gap, *_) = crosswalk(odd, presets.AIDA).gaps
    assert (gap.phase, gap.reason.pick("nl")) == (
        "waiting",
        "hij hoort bij geen stadium van de ruggengraat",
    )


def test_printed_and_as_rows() -> None:
    """A crosswalk reads well in a terminal and fits a data frame."""
    walk = crosswalk(presets.AIDA, presets.SEE_THINK_DO_CARE)
    lines = str(walk).splitlines()
    assert lines[0] == "AIDA → See-Think-Do-Care"
    assert lines[1] == "  attention → see    1.00  awareness"
    assert lines[-1] == "  gap: care (see_think_do_care): AIDA has no phase for service"
    rows = walk.to_rows()
    assert rows[0] == {
        "source": "attention",
        "target": "see",
        "score": 1.0,
        "stage": "awareness",
    }
    assert rows[-1] == {"source": None, "target": "care", "score": None, "stage": None}
    back = crosswalk(presets.SEE_THINK_DO_CARE, presets.AIDA)
    assert back.to_rows()[-1]["source"] == "care"
    odd = JourneyModel("odd", phases=["waiting"])
    assert "waiting → waiting  1.00" in str(crosswalk(odd, odd))
    assert "  warning: AIDA lacks the stage service" in str(crosswalk(presets.REAN, presets.AIDA))
    assert crosswalk(odd, odd).to_rows()[0]["stage"] is None
    told = crosswalk(presets.REAN, presets.AIDA).to_dict()
    assert json.loads(json.dumps(told)) == told
    assert (told["source"], told["matches"][0]["target"]) == ("rean", "attention")
    assert told["gaps"][0]["reason"]["en"] == "AIDA has no phase for service"
    assert {"en": "AIDA lacks the stage service", "nl": "AIDA mist het stadium service"} in (
        told["warnings"]
    )


def test_only_models() -> None:
    """Anything but a model is refused in one line."""
    with pytest.raises(AnalysisError, match="target must be a JourneyModel, not 'aida'"):
        crosswalk(presets.AIDA, "aida")  # type: ignore[arg-type]
