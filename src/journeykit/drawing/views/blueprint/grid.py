"""What stands on a service blueprint: its rows, its cards, and what joins them."""

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final, Literal, TypeAlias

from attrs import frozen

from journeykit.drawing.options import Options
from journeykit.drawing.views._emotion import Feeling, feelings, peaks
from journeykit.drawing.views._frame import line_name
from journeykit.drawing.views._moves import road_of
from journeykit.drawing.views._phrases import percent, phrase
from journeykit.drawing.views._sentences import of_touchpoint
from journeykit.drawing.views._sheet import Entry, Sheet, sheet_of
from journeykit.drawing.views._waits import wait_words
from journeykit.drawing.words import say
from journeykit.errors import RenderError
from journeykit.grid import Lane
from journeykit.journey import Journey, transitions_of
from journeykit.model import JourneyModel
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint
from journeykit.transition import START

__all__ = ["CARD_KINDS", "Blueprint", "Joint", "Row", "Tile", "Tone", "blueprint_of"]

Tone: TypeAlias = Literal["customer", "front", "back", "support", "plain"]

CARD_KINDS: Final = frozenset({"steps", "text", "touchpoints"})
"""The kinds of lanes whose notes stand on cards."""
_TONES: Final[tuple[Tone, ...]] = ("plain", "front", "back", "support")
_LEVELS: Final = len(_TONES)
_BEHIND: Final = {"interaction": 1, "visibility": 2, "internal": 3}


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


_SUBTITLE: Final = _word(
    "What customers do, who serves them, and what makes that possible",
    "Wat klanten doen, wie hen helpt en wat dat mogelijk maakt",
)
_WAIT: Final = _word("Wait after {name}: {wait}", "Wachten na {name}: {wait}")
_FAIL: Final = _word("Goes wrong: {words}", "Gaat mis: {words}")
_ABOUT: Final = _word("{note}: part of {touchpoint}", "{note}: hoort bij {touchpoint}")


@frozen
class Tile:
    """A card, before it has a place.

    Args:
        words: What it says.
        tooltip: What more there is to know.
        row: The number of its row.
        phase: The number of its phase.
        key: The key of the touchpoint that it is, or nothing for a note.
        about: The key of the touchpoint that the note on it is about, or nothing.
        fails: What goes wrong there.
        wait: How long customers wait before it, or nothing.
        assumed: Whether it is marked as an assumption.
    """

    words: str
    tooltip: str
    row: int
    phase: int
    key: str = ""
    about: str = ""
    fails: tuple[str, ...] = ()
    wait: str = ""
    assumed: bool = False


@frozen
class Row:
    """A row.

    Args:
        lane: The lane.
        tone: Whose work it shows.
        hidden: Whether it lies behind the line of visibility.
        words: What stands in its cells other than on cards, by the number of the phase.
        felt: The strongest feeling of each phase, in a lane for emotions.
    """

    lane: Lane
    tone: Tone
    hidden: bool
    words: Mapping[int, Sequence[Entry]]
    felt: Mapping[int, Feeling]

    def is_headed(self, phase: int) -> bool:
        """Tell whether anything but cards stands in the cell of a phase."""
        return bool(self.words.get(phase)) or phase in self.felt


@frozen
class Joint:
    """What joins two cards.

    Args:
        source: The number of the card that it leaves.
        target: The number of the card that it reaches.
        kind: The kind of the transition; ``"contact"`` joins a note to what it is about.
        tooltip: What there is to say about it.
    """

    source: int
    target: int
    kind: str
    tooltip: str


@frozen
class Blueprint:
    """All that a service blueprint shows.

    Args:
        sheet: The rows, columns and words.
        rows: The rows, from top to bottom.
        tiles: The cards.
        joints: What joins them.
        subtitle: What is said under the title.
        is_empty: Whether it is a template to be filled in.
    """

    sheet: Sheet
    rows: tuple[Row, ...]
    tiles: tuple[Tile, ...]
    joints: tuple[Joint, ...]
    subtitle: str
    is_empty: bool


def blueprint_of(subject: object, options: Options) -> Blueprint:
    """Return what a service blueprint of a journey or a journey model shows.

    Raises:
        RenderError: There is no blueprint of such a thing.
        UnknownKeyError: The options ask for a lane that is not there.
    """
    journey, model = _journey_and_model(subject)
    front = _customers_lane(model)
    journey = _with_lanes(journey, model, front)
    sheet = sheet_of(model if subject is model else journey, options, felt=False)
    drawn = {spot.key for spot in sheet.met}
    fails = _fails(sheet, drawn)
    rows = tuple(_rows(sheet, model, front, told=drawn, asked=options.lanes is not None))
    waits = _waits(journey, options.lang)
    tiles = [
        tile
        for number, row in enumerate(rows)
        for tile in _tiles(sheet, row.lane, number, fails=fails, waits=waits)
    ]
    moves, hidden = _moves(journey, tiles, options)
    if moves is None:
        moves = _in_order(journey, tiles, rows)
    return Blueprint(
        sheet=sheet,
        rows=rows,
        tiles=tuple(tiles),
        joints=(*moves, *_contacts(tiles, options.lang)),
        subtitle=" · ".join(filter(None, (_said(subject, sheet, rows), hidden))),
        is_empty=subject is model,
    )


def _journey_and_model(subject: object) -> tuple[Journey, JourneyModel]:
    if isinstance(subject, JourneyModel):
        journey, model = Journey(subject.key, subject.label, model=subject), subject
    elif isinstance(subject, Journey):
        journey = subject
        if subject.model is None:
            raise RenderError(
                f"journey {subject.key!r} has no model, so that a blueprint of it has no lanes; "
                "give it one with journey.evolve(model=…), for instance presets.SERVICE_BLUEPRINT"
            )
        model = subject.model
    else:
        raise RenderError(
            "the view 'blueprint' draws a Journey or a JourneyModel, "
            f"not a {type(subject).__name__}"
        )
    if not model.lanes:
        raise RenderError(
            f"journey model {model.key!r} has no lanes for a blueprint; add some with "
            "model.with_lanes(presets.SERVICE_BLUEPRINT), or choose the view 'phases'"
        )
    return journey, model


def _customers_lane(model: JourneyModel) -> Lane:
    """Return the lane of what customers do: the one over the first line."""
    lined = (lane for lane in model.lanes if lane.line)
    met = (lane for lane in model.lanes if lane.kind == "touchpoints")
    told = (lane for lane in model.lanes if lane.kind in CARD_KINDS)
    return next((lane for lanes in (lined, met, told) for lane in lanes), model.lanes[0])


def _with_lanes(journey: Journey, model: JourneyModel, front: Lane) -> Journey:
    """Return a journey whose touchpoints have a lane where the model has none for them."""
    homeless = any(spot.lane is None and spot.phase for spot in journey.touchpoints)
    if not homeless or any(lane.kind == "touchpoints" for lane in model.lanes):
        return journey
    spots = journey.touchpoints
    return journey.evolve(
        touchpoints=[spot if spot.lane else spot.evolve(lane=front.key) for spot in spots]
    )


# --- rows and cards ---------------------------------------------------------------------


def _rows(
    sheet: Sheet, model: JourneyModel, front: Lane, *, told: Collection[str], asked: bool
) -> Iterator[Row]:
    """Give the rows; one for pains not if all of them stand on cards, unless it is asked for."""
    tones: dict[str, tuple[Tone, bool]] = {}
    lined = any(lane.line for lane in model.lanes)
    level, hidden = (0 if lined else _LEVELS - 1), False
    for lane in model.lanes:
        tones[lane.key] = ("customer" if lane == front else _TONES[level], hidden)
        if lane.line:
            name = line_name(lane)
            level = _BEHIND.get(name, min(level + 1, _LEVELS - 1))
            hidden = hidden or name == "visibility"
    for lane in sheet.lanes:
        cells = {
            number: sheet.entries(lane, phase)
            for number, phase in enumerate(sheet.phases)
            if lane.kind not in CARD_KINDS
        }
        if lane.kind == "pains" and not asked:
            left = {
                number: [entry for entry in cell if entry.about not in told]
                for number, cell in cells.items()
            }
            if any(cells.values()) and not any(left.values()):
                continue
            cells = left
        most = peaks(feelings(sheet)) if lane.kind == "emotion" else {}
        yield Row(lane, *tones[lane.key], cells, most)


def _fails(sheet: Sheet, drawn: Collection[str]) -> dict[str, list[str]]:
    """Return what goes wrong at the touchpoints that are drawn."""
    fails: dict[str, list[str]] = {}
    for lane in sheet.lanes:
        if lane.kind == "pains":
            for phase in sheet.phases:
                for entry in sheet.entries(lane, phase):
                    if entry.about is not None and entry.about in drawn:
                        fails.setdefault(entry.about, []).append(entry.words)
    return fails


def _waits(journey: Journey, lang: str) -> dict[str, list[tuple[timedelta, str]]]:
    """Return how long customers wait before the touchpoints, the longest first, and after what."""
    names = {spot.key: spot.label.pick(lang) for spot in journey.touchpoints}
    names[START] = say("start", lang)
    waits: dict[str, list[tuple[timedelta, str]]] = {}
    for move in transitions_of(journey):
        if move.median_wait and journey.has_touchpoint(move.target):
            waits.setdefault(move.target, []).append((move.median_wait, names[move.source]))
    return {key: sorted(found, key=_longest) for key, found in waits.items()}


def _longest(wait: tuple[timedelta, str]) -> timedelta:
    return -wait[0]


def _tiles(
    sheet: Sheet,
    lane: Lane,
    row: int,
    *,
    fails: Mapping[str, Sequence[str]],
    waits: Mapping[str, Sequence[tuple[timedelta, str]]],
) -> Iterator[Tile]:
    for number, phase in enumerate(sheet.phases):
        for spot in sheet.touchpoints.get((lane.key, phase.key), ()):
            wait = waits.get(spot.key, ())
            yield Tile(
                spot.label.pick(sheet.lang),
                _told(spot, sheet, fails.get(spot.key, ()), wait),
                row,
                number,
                key=spot.key,
                fails=tuple(fails.get(spot.key, ())),
                wait=wait_words(wait[0][0], sheet.lang) if wait else "",
                assumed=sheet.is_marked(spot),
            )
        if lane.kind in CARD_KINDS:
            for entry in sheet.entries(lane, phase):
                yield Tile(
                    entry.words,
                    entry.tooltip,
                    row,
                    number,
                    about=entry.about or "",
                    assumed=entry.assumed,
                )


def _told(
    spot: Touchpoint,
    sheet: Sheet,
    fails: Sequence[str],
    waits: Sequence[tuple[timedelta, str]],
) -> str:
    lang = sheet.lang
    said = [of_touchpoint(spot, sheet.journey, lang)]
    said += (_FAIL.pick(lang).format(words=words) for words in fails)
    said += (
        _WAIT.pick(lang).format(name=name, wait=wait_words(wait, lang)) for wait, name in waits
    )
    return "\n".join(said)


# --- what joins them --------------------------------------------------------------------


def _moves(
    journey: Journey, tiles: Sequence[Tile], options: Options
) -> tuple[list[Joint] | None, str]:
    """Return the transitions between cards, and what is said of those left out; None if none."""
    spots = journey.touchpoints
    moves = [move for move in journey.transitions if journey.has_touchpoint(move.target)]
    if not any(journey.has_touchpoint(move.source) for move in moves):
        return None, ""
    road = road_of(journey, options)
    numbers = {tile.key: number for number, tile in enumerate(tiles) if tile.key}
    joints = []
    for move in road.moves:
        if move.source >= 0 and move.target < len(spots):
            ends = (numbers.get(spots[move.source].key), numbers.get(spots[move.target].key))
            if ends[0] is not None and ends[1] is not None:
                joints.append(Joint(ends[0], ends[1], move.kind, move.tooltip))
    hidden = phrase("hidden", options.lang, share=percent(road.hidden)) if road.hidden else ""
    return joints, hidden


def _in_order(journey: Journey, tiles: Sequence[Tile], rows: Sequence[Row]) -> list[Joint]:
    """Return the customer's way where no transition tells it: the route, or the steps in turn."""
    own = {number: tile for number, tile in enumerate(tiles) if rows[tile.row].tone == "customer"}
    numbers = {tile.key: number for number, tile in own.items() if tile.key}
    way = [numbers[key] for key in journey.route if key in numbers]
    if not numbers and any(rows[tile.row].lane.kind == "steps" for tile in own.values()):
        way = list(own)
    return [
        Joint(
            source,
            target,
            "next" if target > source else "back",
            f"{tiles[source].words} → {tiles[target].words}",
        )
        for source, target in dict.fromkeys(itertools.pairwise(way))
        if source != target
    ]


def _contacts(tiles: Sequence[Tile], lang: str) -> Iterator[Joint]:
    """Give what joins notes to the touchpoint that they are about, from lane to lane."""
    spots = {tile.key: number for number, tile in enumerate(tiles) if tile.key}
    about: dict[str, list[int]] = {}
    for number, tile in enumerate(tiles):
        if tile.about in spots and tile.row != tiles[spots[tile.about]].row:
            about.setdefault(tile.about, []).append(number)
    for key, numbers in about.items():
        spot = tiles[spots[key]]
        for number in numbers:
            note = tiles[number]
            before = [
                other
                for other in numbers
                if min(spot.row, note.row) < tiles[other].row < max(spot.row, note.row)
            ]

            def distance(other: int, note: Tile = note) -> tuple[int, bool]:
                return abs(tiles[other].row - note.row), tiles[other].phase != note.phase

            tooltip = _ABOUT.pick(lang).format(note=note.words, touchpoint=spot.words)
            yield Joint(min(before, key=distance, default=spots[key]), number, "contact", tooltip)


# --- words ------------------------------------------------------------------------------


def _said(subject: object, sheet: Sheet, rows: Sequence[Row]) -> str:
    described = subject.description if isinstance(subject, Journey | JourneyModel) else Text()
    lined = any(row.lane.line for row in rows)
    return (
        described.pick(sheet.lang)
        or sheet.subtitle
        or (_SUBTITLE.pick(sheet.lang) if lined else "")
    )
