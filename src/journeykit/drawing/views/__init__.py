"""The views: each is a function of a subject and options that returns a scene."""

import importlib
from collections.abc import Callable
from typing import Final, TypeAlias

from journeykit.drawing.options import Options
from journeykit.drawing.scene import Scene
from journeykit.errors import UnknownKeyError

__all__ = ["NAMES", "View", "get"]

View: TypeAlias = Callable[[object, Options], Scene]

NAMES: Final = (
    "blueprint",
    "comparison",
    "crosswalk",
    "flow",
    "map",
    "matrix",
    "network",
    "persona",
    "phases",
    "ring",
    "touchpoints",
)
"""The views by name; each lives in a module or a package of that name."""


def get(name: str) -> View:
    """Return the view with a name.

    Args:
        name: One of `NAMES`.

    Raises:
        UnknownKeyError: There is none.
    """
    if name not in NAMES:
        raise UnknownKeyError("view", name, NAMES)
    view: View = importlib.import_module(f"{__name__}.{name}").scene
    return view
