"""One noun as a sheet: its fields below each other, beside what they hold."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from journeykit.errors import shown
from journeykit.files.problems import WrongType
from journeykit.files.tables import Problems, Row, Sheet, Value, in_words
from journeykit.files.tables_columns import OWN, Column, Columns, read_cell, write_cell
from journeykit.files.tables_nouns import Header, Shows, header_of, languages_of, words_in
from journeykit.text import NEUTRAL, Text

__all__ = ["about_rows", "read_about"]

_FIELD: Final = Column("field", "string", ("Field", "Veld"))
_VALUE: Final = Column("value", "words", ("Value", "Waarde"))
_HEADINGS: Final = Columns((_FIELD, _VALUE))


def about_rows(
    columns: Columns,
    noun: Any,  # noqa: ANN401 - any noun
    *,
    leave_out: Collection[str] = (),
    lang: str,
    shows: Shows,
) -> list[list[Value]]:
    """Return the fields of a noun as rows, with the headings; a list has a row for each item.

    Args:
        columns: The fields that there may be.
        noun: What has them.
        leave_out: Fields that are not written.
        lang: The language of headings, of choices and of what is referred to.
        shows: What to write for references.
    """
    parts = [
        (column, part) for column, part in _parts(columns, noun) if column.field not in leave_out
    ]
    texts = [part for _, part in parts if isinstance(part, Text)]
    others = [language for language in languages_of(texts) if language != NEUTRAL]
    rows: list[list[Value]] = [
        [_FIELD.heading(lang), *(_VALUE.heading(lang, tag) for tag in (NEUTRAL, *others))]
    ]
    for column, part in parts:
        heading = column.heading(lang)
        if isinstance(part, Text):
            rows.append([heading, *(words_in(part, tag) for tag in (NEUTRAL, *others))])
        elif column.field in shows:
            rows.append([heading, shows[column.field](part)])
        else:
            rows.append([heading, write_cell(column, part, lang)])
    rows += [
        [columns.own_heading(key), write_cell(OWN, value, lang)] for key, value in noun.data.items()
    ]
    return rows


def _parts(columns: Columns, noun: Any) -> Iterator[tuple[Column, Any]]:  # noqa: ANN401 - any noun
    """Give what stands in each row: what a field holds, or one item of it."""
    for column in columns.items:
        value = getattr(noun, column.field)
        for part in value if column.several else [value]:
            is_words = isinstance(part, Text)
            if part if is_words else part is not None and column.kind != "words":
                yield column, part


def read_about(columns: Columns, sheet: Sheet, problems: Problems) -> dict[str, Any]:
    """Return the fields that a sheet tells of; references are left in words.

    Args:
        columns: The fields that there may be.
        sheet: The sheet; it has a row.
        problems: Where problems are added.
    """
    header = header_of(_HEADINGS, sheet, problems)
    fields: dict[str, Any] = {}
    for row in sheet.rows[1:]:
        name, values = _row(header, row)
        column, detail = columns.parsed(name)
        if column is OWN and detail == name and (hint := columns.hint(name)):
            words = f"unknown field {shown(name)}{hint} (a field of your own is 'data: …')"
            header.refuse(row, _FIELD.field, words)
        elif values:
            place = header.place(row, _VALUE.field)
            try:
                read = _read(column, values)
                _take(fields, column, detail, read)
            except WrongType as error:
                problems.add(place, str(error))
    return fields


def _row(header: Header, row: Row) -> tuple[str, dict[str, Value]]:
    """Return the name of a field, and what it holds by language."""
    name, values = "", {}
    for place, value in row.cells.items():
        column, language = header.where.get(place, (OWN, ""))
        if column is _FIELD:
            name = in_words(value)
        elif column is _VALUE:
            values[language] = value
        else:
            words = "belongs neither under 'Field' nor under 'Value'"
            header.problems.add(header.sheet.place(row.number, place), f"{shown(value)} {words}")
    return name, values


def _read(column: Column, values: Mapping[str, Value]) -> Any:  # noqa: ANN401 - each field has its type
    """Return what a row tells of a field.

    Raises:
        WrongType: It cannot stand there.
    """
    if column.kind == "words":
        return {language: in_words(value) for language, value in values.items()}
    if set(values) != {NEUTRAL}:
        raise WrongType("is no matter of language; write it under 'Value'")
    return read_cell(column, values[NEUTRAL])


def _take(fields: dict[str, Any], column: Column, detail: str, read: Any) -> None:  # noqa: ANN401 - each field has its type
    """Take what a row tells of a field.

    Raises:
        WrongType: It has been told already.
    """
    if column is OWN:
        fields.setdefault(column.field, {})[detail] = read
    elif column.several:
        fields.setdefault(column.field, []).append(read)
    elif column.field in fields:
        raise WrongType(f"{column.headings[0]!r} stands twice")
    else:
        fields[column.field] = read
