"""Paths: what customers did, the journey that they make together, and walks made up from one."""

import itertools
import math
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeykit as jk
from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    AnalysisError,
    Channel,
    DefinitionError,
    EventError,
    Journey,
    JourneykitError,
    Path,
    Paths,
    Touchpoint,
    Transition,
    fit_paths,
    sequence,
    simulate,
    simulate_events,
)
from journeykit.paths.fitting import journey_of_counts
from journeykit.presets import AIDA
from journeykit.testing import InvalidDefinition, invalid_definitions, journeys, paths, walks
from journeykit.transition import probabilities

ENDS = (CONVERSION, DROP_OFF)
WALKS = journeys(model=None, walkable=True)
SEEDS = st.integers(0, 2**64)


def counts(journey: Journey) -> dict[tuple[str, str], int | None]:
    """Return how often each transition was seen."""
    return {move.ends: move.count for move in journey.transitions}


def keys(journey: Journey) -> list[str]:
    """Return the keys of the touchpoints."""
    return [spot.key for spot in journey.touchpoints]


def middle(waits: list[timedelta]) -> timedelta:
    """Return the median of waits."""
    return sorted(waits)[len(waits) // 2]


# --- Path and Paths ---------------------------------------------------------------------


@given(walks())
def test_path_is_a_value(path: Path) -> None:
    """A path equals one that is made of the same parts, and of what it prints."""
    again = Path(list(path.steps), path.converted, path.count)
    assert (again, hash(again)) == (path, hash(path))
    assert eval(repr(path), {"Path": Path}) == path  # noqa: S307 - our own words


@given(walks())
def test_moves(path: Path) -> None:
    """The moves of a path lead from the start through all its steps to its end."""
    moves = list(path.moves())
    assert [source for source, _ in moves] == [START, *path.steps]
    assert [target for _, target in moves] == [*path.steps, path.end]
    assert path.end == (CONVERSION if path.converted else DROP_OFF)


@given(paths(min_paths=0))
def test_merged(several: Paths) -> None:
    """Merged paths are all different, and speak of the same customers."""
    merged = several.merged()
    assert (merged.total, merged.conversions) == (several.total, several.conversions)
    assert len({(path.steps, path.converted) for path in merged}) == len(merged) <= len(several)
    assert merged.touchpoints == several.touchpoints
    assert merged.merged() == merged
    assert sum(row["count"] for row in several.to_rows()) == several.total  # type: ignore[misc]


@pytest.mark.parametrize("noun", [Path, Paths])
def test_wrong_definitions(noun: type[Path] | type[Paths]) -> None:
    """Whatever is wrong with paths is told, all of it."""

    @settings(max_examples=50)
    @given(invalid_definitions(noun=noun))
    def look(wrong: InvalidDefinition) -> None:
        with pytest.raises(DefinitionError) as caught:
            wrong.build()
        told = "; ".join(caught.value.problems)
        assert all(problem in told for problem in wrong.problems)

    look()


def test_printing() -> None:
    """Paths print with the most frequent first, in thousands, and not without end."""
    assert str(Path([])) == "DROP_OFF"
    assert str(Paths()) == "0 customers on 0 paths"
    assert str(Paths([Path(["a"])])) == "1 customer on 1 path, 0 % convert\n     1  a → DROP_OFF"
    many = Paths([Path([str(step)], step == 7, 1000 + step % 2) for step in range(15)])
    lines = str(many).splitlines()
    assert lines[0] == "15,007 customers on 15 paths, 6.67 % convert"
    assert lines[1:3] == [" 1,001  1 → DROP_OFF", " 1,001  3 → DROP_OFF"]
    assert lines[4] == " 1,001  7 → CONVERSION"
    assert lines[13:] == ["        … and 3 more"]


# --- fit_paths --------------------------------------------------------------------------


@given(paths())
def test_fitted_counts(several: Paths) -> None:
    """Each transition has been seen as often as the moves of all customers say."""
    seen = Counter(
        {move: 0 for path in several for move in itertools.pairwise([START, *path.steps, path.end])}
    )
    for path in several:
        for move in itertools.pairwise([START, *path.steps, path.end]):
            seen[move] += path.count
    journey = fit_paths(several)
    assert counts(journey) == seen
    assert {move.ends: move.weight for move in journey.transitions} == seen
    assert set(keys(journey)) == set(several.touchpoints)


@given(paths())
def test_conservation(several: Paths) -> None:
    """What comes to a touchpoint leaves it; all customers start, and all come to an end."""
    seen = counts(fit_paths(several))
    assert sum(n or 0 for (source, _), n in seen.items() if source == START) == several.total
    assert sum(n or 0 for (_, target), n in seen.items() if target == CONVERSION) == (
        several.conversions
    )
    for key in several.touchpoints:
        comes = sum(n or 0 for (_, target), n in seen.items() if target == key)
        goes = sum(n or 0 for (source, _), n in seen.items() if source == key)
        assert comes == goes > 0


@given(paths(), st.randoms(use_true_random=False))
def test_order_of_paths(several: Paths, random: Random) -> None:
    """Neither the order of the paths nor how they are put together makes a difference."""
    shuffled = list(several)
    random.shuffle(shuffled)
    assert fit_paths(shuffled) == fit_paths(several) == fit_paths(several.merged())


@given(paths(touchpoints="abcde"))
def test_renaming(several: Paths) -> None:
    """Other keys in the same alphabetical order give the same journey."""
    renamed = [
        Path([f"x{step}" for step in path.steps], path.converted, path.count) for path in several
    ]
    journey = fit_paths(several)
    assert keys(fit_paths(renamed)) == [f"x{key}" for key in keys(journey)]


def test_order() -> None:
    """Touchpoints stand as customers come to them, none after what it leads to; ties go by key."""
    several = [
        Path(["home", "search", "basket", "pay"], converted=True, count=50),
        Path(["home", "help"], count=30),
        Path(["help", "basket"], count=5),
        Path(["home", "b"], count=5),
        Path(["home", "a"], count=5),
    ]
    assert keys(fit_paths(several)) == ["home", "search", "help", "basket", "pay", "a", "b"]


def test_order_of_side_roads() -> None:
    """A road of several steps that leads back to the main one stands before where it ends."""
    several = [
        Path(["desk", "xray", "talk", "bill"], converted=True, count=26),
        Path(["desk", "blood", "scan", "talk", "bill"], converted=True, count=24),
    ]
    assert keys(fit_paths(several)) == ["desk", "xray", "blood", "scan", "talk", "bill"]
    # Of very many, each is moved alone, which takes long enough.
    crowd = [Path([f"s{number:03}"]) for number in range(200)]
    order = keys(fit_paths([*several, *crowd]))
    assert order[:6] == ["desk", "xray", "talk", "bill", "blood", "scan"]


def test_label() -> None:
    """What was observed says so in both languages, unless it has a name."""
    assert fit_paths([Path(["a"])]).label.pick("nl") == "Waargenomen klantreis"
    assert fit_paths([Path(["a"])], key="web_shop").label == jk.Text("Web shop")
    assert fit_paths([Path(["a"])], label="Shop").label == jk.Text("Shop")


@given(several=paths())
def test_no_touchpoint_stands_too_late_or_too_early(several: Paths) -> None:
    """Fewer moves lead back nowhere else, wherever a touchpoint would be put."""
    journey = fit_paths(several)
    seen = counts(journey)

    def back(order: list[str]) -> int:
        place = {step: at for at, step in enumerate(order)}
        return sum(
            count or 0
            for (source, target), count in seen.items()
            if place.get(source, -1) > place.get(target, math.inf)
        )

    order = keys(journey)
    for step in order:
        others = [other for other in order if other != step]
        for at in range(len(order)):
            assert back(order) <= back([*others[:at], step, *others[at:]])


def test_phases_and_channels() -> None:
    """Touchpoints get the phase and the channel that are named for them, own channels as well."""
    kiosk = Channel("kiosk", realm="hybrid")
    journey = fit_paths(
        [Path(["ad", "site", "till"], converted=True), Path(["ad", "till"])],
        key="shop",
        label={"en": "Shop", "nl": "Winkel"},
        model=AIDA,
        phases={"ad": "attention", "site": "interest", "unseen": "desire"},
        channels={"ad": "social_media", "till": kiosk},
    )
    assert journey.touchpoints == (
        Touchpoint("ad", phase="attention", channel="social_media"),
        Touchpoint("site", phase="interest"),
        Touchpoint("till", channel="kiosk"),
    )
    assert (journey.key, journey.label.pick("nl"), journey.model) == ("shop", "Winkel", AIDA)
    assert journey.channels == (kiosk,)
    assert [move.kind for move in journey.transitions] == [
        "entry", "next", "next", "next", "exit", "exit",
    ]  # fmt: skip


def test_waits_of_counts() -> None:
    """Who counts elsewhere can add how long each move took."""
    journey = journey_of_counts(
        {(START, "a"): 2, ("a", CONVERSION): 2}, waits={("a", CONVERSION): timedelta(hours=1)}
    )
    assert [move.median_wait for move in journey.transitions] == [None, timedelta(hours=1)]
    assert journey == journey_of_counts(
        {("a", CONVERSION): 2, (START, "a"): 2}, waits={("a", CONVERSION): timedelta(hours=1)}
    )


@pytest.mark.parametrize(
    ("several", "fields", "kind", "message"),
    [
        ([], {}, EventError, "there are no paths to make a journey of"),
        (
            [Path(["a", "CONVERSION"])],
            {},
            EventError,
            (
                "touchpoint 'CONVERSION' has a name that is reserved for an end; "
                "leave it out of the steps, or give it another name"
            ),
        ),
        (
            [Path(["ad", "interest"])],
            {"model": AIDA},
            EventError,
            (
                "touchpoint 'interest' has the key of a phase of journey model 'aida'; "
                "give it another name"
            ),
        ),
        (
            [["ad", "site"]],
            {},
            EventError,
            (
                "paths must be Paths, or a list of Path, but hold ['ad', 'site']; "
                "collect_paths makes them of events"
            ),
        ),
        (
            None,
            {},
            EventError,
            (
                "paths must be Paths, or a list of Path, but hold None; "
                "collect_paths makes them of events"
            ),
        ),
        (
            [Path(["ad"])],
            {"phases": ["attention"]},
            EventError,
            "phases must be a mapping by touchpoint, not ['attention']",
        ),
        (
            [Path(["ad"])],
            {"channels": 7},
            EventError,
            "channels must be a mapping by touchpoint, not 7",
        ),
        (
            7,
            {},
            EventError,
            (
                "paths must be Paths, or a list of Path, but hold 7; "
                "collect_paths makes them of events"
            ),
        ),
        (
            [Path(["ad"])],
            {"phases": {"ad": "attention"}},
            DefinitionError,
            (
                "Journey 'observed': touchpoint 'ad' stands in the unknown phase 'attention': "
                "the journey has no model"
            ),
        ),
        (
            [Path(["ad"])],
            {"channels": {"ad": "websit"}},
            DefinitionError,
            (
                "Journey 'observed': touchpoint 'ad' has the unknown channel 'websit', "
                "did you mean 'website'?"
            ),
        ),
        (
            [Path(["ad"])],
            {"model": "aida"},
            DefinitionError,
            (
                "Journey 'observed': model must be a JourneyModel (a preset's comes from "
                "presets.get), not 'aida'"
            ),
        ),
    ],
)
def test_what_cannot_be_fitted(
    several: Any,  # noqa: ANN401 - wrong on purpose
    fields: Mapping[str, Any],
    kind: type[JourneykitError],
    message: str,
) -> None:
    """What makes no journey is said in one line, with the way out."""
    with pytest.raises(kind) as caught:
        fit_paths(several, **fields)
    assert str(caught.value) == message


# --- simulate ---------------------------------------------------------------------------

SHOP = Journey(
    "shop",
    touchpoints=["ad", "site", "pay"],
    transitions=[
        Transition(START, "ad"),
        Transition("ad", "site", 0.4, median_wait=timedelta(days=1)),
        Transition("ad", DROP_OFF, 0.6),
        Transition("site", "ad", 0.2, median_wait=timedelta(0)),
        Transition("site", "site", 0.2),
        Transition("site", "pay", 0.3),
        Transition("site", DROP_OFF, 0.3),
        Transition("pay", CONVERSION, median_wait=timedelta(minutes=5)),
    ],
)


def test_simulation_is_the_same_everywhere() -> None:
    """A seed stands for the same customers on every machine, and in every version."""
    assert simulate(SHOP, 12, seed=7) == Paths(
        [
            Path(["ad", "site", "pay"], converted=True, count=5),
            Path(["ad", "site", "ad"]),
            Path(["ad"], count=4),
            Path(["ad", "site"]),
            Path(["ad", "site", "ad", "site"]),
        ]
    )


@settings(max_examples=40)
@given(WALKS, st.integers(1, 300), SEEDS)
def test_simulated_walks(journey: Journey, n: int, seed: int) -> None:
    """All customers walk along transitions that can happen, and the seed decides which."""
    walked = simulate(journey, n, seed=seed)
    assert walked.total == n
    assert walked == walked.merged() == simulate(journey, n, seed=seed)
    possible = {ends for ends, share in probabilities(journey.transitions).items() if share > 0}
    assert set(counts(fit_paths(walked))) <= possible


@settings(max_examples=20)
@given(WALKS, SEEDS)
def test_fit_comes_near(journey: Journey, seed: int) -> None:
    """With many customers, each transition is seen about as often as it is likely."""
    seen = counts(fit_paths(simulate(journey, 2000, seed=seed)))
    left: Counter[str] = Counter()
    for (source, _), count in seen.items():
        left[source] += count or 0
    for ends, share in probabilities(journey.transitions).items():
        if number := left[ends[0]]:
            # Hoeffding: once in 10^9 it is further away.
            bound = math.sqrt(math.log(2e9) / (2 * number))
            assert abs((seen.get(ends) or 0) / number - share) <= bound


def test_fit_comes_as_near_as_it_should() -> None:
    """The bound is no excuse: a hundred thousand customers give three digits."""
    seen = fit_paths(simulate(SHOP, 100_000, seed=1))
    likely = probabilities(seen.transitions)
    for ends, share in probabilities(SHOP.transitions).items():
        assert likely[ends] == pytest.approx(share, abs=0.006)


def test_at_once() -> None:
    """Customers may convert or leave without a single step."""
    journey = Journey(
        "j", transitions=[Transition(START, CONVERSION, 0.5), Transition(START, DROP_OFF, 0.5)]
    )
    walked = simulate(journey, 50, seed=1)
    assert [path.steps for path in walked] == [(), ()]
    assert {path.end for path in walked} == {CONVERSION, DROP_OFF}
    assert {event["touchpoint"] for event in simulate_events(journey, 50, seed=1)} == {"conversion"}


TRAP = SHOP.evolve(transitions=[Transition(START, "ad"), Transition("ad", "ad", 1)])
LOOP = SHOP.evolve(
    transitions=[
        Transition(START, "ad"),
        Transition("ad", "ad", 1),
        Transition("ad", DROP_OFF, 1e-12),
    ]
)


@pytest.mark.parametrize(
    ("journey", "n", "seed", "message"),
    [
        (
            Journey("visit", touchpoints=["a", "b"], transitions=sequence("a", "b")),
            1,
            1,
            (
                "journey 'visit': no transition leaves START, so nobody comes in; "
                "add one from START to the first step"
            ),
        ),
        (
            TRAP,
            1,
            1,
            (
                "journey 'shop': no way leads from 'ad' to CONVERSION or DROP_OFF; "
                "add a transition that leaves, with a weight above 0"
            ),
        ),
        (
            LOOP,
            1,
            1,
            (
                "journey 'shop': a customer took more than 100,000 steps without coming to an end; "
                "give the transitions that leave loops more weight"
            ),
        ),
        (AIDA, 1, 1, "journey must be a Journey, not JourneyModel('aida', 'AIDA', "),
        (SHOP, 0, 1, "n must be a whole number, 1 or more, not 0"),
        (SHOP, None, 1, "n must be given"),
        (SHOP, 1.5, 1, "n must be a whole number, 1 or more, not 1.5"),
        (SHOP, 1, "x", "seed must be a whole number, not 'x'"),
    ],
)
def test_what_cannot_be_simulated(journey: Any, n: Any, seed: Any, message: str) -> None:  # noqa: ANN401
    """What has no walks is said in one line, with the way out, before the first row."""
    with pytest.raises(AnalysisError) as caught:
        simulate(journey, n, seed=seed)
    assert str(caught.value).startswith(message)
    with pytest.raises(AnalysisError):
        list(simulate_events(journey, n, seed=seed))


# --- simulate_events --------------------------------------------------------------------


@settings(max_examples=40)
@given(WALKS, st.integers(1, 50), SEEDS)
def test_events_tell_the_same_walks(journey: Journey, n: int, seed: int) -> None:
    """The rows of a case are the steps of its walk, each later than the one before."""
    goal = "bought" + "!" * max(len(key) for key in keys(journey))
    found: dict[str, tuple[str, ...]] = {}
    latest: dict[str, datetime] = {}
    short = timedelta(seconds=5)
    journey = journey.evolve(
        transitions=[move.evolve(median_wait=None) for move in journey.transitions]
    )
    for event in simulate_events(journey, n, seed=seed, goal=goal, wait=short):
        case, touchpoint, time = event["case"], event["touchpoint"], event["time"]
        assert isinstance(case, str)
        assert isinstance(touchpoint, str)
        assert isinstance(time, datetime)
        assert case not in latest or latest[case] < time <= latest[case] + 4 * short
        latest[case] = time
        found[case] = (*found.get(case, ()), touchpoint)
    walked = simulate(journey, n, seed=seed)
    expected = {
        (*path.steps, goal) if path.converted else path.steps: path.count
        for path in walked
        if path.steps or path.converted
    }
    assert Counter(found.values()) == expected


def test_waits() -> None:
    """Waits spread around the medians of the transitions, or around the usual one."""
    waits: dict[tuple[object, object], list[timedelta]] = {}
    comes: list[datetime] = []
    start = datetime(2026, 3, 1, tzinfo=UTC)
    every, wait = timedelta(minutes=1), timedelta(hours=2)
    events = simulate_events(SHOP, 3000, seed=5, start=start, every=every, wait=wait, goal="sold")
    for event, following in itertools.pairwise(events):
        assert isinstance(event["time"], datetime)
        assert isinstance(following["time"], datetime)
        if event["case"] == following["case"]:
            ends = (event["touchpoint"], following["touchpoint"])
            waits.setdefault(ends, []).append(following["time"] - event["time"])
        else:
            comes.append(following["time"])
    assert comes[0] > start
    assert comes == sorted(comes)
    gaps = [later - earlier for earlier, later in itertools.pairwise(comes)]
    assert middle(gaps) / every == pytest.approx(1, rel=0.1)
    assert middle(waits["ad", "site"]) / timedelta(days=1) == pytest.approx(1, rel=0.1)
    assert middle(waits["site", "pay"]) / wait == pytest.approx(1, rel=0.15)
    assert middle(waits["pay", "sold"]) / timedelta(minutes=5) == pytest.approx(1, rel=0.15)
    assert set(waits["site", "ad"]) == {timedelta(milliseconds=1)}


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: simulate_events(SHOP, 1, seed=1, goal="pay"),
            "goal 'pay' is a step of journey 'shop'; choose another name",
        ),
        (
            lambda: simulate_events(SHOP, 1, seed=1, goal=None),  # type: ignore[arg-type]
            "goal must be a string, not None",
        ),
        (lambda: simulate_events(SHOP, 1, seed=1, goal=""), "goal must not be empty"),
        (
            lambda: simulate_events("shop", 1, seed=1),  # type: ignore[arg-type]
            "journey must be a Journey, not 'shop'",
        ),
        (
            lambda: simulate_events(SHOP, 1, seed=1, start="today"),  # type: ignore[arg-type]
            "start must be a datetime, not 'today'",
        ),
        (
            lambda: simulate_events(SHOP, 1, seed=1, every=5),  # type: ignore[arg-type]
            "every must be a timedelta of zero or more, not 5",
        ),
        (
            lambda: simulate_events(SHOP, 1, seed=1, wait=timedelta(-1)),
            "wait must be a timedelta of zero or more, not datetime.timedelta(days=-1)",
        ),
        (
            lambda: list(simulate_events(SHOP, 99, seed=1, every=timedelta(days=999_999))),
            "journey 'shop': its waits lead beyond the year 9999; make them, or every, shorter",
        ),
    ],
)
def test_wrong_events(call: Callable[[], object], message: str) -> None:
    """Arguments that make no log are refused in one line, most of them before the first row."""
    with pytest.raises(AnalysisError) as caught:
        call()
    assert str(caught.value) == message


def test_front_door() -> None:
    """What this page is about stands at the front door."""
    assert {"Path", "Paths", "fit_paths", "simulate", "simulate_events"} <= {*dir(jk)}


def test_work_for_many_touchpoints() -> None:
    """Four times as many touchpoints, such as addresses, are not sixteen times as much work."""

    def work(several: int) -> int:
        spots = [f"page {number:05}" for number in range(several)]
        walked = [Path(spots[at : at + 5], converted=False) for at in range(0, several, 5)]
        calls = 0

        def count(_frame: object, _event: str, _value: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            jk.fit_paths(Paths(walked))
        finally:
            sys.setprofile(None)
        return calls

    assert work(1600) < 6 * work(400), (work(1600), work(400))
