"""Attribution: by hand, by exact fractions, by all orders; credits add up to the conversions."""

import itertools
import json
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    AnalysisError,
    EventError,
    Journey,
    JourneykitError,
    Path,
    Paths,
    Touchpoint,
    Transition,
    fit_paths,
)
from journeykit.analysis import _solving, attribution, markov
from journeykit.analysis.attribution import (
    Credits,
    first_touch,
    last_touch,
    linear,
    position_based,
    removal_effects,
    shapley,
    time_decay,
)
from journeykit.presets import AIDA, SALON
from journeykit.testing import journeys, paths
from journeykit.transition import probabilities

FLAT = settings(max_examples=50)
KEYS = "abcd"
PATHS = paths(touchpoints=KEYS)
RULES: Mapping[str, Callable[..., Credits]] = {
    "first": first_touch,
    "last": last_touch,
    "linear": linear,
    "position": position_based,
    "decay": time_decay,
}
METHODS: Mapping[str, Callable[..., Credits]] = {
    **RULES,
    "markov": attribution.markov,
    "shapley": shapley,
    "chain": lambda several, **fields: shapley(several, worth="chain", **fields),
}
each_method = pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
each_rule = pytest.mark.parametrize("method", RULES.values(), ids=RULES)


def near(found: Mapping[str, float]) -> Any:  # noqa: ANN401 - what pytest compares with
    """Return what compares with credits, where rounding is no difference."""
    return pytest.approx(dict(found), rel=1e-9, abs=1e-9)


def share_without(several: Paths, lost: Collection[str]) -> Fraction:
    """Return the share that converts when some touchpoints swallow whoever comes to them."""
    counts: dict[tuple[str, str], int] = {}
    for path in several:
        for move in path.moves():
            counts[move] = counts.get(move, 0) + path.count
    states = [START, *(key for key in several.touchpoints if key not in lost)]
    total = {s: sum(n for (source, _), n in counts.items() if source == s) for s in states}
    rows = [
        [Fraction(int(a == b)) - Fraction(counts.get((a, b), 0), total[a]) for b in states]
        + [Fraction(counts.get((a, CONVERSION), 0), total[a])]
        for a in states
    ]
    for pivot in range(len(states)):
        chosen = next(row for row in range(pivot, len(states)) if rows[row][pivot])
        rows[pivot], rows[chosen] = rows[chosen], rows[pivot]
        rows[pivot] = [value / rows[pivot][pivot] for value in rows[pivot]]
        for other in range(len(states)):
            if other != pivot and (factor := rows[other][pivot]):
                rows[other] = [
                    value - factor * top
                    for value, top in zip(rows[other], rows[pivot], strict=True)
                ]
    return rows[0][-1]


# --- all methods ------------------------------------------------------------------------


@each_method
def test_credits_add_up(method: Callable[..., Credits]) -> None:
    """Credits are zero or more, and add up to the conversions of those who had a touch."""

    @FLAT
    @given(PATHS)
    def look(several: Paths) -> None:
        found = method(several)
        at_once = sum(path.count for path in several if path.converted and not path.steps)
        assert found.unattributed == pytest.approx(at_once)
        assert found.total + at_once == pytest.approx(several.conversions, rel=1e-9)
        assert set(found) == set(several.touchpoints)
        assert all(credit >= -1e-9 for credit in found.values())

    look()


@each_method
def test_order_and_names(method: Callable[..., Credits]) -> None:
    """Neither the order of the paths, nor how they are put together, nor names matter."""

    @FLAT
    @given(PATHS, st.permutations(KEYS))
    def look(several: Paths, names: list[str]) -> None:
        other = dict(zip(KEYS, names, strict=True))
        renamed = [
            Path([other[step] for step in path.steps], path.converted, path.count)
            for path in reversed(several.items)
        ]
        found = method(several)
        assert dict(method(several.merged())) == near(found)
        assert dict(method(renamed)) == near({other[key]: n for key, n in found.items()})

    look()


@each_method
def test_mapping(method: Callable[..., Credits]) -> None:
    """A touch may count to anything; one that counts to itself counts to its touchpoint."""

    @FLAT
    @given(PATHS)
    def look(several: Paths) -> None:
        assert method(several, by={key: key for key in KEYS}) == near(method(several))
        assert dict(method(several, by=dict.fromkeys(KEYS, "all"))) in (
            {},
            near({"all": method(several).total}),
        )

    look()


@each_rule
def test_groups_of_rules(method: Callable[..., Credits]) -> None:
    """By a rule, a channel gets what its touchpoints get."""

    @FLAT
    @given(PATHS)
    def look(several: Paths) -> None:
        group = {"a": "x", "b": "y", "c": "x", "d": "y"}
        expected = {group[key]: 0.0 for key in several.touchpoints}
        for key, credit in method(several).items():
            expected[group[key]] += credit
        assert dict(method(several, by=group)) == near(expected)

    look()


# --- rules ------------------------------------------------------------------------------


@given(PATHS)
def test_rules_by_hand(several: Paths) -> None:
    """First, last and linear credit is what counting by hand gives."""
    by_hand: dict[str, dict[str, float]] = {
        name: dict.fromkeys(several.touchpoints, 0.0) for name in ("first", "last", "linear")
    }
    for path in several:
        if path.converted and path.steps:
            by_hand["first"][path.steps[0]] += path.count
            by_hand["last"][path.steps[-1]] += path.count
            for step in path.steps:
                by_hand["linear"][step] += path.count / len(path.steps)
    for name, expected in by_hand.items():
        assert dict(RULES[name](several)) == near(expected)


@FLAT
@given(PATHS)
def test_rules_that_meet(several: Paths) -> None:
    """At their limits, the rules with numbers are the plain ones."""
    assert position_based(several, first=1, last=0) == near(first_touch(several))
    assert position_based(several, first=0, last=1) == near(last_touch(several))
    assert time_decay(several, half_life=1e-9) == near(last_touch(several))
    assert time_decay(several, half_life=1e12) == near(linear(several))


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("a", {"a": 1}),
        ("ab", {"a": 0.75, "b": 0.25}),
        ("abc", {"a": 0.6, "b": 0.2, "c": 0.2}),
        ("abca", {"a": 0.8, "b": 0.1, "c": 0.1}),
    ],
)
def test_positions(steps: str, expected: dict[str, float]) -> None:
    """The first and the last have their shares, those between have the rest."""
    several = [Path(list(steps), converted=True, count=10)]
    found = position_based(several, first=0.6, last=0.2)
    assert dict(found) == near({key: 10 * share for key, share in expected.items()})


def test_two_without_shares() -> None:
    """Where neither end has a share, two touches have the same."""
    several = [Path(["a", "b"], converted=True, count=4), Path(["a", "b", "c"], converted=True)]
    found = position_based(several, first=0, last=0)
    assert dict(found) == near({"a": 2, "b": 3, "c": 0})


def test_half_life() -> None:
    """After as many steps as the half-life, a touch has half the credit."""
    several = [Path(["a", "x", "b", "x", "c"], converted=True, count=7)]
    found = time_decay(several, half_life=2)
    assert found["c"] == pytest.approx(2 * found["b"])
    assert found["b"] == pytest.approx(2 * found["a"])


# --- removal effects --------------------------------------------------------------------


@given(PATHS)
def test_removal_in_fractions(several: Paths) -> None:
    """What is lost without a touchpoint, or without a channel, is exact to twelve digits."""
    every = share_without(several, ())
    group = {"a": "x", "b": "y", "c": "x", "d": "x"}
    for by, members in (
        ("touchpoint", {key: [key] for key in several.touchpoints}),
        (group, {name: [k for k in several.touchpoints if group[k] == name] for name in "xy"}),
    ):
        effects = removal_effects(several, by=by)  # type: ignore[arg-type]
        for key, steps in members.items():
            if not steps:
                assert key not in effects
            elif every:
                exact = 1 - share_without(several, steps) / every
                assert abs(Fraction(effects[key]) - exact) <= Fraction(1, 10**12)
            else:
                assert effects[key] == 0


@given(PATHS)
def test_shares_of_removal(several: Paths) -> None:
    """Credits have the ratios of the effects, from the paths as from the fitted journey."""
    effects, found = removal_effects(several), attribution.markov(several)
    whole = math.fsum(effects.values())
    assert dict(found) == near(
        {key: found.total * effect / whole if whole else 0.0 for key, effect in effects.items()}
    )
    assert attribution.markov(fit_paths(several)) == found
    assert removal_effects(fit_paths(several)) == effects


@FLAT
@given(PATHS)
def test_repeats(several: Paths) -> None:
    """A touch that is repeated at once makes no difference."""
    once = [
        Path([key for key, _ in itertools.groupby(path.steps)], path.converted, path.count)
        for path in several
    ]
    assert removal_effects(once) == near(removal_effects(several))


@FLAT
@given(journeys(walkable=True, weighted=True))
def test_journeys_without_counts(journey: Journey) -> None:
    """Without counts, credits add up to the share of customers who convert."""
    if all(move.count is not None for move in journey.transitions if move.target == CONVERSION):
        return
    found = attribution.markov(journey)
    at_once = probabilities(journey.transitions).get((START, CONVERSION), 0)
    assert found.unattributed == pytest.approx(at_once)
    assert found.total + at_once == pytest.approx(markov.chain(journey).conversion, rel=1e-9)


def test_channels_of_a_journey() -> None:
    """A journey knows the channels and phases of its touchpoints itself."""
    journey = fit_paths(
        [Path(["ad", "site"], converted=True, count=2), Path(["ad"]), Path(["post", "site"])],
        model=AIDA,
        phases={"ad": "attention", "post": "attention", "site": "interest"},
        channels={"ad": "radio", "post": "radio", "site": "website"},
    )
    by_channel = attribution.markov(journey, by="channel")
    assert list(by_channel) == ["radio", "website"]
    assert dict(by_channel) == near({"radio": 1, "website": 1})
    assert dict(attribution.markov(journey, by="phase")) == near({"attention": 1, "interest": 1})
    several = [Path(["post", "ad", "site"], converted=True, count=3)]
    assert dict(linear(several, by="channel", journey=journey)) == near({"radio": 2, "website": 1})
    assert dict(first_touch(several, by="phase", journey=journey)) == {
        "attention": 3.0,
        "interest": 0.0,
    }


def test_journeys_between_phases() -> None:
    """Where it is phases that are joined, they are the touch themselves, and have no channel."""
    found = attribution.markov(SALON, by="phase")
    assert found == attribution.markov(SALON)
    assert found.total == pytest.approx(markov.chain(SALON).conversion)
    with pytest.raises(AnalysisError, match=r"^no channel is known of 'bewustwording', "):
        attribution.markov(SALON, by="channel")


def test_many_steps_in_no_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Among thousands of steps in no order, groups are answered, and too many are refused."""
    steps = [str(number) for number in range(60)]
    moves = {(START, "0"): 1.0}
    for place in range(60):
        for jump in (1, 7, 13, 29, 31):
            moves[steps[place], steps[(place * jump + jump) % 60]] = 0.2
        moves[steps[place], DROP_OFF if place % 3 else CONVERSION] = 0.2
    journey = Journey(
        "j", touchpoints=steps, transitions=[Transition(*ends, w) for ends, w in moves.items()]
    )
    halves = {step: str(int(step) % 2) for step in steps}
    expected = attribution.markov(journey, by=halves), attribution.markov(journey)
    monkeypatch.setattr("journeykit._chain._CROWDED", 20)
    monkeypatch.setattr(_solving, "_FEW", 5)
    monkeypatch.setattr(_solving, "_FULL", 0)
    assert dict(attribution.markov(journey, by=halves)) == near(expected[0])
    assert dict(attribution.markov(journey)) == near(expected[1])
    monkeypatch.setattr("journeykit.analysis._removal._MOST_SOLUTIONS", 50)
    with pytest.raises(AnalysisError, match="without each of 60 among thousands of steps"):
        attribution.markov(journey)


# --- Shapley ----------------------------------------------------------------------------


def in_all_orders(
    players: Sequence[str], worth: Callable[[Collection[str]], Fraction]
) -> dict[str, float]:
    """Return what each player adds on average, in fractions."""
    added = dict.fromkeys(players, Fraction(0))
    orders = list(itertools.permutations(players))
    for order in orders:
        for place, player in enumerate(order):
            added[player] += worth(order[: place + 1]) - worth(order[:place])
    return {player: float(total / len(orders)) for player, total in added.items()}


@FLAT
@given(PATHS)
def test_shapley_of_conversions(several: Paths) -> None:
    """What is shared among those that were met is what all orders give."""

    def worth(group: Collection[str]) -> Fraction:
        return Fraction(sum(p.count for p in several if p.converted and {*p.steps} <= {*group}))

    assert dict(shapley(several)) == near(in_all_orders(several.touchpoints, worth))


@settings(max_examples=25)
@given(paths(touchpoints="abc"))
def test_shapley_of_the_chain(several: Paths) -> None:
    """By the chain, it is what all orders give as well."""

    def worth(group: Collection[str]) -> Fraction:
        lost = [key for key in several.touchpoints if key not in group]
        return share_without(several, lost) * several.total

    found = shapley(several, worth="chain")
    assert dict(found) == near(in_all_orders(several.touchpoints, worth))
    assert found.errors is None


def test_shapley_of_those_who_add_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who adds nothing to the chain gets 0, neither nearly nothing nor less than that."""
    several = [
        Path(["a", "b"], count=3),
        Path(["a"], count=2),
        Path(["a"], converted=True, count=2),
    ]
    assert dict(shapley(several, worth="chain")) == {"a": pytest.approx(2), "b": 0}
    monkeypatch.setattr(attribution, "_EXACT_UP_TO", 1)
    assert dict(shapley(several, worth="chain", samples=20)) == {"a": pytest.approx(2), "b": 0}


MANY = [
    Path(
        [f"t{(7 * walk + 3 * step) % 13}" for step in range(walk % 5 + 1)], walk % 3 == 0, walk + 1
    )
    for walk in range(40)
]


def test_shapley_by_lot(monkeypatch: pytest.MonkeyPatch) -> None:
    """For many touchpoints orders are drawn; the seed decides, and the error holds."""
    by = {f"t{number}": str(number % 6) for number in range(13)}
    exact = shapley(MANY, worth="chain", by=by)
    assert exact.errors is None
    monkeypatch.setattr(attribution, "_EXACT_UP_TO", 5)
    drawn = shapley(MANY, worth="chain", by=by, samples=60, seed=3)
    assert drawn == shapley(MANY, worth="chain", by=by, samples=60, seed=3)
    assert drawn != shapley(MANY, worth="chain", by=by, samples=60, seed=4)
    assert drawn.total == pytest.approx(Paths(MANY).conversions, rel=1e-9)
    few = shapley(MANY, worth="chain", by=by, samples=6, seed=3)
    assert drawn.errors is not None
    assert few.errors is not None
    for key, credit in exact.items():
        assert abs(drawn[key] - credit) <= drawn.errors[key] < few.errors[key]


# --- how it is said ---------------------------------------------------------------------

FEW = [
    Path(["ad", "site"], converted=True, count=6),
    Path(["site"], converted=True, count=3),
    Path([], converted=True),
    Path(["poster"]),
]


class Vague:
    """What does not say whether it equals something, as columns and empty cells of pandas."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        raise TypeError

    def __ne__(self, other: object) -> bool:
        raise TypeError


@pytest.mark.parametrize("cell", [None, math.nan, Vague()])
def test_empty_cells_are_no_group(cell: Any) -> None:  # noqa: ANN401 - wrong on purpose
    """A touchpoint whose cell in a table is empty belongs to no group, rather than to 'nan'."""
    with pytest.raises(AnalysisError, match=r"^no group is known of 'site'; give each a group$"):
        linear(FEW, by={"ad": "paid", "site": cell, "poster": "owned"})


def test_columns_are_no_mapping() -> None:
    """A column in place of a mapping is refused in our words, not in those of its library."""
    with pytest.raises(AnalysisError, match=r"^by must be 'touchpoint', .* or a mapping"):
        linear(FEW, by=Vague())  # type: ignore[arg-type]


def test_printing() -> None:
    """Credits read well in a terminal, the most of it first."""
    assert str(linear(FEW)).splitlines() == [
        "linear: 9 conversions, 1 without a touch",
        "key     credit   share",
        "site         6  66.7 %",
        "ad           3  33.3 %",
        "poster       0     0 %",
    ]
    assert str(linear([Path(["ad"], converted=True)])).startswith("linear: 1 conversion\n")
    drawn = str(shapley(MANY, worth="chain", samples=2)).splitlines()
    assert drawn[1].split() == ["key", "credit", "share", "±"]


def test_rows_and_dict() -> None:
    """Credits are a mapping, and go into a data frame and into JSON."""
    found = linear(FEW)
    assert isinstance(found, Mapping)
    assert found == {"ad": 3.0, "site": 6.0, "poster": 0.0}
    assert (len(found), found.total, found.unattributed) == (3, 9.0, 1.0)
    told = json.loads(json.dumps(found.to_dict()))
    assert told["credits"] == found.to_rows()
    assert told["credits"][0] == {"key": "ad", "credit": 3.0, "share": 1 / 3, "error": None}
    assert (told["method"], told["unattributed"]) == ("linear", 1.0)
    nobody = linear([Path(["ad"])])
    assert nobody.to_rows() == [{"key": "ad", "credit": 0.0, "share": None, "error": None}]
    assert str(nobody).splitlines()[1:] == ["key  credit  share", "ad        0      –"]
    rows = shapley(MANY, worth="chain", samples=2).to_rows()
    assert all(row["error"] > 0 for row in rows)


SHOP = Journey("shop", touchpoints=[Touchpoint("ad", channel="radio"), "site"])


@pytest.mark.parametrize(
    ("ask", "kind", "message"),
    [
        (
            lambda: linear("ad"),  # type: ignore[arg-type]
            EventError,
            (
                "paths must be Paths, or a list of Path, but hold 'a'; collect_paths makes them of "
                "events"
            ),
        ),
        (
            lambda: linear([Path(["START"])]),
            EventError,
            (
                "touchpoint 'START' has a name that is reserved for an end; leave it out of the "
                "steps, or give it another name"
            ),
        ),
        (
            lambda: attribution.markov([]),
            EventError,
            "there are no paths to make a journey of",
        ),
        (
            lambda: linear(FEW, by="chanel"),  # type: ignore[arg-type]
            AnalysisError,
            (
                "by must be 'touchpoint', 'channel', 'phase' or a mapping of touchpoints, "
                "not 'chanel', did you mean 'channel'?"
            ),
        ),
        (
            lambda: linear(FEW, by=7),  # type: ignore[arg-type]
            AnalysisError,
            "by must be 'touchpoint', 'channel', 'phase' or a mapping of touchpoints, not 7",
        ),
        (
            lambda: linear(FEW, by="channel"),
            AnalysisError,
            (
                "credit by channel needs to know the channel of each touchpoint; give journey=, "
                "or a mapping of touchpoints in place of the word"
            ),
        ),
        (
            lambda: linear(FEW, by="channel", journey=SHOP),
            AnalysisError,
            "no channel is known of 'site', 'poster'; give each a channel",
        ),
        (
            lambda: shapley(FEW, by={"ad": "x"}),
            AnalysisError,
            "no group is known of 'site', 'poster'; give each a group",
        ),
        (
            lambda: linear(FEW, by="phase", journey="shop"),  # type: ignore[arg-type]
            AnalysisError,
            "journey must be a Journey, not 'shop'",
        ),
        (
            lambda: linear(FEW, journey="shop"),  # type: ignore[arg-type]
            AnalysisError,
            "journey must be a Journey, not 'shop'",
        ),
        (
            lambda: shapley(FEW, samples=None),  # type: ignore[arg-type]
            AnalysisError,
            "samples must be given",
        ),
        (
            lambda: position_based(FEW, first=1.5),
            AnalysisError,
            "first must be a number from 0 to 1, not 1.5",
        ),
        (
            lambda: position_based(FEW, last="x"),  # type: ignore[arg-type]
            AnalysisError,
            "last must be a number from 0 to 1, not 'x'",
        ),
        (
            lambda: position_based(FEW, first=0.75, last=0.5),
            AnalysisError,
            "first and last must not be more than 1 together, not 1.25",
        ),
        (
            lambda: time_decay(FEW, half_life=0),
            AnalysisError,
            "half_life must be a number above 0, not 0",
        ),
        (
            lambda: shapley(FEW, samples=1),
            AnalysisError,
            "samples must be a whole number, 2 or more, not 1",
        ),
        (
            lambda: shapley(FEW, seed=0.5),  # type: ignore[arg-type]
            AnalysisError,
            "seed must be a whole number, not 0.5",
        ),
        (
            lambda: shapley(FEW, worth="rate"),  # type: ignore[arg-type]
            AnalysisError,
            "worth must be 'conversions' or 'chain', not 'rate'",
        ),
    ],
)
def test_messages(ask: Callable[[], Any], kind: type[JourneykitError], message: str) -> None:
    """What has no answer is said in one line, with the way out."""
    with pytest.raises(kind) as caught:
        ask()
    assert str(caught.value) == message
