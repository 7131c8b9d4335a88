"""journeykit demo: an example journey and its pictures."""

import argparse
from pathlib import Path
from typing import Final

from journeykit.cli.arguments import Verbs
from journeykit.errors import FileError, MissingDependencyError, reason_of

_VIEWS: Final = ("map", "phases", "touchpoints")


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("demo", help="write an example journey and its pictures")
    verb.add_argument(
        "folder",
        nargs="?",
        default="journeykit-demo",
        metavar="DIR",
        help="where to write them: %(default)s",
    )
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from journeykit import draw, save
    from journeykit.presets import SALON

    folder = Path(options.folder).absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(str(folder), f"cannot be made: {reason_of(error)}") from None
    for view in _VIEWS:
        for lang in ("en", "nl"):
            draw(SALON, view, lang=lang).save(folder / f"salon-{view}-{lang}.svg")
    try:
        save(SALON, folder / "salon.toml")
    except MissingDependencyError:
        # The first thing that people try has to work with nothing else installed.
        save(SALON, folder / "salon.json")
    print(folder)
    return 0
