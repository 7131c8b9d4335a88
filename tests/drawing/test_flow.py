"""Where customers leave: bars, ribbons between them, and what holds for their widths."""

import itertools
import math
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.drawing.checks import problems
from journeykit.drawing.options import Options
from journeykit.drawing.palette import DARK, LIGHT
from journeykit.drawing.scene import Card, Curve, Polygon, Rect, Scene, TextBlock, cards, leaves
from journeykit.drawing.svg import to_svg
from journeykit.drawing.views._flows import Flows, Ribbon, flows_of, without_rounds
from journeykit.drawing.views.flow import scene
from journeykit.drawing.views.flow.painting import legend_entries
from journeykit.drawing.views.flow.ribbons import BAR, laid_out, room_before, room_beside
from journeykit.drawing.views.flow.words import of_ribbon
from journeykit.errors import AnalysisError, RenderError
from journeykit.grid import Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.persona import Persona
from journeykit.presets import AIDA, SALON
from journeykit.testing import journeys, models
from journeykit.touchpoint import Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, START, Transition, sequence

NBSP = "\u00a0"
WALKABLE = journeys(walkable=True) | models(walkable=True)
LONG = journeys(min_touchpoints=9, max_touchpoints=16, walkable=True, between="touchpoints")
WANTED = st.builds(
    Options,
    lang=st.sampled_from(("en", "nl")),
    theme=st.sampled_from(("light", "dark")),
    width=st.none() | st.floats(320, 2000),
    min_share=st.none() | st.sampled_from((0, 0.05, 1)),
)
FUNNEL = (
    (START, "a", 1000),
    ("a", "b", 620),
    ("a", "c", 80),
    ("a", DROP_OFF, 300),
    ("b", "c", 350),
    ("b", "d", 40),
    ("b", DROP_OFF, 230),
    ("c", "d", 300),
    ("c", DROP_OFF, 130),
    ("d", CONVERSION, 208),
    ("d", DROP_OFF, 132),
)


def counted(*moves: tuple[str, str, int], **fields: Any) -> Journey:  # noqa: ANN401 - any field
    """Return a journey whose transitions were counted."""
    keys = dict.fromkeys(end for move in moves for end in move[:2])
    steps = [key for key in keys if key not in (START, CONVERSION, DROP_OFF)]
    transitions = [Transition(*move, count=move[2]) for move in moves]
    return Journey(
        "visit", touchpoints=fields.pop("touchpoints", steps), transitions=transitions, **fields
    )


def drawn(subject: object, **options: Any) -> Scene:  # noqa: ANN401 - any option
    """Draw flows that have nothing wrong with them."""
    picture = scene(subject, Options(**options))
    assert problems(picture) == []
    return picture


def said(picture: Scene) -> list[str]:
    """Return what all texts of a picture say."""
    found = (item for item in leaves(picture.items) if isinstance(item, TextBlock))
    return [" ".join(block.lines).replace(NBSP, " ") for block in found]


def ribbons(picture: Scene) -> dict[str, Curve]:
    """Return the ribbons, by the first line of what they say when pointed at."""
    return {
        card.tooltip.replace(NBSP, " "): card.items[0]
        for card in cards(picture.items)
        if card.role == "transition" and isinstance(card.items[0], Curve)
    }


def bars(picture: Scene) -> dict[str, Rect]:
    """Return the bars, by what they are called."""
    return {
        card.tooltip.split("\n")[0]: card.items[0]
        for card in cards(picture.items)
        if isinstance(card.items[0], Rect) and card.width == BAR
    }


# --- what holds for all -----------------------------------------------------------------


@settings(max_examples=80)
@given(subject=WALKABLE | LONG, options=WANTED)
def test_any_flow_is_sound(subject: Journey | JourneyModel, options: Options) -> None:
    """Whoever goes where, no words overlap, spill or fade; twice the same."""
    picture = scene(subject, options)
    assert problems(picture) == []
    assert picture == scene(subject, options)
    assert (picture.lang, picture.background) == (options.lang, options.theme.paper)
    assert "\n" not in picture.description


@settings(max_examples=150)
@given(subject=WALKABLE | LONG, options=WANTED)
def test_nobody_gets_lost(subject: Journey | JourneyModel, options: Options) -> None:
    """What flows into each bar flows out of it, and what comes in at the start leaves at an end."""
    flows = flows_of(subject, options)
    first = flows.stations[0]
    for number, station in enumerate(flows.stations):
        into = math.fsum(one.flow for one in flows.ribbons if one.target == number)
        out = math.fsum(one.flow for one in flows.ribbons if one.source == number) + station.left
        begins = 1.0 if number == 0 else 0.0
        assert math.isclose(into + begins, station.passed, rel_tol=1e-9, abs_tol=1e-9)
        if station.key != CONVERSION:
            assert math.isclose(out, station.passed, rel_tol=1e-9, abs_tol=1e-9)
    ends = [one.passed for one in flows.stations if one.key == CONVERSION]
    left = math.fsum(one.left for one in flows.stations)
    assert math.isclose(math.fsum(ends) + left, 1.0, rel_tol=1e-9)
    assert first.passed >= 1 - 1e-9


@settings(max_examples=100)
@given(subject=WALKABLE | LONG, pitch=st.floats(90, 400))
def test_widths_are_kept(subject: Journey | JourneyModel, pitch: float) -> None:
    """Ribbons fill the sides of each bar without a gap, and are as wide at both ends."""
    flows = flows_of(subject, Options())
    pitch = max(pitch, room_beside(flows) + BAR + 12)
    laid = laid_out(flows, left=50, top=100, pitch=pitch, last=130)
    sides: dict[tuple[int, str], list[tuple[float, float]]] = {}
    for band in laid.bands:
        width = band.ribbon.flow * laid.scale
        for end, at in (("right", 0), ("left", -1)):
            top, bottom = band.top[at][1], band.bottom[at][1]
            assert math.isclose(bottom - top, width, abs_tol=1e-6)
            number = band.ribbon.source if end == "right" else band.ribbon.target
            sides.setdefault((number, end), []).append((top, bottom))
    for ribbon, channel in laid.backs:
        assert math.isclose(channel.width, ribbon.flow * laid.scale, abs_tol=1e-6)
        for number, end, at in ((ribbon.source, "right", 0), (ribbon.target, "left", -1)):
            top, bottom = sorted((channel.outer[at][1], channel.inner[at][1]))
            assert math.isclose(bottom - top, channel.width, abs_tol=1e-6)
            sides.setdefault((number, end), []).append((top, bottom))
    for drop in laid.drops:
        top, bottom = drop.channel.outer[0][1], drop.channel.inner[0][1]
        foot = drop.channel.outer[-1][0] - drop.channel.inner[-1][0]
        assert math.isclose(bottom - top, foot, abs_tol=1e-6)
        sides.setdefault((drop.station, "right"), []).append((top, bottom))
    for (number, end), slots in sides.items():
        station = flows.stations[number]
        ordered = sorted(slots)
        assert all(math.isclose(a[1], b[0], abs_tol=1e-6) for a, b in itertools.pairwise(ordered))
        foot = laid.top + station.passed * laid.scale
        assert math.isclose(ordered[-1][1], foot, abs_tol=1e-6)
        if not (number == 0 and end == "left"):
            assert math.isclose(ordered[0][0], laid.top, abs_tol=1e-6)


@settings(max_examples=60)
@given(subject=WALKABLE | LONG)
def test_ribbons_stay_on_the_canvas(subject: Journey | JourneyModel) -> None:
    """No ribbon leaves the picture, also not where it turns before the first bar."""
    picture = scene(subject, Options())
    for shape in leaves(picture.items):
        if isinstance(shape, (Curve, Rect, Polygon)):
            left, top, right, bottom = shape.box
            assert left >= 20
            assert top >= 20
            assert right <= picture.width - 20
            assert bottom <= picture.height - 20


# --- bars and ribbons -------------------------------------------------------------------


def test_a_funnel_in_customers() -> None:
    """Counts at the start make all figures numbers of customers."""
    picture = drawn(counted(*FUNNEL))
    words = said(picture)
    assert "Where customers leave · 1 000 customers · width = how many go that way" in words
    assert {"620 customers", "62 % of the start", "−300", "30 % leave", "208"} <= set(words)
    assert list(bars(picture)) == ["A", "B", "C", "D", "Conversion"]
    heights = [bar.height for bar in bars(picture).values()]
    assert heights == pytest.approx([heights[0] * part for part in (1, 0.62, 0.43, 0.34, 0.208)])
    found = ribbons(picture)
    assert "A → C: 80 (8 % of those who pass A)" in found
    assert "Dropped off: 300 (30 %)" in found
    assert any(
        card.tooltip.replace(NBSP, " ")
        == "B\nEntered: 620\n62 % of the start\n62 % of the step before\nDropped off: 230 (37 %)"
        for card in cards(picture.items)
    )


def test_skips_pass_under_the_bars() -> None:
    """A ribbon that skips a step runs below its bar, and the next one straight."""
    picture = drawn(counted(*FUNNEL))
    under = ribbons(picture)["A → C: 80 (8 % of those who pass A)"]
    straight = ribbons(picture)["A → B: 620 (62 % of those who pass A)"]
    assert under.box[3] > bars(picture)["B"].box[3]
    assert straight.box[1] == straight.points[0][1] == bars(picture)["B"].y
    assert {"Skip ahead", "Drop-off", "Goes on"} <= set(said(picture))


def test_drop_offs_fall_to_one_floor() -> None:
    """All who leave end at the same level, with a head and their number under it."""
    picture = drawn(counted(*FUNNEL))
    falls = [one for name, one in ribbons(picture).items() if name.startswith("Dropped off")]
    assert len(falls) == 4
    assert len({round(one.box[3], 6) for one in falls}) == 1
    heads = [
        card.items[1]
        for card in cards(picture.items)
        if card.tooltip.startswith("Dropped off") and len(card.items) == 2
    ]
    assert all(isinstance(head, Polygon) for head in heads)


def test_shares_where_nobody_was_counted() -> None:
    """Without counts at the start, all figures are shares."""
    moves = [
        Transition(START, "a"),
        Transition("a", "b", 0.25),
        Transition("a", DROP_OFF, 0.75),
        Transition("b", CONVERSION),
    ]
    words = said(drawn(Journey("j", touchpoints=["a", "b"], transitions=moves)))
    assert {"100 %", "25 %", "−75 %", "75 % leave"} <= set(words)
    assert not any("customers" in one and "1" in one for one in words)


def test_counts_of_nobody_are_no_counts() -> None:
    """Where the start was counted and nobody came, shares are told."""
    moves = [Transition(START, "a", count=0), Transition("a", DROP_OFF)]
    assert flows_of(Journey("j", touchpoints=["a"], transitions=moves), Options()).customers is None
    picture = drawn(Journey("j", touchpoints=["a"], transitions=moves))
    assert "−100 %" in said(picture)
    assert list(bars(picture)) == ["A"]


def test_several_ways_in_give_the_start_a_bar() -> None:
    """Where not all begin with the first step, the start is a bar of its own."""
    picture = drawn(
        counted(
            (START, "a", 60),
            (START, "b", 30),
            (START, DROP_OFF, 10),
            ("a", "b", 60),
            ("b", CONVERSION, 90),
        ),
        lang="nl",
    )
    assert next(iter(bars(picture))) == "Start"
    assert "−10" in said(picture)
    assert "10 % haakt af" in said(picture)


def test_a_single_way_into_a_later_step() -> None:
    """Where all begin with another step than the first, the start is a bar too."""
    picture = drawn(
        counted((START, "b", 5), ("b", "a", 5), ("a", CONVERSION, 5), touchpoints=["a", "b"])
    )
    assert list(bars(picture)) == ["Start", "A", "B", "Conversion"]


def test_the_conversion_is_called_as_its_ways_agree() -> None:
    """A label at the ways that end well names the end."""
    moves = [
        Transition(START, "a"),
        Transition("a", CONVERSION, label={"en": "Books again", "nl": "Boekt opnieuw"}),
    ]
    journey = Journey("j", touchpoints=["a"], transitions=moves)
    assert "Boekt opnieuw" in said(drawn(journey, lang="nl"))
    assert "Conversion" in said(
        drawn(journey.evolve(transitions=[*sequence(START, "a", CONVERSION)]))
    )


# --- coming back ------------------------------------------------------------------------

LOOP = (
    (START, "a", 100),
    ("a", "b", 120),
    ("b", "a", 40),
    ("b", "b", 10),
    ("a", DROP_OFF, 20),
    ("b", CONVERSION, 80),
)


def test_who_comes_back_is_counted_again() -> None:
    """Few ways back are ribbons that turn under the bars, and the subtitle says what that means."""
    picture = drawn(counted(*LOOP))
    found = ribbons(picture)
    back = found["B → A: 40 (31 % of those who pass B)"]
    loop = found["B → B: 10 (8 % of those who pass B)"]
    feet = [bar.box[3] for bar in bars(picture).values()]
    assert back.box[3] > max(feet)
    assert loop.box[3] > bars(picture)["B"].box[3]
    assert back.box[0] < bars(picture)["A"].x
    words = said(picture)
    assert any("who comes back is counted again (50 times)" in one for one in words)
    assert "140 visits" in words
    assert "Back: B → A, B → B." in picture.description
    assert "Back" in words
    shares = Journey(
        "j",
        touchpoints=["a", "b"],
        transitions=[Transition(*move) for move in LOOP],
    )
    assert any("(50 % of customers)" in one for one in said(drawn(shares)))


def test_figures_point_back() -> None:
    """The figure on a ribbon that leads back carries a sign that points to the left."""
    picture = drawn(counted(*LOOP))
    card = next(
        one
        for one in cards(picture.items)
        if one.tooltip.startswith("B → A") and isinstance(one.items[0], Rect)
    )
    arrow = next(one for one in card.items if isinstance(one, Polygon))
    assert arrow.points[0][0] < arrow.points[1][0]
    assert card.items[0].box[0] <= arrow.box[0]  # type: ignore[union-attr]


def test_many_ways_back_are_taken_off() -> None:
    """Where customers go round and round, only what is left of that is drawn, and that is said."""
    steps = ["a", "b", "c", "d"]
    there = [(one, two, 30) for one, two in itertools.combinations(steps, 2)]
    back = [(two, one, 20) for one, two in itertools.combinations(steps, 2)]
    journey = counted((START, "a", 60), *there, *back, ("d", CONVERSION, 50), ("c", DROP_OFF, 10))
    flows = flows_of(journey, Options())
    assert flows.is_net
    assert flows.returning > 1
    assert all(one.passed <= 1 + 1e-9 for one in flows.stations)
    picture = drawn(journey)
    words = said(picture)
    assert any("taken off against each other" in one for one in words)
    assert any(one.endswith(" net") for one in words)
    plain = journey.evolve(transitions=[move.evolve(count=None) for move in journey.transitions])
    assert any("times back a customer" in one for one in said(drawn(plain)))


def test_rounds_are_taken_off_alike() -> None:
    """Of two equally long ways round, neither is spent before the other."""
    moves = [
        Transition(START, "hub"),
        *(move for key in ("x", "y") for move in sequence("hub", key, "hub")),
        Transition("hub", "end"),
        Transition("x", "end"),
        Transition("y", "end"),
        Transition("end", "hub"),
        Transition("end", CONVERSION),
    ]
    journey = Journey("j", touchpoints=["hub", "x", "y", "end"], transitions=moves)
    flows = flows_of(journey, Options())
    assert flows.is_net
    passed = {one.key: one.passed for one in flows.stations}
    assert passed["x"] == pytest.approx(passed["y"], rel=0.1)
    assert passed["x"] > 0
    assert not [one for one in flows.ribbons if one.kind == "back"]


def test_what_goes_round_is_what_is_taken_off() -> None:
    """Both ways of a round give way by as much, and what comes in and leaves stays as it is."""
    flows = {
        ("in", "hub"): 1.0,
        ("hub", "x"): 1.0,
        ("hub", "y"): 1.0,
        ("x", "end"): 1.0,
        ("y", "end"): 1.0,
        ("end", "hub"): 1.0,
        ("end", "out"): 1.0,
    }
    left = without_rounds(flows)
    assert ("end", "hub") not in left
    assert left["in", "hub"] == left["end", "out"] == 1.0
    assert left["hub", "x"] == pytest.approx(0.5, abs=0.05)
    assert left["hub", "x"] + left["hub", "y"] == pytest.approx(1.0)
    assert flows["end", "hub"] == 1.0


# --- very much --------------------------------------------------------------------------


def chain(count: int) -> Journey:
    """Return a journey along many touchpoints, of which each loses a few."""
    keys = [f"s{number}" for number in range(count)]
    moves = [Transition(START, keys[0])]
    for here, there in itertools.pairwise((*keys, CONVERSION)):
        moves += [Transition(here, there, 0.9), Transition(here, DROP_OFF, 0.1)]
    return Journey("chain", touchpoints=keys, transitions=moves)


def test_many_steps_are_taken_together() -> None:
    """Of many steps those passed least share a bar, as many as the width asks for."""
    picture = drawn(chain(14))
    names = list(bars(picture))
    assert names[-2:] == ["4 others", "Conversion"]
    assert picture.width <= 1190
    assert any("are taken together" in one for one in said(picture))
    narrow = drawn(chain(14), width=500, lang="nl")
    assert "13 andere" in bars(narrow)
    assert narrow.width == 500
    everything = drawn(chain(14), min_share=0)
    assert len(bars(everything)) == 15
    few = drawn(chain(14), min_share=0.5)
    assert "7 others" in bars(few)


def test_what_is_taken_together_stands_among_the_rest() -> None:
    """The bar of the others stands where the most passed of them would."""
    keys = [f"s{number}" for number in range(12)]
    moves = [Transition(START, "s0")]
    moves += [Transition("s0", key, 0.001 if key in ("s3", "s4") else 1) for key in keys[1:]]
    moves += [Transition(key, CONVERSION) for key in keys[1:]]
    names = list(bars(drawn(Journey("j", touchpoints=keys, transitions=moves))))
    assert names[2:5] == ["S2", "2 others", "S5"]


def test_many_touchpoints_with_phases_are_taken_by_phase() -> None:
    """Where many touchpoints have phases, the bars are the phases."""
    journey = chain(14)
    spots = [
        spot.evolve(phase=AIDA.phases[at // 4].key) for at, spot in enumerate(journey.touchpoints)
    ]
    lifted = Journey("j", model=AIDA, touchpoints=spots, transitions=journey.transitions)
    picture = drawn(lifted)
    assert list(bars(picture)) == ["Attention", "Interest", "Desire", "Action", "Conversion"]
    assert any("by phase" in one for one in said(picture))
    assert len(bars(drawn(lifted, min_share=0))) == 15


@pytest.mark.parametrize(("lost", "words"), [(1, "1 step that"), (2, "2 steps that")])
def test_steps_that_nobody_reaches(lost: int, words: str) -> None:
    """What no way leads to has no bar, and the subtitle says so."""
    spots = ["a", *(f"lost{at}" for at in range(lost))]
    journey = Journey("j", touchpoints=spots, transitions=sequence(START, "a", CONVERSION))
    picture = drawn(journey)
    assert list(bars(picture)) == ["A", "Conversion"]
    assert any(words in one for one in said(picture))


def test_two_hundred_steps_are_quick() -> None:
    """A long journey is drawn within seconds, also where nothing is taken together."""
    start = time.process_time()
    drawn(chain(200))
    picture = scene(chain(200), Options(min_share=0))
    assert len(bars(picture)) == 201
    assert time.process_time() - start < 30


def test_a_dense_tangle_is_quick() -> None:
    """Where all lead to all, rounds are taken off in reasonable time."""
    keys = [f"s{number}" for number in range(25)]
    moves = [Transition(START, "s0"), *(Transition(key, CONVERSION) for key in keys)]
    moves += [Transition(a, b) for a, b in itertools.permutations(keys, 2)]
    start = time.process_time()
    flows = flows_of(Journey("j", touchpoints=keys, transitions=moves), Options(min_share=0))
    assert flows.is_net
    assert time.process_time() - start < 30


# --- options, words, errors -------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_salon(lang: str, theme: Any) -> None:  # noqa: ANN401 - a theme
    """The salon can be read in both languages and themes."""
    picture = drawn(SALON, lang=lang, theme=theme)
    assert picture.title == SALON.label.pick(lang)
    assert picture.width <= 1190
    words = {"en": "Where customers leave.", "nl": "Waar klanten afhaken."}[lang]
    assert picture.description.startswith(words)
    assert ("Loyaal" if lang == "nl" else "Loyal") in said(picture)


def test_description() -> None:
    """The picture in words tells who enters and who leaves, step by step."""
    assert drawn(counted(*FUNNEL)).description.replace(NBSP, " ") == (
        "Where customers leave. A: 1 000 enter and 300 drop off (30 %). B: 620 enter and 230 drop "
        "off (37 %). C: 430 enter and 130 drop off (30 %). D: 340 enter and 132 drop off (39 %). "
        "Conversion: 208 (21 % of the start)."
    )
    journey = Journey("j", touchpoints=["a"], transitions=sequence(START, "a", CONVERSION))
    assert "A: 100 % komen binnen." in drawn(journey, lang="nl").description.replace(NBSP, " ")


def test_options_are_kept() -> None:
    """Title, width and state stand as they are asked for."""
    journey = counted(*FUNNEL, state="future", label="Visit")
    picture = drawn(journey, title="Own", width=1000)
    assert (picture.title, picture.width) == ("Own", 1000)
    assert "Future state" in said(picture)
    model = JourneyModel("m", phases=["p"], transitions=sequence(START, "p", DROP_OFF))
    assert drawn(model, title="Own").title == "Own"


def test_long_names_fit() -> None:
    """Long Dutch compounds are broken over their bars."""
    model = JourneyModel(
        "m",
        phases=[Phase(f"p{at}", "Klanttevredenheidsonderzoek") for at in range(9)],
        transitions=sequence(START, *(f"p{at}" for at in range(9)), CONVERSION),
    )
    drawn(model, lang="nl", width=900)


def test_crowded_figures_give_way() -> None:
    """Where there is no room for a figure on a ribbon, only its tooltip tells it."""
    keys = [f"s{number}" for number in range(16)]
    moves = [(START, "s0", 10_000)]
    for number, key in enumerate(keys):
        rest = keys[number + 1 :]
        moves += [(key, other, 10) for other in rest] or [(key, CONVERSION, 10)]
    picture = drawn(counted(*moves), min_share=0)
    pills = [
        card
        for card in cards(picture.items)
        if card.role == "transition" and isinstance(card.items[0], Rect)
    ]
    assert len(ribbons(picture)) == 121
    assert 15 < len(pills) < 121


def test_wide_figures_give_way() -> None:
    """Figures so wide that they take all the room leave none to some that are not slight."""
    keys = [f"s{number}" for number in range(10)]
    moves = [(*ends, 10**11) for ends in itertools.combinations(keys, 2)]
    journey = counted((START, "s0", 10**12), *moves, (keys[-1], CONVERSION, 10**11))
    options = Options(width=320, min_share=0)
    flows = flows_of(journey, options)
    told = [one for one in flows.ribbons if one.kind == "skip" and one.flow >= flows.told_from]
    tips = {of_ribbon(flows, one, "en") for one in told}
    pills = [
        card
        for card in cards(drawn(journey, width=320, min_share=0).items)
        if card.tooltip in tips and isinstance(card.items[0], Rect)
    ]
    assert len(tips) - 5 < len(pills) < len(tips)


@pytest.mark.parametrize(("steps", "fewer"), [(7, False), (8, True)])
def test_slight_ways_of_a_crowd_have_no_figure(steps: int, fewer: bool) -> None:  # noqa: FBT001 - a case
    """Where very many ways skip steps, the figures of the slight ones would hide the others."""
    keys = "abcdefgh"[:steps]
    pairs = list(itertools.combinations(keys, 2))
    slight = [(*ends, 300 if ends == ("a", keys[-1]) else 7) for ends in pairs]
    picture = drawn(counted((START, "a", 1000), *slight, *((key, CONVERSION, 500) for key in keys)))
    found = said(picture)
    figures = [int(one) for one in found if one.isdigit()]
    assert max(figures) > 300
    assert (min(figures) >= 20) == fewer
    assert any("skip steps have a figure from 2 %" in one for one in found) == fewer
    assert len(ribbons(picture)) == len(pairs) + len(keys)


def test_ways_that_cross_are_told_apart() -> None:
    """Of two ways that cross, the upper one has an edge, and neither figure stands on both."""
    journey = counted(
        (START, "desk", 500),
        ("desk", "xray", 260),
        ("desk", "blood", 240),
        ("xray", "talk", 260),
        ("blood", "scan", 240),
        ("scan", "talk", 240),
        ("talk", CONVERSION, 500),
        touchpoints=["desk", "xray", "blood", "scan", "talk"],
    )
    for theme in (LIGHT, DARK):
        picture = drawn(journey, theme=theme)
        found = {
            card.tooltip.split(":")[0]: [one for one in card.items if isinstance(one, Curve)]
            for card in cards(picture.items)
            if card.role == "transition" and isinstance(card.items[0], Curve)
        }
        edges = {name: [one.stroke for one in areas] for name, areas in found.items()}
        assert edges["Desk → Blood"] == [None]
        assert edges["Xray → Talk"] == [theme.paper, None]
        assert edges["Blood → Scan"] == [None]
        pill = next(
            card.items[0]
            for card in cards(picture.items)
            if card.tooltip.startswith("Desk → Blood") and isinstance(card.items[0], Rect)
        )
        assert isinstance(pill, Rect)
        crossing = (bars(picture)["Xray"].x + bars(picture)["Blood"].x) / 2
        assert abs(pill.x + pill.width / 2 - crossing) > 30


def test_kinds_of_ribbons() -> None:
    """A ribbon leads on, skips, or leads back."""
    assert [Ribbon(1, target, 1).kind for target in (0, 1, 2, 3)] == [
        "back",
        "back",
        "next",
        "skip",
    ]


def test_room_before_the_first_bar() -> None:
    """Only what leads back to the first bar takes room before it."""
    straight = flows_of(counted(*FUNNEL), Options())
    turning = flows_of(counted(*LOOP), Options())

    def before(flows: Flows) -> float:
        return room_before(flows, laid_out(flows, left=0, top=0, pitch=200, last=100))

    assert before(straight) == 0
    assert before(turning) > 10


def test_the_same_picture_again() -> None:
    """The same journey gives the same picture, to the letter."""
    assert to_svg(drawn(SALON)) == to_svg(drawn(SALON))


@pytest.mark.parametrize(
    ("subject", "error", "message"),
    [
        (Persona("a"), RenderError, "the view 'flow' draws a Journey or a JourneyModel, not a Per"),
        (Journey("j"), RenderError, "journey 'j' has nothing to draw"),
        (AIDA, AnalysisError, "journey model 'aida': no transition leaves START"),
        (
            Journey("j", touchpoints=["a"], transitions=sequence(START, "a")),
            AnalysisError,
            "journey 'j': no way leads from 'a' to CONVERSION or DROP_OFF",
        ),
    ],
)
def test_what_cannot_be_drawn(subject: object, error: type[Exception], message: str) -> None:
    """What has no beginning or no end is refused in one line."""
    with pytest.raises(error, match=message) as caught:
        scene(subject, Options())
    assert "\n" not in str(caught.value)


def _in_rounds(out: float, aside: float) -> Journey:
    """Return a journey of two steps in a loop, each of which is hardly ever left for a third."""
    moves = [
        Transition(START, "x", 1),
        Transition("x", "y", 1),
        Transition("y", "x", 1),
        Transition("x", "z", out),
        Transition("y", "z", out * aside),
        Transition("z", CONVERSION, 1),
    ]
    return Journey("j", touchpoints=["x", "y", "z"], transitions=moves)


def test_slight_ways_out_of_great_rounds() -> None:
    """What is left of a step after great rounds are taken off is at least what leaves there."""
    flows = flows_of(_in_rounds(1e-7, 1e-9), Options())
    for number, station in enumerate(flows.stations):
        out = sum(one.flow for one in flows.ribbons if one.source == number)
        assert out <= station.passed * (1 + 1e-9)
    drawn(_in_rounds(1e-7, 1e-9))


def test_rounds_that_hide_all_else_are_refused() -> None:
    """Of a loop that is left too seldom for sums to say, the error names the way out."""
    words = "journey 'j': a customer is expected to go back .* 'network'"
    for out in (1e-12, 1e-300):
        with pytest.raises(RenderError, match=words):
            scene(_in_rounds(out, 1), Options())
    loop = (Transition("x", "x", 1e14), Transition("x", CONVERSION, 1))
    stays = Journey("j", touchpoints=["x"], transitions=[Transition(START, "x", 1), *loop])
    assert flows_of(stays, Options()).stations[-1].passed == pytest.approx(1)


def test_cards_tell_figures() -> None:
    """Bars, names and ribbons say their figures when pointed at."""
    picture = drawn(counted(*FUNNEL))
    silent = [card for card in cards(picture.items) if not card.tooltip]
    assert silent == []
    assert all(isinstance(card, Card) for card in cards(picture.items))


def test_a_touchpoint_with_a_channel() -> None:
    """What is known of touchpoints beside their flows does no harm."""
    drawn(
        Journey(
            "j",
            touchpoints=[Touchpoint("a", channel="website", emotion=1)],
            transitions=sequence(START, "a", CONVERSION),
        )
    )


def test_legend_without_colour() -> None:
    """Each sign of the legend has a shape of its own, so that grey tells them apart as well."""
    flows = flows_of(counted(*LOOP, ("a", "c", 5), ("c", CONVERSION, 5)), Options())
    entries = legend_entries(flows, LIGHT, "en")
    shapes = {entry.label: [(type(one), one.box) for one in entry.items] for entry in entries}  # type: ignore[union-attr]
    assert len(shapes) == 5
    for one, other in itertools.combinations(shapes.values(), 2):
        assert one != other


def test_those_who_leave_at_once_reach_no_step() -> None:
    """A journey on which nobody gets beyond the start has one bar, and a ribbon that falls."""
    lost = Journey("lost", model=AIDA, transitions=[Transition(START, DROP_OFF)])
    picture = drawn(lost)
    assert "Start" in said(picture)
    assert "100 % leave" in said(picture)


def test_steps_that_are_only_passed_on_the_way_back() -> None:
    """Where nothing is left of a step when rounds are taken off, nothing is a share of it."""
    moves = (
        (START, "a", 1),
        (START, "c", 6),
        ("a", "b", 1),
        ("a", CONVERSION, 1),
        ("b", "c", 1),
        ("c", "a", 1),
        ("c", CONVERSION, 0.125),
    )
    journey = Journey(
        "visit", touchpoints=["a", "b", "c"], transitions=[Transition(*move) for move in moves]
    )
    picture = drawn(journey)
    told = {card.tooltip.split("\n")[0]: card.tooltip for card in cards(picture.items)}
    assert told["B"].replace(NBSP, " ").startswith("B\nEntered, net: 0 %")
    assert "of the step before" not in told["C"]
    # What adds up to all, up to rounding, is said to be all.
    assert "> 99 %" not in said(picture)
