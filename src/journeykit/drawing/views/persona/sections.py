"""The sections of a persona card: lists, channels with bars, and what the persona is like."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeAlias

from attrs import evolve, frozen

from journeykit.channels import CATALOGUE, Channel
from journeykit.drawing import icons, marks, parts
from journeykit.drawing.palette import Theme
from journeykit.drawing.parts import Placed
from journeykit.drawing.scene import Anchor, Card, Ellipse, Point, Rect, Shape
from journeykit.drawing.views._cells import PAD, Pen, Style, entries
from journeykit.drawing.views._phrases import percent
from journeykit.drawing.views._sheet import Entry
from journeykit.journey import Journey
from journeykit.persona import Persona, Trait
from journeykit.text import Text

__all__ = ["Profile", "Section", "sections_of"]


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


_GOALS: Final = _word("Goals", "Doelen")
_PAINS: Final = _word("Frustrations", "Frustraties")
_NEEDS: Final = _word("Needs", "Behoeften")
_QUESTIONS: Final = _word("Questions", "Vragen")
_CHANNELS: Final = _word("Channels", "Kanalen")
_TRAITS: Final = _word("Personality", "Persoonlijkheid")
_RATHER: Final = _word("rather “{near}” than “{far}”", "eerder “{near}” dan “{far}”")
_BETWEEN: Final = _word("between “{near}” and “{far}”", "tussen “{near}” en “{far}”")

_HEAD: Final = 32.0  # from the top of a section to what stands in it
_ICON: Final = 18.0
_SIZE: Final = 9.5
_POLE: Final = 9.0
_GAP: Final = 6.0
_CHANNEL: Final = 20.0  # an icon and the room after it
_NAME: Final = 0.36  # of the width, for the name of a channel beside its bar
_FIGURE: Final = 30.0  # room for a share
_BAR: Final = 7.6
_KNOB: Final = 4.6
_PILL: Final = 8.0
_NEAR, _FAR = 0.45, 0.55  # between these a trait leans to neither pole

_Body: TypeAlias = Callable[[Point, float], Placed]
"""What draws the inside of a section, from its top left corner and its width."""


@frozen
class Profile:
    """A persona, and what it is drawn with.

    Args:
        persona: Who it is.
        journey: Whose own channels it may use, or None.
        colours: The theme.
        lang: Language of the words.
    """

    persona: Persona
    journey: Journey | None
    colours: Theme
    lang: str

    def channels(self) -> list[tuple[Channel, float | None]]:
        """Return the channels in use, each with its share where that is known."""
        persona = self.persona
        own = {} if self.journey is None else {one.key: one for one in self.journey.channels}
        return [
            (own.get(key) or CATALOGUE.get(key) or Channel(key), persona.channel_shares.get(key))
            for key in dict.fromkeys((*persona.channels, *persona.channel_shares))
        ]

    def leanings(self) -> list[Trait]:
        """Return the traits between two poles."""
        return [trait for trait in self.persona.traits if isinstance(trait, Trait)]

    def traits(self) -> list[str]:
        """Return the traits that are plain words."""
        return self.said([one for one in self.persona.traits if not isinstance(one, Trait)])

    def said(self, texts: Sequence[Text]) -> list[str]:
        """Return the words of those texts that have any."""
        return [words for words in (text.pick(self.lang).strip() for text in texts) if words]

    def leaning(self, trait: Trait) -> str:
        """Return to which pole a trait leans, in words."""
        low, high = trait.low.pick(self.lang), trait.high.pick(self.lang)
        if _NEAR <= trait.value <= _FAR:
            return _BETWEEN.pick(self.lang).format(near=low, far=high)
        near, far = (low, high) if trait.value < _NEAR else (high, low)
        return _RATHER.pick(self.lang).format(near=near, far=far)


@frozen
class Section:
    """A part of the card.

    Args:
        name: Its heading.
        icon: The icon beside the heading.
        colour: Colour of both.
        words: What it says, for those who cannot see it.
        body: What draws the inside.
    """

    name: str
    icon: str
    colour: str
    words: tuple[str, ...]
    body: _Body

    def at(self, profile: Profile, x: float, y: float, *, width: float) -> Placed:
        """Return the section at its place.

        Args:
            profile: Whose card it is.
            x: Left side.
            y: Top.
            width: Width.
        """
        colours = profile.colours
        heading = parts.text(
            self.name,
            x + _ICON + 5,
            y + _ICON / 2,
            size=12,
            bold=True,
            width=width - _ICON - 5,
            valign="middle",
            colour=self.colour,
            background=colours.paper,
        )
        rule = Rect(x, y + _HEAD - 9.5, width, 1, fill=colours.hairline)
        placed = self.body((x, y + _HEAD), width)
        sign = icons.icon(self.icon, x, y, _ICON, self.colour, stroke=1.5)
        items = (*sign, heading, rule, *placed.items)
        card = Card(x, y, width, placed.bottom - y, items=items)
        return Placed((card,), x + width, placed.bottom)


def sections_of(profile: Profile) -> list[Section]:
    """Return the sections that have something to say, in the order in which they are read."""
    persona, colours, lang = profile.persona, profile.colours, profile.lang
    good, bad, plain = colours.positive, colours.negative, colours.accent
    lists: tuple[tuple[Text, tuple[Text, ...], str, str, marks.Mark], ...] = (
        (_GOALS, persona.goals, "target", good, "plus"),
        (_PAINS, persona.pains, "warn", bad, "triangle"),
        (_NEEDS, persona.needs, "bulb", plain, "dot"),
        (_QUESTIONS, persona.questions, "question", plain, "dot"),
    )
    found: list[Section] = []
    for name, texts, icon, colour, mark in lists:
        words = tuple(profile.said(texts))
        tone = colours.rule if mark == "dot" else colour
        style = Style(colours.ink, mark=mark, mark_colour=tone, balanced=True)
        if words:
            body = partial(_list, profile, words, style)
            found.append(Section(name.pick(lang), icon, colour, words, body))
    channels = profile.channels()
    if channels:
        words = tuple(_channel_words(channel, share, lang) for channel, share in channels)
        body = partial(_channels, profile)
        found.append(Section(_CHANNELS.pick(lang), "chat", plain, words, body))
    words = (*map(profile.leaning, profile.leanings()), *profile.traits())
    if words:
        body = partial(_personality, profile)
        found.append(Section(_TRAITS.pick(lang), "heart", plain, words, body))
    return found


# --- lists ------------------------------------------------------------------------------


def _list(
    profile: Profile, words: Sequence[str], style: Style, corner: Point, width: float
) -> Placed:
    x, y = corner
    said = [Entry(one) for one in words]
    pen = Pen(profile.colours, profile.lang, profile.colours.paper)
    return entries(said, x - PAD, y, width=width + 2 * PAD, style=style, pen=pen)


# --- channels ---------------------------------------------------------------------------


def _channel_words(channel: Channel, share: float | None, lang: str) -> str:
    name = channel.label.pick(lang)
    return name if share is None else f"{name} {percent(share)}"


def _channels(profile: Profile, corner: Point, width: float) -> Placed:
    """Return the channels under each other; where shares are known, with a bar and a figure."""
    x, y = corner
    items: list[Shape] = []
    top = y
    for channel, share in profile.channels():
        card = _channel(profile, channel, share, (x, top, width))
        items.append(card)
        top += card.height + _GAP
    return Placed(tuple(items), x + width, top - _GAP)


def _channel(
    profile: Profile, channel: Channel, share: float | None, box: tuple[float, float, float]
) -> Card:
    (x, y, width), colours = box, profile.colours
    room = width - _CHANNEL if share is None else width * _NAME
    name = parts.text(
        channel.label.pick(profile.lang),
        x + _CHANNEL,
        y,
        size=_SIZE,
        width=room,
        colour=colours.ink,
        background=colours.paper,
        lang=profile.lang,
    )
    high = max(name.height, 13.0)
    middle = y + high / 2
    sign = icons.channel_icon(channel.key, realm=channel.realm)
    items: list[Shape] = [
        *icons.icon(sign, x, middle - 7, 14, colours.muted, stroke=1.2),
        evolve(name, y=middle - name.height / 2),
    ]
    if share is not None:
        left = x + _CHANNEL + room + 8
        full = x + width - _FIGURE - left
        figure = parts.text(
            percent(share),
            x + width,
            middle,
            size=8.5,
            anchor="end",
            valign="middle",
            colour=colours.muted,
            background=colours.paper,
        )
        track = Rect(left, middle - _BAR / 2, full, _BAR, radius=_BAR / 2, fill=colours.panel2)
        items += [track, figure]
        if share > 0:
            # A bar is never shorter than its round ends.
            long = max(full * share, _BAR)
            items.append(evolve(track, width=long, fill=colours.online))
    tooltip = _channel_words(channel, share, profile.lang)
    return Card(x, y, width, high, items=items, tooltip=tooltip, role="mark")


# --- personality ------------------------------------------------------------------------


def _personality(profile: Profile, corner: Point, width: float) -> Placed:
    """Return sliders for what lies between two poles, and pills for plain words."""
    x, y = corner
    items: list[Shape] = []
    bottom = y
    for trait in profile.leanings():
        card = _slider(profile, trait, (x, bottom, width))
        items.append(card)
        bottom += card.height + _GAP
    left, below = x, bottom
    for words in profile.traits():
        colours = profile.colours
        said = parts.text(
            words,
            0,
            0,
            size=_POLE,
            width=width - 2 * _PILL,
            colour=colours.ink,
            background=colours.panel2,
            lang=profile.lang,
        )
        wide = parts.text_box(said)[2] * 1.04 + 2 * _PILL
        high = said.height + 7
        if left > x and left + wide > x + width:
            left, bottom = x, below
        items.append(Rect(left, bottom, wide, high, radius=min(high / 2, 9), fill=colours.panel2))
        items.append(evolve(said, x=left + _PILL, y=bottom + 3.5))
        below = max(below, bottom + high + _GAP) if left > x else bottom + high + _GAP
        left += wide + _GAP
    return Placed(tuple(items), x + width, max(bottom, below) - _GAP)


def _slider(profile: Profile, trait: Trait, box: tuple[float, float, float]) -> Card:
    (x, y, width), colours = box, profile.colours
    sides: tuple[tuple[Text, Anchor], ...] = ((trait.low, "start"), (trait.high, "end"))
    poles = [
        parts.text(
            pole.pick(profile.lang),
            x if anchor == "start" else x + width,
            y,
            size=_POLE,
            width=width / 2 - 4,
            anchor=anchor,
            colour=colours.muted,
            background=colours.paper,
            lang=profile.lang,
        )
        for pole, anchor in sides
    ]
    high = max(pole.height for pole in poles)
    level = y + high + _KNOB + 1.5
    at = x + _KNOB + (width - 2 * _KNOB) * trait.value
    items: list[Shape] = [
        *(evolve(pole, y=y + high - pole.height) for pole in poles if pole.lines),
        Rect(x, level - 1.3, width, 2.6, radius=1.3, fill=colours.hairline),
        Ellipse(at, level, _KNOB + 1.4, fill=colours.paper),
        Ellipse(at, level, _KNOB, fill=colours.accent),
    ]
    tooltip = profile.leaning(trait)
    box_height = level + _KNOB + 1.4 - y
    return Card(
        x, y, width, box_height, items=items, tooltip=tooltip[:1].upper() + tooltip[1:], role="mark"
    )
