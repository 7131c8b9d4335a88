"""Every code block of the README, its neighbours and the documentation does what it says.

A document is one test: its blocks build on each other, so they run in order and in one process,
whichever way the rest of the suite is shuffled or spread.

- ``python`` runs; with ``>>>`` the output has to match.
- ``console`` runs each line that begins with ``$ journeykit``; what stands below is its output,
  in which ``...`` stands for anything. Lines with ``$ pip`` need a network and are not run.
- ``toml``, ``json`` and ``yaml`` are read, by journeykit where they name its format. Below a line
  ``<!-- file: NAME -->`` they, and ``csv`` and ``mermaid``, are files that later blocks find.
- ``sh``, and ``console`` without a ``$``, hold set-up commands, which need a network; they have to
  be good shell.
- ``text`` is what it says.
"""

import doctest
import json
import os
import re
import shlex
import subprocess
import sysconfig
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from sybil import Document, Example
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.typing import Parser

import journeykit

ROOT = Path(__file__).parent.parent
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
FENCE = re.compile(r"^[ \t>*-]*(```+|~~~+)[ \t]*(?P<info>[^\n`]+)$", re.MULTILINE)
FILE = re.compile(r"<!-- file: (?P<name>[\w.-]+) -->\s*\Z")
LINK = re.compile(r"\]\(([^)#\s]*)")
VERSION = re.compile(r"""^[\s{]*["']?journeykit["']?\s*[=:]""", re.MULTILINE)
READERS: dict[str, Callable[[str], object]] = {
    "toml": tomllib.loads,
    "json": json.loads,
    "yaml": yaml.safe_load,
    "csv": str.splitlines,
    "mermaid": str.splitlines,
}


def documents() -> list[Path]:
    """List the pages in the root and those of the documentation."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    return sorted(page for page in pages if "_build" not in page.parts)


def run_console(example: Example) -> str | None:
    """Run the commands of a console block and compare what they print."""
    if not re.search(r"^\$ ", str(example.parsed), re.MULTILINE):
        return check_shell(example)
    scripts = sysconfig.get_path("scripts")
    environment = {**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    for block in re.split(r"^\$ ", str(example.parsed), flags=re.MULTILINE)[1:]:
        command, _, expected = block.partition("\n")
        program, *arguments = shlex.split(command, comments=True)
        if program == "pip":
            continue
        if program != "journeykit":
            return f"{program!r} is not journeykit; show other commands in a 'sh' block"
        done = subprocess.run(
            [Path(scripts, program), *arguments],
            check=False,
            encoding="utf-8",
            env=environment,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
        )
        if not doctest.OutputChecker().check_output(expected, done.stdout, FLAGS):
            return f"{command}\nexpected:\n{expected}\ngot:\n{done.stdout}"
    return None


def read_file(example: Example) -> str | None:
    """Read the file that a block shows, and leave it for the blocks that follow."""
    text, language = str(example.parsed), example.region.lexemes["arguments"]
    READERS[language](text)
    if VERSION.search(text):
        journeykit.loads(text, language)
    if named := FILE.search(example.document.text[: example.start]):
        Path(named["name"]).write_text(text, encoding="utf-8")
    return None


def check_shell(example: Example) -> str | None:
    """Ask the shell whether it could read the commands."""
    done = subprocess.run(
        ["/bin/sh", "-n"], check=False, capture_output=True, input=example.parsed, text=True
    )
    return done.stderr or None


PARSERS: list[Parser] = [
    PythonCodeBlockParser(doctest_optionflags=FLAGS),
    CodeBlockParser("console", run_console),
    CodeBlockParser("sh", check_shell),
    *(CodeBlockParser(language, read_file) for language in READERS),
]


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_document(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All blocks of a document run, one after the other, in a scratch folder."""
    monkeypatch.chdir(tmp_path)
    document = Document.parse(str(path), *PARSERS)
    document.namespace["__name__"] = "__main__"
    for example in document.examples():
        example.evaluate()


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_languages(path: Path) -> None:
    """A block says its language, so that none goes unchecked by mistake."""
    known = {"python", "console", "sh", "text", *READERS}
    text = path.read_text(encoding="utf-8")
    fences = [match["info"].strip() for match in FENCE.finditer(text)]
    opened = len(re.findall(r"^[ \t>*-]*(?:```+|~~~+)", text, re.MULTILINE))
    assert [info for info in fences if info not in known and not info.startswith("{")] == []
    assert opened == 2 * len(fences), "a block without a language, or one that is not closed"


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links(path: Path) -> None:
    """A link or a picture that stays in the project leads somewhere."""
    links = LINK.findall(path.read_text(encoding="utf-8"))
    inside = [link for link in links if not re.match(r"[a-z]+:|#|$", link)]
    assert [link for link in inside if not (path.parent / link).exists()] == []


def test_reference_is_complete() -> None:
    """Every public name of the front door stands in the reference, once."""
    pages = (ROOT / "docs" / "reference").glob("*.md")
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    described = re.findall(r"^\.\. auto(?!module)\w+:: journeykit\.(\w+)$", text, re.MULTILINE)
    assert sorted(described) == sorted(
        {*journeykit.__all__} - {"__version__", "analysis", "presets", "testing"}
    )
