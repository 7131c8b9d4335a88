"""What holds for every built-in model."""

import pickle
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from journeykit import CONVERSION, DROP_OFF, START, JourneyModel, Text, presets

MODELS = [presets.get(key) for key in presets.names()]
BOTH = {"en", "nl"}
pytestmark = pytest.mark.parametrize("model", MODELS, ids=[model.key for model in MODELS])


def bilingual(text: Text) -> bool:
    """Tell whether a text speaks both languages, or is the same in all."""
    return set(text) in (BOTH, {"und"})


def texts(model: JourneyModel) -> Iterator[Text]:
    """Give every text of a model."""
    yield from (model.label, model.description, model.origin.note, model.starts_with)
    yield from model.ends_with
    for phase in model.phases:
        yield from (phase.label, phase.description, phase.customer_goal, phase.business_goal)
    for lane in model.lanes:
        yield from (lane.label, lane.description, lane.line)
    for note in model.notes:
        yield note.text
    for move in model.transitions:
        yield from (move.label, move.reason)


def mappings(value: object) -> Iterator[dict[str, object]]:
    """Give every mapping within some data."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from mappings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from mappings(inner)


def test_speaks_both_languages(model: JourneyModel) -> None:
    """What a model says, it says in English and in Dutch."""
    assert model.description
    assert all(bilingual(text) for text in texts(model) if text)
    assert set(model.description) == BOTH
    assert all(
        text == "" or text.strip() == text for each in texts(model) for text in each.values()
    )


def test_languages_differ(model: JourneyModel) -> None:
    """Words that are the same in both languages are given once."""
    assert all(each["en"] != each["nl"] for each in texts(model) if set(each) == BOTH)


def test_data_speaks_both_languages(model: JourneyModel) -> None:
    """Words in the data of a model are bilingual as well, wherever they have a language."""
    parts = [*model.phases, *model.lanes]
    data = [model.data, *(part.data for part in parts)]
    data += [note.data for note in model.notes]
    data += [move.data for move in model.transitions]
    for each in data:
        for mapping in mappings(each):
            assert not ({"en", "nl"} & set(mapping)) or set(mapping) == BOTH


def test_keys(model: JourneyModel) -> None:
    """Keys are plain words that can stand in any file and any program."""
    keys = [model.key, *(phase.key for phase in model.phases), *(lane.key for lane in model.lanes)]
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", key) for key in keys)


def test_phases_say_what_they_are(model: JourneyModel) -> None:
    """A phase tells its meaning and the goals of both sides; a map's columns are empty."""
    if model.data["category"] == "map_type":
        assert model.lanes
        return
    for phase in model.phases:
        assert phase.description
        assert phase.customer_goal
        assert phase.business_goal
        assert (phase.stage is None) == (phase.fit is None)
        assert phase.stage not in phase.also
        assert set(phase.data["purchase_timing"]) <= {"outside", "before", "at", "after"}


def test_ends(model: JourneyModel) -> None:
    """There is one way at most to each end from each phase, and moves off the road have grounds."""
    assert sum(move.target == CONVERSION for move in model.transitions) <= 1
    assert sum(move.target == DROP_OFF for move in model.transitions) <= len(model.phases)
    for move in model.transitions:
        if move.kind not in ("next", "entry"):
            assert move.data["basis"]
    entries = [move.target for move in model.transitions if move.source == START]
    assert not entries or entries[0] == model.phases[0].key


def test_road(model: JourneyModel) -> None:
    """Where the order is a sequence, each phase leads to the one after it."""
    if model.data.get("sequence") == "non_linear":
        return
    keys = [phase.key for phase in model.phases]
    ends = {move.ends for move in model.transitions}
    assert set(pairwise(keys)) <= ends


def test_what_crosses_customers_says_so(model: JourneyModel) -> None:
    """A move from one customer to another repeats the journey, and gives its reason."""
    for move in model.transitions:
        if "crosses" in move.data:
            assert move.data["crosses"] == "customers"
            assert move.kind == "repeat"
            assert set(move.reason) == BOTH


def test_doubts_are_told(model: JourneyModel) -> None:
    """What is disputed, conflicting or only background knowledge is said to the reader."""
    verification = model.data.get("verification", {})
    if isinstance(verification, str):
        verification = {"all": verification}
    for field, said in verification.items():
        for word, dutch in (
            ("disputed", "omstreden"),
            ("conflicting", "spreken elkaar tegen"),
            ("background", "vakkennis"),
            ("not established", "staat niet vast"),
        ):
            if word in said and field != "all":
                told = "not been established" if word == "not established" else word
                assert told in model.origin.note["en"]
                assert dutch in model.origin.note["nl"]


def test_origin(model: JourneyModel) -> None:
    """Every model says where it can be read."""
    assert model.origin.sources
    assert model.origin.year is None or 1890 <= model.origin.year <= 2026


def test_copies(model: JourneyModel) -> None:
    """A model is equal to its copy by pickle, and has the same hash."""
    copy = pickle.loads(pickle.dumps(model))  # noqa: S301 - it was pickled here
    assert copy == model
    assert hash(copy) == hash(model)
    assert copy is not model


def test_evolves(model: JourneyModel) -> None:
    """A model can be a starting point: with one phase more it is still sound."""
    longer = model.with_phase("my_own_phase")
    assert len(longer.phases) == len(model.phases) + 1
    assert model.evolve(key="mine").phases == model.phases
