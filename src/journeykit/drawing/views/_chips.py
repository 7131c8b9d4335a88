"""Touchpoints in the cells of a map: chips with names, or small signs where there are too many."""

import math
from collections.abc import Sequence
from typing import Final

from journeykit.drawing import icons, marks, metrics, parts
from journeykit.drawing.geometry import arc, line
from journeykit.drawing.palette import Theme, mix
from journeykit.drawing.parts import Placed
from journeykit.drawing.scene import LEADING, Card, Curve, Polygon, Rect, Shape, TextBlock
from journeykit.drawing.views import _sentences
from journeykit.drawing.views._cells import PAD, Pen, mood, ring
from journeykit.drawing.views._sheet import Sheet
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint

__all__ = ["UNUSED", "chips", "ground", "ink", "sign", "signs", "star"]

_SIDE: Final = 8.0  # from the sides of a cell to its chips
_HIGH: Final = 25.0
_GAP: Final = 4.0
_CAP: Final = 28.0  # the end of a chip that holds its icon
_ICON: Final = 15.0
_SIZE: Final = 9.0
_ROUNDEST: Final = 14.0  # radius of the corners that are round
_STEP: Final = 15.2  # from one sign to the next
_EDGE: Final = 0.3  # how strong the outline is that tells shapes apart without colour
_TIGHT: Final = 56.0
_SIGN: Final = 6.0
UNUSED: Final = (3.0, 2.2)
"""The dashes around a touchpoint that is not on the route."""
_STAR: Final = tuple(
    (1.0 if turn % 2 == 0 else 0.42, math.cos(angle), math.sin(angle))
    for turn, angle in enumerate(math.radians(36 * turn - 90) for turn in range(10))
)
_ONE: Final = Text({"en": "touchpoint", "nl": "contactmoment"})
_SEVERAL: Final = Text({"en": "touchpoints", "nl": "contactmomenten"})


def ink(realm: str | None, colours: Theme) -> str:
    """Return the colour of the lines of a touchpoint, by where that takes place."""
    known = {"online": colours.online, "offline": colours.offline, "hybrid": colours.accent}
    return known.get(realm or "", colours.neutral)


def ground(
    realm: str | None,
    box: tuple[float, float, float, float],
    *,
    colours: Theme,
    fill: str | None = None,
    stroke: str,
    dash: tuple[float, float] | None = None,
    cap: float = _CAP,
) -> tuple[Shape, ...]:
    """Return the ground of a touchpoint, whose shape shows where that takes place.

    Round ends are online, square ends are offline, one of each is both, and round corners are
    not known.

    Args:
        realm: ``"online"``, ``"offline"``, ``"hybrid"`` or None.
        box: Left, top, width and height.
        colours: The theme.
        fill: Colour inside; the tints of the realm when not given.
        stroke: Colour of the outline.
        dash: Lengths on and off for a dashed outline.
        cap: How much of what is both is tinted as online.
    """
    x, y, width, height = box
    if realm == "hybrid" and fill is None:
        # Half the one and half the other, in colour as in shape.
        cap = min(cap, width / 2)
        right = Rect(x + cap, y, width - cap, height, fill=colours.offline_tint)
        tinted = (right, _half_round((x, y, cap, height), fill=colours.online_tint))
        return (*tinted, _half_round(box, stroke=stroke, dash=dash))
    if realm == "hybrid":
        return (_half_round(box, fill=fill, stroke=stroke, dash=dash),)
    tints = {"online": colours.online_tint, "offline": colours.offline_tint}
    share = {"online": 1.0, "offline": 0.2}.get(realm or "", 0.6)
    radius = min(height / 2, _ROUNDEST) * share
    inside = fill or tints.get(realm or "", colours.panel2)
    return (Rect(x, y, width, height, radius=radius, fill=inside, stroke=stroke, dash=dash),)


def _half_round(
    box: tuple[float, float, float, float],
    *,
    fill: str | None = None,
    stroke: str | None = None,
    dash: tuple[float, float] | None = None,
) -> Curve:
    x, y, width, height = box
    radius = min(height / 2, width, _ROUNDEST)
    upper = arc(x + radius, y + radius, radius, radius, start=270, end=180)
    lower = arc(x + radius, y + height - radius, radius, radius, start=180, end=90)
    left = upper + line(upper[-1], lower[0])[1:] + lower[1:]
    right = line(left[-1], (x + width, y + height), (x + width, y), left[0])
    return Curve(left + right[1:], closed=True, fill=fill, stroke=stroke, dash=dash)


def star(x: float, y: float, *, colour: str, radius: float = 5.2) -> Polygon:
    """Return the mark of a moment of truth."""
    corners = [
        (x + radius * reach * across, y + radius * reach * down) for reach, across, down in _STAR
    ]
    return Polygon(corners, fill=colour)


def chips(
    spots: Sequence[Touchpoint], x: float, y: float, *, width: float, sheet: Sheet, pen: Pen
) -> Placed:
    """Return touchpoints under each other, each with its icon and its name.

    Args:
        spots: The touchpoints.
        x: Left side of the cell.
        y: Top of the first.
        width: Width of the cell.
        sheet: What the map shows.
        pen: What it is drawn with.
    """
    items: list[Shape] = []
    top = y
    for spot in spots:
        chip = _chip(spot, x + _SIDE, top, width=width - 2 * _SIDE, sheet=sheet, pen=pen)
        items.append(chip)
        top += chip.height + _GAP
    return Placed(tuple(items), x + width, max(y, top - _GAP))


def _chip(spot: Touchpoint, x: float, y: float, *, width: float, sheet: Sheet, pen: Pen) -> Card:
    realm, colours = sheet.realm(spot), pen.colours
    used, own = sheet.on_route(spot), ink(realm, colours)
    tints = {"online": colours.online_tint, "offline": colours.offline_tint}
    tints["hybrid"] = colours.offline_tint  # the side that the words are on
    under = tints.get(realm or "", colours.panel2) if used else pen.ground
    right = x + width - 9
    taken = (10 if sheet.is_marked(spot) else 0) + (13 if spot.moment_of_truth else 0)
    # In a narrow column the name needs the room more than the icon does.
    has_icon = spot.channel is not None and right - taken - x - _CAP >= _TIGHT
    left = x + (_CAP + 2 if has_icon else 12)
    name, room = spot.label.pick(pen.lang), right - taken - left
    said = metrics.wrap(name, room, _SIZE, bold=used, balanced=True, lang=pen.lang)
    tall = len(said) * _SIZE * LEADING
    high = max(_HIGH, tall + 13)
    middle = y + high / 2
    ends: list[Shape] = []
    if sheet.is_marked(spot):
        ends.append(ring(right - 1, middle, colours))
        right -= 10
    if spot.moment_of_truth:
        ends.append(star(right - 4, middle, colour=own))
    items = list(
        ground(
            realm,
            (x, y, width, high),
            colours=colours,
            fill=None if used else pen.ground,
            stroke=mix(under, own, share=_EDGE) if used else colours.rule,
            dash=None if used else UNUSED,
            cap=max(left - x - 2, _ROUNDEST),
        )
    )
    if has_icon and spot.channel:
        picture = icons.channel_icon(spot.channel, realm=realm or "hybrid")
        items += icons.icon(
            picture, x + 9, middle - _ICON / 2, _ICON, own if used else colours.muted, stroke=1.2
        )
    words = TextBlock(
        left,
        middle - tall / 2,
        said,
        size=_SIZE,
        bold=used,
        colour=colours.ink if used else colours.muted,
        background=under,
        width=room,
    )
    items += [words, *ends]
    return Card(x, y, width, high, items=items, tooltip=sheet.tooltips[spot.key])


def signs(
    spots: Sequence[Touchpoint], x: float, y: float, *, width: float, sheet: Sheet, pen: Pen
) -> Placed:
    """Return touchpoints as small signs in rows, under their number.

    Args:
        spots: The touchpoints, at least one.
        x: Left side of the cell.
        y: Top.
        width: Width of the cell.
        sheet: What the map shows.
        pen: What it is drawn with.
    """
    number = parts.text(
        _sentences.counted(len(spots), _ONE, _SEVERAL, pen.lang),
        x + PAD,
        y,
        size=8.5,
        width=width - 2 * PAD,
        colour=pen.colours.muted,
        background=pen.ground,
        lang=pen.lang,
    )
    items: list[Shape] = [number]
    a_row = max(1, int((width - 2 * PAD + _STEP - 2 * _SIGN) // _STEP))
    top = number.bottom + 5 + _SIGN
    for place, spot in enumerate(spots):
        row, column = divmod(place, a_row)
        at = (x + PAD + _SIGN + column * _STEP, top + row * _STEP)
        used, realm = sheet.on_route(spot), sheet.realm(spot)
        colour, mark = ink(realm, pen.colours), None
        if sheet.feels:
            colour, mark = mood(spot.emotion or 0, pen.colours)
        fill = colour if used else pen.ground
        shapes = sign(*at, realm=realm, colour=colour, fill=fill, mark=mark, colours=pen.colours)
        box = (at[0] - _SIGN, at[1] - _SIGN, 2 * _SIGN, 2 * _SIGN)
        items.append(Card(*box, items=shapes, tooltip=sheet.tooltips[spot.key]))
    rows = -(-len(spots) // a_row)
    return Placed(tuple(items), x + width, top + (rows - 1) * _STEP + _SIGN)


def sign(
    x: float,
    y: float,
    *,
    realm: str | None,
    colour: str,
    fill: str,
    mark: marks.Mark | None,
    colours: Theme,
) -> tuple[Shape, ...]:
    """Return the small sign of a touchpoint.

    Args:
        x: The middle.
        y: The middle.
        realm: Where it takes place, which the shape shows.
        colour: Colour of the outline.
        fill: Colour inside.
        mark: What stands in it, or None.
        colours: The theme.
    """
    box = (x - _SIGN, y - _SIGN, 2 * _SIGN, 2 * _SIGN)
    shape = ground(realm, box, colours=colours, fill=fill, stroke=colour)
    inner = colours.paper if fill == colour else colour
    return (*shape, *(marks.mark(mark, x, y, colour=inner, size=6.6) if mark else ()))
