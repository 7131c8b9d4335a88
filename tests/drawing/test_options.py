"""Options of pictures are checked together, before anything is drawn."""

import pytest

import journeykit as jk
from journeykit import DefinitionError, Text, UnknownKeyError
from journeykit.drawing.options import Options
from journeykit.drawing.palette import DARK, LIGHT
from journeykit.presets import AIDA


def test_usual() -> None:
    """Without any wish a picture is light, and in English."""
    assert Options() == Options(lang="en", theme="light")
    assert Options().theme is LIGHT


def test_forms() -> None:
    """A theme may go by its name, a title may be in languages, one lane needs no list."""
    options = Options(theme="dark", title={"nl": "Reis"}, lanes="actions")
    assert options.theme is DARK
    assert options.title == Text({"nl": "Reis"})
    assert options.lanes == ("actions",)
    assert Options(theme=DARK, lanes=["a", "b"]).lanes == ("a", "b")


def test_all_problems_at_once() -> None:
    """Every wish that cannot be granted is named in one line."""
    with pytest.raises(DefinitionError) as caught:
        jk.draw(AIDA, lang="", width=12, lanes=7, min_share=2)  # type: ignore[arg-type]
    assert str(caught.value) == (
        "drawing options: lang must be a language such as 'nl', not ''; "
        "width must be a number of points from 320 to 20,000, not 12; "
        "lanes must be a list of keys, not 7; "
        "min_share must be a number from 0 to 1, not 2"
    )


@pytest.mark.parametrize("lang", ["dutch", "Nederlands", "nl nl", None, 7])
def test_no_language(lang: object) -> None:
    """What is no tag of a language would draw English words in silence."""
    with pytest.raises(DefinitionError, match="lang must be a language such as 'nl', not "):
        Options(lang=lang)  # type: ignore[arg-type]
    assert Options(lang="zh-Hant").lang == "zh-Hant"


def test_truth_is_no_share() -> None:
    """True is no number, though Python counts with it."""
    with pytest.raises(DefinitionError, match="min_share must be a number from 0 to 1, not True"):
        Options(min_share=True)


@pytest.mark.parametrize("width", ["wide", float("nan"), 20_001])
def test_width(width: object) -> None:
    """A width is a number of points within bounds."""
    with pytest.raises(DefinitionError, match="width must be a number of points"):
        jk.draw(AIDA, width=width)  # type: ignore[arg-type]


def test_unknown_theme() -> None:
    """A theme that there is not is answered with the nearest."""
    with pytest.raises(UnknownKeyError, match="unknown theme 'drak', did you mean 'dark'"):
        jk.draw(AIDA, theme="drak")
    with pytest.raises(UnknownKeyError, match="unknown theme None; known are 'light', 'dark'"):
        jk.draw(AIDA, theme=None)  # type: ignore[arg-type]
