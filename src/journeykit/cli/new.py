"""journeykit new: a journey file to start from."""

import argparse
from pathlib import Path
from typing import Final

from journeykit.cli.arguments import Verbs, add_lang, add_output, model_of
from journeykit.errors import FileError
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.persona import Persona
from journeykit.touchpoint import Touchpoint

# What holds touchpoints alone.
_TABLES: Final = (".csv", ".tsv")


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("new", help="write a journey file to start from")
    verb.add_argument("key", metavar="KEY", help="the journey model: a key or a file")
    add_output(verb, "a .toml, .yaml, .json, .mmd, .csv or .xlsx file")
    add_lang(verb)
    verb.add_argument("--force", action="store_true", help="overwrite the file when it exists")
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from journeykit import save

    model = model_of(options.key)
    if Path(options.output).exists() and not options.force:
        raise FileError(options.output, "is there already; choose another name, or add --force")
    beginning = _beginning(model)
    if Path(options.output).suffix.lower() in _TABLES:
        beginning = beginning.evolve(label=None, persona=None)
    save(beginning, options.output, lang=options.lang)
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
