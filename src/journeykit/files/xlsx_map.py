"""The map of a journey as a sheet: phases are the columns, lanes are the rows."""

from collections.abc import Mapping, Sequence
from typing import Final

from journeykit.errors import shown
from journeykit.files.tables import MOST_COLUMNS, Sheet, Value, in_words, is_blank
from journeykit.files.tables_columns import is_dutch
from journeykit.files.tables_journey import Draft
from journeykit.files.tables_names import shaped
from journeykit.files.tables_nouns import as_read
from journeykit.grid import Lane, Note
from journeykit.journey import Journey
from journeykit.touchpoint import Touchpoint

__all__ = ["add_touchpoints", "check_touchpoints", "map_rows", "read_map", "tells_map"]

_CORNER: Final = ("Lane", "Rij")
_CORNERS: Final = frozenset(
    {"", "lane", "rij", "lanes", "rijen", "fase", "phase", "fasen", "phases"}
)
_TOUCHPOINTS: Final = "touchpoints"

Placed = tuple[str, str, str, str]
"""A place in words, a lane, a phase and what stands there."""


def map_rows(
    journey: Journey, phases: Mapping[str, str], lanes: Mapping[str, tuple[str, bool]], lang: str
) -> list[list[Value]]:
    """Return the map of a journey as rows, with the headings.

    A lane has as many rows as the most that stands in one of its cells.

    Args:
        journey: The journey; it has a model.
        phases: What to write for each phase.
        lanes: What to write for each lane, and whether it will be one for touchpoints.
        lang: The language of what stands in the cells.
    """
    rows: list[list[Value]] = [[_CORNER[is_dutch(lang)], *phases.values()]]
    for lane, (heading, for_touchpoints) in lanes.items():
        show = _spots if for_touchpoints else _notes
        cells = [show(journey, lane, phase, lang) for phase in phases]
        for level in range(max(1, *map(len, cells))):
            beside = heading if level == 0 else None
            rows.append([beside, *(_at(cell, level) for cell in cells)])
    return rows


def _spots(journey: Journey, lane: str, phase: str, lang: str) -> list[str]:
    """Return the touchpoints in a cell, one above the other."""
    spots = journey.touchpoints_in(phase=phase, lane=lane)
    return [as_read(spot.label).pick(lang) for spot in spots]


def _notes(journey: Journey, lane: str, phase: str, lang: str) -> list[str]:
    """Return the notes in a cell, one above the other."""
    own = (note for note in journey.notes if note.phase == phase and note.lane == lane)
    return [note.text.pick(lang) for note in own if note.text]


def _at(cell: Sequence[str], level: int) -> str | None:
    return cell[level] if level < len(cell) else None


def tells_map(sheet: Sheet) -> bool:
    """Tell whether a sheet looks like a map: a corner, phases beside it and lanes below it."""
    first = sheet.rows[0].cells
    return shaped(in_words(first.get(0, ""))) in _CORNERS and any(first)


def read_map(draft: Draft, sheet: Sheet) -> tuple[list[Note], list[Placed]]:
    """Read a map: its phases and lanes into a draft; return its notes and its touchpoints.

    Args:
        draft: What is being read.
        sheet: The map; it has a row.
    """
    draft.begin_map()
    phases = _phases(draft, sheet)
    notes: list[Note] = []
    touchpoints: list[Placed] = []
    lane: Lane | None = None
    for row in sheet.rows[1:]:
        if not is_blank(row.cells.get(0, "")):
            lane = draft.lanes.add(in_words(row.cells[0]))
            draft.count(draft.lanes, sheet.place(row.number, 0))
        for column, value in row.cells.items():
            place = sheet.place(row.number, column)
            if column == 0 or (is_blank(value) and (lane is None or column not in phases)):
                continue
            if lane is None:
                draft.problems.add(place, "stands beside no lane; name one in the first column")
            elif column not in phases:
                draft.problems.add(place, "stands under no phase; name one in the first row")
            elif lane.kind == _TOUCHPOINTS:
                touchpoints.append((place, lane.key, phases[column], in_words(value)))
            else:
                notes.append(Note(lane.key, phases[column], in_words(value)))
    return notes, touchpoints


def _phases(draft: Draft, sheet: Sheet) -> dict[int, str]:
    """Return the phase of each column, of which one that is merged covers several."""
    heading = sheet.rows[0]
    phases: dict[int, str] = {}
    for column, value in heading.cells.items():
        if column and not is_blank(value):
            phases[column] = draft.phases.add(in_words(value)).key
            draft.count(draft.phases, sheet.place(heading.number, column))
    # The first column of each is one of few, so that there is an end to it in any file.
    wide = {area.left: area.right for area in sheet.merged if area.top == heading.number}
    for left in phases.keys() & wide.keys():
        last = min(wide[left], left + MOST_COLUMNS)
        phases = {**dict.fromkeys(range(left, last + 1), phases[left]), **phases}
    return phases


def check_touchpoints(draft: Draft, placed: Sequence[Placed], title: str) -> None:
    """Say which touchpoints of a map do not stand in the table of touchpoints.

    Args:
        draft: What is being read; its touchpoints are known.
        placed: The touchpoints of the map.
        title: The name of the table.
    """
    known = {
        (spot.phase, shaped(words) or words)
        for spot in draft.touchpoints
        for words in (spot.key, *spot.label.values())
    }
    for place, _, phase, words in placed:
        if (phase, shaped(words) or words) not in known:
            way_out = f"add it to the sheet {title!r}, with its phase"
            draft.problems.add(place, f"unknown touchpoint {shown(words)} in this phase; {way_out}")


def add_touchpoints(draft: Draft, placed: Sequence[Placed]) -> None:
    """Make touchpoints of those of a map, where there is no table of touchpoints.

    Args:
        draft: What is being read.
        placed: The touchpoints of the map.
    """
    usual = next((lane.key for lane in draft.lanes.made if lane.kind == _TOUCHPOINTS), None)
    columns = [phase.key for phase in draft.phases.made]
    for _, lane, phase, words in sorted(placed, key=lambda spot: columns.index(spot[2])):
        key = draft.keys.take(words, "touchpoint")
        beside = None if lane == usual else lane
        draft.touchpoints.append(Touchpoint(key, words, phase=phase, lane=beside))
