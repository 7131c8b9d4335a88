"""Diagrams as PNG and PDF: their sizes, their files, and how they stay the same."""

import math
import re
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit import draw
from journeykit.drawing.diagram import FORMATS, Diagram
from journeykit.drawing.order import Engine
from journeykit.drawing.scene import Scene, TextBlock
from journeykit.drawing.undated import undated
from journeykit.errors import DefinitionError, FileError, JourneykitError, RenderError
from journeykit.presets import AIDA

ENGINES = [pytest.param("pygraphviz"), pytest.param("dot", marks=pytest.mark.dot)]


def diagram(width: float = 120, height: float = 60) -> Diagram:
    """Return a small picture with words in it."""
    words = TextBlock(width / 2, height / 3, ["Hello"], anchor="middle", size=12)
    return Diagram(Scene(width, height, title="Hello", items=[words]))


def pixels(png: bytes) -> tuple[int, int]:
    """Return the width and the height of a PNG."""
    assert png[12:16] == b"IHDR"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def page(pdf: bytes) -> tuple[float, float]:
    """Return the width and the height of the only page of a PDF, in points."""
    (found,) = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdf)
    return float(found[0]), float(found[1])


@settings(max_examples=40)
@given(
    st.floats(20, 900),
    st.floats(20, 900),
    st.floats(0.05, 2, exclude_min=True),
    st.sampled_from(["scale", "dpi"]),
)
def test_sizes_of_pixels(width: float, height: float, scale: float, name: str) -> None:
    """A PNG has the pixels that were asked for, whole ones, and no margin."""
    factor = 72 if name == "dpi" else 1
    options: dict[str, Any] = {name: scale * factor}
    wide, high = pixels(diagram(width, height).render("png", **options))
    assert wide == pytest.approx(width * scale, abs=1)
    assert high == pytest.approx(height * scale, abs=1)


@pytest.mark.parametrize("engine", ENGINES)
def test_usual_sizes(engine: Engine) -> None:
    """A PNG has 144 pixels an inch, and a PDF a page of the picture's size."""
    picture = diagram(120, 60)
    assert pixels(picture.render("png", engine=engine)) == (240, 120)
    assert pixels(picture.render("png", scale=1, engine=engine)) == (120, 60)
    assert pixels(picture.render("png", dpi=300, engine=engine)) == (500, 250)
    assert page(picture.render("pdf", engine=engine)) == (120, 60)


@settings(max_examples=25)
@given(st.floats(20, 5000), st.floats(20, 5000))
def test_sizes_of_pages(width: float, height: float) -> None:
    """The page of a PDF is as large as the picture, in whole points."""
    assert page(diagram(width, height).render("pdf")) == (math.ceil(width), math.ceil(height))


@pytest.mark.parametrize("engine", ENGINES)
def test_fonts_of_pages(engine: Engine) -> None:
    """A PDF brings its letters along."""
    pdf = diagram().render("pdf", engine=engine)
    assert b"/FontFile2" in pdf
    assert set(re.findall(rb"/BaseFont /\w+\+([\w-]+)", pdf)) == {b"JourneykitSans"}


def test_a_large_picture_is_painted() -> None:
    """What is within the limits is painted."""
    picture = diagram(32_767, 60)
    assert pixels(picture.render("png", scale=1)) == (32_767, 60)
    assert page(picture.render("pdf")) == (32_767, 60)


@pytest.mark.parametrize(
    ("size", "options", "kind", "message"),
    [
        (
            (10_001, 10_000),
            {"scale": 1},
            RenderError,
            (
                "a PNG of 10,001 by 10,000 pixels is beyond 100 million pixels or 32,767 a side; "
                "use scale=0.99 or less, or SVG"
            ),
        ),
        (
            (40_000, 60),
            {},
            RenderError,
            (
                "a PNG of 80,000 by 120 pixels is beyond 100 million pixels or 32,767 a side; "
                "use scale=0.81 or less, or SVG"
            ),
        ),
        (
            (100, 100),
            {"scale": 1e300},
            RenderError,
            (
                "a PNG of {huge} by {huge} pixels is beyond 100 million pixels or 32,767 a side; "
                "use scale=100 or less, or SVG"
            ),
        ),
        (
            (100, 100),
            {"scale": 0.009},
            RenderError,
            "a PNG of 1 by 1 pixels shows nothing; use a larger scale",
        ),
        (
            (100, 100),
            {"scale": 2, "dpi": 144},
            DefinitionError,
            "PNG: scale and dpi say the same, 72 dpi is scale 1; give one",
        ),
        *(
            (
                (100, 100),
                {name: value},
                DefinitionError,
                f"PNG: {name} must be a number above zero, not {value!r}",
            )
            for name in ("scale", "dpi")
            for value in (0, -1, math.nan, math.inf, True, "2")
        ),
    ],
)
def test_sizes_that_cannot_be(
    size: tuple[float, float], options: dict[str, Any], kind: type[JourneykitError], message: str
) -> None:
    """What would be too large, too small or no size at all is refused before it is painted."""
    with pytest.raises(kind) as caught:
        diagram(*size).render("png", **options)
    assert str(caught.value) == message.format(huge=f"{1e302:,.0f}")


@given(st.floats(1, 1e6), st.floats(1, 1e6))
def test_the_scale_that_is_offered_can_be_used(width: float, height: float) -> None:
    """Who follows the way out of an error about size does not meet the error again."""
    picture = diagram(width, height)
    with pytest.raises(RenderError) as caught:
        picture.render("png", scale=1e9)
    offered = re.search(r"use scale=(\S+) or less", str(caught.value))
    assert offered is not None
    scale = float(offered[1])
    assert width * scale * height * scale <= 1e8
    assert max(width, height) * scale <= 32_767
    assert scale > 0


@pytest.mark.parametrize("format_", ["svg", "pdf", "dot", "html"])
@pytest.mark.parametrize("options", [{"scale": 2}, {"dpi": 72}])
def test_only_png_has_pixels(format_: str, options: dict[str, Any]) -> None:
    """A scale that would do nothing is refused."""
    message = "scale and dpi are for PNG alone, other formats are sharp at any size"
    with pytest.raises(DefinitionError) as caught:
        diagram().render(format_, **options)
    assert str(caught.value) == f"{format_.upper()}: {message}"


@pytest.mark.parametrize(
    ("format_", "message"),
    [
        ("pgn", "unknown format 'pgn', did you mean 'png'?"),
        ("jpeg", "unknown format 'jpeg'; formats are 'svg', 'html', 'dot', 'png', 'pdf'"),
    ],
)
def test_unknown_formats(format_: str, message: str) -> None:
    """A format that there is not is named, with those that there are."""
    with pytest.raises(RenderError) as caught:
        diagram().render(format_)
    assert str(caught.value) == message


@pytest.mark.parametrize("suffix", [*FORMATS, ".PNG", ".Pdf"])
def test_files(suffix: str, tmp_path: Path) -> None:
    """A file holds what the format of its suffix is rendered as."""
    picture = diagram()
    path = picture.save(tmp_path / f"picture{suffix}")
    assert path.read_bytes() == picture.render(FORMATS[suffix.lower()])
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_options_of_files(tmp_path: Path) -> None:
    """A file is as large as it was asked to be."""
    path = diagram(120, 60).save(tmp_path / "a.png", scale=3, engine="pygraphviz", timeout=60)
    assert pixels(path.read_bytes()) == (360, 180)
    path = diagram(120, 60).save(str(tmp_path / "a.png"), dpi=36)
    assert pixels(path.read_bytes()) == (60, 30)


def test_a_file_that_fails(tmp_path: Path) -> None:
    """An old file stays as it is when the new one cannot be painted."""
    path = diagram().save(tmp_path / "a.png")
    before = path.read_bytes()
    with pytest.raises(RenderError):
        diagram().save(path, scale=1e5)
    with pytest.raises(FileError, match=r"cannot tell the format of a picture from '\.gif'"):
        diagram().save(tmp_path / "a.gif")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("a.\n", "'a.\\n'"),
        ("a\n.gif", "'a\\n.gif'"),
        ("a.\ud800", "'a.\\ud800'"),
        ("", "."),
        ("/dev/stdout", "/dev/stdout"),
    ],
)
def test_names_of_files_that_have_no_format(path: str, named: str) -> None:
    """The message is one line that any terminal can print, whatever the file is called."""
    with pytest.raises(FileError) as caught:
        diagram().save(path)
    assert str(caught.value).startswith(f"{named}: cannot tell the format of a picture from '")
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("engine", ["pygraphviz", pytest.param("dot", marks=pytest.mark.dot)])
@pytest.mark.parametrize("format_", ["png", "pdf"])
def test_the_same_from_run_to_run(engine: str, format_: str) -> None:
    """The first and the second picture of a program are the same, and so are those of another."""
    code = f"""
import hashlib, time
from journeykit import draw
from journeykit.presets import AIDA
for pause in (0, 1.1):
    time.sleep(pause)
    picture = draw(AIDA).render({format_!r}, engine={engine!r})
    # A newer dot compresses the date of a PDF, where it cannot be taken out.
    print("dated" if b"/ObjStm" in picture else hashlib.sha256(picture).hexdigest())
"""
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    said = [run.communicate(timeout=60) for run in runs]
    assert [errors for _, errors in said] == ["", ""]
    lines = [line for output, _ in said for line in output.split()]
    assert (len(lines), len(set(lines))) == (4, 1)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("view", ["phases"])
@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_models_are_painted(engine: Engine, view: str, lang: str, theme: str) -> None:
    """Pictures of models come out whole and in their size."""
    picture = draw(AIDA, view, lang=lang, theme=theme)
    wide, high = pixels(picture.render("png", scale=1, engine=engine))
    assert wide == pytest.approx(picture.scene.width, abs=1)
    assert high == pytest.approx(picture.scene.height, abs=1)


# --- no dates ---------------------------------------------------------------------------

DATE = b"/CreationDate (D:20261121211209+01'00)"


@given(st.binary(max_size=50), st.binary(max_size=50))
def test_a_date_goes_and_all_else_stays(before: bytes, after: bytes) -> None:
    """Each byte but the date's is where it was."""
    assert undated(before + DATE + after) == before + b" " * len(DATE) + after


@given(st.binary(max_size=200))
def test_what_has_no_date_stays(data: bytes) -> None:
    """Nothing happens to a file without a date."""
    assert undated(data) == data
