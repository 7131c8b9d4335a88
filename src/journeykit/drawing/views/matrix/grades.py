"""Words that stand for more than themselves: degrees such as yes and maybe, and who does what."""

import math
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from attrs import frozen

from journeykit.drawing import marks
from journeykit.drawing.geometry import Chain, arc, line
from journeykit.drawing.palette import Theme, mix
from journeykit.drawing.parts import text
from journeykit.drawing.scene import Curve, Ellipse, Polygon, Rect, Shape, TextBlock
from journeykit.presets.roles import RACI, duties_of
from journeykit.text import Text

__all__ = [
    "DUTIES",
    "DUTY_NAMES",
    "Degree",
    "Grade",
    "Tint",
    "duties_of",
    "duty_badge",
    "glyph",
    "grade_of",
    "tint_of",
]

Degree: TypeAlias = Literal["full", "half", "some", "none", "unknown"]
"""How much, from all to nothing; or that nobody knows."""

DUTIES: Final = "".join(lane.key for lane in RACI)
"""Responsible, accountable, consulted, informed."""

_HALF_SHARE: Final = 0.38
_SOME_SHARE: Final = 0.17


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


DUTY_NAMES: Final = {lane.key: lane.label for lane in RACI}
"""What the letters of RACI stand for."""

_DEGREES: Final[tuple[tuple[Degree, tuple[Text, ...]], ...]] = (
    ("full", (_word("yes", "ja"), _word("lead", "leidend"), _word("always", "altijd"))),
    (
        "half",
        (
            _word("maybe", "misschien"),
            _word("partly", "deels"),
            _word("involved", "betrokken"),
            _word("sometimes", "soms"),
        ),
    ),
    ("some", (_word("conditional", "voorwaardelijk"),)),
    ("none", (_word("no", "nee"), _word("none", "geen"), _word("never", "nooit"))),
    ("unknown", (_word("unknown", "onbekend"), _word("unspecified", "niet bepaald"))),
)


@frozen
class Grade:
    """A degree, and the word that says it.

    Args:
        degree: How much.
        words: The word, with a capital.
    """

    degree: Degree
    words: str


def _known_degrees() -> Mapping[str, tuple[Degree, Text]]:
    return {
        said: (degree, word)
        for degree, words in _DEGREES
        for word in words
        for said in word.values()
    }


_KNOWN: Final = _known_degrees()


def grade_of(text: Text, lang: str) -> Grade | None:
    """Return the degree that a text says, or None where it says something else.

    A word that is known is said in the language of the picture, whichever it was written in.

    Args:
        text: What stands in a cell.
        lang: Language of the picture.

    Example:
        >>> grade_of(Text("maybe"), "nl")
        Grade(degree='half', words='Misschien')
        >>> grade_of(Text("62 %"), "nl") is None
        True
    """
    for said in dict.fromkeys((text.pick(lang), *text.values())):
        found = _KNOWN.get(said.strip().casefold())
        if found is not None:
            degree, word = found
            own = text.get(lang, "").strip() or word.pick(lang)
            return Grade(degree, own[0].upper() + own[1:])
    return None


# --- how they look ----------------------------------------------------------------------


@frozen
class Tint:
    """The ground of a cell, and what can be read on it.

    Args:
        fill: The ground.
        ink: Words and signs on it.
        edge: Its outline, or None.
    """

    fill: str
    ink: str
    edge: str | None = None


def tint_of(degree: Degree, colours: Theme) -> Tint:
    """Return the ground for a degree: the more, the stronger, so that it tells in grey too."""
    return {
        "full": Tint(colours.brand2, colours.on_brand),
        "half": Tint(mix(colours.paper, colours.brand2, share=_HALF_SHARE), colours.ink),
        "some": Tint(mix(colours.paper, colours.brand2, share=_SOME_SHARE), colours.ink),
        "none": Tint(colours.panel, colours.muted),
        "unknown": Tint(colours.paper, colours.muted, colours.rule),
    }[degree]


def glyph(
    degree: Degree, x: float, y: float, *, colour: str, ground: str, radius: float = 5.4
) -> tuple[Shape, ...]:
    """Return a disc that is filled as far as the degree says; a question mark for unknown.

    Args:
        degree: How much.
        x: The middle.
        y: The middle.
        colour: Colour of the sign.
        ground: What lies under it.
        radius: Radius of the disc.
    """
    if degree == "unknown":
        return (_sign("?", x, y, size=11, colour=colour, background=ground),)
    rim = Ellipse(x, y, radius - 0.7, stroke=colour, stroke_width=1.4)
    if degree == "none":
        return (rim,)
    if degree == "full":
        return (Ellipse(x, y, radius, fill=colour),)
    start = 90.0 if degree == "half" else 180.0
    return (Curve(_sector(x, y, radius, start), closed=True, fill=colour), rim)


def _sector(x: float, y: float, radius: float, start: float) -> Chain:
    """Return the part of a disc from an angle up to its top."""
    bow = arc(x, y, radius, radius, start=start, end=270)
    return line((x, y), bow[0]) + bow[1:] + line(bow[-1], (x, y))[1:]


def duty_badge(
    letter: str, x: float, y: float, *, colours: Theme, radius: float = 9.0
) -> tuple[Shape, ...]:
    """Return a letter of RACI on a ground of its own shape.

    Who answers for it has a square, who does it a disc, who is asked a diamond, and who is told
    a ring.

    Args:
        letter: ``"R"``, ``"A"``, ``"C"`` or ``"I"``.
        x: The middle.
        y: The middle.
        colours: The theme.
        radius: Half the height of the disc.
    """
    ground: Shape
    under, ink = colours.paper, colours.ink
    if letter == "A":
        under, ink = colours.ink, colours.paper
        half = radius * 0.94
        ground = Rect(x - half, y - half, 2 * half, 2 * half, radius=2.5, fill=under)
    elif letter == "R":
        under, ink = colours.online, colours.paper
        ground = marks.badge(x, y, fill=under, radius=radius)
    elif letter == "C":
        under, ink = colours.offline_tint, colours.offline
        reach = radius * 0.94 * math.sqrt(1.75)
        corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
        ground = Polygon(corners, fill=under, stroke=ink, stroke_width=1.3)
    else:
        ground = Ellipse(x, y, radius - 0.7, fill=under, stroke=colours.rule, stroke_width=1.4)
    return (ground, _sign(letter, x, y, size=10, colour=ink, background=under))


def _sign(
    words: str, x: float, y: float, *, size: float, colour: str, background: str
) -> TextBlock:
    return text(
        words,
        x,
        y,
        size=size,
        bold=True,
        anchor="middle",
        valign="middle",
        colour=colour,
        background=background,
    )
