"""Nouns as the rows of a table, and rows read as the fields of nouns."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias, TypeVar

from attrs import field, frozen

from journeykit._noun import Noun
from journeykit.errors import DefinitionError, FileError, shown
from journeykit.files.problems import WrongType
from journeykit.files.tables import MOST_COLUMNS, Problems, Row, Sheet, Value, in_words, is_blank
from journeykit.files.tables_columns import OWN, Column, Columns, read_cell, tag_of, write_cell
from journeykit.text import NEUTRAL, Text

__all__ = ["Header", "Shows", "as_read", "header_of", "languages_of", "rows_of", "words_in"]

Shows: TypeAlias = Mapping[str, Callable[[str], str]]
"""What to write for references, by field."""
_N = TypeVar("_N", bound=Noun)
# What holds any words that someone wrote, so that blanks are some too.
_ANY_WORDS: Final = ("words", "string", "own")
_REFERENCES: Final = ("phase", "lane", "channel", "touchpoint", "source", "target")
_Where: TypeAlias = tuple[Column, str]


# --- writing ------------------------------------------------------------------------------


def rows_of(
    columns: Columns,
    nouns: Sequence[Any],
    *,
    fields: Collection[str],
    always: Collection[str],
    lang: str,
    shows: Shows,
) -> list[list[Value]]:
    """Return the headings, and a row for each noun.

    Args:
        columns: What may stand in the table.
        nouns: What stands in it.
        fields: The fields that are written, where any noun has them.
        always: Those that have a column also where they are empty.
        lang: The language of headings, of choices and of what is referred to.
        shows: What to write for references.
    """
    used = [
        (column, language)
        for column in columns.items
        if column.field in always or (column.field in fields and _is_used(column, nouns))
        for language in _languages(column, nouns)
    ]
    own = list(dict.fromkeys(key for noun in nouns for key in noun.data))
    headings: list[Value] = [column.heading(lang, language) for column, language in used]
    headings += map(columns.own_heading, own)
    return [
        headings,
        *(
            [
                *(_cell(column, language, noun, lang, shows) for column, language in used),
                *(write_cell(OWN, noun.data.get(key), lang) for key in own),
            ]
            for noun in nouns
        ),
    ]


def _is_used(column: Column, nouns: Iterable[Any]) -> bool:
    values = (getattr(noun, column.field) for noun in nouns)
    return any(value if isinstance(value, Text) else value is not None for value in values)


def _languages(column: Column, nouns: Iterable[Any]) -> list[str]:
    if column.kind != "words":
        return [NEUTRAL]
    return languages_of(getattr(noun, column.field) for noun in nouns)


def languages_of(texts: Iterable[Text]) -> list[str]:
    """Return the languages of some words, neutral ones first; neutral where there are none."""
    found = dict.fromkeys(tag_of(tag) for text in texts for tag in text)
    others = [tag for tag in found if tag != NEUTRAL]
    return [NEUTRAL, *others] if NEUTRAL in found or not others else others


def as_read(text: Text) -> Text:
    """Return words as they come back from a table."""
    return Text({tag: words_in(text, tag) or "" for tag in languages_of([text])})


def words_in(text: Text, language: str) -> str | None:
    """Return the words of a text in a language, if there are any."""
    return next((words for tag, words in text.items() if tag_of(tag) == language), None)


def _cell(column: Column, language: str, noun: Any, lang: str, shows: Shows) -> Value:  # noqa: ANN401 - any noun
    value = getattr(noun, column.field)
    if isinstance(value, Text):
        return words_in(value, language)
    if value is not None and column.field in shows:
        return shows[column.field](value)
    return write_cell(column, value, lang)


# --- reading ------------------------------------------------------------------------------


@frozen
class Header:
    """The headings of a table.

    Args:
        sheet: The table.
        columns: What may stand in it.
        problems: Where problems are added.
        where: The column and the language or own key, by place.
    """

    sheet: Sheet
    columns: Columns
    problems: Problems
    where: dict[int, _Where] = field(factory=dict)
    headings: dict[int, str] = field(factory=dict)

    def has(self, name: str) -> bool:
        """Tell whether there is a column for a field."""
        return any(column.field == name for column, _ in self.where.values())

    def positions_but(self, names: Collection[str]) -> list[int]:
        """Return the places of the columns for other fields than some."""
        return [place for place, (column, _) in self.where.items() if column.field not in names]

    def place(self, row: Row, name: str = "") -> str:
        """Return where the cell of a field stands, or the row where there is no such cell."""
        for position, (column, _) in self.where.items():
            if column.field == name and (position in row.cells or column.kind != "words"):
                return self.sheet.place(row.number, position, self.headings[position])
        return self.sheet.place(row.number)

    def refuse(self, row: Row, name: str, words: str) -> None:
        """Say what is wrong with the cell of a field."""
        self.problems.add(self.place(row, name), words)

    def fields(self, row: Row) -> dict[str, Any]:
        """Return the fields that a row gives, references in words."""
        fields: dict[str, Any] = {}
        for position, value in row.cells.items():
            if position not in self.where:
                if is_blank(value):
                    continue
                place = self.sheet.place(row.number, position)
                self.problems.add(place, f"{shown(value)} stands in a column without a heading")
                continue
            column, detail = self.where[position]
            if is_blank(value) and (column.kind not in _ANY_WORDS or column.field in _REFERENCES):
                continue
            try:
                read = read_cell(column, value)
            except WrongType as error:
                self.problems.add(
                    self.sheet.place(row.number, position, self.headings[position]), str(error)
                )
                continue
            if column.kind in ("words", "own"):
                fields.setdefault(column.field, {})[detail] = read
            else:
                fields[column.field] = read
        return fields

    def noun(self, kind: type[_N], row: Row, fields: Mapping[str, Any]) -> _N | None:
        """Return a noun with some fields, or nothing where something is wrong with them."""
        try:
            return kind(**fields)
        except DefinitionError as error:
            for problem in error.problems:
                self.refuse(row, problem.split(maxsplit=1)[0], problem)
        return None


def header_of(columns: Columns, sheet: Sheet, problems: Problems) -> Header:
    """Read the headings in the first row of a table.

    Args:
        columns: What may stand in it.
        sheet: The table; it has a row.
        problems: Where problems are added.

    Raises:
        FileError: There are too many columns.
    """
    row = sheet.rows[0]
    header = Header(sheet, columns, problems)
    if len(row.cells) > MOST_COLUMNS:
        words = f"a table has at most {MOST_COLUMNS} columns, not {len(row.cells):,}"
        raise FileError(sheet.file, f"{sheet.place(row.number)}: {words}")
    found: dict[_Where, int] = {}
    for position, value in row.cells.items():
        heading = in_words(value)
        where = columns.parsed(heading)
        if where[0] == OWN and where[1] == heading and (hint := columns.hint(heading)):
            words = f"unknown column {shown(heading)}{hint} (a field of your own is 'data: …')"
            problems.add(sheet.place(row.number, position), words)
        elif where in found:
            other = header.headings[found[where]]
            words = f"the columns {shown(other)} and {shown(heading)} are the same"
            problems.add(sheet.place(row.number, position), words)
        header.where[position], header.headings[position] = where, heading
        found.setdefault(where, position)
    for position, heading in header.headings.items():
        if header.where[position] != (OWN, heading) or columns.hint(heading):
            continue
        meant, name = columns.explained(heading)
        if meant is not None and not header.has(meant.field):
            words = f"unknown column {shown(heading)}, did you mean {shown(name)}?"
            words = f"{words} (a field of your own is 'data: …')"
            problems.add(sheet.place(row.number, position), words)
    return header
