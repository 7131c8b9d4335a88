"""Questions to ask of a journey: one module a question, imported when it is first used."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

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


def __getattr__(name: str) -> "ModuleType":
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return importlib.import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return __all__
