"""A persona on one card: who it is, what it wants, and what stands in its way."""

from typing import Final

from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.scene import Scene, Shape
from journeykit.drawing.views import _sentences
from journeykit.drawing.views._phrases import listed
from journeykit.drawing.views.persona.frame import banner, footer, known_from
from journeykit.drawing.views.persona.sections import Profile, Section, sections_of
from journeykit.errors import RenderError
from journeykit.journey import Journey
from journeykit.persona import Persona
from journeykit.text import Text

__all__ = ["scene"]

_COLUMN: Final = 218.0
_LEAST_COLUMN: Final = 190.0
_WIDE_COLUMN: Final = 262.0
_GAP: Final = 22.0
_ROW_GAP: Final = 24.0
_BESIDE: Final = {0: 1, 1: 1, 2: 2, 4: 2}
"""How many sections stand beside each other, by how many there are; else three."""
_MOST: Final = 3

_PERSONA: Final = Text({"en": "Persona {name}", "nl": "Persona {name}"})


def scene(subject: object, options: Options) -> Scene:
    """Draw the card of a persona.

    Args:
        subject: A `Persona`, or a `Journey` that has one.
        options: What is wanted of the picture.

    Raises:
        RenderError: It is something else, or a journey without a persona.

    Example:
        >>> from journeykit.presets import SALON
        >>> scene(SALON, Options()).title
        'Sanne'
    """
    profile = _profile(subject, options)
    sections = sections_of(profile)
    beside, width = _columns(len(sections), options.width)
    name = (options.title or profile.persona.label).pick(options.lang)
    head = banner(profile, name, width)
    column = (width - 2 * MARGIN + _GAP) / beside
    items: list[Shape] = list(head.items)
    y = head.bottom + _ROW_GAP
    for first in range(0, len(sections), beside):
        placed = [
            section.at(profile, MARGIN + column * at, y, width=column - _GAP)
            for at, section in enumerate(sections[first : first + beside])
        ]
        items += [shape for one in placed for shape in one.items]
        y = max(one.bottom for one in placed) + _ROW_GAP
    below = footer(profile, y - 2, width)
    bottom = below.bottom + 16 if below.items else y - _ROW_GAP + MARGIN
    if not below.items and not sections:
        bottom = head.bottom
    return Scene(
        width,
        bottom,
        background=options.theme.paper,
        title=name,
        description=_described(profile, sections, name),
        lang=options.lang,
        items=(*items, *below.items),
    )


def _profile(subject: object, options: Options) -> Profile:
    if isinstance(subject, Persona):
        return Profile(subject, None, options.theme, options.lang)
    if not isinstance(subject, Journey):
        raise RenderError(
            f"the view 'persona' draws a Persona or a Journey, not a {type(subject).__name__}"
        )
    if subject.persona is None:
        raise RenderError(
            f"journey {subject.key!r} has no persona; give it one with journey.evolve(persona=…)"
        )
    return Profile(subject.persona, subject, options.theme, options.lang)


def _columns(sections: int, width: float | None) -> tuple[int, float]:
    """Return how many sections stand beside each other, and the width of the picture."""
    beside = _BESIDE.get(sections, _MOST)
    if width is None:
        column = _COLUMN if beside == _MOST else _WIDE_COLUMN
        return beside, 2 * MARGIN + max(beside, 2) * (column + _GAP) - _GAP
    fitting = int((width - 2 * MARGIN + _GAP) // (_LEAST_COLUMN + _GAP))
    return max(1, min(beside, fitting)), width


def _described(profile: Profile, sections: list[Section], name: str) -> str:
    persona, lang = profile.persona, profile.lang
    who = [_PERSONA.pick(lang).format(name=name)]
    who += profile.said((persona.segment, persona.position))
    said = [_ended(", ".join(who))]
    quote = _sentences.quoted(persona.quote.pick(lang))
    said += [*profile.said((persona.description,)), *filter(None, (quote,))]
    said += [_ended(f"{section.name}: {listed(section.words, lang)}") for section in sections]
    said += [_ended(known) for known in (known_from(profile),) if known]
    return " ".join(" ".join(said).split())


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."
