"""What a process that paints finds around it: above all, the same fonts on every machine."""

import os
import subprocess
from pathlib import Path

__all__ = ["NO_WINDOW", "surroundings"]

NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Keeps Windows from opening a console where the program that draws has none."""

_FONTS = Path(__file__).with_name("fonts")
_NOT_OURS = frozenset({"FONTCONFIG_PATH", "FONTCONFIG_SYSROOT"})


def surroundings() -> dict[str, str]:
    """Return the environment variables for a process that paints.

    They are those of this process, but that fonts come from ``fonts/fonts.conf``: our own first,
    those of the system where ours has no letter. On macOS and Windows, Graphviz may ask the
    system alone, which has fonts of the same widths.
    """
    ours = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    return {
        **ours,
        "FONTCONFIG_FILE": str(_FONTS / "fonts.conf"),
        # What the folder of fonts in that file is looked for under.
        "XDG_DATA_HOME": str(_FONTS.parent),
    }
