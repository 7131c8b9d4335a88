"""Rows of the map of touchpoints, painted: zones, phases, the time line, the route, the stops."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from journeykit.drawing import icons, lines, marks, parts
from journeykit.drawing.palette import Theme, mix, phase_colours
from journeykit.drawing.parts import MARGIN, LegendEntry, Placed
from journeykit.drawing.scene import Card, Ellipse, Rect, Shape, TextBlock
from journeykit.drawing.views._cells import mood
from journeykit.drawing.views._chips import ground, ink
from journeykit.drawing.views._phrases import phrase
from journeykit.drawing.views._sentences import of_touchpoint
from journeykit.drawing.views._stops import Band
from journeykit.drawing.views.touchpoints.places import LABEL_SIZE, Place, Zone
from journeykit.drawing.views.touchpoints.rows import Row
from journeykit.drawing.words import say
from journeykit.journey import Journey

__all__ = ["Sheet", "legend_entries", "row_shapes", "zone_grounds", "zone_name"]

_HEADER: Final = 31.0
_BADGE: Final = 14.0
_ICON: Final = 17.0
_FACE: Final = 7.5
_NEXT_FACE: Final = 17.0  # from one face to the next, in the legend
_THREE_DIGITS: Final = 100
_PAD: Final = 10.0  # from the names to the edge of their zone
_DOT: Final = 1.6
_LEAST: Final = 62.0  # height of a zone, for its name


@frozen
class Sheet:
    """What all rows share.

    Args:
        journey: The journey.
        colours: The theme.
        lang: Language of the words.
        rows: All rows.
    """

    journey: Journey
    colours: Theme
    lang: str
    rows: tuple[Row, ...]

    def extents(self, row: Row) -> dict[Zone, tuple[float, float]]:
        """Return from where to where the zones of a row reach, seen from the time line.

        What is above and below the line anywhere in the picture is so in every row.
        """
        edge, found = row.edge, dict[Zone, tuple[float, float]]()
        zones = {place.zone for one in self.rows for place in one.places}
        if "online" in zones:
            top = min(row.extent("online") or (0.0,))
            found["online"] = (min(top - _PAD, -edge - _LEAST), -edge)
        if row.extent("middle") is not None:
            found["middle"] = (6 - edge, edge - 6)
        if "offline" in zones:
            bottom = max(row.extent("offline") or (0.0,))
            found["offline"] = (edge, max(bottom + _PAD, edge + _LEAST))
        return found

    @property
    def realms_known(self) -> bool:
        """Whether it is known of any touchpoint where it takes place."""
        return any(spot.channel is not None for spot in self.journey.touchpoints)


def zone_grounds(colours: Theme) -> dict[Zone, str]:
    """Return the colours that lie under the zones."""
    return {
        "online": mix(colours.online_tint, colours.paper, share=0.4),
        "middle": colours.panel,
        "offline": mix(colours.offline_tint, colours.paper, share=0.4),
    }


def zone_name(
    zone: Zone, x: float, y: float, *, width: float, colours: Theme, lang: str
) -> tuple[Shape, ...]:
    """Return what a zone is called, with its sign.

    Args:
        zone: The zone.
        x: The middle.
        y: The middle.
        width: Room for a line.
        colours: The theme.
        lang: Language of the name.
    """
    realm = "hybrid" if zone == "middle" else zone
    name = parts.text(
        say(realm, lang),
        x,
        y + 3,
        size=9 if zone == "middle" else 10.5,
        bold=True,
        width=width,
        anchor="middle",
        valign="bottom" if zone == "middle" else "top",
        colour=ink(realm, colours),
        background=zone_grounds(colours)[zone],
        lang=lang,
    )
    if zone == "middle":
        return (name,)
    sign = icons.icon(
        "web" if zone == "online" else "store", x - 10, y - 20, 20, ink(realm, colours), stroke=1.4
    )
    return (*sign, name)


def row_shapes(sheet: Sheet, row: Row, y: float) -> Placed:
    """Return the shapes of a row.

    Args:
        sheet: What all rows share.
        row: The row.
        y: Its top.
    """
    colours = sheet.colours
    items: list[Shape] = []
    if any(band.label is not None for band, _, _ in row.bands):
        items += _headers(sheet, row.bands, y)
        y += _HEADER + 8
    extents = sheet.extents(row)
    axis = y + max([_PAD, *(-top for top, _ in extents.values())])
    for zone, (top, bottom) in extents.items():
        items += _zone(sheet, row, zone, axis + top, axis + bottom)
    line = lines.arrow(((row.left, axis), (row.right, axis)), colour=colours.rule, width=1.3)
    items += (*line, _time(sheet, row, axis, on_panel="middle" in extents))
    items += (Ellipse(x, axis + dot, _DOT, fill=colours.ink) for x, dot in row.dots)
    grounds = zone_grounds(colours)
    for tag in row.tags:
        items += marks.pill(
            tag.x,
            axis + tag.y,
            tag.words,
            size=8,
            pad=3,
            height=12,
            colour=colours.ink,
            fill=colours.paper,
            stroke=colours.rule,
        )
    items += (_stop(sheet, place, axis, grounds[place.zone]) for place in row.places)
    bottom = axis + max([_PAD, *(bottom for _, bottom in extents.values())])
    return Placed(tuple(items), row.right, bottom)


def _headers(sheet: Sheet, bands: Sequence[tuple[Band, float, float]], y: float) -> list[Shape]:
    colours, model = sheet.colours, sheet.journey.model
    fills = phase_colours(len(model.phases) if model is not None else 1, colours)
    items: list[Shape] = []
    for rank, (band, left, right) in enumerate(bands):
        loose = band.label is None
        items += parts.phase_header(
            left,
            y,
            right - left,
            _HEADER,
            phrase("no_phase", sheet.lang) if band.label is None else band.label,
            fill=colours.panel2 if loose else fills[band.place],
            colour=colours.muted if loose else colours.on_brand,
            first=rank == 0,
            last=rank == len(bands) - 1,
            lang=sheet.lang,
        )
    return items


def _zone(sheet: Sheet, row: Row, zone: Zone, top: float, bottom: float) -> list[Shape]:
    colours, fill = sheet.colours, zone_grounds(sheet.colours)[zone]
    items: list[Shape] = [
        parts.panel(MARGIN, top, row.right - MARGIN, bottom - top, fill=fill, radius=5)
    ]
    items += (
        Rect(left - 2, top, 2, bottom - top, fill=colours.paper) for _, left, _ in row.bands[1:]
    )
    hybrid = any(place.stop.realm == "hybrid" for one in sheet.rows for place in one.places)
    if zone != "middle" or hybrid:
        middle = (top + bottom) / 2 - (6 if zone == "middle" else 0)
        width = row.left - MARGIN
        items += zone_name(
            zone, MARGIN + width / 2, middle, width=width - 6, colours=colours, lang=sheet.lang
        )
    return items


def _time(sheet: Sheet, row: Row, y: float, *, on_panel: bool) -> TextBlock:
    colours = sheet.colours
    return parts.text(
        say("time", sheet.lang),
        row.left - 5,
        y + (7 if on_panel else 0),
        size=8.5,
        anchor="end",
        valign="middle",
        colour=colours.muted,
        background=colours.panel if on_panel else colours.paper,
    )


def _stop(sheet: Sheet, place: Place, axis: float, under: str) -> Card:
    """Return a stop: its badge with icon, number and face, and its name."""
    colours, lang, stop = sheet.colours, sheet.lang, place.stop
    spot, used = stop.spot, stop.used
    x, y, colour = place.x, axis + place.y, ink(stop.realm, colours)
    half = _BADGE if stop.realm in ("online", "hybrid") else _BADGE * 0.94
    items: list[Shape] = list(
        ground(
            stop.realm,
            (x - half, y - half, 2 * half, 2 * half),
            colours=colours,
            fill=colour if used else under,
            stroke=colour,
        )
    )
    inner = colours.paper if used else colour
    if spot.channel is not None:
        name = icons.channel_icon(spot.channel, realm=stop.realm or "hybrid")
        items += icons.icon(name, x - _ICON / 2, y - _ICON / 2, _ICON, inner, stroke=1.3)
    elif stop.number is not None:
        items.append(
            parts.text(
                str(stop.number),
                x,
                y,
                size=11 if stop.number < _THREE_DIGITS else 9,
                bold=True,
                anchor="middle",
                valign="middle",
                colour=inner,
                background=colour,
            )
        )
    if stop.number is not None and spot.channel is not None:
        items += marks.number(
            x - 11,
            y - 11,
            str(stop.number),
            colour=colours.ink,
            fill=colours.paper,
            stroke=colour,
        )
    if spot.emotion is not None and used:
        items += marks.face(
            x + 12,
            y - 12,
            spot.emotion,
            colour=mood(spot.emotion, colours)[0],
            fill=colours.paper,
            radius=_FACE,
        )
    if place.lines:
        items.append(
            TextBlock(
                x + place.shift,
                axis + place.top,
                place.lines,
                size=LABEL_SIZE,
                bold=used,
                anchor="middle",
                colour=colours.ink if used else colours.muted,
                background=under,
            )
        )
    left, top, right, bottom = place.box
    tooltip = of_touchpoint(spot, sheet.journey, lang, used=used)
    if stop.number is not None:
        tooltip += "\n" + phrase("stop", lang, number=stop.number)
    return Card(left, axis + top, right - left, bottom - top, items=items, tooltip=tooltip)


def legend_entries(sheet: Sheet) -> list[LegendEntry]:
    """Return the signs that occur in the picture, and no others."""
    colours, lang = sheet.colours, sheet.lang
    stops = [place.stop for row in sheet.rows for place in row.places]
    entries: list[LegendEntry] = []
    if any(row.dots for row in sheet.rows):
        dots = tuple(Ellipse(2 + 6.6 * step, 0, _DOT, fill=colours.ink) for step in range(5))
        entries.append(LegendEntry(say("route", lang), dots, 31))
    realms = {stop.realm for stop in stops} if sheet.realms_known else set()
    for realm in ("online", "offline", "hybrid", None):
        if realm in realms:
            colour = ink(realm, colours)
            sign = ground(realm, (0, -6, 12, 12), colours=colours, fill=colour, stroke=colour)
            words = phrase("no_channel", lang) if realm is None else say(realm, lang)
            entries.append(LegendEntry(words, sign, 12))
    if any(not stop.used for stop in stops):
        hollow = Ellipse(6, 0, 6, fill=colours.paper, stroke=colours.rule, stroke_width=1.2)
        entries.append(LegendEntry(say("unused", lang), (hollow,), 12))
    felt = {
        mood(stop.spot.emotion, colours)
        for stop in stops
        if stop.used and stop.spot.emotion is not None
    }
    scores = [score for score in (1.0, 0.0, -1.0) if mood(score, colours) in felt]
    if scores:
        faces = [
            shape
            for place, score in enumerate(scores)
            for shape in marks.face(
                _FACE + _NEXT_FACE * place,
                0,
                score,
                colour=mood(score, colours)[0],
                fill=colours.paper,
                radius=_FACE,
            )
        ]
        width = 2 * _FACE + _NEXT_FACE * (len(scores) - 1)
        entries.append(LegendEntry(say("emotion", lang), tuple(faces), width))
    return entries
