"""Journeys as a table in a text: one row a touchpoint."""

from collections.abc import Sequence

from journeykit._noun import Element, keys_of
from journeykit.channels import CATALOGUE, Channel
from journeykit.errors import FileError, shown
from journeykit.files import csv_text
from journeykit.files.keys import Keys
from journeykit.files.loss import Loss
from journeykit.files.native import Savable
from journeykit.files.ready_made import follows, model_called, model_given, model_name
from journeykit.files.tables import Value
from journeykit.files.tables_columns import is_dutch, write_cell
from journeykit.files.tables_journey import (
    CHANNEL,
    JOURNEY,
    MODEL,
    TOUCHPOINTS,
    Draft,
    lost_from,
    touchpoint_rows,
    usual_lanes,
)
from journeykit.files.tables_names import Growing, named
from journeykit.files.tables_nouns import Shows
from journeykit.grid import Lane, Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.transition import ENDS

__all__ = ["losses", "read", "write"]


def read(
    content: bytes,
    file: str,
    *,
    encoding: str | None = None,
    model: JourneyModel | str | None = None,
    between: str = csv_text.COMMA,
) -> Journey:
    """Return the journey that a table tells of.

    Args:
        content: The bytes of the text.
        file: The name of the file, for messages; the key of the journey is made of it where
            the table tells none.
        encoding: The encoding, where it is neither UTF-8 nor UTF-16 with a byte order mark.
        model: The journey model whose phases the table speaks of, where it does not say so.
        between: What stands between cells where the headings do not tell.

    Raises:
        FileError: It is no such table, or does not hold together.
        UnknownKeyError: There is no model of that name.
    """
    given = model_given(model, file)
    sheet = csv_text.parse(content, file, known=_known, encoding=encoding, usual=between)
    draft = Draft(file, given)
    draft.begin_touchpoints(sheet)
    draft.finish_touchpoints()
    return draft.journey()


def _known(headings: Sequence[str]) -> int:
    return sum(TOUCHPOINTS.knows(heading) for heading in headings)


def write(subject: Savable, file: str, lang: str, *, between: str = csv_text.COMMA) -> bytes:
    """Return the touchpoints of a journey as a table.

    Args:
        subject: The journey.
        file: The name of the file, for messages.
        lang: The language of headings, of choices and of names; in Dutch, semicolons stand
            between cells and commas before decimals, as spreadsheet programs write there.
        between: What stands between cells.

    Raises:
        FileError: It is no journey.
    """
    if not isinstance(subject, Journey):
        words = "a table holds a journey, one touchpoint a row; save a model or a persona as"
        raise FileError(file, f"{words} .toml, .yaml or .json, not {shown(subject)}")
    if between == csv_text.COMMA and is_dutch(lang):
        between = csv_text.SEMICOLON
    return csv_text.write(_rows(subject, lang), between=between, decimal_comma=is_dutch(lang))


def losses(
    subject: Savable, file: str, lang: str, *, between: str = csv_text.COMMA
) -> tuple[Loss, ...]:
    """Find what of a journey a table cannot hold.

    Args:
        subject: The journey.
        file: The name of the file, for messages.
        lang: The language of headings, of choices and of names.
        between: What stands between cells.

    Raises:
        FileError: It is no journey.
    """
    content = write(subject, file, lang, between=between)
    return lost_from(subject, read(content, file, between=between))


def _rows(journey: Journey, lang: str) -> list[list[Value]]:
    touchpoints = journey.touchpoints
    if not any(spot.phase for spot in touchpoints):
        # Rows beside no columns are none that could be read.
        touchpoints = tuple(spot.evolve(lane=None) for spot in touchpoints)
    shows = {**_places(journey, lang), "channel": _channels(journey, lang).__getitem__}
    headings, *rows = touchpoint_rows(touchpoints, lang, shows)
    own = {channel.key: channel for channel in journey.channels}
    if any(spot.channel in own for spot in touchpoints):
        headings += [column.heading(lang) for column in CHANNEL]
        for row, spot in zip(rows, touchpoints, strict=True):
            row.extend(_realm(own.get(spot.channel or ""), lang))
    headings += [JOURNEY.heading(lang), MODEL.heading(lang)]
    for row in rows:
        row.extend([journey.key, model_name(journey)])
    return [headings, *rows]


def _realm(channel: Channel | None, lang: str) -> list[Value]:
    if channel is None:
        return [None for _ in CHANNEL]
    return [write_cell(column, getattr(channel, column.field), lang) for column in CHANNEL]


def _places(journey: Journey, lang: str) -> Shows:
    """Return what to write for phases and lanes."""
    model = journey.model
    if model is None:
        return {}
    known = model_called(model.key)
    if known is not None and follows(journey, known):
        return {
            "phase": _shown("phase", known.phases, lang).__getitem__,
            "lane": _shown("lane", known.lanes, lang).__getitem__,
        }
    phases = Growing("phase", Phase, keys=Keys({*ENDS, *keys_of(journey.touchpoints)}))
    lanes = Growing("lane", Lane, usual=usual_lanes())
    phase_cells: dict[str, str] = {}
    lane_cells: dict[str, str] = {}
    for spot in journey.touchpoints:
        if spot.phase is not None and spot.phase not in phase_cells:
            phase_cells[spot.phase] = phases.cell(model.phase(spot.phase), lang)
        if spot.lane is not None and spot.lane not in lane_cells:
            lane_cells[spot.lane] = lanes.cell(model.lane(spot.lane), lang)
    return {"phase": phase_cells.__getitem__, "lane": lane_cells.__getitem__}


def _shown(what: str, elements: Sequence[Element], lang: str) -> dict[str, str]:
    names = named(what, elements)
    return {element.key: names.show(element.key, lang) for element in elements}


def _channels(journey: Journey, lang: str) -> dict[str, str]:
    """Return what to write for channels."""
    names = named("channel", CATALOGUE.values())
    own = Growing("channel", Channel, keys=Keys({*ENDS, *CATALOGUE}), names=names)
    cells: dict[str, str] = {}
    for spot in journey.touchpoints:
        key = spot.channel
        if key in CATALOGUE:
            cells[key] = names.show(key, lang)
        elif key is not None and key not in cells:
            cells[key] = own.cell(journey.channel(key), lang)
    return cells
