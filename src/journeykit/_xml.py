"""Reading XML of unknown origin: nothing in it can unfold, go deep, or go on for ever."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NoReturn
from xml.parsers import expat

from attrs import define

from journeykit.errors import JourneykitError

__all__ = ["BadXml", "escaped", "pieces", "unescaped", "walk"]

_DEEPEST: Final = 64
_MOST_ELEMENTS: Final = 500_000
_LONGEST_TAG: Final = 2**20
_PIECE: Final = 2**16
# What XML cannot hold, or reads as something else, and what would be taken for its escape.
_UNFIT: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_SURROGATES: Final = range(0xD800, 0xE000)


class BadXml(ValueError):  # noqa: N818 - it never leaves those who read XML
    """Raised where XML is not well-formed or holds what could do harm; says line and column."""


def pieces(content: bytes) -> Iterable[bytes]:
    """Return bytes in pieces that are small enough to be read one after the other."""
    return (content[start : start + _PIECE] for start in range(0, len(content), _PIECE))


def _pass(*_: object) -> None:
    """Take no notice."""


@define
class _Guard:
    """Counts what an expat parser meets."""

    parser: Any
    start: Callable[[str, Mapping[str, str]], None]
    end: Callable[[str], None]
    left: int
    depth: int = 0

    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.depth += 1
        self.left -= 1
        if self.depth > _DEEPEST:
            self.refuse(f"nested more than {_DEEPEST} deep")
        if self.left < 0:
            self.refuse("too many elements")
        self.start(name, attributes)

    def on_end(self, name: str) -> None:
        self.depth -= 1
        self.end(name)

    def on_doctype(self, *_: object) -> NoReturn:
        self.refuse("a DOCTYPE is not allowed")

    def refuse(self, words: str) -> NoReturn:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        raise BadXml(f"line {line}, column {column}: {words}")


def walk(
    chunks: Iterable[bytes],
    *,
    start: Callable[[str, Mapping[str, str]], None] = _pass,
    end: Callable[[str], None] = _pass,
    words: Callable[[str], None] = _pass,
    most: int = _MOST_ELEMENTS,
) -> int:
    """Read XML piece by piece, tell what is met, and return the number of elements.

    Args:
        chunks: The bytes.
        start: Told the name and the attributes of each element; names of namespaces stand
            before, with a space between.
        end: Told the name of each element that ends.
        words: Told the words between.
        most: How many elements there may be.

    Raises:
        BadXml: It is not well-formed, has a DOCTYPE, is nested more than 64 deep, has too many
            elements, or a tag of more than 1 MB.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    guard = _Guard(parser, start, end, most)
    parser.buffer_text = True
    parser.StartElementHandler = guard.on_start
    parser.EndElementHandler = guard.on_end
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = guard.on_doctype
    fed = 0
    for chunk in chunks:
        _feed(parser, chunk)
        fed += len(chunk)
        if fed - parser.CurrentByteIndex > _LONGEST_TAG:
            guard.refuse("a tag or a comment has more than 1 MB")
    _feed(parser, b"", last=True)
    return most - guard.left


def _feed(parser: Any, chunk: bytes, *, last: bool = False) -> None:  # noqa: ANN401 - expat's
    try:
        parser.Parse(chunk, last)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        place = f"line {error.lineno}, column {error.offset + 1}"
        raise BadXml(f"{place}: {reason}") from None
    except (LookupError, ValueError) as error:
        if isinstance(error, (BadXml, JourneykitError)):
            raise  # from those who were told
        raise BadXml("line 1, column 1: an encoding that is not known; save it as UTF-8") from None


def escaped(words: str) -> str:
    r"""Return words as XML can hold them: other characters as Excel writes them.

    Example:
        >>> escaped("a\r\nb")
        'a_x000D_\nb'
    """
    return _UNFIT.sub(_code, words)


def _code(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"


def unescaped(words: str) -> str:
    """Return words with the characters that stand in them as codes."""
    return _ESCAPED.sub(_character, words) if "_x" in words else words


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return found[0] if number in _SURROGATES else chr(number)
