"""Measures: each formula against a plain count, errors against all samples, wrong answers named."""

import json
import math
import statistics
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit import AnalysisError
from journeykit.analysis import measures
from journeykit.analysis.measures import Measure

FLAT = settings(max_examples=50)
ASK: Any = measures  # to be asked in ways that type checkers would not let pass
NAN = float("nan")


def answers(low: int, high: int) -> st.SearchStrategy[list[int]]:
    """Make lists of answers on a scale."""
    return st.lists(st.integers(low, high), min_size=1, max_size=20)


# --- formulas ---------------------------------------------------------------------------


@given(answers(0, 10))
def test_nps(several: list[int]) -> None:
    """It is the mean of 100 for each promoter and -100 for each detractor; so is its error."""
    points = [100 if answer > 8 else -100 if answer < 7 else 0 for answer in several]
    measure = measures.nps(several)
    assert measure.value == pytest.approx(statistics.fmean(points), abs=1e-9)
    assert measure.n == len(several) == sum(measure.counts.values())
    expected = math.sqrt(statistics.pvariance(points) / len(points))
    assert measure.standard_error == pytest.approx(expected, abs=1e-9)
    assert -100 <= (measure.value or 0) <= 100


@FLAT
@given(answers(0, 10), st.randoms(use_true_random=False))
def test_order_does_not_matter(several: list[int], chance: Any) -> None:  # noqa: ANN401 - Random
    """Answers in another order, as other kinds of numbers, or as a generator make the same."""
    shuffled = [float(answer) for answer in several]
    chance.shuffle(shuffled)
    assert measures.nps(iter(shuffled)) == measures.nps(several)


@given(st.integers(3, 10), st.data())
def test_csat(highest: int, data: st.DataObject) -> None:
    """Shares count the best answers, the mean is the mean, each with its own error."""
    several = data.draw(answers(1, highest))
    n = len(several)
    for method, lowest in (("top_2", highest - 1), ("top_1", highest)):
        measure = measures.csat(several, method=method, highest=highest)  # type: ignore[arg-type]
        share = Fraction(sum(answer >= lowest for answer in several), n)
        assert measure.value == pytest.approx(float(100 * share))
        error = 100 * math.sqrt(share * (1 - share) / n)
        assert measure.standard_error == pytest.approx(error)
        assert measure.unit == "%"
    measure = measures.csat(several, method="mean", highest=highest)
    assert measure.value == pytest.approx(statistics.fmean(several))
    assert (measure.n, measure.unit) == (n, "")
    if n > 1:
        error = statistics.stdev(several) / math.sqrt(n)
        assert measure.standard_error == pytest.approx(error, abs=1e-12)
    else:
        assert measure.standard_error is None


@FLAT
@given(answers(1, 5))
def test_ces(several: list[int]) -> None:
    """Both versions give the mean, the second a share too; the method says which way is good."""
    first = measures.ces(several, version="1.0")
    second = measures.ces(several, version="2.0")
    assert first.value == second.value == pytest.approx(statistics.fmean(several))
    assert ("low is good" in first.method, "high is good" in second.method) == (True, True)
    assert (first.name, second.name) == ("CES 1.0", "CES 2.0")
    share = measures.ces(several, version="2.0", method="top_3")
    assert share.value == pytest.approx(100 * several.count(5) / len(several))


@given(st.integers(1, 500), st.integers(0, 500), st.integers(0, 500))
def test_retention_and_churn(start: int, lost: int, new: int) -> None:
    """Of the same customers, retention and churn make 100, and are as uncertain."""
    lost = min(lost, start)
    kept = measures.retention_rate(start=start, end=start - lost + new, new=new)
    gone = measures.churn_rate(start=start, lost=lost)
    assert (kept.value or 0) + (gone.value or 0) == pytest.approx(100)
    assert kept.standard_error == gone.standard_error
    assert kept.n == gone.n == start


@given(answers(1, 6))
def test_repeat_purchases(purchases: list[int]) -> None:
    """It counts those who bought again."""
    measure = measures.repeat_purchase_rate(purchases)
    again = [number for number in purchases if number > 1]
    assert measure.value == pytest.approx(100 * len(again) / len(purchases))


@given(st.integers(1, 1000), st.integers(0, 1000))
def test_ratios(aware: int, part: int) -> None:
    """Both ratios are shares from 0 to 1 of those who know the brand."""
    part = min(part, aware)
    for measure in (
        measures.par(aware=aware, act=part),
        measures.bar(aware=aware, advocate=part),
    ):
        assert measure.value == part / aware
        assert measure.standard_error == pytest.approx(
            math.sqrt(part * (aware - part) / aware) / aware
        )
        assert measure.unit == ""


@given(st.floats(-1000, 1000), st.floats(0, 1), st.floats(0, 1), st.integers(1, 40))
def test_clv(margin: float, retention: float, discount: float, periods: int) -> None:
    """It is what comes in, period by period, added up."""
    expected = math.fsum(
        margin * retention**period / (1 + discount) ** period for period in range(periods)
    )
    measure = measures.clv(margin, retention=retention, discount=discount, periods=periods)
    assert measure.value == pytest.approx(expected, rel=1e-9, abs=1e-9)
    assert (measure.n, measure.standard_error) == (None, None)


@FLAT
@given(st.floats(0, 1000), st.floats(0, 0.95), st.floats(0, 1))
def test_clv_for_ever(margin: float, retention: float, discount: float) -> None:
    """For ever is what very many periods come near to."""
    long = measures.clv(margin, retention=retention, discount=discount, periods=2000)
    ever = measures.clv(margin, retention=retention, discount=discount)
    assert ever.value == pytest.approx(long.value)


def test_clv_without_loss() -> None:
    """Where nobody leaves and nothing is discounted, it is margin times periods."""
    assert measures.clv(40, retention=1, periods=3).value == 120
    assert measures.clv(40, retention=1, discount=0.25).value == pytest.approx(200)


@pytest.mark.parametrize("periods", [10, 1000, None])
@pytest.mark.parametrize(("retention", "discount"), [(1 - 1e-12, 0.0), (1.0, 1e-12), (0.0, 0.5)])
def test_clv_nearly_without_loss(retention: float, discount: float, periods: int | None) -> None:
    """Where next to nothing is lost, no digits are lost either."""
    ratio = Fraction(retention) / (1 + Fraction(discount))
    whole = 1 if periods is None else 1 - ratio**periods
    measure = measures.clv(40, retention=retention, discount=discount, periods=periods)
    assert measure.value == pytest.approx(float(40 * whole / (1 - ratio)), rel=1e-12)


# --- errors against all samples ---------------------------------------------------------


@pytest.mark.parametrize(
    ("measure", "population"),
    [
        (measures.nps, [0, 7, 9, 10]),
        (measures.csat, [1, 4, 5]),
        (lambda several: measures.ces(several, version="2.0"), [1, 3, 7]),
    ],
)
def test_standard_errors(measure: Any, population: list[int]) -> None:  # noqa: ANN401 - a measure
    """Over all samples of a population, the value spreads as the error of the population says.

    Of samples of two with replacement there are few enough to take them all.
    """
    values = [measure([first, second]).value for first in population for second in population]
    spread = math.sqrt(statistics.pvariance(values))
    whole = measure(population).standard_error * math.sqrt(len(population))
    if "mean" in measure(population).method:
        whole *= math.sqrt((len(population) - 1) / len(population))
    assert spread == pytest.approx(whole / math.sqrt(2))


# --- nothing, and what is wrong ---------------------------------------------------------


@pytest.mark.parametrize(
    "measure",
    [
        measures.nps([]),
        measures.csat([]),
        measures.csat([], method="mean"),
        measures.ces([], version="1.0"),
        measures.ces([], version="2.0", method="top_3"),
        measures.retention_rate(start=0, end=5, new=5),
        measures.churn_rate(start=0, lost=0),
        measures.repeat_purchase_rate([]),
        measures.par(aware=0, act=0),
        measures.bar(aware=0, advocate=0),
    ],
    ids=lambda measure: measure.name,
)
def test_nothing(measure: Measure) -> None:
    """Of no answers there is no score, and not 0."""
    assert (measure.value, measure.n, measure.standard_error) == (None, 0, None)
    assert str(measure) == f"{measure.name}: not known ({measure.method}, n = 0)"


@pytest.mark.parametrize("wrong", [-1, 11, 7.5, NAN, math.inf, None, True, "9", 10**400])
def test_answers_outside_the_scale(wrong: Any) -> None:  # noqa: ANN401 - wrong on purpose
    """An answer that cannot be is refused, with its place."""
    with pytest.raises(AnalysisError) as caught:
        measures.nps([10, 9, wrong])
    told = str(caught.value)
    assert told.startswith("answers[2] must be a whole number from 0 to 10, not ")
    assert told.endswith("; leave out those who did not answer")


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: ASK.nps("10"), "answers must be a list of numbers, not '10'"),
        (lambda: ASK.nps({10: 3}), "answers must be a list of numbers, not {10: 3}"),
        (lambda: ASK.nps(10), "answers must be a list of numbers, not 10"),
        (
            lambda: ASK.csat([0]),
            (
                "answers[0] must be a whole number from 1 to 5, not 0; "
                "leave out those who did not answer"
            ),
        ),
        (
            lambda: ASK.csat([5], method="top2"),
            "method must be one of 'top_2', 'top_1', 'mean', not 'top2', did you mean 'top_2'?",
        ),
        (
            lambda: ASK.csat([5], highest=2),
            "highest must be a whole number, 3 or more, not 2",
        ),
        (
            lambda: ASK.ces([5], version="3"),
            "version must be one of '1.0', '2.0', not '3'",
        ),
        (lambda: ASK.ces([5], version=None), "version must be given"),
        (
            lambda: ASK.ces([5], version="1.0", method="top_3"),
            "method must be one of 'mean', not 'top_3'",
        ),
        (
            lambda: ASK.ces([6], version="1.0"),
            (
                "answers[0] must be a whole number from 1 to 5, not 6; "
                "leave out those who did not answer"
            ),
        ),
        (
            lambda: ASK.retention_rate(start=10, end=12),
            (
                "of 10 customers at the start, end - new = 12 cannot have stayed; count in end "
                "all who are there at the end, and in new only those who came in between"
            ),
        ),
        (
            lambda: ASK.retention_rate(start=10, end=2, new=3),
            (
                "of 10 customers at the start, end - new = -1 cannot have stayed; count in end "
                "all who are there at the end, and in new only those who came in between"
            ),
        ),
        (
            lambda: ASK.retention_rate(start=-1, end=2),
            "start must be a whole number, 0 or more, not -1",
        ),
        (
            lambda: ASK.churn_rate(start=10, lost=11),
            "lost must be a whole number from 0 to 10, not 11",
        ),
        (
            lambda: ASK.repeat_purchase_rate([1, 0]),
            (
                "purchases[1] must be a whole number, 1 or more, not 0; "
                "leave out those who never bought"
            ),
        ),
        (
            lambda: ASK.par(aware=1, act=2),
            "act must be a whole number from 0 to 1, not 2",
        ),
        (
            lambda: ASK.bar(aware=1.5, advocate=1),
            "aware must be a whole number, 0 or more, not 1.5",
        ),
        (
            lambda: ASK.clv(math.inf, retention=0.5),
            "margin must be a number, and finite, not inf",
        ),
        (
            lambda: ASK.clv(1, retention=80),
            "retention must be a number from 0 to 1, not 80",
        ),
        (
            lambda: ASK.clv(1, retention=1, discount=-0.1),
            "discount must be a number, 0 or more, not -0.1",
        ),
        (
            lambda: ASK.clv(1, retention=1, periods=0),
            "periods must be a whole number, 1 or more, not 0",
        ),
        (
            lambda: ASK.clv(1e308, retention=0.999),
            "the value is larger than numbers can say; give margin in another unit",
        ),
        (
            lambda: ASK.clv(1, retention=1),
            (
                "with a retention of 1 and no discount the value has no end; "
                "give periods or a discount"
            ),
        ),
    ],
)
def test_messages(ask: Any, message: str) -> None:  # noqa: ANN401 - wrong on purpose
    """What cannot be measured is said in one line, with what would do."""
    with pytest.raises(AnalysisError) as caught:
        ask()
    assert str(caught.value) == message


# --- how it is said ---------------------------------------------------------------------


def test_printing() -> None:
    """A measure tells its value with how it was made, on how much, and how sure it is."""
    assert str(measures.nps([10] * 1500)) == (
        "NPS: 100 (promoters 9-10 less detractors 0-6, n = 1,500, standard error 0)"
    )
    assert str(measures.csat([3], method="mean")) == "CSAT: 3 (mean on 1-5, n = 1)"
    assert str(measures.clv(40, retention=0.5, periods=2)) == (
        "CLV: 60 (margin 40, retention 0.5, discount 0, 2 periods)"
    )
    assert str(measures.clv(40, retention=0.5, periods=1)).endswith(", 1 period)")


def test_dict() -> None:
    """A measure goes into JSON, and compares by value."""
    measure = measures.nps([10, 7, 3, 3])
    assert json.loads(json.dumps(measure.to_dict())) == {
        "name": "NPS",
        "value": -25.0,
        "method": "promoters 9-10 less detractors 0-6",
        "unit": "",
        "n": 4,
        "standard_error": pytest.approx(41.4578),
        "counts": {"promoters": 1, "passives": 1, "detractors": 2},
    }
    assert measure == measures.nps([3, 3, 7, 10])
    assert hash(measure) == hash(measures.nps([3, 3, 7, 10]))
