"""Time removal effects, and hold them against exact fractions, beside ChannelAttribution.

Run it as ``python benchmarks/attribution.py PYTHON [CUSTOMERS]``, where ``PYTHON`` is the
interpreter of an environment that has the packages ChannelAttribution and matplotlib, which it
needs to be imported. Customers are made up: they walk among twelve channels, and some convert.
Both are given the same paths; the reading of these is not part of the time. The exact credits
come from the equations of the chain, solved in fractions.
"""

import csv
import json
import subprocess
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Final

import journeykit as jk
from journeykit import CONVERSION, DROP_OFF, START, Journey, Transition
from journeykit.analysis import attribution

CHANNELS: Final = tuple("abcdefghijkl")
THEIRS: Final = """
import json, sys, time
import pandas
from ChannelAttribution import markov_model
table = pandas.read_csv(sys.argv[1])
start = time.process_time()
answer = markov_model(table, "path", "converted", var_null="lost", flg_pro=False, verbose=False)
took = time.process_time() - start
credits = dict(zip(answer.iloc[:, 0], answer.iloc[:, 1].astype(float)))
print(json.dumps({"cpu": took, "credits": credits}))
"""


def journey() -> Journey:
    """Return a journey among channels, of which some bring many and some bring few."""
    chance = Random(12)  # noqa: S311 - no secret
    moves = [Transition(START, channel, chance.paretovariate(1)) for channel in CHANNELS]
    for one in CHANNELS:
        moves += [
            Transition(one, other, chance.uniform(0, 1) ** 3) for other in CHANNELS if other != one
        ]
        moves += [
            Transition(one, CONVERSION, chance.uniform(0.05, 1)),
            Transition(one, DROP_OFF, 2),
        ]
    return Journey("channels", touchpoints=CHANNELS, transitions=moves)


def exact(paths: jk.Paths) -> dict[str, float]:
    """Return the credits by removal, worked out in fractions."""
    counts: dict[str, dict[str, int]] = {}
    for path in paths:
        for source, target in path.moves():
            row = counts.setdefault(source, {})
            row[target] = row.get(target, 0) + path.count
    whole = converting(counts)
    effects = {
        channel: 1 - converting(counts, without=channel) / whole for channel in paths.touchpoints
    }
    scale = paths.conversions / sum(effects.values())
    return {channel: float(effect * scale) for channel, effect in effects.items()}


def converting(counts: dict[str, dict[str, int]], without: str = "") -> Fraction:
    """Return the share of customers who convert where one channel leads nowhere."""
    states = [state for state in counts if state != without]
    place = {state: number for number, state in enumerate(states)}
    rows = []
    for state in states:
        total = sum(counts[state].values())
        row = [Fraction(0)] * (len(states) + 1)
        row[place[state]] += 1
        for target, count in counts[state].items():
            if target == CONVERSION:
                row[-1] += Fraction(count, total)
            elif target in place:
                row[place[target]] -= Fraction(count, total)
        rows.append(row)
    for pivot in range(len(rows)):
        rows[pivot] = [value / rows[pivot][pivot] for value in rows[pivot]]
        for other, row in enumerate(rows):
            if other != pivot and row[pivot]:
                rows[other] = [
                    value - row[pivot] * taken
                    for value, taken in zip(row, rows[pivot], strict=True)
                ]
    return rows[place[START]][-1]


def theirs(python: str, paths: jk.Paths) -> tuple[dict[str, float], float]:
    """Return the credits of ChannelAttribution, and its CPU time."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "paths.csv")
        with file.open("w", encoding="utf-8", newline="") as table:
            writer = csv.writer(table)
            writer.writerow(["path", "converted", "lost"])
            for path in paths:
                won = path.count if path.converted else 0
                writer.writerow([" > ".join(path.steps), won, path.count - won])
        done = subprocess.run(
            [python, "-W", "ignore", "-c", THEIRS, file], check=True, capture_output=True, text=True
        )
    answer = json.loads(done.stdout.splitlines()[-1])
    return answer["credits"], answer["cpu"]


def main(python: str, customers: int = 10_000) -> None:
    """Print the credits, how far they are off, and the times."""
    paths = jk.simulate(journey(), customers, seed=7)
    true = exact(paths)
    start = time.process_time()
    own = attribution.markov(paths)
    quick = time.process_time() - start
    other, slow = theirs(python, paths)
    print(  # noqa: T201 - its result
        f"{paths.total:,} customers on {len(paths):,} paths, {paths.conversions:,} conversions"
    )
    print("channel      exact  journeykit  ChannelAttribution")  # noqa: T201 - its result
    for channel in sorted(true, key=lambda key: -true[key]):
        row = f"{channel:<7} {true[channel]:>10.3f} {own[channel]:>11.3f} {other[channel]:>19.3f}"
        print(row)  # noqa: T201 - its result
    for name, said, took in (("journeykit", own, quick), ("ChannelAttribution", other, slow)):
        off = max(abs(said[channel] / true[channel] - 1) for channel in true)
        print(  # noqa: T201 - its result
            f"{name}: CPU {1000 * took:.1f} ms ({took / quick:.1f} x), off by {off:.1e} at most"
        )


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
