"""Arrows, dots, ends and areas."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.drawing import lines
from journeykit.drawing.geometry import Ruler, line, monotone
from journeykit.drawing.palette import DARK, LIGHT, Theme
from journeykit.drawing.scene import Curve, Ellipse, Polygon, Polyline

KINDS = ["next", "skip", "back", "repeat", "entry", "exit"]
INK = "#1B2733"


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_kinds_of_transition_differ_without_colour(colours: Theme) -> None:
    """Head and dash alone tell next, skip, back, repeat and exit apart."""
    signs = {
        kind: (
            lines.transition_stroke(kind, colours).head,
            lines.transition_stroke(kind, colours).dash,
        )
        for kind in KINDS
    }
    assert len(set(signs.values())) == 5
    assert signs["next"] == signs["entry"] == ("filled", None)
    assert lines.transition_stroke("of another kind", colours).colour == colours.accent


@given(st.floats(-1, 2), st.floats(-1, 2))
def test_wider_lines_carry_more(one: float, other: float) -> None:
    """Width grows with the share and stays within bounds."""
    widths = [lines.line_width(share) for share in sorted((one, other))]
    assert 1.1 <= widths[0] <= widths[1] <= 10.1


@pytest.mark.parametrize(
    ("head", "heads"), [("filled", 1), ("open", 1), ("double", 2), ("none", 0)]
)
def test_the_tip_of_an_arrow_touches_its_end(head: lines.Head, heads: int) -> None:
    """The line stops under the hindmost head; the foremost head reaches the end."""
    body, *tips = lines.arrow(((0, 0), (100, 0)), colour=INK, head=head, width=2, paper="#FFFFFF")
    assert isinstance(body, Curve)
    assert len(tips) == heads
    reach = body.points[-1][0]
    if not tips:
        assert reach == pytest.approx(100)
        return
    boxes = [tip.box for tip in tips if isinstance(tip, Polygon)]
    # The mitre of an open head adds what its outline takes.
    assert max(box[2] for box in boxes) == pytest.approx(98.94 if head == "open" else 100, abs=0.1)
    assert min(box[0] for box in boxes) <= reach < 100
    half, _ = lines.head_size(2)
    assert max(box[3] for box in boxes) == pytest.approx(half, rel=0.11)


def test_an_open_head_is_filled_with_paper() -> None:
    """It has an outline, and what lies under it does not show."""
    _, head = lines.arrow(((0, 0), (100, 0)), colour=INK, head="open", paper="#ABCDEF")
    assert isinstance(head, Polygon)
    assert head.fill == "#ABCDEF"
    assert head.stroke == INK


def test_an_arrow_along_a_curve() -> None:
    """The head points where the curve goes."""
    bow = ((0.0, 0.0), (50.0, 0.0), (100.0, 50.0), (100.0, 100.0))
    body, head = lines.arrow(bow, colour=INK, width=4, dash=(7, 3.5), half=5)
    assert isinstance(body, Curve)
    assert isinstance(head, Polygon)
    assert body.dash == (7, 3.5)
    assert head.points[0] == pytest.approx((100, 100))
    wing, _, other = head.points[1:]
    assert wing[1] == pytest.approx(other[1], abs=1)
    assert abs(wing[0] - other[0]) == pytest.approx(10, abs=0.2)


@pytest.mark.parametrize("length", [0.0, 1.0, 5.0, 12.0])
@pytest.mark.parametrize("head", ["filled", "open", "double"])
def test_a_short_arrow_stays_within_its_length(length: float, head: lines.Head) -> None:
    """Where there is no room for a whole head, a smaller one is drawn."""
    body, *tips = lines.arrow(((0, 0), (length, 0)), colour=INK, head=head, width=3)
    assert isinstance(body, Curve)
    for shape in (body, *tips):
        assert isinstance(shape, (Curve, Polygon))
        assert shape.box[0] >= -1e-6
        assert shape.box[2] <= length + 1e-6


@given(st.floats(0, 500), st.floats(0, 30), st.floats(0, 30))
def test_dots_are_evenly_spaced_between_free_ends(length: float, start: float, end: float) -> None:
    """The middle of each dot is 6.6 points from the next, and the ends are left free."""
    found = lines.dots(line((0, 0), (length, 0)), colour=INK, start=start, end=end)
    places = [dot.x for dot in found]
    assert all(later - place == pytest.approx(6.6, abs=1e-6) for place, later in pairwise(places))
    assert all(start - 1e-6 <= place <= length - end + 1e-6 for place in places)
    assert bool(places) == (length - start - end >= 0)


def test_dots_follow_the_length_of_a_curve() -> None:
    """On a curve too, dots are as far from each other as on a straight line."""
    bow = ((0.0, 0.0), (5.0, 80.0), (100.0, 80.0), (150.0, 0.0))
    found = lines.dots(bow, colour=INK)
    gaps = [math.dist((a.x, a.y), (b.x, b.y)) for a, b in pairwise(found)]
    assert min(gaps) > 6.4
    assert max(gaps) < 6.65
    assert len(found) == math.floor(Ruler(bow).length / 6.6) + 1


def test_a_drop_out_ends_in_its_mark() -> None:
    """A dotted stub, a circle and a cross, in any direction."""
    stub, circle, *cross = lines.drop_out(10, 20, colour=INK, paper="#FFFFFF", length=30, angle=0)
    assert isinstance(stub, Polyline)
    assert isinstance(circle, Ellipse)
    assert stub.dash == lines.DASH_EXIT
    assert stub.points[-1] == pytest.approx((34.5, 20))
    assert (circle.x, circle.y) == pytest.approx((40, 20))
    assert len(cross) == 2


def test_start_and_end() -> None:
    """A disc, and a disc in a ring."""
    assert lines.start_disc(1, 2, colour=INK, radius=8).box == (-7, -6, 9, 10)
    ring, disc = lines.bullseye(0, 0, colour=INK, paper="#FFFFFF", radius=11)
    assert ring.stroke == disc.fill == INK
    assert disc.rx < ring.rx - 2


@given(st.lists(st.floats(-2, 2), min_size=2, max_size=10))
def test_areas_stay_on_their_side(heights: list[float]) -> None:
    """Areas over the level have one colour, those under it the other, and none crosses it."""
    points = [(20.0 * at, 50 - 20 * height) for at, height in enumerate(heights)]
    areas = lines.areas_at(monotone(points), 50, above="#00FF00", below="#FF0000")
    for area in areas:
        _, top, _, bottom = area.box
        if area.fill == "#00FF00":
            assert bottom == pytest.approx(50, abs=1e-4)
        else:
            assert top == pytest.approx(50, abs=1e-4)
        assert area.closed
    fills = [area.fill for area in areas]
    signs = {"#00FF00" for height in heights if height > 0.01} | {
        "#FF0000" for height in heights if height < -0.01
    }
    assert signs <= set(fills)


def test_a_level_curve_has_no_area() -> None:
    """Where nothing happens, nothing is tinted, and areas on both sides of it stay apart."""
    assert lines.areas_at(line((0, 5), (9, 5)), 5, above="#00FF00", below="#FF0000") == ()
    hills = monotone([(0, 0), (10, 5), (20, 5), (30, 0)])
    left, right = lines.areas_at(hills, 5, above="#00FF00", below="#FF0000")
    assert left.box[2] == pytest.approx(10)
    assert right.box[0] == pytest.approx(20)


def test_the_area_between_two_curves() -> None:
    """It runs there along one and back along the other."""
    area = lines.area_between(line((0, 0), (9, 1)), line((0, 5), (9, 7)), fill="#00FF00")
    assert area.points[0] == (0, 0)
    assert (9, 7) in area.points
    assert area.points[-1] == (0, 5)
    assert area.closed
