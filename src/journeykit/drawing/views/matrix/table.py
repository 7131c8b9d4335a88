"""What stands in a table of words, before anything has a place on paper."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from journeykit.drawing.icons import lane_icon
from journeykit.drawing.options import Options
from journeykit.drawing.views import _sentences
from journeykit.drawing.views._phrases import STAGES
from journeykit.drawing.views._sheet import Entry, journey_and_model
from journeykit.drawing.views.matrix.grades import DUTIES, Grade, duties_of, grade_of
from journeykit.drawing.words import say
from journeykit.errors import RenderError
from journeykit.grid import Lane, Note, Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.text import Text

__all__ = ["Cell", "Head", "Table", "table_of"]

_SPOTS: Final = ("emotion", "touchpoints")
_LONGEST_PARTY: Final = 40
_MOST_PARTIES: Final = 12

_Notes: TypeAlias = Mapping[tuple[str, str], Sequence[Note]]


@frozen
class Head:
    """The head of a row or a column.

    Args:
        name: What it is called.
        below: What stands under the name, in smaller type.
        tooltip: What more there is to know of it.
        icon: The name of the icon beside it, for a lane.
        phase: The place of the phase that it stands for, or None.
    """

    name: str
    below: str = ""
    tooltip: str = ""
    icon: str = ""
    phase: int | None = None


@frozen
class Cell:
    """What stands where a row and a column meet.

    Args:
        entries: What is said.
        grade: The degree that it says, if it says one.
        duties: The letters of RACI that it says, if it says those.
        kind: The kind of the lane.
    """

    entries: tuple[Entry, ...] = ()
    grade: Grade | None = None
    duties: str = ""
    kind: str = "values"

    @property
    def words(self) -> str:
        """All that is said, on one line."""
        if self.grade is not None:
            return self.grade.words
        return ", ".join(self.duties or [entry.words for entry in self.entries])


@frozen
class Table:
    """A table: phases by lanes, or lanes by phases, whichever fits best.

    Args:
        title: The title.
        subtitle: What it is about, or nothing.
        state: ``"Current state"`` or the like; nothing for a model.
        lang: Language of the words.
        rows: The heads of the rows.
        columns: The heads of the columns.
        cells: The cells, row by row.
        duties: Whether the cells hold letters of RACI.
    """

    title: str
    subtitle: str
    state: str
    lang: str
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: tuple[tuple[Cell, ...], ...]
    duties: bool

    @property
    def terse(self) -> bool:
        """Whether no cell says more than a degree or some letters."""
        cells = [cell for row in self.cells for cell in row]
        return all(cell.grade or cell.duties or not cell.entries for cell in cells)


def table_of(subject: object, options: Options) -> Table:
    """Return the table of a journey or of a journey model.

    Args:
        subject: What it shows.
        options: What is wanted of the picture.

    Raises:
        RenderError: There is no table of such a thing.
        UnknownKeyError: The options ask for a lane that is not there.
    """
    journey, model = journey_and_model(subject, view="matrix")
    notes: dict[tuple[str, str], list[Note]] = {}
    for note in (*journey.notes, *model.notes):
        if note.text.pick(options.lang).strip():
            notes.setdefault((note.lane, note.phase), []).append(note)
    lanes = _lanes(model, notes, options)
    if not lanes and model.lanes:
        raise RenderError(
            f"no lanes of journey model {model.key!r} were asked for, so that a table of it has "
            "no cells; name some, or leave lanes out for all"
        )
    if not lanes:
        raise RenderError(
            f"journey model {model.key!r} has no lanes, so that a table of it has no cells; "
            "give it some with model.with_lanes(…), or choose the view 'phases'"
        )
    heads = [_lane_head(lane, options.lang) for lane in lanes]
    cells = [
        [_cell(lane, phase, notes, journey=journey, lang=options.lang) for lane in lanes]
        for phase in model.phases
    ]
    duties = _all_duties(notes, model, lanes)
    parties = _parties(notes, model, lanes, options.lang)
    if parties:
        heads = [Head(party) for party in parties]
        cells = [_letters(notes, phase, lanes, parties, options.lang) for phase in model.phases]
    elif not duties:
        cells = [[_without_duties(cell) for cell in row] for row in cells]
    rows = tuple(_phase_head(phase, at, options.lang) for at, phase in enumerate(model.phases))
    columns = tuple(heads)
    # Who does what is looked up by phase; letters need little room, however many columns.
    if len(columns) > len(rows) and not (duties or parties):
        rows, columns = columns, rows
        cells = [list(row) for row in zip(*cells, strict=True)]
    return Table(
        title=(options.title or journey.label).pick(options.lang),
        subtitle=_subtitle(journey, model, options.lang, template=subject is model),
        state="" if subject is model else say(journey.state, options.lang),
        lang=options.lang,
        rows=rows,
        columns=columns,
        cells=tuple(map(tuple, cells)),
        duties=duties or bool(parties),
    )


def _lanes(model: JourneyModel, notes: _Notes, options: Options) -> list[Lane]:
    """Return the lanes that were asked for, or those that say most in a table."""
    if options.lanes is not None:
        return [model.lane(key) for key in dict.fromkeys(options.lanes)]
    told = {lane for lane, _ in notes}
    spoken = [lane for lane in model.lanes if lane.key in told and lane.kind not in _SPOTS]
    if not spoken:
        return list(model.lanes)
    values = [lane for lane in spoken if lane.kind == "values"]
    if len(values) > 1 or len(values) == len(spoken):
        # One that says nothing tells something, too, beside others that do.
        return [lane for lane in model.lanes if lane.kind == "values"]
    return spoken


def _subtitle(journey: Journey, model: JourneyModel, lang: str, *, template: bool) -> str:
    if template:
        return model.description.pick(lang)
    said = [model.label.pick(lang)]
    if journey.persona is not None:
        said.append(journey.persona.label.pick(lang))
    return " · ".join(filter(None, said))


# --- heads ------------------------------------------------------------------------------


def _lane_head(lane: Lane, lang: str) -> Head:
    below = lane.description.pick(lang)
    icon = lane_icon(lane.kind, key=lane.key)
    return Head(lane.label.pick(lang), below, below, icon=icon)


def _phase_head(phase: Phase, place: int, lang: str) -> Head:
    stage = STAGES[phase.stage].pick(lang) if phase.stage is not None else ""
    name = phase.label.pick(lang)
    below = "" if stage.casefold() in name.casefold() else stage
    return Head(name, below, _sentences.of_phase(phase, lang), phase=place)


# --- cells ------------------------------------------------------------------------------


def _cell(lane: Lane, phase: Phase, notes: _Notes, *, journey: Journey, lang: str) -> Cell:
    here = notes.get((lane.key, phase.key), ())
    entries = [
        Entry(note.text.pick(lang), _sentences.of_note(note, journey, lang)) for note in here
    ]
    if lane.kind == "touchpoints":
        entries += [
            Entry(spot.label.pick(lang), _sentences.of_touchpoint(spot, journey, lang))
            for spot in journey.touchpoints_in(phase=phase.key, lane=lane.key)
        ]
    alone = here[0].text if len(entries) == len(here) == 1 else None
    grade = grade_of(alone, lang) if alone is not None else None
    letters = {letter for note in here for letter in duties_of(note.text)}
    duties = "".join(letter for letter in DUTIES if letter in letters)
    return Cell(tuple(entries), grade, duties, lane.kind)


def _all_duties(notes: _Notes, model: JourneyModel, lanes: Sequence[Lane]) -> bool:
    """Tell whether all that is said is letters of RACI, and there are any."""
    cells = [notes.get((lane.key, phase.key), ()) for lane in lanes for phase in model.phases]
    said = [duties_of(note.text) for cell in cells for note in cell]
    return bool(said) and all(said)


def _without_duties(cell: Cell) -> Cell:
    """Return a cell of a table in which a letter is only a letter."""
    return Cell(cell.entries, cell.grade, "", cell.kind)


def _parties(
    notes: _Notes, model: JourneyModel, lanes: Sequence[Lane], lang: str
) -> tuple[str, ...]:
    """Return who has a duty, where the lanes are those of RACI and the notes are names."""
    if not {lane.key for lane in lanes} <= set(DUTIES):
        return ()
    said = [
        name
        for phase in model.phases
        for lane in lanes
        for note in notes.get((lane.key, phase.key), ())
        for name in _names(note, lang)
    ]
    parties = tuple(dict.fromkeys(said))
    names = all(len(name) <= _LONGEST_PARTY and not grade_of(Text(name), lang) for name in parties)
    return parties if names and len(parties) <= _MOST_PARTIES else ()


def _names(note: Note, lang: str) -> list[str]:
    parts = re.split(r"[,;\n]", note.text.pick(lang))
    return [part.strip() for part in parts if part.strip()]


def _letters(
    notes: _Notes, phase: Phase, lanes: Sequence[Lane], parties: Sequence[str], lang: str
) -> list[Cell]:
    """Return the duties of each party in a phase, from the lanes in which it is named."""
    named = {
        lane.key: {
            name for note in notes.get((lane.key, phase.key), ()) for name in _names(note, lang)
        }
        for lane in lanes
    }
    return [
        Cell(duties="".join(letter for letter in DUTIES if party in named.get(letter, ())))
        for party in parties
    ]
