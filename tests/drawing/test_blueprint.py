"""The service blueprint: lanes and lines, cards, and the ways between them."""

import itertools
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit import testing
from journeykit.drawing.checks import problems
from journeykit.drawing.lines import DASH_INTERNAL, DASH_VISIBILITY
from journeykit.drawing.options import Options
from journeykit.drawing.palette import DARK, LIGHT
from journeykit.drawing.scene import (
    Box,
    Card,
    Curve,
    Ellipse,
    Point,
    Polygon,
    Polyline,
    Rect,
    Scene,
    TextBlock,
    cards,
    leaves,
)
from journeykit.drawing.svg import to_svg
from journeykit.drawing.views._waits import wait_words
from journeykit.drawing.views.blueprint import scene
from journeykit.drawing.views.blueprint.ways import Grid, Place, tracks, way
from journeykit.errors import RenderError, UnknownKeyError
from journeykit.grid import Lane, Note, Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.persona import Persona
from journeykit.presets import AIDA, SALON, SERVICE_BLUEPRINT, SERVICE_BLUEPRINT_SOURCE
from journeykit.touchpoint import Touchpoint
from journeykit.transition import DROP_OFF, START, Transition, sequence

LONG = "Klanttevredenheidsonderzoek"
LANES = (
    Lane("evidence"),
    Lane("guest", kind="steps", line="Line of interaction"),
    Lane("front", kind="steps", line="Line of visibility"),
    Lane("back", kind="steps", line="Line of internal interaction"),
    Lane("systems", kind="steps"),
)
PAINS = Lane("pains", kind="pains")


def drawn(subject: object, **options: Any) -> Scene:  # noqa: ANN401 - any option
    """Draw a blueprint that has nothing wrong with it."""
    picture = scene(subject, Options(**options))
    assert problems(picture) == []
    return picture


def visit(*spots: Touchpoint, phases: int = 3, lanes: Any = LANES, **fields: Any) -> Journey:  # noqa: ANN401
    """Return a journey through phases p0, p1, …, in the lanes of a service blueprint."""
    model = JourneyModel("m", phases=[f"p{number}" for number in range(phases)], lanes=lanes)
    return Journey("visit", model=model, touchpoints=spots, **fields)


def spot(key: str, phase: int = 0, lane: str = "guest", **fields: Any) -> Touchpoint:  # noqa: ANN401
    """Return a touchpoint in a cell."""
    return Touchpoint(key, phase=f"p{phase}", lane=lane, **fields)


def said(picture: Scene) -> list[str]:
    """Return what all texts of a picture say."""
    found = (item for item in leaves(picture.items) if isinstance(item, TextBlock))
    return [" ".join(block.lines) for block in found]


def tiles(picture: Scene) -> dict[str, Card]:
    """Return the cards on which something stands, by the words on them."""
    return {
        " ".join(words.lines): card
        for card in cards(picture.items)
        if card.role == "card" and isinstance(card.items[0], Rect) and card.items[0].radius == 5
        for words in card.items
        if isinstance(words, TextBlock) and words.size == 9.5
    }


def joints(picture: Scene) -> list[Card]:
    """Return what joins cards."""
    return [card for card in cards(picture.items) if card.role == "transition"]


def line_of(card: Card) -> tuple[Point, ...]:
    """Return the ends and the corners of what joins two cards."""
    points = next(one.points for one in card.items if isinstance(one, Curve))
    return points[::3]


def panels(picture: Scene) -> list[Rect]:
    """Return the grounds of the rows."""
    return [one for one in picture.items if isinstance(one, Rect) and one.radius == 4]


def ruled(picture: Scene) -> list[Polyline]:
    """Return the lines between rows, without the stubs before their words."""
    return [
        one for one in picture.items if isinstance(one, Polyline) and one.box[2] - one.box[0] > 30
    ]


# --- any journey ------------------------------------------------------------------------

WITH_LANES = testing.models().filter(lambda model: model.lanes)
GRIDS = st.builds(
    lambda phases: JourneyModel(
        "m", phases=[f"p{number}" for number in range(phases)], lanes=(*LANES, PAINS)
    ),
    st.integers(1, 9),
)
WANTED = st.builds(
    Options,
    lang=st.sampled_from(("en", "nl")),
    theme=st.sampled_from(("light", "dark")),
    width=st.sampled_from((None, 320.0, 900.0)),
    min_share=st.none() | st.sampled_from((0, 0.3, 1)),
)


@settings(max_examples=60)
@given(
    testing.journeys(model=WITH_LANES)
    | WITH_LANES
    | testing.journeys(model=GRIDS, max_touchpoints=14, between="touchpoints"),
    WANTED,
)
def test_any_blueprint_is_sound(subject: Journey | JourneyModel, options: Options) -> None:
    """Whatever a journey holds, its words fit, do not overlap and can be read; twice the same."""
    picture = scene(subject, options)
    assert problems(picture) == []
    assert picture == scene(subject, options)
    assert (picture.lang, picture.background) == (options.lang, options.theme.paper)
    assert "\n" not in picture.description


PLACED = st.builds(
    lambda cells, moves: (
        [spot(f"t{at}", phase, LANES[lane].key) for at, (phase, lane) in enumerate(cells)],
        {(a % len(cells), b % len(cells)) for a, b in moves},
    ),
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 4)), min_size=2, max_size=16),
    st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), max_size=14),
)


@settings(max_examples=150)
@given(PLACED, st.sampled_from([None, 500.0]))
def test_no_way_lies_on_a_card_or_on_another(
    placed: tuple[list[Touchpoint], set[tuple[int, int]]], width: float | None
) -> None:
    """Arrows run beside cards and beside each other; they only cross."""
    spots, pairs = placed
    moves = [Transition(spots[a].key, spots[b].key) for a, b in sorted(pairs)]
    journey = visit(*spots, phases=9, transitions=moves, route=())
    picture = drawn(journey, width=width)
    boxes = [card.box for card in tiles(picture).values()]
    assert len(boxes) == len(spots)
    ways = [list(_straight(line_of(card))) for card in joints(picture)]
    assert len(ways) == len(moves)
    for parts in ways:
        assert not any(_runs_over(part, box) for part in parts for box in boxes)
    for one, other in itertools.combinations(ways, 2):
        assert not any(_lie_on(a, b) for a in one for b in other)


def _straight(corners: tuple[Point, ...]) -> Iterator[tuple[Point, Point]]:
    """Give the parts of a way that run straight up, down or across."""
    for (x0, y0), (x1, y1) in itertools.pairwise(corners):
        if abs(x0 - x1) < 0.01 or abs(y0 - y1) < 0.01:
            yield (x0, y0), (x1, y1)


def _runs_over(part: tuple[Point, Point], box: Box) -> bool:
    (x0, y0), (x1, y1) = part
    across = min(max(x0, x1), box[2]) - max(min(x0, x1), box[0])
    down = min(max(y0, y1), box[3]) - max(min(y0, y1), box[1])
    inside_x = box[0] + 0.5 < x0 < box[2] - 0.5
    inside_y = box[1] + 0.5 < y0 < box[3] - 0.5
    return (across > 0.5 and inside_y) or (down > 0.5 and inside_x)


def _lie_on(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Tell whether two parts run along the same line for some length."""
    for along, aside in ((0, 1), (1, 0)):
        if (
            abs(one[0][aside] - one[1][aside]) > 0.01
            or abs(other[0][aside] - other[1][aside]) > 0.01
        ):
            continue
        if abs(one[0][aside] - other[0][aside]) < 0.8:
            a, b = sorted(end[along] for end in one), sorted(end[along] for end in other)
            if min(a[1], b[1]) - max(a[0], b[0]) > 1:
                return True
    return False


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=30))
def test_every_leg_has_a_track(pairs: list[tuple[int, int]]) -> None:
    """Each leg of each way has one of the tracks that there are in its room."""
    places = [Place(number // 3, number % 3) for number in range(7)]
    grid = Grid(frozenset((one.row, one.column) for one in places), frozenset({1}))
    ways = [way(places[source], places[target], grid) for source, target in pairs]
    laid = tracks(ways)
    assert [len(numbers) for numbers in laid] == [len(one.legs) for one in ways]
    assert all(0 <= number < count for numbers in laid for number, count in numbers)


# --- rows and lines ---------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_three_lines(lang: str, theme: Any) -> None:  # noqa: ANN401 - a theme
    """Interaction is solid, visibility strong and dashed, internal interaction fine."""
    picture = drawn(SERVICE_BLUEPRINT, lang=lang, theme=theme)
    lines = ruled(picture)
    assert [(one.stroke_width, one.dash) for one in lines] == [
        (1.3, None),
        (2.0, DASH_VISIBILITY),
        (1.3, DASH_INTERNAL),
    ]
    assert lines[1].stroke == theme.ink
    words = {"en": "Line of visibility", "nl": "Zichtbaarheidslijn"}[lang]
    assert words in said(picture)
    rows = panels(picture)
    assert [row.fill for row in rows] == [theme.panel] * 3 + [theme.panel2] * 2
    for line, above, below in zip(lines, rows[1:], rows[2:], strict=False):
        assert above.box[3] < line.box[1] < below.box[1]


def test_lines_lie_under_what_is_drawn() -> None:
    """Lanes that are asked for keep their shade, also where their line is not there."""
    picture = drawn(SERVICE_BLUEPRINT, lanes=["support_processes", "customer_actions"])
    assert [row.fill for row in panels(picture)] == [LIGHT.panel2, LIGHT.panel]
    assert len(ruled(picture)) == 1


def test_empty_blueprint_is_to_be_filled_in() -> None:
    """A model gives a place for each card that there may be; a journey does not."""
    hollow = [
        one for one in leaves(drawn(SERVICE_BLUEPRINT).items) if isinstance(one, Rect) and one.dash
    ]
    assert len(hollow) == 25
    journey = Journey("j", model=SERVICE_BLUEPRINT)
    assert not [one for one in leaves(drawn(journey).items) if isinstance(one, Rect) and one.dash]


def test_prescribed_notes_take_the_place_of_empty_cards() -> None:
    """Where the model says something, nothing is left to be filled in."""
    model = SERVICE_BLUEPRINT.evolve(notes=[Note("customer_actions", "phase_1", "Asks")])
    picture = drawn(model)
    assert list(tiles(picture)) == ["Asks"]
    hollow = [one for one in leaves(picture.items) if isinstance(one, Rect) and one.dash]
    assert len(hollow) == 24


def test_lanes_without_lines() -> None:
    """A blueprint without lines has no shades, and its first lane is the customer's."""
    picture = drawn(SERVICE_BLUEPRINT_SOURCE, lang="nl")
    assert not ruled(picture)
    assert {row.fill for row in panels(picture)} == {LIGHT.panel}
    bare = JourneyModel("m", phases=["p0"], lanes=[Lane("quotes", kind="quotes")])
    assert said(drawn(Journey("j", model=bare))) == [
        "Current state",
        "J",
        "1",
        "P0",
        "Quotes",
    ]


def test_lines_of_other_names_follow_their_order() -> None:
    """Words that name no known line still part the lanes: each is one further from the customer."""
    lanes = [Lane(f"l{at}", kind="steps", line="Line" if at < 4 else "") for at in range(5)]
    notes = [Note(f"l{at}", "p0", f"Card {at}") for at in range(5)]
    model = JourneyModel("m", phases=["p0"], lanes=lanes, notes=notes)
    found = tiles(drawn(model))
    bars = [next(one for one in found[f"Card {at}"].items if _is_bar(one)) for at in range(5)]
    assert [bar.fill for bar in bars if isinstance(bar, Rect)] == [
        LIGHT.brand2,
        LIGHT.brand2,
        LIGHT.offline,
        LIGHT.neutral,
        LIGHT.neutral,
    ]


def _is_bar(shape: object) -> bool:
    return isinstance(shape, Rect) and shape.width < 4


def test_only_the_customers_words_are_bold() -> None:
    """What customers do stands out; what they meet has no bar, and stands back."""
    notes = [Note(lane.key, "p0", lane.key) for lane in LANES]
    found = tiles(drawn(visit(notes=notes)))
    bold = {name: any(_is_bold(one) for one in card.items) for name, card in found.items()}
    assert bold == {lane.key: lane.key == "guest" for lane in LANES}
    assert [name for name, card in found.items() if not any(map(_is_bar, card.items))] == [
        "evidence"
    ]


def _is_bold(shape: object) -> bool:
    return isinstance(shape, TextBlock) and shape.bold


def test_other_lanes_are_as_on_the_map() -> None:
    """Quotes stand in quotation marks, emotions have a face, opportunities a plus."""
    lanes = (
        *LANES,
        Lane("thoughts", kind="quotes"),
        Lane("feelings", kind="emotion"),
        Lane("chances", kind="opportunities"),
    )
    journey = visit(
        spot("a", 0, emotion=-1),
        spot("b", 1, emotion=1.5),
        lanes=lanes,
        notes=[
            Note("thoughts", "p0", "How?"),
            Note("feelings", "p0", "Unsure"),
            Note("chances", "p2", "Help"),
            Note("chances", "p2", "More"),
        ],
    )
    picture = drawn(journey)
    assert {"“How?”", "Unsure", "Help"} <= set(said(picture))
    faces = [card for card in cards(picture.items) if card.role == "mark"]
    assert [card.tooltip for card in faces] == ["A", "B"]
    assert len(tiles(picture)) == 2


def test_assumptions_carry_their_mark_wherever_they_stand() -> None:
    """Cards and words that are assumed have the ring, and the legend says what it means."""
    chances = Lane("chances", kind="opportunities")
    journey = visit(
        spot("a", 0, evidence="assumption"),
        spot("b", 1, evidence="qualitative"),
        lanes=(*LANES, chances),
        notes=[Note("back", "p1", "Roster", evidence="assumption"), Note("back", "p2", "Pack")],
    )
    for lang, word in (("en", "Assumption"), ("nl", "Aanname")):
        picture = drawn(journey, lang=lang)
        found = tiles(picture)
        rings = {
            words: sum(isinstance(one, Ellipse) for one in card.items)
            for words, card in found.items()
        }
        assert rings == {"A": 1, "B": 0, "Roster": 1, "Pack": 0}
        assert said(picture).count(word) == 1
    wish = journey.evolve(
        touchpoints=[spot("b", 1, evidence="qualitative")],
        notes=[Note("chances", "p1", "Help", evidence="assumption")],
    )
    assert "Assumption" in said(drawn(wish))
    assert "Assumption" not in said(drawn(wish.evolve(notes=())))


def test_emotions_get_no_row_that_was_not_asked_for() -> None:
    """Unlike the map, a blueprint keeps to the lanes of its model."""
    assert "Emotions" not in said(drawn(visit(spot("a", 0, emotion=1))))


def test_touchpoints_in_a_lane_of_words() -> None:
    """Cards stand under the words of their cell, and ways run around them."""
    lanes = (LANES[0], Lane("guest", kind="quotes", line="Line"), LANES[2])
    journey = visit(
        spot("top", 0, "evidence"),
        spot("a", 0, "guest"),
        spot("low", 0, "front"),
        lanes=lanes,
        notes=[Note("guest", "p0", "Hm")],
        transitions=[Transition("top", "a"), Transition("a", "low"), Transition("top", "low")],
    )
    picture = drawn(journey)
    found = tiles(picture)
    words = next(
        one
        for one in leaves(picture.items)
        if isinstance(one, TextBlock) and one.lines == ("“Hm”",)
    )
    assert found["A"].y > words.bottom
    into, out, past = map(line_of, joints(picture))
    assert len(out) == 2
    assert into[0][0] > found["A"].box[2] - 1
    assert past[0][0] > found["A"].box[2] - 1


# --- columns ----------------------------------------------------------------------------


def test_each_step_of_the_customer_has_a_column() -> None:
    """Where there is room, the steps of a phase stand side by side, with theirs under them."""
    journey = visit(
        spot("a"),
        spot("b"),
        spot("c", 1),
        notes=[
            Note("front", "p0", "For b", touchpoint="b"),
            Note("front", "p0", "For all"),
            Note("front", "p0", "For any"),
            Note("back", "p0", "Behind b", touchpoint="b"),
        ],
    )
    found = tiles(drawn(journey))
    assert found["A"].y == found["B"].y
    assert found["A"].x < found["B"].x < found["C"].x
    assert found["For b"].x == found["Behind b"].x == found["B"].x
    assert found["For all"].x == found["A"].x
    assert found["For any"].y > found["For all"].y


def test_many_steps_stand_under_each_other() -> None:
    """Where there is not, phases are the columns, and steps are stacked in them."""
    spots = [spot(f"s{phase}{at}", phase) for phase in range(3) for at in range(4)]
    found = tiles(drawn(visit(*spots)))
    assert len({card.x for card in found.values()}) == 3
    assert found["S00"].x == found["S03"].x
    assert found["S00"].box[3] < found["S01"].y


def test_many_phases_are_folded() -> None:
    """More than seven phases stand in bands under each other, all lanes in each."""
    journey = visit(*(spot(f"s{at}", at) for at in range(9)), phases=9)
    picture = drawn(journey)
    assert picture.width <= 1190
    found = tiles(picture)
    assert found["S0"].x == found["S5"].x
    assert found["S4"].box[3] < found["S5"].y
    assert said(picture).count("Guest") == 2
    assert {"1", "9"} <= set(said(picture))


@pytest.mark.parametrize("width", [320.0, 700.0, 1600.0])
def test_width_is_kept(width: float) -> None:
    """A picture is as wide as it is asked to be, in more bands where it is narrow."""
    assert drawn(visit(spot("a"), spot("b", 2)), width=width).width == width


def test_long_words_stay_on_their_cards() -> None:
    """A long Dutch compound is broken within its card, and its lane within its label."""
    lanes = [Lane("guest", f"{LONG} bij gasten", kind="steps", line=f"{LONG}lijn")]
    model = JourneyModel("m", phases=[Phase(f"p{at}", LONG) for at in range(7)], lanes=lanes)
    spots = [spot(f"s{at}", at, label=f"{LONG} {at}") for at in range(7)]
    drawn(Journey("j", LONG, model=model, touchpoints=spots), lang="nl", width=900)


def test_narrow_letters_stay_on_their_cards() -> None:
    """Words of which many letters fit in a line are broken earlier, and never later."""
    label = f"{'i' * 80} {'M' * 12} {'l' * 200}"
    journey = visit(spot("thin", label=label), spot("next", 1), spot("last", 2))
    notes = [Note("evidence", "p0", label)]
    for width in (700, 1100, None):
        for card in tiles(drawn(journey.evolve(notes=notes), width=width)).values():
            for block in leaves(card.items):
                if isinstance(block, TextBlock):
                    assert block.width is not None
                    assert block.x + block.width <= card.box[2]


def test_durations_stand_under_the_phases() -> None:
    """How long a phase takes stands at its name, as on the map."""
    journey = visit(
        lanes=(*LANES, Lane("duration", kind="values")), notes=[Note("duration", "p0", "2 days")]
    )
    assert "2 days" in said(drawn(journey))
    assert "Duration" not in said(drawn(journey))


# --- what joins cards -------------------------------------------------------------------


def test_two_ways_are_two_arrows() -> None:
    """There and back in one column are a pair of straight arrows beside each other."""
    journey = visit(spot("a"), spot("b", lane="front"), transitions=sequence("a", "b", "a"))
    down, up = map(line_of, joints(drawn(journey)))
    assert len(down) == len(up) == 2
    assert down[0][1] < down[1][1]
    assert up[0][1] > up[1][1]
    assert down[0][0] + 15 < up[0][0]


def test_steps_side_by_side_are_joined_straight() -> None:
    """From one step to the next leads a level arrow, in the colour of its kind."""
    journey = visit(spot("a"), spot("b", 1), transitions=sequence("a", "b", "a"))
    picture = drawn(journey)
    on, back = joints(picture)
    assert len(line_of(on)) == 2
    assert on.items[0].stroke == LIGHT.accent  # type: ignore[union-attr]
    assert back.items[0].dash is not None  # type: ignore[union-attr]
    assert {"Forward", "Back"} <= set(said(picture))


def test_skips_run_over_the_lane_and_ways_back_under_it() -> None:
    """What passes by cards of its own lane turns in the gutters beside it."""
    journey = visit(
        spot("a"),
        spot("b", 1),
        spot("c", 2),
        transitions=[Transition("a", "c"), Transition("c", "a", kind="repeat")],
    )
    picture = drawn(journey)
    card = tiles(picture)["B"]
    over, under = map(line_of, joints(picture))
    assert min(y for _, y in over) < card.y - 13
    assert max(y for _, y in under) > card.box[3] + 13


def test_across_columns_turns_in_the_gutter_at_the_target() -> None:
    """A way to another column runs on through free cells, and turns before its target."""
    journey = visit(spot("a"), spot("z", 2, "systems"), transitions=[Transition("a", "z")])
    picture = drawn(journey)
    corners = line_of(joints(picture)[0])
    rows = panels(picture)
    turns = {round(y) for (x0, y), (x1, _) in itertools.pairwise(corners) if abs(x0 - x1) > 30}
    assert len(turns) == 1
    assert rows[3].box[3] < turns.pop() < rows[4].y


def test_across_columns_turns_early_where_its_own_column_is_taken() -> None:
    """With cards under it, a way leaves its column at once and goes down in that of the target."""
    journey = visit(
        spot("a"),
        spot("b", 0, "front"),
        spot("z", 2, "systems"),
        transitions=[Transition("a", "z")],
    )
    picture = drawn(journey)
    corners = line_of(joints(picture)[0])
    rows = panels(picture)
    turns = {round(y) for (x0, y), (x1, _) in itertools.pairwise(corners) if abs(x0 - x1) > 30}
    assert rows[1].box[3] < turns.pop() < rows[2].y


def test_across_columns_takes_the_gap_where_both_columns_are_taken() -> None:
    """With cards in both columns, a way goes down between them."""
    taken = [spot(f"{lane}{at}", at, lane) for lane in ("front", "back") for at in (0, 2)]
    journey = visit(spot("a"), *taken, spot("z", 2, "systems"), transitions=sequence("a", "z", "a"))
    down, up = map(line_of, joints(drawn(journey)))
    assert len(down) > 9
    assert len(up) > 9


def test_a_card_in_a_stack_is_reached_from_its_side() -> None:
    """Cards of one cell stand in each other's way; ways to them use the gap."""
    spots = [spot(f"s{phase}{at}", phase) for phase in range(3) for at in range(4)]
    moves = [
        Transition("s00", "s01"),
        Transition("s01", "s00"),
        Transition("s00", "s02"),
        Transition("s03", "s00"),
        Transition("s01", "s12"),
        Transition("s11", "s11"),
        Transition("s01", "s22"),
        Transition("s12", "low"),
        Transition("low", "s11"),
        Transition("far", "s02"),
        Transition("s21", "next"),
    ]
    lower = [spot("low", 2, "front"), spot("far", 2, "back"), spot("next", 1, "systems")]
    picture = drawn(visit(*spots, *lower, transitions=moves))
    ways = {card.tooltip: line_of(card) for card in joints(picture)}
    assert len(ways) == len(moves)
    found = tiles(picture)
    assert len(ways["S00 → S01"]) == 2
    assert ways["S00 → S02"][0][0] == found["S00"].box[2]
    assert ways["S03 → S00"][0][0] == found["S03"].x
    assert ways["S11 → S11"][0][0] == found["S11"].box[2]


def test_the_route_leads_where_no_transition_does() -> None:
    """Without transitions between touchpoints, arrows follow the route, in its own lane."""
    journey = visit(
        spot("a"),
        spot("b", 1),
        spot("desk", 1, "front"),
        route=["a", "desk", "b", "b", "a", "b"],
    )
    assert [card.tooltip for card in joints(drawn(journey))] == ["A → B", "B → A"]


def test_steps_follow_each_other() -> None:
    """Notes in the customer's lane of steps are joined in their order, if it has no touchpoint."""
    notes = [Note("guest", f"p{at}", f"Step {at}") for at in range(3)]
    journey = visit(notes=notes, transitions=sequence("p0", "p1"))
    assert [card.tooltip for card in joints(drawn(journey))] == [
        "Step 0 → Step 1",
        "Step 1 → Step 2",
    ]
    with_desk = visit(spot("desk"), notes=notes)
    assert joints(drawn(with_desk)) == []


def test_notes_are_joined_to_their_touchpoint_from_lane_to_lane() -> None:
    """What belongs to a touchpoint hangs together: lines with round ends, not arrows."""
    journey = visit(
        spot("a"),
        spot("b", 1),
        notes=[
            Note("front", "p0", "Shows", touchpoint="a"),
            Note("back", "p0", "Prepares", touchpoint="a"),
            Note("back", "p1", "Too", touchpoint="a"),
            Note("systems", "p1", "Stores", touchpoint="a"),
            Note("evidence", "p0", "Sees", touchpoint="a"),
            Note("guest", "p0", "Same lane", touchpoint="a"),
        ],
        route=[],
    )
    picture = drawn(journey)
    found = tiles(picture)
    lines = {card.tooltip: card for card in joints(picture)}
    assert set(lines) == {
        f"{name}: part of A" for name in ("Shows", "Prepares", "Too", "Stores", "Sees")
    }
    card = lines["Prepares: part of A"]
    assert [type(one) for one in card.items] == [Curve, Ellipse, Ellipse]
    assert line_of(card)[0][1] == found["Shows"].box[3]
    assert line_of(lines["Stores: part of A"])[0][1] == found["Too"].box[3]
    assert line_of(lines["Sees: part of A"])[0][1] == found["A"].y
    assert "Belongs to" in said(picture)


def test_ends_are_left_out() -> None:
    """A blueprint shows what happens, not who comes in or leaves; nor what is in no phase."""
    journey = visit(
        spot("a"),
        spot("b", 1),
        Touchpoint("loose"),
        transitions=[
            Transition(START, "a"),
            Transition("a", "b"),
            Transition("b", "loose"),
            Transition("b", DROP_OFF),
        ],
    )
    picture = drawn(journey)
    assert [card.tooltip for card in joints(picture)] == ["A → B"]
    assert "In no phase: Loose" in said(picture)


def test_rare_transitions_are_left_out_and_said_to_be() -> None:
    """What fewer than the asked share take is not drawn, and the subtitle says so."""
    journey = visit(
        spot("a"),
        spot("b", 1),
        spot("c", 2),
        transitions=[Transition("a", "b", 9), Transition("a", "c", 1)],
    )
    assert len(joints(drawn(journey))) == 2
    picture = drawn(journey, min_share=0.2)
    assert [card.tooltip for card in joints(picture)] == ["A → B: 90\u00a0%"]
    assert any("below 20\u00a0%" in words for words in said(picture))


# --- marks ------------------------------------------------------------------------------


def failing(words: str, **fields: Any) -> Journey:  # noqa: ANN401 - fields of a journey
    """Return a journey in which something goes wrong."""
    notes = [Note("pains", "p0", words, touchpoint="a"), *fields.pop("notes", ())]
    return visit(spot("a"), spot("b", 1), lanes=(*LANES, PAINS), notes=notes, **fields)


def test_pains_become_fail_points() -> None:
    """A pain about a touchpoint marks its card with a triangle; its row is not needed then."""
    picture = drawn(failing("14 fields"))
    card = tiles(picture)["A"]
    assert "14 fields" in said(Scene(9, 9, items=card.items))
    assert any(isinstance(one, Polygon) for one in card.items)
    assert "Goes wrong: 14 fields" in card.tooltip
    assert "Pains" not in said(picture)
    assert "Fail point" in said(picture)
    assert "Fail points: A (14 fields)." in picture.description
    assert "Faalpunt" in said(drawn(failing("14 velden"), lang="nl"))


def test_long_pains_stand_on_the_card() -> None:
    """What is too long for the mark is said inside; the mark only says that it is there."""
    picture = drawn(failing("The form asks fourteen questions before it shows a price"))
    card = tiles(picture)["A"]
    words = " ".join(said(Scene(9, 9, items=card.items)))
    assert "The form asks fourteen questions before it shows a price" in words
    assert "F" in words.split()
    assert sum(isinstance(one, Polygon) for one in card.items) == 2


def test_other_pains_keep_their_row() -> None:
    """Pains about no touchpoint stand in their lane, and so do all when that is asked for."""
    loose = Note("pains", "p1", "Noise")
    picture = drawn(failing("14 fields", notes=[loose]))
    assert {"Pains", "Noise"} <= set(said(picture))
    assert said(picture).count("14 fields") == 1
    asked = drawn(failing("14 fields"), lanes=["guest", "pains"])
    assert said(asked).count("14 fields") == 2
    assert "14 fields" not in said(drawn(failing("14 fields"), lanes=["guest"]))
    assert "Pains" in said(drawn(visit(lanes=(*LANES, PAINS))))


def test_waits_become_wait_points() -> None:
    """The longest median wait before a touchpoint marks its card with a clock."""
    journey = visit(
        spot("a"),
        spot("b", 1),
        transitions=[
            Transition(START, "b", median_wait=timedelta(hours=2)),
            Transition("a", "b", median_wait=timedelta(days=3)),
            Transition("b", "a", median_wait=timedelta(0)),
            Transition("b", DROP_OFF, median_wait=timedelta(days=9)),
        ],
    )
    picture = drawn(journey)
    found = tiles(picture)
    assert "3\u00a0d" in said(Scene(9, 9, items=found["B"].items))
    assert "Wait after A: 3\u00a0d\nWait after Start: 2\u00a0h" in found["B"].tooltip
    assert "Wait" not in found["A"].tooltip
    assert "Wait point" in said(picture)
    assert "Wait points: B (3 d)." in picture.description


def test_arrows_keep_clear_of_the_marks() -> None:
    """Where a card has marks on its upper side, ways arrive beside them."""
    journey = failing("14 fields")
    journey = journey.evolve(
        touchpoints=[*journey.touchpoints, spot("top", 0, "evidence")],
        transitions=[
            *sequence("top", "a", "top"),
            Transition("b", "a", median_wait=timedelta(days=1)),
        ],
    )
    picture = drawn(journey, width=500)
    card = tiles(picture)["A"]
    pills = [one for one in card.items if isinstance(one, Rect) and one.y < card.y - 3]
    ends = [line_of(one) for one in joints(picture)]
    upright = [x for (x, _), (other, _) in (way[:2] for way in ends if len(way) == 2) if x == other]
    assert pills
    assert all(x + 4.2 < pill.x for x in upright for pill in pills)


@pytest.mark.parametrize(
    ("wait", "english", "dutch"),
    [
        (timedelta(0), "0 s", "0 s"),
        (timedelta(milliseconds=5), "< 1 s", "< 1 s"),
        (timedelta(seconds=29), "29 s", "29 s"),
        (timedelta(minutes=20), "20 min", "20 min"),
        (timedelta(hours=2), "2 h", "2 u"),
        (timedelta(hours=36), "1.5 d", "1,5 d"),
        (timedelta(days=13), "13 d", "13 d"),
        (timedelta(days=21), "3 wk", "3 wk"),
        (timedelta(days=4000), "571 wk", "571 wk"),
    ],
)
def test_waits_in_words(wait: timedelta, english: str, dutch: str) -> None:
    """A wait is told in its largest unit, as it is written in a language."""
    assert wait_words(wait, "en").replace("\u00a0", " ") == english
    assert wait_words(wait, "nl").replace("\u00a0", " ") == dutch


# --- words ------------------------------------------------------------------------------


def test_it_says_what_there_is_to_see() -> None:
    """The description names phases, lanes and lines, in the language of the picture."""
    journey = visit(spot("a"), spot("b", 1), persona=Persona("anna", "Anna"))
    picture = drawn(journey, lang="nl")
    assert picture.description == (
        "Service blueprint “Visit”. 3 fasen: P0, P1, P2. Lagen van boven naar beneden: Evidence, "
        "Guest (Line of interaction), Front (Line of visibility), Back (Line of internal "
        "interaction), Systems. 2 kaarten, 1 verbinding."
    )
    assert "Anna" in said(picture)
    one = drawn(visit(spot("a"), description="A visit"))
    assert "A visit" in said(one)
    assert "1 card." in one.description
    assert drawn(journey, title="Own").title == "Own"


def test_all_words_of_the_salon() -> None:
    """A journey with other lanes than those of a blueprint can be drawn as one, no word lost."""
    picture = drawn(SALON)
    everything = " ".join(said(picture)).replace("- ", "")
    for note in SALON.notes:
        assert str(note.text).replace("“", "").split()[0] in everything
    for one in SALON.touchpoints:
        assert str(one.label) in everything


def test_the_same_picture_again() -> None:
    """The same journey gives the same picture, to the letter."""
    assert to_svg(drawn(SALON)) == to_svg(drawn(SALON))


def test_large_blueprints_are_quick() -> None:
    """Twenty phases and two hundred touchpoints with many ways take less than a few seconds."""
    spots = [spot(f"s{at}", at % 20, LANES[at % 5].key) for at in range(200)]
    moves = [Transition(f"s{at}", f"s{(at * 7 + 3) % 200}") for at in range(200)]
    journey = visit(*spots, phases=20, transitions=moves)
    start = time.process_time()
    scene(journey, Options())
    assert time.process_time() - start < 15


@pytest.mark.parametrize(
    ("subject", "message"),
    [
        (Persona("a"), "the view 'blueprint' draws a Journey or a JourneyModel, not a Persona"),
        (Journey("j", touchpoints=["a"]), "journey 'j' has no model"),
        (AIDA, "journey model 'aida' has no lanes"),
        (Journey("j", model=AIDA), "journey model 'aida' has no lanes"),
    ],
)
def test_what_cannot_be_drawn(subject: object, message: str) -> None:
    """What has no lanes is refused in one line that says the way out."""
    with pytest.raises(RenderError, match=message) as caught:
        scene(subject, Options())
    assert "\n" not in str(caught.value)


def test_unknown_lanes() -> None:
    """A lane that is not there is named."""
    with pytest.raises(UnknownKeyError, match="'stage'"):
        scene(SERVICE_BLUEPRINT, Options(lanes=["stage"]))
