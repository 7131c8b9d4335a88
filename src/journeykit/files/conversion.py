"""How each noun becomes plain data and is made of it again: the one place that sets up cattrs.

Files are taken at their word: no number becomes a string, no string a list, and nothing stands
for None but None. Ranges, and what has to fit together, are left to the nouns.
"""

import functools
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, Final, Literal, TypeAlias, get_args, get_origin

from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.fns import identity
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from journeykit._noun import Element, Noun, choice_problems, label_of, required_problems
from journeykit.channels import Channel
from journeykit.errors import shown
from journeykit.files.problems import WrongType
from journeykit.goal import Goal
from journeykit.grid import Lane, Phase, Stage
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.persona import Persona, Trait
from journeykit.text import NEUTRAL, Text
from journeykit.touchpoint import Touchpoint
from journeykit.transition import Transition

__all__ = ["BARE", "DAY", "WAIT", "converter"]

_Read: TypeAlias = Callable[[Any, Any], Any]
_Write: TypeAlias = Callable[[Any], Any]
_Plain: TypeAlias = dict[str, Any]

# In whose place a bare key may stand, as in the constructors.
BARE: Final = (Phase, Lane, Touchpoint, Goal, Channel, Persona)
_MINUTE: Final = 60
_DAY_HOURS: Final = 24
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
WAIT: Final = re.compile(
    r"P(?=.)(?:(?P<weeks>\d{1,15})W)?(?:(?P<days>\d{1,15})D)?"
    r"(?:T(?=.)(?:(?P<hours>\d{1,15})H)?(?:(?P<minutes>\d{1,15})M)?"
    r"(?:(?P<seconds>\d{1,15})(?:[.,](?P<fraction>\d{1,6}))?S)?)?",
    re.ASCII,
)


@functools.cache
def converter() -> Converter:
    """Return what makes plain data of nouns and nouns of plain data."""
    made = Converter(detailed_validation=True, forbid_extra_keys=True, omit_if_default=True)
    made.register_structure_hook(str, _reader((str,), "a string"))
    made.register_structure_hook(int, _reader((int,), "a whole number"))
    made.register_structure_hook(float, _reader((int, float), "a number"))
    made.register_structure_hook(bool, _reader((bool,), "true or false"))
    made.register_structure_hook_func(_is_dict, _reader((dict,), "a mapping"))
    made.register_structure_hook_func(_is_literal, _read_word)
    made.register_structure_hook(Stage, _read_word)
    made.register_structure_hook(date, _read_day)
    made.register_structure_hook(timedelta, _read_wait)
    made.register_structure_hook_factory(_is_tuple, _list_reader)
    made.register_structure_hook_factory(_is_noun, _noun_reader)
    made.register_structure_hook(Text, _read_text)
    made.register_structure_hook(Text | Trait, _trait_reader(made))
    made.register_structure_hook(JourneyModel, _model_reader(_noun_reader(JourneyModel, made)))

    made.register_unstructure_hook_func(_is_dict, identity)
    made.register_unstructure_hook(date, identity)
    made.register_unstructure_hook(timedelta, _wait_in_words)
    made.register_unstructure_hook(Stage, str)
    made.register_unstructure_hook(Text, _write_text)
    made.register_unstructure_hook_factory(_is_tuple, _list_writer)
    made.register_unstructure_hook_factory(_is_noun, _noun_writer)
    made.register_unstructure_hook(JourneyModel, _model_writer(_noun_writer(JourneyModel, made)))
    made.register_unstructure_hook(Journey, _journey_writer(_noun_writer(Journey, made), made))
    return made


def _is_literal(kind: Any) -> bool:  # noqa: ANN401 - types have many types
    return get_origin(kind) is Literal


def _is_dict(kind: Any) -> bool:  # noqa: ANN401 - types have many types
    return get_origin(kind) is dict


def _is_tuple(kind: Any) -> bool:  # noqa: ANN401 - types have many types
    return get_origin(kind) is tuple


def _is_noun(kind: Any) -> bool:  # noqa: ANN401 - types have many types
    return isinstance(kind, type) and issubclass(kind, Noun)


# --- from plain data --------------------------------------------------------------------


def _reader(kinds: tuple[type, ...], what: str) -> _Read:
    def read(value: Any, _: Any) -> Any:  # noqa: ANN401 - anything may stand in a file
        # Exactly: True is no number, and a time is no day.
        if type(value) not in kinds:
            raise WrongType(f"must be {what}, not {shown(value)}")
        return value

    return read


def _read_word(value: Any, kind: Any) -> Any:  # noqa: ANN401 - anything may stand in a file
    words = tuple(Stage) if kind is Stage else get_args(kind)
    for problem in required_problems("", value, choice_problems, words):
        raise WrongType(problem.strip())
    return value


def _read_day(value: Any, _: Any) -> date:  # noqa: ANN401 - anything may stand in a file
    if type(value) is date:
        return value
    if isinstance(value, str) and DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise WrongType(f"must be a day such as '2026-05-31', not {shown(value)}")


def _read_wait(value: Any, _: Any) -> timedelta:  # noqa: ANN401 - anything may stand in a file
    found = WAIT.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise WrongType(f"must be a duration such as 'P3D' or 'PT36H30M', not {shown(value)}")
    parts = found.groupdict("0")
    microseconds = int(parts.pop("fraction").ljust(6, "0"))
    try:
        return timedelta(
            microseconds=microseconds, **{unit: int(digits) for unit, digits in parts.items()}
        )
    except OverflowError:
        raise WrongType(f"is too long: {shown(value)}") from None


def _read_text(value: Any, _: Any) -> Text:  # noqa: ANN401 - anything may stand in a file
    return Text(value)


def _trait_reader(made: Converter) -> _Read:
    def read(value: Any, _: Any) -> Any:  # noqa: ANN401 - anything may stand in a file
        # No language has a name as long as these.
        kind = Trait if isinstance(value, dict) and ("high" in value or "value" in value) else Text
        return made.structure(value, kind)

    return read


def _list_reader(kind: Any, made: Converter) -> _Read:  # noqa: ANN401 - types have many types
    structure = homogenous_tuple_structure_factory(kind, made)

    def read(value: Any, _: Any) -> Any:  # noqa: ANN401 - anything may stand in a file
        if not isinstance(value, list):
            raise WrongType(f"must be a list, not {shown(value)}")
        return structure(value, kind)

    return read


def _noun_reader(kind: type[Noun], made: Converter) -> _Read:
    structure = make_dict_structure_fn(kind, made)
    bare = kind in BARE
    what = "a key or a mapping" if bare else "a mapping"

    def read(value: Any, _: Any) -> Any:  # noqa: ANN401 - anything may stand in a file
        if bare and isinstance(value, str):
            value = {"key": value}
        if not isinstance(value, dict):
            raise WrongType(f"must be {what}, not {shown(value)}")
        try:
            return structure(value, kind)
        except ClassValidationError as error:
            match error.exceptions:
                case [ForbiddenExtraKeysError() as unknown]:
                    # Once more without them, to hear what else is wrong.
                    known = {name: value[name] for name in value.keys() - unknown.extra_fields}
                    others = _errors_of(structure, known, kind)
                    raise error.derive([unknown, *others]) from None
            raise

    return read


def _errors_of(structure: _Read, value: _Plain, kind: type[Noun]) -> Sequence[Exception]:
    try:
        structure(value, kind)
    except ClassValidationError as error:
        return error.exceptions
    return ()


def _model_reader(whole: _Read) -> _Read:
    def read(value: Any, kind: Any) -> Any:  # noqa: ANN401 - anything may stand in a file
        if not isinstance(value, str):
            return whole(value, kind)
        from journeykit import presets

        return presets.get(value)

    return read


# --- to plain data ----------------------------------------------------------------------


def _wait_in_words(wait: timedelta) -> str:
    if wait and not wait % timedelta(days=1):
        return f"P{wait.days}D"
    minutes, seconds = divmod(wait.seconds, _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    hours += wait.days * _DAY_HOURS
    fraction = f".{wait.microseconds:06}".rstrip("0") if wait.microseconds else ""
    words = f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes)
    if seconds or fraction or not words:
        words += f"{seconds}{fraction}S"
    return f"PT{words}"


def _write_text(text: Text) -> str | dict[str, str]:
    return text.get(NEUTRAL, "") if text.keys() <= {NEUTRAL} else dict(text)


def _list_writer(kind: Any, made: Converter) -> _Write:  # noqa: ANN401 - types have many types
    write_item = made.get_unstructure_hook(get_args(kind)[0])
    bare = get_args(kind)[0] in BARE

    def write(values: tuple[Any, ...]) -> list[Any]:
        items = [write_item(value) for value in values]
        if bare and all(item.keys() == {"key"} for item in items):
            return [item["key"] for item in items]
        return items

    return write


def _noun_writer(kind: type[Noun], made: Converter) -> _Write:
    unstructure = make_dict_unstructure_fn(kind, made, _cattrs_omit_if_default=True)
    if not issubclass(kind, Element):
        return unstructure

    def write(noun: Element) -> _Plain:
        plain = unstructure(noun)
        if noun.label == label_of(noun.key):
            plain.pop("label", None)
        return plain

    return write


def _model_writer(write_all: _Write) -> _Write:
    def write(model: JourneyModel) -> _Plain:
        plain: _Plain = write_all(model)
        straight = JourneyModel(model.key, phases=model.phases)
        bare = straight.evolve(transitions=_bare(model.transitions), cyclic=None)
        if model.transitions == straight.transitions:
            del plain["transitions"]
        else:
            _leave_out_kinds(plain["transitions"], model.transitions, bare.transitions)
        if model.cyclic == bare.cyclic:
            del plain["cyclic"]
        return plain

    return write


def _journey_writer(write_all: _Write, made: Converter) -> _Write:
    def write(journey: Journey) -> _Plain:
        plain: _Plain = write_all(journey)
        bare = Journey(
            journey.key,
            model=journey.model,
            channels=journey.channels,
            touchpoints=journey.touchpoints,
            transitions=_bare(journey.transitions),
        )
        _leave_out_kinds(plain.get("transitions", []), journey.transitions, bare.transitions)
        if journey.route == bare.route:
            del plain["route"]
        if journey.model is not None and _is_preset(journey.model, made):
            plain["model"] = journey.model.key
        if journey.persona is not None and plain["persona"].keys() == {"key"}:
            plain["persona"] = journey.persona.key
        return plain

    return write


def _bare(moves: Sequence[Transition]) -> list[Transition]:
    return [Transition(move.source, move.target) for move in moves]


def _leave_out_kinds(
    plain: list[_Plain], moves: Sequence[Transition], bare: Sequence[Transition]
) -> None:
    """Leave out the kinds that the moves would have by their ends alone."""
    for fields, move, plainest in zip(plain, moves, bare, strict=True):
        if move.kind == plainest.kind:
            fields.pop("kind", None)


def _is_preset(model: JourneyModel, made: Converter) -> bool:
    """Tell whether a model is the built-in one of its key.

    Those of plug-ins do not count: a file should not need what is installed elsewhere.
    """
    from journeykit import presets

    preset = getattr(presets, model.key.upper(), None)
    if preset is model:
        return True
    # Equality forgives the order of languages, and True for 1 in data; the file must not.
    return model == preset and repr(made.unstructure(model)) == repr(made.unstructure(preset))
