"""Words put in their place: wrapped, fitted, and measured as they will be painted."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from journeykit._dot import clean_text
from journeykit.drawing import metrics
from journeykit.drawing.scene import BASELINE, LEADING, Anchor, Box, TextBlock

__all__ = ["Valign", "fitted_text", "text", "text_box"]

Valign: TypeAlias = Literal["top", "middle", "bottom", "baseline"]


def text(
    words: str,
    x: float,
    y: float,
    *,
    colour: str,
    background: str,
    size: float = 9.5,
    width: float | None = None,
    anchor: Anchor = "start",
    valign: Valign = "top",
    bold: bool = False,
    italic: bool = False,
    strike: bool = False,
    body: bool = False,
    max_lines: int | None = None,
    balanced: bool = False,
    lang: str | None = None,
) -> TextBlock:
    """Return words as a block of text, wrapped if they were given a width.

    Args:
        words: What to say.
        x: The side or middle that ``anchor`` names.
        y: What ``valign`` names.
        colour: Colour of the type.
        background: The colour that lies under it.
        size: Size of the type.
        width: Room for a line, or None for as much as is needed.
        anchor: ``"start"``, ``"middle"`` or ``"end"``.
        valign: Whether ``y`` is the ``"top"``, ``"middle"`` or ``"bottom"`` of the block, or the
            ``"baseline"`` of its first line.
        bold: Bold type.
        italic: Italic type.
        strike: Whether the words are struck through.
        body: Whether this is running text.
        max_lines: Lines to keep; the last ends in an ellipsis if there were more.
        balanced: Whether to make the lines about equally long.
        lang: Language of the words, for hyphenation.

    Example:
        >>> text(
        ...     "Compares three salons", 0, 0, width=70, colour="#1B2733", background="#FFFFFF"
        ... ).lines
        ('Compares', 'three salons')
    """
    if width is None:
        said = tuple(clean_text(words).split("\n")) if words else ()
    else:
        said = metrics.wrap(
            words, width, size, bold=bold, max_lines=max_lines, balanced=balanced, lang=lang
        )
    return TextBlock(
        x,
        y if valign == "top" else y - _over(valign, len(said), size),
        said,
        size=size,
        anchor=anchor,
        bold=bold,
        italic=italic,
        colour=colour,
        background=background,
        width=width,
        strike=strike,
        body=body,
    )


def _over(valign: Valign, lines: int, size: float) -> float:
    """Return how far the top of a block lies over the y that it was given."""
    height = lines * size * LEADING
    return {"top": 0.0, "middle": height / 2, "bottom": height, "baseline": size * BASELINE}[valign]


def fitted_text(
    words: str,
    x: float,
    y: float,
    *,
    width: float,
    sizes: Sequence[float],
    colour: str,
    background: str,
    max_lines: int = 2,
    height: float | None = None,
    anchor: Anchor = "middle",
    valign: Valign = "middle",
    bold: bool = True,
    lang: str | None = None,
) -> TextBlock:
    """Return words in the largest of some sizes at which they fit, in balanced lines.

    No word is broken unless even the smallest size asks for it; then an ellipsis may end it.

    Args:
        words: What to say.
        x: The side or middle that ``anchor`` names.
        y: What ``valign`` names.
        width: Room for a line.
        sizes: Sizes to try, the largest first.
        colour: Colour of the type.
        background: The colour that lies under it.
        max_lines: Lines to keep, at most.
        height: Room for all lines together, or None for as much as is needed.
        anchor: ``"start"``, ``"middle"`` or ``"end"``.
        valign: ``"top"``, ``"middle"``, ``"bottom"`` or ``"baseline"``.
        bold: Bold type.
        lang: Language of the words, for hyphenation.

    Example:
        >>> fitted_text(
        ...     "Consideration", 0, 0, width=80, sizes=(12, 11, 10), colour="#FFFFFF",
        ...     background="#14406B",
        ... ).size
        11.0
    """
    said = clean_text(words).replace("\u00ad", "").split()
    size, most = sizes[0], 1
    for size in sizes:
        room = max_lines if height is None else min(max_lines, int(height / (size * LEADING)))
        most = max(1, room)
        tried = metrics.wrap(words, width, size, bold=bold)
        if len(tried) <= most and " ".join(tried).split() == said:
            break
    return text(
        words,
        x,
        y,
        size=size,
        width=width,
        max_lines=most,
        balanced=True,
        bold=bold,
        colour=colour,
        background=background,
        anchor=anchor,
        valign=valign,
        lang=lang,
    )


def text_box(block: TextBlock) -> Box:
    """Return left, top, right and bottom of a block of text as it is painted.

    Example:
        >>> text_box(TextBlock(10, 20, ["one", "two"], size=10))[3]
        44.0
    """
    wide = max((metrics.width(one, block.size, bold=block.bold) for one in block.lines), default=0)
    left = block.x - {"start": 0.0, "middle": wide / 2, "end": wide}[block.anchor]
    return (left, block.y, left + wide, block.bottom)
