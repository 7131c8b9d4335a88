"""Flows on paper: ribbons, bars, and the figures on them."""

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve

from journeykit.drawing import marks, parts
from journeykit.drawing.geometry import Chain, Ruler, line, monotone
from journeykit.drawing.lines import area_between
from journeykit.drawing.palette import Theme, mix, phase_colours
from journeykit.drawing.parts import LegendEntry
from journeykit.drawing.scene import Box, Card, Curve, Point, Polygon, Rect, Shape, TextBlock
from journeykit.drawing.views._flows import Flows, Ribbon
from journeykit.drawing.views._phase_layout import as_card
from journeykit.drawing.views._phrases import percent
from journeykit.drawing.views.flow.middles import Middles, middle_of
from journeykit.drawing.views.flow.ribbons import BAR, Drop, Laid
from journeykit.drawing.views.flow.words import (
    of_drop,
    of_ribbon,
    of_station,
    said,
    under_name,
)
from journeykit.drawing.words import say
from journeykit.transition import CONVERSION, START

__all__ = ["bars", "drops", "end_name", "headers", "legend_entries", "ribbons"]

_SMALL: Final = 8.5
_FIGURE: Final = 9.5
_NAME: Final = 11.5
_HEAD: Final = 10.0
_PILL: Final = 14.0
_PAD: Final = 4.0
_SIGN: Final = 9.0  # what the sign that points back takes of a figure
_BETWEEN: Final = 12.0  # from one name to the next
_THIN: Final = 1.2  # thinner ribbons get an outline, lest they vanish
_EDGE: Final = 2.4  # half of it is seen beside the ribbon
_ROOMY: Final = 16.0  # a ribbon that is as high as this holds its own figure
_TINTS: Final = {
    "next": ("online", 0.34),
    "skip": ("offline", 0.5),
    "back": ("negative", 0.4),
    "drop": ("rule", 0.38),
    "conversion": ("positive", 0.38),
}


def _tint(kind: str, colours: Theme) -> str:
    role, share = _TINTS[kind]
    return mix(colours.paper, getattr(colours, role), share=share)


def _kind(flows: Flows, ribbon: Ribbon) -> str:
    ends = flows.stations[ribbon.target].key == CONVERSION
    return "conversion" if ends else ribbon.kind


def _area(outer: Chain, inner: Chain, width: float, fill: str) -> Curve:
    """Return the area between the two sides of a ribbon."""
    back = inner[::-1]
    outline = outer + line(outer[-1], back[0])[1:] + back[1:]
    stroke = fill if width < _THIN else None
    return Curve(outline, closed=True, fill=fill, stroke=stroke, stroke_width=0.8)


# --- ribbons ----------------------------------------------------------------------------


def drops(
    flows: Flows, laid: Laid, room: tuple[float, float], colours: Theme, lang: str
) -> list[Shape]:
    """Return those who leave: ribbons that fall, with a head and a figure at the end of each.

    Args:
        flows: What flows.
        laid: Where.
        room: From where to where figures may reach.
        colours: The theme.
        lang: Language of the words.
    """
    fill = _tint("drop", colours)
    items: list[Shape] = []
    labels: list[tuple[Drop, TextBlock, TextBlock]] = []
    for one in laid.drops:
        station, channel = flows.stations[one.station], one.channel
        x, y = channel.middle
        half = max(5.0, channel.width / 2 + 3)
        head = Polygon([(x - half, y), (x + half, y), (x, y + _HEAD)], fill=colours.rule)
        area = _area(channel.outer, channel.inner, channel.width, fill)
        items.append(as_card([area, head], of_drop(flows, station, lang)))
        count = parts.text(
            "−" + flows.said(station.left, lang),
            x,
            y + _HEAD + 5,
            size=10.5,
            bold=True,
            anchor="middle",
            colour=colours.ink,
            background=colours.paper,
        )
        share = parts.text(
            said("leave", lang, share=percent(station.left / station.passed)),
            x,
            count.bottom + 1,
            size=_SMALL,
            anchor="middle",
            colour=colours.muted,
            background=colours.paper,
        )
        labels.append((one, count, share))
    widths = [max(_width(count), _width(share)) for _, count, share in labels]
    middles = _apart([count.x for _, count, _ in labels], widths, room)
    for (_, count, share), x in zip(labels, middles, strict=True):
        items += (evolve(count, x=x), evolve(share, x=x))
    return items


def _width(block: TextBlock) -> float:
    left, _, right, _ = parts.text_box(block)
    return right - left


def _apart(
    wanted: Sequence[float], widths: Sequence[float], room: tuple[float, float]
) -> list[float]:
    """Return middles near the wanted ones, so far apart that no two things overlap."""
    places = list(wanted)
    left = room[0]
    for number, width in enumerate(widths):
        places[number] = max(places[number], left + width / 2)
        left = places[number] + width / 2 + 8
    right = room[1]
    for number in reversed(range(len(places))):
        places[number] = min(places[number], right - widths[number] / 2)
        right = places[number] - widths[number] / 2 - 8
    return places


def ribbons(flows: Flows, laid: Laid, colours: Theme, lang: str) -> tuple[list[Shape], list[Shape]]:
    """Return the ribbons from bar to bar, and the figures on them.

    Args:
        flows: What flows.
        laid: Where.
        colours: The theme.
        lang: Language of the words.
    """
    shapes: list[Shape] = []
    figures: list[Shape] = []
    taken: list[Box] = []
    for ribbon, channel in laid.backs:
        tooltip = of_ribbon(flows, ribbon, lang)
        area = _area(channel.outer, channel.inner, channel.width, _tint("back", colours))
        shapes.append(as_card([area], tooltip))
        pill = _pill(flows.said(ribbon.flow, lang), channel.middle, colours, back=True)
        card = as_card(pill, tooltip)
        figures.append(card)
        taken.append(card.box)
    bands = sorted(laid.bands, key=lambda band: band.ribbon.kind == "skip")
    straight = sum(band.ribbon.kind != "skip" for band in bands)
    middles = Middles.of(bands, laid.scale)
    for number, band in enumerate(bands):
        ribbon, width = band.ribbon, band.ribbon.flow * laid.scale
        kind, tooltip = _kind(flows, ribbon), of_ribbon(flows, ribbon, lang)
        fill = _tint(kind, colours)
        areas = [_area(band.top, band.bottom, width, fill)]
        if ribbon.kind == "skip" and middles.lies_on(number, range(straight, number)):
            # Without an edge, nobody could tell which of two ways that cross leads where.
            areas.insert(0, evolve(areas[0], stroke=colours.paper, stroke_width=_EDGE))
        # Ways that lead straight on lie under those that lead back.
        shapes.insert(0 if ribbon.kind == "next" else len(shapes), as_card(areas, tooltip))
        words = flows.said(ribbon.flow, lang)
        middle = middle_of(band, laid.scale)
        if ribbon.kind == "next":
            at = ((middle[0][0] + middle[-1][0]) / 2, middle[0][1])
            words = percent(ribbon.flow / flows.stations[ribbon.source].passed)
            if width >= _ROOMY:
                figures.append(_inside(words, (at[0], min(at[1], laid.top + 20)), fill, colours))
                continue
            spot: Point | None = at
        elif ribbon.flow < flows.told_from:
            continue
        else:
            size = (marks.pill_width(words, size=_FIGURE, pad=_PAD), _PILL)
            spot = middles.free_place(number, Ruler(middle), size, taken)
        if spot is not None:
            card = as_card(_pill(words, spot, colours), tooltip)
            figures.append(card)
            taken.append(card.box)
    return shapes, figures


def _inside(words: str, at: Point, fill: str, colours: Theme, *, size: float = 10.0) -> TextBlock:
    return parts.text(
        words,
        *at,
        size=size,
        bold=True,
        anchor="middle",
        valign="middle",
        colour=colours.ink,
        background=fill,
    )


def _pill(words: str, at: Point, colours: Theme, *, back: bool = False) -> tuple[Shape, ...]:
    """Return a figure on a ground of its own; that of a way back with a sign that points back."""
    x, y = at
    sign = _SIGN if back else 0.0
    wide = marks.pill_width(words, size=_FIGURE, pad=_PAD) + sign
    ground = Rect(x - wide / 2, y - _PILL / 2, wide, _PILL, radius=_PILL / 2, fill=colours.paper)
    said = _inside(words, (x + sign / 2, y), colours.paper, colours, size=_FIGURE)
    tip = ground.x + _PAD
    arrow = Polygon([(tip, y), (tip + 7, y - 4), (tip + 7, y + 4)], fill=colours.negative)
    return (ground, arrow, said) if back else (ground, said)


# --- bars -------------------------------------------------------------------------------


def bars(flows: Flows, laid: Laid, colours: Theme, lang: str) -> list[Shape]:
    """Return the bars, one colour a step from dark to light.

    Args:
        flows: What flows.
        laid: Where.
        colours: The theme.
        lang: Language of the words.
    """
    steps = sum(station.key not in (START, CONVERSION) for station in flows.stations)
    fills = iter(phase_colours(steps, colours))
    items: list[Shape] = []
    for number, (station, x) in enumerate(zip(flows.stations, laid.xs, strict=True)):
        ends = {START: colours.ink, CONVERSION: colours.positive}
        fill = ends[station.key] if station.key in ends else next(fills)
        high = max(laid.height(station), 1.0)
        bar = Rect(x, laid.top, BAR, high, radius=min(2, high / 4), fill=fill)
        tooltip = of_station(flows, number, lang)
        items.append(Card(x, laid.top, BAR, high, items=[bar], tooltip=tooltip))
    return items


def headers(
    flows: Flows, xs: Sequence[float], *, right: float, colours: Theme, lang: str
) -> tuple[Card, ...]:
    """Return the names of all bars but the conversion, with how many pass, over the bars at 0.

    Args:
        flows: What flows.
        xs: Left sides of the bars.
        right: How far the last may reach.
        colours: The theme.
        lang: Language of the words.
    """
    found = []
    for number, (station, x) in enumerate(zip(flows.stations, xs, strict=True)):
        if station.key == CONVERSION:
            continue
        width = (xs[number + 1] - _BETWEEN if number + 1 < len(xs) else right) - x
        name = parts.fitted_text(
            station.label,
            x,
            0,
            width=width,
            sizes=(_NAME, 11, 10, 9),
            max_lines=3,
            anchor="start",
            valign="top",
            colour=colours.ink,
            background=colours.paper,
            lang=lang,
        )
        blocks = [name] if name.lines else []
        blocks += _small(under_name(flows, number, lang), x, width, colours, lang)
        high = sum(block.height for block in blocks)
        top = -high - 7
        placed: list[Shape] = []
        for block in blocks:
            placed.append(evolve(block, y=top))
            top += block.height
        tooltip = of_station(flows, number, lang)
        found.append(Card(x, -high - 7, width, high, items=placed, tooltip=tooltip))
    return tuple(found)


def _small(
    words: Iterable[str], x: float, width: float, colours: Theme, lang: str
) -> list[TextBlock]:
    return [
        parts.text(
            one,
            x,
            0,
            size=_SMALL,
            width=width,
            max_lines=2,
            colour=colours.muted,
            background=colours.paper,
            lang=lang,
        )
        for one in words
    ]


def end_name(flows: Flows, laid: Laid, *, width: float, colours: Theme, lang: str) -> list[Shape]:
    """Return the name of the conversion at the right of its bar, if there is any.

    Args:
        flows: What flows.
        laid: Where.
        width: Room for it.
        colours: The theme.
        lang: Language of the words.
    """
    number = len(flows.stations) - 1
    station = flows.stations[number]
    if station.key != CONVERSION:
        return []
    x, y = laid.xs[number] + BAR + 7, laid.top
    count = parts.text(
        flows.said(station.passed, lang),
        x,
        y,
        size=_NAME,
        bold=True,
        colour=colours.ink,
        background=colours.paper,
    )
    words = [station.label]
    if flows.customers is not None:
        words.append(said("of_start", lang, share=percent(station.passed)))
    items: list[Shape] = [count]
    y = count.bottom + 1
    for block in _small(words, x, width, colours, lang):
        items.append(evolve(block, y=y))
        y += block.height
    return items


# --- legend -----------------------------------------------------------------------------


def legend_entries(flows: Flows, colours: Theme, lang: str) -> list[LegendEntry]:
    """Return the kinds of ribbons that there are.

    Args:
        flows: What flows.
        colours: The theme.
        lang: Language of the words.
    """
    kinds = {_kind(flows, one) for one in flows.ribbons}
    words = {
        "next": said("on", lang),
        "skip": say("skip", lang),
        "back": say("back", lang),
        "conversion": say("conversion", lang),
        "drop": say("drop_off", lang),
    }
    if any(station.left > 0 for station in flows.stations):
        kinds.add("drop")
    return [
        LegendEntry(label, _sample(kind, colours), 24)
        for kind, label in words.items()
        if kind in kinds
    ]


def _sample(kind: str, colours: Theme) -> tuple[Shape, ...]:
    """Return how a kind of ribbon looks, told apart by shape as well as by colour."""
    fill = _tint(kind, colours)
    ground = Rect(0, -5, 24, 10, radius=2, fill=fill)
    if kind == "skip":
        upper = monotone([(0, -6), (8, 0), (16, 0), (24, -6)])
        return (area_between(upper, tuple((x, y + 6) for x, y in upper), fill=fill),)
    if kind == "conversion":
        return (ground, Rect(18, -5, 6, 10, radius=1, fill=colours.positive))
    if kind == "back":
        return (ground, Polygon([(7, 0), (15, -4), (15, 4)], fill=colours.negative))
    if kind == "drop":
        return (ground, Polygon([(7, -2.5), (17, -2.5), (12, 3.5)], fill=colours.rule))
    return (ground,)
