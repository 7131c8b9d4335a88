"""Scenes as PNG and PDF, which an engine paints."""

import math

from attrs import evolve

from journeykit.drawing.dot import to_dot
from journeykit.drawing.engine import paint
from journeykit.drawing.order import Engine
from journeykit.drawing.scene import Scene
from journeykit.errors import DefinitionError, RenderError, shown

__all__ = ["pdf", "png"]

_INCH = 72.0
_USUAL_SCALE = 2.0
# Graphviz spaces letters evenly only in large type: it places them on whole pixels.
_ENLARGED = 4
_MOST_PIXELS = 100_000_000
_LONGEST_SIDE = 32_767  # of a picture of pixels in the library cairo; Graphviz would shrink it


def png(
    scene: Scene,
    *,
    scale: float | None = None,
    dpi: float | None = None,
    engine: Engine = "auto",
    timeout: float = 20.0,
) -> bytes:
    """Return a scene as a PNG.

    Args:
        scene: What to paint.
        scale: Pixels a point (1/72 inch); 2 when neither this nor dpi is given.
        dpi: Pixels an inch.
        engine: What paints it.
        timeout: Seconds that it may take.

    Raises:
        DefinitionError: The scale, the dpi or the timeout cannot be used.
        UnknownKeyError: There is no such engine.
        MissingDependencyError: There is nothing to paint with.
        RenderError: It would have too many pixels, or the engine failed or took too long.
    """
    dots = _resolution(scale, dpi)
    _refuse_size(scene, dots)
    dot = to_dot(scene, scale=_ENLARGED, dpi=dots / _ENLARGED)
    return paint(dot, "png", engine=engine, timeout=timeout)


def pdf(scene: Scene, *, engine: Engine = "auto", timeout: float = 20.0) -> bytes:
    """Return a scene as a PDF, on a page of its own size in whole points.

    Args:
        scene: What to paint.
        engine: What paints it.
        timeout: Seconds that it may take.

    Raises:
        DefinitionError: The timeout cannot be used.
        UnknownKeyError: There is no such engine.
        MissingDependencyError: There is nothing to paint with.
        RenderError: The engine failed or took too long.
    """
    # Graphviz rounds the sides of a page, and would shrink the drawing to fit the shorter one.
    page = evolve(scene, width=math.ceil(scene.width), height=math.ceil(scene.height))
    dot = to_dot(page, scale=_ENLARGED, paged=True)
    return paint(dot, "pdf", engine=engine, timeout=timeout)


def _resolution(scale: float | None, dpi: float | None) -> float:
    """Return the pixels an inch."""
    if scale is not None and dpi is not None:
        raise DefinitionError("PNG", ["scale and dpi say the same, 72 dpi is scale 1; give one"])
    name, value, unit = ("scale", scale, _INCH) if dpi is None else ("dpi", dpi, 1.0)
    if value is None:
        return _USUAL_SCALE * _INCH
    if isinstance(value, bool) or not (isinstance(value, (int, float)) and 0 < value < math.inf):
        raise DefinitionError("PNG", [f"{name} must be a number above zero, not {shown(value)}"])
    return value * unit


def _refuse_size(scene: Scene, dots: float) -> None:
    sides = [side * dots / _INCH for side in (scene.width, scene.height)]
    size = f"a PNG of {sides[0]:,.0f} by {sides[1]:,.0f} pixels"
    if min(sides) < 1:
        raise RenderError(f"{size} shows nothing; use a larger scale")
    if math.prod(sides) <= _MOST_PIXELS and max(sides) <= _LONGEST_SIDE:
        return
    points = scene.width, scene.height
    fitting = min(math.sqrt(_MOST_PIXELS / math.prod(points)), _LONGEST_SIDE / max(points))
    limit = f"beyond {_MOST_PIXELS // 10**6} million pixels or {_LONGEST_SIDE:,} a side"
    raise RenderError(f"{size} is {limit}; use scale={_rounded_down(fitting):g} or less, or SVG")


def _rounded_down(number: float) -> float:
    """Return a number of two digits that is not larger."""
    unit = 10.0 ** (math.floor(math.log10(number)) - 1)
    return math.floor(number / unit) * unit
