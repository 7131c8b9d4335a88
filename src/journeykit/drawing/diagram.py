"""Diagrams: what `draw` returns, and how it shows and saves itself."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any, Final

from attrs import field, fields, frozen, has

from journeykit._atomic import path_of, said, write_whole
from journeykit.drawing import views
from journeykit.drawing.dot import to_dot
from journeykit.drawing.options import Options
from journeykit.drawing.order import Engine
from journeykit.drawing.palette import Theme
from journeykit.drawing.scene import Scene
from journeykit.drawing.svg import to_svg
from journeykit.drawing.values import TooFarError
from journeykit.errors import DefinitionError, FileError, RenderError, shown, suggestion
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.persona import Persona
from journeykit.text import Text, TextLike

__all__ = ["FORMATS", "Diagram", "draw", "format_of"]

FORMATS: Final = {
    ".svg": "svg",
    ".png": "png",
    ".pdf": "pdf",
    ".html": "html",
    ".dot": "dot",
    ".gv": "dot",
}
"""The format that each suffix of a file stands for."""


def format_of(place: Path) -> str:
    """Return the format of pictures that the suffix of a file stands for."""
    suffix = place.suffix.lower()
    if suffix in FORMATS:
        return FORMATS[suffix]
    known = ", ".join(FORMATS)
    problem = f"cannot tell the format of a picture from {shown(suffix)}; use {known}"
    raise FileError(said(place), problem)


@frozen(repr=False)
class Diagram:
    """A picture: it shows itself in a notebook, and saves itself as a file.

    Args:
        scene: The shapes that it is made of.

    Example:
        >>> from journeykit import draw
        >>> from journeykit.presets import AIDA
        >>> picture = draw(AIDA)
        >>> picture.svg.startswith("<svg")
        True
    """

    scene: Scene = field()
    _drawn: tuple[object, Options] | None = field(
        default=None, kw_only=True, eq=False, alias="drawn"
    )

    @cached_property
    def html(self) -> str:
        """The picture as one page of HTML that needs nothing else; a map as text that flows."""
        from journeykit.drawing.page import to_html

        return to_html(self.scene, self._drawn)

    @cached_property
    def svg(self) -> str:
        """The picture as SVG, which every browser shows; nothing else needs installing."""
        return to_svg(self.scene)

    @cached_property
    def dot(self) -> str:
        """The picture as DOT with every shape in its place: paint it with ``neato -n2``."""
        return to_dot(self.scene)

    @property
    def alt(self) -> str:
        """What there is to see, in words."""
        return self.scene.description

    def render(
        self,
        format: str = "svg",  # noqa: A002 - the field's own word
        *,
        scale: float | None = None,
        dpi: float | None = None,
        engine: Engine = "auto",
        timeout: float = 20.0,
    ) -> bytes:
        """Return the picture in a format, as the bytes of a file.

        Args:
            format: ``"svg"``, ``"png"``, ``"pdf"``, ``"html"`` or ``"dot"``.
            scale: Of a PNG: pixels a point (1/72 inch); 2 when neither this nor dpi is given.
            dpi: Of a PNG, in place of the scale: pixels an inch.
            engine: What paints PNG and PDF: ``"pygraphviz"``, which runs in a process of its own;
                ``"dot"``, the program of Graphviz; ``"auto"``, the first of these that is
                installed; or ``"pygraphviz-in-process"``, which nothing can stop and whose
                crash is that of the whole program.
            timeout: Seconds that painting may take, above 0 and up to 86,400.

        Raises:
            DefinitionError: The scale, the dpi or the timeout cannot be used.
            UnknownKeyError: There is no such engine.
            MissingDependencyError: There is nothing to paint with.
            RenderError: There is no such format, the PNG would have more than 100 million
                pixels, or the engine failed or took too long.

        Example:
            >>> from journeykit import draw
            >>> from journeykit.presets import AIDA
            >>> draw(AIDA).render("png", scale=1)[1:4]
            b'PNG'
        """
        texts: dict[str, Callable[[], str]] = {
            "svg": lambda: self.svg,
            "html": lambda: self.html,
            "dot": lambda: self.dot,
        }
        formats = (*texts, "png", "pdf")
        if format not in formats:
            hint = suggestion(format, formats) or f"; formats are {', '.join(map(repr, formats))}"
            message = f"unknown format {shown(format)}{hint}"
            raise RenderError(message)
        if format == "png":
            from journeykit.drawing.painting import png

            return png(self.scene, scale=scale, dpi=dpi, engine=engine, timeout=timeout)
        if scale is not None or dpi is not None:
            problem = "scale and dpi are for PNG alone, other formats are sharp at any size"
            raise DefinitionError(format.upper(), [problem])
        if format == "pdf":
            from journeykit.drawing.painting import pdf

            return pdf(self.scene, engine=engine, timeout=timeout)
        return texts[format]().encode()

    def save(
        self,
        path: str | PathLike[str],
        *,
        scale: float | None = None,
        dpi: float | None = None,
        engine: Engine = "auto",
        timeout: float = 20.0,
    ) -> Path:
        """Write the picture to a file, whole or not at all.

        Args:
            path: Where to; the suffix says the format: ``.svg``, ``.png``, ``.pdf``, ``.html``,
                ``.dot`` or ``.gv``.
            scale: Of a PNG: pixels a point (1/72 inch); 2 when neither this nor dpi is given.
            dpi: Of a PNG, in place of the scale: pixels an inch.
            engine: What paints PNG and PDF, as for `render`.
            timeout: Seconds that painting may take, above 0 and up to 86,400.

        Returns:
            The path of the file.

        Raises:
            FileError: The suffix is none of these, or the file cannot be written.
            DefinitionError: The scale, the dpi or the timeout cannot be used.
            UnknownKeyError: There is no such engine.
            MissingDependencyError: There is nothing to paint with.
            RenderError: The picture could not be painted.

        Example:
            >>> from journeykit import draw
            >>> from journeykit.presets import AIDA
            >>> draw(AIDA).save("aida.svg").name
            'aida.svg'
        """
        target = path_of(path)
        name = format_of(target)
        picture = self.render(name, scale=scale, dpi=dpi, engine=engine, timeout=timeout)
        write_whole(target, picture)
        return target

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, str]:  # noqa: ANN401 - IPython's call
        return {"image/svg+xml": self.svg, "text/plain": repr(self)}

    def __repr__(self) -> str:
        scene = self.scene
        return f"<Diagram {shown(scene.title)}, {scene.width:.0f} by {scene.height:.0f} points>"


def draw(
    subject: object,
    view: str | views.View | None = None,
    *,
    lang: str = "en",
    theme: str | Theme = "light",
    width: float | None = None,
    title: TextLike | None = None,
    lanes: Iterable[str] | None = None,
    min_share: float | None = None,
) -> Diagram:
    """Draw a picture of a journey, of a journey model or of a persona.

    Args:
        subject: What to draw.
        view: The name of a view, or a view of your own: a function of a subject and options
            that returns a `Scene`. When not given, a journey whose model has lanes is drawn as
            ``"map"``, one whose transitions were counted as ``"network"``, a cyclic model as
            ``"ring"``, any other journey or model as ``"phases"``, and a persona, a comparison
            or a crosswalk as what it is.
        lang: The language of the words, such as ``"en"`` or ``"nl"``.
        theme: ``"light"``, ``"dark"``, or a theme of your own.
        width: The width of the picture in points (1/72 inch), at least 320; what suits the
            content when not given.
        title: The words at the top, in place of the subject's own.
        lanes: The keys of the lanes to draw, in this order; when not given, all, or those that
            suit the view. In ``"map"``, ``"blueprint"``, ``"matrix"`` and ``"ring"``; the other
            views show no lanes, and look at no key.
        min_share: What has less than this share, from 0 to 1, is left out and said to be so;
            what suits the view when not given. In ``"phases"``, ``"ring"`` and ``"blueprint"``
            that is a transition, by its share of those who leave a step; in ``"network"`` a
            transition, by its share of all customers; in ``"flow"`` a step, by its visits per
            customer, and those below share a bar. The other views leave nothing out.

    Raises:
        UnknownKeyError: There is no such view, theme or lane.
        DefinitionError: An option is not valid.
        RenderError: The view cannot draw such a subject, or returns no `Scene`, or the picture
            would be larger than a million points.

    Example:
        >>> from journeykit.presets import AIDA
        >>> draw(AIDA, lang="nl", theme="dark").scene.title
        'AIDA'
    """
    options = Options(
        lang=lang, theme=theme, width=width, title=title, lanes=lanes, min_share=min_share
    )
    name = _usual_view(subject) if view is None else view
    paint = name if callable(name) else views.get(name)
    try:
        scene = paint(subject, options)
    except TooFarError as error:
        if callable(name):
            raise
        raise RenderError(_too_large(subject, name, lang)) from error
    if not isinstance(scene, Scene):
        message = f"a view must return a Scene, not {shown(scene)}"
        raise RenderError(message)
    return Diagram(scene, drawn=(subject, options) if name == "map" else None)


def _too_large(subject: object, view: str, lang: str) -> str:
    """Say that no picture can be as large as a subject needs, and where its most words stand."""
    lengths = {place: len(text.pick(lang)) for place, text in _texts("", subject)}
    longest = max(lengths, key=lengths.__getitem__)
    return (
        f"the view {view!r} would be larger than 1,000,000 points; leave something out "
        f"(the longest text is {longest.lstrip('.')}, of {lengths[longest]:,} characters)"
    )


def _texts(place: str, value: object) -> Iterator[tuple[str, Text]]:
    """Find the texts in a noun, each with its place."""
    kind = type(value)
    if isinstance(value, Text):
        yield place, value
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _texts(f"{place}[{position}]", item)
    elif has(kind):
        for each in fields(kind):
            yield from _texts(f"{place}.{each.name}", getattr(value, each.name))


def _usual_view(subject: object) -> str:
    if isinstance(subject, Journey):
        return _usual_view_of_journey(subject)
    if isinstance(subject, JourneyModel):
        return "ring" if subject.cyclic else "phases"
    if isinstance(subject, Persona):
        return "persona"
    if hasattr(subject, "before") and hasattr(subject, "after"):
        return "comparison"
    if hasattr(subject, "source") and hasattr(subject, "matches"):
        return "crosswalk"
    message = (
        f"no view draws a {type(subject).__name__}; draw a Journey, a JourneyModel or a Persona"
    )
    raise RenderError(message)


def _usual_view_of_journey(journey: Journey) -> str:
    if journey.model is not None and journey.model.lanes:
        return "map"
    if any(move.count is not None for move in journey.transitions):
        return "network"
    return "phases" if journey.model is None else _usual_view(journey.model)
