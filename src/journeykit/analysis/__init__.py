"""Questions to ask of a journey: one module a question, imported when it is first used."""

import importlib
import sys
from typing import TYPE_CHECKING

# Type checkers see every name where it lives, and so know which names there are not.
if TYPE_CHECKING:
    from journeykit.analysis import (
        attribution,
        audit,
        check,
        compare,
        crosswalk,
        deviations,
        drop_off,
        emotion,
        goals,
        markov,
        measures,
        raci,
        routes,
        scales,
        translate,
    )
else:

    def __getattr__(name: str) -> object:
        if name in __all__:
            return importlib.import_module(f"{__name__}.{name}")
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message, name=name, obj=sys.modules[__name__])


__all__ = [
    "attribution",
    "audit",
    "check",
    "compare",
    "crosswalk",
    "deviations",
    "drop_off",
    "emotion",
    "goals",
    "markov",
    "measures",
    "raci",
    "routes",
    "scales",
    "translate",
]


def __dir__() -> list[str]:
    return __all__
