"""Touchpoints along the time: online above, offline below, and the dotted route between them."""

from functools import partial
from typing import Final

from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.scene import Scene
from journeykit.drawing.views._phrases import listed, phrase
from journeykit.drawing.views._stops import bands_of, journey_of, rows_of
from journeykit.drawing.views.touchpoints.density import density
from journeykit.drawing.views.touchpoints.frame import framed
from journeykit.drawing.views.touchpoints.painting import Sheet, legend_entries, row_shapes
from journeykit.drawing.views.touchpoints.rows import lay_rows
from journeykit.journey import Journey

__all__ = ["scene"]

_WIDEST: Final = 1190.0  # A3 landscape
_NARROWEST: Final = 440.0
_ASIDE: Final = 62.0  # the names of the zones
_ASIDE_PLAIN: Final = 34.0
_SLOT: Final = 62.0
_WIDE_SLOT: Final = 78.0
_MOST_PHASES: Final = 6
_MOST_SPOTS: Final = 60
_MOST_STOPS: Final = 120
_ROW_GAP: Final = 22.0
_WAY: Final = 2  # stops that a dotted line needs


def scene(subject: object, options: Options) -> Scene:
    """Draw the touchpoints of a journey, and the route that leads along them.

    Online is above the time line, offline below, and what is both, or not known, on it. Each
    stop of the route has a slot of its own; touchpoints that it leaves aside are hollow. Long
    journeys are folded into rows; with more than sixty touchpoints each is one small mark.

    Args:
        subject: A `Journey` with touchpoints.
        options: What is wanted of the picture.

    Raises:
        RenderError: It is something else, or there are no touchpoints.
    """
    journey = journey_of(subject)
    lang, colours = options.lang, options.theme
    bands = bands_of(journey, lang)
    stops = sum(len(band.stops) for band in bands)
    if len(journey.touchpoints) > _MOST_SPOTS or stops > _MOST_STOPS:
        return density(journey, bands, options, description=_description(journey, lang))
    known = any(spot.channel is not None for spot in journey.touchpoints)
    left = MARGIN + (_ASIDE if known else _ASIDE_PLAIN)
    room = (options.width or _WIDEST) - left - MARGIN
    rows = rows_of(bands, most=max(2, int(room // _SLOT)), phases=_MOST_PHASES)
    slots = max(sum(band.slots for band in row) for row in rows)
    slot = room / slots if options.width is not None else min(room / slots, _WIDE_SLOT)
    laid = lay_rows(rows, left=left, width=slot * slots, slot=slot, lang=lang)
    sheet = Sheet(journey, colours, lang, laid)
    width = options.width or max(_NARROWEST, left + slot * slots + MARGIN)
    return framed(
        journey,
        [partial(row_shapes, sheet, row) for row in laid],
        options=options,
        width=width,
        subtitle=_subtitle(journey, lang, known=known, folded=len(rows) > 1),
        below_title=18,
        gap=_ROW_GAP,
        entries=legend_entries(sheet),
        description=_description(journey, lang),
    )


def _subtitle(journey: Journey, lang: str, *, known: bool, folded: bool) -> str:
    if len(journey.route) < _WAY:
        return phrase("no_route", lang)
    kind = "route" if known else "plain_route"
    if journey.persona is None:
        said = phrase(f"a_{kind}", lang)
    else:
        said = phrase(f"whose_{kind}", lang, name=journey.persona.label.pick(lang))
    return f"{said} · {phrase('next_row', lang)}" if folded else said


def _description(journey: Journey, lang: str) -> str:
    route = [journey.touchpoint(key).label.pick(lang) for key in journey.route]
    used = set(journey.route)
    rest = [spot.label.pick(lang) for spot in journey.touchpoints if spot.key not in used]
    if not route:
        return phrase("touchpoints_are", lang, names=listed(rest, lang))
    said = [phrase("route_is", lang, names=listed(route, lang))]
    if rest:
        said.append(phrase("unused_are", lang, names=listed(rest, lang)))
    return " ".join(said)
