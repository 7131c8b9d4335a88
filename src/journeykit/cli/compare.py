"""journeykit compare: what is different between two journeys."""

import argparse
import json

from journeykit.cli.arguments import Verbs, add_format, add_lang, journey_of, print_file


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("compare", help="tell what is different between two journeys")
    verb.add_argument("before", metavar="A", help="the file of a journey as it was, or is now")
    verb.add_argument("after", metavar="B", help="the file of a journey as it is, or should be")
    verb.add_argument("--draw", metavar="PICTURE", help="draw it as well; the suffix is the format")
    add_lang(verb)
    add_format(verb)
    verb.add_argument("--strict", action="store_true", help="exit with 1 if there are differences")
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from journeykit import compare, draw

    difference = compare(
        journey_of(options.before, "be compared"), journey_of(options.after, "be compared")
    )
    if options.draw is not None:
        draw(difference, lang=options.lang).save(options.draw)
    if options.format == "json":
        print_file(json.dumps(difference.to_dict(), ensure_ascii=False, indent=2))
    else:
        print(difference.told(options.lang))
    return 1 if options.strict and not difference.is_empty else 0
