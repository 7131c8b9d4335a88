"""Damaged files that were once answered badly: each is refused in one line that can be printed."""

import pytest

from journeykit import FileError
from journeykit.files.formats import FORMATS

DAMAGED = [
    # The words of a task stood in the way out as they are, with what moves the cursor in them.
    (
        "mermaid",
        "journey\n  a\u202e\x1b[2Jb\n  section c\n",
        r"the task 'a\u202e\x1b[2Jb' has no score; write 'a\u202e\x1b[2Jb: 3: Me'",
    ),
    (
        "markdown",
        "```mermaid\njourney\n    title C\n&sect    #0;ion 0\n```\n",
        r"the task '&sect    \x00ion 0' has no score; write '&sect    \x00ion 0: 3: Me'",
    ),
]


@pytest.mark.parametrize(("form", "text", "words"), DAMAGED)
def test_damaged(form: str, text: str, words: str) -> None:
    """It is refused as it should have been."""
    with pytest.raises(FileError) as caught:
        FORMATS[form].reader("x")(text.encode(), "x")
    assert words in str(caught.value)
    assert str(caught.value).isprintable()
