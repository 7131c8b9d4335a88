"""Parts that views share: text in a room, panels, headers, lists, the title and the legend."""

from collections.abc import Iterable

from attrs import evolve, frozen

from journeykit.drawing import lines, marks, metrics
from journeykit.drawing.palette import Theme
from journeykit.drawing.scene import LEADING, Polygon, Rect, Shape, moved
from journeykit.drawing.typesetting import Valign, fitted_text, text, text_box

__all__ = [
    "MARGIN",
    "LegendEntry",
    "Placed",
    "Valign",
    "bullets",
    "chevron",
    "fitted_text",
    "legend",
    "panel",
    "phase_header",
    "text",
    "text_box",
    "title_block",
    "transition_entry",
]

MARGIN = 28.0
"""Free room around a picture, in points."""
_CAPITAL = 0.69  # height of a capital, in sizes


@frozen
class Placed:
    """Shapes that were given a place, and where they end.

    Args:
        items: The shapes.
        right: The x after them.
        bottom: The y under them.
    """

    items: tuple[Shape, ...]
    right: float
    bottom: float


def panel(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str,
    stroke: str | None = None,
    radius: float = 4.0,
    dash: tuple[float, ...] | None = None,
    stroke_width: float = 1.0,
) -> Rect:
    """Return a panel with round corners; cards take a radius of 5, boxes of phases 8.

    Args:
        x: Left side.
        y: Top.
        width: Width.
        height: Height.
        fill: Colour inside.
        stroke: Colour of the outline, or None.
        radius: Radius of the corners.
        dash: Lengths on and off for a dashed outline.
        stroke_width: Width of the outline.

    Example:
        >>> panel(0, 0, 150, 40, fill="#F4F6F9").radius
        4.0
    """
    return Rect(
        x,
        y,
        width,
        height,
        radius=radius,
        fill=fill,
        stroke=stroke,
        stroke_width=stroke_width,
        dash=dash,
    )


def chevron(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str,
    point: float = 8.5,
    first: bool = False,
    gap: float = 2.0,
) -> Polygon:
    """Return the header of a phase: an arrow to the next one, within its own column.

    Args:
        x: Left side of the column.
        y: Top.
        width: Width of the column.
        height: Height.
        fill: Its colour.
        point: How far its point reaches, and its notch.
        first: Whether it is the first, with a straight left side.
        gap: Room left free before the next column.

    Example:
        >>> chevron(0, 0, 150, 40, fill="#14406B").box
        (0.0, 0.0, 148.0, 40.0)
    """
    middle, right = y + height / 2, x + width - gap
    corners = [
        (x, y),
        (right - point, y),
        (right, middle),
        (right - point, y + height),
        (x, y + height),
    ]
    return Polygon(corners if first else [*corners, (x + point, middle)], fill=fill)


def phase_header(
    x: float,
    y: float,
    width: float,
    height: float,
    words: str,
    *,
    fill: str,
    colour: str,
    below: str = "",
    first: bool = False,
    last: bool = False,
    point: float = 8.5,
    lang: str | None = None,
) -> tuple[Shape, ...]:
    """Return a chevron with the name of a phase in it, and a smaller line below the name.

    Args:
        x: Left side of the column.
        y: Top.
        width: Width of the column.
        height: Height.
        words: Name of the phase.
        fill: Colour of the chevron.
        colour: Colour of the words.
        below: A second, smaller line, or nothing.
        first: Whether it is the first.
        last: Whether it is the last, which leaves no gap.
        point: How far the point reaches.
        lang: Language of the words, for hyphenation.

    Example:
        >>> shape, name = phase_header(
        ...     0, 0, 150, 40, "Awareness", fill="#14406B", colour="#FFFFFF"
        ... )
        >>> name.lines
        ('Awareness',)
    """
    gap = 0.0 if last else 2.0
    shape = chevron(x, y, width, height, fill=fill, point=point, first=first, gap=gap)
    middle, inner = x + (width - gap) / 2, width - gap - 2 * point - 6
    name = fitted_text(
        words,
        middle,
        y + height / 2,
        width=inner,
        sizes=(12, 11, 10, 9),
        colour=colour,
        background=fill,
        max_lines=3,
        height=height - 2 - (8.5 * LEADING if below else 0),
        lang=lang,
    )
    if not below:
        return (shape, name)
    second = text(
        below,
        middle,
        0,
        size=8.5,
        width=inner,
        anchor="middle",
        colour=colour,
        background=fill,
        max_lines=1,
    )
    top = y + (height - name.height - second.height) / 2
    return (shape, evolve(name, y=top), evolve(second, y=top + name.height))


def bullets(
    entries: Iterable[str],
    x: float,
    y: float,
    *,
    width: float,
    colour: str,
    background: str,
    mark: marks.Mark = "dot",
    mark_colour: str,
    size: float = 9.5,
    gap: float = 3.5,
    indent: float = 11.0,
    lang: str | None = None,
) -> Placed:
    """Return a list with a small mark before each entry.

    Args:
        entries: What the entries say.
        x: Left side of the marks.
        y: Top.
        width: Room for marks and words.
        colour: Colour of the words.
        background: The colour that lies under them.
        mark: ``"dot"``, ``"plus"``, ``"minus"``, ``"triangle"`` or ``"up"``.
        mark_colour: Colour of the marks.
        size: Size of the type.
        gap: Free room between entries.
        indent: From the marks to the words.
        lang: Language of the words, for hyphenation.

    Example:
        >>> placed = bullets(
        ...     ["Searches", "Compares"], 0, 0, width=150, colour="#1B2733",
        ...     background="#FFFFFF", mark_colour="#7C8998",
        ... )
        >>> round(placed.bottom, 1)
        26.3
    """
    items: list[Shape] = []
    top = y
    for entry in entries:
        block = text(
            entry,
            x + indent,
            top,
            size=size,
            width=width - indent,
            colour=colour,
            background=background,
            body=True,
            lang=lang,
        )
        level = block.baseline(0) - size * _CAPITAL / 2
        items += marks.mark(mark, x + 3.2, level, colour=mark_colour, size=6.4)
        items.append(block)
        top = block.bottom + gap
    return Placed(tuple(items), x + width, max(y, top - gap))


def title_block(
    title: str,
    subtitle: str = "",
    *,
    x: float,
    y: float,
    width: float,
    colours: Theme,
    state: str = "",
    lang: str | None = None,
) -> Placed:
    """Return the title of a picture, a line below it, and a pill at the right.

    Args:
        title: The title.
        subtitle: What is said below it, or nothing.
        x: Left side.
        y: Top.
        width: Room.
        colours: The theme.
        state: What the pill says, for instance "Current state", or nothing.
        lang: Language of the words, for hyphenation.

    Example:
        >>> from journeykit.drawing.palette import LIGHT
        >>> title_block("Finding a salon", x=28, y=28, width=500, colours=LIGHT).bottom
        50.8
    """
    items: list[Shape] = []
    room = width
    if state:
        room -= marks.pill_width(state, pad=12) + 16
        items += marks.pill(
            x + width,
            y + 13,
            state,
            colour=colours.ink,
            fill=colours.panel2,
            anchor="end",
            pad=12,
            height=22,
        )
    name = fitted_text(
        title,
        x,
        y,
        width=room,
        sizes=(19, 17, 15),
        colour=colours.ink,
        background=colours.paper,
        anchor="start",
        valign="top",
        max_lines=3,
        lang=lang,
    )
    below = text(
        subtitle,
        x,
        name.bottom + 3,
        size=10.5,
        width=width,
        colour=colours.muted,
        background=colours.paper,
        max_lines=3,
        lang=lang,
    )
    items += [block for block in (name, below) if block.lines]
    return Placed(tuple(items), x + width, below.bottom if below.lines else name.bottom)


@frozen
class LegendEntry:
    """One sign of a legend.

    Args:
        label: What the sign means.
        items: The sign, drawn from x = 0 rightwards, around y = 0.
        width: Width of the sign.
    """

    label: str
    items: tuple[Shape, ...]
    width: float


def transition_entry(kind: str, label: str, *, colours: Theme) -> LegendEntry:
    """Return the legend of a kind of transition, with a sample of how it is drawn.

    Args:
        kind: ``"next"``, ``"skip"``, ``"back"``, ``"repeat"``, ``"entry"`` or ``"exit"``.
        label: What it is called.
        colours: The theme.

    Example:
        >>> from journeykit.drawing.palette import LIGHT
        >>> transition_entry("back", "Back", colours=LIGHT).width
        36
    """
    if kind == "exit":
        sign = lines.drop_out(0, 0, length=30, angle=0, colour=colours.muted, paper=colours.paper)
        return LegendEntry(label, sign, 36)
    stroke = lines.transition_stroke(kind, colours)
    sign = lines.arrow(
        ((0, 0), (36, 0)),
        colour=stroke.colour,
        head=stroke.head,
        dash=stroke.dash,
        width=2,
        paper=colours.paper,
    )
    return LegendEntry(label, sign, 36)


def legend(
    entries: Iterable[LegendEntry],
    *,
    x: float,
    y: float,
    width: float,
    colours: Theme,
    size: float = 9.0,
) -> Placed:
    """Return a legend: signs and their meaning from left to right, on more rows where needed.

    Args:
        entries: The signs.
        x: Left side.
        y: Top.
        width: Room.
        colours: The theme.
        size: Size of the type.

    Example:
        >>> from journeykit.drawing.palette import LIGHT
        >>> entries = [transition_entry("next", "Forward", colours=LIGHT)]
        >>> legend(entries, x=28, y=300, width=500, colours=LIGHT).bottom
        318.0
    """
    row, gap, between = 18.0, 7.0, 24.0
    items: list[Shape] = []
    left, top, right = x, y, x
    for entry in entries:
        taken = entry.width + gap + metrics.width(entry.label, size) * metrics.SAFETY
        if left > x and left + taken > x + width:
            left, top = x, top + row
        label = text(
            entry.label,
            left + entry.width + gap,
            top + row / 2,
            size=size,
            width=max(size, width - entry.width - gap),
            valign="middle",
            colour=colours.muted,
            background=colours.paper,
            max_lines=1,
        )
        items += moved(entry.items, left, top + row / 2)
        items.append(label)
        left += taken + between
        right = max(right, left - between)
    return Placed(tuple(items), right, top + row if items else y)
