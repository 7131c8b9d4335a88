"""Networks: who comes before whom, lines that run around nodes, and what is left out."""

import contextlib
import itertools
import math
import runpy
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.channels import Channel
from journeykit.drawing.checks import problems
from journeykit.drawing.diagram import draw
from journeykit.drawing.geometry import Ruler, line
from journeykit.drawing.lines import DASH_BACK
from journeykit.drawing.options import Options
from journeykit.drawing.palette import DARK, LIGHT, contrast
from journeykit.drawing.scene import (
    Card,
    Curve,
    Ellipse,
    Polygon,
    Rect,
    Scene,
    TextBlock,
    cards,
    leaves,
)
from journeykit.drawing.svg import to_svg
from journeykit.drawing.views.network import scene
from journeykit.drawing.views.network.layers import layered
from journeykit.drawing.views.network.layout import plan_of
from journeykit.drawing.views.network.nodes import Network, network_of
from journeykit.drawing.views.network.painting import free_place
from journeykit.drawing.views.network.places import Tie, settled, straightened
from journeykit.errors import RenderError
from journeykit.grid import Phase
from journeykit.journey import Journey, transitions_of
from journeykit.model import JourneyModel
from journeykit.persona import Persona
from journeykit.presets import AIDA, SALON
from journeykit.testing import journeys, models
from journeykit.touchpoint import Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, START, Transition, sequence

NBSP = "\u00a0"
MOVING = (journeys(min_touchpoints=2) | models(min_phases=2)).filter(transitions_of)
WALKABLE = journeys(walkable=True, min_touchpoints=3, max_touchpoints=14) | models(walkable=True)
WANTED = st.builds(
    Options,
    lang=st.sampled_from(("en", "nl")),
    theme=st.sampled_from(("light", "dark")),
    width=st.none() | st.floats(320, 2000),
    min_share=st.none() | st.sampled_from((0, 0.1)),
)
SHOP = (
    (START, "site", 90),
    ("site", "basket", 60),
    ("site", "help", 20),
    ("basket", "site", 25),
    ("help", "basket", 10),
    ("help", "site", 5),
    ("basket", "pay", 45),
    ("pay", "pay", 3),
    ("pay", CONVERSION, 42),
    ("site", DROP_OFF, 40),
    ("pay", DROP_OFF, 3),
)


def counted(*moves: tuple[str, str, int], **fields: Any) -> Journey:  # noqa: ANN401 - any field
    """Return a journey whose transitions were counted."""
    keys = dict.fromkeys(end for move in moves for end in move[:2])
    steps = [key for key in keys if key not in (START, CONVERSION, DROP_OFF)]
    transitions = [Transition(*move, count=move[2]) for move in moves]
    return Journey(
        "shop", touchpoints=fields.pop("touchpoints", steps), transitions=transitions, **fields
    )


def crowded() -> Journey:
    """Return a journey of the gallery, whose steps stand close to each other."""
    examples = Path(__file__).parent.parent.parent / "examples"
    journey: Journey = runpy.run_path(str(examples / "gallery.py"))["SEEN"]
    return journey


def drawn(subject: object, **options: Any) -> Scene:  # noqa: ANN401 - any option
    """Draw a network that has nothing wrong with it."""
    picture = scene(subject, Options(**options))
    assert problems(picture) == []
    return picture


def said(picture: Scene) -> list[str]:
    """Return what all texts of a picture say."""
    found = (item for item in leaves(picture.items) if isinstance(item, TextBlock))
    return [" ".join(block.lines).replace(NBSP, " ") for block in found]


def boxes(picture: Scene) -> dict[str, Card]:
    """Return the boxes of steps, by name."""
    found = (card for card in cards(picture.items) if card.role == "card")
    return {card.tooltip.split("\n")[0]: card for card in found}


def lines(picture: Scene) -> dict[str, Card]:
    """Return the lines of transitions, by the first part of what they say when pointed at."""
    return {
        card.tooltip.split(":")[0]: card
        for card in cards(picture.items)
        if card.role == "transition" and isinstance(card.items[0], Curve)
    }


def curve(card: Card) -> Curve:
    """Return the line of a transition."""
    return next(one for one in card.items if isinstance(one, Curve))


def network_of_or_none(subject: Journey | JourneyModel, options: Options) -> Network | None:
    """Return what a network shows, or None where all transitions are too rare to be drawn."""
    with contextlib.suppress(RenderError):
        return network_of(subject, options)
    return None


# --- what holds for all -----------------------------------------------------------------


@settings(max_examples=80)
@given(subject=MOVING | WALKABLE, options=WANTED)
def test_any_network_is_sound(subject: Journey | JourneyModel, options: Options) -> None:
    """Whatever moves in whatever way, no words overlap, spill or fade; twice the same."""
    if not network_of_or_none(subject, options):
        return
    picture = scene(subject, options)
    assert problems(picture) == []
    assert picture == scene(subject, options)
    assert (picture.lang, picture.background) == (options.lang, options.theme.paper)
    assert "\n" not in picture.description


@settings(max_examples=80)
@given(subject=WALKABLE)
def test_lines_run_around_nodes(subject: Journey | JourneyModel) -> None:
    """No line runs through a box that it does not lead to, and none leaves the canvas."""
    options = Options(min_share=0)
    plan = plan_of(network_of(subject, options), options)
    for way, chain, _ in plan.lines:
        others = [
            spot for key, spot in plan.spots.items() if key not in way.ends and not spot.is_end
        ]
        ruler = Ruler(chain)
        for step in range(41):
            x, y = ruler.at(ruler.length * step / 40)
            assert 0 <= x <= plan.width
            assert 0 <= y <= plan.height
            for spot in others:
                inside_x = abs(x - spot.x) < spot.width * 0.4
                assert not (inside_x and abs(y - spot.y) < spot.height / 2 - 0.5)


@settings(max_examples=60)
@given(subject=WALKABLE)
def test_nodes_do_not_overlap(subject: Journey | JourneyModel) -> None:
    """Nodes of a layer stand apart, with what hangs over and under them."""
    options = Options(min_share=0)
    plan = plan_of(network_of(subject, options), options)
    for one, other in itertools.combinations(plan.spots.values(), 2):
        across = abs(one.x - other.x) < (one.width + other.width) / 2
        assert not across or abs(one.y - other.y) >= (one.height + other.height) / 2


@settings(max_examples=60)
@given(subject=WALKABLE, options=WANTED)
def test_everything_is_shown_or_counted(subject: Journey | JourneyModel, options: Options) -> None:
    """Each transition is a line, a loop or a way out, or it is counted as left out."""
    network = network_of(subject, options)
    shown = len(network.ways) + len(network.drops)
    hidden = network.hidden.ways if network.hidden is not None else 0
    assert shown + hidden == len(transitions_of(subject))
    if options.min_share is None:
        assert len(network.ways) <= 30
    if options.min_share == 0:
        assert hidden == 0


# --- layers -----------------------------------------------------------------------------


def test_steps_stand_in_the_order_of_most_customers() -> None:
    """Each step stands right of those from which more come than go back."""
    found = boxes(drawn(counted(*SHOP)))
    assert found["Site"].x < found["Help"].x < found["Basket"].x < found["Pay"].x


def test_phases_keep_their_order() -> None:
    """Phases, and touchpoints that all have one, stand in the order of the phases."""
    moves = [
        Transition("action", "desire", 9),
        Transition("desire", "interest", 9),
        Transition("interest", "attention", 9),
    ]
    model = AIDA.evolve(transitions=moves)
    found = boxes(drawn(model))
    xs = [found[name].x for name in ("Attention", "Interest", "Desire", "Action")]
    assert xs == sorted(xs)
    spots = [Touchpoint("late", phase="action"), Touchpoint("early", phase="attention")]
    journey = Journey("j", model=AIDA, touchpoints=spots, transitions=sequence("late", "early"))
    found = boxes(drawn(journey))
    assert found["Early"].x < found["Late"].x


def test_the_start_stands_first_and_the_conversion_last() -> None:
    """Nothing stands left of the start or right of the conversion."""
    picture = drawn(counted(*SHOP, ("help", CONVERSION, 2)))
    marks = {card.tooltip: card for card in cards(picture.items) if card.role == "mark"}
    for card in boxes(picture).values():
        assert marks["Start"].box[2] < card.x
        assert card.box[2] < marks["Conversion"].x
    assert any(isinstance(one, Ellipse) for one in marks["Start"].items)


def test_layers_and_bends() -> None:
    """A long link bends once in each layer that it passes; one that leads back is turned round."""
    links = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (2, 0, 1.0)]
    graph = layered(3, links, [0, 1, 2], first=0, last=2)
    assert [sorted(layer) for layer in graph.layers] == [[0], [1, 3, 4], [2]]
    assert graph.chains == ((0, 1), (1, 2), (0, 3, 2), (0, 4, 2))
    assert graph.turned == (False, False, False, True)


def test_links_do_not_cross_where_they_need_not() -> None:
    """Sweeps and swaps undo the crossings of the order that was given."""
    links = [(0, 5, 1.0), (1, 4, 1.0), (2, 3, 1.0)]
    graph = layered(6, links, range(6), first=None, last=None)
    upper, lower = graph.layers
    assert [upper.index(0), upper.index(1), upper.index(2)] == [
        lower.index(5),
        lower.index(4),
        lower.index(3),
    ]
    tangled = [(0, 3, 1.0), (0, 4, 1.0), (1, 3, 1.0), (1, 5, 1.0), (2, 4, 1.0), (2, 5, 1.0)]
    assert len(layered(6, tangled, range(6), first=None, last=None).layers) == 2


def test_nodes_move_to_those_they_are_tied_to() -> None:
    """A node with room on its way stands beside its heavier neighbour."""
    links = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (4, 3, 5.0), (0, 5, 9.0), (5, 3, 1.0)]
    graph = layered(6, links, [0, 1, 2, 4, 5, 3], first=None, last=None)
    layer = {node: number for number, row in enumerate(graph.layers) for node in row}
    assert layer[4] == layer[3] - 1
    assert layer[5] == layer[0] + 1


def test_places_keep_order_and_room() -> None:
    """However strongly nodes are pulled together, they stay apart, in their order."""
    room = dict.fromkeys(range(4), (5.0, 5.0))
    ties = [Tie(0, 1, 1), Tie(0, 2, 1), Tie(0, 3, 1)]
    places = settled([[0], [1, 2, 3]], ties, room)
    assert places[2] - places[1] >= 10 - 1e-9
    assert places[3] - places[2] >= 10 - 1e-9
    assert places[2] == pytest.approx(places[0], abs=0.1)


def test_places_heed_where_links_touch() -> None:
    """A link is level between the places where it touches its ends."""
    places = settled([[0], [1]], [Tie(0, 1, 1, rise=8, fall=-4)], {0: (5, 5), 1: (5, 5)})
    assert places[0] + 8 == pytest.approx(places[1] - 4)


def test_bends_are_levelled_where_there_is_room() -> None:
    """Bends of one link get one height, in parts where nodes stand in the way."""
    layers = [[0, 10], [1], [20, 2, 21], [3]]
    room = dict.fromkeys((0, 1, 2, 3, 10, 20, 21), (5.0, 5.0))
    places = {0: 0.0, 10: 20.0, 1: 30.0, 20: 40.0, 2: 52.0, 21: 64.0, 3: 58.0}
    found = straightened(layers, [[1, 2, 3], [0]], places, room)
    assert found[1] == found[2] == found[3]
    assert 50 <= found[2] <= 54
    split = straightened(layers, [[0, 1, 2, 3]], places, room)
    assert split[0] == split[1]
    assert split[2] == split[3]
    assert split[1] != split[2]


# --- lines ------------------------------------------------------------------------------


def test_kinds_of_lines() -> None:
    """What leads back is dashed with an open head to the left; what repeats has two heads."""
    moves = [Transition(*move[:2], count=move[2]) for move in SHOP]
    moves.append(Transition("pay", "site", count=8, kind="repeat"))
    journey = Journey("j", touchpoints=["site", "help", "basket", "pay"], transitions=moves)
    picture = drawn(journey)
    found = lines(picture)
    on, back, repeat = found["Site → Basket"], found["Basket → Site"], found["Pay → Site"]
    assert curve(on).points[0][0] < curve(on).points[-1][0]
    assert curve(back).points[0][0] > curve(back).points[-1][0]
    assert curve(back).dash == DASH_BACK
    assert curve(on).dash is None
    assert curve(repeat).stroke == LIGHT.positive
    heads = {
        name: [one for one in card.items if isinstance(one, Polygon)]
        for name, card in found.items()
    }
    assert [len(heads[name]) for name in ("Site → Basket", "Basket → Site", "Pay → Site")] == [
        1,
        1,
        2,
    ]
    assert heads["Basket → Site"][0].fill == LIGHT.paper
    assert {"Forward", "Back", "Repeat", "Drop-off"} <= set(said(picture))


def test_lines_are_as_wide_as_they_are_often_taken() -> None:
    """The most taken line is the widest."""
    found = lines(drawn(counted(*SHOP)))
    widths = [
        curve(found[name]).stroke_width for name in ("Start → Site", "Site → Basket", "Help → Site")
    ]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > widths[-1] + 3


def test_a_way_to_itself_is_a_loop() -> None:
    """What leads from a step to itself runs over its box, with its number."""
    picture = drawn(counted(*SHOP))
    loop, box = lines(picture)["Pay → Pay"], boxes(picture)["Pay"]
    assert loop.box[1] < box.y - 10
    assert any(isinstance(one, TextBlock) and one.lines == ("3",) for one in loop.items)


def test_who_leaves_stands_under_the_step() -> None:
    """Drop-offs are short ways down with a cross and a number, also at the start."""
    picture = drawn(counted(*SHOP, (START, DROP_OFF, 10)))
    tips = {card.tooltip.split(":")[0]: card for card in cards(picture.items)}
    box = boxes(picture)["Site"]
    assert tips["Site → Drop-off"].y >= box.box[3]
    words = [one.lines[0] for one in tips["Site → Drop-off"].items if isinstance(one, TextBlock)]
    assert words == ["40"]
    assert tips["Start → Drop-off"].y > tips["Start"].y


def test_long_numbers_of_those_who_leave_stay_under_their_step() -> None:
    """The mark gives way to the left, so that lines beside the box do not cross the number."""
    journey = counted(
        (START, "a", 10**12),
        ("a", "b", 5 * 10**11),
        ("a", DROP_OFF, 171_221_402_762),
        ("b", CONVERSION, 10**9),
        ("b", DROP_OFF, 5),
    )
    picture = drawn(journey, min_share=0)
    found = boxes(picture)
    for step in "AB":
        said_first = f"{step} → Drop-off"
        card = next(one for one in cards(picture.items) if one.tooltip.startswith(said_first))
        assert found[step].x <= card.x
        assert card.box[2] <= found[step].box[2] + 12.5


def test_figures_hide_nothing() -> None:
    """Each line has its number, and no number lies on another or on a box."""
    picture = drawn(counted(*SHOP))
    pills = [
        card
        for card in cards(picture.items)
        if card.role == "transition" and isinstance(card.items[0], Rect)
    ]
    assert len(pills) == 8
    areas = [card.box for card in (*pills, *boxes(picture).values())]
    for one, other in itertools.combinations(areas, 2):
        assert not (
            one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        )


def test_figures_leave_heads_free() -> None:
    """Which way a line leads is seen, however near its figure stands."""
    picture = drawn(crowded())
    heads = [
        one for card in lines(picture).values() for one in card.items if isinstance(one, Polygon)
    ]
    figures = [item for item in leaves(picture.items) if isinstance(item, Rect)]
    pills = [one.box for one in figures if one.fill == LIGHT.paper]
    assert len(heads) == 27
    for left, top, right, bottom in pills:
        for x, y in (point for head in heads for point in head.points):
            assert not (left < x < right and top < y < bottom)


def test_ways_there_and_back_keep_apart() -> None:
    """Where lines rise or fall side by side, they turn one after the other."""
    found = lines(drawn(crowded()))
    for one, other in (("Salon website", "Reviews"), ("Price list", "Booking page")):
        there, back = (
            Ruler(curve(found[way]).points) for way in (f"{one} → {other}", f"{other} → {one}")
        )
        middle = there.at(there.length / 2)
        away = min(math.dist(middle, back.at(back.length * part / 60)) for part in range(61))
        assert away > 7


def test_figures_give_way_where_there_is_no_room() -> None:
    """A figure stands on its line, else beside it, and nowhere if all of that is taken."""
    ruler = Ruler(line((0.0, 0.0), (40.0, 0.0)))
    assert free_place(ruler, (20, 10), [], []) == pytest.approx((20, 0))
    over = free_place(ruler, (20, 10), [], [(0, -3, 40, 30)])
    assert over is not None
    assert over[1] == -10
    assert free_place(ruler, (20, 10), [], [(-20, -40, 60, 40)]) is None


def test_figures_stand_beside_their_line_rather_than_over_another() -> None:
    """Where another line runs close by, a figure gives way to the free side of its own."""
    up = Ruler(((0, 0), (0, 20), (0, 40), (0, 60)))
    near = [(6.0, float(y)) for y in range(-30, 90, 3)]
    assert free_place(up, (20, 10), [near], []) == pytest.approx((-14, 30))
    away = [(-x, y) for x, y in near]
    assert free_place(up, (20, 10), [away], []) == pytest.approx((14, 30))
    # Between two lines nothing is free: then it stands on its own, for that is clearest.
    assert free_place(up, (20, 10), [near, away], []) == pytest.approx((0, 30))


def test_some_lines_of_a_tangle_have_no_figure() -> None:
    """Where there is no room for all figures, some are said only when the line is pointed at."""
    sources, targets = [[f"{side}{number}" for number in range(6)] for side in "ab"]
    moves = [(a, b, 10**11 + n) for n, (a, b) in enumerate(itertools.product(sources, targets))]
    picture = drawn(counted((START, "a0", 10**11), *moves), min_share=0)
    pills = [
        card
        for card in cards(picture.items)
        if card.role == "transition" and isinstance(card.items[0], Rect)
    ]
    assert len(lines(picture)) == 37
    assert 15 < len(pills) < 37


def test_large_numbers_have_room() -> None:
    """Steps stand so far apart that the longest figure fits between them."""
    picture = drawn(counted((START, "a", 10**11), ("a", "b", 10**11), ("b", CONVERSION, 10**11)))
    assert said(picture).count("100 000 000 000") == 5


def test_a_loop_that_nothing_weighs() -> None:
    """A way of a step to itself has a number only where something says how often it is taken."""
    journey = Journey("j", touchpoints=["a", "b"], transitions=sequence("a", "a", "b"))
    loop = lines(drawn(journey))["A → A"]
    assert not [one for one in loop.items if isinstance(one, TextBlock)]


# --- nodes ------------------------------------------------------------------------------


def test_nodes_show_where_they_take_place_and_how_often() -> None:
    """Online is round and offline square; the most visited is the strongest in colour."""
    spots = [
        Touchpoint("site", "Website", channel="website"),
        Touchpoint("help", channel="shop"),
        Touchpoint("basket", channel="our_kiosk"),
        Touchpoint("pay"),
    ]
    kiosk = Channel("our_kiosk", realm="hybrid")
    picture = drawn(counted(*SHOP, touchpoints=spots, channels=[kiosk]))
    found = boxes(picture)
    site, shop = found["Website"].items[0], found["Help"].items[0]
    assert isinstance(site, Rect)
    assert isinstance(shop, Rect)
    assert site.radius > shop.radius
    assert "120" in said(Scene(9, 9, items=found["Website"].items))
    assert "reached 120 ×" in found["Website"].tooltip
    assert isinstance(found["Basket"].items[0], Curve)
    assert {"Online", "Offline", "Online and offline"} <= set(said(picture))
    assert site.fill is not None
    assert contrast(site.fill, LIGHT.ink) > contrast("#000000", "#FFFFFF") / 4


@pytest.mark.parametrize(
    "moves",
    [
        [Transition("a", "b"), Transition("b", "c")],
        [*sequence(START, "a", "c", CONVERSION), *sequence(START, "b", "c")],
        [Transition("a", "b", 0.9), Transition("b", "c", 0.5)],
    ],
)
def test_colour_does_not_tell_what_is_not_known(moves: list[Transition]) -> None:
    """Where it is not known how often steps are passed, none is stronger in colour."""
    picture = drawn(Journey("j", touchpoints=["a", "b", "c"], transitions=moves))
    grounds = [card.items[0] for card in boxes(picture).values()]
    assert len({ground.fill for ground in grounds if isinstance(ground, Rect)}) == 1


def test_steps_of_which_no_arrival_was_counted_have_no_number() -> None:
    """Nobody was counted on the way to the first step, which does not mean that nobody came."""
    moves = [Transition("a", "b", count=3), Transition("b", "c", count=2)]
    picture = drawn(Journey("j", touchpoints=["a", "b", "c"], transitions=moves))
    assert "0" not in said(picture)
    assert "reached" not in boxes(picture)["A"].tooltip
    assert "reached 3 ×" in boxes(picture)["B"].tooltip


def test_waits_are_told() -> None:
    """A median wait is said when its line is pointed at."""
    moves = [Transition("a", "b", count=3, median_wait=timedelta(hours=3))]
    journey = Journey("j", touchpoints=["a", "b"], transitions=moves)
    tips = [card.tooltip for card in cards(drawn(journey, lang="nl").items)]
    assert any("mediane wachttijd 3\u00a0u" in tip for tip in tips)


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_long_names_fit(lang: str, theme: Any) -> None:  # noqa: ANN401 - a theme
    """Long Dutch compounds are broken within their boxes."""
    label = "Klanttevredenheidsonderzoek"
    spots = [Touchpoint(f"s{at}", f"{label} {at}", channel="email") for at in range(9)]
    keys = [one.key for one in spots]
    drawn(
        Journey("j", touchpoints=spots, transitions=sequence(START, *keys, CONVERSION)),
        lang=lang,
        theme=theme,
    )


def test_words_stay_whole_where_a_picture_is_wider_than_a_page_anyway() -> None:
    """Boxes become as wide as their names ask, unless somebody asks for a width."""
    spots = [Touchpoint(f"s{at}", "Zoekmachine", channel="search_engine") for at in range(12)]
    transitions = sequence(START, *(one.key for one in spots), CONVERSION)
    journey = Journey("j", touchpoints=spots, transitions=transitions)
    assert said(drawn(journey)).count("Zoekmachine") == 12
    assert "Zoekmachine" not in said(drawn(journey, width=1500))


# --- what is left out -------------------------------------------------------------------


def test_little_used_transitions_are_left_out() -> None:
    """What fewer than 2 % take is not drawn; the subtitle says how many, and of how much."""
    journey = counted(
        (START, "a", 1000),
        ("a", "b", 980),
        ("a", "rare", 15),
        ("rare", "b", 15),
        ("b", CONVERSION, 995),
        ("a", DROP_OFF, 5),
    )
    picture = drawn(journey)
    assert set(boxes(picture)) == {"A", "B"}
    assert any(
        one.endswith(
            "not shown: 3 transitions under 2 % of customers (1.2 % of all traffic), 1 touchpoint"
        )
        for one in said(picture)
    )
    dutch = said(drawn(journey, lang="nl"))
    assert any("niet getoond: 3 overgangen onder 2 % van de klanten (1,2 %" in one for one in dutch)
    assert set(boxes(drawn(journey, min_share=0))) == {"A", "B", "Rare"}
    assert set(boxes(drawn(journey, min_share=0.015))) == {"A", "B", "Rare"}


def test_conversion_stays() -> None:
    """However few convert, the road that most of them can take is drawn."""
    journey = counted(
        (START, "a", 1000),
        ("a", "b", 9),
        ("a", "c", 8),
        ("a", CONVERSION, 2),
        ("b", CONVERSION, 3),
        ("c", CONVERSION, 8),
        ("a", DROP_OFF, 981),
        ("b", DROP_OFF, 6),
    )
    ways = network_of(journey, Options()).ways
    assert {(way.source, way.target) for way in ways} == {
        (START, "a"),
        ("a", "c"),
        ("c", CONVERSION),
    }
    sure = [(way.source, way.target) for way in network_of(journey, Options(min_share=0.5)).ways]
    assert sure == [(START, "a")]


def test_no_more_than_thirty_stay() -> None:
    """Where many are often taken, the thirty that are taken most stay."""
    keys = [f"s{number}" for number in range(8)]
    moves = [(a, b, 100 + n) for n, (a, b) in enumerate(itertools.permutations(keys, 2))]
    drops = [("s0", DROP_OFF, 500), ("s1", DROP_OFF, 4)]
    journey = counted((START, "s0", 400), *moves, *drops)
    network = network_of(journey, Options())
    assert len(network.ways) == 30
    assert set(network.drops) == {"s0"}
    assert network.hidden is not None
    assert network.hidden.ways == 28
    assert network.hidden.below > 0.02
    assert len(network_of(journey, Options(min_share=0)).ways) == 57


def test_transitions_that_nothing_weighs_all_stay() -> None:
    """Where nothing says how often transitions are taken, none is rare."""
    keys = [f"s{number}" for number in range(6)]
    moves = [Transition(a, b) for a, b in itertools.permutations(keys, 2)]
    journey = Journey("j", touchpoints=[*keys, "alone"], transitions=moves)
    picture = drawn(journey)
    assert len(lines(picture)) == 30
    assert any(one.endswith("not shown: 1 touchpoint") for one in said(picture))
    assert any(one.startswith("Ways from touchpoint to touchpoint") for one in said(picture))
    more = Journey(
        "j",
        touchpoints=[*keys, "more"],
        transitions=[*moves, *(Transition(key, "more") for key in keys)],
    )
    assert any("not shown: 6 transitions" in one for one in said(drawn(more)))


def test_shares_where_nothing_was_counted() -> None:
    """Without counts, figures are shares of those who leave a step."""
    moves = [
        Transition(START, "a"),
        Transition("a", "b", 0.25),
        Transition("a", DROP_OFF, 0.75),
        Transition("b", CONVERSION, label={"en": "Loyal", "nl": "Loyaal"}),
    ]
    words = said(drawn(Journey("j", touchpoints=["a", "b"], transitions=moves)))
    assert {"25 %", "75 %", "Loyal"} <= set(words)
    assert any(one.startswith("Share of customers at a touchpoint") for one in words)


def test_partly_counted_is_not_counted() -> None:
    """Where only some transitions were counted, numbers would mislead."""
    moves = [Transition("a", "b", 0.5, count=5), Transition("b", "a", 1)]
    assert not network_of(
        Journey("j", touchpoints=["a", "b"], transitions=moves), Options()
    ).is_counted


def test_nobody_came() -> None:
    """Counts of zero do no harm."""
    journey = counted((START, "a", 0), ("a", CONVERSION, 0))
    with pytest.raises(RenderError, match=r"has no transition that 0\.02 of all customers take"):
        scene(journey, Options())
    assert len(lines(drawn(journey, min_share=0))) == 2


def test_only_ways_out() -> None:
    """Steps that customers only leave stand by themselves."""
    journey = Journey("j", touchpoints=["a"], transitions=sequence("a", DROP_OFF))
    picture = drawn(journey)
    assert list(boxes(picture)) == ["A"]
    assert picture.description == "1 touchpoint: A. Drop-off: A."
    nothing = Journey("j", touchpoints=["a"], transitions=sequence(START, DROP_OFF))
    assert list(boxes(drawn(nothing))) == []
    assert drawn(nothing).description == "Drop-off: Start."


# --- very much --------------------------------------------------------------------------


def test_two_hundred_nodes_do_not_hang() -> None:
    """Very large graphs are drawn in seconds, also where nothing is to be left out."""
    keys = [f"s{number}" for number in range(200)]
    weights = {(START, "s0"): 5000} | {
        (key, keys[(at * step + 7) % 200]): 1 + (at * step) % 97
        for at, key in enumerate(keys)
        for step in (3, 11, 17, 29, 53)
    }
    journey = counted(*((*ends, count) for ends, count in weights.items()))
    start = time.process_time()
    drawn(journey)
    everything = scene(journey, Options(min_share=0))
    assert time.process_time() - start < 40
    assert len(lines(everything)) == 400
    assert any("not shown" in one for one in said(everything))


# --- layers that go downwards -----------------------------------------------------------


LONG = tuple(
    move
    for at in range(20)
    for move in (
        (f"step{at}", f"step{at + 1}", 90 - 2 * at),
        (f"step{at}", DROP_OFF, 2),
    )
)


def test_a_long_chain_goes_down() -> None:
    """Steps one after the other stand under each other, and the picture fits a page across."""
    keys = [f"step{number}" for number in range(30)]
    picture = drawn(Journey("j", touchpoints=keys, transitions=sequence(*keys)))
    found = list(boxes(picture).values())
    assert len(found) == 30
    assert picture.width < 600
    assert picture.height > 30 * found[0].height
    for one, other in itertools.pairwise(found):
        assert other.y > one.box[3]
        assert other.x == pytest.approx(one.x)
    for card in lines(picture).values():
        points = curve(card).points
        assert points[0][1] < points[-1][1]


def test_only_what_is_much_too_wide_goes_down() -> None:
    """What fits a page, or nearly, runs from left to right, and so does what no page holds."""
    keys = [f"step{number}" for number in range(10)]
    chain = Journey("j", touchpoints=keys, transitions=sequence(*keys))
    for options in (Options(), Options(width=1100)):
        assert not plan_of(network_of(chain, options), options).down
    narrow = Options(width=500)
    plan = plan_of(network_of(chain, narrow), narrow)
    assert plan.down
    assert plan.width == 500
    broad = counted(
        *((f"a{one}", f"b{other}", 1 + one) for one in range(12) for other in range(12)),
        *((f"c{at}", f"c{at + 1}", 5) for at in range(20)),
    )
    everything = Options(min_share=0)
    plan = plan_of(network_of(broad, everything), everything)
    assert not plan.down
    assert plan.width > 1.2 * 1190


def test_start_conversion_and_marks_stand_beside_what_goes_down() -> None:
    """Names of the ends stand at their right, who leaves too, and ways to the same step left."""
    journey = counted(
        (START, "step0", 95),
        (START, DROP_OFF, 5),
        *LONG,
        ("step3", "step3", 12),
        ("step9", "step4", 20),
        ("step20", CONVERSION, 40),
    )
    picture = drawn(journey)
    found = boxes(picture)
    marks = {card.tooltip: card for card in cards(picture.items) if card.role == "mark"}
    assert marks["Start"].box[3] < min(card.y for card in found.values())
    assert marks["Conversion"].y > max(card.box[3] for card in found.values())
    ways = {
        card.tooltip.split(":")[0]: card
        for card in cards(picture.items)
        if card.role == "transition" and not isinstance(card.items[0], Rect)
    }
    assert ways["Step0 → Drop-off"].x >= found["Step0"].box[2]
    assert ways["Step3 → Step3"].x < found["Step3"].x
    assert ways["Step3 → Step3"].box[2] < found["Step3"].box[2]
    assert ways["Start → Drop-off"].box[2] <= marks["Start"].x
    back = curve(ways["Step9 → Step4"])
    assert back.dash
    assert back.points[0][1] > back.points[-1][1]
    assert {"12", "20", "95", "Start", "Conversion"} <= set(said(picture))


def test_lines_from_a_start_above_its_steps_leave_its_name_free() -> None:
    """Lines turn under the name of the start, which stands beside it."""
    journey = counted((START, "step0", 95), (START, "step9", 40), (START, CONVERSION, 30), *LONG)
    for lang in ("en", "nl"):
        options = Options(lang=lang, width=400, min_share=0)
        picture = drawn(journey, lang=lang, width=400, min_share=0)
        plan = plan_of(network_of(journey, options), options)
        assert plan.down
        blocks = (one for one in leaves(picture.items) if isinstance(one, TextBlock))
        words = next(block for block in blocks if block.lines == ("Start",))
        start = plan.spots[START]
        under = words.size * 1.2 / 2
        for way, chain, _ in plan.lines:
            ruler = Ruler(chain)
            for step in range(200):
                x, y = ruler.at(ruler.length * step / 200)
                beside = y - plan.widths[way.ends] / 2 < start.y + under
                assert not beside or x + plan.widths[way.ends] / 2 < words.x


def test_figures_of_lines_at_the_side_stay_in_the_picture() -> None:
    """A long figure on the outermost line stands beside it, on the side that has room."""
    journey = counted(
        (START, "step0", 10**13),
        (START, CONVERSION, 179_879_771_004),
        *((one, other, count * 10**11) for one, other, count in LONG),
        *((f"step{at}", CONVERSION, 171_221_402_762) for at in range(5)),
    )
    picture = drawn(journey, min_share=0)
    assert "179 879 771 004" in said(picture)
    for card in cards(picture.items):
        assert 0 <= card.x <= card.box[2] <= picture.width


def test_a_narrower_picture_than_there_can_be_is_no_strip() -> None:
    """Where going downwards is wider than was asked as well, it is still chosen over a strip."""
    moves = [(one, other, count * 10**9) for one, other, count in LONG]
    back = [(f"step{at}", f"step{at // 3}", 10**9) for at in range(2, 20, 2)]
    picture = drawn(counted(*moves, *back), width=320, min_share=0)
    assert 1.2 * 320 < picture.width < 600
    assert picture.height > 2 * picture.width


@settings(max_examples=60)
@given(subject=MOVING | WALKABLE, lang=st.sampled_from(("en", "nl")))
def test_what_goes_down_is_sound(subject: Journey | JourneyModel, lang: str) -> None:
    """Layers that go down keep words, boxes and lines apart as those to the right do."""
    options = Options(min_share=0, width=600, lang=lang)
    if not network_of_or_none(subject, options):
        return
    plan = plan_of(network_of(subject, options), options)
    if not plan.down:
        return
    assert problems(scene(subject, options)) == []
    steps = [spot for spot in plan.spots.values() if not spot.is_end]
    for one, other in itertools.combinations(plan.spots.values(), 2):
        beside = abs(one.y - other.y) < (one.height + other.height) / 2
        assert not beside or abs(one.x - other.x) >= (one.width + other.width) / 2
    for way, chain, _ in plan.lines:
        ruler = Ruler(chain)
        for step in range(41):
            x, y = ruler.at(ruler.length * step / 40)
            assert 0 <= x <= plan.width
            assert 0 <= y <= plan.height
            for spot in steps:
                if spot.node.key not in way.ends and abs(y - spot.y) < spot.height * 0.4:
                    assert abs(x - spot.x) >= spot.width / 2 - 0.5


# --- options, words, errors -------------------------------------------------------------


def test_description() -> None:
    """The picture in words tells the most taken ways, those back, and who leaves."""
    assert drawn(counted(*SHOP)).description == (
        "4 touchpoints: Site, Basket, Help, Pay. Most taken: Start → Site (90), Site → Basket "
        "(60), Basket → Pay (45), Pay → Conversion (42), Basket → Site (25). Back: Basket → Site "
        "(25), Help → Site (5). Drop-off: Site (40), Pay (3)."
    )
    assert drawn(AIDA, lang="nl").description.startswith("4 fasen: Aandacht")
    assert any(one.startswith("Wegen van fase naar fase") for one in said(drawn(AIDA, lang="nl")))


def test_options_are_kept() -> None:
    """Title, width and state stand as they are asked for."""
    picture = drawn(counted(*SHOP, state="future"), title="Own", width=1000)
    assert (picture.title, picture.width) == ("Own", 1000)
    assert "Future state" in said(picture)
    assert any(one.startswith("90 customers · line width") for one in said(picture))


def test_the_salon_and_one_phase() -> None:
    """Models and journeys between phases are networks too."""
    picture = drawn(SALON, lang="nl")
    assert len(boxes(picture)) == 5
    lone = JourneyModel("m", phases=[Phase("p")], transitions=sequence(START, "p", CONVERSION))
    assert list(boxes(drawn(lone))) == ["P"]


def test_the_same_picture_again() -> None:
    """The same journey gives the same picture, to the letter."""
    journey = counted(*SHOP)
    assert to_svg(drawn(journey)) == to_svg(drawn(journey))


@pytest.mark.parametrize(
    ("subject", "message"),
    [
        (Persona("a"), "the view 'network' draws a Journey or a JourneyModel, not a Persona"),
        (Journey("j", touchpoints=["a", "b"]), "journey 'j' has no transitions to draw"),
        (JourneyModel("m", phases=["a"]), "journey model 'm' has no transitions to draw"),
    ],
)
def test_what_cannot_be_drawn(subject: object, message: str) -> None:
    """What does not move is refused in one line that says the way out."""
    with pytest.raises(RenderError, match=message) as caught:
        scene(subject, Options())
    assert "\n" not in str(caught.value)


def test_what_was_counted_is_drawn_as_a_network() -> None:
    """A journey whose transitions were counted is a network unless its model has lanes."""
    journey = counted(*SHOP)
    assert draw(journey).scene == scene(journey, Options())
    plain = journey.evolve(transitions=[move.evolve(count=None) for move in journey.transitions])
    assert draw(plain).scene != scene(plain, Options())
    laned = journey.evolve(model=AIDA.with_lanes(["actions"]))
    assert draw(laned).scene == draw(laned, "map").scene
