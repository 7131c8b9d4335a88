"""Painting with Graphviz: which engine does it, and what it says when it cannot."""

import itertools
import json
import subprocess
import sys
from pathlib import Path
from time import monotonic as time
from time import sleep
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.drawing import engine, failures, host, program
from journeykit.drawing.engine import paint
from journeykit.drawing.order import Engine, Format, Order
from journeykit.errors import (
    DefinitionError,
    JourneykitError,
    MissingDependencyError,
    RenderError,
    UnknownKeyError,
)

GOOD = 'digraph {node [label="\\N"]; a [pos="20,20" label="Hello"]}'
CRASH = 'digraph {_background="F 14 5 -Times T 0 0 0 10 2 -ab "; a}'
ENDLESS = f"digraph {{{''.join(f'n{a}->n{b};' for a, b in itertools.combinations(range(60), 2))}}}"
HUGE = 'digraph {a [pos="0,0" width=400 height=400]}'
PYGRAPHVIZ = pytest.param("pygraphviz", id="pygraphviz")
DOT = pytest.param("dot", id="dot", marks=pytest.mark.dot)
EACH = pytest.mark.parametrize("by", [PYGRAPHVIZ, DOT])


@pytest.fixture
def no_pygraphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it look as if pygraphviz was not installed."""
    monkeypatch.setitem(sys.modules, "pygraphviz", None)


@pytest.fixture
def no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Make it look as if Graphviz was not installed."""
    monkeypatch.setenv("PATH", str(tmp_path))


def fake_program(folder: Path, script: str) -> Path:
    """Make a program called dot, which does something else."""
    path = folder / "dot"
    path.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    path.chmod(0o755)
    return path


def height(picture: bytes) -> float:
    """Return how far the nodes a and b are apart, from the bottom to the top."""
    places = {node["name"]: node["pos"] for node in json.loads(picture)["objects"]}
    low, high = (float(places[name].split(",")[1]) for name in "ab")
    return abs(high - low)


# --- what comes out ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "by", [PYGRAPHVIZ, DOT, pytest.param("pygraphviz-in-process", id="in-process"), "auto"]
)
@pytest.mark.parametrize(
    ("format_", "begins"),
    [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("svg", b"<?xml"), ("json", b"{")],
)
def test_every_engine_paints_every_format(by: Engine, format_: Format, begins: bytes) -> None:
    """What comes out is the format asked for, and the same when asked for again."""
    first = paint(GOOD, format_, engine=by)
    assert first.startswith(begins)
    assert paint(GOOD, format_, engine=by) == first


@EACH
def test_layouts(by: Engine) -> None:
    """Nodes stay where they are, or are put where Graphviz wants them."""
    placed = 'digraph {node [label="\\N"]; a [pos="10,10"]; b [pos="10,500"]; a -> b}'
    stays = paint(placed, "json", engine=by)
    moves = paint(placed, "json", engine=by, layout="dot")
    assert height(stays) == pytest.approx(490)
    assert height(moves) < 490


# --- what is asked ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"format": "jpeg"}, "unknown format 'jpeg'; known are 'png', 'pdf', 'svg', 'json'"),
        ({"format": "dot"}, "unknown format 'dot'; known are 'png', 'pdf', 'svg', 'json'"),
        ({"engine": "grapviz"}, "unknown engine 'grapviz', did you mean 'pygraphviz'?"),
        ({"layout": "circo"}, "unknown layout 'circo'; known are 'nop2', 'dot'"),
    ],
)
def test_unknown_words(asked: dict[str, str], message: str) -> None:
    """Only what is on our own lists reaches Graphviz."""
    with pytest.raises(UnknownKeyError) as caught:
        paint(GOOD, **{"format": "png", **asked})  # type: ignore[arg-type]
    assert str(caught.value) == message


@pytest.mark.parametrize("timeout", [0, -1, 86_401, float("nan"), float("inf"), True, "5", None])
def test_timeouts_that_are_none(timeout: float) -> None:
    """A timeout is a number of seconds within a day."""
    with pytest.raises(DefinitionError, match=r"^painting PNG: timeout must be seconds, above 0 "):
        paint(GOOD, "png", timeout=timeout)


# --- which engine -----------------------------------------------------------------------


@pytest.mark.dot
@pytest.mark.usefixtures("no_pygraphviz")
def test_auto_takes_the_program_where_there_is_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pygraphviz, the program paints."""
    monkeypatch.setattr(engine, "_HOST", None)
    assert paint(GOOD, "png").startswith(b"\x89PNG")


@pytest.mark.usefixtures("no_program")
def test_auto_takes_the_package_where_there_is_no_program() -> None:
    """With pygraphviz, no program is needed."""
    assert paint(GOOD, "png").startswith(b"\x89PNG")


@pytest.mark.usefixtures("no_pygraphviz", "no_program")
@pytest.mark.parametrize(
    ("by", "kind", "message"),
    [
        (
            "auto",
            MissingDependencyError,
            (
                "painting PNG, where the program 'dot' of Graphviz is not installed either, "
                "needs the package 'pygraphviz'; install it with: pip install 'journeykit[render]'"
            ),
        ),
        (
            "pygraphviz",
            MissingDependencyError,
            (
                "painting PNG needs the package 'pygraphviz'; "
                "install it with: pip install 'journeykit[render]'"
            ),
        ),
        (
            "pygraphviz-in-process",
            MissingDependencyError,
            (
                "painting PNG needs the package 'pygraphviz'; "
                "install it with: pip install 'journeykit[render]'"
            ),
        ),
        (
            "dot",
            RenderError,
            (
                "painting PNG needs the program 'dot', which is not installed; install Graphviz, "
                "or use engine='pygraphviz'"
            ),
        ),
    ],
)
def test_nothing_to_paint_with(by: Engine, kind: type[JourneykitError], message: str) -> None:
    """The message says what to install; an engine asked for by name has no stand-in."""
    with pytest.raises(kind) as caught:
        paint(GOOD, "png", engine=by)
    assert str(caught.value) == message


@pytest.mark.dot
@pytest.mark.usefixtures("no_pygraphviz")
def test_the_package_asked_for_by_name_has_no_stand_in() -> None:
    """The program does not step in for the package."""
    with pytest.raises(MissingDependencyError):
        paint(GOOD, "png", engine="pygraphviz")


@pytest.mark.usefixtures("no_program")
def test_the_program_asked_for_by_name_has_no_stand_in() -> None:
    """The package does not step in for the program."""
    with pytest.raises(RenderError, match="needs the program 'dot'"):
        paint(GOOD, "png", engine="dot")


@pytest.mark.parametrize("change", ["executable", "frozen", "origin"])
def test_where_no_worker_can_start(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A frozen program would start itself in place of Python; so it has no worker."""
    assert host.find() is not None
    if change == "executable":
        monkeypatch.setattr(sys, "executable", "")
    elif change == "frozen":
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    else:
        spec = SimpleNamespace(origin=None)
        monkeypatch.setattr("importlib.util.find_spec", lambda _name: spec)
    assert host.find() is None


# --- what goes wrong --------------------------------------------------------------------


@EACH
@pytest.mark.parametrize(
    ("dot", "message"),
    [
        ("digraph {", r"(cannot|gave up).* syntax error in line 1"),
        ("", r"Graphviz cannot paint SVG: "),
        ("// /etc/passwd", r"Graphviz cannot paint SVG: "),
        ("\ud800", r"(cannot|gave up).* syntax error in line 1"),
    ],
)
def test_no_graph(by: Engine, dot: str, message: str, capfd: pytest.CaptureFixture[str]) -> None:
    """What Graphviz complains of stands in the error, and nowhere else."""
    with pytest.raises(RenderError, match=message) as caught:
        paint(dot, "svg", engine=by)
    assert "\n" not in str(caught.value)
    assert capfd.readouterr() == ("", "")


@EACH
def test_a_crash_is_an_error(by: Engine, capfd: pytest.CaptureFixture[str]) -> None:
    """A crash of Graphviz is told with its signal, and the next picture works."""
    message = r"^Graphviz crashed \(SIG\w+\) while painting SVG: .*; try another engine, or SVG"
    with pytest.raises(RenderError, match=message):
        paint(CRASH, "svg", engine=by, layout="dot")
    assert paint(GOOD, "png", engine=by).startswith(b"\x89PNG")
    assert capfd.readouterr() == ("", "")


@EACH
def test_too_much_memory(by: Engine) -> None:
    """A picture that does not fit the memory is told so, and the next one works."""
    with pytest.raises(RenderError) as caught:
        paint(HUGE, "png", engine=by)
    message = "painting PNG needs more than 1,024 MiB of memory; draw less, or smaller"
    assert str(caught.value) == message
    assert paint(GOOD, "png", engine=by).startswith(b"\x89PNG")


@EACH
def test_too_slow(by: Engine) -> None:
    """A graph that would take hours is given up in time, and the next picture works."""
    start = time()
    with pytest.raises(RenderError) as caught:
        paint(ENDLESS, "svg", engine=by, layout="dot", timeout=0.75)
    assert time() - start < 5
    assert str(caught.value) == (
        "painting SVG took more than 0.75 s and was stopped; "
        "give it longer with timeout=, or draw less"
    )
    assert paint(GOOD, "png", engine=by).startswith(b"\x89PNG")


def test_in_process_errors() -> None:
    """In process, an error of pygraphviz is ours as well."""
    with pytest.raises(RenderError, match=r"^Graphviz cannot paint SVG: DotError: Invalid Input$"):
        paint("", "svg", engine="pygraphviz-in-process")


def test_in_process_waits_for_its_turn() -> None:
    """In process, one thread paints at a time, and the others do not wait for ever."""
    with engine._IN_PROCESS, pytest.raises(RenderError, match=r"took more than 0\.01 s"):  # noqa: SLF001
        paint(GOOD, "svg", engine="pygraphviz-in-process", timeout=0.01)


@pytest.mark.parametrize("begin", ["print('nothing')", "print('%PDF-1.5')", "import sys"])
def test_half_a_picture(begin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no whole picture is not handed out as one."""
    monkeypatch.setenv("PATH", str(fake_program(tmp_path, begin).parent))
    with pytest.raises(RenderError, match=r"^Graphviz (painted no whole|cannot paint) PDF"):
        paint(GOOD, "pdf", engine="dot")


def test_a_program_that_cannot_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is none is told so in one line."""
    path = fake_program(tmp_path, "")
    path.write_bytes(b"no program")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderError) as caught:
        paint(GOOD, "png", engine="dot")
    assert str(caught.value) == "the process that paints PNG cannot be started: exec format error"


def test_a_program_that_starts_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is stopped takes with it those that it started."""
    mark = tmp_path / "mark"
    script = f"""
import os, pathlib, time
if os.fork() == 0:
    time.sleep(2)
    pathlib.Path({str(mark)!r}).touch()
time.sleep(10)
"""
    monkeypatch.setenv("PATH", str(fake_program(tmp_path, script).parent))
    start = time()
    with pytest.raises(RenderError, match="took more than"):
        paint(GOOD, "png", engine="dot", timeout=0.5)
    assert time() - start < 5
    sleep(2.5)
    assert not mark.exists()


def test_complaints_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that does not stop complaining fills neither memory nor disk."""
    script = "import sys\nwhile True: sys.stderr.buffer.write(b'x' * 2**20)"
    monkeypatch.setenv("PATH", str(fake_program(tmp_path, script).parent))
    with pytest.raises(RenderError, match="gave up") as caught:
        paint(GOOD, "png", engine="dot", timeout=60)
    assert len(str(caught.value)) < 400


@pytest.mark.dot
def test_an_interrupted_program_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who presses Ctrl-C while the program paints leaves no process behind."""
    started: list[subprocess.Popen[bytes]] = []

    class Interrupted(subprocess.Popen[bytes]):
        def communicate(self, *args: Any, **kwargs: Any) -> tuple[bytes, bytes]:  # noqa: ANN401
            started.append(self)
            if len(started) == 1:
                raise KeyboardInterrupt
            return super().communicate(*args, **kwargs)

    monkeypatch.setattr(subprocess, "Popen", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        paint(GOOD, "png", engine="dot")
    assert started[0].returncode is not None


def test_limits_of_a_process_that_has_ended() -> None:
    """Nothing is limited, and nothing goes wrong."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    program._limit(process.pid, 1)  # noqa: SLF001


# --- what is said about it --------------------------------------------------------------

ORDER = Order("", "png", "nop2", 1)


@given(st.text(), st.integers(-70, 255))
def test_failures_are_one_line(said: str, code: int) -> None:
    """Whatever Graphviz prints, the error is one line, and not too long."""
    for error in (failures.ended(ORDER, code, said), failures.refused(ORDER, said)):
        assert len(str(error).splitlines()) == 1
        assert len(str(error)) < 400


@pytest.mark.parametrize(
    ("code", "said", "message"),
    [
        (-11, "", "crashed (SIGSEGV) while painting PNG: it did not say why"),
        (-99, "", "crashed (signal 99) while painting PNG: it did not say why"),
        (1, "one\n\n two  words", "gave up (exit status 1) while painting PNG: one"),
        (
            1,
            "Warning: a\nError: b\nError: c",
            "gave up (exit status 1) while painting PNG: Error: b",
        ),
        (1, "Fontconfig error: x\nlost", "gave up (exit status 1) while painting PNG: lost"),
        (
            1,
            "Fontconfig error: x",
            "gave up (exit status 1) while painting PNG: it did not say why",
        ),
    ],
)
def test_what_is_said(code: int, said: str, message: str) -> None:
    """The line that tells most is taken, and what libraries say of fonts is not."""
    way_out = "; try another engine, or SVG, which needs none"
    assert str(failures.ended(ORDER, code, said)) == f"Graphviz {message}{way_out}"


@pytest.mark.parametrize("said", ["out of memory", "MemoryError: ", "std::bad_alloc"])
def test_memory_is_recognised(said: str) -> None:
    """Libraries say in several ways that there is no memory."""
    message = "painting PNG needs more than 1,024 MiB of memory; draw less, or smaller"
    assert str(failures.ended(ORDER, 1, said)) == message
    assert str(failures.refused(ORDER, said)) == message


def test_an_error_without_words() -> None:
    """An error of the system may have no words of its own."""
    error = failures.not_started(ORDER, OSError("No Such Thing"))
    assert str(error) == "the process that paints PNG cannot be started: no such thing"


def test_what_is_left_of_an_order() -> None:
    """Time runs, and never below zero."""
    order = Order("", "png", "nop2", 0.01)
    assert 0 <= order.left <= 0.01
    sleep(0.02)
    assert order.left == 0
