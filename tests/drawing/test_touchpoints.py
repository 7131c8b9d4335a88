"""Touchpoints along the time, and the route that leads along them."""

import itertools

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from journeykit.channels import Channel
from journeykit.drawing import icons
from journeykit.drawing.boxes import overlap
from journeykit.drawing.checks import problems
from journeykit.drawing.options import Options
from journeykit.drawing.palette import LIGHT
from journeykit.drawing.scene import (
    Card,
    Curve,
    Ellipse,
    Polygon,
    Rect,
    Scene,
    Shape,
    TextBlock,
    cards,
    leaves,
)
from journeykit.drawing.svg import to_svg
from journeykit.drawing.views._stops import Band, Stop, bands_of, rows_of
from journeykit.drawing.views.touchpoints import scene
from journeykit.drawing.views.touchpoints.places import Place, Zone, named
from journeykit.errors import RenderError
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.persona import Persona
from journeykit.presets import AIDA, SALON
from journeykit.testing import journeys, models
from journeykit.touchpoint import Touchpoint

ENGLISH = Options()
DUTCH = Options(lang="nl")
WANTED = st.builds(
    Options,
    lang=st.sampled_from(("en", "nl")),
    theme=st.sampled_from(("light", "dark")),
    width=st.none() | st.floats(320, 2000),
)
NAMES = st.sampled_from(
    (
        "Website",
        "Klanttevredenheidsonderzoek",
        "Afspraakbevestiging per sms",
        "Tip van een vriendin",
        "",
        "Talk",
    )
)
ABOVE: tuple[Zone, ...] = ("online",)
CHANNELS = st.sampled_from((None, "website", "shop", "contact_centre", "email"))


@st.composite
def crowded(draw: st.DrawFn, most: int = 50) -> Journey:
    """Make journeys with many touchpoints, and routes that go to and fro."""
    count = draw(st.integers(1, most))
    phases = [f"p{number}" for number in range(draw(st.integers(1, 12)))]
    loose = draw(st.booleans())
    spots = [
        Touchpoint(
            f"t{number}",
            draw(NAMES) or f"T{number}",
            phase=draw(st.sampled_from(phases)) if not loose or number % 3 else None,
            channel=draw(CHANNELS),
            emotion=draw(st.sampled_from((None, -2, -1, 0, 1, 2))),
        )
        for number in range(count)
    ]
    keys = st.sampled_from([spot.key for spot in spots])
    route = draw(st.none() | st.lists(keys, max_size=count + 5))
    return Journey("crowd", model=JourneyModel("m", phases=phases), touchpoints=spots, route=route)


def journey(*spots: Touchpoint | str, **fields: object) -> Journey:
    """Return a journey without phases."""
    return Journey("j", touchpoints=spots, **fields)  # type: ignore[arg-type]


def many(count: int, *, phases: int = 4, **fields: object) -> Journey:
    """Return a journey with so many touchpoints, spread over so many phases."""
    keys = [f"p{number}" for number in range(phases)]
    spots = [
        Touchpoint(f"t{number}", phase=keys[number * phases // count], channel="website")
        for number in range(count)
    ]
    grid = JourneyModel("grid", phases=keys)
    return Journey("many", model=grid, touchpoints=spots, **fields)  # type: ignore[arg-type]


def said(picture: Scene) -> list[str]:
    """Return all blocks of text, each on one line."""
    return [" ".join(one.lines) for one in leaves(picture.items) if isinstance(one, TextBlock)]


def stops_of(picture: Scene) -> dict[str, list[Card]]:
    """Return the stops, by the first line of what they say when pointed at."""
    found: dict[str, list[Card]] = {}
    for card in cards(picture.items):
        if card.role in ("card", "mark"):
            found.setdefault(card.tooltip.split("\n")[0], []).append(card)
    return found


def badge_of(card: Card) -> Shape:
    """Return the ground of a stop."""
    return card.items[0]


def middle_of(card: Card) -> tuple[float, float]:
    """Return the middle of a badge."""
    shape = badge_of(card)
    assert not isinstance(shape, TextBlock)
    left, top, right, bottom = shape.box
    return ((left + right) / 2, (top + bottom) / 2)


def dots_of(picture: Scene) -> list[Ellipse]:
    """Return the dots of the route, those of the legend too."""
    return [
        one for one in leaves(picture.items) if isinstance(one, Ellipse) and one.radii == (1.6, 1.6)
    ]


def axes_of(picture: Scene) -> list[float]:
    """Return the heights of the time lines."""
    return [
        one.points[0][1]
        for one in picture.items
        if isinstance(one, Curve) and one.stroke == LIGHT.rule and len(one.points) == 4
    ]


# --- what holds for all -----------------------------------------------------------------


@given(subject=journeys(min_touchpoints=1), options=WANTED)
def test_all_can_be_read(subject: Journey, options: Options) -> None:
    """Whatever the route, no words overlap, spill or fade."""
    picture = scene(subject, options)
    assert problems(picture) == []
    if options.width is not None:
        assert picture.width == options.width


@given(subject=crowded(), options=WANTED)
def test_crowds_can_be_read(subject: Journey, options: Options) -> None:
    """Folded into rows, with ways to and fro, it is no different."""
    assert problems(scene(subject, options)) == []


@given(
    model=st.none() | models(max_phases=30),
    count=st.integers(61, 90),
    names=st.lists(NAMES, min_size=5, max_size=5),
    channels=st.lists(CHANNELS, min_size=3, max_size=3),
    options=WANTED,
)
def test_very_many_can_be_read(
    model: JourneyModel | None,
    count: int,
    names: list[str],
    channels: list[str | None],
    options: Options,
) -> None:
    """So it is with one mark each."""
    places = [None] if model is None else [*(phase.key for phase in model.phases)]
    spots = [
        Touchpoint(
            f"t {number}",
            names[number % 5],
            phase=places[number % len(places)],
            channel=channels[number % 3],
            emotion=number % 5 - 2,
        )
        for number in range(count)
    ]
    picture = scene(Journey("crowd", model=model, touchpoints=spots), options)
    assert problems(picture) == []
    assert sum(card.role == "mark" for card in cards(picture.items)) == count


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("width", [None, 320, 700, 1700])
def test_the_salon_can_be_read(lang: str, theme: str, width: float | None) -> None:
    """The journey that comes with the library makes a good picture."""
    options = Options(lang=lang, theme=theme, width=width)
    picture = scene(SALON, options)
    assert problems(picture) == []
    assert (picture.lang, picture.background) == (lang, options.theme.paper)
    assert picture.width == (width or 1190)


@given(subject=crowded())
def test_every_visit_and_every_touchpoint_has_its_place(subject: Journey) -> None:
    """The route's stops are numbered in order; what it leaves aside is there as well."""
    stops = [stop for band in bands_of(subject, "en") for stop in band.stops]
    visits = {stop.number: stop.spot.key for stop in stops if stop.number is not None}
    assert [visits[number] for number in sorted(visits)] == list(subject.route)
    assert sorted(visits) == list(range(1, len(subject.route) + 1))
    rest = sorted(stop.spot.key for stop in stops if stop.number is None)
    assert rest == sorted(spot.key for spot in subject.touchpoints if spot.key not in subject.route)


@given(
    slots=st.lists(st.integers(0, 40), min_size=1, max_size=25),
    most=st.integers(2, 18),
    phases=st.integers(1, 6),
)
def test_rows_keep_their_bounds(slots: list[int], most: int, phases: int) -> None:
    """Rows hold all stops in their order, and are never overfull."""
    stop = Stop(Touchpoint("t"), None, None)
    bands = [Band("p", place, (stop,) * count) for place, count in enumerate(slots)]
    rows = rows_of(bands, most=most, phases=phases)
    parts = [band for row in rows for band in row]
    assert [band.place for band in parts] == sorted(band.place for band in parts)
    assert {band.place for band in parts} == set(range(len(slots)))
    for place, count in enumerate(slots):
        assert sum(len(band.stops) for band in parts if band.place == place) == count
    for row in rows:
        assert sum(band.slots for band in row) <= most
        assert len(row) <= phases or len(rows) == 1
    fullest = max(sum(band.slots for band in row) for row in rows)
    assert len(rows) == 1 or fullest <= most


def test_the_same_picture_again() -> None:
    """The same journey gives the same picture, to the letter."""
    assert scene(SALON, ENGLISH) == scene(SALON, ENGLISH)
    assert to_svg(scene(SALON, DUTCH)) == to_svg(scene(SALON, DUTCH))


# --- where stops stand ------------------------------------------------------------------


def test_online_is_above_and_offline_below() -> None:
    """The time line lies between them, and what is both stands on it."""
    subject = journey(
        Touchpoint("site", channel="website"),
        Touchpoint("visit", channel="shop"),
        Touchpoint("call", channel="contact_centre"),
        Touchpoint("talk"),
    )
    picture = scene(subject, ENGLISH)
    (axis,) = axes_of(picture)
    heights = {name: middle_of(found[0])[1] for name, found in stops_of(picture).items()}
    assert heights["Site"] < axis < heights["Visit"]
    assert heights["Call"] == heights["Talk"] == pytest.approx(axis)
    assert problems(picture) == []


def test_realms_differ_in_shape() -> None:
    """Round is online, square is offline, half round is both, and round corners are unknown."""
    channels = ["website", "shop", "contact_centre", None]
    subject = journey(
        *(Touchpoint(f"t{number}", channel=channel) for number, channel in enumerate(channels))
    )
    picture = scene(subject, ENGLISH)
    badges = [badge_of(stops_of(picture)[f"T{number}"][0]) for number in range(4)]
    assert isinstance(badges[2], Curve)
    roundness = [
        one.radius / one.width for one in (badges[0], badges[1], badges[3]) if isinstance(one, Rect)
    ]
    assert roundness == pytest.approx([0.5, 0.1, 0.3], abs=0.05)
    assert {"Online", "Offline", "Online and offline", "Channel not given"} < set(said(picture))


def test_own_channels_have_their_own_realm() -> None:
    """The journey's channel takes the place of the catalogue's."""
    kiosk = Channel("website", realm="offline")
    picture = scene(journey(Touchpoint("a", channel="website"), channels=[kiosk]), ENGLISH)
    (axis,) = axes_of(picture)
    assert middle_of(stops_of(picture)["A"][0])[1] > axis
    assert "Online" not in said(picture)


def test_phases_are_in_order_and_stops_within_them() -> None:
    """Chevrons run from left to right, each over its own stops."""
    picture = scene(SALON, ENGLISH)
    chevrons = [one.box for one in picture.items if isinstance(one, Polygon)][:5]
    assert [box[0] for box in chevrons] == sorted(box[0] for box in chevrons)
    names = {spot.key: str(spot.label) for spot in SALON.touchpoints}
    assert SALON.model is not None
    for place, phase in enumerate(SALON.model.phases):
        left, _, right, _ = chevrons[place]
        for spot in SALON.touchpoints_in(phase=phase.key):
            assert left < middle_of(stops_of(picture)[names[spot.key]][0])[0] < right


def test_no_two_stops_share_a_slot() -> None:
    """Each stop of a row has its own x."""
    found = [card for several in stops_of(scene(SALON, ENGLISH)).values() for card in several]
    places = sorted(middle_of(card)[0] for card in found)
    assert len(places) == 16
    assert min(there - here for here, there in itertools.pairwise(places)) >= 62


def test_a_phase_without_touchpoints_has_room() -> None:
    """Where nothing happens there is still a phase."""
    grid = JourneyModel("grid", phases=["before", "during", "after"])
    subject = Journey("j", model=grid, touchpoints=[Touchpoint("a", phase="during")])
    assert {"Before", "During", "After"} < set(said(scene(subject, ENGLISH)))


def test_touchpoints_without_a_phase_come_first() -> None:
    """They stand in a band of their own that says so."""
    grid = JourneyModel("grid", phases=["before", "after"])
    spots = [Touchpoint("a", phase="after"), Touchpoint("b")]
    subject = Journey("j", model=grid, touchpoints=spots)
    picture = scene(subject, DUTCH)
    assert said(picture)[2:5] == ["Geen fase", "Before", "After"]
    assert problems(picture) == []
    phaseless = subject.evolve(touchpoints=["a", "b"])
    assert not {"Geen fase", "Before"} & set(said(scene(phaseless, DUTCH)))


def test_stops_without_channels_carry_their_number() -> None:
    """A plain journey needs neither zones nor icons."""
    picture = scene(journey("door", "desk", "exit"), ENGLISH)
    assert said(picture) == [
        "J",
        "The customer’s route (dotted) along the touchpoints",
        "time",
        "1",
        "Door",
        "2",
        "Desk",
        "3",
        "Exit",
        "Customer’s route",
    ]
    hundred = journey("a", "b", route=["a", "b"] * 55)
    assert {"9", "99", "110"} < set(said(scene(hundred, ENGLISH)))
    assert problems(scene(hundred, ENGLISH)) == []


# --- badges -----------------------------------------------------------------------------


def test_a_stop_shows_its_channel_its_number_and_its_emotion() -> None:
    """A badge carries the channel's icon, the number of the stop, and a face."""
    picture = scene(SALON, ENGLISH)
    (card,) = stops_of(picture)["Booking page"]
    texts = [one for one in card.items if isinstance(one, TextBlock)]
    assert [one.lines for one in texts] == [("6",), ("Booking page",)]
    drawn = icons.icon(icons.channel_icon("online_booking", realm="online"), 0, 0, 17, LIGHT.paper)
    assert sum(getattr(one, "stroke", None) == LIGHT.paper for one in card.items) == len(drawn)
    frown = [one for one in card.items if getattr(one, "stroke", None) == LIGHT.negative]
    assert len(frown) == 2
    assert "Emotion: −1.7" in card.tooltip
    assert card.tooltip.endswith("Stop 6 of the route")


def test_what_is_not_used_is_hollow() -> None:
    """Touchpoints that the route leaves aside have no number, no face and no filling."""
    picture = scene(SALON, ENGLISH)
    (unused,) = stops_of(picture)["Radio advert"]
    (used,) = stops_of(picture)["Shop window"]
    fills = [getattr(badge_of(card), "fill", None) for card in (unused, used)]
    assert fills[0] != fills[1] == LIGHT.offline
    assert [one.bold for one in unused.items if isinstance(one, TextBlock)] == [False]
    assert "Not on this route" in unused.tooltip
    assert "Available, not used on this route" in said(picture)
    full = SALON.evolve(route=[spot.key for spot in SALON.touchpoints])
    assert "Available, not used on this route" not in said(scene(full, ENGLISH))


def test_a_name_of_spaces_is_no_name() -> None:
    """Where there is nothing to read, nothing is written."""
    picture = scene(journey(Touchpoint("a", " ")), ENGLISH)
    (card,) = (card for card in cards(picture.items) if card.role == "card")
    assert [one.lines for one in card.items if isinstance(one, TextBlock)] == [("1",)]


def test_a_repeat_has_a_further_stop() -> None:
    """Who comes by twice stops twice."""
    picture = scene(journey("a", "b", route=["a", "b", "a"]), ENGLISH)
    assert len(stops_of(picture)["A"]) == 2
    assert [card.tooltip.split("\n")[1] for card in stops_of(picture)["A"]] == [
        "Stop 1 of the route",
        "Stop 3 of the route",
    ]


# --- the route --------------------------------------------------------------------------


def test_the_route_is_a_line_of_round_dots() -> None:
    """Dots are evenly spaced along the way from stop to stop."""
    picture = scene(journey("a", "b"), ENGLISH)
    (axis,) = axes_of(picture)
    places = [dot.x for dot in dots_of(picture) if dot.y == axis]
    steps = [there - here for here, there in itertools.pairwise(places)]
    assert len(places) > 3
    assert steps == pytest.approx([6.6] * len(steps), abs=0.02)
    first, last = (middle_of(stops_of(picture)[name][0])[0] for name in "AB")
    assert first < places[0]
    assert places[-1] < last


def test_without_a_route_there_are_no_dots() -> None:
    """A journey may just list what there is."""
    picture = scene(SALON.evolve(route=[]), ENGLISH)
    assert dots_of(picture) == []
    assert "Touchpoints in the order of time" in said(picture)
    assert "Customer’s route" not in said(picture)
    assert picture.description.startswith("Touchpoints: Shop window")


def test_a_single_stop_makes_no_route() -> None:
    """Where no dots lead on, neither the legend nor the subtitle speaks of a dotted line."""
    words = said(scene(journey("a"), ENGLISH))
    assert "Touchpoints in the order of time" in words
    assert "Customer’s route" not in words
    assert "Customer’s route" in said(scene(journey("a", route=["a", "a"]), ENGLISH))


@pytest.mark.parametrize("count", [3, 61])
def test_what_no_route_leaves_aside_is_not_called_unused(count: int) -> None:
    """Where there is no route, every touchpoint is full, with its feeling, and none is unused."""
    spots = [Touchpoint(f"t{n}", channel="website", emotion=1) for n in range(count)]
    picture = scene(journey(*spots, route=[]), ENGLISH)
    routed = scene(journey(*spots), ENGLISH)
    for name in ("T0", "T2"):
        (one,), (other,) = stops_of(picture)[name], stops_of(routed)[name]
        assert getattr(badge_of(one), "fill", 0) == getattr(badge_of(other), "fill", 1)
        assert "Not on this route" not in one.tooltip
    assert {"Emotion", "Positive"} & set(said(picture))
    assert not any("route" in words for words in said(picture))
    assert not any("route" in words for words in said(scene(SALON.evolve(route=[]), ENGLISH)))


@pytest.mark.parametrize("emotions", [(1,), (-0.5,), (0,), (2, 0), (1, 0, -1), (None,)])
def test_the_legend_has_the_faces_that_occur(emotions: tuple[float | None, ...]) -> None:
    """Good, neutral and bad faces are in the legend where there are any, and not otherwise."""
    spots = [
        Touchpoint(f"t{n}", channel="website", emotion=score) for n, score in enumerate(emotions)
    ]
    picture = scene(journey(*spots), ENGLISH)
    lowest = max(card.y + card.height for card in cards(picture.items))
    colours = (LIGHT.positive, LIGHT.neutral, LIGHT.negative)
    faces = {
        item.stroke
        for item in leaves(picture.items)
        if isinstance(item, Ellipse) and item.y > lowest and item.stroke in colours
    }
    felt = [score for score in emotions if score is not None]
    assert faces == {colours[1 if score == 0 else 0 if score > 0 else 2] for score in felt}
    assert ("Emotion" in said(picture)) == bool(felt)


def test_names_keep_clear_of_the_faces_below_them() -> None:
    """Not even the tail of a letter touches the face or the number of its stop."""
    picture = scene(SALON, ENGLISH)
    for name in ("Google search", "Booking page", "Review request"):
        (stop,) = stops_of(picture)[name]
        (words,) = (
            one for one in stop.items if isinstance(one, TextBlock) and " ".join(one.lines) == name
        )
        signs = [one for one in stop.items if isinstance(one, Ellipse)]
        assert words.bottom + 1 < min(one.box[1] for one in signs)


def test_a_way_back_runs_beside_the_time_line() -> None:
    """It goes on a little, turns, and comes in from the left."""
    grid = JourneyModel("grid", phases=["one", "two"])
    spots = [
        Touchpoint("a", phase="one", channel="website"),
        Touchpoint("b", phase="two", channel="shop"),
        Touchpoint("c", phase="two", channel="website"),
    ]
    for route, side in ((["b", "a"], 1), (["c", "a"], -1)):
        picture = scene(Journey("j", model=grid, touchpoints=spots, route=route), ENGLISH)
        (axis,) = axes_of(picture)
        here, there = (middle_of(stops_of(picture)[key.upper()][0]) for key in route)
        lane = [dot.x for dot in dots_of(picture) if dot.y == pytest.approx(axis + side * 18)]
        assert len(lane) > 10
        assert there[0] - 30 < min(lane) < there[0]
        assert here[0] < max(lane) < here[0] + 30


@pytest.mark.parametrize("others", [["shop", "website"], ["website"], ["shop"], []])
def test_a_way_back_on_the_time_line(others: list[str]) -> None:
    """It runs beside the line, and never into what is above or below the picture's zones."""
    grid = JourneyModel("grid", phases=["one", "two"])
    spots = [
        Touchpoint("a", phase="one", channel="contact_centre"),
        Touchpoint("b", phase="two", channel="contact_centre"),
        *(Touchpoint(channel, phase="two", channel=channel) for channel in others),
    ]
    subject = Journey("j", model=grid, touchpoints=spots, route=["b", "a"])
    picture = scene(subject, ENGLISH)
    (axis,) = axes_of(picture)
    panels = [one for one in picture.items if isinstance(one, Rect) and one.radius == 5]
    dots = [dot for dot in dots_of(picture)[:-5] if dot.y != pytest.approx(axis)]
    assert dots
    assert all(
        min(one.y for one in panels) < dot.y < max(one.y + one.height for one in panels)
        for dot in dots
    )
    assert {dot.y > axis for dot in dots} == {others != ["website"]}


def test_dots_do_not_run_through_names() -> None:
    """The route is interrupted where a name stands."""
    picture = scene(many(14, route=[f"t{number}" for number in (0, 12, 3, 9, 1, 13)]), ENGLISH)
    names = [one for one in leaves(picture.items) if isinstance(one, TextBlock) and one.size == 9]
    for dot in dots_of(picture)[:-5]:
        for name in names:
            inside = name.y < dot.y < name.bottom and abs(dot.x - name.x) < 10
            assert not inside


# --- rows -------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "phases", "rows"), [(16, 5, 1), (18, 5, 2), (20, 20, 4)])
def test_long_journeys_are_folded(count: int, phases: int, rows: int) -> None:
    """About sixteen stops, or six phases, stand in a row."""
    picture = scene(many(count, phases=phases), ENGLISH)
    assert len(axes_of(picture)) == rows
    assert problems(picture) == []
    folded = "the route goes on in the next row"
    assert any(folded in words for words in said(picture)) is (rows > 1)


def test_a_phase_may_take_several_rows() -> None:
    """A phase with very many stops says its name in every row."""
    picture = scene(many(40, phases=1), ENGLISH)
    assert said(picture).count("P0") == len(axes_of(picture)) == 3


def test_the_route_runs_on_to_the_next_row() -> None:
    """It leaves at the end of the time line, and comes in at the beginning of the next."""
    picture = scene(many(30, phases=2), ENGLISH)
    first, second = axes_of(picture)
    ends = [dot.x for dot in dots_of(picture) if dot.y == pytest.approx(first, abs=1)]
    begins = [dot.x for dot in dots_of(picture) if dot.y == pytest.approx(second, abs=1)]
    assert max(ends) == pytest.approx(picture.width - 28, abs=3.3)
    assert min(begins) == pytest.approx(90, abs=3.3)
    assert not any("→" in words for words in said(picture))


def test_jumps_between_rows_name_their_stops() -> None:
    """What cannot run on at the end of a row says the number of where it goes on."""
    route = ["t0", "t39", "t1", "t38", "t2"]
    picture = scene(many(40, phases=4, route=route), ENGLISH)
    assert len(axes_of(picture)) > 2
    words = [one for one in said(picture) if "→" in one]
    assert sorted(words) == ["1→", "2→", "3→", "4→", "→2", "→3", "→4", "→5"]
    assert problems(picture) == []


@pytest.mark.parametrize("channel", ["contact_centre", "website", "shop"])
def test_jumps_keep_clear_of_names(channel: str) -> None:
    """Also beside long names, on the time line and off it."""
    subject = many(40)
    names = ["Klanttevredenheidsonderzoek", "Talk"] * 20
    spots = [
        spot.evolve(label=name, channel=channel)
        for spot, name in zip(subject.touchpoints, names, strict=True)
    ]
    there = zip(range(20), range(20, 40), strict=True)
    route = [f"t{number}" for pair in there for number in pair]
    jumping = subject.evolve(touchpoints=spots, route=route)
    for width in (None, 490, 850):
        picture = scene(jumping, Options(lang="nl", width=width))
        assert any("→" in words for words in said(picture))
        assert problems(picture) == []


# --- density ----------------------------------------------------------------------------


def test_more_than_sixty_are_marks() -> None:
    """Each is one small mark that says its name when pointed at."""
    few, lots = scene(many(60), ENGLISH), scene(many(61), ENGLISH)
    assert not any(card.role == "mark" for card in cards(few.items))
    marks = [card for card in cards(lots.items) if card.role == "mark"]
    assert [card.tooltip.split("\n")[0] for card in marks] == [f"T{n}" for n in range(61)]
    assert "One mark a touchpoint · filled = on the route · point at a mark for its name" in said(
        lots
    )
    visits = journey("a", "b", route=["a", "b"] * 61)
    marks = [card for card in cards(scene(visits, ENGLISH).items) if card.role == "mark"]
    assert len(marks) == 2


def test_marks_show_emotion_and_use_by_shape() -> None:
    """Good is a plus, bad a minus, and what is not used is hollow."""
    spots = [
        Touchpoint(f"t{number}", channel="website", emotion=(number % 3) - 1)
        for number in range(63)
    ]
    picture = scene(journey(*spots, route=["t0", "t1", "t2"], persona="sanne"), ENGLISH)
    marks = stops_of(picture)
    shapes = [len(marks[f"T{number}"][0].items) for number in range(3)]
    assert shapes == [2, 1, 3]
    used, unused = (getattr(badge_of(marks[name][0]), "fill", None) for name in ("T0", "T3"))
    assert used == LIGHT.negative
    assert unused not in (LIGHT.negative, None)
    assert {"Positive", "Negative", "Neutral", "Not used on this route"} < set(said(picture))
    assert any("on Sanne’s route" in words for words in said(picture))
    assert all(
        one not in said(scene(many(61), ENGLISH)) for one in ("Positive", "Not used on this route")
    )


def test_marks_stand_above_and_below_their_phase() -> None:
    """Online rises from the phase, offline hangs from it, and what is both stands between."""
    grid = JourneyModel("grid", phases=["one", "two"])
    channels = ["website", "shop", "contact_centre"]
    spots = [
        Touchpoint(f"t{number}", phase="one", channel=channels[number % 3]) for number in range(69)
    ]
    picture = scene(Journey("j", model=grid, touchpoints=spots, state="future"), ENGLISH)
    box = stops_of(picture)["One"][0]
    online, offline, both = (stops_of(picture)[f"T{number}"][0] for number in range(3))
    assert online.y < box.y < both.y < offline.y
    assert {"Online", "Offline", "Online and offline", "69", "0", "Future state"} < set(
        said(picture)
    )
    assert problems(picture) == []
    unknown = scene(journey(*(f"t{number}" for number in range(61))), ENGLISH)
    assert not {"Online", "Online and offline"} & set(said(unknown))


def test_very_many_phases_are_folded() -> None:
    """Columns keep a width at which their names can be read."""
    picture = scene(many(120, phases=50), ENGLISH)
    tops = {round(found[0].y) for name, found in stops_of(picture).items() if name[0] == "P"}
    assert len(tops) == 3
    assert problems(picture) == []
    loose = many(70, phases=2)
    spots = [*loose.touchpoints[:-1], Touchpoint("loose")]
    assert "No phase" in said(scene(loose.evolve(touchpoints=spots, route=None), ENGLISH))


# --- title, description, errors ---------------------------------------------------------


def test_titles() -> None:
    """The title is the journey's own, or what was asked for; the subtitle says whose route."""
    assert "Sanne’s route (dotted) through online and offline touchpoints" in said(
        scene(SALON, ENGLISH)
    )
    assert "Route van Sanne (stippellijn) langs online en offline contactmomenten" in said(
        scene(SALON, DUTCH)
    )
    named = scene(SALON, Options(title="Mine"))
    assert named.title == "Mine"
    alone = SALON.evolve(persona=None)
    assert "The customer’s route (dotted) through online and offline touchpoints" in said(
        scene(alone, ENGLISH)
    )
    assert "Future state" in said(scene(SALON.evolve(state="future"), ENGLISH))
    assert scene(many(61), Options(title="Many")).title == "Many"


def test_the_picture_in_words() -> None:
    """The description tells the route, and what it leaves aside."""
    words = scene(SALON, ENGLISH).description
    assert words.startswith("Route: Shop window, Instagram post, Friend's tip, Google search,")
    assert words.endswith(
        "Not on the route: Radio advert, Facebook advert, Newspaper article, Care leaflet."
    )
    assert scene(SALON, DUTCH).description.startswith("Route: Etalage, Instagram-bericht,")
    assert scene(journey("a"), ENGLISH).description == "Route: A."


def test_nothing_to_draw() -> None:
    """What cannot be drawn is refused in one line that says what to do."""
    with pytest.raises(RenderError, match="draws a Journey, not a JourneyModel; build a Journey"):
        scene(AIDA, ENGLISH)
    with pytest.raises(RenderError, match="draws a Journey, not a Persona"):
        scene(Persona("sanne"), ENGLISH)
    with pytest.raises(RenderError, match="journey 'j' has no touchpoints to draw; give it some"):
        scene(Journey("j", model=AIDA), ENGLISH)


# --- names ------------------------------------------------------------------------------


@given(
    words=st.lists(NAMES.filter(bool), min_size=1, max_size=12),
    online=st.lists(st.booleans(), min_size=12, max_size=12),
)
def test_names_never_overlap(words: list[str], online: list[bool]) -> None:
    """However close stops stand, their names keep clear of each other."""
    places = [
        Place(
            Stop(Touchpoint(f"t{number}", said), "online", number + 1),
            "online",
            31 + 62.0 * number,
            -40.0 - 40 * online[number],
            62.0,
            (62.0 * number, 62.0 * number + 62),
            up=True,
        )
        for number, said in enumerate(words)
    ]
    found = named(places, (0, 62.0 * len(words)), zones=ABOVE, lang="nl")
    assert all(place.lines for place in found)
    for one, other in itertools.combinations(found, 2):
        assert not overlap(one.name_box, other.name_box)
        assert not overlap(one.name_box, other.box)


def test_a_name_stays_within_its_phase_if_it_can() -> None:
    """It moves aside rather than into the next phase."""

    def place(words: str, left: float) -> Place:
        stop = Stop(Touchpoint("t", words), "online", 1)
        return Place(stop, "online", 131.0, -40.0, 62.0, (left, 162.0), up=True)

    inside = place("Review request", 20)
    (moved,) = named([inside], (0, 400), zones=ABOVE, lang="en")
    assert moved.lines == ("Review request",)
    assert -18 <= moved.shift < 0
    assert moved.name_box[2] <= 159 + 1e-9
    far = evolve(place("Newspaper article", 20), sides=(20.0, 150.0))
    (wrapped,) = named([far], (0, 400), zones=ABOVE, lang="en")
    assert wrapped.lines == ("Newspaper", "article")
    (whole,) = named([place("Verzorgingsfolder", 100)], (0, 400), zones=ABOVE, lang="nl")
    assert whole.lines == ("Verzorgingsfolder",)
    taken = [(90.0, -75.0, 110.0, -55.0), (150.0, -75.0, 170.0, -55.0)]
    (narrow,) = named([inside], (0, 400), zones=ABOVE, lang="en", taken=taken)
    assert narrow.lines == ("Review", "request")
    (around,) = named([inside], (0, 400), zones=ABOVE, lang="en", dots=[(100, -65)])
    assert around.lines == ("Review", "request")
