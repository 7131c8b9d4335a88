"""Persona cards: what stands on them, what is left out, and how far they stretch."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.channels import Channel
from journeykit.drawing.checks import LONGEST_LINE, problems
from journeykit.drawing.options import Options
from journeykit.drawing.palette import DARK, LIGHT
from journeykit.drawing.scene import (
    Card,
    Curve,
    Ellipse,
    Polygon,
    Polyline,
    Rect,
    Scene,
    TextBlock,
    cards,
    leaves,
)
from journeykit.drawing.views.persona import scene
from journeykit.errors import RenderError
from journeykit.journey import Journey
from journeykit.persona import Persona, Trait
from journeykit.presets import AIDA, SALON
from journeykit.testing import journeys, personas

LONG = "Klanttevredenheidsonderzoek"
THEMES = {"light": LIGHT, "dark": DARK}
HEADINGS = ("Goals", "Frustrations", "Needs", "Questions", "Channels", "Personality")


def card_of(options: Options | None = None, **fields: Any) -> Scene:  # noqa: ANN401 - any field
    """Draw a persona that has nothing wrong with it."""
    picture = scene(Persona("mo", "Mo", **fields), options or Options())
    assert problems(picture) == []
    return picture


def texts(picture: Scene) -> dict[str, TextBlock]:
    """Return all texts of a picture by what they say."""
    return {" ".join(one.lines): one for one in leaves(picture.items) if isinstance(one, TextBlock)}


def mark(picture: Scene, tooltip: str) -> Card:
    """Return what has a tooltip."""
    (found,) = (one for one in cards(picture.items) if one.tooltip == tooltip)
    return found


def bars(card: Card) -> list[Rect]:
    """Return the track and the bar of a channel."""
    return [one for one in card.items if isinstance(one, Rect)]


# --- what holds for all -----------------------------------------------------------------


@given(
    personas(),
    st.sampled_from(("en", "nl")),
    st.sampled_from(sorted(THEMES)),
    st.none() | st.floats(320, 2000),
)
def test_all_can_be_read(subject: Persona, lang: str, theme: str, width: float | None) -> None:
    """Whatever is known of somebody, no words overlap, spill or fade; twice the same."""
    options = Options(lang=lang, theme=theme, width=width)
    picture = scene(subject, options)
    assert problems(picture) == []
    assert picture == scene(subject, options)
    assert picture.lang == lang
    assert "\n" not in picture.description
    assert width is None or picture.width == width


@given(journeys(), st.sampled_from(("en", "nl")))
def test_a_journey_shows_its_persona(journey: Journey, lang: str) -> None:
    """A journey is drawn as its persona, and without one it says so."""
    if journey.persona is None:
        with pytest.raises(RenderError):
            scene(journey, Options(lang=lang))
        return
    picture = scene(journey, Options(lang=lang))
    assert problems(picture) == []
    assert picture.title == journey.persona.label.pick(lang)


@pytest.mark.parametrize("theme", sorted(THEMES))
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_sanne_has_all_of_her_words(lang: str, theme: str) -> None:
    """Nothing that is known of Sanne is lost."""
    picture = scene(SALON, Options(lang=lang, theme=theme))
    assert problems(picture) == []
    sanne = SALON.persona
    assert sanne is not None
    said = " ".join(texts(picture)).replace("- ", "-")
    wanted = [sanne.label, sanne.segment, sanne.quote, sanne.position]
    wanted += [sanne.description, *sanne.goals, *sanne.pains, *sanne.needs, *sanne.questions]
    for trait in sanne.traits:
        assert isinstance(trait, Trait)
        wanted += [trait.low, trait.high]
    for words in wanted:
        assert words.pick(lang).replace("- ", "-") in said
    assert "6 interviews, May 2026" in said
    assert picture.background == THEMES[theme].paper


# --- the banner -------------------------------------------------------------------------


def test_a_bare_persona_is_a_banner() -> None:
    """Somebody of whom only the name is known has an avatar and a name, and no empty room."""
    picture = card_of()
    assert list(texts(picture)) == ["Mo"]
    ground = next(item for item in leaves(picture.items) if isinstance(item, Rect))
    assert (ground.width, ground.height) == (picture.width, picture.height)
    assert any(isinstance(item, Curve) for item in leaves(picture.items))
    assert picture.description == "Persona Mo."


def test_the_title_takes_the_place_of_the_name() -> None:
    """The words that were asked for stand at the top."""
    picture = card_of(Options(title={"nl": "De krullenbol"}, lang="nl"))
    assert list(texts(picture)) == ["De krullenbol"]
    assert picture.title == "De krullenbol"


def test_the_quote_stands_beside_the_name_or_under_it() -> None:
    """In a narrow picture the quote moves under the avatar."""
    wide = texts(card_of(quote="Hurry."))
    assert wide["“Hurry.”"].x > wide["Mo"].x
    assert wide["“Hurry.”"].y == pytest.approx(wide["Mo"].y, abs=12)
    narrow = texts(card_of(Options(width=400), quote="Hurry."))
    assert narrow["“Hurry.”"].y > narrow["Mo"].bottom
    assert narrow["“Hurry.”"].x < narrow["Mo"].x


def test_quotation_marks_are_not_doubled() -> None:
    """A quote that brings its own marks keeps one pair."""
    assert "“Hurry.”" in texts(card_of(quote="“Hurry.”"))


def test_the_banner_grows_with_its_words() -> None:
    """Very long names, segments and quotes wrap, and the rest moves down."""
    long = card_of(
        segment=f"{LONG} " * 6,
        quote="I want someone who really understands them. " * 10,
        description=f"Works at {LONG * 3}. " * 5,
        position=LONG * 2,
        goals=["Rest"],
    )
    short = card_of(goals=["Rest"])
    assert texts(long)["Goals"].y > texts(short)["Goals"].y + 100


# --- sections ---------------------------------------------------------------------------


def test_empty_sections_are_left_out() -> None:
    """What is not known takes no room; what is only blanks is not known."""
    picture = card_of(goals=["Rest"], needs=[" ", {}], traits=[" "])
    assert [words for words in texts(picture) if words in HEADINGS] == ["Goals"]


@pytest.mark.parametrize(
    ("count", "rows"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3])]
)
def test_the_grid_closes_up(count: int, rows: list[int]) -> None:
    """Sections follow each other without holes, in rows that are as even as can be."""
    fields: list[dict[str, Any]] = [
        {"goals": ["Rest"]},
        {"pains": ["Noise"]},
        {"needs": ["Light"]},
        {"questions": ["When?"]},
        {"channels": ["email"]},
        {"traits": ["Calm"]},
    ]
    known = {name: value for one in fields[:count] for name, value in one.items()}
    found = texts(card_of(**known))
    tops = [found[name].y for name in HEADINGS[:count]]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == rows
    lefts = [found[name].x for name in HEADINGS[:count]]
    assert len(set(lefts)) == rows[0]


def test_narrow_pictures_have_fewer_columns() -> None:
    """At 320 points all sections stand under each other, at 500 two beside each other."""
    known: dict[str, Any] = {"goals": ["Rest"], "pains": ["Noise"], "needs": ["Light"]}
    for width, columns in ((320, 1), (500, 2), (1100, 3)):
        found = texts(card_of(Options(width=width), **known))
        assert len({found[name].x for name in HEADINGS[:3]}) == columns


def test_lists_have_marks_of_their_own() -> None:
    """Goals, frustrations and needs are told apart by shape."""
    picture = card_of(goals=["Rest"], pains=["Noise"], needs=["Light"])
    sections = {
        next(one.lines[0] for one in card.items if isinstance(one, TextBlock)): card
        for card in cards(picture.items)
        if any(isinstance(one, TextBlock) and one.lines[0] in HEADINGS for one in card.items)
    }
    colours = {"Goals": LIGHT.positive, "Frustrations": LIGHT.negative, "Needs": LIGHT.rule}
    kinds = {"Goals": Polyline, "Frustrations": Polygon, "Needs": Ellipse}
    for name, kind in kinds.items():
        signs = [one for one in sections[name].items if isinstance(one, kind)]
        assert colours[name] in {
            getattr(one, "fill", None) or getattr(one, "stroke", None) for one in signs
        }


def test_lines_of_narrow_letters_stay_short() -> None:
    """No line of running text is longer than is read with ease."""
    words = "Krullen die ik zelf in tien minuten goed krijg " + "illi " * 40
    picture = card_of(Options(width=1500), goals=[words])
    assert max(len(line) for one in texts(picture).values() for line in one.lines) <= LONGEST_LINE


# --- channels ---------------------------------------------------------------------------


def test_shares_are_bars() -> None:
    """A bar is as long as its share; one that is hardly there is still seen, and none is none."""
    picture = card_of(
        channel_shares={"email": 1.0, "instagram": 0.5, "radio": 0.001, "app": 0}, channels=["app"]
    )
    whole, half = (
        bars(mark(picture, "E-mail 100\u00a0%")),
        bars(mark(picture, "Instagram 50\u00a0%")),
    )
    assert whole[1].width == whole[0].width
    assert half[1].width == pytest.approx(half[0].width / 2)
    assert half[1].fill == LIGHT.online
    track, little = bars(mark(picture, "Radio <\u00a01\u00a0%"))
    assert track.height <= little.width < track.width / 5
    assert len(bars(mark(picture, "App 0\u00a0%"))) == 1
    found = texts(picture)
    assert found["App"].y < found["E-mail"].y


def test_channels_without_shares_are_a_list() -> None:
    """The most used comes first; each has its icon; a long name takes the whole width."""
    long = "a_kiosk_in_the_hall_of_the_library"
    picture = card_of(channels=["word_of_mouth", "email", long, "email"])
    found = texts(picture)
    assert found["Word of mouth"].y < found["E-mail"].y
    assert not bars(mark(picture, "E-mail"))
    assert len(mark(picture, "Word of mouth").items) > 1
    assert len(found["A kiosk in the hall of the library"].lines) == 1


def test_a_mixture_of_both() -> None:
    """Where only some shares are known, the others have no bar."""
    picture = card_of(channels=["email", "radio"], channel_shares={"radio": 0.3})
    assert not bars(mark(picture, "E-mail"))
    assert len(bars(mark(picture, "Radio 30\u00a0%"))) == 2


def test_own_channels_keep_their_names() -> None:
    """The channels of a journey, in both languages, go before those of the catalogue."""
    journey = Journey(
        "j",
        persona=Persona("mo", channels=["email", "kiosk"]),
        channels=[
            Channel("kiosk", {"en": "Kiosk", "nl": "Zuil"}, realm="offline"),
            Channel("email", {"en": "Letter", "nl": "Brief"}),
        ],
    )
    found = texts(scene(journey, Options(lang="nl")))
    assert {"Zuil", "Brief"} <= set(found)


# --- personality ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "en", "nl"),
    [
        (0, "Rather “Calm” than “Lively”", "Eerder “Calm” dan “Lively”"),
        (0.5, "Between “Calm” and “Lively”", "Tussen “Calm” en “Lively”"),
        (1, "Rather “Lively” than “Calm”", "Eerder “Lively” dan “Calm”"),
    ],
)
def test_sliders_show_where_a_trait_stands(value: float, en: str, nl: str) -> None:
    """The knob stands between the poles, and the tooltip says where."""
    for lang, words in (("en", en), ("nl", nl)):
        picture = card_of(Options(lang=lang), traits=[Trait("Calm", "Lively", value)])
        card = mark(picture, words)
        track = next(one for one in card.items if isinstance(one, Rect))
        knob = [one for one in card.items if isinstance(one, Ellipse)][-1]
        assert track.x <= knob.x - knob.rx
        assert knob.x + knob.rx <= track.x + track.width
        assert knob.x == pytest.approx(
            track.x + knob.rx + (track.width - 2 * knob.rx) * value, abs=0.01
        )


def test_plain_traits_are_pills() -> None:
    """Words flow over rows; one that is wider than the column wraps in its own pill."""
    words = [
        "Calm",
        "Curious",
        "Honest",
        "Patient",
        "Meticulous",
        "Thrifty",
        LONG * 2,
        "Kind",
    ]
    found = texts(card_of(traits=words, goals=["a"], pains=["b"]))
    (halves,) = (said for said in found if LONG in said)
    assert found["Calm"].y == found["Curious"].y
    assert found["Thrifty"].y > found["Calm"].bottom
    assert len(found[halves].lines) == 2
    assert found["Kind"].y > found[halves].bottom


def test_sliders_and_words_stand_under_each_other() -> None:
    """Both kinds of traits have their room; a pole without words has none."""
    found = texts(card_of(traits=["Kind", Trait("Calm", {}, 0.2), Trait(LONG * 2, "Lively", 0.2)]))
    assert found["Kind"].y > found["Lively"].bottom > found["Calm"].bottom


# --- what it is known from --------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"evidence": "qualitative"}, "Known from: qualitative research"),
        ({"sources": ["12 interviews", " "]}, "Source: 12 interviews"),
        (
            {"evidence": "triangulated", "sources": ["a", "b"]},
            "Known from: several sources that agree · Sources: a; b",
        ),
    ],
)
def test_the_footer_says_how_this_is_known(fields: dict[str, Any], words: str) -> None:
    """Evidence and sources stand at the bottom, and in the description."""
    picture = card_of(**fields)
    assert words in texts(picture)
    assert picture.description.endswith(f"{words}.")


def test_an_assumption_carries_its_mark() -> None:
    """What is only assumed has the ring that assumptions have on maps."""
    rings = [
        one
        for one in card_of(evidence="assumption").items
        if isinstance(one, Ellipse) and one.fill is None
    ]
    assert len(rings) == 1
    assert not [one for one in card_of(evidence="anecdotal").items if isinstance(one, Ellipse)]


# --- words ------------------------------------------------------------------------------


def test_the_description_tells_all() -> None:
    """Who cannot see the card is told what is on it, in the picture's language."""
    picture = card_of(
        Options(lang="nl"),
        segment="50, Venlo",
        position="Klant",
        description="Kapper.",
        quote="Tijd is geld",
        goals=["Rust", "Ruimte"],
        questions=["Wanneer?"],
        channel_shares={"email": 0.5},
        traits=[Trait("Stil", "Druk", 0.1), "Trouw"],
    )
    assert picture.description == (
        "Persona Mo, 50, Venlo, Klant. Kapper. “Tijd is geld” Doelen: Rust, Ruimte. "
        "Vragen: Wanneer? Kanalen: E-mail 50 %. Persoonlijkheid: eerder “Stil” dan “Druk”, Trouw."
    )


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (AIDA, "the view 'persona' draws a Persona or a Journey, not a JourneyModel"),
        (Journey("visit"), "journey 'visit' has no persona; give it one with journey.evolve"),
    ],
)
def test_what_is_nobody_is_refused(subject: object, words: str) -> None:
    """The error says what is missing, in one line."""
    with pytest.raises(RenderError) as caught:
        scene(subject, Options())
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
