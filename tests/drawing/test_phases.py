"""Phases in a row, with all ways between them, in and out."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import presets
from journeykit.drawing.checks import problems
from journeykit.drawing.geometry import Ruler
from journeykit.drawing.options import Options
from journeykit.drawing.palette import LIGHT
from journeykit.drawing.scene import (
    Box,
    Card,
    Curve,
    Ellipse,
    Polygon,
    Polyline,
    Rect,
    Scene,
    TextBlock,
    cards,
    leaves,
)
from journeykit.drawing.svg import to_svg
from journeykit.drawing.views._arcs import Arc, Column, arcs, bow, figure_place
from journeykit.drawing.views._moves import Move
from journeykit.drawing.views._phrases import listed, percent
from journeykit.drawing.views.phases import scene
from journeykit.errors import RenderError
from journeykit.grid import Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.persona import Persona
from journeykit.presets import SALON
from journeykit.testing import journeys, models
from journeykit.touchpoint import Touchpoint
from journeykit.transition import (
    CONVERSION,
    DROP_OFF,
    START,
    Transition,
    TransitionKind,
    sequence,
)

NBSP = "\u00a0"
WANTED = st.builds(
    Options,
    lang=st.sampled_from(("en", "nl")),
    theme=st.sampled_from(("light", "dark")),
    width=st.none() | st.floats(320, 2000),
    min_share=st.none() | st.sampled_from((0, 0.1, 1)),
)
ENGLISH = Options()
SUBJECTS = models() | journeys(min_touchpoints=1)
LONG = models(min_phases=6, max_phases=24, walkable=True) | journeys(
    min_touchpoints=6, max_touchpoints=24, walkable=True, between="touchpoints"
)


def model(*moves: Transition, count: int = 3, **fields: object) -> JourneyModel:
    """Return a model of phases a, b, c, … with some moves."""
    keys = [f"p{number}" for number in range(count)]
    return JourneyModel("m", phases=keys, transitions=moves, **fields)  # type: ignore[arg-type]


def said(picture: Scene) -> list[str]:
    """Return all blocks of text, each on one line."""
    return [" ".join(one.lines) for one in leaves(picture.items) if isinstance(one, TextBlock)]


def moves_of(picture: Scene) -> dict[str, list[Card]]:
    """Return what belongs to transitions, by tooltip."""
    found: dict[str, list[Card]] = {}
    for card in cards(picture.items):
        if card.role == "transition":
            found.setdefault(card.tooltip, []).append(card)
    return found


def boxes_of(picture: Scene) -> dict[str, Card]:
    """Return the boxes of steps by the first line of what they say when pointed at."""
    return {
        card.tooltip.split("\n")[0]: card for card in cards(picture.items) if card.role == "card"
    }


def line_of(card: Card) -> Curve:
    """Return the line of a transition."""
    return next(one for one in card.items if isinstance(one, Curve))


def figures_of(picture: Scene) -> list[Box]:
    """Return where the figures on arcs stand."""
    return [
        card.box
        for card in cards(picture.items)
        if card.role == "transition" and isinstance(card.items[0], Rect)
    ]


# --- what holds for all -----------------------------------------------------------------


@given(subject=SUBJECTS, options=WANTED)
def test_all_can_be_read(subject: Journey | JourneyModel, options: Options) -> None:
    """Whatever moves in whatever way, no words overlap, spill or fade."""
    picture = scene(subject, options)
    assert problems(picture) == []
    if options.width is not None:
        assert picture.width == options.width


@given(subject=LONG, options=WANTED)
def test_long_journeys_can_be_read(subject: Journey | JourneyModel, options: Options) -> None:
    """Folded into rows, it is no different."""
    assert problems(scene(subject, options)) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("key", [*presets.names(), "salon"])
def test_presets_can_be_read(key: str, lang: str, theme: str) -> None:
    """Every model that comes with the library makes a good picture in either language."""
    subject = SALON if key == "salon" else presets.get(key)
    options = Options(lang=lang, theme=theme)
    picture = scene(subject, options)
    assert problems(picture) == []
    assert picture.lang == lang
    assert picture.background == options.theme.paper
    assert picture.width <= 1190


@given(subject=models() | models(min_phases=6, max_phases=20, walkable=True))
def test_steps_and_moves_are_all_there(subject: JourneyModel) -> None:
    """Each phase is one box, and each transition can be pointed at."""
    found = list(cards(scene(subject, Options(min_share=0)).items))
    assert len([card for card in found if card.role == "card"]) == len(subject.phases)
    pointed = "\n".join(card.tooltip for card in found if card.role == "transition")
    names = {phase.key: str(phase.label) for phase in subject.phases}
    names |= {START: "Start", CONVERSION: "Conversion", DROP_OFF: "Drop-off"}
    for move in subject.transitions:
        assert f"{names[move.source]} → {names[move.target]}" in pointed


def test_the_same_picture_again() -> None:
    """The same journey gives the same picture, to the letter."""
    assert scene(SALON, ENGLISH) == scene(SALON, ENGLISH)
    assert to_svg(scene(SALON, ENGLISH)) == to_svg(scene(SALON, ENGLISH))


# --- how moves are told apart ------------------------------------------------------------


def test_kinds_differ_in_shape() -> None:
    """Forward, skip, back, repeat and drop-off are told apart without colour."""
    picture = scene(
        model(
            Transition("p0", "p1"),
            Transition("p0", "p2"),
            Transition("p2", "p0"),
            Transition("p2", "p1", kind="repeat"),
            Transition("p1", DROP_OFF),
        ),
        ENGLISH,
    )
    signs = set()
    for (card,) in moves_of(picture).values():
        lines = [one for one in card.items if isinstance(one, (Curve, Polyline))]
        heads = [one for one in card.items if isinstance(one, Polygon)]
        hollow = [one.fill == LIGHT.paper for one in heads]
        signs.add((lines[0].dash, len(lines), tuple(hollow)))
    assert len(signs) == 5
    assert said(picture)[-5:] == ["Forward", "Skip ahead", "Back", "Repeat", "Drop-off"]


def test_forward_is_straight_skips_rise_and_ways_back_hang() -> None:
    """Where a line runs says what it is."""
    moves = {
        "next": Transition("p0", "p1"),
        "skip": Transition("p0", "p2"),
        "back": Transition("p1", "p0"),
        "repeat": Transition("p2", "p0", kind="repeat"),
    }
    picture = scene(model(*moves.values()), ENGLISH)
    box = boxes_of(picture)["P0"]
    sides = {}
    for kind, one in moves.items():
        (card,) = moves_of(picture)[f"{one.source.upper()} → {one.target.upper()}"]
        _, top, _, bottom = line_of(card).box
        sides[kind] = (top <= box.y, top == bottom, bottom >= box.y + box.height)
    assert sides == {
        "next": (False, True, False),
        "skip": (True, False, False),
        "back": (False, False, True),
        "repeat": (False, False, True),
    }


def test_a_step_that_repeats_itself() -> None:
    """A move from a step to itself is a small loop on it, with a double head."""
    picture = scene(model(Transition("p1", "p1", 1), Transition("p1", "p2", 3)), ENGLISH)
    loop, figure = moves_of(picture)[f"P1 → P1: 25{NBSP}%"]
    box = boxes_of(picture)["P1"]
    heads = [one for one in loop.items if isinstance(one, Polygon)]
    assert len(heads) == 2
    assert box.x < loop.x
    assert loop.x + loop.width < box.x + box.width
    assert loop.y + loop.height <= box.y
    assert figure.y + figure.height < loop.y + 8


@pytest.mark.parametrize("kind", ["back", "repeat"])
def test_a_kind_of_ones_own_decides(kind: TransitionKind) -> None:
    """What is called back or repeat hangs below, also where it leads forward."""
    picture = scene(model(Transition("p0", "p1", kind=kind), Transition("p1", "p2")), ENGLISH)
    card = moves_of(picture)["P0 → P1"][0]
    box = boxes_of(picture)["P0"]
    assert line_of(card).box[1] >= box.y + box.height


def test_a_skip_between_neighbours_is_straight() -> None:
    """Two touchpoints whose phases lie apart may still stand side by side."""
    grid = JourneyModel("grid", phases=["one", "two", "three"])
    journey = Journey(
        "j",
        model=grid,
        touchpoints=[Touchpoint("a", phase="one"), Touchpoint("b", phase="three")],
        transitions=[Transition("a", "b")],
    )
    assert journey.transitions[0].kind == "skip"
    card = moves_of(scene(journey, ENGLISH))["A → B"][0]
    line = line_of(card)
    assert line.box[1] == line.box[3]
    assert line.dash is not None


# --- shares -----------------------------------------------------------------------------


def test_shares_are_written_and_drawn() -> None:
    """With weights, each line is as wide as its share, which stands at it."""
    picture = scene(model(*(Transition("p0", "p1", 3), Transition("p0", "p2", 1))), ENGLISH)
    found = moves_of(picture)
    wide = line_of(found[f"P0 → P1: 75{NBSP}%"][0])
    thin = line_of(found[f"P0 → P2: 25{NBSP}%"][0])
    assert wide.stroke_width == pytest.approx(1.1 + 9 * 0.75)
    assert thin.stroke_width == pytest.approx(1.1 + 9 * 0.25)
    assert f"75{NBSP}%" in said(picture)
    assert f"25{NBSP}%" in said(picture)
    assert "Share of customers in a phase who go on · line width = share" in said(picture)


def test_without_weights_there_are_no_figures() -> None:
    """Lines are then equally thin, and nothing claims to be measured."""
    picture = scene(model(*sequence(START, "p0", "p1", "p2", CONVERSION)), ENGLISH)
    widths = {line_of(card).stroke_width for found in moves_of(picture).values() for card in found}
    assert len(widths) == 1
    assert not any("%" in words for words in said(picture))


def test_only_known_shares_are_written() -> None:
    """Where no way out of a step has a weight, its share is not known."""
    moves = [Transition("p0", "p1", 1), Transition("p1", "p2"), Transition("p1", "p0")]
    picture = scene(model(*moves), ENGLISH)
    assert [words for words in said(picture) if "%" in words] == [f"100{NBSP}%"]


def test_the_only_way_in_needs_no_figure() -> None:
    """That all who start, start at the only beginning goes without saying."""
    one = scene(model(Transition(START, "p0", 1), Transition("p0", "p1", 1)), ENGLISH)
    assert said(one).count(f"100{NBSP}%") == 1
    two = scene(model(Transition(START, "p0", 1), Transition(START, "p1", 1)), ENGLISH)
    assert said(two).count(f"50{NBSP}%") == 2
    lost = scene(model(Transition(START, "p0", 1), Transition(START, DROP_OFF, 1)), ENGLISH)
    assert said(lost).count(f"50{NBSP}%") == 2


@pytest.mark.parametrize("first", ["p0", "p1"])
def test_the_only_way_in_is_a_plain_line(first: str) -> None:
    """As on the ring, it is not the widest of all lines for a share that goes without saying."""
    moves = [Transition(START, first, 1), Transition("p0", "p1", 1), Transition("p1", "p2", 1)]
    plain = scene(model(*(Transition(*move.ends) for move in moves)), ENGLISH)
    weighed = scene(model(*moves), ENGLISH)

    def ways_in(picture: Scene) -> set[float]:
        found = moves_of(picture).items()
        return {
            line_of(card).stroke_width
            for words, every in found
            for card in every[:1]
            if words.startswith("Start")
        }

    assert ways_in(weighed) == ways_in(plain)


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0 %"), (0.001, "< 1 %"), (0.006, "1 %"), (0.5, "50 %"), (0.999, "> 99 %"), (1, "100 %")],
)
def test_shares_in_words(share: float, words: str) -> None:
    """No share is rounded to nothing or to all."""
    assert percent(share).replace(NBSP, " ") == words


def test_figures_do_not_collide() -> None:
    """On a crowded picture each figure has its own place."""
    keys = [f"p{number}" for number in range(7)]
    moves = [Transition(here, there, 1) for here, there in itertools.permutations(keys, 2)]
    picture = scene(model(*moves, count=7), Options(min_share=0))
    figures = figures_of(picture)
    assert len(figures) == len(moves) - 6
    for one, other in itertools.combinations(figures, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert across <= 0 or down <= 0, (one, other)


# --- rare moves -------------------------------------------------------------------------


def test_rare_moves_can_be_left_out() -> None:
    """What falls below the share is gone, and the subtitle says so."""
    picture = scene(SALON, Options(min_share=0.1))
    assert not any("Skip" in words for words in said(picture))
    assert any("transitions below 10\u00a0% are not shown" in words for words in said(picture))
    dutch = scene(SALON, Options(min_share=0.1, lang="nl"))
    assert any("overgangen onder 10\u00a0% staan er niet in" in words for words in said(dutch))
    assert not any("not shown" in words for words in said(scene(SALON, Options(min_share=0.05))))


def test_crowds_leave_out_the_rarest() -> None:
    """Of more than forty transitions, those below two percent are left out unless asked for."""
    keys = [f"p{number}" for number in range(8)]
    moves = [
        Transition(here, there, 1 if there == "p0" else 100)
        for here, there in itertools.permutations(keys, 2)
    ]
    shown, all_of_them = model(*moves, count=8), Options(min_share=0)
    assert any("below 2\u00a0%" in words for words in said(scene(shown, ENGLISH)))
    assert not any("below" in words for words in said(scene(shown, all_of_them)))
    few = model(*moves[:30], count=8)
    assert not any("below" in words for words in said(scene(few, ENGLISH)))


def test_unweighed_moves_are_not_rare() -> None:
    """Where shares are not known, none is too small."""
    picture = scene(model(Transition("p0", "p1"), Transition("p0", "p2")), Options(min_share=0.9))
    assert len(moves_of(picture)) == 2


# --- the ends of the journey ------------------------------------------------------------


def test_a_plain_road_has_no_ends_and_no_legend() -> None:
    """A straight model is just its boxes, and arrows that need no explanation."""
    picture = scene(JourneyModel("m", phases=["one", "two"]), ENGLISH)
    assert said(picture) == ["M", "One", "Two"]
    assert not any(isinstance(one, Ellipse) for one in leaves(picture.items))


def test_start_and_conversion() -> None:
    """The start is a disc at the left, the conversion a ringed disc at the right."""
    picture = scene(model(*sequence(START, "p0", "p1", "p2", CONVERSION)), ENGLISH)
    discs = [one for one in leaves(picture.items) if isinstance(one, Ellipse)]
    boxes = boxes_of(picture)
    assert discs[0].x < boxes["P0"].x
    assert all(disc.x > boxes["P2"].x + boxes["P2"].width for disc in discs[1:])
    assert len(discs) == 3
    assert {"Start", "Conversion"} < set(said(picture))
    dutch = scene(model(*sequence("p0", "p1", CONVERSION)), Options(lang="nl"))
    assert "Conversie" in said(dutch)
    assert "Start" not in said(dutch)


def test_the_conversion_may_have_a_name() -> None:
    """Where its transitions agree on a label, the end is called so."""
    assert "Loyal" in said(scene(SALON, ENGLISH))
    assert "Loyaal" in said(scene(SALON, Options(lang="nl")))
    named = [
        Transition("p0", CONVERSION, label="Buys"),
        Transition("p1", CONVERSION, label="Rents"),
    ]
    assert "Conversion" in said(scene(model(*named), ENGLISH))


def test_entries_and_conversions_on_the_way() -> None:
    """Who comes in late or leaves early takes an arc above."""
    moves = [Transition(START, "p1"), Transition("p0", CONVERSION), Transition(START, CONVERSION)]
    picture = scene(model(*moves), ENGLISH)
    box = boxes_of(picture)["P0"]
    for (card,) in moves_of(picture).values():
        assert line_of(card).box[1] < box.y - 30
        assert line_of(card).dash is None
    assert problems(picture) == []


def test_drop_off_at_the_start_hangs_below_its_name() -> None:
    """Even those who never begin are drawn."""
    picture = scene(model(Transition(START, DROP_OFF, 1), Transition(START, "p0", 3)), ENGLISH)
    (stub,) = moves_of(picture)[f"Start → Drop-off: 25{NBSP}%"]
    start = next(one for one in leaves(picture.items) if getattr(one, "lines", ()) == ("Start",))
    assert isinstance(start, TextBlock)
    assert stub.y >= start.bottom
    assert problems(picture) == []


# --- boxes ------------------------------------------------------------------------------


def test_counts_stand_in_the_boxes() -> None:
    """Where all ways into the steps are counted, boxes say how often they were reached."""
    moves = [
        Transition("p0", "p1", count=1200),
        Transition("p1", "p1", count=34),
        Transition("p1", "p2", count=1),
    ]
    words = said(scene(model(*moves), ENGLISH))
    assert f"reached 1{NBSP}234 ×" in words
    assert "reached 1 ×" in words
    assert sum(one.startswith("reached") for one in words) == 2
    assert f"1{NBSP}234 × bereikt" in said(scene(model(*moves), Options(lang="nl")))
    assert f"P0 → P1: taken 1{NBSP}200 ×" in moves_of(scene(model(*moves), ENGLISH))


def test_counts_of_some_are_not_shown() -> None:
    """A figure in some boxes only would mislead; the stage stands there instead."""
    phases = [Phase("a", "Look", stage="awareness"), Phase("b", "Buy", stage="purchase")]
    moves = [Transition(START, "a", count=5), Transition("a", "b")]
    words = said(scene(JourneyModel("m", phases=phases, transitions=moves), ENGLISH))
    assert {"Awareness", "Purchase"} < set(words)
    assert not any(one.startswith("reached") for one in words)


def test_a_stage_is_not_said_twice() -> None:
    """A phase that is called like its stage says it once."""
    phases = [Phase("a", {"en": "Awareness", "nl": "Aandacht"}, stage="awareness")]
    subject = JourneyModel("m", phases=phases)
    assert said(scene(subject, ENGLISH)).count("Awareness") == 1
    assert "Bewustwording" in said(scene(subject, Options(lang="nl")))


def test_touchpoints_say_their_phase() -> None:
    """Boxes of touchpoints tell where in the journey they stand."""
    journey = Journey(
        "j",
        model=JourneyModel("grid", phases=["one", "two"]),
        persona=Persona("sanne"),
        touchpoints=[Touchpoint("a"), Touchpoint("b", phase="one")],
        transitions=sequence("a", "b"),
    )
    words = said(scene(journey, ENGLISH))
    assert words == ["J", "Grid · Sanne", "A", "B", "One"]
    weighed = journey.evolve(transitions=[Transition("a", "b", 1)])
    assert any("at a touchpoint" in one for one in said(scene(weighed, ENGLISH)))


def test_names_share_one_size() -> None:
    """One long name makes all names smaller, none is larger than the others."""
    names = ["Klanttevredenheidsonderzoek", "Kort", "Aankoop / beslissing"]
    phases = [Phase(f"p{number}", name) for number, name in enumerate(names)]
    picture = scene(JourneyModel("m", phases=phases), ENGLISH)
    boxes = boxes_of(picture)
    sizes = {
        one.size
        for card in boxes.values()
        for one in card.items
        if isinstance(one, TextBlock) and one.bold
    }
    assert len(sizes) == 1
    assert len({card.height for card in boxes.values()}) == 1
    assert problems(picture) == []


def test_steps_without_transitions() -> None:
    """What nothing leads to is drawn as well."""
    assert {"P0", "P1", "P2"} < set(said(scene(model(), ENGLISH)))


# --- title, subtitle, description --------------------------------------------------------


def test_titles() -> None:
    """The title is the subject's own, or what was asked for."""
    assert scene(SALON, ENGLISH).title == "Finding a curly-hair salon"
    assert scene(SALON, Options(title={"en": "Mine", "nl": "Mijne"}, lang="nl")).title == "Mijne"
    described = JourneyModel("m", phases=["a"], description="About it")
    assert "About it" in said(scene(described, ENGLISH))


def test_what_is_not_yet_so_is_marked() -> None:
    """A journey as it should be says so."""
    assert "Future state" in said(scene(SALON.evolve(state="future"), ENGLISH))
    assert not {"Future state", "Current state"} & set(said(scene(SALON, ENGLISH)))


def test_the_picture_in_words() -> None:
    """The description tells the phases, the ways, and where customers are lost."""
    words = scene(SALON, ENGLISH).description.replace(NBSP, " ")
    assert words.startswith("Phases: Awareness, Consideration, Decision")
    assert "Skip ahead: Awareness → Decision," in words
    assert "The largest share goes from Action (use of the solution) to Evaluation (90 %)." in words
    assert "The smallest goes from Consideration to Action (use of the solution) (5 %)." in words
    assert words.endswith("Most drop off at Awareness (30 %).")
    dutch = scene(SALON, Options(lang="nl")).description.replace(NBSP, " ")
    assert dutch.startswith("Fasen: Bewustwording")
    assert dutch.endswith("De meesten haken af bij Bewustwording (30 %).")


def test_the_picture_in_words_without_shares() -> None:
    """Where nothing is measured, only the ways are told."""
    moves = [Transition("p2", "p0"), Transition("p1", DROP_OFF)]
    words = scene(model(*moves), ENGLISH).description
    assert words == "Phases: P0, P1, P2. Back: P2 → P0. Drop-off: P1."
    one = scene(model(Transition("p0", CONVERSION, 2)), ENGLISH).description
    assert one == f"Phases: P0, P1, P2. The largest share goes from P0 to Conversion (100{NBSP}%)."
    spots = Journey("j", touchpoints=["a"], transitions=[Transition(START, "a", kind="entry")])
    assert scene(spots, ENGLISH).description == "Touchpoints: A."
    begun = model(Transition(START, "p2", kind="entry"), Transition("p0", "p2"))
    assert scene(begun, ENGLISH).description.endswith("Skip ahead: P0 → P2.")


def test_long_lists_are_cut() -> None:
    """Nobody listens to hundreds of names."""
    names = [f"n{number}" for number in range(30)]
    assert listed(names, "en").endswith("n23 and 6 more")
    assert listed(names, "nl").endswith("n23 en nog 6")
    assert listed(names[:24], "en").endswith("n23")


def test_reasons_are_told_when_pointed_at() -> None:
    """A transition says its share, its label and its reason in words."""
    tooltips = [card.tooltip for card in cards(scene(SALON, Options(lang="nl")).items)]
    assert any(
        words.replace(NBSP, " ")
        == "Beslissing → Afhaken: 17 % · Haakt af bij het afspraakformulier"
        for words in tooltips
    )


# --- rows -------------------------------------------------------------------------------


def rows_of(picture: Scene) -> list[float]:
    """Return the different heights at which boxes stand."""
    return sorted({round(card.y, 3) for card in boxes_of(picture).values()})


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (7, 1), (8, 2), (14, 2), (15, 3), (40, 6)])
def test_many_steps_are_folded(count: int, rows: int) -> None:
    """Up to seven steps stand in a row; more are spread evenly over as few rows as it takes."""
    keys = [f"p{number}" for number in range(count)]
    picture = scene(JourneyModel("m", phases=keys), ENGLISH)
    assert len(rows_of(picture)) == rows
    assert picture.width <= 1190
    assert problems(picture) == []
    numbered = [words for words in said(picture) if words.isdecimal()]
    assert numbered == ([str(number + 1) for number in range(count)] if rows > 1 else [])


def test_the_road_runs_on_to_the_next_row() -> None:
    """The line leaves the last box of a row and arrives at the first of the next."""
    moves = [Transition(f"p{number}", f"p{number + 1}", 1) for number in range(7)]
    picture = scene(model(*moves, count=8), ENGLISH)
    line, figure = moves_of(picture)[f"P3 → P4: 100{NBSP}%"]
    last, first = boxes_of(picture)["P3"], boxes_of(picture)["P4"]
    start, *_, end = line_of(line).points
    assert start == pytest.approx((last.x + last.width + 1, last.y + last.height / 2))
    assert end[0] < first.x
    assert last.y + last.height < figure.y < first.y


def test_rows_that_nothing_joins() -> None:
    """Where the road breaks off at the end of a row, no line runs on."""
    picture = scene(model(Transition("p0", "p1"), count=8), ENGLISH)
    assert len(moves_of(picture)) == 1
    assert len(rows_of(picture)) == 2


def test_names_of_jumps_are_whole_where_no_other_jump_stands() -> None:
    """Words of a jump may run on under the next places; next to another jump they are cut."""
    keys = [f"s{at}" for at in range(12)]
    name = "Drawings of the dormer window"
    spots = [Touchpoint(key, name if key == "s1" else None) for key in keys]
    road = [Transition(*ends, 0.6) for ends in itertools.pairwise(keys)]

    def told(*backs: str) -> list[str]:
        jumps = [Transition(key, "s1", 0.4) for key in backs]
        journey = Journey("j", touchpoints=spots, transitions=[*road, *jumps])
        picture = scene(journey, Options())
        assert problems(picture) == []
        return [one for one in said(picture) if one.startswith("2\u00a0")]

    assert told("s9") == told("s10") == [f"2\u00a0{name}"]
    cut, whole = sorted(told("s9", "s10"), key=len)
    assert cut.endswith("…")
    assert whole == f"2\u00a0{name}"


def test_jumps_name_where_they_lead() -> None:
    """A move to another row says its target where it leaves, and its source where it arrives."""
    moves = [
        Transition(START, "p6", 1),
        Transition(START, "p0", 1),
        Transition("p1", "p6", 1),
        Transition("p1", CONVERSION, 3),
        Transition("p7", "p1", 1),
        Transition("p6", CONVERSION, 1),
    ]
    picture = scene(model(*moves, count=8), ENGLISH)
    words = [one.replace(NBSP, " ") for one in said(picture)]
    assert "7 P6" in words
    assert "2 P1" in words
    assert "from Start, 2" in words
    assert "from 8" in words
    assert "from 2" in words
    assert words.count("Conversion") == 2
    assert problems(picture) == []
    plain = scene(model(*(move.evolve(weight=None) for move in moves), count=8), ENGLISH)
    assert not any("%" in one for one in said(plain))


@pytest.mark.parametrize(("width", "rows"), [(320, 5), (500, 3), (800, 2), (1600, 1), (4000, 1)])
def test_a_width_is_kept(width: int, rows: int) -> None:
    """Narrow pictures are folded, wide ones are stretched."""
    picture = scene(SALON, Options(width=width))
    assert picture.width == width
    assert problems(picture) == []
    assert len(rows_of(picture)) == rows


def test_seven_weighed_steps_move_closer() -> None:
    """Before seven steps are folded, the room between them shrinks."""
    keys = [f"p{number}" for number in range(7)]
    road = [START, *keys, CONVERSION]
    moves = [Transition(here, there, 1) for here, there in itertools.pairwise(road)]
    assert len(rows_of(scene(model(*moves, count=7), ENGLISH))) == 1


# --- errors -----------------------------------------------------------------------------


def test_nothing_to_draw() -> None:
    """What cannot be drawn is refused in one line that says what to do."""
    with pytest.raises(RenderError, match="draws a Journey or a JourneyModel, not a Persona"):
        scene(Persona("sanne"), ENGLISH)
    with pytest.raises(RenderError, match="'empty' has nothing to draw; give it a model or touch"):
        scene(Journey("empty"), ENGLISH)


# --- arcs -------------------------------------------------------------------------------

PITCH = 150.0
PLACES = {place: Column(PITCH * place, 50.0) for place in range(8)} | {-1: Column(-90.0)}


def joined(source: int, target: int) -> Move:
    """Return a move that matters for its ends only."""
    return Move(source, target, "next", None, "", "")


@given(
    pairs=st.lists(
        st.tuples(st.integers(-1, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1]),
        unique=True,
        max_size=14,
    )
)
def test_arcs_can_be_followed(pairs: list[tuple[int, int]]) -> None:
    """An arc runs around those inside it, and never along another one."""
    laid = arcs([joined(*pair) for pair in pairs], PLACES, pitch=PITCH)
    assert sorted((arc.move.source, arc.move.target) for arc in laid) == sorted(pairs)
    for one, other in itertools.combinations(laid, 2):
        inner, outer = sorted((one, other), key=lambda arc: arc.span[1] - arc.span[0])
        if outer.span[0] <= inner.span[0] and inner.span[1] <= outer.span[1]:
            assert inner.level < outer.level
        elif one.level == other.level:
            apart = max(one.span[0], other.span[0]) - min(one.span[1], other.span[1])
            flat = max(one.top[0], other.top[0]) - min(one.top[1], other.top[1])
            assert apart >= 0 or flat >= 0.8 * PITCH


@given(pairs=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), unique=True, max_size=20))
def test_arcs_end_within_their_boxes(pairs: list[tuple[int, int]]) -> None:
    """An arc leaves its box on the side that it goes to, and no two share an end."""
    moves = [joined(*pair) for pair in pairs if pair[0] != pair[1]]
    ends = []
    for arc in arcs(moves, PLACES, pitch=PITCH):
        for x, here, there in (
            (arc.start, arc.move.source, arc.move.target),
            (arc.end, arc.move.target, arc.move.source),
        ):
            away = (x - PLACES[here].x) * math.copysign(1, there - here)
            assert 16 <= away <= 41
            ends.append(round(x, 6))
    assert len(set(ends)) == len(ends)


@pytest.mark.parametrize("lean", [0.0, 1.0])
@pytest.mark.parametrize("ends", [(0, 1), (0, 3), (4, 5), (1, 4)])
def test_nested_arcs_do_not_cross(ends: tuple[int, int], lean: float) -> None:
    """The longer arc stays outside the shorter one, all the way."""
    inner, outer = arcs([joined(0, 5), joined(*ends)], PLACES, pitch=PITCH)

    def points(arc: Arc) -> list[tuple[float, float]]:
        level = -50 - 24 * arc.level
        ruler = Ruler(bow((arc.start, 0), (arc.end, 0), level, corner=arc.corner, lean=lean))
        return [ruler.at(ruler.length * step / 400) for step in range(401)]

    around = points(outer)
    for x, y in points(inner)[20:-20]:
        assert min(around, key=lambda point: abs(point[0] - x))[1] < y


def test_an_arc_may_run_backwards() -> None:
    """It is then the same line, seen from its other end."""
    backwards = bow((300, 0), (0, 0), 60, corner=100)
    forwards = bow((0, 0), (300, 0), 60, corner=100)
    assert all(
        here == pytest.approx(there) for here, there in zip(backwards, forwards[::-1], strict=True)
    )


def test_a_figure_gives_way() -> None:
    """A figure moves along its line, away from other lines and from other figures."""
    ruler = Ruler(bow((0, 0), (400, 0), -60, corner=100))
    free = figure_place(ruler, (30, 15), trails=[], taken=[])
    assert free == pytest.approx((200, -60))
    crossed = figure_place(ruler, (30, 15), trails=[[free]], taken=[])
    assert abs(crossed[0] - 200) > 15
    beside = figure_place(ruler, (30, 15), trails=[], taken=[(190, -70, 210, -50)])
    assert abs(beside[0] - 200) > 15
    nowhere = figure_place(ruler, (30, 15), trails=[], taken=[(-50, -100, 450, 50)])
    assert nowhere == pytest.approx(free)
