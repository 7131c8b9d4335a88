"""Words of users in pictures: whatever they are, they are shown, and nothing else happens."""

import itertools
import json
import re
import runpy
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

import journeykit as jk
from journeykit import (
    CONVERSION,
    START,
    Channel,
    Journey,
    JourneyModel,
    Lane,
    Note,
    Persona,
    Phase,
    Touchpoint,
    Transition,
)
from journeykit._dot import escape_label
from journeykit.drawing.dot import to_dot
from journeykit.drawing.engine import paint
from journeykit.drawing.order import Engine
from journeykit.drawing.scene import Card, Scene, TextBlock
from journeykit.drawing.svg import to_svg
from journeykit.drawing.views import NAMES
from journeykit.testing import journeys

ROOT = Path(__file__).parents[2]
FUZZ = runpy.run_path(str(ROOT / "benchmarks" / "fuzz_labels.py"))
ENGINES = [pytest.param("pygraphviz"), pytest.param("dot", marks=pytest.mark.dot)]
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
SECRET = ROOT / "pyproject.toml"  # a file that is there, so that reading it could work

# Words that reach for a file, an address or a script, by every way that DOT, HTML-like labels,
# SVG or a program between them may offer.
SCRIPTS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
]
FILES = [str(SECRET), f"file://{SECRET}", "/etc/passwd", "../../../etc/passwd", "//evil.example/x"]
ATTRIBUTES = [
    "URL", "href", "edgeURL", "labelURL", "headURL", "tailhref", "image", "shapefile", "imagepath",
    "stylesheet", "fontpath", "fontname", "tooltip", "target", "comment", "_background", "layout",
    "shape=epsf, shapefile", "xlabel", "style",
]  # fmt: skip
CORPUS = [
    *SCRIPTS,
    *FILES,
    *(
        f'x", {name}="{value}'
        for name, value in zip(ATTRIBUTES, (SCRIPTS + FILES) * 2, strict=False)
    ),
    *(f'x"]; evil [{name}="{SCRIPTS[0]}"]; n [label="' for name in ("URL", "image", "label")),
    '<x>, URL="javascript:alert(1)", xlabel=<y>',
    f'<<table href="javascript:alert(1)"><tr><td><img src="{SECRET}"/></td></tr></table>>',
    f'<img src="{SECRET}"/>',
    '<font face="a&quot; onload=&quot;alert(1)">x</font>',
    "<script>alert(1)</script>",
    "</text><script>alert(1)</script><text>",
    "</title></svg><script>alert(1)</script>",
    '"><image href="https://evil.example/x.png"/>',
    '" onload="alert(1)',
    "' onmouseover='alert(1)",
    "]]><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    '<?xml-stylesheet href="https://evil.example/x.css"?>',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "&e;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "url(https://evil.example/x)",
    "@import 'https://evil.example/x.css';",
    "x\n}\nevil -> z",
    "b:c:n; evil -> z",
    "// evil",
    "/* evil */",
    "# include",
    '#include "/etc/passwd"',
    'charset="utf-7"',
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\\",
    '\\"]; evil [URL="javascript:alert(1)',
    "\\N\\G\\E\\L\\T\\H",
    "%0Ajavascript:alert(1)",
    "{a|<p> b}",
]

# All elements and attributes that a picture may have.
ELEMENTS = {
    "svg", "g", "title", "desc", "rect", "circle", "ellipse", "polygon", "polyline", "path", "text",
    "a", "defs", "clipPath",
}  # fmt: skip
REFERENCES = {"href", f"{XLINK}href"}
PAINTS = {"style", "fill", "stroke", "filter", "mask", "clip-path"}
SAFE = re.compile(r"(https?|mailto):|[^:/?#]*([/?#]|$)")
FETCHED = re.compile(r"url\(\s*[^#\s]|@import")
# Attributes of DOT by which a graph reads files or leads elsewhere.
REACHING = {"URL", "href", "edgeURL", "labelURL", "headURL", "tailURL", "image", "imagepath",
            "shapefile", "stylesheet", "fontpath"}  # fmt: skip


def dangers(picture: bytes | str) -> Iterator[str]:
    """Find what an SVG could do but show itself."""
    for element in ET.fromstring(picture).iter():  # noqa: S314 - ours, and to be well-formed
        name = element.tag.removeprefix(SVG)
        if name not in ELEMENTS:
            yield f"<{name}>"
        for attribute, value in element.attrib.items():
            script = attribute.lower().startswith("on")
            leads = attribute in REFERENCES and SAFE.match(value) is None
            paints = attribute in PAINTS and FETCHED.search(value) is not None
            if script or leads or paints:
                yield f"{attribute}={value}"


def nasty_journey(words: list[str]) -> Journey:
    """Return a journey that says these words wherever a journey can say any."""
    said = itertools.cycle(words)
    phases = [
        Phase(f"p{n}", next(said), customer_goal=next(said), description=next(said))
        for n in range(4)
    ]
    lanes = [
        Lane("text", next(said), line=next(said), description=next(said)),
        Lane("said", next(said), kind="quotes"),
        Lane("touched", next(said), kind="touchpoints"),
        Lane("felt", next(said), kind="emotion"),
    ]
    touchpoints = [
        Touchpoint(
            f"t{n}",
            next(said),
            phase=f"p{n % 4}",
            channel="own",
            emotion=n % 5 - 2,
            owner=next(said),
            description=next(said),
            data={next(said): next(said)},
        )
        for n in range(len(words))
    ]
    return Journey(
        "nasty",
        next(said),
        model=JourneyModel("model", next(said), phases=phases, lanes=lanes),
        persona=Persona("she", next(said), segment=next(said), quote=next(said)),
        channels=[Channel("own", next(said), realm="online")],
        touchpoints=touchpoints,
        notes=[
            Note(("text", "said")[n % 2], f"p{n // 2 % 4}", next(said), source=next(said))
            for n in range(len(words))
        ],
        transitions=[
            Transition(START, "t0", label=next(said)),
            Transition("t0", "t1", label=next(said), reason=next(said)),
            Transition("t1", CONVERSION, label=next(said)),
        ],
        starts_with=next(said),
        description=next(said),
    )


# --- no file, no address, no script -----------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("view", NAMES)
def test_pictures_of_words_that_reach_out(engine: Engine, view: str) -> None:
    """However a picture is made, its words are shown and do nothing."""
    journey = nasty_journey(CORPUS)
    other = nasty_journey(CORPUS[::-1])
    assert journey.model is not None
    assert other.model is not None
    models = (journey.model, other.model)
    others: dict[str, object] = {
        "comparison": jk.compare(journey, other),
        "crosswalk": jk.crosswalk(*models),
    }
    picture = jk.draw(others.get(view, journey), view)
    assert list(dangers(picture.svg)) == []
    painted = paint(picture.dot, "svg", engine=engine, timeout=60)
    assert list(dangers(painted)) == []
    drawing = json.loads(paint(picture.dot, "json", engine=engine, timeout=60))
    names = [node["name"] for node in drawing["objects"]]
    assert all(re.fullmatch(r"[tc]\d+", name) for name in names)
    assert not REACHING & {*drawing, *itertools.chain(*drawing["objects"])}
    assert picture.render("png", scale=0.2, engine=engine).startswith(b"\x89PNG")


@pytest.mark.parametrize("engine", ENGINES)
def test_plain_graphs_of_words_that_reach_out(engine: Engine) -> None:
    """Nor do words do anything in a plain graph that Graphviz lays out."""
    nodes = "\n".join(f'n{n} [label="{escape_label(words)}"]' for n, words in enumerate(CORPUS))
    plain = str(jk.to_graphviz(nasty_journey(CORPUS)).source)
    for dot in (plain, f"digraph {{{nodes}}}"):
        assert list(dangers(paint(dot, "svg", engine=engine, layout="dot", timeout=60))) == []
        drawing = json.loads(paint(dot, "json", engine=engine, layout="dot", timeout=60))
        names = {node["name"] for node in drawing["objects"]}
        assert all(re.fullmatch(r"n\d+|cluster_\d+", name) for name in names)
        things = [*drawing["objects"], *drawing.get("edges", [])]
        assert not REACHING & {*drawing, *itertools.chain(*things)}


@pytest.mark.parametrize("words", CORPUS)
def test_links_that_reach_out(words: str) -> None:
    """A link leads to a web page, to a letter, or to a place nearby, and nowhere else."""
    card = Card(0, 0, 90, 20, items=[TextBlock(1, 1, words)], tooltip=words, href=words)
    scene = Scene(99, 29, title=words, description=words, items=[card])
    assert list(dangers(to_svg(scene))) == []
    assert list(dangers(paint(to_dot(scene), "svg", engine="pygraphviz"))) == []


def test_dangers_are_found() -> None:
    """The tests above would see it if something did get through."""
    bad = [
        "<script/>",
        '<a href="javascript:alert(1)"/>',
        '<a xmlns:x="http://www.w3.org/1999/xlink" x:href="data:text/html,x"/>',
        '<image href="/etc/passwd"/>',
        '<g onload="alert(1)"/>',
        '<rect fill="url(https://evil.example/x)"/>',
        "<foreignObject/>",
        "<style>x</style>",
    ]
    for one in bad:
        assert len(list(dangers(f'<svg xmlns="http://www.w3.org/2000/svg">{one}</svg>'))) == 1, one


@settings(max_examples=25)
@given(journeys().filter(lambda journey: bool(journey.touchpoints)))
def test_any_journey_can_be_painted(journey: Journey) -> None:
    """Whatever words a journey holds, its picture is painted, well-formed and harmless."""
    picture = jk.draw(journey, "touchpoints")
    assert list(dangers(paint(picture.dot, "svg", engine="pygraphviz"))) == []
    assert picture.render("pdf").startswith(b"%PDF")


# --- words come out as they went in -----------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_five_hundred_labels(engine: Engine) -> None:
    """No crash, nothing altered, nothing ill-formed, whatever the words are."""
    texts = list(FUZZ["nasty"](500, seed=2))
    assert len(set(texts)) > 400
    assert +FUZZ["examine"](texts, engine) == Counter()


def test_fuzzing_finds_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels that are not made safe crash, come out altered, and break the XML."""
    raw = {"escape_label": lambda text: text.replace('"', '\\"').replace("\x00", "")}
    for name, value in raw.items():
        monkeypatch.setitem(FUZZ["document"].__globals__, name, value)
    found = FUZZ["examine"](["word", "\\N", "\x07", "<b>"], "pygraphviz")
    assert (found["altered"], found["ill-formed"]) == (1, 1)
    assert FUZZ["examine"](["\\"], "pygraphviz")["crashed"] == 1
