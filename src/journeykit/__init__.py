"""Model customer journeys in Python, draw them, question them and measure them.

Every public name stands here and is imported when it is first used, so that
``import journeykit`` costs next to nothing.
"""

import importlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from journeykit import presets, testing
    from journeykit.channels import Channel as Channel
    from journeykit.errors import AnalysisError as AnalysisError
    from journeykit.errors import DefinitionError as DefinitionError
    from journeykit.errors import DroppedRowsWarning as DroppedRowsWarning
    from journeykit.errors import EventError as EventError
    from journeykit.errors import FileError as FileError
    from journeykit.errors import JourneykitError as JourneykitError
    from journeykit.errors import LossyFormatWarning as LossyFormatWarning
    from journeykit.errors import MissingDependencyError as MissingDependencyError
    from journeykit.errors import RenderError as RenderError
    from journeykit.errors import UnknownKeyError as UnknownKeyError
    from journeykit.journey import Goal as Goal
    from journeykit.journey import Journey as Journey
    from journeykit.journey import Persona as Persona
    from journeykit.journey import Touchpoint as Touchpoint
    from journeykit.journey import Trait as Trait
    from journeykit.model import JourneyModel as JourneyModel
    from journeykit.model import Lane as Lane
    from journeykit.model import Note as Note
    from journeykit.model import Origin as Origin
    from journeykit.model import Phase as Phase
    from journeykit.model import Stage as Stage
    from journeykit.text import Text as Text
    from journeykit.transition import CONVERSION as CONVERSION
    from journeykit.transition import DROP_OFF as DROP_OFF
    from journeykit.transition import START as START
    from journeykit.transition import Transition as Transition
    from journeykit.transition import sequence as sequence

_HOMES: Final = {
    "text": ("Text",),
    "transition": ("CONVERSION", "DROP_OFF", "START", "Transition", "sequence"),
    "model": ("JourneyModel", "Lane", "Note", "Origin", "Phase", "Stage"),
    "channels": ("Channel",),
    "journey": ("Goal", "Journey", "Persona", "Touchpoint", "Trait"),
    "errors": (
        "AnalysisError",
        "DefinitionError",
        "DroppedRowsWarning",
        "EventError",
        "FileError",
        "JourneykitError",
        "LossyFormatWarning",
        "MissingDependencyError",
        "RenderError",
        "UnknownKeyError",
    ),
}
_MODULES: Final = ("presets", "testing")

__version__ = "0.1.0"
__all__ = ["__version__", *_MODULES, *(name for names in _HOMES.values() for name in names)]  # noqa: PLE0604 - all of them are strings


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return importlib.import_module(f"journeykit.{name}")
    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(importlib.import_module(f"journeykit.{home}"), name)
            globals()[name] = value
            return value
    message = f"module 'journeykit' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted(__all__)
