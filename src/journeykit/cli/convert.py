"""journeykit convert: a journey file in another format."""

import argparse

from journeykit.cli.arguments import Verbs, add_lang, add_reading, reading_of


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("convert", help="write a journey file in another format")
    verb.add_argument("source", metavar="IN", help="the file to read")
    verb.add_argument("target", metavar="OUT", help="the file to write; its suffix says the format")
    add_reading(verb)
    add_lang(verb)
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from journeykit import load, save

    save(load(options.source, **reading_of(options)), options.target, lang=options.lang)
    print(options.target)
    return 0
