"""What stands around the sections of a persona card: the banner, and what all is known from."""

from typing import Final

from attrs import evolve

from journeykit.drawing import icons, parts
from journeykit.drawing.geometry import Chain, arc
from journeykit.drawing.parts import MARGIN, Placed
from journeykit.drawing.scene import Card, Curve, Ellipse, Rect, Shape, TextBlock
from journeykit.drawing.views import _sentences
from journeykit.drawing.views._cells import ring
from journeykit.drawing.views.persona.sections import Profile
from journeykit.text import Text

__all__ = ["banner", "footer", "known_from"]


_SOURCES: Final = Text({"en": "Sources", "nl": "Bronnen"})
_AVATAR: Final = 39.5
_PAD: Final = 19.0
_BESIDE: Final = 560.0  # from this width on the quote stands beside the name
_SHARE: Final = 0.54  # of the width, for the name, where the quote stands beside it
_LINE: Final = 1.8
_QUOTE: Final = 12.5


def banner(profile: Profile, name: str, width: float) -> Placed:
    """Return the head of the card: the avatar, who it is, and what the persona would say.

    Args:
        profile: Whose card it is.
        name: What the persona is called.
        width: Width of the picture.
    """
    colours = profile.colours
    fill, ink = colours.brand, colours.on_brand
    quote = _sentences.quoted(profile.persona.quote.pick(profile.lang))
    beside = bool(quote) and width >= _BESIDE
    left = MARGIN + 2 * _AVATAR + 20
    edge = width * _SHARE if beside else width - MARGIN
    who = _who(profile, name, left, edge - left)
    heights = sum(block.height + gap for block, gap, _ in who)
    said_left = edge + 14 if beside else MARGIN + 14
    said = parts.text(
        quote,
        said_left,
        0,
        size=_QUOTE,
        width=width - MARGIN - said_left,
        balanced=True,
        colour=ink,
        background=fill,
        lang=profile.lang,
    )
    upper = max(2 * _AVATAR, heights, said.height if beside else 0.0)
    high = upper + 2 * _PAD + (said.height + _PAD if said.lines and not beside else 0.0)
    middle = _PAD + upper / 2
    items: list[Shape] = [Rect(0, 0, width, high, fill=fill)]
    items += _avatar(profile, MARGIN + _AVATAR, middle)
    y = middle - heights / 2
    for block, gap, icon in who:
        top = y + gap
        items.append(evolve(block, y=top))
        if icon:
            level = top + block.size * 0.6
            items += icons.icon(icon, left, level - 6.5, 13, ink, stroke=1.2)
        y = top + block.height
    if said.lines:
        top = middle - said.height / 2 if beside else _PAD + upper + _PAD
        tall = max(said.height + 8, 2 * _AVATAR * 0.75) if beside else said.height + 4
        line = top + said.height / 2 - tall / 2
        items.append(Rect(said_left - 14, line, _LINE, tall, fill=ink))
        items.append(evolve(said, y=top))
    return Placed((Card(0, 0, width, high, items=items),), width, high)


def _who(
    profile: Profile, name: str, left: float, room: float
) -> list[tuple[TextBlock, float, str]]:
    """Return who it is, each text with the room above it and the icon before it."""
    persona, colours, lang = profile.persona, profile.colours, profile.lang
    ink, fill = colours.on_brand, colours.brand
    title = parts.fitted_text(
        name,
        left,
        0,
        width=room,
        sizes=(21, 19, 17, 15),
        max_lines=6,
        colour=ink,
        background=fill,
        anchor="start",
        valign="top",
        lang=lang,
    )
    found = [(title, 0.0, "")]
    for words, size, gap, icon in (
        (persona.segment, 11.0, 3.0, ""),
        (persona.description, 9.5, 5.0, ""),
        (persona.position, 9.5, 7.0, "flag"),
    ):
        indent = 18.0 if icon else 0.0
        block = parts.text(
            words.pick(lang).strip(),
            left + indent,
            0,
            size=size,
            width=room - indent,
            balanced=True,
            colour=ink,
            background=fill,
            lang=lang,
        )
        found.append((block, gap, icon))
    return [one for one in found if one[0].lines]


def _avatar(profile: Profile, x: float, y: float) -> tuple[Shape, ...]:
    """Return a portrait that is nobody's: head and shoulders in a ring."""
    colours, inner = profile.colours, _AVATAR - 4
    return (
        Ellipse(x, y, _AVATAR, fill=colours.on_brand),
        Ellipse(x, y, inner, fill=colours.brand2),
        Curve(_shoulders(x, y, inner), closed=True, fill=colours.on_brand),
        Ellipse(x, y - inner * 0.26, inner * 0.33, fill=colours.on_brand),
    )


def _shoulders(x: float, y: float, radius: float) -> Chain:
    """Return shoulders whose lower side runs along the ring."""
    # A little into the ring, lest a thin line shows between the two.
    below = arc(x, y, radius + 1, radius + 1, start=42, end=138)
    (right, low), (left, _) = below[0], below[-1]
    top = y + radius * 0.19
    flat, side = radius * 0.24, radius * 0.34
    return (
        *below,
        (left, low - side),
        (x - flat - side * 0.9, top),
        (x - flat, top),
        (x - flat / 3, top),
        (x + flat / 3, top),
        (x + flat, top),
        (x + flat + side * 0.9, top),
        (right, low - side),
        (right, low),
    )


# --- below ------------------------------------------------------------------------------


def known_from(profile: Profile) -> str:
    """Return how all this is known, and where it was found, or nothing."""
    persona, lang = profile.persona, profile.lang
    said = []
    if persona.evidence is not None:
        how = _sentences.told(persona.evidence, lang)
        said.append(f"{_sentences.told('evidence', lang)}: {how}")
    sources = [source.strip() for source in persona.sources if source.strip()]
    if sources:
        name = _SOURCES.pick(lang) if len(sources) > 1 else _sentences.told("source", lang)
        said.append(f"{name}: {'; '.join(sources)}")
    return " · ".join(said)


def footer(profile: Profile, y: float, width: float) -> Placed:
    """Return what the card is known from, under a rule.

    Args:
        profile: Whose card it is.
        y: Top.
        width: Width of the picture.
    """
    colours, assumed = profile.colours, profile.persona.evidence == "assumption"
    left = MARGIN + (12 if assumed else 0)
    words = parts.text(
        known_from(profile),
        left,
        y + 9,
        size=9,
        width=width - MARGIN - left,
        colour=colours.muted,
        background=colours.paper,
        lang=profile.lang,
    )
    if not words.lines:
        return Placed((), width, y)
    items: list[Shape] = [Rect(MARGIN, y, width - 2 * MARGIN, 1, fill=colours.hairline), words]
    if assumed:
        items.append(ring(MARGIN + 3, words.baseline(0) - 3, colours))
    return Placed(tuple(items), width, words.bottom)
