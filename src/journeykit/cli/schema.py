"""journeykit schema: what editors complete and check journey files with."""

import argparse
from pathlib import Path

from journeykit.cli.arguments import Verbs, print_file


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("schema", help="print the JSON Schema of journey files, for editors")
    verb.add_argument("-o", "--output", metavar="FILE", help="where to: a .json file")
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from journeykit._atomic import write_whole
    from journeykit.files.schema import schema_text

    if options.output is None:
        print_file(schema_text())
    else:
        write_whole(Path(options.output), schema_text().encode())
        print(options.output)
    return 0
