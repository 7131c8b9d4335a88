"""Curves as numbers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.drawing.geometry import (
    Ruler,
    arc,
    elbow,
    line,
    monotone,
    pieces,
    rounded_rectangle,
    split,
)
from journeykit.drawing.scene import Point

COORDINATES = st.floats(-1000, 1000)
POINTS = st.tuples(COORDINATES, COORDINATES)
CHAINS = st.integers(1, 4).flatmap(
    lambda k: st.lists(POINTS, min_size=3 * k + 1, max_size=3 * k + 1)
)
HEIGHTS = st.lists(st.floats(-2, 2), min_size=2, max_size=12)


def test_a_line_is_as_long_as_its_pieces() -> None:
    """Straight pieces keep their ends and their length."""
    chain = line((0, 0), (30, 40), (30, 50))
    assert chain[0] == (0, 0)
    assert chain[3] == (30, 40)
    assert chain[-1] == (30, 50)
    assert Ruler(chain).length == pytest.approx(60)


def test_a_circle_is_as_long_as_it_should_be() -> None:
    """Four arcs make a circle, to a thousandth of its length."""
    assert Ruler(arc(0, 0, 10, 10, start=0, end=360)).length == pytest.approx(
        20 * math.pi, rel=1e-3
    )


@given(st.floats(-720, 720), st.floats(-720, 720))
def test_an_arc_keeps_to_its_circle(start: float, end: float) -> None:
    """Every point is one radius from the middle, and both ends are where they should be."""
    chain = arc(5, 7, 10, 10, start=start, end=end)
    ruler = Ruler(chain)
    for part in range(11):
        assert math.dist(ruler.at(ruler.length * part / 10), (5, 7)) == pytest.approx(10, abs=0.01)
    for angle, point in ((start, chain[0]), (end, chain[-1])):
        at = math.radians(angle)
        assert point == pytest.approx((5 + 10 * math.cos(at), 7 + 10 * math.sin(at)), abs=1e-6)


def test_a_rounded_rectangle_is_closed_and_stays_in_its_box() -> None:
    """A radius that is too large makes round ends."""
    chain = rounded_rectangle(1, 2, 30, 10, radius=99)
    assert chain[0] == pytest.approx(chain[-1])
    xs, ys = zip(*chain, strict=True)
    assert (min(xs), min(ys), max(xs), max(ys)) == pytest.approx((1, 2, 31, 12))


def test_an_elbow_is_rounded() -> None:
    """Corners are cut, ends are kept, and pieces without length do no harm."""
    corner = elbow([(0, 0), (10, 0), (10, 10)], radius=3)
    assert corner[0] == (0, 0)
    assert corner[-1] == (10, 10)
    assert Ruler(corner).length < 20
    assert all(math.dist(point, (10, 0)) > 0.9 for point in corner)
    still = elbow([(0, 0), (0, 0), (10, 0)], radius=3)
    assert Ruler(still).length == pytest.approx(10)


@given(HEIGHTS)
def test_a_monotone_curve_never_swings_beyond_its_points(heights: list[float]) -> None:
    """Between two points it stays between them, and it runs through all of them."""
    points = [(10.0 * at, height) for at, height in enumerate(heights)]
    chain = monotone(points)
    assert list(chain[::3]) == points
    for piece in pieces(chain):
        low, high = sorted((piece[0][1], piece[3][1]))
        previous = piece[0]
        for step in range(1, 21):
            here = split(piece, step / 20)[0][3]
            assert low - 1e-9 <= here[1] <= high + 1e-9
            assert (here[1] - previous[1]) * (piece[3][1] - piece[0][1]) >= -1e-9
            assert here[0] > previous[0]
            previous = here


@pytest.mark.parametrize("points", [[], [(3.0, 4.0)]])
def test_too_few_points_for_a_curve(points: list[Point]) -> None:
    """One point is itself; none is none."""
    assert monotone(points) == tuple(points)


@given(CHAINS, st.floats(0, 1), st.floats(0, 1))
def test_a_part_begins_and_ends_where_it_was_measured(
    chain: list[Point], one: float, other: float
) -> None:
    """Parts of a chain have the ends, and about the length, that were asked for."""
    ruler = Ruler(tuple(chain))
    start, end = sorted((one * ruler.length, other * ruler.length))
    part = ruler.part(start, end)
    assert part[0] == pytest.approx(ruler.at(start), abs=1e-6)
    assert part[-1] == pytest.approx(ruler.at(end), abs=1e-6)
    assert Ruler(part).length == pytest.approx(end - start, abs=0.02 * ruler.length + 1e-6)


def test_a_point_has_no_length() -> None:
    """A chain of one point is measured without harm."""
    ruler = Ruler(((1.0, 2.0),))
    assert ruler.length == 0
    assert ruler.at(5) == (1, 2)
    assert ruler.part(0, 5) == ((1, 2),)
    assert ruler.dashes((1, 1)) == ()


def test_places_beyond_the_ends_are_the_ends() -> None:
    """Nobody falls off a line."""
    ruler = Ruler(line((0, 0), (10, 0)))
    assert ruler.at(-5) == (0, 0)
    assert ruler.at(99) == (10, 0)
    assert ruler.part(10, 10)[-1] == (10, 0)
    assert ruler.part(0, 0)[0] == (0, 0)


def test_the_direction_of_a_line() -> None:
    """Zero is right; a quarter is down."""
    ruler = Ruler(line((0, 0), (10, 0), (10, 10)))
    assert ruler.direction(2) == pytest.approx(0)
    assert ruler.direction(15) == pytest.approx(math.pi / 2)


def test_dashes() -> None:
    """What is painted and what is left out take turns, and the last dash may be cut."""
    ruler = Ruler(line((0, 0), (10, 0)))
    ends = [(dash[0][0], dash[-1][0]) for dash in ruler.dashes((3, 2))]
    assert [tuple(map(round, pair)) for pair in ends] == [(0, 3), (5, 8)]
    ends = [(dash[0][0], dash[-1][0]) for dash in ruler.dashes((4, 2, 1, 2))]
    assert [tuple(map(round, pair)) for pair in ends] == [(0, 4), (6, 7), (9, 10)]


def test_dashes_too_small_to_see_are_one_line() -> None:
    """A million dashes are no help to anybody."""
    ruler = Ruler(line((0, 0), (1000, 0)))
    assert ruler.dashes((1e-6, 1e-6)) == (ruler.chain,)
