"""What a rule of the check is, and what it has to look at."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import ClassVar, Literal, TypeAlias

from attrs import field, frozen

from journeykit._noun import (
    Noun,
    as_given,
    as_given_whole,
    as_text,
    number_problems,
    required_problems,
    whole_problems,
)
from journeykit.analysis._names import Part
from journeykit.grid import LaneKind, Note, Phase
from journeykit.journey import Journey
from journeykit.text import Text

__all__ = [
    "Found",
    "Rule",
    "Severity",
    "Subject",
    "Thresholds",
    "each_or_all",
]

Severity: TypeAlias = Literal["error", "warning", "info"]
_MOST = 2**63 - 1


@frozen(repr=False, kw_only=True)
class Thresholds(Noun):
    """From where on something is too much, too low or too little.

    Args:
        most_phases: How many phases a journey may have.
        most_touchpoints: How many touchpoints a journey may have.
        low_emotion: The emotion, from -2 to 2, at and below which a touchpoint needs an answer.
        least_emotions: How many touchpoints must have an emotion before it is strange that none
            is below zero.
        least_researched: The share of touchpoints and notes, from 0 to 1, that must be known
            from more than assumption; where it is 0, one is enough.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.

    Example:
        >>> Thresholds(most_touchpoints=50)
        Thresholds(most_touchpoints=50)
    """

    _positional: ClassVar[tuple[str, ...]] = ()

    most_phases: int = field(default=10, converter=as_given_whole)
    most_touchpoints: int = field(default=30, converter=as_given_whole)
    low_emotion: float = field(default=-1, converter=as_given)
    least_emotions: int = field(default=3, converter=as_given_whole)
    least_researched: float = field(default=0, converter=as_given)

    def _problems(self) -> Iterator[str]:
        for name in ("most_phases", "most_touchpoints", "least_emotions"):
            yield from required_problems(name, getattr(self, name), whole_problems, 0, _MOST)
        yield from required_problems("low_emotion", self.low_emotion, number_problems, -2, 2)
        value = self.least_researched
        yield from required_problems("least_researched", value, number_problems, 0, 1)


@frozen
class Found:
    """Something that a rule has found.

    Attributes:
        what: The kind of thing that it is about.
        key: Which one; None for the journey itself.
        message: What is the matter with it, to be read behind its name.
    """

    what: Part
    key: str | None
    message: Text = field(converter=as_text)


@frozen
class Subject:
    """A journey that is looked at, and the thresholds that hold for it."""

    journey: Journey
    thresholds: Thresholds

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases of its model, if it has one."""
        return () if self.journey.model is None else self.journey.model.phases

    def has_lane(self, kind: LaneKind) -> bool:
        """Tell whether there is a row for a kind of notes."""
        model = self.journey.model
        return model is not None and any(lane.kind == kind for lane in model.lanes)

    def notes(self, kind: LaneKind) -> tuple[Note, ...]:
        """Return the journey's and the model's notes of a kind, without those that say nothing."""
        model = self.journey.model
        if model is None:
            return ()
        rows = {lane.key for lane in model.lanes if lane.kind == kind}
        notes = self.journey.notes_in()
        return tuple(note for note in notes if note.lane in rows and note.text)

    def speaks_of(self, note: Note, *, touchpoint: str, phase: str | None) -> bool:
        """Tell whether a note is about a touchpoint, or about its phase as a whole."""
        return touchpoint == note.touchpoint or (note.touchpoint is None and note.phase == phase)


@frozen
class Rule:
    """One thing to look for.

    Attributes:
        code: What refers to it; never given to another rule.
        severity: How bad it is.
        title: What it looks for.
        hint: What to do where it is found.
        find: Gives each place where it is found.
    """

    code: str
    severity: Severity
    title: Text = field(converter=as_text)
    hint: Text = field(converter=as_text)
    find: Callable[[Subject], Iterable[Found]]


def each_or_all(
    what: Part, keys: Sequence[str], message: Text, *, among: int, together: Text
) -> Iterator[Found]:
    """Give what was found place by place, or once where it is the same in all of several places.

    Args:
        what: The kind of place.
        keys: Where it was found.
        message: What is the matter there.
        among: How many places there are.
        together: What is the matter where it is so in all of them.
    """
    if len(keys) == among > 1:
        yield Found("journey", None, together)
    else:
        for key in keys:
            yield Found(what, key, message)
