"""Journeys that stand as Mermaid in the fenced code blocks of a Markdown file."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from journeykit.errors import FileError, shown
from journeykit.files.mermaid import USUAL_SCALE, Scale, journey_of
from journeykit.files.mermaid_source import kind_of
from journeykit.files.mermaid_text import parse
from journeykit.files.source import decoded
from journeykit.journey import Journey

__all__ = ["read"]

_MOST_BLOCKS: Final = 1000
_SHOWN_BLOCKS: Final = 6
_LINE_END: Final = re.compile("\r\n?|\n")
_QUOTE: Final = re.compile(r"^(?:[ \t]*+>)++")
_FENCE: Final = re.compile(
    r"(?P<quote>[ \t]*+(?:>[ \t]*+)*+)(?P<fence>`{3,}+|~{3,}+)[ \t]*+(?P<info>.*?)[ \t]*"
)
_MERMAID: Final = re.compile(r"\{?mermaid\b", re.IGNORECASE)


@frozen
class _Block:
    """A diagram in a Markdown file."""

    line: int
    text: str
    kind: str


def read(
    content: bytes, file: str, *, scale: Scale = USUAL_SCALE, block: int | None = None
) -> Journey:
    """Return the journey that a block of a Markdown file describes.

    Args:
        content: The text, as UTF-8.
        file: The name of the file, for messages.
        scale: The lowest and the highest score.
        block: Which of several journeys, from 1.

    Raises:
        FileError: There is no journey, there are several and none was chosen, or the one that
            is meant cannot be read.
    """
    blocks = list(_blocks(decoded(content, file), file))
    journeys = [each for each in blocks if each.kind == "journey"]
    if not journeys:
        raise FileError(file, _no_journey(blocks))
    chosen = journeys[_place(block, journeys, file)]
    diagram = parse(chosen.text, file, first_line=chosen.line)
    return journey_of(diagram, file, scale=scale)


def _blocks(text: str, file: str) -> Iterator[_Block]:
    """Find the diagrams, each with the line of the file in which it begins."""
    found = 0
    for line, info, inside in _fenced(_LINE_END.split(text)):
        if _MERMAID.match(info):
            found += 1
            if found > _MOST_BLOCKS:
                raise FileError(file, f"line {line}: more than {_MOST_BLOCKS:,} Mermaid diagrams")
            diagram = "".join(f"{each}\n" for each in inside)
            yield _Block(line, diagram, kind_of(diagram))


def _fenced(lines: Sequence[str]) -> Iterator[tuple[int, str, Sequence[str]]]:
    """Find the fenced blocks, each with its first line, what stands at its fence, and its text."""
    opening: re.Match[str] | None = None
    begin = 0
    for place, line in enumerate(lines):
        fence = _FENCE.fullmatch(line)
        if fence is None:
            continue
        if opening is None:
            # Backticks on both sides stand around code within a line.
            if fence["fence"][0] == "~" or "`" not in fence["info"]:
                opening, begin = fence, place + 1
        elif fence["fence"].startswith(opening["fence"]) and not fence["info"]:
            yield begin + 1, opening["info"], _inside(opening, lines[begin:place])
            opening = None
    if opening is not None:
        yield begin + 1, opening["info"], _inside(opening, lines[begin:])


def _inside(opening: re.Match[str], lines: Sequence[str]) -> Sequence[str]:
    """Return lines without the marks of a quotation, where the block stands in one."""
    return [_QUOTE.sub(_blanks, line, 1) for line in lines] if ">" in opening["quote"] else lines


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _no_journey(blocks: Sequence[_Block]) -> str:
    if not blocks:
        return "holds no block that begins with ```mermaid"
    kinds = [
        f"{shown(each.kind) if each.kind else 'an empty block'} in line {each.line}"
        for each in blocks[:_SHOWN_BLOCKS]
    ]
    rest = len(blocks) - len(kinds)
    return f"holds no journey of Mermaid, but {', '.join(kinds)}{f' and {rest} more' * (rest > 0)}"


def _place(block: int | None, journeys: Sequence[_Block], file: str) -> int:
    """Return the place of the journey that was chosen, from 0."""
    number = len(journeys)
    if block is None and number == 1:
        return 0
    if isinstance(block, int) and not isinstance(block, bool) and 1 <= block <= number:
        return block - 1
    lines = ", ".join(str(each.line) for each in journeys[:_SHOWN_BLOCKS])
    more = ", …" if number > _SHOWN_BLOCKS else ""
    many = "one journey, in line" if number == 1 else f"{number} journeys, in lines"
    choice = "leave block= out" if number == 1 else f"choose one with block=1 … block={number}"
    wrong = "" if block is None else f"there is no block {shown(block)}: "
    raise FileError(file, f"{wrong}it holds {many} {lines}{more}; {choice}")
