"""Touchpoints: moments of contact."""

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from journeykit._noun import (
    Element,
    as_number,
    as_text,
    choice_problems,
    literals,
    number_problems,
    optional_key_problems,
    text_problems,
)
from journeykit.grid import EVIDENCES, Evidence
from journeykit.text import Text

__all__ = ["MomentOfTruth", "Touchpoint"]

MomentOfTruth: TypeAlias = Literal["zmot", "fmot", "smot", "tmot", "umot"]
_MOMENTS: Final = literals(MomentOfTruth)


@frozen(repr=False)
class Touchpoint(Element):
    """A moment of contact between a customer and an organisation, or with others about it.

    Args:
        key: What refers to it.
        label: What shows it; made of the key when missing.
        phase: The key of the phase in which it falls.
        lane: The key of the lane in which it stands, where it is not the usual one.
        channel: The key of the channel where it takes place.
        emotion: How it feels, from -2 (very bad) to +2 (very good).
        importance: How much it matters to the customer, from 1 to 5.
        moment_of_truth: ``"zmot"`` (online research; Lecinski, 2011), ``"fmot"`` (at the
            shelf) or ``"smot"`` (in use; both Lafley, 2005), ``"tmot"`` (feedback;
            Blackshaw), ``"umot"`` (shared experience; Solis, 2013), or None.
        owner: Who is responsible.
        evidence: How this is known: ``"assumption"``, ``"anecdotal"``, ``"qualitative"``,
            ``"quantitative"`` or ``"triangulated"``.
        description: What happens.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.

    Example:
        >>> Touchpoint("site", "Website", phase="interest", channel="website", emotion=0.5)
        Touchpoint('site', 'Website', phase='interest', channel='website', emotion=0.5)
    """

    phase: str | None = field(default=None, kw_only=True)
    lane: str | None = field(default=None, kw_only=True)
    channel: str | None = field(default=None, kw_only=True)
    emotion: float | None = field(default=None, converter=as_number, kw_only=True)
    importance: float | None = field(default=None, converter=as_number, kw_only=True)
    moment_of_truth: MomentOfTruth | None = field(default=None, kw_only=True)
    owner: Text = field(default=Text(), converter=as_text, kw_only=True)
    evidence: Evidence | None = field(default=None, kw_only=True)

    def _problems(self) -> Iterator[str]:
        yield from super()._problems()
        yield from optional_key_problems("phase", self.phase)
        yield from optional_key_problems("lane", self.lane)
        yield from optional_key_problems("channel", self.channel)
        yield from number_problems("emotion", self.emotion, -2, 2)
        yield from number_problems("importance", self.importance, 1, 5)
        yield from choice_problems("moment_of_truth", self.moment_of_truth, _MOMENTS)
        yield from text_problems("owner", self.owner)
        yield from choice_problems("evidence", self.evidence, EVIDENCES)
