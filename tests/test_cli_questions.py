"""What one asks of a journey in the shell is what one asks of it in Python."""

import csv
import io
import json
from datetime import datetime
from pathlib import Path

import pytest

import journeykit as jk
from journeykit import Journey, JourneyModel, Phase, Touchpoint
from journeykit.cli import main
from journeykit.presets import SALON

LATER = SALON.evolve(touchpoints=[*SALON.touchpoints[1:], Touchpoint("forum", channel="community")],
                     route=None, notes=[])  # fmt: skip
TWINS = JourneyModel("twins", phases=[Phase("a", "Same"), Phase("b", "Same", customer_goal=" ")])


@pytest.fixture(autouse=True)
def _in_a_folder_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    jk.save(SALON, "salon.toml")
    jk.save(LATER, "later.json")
    jk.save(Journey("shop", touchpoints=["ad"]), "shop.yaml")
    jk.save(TWINS, "twins.toml")
    jk.save(jk.Persona("sanne"), "sanne.toml")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the command line, and return its exit code and what it says."""
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a good run prints."""
    code, out, err = run(capsys, *arguments)
    assert (code, err) == (0, "")
    return out


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_check(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """What is found in a journey is told like a linter's findings, each behind the file."""
    found = jk.check(Journey("shop", touchpoints=["ad"]))
    out = said(capsys, "check", "shop.yaml", "--lang", lang)
    assert out == found.told(lang, name="shop.yaml") + "\n"
    assert len(out.splitlines()) == len(found) > 2


def test_check_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is found, nothing is said, and strictness has no reason to fail."""
    assert said(capsys, "check", "salon.toml", "--strict") == ""
    assert said(capsys, "check", "rean", "--strict") == ""


def test_check_strictly(capsys: pytest.CaptureFixture[str]) -> None:
    """Findings fail where that is asked, unless they are ignored, or others are selected."""
    assert run(capsys, "check", "shop.yaml", "--strict")[0] == 1
    codes = ",".join({finding.code for finding in jk.check(Journey("shop", touchpoints=["ad"]))})
    assert said(capsys, "check", "shop.yaml", "--strict", "--ignore", codes) == ""
    assert said(capsys, "check", "shop.yaml", "--strict", "--select", "JK010, JK011") == ""
    code, out, _ = run(capsys, "check", "shop.yaml", "--strict", "--select", "JK004",
                       "--select", "JK001,", "--ignore", "JK001")  # fmt: skip
    assert code == 1
    assert out.startswith("shop.yaml: JK004 warning touchpoint 'ad': has no channel (")
    assert len(out.splitlines()) == 1


def test_check_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    """A machine gets all of it, in both languages."""
    answer = json.loads(said(capsys, "check", "shop.yaml", "--format", "json"))
    found = jk.check(Journey("shop", touchpoints=["ad"]))
    assert answer == {"file": "shop.yaml", **found.to_dict()}
    assert json.loads(said(capsys, "check", "salon.toml", "--format", "json"))["findings"] == []


def test_check_a_model(capsys: pytest.CaptureFixture[str]) -> None:
    """A model is told what is in its way, in the same form; its rules have names for codes."""
    line = (
        "twins.toml: same_label error model 'twins': "
        "phases 'a' and 'b' have the same label in 'und': 'Same'\n"
    )
    assert run(capsys, "check", "twins.toml", "--strict") == (1, line, "")
    assert said(capsys, "check", "twins.toml", "--select", "same_label") == line
    assert said(capsys, "check", "twins.toml", "--select", "long_label") == ""
    assert said(capsys, "check", "twins.toml", "--ignore", "same_label") == ""
    answer = json.loads(said(capsys, "check", "twins.toml", "--format", "json"))
    assert (answer["file"], answer["model"]) == ("twins.toml", "twins")
    assert [finding["code"] for finding in answer["findings"]] == ["same_label"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "sanne.toml"), "sanne.toml: holds neither a journey nor a journey model"),
        (("check", "none.toml"), "none.toml: "),
        (("check", "shop.yaml", "--ignore", "JK0011"), "unknown code 'JK0011' in check, did you"),
        (("check", "shop.yaml", "--select", "same_label"), "unknown code 'same_label' in check"),
        (("check", "rean", "--select", "same_labl"), "unknown rule 'same_labl' in check_model"),
        (("check", "rean", "--ignore", "JK001"), "unknown rule 'JK001' in check_model"),
        (("compare", "salon.toml", "aida"), "aida: holds no journey; only a journey can be comp"),
        (("compare", "none.toml", "salon.toml"), "none.toml: "),
        (
            ("compare", "salon.toml", "later.json", "--draw", "x.docx"),
            "x.docx: cannot tell the format",
        ),
        (("simulate", "twins.toml", "-o", "x.csv"), "twins.toml: holds no journey; only a journ"),
        (("simulate", "salon.toml", "-o", "salon.toml"), "salon.toml: must end in '.csv'"),
        (("simulate", "salon.toml", "-n", "0", "-o", "x.csv"), "n must be a whole number"),
        (("simulate", "shop.yaml", "-o", "x.csv"), "journey 'shop': no transition leaves START"),
        (("simulate", "salon.toml", "-o", "no/x.csv"), "no/x.csv: cannot be written"),
    ],
)
def test_wrong_input(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    """Wrong input is said in one line, and nothing is written."""
    before = sorted(Path().iterdir())
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"journeykit: {message}")
    assert len(err.splitlines()) == 1
    assert sorted(Path().iterdir()) == before
    assert jk.load("salon.toml") == SALON


def test_wrong_format(capsys: pytest.CaptureFixture[str]) -> None:
    """A format that is not there is refused with those that are."""
    with pytest.raises(SystemExit):
        main(["check", "shop.yaml", "--format", "xml"])
    assert "choose from" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_compare(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """What is different is told in words of either language."""
    out = said(capsys, "compare", "salon.toml", "later.json", "--lang", lang)
    assert out == jk.compare(SALON, LATER).told(lang) + "\n"
    name = {"en": "touchpoint", "nl": "contactmoment"}[lang]
    assert f"- {name} 'shop_window'" in out.splitlines()
    assert f"+ {name} 'forum'" in out.splitlines()


def test_compare_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    """A machine gets the difference as data."""
    answer = json.loads(said(capsys, "compare", "salon.toml", "later.json", "--format", "json"))
    assert answer == jk.compare(SALON, LATER).to_dict()


def test_compare_strictly(capsys: pytest.CaptureFixture[str]) -> None:
    """Differences fail where that is asked; the same journey twice has none."""
    assert run(capsys, "compare", "salon.toml", "later.json", "--strict")[0] == 1
    out = said(capsys, "compare", "salon.toml", "salon.toml", "--strict", "--lang", "nl")
    assert out == (
        "Op zoek naar een krullenkapper → Op zoek naar een krullenkapper: geen verschillen\n"
    )


def test_compare_in_a_picture(capsys: pytest.CaptureFixture[str]) -> None:
    """The difference can be drawn as well."""
    said(capsys, "compare", "salon.toml", "later.json", "--draw", "both.svg", "--lang", "nl")
    picture = jk.draw(jk.compare(SALON, LATER), lang="nl")
    assert Path("both.svg").read_text("utf-8") == picture.svg


def test_simulate(capsys: pytest.CaptureFixture[str]) -> None:
    """The events are those that Python makes, in a table that any program reads."""
    arguments = ("salon.toml", "-n", "50", "--seed", "7")
    assert said(capsys, "simulate", *arguments, "-o", "events.csv") == "events.csv\n"
    text = Path("events.csv").read_bytes().decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    events = list(jk.simulate_events(SALON, 50, seed=7))
    assert text.startswith("case,touchpoint,time\n")
    assert "\r" not in text
    assert [(row["case"], row["touchpoint"]) for row in rows] == [
        (event["case"], event["touchpoint"]) for event in events
    ]
    for row, event in zip(rows, events, strict=True):
        time = event["time"]
        assert isinstance(time, datetime)
        assert len(row["time"]) == len("2026-01-01T00:00:00.000")
        assert 0 <= (time - datetime.fromisoformat(row["time"])).total_seconds() < 0.001


def test_simulate_as_usual(capsys: pytest.CaptureFixture[str]) -> None:
    """A thousand customers come where nobody says how many, the same ones each time."""
    said(capsys, "simulate", "salon.toml", "-o", "one.csv")
    said(capsys, "simulate", "salon.toml", "-o", "two.CSV", "--seed", "0", "-n", "1000")
    said(capsys, "simulate", "salon.toml", "-o", "three.csv", "--seed", "1")
    assert Path("one.csv").read_bytes() == Path("two.CSV").read_bytes()
    assert Path("one.csv").read_bytes() != Path("three.csv").read_bytes()
    said(capsys, "simulate", "salon.toml", "-n", "1", "-o", "one.csv")
    assert len(Path("one.csv").read_text("utf-8").splitlines()) < 100
