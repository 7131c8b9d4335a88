"""Definitions that must be refused, with what must be said about them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import frozen

from journeykit._noun import Noun
from journeykit.channels import Channel
from journeykit.errors import UnknownKeyError
from journeykit.goal import Goal
from journeykit.grid import Lane, Note, Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel, Origin
from journeykit.paths import Path, Paths
from journeykit.persona import Persona, Trait
from journeykit.testing import _faults
from journeykit.testing._faults import Fault
from journeykit.testing._parts import (
    CHANNEL,
    ELEMENT,
    GOAL_BUT_DAYS,
    LANE,
    MOVE,
    NOTE,
    ORIGIN,
    PERSONA,
    PHASE,
    TOUCHPOINT,
)
from journeykit.testing._words import Fields, made, st
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint
from journeykit.transition import Transition

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

__all__ = ["RECIPES", "InvalidDefinition", "invalid_definitions"]

_Kind: TypeAlias = type[Noun] | type[Text]


@frozen
class InvalidDefinition:
    """What cannot be built, and why.

    Args:
        noun: The class.
        fields: The arguments for it.
        problems: For each fault, a part of the problem that must be reported.
    """

    noun: _Kind
    fields: dict[str, Any]
    problems: tuple[str, ...]

    def build(self) -> object:
        """Try to build it.

        Raises:
            DefinitionError: Always.
        """
        return self.noun(**self.fields)


@frozen
class _Recipe:
    """How to spoil a noun: fields that it needs, others that it may have, and faults.

    Faults take the place of fields; contradictions are added to the lists of the noun's parts.
    """

    noun: _Kind
    needs: Mapping[str, Any]
    others: st.SearchStrategy[dict[str, Any]]
    faults: Sequence[Fault]
    contradictions: Sequence[Fault]


def _recipe(
    noun: _Kind,
    needs: Mapping[str, Any],
    others: Fields,
    faults: Iterable[Fault],
    contradictions: Iterable[Fault] = (),
) -> _Recipe:
    return _Recipe(noun, needs, made({}, others), tuple(faults), tuple(contradictions))


_GRID: Final[dict[str, Any]] = {"key": "grid", "phases": ["a", "b"], "lanes": ["x"]}
_WALK: Final[dict[str, Any]] = {
    "key": "walk",
    "model": JourneyModel(**_GRID),
    "touchpoints": ["t", "u"],
}
_ONE: Final = {"key": "a"}
RECIPES: Final = (
    _recipe(Touchpoint, _ONE, TOUCHPOINT, _faults.touchpoint()),
    _recipe(Transition, {"source": "a", "target": "b"}, MOVE, _faults.transition()),
    _recipe(Text, {}, {}, _faults.text()),
    _recipe(Phase, _ONE, PHASE, _faults.phase()),
    _recipe(Lane, _ONE, LANE, _faults.lane()),
    _recipe(Channel, _ONE, CHANNEL, _faults.channel()),
    _recipe(Note, {"lane": "a", "phase": "b", "text": "word"}, NOTE, _faults.note()),
    _recipe(Origin, {}, ORIGIN, _faults.origin()),
    _recipe(Path, {"steps": ["a"]}, {}, _faults.path()),
    _recipe(Paths, {}, {}, _faults.paths()),
    _recipe(Trait, {"low": "word", "high": "word", "value": 0}, {}, _faults.trait()),
    _recipe(Persona, _ONE, PERSONA, _faults.persona()),
    _recipe(Goal, _ONE, GOAL_BUT_DAYS, _faults.goal()),
    _recipe(JourneyModel, _GRID, ELEMENT, _faults.model(), _faults.model_contradictions()),
    _recipe(Journey, _WALK, ELEMENT, _faults.journey(), _faults.journey_contradictions()),
    # Parts that are no parts at all hide what contradicts what.
    _recipe(JourneyModel, _GRID, ELEMENT, (*_faults.model_parts(), *_faults.model())),
    _recipe(Journey, _WALK, ELEMENT, (*_faults.journey_parts(), *_faults.journey())),
)


@st.composite
def _definitions(
    draw: "DrawFn",
    recipes: st.SearchStrategy[_Recipe],
    several: st.SearchStrategy[list[int]],
) -> InvalidDefinition:
    recipe = draw(recipes)
    fields = {**recipe.needs, **draw(recipe.others)}
    untouched = {*fields, *(name for fault, _ in recipe.faults for name in fault)}
    choices = (*recipe.contradictions, *recipe.faults)
    problems: dict[str, None] = {}
    for pick in draw(several):
        fault, problem = choices[pick % len(choices)]
        if pick % len(choices) < len(recipe.contradictions):
            for name, more in fault.items():
                fields[name] = [*fields.get(name, ()), *more]
                problems[problem] = None
        elif fault.keys() <= untouched:
            fields |= fault
            untouched -= fault.keys()
            problems[problem] = None
    return InvalidDefinition(recipe.noun, fields, tuple(problems))


_PICKS: Final = st.integers(0, 9999)


def invalid_definitions(
    *, noun: type[Noun] | type[Text] | None = None, max_faults: int = 4
) -> st.SearchStrategy[InvalidDefinition]:
    """Make definitions with one fault or several, for tests of what checks or reads them.

    Among the faults are wrong types, numbers outside their range, half characters, unknown
    and repeated keys, and parts that contradict each other.

    Args:
        noun: The class to be built wrongly; when not given, any.
        max_faults: The largest number of faults.

    Raises:
        UnknownKeyError: There is nothing to be done wrong with such a class.

    Example:
        >>> from hypothesis import given
        >>> from journeykit import DefinitionError
        >>> @given(invalid_definitions())
        ... def test_all_problems_are_told(wrong):
        ...     try:
        ...         wrong.build()
        ...     except DefinitionError as error:
        ...         told = "; ".join(error.problems)
        ...     assert all(problem in told for problem in wrong.problems)
        >>> test_all_problems_are_told()
    """
    recipes = [recipe for recipe in RECIPES if noun in (None, recipe.noun)]
    if not recipes:
        known = dict.fromkeys(recipe.noun.__name__ for recipe in RECIPES)
        raise UnknownKeyError("noun", getattr(noun, "__name__", noun), known)
    return _definitions(st.sampled_from(recipes), st.lists(_PICKS, min_size=1, max_size=max_faults))
