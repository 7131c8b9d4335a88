"""Counting: what engines count is what a few lines of Python count, whatever the rules."""

import itertools
import statistics
import warnings
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import duckdb
import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeykit import CONVERSION, DROP_OFF, START, Journey, Path, Paths, fit_paths
from journeykit.events import collect_paths, fit
from journeykit.events.keys import keys_for

Event: TypeAlias = tuple[Any, str, datetime, int]  # case, touchpoint, time, order
Move: TypeAlias = tuple[str, str]
Walk: TypeAlias = list[Event]

COLUMNS: dict[str, Any] = {"case": "who", "touchpoint": "what", "time": "when"}
NAMES = ("ad", "site", "pay", "Ünïcode", "日本", "START", "CONVERSION", "", " ", "a,b", "'", '"')
NOON = datetime(2026, 3, 29, 12)  # noqa: DTZ001 - on the wall
TIMES = st.integers(0, 6).map(lambda minutes: NOON + timedelta(minutes=minutes))
CASES: list[list[Any]] = [["a", "b", "ç"], [1, 2, 3], ["only"]]
RULES = st.fixed_dictionaries(
    {
        "goal": st.sampled_from([None, "pay", ("pay", "ad"), "never"]),
        "after_goal": st.sampled_from(["end", "continue", "restart"]),
        "gap": st.sampled_from([None, timedelta(minutes=1), timedelta(minutes=3)]),
    }
)


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """Make logs with ties, cases of one event, repeated goals and names in any letters."""
    cases: list[Any] = draw(st.sampled_from(CASES))
    event = st.tuples(st.sampled_from(cases), st.sampled_from(NAMES), TIMES, st.integers(0, 3))
    return draw(st.lists(event, min_size=1, max_size=12))


# One path that ends with a goal, one that follows it, one after silence.
BUYERS: list[Event] = [("a", "pay", NOON, 0)] * 2 + [("a", "pay", NOON + timedelta(hours=1), 0)]
RESTARTING = {"goal": "pay", "after_goal": "restart", "gap": timedelta(minutes=1)}


def frame_of(log: Sequence[Event]) -> pl.DataFrame:
    """Return the events as a frame of polars."""
    return pl.DataFrame(log, schema=["who", "what", "when", "which"], orient="row")


# --- the same, in plain Python ------------------------------------------------------------


def walks(log: list[Event], rules: dict[str, Any], *, ordered: bool) -> Iterator[tuple[Walk, bool]]:
    """Yield the events of each path, with the goal that ends it, and whether it converts."""
    goals = [rules["goal"]] if isinstance(rules["goal"], str) else rules["goal"] or []
    log = sorted(log, key=lambda event: (str(event[0]), event[2], event[3] * ordered, event[1]))
    for _, several in itertools.groupby(log, key=lambda event: event[0]):
        walk: Walk = []
        runs: list[Walk] = [walk]
        for event in several:
            silent = walk and rules["gap"] and event[2] - walk[-1][2] > rules["gap"]
            again = walk and walk[-1][1] in goals and rules["after_goal"] == "restart"
            if silent or again:
                runs.append(walk := [])
            walk.append(event)
        for run in runs:
            first = next((at for at, event in enumerate(run) if event[1] in goals), None)
            ends = rules["after_goal"] != "continue" and first is not None
            yield run[: first + 1] if ends and first is not None else run, first is not None


def expected(
    log: list[Event], rules: dict[str, Any], *, ordered: bool
) -> tuple[list[Path], dict[Move, int], dict[Move, timedelta]]:
    """Return the paths, how often each move was made, and how long it took at the median."""
    found = list(walks(log, rules, ordered=ordered))
    inside = rules["after_goal"] == "continue"
    steps = [walk if inside or not converts else walk[:-1] for walk, converts in found]
    keys = keys_for(event[1] for walk in steps for event in walk)
    paths, waits = [], list[tuple[Move, timedelta]]()
    for walk, (whole, converts) in zip(steps, found, strict=True):
        paths.append(Path([keys[event[1]] for event in walk], converts))
        for a, b in itertools.pairwise(whole):
            is_end = b is whole[-1] and len(whole) > len(walk)
            waits.append(((keys[a[1]], CONVERSION if is_end else keys[b[1]]), b[2] - a[2]))
    counts: dict[Move, int] = {}
    for path in paths:
        for move in path.moves():
            counts[move] = counts.get(move, 0) + 1
    medians = {
        move: timedelta(microseconds=statistics.median(w / timedelta(microseconds=1) for w in ws))
        for move in {move for move, _ in waits}
        if (ws := [wait for other, wait in waits if other == move])
    }
    return paths, counts, medians


def counts_of(journey: Journey) -> dict[Move, int | None]:
    """Return how often each transition was seen."""
    return {move.ends: move.count for move in journey.transitions}


def waits_of(journey: Journey) -> dict[Move, timedelta]:
    """Return the median wait of each transition that has one."""
    return {
        move.ends: move.median_wait for move in journey.transitions if move.median_wait is not None
    }


def quietly(function: Any, *args: Any, **options: Any) -> Any:  # noqa: ANN401
    """Call a function that may warn of ties or of a goal that nobody came to."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return function(*args, **options)


# --- properties ---------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_brute_force(engine: str) -> None:
    """An engine counts the moves, waits and paths that plain Python counts."""

    @settings(max_examples=60 if engine == "polars" else 15)
    @given(logs(), RULES, st.booleans())
    @example(BUYERS, RESTARTING, False)  # noqa: FBT003
    def look(log: list[Event], rules: dict[str, Any], ordered: bool) -> None:  # noqa: FBT001
        paths, counts, waits = expected(log, rules, ordered=ordered)
        frame: Any = frame_of(log).lazy()
        if engine == "duckdb":
            frame = duckdb.from_arrow(frame.collect().to_arrow())
        options = COLUMNS | rules | ({"order": "which"} if ordered else {})
        journey = quietly(fit, frame, **options)
        assert counts_of(journey) == counts
        assert waits_of(journey) == waits
        collected = quietly(collect_paths, frame, **options)
        assert sorted(collected.merged(), key=repr) == sorted(Paths(paths).merged(), key=repr)
        assert counts_of(fit_paths(collected)) == counts

    look()


@given(logs(), RULES, st.randoms(use_true_random=False))
def test_order_of_rows(log: list[Event], rules: dict[str, Any], random: Any) -> None:  # noqa: ANN401
    """The order of the rows makes no difference, ties or not."""
    shuffled = list(log)
    random.shuffle(shuffled)
    first, second = (
        quietly(fit, frame_of(events), **COLUMNS, **rules) for events in (log, shuffled)
    )
    assert first == second


@given(logs(), RULES)
def test_nothing_is_lost(log: list[Event], rules: dict[str, Any]) -> None:
    """Each row has been counted, or is told to have come after a goal; paths end as they begin."""
    journey = quietly(fit, frame_of(log), **COLUMNS, **rules)
    told = journey.data
    assert told["events"] + told["after_goal"] + told["dropped"] == len(log)
    assert told["cases"] == len({event[0] for event in log})
    counts = counts_of(journey)
    assert told["paths"] == sum(n or 0 for (source, _), n in counts.items() if source == START)
    ends = (CONVERSION, DROP_OFF)
    assert told["paths"] == sum(n or 0 for (_, target), n in counts.items() if target in ends)
    for spot in journey.touchpoints:
        leave = sum(n or 0 for (source, _), n in counts.items() if source == spot.key)
        arrive = sum(n or 0 for (_, target), n in counts.items() if target == spot.key)
        assert leave == arrive == told["touchpoints"][spot.key]["events"]


@given(logs())
def test_ties(log: list[Event]) -> None:
    """It is said how many events share case and time with others, and so are in any order."""
    same: dict[tuple[Any, datetime], int] = {}
    for who, _, when, _ in log:
        same[who, when] = same.get((who, when), 0) + 1
    tied = sum(number for number in same.values() if number > 1)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        journey = fit(frame_of(log), **COLUMNS)
    assert journey.data["tied"] == tied
    assert [str(warning.message).split(" events")[0] for warning in caught] == [str(tied)] * (
        tied > 0
    )


# --- examples -----------------------------------------------------------------------------


def at(minutes: float) -> datetime:
    """Return a time."""
    return NOON + timedelta(minutes=minutes)


SHOP = pl.DataFrame(
    {
        "who": ["ann"] * 5 + ["bob"] * 2,
        "what": ["ad", "site", "pay", "help", "pay", "ad", "site"],
        "when": [at(0), at(1), at(5), at(600), at(601), at(2), at(5)],
    }
)


def moves(journey: Journey) -> list[str]:
    """Return each transition with its count and its wait in minutes."""
    return [
        f"{move.source} > {move.target} {move.count}"
        + ("" if move.median_wait is None else f" {move.median_wait / timedelta(minutes=1):g} min")
        for move in journey.transitions
    ]


def test_goal_ends_the_path() -> None:
    """A path ends at its first goal, which is the conversion; what comes after is left out."""
    journey = fit(SHOP, **COLUMNS, goal="pay")
    assert moves(journey) == [
        "START > ad 2", "ad > site 2 2 min", "site > CONVERSION 1 4 min", "site > DROP_OFF 1",
    ]  # fmt: skip
    assert (journey.data["events"], journey.data["after_goal"]) == (5, 2)


def test_path_continues() -> None:
    """The goal can stay a touchpoint on a path that runs to its last event."""
    journey = fit(SHOP, **COLUMNS, goal="pay", after_goal="continue")
    assert moves(journey) == [
        "START > ad 2", "ad > site 2 2 min", "site > pay 1 4 min", "site > DROP_OFF 1",
        "pay > help 1 595 min", "pay > CONVERSION 1", "help > pay 1 1 min",
    ]  # fmt: skip


def test_path_restarts() -> None:
    """What comes after a goal can be a path of its own."""
    journey = fit(SHOP, **COLUMNS, goal="pay", after_goal="restart")
    assert moves(journey) == [
        "START > ad 2", "START > help 1", "ad > site 2 2 min", "site > CONVERSION 1 4 min",
        "site > DROP_OFF 1", "help > CONVERSION 1 1 min",
    ]  # fmt: skip
    assert (journey.data["cases"], journey.data["paths"]) == (2, 3)


def test_gap() -> None:
    """More silence than the gap begins a new path; as much as the gap does not."""
    assert moves(fit(SHOP, **COLUMNS, gap=timedelta(minutes=595))) == moves(fit(SHOP, **COLUMNS))
    journey = fit(SHOP, **COLUMNS, gap=timedelta(minutes=594), goal="pay")
    assert moves(journey) == [
        "START > ad 2", "START > help 1", "ad > site 2 2 min", "site > CONVERSION 1 4 min",
        "site > DROP_OFF 1", "help > CONVERSION 1 1 min",
    ]  # fmt: skip


def test_goal_at_once() -> None:
    """A path of nothing but its goal converts from the start."""
    log = pl.DataFrame({"who": ["ann"], "what": ["pay"], "when": [NOON]})
    journey = fit(log, **COLUMNS, goal="pay")
    assert (moves(journey), journey.touchpoints) == (["START > CONVERSION 1"], ())
    assert collect_paths(log, **COLUMNS, goal="pay") == Paths([Path([], converted=True)])


def test_first_and_last() -> None:
    """The journey and each touchpoint say when they were first and last seen, and how often."""
    journey = fit(SHOP, **COLUMNS, goal="pay")
    assert journey.data == {
        "events": 5,
        "first_seen": "2026-03-29T12:00:00",
        "last_seen": "2026-03-29T12:05:00",
        "after_goal": 2,
        "dropped": 0,
        "tied": 0,
        "cases": 2,
        "paths": 2,
        "goal": ["pay"],
        "touchpoints": {
            "ad": {
                "events": 2,
                "first_seen": "2026-03-29T12:00:00",
                "last_seen": "2026-03-29T12:02:00",
            },
            "site": {
                "events": 2,
                "first_seen": "2026-03-29T12:01:00",
                "last_seen": "2026-03-29T12:05:00",
            },
        },
    }


def test_moments() -> None:
    """Times that know their zone are compared as moments, and told in UTC."""
    zone = pl.Datetime("us", "Europe/Amsterdam")
    log = SHOP.with_columns(pl.col("when").dt.replace_time_zone("UTC").cast(zone))
    journey = fit(log, **COLUMNS)
    assert journey.data["first_seen"] == datetime(2026, 3, 29, 12, tzinfo=UTC).isoformat()
    assert moves(journey) == moves(fit(SHOP, **COLUMNS))


def test_paths_are_in_order() -> None:
    """The most frequent path comes first, equally frequent ones in alphabetical order."""
    log = [(who, what, NOON, 0) for who, what in enumerate("baabbcc", start=1)]
    found = collect_paths(frame_of(log), **COLUMNS)
    assert [str(path) for path in found] == [
        "b → DROP_OFF (3 ×)", "a → DROP_OFF (2 ×)", "c → DROP_OFF (2 ×)",
    ]  # fmt: skip
