"""The journey map: rows, the emotion curve, folding, density, and what it says of itself."""

import itertools
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journeykit import testing
from journeykit.channels import Channel
from journeykit.drawing import metrics
from journeykit.drawing.checks import problems
from journeykit.drawing.geometry import monotone, pieces
from journeykit.drawing.lines import DASH_INTERNAL, DASH_VISIBILITY
from journeykit.drawing.options import Options
from journeykit.drawing.palette import DARK, LIGHT
from journeykit.drawing.scene import (
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
from journeykit.drawing.views.map import scene
from journeykit.drawing.views.map.curve import is_free
from journeykit.errors import RenderError, UnknownKeyError
from journeykit.goal import Goal
from journeykit.grid import Lane, Note, Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.persona import Persona
from journeykit.presets import AIDA, SALON
from journeykit.touchpoint import Touchpoint

LONG = "Klanttevredenheidsonderzoek"
MODELS = testing.models()


def drawn(subject: object, **options: Any) -> Scene:  # noqa: ANN401 - any option
    """Draw a map that has nothing wrong with it."""
    picture = scene(subject, Options(**options))
    assert problems(picture) == []
    return picture


def blocks(picture: Scene) -> list[TextBlock]:
    """Return all texts of a picture."""
    return [item for item in leaves(picture.items) if isinstance(item, TextBlock)]


def said(picture: Scene) -> list[str]:
    """Return what all texts of a picture say."""
    return [" ".join(block.lines) for block in blocks(picture)]


def block(picture: Scene, words: str) -> TextBlock:
    """Return the one text that says some words."""
    (found,) = (one for one in blocks(picture) if " ".join(one.lines) == words)
    return found


def card(picture: Scene, words: str) -> Card:
    """Return the innermost card that says some words."""
    return next(
        one
        for one in reversed(list(cards(picture.items)))
        if any(isinstance(item, TextBlock) and " ".join(item.lines) == words for item in one.items)
    )


def model(*lanes: Lane | str, phases: int = 2, notes: tuple[Note, ...] = ()) -> JourneyModel:
    """Return a model with phases p0, p1, …."""
    return JourneyModel(
        "grid", phases=[f"p{number}" for number in range(phases)], lanes=lanes, notes=notes
    )


def one_row(kind: Any, *notes: Note, phases: int = 2, **fields: Any) -> Journey:  # noqa: ANN401
    """Return a journey whose model has a single lane."""
    return Journey("j", model=model(Lane("row", kind=kind), phases=phases), notes=notes, **fields)


def curves(picture: Scene, colours: Any = LIGHT) -> list[Curve]:  # noqa: ANN401
    """Return the emotion lines of a picture, one a band."""
    return [
        item
        for item in picture.items
        if isinstance(item, Curve) and item.stroke == colours.ink and item.stroke_width > 2
    ]


def faces(picture: Scene) -> list[Card]:
    """Return the faces on the emotion curve."""
    return [
        one
        for one in cards(picture.items)
        if one.role == "mark" and any(isinstance(item, Curve) for item in one.items)
    ]


# --- any journey ------------------------------------------------------------------------


@settings(max_examples=300)  # each is quick, and few have a turn in the box
@given(
    st.lists(st.integers(-50, 50), min_size=2, max_size=5),
    st.tuples(st.integers(-5, 50), st.integers(1, 20)),
    st.tuples(st.integers(-80, 80), st.integers(5, 40)),
)
def test_words_stand_where_no_line_runs(
    heights: list[int], across: tuple[int, int], down: tuple[int, int]
) -> None:
    """A place is free that neither the curve nor the zero line comes near."""
    chain = monotone([(40.0 * place, float(y)) for place, y in enumerate(heights)])
    left, right = 4 * across[0], 4 * sum(across)
    top, bottom = down[0], sum(down)
    met = [
        sum(weight * y for weight, (_, y) in zip(weights(step / 10), piece, strict=True))
        for piece in pieces(chain)
        for step in range(11)
        if left <= piece[0][0] + 4 * step <= right
    ]
    assume(all(min(abs(y - top + 3), abs(y - bottom - 3)) > 1e-6 for y in met))
    apart = all(y < top - 3 for y in met) or all(y > bottom + 3 for y in met)
    crossed = top < 0 < bottom
    assert is_free(chain, (left, top, right, bottom)) == (apart and not crossed)


def weights(t: float) -> tuple[float, ...]:
    """Return what each point of a cubic curve counts for at a parameter."""
    return ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)


@settings(max_examples=60)
@given(
    testing.journeys(model=MODELS) | MODELS,
    st.sampled_from(["en", "nl"]),
    st.sampled_from(["light", "dark"]),
    st.sampled_from([None, 320.0, 900.0]),
)
def test_any_map_is_sound(
    subject: Journey | JourneyModel, lang: str, theme: str, width: float | None
) -> None:
    """Whatever a journey holds, its words fit, do not overlap and can be read; twice the same."""
    options = Options(lang=lang, theme=theme, width=width)
    picture = scene(subject, options)
    assert problems(picture) == []
    assert picture == scene(subject, options)
    assert picture.lang == lang
    assert "\n" not in picture.description


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_salon_has_all_of_its_words(lang: str, theme: str) -> None:
    """No note, touchpoint, phase or lane of the salon is lost, and the map fits on A3."""
    picture = drawn(SALON, lang=lang, theme=theme)
    everything = " ".join(said(picture)).replace("- ", "").replace("-", "")
    assert SALON.model is not None
    wanted = [
        *(note.text for note in SALON.notes),
        *(spot.label for spot in SALON.touchpoints),
        *(phase.label for phase in SALON.model.phases),
        *(lane.label for lane in SALON.model.lanes if lane.key != "duration"),
    ]
    for words in wanted:
        assert words.pick(lang).replace("-", "") in everything
    assert picture.width <= 1190
    assert picture.title == SALON.label.pick(lang)


@pytest.mark.parametrize("phases", [5, 7])
def test_seven_phases_fit_on_a3(phases: int) -> None:
    """Up to seven phases stand beside each other, within 1,190 points."""
    picture = drawn(model("a", phases=phases))
    assert picture.width <= 1190
    assert len({block(picture, f"P{number}").y for number in range(phases)}) == 1


# --- what may be drawn ------------------------------------------------------------------


@pytest.mark.parametrize("subject", [Persona("sanne"), None, 3])
def test_other_things_have_no_map(subject: object) -> None:
    """The error names the thing and what can be drawn."""
    with pytest.raises(RenderError, match=f"a JourneyModel, not a {type(subject).__name__}$"):
        scene(subject, Options())


def test_a_journey_without_model_has_no_map() -> None:
    """The error names the journey and the ways out, on one line."""
    with pytest.raises(RenderError, match=r"journey 'visit' has no model.*evolve\(model=…\)"):
        scene(Journey("visit", touchpoints=["door"]), Options())


def test_lanes_are_chosen_and_ordered() -> None:
    """The option draws only these lanes, in this order, each once."""
    grid = model("one", "two", "three")
    picture = drawn(grid, lanes=["three", "one", "three"])
    assert "Two" not in said(picture)
    assert block(picture, "Three").y < block(picture, "One").y
    assert said(drawn(grid, lanes=[])) == ["Grid", "P0", "P1"]


def test_an_unknown_lane_is_named() -> None:
    """Asking for a lane that is not there suggests the nearest."""
    with pytest.raises(UnknownKeyError, match=r"unknown lane 'tree'.*did you mean 'three'"):
        scene(model("three"), Options(lanes=["tree"]))


def test_a_model_without_lanes_shows_what_it_knows() -> None:
    """Its goals have rows, and the touchpoints an empty one; there is no state to tell."""
    words = said(drawn(AIDA))
    assert words[0] == "AIDA"
    assert "Current state" not in words
    assert AIDA.phases[0].customer_goal.pick("en") in words
    assert [
        word for word in words if word in {"Customer goal", "Business goal", "Touchpoints"}
    ] == ["Customer goal", "Business goal", "Touchpoints"]


def test_a_model_that_knows_no_goals_has_no_rows_for_them() -> None:
    """Where phases name no goals, the touchpoints are the only row."""
    assert said(drawn(model())) == ["Grid", "P0", "P1", "Touchpoints"]


def test_a_journey_without_lanes_shows_touchpoints_and_emotions() -> None:
    """The rows that a grid lacks are added, emotions only where there are any."""
    without = Journey("j", model=model(), touchpoints=[Touchpoint("t", phase="p0")])
    felt = Journey("j", model=model(), touchpoints=[Touchpoint("t", phase="p0", emotion=1)])
    assert "Emotions" not in said(drawn(without))
    assert {"Emotions", "Touchpoints", "T"} <= set(said(drawn(felt)))
    assert "Emoties" in said(drawn(felt, lang="nl"))


def test_emotions_are_seen_though_the_model_has_no_lane_for_them() -> None:
    """The curve gets a row over the touchpoints, under a free key, unless lanes are asked for."""
    spots = [Touchpoint("t", phase="p0", lane="row", emotion=1), Touchpoint("u", emotion=2)]
    lanes = (Lane("emotions", "Quotes"), Lane("row", "Chips", kind="touchpoints"), Lane("last"))
    journey = Journey("j", model=model(*lanes), touchpoints=spots)
    picture = drawn(journey)
    order = sorted(("Last", "Emotions", "Chips", "Quotes"), key=lambda w: block(picture, w).y)
    assert order == ["Quotes", "Emotions", "Chips", "Last"]
    assert len(faces(picture)) == len(curves(picture)) == 1
    assert not curves(drawn(journey, lanes=["row"]))
    # What has no column could not be on the curve.
    assert not curves(drawn(journey.evolve(touchpoints=spots[1:])))


def test_added_emotions_stay_on_the_side_of_the_customer() -> None:
    """The row for emotions is not put below a line of interaction or of visibility."""
    lanes = (Lane("does", line="Line of interaction"), Lane("desk", kind="touchpoints"))
    spots = [Touchpoint("t", phase="p0", emotion=1)]
    picture = drawn(Journey("j", model=model(*lanes), touchpoints=spots))
    assert block(picture, "Emotions").y < block(picture, "Line of interaction").y


def test_touchpoints_without_a_lane_get_one() -> None:
    """Touchpoints are not lost where the model has no lane of their kind, whatever its keys."""
    spots = [Touchpoint("desk", phase="p0"), Touchpoint("hidden", phase="p0", lane="touchpoints")]
    journey = Journey("j", model=model(Lane("touchpoints", "Talk")), touchpoints=spots)
    picture = drawn(journey)
    assert block(picture, "Talk").y < block(picture, "Hidden").y < block(picture, "Touchpoints").y
    assert block(picture, "Touchpoints").y < block(picture, "Desk").y
    assert "Touchpoints" not in said(drawn(journey.evolve(touchpoints=spots[1:])))


def test_touchpoints_in_no_phase_are_named_below() -> None:
    """What has no column stands under the map, shortened where it is too much."""
    lost = [Touchpoint(f"t{number}", f"Lost and found {number}") for number in range(80)]
    few, many = (Journey("j", model=model("a"), touchpoints=lost[:n]) for n in (2, 80))
    assert "In no phase: Lost and found 0, Lost and found 1" in said(drawn(few))
    last = said(drawn(many, lang="nl"))[-1]
    assert last.startswith("In geen enkele fase: Lost")
    assert last.endswith("…")
    tooltips = [one.tooltip for one in cards(drawn(many).items)]
    assert any("Lost and found 79" in tooltip for tooltip in tooltips)
    assert not any(one.tooltip for one in cards(drawn(few).items))


# --- title and header -------------------------------------------------------------------


def test_the_title_names_whose_journey_it_is() -> None:
    """Persona, segment and quote stand under the title, and the state at the right."""
    who = Persona("p", "Sanne", segment="34, Maastricht", quote='"Frizzy again."')
    picture = drawn(Journey("j", "Curls", model=model("a"), persona=who, state="future"))
    words = said(picture)
    assert {"Curls", "Sanne, 34, Maastricht · “Frizzy again.”", "Future state"} <= set(words)
    assert drawn(SALON, title={"nl": "Mijn kaart"}, lang="nl").title == "Mijn kaart"
    assert "Only me" in said(drawn(Journey("j", model=model("a"), persona=Persona("o", "Only me"))))


def test_durations_stand_under_the_names_of_the_phases() -> None:
    """The lane with the key duration is no row, but the second line of the headers."""
    grid = model("duration", "a", notes=(Note("duration", "p0", "1 day"), Note("a", "p0", "x")))
    picture = drawn(grid)
    assert "Duration" not in said(picture)
    assert block(picture, "P0").y < block(picture, "1 day").y < block(picture, "A").y
    assert "1 day" not in said(drawn(grid, lanes=["a"]))
    assert "1 day" in said(drawn(grid, lanes=["duration"]))


def test_durations_with_touchpoints_keep_their_row() -> None:
    """A touchpoint is not lost because it stands in the lane of the durations."""
    spot = Touchpoint("clock", phase="p0", lane="duration")
    words = said(drawn(Journey("j", model=model("duration"), touchpoints=[spot])))
    assert {"Clock", "Duration"} <= set(words)


def test_phases_go_from_dark_to_light_and_tell_more() -> None:
    """Each header has its own shade of one hue, and a tooltip where there is more to know."""
    phase = Phase("p9", "Rest", description="What comes after.", customer_goal="Calm")
    grid = JourneyModel("m", phases=["a", phase], lanes=["x"])
    picture = drawn(grid)
    fills = [item.fill for item in leaves(picture.items) if isinstance(item, Polygon)]
    assert fills == [LIGHT.brand, LIGHT.brand2]
    assert card(picture, "Rest").tooltip == "Rest\nWhat comes after.\nCustomer goal: Calm"
    assert card(picture, "A").tooltip == ""


def test_long_names_of_phases_break_and_are_told_whole() -> None:
    """Two lines are usual, four the most; what is cut has its whole name in a tooltip."""
    usual, long, endless = "Use of the solution", " ".join([LONG] * 3), " ".join([LONG] * 9)
    grid = JourneyModel("m", phases=[Phase("a", usual), Phase("b", long), Phase("c", endless)])
    picture = drawn(grid, width=400, lanes=[])
    lines = [len(one.lines) for one in blocks(picture)[1:] if one.bold]
    assert lines == [2, 4, 4]
    assert [one.tooltip for one in cards(picture.items)][-1] == endless


# --- rows -------------------------------------------------------------------------------


def test_several_notes_are_a_list() -> None:
    """Once a cell holds more than one, all of the row have bullets; the first row is plain."""
    single = drawn(one_row("text", Note("row", "p0", "Look"), Note("row", "p1", "Buy")))
    several = drawn(one_row("text", Note("row", "p0", "Look"), Note("row", "p0", "Ask")))
    dots = [item for item in leaves(several.items) if isinstance(item, Ellipse) and item.rx < 3]
    assert block(single, "Look").bold
    assert not block(several, "Look").bold
    assert len([dot for dot in dots if dot.fill == LIGHT.rule]) == 2
    assert block(several, "Look").x > block(single, "Look").x


def test_long_and_later_notes_are_not_bold() -> None:
    """Only the first row is set in bold, and only what is short."""
    long = drawn(one_row("text", Note("row", "p0", "word " * 20)))
    assert not block(long, ("word " * 20).strip()).bold
    grid = model("one", "two", notes=(Note("one", "p0", "First"), Note("two", "p0", "Second")))
    assert [block(drawn(grid), words).bold for words in ("First", "Second")] == [True, False]


@pytest.mark.parametrize("words", ["Really?", '"Really?"', "“Really?”", " „Really?” "])
def test_quotes_have_quotation_marks_once(words: str) -> None:
    """Thoughts stand in quotation marks, and are muted."""
    picture = drawn(one_row("quotes", Note("row", "p0", words)))
    assert block(picture, "“Really?”").colour == LIGHT.muted


def test_pains_and_opportunities_have_their_marks() -> None:
    """Pains have triangles and opportunities crosses; scores are told in a tooltip."""
    notes = (
        Note("pains", "p0", "Too late", scores={"severity": 4, "our_score": 2}, source="survey"),
        Note("chances", "p0", "Sooner", evidence="qualitative"),
    )
    grid = model(Lane("pains", kind="pains"), Lane("chances", kind="opportunities"), notes=notes)
    picture = drawn(grid, lang="nl")
    triangles = [
        item
        for item in leaves(picture.items)
        if isinstance(item, Polygon) and len(item.points) == 3
    ]
    assert [item.fill for item in triangles] == [LIGHT.negative] * 2
    assert {"Pijnpunt", "Kans"} <= set(said(picture))
    tooltip = card(picture, "Too late").tooltip
    assert tooltip == "Bron: survey\nErnst: 4 van 5\nour score: 2 van 5"
    assert card(picture, "Sooner").tooltip == "Bekend uit: kwalitatief onderzoek"


def test_steps_are_numbered_along_the_journey() -> None:
    """Numbers run on from phase to phase."""
    notes = [Note("row", phase, f"Do {n}") for n, phase in enumerate(["p0", "p0", "p2"], 1)]
    words = said(drawn(one_row("steps", *notes, phases=3)))
    pairs = [(word, words[at + 1]) for at, word in enumerate(words) if word[:3] == "Do "]
    assert pairs == [("Do 1", "1"), ("Do 2", "2"), ("Do 3", "3")]


def test_values_stand_in_the_middle() -> None:
    """Values are centred in their column and bold."""
    picture = drawn(one_row("values", Note("row", "p0", "yes"), Note("row", "p1", "no")))
    for value, phase in (("yes", "P0"), ("no", "P1")):
        assert block(picture, value).anchor == "middle"
        assert block(picture, value).x == block(picture, phase).x
        assert block(picture, value).bold


def test_owners_come_from_the_touchpoints_where_no_note_names_them() -> None:
    """Each owner is named once a phase, and a note goes before."""
    spots = [
        Touchpoint("a", phase="p0", owner="Web team"),
        Touchpoint("b", phase="p0", owner="Web team"),
        Touchpoint("c", phase="p1", owner="Sales"),
        Touchpoint("d", phase="p0"),
    ]
    journey = one_row("owners", Note("row", "p1", "Board"), touchpoints=spots)
    words = said(drawn(journey, lanes=["row"]))
    assert words.count("Web team") == 1
    assert "Board" in words
    assert "Sales" not in words
    assert block(drawn(journey), "Board").colour == LIGHT.muted


def test_goals_stand_among_the_measures_where_no_note_does() -> None:
    """A goal of the phase or of its touchpoint shows metric, baseline, target and unit."""
    goals = [
        Goal("nps", phase="p0", metric="NPS", baseline=62, target=70.5, owner="Care"),
        Goal("book", touchpoint="page", unit="%", baseline=41),
        Goal("fly", phase="p0", target=-12_500),
        Goal("more", phase="p0", unit="x"),
        Goal("noted", phase="p1", metric="unseen"),
        Goal("nowhere"),
    ]
    grid = model(Lane("kpi", kind="measures"), Lane("more", kind="measures"))
    journey = Journey(
        "j",
        model=grid,
        goals=goals,
        touchpoints=[Touchpoint("page", phase="p0"), Touchpoint("lost")],
        notes=[Note("kpi", "p1", "CTR 3 %")],
    )
    picture = drawn(journey, lang="nl")
    words = [one for one in said(picture) if one[:4] in {"NPS ", "Book", "Fly ", "More", "CTR "}]
    assert words == ["NPS 62 → 70,5", "Book 41 %", "Fly → −12\u00a0500", "More", "CTR 3 %", "More"]
    assert block(picture, "NPS 62 → 70,5").colour == LIGHT.accent
    assert card(picture, "NPS 62 → 70,5").tooltip == "Nps\nVerantwoordelijk: Care"
    assert not {"unseen", "Nowhere"} & set(said(picture))


@pytest.mark.parametrize(
    ("value", "english", "dutch"),
    [(0.0, "→ 0", "→ 0"), (0.004, "→ 0.004", "→ 0,004"), (2.5e13, "→ 2.5e+13", "→ 2,5e+13")],
)
def test_figures_are_short_in_both_languages(value: float, english: str, dutch: str) -> None:
    """Very small and very large numbers keep three digits."""
    journey = one_row("measures", goals=[Goal("g", phase="p0", target=value)])
    assert f"G {english}" in said(drawn(journey))
    assert f"G {dutch}" in said(drawn(journey, lang="nl"))


def test_empty_notes_say_nothing() -> None:
    """A note without words takes no room and no number."""
    notes = [Note("row", "p0", words) for words in ("one", "", " ", "two")]
    words = said(drawn(one_row("steps", *notes)))
    assert [word for word in words if word in ("one", "two", "1", "2", "3", "4")] == [
        "one",
        "1",
        "two",
        "2",
    ]


def test_narrow_letters_make_no_long_lines() -> None:
    """Lines have at most 45 characters, however wide the column is."""
    picture = drawn(one_row("text", Note("row", "p0", "il il " * 60), phases=1))
    assert max(len(line) for one in blocks(picture) for line in one.lines) <= 45


@pytest.mark.parametrize("letter", ["e" + "\u0301" * 99, "\u200d".join("👩" * 50)])
def test_one_letter_of_many_characters(letter: str) -> None:
    """What a reader takes for one letter stays whole, and is no reason to try for ever."""
    picture = drawn(one_row("text", Note("row", "p0", f"So: {letter} there"), phases=1))
    assert any(letter in words for words in said(picture))


@pytest.mark.parametrize(
    ("words", "dash", "colour"),
    [
        ({"en": "Line of visibility"}, DASH_VISIBILITY, LIGHT.ink),
        ({"nl": "Zichtlijn"}, DASH_VISIBILITY, LIGHT.ink),
        ({"nl": "Lijn van interne interactie"}, DASH_INTERNAL, LIGHT.rule),
        ({"en": "Line of interaction"}, None, LIGHT.rule),
    ],
)
def test_lines_stand_under_their_lanes(
    words: dict[str, str], dash: tuple[float, float] | None, colour: str
) -> None:
    """The line follows its lane, with its words at the left and the look of its kind."""
    picture = drawn(model(Lane("above", line=words), "below"))
    (line,) = (item for item in leaves(picture.items) if isinstance(item, Polyline))
    label = block(picture, next(iter(words.values())))
    assert (line.dash, line.stroke) == (dash, colour)
    assert block(picture, "Above").y < label.y < line.points[0][1] < block(picture, "Below").y
    assert metrics.width(label.lines[0], 8.5, bold=True) + label.x < line.points[0][0]


def test_lane_names_break_well() -> None:
    """Names take two lines where they can, and a compound is hyphenated in its syllables."""
    lanes = (Lane("a", "Contact moments with the customer"), Lane("b", description="Why."))
    picture = drawn(model(*lanes))
    assert len(block(picture, "Contact moments with the customer").lines) == 2
    assert card(picture, "B").tooltip == "Why."
    compound = next(
        one
        for one in blocks(drawn(model(Lane("c", LONG + "sgegevens"))))
        if "Klant" in one.lines[0]
    )
    assert all(line.endswith("-") for line in compound.lines[:-1])


# --- touchpoints ------------------------------------------------------------------------


def chip_journey(**fields: Any) -> Journey:  # noqa: ANN401 - any field of a journey
    """Return a journey with one touchpoint of each realm."""
    spots = [
        Touchpoint("site", phase="p0", channel="website", moment_of_truth="zmot"),
        Touchpoint("shop", phase="p0", channel="shop"),
        Touchpoint("kiosk", phase="p1", channel="kiosk"),
        Touchpoint("talk", phase="p1"),
    ]
    return Journey(
        "j",
        model=model(Lane("row", kind="touchpoints")),
        channels=[Channel("kiosk", realm="hybrid")],
        touchpoints=spots,
        **fields,
    )


def shape_of(chip: Card) -> tuple[str, float]:
    """Return what tells a chip apart without colour: its shape and how round it is."""
    ground = next(
        item for item in chip.items if isinstance(item, (Rect, Curve)) and item.stroke is not None
    )
    return type(ground).__name__, ground.radius if isinstance(ground, Rect) else 0.0


@pytest.mark.parametrize(("theme", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_realms_differ_in_shape(theme: str, colours: Any) -> None:  # noqa: ANN401
    """Online is round, offline square, hybrid half of each, unknown in between."""
    picture = drawn(chip_journey(), theme=theme)
    shapes = {name: shape_of(card(picture, name)) for name in ("Site", "Shop", "Kiosk", "Talk")}
    assert shapes["Kiosk"][0] == "Curve"
    assert shapes["Site"][1] > shapes["Talk"][1] > shapes["Shop"][1]
    assert block(picture, "Site").background == colours.online_tint
    assert {"Online", "Offline", "Online and offline", "Channel not given"} <= set(said(picture))


def test_only_what_occurs_is_in_the_legend() -> None:
    """Without channels there is nothing to tell apart; without stars no star."""
    plain = Journey("j", model=model(), touchpoints=[Touchpoint("t", phase="p0")])
    assert said(drawn(plain))[-1] == "T"
    words = said(drawn(chip_journey()))
    assert "Moment of truth" in words
    assert not {"Assumption", "Pain point", "Available, not used on this route"} & set(words)


def test_a_moment_of_truth_has_a_star() -> None:
    """The star stands in the chip, and nowhere else than in the legend."""
    picture = drawn(chip_journey())
    stars = [
        item
        for item in leaves(picture.items)
        if isinstance(item, Polygon) and len(item.points) == 10
    ]
    assert len(stars) == 2
    assert any(item in card(picture, "Site").items for item in stars)


def test_chips_tell_all_in_words() -> None:
    """The tooltip holds what is known of a touchpoint, in the language of the picture."""
    spot = Touchpoint(
        "site",
        "Website",
        phase="p0",
        channel="website",
        emotion=-1.5,
        importance=4,
        moment_of_truth="fmot",
        owner="Web team",
        evidence="anecdotal",
        description="Looks around.",
    )
    picture = drawn(Journey("j", model=model(), touchpoints=[spot, "x"], route=["x"]), lang="nl")
    assert card(picture, "Website").tooltip.split("\n") == [
        "Website",
        "Looks around.",
        "Kanaal: Website",
        "Emotie: −1,5",
        "Belang: 4 van 5",
        "Moment van de waarheid: de keuze (FMOT)",
        "Verantwoordelijk: Web team",
        "Bekend uit: losse opmerkingen",
        "Niet op deze route",
    ]


def test_touchpoints_off_the_route_are_hollow() -> None:
    """What the persona does not meet is dashed and not filled; the legend says so."""
    picture = drawn(chip_journey(route=["site"]))
    for name, dashed in {"Site": False, "Shop": True, "Kiosk": True, "Talk": True}.items():
        outlines = [
            item
            for item in card(picture, name).items
            if isinstance(item, (Rect, Curve)) and item.dash
        ]
        assert bool(outlines) is dashed
        assert block(picture, name).bold is not dashed
    assert "Available, not used on this route" in said(picture)
    assert "not used" not in " ".join(said(drawn(chip_journey(route=[]))))


def test_words_and_touchpoints_share_a_cell() -> None:
    """In a lane for touchpoints they come first, in any other lane the words do."""
    grid = model(Lane("talk"), Lane("met", kind="touchpoints"))
    spots = [Touchpoint("a", phase="p0", lane="talk"), Touchpoint("b", phase="p0")]
    notes = [Note("talk", "p0", "About a"), Note("met", "p0", "About b", touchpoint="b")]
    picture = drawn(Journey("j", model=grid, touchpoints=spots, notes=notes))
    assert block(picture, "About a").bottom < card(picture, "A").y
    assert card(picture, "B").box[3] < block(picture, "About b").y
    assert card(picture, "About b").tooltip == "About: B"


def test_a_narrow_chip_gives_its_name_the_room() -> None:
    """Where a name would be broken to bits, the icon is left out."""
    spot = Touchpoint("t", LONG, phase="p0", channel="website", moment_of_truth="zmot")
    journey = Journey("j", model=model(phases=5), touchpoints=[spot])
    wide, narrow = drawn(journey), drawn(journey, width=320)
    icons = [
        sum(isinstance(item, (Curve, Ellipse)) for item in chip.items)
        for chip in (
            next(one for one in cards(picture.items) if one.tooltip.startswith(LONG))
            for picture in (wide, narrow)
        )
    ]
    assert icons[0] > icons[1] == 0


# --- evidence ---------------------------------------------------------------------------


def rings(picture: Scene) -> list[Ellipse]:
    """Return the marks of assumptions."""
    return [
        item
        for item in leaves(picture.items)
        if isinstance(item, Ellipse) and item.fill is None and item.rx < 3
    ]


def test_assumptions_are_marked_beside_what_is_known() -> None:
    """Each assumption has a ring and the legend one, if anything is known in another way."""
    note, spot = Note("row", "p0", "Guess", evidence="assumption"), Touchpoint("t", phase="p1")
    guessed = spot.evolve(evidence="assumption", emotion=1)
    words = Note("feel", "p1", "Happy", evidence="assumption")
    grid = model(Lane("row", kind="touchpoints"), Lane("feel", kind="emotion"), Lane("x"))
    base = Journey("j", model=grid, touchpoints=[guessed], notes=[note, words])
    known = base.evolve(notes=[note, words, Note("x", "p0", "Seen", evidence="quantitative")])
    assert rings(drawn(base)) == []
    assert len(rings(drawn(known))) == 4
    assert "Assumption" in said(drawn(known))
    assert rings(drawn(known, lanes=["row"])) == []


# --- emotions ---------------------------------------------------------------------------


def felt(*scores: float | None, phases: int = 2, **fields: Any) -> Journey:  # noqa: ANN401
    """Return a journey whose touchpoints, dealt out over the phases, have these emotions."""
    each = -(-len(scores) // phases)
    spots = [
        Touchpoint(f"t{number}", phase=f"p{number // each}", emotion=score)
        for number, score in enumerate(scores)
    ]
    fields = {"touchpoints": spots} | fields
    return Journey("j", model=model(Lane("row", kind="emotion"), phases=phases), **fields)


def test_the_curve_runs_through_all_points() -> None:
    """Every emotion on the route lies on the curve, from side to side of the columns."""
    picture = drawn(felt(1, -2, 0.5, 2))
    (curve,) = curves(picture)
    zero = block(picture, "0").y + block(picture, "0").height / 2
    two = block(picture, "+2").y + block(picture, "+2").height / 2
    scores = [(zero - y) / (zero - two) * 2 for _, y in curve.points[::3]]
    assert scores == pytest.approx([1, 1, -2, 0.5, 2, 2])
    left, right = block(picture, "P0").x, block(picture, "P1").x
    column = right - left
    assert curve.points[0][0] == pytest.approx(left - column / 2)
    assert curve.points[-1][0] == pytest.approx(right + column / 2)


def test_the_curve_begins_and_ends_with_what_is_known() -> None:
    """Touchpoints without an emotion keep their place, and the curve does not reach them."""
    picture = drawn(felt(None, 1, 1, None))
    (curve,) = curves(picture)
    assert curve.points[0][0] == pytest.approx(block(picture, "P0").x, abs=0.5)
    assert curve.points[-1][0] == pytest.approx(block(picture, "P1").x, abs=0.5)


@settings(max_examples=30)
@given(st.lists(st.none() | st.floats(-2, 2), min_size=1, max_size=40))
def test_the_curve_never_leaves_the_scale(scores: list[float | None]) -> None:
    """Between two points it shows no high or low that was not measured."""
    picture = drawn(felt(*scores))
    known = [score for score in scores if score is not None]
    for curve in curves(picture):
        highest, lowest = min(y for _, y in curve.points), max(y for _, y in curve.points)
        assert (lowest - highest) / 26 == pytest.approx(max(known) - min(known), abs=1e-6)


def test_each_phase_shows_one_face_at_its_strongest_point() -> None:
    """Other points have a dot; tooltips name the touchpoints."""
    picture = drawn(felt(0.5, -1.5, 0, 0))
    assert [face.tooltip.split("\n")[0] for face in faces(picture)] == ["T1", "T2"]
    colours = [
        face.items[0].stroke for face in faces(picture) if isinstance(face.items[0], Ellipse)
    ]
    assert colours == [LIGHT.negative, LIGHT.neutral]
    assert len([one for one in cards(picture.items) if one.role == "mark"]) == 4


def test_the_route_orders_the_curve() -> None:
    """Points stand where the persona meets them first; what she does not meet has none."""
    route = ["t1", "t0", "t1"]
    picture = drawn(felt(2, -2, 1, 1, route=route))
    (curve,) = curves(picture)
    assert curve.points[3][1] > curve.points[6][1]
    assert len(faces(picture)) == 1


def test_words_stand_above_what_is_good_and_below_what_is_bad() -> None:
    """The word of a phase stands at its face, centred where there is room."""
    notes = [Note("row", "p0", "Curious"), Note("row", "p1", "Unsure")]
    picture = drawn(felt(1, -1, notes=notes))
    good, bad = faces(picture)
    assert block(picture, "Curious").bottom < good.y
    assert block(picture, "Unsure").y > bad.y + bad.height
    assert block(picture, "Curious").x == pytest.approx(good.x + good.width / 2)


def test_words_about_the_touchpoint_go_first_and_others_below() -> None:
    """Of several words that about the face's touchpoint stands at it, the rest under the curve."""
    notes = [
        Note("row", "p0", "In general"),
        Note("row", "p0", "Thrilled", touchpoint="t0"),
        Note("row", "p1", "Nothing felt here"),
    ]
    picture = drawn(felt(2, None, notes=notes))
    (face,) = faces(picture)
    assert block(picture, "Thrilled").bold
    assert block(picture, "Thrilled").bottom < face.y
    for words in ("In general", "Nothing felt here"):
        assert block(picture, words).y > block(picture, "−2").y
        assert not block(picture, words).bold


@pytest.mark.parametrize("words", ["word " * 30, LONG * 2])
def test_long_words_stand_under_the_curve(words: str) -> None:
    """What takes many lines or would have to be broken does not stand at a face."""
    picture = drawn(felt(1, 1, notes=[Note("row", "p0", words)]))
    found = next(one for one in blocks(picture) if one.lines[0].startswith(words[:4]))
    assert found.y > block(picture, "−2").y


def test_words_avoid_the_curve() -> None:
    """Where the curve rises beside a face, the words move aside or to the other side of it."""
    notes = [Note("row", "p0", "Rather hopeful now"), Note("row", "p1", "x", touchpoint="t1")]
    for scores in itertools.product((-2, -0.4, 0.3, 1.9), repeat=3):
        picture = drawn(felt(*scores, phases=3, notes=notes))
        words = block(picture, "Rather hopeful now")
        (curve,) = curves(picture)
        half = metrics.width("Rather hopeful now", 9.5, bold=True) / 2
        for x, y in curve.points:
            inside = abs(x - words.x) < half and words.y < y < words.bottom
            assert not inside


@pytest.mark.parametrize("sign", [1, -1])
def test_words_in_an_area_know_its_tint(sign: int) -> None:
    """Where a valley leaves no room above a face, the words stand in the area below it."""
    notes = [Note("row", "p1", "Of two minds about what comes next")]
    picture = drawn(felt(2 * sign, 0.95 * sign, 2 * sign, phases=3, notes=notes))
    words, (_, face, _) = block(picture, notes[0].text.pick()), faces(picture)
    (area,) = (item for item in picture.items if isinstance(item, Curve) and item.fill is not None)
    assert words.background == area.fill
    assert (words.y > face.y) == (sign > 0)


def test_words_may_reach_beyond_the_curve() -> None:
    """Words at the only feeling of a phase keep to their column, and lie on its ground."""
    notes = [Note("row", "p0", "So many words for one small feeling")]
    picture = drawn(felt(1, *[None] * 5, phases=1, notes=notes))
    words, (curve,) = block(picture, "So many words for one small feeling"), curves(picture)
    assert words.x > curve.points[-1][0]
    assert words.background == LIGHT.panel


def test_without_emotions_the_words_are_text() -> None:
    """An emotion lane without any emotion has no curve and no scale."""
    picture = drawn(one_row("emotion", Note("row", "p0", "Curious")))
    assert curves(picture) == []
    assert "+2" not in said(picture)
    assert "Curious" in said(picture)


def test_many_points_have_no_dots() -> None:
    """Dots that would touch are left out."""
    picture = drawn(felt(*[1.0] * 100, phases=1))
    assert len([one for one in cards(picture.items) if one.role == "mark"]) == 1


# --- many phases, many touchpoints --------------------------------------------------------


@pytest.mark.parametrize(
    ("phases", "rows"), [(8, [5, 3]), (9, [5, 4]), (11, [6, 5]), (13, [5, 5, 3]), (20, [5] * 4)]
)
def test_many_phases_fold_into_bands(phases: int, rows: list[int]) -> None:
    """Bands have five or six columns, each with its own headers and lanes."""
    grid = model(Lane("row", kind="emotion"), phases=phases)
    spots = [Touchpoint(f"t{n}", phase=f"p{n}", emotion=n % 3 - 1) for n in range(phases)]
    picture = drawn(Journey("j", model=grid, touchpoints=spots), lanes=["row"])
    tops = [block(picture, f"P{number}").y for number in range(phases)]
    assert [len(list(band)) for _, band in itertools.groupby(tops)] == rows
    assert said(picture).count("Row") == len(rows)
    assert said(picture).count("+2") == len(rows)
    found = curves(picture)
    assert len(found) == len(rows)


def test_the_curve_goes_on_in_the_next_band() -> None:
    """Where one band ends, the next begins at the same height of the same scale."""
    grid = model(Lane("row", kind="emotion"), phases=9)
    spots = [Touchpoint(f"t{n}", phase=f"p{n}", emotion=(-1) ** n * n / 5) for n in range(9)]
    picture = drawn(Journey("j", model=grid, touchpoints=spots))
    zeros = [one.y + one.height / 2 for one in blocks(picture) if one.lines == ("0",)]
    first, second = curves(picture)
    end, start = first.points[-1][1] - zeros[0], second.points[0][1] - zeros[1]
    assert end == pytest.approx(start)
    assert 0 < abs(end) < 52


def test_a_band_without_feelings_keeps_its_scale() -> None:
    """The curve ends where it ends; the scale is there in every band."""
    grid = model(Lane("row", kind="emotion"), phases=9)
    spots = [Touchpoint("t", phase="p0", emotion=1)]
    picture = drawn(Journey("j", model=grid, touchpoints=spots))
    assert said(picture).count("+2") == 2
    assert len(curves(picture)) == 1


def crowd(count: int, phases: int, **spot: Any) -> Journey:  # noqa: ANN401 - any field of it
    """Return a journey with many touchpoints."""
    channels = ["website", "shop", "contact_centre", None]
    spots = [
        Touchpoint(
            f"t{n}",
            **{
                "phase": f"p{n % phases}",
                "channel": channels[n % 4],
                "emotion": n % 5 - 2,
                **spot,
            },
        )
        for n in range(count)
    ]
    lanes = [Lane("words"), Lane("feel", kind="emotion"), Lane("row", kind="touchpoints")]
    notes = [Note("words", f"p{n}", "Looks at the result") for n in range(phases)]
    route = [f"t{n}" for n in range(count) if n % 3]
    return Journey(
        "j", model=model(*lanes, phases=phases), touchpoints=spots, notes=notes, route=route
    )


def signs(picture: Scene) -> list[Card]:
    """Return the small signs of touchpoints."""
    return [one for one in cards(picture.items) if one.width == one.height == 12]


def test_too_many_touchpoints_are_signs_with_names_in_tooltips() -> None:
    """Above sixty each is a small sign; their number is said in every cell."""
    assert signs(drawn(crowd(60, 5))) == []
    picture = drawn(crowd(61, 5))
    assert sorted(sign.tooltip.split("\n")[0] for sign in signs(picture)) == sorted(
        f"T{n}" for n in range(61)
    )
    words = said(picture)
    assert words.count("12 touchpoints") == 4
    assert words.count("13 touchpoints") == 1
    legend = {"Online", "Offline", "Online and offline", "Channel not given"}
    assert legend | {"Positive", "Negative", "Available, not used on this route"} <= set(words)
    assert "1 contactmoment" in said(drawn(crowd(61, 61), lang="nl"))


def test_signs_without_emotions_have_the_colour_of_their_realm() -> None:
    """Where nothing is felt, no sign is good or bad, and empty cells stay empty."""
    journey = crowd(61, 2, emotion=None, phase="p0", evidence="assumption", channel="website")
    journey = journey.evolve(notes=[Note("words", "p1", "x", evidence="qualitative")])
    picture = drawn(journey)
    shapes = [item for sign in signs(picture) for item in sign.items]
    assert {item.stroke for item in shapes if isinstance(item, Rect)} == {LIGHT.online}
    assert not any(isinstance(item, Polyline) for item in shapes)
    assert not {"Positive", "Negative", "Assumption"} & set(said(picture))


def test_wide_maps_scale_their_columns() -> None:
    """The width that is asked for is kept, down to columns of 96 points."""
    grid = model("a", phases=4)
    assert drawn(grid, width=1000).width == pytest.approx(1000)
    assert drawn(grid, width=2000).width == pytest.approx(2000)
    narrow = drawn(grid, width=320)
    columns = [block(narrow, f"P{number}").x for number in range(4)]
    assert [b - a for a, b in itertools.pairwise(columns)] == pytest.approx([96] * 3)
    assert narrow.width > 320


@pytest.mark.parametrize("phases", [1, 2, 3])
def test_few_phases_leave_room_for_title_and_legend(phases: int) -> None:
    """A map of one phase is no narrower than its title needs."""
    assert 450 < drawn(model("a", phases=phases)).width < 800


def test_two_hundred_touchpoints_are_quick() -> None:
    """Scene and SVG take no time that anybody waits for, also while coverage looks on."""
    drawn(SALON)
    for subject, most in ((crowd(200, 20), 8.0), (SALON, 2.0)):
        times = list(_times(subject))
        assert min(times) < most


def _times(subject: Journey) -> Iterator[float]:
    for _ in range(3):
        start = time.process_time()
        to_svg(scene(subject, Options()))
        yield time.process_time() - start


# --- what it says of itself ---------------------------------------------------------------


def test_the_description_tells_the_map_in_words() -> None:
    """Title, persona, phases, touchpoints, extremes of emotion and pains, in both languages."""
    assert drawn(SALON).description == (
        "Journey map “Finding a curly-hair salon” of Sanne (current state). 5 phases: Awareness, "
        "Consideration, Decision, Action (use of the solution), Evaluation. 16 touchpoints. "
        "Emotion is lowest at Booking page (−1.7) and highest at Talk with stylist (+2). "
        "7 pain points."
    )
    assert drawn(SALON, lang="nl").description == (
        "Klantreiskaart “Op zoek naar een krullenkapper” van Sanne (huidige situatie). 5 fasen: "
        "Bewustwording, Overweging, Beslissing, Actie, Evaluatie. 16 contactmomenten. De emotie "
        "is het laagst bij Afsprakenpagina (−1,7) en het hoogst bij Gesprek met de kapper (+2). "
        "7 pijnpunten."
    )


def test_the_description_of_little_is_short() -> None:
    """One phase, one touchpoint and one emotion are told in the singular; a model has no state."""
    grid = model(Lane("row", kind="pains"), phases=1)
    journey = felt(-1, phases=1).evolve(model=grid, notes=[Note("row", "p0", "Ouch")])
    assert drawn(journey).description == (
        "Journey map “J” (current state). 1 phase: P0. 1 touchpoint. Emotion at T0: −1. "
        "1 pain point."
    )
    assert drawn(model("a")).description == "Journey map “Grid”. 2 phases: P0, P1."
    assert "20 phases: from P0 to P19." in drawn(model("a", phases=20)).description


def test_words_that_look_like_places_to_fill_in_are_left_alone() -> None:
    """Braces in labels are letters like any other."""
    persona = Persona("p", "{title}")
    journey = felt(1, label="{x} {0}", persona=persona)
    assert drawn(journey).description.startswith("Journey map “{x} {0}” of {title} (")


def test_a_bare_journey_is_drawn() -> None:
    """One phase, no touchpoints, no notes, no persona: a header and empty rows."""
    words = said(drawn(Journey("j", model=model("a", phases=1))))
    assert sorted(words) == ["A", "Current state", "J", "P0"]
