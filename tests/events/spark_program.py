"""Count events in a session of Spark, and say whether polars counts the same.

A program of its own, because the session is a process of Java's that stays until its end.
"""

import os
import sys
import warnings
from datetime import UTC, datetime, timedelta
from typing import Any

import polars as pl
from pyspark.sql import SparkSession

import journeykit as jk

COLUMNS: dict[str, Any] = {"case": "who", "touchpoint": "what", "time": "when"}
# Clocks are set back at 01:00 UTC, in the middle of the log.
START = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
STEPS = ["ad", "site", "日本", "pay", "help", "START", "", "pay", "ad", "site"]
EVENTS = [
    (case, STEPS[(case * 3 + number) % 10], START + timedelta(minutes=20 * (number - number % 2)))
    for case in range(1, 6)
    for number in range(case * 2 - 1)
]


def main() -> None:
    """Write ``the same``, or what is different."""
    # Else Spark takes the first python3 that it finds, which may be another.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[1]").appName("journeykit")
    for name, value in {
        "spark.sql.session.timeZone": "Europe/Amsterdam",
        # For so few events, making code for them takes longer than counting them.
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.ui.enabled": "false",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    rows = [(who, what, when, str(when), number) for number, (who, what, when) in enumerate(EVENTS)]
    names = ["who", "what", "when", "written", "which"]
    events = pl.DataFrame(rows, schema=names, orient="row")
    moments = session.createDataFrame(
        rows, "who int, what string, when timestamp, written string, which int"
    )
    on_the_wall = moments.selectExpr("who", "what", "cast(written as timestamp_ntz) as when")
    clock = events.with_columns(pl.col("when").dt.replace_time_zone(None))
    warnings.simplefilter("ignore", jk.EventWarning)
    told = [
        (
            jk.fit(frame, **COLUMNS, goal="pay", order="which"),
            jk.collect_paths(
                frame, **COLUMNS | {"time": "written"}, goal="pay", after_goal="restart"
            ),
        )
        for frame in (events, moments)
    ]
    walls = [jk.fit(frame, **COLUMNS, gap=timedelta(minutes=30)) for frame in (clock, on_the_wall)]
    same = told[0] == told[1] and walls[0] == walls[1]
    sys.stdout.write("the same\n" if same else f"{told}\n{walls}\n")
    session.stop()


if __name__ == "__main__":
    main()
