"""Crosswalks show which phases belong together, how well, and which stand alone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import journeykit as jk
from journeykit import JourneyModel, Phase, RenderError, presets
from journeykit.drawing.checks import problems
from journeykit.drawing.scene import Card, Curve, Scene, TextBlock, cards, leaves
from journeykit.presets import AIDA, FIVE_E, REAN, SEE_THINK_DO_CARE
from journeykit.testing import models

PRESETS = st.sampled_from([presets.get(name) for name in presets.names()])


def drawn(source: JourneyModel, target: JourneyModel, **options: Any) -> Scene:  # noqa: ANN401 - as draw
    """Return the picture of a crosswalk."""
    return jk.draw(jk.crosswalk(source, target), **options).scene


def words(scene: Scene) -> list[str]:
    """Return what each text of a picture says."""
    return [" ".join(item.lines) for item in leaves(scene.items) if isinstance(item, TextBlock)]


def bands(scene: Scene) -> list[Card]:
    """Return the bands of a picture."""
    return [card for card in cards(scene.items) if card.role == "match"]


@given(
    st.one_of(models(), PRESETS),
    st.one_of(models(), PRESETS),
    st.sampled_from(["en", "nl"]),
    st.sampled_from(["light", "dark"]),
)
def test_any_two_models(one: JourneyModel, other: JourneyModel, lang: str, theme: str) -> None:
    """No two models give words that lie on others, leave the paper or cannot be read."""
    scene = drawn(one, other, lang=lang, theme=theme)
    assert problems(scene) == []
    assert len(bands(scene)) == len(jk.crosswalk(one, other).matches)
    assert scene == drawn(one, other, lang=lang, theme=theme)


def test_bands() -> None:
    """Each pair has a band as wide as its score, with what it means in words."""
    scene = drawn(AIDA, SEE_THINK_DO_CARE, lang="nl")
    heights: dict[str, float] = {}
    for card in bands(scene):
        _, score, _ = card.tooltip.splitlines()
        (band,) = card.items
        assert isinstance(band, Curve)
        heights[score] = band.points[-4][1] - band.points[3][1]
    assert heights == {
        "Score 1": pytest.approx(15),
        "Score 0,8": pytest.approx(12),
        "Score 0,5": pytest.approx(7.5),
        "Score 0,4": pytest.approx(6),
    }


def test_phases_that_stand_alone() -> None:
    """A phase without a counterpart is hollow, and says so; warnings stand below."""
    scene = drawn(FIVE_E, AIDA, lang="nl")
    assert words(scene).count("geen tegenhanger") == 3
    assert "AIDA mist het stadium service" in words(scene)
    assert scene.description.endswith("6 paren fasen, 3 fasen zonder tegenhanger.")


def test_phases_without_a_stage() -> None:
    """Phases that belong to no stage can still be each other's counterpart."""
    odd = JourneyModel("odd", phases=["waiting", Phase("x" * 80)])
    scene = drawn(odd, odd)
    assert next(card.tooltip for card in bands(scene)) == "Waiting → Waiting\nScore 1"
    assert problems(scene) == []


def test_widths_are_explained_where_there_are_bands() -> None:
    """Where no phases belong together, there is no width to explain."""
    plain = JourneyModel("m", phases=["one", "two"])
    for source, told in ((AIDA, True), (plain, False)):
        picture = drawn(source, REAN)
        assert bool(bands(picture)) == told
        assert any(one.startswith("Score") for one in words(picture)) == told


def test_title_and_width() -> None:
    """A title and a width can be asked for."""
    scene = drawn(AIDA, REAN, title="Twee modellen", width=700)
    assert scene.title == "Twee modellen"
    assert scene.width == pytest.approx(700)
    assert drawn(AIDA, REAN, width=330).width < 700
    assert drawn(AIDA, REAN).title == "AIDA → REAN"


def test_only_crosswalks() -> None:
    """Anything else is refused in one line."""
    with pytest.raises(RenderError, match="draws what crosswalk returns, not a JourneyModel"):
        jk.draw(AIDA, "crosswalk")
