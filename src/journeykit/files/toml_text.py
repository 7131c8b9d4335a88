"""TOML: plain data as text and back, the way people write it by hand."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from journeykit._optional import optional_module
from journeykit.errors import FileError
from journeykit.files.plain import finite_number, unfit

__all__ = ["parse", "write"]

_MOST_DOTS: Final = 50
_WIDEST: Final = 100
_NO_NONE: Final = "TOML has no word for None; leave it out, or save as JSON or YAML"
# Strings and comments are passed over whole, also where their end is missing, and no character
# is looked at twice.
_PARTS: Final = re.compile(
    r'"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{0,5}'
    r"|'''(?:[^']++|'{1,2}(?!'))*+'{0,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+"
    r"|(?P<dot>\.)"
    r"|(?P<digits>[0-9][0-9_]{500,}+)|[0-9][0-9_]*+"
    r"|(?P<end>[\n=,\[\]{}])",
    re.DOTALL,
)
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_PLACE: Final = re.compile(r"(?P<words>.*) \(at (?P<place>[^()]*)\)", re.DOTALL)


def parse(text: str, file: str) -> object:
    """Return what a TOML text holds.

    Args:
        text: The text.
        file: The name of the file, for messages.

    Raises:
        FileError: It is no TOML, is nested too deep, names a key twice, or holds a number
            that is infinite or does not fit in 64 bits.
    """
    if line := _line_of_dots(text):
        raise FileError(file, f"line {line}: a key has more than {_MOST_DOTS} dots")
    try:
        # With one line more, there is a line to name where the last one is wrong.
        data = tomllib.loads(f"{text}\n", parse_float=finite_number)
    except tomllib.TOMLDecodeError as error:
        raise FileError(file, _said(str(error), text)) from None
    except ValueError:
        # The only other one comes from Python itself, which refuses thousands of digits.
        line = next(_line(text, part) for part in _PARTS.finditer(text) if part["digits"])
        words = "a whole number must fit in 64 bits; write it as a string"
        raise FileError(file, f"line {line}: {words}") from None
    if problems := unfit(data):
        raise FileError(file, problems)
    return data


def _line_of_dots(text: str) -> int:
    """Return the line of a key with so many dots that reading it would take ages, or 0."""
    if max(line.count(".") for line in text.split("\n")) <= _MOST_DOTS:
        return 0
    dots = 0
    for part in _PARTS.finditer(text):
        if part["dot"]:
            dots += 1
            if dots > _MOST_DOTS:
                return _line(text, part)
        elif part["end"]:
            dots = 0
    return 0


def _line(text: str, part: re.Match[str]) -> int:
    return text.count("\n", 0, part.start()) + 1


def _said(message: str, text: str) -> str:
    """Return a message of the reader with the place before the words, as in other formats."""
    found = _PLACE.fullmatch(message)
    words, place = (found["words"], found["place"]) if found else (message, "")
    words = " ".join(words.split())
    words = words[:1].lower() + words[1:]
    if words == "cannot overwrite a value":
        words += "; its key has one already"
    if place == "end of document":
        # Where a quote was never closed, that is noticed at the end alone.
        open_since = [_line(text, part) for part in _PARTS.finditer(text) if _is_open(part[0])]
        words += "".join(f"; the string in line {line} has no end" for line in open_since[:1])
    return f"{place}: {words}" if place else words


def _is_open(part: str) -> bool:
    """Tell whether a part is a string without its end."""
    quote = part[0]
    if quote not in "\"'":
        return False
    quotes = quote * (3 if part.startswith(quote * 3) else 1)
    return len(part) < 2 * len(quotes) or not part.endswith(quotes)


def write(data: dict[str, object], file: str) -> str:
    """Return plain data as TOML text.

    What is short stands on one line, the rest in sections.

    Args:
        data: The data.
        file: The name of the file, for messages.

    Raises:
        FileError: It holds what TOML cannot hold, such as None.
        MissingDependencyError: tomli-w is not installed.
    """
    tomli_w = optional_module("tomli_w", extra="toml", purpose="writing TOML")
    if problems := unfit(data, no_none=_NO_NONE):
        raise FileError(file, problems)
    return "".join(_Layout(tomli_w.dumps).lines("", data))


@frozen
class _Layout:
    """Decides what stands on one line and what in a section; tomli-w writes the values.

    Left alone, it gives words in two languages a section each.
    """

    _dumps: Callable[[dict[str, object]], str]

    def lines(self, section: str, table: Mapping[str, Any]) -> Iterator[str]:
        """Write what stands on one line, then the sections."""
        sections: list[tuple[str, Any]] = []
        for key, value in table.items():
            line = self._line(key, value)
            if line:
                yield line
            else:
                sections.append((f"{section}{self._key(key)}", value))
        for name, value in sections:
            several = isinstance(value, list)
            for part in value if several else [value]:
                yield f"\n[[{name}]]\n" if several else f"\n[{name}]\n"
                yield from self.lines(f"{name}.", part)

    def _line(self, key: str, value: object) -> str:
        """Return what stands on lines of its own, or nothing for what needs sections."""
        if isinstance(value, (dict, list)):
            short = self._short(value)
            line = f"{self._key(key)} = {short}"
            if short and len(line) <= _WIDEST:
                return f"{line}\n"
            if isinstance(value, dict):
                return ""
        text = self._dumps({key: value})
        return "" if text.startswith("[[") else text

    def _short(self, value: dict[str, object] | list[object]) -> str:
        """Return a mapping or a list on one line, or nothing where others stand in it."""
        parts = value.values() if isinstance(value, dict) else value
        if any(isinstance(part, (dict, list)) for part in parts):
            return ""
        if isinstance(value, list):
            return f"[{', '.join(map(self._leaf, value))}]"
        pairs = [f"{self._key(name)} = {self._leaf(part)}" for name, part in value.items()]
        return f"{{ {', '.join(pairs)} }}"

    def _key(self, key: str) -> str:
        bare = _BARE_KEY.fullmatch(key)
        return key if bare else self._dumps({key: 0}).removesuffix(" = 0\n")

    def _leaf(self, value: object) -> str:
        return self._dumps({"": value}).removeprefix('"" = ').removesuffix("\n")
