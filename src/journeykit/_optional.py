"""The only way to an optional package: import it, or say which extra brings it."""

import importlib
from types import ModuleType

from journeykit.errors import MissingDependencyError

__all__ = ["optional_module"]


def optional_module(name: str, *, extra: str, purpose: str) -> ModuleType:
    """Import an optional package.

    Args:
        name: The module to import, for instance ``"yaml"``.
        extra: The extra that brings it.
        purpose: What needs it, as the beginning of a sentence, for instance
            ``"reading YAML"``.

    Raises:
        MissingDependencyError: The package is not installed.
    """
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != name.partition(".")[0]:
            raise
        raise MissingDependencyError(name.partition(".")[0], extra, purpose) from None
