"""The command line: each verb calls one function of the library.

Exit codes: 0 when all is good, 1 for findings or differences where they were asked to count,
2 for wrong input, which is said in one line.
"""

import argparse
import contextlib
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NoReturn

from journeykit import __version__
from journeykit.errors import DefinitionError, FileError, JourneykitError, UnknownKeyError
from journeykit.journey import Journey, Persona, Touchpoint
from journeykit.model import JourneyModel, Lane, Origin, Phase

__all__ = ["main"]

_WRONG_INPUT: Final = 2
_INTERRUPTED: Final = 130
_DEMO_VIEWS: Final = ("map", "phases", "touchpoints")


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(_WRONG_INPUT, f"{self.prog}: {message} (see '{self.prog} --help')\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: The words after the program's name; those of the process when not given.

    Returns:
        The exit code: 0 good, 1 findings or differences, 2 wrong input.
    """
    options = _parser().parse_args(arguments)
    try:
        run: Callable[[argparse.Namespace], int] = options.run
        code = run(options)
        sys.stdout.flush()
    except JourneykitError as error:
        print(f"journeykit: {_one_line(error)}", file=sys.stderr)
        return _WRONG_INPUT
    except BrokenPipeError:
        # The reader (head, less) has seen enough; Python must not complain about it at exit.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _one_line(error: JourneykitError) -> str:
    return " ".join(str(error).split())


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="journeykit",
        description="Model customer journeys, draw them, question them and measure them.",
    )
    parser.add_argument("--version", action="version", version=f"journeykit {__version__}")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    _add_demo(verbs)
    _add_models(verbs)
    _add_show(verbs)
    _add_new(verbs)
    _add_draw(verbs)
    _add_convert(verbs)
    _add_check(verbs)
    _add_crosswalk(verbs)
    _add_translate(verbs)
    return parser


# --- demo -------------------------------------------------------------------------------


def _add_demo(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    verb = verbs.add_parser("demo", help="write an example journey and its pictures")
    verb.add_argument(
        "folder", nargs="?", default="journeykit-demo", metavar="DIR", help="where to write them"
    )
    verb.set_defaults(run=_demo)


def _demo(options: argparse.Namespace) -> int:
    from journeykit import draw, save
    from journeykit.presets import SALON

    folder = Path(options.folder).absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(str(folder), f"cannot be made: {_reason(error)}") from None
    save(SALON, folder / "salon.toml")
    for view in _DEMO_VIEWS:
        for lang in ("en", "nl"):
            draw(SALON, view, lang=lang).save(folder / f"salon-{view}-{lang}.svg")
    print(folder)
    return 0


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


# --- models and show --------------------------------------------------------------------


def _add_models(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    verb = verbs.add_parser("models", help="list the ready-made journey models")
    _add_lang(verb)
    verb.add_argument("--family", metavar="F", help="only those of a family, such as funnels")
    verb.add_argument("--search", metavar="WORDS", help="only those that speak of something")
    verb.set_defaults(run=_models)


def _models(options: argparse.Namespace) -> int:
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


def _add_show(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    verb = verbs.add_parser("show", help="show a journey model in words")
    verb.add_argument("key", metavar="KEY", help="a key or an alias, see 'journeykit models'")
    _add_lang(verb)
    verb.add_argument(
        "--format",
        choices=("toml", "yaml", "json"),
        help="as the text of a file, to make a model of your own from",
    )
    verb.set_defaults(run=_show)


def _show(options: argparse.Namespace) -> int:
    from journeykit import dumps, presets

    model = presets.get(options.key)
    if options.format is not None:
        print(dumps(model, options.format), end="")
        return 0
    for line in _told(model, options.lang):
        print(line)
    return 0


_HEADINGS: Final = {
    "en": ("Phases", "Lanes", "Besides the straight road", "Starts with", "Ends with", "Origin"),
    "nl": ("Fasen", "Rijen", "Naast de rechte weg", "Begint met", "Eindigt met", "Herkomst"),
}


def _told(model: JourneyModel, lang: str) -> Iterator[str]:
    """Tell a journey model in lines that fit the terminal."""
    phases, lanes, moves, starts, ends, _ = _HEADINGS.get(lang, _HEADINGS["en"])
    yield f"{model.label.pick(lang)} ({model.key})"
    yield from _wrapped(model.description.pick(lang))
    yield ""
    yield f"{phases}:"
    for number, phase in enumerate(model.phases, 1):
        yield from _told_phase(phase, number, lang)
    if model.lanes:
        yield f"{lanes}:"
        for lane in model.lanes:
            yield from _told_lane(lane, lang)
    others = [move for move in model.transitions if move.kind != "next"]
    if others:
        yield f"{moves}:"
        for move in others:
            reason = f": {move.reason.pick(lang)}" if move.reason else ""
            yield from _wrapped(f"{move.source} → {move.target} ({move.kind}){reason}", "  - ")
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
    heading = _HEADINGS.get(lang, _HEADINGS["en"])[-1]
    year = f" ({origin.year})" if origin.year is not None else ""
    if origin.authors:
        yield from _wrapped(f"{heading}: {', '.join(origin.authors)}{year}")
    for source in origin.sources:
        yield from _wrapped(source, "  - ")
    yield from _wrapped(origin.note.pick(lang), "  ")


def _told_phase(phase: Phase, number: int, lang: str) -> Iterator[str]:
    stage = f"  [{phase.stage}]" if phase.stage is not None else ""
    yield f"  {number}. {phase.label.pick(lang)} ({phase.key}){stage}"
    yield from _wrapped(phase.description.pick(lang), "     ")


def _wrapped(words: str, indent: str = "") -> list[str]:
    width = max(40, min(shutil.get_terminal_size().columns, 100))
    later = " " * len(indent)
    return textwrap.wrap(
        words, width, initial_indent=indent, subsequent_indent=later, break_on_hyphens=False
    )


# --- new --------------------------------------------------------------------------------


def _add_new(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    verb = verbs.add_parser("new", help="write a journey file to start from")
    verb.add_argument("key", metavar="KEY", help="the journey model to use")
    _add_output(verb, "a .toml, .yaml or .json file")
    verb.add_argument("--force", action="store_true", help="overwrite the file when it exists")
    verb.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    from journeykit import presets, save

    model = presets.get(options.key)
    if Path(options.output).exists() and not options.force:
        raise FileError(options.output, "is there already; choose another name, or add --force")
    save(_beginning(model), options.output)
    print(options.output)
    return 0


def _beginning(model: JourneyModel) -> Journey:
    """Return a journey to start from: someone, and one touchpoint in each phase."""
    return Journey(
        "my_journey",
        {"en": "My journey", "nl": "Mijn klantreis"},
        model=model,
        persona=Persona(
            "someone",
            {"en": "Someone", "nl": "Iemand"},
            quote={"en": "What do I need?", "nl": "Wat heb ik nodig?"},
        ),
        touchpoints=[
            Touchpoint(
                f"touchpoint_{number}",
                {"en": f"Touchpoint {number}", "nl": f"Contactmoment {number}"},
                phase=phase.key,
                emotion=0,
            )
            for number, phase in enumerate(model.phases, 1)
        ],
    )


# --- draw and convert -------------------------------------------------------------------


def _add_draw(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    verb = verbs.add_parser("draw", help="draw a journey, or a ready-made model")
    verb.add_argument("file", metavar="FILE", help="a journey file, or the key of a model")
    _add_output(verb, "the picture; its suffix says the format")
    verb.add_argument("--view", metavar="V", help="for instance map, phases or touchpoints")
    _add_lang(verb)
    verb.add_argument("--theme", default="light", metavar="T", help="light (default) or dark")
    verb.add_argument("--title", help="the words at the top")
    verb.add_argument("--width", type=float, help="the width in points (1/72 inch)")
    verb.add_argument("--lanes", nargs="+", metavar="KEY", help="the lanes to draw, in order")
    verb.add_argument("--min-share", type=float, help="leave out transitions below this share")
    verb.set_defaults(run=_draw)


def _draw(options: argparse.Namespace) -> int:
    from journeykit import draw

    picture = draw(
        _subject(options.file),
        options.view,
        lang=options.lang,
        theme=options.theme,
        title=options.title,
        width=options.width,
        lanes=options.lanes,
        min_share=options.min_share,
    )
    print(picture.save(options.output))
    return 0


def _subject(name: str) -> object:
    """Return what a file holds, or the ready-made model that has the name."""
    from journeykit import load, presets

    if Path(name).suffix or os.sep in name or Path(name).exists():
        return load(name)
    try:
        return presets.get(name)
    except UnknownKeyError as error:
        raise UnknownKeyError("file or journey model", name, error.known) from None


def _add_convert(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    verb = verbs.add_parser("convert", help="write a journey file in another format")
    verb.add_argument("source", metavar="IN", help="the file to read")
    verb.add_argument("target", metavar="OUT", help="the file to write; its suffix says the format")
    verb.set_defaults(run=_convert)


def _convert(options: argparse.Namespace) -> int:
    from journeykit import load, save

    save(load(options.source), options.target)
    print(options.target)
    return 0


# --- check ------------------------------------------------------------------------------


def _add_check(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    verb = verbs.add_parser("check", help="check that a journey model is fit to be shared")
    verb.add_argument("file", metavar="FILE", help="the file of a model, or a key")
    verb.add_argument("--strict", action="store_true", help="exit with 1 if there are findings")
    verb.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    from journeykit.testing import check_model

    try:
        check_model(_model(options.file))
    except DefinitionError as error:
        for problem in error.problems:
            print(f"{options.file}: {problem}")
        return 1 if options.strict else 0
    return 0


# --- crosswalk and translate ------------------------------------------------------------


def _add_crosswalk(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    verb = verbs.add_parser("crosswalk", help="compare the phases of two journey models")
    verb.add_argument("source", metavar="A", help="a key, or the file of a model")
    verb.add_argument("target", metavar="B", help="a key, or the file of a model")
    verb.set_defaults(run=_crosswalk)


def _crosswalk(options: argparse.Namespace) -> int:
    from journeykit import crosswalk

    print(crosswalk(_model(options.source), _model(options.target)))
    return 0


def _add_translate(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    verb = verbs.add_parser("translate", help="tell a journey in another journey model")
    verb.add_argument("file", metavar="FILE", help="a journey file")
    verb.add_argument("model", metavar="MODEL", help="a key, or the file of a model")
    _add_output(verb, "a .toml, .yaml or .json file")
    _add_lang(verb)
    verb.add_argument("--strict", action="store_true", help="exit with 1 if anything is left out")
    verb.set_defaults(run=_translate)


def _translate(options: argparse.Namespace) -> int:
    from journeykit import save, translate

    journey = _subject(options.file)
    if not isinstance(journey, Journey):
        raise FileError(options.file, "holds no journey; only a journey can be translated")
    told, left = translate(journey, _model(options.model))
    save(told, options.output)
    print(options.output)
    for leftover in left:
        print(f"left out: {leftover.what} {leftover.name!r}: {leftover.reason.pick(options.lang)}")
    return 1 if left and options.strict else 0


def _model(name: str) -> JourneyModel:
    subject = _subject(name)
    if isinstance(subject, Journey) and subject.model is not None:
        return subject.model
    if not isinstance(subject, JourneyModel):
        raise FileError(name, "holds no journey model")
    return subject


# --- arguments that verbs share ---------------------------------------------------------


def _add_lang(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--lang", default="en", metavar="L", help="language: en (default) or nl")


def _add_output(verb: argparse.ArgumentParser, what: str) -> None:
    verb.add_argument("-o", "--output", required=True, metavar="FILE", help=f"where to: {what}")


if __name__ == "__main__":
    sys.exit(main())
