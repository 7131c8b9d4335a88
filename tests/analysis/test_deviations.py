"""Deviations: each walk is explained with as few as possible, and what the plan allows is none."""

import itertools
import json
import math
from collections.abc import Iterator, Sequence
from typing import Any, get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    AnalysisError,
    EventError,
    Journey,
    JourneyModel,
    Path,
    Paths,
    Touchpoint,
    Transition,
    fit_paths,
    sequence,
    simulate,
)
from journeykit.analysis import _plan, deviations
from journeykit.analysis._plan import Plan
from journeykit.analysis.deviations import Deviations, Kind, PathDeviations, find
from journeykit.presets import AIDA, SALON
from journeykit.testing import journeys, paths, walks
from journeykit.transition import probabilities

KINDS: tuple[Kind, ...] = get_args(Kind)
FLAT = settings(max_examples=60)
SPOTS = tuple("abcd")
ENDS = (CONVERSION, DROP_OFF)
PAIRS = [(source, target) for source in (START, *SPOTS) for target in (*SPOTS, *ENDS)]
EDGES = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([1, 2, 4]), min_size=5)
WALKS = walks(touchpoints=[*SPOTS, "x"], max_steps=5)


def planned_by(edges: dict[tuple[str, str], float], spots: Sequence[str] = SPOTS) -> Journey:
    """Return a journey with some transitions."""
    moves = [Transition(*ends, weight) for ends, weight in edges.items()]
    return Journey("plan", touchpoints=spots, transitions=moves)


def straight(*spots: str) -> Journey:
    """Return a journey that goes straight from the start to a conversion."""
    return Journey("plan", touchpoints=spots, transitions=sequence(START, *spots, CONVERSION))


def asked(plan: Journey, path: Path) -> Deviations:
    """Return how a path deviates, for plans that lead to a conversion and say where they end."""
    sources = {move.source for move in plan.transitions}
    targets = {move.target for move in plan.transitions}
    assume(START in sources and CONVERSION in targets)
    try:
        return find(plan, [path])
    except AnalysisError:
        assume(condition=False)
        raise


# --- against enumeration ----------------------------------------------------------------


def ways(
    likely: dict[tuple[str, str], float], source: str, target: str, passed: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    """Give what is between two places, for each way that passes nothing twice."""
    here = passed[-1] if passed else source
    if (here, target) in likely:
        yield passed
    for spot in SPOTS:
        if (here, spot) in likely and spot not in (*passed, target):
            yield from ways(likely, source, target, (*passed, spot))


def between(
    likely: dict[tuple[str, str], float], source: str, target: str
) -> tuple[str, ...] | None:
    """Return what is missing between two places: the shortest, likeliest, first listed way."""

    def rank(way: tuple[str, ...]) -> tuple[int, float, tuple[str, ...]]:
        chance = math.prod(likely[pair] for pair in itertools.pairwise((source, *way, target)))
        return (len(way), -chance, way[::-1])

    return min(ways(likely, source, target), key=rank, default=None)


def explained(plan: Journey, path: Path) -> tuple[set[str], set[str], bool]:
    """Return what is missing, what is out of order and whether it failed, tried in all ways."""
    likely = probabilities(plan.transitions)
    steps = [step for step in path.steps if step in reached(likely)]
    best: Any = None
    for number in range(len(steps) + 1):
        for kept in itertools.combinations(range(len(steps)), number):
            spots = [START, *(steps[place] for place in kept)]
            if path.converted:
                spots.append(CONVERSION)
            gaps = [between(likely, *pair) for pair in itertools.pairwise(spots)]
            if None in gaps:
                continue
            failed = not path.converted and (spots[-1], DROP_OFF) not in likely
            put_in = [spot for gap in gaps if gap for spot in gap]
            left_out = [step for place, step in enumerate(steps) if place not in kept]
            rank = (len(put_in) + len(left_out) + failed, len(left_out), kept)
            if best is None or rank < best[0]:
                best = (rank, ({*put_in} - {*left_out}, {*left_out}, failed))
    found: tuple[set[str], set[str], bool] = best[1]
    return found


def reached(likely: dict[tuple[str, str], float]) -> set[str]:
    """Return the touchpoints on some way of the plan."""
    found = {START}
    for _ in SPOTS:
        found |= {target for source, target in likely if source in found}
    return found & {*SPOTS}


@settings(max_examples=200)
@given(EDGES, WALKS)
def test_enumeration(edges: dict[tuple[str, str], float], path: Path) -> None:
    """No other explanation has fewer deviations, and of those that have as few it is the one."""
    plan = planned_by(edges)
    [each] = asked(plan, path).per_path
    missing, surplus, failed = explained(plan, path)
    assert ({*each.missing}, {*each.out_of_order}) == (missing, surplus)
    last = path.steps[-1] if path.steps else START
    assert each.failed == ((last,) if failed else ())
    assert {*each.ad_hoc} == {*path.steps} - reached(probabilities(plan.transitions))


@given(EDGES, WALKS)
def test_allowed(edges: dict[tuple[str, str], float], path: Path) -> None:
    """A walk has no deviations if, and only if, each of its moves is in the plan."""
    found = asked(planned_by(edges), path)
    allowed = all(move in edges for move in path.moves())
    assert found.per_path[0].fits == allowed
    assert found.fitting_share == float(allowed)


# --- what holds of all plans and walks --------------------------------------------------


@FLAT
@given(journeys(walkable=True), st.integers(0, 1000))
def test_own_walks_fit(journey: Journey, seed: int) -> None:
    """Customers made up from a plan deviate nowhere from it, in touchpoints or in phases."""
    made_up = simulate(journey, 20, seed=seed)
    found = find(journey, made_up)
    assert found.fitting_share == 1
    assert found.rows == ()


@FLAT
@given(paths())
def test_observed_plan(several: Paths) -> None:
    """Nobody deviates from what was fitted to what everybody did."""
    assert find(fit_paths(several), several).fitting == several.total


@FLAT
@given(paths(touchpoints=[*SPOTS, "x", "y"]))
def test_counts(several: Paths) -> None:
    """Walks count as many times as they were made; merged or not, it is the same."""
    found = find(straight(*SPOTS), several)
    assert [each.path for each in found.per_path] == list(several)
    for kind in KINDS:
        counts = getattr(found, kind)
        for key in (*SPOTS, "x", "y", START):
            deviating = [each.path.count for each in found.per_path if key in each.of(kind)]
            assert counts[key] == sum(deviating)
        assert min(counts.values(), default=1) > 0
    assert found.total == several.total
    deviating = [each.path.count for each in found.per_path if not each.fits]
    assert found.fitting == found.total - sum(deviating)
    merged = find(straight(*SPOTS), several.merged())
    assert (merged.missing, merged.ad_hoc) == (found.missing, found.ad_hoc)
    assert (merged.out_of_order, merged.failed) == (found.out_of_order, found.failed)


@FLAT
@given(EDGES, WALKS, st.permutations([*SPOTS, "x"]))
def test_renaming(edges: dict[tuple[str, str], float], path: Path, names: list[str]) -> None:
    """Other names give the same deviations."""
    other = dict(zip([*SPOTS, "x"], names, strict=True)) | {end: end for end in (START, *ENDS)}
    renamed = {(other[source], other[target]): n for (source, target), n in edges.items()}
    before = asked(planned_by(edges), path).per_path[0]
    walk = Path([other[step] for step in path.steps], path.converted, path.count)
    after = find(planned_by(renamed, [other[key] for key in SPOTS]), [walk]).per_path[0]
    for kind in KINDS:
        assert after.of(kind) == tuple(other[key] for key in before.of(kind))


@FLAT
@given(st.permutations(SPOTS))
def test_order(steps: list[str]) -> None:
    """Of a straight plan, as few as possible are out of order: all but the longest rising run."""
    [each] = find(straight(*SPOTS), [Path(steps, converted=True)]).per_path
    rising = max(
        number
        for number in range(len(SPOTS) + 1)
        for kept in itertools.combinations(steps, number)
        if list(kept) == sorted(kept)
    )
    assert len(each.out_of_order) == len(SPOTS) - rising
    assert (each.missing, each.ad_hoc, each.failed) == ((), (), ())


# --- one by one -------------------------------------------------------------------------

SHOP = Journey(
    "webshop",
    touchpoints=["ad", "site", "basket", "pay", "help"],
    transitions=[
        Transition(START, "ad", 1),
        Transition(START, "site", 3),
        Transition("ad", "site"),
        Transition("site", "site"),  # drawn, though nothing is left of the weights
        Transition("site", "basket", 0.6),
        Transition("site", "help", 0.3),
        Transition("site", DROP_OFF, 0.1),
        Transition("help", "basket"),
        Transition("help", "site", 0),
        Transition("basket", "site", 0.2),
        Transition("basket", "pay", 0.8),
        Transition("pay", CONVERSION),
    ],
)


@pytest.mark.parametrize(
    ("steps", "converted", "told"),
    [
        # What the plan allows: a skip, a loop, a side road, a place to leave.
        ("site basket pay", True, {}),
        ("ad site site basket site help basket pay", True, {}),
        ("ad site", False, {}),
        # Missing.
        ("ad basket pay", True, {"missing": ["site"]}),
        ("basket", True, {"missing": ["site", "pay"]}),
        ("", True, {"missing": ["site", "basket", "pay"]}),
        # Ad hoc.
        ("site chat basket chat pay", True, {"ad_hoc": ["chat"]}),
        ("chat", False, {"ad_hoc": ["chat"], "failed": ["chat"]}),
        ("site chat", False, {"ad_hoc": ["chat"]}),
        # Out of order: too early, once more, and not where the side road is.
        ("pay site basket", True, {"out_of_order": ["pay"]}),
        ("site basket pay pay", True, {"out_of_order": ["pay"]}),
        ("site basket help pay", True, {"out_of_order": ["help"]}),
        ("site ad basket pay", True, {"out_of_order": ["ad"]}),
        ("help site basket pay", True, {"out_of_order": ["help"]}),
        # Failed: where it breaks off; what would come after it is not missing.
        ("ad", False, {"failed": ["ad"]}),
        ("site basket", False, {"failed": ["basket"]}),
        ("site basket pay", False, {"failed": ["pay"]}),
        ("", False, {"failed": [START]}),
        ("ad basket", False, {"missing": ["site"], "failed": ["basket"]}),
        ("site basket pay ad", False, {"out_of_order": ["ad"], "failed": ["ad"]}),
    ],
)
def test_classes(steps: str, converted: bool, told: dict[str, list[str]]) -> None:  # noqa: FBT001
    """Each class means what is said of it."""
    path = Path(steps.split(), converted=converted)
    [each] = find(SHOP, [path]).per_path
    assert {kind: list(each.of(kind)) for kind in KINDS if each.of(kind)} == told
    assert each.fits == (not told)


def test_swapped() -> None:
    """Of two that changed places, it is the one that comes last; of equal ways, the likeliest."""
    [each] = find(straight(*SPOTS), [Path([*"acbd"], converted=True)]).per_path
    assert each.out_of_order == ("b",)
    moves = [
        *sequence(START, "a"),
        Transition("a", "b", 1),
        Transition("a", "c", 2),
        *sequence("b", "d", CONVERSION),
        *sequence("c", "d"),
    ]
    forked = Journey("forked", touchpoints=SPOTS, transitions=moves)
    assert find(forked, [Path([*"ad"], converted=True)]).missing == {"c": 1}
    even = forked.evolve(transitions=[move.evolve(weight=1) for move in moves])
    assert find(even, [Path([*"ad"], converted=True)]).missing == {"b": 1}


def test_as_much_as_possible_is_planned() -> None:
    """Of explanations with as few deviations, it is the one that leaves out the least."""
    moves = [*sequence(START, "a", CONVERSION), *sequence(START, "b", "c", "d", CONVERSION)]
    forked = Journey("forked", touchpoints=SPOTS, transitions=moves)
    [each] = find(forked, [Path([*"acd"], converted=True)]).per_path
    assert (each.missing, each.out_of_order) == (("b",), ("a",))


def test_large_plans_are_not_kept_by_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many steps walks have, no more ways between them are kept than memory has room for.

    What is found does not depend on it.
    """
    keys = [f"t{place}" for place in range(12)]
    plan = straight(*keys)
    several = Paths([Path(keys[::-1]), Path(keys[::2], converted=True), Path(keys[1::3])])
    found = find(plan, several)
    made: list[Plan] = []

    def kept(journey: Journey, paths: Paths) -> Plan:
        made.append(_plan.plan_of(journey, paths))
        return made[-1]

    monkeypatch.setattr(_plan, "_MOST_KEPT", 30)
    monkeypatch.setattr(deviations, "plan_of", kept)
    assert find(plan, several) == found
    (only,) = made
    assert sum(map(len, only._ways.values())) <= 30  # noqa: SLF001 - what it keeps


def test_plans_without_ends() -> None:
    """A plan that says nothing of its ends begins and ends where nothing leads to or on."""
    visit = Journey(
        "visit",
        touchpoints=["door", "desk", "exit", "toilet"],
        transitions=sequence("door", "desk", "exit"),
    )
    assert find(visit, [Path(["door", "desk", "exit"])]).fitting == 1
    assert find(visit, [Path(["door", "desk", "exit"], converted=True)]).fitting == 1
    found = find(visit, [Path(["desk", "toilet"]), Path(["desk", "exit"])])
    assert (found.missing, found.ad_hoc, found.failed) == (
        {"door": 2},
        {"toilet": 1},
        {"toilet": 1},
    )
    again = Journey(
        "again",
        touchpoints=["desk", "exit"],
        transitions=[*sequence("desk", "desk"), *sequence("desk", "exit", "exit")],
    )
    assert find(again, [Path(["desk", "desk", "exit", "exit"])]).fitting == 1
    assert find(again, [Path(["exit"])]).missing == {"desk": 1}
    assert find(again, [Path(["desk"])]).failed == {"desk": 1}
    round_trip = JourneyModel(
        "clinic", phases=["visit", "care"], transitions=sequence("visit", "care", "visit")
    )
    ring = Journey("clinic", model=round_trip)
    assert find(ring, [Path(["care", "visit", "care"]), Path(["care"])]).fitting == 2
    assert find(round_trip, [Path(["care", "care"])]).missing == {"visit": 1}  # type: ignore[arg-type]


def test_route_as_plan() -> None:
    """Without transitions between touchpoints, walks along touchpoints are held to the route."""
    spots = [Touchpoint(key, phase="attention") for key in "abc"]
    walk = Path([*"ac"], converted=True)
    for journey in (
        Journey("j", touchpoints=[*"abc"]),
        Journey("j", model=AIDA, touchpoints=spots),
        Journey("j", model=AIDA, touchpoints=spots, transitions=sequence("attention", "action")),
    ):
        assert find(journey, [walk, Path([*"abc"], converted=True)]).missing == {"b": 1}
    routed = Journey("j", model=AIDA, touchpoints=spots, route=["c", "a", "c"])
    assert find(routed, [Path([*"cac"], converted=True)]).fitting == 1
    assert find(routed, [Path([*"ac"], converted=True)]).missing == {"c": 1}
    assert find(Journey("j", touchpoints=[*"abc"], route=[]), [walk]).missing == {"b": 1}
    along_phases = Path(["attention", "desire"], converted=True)
    assert find(Journey("j", model=AIDA, touchpoints=spots), [along_phases]).missing == {
        "interest": 1,
        "action": 1,
    }


def test_phases_of_the_salon() -> None:
    """A journey whose phases are joined takes walks along phases, or along its route."""
    made_up = simulate(SALON, 100, seed=1)
    assert find(SALON, made_up).fitting == 100
    assert find(SALON, [Path(SALON.route, converted=True)]).fitting == 1


# --- how it is said ---------------------------------------------------------------------

SEVERAL = Paths(
    [
        Path(["site", "basket", "pay"], converted=True, count=994),
        Path(["site", "pay"], converted=True, count=3),
        Path(["ad", "site", "pay"], converted=True, count=2),
        Path(["site", "chat", "pay"], converted=True),
        Path(["site", "pay"], converted=True, count=2),
    ]
)


def test_printing() -> None:
    """The answer reads well in a terminal, what deviates most first."""
    assert str(find(SHOP, SEVERAL)).splitlines() == [
        "webshop: 99.2 % of 1,002 walks go as planned",
        "touchpoint      missing        ad hoc  out of order  failed",
        "basket      8 · 0.798 %             –             –       –",
        "chat                  –  1 · 0.0998 %             –       –",
    ]
    assert str(find(SHOP, SEVERAL.items[:1])) == "webshop: 100 % of 994 walks go as planned"
    assert (
        str(find(SHOP, [Path(["ad"])])).splitlines()[0] == "webshop: 0 % of 1 walk goes as planned"
    )
    assert str(find(SHOP, [])) == "webshop: no walks to hold against it"
    told = find(SHOP, SEVERAL).per_path
    assert str(told[0]) == "site → basket → pay → CONVERSION (994 ×): as planned"
    assert str(told[3]) == "site → chat → pay → CONVERSION: missing basket; ad hoc chat"


def test_examples() -> None:
    """Examples are the walks that most customers made."""
    found = find(SHOP, SEVERAL)
    assert found.examples("missing", "basket", most=2) == (
        Path(["site", "pay"], converted=True, count=5),
        Path(["ad", "site", "pay"], converted=True, count=2),
    )
    assert found.examples("ad_hoc") == (SEVERAL.items[3],)
    assert found.examples("failed") == ()
    with pytest.raises(AnalysisError) as caught:
        found.examples("adhoc")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "kind must be 'missing', 'ad_hoc', 'out_of_order' or 'failed', not 'adhoc', "
        "did you mean 'ad_hoc'?"
    )
    with pytest.raises(AnalysisError, match="most must be a whole number, 0 or more, not -1"):
        found.examples("missing", most=-1)
    with pytest.raises(AnalysisError, match="not None"):
        found.per_path[0].of(None)  # type: ignore[arg-type]


def test_rows_and_dict() -> None:
    """The answer goes into a data frame, and into JSON; nothing is a share of nothing."""
    found = find(SHOP, SEVERAL)
    told = json.loads(json.dumps(found.to_dict()))
    assert (told["journey"], told["total"], told["fitting"]) == ("webshop", 1002, 994)
    assert (told["missing"], told["ad_hoc"]) == ({"basket": 8}, {"chat": 1})
    assert told["per_path"][1] == {
        "steps": ["site", "pay"],
        "converted": True,
        "count": 3,
        "fits": False,
        "missing": ["basket"],
        "ad_hoc": [],
        "out_of_order": [],
        "failed": [],
    }
    assert json.loads(json.dumps(found.to_rows()))[1] == {
        "touchpoint": "chat",
        "missing": 0,
        "ad_hoc": 1,
        "out_of_order": 0,
        "failed": 0,
        "missing_share": 0.0,
        "ad_hoc_share": 1 / 1002,
        "out_of_order_share": 0.0,
        "failed_share": 0.0,
    }
    assert found.missing["site"] == 0
    nothing = find(SHOP, [])
    assert (nothing.total, nothing.fitting_share, nothing.to_rows()) == (0, None, [])
    assert hash(found) == hash(find(SHOP, SEVERAL))
    assert found.per_path[0] == PathDeviations(SEVERAL.items[0])


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ("shop", "journey must be a Journey, not 'shop'"),
        (
            Journey("j"),
            (
                "journey 'j' plans nothing: give it touchpoints, or transitions with a weight "
                "other than 0"
            ),
        ),
        (
            Journey(
                "j",
                touchpoints=["a", "b"],
                transitions=[*sequence(START, "a", DROP_OFF), *sequence("b", CONVERSION)],
            ),
            (
                "journey 'j': no way leads from START to CONVERSION, so a walk "
                "cannot be held against it; lead one there"
            ),
        ),
    ],
)
def test_messages(plan: Any, message: str) -> None:  # noqa: ANN401 - wrong on purpose
    """What plans nothing is refused in one line."""
    with pytest.raises(AnalysisError) as caught:
        find(plan, [Path(["a"])])
    assert str(caught.value) == message


def test_no_paths() -> None:
    """What is no path is refused as everywhere."""
    with pytest.raises(EventError, match="paths must be Paths, or a list of Path"):
        find(SHOP, [["site", "pay"]])  # type: ignore[list-item]
