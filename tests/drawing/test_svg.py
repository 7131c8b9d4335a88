"""Scenes as SVG."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journeykit._dot import clean_text
from journeykit.drawing import metrics
from journeykit.drawing.scene import (
    Card,
    Curve,
    Ellipse,
    Polygon,
    Polyline,
    Rect,
    Scene,
    TextBlock,
)
from journeykit.drawing.svg import to_svg
from journeykit.errors import DefinitionError

SVG = "{http://www.w3.org/2000/svg}"
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x07\x1f\x7f\x85\u2028\ufffe\uffff\ud800<>&\"'\\\n\r\t]é👍ש"),
    ),
    max_size=30,
)
PAYLOADS = [
    '"><script>alert(1)</script>',
    "]]><script>alert(1)</script><![CDATA[",
    "' onload='alert(1)",
    "&lt;b&gt; &amp; &#60;",
    "<!-- --> <?xml?> <!DOCTYPE x>",
    "\\N \\G {a|b}",
]


def parse(svg: str) -> ET.Element:
    """Return the root of an SVG, read strictly."""
    return ET.fromstring(svg)  # noqa: S314 - written by us


@given(NASTY, NASTY, NASTY, NASTY, NASTY)
@example(PAYLOADS[0], PAYLOADS[1], PAYLOADS[2], PAYLOADS[3], PAYLOADS[4])
def test_no_words_can_break_out(
    words: str, title: str, description: str, tooltip: str, role: str
) -> None:
    """Whatever is said, the picture parses, has no other elements, and says it unchanged."""
    card = Card(0, 0, 9, 9, items=[TextBlock(1, 1, words)], tooltip=tooltip, role=role)
    scene = Scene(99, 99, title=title, description=description, lang=words, items=[card])
    root = parse(to_svg(scene))
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "title", "desc", "rect", "g", "text"}
    said = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert said == [one for one in [clean_text(words).replace("\n", " ")] if one]
    assert root.findtext(f"{SVG}title") == clean_text(title)
    assert root.findtext(f"{SVG}desc") == clean_text(description)
    assert root.findtext(f"{SVG}g/{SVG}title", "") == clean_text(tooltip)
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not any(name.lower().startswith("on") for name in attributes)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_comes_back_unchanged(payload: str) -> None:
    """What looks like markup is shown as it is."""
    root = parse(to_svg(Scene(99, 99, items=[TextBlock(1, 1, payload)])))
    assert [element.text for element in root.iter(f"{SVG}text")] == [payload]


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("notes/page.html#here", "notes/page.html#here"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("", None),
        (None, None),
    ],
)
def test_only_safe_links_are_written(href: str | None, written: str | None) -> None:
    """A link by another scheme is left out; the card stays."""
    scene = Scene(99, 99, items=[Card(1, 2, 3, 4, items=[], href=href, tooltip="tip")])
    root = parse(to_svg(scene))
    links = [element.get("href") for element in root.iter(f"{SVG}a")]
    assert links == ([] if written is None else [written])
    assert root.get("role") == ("img" if written is None else "graphics-document")
    assert root.findtext(f".//{SVG}g/{SVG}title") == "tip"


def test_the_whole_card_answers_to_the_pointer() -> None:
    """A card with a tooltip has a clear area over all of its room; a loose group has none."""
    card = Card(1, 2, 30, 40, items=[], tooltip="tip")
    loose = Card(1, 2, 30, 40, items=[], tooltip="tip", role="transition")
    silent = Card(1, 2, 30, 40, items=[])
    areas = [
        [area.attrib for area in group.iter(f"{SVG}rect")]
        for group in parse(to_svg(Scene(99, 99, items=[card, loose, silent]))).iter(f"{SVG}g")
    ]
    place = {"x": "1", "y": "2", "width": "30", "height": "40"}
    assert areas == [[{**place, "fill": "none", "pointer-events": "all"}], [], []]


def test_the_picture_is_described() -> None:
    """Screen readers get a role, a language, a title and a description."""
    root = parse(to_svg(Scene(120, 80, title="Map", description="Five phases.", lang="nl")))
    labels = root.get("aria-labelledby", "").split()
    named = {element.get("id"): element.text for element in root.iter()}
    assert [named[label] for label in labels] == ["Map", "Five phases."]
    assert root.get("role") == "img"
    assert root.get("lang") == "nl"
    assert root.get("viewBox") == "0 0 120 80"
    assert "max-width:100%" in root.get("style", "")


@given(
    st.lists(st.text(st.characters(codec="latin-1"), max_size=20), max_size=4),
    st.booleans(),
    st.sampled_from(["start", "middle", "end"]),
)
def test_text_keeps_its_width_in_any_font(lines: list[str], bold: bool, anchor: str) -> None:  # noqa: FBT001
    """Every text of two characters or more says how wide it was measured."""
    block = TextBlock(50, 10, lines, size=10, bold=bold, anchor=anchor)  # type: ignore[arg-type]
    for text in parse(to_svg(Scene(99, 99, items=[block]))).iter(f"{SVG}text"):
        words = text.text or ""
        wide = metrics.width(words, 10, bold=bold)
        if len(words) >= 2 and wide > 0:
            assert float(text.get("textLength", "nan")) == pytest.approx(wide, abs=0.006)
            assert text.get("lengthAdjust") == "spacingAndGlyphs"
        else:
            assert text.get("textLength") is None
        assert text.get("text-anchor", "start") == anchor
        assert text.get("font-weight", "normal") == ("bold" if bold else "normal")


def test_styles_of_text() -> None:
    """Italic and struck-through words, each line on its own baseline."""
    block = TextBlock(
        5, 10, ["one", "", "two"], size=10, italic=True, strike=True, colour="#AABBCC"
    )
    texts = list(parse(to_svg(Scene(99, 99, items=[block]))).iter(f"{SVG}text"))
    assert [(text.text, text.get("y")) for text in texts] == [("one", "19.5"), ("two", "43.5")]
    assert texts[0].get("font-style") == "italic"
    assert texts[0].get("text-decoration") == "line-through"
    assert texts[0].get("fill") == "#AABBCC"


@pytest.mark.parametrize(
    ("shape", "markup"),
    [
        (Rect(1, 2, 3, 4), '<rect x="1" y="2" width="3" height="4" fill="none"/>'),
        (
            Rect(0, 0, 30, 10, radius=99, fill="#000000", stroke="#FFFFFF", stroke_width=2),
            (
                '<rect x="0" y="0" width="30" height="10" rx="5" fill="#000000" stroke="#FFFFFF" '
                'stroke-width="2"/>'
            ),
        ),
        (
            Rect(0, 0, 3, 4, stroke="#FFFFFF", dash=(4, 2.5)),
            (
                '<rect x="0" y="0" width="3" height="4" fill="none" stroke="#FFFFFF" '
                'stroke-dasharray="4 2.5"/>'
            ),
        ),
        (Rect(0, 0, 3, 4, stroke="#FFFFFF", stroke_width=0), None),
        (
            Ellipse(5, 5, 2, fill="#11223380"),
            '<circle cx="5" cy="5" r="2" fill="#112233" fill-opacity="0.5"/>',
        ),
        (Ellipse(5, 5, 2, 3), '<ellipse cx="5" cy="5" rx="2" ry="3" fill="none"/>'),
        (
            Polygon([(0, 0), (1.005, 0), (-0.001, 2)], fill="#000000"),
            '<polygon points="0,0 1,0 0,2" fill="#000000"/>',
        ),
        (
            Polyline([(0, 0), (1 / 3, 1)], stroke="#000000"),
            '<polyline points="0,0 0.33,1" fill="none" stroke="#000000"/>',
        ),
        (
            Curve([(0, 0), (1, 1), (2, 2), (3, 3)], closed=True, stroke="#000000"),
            '<path d="M0,0C1,1 2,2 3,3Z" fill="none" stroke="#000000"/>',
        ),
        (Curve([(0, 0)], fill="#000000"), '<path d="M0,0" fill="#000000"/>'),
    ],
)
def test_how_shapes_are_written(shape: Rect, markup: str | None) -> None:
    """Numbers are short and always written alike."""
    svg = to_svg(Scene(99, 99, items=[shape]))
    assert (markup or '<rect x="0" y="0" width="3" height="4" fill="none"/>') in svg


def test_pictures_side_by_side_share_no_ids() -> None:
    """Two pictures in one page keep their own titles."""
    first, second = (to_svg(Scene(9, 9, title=title)) for title in ("one", "two"))
    ids = re.findall(r' id="([^"]+)"', first + second)
    assert len(ids) == len(set(ids)) == 4


def test_the_same_picture_twice_is_the_same_text() -> None:
    """The writer has no memory, no clock and no chance."""
    scene = Scene(99, 99, title="a", items=[TextBlock(1, 1, "b"), Ellipse(1, 1, 1)])
    assert to_svg(scene) == to_svg(scene)
    assert to_svg(scene, prefix="x") != to_svg(scene, prefix="y")


@pytest.mark.parametrize("prefix", ["", "1a", 'a"', "a b", "é"])
def test_a_prefix_is_a_name(prefix: str) -> None:
    """A prefix that cannot begin an id is refused."""
    with pytest.raises(DefinitionError, match="prefix must be"):
        to_svg(Scene(9, 9), prefix=prefix)


def test_a_prefix_begins_every_id() -> None:
    """One's own prefix is used as it is."""
    svg = to_svg(Scene(9, 9, title="t"), prefix="fig-1")
    assert set(re.findall(r' id="([^"]+)"', svg)) == {"fig-1-title", "fig-1-desc"}
