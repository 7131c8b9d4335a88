"""The catalogues: channels, lanes and words with several meanings."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import Lane, Stage, Text, UnknownKeyError, presets
from journeykit.grid import LaneKind

BOTH = {"en", "nl"}


def bilingual(text: Text) -> bool:
    """Tell whether a text speaks both languages, or is the same in all."""
    return set(text) in (BOTH, {"und"}) or len(set(text.values())) == 1


@pytest.mark.parametrize(
    ("key", "dutch", "realm", "media"),
    [
        ("newsletter", "Nieuwsbrief", "online", "owned"),
        ("review_site", "Reviewsite", "online", "earned"),
        ("radio", "Radio", "offline", "paid"),
        ("bus_shelter", "Bushokje", "offline", "paid"),
        ("shop_window", "Etalage", "offline", "owned"),
        ("neighbour", "Buurvrouw", "offline", "earned"),
        ("social_media", "Sociale media", "online", "shared"),
    ],
)
def test_channels(key: str, dutch: str, realm: str, media: str) -> None:
    """A channel has a label in both languages, a realm and its usual media."""
    channel = presets.channels.get(key)
    assert (channel.label.pick("nl"), channel.realm, channel.media) == (dutch, realm, media)


def test_all_channels() -> None:
    """The catalogue is found by its names, however they are typed."""
    names = presets.channels.names()
    assert len(names) == len(set(names)) >= 38
    for name in names:
        channel = presets.channels.get(name.upper().replace("_", "-"))
        assert channel.key == name
        assert bilingual(channel.label)
        assert channel.media is not None


def test_unknown_channel() -> None:
    """A channel that is not there is named, with the one that was meant."""
    with pytest.raises(UnknownKeyError, match=r"unknown channel 'newsleter'.*'newsletter'"):
        presets.channels.get("newsleter")
    with pytest.raises(UnknownKeyError, match="unknown channel None"):
        presets.channels.get(None)  # type: ignore[arg-type]


def test_lanes() -> None:
    """The usual lanes are bilingual, say what they are for, and use every kind there is."""
    lanes = [presets.lanes.get(name) for name in presets.lanes.names()]
    assert [lane.key for lane in lanes] == list(presets.lanes.names())
    for lane in lanes:
        assert bilingual(lane.label)
        assert set(lane.description) == BOTH
    assert {lane.kind for lane in lanes} == set(get_args(LaneKind))


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("duration", "values"),
        ("customer_goal", "text"),
        ("thoughts", "quotes"),
        ("emotions", "emotion"),
        ("touchpoints", "touchpoints"),
        ("pain_points", "pains"),
        ("opportunities", "opportunities"),
        ("kpi", "measures"),
        ("owner", "owners"),
        ("backstage", "steps"),
    ],
)
def test_kinds(key: str, kind: str) -> None:
    """What stands in a lane decides how it is drawn."""
    assert presets.lanes.get(key).kind == kind


@given(st.lists(st.sampled_from(presets.lanes.names()), unique=True))
def test_pick(keys: list[str]) -> None:
    """Lanes come in the order in which they are picked."""
    assert [lane.key for lane in presets.lanes.pick(*keys)] == keys
    assert all(isinstance(lane, Lane) for lane in presets.lanes.pick(*keys))


def test_unknown_lane() -> None:
    """A lane that is not there is named, with the one that was meant."""
    with pytest.raises(UnknownKeyError, match=r"unknown lane 'thougts'.*'thoughts'"):
        presets.lanes.pick("actions", "thougts")


def test_homonyms_stand_for_phases_that_are_there() -> None:
    """Every meaning belongs to a model and a phase that exist, or says where else it is used."""
    for homonym in presets.homonyms.HOMONYMS:
        assert len(homonym.senses) > 1
        for sense in homonym.senses:
            assert bilingual(sense.means)
            if sense.model is None:
                assert sense.phase is None
                assert bilingual(sense.elsewhere)
            else:
                model = presets.get(sense.model)
                assert model.key == sense.model
                assert sense.phase is None or model.has_phase(sense.phase)


def test_homonyms_by_word() -> None:
    """A word is found in each of its spellings."""
    assert len(presets.homonyms.HOMONYMS) == 15
    for name in presets.homonyms.names():
        assert name in presets.homonyms.get(name.upper()).terms
    with pytest.raises(UnknownKeyError, match="unknown homonym 'banana'"):
        presets.homonyms.get("banana")


def test_homonym_notes() -> None:
    """A note tells the meaning that is meant and the others, in both languages."""
    note = presets.homonyms.of("race", "act")
    assert note["en"].startswith("'act' here means: interaction before purchase. Elsewhere: ")
    assert "purchase (aida)" in note["en"]
    assert note["nl"].startswith("'act' betekent hier: interactie vóór de aankoop. Elders: ")
    assert "wat de klant in een fase doet (de rij voor acties)" in note["nl"]
    assert "(race)" not in note["en"]
    assert presets.homonyms.of("five_e")["en"].startswith("'5E' here means: experience.")


@pytest.mark.parametrize(
    "key", ["aida", "five_phase_salon", "race", "kotler_5a", "hubspot_flywheel"]
)
def test_models_carry_their_homonyms(key: str) -> None:
    """A phase whose name has several meanings says in its own data which one is meant."""
    model = presets.get(key)
    for phase in model.phases:
        assert bool(presets.homonyms.of(key, phase.key)) == ("homonym" in phase.data)
    assert bool(presets.homonyms.of(key)) == ("homonym" in model.data)


def test_engage_is_before_and_after() -> None:
    """The same word stands for other stages: the reason never to match by name."""
    stages = {key: presets.get(key).phase("engage").stage for key in ("rean", "race")}
    assert stages == {"rean": Stage.CONSIDERATION, "race": Stage.LOYALTY}
