"""The legend of a map: the signs that occur on it, and no others."""

from collections.abc import Iterator
from typing import Final

from journeykit.drawing import marks
from journeykit.drawing.palette import Theme
from journeykit.drawing.parts import LegendEntry
from journeykit.drawing.views._cells import Pen, mood, ring
from journeykit.drawing.views._chips import UNUSED, ground, ink, sign, star
from journeykit.drawing.views._phrases import phrase
from journeykit.drawing.views._sheet import Sheet
from journeykit.drawing.words import say
from journeykit.text import Text

__all__ = ["assumption_entry", "legend_entries"]


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


_MOMENT: Final = _word("Moment of truth", "Moment van de waarheid")
_ASSUMPTION: Final = _word("Assumption", "Aanname")


def legend_entries(sheet: Sheet, pen: Pen) -> Iterator[LegendEntry]:
    """Give the signs of a map with their meaning.

    Args:
        sheet: What the map shows.
        pen: What its cells are drawn with.
    """
    colours = pen.colours
    yield from (_of_signs if sheet.dense else _of_chips)(sheet, pen)
    if sheet.shown("pains"):
        pain = marks.mark("triangle", 5, 0, colour=colours.negative, size=9)
        yield LegendEntry(say("pain", pen.lang), pain, 10)
    if sheet.shown("opportunities"):
        plus = marks.mark("plus", 5, 0, colour=colours.positive, size=8)
        yield LegendEntry(say("opportunity", pen.lang), plus, 10)
    if sheet.marks_assumptions:
        yield assumption_entry(colours, pen.lang)


def assumption_entry(colours: Theme, lang: str) -> LegendEntry:
    """Return the mark of an assumption with its meaning."""
    return LegendEntry(_ASSUMPTION.pick(lang), (ring(4, 0, colours),), 8)


def _of_chips(sheet: Sheet, pen: Pen) -> Iterator[LegendEntry]:
    colours, box = pen.colours, (0.0, -7.0, 26.0, 14.0)
    for realm, label in _realms(sheet, pen):
        own = ink(realm, colours)
        yield LegendEntry(label, ground(realm, box, colours=colours, stroke=own), 26)
    if _has_unused(sheet):
        hollow = ground(
            None, box, colours=colours, fill=colours.paper, stroke=colours.rule, dash=UNUSED
        )
        yield LegendEntry(say("unused", pen.lang), hollow, 26)
    if any(spot.moment_of_truth for spot in sheet.met):
        yield LegendEntry(_MOMENT.pick(pen.lang), (star(6, 0, colour=colours.neutral),), 12)


def _of_signs(sheet: Sheet, pen: Pen) -> Iterator[LegendEntry]:
    colours = pen.colours

    def entry(
        label: str,
        realm: str | None,
        colour: str,
        *,
        fill: str = "",
        mark: marks.Mark | None = None,
    ) -> LegendEntry:
        inside = fill or colour
        shapes = sign(7, 0, realm=realm, colour=colour, fill=inside, mark=mark, colours=colours)
        return LegendEntry(label, shapes, 14)

    for realm, label in _realms(sheet, pen):
        yield entry(label, realm, colours.neutral if sheet.feels else ink(realm, colours))
    moods = {mood(spot.emotion or 0, colours) for spot in sheet.met}
    for key, score in (("positive", 1), ("negative", -1)):
        if mood(score, colours) in moods:
            colour, mark = mood(score, colours)
            yield entry(say(key, pen.lang), "online", colour, mark=mark)
    if _has_unused(sheet):
        yield entry(say("unused", pen.lang), None, colours.neutral, fill=colours.paper)


def _realms(sheet: Sheet, pen: Pen) -> Iterator[tuple[str | None, str]]:
    """Give where touchpoints take place; nothing where that is not known of any."""
    realms = {sheet.realm(spot) for spot in sheet.met}
    if realms == {None}:
        return
    for realm in ("online", "offline", "hybrid"):
        if realm in realms:
            yield realm, say(realm, pen.lang)
    if None in realms:
        yield None, phrase("no_channel", pen.lang)


def _has_unused(sheet: Sheet) -> bool:
    return any(not sheet.on_route(spot) for spot in sheet.met)
