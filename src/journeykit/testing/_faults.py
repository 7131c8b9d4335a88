"""What can be wrong with each noun, and what must be said about it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final, TypeAlias

from journeykit.goal import Goal
from journeykit.grid import Note, Phase
from journeykit.touchpoint import Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, START, Transition

__all__ = [
    "Fault",
    "channel",
    "goal",
    "journey",
    "journey_contradictions",
    "journey_parts",
    "lane",
    "model",
    "model_contradictions",
    "model_parts",
    "note",
    "origin",
    "path",
    "paths",
    "persona",
    "phase",
    "text",
    "touchpoint",
    "trait",
    "transition",
]

Fault: TypeAlias = tuple[Mapping[str, Any], str]
"""Fields that are wrong, and a part of the problem that must be reported."""
_Faults: TypeAlias = Iterable[Fault]

_HALF = "half \ud83d"
_TOO_DEEP: Final[dict[str, Any]] = {}
_TOO_DEEP["deeper"] = _TOO_DEEP  # it holds itself


def _keys(*names: str) -> _Faults:
    for name in names:
        yield {name: ""}, f"{name} must not be empty"
        yield {name: " \n"}, f"{name} must not be empty"
        yield {name: 7}, f"{name} must be a string, not 7"
        yield {name: _HALF}, f"{name} 'half \\ud83d' holds half a character"
        yield {name: Phase("visit")}, f"{name} must be a key; write 'visit', not the Phase itself"


def _texts(*names: str) -> _Faults:
    for name in names:
        yield {name: 7}, f"{name}: must be words or a mapping of language to words, not 7"
        yield {name: {"English": "word"}}, f"{name}: 'English' is no language tag"
        yield {name: {7: "word"}}, f"{name}: 7 is no language tag"
        yield {name: {"en": 7}}, f"{name}: the words in 'en' must be a string, not 7"
        yield {name: _HALF}, f"{name}: 'half \\ud83d' holds half a character"


def _strings(*names: str) -> _Faults:
    for name in names:
        yield {name: 7}, f"{name} must be a string, not 7"
        yield {name: _HALF}, f"{name} 'half \\ud83d' holds half a character"


def _choices(*names: str) -> _Faults:
    for name in names:
        yield {name: "nonsense"}, f"{name} must be one of "
        yield {name: 7}, f"{name} must be one of "


def _numbers(name: str, *bad: float) -> _Faults:
    for value in (*bad, float("nan"), float("inf"), float("-inf"), 10**400, True, "1"):
        yield {name: value}, f"{name} must be a "


def _lists(name: str, *faults: tuple[object, str]) -> _Faults:
    for value in (7, {"a": 1}):
        yield {name: value}, f"{name} must be a list, not "
    for item, problem in faults:
        yield {name: [item]}, f"{name}[0]{problem}"


def _own_data() -> _Faults:
    yield {"data": 7}, "data must be a mapping, not 7"
    yield {"data": {7: 1}}, "data has the key 7; keys must be strings"
    yield {"data": {_HALF: 1}}, "a key of data 'half \\ud83d' holds half a character"
    yield {"data": {"a": [_HALF]}}, "data.a[0] 'half \\ud83d' holds half a character"
    yield {"data": {"a": {"b": float("nan")}}}, "data.a.b must be a finite number, not nan"
    yield {"data": {"a": 2**63}}, "data.a must fit in 64 bits"
    yield {"data": {"a": {1, 2}}}, "data.a must be a string, a number, True, False, None, or a"
    yield {"data": _TOO_DEEP}, "is nested more than 32 deep"


def _element() -> _Faults:
    yield from _keys("key")
    yield from _texts("label", "description")
    yield from _own_data()


def phase() -> _Faults:
    """Tell what can be wrong with a phase."""
    yield from _element()
    yield from _texts("customer_goal", "business_goal")
    yield from _choices("stage", "fit")
    yield from _lists("also", ("nonsense", " must be one of"), (None, " must be given"))


def lane() -> _Faults:
    """Tell what can be wrong with a lane."""
    yield from _element()
    yield from _texts("line")
    yield from _choices("kind")
    yield {"kind": None}, "kind must be given"


def channel() -> _Faults:
    """Tell what can be wrong with a channel."""
    yield from _element()
    yield from _choices("realm", "media")
    yield {"realm": None}, "realm must be given"


def transition() -> _Faults:
    """Tell what can be wrong with a transition."""
    yield from _keys("source", "target")
    yield {"source": CONVERSION}, "source must not be CONVERSION: nothing leaves an end"
    yield {"source": DROP_OFF}, "source must not be DROP_OFF: nothing leaves an end"
    yield {"target": START}, "target must not be START"
    yield {"source": "a", "kind": "entry"}, "an entry must come from START"
    yield {"target": "b", "kind": "exit"}, "an exit must lead to CONVERSION or DROP_OFF"
    yield {"source": START, "kind": "next"}, "kind 'next' cannot stand at START"
    yield {"target": DROP_OFF, "kind": "back"}, "kind 'back' cannot stand at START"
    yield from _choices("kind")
    yield from _numbers("weight", -1, -1e-9)
    yield from _texts("label", "reason", "description")
    for value in (-1, 2**63, 1.5, True, "1"):
        yield {"count": value}, "count must be a whole number"
    yield {"median_wait": 60}, "median_wait must be a timedelta, not 60"
    yield {"median_wait": timedelta(seconds=-1)}, "median_wait must not be negative"
    yield from _own_data()


def path() -> _Faults:
    """Tell what can be wrong with a path."""
    yield {"steps": "site"}, "steps must be a list, not 'site'"
    yield from _lists(
        "steps",
        ("", " must not be empty"),
        (7, " must be a string, not 7"),
        (_HALF, " 'half \\ud83d' holds half a character"),
        (Touchpoint("site"), " must be a key; write 'site', not the Touchpoint itself"),
    )
    for value in (0, 1, None, "yes"):
        yield {"converted": value}, "converted must be True or False, not "
    for count in (0, -1, 2**63, 1.5, True, "1"):
        yield {"count": count}, "count must be a whole number"
    yield {"count": None}, "count must be given"


def paths() -> _Faults:
    """Tell what can be wrong with the paths of many customers."""
    yield from _lists("items", ("a", " must be a Path, not 'a'"), (["a"], " must be a Path, not "))


def note() -> _Faults:
    """Tell what can be wrong with a note."""
    yield from _keys("lane", "phase", "touchpoint")
    yield from _texts("text", "description")
    yield from _choices("evidence")
    yield from _strings("source")
    yield {"scores": 7}, "scores must be a mapping, not 7"
    for value in (0, 6, 2.5, True, None):
        yield {"scores": {"impact": value}}, "score 'impact' must be"
    yield {"scores": {"": 3}}, "the name of a score must not be empty"
    yield from _own_data()


def origin() -> _Faults:
    """Tell what can be wrong with an origin."""
    yield from _lists("authors", (7, " must be a string, not 7"))
    yield from _lists("sources", (None, " must be a string, not None"))
    for value in (0, 10_000, 1898.5, "1898"):
        yield {"year": value}, "year must be a whole number from 1 to 9999"
    yield from _texts("note")


def touchpoint() -> _Faults:
    """Tell what can be wrong with a touchpoint."""
    yield from _element()
    yield from _keys("phase", "lane", "channel")
    yield from _numbers("emotion", -2.001, 3)
    yield from _numbers("importance", 0, 5.5)
    yield from _choices("moment_of_truth", "evidence")
    yield from _texts("owner")


def trait() -> _Faults:
    """Tell what can be wrong with a trait."""
    yield from _texts("low", "high")
    yield from _numbers("value", -0.1, 1.1)
    yield {"value": None}, "value must be given"


def persona() -> _Faults:
    """Tell what can be wrong with a persona."""
    yield from _element()
    yield from _texts("segment", "quote", "position")
    for name in ("goals", "needs", "pains", "questions", "traits"):
        yield {name: 7}, f"{name} must be a list, not 7"
        yield {name: ["word", 7]}, f"{name}[1]: must be words or a mapping"
    yield from _lists("channels", ("", " must not be empty"), (7, " must be a string, not 7"))
    yield {"channel_shares": 7}, "channel_shares must be a mapping, not 7"
    yield {"channel_shares": {"": 0.5}}, "a channel of channel_shares must not be empty"
    for value in (-0.5, 2, None, "1"):
        yield {"channel_shares": {"shop": value}}, "channel_shares 'shop' must be"
    yield from _choices("evidence")
    yield from _lists("sources", (7, " must be a string, not 7"))


def goal() -> _Faults:
    """Tell what can be wrong with a goal."""
    yield from _element()
    yield from _keys("phase", "touchpoint")
    yield from _texts("metric", "owner")
    yield from _strings("unit")
    yield from _numbers("baseline")
    yield from _numbers("target")
    for name in ("start", "due"):
        yield {name: "2026-05-01"}, f"{name} must be a date, not '2026-05-01'"
        yield {name: datetime(2026, 5, 1)}, f"{name} must be a date, not "  # noqa: DTZ001
    yield {"start": date(2026, 5, 2), "due": date(2026, 5, 1)}, "due must not come before start"


def _whole() -> _Faults:
    yield from _element()
    yield from _texts("starts_with")
    yield {"ends_with": 7}, "ends_with must be a list, not 7"
    yield {"ends_with": ["word", 7]}, "ends_with[1]: must be words or a mapping"


def model() -> _Faults:
    """Tell what can be wrong with single fields of a journey model."""
    yield from _whole()
    yield {"origin": "Lewis, 1898"}, "origin must be an Origin, not 'Lewis, 1898'"
    yield {"cyclic": 1}, "cyclic must be True or False, not 1"
    yield {"aliases": ["", "a"]}, "aliases[0] must not be empty"


def model_parts() -> _Faults:
    """Tell what can be wrong with the parts of a journey model."""
    yield {"phases": "visit"}, "phases must be a list, not 'visit'"
    yield {"phases": []}, "phases: a journey model needs at least one"
    yield {"phases": ["visit", 7]}, "phases[1] must be a Phase, not 7"
    yield {"lanes": [Phase("visit")]}, "lanes[0] must be a Lane, not Phase('visit')"
    yield {"transitions": ["a"]}, "transitions[0] must be a Transition, not 'a'"
    yield {"notes": 7}, "notes must be a list, not 7"


def model_contradictions() -> _Faults:
    """Tell how parts of a journey model can contradict each other."""
    yield {"phases": ["twin", "twin"]}, "two phases have the key 'twin'"
    yield {"lanes": ["twin", "twin"]}, "two lanes have the key 'twin'"
    yield {"phases": ["CONVERSION"]}, "phase 'CONVERSION': this key is reserved for transitions"
    yield {"lanes": ["START"]}, "lane 'START': this key is reserved for transitions"
    yield {"transitions": [Transition("a", "nowhere")]}, "has the unknown phase 'nowhere'"
    yield {"transitions": [Transition("a", "b"), Transition("a", "b", 2)]}, "two transitions lead"
    yield {"notes": [Note("x", "nowhere", "word")]}, "stands in the unknown phase 'nowhere'"
    yield {"notes": [Note("nowhere", "a", "word")]}, "stands in the unknown lane 'nowhere'"
    yield {"notes": [Note("x", "a", "", touchpoint="t")]}, "is about a touchpoint; a journey model"


def journey() -> _Faults:
    """Tell what can be wrong with single fields of a journey."""
    yield from _whole()
    yield from _choices("state")
    yield {"state": None}, "state must be given"
    yield {"persona": 7}, "persona must be a Persona, not 7"


def journey_parts() -> _Faults:
    """Tell what can be wrong with the parts of a journey."""
    yield {"model": "aida"}, "model must be a JourneyModel (a preset's comes from presets.get)"
    yield {"touchpoints": "desk"}, "touchpoints must be a list, not 'desk'"
    yield {"touchpoints": ["desk", 7]}, "touchpoints[1] must be a Touchpoint, not 7"
    yield {"touchpoints": [""]}, "touchpoints[0] must be a Touchpoint, not ''"
    yield {"transitions": ["a"]}, "transitions[0] must be a Transition, not 'a'"
    yield {"route": [""]}, "route[0] must not be empty"
    yield {"notes": 7}, "notes must be a list, not 7"
    yield {"goals": [7]}, "goals[0] must be a Goal, not 7"
    yield {"channels": [7]}, "channels[0] must be a Channel, not 7"


def journey_contradictions() -> _Faults:
    """Tell how parts of a journey can contradict each other."""
    spots = "touchpoints"
    yield {spots: ["twin", "twin"]}, "two touchpoints have the key 'twin'"
    yield {spots: ["DROP_OFF"]}, "touchpoint 'DROP_OFF': this key is reserved for transitions"
    yield {spots: ["b"]}, "touchpoint 'b' has the key of a phase; give it another"
    yield {spots: [Touchpoint("far", phase="nowhere")]}, "stands in the unknown phase 'nowhere'"
    yield {spots: [Touchpoint("high", lane="nowhere")]}, "stands in the unknown lane 'nowhere'"
    yield {spots: [Touchpoint("mute", channel="ether")]}, "has the unknown channel 'ether'"
    yield {"goals": ["twin", "twin"]}, "two goals have the key 'twin'"
    yield {"goals": [Goal("far", phase="nowhere")]}, "is about the unknown phase 'nowhere'"
    yield {"goals": [Goal("deep", touchpoint="lost")]}, "is about the unknown touchpoint 'lost'"
    yield {"channels": ["twin", "twin"]}, "two channels have the key 'twin'"
    yield {"route": ["t", "lost"]}, "is the unknown touchpoint 'lost'"
    yield {"notes": [Note("x", "nowhere", "word")]}, "stands in the unknown phase 'nowhere'"
    yield {"notes": [Note("nowhere", "a", "word")]}, "stands in the unknown lane 'nowhere'"
    yield {"notes": [Note("x", "a", "", touchpoint="lost")]}, "is about the unknown touchpoint"
    yield {"transitions": [Transition("t", "nowhere")]}, "has the unknown phase or touchpoint"
    yield {"transitions": [Transition("t", "u"), Transition("t", "u")]}, "two transitions lead"
    yield {"transitions": [Transition("a", "t")]}, "they must join one or the other"


def text() -> _Faults:
    """Tell what can be wrong with a text."""
    yield {"words": 7}, "must be words or a mapping of language to words, not 7"
    yield {"words": {"": "word", "nl": 7}}, "the words in 'nl' must be a string, not 7"
    yield {"words": {"English": "word"}}, "'English' is no language tag"
    yield {"words": {"en": _HALF}}, "'half \\ud83d' holds half a character"
