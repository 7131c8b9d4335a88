"""Draw the pictures of the README anew, after a change to how pictures look.

Run it as ``python docs/pictures/draw.py``.
"""

import contextlib
import tempfile
from pathlib import Path

from sybil import Document
from sybil.parsers.markdown import PythonCodeBlockParser

import journeykit as jk
from journeykit.presets import SALON

FOLDER = Path(__file__).parent
README = FOLDER.parent.parent / "README.md"


def pictures() -> dict[str, jk.Diagram]:
    """Return the pictures by the names of their files."""
    page = Document.parse(str(README), PythonCodeBlockParser())
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for example in page.examples():
            example.evaluate()
    shop = page.namespace["shop"]
    return {
        "salon-map-en.svg": jk.draw(SALON),
        "webshop-phases-nl.svg": jk.draw(shop, lang="nl"),
    }


if __name__ == "__main__":
    for name, picture in pictures().items():
        picture.save(FOLDER / name)
