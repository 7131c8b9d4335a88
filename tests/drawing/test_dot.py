"""Scenes as DOT, and labels that Graphviz gives back."""

import json
import math
import re
import shutil
import subprocess
from typing import Any, TypeAlias

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeykit._dot import MAX_LABEL, clean_text, escape_label
from journeykit.drawing.dot import to_dot
from journeykit.drawing.geometry import line
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
from journeykit.errors import DefinitionError

NASTY = st.lists(
    st.one_of(
        st.characters(),
        st.sampled_from('\x00\x1b\x7f\x85\ufffe\ud800\\"<>&;#{}|\n\r\t é👍שNGlr='),
        st.sampled_from(["&amp;", "&#92;", "\\N", '\\"', "charset=", "<b>", "-->", "*/"]),
    ),
    max_size=20,
).map("".join)
Json: TypeAlias = Any
ALLOWED = {
    "URL", "_background", "bgcolor", "class", "dpi", "fillcolor", "fixedsize", "fontcolor",
    "fontname", "fontsize", "height", "label", "margin", "outputorder", "pad", "penwidth", "pos",
    "shape", "size", "style", "tooltip", "width",
}  # fmt: skip
PAYLOADS = ["\n", "\\", "\\l", "\nx", '"', '\\"', "<x>", "a\\N", '"]; evil [label="', "charset=",
            'charset="utf-9"', "%d", "CHARSET = ", "&lt;", "{a|b}"]  # fmt: skip


def painted(dot: str, *, complaints: str = "") -> Json:
    """Return what Graphviz makes of a drawing that is finished already, as JSON."""
    program = shutil.which("dot")
    assert program is not None
    done = subprocess.run(
        [program, "-Knop2", "-Tjson"],
        input=dot.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    for complaint in done.stderr.decode().splitlines():
        assert complaints
        assert complaints in complaint
    return json.loads(done.stdout)


def texts(drawing: Json) -> list[str]:
    """Return all words that Graphviz paints, node by node."""
    return [
        operation["text"]
        for node in drawing.get("objects", [])
        for operation in node.get("_ldraw_", [])
        if operation["op"] == "T"
    ]


# --- labels -----------------------------------------------------------------------------


@given(st.text())
@example("\r\n\r\v\f\x85\u2028\u2029\t\x00\ud800\ufdd0\U0010ffff")
def test_clean_text_can_be_carried_by_xml(text: str) -> None:
    """No control characters, no halves of pairs, no noncharacters; one kind of line end."""
    clean = clean_text(text)
    clean.encode()
    assert all(one == "\n" or ord(one) >= 0x20 for one in clean)
    assert not re.search("[\x7f-\x9f\ufdd0-\ufdef\u2028\u2029]", clean)
    assert not any(ord(one) & 0xFFFE == 0xFFFE for one in clean)
    assert clean_text(clean) == clean


@given(NASTY)
def test_an_escaped_label_cannot_end_early(text: str) -> None:
    """No quote and no angle bracket is left, and each backslash begins a known escape."""
    escaped = escape_label(text)
    assert not set('"<>\n\r') & set(escaped)
    assert re.fullmatch(r"(?:[^\\]|\\\\|\\n)*", escaped)
    assert "charset" not in escaped.lower()


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("", ""),
        ("\n", " \\n "),
        ("a\n\nb", "a\\n \\nb"),
        ("\\", "\\\\"),
        ('a & "b" <c>', "a &amp; &quot;b&quot; &lt;c&gt;"),
        ("Charset=x", "&#67;harset=x"),
        ("a\x00b\ud800", "a\ufffdb\ufffd"),
    ],
)
def test_escaped_labels(text: str, escaped: str) -> None:
    """Escapes as they are written."""
    assert escape_label(text) == escaped


def test_a_long_label_ends_in_an_ellipsis() -> None:
    """Graphviz needs seconds for labels of a megabyte, so they are cut."""
    assert escape_label("x" * MAX_LABEL) == "x" * MAX_LABEL
    assert escape_label("x" * 10**6) == "x" * (MAX_LABEL - 1) + "…"


# --- scenes -----------------------------------------------------------------------------


@pytest.mark.dot
@settings(max_examples=15)
@given(st.lists(st.tuples(NASTY, NASTY, NASTY), min_size=1, max_size=20))
@example([('"]; evil [label="x', '"]; evil [label="x', '"]; evil [label="x')])
@example([(payload, payload, payload) for payload in PAYLOADS])
def test_nothing_but_our_nodes_and_attributes(said: list[tuple[str, str, str]]) -> None:
    """Whatever is said, there are only our nodes, with attributes of a fixed list."""
    items = [
        Card(0, 9 * at, 50, 9, items=[TextBlock(1, 1, words)], tooltip=tooltip, href=href)
        for at, (words, tooltip, href) in enumerate(said)
    ]
    drawing = painted(to_dot(Scene(1999, 999, items=items)))
    nodes = drawing.get("objects", [])
    assert all(re.fullmatch(r"[tc]\d+", node["name"]) for node in nodes)
    assert len({node["name"] for node in nodes}) == len(nodes)
    assert "edges" not in drawing
    told = {"name", "_gvid"}
    used = {name for node in nodes for name in node if not re.fullmatch("_.*draw_", name)}
    assert used - told <= ALLOWED
    links = [node["URL"] for node in nodes if "URL" in node]
    assert not any(re.match(r"[^/?#]*:", link) for link in links if not link.startswith("http"))


@pytest.mark.dot
@settings(max_examples=15)
@given(st.lists(NASTY, min_size=1, max_size=40))
@example(PAYLOADS)
def test_graphviz_paints_exactly_the_words(lines: list[str]) -> None:
    """Each line comes back as it went in, whatever is in it."""
    items = [TextBlock(10, 10 + 20 * at, line) for at, line in enumerate(lines)]
    drawing = painted(to_dot(Scene(2000, 30 + 20 * len(lines), items=items)))
    wanted = [clean_text(line).replace("\n", " ") for line in lines]
    assert texts(drawing) == [line for line in wanted if line.strip()]


@pytest.mark.dot
@settings(max_examples=15)
@given(st.lists(NASTY, min_size=1, max_size=40))
@example(PAYLOADS)
def test_graphviz_gives_back_labels_of_graphs(labels: list[str]) -> None:
    """A label of several lines is right too, its empty lines one space wide."""
    nodes = (
        f'n{at} [pos="{99 * at},0" label="{escape_label(label)}"]'
        for at, label in enumerate(labels)
    )
    wanted = [
        line or " "
        for label in map(clean_text, labels)
        for line in (label.split("\n") if label else ())
    ]
    assert texts(painted(f"digraph {{ {'; '.join(nodes)} }}")) == wanted


@pytest.mark.dot
@given(
    st.floats(60, 900), st.floats(20, 900), st.sampled_from(["start", "middle", "end"]),
    st.sampled_from([1, 4]),
)  # fmt: skip
@settings(max_examples=10)
def test_everything_stays_where_it_was_put(x: float, y: float, anchor: str, scale: int) -> None:
    """The canvas keeps its size, and words their side or middle, at any scale."""
    block = TextBlock(x, y, "Word", size=10, anchor=anchor)  # type: ignore[arg-type]
    drawing = painted(to_dot(Scene(1000, 1000, items=[block]), scale=scale))
    assert [float(side) for side in drawing["bb"].split(",")] == pytest.approx(
        [0, 0, 1000 * scale, 1000 * scale], abs=1
    )
    (word,) = [one for one in drawing["objects"][0]["_ldraw_"] if one["op"] == "T"]
    assert word["align"] == {"start": "l", "middle": "c", "end": "r"}[anchor]
    assert word["pt"][0] / scale == pytest.approx(x, abs=0.1)
    assert 1000 - word["pt"][1] / scale == pytest.approx(block.baseline(0), abs=2)


@pytest.mark.dot
def test_graphviz_understands_every_operation() -> None:
    """A drawing of all shapes has no warning, and comes back operation by operation."""
    square = [(0, 0), (9, 0), (9, 9)]
    bow = [(0.0, 0.0), (5.0, 0.0), (9.0, 5.0), (9.0, 9.0)]
    ink, paint = "#102030", "#40506080"
    items: list[Shape] = [
        Rect(1, 1, 9, 9, fill=paint, stroke=ink),
        Rect(1, 1, 9, 9, radius=3, fill=paint),
        Rect(1, 1, 90, 90, radius=3, fill=paint, stroke=ink, dash=(4, 2)),
        Polygon(square, stroke=ink),
        Polygon(square, fill=paint, stroke=ink, dash=(4, 2)),
        Polyline(square, stroke=ink, stroke_width=2.5),
        Curve(bow, stroke=ink),
        Curve(bow, fill=paint, stroke=ink),
        Curve(bow, closed=True, fill=paint, stroke=ink),
        Ellipse(5, 5, 3, 2, fill=paint),
        Ellipse(5, 5, 3, 2, stroke=ink),
    ]
    found = painted(to_dot(Scene(99, 99, items=items)))["_background"]
    letters = "".join(re.findall(r"(?:^|\s)([PpLbBEe]) ", found))
    assert letters.startswith("PPbb")
    assert set(letters) == set("PpLbBEe")


@pytest.mark.parametrize(
    ("shape", "operations"),
    [
        (Rect(1, 2, 3, 4), ""),
        (Rect(1, 2, 3, 4, fill="#112233"), "C 7 -#112233 P 4 1 97 4 97 4 93 1 93 "),
        (Rect(1, 2, 3, 4, stroke="#112233", stroke_width=0), ""),
        (
            Polygon([(0, 0), (1, 1)], stroke="#112233"),
            "c 7 -#112233 S 15 -setlinewidth(1) p 2 0 99 1 98 ",
        ),
        (Polygon([(0, 0)], fill="#112233"), ""),
        (
            Polyline([(0, 0), (10, 0)], stroke="#112233", dash=(4, 2)),
            "c 7 -#112233 S 15 -setlinewidth(1) L 2 0 99 4 99 L 2 6 99 10 99 ",
        ),
        (Curve([(0, 0)], stroke="#112233"), ""),
        (
            Curve(line((0, 0), (3, 0)), closed=True, fill="#112233"),
            "C 7 -#112233 b 7 0 99 1 99 2 99 3 99 2 99 1 99 0 99 ",
        ),
        (Ellipse(1, 2, 3), ""),
        (Ellipse(1, 2, 3, fill="#112233"), "C 7 -#112233 E 1 97 3 3 "),
    ],
)
def test_how_shapes_are_written(shape: Shape, operations: str) -> None:
    """After the canvas comes the shape, y upwards."""
    background = "".join(re.findall(r'"(c [^"]*)"', to_dot(Scene(99, 99, items=[shape]))))
    canvas = "c 9 -#00000000 C 7 -#FFFFFF P 4 0 99 99 99 99 0 0 0 "
    assert background == canvas + operations


def test_words_that_are_struck_through() -> None:
    """The line through the words is a drawing operation of each line of text."""
    for anchor, left in (("start", "50"), ("middle", "44.44"), ("end", "38.88")):
        block = TextBlock(50, 10, ["one", "two"], size=7, strike=True, anchor=anchor)  # type: ignore[arg-type]
        dot = to_dot(Scene(99, 99, items=[block]))
        lines = re.findall(r"L 2 ([\d.]+) ", dot)
        assert len(lines) == 2
        assert float(lines[0]) == pytest.approx(float(left), abs=2)


def test_a_large_drawing_is_cut_into_strings() -> None:
    """No string is longer than Graphviz reads, and nothing is lost between two."""
    dots = [Ellipse(x % 900, x // 900, 1.5, fill="#112233") for x in range(3000)]
    dot = to_dot(Scene(999, 999, items=dots))
    strings = re.findall(r'"([^"]*)"', dot[dot.index("_background") : dot.index("node [")])
    assert len(strings) > 3
    assert max(map(len, strings)) <= 12_000
    assert "".join(strings).count(" E ") == 3000


def test_a_long_line_is_cut_into_strings() -> None:
    """A line through very many points is no longer than Graphviz reads, and stays one line."""
    points = [(float(x % 900), float(x // 900)) for x in range(4000)]
    dot = to_dot(Scene(999, 999, items=[Polyline(points, stroke="#112233")]))
    strings = re.findall(r'"([^"]*)"', dot[dot.index("_background") : dot.index("node [")])
    assert max(map(len, strings)) <= 12_000
    line = "".join(strings).partition(" L 4000 ")[2].split()
    assert [float(x) for x in line[0::2]] == [x for x, _ in points]
    assert [999 - float(y) for y in line[1::2]] == [y for _, y in points]


def test_scale_and_page() -> None:
    """Lengths are multiplied; a page keeps the size of the scene."""
    scene = Scene(144, 72, items=[TextBlock(10, 10, "a", size=9)])
    dot = to_dot(scene, scale=4, dpi=36, paged=True)
    assert "P 4 0 288 576 288 576 0 0 0" in dot
    assert "fontsize=36" in dot
    assert "dpi=36" in dot
    assert 'size="2.0000,1.0000"' in dot
    plain = to_dot(scene)
    assert "dpi" not in plain
    assert "size=" not in plain.replace("fixedsize=", "").replace("fontsize=", "")


@pytest.mark.parametrize("scale", [0, -1, math.nan, math.inf])
def test_a_scale_is_above_zero(scale: float) -> None:
    """Nothing can be painted at no size."""
    with pytest.raises(DefinitionError, match="scale must be"):
        to_dot(Scene(9, 9), scale=scale)


def test_styles_of_text() -> None:
    """Bold and italic are asked for by the name of the font."""
    items = [
        TextBlock(10, 10, "b", bold=True, colour="#AABBCC"),
        TextBlock(10, 40, "i", italic=True),
        TextBlock(10, 70, ["", "bi"], bold=True, italic=True),
    ]
    dot = to_dot(Scene(99, 99, items=items))
    assert re.findall(r'fontname="[^"]*sans-serif([^"]*)"', dot) == [
        "", " bold", " italic", " bold italic",
    ]  # fmt: skip
    assert 'fontcolor="#AABBCC"' in dot
    assert re.findall(r"^ (t\d) ", dot, re.MULTILINE) == ["t0", "t1", "t2"]


def test_cards_carry_tooltips_and_links() -> None:
    """A card is a node over its area; a group of another role, or a silent one, is none."""
    items = [
        Card(10, 20, 30, 40, items=[], tooltip='a\\b\n"c"', href="https://example.org/?a=1&b"),
        Card(50, 20, 30, 40, items=[], tooltip="loose", role="transition"),
        Card(50, 20, 30, 40, items=[]),
        Card(50, 60, 30, 40, items=[], href="page.html"),
    ]
    dot = to_dot(Scene(99, 99, items=items))
    assert 'c0 [pos="25,59" width=0.4167 height=0.5556 class="card" label=""' in dot
    assert 'tooltip="a∖b &quot;c&quot;" URL="https://example.org/?a=1&amp;b"' in dot
    assert 'tooltip="" URL="page.html"' in dot
    assert "loose" not in dot
    assert re.findall(r"^ (c\d) ", dot, re.MULTILINE) == ["c0", "c2"]


@pytest.mark.dot
def test_text_at_the_edge_does_not_widen_the_canvas() -> None:
    """Room for words is cut at the canvas."""
    items = [
        TextBlock(2, 1, "at the left"),
        TextBlock(98, 30, "at the right", anchor="end"),
        TextBlock(50, 60, "much too wide for such a canvas", anchor="middle"),
        TextBlock(50, 88, "low", anchor="middle"),
    ]
    dot = to_dot(Scene(100, 100, items=items))
    drawing = painted(dot, complaints="too small for label")
    assert [float(side) for side in drawing["bb"].split(",")] == [0, 0, 100, 100]


def test_the_same_scene_is_the_same_text() -> None:
    """The writer has no memory, no clock and no chance."""
    scene = Scene(99, 99, title="a", items=[TextBlock(1, 1, "b"), Ellipse(1, 1, 1)])
    assert to_dot(scene) == to_dot(scene)
