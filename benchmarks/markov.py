"""Time questions to a Markov chain, beside a dense solution with numpy and networkx.

Run it as ``python benchmarks/markov.py [SIZE ...]``. Each state has three transitions: to the
next one, to one nearby (*nearly a line*) or anywhere (*random*), and out. Each measurement has a
process of its own, so that its peak of memory is its own as well; the building of the journey,
the matrix or the graph is not part of the time. From networkx comes ``katz_centrality_numpy``,
which with ``alpha=1`` solves the same equations. All answers are held against each other.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from random import Random
from typing import Final

import numpy as np

import journeykit as jk
from journeykit import CONVERSION, DROP_OFF, START, Journey, Transition
from journeykit.analysis import markov

SIZES: Final = (500, 1_000, 2_000, 10_000, 100_000)
SHAPES: Final = ("nearly a line", "random")
DENSE_UP_TO: Final = 2_000
Visits = Mapping[str, float]


def moves(size: int, shape: str) -> list[Transition]:
    """Return the transitions of a chain in which every state can be reached and left."""
    chance = Random(size)  # noqa: S311 - no secret
    order = list(range(size))
    if shape == "random":
        chance.shuffle(order)
    found = {(START, f"s{order[0]}"): 1.0}
    for place, state in enumerate(order):
        following = f"s{order[place + 1]}" if place + 1 < size else CONVERSION
        other = (
            place + chance.randint(-5, 5) if shape == "nearly a line" else chance.randrange(size)
        )
        found[f"s{state}", following] = 0.6
        found.setdefault((f"s{state}", f"s{order[other % size]}"), 0.3)
        found[f"s{state}", DROP_OFF] = 0.1
    return [Transition(*ends, weight) for ends, weight in found.items()]


def ours(size: int, shape: str) -> Callable[[], Visits]:
    """Return our answer, yet to be worked out."""
    spots = [f"s{number}" for number in range(size)]
    journey = Journey("chain", touchpoints=spots, transitions=moves(size, shape))
    return lambda: markov.chain(journey).visits


def dense(size: int, shape: str) -> Callable[[], Visits]:
    """Return the answer of a dense matrix, yet to be worked out."""
    graph = jk.to_networkx(
        Journey(
            "chain",
            touchpoints=[f"s{number}" for number in range(size)],
            transitions=moves(size, shape),
        )
    )
    names = [name for name in graph if name not in (START, CONVERSION, DROP_OFF)]
    place = {name: number for number, name in enumerate(names)}
    table = np.eye(size)
    start = np.zeros(size)
    for source, target, data in graph.edges(data=True):
        if source == START:
            start[place[target]] = data["probability"]
        elif target in place:
            table[place[target], place[source]] -= data["probability"]
    return lambda: dict(zip(names, np.linalg.solve(table, start).tolist(), strict=True))


def katz(size: int, shape: str) -> Callable[[], Visits]:
    """Return the answer of networkx, yet to be worked out."""
    import networkx as nx

    graph = jk.to_networkx(
        Journey(
            "chain",
            touchpoints=[f"s{number}" for number in range(size)],
            transitions=moves(size, shape),
        )
    )
    first = next(iter(graph[START]))
    graph.remove_nodes_from([START, CONVERSION, DROP_OFF])
    beta = {name: float(name == first) for name in graph}

    def answer() -> Visits:
        return nx.katz_centrality_numpy(
            graph, alpha=1.0, beta=beta, normalized=False, weight="probability"
        )

    return answer


WAYS: Final = {"journeykit": ours, "numpy": dense, "networkx": katz}


def measure(way: str, size: int, shape: str) -> None:
    """Print what one answer takes, and a digest of it."""
    ask = WAYS[way](size, shape)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    cpu, wall = time.process_time(), time.perf_counter()
    visits = ask()
    answer = {
        "cpu": time.process_time() - cpu,
        "wall": time.perf_counter() - wall,
        "peak": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
        "steps": sum(visits.values()),
        "most": max(visits.values()),
    }
    print(json.dumps(answer))  # noqa: T201 - its result


def measured(way: str, size: int, shape: str) -> dict[str, float]:
    """Return what one answer takes, in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, way, str(size), shape],
        check=True,
        capture_output=True,
        text=True,
    )
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print a table."""
    print("CPU and wall in seconds, peak in MiB above what was there before")  # noqa: T201
    head = "shape            states  with         CPU     wall     peak   x CPU    off by"
    print(head)  # noqa: T201 - its result
    for shape in SHAPES:
        for size in sizes:
            first = measured("journeykit", size, shape)
            for way in WAYS if size <= DENSE_UP_TO else ("journeykit",):
                one = first if way == "journeykit" else measured(way, size, shape)
                off = max(abs(one[key] / first[key] - 1) for key in ("steps", "most"))
                print(  # noqa: T201 - its result
                    f"{shape:<14} {size:>8,}  {way:<10} {one['cpu']:>6.3f} {one['wall']:>8.3f} "
                    f"{one['peak']:>8.1f} {one['cpu'] / first['cpu']:>7.1f} {off:>9.0e}",
                    flush=True,
                )


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in WAYS:
        measure(sys.argv[1], int(sys.argv[2]), sys.argv[3])
    else:
        main(tuple(map(int, sys.argv[1:])) or SIZES)
