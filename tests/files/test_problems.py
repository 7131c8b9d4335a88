"""Whatever is wrong with a document is told, all of it, each with its place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import FileError, Journey, Persona, Transition, dumps, loads, presets, testing

HEADER = {"journeykit": 1, "key": "j"}
JOURNEY_FIELDS = (
    "'key', 'label', 'description', 'data', 'model', 'persona', 'state', 'touchpoints', "
    "'transitions', 'route', 'notes', 'goals' and 3 more"
)


def problems(document: object, kind: str = "json") -> list[str]:
    """Return what is said of a document."""
    text = document if isinstance(document, str) else json.dumps(document)
    with pytest.raises(FileError) as caught:
        loads(text, kind)
    assert caught.value.file == "<text>"
    assert "\n" not in str(caught.value)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ([], "this is no journeykit file; it must begin with journeykit = 1 @ $"),
        (5, "this is no journeykit file; it must begin with journeykit = 1 @ $"),
        ({}, "this is no journeykit file; it must begin with journeykit = 1 @ $"),
        ({"key": "j"}, "this is no journeykit file; it must begin with journeykit = 1 @ $"),
        *(
            (
                {"journeykit": version, "key": "j"},
                f"journeykit must be the version of the format, 1, not {version!r} @ $.journeykit",
            )
            for version in ("1", 0, -1, 1.0, True, None, [1])
        ),
        (
            {"journeykit": 2, "colour": "red"},
            (
                "written by a newer journeykit (format 2); this one reads up to 1: "
                "upgrade journeykit @ $.journeykit"
            ),
        ),
        (
            {"journeykit": 1, "kind": "modl"},
            (
                "kind must be one of 'journey', 'model', 'persona', not 'modl', "
                "did you mean 'model'? @ $.kind"
            ),
        ),
        (
            {"journeykit": 1, "kind": ["model"]},
            "kind must be one of 'journey', 'model', 'persona', not ['model'] @ $.kind",
        ),
        ({"journeykit": 1, "kind": None}, "kind must be given @ $.kind"),
    ],
)
def test_headers(document: object, problem: str) -> None:
    """A document that is of no kind we know gets one sentence, whatever else is in it."""
    assert problems(document) == [problem]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"key": 5}, "key must be a string, not 5 @ $.key"),
        ({"key": None}, "key must be a string, not None @ $.key"),
        ({"key": True}, "key must be a string, not True @ $.key"),
        ({"key": " "}, "key must not be empty @ $.key"),
        (
            {"key": "\ud800"},
            r"'\ud800' holds half a character (a lone surrogate) @ $.key",
        ),
        (
            {"label": 5},
            "label: must be words or a mapping of language to words, not 5 @ $.label",
        ),
        (
            {"label": None},
            "label: must be words or a mapping of language to words, not None @ $.label",
        ),
        (
            {"label": ["x"]},
            "label: must be words or a mapping of language to words, not ['x'] @ $.label",
        ),
        (
            {"label": {"english": "x"}},
            "label: 'english' is no language tag; write 'en', 'nl' or 'nl-BE' @ $.label",
        ),
        (
            {"label": {"en": 5}},
            "label: the words in 'en' must be a string, not 5 @ $.label",
        ),
        ({"data": []}, "data must be a mapping, not [] @ $.data"),
        ({"data": None}, "data must be a mapping, not None @ $.data"),
        ({"state": "now"}, "state must be one of 'current', 'future', not 'now' @ $.state"),
        ({"state": None}, "state must be given @ $.state"),
        (
            {"state": "futur"},
            (
                "state must be one of 'current', 'future', not 'futur', "
                "did you mean 'future'? @ $.state"
            ),
        ),
        ({"model": 5}, "model must be a mapping, not 5 @ $.model"),
        (
            {"model": "adia"},
            "unknown journey model 'adia', did you mean 'aida'? @ $.model",
        ),
        (
            {"model": {"key": "m"}},
            "phases: a journey model needs at least one @ $.model",
        ),
        (
            {"model": {"key": "m", "phases": []}},
            "phases: a journey model needs at least one @ $.model.phases",
        ),
        (
            {"model": {"key": "m", "phases": ["a"], "cyclic": "yes"}},
            "cyclic must be true or false, not 'yes' @ $.model.cyclic",
        ),
        (
            {"model": {"key": "m", "phases": ["a"], "cyclic": None}},
            "cyclic must be true or false, not None @ $.model.cyclic",
        ),
        (
            {"model": {"key": "m", "phases": ["a"], "origin": {"year": 1898.5}}},
            "year must be a whole number, not 1898.5 @ $.model.origin.year",
        ),
        (
            {"model": {"key": "m", "phases": ["a"], "origin": {"year": 0}}},
            "year must be a whole number from 1 to 9999, not 0 @ $.model.origin.year",
        ),
        (
            {"model": {"key": "m", "phases": [{"key": "a", "stage": "buying"}]}},
            (
                "stage must be one of 'awareness', 'consideration', 'purchase', 'service', "
                "'loyalty', not 'buying' @ $.model.phases[0].stage"
            ),
        ),
        (
            {"model": {"key": "m", "phases": [{"key": "a", "also": "service"}]}},
            "also must be a list, not 'service' @ $.model.phases[0].also",
        ),
        (
            {"model": {"key": "m", "phases": [{"key": "a", "also": [None]}]}},
            "also[0] must be given @ $.model.phases[0].also[0]",
        ),
        (
            {"model": {"key": "m", "phases": ["a", "b", "a"]}},
            "two phases have the key 'a' @ $.model.phases[2]",
        ),
        (
            {"model": {"key": "m", "phases": ["START"]}},
            "phase 'START': this key is reserved for transitions @ $.model.phases[0]",
        ),
        (
            {
                "model": {
                    "key": "m",
                    "phases": ["first"],
                    "transitions": [{"source": "first", "target": "frist"}],
                }
            },
            (
                "transitions[0] has the unknown phase 'frist', did you mean 'first'? "
                "@ $.model.transitions[0].target"
            ),
        ),
        ({"persona": 5}, "persona must be a key or a mapping, not 5 @ $.persona"),
        ({"persona": ""}, "key must not be empty @ $.persona"),
        (
            {"persona": {"key": "p", "goals": "one"}},
            "goals must be a list, not 'one' @ $.persona.goals",
        ),
        (
            {"persona": {"key": "p", "goals": ["one", 2]}},
            "goals[1]: must be words or a mapping of language to words, not 2 @ $.persona.goals[1]",
        ),
        (
            {"persona": {"key": "p", "channels": [1]}},
            "channels[0] must be a string, not 1 @ $.persona.channels[0]",
        ),
        (
            {"persona": {"key": "p", "channel_shares": {"web-site": 2}}},
            (
                "channel_shares 'web-site' must be a number from 0 to 1, not 2 "
                "@ $.persona.channel_shares.web-site"
            ),
        ),
        (
            {"persona": {"key": "p", "traits": [{"low": "a", "high": "b"}]}},
            "the field 'value' is missing @ $.persona.traits[0]",
        ),
        (
            {"persona": {"key": "p", "traits": [{"low": "a", "high": "b", "value": "c"}]}},
            "value must be a number, not 'c' @ $.persona.traits[0].value",
        ),
        (
            {"persona": {"key": "p", "traits": [{"low": "a", "high": "b", "value": 7}]}},
            "value must be a number from 0 to 1, not 7 @ $.persona.traits[0].value",
        ),
        (
            {"persona": {"key": "p", "traits": [7]}},
            (
                "traits[0]: must be words or a mapping of language to words, not 7 "
                "@ $.persona.traits[0]"
            ),
        ),
        ({"touchpoints": "door"}, "touchpoints must be a list, not 'door' @ $.touchpoints"),
        (
            {"touchpoints": {"key": "door"}},
            "touchpoints must be a list, not {'key': 'door'} @ $.touchpoints",
        ),
        (
            {"touchpoints": ["door", 5]},
            "touchpoints[1] must be a key or a mapping, not 5 @ $.touchpoints[1]",
        ),
        ({"touchpoints": [{}]}, "the field 'key' is missing @ $.touchpoints[0]"),
        (
            {"touchpoints": [{"key": "a", "emotion": True}]},
            "emotion must be a number, not True @ $.touchpoints[0].emotion",
        ),
        (
            {"touchpoints": [{"key": "a", "emotion": "2"}]},
            "emotion must be a number, not '2' @ $.touchpoints[0].emotion",
        ),
        (
            {"touchpoints": [{"key": "a", "emotion": 3}]},
            "emotion must be a number from -2 to 2, not 3 @ $.touchpoints[0].emotion",
        ),
        (
            {"touchpoints": [{"key": "a", "emotoin": 3}]},
            "unknown field 'emotoin', did you mean 'emotion'? @ $.touchpoints[0]",
        ),
        (
            {"touchpoints": ["door", "desk", "door"]},
            "two touchpoints have the key 'door' @ $.touchpoints[2]",
        ),
        (
            {"model": "aida", "touchpoints": ["x", {"key": "door", "phase": "intrest"}]},
            (
                "touchpoint 'door' stands in the unknown phase 'intrest', did you mean 'interest'? "
                "@ $.touchpoints[1].phase"
            ),
        ),
        (
            {"model": "aida", "touchpoints": [{"key": 'it\'s "it"', "lane": "x"}]},
            "touchpoint 'it\\'s \"it\"' stands in the unknown lane 'x' @ $.touchpoints[0].lane",
        ),
        (
            {"touchpoints": [{"key": "a", "channel": "b"}]},
            "touchpoint 'a' has the unknown channel 'b' @ $.touchpoints[0].channel",
        ),
        (
            {"model": "aida", "touchpoints": ["door", "interest"]},
            "touchpoint 'interest' has the key of a phase; give it another @ $.touchpoints[1]",
        ),
        ({"transitions": [{"source": "a"}]}, "the field 'target' is missing @ $.transitions[0]"),
        (
            {"transitions": ["a"]},
            "transitions[0] must be a mapping, not 'a' @ $.transitions[0]",
        ),
        (
            {"transitions": [{"source": "DROP_OFF", "target": "a"}]},
            "source must not be DROP_OFF: nothing leaves an end @ $.transitions[0].source",
        ),
        (
            {"touchpoints": ["a"], "transitions": [{"source": "a", "target": "pay"}]},
            "transitions[0] has the unknown phase or touchpoint 'pay' @ $.transitions[0].target",
        ),
        (
            {"touchpoints": ["a"], "transitions": [{"source": "pay", "target": "pay"}]},
            "transitions[0] has the unknown phase or touchpoint 'pay' @ $.transitions[0].source",
        ),
        (
            {"touchpoints": ["a"], "transitions": [{"source": "a", "target": "a"}] * 2},
            (
                "two transitions lead from 'a' to 'a'; make them one, with the sum of their "
                "weights @ $.transitions[1]"
            ),
        ),
        (
            {
                "model": "aida",
                "touchpoints": ["a"],
                "transitions": [{"source": "a", "target": "desire"}],
            },
            (
                "transitions join phases ('desire') and touchpoints ('a'); "
                "they must join one or the other @ $.transitions"
            ),
        ),
        (
            {"transitions": [{"source": "a", "target": "b", "kind": "entry"}]},
            "an entry must come from START @ $.transitions[0]",
        ),
        (
            {"transitions": [{"source": "a", "target": "b", "kind": "nxt"}]},
            (
                "kind must be one of 'next', 'skip', 'back', 'repeat', 'entry', 'exit', "
                "not 'nxt', did you mean 'next'? @ $.transitions[0].kind"
            ),
        ),
        (
            {"transitions": [{"source": "START", "target": "b", "kind": "next"}]},
            "kind 'next' cannot stand at START, CONVERSION or DROP_OFF @ $.transitions[0].kind",
        ),
        (
            {"transitions": [{"source": "a", "target": "b", "weight": -1}]},
            "weight must be a finite number, zero or more, not -1 @ $.transitions[0].weight",
        ),
        (
            {"transitions": [{"source": "a", "target": "b", "count": 1.5}]},
            "count must be a whole number, not 1.5 @ $.transitions[0].count",
        ),
        *(
            (
                {"transitions": [{"source": "a", "target": "b", "median_wait": wait}]},
                (
                    "median_wait must be a duration such as 'P3D' or 'PT36H30M', "
                    f"not {wait!r} @ $.transitions[0].median_wait"
                ),
            )
            for wait in ("", "P", "PT", "P1DT", "P1Y", "P1M", "-P1D", "1 day", "PT1.5H", 60, "P١D")
        ),
        (
            {"transitions": [{"source": "a", "target": "b", "median_wait": "P1000000000D"}]},
            "median_wait is too long: 'P1000000000D' @ $.transitions[0].median_wait",
        ),
        ({"route": "a"}, "route must be a list, not 'a' @ $.route"),
        ({"route": [1]}, "route[0] must be a string, not 1 @ $.route[0]"),
        (
            {"touchpoints": ["door"], "route": ["door", "dor"]},
            "route[1] is the unknown touchpoint 'dor', did you mean 'door'? @ $.route[1]",
        ),
        (
            {"notes": [{"lane": "l", "phase": "p"}]},
            "the field 'text' is missing @ $.notes[0]",
        ),
        (
            {"notes": [{"lane": "l", "phase": "p", "text": ""}]},
            "notes[0] has no cell to stand in: the journey has no model @ $.notes[0]",
        ),
        (
            {"notes": [{"lane": "l", "phase": "p", "text": "", "scores": {"severity": 9}}]},
            (
                "score 'severity' must be a whole number from 1 to 5, not 9 "
                "@ $.notes[0].scores.severity"
            ),
        ),
        (
            {
                "model": {"key": "m", "phases": ["p"], "lanes": ["l"]},
                "notes": [{"lane": "l", "phase": "q", "text": ""}],
            },
            "notes[0] stands in the unknown phase 'q' @ $.notes[0].phase",
        ),
        (
            {
                "model": {"key": "m", "phases": ["p"], "lanes": ["l"]},
                "notes": [{"lane": "l", "phase": "p", "text": "", "touchpoint": "t"}],
            },
            "notes[0] is about the unknown touchpoint 't' @ $.notes[0].touchpoint",
        ),
        (
            {"goals": ["g", {"key": "h", "phase": "p"}]},
            "goal 'h' is about the unknown phase 'p': the journey has no model @ $.goals[1].phase",
        ),
        *(
            (
                {"goals": [{"key": "g", "due": due}]},
                f"due must be a day such as '2026-05-31', not {due!r} @ $.goals[0].due",
            )
            for due in ("", "2026", "20260531", "2026-02-30", "2026-05-31T00:00", 5, "٢٠٢٦-05-31")
        ),
        (
            {"goals": [{"key": "g", "start": "2026-02-01", "due": "2026-01-01"}]},
            (
                "due must not come before start, but 2026-01-01 does before 2026-02-01 "
                "@ $.goals[0].due"
            ),
        ),
        (
            {"channels": [{"key": "c", "realm": "on-line"}]},
            (
                "realm must be one of 'online', 'offline', 'hybrid', not 'on-line', "
                "did you mean 'online'? @ $.channels[0].realm"
            ),
        ),
        (
            {"touchpoints": ["the unknown lane 'x'", "the unknown lane 'x'"]},
            """two touchpoints have the key "the unknown lane 'x'" @ $.touchpoints[1]""",
        ),
        (
            {"touchpoints": [{"key": "the unknown lane 'x'", "phase": "p"}]},
            (
                """touchpoint "the unknown lane 'x'" stands in the unknown phase 'p': """
                "the journey has no model @ $.touchpoints[0].phase"
            ),
        ),
        ({"colour": "red"}, f"unknown field 'colour'; known are {JOURNEY_FIELDS} @ $"),
        (
            {"_touchpoint_by_key": {}},
            "unknown field '_touchpoint_by_key', did you mean 'touchpoints'? @ $",
        ),
    ],
)
def test_faults(fields: dict[str, Any], problem: str) -> None:
    """Each fault gets a sentence with the place of what is wrong."""
    assert problems({**HEADER, **fields}) == [problem]


def test_key_is_missing() -> None:
    """A document must say what refers to the journey."""
    assert problems({"journeykit": 1}) == ["the field 'key' is missing @ $"]


def test_deep_data() -> None:
    """Own data may be nested 32 deep."""
    data: dict[str, object] = {}
    for _ in range(33):
        data = {"a": data}
    (problem,) = problems({**HEADER, "data": data})
    assert problem == f"data{'.a' * 33} is nested more than 32 deep @ $.data"


def test_all_at_once() -> None:
    """All that is wrong is told at once, in the order of the fields."""
    document = {
        **HEADER,
        "lable": "x",
        "label": 5,
        "persona": {"key": "p", "quote": 1, "colour": "red"},
        "touchpoints": [{"key": "a", "emotion": 9, "phsae": "x"}, {"label": "b"}, 3],
        "transitions": [{"source": "a", "target": 5, "weight": "x"}],
    }
    assert problems(document) == [
        "label: must be words or a mapping of language to words, not 5 @ $.label",
        "quote: must be words or a mapping of language to words, not 1 @ $.persona.quote",
        (
            "unknown field 'colour'; known are 'key', 'label', 'description', 'data', 'segment', "
            "'quote', 'position', 'goals', 'needs', 'pains', 'questions', 'channels' and 4 more "
            "@ $.persona"
        ),
        "unknown field 'phsae', did you mean 'phase'? @ $.touchpoints[0]",
        "emotion must be a number from -2 to 2, not 9 @ $.touchpoints[0].emotion",
        "the field 'key' is missing @ $.touchpoints[1]",
        "touchpoints[2] must be a key or a mapping, not 3 @ $.touchpoints[2]",
        "target must be a string, not 5 @ $.transitions[0].target",
        "weight must be a number, not 'x' @ $.transitions[0].weight",
        "unknown field 'lable', did you mean 'label'? @ $",
    ]


def test_all_references_at_once() -> None:
    """Everything that leads nowhere is told at once."""
    document = {
        **HEADER,
        "model": {"key": "m", "phases": ["p"], "lanes": ["l"]},
        "touchpoints": [{"key": "a", "phase": "x", "lane": "y", "channel": "z"}, "b", "b"],
        "transitions": [{"source": "a", "target": "c"}, {"source": "d", "target": "e"}],
        "notes": [{"lane": "x", "phase": "y", "text": "", "touchpoint": "z"}],
    }
    assert problems(document) == [
        "two touchpoints have the key 'b' @ $.touchpoints[2]",
        "touchpoint 'a' stands in the unknown phase 'x' @ $.touchpoints[0].phase",
        "touchpoint 'a' stands in the unknown lane 'y' @ $.touchpoints[0].lane",
        "touchpoint 'a' has the unknown channel 'z' @ $.touchpoints[0].channel",
        "transitions[0] has the unknown phase or touchpoint 'c' @ $.transitions[0].target",
        "transitions[1] has the unknown phase or touchpoint 'd' @ $.transitions[1].source",
        "transitions[1] has the unknown phase or touchpoint 'e' @ $.transitions[1].target",
        "notes[0] stands in the unknown lane 'x' @ $.notes[0].lane",
        "notes[0] stands in the unknown phase 'y' @ $.notes[0].phase",
        "notes[0] is about the unknown touchpoint 'z' @ $.notes[0].touchpoint",
    ]


def test_many_problems() -> None:
    """All problems are kept, the first twenty are shown, and only they say what is known."""
    spots = [{"key": f"t{number}", "nr": number} for number in range(100)]
    with pytest.raises(FileError) as caught:
        loads(json.dumps({**HEADER, "touchpoints": spots}), "json")
    known = ["; known are 'key', 'label'" in problem for problem in caught.value.problems]
    assert known == [True] * 20 + [False] * 80
    assert str(caught.value).endswith("; … and 80 more")
    assert caught.value.problems[-1] == "unknown field 'nr' @ $.touchpoints[99]"


def test_many_problems_in_one_place() -> None:
    """The same holds for a single mapping that is all wrong."""
    fields = {f"nr{number}": number for number in range(100)}
    known = ["; known are 'key', 'label'" in problem for problem in problems({**HEADER, **fields})]
    assert known == [True] * 20 + [False] * 80


def test_days_of_toml() -> None:
    """TOML's own days are days; its times are not, and own data holds neither."""
    text = "journeykit = 1\nkey = 'j'\ngoals = [{ key = 'g', due = 2026-05-31T00:00:00 }]"
    assert problems(text, "toml") == [
        (
            "due must be a day such as '2026-05-31', not datetime.datetime(2026, 5, 31, 0, 0) "
            "@ $.goals[0].due"
        )
    ]
    assert problems("journeykit = 1\nkey = 2026-05-31", "toml") == [
        "key must be a string, not datetime.date(2026, 5, 31) @ $.key"
    ]
    assert problems("journeykit = 1\nkey = 'j'\ndata.day = 2026-05-31", "toml") == [
        (
            "data.day must be a string, a number, True, False, None, or a list or mapping of "
            "these, not datetime.date(2026, 5, 31) @ $.data"
        )
    ]


def test_faults_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has nothing to do with the document is not laid at its door."""

    def fail(_: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(presets, "get", fail)
    with pytest.raises(ZeroDivisionError):
        loads(json.dumps({**HEADER, "model": "aida"}), "json")


WRONG: tuple[object, ...] = (None, True, 7, 0.5, "", "x", [], ["x"], [None], {}, {"x": 1})


@given(data=st.data())
def test_anything_anywhere(data: st.DataObject) -> None:
    """Whatever stands in the place of a part of a document, it loads or it is told."""
    noun = data.draw(testing.journeys() | testing.models() | testing.personas())
    document = json.loads(dumps(noun, "json"))
    part = document
    while isinstance(part, (dict, list)) and part:
        steps = list(part) if isinstance(part, dict) else range(len(part))
        step = data.draw(st.sampled_from(steps))
        if data.draw(st.booleans()):
            part[step] = data.draw(st.sampled_from(WRONG))
            break
        part = part[step]
    try:
        again = loads(json.dumps(document), "json")
    except FileError:
        assert all(" @ $" in problem for problem in problems(document))
    else:
        assert loads(dumps(again, "json"), "json") == again


@pytest.mark.parametrize("kind", ["json", "yaml", "toml"])
@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (object, "must be a string, a number, True, False, None, or a list or mapping of these, "),
        (float("nan"), "a number must be finite, not nan @ $.data.x"),
        (float("-inf"), "a number must be finite, not -inf @ $.data.x"),
        (2**63, "a whole number must fit in 64 bits, not 9223372036854775808; "),
        (-(10**5000), "a whole number must fit in 64 bits, not -0x3"),
        ("\udfff", r"'\udfff' holds half a character (a lone surrogate) @ $.data.x"),
        ({"\udfff": 1}, r"the key '\udfff' must be a string without half characters @ $.data.x"),
        ({5: 1}, "the key 5 must be a string without half characters @ $.data.x"),
        ({5: object}, "the key 5 must be a string without half characters @ $.data.x"),
    ],
    ids=["object", "nan", "-inf", "large", "huge", "half", "half a key", "5", "5 and object"],
)
def test_changed_behind_our_backs(value: object, problem: str, kind: str) -> None:
    """Own data that was changed after it was checked is checked again when it is saved."""
    persona = Persona("p", data={"x": 1})
    persona.data["x"] = value
    with pytest.raises(FileError) as caught:
        dumps(persona, kind)
    assert caught.value.problems[0].startswith(problem)
    assert caught.value.problems[-1].startswith((problem, "must be"))


@pytest.mark.parametrize("kind", ["json", "yaml", "toml"])
def test_round_in_circles(kind: str) -> None:
    """Own data that holds itself is told, not followed for ever."""
    persona = Persona("p", data={"x": []})
    persona.data["x"].append(persona.data)
    with pytest.raises(FileError, match=r"^<text>: nested more than 64 deep @ \$\.data\.x\[0\]"):
        dumps(persona, kind)


@pytest.mark.parametrize("kind", ["json", "yaml", "toml"])
def test_large_weights(kind: str) -> None:
    """A weight that no reader would take back is not written."""
    move = Transition("a", "a", 2**63)
    visit = Journey("j", touchpoints=["a"], transitions=[move])
    with pytest.raises(FileError) as caught:
        dumps(visit, kind)
    assert caught.value.problems == (
        (
            "a whole number must fit in 64 bits, not 9223372036854775808; write it as a string "
            "@ $.transitions[0].weight"
        ),
    )
