"""Journeys as the ``journey`` diagrams of Mermaid: sections are phases, scores are emotions.

What a diagram has no place for is left out when it is written; `losses` tells what.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Context, Decimal, localcontext
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from journeykit._noun import Element, keys_of
from journeykit.errors import FileError, shown
from journeykit.files.keys import Keys
from journeykit.files.loss import Loss, lost_between
from journeykit.files.mermaid_text import MOST_PARTS, Diagram, Section, Task, parse, section_name
from journeykit.files.mermaid_text import write as written
from journeykit.files.source import decoded
from journeykit.grid import Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.persona import Persona
from journeykit.touchpoint import Touchpoint

if TYPE_CHECKING:
    from journeykit.files.native import Savable

__all__ = ["Scale", "journey_of", "losses", "read", "write"]

Scale: TypeAlias = tuple[float, float]
"""The lowest and the highest score."""

USUAL_SCALE: Final[Scale] = (1, 5)
_LOWEST_EMOTION: Final = -2
_WIDTH: Final = 4
_NEUTRAL_SCORE: Final = 3
# More digits than any float has, so that what was written comes back to the last of them.
_EXACT: Final = Context(prec=1500)
_ACTORS: Final = "actors"
_MODEL_FITS: Final = "no more than the labels of phases fits"
_PERSONA_FITS: Final = "no more than the label fits"
_PERSONA_ADDED: Final = "added: who takes part in every task"


# --- reading ------------------------------------------------------------------------------


def read(content: bytes, file: str, *, scale: Scale = USUAL_SCALE) -> Journey:
    """Return the journey that a diagram describes.

    Args:
        content: The text, as UTF-8.
        file: The name of the file, for messages.
        scale: The lowest and the highest score.

    Raises:
        FileError: It is no journey that Mermaid reads, or scores are outside the scale.
    """
    return journey_of(parse(decoded(content, file), file), file, scale=scale)


def journey_of(diagram: Diagram, file: str, *, scale: Scale = USUAL_SCALE) -> Journey:
    """Return the journey that a diagram describes, with keys made of the words.

    Args:
        diagram: What a diagram says.
        file: The name of the file, for messages.
        scale: The lowest and the highest score.

    Raises:
        FileError: Scores are outside the scale.
    """
    low, high = _bounds(scale, file)
    tasks = [task for section in diagram.sections for task in section.tasks]
    _refuse_others(tasks, low, high, file)
    names = dict.fromkeys(section.name for section in diagram.sections if section.name is not None)
    keys = Keys()
    phases = {name: keys.take(name, "phase") for name in names}
    persona = _persona(tasks)
    touchpoints = [
        Touchpoint(
            keys.take(task.name, "touchpoint"),
            task.name,
            phase=None if section.name is None else phases[section.name],
            emotion=_emotion(task.score, low, high),
            data=_actors(task, persona),
        )
        for section in diagram.sections
        for task in section.tasks
    ]
    key = Keys().new(diagram.title, "journey")
    title = diagram.title or None
    columns = [Phase(phase, name) for name, phase in phases.items()]
    return Journey(
        key,
        title,
        model=JourneyModel(key, title, phases=columns) if columns else None,
        persona=persona,
        touchpoints=touchpoints,
        description=diagram.description,
    )


def _bounds(scale: Scale, file: str) -> tuple[Decimal, Decimal]:
    """Return the ends of a scale, or say that it is none."""
    try:
        low, high = (Decimal(str(end)) for end in scale)
    except (ArithmeticError, TypeError, ValueError):
        low = high = Decimal(0)
    if low.is_finite() and high.is_finite() and low < high:
        return low, high
    words = "scale must be the lowest and the highest score, such as (1, 5), not"
    raise FileError(file, f"{words} {shown(scale)}")


def _refuse_others(tasks: Sequence[Task], low: Decimal, high: Decimal, file: str) -> None:
    """Say which scores are outside a scale, and which scale would hold them all."""
    outside = [task for task in tasks if not low <= task.score <= high]
    if not outside:
        return
    scores = [task.score for task in tasks]
    wide = f"({_short(min(low, *scores))}, {_short(max(high, *scores))})"
    usual = f"from {_short(low)} to {_short(high)}"
    problems = [
        f"{task.place}: the score of {shown(task.name)} is {_short(task.score)}, not {usual}"
        for task in outside
    ]
    problems[0] += f" (all fit in scale={wide})"
    raise FileError(file, problems)


def _short(number: Decimal) -> str:
    return f"{float(number):.12g}"


def _persona(tasks: Sequence[Task]) -> Persona | None:
    """Return the first of those who take part in every task."""
    if not tasks:
        return None
    everywhere = set.intersection(*(set(task.actors) for task in tasks))
    names = [actor for actor in tasks[0].actors if actor in everywhere]
    if not names:
        return None
    return Persona(Keys().new(names[0], "persona"), names[0])


def _actors(task: Task, persona: Persona | None) -> dict[str, Any]:
    usual = () if persona is None else (str(persona.label),)
    return {} if task.actors == usual else {_ACTORS: list(task.actors)}


def _emotion(score: Decimal, low: Decimal, high: Decimal) -> float:
    with localcontext(_EXACT):
        emotion = (score - low) * _WIDTH / (high - low) + _LOWEST_EMOTION
    return int(emotion) if emotion == int(emotion) else float(emotion)


# --- writing ------------------------------------------------------------------------------


def write(subject: "Savable", file: str, lang: str) -> bytes:
    """Return the text of the diagram of a journey.

    Args:
        subject: The journey.
        file: The name of the file, for messages.
        lang: The language of the words.

    Raises:
        FileError: It is no journey, or it has more than 20,000 sections and tasks.
    """
    return written(_diagram_of(_journey(subject, file), file, lang)).encode()


def losses(subject: "Savable", file: str, lang: str) -> tuple[Loss, ...]:
    """Find what a diagram cannot hold of a journey.

    Args:
        subject: The journey.
        file: The name of the file, for messages.
        lang: The language of the words.

    Raises:
        FileError: It is no journey, or it has more than 20,000 sections and tasks.
    """
    journey = _journey(subject, file)
    made = journey_of(_diagram_of(journey, file, lang), file)
    phase_keys = {name: key for key, name in reversed(_phase_names(journey, lang).items()) if name}
    reasons = {
        "model": _MODEL_FITS,
        "persona": _PERSONA_ADDED if journey.persona is None else _PERSONA_FITS,
    }
    found = lost_between(journey, _with_keys_of(journey, made, phase_keys), reasons=reasons)
    seen = {loss.field for loss in found}
    return (*_lost_keys(journey, made, seen), *found)


def _journey(subject: object, file: str) -> Journey:
    if type(subject) is not Journey:
        what = f"a Journey, not {shown(subject)}"
        way_out = "; to_mermaid draws the phases of a model as a flowchart"
        is_model = isinstance(subject, JourneyModel)
        raise FileError(file, f"what Mermaid holds must be {what}{way_out if is_model else ''}")
    return subject


def _with_keys_of(journey: Journey, made: Journey, phase_keys: Mapping[str, str]) -> Journey:
    """Return what was made of a journey with the keys of that journey.

    Keys are a loss of their own, and no reason to tell of all that refers to them.
    """
    model = made.model
    keys: dict[str | None, str] = {}
    if model is not None:
        keys = {phase.key: phase_keys[str(phase.label)] for phase in model.phases}
        model = model.evolve(phases=[one.evolve(key=keys[one.key]) for one in model.phases])
    persona = made.persona
    if persona is not None and journey.persona is not None:
        persona = persona.evolve(key=journey.persona.key)
    return made.evolve(
        key=journey.key,
        model=model,
        persona=persona,
        touchpoints=[
            new.evolve(key=old.key, phase=keys.get(new.phase))
            for old, new in zip(journey.touchpoints, made.touchpoints, strict=True)
        ],
    )


def _lost_keys(journey: Journey, made: Journey, seen: Collection[str]) -> Iterator[Loss]:
    """Find the keys that cannot be made of the words again."""
    if made.key != journey.key:
        yield Loss("key")
    if journey.model is not None and made.model is not None and "model" not in seen:
        yield from _other_keys("model.phases.key", journey.model.phases, made.model.phases)
    if journey.persona is not None and made.persona is not None and "persona" not in seen:
        yield from _other_keys("persona.key", [journey.persona], [made.persona])
    yield from _other_keys("touchpoints.key", journey.touchpoints, made.touchpoints)


def _other_keys(field: str, old: Sequence[Element], new: Sequence[Element]) -> Iterator[Loss]:
    pairs = zip(keys_of(old), keys_of(new), strict=True)
    if different := [key for key, other in pairs if key != other]:
        yield Loss(field, tuple(different))


def _diagram_of(journey: Journey, file: str, lang: str) -> Diagram:
    """Return the diagram that shows as much of a journey as it can."""
    names = _phase_names(journey, lang)
    phases = list(names)
    column = {phase: place for place, phase in enumerate(phases)}
    named = 0
    sections: list[tuple[str | None, list[Task]]] = []
    for spot in journey.touchpoints:
        if not sections or sections[-1][0] != spot.phase:
            # The order of phases is that in which they are first named, so that none is missed.
            if spot.phase is not None:
                sections += [(phase, []) for phase in phases[named : column[spot.phase]]]
                named = max(named, column[spot.phase] + 1)
            sections.append((spot.phase, []))
        sections[-1][1].append(_task(spot, journey.persona, lang))
    sections += [(phase, []) for phase in phases[named:]]
    parts = len(sections) + len(journey.touchpoints)
    if parts > MOST_PARTS:
        words = f"a diagram holds up to {MOST_PARTS:,} sections and tasks, not {parts:,}"
        raise FileError(file, f"{words}; save as .toml, .yaml or .json")
    return Diagram(
        journey.label.pick(lang),
        journey.description.pick(lang),
        tuple(
            Section(None if phase is None else names[phase], tuple(tasks))
            for phase, tasks in sections
        ),
    )


def _phase_names(journey: Journey, lang: str) -> dict[str, str | None]:
    phases = () if journey.model is None else journey.model.phases
    return {phase.key: section_name(phase.label.pick(lang)) for phase in phases}


def _task(spot: Touchpoint, persona: Persona | None, lang: str) -> Task:
    actors = spot.data.get(_ACTORS)
    if not isinstance(actors, list) or not all(isinstance(one, str) and one for one in actors):
        actors = [] if persona is None else [persona.label.pick(lang)]
    emotion = 0 if spot.emotion is None else spot.emotion
    # A number of another library may print its own name around its digits.
    digits = str(emotion) if isinstance(emotion, int) else repr(float(emotion))
    return Task(spot.label.pick(lang), _EXACT.add(Decimal(digits), _NEUTRAL_SCORE), tuple(actors))
