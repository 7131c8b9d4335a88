"""Diagrams: how they show themselves, and which view draws what."""

import xml.etree.ElementTree as ET

import pytest

from journeykit import Journey, JourneyModel, Note, Persona, draw
from journeykit.drawing.diagram import Diagram
from journeykit.drawing.options import Options
from journeykit.drawing.scene import Rect, Scene
from journeykit.errors import DefinitionError, FileError, RenderError, UnknownKeyError
from journeykit.presets import AIDA, SALON

BARE = Journey("bare", touchpoints=["door", "desk"])


def test_notebooks_show_the_svg() -> None:
    """A notebook gets the picture, and words for where it shows none."""
    picture = draw(AIDA)
    shown = picture._repr_mimebundle_(include=None)
    assert shown == {"image/svg+xml": picture.svg, "text/plain": repr(picture)}
    ET.fromstring(shown["image/svg+xml"])  # noqa: S314 - ours
    assert repr(picture).startswith("<Diagram 'AIDA', ")


def test_alt_says_what_there_is_to_see() -> None:
    """The words for who cannot see the picture are those in the SVG."""
    picture = Diagram(Scene(100, 50, title="Empty", description="Nothing to see."))
    assert picture.alt == "Nothing to see."
    assert picture.alt in picture.svg


@pytest.mark.parametrize(
    ("subject", "view"),
    [(SALON, "map"), (BARE, "phases"), (AIDA, "phases"), (Persona("she"), "persona")],
)
def test_the_usual_view(subject: object, view: str) -> None:
    """Without a view, the one that suits the subject is drawn."""
    assert draw(subject).svg == draw(subject, view).svg


@pytest.mark.parametrize("subject", [None, 42, "aida", [SALON]])
def test_what_cannot_be_drawn(subject: object) -> None:
    """What is no journey, model or persona is refused by its type."""
    with pytest.raises(RenderError, match=f"^no view draws a {type(subject).__name__}; draw a "):
        draw(subject)


def test_a_view_of_your_own() -> None:
    """A view is any function of a subject and options; options reach it."""

    def view(subject: object, options: Options) -> Scene:
        return Scene(300, 100, title=f"{subject} in {options.lang}")

    assert draw(42, view, lang="nl").scene.title == "42 in nl"


def test_a_view_that_draws_nothing() -> None:
    """A view that forgot to return its scene is told so."""
    with pytest.raises(RenderError, match=r"^a view must return a Scene, not None$"):
        draw(42, lambda _subject, _options: None)  # type: ignore[arg-type, return-value]


def test_what_is_too_large() -> None:
    """What fits in no picture is told with the place of its longest text."""
    grid = JourneyModel("grid", phases=["now"], lanes=["says"])
    talk = Journey("talk", model=grid, notes=[Note("says", "now", "\n".join("x" * 100_000))])
    with pytest.raises(RenderError) as caught:
        draw(talk)
    assert str(caught.value) == (
        "the view 'map' would be larger than 1,000,000 points; leave something out "
        "(the longest text is notes[0].text, of 199,999 characters)"
    )
    with pytest.raises(UnknownKeyError):
        draw(talk, lanes=["thinks"])


def test_a_view_that_draws_too_far() -> None:
    """A view of your own that leaves the sheet of paper is told which shape does so."""

    def view(_subject: object, _options: Options) -> Scene:
        return Scene(300, 100, title="Far", items=[Rect(0, 0, 2e6, 5)])

    with pytest.raises(DefinitionError, match=r"^shape: 2000000.0 is no coordinate in points; "):
        draw(SALON, view)


def test_a_view_of_ours_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is too large is told as too large: another wrong shape is told as it is."""

    def view(_subject: object, _options: Options) -> Scene:
        return Scene(300, 100, title="Wrong", items=[Rect(0, 0, -1, 5)])

    monkeypatch.setattr("journeykit.drawing.views.get", lambda _name: view)
    with pytest.raises(DefinitionError, match=r"^shape: a size cannot be negative, and -1 is$"):
        draw(SALON, "map")


@pytest.mark.parametrize("path", [None, 7])
def test_what_is_no_path(path: object) -> None:
    """A picture is saved under a name, or not at all."""
    with pytest.raises(FileError, match=f"^{path}: a path must be a string or a path object$"):
        draw(AIDA).save(path)  # type: ignore[arg-type]


def test_what_is_no_format() -> None:
    """Anything that is no name of a format is answered with their names."""
    with pytest.raises(RenderError, match=r"^unknown format None; formats are 'svg', 'html', "):
        draw(AIDA).render(None)  # type: ignore[arg-type]
