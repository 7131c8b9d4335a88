"""journeykit crosswalk: the phases of two journey models, side by side."""

import argparse

from journeykit.cli.arguments import Verbs, model_of


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("crosswalk", help="compare the phases of two journey models")
    verb.add_argument("source", metavar="A", help="a key, or the file of a model")
    verb.add_argument("target", metavar="B", help="a key, or the file of a model")
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from journeykit import crosswalk

    print(crosswalk(model_of(options.source), model_of(options.target)))
    return 0
