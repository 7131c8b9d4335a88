"""journeykit simulate: an event log of customers who might have been."""

import argparse
import csv
import io
from pathlib import Path
from typing import Final

from journeykit.cli.arguments import Verbs, add_output, journey_of
from journeykit.errors import FileError

_COLUMNS: Final = ("case", "touchpoint", "time")


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("simulate", help="write an event log of made-up customers")
    verb.add_argument("file", metavar="FILE", help="the file of a journey")
    verb.add_argument(
        "-n", "--number", type=int, default=1000, metavar="N", help="how many customers: 1000"
    )
    verb.add_argument(
        "--seed", type=int, default=0, metavar="S", help="another number, other customers: 0"
    )
    add_output(verb, "a .csv file")
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from journeykit import simulate_events
    from journeykit._atomic import write_whole

    journey = journey_of(options.file, "be walked through")
    if Path(options.output).suffix.lower() != ".csv":
        raise FileError(options.output, "must end in '.csv', the format of the event log")
    table = io.StringIO(newline="")
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(_COLUMNS)
    for event in simulate_events(journey, options.number, seed=options.seed):
        # All of one length, because readers guess the format from the first rows.
        time = f"{event['time']:%Y-%m-%dT%H:%M:%S.%f}"[:-3]
        rows.writerow([event["case"], event["touchpoint"], time])
    write_whole(Path(options.output), table.getvalue().encode())
    print(options.output)
    return 0
