"""Time the search for the likeliest routes, beside networkx.

Run it as ``python benchmarks/routes.py [SIZE ...]``. Each touchpoint leads to one of the three
that follow it, back to one of the twenty before it, or out. From networkx comes
``shortest_simple_paths`` on the logarithms of how unlikely each transition is; the making of its
graph is not part of the time, that of ours is. Both must find equally likely routes.
"""

import itertools
import math
import sys
import time
from random import Random
from typing import Final

import networkx as nx

import journeykit as jk
from journeykit import CONVERSION, DROP_OFF, START, Journey, Transition
from journeykit.analysis import routes

SIZES: Final = (100, 300, 1_000)
K: Final = 10
ROUNDS: Final = 3


def journey(size: int) -> Journey:
    """Return a journey with skips and returns."""
    chance = Random(size)  # noqa: S311 - no secret
    found = {(START, "t0"): 1.0}
    for number in range(size):
        for skip in (1, 2, 3):
            target = f"t{number + skip}" if number + skip < size else CONVERSION
            found.setdefault((f"t{number}", target), chance.uniform(0.05, 0.4) / skip)
        back = number - chance.randint(1, 20)
        if back >= 0:
            found[f"t{number}", f"t{back}"] = chance.uniform(0.05, 0.2)
        found[f"t{number}", DROP_OFF] = 0.1
    return Journey(
        "skips",
        touchpoints=[f"t{number}" for number in range(size)],
        transitions=[Transition(*ends, weight) for ends, weight in found.items()],
    )


def ours(subject: Journey) -> tuple[list[float], float]:
    """Return how likely our routes are, and the CPU time of the best of three searches."""
    best = math.inf
    found: tuple[routes.Route, ...] = ()
    for _ in range(ROUNDS):
        start = time.process_time()
        found = routes.likeliest(subject, K)
        best = min(best, time.process_time() - start)
    return [route.probability for route in found], best


def theirs(subject: Journey) -> tuple[list[float], float]:
    """Return how likely the routes of networkx are, and its CPU time."""
    graph = jk.to_networkx(subject)
    for _, _, data in graph.edges(data=True):
        data["cost"] = -math.log(data["probability"])
    start = time.process_time()
    ways = nx.shortest_simple_paths(graph, START, CONVERSION, weight="cost")
    found = list(itertools.islice(ways, K))
    took = time.process_time() - start
    return [
        math.prod(graph[one][other]["probability"] for one, other in itertools.pairwise(way))
        for way in found
    ], took


def main(sizes: tuple[int, ...] = SIZES) -> int:
    """Print a table, and return 1 where the routes are not equally likely."""
    print(f"the {K} likeliest routes; CPU in ms")  # noqa: T201 - its result
    print("touchpoints  journeykit  networkx   ratio")  # noqa: T201 - its result
    for size in sizes:
        subject = journey(size)
        own, quick = ours(subject)
        other, slow = theirs(subject)
        if not all(map(math.isclose, own, other)) or len(own) != len(other):
            print(f"{size:>11,}  different routes: {own} and {other}")  # noqa: T201 - its result
            return 1
        row = f"{size:>11,} {1000 * quick:>11.2f} {1000 * slow:>9.0f} {slow / quick:>7.0f}"
        print(row, flush=True)  # noqa: T201 - its result
    return 0


if __name__ == "__main__":
    sys.exit(main(tuple(map(int, sys.argv[1:])) or SIZES))
