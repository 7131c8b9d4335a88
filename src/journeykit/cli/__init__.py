"""The command line: each verb is a module that calls one function of the library.

Exit codes: 0 when all is good, 1 for findings or differences where they were asked to count,
2 for wrong input, which is said in one line.
"""

import argparse
import contextlib
import io
import os
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from journeykit import __version__
from journeykit.cli import (
    check,
    compare,
    convert,
    crosswalk,
    demo,
    draw,
    fit,
    models,
    new,
    schema,
    show,
    simulate,
    translate,
)
from journeykit.cli.arguments import WRONG_INPUT, Parser
from journeykit.errors import FileError, JourneykitError, reason_of

__all__ = ["main"]

_INTERRUPTED: Final = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: The words after the program's name; those of the process when not given.

    Returns:
        The exit code: 0 good, 1 findings or differences, 2 wrong input.
    """
    _have_all_letters_written()
    try:
        options = _parser().parse_args(arguments)
        run: Callable[[argparse.Namespace], int] = options.run
        with _one_line_warnings():
            code = run(options)
        print(end="", flush=True)  # unlike the flush of a stream, also where a shell closed it
    except JourneykitError as error:
        return _refused(error)
    except OSError as error:
        # Python must not try to write the rest, and complain, when it ends.
        with contextlib.suppress(OSError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # the reader (head, less) has seen enough
            return 0
        place = error.filename or "standard output"
        return _refused(FileError(place, f"cannot be written: {reason_of(error)}"))
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _have_all_letters_written() -> None:
    """Have a letter that the encoding of a terminal or a pipe lacks written by its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _refused(error: JourneykitError) -> int:
    print(f"journeykit: {_one_line(error)}", file=sys.stderr)
    return WRONG_INPUT


def _one_line(error: JourneykitError | Warning | str) -> str:
    return " ".join(str(error).split())


@contextlib.contextmanager
def _one_line_warnings() -> Iterator[None]:
    """Have each warning printed on one line and once, without the place in the code."""
    told: set[str] = set()

    def written(message: Warning | str, *_place: object, **_named: object) -> str:
        line = f"journeykit: warning: {_one_line(message)}\n"
        if line in told:
            return ""
        told.add(line)
        return line

    usual = warnings.formatwarning
    warnings.formatwarning = written
    try:
        yield
    finally:
        warnings.formatwarning = usual


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="journeykit",
        description="Model customer journeys, draw them, question them and measure them.",
    )
    parser.add_argument("--version", action="version", version=f"journeykit {__version__}")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    demo.add(verbs)
    models.add(verbs)
    show.add(verbs)
    new.add(verbs)
    draw.add(verbs)
    convert.add(verbs)
    schema.add(verbs)
    check.add(verbs)
    compare.add(verbs)
    fit.add(verbs)
    simulate.add(verbs)
    crosswalk.add(verbs)
    translate.add(verbs)
    return parser
