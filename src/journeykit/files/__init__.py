"""Journeys, journey models and personas as files and texts, and back."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from journeykit._atomic import write_whole
from journeykit.errors import FileError, shown, suggestion
from journeykit.files import json_text, toml_text, yaml_text
from journeykit.files.source import decoded, path_of, read_whole, said

if TYPE_CHECKING:
    from journeykit.files.native import Savable

__all__ = ["dumps", "load", "loads", "save"]

_Reader: TypeAlias = "Callable[[bytes, str], Savable]"
_Writer: TypeAlias = "Callable[[Savable, str], bytes]"
_NOT_A_FILE: Final = "<text>"


def _reader(parse: Callable[[str, str], object]) -> _Reader:
    def read(content: bytes, file: str) -> "Savable":
        # cattrs costs more than all the rest: only those who read or write pay for it.
        from journeykit.files.native import from_plain

        return from_plain(parse(decoded(content, file), file), file)

    return read


def _writer(write: Callable[[dict[str, object], str], str]) -> _Writer:
    def write_native(subject: "Savable", file: str) -> bytes:
        from journeykit.files.native import to_plain

        return write(to_plain(subject, file), file).encode()

    return write_native


_YAML: Final = (_reader(yaml_text.parse), _writer(yaml_text.write))
_FORMATS: Final[dict[str, tuple[_Reader, _Writer]]] = {
    "json": (_reader(json_text.parse), _writer(json_text.write)),
    "yaml": _YAML,
    "yml": _YAML,
    "toml": (_reader(toml_text.parse), _writer(toml_text.write)),
}


def save(subject: "Savable", path: str | os.PathLike[str]) -> None:
    """Write a journey, a journey model or a persona to a file.

    A crash while it is written leaves the old file or the new one, never half of either. What
    follows from the rest (a label made of the key, the straight road of a model) is left out,
    and a built-in model goes by its name.

    Args:
        subject: What to write.
        path: The file; its suffix tells the format: ``.json``, ``.yaml``, ``.yml`` or
            ``.toml``.

    Raises:
        FileError: The file cannot be written, or its format cannot hold the subject.
        MissingDependencyError: The package that writes this format is not installed.

    Example:
        >>> from journeykit import Journey, load, save
        >>> visit = Journey("visit", touchpoints=["door", "desk"])
        >>> save(visit, "visit.json")
        >>> load("visit.json") == visit
        True
    """
    place = path_of(path)
    _, write = _FORMATS[_format_of(place)]
    write_whole(place, write(subject, said(place)))


def load(path: str | os.PathLike[str]) -> "Savable":
    """Read a journey, a journey model or a persona from a file.

    Args:
        path: The file; its suffix tells the format, as in `save`.

    Raises:
        FileError: The file cannot be read, or does not hold together; the message names the
            file, and everything that is wrong with its place in it.
        MissingDependencyError: The package that reads this format is not installed.
    """
    place = path_of(path)
    read, _ = _FORMATS[_format_of(place)]
    return _read(read, read_whole(place), said(place))


def dumps(subject: "Savable", format: str) -> str:  # noqa: A002 - the word that users know
    """Return a journey, a journey model or a persona as text.

    Args:
        subject: What to write.
        format: ``"json"``, ``"yaml"`` or ``"toml"``.

    Raises:
        FileError: There is no such format, or it cannot hold the subject.
        MissingDependencyError: The package that writes this format is not installed.

    Example:
        >>> from journeykit import Persona, dumps
        >>> print(dumps(Persona("sanne", goals=["Curls I can handle myself"]), "toml"), end="")
        journeykit = 1
        kind = "persona"
        key = "sanne"
        goals = ["Curls I can handle myself"]
    """
    _, write = _FORMATS[_known_format(format)]
    return write(subject, _NOT_A_FILE).decode()


def loads(text: str, format: str) -> "Savable":  # noqa: A002 - the word that users know
    r"""Read a journey, a journey model or a persona from text.

    Args:
        text: What `dumps` or a person wrote.
        format: ``"json"``, ``"yaml"`` or ``"toml"``.

    Raises:
        FileError: There is no such format, or the text does not hold together; the message
            names everything that is wrong with its place.
        MissingDependencyError: The package that reads this format is not installed.

    Example:
        >>> from journeykit import loads
        >>> loads('journeykit = 1\nkey = "visit"\nstate = "future"', "toml")
        Journey('visit', state='future')
    """
    read, _ = _FORMATS[_known_format(format)]
    if not isinstance(text, str):
        raise FileError(_NOT_A_FILE, f"the text must be a string, not {shown(text)}")
    # Half characters do not become UTF-8; passed on, they are found where all bad bytes are.
    return _read(read, text.encode("utf-8", "surrogatepass"), _NOT_A_FILE)


def _read(read: _Reader, content: bytes, file: str) -> "Savable":
    try:
        return read(content, file)
    except RecursionError:
        raise FileError(file, "nested too deep to be read") from None


def _known_format(name: str) -> str:
    if isinstance(name, str) and name in _FORMATS:
        return name
    hint = suggestion(name, _FORMATS) if isinstance(name, str) else ""
    known = ", ".join(map(repr, _FORMATS))
    raise FileError(_NOT_A_FILE, f"unknown format {shown(name)}{hint}; known are {known}")


def _format_of(place: Path) -> str:
    name = place.suffix[1:].lower()
    if name in _FORMATS:
        return name
    known = ", ".join(repr(f".{each}") for each in _FORMATS)
    if not place.suffix:
        raise FileError(said(place), f"a suffix must tell the format; known are {known}")
    nearest = suggestion(name, _FORMATS).replace("'", "'.", 1)
    raise FileError(said(place), f"unknown suffix {place.suffix!r}{nearest}; known are {known}")
