"""Journeys in the Mermaid blocks of a Markdown page are found, chosen and read in their place."""

from pathlib import Path
from typing import Any

import pytest

from journeykit import FileError, Journey, dumps, load, loads, save

ONE = """\
# Our shop

Here is how it goes:

```mermaid
journey
    title Coffee
    Order: 4: Me
```

And that is all.
"""
TWO = f"""{ONE}
~~~~ Mermaid
journey
    title Tea
    Order: 5: Me
~~~~~

``` mermaid
flowchart LR
    a --> b
```
"""


def titles(text: str, **options: Any) -> tuple[str, list[str]]:  # noqa: ANN401 - of loads
    """Return the title of the journey in a page, and what its touchpoints are called."""
    journey = loads(text, "markdown", **options)
    assert isinstance(journey, Journey)
    return str(journey.label), [str(spot.label) for spot in journey.touchpoints]


def refused(text: str, **options: Any) -> str:  # noqa: ANN401 - of loads
    """Return what is said of a page."""
    with pytest.raises(FileError) as caught:
        loads(text, "md", **options)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize("suffix", [".md", ".MD", ".markdown"])
def test_files(suffix: str, tmp_path: Path) -> None:
    """The one journey of a page is read, whatever ends its lines."""
    path = tmp_path / f"page{suffix}"
    path.write_bytes(ONE.replace("\n", "\r\n").encode())
    journey = load(path)
    assert isinstance(journey, Journey)
    assert [spot.emotion for spot in journey.touchpoints] == [1]
    wide = load(path, scale=(0, 8), block=1)
    assert isinstance(wide, Journey)
    assert [spot.emotion for spot in wide.touchpoints] == [0]


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        "```mermaid\njourney\ntitle Coffee\nOrder: 4",
        "  ````mermaid title=x\n  journey\n  title Coffee\n  Order: 4\n `````\n",
        "```{mermaid}\njourney\ntitle Coffee\nOrder: 4\n```\n",
        "> said\n> ```mermaid\n> journey\n>   title Coffee\n> Order: 4\n> ```\n",
        "```mermaid\n---\ntitle: Coffee\n---\njourney\nOrder: 4\n```\n",
        f"````text\n{ONE}````\n~~~mermaid\njourney\ntitle Coffee\nOrder: 4\n~~~",
        "```code``` and\n```mermaid\njourney\ntitle Coffee\nOrder: 4\n``` not the end\n",
        "~~~a`b\n~~~\n```mermaid\njourney\ntitle Coffee\nOrder: 4\n```",
    ],
)
def test_fences(text: str) -> None:
    """A block is what Markdown takes for one."""
    if "not the end" in text:
        assert refused(text).startswith("line 6, column 1: the task '``` not the end' has no score")
    else:
        assert titles(text) == ("Coffee", ["Order"])


def test_choosing() -> None:
    """One of several journeys is read when it is chosen, and else they are listed."""
    assert titles(TWO, block=1) == ("Coffee", ["Order"])
    assert titles(TWO, block=2) == ("Tea", ["Order"])
    assert refused(TWO) == "it holds 2 journeys, in lines 6, 14; choose one with block=1 … block=2"
    for block in (0, 3, True, "1", -1):
        assert refused(TWO, block=block) == (
            f"there is no block {block!r}: it holds 2 journeys, in lines 6, 14; "
            "choose one with block=1 … block=2"
        )
    assert refused(ONE, block=2) == (
        "there is no block 2: it holds one journey, in line 6; leave block= out"
    )
    assert refused(ONE * 9).startswith("it holds 9 journeys, in lines 6, 17, 28, 39, 50, 61, …; ")


def test_none() -> None:
    """A page without a journey is told what it has in its place."""
    assert refused("# Words") == "holds no block that begins with ```mermaid"
    assert refused("```text\njourney\n```") == "holds no block that begins with ```mermaid"
    flow = "```mermaid\nflowchart LR\n```\n"
    assert refused(flow) == "holds no journey of Mermaid, but 'flowchart' in line 2"
    assert refused(flow * 8).endswith("'flowchart' in line 14, 'flowchart' in line 17 and 2 more")
    assert refused("```mermaid\n```") == "holds no journey of Mermaid, but an empty block in line 2"


def test_places() -> None:
    """Lines are those of the page, also in the front matter of a diagram."""
    text = ONE.replace("    Order: 4: Me", "    Order")
    assert refused(text).startswith("line 8, column 5: the task 'Order' has no score; ")
    text = ONE.replace("journey", "---\ntitle: *a\n---\njourney")
    assert refused(text).startswith("line 7, column 8: aliases (*a) are not allowed")
    assert refused(ONE.replace("4", "6")).startswith("line 8, column 12: the score of 'Order' is 6")


def test_too_many() -> None:
    """There is an end to what is looked through."""
    assert refused("```mermaid\n```\n" * 1001) == "line 2002: more than 1,000 Mermaid diagrams"


def test_writing(tmp_path: Path) -> None:
    """A page is not replaced by a diagram."""
    path = tmp_path / "README.md"
    path.write_text(ONE)
    journey = load(path)
    for ask in (lambda: save(journey, path), lambda: dumps(journey, "markdown")):
        with pytest.raises(FileError, match=r"Markdown cannot be written; save as \.mmd, and put"):
            ask()
    assert path.read_text() == ONE
