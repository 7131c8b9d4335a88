"""In the shell, Mermaid is read and written like any other file."""

from pathlib import Path

import pytest

import journeykit as jk
from journeykit.cli import main

PAGE = """\
# Our shop

```mermaid
journey
    title Coffee
    section Order
        Ask: 9: Me
```

```mermaid
journey
    title Tea
    section Order
        Ask: 4: Me
```
"""


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.md").write_text(PAGE, encoding="utf-8")


def test_convert(capsys: pytest.CaptureFixture[str]) -> None:
    """A journey of a page is chosen, read on its scale, and written as a diagram."""
    arguments = ["--block", "1", "--scale", "0", "10"]
    assert main(["convert", "page.md", "coffee.toml", *arguments]) == 0
    journey = jk.load("coffee.toml")
    assert isinstance(journey, jk.Journey)
    assert [spot.emotion for spot in journey.touchpoints] == [1.6]
    assert main(["convert", "coffee.toml", "coffee.mmd"]) == 0
    assert jk.load("coffee.mmd") == journey
    assert capsys.readouterr() == ("coffee.toml\ncoffee.mmd\n", "")


def test_convert_into_a_language(capsys: pytest.CaptureFixture[str]) -> None:
    """A diagram speaks one language, and what it leaves out is said in one line."""
    jk.save(jk.Journey("shop", {"en": "Shop", "nl": "Winkel"}, state="future"), "shop.toml")
    with pytest.warns(jk.LossyFormatWarning):
        assert main(["convert", "shop.toml", "shop.mmd", "--lang", "nl"]) == 0
    assert Path("shop.mmd").read_text("utf-8") == "journey\n    title Winkel\n"
    assert capsys.readouterr().out == "shop.mmd\n"


@pytest.mark.filterwarnings("ignore::journeykit.LossyFormatWarning")
def test_new_and_draw() -> None:
    """A new diagram can be drawn at once, and so can one that stands in a page."""
    assert main(["new", "aida", "-o", "mine.mmd"]) == 0
    assert main(["draw", "mine.mmd", "-o", "mine.svg"]) == 0
    assert main(["draw", "page.md", "--block", "2", "-o", "tea.svg"]) == 0
    assert "Tea" in Path("tea.svg").read_text("utf-8")


def test_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """What is not chosen, not on the scale or without one is said in one line."""
    for arguments, problem in (
        (["page.md"], "page.md: it holds 2 journeys, in lines 4, 11; choose one with block=1 …"),
        (["page.md", "--block", "1"], "page.md: line 7, column 14: the score of 'Ask' is 9, not"),
    ):
        assert main(["draw", *arguments, "-o", "x.svg"]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith(f"journeykit: {problem}")
        assert captured.err.count("\n") == 1
    assert not Path("x.svg").exists()
