"""journeykit check: what is not as it should be."""

import argparse

from journeykit.cli.arguments import Verbs, model_of
from journeykit.errors import DefinitionError


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("check", help="check that a journey model is fit to be shared")
    verb.add_argument("file", metavar="FILE", help="the file of a model, or a key")
    verb.add_argument("--strict", action="store_true", help="exit with 1 if there are findings")
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from journeykit.testing import check_model

    try:
        check_model(model_of(options.file))
    except DefinitionError as error:
        for problem in error.problems:
            print(f"{options.file}: {problem}")
        return 1 if options.strict else 0
    return 0
