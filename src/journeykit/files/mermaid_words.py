"""Words in Mermaid: what has to be written as a code such as ``#58;``, and codes read back."""

import html
import re
from typing import Final

__all__ = ["ENTITY", "SPACE", "escaped", "lines_joined", "split_lines", "trimmed", "unescaped"]

SPACE: Final = "\t\n\v\f\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
r"""What JavaScript takes for ``\s``, ready to stand in brackets; Python's differs a little."""
ENTITY: Final = r"#[A-Za-z0-9_]++;"
"""A code that stands for a character."""

_ENTITY: Final = re.compile(ENTITY)
_AROUND: Final = re.compile(rf"\A[{SPACE}]++|(?<![{SPACE}])[{SPACE}]++\Z")
_BREAK: Final = re.compile(rf"</?br[{SPACE}]*+/?>", re.IGNORECASE)
# Marks of the grammar; what could be HTML; what begins a comment or a directive (two percent
# signs); what Mermaid itself writes for codes while it works; what no text file should hold.
_SPECIAL: Final = re.compile("[#;:,<]|&(?=[A-Za-z])|%(?=%)|\ufb02(?=\xb0)|\xb6(?=\xdf)|[\0\n\r]")
_SPACE: Final = re.compile(f"[{SPACE}]")
_KEYWORD: Final = re.compile(f"[{SPACE}%]|title|section|journey|acc", re.IGNORECASE | re.ASCII)
_LARGEST: Final = 0x10FFFF
_LONGEST: Final = 9
_WINDOWS: Final = range(0x80, 0xA0)
_SURROGATES: Final = range(0xD800, 0xE000)
_NO_CHARACTER: Final = "\ufffd"


def escaped(words: str, *, keep: str = "", first: bool = False) -> str:
    """Return words as they can stand in a journey of Mermaid.

    Args:
        words: What is to be shown.
        keep: Marks that may stay as they are where these words stand.
        first: Whether they begin a line, where keywords and comments begin too.

    Example:
        >>> escaped("Order #5: shoes; size 40")
        'Order #35;5#58; shoes#59; size 40'
    """

    def code(found: re.Match[str]) -> str:
        return found[0] if found[0] in keep else _code(found[0])

    begin = (_KEYWORD if first else _SPACE).match(words) is not None
    end = _SPACE.match(words, len(words) - 1) is not None and len(words) > 1
    inner = _SPECIAL.sub(code, words[begin : len(words) - end])
    return f"{_code(words[0]) if begin else ''}{inner}{_code(words[-1]) if end else ''}"


def _code(character: str) -> str:
    return f"#{ord(character)};"


def unescaped(words: str) -> str:
    """Return words with the characters that codes in them stand for, as browsers show them.

    Example:
        >>> unescaped("caf#233; #amp; #128512;")
        'café & 😀'
    """
    return _ENTITY.sub(_character, words) if "#" in words else words


def _character(found: re.Match[str]) -> str:
    name = found[0][1:-1]
    if not name.isdigit():
        return html.unescape(f"&{name};")
    if len(name) > _LONGEST:
        return _NO_CHARACTER
    number = int(name)
    if number in _WINDOWS:
        return html.unescape(f"&#{number};")
    if number > _LARGEST or number in _SURROGATES:
        return _NO_CHARACTER
    return chr(number)


def trimmed(words: str) -> str:
    """Return words without the space around them."""
    return _AROUND.sub("", words)


def lines_joined(lines: str) -> str:
    """Return escaped words with line breaks as Mermaid draws them."""
    return lines.replace(_code("\n"), "<br/>")


def split_lines(words: str) -> str:
    r"""Return words with ``"\n"`` where Mermaid begins a new line."""
    return _BREAK.sub("\n", words) if "<" in words else words
