"""journeykit models: the ready-made journey models."""

import argparse
import sys

from journeykit.cli.arguments import Verbs, add_lang


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("models", help="list the ready-made journey models")
    add_lang(verb)
    verb.add_argument("--family", metavar="F", help="only those of a family, such as funnels")
    verb.add_argument("--search", metavar="WORDS", help="only those that speak of something")
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from journeykit import presets

    names = presets.names()
    if options.search is not None:
        names = tuple(model.key for model in presets.search(options.search))
    if options.family is not None:
        family = {model.key for model in presets.family(options.family)}
        names = tuple(name for name in names if name in family)
    width = max(map(len, names), default=0)
    for name in names:
        print(f"{name:<{width}}  {presets.get(name).label.pick(options.lang)}")
    if not names:
        print("journeykit: no journey model fits that", file=sys.stderr)
    return 0 if names else 1
