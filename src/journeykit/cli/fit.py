"""journeykit fit: the journey that customers made, from files of events."""

import argparse
import re
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Final

from journeykit._atomic import check_writable, path_of, said
from journeykit.cli.arguments import Verbs, add_output, model_of
from journeykit.errors import EventError

_LENGTH: Final = re.compile(r"(\d+(?:\.\d+)?) ?(s|min|h|d|w)")
_OPTION: Final = re.compile(r"\b(case|touchpoint|time|order|phases|channels)=(?=\)|$)")
_UNITS: Final = {"s": "seconds", "min": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_PATIENCE: Final = 1.0
_TICK: Final = 0.2


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("fit", help="make a journey of an event log")
    verb.add_argument(
        "events", nargs="+", metavar="EVENTS", help="CSV or Parquet files; * stands for anything"
    )
    columns = verb.add_argument_group("columns")
    columns.add_argument("--case", required=True, metavar="COLUMN", help="what belongs together")
    columns.add_argument("--touchpoint", required=True, metavar="COLUMN", help="what was met")
    columns.add_argument("--time", required=True, metavar="COLUMN", help="when")
    columns.add_argument(
        "--order", metavar="COLUMN", help="which comes first of events at the same time"
    )
    columns.add_argument("--phases", metavar="COLUMN", help="the phase of each touchpoint")
    columns.add_argument("--channels", metavar="COLUMN", help="the channel of each touchpoint")
    paths = verb.add_argument_group("paths")
    paths.add_argument(
        "--goal",
        action="append",
        metavar="TOUCHPOINT",
        help="what means conversion; may be given several times",
    )
    paths.add_argument(
        "--after-goal",
        choices=("end", "continue", "restart"),
        default="end",
        help="what becomes of events after a goal (end)",
    )
    paths.add_argument(
        "--gap", type=_length, metavar="LENGTH", help="silence that ends a path, such as 30min"
    )
    paths.add_argument(
        "--min-share", type=float, metavar="S", help="fold touchpoints below this share of events"
    )
    paths.add_argument(
        "--on-bad",
        choices=("raise", "drop"),
        default="raise",
        help="what becomes of rows that cannot be counted (raise)",
    )
    verb.add_argument("--model", metavar="MODEL", help="a journey model: a key, or a file")
    verb.add_argument("--key", default="observed", help="the key of the journey (observed)")
    verb.add_argument("--label", help="its label")
    add_output(verb, "the journey; its suffix says the format")
    verb.add_argument(
        "--draw",
        action="append",
        default=[],
        metavar="PICTURE",
        help="a picture of it to write as well; may be given several times",
    )
    verb.set_defaults(run=_run)


def _length(text: str) -> timedelta:
    found = _LENGTH.fullmatch(text)
    with suppress(OverflowError):
        length = timedelta(**{_UNITS[found[2]]: float(found[1])}) if found else timedelta(0)
        if length > timedelta(0):
            return length
    raise argparse.ArgumentTypeError(f"must be a length such as 30min or 1.5h, not {text!r}")


def _run(options: argparse.Namespace) -> int:
    from journeykit import draw, fit, save
    from journeykit.events.files import reading

    model = None if options.model is None else model_of(options.model)
    named = {what: getattr(options, what) for what in ("case", "touchpoint", "time", "order")}
    named |= {"phases": options.phases, "channels": options.channels}
    columns = [name for name in named.values() if name is not None]
    written = [options.output, *options.draw]
    with (
        reading(options.events, columns, order=options.order, spared=written) as (events, percent),
        progress(percent),
        _options_named(),
    ):
        _check_writable(options.output, options.draw)
        journey = fit(
            events,
            **named,
            goal=options.goal,
            after_goal=options.after_goal,
            gap=options.gap,
            min_share=options.min_share,
            on_bad=options.on_bad,
            model=model,
            key=options.key,
            label=options.label,
        )
    save(journey, options.output)
    print(options.output)
    for picture in options.draw:
        print(draw(journey).save(picture))
    return 0


def _check_writable(output: str, pictures: Sequence[str]) -> None:
    """Refuse what cannot be written before the counting, which may take minutes."""
    from journeykit.drawing import diagram
    from journeykit.files import formats

    journey = path_of(output)
    formats.format_of(journey).writer(said(journey))
    places = [path_of(picture) for picture in pictures]
    for place in places:
        diagram.format_of(place)
    for place in (journey, *places):
        check_writable(place)


@contextmanager
def _options_named() -> Iterator[None]:
    """Say options as they are typed in a shell, in errors and in warnings."""
    told: list[warnings.WarningMessage] = []
    try:
        with warnings.catch_warnings(record=True) as told:
            yield
    except EventError as error:
        raise EventError(_as_typed(str(error))) from error.__cause__
    finally:
        for warning in told:
            warnings.warn(_as_typed(str(warning.message)), warning.category, stacklevel=2)


def _as_typed(words: str) -> str:
    words = words.replace('on_bad="drop"', "--on-bad drop")
    return _OPTION.sub(r"--\1", words)


@contextmanager
def progress(percent: Callable[[], float]) -> Iterator[None]:
    """Show on a terminal how far a long work has come.

    Args:
        percent: What tells it, from another thread.
    """
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    shown = threading.Thread(target=_show, args=(percent, done), daemon=True)
    shown.start()
    try:
        yield
    finally:
        done.set()
        shown.join()


def _show(percent: Callable[[], float], done: threading.Event) -> None:
    start = time.monotonic()
    if done.wait(_PATIENCE):
        return
    while not done.wait(_TICK):
        done_so_far = percent()
        share = f"{done_so_far:.0f} %, " if done_so_far >= 0 else ""  # less, until it is known
        words = f"counting events: {share}{time.monotonic() - start:.0f} s"
        print(f"\r{words:40}", end="", file=sys.stderr, flush=True)
    print(f"\r{'':40}\r", end="", file=sys.stderr, flush=True)
