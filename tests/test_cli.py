"""The command line does what its verbs say, and says in one line what is wrong."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

import journeykit as jk
from journeykit import presets
from journeykit.cli import main
from journeykit.presets import SALON


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def run(*arguments: str) -> int:
    """Run the command line as a shell would, and return its exit code."""
    try:
        return main(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Return the lines that a good run prints."""
    assert run(*arguments) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out.splitlines()


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the one line that a refused run prints."""
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    return line


def test_demo(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The demo leaves the salon and its pictures in both languages, and prints where."""
    (folder,) = said(capsys, "demo", "here/it is")
    assert Path(folder) == tmp_path / "here" / "it is"
    assert jk.load(Path(folder) / "salon.toml") == SALON
    pictures = sorted(path.name for path in Path(folder).glob("*.svg"))
    assert pictures == sorted(
        f"salon-{view}-{lang}.svg"
        for view in ("map", "phases", "touchpoints")
        for lang in ("en", "nl")
    )
    assert "Op zoek naar een krullenkapper" in (Path(folder) / "salon-map-nl.svg").read_text(
        "utf-8"
    )


def test_demo_without_extras(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where TOML cannot be written, the demo leaves JSON."""
    monkeypatch.setitem(sys.modules, "tomli_w", None)
    assert said(capsys, "demo", "here") == [str(tmp_path / "here")]
    assert jk.load(tmp_path / "here" / "salon.json") == SALON
    assert len(list((tmp_path / "here").glob("*.svg"))) == 6
    assert not list((tmp_path / "here").glob("*.toml"))


def test_demo_twice(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The demo may run again in its usual folder."""
    assert said(capsys, "demo") == said(capsys, "demo") == [str(tmp_path / "journeykit-demo")]


def test_demo_in_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A demo that cannot make its folder says so."""
    Path("taken").write_text("", "utf-8")
    assert refused(capsys, "demo", "taken") == (
        f"journeykit: {tmp_path / 'taken'}: cannot be made: file exists"
    )


def test_models(capsys: pytest.CaptureFixture[str]) -> None:
    """Every journey model stands in a line of its own, in the language asked."""
    lines = said(capsys, "models", "--lang", "nl")
    assert [line.split()[0] for line in lines] == list(presets.names())
    assert any(line.endswith("Vijf fasen (voorbeeld krullenkapper)") for line in lines)


@pytest.mark.parametrize("lang", ["en", "nl", "fr"])
@pytest.mark.parametrize("key", presets.names())
def test_show(capsys: pytest.CaptureFixture[str], key: str, lang: str) -> None:
    """Each journey model is told whole, in lines that fit the terminal."""
    model = presets.get(key)
    lines = said(capsys, "show", key, "--lang", lang)
    assert lines[0] == f"{model.label.pick(lang)} ({key})"
    text = " ".join(" ".join(lines).split())
    for element in (*model.phases, *model.lanes):
        assert f"{element.label.pick(lang)} ({element.key})" in text
    for source in model.origin.sources:
        assert " ".join(source.split()) in text
    for move in model.transitions:
        if move.kind != "next":
            assert f"{move.source} → {move.target} ({move.kind})" in text


def test_show_which_meaning_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    """Names with several meanings, of a model or of its phases, come with the one meant."""
    lines = said(capsys, "show", "race", "--lang", "nl")
    text = " ".join(" ".join(lines).split())
    assert str(presets.homonyms.of("race").pick("nl")) in text
    assert str(presets.homonyms.of("race", "engage").pick("nl")) in text


def test_show_lines_of_a_blueprint(capsys: pytest.CaptureFixture[str]) -> None:
    """The lines of a service blueprint stand between its lanes."""
    lines = said(capsys, "show", "service_blueprint")
    assert any("Line of visibility" in line for line in lines)


def test_show_by_alias_and_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    """An alias finds its model, and headings follow the language."""
    lines = said(capsys, "show", "Krullenkapper", "--lang", "nl")
    assert lines[0].endswith("(five_phase_salon)")
    assert "Fasen:" in lines
    assert "Begint met: bewustwording van een behoefte (punt A)" in lines


def test_languages_in_other_spellings(capsys: pytest.CaptureFixture[str]) -> None:
    """Words and headings are in the same language, in whatever way its tag is spelled."""
    plain = said(capsys, "show", "aida", "--lang", "nl")
    assert said(capsys, "show", "aida", "--lang", "nl_NL") == plain
    assert said(capsys, "show", "aida", "--lang", "NL") == plain


def test_what_is_no_language(capsys: pytest.CaptureFixture[str]) -> None:
    """The name of a language is no tag, and does not pass for English in silence."""
    assert refused(capsys, "models", "--lang", "dutch") == (
        "journeykit models: argument --lang: must be a language such as 'nl', not 'dutch' "
        "(see 'journeykit models --help')"
    )


def test_folder_with_the_name_of_a_model(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder is no file of a journey, so that its name can be that of a model."""
    Path("aida").mkdir()
    assert said(capsys, "draw", "aida", "-o", "picture.svg") == ["picture.svg"]


def test_own_models_are_shown_and_begun_with(capsys: pytest.CaptureFixture[str]) -> None:
    """The file of a model does for all verbs what a key does."""
    clinic = jk.JourneyModel("clinic", {"en": "Clinic", "nl": "Kliniek"}, phases=["visit"])
    jk.save(clinic, "clinic.toml")
    assert said(capsys, "show", "clinic.toml", "--lang", "nl")[0] == "Kliniek (clinic)"
    said(capsys, "new", "clinic.toml", "-o", "trip.toml")
    trip = jk.load("trip.toml")
    assert isinstance(trip, jk.Journey)
    assert trip.model == clinic


def test_show_what_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown journey model is answered with the nearest one."""
    assert refused(capsys, "show", "aidaa") == (
        "journeykit: unknown file or journey model 'aidaa', did you mean 'aida'?"
    )


@pytest.mark.parametrize("suffix", ["toml", "yaml", "json"])
def test_new(capsys: pytest.CaptureFixture[str], suffix: str) -> None:
    """A new file holds a journey that can be drawn at once."""
    name = f"mine.{suffix}"
    assert said(capsys, "new", "rean", "-o", name) == [name]
    journey = jk.load(name)
    assert isinstance(journey, jk.Journey)
    assert journey.model == presets.REAN
    assert [spot.phase for spot in journey.touchpoints] == [p.key for p in presets.REAN.phases]
    assert said(capsys, "draw", name, "-o", "mine.svg") == ["mine.svg"]


def test_new_keeps_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    """A file that exists is only overwritten when asked."""
    said(capsys, "new", "aida", "-o", "mine.toml")
    assert refused(capsys, "new", "rean", "-o", "mine.toml") == (
        "journeykit: mine.toml: is there already; choose another name, or add --force"
    )
    said(capsys, "new", "rean", "-o", "mine.toml", "--force")
    journey = jk.load("mine.toml")
    assert isinstance(journey, jk.Journey)
    assert journey.model == presets.REAN


def test_draw_with_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    """What can be asked of a picture in Python can be asked in the shell."""
    jk.save(SALON, "salon.json")
    options = ["--lang", "nl", "--theme", "dark", "--title", "Krullen", "--width", "900"]
    lanes = ["--lanes", "emotions", "touchpoints", "--min-share", "0.1"]
    said(capsys, "draw", "salon.json", "-o", "krul.svg", "--view", "map", *options, *lanes)
    picture = jk.draw(
        SALON,
        "map",
        lang="nl",
        theme="dark",
        title="Krullen",
        width=900,
        lanes=["emotions", "touchpoints"],
        min_share=0.1,
    )
    assert Path("krul.svg").read_text("utf-8") == picture.svg


def test_draw_a_model(capsys: pytest.CaptureFixture[str]) -> None:
    """A ready-made model is drawn by its name."""
    said(capsys, "draw", "see think do care", "-o", "stdc.svg")
    assert Path("stdc.svg").read_text("utf-8") == jk.draw(presets.SEE_THINK_DO_CARE).svg


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("draw", "aidaa", "-o", "x.svg"), "unknown file or journey model 'aidaa', did you mean"),
        (("draw", "none.toml", "-o", "x.svg"), "none.toml: "),
        (
            ("draw", "aida", "-o", "x.docx"),
            "x.docx: cannot tell the format of a picture from '.doc",
        ),
        (
            ("draw", "aida", "-o", "x.svg", "--view", "mpa"),
            "unknown view 'mpa', did you mean 'map'?",
        ),
        (("draw", "aida", "-o", "x.svg", "--theme", "drak"), "unknown theme 'drak', did you mean"),
        (("convert", "none.toml", "x.json"), "none.toml: "),
        (("show", "a\nb"), "unknown file or journey model 'a\\nb'"),
    ],
)
def test_wrong_input(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    """Wrong input is said in one line, and leaves no file behind."""
    assert refused(capsys, *arguments).startswith(f"journeykit: {message}")
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "journeykit: the following arguments are required: VERB"),
        (
            ("new", "aida"),
            "journeykit new: the following arguments are required: -o/--output",
        ),
        (
            ("draw", "a", "-o", "x.svg", "--width", "wide"),
            "journeykit draw: argument --width: invalid float value: 'wide'",
        ),
    ],
)
def test_wrong_words(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    """A call that misses a word is answered in one line, with where to read on."""
    program = message.partition(":")[0]
    assert refused(capsys, *arguments) == f"{message} (see '{program} --help')"


def test_convert(capsys: pytest.CaptureFixture[str]) -> None:
    """A journey comes through other formats as it was."""
    jk.save(SALON, "a.toml")
    for source, target in (("a.toml", "b.json"), ("b.json", "c.yaml"), ("c.yaml", "d.toml")):
        assert said(capsys, "convert", source, target) == [target]
    assert jk.load("d.toml") == SALON


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """The program tells its version."""
    assert said(capsys, "--version") == [f"journeykit {jk.__version__}"]


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupted run ends quietly, with the exit code that shells know."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(presets, "names", interrupt)
    assert run("models") == 130


def test_reader_that_goes_away() -> None:
    """A reader that has seen enough, such as head, is no reason to complain."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "journeykit", "models"],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
@pytest.mark.parametrize("verb", [["schema"], ["models"]])
def test_output_that_cannot_be_written(verb: list[str]) -> None:
    """A full disk behind the output is told in one line, and a closed output is no matter."""
    program = [sys.executable, "-m", "journeykit", *verb]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(program, check=False, stdout=full, stderr=subprocess.PIPE)
    said = b"journeykit: standard output: cannot be written: no space left on device"
    assert (done.returncode, done.stderr.strip()) == (2, said)
    closed = subprocess.run(
        ["/bin/sh", "-c", '"$@" >&-', "sh", *program], check=False, capture_output=True
    )
    assert (closed.returncode, closed.stderr) == (0, b"")


def test_output_that_is_full(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk without room for the output is told in one line, as other wrong input is."""

    class Full(io.StringIO):
        def write(self, _text: str, /) -> NoReturn:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), None)

    monkeypatch.setattr(sys, "stdout", Full())
    assert run("models") == 2
    assert (
        capsys.readouterr().err
        == "journeykit: standard output: cannot be written: no space left on device\n"
    )


def test_output_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell may have closed the output; the work is done all the same."""
    monkeypatch.setattr(sys, "stdout", None)
    assert run("draw", "aida", "-o", "aida.svg") == 0
    assert Path("aida.svg").stat().st_size
    assert run("schema") == 0


def piped(encoding: str, *arguments: str) -> bytes:
    """Return what the program writes into a pipe that has an encoding of its own."""
    return subprocess.run(
        [sys.executable, "-m", "journeykit", *arguments],
        check=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    ).stdout


def test_letters_that_a_pipe_does_not_know() -> None:
    """What an old encoding lacks, such as an arrow, is written by its number."""
    assert rb"AIDA \u2192 REAN" in piped("cp1252", "crosswalk", "aida", "rean")
    assert "Geïnteresseerd".encode("cp1252")[3:] in piped("cp1252", "show", "rean", "--lang", "nl")


def test_what_a_file_will_hold_is_utf_8_in_every_pipe() -> None:
    """A model that a shell writes into a file can be read again, whatever the pipe's encoding."""
    text = piped("cp1252", "show", "rean", "--format", "toml").decode("utf-8")
    assert jk.loads(text, "toml") == presets.REAN


def test_program_is_installed() -> None:
    """The program stands beside Python under its name."""
    program = Path(sys.executable).with_name("journeykit")
    done = subprocess.run([program, "--version"], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout == f"journeykit {jk.__version__}\n"


def test_models_of_a_family(capsys: pytest.CaptureFixture[str]) -> None:
    """A family, and words, narrow the list down."""
    lines = said(capsys, "models", "--family", "funnels")
    assert [line.split()[0] for line in lines] == [m.key for m in presets.family("funnels")]
    lines = said(capsys, "models", "--search", "loyaliteit", "--family", "five_phases")
    found = {model.key for model in presets.search("loyaliteit")}
    assert {line.split()[0] for line in lines} == found & {
        model.key for model in presets.family("five_phases")
    }


def test_models_that_are_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """A search without result says so, and a family that is not there names the known ones."""
    assert run("models", "--search", "xyzzy") == 1
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "journeykit: no journey model fits that\n")
    assert refused(capsys, "models", "--family", "funels").endswith("did you mean 'funnels'?")


@pytest.mark.parametrize("format_", ["toml", "yaml", "json"])
def test_show_as_a_file(capsys: pytest.CaptureFixture[str], format_: str) -> None:
    """A model is told as a file that can be read back."""
    assert run("show", "rean", "--format", format_) == 0
    assert jk.loads(capsys.readouterr().out, format_) == presets.REAN


def test_crosswalk(capsys: pytest.CaptureFixture[str]) -> None:
    """Two models are compared, from files or by name."""
    jk.save(presets.AIDA.evolve(key="mine"), "mine.toml")
    lines = said(capsys, "crosswalk", "mine.toml", "rean")
    assert lines == str(jk.crosswalk(jk.presets.AIDA.evolve(key="mine"), presets.REAN)).splitlines()
    jk.save(SALON, "salon.toml")
    assert said(capsys, "crosswalk", "salon.toml", "backbone")


def test_crosswalk_of_something_else(capsys: pytest.CaptureFixture[str]) -> None:
    """A file without a model is refused."""
    jk.save(jk.Persona("sanne"), "sanne.toml")
    assert refused(capsys, "crosswalk", "sanne.toml", "aida") == (
        "journeykit: sanne.toml: holds no journey model"
    )


def test_translate(capsys: pytest.CaptureFixture[str]) -> None:
    """A journey is told in another model, and what is left out is said."""
    jk.save(SALON, "salon.toml")
    lines = said(capsys, "translate", "salon.toml", "aida", "-o", "told.toml", "--lang", "nl")
    told, left = jk.translate(SALON, presets.AIDA)
    assert jk.load("told.toml") == told
    assert lines[0] == "told.toml"
    assert len(lines) == 1 + len(left)
    kinds = ["touchpoint", "route", "note", "goal", "transition"]
    dutch = ["contactmoment", "route", "notitie", "doel", "overgang"]
    assert list(dict.fromkeys(line.split(" '")[0] for line in lines[1:])) == [
        f"weggelaten: {kind}" for kind in dutch
    ]
    lines = said(capsys, "translate", "salon.toml", "aida", "-o", "told.toml")
    assert list(dict.fromkeys(line.split(" '")[0] for line in lines[1:])) == [
        f"left out: {kind}" for kind in kinds
    ]
    assert run("translate", "salon.toml", "aida", "-o", "told.toml", "--strict") == 1
    assert run("translate", "salon.toml", "backbone", "-o", "told.toml", "--strict") == 0


def test_translate_a_model(capsys: pytest.CaptureFixture[str]) -> None:
    """Only a journey can be translated."""
    assert refused(capsys, "translate", "rean", "aida", "-o", "x.toml") == (
        "journeykit: rean: holds no journey; only a journey can be translated"
    )
