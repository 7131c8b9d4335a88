"""Time `fit` on large logs, beside queries written by hand, pm4py and retentioneering.

Run it as ``python benchmarks/fit.py [EVENTS ...] [--rounds N]``: a million events and three rounds
unless said otherwise, of which the quickest counts. Of several numbers of events it also says how
much longer the largest takes than the smallest. The log is made up: twelve touchpoints, about eight
events a customer, in time order, as a Parquet file with text for customers and touchpoints. Each
measurement is a process of its own, which first counts a small log, so that imports are not
measured, and then reads the file, counts all of it, and says how much memory it ever took. The
answers have to be equal: who went where, how often, and how long that took at the median.

The peers get environments of their own, in the folder for temporary files, and keep them.
"""

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, TypeAlias

Moves: TypeAlias = "dict[tuple[str, str], tuple[int, int | None]]"
"""How often each move was seen, and its median wait in microseconds; from and to ``""`` at ends."""

HOMES: Final = Path(tempfile.gettempdir(), "journeykit-peers")
SMALL: Final = 2_000


# The queries by hand -------------------------------------------------------------------------


def polars_by_hand(file: str, *order: str) -> Moves:
    """Sort, and look at the next row."""
    import polars as pl

    case, words = pl.col("customer"), pl.Categorical()
    same = case == case.shift(-1)
    counted = (
        pl.scan_parquet(file)
        .select(
            case.cast(words).to_physical(),
            pl.col("touchpoint").cast(words),
            pl.col("time").cast(pl.Int64),
        )
        .sort("customer", "time", *order)
        .select(
            "touchpoint",
            target=pl.when(same).then(pl.col("touchpoint").shift(-1)),
            wait=pl.when(same).then(pl.col("time").shift(-1) - pl.col("time")),
        )
        .group_by("touchpoint", "target")
        .agg(pl.len(), pl.col("wait").median())
        .collect()
    )
    return with_starts(counted.rows())


def polars_with_ties(file: str) -> Moves:
    """Do so in the order that `fit` promises: equal times by touchpoint."""
    return polars_by_hand(file, "touchpoint")


def duckdb_by_hand(file: str) -> Moves:
    """Look at the next row of the customer."""
    import duckdb

    counted = duckdb.execute(f"""
        with walk as (
            select
                touchpoint, time,
                lead(touchpoint) over later as target,
                lead(time) over later as next_time
            from read_parquet('{file}')
            window later as (partition by customer order by time)
        )
        select touchpoint, target, count(*), median(epoch_us(next_time) - epoch_us(time))
        from walk group by all
    """)  # noqa: S608 - our own file
    return with_starts(counted.fetchall())


def pandas_by_hand(file: str) -> Moves:
    """Sort, shift, group."""
    import pandas as pd

    log = pd.read_parquet(file).sort_values(["customer", "time"])
    same = log["customer"] == log["customer"].shift(-1)
    moves = pd.DataFrame(
        {
            "source": log["touchpoint"],
            "target": log["touchpoint"].shift(-1).where(same),
            "wait": (log["time"].shift(-1) - log["time"]).where(same),
        }
    )
    counted = moves.groupby(["source", "target"], dropna=False)["wait"].agg(["size", "median"])
    return with_starts(
        (source, None if pd.isna(target) else target, row.size_, micros_of(row.median_))
        for (source, target), row in zip(
            counted.index,
            counted.rename(columns={"size": "size_", "median": "median_"}).itertuples(),
            strict=True,
        )
    )


# journeykit ----------------------------------------------------------------------------------


def fitted(events: Any) -> Moves:  # noqa: ANN401 - any frame
    """Return what `fit` counts."""
    import journeykit as jk

    journey = jk.fit(events, case="customer", touchpoint="touchpoint", time="time")
    own = {jk.START: "", jk.DROP_OFF: ""}
    return {
        (own.get(move.source, move.source), own.get(move.target, move.target)): (
            move.count or 0,
            micros_of(move.median_wait),
        )
        for move in journey.transitions
    }


def fit_polars(file: str) -> Moves:
    """Fit a lazy frame."""
    import polars as pl

    return fitted(pl.scan_parquet(file))


def fit_duckdb(file: str) -> Moves:
    """Fit a relation."""
    import duckdb

    return fitted(duckdb.read_parquet(file))


def fit_pandas(file: str) -> Moves:
    """Fit a frame."""
    import pandas as pd

    return fitted(pd.read_parquet(file))


# The peers -----------------------------------------------------------------------------------


def pm4py_graphs(file: str) -> Moves:
    """Return both graphs of pm4py as one."""
    import pandas as pd
    import pm4py  # type: ignore[import-not-found] # it lives elsewhere

    log = pd.read_parquet(file)
    columns = {"activity_key": "touchpoint", "timestamp_key": "time", "case_id_key": "customer"}
    counts, starts, ends = pm4py.discover_dfg(log, **columns)
    waits, _, _ = pm4py.discover_performance_dfg(log, **columns)
    return (
        {pair: (count, round(1e6 * waits[pair]["median"])) for pair, count in counts.items()}
        | {("", step): (count, None) for step, count in starts.items()}
        | {(step, ""): (count, None) for step, count in ends.items()}
    )


def retentioneering_matrices(file: str) -> Moves:
    """Return both matrices of retentioneering as one."""
    import pandas as pd
    from retentioneering import (  # type: ignore[import-not-found] # it lives elsewhere
        Eventstream,
    )

    columns = {"path_cols": ["customer"], "event_col": "touchpoint", "timestamp_col": "time"}
    stream = Eventstream(pd.read_parquet(file), columns)
    counts = stream.transition_graph_data(edge_weight="count")
    waits = stream.transition_graph_data(edge_weight="time_median")
    ends = {"path_start": "", "path_end": ""}
    moves: Moves = {}
    for source, row in counts.to_dict("index").items():
        for target, count in row.items():
            if count:
                inner = source not in ends and target not in ends
                wait = micros_of(waits.loc[source, target]) if inner else None
                moves[ends.get(source, source), ends.get(target, target)] = (count, wait)
    return moves


# What all of them share ----------------------------------------------------------------------


def with_starts(rows: Any) -> Moves:  # noqa: ANN401 - any rows
    """Return moves with those from the start: what leaves a step and came from none began there."""
    moves: Moves = {}
    began: dict[str, int] = {}
    for source, target, count, wait in rows:
        moves[source, target or ""] = (count, None if wait is None else round(wait))
        began[source] = began.get(source, 0) + count
        if target:
            began[target] = began.get(target, 0) - count
    return moves | {("", step): (count, None) for step, count in began.items() if count}


def micros_of(wait: Any) -> "int | None":  # noqa: ANN401 - of any package
    """Return whole microseconds of a length of time, and none of what is missing."""
    return None if wait is None or wait != wait else wait // timedelta(microseconds=1)  # noqa: PLR0124


JOBS: Final[dict[str, Callable[[str], Moves]]] = {
    "journeykit on DuckDB": fit_duckdb,
    "DuckDB by hand": duckdb_by_hand,
    "journeykit on lazy polars": fit_polars,
    "polars by hand": polars_by_hand,
    "polars by hand, with ties": polars_with_ties,
    "journeykit on pandas": fit_pandas,
    "pandas by hand": pandas_by_hand,
    "pm4py": pm4py_graphs,
    "retentioneering": retentioneering_matrices,
}
PEERS: Final = ("pm4py", "retentioneering")
RIVALS: Final = (
    ("journeykit on DuckDB", "DuckDB by hand"),
    ("journeykit on lazy polars", "polars by hand"),
    ("journeykit on lazy polars", "polars by hand, with ties"),
    ("journeykit on pandas", "pandas by hand"),
)


def measure(name: str, file: str) -> None:
    """Do a job once, and print what it took."""
    JOBS[name](f"{file}.small")
    started, used = time.perf_counter(), time.process_time()
    moves = JOBS[name](file)
    wall, cpu = time.perf_counter() - started, time.process_time() - used
    peak = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    told = sorted((*pair, count, wait) for pair, (count, wait) in moves.items())
    answer = hashlib.sha256(json.dumps([row[:3] for row in told]).encode()).hexdigest()
    print(  # noqa: T201 - its result
        json.dumps(
            {
                "wall": wall,
                "cpu": cpu,
                "peak": peak / 1024,
                "counts": answer,
                "waits": [wait for *_, wait in told],
            }
        )
    )


def make_log(file: str, events: int) -> None:
    """Write a log of so many events: walks among twelve touchpoints that a chance may end."""
    import numpy as np
    import polars as pl

    chance = np.random.default_rng(12)
    size = 12
    shares = chance.dirichlet(np.full(size, 0.4), size=size) * 0.88
    limits = np.cumsum(shares, axis=1)
    customers = max(1, round(events / 8 * 1.05))
    place = chance.choice(size, p=[0.6, 0.3, 0.1] + [0] * 9, size=customers)
    clock = chance.integers(0, 365 * 86_400_000_000, size=customers)
    who = np.arange(customers)
    parts = []
    while len(who):
        parts.append((who, place, clock))
        drawn = chance.random(len(who))
        following = (drawn[:, None] > limits[place]).sum(axis=1)
        clock = clock + 1 + chance.exponential(300_000_000, size=len(who)).astype(np.int64)
        on = following < size
        who, place, clock = who[on], following[on], clock[on]
    who, place, clock = (np.concatenate(column) for column in zip(*parts, strict=True))
    names = {number: f"touchpoint {number}" for number in range(size)}
    log = (
        pl.DataFrame({"customer": who, "touchpoint": place, "time": clock})
        .sort("time")
        .head(events)
        .select(
            customer=pl.format("customer-{}", pl.col("customer").cast(pl.String).str.zfill(8)),
            touchpoint=pl.col("touchpoint").replace_strict(names),
            time=(1_700_000_000_000_000 + pl.col("time")).cast(pl.Datetime("us")),
        )
    )
    log.write_parquet(file)
    log.head(SMALL).write_parquet(f"{file}.small")
    print(  # noqa: T201 - its result
        f"{log.height:,} events of {log['customer'].n_unique():,} customers, "
        f"{Path(file).stat().st_size / 2**20:.0f} MiB of Parquet"
    )


def environment(package: str) -> "str | None":
    """Return the interpreter of an environment with a package; none where it has no place here."""
    home = HOMES / package
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    has_it = [str(python), "-c", f"import {package}, pyarrow"]
    if subprocess.run(has_it, check=False, capture_output=True).returncode == 0:
        return str(python)
    done = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", package, "pyarrow"],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        print(f"{package} cannot be installed: {done.stderr.strip()}")  # noqa: T201
        return None
    return str(python)


def took(name: str, python: str, file: Path) -> "dict[str, Any]":
    """Do a job in a process of its own, and return what it took."""
    done = subprocess.run(
        [python, "-W", "ignore", __file__, "--measure", name, file],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"RETENTIONEERING_NO_TRACK": "1"},
    )
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr}")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def main(sizes: "list[int]", rounds: int) -> None:
    """Print what each way of counting takes, beside the others."""
    pythons = {name: environment(name) if name in PEERS else sys.executable for name in JOBS}
    of_size = {}
    for events in sorted(set(sizes)):
        found = of_size[events] = measured(events, rounds, pythons)
        refuse_differences(found)
        tell(found)
    if len(of_size) > 1:
        tell_growth(of_size)


def measured(
    events: int, rounds: int, pythons: "dict[str, str | None]"
) -> "dict[str, dict[str, Any]]":
    """Return what each way of counting so many events takes, in its quickest round."""
    with tempfile.TemporaryDirectory(prefix="journeykit-") as folder:
        file = Path(folder, "log.parquet")
        # A process inherits the peak of the one that starts it, so this one has to stay small.
        subprocess.run([sys.executable, __file__, "--make", file, str(events)], check=True)
        return {
            name: min(
                (took(name, python, file) for _ in range(rounds)), key=lambda one: one["wall"]
            )
            for name, python in pythons.items()
            if python
        }


def refuse_differences(found: "dict[str, dict[str, Any]]") -> None:
    """Stop where one counts otherwise than the others."""
    first = next(iter(found))
    for name, answer in found.items():
        if answer["counts"] != found[first]["counts"]:
            raise SystemExit(f"{name} counts otherwise than {first}")


def tell(found: "dict[str, dict[str, Any]]") -> None:
    """Print what each took, and how that compares."""
    waits = next(iter(found.values()))["waits"]
    for name, answer in found.items():
        far = max(
            abs((one or 0) - (other or 0))
            for one, other in zip(answer["waits"], waits, strict=True)
        )
        times = [
            f"{peer} takes {found[peer]['wall'] / answer['wall']:.1f} x as long"
            for peer in PEERS
            if peer in found and name not in PEERS
        ]
        print(  # noqa: T201 - its result
            f"{name:<26} wall {answer['wall']:6.2f} s, CPU {answer['cpu']:6.2f} s, "
            f"peak {answer['peak']:5.0f} MiB, waits off by {far:,} µs at most",
            *times,
            sep=", ",
        )
    for own, other in RIVALS:
        cpu, wall, peak = (
            found[own][what] / found[other][what] for what in ("cpu", "wall", "peak")
        )
        print(f"{own} / {other}: CPU {cpu:.2f}, wall {wall:.2f}, peak {peak:.2f}")  # noqa: T201


def tell_growth(of_size: "dict[int, dict[str, dict[str, Any]]]") -> None:
    """Print how much longer the most events take than the fewest."""
    few, many = min(of_size), max(of_size)
    for name, answer in of_size[many].items():
        wall, cpu = (answer[what] / of_size[few][name][what] for what in ("wall", "cpu"))
        print(  # noqa: T201 - its result
            f"{name:<26} from {few:,} to {many:,} events: wall {wall:.1f} x, CPU {cpu:.1f} x"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(*sys.argv[2:])
    elif sys.argv[1:2] == ["--make"]:
        make_log(sys.argv[2], int(sys.argv[3]))
    else:
        parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
        parser.add_argument("events", nargs="*", type=int, default=[1_000_000])
        parser.add_argument("--rounds", type=int, default=3)
        options = parser.parse_args()
        main(options.events, options.rounds)
