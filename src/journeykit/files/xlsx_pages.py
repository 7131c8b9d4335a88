"""The sheets of the workbook of a journey."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import define, field, frozen

from journeykit._noun import Element, keys_of
from journeykit.channels import CATALOGUE, Channel
from journeykit.files.keys import Keys
from journeykit.files.ready_made import model_called
from journeykit.files.tables import Value, letters
from journeykit.files.tables_columns import Column, Columns, columns_of, is_dutch
from journeykit.files.tables_journey import (
    TOUCHPOINTS,
    touchpoint_rows,
    usual_lanes,
)
from journeykit.files.tables_names import Growing, Names
from journeykit.files.tables_nouns import Shows, as_read, rows_of
from journeykit.files.xlsx_about import about_rows
from journeykit.files.xlsx_map import map_rows
from journeykit.files.xlsx_writing import Choice, Page
from journeykit.goal import Goal
from journeykit.graph.convert import END_LABELS
from journeykit.grid import Lane, Phase
from journeykit.journey import Journey, order_of
from journeykit.persona import Persona
from journeykit.touchpoint import Touchpoint
from journeykit.transition import ENDS, Transition, without_derived_kinds

__all__ = [
    "CHANNELS",
    "GOALS",
    "JOURNEY",
    "PERSONA",
    "TITLES",
    "TRANSITIONS",
    "channel_names",
    "model_cell",
    "pages",
    "spot_names",
    "step_names",
]

TITLES: Final[Mapping[str, tuple[str, str]]] = {
    "touchpoints": ("Touchpoints", "Contactmomenten"),
    "map": ("Map", "Kaart"),
    "transitions": ("Transitions", "Overgangen"),
    "goals": ("Goals", "Doelen"),
    "channels": ("Channels", "Kanalen"),
    "persona": ("Persona", "Persona"),
    "journey": ("Journey", "Klantreis"),
    "lists": ("Lists", "Lijsten"),
}
"""The names of sheets, in English and in Dutch."""

_MOVES: Final = ("source", "target", "weight", "kind", "label", "reason", "count", "median_wait")
_ABOUT_ALL: Final = ("key", "label", "description")
TRANSITIONS: Final = columns_of(Transition, *_MOVES, "description")
GOALS: Final = columns_of(
    *(Goal, *_ABOUT_ALL, "phase", "touchpoint", "metric", "unit", "baseline", "target", "owner"),
    *("start", "due"),
)
CHANNELS: Final = columns_of(Channel, *_ABOUT_ALL, "realm", "media")
JOURNEY: Final = columns_of(
    *(Journey, *_ABOUT_ALL, "model", "state", "route", "starts_with", "ends_with"),
)
PERSONA: Final = columns_of(
    *(Persona, *_ABOUT_ALL, "segment", "quote", "position", "goals", "needs", "pains"),
    *("questions", "channels", "traits", "evidence", "sources"),
)
_MOST_CHANNELS: Final = 500
_SCALES: Final = {"emotion": (-2, 2), "importance": (1, 5)}


def spot_names(touchpoints: Sequence[Touchpoint]) -> Names:
    """Return the names of touchpoints."""
    names = Names("touchpoint")
    for spot in touchpoints:
        names.add(spot.key, as_read(spot.label))
    return names


def step_names(touchpoints: Sequence[Touchpoint], phases: Sequence[Phase]) -> Names:
    """Return the names of what transitions join, with the ends."""
    names = Names("touchpoint or phase")
    for element in (*touchpoints, *phases):
        names.add(element.key, as_read(element.label))
    for key, label in END_LABELS.items():
        names.add(key, label)
    return names


def channel_names(own: Sequence[Channel]) -> Names:
    """Return the names of channels: one's own go before those of the catalogue."""
    names = Names("channel")
    known = {channel.key: channel for channel in own}
    for key, channel in [*known.items(), *CATALOGUE.items()]:
        if not names.knows(key):
            names.add(key, as_read(channel.label))
    return names


def model_cell(journey: Journey) -> str | None:
    """Return what tells of a model: its key, unless that is another name of a ready-made one."""
    if journey.model is None:
        return None
    known = model_called(journey.model.key)
    return journey.model.key if known is None or known.key == journey.model.key else None


@define
class _Grid:
    """What is written for the phases and the lanes of a journey, and what will be read."""

    journey: Journey
    lang: str
    phases: dict[str, str] = field(factory=dict)
    read_phases: dict[str, Phase] = field(factory=dict)
    lanes: dict[str, tuple[str, bool]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        model = self.journey.model
        if model is None:
            return
        cell = model_cell(self.journey)
        base = None if cell is None else model_called(cell)
        usual = () if base is None else base.phases
        keys = Keys({*ENDS, *keys_of(self.journey.touchpoints)})
        columns = Growing("phase", Phase, usual=usual, keys=keys)
        rows = Growing("lane", Lane, usual=[*(base.lanes if base else ()), *usual_lanes()])
        for phase in model.phases:
            self.phases[phase.key] = columns.cell(phase, self.lang)
            self.read_phases[phase.key] = columns.made[-1]
        for lane in model.lanes:
            heading = rows.cell(lane, self.lang)
            self.lanes[lane.key] = (heading, rows.made[-1].kind == "touchpoints")

    def lane(self, key: str) -> str:
        """Return what is written for a lane."""
        return self.lanes[key][0]

    def steps(self) -> Callable[[str], str]:
        """Return what to write for the ends of transitions."""
        names = step_names(self.journey.touchpoints, [*self.read_phases.values()])

        def show(key: str) -> str:
            phase = self.read_phases.get(key)
            return names.show(key if phase is None else phase.key, self.lang)

        return show


def pages(journey: Journey, lang: str) -> list[Page]:
    """Return the sheets of a journey.

    Args:
        journey: What they tell of.
        lang: The language of headings, of choices, of names and of what stands in the map.
    """
    spots = spot_names(journey.touchpoints)
    channels = channel_names(journey.channels)
    return list(_Pages(journey, lang, _Grid(journey, lang), spots, channels).all())


@frozen
class _Pages:
    journey: Journey
    lang: str
    grid: _Grid
    spots: Names
    channels: Names

    def all(self) -> Iterator[Page]:
        """Give the sheets in their order."""
        journey = self.journey
        yield self.touchpoints()
        if journey.model is not None:
            cells = map_rows(journey, self.grid.phases, self.grid.lanes, self.lang)
            yield Page(self.title("map"), cells, headings=1)
        yield self.transitions()
        if journey.goals:
            shows: Shows = {"phase": self.grid.phases.__getitem__, "touchpoint": self.spot}
            yield self.table("goals", GOALS, journey.goals, shows, ["key", "label"])
        if journey.channels:
            always = ["key", "label", "realm", "media"]
            yield self.table("channels", CHANNELS, journey.channels, {}, always)
        if journey.persona is not None:
            yield self.about("persona", PERSONA, journey.persona, {"channels": self.channel})
        yield self.about_journey()
        channels = [[self.channel(key)] for key in self.channels.keys]
        yield Page(self.title("lists"), [[self.title("channels")], *channels], hidden=True)

    def channel(self, key: str) -> str:
        """Return what is written for a channel."""
        return self.channels.show(key, self.lang) if self.channels.knows(key) else key

    def spot(self, key: str) -> str:
        """Return what is written for a touchpoint."""
        return self.spots.show(key, self.lang)

    def touchpoints(self) -> Page:
        """Return the sheet of touchpoints."""
        shows: Shows = {
            "phase": self.grid.phases.__getitem__,
            "lane": self.grid.lane,
            "channel": self.channel,
        }
        rows = touchpoint_rows(self.journey.touchpoints, self.lang, shows)
        return self.page("touchpoints", TOUCHPOINTS, rows)

    def transitions(self) -> Page:
        """Return the sheet of transitions, without the kinds that follow from the order."""
        moves = without_derived_kinds(self.journey.transitions, order_of(self.journey))
        step = self.grid.steps()
        always = ["source", "target", "weight"]
        return self.table(
            "transitions", TRANSITIONS, moves, {"source": step, "target": step}, always
        )

    def about_journey(self) -> Page:
        """Return the sheet about the journey itself."""
        model = model_cell(self.journey) or ""
        shows: Shows = {"model": lambda _: model, "route": self.spot}
        usual = self.journey.route == keys_of(self.journey.touchpoints)
        return self.about("journey", JOURNEY, self.journey, shows, ["route"] * usual)

    def title(self, kind: str) -> str:
        """Return the name of a sheet."""
        return TITLES[kind][is_dutch(self.lang)]

    def table(
        self, kind: str, columns: Columns, nouns: Sequence[Any], shows: Shows, always: Sequence[str]
    ) -> Page:
        """Return a sheet with a row for each noun."""
        fields = [column.field for column in columns.items]
        rows = rows_of(columns, nouns, fields=fields, always=always, lang=self.lang, shows=shows)
        return self.page(kind, columns, rows)

    def about(
        self,
        kind: str,
        columns: Columns,
        noun: Element,
        shows: Shows,
        leave_out: Sequence[str] = (),
    ) -> Page:
        """Return a sheet about one noun."""
        rows = about_rows(columns, noun, leave_out=leave_out, lang=self.lang, shows=shows)
        return Page(self.title(kind), rows, headings=1)

    def page(self, kind: str, columns: Columns, rows: Sequence[Sequence[Value]]) -> Page:
        """Return a sheet in whose columns only some things may stand."""
        choices = {}
        for place, heading in enumerate(rows[0]):
            column, _ = columns.parsed(str(heading))
            choice = self.choice(column)
            if choice is not None:
                choices[place] = choice
        return Page(self.title(kind), rows, choices)

    def choice(self, column: Column) -> Choice | None:
        """Return what may stand in a column, where not anything may."""
        if column.field in _SCALES:
            low, high = _SCALES[column.field]
            return Choice(low=low, high=high)
        if column.kind == "choice":
            return Choice(tuple(column.choice(word, self.lang) for word in column.choices))
        if column.field == "phase" and self.grid.phases:
            last = letters(len(self.grid.phases))
            return Choice(f"'{self.title('map')}'!$B$1:${last}$1")
        if column.field == "channel":
            return Choice(f"'{self.title('lists')}'!$A$2:$A${_MOST_CHANNELS}", strict=False)
        return None
