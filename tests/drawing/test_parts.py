"""Parts that views share: text, headers, lists, marks, the title and the legend."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.drawing import marks, metrics, parts
from journeykit.drawing.checks import problems
from journeykit.drawing.palette import DARK, LIGHT, Theme, phase_colours
from journeykit.drawing.scene import (
    Curve,
    Ellipse,
    Polygon,
    Polyline,
    Rect,
    Scene,
    Shape,
    TextBlock,
    leaves,
)

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
INK, PAPER = LIGHT.ink, LIGHT.paper
WORDS = st.text("abcdefghij klmno-é", min_size=1, max_size=40).filter(str.strip)


def said(items: tuple[Shape, ...]) -> list[str]:
    """Return all lines of text in their order."""
    return [line for one in leaves(items) if isinstance(one, TextBlock) for line in one.lines]


# --- text -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("valign", "top"), [("top", 100), ("middle", 88), ("bottom", 76), ("baseline", 90.5)]
)
def test_where_a_text_stands(valign: parts.Valign, top: float) -> None:
    """The y is the top, the middle, the bottom or the first baseline of the block."""
    block = parts.text("one\ntwo", 5, 100, size=10, valign=valign, colour=INK, background=PAPER)
    assert block.lines == ("one", "two")
    assert block.y == pytest.approx(top)


def test_text_with_a_width_is_wrapped() -> None:
    """The room is kept for checking; without one, lines are as they come."""
    words = "Compares three salon websites"
    wrapped = parts.text(words, 0, 0, width=70, colour=INK, background=PAPER)
    assert len(wrapped.lines) > 1
    assert wrapped.width == 70
    free = parts.text(words, 0, 0, colour=INK, background=PAPER)
    assert free.lines == (words,)
    assert parts.text("", 0, 0, colour=INK, background=PAPER).lines == ()
    one = parts.text(words, 0, 0, width=70, max_lines=1, colour=INK, background=PAPER)
    assert one.lines[0].endswith("…")


def test_fitted_text_takes_the_largest_size_that_fits() -> None:
    """Type shrinks before words are broken, and words are broken before they are lost."""

    def fit(words: str, width: float) -> TextBlock:
        return parts.fitted_text(
            words, 0, 0, width=width, sizes=(12, 11, 10, 9), colour=INK, background=PAPER
        )

    assert fit("Evaluation", 90).size == 12
    assert fit("Consideration", 80).size == 11
    flat = parts.fitted_text(
        "two words", 0, 0, width=50, height=15, sizes=(12, 8), colour=INK, background=PAPER
    )
    assert (flat.size, flat.lines) == (8, ("two words",))
    small = fit("Consideration and comparison", 60)
    assert small.size == 9
    assert len(small.lines) == 2


@given(WORDS, st.sampled_from(["start", "middle", "end"]))
def test_the_box_of_a_text(words: str, anchor: str) -> None:
    """It is as wide as its widest line, on the side that the anchor says."""
    block = parts.text(words, 50, 0, anchor=anchor, size=10, colour=INK, background=PAPER)  # type: ignore[arg-type]
    left, top, right, bottom = parts.text_box(block)
    assert right - left == pytest.approx(metrics.width(words, 10))
    assert {"start": left, "middle": (left + right) / 2, "end": right}[anchor] == pytest.approx(50)
    assert (top, bottom) == (0, 12)


def test_a_text_without_lines_has_no_extent() -> None:
    """Nothing takes no room."""
    assert parts.text_box(TextBlock(5, 6, [])) == (5, 6, 5, 6)


# --- panels and headers -----------------------------------------------------------------


def test_a_panel_has_round_corners() -> None:
    """Its outline may be dashed."""
    panel = parts.panel(1, 2, 3, 4, fill=PAPER, stroke=INK, dash=(4, 2))
    assert panel == Rect(1, 2, 3, 4, radius=4, fill=PAPER, stroke=INK, dash=(4, 2))


def test_a_chevron_stays_in_its_column() -> None:
    """The first has a straight side; all others have a notch."""
    first = parts.chevron(10, 0, 100, 40, fill=INK, first=True)
    other = parts.chevron(10, 0, 100, 40, fill=INK)
    assert first.box == other.box == (10, 0, 108, 40)
    assert len(other.points) == len(first.points) + 1


@BOTH
@given(names=st.lists(WORDS, min_size=1, max_size=7), below=st.booleans())
def test_headers_can_be_read(*, colours: Theme, names: list[str], below: bool) -> None:
    """Whatever the phases are called, no name leaves its header."""
    shades = phase_colours(len(names), colours)
    items: list[Shape] = []
    for at, name in enumerate(names):
        items += parts.phase_header(
            28 + 110 * at, 10, 110, 40, name,
            below="1–4 weeks" if below else "", fill=shades[at], colour=colours.on_brand,
            first=at == 0, last=at == len(names) - 1,
        )  # fmt: skip
    scene = Scene(56 + 110 * len(names), 60, background=colours.paper, items=items)
    assert problems(scene) == []
    for block in scene.items:
        if isinstance(block, TextBlock):
            assert block.y >= 10 - 1e-9
            assert block.bottom <= 50 + 1e-9


def test_the_second_line_of_a_header() -> None:
    """It stands below the name, and both stand in the middle."""
    _, name, below = parts.phase_header(
        0, 0, 120, 40, "Action", below="3 hours", fill=INK, colour=PAPER
    )
    assert isinstance(name, TextBlock)
    assert isinstance(below, TextBlock)
    assert below.y == pytest.approx(name.bottom)
    assert name.y == pytest.approx(40 - below.bottom)


# --- lists, title and legend ------------------------------------------------------------


@given(st.lists(WORDS, max_size=5), st.floats(60, 300))
def test_bullets(entries: list[str], width: float) -> None:
    """Every entry has a mark, keeps to its room and does not touch the next."""
    placed = parts.bullets(
        entries, 10, 20, width=width, colour=INK, background=PAPER, mark_colour=LIGHT.rule
    )
    found = [item for item in placed.items if isinstance(item, TextBlock)]
    assert sum(isinstance(item, Ellipse) for item in placed.items) == len(entries) == len(found)
    assert placed.right == 10 + width
    assert placed.bottom == pytest.approx(found[-1].bottom if found else 20)
    scene = Scene(20 + width, placed.bottom + 9, items=placed.items)
    assert [one for one in problems(scene) if "characters" not in one] == []


@BOTH
@pytest.mark.parametrize("state", ["", "Current state"])
@pytest.mark.parametrize("subtitle", ["", "Sanne, 34, Maastricht", "long " * 60])
def test_a_title(colours: Theme, subtitle: str, state: str) -> None:
    """Title, subtitle and state stand beside each other without touching."""
    for title in ("Finding a salon", "Finding a curly-hair salon that is open on Sundays " * 3):
        placed = parts.title_block(
            title, subtitle, x=28, y=28, width=500, colours=colours, state=state
        )
        scene = Scene(556, placed.bottom + 28, background=colours.paper, items=placed.items)
        assert problems(scene) == []
        assert (state in said(placed.items)) == bool(state)
        assert placed.right == 528


def test_no_title_takes_no_room() -> None:
    """Nothing to say leaves nothing."""
    placed = parts.title_block("", x=28, y=30, width=500, colours=LIGHT)
    assert placed.items == ()
    assert placed.bottom == 30


@BOTH
def test_a_legend_goes_on_in_the_next_row(colours: Theme) -> None:
    """Entries that do not fit the width begin a row; no two touch."""
    kinds = ["next", "skip", "back", "repeat", "entry", "exit"]
    entries = [parts.transition_entry(kind, f"{kind} and more", colours=colours) for kind in kinds]
    entries.append(parts.LegendEntry("x" * 200, (Rect(0, -7, 24, 14, fill=INK),), 24))
    wide = parts.legend(entries[:-1], x=28, y=10, width=2000, colours=colours)
    narrow = parts.legend(entries, x=28, y=10, width=300, colours=colours)
    assert wide.bottom == 28
    assert narrow.bottom > 60
    assert narrow.right <= 328 + 1e-6 or "…" in "".join(said(narrow.items))
    for placed, width in ((wide, 2056), (narrow, 356)):
        scene = Scene(width, placed.bottom + 9, background=colours.paper, items=placed.items)
        assert problems(scene) == []


def test_an_empty_legend_takes_no_room() -> None:
    """Without entries it ends where it began."""
    placed = parts.legend([], x=28, y=10, width=300, colours=LIGHT)
    assert (placed.items, placed.right, placed.bottom) == ((), 28, 10)


# --- marks ------------------------------------------------------------------------------


def mouth(score: float) -> float:
    """Return how far the mouth of a face hangs below its corners."""
    (curve,) = (
        one for one in marks.face(0, 0, score, colour=INK, fill=None) if isinstance(one, Curve)
    )
    return curve.points[1][1] - curve.points[0][1]


@given(st.floats(-5, 5), st.floats(-5, 5))
def test_a_face_smiles_as_much_as_its_score(one: float, other: float) -> None:
    """The mouth bends with the score, and is straight at zero."""
    low, high = sorted((one, other))
    assert mouth(low) <= mouth(high)
    assert mouth(0) == 0
    assert mouth(9) == mouth(2) == pytest.approx(-mouth(-2))


@given(st.floats(-2, 2), st.floats(4, 40))
def test_a_face_stays_in_its_circle(score: float, radius: float) -> None:
    """Eyes and mouth do not leave it."""
    for shape in marks.face(0, 0, score, colour=INK, fill=PAPER, radius=radius):
        assert isinstance(shape, (Ellipse, Curve))
        assert max(map(abs, shape.box)) <= radius


def test_badges_differ_in_shape() -> None:
    """Round is online, square is offline."""
    assert isinstance(marks.badge(0, 0, fill=INK), Ellipse)
    square = marks.badge(0, 0, fill=INK, square=True, stroke=PAPER)
    assert isinstance(square, Rect)
    assert square.width == square.height
    assert square.stroke == PAPER


@pytest.mark.parametrize(("words", "round_"), [("7", True), ("12", True), ("1 024", False)])
def test_numbers_in_discs(words: str, round_: bool) -> None:  # noqa: FBT001
    """A disc becomes a pill when its number is too wide."""
    disc, text = marks.number(20, 20, words, colour=INK, fill=PAPER, stroke=INK)
    assert isinstance(disc, Rect)
    assert isinstance(text, TextBlock)
    assert (disc.width == disc.height) is round_
    assert disc.width > metrics.width(words, text.size, bold=True)
    assert problems(Scene(60, 40, items=[disc, text])) == []


@pytest.mark.parametrize(("anchor", "left"), [("start", 50), ("middle", None), ("end", None)])
def test_pills(anchor: str, left: float | None) -> None:
    """A pill is wide enough for its words, on the side that the anchor says."""
    ground, text = marks.pill(50, 20, "46 %", colour=INK, fill=PAPER, anchor=anchor)  # type: ignore[arg-type]
    assert isinstance(ground, Rect)
    assert isinstance(text, TextBlock)
    wide = marks.pill_width("46 %")
    assert ground.width == pytest.approx(wide)
    places = {"start": 50.0, "middle": 50 - wide / 2, "end": 50 - wide}
    assert ground.x == pytest.approx(places[anchor])
    assert left is None or ground.x == left
    assert ground.y + ground.height / 2 == pytest.approx(20)
    assert text.background == PAPER


@pytest.mark.parametrize("kind", ["dot", "plus", "minus", "triangle", "up"])
def test_marks_differ_in_shape(kind: marks.Mark) -> None:
    """Each stays in its square, and no two look alike."""
    shapes = marks.mark(kind, 0, 0, colour=INK, size=8)
    for shape in shapes:
        assert isinstance(shape, (Ellipse, Polygon, Polyline))
        assert max(map(abs, shape.box)) <= 4
    others = [
        marks.mark(one, 0, 0, colour=INK, size=8)
        for one in ("dot", "plus", "minus", "triangle", "up")
    ]
    assert others.count(shapes) == 1
