"""Shapes and scenes."""

from collections.abc import Callable

import pytest

from journeykit.drawing.scene import (
    Card,
    Curve,
    Ellipse,
    Polygon,
    Polyline,
    Rect,
    Scene,
    Shape,
    TextBlock,
    cards,
    leaves,
    moved,
)
from journeykit.errors import DefinitionError

INK = "#1B2733"
ALL: list[Shape] = [
    Rect(1, 2, 3, 4),
    Polygon([(1, 2), (4, 2), (4, 6)]),
    Polyline([(1, 2), (4, 6)], stroke=INK),
    Curve([(1, 2), (2, 3), (3, 4), (4, 6)]),
    Ellipse(2.5, 4, 1.5, 2),
    TextBlock(1, 2, "word"),
]


@pytest.mark.parametrize("shape", ALL[:5], ids=lambda shape: type(shape).__name__)
def test_the_box_around_a_shape(shape: Rect) -> None:
    """Left, top, right and bottom."""
    assert shape.box == (1, 2, 4, 6)


def test_a_circle_needs_one_radius() -> None:
    """Without a second radius an ellipse is round."""
    assert Ellipse(0, 0, 2).box == (-2, -2, 2, 2)


def test_no_points_have_no_extent() -> None:
    """An empty polygon lies at the origin."""
    assert Polygon([]).box == (0, 0, 0, 0)


def test_shapes_are_values() -> None:
    """Equal shapes are equal, and colours are written in one way."""
    assert Rect(0, 0, 1, 1, fill="#abcdef") == Rect(0.0, 0, 1, 1, fill="#ABCDEF")
    assert TextBlock(0, 0, "one") == TextBlock(0, 0, ["one"])


def test_moving_takes_everything_along() -> None:
    """Shapes inside cards move too, and moving back restores them."""
    card = Card(1, 2, 3, 4, items=ALL, tooltip="all")
    (there,) = moved([card], 10, 20)
    assert isinstance(there, Card)
    assert there.box == (11, 22, 14, 26)
    assert there.items[0] == Rect(11, 22, 3, 4)
    assert moved([there], -10, -20) == (card,)


def test_leaves_and_cards_in_the_order_of_painting() -> None:
    """Cards are seen through, however deep they lie in each other."""
    inner = Card(0, 0, 1, 1, items=ALL[2:4])
    outer = Card(0, 0, 2, 2, items=[ALL[1], inner, ALL[4]])
    items = [ALL[0], outer, ALL[5]]
    assert list(leaves(items)) == ALL
    assert list(cards(items)) == [outer, inner]


def test_a_thousand_cards_in_each_other() -> None:
    """Depth is no danger."""
    card = Card(0, 0, 1, 1, items=[])
    for _ in range(2000):
        card = Card(0, 0, 1, 1, items=[card])
    assert len(list(cards([card]))) == 2001
    assert list(leaves([card])) == []


def test_lines_of_text_stand_in_the_middle_of_their_room() -> None:
    """Baselines are 1.2 sizes apart, and the block is as high as its lines."""
    block = TextBlock(0, 100, ["one", "two"], size=10)
    assert block.baseline(0) == pytest.approx(109.5)
    assert block.baseline(1) == pytest.approx(121.5)
    assert block.height == pytest.approx(24)
    assert block.bottom == pytest.approx(124)


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda: Rect(float("nan"), 0, 1, 1), "nan is no coordinate"),
        (lambda: Rect(float("inf"), 0, 1, 1), "inf is no coordinate"),
        (lambda: Rect(1e9, 0, 1, 1), "within ±1,000,000"),
        (lambda: Rect("wide", 0, 1, 1), "'wide' is no coordinate"),  # type: ignore[arg-type]
        (lambda: Rect(None, 0, 1, 1), "None is no coordinate"),  # type: ignore[arg-type]
        (lambda: Rect(0, 0, -1, 1), "cannot be negative"),
        (lambda: Rect(0, 0, 1, 1, fill="red"), "'red' is no colour"),
        (lambda: Rect(0, 0, 1, 1, fill=3), "3 is no colour"),  # type: ignore[arg-type]
        (lambda: Polyline([(0, 0)], stroke="#12345"), "no colour"),
        (lambda: Rect(0, 0, 1, 1, dash=(3,)), "pairs of lengths"),
        (lambda: Rect(0, 0, 1, 1, dash=(3, 0)), "above zero"),
        (lambda: Curve([(0, 0), (1, 1)]), "3k [+] 1 points, and this has 2"),
        (lambda: Curve([]), "this has 0"),
        (lambda: TextBlock(0, 0, "x", anchor="left"), "anchor must be"),  # type: ignore[arg-type]
        (lambda: TextBlock(0, 0, [None]), "lines must be strings"),  # type: ignore[list-item]
        (lambda: Scene(-1, 10), "cannot be negative"),
    ],
)
def test_what_cannot_be_painted_is_refused(make: Callable[[], object], problem: str) -> None:
    """Each mistake is told in words."""
    with pytest.raises(DefinitionError, match=problem):
        make()
