"""Bad input: each is said in one line, with the column, the number of rows and the way out."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import dask.dataframe as dd
import duckdb
import pandas as pd
import polars as pl
import pytest

import journeykit as jk
from journeykit import DefinitionError, DroppedRowsWarning, EventError, EventWarning
from journeykit.presets import AIDA

COLUMNS: dict[str, Any] = {"case": "who", "touchpoint": "what", "time": "when"}
NINE = datetime(2026, 1, 1, 9)  # noqa: DTZ001 - on the wall
GOOD = pl.DataFrame(
    {
        "who": ["a", "a", "b"],
        "what": ["x", "y", "x"],
        "when": [NINE, NINE + timedelta(hours=1), NINE],
        "which": [1, 2, 3],
    }
)
# In each column the row of its number is null; the last has none of them.
HOLES = pl.DataFrame(
    {
        "who": [None, "a", "b", "b", None],
        "what": ["x", None, "x", "y", None],
        "when": [NINE, NINE, None, NINE, None],
    }
)
FUNCTIONS: list[Callable[..., object]] = [jk.fit, jk.collect_paths]


def refused(events: object, **options: Any) -> str:  # noqa: ANN401
    """Return how events are refused, by both functions alike and in one line."""
    messages = []
    for function in FUNCTIONS:
        with pytest.raises(EventError) as caught:
            function(events, **(COLUMNS | options))
        messages.append(str(caught.value))
    assert messages[0] == messages[1]
    assert "\n" not in messages[0]
    return messages[0]


def frames(frame: pl.DataFrame) -> list[Any]:
    """Return the same events on several engines."""
    return [
        frame,
        frame.lazy(),
        frame.to_pandas(),
        frame.to_arrow(),
        duckdb.from_arrow(frame.to_arrow()),
        dd.from_pandas(frame.to_pandas(), npartitions=1),  # type: ignore[no-untyped-call]
    ]


def test_no_frame() -> None:
    """What is no frame is refused, a file's name and a list of rows as well."""
    assert refused([{"who": "a"}]).startswith("events must be a data frame, not [{'who': 'a'}];")
    assert refused("log.csv").startswith("events must be a data frame, not 'log.csv';")
    assert refused(GOOD["who"]).startswith("events must be a data frame, not ")


@pytest.mark.parametrize("frame", frames(GOOD), ids=lambda frame: type(frame).__module__)
def test_missing_columns(frame: object) -> None:
    """All columns that are not there are named, with what they are for and the nearest there is."""
    assert refused(frame, case="wo", time="hour", order="whose") == (
        "unknown column 'wo' in the events, did you mean 'who'? (case=); "
        "unknown column 'hour' in the events; "
        "known are 'who', 'what', 'when', 'which' (time=); "
        "unknown column 'whose' in the events, did you mean 'who'? (order=)"
    )


def test_missing_columns_of_names() -> None:
    """Columns of phases and channels are missed under the names of their arguments."""
    with pytest.raises(EventError) as caught:
        jk.fit(GOOD, **COLUMNS, phases="fase", channels="wha")
    assert str(caught.value) == (
        "unknown column 'fase' in the events; known are 'who', 'what', 'when', 'which' (phases=); "
        "unknown column 'wha' in the events, did you mean 'what'? (channels=)"
    )


@pytest.mark.parametrize("what", ["phases", "channels"])
def test_names_that_are_none(what: str) -> None:
    """Phases and channels are a mapping or a column, and nothing else."""
    wrong: dict[str, Any] = {what: ["ad", "site"]}
    with pytest.raises(EventError) as caught:
        jk.fit(GOOD, **COLUMNS, **wrong)
    assert str(caught.value) == (
        f"{what} must be a mapping from touchpoints, or the name of a column, not ['ad', 'site']"
    )


def test_columns_that_are_no_names() -> None:
    """A column is named by a string."""
    assert refused(GOOD, case=3) == "case must be the name of a column, not 3"
    assert refused(GOOD, order=["which"]) == "order must be the name of a column, not ['which']"


@pytest.mark.parametrize("frame", frames(HOLES), ids=lambda frame: type(frame).__module__)
def test_nulls(frame: object) -> None:
    """Rows that lack something are counted, each under the first thing that it lacks."""
    told = (
        "2 with no case in column 'who', 1 with no touchpoint in column 'what', "
        "1 with no time in column 'when'"
    )
    assert refused(frame) == (
        f'4 of 5 events cannot be counted: {told}; mend them, or leave them out with on_bad="drop"'
    )
    with pytest.warns(DroppedRowsWarning) as caught:
        journey = jk.fit(frame, **COLUMNS, on_bad="drop")
    assert [str(warning.message) for warning in caught] == [f"4 of 5 events are left out: {told}"]
    assert (journey.data["events"], journey.data["dropped"]) == (1, 4)
    with pytest.warns(DroppedRowsWarning):
        paths = jk.collect_paths(frame, **COLUMNS, on_bad="drop")
    assert paths == jk.Paths([jk.Path(["y"])])


def test_nothing_left() -> None:
    """A log without a row that can be counted is as good as empty."""
    assert refused(HOLES.head(2), on_bad="drop") == (
        "there are no events: 2 of 2 events are left out: "
        "1 with no case in column 'who', 1 with no touchpoint in column 'what'"
    )


def test_nothing_to_drop(recwarn: pytest.WarningsRecorder) -> None:
    """Where nothing is wrong, nothing is dropped."""
    assert jk.fit(GOOD, **COLUMNS, on_bad="drop") == jk.fit(GOOD, **COLUMNS)
    assert not recwarn


def test_numbers_that_are_none() -> None:
    """A case or an order that is not a number is none."""
    numbers = [1.0, float("nan"), None]
    log = GOOD.with_columns(who=pl.Series(numbers), which=pl.Series([None, 1.0, float("nan")]))
    assert refused(log, order="which").startswith(
        "3 of 3 events cannot be counted: 2 with no case in column 'who', "
        "1 with no order in column 'which';"
    )


@pytest.mark.parametrize("frame", frames(GOOD.clear()), ids=lambda frame: type(frame).__module__)
def test_no_events(frame: object) -> None:
    """An empty log is refused."""
    assert refused(frame) == "there are no events"


@pytest.mark.parametrize(
    "frame",
    [
        pl.DataFrame({"who": [], "what": [], "when": []}),
        pd.DataFrame({"who": [], "what": [], "when": []}),
        pd.DataFrame(columns=["who", "what", "when"]),
    ],
    ids=["polars", "numbers", "objects"],
)
def test_no_events_and_no_types(frame: object) -> None:
    """An empty log is refused as that, whatever its columns could hold."""
    assert refused(frame) == "there are no events"


def test_all_null() -> None:
    """Columns of nothing but nulls are told to be that."""
    log = GOOD.with_columns(what=None, when=None)
    assert refused(log) == (
        "3 of 3 events cannot be counted: 3 with no touchpoint in column 'what'; "
        'mend them, or leave them out with on_bad="drop"'
    )


@pytest.mark.parametrize("what", ["who", "what", "when", "which"])
def test_objects(what: str) -> None:
    """A column of polars that holds whatever Python does is named, because nothing sorts that."""
    objects = pl.Series(what, [object()] * len(GOOD), dtype=pl.Object)
    argument = {"who": "case", "what": "touchpoint", "when": "time", "which": "order"}[what]
    assert refused(GOOD.with_columns(objects), order="which") == (
        f"column '{what}' ({argument}=) holds Python objects; make text of it first"
    )


@pytest.mark.parametrize(
    ("what", "which", "way"), [("when", "time", "times"), ("who", "case", "text")]
)
def test_columns_that_cannot_be_lent(what: str, which: str, way: str) -> None:
    """A column that only pandas knows is named."""
    log = GOOD.to_pandas().drop(columns=what)
    log = log.join(pd.Series(pd.period_range("2026", periods=len(log), freq="M"), name=what))
    told = refused(log)
    assert told.startswith(f"column '{what}' ({which}=) cannot be read: ")
    assert told.endswith(f"Data type 'period[M]' not recognized; make {way} of it first")


@pytest.mark.parametrize("value", [1, 1.5, True, time(9), timedelta(1)])
def test_times_that_are_none(value: object) -> None:
    """Numbers, times of the day and durations are no times."""
    log = GOOD.with_columns(when=pl.lit(value))
    message = refused(log)
    assert message.startswith("column 'when' (time=) holds ")
    assert message.endswith(", no times; make times of it first")


@pytest.mark.parametrize("value", [1.5, True, date(2026, 1, 1)])
def test_touchpoints_that_are_none(value: object) -> None:
    """Touchpoints are text or whole numbers, because others look different on each engine."""
    message = refused(GOOD.with_columns(what=pl.lit(value)))
    assert message.startswith("column 'what' (touchpoint=) holds ")
    assert message.endswith(", neither text nor whole numbers; make text of it first")


def test_wrong_options() -> None:
    """An option that makes no sense is refused, and what makes sense is said."""
    assert refused(GOOD, after_goal="stop").startswith(
        "after_goal must be one of 'end', 'continue', 'restart', not 'stop'"
    )
    assert refused(GOOD, on_bad="rais").endswith("not 'rais', did you mean 'raise'?")
    assert refused(GOOD, gap=30) == "gap must be a timedelta above zero, not 30"
    assert refused(GOOD, gap=timedelta(0)).startswith("gap must be a timedelta above zero")
    for share in ("a", -0.1, 1.1, True):
        assert refused(GOOD, min_share=share).startswith("min_share must be a number from 0 to 1")
    for goal in (1.5, True, [None], b"x"):
        assert refused(GOOD, goal=goal).startswith("goal must be a value of a touchpoint")


def test_unknown_goal() -> None:
    """A goal that nobody came to is no error, but the nearest touchpoint is named."""
    with pytest.warns(EventWarning) as caught:
        journey = jk.fit(GOOD, **COLUMNS, goal=["Y", "x"])
    message = "nothing converts at the goal 'Y': there is no such touchpoint, did you mean 'y'?"
    assert [str(warning.message) for warning in caught] == [message]
    assert journey.data["goal"] == ["Y", "x"]
    with pytest.warns(EventWarning, match="nothing converts at the goal 'Y'"):
        jk.collect_paths(GOOD, **COLUMNS, goal="Y")


def test_ties_are_told(recwarn: pytest.WarningsRecorder) -> None:
    """A warning names the way out: a column for the order, or another one."""
    log = GOOD.with_columns(when=NINE, which=1)
    jk.fit(log, **COLUMNS)
    jk.fit(log, **COLUMNS, order="which")
    jk.fit(GOOD.with_columns(when=NINE), **COLUMNS, order="which")
    first, second = (str(warning.message) for warning in recwarn)
    assert {warning.category for warning in recwarn} == {EventWarning}
    assert first.startswith("2 events stand in ties: others have the same case and time;")
    assert first.endswith("name a column that says which came first with order=")
    assert second.startswith("2 events stand in ties: others have the same case, time and order;")


def test_warnings_point_at_the_caller(recwarn: pytest.WarningsRecorder) -> None:
    """A warning names the line that called, so that it can be found and silenced."""
    jk.fit(HOLES, **COLUMNS, on_bad="drop")
    jk.collect_paths(HOLES, **COLUMNS, on_bad="drop")
    assert [Path(warning.filename).name for warning in recwarn] == ["test_bad.py"] * 2


def test_engine_that_fails() -> None:
    """What an engine cannot read is said in one line."""
    assert refused(pl.scan_parquet("nowhere.parquet")).startswith(
        "the events could not be counted: "
    )
    lists = duckdb.sql("select ['a'] as who, [1] as what, current_date as \"when\"")
    assert refused(lists).startswith("column 'what' (touchpoint=) holds List(Int32), neither text")


def test_times_beyond_all_years() -> None:
    """Times that Python has no years for are refused."""
    log = duckdb.sql("select 'a' as who, 'x' as what, timestamp '20000-01-01 00:00:00' as \"when\"")
    with pytest.raises(
        EventError, match="in column 'when', events lie outside of the years 1 to 9999"
    ):
        jk.fit(log, **COLUMNS)


def test_definitions() -> None:
    """What is wrong with the journey itself is a `DefinitionError`, as for any journey."""
    with pytest.raises(DefinitionError, match="has no model"):
        jk.fit(GOOD, **COLUMNS, phases={"x": "attention"})
    with pytest.raises(DefinitionError, match="unknown phase 'desir', did you mean 'desire'"):
        jk.fit(GOOD, **COLUMNS, model=AIDA, phases={"x": "desir"})
    with pytest.raises(DefinitionError, match="model must be a JourneyModel"):
        jk.fit(GOOD, **COLUMNS, model="aida")  # type: ignore[arg-type] # that is the test


@pytest.mark.parametrize("missing", [["duckdb"], ["duckdb", "polars"]], ids=len)
def test_without_engines(missing: list[str], tmp_path: Path) -> None:
    """Without DuckDB polars counts for pandas; without both the extra is named."""
    code = f"""
import sys
for name in {missing!r}:
    sys.modules[name] = None
import pandas as pd
import journeykit as jk
log = pd.DataFrame({{"who": ["a", "a"], "what": ["x", "y"], "when": ["2026-01-01", "2026-01-02"]}})
print(jk.fit(log, case="who", touchpoint="what", time="when").transitions)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=tmp_path, text=True
    )
    if len(missing) == 1:
        assert (done.stderr, done.stdout.count("Transition(")) == ("", 3)
    else:
        assert done.stderr.splitlines()[-1] == (
            "journeykit.errors.MissingDependencyError: counting the events of a frame of pandas "
            "needs the package 'duckdb'; install it with: pip install 'journeykit[duckdb]'"
        )
