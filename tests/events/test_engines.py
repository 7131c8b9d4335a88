"""Engines: every engine gives the same journey, and collects nothing that is not counted."""

import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import dask.dataframe as dd
import duckdb
import ibis
import narwhals as nw
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeykit as jk

FOLDER = Path(__file__).parent
START: Final = datetime(2026, 1, 1)  # noqa: DTZ001 - on the wall
COLUMNS: dict[str, Any] = {"case": "who", "touchpoint": "what", "time": "when"}
FUNCTIONS: list[Callable[..., object]] = [jk.fit, jk.collect_paths]
# On the wall: when clocks are set back, when computers begin to count, and long before that.
DAYS: Final = tuple(datetime(*day, 0, 30) for day in [(2026, 10, 25), (1970, 1, 1), (3, 2, 1)])  # noqa: DTZ001


def with_objects(frame: pl.DataFrame) -> pd.DataFrame:
    """Return a frame of pandas whose text is made of Python's own strings."""
    table = frame.to_pandas()
    return table.astype({"who": object, "what": object})


def in_parts(frame: pl.DataFrame) -> Any:  # noqa: ANN401 - Dask has no types
    """Return a frame of Dask in two parts."""
    return dd.from_pandas(frame.to_pandas(), npartitions=2)  # type: ignore[no-untyped-call]


def with_numbers(far: int, dtype: Any) -> Callable[[pl.DataFrame], pl.DataFrame]:  # noqa: ANN401
    """Return what makes cases that are numbers lie far from each other, on both sides of zero."""

    def numbered(frame: pl.DataFrame) -> pl.DataFrame:
        if not frame["who"].dtype.is_integer():
            return frame
        return frame.with_columns(((pl.col("who") * 2 - 3) * far).cast(dtype))

    return numbered


ENGINES: Final[dict[str, Callable[[pl.DataFrame], Any]]] = {
    "polars lazy": pl.DataFrame.lazy,
    "polars categories": lambda frame: frame.with_columns(
        pl.col("what").cast(pl.Categorical()), pl.col("who").cast(pl.String).cast(pl.Categorical())
    ),
    "polars short numbers": with_numbers(100, pl.Int8),
    "polars far numbers": with_numbers(2**60, pl.Int64),
    "duckdb": lambda frame: duckdb.from_arrow(frame.to_arrow()),
    "pandas": pl.DataFrame.to_pandas,
    "pandas objects": with_objects,
    "pandas arrow": lambda frame: frame.to_pandas(use_pyarrow_extension_array=True),
    "pyarrow": pl.DataFrame.to_arrow,
    "narwhals": nw.from_native,
    "dask": in_parts,
    "ibis": lambda frame: ibis.memtable(frame.to_arrow()),
}
CASES: list[list[Any]] = [[1, 2], ["a", "ç"]]
NAMES = ("ad", "site", "pay", "日本", "Ünï", "START", " ")
RULES = st.fixed_dictionaries(
    {},
    optional={
        "goal": st.sampled_from(["pay", ["pay", "ad"]]),
        "after_goal": st.sampled_from(["end", "continue", "restart"]),
        "gap": st.just(timedelta(minutes=2)),
        "order": st.just("which"),
        "min_share": st.just(0.2),
        "on_bad": st.just("drop"),
    },
)


@st.composite
def frames(draw: st.DrawFn) -> pl.DataFrame:
    """Make logs with ties, of cases that are numbers or text, on the wall or in a zone."""
    who: list[Any] = draw(st.sampled_from(CASES))
    day = draw(st.sampled_from(DAYS))
    times = st.integers(-90, 90).map(lambda minutes: day + timedelta(minutes=minutes))
    event = st.tuples(st.sampled_from(who), st.sampled_from(NAMES), times, st.integers(0, 2))
    rows = draw(st.lists(event, min_size=1, max_size=10))
    frame = pl.DataFrame(rows, schema=["who", "what", "when", "which"], orient="row")
    if draw(st.booleans()):
        frame = frame.with_columns(
            pl.col("when").dt.replace_time_zone("UTC").dt.convert_time_zone("Europe/Amsterdam")
        )
    return frame


@pytest.mark.parametrize("engine", ENGINES)
def test_same_everywhere(engine: str) -> None:
    """The journey and the paths are the same as those that polars counts."""

    @settings(max_examples={"polars": 20, "dask": 3, "ibis": 3}.get(engine.split(maxsplit=1)[0], 5))
    @given(frames(), RULES)
    def look(frame: pl.DataFrame, rules: dict[str, Any]) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", jk.EventWarning)
            for function in FUNCTIONS:
                told = function(ENGINES[engine](frame), **COLUMNS, **rules)
                assert told == function(frame, **COLUMNS, **rules)

    look()


@pytest.mark.java
def test_spark() -> None:
    """A session of Spark on this machine counts as polars does."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(FOLDER / "spark_program.py")],
        check=False,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    assert (done.returncode, done.stdout) == (0, "the same\n")


# --- what comes back ------------------------------------------------------------------------


def many(cases: int) -> pl.LazyFrame:
    """Return events of many cases, five each, that make few different moves and paths."""
    numbers = pl.int_range(5 * cases, eager=True).alias("number")
    return pl.LazyFrame(numbers).select(
        who=pl.col("number") // 5,
        what=(pl.col("number") % 5 % 3).cast(pl.String),
        when=pl.lit(datetime(2026, 1, 1, tzinfo=UTC)) + pl.duration(minutes=pl.col("number") % 5),
    )


@pytest.mark.parametrize("function", FUNCTIONS)
def test_lazy_frames_stay_lazy(
    function: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Few rows come back from a lazy frame, in two queries: what there is, and how often."""
    heights: list[int] = []
    collect = pl.LazyFrame.collect

    def counted(self: pl.LazyFrame, *args: Any, **options: Any) -> Any:  # noqa: ANN401
        result = collect(self, *args, **options)
        heights.append(result.height)
        return result

    monkeypatch.setattr(pl.LazyFrame, "collect", counted)
    function(many(10_000), **COLUMNS)
    assert len(heights) == 2
    assert max(heights) <= 10


@pytest.mark.parametrize("function", FUNCTIONS)
def test_only_what_is_asked_for_is_read(function: Callable[..., object]) -> None:
    """Of a source, polars reads the columns that count, and no others."""
    frame = many(10).with_columns(unused=pl.lit("x")).collect()
    asked: list[Sequence[str] | None] = []

    def source(columns: Sequence[str] | None, *_: object) -> Any:  # noqa: ANN401
        asked.append(columns)
        yield frame.select(columns or frame.columns)

    lazy = pl.io.plugins.register_io_source(source, schema=frame.schema)
    function(lazy, **COLUMNS)
    assert [sorted(columns or ()) for columns in asked] == [
        ["what", "who"],
        ["what", "when", "who"],
    ]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_relations_stay_in_duckdb(
    function: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """DuckDB hands over no more rows than there are different things."""
    events = many(10_000).collect().to_arrow()
    relation = duckdb.from_arrow(events)
    fetched: list[int] = []

    def counted(self: duckdb.DuckDBPyRelation) -> list[Any]:
        fetched.append(len(fetchall(self)))
        return fetchall(self)

    fetchall = duckdb.DuckDBPyRelation.fetchall
    monkeypatch.setattr(duckdb.DuckDBPyRelation, "fetchall", counted)
    function(relation, **COLUMNS)
    assert 0 < max(fetched) <= 10


@pytest.mark.parametrize("function", FUNCTIONS)
def test_interruption(function: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stops DuckDB in the middle of a count gets what stops Python anywhere else."""
    events = duckdb.sql("select 1 as who, 'a' as what, timestamp '2026-01-01' as \"when\"")

    def interrupted(_: object) -> None:
        # What DuckDB makes of Ctrl-C.
        raise RuntimeError("Query interrupted")

    monkeypatch.setattr(duckdb.DuckDBPyRelation, "fetchall", interrupted)
    with pytest.raises(KeyboardInterrupt):
        function(events, **COLUMNS)


def test_nothing_is_left_where_a_program_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit into memory goes to the folder of temporary files, and away again."""
    folders: list[Path] = []
    connect = duckdb.connect

    def watched(**options: Any) -> Any:  # noqa: ANN401 - as DuckDB has it
        connection = connect(**options)
        (row,) = connection.sql("select current_setting('temp_directory')").fetchall()
        folders.append(Path(row[0]))
        return connection

    monkeypatch.setattr(duckdb, "connect", watched)
    days = [START, START + timedelta(1)]
    jk.fit(pd.DataFrame({"who": ["1", "1"], "what": ["a", "b"], "when": days}), **COLUMNS)
    (folder,) = folders
    assert folder.is_absolute()
    assert folder.parent == Path(tempfile.gettempdir())
    assert not folder.exists()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_settings_of_a_connection(function: Callable[..., object]) -> None:
    """What a connection sorts by default, and where it is, makes no difference."""
    events = many(10).collect()
    with duckdb.connect() as connection:
        connection.register("events", events)
        for setting in ("default_order = 'desc'", "default_null_order = 'nulls_first'",
                        "TimeZone = 'America/New_York'", "integer_division = true"):  # fmt: skip
            connection.execute(f"set {setting}")
        assert function(connection.table("events"), **COLUMNS) == function(events, **COLUMNS)


HOSTILE: Final = ['a"b', "a'b", "order by", "time", "case", "goal", "é; drop table x", " "]


@pytest.mark.parametrize("engine", ["polars lazy", "duckdb", "pandas", "dask", "ibis"])
def test_names_of_columns(engine: str) -> None:
    """Columns may be called anything, even what is called so inside."""
    frame = many(3).collect()
    plain = jk.fit(frame, **COLUMNS)
    for names in (HOSTILE[:3], HOSTILE[3:6], HOSTILE[5:]):
        renamed = frame.rename(dict(zip(frame.columns, names, strict=True)))
        columns: dict[str, Any] = dict(zip(COLUMNS, names, strict=True))
        assert jk.fit(ENGINES[engine](renamed), **columns) == plain


@pytest.mark.parametrize("engine", ["polars lazy", "pandas", "pyarrow", "dask"])
def test_names_that_differ_in_case(engine: str) -> None:
    """Columns may have the same name but for upper and lower case, which is one to DuckDB."""
    frame = many(3).collect()
    renamed = frame.rename({"who": "T", "what": "t"}).with_columns(WHEN=pl.col("when"))
    told = jk.fit(ENGINES[engine](renamed), case="T", touchpoint="t", time="when", order="WHEN")
    assert told == jk.fit(frame, **COLUMNS, order="when")


@pytest.mark.parametrize(
    ("column", "most", "other", "told"),
    [
        ("who", 2, 1.5, ("cases", 2)),
        ("what", 1, "x", ("events", 5000)),
        ("what", 1, 2**70, ("events", 5000)),
        ("when", date(2026, 1, 1), datetime(2026, 1, 1, 10), ("last_seen", "2026-01-01T10:00:00")),  # noqa: DTZ001
    ],
)
def test_all_objects_count(
    column: str, most: object, other: object, told: tuple[str, object]
) -> None:
    """Of a column of Python's own objects each is what it is, whatever most of them are."""
    frame = pd.DataFrame({"who": range(5000), "what": "ad", "when": START})
    frame[column] = pd.Series([most, other, *[most] * 4998], dtype=object)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", jk.EventWarning)
        assert told in jk.fit(frame, **COLUMNS).data.items()
