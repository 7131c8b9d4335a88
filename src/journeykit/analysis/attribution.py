"""Attribution: which touchpoints, channels or phases get credit for the conversions.

All functions give credits that add up to the conversions of customers who had a touchpoint;
those of customers who had none are ``unattributed``. Rules of thumb (first, last, linear,
position-based, time decay) look at paths that converted; `markov` and `shapley` ask what would
be lost. Credit is not cause: who is reached by a channel was not drawn by lot.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal

from journeykit._noun import as_given_whole, required_problems, whole_problems
from journeykit.analysis._credits import By, Credits, credited, group_of, touches
from journeykit.analysis._figures import is_between
from journeykit.analysis._removal import Removal
from journeykit.analysis._shapley import exact, sampled
from journeykit.errors import AnalysisError, shown
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.paths import Path, Paths, fit_paths
from journeykit.paths.observed import as_paths

__all__ = [
    "By",
    "Credits",
    "first_touch",
    "last_touch",
    "linear",
    "markov",
    "position_based",
    "removal_effects",
    "shapley",
    "time_decay",
]

Weigh = Callable[[int], Sequence[float]]
_MOST = 2**63 - 1
_EXACT_UP_TO: Final = 12


def first_touch(
    paths: Paths | Iterable[Path], *, by: By = "touchpoint", journey: Journey | None = None
) -> Credits:
    """Give all credit for a conversion to the first touch.

    Args:
        paths: What customers did.
        by: What gets the credit: ``"touchpoint"``, ``"channel"``, ``"phase"``, or a mapping from
            touchpoints to whatever it should be.
        journey: The journey that says which channel and phase a touchpoint has.

    Raises:
        EventError: Those are no paths.
        AnalysisError: It is not known to whom a touchpoint counts.

    Example:
        >>> paths = [Path(["ad", "site", "site"], converted=True, count=3), Path(["site"])]
        >>> dict(first_touch(paths))
        {'ad': 3.0, 'site': 0.0}
    """
    return _by_place("first touch", paths, _first, by=by, journey=journey)


def last_touch(
    paths: Paths | Iterable[Path], *, by: By = "touchpoint", journey: Journey | None = None
) -> Credits:
    """Give all credit for a conversion to the last touch.

    Args:
        paths: What customers did.
        by: What gets the credit, as in `first_touch`.
        journey: The journey that says which channel and phase a touchpoint has.

    Raises:
        EventError: Those are no paths.
        AnalysisError: It is not known to whom a touchpoint counts.

    Example:
        >>> paths = [Path(["ad", "site", "site"], converted=True, count=3), Path(["site"])]
        >>> dict(last_touch(paths))
        {'ad': 0.0, 'site': 3.0}
    """
    return _by_place("last touch", paths, _last, by=by, journey=journey)


def linear(
    paths: Paths | Iterable[Path], *, by: By = "touchpoint", journey: Journey | None = None
) -> Credits:
    """Share the credit for a conversion evenly among all touches, repeats included.

    Args:
        paths: What customers did.
        by: What gets the credit, as in `first_touch`.
        journey: The journey that says which channel and phase a touchpoint has.

    Raises:
        EventError: Those are no paths.
        AnalysisError: It is not known to whom a touchpoint counts.

    Example:
        >>> paths = [Path(["ad", "site", "site"], converted=True, count=3), Path(["site"])]
        >>> dict(linear(paths))
        {'ad': 1.0, 'site': 2.0}
    """
    return _by_place("linear", paths, _evenly, by=by, journey=journey)


def position_based(
    paths: Paths | Iterable[Path],
    *,
    first: float = 0.4,
    last: float = 0.4,
    by: By = "touchpoint",
    journey: Journey | None = None,
) -> Credits:
    """Give fixed shares to the first and the last touch, and the rest to those between.

    Where there are two touches, they share in the ratio of `first` to `last`; a single one
    gets all.

    Args:
        paths: What customers did.
        first: The share of the first touch, from 0 to 1.
        last: The share of the last touch, from 0 to 1; both together not more than 1.
        by: What gets the credit, as in `first_touch`.
        journey: The journey that says which channel and phase a touchpoint has.

    Raises:
        EventError: Those are no paths.
        AnalysisError: The shares are not valid, or it is not known to whom a touchpoint counts.

    Example:
        >>> paths = [Path(["ad", "site", "help", "site"], converted=True, count=10)]
        >>> print(position_based(paths))
        position-based: 10 conversions
        key   credit  share
        site       5   50 %
        ad         4   40 %
        help       1   10 %
    """
    for name, value in (("first", first), ("last", last)):
        if not is_between(value, 0, 1):
            raise AnalysisError(f"{name} must be a number from 0 to 1, not {shown(value)}")
    if first + last > 1 + 1e-12:
        raise AnalysisError(f"first and last must not be more than 1 together, not {first + last}")

    def weigh(number: int) -> Sequence[float]:
        if number == 1:
            return [1.0]
        both, between = first + last, number - 2
        if not between:
            return [first / both, last / both] if both else [0.5, 0.5]
        return [first, *[(1 - both) / between] * between, last]

    return _by_place("position-based", paths, weigh, by=by, journey=journey)


def time_decay(
    paths: Paths | Iterable[Path],
    *,
    half_life: float = 2.0,
    by: By = "touchpoint",
    journey: Journey | None = None,
) -> Credits:
    """Give a touch the more credit, the nearer it is to the conversion.

    Args:
        paths: What customers did.
        half_life: After how many steps, counted back from the last touch, credit is halved;
            above 0.
        by: What gets the credit, as in `first_touch`.
        journey: The journey that says which channel and phase a touchpoint has.

    Raises:
        EventError: Those are no paths.
        AnalysisError: The half-life is not valid, or it is not known to whom a touchpoint
            counts.

    Example:
        >>> paths = [Path(["ad", "site"], converted=True, count=3)]
        >>> dict(time_decay(paths, half_life=1))
        {'ad': 1.0, 'site': 2.0}
    """
    if not (is_between(half_life, 0, math.inf) and 0 < half_life < math.inf):
        raise AnalysisError(f"half_life must be a number above 0, not {shown(half_life)}")

    def weigh(number: int) -> Sequence[float]:
        raw = [2.0 ** (-back / half_life) for back in range(number - 1, -1, -1)]
        whole = math.fsum(raw)
        return [weight / whole for weight in raw]

    return _by_place("time decay", paths, weigh, by=by, journey=journey)


def markov(
    paths: Paths | Iterable[Path] | Journey,
    *,
    by: By = "touchpoint",
    journey: Journey | None = None,
) -> Credits:
    """Share the credit by removal effect: by what part of the conversions would be lost.

    The conversions are shared in the ratio of the `removal_effects`; see there for what is
    taken out and how.

    Args:
        paths: What customers did, or a journey that was fitted to it. Where a journey has no
            counts, credits add up to the share of customers who convert.
        by: What gets the credit, as in `first_touch`.
        journey: The journey that says which channel and phase a touchpoint has; not needed
            where it is a journey that is asked about.

    Raises:
        EventError: Those are no paths.
        AnalysisError: It is not known to whom a touchpoint counts, or the journey has no answer
            (see `journeykit.analysis.markov.chain`).

    Example:
        >>> paths = [
        ...     Path(["ad", "site"], converted=True, count=2),
        ...     Path(["site"], converted=True, count=1),
        ...     Path(["ad"], count=3),
        ... ]
        >>> print(markov(paths))
        removal effect: 3 conversions
        key   credit  share
        site     1.8   60 %
        ad       1.2   40 %
    """
    removal = Removal(_fitted(paths))
    effects = _effects(removal, paths, by=by, journey=journey)
    attributable, whole = removal.conversions - removal.at_once, math.fsum(effects.values())
    return credited(
        "removal effect",
        ((key, attributable * effect / whole) for key, effect in effects.items() if whole),
        effects,
        unattributed=removal.at_once,
    )


def removal_effects(
    paths: Paths | Iterable[Path] | Journey,
    *,
    by: By = "touchpoint",
    journey: Journey | None = None,
) -> dict[str, float]:
    """Return what part of the conversions would be lost without each touchpoint, from 0 to 1.

    Customers who would come to what is taken out are lost. How many that are follows from the
    chain (see `journeykit.analysis.markov`) and is not simulated: of all who convert, those who
    pass a touchpoint are ``visits · conversion from there / visits once there``, for all
    touchpoints at once. A channel or phase is taken out with all of its touchpoints.

    A touch that is repeated at once is part of the chain, and makes no difference: only where
    customers go when they leave a touchpoint decides whether they convert. After Anderl, Becker,
    von Wangenheim and Schumann, "Mapping the customer journey", International Journal of
    Research in Marketing 33 (2016), 457-474.

    Args:
        paths: What customers did, or a journey that was fitted to it.
        by: What is taken out, as in `first_touch`.
        journey: The journey that says which channel and phase a touchpoint has.

    Raises:
        EventError: Those are no paths.
        AnalysisError: As in `markov`.

    Example:
        >>> paths = [
        ...     Path(["ad", "site"], converted=True, count=2),
        ...     Path(["site"], converted=True, count=1),
        ...     Path(["ad"], count=3),
        ... ]
        >>> {key: round(effect, 3) for key, effect in removal_effects(paths).items()}
        {'ad': 0.667, 'site': 1.0}
    """
    return _effects(Removal(_fitted(paths)), paths, by=by, journey=journey)


def shapley(
    paths: Paths | Iterable[Path],
    *,
    worth: Literal["conversions", "chain"] = "conversions",
    by: By = "touchpoint",
    journey: Journey | None = None,
    samples: int = 1000,
    seed: int = 0,
) -> Credits:
    """Share the credit as Shapley shares what a group earns: by what each adds, on average.

    The average is over all orders in which touchpoints (or channels, or phases) can join. What
    a group of them is worth can be taken in two ways:

    - ``"conversions"``: the conversions of customers who met no others. Then each conversion
      is shared evenly among those that were met, repeats counting once; that is exact for any
      number of them (Zhao, Mahboobi and Bagheri, "Shapley value methods for attribution
      modeling in online advertising", arXiv:1804.05327, 2018).
    - ``"chain"``: the conversions that would be left if all others were taken out, as in
      `removal_effects`. This is exact for up to twelve. For more, orders are drawn by lot, and
      ``errors`` of the result tells how far each credit may be off.

    Args:
        paths: What customers did.
        worth: What a group is worth.
        by: What gets the credit, as in `first_touch`.
        journey: The journey that says which channel and phase a touchpoint has.
        samples: How many orders to draw, 2 or more; four times as many halve the errors.
        seed: Any whole number; it decides which orders are drawn.

    Raises:
        EventError: Those are no paths.
        AnalysisError: It is not known to whom a touchpoint counts, or an argument is not valid.

    Example:
        >>> paths = [Path(["ad", "site", "site"], converted=True, count=3), Path(["site"])]
        >>> dict(shapley(paths))
        {'ad': 1.5, 'site': 1.5}
        >>> dict(shapley(paths, worth="chain"))
        {'ad': 1.125, 'site': 1.875}
    """
    samples, seed = as_given_whole(samples), as_given_whole(seed)
    for problem in required_problems("samples", samples, whole_problems, 2, _MOST):
        raise AnalysisError(problem)
    if not isinstance(seed, int):
        raise AnalysisError(f"seed must be a whole number, not {shown(seed)}")
    several = as_paths(paths)
    if worth == "conversions":
        return _met(several, by=by, journey=journey)
    if worth != "chain":
        raise AnalysisError(f"worth must be 'conversions' or 'chain', not {shown(worth)}")
    return _chained(several, by=by, journey=journey, samples=samples, seed=seed)


def _met(paths: Paths, *, by: By, journey: Journey | None) -> Credits:
    group = group_of(paths.touchpoints, by, journey)
    portions = []
    for met, count in touches(paths, group):
        several = dict.fromkeys(met)
        portions += [(key, count / len(several)) for key in several]
    return credited("Shapley", portions, group.values(), unattributed=_at_once(paths))


def _chained(paths: Paths, *, by: By, journey: Journey | None, samples: int, seed: int) -> Credits:
    removal = Removal(_fitted(paths))
    members = _members(paths.touchpoints, by, journey)

    def conversions(kept: frozenset[str]) -> float:
        left = [step for key in kept for step in members[key]]
        return removal.share_of(left) * paths.total

    players = list(members)
    if len(players) <= _EXACT_UP_TO:
        values, errors = exact(players, conversions), None
    else:
        values, errors = sampled(players, conversions, samples=samples, seed=seed)
    return Credits("Shapley", values, removal.at_once, errors)


def _by_place(
    method: str,
    paths: Paths | Iterable[Path],
    weigh: Weigh,
    *,
    by: By,
    journey: Journey | None,
) -> Credits:
    """Return credits that depend on nothing but how many touches there are, and which it is."""
    several = as_paths(paths)
    group = group_of(several.touchpoints, by, journey)
    portions = (
        (key, count * weight)
        for keys, count in touches(several, group)
        if keys
        for key, weight in zip(keys, weigh(len(keys)), strict=True)
    )
    return credited(method, portions, group.values(), unattributed=_at_once(several))


def _first(number: int) -> Sequence[float]:
    return [1.0] + [0.0] * (number - 1)


def _last(number: int) -> Sequence[float]:
    return [0.0] * (number - 1) + [1.0]


def _evenly(number: int) -> Sequence[float]:
    return [1 / number] * number


def _at_once(paths: Paths) -> int:
    return sum(path.count for path in paths if path.converted and not path.steps)


def _fitted(paths: Paths | Iterable[Path] | Journey) -> Journey:
    return paths if isinstance(paths, (Journey, JourneyModel)) else fit_paths(paths)


def _effects(
    removal: Removal,
    paths: Paths | Iterable[Path] | Journey,
    *,
    by: By,
    journey: Journey | None,
) -> dict[str, float]:
    if journey is None and isinstance(paths, (Journey, JourneyModel)):
        journey = paths
    return removal.effects(_members(removal.steps, by, journey))


def _members(steps: Sequence[str], by: By, journey: Journey | None) -> dict[str, list[str]]:
    members: dict[str, list[str]] = {}
    for step, key in group_of(steps, by, journey).items():
        members.setdefault(key, []).append(step)
    return members
