"""What verbs share: the parser, arguments, and what they name."""

import argparse
import io
import os
import shutil
import sys
import textwrap
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias

from journeykit.errors import FileError, UnknownKeyError
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.text import LANGUAGE

WRONG_INPUT: Final = 2
Verbs: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001 - it has no other name


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Say it, and end."""
        self.exit(WRONG_INPUT, f"{self.prog}: {message} (see '{self.prog} --help')\n")


def add_lang(verb: argparse.ArgumentParser) -> None:
    """Add the language to a verb."""
    verb.add_argument(
        "--lang", type=_language, default="en", metavar="L", help="language: en (default) or nl"
    )


def _language(tag: str) -> str:
    if LANGUAGE.fullmatch(tag) is None:
        raise argparse.ArgumentTypeError(f"must be a language such as 'nl', not {tag!r}")
    return tag


def add_format(verb: argparse.ArgumentParser) -> None:
    """Add the choice between words and JSON to a verb."""
    verb.add_argument(
        "--format", choices=("text", "json"), default="text", help="text (default) or json"
    )


def add_output(verb: argparse.ArgumentParser, what: str) -> None:
    """Add the file to write to a verb."""
    verb.add_argument("-o", "--output", required=True, metavar="FILE", help=f"where to: {what}")


def add_reading(verb: argparse.ArgumentParser) -> None:
    """Add what has to be known to read some files to a verb."""
    verb.add_argument(
        "--scale",
        nargs=2,
        type=float,
        metavar=("LOW", "HIGH"),
        help="the lowest and the highest score in a .mmd or .md file (usually 1 and 5)",
    )
    verb.add_argument(
        "--block", type=int, metavar="N", help="which of several journeys in a .md file, from 1"
    )
    verb.add_argument(
        "--encoding", metavar="E", help="the encoding of a .csv or .tsv file, for instance cp1252"
    )
    verb.add_argument(
        "--model", metavar="KEY", help="the journey model of a .csv, .tsv or .xlsx file"
    )


def reading_of(options: argparse.Namespace) -> dict[str, Any]:
    """Return what has to be known to read a file, as `journeykit.load` takes it."""
    scale = None if options.scale is None else tuple(options.scale)
    return {
        "scale": scale,
        "block": options.block,
        "encoding": options.encoding,
        "model": options.model,
    }


def subject_of(name: str, **reading: Any) -> object:  # noqa: ANN401 - handed on
    """Return what a file holds, or the ready-made model that has the name."""
    from journeykit import load, presets

    if Path(name).suffix or os.sep in name or Path(name).is_file():
        return load(name, **reading)
    try:
        return presets.get(name)
    except UnknownKeyError as error:
        raise UnknownKeyError("file or journey model", name, error.known) from None


def journey_of(name: str, purpose: str) -> Journey:
    """Return the journey that a file holds.

    Args:
        name: The file.
        purpose: What only a journey can, such as ``"be compared"``.
    """
    subject = subject_of(name)
    if not isinstance(subject, Journey):
        raise FileError(name, f"holds no journey; only a journey can {purpose}")
    return subject


def model_of(name: str) -> JourneyModel:
    """Return the journey model that a file holds or follows, or the ready-made one."""
    subject = subject_of(name)
    if isinstance(subject, Journey) and subject.model is not None:
        return subject.model
    if not isinstance(subject, JourneyModel):
        raise FileError(name, "holds no journey model")
    return subject


def print_file(text: str) -> None:
    """Print what another program reads or a file will hold, in the encoding that files have."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")
    print(text.removesuffix("\n"))


def wrapped(words: str, indent: str = "") -> list[str]:
    """Break words into lines that fit the terminal."""
    width = max(40, min(shutil.get_terminal_size().columns, 100))
    later = " " * len(indent)
    return textwrap.wrap(
        words, width, initial_indent=indent, subsequent_indent=later, break_on_hyphens=False
    )
