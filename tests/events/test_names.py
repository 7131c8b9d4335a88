"""Names: keys, phases and channels of touchpoints, and rare ones folded."""

from datetime import datetime, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import journeykit as jk
from journeykit import Channel, EventWarning, Touchpoint
from journeykit.events.keys import keys_for
from journeykit.presets import AIDA
from journeykit.transition import ENDS

COLUMNS: dict[str, Any] = {"case": "who", "touchpoint": "what", "time": "when"}


def log_of(*steps: str | int, **columns: Any) -> pl.DataFrame:  # noqa: ANN401
    """Return the events of one case, one minute after the other."""
    nine = datetime(2026, 1, 1, 9)  # noqa: DTZ001 - on the wall
    when = [nine + timedelta(minutes=minute) for minute, _ in enumerate(steps)]
    return pl.DataFrame({"who": 1, "what": list(steps), "when": when, **columns})


# --- keys -----------------------------------------------------------------------------------


@given(st.sets(st.text(" \tSTARCONVEIDP_OFblank", max_size=10) | st.sampled_from(ENDS)))
def test_keys(values: set[str]) -> None:
    """Every value gets a key of its own, itself where it can be, that a touchpoint can have."""
    keys = keys_for(values, taken=["TAC", "blank"])
    assert keys.keys() == values
    assert len(set(keys.values())) == len(values)
    assert set(keys.values()).isdisjoint({*ENDS, "TAC", "blank"})
    for value, key in keys.items():
        assert Touchpoint(key).key == key
        assert key == value or value in {*ENDS, "TAC", "blank"} or not value.strip()


def test_names_that_are_no_keys() -> None:
    """Ends, phases and blanks get other keys, keep their words, and say what they were."""
    journey = jk.fit(log_of("START", "START_", "action", " ", ""), **COLUMNS, model=AIDA)
    assert journey.touchpoint("action_").phase == "action"
    told = {
        spot.key: (spot.label.pick("nl"), spot.data.get("value")) for spot in journey.touchpoints
    }
    assert told == {
        "START__": ("START", "START"),
        "START_": ("START", None),
        "action_": ("action", "action"),
        "blank_": ("(leeg)", " "),
        "blank": ("(leeg)", ""),
    }


def test_numbers() -> None:
    """Touchpoints can be whole numbers, and so can goals."""
    journey = jk.fit(log_of(404, 200), **COLUMNS, goal=200)
    assert [spot.key for spot in journey.touchpoints] == ["404"]
    assert journey == jk.fit(log_of("404", "200"), **COLUMNS, goal="200")
    phases: Any = {404: "attention"}
    journey = jk.fit(log_of(404, 200), **COLUMNS, model=AIDA, phases=phases)
    assert [spot.phase for spot in journey.touchpoints] == ["attention", None]


# --- phases and channels --------------------------------------------------------------------


def test_phases_and_channels() -> None:
    """Phases and channels are found under what touchpoints are called, or under their keys."""
    journey = jk.fit(
        log_of("ad", "START", "action"),
        **COLUMNS,
        model=AIDA,
        phases={"ad": "attention", "START": "interest", "action": "desire", "unseen": "desire"},
        channels={"ad": "social_media", "START": Channel("kiosk", realm="hybrid")},
        key="shop",
        label="Shop",
    )
    assert [spot.phase for spot in journey.touchpoints] == ["attention", "interest", "desire"]
    assert [spot.channel for spot in journey.touchpoints] == ["social_media", "kiosk", None]
    assert (journey.key, str(journey.label)) == ("shop", "Shop")


def test_columns_of_phases_and_channels() -> None:
    """Phases and channels can stand in the log; most events decide, and how many differ is said."""
    log = log_of(
        "ad",
        "ad",
        "ad",
        "site",
        phase=["interest", "attention", "attention", None],
        channel=["website", "social_media", None, "website"],
    )
    with pytest.warns(EventWarning) as caught:
        journey = jk.fit(log, **COLUMNS, model=AIDA, phases="phase", channels="channel")
    assert [spot.phase for spot in journey.touchpoints] == ["attention", None]
    assert [spot.channel for spot in journey.touchpoints] == ["social_media", "website"]
    assert [str(warning.message) for warning in caught] == [
        f"1 events have another {what} in column '{what}' than most at the same touchpoint; "
        f"each touchpoint gets the {what} of most of its events"
        for what in ("phase", "channel")
    ]


# --- rare touchpoints -----------------------------------------------------------------------


def test_folding() -> None:
    """Touchpoints below the share become one, which says what it is made of."""
    steps = ["ad"] * 8 + ["b", "a", "pay"] + ["c"] * 2
    journey = jk.fit(
        log_of(*steps, phase=["attention"] * 8 + ["desire"] * 5),
        **COLUMNS,
        min_share=0.2,
        goal="pay",
        after_goal="continue",
        model=AIDA,
        phases="phase",
    )
    other = journey.touchpoint("other")
    assert [spot.key for spot in journey.touchpoints] == ["ad", "other", "pay"]
    assert (other.data, other.phase) == ({"folded": 3}, "desire")
    assert journey.data["touchpoints"]["other"]["events"] == 4
    assert other.description.pick("nl") == "Elk minder dan 20 % van alle gebeurtenissen: c, a, b"
    assert {move.ends: move.count for move in journey.transitions} == {
        ("START", "ad"): 1,
        ("ad", "ad"): 7,
        ("ad", "other"): 1,
        ("other", "other"): 2,
        ("other", "pay"): 1,
        ("pay", "other"): 1,
        ("other", "CONVERSION"): 1,
    }


def test_folding_beside_another_other() -> None:
    """A touchpoint that is called other stays what it is."""
    steps = ["other"] * 9 + ["rare"]
    journey = jk.fit(log_of(*steps), **COLUMNS, min_share=0.5)
    assert {key: told["events"] for key, told in journey.data["touchpoints"].items()} == {
        "other": 9,
        "other_": 1,
    }
    paths = jk.collect_paths(log_of(*steps), **COLUMNS, min_share=0.5)
    assert paths.touchpoints == ("other", "other_")


def test_folding_many() -> None:
    """Not all of very many rare touchpoints are named."""
    journey = jk.fit(log_of(*map(str, range(1000, 1020))), **COLUMNS, min_share=1)
    (other,) = journey.touchpoints
    assert str(other.description).endswith("1010, 1011, and 8 more")
    assert other.description.pick("nl").endswith("1010, 1011, en nog 8 andere")


def test_folding_nothing() -> None:
    """Where nothing is rare, there is no other."""
    log = log_of("a", "b")
    assert jk.fit(log, **COLUMNS, min_share=0.5) == jk.fit(log, **COLUMNS)
