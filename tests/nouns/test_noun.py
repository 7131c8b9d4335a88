"""What all nouns share: they are frozen values that are sound from the start."""

import copy
import datetime as dt
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.vendor import pretty

import journeykit
from journeykit import DefinitionError, Phase, Touchpoint, testing
from journeykit._noun import Noun, label_of
from journeykit.testing._invalid import RECIPES

STRATEGIES: dict[str, st.SearchStrategy[Any]] = {
    "Channel": testing.channels(),
    "Goal": testing.goals(),
    "Journey": testing.journeys(),
    "JourneyModel": testing.models(),
    "Lane": testing.lanes(),
    "Note": testing.notes(),
    "Origin": testing.origins(),
    "Persona": testing.personas(),
    "Phase": testing.phases(),
    "Text": testing.texts(),
    "Touchpoint": testing.touchpoints(),
    "Trait": testing.traits(),
    "Transition": testing.transitions(),
}
NOUNS = {name: strategy for name, strategy in STRATEGIES.items() if name != "Text"}
SCOPE = {name: getattr(journeykit, name) for name in STRATEGIES} | {"datetime": dt}


def fields(noun: Noun) -> dict[str, Any]:
    """Return what a noun was built of."""
    return {
        attribute.name: getattr(noun, attribute.name)
        for attribute in attrs.fields(type(noun))
        if attribute.init
    }


@pytest.mark.parametrize("name", STRATEGIES)
@settings(max_examples=30)
@given(data=st.data())
def test_copies_are_equal(name: str, data: st.DataObject) -> None:
    """Copies, deep copies and pickles are equal and hash alike."""
    thing = data.draw(STRATEGIES[name])
    pickles = [pickle.loads(pickle.dumps(thing, protocol)) for protocol in (0, 5)]  # noqa: S301
    for other in (copy.copy(thing), copy.deepcopy(thing), *pickles):
        assert type(other) is type(thing)
        assert other == thing
        assert hash(other) == hash(thing)
        assert repr(other) == repr(thing)


@pytest.mark.parametrize("name", STRATEGIES)
@settings(max_examples=50)
@given(data=st.data())
def test_repr_can_be_typed(name: str, data: st.DataObject) -> None:
    """What is printed is Python that builds the same again, on one line."""
    thing = data.draw(STRATEGIES[name])
    assert "\n" not in repr(thing)
    assert eval(repr(thing), SCOPE) == thing  # noqa: S307 - what was printed here


@pytest.mark.parametrize("name", STRATEGIES)
@settings(max_examples=5)
@given(data=st.data())
def test_failing_examples_print_as_they_are_typed(name: str, data: st.DataObject) -> None:
    """Hypothesis and IPython show what repr does, and not every field."""
    thing = data.draw(STRATEGIES[name])
    assert pretty.pretty([thing]) == repr([thing])
    assert type(thing).__name__ in pretty.pretty([type(thing)])


@pytest.mark.parametrize("name", NOUNS)
@settings(max_examples=30)
@given(data=st.data())
def test_evolve_without_changes_changes_nothing(name: str, data: st.DataObject) -> None:
    """Neither evolving nothing nor setting each field to what it is makes a difference."""
    thing = data.draw(NOUNS[name])
    assert thing.evolve() == thing
    assert thing.evolve(**fields(thing)) == thing
    assert type(thing)(**fields(thing)) == thing
    for field, value in fields(thing).items():
        assert thing.evolve(**{field: value}) == thing


@pytest.mark.parametrize("name", NOUNS)
@settings(max_examples=30)
@given(data=st.data())
def test_any_iterable_may_stand_for_a_tuple(name: str, data: st.DataObject) -> None:
    """Lists, iterators and generators are stored as the tuple that they amount to."""
    thing = data.draw(NOUNS[name])
    several = {field: value for field, value in fields(thing).items() if isinstance(value, tuple)}
    for iterable in (list, iter, lambda values: (value for value in values)):
        other = thing.evolve(**{field: iterable(value) for field, value in several.items()})
        assert other == thing
        assert all(isinstance(getattr(other, field), tuple) for field in several)


@pytest.mark.parametrize("name", STRATEGIES)
@settings(max_examples=10)
@given(data=st.data())
def test_nothing_can_be_changed_in_place(name: str, data: st.DataObject) -> None:
    """Fields can be neither set nor deleted, and there is no room for others."""
    thing = data.draw(STRATEGIES[name])
    assert not hasattr(thing, "__dict__")
    for attribute in attrs.fields(type(thing)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(thing, attribute.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(thing, attribute.name)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        thing.further = 1


@given(wrong=testing.invalid_definitions())
def test_all_problems_are_reported_at_once(wrong: testing.InvalidDefinition) -> None:
    """One error on one line names the thing and lists whatever is wrong with it."""
    with pytest.raises(DefinitionError) as caught:
        wrong.build()
    error = caught.value
    assert error.subject.startswith(wrong.noun.__name__)
    assert all(any(part in problem for problem in error.problems) for part in wrong.problems)
    assert len(error.problems) >= len(wrong.problems)
    assert str(error).isprintable()


def test_each_problem_is_reported() -> None:
    """Whatever is known to be wrong by itself is refused, with the problem that it is."""
    for recipe in RECIPES:
        for fault, problem in (*recipe.faults, *recipe.contradictions):
            with pytest.raises(DefinitionError) as caught:
                recipe.noun(**{**recipe.needs, **fault})
            assert problem in "; ".join(caught.value.problems)


@given(wrong=testing.invalid_definitions(noun=Touchpoint))
def test_evolve_checks_like_the_constructor(wrong: testing.InvalidDefinition) -> None:
    """What cannot be built cannot be evolved into."""
    with pytest.raises(DefinitionError) as built:
        wrong.build()
    with pytest.raises(DefinitionError) as evolved:
        Touchpoint("desk").evolve(**wrong.fields)
    assert built.value.args == evolved.value.args


@given(data=testing.touchpoints().map(lambda spot: spot.data))
def test_data_is_copied_deeply(data: dict[str, Any]) -> None:
    """Nobody who holds what was given can change what is stored."""
    given_data = {"inner": [data, {"list": [1]}]}
    spot = Touchpoint("desk", data=given_data)
    before = copy.deepcopy(spot.data)
    other = spot.evolve(emotion=1)
    given_data["inner"][1]["list"] = 2
    data["further"] = 1
    assert spot.data == before == other.data
    assert other.data["inner"] is not spot.data["inner"]


def test_data_is_kept_as_files_can_hold_it() -> None:
    """Tuples become lists, mappings become dicts, None stands for no data."""
    spot = Touchpoint("desk", data={"pair": (1, (2,)), "text": journeykit.Text("word")})
    assert spot.data == {"pair": [1, [2]], "text": {"und": "word"}}
    assert Touchpoint("desk", data=None).data == {}


def test_none_stands_for_no_words() -> None:
    """Words that are missing may be given as None."""
    assert Touchpoint("desk", None, owner=None) == Touchpoint("desk")


def test_data_does_not_count_for_the_hash() -> None:
    """Two things that differ in their own data alone are different, but hash alike."""
    one, other = Touchpoint("desk", data={"a": 1}), Touchpoint("desk")
    assert one != other
    assert hash(one) == hash(other)


def nested(depth: int) -> dict[str, Any]:
    """Return a mapping in a mapping in a mapping."""
    inner: dict[str, Any] = {}
    for _ in range(depth - 1):
        inner = {"in": inner}
    return inner


def test_data_may_be_32_deep() -> None:
    """The bound on nesting lies where it is said to lie."""
    assert Touchpoint("desk", data=nested(33)).data == nested(33)
    with pytest.raises(DefinitionError, match="is nested more than 32 deep"):
        Touchpoint("desk", data=nested(34))
    with pytest.raises(DefinitionError, match="is nested more than 32 deep"):
        Touchpoint("desk", data=nested(100_000))


def test_data_that_holds_itself_is_refused() -> None:
    """A circle of data is an error of ours, not of the recursion limit."""
    circle: dict[str, Any] = {"list": []}
    circle["list"].append(circle)
    with pytest.raises(DefinitionError, match="is nested more than 32 deep"):
        Touchpoint("desk", data=circle)


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("repeat_visit", "Repeat visit"),
        ("desk", "Desk"),
        ("NPS score", "NPS score"),
        ("éénmalig", "Éénmalig"),
        ("_", "_"),
        ("2nd_visit", "2nd visit"),
    ],
)
def test_label_of_key(key: str, label: str) -> None:
    """A missing label is made of the key."""
    assert Phase(key).label == label_of(key) == journeykit.Text(label)


def test_equality_asks_for_the_same_class() -> None:
    """A phase and a lane with the same fields are not equal, nor is their key."""
    others: list[object] = [journeykit.Lane("desk"), "desk"]
    assert Phase("desk") not in others


def test_repr_is_what_a_user_would_type() -> None:
    """Words are printed as words, stages as strings, and what is usual is left out."""
    phase = Phase(
        "desire", {"en": "Desire", "nl": "Verlangen"}, stage="consideration", also="service"
    )
    assert repr(phase) == (
        "Phase('desire', {'en': 'Desire', 'nl': 'Verlangen'}, stage='consideration', "
        "also=['service'])"
    )
    assert repr(journeykit.JourneyModel("m", phases=["a", "b"])) == (
        "JourneyModel('m', phases=[Phase('a'), Phase('b')])"
    )
    assert repr(journeykit.JourneyModel("m", phases=["a", "b"], transitions=[])) == (
        "JourneyModel('m', phases=[Phase('a'), Phase('b')], transitions=[])"
    )
    assert repr(journeykit.Note("a", "b", "")) == "Note('a', 'b', '')"
