"""journeykit draw: a picture of a journey, or of a model."""

import argparse

from journeykit.cli.arguments import (
    Verbs,
    add_lang,
    add_output,
    add_reading,
    reading_of,
    subject_of,
)


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("draw", help="draw a journey, or a ready-made model")
    verb.add_argument("file", metavar="FILE", help="a journey file, or the key of a model")
    add_output(verb, "the picture; its suffix says the format")
    verb.add_argument("--view", metavar="V", help="for instance map, phases or touchpoints")
    add_lang(verb)
    verb.add_argument("--theme", default="light", metavar="T", help="light (default) or dark")
    verb.add_argument("--title", help="the words at the top")
    verb.add_argument("--width", type=float, help="the width in points (1/72 inch)")
    verb.add_argument("--lanes", nargs="+", metavar="KEY", help="the lanes to draw, in order")
    verb.add_argument("--min-share", type=float, help="leave out transitions below this share")
    add_reading(verb)
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from journeykit import draw

    picture = draw(
        subject_of(options.file, **reading_of(options)),
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
