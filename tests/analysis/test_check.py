"""Every check finds what it is for, is silent once that is mended, and can be switched off."""

import copy
import json
import pickle
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import journeykit as jk
from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    AnalysisError,
    Channel,
    DefinitionError,
    Goal,
    Journey,
    JourneyModel,
    Lane,
    Note,
    Persona,
    Phase,
    Text,
    Touchpoint,
    Transition,
    UnknownKeyError,
    presets,
)
from journeykit.analysis.check import RULES, Finding, Findings, Thresholds, check
from journeykit.presets import AIDA, RACI, SALON, SERVICE_BLUEPRINT
from journeykit.testing import journeys

GRID = JourneyModel(
    "grid",
    phases=["look", "buy"],
    lanes=[
        "actions",
        "customer_goal",
        Lane("pains", kind="pains"),
        Lane("ideas", kind="opportunities"),
        Lane("figures", kind="measures"),
        Lane("people", kind="owners"),
        Lane("meet", kind="touchpoints"),
        *RACI,
    ],
)
BACKBONE = JourneyModel(
    "backbone",
    phases=[
        Phase("look", stage="consideration"),
        "wait",
        Phase("buy", stage="purchase"),
        Phase("use", stage="service"),
    ],
)
ROAD = [Transition(START, "ad"), Transition("ad", "pay"), Transition("pay", CONVERSION)]
LEAKS = [
    Transition(START, "ad"),
    Transition("ad", DROP_OFF, 0.5),
    Transition("ad", "pay", 0.5),
    Transition("pay", DROP_OFF, 0.6, reason="No money left"),
    Transition("pay", CONVERSION, 0.4),
]


def grid(*notes: Note, **fields: object) -> Journey:
    """Return a journey with some notes."""
    return Journey("j", model=GRID, notes=notes, **fields)  # type: ignore[arg-type]


def spots(*touchpoints: Touchpoint | str, **fields: object) -> Journey:
    """Return a journey with some touchpoints."""
    return Journey("j", touchpoints=touchpoints, **fields)  # type: ignore[arg-type]


def lines(*order: str) -> Journey:
    """Return a blueprint with its lines in an order."""
    lanes = [Lane(f"row_{place}", line=words) for place, words in enumerate(order)]
    return Journey("j", model=JourneyModel("m", phases=["a"], lanes=lanes))


def duties(**names: str) -> Journey:
    """Return a journey with those who are responsible and accountable in both phases."""
    return grid(*(Note(lane, phase, name) for phase in ("look", "buy")
                  for lane, name in names.items()))  # fmt: skip


def goal(metric: str) -> Journey:
    """Return a journey with a goal."""
    return grid(goals=[Goal("g", metric=metric)])


def moves(*transitions: Transition, **fields: object) -> Journey:
    """Return a journey of an advert and a payment, with some transitions."""
    return spots("ad", "pay", transitions=transitions, **fields)


def stages(*transitions: Transition) -> Journey:
    """Return a journey through the backbone, with some transitions between its phases."""
    return Journey("j", model=BACKBONE, transitions=transitions)


def idea(**fields: object) -> Note:
    """Return an opportunity."""
    return Note("ideas", "look", "Show prices", **fields)  # type: ignore[arg-type]


LOW = Touchpoint("pay", phase="look", emotion=-1)
MOMENT = Touchpoint("pay", phase="look", moment_of_truth="fmot")
OWNED = Touchpoint("pay", phase="look", owner="Ann")

# The code; a journey in which the check finds something, and where: the kind and the key of each
# place; and the same journey mended, in which it finds nothing.
CASES: list[tuple[str, Journey, list[tuple[str, str]], Journey]] = [
    ("JK001", spots("ad"), [("journey", "j")], spots("ad", persona="ann")),
    (
        "JK002",
        grid(Note("actions", "look", "Searches")),
        [("phase", "buy")],
        grid(Note("actions", "look", "Searches"), Note("actions", "buy", "Pays")),
    ),
    ("JK002", grid(), [("journey", "j")], Journey("j", model=AIDA)),
    (
        "JK003",
        grid(Note("customer_goal", "look", "Know")),
        [("phase", "buy")],
        grid(Note("customer_goal", "look", "Know"), Note("customer_goal", "buy", "Have")),
    ),
    (
        "JK003",
        Journey("j", model=JourneyModel("m", phases=["a", Phase("b", customer_goal="Know")])),
        [("phase", "a")],
        Journey("j", model=AIDA),
    ),
    ("JK003", grid(), [("journey", "j")], Journey("j")),
    (
        "JK004",
        spots("ad", Touchpoint("site", channel="website")),
        [("touchpoint", "ad")],
        spots(Touchpoint("ad", channel="radio"), Touchpoint("site", channel="website")),
    ),
    ("JK004", spots("ad", "site"), [("journey", "j")], spots()),
    (
        "JK005",
        grid(touchpoints=[Touchpoint("ad", phase="look")]),
        [("phase", "buy")],
        grid(Note("meet", "buy", "Desk"), touchpoints=[Touchpoint("ad", phase="look")]),
    ),
    ("JK005", spots(), [("journey", "j")], spots("ad")),
    ("JK005", grid(), [("journey", "j")], grid(touchpoints=["ad"])),
    (
        "JK005",
        Journey("j", model=AIDA),
        [("journey", "j")],
        Journey("j", model=presets.DAY_IN_THE_LIFE),
    ),
    (
        "JK006",
        spots(Touchpoint("a", channel="email"), Touchpoint("b", channel="website")),
        [("journey", "j")],
        spots(Touchpoint("a", channel="email"), Touchpoint("b", channel="shop")),
    ),
    (
        "JK006",
        spots(Touchpoint("a", channel="shop"), Touchpoint("b", channel="radio")),
        [("journey", "j")],
        spots(Touchpoint("a", channel="shop"), Touchpoint("b", channel="contact_centre")),
    ),
    ("JK007", Journey("j", model=AIDA), [("journey", "j")], Journey("j", model=presets.AIDAS)),
    (
        "JK008",
        spots(*(Touchpoint(key, emotion=value) for key, value in (("a", 0), ("b", 1), ("c", 0)))),
        [("journey", "j")],
        spots(*(Touchpoint(key, emotion=value) for key, value in (("a", 0), ("b", 1), ("c", -1)))),
    ),
    (
        "JK008",
        spots(*(Touchpoint(key, emotion=1) for key in "abc")),
        [("journey", "j")],
        spots(*(Touchpoint(key, emotion=1) for key in "abc"), state="future"),
    ),
    (
        "JK008",
        spots(*(Touchpoint(key, emotion=0.1) for key in "abc")),
        [("journey", "j")],
        spots(*(Touchpoint(key, emotion=0) for key in "abc")),
    ),
    (
        "JK009",
        grid(idea(evidence="assumption"), touchpoints=["ad"]),
        [("journey", "j")],
        grid(idea(evidence="anecdotal"), touchpoints=["ad"]),
    ),
    ("JK009", spots("ad"), [("journey", "j")], spots("ad", state="future")),
    ("JK009", spots("ad"), [("journey", "j")], jk.fit_paths([jk.Path(["ad"])])),
    ("JK010", goal("Sales"), [("goal", "g")], grid(goals=SALON.goals[1:1])),
    (
        "JK011",
        duties(R="Ann", A="Ann, Bob"),
        [("phase", "look"), ("phase", "buy")],
        duties(R="Ann", A="Ann"),
    ),
    ("JK011", duties(A="Ann"), [("phase", "look"), ("phase", "buy")], duties(R="Bob", A="Ann")),
    (
        "JK011",
        grid(
            *(Note(lane, phase, "Ann") for lane in "RA" for phase in ("look", "buy")),
            Note("A", "look", "Bob, Cem", touchpoint="ad"),
            touchpoints=[Touchpoint("ad", phase="look")],
        ),
        [("touchpoint", "ad")],
        Journey("j", model=AIDA),
    ),
    (
        "JK012",
        grid(Note("pains", "look", "No prices"), Note("ideas", "buy", "Pay later")),
        [("phase", "look")],
        grid(Note("pains", "look", "No prices"), idea()),
    ),
    (
        "JK012",
        grid(Note("pains", "look", "No prices"), Note("ideas", "look", "")),
        [("phase", "look")],
        grid(Note("pains", "look", "")),
    ),
    (
        "JK013",
        grid(idea(), idea(data={"owner": "Ann"})),
        [("note", "Show prices")],
        grid(idea(data={"owner": "Ann"})),
    ),
    (
        "JK013",
        grid(idea(), idea()),
        [("journey", "j")],
        grid(idea(), Note("people", "look", "Ann")),
    ),
    (
        "JK013",
        grid(idea(touchpoint="ad"), touchpoints=["ad"]),
        [("note", "Show prices")],
        grid(idea(touchpoint="pay"), touchpoints=[OWNED]),
    ),
    (
        "JK013",
        grid(idea(), goals=[Goal("g", phase="buy", owner="Ann"), Goal("h", phase="look")]),
        [("note", "Show prices")],
        grid(idea(), goals=[Goal("g", phase="look", owner="Ann")]),
    ),
    (
        "JK013",
        grid(idea(), goals=[Goal("g", owner="Ann")]),
        [("note", "Show prices")],
        grid(
            idea(touchpoint="ad"), touchpoints=["ad"], goals=[Goal("g", touchpoint="ad", owner="A")]
        ),
    ),
    (
        "JK014",
        grid(
            touchpoints=[
                Touchpoint("ad", phase="look", data={"tone": "formal", "message": "Cheap"}),
                Touchpoint("site", phase="look", data={"tone": "witty", "message": " cheap"}),
                Touchpoint("desk", phase="look"),
                Touchpoint("pay", data={"tone": "loud"}),
            ]
        ),
        [("phase", "look")],
        grid(
            touchpoints=[
                Touchpoint("ad", phase="look", data={"tone": "formal"}),
                Touchpoint("site", phase="look", data={"tone": "Formal "}),
                Touchpoint("pay", phase="buy", data={"tone": "witty"}),
            ]
        ),
    ),
    (
        "JK015",
        moves(*LEAKS),
        [("transition", "ad → DROP_OFF")],
        moves(*(move.evolve(reason="Forgets") if move.source == "ad" else move for move in LEAKS)),
    ),
    (
        "JK015",
        jk.fit_paths([jk.Path(["a"], count=2), jk.Path(["a", "b"], count=3)]),
        [("transition", "b → DROP_OFF")],
        jk.fit_paths([jk.Path(["a"], converted=True)]),
    ),
    (
        # Where nobody comes in, counts tell which exit is the largest.
        "JK015",
        moves(Transition("ad", DROP_OFF, count=5), Transition("pay", DROP_OFF, count=50)),
        [("transition", "pay → DROP_OFF")],
        moves(Transition("ad", DROP_OFF, count=0), Transition("pay", CONVERSION, count=50)),
    ),
    (
        # Where nobody comes in, and nobody counted, the likeliest exit is the largest.
        "JK015",
        moves(*LEAKS[1:3], Transition("pay", DROP_OFF)),
        [("transition", "pay → DROP_OFF")],
        moves(Transition("ad", DROP_OFF), Transition("pay", DROP_OFF)),
    ),
    (
        "JK015",
        moves(Transition(START, "ad", 0), Transition(START, "pay", 1), *LEAKS[1:3], *LEAKS[4:]),
        [],
        moves(Transition("ad", DROP_OFF, 0)),
    ),
    (
        "JK016",
        spots(state="future"),
        [("journey", "j")],
        spots(state="future", data={"derived_from": "today"}),
    ),
    (
        "JK017",
        lines("Line of visibility", "Line of interaction"),
        [("lane", "row_1")],
        lines("Line of interaction", "A line of our own", "Line of visibility"),
    ),
    (
        "JK017",
        lines("Line of visibility", "Line of visibility"),
        [("lane", "row_1")],
        lines("Line of visibility"),
    ),
    (
        "JK017",
        lines("Interne interactielijn", "Zichtbaarheidslijn", "Interactielijn"),
        [("lane", "row_1"), ("lane", "row_2")],
        lines("Interactielijn", "Zichtlijn", "Interne interactielijn"),
    ),
    (
        "JK017",
        Journey("j", model=SERVICE_BLUEPRINT.evolve(lanes=SERVICE_BLUEPRINT.lanes[::-1])),
        [("lane", "onstage_actions"), ("lane", "customer_actions")],
        Journey("j", model=SERVICE_BLUEPRINT),
    ),
    ("JK018", goal("CES"), [("goal", "g")], goal("CES 2.0")),
    ("JK018", goal("Klantinspanningsscore 1.8"), [("goal", "g")], goal("CES, versie 1")),
    (
        "JK018",
        grid(Note("figures", "look", "CES 5.8")),
        [("note", "CES 5.8")],
        grid(Note("figures", "look", {"nl": "CES (1–7) 5,8"}), Note("ideas", "look", "Ask CES")),
    ),
    (
        "JK019",
        Journey("j", model=JourneyModel("m", phases=[f"p{number}" for number in range(11)])),
        [("journey", "j")],
        Journey("j", model=JourneyModel("m", phases=[f"p{number}" for number in range(10)])),
    ),
    (
        "JK019",
        spots(*(f"t{number}" for number in range(31))),
        [("journey", "j")],
        spots(*(f"t{number}" for number in range(30))),
    ),
    (
        "JK020",
        stages(Transition("look", "use"), Transition("buy", "use")),
        [("journey", "j")],
        stages(Transition("look", "wait"), Transition("wait", "buy")),
    ),
    (
        "JK020",
        stages(Transition("look", "use"), Transition("use", "buy")),
        [("journey", "j")],
        stages(Transition("buy", "use")).evolve(
            model=BACKBONE.evolve(
                phases=[Phase("buy", stage="purchase", also="consideration"), "use"],
                transitions=None,
            )
        ),
    ),
    (
        "JK020",
        Journey(
            "j",
            model=BACKBONE,
            touchpoints=[Touchpoint("ad", phase="look"), Touchpoint("pay", phase="buy"), "x"],
            transitions=[Transition("pay", "ad"), Transition("ad", "pay", 0)],
        ),
        [("journey", "j")],
        Journey(
            "j",
            model=BACKBONE,
            touchpoints=[Touchpoint("ad", phase="look"), Touchpoint("pay", phase="buy"), "x"],
            transitions=[Transition("ad", "x"), Transition("x", "pay")],
        ),
    ),
    (
        "JK021",
        moves(Transition(START, "ad"), Transition("pay", CONVERSION)),
        [("touchpoint", "pay")],
        moves(*ROAD),
    ),
    (
        "JK021",
        moves(Transition(START, "ad", 0), Transition("ad", "pay", 1)),
        [("journey", "j")],
        moves(Transition("ad", "pay")),
    ),
    (
        "JK021",
        stages(*jk.sequence("look", "wait", "buy")),
        [("phase", "use")],
        Journey("j", model=BACKBONE.evolve(transitions=[])),
    ),
    (
        "JK021",
        spots("a", transitions=[Transition(START, CONVERSION)]),
        [("touchpoint", "a")],
        spots(transitions=[Transition(START, CONVERSION)]),
    ),
    ("JK022", moves(*ROAD[:1], *ROAD[2:]), [("touchpoint", "ad")], moves(*ROAD)),
    ("JK022", moves(*ROAD[:2]), [("journey", "j")], moves(ROAD[1])),
    (
        "JK023",
        grid(touchpoints=[LOW]),
        [("touchpoint", "pay")],
        grid(
            touchpoints=[LOW, LOW.evolve(key="fine", emotion=-0.9)],
            goals=[Goal("g", touchpoint="pay")],
        ),
    ),
    (
        "JK023",
        grid(idea(touchpoint="ad"), Note("ideas", "buy", "?"), touchpoints=["ad", LOW]),
        [("touchpoint", "pay")],
        grid(idea(), touchpoints=[LOW]),
    ),
    (
        "JK023",
        grid(touchpoints=[LOW.evolve(phase=None)], goals=[Goal("g")]),
        [("touchpoint", "pay")],
        grid(touchpoints=[LOW], goals=[Goal("g", phase="look")]),
    ),
    (
        "JK024",
        grid(touchpoints=[MOMENT, "ad"], goals=[Goal("g", touchpoint="pay")]),
        [("touchpoint", "pay")],
        grid(touchpoints=[MOMENT], goals=[Goal("g", touchpoint="pay", metric="Sales")]),
    ),
    (
        "JK024",
        grid(Note("figures", "buy", "Sales"), touchpoints=[MOMENT]),
        [("touchpoint", "pay")],
        grid(Note("figures", "buy", "Sales", touchpoint="pay"), touchpoints=[MOMENT]),
    ),
    (
        "JK025",
        grid(touchpoints=[Touchpoint(key, phase="look", channel="email") for key in "ab"]),
        [("phase", "look")],
        grid(
            touchpoints=[
                Touchpoint(key, phase=phase, channel="email")
                for key, phase in zip("abcd", ("look", "buy", None, None), strict=True)
            ]
        ),
    ),
    (
        "JK026",
        spots(
            Touchpoint("ad", channel="radio"),
            persona=Persona("ann", channels=["email"], channel_shares={"email": 0.5, "app": 0.2}),
        ),
        [("persona", "ann"), ("persona", "ann")],
        spots(Touchpoint("ad", channel="radio"), persona=Persona("ann", channels=["radio"])),
    ),
    (
        "JK026",
        spots(Touchpoint("ad", channel="radio"), persona=Persona("ann", channels=["email"])),
        [("persona", "ann")],
        spots("ad", persona=Persona("ann", channels=["email"])),
    ),
    (
        "JK027",
        grid(touchpoints=["ad", Touchpoint("pay", phase="buy")]),
        [("touchpoint", "ad")],
        grid(touchpoints=[Touchpoint("ad", phase="look")]),
    ),
    ("JK027", grid(touchpoints=["ad", "pay"]), [("journey", "j")], grid()),
    ("JK027", spots("ad"), [("journey", "j")], spots()),
    (
        "JK028",
        moves(*ROAD, route=["ad", "pay", "ad", "pay", "ad"]),
        [("transition", "pay → ad")],
        moves(*ROAD, Transition("pay", "ad"), route=["ad", "pay", "ad", "pay", "ad"]),
    ),
    (
        "JK028",
        moves(Transition("ad", "pay", 0), Transition("ad", CONVERSION, 1), route=["pay", "ad"]),
        [("transition", "pay → ad")],
        spots(
            "ad",
            "pay",
            model=AIDA,
            transitions=jk.sequence("interest", "desire"),
            route=["pay", "ad"],
        ),
    ),
    (
        "JK029",
        spots("ad", channels=["kiosk"]),
        [("channel", "kiosk")],
        spots("ad", channels=[Channel("kiosk")], persona=Persona("ann", channels=["kiosk"])),
    ),
    (
        "JK029",
        spots(channels=["kiosk", "stand"], persona="ann"),
        [("channel", "kiosk"), ("channel", "stand")],
        spots(Touchpoint("ad", channel="kiosk"), channels=["kiosk"]),
    ),
    (
        "JK030",
        spots(Touchpoint("a", "Site"), Touchpoint("b", {"en": "Page", "nl": "site"})),
        [("touchpoint", "b")],
        grid(touchpoints=[Touchpoint("a", "Site", phase="look"), Touchpoint("b", "Site")]),
    ),
]


def places(found: Findings, code: str) -> list[tuple[str, str]]:
    """Return where a check has found something."""
    return [(finding.what, finding.key) for finding in found.of(code)]


@pytest.mark.parametrize(("code", "bad", "where", "good"), CASES)
def test_finds_and_is_silent(
    code: str, bad: Journey, where: list[tuple[str, str]], good: Journey
) -> None:
    """A check finds what is the matter, at its place, and nothing once that is mended."""
    assert places(check(bad), code) == where
    assert places(check(good), code) == []


def test_every_rule_has_its_case() -> None:
    """No rule goes untested, and their codes count from 1 without a hole."""
    assert {code for code, _, where, _ in CASES if where} == {*RULES}
    assert [*RULES] == [f"JK{number:03}" for number in range(1, len(RULES) + 1)]


@pytest.mark.parametrize("rule", RULES.values(), ids=[*RULES])
def test_words(rule: object) -> None:
    """Each rule has a title and a hint in both languages, which fit their places."""
    for text in (rule.title, rule.hint):  # type: ignore[attr-defined]
        assert {*text} == {"en", "nl"}
        assert all(words == words.strip() and not words.endswith(".") for words in text.values())


@pytest.mark.parametrize("code", RULES)
def test_told(code: str) -> None:
    """What is found is told in one line, in English and Dutch, with what to do about it."""
    bad = next(bad for each, bad, where, _ in CASES if each == code and where)
    finding = check(bad, select=code)[0]
    assert (finding.severity, finding.hint) == (RULES[code].severity, RULES[code].hint)
    assert {*finding.message} == {"en", "nl"}
    assert finding.message["en"] != finding.message["nl"]
    for lang in ("en", "nl"):
        assert finding.told(lang).startswith(f"{code} ")
        assert finding.told(lang).endswith(f" ({rule_hint(code, lang)})")
        assert "\n" not in finding.told(lang)


def rule_hint(code: str, lang: str) -> str:
    """Return what a rule says to do."""
    return RULES[code].hint.pick(lang)


@given(journeys())
def test_any_journey(journey: Journey) -> None:
    """Any journey can be checked; what is found is plain data, in order, and about its parts."""
    found = check(journey)
    assert found == check(copy.deepcopy(journey))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own
    severities = ["error", "warning", "info"]
    order = [(severities.index(finding.severity), finding.code) for finding in found]
    assert order == sorted(order)
    data = json.loads(json.dumps(found.to_dict()))
    assert len(data["findings"]) == len(found) == len(found.to_rows("nl"))
    assert len(found.told().splitlines()) == max(1, len(found))
    known: dict[str, set[str | None]] = {
        "journey": {journey.key},
        "touchpoint": {spot.key for spot in journey.touchpoints},
        "goal": {each.key for each in journey.goals},
        "channel": {channel.key for channel in journey.channels},
        "note": {str(note.text) for note in journey.notes_in()},
        "persona": {journey.persona.key if journey.persona else None},
        "transition": {
            f"{source} → {target}"
            for source, target in (
                *(move.ends for move in journey.transitions),
                *zip(journey.route, journey.route[1:], strict=False),
            )
        },
    }
    if journey.model is not None:
        known["phase"] = {phase.key for phase in journey.model.phases}
        known["lane"] = {lane.key for lane in journey.model.lanes}
    assert all(finding.key in known[finding.what] for finding in found)


@given(journeys(), st.sets(st.sampled_from([*RULES])))
def test_switches(journey: Journey, codes: set[str]) -> None:
    """What is ignored goes and nothing else does; what is selected stays and nothing else."""
    everything = check(journey)
    assert [*check(journey, ignore=codes)] == [one for one in everything if one.code not in codes]
    assert [*check(journey, select=codes)] == [one for one in everything if one.code in codes]
    assert not check(journey, select=codes, ignore=codes)


def renamed(journey: Journey) -> Journey:
    """Return a journey whose touchpoints have other keys and labels, wherever they are named."""
    keys = {spot.key: f"{spot.key}*" for spot in journey.touchpoints}

    def move(one: Transition) -> Transition:
        source, target = (keys.get(end, end) for end in one.ends)
        return one.evolve(source=source, target=target)

    return Journey(
        journey.key,
        model=journey.model,
        persona=journey.persona,
        state=journey.state,
        touchpoints=[
            spot.evolve(key=keys[spot.key], label=f"{number}")
            for number, spot in enumerate(journey.touchpoints)
        ],
        transitions=[move(one) for one in journey.transitions],
        route=[keys[key] for key in journey.route],
        notes=[note.evolve(touchpoint=keys.get(note.touchpoint or "")) for note in journey.notes],
        goals=[one.evolve(touchpoint=keys.get(one.touchpoint or "")) for one in journey.goals],
        channels=journey.channels,
        data=journey.data,
    )


@given(journeys())
def test_names_do_not_matter(journey: Journey) -> None:
    """What touchpoints are called changes nothing, but whether two are called the same."""
    one = check(journey, ignore="JK030")
    other = check(renamed(journey))

    def plain(found: Findings) -> Counter[tuple[str, str, str]]:
        return Counter(
            (finding.code, finding.what, "".join(finding.key.split("*"))) for finding in found
        )

    assert plain(other) == Counter(
        (finding.code, finding.what, "".join(finding.key.split("*"))) for finding in one
    )


def test_example_is_exemplary() -> None:
    """The journey that comes with the library leaves nothing open."""
    assert str(check(SALON)) == "curly_hair_salon: no findings"
    assert check(SALON).told("nl", name="salon.toml") == "salon.toml: geen bevindingen"


@pytest.mark.parametrize("name", presets.names())
def test_no_false_alarms(name: str) -> None:
    """A journey that fills in a ready-made model hears of what it did not fill in, no more."""
    model = presets.get(name)
    channels = ["website", "shop"] * len(model.phases)
    journey = Journey(
        "mine",
        model=model,
        persona="ann",
        touchpoints=[
            Touchpoint(f"at_{phase.key}", phase=phase.key, channel=channel, evidence="qualitative")
            for phase, channel in zip(model.phases, channels, strict=False)
        ],
    )
    purchase_is_last = {
        "aida",
        "aidma",
        "dagmar",
        "hierarchy_of_effects",
        "buyers_journey",
        "gartner_buying_jobs",
    }
    unfilled = {phase.customer_goal for phase in model.phases} == {Text()}
    acting = any("actions" in lane.key for lane in model.lanes)
    expected = {"JK007"} if name in purchase_is_last else set()
    expected |= {"JK003"} if unfilled else set()
    expected |= {"JK002"} if acting else set()
    found = {finding.code for finding in check(journey)}
    assert found == expected


def test_order_and_output() -> None:
    """The worst comes first, and a linter's lines come out."""
    journey = moves(*ROAD[:1], *ROAD[2:])
    assert [finding.code for finding in check(journey)] == [
        *("JK021", "JK022", "JK001", "JK004", "JK009", "JK027"),
    ]
    assert check(journey).counts == {"error": 2, "warning": 4}
    assert check(journey, select=["JK021", "JK022"]).told(name="j.toml").splitlines() == [
        (
            "j.toml: JK021 error touchpoint 'pay': cannot be reached "
            "(lead a transition there, with a weight above 0)"
        ),
        (
            "j.toml: JK022 error touchpoint 'ad': leads to no end "
            "(lead a transition on, to CONVERSION or to DROP_OFF, with a weight above 0)"
        ),
    ]
    assert (
        check(journey, select="JK021")
        .told("nl")
        .startswith("j: JK021 fout contactmoment 'pay': kan niet worden bereikt")
    )


def test_rows() -> None:
    """Rows have words in one language, the whole has them in all."""
    found = check(spots("ad"), select="JK001")
    (row,) = found.to_rows("nl")
    assert row == {
        "code": "JK001",
        "severity": "warning",
        "what": "journey",
        "key": "j",
        "message": "heeft geen persona",
        "hint": RULES["JK001"].hint["nl"],
    }
    assert found.to_dict() == {
        "journey": "j",
        "findings": [row | {"message": dict(found[0].message), "hint": dict(found[0].hint)}],
    }


@pytest.mark.parametrize(
    ("journey", "thresholds", "code"),
    [
        (spots(*"abc"), Thresholds(most_touchpoints=2), "JK019"),
        (Journey("j", model=AIDA), Thresholds(most_phases=3), "JK019"),
        (spots(Touchpoint("a", emotion=-0.5)), Thresholds(low_emotion=-0.5), "JK023"),
        (spots(Touchpoint("a", emotion=1)), Thresholds(least_emotions=1), "JK008"),
        (
            spots(Touchpoint("a", evidence="quantitative"), "b", "c"),
            Thresholds(least_researched=0.5),
            "JK009",
        ),
    ],
)
def test_thresholds(journey: Journey, thresholds: Thresholds, code: str) -> None:
    """Each threshold can be set, and finds what the usual one does not."""
    assert not check(journey).of(code)
    assert check(journey, thresholds=thresholds).of(code)


def test_enough_research() -> None:
    """A share of researched entries that is reached exactly is enough."""
    journey = spots(Touchpoint("a", evidence="quantitative"), "b")
    assert not check(journey, thresholds=Thresholds(least_researched=0.5)).of("JK009")


def test_wrong_thresholds() -> None:
    """Thresholds that cannot be are refused, all at once."""
    with pytest.raises(DefinitionError) as caught:
        Thresholds(most_phases=-1, low_emotion=3, least_researched=2, least_emotions=None)  # type: ignore[arg-type]
    assert len(caught.value.problems) == 4


def no_price(journey: Journey) -> Iterator[Finding]:
    """Find touchpoints without a price."""
    for spot in journey.touchpoints:
        if "price" not in spot.data:
            yield Finding("SHOP1", "info", "has no price", what="touchpoint", key=spot.key)


def test_own_check() -> None:
    """A check of one's own stands beside the others, and can be switched off like them."""
    journey = spots("ad", Touchpoint("pay", data={"price": 3}))
    (finding,) = check(journey, extra=[no_price]).of("SHOP1")
    assert str(finding) == "SHOP1 info touchpoint 'ad': has no price"
    assert [*check(journey, extra=[no_price], select=["SHOP1"])] == [finding]
    assert check(journey, extra=[no_price], ignore=["SHOP1"]) == check(journey)


@pytest.mark.parametrize(("given", "shown"), [(None, "None"), ([3], "3"), ([SALON.key], "curly")])
def test_own_check_gone_wrong(given: object, shown: str) -> None:
    """A check of one's own that gives something else is named."""

    def mine(_: Journey) -> object:
        return given

    with pytest.raises(AnalysisError, match=rf"the check 'mine' must .*, not .*{shown}"):
        check(SALON, extra=[mine])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"select": ["JK0044"]}, "unknown code 'JK0044' in check, did you mean 'JK004'"),
        ({"ignore": "jk001"}, "unknown code 'jk001' in check"),
        ({"ignore": ["SHOP1"]}, "unknown code 'SHOP1' in check"),
        ({"ignore": ["JK999"], "extra": [no_price]}, "unknown code 'JK999'"),
        ({"select": [1]}, "unknown code 1"),
        ({"select": [1], "extra": [no_price]}, "unknown code 1"),
        ({"select": [["JK001"]]}, r"unknown code \['JK001'\] in check"),
    ],
)
def test_unknown_codes(given: dict[str, object], message: str) -> None:
    """A code that is not there is refused, with the nearest that is."""
    with pytest.raises(UnknownKeyError, match=message):
        check(SALON, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("subject", "message"),
    [
        (AIDA, "journey model 'aida' is no journey; testing.check_model checks models"),
        ("salon.toml", "journey must be a Journey, not 'salon.toml'"),
    ],
)
def test_something_else(subject: object, message: str) -> None:
    """Only a journey can be checked."""
    with pytest.raises(AnalysisError, match=message):
        check(subject)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"select": 4}, "select must be a code or a list of codes, not 4"),
        ({"ignore": None}, "ignore must be a code or a list of codes, not None"),
        ({"thresholds": None}, "thresholds must be Thresholds, not None"),
        ({"extra": no_price}, "extra must be a list of functions, not <function no_price"),
        ({"extra": ["no_price"]}, "extra[0] must be a function of a journey, not 'no_price'"),
    ],
)
def test_wrong_arguments(given: dict[str, object], message: str) -> None:
    """Arguments of another kind are refused in one line."""
    with pytest.raises(AnalysisError, match=re.escape(message)):
        check(SALON, **given)  # type: ignore[arg-type]


def test_wrong_finding() -> None:
    """A finding that cannot be told is refused, with all that is wrong."""
    with pytest.raises(DefinitionError) as caught:
        Finding("", "warn", 3, what="touchpont", key=None, hint=[1])  # type: ignore[arg-type]
    assert len(caught.value.problems) == 6
    assert "did you mean 'warning'" in str(caught.value)


def test_front_door() -> None:
    """The check is at the front door."""
    assert jk.check is check


def test_reference() -> None:
    """The reference lists every rule, with its words."""
    page = Path(__file__).parents[2] / "docs" / "reference" / "checks.md"
    listed = [line for line in page.read_text("utf-8").splitlines() if line.startswith("| `JK")]
    assert listed == [
        f"| `{rule.code}` | {rule.severity} | {rule.title} | {rule.hint} |"
        for rule in RULES.values()
    ]
