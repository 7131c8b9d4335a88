"""Touchpoints as a table, and the journey that a table tells of."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import define, field

from journeykit._noun import Noun, keys_of
from journeykit.channels import CATALOGUE, Channel, Media, Realm
from journeykit.errors import DefinitionError, FileError, shown
from journeykit.files.keys import Keys
from journeykit.files.loss import Loss, lost_between
from journeykit.files.ready_made import model_called
from journeykit.files.tables import (
    MOST_COLUMNS,
    MOST_ROWS,
    Problems,
    Row,
    Sheet,
    Value,
    in_words,
    is_blank,
)
from journeykit.files.tables_columns import Column, Columns, columns_of
from journeykit.files.tables_names import Growing, Names, named
from journeykit.files.tables_nouns import Header, Shows, header_of, rows_of
from journeykit.grid import Lane, Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.touchpoint import Touchpoint
from journeykit.transition import ENDS

__all__ = [
    "CHANNEL",
    "JOURNEY",
    "MODEL",
    "TOUCHPOINTS",
    "Draft",
    "lost_from",
    "tells_touchpoints",
    "touchpoint_rows",
    "usual_lanes",
]

_FIELDS: Final = (
    *("key", "label", "phase", "lane", "channel", "emotion", "importance", "moment_of_truth"),
    *("owner", "evidence", "description"),
)
_ALWAYS: Final = frozenset(_FIELDS) - {"lane"}
_NAMES: Final = ("key", "label")
JOURNEY: Final = Column("journey", "string", ("Journey", "Klantreis"))
MODEL: Final = columns_of(Journey, "model").items[0]
CHANNEL: Final = columns_of(Channel, "realm", "media").items
TOUCHPOINTS: Final = Columns((*columns_of(Touchpoint, *_FIELDS).items, *CHANNEL, JOURNEY, MODEL))
"""What may stand in a table of touchpoints."""

_NO_FILE: Final = "<text>"
_QUOTED: Final = r"""(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_SUBJECT: Final = re.compile(
    rf"(?:two )?(?P<kind>touchpoint|goal|channel)s?(?: have the key)? (?P<key>{_QUOTED})"
    r"|(?P<move>transitions\[\d+\])"
)


def usual_lanes() -> Iterator[Lane]:
    """Give the lanes that have names of their own: the usual ones, and those of map types."""
    from journeykit import presets

    yield from presets.lanes.STANDARD.values()
    for model in presets.family("maps"):
        yield from model.lanes


def touchpoint_rows(
    touchpoints: Sequence[Touchpoint], lang: str, shows: Shows
) -> list[list[Value]]:
    """Return touchpoints as the rows of a table, with the headings.

    Args:
        touchpoints: What stands in it.
        lang: The language of headings, choices and references.
        shows: What to write for a phase, a lane or a channel.
    """
    return rows_of(TOUCHPOINTS, touchpoints, fields=_FIELDS, always=_ALWAYS, lang=lang, shows=shows)


def tells_touchpoints(sheet: Sheet) -> bool:
    """Tell whether the headings of a table are those of touchpoints."""
    parsed = [TOUCHPOINTS.parsed(in_words(value))[0] for value in sheet.rows[0].cells.values()]
    return any(column.field in ("key", "label") for column in parsed)


@define
class Draft:
    """A journey that is being read.

    Args:
        file: The name of the file.
        base: The journey model that it follows, where it is known.
    """

    file: str
    base: JourneyModel | None = None
    key: str = ""
    model_key: str = ""
    fields: dict[str, Any] = field(factory=dict)
    problems: Problems = field(init=False)
    keys: Keys = field(factory=Keys)
    channel_keys: Keys = field(init=False)
    phases: Growing[Phase] = field(init=False)
    lanes: Growing[Lane] = field(init=False)
    has_map: bool = False
    own_channels: dict[str, Channel] = field(factory=dict)
    channel_names: Names = field(init=False)
    header: Header = field(init=False)
    rows: list[tuple[Row, dict[str, Any]]] = field(factory=list)
    touchpoints: list[Touchpoint] = field(factory=list)
    places: dict[str, str] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.problems = Problems(self.file)
        self.phases = Growing("phase", Phase, keys=self.keys)
        self.lanes = Growing("lane", Lane, usual=usual_lanes())
        self.channel_keys = Keys({*ENDS, *CATALOGUE})
        self.channel_names = named("channel", CATALOGUE.values())

    # --- the model ------------------------------------------------------------------------

    def follow(self, words: str) -> None:
        """Take the journey model of a name, where none is known yet."""
        if self.base is None and not self.model_key:
            self.base = model_called(words)
            self.model_key = words

    def begin_map(self) -> None:
        """Let a map tell of the phases and the lanes, with those of the model to choose from."""
        self.has_map = True
        base = self.base
        if base is not None:
            self.phases = Growing("phase", Phase, usual=base.phases, keys=self.keys)
            self.lanes = Growing("lane", Lane, usual=[*base.lanes, *usual_lanes()])

    def _know_base(self) -> None:
        """Let cells speak of the phases and the lanes of the model, if it is known."""
        if self.base is not None and not self.has_map:
            for phase in self.base.phases:
                self.phases.know(phase)
            for lane in self.base.lanes:
                self.lanes.know(lane)

    def model(self) -> JourneyModel | None:
        """Return the journey model that the table tells of, if it tells of one."""
        phases, lanes = tuple(self.phases.made), tuple(self.lanes.made)
        if self.base is not None:
            return changed(self.base, phases, lanes)
        if not phases:
            return None
        return JourneyModel(self.model_key or self.key, phases=phases, lanes=lanes)

    # --- the touchpoints ------------------------------------------------------------------

    def begin_touchpoints(self, sheet: Sheet) -> None:
        """Read a table of touchpoints, but for what its cells refer to.

        Args:
            sheet: The table; it has a row.

        Raises:
            FileError: There are no touchpoints to be seen, or too many, or too many problems.
        """
        header = header_of(TOUCHPOINTS, sheet, self.problems)
        if not header.has("key") and not header.has("label"):
            found = ", ".join(shown(name) for name in [*header.headings.values()][:8])
            words = "no column tells the touchpoints: head it 'Touchpoint' or 'Contactmoment' in"
            words = f"{words} the first row; found are {found}"
            raise FileError(self.file, f"{header.place(sheet.rows[0])}: {words}")
        for row in sheet.rows[MOST_ROWS + 1 :]:
            words = f"a table has at most {MOST_ROWS:,} rows"
            raise FileError(self.file, f"{header.place(row)}: {words}")
        sheet = sheet.filled_down(header.positions_but(_NAMES))
        self.header = header
        self.rows = [
            (row, header.fields(row))
            for row in sheet.rows[1:]
            if not all(map(is_blank, row.cells.values()))
        ]
        self._read_constants(header, self.rows)
        self._take_given_keys(header, self.rows)

    def finish_touchpoints(self) -> None:
        """Make the touchpoints, now that it is known what their cells may refer to."""
        self._know_base()
        for row, fields in self.rows:
            self._refer(self.header, row, fields)
        for row, fields in self.rows:
            if fields.get("lane") is not None and not self.phases.made:
                words = "a lane runs across phases; give touchpoints theirs in a column 'Phase'"
                self.header.refuse(row, "lane", words)
            if "key" not in fields:
                words = next(iter(fields.get("label", {}).values()), "")
                fields["key"] = self.keys.take(words, "touchpoint")
            self.places[f"touchpoint {shown(fields['key'])}"] = self.header.place(row, "key")
            touchpoint = self.header.noun(Touchpoint, row, fields)
            if touchpoint is not None:
                self.touchpoints.append(touchpoint)

    def _read_constants(self, header: Header, rows: Sequence[tuple[Row, dict[str, Any]]]) -> None:
        """Read the journey and the model, which are the same in all rows."""
        for name in (JOURNEY.field, MODEL.field):
            first = ""
            for row, fields in rows:
                value = fields.pop(name, first)
                if first and value != first:
                    words = (
                        f"{shown(value)} is another {name} than {shown(first)}; a file holds one"
                    )
                    header.refuse(row, name, words)
                first = first or value
            if first and name == JOURNEY.field:
                self.key = self.key or first
            elif first:
                self.follow(first)

    def _take_given_keys(self, header: Header, rows: Sequence[tuple[Row, dict[str, Any]]]) -> None:
        """Take the keys that are given, so that none that is made is one of them."""
        found: dict[str, Row] = {}
        for row, fields in rows:
            key = fields.get("key")
            if key is None and "label" not in fields:
                self.problems.add(header.place(row), "the touchpoint has no name")
            elif key in found:
                other = header.place(found[key])
                header.refuse(
                    row, "key", f"the key {shown(key)} stands twice; it is in {other} too"
                )
            elif key is not None:
                found[key] = row
        self.keys.taken |= found.keys()

    def _refer(self, header: Header, row: Row, fields: dict[str, Any]) -> None:
        """Put keys in the place of what cells speak of."""
        channel = {name: fields.pop(name, None) for name in ("realm", "media")}
        for name, growing in (("phase", self.phases), ("lane", self.lanes)):
            if name not in fields:
                continue
            key = growing.names.find(fields[name])
            if key is None and self.base is None and not self.has_map:
                key = growing.find(fields[name])
                self.count(growing, header.place(row, name))
            elif key is None:
                header.refuse(row, name, growing.names.unknown(fields[name]))
            fields[name] = key
        if "channel" in fields:
            fields["channel"] = self._channel(header, row, fields["channel"], **channel)
        elif channel["realm"] or channel["media"]:
            header.refuse(row, "realm", "there is no channel that this tells of")

    def count(self, growing: Growing[Any], place: str) -> None:
        """Refuse more phases or lanes than a map could show.

        Raises:
            FileError: There are more.
        """
        if len(growing.made) > MOST_COLUMNS:
            words = f"a table tells of at most {MOST_COLUMNS} {growing.what}s"
            raise FileError(self.file, f"{place}: {words}")

    def _channel(
        self, header: Header, row: Row, cell: str, *, realm: Realm | None, media: Media | None
    ) -> str | None:
        """Return the key of a channel; one that has a realm of its own is new."""
        key = self.channel_names.find(cell)
        if key is None:
            if realm is None:
                way_out = "(one of your own needs its realm in a column 'Realm')"
                header.refuse(row, "channel", f"{self.channel_names.unknown(cell)} {way_out}")
                return None
            key = self.channel_keys.new(cell, "channel")
            self.channel_keys.taken.add(key)
            self.own_channels[key] = Channel(key, cell, realm=realm, media=media)
            self.channel_names.add(key, self.own_channels[key].label)
        elif realm is not None:
            known = self.own_channels.get(key) or CATALOGUE[key]
            other = known.evolve(realm=realm, media=media if header.has("media") else known.media)
            if key in self.own_channels and other != known:
                words = f"the channel {shown(key)} is {known.realm}, {known.media} elsewhere"
                header.refuse(row, "realm", words)
            elif other != known:
                self.own_channels[key] = other
        return key

    # --- the whole ------------------------------------------------------------------------

    def journey(self) -> Journey:
        """Return the journey.

        Raises:
            FileError: Something is wrong.
        """
        self.problems.check()
        if not self.key:
            stem = "" if self.file == _NO_FILE else Path(self.file).stem
            self.key = Keys().new(stem, "journey")
            self.fields.setdefault("label", None if stem == self.key else stem)
        try:
            return Journey(
                self.key,
                model=self.model(),
                touchpoints=self.touchpoints,
                channels=self.own_channels.values(),
                **self.fields,
            )
        except DefinitionError as error:
            for problem in error.problems:
                self.problems.add(self._place(problem), problem)
            raise FileError(self.file, self.problems.found) from None

    def _place(self, problem: str) -> str:
        """Return where that stands which a problem speaks of."""
        found = _SUBJECT.match(problem)
        if found is None:
            return ""
        return self.places.get(found["move"] or f"{found['kind']} {found['key']}", "")


def changed(base: JourneyModel, phases: tuple[Phase, ...], lanes: tuple[Lane, ...]) -> JourneyModel:
    """Return a model with other phases and lanes; the road is led as it was."""
    if phases == base.phases and lanes == base.lanes:
        return base
    kept = keys_of(phases)
    if not any(map(base.has_phase, kept)):
        return JourneyModel(base.key, base.label, phases=phases, lanes=lanes)
    for key in keys_of(base.phases):
        if key not in kept:
            base = base.without_phase(key)
    rows = keys_of(lanes)
    notes = [note for note in base.notes if note.lane in rows and note.phase in kept]
    return base.evolve(phases=phases, lanes=lanes, notes=notes)


def lost_from(before: Noun, after: Journey) -> tuple[Loss, ...]:
    """Find what is different in a journey that was written and read again."""
    if isinstance(before, Journey) and _phases(before) == _phases(after):
        return lost_between(before, after)
    return lost_between(before, after, reasons={"model": "the phases that touchpoints have fit"})


def _phases(journey: Journey) -> tuple[str, ...]:
    return () if journey.model is None else keys_of(journey.model.phases)
