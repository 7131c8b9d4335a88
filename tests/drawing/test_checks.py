"""Finding what is wrong with a picture."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.drawing.checks import problems
from journeykit.drawing.geometry import arc, line
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
)

DARK, PALE, WHITE = "#14406B", "#F4F6F9", "#FFFFFF"


def found(*items: Shape, width: float = 200, height: float = 100) -> str:
    """Return what is wrong with a picture of some shapes, as one text."""
    return "\n".join(problems(Scene(width, height, items=items)))


def test_a_good_picture_has_no_problems() -> None:
    """Nothing is found where nothing is wrong."""
    assert (
        found(
            Rect(10, 10, 180, 60, fill=DARK),
            TextBlock(
                20, 20, ["Words that", "can be read"], colour=WHITE, background=DARK, width=160
            ),
            TextBlock(20, 80, "below"),
            Card(10, 10, 80, 60, items=[], tooltip="left", href="page.html"),
            Card(90, 10, 80, 60, items=[Card(95, 15, 20, 20, items=[])]),
        )
        == ""
    )


def test_words_that_overlap() -> None:
    """Two texts in one place are told by their words, once."""
    assert found(TextBlock(10, 10, "first"), TextBlock(20, 14, "second")) == (
        "'first' and 'second' overlap"
    )


@given(st.floats(-30, 30), st.floats(-30, 30))
def test_overlap_is_found_wherever_it_is(dx: float, dy: float) -> None:
    """Letters that share more than half a point in both directions are found; others are not."""
    words = TextBlock(50, 50, "WWW", size=10)
    moved = TextBlock(50 + dx, 50 + dy, "WWW", size=10)
    across, down = 3 * 9.439 - abs(dx), 9.3 - abs(dy)
    if min(abs(across - 0.5), abs(down - 0.5)) > 0.1:
        assert ("overlap" in found(words, moved)) == (across > 0.5 and down > 0.5)


def test_lines_of_one_text_may_stand_close() -> None:
    """A block does not overlap itself, and empty lines take no room."""
    assert found(TextBlock(10, 10, ["one", "two", "three"], size=9)) == ""
    assert found(TextBlock(10, 10, ["", "x"]), TextBlock(10, 10, "above")) == ""


@pytest.mark.parametrize(
    "block",
    [
        TextBlock(190, 10, "too far right"),
        TextBlock(10, 10, "too far left", anchor="middle"),
        TextBlock(20, 40, "too far left", anchor="end"),
        TextBlock(10, -5, "too high"),
        TextBlock(10, 92, "too low"),
    ],
)
def test_words_that_leave_the_canvas(block: TextBlock) -> None:
    """Each side is looked at."""
    assert "leaves the canvas" in found(block)


def test_words_that_are_wider_than_their_room() -> None:
    """The room that a text was given is kept."""
    assert "and has room for 20.0" in found(TextBlock(10, 10, ["ok", "wider than that"], width=20))


def test_small_type() -> None:
    """Type under eight points is told."""
    assert "is set in 7.5 points" in found(TextBlock(10, 10, "small", size=7.5))
    assert found(TextBlock(10, 10, "small", size=8)) == ""


def test_long_lines_of_running_text() -> None:
    """Only running text has to have short lines."""
    words = "x" * 46
    assert "has 46 characters" in found(TextBlock(1, 10, words, size=8, body=True), width=900)
    assert found(TextBlock(1, 10, words, size=8), width=900) == ""


@pytest.mark.parametrize(
    "ground",
    [
        Rect(0, 0, 200, 100, fill=DARK),
        Ellipse(100, 50, 90, 45, fill=DARK),
        Polygon([(0, 0), (200, 0), (200, 100), (0, 100)], fill=DARK),
        Curve(arc(100, 50, 90, 45, start=0, end=360), closed=True, fill=DARK),
        Card(0, 0, 200, 100, items=[Rect(0, 0, 200, 100, fill=DARK)]),
    ],
    ids=["rect", "ellipse", "polygon", "curve", "card"],
)
def test_words_on_a_ground_they_were_not_made_for(ground: Shape) -> None:
    """What really lies under the words counts, whatever the text says of it."""
    block = TextBlock(100, 44, "dark", anchor="middle", colour="#1B2733", background=WHITE)
    assert "in #1B2733 on #14406B has a contrast of 1.4" in found(ground, block)


@pytest.mark.parametrize(
    "ground",
    [
        Rect(150, 0, 50, 100, fill=DARK),
        Rect(0, 0, 200, 100, stroke=DARK),
        Polyline([(0, 50), (200, 50)], stroke=DARK),
        Ellipse(100, 50, 90, 2, stroke=DARK),
        Ellipse(0, 0, 0, fill=DARK),
        Polygon([(0, 0), (200, 0), (0, 40)], fill=DARK),
        Polygon([(0, 0), (99, 99), (199, 0), (199, 99), (0, 99)], fill="#FFFFFF00"),
        Curve(line((0, 0), (200, 0), (200, 30)), closed=True, fill=DARK),
    ],
)
def test_grounds_beside_the_words_do_not_matter(ground: Shape) -> None:
    """Only what is filled and lies under the words counts."""
    assert found(ground, TextBlock(100, 44, "dark", anchor="middle")) == ""


def test_what_covers_a_ground_counts() -> None:
    """The uppermost of several grounds is the one that matters."""
    items = [Rect(0, 0, 200, 100, fill=DARK), Rect(0, 0, 200, 100, fill=PALE)]
    assert found(*items, TextBlock(10, 10, "dark")) == ""
    assert "has a contrast" in found(*reversed(items), TextBlock(10, 10, "dark"))


def test_grounds_that_let_something_through() -> None:
    """A clear ground changes nothing; a half clear one is mixed with what lies under it."""
    dark = Rect(0, 0, 200, 100, fill=DARK)
    assert "on #14406B" in found(
        dark, Rect(0, 0, 200, 100, fill="#FFFFFF00"), TextBlock(10, 10, "dark")
    )
    assert "on #8AA0B5" in found(
        dark,
        Rect(0, 0, 200, 100, fill="#FFFFFF80"),
        TextBlock(10, 10, "grey", colour="#55626F"),
    )


def test_the_ground_that_a_text_was_made_for_counts_too() -> None:
    """Pale words that were meant for a dark ground are told when it says pale."""
    assert "in #AAAAAA on #FFFFFF" in found(TextBlock(10, 10, "pale", colour="#AAAAAA"))
    assert "has a contrast" in found(
        TextBlock(10, 10, "dark", colour="#1B2733", background="#14406B")
    )


def test_cards_that_overlap() -> None:
    """Cards side by side may touch, and may hold others; groups of another role may overlap."""
    one = Card(10, 10, 50, 50, items=[TextBlock(15, 20, "one")])
    two = Card(40, 40, 50, 50, items=[], tooltip="two")
    assert found(one, two) == "card 'one' and card 'two' overlap"
    loose = Card(0, 0, 99, 99, items=[one], role="transition")
    assert found(loose, Card(0, 0, 99, 99, items=[], role="mark")) == ""
    assert "overlap" in found(loose, two)
    assert "overlap" in found(Card(0, 0, 99, 99, items=[one, two]))
    assert found(one, Card(60, 10, 50, 50, items=[])) == ""


def test_a_card_that_leaves_the_canvas() -> None:
    """Cards have to be where they can be pointed at."""
    assert found(Card(180, 10, 50, 50, items=[], tooltip="far")) == "card 'far' leaves the canvas"


def test_links_that_are_left_out() -> None:
    """The author is told about a link that no writer writes."""
    assert "the link of card 'x' is left out: 'javascript:alert(1)'" in found(
        Card(1, 1, 9, 9, items=[], tooltip="x", href="javascript:alert(1)")
    )


def test_two_thousand_texts_take_a_moment() -> None:
    """Neighbours are looked at, not everybody."""
    items: list[Shape] = [Rect(0, 0, 2000, 3000, fill=PALE) for _ in range(50)]
    items += [
        TextBlock(20 + at % 20 * 95, 20 + at // 20 * 28, f"Text number {at}", size=9)
        for at in range(2000)
    ]
    start = time.process_time()
    assert problems(Scene(2000, 3000, items=items)) == []
    assert time.process_time() - start < 20


def test_a_huge_canvas_is_no_danger() -> None:
    """Cells grow with the canvas, and things far outside it are found at its edge."""
    items: list[Shape] = [Rect(-1e6, -1e6, 1e6, 1e6, fill=PALE), TextBlock(-1e5, -1e5, "far")]
    assert problems(Scene(1e6, 1e6, items=items)) == ["'far' leaves the canvas"]
