"""The testing kit: what it makes is valid, varied and small, and what it checks is found."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import Phase as HypothesisPhase
from hypothesis import find, given, seed, settings
from hypothesis import strategies as st

import journeykit as jk
from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    DefinitionError,
    Journey,
    JourneyModel,
    Lane,
    MissingDependencyError,
    Phase,
    Text,
    Transition,
    UnknownKeyError,
    presets,
    sequence,
    testing,
)
from journeykit.journey import steps_of, transitions_of
from journeykit.testing._invalid import RECIPES

NOUNS = {
    jk.Channel: testing.channels,
    jk.Goal: testing.goals,
    jk.Journey: testing.journeys,
    jk.JourneyModel: testing.models,
    jk.Lane: testing.lanes,
    jk.Note: testing.notes,
    jk.Origin: testing.origins,
    jk.Path: testing.walks,
    jk.Paths: testing.paths,
    jk.Persona: testing.personas,
    jk.Phase: testing.phases,
    jk.Text: testing.texts,
    jk.Touchpoint: testing.touchpoints,
    jk.Trait: testing.traits,
    jk.Transition: testing.transitions,
}
CLINIC = JourneyModel(
    "clinic",
    {"en": "Clinic visit", "nl": "Polibezoek"},
    phases=["referral", "visit", "aftercare"],
    lanes=[Lane("patient", line={"en": "Line of visibility", "nl": "Zichtlijn"}), "staff"],
    transitions=[
        *sequence("referral", "visit", "aftercare"),
        Transition("aftercare", "visit", kind="repeat"),
    ],
)
SMALL = settings(max_examples=30)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
@SMALL
@given(data=st.data())
def test_types_are_enough(noun: type, data: st.DataObject) -> None:
    """Hypothesis makes each noun by its type, with nothing of ours imported for it."""
    assert type(data.draw(st.from_type(noun))) is noun


def test_other_types_are_left_alone() -> None:
    """A text is a mapping, but who asks for mappings does not get texts."""
    from journeykit.testing._hypothesis import _strategy

    assert _strategy(Mapping) is NotImplemented


# --- what can be asked for --------------------------------------------------------------


@given(key=testing.keys(), plain=testing.keys(plain=True))
def test_keys(key: str, plain: str) -> None:
    """Keys are keys; plain ones are printable ASCII."""
    assert Phase(key).key == key
    assert key not in (START, CONVERSION, DROP_OFF)
    assert plain.isascii()
    assert plain.isprintable()


@pytest.mark.parametrize(
    "strategy",
    [
        testing.journeys(),
        testing.touchpoints(key="site"),
        testing.texts(languages=["nl"]),
        testing.paths(),
        testing.invalid_definitions(),
    ],
)
def test_letters_are_gathered_with_the_first_example(
    strategy: st.SearchStrategy[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What takes seconds in a new folder happens where Hypothesis does not call the test slow."""
    gathered: list[bool] = []

    def letters() -> st.SearchStrategy[str]:
        gathered.append(True)
        return st.text()

    monkeypatch.setattr("journeykit.testing._words._LETTERS", st.deferred(letters))

    @settings(max_examples=1, database=None, phases=[HypothesisPhase.generate])
    @given(strategy)
    def look(_example: object) -> None:
        assert gathered

    look()


def never_seen(
    features: Mapping[str, Callable[[Any], Any]], strategy: st.SearchStrategy[Any]
) -> set[str]:
    """Return which features thousands of examples lack, or far fewer where all turn up soon."""
    missing = set(features)

    @settings(max_examples=300, database=None, phases=[HypothesisPhase.generate])
    @given(example=strategy)
    def look(example: Any) -> None:  # noqa: ANN401
        missing.difference_update([name for name in missing if features[name](example)])

    # What is tried depends on the modules that are there, even where it is not random: one round
    # may lack what is rare.
    for number in range(20):
        if missing:
            seed(number)(look)()
    return missing


NASTY: dict[str, Callable[[str], bool]] = {
    "a soft hyphen": lambda words: "\u00ad" in words,
    "a line break": lambda words: "\n" in words,
    "a control character": lambda words: "\x00" in words,
    "a bracket": lambda words: "<" in words,
    "a backslash": lambda words: "\\" in words,
    "a quote": lambda words: '"' in words,
    "an emoji": lambda words: any(ord(character) > 0xFFFF for character in words),
    "words from right to left": lambda words: "ש" in words,
    "a long compound": lambda words: len(words) > 40 and " " not in words,
}


@pytest.mark.parametrize("strategy", [testing.texts().map(str), testing.keys()])
def test_words_are_nasty(strategy: st.SearchStrategy[str]) -> None:
    """What breaks pictures and files turns up among texts, and keys."""
    assert never_seen(NASTY, strategy) == set()


@given(text=testing.texts(languages=["en", "nl"]))
def test_texts_in_given_languages(text: Text) -> None:
    """Each text has words in all languages that were asked for."""
    assert set(text) == {"en", "nl"}
    assert all(text.values())


@SMALL
@given(data=st.data())
def test_fields_can_be_fixed(data: st.DataObject) -> None:
    """A field may be given as a value or as a strategy."""
    spot = data.draw(testing.touchpoints(key="desk", emotion=st.floats(-2, 0)))
    assert spot.key == "desk"
    assert spot.emotion is not None
    assert spot.emotion <= 0
    assert data.draw(testing.personas(label="Anna", goals=())).label == Text("Anna")
    assert data.draw(testing.notes(phase="visit")).phase == "visit"
    assert data.draw(testing.origins(year=1898)).year == 1898
    assert data.draw(testing.traits(value=1)).value == 1
    assert data.draw(testing.models(cyclic=True)).cyclic
    journey = data.draw(testing.journeys(persona=None, state="future"))
    assert (journey.persona, journey.state) == (None, "future")


@pytest.mark.parametrize("make", [testing.touchpoints, testing.models, testing.journeys])
def test_unknown_fields_are_told(make: Callable[..., Any]) -> None:
    """A slip of the pen is told at once, not when the test runs."""
    with pytest.raises(UnknownKeyError, match=r"unknown field 'lable' in \w+\(\), did you mean"):
        make(lable="word")


@given(move=st.sampled_from(["next", "back"]).flatmap(lambda kind: testing.transitions(kind=kind)))
def test_ends_suit_a_given_kind(move: Transition) -> None:
    """Steps join phases or touchpoints."""
    assert move.source != START
    assert move.target not in (CONVERSION, DROP_OFF)


@SMALL
@given(data=st.data())
def test_ends_suit_entries_and_exits(data: st.DataObject) -> None:
    """Entries come from the start, exits lead to an end; given ends stay."""
    assert data.draw(testing.transitions(kind="entry")).source == START
    assert data.draw(testing.transitions(kind="exit")).target in (CONVERSION, DROP_OFF)
    assert data.draw(testing.transitions(kind="exit", target=DROP_OFF)).target == DROP_OFF
    assert data.draw(testing.transitions(kind="next", source="a", target="b")).ends == ("a", "b")
    assert data.draw(testing.transitions(kind=None)).kind is None


@SMALL
@given(data=st.data())
def test_goals_keep_given_days(data: st.DataObject) -> None:
    """The day that is not given gives way to the one that is."""
    day = data.draw(st.dates())
    other = data.draw(st.dates(min_value=day))
    assert data.draw(testing.goals(start=day)).start == day
    assert data.draw(testing.goals(due=day)).due == day
    assert data.draw(testing.goals(start=day, due=other)).due == other
    with pytest.raises(DefinitionError):
        data.draw(testing.goals(start=day, due=day.min if day > day.min else None, unit=7))


@SMALL
@given(data=st.data())
def test_sizes(data: st.DataObject) -> None:
    """Phases, lanes and touchpoints are as many as was asked for."""
    model = data.draw(testing.models(min_phases=2, max_phases=3, max_lanes=0))
    assert 2 <= len(model.phases) <= 3
    assert (model.lanes, model.notes) == ((), ())
    assert 1 <= len(data.draw(testing.models(min_phases=0)).phases) <= 5
    assert 7 <= len(data.draw(testing.journeys(min_touchpoints=7)).touchpoints) <= 12
    assert data.draw(testing.journeys(max_touchpoints=0)).touchpoints == ()


@SMALL
@given(data=st.data())
def test_models_of_journeys(data: st.DataObject) -> None:
    """A model may be given, drawn, or left out."""
    assert data.draw(testing.journeys(model=CLINIC)).model is CLINIC
    assert data.draw(testing.journeys(model=None)).model is None
    drawn = data.draw(testing.journeys(model=st.sampled_from([CLINIC, presets.AIDA])))
    assert drawn.model in (CLINIC, presets.AIDA)


@SMALL
@given(data=st.data())
def test_what_transitions_join(data: st.DataObject) -> None:
    """Transitions join touchpoints or phases, as was asked for."""
    by_phase = data.draw(testing.journeys(between="phases", weighted=True))
    assert by_phase.model is not None
    for move in by_phase.transitions:
        assert all(by_phase.model.has_phase(end) for end in {*move.ends} - {*jk_ends()})
        assert move.weight is not None
    by_spot = data.draw(testing.journeys(between="touchpoints", weighted=False))
    for move in by_spot.transitions:
        assert all(by_spot.has_touchpoint(end) for end in {*move.ends} - {*jk_ends()})
        assert move.weight is None


def jk_ends() -> tuple[str, str, str]:
    """Return the reserved ends."""
    return (START, CONVERSION, DROP_OFF)


def test_phases_need_a_model() -> None:
    """Transitions cannot join phases that are not there."""
    with pytest.raises(DefinitionError, match="transitions between phases need a model"):
        testing.journeys(model=None, between="phases")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"model": "aida"}, "model must be a JourneyModel or a strategy for it, not 'aida'"),
        ({"between": "phase"}, "between must be one of .*, not 'phase', did you mean 'phases'"),
    ],
)
def test_arguments_of_journeys(arguments: dict[str, Any], problem: str) -> None:
    """What cannot be used is told when the strategy is made, not when it is drawn from."""
    with pytest.raises(DefinitionError, match=problem):
        testing.journeys(**arguments)


def reached(start: set[str], ways: list[tuple[str, str]]) -> set[str]:
    """Return what can be reached from somewhere."""
    seen = set(start)
    while more := {target for source, target in ways if source in seen} - seen:
        seen |= more
    return seen


@given(
    subject=testing.journeys(walkable=True)
    | testing.journeys(walkable=True, between="phases")
    | testing.models(walkable=True)
)
def test_walkable(subject: Journey | JourneyModel) -> None:
    """Each step can be reached from the start and can reach an end, with weights or without."""
    moves = transitions_of(subject)
    steps = {step.key for step in steps_of(subject)}
    assert steps
    assert steps <= reached({START}, [move.ends for move in moves])
    back = [(move.target, move.source) for move in moves]
    assert steps | {START} <= reached({CONVERSION, DROP_OFF}, back)
    weights = {move.weight for move in moves}
    assert weights == {None} or all(0.1 <= (weight or 0) <= 10 for weight in weights)


VARIETY: dict[str, Callable[[Journey], Any]] = {
    "no model": lambda journey: journey.model is None,
    "no touchpoints": lambda journey: not journey.touchpoints,
    "notes, goals and channels": lambda journey: (
        journey.notes and journey.goals and journey.channels
    ),
    "a weight of zero": lambda journey: 0 in {move.weight for move in journey.transitions},
    "a huge weight": lambda journey: any((move.weight or 0) > 1e50 for move in journey.transitions),
    "a skip": lambda journey: any(move.kind == "skip" for move in journey.transitions),
    "a route that comes back": lambda journey: len(set(journey.route)) < len(journey.route),
    "an own channel in use": lambda journey: (
        {channel.key for channel in journey.channels}
        & {spot.channel for spot in journey.touchpoints}
    ),
    "a persona": lambda journey: journey.persona,
    "a cyclic model": lambda journey: journey.model and journey.model.cyclic,
    "a note about a touchpoint": lambda journey: any(note.touchpoint for note in journey.notes),
    "a line break in a key": lambda journey: any("\n" in spot.key for spot in journey.touchpoints),
}


def test_journeys_are_varied() -> None:
    """Whatever may be in a journey turns up."""
    assert never_seen(VARIETY, testing.journeys()) == set()


@pytest.mark.parametrize(
    ("strategy", "wanted", "printed"),
    [
        (testing.journeys(), lambda _: True, "Journey('a')"),
        (testing.models(), lambda _: True, "JourneyModel('a', phases=[Phase('a')])"),
        (
            testing.models(),
            lambda model: len(model.phases) == 3,
            "JourneyModel('a', phases=[Phase('a'), Phase('b'), Phase('c')])",
        ),
        (
            testing.journeys(model=None),
            lambda journey: any(spot.importance for spot in journey.touchpoints),
            "Journey('a', touchpoints=[Touchpoint('a', importance=1)])",
        ),
        (
            testing.personas(),
            lambda persona: len(persona.pains) > 1,
            "Persona('a', pains=['word', 'word'])",
        ),
        (testing.transitions(), lambda move: move.label, "Transition('a', 'a', label='word')"),
    ],
)
def test_examples_shrink_to_small_and_plain_ones(
    strategy: st.SearchStrategy[Any], wanted: Callable[[Any], Any], printed: str
) -> None:
    """What a failing test shows is no larger than it has to be."""
    steady = settings(max_examples=2000, database=None, derandomize=True)
    assert repr(find(strategy, lambda thing: bool(wanted(thing)), settings=steady)) == printed


# --- wrong definitions ------------------------------------------------------------------


@given(wrong=testing.invalid_definitions(max_faults=1))
def test_one_fault(wrong: testing.InvalidDefinition) -> None:
    """As many faults are made as was asked for, and one leads to its problem."""
    assert len(wrong.problems) == 1
    with pytest.raises(DefinitionError):
        wrong.build()


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
@SMALL
@given(data=st.data())
def test_each_noun_can_be_made_wrongly(noun: Any, data: st.DataObject) -> None:  # noqa: ANN401
    """Wrong definitions of one class are of that class."""
    wrong = data.draw(testing.invalid_definitions(noun=noun))
    assert wrong.noun is noun
    assert wrong.problems


def test_several_faults_come_together() -> None:
    """A contradiction can stand beside a field that is wrong in itself."""
    kinds: list[set[str]] = [set(), set()]
    for recipe in RECIPES:
        for faults, found in zip((recipe.faults, recipe.contradictions), kinds, strict=True):
            found |= {problem for _, problem in faults}
    features: dict[str, Callable[[testing.InvalidDefinition], bool]] = {
        "three problems": lambda wrong: len(wrong.problems) > 2,
        "both kinds": lambda wrong: all(kind & {*wrong.problems} for kind in kinds),
    }
    assert never_seen(features, testing.invalid_definitions(noun=Journey)) == set()


def test_what_cannot_be_made_wrongly() -> None:
    """Only nouns can."""
    with pytest.raises(UnknownKeyError, match="unknown noun 'int'; known are 'Touchpoint', "):
        testing.invalid_definitions(noun=int)  # type: ignore[arg-type]


# --- the module itself ------------------------------------------------------------------


def test_every_name_is_there() -> None:
    """What is promised can be imported, and nothing else."""
    assert dir(testing) == sorted(testing.__all__)
    assert all(getattr(testing, name) for name in testing.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'jorneys'"):
        testing.jorneys  # type: ignore[attr-defined] # noqa: B018


WITHOUT_HYPOTHESIS = """
import sys
sys.modules["hypothesis"] = None
from journeykit import JourneyModel, MissingDependencyError, testing
testing.check_model(JourneyModel("clinic", phases=["visit"]))
try:
    testing.journeys()
except MissingDependencyError as error:
    print(error)
"""


def test_without_hypothesis() -> None:
    """Strategies say what they need; the check of models needs nothing."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_HYPOTHESIS],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.strip() == str(MissingDependencyError("hypothesis", "testing", "a strategy"))
