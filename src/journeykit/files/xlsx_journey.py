"""Journeys as Excel workbooks: touchpoints and transitions as tables, notes as a map."""

import warnings
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

from journeykit._noun import Element
from journeykit.channels import Channel
from journeykit.errors import DefinitionError, FileError, LossyFormatWarning, shown
from journeykit.files.keys import Keys
from journeykit.files.loss import Loss, lost_between
from journeykit.files.native import Savable
from journeykit.files.ready_made import model_given
from journeykit.files.tables import Row, Sheet
from journeykit.files.tables_columns import Columns
from journeykit.files.tables_journey import Draft, tells_touchpoints
from journeykit.files.tables_names import Names, nearest, shaped
from journeykit.files.tables_nouns import Header, header_of
from journeykit.files.xlsx_about import read_about
from journeykit.files.xlsx_map import (
    add_touchpoints,
    check_touchpoints,
    read_map,
    tells_map,
)
from journeykit.files.xlsx_pages import (
    CHANNELS,
    GOALS,
    JOURNEY,
    PERSONA,
    TITLES,
    TRANSITIONS,
    channel_names,
    pages,
    spot_names,
    step_names,
)
from journeykit.files.xlsx_reading import read_sheets
from journeykit.files.xlsx_writing import write_pages
from journeykit.goal import Goal
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.persona import Persona
from journeykit.transition import Transition

__all__ = ["losses", "read", "write"]

_E = TypeVar("_E", bound=Element)
_KINDS: Final = {shaped(title): kind for kind, titles in TITLES.items() for title in titles}


def read(content: bytes, file: str, *, model: JourneyModel | str | None = None) -> Journey:
    """Return the journey that a workbook tells of.

    Args:
        content: The bytes of the workbook.
        file: The name of the file, for messages; the key of the journey is made of it where
            the workbook tells none.
        model: The journey model whose phases it speaks of, where it does not say so.

    Raises:
        FileError: It is no such workbook, or does not hold together.
        UnknownKeyError: There is no model of that name.

    Warns:
        LossyFormatWarning: Sheets are left out, because they tell nothing of a journey.
    """
    given = model_given(model, file)
    every = read_sheets(content, file)
    sheets, others = _sorted(every)
    missing = [title for kind in TITLES if kind not in sheets for title in TITLES[kind]]
    for title in others:
        if hint := nearest(title, missing):
            raise FileError(file, f"unknown sheet {shown(title)}{hint}")
    is_known = "touchpoints" in sheets or "map" in sheets
    matters = [sheet for kind, sheet in sheets.items() if kind != "lists"] if is_known else every
    if faults := [fault for sheet in matters for fault in sheet.faults]:
        raise FileError(file, faults)
    if not is_known:
        found = ", ".join(shown(sheet.title) for sheet in every) or "none"
        words = "no sheet has a table of touchpoints (headed 'Touchpoint' in its first row) or a"
        raise FileError(file, f"{words} map of lanes; found are {found}")
    if others:
        listed = ", ".join(map(shown, others))
        words = f"sheets that tell nothing of a journey are left out: {listed}"
        warnings.warn(f"{file}: {words}", LossyFormatWarning, stacklevel=2)
    return _Reading(Draft(file, given), sheets).journey()


def _sorted(sheets: Sequence[Sheet]) -> tuple[dict[str, Sheet], list[str]]:
    """Return what each sheet is for, by its title or else by its looks, and the others."""
    known: dict[str, Sheet] = {}
    others: list[str] = []
    waiting: list[Sheet] = []
    for sheet in sheets:
        kind = _KINDS.get(shaped(sheet.title), "")
        # People call so what they know: a sheet 'Journey' is the table or the map itself.
        is_more = kind == "journey" and (tells_touchpoints(sheet) or tells_map(sheet))
        if not kind or kind in known or is_more:
            waiting.append(sheet)
        else:
            known[kind] = sheet
    for sheet in waiting:
        if "touchpoints" not in known and tells_touchpoints(sheet):
            known["touchpoints"] = sheet
        elif "map" not in known and tells_map(sheet):
            known["map"] = sheet
        else:
            others.append(sheet.title)
    return known, others


def write(subject: Savable, file: str, lang: str) -> bytes:
    """Return a journey as a workbook.

    Args:
        subject: The journey.
        file: The name of the file, for messages.
        lang: The language of headings, of choices, of names and of what stands in the map.

    Raises:
        FileError: It is no journey, or words are longer than a cell can hold.
        MissingDependencyError: openpyxl is not installed.
    """
    if not isinstance(subject, Journey):
        words = "a workbook holds a journey; save a model or a persona as"
        raise FileError(file, f"{words} .toml, .yaml or .json, not {shown(subject)}")
    return write_pages(pages(subject, lang), file)


def losses(subject: Savable, file: str, lang: str) -> tuple[Loss, ...]:
    """Find what of a journey a workbook cannot hold.

    Args:
        subject: The journey.
        file: The name of the file, for messages.
        lang: The language of headings, of choices, of names and of what stands in the map.

    Raises:
        FileError: It is no journey, or words are longer than a cell can hold.
        MissingDependencyError: openpyxl is not installed.
    """
    return lost_between(subject, read(write(subject, file, lang), file))


class _Reading:
    """Reads the sheets of a journey, in the order in which they build on each other."""

    def __init__(self, draft: Draft, sheets: Mapping[str, Sheet]) -> None:
        self._draft = draft
        self._sheets = sheets

    def journey(self) -> Journey:
        """Return the journey."""
        draft, sheets = self._draft, self._sheets
        route = self._about_journey()
        if "touchpoints" in sheets:
            draft.begin_touchpoints(sheets["touchpoints"])
        notes, placed = read_map(draft, sheets["map"]) if "map" in sheets else ([], [])
        own = self._elements("channels", CHANNELS, Channel, {})
        draft.own_channels = {channel.key: channel for channel in own}
        draft.channel_keys.taken |= draft.own_channels.keys()
        draft.channel_names = channel_names(own)
        draft.finish_touchpoints()
        if "touchpoints" in sheets:
            check_touchpoints(draft, placed, sheets["touchpoints"].title)
        else:
            add_touchpoints(draft, placed)
        steps = step_names(draft.touchpoints, draft.phases.made)
        spots = spot_names(draft.touchpoints)
        goals = {"phase": draft.phases.names, "touchpoint": spots}
        draft.fields |= {
            "notes": notes,
            "transitions": self._transitions(steps),
            "goals": self._elements("goals", GOALS, Goal, goals),
            "persona": self._persona(),
        }
        if route:
            draft.fields["route"] = [self._step(spots, words) for words in route]
        return draft.journey()

    def _about_journey(self) -> list[str]:
        """Read the fields of the journey itself, and return its route in words."""
        draft = self._draft
        if "journey" not in self._sheets:
            return []
        fields = read_about(JOURNEY, self._sheets["journey"], draft.problems)
        draft.key = fields.pop("key", "")
        if not draft.key and "label" in fields:
            draft.key = Keys().new(_first(fields["label"]), "journey")
        if "model" in fields:
            draft.follow(fields.pop("model"))
        route: list[str] = fields.pop("route", [])
        draft.fields |= fields
        return route

    def _step(self, spots: Names, words: str) -> str:
        key = spots.find(words)
        if key is None:
            self._draft.problems.add(
                self._sheets["journey"].title, f"route: {spots.unknown(words)}"
            )
        return key or words

    def _persona(self) -> Persona | None:
        draft = self._draft
        if "persona" not in self._sheets:
            return None
        sheet = self._sheets["persona"]
        fields = read_about(PERSONA, sheet, draft.problems)
        if "key" not in fields and "label" in fields:
            fields["key"] = Keys().new(_first(fields["label"]), "persona")
        if not fields:
            return None
        if "channels" in fields:
            names = draft.channel_names
            fields["channels"] = [names.find(cell) or cell for cell in fields["channels"]]
        try:
            return Persona(**{"key": "", **fields})
        except DefinitionError as error:
            for problem in error.problems:
                draft.problems.add(sheet.title, problem)
            return None

    def _transitions(self, steps: Names) -> list[Transition]:
        found: list[Transition] = []
        for header, row, fields in self._rows("transitions", TRANSITIONS):
            for name in ("source", "target"):
                self._refer(header, row, fields, name, steps)
            if not {"source", "target"} <= fields.keys():
                self._draft.problems.add(header.place(row), "a transition needs 'From' and 'To'")
                continue
            self._draft.places[f"transitions[{len(found)}]"] = header.place(row)
            move = header.noun(Transition, row, fields)
            if move is not None:
                found.append(move)
        return found

    def _elements(
        self, kind: str, columns: Columns, noun: type[_E], references: Mapping[str, Names]
    ) -> list[_E]:
        """Read a table of elements, of which those without a key get one of their label."""
        rows = self._rows(kind, columns)
        places = self._draft.places
        keys = Keys({fields["key"] for _, _, fields in rows if "key" in fields})
        found: list[_E] = []
        for header, row, fields in rows:
            for name, names in references.items():
                self._refer(header, row, fields, name, names)
            if "key" not in fields:
                fields["key"] = keys.take(_first(fields.get("label", {})), noun.__name__.lower())
            name = f"{noun.__name__.lower()} {shown(fields['key'])}"
            if name in places:
                words = f"the key {shown(fields['key'])} stands twice; it is in {places[name]} too"
                header.refuse(row, "key", words)
            places[name] = header.place(row, "key")
            element = header.noun(noun, row, fields)
            if element is not None:
                found.append(element)
        return found

    def _rows(self, kind: str, columns: Columns) -> list[tuple[Header, Row, dict[str, Any]]]:
        if kind not in self._sheets:
            return []
        sheet = self._sheets[kind]
        header = header_of(columns, sheet, self._draft.problems)
        return [(header, row, header.fields(row)) for row in sheet.rows[1:]]

    def _refer(
        self, header: Header, row: Row, fields: dict[str, Any], name: str, names: Names
    ) -> None:
        """Put a key in the place of what a cell speaks of."""
        if name in fields:
            key = names.find(fields[name])
            if key is None:
                header.refuse(row, name, names.unknown(fields[name]))
            else:
                fields[name] = key


def _first(words: Mapping[str, str]) -> str:
    return next(iter(words.values()), "")
