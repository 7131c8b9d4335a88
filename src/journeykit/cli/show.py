"""journeykit show: a journey model in words."""

import argparse
from collections.abc import Iterator
from typing import Final

from journeykit.cli.arguments import Verbs, add_lang, model_of, print_file, wrapped
from journeykit.grid import Lane, Phase
from journeykit.model import JourneyModel, Origin
from journeykit.text import Text

_HEADINGS: Final = (
    Text({"en": "Phases", "nl": "Fasen"}),
    Text({"en": "Lanes", "nl": "Rijen"}),
    Text({"en": "Besides the straight road", "nl": "Naast de rechte weg"}),
    Text({"en": "Starts with", "nl": "Begint met"}),
    Text({"en": "Ends with", "nl": "Eindigt met"}),
    Text({"en": "Origin", "nl": "Herkomst"}),
)


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("show", help="show a journey model in words")
    verb.add_argument("key", metavar="KEY", help="a key (see 'journeykit models') or a file")
    add_lang(verb)
    verb.add_argument(
        "--format",
        choices=("toml", "yaml", "json"),
        help="as the text of a file, to make a model of your own from",
    )
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from journeykit import dumps

    model = model_of(options.key)
    if options.format is not None:
        print_file(dumps(model, options.format))
        return 0
    for line in _told(model, options.lang):
        print(line)
    return 0


def _told(model: JourneyModel, lang: str) -> Iterator[str]:
    """Tell a journey model in lines that fit the terminal."""
    from journeykit.presets import homonyms

    phases, lanes, moves, starts, ends, _ = (heading.pick(lang) for heading in _HEADINGS)
    yield f"{model.label.pick(lang)} ({model.key})"
    yield from wrapped(model.description.pick(lang))
    yield from wrapped(homonyms.of(model.key).pick(lang))
    yield ""
    yield f"{phases}:"
    for number, phase in enumerate(model.phases, 1):
        yield from _told_phase(phase, number, lang)
        yield from wrapped(homonyms.of(model.key, phase.key).pick(lang), "     ")
    if model.lanes:
        yield f"{lanes}:"
        for lane in model.lanes:
            yield from _told_lane(lane, lang)
    others = [move for move in model.transitions if move.kind != "next"]
    if others:
        yield f"{moves}:"
        for move in others:
            reason = f": {move.reason.pick(lang)}" if move.reason else ""
            yield from wrapped(f"{move.source} → {move.target} ({move.kind}){reason}", "  - ")
    if model.starts_with:
        yield f"{starts}: {model.starts_with.pick(lang)}"
    if model.ends_with:
        yield f"{ends}: {', '.join(state.pick(lang) for state in model.ends_with)}"
    yield from _told_origin(model.origin, lang)


def _told_lane(lane: Lane, lang: str) -> Iterator[str]:
    yield f"  - {lane.label.pick(lang)} ({lane.key})"
    if lane.line:
        yield f"    -------- {lane.line.pick(lang)} --------"


def _told_origin(origin: Origin, lang: str) -> Iterator[str]:
    heading = _HEADINGS[-1].pick(lang)
    year = f" ({origin.year})" if origin.year is not None else ""
    if origin.authors:
        yield from wrapped(f"{heading}: {', '.join(origin.authors)}{year}")
    for source in origin.sources:
        yield from wrapped(source, "  - ")
    yield from wrapped(origin.note.pick(lang), "  ")


def _told_phase(phase: Phase, number: int, lang: str) -> Iterator[str]:
    stage = f"  [{phase.stage}]" if phase.stage is not None else ""
    yield f"  {number}. {phase.label.pick(lang)} ({phase.key}){stage}"
    yield from wrapped(phase.description.pick(lang), "     ")
