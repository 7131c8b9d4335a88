"""Journeys and models as files of other programs for graphs: GraphML, and DOT for Graphviz."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from journeykit._xml import BadXml
from journeykit.errors import DefinitionError, FileError, shown
from journeykit.files.keys import Keys
from journeykit.files.loss import Loss, lost_between
from journeykit.files.native import Savable
from journeykit.files.ready_made import follows, model_called, model_given, model_name
from journeykit.graph.convert import from_networkx
from journeykit.graph.dot import to_graphviz
from journeykit.graph.graphml import Moves, from_graphml, moves_in, text_in, to_graphml
from journeykit.grid import Phase
from journeykit.journey import Journey, steps_of
from journeykit.model import JourneyModel
from journeykit.touchpoint import Touchpoint
from journeykit.transition import Transition

__all__ = ["dot_losses", "losses", "read", "write", "write_dot"]

_NO_FILE: Final = "<text>"
_IN_DOT: Final = {"model": "the labels of its phases fit"}


def read(
    content: bytes, file: str, *, model: JourneyModel | str | None = None
) -> Journey | JourneyModel:
    """Return the journey or the journey model that GraphML tells of.

    Args:
        content: The bytes of the GraphML.
        file: The name of the file, for messages.
        model: The journey model whose phases it speaks of, where it does not say so.

    Raises:
        FileError: It is no GraphML, or does not hold together.
        UnknownKeyError: There is no model of that name.
    """
    given = model_given(model, file)
    try:
        plain = from_graphml(content)
        return _subject(plain.graph, moves_in(plain), file, given)
    except BadXml as error:
        raise FileError(file, str(error)) from None
    except DefinitionError as error:
        raise FileError(file, error.problems) from None


def _subject(
    about: Mapping[str, Any], moves: Moves, file: str, given: JourneyModel | None
) -> Journey | JourneyModel:
    key, title = str(about.get("key", "")), text_in(about, "label")
    if not key or key.isspace():
        stem = Path(file).stem if file != _NO_FILE else ""
        key = Keys().new(stem, "journey")
    if about.get("kind") == "model":
        return JourneyModel(key, title, phases=moves.phases, transitions=moves.transitions)
    name = str(about.get("model", ""))
    model = given or model_called(name) or _own_model(name or key, moves)
    return from_networkx(
        moves.graph, key, label=title or None, model=model, channels=moves.channels
    )


def _own_model(key: str, moves: Moves) -> JourneyModel | None:
    """Return the model that the phases of a graph make, if there are any."""
    phases = {phase.key: phase for phase in moves.phases}
    spoken_of = dict.fromkeys(spot.phase for spot in moves.touchpoints if spot.phase is not None)
    lanes = dict.fromkeys(spot.lane for spot in moves.touchpoints if spot.lane is not None)
    others = [phase for phase in spoken_of if phase not in phases]
    if not phases and not others:
        return None
    # A journey that does not move has a model that does not move either.
    road = None if moves.transitions else ()
    columns: list[Phase | str] = [*phases.values(), *others]
    return JourneyModel(key, phases=columns, lanes=[*lanes], transitions=road)


def write(subject: Savable, file: str, lang: str) -> bytes:
    """Return the moves of a journey or a model as GraphML.

    Args:
        subject: What moves.
        file: The name of the file, for messages.
        lang: The language of the labels that other programs show.

    Raises:
        FileError: It does not move.
    """
    if isinstance(subject, Journey):
        return to_graphml(_readable(subject), lang=lang, model=model_name(subject))
    return to_graphml(_moving(subject, file), lang=lang)


def _moving(subject: Savable, file: str) -> JourneyModel:
    if not isinstance(subject, JourneyModel):
        words = "a graph holds a journey or a model, which move; save a persona as .toml, .yaml or"
        raise FileError(file, f"{words} .json, not {shown(subject)}")
    return subject


def _readable(journey: Journey) -> Journey:
    """Return a journey without lanes that no phase stands across, for none could be read."""
    known = None if journey.model is None else model_called(journey.model.key)
    if any(spot.phase for spot in journey.touchpoints) or (known and follows(journey, known)):
        return journey
    return journey.evolve(touchpoints=[spot.evolve(lane=None) for spot in journey.touchpoints])


def losses(subject: Savable, file: str, lang: str) -> tuple[Loss, ...]:
    """Find what of a journey or a model GraphML cannot hold.

    Args:
        subject: What would be written.
        file: The name of the file, for messages.
        lang: The language of the labels that other programs show.

    Raises:
        FileError: It does not move.
    """
    return lost_between(subject, read(write(subject, file, lang), file))


# --- DOT ----------------------------------------------------------------------------------


def write_dot(subject: Savable, file: str, lang: str) -> bytes:
    """Return the moves of a journey or a model as DOT, for Graphviz to draw.

    Args:
        subject: What moves.
        file: The name of the file, for messages.
        lang: The language of the words.

    Raises:
        FileError: It does not move.
    """
    moving = subject if isinstance(subject, Journey) else _moving(subject, file)
    return to_graphviz(moving, lang=lang).source.encode()


def dot_losses(subject: Savable, file: str, lang: str) -> tuple[Loss, ...]:
    """Find what of a journey or a model stands nowhere in its DOT.

    Args:
        subject: What would be written.
        file: The name of the file, for messages.
        lang: The language of the words.

    Raises:
        FileError: It does not move.
    """
    if isinstance(subject, Journey):
        return lost_between(subject, _journey_in_dot(subject, lang), reasons=_IN_DOT)
    return lost_between(subject, _model_in_dot(_moving(subject, file), lang))


def _model_in_dot(model: JourneyModel, lang: str) -> JourneyModel:
    phases = [Phase(phase.key, phase.label.pick(lang)) for phase in model.phases]
    return JourneyModel(model.key, phases=phases, transitions=_moves(model.transitions, lang))


def _journey_in_dot(journey: Journey, lang: str) -> Journey:
    steps = steps_of(journey)
    spots = [step for step in steps if isinstance(step, Touchpoint)]
    return Journey(
        journey.key,
        model=None if journey.model is None else _model_in_dot(journey.model, lang),
        touchpoints=[Touchpoint(one.key, one.label.pick(lang), phase=one.phase) for one in spots],
        transitions=_moves(journey.transitions, lang),
    )


def _moves(moves: Iterable[Transition], lang: str) -> list[Transition]:
    return [
        Transition(move.source, move.target, kind=move.kind, label=move.label.pick(lang))
        for move in moves
    ]
