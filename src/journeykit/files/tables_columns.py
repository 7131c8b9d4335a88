"""The columns of tables: their headings in English and Dutch, and what stands under them."""

import functools
import json
import re
import types
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final, Literal, TypeAlias, Union, get_args, get_origin

import attrs
from attrs import Factory, field, frozen

from journeykit._noun import Noun
from journeykit.errors import shown, suggestion
from journeykit.files.conversion import converter
from journeykit.files.problems import WrongType
from journeykit.files.tables import Value, in_words
from journeykit.files.tables_names import nearest, shaped
from journeykit.goal import Goal
from journeykit.text import LANGUAGE, NEUTRAL, Text
from journeykit.touchpoint import Touchpoint

__all__ = [
    "OWN",
    "Column",
    "Columns",
    "columns_of",
    "is_dutch",
    "read_cell",
    "tag_of",
    "write_cell",
]

Kind: TypeAlias = Literal["words", "string", "number", "whole", "choice", "day", "wait", "own"]
_Said: TypeAlias = tuple[str, ...]

# English, Dutch, and what else people may write; the name of the field always does.
_HEADINGS: Final[Mapping[str, _Said]] = {
    "baseline": ("Baseline", "Nulmeting"),
    "channel": ("Channel", "Kanaal"),
    "channels": ("Channels", "Kanalen"),
    "count": ("Count", "Aantal"),
    "description": ("Description", "Omschrijving", "Beschrijving", "Toelichting"),
    "due": ("Due", "Uiterlijk", "Deadline"),
    "emotion": ("Emotion", "Emotie", "Gevoel", "Feeling"),
    "ends_with": ("Ends with", "Eindigt met"),
    "evidence": ("Evidence", "Onderbouwing", "Bewijs", "Known from", "Bekend uit"),
    "goals": ("Goals", "Doelen"),
    "importance": ("Importance", "Belang"),
    "key": ("Key", "Sleutel", "ID"),
    "kind": ("Kind", "Soort"),
    "label": ("Label", "Naam", "Name", "Titel", "Title"),
    "lane": ("Lane", "Rij"),
    "media": ("Media", "Soort media"),
    "median_wait": ("Median wait", "Mediane wachttijd"),
    "metric": ("Metric", "Maatstaf"),
    "model": ("Model", "Klantreismodel", "Journey model"),
    "moment_of_truth": ("Moment of truth", "Moment van de waarheid"),
    "needs": ("Needs", "Behoeften"),
    "owner": ("Owner", "Verantwoordelijk", "Responsible", "Verantwoordelijke", "Eigenaar"),
    "pains": ("Pains", "Pijnpunten"),
    "phase": ("Phase", "Fase"),
    "position": ("Position", "Positie"),
    "questions": ("Questions", "Vragen"),
    "quote": ("Quote", "Uitspraak"),
    "realm": ("Realm", "Online of offline"),
    "reason": ("Reason", "Reden"),
    "route": ("Route", "Route"),
    "segment": ("Segment", "Segment"),
    "source": ("From", "Van"),
    "sources": ("Sources", "Bronnen"),
    "start": ("Start", "Begin"),
    "starts_with": ("Starts with", "Begint met"),
    "state": ("State", "Situatie"),
    "target": ("To", "Naar"),
    "touchpoint": ("Touchpoint", "Contactmoment"),
    "traits": ("Traits", "Kenmerken"),
    "unit": ("Unit", "Eenheid"),
    "weight": ("Weight", "Gewicht"),
}
_OTHER_HEADINGS: Final[Mapping[tuple[type[Noun], str], _Said]] = {
    (Touchpoint, "label"): (
        *("Touchpoint", "Contactmoment"),
        *("Label", "Name", "Naam", "Contactpunt", "Touchpoints", "Contactmomenten"),
    ),
    (Goal, "target"): ("Target", "Streefwaarde", "Doel"),
}
# In Dutch; those that are missing are the same.
_CHOICES: Final[Mapping[str, str]] = {
    "assumption": "aanname",
    "anecdotal": "anekdotisch",
    "qualitative": "kwalitatief",
    "quantitative": "kwantitatief",
    "triangulated": "getrianguleerd",
    "hybrid": "hybride",
    "paid": "betaald",
    "owned": "eigen",
    "earned": "verdiend",
    "shared": "gedeeld",
    "next": "volgende",
    "skip": "overslaan",
    "back": "terug",
    "repeat": "herhaling",
    "entry": "begin",
    "exit": "einde",
    "current": "huidig",
    "future": "toekomstig",
}
_SPOKEN: Final = Text({"en": "en", "nl": "nl"})
_KINDS: Final[Mapping[type, Kind]] = {
    Text: "words",
    str: "string",
    float: "number",
    int: "whole",
    date: "day",
    timedelta: "wait",
}
_NUMBER: Final = re.compile(r"[-+]?(?:[0-9]{1,20}(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_PREFIX: Final = "data: "
_PREFIXED: Final = re.compile(r"data:[ ]?(?P<key>.*)", re.DOTALL | re.IGNORECASE)
# In parentheses any language may stand, behind a line any of two letters: label_en.
_WITH_LANGUAGE: Final = re.compile(
    rf"(?P<name>.*?)\s*(?:\((?P<inside>{LANGUAGE.pattern})\)|_(?P<behind>[A-Za-z]{{2}})"
    r"|[\s-](?P<after>(?i:en|nl|de|fr)))\s*",
    re.DOTALL,
)


@frozen
class Column:
    """What stands under a heading.

    Args:
        field: The field of the noun.
        kind: How a cell is read.
        headings: The heading in English and in Dutch, then what else is understood.
        choices: What may stand in a cell of the kind ``"choice"``.
        several: Whether the field is a list.
    """

    field: str
    kind: Kind
    headings: _Said = ()
    choices: tuple[str, ...] = ()
    several: bool = False

    def heading(self, lang: str, words_in: str = NEUTRAL) -> str:
        """Return the heading in a language, of words in a language."""
        head = self.headings[is_dutch(lang)]
        return head if words_in == NEUTRAL else f"{head} ({words_in})"

    def choice(self, word: str, lang: str) -> str:
        """Return a choice in a language."""
        return _CHOICES.get(word, word) if is_dutch(lang) else word


OWN: Final = Column("data", "own")
"""The user's own fields, one column each."""


def is_dutch(lang: str) -> bool:
    """Tell whether a language tag is Dutch, of any region.

    Raises:
        DefinitionError: It is no string.
    """
    return _SPOKEN.pick(lang) == "nl"


def _indexed(columns: "Columns") -> dict[str, Column]:
    index: dict[str, Column] = {}
    for column in columns.items:
        for name in (*column.headings, column.field):
            index.setdefault(shaped(name), column)
    return index


@frozen
class Columns:
    """The columns that a table may have.

    Args:
        items: The columns.
    """

    items: tuple[Column, ...]
    _by_shape: dict[str, Column] = field(
        init=False, eq=False, default=Factory(_indexed, takes_self=True)
    )

    def knows(self, heading: str) -> bool:
        """Tell whether a heading names one of the columns."""
        return self.parsed(heading)[0] is not OWN

    def parsed(self, heading: str) -> tuple[Column, str]:
        """Return the column that a heading names, with the language or the key of own data."""
        if own := _PREFIXED.fullmatch(heading):
            return OWN, own["key"]
        column: Column | None
        if found := _WITH_LANGUAGE.fullmatch(heading):
            column = self._by_shape.get(shaped(found["name"]))
            if column is not None and column.kind == "words":
                return column, tag_of(found["inside"] or found["behind"] or found["after"])
        column = self._by_shape.get(shaped(heading))
        return (OWN, heading) if column is None else (column, NEUTRAL)

    def hint(self, heading: str) -> str:
        """Return ``", did you mean 'x'?"`` for what is nearly one of the headings, or nothing."""
        known = [name for column in self.items for name in (*column.headings, column.field)]
        return nearest(heading, known)

    def own_heading(self, key: str) -> str:
        """Return the heading for a key of own data."""
        plain = key and self.parsed(key) == (OWN, key) and not self.hint(key)
        return key if plain and self.explained(key)[0] is None else f"{_PREFIX}{key}"

    def explained(self, heading: str) -> tuple[Column | None, str]:
        """Return the column that a heading names before it explains it, if any, and that name."""
        name = re.split(r"[(\[:]", heading, maxsplit=1)[0]
        return None if name == heading else self._by_shape.get(shaped(name)), name.strip()


def tag_of(tag: str) -> str:
    """Return a language tag as it is usually written, where all of it is in capitals."""
    return tag.lower() if tag.isupper() else tag


@functools.cache
def columns_of(noun: type[Noun], *names: str) -> Columns:
    """Return the columns for some fields of a noun."""
    fields = attrs.fields_dict(noun)
    return Columns(tuple(_column(noun, name, fields[name].type) for name in names))


def _column(noun: type[Noun], name: str, kind: Any) -> Column:  # noqa: ANN401 - types have many types
    several = get_origin(kind) is tuple
    if several:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, types.UnionType):
        kind = get_args(kind)[0]  # what comes behind is None, or what no cell can hold
    choices = get_args(kind) if get_origin(kind) is Literal else ()
    headings = _OTHER_HEADINGS.get((noun, name)) or _HEADINGS[name]
    return Column(
        name, "choice" if choices else _KINDS.get(kind, "string"), headings, choices, several
    )


# --- what stands in a cell ----------------------------------------------------------------


def read_cell(column: Column, value: Value) -> Any:  # noqa: ANN401 - each field has its type
    """Return what a cell means.

    Args:
        column: The column.
        value: What stands in it.

    Raises:
        WrongType: It cannot stand there.
    """
    if column.kind in ("number", "whole"):
        return _number(value, whole=column.kind == "whole")
    if column.kind == "choice":
        return _choice(column, in_words(value))
    if column.kind in ("day", "wait"):
        kind = date if column.kind == "day" else timedelta
        return converter().structure(value if type(value) is date else in_words(value), kind)
    if column.kind == "own" and not isinstance(value, date):
        return value
    return in_words(value)


def _number(value: Value, *, whole: bool) -> float:
    number: float | None = None
    if isinstance(value, str):
        # Where people write a comma, it stands before the decimals.
        digits = value.strip().replace(",", ".").replace("\u2212", "-")
        if _NUMBER.fullmatch(digits):
            number = float(digits) if "." in digits or "e" in digits.lower() else int(digits)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        number = value
    if whole and isinstance(number, float) and number.is_integer():
        number = int(number)
    if number is None or (whole and isinstance(number, float)):
        what = "a whole number" if whole else "a number"
        raise WrongType(f"must be {what}, not {shown(value)}")
    return number


def _choice(column: Column, words: str) -> str:
    by_shape = {
        shaped(name): word for word in column.choices for name in (word, _CHOICES.get(word, word))
    }
    if shaped(words) in by_shape:
        return by_shape[shaped(words)]
    listed = ", ".join(map(repr, column.choices))
    hint = suggestion(words, column.choices)
    raise WrongType(f"must be one of {listed}, not {shown(words)}{hint}")


def write_cell(column: Column, value: Any, lang: str) -> Value:  # noqa: ANN401 - each field has its type
    """Return what stands in a cell for a value.

    Args:
        column: The column.
        value: What it holds.
        lang: The language of choices.
    """
    if column.kind == "choice" and value is not None:
        return column.choice(value, lang)
    if column.kind == "wait" and value is not None:
        words: str = converter().unstructure(value)
        return words
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    cell: Value = value
    return cell
