"""Strategies for what models and journeys are made of."""

from collections.abc import Callable, Collection, Mapping
from datetime import timedelta
from typing import Any, Final, TypeVar

from journeykit._noun import Noun, literals
from journeykit.channels import CATALOGUE, Channel, Media, Realm
from journeykit.errors import UnknownKeyError
from journeykit.goal import Goal
from journeykit.grid import Evidence, Fit, Lane, LaneKind, Note, Phase, Stage
from journeykit.model import Origin
from journeykit.persona import Persona, Trait
from journeykit.testing._words import (
    DATA,
    KEYS,
    SCORES,
    SEATS,
    TEXTS,
    WORDS,
    Fields,
    made,
    mostly,
    st,
)
from journeykit.text import Text
from journeykit.touchpoint import MomentOfTruth, Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, ENDS, START, Transition

__all__ = [
    "CHANNEL",
    "ELEMENT",
    "GOAL",
    "GOAL_BUT_DAYS",
    "LANE",
    "MOVE",
    "NOTE",
    "NOTE_TEXTS",
    "ORIGIN",
    "PERSONA",
    "PHASE",
    "TOUCHPOINT",
    "channels",
    "fixed",
    "goals",
    "in_order",
    "kinds_between",
    "lanes",
    "notes",
    "origins",
    "personas",
    "phases",
    "touchpoints",
    "traits",
    "transitions",
]

_N = TypeVar("_N", bound=Noun)

_EVIDENCE: Final = st.sampled_from(literals(Evidence))
_STAGES: Final = st.sampled_from(Stage)
_NUMBERS: Final = st.integers(-1000, 1000) | st.floats(allow_nan=False, allow_infinity=False)
_TEXT_LISTS: Final = st.lists(TEXTS, max_size=3)
_STRING_LISTS: Final = st.lists(WORDS, max_size=3)
_KEY: Final[Fields] = {"key": KEYS}

ELEMENT: Final[Fields] = {"label": TEXTS, "description": TEXTS, "data": DATA}
PHASE: Final[Fields] = {
    **ELEMENT,
    "stage": _STAGES,
    "also": st.lists(_STAGES, max_size=2),
    "fit": st.sampled_from(literals(Fit)),
    "customer_goal": TEXTS,
    "business_goal": TEXTS,
}
LANE: Final[Fields] = {
    **ELEMENT,
    "kind": st.sampled_from(literals(LaneKind)),
    "line": TEXTS,
}
MOVE: Final[Fields] = {
    "weight": st.one_of(
        st.just(0),
        st.integers(0, 1000),
        st.floats(0, 1),
        st.floats(0, allow_nan=False, allow_infinity=False),
    ),
    "label": TEXTS,
    "reason": TEXTS,
    "count": st.integers(0, 10**6),
    "median_wait": st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=4000)),
    "description": TEXTS,
    "data": DATA,
}
_ENDS: Final[Fields] = {
    "source": mostly(("a", "b", START), KEYS),
    "target": mostly(("a", "b", CONVERSION, DROP_OFF), KEYS),
}
NOTE: Final[Fields] = {
    "evidence": _EVIDENCE,
    "source": WORDS,
    "scores": SCORES,
    "description": TEXTS,
    "data": DATA,
}
NOTE_TEXTS: Final = TEXTS | st.just(Text())
CHANNEL: Final[Fields] = {
    **ELEMENT,
    "realm": st.sampled_from(literals(Realm)),
    "media": st.sampled_from(literals(Media)),
}
TOUCHPOINT: Final[Fields] = {
    **ELEMENT,
    "emotion": st.integers(-2, 2) | st.floats(-2, 2),
    "importance": st.integers(1, 5) | st.floats(1, 5),
    "moment_of_truth": st.sampled_from(literals(MomentOfTruth)),
    "owner": TEXTS,
    "evidence": _EVIDENCE,
}
_SHARES: Final = st.floats(0, 1)
_TRAIT: Final[Fields] = {"low": TEXTS, "high": TEXTS, "value": _SHARES}
PERSONA: Final[Fields] = {
    **ELEMENT,
    "segment": TEXTS,
    "quote": TEXTS,
    "position": TEXTS,
    "goals": _TEXT_LISTS,
    "needs": _TEXT_LISTS,
    "pains": _TEXT_LISTS,
    "questions": _TEXT_LISTS,
    "channels": st.lists(st.sampled_from(tuple(CATALOGUE)) | KEYS, max_size=3),
    "channel_shares": st.dictionaries(st.sampled_from(tuple(CATALOGUE)), _SHARES, max_size=3),
    "traits": st.lists(
        TEXTS | st.tuples(TEXTS, TEXTS, _SHARES).map(lambda poles: Trait(*poles)), max_size=3
    ),
    "evidence": _EVIDENCE,
    "sources": _STRING_LISTS,
}
GOAL_BUT_DAYS: Final[Fields] = {
    **ELEMENT,
    "metric": TEXTS,
    "unit": WORDS,
    "baseline": _NUMBERS,
    "target": _NUMBERS,
    "owner": TEXTS,
}
GOAL: Final[Fields] = {**GOAL_BUT_DAYS, "start": st.dates(), "due": st.dates()}
ORIGIN: Final[Fields] = {
    "authors": _STRING_LISTS,
    "year": st.integers(1, 9999),
    "sources": _STRING_LISTS,
    "note": TEXTS,
}


def fixed(
    name: str, given: Mapping[str, object], known: Mapping[str, object]
) -> dict[str, st.SearchStrategy[Any]]:
    """Return strategies for fields that a user gave as values or as strategies.

    Raises:
        UnknownKeyError: There is no such field.
    """
    for field in given:
        if field not in known:
            raise UnknownKeyError("field", field, known, f"{name}()")
    return {
        field: value if isinstance(value, st.SearchStrategy) else st.just(value)
        for field, value in given.items()
    }


def _nouns(
    build: Callable[..., _N],
    always: Fields,
    sometimes: Fields,
    given: Mapping[str, object],
    *,
    name: str,
) -> st.SearchStrategy[_N]:
    asked = fixed(name, given, {**always, **sometimes})
    rest = {field: values for field, values in sometimes.items() if field not in asked}
    return made({**always, **asked}, rest).map(lambda fields: build(**fields))


def phases(**fields: object) -> st.SearchStrategy[Phase]:
    """Make phases.

    Args:
        **fields: Fields to fix, each as a value or as a strategy.
    """
    return _nouns(Phase, _KEY, PHASE, fields, name="phases")


def lanes(**fields: object) -> st.SearchStrategy[Lane]:
    """Make lanes.

    Args:
        **fields: Fields to fix, each as a value or as a strategy.
    """
    return _nouns(Lane, _KEY, LANE, fields, name="lanes")


def channels(**fields: object) -> st.SearchStrategy[Channel]:
    """Make channels.

    Args:
        **fields: Fields to fix, each as a value or as a strategy.
    """
    return _nouns(Channel, _KEY, CHANNEL, fields, name="channels")


def notes(**fields: object) -> st.SearchStrategy[Note]:
    """Make notes; their cell need not be in any model.

    Args:
        **fields: Fields to fix, each as a value or as a strategy.
    """
    always = {"lane": KEYS, "phase": KEYS, "text": NOTE_TEXTS}
    return _nouns(Note, always, {**NOTE, "touchpoint": KEYS}, fields, name="notes")


def origins(**fields: object) -> st.SearchStrategy[Origin]:
    """Make origins.

    Args:
        **fields: Fields to fix, each as a value or as a strategy.
    """
    return _nouns(Origin, {}, ORIGIN, fields, name="origins")


def touchpoints(**fields: object) -> st.SearchStrategy[Touchpoint]:
    """Make touchpoints; their phase, lane and channel need not be in any model.

    Args:
        **fields: Fields to fix, each as a value or as a strategy.

    Example:
        >>> from hypothesis import find
        >>> find(touchpoints(phase="interest"), lambda spot: spot.emotion is not None)
        Touchpoint('a', phase='interest', emotion=0)
    """
    places = {"phase": KEYS, "lane": KEYS, "channel": KEYS}
    return _nouns(Touchpoint, _KEY, {**TOUCHPOINT, **places}, fields, name="touchpoints")


def traits(**fields: object) -> st.SearchStrategy[Trait]:
    """Make traits between two poles.

    Args:
        **fields: Fields to fix, each as a value or as a strategy.
    """
    return _nouns(Trait, _TRAIT, {}, fields, name="traits")


def personas(**fields: object) -> st.SearchStrategy[Persona]:
    """Make personas.

    Args:
        **fields: Fields to fix, each as a value or as a strategy.
    """
    return _nouns(Persona, _KEY, PERSONA, fields, name="personas")


def goals(**fields: object) -> st.SearchStrategy[Goal]:
    """Make goals; their phase and touchpoint need not be in any journey.

    Args:
        **fields: Fields to fix, each as a value or as a strategy.
    """

    def goal(**drawn: Any) -> Goal:  # noqa: ANN401 - the fields of a goal
        return Goal(**in_order(drawn, keep=fields))

    return _nouns(goal, _KEY, {**GOAL, "phase": KEYS, "touchpoint": KEYS}, fields, name="goals")


def in_order(fields: dict[str, Any], *, keep: Collection[str] = ()) -> dict[str, Any]:
    """Let no goal end before it starts: a day that need not be kept moves to the other."""
    start, due = fields.get("start"), fields.get("due")
    if start is None or due is None or due >= start or {"start", "due"} <= set(keep):
        return fields
    return fields | ({"due": start} if "start" in keep else {"start": due})


def kinds_between(source: str, target: str) -> tuple[str, ...]:
    """Return the kinds that a transition between two ends may have."""
    if target in (CONVERSION, DROP_OFF):
        return ("exit", "entry") if source == START else ("exit",)
    return ("entry",) if source == START else ("next", "skip", "back", "repeat")


def transitions(**fields: object) -> st.SearchStrategy[Transition]:
    """Make transitions; their ends need not be in any model or journey.

    Args:
        **fields: Fields to fix, each as a value or as a strategy. Ends that are not given
            suit the kind, if that is given.

    Example:
        >>> from hypothesis import find
        >>> find(transitions(kind="exit"), lambda move: True)
        Transition('a', 'CONVERSION', kind='exit')
    """

    def transition(**drawn: Any) -> Transition:  # noqa: ANN401 - the fields of a transition
        if "kind" in fields:
            suiting = _ends_for(drawn["kind"], drawn["source"], drawn["target"])
            drawn |= {end: key for end, key in suiting.items() if end not in fields}
        elif "kind" in drawn:
            kinds = kinds_between(drawn["source"], drawn["target"])
            drawn["kind"] = kinds[drawn["kind"] % len(kinds)]
        return Transition(**drawn)

    return _nouns(transition, _ENDS, {**MOVE, "kind": SEATS}, fields, name="transitions")


def _ends_for(kind: str | None, source: str, target: str) -> dict[str, str]:
    """Return ends between which a transition may have a kind, the given ones if they will do."""
    if kind == "entry":
        return {"source": START}
    if kind == "exit":
        return {"target": target if target in (CONVERSION, DROP_OFF) else CONVERSION}
    if kind is None:
        return {}
    inner = {"source": source, "target": target}
    return {end: "a" if key in ENDS else key for end, key in inner.items()}
