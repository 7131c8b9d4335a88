"""Ask for chains that have no answer, and for chains that numbers nearly cannot answer.

Run it as ``python benchmarks/chains.py [NUMBER]``. It makes random chains that nobody ever leaves,
which must all be refused, and chains that are left ever less often, down to once in 10^14 moves,
whose answers are held against exact fractions. Beside each stands what ``numpy.linalg.solve``
makes of the same chain. It fails where a chain is not refused, or an answer is off by more than
10^-12 of itself.
"""

import sys
from collections import Counter
from fractions import Fraction
from random import Random
from typing import Final

import numpy as np

from journeykit import CONVERSION, START, AnalysisError, Journey, Transition
from journeykit.analysis import markov

MASSES: Final = (1e-2, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12, 1e-14)
LIMIT: Final = 1e-12
Rows = list[list[float]]


def rows_of(chance: Random) -> Rows:
    """Return the weights among three to eight states, from each to each."""
    size = chance.randint(3, 8)
    return [[chance.uniform(0.01, 1) for _ in range(size)] for _ in range(size)]


def journey(rows: Rows, mass: float) -> Journey:
    """Return a journey whose last step is left for an end with some weight."""
    size = len(rows)
    moves = [Transition(START, "s0")]
    moves += [
        Transition(f"s{one}", f"s{other}", rows[one][other])
        for one in range(size)
        for other in range(size)
    ]
    if mass:
        moves.append(Transition(f"s{size - 1}", CONVERSION, mass))
    return Journey("chain", touchpoints=[f"s{number}" for number in range(size)], transitions=moves)


def by_numpy(rows: Rows, mass: float) -> list[float] | None:
    """Return the expected visits as a dense solution gives them; None where it gives none."""
    table = np.array(rows)
    total = table.sum(axis=1)
    total[-1] += mass
    start = np.zeros(len(rows))
    start[0] = 1
    try:
        visits: list[float] = np.linalg.solve(
            np.eye(len(rows)) - (table / total[:, None]).T, start
        ).tolist()
    except np.linalg.LinAlgError:
        return None
    return visits


def exactly(rows: Rows, mass: float) -> list[Fraction]:
    """Return the expected visits in fractions."""
    size = len(rows)
    table = [[Fraction(0)] * size + [Fraction(int(one == 0))] for one in range(size)]
    for one, row in enumerate(rows):
        weights = [Fraction(weight) for weight in row]
        total = sum(weights) + (Fraction(mass) if one == size - 1 else 0)
        for other, weight in enumerate(weights):
            table[other][one] -= weight / total
        table[one][one] += 1
    for pivot in range(size):
        table[pivot] = [value / table[pivot][pivot] for value in table[pivot]]
        for other in range(size):
            if other != pivot:
                factor = table[other][pivot]
                table[other] = [
                    value - factor * taken
                    for value, taken in zip(table[other], table[pivot], strict=True)
                ]
    return [row[-1] for row in table]


def off_by(visits: list[float], true: list[Fraction]) -> float:
    """Return how far an answer is off at most, as a part of itself."""
    return max(
        abs(float(Fraction(one) / other - 1)) for one, other in zip(visits, true, strict=True)
    )


def without_exit(number: int) -> int:
    """Print what becomes of chains without an exit, and return how many were answered."""
    chance = Random(1)  # noqa: S311 - no secret
    numpy_says: Counter[str] = Counter()
    answered = 0
    for _ in range(number):
        rows = rows_of(chance)
        try:
            markov.chain(journey(rows, 0))
            answered += 1
        except AnalysisError:
            pass
        visits = by_numpy(rows, 0)
        if visits is None:
            numpy_says["refused"] += 1
        else:
            numpy_says["negative" if min(visits) < 0 else "huge"] += 1
    told = ", ".join(f"{count:,} {kind}" for kind, count in sorted(numpy_says.items()))
    print(f"{number:,} chains without an exit: {number - answered:,} refused")  # noqa: T201
    print(f"  numpy: {told}")  # noqa: T201 - its result
    return answered


def seldom_left(number: int) -> float:
    """Print how far answers are off where the exit is seldom taken, and return the worst."""
    worst = 0.0
    print(f"{number:,} chains each, off by at most:")  # noqa: T201 - its result
    print("  exit   journeykit    numpy")  # noqa: T201 - its result
    for mass in MASSES:
        chance = Random(2)  # noqa: S311 - no secret
        own = other = 0.0
        for _ in range(number):
            rows = rows_of(chance)
            true = exactly(rows, mass)
            own = max(own, off_by([*markov.chain(journey(rows, mass)).visits.values()], true))
            solved = by_numpy(rows, mass)
            other = max(other, float("inf") if solved is None else off_by(solved, true))
        worst = max(worst, own)
        print(f"  {mass:.0e} {own:>11.1e} {other:>8.1e}", flush=True)  # noqa: T201 - its result
    return worst


def main(number: int = 10_000) -> int:
    """Print both tables, and return 1 where we are wrong."""
    answered = without_exit(number)
    return int(answered > 0 or seldom_left(max(1, number // 50)) > LIMIT)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
