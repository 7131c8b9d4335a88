"""Errors: what went wrong, where, and the way out, on one line."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import journeykit
from journeykit import Stage
from journeykit.errors import (
    AnalysisError,
    DefinitionError,
    DroppedRowsWarning,
    EventError,
    FileError,
    Hints,
    JourneykitError,
    LossyFormatWarning,
    MissingDependencyError,
    RenderError,
    UnknownKeyError,
    list_problems,
    shown,
    suggestion,
)

ERRORS = [
    DefinitionError("Touchpoint 'desk'", ["emotion is 3", "importance is 9"]),
    UnknownKeyError("phase", "a", ["b", "c"], "journey model 'aida'"),
    AnalysisError("no way leads out of 'desk'"),
    EventError("column 'ts' has 3 nulls"),
    FileError("shop.toml", ["unknown touchpoint 'pay' @ $.transitions[0].target"]),
    RenderError("dot took longer than 20 s"),
    MissingDependencyError("yaml", "yaml", "reading YAML"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_survive_copying(error: JourneykitError) -> None:
    """Errors can cross to another process with all that they know."""
    for other in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):  # noqa: S301
        assert type(other) is type(error)
        assert str(other) == str(error)
        assert vars(other) == vars(error)


@pytest.mark.parametrize(
    ("error", "standard"),
    [
        (DefinitionError, ValueError),
        (UnknownKeyError, LookupError),
        (AnalysisError, ValueError),
        (EventError, ValueError),
        (FileError, ValueError),
        (RenderError, RuntimeError),
        (MissingDependencyError, ImportError),
    ],
)
def test_errors_are_standard_errors_too(
    error: type[JourneykitError], standard: type[Exception]
) -> None:
    """Who knows Python's own errors can catch ours; who knows the root catches all."""
    assert issubclass(error, standard)
    assert issubclass(error, JourneykitError)
    assert getattr(journeykit, error.__name__) is error


def test_warnings_can_be_filtered_by_class() -> None:
    """What is lost or dropped is warned of, each with a class of its own."""
    for warning in (LossyFormatWarning, DroppedRowsWarning):
        assert issubclass(warning, UserWarning)
        assert getattr(journeykit, warning.__name__) is warning


def test_file_error_names_the_file() -> None:
    """One problem or several; the file comes first."""
    assert str(FileError("a.toml", "no such file")) == "a.toml: no such file"
    error = FileError("<text>", ["one", "two"])
    assert error.problems == ("one", "two")
    assert str(error) == "<text>: one; two"


def test_missing_dependency_says_how_to_install() -> None:
    """The message can be pasted into a shell."""
    assert str(MissingDependencyError("yaml", "yaml", "reading YAML")) == (
        "reading YAML needs the package 'yaml'; install it with: pip install 'journeykit[yaml]'"
    )


def test_problems_are_cut_after_twenty() -> None:
    """Nobody reads the rest, and all are in the attribute."""
    problems = [f"p{number}" for number in range(25)]
    assert list_problems(problems[:20]) == "; ".join(problems[:20])
    assert list_problems(problems) == "; ".join(problems[:20]) + "; … and 5 more"
    assert len(DefinitionError("x", problems).problems) == 25


def test_known_keys_are_cut_after_twelve() -> None:
    """A catalogue does not fill the screen."""
    error = UnknownKeyError("channel", "?", [str(number) for number in range(15)])
    assert str(error).endswith(
        "known are '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11' and 3 more"
    )
    assert len(error.known) == 15


@pytest.mark.parametrize(
    ("key", "known", "message"),
    [
        ("aids", ["aida", "rean"], "unknown model 'aids', did you mean 'aida'?"),
        ("x", ["aida"], "unknown model 'x'; known are 'aida'"),
        ("x", [], "unknown model 'x'; there are none"),
        (7, ["aida"], "unknown model 7; known are 'aida'"),
        ("AIDA", ["aidas", "aida"], "unknown model 'AIDA', did you mean 'aida'?"),
        ("ZMOT", ["fmot", "zmot"], "unknown model 'ZMOT', did you mean 'zmot'?"),
        ("loyal", [Stage.LOYALTY], "unknown model 'loyal', did you mean 'loyalty'?"),
    ],
)
def test_unknown_keys(key: object, known: list[str], message: str) -> None:
    """What comes near is suggested; else what is there is listed."""
    assert str(UnknownKeyError("model", key, known)) == message


def test_no_suggestions_among_thousands() -> None:
    """Where comparing would take long, nothing is suggested."""
    words = [f"step {number}" for number in range(201)]
    assert suggestion("step", words) == ""
    assert suggestion("step", words[:200]) != ""


def test_suggestions_end_when_nobody_reads_them() -> None:
    """The first twenty are shown, so that the others need not be looked for."""
    hints = Hints()
    assert {hints("aids", ["aida"]) for _ in range(20)} == {", did you mean 'aida'?"}
    assert hints("aids", ["aida"]) == ""


class Unprintable:
    """Something that cannot be printed."""

    def __repr__(self) -> str:
        raise RecursionError


class Wide:
    """Something that prints on several lines."""

    def __repr__(self) -> str:
        return "<one\n   two>"


def test_values_are_shown_on_one_line() -> None:
    """Long ones are cut, those on several lines joined, those that cannot be printed named."""
    assert shown("a\nb") == "'a\\nb'"
    assert shown(Wide()) == "<one two>"
    assert shown(Unprintable()) == "<Unprintable that cannot be printed>"
    assert shown(10**5000) == "<int that cannot be printed>"
    assert shown("x" * 78) == repr("x" * 78)
    assert shown("x" * 79) == "'" + "x" * 77 + "…'"
    assert len(shown("x" * 500)) == 80


@given(value=st.text() | st.lists(st.text()))
def test_shown_values_are_short(value: object) -> None:
    """No value breaks the line or fills the screen."""
    assert len(shown(value)) <= 80
    assert shown(value).isprintable()
