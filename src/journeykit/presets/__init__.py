"""Ready-made journey models, in families, and what one needs to make one's own.

The models are plain objects: the file of a family shows what to write for a new one. Each
family is imported when one of its models is first asked for.
"""

import importlib
import sys
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from journeykit.errors import DefinitionError, UnknownKeyError, shown
from journeykit.model import JourneyModel
from journeykit.presets._lookup import by_shape, find, plain, shape
from journeykit.text import Text

ENTRY_POINTS: Final = "journeykit.models"
"""The group of entry points in which installed packages offer models of their own."""

_FAMILIES: Final = {
    "funnels": (
        {"en": "Funnels and hierarchies of effects", "nl": "Trechters en effecthiërarchieën"},
        (
            "aida",
            "aidas",
            "aidma",
            "aisas",
            "dagmar",
            "hierarchy_of_effects",
            "rean",
            "race",
            "aarrr",
            "kotler_5a",
            "rucker_4a",
            "marketing_hourglass",
        ),
    ),
    "five_phases": (
        {"en": "Five-phase journeys", "nl": "Klantreizen in vijf fasen"},
        (
            "backbone",
            "five_phase_salon",
            "stdc_five_part",
            "five_phase_brand_strategy",
            "five_phase_departments",
            "five_phase_service",
            "buyers_journey",
        ),
    ),
    "lifecycles": (
        {"en": "Lifecycles, loops and flywheels", "nl": "Levenscycli, lussen en vliegwielen"},
        (
            "mckinsey_cdj",
            "forrester_clc_2010",
            "forrester_clc_2014",
            "customer_lifecycle",
            "lemon_verhoef",
            "hubspot_flywheel",
        ),
    ),
    "intents": (
        {"en": "Intent audiences", "nl": "Doelgroepen naar intentie"},
        ("see_think_do_care",),
    ),
    "buying": (
        {"en": "Buying processes", "nl": "Koopprocessen"},
        (
            "consumer_buying_process",
            "buygrid",
            "gartner_buying_jobs",
            "messy_middle",
        ),
    ),
    "relations": (
        {"en": "Relationship states", "nl": "Relatietoestanden"},
        (
            "lifecycle_positions",
            "flywheel_states",
            "loyalty_ladder",
            "hubspot_lifecycle_stages",
        ),
    ),
    "moments": (
        {"en": "Moments and experiences", "nl": "Momenten en belevingen"},
        (
            "moments_of_truth",
            "five_e",
        ),
    ),
    "sectors": (
        {"en": "Journeys of sectors", "nl": "Klantreizen per sector"},
        (
            "itil4_customer_journey",
            "patient_journey_system",
            "patient_journey_marketing",
            "employee_journey",
        ),
    ),
    "maps": (
        {"en": "Map types", "nl": "Soorten kaarten"},
        (
            "current_state",
            "day_in_the_life",
            "future_state",
            "service_blueprint",
            "service_blueprint_source",
        ),
    ),
}
_FAMILY_OF: Final = {key: family for family, (_, keys) in _FAMILIES.items() for key in keys}
_HOMES: Final = {
    **{key.upper(): family for key, family in _FAMILY_OF.items()},
    "BUYING_CENTER": "roles",
    "RACI": "roles",
    "SALON": "salon",
}
_MODULES: Final = ("audit", "channels", "homonyms", "lanes")


def names() -> tuple[str, ...]:
    """Return the keys of all models: the built-in ones by family, then those of plug-ins.

    Warns:
        RuntimeWarning: A plug-in could not be used; all others are there.

    Example:
        >>> "aida" in names()
        True
    """
    return tuple(_models())


def get(key: str) -> JourneyModel:
    """Return a model by its key or by another name it is known by.

    Args:
        key: The key or an alias; capitals, accents, spaces and hyphens are forgiven.

    Raises:
        UnknownKeyError: There is no such model.

    Warns:
        RuntimeWarning: A plug-in could not be used. Built-in keys are found without
            looking at plug-ins.

    Example:
        >>> get("See-Think-Do-Care").key, get("vliegwiel").key
        ('see_think_do_care', 'hubspot_flywheel')
    """
    wanted = shape(key) if isinstance(key, str) else ""
    built_in = by_shape((known, known) for known in _FAMILY_OF)
    if wanted in built_in:
        return _built_in(built_in[wanted])
    models = _models()
    by_key = by_shape(models.items())
    by_alias = by_shape((alias, model) for model in models.values() for alias in model.aliases)
    for index in (by_key, by_alias):
        if wanted in index:
            return index[wanted]
    known = (*models, *(alias for model in models.values() for alias in model.aliases))
    raise UnknownKeyError("journey model", key, known)


def search(words: str) -> tuple[JourneyModel, ...]:
    """Return the models in which all of some words occur.

    Looks in keys, labels, aliases, authors and descriptions of models, and in keys and labels
    of their phases, in all languages.

    Args:
        words: Words or parts of them; capitals and accents are forgiven.

    Raises:
        DefinitionError: These are no words.

    Warns:
        RuntimeWarning: A plug-in could not be used; all others are searched.

    Example:
        >>> [model.key for model in search("koopintentie")]
        ['see_think_do_care']
    """
    if not isinstance(words, str):
        raise DefinitionError("search", [f"words must be a string, not {shown(words)}"])
    wanted = plain(words).split()
    return tuple(
        model for model in _models().values() if all(word in _words_of(model) for word in wanted)
    )


def families() -> dict[str, Text]:
    """Return the families of the built-in models: their labels by key.

    Example:
        >>> str(families()["funnels"])
        'Funnels and hierarchies of effects'
    """
    return {key: Text(label) for key, (label, _) in _FAMILIES.items()}


def family(name: str) -> tuple[JourneyModel, ...]:
    """Return the models of a family.

    Args:
        name: The key of the family; capitals, spaces and hyphens are forgiven.

    Raises:
        UnknownKeyError: There is no such family.

    Example:
        >>> [model.key for model in family("intents")]
        ['see_think_do_care']
    """
    _, keys = find(_FAMILIES, name, "family of models")
    return tuple(map(_built_in, keys))


def _built_in(key: str) -> JourneyModel:
    module = importlib.import_module(f"{__name__}.{_FAMILY_OF[key]}")
    model: JourneyModel = getattr(module, key.upper())
    return model


def _models() -> dict[str, JourneyModel]:
    """Return all models by key; a plug-in that cannot be used is reported and left out."""
    models = {key: _built_in(key) for key in _FAMILY_OF}
    taken = {shape(key) for key in models}
    for entry, model in _plugins():
        if not isinstance(model, JourneyModel):
            reason = model
        elif shape(model.key) in taken:
            reason = f"its key {shown(model.key)} is taken by another model"
        else:
            models[model.key] = model
            taken.add(shape(model.key))
            continue
        package = entry.dist.name if entry.dist is not None else "unknown"
        warnings.warn(
            f"journey model {entry.name!r} ({entry.value}) of the package {package!r} "
            f"is left out: {reason}",
            RuntimeWarning,
            stacklevel=3,
        )
    return models


def _plugins() -> Iterator[tuple["EntryPoint", JourneyModel | str]]:
    """Load what installed packages offer: models, or in their place what is wrong."""
    # Slow to import, and most programs name the models they use.
    from importlib import metadata

    for entry in sorted(metadata.entry_points(group=ENTRY_POINTS), key=_order):
        try:
            model = entry.load()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - strangers may raise anything
            yield entry, f"{type(error).__name__}: {' '.join(str(error).split())}"
        else:
            fits = isinstance(model, JourneyModel)
            yield entry, model if fits else f"it must be a JourneyModel, not {shown(model)}"


def _order(entry: "EntryPoint") -> tuple[str, str]:
    return (entry.name, entry.value)


def _words_of(model: JourneyModel) -> str:
    texts = [model.label, model.description, *(phase.label for phase in model.phases)]
    keys = [model.key, *model.aliases, *(phase.key for phase in model.phases)]
    keys += model.origin.authors
    return plain(" / ".join([*keys, *(words for text in texts for words in text.values())]))


# Type checkers see every name where it lives, and so know which names there are not.
if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from journeykit.presets import audit as audit
    from journeykit.presets import channels as channels
    from journeykit.presets import homonyms as homonyms
    from journeykit.presets import lanes as lanes
    from journeykit.presets.buying import BUYGRID as BUYGRID
    from journeykit.presets.buying import CONSUMER_BUYING_PROCESS as CONSUMER_BUYING_PROCESS
    from journeykit.presets.buying import GARTNER_BUYING_JOBS as GARTNER_BUYING_JOBS
    from journeykit.presets.buying import MESSY_MIDDLE as MESSY_MIDDLE
    from journeykit.presets.five_phases import BACKBONE as BACKBONE
    from journeykit.presets.five_phases import BUYERS_JOURNEY as BUYERS_JOURNEY
    from journeykit.presets.five_phases import (
        FIVE_PHASE_BRAND_STRATEGY as FIVE_PHASE_BRAND_STRATEGY,
    )
    from journeykit.presets.five_phases import FIVE_PHASE_DEPARTMENTS as FIVE_PHASE_DEPARTMENTS
    from journeykit.presets.five_phases import FIVE_PHASE_SALON as FIVE_PHASE_SALON
    from journeykit.presets.five_phases import FIVE_PHASE_SERVICE as FIVE_PHASE_SERVICE
    from journeykit.presets.five_phases import STDC_FIVE_PART as STDC_FIVE_PART
    from journeykit.presets.funnels import AARRR as AARRR
    from journeykit.presets.funnels import AIDA as AIDA
    from journeykit.presets.funnels import AIDAS as AIDAS
    from journeykit.presets.funnels import AIDMA as AIDMA
    from journeykit.presets.funnels import AISAS as AISAS
    from journeykit.presets.funnels import DAGMAR as DAGMAR
    from journeykit.presets.funnels import HIERARCHY_OF_EFFECTS as HIERARCHY_OF_EFFECTS
    from journeykit.presets.funnels import KOTLER_5A as KOTLER_5A
    from journeykit.presets.funnels import MARKETING_HOURGLASS as MARKETING_HOURGLASS
    from journeykit.presets.funnels import RACE as RACE
    from journeykit.presets.funnels import REAN as REAN
    from journeykit.presets.funnels import RUCKER_4A as RUCKER_4A
    from journeykit.presets.intents import SEE_THINK_DO_CARE as SEE_THINK_DO_CARE
    from journeykit.presets.lifecycles import CUSTOMER_LIFECYCLE as CUSTOMER_LIFECYCLE
    from journeykit.presets.lifecycles import FORRESTER_CLC_2010 as FORRESTER_CLC_2010
    from journeykit.presets.lifecycles import FORRESTER_CLC_2014 as FORRESTER_CLC_2014
    from journeykit.presets.lifecycles import HUBSPOT_FLYWHEEL as HUBSPOT_FLYWHEEL
    from journeykit.presets.lifecycles import LEMON_VERHOEF as LEMON_VERHOEF
    from journeykit.presets.lifecycles import MCKINSEY_CDJ as MCKINSEY_CDJ
    from journeykit.presets.maps import CURRENT_STATE as CURRENT_STATE
    from journeykit.presets.maps import DAY_IN_THE_LIFE as DAY_IN_THE_LIFE
    from journeykit.presets.maps import FUTURE_STATE as FUTURE_STATE
    from journeykit.presets.maps import SERVICE_BLUEPRINT as SERVICE_BLUEPRINT
    from journeykit.presets.maps import SERVICE_BLUEPRINT_SOURCE as SERVICE_BLUEPRINT_SOURCE
    from journeykit.presets.moments import FIVE_E as FIVE_E
    from journeykit.presets.moments import MOMENTS_OF_TRUTH as MOMENTS_OF_TRUTH
    from journeykit.presets.relations import FLYWHEEL_STATES as FLYWHEEL_STATES
    from journeykit.presets.relations import HUBSPOT_LIFECYCLE_STAGES as HUBSPOT_LIFECYCLE_STAGES
    from journeykit.presets.relations import LIFECYCLE_POSITIONS as LIFECYCLE_POSITIONS
    from journeykit.presets.relations import LOYALTY_LADDER as LOYALTY_LADDER
    from journeykit.presets.roles import BUYING_CENTER as BUYING_CENTER
    from journeykit.presets.roles import RACI as RACI
    from journeykit.presets.salon import SALON as SALON
    from journeykit.presets.sectors import EMPLOYEE_JOURNEY as EMPLOYEE_JOURNEY
    from journeykit.presets.sectors import ITIL4_CUSTOMER_JOURNEY as ITIL4_CUSTOMER_JOURNEY
    from journeykit.presets.sectors import PATIENT_JOURNEY_MARKETING as PATIENT_JOURNEY_MARKETING
    from journeykit.presets.sectors import PATIENT_JOURNEY_SYSTEM as PATIENT_JOURNEY_SYSTEM
else:
    __all__ = [  # noqa: PLE0604 - the names of the constants are strings
        "ENTRY_POINTS",
        "families",
        "family",
        "get",
        "names",
        "search",
        *_MODULES,
        *_HOMES,
    ]

    def __dir__() -> list[str]:
        return sorted(__all__)

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return importlib.import_module(f"{__name__}.{name}")
        if name in _HOMES:
            value: object = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
            globals()[name] = value
            return value
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message, name=name, obj=sys.modules[__name__])
