"""The native format: nouns as plain data and back.

A document begins with ``journeykit = 1``, the version of the format, and with its kind, which
may be left out for a journey; ``$schema`` may stand there too, for editors. The fields of the
noun follow. What follows from the rest is left out: defaults, labels made of the key, the route
along all touchpoints, kinds of transitions, the straight road of a model. Built-in models go by
their key, and so does an element that has nothing but a key.
"""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from cattrs import ClassValidationError

from journeykit._noun import choice_problems, required_problems
from journeykit.errors import FileError, shown
from journeykit.files.conversion import converter
from journeykit.files.problems import problems_of
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.persona import Persona

__all__ = ["KINDS", "VERSION", "Savable", "from_plain", "to_plain"]

Savable: TypeAlias = Journey | JourneyModel | Persona

VERSION: Final = 1
"""The version of the format that is written; all versions up to it can be read."""
KINDS: Final[Mapping[str, type[Savable]]] = {
    "journey": Journey,
    "model": JourneyModel,
    "persona": Persona,
}
_HEADER: Final = ("$schema", "journeykit", "kind")


def to_plain(subject: Savable, file: str) -> dict[str, Any]:
    """Return a journey, a journey model or a persona as a document.

    Args:
        subject: What to write.
        file: The name of the file, for messages.

    Raises:
        FileError: It is something else.
    """
    kind = next((kind for kind, noun in KINDS.items() if type(subject) is noun), None)
    if kind is None:
        what = "a Journey, a JourneyModel or a Persona"
        raise FileError(file, f"what is saved must be {what}, not {shown(subject)}")
    data: dict[str, Any] = {"journeykit": VERSION}
    if kind != "journey":
        data["kind"] = kind
    data |= converter().unstructure(subject)
    return data


def from_plain(data: object, file: str) -> Savable:
    """Return the journey, the journey model or the persona that a document holds.

    Args:
        data: The document.
        file: The name of the file, for messages.

    Raises:
        FileError: It does not hold together; everything that is wrong is listed.
    """
    if not isinstance(data, dict) or "journeykit" not in data:
        words = f"this is no journeykit file; it must begin with journeykit = {VERSION}"
        raise FileError(file, f"{words} @ $")
    version = data["journeykit"]
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        words = f"journeykit must be the version of the format, {VERSION}, not {shown(version)}"
        raise FileError(file, f"{words} @ $.journeykit")
    if version > VERSION:
        raise FileError(
            file,
            f"written by a newer journeykit (format {version}); this one reads up to {VERSION}: "
            "upgrade journeykit @ $.journeykit",
        )
    kind = data.get("kind", "journey")
    if not isinstance(kind, str) or kind not in KINDS:
        problems = required_problems("kind", kind, choice_problems, tuple(KINDS))
        raise FileError(file, [f"{problem} @ $.kind" for problem in problems])
    if not isinstance(data.get("$schema", ""), str):
        words = f"$schema must be the address of a schema, not {shown(data['$schema'])}"
        raise FileError(file, f"{words} @ $['$schema']")
    fields = {name: value for name, value in data.items() if name not in _HEADER}
    try:
        return converter().structure(fields, KINDS[kind])
    except ClassValidationError as error:
        raise FileError(file, problems_of(error, fields)) from None
