"""Model customer journeys in Python, draw them, question them and measure them.

Every public name stands here and is imported when it is first used, so that
``import journeykit`` costs next to nothing.
"""

import importlib
import sys
from typing import TYPE_CHECKING, Final

__version__ = "0.1.0"
__all__ = [
    "CONVERSION",
    "DROP_OFF",
    "START",
    "AnalysisError",
    "Channel",
    "DefinitionError",
    "Diagram",
    "DroppedRowsWarning",
    "EventError",
    "EventWarning",
    "FileError",
    "Goal",
    "Journey",
    "JourneyModel",
    "JourneykitError",
    "Lane",
    "Loss",
    "LossyFormatWarning",
    "MissingDependencyError",
    "Note",
    "Origin",
    "Path",
    "Paths",
    "Persona",
    "Phase",
    "RenderError",
    "Stage",
    "Text",
    "Touchpoint",
    "Trait",
    "Transition",
    "UnknownKeyError",
    "__version__",
    "analysis",
    "by_phase",
    "check",
    "collect_paths",
    "compare",
    "crosswalk",
    "draw",
    "dumps",
    "fit",
    "fit_paths",
    "from_networkx",
    "load",
    "loads",
    "losses",
    "presets",
    "save",
    "schema",
    "sequence",
    "simulate",
    "simulate_events",
    "testing",
    "to_graphviz",
    "to_mermaid",
    "to_networkx",
    "translate",
]

# Where each name lives; a name that stands for itself is a module.
_HOMES: Final = {
    "analysis": ("analysis",),
    "analysis.check": ("check",),
    "analysis.compare": ("compare",),
    "analysis.crosswalk": ("crosswalk",),
    "analysis.translate": ("translate",),
    "channels": ("Channel",),
    "drawing.diagram": ("Diagram", "draw"),
    "errors": (
        "AnalysisError",
        "DefinitionError",
        "DroppedRowsWarning",
        "EventError",
        "EventWarning",
        "FileError",
        "JourneykitError",
        "LossyFormatWarning",
        "MissingDependencyError",
        "RenderError",
        "UnknownKeyError",
    ),
    "events": ("collect_paths", "fit"),
    "files": ("Loss", "dumps", "load", "loads", "losses", "save"),
    "files.schema": ("schema",),
    "goal": ("Goal",),
    "graph": ("by_phase", "from_networkx", "to_graphviz", "to_mermaid", "to_networkx"),
    "grid": ("Lane", "Note", "Phase", "Stage"),
    "journey": ("Journey",),
    "model": ("JourneyModel", "Origin"),
    "paths": ("Path", "Paths", "fit_paths", "simulate", "simulate_events"),
    "persona": ("Persona", "Trait"),
    "presets": ("presets",),
    "testing": ("testing",),
    "text": ("Text",),
    "touchpoint": ("Touchpoint",),
    "transition": ("CONVERSION", "DROP_OFF", "START", "Transition", "sequence"),
}


def __dir__() -> list[str]:
    return sorted(__all__)


# Type checkers see every name where it lives, and so know which names there are not.
if TYPE_CHECKING:
    from journeykit import analysis, presets, testing
    from journeykit.analysis.check import check
    from journeykit.analysis.compare import compare
    from journeykit.analysis.crosswalk import crosswalk
    from journeykit.analysis.translate import translate
    from journeykit.channels import Channel
    from journeykit.drawing.diagram import Diagram, draw
    from journeykit.errors import (
        AnalysisError,
        DefinitionError,
        DroppedRowsWarning,
        EventError,
        EventWarning,
        FileError,
        JourneykitError,
        LossyFormatWarning,
        MissingDependencyError,
        RenderError,
        UnknownKeyError,
    )
    from journeykit.events import collect_paths, fit
    from journeykit.files import Loss, dumps, load, loads, losses, save
    from journeykit.files.schema import schema
    from journeykit.goal import Goal
    from journeykit.graph import by_phase, from_networkx, to_graphviz, to_mermaid, to_networkx
    from journeykit.grid import Lane, Note, Phase, Stage
    from journeykit.journey import Journey
    from journeykit.model import JourneyModel, Origin
    from journeykit.paths import Path, Paths, fit_paths, simulate, simulate_events
    from journeykit.persona import Persona, Trait
    from journeykit.text import Text
    from journeykit.touchpoint import Touchpoint
    from journeykit.transition import CONVERSION, DROP_OFF, START, Transition, sequence
else:

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names:
                module = importlib.import_module(f"journeykit.{home}")
                value: object = module if home == name else getattr(module, name)
                globals()[name] = value
                return value
        message = f"module 'journeykit' has no attribute {name!r}"
        raise AttributeError(message, name=name, obj=sys.modules[__name__])
