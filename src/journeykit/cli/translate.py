"""journeykit translate: a journey in another journey model."""

import argparse
from typing import Final

from journeykit.cli.arguments import Verbs, add_lang, add_output, journey_of, model_of
from journeykit.text import Text

_LEFT_OUT: Final = {
    "touchpoint": Text({"en": "left out: touchpoint", "nl": "weggelaten: contactmoment"}),
    "note": Text({"en": "left out: note", "nl": "weggelaten: notitie"}),
    "goal": Text({"en": "left out: goal", "nl": "weggelaten: doel"}),
    "transition": Text({"en": "left out: transition", "nl": "weggelaten: overgang"}),
    "route": Text({"en": "left out: route", "nl": "weggelaten: route"}),
}


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("translate", help="tell a journey in another journey model")
    verb.add_argument("file", metavar="FILE", help="a journey file")
    verb.add_argument("model", metavar="MODEL", help="a key, or the file of a model")
    add_output(verb, "a .toml, .yaml or .json file")
    add_lang(verb)
    verb.add_argument("--strict", action="store_true", help="exit with 1 if anything is left out")
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from journeykit import save, translate

    journey = journey_of(options.file, "be translated")
    told, left = translate(journey, model_of(options.model))
    save(told, options.output)
    print(options.output)
    for leftover in left:
        what, why = _LEFT_OUT[leftover.what].pick(options.lang), leftover.reason.pick(options.lang)
        print(f"{what} {leftover.name!r}: {why}")
    return 1 if left and options.strict else 0
