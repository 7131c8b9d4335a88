"""Colours of the two themes."""

import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from journeykit.drawing.palette import (
    DARK,
    LIGHT,
    READABLE,
    Theme,
    contrast,
    mix,
    phase_colours,
    theme,
)
from journeykit.errors import DefinitionError, UnknownKeyError

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
TEXTS = ["ink", "muted", "accent", "online", "offline", "positive", "negative", "neutral"]
GROUNDS = [
    "paper",
    "panel",
    "panel2",
    "online_tint",
    "offline_tint",
    "positive_tint",
    "negative_tint",
]
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_readable_on_every_ground(colours: Theme, text: str, ground: str) -> None:
    """No pair of text and ground falls below the contrast that reading needs."""
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= READABLE


@BOTH
@pytest.mark.parametrize("mark", ["online", "offline", "positive", "negative", "neutral"])
def test_icons_are_readable_on_filled_marks(colours: Theme, mark: str) -> None:
    """What is drawn in the colour of the paper on a filled mark can be read."""
    assert contrast(colours.paper, getattr(colours, mark)) >= READABLE


@BOTH
def test_rules_can_be_seen(colours: Theme) -> None:
    """Lines that carry meaning stand out three to one from the paper."""
    assert contrast(colours.rule, colours.paper) >= 3


@BOTH
@pytest.mark.parametrize("count", range(1, 21))
def test_phases_run_from_dark_to_light_and_can_be_read(colours: Theme, count: int) -> None:
    """Each of up to twenty phases has its own shade, on which its name is readable."""
    shades = phase_colours(count, colours)
    assert len(set(shades)) == len(shades) == count
    assert shades[0] == colours.brand
    assert all(contrast(shade, colours.on_brand) >= READABLE for shade in shades)
    whiteness = [contrast(shade, "#000000") for shade in shades]
    assert whiteness == sorted(whiteness)


def test_no_phases_need_no_colours() -> None:
    """A model without phases asks for nothing."""
    assert phase_colours(0, LIGHT) == ()


@given(COLOURS, COLOURS, COLOURS, st.integers(1, 20))
def test_phases_can_be_read_in_any_theme(brand: str, brand2: str, on: str, count: int) -> None:
    """A theme with unlucky brand colours is darkened or lightened until names can be read."""
    ours = evolve(LIGHT, name="ours", brand=brand, brand2=brand2, on_brand=on)
    best = max(contrast(on, "#000000"), contrast(on, "#FFFFFF"))
    assert all(contrast(shade, on) >= min(READABLE, best) for shade in phase_colours(count, ours))


def test_themes_by_name() -> None:
    """A name gives its theme; a theme of one's own comes back as it is."""
    own = evolve(DARK, name="own", ink="#ffeedd")
    assert theme("light") is LIGHT
    assert theme("dark") is DARK
    assert theme(own) is own
    assert own.ink == "#FFEEDD"


@pytest.mark.parametrize("wrong", ["drak", "", "LIGHT"])
def test_an_unknown_theme_is_refused(wrong: str) -> None:
    """A wrong name is named, with what there is."""
    with pytest.raises(UnknownKeyError, match="unknown theme") as caught:
        theme(wrong)
    assert caught.value.known == ("light", "dark")


def test_a_near_miss_gets_a_suggestion() -> None:
    """The nearest name is offered."""
    with pytest.raises(UnknownKeyError, match="did you mean 'dark'"):
        theme("drak")


def test_what_is_no_name_is_refused() -> None:
    """Anything but a name or a theme gets the same error."""
    with pytest.raises(UnknownKeyError, match="unknown theme 3"):
        theme(3)  # type: ignore[arg-type]


def test_all_wrong_colours_are_named_at_once() -> None:
    """A theme with wrong colours says which."""
    with pytest.raises(DefinitionError) as caught:
        evolve(LIGHT, ink="black", paper="#FFF", rule=7)  # type: ignore[arg-type]
    assert len(caught.value.problems) == 3
    assert "ink must be a colour such as '#14406B', not 'black'" in caught.value.problems


@given(COLOURS, COLOURS, st.floats(0, 1))
def test_mixing_stays_between(first: str, second: str, share: float) -> None:
    """A mixture is a colour, equal to an end at either end."""
    assert re.fullmatch("#[0-9A-F]{6}", mix(first, second, share=share))
    assert mix(first, second, share=0) == first
    assert mix(first, second, share=1) == second


@given(COLOURS, COLOURS)
def test_contrast_goes_from_1_to_21(first: str, second: str) -> None:
    """Contrast is the same both ways and within its scale."""
    assert contrast(first, second) == contrast(second, first)
    assert 1 <= contrast(first, second) <= 21
    assert contrast(first, first) == 1


def test_contrast_as_others_count_it() -> None:
    """A known grey on white: the lightest that still passes."""
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)
