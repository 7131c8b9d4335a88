"""What Hypothesis calls when it is imported, so that it can make each noun by its type."""

from typing import Any, Final

from journeykit.channels import Channel
from journeykit.goal import Goal
from journeykit.grid import Lane, Note, Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel, Origin
from journeykit.paths.observed import Path, Paths
from journeykit.persona import Persona, Trait
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint
from journeykit.transition import Transition

__all__ = ["register"]

_STRATEGIES: Final[dict[type, str]] = {
    Channel: "channels",
    Goal: "goals",
    Journey: "journeys",
    JourneyModel: "models",
    Lane: "lanes",
    Note: "notes",
    Origin: "origins",
    Path: "walks",
    Paths: "paths",
    Persona: "personas",
    Phase: "phases",
    Text: "texts",
    Touchpoint: "touchpoints",
    Trait: "traits",
    Transition: "transitions",
}


def register() -> None:
    """Let ``st.from_type(Journey)`` and the like work."""
    from hypothesis import strategies as st

    for noun in _STRATEGIES:
        st.register_type_strategy(noun, _strategy)


def _strategy(noun: type) -> Any:  # noqa: ANN401 - a strategy, or NotImplemented
    if noun not in _STRATEGIES:
        return NotImplemented  # asked for something that a noun is as well, such as a Mapping
    # Only now, because an import of Hypothesis has no need of the strategies themselves.
    from journeykit import testing

    return getattr(testing, _STRATEGIES[noun])()
