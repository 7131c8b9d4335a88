"""What a journey model must do to be of use to others, rule by rule."""

import pickle
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import pairwise
from typing import Final

from journeykit._noun import as_strings, keys_of
from journeykit.errors import DefinitionError, UnknownKeyError, shown
from journeykit.grid import Lane, Phase
from journeykit.model import JourneyModel
from journeykit.text import NEUTRAL, Text
from journeykit.transition import CONVERSION, DROP_OFF, START

__all__ = ["RULES", "check_model"]

_LONGEST_LABEL = 60
_SOFT_HYPHEN = "\u00ad"


def _labelled(model: JourneyModel) -> Iterator[tuple[str, Text]]:
    """Find the words that a picture shows at its edges, and what they are."""
    yield "the label", model.label
    for phase in model.phases:
        yield f"the label of phase {shown(phase.key)}", phase.label
    for lane in model.lanes:
        yield f"the label of lane {shown(lane.key)}", lane.label
        yield f"the line of lane {shown(lane.key)}", lane.line


def _languages(model: JourneyModel) -> list[str]:
    """Return the languages in which anything is labelled, in the order of their coming."""
    found = dict.fromkeys(language for _, label in _labelled(model) for language in label)
    return [language for language in found if language != NEUTRAL]


def missing_language(model: JourneyModel) -> Iterator[str]:
    """Find labels that are missing in a language which other labels have."""
    languages = _languages(model)
    for what, label in _labelled(model):
        missing = [language for language in languages if language not in label]
        if label and missing and NEUTRAL not in label:
            yield f"{what} is missing in {', '.join(map(repr, missing))}"


def long_label(model: JourneyModel) -> Iterator[str]:
    """Find labels that are too long for a picture: more than 60 characters."""
    for what, label in _labelled(model):
        for words in label.values():
            length = len(words.replace(_SOFT_HYPHEN, ""))
            if length > _LONGEST_LABEL:
                yield f"{what} has {length} characters, more than {_LONGEST_LABEL}: {shown(words)}"


def untidy_label(model: JourneyModel) -> Iterator[str]:
    """Find labels with line breaks, control characters, or spaces around them."""
    for what, label in _labelled(model):
        for words in label.values():
            control = any(unicodedata.category(character) == "Cc" for character in words)
            if control or words != words.strip():
                yield f"{what} must be one line without spaces around it, not {shown(words)}"


def same_label(model: JourneyModel) -> Iterator[str]:
    """Find phases that cannot be told apart in some language, and lanes that cannot."""
    languages = _languages(model) or [NEUTRAL]
    yield from _twins("phase", model.phases, languages)
    yield from _twins("lane", model.lanes, languages)


def _twins(
    name: str, elements: Iterable[Phase] | Iterable[Lane], languages: Iterable[str]
) -> Iterator[str]:
    for language in languages:
        first: dict[str, str] = {}
        for element in elements:
            words = element.label.pick(language)
            other = first.setdefault(words.casefold(), element.key)
            if other != element.key:
                yield (
                    f"{name}s {shown(other)} and {shown(element.key)} have the same label "
                    f"in {language!r}: {shown(words)}"
                )


def unplaced_phase(model: JourneyModel) -> Iterator[str]:
    """Find phases without a stage, where others have one and no description says why."""
    if any(phase.stage is not None for phase in model.phases):
        for phase in model.phases:
            if phase.stage is None and not phase.description:
                yield f"phase {shown(phase.key)} has no stage, and no description that says why"


def unreachable_phase(model: JourneyModel) -> Iterator[str]:
    """Find phases to which no way leads from the first phase or from START."""
    forward = [move.ends for move in model.transitions]
    reached = _reached({START, model.phases[0].key}, forward)
    for phase in model.phases:
        if _is_road(model) and phase.key not in reached:
            yield f"phase {shown(phase.key)} cannot be reached; lead a transition to it"


def dead_end(model: JourneyModel) -> Iterator[str]:
    """Find phases from which no way leads to the last phase or to an end; not in a cycle."""
    backward = [(move.target, move.source) for move in model.transitions]
    reached = _reached({CONVERSION, DROP_OFF, model.phases[-1].key}, backward)
    for phase in model.phases:
        if _is_road(model) and not model.cyclic and phase.key not in reached:
            yield (
                f"phase {shown(phase.key)} leads nowhere; "
                "lead a transition to another phase, to CONVERSION or to DROP_OFF"
            )


def _is_road(model: JourneyModel) -> bool:
    # Where few phases lead to their neighbour, the transitions are those worth a word, no more.
    keys = keys_of(model.phases)
    joined = {move.ends for move in model.transitions}
    steps = [pair in joined for pair in pairwise(keys)]
    return any(steps) and 2 * sum(steps) >= len(steps)


def _reached(start: set[str], ways: Collection[tuple[str, str]]) -> set[str]:
    reached, edge = set(start), set(start)
    while edge:
        edge = {target for source, target in ways if source in edge} - reached
        reached |= edge
    return reached


def wrong_kind(model: JourneyModel) -> Iterator[str]:
    """Find transitions whose kind contradicts the order of the phases."""
    for move in model.transitions:
        if model.has_phase(move.source) and model.has_phase(move.target):
            step = model.position(move.target) - model.position(move.source)
            comes_round = step == 1 - len(model.phases)
            fits = {
                "next": step > 0 or comes_round,
                "skip": step > 1,
                "back": step < 0,
                "repeat": True,  # a loop between two phases runs forwards as well
            }
            if not fits[str(move.kind)]:
                yield (
                    f"the transition from {shown(move.source)} to {shown(move.target)} goes "
                    f"{step:+d} columns, which is no {move.kind!r}"
                )


def empty_note(model: JourneyModel) -> Iterator[str]:
    """Find notes without words."""
    for position, note in enumerate(model.notes):
        if not any(words.strip() for words in note.text.values()):
            yield f"notes[{position}], in {shown(note.lane)} × {shown(note.phase)}, has no words"


def useless_alias(model: JourneyModel) -> Iterator[str]:
    """Find aliases that say nothing new: the model's own key, or one that came before."""
    known = {model.key}
    for alias in model.aliases:
        if alias in known:
            yield f"the alias {shown(alias)} is there already"
        known.add(alias)


def not_a_value(model: JourneyModel) -> Iterator[str]:
    """Find models that cannot be hashed, pickled or evolved as the value that they are."""
    copies: dict[str, Callable[[], object]] = {
        "hashing": lambda: hash(model) and model,
        "pickling": lambda: pickle.loads(pickle.dumps(model)),  # noqa: S301 - our own bytes
        "evolving": lambda: model.evolve(phases=model.phases),
    }
    for what, copy in copies.items():
        try:
            same = copy() == model
        except Exception as error:  # noqa: BLE001 - whatever a field's type may raise
            yield f"{what} fails: {error}"
        else:
            if not same:
                yield f"{what} changes it"


_RULES: Final = (
    missing_language,
    long_label,
    untidy_label,
    same_label,
    unplaced_phase,
    unreachable_phase,
    dead_end,
    wrong_kind,
    empty_note,
    useless_alias,
    not_a_value,
)
RULES: Final[dict[str, Callable[[JourneyModel], Iterator[str]]]] = {
    rule.__name__: rule for rule in _RULES
}
"""The rules by name: each finds what breaks it in a model."""


def check_model(model: JourneyModel, *, ignore: Collection[str] = ()) -> None:
    """Check that a journey model is fit to be shared: drawn, translated, read by others.

    A `JourneyModel` cannot be built unsound; this finds what is sound and yet in the way of
    those who use it. Every built-in model passes. The rules:

    - ``missing_language``: each label is neutral, or there in all languages that any has;
    - ``long_label``: no label is longer than 60 characters;
    - ``untidy_label``: no label has line breaks, control characters or spaces around it;
    - ``same_label``: no two phases, and no two lanes, have the same label in a language;
    - ``unplaced_phase``: where some phases have a stage, those without say why in their
      description;
    - ``unreachable_phase``: a way leads to each phase from the first or from `START`;
    - ``dead_end``: a way leads from each phase to the last, to `CONVERSION` or to
      `DROP_OFF`, unless the model is cyclic;
    - ``wrong_kind``: no transition is of a kind that contradicts the order of the phases;
    - ``empty_note``: each note has words;
    - ``useless_alias``: no alias is the model's key or stands twice;
    - ``not_a_value``: the model can be hashed, pickled and evolved.

    Where fewer than half of the phases lead to the next, they are states rather than a road, and
    nothing has to lead anywhere.

    Args:
        model: The model.
        ignore: Names of rules that are broken on purpose, one or several.

    Raises:
        DefinitionError: Rules are broken; all faults are listed, each with its rule.
        UnknownKeyError: There is no rule with a name to be ignored.

    Example:
        >>> from journeykit import JourneyModel, Phase
        >>> check_model(JourneyModel("clinic", phases=["visit", Phase("call", {"nl": "Bellen"})]))
        >>> check_model(JourneyModel("clinic", phases=["visit", Phase("call", "Visit")]))
        Traceback (most recent call last):
        ...
        journeykit.errors.DefinitionError: JourneyModel 'clinic': phases 'visit' and 'call' have \
the same label in 'und': 'Visit' (same_label)
    """
    ignored = as_strings(ignore)
    for name in ignored:
        if name not in RULES:
            raise UnknownKeyError("rule", name, RULES, "check_model")
    if not isinstance(model, JourneyModel):
        raise DefinitionError("check_model", [f"needs a JourneyModel, not {shown(model)}"])
    faults = [
        f"{fault} ({name})"
        for name, rule in RULES.items()
        if name not in ignored
        for fault in rule(model)
    ]
    if faults:
        raise DefinitionError(f"{type(model).__name__} {shown(model.key)}", faults)
