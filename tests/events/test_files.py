"""Files of events: read in the shell, as they are written, and whatever is wrong with them."""

import gzip
import io
import sys
import time
from pathlib import Path

import polars as pl
import pytest

import journeykit as jk
from journeykit import EventWarning
from journeykit.cli import fit as verb
from journeykit.cli import main
from journeykit.events.files import reading
from journeykit.presets import AIDA

UNREADABLE = "log.csv: the events could not be counted: Invalid Input Error: CSV Error on Line:"
CSV = """\
who,what,when,row,phase,channel
007,ad,2026-01-01 09:00,1,attention,website
007,"site, new",2026-01-01 09:05,2,interest,
007,pay,2026-01-01 10:00,3,,
7,ad,2026-01-02 09:00,4,attention,website
"""
COLUMNS = ("--case", "who", "--touchpoint", "what", "--time", "when", "-o", "out.toml")


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def written(name: str, content: str | bytes = CSV) -> str:
    """Write a file, and return its name."""
    data = content.encode() if isinstance(content, str) else content
    Path(name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return name


def run(*arguments: str) -> int:
    """Run the verb as a shell would, and return its exit code."""
    try:
        return main(["fit", *arguments])
    except SystemExit as stop:
        return int(stop.code or 0)


def fitted(*arguments: str) -> jk.Journey:
    """Return the journey that a good run writes."""
    assert run(*arguments, *COLUMNS) == 0
    journey = jk.load("out.toml")
    assert isinstance(journey, jk.Journey)
    return journey


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the one line that a refused run prints."""
    assert run(*arguments, *COLUMNS) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    return line.removeprefix("journeykit: ")


def expected() -> jk.Journey:
    """Return the journey that is in the file."""
    frame = pl.read_csv(io.StringIO(CSV), schema_overrides={"who": pl.String})
    return jk.fit(frame, case="who", touchpoint="what", time="when")


# --- what is good ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["log.csv", "log.TXT", "log.csv.gz"])
def test_csv(name: str) -> None:
    """A file of comma-separated values is read, packed or not, and nothing of it is guessed."""
    journey = fitted(written(name))
    assert journey == expected()
    assert journey.data["cases"] == 2


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_separators(separator: str) -> None:
    """Values are separated by what gives the columns that are asked for."""
    text = CSV.replace(",", separator).replace(f"site{separator} new", "site, new")
    assert fitted(written("log.tsv", f"\ufeff{text}".replace("\n", "\r\n"))) == expected()


@pytest.mark.parametrize(
    "numbers",
    [[9, 10, 11, 100], [-10, -9, 0, "0.5"], ["8", "09", 10, "10a"], ["9.5", 10, "a", "b"]],
)
def test_order(numbers: list[object]) -> None:
    """Events at the same time stand in the order of numbers, and not in that of their digits."""
    names = "dacb"
    rows = [f"1,{name},2026-01-01,{n}" for name, n in zip(names, numbers, strict=True)]
    text = "\n".join(['who,what,when,"a ""number"""', *reversed(rows)])
    journey = fitted(written("log.csv", text), "--order", 'a "number"')
    assert [move.target for move in journey.transitions] == [*names, "DROP_OFF"]


def test_order_without_number(capsys: pytest.CaptureFixture[str]) -> None:
    """Rows without a number are told, and those with the same number stand in ties."""
    text = "who,what,when,number\n1,a,2026-01-01,\n1,b,2026-01-01,7\n1,c,2026-01-01,07\n"
    told = refused(capsys, written("log.csv", text), "--order", "number")
    assert told.startswith("1 of 3 events cannot be counted: 1 with no order in column 'number'")
    assert "unknown column 'row'" in refused(capsys, "log.csv", "--order", "row")
    written("log.csv", text.replace("1,a,2026-01-01,\n", ""))
    with pytest.warns(EventWarning, match="2 events stand in ties"):
        fitted("log.csv", "--order", "number")
    with pytest.warns(EventWarning, match="2 events stand in ties"):
        assert fitted("log.csv", "--order", "who").data["cases"] == 1


def test_parquet() -> None:
    """A Parquet file is read."""
    pl.read_csv(io.StringIO(CSV), schema_overrides={"who": pl.String}).write_parquet("log.parquet")
    assert fitted("log.parquet") == expected()


def test_several_files() -> None:
    """Several files make one log, named one by one or by a star."""
    header, *rows = CSV.splitlines(keepends=True)
    for number, row in enumerate(rows):
        written(f"{number}.csv", header + row)
    assert fitted("*.csv") == fitted("0.csv", "1.csv", "2.csv", "3.csv") == expected()
    assert fitted("0.csv", "*.csv", "./0.csv") == expected()


def test_files_that_look_like_patterns() -> None:
    """A file whose name could be a pattern is that file, and not those that it could mean."""
    written("1.csv", CSV.replace("ad", "other"))
    assert fitted(written("[1].csv")) == expected()


@pytest.mark.parametrize("names", ["phase", "", "WHO", "Phase,phase_", ",", " "])
def test_columns_that_are_not_asked_for(names: str) -> None:
    """Columns that nobody asks for may have the same name, or none, on either side."""
    header, *rows = CSV.splitlines()
    cells = "," * names.count(",")
    after = "\n".join([f"{header},{names}", *(f"{row},{cells}" for row in rows)])
    assert fitted(written("log.csv", after)) == expected()
    before = "\n".join([f"{names},{header}", *(f"{cells},{row}" for row in rows)])
    assert fitted(written("log.csv", before)) == expected()


def test_options(capsys: pytest.CaptureFixture[str]) -> None:
    """What `fit` can be asked for can be asked for in the shell, and pictures as well."""
    with pytest.warns(EventWarning, match="nothing converts at the goal 'buy'"):
        journey = fitted(
        written("log.csv"), "--goal", "pay", "--goal", "buy", "--after-goal", "continue",
        "--gap", "1.5h", "--min-share", "0.3", "--model", "aida", "--phases", "phase",
        "--channels", "channel", "--order", "row", "--key", "shop", "--label", "Shop",
        "--on-bad", "drop", "--draw", "a.svg", "--draw", "b.html",
    )  # fmt: skip
    assert capsys.readouterr().out.splitlines() == ["out.toml", "a.svg", "b.html"]
    assert Path("a.svg").read_text("utf-8").startswith("<svg")
    assert (journey.key, str(journey.label), journey.model) == ("shop", "Shop", AIDA)
    assert [(spot.key, spot.phase, spot.channel) for spot in journey.touchpoints] == [
        ("ad", "attention", "website"),
        ("other", "interest", None),
        ("pay", None, None),
    ]
    assert {move.ends: move.count for move in journey.transitions} == {
        ("START", "ad"): 2,
        ("ad", "other"): 1,
        ("ad", "DROP_OFF"): 1,
        ("other", "pay"): 1,
        ("pay", "CONVERSION"): 1,
    }


@pytest.mark.parametrize(("gap", "paths"), [("54min", 3), ("3300s", 2), ("1d", 2), ("1 w", 2)])
def test_gaps(gap: str, paths: int) -> None:
    """Silence is given as people write it."""
    assert fitted(written("log.csv"), "--gap", gap).data["paths"] == paths


def test_made_up_customers() -> None:
    """What `simulate` writes can be fitted."""
    jk.save(expected(), "journey.toml")
    assert main(["simulate", "journey.toml", "-n", "20", "--seed", "7", "-o", "events.csv"]) == 0
    columns = ["--case", "case", "--touchpoint", "touchpoint", "--time", "time"]
    assert run("events.csv", *columns, "-o", "again.toml") == 0
    again = jk.load("again.toml")
    assert isinstance(again, jk.Journey)
    assert again.data["cases"] == 20


# --- what is wrong --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("log.csv", "", "log.csv: is empty"),
        ("log.csv", "\n", "log.csv: is empty"),
        ("log.csv", "who,what,when\n", "there are no events"),
        ("log.csv", b"who,what,\xff\n", "log.csv: is no text in UTF-8; save it as CSV in UTF-8"),
        ("log.csv.gz", None, "log.csv.gz: cannot be read: "),
        ("log.csv", 'who,"what', "unknown column 'when' in the events; known are 'who', 'what'"),
        ("log.csv", "who,what,who,when\n", "log.csv: has 2 columns 'who'; rename them"),
        ("log.csv", "who,wat,when\n1,x,2026-01-01\n", "unknown column 'what' in the events, did"),
        ("log.csv", "who;wat;when\n1;x;2026-01-01\n", "unknown column 'what' in the events, did"),
        (
            "log.csv",
            "who,what,when\n1,x,2026-01-01\n1,x,2026-01-01,more\n",
            f"{UNREADABLE} 3: Expected Number of Columns: 3 Found: 4",
        ),
        (
            "log.csv",
            'who,what,when\n1,x,2026-01-01\n1,"x,2026-01-01\n1,' + 300 * "x" + ",\n",
            f"{UNREADABLE} 3: Value with unterminated quote found.",
        ),
        (
            "log.csv",
            b"who,what,when\n" + 999 * b"1,x,2026-01-01\n" + b"1,caf\xe9,2026-01-02\n",
            f"{UNREADABLE} 1001: Invalid unicode",
        ),
        (
            "log.csv",
            "who,what,when\n1,x,05/01/2026\n,x,\n",
            "2 of 2 events cannot be counted: 1 with no case in column 'who', 1 with no readable",
        ),
        ("log.parquet", b"PAR1 and no more", "log.parquet: Invalid Input Error: "),
        ("log.xlsx", "", "log.xlsx: events are not read from files like '.xlsx'; use .csv, .tsv"),
    ],
)  # fmt: skip
def test_bad_files(
    name: str, content: str | bytes | None, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is said in one line, with the file and the place."""
    if content is None:
        Path(name).write_text("not packed", encoding="utf-8")
    else:
        written(name, content)
    assert refused(capsys, name).startswith(told)


def test_names_that_differ_in_case(capsys: pytest.CaptureFixture[str]) -> None:
    """Columns that DuckDB cannot tell apart are told, if both of them are asked for."""
    told = refused(capsys, written("log.csv", "who,what,when,WHEN\n"), "--order", "WHEN")
    assert told == "log.csv: columns 'when' and 'WHEN' differ in nothing but case; rename one"


def test_bad_names(capsys: pytest.CaptureFixture[str]) -> None:
    """Files that are not there, and files that do not go together, are named."""
    assert refused(capsys, "log.csv") == "log.csv: there is no such file"
    assert refused(capsys, "lo*.csv") == "lo*.csv: there is no such file"
    Path("folder.csv").mkdir()
    assert refused(capsys, "folder.csv").startswith("folder.csv: cannot be read: ")
    written("log.csv")
    written("log.parquet", b"")
    assert refused(capsys, "log.csv", "log.parquet") == (
        "log.csv: events are read from CSV or from Parquet, not from both at once"
    )
    written("other.csv", "what,who,when\n")
    assert refused(capsys, "log.csv", "other.csv") == (
        "other.csv: its columns are not those of 'log.csv'"
    )


@pytest.mark.parametrize("option", ["-o", "--draw"])
def test_events_are_not_overwritten(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No file of events is lost to a journey or a picture of the same name."""
    written("log.csv")
    assert run("*.csv", *COLUMNS, option, "./log.csv") == 2
    told = "journeykit: ./log.csv: is a file of events, which would be lost; write to another\n"
    assert capsys.readouterr() == ("", told)
    assert Path("log.csv").read_text("utf-8") == CSV


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-o", "out.tml"), "out.tml: unknown suffix '.tml', did you mean '.toml'?; known are "),
        (("-o", "no/out.toml"), "no/out.toml: cannot be written: no such file or directory"),
        (("-o", "here"), "here: a suffix must tell the format; known are "),
        (("--draw", "a.gif"), "a.gif: cannot tell the format of a picture from '.gif'; use "),
        (("--draw", "folder.svg"), "folder.svg: cannot be written: it is a folder"),
    ],
)
def test_what_cannot_be_written_is_told_first(
    arguments: tuple[str, str],
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody waits for the counting to hear that nothing can be written."""
    monkeypatch.setattr("journeykit.fit", lambda *_, **__: pytest.fail("it was counted"))
    written("log.csv")
    Path("folder.svg").mkdir()
    assert run("log.csv", *COLUMNS, *arguments) == 2
    assert capsys.readouterr().err.startswith(f"journeykit: {told}")
    assert sorted(path.name for path in Path().iterdir()) == ["folder.svg", "log.csv"]


def test_the_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    """The way out is said as it is typed in a shell."""
    told = refused(capsys, written("log.csv", "who,what,when\n1,x,05/01/2026\n"))
    assert told.endswith(
        "'05/01/2026' (write '2026-01-31 14:05:00'); "
        "mend them, or leave them out with --on-bad drop"
    )


def test_options_are_said_as_typed(capsys: pytest.CaptureFixture[str]) -> None:
    """Errors and warnings name an option as it is typed in a shell."""
    header, *rows = CSV.splitlines()
    assert "(--touchpoint)" in refused(capsys, written("log.csv", header.replace("what", "wat")))
    written("log.csv", "\n".join([header, rows[0], rows[0]]))
    with pytest.warns(EventWarning, match="which came first with --order$"):
        refused(capsys, "log.csv", "--key", "")
    with pytest.warns(EventWarning, match="which came first with --order$"):
        fitted("log.csv")


@pytest.mark.parametrize("gap", ["30", "0s", f"1{400 * '0'}d"])
def test_bad_lengths(gap: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A length without a unit is refused, and one of nothing, or beyond all time."""
    assert f"must be a length such as 30min or 1.5h, not '{gap}'" in refused(
        capsys, written("log.csv"), "--gap", gap
    )


# --- progress -------------------------------------------------------------------------------


class Terminal(io.StringIO):
    """A terminal that keeps what it shows."""

    def isatty(self) -> bool:
        """Say that somebody watches."""
        return True


def test_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work that takes more than a moment shows how far it is, and then nothing of that stays."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(verb, "_PATIENCE", 0.01)
    monkeypatch.setattr(verb, "_TICK", 0.01)
    shares = iter([-1.0, 12.3])

    def percent() -> float:
        return next(shares, 99.6)

    with verb.progress(percent):
        while "99" not in terminal.getvalue() and "100" not in terminal.getvalue():
            time.sleep(0.01)
    *shown, last = terminal.getvalue().split("\r")[1:]
    assert [words.strip() for words in shown[:3]] == [
        "counting events: 0 s",
        "counting events: 12 %, 0 s",
        "counting events: 100 %, 0 s",
    ]
    assert (shown[-1].strip(), last) == ("", "")


def test_no_progress(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Quick work shows nothing, nor does any where nobody watches."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    fitted(written("log.csv"))
    assert terminal.getvalue() == ""
    monkeypatch.undo()
    assert capsys.readouterr().err == ""


def test_how_far_duckdb_is() -> None:
    """DuckDB tells how much it has read, and works in a folder that goes away."""
    with reading([written("log.csv")], ["who"]) as (events, percent):
        assert len(events.fetchall()) == 4
        assert -1 <= percent() <= 100
    assert [path.name for path in Path().iterdir()] == ["log.csv"]


def test_folders_with_odd_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder for what does not fit into memory may be that of somebody called O'Brien."""
    Path("o'brien").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(Path("o'brien").resolve()))
    assert fitted(written("log.csv")) == expected()
