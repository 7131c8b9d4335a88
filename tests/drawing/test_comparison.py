"""Comparisons show what stays, comes, goes and changes, in every language and theme."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import journeykit as jk
from journeykit import Goal, Journey, JourneyModel, RenderError, Touchpoint
from journeykit.drawing.checks import problems
from journeykit.drawing.geometry import Ruler
from journeykit.drawing.palette import LIGHT, mix
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.scene import Card, Curve, Polygon, Rect, Scene, TextBlock, cards, leaves
from journeykit.drawing.views.comparison.sheet import LABEL
from journeykit.presets import AIDA, SALON
from journeykit.testing import journeys

LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappij en klanttevredenheidsonderzoek"


def words(scene: Scene) -> list[str]:
    """Return what each text of a picture says."""
    return [" ".join(item.lines) for item in leaves(scene.items) if isinstance(item, TextBlock)]


def drawn(now: Journey, later: Journey, **options: Any) -> Scene:  # noqa: ANN401 - as draw
    """Return the picture of a comparison."""
    return jk.draw(jk.compare(now, later), "comparison", **options).scene


@given(
    journeys(model=AIDA),
    journeys(model=AIDA),
    st.sampled_from(["en", "nl"]),
    st.sampled_from(["light", "dark"]),
)
def test_any_two_journeys(now: Journey, later: Journey, lang: str, theme: str) -> None:
    """No two journeys give words that lie on others, leave the paper or cannot be read."""
    scene = drawn(now, later, lang=lang, theme=theme)
    assert problems(scene) == []
    assert scene == drawn(now, later, lang=lang, theme=theme)


@given(journeys(), journeys())
def test_any_models(now: Journey, later: Journey) -> None:
    """Journeys of different models, or of none, can be compared in a picture too."""
    assert problems(drawn(now, later)) == []


def later_salon() -> Journey:
    """Return the salon as it might become."""
    gone = "phone_call"
    spots = [spot for spot in SALON.touchpoints if spot.key != gone]
    spots = [
        spot.evolve(label=LONG, emotion=2) if spot.key == "booking_page" else spot for spot in spots
    ]
    new = Touchpoint("tips", {"en": "Parking tips", "nl": "Parkeertips"}, phase="actie")
    return SALON.evolve(
        touchpoints=[*spots, new],
        route=None,
        state="future",
        notes=[note for note in SALON.notes if note.touchpoint != gone],
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_salon(theme: str) -> None:
    """Each touchpoint carries what happened to it, in words, by its outline and by its sign."""
    scene = drawn(SALON, later_salon(), lang="nl", theme=theme)
    assert problems(scene) == []
    said = words(scene)
    assert "1 gewijzigd · 1 vervallen · 1 nieuw · 14 gebleven · 2 andere verschillen" in said
    for expected in ("Huidige situatie", "Toekomstige situatie", "Nieuw", "Vervallen", "Gewijzigd"):
        assert any(expected == words_ for words_ in said) or expected in " ".join(said).replace(
            "- ", ""
        ).replace("-", "")
    tooltips = {card.tooltip.splitlines()[0] for card in cards(scene.items) if card.tooltip}
    assert "Telefoongesprek (vervallen)" in tooltips
    assert "Parkeertips (nieuw)" in tooltips
    strikes = [
        item.lines for item in leaves(scene.items) if isinstance(item, TextBlock) and item.strike
    ]
    assert strikes == [("Telefoongesprek",)]


def test_kept_cards_keep_their_place() -> None:
    """A touchpoint that both have stands equally deep in both rows."""
    scene = drawn(SALON, later_salon())
    tops: dict[str, list[float]] = {}
    for card in cards(scene.items):
        if card.tooltip.endswith("(kept)"):
            tops.setdefault(card.tooltip, []).append(card.y)
    gaps = {round(pair[1] - pair[0], 6) for pair in tops.values()}
    assert len(gaps) == 1


def test_nothing_is_different() -> None:
    """A picture of no differences says so."""
    scene = drawn(SALON, SALON)
    assert "no differences" in words(scene)
    assert {"Before", "After"} <= set(words(scene))
    assert scene.description.endswith(": no differences.")


def test_titles() -> None:
    """Two names stand side by side, one name alone, and a title of one's own instead."""
    other = SALON.evolve(label="Elsewhere")
    assert drawn(SALON, other).title == "Finding a curly-hair salon → Elsewhere"
    assert drawn(SALON, SALON).title == "Finding a curly-hair salon"
    assert drawn(SALON, other, title={"nl": "Van nu naar straks"}, lang="nl").title == (
        "Van nu naar straks"
    )


def journey(*emotions: float | None, **fields: Any) -> Journey:  # noqa: ANN401 - as Journey
    """Return a journey with one touchpoint in each phase of a model."""
    model = JourneyModel("m", phases=[f"p{number}" for number in range(len(emotions))])
    spots = [
        Touchpoint(f"t{number}", phase=f"p{number}", emotion=emotion)
        for number, emotion in enumerate(emotions)
    ]
    return Journey("j", model=model, touchpoints=spots, **fields)


def test_gains_and_losses() -> None:
    """What a phase wins or loses is said where there is room, in the manner of the language."""
    scene = drawn(journey(-1, 1, 0.5), journey(0.6, -1, 0.6), lang="nl")
    assert {"+1,6", "−2"} <= set(words(scene))
    assert "+0,1" not in words(scene)
    assert problems(scene) == []


@pytest.mark.parametrize(
    ("now", "later", "legend"),
    [
        (journey(None), journey(1), {"Emotion: after"}),
        (journey(1), journey(None), {"Emotion: before"}),
        (journey(None), journey(None), set()),
        (journey(1, None, -1), journey(None, 2, None), {"Emotion: before", "Emotion: after"}),
    ],
)
def test_missing_emotions(now: Journey, later: Journey, legend: set[str]) -> None:
    """An emotion that nobody knows is not drawn as if it were neutral."""
    scene = drawn(now, later)
    assert {text for text in words(scene) if text.startswith("Emotion:")} == legend
    assert problems(scene) == []


def curves(scene: Scene) -> list[Curve]:
    """Return both emotion curves, without their samples in the legend."""
    found = [one for one in scene.items if isinstance(one, Curve) and one.stroke_width == 2.2]
    return [one for one in found if one.box[2] - one.box[0] > 30]


def test_no_curve_where_nothing_is_felt() -> None:
    """A curve begins and ends with the phases that have emotions; so does what lies between."""
    scene = drawn(journey(1, 1, -1, None), journey(None, -1, 2, None))
    sides = [MARGIN + LABEL + number * 172 for number in range(5)]
    spans = [(one.points[0][0], one.points[-1][0]) for one in curves(scene)]
    assert spans == [(sides[0], sides[3]), (sides[1], sides[3])]
    tints = {mix(LIGHT.panel, colour, share=0.28) for colour in (LIGHT.positive, LIGHT.negative)}
    gains = [one for one in scene.items if isinstance(one, Polygon) and one.fill in tints]
    assert (min(one.box[0] for one in gains), max(one.box[2] for one in gains)) == spans[1]
    apart = drawn(journey(1, None), journey(None, 1))
    assert not any(isinstance(one, Polygon) and one.fill in tints for one in apart.items)


@pytest.mark.parametrize(
    ("now", "later"),
    [
        ((1, -1, 1), (2, 1, 1.4)),
        ((0.3, 0.3), (0, 0)),
        ((2, 2, 2), (1.5, 1.5, 1.5)),
        ((-2, -2), (-1.7, -1.7)),
        ((-2, 2, -2), (-2, 1.6, -2)),
        ((-2, 2, -2), (2, -2, 2)),
    ],
)
def test_what_is_gained_hides_no_curve(now: Any, later: Any) -> None:  # noqa: ANN401
    """It stands between the curves where they leave room for it, or else over or under them."""
    scene = drawn(journey(*now), journey(*later))
    pills = [
        one for one in leaves(scene.items) if isinstance(one, Rect) and one.radius == one.height / 2
    ]
    assert pills
    rulers = [Ruler(tuple(one.points)) for one in curves(scene)]
    points = [ruler.at(ruler.length * part / 400) for ruler in rulers for part in range(401)]
    assert not any(
        one.box[0] <= x <= one.box[2] and one.box[1] <= y <= one.box[3]
        for one in pills
        for x, y in points
    )


def test_what_is_gained_is_said_even_where_curves_leave_no_room() -> None:
    """In narrow columns curves may cross so steeply that a figure has to interrupt one."""
    scene = drawn(journey(-2, 2, -2), journey(2, -2, 2), width=400)
    assert words(scene).count("+4") == 2
    assert problems(scene) == []


def test_rows_end_where_the_phases_end() -> None:
    """The grounds of the rows are as wide as the phases over them."""
    scene = drawn(SALON, later_salon())
    arrows = [one for one in leaves(scene.items) if isinstance(one, Polygon)]
    grounds = [one for one in scene.items if isinstance(one, Rect) and one.fill == LIGHT.panel]
    assert len(grounds) == 4
    assert {one.box[2] for one in grounds} == {max(one.box[2] for one in arrows)}


def test_goals() -> None:
    """Goals stand in their phase: where it stands and where it should."""
    goals = [
        Goal("a", metric="NPS", touchpoint="t0", baseline=62, target=71),
        Goal("b", "Fewer calls", phase="p1", target=3, unit="%"),
        Goal("c", metric={"en": LONG}, phase="p1", baseline=5),
        Goal("d", "Nowhere"),
    ]
    scene = drawn(journey(1, 1), journey(1, 1, goals=goals))
    assert {"NPS", "62", "71", "Fewer calls", "3 %", "5"} <= set(words(scene))
    assert "Nowhere" not in words(scene)
    assert problems(scene) == []


def test_moved_to_another_phase() -> None:
    """A touchpoint that moved stands where it was and where it is."""
    now = journey(1, 1)
    spots = [spot.evolve(phase="p1") for spot in now.touchpoints]
    scene = drawn(now, now.evolve(touchpoints=spots))
    moved = [card for card in cards(scene.items) if card.tooltip.startswith("T0 (changed)")]
    assert len({card.x for card in moved}) == 2


def test_many_phases_fold() -> None:
    """More than seven phases stand in bands, none wider than the others need."""
    wide, narrow = (
        drawn(journey(*[1.0] * 7), journey(*[1.0] * 7)),
        drawn(journey(*[0.5] * 9), journey(*[1.0] * 9)),
    )
    assert narrow.width < wide.width
    assert narrow.height > wide.height
    assert problems(narrow) == []


def test_width() -> None:
    """A width that is asked for is kept, as far as the content allows."""
    assert drawn(SALON, SALON, width=1300).width == pytest.approx(1300)
    assert drawn(SALON, SALON, width=400).width == pytest.approx(768)
    assert problems(drawn(SALON, later_salon(), width=400)) == []


def test_without_phases() -> None:
    """Touchpoints without a phase have a column of their own."""
    scene = drawn(Journey("a", touchpoints=["x"]), Journey("a", touchpoints=["x", "y"]), lang="nl")
    assert "In geen enkele fase" in words(scene)
    assert problems(drawn(Journey("a"), Journey("a"))) == []


def test_only_comparisons() -> None:
    """Anything else is refused in one line."""
    with pytest.raises(RenderError, match="draws what compare returns, not a Journey"):
        jk.draw(SALON, "comparison")


def test_drawn_without_asking() -> None:
    """What compare returns is drawn as a comparison of its own accord."""
    difference = jk.compare(SALON, later_salon())
    assert jk.draw(difference) == jk.draw(difference, "comparison")
    assert all(isinstance(card, Card) for card in cards(jk.draw(difference).scene.items))
