"""journeykit check: what a journey leaves open, or what is in the way of a journey model."""

import argparse
import json
from collections.abc import Collection
from typing import TYPE_CHECKING

from journeykit.cli.arguments import Verbs, add_format, add_lang, print_file, subject_of
from journeykit.errors import DefinitionError, FileError, UnknownKeyError
from journeykit.journey import Journey
from journeykit.model import JourneyModel

if TYPE_CHECKING:
    from journeykit.analysis.check import Findings


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("check", help="find what a journey or a journey model leaves open")
    verb.add_argument("file", metavar="FILE", help="a journey file, a model's, or its key")
    verb.add_argument(
        "--select", action="append", metavar="CODES", help="look for these only, as JK001,JK002"
    )
    verb.add_argument(
        "--ignore", action="append", metavar="CODES", help="do not look for these", default=[]
    )
    add_lang(verb)
    add_format(verb)
    verb.add_argument("--strict", action="store_true", help="exit with 1 if there are findings")
    verb.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    subject = subject_of(options.file)
    select = None if options.select is None else _codes(options.select)
    ignore = _codes(options.ignore)
    if isinstance(subject, Journey):
        from journeykit import check

        found = check(subject, select=select, ignore=ignore)
    elif isinstance(subject, JourneyModel):
        found = _of_model(subject, select, ignore)
    else:
        raise FileError(options.file, "holds neither a journey nor a journey model")
    if options.format == "json":
        findings = [finding.to_dict() for finding in found]
        kind = "journey" if isinstance(subject, Journey) else "model"
        answer = {"file": options.file, kind: subject.key, "findings": findings}
        print_file(json.dumps(answer, ensure_ascii=False, indent=2))
    elif found:
        print(found.told(options.lang, name=options.file))
    return 1 if found and options.strict else 0


def _codes(given: Collection[str]) -> list[str]:
    return [code.strip() for codes in given for code in codes.split(",") if code.strip()]


def _of_model(
    model: JourneyModel, select: Collection[str] | None, ignore: Collection[str]
) -> "Findings":
    """Return what is in the way of a journey model, each rule by its name in place of a code."""
    from journeykit.analysis.check import Finding, Findings
    from journeykit.testing import RULES, check_model

    for name in select or ():
        if name not in RULES:
            raise UnknownKeyError("rule", name, RULES, "check_model")
    others = [] if select is None else [name for name in RULES if name not in select]
    try:
        check_model(model, ignore=[*ignore, *others])
    except DefinitionError as error:
        faults = [problem.rpartition(" (") for problem in error.problems]
    else:
        faults = []
    return Findings(
        model.key,
        tuple(
            Finding(rule.rstrip(")"), "error", fault, what="model", key=model.key)
            for fault, _, rule in faults
        ),
    )
