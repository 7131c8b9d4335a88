"""Colours: the light and the dark theme, mixing, and how well a text can be read.

The hues are those of Okabe and Ito (2008), "Color Universal Design", darkened or lightened until
text in them can be read. Colour is never the only sign: shape, place or a mark says it too.
"""

import functools
import re

from attrs import field, fields, frozen

from journeykit.errors import DefinitionError, UnknownKeyError, shown

__all__ = ["DARK", "LIGHT", "READABLE", "Theme", "contrast", "mix", "phase_colours", "theme"]

READABLE = 4.5
"""The least contrast of text with what lies under it (WCAG 2.2, success criterion 1.4.3)."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def _upper(colour: str) -> str:
    right = isinstance(colour, str) and _COLOUR.fullmatch(colour) is not None
    return colour.upper() if right else colour  # what is wrong is shown as it was written


@frozen(kw_only=True)
class Theme:
    """The colours of a picture by what they are for, each ``"#RRGGBB"``.

    Text in any of ``ink``, ``muted``, ``accent``, ``online``, ``offline``, ``positive``,
    ``negative`` and ``neutral`` should be readable on ``paper``, both panels and all tints;
    ``on_brand`` on both brand colours; and ``paper`` on a mark filled with ``online``,
    ``offline``, ``positive``, ``negative`` or ``neutral``. For a theme of your own, change one of
    the two that are there with `attrs.evolve`.

    Args:
        name: What the theme is called.
        paper: The canvas.
        panel: Cells and lanes.
        panel2: Panels that are one shade stronger, and pills.
        hairline: Thin borders.
        rule: Axes and other lines that carry meaning.
        ink: Text.
        muted: Text that matters less.
        brand: Headers; the first phase.
        brand2: The last phase.
        on_brand: Text on both brand colours.
        accent: Arrows forward, icons and figures.
        online: Online touchpoints.
        online_tint: What lies under them.
        offline: Offline touchpoints.
        offline_tint: What lies under them.
        positive: Good: gains, repeats, high emotions.
        positive_tint: What lies under them.
        negative: Bad: losses, ways back, low emotions.
        negative_tint: What lies under them.
        neutral: Neither.

    Raises:
        DefinitionError: A colour is not written as ``"#RRGGBB"``.

    Example:
        >>> from attrs import evolve
        >>> evolve(LIGHT, name="ours", brand="#4A148C", brand2="#7B1FA2").brand
        '#4A148C'
    """

    name: str
    paper: str = field(converter=_upper)
    panel: str = field(converter=_upper)
    panel2: str = field(converter=_upper)
    hairline: str = field(converter=_upper)
    rule: str = field(converter=_upper)
    ink: str = field(converter=_upper)
    muted: str = field(converter=_upper)
    brand: str = field(converter=_upper)
    brand2: str = field(converter=_upper)
    on_brand: str = field(converter=_upper)
    accent: str = field(converter=_upper)
    online: str = field(converter=_upper)
    online_tint: str = field(converter=_upper)
    offline: str = field(converter=_upper)
    offline_tint: str = field(converter=_upper)
    positive: str = field(converter=_upper)
    positive_tint: str = field(converter=_upper)
    negative: str = field(converter=_upper)
    negative_tint: str = field(converter=_upper)
    neutral: str = field(converter=_upper)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no colour, all at once."""
        values = {a.name: getattr(self, a.name) for a in fields(Theme) if a.name != "name"}
        problems = [
            f"{role} must be a colour such as '#14406B', not {shown(value)}"
            for role, value in values.items()
            if not isinstance(value, str) or _COLOUR.fullmatch(value) is None
        ]
        if problems:
            raise DefinitionError(f"Theme {shown(self.name)}", problems)


LIGHT = Theme(
    name="light",
    paper="#FFFFFF",
    panel="#F4F6F9",
    panel2="#E9EDF2",
    hairline="#D3DAE2",
    rule="#7C8998",
    ink="#1B2733",
    muted="#55626F",
    brand="#14406B",
    brand2="#2A6F9E",
    on_brand="#FFFFFF",
    accent="#14406B",
    online="#0067A5",
    online_tint="#E4F0F9",
    offline="#8F5400",
    offline_tint="#FDF1DC",
    positive="#00705A",
    positive_tint="#DFF4ED",
    negative="#B23C00",
    negative_tint="#FCE9DF",
    neutral="#55626F",
)

DARK = Theme(
    name="dark",
    paper="#12181F",
    panel="#1A222B",
    panel2="#232D38",
    hairline="#36424F",
    rule="#7C8A99",
    ink="#EEF2F6",
    muted="#A9B5C1",
    brand="#1F5A8F",
    brand2="#2A76AB",
    on_brand="#FFFFFF",
    accent="#7DB6E8",
    online="#6CB9F0",
    online_tint="#15324A",
    offline="#F2B84B",
    offline_tint="#3B2D12",
    positive="#4CC9A4",
    positive_tint="#12382F",
    negative="#FF9A66",
    negative_tint="#432415",
    neutral="#A9B5C1",
)


def theme(name: str | Theme) -> Theme:
    """Return a theme by its name; a theme of your own comes back as it is.

    Args:
        name: ``"light"``, ``"dark"``, or a `Theme`.

    Raises:
        UnknownKeyError: There is no theme of that name.

    Example:
        >>> theme("dark").paper
        '#12181F'
    """
    if isinstance(name, Theme):
        return name
    known = {one.name: one for one in (LIGHT, DARK)}
    if isinstance(name, str) and name in known:
        return known[name]
    raise UnknownKeyError("theme", name, known)


def mix(first: str, second: str, *, share: float = 0.5) -> str:
    """Return a colour between two.

    Args:
        first: A colour.
        second: Another.
        share: How much of the second, from 0 to 1.

    Example:
        >>> mix("#FFFFFF", "#000000", share=0.2)
        '#CCCCCC'
    """
    return _mixed(first, second, share)


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, from 1 (none) to 21 (black on white).

    Source: W3C, Web Content Accessibility Guidelines 2.2, "contrast ratio".

    Example:
        >>> contrast("#FFFFFF", "#000000")
        21.0
    """
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def phase_colours(count: int, colours: Theme) -> tuple[str, ...]:
    """Return one colour a phase: one hue, from dark to light, as time goes.

    Text in ``on_brand`` can be read on each of them.

    Args:
        count: Number of phases.
        colours: The theme.

    Example:
        >>> phase_colours(3, LIGHT)
        ('#14406B', '#1F5884', '#2A6F9E')
    """
    steps = max(1, count - 1)
    return tuple(
        _readable(mix(colours.brand, colours.brand2, share=step / steps), colours.on_brand)
        for step in range(count)
    )


def _readable(ground: str, text: str) -> str:
    """Return a ground, moved away from the colour of its text as far as reading needs."""
    away = max(("#000000", "#FFFFFF"), key=lambda end: contrast(end, text))
    candidates = (mix(ground, away, share=step / 20) for step in range(20))
    return next((one for one in candidates if contrast(one, text) >= READABLE), away)


@functools.lru_cache(maxsize=1024)
def _mixed(first: str, second: str, share: float) -> str:
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@functools.lru_cache(maxsize=1024)
def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value / 255) for value in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
