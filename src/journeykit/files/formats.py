"""The formats that there are: what reads each, what writes it, and what it cannot hold."""

import functools
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import frozen

from journeykit._atomic import said
from journeykit.errors import FileError, suggestion
from journeykit.files import json_text, toml_text, yaml_text
from journeykit.files.source import decoded

if TYPE_CHECKING:
    from journeykit.files.loss import Loss
    from journeykit.files.native import Savable

__all__ = ["FORMATS", "Format", "format_of"]

_Read: TypeAlias = "Callable[..., Savable]"
_Write: TypeAlias = "Callable[[Savable, str, str], bytes]"
_Losses: TypeAlias = "Callable[[Savable, str, str], tuple[Loss, ...]]"


@frozen
class Format:
    """A way to write things down.

    Args:
        name: What it is called in a sentence.
        read: Makes a noun of bytes and of the name of their file, and of `options`.
        write: Makes bytes of a noun, the name of their file and a language.
        losses: Finds what of a noun it cannot hold, given the name of the file and a
            language; not there when it can hold all.
        options: What `read` can be told besides, by keyword.
        way_out: What to say to those who want to read or to write it, where it is for the
            other alone.
        binary: Whether it is no text.
    """

    name: str
    read: "_Read | None"
    write: "_Write | None"
    losses: "_Losses | None" = None
    options: tuple[str, ...] = ()
    way_out: str = ""
    binary: bool = False

    def reader(self, file: str) -> _Read:
        """Return what reads it, or say that nothing does."""
        if self.read is None:
            raise FileError(file, f"{self.name} cannot be read; {self.way_out}")
        return self.read

    def writer(self, file: str) -> _Write:
        """Return what writes it, or say that nothing does."""
        if self.write is None:
            raise FileError(file, f"{self.name} cannot be written; {self.way_out}")
        return self.write


# Each format is imported when it is first used: only those who read or write pay for it.


def _native(
    name: str, parse: Callable[[str, str], object], put: Callable[[dict[str, object], str], str]
) -> Format:
    def read(content: bytes, file: str) -> "Savable":
        from journeykit.files.native import from_plain

        return from_plain(parse(decoded(content, file), file), file)

    def write(subject: "Savable", file: str, _lang: str) -> bytes:
        from journeykit.files.native import to_plain

        return put(to_plain(subject, file), file).encode()

    return Format(name, read, write)


def _later(module: str, function: str) -> Callable[..., Any]:
    """Return a function of a module of this room, which is imported when it is called."""

    def call(*arguments: object, **options: object) -> object:
        home = importlib.import_module(f"journeykit.files.{module}")
        return getattr(home, function)(*arguments, **options)

    return call


_MERMAID: Final = Format(
    "Mermaid",
    _later("mermaid", "read"),
    _later("mermaid", "write"),
    _later("mermaid", "losses"),
    options=("scale",),
)
_MARKDOWN: Final = Format(
    "Markdown",
    _later("markdown", "read"),
    None,
    options=("scale", "block"),
    way_out="save as .mmd, and put its text into a ```mermaid block of the page",
)
_CSV: Final = Format(
    "a table",
    _later("csv_table", "read"),
    _later("csv_table", "write"),
    _later("csv_table", "losses"),
    options=("encoding", "model"),
)
_TSV: Final = Format(
    "a table",
    functools.partial(_later("csv_table", "read"), between="\t"),
    functools.partial(_later("csv_table", "write"), between="\t"),
    functools.partial(_later("csv_table", "losses"), between="\t"),
    options=("encoding", "model"),
)
_XLSX: Final = Format(
    "a workbook",
    _later("xlsx_journey", "read"),
    _later("xlsx_journey", "write"),
    _later("xlsx_journey", "losses"),
    options=("model",),
    binary=True,
)
_GRAPHML: Final = Format(
    "GraphML",
    _later("graph_files", "read"),
    _later("graph_files", "write"),
    _later("graph_files", "losses"),
    options=("model",),
)
_DOT: Final = Format(
    "DOT",
    None,
    _later("graph_files", "write_dot"),
    _later("graph_files", "dot_losses"),
    way_out="keep the journey as .toml, .yaml or .json, or save it as .graphml",
)
_YAML: Final = _native("YAML", yaml_text.parse, yaml_text.write)
FORMATS: Final[dict[str, Format]] = {
    "json": _native("JSON", json_text.parse, json_text.write),
    "yaml": _YAML,
    "yml": _YAML,
    "toml": _native("TOML", toml_text.parse, toml_text.write),
    "csv": _CSV,
    "tsv": _TSV,
    "xlsx": _XLSX,
    "graphml": _GRAPHML,
    "dot": _DOT,
    "gv": _DOT,
    "mermaid": _MERMAID,
    "mmd": _MERMAID,
    "markdown": _MARKDOWN,
    "md": _MARKDOWN,
}
"""By their names, which are the suffixes of their files too."""


def format_of(place: Path) -> Format:
    """Return the format that the suffix of a file stands for."""
    name = place.suffix[1:].lower()
    if name in FORMATS:
        return FORMATS[name]
    known = ", ".join(repr(f".{each}") for each in FORMATS)
    if not place.suffix:
        raise FileError(said(place), f"a suffix must tell the format; known are {known}")
    nearest = suggestion(name, FORMATS).replace("'", "'.", 1)
    raise FileError(said(place), f"unknown suffix {place.suffix!r}{nearest}; known are {known}")
