"""Personas: those through whose eyes a map looks."""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from attrs import field, frozen

from journeykit._noun import (
    Element,
    Noun,
    as_dict,
    as_given,
    as_strings,
    as_text,
    as_texts,
    as_tuple,
    choice_problems,
    items_problems,
    key_problems,
    number_problems,
    required_problems,
    string_problems,
    text_problems,
)
from journeykit.errors import shown
from journeykit.grid import EVIDENCES, Evidence
from journeykit.text import Text, TextLike

__all__ = ["Persona", "Trait"]


@frozen(repr=False)
class Trait(Noun):
    """Where a persona stands between two poles.

    Args:
        low: The words at the pole of 0.
        high: The words at the pole of 1.
        value: The place between them, from 0 to 1.

    Example:
        >>> Trait("Plans ahead", "Spontaneous", 0.25).value
        0.25
    """

    _positional = ("low", "high", "value")

    low: Text = field(converter=as_text)
    high: Text = field(converter=as_text)
    value: float = field(converter=as_given)

    def _problems(self) -> Iterator[str]:
        yield from text_problems("low", self.low)
        yield from text_problems("high", self.high)
        yield from required_problems("value", self.value, number_problems, 0, 1)


def _as_traits(
    values: TextLike | Trait | Iterable[TextLike | Trait],
) -> tuple[Text | Trait, ...]:
    if isinstance(values, Trait):
        return (values,)
    if isinstance(values, (str, Mapping)):
        return as_texts(cast("TextLike", values))
    several: object = as_tuple(values)
    if not isinstance(several, tuple):
        return cast("tuple[Text | Trait, ...]", several)
    return tuple(value if isinstance(value, Trait) else as_text(value) for value in several)


@frozen(repr=False)
class Persona(Element):
    """Someone who stands for a segment: the one through whose eyes a map looks.

    Args:
        key: What refers to the persona.
        label: The name; made of the key when missing.
        segment: Whom the persona stands for.
        quote: What the persona would say.
        position: Where in the customer lifecycle, for instance ``"Prospect"``.
        goals: What the persona wants.
        needs: What the persona needs.
        pains: What hinders or hurts.
        questions: What the persona asks.
        channels: The keys of the channels in use, the most used first.
        channel_shares: How much a channel is used, from 0 to 1, by key.
        traits: What the persona is like: words, or a `Trait` between two poles.
        evidence: How this is known: ``"assumption"``, ``"anecdotal"``, ``"qualitative"``,
            ``"quantitative"`` or ``"triangulated"``.
        sources: Where it was found, for instance ``"12 interviews, May 2026"``.
        description: Who this is.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.

    Example:
        >>> Persona("sanne", "Sanne", goals=["Curls I can handle myself"]).goals
        (Text('Curls I can handle myself'),)
    """

    segment: Text = field(default=Text(), converter=as_text, kw_only=True)
    quote: Text = field(default=Text(), converter=as_text, kw_only=True)
    position: Text = field(default=Text(), converter=as_text, kw_only=True)
    goals: tuple[Text, ...] = field(default=(), converter=as_texts, kw_only=True)
    needs: tuple[Text, ...] = field(default=(), converter=as_texts, kw_only=True)
    pains: tuple[Text, ...] = field(default=(), converter=as_texts, kw_only=True)
    questions: tuple[Text, ...] = field(default=(), converter=as_texts, kw_only=True)
    channels: tuple[str, ...] = field(default=(), converter=as_strings, kw_only=True)
    channel_shares: dict[str, float] = field(
        factory=dict, converter=as_dict, hash=False, kw_only=True
    )
    traits: tuple[Text | Trait, ...] = field(default=(), converter=_as_traits, kw_only=True)
    evidence: Evidence | None = field(default=None, kw_only=True)
    sources: tuple[str, ...] = field(default=(), converter=as_strings, kw_only=True)

    def _problems(self) -> Iterator[str]:
        yield from super()._problems()
        for name in ("segment", "quote", "position"):
            yield from text_problems(name, getattr(self, name))
        for name in ("goals", "needs", "pains", "questions"):
            yield from items_problems(name, getattr(self, name), text_problems)
        yield from items_problems("channels", self.channels, key_problems)
        if not isinstance(self.channel_shares, dict):
            yield f"channel_shares must be a mapping, not {shown(self.channel_shares)}"
        else:
            for channel, share in self.channel_shares.items():
                yield from key_problems("a channel of channel_shares", channel)
                name = f"channel_shares {shown(channel)}"
                yield from required_problems(name, share, number_problems, 0, 1)
        yield from items_problems("traits", self.traits, _trait_problems)
        yield from choice_problems("evidence", self.evidence, EVIDENCES)
        yield from items_problems("sources", self.sources, string_problems)


def _trait_problems(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, Trait):
        yield from text_problems(name, value)
