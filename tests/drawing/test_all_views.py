"""What holds for every view, in both languages and both themes, whatever is drawn."""

import functools
import re
import runpy
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeykit as jk
from journeykit._dot import clean_text
from journeykit.drawing import metrics, views
from journeykit.drawing.checks import problems
from journeykit.drawing.palette import READABLE, contrast, theme
from journeykit.drawing.scene import TextBlock, leaves
from journeykit.testing import journeys, models, personas

LANGS = ("en", "nl")
THEMES = ("light", "dark")
EXAMPLES = runpy.run_path(str(Path(__file__).parent.parent.parent / "examples" / "gallery.py"))
SVG = "{http://www.w3.org/2000/svg}"

WITH_LANES = models().filter(lambda model: model.lanes)
GRIDS = WITH_LANES | journeys(model=WITH_LANES)
STEPS = models() | journeys(min_touchpoints=1)
WALKED = models(walkable=True, min_phases=2) | journeys(walkable=True, min_touchpoints=3)
SUBJECTS: dict[str, st.SearchStrategy[object]] = {
    "blueprint": GRIDS,
    "comparison": st.builds(jk.compare, journeys(), journeys()),
    "crosswalk": st.builds(jk.crosswalk, models(), models()),
    "flow": WALKED,
    "map": models() | journeys(model=models()),
    "matrix": GRIDS,
    "network": WALKED,
    "persona": personas() | journeys(persona=personas()),
    "phases": STEPS,
    "ring": STEPS,
    "touchpoints": journeys(min_touchpoints=1),
}


@functools.cache
def gallery(name: str, lang: str, colours: str) -> jk.Diagram:
    """Draw a picture of the gallery."""
    subject, view = EXAMPLES["PICTURES"][name]
    return jk.draw(subject, view, lang=lang, theme=colours)


def check(picture: jk.Diagram, lang: str, colours: str) -> None:
    """Hold a picture to what all of them promise."""
    scene = picture.scene
    # Words neither overlap nor leave their room or the canvas, and can be read on what is there.
    assert problems(scene) == []
    for block in leaves(scene.items):
        if isinstance(block, TextBlock):
            assert contrast(block.colour[:7], block.background[:7]) >= READABLE
    assert scene.background == theme(colours).paper
    assert picture.alt == scene.description != ""

    root = ET.fromstring(picture.svg)  # noqa: S314 - written by us
    title, description, paper, *_ = root
    assert root.get("role") in ("img", "graphics-document")
    assert root.get("lang") == lang
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert (title.text or "") == clean_text(scene.title)
    assert description.text == clean_text(scene.description)
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(set(ids)) == len(ids)
    assert paper.get("fill") == scene.background
    assert [f"{paper.get(side)}pt" for side in ("width", "height")] == [
        root.get(side) for side in ("width", "height")
    ]
    for text in root.iter(f"{SVG}text"):
        said = text.text or ""
        # In another font too, words keep to the width that they were given.
        assert len(said) < 2 or text.get("textLength") or metrics.width(said, 10) == 0


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", views.NAMES)
@settings(max_examples=4)
@given(data=st.data())
def test_any_subject(view: str, lang: str, colours: str, data: st.DataObject) -> None:
    """Whatever a view draws can be read, in an SVG that is sound, and is the same again."""
    subject = data.draw(SUBJECTS[view])
    picture = jk.draw(subject, view, lang=lang, theme=colours)
    check(picture, lang, colours)
    assert jk.draw(subject, view, lang=lang, theme=colours).svg == picture.svg


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", EXAMPLES["PICTURES"])
def test_gallery(name: str, lang: str, colours: str) -> None:
    """The pictures of the gallery hold to it too, and the large ones are among them."""
    check(gallery(name, lang, colours), lang, colours)


def test_no_view_is_forgotten() -> None:
    """Every view is held to it, and the gallery shows each."""
    shown = {view for _, view in EXAMPLES["PICTURES"].values() if isinstance(view, str)}
    assert shown == set(SUBJECTS) == set(views.NAMES)


def test_two_pictures_on_one_page_share_no_id() -> None:
    """Ids begin with what only this picture holds."""
    ids = [
        found
        for name in EXAMPLES["PICTURES"]
        for lang in LANGS
        for found in re.findall(r'\bid="([^"]+)"', gallery(name, lang, "light").svg)
    ]
    assert len(set(ids)) == len(ids) > 0
