"""The parts of an Excel workbook: an archive of XML, opened within limits."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import define

from journeykit._xml import BadXml, walk
from journeykit.errors import FileError, shown

__all__ = ["Archive", "Reading", "archive_of", "local"]

_MEGABYTE: Final = 1_000_000
_LARGEST: Final = 20 * _MEGABYTE
_LARGEST_UNPACKED: Final = 50 * _MEGABYTE
_MOST_PARTS: Final = 2_000
_MOST_ELEMENTS: Final = 400_000
_PIECE: Final = 2**16
# The first bytes of what Excel wrote before 2007, and of what it writes with a password.
_OLD: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENTRY: Final = b"PK\x01\x02"
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    KeyError,
    IndexError,
)
"""What the standard library raises where an archive is broken."""


def archive_of(content: bytes, file: str) -> "Archive":
    """Open a workbook.

    Args:
        content: The bytes of the workbook.
        file: The name of the file, for messages.

    Raises:
        FileError: It is no archive, is damaged, or is too large.
    """
    if content.startswith(_OLD):
        words = "is an old .xls workbook, or one with a password; save it as .xlsx without"
        raise FileError(file, words)
    if len(content) > _LARGEST:
        raise FileError(file, f"is larger than {_LARGEST // _MEGABYTE} MB")
    if content.count(_ENTRY) > _MOST_PARTS:
        raise FileError(file, f"has more than {_MOST_PARTS:,} parts")
    try:
        return Archive(file, zipfile.ZipFile(io.BytesIO(content)))
    except _BROKEN:
        raise FileError(file, "is no Excel workbook, or damaged; save it as .xlsx") from None


@define
class Archive:
    """Gives the parts of a workbook, as long as they are not too large together.

    Args:
        file: The name of the file, for messages.
    """

    file: str
    archive: zipfile.ZipFile
    left: int = _LARGEST_UNPACKED
    elements_left: int = _MOST_ELEMENTS

    def has(self, part: str) -> bool:
        """Tell whether there is a part."""
        return part in self.archive.NameToInfo

    def walk(self, part: str, reading: "Reading") -> None:
        """Read a part."""
        try:
            number = walk(
                self._pieces(part),
                start=reading.start,
                end=reading.end,
                words=reading.words,
                most=self.elements_left,
            )
        except BadXml as error:
            raise FileError(self.file, f"{_said(part)}: {error}") from None
        except FileError:
            raise
        except _BROKEN:
            raise FileError(self.file, f"{_said(part)}: is missing or damaged") from None
        self.elements_left -= number

    def _pieces(self, part: str) -> Iterator[bytes]:
        with self.archive.open(part) as stream:
            while piece := stream.read(_PIECE):
                self.left -= len(piece)
                if self.left < 0:
                    words = f"unpacks to more than {_LARGEST_UNPACKED // _MEGABYTE} MB"
                    raise FileError(self.file, words)
                yield piece

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the kind and the part to which each relation of a part leads."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(relations):
            return {}
        reading = _Relations()
        self.walk(relations, reading)
        return {
            key: (kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
            for key, (kind, target) in reading.found.items()
        }

    def target_of(self, part: str, kind: str) -> str | None:
        """Return the part to which a relation of a kind leads, if it is there."""
        for found, target in self.targets(part).values():
            if found == kind and self.has(target):
                return target
        return None


def _said(part: str) -> str:
    return part if part.isprintable() else shown(part)


def local(name: str) -> str:
    """Return the name of an element without its namespace."""
    return name.rpartition(" ")[2]


class Reading:
    """Takes no notice of what stands in a part."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def words(self, words: str) -> None:
        """Take what stands in an element."""


class _Relations(Reading):
    """Takes what a part is related to, but for what is outside."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = (kind, attributes.get("Target", ""))
