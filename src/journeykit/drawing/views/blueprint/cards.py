"""Cards of a service blueprint: their words, and the marks of what goes wrong and of waiting."""

from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from journeykit.drawing import marks, metrics, parts
from journeykit.drawing.checks import LONGEST_LINE
from journeykit.drawing.palette import Theme
from journeykit.drawing.parts import LegendEntry
from journeykit.drawing.scene import LEADING, Card, Ellipse, Polyline, Rect, Shape, TextBlock
from journeykit.drawing.views._cells import Pen, ring
from journeykit.drawing.views.blueprint.grid import Tile, Tone
from journeykit.text import Text

__all__ = ["Face", "face_of", "ghost", "mark_entries", "painted"]

_SIZE: Final = 9.5
_SMALL: Final = 8.5
_WIDEST: Final = 200.0  # longer lines are hard to read
_SIDE: Final = 11.0  # from the sides of a card to its words
_BAR: Final = 3.2
_AIR: Final = 8.0
_LOWEST: Final = 36.0
_MOST_LINES: Final = 12
_MOST_BELOW: Final = 4
_MARKED: Final = 0.45  # how much of the upper side the marks may take; ways arrive at the rest
_PILL: Final = 13.0
_SIGN: Final = 8.0
_PAD: Final = 4.5
_DOWN: Final = 2.5  # words give way to the marks over them
_ASSUMED: Final = 8.0  # from the right side of a card to the mark of an assumption
_RING: Final = 5.0  # what words leave free for that, beyond their side
_FAIL: Final = Text({"en": "Fail point", "nl": "Faalpunt"})
_WAIT: Final = Text({"en": "Wait point", "nl": "Wachtpunt"})


@frozen
class Face:
    """A card that is ready to be painted at any place.

    Args:
        tile: What it shows.
        tone: Whose work it shows.
        words: What it says.
        below: What stands under that, each with its sign: ``"fail"`` or ``"wait"``.
        pills: The marks on its upper side: sign and words.
        height: The least height.
    """

    tile: Tile
    tone: Tone
    words: TextBlock
    below: tuple[tuple[str, TextBlock], ...]
    pills: tuple[tuple[str, str], ...]
    height: float

    @property
    def marked(self) -> float:
        """How much of the upper side the marks take."""
        return sum(_pill_width(words) + 3 for _, words in self.pills)


def face_of(tile: Tile, tone: Tone, width: float, pen: Pen) -> Face:
    """Return a card as wide as it will be.

    Args:
        tile: What it shows.
        tone: Whose work it shows.
        width: Its width.
        pen: What it is drawn with; its ground is that of the card.
    """
    colours = pen.colours
    words = _running(
        tile.words,
        _SIDE,
        width - 2 * _SIDE - (_RING if tile.assumed else 0),
        size=_SIZE,
        bold=tone == "customer",
        most=_MOST_LINES,
        colour=colours.muted if tone == "plain" else colours.ink,
        pen=pen,
    )
    said = [("fail", words) for words in tile.fails] + [("wait", tile.wait)] * bool(tile.wait)
    pills = tuple(said)
    below: list[tuple[str, TextBlock]] = []
    if sum(_pill_width(words) + 3 for _, words in pills) > width * _MARKED:
        # What is too long for the edge stands inside, and the edge says only that it is there.
        letters = {"fail": "F", "wait": "W"}
        pills = tuple((sign, letters[sign]) for sign in dict.fromkeys(sign for sign, _ in said))
        below = [(sign, _line(sign, words, width, pen)) for sign, words in said]
    inner = words.height + sum(block.height + 3 for _, block in below)
    if pills:
        inner += 2 * _DOWN
    return Face(tile, tone, words, tuple(below), pills, max(_LOWEST, inner + 2 * _AIR))


def _line(sign: str, words: str, width: float, pen: Pen) -> TextBlock:
    colour = pen.colours.negative if sign == "fail" else pen.colours.muted
    room = width - 2 * _SIDE - 10
    return _running(
        words, _SIDE + 12, room, size=_SMALL, bold=False, most=_MOST_BELOW, colour=colour, pen=pen
    )


def _running(
    words: str,
    x: float,
    width: float,
    *,
    size: float,
    bold: bool,
    most: int,
    colour: str,
    pen: Pen,
) -> TextBlock:
    """Return words in lines that are not too long to be read with ease."""

    def within(room: float) -> TextBlock:
        return parts.text(
            words,
            x,
            0,
            size=size,
            width=room,
            bold=bold,
            body=True,
            max_lines=most,
            colour=colour,
            background=pen.ground,
            lang=pen.lang,
        )

    widest = min(width, _WIDEST)
    said = within(widest)
    while (longest := max(map(metrics.letters, said.lines), default=0)) > LONGEST_LINE:
        widest *= (LONGEST_LINE - 1) / longest
        said = within(widest)
    return said


def painted(face: Face, x: float, y: float, *, width: float, height: float, pen: Pen) -> Card:
    """Return a card at its place.

    Args:
        face: The card.
        x: Left side.
        y: Top.
        width: Its width, for which it was made.
        height: Its height.
        pen: What it is drawn with.
    """
    colours = pen.colours
    items: list[Shape] = [
        Rect(x, y, width, height, radius=5, fill=pen.ground, stroke=colours.hairline)
    ]
    bar = {
        "customer": colours.brand2,
        "front": colours.brand2,
        "back": colours.offline,
        "support": colours.neutral,
    }.get(face.tone)
    if bar is not None:
        items.append(Rect(x, y + 5, _BAR, height - 10, fill=bar))
    inner = face.words.height + sum(block.height + 3 for _, block in face.below)
    top = y + (height - inner) / 2 + (_DOWN if face.pills else 0)
    items.append(evolve(face.words, x=x + _SIDE, y=top))
    if face.tile.assumed:
        items.append(ring(x + width - _ASSUMED, top + face.words.height / 2, colours))
    top += face.words.height + 3
    for sign, block in face.below:
        level = top + block.size * LEADING / 2
        items += _sign(sign, x + _SIDE + _SIGN / 2, level, colours)
        items.append(evolve(block, x=x + block.x, y=top))
        top += block.height + 3
    right = x + width - 3
    for sign, words in reversed(face.pills):
        wide = _pill_width(words)
        items += _pill(sign, words, right - wide, y, colours)
        right -= wide + 3
    return Card(x, y, width, height, items=items, tooltip=face.tile.tooltip)


def ghost(x: float, y: float, *, width: float, height: float, colours: Theme) -> Rect:
    """Return the outline of a card that is yet to be filled in."""
    return Rect(
        x, y, width, height, radius=5, fill=colours.paper, stroke=colours.hairline, dash=(3, 2.2)
    )


# --- marks ------------------------------------------------------------------------------


def _pill_width(words: str) -> float:
    return metrics.width(words, 8, bold=True) * metrics.SAFETY + _SIGN + 3 + 2 * _PAD


def _pill(sign: str, words: str, x: float, y: float, colours: Theme) -> tuple[Shape, ...]:
    """Return a mark whose middle lies on the upper side of a card."""
    fail = sign == "fail"
    fill = colours.negative_tint if fail else colours.panel2
    colour = colours.negative if fail else colours.ink
    ground = Rect(
        x,
        y - _PILL / 2,
        _pill_width(words),
        _PILL,
        radius=_PILL / 2,
        fill=fill,
        stroke=colour if fail else colours.rule,
    )
    said = parts.text(
        words,
        x + _PAD + _SIGN + 3,
        y,
        size=8,
        bold=True,
        valign="middle",
        colour=colour,
        background=fill,
    )
    return (ground, *_sign(sign, x + _PAD + _SIGN / 2, y, colours), said)


def _sign(sign: str, x: float, y: float, colours: Theme) -> tuple[Shape, ...]:
    """Return a triangle where something goes wrong, and a clock where customers wait."""
    if sign == "fail":
        return marks.mark("triangle", x, y, colour=colours.negative, size=_SIGN - 0.5)
    hands = [(x, y - 2.3), (x, y), (x + 1.8, y)]
    return (
        Ellipse(x, y, 3.7, stroke=colours.muted, stroke_width=1.1),
        Polyline(hands, stroke=colours.muted, stroke_width=1.1),
    )


def mark_entries(faces: Sequence[Face], colours: Theme, lang: str) -> list[LegendEntry]:
    """Return the legend of the marks that there are."""
    used = {sign for face in faces for sign, _ in face.pills}
    return [
        LegendEntry(words.pick(lang), _sign(sign, 5, 0, colours), 10)
        for sign, words in (("fail", _FAIL), ("wait", _WAIT))
        if sign in used
    ]
