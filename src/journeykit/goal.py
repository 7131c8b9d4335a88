"""Goals: what is to be reached, and when."""

from collections.abc import Iterator
from datetime import date, datetime

from attrs import field, frozen

from journeykit._noun import (
    Element,
    as_number,
    as_text,
    number_problems,
    optional_key_problems,
    string_problems,
    text_problems,
)
from journeykit.errors import shown
from journeykit.text import Text

__all__ = ["Goal"]


@frozen(repr=False)
class Goal(Element):
    """Something to be reached, SMART: specific, measurable, assignable and time-bound.

    Whether it is realistic needs a person to judge; the other four letters are looked at
    (after Doran, Management Review, November 1981).

    Args:
        key: What refers to it.
        label: What shows it; made of the key when missing.
        phase: The key of the phase that it is about.
        touchpoint: The key of the touchpoint that it is about.
        metric: What is measured.
        unit: In what it is measured, for instance ``"%"``.
        baseline: Where it stands now.
        target: Where it should stand.
        owner: Who sees to it.
        start: The first day.
        due: The last day.
        description: What it means.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.

    Example:
        >>> Goal("nps", "Happy clients", phase="evaluatie", metric="NPS", target=70).missing
        ('M', 'A', 'T')
    """

    phase: str | None = field(default=None, kw_only=True)
    touchpoint: str | None = field(default=None, kw_only=True)
    metric: Text = field(default=Text(), converter=as_text, kw_only=True)
    unit: str = field(default="", kw_only=True)
    baseline: float | None = field(default=None, converter=as_number, kw_only=True)
    target: float | None = field(default=None, converter=as_number, kw_only=True)
    owner: Text = field(default=Text(), converter=as_text, kw_only=True)
    start: date | None = field(default=None, kw_only=True)
    due: date | None = field(default=None, kw_only=True)

    @property
    def missing(self) -> tuple[str, ...]:
        """The SMART letters that are not yet satisfied: of ``S``, ``M``, ``A`` and ``T``.

        S asks for a metric and a phase or touchpoint, M for a metric, a baseline and a
        target, A for an owner, T for a last day.
        """
        placed = self.phase is not None or self.touchpoint is not None
        measured = self.baseline is not None and self.target is not None
        satisfied = {
            "S": bool(self.metric) and placed,
            "M": bool(self.metric) and measured,
            "A": bool(self.owner),
            "T": self.due is not None,
        }
        return tuple(letter for letter, good in satisfied.items() if not good)

    def _problems(self) -> Iterator[str]:
        yield from super()._problems()
        yield from optional_key_problems("phase", self.phase)
        yield from optional_key_problems("touchpoint", self.touchpoint)
        yield from text_problems("metric", self.metric)
        yield from string_problems("unit", self.unit)
        yield from number_problems("baseline", self.baseline)
        yield from number_problems("target", self.target)
        yield from text_problems("owner", self.owner)
        yield from _day_problems("start", self.start)
        yield from _day_problems("due", self.due)
        start, due = self.start, self.due
        if start is not None and due is not None and type(start) is type(due) and due < start:
            yield f"due must not come before start, but {due} does before {start}"


def _day_problems(name: str, value: object) -> Iterator[str]:
    # A datetime is a date as well, but the two do not compare and files keep them apart.
    if value is not None and type(value) is not date:
        way_out = "take its .date()" if isinstance(value, datetime) else "write date(2026, 5, 31)"
        yield f"{name} must be a date, not {shown(value)}; {way_out}"
