"""Ready-made models that files speak of by name."""

import functools

from journeykit._noun import keys_of
from journeykit.errors import FileError, shown
from journeykit.files.tables_names import shaped
from journeykit.journey import Journey
from journeykit.model import JourneyModel

__all__ = ["follows", "model_called", "model_given", "model_name"]


def model_given(model: JourneyModel | str | None, file: str) -> JourneyModel | None:
    """Return a journey model that is given as an object or by its name.

    Args:
        model: The model, its name, or None.
        file: The name of the file, for messages.

    Raises:
        FileError: It is no journey model.
        UnknownKeyError: There is none of that name.
    """
    from journeykit import presets

    if isinstance(model, str):
        return presets.get(model)
    if model is not None and not isinstance(model, JourneyModel):
        raise FileError(file, f"model must be a JourneyModel or a name, not {shown(model)}")
    return model


def model_called(words: str) -> JourneyModel | None:
    """Return the ready-made model of a name, if there is one.

    Those of plug-ins do not count: a file should not need what is installed elsewhere.
    """
    return _ready_made().get(shaped(words))


@functools.cache
def _ready_made() -> dict[str, JourneyModel]:
    from journeykit import presets

    models = [model for key in presets.families() for model in presets.family(key)]
    named_by = {shaped(model.key): model for model in models}
    for model in models:
        for alias in model.aliases:
            named_by.setdefault(shaped(alias), model)
    return named_by


def model_name(journey: Journey) -> str | None:
    """Return what tells of a journey's model: its key, unless that would be read as another one.

    Args:
        journey: The journey.
    """
    if journey.model is None:
        return None
    known = model_called(journey.model.key)
    return journey.model.key if known is None or follows(journey, known) else None


def follows(journey: Journey, known: JourneyModel) -> bool:
    """Tell whether a model has the phases of a journey, and the lanes that its touchpoints are in.

    Args:
        journey: The journey.
        known: The model.
    """
    return (
        journey.model is not None
        and keys_of(journey.model.phases) == keys_of(known.phases)
        and all(spot.lane is None or known.has_lane(spot.lane) for spot in journey.touchpoints)
    )
