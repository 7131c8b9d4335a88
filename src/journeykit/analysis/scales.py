"""Scales: how something felt, from one scale of numbers to another.

Emotions go from -2 (very bad) to +2 (very good), the five points that journey maps usually have.
Surveys and tools use other scales: 1 to 5, 1 to 10, 0 to 10, or school grades from 6 down to 1.
"""

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Final

from attrs import field, frozen

from journeykit._noun import Noun, as_given, number_problems, required_problems
from journeykit.analysis._figures import exactly, number_given
from journeykit.errors import shown

__all__ = ["Scale"]

_LOW: Final = -2
_LENGTH: Final = 4
_DIGITS: Final = 12
_LARGEST: Final = 1e15  # beyond, floats are not whole numbers to be told apart


@frozen(repr=False)
class Scale(Noun):
    """A scale of numbers from the worst to the best, and what they are as an emotion.

    Each number means the place that it takes between the two ends, so that the middle is neutral.

    Args:
        worst: The number for very bad.
        best: The number for very good; it may be the smaller one, as of school grades.

    Raises:
        DefinitionError: They are not two different numbers that floats can tell apart.

    Example:
        >>> stars = Scale(1, 5)
        >>> stars.to_emotion(4), stars.from_emotion(-1)
        (1.0, 2.0)
        >>> Scale(6, 1).to_emotion(1)
        2.0
    """

    _positional: ClassVar[tuple[str, ...]] = ("worst", "best")

    worst: float = field(converter=as_given)
    best: float = field(converter=as_given)

    def to_emotion(self, value: float) -> float:
        """Return what a number of this scale is as an emotion, from -2 to +2.

        Args:
            value: A number of this scale, not only a whole one.

        Raises:
            AnalysisError: It is not on the scale.
        """
        low, high = sorted((self.worst, self.best))
        value = number_given(f"a value on {self!r}", value, low, high)
        return float(_LOW + (exactly(value) - exactly(self.worst)) * _LENGTH / self._reach)

    def from_emotion(self, emotion: float) -> float:
        """Return what an emotion is on this scale.

        It is told to as many digits as a float can hold with certainty: eleven or twelve of the
        length of the scale. So what `to_emotion` returns comes back as the number that it was.

        Args:
            emotion: The emotion, from -2 to +2.

        Raises:
            AnalysisError: It is none.
        """
        emotion = number_given("an emotion", emotion, _LOW, _LOW + _LENGTH)
        value = exactly(self.worst) + (exactly(emotion) - _LOW) * self._reach / _LENGTH
        digits = _DIGITS - math.ceil(math.log10(abs(self._reach)))
        return float(round(value, digits))

    @property
    def _reach(self) -> Fraction:
        return exactly(self.best) - exactly(self.worst)

    def _problems(self) -> Iterator[str]:
        yield from required_problems("worst", self.worst, number_problems, -_LARGEST, _LARGEST)
        yield from required_problems("best", self.best, number_problems, -_LARGEST, _LARGEST)

    def _contradictions(self) -> Iterator[str]:
        if self.worst == self.best:
            yield f"worst and best must be different, but both are {shown(self.best)}"
