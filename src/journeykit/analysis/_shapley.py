"""Shapley values: what each player adds, on average over all orders in which they may come."""

import itertools
import math
from collections.abc import Callable, Sequence
from random import Random

__all__ = ["Worth", "exact", "sampled"]

Worth = Callable[[frozenset[str]], float]
_DOUBT = 0.05
_ROUNDING = 1e-13


def exact(players: Sequence[str], worth: Worth) -> dict[str, float]:
    """Return the value of each player, from the worth of every group that they can form.

    After Shapley, "A value for n-person games", Contributions to the Theory of Games II (1953),
    307-317.

    Args:
        players: The players; the groups of twelve are 4,096.
        worth: What a group is worth.
    """
    number = len(players)
    worths = {
        frozenset(group): worth(frozenset(group))
        for size in range(number + 1)
        for group in itertools.combinations(players, size)
    }
    whole = worths[frozenset(players)]
    parts: dict[str, list[float]] = {player: [] for player in players}
    for group, value in worths.items():
        for player in players:
            if player not in group:
                weight = 1 / (number * math.comb(number - 1, len(group)))
                parts[player].append(weight * _gain(value, worths[group | {player}], whole))
    return {player: math.fsum(added) for player, added in parts.items()}


def sampled(
    players: Sequence[str], worth: Worth, *, samples: int, seed: int
) -> tuple[dict[str, float], dict[str, float]]:
    """Return the mean of what each player adds in some orders, and how far that may be off.

    With a probability of 95 %, all values are within their bounds; those follow from the
    spread of what was seen (Maurer and Pontil, "Empirical Bernstein bounds and sample variance
    penalization", Proceedings of COLT 2009, theorem 4, on both sides and for all players).

    Args:
        players: The players.
        worth: What a group is worth; it never falls when a player joins.
        samples: How many orders to draw, 2 or more.
        seed: What decides which.
    """
    chance = Random(seed)  # noqa: S311 - no secret
    added: dict[str, list[float]] = {player: [] for player in players}
    nobody, all_of_them = worth(frozenset()), worth(frozenset(players))
    known = {frozenset[str](): nobody, frozenset(players): all_of_them}
    for _ in range(samples):
        group, before = frozenset[str](), nobody
        for player in sorted(players, key=lambda _: chance.random()):
            group |= {player}
            after = known[group] if group in known else worth(group)
            added[player].append(_gain(before, after, all_of_them))
            before = after
    doubt = math.log(4 * len(players) / _DOUBT)
    span = all_of_them - nobody
    values, errors = {}, {}
    for player, parts in added.items():
        mean = math.fsum(parts) / samples
        spread = math.fsum((part - mean) ** 2 for part in parts) / (samples - 1)
        values[player] = mean
        errors[player] = math.sqrt(2 * spread * doubt / samples) + (
            7 * span * doubt / (3 * (samples - 1))
        )
    return values, errors


def _gain(before: float, after: float, whole: float) -> float:
    """Return what a player adds: nothing, where it is no more than how numbers are rounded."""
    gain = after - before
    return gain if abs(gain) > _ROUNDING * whole else 0.0
