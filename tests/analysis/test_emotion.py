"""Emotion: only what is known counts; and scales give back exactly what they were given."""

import itertools
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import AnalysisError, DefinitionError, Journey, Touchpoint
from journeykit.analysis.emotion import Moments, Summary, moments_of_truth, summary
from journeykit.analysis.scales import Scale
from journeykit.presets import AIDA
from journeykit.testing import journeys

EMOTIONS = st.none() | st.integers(-2, 2) | st.floats(-2, 2)
CURVES = st.lists(EMOTIONS, max_size=6)


def felt(emotions: list[float | None]) -> Journey:
    """Return a journey that feels so."""
    return Journey(
        "j",
        touchpoints=[
            Touchpoint(f"t{place}", emotion=emotion) for place, emotion in enumerate(emotions)
        ],
    )


@given(CURVES)
def test_summary(emotions: list[float | None]) -> None:
    """The figures are those of the known emotions, in their order."""
    known = [emotion for emotion in emotions if emotion is not None]
    answer = summary(felt(emotions))
    assert [point.emotion for point in answer.curve] == known
    assert answer.n + len(answer.unknown) == len(emotions)
    if not known:
        assert answer.min is answer.max is answer.mean is answer.end is answer.peak_end is None
        assert answer.lowest is answer.highest is answer.peak is None
        return
    assert (answer.min, answer.max, answer.end) == (min(known), max(known), known[-1])
    assert answer.mean == pytest.approx(sum(known) / len(known), abs=1e-12)
    assert answer.peak_end is not None
    assert min(known) <= answer.peak_end <= max(known)
    strongest = max(abs(emotion) for emotion in known)
    assert abs(2 * answer.peak_end - known[-1]) == pytest.approx(strongest, abs=1e-12)


def test_mean_of_nothing_left() -> None:
    """Emotions that make up for each other are zero on average, not nearly zero."""
    answer = summary(felt([-0.3, 0.1, 0.2]))
    assert answer.mean == 0
    assert "mean          0" in str(answer).splitlines()


@given(CURVES)
def test_largest_fall(emotions: list[float | None]) -> None:
    """It is the largest of all falls from one point to the next, and where it is."""
    answer = summary(felt(emotions))
    falls = [
        (before.emotion - after.emotion, (before.touchpoint, after.touchpoint))
        for before, after in itertools.pairwise(answer.curve)
    ]
    if len(answer.curve) < 2:
        assert answer.largest_fall is None
    else:
        assert answer.largest_fall == max(0, *(fall for fall, _ in falls))
    if answer.largest_fall:
        assert (answer.largest_fall, answer.largest_fall_at) in falls
    else:
        assert answer.largest_fall_at is None


@given(CURVES)
def test_mirror(emotions: list[float | None]) -> None:
    """What feels the opposite everywhere has opposite figures."""
    answer = summary(felt(emotions))
    mirror = summary(felt([None if emotion is None else -emotion for emotion in emotions]))
    if answer.n:
        assert (mirror.min, mirror.max) == (-(answer.max or 0), -(answer.min or 0))
        assert mirror.mean == -(answer.mean or 0)
        assert mirror.end == -(answer.end or 0)
        assert mirror.peak_end == -(answer.peak_end or 0)


@given(journeys())
def test_unknown_is_not_neutral(journey: Journey) -> None:
    """Further touchpoints without an emotion change no figure; they are named."""
    more = [Touchpoint(f"further {place}") for place in range(2)]
    taken = {phase.key for phase in journey.model.phases} if journey.model is not None else set()
    taken |= {spot.key for spot in journey.touchpoints}
    more = [spot for spot in more if spot.key not in taken]
    longer = journey.evolve(
        touchpoints=[*journey.touchpoints, *more],
        route=[*(journey.route or [spot.key for spot in journey.touchpoints])]
        + [spot.key for spot in more],
    )
    before, after = summary(journey), summary(longer)
    assert after.curve == before.curve
    assert after.unknown == (*before.unknown, *(spot.key for spot in more))


@given(journeys())
def test_moments(journey: Journey) -> None:
    """Touchpoints are ranked by the product, each once, or named as unknown."""
    answer = moments_of_truth(journey)
    keys = [moment.touchpoint for moment in answer] + [*answer.unknown]
    assert sorted(keys) == sorted(spot.key for spot in journey.touchpoints)
    for moment in answer:
        spot = journey.touchpoint(moment.touchpoint)
        assert (moment.importance, moment.emotion) == (spot.importance, spot.emotion)
        assert 0 <= moment.priority <= 20
        assert moment.priority == moment.importance * (2 - moment.emotion)
    for before, after in itertools.pairwise(answer):
        assert before.priority >= after.priority
    for key in answer.unknown:
        spot = journey.touchpoint(key)
        assert spot.importance is None or spot.emotion is None


# --- one by one -------------------------------------------------------------------------

SHOP = Journey(
    "webshop",
    model=AIDA,
    touchpoints=[
        Touchpoint("ad", phase="attention", emotion=1, importance=2, moment_of_truth="zmot"),
        Touchpoint("site", phase="interest", emotion=0.5, importance=3),
        Touchpoint("basket", phase="desire", importance=5),
        Touchpoint("pay", phase="action", emotion=-1, importance=5, moment_of_truth="fmot"),
        Touchpoint("parcel", phase="action", emotion=-1.5, importance=3),
    ],
)


def test_printing() -> None:
    """The answers read well in a terminal."""
    assert str(summary(SHOP)).splitlines() == [
        "webshop: 4 touchpoints with an emotion, 1 without",
        "lowest        -1.5 at parcel",
        "highest       +1 at ad",
        "mean          -0.25",
        "end           -1.5 at parcel",
        "largest fall   1.5 from site to pay",
        "peak and end  -1.5 (a rule of thumb)",
    ]
    assert str(summary(felt([0]))).splitlines() == [
        "j: 1 touchpoint with an emotion",
        "lowest        0 at t0",
        "highest       0 at t0",
        "mean          0",
        "end           0 at t0",
        "peak and end  0 (a rule of thumb)",
    ]
    assert str(summary(felt([]))) == "j: 0 touchpoints with an emotion"
    assert str(moments_of_truth(SHOP)).splitlines() == [
        ("webshop: 4 touchpoints by importance × dissatisfaction, 1 without importance or emotion"),
        "touchpoint  moment  importance  emotion  priority",
        "pay           fmot           5       -1        15",
        "parcel           –           3     -1.5      10.5",
        "site             –           3     +0.5       4.5",
        "ad            zmot           2       +1         2",
    ]
    assert str(moments_of_truth(SHOP.evolve(touchpoints=SHOP.touchpoints[:1]))).startswith(
        "webshop: 1 touchpoint by importance × dissatisfaction\n"
    )


def test_ties() -> None:
    """Of equal products the more important comes first, and then the one that is listed first."""
    spots = [
        Touchpoint("a", importance=1, emotion=0),
        Touchpoint("b", importance=2, emotion=1),
        Touchpoint("c", importance=1, emotion=0),
    ]
    ranked = moments_of_truth(Journey("j", touchpoints=spots))
    assert [moment.touchpoint for moment in ranked] == ["b", "a", "c"]
    assert ranked[0].touchpoint == "b"
    assert [moment.touchpoint for moment in ranked[1:]] == ["a", "c"]
    assert len(ranked) == 3


def test_route() -> None:
    """What the route passes twice is felt twice; what it does not pass, not at all."""
    answer = summary(SHOP.evolve(route=["pay", "ad", "pay", "basket", "basket"]))
    assert [(point.place, point.touchpoint, point.phase) for point in answer.curve] == [
        (0, "pay", "action"),
        (1, "ad", "attention"),
        (2, "pay", "action"),
    ]
    assert answer.unknown == ("basket",)
    assert (answer.mean, answer.end, answer.largest_fall) == (-1 / 3, -1, 2)
    assert summary(SHOP.evolve(route=[])) == summary(SHOP)
    peak = summary(felt([2, -2, 1])).peak
    assert peak is not None
    assert peak.touchpoint == "t1"


def test_rows_and_dict() -> None:
    """The answers go into a data frame, and into JSON."""
    answer, ranked = summary(SHOP), moments_of_truth(SHOP)
    told = json.loads(json.dumps(answer.to_dict()))
    assert told == {
        "journey": "webshop",
        "n": 4,
        "min": -1.5,
        "max": 1,
        "mean": -0.25,
        "end": -1.5,
        "largest_fall": 1.5,
        "largest_fall_at": ["site", "pay"],
        "peak_end": -1.5,
        "unknown": ["basket"],
        "curve": answer.to_rows(),
    }
    assert told["curve"][0] == {
        "place": 0,
        "touchpoint": "ad",
        "phase": "attention",
        "emotion": 1,
    }
    assert summary(felt([])).to_dict()["largest_fall_at"] is None
    told = json.loads(json.dumps(ranked.to_dict()))
    assert told == {"journey": "webshop", "moments": ranked.to_rows(), "unknown": ["basket"]}
    assert told["moments"][0] == {
        "touchpoint": "pay",
        "phase": "action",
        "moment_of_truth": "fmot",
        "importance": 5,
        "emotion": -1,
        "priority": 15,
    }
    assert hash(answer) == hash(Summary("webshop", answer.curve, answer.unknown))
    assert hash(ranked) == hash(Moments("webshop", ranked.items, ranked.unknown))


@pytest.mark.parametrize("ask", [summary, moments_of_truth])
def test_messages(ask: Any) -> None:  # noqa: ANN401 - either
    """What has no touchpoints is refused in one line."""
    with pytest.raises(AnalysisError, match="journey model 'aida' has no touchpoints"):
        ask(AIDA)
    with pytest.raises(AnalysisError, match="journey must be a Journey, not 'shop'"):
        ask("shop")


# --- scales -----------------------------------------------------------------------------

USUAL = [Scale(1, 5), Scale(1, 10), Scale(0, 10), Scale(-2, 2), Scale(6, 1), Scale(0, 100)]


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """Make scales of all lengths, both ways round."""
    worst = draw(st.integers(-1000, 1000)) / draw(st.sampled_from([1, 2, 10]))
    length = draw(st.integers(1, 10_000)) / draw(st.sampled_from([1, 4, 100]))
    best = worst + length if draw(st.booleans()) else worst - length
    return Scale(worst, round(best, 4))


@given(st.sampled_from(USUAL) | scales(), st.integers(0, 10**8))
def test_round_trip(scale: Scale, place: int) -> None:
    """A value of two decimals comes back as it was, and so does an emotion of three."""
    low, high = sorted((scale.worst, scale.best))
    value = min(high, round(low + place % round(100 * (high - low) + 1) / 100, 4))
    assert scale.from_emotion(scale.to_emotion(value)) == value
    emotion = round(-2 + place % 4001 / 1000, 3)
    assert scale.to_emotion(scale.from_emotion(emotion)) == emotion


@given(st.sampled_from(USUAL) | scales(), st.floats(-2, 2))
def test_meaning(scale: Scale, emotion: float) -> None:
    """Ends are ends, the middle is neutral, better is more; the other way round is the opposite."""
    assert [scale.to_emotion(end) for end in (scale.worst, scale.best)] == [-2, 2]
    assert scale.from_emotion(0) == pytest.approx((scale.worst + scale.best) / 2)
    value = scale.from_emotion(emotion)
    assert min(scale.worst, scale.best) <= value <= max(scale.worst, scale.best)
    assert scale.to_emotion(value) == pytest.approx(emotion, abs=1e-9)
    assert Scale(scale.best, scale.worst).to_emotion(value) == pytest.approx(-emotion, abs=1e-9)


def test_known_values() -> None:
    """The scales that others use mean what they say."""
    assert [Scale(1, 5).to_emotion(value) for value in range(1, 6)] == [-2, -1, 0, 1, 2]
    assert [Scale(0, 10).to_emotion(value) for value in (0, 5, 7.5, 10)] == [-2, 0, 1, 2]
    assert Scale(1, 10).to_emotion(4) == -2 / 3
    assert Scale(6, 1).from_emotion(2) == 1
    assert repr(Scale(worst=1, best=5)) == "Scale(1, 5)"


@pytest.mark.parametrize("value", [0, 6, 5.0001, float("nan"), float("inf"), True, None, "4"])
def test_outside_the_scale(value: Any) -> None:  # noqa: ANN401 - wrong on purpose
    """What is not on the scale is refused, and named with the scale."""
    with pytest.raises(AnalysisError) as caught:
        Scale(1, 5).to_emotion(value)
    assert str(caught.value) == (
        f"a value on Scale(1, 5) must be a number from 1 to 5, not {value!r}"
    )
    if value != 0 and value is not True:
        with pytest.raises(AnalysisError, match="an emotion must be a number from -2 to 2, not"):
            Scale(1, 5).from_emotion(value)


@pytest.mark.parametrize(
    ("worst", "best", "problem"),
    [
        (3, 3.0, "worst and best must be different, but both are 3.0"),
        (None, 5, "worst must be given"),
        (1, float("inf"), "best must be a number from -1e+15 to 1e+15, not inf"),
    ],
)
def test_no_scales(worst: Any, best: Any, problem: str) -> None:  # noqa: ANN401 - wrong on purpose
    """What is no scale cannot be built."""
    with pytest.raises(DefinitionError) as caught:
        Scale(worst, best)
    assert caught.value.problems == (problem,)
