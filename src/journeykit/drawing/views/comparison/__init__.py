"""Two journeys in one picture: what stays, comes, goes and changes, and how each feels."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from journeykit.drawing import marks, parts
from journeykit.drawing.geometry import line
from journeykit.drawing.options import Options
from journeykit.drawing.palette import Theme, phase_colours
from journeykit.drawing.parts import MARGIN, LegendEntry, Placed, legend, title_block
from journeykit.drawing.scene import Card, Curve, Ellipse, Scene, Shape, TextBlock
from journeykit.drawing.views import _sentences
from journeykit.drawing.views.comparison.curves import DASH, curves, goals
from journeykit.drawing.views.comparison.pairs import Column, Fate, Slot, columns_of, difference_of
from journeykit.drawing.views.comparison.sheet import GAP, LABEL, PAD, Sheet, row
from journeykit.drawing.words import say
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint

__all__ = ["scene"]

_COLUMN: Final = 172.0
_NARROWEST: Final = 120.0
_MOST: Final = 7  # columns in a band
_HEADER: Final = 36.0
_BETWEEN: Final = 6.0
_BADGE: Final = 8.0
_PHASELESS: Final = Text({"en": "In no phase", "nl": "In geen enkele fase"})


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


_FATES: Final[dict[Fate, Text]] = {
    "changed": _word("changed", "gewijzigd"),
    "removed": _word("removed", "vervallen"),
    "added": _word("added", "nieuw"),
    "kept": _word("kept", "gebleven"),
}
_OTHER: Final = (
    _word("other difference", "ander verschil"),
    _word("other differences", "andere verschillen"),
)
_NONE: Final = _word("no differences", "geen verschillen")
_BEFORE: Final = _word("Before", "Eerst")
_AFTER: Final = _word("After", "Daarna")
_EMOTION_OF: Final = _word("Emotion: {name}", "Emotie: {name}")
_DESCRIBED: Final = _word(
    "Comparison of “{before}” and “{after}”: {counts}.",
    "Vergelijking van “{before}” en “{after}”: {counts}.",
)


def scene(subject: object, options: Options) -> Scene:
    """Draw what is different between two journeys.

    A touchpoint that both have keeps its place, so that the eye finds what is new. Emotions are
    the means of each phase; what lies between the two curves is the gain or the loss.

    Args:
        subject: What `journeykit.compare` returns.
        options: What is wanted of the picture.

    Raises:
        RenderError: It is something else.

    Example:
        >>> from journeykit import compare
        >>> from journeykit.presets import SALON
        >>> scene(compare(SALON, SALON.evolve(state="future")), Options()).title
        'Finding a curly-hair salon'
    """
    difference = difference_of(subject)
    now, later = difference.before, difference.after
    columns = columns_of(difference) or (Column(None, (), None, None, ()),)
    sheet = Sheet(
        columns,
        _names(now.state, later.state, options.lang),
        options,
        _column_width(min(len(columns), _MOST), options.width),
    )
    labels = dict.fromkeys(journey.label.pick(options.lang) for journey in (now, later))
    title = options.title.pick(options.lang) if options.title else " → ".join(labels)
    counts = _counts(
        columns, len([*difference.added, *difference.removed, *difference.changed]), options.lang
    )
    head = title_block(
        title,
        counts,
        x=MARGIN,
        y=MARGIN,
        width=sheet.width,
        colours=sheet.colours,
        lang=options.lang,
    )
    items, y = list(head.items), head.bottom + 18
    for first, band in sheet.bands():
        drawn = _band(sheet, first, band, y)
        items += drawn.items
        y = drawn.bottom + 16
    signs = legend(
        _legend(sheet),
        x=MARGIN + LABEL,
        y=y - 4,
        width=sheet.width - LABEL,
        colours=sheet.colours,
    )
    items += signs.items
    return Scene(
        sheet.width + 2 * MARGIN,
        signs.bottom + MARGIN - 6,
        background=sheet.colours.paper,
        title=title,
        description=_DESCRIBED.pick(options.lang).format(
            before=now.label.pick(options.lang),
            after=later.label.pick(options.lang),
            counts=counts,
        ),
        lang=options.lang,
        items=items,
    )


def _names(now: str, later: str, lang: str) -> tuple[str, str]:
    if now == later:
        return _BEFORE.pick(lang), _AFTER.pick(lang)
    return say(now, lang), say(later, lang)


def _column_width(count: int, width: float | None) -> float:
    if width is None:
        return _COLUMN
    return max(_NARROWEST, (width - 2 * MARGIN - LABEL) / count)


def _counts(columns: Iterable[Column], all_changes: int, lang: str) -> str:
    fates: dict[str, Fate] = {}
    for column in columns:
        for slot in column.slots:
            for spot in filter(None, (slot.before, slot.after)):
                fates[spot.key] = slot.fate
    counts: dict[Fate, int] = {fate: list(fates.values()).count(fate) for fate in _FATES}
    said = [f"{count} {_FATES[fate].pick(lang)}" for fate, count in counts.items() if count]
    others = all_changes - sum(count for fate, count in counts.items() if fate != "kept")
    if others > 0:
        said.append(_sentences.counted(others, *_OTHER, lang))
    return " · ".join(said) if all_changes else _NONE.pick(lang)


# --- a band: its header and its four rows -----------------------------------------------


def _band(sheet: Sheet, first: int, band: Sequence[Column], y: float) -> Placed:
    fills = phase_colours(len(sheet.columns), sheet.colours)
    right = sheet.x(len(band))
    items: list[Shape] = []
    for place, column in enumerate(band):
        items += parts.phase_header(
            sheet.x(place),
            y,
            sheet.column,
            _HEADER,
            (column.phase.label if column.phase else _PHASELESS).pick(sheet.lang),
            fill=fills[first + place],
            colour=sheet.colours.on_brand,
            first=place == 0,
            last=place == len(band) - 1,
            lang=sheet.lang,
        )
    y += _HEADER + 10
    for strip in (_now, curves, _later, goals):
        placed = strip(sheet, band, y)
        items += placed.items
        y = placed.bottom
    return Placed(tuple(items), right, y)


# --- touchpoints ------------------------------------------------------------------------


def _now(sheet: Sheet, band: Sequence[Column], y: float) -> Placed:
    return _cards(sheet, band, y, later=False)


def _later(sheet: Sheet, band: Sequence[Column], y: float) -> Placed:
    return _cards(sheet, band, y, later=True)


def _cards(sheet: Sheet, band: Sequence[Column], y: float, *, later: bool) -> Placed:
    """Return the touchpoints of one journey; those of a row are equally high in both."""
    heights = _heights(sheet, band)
    height = sum(heights) + _BETWEEN * max(len(heights) - 1, 0) + 2 * PAD
    height = max(height, 44)
    name, icon = sheet.names[later], "bulb" if later else "flag"
    items = row(sheet, y, height, count=len(band), name=name, icon=icon)
    for place, column in enumerate(band):
        top = y + PAD
        for slot, high in zip(column.slots, heights, strict=False):
            spot = slot.after if later else slot.before
            if spot is not None:
                items.append(_card(sheet, slot, spot, (place, top, high), later=later))
            top += high + _BETWEEN
    return Placed(tuple(items), sheet.x(len(band)), y + height + 8)


def _heights(sheet: Sheet, band: Sequence[Column]) -> list[float]:
    most = max(len(column.slots) for column in band)
    heights = [32.0] * most
    for column in band:
        for number, slot in enumerate(column.slots):
            for spot in (slot.before, slot.after):
                if spot is not None:
                    words = _words(sheet, spot, 0, 0, colour="#000000", background="#FFFFFF")
                    heights[number] = max(heights[number], words.height + 12)
    return heights


def _words(
    sheet: Sheet,
    spot: Touchpoint,
    x: float,
    y: float,
    *,
    colour: str,
    background: str,
    bold: bool = True,
    strike: bool = False,
) -> TextBlock:
    return parts.text(
        spot.label.pick(sheet.lang),
        x,
        y,
        size=9.5,
        width=sheet.column - GAP - 2 * PAD - 40,
        valign="middle",
        bold=bold,
        strike=strike,
        colour=colour,
        background=background,
        max_lines=4,
        lang=sheet.lang,
    )


def _card(
    sheet: Sheet, slot: Slot, spot: Touchpoint, at: tuple[int, float, float], *, later: bool
) -> Card:
    place, y, height = at
    colours = sheet.colours
    x, width = sheet.x(place) + PAD, sheet.column - GAP - 2 * PAD
    colour, fill, solid = _look(slot.fate, colours, later=later)
    ground = parts.panel(
        x,
        y,
        width,
        height,
        fill=fill,
        stroke=colour or colours.hairline,
        radius=5,
        dash=None if solid or slot.fate == "kept" else DASH,
        stroke_width=1.8 if solid else 1.1,
    )
    middle = y + height / 2
    items: list[Shape] = [ground, *_sign(slot.fate, x + 18, middle, colours, fill, solid=solid)]
    ink = colours.negative if slot.fate == "removed" else colours.ink
    if slot.fate == "changed" and not later:
        ink = colours.muted
    items.append(
        _words(
            sheet,
            spot,
            x + 34,
            middle,
            colour=ink,
            background=fill,
            bold=solid,
            strike=slot.fate == "removed",
        )
    )
    name = f"{spot.label.pick(sheet.lang)} ({_FATES[slot.fate].pick(sheet.lang)})"
    tooltip = "\n".join(filter(None, (name, slot.told)))
    return Card(x, y, width, height, items=items, tooltip=tooltip)


def _look(fate: Fate, colours: Theme, *, later: bool) -> tuple[str, str, bool]:
    """Return the colour of a card, what it is filled with, and whether it is emphasised."""
    if fate == "added":
        return colours.positive, colours.positive_tint, True
    if fate == "removed":
        return colours.negative, colours.panel, False
    if fate == "changed":
        return colours.online, colours.online_tint if later else colours.paper, later
    return "", colours.paper, False


def _sign(
    fate: Fate, x: float, y: float, colours: Theme, ground: str, *, solid: bool
) -> tuple[Shape, ...]:
    if fate == "kept":
        return marks.mark("dot", x, y, colour=colours.rule, size=8)
    colour, _, _ = _look(fate, colours, later=solid)
    kind: dict[Fate, marks.Mark] = {"added": "plus", "removed": "minus", "changed": "up"}
    filled = solid or fate == "removed"
    circle = Ellipse(
        x, y, _BADGE, fill=colour if filled else ground, stroke=colour, stroke_width=1.3
    )
    inner = colours.paper if filled else colour
    return (circle, *marks.mark(kind[fate], x, y, colour=inner, size=8))


# --- legend -----------------------------------------------------------------------------


def _legend(sheet: Sheet) -> Iterator[LegendEntry]:
    """Give the signs that occur, each with its meaning."""
    colours = sheet.colours
    fates = {slot.fate for column in sheet.columns for slot in column.slots}
    for fate in ("added", "removed", "changed", "kept"):
        if fate in fates:
            shapes = _sign(fate, 9, 0, colours, colours.paper, solid=fate != "removed")
            yield LegendEntry(_FATES[fate].pick(sheet.lang).capitalize(), shapes, 18)
    looks = ((colours.muted, DASH), (colours.positive, None))
    felt = (
        any(column.now is not None for column in sheet.columns),
        any(column.later is not None for column in sheet.columns),
    )
    for name, (colour, dash), here in zip(sheet.names, looks, felt, strict=True):
        if here:
            sample = Curve(line((0, 0), (30, 0)), stroke=colour, stroke_width=2.2, dash=dash)
            label = _EMOTION_OF.pick(sheet.lang).format(name=name.lower())
            yield LegendEntry(label, (sample,), 30)
