"""For tests of your own: strategies that make anything here, and a check for models.

The strategies need Hypothesis (``pip install 'journeykit[testing]'``); `check_model` does not.
With Hypothesis installed, ``st.from_type(Journey)`` works as well, for each noun.
"""

import importlib
import sys
from typing import TYPE_CHECKING, Final

__all__ = [
    "RULES",
    "InvalidDefinition",
    "channels",
    "check_model",
    "goals",
    "invalid_definitions",
    "journeys",
    "keys",
    "lanes",
    "models",
    "notes",
    "origins",
    "paths",
    "personas",
    "phases",
    "texts",
    "touchpoints",
    "traits",
    "transitions",
    "walks",
]

_HOMES: Final = {
    "_conformance": ("RULES", "check_model"),
    "_invalid": ("InvalidDefinition", "invalid_definitions"),
    "_walks": ("paths", "walks"),
    "_wholes": ("journeys", "models"),
    "_words": ("keys", "texts"),
}


# Type checkers see every name where it lives, and so know which names there are not.
if TYPE_CHECKING:
    from journeykit.testing._conformance import RULES, check_model
    from journeykit.testing._invalid import InvalidDefinition, invalid_definitions
    from journeykit.testing._parts import (
        channels,
        goals,
        lanes,
        notes,
        origins,
        personas,
        phases,
        touchpoints,
        traits,
        transitions,
    )
    from journeykit.testing._walks import paths, walks
    from journeykit.testing._wholes import journeys, models
    from journeykit.testing._words import keys, texts
else:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=sys.modules[__name__])
        home = next((home for home, names in _HOMES.items() if name in names), "_parts")
        value: object = getattr(importlib.import_module(f"{__name__}.{home}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
