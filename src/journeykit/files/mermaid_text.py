"""The ``journey`` diagrams of Mermaid as texts: what they say, and how it is written.

What is read is what Mermaid 12 reads, by the rules of its own lexer: the first that fits wins.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NoReturn

from attrs import define, field, frozen

from journeykit.errors import FileError, shown
from journeykit.files.mermaid_source import OTHER_DIAGRAMS, Source, source_of
from journeykit.files.mermaid_words import (
    ENTITY,
    SPACE,
    escaped,
    lines_joined,
    split_lines,
    trimmed,
    unescaped,
)

__all__ = ["MOST_PARTS", "Diagram", "Section", "Task", "parse", "section_name", "write"]

MOST_PARTS: Final = 20_000
"""Sections and tasks that a diagram may have."""

_LONGEST_NUMBER: Final = 400
_LARGEST_POWER: Final = 300
_NO_NAME: Final = "#160;"
_NAME: Final = rf"(?:[^#:\n;]++|{ENTITY})++"
_TOKEN: Final = re.compile(
    rf"(?P<skipped>%(?!\{{)[^\n]*+|[^}}\U00010000-\U0010ffff]%%[^\n]*+"
    rf"|(?!\n)[{SPACE}]++|\#(?!\w++;)[^\n]*+)"
    r"|(?P<newline>\n++)"
    r"|(?P<journey>journey\b)"
    rf"|title[{SPACE}](?P<title>(?:[^#\n;]++|{ENTITY})++)"
    rf"|accTitle[{SPACE}]*+:[{SPACE}]*+(?P<acc_title>[^\n]*+)"
    rf"|accDescr[{SPACE}]*+:[{SPACE}]*+(?P<description>[^\n]*+)"
    rf"|accDescr[{SPACE}]*+\{{(?P<block>[^}}]*+)\}}"
    rf"|(?P<unclosed>accDescr[{SPACE}]*+\{{)"
    rf"|section[{SPACE}](?P<section>{_NAME})"
    rf"|(?P<task>{_NAME})"
    rf"|:(?P<data>(?:[^#\n;]++|{ENTITY})++)"
    r"|(?P<mark>.)",
    re.ASCII | re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE](?P<power>[-+]?[0-9]+))?")
_INDENTED: Final = re.compile(rf"\n[{SPACE}]++")
_OTHER_BASE: Final = re.compile(r"0(?:[xX][0-9A-Fa-f]+|[oO][0-7]+|[bB][01]+)")


@frozen
class Task:
    """Something that someone does.

    Args:
        name: What it is.
        score: How it feels.
        actors: Who takes part.
        place: Where the score stands in a file.
    """

    name: str
    score: Decimal
    actors: tuple[str, ...] = ()
    place: str = field(default="", eq=False)


@frozen
class Section:
    """Tasks in a row, under a name, or under none."""

    name: str | None
    tasks: tuple[Task, ...] = ()


@frozen
class Diagram:
    """What a journey of Mermaid says."""

    title: str = ""
    description: str = ""
    sections: tuple[Section, ...] = ()


# --- reading ------------------------------------------------------------------------------


def parse(text: str, file: str, *, first_line: int = 1) -> Diagram:
    """Return what a journey of Mermaid says.

    Args:
        text: The text.
        file: The name of the file, for messages.
        first_line: The line of the file in which the text begins.

    Raises:
        FileError: It is no journey that Mermaid reads, a score is no number, or it has more
            than 20,000 sections and tasks.
        MissingDependencyError: There is front matter, and PyYAML is not installed.
    """
    source = source_of(text, file, first_line=first_line)
    if not source.kind.startswith("journey"):
        source.refuse(source.text.find(source.kind), _not_a_journey(source.kind))
    reading = _Reading(source)
    for token in _TOKEN.finditer(source.text):
        reading.take(token)
    return reading.done()


def _not_a_journey(kind: str) -> str:
    if not kind:
        return "a journey of Mermaid begins with the word 'journey', and nothing does here"
    if kind in OTHER_DIAGRAMS:
        return f"this is a {kind} of Mermaid; of its diagrams only a journey can be read"
    if kind.lower() == "journey":
        return f"the word 'journey' must be in lower case, not {kind!r}"
    return f"a journey of Mermaid begins with the word 'journey', not with {shown(kind)}"


@define
class _Reading:
    """Takes one token after the other, and remembers what they said."""

    source: Source
    begun: bool = False
    title: str = ""
    acc_title: str = ""
    description: str = ""
    # Each with its tasks, the last of which are still being read.
    sections: list[tuple[str | None, list[Task]]] = field(factory=lambda: [(None, [])])
    task: re.Match[str] | None = None
    parts: int = 0
    problems: list[str] = field(factory=list)

    def take(self, token: re.Match[str]) -> None:
        """Go on by one token."""
        kind, words = str(token.lastgroup), token[token.lastindex or 0]
        if self.task is not None:
            self.finish_task(self.task, token)
        elif kind == "skipped":
            pass
        elif not self.begun:
            self.begin(token)
        elif kind == "section":
            self.sections.append((section_name(_words(words)), []))
            self.count(token)
        elif kind == "task":
            self.task = token
        elif kind in ("acc_title", "description") and not words:
            self.source.refuse(token.start(), "nothing stands behind the ':'")
        elif kind in ("title", "acc_title"):
            setattr(self, kind, _words(words))
        elif kind == "description" or (kind == "block" and trimmed(words)):
            self.description = _words(_INDENTED.sub("\n", trimmed(words)))
        elif kind not in ("newline", "block"):
            self.refuse(token)

    def begin(self, token: re.Match[str]) -> None:
        """Read the word that a journey begins with."""
        # Lines may be left empty before it, but an empty comment may not stand there.
        if token.lastgroup == "newline" and token.start() == 0:
            return
        if token.lastgroup != "journey":
            words = token[0].split(":")[0].strip() or "%%"
            self.source.refuse(
                token.start(),
                f"a journey of Mermaid begins with the word 'journey', not with {shown(words)}",
            )
        self.begun = True

    def finish_task(self, task: re.Match[str], token: re.Match[str]) -> None:
        """Read what stands behind the name of a task."""
        if token.lastgroup != "data":
            self.refuse_task(task, token[0])
        name = _words(task["task"])
        score, *rest = token["data"].split(":")
        words = trimmed(score)
        number = _number(words)
        place = self.source.place(token.start("data") + score.find(words))
        if number is None:
            hint = "; a ':' in a name is written as '#58;'" if len(rest) > 1 else ""
            problem = f"the score of {shown(name)} must be a number, not {shown(words)}"
            self.problems.append(f"{place}: {problem}{hint}")
        else:
            actors = (trimmed(actor) for actor in rest[0].split(",")) if rest else ()
            people = tuple(unescaped(actor) for actor in actors if actor)
            self.sections[-1][1].append(Task(name, number, people, place))
        self.task = None
        self.count(task)

    def count(self, token: re.Match[str]) -> None:
        """Count sections and tasks, and stop where there is no end of them."""
        self.parts += 1
        if self.parts > MOST_PARTS:
            self.source.refuse(token.start(), f"more than {MOST_PARTS:,} sections and tasks")

    def refuse_task(self, task: re.Match[str], following: str) -> NoReturn:
        """Say that a task has no score, and why that may be."""
        why = {"#": "'#' begins a comment; ", ";": "';' ends it; "}.get(following[:1], "")
        code = f"write {following[0]!r} as '#{ord(following[0])};'" if why else ""
        words = _words(task["task"])
        way_out = code or f"write {shown(f'{words[:40]}: 3: Me')}"
        self.source.refuse(task.start(), f"the task {shown(words)} has no score; {why}{way_out}")

    def refuse(self, token: re.Match[str]) -> NoReturn:
        """Say what cannot stand where it stands."""
        first = token[0][0]
        if token.lastgroup == "journey":
            words = f"no task begins with the word 'journey'; write '#{ord(first)};{token[0][1:]}'"
        elif token.lastgroup == "unclosed":
            words = "the brace that opens here is never closed"
        elif first == ":":
            words = "':' stands behind no task; in a name it is written as '#58;'"
        else:
            words = f"{first!r} cannot stand here; write it as '#{ord(first)};'"
        self.source.refuse(token.start(), words)

    def done(self) -> Diagram:
        """Return what was read."""
        if self.task is not None:
            self.refuse_task(self.task, "")
        if self.problems:
            raise FileError(self.source.file, self.problems)
        return Diagram(
            self.title or self.source.title or self.acc_title,
            self.description,
            tuple(
                Section(name, tuple(tasks))
                for name, tasks in self.sections
                if tasks or name is not None
            ),
        )


def _words(raw: str) -> str:
    return unescaped(split_lines(trimmed(raw)))


def section_name(words: str) -> str | None:
    """Return the name of a section; blanks are none."""
    return None if not words or words.isspace() else words


def _number(words: str) -> Decimal | None:
    """Return the number that words are in JavaScript, but with all its digits."""
    if not words:
        return Decimal(0)
    if len(words) > _LONGEST_NUMBER:
        return None
    if _OTHER_BASE.fullmatch(words):
        return Decimal(int(words, 0))
    found = _NUMBER.fullmatch(words)
    if found is None or abs(int(found["power"] or 0)) > _LARGEST_POWER:
        return None
    return Decimal(words)


# --- writing ------------------------------------------------------------------------------


def write(diagram: Diagram) -> str:
    """Return the text of a journey of Mermaid.

    Args:
        diagram: What it says.
    """
    return "".join(f"{line}\n" for line in _lines(diagram))


def _lines(diagram: Diagram) -> Iterator[str]:
    yield "journey"
    if diagram.title:
        yield f"    title {escaped(diagram.title, keep=',')}"
    if diagram.description:
        yield f"    accDescr: {escaped(diagram.description, keep=',')}"
    for place, section in enumerate(diagram.sections):
        if section.name is not None:
            yield f"    section {lines_joined(escaped(section.name, keep=',&'))}"
        elif place:
            yield f"    section {_NO_NAME}"
        for task in section.tasks:
            name = lines_joined(escaped(task.name, keep=",&", first=True))
            actors = ", ".join(escaped(actor, keep="&") for actor in task.actors)
            yield f"        {name}: {_digits(task.score)}{f': {actors}' if actors else ''}"


def _digits(score: Decimal) -> str:
    digits = f"{score:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
