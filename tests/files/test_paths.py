"""Files as the system has them: names, folders, rights, pipes, and crashes half-way."""

import errno
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest

from journeykit import FileError, Journey, MissingDependencyError, dumps, load, loads, save
from journeykit.files import source
from journeykit.files.formats import FORMATS

VISIT = Journey("visit", touchpoints=["door", "desk"])
KNOWN = f"known are {', '.join(repr(f'.{name}') for name in FORMATS)}"
KNOWN_NAMES = f"known are {', '.join(map(repr, FORMATS))}"
# Saves two journeys in turn, one of them long, until it is stopped.
SAVES = """
import sys
from journeykit import Journey, save
short = Journey("visit")
long = Journey("visit", touchpoints=[f"t{number}" for number in range(2000)])
save(short, sys.argv[1])
print("begun", flush=True)
while True:
    save(long, sys.argv[1])
    save(short, sys.argv[1])
"""


def refused(action: Callable[..., Any], *arguments: object) -> str:
    """Return what is said of a file, without its name."""
    with pytest.raises(FileError) as caught:
        action(*arguments)
    assert "\n" not in str(caught.value)
    (problem,) = caught.value.problems
    assert str(caught.value) == f"{caught.value.file}: {problem}"
    return problem


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("visit", f"a suffix must tell the format; {KNOWN}"),
        (".json", f"a suffix must tell the format; {KNOWN}"),
        ("visit.", f"a suffix must tell the format; {KNOWN}"),
        ("visit.docx", f"unknown suffix '.docx'; {KNOWN}"),
        ("visit.tml", f"unknown suffix '.tml', did you mean '.toml'?; {KNOWN}"),
        ("visit.json.bak", f"unknown suffix '.bak'; {KNOWN}"),
    ],
)
def test_suffixes(name: str, problem: str, tmp_path: Path) -> None:
    """A suffix that tells no format is refused, and the known ones are listed."""
    assert refused(load, tmp_path / name) == problem
    assert refused(save, VISIT, tmp_path / name) == problem
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("tml", f"unknown format 'tml', did you mean 'toml'?; {KNOWN_NAMES}"),
        (".toml", f"unknown format '.toml', did you mean 'toml'?; {KNOWN_NAMES}"),
        ("png", f"unknown format 'png'; {KNOWN_NAMES}"),
        (None, f"unknown format None; {KNOWN_NAMES}"),
        (["json"], f"unknown format ['json']; {KNOWN_NAMES}"),
    ],
)
def test_formats(name: str, problem: str) -> None:
    """A format that is not known is refused, and the known ones are listed."""
    assert refused(dumps, VISIT, name) == problem
    assert refused(loads, "", name) == problem


@pytest.mark.parametrize("path", [5, None, b"visit.json", ["visit.json"]])
def test_no_paths(path: Any) -> None:  # noqa: ANN401 - anything but a path
    """What is no path is told."""
    for action in (lambda: load(path), lambda: save(VISIT, path)):
        assert refused(action) == "a path must be a string or a path object"


@pytest.mark.parametrize("subject", [None, "visit", {"key": "visit"}, VISIT.touchpoints[0]])
def test_no_subjects(subject: Any, tmp_path: Path) -> None:  # noqa: ANN401 - anything at all
    """Only journeys, models and personas are files of their own."""
    problem = refused(save, subject, tmp_path / "visit.json")
    assert problem.startswith("what is saved must be a Journey, a JourneyModel or a Persona, not ")
    assert not list(tmp_path.iterdir())


def test_subclasses(tmp_path: Path) -> None:
    """A class of one's own could not be read back, so it is not written."""

    class Mine(Journey):
        pass

    assert refused(save, Mine("visit"), tmp_path / "visit.json").startswith("what is saved must")


def test_missing(tmp_path: Path) -> None:
    """A file that is not there is told."""
    assert refused(load, tmp_path / "visit.json") == "cannot be read: no such file or directory"
    path = tmp_path / "no" / "visit.json"
    assert refused(load, path) == "cannot be read: no such file or directory"
    assert refused(save, VISIT, path) == "cannot be written: no such file or directory"


def test_folders(tmp_path: Path) -> None:
    """A folder is no file, whatever its name."""
    path = tmp_path / "folder.json"
    path.mkdir()
    assert refused(load, path) == "cannot be read: it is a folder"
    assert refused(save, VISIT, path) == "cannot be written: it is a folder"
    inside = tmp_path / "file.json"
    inside.write_text("{}")
    assert refused(load, inside / "x.json") == "cannot be read: not a directory"
    assert refused(save, VISIT, inside / "x.json") == "cannot be written: not a directory"


def test_odd_names(tmp_path: Path) -> None:
    """Names with null characters are refused, and all messages stay on one line."""
    assert refused(load, tmp_path / "a\0b.json") == "is no valid file name"
    assert refused(save, VISIT, tmp_path / "a\0b.json") == "is no valid file name"
    assert refused(load, f"{'x' * 300}.json") == "cannot be read: file name too long"
    assert refused(load, tmp_path / "two\nlines.json").startswith("cannot be read: ")
    assert refused(save, VISIT, tmp_path / "two\nlines" / "x.json").startswith("cannot be writ")
    for name in ("two\nlines é.json", f"{'😀' * 62}.json"):
        save(VISIT, tmp_path / name)
        assert load(tmp_path / name) == VISIT


def test_pipes_and_sockets(tmp_path: Path) -> None:
    """What is no ordinary file is neither waited for nor replaced."""
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    assert refused(load, pipe) == "cannot be read: it is no ordinary file"
    assert refused(save, VISIT, pipe) == "cannot be written: it is no ordinary file"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    endless = tmp_path / "endless.json"
    endless.symlink_to("/dev/zero")
    assert refused(load, endless) == "cannot be read: it is no ordinary file"
    assert refused(save, VISIT, endless) == "cannot be written: it is no ordinary file"
    assert stat.S_ISCHR(Path("/dev/zero").stat().st_mode)
    plug_path = tmp_path / "plug.json"
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(str(plug_path))
        assert refused(load, plug_path) == "cannot be read: it is no ordinary file"


def test_loops(tmp_path: Path) -> None:
    """A link that leads to itself is told."""
    path = tmp_path / "loop.json"
    path.symlink_to(path)
    assert refused(load, path) == "cannot be read: too many levels of symbolic links"
    assert refused(save, VISIT, path) == "cannot be written: too many levels of symbolic links"


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond all measure is not read."""
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(100_000_001)
    assert refused(load, path) == "is larger than 100 MB"
    monkeypatch.setattr(source, "_LARGEST", 100_000_001)
    assert refused(load, path) == "byte 0: not valid UTF-8; save the file as UTF-8"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\n\t \n", "is empty"),
        (b'{"\xe9": 1}', "byte 2: not valid UTF-8; save the file as UTF-8"),
        (b'\xef\xbb\xbf{"\xe9": 1}', "byte 5: not valid UTF-8; save the file as UTF-8"),
        ("{}".encode("utf-16"), "byte 3: not valid UTF-8; save the file as UTF-8"),
        ("{}".encode("utf-16-be"), "byte 0: not valid UTF-8; save the file as UTF-8"),
        (b"{}\xed\xa0\x80", "byte 2: not valid UTF-8; save the file as UTF-8"),
    ],
)
@pytest.mark.parametrize("kind", ["json", "yaml", "toml"])
def test_encodings(content: bytes, problem: str, kind: str, tmp_path: Path) -> None:
    """Files are UTF-8; any other is told with the byte that gives it away."""
    path = tmp_path / f"visit.{kind}"
    path.write_bytes(content)
    with pytest.raises(FileError) as caught:
        load(path)
    assert str(caught.value) == f"{path}: {problem}"


def test_problems_name_the_file(tmp_path: Path) -> None:
    """What is wrong inside a file is told with its name."""
    path = tmp_path / "visit.toml"
    path.write_text("journeykit = 1\nkey = 5\n")
    with pytest.raises(FileError) as caught:
        load(path)
    assert str(caught.value) == f"{path}: key must be a string, not 5 @ $.key"
    assert caught.value.file == str(path)


def test_no_recursion_is_left() -> None:
    """A caller who is deep down already gets an error of ours as well."""

    def down() -> None:
        try:
            down()
        except RecursionError:
            loads('{"journeykit": 1, "key": "j", "data": {"a": [[1]]}}', "json")

    with pytest.raises(FileError, match=r"^<text>: nested too deep to be read$"):
        down()


@pytest.mark.parametrize(("kind", "package"), [("yaml", "yaml"), ("toml", "tomli_w")])
def test_missing_packages(
    kind: str, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the package that it takes, nothing is written, and the extra is named."""
    text = dumps(VISIT, kind)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingDependencyError) as caught:
        save(VISIT, tmp_path / f"visit.{kind}")
    assert str(caught.value) == (
        f"writing {kind.upper()} needs the package {package!r}; "
        f"install it with: pip install 'journeykit[{kind}]'"
    )
    assert not list(tmp_path.iterdir())
    if kind == "yaml":
        with pytest.raises(MissingDependencyError, match=r"^reading YAML needs the package 'yaml'"):
            loads(text, kind)
    else:
        assert loads(text, kind) == VISIT


# --- whole or not at all ----------------------------------------------------------------


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
def test_rights_are_kept(mode: int, tmp_path: Path) -> None:
    """A file that is replaced keeps its rights."""
    path = tmp_path / "visit.json"
    path.write_text("old")
    path.chmod(mode)
    save(VISIT, path)
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert load(path) == VISIT


def test_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written is not replaced, whatever its folder allows."""
    path = tmp_path / "visit.json"
    save(VISIT, path)
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_: False)  # the tests may run as root
    assert refused(save, Journey("other"), path) == "cannot be written: permission denied"
    assert load(path) == VISIT


def test_rights_of_new_files(tmp_path: Path) -> None:
    """A new file has the rights that any new file has."""
    plain = tmp_path / "plain"
    plain.write_text("x")
    save(VISIT, tmp_path / "visit.json")
    assert (tmp_path / "visit.json").stat().st_mode == plain.stat().st_mode


def test_links_are_followed(tmp_path: Path) -> None:
    """Saving to a link writes the file that it leads to."""
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "visit.json"
    link = tmp_path / "link.json"
    link.symlink_to(target)
    save(VISIT, link)
    assert link.is_symlink()
    assert load(target) == load(link) == VISIT
    assert [path.name for path in target.parent.iterdir()] == ["visit.json"]


@pytest.mark.parametrize("function", ["fsync", "replace", "write", "open"])
def test_failures(function: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever fails, the old file stays as it was and nothing else is left."""
    path = tmp_path / "visit.json"
    save(VISIT, path)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    class Full:
        """Stands for a file on a disk that is full."""

        def __init__(self, descriptor: int, *_: object) -> None:
            self.descriptor = descriptor
            self.write = full

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self.descriptor)

    with monkeypatch.context() as patch:
        if function == "replace":
            patch.setattr(Path, "replace", full)
        elif function == "write":
            patch.setattr(os, "fdopen", Full)
        else:
            patch.setattr(os, function, full)
        problem = refused(save, Journey("other"), path)
    assert problem == "cannot be written: no space left on device"
    assert load(path) == VISIT
    assert [each.name for each in tmp_path.iterdir()] == ["visit.json"]


def test_interrupts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An impatient user leaves no half a file either."""
    path = tmp_path / "visit.json"
    save(VISIT, path)

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            save(Journey("other"), path)
    assert load(path) == VISIT
    assert [each.name for each in tmp_path.iterdir()] == ["visit.json"]


def test_crashes(tmp_path: Path) -> None:
    """However often a program is killed while it saves, the file is whole."""
    path = tmp_path / "visit.json"
    seen = set()
    for turn in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", SAVES, str(path)], stdout=subprocess.PIPE, text=True
        ) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == "begun\n"
            time.sleep(0.005 * turn)
            program.send_signal(signal.SIGKILL)
        journey = load(path)
        assert isinstance(journey, Journey)
        seen.add(len(journey.touchpoints))
    assert seen <= {0, 2000}
