"""Very many touchpoints: one small mark each, above and below their phase."""

import math
from collections.abc import Sequence
from functools import partial
from typing import Final

from attrs import evolve, frozen

from journeykit.drawing import metrics, parts
from journeykit.drawing.options import Options
from journeykit.drawing.palette import Theme, phase_colours
from journeykit.drawing.parts import MARGIN, LegendEntry, Placed
from journeykit.drawing.scene import LEADING, Card, Scene, Shape
from journeykit.drawing.views._cells import mood
from journeykit.drawing.views._chips import sign
from journeykit.drawing.views._phrases import phrase
from journeykit.drawing.views._sentences import of_touchpoint
from journeykit.drawing.views._stops import Band, Stop
from journeykit.drawing.views.touchpoints.frame import framed
from journeykit.drawing.views.touchpoints.painting import zone_grounds, zone_name
from journeykit.drawing.views.touchpoints.places import Zone, zone_of
from journeykit.drawing.words import say
from journeykit.journey import Journey
from journeykit.touchpoint import Touchpoint

__all__ = ["density"]

_WIDEST: Final = 1190.0
_ASIDE: Final = 58.0
_COLUMN: Final = 53.0
_WIDE_COLUMN: Final = 150.0
_STEP: Final = 15.2
_HALF: Final = 6.0
_PAD: Final = 8.0
_LEAST: Final = 62.0  # height of a zone, for its name
_SIZES: Final = (11.0, 10.0, 9.0, 8.5, 8.0)
_COUNT: Final = 8.5
_MOST_LINES: Final = 4
_ROW_GAP: Final = 24.0
_MARKED: Final = 6  # marks side by side that a phase-less journey has at least


@frozen(kw_only=True)
class _Grid:
    """What all rows share.

    Args:
        journey: The journey.
        colours: The theme.
        lang: Language of the words.
        column: Width of a phase.
        beside: How many marks stand side by side.
        size: Size of the names of phases.
        high: Height of their boxes.
        levels: How many marks stand above each other, by zone.
        fills: Colours of the phases.
    """

    journey: Journey
    colours: Theme
    lang: str
    column: float
    beside: int
    size: float
    high: float
    levels: dict[Zone, int]
    fills: tuple[str, ...]

    def height(self, zone: Zone) -> float:
        """Return how high a zone is."""
        return max(_LEAST, self.levels[zone] * _STEP + 2 * _PAD)


def density(
    journey: Journey, bands: Sequence[Band], options: Options, *, description: str
) -> Scene:
    """Draw each touchpoint of a journey as one mark, whose tooltip says its name.

    Args:
        journey: The journey.
        bands: Its phases with their stops.
        options: What is wanted of the picture.
        description: The picture in words.
    """
    lang, colours = options.lang, options.theme
    room = (options.width or _WIDEST) - 2 * MARGIN - _ASIDE
    most = max(1, int(room // _COLUMN))
    across = math.ceil(len(bands) / math.ceil(len(bands) / most))
    column = room / across
    if options.width is None and len(bands) > 1:
        column = min(column, _WIDE_COLUMN)
    rows = [bands[start : start + across] for start in range(0, len(bands), across)]
    grid = _grid(journey, bands, column, colours, lang)
    width = options.width or MARGIN + _ASIDE + column * across + MARGIN
    return framed(
        journey,
        [partial(_row, grid, row) for row in rows],
        options=options,
        width=width,
        subtitle=_subtitle(journey, lang),
        below_title=16,
        gap=_ROW_GAP,
        entries=_legend_entries(journey, colours, lang),
        description=description,
    )


def _subtitle(journey: Journey, lang: str) -> str:
    if not journey.route:
        said = phrase("density_of_all", lang)
    elif journey.persona is None:
        said = phrase("density", lang)
    else:
        said = phrase("density_of", lang, name=journey.persona.label.pick(lang))
    return f"{said} · {phrase('point', lang)}"


def _grid(
    journey: Journey, bands: Sequence[Band], column: float, colours: Theme, lang: str
) -> _Grid:
    beside = max(1, int((column - 4 + _STEP - 2 * _HALF) // _STEP))
    levels: dict[Zone, int] = {}
    for band in bands:
        for zone in ("online", "middle", "offline"):
            count = sum(zone_of(stop) == zone for stop in _once(band))
            if count:
                levels[zone] = max(levels.get(zone, 0), math.ceil(count / beside))
    size, lines = _SIZES[-1], 1
    for tried in _SIZES:
        size, lines = tried, 1
        whole = True
        for band in bands:
            words = _name(band, lang)
            said = _wrapped(words, column, tried, lang)
            lines = max(lines, len(said))
            whole = whole and " ".join(said).split() == words.split()
        if whole and lines <= _MOST_LINES - 1:
            break
    high = (lines * size + _COUNT) * LEADING + 14
    named = any(band.label is not None for band in bands)
    count = len(journey.model.phases) if journey.model is not None else 1
    return _Grid(
        journey=journey,
        colours=colours,
        lang=lang,
        column=column,
        beside=beside,
        size=size,
        high=high if named else 0.0,
        levels=levels,
        fills=phase_colours(count, colours),
    )


def _once(band: Band) -> list[Stop]:
    """Return one stop for each touchpoint, however often the route comes by."""
    return list({stop.spot.key: stop for stop in reversed(band.stops)}.values())[::-1]


def _name(band: Band, lang: str) -> str:
    return phrase("no_phase", lang) if band.label is None else band.label


def _wrapped(words: str, column: float, size: float, lang: str) -> tuple[str, ...]:
    return metrics.wrap(words, column - 5, size, bold=True, max_lines=_MOST_LINES, lang=lang)


def _row(grid: _Grid, bands: Sequence[Band], y: float) -> Placed:
    colours, left = grid.colours, MARGIN + _ASIDE
    right = left + grid.column * len(bands)
    items: list[Shape] = []
    zones: tuple[Zone | None, ...] = ("online", None, "middle", "offline")
    for zone in zones:
        if zone is None:
            if grid.high:
                items += (
                    shape
                    for place, band in enumerate(bands)
                    for shape in _phase(grid, band, left + place * grid.column, y)
                )
                y += grid.high + 4
            continue
        if zone not in grid.levels:
            continue
        high, fill = grid.height(zone), zone_grounds(colours)[zone]
        items.append(parts.panel(MARGIN, y, right - MARGIN, high, fill=fill, radius=5))
        if zone != "middle" or _is_hybrid(grid.journey):
            items += zone_name(
                zone,
                MARGIN + _ASIDE / 2,
                y + high / 2,
                width=_ASIDE - 4,
                colours=colours,
                lang=grid.lang,
            )
        for place, band in enumerate(bands):
            marks = [stop for stop in _once(band) if zone_of(stop) == zone]
            items += _marks(grid, marks, left + place * grid.column, y, up=zone == "online")
        y += high + 4
    return Placed(tuple(items), right, y - 4)


def _is_hybrid(journey: Journey) -> bool:
    return any(
        spot.channel is not None and journey.channel(spot.channel).realm == "hybrid"
        for spot in journey.touchpoints
    )


def _phase(grid: _Grid, band: Band, x: float, y: float) -> tuple[Shape, ...]:
    loose = band.label is None
    colours = grid.colours
    fill = colours.panel2 if loose else grid.fills[band.place]
    colour = colours.ink if loose else colours.on_brand
    middle = x + grid.column / 2
    name = parts.text(
        _name(band, grid.lang),
        middle,
        0,
        size=grid.size,
        width=grid.column - 5,
        bold=True,
        anchor="middle",
        max_lines=_MOST_LINES,
        colour=colour,
        background=fill,
        lang=grid.lang,
    )
    top = y + (grid.high - name.height - _COUNT * LEADING) / 2
    count = parts.text(
        str(len(_once(band))),
        middle,
        top + name.height,
        size=_COUNT,
        anchor="middle",
        colour=colour,
        background=fill,
    )
    box = parts.panel(x + 1, y, grid.column - 2, grid.high, fill=fill, radius=4)
    card = Card(
        x + 1,
        y,
        grid.column - 2,
        grid.high,
        items=(box, evolve(name, y=top), count),
        tooltip=_name(band, grid.lang),
    )
    return (card,)


def _marks(grid: _Grid, stops: Sequence[Stop], x: float, y: float, *, up: bool) -> list[Shape]:
    """Return the marks of one cell, those online stacked upwards from the phase."""
    height = grid.height("online") if up else 0.0
    first = x + (grid.column - (grid.beside - 1) * _STEP) / 2
    items: list[Shape] = []
    for number, stop in enumerate(stops):
        row, place = divmod(number, grid.beside)
        across = first + place * _STEP
        away = _PAD + _HALF + row * _STEP
        at = (across, y + height - away if up else y + away)
        used = stop.used
        colour, mark = mood(stop.spot.emotion or 0, grid.colours)
        ground = zone_grounds(grid.colours)[zone_of(stop)]
        shapes = sign(
            *at,
            realm=stop.realm,
            colour=colour,
            fill=colour if used else ground,
            mark=mark,
            colours=grid.colours,
        )
        tooltip = of_touchpoint(stop.spot, grid.journey, grid.lang, used=used)
        items.append(
            Card(
                at[0] - _HALF,
                at[1] - _HALF,
                2 * _HALF,
                2 * _HALF,
                items=shapes,
                tooltip=tooltip,
                role="mark",
            )
        )
    return items


def _legend_entries(journey: Journey, colours: Theme, lang: str) -> list[LegendEntry]:
    entries = []
    scores = {_sense(spot) for spot in journey.touchpoints}
    for score, words in ((1, "positive"), (-1, "negative"), (0, "neutral")):
        if score in scores:
            colour, mark = mood(score, colours)
            shapes = sign(
                6, 0, realm="online", colour=colour, fill=colour, mark=mark, colours=colours
            )
            entries.append(LegendEntry(say(words, lang), shapes, 12))
    if journey.route and set(journey.route) != {spot.key for spot in journey.touchpoints}:
        shapes = sign(
            6,
            0,
            realm="online",
            colour=colours.neutral,
            fill=colours.paper,
            mark=None,
            colours=colours,
        )
        entries.append(LegendEntry(phrase("not_used", lang), shapes, 12))
    return entries


def _sense(spot: Touchpoint) -> int:
    emotion = spot.emotion or 0
    return (emotion > 0) - (emotion < 0)
