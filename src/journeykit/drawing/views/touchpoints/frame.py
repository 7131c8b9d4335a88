"""What stands around the rows of a picture of touchpoints: the title above, the legend below."""

from collections.abc import Callable, Iterable

from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN, LegendEntry, Placed, legend, title_block
from journeykit.drawing.scene import Scene
from journeykit.drawing.words import say
from journeykit.journey import Journey

__all__ = ["framed"]


def framed(
    journey: Journey,
    rows: Iterable[Callable[[float], Placed]],
    *,
    options: Options,
    width: float,
    subtitle: str,
    below_title: float,
    gap: float,
    entries: Iterable[LegendEntry],
    description: str,
) -> Scene:
    """Return the picture of rows, each of which is drawn from the y that it is given.

    Args:
        journey: The journey.
        rows: The rows, from the top down.
        options: What is wanted of the picture.
        width: Width of the picture.
        subtitle: What is said under the title.
        below_title: Free room between the title and the rows.
        gap: Free room between rows.
        entries: The legend.
        description: What there is to see, for those who cannot see it.
    """
    lang, colours = options.lang, options.theme
    title = (options.title if options.title is not None else journey.label).pick(lang)
    head = title_block(
        title,
        subtitle,
        x=MARGIN,
        y=MARGIN,
        width=width - 2 * MARGIN,
        colours=colours,
        state=say("future", lang) if journey.state == "future" else "",
        lang=lang,
    )
    items, y = list(head.items), head.bottom + below_title
    for row in rows:
        placed = row(y)
        items += placed.items
        y = placed.bottom + gap
    signs = legend(entries, x=MARGIN, y=y - gap + 12, width=width - 2 * MARGIN, colours=colours)
    return Scene(
        width,
        signs.bottom + MARGIN - 6,
        background=colours.paper,
        title=title,
        description=description,
        lang=lang,
        items=[*items, *signs.items],
    )
