"""The pictures that are kept as files are those that `draw` makes today."""

import runpy
from pathlib import Path

FOLDER = Path(__file__).parent.parent.parent / "docs" / "pictures"


def test_pictures_are_not_stale() -> None:
    """Each file of the folder is what its script draws: run it when pictures have changed."""
    drawn = runpy.run_path(str(FOLDER / "draw.py"))["pictures"]()
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.svg")}
    assert kept == {name: picture.svg for name, picture in drawn.items()}
