"""Rings: the circle, the chords across it, where names stand, and what is in the middle."""

import itertools
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import presets
from journeykit.drawing.checks import problems
from journeykit.drawing.diagram import draw
from journeykit.drawing.geometry import Ruler
from journeykit.drawing.options import Options
from journeykit.drawing.palette import DARK, LIGHT
from journeykit.drawing.scene import (
    Card,
    Curve,
    Ellipse,
    Polygon,
    Polyline,
    Scene,
    TextBlock,
    cards,
    leaves,
)
from journeykit.drawing.views._moves import Move
from journeykit.drawing.views.ring import scene
from journeykit.drawing.views.ring.circle import (
    Chord,
    Circle,
    angle,
    around,
    bends,
    chords,
    is_rim,
    on_circle,
)
from journeykit.errors import RenderError, UnknownKeyError
from journeykit.grid import Lane, Note, Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel, Origin
from journeykit.persona import Persona
from journeykit.presets import AIDA, BACKBONE, HUBSPOT_FLYWHEEL, SALON
from journeykit.testing import journeys, models
from journeykit.touchpoint import Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, START, Transition, sequence

LONG = "Klanttevredenheidsonderzoek"
CROSSING = {"crosses": "customers"}
WANTED = st.builds(
    Options,
    lang=st.sampled_from(("en", "nl")),
    theme=st.sampled_from(("light", "dark")),
    width=st.none() | st.floats(320, 2000),
    min_share=st.none() | st.sampled_from((0, 0.1, 1)),
)
RINGS = st.shared(models() | models(min_phases=6, max_phases=12, walkable=True), key="rings")
WALKS = journeys(min_touchpoints=4, max_touchpoints=12, walkable=True, between="touchpoints")


def wheel(count: int, *moves: Transition, **fields: Any) -> JourneyModel:  # noqa: ANN401
    """Return a ring of phases p0, p1, … with some more moves."""
    keys = [f"p{at}" for at in range(count)]
    closing = [Transition(keys[-1], keys[0], kind="next")] if count > 1 else []
    ends = {move.ends for move in moves}
    road = [move for move in (*sequence(*keys), *closing) if move.ends not in ends]
    return JourneyModel("w", "Wheel", phases=keys, transitions=[*road, *moves], **fields)


def drawn(subject: object, **options: Any) -> Scene:  # noqa: ANN401 - any option
    """Draw a ring that has nothing wrong with it."""
    picture = scene(subject, Options(**options))
    assert problems(picture) == []
    return picture


def texts(picture: Scene) -> list[TextBlock]:
    """Return all texts of a picture."""
    return [item for item in leaves(picture.items) if isinstance(item, TextBlock)]


def said(picture: Scene) -> list[str]:
    """Return what all texts of a picture say."""
    return [" ".join(one.lines) for one in texts(picture)]


def discs(picture: Scene) -> list[Ellipse]:
    """Return the discs in order."""
    found = [card.items[0] for card in cards(picture.items) if card.role == "card"]
    return [one for one in found if isinstance(one, Ellipse)]


def moves_of(picture: Scene, tooltip: str) -> list[Card]:
    """Return what belongs to a move."""
    return [
        card
        for card in cards(picture.items)
        if card.role == "transition" and card.tooltip.startswith(tooltip)
    ]


def line_of(picture: Scene, tooltip: str) -> Curve:
    """Return the line of a move."""
    items = (one for card in moves_of(picture, tooltip) for one in leaves(card.items))
    return next(one for one in items if isinstance(one, Curve) and one.stroke_width > 1)


def middle_of(picture: Scene) -> tuple[float, float]:
    """Return the middle of the circle."""
    around_it = discs(picture)
    return (
        sum(disc.x for disc in around_it) / len(around_it),
        sum(disc.y for disc in around_it) / len(around_it),
    )


# --- what holds for all -----------------------------------------------------------------


@given(journeys(model=RINGS) | RINGS | WALKS, WANTED)
def test_all_can_be_read(subject: Journey | JourneyModel, options: Options) -> None:
    """Whatever moves in whatever way, no words overlap, spill or fade; twice the same."""
    if isinstance(subject, Journey) and subject.model is None and not subject.touchpoints:
        with pytest.raises(RenderError):
            scene(subject, options)
        return
    picture = scene(subject, options)
    assert problems(picture) == []
    assert picture == scene(subject, options)
    assert picture.lang == options.lang
    assert "\n" not in picture.description
    assert options.width is None or picture.width >= options.width


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_all_presets(lang: str, theme: str) -> None:
    """All models can be drawn as a ring, cyclic or not, with all of their names."""
    for key in presets.names():
        model = presets.get(key)
        picture = drawn(model, lang=lang, theme=theme)
        everything = " ".join(said(picture)).replace("\u00a0", " ").replace("- ", "")
        for phase in model.phases:
            assert phase.label.pick(lang).replace("- ", "") in everything
        assert picture.width <= 1190


@pytest.mark.parametrize("count", range(1, 13))
def test_up_to_twelve_phases(count: int) -> None:
    """From one to twelve phases, the discs stand on a circle, with the clock from the top."""
    picture = drawn(wheel(count))
    found = discs(picture)
    assert len(found) == count
    if count > 1:
        x, y = middle_of(picture)
        radius = math.dist((x, y), (found[0].x, found[0].y))
        for place, disc in enumerate(found):
            dx, dy = on_circle(radius, 360 * place / count - 90)
            assert math.dist((disc.x, disc.y), (x + dx, y + dy)) < 0.01


# --- along the circle -------------------------------------------------------------------


def test_the_next_phase_is_reached_along_the_circle() -> None:
    """Arcs run from disc to disc at the distance of the discs from the middle."""
    picture = drawn(wheel(4))
    x, y = middle_of(picture)
    radius = y - discs(picture)[0].y
    for ends in ("P0 → P1", "P1 → P2", "P2 → P3", "P3 → P0"):
        points = line_of(picture, ends).points
        assert math.dist((x, y), points[0]) == pytest.approx(radius, abs=0.1)
        assert math.dist((x, y), points[-1]) == pytest.approx(radius, abs=0.1)


def test_arcs_are_as_wide_as_their_share() -> None:
    """With weights, arcs differ in width and carry their shares; without, they are all alike."""
    weighed = wheel(
        4,
        Transition("p0", "p1", 0.9),
        Transition("p0", DROP_OFF, 0.1),
        Transition("p1", "p2", 0.3),
        Transition("p1", "p0", 0.7),
    )
    picture = drawn(weighed)
    wide, narrow = line_of(picture, "P0 → P1"), line_of(picture, "P1 → P2")
    assert wide.stroke_width > narrow.stroke_width > line_of(drawn(wheel(4)), "P0").stroke_width - 2
    assert {"90\u00a0%", "30\u00a0%", "70\u00a0%", "10\u00a0%"} <= set(said(picture))
    assert not any("%" in words for words in said(drawn(wheel(4))))


def test_arcs_have_the_colours_of_their_phases_where_those_can_be_seen() -> None:
    """Dark phases on dark paper would hide their arcs, so that these are all light there."""
    light, dark = (
        {
            line_of(drawn(wheel(3), theme=theme), ends).stroke
            for ends in ("P0 → P1", "P1 → P2", "P2 → P0")
        }
        for theme in ("light", "dark")
    )
    assert light == {LIGHT.brand, LIGHT.brand2, "#1F5884"}
    assert dark == {DARK.accent}


def test_the_way_round_may_be_a_repeat() -> None:
    """The move from the last phase to the first is on the circle, drawn as what it is."""
    picture = drawn(wheel(3, Transition("p2", "p0", kind="repeat")))
    assert line_of(picture, "P2 → P0").stroke == LIGHT.positive
    heads = [one for one in moves_of(picture, "P2 → P0")[0].items if isinstance(one, Polygon)]
    assert len(heads) == 2
    assert "Repeat" in said(picture)


def test_the_circle_is_closed_only_in_cyclic_models() -> None:
    """A hairline leads the eye around; after the last phase only where the end leads back."""
    open_road = JourneyModel("m", phases=["a", "b", "c"])
    for model, arcs in ((open_road, 2), (open_road.evolve(cyclic=True), 3), (wheel(3), 3)):
        hairlines = [
            one
            for one in leaves(drawn(model).items)
            if isinstance(one, Curve) and one.stroke == LIGHT.hairline
        ]
        assert len(hairlines) == arcs


def test_one_phase_repeats_around_the_whole_circle() -> None:
    """With a single phase, its repeat is the circle."""
    picture = drawn(wheel(1, Transition("p0", "p0", kind="repeat")))
    disc = discs(picture)[0]
    assert line_of(picture, "P0 → P0").box[3] > disc.y + 80


# --- across the circle ------------------------------------------------------------------


def move(source: int, target: int, kind: str = "skip") -> Move:
    """Return a bare move."""
    return Move(source, target, kind, None, "", f"{source} → {target}")


def test_moves_to_the_next_place_are_no_chords() -> None:
    """The last place leads to the first; the start and the end are not on the circle."""
    assert is_rim(move(0, 1), 5)
    assert is_rim(move(4, 0), 5)
    assert is_rim(move(0, 0), 1)
    assert not is_rim(move(0, 2), 5)
    assert not is_rim(move(-1, 0), 5)
    assert not is_rim(move(4, 5), 5)


@pytest.mark.parametrize(
    ("source", "target", "kind", "clockwise", "steps"),
    [
        (0, 2, "skip", True, 2),
        (1, 0, "back", False, 1),
        (0, 4, "skip", False, 2),
        (0, 3, "skip", True, 3),
        (3, 0, "back", False, 3),
        (5, 1, "repeat", True, 2),
    ],
)
def test_chords_take_the_shorter_way(
    source: int,
    target: int,
    kind: str,
    clockwise: bool,  # noqa: FBT001 - a parameter of the test
    steps: int,
) -> None:
    """Around the middle the shorter way; of two that are equal, forward goes with the clock."""
    (chord,) = chords([move(source, target, kind)], 6)
    assert (chord.clockwise, chord.steps) == (clockwise, steps)


def test_chords_that_meet_have_levels_of_their_own() -> None:
    """What spans another runs deeper; what lies beside it does not."""
    laid = chords([move(0, 3), move(1, 0), move(2, 1), move(5, 4), move(0, 2), move(2, 0)], 8)
    levels = {chord.move.tooltip: chord.level for chord in laid}
    assert levels["1 → 0"] == levels["2 → 1"] == levels["5 → 4"] == 0
    assert sorted((levels["0 → 2"], levels["2 → 0"])) == [1, 2]
    assert levels["0 → 3"] == 3
    levels = {chord.move.tooltip: chord.level for chord in chords([move(0, 2), move(1, 3)], 8)}
    assert sorted(levels.values()) == [0, 1]


@given(
    st.integers(3, 12),
    st.data(),
    st.floats(120, 330),
    st.floats(9, 50),
)
def test_chords_touch_their_discs_and_stay_inside(
    count: int, data: st.DataObject, radius: float, disc: float
) -> None:
    """Each chord leaves one disc, ends just before the other, and stays within the circle."""
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(
        lambda pair: pair[0] != pair[1] and (pair[0] + 1) % count != pair[1]
    )
    pairs = data.draw(st.lists(ends, unique=True, min_size=1, max_size=8))
    disc = min(disc, radius * math.sin(math.pi / count) - 8)
    laid = chords([move(*pair) for pair in pairs], count)
    levels = [radius - disc - 20 - 5 * at for at in range(1 + max(one.level for one in laid))]
    for chord, chain in zip(
        laid, bends(laid, levels, Circle(count, radius, disc, 20)), strict=True
    ):
        source, target = (
            on_circle(radius, angle(place, count))
            for place in (chord.move.source, chord.move.target)
        )
        assert math.dist(chain[0], source) == pytest.approx(disc)
        assert math.dist(chain[-1], target) == pytest.approx(disc + 2)
        ruler = Ruler(chain)
        for share in (0.1, 0.3, 0.5, 0.7, 0.9):
            assert math.hypot(*ruler.at(ruler.length * share)) < radius + 1


def test_chords_go_around_the_middle() -> None:
    """A chord to the opposite side leaves the words in the middle free."""
    picture = drawn(wheel(4, Transition("p0", "p2"), Transition("p3", "p1", kind="back")))
    x, y = middle_of(picture)
    words = next(one for one in texts(picture) if one.lines == ("Wheel",))
    for ends in ("P0 → P2", "P3 → P1"):
        ruler = Ruler(line_of(picture, ends).points)
        nearest = min(math.dist((x, y), ruler.at(ruler.length * step / 40)) for step in range(41))
        assert nearest > words.height


def test_chords_of_one_disc_do_not_cross() -> None:
    """Of two chords on one side of a disc, the farther runs nearer to the middle."""
    laid = chords([move(0, 2), move(0, 3), move(1, 0, "back")], 9)
    chains = bends(laid, [150.0, 130.0, 110.0], Circle(9, 220, 24, 30))
    starts = {
        chord.move.tooltip: chain[0] if chord.move.source == 0 else chain[-1]
        for chord, chain in zip(laid, chains, strict=True)
    }
    # The first disc is at the top, and all three lie at the right of the line to the middle.
    assert 0 < starts["0 → 3"][0] < starts["0 → 2"][0] < starts["1 → 0"][0]


def test_chords_have_no_kinks() -> None:
    """Between neighbours a chord is a bow, however deep it should go."""
    laid = chords([move(1, 0, "back"), move(0, 2)], 5)
    for chain in bends(laid, [20.0, 10.0], Circle(5, 150, 50, 5)):
        ruler = Ruler(chain)
        headings = [ruler.direction(ruler.length * step / 20) for step in range(1, 20)]
        turns = [abs(math.remainder(b - a, math.tau)) for a, b in itertools.pairwise(headings)]
        assert max(turns) < 0.3


def test_a_straight_chord_needs_no_level() -> None:
    """Where the level of a chord cannot be reached by bending, it bends easily."""
    chord = Chord(move(0, 1, "back"), clockwise=True, passed=1)
    (chain,) = bends([chord], [0.0], Circle(4, 100, 20, 90, least_turn=45))
    assert all(math.isfinite(value) for point in chain for value in point)


def test_arcs_leave_room_for_the_discs() -> None:
    """An arc begins and ends a little before the discs."""
    chain = around(100, 20, 0, 4, clear=5)
    assert math.dist(chain[0], (0, -100)) == pytest.approx(25)
    assert math.dist(chain[-1], (100, 0)) == pytest.approx(25)


def test_kinds_are_told_apart_by_dash_and_head() -> None:
    """Skips are dashed with a full head, backs with an open one, repeats solid with two."""
    picture = drawn(
        wheel(
            6,
            Transition("p0", "p2", kind="skip"),
            Transition("p5", "p4", kind="back"),
            Transition("p4", "p2", kind="repeat"),
            Transition("p3", "p3", kind="repeat"),
        )
    )
    found = {}
    for ends in ("P0 → P2", "P5 → P4", "P4 → P2", "P3 → P3"):
        heads = [one for one in moves_of(picture, ends)[0].items if isinstance(one, Polygon)]
        open_head = heads[0].stroke is not None
        found[ends] = (line_of(picture, ends).dash is not None, len(heads), open_head)
    assert found["P0 → P2"] == (True, 1, False)
    assert found["P5 → P4"] == (True, 1, True)
    assert found["P4 → P2"] == found["P3 → P3"] == (False, 2, False)
    assert {"Forward", "Skip ahead", "Back", "Repeat"} <= set(said(picture))


def test_what_repeats_itself_turns_towards_the_middle() -> None:
    """A step's way back to itself is inside the circle, with its share at its tip."""
    picture = drawn(wheel(5, Transition("p0", "p0", 1), Transition("p0", "p1", 1)))
    disc, loop = discs(picture)[0], line_of(picture, "P0 → P0")
    assert loop.box[1] > disc.y
    figure = next(one for one in moves_of(picture, "P0 → P0") if len(one.items) == 2)
    assert "50\u00a0%" in said(picture)
    assert figure.y > disc.y + disc.rx


def test_a_crowd_keeps_its_words_apart() -> None:
    """With all moves there can be, some shares are left to the tooltips."""
    keys = [f"p{at}" for at in range(8)]
    moves = [Transition(a, b, 1) for a in keys for b in keys]
    picture = drawn(JourneyModel("m", phases=keys, transitions=moves), min_share=0, width=320)
    assert 15 < sum("%" in words for words in said(picture)) < 64
    assert moves_of(picture, "P0 → P5: 12\u00a0%")


# --- from one customer to another -------------------------------------------------------


def people(picture: Scene) -> list[Card]:
    """Return the signs of moves from one customer to another."""
    return [
        card
        for card in cards(picture.items)
        if card.role == "transition"
        and sum(isinstance(one, (Curve, Ellipse)) for one in card.items) >= 4
        and not any(isinstance(one, (Polygon, Polyline)) for one in card.items)
    ]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_moves_to_other_customers_carry_a_sign(lang: str) -> None:
    """On the circle and across it, with and without a share, and in the legend."""
    legend = {"en": "On to other customers", "nl": "Door naar andere klanten"}[lang]
    across = [Transition("p3", "p1", kind="repeat", data=CROSSING)]
    weighed = [
        Transition("p4", "p0", 0.4, data=CROSSING),
        Transition("p4", "p2", 0.6, data=CROSSING),
    ]
    for moves, count in ((across, 1), (weighed, 2), ([*across, *weighed], 3)):
        picture = drawn(wheel(5, *moves), lang=lang)
        assert len(people(picture)) == count
        assert said(picture).count(legend) == 1
        assert f"{legend}: P" in picture.description
    assert legend not in said(drawn(wheel(5), lang=lang))


def test_a_lifted_journey_crosses_as_its_model_does() -> None:
    """A journey between touchpoints is drawn between phases, and keeps the sign of the model."""
    journey = Journey(
        "j",
        model=HUBSPOT_FLYWHEEL,
        touchpoints=[
            Touchpoint("post", phase="attract"),
            Touchpoint("shop", phase="engage"),
            Touchpoint("tip", phase="delight"),
        ],
        transitions=[
            Transition(START, "post"),
            Transition("post", "shop", 3),
            Transition("post", DROP_OFF, 1),
            Transition("shop", "tip"),
            Transition("tip", "post", 1),
            Transition("tip", CONVERSION, 1),
        ],
    )
    picture = drawn(journey)
    assert len(discs(picture)) == 3
    assert "Attract" in " ".join(said(picture))
    assert len(people(picture)) == 1
    assert "75\u00a0%" in said(picture)


# --- in and out -------------------------------------------------------------------------


FULL = wheel(
    5,
    Transition(START, "p0"),
    Transition("p0", "p1", 0.6),
    Transition("p0", DROP_OFF, 0.4),
    Transition("p4", "p0", 0.2),
    Transition("p4", CONVERSION, 0.5, label={"en": "Loyal", "nl": "Trouw"}),
    Transition("p4", DROP_OFF, 0.3),
)


def test_ways_in_and_out_lie_outside_the_circle() -> None:
    """Drop-off, start and conversion lead away from the middle, with their names and shares."""
    picture = drawn(FULL)
    found = said(picture)
    assert "Start" in found
    assert "Loyal 50\u00a0%" in found
    assert "30\u00a0%" in found
    x, y = middle_of(picture)
    disc = discs(picture)[0]
    radius = y - disc.y
    for ends in ("Start → P0", "P0 → Drop-off", "P4 → Conversion", "P4 → Drop-off"):
        card = moves_of(picture, ends)[0]
        corner = (card.x + card.width / 2, card.y + card.height / 2)
        assert math.dist((x, y), corner) > radius + disc.rx


def test_the_share_of_the_only_way_in_is_not_said() -> None:
    """One way in has all; of several, each says how many take it."""
    one = drawn(wheel(5, Transition(START, "p0", 1)))
    assert "Start" in said(one)
    assert line_of(one, "Start → P0").stroke_width < 3
    two = drawn(wheel(5, Transition(START, "p0", 1), Transition(START, "p2", 3)))
    assert {"Start 25\u00a0%", "Start 75\u00a0%"} <= set(said(two))


def test_three_ways_at_one_phase() -> None:
    """A phase where customers start, leave and convert has room for all three."""
    picture = drawn(
        wheel(4, Transition(START, "p0"), Transition("p0", DROP_OFF), Transition("p0", CONVERSION))
    )
    assert {"Start", "Conversion"} <= set(said(picture))
    (mark,) = moves_of(picture, "P0 → Drop-off")
    assert any(isinstance(one, Polyline) for one in mark.items)


@pytest.mark.parametrize("width", [None, 320.0])
def test_ways_past_all_phases(width: float | None) -> None:
    """Who converts or leaves before the first phase is told below the ring."""
    moves = (
        Transition(START, "p0", 0.7),
        Transition(START, CONVERSION, 0.1),
        Transition(START, DROP_OFF, 0.2),
    )
    picture = drawn(wheel(3, *moves), width=width)
    assert {"Start → Conversion 10\u00a0%", "Start → Drop-off 20\u00a0%"} <= set(said(picture))
    bare = drawn(wheel(3, Transition(START, CONVERSION, label="Sold")))
    assert "Start → Sold" in said(bare)


# --- where names stand ------------------------------------------------------------------


def test_names_stand_in_the_discs() -> None:
    """Short names stand in their discs, with a number over and a stage under them."""
    picture = drawn(BACKBONE.evolve(label="Ours"), lang="nl")
    for card in cards(picture.items):
        if card.role == "card":
            disc = card.items[0]
            assert isinstance(disc, Ellipse)
            for one in leaves(card.items):
                if isinstance(one, TextBlock):
                    assert one.x == pytest.approx(disc.x)
                    assert disc.y - disc.rx < one.y < one.bottom < disc.y + disc.rx + 2


def test_a_stage_that_the_name_says_is_left_out() -> None:
    """Service / retention is not said to be service once more."""
    assert said(drawn(BACKBONE)).count("Service") == 0
    assert "Consideration" in said(
        drawn(wheel(3).evolve(phases=[Phase("p0", stage="consideration"), "p1", "p2"]))
    )


def test_long_names_stand_beside_their_discs() -> None:
    """A name that no disc can hold moves all names out, with their ways in and out."""
    model = FULL.evolve(
        phases=[Phase("p0", LONG), *FULL.phases[1:]],
    )
    picture = drawn(model, lang="nl")
    blocks = {" ".join(one.lines): one for one in texts(picture)}
    assert LONG in blocks
    assert all(disc.rx == 20 for disc in discs(picture))
    assert {"Start", "40\u00a0%", "Trouw 50\u00a0%", "30\u00a0%", "1", "5"} <= set(blocks)
    assert blocks[LONG].anchor == "middle"
    assert blocks["P1"].anchor == "start"
    assert blocks["P4"].anchor == "end"


@pytest.mark.parametrize("count", [6, 9, 12])
def test_twelve_long_names_can_be_read(count: int) -> None:
    """With many long names and many moves, all names are there and none is broken."""
    words = ["Productvergelijking", "Bestelprocedure vastleggen", "Klantenservice / ondersteuning"]
    model = wheel(
        count,
        Transition("p3", "p1", 0.2),
        Transition("p3", DROP_OFF, 0.3),
        Transition("p0", "p2", 0.2),
        Transition("p4", "p4", 0.2),
        Transition(START, "p0"),
        Transition("p5", CONVERSION, 0.5),
    )
    phases = [Phase(f"p{at}", words[at % 3]) for at in range(count)]
    picture = drawn(model.evolve(phases=phases), lang="nl")
    everything = [one.replace("\u00a0", " ") for one in said(picture)]
    for word in words:
        assert sum(word in one for one in everything) == count / 3


def test_too_many_names_are_listed() -> None:
    """Where names cannot stand at their discs, a list below tells them by number."""
    picture = drawn(wheel(40, Transition("p3", DROP_OFF)), lang="nl")
    found = said(picture)
    assert found.count("40") == 2
    assert found.count("P39") == 1
    lowest = max(disc.y + disc.rx for disc in discs(picture))
    assert all(one.y > lowest for one in texts(picture) if one.lines == ("P39",))


@pytest.mark.parametrize("width", [None, 700.0])
def test_shares_do_not_hide_lines_across(width: float | None) -> None:
    """Where names are in a list, shares stand outside if lines run across, and else inside."""
    count = 24

    def ring(*across: Transition) -> Scene:
        keys = [f"p{at}" for at in range(count)]
        road = [Transition(*ends, 0.9) for ends in itertools.pairwise(keys)]
        model = JourneyModel("w", "Wheel", phases=keys, transitions=[*road, *across])
        return drawn(model, width=width)

    def far(picture: Scene) -> list[float]:
        middle, first = middle_of(picture), discs(picture)[0]
        radius = math.dist(middle, (first.x, first.y))
        shares = [one for one in texts(picture) if one.lines == ("100\u00a0%",)]
        return [math.dist(middle, (one.x, one.y + one.height / 2)) - radius for one in shares]

    plain = ring()
    assert len(far(plain)) == count - 1
    assert max(far(plain)) < 0
    crossed = ring(
        Transition("p2", "p15", 0.1), Transition("p21", "p3", 0.1), Transition("p5", "p2", 0.1)
    )
    assert len(far(crossed)) == count - 4
    assert min(far(crossed)) > 0
    assert crossed.width <= (1190 if width is None else width)


def test_high_labels_are_listed() -> None:
    """Words on many lines beside two dozen discs would make the ring too large."""
    phases = [Phase(f"p{at}", f"Phase {at}", stage="service") for at in range(24)]
    exits = [Transition(phase.key, DROP_OFF) for phase in phases]
    picture = drawn(wheel(24, *exits).evolve(phases=phases))
    assert {disc.rx for disc in discs(picture)} == {15}


def test_a_narrow_picture_keeps_its_width() -> None:
    """On a phone, the same ring becomes smaller, with its names below."""
    for width in (320.0, 500.0, 1190.0):
        assert drawn(SALON, lang="nl", width=width).width == width


def test_a_ring_without_words_in_its_middle_is_no_larger_than_it_must() -> None:
    """Where the words in the middle have to go, their room goes as well."""
    phases = [Phase(f"p{at}", f"{LONG} {at}") for at in range(5)]
    model = wheel(5, Transition("p0", "p2")).evolve(phases=phases, label=f"{LONG} in lange zinnen")
    found = discs(drawn(model, width=320))
    assert math.dist(middle_of(drawn(model, width=320)), (found[0].x, found[0].y)) < 90


def test_what_does_not_fit_is_wider_than_asked() -> None:
    """Sixty phases do not fit in 320 points; the picture is as wide as it must be."""
    assert drawn(wheel(60), width=320).width > 320


def test_names_keep_clear_of_the_circle() -> None:
    """Near the top of a large ring, words on two lines would lie on the circle."""
    phases = [Phase(f"p{at}", f"Name {at} of some length") for at in range(16)]
    plain = wheel(16).evolve(phases=phases)
    assert {disc.rx for disc in discs(drawn(plain))} == {20}
    crowded = wheel(16, Transition("p1", DROP_OFF), Transition("p1", CONVERSION))
    assert {disc.rx for disc in discs(drawn(crowded.evolve(phases=phases)))} == {15}


def test_ways_that_would_meet_stand_beside_their_names() -> None:
    """Three ways in and out at each of eight discs have no room around them."""
    keys = [f"p{at}" for at in range(8)]
    moves = [
        *(Transition(START, key, 1) for key in keys),
        *(Transition(key, DROP_OFF, 1) for key in keys),
        *(Transition(key, CONVERSION, 1, label="Satisfied at last, and for long") for key in keys),
    ]
    assert {disc.rx for disc in discs(drawn(wheel(8, *moves)))} == {20}
    assert {disc.rx for disc in discs(drawn(wheel(8, *moves[::8])))} == {44}


# --- what stands under the names --------------------------------------------------------


def test_owners_stand_under_the_names() -> None:
    """The lead departments of the flywheel stand in its discs."""
    found = said(drawn(HUBSPOT_FLYWHEEL, lang="nl"))
    assert {"Marketing", "Sales", "Service"} <= set(found)


def test_lanes_can_be_asked_for() -> None:
    """The words of any lanes can stand under the names, each once."""
    model = wheel(
        3,
        lanes=["a", "b", Lane("o", kind="owners")],
        notes=[
            Note("a", "p0", "Speed"),
            Note("b", "p0", "Trust"),
            Note("b", "p0", "Speed"),
            Note("o", "p0", "Marketing"),
        ],
    )
    assert "Marketing" in said(drawn(model))
    picture = drawn(model, lanes=["b", "a"])
    assert "Trust, Speed" in said(picture)
    assert "Marketing" not in said(picture)
    with pytest.raises(UnknownKeyError):
        scene(model, Options(lanes=["c"]))


def test_touchpoints_without_phases_go_round_themselves() -> None:
    """A journey that cannot be told in phases shows its touchpoints."""
    bare = Journey("j", touchpoints=["a", "b"], transitions=sequence("a", "b"))
    homeless = Journey("j", model=AIDA, touchpoints=["a", "b"], transitions=sequence("a", "b"))
    for journey in (bare, homeless):
        picture = drawn(journey)
        assert len(discs(picture)) == 2
        assert "Touchpoints: A, B." in picture.description


# --- the middle -------------------------------------------------------------------------


def centre(picture: Scene) -> list[str]:
    """Return what stands in the middle."""
    (found,) = (card for card in cards(picture.items) if card.role == "centre")
    return [" ".join(one.lines) for one in found.items if isinstance(one, TextBlock)]


def test_the_conversion_stands_in_the_middle() -> None:
    """Where weights tell which share converts, that is what the middle says."""
    model = wheel(
        3,
        Transition(START, "p0"),
        Transition("p0", "p1", 1),
        Transition("p0", DROP_OFF, 1),
        Transition("p1", "p2", 1),
        Transition("p1", DROP_OFF, 1),
        Transition("p2", CONVERSION, 1),
        Transition("p2", "p0", 0),
    )
    assert centre(drawn(model)) == ["25\u00a0%", "of those who start convert"]
    picture = drawn(model, lang="nl")
    assert centre(picture) == ["25\u00a0%", "van wie begint, converteert"]
    assert picture.description.endswith("25 % van wie begint, converteert.")


def test_a_model_has_its_name_in_the_middle() -> None:
    """Without weights, or with weights that tell nothing, a model says what it is, and of when."""
    assert centre(drawn(wheel(4))) == ["Wheel"]
    assert centre(drawn(wheel(4, origin=Origin(year=1967)))) == ["Wheel", "1967"]
    assert centre(drawn(wheel(4, Transition("p0", "p1", 1)))) == ["Wheel"]
    certain = JourneyModel(
        "m", phases=["a", "b"], transitions=sequence(START, "a", "b", CONVERSION)
    ).evolve(cyclic=True)
    moves = [move.evolve(weight=1) for move in certain.transitions]
    assert centre(drawn(certain.evolve(transitions=moves))) == ["M"]


def test_a_journey_has_its_persona_in_the_middle() -> None:
    """Whose journey it is stands in the middle; else along which model; else its own name."""
    persona = Persona("sanne", "Sanne", segment="34, Maastricht")
    journey = Journey("j", model=HUBSPOT_FLYWHEEL, persona=persona)
    assert centre(drawn(journey)) == ["Sanne", "34, Maastricht"]
    assert centre(drawn(journey.evolve(persona=None))) == ["Flywheel (HubSpot)"]
    plain = Journey("walk", touchpoints=["a", "b", "c"], transitions=sequence("a", "b", "c"))
    assert centre(drawn(plain)) == ["Walk"]
    nobody = journey.evolve(persona=Persona("x", {"en": "\u200b"}))
    assert not [card for card in cards(drawn(nobody).items) if card.role == "centre"]


def test_a_crowded_middle_has_no_words() -> None:
    """Where chords need the middle, its words are left out."""
    keys = [f"p{at}" for at in range(12)]
    moves = [Transition(a, b) for a in keys for b in keys]
    picture = drawn(JourneyModel("m", phases=keys, transitions=moves), width=320)
    assert not [card for card in cards(picture.items) if card.role == "centre"]


# --- words ------------------------------------------------------------------------------


def test_the_description_is_in_the_language_of_the_picture() -> None:
    """Who cannot see the ring is told its order, its moves and its end."""
    assert drawn(FULL).description == (
        "On a circle, clockwise from the top. Phases: P0, P1, P2, P3, P4. "
        "Back: P4 → P0. The largest share goes from P0 to P1 (60 %). "
        "The smallest goes from P4 to P0 (20 %). "
        "Most drop off at P0 (40 %). 34 % of those who start convert."
    )
    dutch = drawn(HUBSPOT_FLYWHEEL, lang="nl").description
    assert dutch.startswith("Op een cirkel, met de klok mee vanaf boven. Fasen: Aantrekken,")
    assert "Door naar andere klanten: Verrassen → Aantrekken." in dutch


def test_titles_and_states() -> None:
    """The title can be replaced; how it should become is said beside it."""
    picture = drawn(Journey("j", model=HUBSPOT_FLYWHEEL, state="future"), title="Later")
    assert picture.title == "Later"
    assert {"Later", "Future state"} <= set(said(picture))


def test_a_plain_ring_has_no_legend() -> None:
    """Nobody needs to be told what a plain arrow means."""
    assert "Forward" not in said(drawn(wheel(4)))


def test_hidden_moves_are_said_to_be_hidden() -> None:
    """Moves that few take can be left out, and the subtitle says so."""
    picture = drawn(FULL, min_share=0.25)
    assert any("transitions below 25\u00a0% are not shown" in words for words in said(picture))
    assert not moves_of(picture, "P4 → P0")


def test_what_comes_round_is_drawn_as_a_ring() -> None:
    """Cyclic models, and journeys along one that has no lanes, are rings unless asked otherwise."""
    along = Journey("j", model=BACKBONE)
    for subject in (BACKBONE, along):
        assert draw(subject).scene == scene(subject, Options())
    assert draw(AIDA).scene != scene(AIDA, Options())


# --- what cannot be drawn ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (Persona("x"), "the view 'ring' draws a Journey or a JourneyModel, not a Persona"),
        (Journey("visit"), "journey 'visit' has nothing to draw"),
    ],
)
def test_what_does_not_move_is_refused(subject: object, words: str) -> None:
    """The error says what is missing, in one line."""
    with pytest.raises(RenderError) as caught:
        scene(subject, Options())
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
