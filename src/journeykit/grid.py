"""What a journey model is made of: phases are the columns of its grid, lanes the rows."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, ClassVar, Final, Literal, TypeAlias, cast

from attrs import field, frozen

from journeykit._noun import (
    Element,
    Noun,
    as_dict,
    as_text,
    as_tuple,
    choice_problems,
    items_problems,
    key_problems,
    literals,
    optional_key_problems,
    own_data_problems,
    required_problems,
    string_problems,
    text_problems,
    whole_problems,
)
from journeykit.errors import shown
from journeykit.text import Text

__all__ = ["Lane", "Note", "Phase", "Stage"]

Fit: TypeAlias = Literal["exact", "close", "loose"]
LaneKind: TypeAlias = Literal[
    "text",
    "quotes",
    "emotion",
    "touchpoints",
    "pains",
    "opportunities",
    "measures",
    "owners",
    "steps",
    "values",
]
Evidence: TypeAlias = Literal[
    "assumption", "anecdotal", "qualitative", "quantitative", "triangulated"
]
EVIDENCES: Final = literals(Evidence)
_FITS: Final = literals(Fit)
_LANE_KINDS: Final = literals(LaneKind)


class Stage(StrEnum):
    """One of the five stages of the backbone, to which the phases of all models map."""

    AWARENESS = "awareness"
    CONSIDERATION = "consideration"
    PURCHASE = "purchase"
    SERVICE = "service"
    LOYALTY = "loyalty"


def _as_stage(value: Stage | str | None) -> Stage | None:
    try:
        return None if value is None else Stage(value)
    except ValueError:
        return cast("Stage", value)


def _as_stages(values: Stage | str | Iterable[Stage | str]) -> tuple[Stage, ...]:
    several = (values,) if isinstance(values, str) else as_tuple(values)
    if not isinstance(several, tuple):
        return several
    return tuple(cast("Stage", _as_stage(value)) for value in several)


def _stage_problems(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, Stage):
        yield from required_problems(name, value, choice_problems, list(Stage))


@frozen(repr=False)
class Phase(Element):
    """A part of a journey, in time: a column of the map.

    Args:
        key: What refers to it.
        label: What shows it; made of the key when missing.
        stage: The stage of the backbone that it belongs to, if any.
        also: Further stages that it touches.
        fit: How well the stage fits: ``"exact"``, ``"close"`` or ``"loose"``.
        customer_goal: What the customer wants here.
        business_goal: What the organisation wants here.
        description: What it means.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.

    Example:
        >>> Phase("desire", {"en": "Desire", "nl": "Verlangen"}, stage="consideration").stage
        <Stage.CONSIDERATION: 'consideration'>
    """

    stage: Stage | None = field(default=None, converter=_as_stage, kw_only=True)
    also: tuple[Stage, ...] = field(default=(), converter=_as_stages, kw_only=True)
    fit: Fit | None = field(default=None, kw_only=True)
    customer_goal: Text = field(default=Text(), converter=as_text, kw_only=True)
    business_goal: Text = field(default=Text(), converter=as_text, kw_only=True)

    def _problems(self) -> Iterator[str]:
        yield from super()._problems()
        if self.stage is not None:
            yield from _stage_problems("stage", self.stage)
        yield from items_problems("also", self.also, _stage_problems)
        yield from choice_problems("fit", self.fit, _FITS)
        yield from text_problems("customer_goal", self.customer_goal)
        yield from text_problems("business_goal", self.business_goal)


@frozen(repr=False)
class Lane(Element):
    """A row of the map: what is told about each phase.

    Args:
        key: What refers to it.
        label: What shows it; made of the key when missing.
        kind: What stands in its cells, which decides how it is drawn: ``"text"``,
            ``"quotes"``, ``"emotion"``, ``"touchpoints"``, ``"pains"``, ``"opportunities"``,
            ``"measures"``, ``"owners"``, ``"steps"`` or ``"values"``.
        line: The words of a line drawn under this lane, for instance a line of visibility.
        description: What it means.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.
    """

    kind: LaneKind = field(default="text", kw_only=True)
    line: Text = field(default=Text(), converter=as_text, kw_only=True)

    def _problems(self) -> Iterator[str]:
        yield from super()._problems()
        yield from required_problems("kind", self.kind, choice_problems, _LANE_KINDS)
        yield from text_problems("line", self.line)


@frozen(repr=False)
class Note(Noun):
    """What stands in one cell of the map.

    Args:
        lane: The key of the row.
        phase: The key of the column.
        text: The words.
        touchpoint: The key of the touchpoint that it is about, if any.
        evidence: How it is known: ``"assumption"``, ``"anecdotal"``, ``"qualitative"``,
            ``"quantitative"`` or ``"triangulated"``.
        source: Where it was found, for instance ``"interviews, May 2026"``.
        scores: Whole numbers from 1 to 5, for instance ``{"severity": 4, "frequency": 3}``
            of a pain or ``{"impact": 5, "effort": 2}`` of an opportunity.
        description: What it means.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.
    """

    _positional: ClassVar[tuple[str, ...]] = ("lane", "phase", "text")

    lane: str
    phase: str
    text: Text = field(converter=as_text)
    touchpoint: str | None = field(default=None, kw_only=True)
    evidence: Evidence | None = field(default=None, kw_only=True)
    source: str = field(default="", kw_only=True)
    scores: dict[str, int] = field(factory=dict, converter=as_dict, hash=False, kw_only=True)
    description: Text = field(default=Text(), converter=as_text, kw_only=True)
    data: dict[str, Any] = field(factory=dict, converter=as_dict, hash=False, kw_only=True)

    def _problems(self) -> Iterator[str]:
        yield from key_problems("lane", self.lane)
        yield from key_problems("phase", self.phase)
        yield from text_problems("text", self.text)
        yield from optional_key_problems("touchpoint", self.touchpoint)
        yield from choice_problems("evidence", self.evidence, EVIDENCES)
        yield from string_problems("source", self.source)
        if not isinstance(self.scores, dict):
            yield f"scores must be a mapping, not {shown(self.scores)}"
        else:
            for name, score in self.scores.items():
                yield from key_problems("the name of a score", name)
                yield from required_problems(f"score {shown(name)}", score, whole_problems, 1, 5)
        yield from text_problems("description", self.description)
        yield from own_data_problems(self.data)

    def _name(self) -> str:
        return f"Note in {shown(self.lane)} × {shown(self.phase)}"


def as_notes(values: Iterable[Note]) -> tuple[Note, ...]:
    """Convert any iterable of notes to a tuple."""
    return as_tuple(values)


def notes_where(notes: Iterable[Note], *, phase: str | None, lane: str | None) -> tuple[Note, ...]:
    """Return the notes of a phase, of a lane, or of one cell."""
    return tuple(
        note
        for note in notes
        if (phase is None or note.phase == phase) and (lane is None or note.lane == lane)
    )
