"""Measures of how customers judge, stay and buy, each with its method and how sure it is.

Scores made with different methods, versions or scales are not to be compared.
"""

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, Final, Literal, TypeAlias

from attrs import field, frozen

from journeykit._noun import choice_problems, required_problems
from journeykit.analysis._figures import count, number_given, whole_answers
from journeykit.analysis._tables import as_printed, number
from journeykit.errors import AnalysisError

__all__ = [
    "Measure",
    "bar",
    "ces",
    "churn_rate",
    "clv",
    "csat",
    "nps",
    "par",
    "repeat_purchase_rate",
    "retention_rate",
]

CsatMethod: TypeAlias = Literal["top_2", "top_1", "mean"]
CesVersion: TypeAlias = Literal["1.0", "2.0"]
CesMethod: TypeAlias = Literal["mean", "top_3"]

_PROMOTER: Final = 9
_PASSIVE: Final = 7
_EASY: Final = 5
_HIGHEST: Final = {"1.0": 5, "2.0": 7}


@frozen
class Measure:
    """A measure, and how it was made.

    Attributes:
        name: What is measured, for instance ``"NPS"``.
        value: The number; None where there are no answers, or nothing that it could be a share
            of.
        method: How it was made.
        unit: What stands behind the number: ``"%"`` or nothing.
        n: How many answers or customers it is made of; None where there are none to count.
        standard_error: How far it may be off by chance, in the same unit: with many answers, 95 %
            of such measures are within 1.96 times as much. None where that is not known.
        counts: How many answers fall in each class, where there are classes.
    """

    name: str
    value: float | None
    method: str
    unit: str = ""
    n: int | None = None
    standard_error: float | None = None
    counts: dict[str, int] = field(factory=dict, hash=False)

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, as JSON and data frames know them."""
        return {
            "name": self.name,
            "value": self.value,
            "method": self.method,
            "unit": self.unit,
            "n": self.n,
            "standard_error": self.standard_error,
            "counts": dict(self.counts),
        }

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        unit = f" {self.unit}" if self.unit else ""
        value = "not known" if self.value is None else f"{number(self.value)}{unit}"
        error = (
            "" if self.standard_error is None else f", standard error {number(self.standard_error)}"
        )
        size = "" if self.n is None else f", n = {self.n:,}"
        return f"{self.name}: {value} ({self.method}{size}{error})"


# --- what customers answer --------------------------------------------------------------


def nps(answers: Iterable[float]) -> Measure:
    """Return the Net Promoter Score: the share of promoters less that of detractors, times 100.

    A number from -100 to +100, not a percentage. Those who answer 9 or 10 are promoters, 7 or 8
    passives, and 0 to 6 detractors; passives count among all answers. With ``p`` and ``d`` for
    the shares of promoters and detractors, the standard error is
    ``100 · √((p + d − (p − d)²) / n)``. After Reichheld, "The one number you need to grow",
    Harvard Business Review, December 2003. Net Promoter Score is a trademark of Bain & Company,
    NICE Systems and Fred Reichheld.

    Args:
        answers: How likely each would recommend it: whole numbers from 0 to 10.

    Raises:
        AnalysisError: An answer is not on the scale.

    Example:
        >>> print(nps([10, 9, 3]))
        NPS: 33.3 (promoters 9-10 less detractors 0-6, n = 3, standard error 54.4)
    """
    several = whole_answers(answers, 0, 10)
    n = len(several)
    promoters = sum(answer >= _PROMOTER for answer in several)
    detractors = sum(answer < _PASSIVE for answer in several)
    counts = {
        "promoters": promoters,
        "passives": n - promoters - detractors,
        "detractors": detractors,
    }
    balance = promoters - detractors
    # In whole numbers until the root, so that answers that are all alike have no error at all.
    spread = (promoters + detractors) * n - balance**2
    return Measure(
        "NPS",
        100 * balance / n if n else None,
        "promoters 9-10 less detractors 0-6",
        n=n,
        standard_error=100 * math.sqrt(Fraction(spread, n**3)) if n else None,
        counts=counts,
    )


def csat(answers: Iterable[float], *, method: CsatMethod = "top_2", highest: int = 5) -> Measure:
    """Return customer satisfaction: the share of satisfied customers, or the mean answer.

    Args:
        answers: How satisfied each is: whole numbers from 1 to `highest`, which is best.
        method: ``"top_2"``: the percentage of the two best answers; ``"top_1"``: of the best;
            ``"mean"``: the mean answer. They are not to be compared with each other.
        highest: The best answer of the scale, 3 or more.

    Raises:
        AnalysisError: An answer is not on the scale, or the scale or method is none.

    Example:
        >>> print(csat([5, 4, 4, 2]))
        CSAT: 75 % (answers 4 and 5 on 1-5, n = 4, standard error 21.7)
        >>> print(csat([5, 4, 4, 2], method="mean"))
        CSAT: 3.75 (mean on 1-5, n = 4, standard error 0.629)
    """
    _choose("method", method, ("top_2", "top_1", "mean"))
    highest = count("highest", highest, least=3)
    several = whole_answers(answers, 1, highest)
    scale = f"on 1-{highest}"
    if method == "mean":
        return _mean("CSAT", several, f"mean {scale}")
    if method == "top_1":
        return _share(
            "CSAT", _at_least(several, highest), len(several), f"answer {highest} {scale}"
        )
    best = f"answers {highest - 1} and {highest} {scale}"
    return _share("CSAT", _at_least(several, highest - 1), len(several), best)


def ces(answers: Iterable[float], *, version: CesVersion, method: CesMethod = "mean") -> Measure:
    """Return the Customer Effort Score, in one of its two versions, which run opposite ways.

    Version 1.0 asks how much effort it took, from 1 to 5: low is good. Version 2.0 asks how far
    customers agree that it was made easy, from 1 to 7: high is good. After Dixon, Freeman and
    Toman, "Stop trying to delight your customers", Harvard Business Review, July-August 2010,
    and Dixon, Toman and DeLisi, "The Effortless Experience" (2013).

    Args:
        answers: Whole numbers from 1 to 5 (version 1.0) or to 7 (version 2.0).
        version: ``"1.0"`` or ``"2.0"``.
        method: ``"mean"``, or of version 2.0 ``"top_3"``: the percentage of answers from 5 to 7.

    Raises:
        AnalysisError: An answer is not on the scale, or the version or method is none.

    Example:
        >>> print(ces([6, 7, 4], version="2.0"))
        CES 2.0: 5.67 (mean on 1-7, high is good, n = 3, standard error 0.882)
        >>> print(ces([6, 7, 4], version="2.0", method="top_3"))
        CES 2.0: 66.7 % (answers 5 to 7 on 1-7, high is good, n = 3, standard error 27.2)
    """
    _choose("version", version, ("1.0", "2.0"))
    _choose("method", method, ("mean", "top_3") if version == "2.0" else ("mean",))
    several = whole_answers(answers, 1, _HIGHEST[version])
    if version == "1.0":
        return _mean("CES 1.0", several, "mean on 1-5, low is good")
    if method == "mean":
        return _mean("CES 2.0", several, "mean on 1-7, high is good")
    top = _at_least(several, _EASY)
    return _share("CES 2.0", top, len(several), "answers 5 to 7 on 1-7, high is good")


# --- whether they stay, and buy ---------------------------------------------------------


def retention_rate(*, start: int, end: int, new: int = 0) -> Measure:
    """Return the percentage of customers at the start of a period who are there at its end.

    Args:
        start: How many customers there were at the start.
        end: How many there are at the end, new ones included.
        new: How many of these came in between.

    Raises:
        AnalysisError: Those are no whole numbers, zero or more, or they do not go together.

    Example:
        >>> print(retention_rate(start=200, end=190, new=30))
        retention rate: 80 % (stayed / start, n = 200, standard error 2.83)
    """
    start, end, new = count("start", start), count("end", end), count("new", new)
    stayed = end - new
    if not 0 <= stayed <= start:
        raise AnalysisError(
            f"of {start} customers at the start, end - new = {stayed} cannot have stayed; "
            "count in end all who are there at the end, and in new only those who came in between"
        )
    return _share("retention rate", stayed, start, "stayed / start")


def churn_rate(*, start: int, lost: int) -> Measure:
    """Return the percentage of customers at the start of a period who are gone at its end.

    Of the same customers, it is 100 less the `retention_rate`.

    Args:
        start: How many customers there were at the start.
        lost: How many of these were lost.

    Raises:
        AnalysisError: Those are no whole numbers, zero or more, or more are lost than there were.

    Example:
        >>> print(churn_rate(start=200, lost=40))
        churn rate: 20 % (lost / start, n = 200, standard error 2.83)
    """
    start = count("start", start)
    lost = count("lost", lost, most=start)
    return _share("churn rate", lost, start, "lost / start")


def repeat_purchase_rate(purchases: Iterable[float]) -> Measure:
    """Return the percentage of customers who bought more than once.

    Args:
        purchases: How often each customer bought: whole numbers, 1 or more.

    Raises:
        AnalysisError: A number is not one of those.

    Example:
        >>> print(repeat_purchase_rate([1, 3, 1, 2]))
        repeat purchase rate: 50 % (customers with 2 or more purchases, n = 4, standard error 25)
    """
    several = whole_answers(purchases, 1, name="purchases", hint="leave out those who never bought")
    again = _at_least(several, 2)
    return _share("repeat purchase rate", again, len(several), "customers with 2 or more purchases")


def par(*, aware: int, act: int) -> Measure:
    """Return the purchase action ratio: how many of those who know a brand buy it, from 0 to 1.

    After Kotler, Kartajaya and Setiawan, "Marketing 4.0" (2017), chapter 6.

    Args:
        aware: How many know the brand.
        act: How many of these buy it.

    Raises:
        AnalysisError: Those are no whole numbers, zero or more, or more act than are aware.

    Example:
        >>> print(par(aware=900, act=180))
        PAR: 0.2 (act / aware, n = 900, standard error 0.0133)
    """
    aware = count("aware", aware)
    act = count("act", act, most=aware)
    return _share("PAR", act, aware, "act / aware", unit="")


def bar(*, aware: int, advocate: int) -> Measure:
    """Return the brand advocacy ratio: how many of those who know a brand recommend it, 0 to 1.

    After Kotler, Kartajaya and Setiawan, "Marketing 4.0" (2017), chapter 6.

    Args:
        aware: How many know the brand.
        advocate: How many of these recommend it of their own accord.

    Raises:
        AnalysisError: Those are no whole numbers, zero or more, or more recommend it than are
            aware.

    Example:
        >>> bar(aware=900, advocate=90).value
        0.1
    """
    aware = count("aware", aware)
    advocate = count("advocate", advocate, most=aware)
    return _share("BAR", advocate, aware, "advocate / aware", unit="")


def clv(
    margin: float, *, retention: float, discount: float = 0.0, periods: int | None = None
) -> Measure:
    """Return a simple customer lifetime value: the margin per period over the expected periods.

    ``margin · (1 + r + r² + …)`` with ``r = retention / (1 + discount)``, in as many terms as
    there are periods; for ever, that is ``margin · (1 + discount) / (1 + discount − retention)``.
    Without a discount the expected number of periods is ``1 / (1 − retention)``.

    It assumes that the margin is the same in each period and comes at its beginning, the first
    one at once; that the retention does not change; and that a customer who is gone stays away.
    What it cost to win the customer is not in it. After Gupta and Lehmann, "Customers as assets",
    Journal of Interactive Marketing 17 (2003), 9-24, with the first margin included.

    Args:
        margin: What a customer brings in a period, less what that costs, in money.
        retention: What share of customers stays from one period to the next, from 0 to 1.
        discount: The interest rate of a period, 0 or more; 0.1 is 10 %.
        periods: After how many periods it ends, 1 or more; never, when not given.

    Raises:
        AnalysisError: An argument is not valid, or it would never end.

    Example:
        >>> clv(40, retention=0.75).value
        160.0
        >>> print(clv(40, retention=0.75, discount=0.1))
        CLV: 126 (margin 40, retention 0.75, discount 0.1, for ever)
    """
    margin = number_given("margin", margin, -math.inf, math.inf)
    retention = number_given("retention", retention, 0, 1)
    discount = number_given("discount", discount, 0, math.inf)
    # What is lost per period, without taking nearly equal numbers from each other.
    loss = ((1 - retention) + discount) / (1 + discount)
    if periods is not None:
        periods = count("periods", periods, least=1)
        expected = _periods(periods, retention, discount, loss)
    elif not loss:
        raise AnalysisError(
            "with a retention of 1 and no discount the value has no end; give periods or a discount"
        )
    else:
        expected = 1 / loss
    if not math.isfinite(margin * expected):
        raise AnalysisError("the value is larger than numbers can say; give margin in another unit")
    length = (
        "for ever" if periods is None else "1 period" if periods == 1 else f"{periods:,} periods"
    )
    return Measure(
        "CLV",
        margin * expected,
        f"margin {number(margin)}, retention {number(retention)}, "
        f"discount {number(discount)}, {length}",
    )


def _periods(periods: int, retention: float, discount: float, loss: float) -> float:
    """Return how many periods are expected of some, later ones counting less."""
    if not loss:
        return float(periods)
    if not retention:
        return 1.0
    return -math.expm1(periods * (math.log(retention) - math.log1p(discount))) / loss


# --- what they have in common -----------------------------------------------------------


def _at_least(answers: Sequence[int], lowest: int) -> int:
    return sum(answer >= lowest for answer in answers)


def _share(name: str, part: int, whole: int, method: str, *, unit: str = "%") -> Measure:
    """Return a share, of 100 where it is a percentage, with the error of a binomial one."""
    of = 100 if unit else 1
    if not whole:
        return Measure(name, None, method, unit, 0)
    spread = Fraction(part * (whole - part), whole**3)
    return Measure(name, of * part / whole, method, unit, whole, of * math.sqrt(spread))


def _mean(name: str, answers: Sequence[int], method: str) -> Measure:
    """Return a mean, with the error that follows from how far the answers are apart."""
    n, total = len(answers), sum(answers)
    if not n:
        return Measure(name, None, method, n=0)
    squares = n * sum(answer**2 for answer in answers) - total**2
    error = math.sqrt(Fraction(squares, n**2 * (n - 1))) if n > 1 else None
    return Measure(name, total / n, method, n=n, standard_error=error)


def _choose(name: str, value: str, choices: Sequence[str]) -> None:
    for problem in required_problems(name, value, choice_problems, choices):
        raise AnalysisError(problem)
