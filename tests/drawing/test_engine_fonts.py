"""The fonts that come with the library: pictures are the same where none is installed."""

import itertools
import json
import shutil
import struct
from pathlib import Path

import pytest

from journeykit.drawing import environment, host, metrics, program
from journeykit.drawing._widths import EM, RUNS
from journeykit.drawing.dot import FONTS, to_dot
from journeykit.drawing.host import Host
from journeykit.drawing.order import Order
from journeykit.drawing.scene import Scene, TextBlock

FOLDER = Path(environment.__file__).with_name("fonts")
FACES = {"Regular": False, "Bold": True}
WORDS = "Één ijskoffie, graag! “Ça va?” – Ελλάδα · Київ · 62 % → ■"
LETTERS = "".join(chr(first + n) for first, known, _ in RUNS for n in range(len(known.split())))
ENGINES = [pytest.param("pygraphviz"), pytest.param("dot", marks=pytest.mark.dot)]


def paint(engine: str, dot: str, format_: str) -> bytes:
    """Paint with processes that start now, so that they see the fonts of now."""
    order = Order(dot, format_, "nop2", 60)
    if engine == "dot":
        return program.paint(str(program.find()), order)
    own = Host()
    try:
        return own.paint(str(host.find()), order)
    finally:
        own.close()


def page() -> str:
    """Return a drawing with words in all faces."""
    faces = itertools.product(FACES.values(), (False, True))
    blocks = [
        TextBlock(5, 5 + 30 * n, [WORDS], size=12, bold=bold, italic=italic)
        for n, (bold, italic) in enumerate(faces)
    ]
    return to_dot(Scene(420, 130, items=blocks), scale=4, dpi=36)


def without_fonts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let processes that paint find no font of the system, and our own in another place."""
    own = folder / "drawing" / "fonts"
    shutil.copytree(FOLDER, own)
    lines = (FOLDER / "fonts.conf").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "<dir>" not in line and "<cachedir" not in line]
    assert len(kept) < len(lines)
    (own / "fonts.conf").write_text("\n".join(kept), encoding="utf-8")
    monkeypatch.setattr(environment, "_FONTS", own)


def table(font: bytes, tag: str) -> bytes:
    """Return a table of a TrueType font."""
    for at in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16):
        name, _, offset, length = struct.unpack_from(">4sLLL", font, at)
        if name.decode() == tag:
            return font[offset : offset + length]
    raise LookupError(tag)


def advances(font: bytes) -> dict[int, int]:
    """Return the width of each character of a TrueType font, in its units."""
    count = struct.unpack_from(">H", table(font, "hhea"), 34)[0]
    widths = [wide for wide, _ in struct.iter_unpack(">Hh", table(font, "hmtx")[: 4 * count])]
    cmap = table(font, "cmap")
    starts = [
        struct.unpack_from(">HHL", cmap, 4 + 8 * n)[2]
        for n in range(struct.unpack_from(">H", cmap, 2)[0])
    ]
    found = {}
    for start in starts:
        if struct.unpack_from(">H", cmap, start)[0] != 4:
            continue
        pairs = struct.unpack_from(">H", cmap, start + 6)[0] // 2
        ends, begins, shifts, ranges = (
            struct.unpack_from(f">{pairs}H", cmap, start + at)
            for at in (14, 16 + 2 * pairs, 16 + 4 * pairs, 16 + 6 * pairs)
        )
        for n in range(pairs):
            for code in range(begins[n], min(ends[n], 0xFFFE) + 1):
                glyph = (code + shifts[n]) % 2**16
                if ranges[n]:
                    at = start + 16 + 6 * pairs + 2 * n + ranges[n] + 2 * (code - begins[n])
                    glyph = struct.unpack_from(">H", cmap, at)[0]
                found[code] = widths[min(glyph, len(widths) - 1)]
    return found


@pytest.mark.parametrize("face", FACES)
def test_the_fonts_are_those_that_words_were_measured_with(face: str) -> None:
    """Every character whose width is known is there, and has that width."""
    font = (FOLDER / f"JourneykitSans-{face}.ttf").read_bytes()
    wide = advances(font)
    assert struct.unpack_from(">H", table(font, "head"), 18)[0] == EM
    for letter in LETTERS:
        assert wide[ord(letter)] == round(metrics.width(letter, EM, bold=FACES[face])), letter


def test_the_licence_stands_beside_the_fonts() -> None:
    """Each copy has the licence with it, and no reserved name."""
    licence = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "Reserved Font Name Liberation" in licence
    for path in FOLDER.glob("*.ttf"):
        assert 25_000 < path.stat().st_size < 65_000
        names = table(path.read_bytes(), "name")
        count, start = struct.unpack_from(">2xHH", names)
        for n in range(count):
            kind, length, offset = struct.unpack_from(">6xHHH", names, 6 + 12 * n)
            text = names[start + offset : start + offset + length].decode("utf-16-be")
            assert kind in (0, 13) or not {"Liberation", "Arimo", "Tinos"} & {*text.split()}


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_written_beside_the_fonts(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Painting leaves the installed package as it is, though fontconfig keeps caches."""
    own = tmp_path / "drawing" / "fonts"
    shutil.copytree(FOLDER, own)
    monkeypatch.setattr(environment, "_FONTS", own)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    before = {path.name: path.read_bytes() for path in own.iterdir()}
    paint(engine, page(), "png")
    assert {path.name: path.read_bytes() for path in own.iterdir()} == before


@pytest.mark.parametrize("engine", ENGINES)
def test_faces_differ(engine: str) -> None:
    """Bold and italic letters are told apart from upright ones, though no font is italic."""
    faces = itertools.product((False, True), repeat=2)
    blocks = [TextBlock(5, 5, [WORDS], bold=bold, italic=italic) for bold, italic in faces]
    scenes = [Scene(420, 30, items=[block]) for block in blocks]
    assert len({paint(engine, to_dot(scene, scale=4, dpi=36), "png") for scene in scenes}) == 4


@pytest.mark.parametrize("engine", ENGINES)
def test_no_fonts_the_same_picture(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without fonts paints the same PNG, byte for byte, and would not without ours."""
    usual = paint(engine, page(), "png")
    without_fonts(tmp_path, monkeypatch)
    assert paint(engine, page(), "png") == usual
    for font in (tmp_path / "drawing" / "fonts").glob("*.ttf"):
        font.unlink()
    assert paint(engine, page(), "png") != usual


def widths(engine: str) -> list[float]:
    """Return how wide an engine paints narrow and wide letters."""
    lines = ["iiiiiiiiii", "WWWWWWWWWW"]
    blocks = [TextBlock(5, 30 * n, [line], size=10) for n, line in enumerate(lines)]
    drawing = json.loads(paint(engine, to_dot(Scene(200, 70, items=blocks), scale=4), "json"))
    operations = [one for node in drawing["objects"] for one in node["_ldraw_"]]
    return [one["width"] / 4 for one in operations if one["op"] == "T"]


@pytest.mark.parametrize("engine", ENGINES)
def test_no_boxes(engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters have the widths that they were measured with, without any installed font."""
    without_fonts(tmp_path, monkeypatch)
    narrow, wide = widths(engine)
    assert narrow == pytest.approx(metrics.width("iiiiiiiiii", 10), rel=0.03)
    assert wide == pytest.approx(metrics.width("WWWWWWWWWW", 10), rel=0.03)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("family", ["Arial", FONTS])
def test_our_font_goes_first(engine: str, family: str) -> None:
    """The picture has our own letters, also where others of their width are installed."""
    pdf = paint(engine, f'digraph {{a [pos="9,9" label="x" fontname="{family}"]}}', "pdf")
    assert b"+JourneykitSans" in pdf
    pdf = paint(engine, f'digraph {{a [pos="9,9" label="x" fontname="{family} bold"]}}', "pdf")
    assert b"+JourneykitSans-Bold" in pdf


def test_the_surroundings_are_those_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables are handed on, but for those that would lead to other fonts."""
    monkeypatch.setenv("FONTCONFIG_FILE", "/elsewhere")
    monkeypatch.setenv("FONTCONFIG_PATH", "/elsewhere")
    monkeypatch.setenv("HELLO", "there")
    found = environment.surroundings()
    assert found["HELLO"] == "there"
    assert Path(found["FONTCONFIG_FILE"]) == FOLDER / "fonts.conf"
    assert "FONTCONFIG_PATH" not in found
    assert Path(found["XDG_DATA_HOME"], "fonts") == FOLDER
