"""The example journey: whole, sound, and in two languages."""

import math
import pickle
from collections.abc import Iterator

import pytest

from journeykit import CONVERSION, DROP_OFF, START, Text, Trait, presets
from journeykit.transition import probabilities

SALON = presets.SALON
ROUTE = (
    "shop_window instagram_post friends_tip google_search salon_website booking_page phone_call "
    "confirmation_email salon_visit stylist_talk review_request loyalty_offer"
)
UNUSED = {"radio_advert", "facebook_advert", "newspaper_article", "care_leaflet"}
WORDS = {
    "bewustwording": ("Curious", "Nieuwsgierig", 0.9),
    "overweging": ("Doubtful", "Twijfelend", -1.1),
    "beslissing": ("Unsure", "Onzeker", -1.7),
    "actie": ("Delighted", "Enthousiast", 2),
    "evaluatie": ("Satisfied", "Tevreden", 1.5),
}


def texts() -> Iterator[Text]:
    """Give every text of the journey."""
    persona = SALON.persona
    assert persona is not None
    yield from (SALON.label, SALON.description, persona.segment, persona.quote, persona.description)
    yield from (*persona.goals, *persona.pains, *persona.needs, *persona.questions)
    for trait in persona.traits:
        assert isinstance(trait, Trait)
        yield from (trait.low, trait.high)
    for spot in SALON.touchpoints:
        yield from (spot.label, spot.owner)
    for note in SALON.notes:
        yield note.text
    for goal in SALON.goals:
        yield from (goal.label, goal.metric, goal.owner)
    for move in SALON.transitions:
        yield from (move.label, move.reason)
    for channel in SALON.channels:
        yield channel.label


def test_speaks_both_languages() -> None:
    """Every text is there in English and in Dutch, or the same in both."""
    wrong = [text for text in texts() if text and set(text) not in ({"en", "nl"}, {"und"})]
    assert wrong == []


def test_model() -> None:
    """The columns are those of the five-phase model, the rows are usual lanes."""
    model = SALON.model
    assert model is not None
    assert model.phases == presets.FIVE_PHASE_SALON.phases
    assert model.lanes == presets.lanes.pick(*(lane.key for lane in model.lanes))
    assert [lane.key for lane in model.lanes][:3] == ["duration", "customer_goal", "actions"]


def test_route() -> None:
    """Sanne meets twelve touchpoints; four more are there that she does not use."""
    assert " ".join(SALON.route) == ROUTE
    assert {spot.key for spot in SALON.touchpoints} - set(SALON.route) == UNUSED
    order = [spot.key for spot in SALON.touchpoints if spot.key not in UNUSED]
    assert order == list(SALON.route)


def test_realms() -> None:
    """The touchpoints lie online and offline, as in the picture of the route."""
    realms = {
        spot.key: SALON.channel(spot.channel).realm for spot in SALON.touchpoints if spot.channel
    }
    offline = {key for key, realm in realms.items() if realm == "offline"}
    assert offline == {
        "shop_window",
        "radio_advert",
        "friends_tip",
        "newspaper_article",
        "phone_call",
        "salon_visit",
        "stylist_talk",
        "care_leaflet",
    }
    assert len(realms) == 16
    assert "hybrid" not in realms.values()


@pytest.mark.parametrize("phase", WORDS)
def test_feelings(phase: str) -> None:
    """One word a phase stands at the touchpoint that is felt most strongly."""
    english, dutch, emotion = WORDS[phase]
    (note,) = SALON.notes_in(phase=phase, lane="emotions")
    assert (note.text["en"], note.text["nl"]) == (english, dutch)
    assert note.touchpoint is not None
    assert SALON.touchpoint(note.touchpoint).emotion == emotion
    felt = [abs(spot.emotion) for spot in SALON.touchpoints_in(phase=phase) if spot.emotion]
    assert max(felt) == abs(emotion)


def test_transitions() -> None:
    """Shares add up to one in each phase; there are skips, returns and a repeat."""
    shares: dict[str, float] = {}
    for move in SALON.transitions:
        shares[move.source] = shares.get(move.source, 0) + (move.weight or 0)
    assert all(math.isclose(share, 1) for share in shares.values())
    chances = probabilities(SALON.transitions)
    assert chances["bewustwording", "overweging"] == pytest.approx(0.62)
    kinds = [move.kind for move in SALON.transitions]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "entry": 1,
        "next": 4,
        "skip": 2,
        "back": 2,
        "repeat": 1,
        "exit": 6,
    }
    ends = {end for move in SALON.transitions for end in move.ends}
    assert {START, CONVERSION, DROP_OFF} < ends
    (loyal,) = (move for move in SALON.transitions if move.target == CONVERSION)
    assert dict(loyal.label) == {"en": "Loyal", "nl": "Loyaal"}


def test_goals_are_smart() -> None:
    """Each goal names what is measured, from where to where, by whom and until when."""
    assert [goal.missing for goal in SALON.goals] == [(), (), ()]


def test_scores_and_evidence() -> None:
    """Pains and opportunities are scored, and some of what is said is known, some assumed."""
    for note in SALON.notes_in(lane="pain_points"):
        assert set(note.scores) == {"severity", "frequency"}
    for note in SALON.notes_in(lane="opportunities"):
        assert set(note.scores) == {"impact", "effort"}
    levels = {note.evidence for note in SALON.notes}
    assert levels > {"assumption", "anecdotal", "qualitative", "quantitative", "triangulated"}


def test_persona() -> None:
    """Sanne has shares for the channels she uses, and stands between poles."""
    persona = SALON.persona
    assert persona is not None
    assert persona.key == "sanne"
    assert list(persona.channel_shares) == list(persona.channels)
    assert [trait.value for trait in persona.traits if isinstance(trait, Trait)] == [
        0.25,
        0.8,
        0.45,
    ]


def test_scope() -> None:
    """The journey starts and ends where its model does."""
    assert SALON.starts_with["en"] == "awareness of a need (point A)"
    assert [end["nl"] for end in SALON.ends_with] == [
        "loyale klant (punt B)",
        "verloren klant, negatieve mond-tot-mondreclame",
    ]


def test_copies() -> None:
    """The journey is equal to its copy by pickle, and has the same hash."""
    copy = pickle.loads(pickle.dumps(SALON))  # noqa: S301 - it was pickled here
    assert copy == SALON
    assert hash(copy) == hash(SALON)
