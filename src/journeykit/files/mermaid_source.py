"""What stands around a Mermaid diagram: front matter, directives and comments.

Mermaid cuts these out before it reads a diagram. Here they give way to blanks, so that all the
rest stays in its line and column.
"""

import json
import re
from bisect import bisect_left
from typing import Final, NoReturn

from attrs import frozen

from journeykit.errors import FileError
from journeykit.files import yaml_text
from journeykit.files.mermaid_words import SPACE

__all__ = ["OTHER_DIAGRAMS", "Source", "kind_of", "source_of"]

OTHER_DIAGRAMS: Final = frozenset(
    {
        *("architecture", "architecture-beta", "block", "block-beta", "C4Component", "C4Container"),
        *("C4Context", "C4Deployment", "C4Dynamic", "classDiagram", "classDiagram-v2"),
        *("erDiagram", "flowchart", "flowchart-elk", "gantt", "gitGraph", "graph", "info"),
        *("kanban", "mindmap", "packet", "packet-beta", "pie", "quadrantChart", "radar-beta"),
        *("requirement", "requirementDiagram", "sankey", "sankey-beta", "sequenceDiagram"),
        *("stateDiagram", "stateDiagram-v2", "timeline", "treemap", "treemap-beta", "xychart"),
        *("xychart-beta", "zenuml"),
    }
)
"""The words that other diagrams of Mermaid begin with."""

_IN_LINE: Final = SPACE.replace("\n", "")
_LINE_END: Final = re.compile("\r\n?")
_FENCE: Final = re.compile(rf"(?P<indent>[{_IN_LINE}]*+)---(?P<after>[{SPACE}]*+)")
_SAYS_ANYTHING: Final = re.compile(rf"^[{_IN_LINE}]*+[^#{SPACE}]", re.MULTILINE)
_DIRECTIVE: Final = re.compile(
    rf"%%\{{[{SPACE}]*+(?:\w++[{SPACE}]*+:|\w++)[{SPACE}]*+"
    rf"(?:\w++|(?:[^}}]++|\}}(?!%%))*+)[{SPACE}]*+(?:\}}%%)?",
    re.ASCII,
)
_COMMENT: Final = re.compile(rf"^[{_IN_LINE}]*+%%(?!\{{)[^\n]++", re.MULTILINE)
_TAG: Final = re.compile(r"<\w++[^>]*+>", re.ASCII)
_QUOTED: Final = re.compile(r'="([^"]*)"')
_PART_OF_LINE: Final = re.compile(r"[^\n]+")
_BEGIN: Final = re.compile(rf"(?:[{SPACE}]++|%(?!\{{)[^\n]*+)*+(?P<word>[^{SPACE}:;{{(\[]*+)")


@frozen
class Source:
    """The text of a diagram, without what stands around it.

    Args:
        file: The name of the file, for messages.
        text: The text, with blanks in place of what is not part of the diagram.
        kind: The word that the diagram begins with.
        title: The title that stands in the front matter, if any.
        first_line: The line of the file in which the text begins.
        line_ends: Where lines end in the text.
    """

    file: str
    text: str
    kind: str
    title: str
    first_line: int
    line_ends: tuple[int, ...]

    def place(self, position: int) -> str:
        """Return the line and the column of a position."""
        line = bisect_left(self.line_ends, position)
        column = position - self.line_ends[line - 1] if line else position + 1
        return f"line {self.first_line + line}, column {column}"

    def refuse(self, position: int, words: str) -> NoReturn:
        """Say what is wrong at a position."""
        raise FileError(self.file, f"{self.place(position)}: {words}")


def source_of(text: str, file: str, *, first_line: int = 1) -> Source:
    """Return the diagram in a text.

    Args:
        text: What stands in a file.
        file: The name of the file, for messages.
        first_line: The line of the file in which the text begins.

    Raises:
        FileError: The front matter is no YAML, or no YAML that is safe to read.
        MissingDependencyError: There is front matter, and PyYAML is not installed.
    """
    text, front_matter, lines_before = _cleaned(text)
    title = _title(front_matter, file, first_line - 1 + lines_before)
    line_ends = tuple(found.start() for found in re.finditer("\n", text))
    return Source(file, text, _first_word(text), title, first_line, line_ends)


def kind_of(text: str) -> str:
    """Return the word that a diagram begins with, which says what kind it is."""
    return _first_word(_cleaned(text)[0])


def _first_word(text: str) -> str:
    return next(_BEGIN.finditer(text))["word"]


def _cleaned(text: str) -> tuple[str, str, int]:
    """Return a text without what stands around it, its front matter, and the lines before that."""
    text = _LINE_END.sub("\n", text)
    # Without this limit, each of many open brackets would be looked at up to the end.
    last = text.rfind(">") + 1
    text = _TAG.sub(lambda tag: _QUOTED.sub(r"='\1'", tag[0]), text[:last]) + text[last:]
    begin, end, rest = _front_matter(text)
    front_matter, lines_before = text[begin:end], text.count("\n", 0, begin)
    text = _blank(text[:rest]) + text[rest:]
    return _COMMENT.sub(_blanks, _DIRECTIVE.sub(_blanks, text)), front_matter, lines_before


def _blank(text: str) -> str:
    return _PART_OF_LINE.sub(lambda part: " " * len(part[0]), text)


def _blanks(found: re.Match[str]) -> str:
    return _blank(found[0])


def _front_matter(text: str) -> tuple[int, int, int]:
    """Return where the front matter begins and ends, and where what follows it begins."""
    fence = _FENCE.match(text)
    if fence is None or "\n" not in fence["after"]:
        return 0, 0, 0
    closing = re.compile(rf"\n{re.escape(fence['indent'])}---[{SPACE}]*(?<=\n)")
    begin = fence.start("after") + fence["after"].rindex("\n") + 1
    closed = closing.search(text, begin)
    if closed is not None:
        return begin, closed.start(), closed.end()
    # Perhaps nothing stands in it, so that the line above is the one that closes it.
    closed = closing.match(text, begin - 1) if fence["after"].count("\n") > 1 else None
    return 0, 0, closed.end() if closed else 0


def _title(front_matter: str, file: str, lines_before: int) -> str:
    if not _SAYS_ANYTHING.search(front_matter):
        return ""
    # With the lines that stand before, messages name the right one.
    data = yaml_text.parse("\n" * lines_before + front_matter, file)
    title = data.get("title") if isinstance(data, dict) else None
    if not title:
        return ""
    return title if isinstance(title, str) else json.dumps(title)
